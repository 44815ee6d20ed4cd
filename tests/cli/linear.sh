#!/bin/sh
# --linear: the browser and the debugger as questions and answers. No escape sequence, no carriage
# return, nothing is written twice; the same even on a terminal that could show the screen.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
has() {	# TEXT
	if grep -qF -- "$1" "$tmp/out"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL \"$1\" is not in:"
		cat "$tmp/out"
	fi
}
plain() {
	if LC_ALL=C tr -d '\11\12\40-\176\200-\377' <"$tmp/out" | grep -q .; then
		failed=$((failed + 1))
		echo "FAIL control characters in the output"
	else
		passed=$((passed + 1))
	fi
}
printf 'sigs\nnode nosuch\nquit\n' | "$bin" --linear examples/mobilenet/1 >"$tmp/out" 2>&1
has "  signature serving_default (tensorflow/serving/predict)"
has "  in   input_1      float32  (None, 64, 64, 3)  serving_default_input_1:0"
has 'ERROR: no node "nosuch"'
plain
printf 'feed input_1 zeros\nstart\nstep\nbt\nquit\n' | "$bin" debug --linear examples/mobilenet/1 >"$tmp/out" 2>&1
has "at  #0 conv_preds/bias (VarHandleOp)"
has "ran #0 conv_preds/bias (VarHandleOp) -> resource []"
plain
# with a key script the screen would open: --linear wins
printf 'sigs\n' | SMTUI_SCRIPT=/dev/null "$bin" browse --linear examples/mobilenet/1 >"$tmp/out" 2>&1
has "serving_default_input_1:0"
echo "$passed passed, $failed failed"
[ $failed = 0 ]
