#!/bin/sh
# Random keys over a few models (monkey.sh); SMTUI_MONKEYS sets the runs for each.
cd "${srcdir:-.}" || exit 2
passed=0 failed=0
for m in examples/mobilenet/1 examples/modules/with_multiple_signatures tests/models/flow/v1_flow \
	tests/models/flow/functional tests/models/small/table tests/models/failures/fixed_batch; do
	if out=$(sh tests/tui/monkey.sh "${top_builddir:-.}/smtui" "$m" "${SMTUI_MONKEYS:-3}"); then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "$out"
	fi
done
if out=$(sh tests/tui/monkey_tfdbg.sh "${top_builddir:-.}/smtui" "${SMTUI_MONKEYS:-6}"); then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "$out"
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
