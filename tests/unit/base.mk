if HAVE_CMOCKA
check_PROGRAMS += tests/unit/base_test
TESTS += tests/unit/base_test
endif
tests_unit_base_test_SOURCES = tests/unit/base_test.c
tests_unit_base_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
