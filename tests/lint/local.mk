# tests/lint: the rooms table, headers that stand alone.
TESTS += tests/lint/rooms.sh tests/lint/rooms_test.sh tests/lint/headers.sh tests/lint/man.sh
EXTRA_DIST += tests/lint/rooms.sh tests/lint/rooms_test.sh tests/lint/headers.sh tests/lint/man.sh
