# tests/ops: each op's cases with TensorFlow's own answers (tests/recipes/ops makes them).
check_PROGRAMS += tests/ops/bits
tests_ops_bits_SOURCES = tests/ops/bits.c
tests_ops_bits_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
check_PROGRAMS += tests/ops/op_cases
tests_ops_op_cases_SOURCES = tests/ops/op_cases.c tests/ops/case_file.c tests/ops/case_file.h
tests_ops_op_cases_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/ops/cases.sh
check_PROGRAMS += tests/ops/op_docs
tests_ops_op_docs_SOURCES = tests/ops/op_docs.c tests/ops/case_file.c tests/ops/case_file.h
tests_ops_op_docs_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/ops/docs.sh
check_PROGRAMS += tests/ops/all_ops
tests_ops_all_ops_SOURCES = tests/ops/all_ops.c
tests_ops_all_ops_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/ops/all_ops.sh
EXTRA_DIST += tests/ops/kernels.txt
EXTRA_DIST += tests/ops/known.tsv
