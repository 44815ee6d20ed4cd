#!/bin/sh
# Request bodies of TensorFlow Serving's REST interface: the answers and errors of its own tests and documentation
# (serving.cases), compared token by token; its layout byte by byte; the plain output; both modes.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
ok() {	# WHAT STATUS
	if [ "$2" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1"
		cat "$tmp/out" "$tmp/err"
	fi
}
while IFS= read -r line; do
	case $line in "" | "#"*) continue ;; esac
	model=${line%% | *}
	rest=${line#* | }
	body=${rest% | *}
	want=${rest##* | }
	printf '%s' "$body" >"$tmp/body"
	"$bin" run "tests/models/serving/$model" --json_input "$tmp/body" --output serving >"$tmp/out" 2>"$tmp/err"
	rc=$?
	case $want in
	"!"*)
		# the message as it is, not as JSON has it
		sed -n 's/^    "error": "\(.*\)"$/\1/p' "$tmp/out" | sed 's/\\n/ /g; s/\\"/"/g; s/\\t/ /g' >"$tmp/message"
		[ $rc = 1 ] && grep -qF -- "${want#!}" "$tmp/message"
		;;
	*)
		[ $rc = 0 ] && [ "$(tr -d ' \n' <"$tmp/out")" = "$want" ]
		;;
	esac
	ok "$model $body: exit $rc, wanted $want" $?
done <tests/cli/serving.cases

"$bin" run tests/models/serving/half_plus_two --json_input '{"instances": [1.0, 2.0, 5.0]}' --output serving >"$tmp/out" 2>"$tmp/err"
printf '{\n    "predictions": [2.5, 3.0, 4.5\n    ]\n}\n' | cmp -s - "$tmp/out"
ok "the layout of rows" $?
printf '{"inputs": [3.0, 4.0]}' | "$bin" run tests/models/serving/half_plus_two --json_input - --output serving >"$tmp/out" 2>"$tmp/err"
printf '{\n    "outputs": [\n        3.5,\n        4.0\n    ]\n}\n' | cmp -s - "$tmp/out"
ok "the layout of columns, from standard input" $?
"$bin" run tests/models/serving/typed --output serving --json_input \
	'{"signature_name": "two", "instances": [{"int_tensor": [1,2], "str_tensor": "a"}, {"int_tensor": [3,4], "str_tensor": "b"}]}' \
	>"$tmp/out" 2>"$tmp/err"
printf '%s\n' '{' '    "predictions": [' '        {' '            "int_tensor": [1, 2],' '            "str_tensor_bytes": {' \
	'                "b64": "YQ=="' '            }' '        },' '        {' '            "int_tensor": [3, 4],' \
	'            "str_tensor_bytes": {' '                "b64": "Yg=="' '            }' '        }' '    ]' '}' | cmp -s - "$tmp/out"
ok "the layout of objects" $?
"$bin" run tests/models/serving/half_plus_two --json_input '{"instances": [1.0, 2.0]}' >"$tmp/out" 2>"$tmp/err"
printf 'Result for output key y:\n[2.5 3. ]\n' | cmp -s - "$tmp/out"
ok "the plain output" $?
"$bin" run tests/models/serving/half_plus_two --json_input '{"instances": [1.0, 2.0]}' --verify >"$tmp/out" 2>"$tmp/err"
[ $? = 0 ] && grep -q '^verified' "$tmp/err"
ok "both modes" $?
"$bin" run 'tests/models/serving/typed#strings' --json_input '{"instances": ["a"]}' --json >"$tmp/out" 2>"$tmp/err"
[ $? = 0 ] && grep -q '"a"' "$tmp/out"
ok "the signature of the path, JSON" $?
"$bin" run tests/models/serving/typed --json_input "$tmp/none" >"$tmp/out" 2>"$tmp/err"
[ $? = 1 ] && grep -q "$tmp/none" "$tmp/err"
ok "no such file" $?
"$bin" run tests/models/serving/typed --json_input '{"instances": [1]}' --output grpc >"$tmp/out" 2>"$tmp/err"
[ $? = 2 ]
ok "an unknown form of output" $?
echo "$passed passed, $failed failed"
[ $failed = 0 ]
