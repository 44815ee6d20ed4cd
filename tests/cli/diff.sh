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
		# the verdict comes first: the node is on a line of its own
		"$bin" diff "$home/$a" "$home/$b" >"$tmp/out"
		code_got=$?
		check "$a $b" 0 - test "$code_got" = "$code"
		[ "$node" = - ] || check "$a $b" 0 - grep -q "^  $node: " "$tmp/out"
	else
		check "$a $b $inputs" "$code" "$node" "$bin" diff "$home/$a" "$home/$b" --inputs "$inputs"
	fi
done <$home/cases.tsv
x='x=[[1.0,-2.0,3.0,0.5]]'
"$bin" run $home/net --inputs "$x" --dump "$tmp/net" >/dev/null 2>&1
check "dump of itself" 0 - "$bin" diff $home/net "$tmp/net" --inputs "$x"
check "dump of another" 1 StatefulPartitionedCall/StatefulPartitionedCall/out/MatMul/ReadVariableOp \
	"$bin" diff $home/net_weight "$tmp/net" --inputs "$x"
dump() {	# model, inputs: into $tmp/model
	"$bin" run $home/$1 --inputs "$2" --dump "$tmp/$1" >/dev/null 2>&1
}
image=image=random:1
net=StatefulPartitionedCall/StatefulPartitionedCall/net
dump bn_renamed $image
check "dump of renamed layers" 0 - "$bin" diff $home/bn "$tmp/bn_renamed" --inputs $image
dump bn_lost $image
check "dump of renamed layers and lost statistics" 1 $net/other_bn/FusedBatchNormV3/ReadVariableOp \
	"$bin" diff $home/bn_renamed "$tmp/bn_lost" --inputs $image
dump old_weight "$x"
check "dump in other scopes" 1 net/mm/ReadVariableOp "$bin" diff $home/old_resource "$tmp/old_weight" --inputs "$x"
dump vision_average x=random:1
check "dump with another layer" 1 $net/pool/MaxPool "$bin" diff $home/vision "$tmp/vision_average" --inputs x=random:1
dump rounds_relu6 'x=[[1.0,0.5]]'
check "dump of a loop" 1 StatefulPartitionedCall/StatefulPartitionedCall/loop/body/loop/act@3 \
	"$bin" diff $home/rounds "$tmp/rounds_relu6" --inputs 'x=[[1.0,0.5]]'
check "expression" 1 StatefulPartitionedCall/StatefulPartitionedCall/out/MatMul/ReadVariableOp \
	"$bin" diff $home/net $home/net_weight --input_exprs 'x=np.ones((2, 4))'
check "loose" 0 - "$bin" diff $home/net_weight $home/net --inputs "$x" --rtol 2
check "no model" 3 - "$bin" diff $home/net $home/none --inputs "$x"
check "bad tolerance" 2 - "$bin" diff $home/net $home/net --inputs "$x" --rtol x
check "bad key" 3 - "$bin" diff $home/net $home/net --inputs "z=[1.0]"
check "json" 1 - "$bin" diff $home/net $home/net_weight --inputs "$x" --json
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
