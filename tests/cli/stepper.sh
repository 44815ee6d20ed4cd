#!/bin/sh
# The node stepper of run --tf_debug: what stepper.expected says of each continue, step and injection (what was fed and
# from where, what was updated, the value, each node's state), then its lists, texts and errors, and that nothing of it
# is left for the run that follows.
src=${srcdir:-.}
bin=${top_builddir:-.}/smtui
m=$src/tests/models/tfdbg
tmp=$(mktemp -d) || exit 1
trap 'rm -rf "$tmp"' EXIT
HOME=$tmp
export HOME
failed=0

# The lines of stdin at the stepper of the model steps.
stepper() {
	{ echo s; cat; echo exit; } | "$bin" run "$m/steps" --inputs "ph=$m/steps.npz[ph];x=$m/steps.npz[x]" --tf_debug --ui readline 2>&1
}

# ---- against the recipe ----

# Each scenario by itself: commands with a list behind each, its answers as lines.
play() {
	awk '{ print; print "lt" }' "$1" | stepper | awk -v commands="$1" '
	function put(text) { out[++n_out] = text }
	function flush(  i, cmd) {
		if (!at) return
		print "> " command[at]
		cmd = "LC_ALL=C sort"
		for (i = 1; i <= n_feed; i++) print feed[i] | cmd
		close(cmd)
		for (i = 1; i <= n_up; i++) print up[i] | cmd
		close(cmd)
		print "value " value
		for (i = 1; i <= n_state; i++) print state[i] | cmd
		close(cmd)
		n_feed = n_up = n_state = 0
		value = ""
	}
	BEGIN { while ((getline text < commands) > 0) command[++total] = text }
	# the first prompt answers "s", the stepper itself the second: its list
	sub(/^tfdbg> /, "") { prompt++
		if (prompt > 1 && prompt % 2 == 0) { flush(); at++; part = "command" }
		else part = "list" }
	prompt < 2 || at > total { next }
	part == "list" && /^ *(-->)?\([0-9]+ \/ [0-9]+\)  \[/ {
		s = $0
		sub(/^[^[]*\[/, "", s)
		letters = substr(s, 1, 6)
		gsub(/ /, ".", letters)
		if (letters != "......") state[++n_state] = "state " substr(s, 9) " " letters
		next
	}
	part == "command" && /^Stepper used feeds:/ { part = "feeds"; next }
	part == "feeds" && /^  [^ ]+ : / { feed[++n_feed] = "feed " $1 " " $3; next }
	(part == "feeds" || part == "updated") && /^$/ { part = "middle"; next }
	part == "middle" && /^Updated:/ { part = "updated"; next }
	part == "updated" { up[++n_up] = "updated " $1; next }
	(part == "middle" || part == "command") && /^Tensor "/ { part = "tensor"; next }
	part == "tensor" && /^(array|None|  *[^ds ])/ {
		sub(/^ */, "")
		if ($0 != "") value = value (value == "" ? "" : " ") $0
	}
	END { if (at <= total) flush() }'
}

awk -v dir="$tmp" '/^scenario/ { n++ } /^> / && n { print substr($0, 3) > (dir "/commands." n) }
	!/^#/ && !/^scenario/ && n { print > (dir "/expected." n) }' "$src/tests/cli/stepper.expected"
n=0
for c in "$tmp"/commands.*; do
	k=${c##*.}
	play "$c" >"$tmp/got.$k"
	if ! diff -u "$tmp/expected.$k" "$tmp/got.$k"; then
		echo "FAIL scenario $k"
		failed=1
	fi
	n=$((n + $(wc -l <"$c")))
done
[ "$n" -ge 40 ] || { echo "FAIL only $n commands were compared"; failed=1; }
echo "$n commands compared"

# ---- lists, texts, errors ----

# check WHAT LINE: the line stands in $tmp/out as a whole.
check() {
	grep -qxF -- "$2" "$tmp/out" || { echo "FAIL $1: no line: $2"; failed=1; }
}
check_not() {
	! grep -qF -- "$2" "$tmp/out" || { echo "FAIL $1: there is: $2"; failed=1; }
}
said() {
	printf "$1\n" | stepper >"$tmp/out"
}

said 'lt -l 2 -u 4'
check title 'tfdbg> Node Stepper: run #1: 4 fetches; 2 feeds'
check first 'Topologically-sorted transitive input(s) and fetch(es):'
check arrow '  -->(1 / 19)  [P     ] ph'
check legend '  H - Already continued-to; Tensor handle available from output slot(s)'
check legend '  D - Dirty variable: Variable already updated this node stepper.'
[ "$(sed '1,/^Legend/d' "$tmp/out" | grep -c '([0-9]* / 19)')" = 2 ] || { echo "FAIL bounds"; failed=1; }
said 'lsn -l 1'			# both, or neither counts
[ "$(grep -c '(1 / 19)' "$tmp/out")" = 2 ] || { echo "FAIL one bound"; failed=1; }
said 'list_sorted_nodes --lower_bound -5 --upper_bound 500'
[ "$(grep -c '(19 / 19)' "$tmp/out")" = 2 ] || { echo "FAIL bounds beyond the list"; failed=1; }

said 'cont c'			# the window: two before, three from it on
awk '/^tfdbg> /{n++} n==2{ if (/^Continued/) exit; print }' "$tmp/out" | tr -d '\n' | sed 's/tfdbg> //' >"$tmp/window"
[ "$(grep -o '([0-9]* / 19)' "$tmp/window" | tr '\n' ' ')" = '(3 / 19) (4 / 19) (5 / 19) (6 / 19) (7 / 19) ' ] &&
	grep -qF -- '-->(5 / 19)  [  H   ] c' "$tmp/window" || { echo "FAIL window"; cat "$tmp/window"; failed=1; }
check cont 'Continued to c:'
check cont '  ph:0 : client'
check cont 'Tensor "c":'
check cont '  dtype: float32'
for alias in ct c; do
	said "$alias d:0"
	check "alias $alias" 'Continued to d:0:'
done
for alias in st s; do
	said "$alias"
	check "alias $alias" 'Continued to ph:'
done
said 'cont done --invalidate_from_updated_variables --restore_variable_values'
check operation 'None'
check operation '  a:0'
said 'step -t 0'
check_not 'no steps' 'Continued'
said 'step --num_times -1'
check 'steps back' 'tfdbg> ERROR: Invalid number of times to step: -1'
said 'step -t 19\nstep'
check 'the end' 'tfdbg> ERROR: Cannot step any further because the end of the sorted transitive closure has been reached.'
said 'cont a/Assign\ncont nosuch\npt nosuch:0\ninject nosuch 1\npt sp\ninject sp 1\npt d\ncont d:1\ncont\ncont d -q\ninject c foo(\nni c'
check 'outside' 'tfdbg> ERROR: a/Assign is not in the transitive closure of this stepper instance.'
check 'unknown' 'tfdbg> ERROR: nosuch is not in the transitive closure of this stepper instance.'
check 'unknown' 'tfdbg> ERROR: nosuch:0 is not in the transitive closure of this stepper instance.'
check 'two outputs' 'tfdbg> ERROR: Node sp has more than one output tensor. Please use full tensor name.'
check 'no value' 'tfdbg> This stepper instance does not have access to the value of tensor "d:0"'
check 'no output' "<class 'KeyError'>: \"The name 'd:1' refers to a Tensor which does not exist. The operation, 'd', exists but only has 1 outputs.\""
check 'syntax' 'tfdbg> Syntax error for command: cont'
check 'bad value' 'tfdbg> Error occurred during handling of command: inject_value c foo(:'
check 'no node_info here' 'tfdbg> ERROR: Invalid command prefix "ni"'

said 'cont sp\npt sp:0\npt x[1]\npt x:0[0:1] -r [0,6] -a\nprint_tensor x --ranges [[6,inf]] --all'
check 'print' 'tfdbg> Tensor "sp:0":'
check 'a scalar of a slice' 'tfdbg> Tensor "x:0[1]":'
check 'a scalar of a slice' '7.0'
check 'ranges' 'tfdbg> Tensor "x:0[0:1]": Highlighted([0,6]): 1 of 1 element(s) (100.00%)'
check 'ranges' 'tfdbg> Tensor "x:0": Highlighted([[6,inf]]): 1 of 2 element(s) (50.00%)'
for alias in inject_value inject override_value override; do
	said "$alias c np.float32(4)\npt c\ncont d"
	check "$alias" 'tfdbg> Injected value "np.float32(4)"'
	check "$alias" '  to tensor "c:0":'
	check "$alias" '  c:0 : override'
	check "$alias" 'array(7., dtype=float32)'
done
said 'inject c np.ones(3,np.float64)\ncont d'	# converted when it is fed
check 'another type' 'array([4., 4., 4.], dtype=float32)'
said 'inject sp:0 np.ones(3)\ninject sp:1 np.ones(4)\ncont f'
check 'a shape that fails' 'tfdbg> Error occurred during handling of command: cont f:'

# what was stepped through leaves nothing: the run is made with what it had at first
said 'inject c 1000\ncont last\ncont inc -i\ncont inc'
check 'the run afterwards' '240.0'
check 'the run afterwards' '13.0'
check 'the run afterwards' 'tfdbg> Result for output key d:'

# a loop: the original could not; its nodes cannot be fed, its result can be gone on to
printf 's\ncont loop/Exit_1\ninject loop/dbl 0\ncont loop/Exit_1\nlt\nexit\n' |
	"$bin" run "$m/mixed" "$m/mixed.npz" --signature_def loop --tf_debug --ui readline >"$tmp/out" 2>&1
check 'a loop' 'array([ 8., 16., 24.], dtype=float32)'
grep -q ' \[ U  O \] loop/dbl$' "$tmp/out" || { echo "FAIL a loop: a node in it is not unfeedable"; failed=1; }
[ "$(grep -c '  x:0 : client' "$tmp/out")" = 2 ] || { echo "FAIL a loop: feeds"; failed=1; }
# a model of TensorFlow 2: its signature's call is one node
printf 's\nstep -t 40\ncont StatefulPartitionedCall\nexit\n' | "$bin" run "$src/tests/models/around/served" \
	--input_exprs 'by=np.float32(2);words=np.array(["a","b"])' --tf_debug --ui readline >"$tmp/out" 2>&1
check 'a call' 'Continued to StatefulPartitionedCall:'
exit $failed
