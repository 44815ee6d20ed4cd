#!/bin/sh
# Random keys on the scripted terminal: no key in any state may crash or hang the screen.
#
#   monkey.sh SMTUI MODEL [RUNS [SEED]]		prints "N passed, N failed"
bin=${1:?usage: monkey.sh SMTUI MODEL [RUNS [SEED]]}
model=${2:?usage: monkey.sh SMTUI MODEL [RUNS [SEED]]}
runs=${3:-5} seed=${4:-1}
bin=$(cd "$(dirname "$bin")" && pwd)/$(basename "$bin") model=$(cd "$model" && pwd)
tmp=$(mktemp -d) || exit 2	# x and S write where the keys say
trap 'rm -rf "$tmp"' EXIT
XDG_STATE_HOME=$tmp/state	# notes are kept there
export XDG_STATE_HOME
passed=0 failed=0 i=0
while [ $i -lt "$runs" ]; do
	awk -v seed=$((seed + i)) 'BEGIN {
		srand(seed)
		n = split("j k Down Up PageDown PageUp Home End Enter Backspace Left Right Tab h l g G v V t L { } [ ] i o O r s Space f c . u U b B H J d n N z m p y x e E ? q 1 3 9 Esc < > + - * = F10 F11 w X ; ( ) P a I @ C S F9 C-p H T W Y B F x \047 S-Tab A-Left C-u C-d", key, " ")
		w = split("a 0 bn add zeros op:Add [0] x=1 ^ nan max [0,1] >0 0,0,0 :,: 0,:,:,1 [[0,1],[2,inf]] bad", word, " ")
		c = split("until op:Add|break op:Identity|run|step 5|next|back 3|pt|lt|bt|info|finish|continue|goto 3|feed|outputs|help|breaks|nosuch|delete|rc|up|down 2|watch op:AddV2|watch any if nan|set budget 1K|worst|expect op:AddV2 max < 3|ignore 1 2|commands 1 pt|recompute 3|break any@2|tbreak op:Mul if iter == 1|bt|unwatch|save -|seek nan|seek [[-1,0],[1,2]]|seek max x|@0,0|@:,:|prof -b op|pulse|pulse -a|pt -r [0,1]|pt --mosaic|pt --heat|why|feed x ones|feed x random:3|batch|preprocess|note any it is|note|repro|display op:AddV2|display np.abs(x)|undisplay|p 1+1|p|eval `nosuch`|x/4|x/2x|info locals|info registers|condition 1 max > 2|clear|layout next|layout regs|whatis x|si 2|set var x 1|edit add zeros|edit add:0[0] 3|edit x ones|edit add nan|edit attr add x 3|edit attr MatMul transpose_b true|edit var kernel 0|edit var v 1 at add|edits|undo|undo 1|undo all|edit add identity|edit add np.ones(3)", command, "|")
		print "size " (60 + int(rand() * 100)) " " (16 + int(rand() * 40))
		for (k = 0; k < 150; k++) {
			x = rand()
			if (x < 0.04) { print "key :"; print "type " command[1 + int(rand() * c)]; print "key Enter" }
			else if (x < 0.06) { print "key /"; print "type " word[1 + int(rand() * w)]; print "key Enter" }
			else if (x < 0.07) { print "key \\"; print "type " word[1 + int(rand() * w)]; print "key Enter" }
			else if (x < 0.08) print (rand() < 0.5 ? "click " : "dclick ") int(rand() * 160) " " int(rand() * 50)
			else if (x < 0.09) print "size " (20 + int(rand() * 140)) " " (5 + int(rand() * 50))
			else if (x < 0.6) print "key " key[1 + int(rand() * 12)]
			else print "key " key[1 + int(rand() * n)]
		}
	}' >"$tmp/keys"
	mode=""
	[ $((i % 2)) = 1 ] && mode=debug
	(cd "$tmp" && SMTUI_SCRIPT=$tmp/keys exec timeout 120 "$bin" $mode "$model") >"$tmp/out" 2>&1
	rc=$?
	if [ $rc -gt 2 ] || grep -q 'Sanitizer\|runtime error' "$tmp/out"; then
		failed=$((failed + 1))
		echo "FAIL $model, seed $((seed + i)) $mode: exit $rc"
		grep -m1 -A12 'ERROR: \|runtime error' "$tmp/out" || tail -n 30 "$tmp/out"
	else
		passed=$((passed + 1))
	fi
	i=$((i + 1))
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
