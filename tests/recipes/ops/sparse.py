"""SparseToDense, SparseReshape, SparseReorder, SparseFillEmptyRows and its gradient."""
from cases import *

f = Family("sparse")
NUMBERS = [tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8,
           tf.uint16, tf.uint32, tf.uint64, tf.complex64, tf.complex128]
OTHERS = [tf.bool, tf.string]


def vals(n, t):
    if t == tf.string:
        return text([b"v%d" % i for i in range(n)])
    if t == tf.bool:
        return np.arange(n) % 2 == 0
    return as_type(np.arange(n) + 1, t)


def one(t):
    return text(b"none") if t == tf.string else np.bool_(True) if t == tf.bool else as_type(-7 if t.is_integer and not t.is_unsigned or t.is_floating else 9, t)


ix = [[0, 1], [0, 3], [2, 0]]
for k, t in enumerate(NUMBERS + OTHERS + [tf.qint8, tf.quint8, tf.qint16, tf.quint16]):
    i = (i32, i64)[k % 2]
    f.op("SparseToDense", [i(ix), i(3, 4), vals(3, t), one(t)])
D = "SparseToDense"
f.op(D, [i64(2), i64([4]), f32(5), f32(0)])
f.op(D, [i64([0, 2]), i64([4]), f32(5), f32(0)])
f.op(D, [i32([0, 2]), i32([4]), f32(5, 6), f32(0)])
f.op(D, [i64(np.zeros((0, 2))), i64(2, 2), f32([]), f32(1)])
f.op(D, [i64(np.zeros((0, 2))), i64(2, 0), f32([]), f32(1)])
f.op(D, [i64(np.zeros((1, 0))), i64([]), f32([3]), f32(1)])
f.op(D, [i64(np.zeros((0, 0))), i64([]), f32([]), f32(1)])
f.op(D, [i64([[0, 0], [0, 0]]), i64(2, 2), f32(1, 2), f32(0)], validate_indices=False)
f.op(D, [i64([[1, 1], [0, 0]]), i64(2, 2), text(b"1", b"2"), text(b"")], validate_indices=False)
f.op(D, [i64([[1, 1], [1, 1]]), i64(2, 2), text(b"1", b"2"), text(b"")], validate_indices=False)
for validate in (True, False):
    for case in ([[[0, 0], [0, 0]], [2, 2]], [[[1, 1], [0, 0]], [2, 2]], [[[0, 0], [2, 0]], [2, 2]],
                 [[[0, 0], [0, -1]], [2, 2]], [[[-1, 0], [0, 1]], [2, 2]], [[1, 1], [4]], [[3, 2], [4]], [[3, 4], [4]],
                 [[[0, 0, 2], [0, 0, 1]], [1, 1, 3]], [[[0, 0], [0, 0]], [2, 0]]):
        f.op(D, [i64(case[0]), i64(case[1]), f32(1, 2), f32(0)], validate_indices=validate)
for case in ([[[[1]]], [1], [1.], 0.], [ix, [[3, 4]], [1., 2, 3], 0.], [ix, 3, [1., 2, 3], 0.], [ix, [3, 4, 5], [1., 2, 3], 0.],
             [ix, [3, 4], [1., 2], 0.], [ix, [3, 4], [[1., 2, 3]], 0.], [ix, [3, 4], [1., 2, 3], [0.]], [ix, [3, -4], [1., 2, 3], 0.],
             [[1], [3, 4], [1.], 0.]):
    f.op(D, [i64(case[0]), i64(case[1]), f32(case[2]), f32(case[3])])

R = "SparseReshape"
for case in ([[[0, 1, 2], [1, 2, 3]], [2, 3, 4], [6, 4]], [[[0, 1, 2], [1, 2, 3]], [2, 3, 4], [-1, 2]],
             [[[5]], [24], [2, 3, 4]], [[[5]], [24], [2, -1, 4]], [[[1, 2]], [2, 3], [2, 3]], [[[1, 2]], [2, 3], [-1, 3]],
             [np.zeros((0, 2)), [0, 3], [0, 5]], [np.zeros((0, 2)), [2, 3], [6]], [np.zeros((1, 0)), [], [1, 1]], [[[0, 0]], [1, 1], []],
             [np.zeros((0, 2)), [0, 3], [3, 0]], [[[7, 9]], [2, 3], [3, 2]], [[[-1, 0]], [2, 3], [3, 2]],
             # refused:
             [[1, 2], [2, 3], [6]], [[[1, 2]], [[2, 3]], [6]], [[[1, 2]], [2, 3], 6], [[[1, 2]], [2, 3], [-1, -1]],
             [[[1, 2]], [2, 3], [-2, 3]], [[[1, 2]], [2, 3], [-1, 4]], [[[1, 2]], [2, 3], [5]], [np.zeros((0, 2)), [0, 3], [-1, 0]],
             [np.zeros((0, 2)), [0, 3], [-1, 2]], [[[1, 2]], [0, 3], [3, 0]], [[[1, 2, 3]], [2, 3], [3, 2]], [[[1, 2]], [2, -3], [3, 2]],
             [[[1, 2]], [2, 3], [4, 2]], [[[0, 1]], [0, 3], [0]]):
    f.op(R, [i64(x) for x in case])

