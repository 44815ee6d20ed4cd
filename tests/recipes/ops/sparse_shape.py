"""SparseConcat, SparseSlice, SparseSplit."""
from cases import *

f = Family("sparse_shape")
NUMBERS = [tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8,
           tf.uint16, tf.uint32, tf.uint64, tf.complex64, tf.complex128]


def vals(n, t=tf.float32, k=0):
    if t == tf.string:
        return text([b"v%d" % (i + k) for i in range(n)])
    if t == tf.bool:
        return np.arange(n) % 2 == 0
    return as_type(np.arange(n) + 1 + k, t)


a = i64([[0, 1], [0, 3], [2, 0]])
b = i64([[0, 0], [1, 1]])
for k, t in enumerate(NUMBERS + [tf.bool, tf.string]):
    f.op("SparseConcat", [[a, b], [vals(3, t), vals(2, t, 10)], [i64(3, 4), i64(3, 2)]], concat_dim=(1, -1)[k % 2])
    f.op("SparseSlice", [a, vals(3, t), i64(3, 4), i64(0, 1), i64(2, 3)])
    f.op("SparseSplit", [i64(k % 2), a, vals(3, t), i64(3, 4)], num_split=2)
f.op("SparseConcat", [[a, b], [vals(3), vals(2)], [i64(3, 4), i64(2, 4)]], concat_dim=0)
f.op("SparseConcat", [[a, b, a], [vals(3), vals(2), vals(3)], [i64(3, 4), i64(2, 4), i64(5, 4)]], concat_dim=-2)
f.op("SparseConcat", [[i64(np.zeros((0, 2))), b], [vals(0), vals(2)], [i64(0, 4), i64(2, 4)]], concat_dim=0)
f.op("SparseConcat", [[i64([[0, 1, 1], [1, 0, 0]]), i64([[0, 0, 0], [1, 1, 1]])], [vals(2), vals(2, k=5)], [i64(2, 2, 2), i64(2, 2, 2)]], concat_dim=1)
for case, d in (([[a, i64(0, 1)], [vals(3), vals(2)], [i64(3, 4), i64(3, 2)]], 1), ([[a, b], [f32([[1]]), vals(2)], [i64(3, 4), i64(3, 2)]], 1),
                ([[a, b], [vals(3), vals(2)], [i64(3, 4), i64([[3, 2]])]], 1), ([[a, b], [vals(3), vals(2)], [i64(3, 4), i64(3, 2)]], 2),
                ([[a, b], [vals(3), vals(2)], [i64(3, 4), i64(3, 2)]], -3), ([[a, b], [vals(3), vals(2)], [i64(3, 4), i64(3, 2, 1)]], 1),
                ([[a, b], [vals(3), vals(2)], [i64(3, 4), i64(4, 2)]], 1)):
    f.op("SparseConcat", case, concat_dim=d)
for start, size in (([0, 0], [3, 4]), ([1, 0], [9, 9]), ([0, 1], [1, 2]), ([2, 0], [1, 1]), ([3, 4], [1, 1]), ([0, 0], [0, 2]), ([1, 1], [1, 1])):
    f.op("SparseSlice", [a, vals(3), i64(3, 4), i64(start), i64(size)])
f.op("SparseSlice", [i64(np.zeros((0, 2))), vals(0), i64(3, 4), i64(0, 0), i64(1, 1)])
f.op("SparseSlice", [i64([[0], [3], [5]]), vals(3), i64([7]), i64([1]), i64([4])])
for case in ([i64(0, 1), vals(2), i64(3, 4), i64(0, 0), i64(1, 1)], [a, f32([[1]]), i64(3, 4), i64(0, 0), i64(1, 1)], [a, vals(3), i64([[3, 4]]), i64(0, 0), i64(1, 1)],
             [a, vals(3), i64(3, 4), i64([[0, 0]]), i64(1, 1)], [a, vals(3), i64(3, 4), i64(0, 0), i64([[1, 1]])], [a, vals(3), i64(3, 4), i64([0]), i64(1, 1)],
             [a, vals(3), i64(3, 4), i64(0, 0), i64([1])], [a, vals(2), i64(3, 4), i64(0, 0), i64(1, 1)], [a, vals(3), i64(3, 4, 5), i64(0, 0, 0), i64(1, 1, 1)]):
    f.op("SparseSlice", case)
for n in (1, 2, 3):
    f.op("SparseSplit", [i64(0), a, vals(3), i64(3, 4)], num_split=n)
    f.op("SparseSplit", [i64(1), a, vals(3), i64(3, 4)], num_split=n)
f.op("SparseSplit", [i64(1), a, vals(3), i64(3, 7)], num_split=4)
f.op("SparseSplit", [i64(0), i64(np.zeros((0, 2))), vals(0), i64(3, 4)], num_split=2)
for case, n in (([i64([0]), a, vals(3), i64(3, 4)], 2), ([i64(2), a, vals(3), i64(3, 4)], 2), ([i64(0), a, vals(3), i64(3, 4)], 4), ([i64(-1), a, vals(3), i64(3, 4)], 2),
                ([i64(0), i64(1, 2), vals(2), i64(3, 4)], 2), ([i64(0), a, f32([[1]]), i64(3, 4)], 2), ([i64(0), a, vals(3), i64([[3, 4]])], 2),
                ([i64(0), a, vals(2), i64(3, 4)], 2), ([i64(0), a, vals(3), i64(3, 4, 5)], 2)):
    f.op("SparseSplit", case, num_split=n)
f.write()
