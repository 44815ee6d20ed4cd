"""What the recipes of elementwise ops share: values that make trouble, by dtype. Not run by itself."""
from cases import *

FLOATS = ["float32", "float64", "float16", "bfloat16"]
INTS = ["int8", "int16", "int32", "int64"]
UINTS = ["uint8", "uint16", "uint32", "uint64"]
COMPLEX = ["complex64", "complex128"]
INF, NAN = float("inf"), float("nan")


def ends(dtype):
    i = np.iinfo(dtype)
    return [i.min, i.max]


def cast(values, dtype):
    """values as dtype: rounded, out of range to infinity, quietly."""
    with np.errstate(all="ignore"):
        return as_type(np.array(values), dtype)


def one(f, dtype, lo=-4.0, hi=4.0, extra=(), n=14, special=True, tiny=True):
    """A vector of any dtype: seeded numbers of [lo, hi], then the corners of the type."""
    if dtype in INTS + UINTS:
        low, high = ends(dtype)
        v = [0, 1, 2, 3, 5, 7, 100, low, low + 1, high, high - 1]
        v += [-1, -2, -3, -7] if low < 0 else [high // 2]
        return as_type(np.array(v, dtype), dtype)
    v = list(f.rng.uniform(lo, hi, n)) + (list(extra) if dtype in FLOATS else [])
    least = {"float32": 1e-45, "float64": 5e-324, "float16": 6e-8, "bfloat16": 1e-40}
    huge = {"float32": 3e38, "float64": 1e308, "float16": 65504, "bfloat16": 3e38}
    if dtype in COMPLEX:
        v = np.array(v) + 1j * f.rng.uniform(lo, hi, len(v))
        v = list(v) + ([0, 1, -1, 1j, -1j, 2.5, -2.5j] if special else [])
    elif special:
        v += [0.0, -0.0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, INF, -INF, NAN, huge[dtype], -huge[dtype]]
        v += [least[dtype]] if tiny else []
    return cast(v, dtype)


def pair(f, dtype, corners=None):
    """Two vectors: seeded numbers, then every pair of the corners."""
    if dtype in INTS + UINTS:
        low, high = ends(dtype)
        c = corners or [0, 1, 2, 3, 7, low, high] + ([-1, -2, -7] if low < 0 else [high - 1])
        more = np.array([[13, 5], [100, 7], [9, 10]])
    elif dtype in COMPLEX:
        c = corners or [0, 1, -2, 1j, 0.5 - 1j]
        more = f.numbers((6, 2)) + 1j * f.numbers((6, 2))
    else:
        c = corners or [0.0, -0.0, 1, -1, 2, -3.5, 0.5, INF, -INF, NAN]
        more = f.numbers((12, 2), scale=3)
    v = np.concatenate([more.astype(object), np.array([[x, y] for x in c for y in c], object)])
    kind = dtype if dtype in INTS + UINTS else complex if dtype in COMPLEX else float
    return [cast(np.array(list(v[:, 0]), kind), dtype), cast(np.array(list(v[:, 1]), kind), dtype)]
