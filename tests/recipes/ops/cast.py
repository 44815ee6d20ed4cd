"""Cast between every pair of types, Bitcast."""
from elementwise import *

f = Family("cast")
TYPES = FLOATS + INTS + UINTS + ["bool"] + COMPLEX
IN_RANGE = [0.0, 1, -1, 2.5, -2.5, 0.49, 100, -100, 127, 126.9]
OUT = [300.0, -300, 40000, -40000, 70000, 3e9, -3e9, 5e9, 1e19, -1e19, 2e19, INF, -INF, NAN, 1e30, 255, 256, 65535,
       65536, 2147483647, 2147483648, 4294967295, 4294967296, 9.2e18, 1.8e19]


def values(t):
    if t == "bool":
        return np.array([True, False, True])
    if t in INTS + UINTS:
        low, high = ends(t)
        return np.array([0, 1, 2, 3, 100, 127, low, high, high - 1, high // 2, high // 3] +
                        ([-1, -100, -128] if low < 0 else []), t)
    if t in COMPLEX:
        return cast(np.array(IN_RANGE) + 1j * np.array(IN_RANGE[::-1]), t)
    return cast(IN_RANGE + OUT, t)


def to_all(types, **attrs):
    def build(x):
        return [tf.raw_ops.Cast(x=x, DstT=tf.as_dtype(t), **attrs) for t in types if tf.as_dtype(t) != x.dtype]
    return build


for t in TYPES:
    f.graph("Cast", to_all(TYPES), [values(t)])
# one more, two more: those that TensorFlow does not do eight at a time
for t in ("float32", "float64", "float16", "bfloat16"):
    f.graph("Cast", to_all(TYPES), [cast([NAN, -3.7], t)])
    f.graph("Cast", to_all(TYPES), [cast(3e9, t)])
for t in ("float32", "float64", "int32", "int64"):
    v = cast([1 + 2**-9, 1 + 2**-8 + 2**-12, 65519, 65520, 3.4e38, -1e39, 1 + 2.0**-24, 1 + 2.0**-25 + 2.0**-30], "float64")
    v = cast(v.array, t) if t in FLOATS else as_type([16777217, 16777219, -33554435, 257, 2049, 65519, 2147483647], t)
    f.graph("Cast", to_all(FLOATS), [v])
    f.graph("Cast", to_all(FLOATS, Truncate=True), [v])
f.graph("Cast", to_all(["float32"]), [as_type(np.zeros((0, 2)), "int32")])
f.op("Cast", [i32(1, 2)], DstT=tf.int32)
f.op("Cast", [text(b"a")], DstT=tf.string)
f.op("Cast", [text(b"a")], DstT=tf.int32)
f.op("Cast", [i32(1)], DstT=tf.string)
QUANT = ["qint8", "quint8", "qint16", "quint16", "qint32"]
for t in QUANT:
    f.op("Cast", [as_type([1, 2, 100], t)], DstT=tf.int32)
    f.op("Cast", [as_type([1, 2, 100], t)], DstT=tf.as_dtype(t))
f.op("Cast", [i32(1)], DstT=tf.qint8)
for a, b in (("float32", "int32"), ("int32", "float32"), ("float32", "uint8"), ("uint8", "float32"),
             ("float64", "complex64"), ("complex64", "float32"), ("complex128", "int16"), ("float16", "bfloat16"),
             ("int8", "uint8"), ("quint8", "int8"), ("int16", "qint16"), ("qint32", "float32"), ("uint32", "float16"),
             ("int64", "int32"), ("uint64", "float64")):
    n = tf.as_dtype(a).size
    x = as_type(np.arange(1, 25).reshape(3, 8), a)
    f.op("Bitcast", [x], type=tf.as_dtype(b))
f.op("Bitcast", [as_type(np.arange(12).reshape(3, 4), "uint8")], type=tf.int32)
f.op("Bitcast", [as_type(np.arange(12).reshape(4, 3), "uint8")], type=tf.int32)
f.op("Bitcast", [as_type(3, "uint8")], type=tf.int32)
f.op("Bitcast", [as_type(3, "int32")], type=tf.int8)
f.op("Bitcast", [as_type(np.zeros((0, 4)), "uint8")], type=tf.int32)
f.write()
