"""Conv2D, Conv3D, DepthwiseConv2dNative and their gradients (transposed convolutions)."""
from cases import *

f = Family("conv")
FLOATS = (np.float32, np.float64, np.float16)
BF = tf.bfloat16


def ints(*shape):
    """Small whole numbers: every sum is exact, whatever its order."""
    return f.rng.randint(-4, 5, shape).astype(np.float32)


def numbers(*shape):
    return f.numbers(shape)


def same(op, inputs, **k):
    f.op(op, inputs, rel=3e-7, **k)


# ---- Conv2D ----
x, w = ints(2, 7, 6, 3), ints(3, 2, 3, 4)
for t in FLOATS + (np.int32,):
    f.op("Conv2D", [x.astype(t), w.astype(t)], strides=[1, 1, 1, 1], padding="SAME")
    f.op("Conv2D", [x.astype(t), w.astype(t)], strides=[1, 2, 3, 1], padding="VALID")
f.op("Conv2D", [as_type(x, BF), as_type(w, BF)], strides=[1, 1, 1, 1], padding="SAME")
for pad in ("SAME", "VALID"):
    for s in ([1, 1, 1, 1], [1, 2, 2, 1], [1, 3, 1, 1]):
        for d in ([1, 1, 1, 1], [1, 2, 3, 1]):
            same("Conv2D", [numbers(1, 8, 9, 3), numbers(3, 3, 3, 2)], strides=s, padding=pad, dilations=d)
f.op("Conv2D", [x, w], strides=[1, 2, 1, 1], padding="EXPLICIT", explicit_paddings=[0, 0, 1, 2, 3, 0, 0, 0])
f.op("Conv2D", [x, w], strides=[1, 1, 2, 1], padding="EXPLICIT", explicit_paddings=[0, 0, 0, 0, 1, 1, 0, 0],
     dilations=[1, 2, 1, 1])
f.op("Conv2D", [ints(2, 5, 5, 4), ints(1, 1, 4, 3)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [ints(2, 5, 5, 4), ints(1, 1, 4, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2D", [ints(2, 3, 4, 2), ints(3, 4, 2, 5)], strides=[1, 1, 1, 1], padding="VALID")
f.op("Conv2D", [ints(1, 5, 5, 6), ints(3, 3, 2, 6)], strides=[1, 1, 1, 1], padding="SAME")	# groups
f.op("Conv2D", [ints(1, 5, 5, 6), ints(3, 3, 1, 12)], strides=[1, 2, 2, 1], padding="VALID")
f.op("Conv2D", [ints(0, 5, 5, 3), w], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [ints(1, 0, 5, 3), w], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [f32([np.inf, 1, np.nan, 2]).reshape(1, 2, 2, 1), f32([0, 1]).reshape(1, 2, 1, 1)],
     strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [ints(1, 2, 2, 3), w], strides=[1, 1, 1, 1], padding="VALID")	# too small
f.op("Conv2D", [ints(1, 5, 5, 3), ints(0, 2, 3, 1)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [ints(1, 5, 5, 3), ints(2, 2, 0, 1)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [ints(1, 5, 5, 3), ints(2, 2, 3, 0)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [ints(5, 5, 3), w], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [x, ints(2, 2, 3)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [x, ints(2, 2, 2, 2)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [x, w], strides=[1, 1, 1, 2], padding="SAME")
f.op("Conv2D", [x, w], strides=[2, 1, 1, 1], padding="SAME")
f.op("Conv2D", [x, w], strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 1, 1, 2])
f.op("Conv2D", [x.transpose(0, 3, 1, 2), w], strides=[1, 1, 1, 1], padding="SAME", data_format="NCHW")
f.op("Conv2D", [ints(1, 5, 5, 6), ints(3, 3, 2, 5)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2D", [numbers(1, 12, 12, 16), numbers(3, 3, 16, 8)], strides=[1, 1, 1, 1], padding="SAME", rel=6e-7)

# ---- Conv2DBackpropInput ----
for t in FLOATS + (np.int32,):
    f.op("Conv2DBackpropInput", [i32([2, 7, 6, 3]), w.astype(t), ints(2, 7, 6, 4).astype(t)], strides=[1, 1, 1, 1],
         padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 7, 6, 3]), as_type(w, BF), as_type(ints(2, 7, 6, 4), BF)], strides=[1, 1, 1, 1],
     padding="SAME")
for s, pad, hw in ((2, "SAME", (4, 5)), (2, "VALID", (3, 4)), (3, "SAME", (3, 3)), (1, "VALID", (6, 7)), (4, "SAME", (2, 3))):
    same("Conv2DBackpropInput", [i32([2, 8, 9, 2]), numbers(3, 3, 2, 3), numbers(2, *hw, 3)], strides=[1, s, s, 1],
         padding=pad)
f.op("Conv2DBackpropInput", [i32([8, 9]), ints(3, 3, 2, 3), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([1, 8, 9, 2]), ints(3, 3, 2, 3), ints(1, 8, 9, 3)], strides=[1, 1, 1, 1], padding="SAME",
     dilations=[1, 2, 2, 1])
f.op("Conv2DBackpropInput", [i32([1, 8, 9, 2]), ints(3, 3, 2, 3), ints(1, 8, 7, 3)], strides=[1, 1, 1, 1],
     padding="EXPLICIT", explicit_paddings=[0, 0, 1, 1, 0, 0, 0, 0])
f.op("Conv2DBackpropInput", [i32([1, 8, 9, 2]), ints(2, 2, 2, 3), ints(1, 4, 5, 3)], strides=[1, 2, 2, 1],
     padding="EXPLICIT", explicit_paddings=[0, 0, 0, 1, 1, 1, 0, 0])
f.op("Conv2DBackpropInput", [i32([0, 8, 9, 2]), ints(3, 3, 2, 3), ints(0, 8, 9, 3)], strides=[1, 1, 1, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 8, 9, 2]), ints(3, 3, 2, 3), ints(2, 4, 4, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([3, 8, 9, 2]), ints(3, 3, 2, 3), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 8, 9, 2]), ints(3, 3, 2, 3), ints(2, 4, 5, 4)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 8, 9, 3]), ints(3, 3, 2, 3), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 8, 9, 4]), ints(3, 3, 2, 4), ints(2, 4, 5, 4)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 8, 9]), ints(3, 3, 2, 3), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32(2), ints(3, 3, 2, 3), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, -8, 9, 2]), ints(3, 3, 2, 3), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([-8, 9]), ints(3, 3, 2, 3), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 8, 9, 2]), ints(3, 3, 2), ints(2, 4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 8, 9, 2]), ints(3, 3, 2, 3), ints(4, 5, 3)], strides=[1, 2, 2, 1], padding="SAME")
f.op("Conv2DBackpropInput", [i32([2, 2, 8, 9]), ints(3, 3, 2, 3), ints(2, 3, 4, 5)], strides=[1, 1, 2, 2], padding="SAME",
     data_format="NCHW")

