"""Ops that TensorFlow has taken away, which it runs where the graph says that it is as old."""
from cases import *
from internal import internal

f = Family("older")
with f.graph_.as_default():
    old = v1.GraphDef()
    old.versions.producer = 1
    v1.import_graph_def(old, name="")
FLOATS = (np.float32, np.float64, np.float16)


def ints(*shape):
    """Small whole numbers: every sum is exact, whatever its order."""
    return f.rng.randint(-3, 4, shape).astype(np.float32)


# ---- Conv3DBackpropFilter, Conv3DBackpropInput ----
v, u = ints(2, 4, 5, 6, 2), ints(2, 3, 2, 2, 3)
ONE = [1, 1, 1, 1, 1]
for t in FLOATS:
    for op, second in (("Conv3DBackpropFilter", u.astype(t)),):
        f.op(op, [v.astype(t), second, ints(2, 4, 5, 6, 3).astype(t)], strides=ONE, padding="SAME")
        f.op(op, [v.astype(t), second, ints(2, 3, 3, 5, 3).astype(t)], strides=ONE, padding="VALID")
        f.op(op, [v.astype(t), second, ints(2, 2, 3, 2, 3).astype(t)], strides=[1, 2, 2, 3, 1], padding="SAME")
        f.op(op, [v.astype(t), second, ints(2, 2, 3, 2, 3).astype(t)], strides=[1, 2, 1, 3, 1], padding="VALID")
    f.op("Conv3DBackpropInput", [v.astype(t), u.astype(t), ints(2, 4, 5, 6, 3).astype(t)], strides=ONE, padding="SAME")
    f.op("Conv3DBackpropInput", [v.astype(t), u.astype(t), ints(2, 2, 3, 2, 3).astype(t)], strides=[1, 2, 2, 3, 1], padding="SAME")
    f.op("Conv3DBackpropInput", [v.astype(t), u.astype(t), ints(2, 2, 3, 2, 3).astype(t)], strides=[1, 2, 1, 3, 1], padding="VALID")
for op, a, b in (("Conv3DBackpropFilter", v, u), ("Conv3DBackpropInput", v, u)):
    g = ints(2, 4, 5, 6, 3)
    f.op(op, [a, b, g], strides=ONE, padding="SAME", dilations=[1, 1, 2, 1, 1])
    f.op(op, [a, b, g], strides=[1, 1, 1, 1, 2], padding="SAME")
    f.op(op, [a, b, g], strides=[2, 1, 1, 1, 1], padding="SAME")
    f.op(op, [a, b, ints(2, 4, 5, 5, 3)], strides=ONE, padding="SAME")
    f.op(op, [a, b, ints(1, 4, 5, 6, 3)], strides=ONE, padding="SAME")
    f.op(op, [a, b, ints(2, 4, 5, 6, 4)], strides=ONE, padding="SAME")
    f.op(op, [a, b, ints(2, 4, 5, 6)], strides=ONE, padding="SAME")
    f.op(op, [a, ints(2, 3, 2, 3, 3), g], strides=ONE, padding="SAME")
    f.op(op, [a, ints(2, 3, 2, 1, 3), g], strides=ONE, padding="SAME")
    f.op(op, [a, ints(2, 3, 2, 2), g], strides=ONE, padding="SAME")
    f.op(op, [a[0], b, g], strides=ONE, padding="SAME")
    f.op(op, [ints(0, 4, 5, 6, 2), b, ints(0, 4, 5, 6, 3)], strides=ONE, padding="SAME")
    f.op(op, [a, ints(2, 3, 0, 2, 3), g], strides=ONE, padding="SAME")
    if op == "Conv3DBackpropFilter":		# the other divides by zero
        f.op(op, [a, ints(2, 3, 2, 2, 0), ints(2, 4, 5, 6, 0)], strides=ONE, padding="SAME")
    f.op(op, [a, ints(9, 3, 2, 2, 3), g], strides=ONE, padding="VALID")


# ---- TopK, which no kernel of TensorFlow 2.15 fits (they ask for an attribute that it has not): TopKV2 ----
def top_k(inputs, k, sorted=True):
    internal(f, "TopK", inputs, means=lambda x: list(tf.raw_ops.TopKV2(input=x, k=k, sorted=sorted)), T=typed(inputs[0]).dtype,
             k=k, sorted=sorted)


x = f.numbers((3, 7))
for t in (np.float32, np.float64, np.float16, np.int32, np.int8, np.uint8, np.int16, np.uint16, np.uint32, np.int64, np.uint64):
    top_k([(np.abs(x) * 9).astype(t)], k=3)
top_k([as_type(x, tf.bfloat16)], k=2)
top_k([x], k=5, sorted=False)
top_k([x], k=0)
top_k([x], k=7)
top_k([x[0]], k=2)
top_k([f.numbers((2, 3, 4))], k=2)
top_k([f32([np.inf, 1, -np.inf, 2, 2, 2])], k=4)
top_k([x], k=8)
top_k([f32(3)], k=1)
top_k([x[:0]], k=2)

# ---- AdjustContrast ----
x = f.rng.randint(0, 100, (2, 3, 4, 3))
for t in (np.float32, np.float64, np.int32, np.int16, np.int8, np.uint8):
    f.op("AdjustContrast", [x.astype(t), f32(1.7), f32(-1000), f32(1000)], rel=3e-7)
    f.op("AdjustContrast", [x.astype(t), f32(2.5), f32(20), f32(90)], rel=3e-7)
