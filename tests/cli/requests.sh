#!/bin/sh
# Requests of TensorFlow Serving's gRPC interface, binary and as text, and a model's own warm-up requests: the answers
# are TensorFlow's (tests/recipes/serving_requests.py).
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
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
		cat "$tmp/out" "$tmp/err"
	fi
}
run() {
	"$bin" run "$@" >"$tmp/out" 2>"$tmp/err"
	rc=$?
}
here=tests/models/serving
while IFS=$tab read -r model name want; do
	for file in "$here/requests/$model.$name.pb" "$here/requests/$model.$name.pbtxt"; do
		[ -f "$file" ] || continue
		run "$here/$model" --request "$file" --output serving
		case $want in
		"!"*)
			sed -n 's/^    "error": "\(.*\)"$/\1/p' "$tmp/out" | sed 's/\\n/ /g; s/\\"/"/g; s/\\t/ /g' >"$tmp/message"
			[ $rc = 1 ] && grep -qF -- "${want#!}" "$tmp/message"
			;;
		*)
			[ $rc = 0 ] && [ "$(tr -d ' \n' <"$tmp/out")" = "$want" ]
			;;
		esac
		ok "$file: exit $rc, wanted $want" $?
	done
done <$here/requests/answers.tsv
[ $passed -gt 30 ]
ok "all requests were tried" $?

run $here/half_plus_two --request - <$here/requests/half_plus_two.plain.pb
printf 'Result for output key y:\n[2.5 3.  4.5]\n' | cmp -s - "$tmp/out"
ok "the plain output, from standard input" $?
run $here/typed --request $here/requests/typed.filtered.pb
printf "Result for output key str_tensor_bytes:\n[b'foo']\n" | cmp -s - "$tmp/out"
ok "the outputs that were asked for alone" $?
run $here/half_plus_two --request $here/requests/half_plus_two.plain.pb --verify
[ $rc = 0 ] && grep -q '^verified' "$tmp/err"
ok "both modes" $?
run "$here/half_plus_two#regress_x_to_y2" --request $here/requests/half_plus_two.regress.pb --output serving
[ $rc = 0 ] && [ "$(tr -d ' \n' <"$tmp/out")" = '{"results":[43.0]}' ]
ok "the signature of the path" $?
head -c 20 $here/requests/half_plus_two.plain.pb >"$tmp/cut.pb"
run $here/half_plus_two --request "$tmp/cut.pb"
[ $rc = 1 ] && grep -q "cut.pb.*bytes make no sense" "$tmp/err"
ok "a request that breaks off" $?
run $here/half_plus_two --request "$tmp/none.pb"
[ $rc = 1 ] && grep -q "none.pb" "$tmp/err"
ok "no such file" $?
printf 'inputs { key: "x" value { dtipe: DT_FLOAT } }' >"$tmp/bad.pbtxt"
run $here/half_plus_two --request "$tmp/bad.pbtxt"
[ $rc = 1 ] && grep -q 'no field named "dtipe"' "$tmp/err"
ok "a wrong word of the text form" $?

# warm-up requests
run $here/warm --warmup all
sed 's/  */ /g' "$tmp/out" >"$tmp/flat"
[ $rc = 1 ] && diff - "$tmp/flat" <<'END'
request kind signature outputs
 0 predict serving_default ok y: float32 [3]
 1 classify classify_x_to_y ok scores: float32 [2,1]
 2 regress regress_x_to_y ok outputs: float32 [2,1]
 3 multi-inference regress_x_to_y ok outputs: float32 [2,1]
 3 multi-inference classify_x_to_y ok scores: float32 [2,1]
 4 session failed Unsupported log_type for warmup: 5
 5 predict serving_default failed Expects arg[0] to be float but double is provided (input x)
 6 ? failed assets.extra/tf_serving_warmup_requests: record 6: its checksum is wrong
 7 streamed serving_default ok y: float32 [3]
 7 streamed serving_default ok y: float32 [2,1]
END
ok "all warm-up requests" $?
run $here/warm --warmup 2 --output serving
[ $rc = 0 ] && [ "$(tr -d ' \n' <"$tmp/out")" = '{"results":[42.0,3.0]}' ]
ok "one warm-up request as Serving answers it" $?
run $here/warm --warmup 7
[ $rc = 0 ] && grep -q '^part 1: serving_default$' "$tmp/out" && [ "$(grep -c '^Result' "$tmp/out")" = 2 ]
ok "a warm-up request behind a damaged one" $?
run $here/warm --warmup 6
[ $rc = 1 ] && grep -q "record 6: its checksum is wrong" "$tmp/err"
ok "a damaged warm-up request" $?
run $here/warm --warmup 8
[ $rc = 2 ] && grep -q "there are 8 warm-up requests" "$tmp/err"
ok "a number too large" $?
run $here/half_plus_two --warmup all
[ $rc = 1 ] && grep -q "no warm-up requests" "$tmp/err"
ok "no warm-up requests" $?
run $here/warm
[ $rc = 2 ] && grep -q "requests of its own: --warmup 0" "$tmp/out"
ok "what is needed names them" $?
run $here/warm --warmup x
[ $rc = 2 ] && grep -q "no FILE too (x)" "$tmp/err"
ok "no number, but a file" $?
run $here/warm --warmup=x
[ $rc = 2 ] && grep -q 'not "x"' "$tmp/err"
ok "no number" $?
run $here/warm --warmup 0
cp "$tmp/out" "$tmp/first"
run $here/warm --warmup
[ $rc = 0 ] && cmp -s "$tmp/out" "$tmp/first"
ok "the first without a number" $?
run --warmup $here/warm
[ $rc = 0 ] && cmp -s "$tmp/out" "$tmp/first"
ok "the model is no number" $?
# a file that breaks off: what is whole runs
cp -r $here/warm "$tmp/warm"
for n in 5 100 300; do
	head -c $n $here/warm/assets.extra/tf_serving_warmup_requests >"$tmp/warm/assets.extra/tf_serving_warmup_requests"
	run "$tmp/warm" --warmup all
	[ $rc = 1 ] && tail -n 1 "$tmp/out" | grep -q "failed .*it is cut off"
	ok "a warm-up file of $n bytes" $?
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
