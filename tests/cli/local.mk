# tests/cli: the commands' literal outputs.
TESTS += tests/cli/show.sh
TESTS += tests/cli/golden.sh
TESTS += tests/cli/examples.sh
TESTS += tests/cli/weights.sh
TESTS += tests/cli/why.sh
TESTS += tests/cli/diff.sh
TESTS += tests/cli/func_calls.sh
TESTS += tests/cli/smcli.sh
