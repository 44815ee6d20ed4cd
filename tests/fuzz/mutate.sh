#!/bin/sh
# Op cases with mutated inputs, then with mutated attributes (see mutate.c). SMTUI_MUTANTS sets how many a case.
mutate=${top_builddir:-.}/tests/fuzz/mutate
rc=0
"$mutate" -n "${SMTUI_MUTANTS:-2}" "${srcdir:-.}/tests/ops/cases" || rc=1
"$mutate" -a -n "${SMTUI_MUTANTS:-2}" "${srcdir:-.}/tests/ops/cases" || rc=1
exit $rc
