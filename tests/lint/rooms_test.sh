#!/bin/sh
# The include check itself must be able to fail: a small tree with three sins and one without.
top=$(cd "${srcdir:-.}" && pwd)
d=$(mktemp -d) || exit 2
trap 'rm -rf "$d"' EXIT
mkdir -p "$d/src/base" "$d/src/ops" "$d/ui" "$d/proto"
printf '#include "model/model.h"\n' > "$d/src/base/a.c"
printf '#include <curses.h>\n' > "$d/ui/view.c"
printf '#include "err.h"\n' > "$d/src/ops/b.c"
out=$(sh "$top/tests/lint/rooms.sh" "$d") && { echo "accepted a bad tree"; exit 1; }
echo "$out" | grep -q '3 includes checked, 3 against' || { echo "$out"; exit 1; }
printf '#include "base/err.h"\n' > "$d/src/ops/b.c"
rm "$d/src/base/a.c" "$d/ui/view.c"
sh "$top/tests/lint/rooms.sh" "$d" || exit 1
rm "$d/src/ops/b.c"
sh "$top/tests/lint/rooms.sh" "$d" && { echo "accepted an empty tree"; exit 1; }
exit 0
