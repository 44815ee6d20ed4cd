#!/bin/sh
# Something is written on every op with a kernel and every op of known.tsv (ops of published models, with how many
# models and nodes hold them), and the shape rules there hold for all op cases.
cd "${srcdir:-.}" || exit 2
exec "${top_builddir:-.}/tests/ops/op_docs" tests/ops/known.tsv tests/ops/cases
