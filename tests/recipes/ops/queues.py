"""Queues, staging areas, tensor maps, and stacks that go by strings.
An error that names a queue has a counter in the name, which depends on what ran before, and an op that waits
waits for ever: such cases are not here."""
from cases import *

R = tf.raw_ops
f = Family("queues")
x = f.numbers((5, 2))
count = 0


class Q:
    """A queue whose operations are in order."""
    def __init__(self, op, types, shapes=(), **k):
        global count
        count += 1
        self.v = "V2" if op.endswith("V2") else ""
        self.types = list(types)
        k.setdefault("capacity", -1)
        self.h = getattr(R, op)(component_types=self.types, shapes=list(shapes), shared_name=f"q{count}", **k)
        if op.startswith("Priority"):
            self.types = [tf.int64] + self.types
        self.last = []

    def do(self, op, **k):
        with tf.control_dependencies(self.last):
            r = getattr(R, op + self.v)(handle=self.h, **k)
        first = r[0] if isinstance(r, list) else r
        self.last = [first if isinstance(first, tf.Operation) else first.op]
        return r

    def put(self, *v):
        self.do("QueueEnqueue", components=list(v))
        return self

    def many(self, *v):
        self.do("QueueEnqueueMany", components=list(v))
        return self

    def get(self):
        return self.do("QueueDequeue", component_types=self.types)

    def take(self, n):
        return self.do("QueueDequeueMany", component_types=self.types, n=n)

    def up_to(self, n):
        return self.do("QueueDequeueUpTo", component_types=self.types, n=n)

    def close(self):
        self.do("QueueClose")
        return self

    def size(self):
        return [self.do("QueueSize")]

    def closed(self):
        return [self.do("QueueIsClosed")]

    def over(self):
        """All ops have run by then."""
        with tf.control_dependencies(self.last):
            return [tf.constant(1) + 0]


def all_of(q, *steps):
    out = []
    for s in steps:
        out += s(q)
    return out


