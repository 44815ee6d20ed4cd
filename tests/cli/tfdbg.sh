#!/bin/sh
# run --tf_debug against recorded tfdbg sessions (tests/cli/tfdbg/session*.txt) of the same graphs, block by block;
# see blocks.awk for what is not compared. Skipped commands print what a model on disk does not have (Python's
# source lines), what is said in our words (help), or graphs that TensorFlow had optimised (session2).
cd "${srcdir:-.}" || exit 2
bin=${top_builddir:-.}/smtui
data=tests/cli/tfdbg
models=tests/models/tfdbg
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
passed=0 failed=0
home() {	# DEPTH: a fresh one
	rm -rf "$tmp/state" "$tmp/config"
	mkdir -p "$tmp/state/smtui"
	[ -z "$1" ] || printf '{"graph_recursion_depth": %s, "mouse_mode": true}\n' "$1" >"$tmp/state/smtui/tfdbg_config"
}
export XDG_STATE_HOME="$tmp/state" XDG_CONFIG_HOME="$tmp/config"

# SESSION FIRST LAST SKIP MODEL SIGNATURES INPUTS DEPTH: blocks FIRST to LAST of a recorded session
session() {
	for version in 2.15.1 2.21; do
		home "$8"
		sed -n "$2,$3p" "$data/$1.stdin" >"$tmp/in"
		"$bin" run --dir "$models/$5" --tag_set serve --signature_def "$6" --inputs "$7" --tf_debug \
			--compat "${version%.1}" --filter 'gt100=float and max > 100' \
			<"$tmp/in" >"$tmp/out" 2>"$tmp/err"
		if awk -v stdin="$data/$1.stdin" -v first="$2" -v last="$3" -v skip="$4" -f "$data/blocks.awk" \
		       "$data/$1.$version.txt" "$tmp/out" >"$tmp/said"; then
			passed=$((passed + 1))
		else
			failed=$((failed + 1))
			cat "$tmp/said" "$tmp/err"
		fi
		echo "$1 $2-$3 ($version): $(tail -n 1 "$tmp/said")"
	done
}

x="x=$models/layers.npz[x]"
session session3 1 18 'none' layers serving_default "$x" 3
x="x=$models/mixed.npz[x]"
session session4 1 25 'pt x|pt _arg_x_0_0' mixed loop,types "$x" ''

x="x=$models/mixed_bad.npz[x]"
session session4 26 27 'none' mixed check "$x" ''
x="x=$models/layers.npz[x]"
# optimised there: layer/mm and layer/y are one node, the range and its sum are folded
folded='run|lt|lt -s dump_size -r|run -t 2|lt -f gt100|ni.* layer/y|ni -d lg|ni ctl|li .*|lo .*|pt big.*'
session session2 1 74 "help|run_info|ri|version|help lt|ls.*|ps.*|$folded" layers serving_default,serving_default,serving_default,serving_default "$x" ''

echo "$passed passed, $failed failed"
[ $failed = 0 ]
