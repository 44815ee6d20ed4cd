"""InplaceUpdate, InplaceAdd, InplaceSub, UnravelIndex. TensorFlow writes into its input: each case has its own."""
from cases import *

f = Family("inplace")
x = f.numbers((4, 3))
v = f.numbers((2, 3))
for op in ("InplaceUpdate", "InplaceAdd", "InplaceSub"):
    for t in (tf.float32, tf.float64, tf.int32, tf.int64, tf.uint8, tf.float16, tf.bfloat16, tf.complex64):
        f.op(op, [as_type(x * 5, t), i32([2, 0]), as_type(v * 5, t)])
    f.op(op, [x, i32([1, 1]), v])
    f.op(op, [x, i32([-1, 9]), v])
    f.op(op, [x[:0], i32([-1, 9]), v])
    f.op(op, [x, i32(1), v])
    f.op(op, [x, i32([1, 2]), v[0]])
    f.op(op, [x, i32([1, 2]), v[:, :2]])
    f.op(op, [x, i32([1]), v])
f.op("InplaceUpdate", [np.array([True, False]), i32([1]), np.array([True])])
f.op("InplaceUpdate", [text(b"a", b"b"), i32([1]), text([b"c"])])
f.op("InplaceAdd", [np.array([True, False]), i32([1]), np.array([True])])
for t in (i32, i64):
    f.op("UnravelIndex", [t([22, 41, 37]), t([7, 6])])
    f.op("UnravelIndex", [t(1621), t([6, 7, 8, 9])])
    f.op("UnravelIndex", [t([5]), t([3, 2])])
    f.op("UnravelIndex", [t([6]), t([3, 2])])
    f.op("UnravelIndex", [t([1]), t([3, 0])])
    f.op("UnravelIndex", [t([1]), t([3, -2])])
    f.op("UnravelIndex", [t([[1]]), t([3, 2])])
    f.op("UnravelIndex", [t([1]), t(3)])
f.write()
