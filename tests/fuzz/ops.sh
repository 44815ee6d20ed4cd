#!/bin/sh
# Random ops (see ops.c). SMTUI_OPS sets how many.
exec "${top_builddir:-.}/tests/fuzz/ops" -n "${SMTUI_OPS:-6000}"
