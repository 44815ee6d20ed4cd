#!/bin/sh
# Runs every command of tests/cli/smcli/cmds.tsv (saved_model_cli of TensorFlow 2.15.1) with smtui: stdout
# must be the peer's, byte for byte, and so must the exit code and the last message on stderr. What the
# peer prints in the order of a hash table is compared as a set (sets.awk). skip.tsv: cases that cannot
# pass yet, and why. differs.tsv: intended differences, with what smtui does instead.
#
#   cmds.tsv      model, case, exit code, command, last message; stdout is in outputs/model.case.txt
#   cmds-2.21.tsv	the same for TensorFlow 2.21 (--compat 2.21); outputs-2.21 where they differ
#   more.tsv      the same, with stdout as one more column, "\\n" for a line end (tests/recipes/smcli_more.py)
#   skip.tsv      model.case, why
#   differs.tsv   model.case, exit code, stdout ("=" as the peer's, else a text it must hold), stderr
#                 (a text that it must hold), why
src=$(cd "${srcdir:-.}" && pwd)/tests/cli
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
tmp=$(mktemp -d "${TMPDIR:-/tmp}/smtui-cli.XXXXXX") || exit 2
trap 'rm -rf "$tmp"' EXIT INT TERM
passed=0 failed=0
only=$1
tab=$(printf '\t')
mkdir "$tmp/2.15" "$tmp/2.21"
cd "$src/smcli/models" || exit 2

# Nothing outside of the model is touched without leave, which the peer does not ask for.
saved_model_cli()
{
	if [ "$model.$1" = denyops.run ]; then
		"$bin" "$@" --allow_file_io
	elif [ "$version" = 2.21 ] && [ $# -gt 1 ]; then
		"$bin" "$@" --compat 2.21
	else
		"$bin" "$@"
	fi
}

bad()
{
	echo "FAIL $name: $1" >&3
	shift
	[ $# = 0 ] || "$@" >&3
	ok=0
}

as_sets()
{
	awk -f "$src/sets.awk" "$1"
}

same_stdout()
{
	cmp -s "$tmp/want" "$tmp/out" && return
	as_sets "$tmp/want" >"$tmp/want.sets"
	as_sets "$tmp/out" >"$tmp/out.sets"
	cmp -s "$tmp/want.sets" "$tmp/out.sets" ||
		bad "stdout differs" diff -a "$tmp/want.sets" "$tmp/out.sets"
}

# The peer's message is its last exception; lines joined by " \n ", warnings by " | ". message.sed takes out
# what belongs to one process: addresses, stacks, the tool's own name, where in its functions a node is.
same_message()
{
	printf '%s\n' "$1" | sed "s,/tmp/s,$tmp/$version/s,g" | sed -f "$src/message.sed" | as_sets - >"$tmp/want.err"
	sed -f "$src/message.sed" "$tmp/err" | as_sets - >"$tmp/got.err"
	tail -n "$(wc -l <"$tmp/want.err")" "$tmp/got.err" | cmp -s - "$tmp/want.err" ||
		grep -qxF -e "$(cat "$tmp/want.err")" "$tmp/got.err" ||
		bad "stderr differs" diff -a "$tmp/want.err" "$tmp/got.err"
}

holds()
{
	[ -z "$2" ] || grep -qF -e "$2" "$1" || bad "\"$2\" is missing in" cat "$1"
}

{
	sed "s/^/2.15$tab/" ../cmds.tsv ../more.tsv
	sed "s/^/2.21$tab/" ../cmds-2.21.tsv
} | sed "s/$tab$tab/$tab-$tab/g" >"$tmp/cmds"
while IFS="$tab" read -r version model case rc command message said; do
	[ "$model" = model ] && continue
	name=$model.$case
	[ -z "$only" ] || [ "$only" = "$name" ] || continue
	why=$(sed -n "s/^$name$tab//p" "$src/skip.tsv")
	[ "$message" != - ] || message=
	if [ "$model" = more ]; then
		printf '%b' "$said" >"$tmp/want"
	else
		[ "$version" = 2.21 ] && [ -f "../outputs-2.21/$name.txt" ] && of=outputs-2.21 || of=outputs
		sed "s,/tmp/s,$tmp/$version/s,g" "../$of/$name.txt" >"$tmp/want"
	fi
	command=$(printf '%s\n' "$command" | sed "s,/tmp/s,$tmp/$version/s,g")
	exec 3>&1
	[ -z "$why" ] || exec 3>/dev/null
	eval "$command" >"$tmp/out" 2>"$tmp/err" </dev/null
	got=$?
	ok=1
	differs=$(grep "^$name$tab" "$src/differs.tsv")
	if [ -n "$differs" ]; then
		rc=$(printf '%s\n' "$differs" | cut -f2)
		out=$(printf '%s\n' "$differs" | cut -f3)
		[ "$out" = = ] && same_stdout || holds "$tmp/out" "$out"
		holds "$tmp/err" "$(printf '%s\n' "$differs" | cut -f4)"
	else
		same_stdout
		[ -z "$message" ] || same_message "$message"
	fi
	[ "$got" = "$rc" ] || bad "exit code $got, not $rc"
	if [ -n "$why" ]; then
		[ $ok = 1 ] && echo "NOTE $name passes: take it out of skip.tsv" || echo "SKIP $name: $why"
	elif [ $ok = 1 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done <"$tmp/cmds"
[ $((passed + failed)) -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
[ $failed = 0 ]
