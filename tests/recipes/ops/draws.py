"""Random ops beside the plain ones: gamma, binomial and bounded normal samples, shuffles, generators in variables."""
from cases import *

R = tf.raw_ops
f = Family("draws")
FLOATS = (tf.float32, tf.float64, tf.float16)
u64 = lambda *v: np.array(v, np.uint64)

# Gamma: log and pow of the system's library, which one ulp may part
for dtype in FLOATS:
    f.op("StatelessRandomGammaV2", [i32(6, 5), i64(3, -4), as_type([0.1, 0.9, 1, 1.5, 20], dtype)], ulp=1)
    f.op("StatelessRandomGammaV3", [i32(6, 5), u64(7), u64(1, 2), i32(1), as_type([0.1, 0.9, 1, 1.5, 20], dtype)], ulp=1)
f.op("StatelessRandomGammaV2", [i64(7, 2, 2), i32(3, -4), f32([[0.5, 1], [2, 3]])], ulp=1)
f.op("StatelessRandomGammaV2", [i32([4]), i32(3, 4), f32(2.5)], ulp=1)
f.op("StatelessRandomGammaV2", [i32(np.zeros(0)), i32(3, 4), f32(2.5)], ulp=1)
for alpha in (0, -1, np.nan, np.inf):
    f.op("StatelessRandomGammaV2", [i32([3]), i32(3, 4), f32(alpha)])
for shape, seed, alpha in ((i32(3, 2), i32(1, 2), f32(1, 2, 3)), (i32(3, 2), i32(1, 2, 3), f32(1, 2)), (i32(3, 0), i32(1, 2), f32(1, 2)),
                           (i32(3, 0), i32(1, 2), f32(np.zeros(0))), (i32([[3]]), i32(1, 2), f32(1)), (i32(3), i32(1, 2), f32(1)),
                           (i32([-3]), i32(1, 2), f32(1)), (i32([2]), i32(1, 2), f32([[1, 2]]))):
    f.op("StatelessRandomGammaV2", [shape, seed, alpha])
for shape, k, c, a, alpha in ((i32(3, 2), u64(1), u64(1, 2), 3, f32(1, 2)), (i32(3, 2), u64(1), u64(1, 2), 2, f32(1, 2)),
                              (i32(3, 2), u64(1, 2), u64(1, 2), 1, f32(1, 2)),
                              (i32(3, 2), u64(1), u64(1, 2), 1, f32(1, 2, 3)), (i32(0, 3), u64(1), u64(1, 2), 1, f32(1, 2))):
    f.op("StatelessRandomGammaV3", [shape, k, c, i32(a), alpha], ulp=1)

# Binomial
for dtype in FLOATS + (tf.int32, tf.int64):
    for t in (np.float32, np.float64, np.float16):
        f.op("StatelessRandomBinomial", [i32(9, 5), i32(3, 4), np.array([0, 3, 12, 40, 1000], t), np.array([0.5, 0.2, 0.9, 0.5, 0.3], t)], dtype=dtype)
counts, probs = f32([[5], [100], [1e5]]), f32([0.0, 0.1, 0.5, 0.7, 1.0, 1.5, -1])
f.op("StatelessRandomBinomial", [i64(4, 3, 7), i64(3, 4), counts, probs], dtype=tf.int32)
f.op("StatelessRandomBinomial", [i32(3, 7), i64(3, 4), counts, probs], dtype=tf.float32)
f.op("StatelessRandomBinomial", [i32([5]), i64(3, 4), f32(20), f32(0.5)])
for c, p in ((10, np.nan), (-1, 0.3), (np.inf, 1.0), (5, 1.5), (1e6, 1e-7), (3e4, 0.999)):
    for dtype in (tf.float32, tf.int32, tf.int64)[:1 if np.isnan(p) else 3]:
        f.op("StatelessRandomBinomial", [i32([3]), i32(1, 2), f64(c), f64(p)], dtype=dtype)
