#!/bin/sh
# smtui diff without inputs, on pairs of exports (tests/recipes/sdiffs.py): exit code, verdict, a line of what differs.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
home=tests/models/sdiffs
tmp=$(mktemp) || exit 2
trap 'rm -f "$tmp"' EXIT
passed=0 failed=0
tab=$(printf '\t')
fail() {
	failed=$((failed + 1))
	echo "FAIL $1"
	printf '%s\n' "$out" | head -12
}
check() {	# name, exit code, beginning of the verdict, beginning of a line ("-": any); the rest is the command
	name=$1 code=$2 verdict=$3 line=$4
	shift 4
	out=$("$@" 2>"$tmp")
	got=$?
	out=$(printf '%s\n' "$out" && cat "$tmp")
	if [ "$got" != "$code" ]; then
		fail "$name: exit $got, not $code"
		return
	fi
	case $out in
	"$verdict"*) ;;
	*)
		fail "$name: not the verdict \"$verdict\""
		return
		;;
	esac
	if [ "$line" != - ] && ! printf '%s\n' "$out" | grep -qF -- "$line"; then
		fail "$name: no \"$line\""
		return
	fi
	passed=$((passed + 1))
}
while IFS="$tab" read -r a b code verdict line; do
	check "$a $b" "$code" "$verdict" "$line" "$bin" diff "$home/$a" "$home/$b"
done <$home/cases.tsv
# every model is the same as itself
for m in "$home"/*/ tests/models/small/*/ examples/mobilenet/1/; do
	[ ! -e "$m/saved_model.pb" ] ||
		check "$m itself" 0 "same computation" "" "$bin" diff "$m" "$m"
done
check "no model" 3 "" "A: tests/models/sdiffs/none" "$bin" diff $home/none $home/net
check "no door" 3 "" 'no function "none"' "$bin" diff "$home/net#none" $home/net
check "not ten but all" 1 "" "functions" "$bin" diff $home/keras $home/keras_norm --all
check "checkpoints" 1 "other weights (noise of size 0.001): 4 of 4 weights differ" "p/0/0/" \
	"$bin" diff $home/net/variables/variables $home/net_noise/variables/variables
check "usage" 2 "" "" "$bin" diff $home/net
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
