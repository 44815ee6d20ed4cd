# tests/tui: key scripts on a terminal that is none, and a few sessions in tmux.
TESTS += tests/tui/screens.sh tests/tui/tmux.sh tests/tui/people.sh tests/tui/monkeys.sh tests/tui/files.sh tests/tui/kept.sh tests/tui/checklist.sh
check_PROGRAMS += tests/tui/theme_test
TESTS += tests/tui/theme_test
tests_tui_theme_test_SOURCES = tests/tui/theme_test.c
tests_tui_theme_test_LDADD = libsmtui_ui.a $(LIBSMTUI) $(LIBSMTUI_LIBS) -lm
