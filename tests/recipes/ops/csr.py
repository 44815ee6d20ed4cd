"""Sparse matrices by compressed rows: tests/ops/cases/csr.*."""
from cases import *

f = Family("csr")
r = f.rng
raw = tf.raw_ops
TYPES = (np.float32, np.float64, np.complex64, np.complex128)


whole = f.graph


def known(label, build, ins, **kw):
    """As whole, of inputs whose ranks TensorFlow can tell; a case that it refuses to build is none."""
    def build2(*p):
        for x, a in zip(p, ins):
            if np.asarray(a).dtype == np.int64 and np.ndim(a) == 1:
                x.set_shape(np.shape(a))
            elif np.ndim(a) == 2 and np.asarray(a).dtype == np.int64:
                x.set_shape([None, np.shape(a)[1]])
            elif np.ndim(a) and np.asarray(a).dtype != np.int64:
                x.set_shape([None] * np.ndim(a))
        return build(*p)
    try:
        whole(label, build2, ins, **kw)
    except (ValueError, TypeError, tf.errors.OpError) as e:
        print("not built:", label, str(e).split(" for ")[0])


f.graph = known


def sparse(shape, t=np.float32, part=.4):
    d = r.standard_normal(shape)
    if np.dtype(t).kind == "c":
        d = d + 1j * r.standard_normal(shape)
    d[r.uniform(size=shape) > part] = 0
    ix = np.argwhere(d).astype(np.int64)
    return [ix, d[tuple(ix.T)].astype(t), i64(list(shape))]


def csr(ix, v, s):
    return raw.SparseTensorToCSRSparseMatrix(indices=ix, values=v, dense_shape=s)


def parts(m, t, batch=1):
    out = [raw.CSRSparseMatrixToDense(sparse_input=m, type=t)] + list(raw.CSRSparseMatrixToSparseTensor(sparse_matrix=m, type=t))
    out.append(raw.SparseMatrixNNZ(sparse_matrix=m))
    for i in range(batch):
        out += list(raw.CSRSparseMatrixComponents(csr_sparse_matrix=m, index=i, type=t))
    return out


SHAPES = ((4, 5), (2, 3, 4), (5, 1), (3, 2, 2), (0, 3), (3, 0), (2, 0, 3))
for t in TYPES:
    for shape in SHAPES:
        b = shape[0] if len(shape) == 3 else 1
        m = sparse(shape, t)
        f.graph("SparseTensorToCSRSparseMatrix", lambda *p: parts(csr(*p), t, b), m)
        f.graph("SparseMatrixTranspose", lambda *p: parts(raw.SparseMatrixTranspose(input=csr(*p), type=t), t, b), m)
        f.graph("SparseMatrixTranspose_conjugate", lambda *p: parts(raw.SparseMatrixTranspose(input=csr(*p), type=t, conjugate=True), t, b), m)
        dense = r.standard_normal(shape).astype(t)
        f.graph("DenseToCSRSparseMatrix", lambda d, i: parts(raw.DenseToCSRSparseMatrix(dense_input=d, indices=i), t, b), [dense, m[0]])
    for ta, aa in ((0, 0), (1, 0), (0, 1)):
        for tb, ab in ((0, 0), (1, 0), (0, 1)):
            for batch in ((), (2,)):
                a = sparse(batch + ((4, 3) if ta or aa else (3, 4)), t)
                bd = batch + ((5, 4) if tb or ab else (4, 5))
                d = sparse(bd, t, 1)[1].reshape(bd)
                for to, co in ((0, 0), (1, 0), (1, 1), (0, 1)):
                    f.graph("SparseMatrixMatMul", lambda i, v, s, y: raw.SparseMatrixMatMul(
                        a=csr(i, v, s), b=y, transpose_a=bool(ta), adjoint_a=bool(aa), transpose_b=bool(tb), adjoint_b=bool(ab),
                        transpose_output=bool(to), conjugate_output=bool(co)), a + [d], ulp=4)
                b2 = sparse(bd, t)
                f.graph("SparseMatrixSparseMatMul", lambda *p: parts(raw.SparseMatrixSparseMatMul(
                    a=csr(*p[:3]), b=csr(*p[3:]), type=t, transpose_a=bool(ta), adjoint_a=bool(aa), transpose_b=bool(tb),
                    adjoint_b=bool(ab)), t, batch[0] if batch else 1), a + b2, ulp=4)


def spd(n, t, batch=None):
    out = []
    for _ in range(batch or 1):
        d = r.standard_normal((n, n)) * (r.uniform(size=(n, n)) < .3)
        if np.dtype(t).kind == "c":
            d = d + 1j * r.standard_normal((n, n)) * (d != 0)
        out.append((d @ d.conj().T + np.eye(n)).astype(t))
    d = np.stack(out) if batch else out[0]
    ix = np.argwhere(d).astype(np.int64)
    return [ix, d[tuple(ix.T)], i64(list(d.shape))]


