# Compares a recorded tfdbg session with what smtui answers to the same lines, block by block: a block is what
# follows a prompt. Left out: times, sizes of dumps, devices; oneDNN's names for ops are TensorFlow's own, the
# argument _arg_x_0_0 is the placeholder x. Rows of list_tensors are compared as a set, of exception pages the first
# two lines; results and the numbers of runs are not compared.
#
# usage: awk -v stdin=FILE -v skip='COMMAND|COMMAND ...' [-v first=N] [-v last=N] -f blocks.awk RECORDED OURS
#
# first, last: blocks of the recorded session that OURS has, by the line of stdin (from 1).

function clean(s) {
	gsub(/_MklNativeFusedMatMul|_MklMatMul/, "MatMul", s)
	gsub(/_Arg/, "Placeholder", s)
	gsub(/_arg_x_0_0/, "x", s)
	sub(/^  Device: .*/, "  Device:", s)
	sub(/ @ [0-9.]+ ms$/, " @ ms", s)
	if (s ~ /^#[0-9]+ \[[0-9.]+ ms\]/)
		sub(/\[[0-9.]+ ms\]/, "[ms]", s)
	sub(/ run #[0-9]+:/, " run #:", s)
	sub(/[ \t]+$/, "", s)
	return s
}
function rows_out(   i, k, n, list, text, r) {
	n = 0
	for (r in row) {
		for (i = ++n; i > 1 && list[i - 1] > r; i--)
			list[i] = list[i - 1]
		list[i] = r
	}
	text = ""
	for (i = 1; i <= n; i++) {
		text = text list[i] " x" row[list[i]] "\n"
		delete row[list[i]]
	}
	return text
}
# One line of block b; state: in a table, in an exception page, in a result.
function take(b, s, out,   f) {
	if (s ~ /^(RESULT |Result for output key|EXC )/)
		state = "result"
	else if (state == "result" && s !~ /^run-end: /)
		return
	if (s ~ /^run-end: /)
		state = ""
	if (state == "table" && s !~ /^\[[0-9.]+\]/) {
		out[b] = out[b] rows_out()
		state = ""
	}
	if (state == "result")
		return
	if (s ~ /^t \(ms\) +Size \(B\) +Op type +Tensor name$/) {
		state = "table"
		out[b] = out[b] "table\n"
		return
	}
	if (state == "table") {
		split(clean(s), f, / +/)
		row[f[3] " " f[4]]++
		return
	}
	if (s ~ /^Error occurred during handling of command/)
		page = 2
	if (page == 0)
		return
	if (page > 0)
		page--
	if (s ~ /^Details:$/ || s ~ /^Error type:/)
		details = 1
	if (details && s !~ /^Error type:/)
		return
	out[b] = out[b] clean(s) "\n"
}
function load(file, out,   s, b) {
	b = state = 0
	page = -1
	details = 0
	while ((getline s < file) > 0) {
		if (s ~ /^tfdbg> /) {
			if (state == "table")
				out[b] = out[b] rows_out()
			sub(/^tfdbg> /, "", s)
			out[++b] = ""
			state = ""
			page = -1
			details = 0
		}
		take(b, s, out)
	}
	if (state == "table")
		out[b] = out[b] rows_out()
	return b
}
BEGIN {
	recorded = ARGV[1]
	ours = ARGV[2]
	ARGC = 1
	for (i = 1; (getline s < stdin) > 0; i++)
		typed[i] = s
	n_a = load(recorded, a)
	n_b = load(ours, b)
	if (!first)
		first = 1
	if (!last)
		last = n_a
	for (i = first; i <= last; i++) {
		if (skip != "" && typed[i] ~ ("^(" skip ")$")) {
			skipped++
			continue
		}
		x = a[i]
		y = b[i - first + 1]
		sub(/\n+$/, "\n", x)
		sub(/\n+$/, "\n", y)
		if (x == y) {
			passed++
			continue
		}
		failed++
		printf "FAIL %s, block %d: %s\n--- recorded\n%s--- ours\n%s", recorded, i, typed[i], x, y
	}
	printf "%d blocks equal, %d not, %d not compared\n", passed, failed, skipped
	if (!passed)
		exit 2
	exit failed > 0
}
