#!/bin/sh
# People's work from end to end in a real terminal: each file of people/ is one session, a story with the
# keys that are pressed and what the screen must show at each stage, at 80x24 and at 200x60. Texts are waited
# for; behind each session the terminal is as it was. SCREENS=FOLDER keeps what was looked at, SESSIONS
# chooses files. Without tmux the test is skipped.
src=$(cd "${srcdir:-.}" && pwd)
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
cd "$src" || exit 2
command -v tmux >/dev/null 2>&1 || {
	echo "tmux is not here: skipped"
	exit 77
}
passed=0 failed=0 n=0 lost=
patience=${PATIENCE:-300}	# looks at the screen, until a text must be there
home=$(mktemp -d) || exit 2
sock=smtui-people-$$
ln -s "$bin" "$home/smtui"	# a name of its own: other tests end programs by theirs
export SCREENS

t() {
	tmux -f /dev/null -L "$sock" "$@"
}

trap 't kill-server 2>/dev/null; rm -rf "$home"' EXIT

screen() {
	t capture-pane -p -t s 2>/dev/null
}

# keep NAME: the screen as it is now, where somebody wants to look at it
keep() {
	[ -z "$SCREENS" ] || {
		mkdir -p "$SCREENS"
		screen >"$SCREENS/$story-$size-$(printf %02d $step)${1:+-$1}.txt"
	}
	step=$((step + 1))
}

# wrong WHAT: says it once, with the screen; the rest of the session is not waited for
wrong() {
	failed=$((failed + 1))
	lost=yes
	echo "FAIL ($story, $size): $1:"
	screen
}

# see TEXT ...: waits until the screen holds each of them
see() {
	for text in "$@"; do
		n=0
		while [ -z "$lost" ] && ! screen | grep -qF -- "$text"; do
			n=$((n + 1))
			[ $n -lt "$patience" ] || wrong "\"$text\" is not on the screen"
			sleep 0.03
		done
		passed=$((passed + 1))
	done
	keep
}

# gone TEXT: waits until it is on the screen no longer
gone() {
	n=0
	while [ -z "$lost" ] && screen | grep -qF -- "$1"; do
		n=$((n + 1))
		[ $n -lt "$patience" ] || wrong "\"$1\" is still on the screen"
		sleep 0.03
	done
	passed=$((passed + 1))
}

keys() {
	[ -n "$lost" ] || t send-keys -t s "$@"
}

# put TEXT: typed as it stands, then Enter
put() {
	keys -l -- "$1"
	keys Enter
}

# say COMMAND: behind the screen's ":"
say() {
	keys :
	put "$1"
}

# A shell in the terminal; smtui stands for the program, $WORK for a folder of the session's own.
session() {
	rm -rf "$home/work" && mkdir -p "$home/work"
	t new-session -d -x "${size%x*}" -y "${size#*x}" -s s \
		"cd '$src' && env -u SMTUI_SCRIPT HOME='$home/work' XDG_STATE_HOME='$home/work' WORK='$home/work' PS1='ready> ' sh -i" || {
		echo "tmux does not start here: skipped"
		[ $passed$failed = 00 ] && exit 77
		exit 1
	}
	see "ready>"
	put "smtui() { \"$home/smtui\" \"\$@\"; }; clear"
	gone "smtui()"
}

# The terminal after the program: its modes are back, what is typed is seen, lines begin at the left.
sane() {
	see "ready>"
	put "clear; echo sane \$((40 + 2)); stty -a | grep -o ' echo ' | head -1"
	see "sane 42"
	[ -n "$lost" ] || screen | sed -n 1p | grep -q '^sane 42' || wrong "the terminal is not as it was"
	t kill-session -t s
}

t new-session -d -s hold 2>/dev/null	# the server stays between sessions
for size in ${SIZES:-80x24 200x60}; do
	for file in ${SESSIONS:-tests/tui/people/*.sh}; do
		story=$(basename "$file" .sh) step=0 lost=
		session
		. "$file"
		sane
	done
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
