# tests/cli: the commands' literal outputs.
TESTS += tests/cli/show.sh tests/cli/golden.sh tests/cli/examples.sh tests/cli/func_calls.sh
EXTRA_DIST += tests/cli/func_calls.sh tests/cli/func_calls.missing
