#!/bin/sh
# The long forms of what make check samples, best in a build with --enable-asan --enable-ubsan ("make check-long").
# SMTUI_CORPUS names a folder of models, laid out as tests/models/zoo; without it only the fixtures are used.
# SMTUI_FLIPS: bit flips for each file of a model (1000).
cd "${srcdir:-.}" || exit 2
build=${top_builddir:-.}
flips=${SMTUI_FLIPS:-1000}
failed=0
models=$(ls -d tests/models/flow/* tests/models/small/* tests/models/zoo/*/model examples/modules/* 2>/dev/null)
if [ -n "${SMTUI_CORPUS:-}" ]; then
	for m in "$SMTUI_CORPUS"/*/model; do	# small ones: the time grows with the square of the size
		[ "$(du -sk "$m" | cut -f1)" -le 2048 ] && models="$models $m"
	done
else
	echo "SMTUI_CORPUS is not set: the fixtures alone"
fi
run() {
	echo "== $*"
	"$@" || failed=$((failed + 1))
}
for m in $models; do
	run "$build/tests/fuzz/damage" -f "$flips" -s 11 "$m"
done
for seed in 21 22 23 24; do
	run "$build/tests/fuzz/ops" -s $seed -n 100000
done
run "$build/tests/fuzz/mutate" -a -s 31 tests/ops/cases
if [ -n "${SMTUI_CORPUS:-}" ]; then
	run "$build/tests/grad/grad_models" "$SMTUI_CORPUS" tests/grad/models
fi
run "$build/tests/ops/op_cases" --bits tests/ops/cases
echo "$failed of the long tests failed"
[ $failed = 0 ]
