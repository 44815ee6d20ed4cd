#!/bin/sh
# Every op case, against TensorFlow's recorded answers, on each CPU level that our loops have (one that
# this machine lacks falls back to what it has), and the bits of scalar ops across levels and threads.
dir=${top_builddir:-.}/tests/ops
rc=0
for cpu in baseline avx2 avx512; do
	SMTUI_CPU=$cpu "$dir/op_cases" "${srcdir:-.}/tests/ops/cases" || { echo "on $cpu"; rc=1; }
done
"$dir/bits" || rc=1
exit $rc
