"""Identity and its kin, Const, placeholders."""
from elementwise import *

f = Family("basic")
TYPES = FLOATS + INTS + UINTS + COMPLEX + ["bool"]
for t in TYPES:
    x = as_type(np.arange(4).reshape(2, 2), t)
    f.op("Identity", [x])
    f.op("Snapshot", [x])
    f.graph("Const", lambda v=x: [tf.raw_ops.Identity(input=tf.constant(v.array, v.dtype))])
for op in ("Identity", "StopGradient", "PreventGradient"):
    f.op(op, [text(b"a", b"")])
    f.op(op, [f32(np.zeros((0, 2)))])
f.op("IdentityN", [[f32(1), i32(1, 2), text(b"x")]])
f.op("PlaceholderWithDefault", [f32(1, 2)], shape=[2])
f.graph("Const", lambda: [tf.constant(7, tf.int64, shape=[2, 3]), tf.constant([b"a", b"b"], tf.string)])
f.graph("Const", lambda: [tf.constant(np.zeros((0, 3), np.float32)), tf.constant(np.array(3.5, np.float16))])


def no_op(x):
    with v1.control_dependencies([tf.raw_ops.NoOp()]):
        return tf.identity(x)


f.graph("NoOp", no_op, [i32(1)])
f.graph("Placeholder", lambda: v1.placeholder(tf.float32, None, name="p"))
f.graph("Placeholder", lambda: v1.placeholder(tf.int32, [2, 3], name="p"))
f.graph("Placeholder", lambda: v1.placeholder(tf.half, [None, 3], name="p"))
f.graph("Placeholder", lambda: v1.placeholder(tf.string, [], name="p"))
f.write()
