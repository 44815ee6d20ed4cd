"""Accumulators, barriers and staging maps.
An op that waits waits for ever, and TensorFlow ends the process for a gradient that has not the accumulator's type:
such cases are not here."""
from cases import *

R = tf.raw_ops
f = Family("resources")
x = f.numbers((3, 2))
count = 0


def name():
    global count
    count += 1
    return f"r{count}"


def chain(*steps):
    """Runs the steps one after another; gives what they return, and a 1 that comes last."""
    last, out = [], []
    for s in steps:
        with tf.control_dependencies(last):
            r = s()
        r = list(r) if isinstance(r, (list, tuple)) else [r]
        flat = []
        for y in r:
            flat += y if isinstance(y, list) else [y]
        last = [y if isinstance(y, tf.Operation) else y.op for y in flat]
        out += [y for y in flat if isinstance(y, tf.Tensor)]
    with tf.control_dependencies(last):
        return out + [tf.constant(1) + 0]


class Acc:
    """A dense accumulator, by string or by resource."""
    def __init__(self, v, dtype=tf.float32, shape=None, **k):
        self.v, self.dtype = v, dtype
        self.h = getattr(R, v + "ConditionalAccumulator")(dtype=dtype, shape=shape, shared_name=name(), **k)

    def put(self, step, g):
        return lambda: getattr(R, self.v + "AccumulatorApplyGradient")(handle=self.h, local_step=tf.cast(step, tf.int64), gradient=g)

    def take(self, n=1, dtype=None):
        return lambda: getattr(R, self.v + "AccumulatorTakeGradient")(handle=self.h, num_required=n, dtype=dtype or self.dtype)

    def n(self):
        return lambda: getattr(R, self.v + "AccumulatorNumAccumulated")(handle=self.h)

    def step(self, n):
        return lambda: getattr(R, self.v + "AccumulatorSetGlobalStep")(handle=self.h, new_global_step=tf.cast(n, tf.int64))


def cast(a, t):
    return tf.cast(a, t)


for v in ("", "Resource"):
    A = lambda *a, **k: Acc(v, *a, **k)
    for t in (tf.float32, tf.float64, tf.float16):
        f.graph(v + "ConditionalAccumulator", lambda a: (lambda c, a: chain(
            c.put(0, a), c.put(0, a * 3), c.n(), c.put(5, a + 1), c.take(2), c.n()))(A(t), cast(a, t)), [x])
        f.graph(v + "ConditionalAccumulator", lambda a: (lambda c, a: chain(
            c.put(0, a), c.put(0, a * 3), c.take(2), c.put(0, a), c.n(), c.put(1, a), c.take()))(A(t, reduction_type="SUM"), cast(a, t)), [x], repeat=1)
    f.graph(v + "AccumulatorSetGlobalStep", lambda a: (lambda c: chain(
        c.step(3), c.put(2, a), c.n(), c.put(3, a), c.n(), c.step(1), c.put(1, a), c.take(2)))(A()), [x])
    f.graph(v + "AccumulatorNumAccumulated", lambda a: (lambda c: chain(c.n(), c.put(0, a), c.n()))(A(shape=[None, 2])), [x])
    f.graph(v + "AccumulatorApplyGradient", lambda a: (lambda c: chain(c.put(0, a), c.take()))(A()), [f32(2.5)])
    f.graph(v + "AccumulatorApplyGradient", lambda a: (lambda c: chain(c.put(0, a), c.put(0, a), c.take()))(A()), [f32(np.zeros((0, 3)))])
    f.graph(v + "AccumulatorApplyGradient", lambda a: (lambda c: chain(c.put(0, a), c.put(0, a), c.take()))(A()), [f32(np.nan, np.inf, -0.0)])
    # What they refuse.
    f.graph(v + "AccumulatorApplyGradient", lambda a: (lambda c: chain(c.put(0, a)))(A(shape=[2, 2])), [x])
    f.graph(v + "AccumulatorApplyGradient", lambda a: (lambda c: chain(c.put(0, a), c.put(0, a[0])))(A()), [x])
    f.graph(v + "AccumulatorApplyGradient", lambda a: (lambda c: chain(c.put(0, a)))(A(shape=[None, 3])), [x])
    f.graph(v + "AccumulatorTakeGradient", lambda a, n: (lambda c: chain(c.put(0, a), c.take(n)))(A()), [x, i32(0)])
    f.graph(v + "AccumulatorTakeGradient", lambda a, n: (lambda c: chain(c.put(0, a), c.take(n)))(A()), [x, i32(-4)])


