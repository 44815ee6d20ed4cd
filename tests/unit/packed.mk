if HAVE_CMOCKA
check_PROGRAMS += tests/unit/packed_test
TESTS += tests/unit/packed_test
endif
tests_unit_packed_test_SOURCES = tests/unit/packed_test.c
tests_unit_packed_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
