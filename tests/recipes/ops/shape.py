"""Shape, ShapeN, Size, Rank, Reshape, Squeeze, ExpandDims, Fill, ZerosLike, Range, LinSpace and kin."""
from dtypes import *

f = Family("shape")
x = seq(2, 3, 4)
for t in PLAIN + QUANT5 + FP8:
    v = nums(seq(2, 1, 3), t)
    f.op("Shape", [v])
    f.op("Size", [v], out_type=tf.int64)
    f.op("Rank", [v])
    f.op("Reshape", [v, i32([3, -1])])
    f.op("Squeeze", [v])
    f.op("ExpandDims", [v, i32(-2)])
f.op("Shape", [np.zeros((1 << 40, 0), np.float32)])
f.op("Shape", [np.zeros((1 << 40, 0), np.float32)], out_type=tf.int64)
for t in (tf.int32, tf.int64):
    for s in ((2, 3), (0, 5), (), (7,)):
        f.op("Shape", [np.zeros(s, np.float32)], out_type=t)
        f.op("Size", [np.zeros(s, np.float32)], out_type=t)
    f.op("ShapeN", [[f32(x), f32(1), np.zeros((0, 2), np.float32)]], out_type=t)
f.op("ShapeN", [[text([b"a", b""])]])

for want in ([24], [2, -1], [-1, 12], [4, 3, 2], [2, 3, 4, 1, 1], [-1], [2, 3, 4], [5, -1], [-1, -1], [2, 3],
             [-2, 12], [2, 3, 4, -7], [0, -1], [25], [], [0], 24, [[24]], [2, -1, -1, -3],
             [1 << 30, 1 << 30, 1 << 30]):
    f.op("Reshape", [x, (i64 if np.size(want) % 2 else i32)(want)])
e = np.zeros((0, 3), np.float32)
for want in ([3, 0], [-1, 3], [0, -1], [-1], [0, 4, 5], [1], [-1, 0, 2], [0, -1, 3]):
    f.op("Reshape", [e, i32(want)])
f.op("Reshape", [f32(5), i32(np.zeros(0))])
f.op("Reshape", [f32(5), i32([1, 1])])
f.op("Reshape", [f32([5]), i32(np.zeros(0))])

s = f32(seq(1, 2, 1, 3, 1))
for axis in ([0], [2, 4], [-1], [-1, 0], [0, 0], [1], [5], [-6], [0, 1], [-5, 2], [0, -5], []):
    f.op("Squeeze", [s], axis=axis)
f.op("Squeeze", [f32(2)])
f.op("Squeeze", [f32(2)], axis=[0])
f.op("Squeeze", [f32(2)], axis=[-1])
f.op("Squeeze", [np.zeros((0, 1), np.float32)])
f.op("Squeeze", [np.zeros((0, 1), np.float32)], axis=[0])
f.op("Squeeze", [np.ones((1, 1), np.float32)])
for axis in (0, 1, 2, 3, -1, -4, 4, -5):
    f.op("ExpandDims", [x, (i64 if axis % 2 else i32)(axis)])
f.op("ExpandDims", [f32(2), i32(0)])
f.op("ExpandDims", [f32(2), i32(-1)])
f.op("ExpandDims", [f32(2), i32(1)])
f.op("ExpandDims", [f32(2), i32([0])])
f.op("ExpandDims", [f32(2), i32([0, 0])])
f.op("ExpandDims", [f32(2), i32(np.zeros(0))])

for t in PLAIN + QUANT5:
    f.op("Fill", [i32([2, 3]), nums(np.array(7), t)])
    if not t.is_quantized:
        f.op("ZerosLike", [nums(x[0], t)])
        if t != tf.string:
            f.op("OnesLike", [nums(x[0], t)])
for d in ([], [0], [3, 0, 2], [2, -1], [-3], 4, [[2, 3]], [3, 2, 1], [1 << 40, 1 << 40]):
    f.op("Fill", [i64(d), f32(1.5)])
f.op("Fill", [i32([2]), f32([1])])
f.op("Fill", [i32([2]), f32([1, 2])])
f.op("ZerosLike", [f32(3)])
f.op("ZerosLike", [e])
f.op("OnesLike", [e])
f.op("OnesLike", [f32(3)])

for t in (np.int32, np.int64, np.float32, np.float64):
    for a in ((0, 5, 1), (0, 5, 2), (5, 0, -1), (5, -2, -3), (3, 3, 1), (3, 3, -1), (-4, 4, 3), (0, 5, 0),
              (5, 0, 1), (0, 5, -1), (0, 6, 2), (0, 1, 10)):
        f.op("Range", [t(v) for v in a])
    f.op("Range", [np.array([0], t), t(3), t(1)])
    f.op("Range", [t(0), np.array([3, 4], t), t(1)])
    f.op("Range", [t(0), t(3), np.array([1], t)])
