#!/bin/sh
# What runs again for an edit is what depends on it, in the models of tests/models/zoo and its estimators.
cd "${srcdir:-.}" || exit 2
"${top_builddir:-.}/tests/unit/depend" tests/models/zoo && exec "${top_builddir:-.}/tests/unit/depend" tests/models/estimators
