"""Random ops with seeds: Philox bit for bit, from run to run."""
from cases import *

R = tf.raw_ops
f = Family("rng")
FLOATS = (tf.float32, tf.float64, tf.float16, tf.bfloat16)
for op in ("RandomUniform", "RandomStandardNormal", "TruncatedNormal"):
    for dtype in FLOATS:
        f.op(op, [i32(4, 5)], dtype=dtype, seed=7, seed2=3, repeat=2)
    f.op(op, [i64([33])], dtype=tf.float32, seed=2**40 + 5, seed2=-8)
    f.op(op, [i32(np.zeros(0))], dtype=tf.float32, seed=0, seed2=1, repeat=3)
    f.op(op, [i32(3, 0)], dtype=tf.float64, seed=1, seed2=1)
    f.op(op, [i32(2, -1)], dtype=tf.float32, seed=1, seed2=1)
    f.op(op, [i32([[2]])], dtype=tf.float32, seed=1, seed2=1)
    f.op(op, [i32(2)], dtype=tf.float32, seed=1, seed2=1)
    f.op(op, [i32([3000])], dtype=tf.float32, seed=1, seed2=2)
for t in (np.int32, np.int64):
    for lo, hi in ((0, 10), (-5, 5), (np.iinfo(t).min, np.iinfo(t).max), (7, 8)):
        f.op("RandomUniformInt", [i32(3, 3), np.array(lo, t), np.array(hi, t)], seed=4, seed2=5, repeat=2)
f.op("RandomUniformInt", [i32([3]), i32(5), i32(5)], seed=4, seed2=5)
f.op("RandomUniformInt", [i32([0]), i32(5), i32(5)], seed=4, seed2=5)
f.op("RandomUniformInt", [i32([3]), i64(6), i64(5)], seed=4, seed2=5)
f.op("RandomUniformInt", [i32([3]), i32([5]), i32(5)], seed=4, seed2=5)
f.op("RandomUniformInt", [i32([3]), i32(5), i32([5])], seed=4, seed2=5)
f.op("RandomUniformInt", [i32(3), i32(5), i32(6)], seed=4, seed2=5)
for x in (np.arange(10), np.arange(30).reshape(10, 3), np.arange(3), np.array([5]), np.array(5), np.zeros((4, 0)),
          np.arange(24).reshape(4, 3, 2)):
    f.op("RandomShuffle", [x.astype(np.int32)], seed=3, seed2=9, repeat=3)
for dtype in (tf.float32, tf.float16, tf.bfloat16, tf.uint8, tf.int64, tf.bool, tf.complex128):
    f.op("RandomShuffle", [as_type(np.arange(6).reshape(3, 2), dtype)], seed=3, seed2=9)
f.op("RandomShuffle", [text(b"a", b"b", b"c", b"d")], seed=3, seed2=9)


def twice(n):
    a = R.RandomUniform(shape=n, dtype=tf.float32, seed=1, seed2=2)
    b = R.RandomUniform(shape=n, dtype=tf.float32, seed=1, seed2=2)
    return [a, b]


f.graph("RandomUniform", twice, [i32([5])], repeat=2)


def in_loop(n):
    return tf.compat.v1.while_loop(
        lambda i, a: i < 3,
        lambda i, a: (i + 1, a + R.RandomUniform(shape=n, dtype=tf.float32, seed=1, seed2=2)),
        [0, tf.zeros(n)])[1]


f.graph("RandomUniform", in_loop, [i32([5])], repeat=2)

# Stateless: by seed, and by key, counter, algorithm.
for op in ("StatelessRandomUniform", "StatelessRandomNormal", "StatelessTruncatedNormal"):
    for dtype in FLOATS:
        f.op(op, [i32(3, 3), i64(-1, 2**40)], dtype=dtype)
        f.graph(op + "V2", lambda k, c: getattr(R, op + "V2")(shape=[7], key=k, counter=c, alg=1, dtype=dtype),
                [np.array([2**63 + 5], np.uint64), np.array([2**64 - 1, 7], np.uint64)])
    f.op(op, [i32(3), i32(1, 2)], dtype=tf.float32)
    f.op(op, [i32([3]), i32(1, 2, 3)], dtype=tf.float32)
    f.op(op, [i32([3]), i32(1)], dtype=tf.float32)
    f.op(op, [i32([-3]), i32(1, 2)], dtype=tf.float32)
    f.op(op, [i32([0]), i32(1, 2)], dtype=tf.float32)
