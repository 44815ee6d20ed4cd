"""Slice, StridedSlice, StridedSliceGrad and the slice assignments."""
from dtypes import *

f = Family("slice")
x = i32(seq(3, 4, 5))
e = np.zeros((0, 3), np.float32)
for b, s in (([0, 1], [0, 2]), ([0, 1], [-1, 2]), ([0, 3], [0, -1]), ([1, 0], [0, 1]), ([0, 0], [1, 1])):
    f.op("Slice", [e, i32(b), i32(s)])
for t in PLAIN + QUANT + FP8:
    f.op("Slice", [nums(x[0], t), i32([1, 2]), i32([2, -1])])
    f.op("StridedSlice", [nums(x[0], t), i32([3, 4]), i32([-5, 1]), i32([-2, -1])])
for b, s in (([0, 0, 0], [3, 4, 5]), ([1, 0, 0], [2, 4, 5]), ([1, 2, 3], [-1, -1, -1]), ([3, 0, 0], [0, 1, 1]),
             ([0, 1, 0], [3, 2, 5]), ([0, 0, 4], [-1, -1, 1]), ([0, 0, 6], [1, 1, 0]), ([0, -1, 0], [1, 1, 1]),
             ([0, 0, 0], [4, 1, 1]), ([0, 0, 0], [1, 1, -2]), ([2, 0, 0], [2, 1, 1]), ([0, 0], [1, 1]),
             ([0, 0, 0], [1, 1]), ([[0, 0, 0]], [1, 1, 1]), ([0, 0, 5], [-1, -1, -1]), ([0, 0, 0], [0, 0, 0])):
    f.op("Slice", [x[:, :, :5], i32(b), i32(s)] if sum(np.ravel(b)) % 2 else [f32(x), i64(b), i64(s)])
f.op("Slice", [f32(3), i32(np.zeros(0)), i32(np.zeros(0))])
f.op("Slice", [f32(3), i32([0]), i32([1])])
f.op("Slice", [f32([3, 4]), i32(0), i32(1)])
f.op("Slice", [f32(seq(2, 1, 2, 1, 2, 1, 2, 1, 3)), i32([0, 0, 1, 0, 0, 0, 1, 0, 1]), i32([-1] * 9)])
f.op("Slice", [f32(seq(2, 1, 2, 1, 2, 1, 2, 3)), i32([0, 0, 1, 0, 0, 0, 1, 1]), i32([-1] * 8)])


def ss(b, e, s=None, t=np.int32, v=x, grad=False, **k):
    b, e = np.array(b, t), np.array(e, t)
    s = np.ones_like(b) if s is None else np.array(s, t)
    f.op("StridedSlice", [v, b, e, s], **k)
    return b, e, s, k


specs = [
    ([0, 0, 0], [3, 4, 5], None, {}), ([1], [3], None, {}), ([1], [3], [2], {}), ([-1], [-4], [-1], {}),
    ([0, 1], [2, 3], None, {}), ([0, 0, 1], [3, 4, 2], None, {}), ([0, 0, 1], [3, 4, 5], [1, 1, 3], {}),
    ([2, 3, 4], [-4, -5, -6], [-1, -2, -3], {}), ([1], [2], None, dict(shrink_axis_mask=1)),
    ([0, -1, 2], [0, 0, 0], None, dict(shrink_axis_mask=7)), ([-1], [0], None, dict(shrink_axis_mask=1)),
    ([0, 1], [0, 0], None, dict(shrink_axis_mask=2, begin_mask=1, end_mask=1)),
    ([0, 2], [0, 3], None, dict(ellipsis_mask=1)), ([0, 2], [0, 3], None, dict(ellipsis_mask=1, shrink_axis_mask=2)),
    ([1, 0, 2], [2, 0, 4], None, dict(ellipsis_mask=2)), ([0, 0], [0, 2], None, dict(new_axis_mask=1)),
    ([0, 0, 0], [0, 0, 0], None, dict(ellipsis_mask=2, new_axis_mask=5)),
    ([0, 1, 0, 2], [0, 2, 0, 3], None, dict(new_axis_mask=1, ellipsis_mask=4, shrink_axis_mask=2)),
    ([5], [9], None, {}), ([-9], [9], None, {}), ([2], [1], None, {}), ([1], [1], None, {}),
    ([9], [-9], [-1], {}), ([0], [9], [5], {}), ([9], [9], [-3], dict(begin_mask=1, end_mask=1)),
    ([0, 0], [0, 0], None, dict(begin_mask=3, end_mask=3)), ([0, 0, 0], [3, 4, 5], [1, 1, 1], dict(ellipsis_mask=4)),
    ([1, 0], [2, 9], [1, 2], dict(shrink_axis_mask=1)), ([], [], None, {}), ([], [], None, dict(ellipsis_mask=1)),
    ([0, 0, 0, 0], [3, 4, 5, 0], None, dict(ellipsis_mask=8)),
    ([1, 1, 1], [3, 3, 3], None, dict(new_axis_mask=2, shrink_axis_mask=2)),
    ([1, 1, 1], [3, 3, 3], None, dict(ellipsis_mask=2, shrink_axis_mask=2)),
]
bad = [
    ([3], [4], None, dict(shrink_axis_mask=1)), ([-4], [0], None, dict(shrink_axis_mask=1)),
    ([0], [3], [0], {}), ([0, 0, 0, 0], [1, 1, 1, 1], None, {}), ([0], [0], [-1], dict(shrink_axis_mask=1)),
    ([0, 0], [0, 0], None, dict(ellipsis_mask=3)), ([0, 0], [1], None, {}), ([0], [1], [1, 1], {}),
    ([[0]], [[1]], None, {}), (0, 1, None, {}), ([0, 9], [1, 9], None, dict(shrink_axis_mask=2)),
]
for b, e, s, k in specs + bad:
    ss(b, e, s, **k)
