if HAVE_CMOCKA
check_PROGRAMS += tests/unit/infer_test
TESTS += tests/unit/infer_test
endif
tests_unit_infer_test_SOURCES = tests/unit/infer_test.c
tests_unit_infer_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
