#!/bin/sh
# Damaged copies of a sample: what is whole opens, and what is lost is said, with the file and the place.
top=$(cd "${srcdir:-.}" && pwd)
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
passed=0 failed=0

copy() {
	rm -rf m
	cp -r "$top/examples/mobilenet/1" m
	chmod -R u+w m
}

# says WHAT CODE TEXT ...: smtui m says all of these, and nothing crashes
says() {
	what=$1 code=$2
	shift 2
	"$bin" m >out 2>&1
	got=$?
	ok=1
	[ $got = "$code" ] || ok=0
	for text; do
		grep -qF -e "$text" out || { ok=0; echo "missing: $text"; }
	done
	if [ $ok = 1 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $what: exit $got"
		cat out
	fi
}

copy
size=$(wc -c <m/saved_model.pb)
truncate -s 700000 m/saved_model.pb
says "cut among the functions" 0 "281 in the graph" "saved_model.pb: offset 6" \
	"the file ends in the middle of a message (it has 700000 bytes" "lost is the rest of the functions, the signatures"
"$bin" nodes m --json >out 2>/dev/null &&	# those of functions say so
	[ $(($(grep -c '"op"' out) - $(grep -c '"function"' out))) = 281 ] && passed=$((passed + 1)) || {
	failed=$((failed + 1))
	echo "FAIL the nodes of a cut model"
}
copy
truncate -s 120000 m/saved_model.pb
says "cut among the nodes" 0 "in the graph" "lost is the rest of the graph's nodes"
copy
truncate -s $((size - 1000)) m/saved_model.pb
says "cut among the objects" 0 "signature serving_default" "lost is the rest of the object graph"
copy
truncate -s 3 m/saved_model.pb
says "nearly nothing" 1 "saved_model.pb: offset 2: damaged from here on" "nothing in it is whole"
copy
rm m/variables/variables.index
says "no index" 0 "variables/variables.index: the file is not here: lost is the value of 137 variables"
copy
rm m/variables/variables.data-00000-of-00001
says "no data" 0 "variables.data-00000-of-00001: the file is not here: lost is the value of 137 variables (layer"
copy
truncate -s 100000 m/variables/variables.data-00000-of-00001
says "data cut" 0 "variables.data-00000-of-00001: offset 100000: the file ends here, " "lost is the value of 67 variables"
copy
printf garbage | dd of=m/variables/variables.index bs=1 seek=500 conv=notrunc 2>/dev/null
says "index changed" 0 "variables/variables.index: block at 0: crc"
copy
printf 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' >m/saved_model.pb
says "a pointer" 1 "git-LFS pointer" "git lfs pull"
rm -rf m
mkdir m
printf 'saved_model_schema_version: 1\nmeta_graphs {\n  graph_def { node { name: "x" bogus: 3 } }\n}\n' >m/saved_model.pbtxt
says "text" 1 'saved_model.pbtxt: 3:' 'has no field named "bogus"'
printf '\211HDF\r\n\032\nxxxx' >m/saved_model.pb
says "another format" 1 "Keras HDF5"
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
