"""Lists of dtypes for op recipes, and numbers as any of them. Not run by itself."""
import inspect

from cases import *
import cases

FLOATS = [tf.float32, tf.float64, tf.float16, tf.bfloat16]
INTS = [tf.int8, tf.int16, tf.int32, tf.int64]
UINTS = [tf.uint8, tf.uint16, tf.uint32, tf.uint64]
REAL = FLOATS + INTS + UINTS
COMPLEX = [tf.complex64, tf.complex128]
NUMBER = REAL + COMPLEX
POD = NUMBER + [tf.bool]
PLAIN = POD + [tf.string]
QUANT = [tf.qint8, tf.quint8, tf.qint32]
QUANT5 = QUANT + [tf.qint16, tf.quint16]
FP8 = [tf.dtypes.experimental.float8_e5m2, tf.dtypes.experimental.float8_e4m3fn]
for t in FP8:
    cases.BITS[t] = np.uint8


def nums(x, t):
    """x (numbers) as dtype t: strings are the numbers' text, complex ones get an imaginary part."""
    x = np.asarray(x)
    if t == tf.string:
        return Typed(np.array([b"" if v == 0 else b"s%d" % v for v in x.reshape(-1)],
                              object).reshape(x.shape), tf.string)
    if t.is_complex:
        return as_type(x - 0.5j * x, t)
    if t == tf.bool:
        return as_type(x.astype(np.int64) % 2 == 1, t)
    if t.is_unsigned:
        x = np.abs(x)
    return as_type(x, t)


def seq(*shape):
    """1, -2, 3, -4 ... in that shape."""
    n = int(np.prod(shape))
    x = np.arange(1, n + 1)
    return np.where(x % 2 == 0, -x, x).reshape(shape)


class Family(cases.Family):
    """One whose op() also knows inputs that Python calls otherwise (Sum's reduction_indices: axis)."""

    def op(self, op, inputs=(), ulp=0, rel=0, repeat=1, outputs=None, **attrs):
        def build(*places):
            call = getattr(tf.raw_ops, op)
            want = [a.name for a in op_def_registry.get(op).input_arg]
            have = list(inspect.signature(call).parameters)
            free = iter([h for h in have if h not in want])
            names = [w if w in have else next(free) for w in want]
            r = call(**dict(zip(names, places)), **attrs, name="op")
            r = list(r) if isinstance(r, (list, tuple)) else [r]
            flat = []
            for x in r:
                flat += x if isinstance(x, list) else [x]
            return flat if outputs is None else [flat[i] for i in outputs]
        self._case(op, list(inputs), build, ulp, rel, repeat)
