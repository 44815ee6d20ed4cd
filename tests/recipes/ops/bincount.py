"""Bincount, DenseBincount, HistogramFixedWidth, LowerBound, UpperBound, Bucketize."""
from dtypes import *

f = Family("bincount")
v = [1, 3, 3, 0, 7, 2]
for t in (tf.int32, tf.int64, tf.float32, tf.float64):
    f.op("Bincount", [i32(v), i32(5), nums(np.zeros(0), t)])
    f.op("Bincount", [i32(v), i32(5), nums([1, -2, 3, 4, 5, 6], t)])
    f.op("DenseBincount", [i64(v), i64(5), nums([1, -2, 3, 4, 5, 6], t)])
    f.op("DenseBincount", [i32([v, v[::-1]]), i32(4), nums(np.zeros(0), t)])
    f.op("DenseBincount", [i32([v, v[::-1]]), i32(4), nums(seq(2, 6), t)])
    f.op("DenseBincount", [i32([v, v[::-1]]), i32(8), nums(seq(2, 6), t)], binary_output=True)
    f.op("DenseBincount", [i32(v), i32(8), nums(np.zeros(0), t)], binary_output=True)
for a, s, w in (([], 3, []), ([1], 0, []), ([1, -1], 3, []), ([1], -1, []), ([1], [3], []), ([1, 2], 3, [1.0]), (1, 3, []),
                ([[1, 2]], 3, [[1.0, 2]]), ([[1, 2]], 3, []), ([1, 2], [3, 4], []), ([[[1]]], 3, [])):
    f.op("Bincount", [i32(a), i32(s), f32(w)])
    if np.ndim(a):          # TensorFlow answers nothing for a scalar
        f.op("DenseBincount", [i32(a), i32(s), f32(w)])
        f.op("DenseBincount", [i64(a), i64(s), f32(w)], binary_output=True)
for t in (tf.int32, tf.int64, tf.float32, tf.float64):
    for ot in (tf.int32, tf.int64):
        f.op("HistogramFixedWidth", [nums([-1, 0, 1, 2, 5, 15, 7], t), nums([0, 5], t), i32(5)], dtype=ot)
f.op("HistogramFixedWidth", [f.numbers((40,)), f32([-1, 1]), i32(7)])
for r, n in (([5, 0], 3), ([0, 0], 3), ([0, 5], 0), ([0, 5], -1), ([0], 3), ([0, 5], [3]), ([[0, 5]], 3), ([0, np.inf], 3),
             ([0, np.nan], 3)):
    f.op("HistogramFixedWidth", [f32([1, 2]), f32(r), i32(n)])
f.op("HistogramFixedWidth", [f32([1, np.inf, -np.inf]), f32([0, 5]), i32(3)])
f.op("HistogramFixedWidth", [np.zeros(0, np.float32), f32([0, 5]), i32(3)])
f.op("HistogramFixedWidth", [f32([[1, 2], [3, 4]]), f32([0, 5]), i32(3)])
for t in REAL:
    for op in ("LowerBound", "UpperBound"):
        f.op(op, [nums([[1, 2, 2, 5], [3, 3, 3, 9]], t), nums([[0, 2, 9], [3, 4, 10]], t)])
for op in ("LowerBound", "UpperBound"):
    f.op(op, [f32([[1, 2, 2, 5]]), f32([[2, np.nan, np.inf]])], out_type=tf.int64)
    f.op(op, [f32(np.zeros((2, 0))), f32([[1], [2]])])
    f.op(op, [f32([[1, 2]]), f32(np.zeros((1, 0)))])
    f.op(op, [f32([1, 2]), f32([1, 2])])
    f.op(op, [f32([[1, 2]]), f32([1, 2])])
    f.op(op, [f32([[1, 2]]), f32([[1, 2], [3, 4]])])
for t in (tf.int32, tf.int64, tf.float32, tf.float64):
    f.op("Bucketize", [nums(np.array([[-5, 10000, 3], [150, 10, 5]]), t)], boundaries=[0.0, 10.0, 100.0])
f.op("Bucketize", [f32([np.nan, np.inf, -np.inf, 0.1])], boundaries=[0.1, 0.2])
f.op("Bucketize", [np.zeros((0, 2), np.float32)], boundaries=[0.1, 0.2])
f.op("Bucketize", [f32([1.0, 2.0])], boundaries=[])
f.op("Bucketize", [f32([1.0, 2.0])], boundaries=[2.0, 1.0])
f.op("HistogramFixedWidth", [f32([1, np.nan]), f32([0, 5]), i32(3)])
f.write()