for t in TYPES:
    for n in (1, 3, 8):
        for _ in range(2):
            f.graph("SparseMatrixSparseCholesky", lambda i, v, s, p: parts(raw.SparseMatrixSparseCholesky(
                input=csr(i, v, s), permutation=p, type=t), t), spd(n, t) + [i32(r.permutation(n))], ulp=64)
    f.graph("SparseMatrixSparseCholesky", lambda i, v, s, p: parts(raw.SparseMatrixSparseCholesky(
        input=csr(i, v, s), permutation=p, type=t), t, 2), spd(6, t, 2) + [i32([r.permutation(6), np.arange(6)])], ulp=64)
T = tf.float32
chol = lambda i, v, s, p: parts(raw.SparseMatrixSparseCholesky(input=csr(i, v, s), permutation=p, type=T), T)
bad = [i64([[0, 0], [1, 1]]), f32(1, -1), i64(2, 2)]
for ins in (bad + [i32(0, 1)], sparse((2, 3)) + [i32(0, 1)], spd(3, np.float32) + [i32(0, 1)], spd(3, np.float32) + [i32([[0, 1, 2]])],
            spd(2, np.float32, 2) + [i32([[0, 1]])]):
    f.graph("SparseMatrixSparseCholesky", chol, ins)

m = sparse((4, 5))
f.graph("unsorted", lambda *p: parts(csr(*p), T), [m[0][::-1].copy(), m[1], m[2]])
for ins in ([i64([[0, 7]]), f32([1]), i64(3, 4)], [i64([[5, 1]]), f32([1]), i64(3, 4)], [i64([[-1, 1]]), f32([1]), i64(3, 4)],
            [i64([[0]]), f32([1]), i64([3])], [i64([[0, 0, 0, 0]]), f32([1]), i64(1, 1, 1, 1)], [i64([[0, 1]]), f32(1, 2), i64(3, 4)],
            [i64([0, 1]), f32([1]), i64(3, 4)], [i64([[0, 1]]), f32([[1]]), i64(3, 4)], [i64([[0, 1]]), f32([1]), i64([[3, 4]])],
            [i64([[0, 1]]), f32([1]), i64(3, 4, 5)], [i64(np.zeros((0, 3))), f32(np.zeros(0)), i64(2 ** 31, 3, 3)],
            [i64(np.zeros((0, 2))), f32(np.zeros(0)), i64(2 ** 31, 3)]):
    f.graph("SparseTensorToCSRSparseMatrix_bad", lambda *p: raw.SparseMatrixNNZ(sparse_matrix=csr(*p)), ins)
for ins in ([f32([1, 2]), i64([[0, 1]])], [f32([[1, 2]]), i64([0])], [f32([[1, 2]]), i64([[0]])], [f32([[1, 2]]), i64([[0, 2]])],
            [f32([[1, 2]]), i64([[-1, 0]])]):
    f.graph("DenseToCSRSparseMatrix_bad", lambda d, i: raw.SparseMatrixNNZ(sparse_matrix=raw.DenseToCSRSparseMatrix(dense_input=d, indices=i)), ins)
mul = lambda i, v, s, y: raw.SparseMatrixMatMul(a=csr(i, v, s), b=y)
for y in (f32(np.ones((4, 2))), f32(np.ones((1, 5, 2))), f64(np.ones((5, 2)))):
    f.graph("SparseMatrixMatMul_bad", mul, m + [y])
f.graph("SparseMatrixMatMul_bad", lambda i, v, s, y: raw.SparseMatrixMatMul(a=csr(i, v, s), b=y, transpose_a=True, adjoint_a=True), m + [f32(np.ones((5, 2)))])
mm = lambda *p: parts(raw.SparseMatrixSparseMatMul(a=csr(*p[:3]), b=csr(*p[3:]), type=T), T)
f.graph("SparseMatrixSparseMatMul_bad", mm, m + sparse((4, 2)))
f.graph("SparseMatrixSparseMatMul_bad", mm, sparse((2, 3, 4)) + sparse((3, 4, 2)))
f.graph("SparseMatrixSparseMatMul_one", mm, sparse((2, 3, 4)) + sparse((1, 4, 2)))
f.graph("SparseMatrixSparseMatMul_one", mm, sparse((1, 3, 4)) + sparse((2, 4, 2)))
f.graph("SparseMatrixSparseMatMul_one", mm, sparse((3, 4)) + sparse((2, 4, 2)))
f.graph("SparseMatrixSparseMatMul_one", mm, sparse((1, 3, 4)) + sparse((4, 2)))
f.graph("SparseMatrixSparseMatMul_bad", mm, sparse((3, 4), np.float64) + sparse((4, 2)))
f.graph("CSRSparseMatrixToDense_bad", lambda *p: raw.CSRSparseMatrixToDense(sparse_input=csr(*p), type=tf.float64), m)
f.graph("CSRSparseMatrixToSparseTensor_bad", lambda *p: list(raw.CSRSparseMatrixToSparseTensor(sparse_matrix=csr(*p), type=tf.float64)), m)
f.graph("SparseMatrixTranspose_bad", lambda *p: parts(raw.SparseMatrixTranspose(input=csr(*p), type=tf.float64), tf.float64), m)
for k in (i32(1), i32(-1)):
    f.graph("CSRSparseMatrixComponents_bad", lambda i, v, s, k: list(raw.CSRSparseMatrixComponents(csr_sparse_matrix=csr(i, v, s), index=k, type=T)), m + [k])
f.write()