for shape, seed, c, p in ((i32(3), i32(1, 2), f32(1), f32(0.5)), (i32([[3]]), i32(1, 2), f32(1), f32(0.5)), (i32([-3]), i32(1, 2), f32(1), f32(0.5)),
                          (i32([3]), i32(1, 2), f32(1, 2), f32(0.5)), (i32([3]), i32(1), f32(1), f32(0.5)), (i32([3]), i32(1, 2, 3), f32(1), f32(0.5)),
                          (i32([3]), i32(1, 2), f32(1, 2), f32(1, 2, 3)), (i32([0]), i32(1, 2), f32(np.zeros(0)), f32(0.5)),
                          (i32(0, 2), i32(1, 2), f32(1, 2), f32(0.5)), (i32(np.zeros(0)), i32(1, 2), f32(1), f32(0.5))):
    f.op("StatelessRandomBinomial", [shape, seed, c, p])

# Normal between bounds; each way of sampling
WAYS = ((0, 1, -1, 1), (0, 1, -2, 0.5), (0, 1, -0.5, np.inf), (0, 1, 2, np.inf), (0, 1, -np.inf, -2), (5, 2, -1, 1), (0, 1, 2, 2.25),
        (1, 0.5, 0.9, 1.1), (0, 1, -5, -4), (0, 1, 20, 30), (-3, 10, -3, 9))
for m, d, lo, hi in WAYS:
    for t in (np.float32, np.float64, np.float16):
        p = [np.array(v, t) for v in (m, d, lo, hi)]
        f.op("ParameterizedTruncatedNormal", [i32(3, 5), *p], seed=3, seed2=4, repeat=2)
        f.op("StatelessParameterizedTruncatedNormal", [i32(3, 5), i32(3, 4), *p])
f.op("ParameterizedTruncatedNormal", [i32(3, 70), f32(0, 1, 2), f32(1), f32(-1, -2, 1), f32([9])], seed=3, seed2=4, repeat=2)
f.op("ParameterizedTruncatedNormal", [i32(5, 70), f32(1), f32([2]), f32(-1), f32(3)], seed=3, seed2=4, repeat=2)
f.op("ParameterizedTruncatedNormal", [i64(4, 2, 3), f32(1), f32([2]), f32([-1]), f32(3)], seed=3, seed2=4)
for s in (i32(np.zeros(0)), i32(3), i32([[3]]), i32(-1, 2), i32(0, 4), i32(3, 0)):
    f.op("ParameterizedTruncatedNormal", [s, f32(0), f32(1), f32(-1), f32(1)], seed=3, seed2=4)
for m, d, lo, hi in ((f32(0, 1, 2), f32(1), f32(-1), f32(1)), (f32([[0]]), f32(1), f32(-1), f32(1)), (f32(0), f32([[1]]), f32(-1), f32(1)),
                     (f32(0), f32(1), f32([[-1]]), f32(1)), (f32(0), f32(1), f32(-1), f32([[1]])), (f32(0), f32(1, 2, 3), f32(-1), f32(1)),
                     (f32(0), f32(1), f32(-1, -1, -1), f32(1)), (f32(0), f32(1), f32(-1), f32(1, 2, 3)), (f32(0), f32(0), f32(-1), f32(1)),
                     (f32(0), f32(1), f32(2), f32(1)), (f32(0), f32(1), f32(-np.inf), f32(np.inf)), (f32(0), f32(1), f32(np.nan), f32(3)),
                     (f32(np.zeros(0)), f32(1), f32(-1), f32(1))):
    f.op("ParameterizedTruncatedNormal", [i32(2, 3), m, d, lo, hi], seed=3, seed2=4)
    f.op("StatelessParameterizedTruncatedNormal", [i32(3, 2), i32(3, 4), m, d, lo, hi])
f.op("StatelessParameterizedTruncatedNormal", [i64(2, 3, 2), i64(3, 4), f32([[0], [1], [2]]), f32(1, 2), f32(-1), f32([[1, 3]])])
for s, seed, m in ((i32(2), i32(1, 2), f32(0)), (i32([[2]]), i32(1, 2), f32(0)), (i32(-2, 1), i32(1, 2), f32(0)), (i32(2, 3), i32(1, 2, 3), f32(0)),
                   (i32(0, 3), i32(1, 2), f32(0, 0, 0)), (i32(2, 0), i32(1, 2), f32(np.zeros(0))), (i32([3]), i32(1, 2), f32([[1, 2, 3]])),
                   (i32(np.zeros(0)), i32(1, 2), f32(0))):
    f.op("StatelessParameterizedTruncatedNormal", [s, seed, m, f32(1), f32(-1), f32(1)])
