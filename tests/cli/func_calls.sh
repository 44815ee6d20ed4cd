#!/bin/sh
# smtui run --function prints what TensorFlow's restored functions give, for each block of
# tests/models/calls/calls.txt (made by tests/recipes/calls.py): results, or the text of the exception.
# Blocks that tests/cli/func_calls.missing lists may end in "smtui has no kernel".
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
home=tests/models/calls
awk -v tmp="$tmp" '/^# /{n++; print substr($0, 3) > (tmp "/" n ".call"); next} {print > (tmp "/" n ".want")}' \
	$home/calls.txt
passed=0 failed=0
for c in "$tmp"/*.call; do
	line=$(cat "$c")
	model=${line%%: *} calls=${line#*: }
	want=${c%.call}.want
	[ -f "$want" ] || : >"$want"
	"$bin" run "$home/$model" --function "$calls" >"$tmp/out" 2>&1 </dev/null
	awk -f tests/cli/sets.awk "$want" >"$tmp/a"	# maps are sorted here
	awk -f tests/cli/sets.awk "$tmp/out" >"$tmp/b"
	if cmp -s "$tmp/a" "$tmp/b"; then
		passed=$((passed + 1))
	elif grep -qxF "$line" tests/cli/func_calls.missing && grep -q "no kernel for" "$tmp/out"; then
		echo "not yet: $line"
	else
		failed=$((failed + 1))
		echo "FAIL $line"
		diff "$tmp/a" "$tmp/b" | head -12
	fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
