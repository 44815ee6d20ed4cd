#!/bin/sh
# Damaged copies of every fixture (see damage.c). SMTUI_FLIPS sets the number of flipped bits a file.
cd "${srcdir:-.}" || exit 2
exec "${top_builddir:-.}/tests/fuzz/damage" -f "${SMTUI_FLIPS:-40}" \
	examples/modules/with* examples/modules/no* tests/models/small/* tests/models/flow/* tests/models/around/*
