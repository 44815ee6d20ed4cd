"""Gradients of convolutions and of dilation that conv.py has not, and the Conv of any number of dimensions."""
from cases import *

f = Family("conv_back")
FLOATS = (np.float32, np.float64, np.float16)
BF = tf.bfloat16


def ints(*shape):
    """Small whole numbers: every sum is exact, whatever its order."""
    return f.rng.randint(-3, 4, shape).astype(np.float32)


# ---- Conv3DBackpropFilterV2 (the first version, and Conv3DBackpropInput: older.py) ----
v, u = ints(2, 4, 5, 6, 2), ints(2, 3, 2, 2, 3)
SIZES = i32([2, 3, 2, 2, 3])
ONE = [1, 1, 1, 1, 1]
for t in FLOATS:
    for op, second in (("Conv3DBackpropFilterV2", SIZES),):
        f.op(op, [v.astype(t), second, ints(2, 4, 5, 6, 3).astype(t)], strides=ONE, padding="SAME")
        f.op(op, [v.astype(t), second, ints(2, 3, 3, 5, 3).astype(t)], strides=ONE, padding="VALID")
        f.op(op, [v.astype(t), second, ints(2, 2, 3, 2, 3).astype(t)], strides=[1, 2, 2, 3, 1], padding="SAME")
        f.op(op, [v.astype(t), second, ints(2, 2, 3, 2, 3).astype(t)], strides=[1, 2, 1, 3, 1], padding="VALID")
f.op("Conv3DBackpropFilterV2", [as_type(v, BF), SIZES, as_type(ints(2, 4, 5, 6, 3), BF)], strides=ONE, padding="SAME", rel=8e-3)
f.op("Conv3DBackpropFilterV2", [f.numbers((1, 5, 5, 5, 3)), i32([3, 3, 3, 3, 2]), f.numbers((1, 5, 5, 5, 2))], strides=ONE,
     padding="SAME", rel=6e-7)
for op, a, b in (("Conv3DBackpropFilterV2", v, SIZES),):
    g = ints(2, 4, 5, 6, 3)
    sizes = lambda *s: i32(list(s))
    f.op(op, [a, b, g], strides=ONE, padding="SAME", dilations=[1, 1, 2, 1, 1])
    f.op(op, [a, b, g], strides=[1, 1, 1, 1, 2], padding="SAME")
    f.op(op, [a, b, g], strides=[2, 1, 1, 1, 1], padding="SAME")
    f.op(op, [a, b, ints(2, 4, 5, 5, 3)], strides=ONE, padding="SAME")
    f.op(op, [a, b, ints(1, 4, 5, 6, 3)], strides=ONE, padding="SAME")
    f.op(op, [a, b, ints(2, 4, 5, 6, 4)], strides=ONE, padding="SAME")
    f.op(op, [a, b, ints(2, 4, 5, 6)], strides=ONE, padding="SAME")
    f.op(op, [a, sizes(2, 3, 2, 3, 3), g], strides=ONE, padding="SAME")
    f.op(op, [a, sizes(2, 3, 2, 1, 3), g], strides=ONE, padding="SAME")
    f.op(op, [a, sizes(2, 3, 2, 2), g], strides=ONE, padding="SAME")
    f.op(op, [a[0], b, g], strides=ONE, padding="SAME")
    f.op(op, [ints(0, 4, 5, 6, 2), b, ints(0, 4, 5, 6, 3)], strides=ONE, padding="SAME")
    f.op(op, [a, sizes(2, 3, 0, 2, 3), g], strides=ONE, padding="SAME")
    f.op(op, [a, sizes(2, 3, 2, 2, 0), ints(2, 4, 5, 6, 0)], strides=ONE, padding="SAME")
    f.op(op, [a, sizes(9, 3, 2, 2, 3), g], strides=ONE, padding="VALID")
f.op("Conv3DBackpropFilterV2", [v, i32([-2, 3, 2, 2, 3]), ints(2, 4, 5, 6, 3)], strides=ONE, padding="SAME")
f.op("Conv3DBackpropFilterV2", [v, i32(2), ints(2, 4, 5, 6, 3)], strides=ONE, padding="SAME")
f.op("Conv3DBackpropFilterV2", [v.transpose(0, 4, 1, 2, 3), SIZES, ints(2, 3, 4, 5, 6)], strides=ONE, padding="SAME",
     data_format="NCDHW")

