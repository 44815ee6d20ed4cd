"""Ops that Grappler's rewriting leaves in frozen graphs: _FusedConv2D, _FusedMatMul, _FusedBatchNormEx,
_UnaryOpsComposition and those of mobile graphs (FusedPadConv2D, FusedResizeAndPadConv2D). Python has no functions for
those with an underscore: their nodes are made by hand."""
from cases import *
from internal import internal

f = Family("fused")
BF = tf.bfloat16


def ints(*shape):
    """Small whole numbers: every sum is exact, whatever its order."""
    return f.rng.randint(-4, 5, shape).astype(np.float32)


def norm(n, t=np.float32):
    """Scale, offset, mean, variance."""
    return [f.numbers(n).astype(t), f.numbers(n).astype(t), f.numbers(n).astype(t), np.abs(f.numbers(n)).astype(t)]


def conv(x, w, args, ops, ulp=0, rel=3e-7, host=0, **k):
    a = dict(strides=[1, 1, 1, 1], padding="SAME")
    a.update(k)
    internal(f, "_FusedConv2D", [x, w] + list(args), ulp=ulp, rel=rel, T=typed(x).dtype,
             TArgs=[typed(y).dtype for y in args[:len(args) - host]], num_args=len(args) - host, num_host_args=host,
             fused_ops=ops, **a)


def matmul(a, b, args, ops, rel=3e-7, **k):
    internal(f, "_FusedMatMul", [a, b] + list(args), rel=rel, T=typed(a).dtype, num_args=len(args), fused_ops=ops, **k)


ACTS = ([], ["Relu"], ["Relu6"], ["Elu"], ["LeakyRelu"])

# ---- _FusedConv2D ----
x, w, b = f.numbers((2, 6, 5, 3)), f.numbers((3, 2, 3, 4)), f.numbers(4)
for act in ACTS:
    conv(x, w, [b], ["BiasAdd"] + act, leakyrelu_alpha=0.3)
    conv(x, w, norm(4), ["FusedBatchNorm"] + act, epsilon=0.01)
    y, v, c = (n.astype(np.float64) for n in (ints(2, 4, 5, 2), ints(2, 2, 2, 3), ints(3)))
    conv(y, v, [c], ["BiasAdd"] + act, rel=1e-15)
    conv(y, v, norm(3, np.float64), ["FusedBatchNorm"] + act, rel=1e-15)
y, v, c = ints(2, 5, 4, 2), ints(3, 2, 2, 3), ints(3)
for k in (dict(padding="VALID"), dict(strides=[1, 2, 1, 1]), dict(dilations=[1, 1, 2, 1]),
          dict(padding="EXPLICIT", explicit_paddings=[0, 0, 1, 0, 2, 1, 0, 0])):
    conv(y, v, [c], ["BiasAdd", "Relu"], rel=0, **k)
conv(y, ints(1, 1, 2, 3), [c], ["BiasAdd", "Relu6"], rel=0)
conv(y, ints(5, 4, 2, 3), [c], ["BiasAdd"], rel=0, padding="VALID")
edge = f32([np.nan, np.inf, -np.inf, -0.0, 0, 7, -7, 1e-40]).reshape(1, 2, 4, 1)
for act in ACTS:
    conv(edge, np.ones((1, 1, 1, 1), np.float32), [f32([0])], ["BiasAdd"] + act)
conv(ints(0, 5, 4, 2), v, [c], ["BiasAdd"])
conv(ints(1, 0, 4, 2), v, [c], ["BiasAdd"])
conv(ints(1, 5, 4, 2), ints(3, 2, 2, 0), [ints(0)], ["BiasAdd"])
conv(y, v, [ints(4)], ["BiasAdd"])
conv(y, v, [ints(1, 3)], ["BiasAdd"])
conv(y, v, [c, c], ["BiasAdd"])
conv(y, v, [c], ["FusedBatchNorm"])
conv(y, v, [c, c, ints(3, 1), c], ["FusedBatchNorm"])
conv(y, v, [c], [])
for ops in (["BiasAdd", "Tanh"], ["BiasAdd", "Add"], ["FusedBatchNorm", "LeakyRelu"], ["Relu"]):
    conv(y, v, norm(3) if ops[0] == "FusedBatchNorm" else [c], ops)
