#!/bin/sh
# Reproducers of planted failures: smtui writes the folders that TensorFlow was tried on (tests/recipes/repros.py
# ran each; repros.tsv says what it showed), and shows the same itself when it runs them.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
tried=tests/cli/repros.tsv
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
SMTUI_CPU=baseline OPENBLAS_CORETYPE=Prescott LC_ALL=C
export SMTUI_CPU OPENBLAS_CORETYPE LC_ALL
passed=0 failed=0
tab=$(printf '\t')

fail() {
	failed=$((failed + 1))
	echo "FAIL $model: $1"
}

inputs_of() {
	for f in "$1"/inputs/*.npy; do
		[ -f "$f" ] || continue
		k=${f##*/}
		printf '%s=%s;' "${k%.npy}" "$f"
	done
}

run() {
	"$bin" run "$tmp/r" --inputs "$(inputs_of "$tmp/r")" --json "$@" 2>&1 | grep -v '^signature: '
}

# "key type[shape] nan=N inf=N sum=S; ..." of run's JSON
shown_values() {
	tr -d ' \n' | sed 's/^\[//; s/\]$//; s/},{/}\n{/g' |
		sed 's/^{"key":"\([^"]*\)","dtype":"\([^"]*\)","shape":\(\[[^]]*\]\),"value":\(.*\)}$/\1 \2\3 \4/' |
		awk '{ s = 0; nan = inf = 0; n = split($NF, v, /[][,]+/)
		for (i = 1; i <= n; i++) { x = v[i]; gsub(/"/, "", x)
			if (x ~ /[Nn]a[Nn]/) nan++; else if (x ~ /[Ii]nf/) inf++; else if (x == "true") s++; else s += x }
		printf "%s %s", $1, $2; if ($2 ~ /^(float|bfloat)/) printf " nan=%d inf=%d", nan, inf
		printf " sum=%.6g\n", s }' | sort
}

same_values() {
	printf '%s\n' "$2" | sed 's/; /\n/g' | sort >"$tmp/want"
	printf '%s\n' "$1" >"$tmp/got"
	paste -d'\n' "$tmp/want" "$tmp/got" | awk '
	function sum(x) { sub(/.*sum=/, "", x); return x + 0 }
	NR % 2 { w = $0; next }
	{ g = $0; a = w; b = g; sub(/ sum=.*/, "", a); sub(/ sum=.*/, "", b)
	d = sum(w) - sum(g); if (d < 0) d = -d; m = sum(w); if (m < 0) m = -m
	if (a != b || d > 1e-4 * m + 1e-6) bad = 1 }
	END { exit bad || !NR || NR % 2 }'
}

code_name() {
	case $1 in
	3) echo INVALID_ARGUMENT ;;
	5) echo NOT_FOUND ;;
	9) echo FAILED_PRECONDITION ;;
	11) echo OUT_OF_RANGE ;;
	*) echo "code $1" ;;
	esac
}

shows() {
	case $shown in
	"error "*)
		code=${shown#error }
		text=${shown#error *: }
		run | grep -qF -- "$text" &&
			grep -qF -- "fails with: $(code_name "${code%%:*}"): $text" "$tmp/r/report.txt"
		;;
	"runs on")
		run --timeout 0.3 | grep -q 'longer than'
		;;
	"changes: "*)
		[ "$(run)" != "$(run)" ]
		;;
	*)
		same_values "$(run | shown_values)" "$shown"
		;;
	esac
}

while IFS="$tab" read -r model inputs shown hash; do
	case $model in "#"*) continue ;; esac
	rm -rf "$tmp/r"
	"$bin" why "tests/models/$model" --inputs "$inputs" --repro "$tmp/r" >/dev/null 2>&1
	if [ ! -f "$tmp/r/repro.py" ]; then
		fail "no reproducer"
		continue
	fi
	got=$(cd "$tmp/r" && cat saved_model.pb repro.py $(ls inputs/*.npy 2>/dev/null) | sha256sum | cut -c1-32)
	if [ "$got" != "$hash" ]; then
		fail "another folder than the one that was tried with TensorFlow"
	elif [ "$(grep -c . "$tmp/r/repro.py")" -gt 10 ]; then
		fail "more than ten lines"
	elif ! shows; then
		fail "does not show: $shown"
		run | head -5
	else
		passed=$((passed + 1))
	fi
done <$tried

# from run, at the prompt by name and without, into a folder that is not empty
model=fixed_batch
row='[[1.0,2.0,3.0,4.0,5.0,6.0]]'
path=tests/models/failures/fixed_batch
again() {
	[ -s "$tmp/$1/saved_model.pb" ] && cmp -s "$tmp/$1/saved_model.pb" "$tmp/by_run/saved_model.pb" || fail "$2"
}
"$bin" run $path --inputs "x=$row" --repro "$tmp/by_run" >/dev/null 2>&1 && fail "run --repro exits 0 though it failed"
again by_run "run --repro"
"$bin" debug $path --inputs "x=$row" -c start -c continue -c "repro --dir $tmp/plain" -c "repro pairs --dir $tmp/named" \
	>/dev/null 2>&1
again plain "repro"
again named "repro pairs"
"$bin" debug $path --inputs "x=$row" -c start -c continue -c "repro --dir $tmp/plain" 2>&1 |
	grep -q 'not an empty folder' || fail "a folder that is not empty is written to"
"$bin" debug $path --inputs "x=$row" -c "repro" 2>&1 | grep -q 'nothing runs yet' || fail "no run"
"$bin" debug $path --inputs "x=[[1.0,2.0,3.0,4.0,5.0,6.0],[1.0,2.0,3.0,4.0,5.0,6.0],[1.0,2.0,3.0,4.0,5.0,6.0],[1.0,2.0,3.0,4.0,5.0,6.0]]" \
	-c run -c repro -c 'repro nosuch' -c "repro pairs --dir $tmp/fine" >"$tmp/out" 2>&1
grep -q 'name the node that is meant' "$tmp/out" && grep -q 'no node nosuch' "$tmp/out" || fail "a run without a failure"
[ -s "$tmp/fine/outputs/output.npy" ] || fail "what a healthy node made"
"$bin" debug examples/mobilenet/1 examples/mobilenet/samples/seven.npy -c 'set budget 1K' -c run \
	-c "repro conv1/Conv2D --dir $tmp/dropped" -c outputs >"$tmp/out" 2>&1
[ -s "$tmp/dropped/outputs/output.npy" ] && grep -q predictions "$tmp/out" || fail "a value that was dropped"
"$bin" debug tests/models/failures/exp_overflow --inputs 'x=[[1.0,2.0,0.5]]' -c run -c "repro --dir $tmp/first" >/dev/null 2>&1
grep -q '/e (Exp)' "$tmp/first/report.txt" || fail "the infinity that a NaN was made of"
"$bin" debug tests/models/failures/endless --inputs x=inf -c 'break halve/body/halve/mul@3' -c run -c "repro halve --dir $tmp/open" >/dev/null 2>&1
grep -q 'RunOptions' "$tmp/open/repro.py" || fail "a loop that is open"
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 80 ]
