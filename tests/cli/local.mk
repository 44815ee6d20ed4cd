# tests/cli: the commands' literal outputs.
TESTS += tests/cli/show.sh
TESTS += tests/cli/golden.sh
TESTS += tests/cli/examples.sh
TESTS += tests/cli/why.sh
TESTS += tests/cli/diff.sh
TESTS += tests/cli/func_calls.sh
EXTRA_DIST += tests/cli/func_calls.sh tests/cli/func_calls.missing
TESTS += tests/cli/show.sh tests/cli/golden.sh tests/cli/smcli.sh
