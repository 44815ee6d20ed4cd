#!/bin/sh
# Gradients: TensorFlow's of every op case, and differences of the run itself on models of the zoo.
dir=${top_builddir:-.}/tests/grad
src=${srcdir:-.}/tests
exec "$dir/grad_cases" "$src/ops/cases" "$src/grad/cases"