conv(ints(1, 5, 4, 4), v, [c], ["BiasAdd"])		# groups
conv(ints(1, 5, 4, 3), v, [c], ["BiasAdd"])
conv(y.transpose(0, 3, 1, 2), v, [c], ["BiasAdd"], data_format="NCHW")
conv(y[0], v, [c], ["BiasAdd"])
conv(y, v[0], [c], ["BiasAdd"])
conv(y, v, [c], ["BiasAdd"], strides=[1, 1, 1, 2])
conv(ints(1, 2, 1, 2), v, [c], ["BiasAdd"], padding="VALID")

# ---- _FusedMatMul ----
a, m, b = f.numbers((3, 5)), f.numbers((5, 4)), f.numbers(4)
for act in ACTS + (["Tanh"], ["Sigmoid"]):
    matmul(a, m, [b], ["BiasAdd"] + act, leakyrelu_alpha=0.1)
    matmul(as_type(ints(3, 5), BF), as_type(ints(5, 4), BF), [as_type(ints(4), BF)], ["BiasAdd"] + act, rel=8e-3)
matmul(a.T, m, [b], ["BiasAdd"], transpose_a=True)
matmul(a, m.T, [b], ["BiasAdd", "Relu"], transpose_b=True)
matmul(a.T, m.T, [b], ["BiasAdd", "Relu"], transpose_a=True, transpose_b=True)
matmul(ints(0, 5), m, [b], ["BiasAdd"])
matmul(ints(3, 0), ints(0, 4), [b], ["BiasAdd"])
matmul(ints(3, 0), ints(0, 4), [b], ["BiasAdd", "Relu"])
matmul(a, ints(5, 0), [ints(0)], ["BiasAdd"])
matmul(a, m, [ints(1, 4)], ["BiasAdd"])
matmul(a, ints(4, 4), [b], ["BiasAdd"])
matmul(a[0], m, [b], ["BiasAdd"])
matmul(a, m[0], [b], ["BiasAdd"])
matmul(a, m, [b, b], ["BiasAdd"])
matmul(a, m, [b], [])
matmul(a, m, [b] * 4, ["FusedBatchNorm"])

# int8: products scaled, a side input, a bias in float, rounded
for t in (tf.int8, tf.qint8):
    for act in ([], ["Relu"]):
        y, v = as_type(f.rng.randint(-128, 128, (1, 4, 4, 2)), t), as_type(f.rng.randint(-128, 128, (2, 3, 2, 3)), t)
        some = as_type(f.rng.randint(-128, 128, (1, 4, 4, 3)), t)
        for side, scale, by in ((some, f32([0.01]), 0.37), (some, f32([0.004, 0.01, 0.02]), -1),
                                (as_type(np.zeros((0,)), t), f32([0.01, 0.01, 0.02]), 0)):
            conv(y, v, [f.numbers(3, scale=30.0), side, scale, f32(by)], ["BiasAdd"] + act, rel=0, host=2)
y, v = y, as_type(f.rng.randint(-128, 128, (1, 1, 2, 3)), t)
conv(y, v, [f.numbers(3), as_type(np.zeros((1, 4, 4, 3)), t), f32([0.01]), f32(0)], ["BiasAdd"], rel=0, host=2)
conv(y, v, [f.numbers(3), as_type(np.zeros((0,)), t), f32([0.01]), f32(1)], ["BiasAdd", "Relu6"], rel=0, host=2)
conv(y, v, [f.numbers(3), as_type(np.zeros((0,)), t), f32([0.01]), f32(1)], ["BiasAdd"], rel=0, host=2, dilations=[1, 2, 1, 1])

conv(as_type(np.ones((1, 2, 4, 4)), t), v, [f.numbers(3), as_type(np.zeros((0,)), t), f32([0.01]), f32(0)], ["BiasAdd"], rel=0, host=2,
     data_format="NCHW")

# ---- What TensorFlow runs only where oneDNN's rewriting takes it: the ops that they stand for ----
PLAIN = {"Relu": tf.nn.relu, "Relu6": tf.nn.relu6, "Elu": tf.nn.elu, "LeakyRelu": lambda x: tf.nn.leaky_relu(x, 0.3)}


