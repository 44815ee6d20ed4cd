"""V1 reference variables: assign, add, scatter, counters, temporaries, errors."""
from cases import *

R = tf.raw_ops
f = Family("refvar")
ALL = (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8, tf.uint16,
       tf.uint32, tf.uint64, tf.complex64, tf.complex128)
count = 0


def var(dtype, shape=None, name=None):
    global count
    count += 1
    return R.VariableV2(dtype=dtype, shape=shape, shared_name=name or f"r{count}")


def assign(v, x, validate=False):
    return R.Assign(ref=v, value=x, validate_shape=validate)


def after(ops, fn):
    with tf.control_dependencies(ops):
        return fn()


for dtype in ALL + (tf.bool,):
    def back(x):
        v = var(x.dtype)
        return [v, R.IsVariableInitialized(ref=v)], [assign(v, x)]
    f.graph("VariableV2", back, [as_type(np.arange(6).reshape(2, 3) % 5, dtype)])
f.graph("VariableV2", back, [text(b"a", b"", b"z\0")])
for dtype in ALL:
    for op in ("AssignAdd", "AssignSub"):
        def update(x, d):
            v = var(x.dtype)
            return [getattr(R, op)(ref=v, value=d)], [assign(v, x)]
        f.graph(op, update, [as_type([1, 100, 7], dtype), as_type([3, 90, 7], dtype)], repeat=3)


def op_on(op, x, **k):
    v = var(x.dtype)
    r = getattr(R, op)(ref=v, **k)
    return [r, after([r], lambda: v.read_value() if hasattr(v, "read_value") else tf.identity(v))], [assign(v, x)]


f.graph("AssignAdd", lambda x, d: op_on("AssignAdd", x, value=d), [f32(1, 2), f32(3, 4, 5)])
f.graph("AssignSub", lambda x, d: op_on("AssignSub", x, value=d), [f32(1, 2), f32(3)])
f.graph("AssignAdd", lambda d: R.AssignAdd(ref=var(d.dtype, [2], "unset1"), value=d), [f32(1, 2)])
f.graph("Assign", lambda x, d: op_on("Assign", x, value=d, validate_shape=True), [f32(1, 2), f32(3, 4)])
f.graph("Assign", lambda x, d: op_on("Assign", x, value=d, validate_shape=False), [f32(1, 2), f32(3, 4, 5)])
f.graph("Assign", lambda x, d: op_on("Assign", x, value=d, validate_shape=True), [f32(1, 2), f32(3, 4, 5)])
f.graph("Assign", lambda d: R.Assign(ref=var(d.dtype, [2], "unset2"), value=d), [f32(1, 2)])
f.graph("Assign", lambda d: R.Assign(ref=var(d.dtype, [2], "unset3"), value=d), [f32(1, 2, 3)])
f.graph("VariableV2", lambda: tf.identity(var(tf.float32, [2], "unset4")))
f.graph("VariableV2", lambda: var(tf.float32, [2], "unset6") + 1.0)
f.graph("IsVariableInitialized", lambda: R.IsVariableInitialized(ref=var(tf.float32, [2], "unset5")))
f.graph("Variable", lambda x: ([v], [assign(v, x)]) if [v := R.Variable(shape=[2], dtype=tf.float32, shared_name="old")] else None, [f32(3, 4)])
f.graph("RefIdentity", lambda x: (lambda v: ([R.RefIdentity(input=v), R.AssignAdd(ref=R.RefIdentity(input=v), value=x)], [assign(v, x)]))(var(x.dtype)), [f32(3, 4)])


def swaps(x):
    v = var(x.dtype)
    a = v + 0.0    # not tf.identity: TensorFlow's would share the variable's buffer, which changes
    b = after([a], lambda: R.AssignAdd(ref=v, value=x))
    c = after([b], lambda: v + 0.0)
    d = after([c], lambda: R.Assign(ref=v, value=x * 7))
    return [a, c, after([d], lambda: v + 0.0)], [assign(v, x)]


f.graph("Assign", swaps, [f32(1, 2)], repeat=2)

x = np.arange(1, 13).reshape(4, 3)
for name in ("Add", "Sub", "Mul", "Div", "Min", "Max", "Update"):
    op = "Scatter" + name
    for dtype in ALL:
        if dtype.is_complex and name in ("Min", "Max"):
            continue
        f.graph(op, lambda v, i, u: op_on(op, v, indices=i, updates=u),
                [as_type(x, dtype), i32([2, 0, 2]), as_type(x[:3] % 4 + 2, dtype)])
    for i, u in ((i64([[3], [1]]), f32(5)), (i64([]), np.zeros((0, 3), np.float32)), (i32([1, 4]), f32(x[:2])),
                 (i32([[1], [-1]]), f32(7)), (i32([1, 2]), f32(x[:2, 0])), (i32(2), f32(x[0]))):
        f.graph(op, lambda v, i, u: op_on(op, v, indices=i, updates=u), [f32(x), i, u])
f.graph("ScatterAdd", lambda i, u: R.ScatterAdd(ref=var(u.dtype, [2], "unset7"), indices=i, updates=u), [i32([0]), f32([1])])
f.graph("ScatterUpdate", lambda v, i, u: op_on("ScatterUpdate", v, indices=i, updates=u), [text(b"a", b"b"), i32([1]), text([b"q"])])
f.graph("ScatterUpdate", lambda v, i, u: op_on("ScatterUpdate", v, indices=i, updates=u), [np.array([True, False]), i32([1]), np.array([True])])
for name in ("Update", "Add", "Sub", "Min", "Max"):
    op = "ScatterNd" + name
    for dtype in ALL:
        if dtype.is_complex and name in ("Min", "Max"):
            continue
        f.graph(op, lambda v, i, u: op_on(op, v, indices=i, updates=u),
                [as_type(x, dtype), i32([[2, 1], [0, 0], [2, 1]]), as_type([1, 2, 3], dtype)])
    for i, u in ((i64([[1], [3]]), f32(x[:2])), (i32(np.zeros((0, 2))), f32([])), (i32([[1, 3]]), f32([1])),
                 (i32([[1, 1]]), f32([1, 2])), (i32([[1, 1, 1]]), f32([1]))):
        f.graph(op, lambda v, i, u: op_on(op, v, indices=i, updates=u), [f32(x), i, u])
for t in (tf.int32, tf.int64):
    f.graph("CountUpTo", lambda x: (lambda v: ([R.CountUpTo(ref=v, limit=6)], [assign(v, x)]))(var(x.dtype)), [as_type(4, t)], repeat=3)


def temporary(x):
    v = R.TemporaryVariable(shape=[2], dtype=x.dtype, var_name="tmp")
    a = R.Assign(ref=v, value=x)
    b = R.AssignAdd(ref=a, value=x)
    return R.DestroyTemporaryVariable(ref=b, var_name="tmp")


f.graph("TemporaryVariable", temporary, [f32(1, 2)], repeat=2)
f.write()
