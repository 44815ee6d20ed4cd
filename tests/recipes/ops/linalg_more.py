"""Factors, functions of matrices, banded systems, and the names that old graphs have for linear algebra."""
from cases import *

R = tf.raw_ops
f = Family("linalg_more")
with f.graph_.as_default():
    old = v1.GraphDef()
    old.versions.producer = 6
    v1.import_graph_def(old, name="")
TYPES = {np.float32: 5e-6, np.float64: 1e-13, np.complex64: 5e-6, np.complex128: 1e-13}


def m(*shape, t=np.float32):
    a = f.numbers(shape, np.float64)
    if t in (np.complex64, np.complex128):
        a = a + 1j * f.numbers(shape, np.float64)
    return a.astype(t)


def spd(n, t, batch=()):
    a = m(*batch, n, n, t=t).astype(np.complex128 if t in (np.complex64, np.complex128) else np.float64)
    return (a @ np.conj(np.swapaxes(a, -1, -2)) + n * np.eye(n)).astype(t)


def eig(x):
    t = tf.complex64 if x.dtype in (tf.float32, tf.complex64) else tf.complex128
    e, v = R.Eig(input=x, compute_v=True, Tout=t)
    d = tf.matmul(v, tf.matmul(tf.linalg.diag(e), tf.linalg.inv(v)))
    return [tf.sort(tf.abs(e)), d, tf.linalg.norm(v, axis=-2)]


for t, rel in TYPES.items():
    a = m(2, 5, 5, t=t)
    out = tf.complex64 if rel > 1e-10 else tf.complex128
    for idx in (tf.int32, tf.int64):
        f.op("Lu", [a + 3 * np.eye(5, dtype=t)], rel=rel, output_idx_type=idx)
        f.op("Lu", [a[:, ::-1]], rel=20 * rel, output_idx_type=idx)
    f.op("MatrixExponential", [a], rel=rel)
    f.op("MatrixExponential", [a * 20], rel=200 * rel)
    f.op("MatrixExponential", [(a * 1e-3).astype(t)], rel=rel)
    f.op("MatrixSquareRoot", [spd(4, t, (2,))], rel=rel)
    f.op("MatrixSquareRoot", [(spd(4, t) + m(4, 4, t=t)).astype(t)], rel=rel)
    f.op("MatrixSquareRoot", [a[0] @ a[0]], rel=100 * rel)
    if t in (np.complex64, np.complex128):
        f.op("MatrixLogarithm", [spd(4, t, (2,))], rel=10 * rel)
        f.op("MatrixLogarithm", [a], rel=20 * rel)
        f.op("MatrixLogarithm", [np.eye(3, dtype=t) * 2], rel=rel)
    f.graph("Eig", eig, [a], rel=20 * rel)
    f.graph("Eig", lambda x, o=out: tf.sort(tf.abs(R.Eig(input=x, compute_v=False, Tout=o)[0])), [a], rel=10 * rel)
    f.op("Eig", [np.diag([3, -1, 2]).astype(t)], rel=rel, compute_v=False, Tout=out, outputs=[0])
    for perturb in (False, True):
        f.op("TridiagonalSolve", [m(2, 3, 6, t=t), m(2, 6, 2, t=t)], rel=30 * rel, perturb_singular=perturb)
        f.op("TridiagonalSolve", [m(3, 1, t=t), m(1, 2, t=t)], rel=rel, perturb_singular=perturb)
        f.op("TridiagonalSolve", [m(3, 2, t=t), m(2, 1, t=t)], rel=10 * rel, perturb_singular=perturb)
    d = m(3, 6, t=t)
    d[1] += 4
    f.op("TridiagonalSolve", [d, m(6, 2, t=t)], rel=rel, partial_pivoting=False)
    f.op("TridiagonalSolve", [d[:, :1], m(1, 2, t=t)], rel=rel, partial_pivoting=False)
    for n in (1, 2, 5):
        f.op("TridiagonalMatMul", [m(2, 1, n, t=t), m(2, 1, n, t=t), m(2, 1, n, t=t), m(2, n, 3, t=t)])
    for low in (True, False):
        for adj in (True, False):
            b = m(2, 3, 6, t=t)
            b[:, 0 if low else 2] += 4
            f.op("BandedTriangularSolve", [b, m(2, 6, 2, t=t)], rel=rel, lower=low, adjoint=adj)
            f.op("BandedTriangularSolve", [b[0], m(4, 1, 6, 2, t=t)], rel=rel, lower=low, adjoint=adj)
            f.op("BandedTriangularSolve", [b[:, :1] + 2, m(6, 2, t=t)], rel=rel, lower=low, adjoint=adj)
    for shape in ((6, 3), (3, 6), (4, 4)):
        for l2 in (0.0, 0.5):
            f.op("MatrixSolveLs", [m(2, *shape, t=t), m(2, shape[0], 2, t=t), f64(l2)], rel=100 * rel)
            f.op("MatrixSolveLs", [m(2, *shape, t=t), m(2, shape[0], 2, t=t), f64(l2)], rel=20 * rel, fast=False)
    low = (m(5, 1, t=t) @ m(1, 4, t=t)).astype(t)
    f.op("MatrixSolveLs", [low, m(5, 2, t=t), f64(0)], rel=20 * rel, fast=False)
    if t in (np.float32, np.float64):
        for op in ("CholeskyGrad", "BatchCholeskyGrad"):
            for n in (1, 4, 40):
                f.op(op, [np.linalg.cholesky(spd(n, t, (2,)).astype(np.float64)).astype(t), m(2, n, n, t=t)], rel=4 * rel)
        for op in ("SelfAdjointEig", "BatchSelfAdjointEig"):
            f.graph(op, lambda x, op=op: [getattr(R, op)(input=x)[..., 0, :], tf.abs(getattr(R, op)(input=x))], [spd(4, t, (2,))], rel=10 * rel)
        f.op("BatchSelfAdjointEigV2", [spd(4, t, (2,))], rel=3 * rel, compute_v=False, outputs=[0])
        f.op("BatchMatrixInverse", [a + 3 * np.eye(5, dtype=t)], rel=rel, adjoint=True)
        f.op("BatchMatrixSolve", [a + 3 * np.eye(5, dtype=t), m(2, 5, 3, t=t)], rel=rel, adjoint=True)
        f.op("BatchMatrixTriangularSolve", [a + 3 * np.eye(5, dtype=t), m(2, 5, 3, t=t)], rel=rel, lower=False)
        f.op("BatchCholesky", [spd(4, t, (2,))], rel=rel)
        f.op("BatchMatrixSolveLs", [m(2, 6, 3, t=t), m(2, 6, 2, t=t), f64(0.1)], rel=20 * rel)
        f.op("BatchMatrixSolveLs", [m(2, 3, 6, t=t), m(2, 3, 2, t=t), f64(0.1)], rel=20 * rel, fast=False)
    f.op("BatchMatrixDeterminant", [a], rel=rel)
    f.op("BatchSvd", [m(2, 5, 3, t=t)], rel=3 * rel, compute_uv=False, outputs=[0])

