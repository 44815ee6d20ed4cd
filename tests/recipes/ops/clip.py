"""AddN, ClipByValue, Cross, Bucketize, ApproximateEqual, PopulationCount, Complex and its parts."""
from elementwise import *

f = Family("clip")
x = f.numbers((2, 3), scale=4)
for t in FLOATS + INTS + UINTS + COMPLEX:
    f.op("AddN", [[one(f, t), one(f, t), one(f, t)]])
f.op("AddN", [[x]])
f.op("AddN", [[f.numbers((40,)) for _ in range(11)]])
f.op("AddN", [[cast(f.numbers((9,)), "float16") for _ in range(10)]])
f.op("AddN", [[x, x[:1]]])
f.op("AddN", [[x, x, f32(1)]])
f.op("AddN", [[np.zeros((0, 3), np.float32)] * 2])
for t in FLOATS + INTS + ["uint8", "uint16"]:
    f.op("ClipByValue", [one(f, t, tiny=False), as_type(1, t), as_type(3, t)])
c = "ClipByValue"
f.op(c, [x, f32(4), f32(2)])
f.op(c, [x, x - 1, x - 2])
f.op(c, [x, f32(-1), x])
f.op(c, [x, x, f32(3)])
f.op(c, [f32(1, 2), f32(NAN), f32(3)])
f.op(c, [f32(1, -2), f32(0), f32(NAN)])
f.op(c, [x, f32(1, 2, 3), f32(4)])
f.op(c, [x, f32([1]), f32([[3]])])
f.op(c, [f32(1), f32(1, 2), f32(3)])
f.op(c, [np.zeros((0, 3), np.float32), f32(1), f32(2)])
for t in FLOATS + INTS + UINTS:
    f.op("Cross", [cast(f.rng.uniform(0, 12, (2, 3)), t), cast(f.rng.uniform(0, 12, (2, 3)), t)])
f.op("Cross", [f32(1, 2), f32(4, 5)])
f.op("Cross", [f32(1), f32(4)])
f.op("Cross", [f32(1, 2, 3), f32([[1, 2, 3]])])
f.op("Cross", [np.zeros((0, 3), np.float32), np.zeros((0, 3), np.float32)])
edges = [-1.0, 0.0, 0.1, 2.5, 2.5, 100.0]
f.op("Bucketize", [f32([[0.1, -1, -2], [2.5, NAN, INF], [99, 100, -INF]])], boundaries=edges)
f.op("Bucketize", [f64(0.1, 2.5, 100, -1.0000001)], boundaries=edges)
f.op("Bucketize", [i32(-2, -1, 0, 1, 2, 3, 99, 100)], boundaries=edges)
f.op("Bucketize", [i64(-2, -1, 0, 2**60)], boundaries=edges)
f.op("Bucketize", [i32(1, 2)], boundaries=[])
f.op("Bucketize", [i32(1, 2)], boundaries=[2.0, 1.0])
f.op("Bucketize", [f32(3)], boundaries=edges)
for t in ("float32", "float64"):
    f.op("ApproximateEqual", [cast([1, 2, NAN, INF, 0], t), cast([1.000001, 2.1, NAN, INF, 9e-6], t)])
    f.op("ApproximateEqual", [cast([1, 2], t), cast([1.5, 2.6], t)], tolerance=0.6)
f.op("ApproximateEqual", [f32(1, 2), f32(1)])
for t in INTS + UINTS:
    f.op("PopulationCount", [one(f, t)])
for t in COMPLEX:
    r = tf.float32 if t == "complex64" else tf.float64
    z = one(f, t)
    f.op("Real", [z], Tout=r)
    f.op("Imag", [z], Tout=r)
    f.op("Angle", [z], Tout=r, ulp=1)
    f.op("ComplexAbs", [z], Tout=r, ulp=1)
    f.op("ComplexAbs", [np.zeros((0, 2), t)], Tout=r)
    f.op("Complex", [f.numbers((2, 1), r.as_numpy_dtype), f.numbers((3,), r.as_numpy_dtype)], Tout=tf.as_dtype(t))
f.op("Complex", [f32(1, 2), f32(3, 4, 5)], Tout=tf.complex64)
f.write()
