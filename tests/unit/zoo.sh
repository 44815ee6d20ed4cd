#!/bin/sh
# The models of tests/models/zoo and tests/models/tf1 (made by tests/recipes/zoo.py) give TensorFlow's answers.
cd "${srcdir:-.}" || exit 2
"${top_builddir:-.}/tests/unit/corpus_run" tests/models/zoo @tests/models/zoo/MISSING &&
	exec "${top_builddir:-.}/tests/unit/corpus_run" tests/models/tf1
