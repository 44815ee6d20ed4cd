if HAVE_CMOCKA
check_PROGRAMS += tests/unit/model_test
TESTS += tests/unit/model_test
endif
if HAVE_CMOCKA
check_PROGRAMS += tests/unit/around_test
TESTS += tests/unit/around_test
endif
tests_unit_around_test_SOURCES = tests/unit/around_test.c
tests_unit_around_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
tests_unit_model_test_SOURCES = tests/unit/model_test.c tests/unit/walk.c tests/unit/walk.h
tests_unit_model_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
tests_unit_model_test_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
