#!/bin/sh
# run --tf_debug where no recorded session has been: every flag that tfdbg.sh does not use, ways through several
# runs, exit codes, files, quoting, filters in words, models with calls.
cd "${srcdir:-.}" || exit 2
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
models=tests/models/tfdbg
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
export XDG_STATE_HOME="$tmp/state" XDG_CONFIG_HOME="$tmp/config"

good() {
	passed=$((passed + 1))
}
bad() {	# WHAT
	failed=$((failed + 1))
	echo "FAIL \"$asked\": $1"
	block "$n"
	cat "$tmp/err"
}
# ARGUMENTS: runs with the lines of stdin
debug() {
	cat >"$tmp/in"
	"$bin" run "$@" --tf_debug <"$tmp/in" >"$tmp/out" 2>"$tmp/err"
	rc=$?
}
layers() {
	debug $models/layers --signature_def "${1:-serving_default}" --inputs "x=$models/layers.npz[x]" \
		--filter 'gt100=float and max > 100' --filter 'nothing=min > 1e30'
}
mixed() {
	debug $models/mixed --signature_def "$1" --inputs "x=$models/${2:-mixed}.npz[x]"
}
# What followed the Nth line that was typed (0: before the first).
block() {
	awk -v want="$1" '/^tfdbg> / { n++; sub(/^tfdbg> /, "") } n == want' n=0 "$tmp/out"
}
said() {	# N: the block of line N is under the next checks
	n=$1
	asked=$(sed -n "$1p" "$tmp/in")
	block "$1" >"$tmp/block"
}
has() {	# TEXT: a line of the block
	grep -qxF -- "$1" "$tmp/block" && good || bad "no line \"$1\""
}
part() {	# TEXT: in a line of the block
	grep -qF -- "$1" "$tmp/block" && good || bad "nowhere \"$1\""
}
hasnt() {
	grep -qF -- "$1" "$tmp/block" && bad "there is \"$1\"" || good
}
code() {	# N
	[ $rc = "$1" ] && good || { n=0 asked="exit code"; bad "it is $rc, not $1"; }
}
err() {	# TEXT: on stderr
	grep -qF -- "$1" "$tmp/err" && good || bad "stderr has no \"$1\""
}
# Field K (from 1) of the table's rows in the order that sort -ARGS gives?
ordered() {	# K SORT-ARGS
	awk -v k="$1" '/^\[[0-9.]+\]/ { print $k }' "$tmp/block" >"$tmp/rows"
	[ -s "$tmp/rows" ] && LC_ALL=C sort -c -s $2 "$tmp/rows" 2>/dev/null && good || bad "not in order"
}

