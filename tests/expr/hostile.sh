#!/bin/sh
# Damaged expressions and pickles (tests/expr/hostile.c); ROUNDS=N for more of them.
exec "${top_builddir:-.}/tests/expr/hostile" "${srcdir:-.}/tests/expr/expressions.tsv" "${ROUNDS:-10}" \
	"${srcdir:-.}"/tests/cli/smcli/inputs/pickles/*.pkl
