#!/bin/sh
# What a person's keys leave behind: a reproducer of the node that failed (F), notes from one start to the next.
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
home=$(cd "${srcdir:-.}" && pwd)
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
XDG_STATE_HOME=$tmp/state
export XDG_STATE_HOME
passed=0 failed=0

has() {	# what, then a command that must succeed
	what=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $what"
	fi
}

# script MODEL ...: the keys come from stdin
script() {
	cat >"$tmp/keys"
	has "$*" env -u NO_COLOR SMTUI_SCRIPT_SIZE=80x24 SMTUI_SCRIPT="$tmp/keys" "$bin" "$@"
}

script debug "$home/tests/models/failures/fixed_batch" --inputs 'x=[[1.0,2.0,3.0,4.0,5.0,6.0]]' <<END
key c
see failed
key ;
type asks for four
key Enter
key F
see reproducer in repro-pairs
see 2 inputs
key q
key F
see reproducer in repro-pairs-2
END
has 'the model' test -s repro-pairs/saved_model.pb
has 'inputs' cmp -s repro-pairs/inputs/shape.npy repro-pairs-2/inputs/shape.npy
has 'the report' grep -q '^fails with: INVALID_ARGUMENT: Input to reshape' repro-pairs/report.txt
has 'the note in the report' grep -q 'note.*asks for four' repro-pairs/report.txt
has 'the note in the session' grep -q '^note .*asks for four' repro-pairs/session.txt
has 'the notes file' grep -q 'asks for four' "$XDG_STATE_HOME"/smtui/notes-*
script debug "$home/tests/models/failures/fixed_batch" --inputs 'x=[[1.0,2.0,3.0,4.0,5.0,6.0]]' <<END
key c
see failed
see note: asks for four
key ;
key C-u
type -
key Enter
not asks for four
END
has 'no notes file' sh -c '! ls "$XDG_STATE_HOME"/smtui/notes-* 2>/dev/null | grep -q .'
# what an input was given comes back
cp -r "$home/tests/models/serving/half_plus_two" "$home/tests/models/inputs/plain.csv" .
script half_plus_two <<END
key 6
see not set
key Enter
type [[1.5], [2]]
key Enter
see float32 [2,1]
key :
type feed x plain.csv[a]
key Enter
see no column
key :
type feed x [[7.5]]
key Enter
see float32 [1,1]
END
has 'the values' test "$(cut -f 2,3 "$XDG_STATE_HOME"/smtui/inputs-*)" = "x	[[1.5], [2]]
x	[[7.5]]"
script half_plus_two <<END
key 6
see Enter, Up: [[7.5]]
key Enter Up Enter
see float32 [1,1]
not Enter, Up
END
script half_plus_two <<END
key 6
key Enter Up Up Enter
see float32 [2,1]
END
echo "$passed passed, $failed failed"
[ $failed = 0 ]