class Sparse(Acc):
    def __init__(self, dtype=tf.float32, shape=None, **k):
        self.v, self.dtype = "", dtype
        self.h = R.SparseConditionalAccumulator(dtype=dtype, shape=shape, shared_name=name(), **k)

    def put(self, step, i, g, shape=None):
        return lambda: R.SparseAccumulatorApplyGradient(
            handle=self.h, local_step=tf.cast(step, tf.int64), gradient_indices=i, gradient_values=g,
            gradient_shape=tf.constant(shape or [], tf.int64), has_known_shape=shape is not None)

    def take(self, n=1, dtype=None):
        return lambda: list(R.SparseAccumulatorTakeGradient(handle=self.h, num_required=n, dtype=dtype or self.dtype))


S = Sparse
i, j = i64(0, 2, 5), i64(1, 2, 7)
for t in (tf.float32, tf.float64, tf.float16):
    f.graph("SparseConditionalAccumulator", lambda a, i, j: (lambda c, a: chain(
        c.put(0, i, a), c.put(0, j, a * 3), c.put(0, i, a * 2), c.n(), c.take(3), c.n()))(S(t), cast(a, t)), [x, i, j])
f.graph("SparseConditionalAccumulator", lambda a, i, j: (lambda c: chain(
    c.put(0, i, a), c.put(0, j, a * 3), c.take(2), c.put(0, j, a), c.n(), c.put(1, j, a), c.take()))(S(reduction_type="SUM")), [x, i, j])
f.graph("SparseConditionalAccumulator", lambda a, i, j: (lambda c: chain(
    c.put(0, i, a, [8, 2]), c.put(0, j, a * 3, [8, 2]), c.take()))(S(shape=[8, 2])), [x, i, j])
f.graph("SparseConditionalAccumulator", lambda a, i: (lambda c: chain(c.put(0, i, a), c.put(0, i, a), c.take()))(S()),
        [f32(np.zeros((0, 2))), i64(np.zeros(0))])
f.graph("SparseConditionalAccumulator", lambda a, i, j: (lambda c: chain(c.put(0, i, a), c.put(0, j, a), c.take()))(S()),
        [f32(1, 2, 3), i64(5, 1, 1), i64(3, 1, 9)])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S(shape=[8, 2]).put(0, i, a, [8])), [x, i])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S(shape=[8, 2]).put(0, i, a, [9, 2])), [x, i])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S(shape=[5, 2]).put(0, i, a)), [x, i])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S(shape=[8, 3]).put(0, i, a)), [x, i])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S(shape=[8, 3, 1]).put(0, i, a)), [x, i])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S().put(0, i, a)), [x, i64(1, 2)])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S().put(0, i, a)), [x, i64(3)])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: chain(S().put(0, i, a)), [f32(3), i64([1])])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: (lambda c: chain(c.put(0, i, a), c.put(0, i, a[:, :1])))(S()), [x, i])
f.graph("SparseAccumulatorApplyGradient", lambda a, i: (lambda c: chain(c.put(0, i, a), c.put(0, i, a[:, 0])))(S()), [x, i])
f.graph("SparseAccumulatorTakeGradient", lambda a, i, n: (lambda c: chain(c.put(0, i, a), c.take(n)))(S()), [x, i, i32(0)])


class Bar:
    def __init__(self, types, shapes, **k):
        self.types = types
        self.h = R.Barrier(component_types=types, shapes=shapes, shared_name=name(), **k)

    def put(self, keys, v, part=0):
        return lambda: R.BarrierInsertMany(handle=self.h, keys=keys, values=v, component_index=part)

    def take(self, n, types=None, **k):
        return lambda: list(R.BarrierTakeMany(handle=self.h, num_elements=n, component_types=types or self.types, **k))

    def close(self, cancel=False):
        return lambda: R.BarrierClose(handle=self.h, cancel_pending_enqueues=cancel)

    def sizes(self):
        return [lambda: R.BarrierReadySize(handle=self.h), lambda: R.BarrierIncompleteSize(handle=self.h)]


