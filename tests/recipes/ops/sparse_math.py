"""Arithmetic on sparse tensors."""
from cases import *

f = Family("sparse_math")
REAL = [tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8,
        tf.uint16, tf.uint32, tf.uint64]
COMPLEX = [tf.complex64, tf.complex128]
a = i64([[0, 1], [0, 3], [2, 0], [2, 3]])
b = i64([[0, 0], [0, 3], [1, 2], [2, 0]])
sh = i64(3, 4)


def vals(n, t=tf.float32, k=0):
    v = f.numbers((n,), np.float64, 3)
    if t.is_complex:
        return as_type(v + 1j * f.numbers((n,), np.float64), t)
    return as_type(v if t.is_floating else np.round(np.abs(v) * 20) % 100 + 1, t)


# SparseTensorDenseMatMul
M = "SparseTensorDenseMatMul"
for k, t in enumerate([tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int32] + COMPLEX):
    i = (i32, i64)[k % 2]
    bound = dict(rel=1e-6) if t.is_complex else {}
    for aa in (False, True):
        for bb in (False, True):
            m = as_type(f.numbers((4 if not aa else 3, 5), np.float64) * (10 if t == tf.int32 else 1), t)
            if bb:
                m = as_type(m.array.T.astype(np.complex128 if t.is_complex else np.float64), t)
            f.op(M, [i(a), vals(4, t), sh, m], adjoint_a=aa, adjoint_b=bb, **bound)
f.op(M, [i64(np.zeros((0, 2))), vals(0), sh, f32(np.ones((4, 2)))])
f.op(M, [a, vals(4), sh, f32(np.ones((4, 0)))])
f.op(M, [i64(np.zeros((0, 2))), vals(0), i64(0, 0), f32(np.ones((0, 3)))])
f.op(M, [i64([[0, 0], [0, 0]]), vals(2), i64(1, 1), f.numbers((1, 40))])
for case in ([a, vals(4), sh, f32([1])], [a, vals(4), i64([[3, 4]]), f32(np.ones((4, 2)))], [a, vals(4), i64(3, 4, 5), f32(np.ones((4, 2)))],
             [a, f32([[1]]), sh, f32(np.ones((4, 2)))], [i64(0, 1), vals(2), sh, f32(np.ones((4, 2)))], [a, vals(3), sh, f32(np.ones((4, 2)))],
             [i64([[0, 1, 2]]), vals(1), sh, f32(np.ones((4, 2)))], [a, vals(4), sh, f32(np.ones((3, 2)))],
             [i64([[0, 4]]), vals(1), sh, f32(np.ones((4, 2)))], [i64([[3, 0]]), vals(1), sh, f32(np.ones((4, 2)))], [i64([[0, -1]]), vals(1), sh, f32(np.ones((4, 2)))]):
    f.op(M, case)
f.op(M, [i64([[3, 0]]), vals(1), sh, f32(np.ones((3, 2)))], adjoint_a=True)

# SparseTensorDenseAdd
A = "SparseTensorDenseAdd"
for k, t in enumerate(REAL + COMPLEX):
    i = (i32, i64)[k % 2]
    f.op(A, [i(a), vals(4, t), i(3, 4), as_type(np.reshape(vals(12, t).array, (3, 4)).astype(np.complex128 if t.is_complex else np.float64), t)])
d34 = f32(np.arange(12).reshape(3, 4))
f.op(A, [i64(np.zeros((0, 2))), vals(0), sh, d34])
f.op(A, [i64([[1, 1], [1, 1]]), vals(2), sh, d34])
for case in ([i64(0, 1), vals(2), sh, d34], [a, f32([[1]]), sh, d34], [a, vals(4), i64([[3, 4]]), d34], [a, vals(3), sh, d34], [a, vals(4), i64(3, 4, 1), d34],
             [a, vals(4), sh, f32(1, 2)], [a, vals(4), sh, f32(np.ones((3, 5)))], [i64([[3, 0]]), vals(1), sh, d34], [i64([[0, -1]]), vals(1), sh, d34]):
    f.op(A, case)

# SparseDenseCwise
for n, name in enumerate(("Add", "Mul", "Div")):
    C = "SparseDenseCwise" + name
    for t in REAL[n::3]:
        f.op(C, [a, vals(4, t), sh, as_type(np.abs(f.numbers((3, 4), np.float64)) * 3 + 1, t)])
    f.op(C, [a, vals(4), sh, f32(2, 3, 4, 5)])
    f.op(C, [a, vals(4), sh, f32([[2], [3], [4]])])
    f.op(C, [a, vals(4), sh, f32(2)])
    f.op(C, [i64(np.zeros((0, 2))), vals(0), sh, f32(2)])
    f.op(C, [a, vals(4, tf.int32), sh, i32(0)])
    for case in ([a, vals(4), sh, f32(1, 2)], [a, vals(4), sh, f32(np.ones((1, 3, 4)))], [i64(0, 1), vals(2), sh, f32(1)], [a, f32([[1]]), sh, f32(1)],
                 [a, vals(4), i64([[3, 4]]), f32(1)], [a, vals(3), sh, f32(1)], [i64([[3, 0]]), vals(1), sh, f32(1)], [i64([[0, -1]]), vals(1), sh, d34]):
        if n == 0:
            f.op(C, case)

