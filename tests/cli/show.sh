#!/bin/sh
# smtui show against what saved_model_cli 2.15.1 printed for the samples and fixtures
# (tests/recipes/show_goldens.py): same bytes, same exit codes. What is random in the peer is compared as a
# set (sets.awk).
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
want=tests/models/expected/show
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0

tab=$(printf '\t')
while IFS="$tab" read -r model kind code command; do
	$bin ${command#saved_model_cli } >"$tmp/out" 2>"$tmp/err"
	got=$?
	awk -f tests/cli/sets.awk "$want/$model.$kind.txt" >"$tmp/a"
	awk -f tests/cli/sets.awk "$tmp/out" >"$tmp/b"
	if [ "$got" = "$code" ] && cmp -s "$tmp/a" "$tmp/b"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $command: exit $got, expected $code"
		diff "$tmp/a" "$tmp/b" | head -20
	fi
done <$want/cmds.tsv
# the full-size MobileNet
$bin show --dir tests/models/mobilenet_full/1 --all 2>/dev/null | awk -f tests/cli/sets.awk >"$tmp/b"
awk -f tests/cli/sets.awk tests/models/expected/mobilenet_full/show_all.txt >"$tmp/a"
if cmp -s "$tmp/a" "$tmp/b"; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "FAIL show --all of the full-size MobileNet"
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
