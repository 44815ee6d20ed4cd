#!/bin/sh
# gdb's words at the debugger's prompt: every one of the manual's table means what it says, and the commands that came
# with them: info WHAT, condition, clear, display, undisplay, x, whatis, print and eval.
src=${srcdir:-.}
bin=${top_builddir:-.}/smtui
case $bin in /*) ;; *) bin=$PWD/$bin ;; esac
cd "$src" || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export XDG_STATE_HOME="$tmp" XDG_CONFIG_HOME="$tmp" HOME="$tmp"
passed=0 failed=0

ask() {	# commands, each an argument: the answers go to $tmp/out
	for line in "$@"; do
		echo "$line"
	done >"$tmp/in"
	"$bin" debug tests/models/tfdbg/layers tests/models/tfdbg/layers.npz --batch "$tmp/in" >"$tmp/out" 2>&1
}
has() {	# WHAT LINE...: the answer has the line
	if grep -qxF -- "$2" "$tmp/out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1: no line: $2"
		cat "$tmp/out"
	fi
}
like() {
	if grep -qE -- "$2" "$tmp/out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1: no line like: $2"
		cat "$tmp/out"
	fi
}
same() {	# two lists of commands, lines apart, say the same
	printf '%b\n' "$1" >"$tmp/in"
	"$bin" debug tests/models/tfdbg/layers tests/models/tfdbg/layers.npz --batch "$tmp/in" >"$tmp/a" 2>&1
	printf '%b\n' "$2" >"$tmp/in"
	"$bin" debug tests/models/tfdbg/layers tests/models/tfdbg/layers.npz --batch "$tmp/in" >"$tmp/b" 2>&1
	if cmp -s "$tmp/a" "$tmp/b" && ! grep -q 'no command' "$tmp/a"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL \"$1\" is not \"$2\""
		diff "$tmp/a" "$tmp/b"
	fi
}

# ---- other names ----

same 'br lg\nr\nsi\nstepi 2\nnexti\nfin' 'break lg\nrun\nstep\nstep 2\nnext\nfinish'
same 'brea lg\nthb layer/mm\nrun\nc' 'break lg\ntbreak layer/mm\nrun\ncontinue'
same 'b lg\ndis 1\nr\nen 1\nr\nenable' 'break lg\ndisable 1\nrun\nenable 1\nrun\nenable'
same 'starti\nadvance lg\nunt out\nback 3\nu' 'start\nuntil lg\nuntil out\nback 3\nnext'
same 'start\ns 5\nj 2\njump 4\nrs\nrsi\nreverse-stepi\nrn\nrni\nreverse-nexti' \
	'start\nstep 5\ngoto 2\ngoto 4\nback\nback\nback\nreverse-next\nreverse-next\nreverse-next'
same 'start\nfg\nkill\nstart\nk' 'start\ncontinue\nreset\nstart\nreset'
same 'run\nset var lg zeros\nset variable lg ones' 'run\nedit lg zeros\nedit lg ones'
same 'start\ndisas\ndisassemble 3' 'start\nlist\nlist 3'
same 'wa lg\nrun' 'watch lg\nrun'
same 'run\noutput lg\ninspect lg\np lg\nprint lg' 'run\npt lg\npt lg\npt lg\npt lg'
same 'show\nshow version' 'config\nversion'
same 'b lg\nbookmark -\nsave breakpoints -' 'break lg\nsave -\nsave -'
same 'b lg\nrun\ncond 1 max > 9' 'break lg\nrun\ncondition 1 max > 9'
same 'start\nf\nbt\nwhere' 'start\nfinish\nwhere\nwhere'
mkdir "$tmp/smtui"
echo 'keys = gdb' >"$tmp/smtui/config"
same 'start\nf\nni\nw' 'start\nframe\nnext\nwhere'
rm "$tmp/smtui/config"

# ---- info ----

same 'start\ninfo args\ni a' 'start\ninputs\ninputs'
same 'b lg\ni b\ninfo watch\ni disp' 'b lg\nbreak\nwatch\ndisplay'
same 'start\ni fr\ni s\ni stack\ni fu\ni v\ni line' 'start\nframe\nsignature\nwhere\nfuncs\nvars\nlist 1'
ask 'info zz' start 'i locals' 'step 8' 'i locals' 'i reg'
like info ': info "zz"\? There are args, breakpoints, display,'
has locals 'nothing was made in this frame yet'
like locals '^w/read:0 = float32 \[3,2\] 1\.0, 2\.0, 3\.0, 4\.0 \.\.\.$'
like registers '^[a-z/]+:0 = float32 \[2,2\] '

# ---- condition, clear ----

ask 'b op:Log' 'condition 1 max > 100' run 'cond 1 if max > 3' 'i b' r 'cond 1' 'cond 1 nonsense' 'cond 7 nan' \
	'expect out max > 1' 'cond 2 nan' 'b any if nan' 'cond 3'
like condition '^1  op:Log if max > 3  on  hit 0 times'
like condition '^done: '
like condition '^breakpoint 1$|^breakpoint 1: '
has condition 'breakpoint 1 now stops always'
like condition 'no breakpoint 7$'
like condition '2 is an expectation'
like condition 'breakpoint 3 is at any node: it needs a condition$'
ask 'b lg' 'tb layer/y' 'b op:Sum if max > 1' 'clear lg' 'clear op:Sum' 'clear nosuch' run clear 'i b'
has clear 'deleted breakpoint 1'
has clear 'deleted breakpoint 3'
like clear 'no breakpoint at nosuch$'

# ---- display ----

ask 'display' 'display lg:0[0,0]' 'disp np.max(`layer/y:0`) - 1' start 'until lg' s 'undisplay 1' s \
	'undisplay lg' 'undisplay' display
like display '^nothing is displayed$'
has 'not there yet' '1: lg:0[0,0]: lg has not run yet'
has display '2: np.max(`layer/y:0`) - 1 = float64 [] 26.5'
has display '1: lg:0[0,0] = float32 [] 3.1135154'
like undisplay 'nothing displayed is lg$'
ask 'display lg' 'save -'
has 'a session keeps it' 'display "lg"'

# ---- values ----

ask run 'x/3 lg' 'x/2x w/read' 'x w/read[1]' 'x/0 lg' 'x/zz lg' 'p/4 st' 'x/2x st' 'x lg --format 2'
has x '[0,1]  3.314186'
has x '[0,0]  0x3f800000'
has x '[0]  3.0'
like x 'x: "0" is neither a count nor x for bits'
like x 'x: "zz" is neither'
has x "[1,1]  b'-28.500000'"
like x 'has no bits to show$'
ask run 'whatis lg' 'ptype np.zeros(3)' 'whatis out' 'whatis nosuch'
has whatis 'type = float32 [2,2]'
has whatis 'type = float64 [3]'
has whatis 'type = float32 []'
ask run 'p 1 + 2' 'p lg[0,0]' 'p x[0] * 2' 'ev np.sum(`lg`[0])' 'eval lg[0] @ np.ones(2, np.float32)' 'p nosuch + 1' \
	'eval `nosuch`' 'eval `lg' "p 'out > 1'" 'p lg -s' 'p' "eval -w $tmp/e.npy lg" 'eval -s [1,2]'
has p '1 + 2 = 3'
has p 'Tensor "lg:0[0,0]":'
has p '3.1135154'
like 'an input by its key' '^array\(\[2\., 4\., 6\.\], dtype=float32\)$'
has 'a sum' 'np.sum(`lg`[0]) = 6.4277015'
like 'matrix product' '^lg\[0\] @ np\.ones\(2, np\.float32\) = 6\.42770'
like 'no such word' 'nosuch'
like 'not closed' 'a ` is not closed'
has quotes 'out > 1 = False'
has summary 'Numeric summary:'
has 'a file' "Saved value to: $tmp/e.npy (144 bytes)"
has 'of a list' '| + | total |'

echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 40 ]
