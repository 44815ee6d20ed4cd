#!/bin/sh
# smtui why on planted failures and their healthy twins (tests/recipes/failures.py, failures_more.py): exit
# code and node, each within two seconds of processor time.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
passed=0 failed=0
tab=$(printf '\t')

run_cases() {
	if [ ! -s "$1/cases.tsv" ]; then
		echo "FAIL no cases in $1"
		failed=$((failed + 1))
		return
	fi
	while IFS="$tab" read -r model inputs code node; do
		out=$(ulimit -t 2; "$bin" why "$1/$model" --inputs "$inputs" 2>/dev/null)
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
	done <"$1/cases.tsv"
}

run_cases tests/models/failures
run_cases tests/models/failures_more
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