for v in ("V2", ""):
    fifo = lambda *t, **k: Q("FIFOQueue" + v, t, **k)
    f.graph("FIFOQueue" + v, lambda a: (lambda q: q.put(a).put(a * 2) and all_of(q, Q.get, Q.size, Q.get, Q.size))(fifo(tf.float32)), [x], repeat=2)
    f.graph("QueueEnqueueMany" + v, lambda a: (lambda q: q.many(a, tf.range(5)) and all_of(q, Q.get, Q.get, Q.size))(fifo(tf.float32, tf.int32)), [x])
    f.graph("QueueDequeueMany" + v, lambda a, n: (lambda q: q.many(a) and all_of(q, lambda q: q.take(n), Q.size))(fifo(tf.float32, shapes=[[2]])),
            [x, i32(3)], repeat=1)
    f.graph("QueueDequeueUpTo" + v, lambda a, n: (lambda q: q.many(a).close() and all_of(q, lambda q: q.up_to(n), lambda q: q.up_to(n), Q.size))(
        fifo(tf.float32, shapes=[[2]])), [x, i32(3)])
    f.graph("QueueClose" + v, lambda a: (lambda q: all_of(q, Q.closed, lambda q: q.close().closed(), lambda q: q.close().over()))(fifo(tf.float32)), [x])
    f.graph("QueueIsClosed" + v, lambda a: (lambda q: q.put(a) and all_of(q, Q.closed, lambda q: q.close().closed(), Q.get))(fifo(tf.float32)), [x])
    f.graph("QueueSize" + v, lambda a: (lambda q: q.many(a) and all_of(q, Q.size))(fifo(tf.float32)), [x], repeat=2)
    pad = lambda *t, **k: Q("PaddingFIFOQueue" + v, t, **k)
    f.graph("PaddingFIFOQueue" + v, lambda a, b: (lambda q: q.put(a).put(b) and all_of(q, lambda q: q.take(2)))(pad(tf.float32, shapes=[[None]])),
            [f32(1, 2, 3), f32([7])])
    f.graph("PaddingFIFOQueue" + v, lambda a, b: (lambda q: q.put(a).put(b) and all_of(q, lambda q: q.take(2)))(pad(tf.string, shapes=[[None, 1]])),
            [text([[b"a"], [b"bc"]]), text([[b"x"]])])
    f.graph("PaddingFIFOQueue" + v, lambda a: (lambda q: q.put(a) and all_of(q, Q.get))(pad(tf.float32, shapes=[[None, 3]])), [x])
    prio = lambda *t, **k: Q("PriorityQueue" + v, t, **k)
    f.graph("PriorityQueue" + v, lambda a: (lambda q: q.put(tf.constant(5, tf.int64), a).put(tf.constant(-1, tf.int64), a * 2)
                                            .put(tf.constant(3, tf.int64), a * 3) and all_of(q, Q.get, Q.get, Q.size, Q.get))(prio(tf.float32, shapes=[[5, 2]])), [x])
    f.graph("PriorityQueue" + v, lambda a, n: (lambda q: q.many(tf.constant([4, 2, 9, 1, 3], tf.int64), a) and all_of(q, lambda q: q.take(n)))(
        prio(tf.float32, shapes=[[2]])), [x, i32(4)])
    f.graph("PriorityQueue" + v, lambda a, n: (lambda q: q.many(tf.constant([4, 2, 4, 1, 2, 2, 4, 1], tf.int64), a) and all_of(
        q, lambda q: q.take(3), lambda q: q.put(tf.constant(2, tf.int64), a[0]) and q.take(n)))(prio(tf.int32, shapes=[[]])), [i32(0, 1, 2, 3, 4, 5, 6, 7), i32(6)])
    rand = lambda *t, **k: Q("RandomShuffleQueue" + v, t, seed=3, seed2=7, **k)
    f.graph("RandomShuffleQueue" + v, lambda a: (lambda q: q.many(a) and all_of(q, Q.get, Q.get, Q.get, Q.get, Q.get))(rand(tf.float32)), [x], repeat=2)
    f.graph("RandomShuffleQueue" + v, lambda a, n: (lambda q: q.many(a) and all_of(q, lambda q: q.take(n), Q.size))(
        rand(tf.float32, shapes=[[2]], min_after_dequeue=1, capacity=9)), [x, i32(4)])
    f.graph("RandomShuffleQueue" + v, lambda a, n: (lambda q: q.many(a).close() and all_of(q, lambda q: q.up_to(n), Q.size))(
        rand(tf.float32, shapes=[[2]], min_after_dequeue=3, capacity=9)), [x, i32(7)])
    # What a queue refuses.
    f.graph("QueueDequeue" + v, lambda a: (lambda q: q.put(a) and q.do("QueueDequeue", component_types=[tf.int32, tf.float32]))(fifo(tf.float32)), [x])
    f.graph("QueueDequeueMany" + v, lambda a: (lambda q: q.many(a) and q.do("QueueDequeueMany", component_types=[tf.int32], n=1))(
        fifo(tf.float32, shapes=[[2]])), [x])
    f.graph("QueueEnqueue" + v, lambda a: (lambda q: q.put(a) and q.over())(fifo(tf.float32, shapes=[[2]])), [x])
    f.graph("QueueEnqueue" + v, lambda a: (lambda q: q.put(a) and q.size())(fifo(tf.int32)), [x])
    f.graph("QueueEnqueue" + v, lambda a: (lambda q: q.put(a, a) and q.size())(fifo(tf.float32)), [x])
    f.graph("QueueEnqueueMany" + v, lambda a: (lambda q: q.many(a) and q.over())(fifo(tf.float32, shapes=[[3]])), [x])
    f.graph("QueueEnqueueMany" + v, lambda a: (lambda q: q.many(a, a[:2]) and q.over())(fifo(tf.float32, tf.float32)), [x])
    f.graph("QueueEnqueueMany" + v, lambda a: (lambda q: q.many(a[:0]) and q.size())(fifo(tf.float32)), [x])
    f.graph("QueueDequeueMany" + v, lambda a, n: (lambda q: q.many(a) and q.take(n))(fifo(tf.float32)), [x, i32(1)])
    f.graph("QueueDequeueMany" + v, lambda a, n: (lambda q: q.many(a) and q.take(n))(fifo(tf.float32, shapes=[[2]])), [x, i32(-1)])
    f.graph("QueueDequeueMany" + v, lambda a, n: (lambda q: q.many(a) and q.take(n))(fifo(tf.float32, shapes=[[2]])), [x, i32(0)])
    f.graph("QueueDequeueUpTo" + v, lambda a, n: (lambda q: q.many(a) and q.up_to(n))(fifo(tf.float32, shapes=[[2]])), [x, i32(-2)])

    # Stacks.
    if not v:
        def stack(*build):
            s = R.Stack(elem_type=tf.float32, stack_name="st")
            out = []
            for b in build:
                with tf.control_dependencies([o if isinstance(o, tf.Operation) else o.op for o in out[-1:]]):
                    out.append(b(s))
            return [o for o in out if isinstance(o, tf.Tensor)]

        push = lambda a: lambda s: R.StackPush(handle=s, elem=a)
        pop = lambda s: R.StackPop(handle=s, elem_type=tf.float32)
        f.graph("Stack", lambda a: stack(push(a), push(a * 2), pop, pop, push(a * 3), pop), [x], repeat=2)
        f.graph("StackClose", lambda a: stack(push(a), lambda s: R.StackClose(handle=s)), [x])