O = "SparseReorder"
for t in NUMBERS + OTHERS:
    f.op(O, [i64([[2, 0], [0, 3], [0, 1], [1, 1]]), vals(4, t), i64(3, 4)])
f.op(O, [i64([[0, 1], [1, 0]]), f32(1, 2), i64(2, 2)])
f.op(O, [i64(np.zeros((0, 2))), f32([]), i64(2, 2)])
f.op(O, [i64([[3], [1], [2], [0]]), f32(1, 2, 3, 4), i64([4])])
f.op(O, [i64([[1, 1], [0, 9], [1, 1], [-1, 4], [0, 0]]), f32(1, 2, 3, 4, 5), i64(2, 2)])
perm = f.rng.permutation(60)
f.op(O, [i64(np.stack([perm // 12, perm // 3 % 4, perm % 3], 1)), vals(60, tf.int32), i64(5, 4, 3)])
f.op(O, [i64(np.zeros((1, 0))), f32([1]), i64([])])
for case in ([[1, 2], [1., 2], [2, 2]], [[[1, 2]], [[1.]], [2, 2]], [[[1, 2]], [1.], [[2, 2]]], [[[1, 2]], [1., 2], [2, 2]],
             [[[1, 2]], [1.], [2, 2, 2]], [[[1, 2]], [1.], [2, -2]]):
    f.op(O, [i64(case[0]), f32(case[1]), i64(case[2])])

E = "SparseFillEmptyRows"
for t in NUMBERS + OTHERS:
    f.op(E, [i64([[1, 0], [1, 3], [3, 1]]), vals(3, t), i64(5, 4), one(t)])
f.op(E, [i64([[0, 0], [1, 3]]), f32(1, 2), i64(2, 4), f32(9)])
f.op(E, [i64([[3, 1], [0, 0], [1, 3], [0, 2]]), text(b"a", b"b", b"c", b"d"), i64(4, 4), text(b"new")])
f.op(E, [i64([[1, 1], [0, 0]]), f32(1, 2), i64(2, 4), f32(9)])
f.op(E, [i64(np.zeros((0, 2))), f32([]), i64(3, 4), f32(9)])
f.op(E, [i64(np.zeros((0, 2))), f32([]), i64(0, 4), f32(9)])
f.op(E, [i64([[1, 0, 0]]), f32([3]), i64(2, 2, 2), f32(9)])
f.op(E, [i64([[1]]), f32([3]), i64([3]), f32(9)])
f.op(E, [i64([[1, 0]]), f32([3]), i64([2, 2, 2]), f32(9)])
for case in ([[[0, 0]], [1.], [[2, 2]], 0.], [[0, 0], [1., 2], [2, 2], 0.], [[[0, 0]], [[1.]], [2, 2], 0.], [[[0, 0]], [1., 2], [2, 2], 0.],
             [[[0, 0]], [1.], [2, 2], [0.]], [[[0, 0]], [1.], [], 0.], [[[0, 0]], [1.], [0, 2], 0.], [[[2, 0]], [1.], [2, 2], 0.],
             [[[0, 0], [-1, 0]], [1., 2], [2, 2], 0.], [[[0, 0]], [1.], [-1, 2], 0.], [[[0, 0]], [1.], 2, 0.]):
    f.op(E, [i64(case[0]), f32(case[1]), i64(case[2]), f32(case[3])])
G = "SparseFillEmptyRowsGrad"
for t in NUMBERS:
    f.op(G, [i64([1, 3, 4]), vals(6, t)])
f.op(G, [i64([]), f32(1, 2)])
f.op(G, [i64([]), f32([])])
for case in ([[[1]], [1.]], [[0], [[1.]]], [[0, 2], [1., 2]], [[-1], [1.]]):
    f.op(G, [i64(case[0]), f32(case[1])])
f.write()
