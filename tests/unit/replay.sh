#!/bin/sh
# Going back in time in the models of tests/models/zoo and its estimators.
cd "${srcdir:-.}" || exit 2
"${top_builddir:-.}/tests/unit/replay" tests/models/zoo && exec "${top_builddir:-.}/tests/unit/replay" tests/models/estimators
