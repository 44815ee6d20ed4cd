if HAVE_CMOCKA
check_PROGRAMS += tests/unit/feed_test
TESTS += tests/unit/feed_test
endif
tests_unit_feed_test_SOURCES = tests/unit/feed_test.c
tests_unit_feed_test_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS) $(CMOCKA_LIBS)