# Exact ones
f.op("Lu", [f32([[0, 2, 1], [4, 4, 4], [2, 2, 0]])])
f.op("MatrixExponential", [f64([[0, 0], [0, 0]])], rel=1e-15)
f.op("MatrixExponential", [f64([[1, 0], [0, -2]])], rel=1e-15)
f.op("MatrixExponential", [f64([[0, 1e-300], [0, 0]])], rel=1e-15)
f.op("MatrixExponential", [f32([[1, np.nan], [0, 1]])])
f.op("MatrixExponential", [f32([[np.inf, 0], [0, 1]])])
f.op("MatrixSquareRoot", [f64([[4, 1], [0, 9]])], rel=1e-15)
f.op("MatrixSquareRoot", [f64([[0, -1], [1, 0]])], rel=1e-14)
f.op("MatrixSquareRoot", [f32([[-4]])])
f.op("MatrixSquareRoot", [f32([[-4, 0], [0, 9]])])
f.op("MatrixSquareRoot", [f32([[np.nan, 0], [0, 1]])])
f.op("Eig", [f32([[2, 0], [0, 1]])], Tout=tf.complex128)
f.op("Eig", [f32([[np.nan, 0], [0, 1]])], Tout=tf.complex64)
f.op("Eig", [f32([[1, np.inf], [0, 1]])], Tout=tf.complex64)
for d in (f32([[0, 1, 1], [0, 2, 3], [0, 1, 0]]), f32([[1, 1, 0], [0, 0, 0], [0, 1, 1]]), f32([[1, 2, 0], [1, 0, 2], [0, 1, 1]])):
    for k in (dict(), dict(partial_pivoting=False), dict(perturb_singular=True)):
        f.op("TridiagonalSolve", [d, f32([[1], [2], [3]])], rel=1e-5, **k)
f.op("TridiagonalSolve", [np.zeros((3, 1), np.float32), f32([[1]])])
f.op("TridiagonalSolve", [np.zeros((3, 1), np.complex64), np.ones((1, 1), np.complex64)])
f.op("TridiagonalSolve", [np.zeros((3, 2), np.complex64), np.ones((2, 1), np.complex64)])
f.op("TridiagonalSolve", [np.zeros((3, 3), np.float32), f32([[1], [2], [3]])], rel=1e-5, perturb_singular=True)
f.op("MatrixSolveLs", [f32([[1, 2], [2, 4], [0, 0]]), f32([[1], [2], [3]]), f64(0)])
f.op("MatrixSolveLs", [f32([[1, 2, 0], [2, 4, 0]]), f32([[1], [2]]), f64(0)])

