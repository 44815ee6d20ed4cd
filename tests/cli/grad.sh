#!/bin/sh
# terms, grad and tune at the prompt: what they print, the guide's fine-tuning, JSON by its notation, .npz, errors.
cd "${srcdir:-.}" || exit 2
top=${top_builddir:-.}
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
note() {	# NAME STATUS
	if [ "$2" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1"
	fi
}
debug() {	# MODEL COMMANDS [OPTION ...]
	model=$1 commands=$2
	shift 2
	"$top/smtui" debug "$model" -c "$commands" "$@" >"$tmp/out" 2>"$tmp/err" </dev/null
}
has() {	# TEXT
	if grep -qF -- "$1" "$tmp/out" "$tmp/err"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL \"$1\" is not in:"
		cat "$tmp/out" "$tmp/err"
	fi
}
module=examples/modules/no_signatures net=examples/mobilenet/1 seven=examples/mobilenet/samples/seven.npy
habits=tests/models/grads/habits/model

before=$(cksum $module/saved_model.pb $module/variables/*)
# TensorFlow's guide, "Basic fine-tuning": the module is called on 2, v is 2 to begin with
debug $module 'call mutate(2.0); run; call __call__(2.0); tune "(10 - output_0)**2" --rate 0.05 --steps 10 --digits 2'
grep '^loss=' "$tmp/out" >"$tmp/loss"
cat >"$tmp/want" <<'END'
loss=36.00 v=3.20
loss=12.96 v=3.92
loss=4.67 v=4.35
loss=1.68 v=4.61
loss=0.60 v=4.77
loss=0.22 v=4.86
loss=0.08 v=4.92
loss=0.03 v=4.95
loss=0.01 v=4.97
loss=0.00 v=4.98
END
diff "$tmp/want" "$tmp/loss"
note "the guide's fine-tuning" $?
debug $module 'call __call__(2.0); run; tune "(10 - output_0)**2" -r 0.05 -n 3; tune --forget; run; pt output_0; tune "(10 - output_0)**2" -n 0 --json'
has "the variables are as they were loaded"
has "array(2., dtype=float32)"
debug $module 'call __call__(2.0); run; tune "mean(abs(output_0 - `[12.0, 14.0]`))" --variable nosuch'
has "the loss depends on no variable that could be moved"
debug $module 'call __call__(2.0); run; tune "output_0 +"' -c 'tune "nosuch * 2"' -c 'tune "output_0 - `np.ones(3)`"' \
	-c 'tune "foo(output_0)"'
has "a name or a number is missing"
has "a loss is one number"
has "no such function"
[ "$before" = "$(cksum $module/saved_model.pb $module/variables/*)" ]
note "the model is as it was" $?

# the way from a probability to the picture
debug $net 'run; terms predictions[0,7] -n 1; terms 1; terms 1; terms 2; terms back; terms 1 -n 2; terms 1w; terms back; terms 1' $seven
has "= made of 10 elements (Softmax)"
has "a copy of one element (Reshape)"
has "= the sum of 2 terms (BiasAdd)"
has "the variable conv_preds/bias: this is where it begins"
has "= the sum of 167 products (Conv2D), and 89 that are 0"
has "the variable conv_preds/kernel: this is where it begins"
has "= the sum of 4 terms (Mean)"
debug $net 'run; terms conv1/Conv2D:0[0,3,3,1] --all' $seven
has "they add up to"
! grep -q MORE "$tmp/out"
note "a convolution's terms add up" $?
debug $net 'run; terms predictions[0,7]; terms conv1/Conv2D:0' $seven -c 'terms conv1/Conv2D:0[0,3]' -c 'terms nosuch[1]' \
	-c 'terms 70' -c 'terms back' 
has "which element of float32 [1,32,32,8]? Say NAME[0,...], 4 numbers"
has "70 is none of the terms that lead somewhere"
has "this is where the way begins"

# gradients: of the top class by the picture; what has none, and why
debug $net 'run; grad predictions --max wrt input_1 conv1/kernel conv1_bn/moving_mean --heat' $seven
has "gradient of mobilenet_0.25_64/predictions/Softmax:0[0,7]"
has "float32 [1,64,64,3]"
has "None: ends at mobilenet_0.25_64/conv1_bn/FusedBatchNormV3 (FusedBatchNormV3), which has none by this input"
has "|g| by input_1"
debug $net "run; grad predictions[0,7] -x --npz $tmp/g.npz; grad predictions[0,7] wrt conv1_relu/Relu6" $seven
has "gradient times value, of"
[ -s "$tmp/g.npz" ]
note "the .npz is there" $?
has "conv1_relu/Relu6:0"
debug $habits 'feed x ones; run; grad' --signature_def whole
has "None: ends at Cast (Cast), which makes no floats"
debug $habits 'feed x ones; run; grad wrt table' --signature_def whole
has "no node"
debug tests/models/zoo/tables_v2/model 'feed k ["a"]; run; grad' --signature_def look
has "None: string has none; ends at None_Lookup_1/LookupTableFindV2"
debug $net 'grad'
has "start"

# JSON by its notation
json() {	# COMMAND MODEL COMMANDS [OPTION ...]
	name=$1
	shift
	debug "$@"
	sed -n '/^[][{]/,$p' "$tmp/out" | "$top/tests/cli/json_check" "$name"
	note "$name --json" $?
}
json terms $net 'run; terms predictions[0,7] --json' $seven
json terms $net 'run; terms conv1/Conv2D:0[0,3,3,1] --json' $seven
json grad $net 'run; grad predictions[0,7] --json' $seven
json tune $module 'call __call__(2.0); tune "(10 - output_0)**2" -n 2 --json'
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
