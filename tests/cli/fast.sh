#!/bin/sh
# run's fast mode from the command line: both modes agree on the samples and on planted shapes of every fusion; what is
# not for it says why and answers as before; times, profile, options that do not go together.
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
run() {
	"$bin" run "$@" >"$tmp/out" 2>"$tmp/err"
	rc=$?
}
has() { grep -q -- "$2" "$tmp/$1"; }

sample="examples/mobilenet/1 examples/mobilenet/samples/seven.npy"
# shellcheck disable=SC2086
run $sample --verify --top 1 --labels examples/mobilenet/samples/labels.txt
[ $rc = 0 ] && has out 'seven' && has err '^verified: .*of the largest magnitude$' && ! has err 'not in the fast mode'
ok "the sample in both modes" $?
for m in tests/models/zoo/*/model tests/models/tf1/*/model; do
	name=${m%/model}
	name=${name##*/}
	"$bin" sigs "$m" --json >"$tmp/sigs" 2>"$tmp/err" || continue
	for dir in "${m%/model}"/expected/*/; do
		key=$(basename "$dir")
		inputs=
		for f in "$dir"in_*.npy; do
			[ -e "$f" ] || continue
			k=${f##*/in_}
			inputs="$inputs${inputs:+;}${k%.npy}=$f"
		done
		grep -q "\"$key\"" "$tmp/sigs" || continue
		run "$m#$key" ${inputs:+--inputs "$inputs"} --verify --json
		if has err 'not in the fast mode'; then
			echo "$name $key" >>"$tmp/slow"
		else
			[ $rc = 0 ] && has err '^verified'
			ok "$name $key in both modes" $?
			echo "$name $key" >>"$tmp/fast"
		fi
	done
done
[ "$(wc -l <"$tmp/fast")" -gt 25 ]
ok "most of the zoo is for the fast mode: $(cat "$tmp/slow")" $?

# TensorFlow 1's loops and branches, nested in each other and with TensorArrays, are for it
for name in tf1_loops tf1_branches tf1_nested tf1_recurrent dynamic_rnn; do
	grep -q "^$name " "$tmp/fast" && ! grep -q "^$name " "$tmp/slow"
	ok "$name is for the fast mode" $?
done
for n in 0 1 4 5; do
	run tests/models/flow/v1_flow --input_exprs "n=np.int32($n)" --verify
	[ $rc = 0 ] && has err '^verified' && ! has err 'not in the fast mode'
	ok "loops in branches for $n" $?
done
# what none of its builders writes: said why, and the same answer
odd=tests/models/tf1/tf1_odd/model
for a in True False; do
	run "$odd#either" --input_exprs "x=np.float32([1,2]);a=$a;b=False" --fast
	[ $rc = 0 ] && has err '^not in the fast mode: either merges what are not the two branches of one condition'
	ok "a merge of two predicates with $a" $?
	cp "$tmp/out" "$tmp/fast_out"
	run "$odd#either" --input_exprs "x=np.float32([1,2]);a=$a;b=False"
	cmp -s "$tmp/out" "$tmp/fast_out"
	ok "and the answer is the faithful one" $?
done
run "$odd#way" --input_exprs "x=np.float32([1,2]);b=True" --verify
[ $rc = 0 ] && has err '^verified' && ! has err 'not in the fast mode'
ok "a result on a branch that is taken" $?
run "$odd#way" --input_exprs "x=np.float32([1,2]);b=False" --fast
[ $rc = 1 ] && has err '^smtui: .*it is on a branch that was not taken'
ok "and one on a branch that is not" $?

# loops by hand, one thing changed in each: i = 0; while (i < n) i = i + one
node() {	# NAME OP ATTRIBUTES INPUT ...
	printf 'node { name: "%s" op: "%s" %s' "$1" "$2" "$3"
	shift 3
	for in; do printf ' input: "%s"' "$in"; done
	echo ' }'
}
loop() {	# NAME SED-SCRIPT
	mkdir "$tmp/$1"
	t='attr { key: "T" value { type: DT_INT32 } }'
	d='attr { key: "dtype" value { type: DT_INT32 } }'
	v="$d"' attr { key: "value" value { tensor { dtype: DT_INT32 tensor_shape { } int_val: 1 } } }'
	frame="$t"' attr { key: "frame_name" value { s: "f" } }'
	{
		echo 'saved_model_schema_version: 1 meta_graphs { meta_info_def { tags: "serve" } graph_def {'
		echo 'versions { producer: 1395 }'
		node n Placeholder "$d attr { key: \"shape\" value { shape { } } }"
		node one Const "$v"
		node start Sub "$t" n n
		node enter Enter "$frame" start
		node enter_n Enter "$frame attr { key: \"is_constant\" value { b: true } }" n
		node enter_one Enter "$frame attr { key: \"is_constant\" value { b: true } }" one
		node merge Merge "$t attr { key: \"N\" value { i: 2 } }" enter next
		node less Less "$t" merge enter_n
		node ask LoopCond '' less
		node switch Switch "$t" merge ask
		node add AddV2 "$t" switch:1 enter_one
		node next NextIteration "$t" add
		node exit Exit "$t" switch
		node alone Enter "${frame%f*}g\" } }" start
		node again NextIteration "$t" alone
		node more AddV2 "$t" exit one
		echo '} signature_def { key: "serving_default" value { method_name: "tensorflow/serving/predict"'
		echo 'inputs { key: "n" value { name: "n:0" dtype: DT_INT32 tensor_shape { } } }'
		echo 'outputs { key: "y" value { name: "more:0" dtype: DT_INT32 tensor_shape { } } } } } }'
	} | sed "$2" >"$tmp/$1/saved_model.pbtxt"
}
loop sane ''
run "$tmp/sane" --input_exprs 'n=np.int32(7)' --fast
[ $rc = 0 ] && [ "$(tail -n 1 "$tmp/out")" = 8 ] && ! has err 'not in the fast mode'
ok "a loop by hand" $?
while IFS='|' read -r name script what; do
	loop "$name" "$script"
	run "$tmp/$name" --input_exprs 'n=np.int32(7)' --max_iterations 50
	plain=$rc
	cp "$tmp/out" "$tmp/plain_out"
	grep -v '^$' "$tmp/err" >"$tmp/plain_err"
	run "$tmp/$name" --input_exprs 'n=np.int32(7)' --max_iterations 50 --fast
	has err "$what" && [ $rc = "$plain" ] && cmp -s "$tmp/out" "$tmp/plain_out" &&
		grep -v -e '^not in the fast mode' -e '^$' "$tmp/err" | cmp -s - "$tmp/plain_err"
	ok "$name: $what" $?
