#!/bin/sh
# The models of tests/models/zoo (made by tests/recipes/zoo.py) give TensorFlow's answers.
cd "${srcdir:-.}" || exit 2
exec "${top_builddir:-.}/tests/unit/corpus_run" tests/models/zoo @tests/models/zoo/MISSING
