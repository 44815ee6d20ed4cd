# tests/cli: the commands' literal outputs.
TESTS += tests/cli/show.sh tests/cli/golden.sh tests/cli/examples.sh tests/cli/why.sh
