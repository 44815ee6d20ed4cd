# bench: programs that measure; built by "make bench", never timed by tests.
EXTRA_PROGRAMS = bench/pair
bench_pair_SOURCES = bench/pair.c
CLEANFILES += $(EXTRA_PROGRAMS)
bench: smtui $(EXTRA_PROGRAMS)
.PHONY: bench
EXTRA_DIST += bench/README.md bench/show.sh
