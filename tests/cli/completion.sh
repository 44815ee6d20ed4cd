#!/bin/bash
# The completion script: the committed one is what smtui prints, bash takes it, and the function offers
# what it should in a shell without a terminal.
cd "${srcdir:-.}" || exit 2
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
passed=0 failed=0
ok() {
	if [ "$1" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $2"
	fi
}
"$bin" --generate-completion bash | cmp -s - man/smtui.bash
ok $? "man/smtui.bash is not what smtui --generate-completion bash prints"
"$bin" --generate-completion zsh 2>/dev/null
[ $? = 2 ]
ok $? "an unknown shell is an error of usage"
command -v bash >/dev/null 2>&1 || { echo "$passed passed, $failed failed; no bash here"; exit $((failed > 0)); }

# offers WORDS... : the completions of the last word, sorted, on one line
offers() {
	bash --norc --noprofile -c '
		. man/smtui.bash
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		_smtui
		printf "%s\n" "${COMPREPLY[@]}"' _ "$@" | sort | tr '\n' ' '
}
case_is() {
	want=$1
	shift
	got=$(offers "$@")
	[ "$got" = "$want " ]
	ok $? "$*: \"$got\" instead of \"$want\""
}
case_is "debug" smtui deb
case_is "overview" smtui ov
case_is "--theme" smtui debug --the
case_is "light" smtui --theme l
case_is "never" smtui browse --color n
case_is "curses readline" smtui debug --ui ""
case_is "--signature_def" smtui run x --sig
case_is "examples/mobilenet" smtui sigs examples/mob
case_is "--version" smtui --v
case_is "diff" smtui help di
case_is "examples/mobilenet" smtui examples/mob
echo "$passed passed, $failed failed"
[ $failed = 0 ]
