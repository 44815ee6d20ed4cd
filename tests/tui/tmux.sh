#!/bin/sh
# A few sessions in a real terminal (tmux), at 80x24 and 200x60: the same program, keys and signals that
# people send. What is to be seen is waited for, up to a limit; without tmux the test is skipped.
src=${srcdir:-.}
own=$(mktemp -d) || exit 2	# a path of its own: programs are ended by it, and other tests run beside this one
ln -s "$(cd "${top_builddir:-.}" && pwd)/smtui" "$own/smtui"
bin=$own/smtui
cd "$src" || exit 2
command -v tmux >/dev/null 2>&1 || {
	echo "tmux is not here: skipped"
	exit 77
}
session=0
sock=
passed=0 failed=0

t() {
	tmux -f /dev/null -L "$sock" "$@"
}

screen() {
	t capture-pane -p -t s 2>/dev/null
}

# see TEXT: waits until a line of the screen holds TEXT
see() {
	n=0
	while [ $n -lt 200 ]; do
		if screen | grep -qF -- "$1"; then
			passed=$((passed + 1))
			return 0
		fi
		sleep 0.05
		n=$((n + 1))
	done
	failed=$((failed + 1))
	echo "FAIL ($size): \"$1\" is not on the screen:"
	screen
	return 1
}

keys() {
	t send-keys -t s "$@"
}

start() {
	size=$1x$2
	shift 2
	[ -z "$sock" ] || t kill-server 2>/dev/null
	session=$((session + 1))
	sock=smtui-test-$$-$session	# a server of its own: the old one may still be on its way out
	t new-session -d -x "${size%x*}" -y "${size#*x}" -s s \
		"env -u SMTUI_SCRIPT $*; echo left with \$?; sleep 60" || {
		echo "tmux does not start here: skipped"
		[ $session = 1 ] && exit 77
		echo "$passed passed, $((failed + 1)) failed"
		exit 1
	}
}

trap 't kill-server 2>/dev/null; rm -rf "$own"' EXIT

for geometry in "80 24" "200 60"; do
	# browse, follow, search, resize, leave
	start $geometry "$bin" examples/mobilenet/1
	see "tag set serve"
	see "press ? for help, q to leave"
	keys j j j
	see "tensorflow/serving/predict"
	keys 5 Enter
	see "variable conv1/kernel:0"
	see "float32 [3,3,3,8]"
	keys '?'
	see "> help"
	keys q
	keys /
	keys -l nosuchthing
	keys Enter
	see "not found"
	t resize-window -t s -x 70 -y 20
	see "variable conv1/kernel:0"
	t resize-window -t s -x 100 -y 30
	see "variable conv1/kernel:0"
	keys q
	see "left with 0"

	# the form, a step, to a node, to the end, quit
	start $geometry "$bin" debug examples/mobilenet/1
	see "not set: Enter"
	keys Enter
	see "input_1 ="
	keys -l examples/mobilenet/samples/seven.png
	keys Enter
	see "seven.png"
	see "float32 [1,64,64,3]"
	keys s
	see "stopped #0"
	keys s s s
	see "stopped #3"
	keys u
	see "stopped #2"
	keys :
	keys -l "until Softmax"
	keys Enter
	see "predictions/Softmax"
	see "stopped #653"
	keys Space
	see "stopped #654"
	keys c
	see "done #660"
	keys Q
	see "left with 0"

	# a loop without end: Ctrl-C stops in it, says in which round, and does not count as leaving
	start $geometry "$bin" debug tests/models/failures/endless --inputs x=inf
	see "not started"
	keys c
	see "running: run"
	keys C-c
	see "interrupted in round"
	see "stopped #"
	keys C-c
	see "Ctrl-C once more quits"
	keys s
	see "step: #"
	keys u c
	see "running: continue"
	keys C-c
	see "interrupted in round"
	keys Q
	see "left with 0"

	# the cause of a failure stands there unasked
	start $geometry "$bin" debug tests/models/failures/fixed_batch --inputs x=[[1.0,2.0,3.0,4.0,5.0,6.0]]
	see "not started"
	keys c
	see "FAILED #4 of 4"
	see "1 int32 [3] [4,2,3]"
	see "pairs/shape: this Const is [4,2,3]"
	see "i Enter upstream"
	keys i Down Enter
	see "> pairs/shape"
	keys Q
	see "left with 0"
