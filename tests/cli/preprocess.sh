#!/bin/sh
# Pictures as inputs, prepared as Keras and TensorFlow prepare them (tests/recipes/pictures.py), all ways side by
# side, and labels among the assets.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
dir=tests/models/pictures
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
tab=$(printf '\t')

check() {	# what, then a command that must succeed
	what=$1
	shift
	if "$@"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $what"
	fi
}

numbers() {
	"$bin" run "$dir/$1" "$2" --json 2>/dev/null | tr -d ' \n[]{}' | sed 's/.*"value"://'
}

near() {
	a=$(numbers "$1" "$2") b=$(numbers "$1" "$3")
	[ -n "$a" ] && printf '%s\n%s\n' "$a" "$b" | awk -F, -v tol="$4" '
		NR == 1 { for (i = 1; i <= NF; i++) x[i] = $i; n = NF }
		NR == 2 { if (NF != n || n < 60) exit 1
			for (i = 1; i <= NF; i++) { d = x[i] - $i; if (d > tol || d < -tol) exit 1 } }'
}

for f in "$dir"/prepared/*.npy; do
	words=${f##*/}
	words=${words%.npy}
	case $words in
	*bilinear) check "$words" near same "$dir/photo.png:$words" "$f" 0.001 ;;
	*) check "$words" near same "$dir/photo.png:$words" "$f" 0 ;;
	esac
done
check 'channels first' near first "$dir/photo.png:torch" "$dir/first.npy" 0
check 'caffe is bgr' near same "$dir/photo.png:caffe" "$dir/prepared/caffe,bgr,nearest.npy" 0

"$bin" preprocess $dir/classes $dir/photo.png >"$tmp/out" 2>&1
while IFS="$tab" read -r scale order entropy class p; do
	label=$(printf 'heron\negret\nbittern\nstork\n' | sed -n "$((class + 1))p")
	check "$scale $order" grep -q "^$scale  *$order  *$entropy  *$label $p " "$tmp/out"
done <$dir/ways.tsv
check 'where labels are from' grep -q 'labels of class_names.txt$' "$tmp/out"
least=$(sort -t"$tab" -k3,3n $dir/ways.tsv | awk 'NR == 1 { print $1 }')
check 'least entropy' grep -q "^least entropy: $least " "$tmp/out"
"$bin" preprocess $dir/classes $dir/photo.png --output distance --top 1 >"$tmp/out" 2>&1
check 'scores' grep -q 'softmax of its scores' "$tmp/out"
printf 'a\nb\nc\nd\n' >"$tmp/labels"
"$bin" run $dir/classes $dir/photo.png:caffe --top 1 --labels "$tmp/labels" >"$tmp/out" 2>&1
check 'labels of a file' grep -q '^ *1  a ' "$tmp/out"
"$bin" run $dir/classes $dir/photo.png:caffe --top 1 >"$tmp/out" 2>&1
check 'labels among the assets' grep -q '^ *1  heron ' "$tmp/out"
"$bin" debug $dir/classes $dir/photo.png:caffe -c run -c 'preprocess --top 1 --fit crop' -c 'preprocess --fit x' >"$tmp/out" 2>&1
check 'the fed picture' grep -q "^$dir/photo.png for the input image" "$tmp/out"
check 'a wrong --fit' grep -q -- '--fit is nearest' "$tmp/out"
"$bin" run $dir/same $dir/photo.png:cafe >"$tmp/out" 2>&1
check 'a wrong word' grep -q '"cafe": pixels can be' "$tmp/out"
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 30 ]
