#!/bin/sh
# smtui diff against what other programs wrote of the same network (tests/recipes/references.py): ONNX Runtime,
# Polygraphy, NumPy; in NCHW, under other names, of other types; whole, and with a planted difference.
cd "${srcdir:-.}" || exit 2
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd tests/models/references || exit 2
passed=0 failed=0
home=StatefulPartitionedCall/StatefulPartitionedCall
check() {	# reference, inputs, exit code, first line, "matched" line, lines about forms
	"$bin" diff net "$1" $2 >"$tmp/out" 2>&1
	got=$?
	if [ $got = "$3" ] && grep -qF "$4" "$tmp/out" && grep -qF "$5" "$tmp/out" &&
		[ "$(grep -c '^before comparing' "$tmp/out")" = "$6" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1: exit $got"
		cat "$tmp/out"
	fi
}
has() {
	if grep -qF "$2" "$tmp/out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1: no \"$2\""
		cat "$tmp/out"
	fi
}
p=picture.npy
check named.npz $p 0 'nothing found: 6 tensors agree' 'npz file: 6 of 6 tensors matched (6 by name)' 1
has half '(6): float16'
check arrays $p 0 'nothing found: 5 tensors agree' 'folder of tensors: 5 of 5 tensors matched (1 by name, 3 by layer, 1 by value)' 4
has layout '(2): transposed from NCHW, float64'
has weights '(1): transposed from OIHW, float64'
check renamed.npz $p 0 'nothing found: 8 tensors agree' '8 of 9 tensors matched (8 by value); 1 match nothing' 2
check node_dump $p 0 'nothing found: 14 tensors agree' '14 of 15 tensors matched' 4
check test_data_set_0 $p 0 'nothing found: 1 tensors agree' '1 of 1 tensors matched (1 by place)' 0
check outputs.json $p 0 'nothing found: 8 tensors agree' 'outputs that Polygraphy saved: 8 of 9 tensors matched' 2
has runner 'B: runner onnxrt-runner'
check outputs.json#onnxrt $p 0 'nothing found: 8 tensors agree' '8 of 9' 2
check outputs.json#other $p 3 'no runner "other"' 'there is onnxrt-runner' 0
check typed.pb $p 0 'nothing found: 1 tensors agree' '1 of 1 tensors matched (1 by name)' 1
# inputs out of the dumps: NCHW, transposed before they are fed
check test_data_set_0 '' 0 'nothing found: 1 tensors agree' 'NCHW, transposed before it is fed' 0
check outputs.json inputs.json 0 'nothing found: 8 tensors agree' '8 of 9' 2
# a bias of the second convolution is half more: found under other names, in another layout
second="$home/second/BiasAdd: the first tensor that differs: 4 of 20 elements"
check renamed_broken.npz $p 1 "$second" '7 of 9 tensors matched (3 by value, 4 by place)' 2
has value 'B before it was compared: transposed from NCHW'
has between "on the way there, not in the reference: $home/second/Conv2D (Conv2D)"
check node_dump_broken $p 1 "$second" '(3 by value, 4 by place)' 2
check outputs_broken.json $p 1 "$second" '(3 by value, 4 by place)' 2
# another picture: everything differs, from the first tensor that B holds on
"$bin" diff net named.npz --inputs image=random:9 >"$tmp/out" 2>&1
has other "$home/first/BiasAdd: the first tensor that differs"
# a table of it, and in the debugger
"$bin" diff net renamed_broken.npz $p --sort rel --rows 1 --csv >"$tmp/out" 2>&1
has csv "$home/second/BiasAdd:0,BiasAdd"
"$bin" debug net $p -c 'diff renamed_broken.npz' >"$tmp/out" 2>&1
has prompt "$second"
# a folder of versions is a model, whatever lies beside it; a graph is no tensor
(cd ../../.. && "$bin" diff examples/mobilenet examples/mobilenet) >"$tmp/out" 2>&1
has versions 'same computation'
"$bin" diff net ../../../examples/mobilenet --inputs image=random:1 >"$tmp/out" 2>&1
has model 'input "input_1"'
check nothing.npz $p 3 nothing.npz '' 0
mkdir "$tmp/empty"
check "$tmp/empty" $p 3 empty '' 0
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 20 ]