# Shapes and errors
ONE = ("Lu", "MatrixExponential", "MatrixSquareRoot", "SelfAdjointEig", "BatchMatrixDeterminant", "BatchMatrixInverse", "BatchCholesky", "BatchSelfAdjointEig", "BatchSelfAdjointEigV2", "BatchSvd")
for op in ONE + ("Eig", "MatrixLogarithm"):
    k = dict(Tout=tf.complex64) if op == "Eig" else {}
    t = np.complex64 if op == "MatrixLogarithm" else np.float32
    f.op(op, [np.zeros((0, 3, 3), t)], **k)
    f.op(op, [np.zeros((2, 0, 0), t)], **k)
    f.op(op, [m(3, t=t)], **k)
    if op != "BatchSvd":
        f.op(op, [m(2, 3, t=t)], **k)
f.op("Lu", [f32([[1, 2], [2, 4]])])
for op in ("CholeskyGrad", "BatchCholeskyGrad"):
    for x, y in ((m(3, 3), m(2, 3, 3)), (m(2, 3, 3), m(4, 3, 3)), (m(2, 3), m(2, 3)), (m(3, 3), m(2, 2)), (m(3), m(3)), (m(0, 2, 2), m(0, 2, 2)), (m(2, 0, 0), m(2, 0, 0))):
        f.op(op, [x, y])
for op in ("MatrixSolveLs", "BatchMatrixSolveLs"):
    for x, y, l2 in ((m(3), m(3), f64(0)), (m(3, 2), m(2, 3, 1), f64(0)), (m(2, 3, 2), m(4, 3, 1), f64(0)), (m(3, 2), m(2, 1), f64(0)), (m(3, 2), m(3, 1), f64([0])), (m(3, 2), m(3, 1), f64(-1)),
                     (m(3, 2), m(3, 0), f64(0)), (m(0, 3, 2), m(0, 3, 1), f64(0)), (m(0, 3, 2), m(0, 3, 1), f64([0]))):
        f.op(op, [x, y, l2])
f.op("BatchMatrixSolve", [m(2, 3), m(2, 3)])
f.op("BatchMatrixTriangularSolve", [m(2, 3), m(2, 3)])
for x, y in ((m(3), m(3)), (m(3, 4), m(2, 4, 1)), (m(2, 3, 4), m(3, 4, 1)), (m(2, 4), m(4, 1)), (m(3, 4), m(3, 1)), (m(3, 0), m(0, 1)), (m(3, 2), m(2, 0)), (m(0, 3, 2), m(0, 2, 1))):
    f.op("TridiagonalSolve", [x, y])
f.op("TridiagonalSolve", [m(3, 2), m(2, 2)], partial_pivoting=False, perturb_singular=True)
for n in range(4):
    a = [m(1, 3), m(1, 3), m(1, 3), m(3, 2)]
    a[n] = m(2, 3) if n < 3 else m(4, 2)
    f.op("TridiagonalMatMul", a)
    a[n] = m(2, 1, 3)
    f.op("TridiagonalMatMul", a)
f.op("TridiagonalMatMul", [m(0, 1, 3), m(0, 1, 3), m(0, 1, 3), m(0, 3, 2)])
f.op("TridiagonalMatMul", [m(3), m(3), m(3), m(3)])
for x, y in ((m(3), m(3)), (m(3, 2), m(3)), (m(2, 3), m(2, 3)), (m(2, 2, 3), m(3, 3, 1)), (m(0, 3), m(3, 1)), (m(2, 3), m(3, 0)), (np.zeros((2, 3), np.float32), m(3, 1))):
    f.op("BandedTriangularSolve", [x, y])
    f.op("BandedTriangularSolve", [x, y], lower=False)
f.op("BandedTriangularSolve", [m(5, 3), m(3, 1)], rel=1e-5)
f.op("BandedTriangularSolve", [m(5, 3), m(3, 1)], rel=1e-5, lower=False)

# Diagonals by their old names
for t in (np.float32, np.int32, np.complex64, np.bool_):
    x = np.arange(24).reshape(2, 3, 4).astype(t)
    f.op("BatchMatrixDiag", [x])
    f.op("BatchMatrixDiagPart", [x])
    f.op("BatchMatrixSetDiag", [x, x[:, :, 0]])
    if t != np.bool_:
        f.op("BatchMatrixBandPart", [x, i64(1), i64(-1)])
f.op("BatchMatrixDiagPart", [f32(1, 2)])
f.op("BatchMatrixSetDiag", [f32([[1, 2]]), f32(1, 2, 3)])
f.op("BatchMatrixBandPart", [f32([[1, 2]]), i64([1]), i64(-1)])
f.write()