# SparseAdd, SparseSparseMaximum and Minimum
for t in [tf.float32, tf.float64, tf.int8, tf.int16, tf.int32, tf.int64] + COMPLEX:
    th = as_type(2, t.real_dtype)
    f.op("SparseAdd", [a, vals(4, t), sh, b, vals(4, t), sh, th])
f.op("SparseAdd", [a, f32(1, 2, 3, 4), sh, b, f32(1, -2, 3, -3), sh, f32(0)])
f.op("SparseAdd", [a, f32(1, 2, 3, 4), sh, b, f32(1, -2, 3, -3), sh, f32(0.1)])
f.op("SparseAdd", [i64(np.zeros((0, 2))), vals(0), sh, b, vals(4), sh, f32(0)])
f.op("SparseAdd", [i64(np.zeros((0, 2))), vals(0), sh, i64(np.zeros((0, 2))), vals(0), sh, f32(0)])
for case in ([i64(0, 1), vals(2), sh, b, vals(4), sh, f32(0)], [a, f32([[1]]), sh, b, vals(4), sh, f32(0)], [a, vals(3), sh, b, vals(4), sh, f32(0)],
             [a, vals(4), i64([[3, 4]]), b, vals(4), sh, f32(0)], [a, vals(4), sh, b, vals(4), i64(3, 5), f32(0)], [a, vals(4), sh, b, vals(4), sh, f32([0])],
             [a, vals(4), sh, b, vals(4), i64(3, 4, 5), f32(0)]):
    f.op("SparseAdd", case)
for name in ("Maximum", "Minimum"):
    S = "SparseSparse" + name
    for t in REAL[name == "Minimum"::2]:
        f.op(S, [a, vals(4, t), sh, b, vals(4, t), sh])
    f.op(S, [i64(np.zeros((0, 2))), vals(0), sh, b, vals(4), sh])
    for case in ([i64(0, 1), vals(2), sh, b, vals(4), sh], [a, f32([[1]]), sh, b, vals(4), sh], [a, vals(4), sh, b, vals(4), i64(3, 5)],
                 [a, vals(4), sh, i64([[0, 0, 0]]), vals(1), i64(3, 4, 5)], [a, vals(3), sh, b, vals(4), sh], [a, vals(4), i64([[3, 4]]), b, vals(4), sh]):
        f.op(S, case)

# reductions
ix3 = i64([[0, 0, 1], [0, 1, 0], [0, 1, 2], [1, 0, 1], [1, 0, 2], [1, 1, 1]])
sh3 = i64(2, 2, 3)
for name in ("Sum", "Max"):
    for k, t in enumerate(REAL + (COMPLEX if name == "Sum" else [])):
        if k % 2 == (name == "Sum"):
            f.op("SparseReduce" + name, [ix3, vals(6, t), sh3, i32([1])], rel=1e-6)
            continue
        f.op("SparseReduce" + name + "Sparse", [ix3, vals(6, t), sh3, i32([0, 2])], rel=1e-6)
    for axes, keep in (([0], False), ([0], True), ([-1], True), ([0, 1], False), ([0, 1, 2], True), ([], False), ([1, 1], False), ([-1, 2], False)):
        f.op("SparseReduce" + name, [ix3, f32(1, 2, 3, 4, -5, 6), sh3, i32(axes)], keep_dims=keep)
        f.op("SparseReduce" + name + "Sparse", [ix3, f32(1, 2, 3, 4, -5, 6), sh3, i32(axes)], keep_dims=keep)
    for tail in ("", "Sparse"):
        R = "SparseReduce" + name + tail
        f.op(R, [i64(np.zeros((0, 3))), vals(0), sh3, i32([1])])
        f.op(R, [ix3, vals(6), sh3, i32([3])])
        f.op(R, [ix3, vals(6), sh3, i32([-4])])
        f.op(R, [i64(0, 1), vals(2), sh3, i32([1])])
        f.op(R, [ix3, vals(6), i64(2, 2), i32([1])])
        f.op(R, [ix3, vals(5), sh3, i32([1])])

# softmax
for t in (tf.float32, tf.float64, tf.float16):
    f.op("SparseSoftmax", [ix3, vals(6, t), sh3], ulp=4)
    f.op("SparseSoftmax", [a, vals(4, t), sh], ulp=4)
f.op("SparseSoftmax", [i64(np.zeros((0, 2))), vals(0), sh])
for case in ([i64([[0]]), vals(1), i64([3])], [i64(0, 1), vals(2), sh], [a, f32([[1]]), sh], [a, vals(4), i64([[3, 4]])], [a[::-1], vals(4), sh], [i64([[0, 9]]), vals(1), sh]):
    f.op("SparseSoftmax", case, ulp=4)
f.write()