for b, e, s, k in specs[5:9] + bad[:2]:
    ss(b, e, s, np.int64, f32(x), **k)
ss([1], [2], None, np.int16)
ss([0, 0, 1, 0, 0, 1, 0, 0], [2] * 8, [1, 2, 1, 1, 1, 1, 1, 2], v=i32(seq(2, 2, 2, 2, 2, 2, 2, 2)))
ss([0, 0, 1, 0, 0, 1, 0, 0, 0], [2] * 9, [1, 2, 1, 1, 1, 1, 1, 2, 1], v=i32(seq(2, 2, 2, 2, 2, 2, 1, 1, 2)))
ss([0] * 33, [1] * 33, v=f32(1), new_axis_mask=-1)
ss([0] * 32, [1] * 32, v=f32(1), new_axis_mask=-1)
ss([1], [2], None, np.int32, np.zeros((0, 3), np.float32))
ss([0], [2], None, np.int32, f32(3))
ss([0], [2], None, np.int32, f32(3), new_axis_mask=1)
ss([0], [2], None, np.int32, f32(3), ellipsis_mask=1)
ss([1 << 62], [-1 << 63], [-1 << 63], np.int64)
ss([-1 << 63], [(1 << 63) - 1], [(1 << 63) - 1], np.int64)
ss([-1 << 63], [(1 << 63) - 1], [-1 << 63], np.int64)

for t in PLAIN + QUANT + FP8:
    f.op("StridedSliceGrad", [i32([3, 3]), i32([0, 1]), i32([3, 3]), i32([2, 1]), nums(seq(2, 2), t)])
for b, e, s, k in specs + bad:
    b, e = i32(b), i32(e)
    s = np.ones_like(b) if s is None else i32(s)
    try:
        with tf.device("CPU"):
            shape = tf.raw_ops.StridedSlice(input=x, begin=b, end=e, strides=s, **k).shape
    except (tf.errors.OpError, ValueError):
        shape = (1,)
    dy = f32(seq(*shape))
    f.op("StridedSliceGrad", [i32([3, 4, 5]), b, e, s, dy], **k)
    f.op("TensorStridedSliceUpdate", [np.zeros((3, 4, 5), np.float32), b, e, s, dy], **k)
f.op("StridedSliceGrad", [i32([3, 4]), i32([1]), i32([2]), i32([1]), f32(seq(2, 4))])
f.op("StridedSliceGrad", [i32([3, 4]), i32([1]), i32([2]), i32([1]), f32(seq(4))])
f.op("StridedSliceGrad", [i32([[3, 4]]), i32([1]), i32([2]), i32([1]), f32(seq(4))])
f.op("StridedSliceGrad", [i32([-3, 4]), i32([1]), i32([2]), i32([1]), f32(seq(4))])
f.op("TensorStridedSliceUpdate", [np.zeros((3, 4), np.float32), i32([1]), i32([2]), i32([1]), f32(seq(2, 4))])
f.op("TensorStridedSliceUpdate", [np.zeros((3, 4), np.float32), i32([1]), i32([2]), i32([1]), f32(seq(4))])
f.op("TensorStridedSliceUpdate", [np.zeros((3, 4), np.float32), i32([1]), i32([3]), i32([1]), f32(5)])
for t in PLAIN:
    f.op("TensorStridedSliceUpdate", [nums(seq(3, 2), t), i32([1]), i32([3]), i32([1]), nums(seq(2, 2) * 7, t)])


def assign(value, new, b, e, s):
    h = tf.raw_ops.VarHandleOp(dtype=value.dtype, shape=None, shared_name=value.op.name)
    init = tf.raw_ops.AssignVariableOp(resource=h, value=value)
    a = tf.raw_ops.ResourceStridedSliceAssign(ref=h, begin=b, end=e, strides=s, value=new)
    with tf.control_dependencies([a]):
        return [tf.raw_ops.ReadVariableOp(resource=h, dtype=value.dtype)], [init]


for n, b, e in ((f32(seq(1, 2)), [1], [2]), (f32(9), [0], [2]), (f32(seq(3)), [0], [2]), (f32(seq(2, 2)), [0], [9])):
    f.graph("ResourceStridedSliceAssign", assign, [f32(seq(3, 2)), n, i32(b), i32(e), i32([1])])
f.graph("ResourceStridedSliceAssign", assign, [text([b"a", b"b", b"c"]), text([b"x", b"y"]), i32([2]), i32([-4]), i32([-2])])
f.write()
