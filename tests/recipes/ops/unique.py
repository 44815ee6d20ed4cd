"""Unique, UniqueV2, UniqueWithCounts, UniqueWithCountsV2, ListDiff."""
from dtypes import *

f = Family("unique")
x = np.array([3, 1, 3, 0, 2, 1, 1, 7])
for t in REAL + [tf.bool, tf.string]:
    f.op("Unique", [nums(x, t)])
    f.op("UniqueV2", [nums(x.reshape(4, 2) % 2, t), i32([0])], out_idx=tf.int64)
    f.op("UniqueWithCounts", [nums(x, t)], out_idx=tf.int64)
    f.op("UniqueWithCountsV2", [nums(x, t), i64([0])])
    if t != tf.bool:
        f.op("ListDiff", [nums(x, t), nums(np.array([1, 5, 3]), t)])
for op in ("UniqueV2", "UniqueWithCountsV2"):
    m = f32([[1, 2, 1], [3, 4, 3], [1, 2, 1]])
    for a in ([0], [1], [-1], [2], [-3], [0, 1], 0, [[0]], np.zeros(0)):
        f.op(op, [m, i32(a)])
    f.op(op, [f32([[[1, 2], [1, 2]], [[3, 4], [3, 4]]]), i32([1])])
    f.op(op, [text([[b"a", b"b"], [b"a", b"b"], [b"", b"b"]]), i32([0])])
    f.op(op, [f32([2, 1, 2]), i32(np.zeros(0))])
    f.op(op, [f32([2, 1, 2]), i32(0)])
    f.op(op, [f32(2), i32(np.zeros(0))])
    f.op(op, [f32(2), i32([0])])
    f.op(op, [np.zeros((0, 3), np.float32), i32([0])])
    f.op(op, [np.zeros((2, 0), np.float32), i32([0])])
for op in ("Unique", "UniqueWithCounts"):
    f.op(op, [f32([np.nan, 1, np.nan, -0.0, 0.0, np.inf, np.inf])])
    f.op(op, [np.array([np.nan, 1, np.nan, -0.0, 0.0], np.float16)])
    f.op(op, [np.zeros(0, np.int32)])
    f.op(op, [i32(3)])
    f.op(op, [i32([[3, 3]])])
    f.op(op, [i64(f.rng.randint(0, 40, 200))])
    f.op(op, [text([b"a", b"", b"a\0", b"a", b""])])
for a, b in (([1, np.nan, -0.0, 2], [np.nan, 0.0]), ([], [1]), ([1, 2, 1], []), ([5, 5, 4, 5], [4])):
    f.op("ListDiff", [f32(a), f32(b)], out_idx=tf.int64)
f.op("ListDiff", [f32([[1]]), f32([1])])
f.op("ListDiff", [f32([1]), f32(1)])
f.op("ListDiff", [text([b"a", b"", b"b"]), text([b"", b"c"])])
f.write()