def stands(op, base, inputs, ops, rel, **k):
    def means(x, w, b):
        y = base(x, w)
        y = tf.nn.bias_add(y, b) if y.dtype != tf.bfloat16 else y + b
        for act in ops[1:]:
            y = PLAIN[act](y)
        return [y]
    internal(f, op, inputs, rel=rel, means=means, T=typed(inputs[0]).dtype, num_args=1, fused_ops=ops, leakyrelu_alpha=0.3, **k)


x, w, b = f.numbers((2, 6, 5, 3)), f.numbers((3, 2, 3, 2)), f.numbers(6)
for act in ([], ["Relu"], ["Relu6"], ["Elu"]):
    for k in (dict(strides=[1, 1, 1, 1], padding="SAME"), dict(strides=[1, 2, 2, 1], padding="VALID")):
        def depthwise(x, w):
            return tf.raw_ops.DepthwiseConv2dNative(input=x, filter=w, **k)
        stands("_FusedDepthwiseConv2dNative", depthwise, [x, w, b], ["BiasAdd"] + act, 4e-7, **k)
x, w, b = f.numbers((1, 4, 3, 5, 2)), f.numbers((2, 2, 3, 2, 3)), f.numbers(3)
for act in ACTS:
    for k in (dict(strides=[1, 1, 1, 1, 1], padding="SAME"), dict(strides=[1, 2, 1, 2, 1], padding="VALID")):
        def conv3(x, w):
            return tf.raw_ops.Conv3D(input=x, filter=w, **k)
        stands("_FusedConv3D", conv3, [x, w, b], ["BiasAdd"] + act, 4e-7, **k)

def norm_ex(x, act, train, side=(), t=np.float32, **k):
    def means(x, scale, offset, mean, variance, *side):
        y = tf.raw_ops.FusedBatchNormV3(x=x, scale=scale, offset=offset, mean=mean, variance=variance, is_training=train, **k)
        z = y[0] + side[0] if side else y[0]
        return [tf.nn.relu(z) if act == "Relu" else z, y[1], y[2]]
    internal(f, "_FusedBatchNormEx", [x] + norm(4) + list(side), rel=6e-7, means=means, T=tf.float32, U=tf.float32,
             num_side_inputs=len(side), is_training=train, activation_mode=act, **k)


x = f.numbers((2, 3, 3, 4))
for act in ("Identity", "Relu"):
    for train in (False, True):
        norm_ex(x, act, train, epsilon=0.01)
        norm_ex(x, act, train, [f.numbers((2, 3, 3, 4))])

# ---- _UnaryOpsComposition ----
LOW = ["Abs", "Ceil", "Cos", "Expm1", "Exp", "Floor", "Inv", "Log", "Log1p", "Neg", "Reciprocal", "Round", "Rsqrt",
       "Sigmoid", "Sin", "Sqrt", "Square", "Tanh", "Elu", "Relu", "Relu6", "Selu"]
MORE = ["Acos", "Acosh", "Asin", "Asinh", "Atan", "Atanh", "Cosh", "Rint", "Sinh", "Tan"]
x = np.abs(f.numbers(23))


def chain(x, *ops, **k):
    internal(f, "_UnaryOpsComposition", [x], T=typed(x).dtype, op_names=list(ops), **k)


for t in (np.float32, np.float64, np.float16):
    for op in LOW + (MORE if t != np.float16 else []):
        chain((x + 1 if op == "Acosh" else x / 4 if op in ("Acos", "Asin", "Atanh") else x).astype(t), op,
              ulp=2 if t != np.float16 else 1)
    chain((x - 1).astype(t), "Abs", "Sqrt", "Neg", "Exp", ulp=4)
    chain((x - 1).astype(t), "Relu", "Square", "Rsqrt", ulp=4)
    chain(np.array([np.nan, np.inf, -np.inf, -0.0], t), "Relu", "Neg")
    chain(np.array([np.nan, np.inf, -np.inf, -0.0], t), "Neg", "Relu6")
    chain(np.zeros((0, 3), t), "Exp", "Neg")
    chain(np.array(2, t), "Neg", "Square")
