#!/bin/sh
# Files that people have as inputs: pictures, sounds, records, tables, lines, folders; byte for byte what Keras, PIL,
# TensorFlow and SciPy read in them (tests/recipes/inputs.py).
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
case $bin in /*) ;; *) bin=$PWD/$bin ;; esac
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
	"$bin" run "$@" >"$tmp/out" 2>"$tmp/err" </dev/null
	rc=$?
}
cd tests/models/inputs || exit 2
while IFS=$tab read -r door inputs output want; do
	case $inputs in
	*=*) run "any#$door" --inputs "$inputs" --outdir "$tmp" --overwrite ;;
	*) run "any#$door" "$inputs" --outdir "$tmp" --overwrite ;;
	esac
	[ $rc = 0 ] && cmp -s "$want" "$tmp/$output.npy"
	ok "$door $inputs: $output, exit $rc" $?
done <cases.tsv
[ $passed -ge 90 ]
ok "all cases were tried" $?

# how pixels become numbers: the options, and the words behind a name, which count
run any#small pics/rgb.bmp --image_scale imagenet --image-resize pil --outdir "$tmp/a"
run any#small pics/rgb.bmp:torch,pil --image_scale caffe --outdir "$tmp/b"
[ $rc = 0 ] && cmp -s "$tmp/a/y.npy" "$tmp/b/y.npy"
ok "options and words" $?
run any#small pics/rgb.bmp --image_scale loud
[ $rc = 2 ] && grep -q '"loud": pixels can be scaled to keras' "$tmp/err"
ok "a word that is none" $?

# whose answer each is
run any#free --inputs 'x=batch/' --top 1
[ $rc = 0 ] && grep -q 'example 0' "$tmp/out"
ok "rows that are no examples are numbered" $?
mkdir "$tmp/rows"
printf '1,5,2\n' >"$tmp/rows/b.csv"
printf '7,5,2\n' >"$tmp/rows/a.csv"
run any#matrix --inputs "x=$tmp/rows/*.csv" --top 1
[ $rc = 0 ] && [ "$(grep -n 'rows/' "$tmp/out" | sed 's/:.*rows/:rows/' | tr '\n' ' ')" = "1:rows/a.csv 5:rows/b.csv " ]
ok "ranked classes by file" $?
run any#matrix --inputs "x=$tmp/rows/" --top 1 --json
[ $rc = 0 ] && grep -q '"examples"' "$tmp/out" && grep -q 'rows/b.csv"' "$tmp/out"
ok "ranked classes by file, as JSON" $?

# what does not fit says which file, which record, which row
fails() {	# WHAT MESSAGE DOOR INPUTS
	run "any#$3" --inputs "$4"
	[ $rc = 1 ] && grep -q -- "$2" "$tmp/err"
	ok "$1" $?
}
cp batch/p0.png pics/big.png "$tmp/"
fails "sizes that differ" "p0.png.*(1, 6, 5, 3) differs from float32 (1, 13, 11, 3) of .*big.png" free "x=$tmp/*.png"
fails "no such files" "none/\*.png: no files" free "x=none/*.png"
printf x >"$tmp/rows/notes.md"
fails "a file of no kind" "notes.md.*no kind of file" matrix "x=$tmp/rows/"
fails "a damaged record" "bad.tfrecord.*record 0: its checksum is wrong" examples "examples=bad.tfrecord"
fails "no such feature" 'record 0: an Example without a feature "x"' matrix "x=e.tfrecord"
fails "no such column" 'no column "x"; there are age, name, score, ok' column "x=people.csv"
fails "words among numbers" 'row 2, column 2 (name): "Ada' matrix "x=people.csv[name]"
fails "text for numbers" "lines of text feed strings, not float32" column "x=lines.txt"
printf '1,2,3\n4,5\n' >"$tmp/short.csv"
fails "a short row" "short.csv.*row 2 has 2 columns, the first 3" matrix "x=$tmp/short.csv"
head -c 60 s16.wav >"$tmp/cut.wav"
fails "a sound that breaks off" "cut.wav.*cut off" wave "x=$tmp/cut.wav"
run any#examples --inputs "examples=e.tfrecord[x]"
[ $rc = 2 ] && grep -q "a slice is .FROM:TO." "$tmp/err"
ok "a slice that is none" $?
echo "$passed passed, $failed failed"
[ $failed = 0 ]