f.op("Range", [np.int64(1 << 62), np.int64((1 << 62) + 3), np.int64(1)])
f.op("Range", [np.int64(-1 << 63), np.int64((1 << 63) - 1), np.int64(1 << 62)])
f.op("Range", [np.int32(-1 << 31), np.int32((1 << 31) - 1), np.int32(1 << 30)])
f.op("Range", [np.int32((1 << 31) - 1), np.int32(-1 << 31), np.int32(-1 << 31)])
f.op("Range", [np.int64((1 << 63) - 1), np.int64(-1 << 63), np.int64(-1 << 62)])
for t in (np.float32, np.float64):
    f.op("Range", [t(0), t(1), t(0.1)])
    f.op("Range", [t(0.3), t(-1.2), t(-0.07)])
    f.op("Range", [t(1), t(1.05), t(0.01)])
    f.op("Range", [t(np.nan), t(1.05), t(0.01)])
    f.op("Range", [t(0), t(np.inf), t(1)])
    f.op("Range", [t(0), t(1e30), t(1e-30)])
    for a in ((0, 1, 5), (10, 12, 3), (1, -1, 7), (3, 9, 1), (0.1, 0.7, 10), (5, 5, 4), (0, 1, 2)):
        f.op("LinSpace", [t(a[0]), t(a[1]), i32(a[2])])
    f.op("LinSpace", [t(0), t(1), i64(0)])
    f.op("LinSpace", [t(0), t(1), i64(-3)])
    f.op("LinSpace", [np.array([0], t), t(1), i64(3)])
    f.op("LinSpace", [t(0), np.array([0], t), i64(3)])
    f.op("LinSpace", [t(0), t(1), i64([3])])

for t in PLAIN + FP8:
    f.op("BroadcastTo", [nums(seq(2, 1), t), i32([2, 2, 3])])
for s, d in (((3,), [2, 3]), ((1,), [3]), ((), [2, 2]), ((2, 1, 3), [2, 4, 3]), ((2, 3), [2, 3]), ((1, 1), [0, 2]),
             ((0, 1), [0, 2]), ((), []), ((2, 3), [3]), ((2, 3), [3, 3]), ((2,), [2, -1]), ((0,), [1]), ((2,), [[2]]),
             ((), 2), ((1,), 2), ((2, 1, 2, 1, 2, 1, 2), [2, 2, 2, 2, 2, 2, 2]), ((2, 1), [1, 2]),
             ((1, 2, 1, 2, 1, 2, 1, 2, 1, 2), [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]), ((3, 1), [0, 2]), ((1, 3), [2, 0]), ((1, 2, 1, 2, 1, 2), [2] * 6), ((1, 2, 1, 2, 1), [2] * 5), ((2, 1, 2, 1, 2, 1), [2] * 6)):
    f.op("BroadcastTo", [f32(seq(*s)), i64(d)])
for t in (np.int32, np.int64):
    for a, b in (([2, 3], [3]), ([2, 1], [1, 4]), ([], [5]), ([], []), ([2, 3], [2]), ([0, 1], [1]), ([1], [0]),
                 ([2, 1, 3], [2, 1]), (3, [2]), ([[2]], [2]), ([3, 3], [3, 3]), ([1, 1], [1])):
        f.op("BroadcastArgs", [np.array(a, t), np.array(b, t)])
        f.op("BroadcastGradientArgs", [np.array(a, t), np.array(b, t)])

for t in (tf.float32, tf.string, tf.bool, tf.bfloat16):
    f.op("EnsureShape", [nums(x, t)], shape=[None, 3, None])
f.op("EnsureShape", [x], shape=[2, 3, 4])
f.op("EnsureShape", [x], shape=None)
for want in ([2, 3], [2, None, 5]):      # the message names the input, which a feed renames
    f.graph("EnsureShape", lambda v, want=want: [tf.raw_ops.EnsureShape(
        input=v1.identity(v, name="same"), shape=want)], [x])
f.op("EnsureShape", [f32(1)], shape=[])
for t in PLAIN:
    f.op("Empty", [i32([2, 2])], dtype=t, init=True)
f.op("Empty", [i32([2, 0])], dtype=tf.float32)
f.op("Empty", [i32(np.zeros(0))], dtype=tf.float32, init=True)
f.op("Empty", [i32([2, -1])], dtype=tf.float32, init=True)
f.op("Empty", [i32(3)], dtype=tf.float32, init=True)
f.op("Empty", [i32([[3]])], dtype=tf.float32, init=True)
f.write()
