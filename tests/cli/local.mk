# tests/cli: the commands' literal outputs.
TESTS += tests/cli/show.sh
TESTS += tests/cli/golden.sh
TESTS += tests/cli/examples.sh
TESTS += tests/cli/check.sh
TESTS += tests/cli/weights.sh
TESTS += tests/cli/why.sh
TESTS += tests/cli/diff.sh
TESTS += tests/cli/func_calls.sh
TESTS += tests/cli/smcli.sh
TESTS += tests/cli/costs.sh tests/cli/dot.sh
check_PROGRAMS += tests/cli/json_check
TESTS += tests/cli/json.sh
EXTRA_DIST += tests/cli/json.sh tests/cli/json.cases
tests_cli_json_check_SOURCES = tests/cli/json_check.c
tests_cli_json_check_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
TESTS += tests/cli/damage.sh
EXTRA_DIST += tests/cli/damage.sh
