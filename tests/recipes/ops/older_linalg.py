"""Random ops that only old graphs may hold: TensorFlow runs them where the graph says that it is as old."""
from cases import *

R = tf.raw_ops
f = Family("older_linalg")
with f.graph_.as_default():
    old = v1.GraphDef()
    old.versions.producer = 6
    v1.import_graph_def(old, name="")
for dtype in (tf.float32, tf.float64, tf.float16):
    # rates from 10 on need logarithms in the type itself, of which one may part two samples
    f.op("RandomPoisson", [i32([6]), as_type([0, 0.5, 3, 9.5], dtype)], seed=3, seed2=4, repeat=2)
f.op("RandomPoisson", [i32([40]), f64(10, 35.5, 1000)], seed=3, seed2=4)
f.op("RandomPoisson", [i32([0]), f32(np.zeros(0))], seed=3, seed2=4)
f.op("RandomPoisson", [i32([3]), f32(np.zeros(0))], seed=3, seed2=4)
f.op("RandomPoisson", [i32(3), f32(1, 2)], seed=3, seed2=4)
f.op("RandomPoisson", [i32([-3]), f32(1, 2)], seed=3, seed2=4)

x = f.numbers((5, 7, 3), scale=50.0)
for t in (np.uint8, np.int8, np.int16, np.int32, np.int64, np.float32, np.float64):
    f.op("RandomCrop", [x.astype(t), i64(3, 4)], seed=3, seed2=4, repeat=3)
for size in ((5, 7), (5, 3), (2, 7), (0, 3), (1, 1)):
    f.op("RandomCrop", [x, i64(*size)], seed=3, seed2=4, repeat=2)
for a, s in ((x[0], i64(1, 1)), (x, i64(1)), (x, i64([1])), (x, i64([[1, 1]])), (x, i64(6, 1)), (x, i64(1, 8)), (x, i64(6, 8))):
    f.op("RandomCrop", [a, s], seed=3, seed2=4)

n_vars = 0


def normal(state, shape, dtype=tf.float32):
    global n_vars
    n_vars += 1

    def build(s, n):
        h = R.VarHandleOp(dtype=s.dtype, shape=None, shared_name=f"o{n_vars}")
        out = R.StatefulStandardNormal(resource=R.PlaceholderWithDefault(input=h, shape=None), shape=n, dtype=dtype)
        with tf.control_dependencies([out]):
            last = R.ReadVariableOp(resource=h, dtype=s.dtype)
        return [out, last], [R.AssignVariableOp(resource=h, value=s)]
    f.graph("StatefulStandardNormal", build, [state, shape], repeat=2)


for dtype in (tf.float32, tf.float64, tf.float16, tf.bfloat16):
    normal(i64(1, 5, -3, 99), i32(2, 3), dtype)
normal(i64(1, 5, -3, 99), i64([5]))
normal(i64(1, 5, -3, 99), i64([0]))
normal(i64(2, 5, -3, 99), i64([5]))
normal(i64(9, 5, -3, 99), i64([5]))
normal(i64(1, 5, 3), i64([5]))
normal(i64(np.zeros(0)), i64([5]))
normal(i64([[1, 2, 3, 4]]), i64([5]))
normal(i32(1, 2, 3, 4), i64([5]))
normal(i64(1, 5, -3, 99), i64(5))
normal(i64(1, 5, -3, 99), i64([-5]))


def dummies():
    m = R.AnonymousMemoryCache()
    with tf.control_dependencies([R.DeleteMemoryCache(handle=R.DummyMemoryCache(), deleter=m.deleter)]):
        return tf.shape(R.DummyIterationCounter())


f.graph("DeleteMemoryCache", dummies)
# a kernel that always fails
f.graph("AnonymousRandomSeedGenerator", lambda: tf.shape(R.AnonymousRandomSeedGenerator(seed=i64(5), seed2=i64(6)).deleter))
f.write()
