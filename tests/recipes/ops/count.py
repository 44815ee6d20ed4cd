"""SparseBincount, RaggedBincount, and the CountSparseOutput ops."""
from cases import *

f = Family("count")
NUMBERS = COUNTS = [tf.float32, tf.float64, tf.int32, tf.int64]
ix = i64([[0, 0], [0, 2], [2, 1], [2, 3], [2, 4]])
E = {t: as_type([], t) for t in NUMBERS}


def sparse(values, weights, indices=ix, shape=i64(3, 5), size=None, **k):
    size = np.array(4, np.asarray(values).dtype) if size is None else size
    f.op("SparseBincount", [indices, values, shape, size, weights], **k)


def ragged(values, weights, splits=i64(0, 2, 2, 5), size=None, **k):
    size = np.array(4, np.asarray(values).dtype) if size is None else size
    f.op("RaggedBincount", [splits, values, size, weights], **k)


for k, t in enumerate(NUMBERS):
    i = (i32, i64)[k % 2]
    w = as_type([1, 2, 3, 4, 5], t)
    sparse(i(1, 1, 3, 0, 3), w)
    sparse(i(1, 1, 3, 0, 3), E[t], binary_output=k % 3 == 0)
    ragged(i(1, 1, 3, 9, 3), w)
    ragged(i(1, 1, 3, 9, 3), E[t], binary_output=k % 3 == 0)
v, w = i32(1, 1, 3, 0, 3), f32(1, 2, 3, 4, 5)
one = i64([[0], [1], [2], [3], [4]])
sparse(v, w, one, i64([5]))
sparse(i32(1, 9, 3, 0, 3), E[tf.float32], one, i64([5]))
sparse(v, w, one, i64([5]), binary_output=True)
sparse(v, w, size=i32(0), indices=one, shape=i64([5]))
sparse(i32([]), E[tf.float32], i64(np.zeros((0, 2))))
ragged(i32([]), E[tf.float32], i64(0, 0))
ragged(v, w, size=i32(0))
ragged(v, w, binary_output=True)
ragged(v, w, i64(0, 5))
# refused
sparse(v, w, size=i32(-1))
sparse(v, w, size=i32([4]))
sparse(v, w, size=i32(3))
sparse(i32(1, -1, 3, 0, 3), w, one, i64([5]))
sparse(v, f32(1, 2), one, i64([5]))
sparse(v, w, i64([[0, 0], [5, 2], [2, 1], [2, 3], [2, 4]]))
sparse(v, w, i64([[0, 0]]))
sparse(v, w, i64(0, 0))
sparse(i32([[1]]), w)
sparse(v, w, shape=i64([[3, 5]]))
sparse(v, w, shape=i64(3, 5, 2))
ragged(v, w, size=i32(-1))
ragged(v, w, i64(1, 5))
ragged(v, w, i64(0, 4))
ragged(i32(1, -1, 3, 0, 3), w)

for k, t in enumerate(COUNTS):
    i = (i32, i64)[k % 2]
    w = as_type([1, 2, 3, 4, 5], t)
    f.op("SparseCountSparseOutput", [ix, i(1, 1, 3, 0, 3), i64(3, 5), w], binary_output=False)
    f.op("SparseCountSparseOutput", [ix, i(1, 1, 3, 9, 3), i64(3, 5), E[t]], binary_output=k % 3 == 0, minlength=7)
    f.op("DenseCountSparseOutput", [i([[1, 1], [3, 0]]), as_type([[1, 2], [3, 4]], t)], binary_output=False)
    f.op("DenseCountSparseOutput", [i(1, 1, 7, 3), E[t]], binary_output=k % 3 == 0, maxlength=5)
    f.op("RaggedCountSparseOutput", [i64(0, 2, 2, 5), i(1, 1, 3, 0, 3), w], binary_output=False)
    f.op("RaggedCountSparseOutput", [i64(0, 2, 2, 5), i(1, 1, 3, 0, 3), E[t]], binary_output=k % 3 == 0, maxlength=3)
w = f32(1, 2, 3, 4, 5)
S, D, R = "SparseCountSparseOutput", "DenseCountSparseOutput", "RaggedCountSparseOutput"
f.op(S, [one, v, i64([5]), w], binary_output=False)
f.op(S, [i64(np.zeros((0, 2))), i32([]), i64(3, 5), E[tf.float32]], binary_output=False)
f.op(D, [i32(np.zeros((0,))), E[tf.float32]], binary_output=False)
f.op(D, [i32(np.zeros((2, 0))), E[tf.float32]], binary_output=False, minlength=3)
f.op(R, [i64(0, 0, 0), i32([]), E[tf.float32]], binary_output=False)
for case in ([i64(0, 1), v, i64(3, 5), w], [ix, i32([[1]]), i64(3, 5), w], [ix, v, i64([[3, 5]]), w], [ix, i32(1, 2), i64(3, 5), w],
             [ix, v, i64(3, 5, 1), w], [ix, v, i64(2, 5), w], [i64([[0, -1]] * 5), v, i64(3, 5), w], [ix, v, i64(3, 5), f32(1)],
             [i64(np.zeros((0, 2))), i32([]), i64(0, 5), E[tf.float32]]):
    f.op(S, case, binary_output=False)
for case in ([i32(1), w], [i32([[[1]]]), w], [v, f32(1, 2)], [i32(np.zeros((0, 2))), E[tf.float32]]):
    f.op(D, case, binary_output=False)
for case in ([i64([0]), v, w], [i64([]), v, w], [i64(1, 5), v, w], [i64(0, 4), v, w], [i64(0, 5), v, f32(1)]):
    f.op(R, case, binary_output=False)
n = i32(1, -1, 3, 0, 3)
f.op(S, [ix, n, i64(3, 5), w], binary_output=False)
f.op(D, [n, w], binary_output=False)
f.op(R, [i64(0, 2, 2, 5), n, w], binary_output=False)
f.write()
