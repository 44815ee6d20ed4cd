#!/bin/sh
# An error in a command never ends the session and is never silent: every command that help lists, with
# each of its names and options, gets missing, nonsensical and far too many words before a run, in one
# that stands, failed or is done; by -c, --batch, the line prompt, --linear, and the run debugger's prompt.
src=$(cd "${srcdir:-.}" && pwd)
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/work" && cd "$tmp/work" || exit 2	# some commands write the file that they are given
export XDG_STATE_HOME="$tmp" HOME="$tmp" COLUMNS=80
passed=0 failed=0
fail() {
	failed=$((failed + 1))
	echo "FAIL $1"
}

model=$src/tests/models/failures/fixed_batch
row='[1.0,2.0,3.0,4.0,5.0,6.0]'
"$bin" debug "$model" -c help >names.txt 2>"$tmp/err" || fail "help"

# every name of a command, then "name --option"; a command that leaves is asked with words behind it only
awk '/^  [a-z]/ { print $1 }' names.txt | while read -r c; do
	"$bin" debug "$model" -c "help $c" 2>/dev/null | awk -v c="$c" '
		function tell(name) { print name }
		BEGIN { tell(c) }
		/^Also: / { gsub(/^Also: |,/, ""); for (i = 1; i <= NF; i++) tell($i) }
		/^Options:/ { on = 1; next }
		on && match($0, /--[a-z_]+/) { print c " " substr($0, RSTART, RLENGTH) }'
done >heads.txt
[ "$(grep -c . heads.txt)" -gt 200 ] || fail "help lists only $(grep -c . heads.txt) commands, names and options"

# lines HEADS STATE-COMMAND: a mark before each line to try, and one behind it
lines() {
	awk -v state="$2" -v q="'" '
	BEGIN {
		n = split("|nosuch_thing|nosuch one two three four five six seven eight nine|--nosuch|-Z|-1|" \
			"99999999999999999999999|0x|nosuch:0[|@|=|" q "|[1,|nosuch if|nosuch >|> /nosuch/folder/file|" \
			"nosuch:0[9,9] --json|1e999|a=b=c|" q q "|*|\\|%s%n", word, "|")
	}
	function ask(line) {
		if (state) print state
		print "eval " 700000 + ++mark
		print line
		print "eval 8"
	}
	$1 == "quit" || $1 == "exit" || $1 == "q" { if (NF == 1) for (i = 2; i <= 6; i++) ask($1 " " word[i]); next }
	NF == 1 { for (i = 1; i <= n; i++) ask($0 " " word[i]); next }
	{ ask($0); ask($0 " nosuch"); ask($0 " -1"); ask($0 " nosuch nosuch") }
	' "$1"
}

# judge NAME RC: all marks are there, and something stands behind each
judge() {
	marks=$(grep -c '^eval 7' "$1.in")
	[ "$2" -lt 2 ] || fail "$1: left with $2: $(tail -3 "$1.out")"
	awk -v name="$1" '
	NR == FNR {
		if ($0 ~ /^eval 7/) { want[++n] = $2 " = " $2; getline line; said[n] = line }
		next
	}
	$0 == want[at + 1] { at++; on = 1; text = 0; next }
	on && $0 == "8 = 8" {
		on = 0; ends++
		if (!text) { print "silent (" name "): " said[at]; bad++ }
		next
	}
	/[^ ]/ { text = 1 }
	END {
		if (at != n || ends != n) { print "the session (" name ") ended at " at " of " n ": " said[at]; bad++ }
		exit bad > 0
	}' "$1.in" "$1.out" && passed=$((passed + marks)) || fail "$1"
}

# listed NAME MODEL INPUTS: each line as a -c of its own, a few hundred at a time
listed() {
	set -- "$1" "$2" "$3" && n=0
	while read -r line; do
		set -- "$@" -c "$line"
		n=$((n + 1))
		[ $n -lt 300 ] || {
			listed_part "$@"
			set -- "$1" "$2" "$3" && n=0
		}
	done <"$1.in"
	listed_part "$@"
}

listed_part() {
	name=$1 at=$2 inputs=$3
	shift 3
	"$bin" debug "$at" --inputs "$inputs" "$@"
	rc=$?
	[ $rc -lt 2 ] || fail "$name: -c left with $rc"
}

# go NAME MODEL INPUTS STATE WAY ...: the same lines each way of giving them
go() {
	name=$1 at=$2 inputs=$3
	lines heads.txt "$4" >"$name.in"
	shift 4
	for way in "$@"; do
		cp "$name.in" "$name-$way.in"
		case $way in
		batch) "$bin" debug "$at" --inputs "$inputs" --batch "$name.in" ;;
		prompt) "$bin" debug "$at" --inputs "$inputs" --ui readline <"$name.in" ;;
		linear) "$bin" debug "$at" --inputs "$inputs" --linear <"$name.in" ;;
		c) listed "$name" "$at" "$inputs" ;;
		esac >"$name-$way.out" 2>&1
		judge "$name-$way" $?
	done
}

good="x=[$row,$row,$row,$row]"
go idle "$model" "$good" "reset" prompt c
go paused "$model" "$good" "reset; start; step 2" batch linear
go failed "$model" "x=[$row]" "reset; feed x [$row]; delete; unwatch; undo all; run" batch prompt
go done "$model" "$good" "reset; run" prompt linear

# the run debugger: before a run and at its end; something stands behind every prompt
tfdbg() {
	"$bin" run "$src/tests/models/tfdbg/layers" "$src/tests/models/tfdbg/layers.npz" --tf_debug --ui readline 2>&1
}
for state in start end; do
	{ [ $state = start ] || echo run; echo help; } | tfdbg | awk '
		/^tfdbg> / { on = 1; sub(/^tfdbg> /, "") }
		on && /^[a-z]/ && NF == 1 { print }
		on && /^  Aliases: / { gsub(/,/, ""); for (i = 2; i <= NF; i++) print $i }' >verbs.txt
	[ "$(grep -c . verbs.txt)" -gt 15 ] || fail "the run debugger lists only $(grep -c . verbs.txt) verbs"
	awk -v state=$state '
	BEGIN {
		n = split("--nosuch|-Z|nosuch a b c d e f g h|nosuch:0[|\"|nosuch > /nosuch/folder/file|-r [1,|-1 -1||nosuch", word, "|")
		if (state == "end") print "run"
	}
	$1 ~ /^(exit|quit)$/ { next }	# leave, whatever stands behind them
	{ for (i = 1; i <= n - 2 * ($1 ~ /^(run|r)$/); i++) print $0 " " word[i] }' verbs.txt >tfdbg-$state.in
	tfdbg <tfdbg-$state.in >tfdbg-$state.out
	[ $? -lt 2 ] || fail "tfdbg-$state: $(tail -3 tfdbg-$state.out)"
	awk -v name="tfdbg-$state" '
	NR == FNR { line[++n] = $0; next }
	/^tfdbg> / { if (at && !text) { print "silent (" name "): " line[at]; bad++ } at++; text = 0; sub(/^tfdbg> /, "") }
	/[^ ]/ { text = 1 }
	END {
		if (at < n) { print "the session (" name ") ended at " at " of " n ": " line[at]; bad++ }
		exit bad > 0
	}' tfdbg-$state.in tfdbg-$state.out && passed=$((passed + $(grep -c . tfdbg-$state.in))) || fail "tfdbg-$state"
done

echo "$passed passed, $failed failed"
[ $failed = 0 ]
