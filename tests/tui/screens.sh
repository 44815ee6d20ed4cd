#!/bin/sh
# Runs every key script of tests/tui on the scripted terminal (ui/script.c): a script's first line says
# how smtui is started, its other lines give keys and say what must be on the screen. Nothing sleeps.
src=${srcdir:-.}
bin=${top_builddir:-.}/smtui
passed=0 failed=0
cd "$src" || exit 2
for f in tests/tui/*.keys; do
	args=$(sed -n '1s/^# smtui //p' "$f")
	env=$(sed -n '2s/^# env //p' "$f")
	if [ -z "$args" ]; then
		echo "FAIL $f: its first line does not say how smtui is started"
		failed=$((failed + 1))
		continue
	fi
	if env -u NO_COLOR $env SMTUI_SCRIPT="$f" "$bin" $args; then
		passed=$((passed + 1))
	else
		echo "FAIL $f"
		failed=$((failed + 1))
	fi
done
if [ $passed = 0 ]; then
	echo "no script was run"
	failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
