#!/bin/sh
# CHECKLIST.md names only tests that are there.
cd "${srcdir:-.}/tests/tui" || exit 2
passed=0 failed=0
for f in $(grep -oE '[a-z0-9_./-]+\.(keys|sh|c|txt)' CHECKLIST.md | sort -u); do
	if [ -e "$f" ] || [ -e "../../ui/$f" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAIL $f is named but not there"
	fi
done
echo "$passed passed, $failed failed"
[ $failed = 0 ] && [ $passed -gt 20 ]
