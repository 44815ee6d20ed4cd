#!/bin/sh
# smtui's own commands: each file of tests/cli/golden says in its first line how smtui is started, in its
# second the exit code; the rest is stdout, then stderr behind a line "--- stderr" when there is any.
# GENERATE=1 writes the files anew: look at the difference before you commit it.
cd "${srcdir:-.}" || exit 2
export LC_ALL=C	# the same characters everywhere
bin=${top_builddir:-.}/smtui
[ -x "$bin" ] || { echo "no $bin"; exit 2; }
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
for f in tests/cli/golden/*.txt; do
	args=$(sed -n '1s/^# smtui //p' "$f")
	[ -n "$args" ] || {
		echo "FAIL $f: its first line does not say how smtui is started"
		failed=$((failed + 1))
		continue
	}
	eval "\"\$bin\" $args" >"$tmp/out" 2>"$tmp/err" </dev/null
	rc=$?
	{
		echo "# smtui $args"
		echo "# exit $rc"
		cat "$tmp/out"
		[ ! -s "$tmp/err" ] || { echo "--- stderr"; cat "$tmp/err"; }
	} >"$tmp/now"
	if [ -n "${GENERATE:-}" ]; then
		cp "$tmp/now" "$f"
	fi
	if cmp -s "$f" "$tmp/now"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $f"
		diff "$f" "$tmp/now" | head -20
	fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
