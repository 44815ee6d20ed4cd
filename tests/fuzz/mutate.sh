#!/bin/sh
# Op cases with mutated inputs (see mutate.c). SMTUI_MUTANTS sets how many a case.
exec "${top_builddir:-.}/tests/fuzz/mutate" -n "${SMTUI_MUTANTS:-2}" "${srcdir:-.}/tests/ops/cases"
