# tests/infer: inferred shapes against TensorFlow's (tests/recipes/shapes.py makes what is expected).
check_PROGRAMS += tests/infer/case_shapes tests/infer/corpus_shapes
tests_infer_case_shapes_SOURCES = tests/infer/case_shapes.c tests/infer/expect.c tests/infer/expect.h \
	tests/ops/case_file.c tests/ops/case_file.h
tests_infer_case_shapes_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
tests_infer_corpus_shapes_SOURCES = tests/infer/corpus_shapes.c tests/infer/expect.c tests/infer/expect.h
tests_infer_corpus_shapes_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/infer/shapes.sh
