#!/bin/sh
# Runs every key script of tests/tui on the scripted terminal (ui/script.c): a script's first line says
# how smtui is started, its other lines give keys and say what must be on the screen. Nothing sleeps.
# A second or third line "# sizes 80x24 200x60" runs the script once for each size.
src=${srcdir:-.}
bin=${top_builddir:-.}/smtui
passed=0 failed=0
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$src" || exit 2
XDG_STATE_HOME=$tmp/state	# what is remembered from one start to the next
mkdir "$XDG_STATE_HOME"
export XDG_STATE_HOME
for f in ${KEYS:-tests/tui/*.keys}; do
	args=$(sed -n '1s/^# smtui //p' "$f")
	env=$(sed -n '2s/^# env //p' "$f")
	if [ -z "$args" ]; then
		echo "FAIL $f: its first line does not say how smtui is started"
		failed=$((failed + 1))
		continue
	fi
	for size in $(sed -n '2,3s/^# sizes //p' "$f" | grep . || echo 80x24); do
		export HOME="$tmp/$passed.$failed"	# some screens keep a history there
		mkdir "$HOME"
		rm -rf "${XDG_STATE_HOME:?}"/*
		if eval "env -u NO_COLOR -u COLORFGBG $env SMTUI_SCRIPT_SIZE=$size SMTUI_SCRIPT=\"$f\" \"$bin\" $args"; then
			passed=$((passed + 1))
		else
			echo "FAIL $f ($size)"
			failed=$((failed + 1))
		fi
	done
done
if [ $passed = 0 ]; then
	echo "no script was run"
	failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