k3 = text(b"a", b"b", b"c")
two = lambda **k: Bar([tf.float32, tf.int32], [[2], []], **k)
f.graph("Barrier", lambda a, k: (lambda b: chain(
    b.put(k, a), *b.sizes(), b.put(k[1:], tf.constant([7, 8]), 1), *b.sizes(), b.take(1), *b.sizes(),
    b.put(k[:1], tf.constant([9]), 1), b.take(2), *b.sizes()))(two()), [x, k3])
f.graph("Barrier", lambda a, k: (lambda b: chain(
    b.put(k[2:], a[2:]), b.put(k[:2], a[:2]), b.put(k, tf.constant([7, 8, 9]), 1), b.take(3)))(two()), [x, k3])
f.graph("Barrier", lambda a, k: (lambda b: chain(b.put(k, a), b.put(k, a * 2), b.take(4), b.close(), b.take(5, allow_small_batch=True)))(
    Bar([tf.float32], [[2]])), [x, k3])
for t in (tf.string, tf.int64, tf.bool, tf.complex64, tf.float16):
    f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(
        b.put(k, tf.as_string(a[:, 0]) if t == tf.string else tf.cast(a[:, 0], t)), b.take(2)))(Bar([t], [[]])), [x, k3])
many = text([b"k%d" % i for i in range(11)])
f.graph("BarrierTakeMany", lambda a, k: (lambda b: chain(b.put(k[:7], a[:7]), b.put(k[7:], a[7:]), b.take(2), b.put(k[:3], a[:3]), b.take(6), b.take(6)))(
    Bar([tf.float32], [[]])), [f.numbers(11), many])
f.graph("BarrierTakeMany", lambda a, k: (lambda b: chain(b.put(k, a), b.take(0)))(Bar([tf.float32], [[2]])), [x, k3])
f.graph("BarrierClose", lambda a, k: (lambda b: chain(
    b.put(k, a), b.close(), *b.sizes(), b.put(k[:2], tf.constant([1, 2]), 1), b.take(2), *b.sizes()))(two()), [x, k3])
f.graph("BarrierClose", lambda a, k: (lambda b: chain(b.put(k, a), b.close(), b.close(True), *b.sizes()))(two()), [x, k3])
f.graph("BarrierClose", lambda a, k: (lambda b: chain(b.put(k, a), b.close(True), *b.sizes(), b.close(True)))(two()), [x, k3])
f.graph("BarrierClose", lambda a, k: (lambda b: chain(b.put(k, a), b.close(), b.close()))(two()), [x, k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.close(), b.put(k, a)))(two()), [x, k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.put(k[:1], a[:1]), b.close(), b.put(k, a)))(two()), [x, k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.put(k, a), b.put(k, a)))(two()), [x, k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.put(k, a, 1)))(two()), [x, k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.put(k, a, 2)))(two()), [x, k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.put(k, a)))(Bar([tf.float32], [[3]])), [x, k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.put(k, a)))(Bar([tf.float32], [[0]])), [f32(np.zeros((3, 0))), k3])
f.graph("BarrierInsertMany", lambda a, k: (lambda b: chain(b.put(k, a), *b.sizes()))(Bar([tf.float32], [[2]])), [f32(np.zeros((0, 2))), text(np.zeros(0, object))])
f.graph("BarrierTakeMany", lambda a, k: (lambda b: chain(b.put(k, a), b.close(), b.take(4)))(Bar([tf.float32], [[2]])), [x, k3])
f.graph("BarrierTakeMany", lambda a, k: (lambda b: chain(b.put(k, a), b.take(3), b.close(), b.take(4, allow_small_batch=True)))(
    Bar([tf.float32], [[2]])), [x, k3])
