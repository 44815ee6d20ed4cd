"""Ops of debuggers, ops about the run itself, handles, tensors that a session keeps, batches of one caller,
composite tensors."""
from cases import *
from tensorflow.python.ops import composite_tensor_ops

R = tf.raw_ops
f = Family("odds")
x = f.numbers((3, 2))
odd = f32(1, -2, np.nan, np.inf, -np.inf, 0, -0.0, 5, np.nan)
reals = (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.uint8, tf.int16, tf.uint16, tf.int32, tf.int64, tf.uint32, tf.uint64)


attr = v1.AttrValue


def op(name, inputs, *types, **attrs):
    """An op that has no function of its own."""
    r = v1.get_default_graph().create_op(name, list(inputs), list(types), attrs=attrs)
    return r.outputs[0] if types else r


def after(op, v):
    with tf.control_dependencies([op]):
        return [tf.identity(v)]


def of(t):
    return as_type(odd if t.is_floating else [3, 0, 1, 7], t)


def named(o, name="a:0"):
    return dict(tensor_name=name) if o in ("DebugIdentity", "DebugNanCount", "DebugNumericSummary") else {}


for o in ("DebugIdentity", "DebugNanCount", "DebugNumericSummary"):
    for name in ("", "a", "a:1", "a:b", "a:0:1", "a:", ":1"):
        f.op(o, [x], **named(o, name))
for o in ("DebugIdentity", "DebugIdentityV2", "DebugGradientIdentity"):
    for t in (tf.float32, tf.int32, tf.bool, tf.complex64):
        f.op(o, [as_type([1, 0, 2], t)], **named(o))
    f.op(o, [text(b"a", b"")], **named(o))
f.graph("DebugIdentityV3", lambda a: [op("DebugIdentityV3", [a], a.dtype, tensor_name=attr(s=b"a:0"))], [x])
f.graph("DebugGradientRefIdentity", lambda a: (lambda w: ([tf.identity(R.DebugGradientRefIdentity(input=w._ref()))], [w.initializer]))(
    v1.Variable(a, use_resource=False, trainable=False, validate_shape=False)), [x])
for t in reals:
    f.op("DebugNanCount", [of(t)], tensor_name="a:0")
f.op("DebugNanCount", [f32(np.zeros((0, 2)))], tensor_name="a:0")
for t in reals + (tf.bool,):
    if t not in (tf.float16, tf.bfloat16):
        f.op("DebugNumericSummary", [of(t)], tensor_name="a:0")
    for mode in (2, 3, 4, 5, 8):
        f.op("DebugNumericSummaryV2", [of(t)], tensor_debug_mode=mode, tensor_id=7)
for mode in (2, 3, 4, 5, 8):
    f.op("DebugNumericSummaryV2", [x], tensor_debug_mode=mode, tensor_id=7, output_dtype=tf.float64)
    f.op("DebugNumericSummaryV2", [f32(np.zeros((0, 2)))], tensor_debug_mode=mode)
    f.op("DebugNumericSummaryV2", [f32(np.ones((1, 2, 3, 1, 2, 1, 2, 1)))], tensor_debug_mode=mode)
    f.op("DebugNumericSummaryV2", [f32(4)], tensor_debug_mode=mode, tensor_id=1 << 24)
    f.op("DebugNumericSummaryV2", [f32(4)], tensor_debug_mode=mode, tensor_id=(1 << 24) + 1)
    f.op("DebugNumericSummaryV2", [f32(4)], tensor_debug_mode=mode, tensor_id=(1 << 53) + 1, output_dtype=tf.float64)
for mode in (-1, 0, 1, 6, 7, 9):
    f.op("DebugNumericSummaryV2", [x], tensor_debug_mode=mode)
f.op("DebugNumericSummary", [x], tensor_name="a:0")
f.op("DebugNumericSummary", [x], mute_if_healthy=True, tensor_name="a:0")
f.op("DebugNumericSummary", [f32(np.zeros((0, 2)))], tensor_name="a:0")
f.op("DebugNumericSummary", [f32(np.nan, np.inf)], tensor_name="a:0")
f.op("DebugNumericSummary", [f32(5, -4, 3, -2, 0, 1)], lower_bound=-2.0, upper_bound=3.0, tensor_name="a:0")
f.op("DebugNumericSummary", [odd], lower_bound=-2.0, upper_bound=3.0, tensor_name="a:0")
f.op("DebugNumericSummary", [as_type([200, 3, 7], tf.uint8)], upper_bound=7.0, tensor_name="a:0")
f.op("DebugNumericSummary", [f64(f.numbers((7, 5), np.float64))], tensor_name="a:0")

# The run.
f.graph("Timestamp", lambda a: [R.Timestamp() > 1.6e9, R.Timestamp() < 1e10, a], [x])
f.graph("GraphDefVersion", lambda a: [op("GraphDefVersion", [], tf.int32), op("IsTensorFloat32Enabled", [], tf.bool), a], [x])
for names in (["CPU"], ["GPU", "CPU"], ["GPU"], ["TPU", "GPU", "CPU", "CPU"], []):
    f.graph("DeviceIndex", lambda a: [R.DeviceIndex(device_names=names), a], [x])