# ---- Conv2DBackpropFilter ----
for t in FLOATS:
    f.op("Conv2DBackpropFilter", [x.astype(t), i32([3, 2, 3, 4]), ints(2, 7, 6, 4).astype(t)], strides=[1, 1, 1, 1],
         padding="SAME")
f.op("Conv2DBackpropFilter", [x, i32([3, 2, 3, 4]), ints(2, 3, 2, 4)], strides=[1, 2, 3, 1], padding="VALID")
f.op("Conv2DBackpropFilter", [x, i32([3, 2, 3, 4]), ints(2, 3, 3, 4)], strides=[1, 2, 3, 1], padding="VALID")
f.op("Conv2DBackpropFilter", [x, i32([3, 2, 3]), ints(2, 3, 2, 4)], strides=[1, 2, 3, 1], padding="VALID")

# ---- Conv3D ----
v, u = ints(2, 4, 5, 6, 2), ints(2, 3, 2, 2, 3)
for t in FLOATS:
    f.op("Conv3D", [v.astype(t), u.astype(t)], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [as_type(v, BF), as_type(u, BF)], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [v, u], strides=[1, 2, 1, 3, 1], padding="VALID")
f.op("Conv3D", [v, u], strides=[1, 2, 2, 2, 1], padding="SAME")
f.op("Conv3D", [v, u], strides=[1, 1, 1, 1, 1], padding="SAME", dilations=[1, 1, 2, 1, 1])
f.op("Conv3D", [v, ints(2, 3, 2, 1, 3)], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [ints(2, 4, 5, 6), u], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [v, ints(2, 3, 2, 2)], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [v, ints(2, 3, 2, 3, 1)], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [v, u], strides=[1, 1, 1, 1, 2], padding="SAME")
f.op("Conv3D", [ints(0, 4, 5, 6, 2), u], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [v, ints(2, 0, 2, 2, 1)], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3D", [ints(1, 1, 5, 6, 2), u], strides=[1, 1, 1, 1, 1], padding="VALID")
f.op("Conv3D", [v, u], strides=[1, 1, 1, 1, 1], padding="SAME", data_format="NCDHW")
same("Conv3D", [numbers(1, 4, 4, 4, 3), numbers(3, 3, 3, 3, 2)], strides=[1, 1, 1, 1, 1], padding="SAME")

# ---- Conv3DBackpropInputV2 ----
for t in FLOATS:
    f.op("Conv3DBackpropInputV2", [i32([2, 4, 5, 6, 2]), u.astype(t), ints(2, 4, 5, 6, 3).astype(t)],
         strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("Conv3DBackpropInputV2", [i64([2, 4, 5, 6, 2]), u, ints(2, 2, 3, 3, 3)], strides=[1, 2, 2, 2, 1], padding="SAME")
f.op("Conv3DBackpropInputV2", [i32([2, 4, 5, 6, 2]), u, ints(2, 2, 2, 3, 3)], strides=[1, 2, 2, 2, 1], padding="VALID")
f.op("Conv3DBackpropInputV2", [i32([2, 4, 5, 6, 2]), u, ints(2, 2, 2, 2, 3)], strides=[1, 2, 2, 2, 1], padding="VALID")
f.op("Conv3DBackpropInputV2", [i32([2, 4, 5, 6]), u, ints(2, 2, 2, 3, 3)], strides=[1, 2, 2, 2, 1], padding="VALID")
f.op("Conv3DBackpropInputV2", [i32([2, 4, 5, 6, 2]), u, ints(2, 2, 2, 3, 2)], strides=[1, 2, 2, 2, 1], padding="VALID")

# ---- DepthwiseConv2dNative ----
k = ints(3, 2, 3, 2)
for t in FLOATS:
    f.op("DepthwiseConv2dNative", [x.astype(t), k.astype(t)], strides=[1, 1, 1, 1], padding="SAME")
    f.op("DepthwiseConv2dNative", [x.astype(t), k[:, :, :, :1].astype(t)], strides=[1, 2, 2, 1], padding="VALID")
f.op("DepthwiseConv2dNative", [as_type(x, BF), as_type(k, BF)], strides=[1, 1, 1, 1], padding="SAME")
for d in ([1, 1, 1, 1], [1, 2, 2, 1]):
    for pad in ("SAME", "VALID"):
        same("DepthwiseConv2dNative", [numbers(2, 8, 9, 5), numbers(3, 3, 5, 1)], strides=[1, 1, 1, 1], padding=pad,
             dilations=d)
f.op("DepthwiseConv2dNative", [x, k], strides=[1, 2, 2, 1], padding="EXPLICIT", explicit_paddings=[0, 0, 1, 2, 0, 3, 0, 0])
f.op("DepthwiseConv2dNative", [ints(0, 5, 5, 3), k], strides=[1, 1, 1, 1], padding="SAME")
f.op("DepthwiseConv2dNative", [x, ints(3, 2, 2, 2)], strides=[1, 1, 1, 1], padding="SAME")
f.op("DepthwiseConv2dNative", [x, ints(3, 2, 3)], strides=[1, 1, 1, 1], padding="SAME")
f.op("DepthwiseConv2dNative", [ints(7, 6, 3), k], strides=[1, 1, 1, 1], padding="SAME")
f.op("DepthwiseConv2dNative", [x, k], strides=[1, 1, 2, 1], padding="SAME")
f.op("DepthwiseConv2dNative", [x, k], strides=[1, 1, 1, 2], padding="SAME")
f.op("DepthwiseConv2dNative", [x, k], strides=[1, 1, 1, 1], padding="SAME", data_format="NCHW")
f.op("DepthwiseConv2dNative", [ints(1, 2, 2, 3), k], strides=[1, 1, 1, 1], padding="VALID")
f.op("DepthwiseConv2dNative", [ints(1, 2, 2, 0), ints(2, 2, 0, 1)], strides=[1, 1, 1, 1], padding="VALID")

# ---- DepthwiseConv2dNativeBackpropInput ----
for t in FLOATS:
    f.op("DepthwiseConv2dNativeBackpropInput", [i32([2, 7, 6, 3]), k.astype(t), ints(2, 7, 6, 6).astype(t)],
         strides=[1, 1, 1, 1], padding="SAME")
f.op("DepthwiseConv2dNativeBackpropInput", [i32([2, 7, 6, 3]), k, ints(2, 3, 3, 6)], strides=[1, 2, 2, 1], padding="VALID")
f.op("DepthwiseConv2dNativeBackpropInput", [i32([2, 7, 6, 3]), k, ints(2, 4, 3, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op("DepthwiseConv2dNativeBackpropInput", [i32([2, 7, 6, 3]), k, ints(2, 3, 4, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.op("DepthwiseConv2dNativeBackpropInput", [i32([2, 7, 6]), k, ints(2, 3, 4, 6)], strides=[1, 2, 2, 1], padding="SAME")
f.write()