X = f.numbers((3, 4, 2))
f.op("AdjustContrast", [X, f32(0.5), f32(-0.5), f32(0.5)], rel=3e-7)
f.op("AdjustContrast", [f.numbers((2, 2, 3, 4, 2)), f32(-1), f32(-9), f32(9)], rel=3e-7)
f.op("AdjustContrast", [X, f32(np.nan), f32(-1), f32(1)])
f.op("AdjustContrast", [f32([np.inf, 1, np.nan, 2]).reshape(1, 2, 2), f32(2), f32(-1), f32(1)])
f.op("AdjustContrast", [X, f32(2), f32(1), f32(-1)])
f.op("AdjustContrast", [X[0], f32(2), f32(-1), f32(1)])
f.op("AdjustContrast", [X, f32([2]), f32(-1), f32(1)])
f.op("AdjustContrast", [X, f32(2), f32([-1]), f32(1)])
f.op("AdjustContrast", [X, f32(2), f32(-1), f32([1, 2])])
f.op("AdjustContrast", [X[:0], f32(2), f32(-1), f32(1)])
f.op("AdjustContrast", [X[None][:0], f32(2), f32(-1), f32(1)])

# ---- BatchNormWithGlobalNormalization and its gradient ----
def norm(t=np.float32, n=4, shape=(2, 3, 3)):
    return [f.numbers(shape + (4,)).astype(t), f.numbers(n).astype(t), np.abs(f.numbers(n)).astype(t)], \
           [f.numbers(n).astype(t), f.numbers(n).astype(t)]


for t in FLOATS:
    for scale in (True, False):
        a, b = norm(t)
        rel = {np.float32: 6e-7, np.float64: 1e-14, np.float16: 4e-3}[t]
        f.op("BatchNormWithGlobalNormalization", a + b, variance_epsilon=0.01, scale_after_normalization=scale, rel=rel)
        f.op("BatchNormWithGlobalNormalizationGrad", a + [b[0], f.numbers((2, 3, 3, 4)).astype(t)], variance_epsilon=0.01,
             scale_after_normalization=scale, rel=max(rel * 4, 0.06 if t == np.float16 else 0))
for op, last in (("BatchNormWithGlobalNormalization", f.numbers(4)), ("BatchNormWithGlobalNormalizationGrad", f.numbers((2, 3, 3, 4)))):
    (x, m, v), (g, _) = norm()
    k = dict(variance_epsilon=0.001, scale_after_normalization=True)
    f.op(op, [x[0], m, v, g, last], **k)
    f.op(op, [x, m[None], v, g, last], **k)
    f.op(op, [x, m, v[None], g, last], **k)
    f.op(op, [x, m, v, g[None], last], **k)
    f.op(op, [x, m, v, g, last[None]], **k)
    f.op(op, [x, m, -v, g, last], **k, rel=2e-6)

# ---- QuantizeAndDequantize ----
x = f32([-2.3, -0.7, 0, 0.4, 1.9, 3.1])
for t in (np.float32, np.float64):
    for signed in (True, False):
        f.op("QuantizeAndDequantize", [x.astype(t)], signed_input=signed)
        f.op("QuantizeAndDequantize", [x.astype(t)], signed_input=signed, num_bits=4, range_given=True, input_min=-2, input_max=1.5)
        f.op("QuantizeAndDequantize", [abs(x).astype(t)], signed_input=signed, num_bits=5)
f.op("QuantizeAndDequantize", [x], num_bits=0)
f.op("QuantizeAndDequantize", [x], num_bits=64)
f.op("QuantizeAndDequantize", [x], num_bits=63)
f.op("QuantizeAndDequantize", [x], range_given=True, input_min=2, input_max=1)
f.op("QuantizeAndDequantize", [x[:0]])
f.op("QuantizeAndDequantize", [x * 0])
f.op("QuantizeAndDequantize", [f32(3.3)])
f.op("QuantizeAndDequantize", [f32([np.nan, 1, 2])])
f.op("QuantizeAndDequantize", [f32([np.inf, 1, 2])])

# ---- TileGrad, which no kernel of TensorFlow 2.15 fits either: a sum over the tiles ----
def tile_grad(x, times):
    x, times = typed(x), i32(times)
    dims = [d for n, m in zip(x.array.shape, times) for d in (m, n // m)]
    internal(f, "TileGrad", [x, times], T=x.dtype, rel=3e-7,
             means=lambda x, _: [tf.reduce_sum(tf.reshape(x, dims), list(range(0, len(dims), 2)))])


x = ints(4, 6)
for t in (np.float32, np.float64, np.float16, np.int32, np.int64, np.int16, np.complex64, np.complex128):
    tile_grad(x.astype(t), [2, 3])
tile_grad(as_type(x, tf.bfloat16), [2, 3])
tile_grad(f.numbers((4, 6)), [2, 3])
tile_grad(x, [1, 1])
tile_grad(x, [4, 1])
tile_grad(x, [1, 2])
tile_grad(ints(2, 3, 4), [2, 1, 2])
tile_grad(ints(2, 2, 2, 3, 4, 2), [2, 1, 2, 3, 1, 2])
tile_grad(ints(2, 2, 2, 3, 4, 2, 2), [1] * 7)
tile_grad(f32(3), np.zeros(0, np.int32))
tile_grad(ints(0, 6), [2, 3])
f.write()
