#!/bin/sh
# What export --dot writes is DOT: each line is a statement of the few forms that there are, strings end where they
# should, braces are balanced, edges join boxes that exist; on models of several kinds and on names that would break
# out of a string. Graphviz, where it is installed, reads it too.
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0

grammar() {
	LC_ALL=C awk '
	function bad() { printf "line %d: %s\n", NR, $0; wrong = 1 }
	BEGIN {
		q = "\"([^\"\\\\]|\\\\.)*\""
		node = "^\t+n[0-9]+ \\[label=" q "(, shape=box3d)?\\];$"
		edge = "^\tn[0-9]+ -> n[0-9]+( \\[(label=" q "|style=dotted|style=dashed, color=gray)\\])?;$"
	}
	NR == 1 { if ($0 != "digraph model {") bad(); depth = 1; next }
	$0 == "\tnode [shape=box];" { next }
	/^\t+subgraph cluster_[0-9]+ \{$/ { if ($2 in seen) bad(); seen[$2]; depth++; next }
	$0 ~ "^\t+label=" q ";( style=dashed;)?$" { next }
	/^\t*\}$/ { depth--; if (depth < 0) bad(); next }
	$0 ~ node { if ($1 in box) bad(); box[$1]; n++; next }
	$0 ~ edge { to = $3; sub(/;$/, "", to); if (!($1 in box) || !(to in box)) bad(); next }
	{ bad() }
	END { if (depth != 0) print "braces: " depth; if (!n) print "no box"; exit wrong || depth || !n }'
}

check() {
	if "$bin" export "$@" --dot >"$tmp/dot" 2>"$tmp/err" && grammar <"$tmp/dot"; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL export $* --dot"
		cat "$tmp/err"
	fi
	if command -v dot >/dev/null 2>&1 && ! dot -Tcanon "$tmp/dot" >/dev/null 2>"$tmp/err"; then
		failed=$((failed + 1))
		echo "FAIL dot: $*"
		cat "$tmp/err"
	fi
}

check examples/mobilenet/1
check examples/mobilenet/1 --depth 2 -c
check tests/models/flow/functional --control
check tests/models/flow/v1_flow --depth 1
check tests/models/zoo/lstm/model --batch 2 not op:Const
mkdir "$tmp/odd"
cat >"$tmp/odd/saved_model.pbtxt" <<'END'
saved_model_schema_version: 1
meta_graphs {
  meta_info_def { tags: "serve" }
  graph_def {
    node { name: "a\"b\\c/d\n}" op: "NoOp" }
    node { name: "a\"b\\c/\\" op: "No\"Op" input: "^a\"b\\c/d\n}" }
    node { name: "//x///" op: "NoOp" }
    node { name: "/" op: "\377\200" }
    node { name: "" op: "NoOp" }
    node { name: "a\"b\\c" op: "NoOp" }
  }
}
END
check "$tmp/odd" -c
check "$tmp/odd" --depth 1
check "$tmp/odd" --depth 2 -c
# a line that is none is found
printf 'digraph model {\n\tn0 [label="a"b"];\n}\n' | grammar >/dev/null && {
	failed=$((failed + 1))
	echo "FAIL the grammar takes anything"
}
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 0 ]
