"""AddN of variants: lists and optionals, element by element; rows of control flow that only old graphs have."""
from cases import *

R = tf.raw_ops
f = Family("variant")
x = f.numbers((4, 2, 3))


def veil(h):
    return R.PlaceholderWithDefault(input=h, shape=None)


def reserve(n, shape=(2,), dtype=tf.float32):
    return R.TensorListReserve(element_shape=tf.constant(shape, tf.int32), num_elements=n, element_dtype=dtype)


def stack(h, shape=-1, dtype=tf.float32):
    return R.TensorListStack(input_handle=veil(h), element_shape=shape, element_dtype=dtype)


def put(h, i, v):
    return R.TensorListSetItem(input_handle=veil(h), index=i, item=v)


def of(t, shape=-1):
    return R.TensorListFromTensor(tensor=t, element_shape=tf.constant(shape, tf.int32))


some = lambda *v: R.OptionalFromValue(components=list(v))
none = R.OptionalNone
has = lambda o: R.OptionalHasValue(optional=o)
value = lambda o, types, shapes: R.OptionalGetValue(optional=o, output_types=types, output_shapes=shapes)
add = lambda *v: R.AddN(inputs=list(v))
for dtype in (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int32, tf.int64, tf.uint8, tf.complex64):
    f.graph("AddNList", lambda v: stack(add(of(v), of(v), of(v)), -1, v.dtype), [as_type(np.arange(6).reshape(3, 2), dtype)])
f.graph("AddNList", lambda v: stack(add(of(v), put(reserve(4, [2, 3]), 1, v[0]))), [x])
f.graph("AddNList", lambda v: stack(add(of(v), of(v[1:]))), [x])
f.graph("AddNList", lambda v: stack(add(of(v), of(tf.cast(v, tf.int32)))), [x])
f.graph("AddNList", lambda v: stack(add(of(v, [2, 3]), veil(reserve(4, [2, 4])))), [x])
f.graph("AddNList", lambda v: stack(add(of(v), of(v[:, :1]))), [x])
f.graph("AddNOptional", lambda v: value(add(some(v), some(v)), [tf.float32], [None]), [x])
f.graph("AddNOptional", lambda v: has(add(some(v), none())), [x])
f.graph("AddNOptional", lambda v: has(add(none(), none())), [x])
f.graph("AddNOptional", lambda v: value(add(some(v), some(v[:1])), [tf.float32], [None]), [x])


def triggered(v):
    with tf.control_dependencies([v]):
        t = R.ControlTrigger()
    with tf.control_dependencies([t]):
        return v + 0


f.graph("ControlTrigger", triggered, [x])
f.write()
