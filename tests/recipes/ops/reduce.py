"""Sum, Mean, Prod, Max, Min, All, Any, EuclideanNorm, ArgMax, ArgMin.

Float sums: TensorFlow adds with Eigen's vectors and trees, we in double: each is within a few units.
"""
from dtypes import *

f = Family("reduce")
ULP = {"Sum": 2, "Mean": 2, "Prod": 2, "EuclideanNorm": 2}
REL = {tf.float16: 1e-3, tf.bfloat16: 8e-3}
x = seq(2, 3, 4)
for op in ("Sum", "Mean", "Prod", "EuclideanNorm", "Max", "Min"):
    for t in NUMBER if op not in ("Max", "Min") else REAL:
        kw = dict(ulp=ULP.get(op, 0)) if not t.is_integer else {}
        f.op(op, [nums(seq(3, 4), t), i32(0)], **kw)
        f.op(op, [nums(seq(3, 5) * 3 % 11, t), i32([1])], keep_dims=True, **kw)
        f.op(op, [nums(np.zeros((0, 2)), t), i32(0)], **kw)
        if t.is_integer or t.size < 4:
            f.op(op, [nums(np.full((1, 9), 100), t), i64([0, 1])], **kw)
for op in ("All", "Any"):
    b = np.array([[1, 0, 1], [1, 1, 1], [0, 0, 0]], bool)
    for a in (0, 1, [0, 1], np.zeros(0)):
        f.op(op, [b, i32(a)])
        f.op(op, [b, i64(a)], keep_dims=True)
    f.op(op, [np.zeros((0, 2), bool), i32([0])])
    f.op(op, [np.zeros((2, 0), bool), i32([0, 1])])
    f.op(op, [np.array(True), i32(np.zeros(0))])
    f.op(op, [b, i32(2)])
for op in ("Sum", "Mean", "Prod", "Max", "Min", "EuclideanNorm"):
    kw = dict(ulp=ULP.get(op, 0))
    for a in (0, 1, -1, [0, 1], [2, 0], [0, 1, 2], np.zeros(0), [-1, -3], [1, 1], [0, -3], 3, -4, [0, 5], [[0, 1]],
              [[0], [5]]):
        f.op(op, [f32(x), i32(a)], keep_dims=np.size(a) == 2, **kw)
    f.op(op, [f32(3), i32(np.zeros(0))], **kw)
    f.op(op, [f32(3), i32(0)], **kw)
    f.op(op, [f32(seq(2, 3, 2, 3, 2)), i32([1, 3])], **kw)
    f.op(op, [f32(seq(2, 1, 3, 1)), i32([1, 2])], **kw)
    for s, a in (((0, 3), 0), ((0, 3), 1), ((3, 0), 1), ((3, 0), [0, 1]), ((0,), 0), ((2, 0, 3), 1)):
        f.op(op, [np.zeros(s, np.float32), i32(a)], **kw)
        f.op(op, [np.zeros(s, np.int32), i32(a)])
    for v in ([1, np.nan, 2], [np.inf, -np.inf, 1], [np.inf, 1, 2], [-np.inf, 1], [np.nan, np.nan], [-0.0, 0.0], [0.0, -0.0],
              [1e38, 1e38, 1e38]):
        f.op(op, [f32(v), i32(0)], **kw)
    if op == "EuclideanNorm":
        continue
    f.op(op, [np.array([np.nan, 3, np.nan, -1] * 5, np.float16), i32(0)], **kw)
    f.op(op, [f.numbers((17, 21)) * 2, i32(0)], rel=1e-6 if kw["ulp"] else 0)
    f.op(op, [f.numbers((17, 21)) * 2, i32(1)], rel=1e-6 if kw["ulp"] else 0)
    f.op(op, [f.numbers((5, 13, 9)) * 2, i32([0, 2])], rel=1e-6 if kw["ulp"] else 0)
    f.op(op, [f.numbers((40,), np.float64), i32(0)], rel=1e-14 if kw["ulp"] else 0)
    f.op(op, [f.numbers((40,), np.float16), i32(0)], rel=1e-2 if kw["ulp"] else 0)
    f.op(op, [as_type(f.numbers((40,)) * 2, tf.bfloat16), i32(0)], rel=3e-2 if kw["ulp"] else 0)
f.op("Mean", [np.full((2, 128), 200, np.uint8), i32([0, 1])])
f.op("Mean", [np.full((40,), 200, np.uint8), i32([0])])
f.op("Mean", [np.full((3,), -7, np.int32), i32([0])])
f.op("Mean", [np.array([-7, 0], np.int64), i32([0])])
f.op("Mean", [np.full((3,), 2**31 - 1, np.int32), i32([0])])
f.op("Mean", [np.full((3,), 2**63 - 1, np.int64), i32([0])])
f.op("Mean", [np.full((3,), 2**64 - 1, np.uint64), i32([0])])
f.op("Sum", [np.full((3,), 2**63 - 1, np.int64), i32([0])])
f.op("Max", [np.array([2**63, 1], np.uint64), i32([0])])
f.op("Min", [np.array([2**63, 1], np.uint64), i32([0])])
f.op("Max", [np.array([2**63 - 1, 2**63 - 2], np.int64), i32([0])])

for op in ("ArgMax", "ArgMin"):
    for t in REAL + [tf.bool]:
        f.op(op, [nums(seq(3, 5) * 7 % 11, t), i32(1)])
    outs = [tf.int32, tf.int64] + ([tf.int16, tf.uint16] if op == "ArgMax" else [])
    for t in outs:
        for a in (0, 1, -1):
            f.op(op, [f32(seq(2, 3, 4) * 5 % 7), i64(a)], output_type=t)
    for v in ([1, np.nan, 2], [np.nan, 1, 2], [2, 1, np.nan], [np.nan, np.nan], [3, 3, 1, 1], [-0.0, 0.0], [0.0, -0.0],
              [-np.inf, -np.inf], [np.inf, np.inf], [np.nan, np.inf, -np.inf]):
        f.op(op, [f32(v), i32(0)])
        f.op(op, [np.array(v, np.float16), i32(0)])
    f.op(op, [np.array([2**63 - 1, 2**63 - 2, -2**63], np.int64), i32(0)])
    f.op(op, [np.array([2**63 - 2, 2**63 - 1, -2**63 + 1, -2**63], np.int64), i32(0)])
    f.op(op, [np.array([2**64 - 2, 2**64 - 1, 1, 0], np.uint64), i32(0)])
    f.op(op, [f.numbers((7, 33)), i32(1)])
    f.op(op, [f.numbers((33, 7)), i32(0)])
    f.op(op, [f32(x), i32(3)])
    f.op(op, [f32(x), i32(-4)])
    f.op(op, [f32(x), i32([0])])
    f.op(op, [f32(x), i32([0, 1])])
    f.op(op, [f32(3), i32(0)])
    f.op(op, [np.zeros((0, 3), np.float32), i32(0)])
    f.op(op, [np.zeros((0, 3), np.float32), i32(1)])
    f.op(op, [np.zeros((3, 0), np.float32), i32(1)])
    f.op(op, [np.zeros((2,) * 8, np.float32), i32(1)])
    f.op(op, [np.zeros((2,) * 7, np.float32), i32(1)])
f.write()
