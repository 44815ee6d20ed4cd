#!/bin/sh
# Adds up what the tests of a build folder said: "PASSED FAILED" on stdout. A log's own closing lines
# count (cmocka's, or "N passed, N failed"); a test that prints none counts as one.
dir=${1:-.}
p=0 f=0
for trs in $(find "$dir" -name '*.trs' | sort); do
	log=${trs%.trs}.log
	set -- $(awk '
		/^\[  PASSED  \] [0-9]+ test/ { p += $4; seen = 1 }
		/^\[  FAILED  \] [0-9]+ test/ { f += $4; seen = 1 }
		/^[0-9]+ passed, [0-9]+ failed/ { p += $1; f += $3; seen = 1 }
		END { print p + 0, f + 0, seen + 0 }' "$log" 2>/dev/null) 
	ok=0
	grep -q '^:test-result: \(PASS\|XFAIL\)' "$trs" && ok=1
	grep -q '^:test-result: SKIP' "$trs" && continue
	if [ "${3:-0}" = 1 ]; then
		p=$((p + $1)) f=$((f + $2))
		[ $ok = 0 ] && [ "$2" = 0 ] && f=$((f + 1))
	elif [ $ok = 1 ]; then
		p=$((p + 1))
	else
		f=$((f + 1))
	fi
done
echo "$p $f"
