#!/bin/sh
# Every header compiles alone.
top=${srcdir:-.}
build=$(pwd)
cd "$top" || exit 2
n=0 failed=0
for h in $(find src ui proto -name '*.h' | grep -v '\.pb-c\.' | sort); do
	n=$((n + 1))
	if ! ${CC:-cc} -std=gnu11 -D_GNU_SOURCE -Wall -Wextra -Werror -Isrc -I. \
	     -I"$build" -I"$build/src" -fsyntax-only -x c "$h"; then
		failed=$((failed + 1))
	fi
done
[ $n -gt 0 ] || { echo "headers.sh: saw no header"; exit 2; }
echo "$((n - failed)) passed, $failed failed"
[ $failed = 0 ]
