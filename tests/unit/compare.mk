if HAVE_CMOCKA
check_PROGRAMS += tests/unit/compare_test
TESTS += tests/unit/compare_test
endif
tests_unit_compare_test_SOURCES = tests/unit/compare_test.c tests/fuzz/random.h
tests_unit_compare_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