chain(x)
chain(x, "Neg", "Erf")
chain(x.astype(np.float16), "Asin")
chain(x, "MatMul")

# ---- FusedPadConv2D, FusedResizeAndPadConv2D ----
def padded(op, inputs, rel=0, **k):
    """TensorFlow makes the node only where it knows the ranks and how many paddings there are."""
    names = ["input", "paddings", "filter"] if len(inputs) == 3 else ["input", "size", "paddings", "filter"]
    shapes = [[None] * typed(i).array.ndim for i in inputs]
    shapes[-2] = typed(inputs[-2]).array.shape

    def build(*places):
        known = [tf.ensure_shape(p, s) for p, s in zip(places, shapes)]
        return getattr(tf.raw_ops, op)(**dict(zip(names, known)), **k, name="op")
    try:
        f.graph(op, build, inputs, rel=rel)
    except ValueError as e:
        print("left out, as TensorFlow cannot make it:", op, str(e)[:60])


x, w = ints(1, 4, 5, 2), ints(3, 2, 2, 3)
P = i32([[0, 0], [2, 1], [1, 2], [0, 0]])
for t in (np.float32, np.float64, np.float16):
    for mode in ("REFLECT", "SYMMETRIC"):
        for pad in ("VALID", "SAME"):
            padded("FusedPadConv2D", [x.astype(t), P, w.astype(t)], mode=mode, strides=[1, 1, 1, 1], padding=pad)
        padded("FusedResizeAndPadConv2D", [x.astype(t), i32([8, 3]), P, w.astype(t)], mode=mode, strides=[1, 2, 2, 1],
             padding="VALID", rel=1e-3 if t == np.float16 else 1e-6)
        padded("FusedResizeAndPadConv2D", [x.astype(t), i32([7, 7]), P, w.astype(t)], mode=mode, strides=[1, 1, 1, 1],
             padding="SAME", resize_align_corners=True, rel=1e-3 if t == np.float16 else 1e-6)
padded("FusedPadConv2D", [as_type(x, BF), P, as_type(w, BF)], mode="REFLECT", strides=[1, 1, 1, 1], padding="VALID")
padded("FusedPadConv2D", [x, P * 0, w], mode="REFLECT", strides=[1, 2, 2, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([[0, 0], [4, 1], [1, 2], [0, 0]]), w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([[0, 0], [4, 1], [1, 2], [0, 0]]), w], mode="SYMMETRIC", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([[0, 0], [5, 1], [1, 2], [0, 0]]), w], mode="SYMMETRIC", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([[0, 0], [-1, 1], [1, 2], [0, 0]]), w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([[1, 0], [1, 1], [1, 2], [0, 0]]), w], mode="SYMMETRIC", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([[0, 0], [1, 1], [1, 2], [0, 1]]), w], mode="SYMMETRIC", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([[0, 0], [1, 1], [1, 2]]), w], mode="SYMMETRIC", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, i32([0, 0, 1]), w], mode="SYMMETRIC", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x[0], P, w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, P, w[0]], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, P, ints(3, 2, 3, 3)], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, P, w], mode="REFLECT", strides=[1, 1, 1, 2], padding="SAME")
padded("FusedPadConv2D", [x, P, w], mode="REFLECT", strides=[1, 0, 1, 1], padding="SAME")
padded("FusedPadConv2D", [ints(0, 4, 5, 2), P, w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedPadConv2D", [x, P, ints(9, 9, 2, 1)], mode="REFLECT", strides=[1, 1, 1, 1], padding="VALID")
for size in (i32([0, 3]), i32([3, -1]), i32([3]), i32(3), i32([[3, 3]])):
    padded("FusedResizeAndPadConv2D", [x, size, P, w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedResizeAndPadConv2D", [x, i32([1, 1]), P, w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedResizeAndPadConv2D", [x, i32([1, 1]), P, w], mode="SYMMETRIC", strides=[1, 1, 1, 1], padding="SAME",
     resize_align_corners=True)
padded("FusedResizeAndPadConv2D", [ints(1, 0, 5, 2), i32([4, 4]), P, w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
padded("FusedResizeAndPadConv2D", [x[0], i32([4, 4]), P, w], mode="REFLECT", strides=[1, 1, 1, 1], padding="SAME")
f.write()
