#!/bin/sh
# Random lines, keys, clicks and sizes on the run debugger's screens: nothing may crash or hang them.
#
#   monkey_tfdbg.sh SMTUI [RUNS [SEED]]		prints "N passed, N failed"; from the top of the sources
bin=${1:?usage: monkey_tfdbg.sh SMTUI [RUNS [SEED]]}
runs=${2:-5} seed=${3:-1}
bin=$(cd "$(dirname "$bin")" && pwd)/$(basename "$bin") models=$(pwd)/tests/models
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp" XDG_STATE_HOME="$tmp" XDG_CONFIG_HOME="$tmp"
passed=0 failed=0 i=0
while [ $i -lt "$runs" ]; do
	awk -v seed=$((seed + i)) 'BEGIN {
		srand(seed)
		c = split("run|run -p|s|step|step -t 7|lt|lsn -l 2 -u 9|cont d|cont e -i|cont last -r|c f|ct sp:1|cont loop/Exit_1|cont lg|inject c 3|inject b/read np.ones(3)|inject sp:0 [1,2]|pt c|pt d -a|lt -s dump_size -r|lt -n l.*|lt -f has_inf_or_nan|ni lg -a -d -t|ni d|li -c -r -t lg|lo -r x|pt lg|pt x[0]|pt big -a|pt big:0[3:9,:] -r [0,9]|pt loop/dbl:0 -n 1|eval 1+1|eval np.max(`lg:0`)|eval `nosuch`|ps x.py|ls|lp|lp -s op_time -r|lp -e >1us|pf x|run_info|config|help|help lt|version|frob|prev|next|mouse off|mouse on|/0|/[a-z]+|/|/(|@0,0|@[2]|@|@-1|lt > /dev/null|exit", command, "|")
		n = split("PgUp PgDn PgDn PgDn Home End Up Down Up Left Right Tab Backspace C-a C-e C-k C-u Enter l t p Space C-l Esc", key, " ")
		print "size " (30 + int(rand() * 130)) " " (9 + int(rand() * 40))
		for (k = 0; k < 150; k++) {
			x = rand()
			if (x < 0.5) { print "key C-u"; print "type " command[1 + int(rand() * (c - (rand() < 0.9)))]; print "key Enter" }
			else if (x < 0.65) print "click " int(rand() * 160) " " int(rand() * 50)
			else if (x < 0.7) print "wheel 5 5 " (rand() < 0.5 ? -1 : 1)
			else if (x < 0.75) print "size " (5 + int(rand() * 240)) " " (3 + int(rand() * 60))
			else print "key " key[1 + int(rand() * n)]
		}
	}' >"$tmp/keys"
	d=serving_default
	d=$d,$d,$d,$d
	case $((i % 3)) in
	0) set -- "$models/tfdbg/steps" --inputs "ph=$models/tfdbg/steps.npz[ph];x=$models/tfdbg/steps.npz[x]" --signature_def $d,$d,$d ;;
	1) set -- "$models/tfdbg/layers" "$models/tfdbg/layers.npz" --signature_def $d,$d,$d ;;
	2) set -- "$models/tfdbg/mixed" --inputs "x=$models/tfdbg/mixed.npz[x]" --signature_def loop,types,again,loop,types,again,loop,types,again,types ;;
	esac
	SMTUI_SCRIPT=$tmp/keys timeout 120 "$bin" run "$@" --tf_debug >"$tmp/out" 2>&1
	rc=$?
	if [ $rc -gt 2 ] || grep -q 'Sanitizer\|runtime error' "$tmp/out"; then
		failed=$((failed + 1))
		echo "FAIL $1, seed $((seed + i)): exit $rc"
		grep -m1 -A12 'ERROR: \|runtime error' "$tmp/out" || tail -n 30 "$tmp/out"
	else
		passed=$((passed + 1))
	fi
	i=$((i + 1))
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
