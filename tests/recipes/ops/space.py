"""BatchToSpace(ND), SpaceToBatch(ND), DepthToSpace, SpaceToDepth."""
from dtypes import *

f = Family("space")


def nd(op, x, b, p):
    """Shape inference wants to know the block shape's length."""
    def build(x, b, p):
        b.set_shape([len(b_static)])
        kw = dict(paddings=p) if op == "SpaceToBatchND" else dict(crops=p)
        return [getattr(tf.raw_ops, op)(input=x, block_shape=b, **kw)]
    b_static = np.asarray(b).tolist()
    if np.ndim(b) == 1:
        f.graph(op, build, [x, b, p])


for t in REAL:
    nd("SpaceToBatchND", nums(seq(1, 2, 4, 1), t), i32([2, 2]), i32([[0, 0], [2, 0]]))
    nd("BatchToSpaceND", nums(seq(4, 1, 2, 1), t), i32([2, 2]), i32([[0, 0], [1, 0]]))
    f.op("SpaceToBatch", [nums(seq(1, 2, 2, 1), t), i32([[0, 0], [0, 0]])], block_size=2)
    f.op("BatchToSpace", [nums(seq(4, 1, 1, 2), t), i32([[0, 0], [0, 0]])], block_size=2)
for t in POD + [tf.string]:
    f.op("DepthToSpace", [nums(seq(1, 2, 1, 4), t)], block_size=2)
    f.op("SpaceToDepth", [nums(seq(1, 2, 2, 2), t)], block_size=2)
f.op("SpaceToDepth", [nums(seq(1, 2, 2, 2), tf.qint8)], block_size=2)
for s, b, p in (((2, 6), [3], [[0, 0]]), ((2, 5), [3], [[1, 0]]), ((2, 4, 6, 3), [2, 3], [[0, 0], [0, 0]]),
                ((2, 3, 5), [2, 3], [[0, 1], [1, 0]]), ((1, 2, 2, 2, 2), [1, 2, 1], [[0, 0], [0, 0], [0, 0]]),
                ((2, 4), [1], [[0, 0]]), ((2, 4), [1], [[1, 1]]), ((2, 4, 2), np.zeros(0), np.zeros((0, 2))),
                ((0, 4), [2], [[0, 0]]), ((2, 0), [2], [[1, 1]]), ((2, 5), [3], [[0, 0]]), ((2, 4), [0], [[0, 0]]),
                ((2, 4), [2], [[-1, 1]]), ((2, 4), [[2]], [[0, 0]]), ((2, 4), [2], [0, 0]), ((2, 4), [2], [[0, 0], [0, 0]]),
                ((2,), [2, 2], [[0, 0], [0, 0]]), ((2, 2, 2, 2, 2), [2, 2, 2, 2], [[0, 0]] * 4),
                ((1, 2, 2, 2, 2, 2), [2, 2, 2, 2, 2], [[0, 0]] * 5), ((1, 2, 1, 2, 1, 2), [2, 1, 2, 1, 2], [[0, 0]] * 5),
                ((3, 2, 2), [1, 2], [[0, 0], [0, 0]]), ((2, 2, 4), [1, 2], [[1, 0], [0, 0]])):
    nd("SpaceToBatchND", f32(seq(*s)), i64(b), i64(p))
for s, b, p in (((6, 2), [3], [[0, 0]]), ((6, 2), [3], [[1, 2]]), ((12, 2, 2, 3), [2, 3], [[0, 0], [1, 1]]),
                ((6, 3, 5), [2, 3], [[0, 1], [1, 0]]), ((2, 2, 2, 2, 2), [1, 2, 1], [[0, 0], [0, 0], [0, 0]]),
                ((2, 4), [1], [[0, 0]]), ((2, 4), [1], [[1, 1]]), ((2, 4, 2), np.zeros(0), np.zeros((0, 2))),
                ((0, 4), [2], [[0, 0]]), ((3, 4), [2], [[0, 0]]), ((2, 4), [0], [[0, 0]]), ((2, 4), [2], [[-1, 1]]),
                ((2, 4), [2], [[4, 5]]), ((2, 4), [2], [[4, 4]]), ((2, 4), [[2]], [[0, 0]]), ((2, 4), [2], [0, 0]),
                ((2,), [2, 2], [[0, 0], [0, 0]]), ((32, 1, 1, 1, 1, 1), [2] * 5, [[0, 0]] * 5)):
    nd("BatchToSpaceND", f32(seq(*s)), i64(b), i64(p))
for s, p in (((1, 4, 4, 3), [[0, 0], [0, 0]]), ((2, 3, 4, 1), [[1, 0], [1, 1]]), ((1, 3, 4, 1), [[0, 0], [0, 0]]),
             ((1, 4, 4), [[0, 0], [0, 0]]), ((1, 4, 4, 1), [[0, 0]]), ((1, 4, 4, 1), [[0, -2], [0, 0]])):
    f.op("SpaceToBatch", [f32(seq(*s)), i32(p)], block_size=2)
    f.op("BatchToSpace", [f32(seq(s[0] * 4, *s[1:])), i32(p)], block_size=2)
f.op("BatchToSpace", [f32(seq(3, 1, 1, 1)), i32([[0, 0], [0, 0]])], block_size=2)
f.op("BatchToSpace", [f32(seq(4, 1, 1, 1)), i32([[2, 1], [0, 0]])], block_size=2)
for s, b in (((2, 2, 3, 9), 3), ((1, 2, 3, 8), 2), ((0, 2, 2, 4), 2), ((1, 2, 2, 6), 2), ((2, 2, 4), 2), ((1, 1, 1, 4, 1), 2)):
    f.op("DepthToSpace", [f32(seq(*s))], block_size=b)
for s, b in (((2, 6, 3, 2), 3), ((1, 2, 6, 1), 2), ((0, 2, 2, 4), 2), ((1, 3, 2, 1), 2), ((1, 2, 3, 1), 2), ((2, 2, 4), 2)):
    f.op("SpaceToDepth", [f32(seq(*s))], block_size=b)
f.write()