# ---- list_tensors ----
layers <<'END'
run
lt --sort_by tensor_name
lt -s tensor_name --reverse
lt -s dump_size
lt -s dump_size -r
lt -s op_type
lt -s timestamp -r
lt --op_type_filter "Const|Cast" --node_name_filter rng
lt --tensor_filter gt100
lt --tensor_filter gt100 --filter_exclude_node_names big.*
lt -f nothing
lt -n (
list_tensors -n flag$
lt surplus
END
said 2; ordered 4
said 3; ordered 4 -r
size='s/k$/ 1024/;s/^[0-9.]*$/& 1/'
said 4; awk '/^\[/ { print $2 }' "$tmp/block" | sed "$size" | awk '{ if ($1 * $2 < last) exit 1; last = $1 * $2 }' &&
	good || bad "not by size"
said 5; awk '/^\[/ { print $2 }' "$tmp/block" | sed "$size" |
	awk 'NR > 1 && $1 * $2 > last { exit 1 } { last = $1 * $2 }' && good || bad "not by size, descending"
# among equals the earlier stays first, descending too
awk '/^\[/ && $2 == 8 { print $1 }' "$tmp/block" | tr -d '[]' | sort -c -g 2>/dev/null && good || bad "ties moved"
said 6; ordered 3
said 7; awk '/^\[/ { print $1 }' "$tmp/block" | tr -d '[]' | sort -c -g -r 2>/dev/null && good || bad "not by time"
said 8; has '5 dumped tensor(s):'; has 'Op type regex filter: "Const|Cast"'; has 'Node name regex filter: "rng"'
said 9; has '4 dumped tensor(s) passing filter "gt100":'
said 10; has '3 dumped tensor(s) passing filter "gt100":'
said 11; has '0 dumped tensor(s) passing filter "nothing":'
said 12; part "<class 're.error'>: "
said 13; has '1 dumped tensor(s):'
said 14; has 'Syntax error for command: lt'; has 'For help, do "help lt"'

# ---- node_info, list_inputs, list_outputs ----
layers <<'END'
run
ni --attributes lg
ni --dumps --traceback layer/mm:0
node_info -a big/shape
li --recursive --depth 2 --control --op_type lg
list_inputs -rct -d 1 lg
li x
lo --recursive --depth 1 layer/y
list_outputs --control --op_type ctl
lo out
ni mm
lo nosuch:0
END
said 2; has 'Node attributes:'; has '  T:'; has '    type: DT_FLOAT'
said 3; has 'Node layer/mm'; has '1 dumped tensor(s):'; part 'Slot 0 @ DebugIdentity @'
has 'Traceback of node construction:'; has '(Unavailable because no Python graph has been loaded)'
said 4; part '    tensor {   dtype: DT_INT32   tensor_shape {     dim {       size: 2     }   }   tensor_content: "'
said 5; has 'Inputs to node "lg" (Depth limit = 2, control inputs included):'; has '|- (1) [AddV2] layer/y'
has '|  |- (2) [MatMul] layer/mm'; has '|  |  |- ...'; has '|- (1) (Ctrl) [Identity] ctl'
has '  (Ctrl): Control input.'; has '  [Op]: Input node has op type Op.'
said 6; has 'Inputs to node "lg" (Depth limit = 1, control inputs included):'; has '|  |- ...'
said 7; has '  [None]'; has '  (d): recursion depth = d.'
said 8; has 'Recipients of node "layer/y" (Depth limit = 1):'; has '|- (1) lg'; has '|- (1) st'
said 9; has '|- (1) (Ctrl) [Log] lg'
said 10; has '  [None]'
said 11; has 'Node layer/mm'	# the only node whose path ends so
said 12; has 'ERROR: There is no node named "nosuch:0" in the partition graphs'

# ---- print_tensor ----
layers <<END
run
pt layer/y -s -a --write_path $tmp/y.npy
pt layer/y:0[:,1] --ranges [[-30,-20],[27,inf]]
pt big[0:700,:] --all
pt layer/y:0[5,0]
pt layer/y:0[]
pt layer/y:0[0] --number 1
pt nosuch:0
pt lg -r [1]
pt lg -r ["a",2]
pt lg -r [[1,2],3]
pt lg -r [1,2,3]
pt lg --numeric_summary --ranges [-inf,inf]
pt x
pt lg -h
print_tensor layer/mm:0[0,:] -w $tmp/no/such/folder.npy
END
said 2; has "Saved value to: $tmp/y.npy (144B)"; has 'Numeric summary:'; has '| 2 2 |     4 |'
[ "$(wc -c <"$tmp/y.npy")" = 144 ] && good || bad "the file is not 144 bytes long"
said 3; has 'Tensor "layer/y:0:DebugIdentity[:,1]": Highlighted([[-30,-20],[27,inf]]): 2 of 2 element(s) (100.00%)'
said 4; [ "$(wc -l <"$tmp/block")" -gt 700 ] && good || bad "not all lines"; hasnt '...'
said 5; part "<class 'IndexError'>: "
said 6; part "<class 'ValueError'>: Invalid tensor-slicing string."
said 7; has 'ERROR: Invalid number (1) for tensor layer/y:0, which generated one dump.'
said 8; has 'ERROR: Node "nosuch" does not exist in partition graphs'
said 9; part "<class 'ValueError'>: Incorrect number of elements in range"
said 10; part "<class 'ValueError'>: Incorrect type in the 1st element of range: <class 'str'>"
said 11; part "<class 'TypeError'>: object of type 'int' has no len()"
said 12; part "<class 'ValueError'>: Incorrect number of elements in range"
said 13; has '| nan   + | total |'; has '|   2   2 |     4 |'
part 'Highlighted([-inf,inf]): 2 of 4 element(s) (50.00%)'
said 14; has 'Tensor "x:0:DebugIdentity":'
said 15; part '-n NUMBER, --number NUMBER'
said 16; part 'Error occurred during handling of command: print_tensor layer/mm:0[0,:] -w '

# ---- print_feed: at both screens ----
layers <<'END'
pf x:0 -n 3 --numeric_summary
pf x:0[0,:] --all --ranges [2,3] -w unused.npy
run
print_feed x:0[1,2]
pf y:0
END
said 1; has 'Tensor "x:0 (feed)":'; has '| 3 3 |     6 |'
said 2; has 'Tensor "x:0 (feed)[0,:]": Highlighted([2,3]): 2 of 3 element(s) (66.67%)'
[ ! -e unused.npy ] && good || bad "print_feed wrote a file"
said 4; has -3.0
said 5; has 'ERROR: The feed_dict of the current run does not contain the key y:0'
# ---- eval ----
mixed loop <<END
run
eval -a "np.stack([\`loop/dbl:0\`, \`loop/dbl:0[1]\`])" --write_path $tmp/e.npy
ev \`/job:localhost/replica:0/task:0/device:CPU:0:loop/dbl:0:DebugIdentity[2]\`.sum()
eval 1+2*3
eval \`loop/dbl:0[3]\`
eval \`loop/dbl\`
eval nonsense(
eval np.arange(3000) --all
eval -w $tmp/f.npy np.arange(3000)
END
said 2; has '  shape: (2, 3)'; has '       [ 4.,  8., 12.]], dtype=float32)'; has "Saved value to: $tmp/e.npy (152B)"
said 3; has 48.0
said 4; has 7
said 5; part "<class 'IndexError'>: list index out of range"
said 6; part "<class 'ValueError'>: The debug tensor name in the to-be-evaluated expression is malformed"
said 7; part "<class 'ValueError'>: "
said 8; hasnt '...'
said 9; part '...'; has "Saved value to: $tmp/f.npy (23.56kB)"

# ---- several runs: which are stopped at ----
three=serving_default,serving_default,serving_default
layers $three <<'END'
run --times 2
r -t 2
END
said 1; part 'run-end: run #2: 3 fetches; 1 feed (x:0)'; part 'Result for output key flag:'
said 2; [ "$(grep -c 'Result for output key out' "$tmp/block")" = 2 ] && good || bad "not two results"
code 0
layers $three <<'END'
run --no_debug
run -n
run
run
END
said 1; part 'run-start: run #2: '
said 2; part 'run-start: run #3: '
said 3; part 'run-end: run #3: '
code 0
layers $three <<'END'
run --till_filter_pass gt100
run -f gt100 --filter_exclude_node_names rng|big|bs|Const|out
END
said 1; part 'run-end: run #1: '; has '4 dumped tensor(s) passing filter "gt100":'
said 2; [ "$(grep -c 'Result for output key out' "$tmp/block")" = 3 ] && good || bad "not three results"
hasnt 'run-end'
code 0
layers <<'END'
run -fenn x
run -f nothing
END
said 1; part "<class 'ValueError'>: "
said 2; part 'Result for output key out'; hasnt run-end
layers <<'END'
run --node_name_filter layer.* --op_type_filter MatMul|Log
exit
END
said 1; has '1 dumped tensor(s):'; part 'layer/mm:0'
said 2; part 'Result for output key out'
code 0
layers <<'END'
run --tensor_dtype_filter (string|bool)
run
END
said 1; has '2 dumped tensor(s):'; part 'st:0'; part 'flag:0'

# ---- leaving ----
layers <<'END'
quit
END
code 1
err 'Note: user exited from debugger CLI: Calling sys.exit(1).'
layers $three <<'END'
run
exit
END
said 2; part 'Result for output key out'	# of the run that has been made
[ "$(grep -c 'Result for output key out' "$tmp/block")" = 1 ] && good || bad "more runs were made"
code 1
layers </dev/null
code 1

# ---- a failed run ----
mixed check,loop mixed_bad <<'END'
run
ni -a -d -t chk
pt chk
h
run
END
said 1; has '!!! An error occurred during the run !!!'; has 'Op name:    chk'
has "Error type: <class 'tensorflow.python.framework.errors_impl.InvalidArgumentError'>"
part 'boom : Tensor had NaN values'
said 2; has '0 dumped tensor(s):'
said 3; has 'Node "chk" generated debug dumps from 0 output slots:'
said 4; has 'Op name:    chk'
said 5; part 'run-end: run #2: '
code 1

# ---- config: kept ----
layers <<'END'
config set graph_recursion_depth 2
run
li -r lg
cfg set mouse_mode off
cfg show
config set graph_recursion_depth two
config
END
said 3; has 'Inputs to node "lg" (Depth limit = 2):'
said 5; has '  graph_recursion_depth: 2'; has '  mouse_mode: False'
said 6; part "<class 'ValueError'>: invalid literal for int() with base 10: 'two'"
said 7; has 'Syntax error for command: config'
grep -qx '{"graph_recursion_depth": 2, "mouse_mode": false}' "$tmp/state/smtui/tfdbg_config" && good || bad "the file"
layers <<'END'
config show
END
said 1; has '  graph_recursion_depth: 2'; has '  mouse_mode: False'
rm -r "$tmp/state"

# ---- help, version, run_info ----
layers <<'END'
help run
h h
ver
version
ri
help nosuch
run
help pt
r
END
said 1; has run; has '  Aliases: r'; part '-fenn FILTER_EXCLUDE_NODE_NAMES, --filter_exclude_node_names'
has '    -h, --help            show this help message and exit'
said 2; has help
said 3; part smtui
said 5; has 'Session.run() call #1:'; has '        * has_inf_or_nan'; has '        * gt100'
said 6; has 'Invalid command prefix: "nosuch"'
said 8; has print_tensor; has '  positional arguments:'

# ---- files and quoting ----
layers <<END
run
lt -n layer > $tmp/a
pt layer/y:0 >$tmp/b
pt layer/y:0[0,:]> $tmp/c
pt layer/y:0>$tmp/d
lt >
lt > $tmp/no/such/file
eval "\`layer/y:0\` > 0"
pt 'layer/y:0' -r '[22, 23]'
pt layer/y:0[0 , :]
eval \`layer/y:0\`>=0
END
said 2; has "Wrote output to $tmp/a"; grep -q 'layer/mm:0' "$tmp/a" && good || bad "a"
grep -q 'Wrote' "$tmp/a" && bad "the note is in the file" || good
said 3; has "Wrote output to $tmp/b"
said 4; has "Wrote output to $tmp/c"; [ -s "$tmp/c" ] && good || bad "c"
said 5; has "Wrote output to $tmp/d"; [ -s "$tmp/d" ] && good || bad "d"
said 6; part 'Redirect file path is empty'
said 7; has "Failed to write output to $tmp/no/such/file"
said 8; has '       [False, False]])'
said 9; part 'Highlighted([22, 23]): 1 of 4 element(s) (25.00%)'
said 10; has 'Tensor "layer/y:0:DebugIdentity[0 , :]":'
said 11; has 'array([[ True,  True],'

# ---- filters from the settings file; wrong ones are told ----
mkdir -p "$tmp/config/smtui"
printf 'filter wide = size >= 6\nfilter bad = max >\n' >"$tmp/config/smtui/config"
mixed types <<'END'
run -f wide
lt -f wide
ri
lt -f bad
END
said 1; part 'Result for output key'; err 'smtui/config:2: '
layers <<'END'
run -f wide
END
said 1; has '5 dumped tensor(s) passing filter "wide":'
debug $models/layers --filter 'a b=nan' </dev/null; code 2
debug $models/layers --filter nan </dev/null; code 2
"$bin" run $models/layers --ui readline >/dev/null 2>"$tmp/err"
rc=$?; code 2; err '--ui goes with --tf_debug'
debug $models/layers --timeout 3 </dev/null; code 2
echo exit >"$tmp/lines"
debug $models/layers --inputs "x=$models/layers.npz[x]" --ui readline <"$tmp/lines"; code 1
debug $models/layers --inputs "x=$models/layers.npz[x]" --ui lines <"$tmp/lines"; code 2
debug $models/layers --dump "$tmp/dump" </dev/null; code 2
rm -r "$tmp/config"

# ---- the ordinary debugger's lt takes the same filters, and conditions ----
layers_debug() {
	"$bin" debug $models/layers --inputs "x=$models/layers.npz[x]" -c "$1" >"$tmp/block" 2>"$tmp/err"
	rc=$? n=0 asked=$1
}
layers_debug "run; lt -f 'float and max > 100'"; code 0; has '4 tensor(s) passing filter "float and max > 100":'
layers_debug 'run; lt -f has_inf_or_nan'; code 0; has '3 tensor(s) passing filter "has_inf_or_nan":'
layers_debug 'run; lt -f nofilter'; code 1; err 'There is no tensor filter named "nofilter".'
mkdir -p "$tmp/config/smtui"
echo 'filter wide = size >= 6' >"$tmp/config/smtui/config"
layers_debug 'run; lt -f wide'; code 0; has '5 tensor(s) passing filter "wide":'
rm -r "$tmp/config"

# ---- limits stop a loop: that is a failed run too ----
debug $models/mixed --signature_def loop --inputs "x=$models/mixed.npz[x]" --max_iterations 2 <<'END'
run
exit
END
said 1; has '!!! An error occurred during the run !!!'
code 1

# ---- calls are opened: nodes by their whole path or its end, iterations of while bodies by number ----
debug tests/models/zoo/lstm/model --inputs x=ones <<'END'
run -f has_inf_or_nan
END
said 1; part 'Result for output key y'
debug tests/models/zoo/lstm/model --inputs x=ones <<'END'
run
li -r -d 5 StatefulPartitionedCall
lo serving_default_x
pt lstm_1/PartitionedCall/while/body/while/MatMul -n 4
ni dense/BiasAdd
pt dense/bias
END
inner=StatefulPartitionedCall/StatefulPartitionedCall
said 2; has '|- (1) StatefulPartitionedCall/Identity'; has "            |- (5) $inner/model/dense/MatMul"
said 3; has '|- (1) StatefulPartitionedCall/x'
said 4; has "Tensor \"$inner/model/lstm_1/PartitionedCall/while/body/while/MatMul:0:DebugIdentity (dump #4)\":"
said 5; has "Node $inner/model/dense/BiasAdd"; has "      [Identity] $inner/Identity"
said 6; has '<variable dense/bias, float32 [2]>'

echo "$passed passed, $failed failed"
[ $failed = 0 ]