# Staging areas.
def staged(steps, **k):
    global count
    count += 1
    k = dict(dtypes=[tf.float32, tf.int32], shared_name=f"s{count}", **k)
    last, out = [], []
    for s in steps:
        with tf.control_dependencies(last):
            r = s(k)
        r = r if isinstance(r, list) else [r]
        last = [r[0] if isinstance(r[0], tf.Operation) else r[0].op]
        out += [t for t in r if isinstance(t, tf.Tensor)]
    with tf.control_dependencies(last):
        return out + [tf.constant(1) + 0]


def stage(*a):
    return lambda k: R.Stage(values=list(a), **{q: w for q, w in k.items() if q != "dtypes"})


unstage = lambda k: R.Unstage(**k)
size = lambda k: R.StageSize(**k)
f.graph("Stage", lambda a: staged([stage(a, 1), stage(a * 2, 2), size, unstage, size, unstage]), [x], repeat=2)
f.graph("StagePeek", lambda a, i: staged([stage(a, 1), stage(a * 2, 2), lambda k: R.StagePeek(index=i, **k), size, unstage, unstage]), [x, i32(1)])
f.graph("StageClear", lambda a: staged([stage(a, 1), lambda k: R.StageClear(**k), size]), [x])

# Maps.
def veil(h):
    return R.PlaceholderWithDefault(input=h, shape=None)


put = lambda h, k, a: R.TensorMapInsert(input_handle=veil(h), key=k, value=a)
look = lambda h, k, t=tf.float32: R.TensorMapLookup(input_handle=veil(h), key=k, value_dtype=t)
has = lambda h, k: R.TensorMapHasKey(input_handle=veil(h), key=k)
msize = lambda h: R.TensorMapSize(input_handle=veil(h))
erase = lambda h, k: R.TensorMapErase(input_handle=veil(h), key=k, value_dtype=tf.float32)
for t, a, b in ((tf.float32, 1, 2), (tf.string, b"a", b"b"), (tf.int64, 4, 5), (tf.int32, [1, 2], [2, 1])):
    f.graph("EmptyTensorMap", lambda v: (lambda m: [look(m, a), look(m, b), msize(m), has(m, a), msize(erase(m, a)), has(erase(m, a), a)])(
        put(put(R.EmptyTensorMap(), tf.constant(a, t), v), tf.constant(b, t), v * 2)) if 0 else
        (lambda m, a, b: [look(m, a), look(m, b), msize(m), has(m, a), msize(erase(m, a)), has(erase(m, a), a), look(put(m, a, v * 5), a), look(m, a)])(
        put(put(R.EmptyTensorMap(), tf.constant(a, t), v), tf.constant(b, t), v * 2), tf.constant(a, t), tf.constant(b, t)), [x])
f.graph("TensorMapSize", lambda v: [msize(R.EmptyTensorMap())], [x])
f.graph("TensorMapStackKeys", lambda v: [R.TensorMapStackKeys(input_handle=veil(put(R.EmptyTensorMap(), v, v)), key_dtype=tf.float32)], [x])
f.graph("TensorMapStackKeys", lambda v: [R.TensorMapStackKeys(input_handle=veil(R.EmptyTensorMap()), key_dtype=tf.float32)], [x])
f.graph("TensorMapStackKeys", lambda v: [R.TensorMapStackKeys(input_handle=veil(put(R.EmptyTensorMap(), v, v)), key_dtype=tf.int32)], [x])
f.graph("TensorMapLookup", lambda v: [look(put(R.EmptyTensorMap(), v, v), v + 1)], [x])
f.graph("TensorMapErase", lambda v: [msize(erase(put(R.EmptyTensorMap(), v, v), v + 1))], [x])
f.graph("TensorMapHasKey", lambda v: [has(R.TensorListFromTensor(tensor=v, element_shape=tf.constant([2])), v)], [x])


# Mutexes, and parameters that nobody uses.
def locked(v):
    l = R.MutexLock(mutex=R.MutexV2(shared_name="mutex"))
    with tf.control_dependencies([R.ConsumeMutexLock(mutex_lock=l)]):
        return [v * 2]


def unlocked(v):
    with tf.control_dependencies([R.ConsumeMutexLock(mutex_lock=R.TensorListFromTensor(tensor=v, element_shape=tf.constant([2])))]):
        return [v * 2]


f.graph("MutexV2", locked, [x], repeat=2)
f.graph("ConsumeMutexLock", unlocked, [x])
for s in ([2, 3], [], [0, 4]):
    f.graph("FakeParam", lambda v: [tf.shape(R.FakeParam(dtype=tf.float32, shape=s)), v], [x])
f.write()
