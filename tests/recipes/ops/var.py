"""Resource variables: handles, reading, assigning, scatters, slices, errors."""
from cases import *

R = tf.raw_ops
f = Family("var")
count = 0
ALL = (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8, tf.uint16,
       tf.uint32, tf.uint64, tf.complex64, tf.complex128)


def var(dtype, shape=None, name=None, container=""):
    global count
    count += 1
    return R.VarHandleOp(dtype=dtype, shape=shape, shared_name=name or f"v{count}", container=container)


def assign(h, v):
    return R.AssignVariableOp(resource=h, value=v)


def read(h, dtype, after=()):
    with tf.control_dependencies(list(after)):
        return R.ReadVariableOp(resource=h, dtype=dtype)


def veil(h):
    return R.PlaceholderWithDefault(input=h, shape=None)


# Reading what was assigned, in all types; add and sub.
for dtype in ALL + (tf.bool,):
    def back(v):
        h = var(v.dtype)
        return [read(h, v.dtype), R.VarIsInitializedOp(resource=h)], [assign(h, v)]
    f.graph("ReadVariableOp", back, [as_type(np.arange(6).reshape(2, 3) % 5, dtype)])
f.graph("ReadVariableOp", back, [text(b"a", b"", b"z\0")])
for dtype in ALL:
    for op in (R.AssignAddVariableOp, R.AssignSubVariableOp):
        def update(v, d):
            h = var(v.dtype)
            return [read(h, v.dtype, [op(resource=h, value=d)])], [assign(h, v)]
        f.graph("AssignAddVariableOp" if "Add" in op.__name__ else "AssignSubVariableOp", update,
                [as_type([1, 100, 7], dtype), as_type([3, 90, 7], dtype)], repeat=3)


def uninitialized(v):
    h = var(v.dtype, name="never")
    return [read(h, v.dtype)]


def changed(op, v, d):
    h = var(v.dtype)
    return [read(h, v.dtype, [op(resource=veil(h), value=d)])], [assign(h, v)]


f.graph("ReadVariableOp", uninitialized, [f32(1, 2)])
f.graph("ReadVariableOp", lambda v: [read(var(v.dtype, name="never", container="box"), v.dtype)], [f32(1, 2)])
f.graph("VarIsInitializedOp", lambda: R.VarIsInitializedOp(resource=var(tf.float32)))
f.graph("ReadVariableOp", lambda v: ([read(veil(var(tf.int32, name="typed")), tf.int32)], [assign(var(v.dtype, name="typed"), v)]), [f32(1, 2)])
f.graph("AssignVariableOp", lambda v, w: changed(R.AssignVariableOp, v, w), [f32(1, 2), f32(3, 4, 5)])
f.graph("AssignVariableOp", lambda v, w: changed(R.AssignVariableOp, v, w), [f32(1, 2), i32(3, 4, 5)])
f.graph("AssignVariableOp", lambda v, w: changed(R.AssignVariableOp, v, w), [text(b"1"), text(b"2", b"3")])
f.graph("AssignAddVariableOp", lambda v, w: changed(R.AssignAddVariableOp, v, w), [f32(1, 2), f32(3, 4, 5)])
f.graph("AssignAddVariableOp", lambda v, w: changed(R.AssignAddVariableOp, v, w), [f32(1, 2), f32([[3, 4]])])
f.graph("AssignSubVariableOp", lambda v, w: changed(R.AssignSubVariableOp, v, w), [f32(1, 2), f32(1)])
f.graph("AssignAddVariableOp", lambda w: [read(h, w.dtype, [R.AssignAddVariableOp(resource=h, value=w)]) for h in [var(w.dtype, name="never2")]], [f32(1, 2)])


def validated(v, w):
    h = var(v.dtype)
    a = R.AssignVariableOp(resource=veil(h), value=w, validate_shape=True)
    return [read(h, v.dtype, [a])], [assign(h, v)]


f.graph("AssignVariableOp", validated, [f32(1, 2), f32(3, 4)])
f.graph("AssignVariableOp", validated, [f32(1, 2), f32(3, 4, 5)])