u64 = lambda *v: np.array(v, np.uint64)
for k, c, a in ((u64(1, 2), u64(1, 2), 1), (u64(1), u64(1, 2, 3), 1), (u64(1), u64(1, 2), 3),
                (u64(1), u64(1, 2), 2), (u64(1), u64(1), 2), (u64(1), u64(1, 2), 9), (u64(1), u64(1, 2)[0], 1),
                (u64(1)[0], u64(1, 2), 1)):
    f.graph("StatelessRandomUniformV2", lambda k, c, a: R.StatelessRandomUniformV2(shape=[3], key=k, counter=c, alg=a),
            [k, c, i32(a)])
f.op("StatelessRandomUniformV2", [i32([3]), u64(1), u64(1, 2), i32([1])])
for t in (np.int32, np.int64):
    for lo, hi in ((0, 10), (-5, 5), (np.iinfo(t).min, np.iinfo(t).max), (5, 5), (6, 5)):
        f.op("StatelessRandomUniformInt", [i32(2, 3), i32(5, 6), np.array(lo, t), np.array(hi, t)])
for t in (np.int32, np.int64, np.uint32, np.uint64):
    for lo, hi in ((0, 10), (np.iinfo(t).min, np.iinfo(t).max), (6, 5)):
        if t in (np.uint32, np.uint64):
            continue
        f.op("StatelessRandomUniformIntV2", [i32(2, 3), u64(5), u64(6, 7), i32(1), np.array(lo, t), np.array(hi, t)])
    f.op("StatelessRandomUniformFullInt", [i32(2, 3), i32(5, 6)], dtype=tf.as_dtype(t))
    f.op("StatelessRandomUniformFullIntV2", [i32(2, 3), u64(5), u64(6, 7), i32(1)], dtype=tf.as_dtype(t))
f.op("StatelessRandomUniformInt", [i32(2, 3), i32(5, 6), i32([1]), i32(3)])
f.op("StatelessRandomUniformInt", [i32(2, 3), i32(5, 6), i32(1), i32([3])])
for s in (i32(1, 2), i64(-1, 2**50), i32(1, 2, 3)):
    f.op("StatelessRandomGetKeyCounter", [s])
    f.op("StatelessRandomGetKeyCounterAlg", [s])
f.op("StatelessRandomGetAlg", [])

# Generators in variables.
n_vars = 0


def generator(state, *build):
    global n_vars
    n_vars += 1
    h = R.VarHandleOp(dtype=state.dtype, shape=None, shared_name=f"g{n_vars}")
    h2 = R.PlaceholderWithDefault(input=h, shape=None)
    out = []
    for b in build:
        with tf.control_dependencies(out[-1:] if out and isinstance(out[-1], tf.Tensor) else out[-1:]):
            r = b(h2)
        out.append(r)
    with tf.control_dependencies(out[-1:]):
        last = R.ReadVariableOp(resource=h, dtype=state.dtype)
    return [o for o in out if isinstance(o, tf.Tensor)] + [last], [R.AssignVariableOp(resource=h, value=state)]


state = i64(5, -3, 99)
for dtype in FLOATS:
    f.graph("StatefulUniform", lambda s: generator(s, lambda h: R.StatefulUniform(resource=h, algorithm=np.int64(1), shape=[5], dtype=dtype)), [state], repeat=2)
    f.graph("StatefulStandardNormalV2", lambda s: generator(s, lambda h: R.StatefulStandardNormalV2(resource=h, algorithm=np.int64(1), shape=[5], dtype=dtype)), [state], repeat=2)
    f.graph("StatefulTruncatedNormal", lambda s: generator(s, lambda h: R.StatefulTruncatedNormal(resource=h, algorithm=np.int64(1), shape=[5], dtype=dtype)), [state])
for t in (tf.int32, tf.int64):
    f.graph("StatefulUniformInt", lambda s, lo, hi: generator(s, lambda h: R.StatefulUniformInt(resource=h, algorithm=np.int64(1), shape=[5], minval=lo, maxval=hi)),
            [state, as_type(-4, t), as_type(9, t)], repeat=2)
for t in (tf.int32, tf.int64, tf.uint32, tf.uint64):
    f.graph("StatefulUniformFullInt", lambda s: generator(s, lambda h: R.StatefulUniformFullInt(resource=h, algorithm=np.int64(1), shape=[5], dtype=t)), [state], repeat=2)
