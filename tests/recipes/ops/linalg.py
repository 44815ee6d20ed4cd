"""Decompositions and solvers of small matrices."""
from cases import *

f = Family("linalg")
TYPES = {np.float32: 3e-6, np.float64: 1e-14, np.complex64: 3e-6, np.complex128: 1e-14}


def m(*shape, t=np.float32):
    a = f.numbers(shape, np.float64)
    if t in (np.complex64, np.complex128):
        a = a + 1j * f.numbers(shape, np.float64)
    return a.astype(t)


def spd(n, t, batch=()):
    a = m(*batch, n, n, t=t).astype(np.complex128 if t in (np.complex64, np.complex128) else np.float64)
    return (a @ np.conj(np.swapaxes(a, -1, -2)) + n * np.eye(n)).astype(t)


for t, rel in TYPES.items():
    a = m(2, 4, 4, t=t) + 3 * np.eye(4, dtype=t)
    f.op("MatrixInverse", [a], rel=rel)
    f.op("MatrixInverse", [a], rel=rel, adjoint=True)
    f.op("MatrixDeterminant", [a], rel=rel)
    f.op("LogMatrixDeterminant", [a], rel=rel)
    f.op("Cholesky", [spd(4, t, (2,))], rel=rel)
    f.op("MatrixSolve", [a, m(2, 4, 3, t=t)], rel=rel)
    f.op("MatrixSolve", [a, m(2, 4, 3, t=t)], rel=rel, adjoint=True)
    for low in (True, False):
        for adj in (True, False):
            f.op("MatrixTriangularSolve", [a, m(2, 4, 3, t=t)], rel=rel, lower=low, adjoint=adj)
    f.op("MatrixTriangularSolve", [a[0], m(3, 4, 2, t=t)], rel=rel)
    f.op("SelfAdjointEigV2", [spd(4, t, (2,))], rel=3 * rel, compute_v=False, outputs=[0])
    f.op("Svd", [m(2, 5, 3, t=t)], rel=3 * rel, compute_uv=False, outputs=[0])
    for shape in ((5, 3), (3, 5), (2, 4, 4)):
        for full in (False, True):
            f.op("Qr", [m(*shape, t=t)], rel=3 * rel, full_matrices=full)

            def svd(x, full=full):
                s, u, v = tf.raw_ops.Svd(input=x, compute_uv=True, full_matrices=full)
                k = min(shape[-2:])
                return [s, tf.matmul(u[..., :k] * tf.cast(s, x.dtype)[..., None, :], v[..., :k], adjoint_b=True)]
            f.graph("Svd", svd, [m(*shape, t=t)], rel=3 * rel)

    def eig(x):
        e, v = tf.raw_ops.SelfAdjointEigV2(input=x, compute_v=True)
        return [e, tf.matmul(v * tf.cast(e, x.dtype)[..., None, :], v, adjoint_b=True)]
    f.graph("SelfAdjointEigV2", eig, [spd(5, t, (2,))], rel=3 * rel)
ONE = ("MatrixInverse", "MatrixDeterminant", "LogMatrixDeterminant", "Cholesky", "SelfAdjointEigV2", "Svd", "Qr")
for op in ONE:
    f.op(op, [np.zeros((0, 3, 3), np.float32)])
    f.op(op, [np.zeros((2, 0, 0), np.float32)])
    f.op(op, [f.numbers((3,))])
    if op not in ("Svd", "Qr"):
        f.op(op, [f.numbers((2, 3))])
    f.op(op, [f32([[4]])])
f.op("MatrixInverse", [f32([[1, 2], [2, 4]])])
f.op("MatrixInverse", [np.zeros((2, 2), np.float32)])
f.op("MatrixDeterminant", [f32([[1, 2], [2, 4]])])
f.op("MatrixDeterminant", [f.numbers((3, 3), np.float64)], rel=1e-14)
f.op("LogMatrixDeterminant", [f32([[0, 2], [2, 0]])])
f.op("Cholesky", [f32([[1, 7], [0.5, 4]])])
f.op("MatrixSolve", [f32([[1, 2], [2, 4]]), f32([[1], [2]])])
f.op("MatrixSolve", [f.numbers((2, 3)), f.numbers((2, 3))])
f.op("MatrixSolve", [f.numbers((3, 3)), f.numbers((2, 3))])
f.op("MatrixSolve", [f.numbers((2, 3, 3)), f.numbers((3, 3, 1))])
f.op("MatrixSolve", [f.numbers((3, 3)), f.numbers((3,))])
f.op("MatrixSolve", [np.zeros((0, 0), np.float32), np.zeros((0, 2), np.float32)])
f.op("MatrixTriangularSolve", [f32([[1, 2], [2, 0]]), f32([[1], [2]])])
f.op("MatrixTriangularSolve", [f.numbers((2, 3)), f.numbers((2, 3))])
f.op("MatrixTriangularSolve", [f.numbers((3, 3)), f.numbers((2, 3))])
f.op("MatrixTriangularSolve", [f.numbers((3,)), f.numbers((2, 3))])
f.op("MatrixTriangularSolve", [np.zeros((0, 0), np.float32), np.zeros((0, 2), np.float32)])
f.write()
