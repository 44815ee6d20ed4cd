"""Pad, PadV2, MirrorPad, MirrorPadGrad, Tile."""
from dtypes import *

f = Family("pad")
x = seq(2, 3)
P = i32([[1, 0], [2, 1]])
for t in PLAIN + QUANT:
    f.op("Pad", [nums(x, t), P])
    f.op("PadV2", [nums(x, t), P, nums(np.array(5), t)])
    f.op("MirrorPad", [nums(x, t), i32([[1, 0], [2, 1]]), ], mode="REFLECT")
for op, more, kw in (("Pad", [], {}), ("PadV2", [f32(9)], {}), ("MirrorPad", [], dict(mode="SYMMETRIC")),
                     ("MirrorPad", [], dict(mode="REFLECT")), ("MirrorPadGrad", [], dict(mode="REFLECT")),
                     ("MirrorPadGrad", [], dict(mode="SYMMETRIC"))):
    for shape, pads in (((4, 3, 5), [[0, 1], [1, 1], [2, 0]]), ((4, 3, 5), [[0, 0]] * 3),
                        ((5,), [[2, 1]]), ((4, 3, 5, 3), [[0, 0], [1, 0], [1, 1], [0, 0]]),
                        ((0, 3), [[0, 0], [1, 1]]), ((3, 0), [[0, 0], [1, 1]]), ((0, 3), [[1, 0], [1, 1]]),
                        ((), np.zeros((0, 2))), ((2, 3), [[0, 3], [0, 0]]), ((2, 3), [[2, 2], [3, 3]]),
                        ((2, 3), [[-1, 0], [0, 0]]), ((2, 3), [[1, 0]]), ((2, 3), [1, 0]),
                        ((2, 3), [[1, 0, 0], [0, 0, 0]]), ((2,) * 7, [[1, 0]] * 7),
                        ((1, 2, 2, 1, 2, 1), [[0, 0], [1, 0], [0, 0], [0, 0], [1, 1], [0, 0]]),
                        ((3, 3), [[1, 1], [1, 1]])):
        f.op(op, [f32(seq(*shape)), i64(pads)] + more, **kw)
f.op("PadV2", [f32(x), P, f32([9])])
f.op("PadV2", [f32(x), P, f32([9, 1])])
for t in NUMBER:
    f.op("MirrorPadGrad", [nums(seq(4, 5), t), i32([[1, 0], [1, 1]])], mode="SYMMETRIC")

for t in POD + [tf.string]:
    f.op("Tile", [nums(x, t), i32([2, 2])])
f.op("Tile", [f32(x), i64([1, 3])])
f.op("Tile", [f32(x), i64([3, 1])])
f.op("Tile", [f32(x), i64([1, 1])])
f.op("Tile", [f32(x), i64([0, 2])])
f.op("Tile", [f32(seq(2, 1, 2, 3)), i64([2, 3, 1, 2])])
f.op("Tile", [f32(seq(1, 1)), i64([5, 4])])
f.op("Tile", [np.zeros((0, 2), np.float32), i64([2, 2])])
f.op("Tile", [f32(4), i64(np.zeros(0))])
f.op("Tile", [f32(x), i64([2])])
f.op("Tile", [f32(x), i64([2, -1])])
f.op("Tile", [f32(x), i64([[2, 1]])])
f.op("Tile", [f32(4), i64([2])])
f.op("Tile", [f32(seq(2, 1, 1, 1, 1, 1, 1)), i64([2] * 7)])
f.op("Tile", [f32(seq(1, 1, 1, 1, 1, 1, 1, 2)), i64([1] * 7 + [2])])
f.write()
