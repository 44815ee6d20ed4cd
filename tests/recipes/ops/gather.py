"""Gather, GatherV2, ResourceGather."""
from cases import *

f = Family("gather")
x = f.numbers((3, 4, 2))
for dtype in (np.float32, np.float64, np.int32, np.uint8, np.int64, np.complex64, np.float16, np.bool_):
    f.op("GatherV2", [x.astype(dtype), i32([2, 0, 2]), i32(0)])
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


f.graph("ResourceGather", resource_gather, [x, i32([2, 0])])
f.graph("ResourceGather", resource_gather, [x, i32([9])])
f.graph("ResourceGather", lambda v, i: resource_gather(v, i, 1), [x, i32([[0], [1], [3]])])
f.write()
