# tests: fixtures, samples and recipes travel with the tarball as whole folders.
EXTRA_DIST += setup.sh tests/count.sh tests/long.sh README.md CONTRIBUTING.md LICENSE .clang-format .ci/run

dist-hook:
	for d in examples tests/models tests/recipes tests/cli tests/expr tests/tui tests/ops tests/grad tests/infer tests/unit; do \
		$(MKDIR_P) "$(distdir)/$$d" && \
		(cd "$(srcdir)/$$d" && tar cf - --exclude=.deps --exclude='*.o' --exclude=local.mk \
			--exclude='*.trs' --exclude='*.log' .) | \
		(cd "$(distdir)/$$d" && tar xf -) || exit 1; \
	done
	chmod -R u+w "$(distdir)"

# The long forms of the tests; SMTUI_CORPUS=FOLDER adds its models.
check-long: $(check_PROGRAMS) smtui
	srcdir=$(srcdir) top_builddir=$(top_builddir) sh $(srcdir)/tests/long.sh
.PHONY: check-long
