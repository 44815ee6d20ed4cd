if HAVE_CMOCKA
check_PROGRAMS += tests/unit/exec_test tests/unit/debug_test tests/unit/intermediates_test \
	tests/unit/call_test tests/unit/tfdbg_test
TESTS += tests/unit/exec_test tests/unit/debug_test tests/unit/intermediates_test \
	tests/unit/call_test tests/unit/tfdbg_test
endif
tests_unit_exec_test_SOURCES = tests/unit/exec_test.c
tests_unit_exec_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
tests_unit_debug_test_SOURCES = tests/unit/debug_test.c
tests_unit_debug_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
tests_unit_intermediates_test_SOURCES = tests/unit/intermediates_test.c
tests_unit_intermediates_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
tests_unit_call_test_SOURCES = tests/unit/call_test.c
tests_unit_call_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
check_PROGRAMS += tests/unit/corpus_run tests/unit/replay tests/unit/depend
TESTS += tests/unit/zoo.sh tests/unit/replay.sh tests/unit/depend.sh
EXTRA_DIST += tests/unit/zoo.sh tests/unit/replay.sh tests/unit/depend.sh
tests_unit_depend_SOURCES = tests/unit/depend.c tests/unit/depend_walk.c tests/unit/depend_walk.h \
	tests/unit/answers.c tests/unit/answers.h
tests_unit_depend_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
tests_unit_replay_SOURCES = tests/unit/replay.c tests/unit/answers.c tests/unit/answers.h
tests_unit_replay_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
tests_unit_corpus_run_SOURCES = tests/unit/corpus_run.c tests/infer/agree.c tests/infer/agree.h tests/unit/answers.c tests/unit/answers.h
tests_unit_corpus_run_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/unit/estimators.sh
tests_unit_tfdbg_test_SOURCES = tests/unit/tfdbg_test.c
tests_unit_tfdbg_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