done

# Ctrl-C twice leaves; a signal gives the terminal back
start 80 24 "$bin" examples/mobilenet/1
see "tag set serve"
keys C-c
see "Ctrl-C once more quits"
keys C-c
see "left with 130"
start 80 24 "$bin" examples/mobilenet/1
see "tag set serve"
pkill -TERM -f "^$bin examples/mobilenet/1" 2>/dev/null
see "left with 143"

# whatever ends a debugger: the terminal is as it was, and what was set is saved
state=$(mktemp -d)
trap 't kill-server 2>/dev/null; rm -rf "$state" "$own"' EXIT
seven=examples/mobilenet/samples/seven.npy
for sig in TERM HUP SEGV; do
	for ui in curses readline; do
		rm -rf "$state/smtui"
		start 80 24 XDG_STATE_HOME="$state" ASAN_OPTIONS=handle_segv=0 "$bin" debug examples/mobilenet/1 $seven --ui $ui
		if [ $ui = curses ]; then
			see "seven.npy"
			keys s s s :
		else
			see "smtui>"
			keys s Enter s Enter s Enter
			see "at  #2"
		fi
		keys -l "break op:Softmax"
		keys Enter
		see "breakpoint 1 at op:Softmax"
		pkill -$sig -f "^$bin debug examples/mobilenet/1" 2>/dev/null
		see "left with 1"
		keys -l "(typed)"	# is echoed: the terminal's modes are back
		see "(typed)"
		if grep -qx 'break "op:Softmax"' "$state"/smtui/session-* && grep -q 'goto 2' "$state"/smtui/session-*; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
			echo "FAIL: nothing saved after SIG$sig in $ui"
		fi
	done
done

# stopped and continued; a storm of sizes; ^C in between
start 80 24 PS1=ready: sh -i
see 'ready:'
keys -l "$bin debug examples/mobilenet/1 $seven"
keys Enter
see "seven.npy"
keys s s s
see "stopped #2"
keys C-z
see "topped"
keys -l "echo still \$((40 + 2))"
keys Enter
see "still 42"
keys -l fg
keys Enter
see "stopped #2"
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do
	t resize-window -t s -x $((30 + i * 17 % 140)) -y $((5 + i * 7 % 40))
	keys s
done
keys C-c
t resize-window -t s -x 80 -y 24
see "stopped #14"
keys Q
see 'ready:'
keys -l "echo sane \$((40 + 2))"
keys Enter
see "sane 42"

# the terminal goes away: so does the program, and does not spin
start 80 24 "$bin" examples/mobilenet/1
see "tag set serve"
t kill-server
n=0
while pgrep -f "^$bin examples/mobilenet/1" >/dev/null && [ $n -lt 100 ]; do
	sleep 0.05
	n=$((n + 1))
done
if pgrep -f "^$bin examples/mobilenet/1" >/dev/null; then
	failed=$((failed + 1))
	echo "FAIL: still there after the terminal went away"
	pkill -9 -f "^$bin examples/mobilenet/1"
else
	passed=$((passed + 1))
fi

# terminals that the screen cannot use: the overview as text
start 80 24 TERM=dumb "$bin" examples/mobilenet/1
see "signature serving_default"
see "left with 0"
# one that terminfo does not know is taken for xterm
start 80 24 TERM=no-such-terminal "$bin" examples/mobilenet/1
see "not in terminfo here"
keys q
see "left with 0"
# no colours, and a plain locale
start 80 24 NO_COLOR=1 LC_ALL=C "$bin" examples/mobilenet/1
see "- tag set serve"
keys q
see "left with 0"
# what was typed behind ":" is there again at the next start, and at the line prompt
rm -rf "$state/smtui"
for round in 1 2; do
	start 80 24 XDG_STATE_HOME="$state" "$bin" examples/mobilenet/1
	see "tag set serve"
	keys :
	if [ $round = 1 ]; then
		keys -l "sigs"
	else
		keys Up
		see ":sigs"
	fi
	keys Enter
	see "serving_default_input_1:0"
	keys q Q
	see "left with 0"
