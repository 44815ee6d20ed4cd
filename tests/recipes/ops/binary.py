"""Scalar ops of two operands (src/ops/scalar.def)."""
from elementwise import *

f = Family("binary")
REAL = FLOATS + INTS + UINTS
ALL = REAL + COMPLEX
FC = FLOATS + COMPLEX


def shapes(op, dtype="float32", ulp=0):
    """Broadcasting and its errors; numbers that are kind to every op."""
    def x(*dims):
        return cast(f.rng.randint(1, 9, dims), dtype)
    f.op(op, [x(2, 3), x(3)], ulp=ulp)
    f.op(op, [x(2, 1, 3), x(4, 1)], ulp=ulp)
    f.op(op, [x(), x(2, 2)], ulp=ulp)
    f.op(op, [x(2, 0), x(1, 1)])
    f.op(op, [x(2, 3), x(2)])


def sweep(op, dtypes, ulp=0, corners=None, more=True):
    for t in dtypes:
        f.op(op, pair(f, t, corners), ulp=ulp if t in FLOATS[:2] else 0,
             rel=0 if t not in COMPLEX else 2.5e-7 if t == "complex64" else 1e-15)
    if more:
        shapes(op, dtypes[0], ulp)


def nonzero(dtype):
    low, high = ends(dtype)
    c = [1, 2, 3, 7, low, high] + ([-1, -2, -7] if low < 0 else [high - 1])
    return c if low < 0 else c[:4] + c[5:]


sweep("Add", FLOATS + INTS + ["uint8"] + COMPLEX)
f.op("Add", [text(b"a", b"b\0", b""), text(b"x")])
f.op("Add", [text(b"a", b"b"), text(b"x", b"y", b"z")])
sweep("AddV2", ALL, more=False)
sweep("Sub", ALL)
sweep("Mul", ALL)
sweep("RealDiv", FC)
sweep("Div", FC)
sweep("TruncateDiv", FLOATS, more=False)
sweep("FloorDiv", FLOATS)
sweep("FloorMod", FLOATS)
for op in ("Div", "TruncateDiv", "FloorDiv", "FloorMod"):
    for t in INTS + UINTS:
        f.op(op, pair(f, t, nonzero(t)))
    f.op(op, [as_type([1, 2, 3], "int32"), as_type([1, 0, 3], "int32")])
    f.op(op, [as_type([1, 2, 3], "uint8"), as_type(0, "uint8")])
    f.op(op, [as_type(np.zeros((0, 2)), "int32"), as_type(0, "int32")])
for op in ("TruncateMod", "Mod"):
    sweep(op, FLOATS[:2], more=False)
    for t in ("int32", "int64"):
        f.op(op, pair(f, t, nonzero(t)))
    f.op(op, [as_type([1, 2, 3], "int32"), as_type([1, 0, 3], "int32")])
for op in ("DivNoNan", "MulNoNan", "Xdivy", "Xlogy", "Xlog1py"):
    sweep(op, FC, ulp=2 if op.startswith("Xlog") else 0)
sweep("Maximum", REAL)
sweep("Minimum", REAL)
sweep("Pow", FC)
for t in INTS:
    f.op("Pow", [as_type([2, 3, -2, -1, 0, 0, 1, 5, 10], t), as_type([3, 4, 5, 101, 0, 3, 100, 3, 19], t)])
f.op("Pow", [as_type([2, 3], "int32"), as_type([2, -1], "int32")])
f.op("Pow", [as_type([2, 3], "int64"), as_type(-1, "int64")])
sweep("SquaredDifference", FC + ["int32", "int64"])
sweep("Atan2", FLOATS, ulp=1)
sweep("NextAfter", FLOATS[:2])
for op in ("BitwiseAnd", "BitwiseOr", "BitwiseXor"):
    sweep(op, INTS + UINTS)
for op in ("LeftShift", "RightShift"):
    for t in INTS + UINTS:
        bits = np.iinfo(t).bits
        v = [1, 3, 100] + ends(t) + ([-1, -100] if t in INTS else [])
        by = [0, 1, 3, bits - 1, bits, bits + 5] + ([-1, -9] if t in INTS else [])
        f.op(op, [as_type(np.repeat(np.array(v, t), len(by)), t), as_type(np.tile(np.array(by, t), len(v)), t)])
    shapes(op, "int32")
for op in ("Less", "LessEqual", "Greater", "GreaterEqual"):
    sweep(op, REAL)
for op in ("Equal", "NotEqual"):
    sweep(op, ALL)
    f.op(op, [text(b"a", b"b\0", b""), text([[b"a"], [b""], [b"b"]])])
    f.op(op, [np.array([True, False]), np.array([[True], [False]])])
    for t in ("qint8", "quint8", "qint32", "qint16", "quint16"):
        f.op(op, [as_type([1, 2, 3], t), as_type([1, 3, 3], t)])
    f.op(op, [f32(1, 2, 3), f32(1, 2)], incompatible_shape_error=False)
    f.op(op, [f32(1, 2, 3), f32(2)], incompatible_shape_error=False)
    f.op(op, [text(b"a", b"b", b"c"), text(b"a", b"b")], incompatible_shape_error=True)
# more dims than TensorFlow's broadcast takes; those that collapse are fine
f.op("Mul", [f.numbers((2, 1, 2, 1, 2, 1)), f.numbers((1, 2, 1, 2, 1, 2))])
f.op("Mul", [f.numbers((2, 1, 2, 1, 2)), f.numbers((1, 2, 1, 2, 1))])
f.op("Mul", [f.numbers((2, 1, 1, 1, 2, 2, 1)), f.numbers((1, 2, 2, 2, 1, 1, 2))])
f.op("Less", [f.numbers((2, 1, 2, 1, 2, 1)), f.numbers((1, 2, 1, 2, 1, 2))])
f.write()