f.graph("SleepOp", lambda a: after(op("SleepOp", [tf.constant(0)]), a), [x])
f.graph("SleepIdentityOp", lambda a, n: [op("SleepIdentityOp", [n, a], a.dtype)], [x, i32(0)])
f.graph("SleepIdentityOp", lambda a, n: [op("SleepIdentityOp", [n, a], a.dtype)], [text(b"a"), i32(-1)])
for t in (tf.uint8, tf.float32, tf.string, tf.bool, tf.complex128):
    f.graph("DtypeWithDefaultOp", lambda a: [op("DtypeWithDefaultOp", [a], tf.string)], [as_type([1, 0], t) if t != tf.string else text(b"a")])
f.graph("HostConst", lambda a: [op("HostConst", [], tf.float32, value=attr(tensor=v1.make_tensor_proto([1.5, 2])), dtype=attr(type=1)), a], [x])
f.graph("HostConst", lambda a: [op("HostConst", [], tf.string, value=attr(tensor=v1.make_tensor_proto([[b"a"], [b""]])), dtype=attr(type=7)), a], [x])
D = "/tmp/smtui-op-cases"


def from_file(a, dtype, shape, n=8):
    """A constant in a file, which is written first; a run later it is there when the kernel is made."""
    with tf.control_dependencies([R.WriteFile(filename=f"{D}/const{len(f.cases)}", contents=tf.constant(bytes(range(1, n + 1))))]):
        return [R.ImmutableConst(dtype=dtype, shape=shape, memory_region_name=f"{D}/const{len(f.cases)}"), tf.identity(a)]


for t, s in ((tf.uint8, [8]), (tf.uint8, [2, 3]), (tf.float32, [2]), (tf.int32, [1, 2]), (tf.complex64, []), (tf.uint8, [0])):
    f.graph("ImmutableConst", lambda a: from_file(a, t, s), [x])
f.graph("ImmutableConst", lambda a: from_file(a, tf.string, [1]), [x])
f.graph("ImmutableConst", lambda a: from_file(a, tf.float32, [3]), [x])
f.graph("ImmutableConst", lambda a: [R.ImmutableConst(dtype=tf.string, shape=[2], memory_region_name="/nowhere"), a], [x])

# Handles.
count = 0


def var(a):
    global count
    count += 1
    return R.VarHandleOp(dtype=a.dtype, shape=None, shared_name=f"h{count}")


f.graph("FakeQueue", lambda a: (lambda q: after(R.QueueEnqueueV2(handle=q, components=[a]), R.QueueSize(handle=R.FakeQueue(resource=q))))(
    R.FIFOQueueV2(component_types=[tf.float32], shared_name="fake")), [x])


def weak(a):
    h = var(a)
    w = op("MakeWeakResourceHandle", [h], tf.resource)
    return after(R.AssignVariableOp(resource=w, value=a), 1) + [op("IsResourceHandleRefCounting", [h], tf.bool)]


f.graph("MakeWeakResourceHandle", weak, [x])
f.graph("IsResourceHandleRefCounting", lambda a: [op("IsResourceHandleRefCounting", [R.MutexV2(shared_name="m")], tf.bool),
                                                 op("IsResourceHandleRefCounting", [op("StubResourceHandleOp", [], tf.resource)], tf.bool), a], [x])


def no_copies(a):
    h = var(a)
    with tf.control_dependencies([R.AssignVariableOp(resource=h, value=a)]):
        d = R.DisableCopyOnRead(resource=h)
    with tf.control_dependencies([d]):
        return [R.ReadVariableOp(resource=h, dtype=a.dtype)]


f.graph("DisableCopyOnRead", no_copies, [x])


def seeds(a):
    h, d = R.AnonymousRandomSeedGenerator(seed=tf.constant(3, tf.int64), seed2=tf.constant(4, tf.int64))
    return after(R.DeleteRandomSeedGenerator(handle=h, deleter=d), a)


f.graph("AnonymousRandomSeedGenerator", seeds, [x])


for name in ("DeleteSeedGenerator", "DeleteRandomSeedGenerator", "DeleteMemoryCache"):	# of what has no name: an error with an address
    f.graph(name, lambda a: after(getattr(R, name)(handle=R.MutexV2(shared_name=name), deleter=R.OptionalNone()), a), [x])

# Tensors that a session keeps.
f.graph("GetSessionHandle", lambda a: [R.GetSessionHandle(value=a, name="keep")], [x])
f.graph("GetSessionHandleV2", lambda a: after(R.GetSessionHandleV2(value=a).op, a), [x])
f.graph("GetSessionTensor", lambda h: [R.GetSessionTensor(handle=h, dtype=tf.float32)], [text(b"none;0;x")])
f.graph("DeleteSessionTensor", lambda h: after(R.DeleteSessionTensor(handle=h), h), [text(b"none;0;x")])