f.graph("BarrierTakeMany", lambda a, k: (lambda b: chain(b.put(k, a), b.take(1, [tf.int32])))(Bar([tf.float32], [[2]])), [x, k3])
f.graph("BarrierTakeMany", lambda a, k: (lambda b: chain(b.put(k, a), b.take(1, timeout_ms=5)))(Bar([tf.float32], [[2]])), [x, k3])
f.graph("Barrier", lambda a, k: chain(*Bar([tf.float32], [[2]], capacity=3).sizes()), [x, k3])
f.graph("Barrier", lambda a, k: chain(*Bar([tf.float32], []).sizes()), [x, k3])


# Staging maps.
def stage(o, key, at, *v):
    return lambda k: getattr(R, o + "MapStage")(key=tf.cast(key, tf.int64), indices=at, values=list(v), **k)


def unstage(o, key, at, peek=False, types=(tf.float32, tf.int32)):
    return lambda k: getattr(R, o + ("MapPeek" if peek else "MapUnstage"))(key=tf.cast(key, tf.int64), indices=at, **dict(k, dtypes=list(types)))


def any_key(o, at, types=(tf.float32, tf.int32)):
    return lambda k: list(getattr(R, o + "MapUnstageNoKey")(indices=at, **dict(k, dtypes=list(types))))


def run(*steps, **k):
    k = dict(dtypes=[tf.float32, tf.int32], shared_name=name(), **k)
    return chain(*[(lambda s=s: s(k)) for s in steps])


for o in ("", "Ordered"):
    size = lambda k: getattr(R, o + "MapSize")(**k)
    part = lambda k: getattr(R, o + "MapIncompleteSize")(**k)
    clear = lambda k: getattr(R, o + "MapClear")(**k)
    put = lambda *a: stage(o, *a)
    get = lambda *a, **k: unstage(o, *a, **k)
    both = tf.constant
    f.graph(o + "MapStage", lambda a, k: run(put(k, [0, 1], a, 1), put(4, [0, 1], a * 2, 2), size, get(4, [0, 1]), size, get(k, [0, 1]), size, part),
            [x, i64(7)], repeat=2)
    f.graph(o + "MapStage", lambda a, k: run(put(k, [1], 5), part, size, put(k, [0], a), part, size, get(k, [0, 1])), [x, i64(7)])
    f.graph(o + "MapStage", lambda a, k: run(put(k, [0, 1], a, 5), put(k, [0, 1], a * 2, 6), size, get(k, [0, 1])), [x, i64(7)])
    f.graph(o + "MapPeek", lambda a, k: run(put(k, [0, 1], a, 5), get(k, [0, 1], peek=True), size, get(k, [0, 1])), [x, i64(7)])
    f.graph(o + "MapClear", lambda a, k: run(put(k, [0, 1], a, 5), put(1, [0], a), clear, size, part), [x, i64(7)])
    f.graph(o + "MapUnstageNoKey", lambda a, k: run(put(k, [0, 1], a, 5), any_key(o, [0, 1]), size), [x, i64(7)])
    f.graph(o + "MapStage", lambda a, k: run(put(k, [1, 0], a, 5)), [x, i64(7)])
    f.graph(o + "MapStage", lambda a, k: run(put(k, [2], a)), [x, i64(7)])
    f.graph(o + "MapStage", lambda a, k: run(put(k, [0], a), put(k, [0], a)), [x, i64(7)])
    f.graph(o + "MapStage", lambda a, k: run(put(k, [0, 1], a, 5), memory_limit=10), [x, i64(7)])
    f.graph(o + "MapStage", lambda a, k: run(put(k, [0, 1], a, 5), size, capacity=1), [x, i64(7)])
    f.graph(o + "MapUnstage", lambda a, k: run(put(k, [0, 1], a, 5), get(k, [1, 0])), [x, i64(7)])
f.graph("MapStage", lambda a, k: run(stage("", k, [0, 1], a, tf.ones([9], tf.int32)), memory_limit=10), [x, i64(7)])
f.graph("MapStage", lambda a, k: run(stage("", k, [1], tf.ones([9], tf.int32)), memory_limit=10), [x, i64(7)])
f.graph("OrderedMapUnstageNoKey", lambda a: run(*[stage("Ordered", k, [0, 1], a * k, k) for k in (5, -2, 9, 3)],
                                               *[any_key("Ordered", [0, 1])] * 4), [x])
f.write()
