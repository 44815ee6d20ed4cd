"""Control flow: functional and V1, dead tensors, nested loops, calls, order of effects, errors."""
from cases import *

R = tf.raw_ops
f = Family("control")
x = f.numbers((3, 2))


def fn(*types):
    """A function of tensors of these types."""
    return lambda g: tf.function(g, autograph=False, input_signature=[tf.TensorSpec(None, t) for t in types]).get_concrete_function()


# If: conditions of every kind.
@fn(tf.float32)
def then(v):
    return v * 2


@fn(tf.float32)
def other(v):
    return v - 1


def cond(op, c, v):
    return getattr(R, op)(cond=c, input=[v], Tout=[tf.float32], then_branch=then, else_branch=other, output_shapes=[None])


for op in ("If", "StatelessIf"):
    for c in (np.array(True), np.array(False), i32(0), i32(-3), f32(0), f32(0.5), f32(np.nan), f64(-0.0), i64(7), np.int8(0),
              np.int16(1), np.uint8(1), text(b""), text(b"0"), f32([]), f32([0]), np.array([False]), text([b""])):
        f.graph(op, lambda c, v: cond(op, c, v), [c, x])


# Case.
def case(op, k, v):
    return getattr(R, op)(branch_index=k, input=[v], Tout=[tf.float32], branches=[then, other, then], output_shapes=[None])


for op in ("Case", "StatelessCase"):
    for k in (0, 1, 2, 3, -1, 100, -2**31):
        f.graph(op, lambda k, v: case(op, k, v), [i32(k), x])


# While: several variables, conditions that are no bool, no iteration at all.
@fn(tf.int32, tf.float32)
def below(i, v):
    return i < 4


@fn(tf.int32, tf.float32)
def countdown(i, v):
    return i


@fn(tf.int32, tf.float32)
def step(i, v):
    return i + 1, v * 2


@fn(tf.int32, tf.float32)
def back(i, v):
    return i - 1, v + 1


def loop(op, i, v, c, b):
    r = getattr(R, op)(input=[i, v], cond=c, body=b, output_shapes=[None, None], parallel_iterations=3)
    return list(r)


for op in ("While", "StatelessWhile"):
    for i in (0, 3, 4, 9):
        f.graph(op, lambda i, v: loop(op, i, v, below, step), [i32(i), x])
        f.graph(op, lambda i, v: loop(op, i, v, countdown, back), [i32(i), x])


@fn(tf.int32, tf.float32)
def pick(i, v):
    return i + 1, tf.gather(v, i)[None] + v


f.graph("While", lambda i, v: loop("While", i, v, below, pick), [i32(0), x])


@fn(tf.int32, tf.float32)
def body_for(i, v):
    return v + tf.cast(i, tf.float32)


for a, b, d in ((0, 5, 1), (5, 0, -2), (3, 3, 1), (3, 3, 0), (0, 5, 0), (0, 5, -1), (5, 0, 1)):
    f.graph("For", lambda a, b, d, v: R.For(start=a, limit=b, delta=d, input=[v], body=body_for),
            [i32(a), i32(b), i32(d), x])
for op in ("PartitionedCall", "StatefulPartitionedCall"):
    f.graph(op, lambda v: getattr(R, op)(args=[v], Tout=[tf.float32], f=then), [x])
for v in (np.array(True), i32(0), f32(2), text(b"a"), text(b""), f32([]), f32([0]), np.float16(1), np.array([[False]])):
    f.graph("ToBool", lambda v: R.ToBool(input=v), [v])

# Nested: a condition in a loop in a function, a loop in a loop.
@tf.function(input_signature=[tf.TensorSpec(None, tf.float32), tf.TensorSpec(None, tf.int32)])
def mixed(v, n):
    total = tf.zeros_like(v)
    for i in tf.range(n):
        if i % 2 == 0:
            total += v
        else:
            for j in tf.range(i):
                total -= tf.cast(j, tf.float32)
                if j == 2:
                    break
    return total


