#!/bin/sh
# The run debugger where a model says which Python lines made its nodes: print_source and list_source with their flags
# after a run, list_profile and its print_source after run -p. The nodes of a line are held against what origin says.
src=${srcdir:-.}
bin=${top_builddir:-.}/smtui
case $bin in /*) ;; *) bin=$PWD/$bin ;; esac
cd "$src" || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export XDG_STATE_HOME="$tmp" XDG_CONFIG_HOME="$tmp" HOME="$tmp"
model=tests/models/around/served
inputs='by=np.float32(2);words=np.array(["a","b"])'
passed=0 failed=0

debug() {	# stdin: lines
	"$bin" run $model --input_exprs "$inputs" --tf_debug --ui readline >"$tmp/all" 2>"$tmp/err"
}
# The answer to line N of the input, from the first one on.
answer() {
	awk -v n="$1" '/^tfdbg> /{ k++; sub(/^tfdbg> /, "") } k == n' "$tmp/all" >"$tmp/out"
}
has() {
	if grep -qE -- "$2" "$tmp/out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1: no line like: $2"
		head -20 "$tmp/out"
	fi
}
hasnt() {
	if grep -qE -- "$2" "$tmp/out"; then
		failed=$((failed + 1))
		echo "FAIL $1: there is a line like: $2"
	else
		passed=$((passed + 1))
	fi
}
same() {	# WHAT GOT WANTED
	if [ "$2" = "$3" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1: $2, not $3"
	fi
}

# ---- after a run ----

debug <<'END'
run
ls
ls -n .*LookupTableFindV2
list_source --path_filter .*around --node_name_filter .*while/mul
ls -p nosuch
ps tests/recipes/around.py
ps around.py -t -m 2
print_source around.py --max_elements_per_line 1 --line_begin 56
ps around.py --tensors -b 3
ps nosuch.py
ps
exit
END
answer 2
has ls '^List of source files that created nodes in this run$'
has ls '^File\(s\) outside TensorFlow Python library:$'
has ls '^Source file path +#\(nodes\) #\(tensors\) #\(tensor dumps\)$'
has ls '^recipes/around.py +[0-9]+ +[0-9]+ +[0-9]+$'
has ls '^TensorFlow Python library file\(s\):$'
has ls '^\[No files.\]$'
answer 3
has 'ls -n' '^Node name regex filter: "\.\*LookupTableFindV2"$'
has 'ls -n' '^recipes/around.py 1 +1 +1$'
answer 4
has 'ls -p -n' '^File path regex filter: "\.\*around"$'
has 'ls -p -n' '^Node name regex filter: "\.\*while/mul"$'
has 'ls -p -n' '^recipes/around.py [0-9]+ +[0-9]+ +[0-9]+$'
answer 5
has 'ls -p' '^\[No source file information.\]$'

# the nodes that a line is said to have made have it among their frames
answer 6
same 'lines of the file' "$(grep -c '^L[0-9]' "$tmp/out")" "$(($(wc -l <tests/recipes/around.py) + 1))"
same 'the text of a line' "$(sed -n 's/^L3   //p' "$tmp/out")" " $(sed -n 3p tests/recipes/around.py)"
n=0
awk '/^L[0-9]/{ line = substr($1, 2) } /^    [A-Z]/ && !/\.\.\./ { print line, $1 }' "$tmp/out" >"$tmp/made"
while read -r line node; do
	n=$((n + 1))
	"$bin" origin $model "$node" --json | tr -d ' \n' | grep -q "around.py\",\"line\":$line[,}]" ||
		same "origin of $node" none "line $line"
done <"$tmp/made"
[ $n -gt 5 ] || same 'nodes of lines' $n many
has 'more than ten' '^    \(\.\.\. Omitted [0-9]+ of [0-9]+ op\(s\) \.\.\.\) \+5$'
answer 7
has 'ps -t -m' '^    StatefulPartitionedCall.*:0$'
has 'ps -t -m' '^    \(\.\.\. Omitted [0-9]+ of [0-9]+ tensor\(s\) \.\.\.\) \+5$'
answer 8
same 'ps --max_elements_per_line' "$(awk '/^L[0-9]/{ n = 0 } /^    [A-Z]/{ if (++n > most) most = n } END { print most }' "$tmp/out")" 1
answer 9
hasnt 'ps --tensors' '^    [A-Za-z/]+$'
answer 10
has 'no such file' "^<class 'OSError'>: Source path neither exists nor can be loaded as a .par file: nosuch.py$"
answer 11
has 'no file' '^Syntax error for command: ps$'

# a node that bears another name now than the Python that made it gave
printf 'run\nps tests/recipes/around.py -m 100\nls -n .*fused\nexit\n' | "$bin" run tests/models/around/renamed \
	--input_exprs "$inputs" --tf_debug --ui readline >"$tmp/all" 2>"$tmp/err"
answer 2
same 'a renamed node' "$(awk '/^L[0-9]/{ line = $1 } /^    .*\/fused$/{ print line; exit }' "$tmp/out")" L56
answer 3
has 'a renamed node' '^recipes/around.py 1 +1 +1$'

# ---- after run -p ----

debug <<'END'
run -p
lp
lp -s op_time -r --time_unit ms
lp -n .*mul$ -t Mul
list_profile --node_name_filter .*mul$ --op_type_filter Nope
lp -e >10000s
lp --execution_time [0,10000s] --op_time <10000s
lp -o >=0us -s exec_time
lp -f .*around --min_lineno 56 --max_lineno 57 -s line
lp --file_path_filter nosuch
lp -d /job:other
lp --device_name_filter /job:localhost --sort_by node --reverse
lp --time_unit h
lp -e 5
lp -e [1,x]
lp -o (5,1)
ps tests/recipes/around.py
ps tests/recipes/around.py --cost_type op_time -t Mul --time_unit s
print_source around.py -n .*mul$ -d /job:localhost --init_line 56
ps around.py -n nosuch --op_type_filter Mul --device_name_filter /job
ps around.py --cost_type what
ps around.py --node_name_filter .*Cast
ni x
exit
END
answer 1
has 'run -p' '^run-end \(profiler mode\): run #1: 1 fetch \(StatefulPartitionedCall:0\); 2 feeds$'
answer 2
same 'an empty line first' "$(head -1 "$tmp/out")" ''
same 'a rule' "$(sed -n 2p "$tmp/out" | tr -d '\n' | wc -c)" 80
has lp '^Device 1 of 1: /job:localhost/replica:0/task:0/device:CPU:0$'
has lp '^Node +Op Type +Start Time \(us\)  Op Time \(us\) +Exec Time \(us\)  Filename:Lineno\(function\)'
has lp '/while/body/while/mul +Mul +[0-9]+ +(0|[0-9.]+us) +[0-9.]+us +around.py:56\(look_up\) *$'
has lp '^Device Total +[0-9.]+us +[0-9.]+us *$'
# columns stand below their heads; times add up
same 'columns' "$(awk '/^Node /{ at = index($0, "Op Type") } / Mul +[0-9]/ && substr($0, at, 4) == "Mul " { n++ } END { print (n > 0) }' "$tmp/out")" 1
same 'the sum of op times' "$(awk '/^Node /{ from = index($0, "Op Time"); to = index($0, "Exec Time"); next }
	/^Device Total/{ total = $3 + 0; next } from && /[0-9]us/ { sum += substr($0, from, to - from) + 0 }
	END { d = sum - total; print (d < 0.1 && d > -0.1) }' "$tmp/out")" 1
answer 3
has 'lp --time_unit' 'Op Time \(ms\) +Exec Time \(ms\)'
same 'lp -s op_time -r' "$(awk '/^Node /{ from = index($0, "Op Time"); next } /^Device/ { next }
	from && NF { v = substr($0, from) + 0; if (seen++ && v > before) bad++; before = v } END { print bad + 0 }' "$tmp/out")" 0
answer 4
same 'lp -n -t' "$(grep -c ' Mul  ' "$tmp/out")" "$(grep -c 'mul  ' "$tmp/out")"
has 'lp -n -t' 'mul +Mul'
hasnt 'lp -n -t' ' Const '
for k in 5 6 10; do
	answer $k
	has "nothing passes ($k)" '^Device Total +0 +0 *$'
	hasnt "nothing passes ($k)" 'CPU.*Const'
done
answer 7
has 'intervals' ' Const '
answer 8
has 'lp -o' ' Const '
answer 9
hasnt 'lines' 'around.py:55'
has 'lines' 'around.py:56'
hasnt 'nodes of no file' ' Placeholder '
answer 11
same 'another device' "$(grep -c Device "$tmp/out")" 0
answer 12
same 'lp -s node -r' "$(awk '/^Node /{ on = 1; next } !NF { on = 0 } on { print $1 }' "$tmp/out" | LC_ALL=C sort -rc && echo sorted)" sorted
answer 13
has 'no unit' "^<class 'ValueError'>: Invalid time unit: h$"
answer 14
has 'no interval' "^<class 'ValueError'>: Invalid interval format: 5. Valid formats are: \[min, max\], \(min, max\), <max, >min$"
answer 15
has 'no number' "^<class 'ValueError'>: Invalid second item in interval: 'x'$"
answer 16
has 'upside down' "^<class 'ValueError'>: Invalid interval \(5,1\). Start must be before end of interval.$"
answer 17
has 'ps' '^             exec_time   #nodes   lineno$'
has 'ps' '^                         \(#execs\) +source$'
has 'ps' '^\[\|{10}\] [0-9.]+us +[0-9]+\([0-9]+\) +L56 '
has 'ps' '^ {35}L3 '
answer 18
has 'ps --cost_type' '^             op_time +#nodes   lineno$'
has 'ps --time_unit' '^\[\|{10}\] [0-9.]+e-[0-9]+s +2\(3\) +L56 '
answer 19
has 'ps -n' '^\[\|{10}\] [0-9.]+us +2\([0-9]+\) +L56 '
answer 20
has 'ps: nothing' '^The source file around.py does not contain any profile information for the previous Session run under the following filters:$'
has 'ps: nothing' '^  --node_name_filter: nosuch$'
answer 21
has 'ps --cost_type' '^Syntax error for command: ps$'
answer 22
has 'ps --node_name_filter' '^\[\|{10}\] [0-9.]+us +1\(1\) +L55 '
answer 23
has 'no ni here' '^ERROR: Invalid command prefix "ni"$'

echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 40 ]
