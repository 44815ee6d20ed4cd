#!/bin/sh
# kernels.txt: what TensorFlow has CPU kernels for (tests/recipes/kernels.py).
exec "${top_builddir:-.}/tests/ops/all_ops" "${srcdir:-.}/tests/ops/kernels.txt"