# ---- DepthwiseConv2dNativeBackpropFilter ----
x = ints(2, 7, 6, 3)
DEPTH = i32([3, 2, 3, 2])
OP = "DepthwiseConv2dNativeBackpropFilter"
for t in FLOATS:
    f.op(OP, [x.astype(t), DEPTH, ints(2, 7, 6, 6).astype(t)], strides=[1, 1, 1, 1], padding="SAME")
    f.op(OP, [x.astype(t), DEPTH, ints(2, 5, 5, 6).astype(t)], strides=[1, 1, 1, 1], padding="VALID")
    f.op(OP, [x.astype(t), i32([3, 2, 3, 1]), ints(2, 3, 3, 3).astype(t)], strides=[1, 2, 2, 1], padding="VALID")
f.op(OP, [as_type(x, BF), DEPTH, as_type(ints(2, 7, 6, 6), BF)], strides=[1, 1, 1, 1], padding="SAME", rel=2e-2)
f.op(OP, [f.numbers((2, 9, 8, 5)), i32([3, 3, 5, 1]), f.numbers((2, 9, 8, 5))], strides=[1, 1, 1, 1], padding="SAME", rel=6e-7)
f.op(OP, [x, DEPTH, ints(2, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, DEPTH, ints(2, 4, 5, 6)], strides=[1, 2, 2, 1], padding="EXPLICIT", explicit_paddings=[0, 0, 1, 2, 0, 3, 0, 0])
f.op(OP, [x, DEPTH, ints(2, 3, 4, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, DEPTH, ints(2, 4, 4, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, DEPTH, ints(1, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, DEPTH, ints(2, 4, 3, 5)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, i32([3, 2, 2, 2]), ints(2, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, i32([3, 2, 3]), ints(2, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, i32(3), ints(2, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, i32([3, -2, 3, 2]), ints(2, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x[0], DEPTH, ints(2, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, DEPTH, ints(4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op(OP, [x, DEPTH, ints(2, 4, 6, 6)], strides=[1, 2, 1, 1], padding="SAME")
f.op(OP, [x, DEPTH, ints(2, 7, 6, 6)], strides=[1, 1, 1, 2], padding="SAME")
f.op(OP, [x, DEPTH, ints(2, 7, 6, 6)], strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 2, 2, 1])
f.op(OP, [x, i32([3, 2, 3, 0]), ints(2, 7, 6, 0)], strides=[1, 1, 1, 1], padding="SAME")
f.op(OP, [x.transpose(0, 3, 1, 2), DEPTH, ints(2, 6, 7, 6)], strides=[1, 1, 1, 1], padding="SAME", data_format="NCHW")

# ---- Dilation2DBackpropInput, Dilation2DBackpropFilter ----
x, k = f.rng.randint(0, 9, (2, 6, 7, 3)), f.rng.randint(0, 4, (3, 2, 3))
S, R = [1, 1, 1, 1], [1, 1, 1, 1]
for op in ("Dilation2DBackpropInput", "Dilation2DBackpropFilter"):
    g = f.rng.randint(-3, 4, (2, 6, 7, 3))
    for t in FLOATS + (np.int32, np.int8, np.uint8, np.int16, np.uint16, np.uint32, np.int64, np.uint64):
        f.op(op, [x.astype(t), k.astype(t), abs(g).astype(t) if np.dtype(t).kind == "u" else g.astype(t)], strides=S, rates=R, padding="SAME")
    f.op(op, [as_type(x, BF), as_type(k, BF), as_type(g, BF)], strides=S, rates=R, padding="SAME")
    X, K = f.numbers((2, 6, 7, 3)), f.numbers((3, 2, 3))
    f.op(op, [X, K, f.numbers((2, 6, 7, 3))], strides=S, rates=R, padding="SAME", rel=1e-7)
    f.op(op, [X, K, ints(2, 2, 6, 3)], strides=[1, 2, 1, 1], rates=[1, 1, 1, 1], padding="VALID")
    f.op(op, [X, K, ints(2, 1, 6, 3)], strides=[1, 2, 1, 1], rates=[1, 2, 1, 1], padding="VALID")
    f.op(op, [X, K, ints(2, 3, 3, 3)], strides=[1, 2, 3, 1], rates=[1, 1, 2, 1], padding="SAME")
    f.op(op, [np.full((1, 2, 2, 1), np.nan, np.float32), np.zeros((2, 2, 1), np.float32), ints(1, 2, 2, 1)], strides=S, rates=R, padding="SAME")
    f.op(op, [f32([-np.inf] * 4).reshape(1, 2, 2, 1), np.zeros((2, 2, 1), np.float32), ints(1, 2, 2, 1)], strides=S, rates=R, padding="SAME")
    f.op(op, [np.zeros((1, 3, 3, 1), np.float32), np.zeros((2, 2, 1), np.float32), ints(1, 3, 3, 1)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, K, ints(2, 6, 6, 3)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, K, ints(1, 6, 7, 3)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, K, ints(2, 6, 7, 2)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, K[:, :, :2], ints(2, 6, 7, 2)], strides=S, rates=R, padding="SAME")
    f.op(op, [X[0], K, ints(2, 6, 7, 3)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, K[0], ints(2, 6, 7, 3)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, K, ints(6, 7, 3)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, K, ints(2, 6, 7, 3)], strides=[1, 1, 1, 2], rates=R, padding="SAME")
    f.op(op, [X, K, ints(2, 6, 7, 3)], strides=S, rates=[1, 1, 1, 2], padding="SAME")
    f.op(op, [X, K, ints(2, 6, 7, 3)], strides=[1, 0, 1, 1], rates=R, padding="SAME")
    f.op(op, [X, K, ints(2, 6, 7, 3)], strides=S, rates=[1, 0, 1, 1], padding="SAME")
    f.op(op, [X[:0], K, ints(0, 6, 7, 3)], strides=S, rates=R, padding="SAME")
    f.op(op, [X, f.numbers((7, 7, 3)), ints(2, 6, 7, 3)], strides=S, rates=R, padding="VALID")

# ---- Conv ----
x, w = ints(2, 7, 6, 3), ints(3, 2, 3, 4)
for t in FLOATS + (np.int32,):
    f.op("Conv", [x.astype(t), w.astype(t)], strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 1, 1, 1])
f.op("Conv", [as_type(x, BF), as_type(w, BF)], strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 1, 1, 1])
f.op("Conv", [x, w], strides=[1, 2, 1, 1], padding="VALID")
f.op("Conv", [x, w], strides=[1, 2, 1, 1], padding="VALID", dilations=[1, 1, 2, 1])
f.op("Conv", [x, w], strides=[1, 2, 1, 1], padding="EXPLICIT", explicit_paddings=[0, 0, 1, 2, 3, 0, 0, 0])
f.op("Conv", [v, u], strides=ONE, padding="SAME", dilations=ONE)
f.op("Conv", [v, u], strides=[1, 2, 1, 2, 1], padding="VALID")
f.op("Conv", [ints(2, 3, 7, 6, 3), w], strides=[1, 1, 1, 1], padding="SAME", batch_dims=2)
f.op("Conv", [ints(2, 3, 2, 7, 6, 3), w], strides=[1, 2, 1, 1], padding="VALID", batch_dims=3)
f.op("Conv", [ints(7, 6, 3), w], strides=[1, 1, 1, 1], padding="SAME", batch_dims=0)
f.op("Conv", [ints(2, 2, 4, 5, 6, 2), u], strides=ONE, padding="SAME", batch_dims=2)
f.op("Conv", [ints(1, 5, 5, 6), ints(3, 3, 2, 6)], strides=[1, 1, 1, 1], padding="SAME", groups=3)
f.op("Conv", [ints(1, 5, 5, 6), ints(3, 3, 2, 6)], strides=[1, 1, 1, 1], padding="SAME", groups=2)
f.op("Conv", [ints(1, 5, 5, 6), ints(3, 3, 2, 6)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv", [ints(2, 5, 5), ints(3, 5, 4)], strides=[1, 1, 1], padding="SAME")
f.op("Conv", [x.transpose(0, 3, 1, 2), w], strides=[1, 1, 1, 1], padding="SAME", data_format="CHANNELS_FIRST")
f.op("Conv", [x, w], strides=[1, 1, 1], padding="SAME")
f.op("Conv", [x, w], strides=[1, 1, 1, 2], padding="SAME")
f.op("Conv", [x, w], strides=[2, 1, 1, 1], padding="SAME")
f.op("Conv", [x, w], strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 1, 1])
f.op("Conv", [x, w], strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 1, 1, 2])
f.op("Conv", [x, w], strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 0, 1, 1])
f.op("Conv", [x, w], strides=[1, 0, 1, 1], padding="SAME")
f.op("Conv", [x, w[0]], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv", [x[0], w], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv", [v, w], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv", [x, w], strides=[1, 1, 1, 1], padding="SAME", batch_dims=2)
f.op("Conv", [x, w], strides=[1, 1, 1, 1], padding="SAME", batch_dims=-1)
f.op("Conv", [x, ints(3, 2, 2, 4)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv", [v, ints(2, 3, 2, 1, 3)], strides=ONE, padding="SAME")
f.op("Conv", [v, u], strides=ONE, padding="SAME", dilations=[1, 2, 1, 1, 1])
f.op("Conv", [ints(0, 7, 6, 3), w], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv", [x, w], strides=[1, 1, 1, 1], padding="EXPLICIT")
f.op("Conv", [x, w], strides=[1, 1, 1, 1], padding="EXPLICIT", explicit_paddings=[0, 0, -1, 2, 3, 0, 0, 0])
f.op("Conv", [v.astype(np.int32), u.astype(np.int32)], strides=ONE, padding="SAME")
f.write()
