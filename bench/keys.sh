#!/bin/sh
# What a keystroke costs: plays keys on a model's screens (into memory, without a terminal) and prints the
# slowest, the median and the count; the slowest ones by name.
#
# usage: keys.sh SMTUI MODEL browse|debug	(from the build folder)
smtui=${1:?usage: keys.sh SMTUI MODEL browse|debug}
model=${2:?usage: keys.sh SMTUI MODEL browse|debug}
dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
case ${3:-browse} in
debug) # paused in the middle of a run: steps both ways, scrolling, searching, looking at tensors
	cat >"$dir/keys" <<-KEYS
	type :feed x ones
	key Enter
	type :start
	key Enter n n n s s b b j j k k PgDn PgDn PgUp G g g End Home
	type /relu
	key Enter n N Esc
	type :until layer3/block7/relu
	key Enter n n p p Enter j Esc t q Esc
	type :back 100
	key Enter n b Tab j j Tab S-Tab
	KEYS
	set -- debug "$model" ;;
*)
	cat >"$dir/keys" <<-KEYS
	key j j j Enter j j PgDn PgDn PgUp End Home G Tab j j Tab
	type /relu
	key Enter n n N Esc j Enter Esc End PgUp PgUp Enter j j
	KEYS
	set -- "$model" ;;
esac
SMTUI_SCRIPT="$dir/keys" SMTUI_SCRIPT_TIMES=1 "$smtui" "$@" 2>"$dir/times"
grep ' ms  ' "$dir/times" | sort -rn >"$dir/sorted"
n=$(wc -l <"$dir/sorted")
echo "$n keys; median $(sed -n "$((n / 2 + 1))p" "$dir/sorted")"
echo "slowest:"
head -8 "$dir/sorted"
