"""Gather, GatherV2, GatherNd, ResourceGather, ResourceGatherNd."""
from dtypes import *

f = Family("gather")
x = f.numbers((3, 4, 2))
f.op("GatherV2", [as_type(x, tf.bfloat16), i64([[1, 0], [0, 3]]), i64(1)])
f.op("GatherV2", [text(b"a", b"b\0", b""), i32([1, 1, 2]), i32(0)])
f.op("GatherV2", [x, i32(1), i32(-1)])
f.op("GatherV2", [x, i32(np.zeros((0, 2))), i32(1)])
f.op("GatherV2", [x, i32([[0, 1], [2, 3], [1, 1]]), i32(1)], batch_dims=1)
f.op("GatherV2", [x, i32([[0, 1], [2, 3], [1, 1]]), i32(2)], batch_dims=-1)
f.op("GatherV2", [x, i32([0, 3]), i32(0)])
f.op("GatherV2", [x, i32([[0, -1]]), i32(1)])
f.op("GatherV2", [x, i32(7), i32(0)])
f.op("GatherV2", [x, i32([0]), i32(3)])
f.op("GatherV2", [f32(1), i32([0]), i32(0)])
f.op("GatherV2", [x, i32([[0], [1]]), i32(1)], batch_dims=1)
f.op("GatherV2", [x, i32([0]), i32([0])])
f.op("Gather", [x, i32([[2], [0]])])
f.op("Gather", [x, i64([5])])
f.op("Gather", [np.zeros((0, 3), np.float32), i32([0])])


def resource_gather(value, indices, batch_dims=0):
    h = tf.raw_ops.VarHandleOp(dtype=value.dtype, shape=None, shared_name=value.op.name)
    init = tf.raw_ops.AssignVariableOp(resource=h, value=value)
    return [tf.raw_ops.ResourceGather(resource=h, indices=indices, dtype=value.dtype,
                                      batch_dims=batch_dims)], [init]


def resource_gather_nd(value, indices):
    h = tf.raw_ops.VarHandleOp(dtype=value.dtype, shape=None, shared_name=value.op.name)
    init = tf.raw_ops.AssignVariableOp(resource=h, value=value)
    return [tf.raw_ops.ResourceGatherNd(resource=h, indices=indices, dtype=value.dtype)], [init]


f.graph("ResourceGather", resource_gather, [x, i32([2, 0])])
f.graph("ResourceGather", resource_gather, [x, i32([9])])
f.graph("ResourceGather", lambda v, i: resource_gather(v, i, 1), [x, i32([[0], [1], [3]])])
for t in PLAIN + QUANT5 + FP8:
    f.op("GatherV2", [nums(seq(3, 2), t), i32([2, 0, 2]), i32(0)])
    f.op("Gather", [nums(seq(3, 2), t), i64([[1, 0]])])
    if not t.is_quantized and t not in FP8:
        f.graph("ResourceGather", resource_gather, [nums(seq(3, 2), t), i32([2, 0])])
        f.graph("ResourceGatherNd", resource_gather_nd, [nums(seq(3, 2), t), i32([[2, 0], [1, 1]])])
    if t not in (tf.qint16, tf.quint16):
        f.op("GatherNd", [nums(seq(3, 2), t), i32([[2, 0], [1, 1], [0, 1]])])
f.op("GatherV2", [x, as_type([2, 0], tf.int16), i32(1)])
f.op("GatherV2", [x, i64([[-1]]), i32(1)])
f.op("GatherV2", [x, i64([[0], [1], [9]]), i32(1)], batch_dims=1)
f.op("GatherV2", [x, i64([[0], [1], [2]]), i32(-2)], batch_dims=1)
f.op("GatherV2", [x, i64([[0], [1], [2]]), i32(0)], batch_dims=1)
f.op("GatherV2", [x, i64([[0], [1], [2]]), i32(0)], batch_dims=3)
f.op("GatherV2", [x, i64([[0], [1], [2]]), i32(0)], batch_dims=-3)
f.op("GatherV2", [x, i64(seq(3, 4) % 2), i32(2)], batch_dims=2)
f.op("GatherV2", [x, i64(seq(3, 4) % 2), i32(2)], batch_dims=0)
f.op("GatherV2", [x, i64([0]), i32(-4)])
f.op("GatherV2", [x, i64([0]), i64(2)])
f.op("GatherV2", [np.zeros((3, 0), np.float32), i32([1, 2]), i32(0)])
f.op("GatherV2", [np.zeros((3, 0), np.float32), i32([1, 2]), i32(1)])
f.op("GatherV2", [np.zeros((3, 0), np.float32), i32([7]), i32(0)])
f.op("GatherV2", [np.zeros((0, 3), np.float32), i32(np.zeros(0)), i32(0)])
f.op("GatherV2", [np.zeros((0, 3), np.float32), i32([0]), i32(0)])
f.op("Gather", [f32(1), i32([0])])
f.op("Gather", [x, i32(2)])
f.op("Gather", [x, i32([[0, 1], [2, 3]])])
f.op("Gather", [x, i32(3)])

for p, i in (((3, 4), [[0], [2]]), ((3, 4), [[[0, 1]], [[2, 3]]]), ((3, 4), [[], []]), ((3, 4), [1]), ((3, 4), [1, 2]),
             ((5,), [[4], [0]]), ((3, 4, 2), [[1, 1, 1]]), ((3, 4, 2), [[1, 1], [2, 3]]), ((3, 4), np.zeros((0, 2))),
             ((3, 4), np.zeros((0, 1))), ((3, 0), [[1]]), ((0, 3), np.zeros((0, 1))), ((0, 3), [[0]]), ((3, 0), [[1, 0]]),
             ((3, 4), [[3, 0]]), ((3, 4), [[0, 0], [0, -1]]), ((3, 4), [[[0, 0]], [[0, 4]]]), ((3, 4), [[1, 1, 1]]),
             ((3, 4), 1), ((), [[0]]), ((), np.zeros((2, 0))), ((2, 2, 2, 2, 2, 2, 2), [[1, 0, 1, 0, 1, 0, 1]]),
             ((2, 2, 2, 2, 2, 2, 2, 2), [[1, 0, 1, 0, 1, 0, 1, 1]])):
    f.op("GatherNd", [f32(seq(*p)), i64(i)])
f.op("GatherNd", [x, as_type([[1]], tf.int16)])
for i in ([[1, 1]], [[0], [2]], [[3, 0]], [[0, 0], [0, -1]]):
    f.graph("ResourceGatherNd", resource_gather_nd, [f32(seq(3, 4)), i64(i)])
f.graph("ResourceGather", resource_gather, [f32(seq(3, 4)), i64([[1, -1]])])
f.graph("ResourceGather", lambda v, i: resource_gather(v, i, 1), [x, i32([[0], [1], [4]])])
f.graph("ResourceGather", resource_gather, [f32(1), i64([0])])
f.graph("ResourceGather", lambda v, i: resource_gather(v, i)[0],
        [f32(1), i64([0])])
f.graph("ResourceGatherNd", lambda v, i: resource_gather_nd(v, i)[0],
        [f32(1), i64([0])])
f.write()
