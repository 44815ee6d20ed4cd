"""RaggedTensorToTensor, RaggedGather, RaggedRange, RaggedTensorToSparse."""
from cases import *

f = Family("ragged")
NUMBERS = [tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8,
           tf.uint16, tf.uint32, tf.uint64, tf.complex64, tf.complex128]
ALL = NUMBERS + [tf.bool, tf.string, tf.qint8, tf.quint8, tf.qint16, tf.quint16, tf.qint32]


def vals(shape, t):
    n = int(np.prod(shape))
    if t == tf.string:
        return text([b"v%d" % i for i in range(n)]).reshape(shape)
    if t == tf.bool:
        return (np.arange(n) % 3 == 0).reshape(shape)
    return as_type((np.arange(n) + 1).reshape(shape), t)


def one(t):
    return text(b"-") if t == tf.string else np.bool_(True) if t == tf.bool else as_type(99, t)


def dense(shape, values, default, parts, types=None):
    types = types or ["ROW_SPLITS"] * len(parts)
    f.op("RaggedTensorToTensor", [shape, values, default, parts], row_partition_types=types)


for k, t in enumerate(ALL):
    i = (i32, i64)[k % 2]
    dense((i64, i32)[k // 2 % 2](-1), vals((5,), t), one(t), [i(0, 2, 2, 5)])
x = vals((5,), tf.float32)
z = f32(0)
dense(i64(-1), vals((5, 2), tf.string), text([b"a", b"b"]), [i64(0, 2, 2, 5)])
dense(i64(-1), vals((5, 2, 3), tf.float32), f32([[7], [8]]), [i64(0, 2, 2, 5)])
dense(i64(-1), vals((5, 2, 3), tf.float32), f32([[1, 2, 3]]), [i64(0, 2, 2, 5)])
dense(i64(-1), vals((5, 2), tf.float32), f32([4]), [i64(0, 2, 2, 5)])
for shape in ([2, -1], [-1, 2], [5, 4], [0, 3], [3, 0], [-1, -1], [1, 1]):
    dense(i64(shape), x, z, [i64(0, 2, 2, 5)])
    dense(i32(shape), x, z, [i64(3), i64(0, 0, 2, 2, 2)], ["FIRST_DIM_SIZE", "VALUE_ROWIDS"])
dense(i64(-1), x, z, [i64(0, 2, 3), i64(0, 2, 2, 5)])
dense(i64(-1), x, z, [i64(2), i64(0, 0, 1), i64(0, 0, 2, 2, 2)], ["FIRST_DIM_SIZE", "VALUE_ROWIDS", "VALUE_ROWIDS"])
dense(i64(1, 2, 2), x, z, [i64(2), i64(0, 0, 1), i64(0, 0, 2, 2, 2)], ["FIRST_DIM_SIZE", "VALUE_ROWIDS", "VALUE_ROWIDS"])
dense(i64(2, 1, 4), x, z, [i64(0, 2, 3), i64(0, 2, 2, 5)])
dense(i64(-1), x, z, [i64(2), i64(0, 0, 1), i64(0, 2, 2, 5)], ["FIRST_DIM_SIZE", "VALUE_ROWIDS", "ROW_SPLITS"])
dense(i64(-1, -1, 2), vals((5, 2), tf.float32), z, [i64(0, 2, 5)])
dense(i64(-1), np.zeros((0,), np.float32), z, [i64(0, 0, 0)])
dense(i64(2, 3), np.zeros((0,), np.float32), f32(5), [i64(0, 0, 0)])
dense(i64(-1), np.zeros((0,), np.float32), z, [i64([0])])
dense(i64(-1), np.zeros((2, 0), np.float32), z, [i64([0, 2])])
dense(i64(-1), np.zeros((0,), np.float32), z, [i64(2), i64([])], ["FIRST_DIM_SIZE", "VALUE_ROWIDS"])
# refused
dense(i64(-1), x, z, [i64([])])
dense(i64(-1), x, f32([1, 2]), [i64(0, 2, 5)])
dense(i64(-1), vals((5, 2), tf.float32), f32([1, 2, 3]), [i64(0, 2, 5)])
dense(i64(3), x, z, [i64(0, 2, 5)])
dense(i64([[3]]), x, z, [i64(0, 2, 5)])
dense(i64([3]), x, z, [i64(0, 2, 5)])
dense(i64([3, 2, 1]), x, z, [i64(0, 2, 5)])
dense(i64([2, -1, 3]), vals((5, 2), tf.float32), z, [i64(0, 2, 5)])
dense(i64([2, -2]), x, z, [i64(0, 2, 5)])
dense(i64(-1), x, z, [i64(2), i64(0, 0, 1, 2, 2)], ["FIRST_DIM_SIZE", "VALUE_ROWIDS"])
dense(i64(-1), x, z, [i64(2), i64(5, 0, 1, 2, 2)], ["FIRST_DIM_SIZE", "VALUE_ROWIDS"])
dense(i64(-1), x, z, [i64(1, 3, 5)])
dense(i64(-1), x, z, [i64(0, 2, 3), i64(0, 1, 2, 3, 5)])
dense(i64(-1), f32(1), z, [i64(0, 1)])


def gather(splits, values, ix, out=None):
    f.op("RaggedGather", [splits, values, ix],
         OUTPUT_RAGGED_RANK=np.ndim(ix) - 1 + len(splits) if out is None else out)


for k, t in enumerate(ALL):
    s, i = (i32, i64)[k % 2], (i32, i64)[k // 2 % 2]
    gather([s(0, 2, 2, 5)], vals((5,), t), i(2, 0, 2))
gather([i64(0, 2, 2, 5)], vals((5, 2), tf.float32), i32([[1, 0], [2, 2], [0, 1]]))
gather([i64(0, 2, 3), i64(0, 2, 2, 5)], x, i32([1, 0, 1]))
gather([i64(0, 2, 3), i64(0, 2, 2, 5)], x, i64(0))
gather([i64(0, 2, 2, 5)], x, i64(2))
gather([i64(0, 2, 2, 5)], x, i32([]))
gather([i64(0, 2, 2, 5)], x, i32(np.zeros((2, 0))))
gather([i64(0, 2, 2, 5)], x, i32([[[0], [1]], [[2], [0]]]))
gather([i64(1, 2, 2, 4)], x, i32([0, 2]))
for case in ([[i64(0, 2, 2, 5)], x, i32(0, 3)], [[i64(0, 2, 2, 5)], x, i32([[0, -1]])], [[i64(0, 2, 2, 5)], f32(1), i32([0])],
             [[i64(0, 2, 2, 6)], x, i32([0])], [[i64(-1, 2, 2, 5)], x, i32([0])], [[i64(0, 3, 2, 5)], x, i32([0])],
             [[i64(0, 2), i64([])], x, i32([0])], [[i64([])], x, i32([0])], [[i64(0, 7), i64([0, 2, 5])], x, i32([0])]):
    gather(*case)

for T in (np.float32, np.float64, np.int32, np.int64):
    for k, S in enumerate((tf.int32, tf.int64)):
        f.op("RaggedRange", [np.array([0, 5, 8], T), np.array([3, 5, 1], T), np.array([1, 1, -2], T)], Tsplits=S)
    f.op("RaggedRange", [T(3), np.array([4, 9, 1], T), T(2)])
    f.op("RaggedRange", [T(0), T(4), T(1)])
    f.op("RaggedRange", [np.zeros(0, T), np.zeros(0, T), T(1)])
    f.op("RaggedRange", [T(0), T(4), np.array([1, 0], T)])
f.op("RaggedRange", [f32(0.1, 0), f32(0.95, 1), f32(0.1, 0.3)])
f.op("RaggedRange", [np.float64([0.1, 0]), np.float64([0.95, 1]), np.float64([0.1, 0.3])])
f.op("RaggedRange", [i32([[0]]), i32(3), i32(1)])
f.op("RaggedRange", [i32(0), i32([[3]]), i32(1)])
f.op("RaggedRange", [i32(0), i32(3), i32([[1]])])
f.op("RaggedRange", [i32(0, 1), i32([3]), i32(1)])
f.op("RaggedRange", [f32(0), f32(np.inf), f32(1)])
f.op("RaggedRange", [f32(0), f32(1e30), f32(1)])


def sparse(splits, values):
    f.op("RaggedTensorToSparse", [splits, values])


for k, t in enumerate(ALL):
    sparse([(i32, i64)[k % 2](0, 2, 2, 5)], vals((5,), t))
sparse([i64(0, 2, 2, 3), i64(0, 2, 2, 5)], x)
sparse([i64(0, 2, 2, 5)], vals((5, 2, 3), tf.int32))
sparse([i64(0, 0, 0)], np.zeros((0,), np.float32))
sparse([i64([0])], np.zeros((0, 2), np.float32))
sparse([i64(0, 1, 2)], np.zeros((2, 0), np.float32))
sparse([i64(0, 0, 3, 3), i64(0, 0, 0, 2), i64(0, 1, 5)], x)
for case in ([[i64([])], x], [[i64(1, 5)], x], [[i64(0, 3, 2, 5)], x], [[i64(0, 4)], x], [[i64(0, 1), i64(0, 2, 5)], x], [[i64(0, 6)], x]):
    sparse(*case)
f.write()