done <<'end'
first|/"enter_one"/s/b: true/b: false/|^not in the fast mode: enter_one enters for the first round only
unasked|/"ask" op/s/LoopCond" /Identity" attr { key: "T" value { type: DT_BOOL } }/|^not in the fast mode: enter enters a loop without a LoopCond
leave|/"exit"/s/"switch"/"add"/|^not in the fast mode: exit leaves with what is no variable
twice|/"add"/s/"enter_one"/"enter"/|^not in the fast mode: enter begins more than one variable
swapped|/"switch" op/s/"merge" input: "ask"/"enter_n" input: "ask"/|^not in the fast mode: exit leaves with what is no variable
float|/"next"/s/INT32/FLOAT/|is float32\|is int32
alien|/"merge"/s/"next"/"again"/|merge}} has inputs from different frames
beside|/"more"/s/"one"/"one" input: "^alone"/|inputs from different frames
end
run tests/models/zoo/counter/model#add --input_exprs 'by=np.float32(1)' --fast
has err '^not in the fast mode: .*changes something'
ok "what writes" $?

# cells of recurrent layers are one step each
run tests/models/zoo/gru/model --inputs "x=tests/models/zoo/gru/expected/serving_default/in_x.npy" --fast --profile
[ $rc = 0 ] && has out ' GRU cell$'
ok "the cell of a GRU" $?
i=tests/models/tf1/tf1_recurrent/expected/serving_default
run tests/models/tf1/tf1_recurrent/model --inputs "x=$i/in_x.npy;length=$i/in_length.npy" --fast --profile --repeat 3
[ $rc = 0 ] && has out 'basic_lstm_cell/split .* LSTM cell$' && has out 'LoopCond .* While$'
ok "the cell of TensorFlow 1's LSTM" $?

# a failing run fails with the faithful mode's error
tried=0
while IFS="$(printf '\t')" read -r name inputs _; do
	d=tests/models/failures/$name
	run "$d" --inputs "$inputs" --max_iterations 200
	grep -v '^$' "$tmp/err" >"$tmp/plain"
	plain=$rc
	[ $plain = 1 ] || continue
	tried=$((tried + 1))
	run "$d" --inputs "$inputs" --max_iterations 200 --fast
	grep -v -e '^not in the fast mode' -e '^$' "$tmp/err" | cmp -s - "$tmp/plain" && [ $rc = $plain ]
	ok "$name with $inputs fails alike" $?
done <tests/models/failures/cases.tsv
[ $tried -gt 5 ]
ok "planted failures were tried" $?

# shellcheck disable=SC2086
run $sample --fast --repeat 3 --top 1
[ $rc = 0 ] && has err '^3 runs: median [0-9.]* ms, fastest [0-9.]*, slowest [0-9.]*; the first [0-9.]*$' && has out 0.99997
ok "--repeat" $?
has err '^memory: about [0-9.]* MB: program and weights [0-9.]* MB, tensors [0-9.]* [kM]B at once, packed weights '
ok "the memory is told before" $?
# shellcheck disable=SC2086
run $sample --repeat 2 --top 1
[ $rc = 0 ] && has err '^2 runs: ' && has out 0.99997
ok "--repeat in the faithful mode" $?
# shellcheck disable=SC2086
run $sample --fast --profile --repeat 2
[ $rc = 0 ] && has out '^fast mode: ' && has out 'Conv2D+.*Relu6' && has out 'of roof' && ! has out 'Result for'
ok "--profile" $?
# shellcheck disable=SC2086
run $sample --profile --threads 1
[ $rc = 0 ] && has out '^faithful mode: ' && has out 'StatefulPartitionedCall/.* Conv2D$'
ok "--profile in the faithful mode" $?
# shellcheck disable=SC2086
for args in "--repeat 0" "--threads 0" "--threads 65" "--fast --dump $tmp/d" "--verify --compare $tmp/d" \
	"--fast --fetch Softmax:0"; do
	run $sample $args
	[ $rc = 2 ] && [ ! -s "$tmp/out" ]
	ok "run $args is refused" $?
done
echo "$passed passed, $failed failed"
[ $failed = 0 ]
