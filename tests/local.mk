# tests: fixtures travel with the tarball; counts for the closing line.
EXTRA_DIST += setup.sh tests/count.sh README.md CONTRIBUTING.md LICENSE
