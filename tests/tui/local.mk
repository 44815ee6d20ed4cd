# tests/tui: key scripts on a terminal that is none, and a few sessions in tmux.
TESTS += tests/tui/screens.sh tests/tui/tmux.sh tests/tui/monkeys.sh tests/tui/files.sh
