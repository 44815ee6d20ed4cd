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

out=$(timeout --preserve-status -k 30 -s INT 1 "$bin" debug "$layers" "$layers.npz" \
	-c 'tune "mean(`2.0`*x)" ; tune out --steps 1000000000; eval 700001' 2>&1)
rc=$?
echo "$out" | tail -3 >"$tmp/out"
[ "$rc" = 130 ] || fail "^C leaves with $rc"
hasnt 700001
has interrupted

[ "$passed" -ge 23 ] || failed=$((failed + 1))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
