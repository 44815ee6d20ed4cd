#!/bin/sh
# The examples that people copy are tests: README's console blocks print what the README says (figures with
# a decimal point to four digits: the last ones differ from CPU to CPU), and the man page's examples succeed.
cd "${srcdir:-.}" || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
ln -s "${top_builddir:-.}/smtui" "$tmp/smtui"
PATH=$tmp:$PATH
passed=0 failed=0

rounded() {
	sed 's/\(0\.[0-9]\{4\}\)[0-9]*/\1/g' "$1"
}

ok() {	# NAME STATUS
	if [ "$2" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1"
	fi
}

# README: a block is run as one script
awk '/^```console$/ { on = 1; next } /^```$/ { on = 0 } on' README.md >"$tmp/want"
sed -n 's/^\$ //p' "$tmp/want" >"$tmp/commands"
while read -r line; do
	printf '$ %s\n' "$line"
	(eval "$line") 2>&1 </dev/null
done <"$tmp/commands" >"$tmp/got"
rounded "$tmp/want" >"$tmp/a"
rounded "$tmp/got" >"$tmp/b"
[ -s "$tmp/commands" ] && diff "$tmp/a" "$tmp/b"
ok "README's examples" $?

# the man page: each .nf ... .fi block of EXAMPLES
sed -n '/^\.SH EXAMPLES/,/^\.SH EXIT/p' man/smtui.1 |
	awk '/^\.nf/ { on = 1; next } /^\.fi/ { on = 0 } on' |
	sed -e 's/\\-/-/g' -e 's/\\e$/\\/' >"$tmp/man.sh"
sed -e ':a' -e '/\\$/N; s/\\\n//; ta' "$tmp/man.sh" >"$tmp/man.lines"
while read -r line; do
	(eval "$line") >"$tmp/out" 2>&1 </dev/null
	rc=$?
	[ $rc = 0 ] || cat "$tmp/out"
	ok "man: $line" $rc
done <"$tmp/man.lines"
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 3 ]