for n in (0, 1, 5, 7):
    f.graph("StatefulPartitionedCall", lambda v, n: mixed(v, n), [x, i32(n)])


# Recursion is not possible in TensorFlow's Python; order of effects:
def effects(v):
    h = R.VarHandleOp(dtype=tf.float32, shape=None, shared_name="effect")

    @tf.function(autograph=False, input_signature=[tf.TensorSpec(None, tf.float32), tf.TensorSpec([], tf.resource)])
    def twice(v, h):
        R.AssignAddVariableOp(resource=h, value=v)
        a = R.ReadVariableOp(resource=h, dtype=tf.float32)
        R.AssignVariableOp(resource=h, value=a * 2)
        return a, R.ReadVariableOp(resource=h, dtype=tf.float32)
    return list(twice(v, h)), [R.AssignVariableOp(resource=h, value=v)]


f.graph("StatefulPartitionedCall", effects, [x], repeat=3)


# V1 control flow.
def old(c, v):
    return v1.cond(c, lambda: v * 2, lambda: v - 1)


def without_v2(build):
    def run(*a):
        v1.disable_control_flow_v2()
        return build(*a)
    return run


for c in (True, False):
    f.graph("Switch", without_v2(old), [np.array(c), x])
    f.graph("Switch", without_v2(lambda c, v: R.Merge(inputs=list(R.Switch(data=v, pred=c)))[1]), [np.array(c), x])
    f.graph("Switch", without_v2(lambda c, v: R.Merge(inputs=[R.Switch(data=v, pred=c)[0] * 3, tf.abs(R.Switch(data=v, pred=c)[1])])[0]),
            [np.array(c), x])
f.graph("Switch", lambda c, v: R.Merge(inputs=list(R.Switch(data=v, pred=c)))[0], [np.array([True]), x])


def loops(n, v):
    def body(i, s):
        inner = v1.while_loop(lambda j, t: j < i, lambda j, t: (j + 1, t + v * tf.cast(j, tf.float32)), [0, s])[1]
        return i + 1, v1.cond(tf.equal(i % 2, 0), lambda: inner, lambda: inner - s)
    return list(v1.while_loop(lambda i, s: i < n, body, [0, v], parallel_iterations=1))


for n in (0, 1, 4):
    f.graph("Enter", without_v2(lambda n, v: loops(n, tf.reshape(v, [3, 2]))), [i32(n), x])


def skipped(c, v):
    """A loop on a branch that is not taken."""
    return v1.cond(c, lambda: v1.while_loop(lambda i, s: i < 3, lambda i, s: (i + 1, s * 2), [0, v])[1], lambda: v)


for c in (True, False):
    f.graph("Exit", without_v2(lambda c, v: skipped(c, tf.reshape(v, [3, 2]))), [np.array(c), x])
f.graph("NextIteration", without_v2(lambda v: v1.while_loop(lambda i, s: i < 4, lambda i, s: (i + 1, tf.reshape(tf.gather(v, i), [2]) + s), [0, tf.zeros([2])])[1]), [x])
f.graph("RefSwitch", lambda c, v: (lambda h: ([R.RefMerge(inputs=[R.RefIdentity(input=R.RefSwitch(data=h, pred=c)[0]), R.RefIdentity(input=R.RefSwitch(data=h, pred=c)[1])])[0]], [R.Assign(ref=h, value=v, validate_shape=False)]))(
    R.VariableV2(shape=None, dtype=tf.float32, shared_name="refswitch")), [np.array(True), x])
for k in (0, 1, 2, -1):
    def select(k, v):
        hs = [R.VariableV2(shape=None, dtype=tf.float32, shared_name=f"select{i}{k.op.name}") for i in range(2)]
        return [R.RefSelect(index=k, inputs=hs)], [R.Assign(ref=h, value=v * (i + 1), validate_shape=False) for i, h in enumerate(hs)]
    f.graph("RefSelect", select, [i32(k), x])


