#!/bin/sh
# smtui config: what is in force and where from; lines that make no sense are named with file and line.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
has() {	# TEXT FILE
	if grep -qF -- "$1" "$2"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL \"$1\" is not in:"
		cat "$2"
	fi
}
conf=$PWD/tests/tui/conf
unset NO_COLOR
XDG_CONFIG_HOME=$conf/own "$bin" config >"$tmp/out" 2>"$tmp/err"
has "theme = light" "$tmp/out"
has "conf/own/smtui/config:2" "$tmp/out"
has "color = auto                # default" "$tmp/out"
has "key = = zoom" "$tmp/out"
[ ! -s "$tmp/err" ] || { failed=$((failed + 1)); echo "FAIL complaints:"; cat "$tmp/err"; }
# what it prints is a settings file that says the same
mkdir -p "$tmp/smtui"
cp "$tmp/out" "$tmp/smtui/config"
sed -i 's/ *#.*//' "$tmp/smtui/config"
XDG_CONFIG_HOME=$tmp "$bin" config 2>"$tmp/err" | sed 's/ *#.*//' >"$tmp/again"
sed 's/ *#.*//' "$tmp/out" | cmp -s - "$tmp/again" && [ ! -s "$tmp/err" ] && passed=$((passed + 1)) || {
	failed=$((failed + 1))
	echo "FAIL its own output is not taken:"
	cat "$tmp/again" "$tmp/err"
}
XDG_CONFIG_HOME=$conf/own NO_COLOR=1 "$bin" config >"$tmp/out"
has "color = never               # NO_COLOR" "$tmp/out"
XDG_CONFIG_HOME=$conf/wrong "$bin" config >"$tmp/out" 2>"$tmp/err" || failed=$((failed + 1))
has 'config:1: theme is one of auto|dark|light|mono|contrast|blue-orange, not "purple"' "$tmp/err"
has 'config:3: there is no option "colour"' "$tmp/err"
has 'config:4: digits is one of 1..17, not "99"' "$tmp/err"
has 'config:5: there is no key "Fx"' "$tmp/err"
has 'config:6: "dance" is neither ":COMMAND" nor an action' "$tmp/err"
has 'config:7: a line is "NAME = VALUE"' "$tmp/err"
has "key F3 = search" "$tmp/out"
# a memory limit of the file holds where none is given, and one that is given wins
mkdir -p "$tmp/small/smtui"
echo "max_memory = 1K" >"$tmp/small/smtui/config"
XDG_CONFIG_HOME=$tmp/small "$bin" run examples/mobilenet/1 --inputs input_1=zeros >/dev/null 2>"$tmp/err" && failed=$((failed + 1))
has "limit" "$tmp/err"
XDG_CONFIG_HOME=$tmp/small "$bin" run examples/mobilenet/1 --inputs input_1=zeros --max-memory 500M >"$tmp/out" 2>"$tmp/err"
has "predictions" "$tmp/out"
# a file that cannot be read, none at all, and one of bytes
mkdir -p "$tmp/dir/smtui/config" "$tmp/bytes/smtui"
XDG_CONFIG_HOME=$tmp/dir "$bin" config >"$tmp/out" 2>"$tmp/err"
has "cannot be read" "$tmp/err"
head -c 100000 "$bin" >"$tmp/bytes/smtui/config"
XDG_CONFIG_HOME=$tmp/bytes "$bin" config >"$tmp/out" 2>"$tmp/err"
has "theme = auto" "$tmp/out"
env -u XDG_CONFIG_HOME -u HOME "$bin" config >"$tmp/out" 2>"$tmp/err"
has "# no home, no file" "$tmp/out"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
