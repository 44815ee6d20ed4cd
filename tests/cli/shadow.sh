#!/bin/sh
# smtui shadow and diff --against on models whose rounding is known (tests/recipes/shadows.py): exit code, node, and
# what the JSON must say.
cd "${srcdir:-.}" || exit 2
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd tests/models/shadows || exit 2
passed=0 failed=0
tab=$(printf '\t')
said() {	# what; the rest is a test
	what=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $what"
	fi
}
# The member `field` of the output `key` in a shadow's JSON.
output() {
	awk -v key="\"$1\"" -v field="\"$2\":" '
		/"outputs": \[/ { on = 1 }
		on && $1 == "\"key\":" { mine = $2 == key "," || $2 == key }
		on && mine && $1 == field { sub(/,$/, "", $2); print $2; exit }' "$tmp/json"
}
near() {	# two numbers, and how near
	awk -v a="$1" -v b="$2" -v by="$3" 'BEGIN {
		d = a - b; if (d < 0) d = -d; m = b < 0 ? -b : b
		exit !(a != "" && d <= by * m) }'
}
holds() {	# KEY=VALUE of a case
	key=${1%%=*} value=${1#*=}
	case $key in
	has*) grep -qF "$value" "$tmp/json" ;;
	piled:*) near "$(output "${key#*:}" piled)" "$value" 1e-7 ;;
	piled~*) near "$(output "${key#*~}" piled)" "$value" 1e-3 ;;
	different:*) [ "$(output "${key#*:}" different)" = "$value" ] ;;
	*) grep -q "^  \"$key\": $value,\$" "$tmp/json" ;;
	esac
}
while IFS="$tab" read -r model inputs code node rest; do
	"$bin" shadow "$model" --inputs "$inputs" --json >"$tmp/json" 2>"$tmp/err"
	got=$?
	is=$(sed -n 's/^  "node": "\(.*\)",$/\1/p' "$tmp/json" | head -1)
	said "$model $inputs: exit $got, not $code: $(cat "$tmp/err")" [ $got = "$code" ]
	said "$model $inputs: $is, not $node" [ "${is:--}" = "$node" ]
	while [ -n "$rest" ]; do
		one=${rest%%"$tab"*}
		said "$model $inputs: $one" holds "$one"
		[ "$one" = "$rest" ] && break
		rest=${rest#*"$tab"}
	done
done <cases.tsv
names() {	# keys of a list of the JSON: list, member, how many must differ (0: none)
	awk -v list="\"$1\":" -v member="\"$2\":" '
		index($0, list) && /\[/ { on = 1 }
		on && $1 == member { name = $2; gsub(/[",]/, "", name) }
		on && $1 == "\"different\":" { n = $2 + 0; if (n == 0) print name }
		on && /^  \]/ { exit }' "$tmp/json" | sort
}
sorted() {
	echo "$1" | tr ';' '\n' | sed 's/^-$//; /^$/d' | sort
}
while IFS="$tab" read -r model inputs against code first ends same; do
	"$bin" diff "$model" --inputs "$inputs" --against "$against" --json >"$tmp/json" 2>"$tmp/err"
	got=$?
	is=$(sed -n 's/^  "node": "\(.*\)",$/\1/p' "$tmp/json" | head -1)
	said "$against: exit $got, not $code: $(cat "$tmp/err")" [ $got = "$code" ]
	said "$against: $is, not $first" [ "${is:--}" = "$first" ]
	said "$against: ends at $(names ends_at node | tr '\n' ' ')" [ "$(names ends_at node)" = "$(sorted "$ends")" ]
	said "$against: same are $(names outputs key | tr '\n' ' ')" [ "$(names outputs key)" = "$(sorted "$same")" ]
done <twice.tsv
# which branch runs, in numbers: sin with A's inputs, cos with B's
"$bin" diff two --inputs 'x=[1.0,2.0,3.0];y=[1.0,2.0,3.0]' --against 'x=[-9.0,2.0,3.0]' >"$tmp/out"
said "one node on each side" grep -q "1 run with A's inputs only, 1 with B's" "$tmp/out"
# the table: sorted by what is asked, in the order of the run, filtered
"$bin" shadow loop --inputs 'x=[0.7,1.3]' --sort abs --rows 0 --csv >"$tmp/csv" 2>/dev/null
said "sorted by abs" awk -F, 'NR > 2 && $7 != "" && $7 + 0 > last { bad = 1 } NR > 1 { last = $7 + 0 }
	END { exit bad || NR < 80 }' "$tmp/csv"
"$bin" shadow loop --inputs 'x=[0.7,1.3]' --only op:Mul --rows 0 --csv >"$tmp/csv" 2>/dev/null
said "forty products" [ "$(grep -c ',Mul,' "$tmp/csv")" = 40 ]
said "and nothing else" [ "$(wc -l <"$tmp/csv")" -eq 41 ]
"$bin" shadow loop --inputs 'x=[0.7,1.3]' --sort piled --least 2e-7 --csv >"$tmp/csv" 2>/dev/null
said "those of 2e-7 and more" awk -F, 'NR > 1 && $14 + 0 < 2e-7 { bad = 1 } END { exit bad || NR < 3 }' "$tmp/csv"
# wrong words are usage errors
for wrong in '--sort size' '--least 3' '--sort op --least 3' '--only op:' '--sort abs --least x' '--limit x'; do
	"$bin" shadow loop --inputs 'x=[0.7,1.3]' $wrong >/dev/null 2>"$tmp/err"
	said "$wrong" [ $? = 2 ]
done
"$bin" diff two --inputs 'x=[1.0,2.0,3.0]' >/dev/null 2>&1
said "one operand alone" [ $? = 2 ]
# in the debugger: another run with the inputs at hand, where it stands stays
"$bin" debug cancel --inputs 'x=[0.3,1.7,5.0]' -c 'start; step; shadow --sort piled --rows 1; where' >"$tmp/out" 2>&1
said "shadow at the prompt" grep -q 'y: up to 3, 0.375 of its scale' "$tmp/out"
"$bin" debug two --inputs 'x=[1.0,2.0,3.0];y=[1.0,2.0,3.0]' -c "start; diff --against 'y=[1.0,2.0,4.0]'" >"$tmp/out" 2>&1
said "diff at the prompt" grep -q "^${PLAIN:-PartitionedCall/PartitionedCall/}twice: the runs part here" "$tmp/out"
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 60 ]
