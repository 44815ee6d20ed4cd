#!/bin/sh
# Checks every #include of the tree against the rooms table of CONTRIBUTING.md: a room includes only
# the rooms that its row names, foreign headers only where they belong, and no header of bundle and
# model shows a protobuf type. Fails too when it saw no include at all.
#
# usage: rooms.sh [TOP]		(default: $srcdir or the current folder)
top=${1:-${srcdir:-.}}
cd "$top" || exit 2
exec awk '
function room_of(path,   p) {
	p = path
	sub(/^src\//, "", p)
	sub(/\/.*/, "", p)
	return p
}
function bad(what) {
	printf "%s:%d: %s\n", FILENAME, FNR, what
	failed++
}
BEGIN {
	allow["base"] = "base"
	allow["codec"] = "codec base"
	allow["tensor"] = "tensor base codec"
	allow["proto"] = "proto base"
	allow["bundle"] = "bundle base codec tensor proto"
	allow["model"] = "model base codec tensor proto bundle"
	allow["ops"] = "ops base codec tensor proto model"
	allow["infer"] = "infer base tensor model ops"
	allow["inspect"] = "inspect base codec tensor proto bundle model ops infer"
	allow["expr"] = "expr base tensor ops"
	allow["exec"] = "exec base tensor bundle model ops infer"
	allow["fast"] = "fast base tensor model ops exec"
	allow["grad"] = "grad base tensor model ops"
	allow["debug"] = "debug base codec tensor model ops infer expr exec grad"
	allow["feed"] = "feed base codec tensor proto model expr"
	allow["cmd"] = "cmd base codec tensor proto bundle model ops infer inspect expr exec fast grad debug feed"
	allow["ui"] = "ui base tensor model infer inspect cmd"
	allow["cli"] = "cli base cmd ui"
	n = split("base codec tensor proto bundle model ops infer inspect expr exec fast grad debug feed cmd ui cli", list, " ")
	for (i = 1; i <= n; i++)
		is_room[list[i]] = 1
	# foreign headers: a pattern, and where it may stand
	foreign["(^|/)n?curses(w)?(/.*)?\\.h$"] = "^ui/term\\.c$"
	foreign["^readline/"] = "^src/cli/"
	foreign["^(zlib|zip|snappy-c|png|jpeglib|gif_lib|zstd|brotli.*|cjson.*|jansson)\\.h$"] = "^src/codec/"
	foreign["^(cblas|lapacke?|openblas.*)\\.h$"] = "^src/ops/"
	foreign["^dlfcn\\.h$"] = "^src/ops/blas\\.c$"
	foreign["^google/protobuf|^protobuf-c"] = "^proto/"
}
/^[ \t]*#[ \t]*include[ \t]*["<]/ {
	saw++
	line = $0
	sub(/^[ \t]*#[ \t]*include[ \t]*/, "", line)
	own = substr(line, 1, 1) == "\""
	inc = line
	sub(/^["<]/, "", inc)
	sub(/[">].*/, "", inc)
	me = room_of(FILENAME)
	if (!own) {
		for (pat in foreign)
			if (inc ~ pat && FILENAME !~ foreign[pat])
				bad("<" inc "> belongs in " foreign[pat] " only")
		next
	}
	if (inc == "config.h")
		next
	you = room_of(inc)
	if (inc !~ /\//) {
		bad("\"" inc "\": say the room, as in \"base/err.h\"")
		next
	}
	if (!(you in is_room)) {
		bad("\"" inc "\": no such room")
		next
	}
	if (me == "ui" && inc == "debug/query.h")
		next
	if (index(" " allow[me] " ", " " you " ") == 0)
		bad("room " me " must not include \"" inc "\"")
	if (inc ~ /\.pb-c\.h$/ && FILENAME ~ /\.h$/ && me != "proto")
		bad("a header must not show protobuf types (\"" inc "\")")
}
END {
	if (!saw) {
		print "rooms.sh: saw no #include: wrong folder?"
		exit 2
	}
	printf "%d includes checked, %d against the table\n", saw, failed
	exit failed ? 1 : 0
}' $(find src ui proto -name '*.c' -o -name '*.h' -o -name '*.inc' | grep -v '\.pb-c\.' | sort)
