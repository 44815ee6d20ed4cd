#!/bin/sh
# Each command's --json is what its row says it is, on models of several kinds: lines of json.cases are commands.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
check=${top_builddir:-.}/tests/cli/json_check
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
if "$check" --list >"$tmp/list"; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
fi
while read -r command; do
	case $command in "" | "#"*) continue ;; esac
	eval "\"\$bin\" $command --json" >"$tmp/out" 2>"$tmp/err"
	if [ -s "$tmp/out" ] && "$check" "${command%% *}" <"$tmp/out"; then
		passed=$((passed + 1))
		echo "${command%% *}" >>"$tmp/seen"
	else
		failed=$((failed + 1))
		echo "FAIL $command --json"
		cat "$tmp/err"
	fi
done <tests/cli/json.cases
# none is left out
for command in $(cat "$tmp/list"); do
	grep -qx "$command" "$tmp/seen" || {
		failed=$((failed + 1))
		echo "FAIL no case for $command --json"
	}
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
