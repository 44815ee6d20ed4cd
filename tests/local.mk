# tests: fixtures, samples and recipes travel with the tarball as whole folders.
EXTRA_DIST += setup.sh tests/count.sh README.md CONTRIBUTING.md LICENSE .clang-format .ci/run

dist-hook:
	for d in examples tests/models tests/recipes tests/cli tests/expr tests/tui tests/ops tests/infer tests/unit; do \
		$(MKDIR_P) "$(distdir)/$$d" && \
		(cd "$(srcdir)/$$d" && tar cf - --exclude=.deps --exclude='*.o' --exclude=local.mk \
			--exclude='*.trs' --exclude='*.log' .) | \
		(cd "$(distdir)/$$d" && tar xf -) || exit 1; \
	done
	chmod -R u+w "$(distdir)"
