#!/bin/sh
# Scripts of commands: an error ends neither -c nor a line of --batch, ^C ends all of it; and what stands beside edits:
# runs of their own say that they are without them, outputs are edited by their keys, NaN has no sign.
src=${srcdir:-.}
bin=${top_builddir:-.}/smtui
case $bin in /*) ;; *) bin=$PWD/$bin ;; esac
cd "$src" || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export XDG_STATE_HOME="$tmp" XDG_CONFIG_HOME="$tmp" HOME="$tmp"
passed=0 failed=0
layers=tests/models/tfdbg/layers

debug() {	# WANTED-RC ARGUMENT...
	want=$1
	shift
	"$bin" debug "$layers" "$layers.npz" "$@" >"$tmp/out" 2>&1
	rc=$?
	[ "$rc" = "$want" ] || fail "leaves with $rc instead of $want"
}
fail() {
	failed=$((failed + 1))
	echo "FAIL $1"
	cat "$tmp/out"
}
has() {
	if grep -qE -- "$1" "$tmp/out"; then passed=$((passed + 1)); else fail "no line like: $1"; fi
}
hasnt() {
	if grep -qE -- "$1" "$tmp/out"; then fail "a line like: $1"; else passed=$((passed + 1)); fi
}

debug 1 -c 'nosuch_thing; eval 700001; pt nosuch; eval 700002' -c 'eval 700003 # eval 700009'
for i in 1 2 3; do has "70000$i"; done
has 'smtui: no command "nosuch_thing"'
hasnt 700009
echo 'nosuch_thing; eval 700001' >"$tmp/in"
echo 'quit; eval 700002' >>"$tmp/in"
debug 1 --batch "$tmp/in"
has 700001
hasnt 700002

debug 0 -c 'run; why'
hasnt 'edits? in force'
debug 0 -c 'run; edit layer/y:0[0,0] nan; why; undo all; why'
has '^why: a run of its own, without the 1 edit in force$'
[ "$(grep -c 'in force' "$tmp/out")" = 1 ] || fail 'the note after undo'
debug 0 -c 'run; edit layer/y:0[0,0] 3; edit b 0; shadow --rows 1; batch; diff --against x=zeros'
for c in shadow batch diff; do has "^$c: a run of its own, without the 2 edits in force\$"; done
"$bin" debug "$layers" "$layers.npz" -c 'run; edit b 0 > /dev/null; why --json > '"$tmp/why.json" >"$tmp/out" 2>&1
has '^why: a run of its own'
[ "$(head -c 1 "$tmp/why.json")" = '{' ] || fail 'the JSON of why begins with something else'

quiet() {
	want=$1
	shift
	"$bin" debug tests/models/failures/quiet --inputs 'x=[1.0,2.0]' -c "$1" >"$tmp/out" 2>&1
	rc=$?
	[ "$rc" = "$want" ] || fail "leaves with $rc instead of $want"
}
quiet 1 'edit y[-1] 2.5; start; pt y; run; pt y; edit nosuch 1'
has '^smtui: (the output y is not there|y has not run) yet$'
has '^array\(\[.*, 2.5 *\], dtype=float32\)'
has '^smtui: no node "nosuch"'

quiet 0 'run; edit y np.array([np.nan,1])*-1; top; eval y'	# in bits that is -NaN
has '^ *2 +0 +nan$'
hasnt '[-]nan'

# an edit that makes a loop of one that ended: the run stops at its limits, goes on node by node, and the edit goes
endless() {	# LIMIT
	i=tests/models/tf1/tf1_branches/expected/n1
	"$bin" debug "tests/models/tf1/tf1_branches/model#n1" --inputs "x=$i/in_x.npy;n=$i/in_n.npy" "$@" \
		-c 'run; edit Less = True; info edits; back 3; pt cond_4/while/mod; step 2; undo; goto 60; continue' \
		>"$tmp/out" 2>&1
	rc=$?
	[ "$rc" = 0 ] || fail "$1: leaves with $rc"
	has '^edit 1 is gone; [1-9]'
	[ "$(grep -c '^done: 116 nodes ran$' "$tmp/out")" = 3 ] || fail "$1: does not come to its end again"
}
endless --max-memory 4M
has 'before node cond_4/while/.*: the record of 10... nodes takes 4 MiB, and may not take more \(--max-memory'
endless --max-iterations 20
has '^  node cond_4/while/LoopCond@20 .*: the loop goes round more than 20 times$'

# a loop that ends in another round, and hands on what it handed on before: who takes that does not run again
mkdir "$tmp/loop"
cat >"$tmp/loop/saved_model.pbtxt" <<'END'
saved_model_schema_version:1 meta_graphs{meta_info_def{tags:'serve'} graph_def{
node{name:'x' op:'Placeholder'  attr{key:'dtype' value{type:DT_FLOAT}}}
node{name:'zero' op:'Const'  attr{key:'dtype' value{type:DT_INT32}}attr{key:'value' value{tensor{dtype:DT_INT32 tensor_shape{} int_val:0}}}}
node{name:'i' op:'Enter' input:'zero' attr{key:'T' value{type:DT_INT32}}attr{key:'frame_name' value{s:'f'}} attr{key:'is_constant' value{b:false}}}
node{name:'y' op:'Enter' input:'x' attr{key:'T' value{type:DT_FLOAT}}attr{key:'frame_name' value{s:'f'}} attr{key:'is_constant' value{b:false}}}
node{name:'Merge_i' op:'Merge' input:'i' input:'Next_i' attr{key:'T' value{type:DT_INT32}}attr{key:'N' value{i:2}}}
node{name:'Merge_y' op:'Merge' input:'y' input:'Next_y' attr{key:'T' value{type:DT_FLOAT}}attr{key:'N' value{i:2}}}
node{name:'three' op:'Const' input:'^Merge_i' attr{key:'dtype' value{type:DT_INT32}}attr{key:'value' value{tensor{dtype:DT_INT32 tensor_shape{} int_val:3}}}}
node{name:'Less' op:'Less' input:'Merge_i' input:'three' attr{key:'T' value{type:DT_INT32}}}
node{name:'go' op:'LoopCond' input:'Less' }
node{name:'Switch_i' op:'Switch' input:'Merge_i' input:'go' attr{key:'T' value{type:DT_INT32}}}
node{name:'Switch_y' op:'Switch' input:'Merge_y' input:'go' attr{key:'T' value{type:DT_FLOAT}}}
node{name:'Id' op:'Identity' input:'Switch_i:1' attr{key:'T' value{type:DT_INT32}}}
node{name:'one' op:'Const' input:'^Id' attr{key:'dtype' value{type:DT_INT32}}attr{key:'value' value{tensor{dtype:DT_INT32 tensor_shape{} int_val:1}}}}
node{name:'add' op:'Add' input:'Id' input:'one' attr{key:'T' value{type:DT_INT32}}}
node{name:'Next_i' op:'NextIteration' input:'add' attr{key:'T' value{type:DT_INT32}}}
node{name:'Next_y' op:'NextIteration' input:'Switch_y:1' attr{key:'T' value{type:DT_FLOAT}}}
node{name:'Exit' op:'Exit' input:'Switch_y' attr{key:'T' value{type:DT_FLOAT}}}
node{name:'z' op:'Neg' input:'Exit' attr{key:'T' value{type:DT_FLOAT}}}
}
signature_def{key:'serving_default' value{inputs{key:'x' value{name:'x:0' dtype:DT_FLOAT tensor_shape{}}}outputs{key:'z' value{name:'z:0' dtype:DT_FLOAT tensor_shape{}}}}}}
END
"$bin" debug "$tmp/loop" --inputs x=2.5 -c 'run; edit go@1 False; undo; pt z' >"$tmp/out" 2>&1 || fail 'a loop by hand'
has '^edit 1: go:0@1; 4 nodes ran again, of 5 that depend on it$'
has '^edit 1 is gone; 28 nodes ran again, of 29 that depend on it$'
has '^array\(-2.5, dtype=float32\)$'

out=$(timeout --preserve-status -k 30 -s INT 1 "$bin" debug "$layers" "$layers.npz" \
	-c 'tune "mean(`2.0`*x)" ; tune out --steps 1000000000; eval 700001' 2>&1)
rc=$?
echo "$out" | tail -3 >"$tmp/out"
[ "$rc" = 130 ] || fail "^C leaves with $rc"
hasnt 700001
has interrupted

[ "$passed" -ge 26 ] || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
