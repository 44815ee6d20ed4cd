#!/bin/sh
# smtui batch on models that mix the examples of a batch and their healthy twins (tests/recipes/batches.py): exit
# code, output and node, and the difference that TensorFlow finds between the batch and the example alone.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
dir=tests/models/batches
passed=0 failed=0
tab=$(printf '\t')

fail() {
	failed=$((failed + 1))
	echo "FAIL $model: $1"
	printf '%s\n' "$out" | head -12
}

while IFS="$tab" read -r model options code what node; do
	out=$("$bin" batch "$dir/$model" $options 2>/dev/null)
	got=$?
	case $what in
	-) want='each example alone' ;;
	size) want="/$node: " ;;
	random) want="^random: .*/$node\$" ;;
	*) want="first mixed by .*/$node (" ;;
	esac
	if [ "$got" != "$code" ]; then
		fail "exit $got, not $code"
	elif ! printf '%s\n' "$out" | grep -q -- "$want"; then
		fail "no \"$want\""
	elif [ "$code" = 0 ] && printf '%s\n' "$out" | grep -q 'mixes\|fails'; then
		fail "a false finding"
	else
		passed=$((passed + 1))
	fi
done <$dir/cases.tsv

# the largest difference between the second example in the batch and alone, as TensorFlow has it
while IFS="$tab" read -r model key most; do
	options=$(grep "^$model$tab" $dir/cases.tsv | cut -f2)
	all=${options#--inputs x=}
	second=$(printf '%s' "$all" | sed 's/^\[\[[^]]*\],\(\[[^]]*\]\),.*/[\1]/')
	out=$("$bin" run "$dir/$model" --inputs "x=$all" --json 2>/dev/null
		"$bin" run "$dir/$model" --inputs "x=$second" --json 2>/dev/null)
	got=$(printf '%s\n' "$out" | tr -d ' \n' | sed 's/\]\[/]\n[/' | sed "s/.*\"key\":\"$key\"[^}]*\"value\":\[\([^}]*\)\]}.*/\1/" |
		tr -d '[]' | awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) a[i] = $i; n = NF }
		NR == 2 { for (i = 1; i <= NF; i++) { d = a[NF + i] - $i; if (d < 0) d = -d; if (d > m) m = d } }
		END { printf "%.6g", m }')
	if awk "BEGIN { d = $got - $most; exit !(d < 1e-4 && d > -1e-4 && $most > 0) }"; then
		passed=$((passed + 1))
	else
		fail "$key differs by $got, by $most in TensorFlow"
	fi
done <$dir/expected.tsv
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 30 ]
