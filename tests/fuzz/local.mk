# tests/fuzz: damaged copies of every fixture, opened, walked and run.
check_PROGRAMS += tests/fuzz/damage
tests_fuzz_damage_SOURCES = tests/fuzz/damage.c tests/fuzz/random.h tests/unit/walk.c tests/unit/walk.h
tests_fuzz_damage_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
tests_fuzz_damage_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/unit
TESTS += tests/fuzz/damage.sh
EXTRA_DIST += tests/fuzz/damage.sh
# one op with random attributes, types, shapes and values
check_PROGRAMS += tests/fuzz/ops
tests_fuzz_ops_SOURCES = tests/fuzz/ops.c tests/fuzz/random.h tests/infer/agree.c tests/infer/agree.h
tests_fuzz_ops_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
tests_fuzz_ops_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/infer
TESTS += tests/fuzz/ops.sh
EXTRA_DIST += tests/fuzz/ops.sh
# op cases with mutated inputs
check_PROGRAMS += tests/fuzz/mutate
tests_fuzz_mutate_SOURCES = tests/fuzz/mutate.c tests/fuzz/random.h tests/ops/case_file.c tests/ops/case_file.h
tests_fuzz_mutate_LDADD = $(LIBSMTUI) $(LIBSMTUI_LIBS)
tests_fuzz_mutate_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests/ops
TESTS += tests/fuzz/mutate.sh
EXTRA_DIST += tests/fuzz/mutate.sh
