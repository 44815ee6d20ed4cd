# bench: programs that measure; built by "make bench", never timed by tests.
EXTRA_PROGRAMS = bench/pair bench/debug bench/gen
bench_pair_SOURCES = bench/pair.c
bench_debug_SOURCES = bench/debug.c
bench_debug_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
bench_gen_SOURCES = bench/gen.c
bench_gen_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
CLEANFILES += $(EXTRA_PROGRAMS)
bench: smtui $(EXTRA_PROGRAMS)
.PHONY: bench
EXTRA_DIST += bench/README.md bench/keys.sh bench/show.sh bench/models.py bench/peers.py bench/cold.py
