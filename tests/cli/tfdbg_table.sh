#!/bin/sh
# tests/cli/tfdbg/verbs.tsv names a test for every verb and flag of tfdbg and its stepper: all are there, by the
# recorded help pages and by our own, and each test really has the line that is named, with that verb and flag.
cd "${srcdir:-.}" || exit 2
bin=$(cd "${top_builddir:-.}" && pwd)/smtui
data=tests/cli/tfdbg
table=$data/verbs.tsv
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export XDG_STATE_HOME="$tmp" XDG_CONFIG_HOME="$tmp"
passed=0 failed=0
note() {	# 0 or 1, what is wrong
	if [ "$1" = 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $2"
	fi
}

# Help pages to "VERB<TAB>FLAG" lines: a name at the left edge with its aliases below, options as argparse has them.
cat >"$tmp/help.awk" <<'AWK'
/^(tfdbg> )?[a-z_]+$/ { verb = $0; sub(/^tfdbg> /, "", verb); next_is = NR + 1 }
NR == next_is && /^  Aliases: / {
	named = verb
	print named "\t-"
	sub(/^  Aliases: /, "")
	n = split($0, alias, /, /)
	for (i = 1; i <= n; i++)
		print named "\t" alias[i]
	next
}
NR == next_is { named = /^$/ ? verb : ""; if (named != "") print named "\t-" }
named != "" && /^    -/ {
	line = $0
	sub(/^    /, "", line)
	sub(/  .*/, "", line)
	n = split(line, part, /, /)
	flag = ""
	for (i = 1; i <= n; i++) {
		split(part[i], word, " ")
		flag = flag (i > 1 ? ", " : "") word[1]
	}
	if (flag != "-h, --help")
		print named "\t" flag
}
AWK
printf 'help\nrun\nhelp\nrun -p\nhelp\nrun\n' |
	"$bin" run tests/models/tfdbg/mixed --signature_def types,types --inputs "x=tests/models/tfdbg/mixed.npz[x]" \
		--tf_debug >"$tmp/ours" 2>/dev/null
printf 's\nhelp\nexit\n' | "$bin" run tests/models/tfdbg/layers tests/models/tfdbg/layers.npz --tf_debug >>"$tmp/ours" 2>/dev/null
for f in $data/session1.2.15.1.txt $data/session2.2.15.1.txt $data/session4.2.15.1.txt "$tmp/ours"; do
	awk -f "$tmp/help.awk" "$f"
done | sort -u >"$tmp/wanted"
[ "$(wc -l <"$tmp/wanted")" -gt 60 ] || { echo "the help pages list too little"; cat "$tmp/wanted"; exit 1; }
grep -v '^#' $table | cut -f 1,2 | sort -u >"$tmp/have"
comm -23 "$tmp/wanted" "$tmp/have" >"$tmp/missing"
while read -r line; do
	note 1 "not in $table: $line"
done <"$tmp/missing"

# Each row's test.
grep -v '^#' $table >"$tmp/rows"
while IFS='	' read -r verb flag test line; do
	what="$verb $flag"
	[ -f "$test" ] || { note 1 "$what: there is no $test"; continue; }
	grep -qF -- "$line" "$test" || { note 1 "$what: \"$line\" is not in $test"; continue; }
	first=${line%% *}
	aliases=$(awk -F '\t' -v v="$verb" '$1 == v && $2 !~ /^-/ { printf " %s", $2 }' "$tmp/rows")
	case " $verb$aliases " in
	*" $first "*) ;;
	*) note 1 "$what: \"$line\" is another verb"; continue ;;
	esac
	case "$flag" in
	-) ;;
	-*)	found=1
		for f in $(echo "$flag" | tr -d ','); do
			case " $line " in *" $f "*|*" $f="*|*" $f["*) found=0 ;; esac
		done
		note $found "$what: \"$line\" does not use it"
		continue ;;
	*)	[ "$first" = "$flag" ] || { note 1 "$what: \"$line\" does not use the alias"; continue; } ;;
	esac
	note 0
done <"$tmp/rows"
echo "$passed passed, $failed failed"
[ $passed -gt 40 ] && [ $failed = 0 ]
