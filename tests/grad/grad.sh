#!/bin/sh
# Gradients: TensorFlow's of every op case; TensorFlow's, and differences of the run itself, of whole models.
dir=${top_builddir:-.}/tests/grad
src=${srcdir:-.}/tests
rc=0
"$dir/grad_cases" "$src/ops/cases" "$src/grad/cases" || rc=1
"$dir/grad_cases" --change 2 "$src/ops/cases" "$src/grad/cases" || rc=1
"$dir/grad_models" "$src/models/zoo" "$src/grad/models" || rc=1
"$dir/grad_models" "$src/models/tf1" "$src/grad/models" || rc=1
"$dir/grad_models" -t "$src/models/grads" "$src/grad/models" || rc=1
exit $rc
