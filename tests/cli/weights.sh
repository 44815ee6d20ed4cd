#!/bin/sh
# Checkpoints that are damaged, sparse and huge, and files for numpy: what needs a folder of its own.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0

ok() {	# NAME STATUS
	if [ "$2" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $1"
	fi
}

says() {	# NAME EXIT TEXT COMMAND...
	name=$1 want=$2 text=$3
	shift 3
	"$bin" "$@" >"$tmp/out" 2>&1 </dev/null
	rc=$?
	[ $rc = "$want" ] && grep -q -- "$text" "$tmp/out" || {
		echo "exit $rc, wanted $want and \"$text\":"
		head -20 "$tmp/out"
		false
	}
	ok "$name" $?
}

special=tests/models/weights/special
cp -r $special "$tmp/flipped"
data=$tmp/flipped/model.data-00000-of-00001
printf '\377' | dd of="$data" bs=1 seek=600 conv=notrunc 2>/dev/null	# in wide
printf '\377' | dd of="$data" bs=1 seek=200 conv=notrunc 2>/dev/null	# in a slice of sliced
says "a flipped bit is found" 1 "^checksums: 11 right, 2 wrong" vars "$tmp/flipped/model" --verify
says "with its variable" 1 "^wide:0: checksum: stored 90596b29, the bytes give" vars "$tmp/flipped/model" --verify
says "and its slice" 1 "^sliced:0: .*(slice 3,3:0,5)" vars "$tmp/flipped/model" --verify
says "statistics tell, too" 1 "^wide:0: checksum" vars "$tmp/flipped/model" --stats
says "it can be looked at all the same" 0 "^checksum    stored 90596b29" var "$tmp/flipped/model" wide
says "unless one insists" 1 "damaged" var "$tmp/flipped/model" wide --verify
says "a slice reads little" 0 "^array(\[" var "$tmp/flipped/model" 'wide[39]'
says "of a slice one can insist" 1 "damaged" var "$tmp/flipped/model" 'wide[39]' --verify
says "JSON says so" 1 '"checksum_right": false' vars "$tmp/flipped/model" --json --verify

cp -r $special "$tmp/cut"
dd if=$special/model.data-00000-of-00001 of="$tmp/cut/model.data-00000-of-00001" bs=1 count=500 2>/dev/null
says "a data file cut short" 1 "^wide:0: .*reach beyond the file's end" vars "$tmp/cut/model" --verify
says "its other tensors are whole" 0 "^checksum    right" var "$tmp/cut/model" half
says "its size is told" 0 "less than its tensors need" vars "$tmp/cut/model" --shards
rm "$tmp/cut/model.data-00000-of-00001"
says "no data file" 1 "No such file" vars "$tmp/cut/model" --stats
says "is missing" 0 "missing" vars "$tmp/cut/model" --shards
says "the names come all the same" 0 "^13 variables" vars "$tmp/cut/model"

cp tests/models/flow/v1_checkpoint/variables/variables "$tmp/old.ckpt"
says "a V1 checkpoint by itself" 0 "^2 variables" vars "$tmp/old.ckpt"
says "and its values" 0 "^0.5" var "$tmp/old.ckpt" b

# files for numpy are read by our own reader: the same values come back
"$bin" vars $special/model --npz "$tmp/all.npz" >"$tmp/out" 2>&1
ok "--npz" $?
for v in wide sliced half long text flags empty bfloat16; do
	"$bin" var $special/model $v --npy "$tmp/one.npy" >"$tmp/out" 2>&1 && [ -s "$tmp/one.npy" ]
	ok "--npy $v" $?
	if command -v unzip >/dev/null; then
		unzip -p "$tmp/all.npz" $v.npy >"$tmp/two.npy" 2>/dev/null
		cmp -s "$tmp/one.npy" "$tmp/two.npy"
		ok "$v is the same in .npz" $?
	fi
done
says "a file that cannot be written" 1 "cannot write" vars $special/model --npz "$tmp/no/where.npz"
says "nor one" 1 "cannot write" var $special/model wide --npy "$tmp/no/where.npy"
says "a regular expression chooses" 0 "wrote 2 variables" vars $special/model 'zeros|steps' --npz "$tmp/two.npz"

echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 20 ]
