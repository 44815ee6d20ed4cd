#!/bin/sh
# Every expression, against numpy's recorded answers.
exec "${top_builddir:-.}/tests/expr/expr_cases" "${srcdir:-.}/tests/expr/expressions.tsv"
