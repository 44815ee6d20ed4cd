if HAVE_CMOCKA
check_PROGRAMS += tests/unit/weights_test
TESTS += tests/unit/weights_test
endif
tests_unit_weights_test_SOURCES = tests/unit/weights_test.c
tests_unit_weights_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