def with_shape(v, w):
    h = var(v.dtype, [2])
    a = R.AssignVariableOp(resource=veil(h), value=w)
    return [read(veil(h), v.dtype, [a])], [assign(h, v)]


f.graph("AssignVariableOp", with_shape, [f32(1, 2), f32(3, 4, 5)])


def order(v):
    h = var(v.dtype)
    a = read(h, v.dtype)
    with tf.control_dependencies([a]):
        b = read(h, v.dtype, [R.AssignAddVariableOp(resource=h, value=v)])
    with tf.control_dependencies([b]):
        c = read(h, v.dtype, [assign(h, v * 5)])
    return [a, b, c], [assign(h, v)]


f.graph("AssignVariableOp", order, [f32(1, 2)], repeat=3)


def shape(v, t):
    h = var(v.dtype)
    return [R.VariableShape(input=h, out_type=t)], [assign(h, v)]


for t in (tf.int32, tf.int64):
    for v in (f32(1), f32(1, 2), np.zeros((3, 0, 2), np.float32)):
        f.graph("VariableShape", lambda v: shape(v, t), [v])
f.graph("VariableShape", lambda: R.VariableShape(input=var(tf.float32, name="never3"), out_type=tf.int32))


def destroyed(v, ignore):
    h = var(v.dtype, name="gone%d" % ignore)
    init = [assign(h, v)]
    with tf.control_dependencies([read(h, v.dtype)]):
        d = R.DestroyResourceOp(resource=h, ignore_lookup_error=False)
    with tf.control_dependencies([d]):
        e = R.DestroyResourceOp(resource=h, ignore_lookup_error=ignore)
    with tf.control_dependencies([e]):
        return [R.VarIsInitializedOp(resource=h), v], init


f.graph("DestroyResourceOp", lambda v: destroyed(v, True), [f32(1)])
f.graph("DestroyResourceOp", lambda v: destroyed(v, False), [f32(1)])


def destroyed_then_read(v):
    h = var(v.dtype, name="gone2")
    d = R.DestroyResourceOp(resource=h)
    return [read(h, v.dtype, [d])], [assign(h, v)]


f.graph("DestroyResourceOp", destroyed_then_read, [f32(1)])


def remade(v):
    h = var(v.dtype, name="gone3")
    d = R.DestroyResourceOp(resource=h)
    with tf.control_dependencies([d]):
        a = assign(h, v + 1)
    return [read(h, v.dtype, [a])], [assign(h, v)]


f.graph("DestroyResourceOp", remade, [f32(1)])

# Scatters.
SCATTER = ("Add", "Sub", "Mul", "Div", "Min", "Max", "Update")


def scatter(name, v, i, u):
    h = var(v.dtype)
    op = getattr(R, "ResourceScatter" + name)(resource=veil(h), indices=i, updates=u)
    return [read(h, v.dtype, [op])], [assign(h, v)]


x = np.arange(1, 13).reshape(4, 3)
for name in SCATTER:
    for dtype in ALL:
        if dtype.is_complex and name in ("Min", "Max"):
            continue
        f.graph("ResourceScatter" + name, lambda v, i, u: scatter(name, v, i, u),
                [as_type(x, dtype), i32([2, 0, 2]), as_type(x[:3] % 4 + 2, dtype)])
    f.graph("ResourceScatter" + name, lambda v, i, u: scatter(name, v, i, u),
            [as_type(x, tf.float32), i64([[3], [1]]), as_type(5, tf.float32)])
    f.graph("ResourceScatter" + name, lambda v, i, u: scatter(name, v, i, u),
            [f32(x), i64([]), np.zeros((0, 3), np.float32)])
    f.graph("ResourceScatter" + name, lambda v, i, u: scatter(name, v, i, u),
            [f32(1, np.nan, np.inf), i32([0, 1, 2]), f32(np.nan, 2, np.nan)])
    f.graph("ResourceScatter" + name, lambda v, i, u: scatter(name, v, i, u),
            [f32(x), i32([1, 4]), f32(x[:2])])
    f.graph("ResourceScatter" + name, lambda v, i, u: scatter(name, v, i, u),
            [f32(x), i32([[1], [-1]]), f32(7)])
    f.graph("ResourceScatter" + name, lambda v, i, u: scatter(name, v, i, u),
            [f32(x), i32([1, 2]), f32(x[:2, 0])])
