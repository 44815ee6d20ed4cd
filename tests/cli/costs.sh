#!/bin/sh
# What smtui cost adds up for the ops that TensorFlow's profiler counts is what the profiler counts, and as many
# parameters as the model's variables have: lines of costs.tsv, by tests/recipes/cost.py.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
passed=0 failed=0
tab=$(printf '\t')
while IFS=$tab read -r model batch macs params ops; do
	case $model in "#"*) continue ;; esac
	got=$("$bin" cost "$model" --batch "$batch" --by op --csv 2>/dev/null |
		awk -F, -v ops=" $ops " 'NR > 1 { p += $3; if (index(ops, " " $1 " ")) m += $2 } END { printf "%.0f %.0f", m, p }')
	if [ "$got" = "$macs $params" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $model, batch $batch: $macs multiply-adds and $params parameters expected, got $got"
	fi
done <tests/cli/costs.tsv
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