f.op("StatelessParameterizedTruncatedNormal", [i32([3]), i32(1, 2), f32(1, 2), f32(1, 2, 3), f32(-1), f32(1)])

# Shuffles
for x in (np.arange(10), np.arange(30).reshape(10, 3), np.array([5]), np.array(5), np.zeros((4, 0)), np.arange(24).reshape(4, 3, 2)):
    f.op("StatelessShuffle", [x.astype(np.int32), u64(1), u64(2, 3), i32(1)])
for dtype in (tf.float32, tf.float16, tf.bfloat16, tf.uint8, tf.int64, tf.bool, tf.complex128):
    f.op("StatelessShuffle", [as_type(np.arange(6).reshape(3, 2), dtype), u64(1), u64(2, 3), i32(3)])
f.op("StatelessShuffle", [text(b"a", b"b", b"c", b"d"), u64(1), u64(2, 3), i32(1)])
for k, c, a in ((u64(1, 2), u64(1, 2), i32(1)), (u64(1), u64(1, 2), i32(2)), (u64(1), u64(1, 2), i32([1]))):
    f.op("StatelessShuffle", [i32(1, 2, 3), k, c, a])
for t in (np.int32, np.int64, np.uint32, np.uint64):
    for most in (1, 10, 300, 65535, 65536, 2**20 + 7, 2**31 - 1):
        f.op("RandomIndexShuffle", [(np.arange(8) % (most + 1)).astype(t), np.array([1, 2, 3], t), np.array(most, t)])
f.op("RandomIndexShuffle", [i64(2**40, 5), np.array([2**32 - 1, 5, 9], np.uint64), i64(2**50 + 3)])
f.op("RandomIndexShuffle", [i64(2**40, 5), i64(-1, -2, -3), i64(2**62)])
f.op("RandomIndexShuffle", [i32(3), i32(1, 2, 3), i32(10)])
f.op("RandomIndexShuffle", [i32(3), i32(1, 2, 3), i32(10)], rounds=6)
f.op("RandomIndexShuffle", [i32(3), i32(1, 2, 3), i32(10)], rounds=24)
f.op("RandomIndexShuffle", [i32(3), i32(1, 2, 3), i32(0)])
f.op("RandomIndexShuffle", [i32(13), i32(1, 2, 3), i32(10)])
f.op("RandomIndexShuffle", [i32(-1), i32(1, 2, 3), i32(10)])
f.op("RandomIndexShuffle", [i32(3), i32(1, 2, 3), i32(-1)])
f.op("RandomIndexShuffle", [i64(3), i32(1, 2, 3), i64(-1)])
f.op("RandomIndexShuffle", [i32(3), i32([[1, 2, 3], [4, 5, 6]]), i32(10, 20)])
f.op("RandomIndexShuffle", [i32(3, 4), i32(1, 2, 3), i32(10, 20)])
for i, s, m in ((i32(3, 4), i32(1, 2, 3), i32(10, 20, 30)), (i32(3, 4, 5), i32([[1, 2, 3]]), i32(10)), (i32([[3]]), i32(1, 2, 3), i32(10)),
                (i32(3), i32(1, 2), i32(10)), (i32(3), i32(1, 2, 3), i32([[10]])), (i32(np.zeros(0)), i32(1, 2, 3), i32(10)),
                (i32([3]), i32([[1, 2, 3]]), i32(10))):
    f.op("RandomIndexShuffle", [i, s, m])

# Generators in variables
n_vars = 0


def fresh(x):
    """A copy: TensorFlow's binomial op moves a state on only when nobody else holds its memory, not even a feed."""
    return R.BitwiseXor(x=x, y=R.ZerosLike(x=x))


