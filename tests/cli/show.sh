#!/bin/sh
# smtui show against what saved_model_cli 2.15.1 printed for the samples and fixtures
# (tests/recipes/show_goldens.py): same bytes, same exit codes. --list_ops prints a Python set, whose order
# is random in the peer: its lines are compared sorted.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
want=tests/models/expected/show
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0

ops_sorted() {
	tr -d "{}'" <"$1" | tr ',' '\n' | sed 's/^ *//' | sort
}

tab=$(printf '\t')
while IFS="$tab" read -r model kind code command; do
	$bin ${command#saved_model_cli } >"$tmp/out" 2>"$tmp/err"
	got=$?
	expected=$want/$model.$kind.txt
	if [ "$kind" = list_ops ]; then
		ops_sorted "$expected" >"$tmp/a"
		ops_sorted "$tmp/out" >"$tmp/b"
	else
		cp "$expected" "$tmp/a"
		cp "$tmp/out" "$tmp/b"
	fi
	if [ "$got" = "$code" ] && cmp -s "$tmp/a" "$tmp/b"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $command: exit $got, expected $code"
		diff "$tmp/a" "$tmp/b" | head -20
	fi
done <$want/cmds.tsv
# the full-size MobileNet
$bin show --dir tests/models/mobilenet_full/1 --all >"$tmp/b" 2>/dev/null
if cmp -s "$tmp/b" tests/models/expected/mobilenet_full/show_all.txt; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "FAIL show --all of the full-size MobileNet"
fi
echo "$passed passed, $failed failed"
[ $failed = 0 ]