# One caller's batches; who calls has a random number.
def batch(*a, most=10, sizes=(), **k):
    return R.Batch(in_tensors=list(a), num_batch_threads=1, max_batch_size=most, batch_timeout_micros=0, grad_timeout_micros=0,
                   allowed_batch_sizes=list(sizes), **k)


def shown(*a, **k):
    b = batch(*a, **k)
    return list(b.batched_tensors) + [b.batch_index[:, 1:], b.batch_index[:, 0] - b.id]


f.graph("Batch", lambda a: shown(a), [x])
f.graph("Batch", lambda a, b: shown(a, b), [x, i32(1, 2, 3)])
f.graph("Batch", lambda a: shown(a, sizes=[2, 5, 10]), [x])
f.graph("Batch", lambda a: shown(a), [text(b"a", b"bc")])
f.graph("Batch", lambda a: shown(a, most=2), [x])
f.graph("Batch", lambda a: shown(a, sizes=[5, 2]), [x])
f.graph("Batch", lambda a: shown(a, sizes=[2, 5]), [x])
f.graph("Batch", lambda a: shown(tf.identity(a)), [f32(1)])
f.graph("Batch", lambda a, b: shown(tf.identity(a), tf.identity(b)), [x, i32(1, 2)])


def unbatched(a, **k):
    b = batch(a, **k)
    return [R.Unbatch(batched_tensor=b.batched_tensors[0] * 2, batch_index=b.batch_index, id=b.id, timeout_micros=5000000)]


f.graph("Unbatch", unbatched, [x])
f.graph("Unbatch", lambda a: unbatched(a, sizes=[5, 10]), [x])
un = lambda a, i, n: [R.Unbatch(batched_tensor=a, batch_index=i, id=n, timeout_micros=1000)]
f.graph("Unbatch", un, [x, i64([[5, 0, 1], [6, 1, 3]]), i64(6)])
f.graph("Unbatch", un, [x, i64([[5, 0, 1], [6, 1, 3]]), i64(7)])
f.graph("Unbatch", un, [x, i64([[5, 0, 1]] * 4), i64(5)])
f.graph("Unbatch", un, [x, i64([[5, 0]]), i64(5)])
f.graph("Unbatch", un, [x, i64(np.zeros((0, 3))), i64(5)])
grad = lambda a, i, g, n: [R.UnbatchGrad(original_input=a, batch_index=i, grad=g, id=n)]
f.graph("UnbatchGrad", grad, [x, i64([[5, 0, 3]]), f.numbers((3, 2)), i64(5)])
f.graph("UnbatchGrad", grad, [f32(np.zeros((0, 2))), i64([[5, 0, 3]]), f.numbers((3, 2)), i64(5)])
f.graph("UnbatchGrad", grad, [x, i64(np.zeros((0, 3))), f.numbers((3, 2)), i64(5)])
f.graph("UnbatchGrad", grad, [x, i64([[5, 0]]), f.numbers((3, 2)), i64(5)])

# Composites.
spec = tf.RaggedTensorSpec([None, None], tf.float32)
pack = lambda a, s: composite_tensor_ops.composite_tensor_to_variants(tf.RaggedTensor.from_row_splits(a, s))
veil = lambda h: R.PlaceholderWithDefault(input=h, shape=None)
f.graph("CompositeTensorVariantFromComponents", lambda a, s: (lambda r: [r.flat_values, r.row_splits])(
    composite_tensor_ops.composite_tensor_from_variant(pack(a, s), spec)), [f32(1, 2, 3), i64(0, 1, 3)])
f.graph("CompositeTensorVariantToComponents", lambda a, s: (lambda r: [r.flat_values, r.row_splits])(
    composite_tensor_ops.composite_tensor_from_variant(veil(R.OptionalNone()), spec)), [f32(1, 2, 3), i64(0, 1, 3)])
raw = lambda h, meta, t: list(R.CompositeTensorVariantToComponents(encoded=veil(h), metadata=meta, Tcomponents=t))
meta = lambda a, s: (lambda h: h.op.get_attr("metadata"))(pack(a, s))
f.graph("CompositeTensorVariantToComponents", lambda a, s: (lambda h: raw(h, h.op.get_attr("metadata"), [tf.float32]))(pack(a, s)), [f32(1, 2, 3), i64(0, 1, 3)])
f.graph("CompositeTensorVariantToComponents", lambda a, s: (lambda h: raw(h, h.op.get_attr("metadata"), [tf.int64, tf.int64]))(pack(a, s)), [f32(1, 2, 3), i64(0, 1, 3)])
f.graph("CompositeTensorVariantToComponents", lambda a, s: raw(pack(a, s), b"", [tf.float32, tf.int64]), [f32(1, 2, 3), i64(0, 1, 3)])
f.write()
