#!/bin/sh
# smtui diff on pairs of exports (tests/recipes/diffs.py): exit code and node; then runs against dumps.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
home=tests/models/diffs
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
tab=$(printf '\t')
check() {	# name, exit code, node; the rest is the command
	name=$1 code=$2 node=$3
	shift 3
	out=$("$@" 2>&1)
	got=$?
	first=$(printf '%s\n' "$out" | sed -n '1s/: .*//p')
	[ "$node" != - ] || first=-
	if [ "$got" = "$code" ] && [ "$first" = "$node" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $name: exit $got and $first, not $code and $node"
		printf '%s\n' "$out" | head -12
	fi
}
while IFS="$tab" read -r a b inputs code node; do
	if [ "$inputs" = - ]; then
		check "$a $b" "$code" "$node" "$bin" diff "$home/$a" "$home/$b"
	else
		check "$a $b $inputs" "$code" "$node" "$bin" diff "$home/$a" "$home/$b" --inputs "$inputs"
	fi
done <$home/cases.tsv
x='x=[[1.0,-2.0,3.0,0.5]]'
"$bin" run $home/net --inputs "$x" --dump "$tmp/net" >/dev/null 2>&1
check "dump of itself" 0 - "$bin" diff $home/net "$tmp/net" --inputs "$x"
check "dump of another" 1 StatefulPartitionedCall/StatefulPartitionedCall/out/MatMul/ReadVariableOp \
	"$bin" diff $home/net_weight "$tmp/net" --inputs "$x"
check "loose" 0 - "$bin" diff $home/net_weight $home/net --inputs "$x" --rtol 2
check "no model" 3 - "$bin" diff $home/net $home/none --inputs "$x"
check "bad tolerance" 2 - "$bin" diff $home/net $home/net --inputs "$x" --rtol x
check "bad key" 3 - "$bin" diff $home/net $home/net --inputs "z=[1.0]"
check "json" 1 - "$bin" diff $home/net $home/net_weight --inputs "$x" --json
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