f.graph("ResourceScatterUpdate", lambda v, i, u: scatter("Update", v, i, u), [text(b"a", b"b"), i32([1]), text([b"q"])])
f.graph("ResourceScatterUpdate", lambda v, i, u: scatter("Update", v, i, u), [text(b"a", b"b"), i32([1, 0]), text(b"q")])
f.graph("ResourceScatterUpdate", lambda v, i, u: scatter("Update", v, i, u), [np.array([True, False]), i32([1]), np.array([True])])
f.graph("ResourceScatterAdd", lambda i, u: [R.ResourceScatterAdd(resource=var(tf.float32, name="never4"), indices=i, updates=u), u][1:], [i32([0]), f32([1])])
f.graph("ResourceScatterAdd", lambda v, i, u: scatter("Add", v, i, u), [f32(x), i32([1, 2]), f32([[1, 2, 3, 4, 5, 6]])])
f.graph("ResourceScatterAdd", lambda v, i, u: scatter("Add", v, i, u), [f32(x), i32([1, 2]), f32([[1, 2, 3]])])


def scatter_nd(name, v, i, u):
    h = var(v.dtype)
    op = getattr(R, "ResourceScatterNd" + name)(ref=veil(h), indices=i, updates=u)
    return [read(h, v.dtype, [op])], [assign(h, v)]


for name in ("Update", "Add", "Sub", "Min", "Max"):
    for dtype in ALL:
        if dtype.is_complex and name in ("Min", "Max"):
            continue
        f.graph("ResourceScatterNd" + name, lambda v, i, u: scatter_nd(name, v, i, u),
                [as_type(x, dtype), i32([[2, 1], [0, 0], [2, 1]]), as_type([1, 2, 3], dtype)])
    for i, u in ((i64([[1], [3]]), f32(x[:2])), (i32([[[1], [1]]]), f32(x[None, :2])), (i32(np.zeros((0, 2))), f32([])),
                 (i32([[1, 3]]), f32([1])), (i32([[-1, 0]]), f32([1])), (i32([[1, 1]]), f32([1, 2])),
                 (i32([[1, 1, 1]]), f32([1])), (i32([1, 2]), f32([1, 2])), (i32(np.zeros((2, 0))), f32(x[None][[0, 0]]))):
        f.graph("ResourceScatterNd" + name, lambda v, i, u: scatter_nd(name, v, i, u), [f32(x), i, u])
f.graph("ResourceScatterNdAdd", lambda v, i, u: scatter_nd("Add", v, i, u), [np.zeros((0, 3), np.float32), i32([[1]]), f32([[1, 2, 3]])])
f.graph("ResourceScatterNdAdd", lambda v, i, u: scatter_nd("Add", v, i, u), [f32(1), i32([[0]]), f32([1])])
f.graph("ResourceScatterNdAdd", lambda v, i, u: scatter_nd("Add", v, i, u), [f32(x), i32([[[0, 0], [1, 1]], [[3, 2], [4, 0]]]), f32([[1, 2], [3, 4]])])

f.graph("ResourceScatterNdUpdate", lambda v, i, u: scatter_nd("Update", v, i, u), [text(b"a", b"b"), i32([[1]]), text([b"q"])])
f.graph("ResourceScatterNdUpdate", lambda v, i, u: scatter_nd("Update", v, i, u), [np.array([True, False]), i32([[1]]), np.array([True])])
f.graph("ResourceCountUpTo", lambda v: ([R.ResourceCountUpTo(resource=h, limit=6, T=tf.int32) for h in [var(tf.int32, name="count")]], [assign(var(tf.int32, name="count"), v)]), [i32(4)], repeat=3)
f.write()