f.graph("StatefulUniform", lambda s: generator(s, lambda h: R.StatefulUniform(resource=h, algorithm=np.int64(2), shape=[5])), [state])
f.graph("StatefulUniform", lambda s: generator(s, lambda h: R.StatefulUniform(resource=h, algorithm=np.int64(1), shape=[5])), [i64(1, 2)])
f.graph("StatefulUniform", lambda s: generator(s, lambda h: R.StatefulUniform(resource=h, algorithm=np.int64(1), shape=[5])), [i64([[1, 2, 3]])])
f.graph("StatefulUniform", lambda s: generator(s, lambda h: R.StatefulUniform(resource=h, algorithm=np.int64(1), shape=[5])), [i32(1, 2, 3)])
f.graph("StatefulUniform", lambda s, a: generator(s, lambda h: R.StatefulUniform(resource=h, algorithm=a, shape=[5])), [state, i64([1])])
f.graph("RngSkip", lambda s, d: generator(s, lambda h: R.RngSkip(resource=h, algorithm=np.int64(1), delta=d)), [state, i64(2**62)], repeat=2)
f.graph("RngReadAndSkip", lambda s, d: generator(s, lambda h: R.RngReadAndSkip(resource=h, alg=1, delta=d)), [state, np.array(10, np.uint64)], repeat=2)
f.graph("RngReadAndSkip", lambda s, d: generator(s, lambda h: R.RngReadAndSkip(resource=h, alg=7, delta=d)), [state, np.array(10, np.uint64)])

# Samplers.
logits = f.numbers((3, 5), scale=2.0)
for dtype in FLOATS:
    f.op("Multinomial", [as_type(logits, dtype), i32(7)], seed=3, seed2=4, repeat=2)
f.op("Multinomial", [logits, i32(6)], seed=3, seed2=4, output_dtype=tf.int32)
f.op("Multinomial", [f32([[np.inf, 0, -np.inf, 1], [np.nan, -np.inf, 2, 1]]), i32(6)], seed=3, seed2=4)
f.op("Multinomial", [f32([[-np.inf, -np.inf]]), i32(6)], seed=3, seed2=4)
f.op("Multinomial", [logits, i32(0)], seed=3, seed2=4)
f.op("Multinomial", [logits[:0], i32(2)], seed=3, seed2=4)
f.op("Multinomial", [logits[:, :0], i32(2)], seed=3, seed2=4)
f.op("Multinomial", [logits[0], i32(2)], seed=3, seed2=4)
f.op("Multinomial", [logits, i32([2])], seed=3, seed2=4)
f.op("Multinomial", [logits, i32(-2)], seed=3, seed2=4)
f.op("StatelessMultinomial", [logits, i32(7), i32(3, 4)])
f.op("StatelessMultinomial", [logits, i32(7), i64(3, 4)], output_dtype=tf.int32)
f.op("StatelessMultinomial", [logits, i32(7), i64(3, 4, 5)])
for dtype in (tf.float32, tf.float64, tf.float16):
    f.op("RandomGamma", [i32([6]), as_type([0.1, 0.9, 1, 1.5, 20], dtype)], seed=3, seed2=4, ulp=1, repeat=2)
f.op("RandomGamma", [i32(2, 2), f32([[3], [4]])], seed=3, seed2=4, ulp=1)
f.op("RandomGamma", [i32([0]), f32([[3], [4]])], seed=3, seed2=4)
f.op("RandomGamma", [i32([-1]), f32([[3], [4]])], seed=3, seed2=4)
f.op("RandomGamma", [i32(6), f32([[3], [4]])], seed=3, seed2=4)
f.op("RandomGamma", [i32([[1]]), f32([[3], [4]])], seed=3, seed2=4)
for dtype in (tf.float16, tf.float32, tf.float64, tf.int32, tf.int64):
    f.op("RandomPoissonV2", [i32([6]), f32(0, 0.5, 3, 9.9, 10, 35.5, 1000)], seed=3, seed2=4, dtype=dtype, repeat=2)
    f.op("RandomPoissonV2", [i32([6]), as_type([2, 30], dtype)], seed=3, seed2=4, dtype=tf.int64)
f.op("RandomPoissonV2", [i32([6]), f32(np.inf)], seed=3, seed2=4, dtype=tf.float32)
f.op("RandomPoissonV2", [i32([-6]), f32(1)], seed=3, seed2=4, dtype=tf.float32)
f.op("StatelessRandomPoisson", [i32(6, 3), i32(1, 2), f32(1, 5, 40)], dtype=tf.int32)
f.op("StatelessRandomPoisson", [i32(6, 2), i32(1, 2), f32(1, 5, 40)], dtype=tf.int32)
f.write()