done
if [ "$(cat "$state/smtui/history")" = "sigs" ]; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "FAIL: the history holds:"
	cat "$state/smtui/history"
fi
# y reaches the terminal's clipboard
start 80 24 "$bin" examples/mobilenet/1
t set-option -s set-clipboard on
see "tag set serve"
keys 2 j y
see "copied: serving_default"
n=0
while [ "$(t show-buffer 2>/dev/null)" != serving_default ] && [ $n -lt 100 ]; do
	sleep 0.05
	n=$((n + 1))
done
if [ "$(t show-buffer)" = serving_default ]; then
	passed=$((passed + 1))
else
	failed=$((failed + 1))
	echo "FAIL: the clipboard holds \"$(t show-buffer)\""
fi
keys Q
see "left with 0"
# --linear on a terminal that could show the screen
start 80 24 "$bin" --linear examples/mobilenet/1
see "signature serving_default"
see "smtui>"
keys -l "sigs"
keys Enter
see "serving_default_input_1:0"
keys quit Enter
see "left with 0"
# the line prompt: Ctrl-C there
start 80 24 "$bin" debug tests/models/failures/endless --inputs x=inf --ui readline
see "smtui>"
keys r Enter
sleep 0.2
keys C-c
see "interrupted in round"
keys quit Enter
see "left with 0"
start 80 24 "$bin" debug examples/mobilenet/1 examples/mobilenet/samples/seven.npy --ui readline
see "smtui>"
keys -l "break Softmax"
keys Enter
see "breakpoint 1 at Softmax"
keys r Enter
see "at  #653"
keys -l "seek max conv1_relu/Relu6"
keys Enter
see "max: 1 of 8192 elements"
keys quit Enter
see "left with 0"

# the line prompt: an empty line repeats a move, and nothing else
start 80 24 "$bin" debug examples/mobilenet/1 examples/mobilenet/samples/seven.npy --ui readline
see "smtui>"
keys -l "si 3"
keys Enter
see "at  #3"
keys Enter
see "at  #6"
keys -l "p 2+3"
keys Enter
see "2+3 = 5"
keys Enter Enter
keys -l "i line"
keys Enter
see "conv_pw_13/kernel"
keys quit Enter
see "left with 0"

# the run debugger: its screen at two sizes, a click on a head and on the scroll bar, what is remembered, ^C
home=$(mktemp -d)
trap 't kill-server 2>/dev/null; rm -rf "$home" "$own"' EXIT
for geometry in "80 24" "200 60"; do
	start $geometry "HOME=$home XDG_STATE_HOME=$home $bin" run tests/models/tfdbg/layers tests/models/tfdbg/layers.npz --tf_debug
	see "--- run-start: run #1: 3 fetches; 1 feed (x:0) ---"
	see "| run | exit |"
	keys run Enter
	see "25 dumped tensor(s):"
	see "list_outputs"
	keys -l "$(printf '\033[M +&')"	# the second head
	see "| lt -s dump_size"
	keys -l "$(printf '\033[M#+&')"
	keys 'pt rng -a' Enter
	see "Scroll (PgDn): 0.00%"
	keys PPage NPage NPage
	see "Scroll (PgDn/PgUp)"
	keys C-u
	keys '/2999' Enter
	see "Pattern not found"
	keys 'li -c -r lg' Enter
	see "|- (1) (Ctrl) ctl"
	t resize-window -t s -x 60 -y 16
	see "tfdbg>"
	keys C-c
	see "tfdbg: caught SIGINT; calling sys.exit(1)."
	see "left with 1"
done
grep -qx 'pt rng -a' "$home/.tfdbg_history" || { echo "FAIL the history has no pt"; failed=$((failed + 1)); }
# its line prompt: Tab, ^D at the end
start 80 24 "HOME=$home $bin" run tests/models/tfdbg/steps --inputs "'ph=tests/models/tfdbg/steps.npz[ph];x=tests/models/tfdbg/steps.npz[x]'" \
	--tf_debug --ui readline
see "tfdbg>"
keys s Enter
see "(19 / 19)"
keys -l "cont las"
keys Tab
see "tfdbg> cont last"
keys Enter
see "Continued to last"
keys exit Enter
see "Result for output key last:"
see "left with 0"

echo "$passed passed, $failed failed"
[ $failed = 0 ]
