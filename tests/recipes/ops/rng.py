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
f.write()
