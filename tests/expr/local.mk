# tests/expr: numpy expressions with numpy's own answers.
check_PROGRAMS += tests/expr/expr_cases
tests_expr_expr_cases_SOURCES = tests/expr/expr_cases.c
tests_expr_expr_cases_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/expr/cases.sh
check_PROGRAMS += tests/expr/hostile
tests_expr_hostile_SOURCES = tests/expr/hostile.c
tests_expr_hostile_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/expr/hostile.sh
