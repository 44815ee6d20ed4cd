#!/bin/sh
# Going back in time in the models of tests/models/zoo, of TensorFlow 1's control flow, and estimators.
cd "${srcdir:-.}" || exit 2
for models in zoo tf1 estimators; do
	"${top_builddir:-.}/tests/unit/replay" tests/models/$models || exit 1
done
