#!/bin/sh
# Every op case, against TensorFlow's recorded answers.
exec "${top_builddir:-.}/tests/ops/op_cases" "${srcdir:-.}/tests/ops/cases"
