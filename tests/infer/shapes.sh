#!/bin/sh
# Every op with a kernel has a shape rule; what is inferred for the op cases and the models of tests/models is what
# TensorFlow infers, or finer.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/tests/infer
fail=0
"$bin/case_shapes" --uncovered || fail=1
"$bin/case_shapes" tests/ops/cases tests/infer/cases || fail=1
"$bin/corpus_shapes" tests/infer/models tests/models || fail=1
exit $fail
