if HAVE_CMOCKA
check_PROGRAMS += tests/unit/tensor_test
TESTS += tests/unit/tensor_test
endif
tests_unit_tensor_test_SOURCES = tests/unit/tensor_test.c
tests_unit_tensor_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
