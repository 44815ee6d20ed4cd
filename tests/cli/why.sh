#!/bin/sh
# smtui why on planted failures and their healthy twins (tests/recipes/failures.py): exit code and node.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
home=tests/models/failures
passed=0 failed=0
tab=$(printf '\t')
while IFS="$tab" read -r model inputs code node; do
	out=$("$bin" why "$home/$model" --inputs "$inputs" 2>/dev/null)
	got=$?
	first=$(printf '%s\n' "$out" | sed -n '1s/: .*//p')
	[ "$node" != - ] || first=-
	if [ "$got" = "$code" ] && [ "$first" = "$node" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $model $inputs: exit $got and $first, not $code and $node"
		printf '%s\n' "$out" | head -12
	fi
done <$home/cases.tsv
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
