#!/bin/sh
# smtui check on planted problems and their healthy twins (tests/recipes/checks.py): each case names a model, a rule, more
# options and the places that the rule must name: exactly these, in any order. Every rule must have a planted problem
# and a twin; the exit code must fit.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
home=tests/models/checks
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
tab=$(printf '\t')
ok() {	# WHAT STATUS
	if [ "$2" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1"
	fi
}
tr "$tab" '\034' <$home/cases.tsv >"$tmp/cases"	# read joins empty fields that white space parts
sep=$(printf '\034')
while IFS="$sep" read -r model rule options places; do
	# shellcheck disable=SC2086
	"$bin" check "$home/$model" --rule "$rule" $options >"$tmp/out" 2>"$tmp/err"
	rc=$?
	sed -n "s/^[a-z]* $rule \(.*\)/\1/p" "$tmp/out" | sed 's/: .*//' | sort >"$tmp/got"
	if [ "$places" = - ]; then
		want=0
		: >"$tmp/want"
	else
		want=1
		printf '%s\n' "$places" | sed 's/ | /\n/g' | sort >"$tmp/want"
	fi
	[ $rc = $want ] && cmp -s "$tmp/want" "$tmp/got"
	st=$?
	ok "$model $rule $options: exit $rc, not $want, or other places" $st
	[ $st = 0 ] || { diff "$tmp/want" "$tmp/got"; cat "$tmp/err"; }
done <"$tmp/cases"
"$bin" check --list | awk '{ print $1 }' >"$tmp/rules"
[ -s "$tmp/rules" ]
ok "the rules are listed" $?
while read -r rule; do
	awk -F "$tab" -v r="$rule" '$2 == r && $4 != "-" { n++ } END { exit !n }' $home/cases.tsv
	ok "$rule: no planted problem" $?
	awk -F "$tab" -v r="$rule" '$2 == r && $4 == "-" { n++ } END { exit !n }' $home/cases.tsv
	ok "$rule: no healthy twin" $?
done <"$tmp/rules"
# models that TensorFlow loads and runs have no errors; SMTUI_CORPUS: more of them, NAME/model with NAME/expected/meta.json
for f in $(find examples tests/models -name 'saved_model.pb*'); do
	case $f in tests/models/checks/* | tests/models/failures/* | tests/models/custom_op/*) continue ;; esac
	"$bin" check "${f%/*}" --severity error >"$tmp/out" 2>"$tmp/err"
	ok "${f%/*} has errors: $(head -1 "$tmp/out" "$tmp/err")" $?
done
for f in "${SMTUI_CORPUS:-/nowhere}"/*/expected/meta.json; do
	grep -q '^ "ran": [1-9]' "$f" 2>/dev/null || continue
	"$bin" check "${f%/expected/meta.json}/model" --severity error >"$tmp/out" 2>"$tmp/err"
	ok "$f has errors: $(head -1 "$tmp/out" "$tmp/err")" $?
done
"$bin" check examples/mobilenet/1 --ignore damage,checksum --ignore dropout >"$tmp/out"
ok "rules are ignored: $(tail -1 "$tmp/out")" $?
grep -q '(51 rules)' "$tmp/out"
ok "three of 54 rules ignored: $(tail -1 "$tmp/out")" $?
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
