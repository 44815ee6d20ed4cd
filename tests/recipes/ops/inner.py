"""Ops that TensorFlow's own rewriting puts into graphs, and updates of slices by reference."""
from cases import *
from tensorflow.python.framework import function

R = tf.raw_ops
f = Family("inner")
x = f.numbers((3, 2))


def op(name, inputs, types, **attrs):
    """An op that has no function of its own."""
    values = {}
    for k, v in attrs.items():
        a = values[k] = v1.AttrValue()
        if isinstance(v, bool):
            a.b = v
        elif isinstance(v, int):
            a.i = v
        elif isinstance(v, tf.DType):
            a.type = v.as_datatype_enum
        elif isinstance(v, tf.TensorShape):
            a.shape.CopyFrom(v.as_proto())
        elif isinstance(v, str):
            a.func.name = v
        elif v and isinstance(v[0], tf.DType):
            a.list.type.extend(t.as_datatype_enum for t in v)
        elif v and isinstance(v[0], bytes):
            a.list.s.extend(v)
        elif v and isinstance(v[0], tf.TensorShape):
            a.list.shape.extend(s.as_proto() for s in v)
    g = v1.get_default_graph()
    return list(g.create_op(name, inputs, types, attrs=values).outputs)


def typed_(v, t):
    return np.array(v).astype(str).astype(object) if t == tf.string else as_type(v, t)


F = [tf.float32]


@function.Defun(tf.float32)
def doubled(a):
    return a * 2


@function.Defun(tf.float32)
def less(a):
    return a - 10


@function.Defun(tf.float32, tf.int32)
def small(a, n):
    return n < 3


@function.Defun(tf.float32, tf.int32)
def step(a, n):
    return a * 2, n + 1


def known(*fns):
    for fn in fns:
        fn.add_to_graph(v1.get_default_graph())


def branch(c, a):
    known(doubled, less)
    return op("_If", [c, a], F, Tcond=c.dtype, Tin=F, Tout=F, then_branch=doubled.name, else_branch=less.name)


for c in (True, False, 0, 2, "", "a", f32(0), f32([]), f32([0])):
    f.graph("Inner_If", branch, [text(c.encode()) if isinstance(c, str) else c if isinstance(c, np.ndarray) else np.array(c), x])


def loop(a, n):
    known(small, step)
    return op("_While", [a, n], [tf.float32, tf.int32], T=[tf.float32, tf.int32], cond=small.name, body=step.name)


f.graph("Inner_While", loop, [x, i32(0)])
f.graph("Inner_While", loop, [x, i32(7)])
for t in (tf.float32, tf.string, tf.bool):
    f.graph("Inner_ArrayToList", lambda a, b: op("_ArrayToList", [a, b], [t, t], T=t, N=2, out_types=[t, t]), [typed_([1, 0], t), typed_([[1]], t)])
    f.graph("Inner_ListToArray", lambda a, b: op("_ListToArray", [a, b], [t, t], T=t, N=2, Tin=[t, t]), [typed_([1, 0], t), typed_([[1]], t)])
start = lambda t, s: op("_ParallelConcatStart", [], [t], dtype=t, shape=tf.TensorShape(s))[0]
part = lambda v, u, k: op("_ParallelConcatUpdate", [v, u], [v.dtype], T=v.dtype, loc=k)
for t in (tf.float32, tf.string, tf.bool, tf.complex128, tf.int8, tf.bfloat16):
    f.graph("Inner_ParallelConcatStart", lambda a, b: part(part(start(t, [2, 3]), a, 0)[0], b, 1), [typed_([[1, 2, 3]], t), typed_([[0, 5, 6]], t)])
f.graph("Inner_ParallelConcatStart", lambda a: [tf.shape(start(tf.float32, [2, 0, 3])), a], [x])
f.graph("Inner_ParallelConcatUpdate", lambda v, a: part(v, a, 1), [x, x[:1]])
f.graph("Inner_ParallelConcatUpdate", lambda v, a: part(v, a, 3), [x, x[:1]])
f.graph("Inner_ParallelConcatUpdate", lambda v, a: part(v, a, 0), [f32(1), x[:1]])
f.graph("Inner_ParallelConcatUpdate", lambda v, a: part(v, a, 0), [x, x[0]])
f.graph("Inner_ParallelConcatUpdate", lambda v, a: part(v, a, 0), [x, x[:1, :1]])
f.graph("Inner_ParallelConcatUpdate", lambda v, a: part(v, a, 0), [x, x[:2]])


for k in (0, 2, -1, 7):
    f.graph("Inner_SwitchN", lambda a, i: R.Merge(inputs=op("_SwitchN", [a, i], [tf.float32] * 3, T=tf.float32, num_outs=3)).output, [x, i32(k)])


def handles(a, first=True, want=(tf.float32, tf.float32)):
    t = [tf.float32, tf.float32]
    h = op("_VarHandlesOp", [], [tf.resource, tf.resource], containers=[b"", b""], shared_names=[b"v%d" % len(f.cases), b"w%d" % len(f.cases)], N=2,
           dtypes=t, shapes=[tf.TensorShape([3, 2]), tf.TensorShape(None)])
    writes = [R.AssignVariableOp(resource=k, value=v) for k, v in list(zip(h, (a, a[0])))[not first:]]
    with tf.control_dependencies(writes):
        if want[1] != tf.float32:
            h = [R.PlaceholderWithDefault(input=k, shape=None) for k in h]
        return op("_ReadVariablesOp", h, list(want), N=2, dtypes=list(want))


f.graph("Inner_VarHandlesOp", handles, [x])
f.graph("Inner_ReadVariablesOp", lambda a: handles(a, False), [x])
f.graph("Inner_ReadVariablesOp", lambda a: handles(a, True, (tf.float32, tf.int32)), [x])


def assigned(a, b, *at, **k):
    v = v1.Variable(a, validate_shape=False, use_resource=False, trainable=False, dtype=a.dtype)
    v.op._set_attr("shape", v1.AttrValue(shape=tf.TensorShape(None).as_proto()))
    i = [tf.constant(p, tf.int32) for p in at]
    r = R.StridedSliceAssign(ref=v._ref(), begin=i[0], end=i[1], strides=i[2], value=b, **k)
    with tf.control_dependencies([r]):
        return [tf.identity(r), v.read_value()], [v.initializer]


for t in (tf.float32, tf.string, tf.bool, tf.complex64, tf.bfloat16, tf.qint8, tf.int64):
    f.graph("StridedSliceAssign", lambda a, b: assigned(a, b, [0, 1], [3, 2], [2, 1]), [typed_([[1, 2], [3, 4], [5, 6]], t), typed_([[7], [0]], t)])
f.graph("StridedSliceAssign", lambda a, b: assigned(a, b, [1], [0], [1], shrink_axis_mask=1), [x, f32(7, 8)], repeat=2)
f.graph("StridedSliceAssign", lambda a, b: assigned(a, b, [-1], [0], [-1], end_mask=1), [x, f32(7)])
f.graph("StridedSliceAssign", lambda a, b: assigned(a, b, [0, 0], [3, 2], [1, 1]), [x, f32(7, 8, 9)])
f.graph("StridedSliceAssign", lambda a, b: assigned(a, b, [0], [2], [0]), [x, f32(7, 8)])
f.graph("StridedSliceAssign", lambda a, b: assigned(a, b, [5], [2], [1], shrink_axis_mask=1), [x, f32(7, 8)])
f.graph("StridedSliceAssign", lambda a, b: assigned(a, b, [2], [2], [1]), [x, f32(np.zeros((0, 2)))])
f.write()