def generator(state, build):
    global n_vars
    n_vars += 1
    h = R.VarHandleOp(dtype=state.dtype, shape=None, shared_name=f"d{n_vars}")
    h2 = R.PlaceholderWithDefault(input=h, shape=None)
    out = build(h2)
    with tf.control_dependencies([out]):
        last = fresh(R.ReadVariableOp(resource=h, dtype=state.dtype))
    return [out, last], [R.AssignVariableOp(resource=h, value=fresh(state))]


def binomial(state, alg, shape, counts, probs, dtype=tf.int64):
    f.graph("StatefulRandomBinomial", lambda s, a, n, c, p: generator(s, lambda h: R.StatefulRandomBinomial(
        resource=h, algorithm=a, shape=n, counts=c, probs=p, dtype=dtype)), [state, alg, shape, counts, probs], repeat=2)


state = i64(5, -3, 99)
for dtype in FLOATS + (tf.int32, tf.int64):
    binomial(state, i64(1), i32(4, 3), f32(3, 50, 1000), f32(0.5), dtype)
binomial(state, i64(1), i32(4, 3), f64(3, 50, 1000), f64([[0.5]] * 4))
binomial(state, i64(1), i32(0, 3), f32(3, 50, 1000), f32(0.5))
for s, a, n, c, p in ((state, i64([1]), i32([3]), f32(5), f32(0.5)), (state, i64(2), i32([3]), f32(5), f32(0.5)), (state, i64(7), i32([3]), f32(5), f32(0.5)),
                      (i64(1, 2), i64(1), i32([3]), f32(5), f32(0.5)), (i64([[1, 2, 3]]), i64(1), i32([3]), f32(5), f32(0.5)),
                      (i32(1, 2, 3), i64(1), i32([3]), f32(5), f32(0.5)), (state, i64(1), i32(3), f32(5), f32(0.5)),
                      (state, i64(1), i32([3]), f32(5, 6), f32(0.5)), (state, i64(1), i32([3]), f32(5, 6), f32(1, 2, 3))):
    binomial(s, a, n, c, p)
f.graph("NonDeterministicInts", lambda n: R.Shape(input=R.NonDeterministicInts(shape=n, dtype=tf.uint32)), [i32(3, 2)])
for dtype in (tf.int32, tf.int64, tf.uint32, tf.uint64):
    f.op("NonDeterministicInts", [i32(0, 2)], dtype=dtype)
f.op("NonDeterministicInts", [i32([-3])])
f.op("NonDeterministicInts", [i32([[3]])])
f.op("NonDeterministicInts", [i32(3)])

# Casts that round by chance
HARD = [0.5, 1.5, -0.5, np.nan, np.inf, -np.inf, 300, -300, 2, 0.25, -0.75, 1e9, -1e9, 3e9, 127, 127.5, -128.5, 126.9]


def cast(x, k, c, a, to):
    def build(x, k, c, a):
        g = v1.get_default_graph()
        op = g._create_op_internal("StochasticCastToInt", [x, k, c, a], [to], attrs={
            "Tin": v1.AttrValue(type=x.dtype.as_datatype_enum), "Tout": v1.AttrValue(type=to.as_datatype_enum)})
        return op.outputs[0]
    f.graph("StochasticCastToInt", build, [x, k, c, a])


for dtype in FLOATS + (tf.bfloat16,):
    for to in (tf.int8, tf.int16, tf.int32):
        cast(as_type(HARD, dtype), u64(9), u64(1, 2), i32(1), to)
        cast(as_type(f.numbers((3, 7), scale=3.0), dtype), u64(9), u64(1, 2), i32(3), to)
        cast(as_type(f.numbers((5, 8), scale=3.0), dtype), u64(9), u64(1, 2), i32(3), to)
cast(f32(np.zeros((0, 3))), u64(9), u64(1, 2), i32(1), tf.int8)
cast(f32(0.5), u64(9), u64(1, 2), i32(1), tf.int8)
for k, c, a in ((u64(1, 2), u64(1, 2), i32(1)), (u64(1), u64(1), i32(1)), (u64(1), u64(1, 2), i32(2)), (u64(1), u64(1, 2), i32([1]))):
    cast(f32(0.5, 1.5), k, c, a, tf.int8)
f.write()
