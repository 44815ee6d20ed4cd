#!/bin/sh
# What is shown, written to files (x); and models that are hard to show: empty, with long, wide, right to
# left and hostile names, and with 10,000 functions, at several sizes.
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
cd "${srcdir:-.}" || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
ok() {
	passed=$((passed + 1))
}
bad() {
	failed=$((failed + 1))
	echo "FAIL $*"
}
# script SIZE MODEL: the keys come from stdin
script() {
	cat >"$tmp/keys"
	if env -u NO_COLOR SMTUI_SCRIPT_SIZE="$1" SMTUI_SCRIPT="$tmp/keys" "$bin" "$2" 2>"$tmp/err"; then
		ok
	else
		bad "$2 at $1"
		cat "$tmp/err"
	fi
}

# ---- files ----
script 80x24 examples/mobilenet/1 <<END
key 2 x
see write what is shown in: screen.txt
key C-u
type $tmp/rows.txt
key Enter
see written: $tmp/rows.txt
key x C-u
type $tmp/rows.txt
key Enter
see is there already
key x C-u
type $tmp/rows.npy
key Enter
see only a tensor can be written as .npy
key x C-u
type $tmp/nowhere/rows.txt
key Enter
see cannot write
key 5 Enter Tab x
see write what is shown in: tensor.npy
key C-u
type $tmp/kernel.npy
key Enter
see written: $tmp/kernel.npy
key x C-u
type $tmp/kernel.txt
key Enter
see written: $tmp/kernel.txt
key 4 \\
type layer_call_fn
key Enter x C-u
type $tmp/filtered.txt
key Enter
see written
END
grep -q '^serving_default  .*1 in, 1 out' "$tmp/rows.txt" && [ "$(head -n 1 "$tmp/rows.txt")" = signatures ] && ok || bad "rows.txt"
[ "$(head -c 6 "$tmp/kernel.npy" | tail -c 5)" = NUMPY ] && [ "$(wc -c <"$tmp/kernel.npy")" = 992 ] && ok || bad "kernel.npy"
[ "$(tr -cd '[' <"$tmp/kernel.txt" | wc -c)" = 40 ] && ! grep -q '\.\.\.' "$tmp/kernel.txt" && ok || bad "kernel.txt"
[ "$(wc -l <"$tmp/filtered.txt")" = "$(grep -c . "$tmp/filtered.txt")" ] && [ "$(wc -l <"$tmp/filtered.txt")" -gt 100 ] && ok || bad "filtered.txt"

# ---- hard models ----
mkdir "$tmp/empty" "$tmp/strange" "$tmp/many"
cat >"$tmp/empty/saved_model.pbtxt" <<'END'
saved_model_schema_version: 1
meta_graphs { meta_info_def { tags: "serve" } graph_def { } }
END
awk 'function node(name, op, input) {
	printf "node { name: \"%s\" op: \"%s\"", name, op
	if (input != "") printf " input: \"%s\"", input
	printf " attr { key: \"%s\" value { type: DT_FLOAT } } }\n", op == "Identity" ? "T" : "dtype"
}
BEGIN {
	for (i = 0; i < 20; i++) long = long "scope" i "_long/"
	long = long "end"
	cjk = "\\346\\274\\242\\345\\255\\227/\\347\\245\\236\\347\\265\\214\\345\\233\\236"
	print "saved_model_schema_version: 1 meta_graphs { meta_info_def { tags: \"serve\" } graph_def {"
	node(long, "Placeholder", "")
	node(cjk, "Identity", long)
	node("\\327\\251\\327\\234\\327\\225\\327\\235", "Identity", long)
	node("esc\\033[31mred\\007\\r\\nnext\\tbad\\377\\302", "Identity", long)
	node("e\\314\\201\\314\\201\\342\\200\\256rtl\\360\\237\\221\\251\\342\\200\\215\\360\\237\\222\\273", "Identity", long)
	print "}"
	printf "signature_def { key: \"\\346\\274\\242\\033]0;x\\007\" value { inputs { key: \"in\\n\" value { name: \"%s:0\"", long
	printf " dtype: DT_FLOAT tensor_shape { dim { size: -1 } } } } outputs { key: \"out\" value { name: \"%s:0\"", cjk
	print " dtype: DT_FLOAT tensor_shape { dim { size: -1 } } } } method_name: \"m\" } } }"
}' >"$tmp/strange/saved_model.pbtxt"
awk 'BEGIN {
	print "saved_model_schema_version: 1 meta_graphs { meta_info_def { tags: \"serve\" } graph_def { library {"
	for (i = 0; i < 10000; i++)
		printf "function { signature { name: \"__inference_layer_%d\" input_arg { name: \"x\" type: DT_FLOAT } output_arg { name: \"y\" type: DT_FLOAT } } node_def { name: \"Identity\" op: \"Identity\" input: \"x\" attr { key: \"T\" value { type: DT_FLOAT } } } ret { key: \"y\" value: \"Identity:output:0\" } }\n", i
	print "} } }"
}' >"$tmp/many/saved_model.pbtxt"
for size in 60x16 80x24 200x60 20x6; do
	script $size "$tmp/empty" <<'END'
key 1 2 3 4 5 7 8 9 r s c q q 2
key j Enter i o b w v y Y m a ' a H Enter
key 3 \
type x
key Enter ?
key q C-p Esc z / Esc
END
	script $size "$tmp/strange" <<'END'
key 3 Enter l l l h h h Tab l l l G Enter Backspace 3 j Enter
key 2 Enter j j j j Enter r s s c q ?
key q C-p
type sc
key Down Down Enter
key 3 j j j Enter y Y H Enter m x ' x
key Tab G k k l h
END
	script $size "$tmp/many" <<'END'
key 4 G Enter /
type layer_5000
key Enter n N Tab G k C-u C-u C-p
type layer_99
key Down Down Enter
END
done
script 80x24 "$tmp/empty" <<'END'
key 3
see none
see graph  0
key \
type x
see nothing passes the filter
END
script 80x24 "$tmp/strange" <<'END'
key 3
see 漢字/神経回                 Identity
see …d\x07\r\nnext\tbad\xff\xc2
see \xe2\x80\xaertl
key Enter
see > …g/scope17_long/scope18_long/scope19_long/end
see 19 ▾ scope17_long/ …│
key 2 Enter
see signature 漢\x1b]0;x\x07
see in\n  float32
END
script 60x16 "$tmp/many" <<'END'
key 4 G
see __inference_layer_9999
key Enter
see > function __inference_layer_9999
END
# the file is spoilt while it is shown: R says so, and the model that was read stays
cp -r "$tmp/strange" "$tmp/spoilt"
script 80x24 "$tmp/spoilt" <<END
key 3 :
type sigs > $tmp/spoilt/saved_model.pbtxt
key Enter
see Wrote output to
key R
see saved_model.pbtxt
not read anew
key 2 3 Enter R
see > …g/scope17_long/scope18_long/scope19_long/end
END
echo "$passed passed, $failed failed"
[ $failed = 0 ]