# Assert.
def asserted(c, v, text, n):
    a = R.Assert(condition=c, data=[text, v], summarize=n)
    with tf.control_dependencies([a]):
        return v + 0


def asserted_only(c, v, n):
    with tf.control_dependencies([R.Assert(condition=c, data=[v, "end"], summarize=n)]):
        return tf.identity(c)


f.graph("Assert", lambda c, v: asserted(c, v, "fine", 3), [np.array(True), x])
f.graph("Assert", lambda c, v: asserted(c, v, "x must be", 3), [np.array(False), x])
f.graph("Assert", lambda c, v: asserted(c, v, "x must be", 2), [np.array(False), i32([[1, 2, 3], [4, 5, 6]])])
f.graph("Assert", lambda c, v: asserted(c, v, "x must be", -1), [np.array(False), i32(5)])
f.graph("Assert", lambda c, v: asserted(c, v, "", 3), [np.array([True]), x])

for v in (np.array([True, False]), text(b"a", b"b c"), f64(0.1, 1e300, np.nan, -np.inf), as_type([0.1, 3], tf.float16),
          np.zeros((0, 2), np.float32), np.arange(12).reshape(2, 3, 2).astype(np.uint8), np.arange(4).reshape(2, 2, 1),
          as_type([1.5, 2], tf.bfloat16), np.int8(-3)):
    for n in (1, 3, 5):
        f.graph("Assert", lambda c, v: asserted_only(c, v, n), [np.array(False), v])


# BatchFunction.
@fn(tf.float32, tf.float32)
def batched(v, w):
    return tf.reduce_sum(v, 1) * w, v


def batch(v, w, **k):
    r = R.BatchFunction(in_tensors=[v], captured_tensors=[w], f=batched, num_batch_threads=1, max_batch_size=k.pop("most", 8),
                        batch_timeout_micros=0, Tout=[tf.float32, tf.float32], enable_large_batch_splitting=False, **k)
    return list(r)


f.graph("BatchFunction", lambda v, w: batch(v, w), [x, f32(2)])
f.graph("BatchFunction", lambda v, w: batch(v, w, allowed_batch_sizes=[2, 4, 8]), [x, f32(2)])
f.graph("BatchFunction", lambda v, w: batch(v, w, most=2), [x, f32(2)])
# A loop around a reference, wired by hand: each round adds to the variable itself.
def ref_loop(v):
    h = R.VariableV2(shape=[2], dtype=tf.float32)
    init = R.Assign(ref=h, value=v)
    e = R.RefEnter(data=h, frame_name="ref_frame")
    i = R.Enter(data=tf.constant(0), frame_name="ref_frame")
    m, k = R.RefMerge(inputs=[e, e]), R.Merge(inputs=[i, i])
    go = R.LoopCond(input=k.output < R.Enter(data=tf.constant(3), frame_name="ref_frame", is_constant=True))
    one = R.Enter(data=tf.constant([1.0, 10.0]), frame_name="ref_frame", is_constant=True)
    data, count = R.RefSwitch(data=m.output, pred=go), R.Switch(data=k.output, pred=go)
    added = R.AssignAdd(ref=data.output_true, value=one)
    m.output.op._update_input(1, R.RefNextIteration(data=added))
    step = R.Enter(data=tf.constant(1), frame_name="ref_frame", is_constant=True)
    k.output.op._update_input(1, R.NextIteration(data=count.output_true + step))
    return [tf.identity(R.RefExit(data=data.output_false)), R.Exit(data=count.output_false)], [init]


f.graph("RefEnter", ref_loop, [f32(5, 7)], repeat=2)
f.graph("RemoteCall", lambda v: R.RemoteCall(target="/job:localhost/replica:0/task:0/device:CPU:0", args=[v],
                                             Tout=[tf.float32], f=then), [x])
f.write()
