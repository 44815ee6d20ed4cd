"""Gradients of MaxPool, AvgPool and their 3-D and argmax forms, and the gradients' gradients."""
from cases import *

f = Family("pool_grad")
r = f.rng
FLOAT = (np.float32, np.float64, np.float16)
NUMBERS = FLOAT + (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16)
S = [1, 2, 2, 1]


def forward(x, k, s, padding, op=tf.raw_ops.MaxPool, **kw):
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        return session.run(op(input=v1.constant(x), ksize=k, strides=s, padding=padding, **kw))


def maximum(x, k, s, padding, many=NUMBERS, op="MaxPoolGrad", **kw):
    y = forward(x.astype(np.float32), k, s, padding, **kw)
    dy = r.randint(-9, 9, y.shape)
    for t in many:
        if op.endswith("V2"):
            f.op(op, [x.astype(t), y.astype(t), dy.astype(t), i32(k), i32(s)], padding=padding)
        else:
            f.op(op, [x.astype(t), y.astype(t), dy.astype(t)], ksize=k, strides=s, padding=padding, **kw)
    return x.astype(np.float32), y.astype(np.float32), dy.astype(np.float32)


x = r.randint(-60, 60, (2, 7, 6, 4))
maximum(x, [1, 3, 2, 1], S, "SAME")
maximum(x, [1, 3, 3, 1], [1, 1, 1, 1], "VALID", (np.float32, np.float16))
maximum(x, [1, 3, 2, 1], S, "VALID", op="MaxPoolGradV2")
maximum(x, [1, 3, 3, 1], [1, 1, 2, 1], "EXPLICIT", (np.float32,), explicit_paddings=[0, 0, 1, 2, 2, 1, 0, 0])
few = r.randint(0, 3, (2, 5, 5, 3))		# several largest ones in a window
a, y, dy = maximum(few, [1, 3, 3, 1], [1, 1, 1, 1], "SAME", (np.float32, np.float16))
KW = dict(ksize=[1, 3, 3, 1], strides=[1, 1, 1, 1], padding="SAME")
noise = [f.numbers(v.shape) for v in (a, y, dy)]
f.op("MaxPoolGrad", noise, **KW)
f.op("MaxPoolGrad", [v.astype(np.float16) for v in noise], **KW)
f.op("MaxPoolGrad", [as_type(v, tf.bfloat16) for v in noise], **KW)
bad = noise[0].copy()
bad[0, 1, 2] = np.nan
bad[0, 0, 0] = -np.inf
f.op("MaxPoolGrad", [bad, y, dy], **KW)
for op in ("MaxPoolGrad", "MaxPoolGradGrad"):
    f.op(op, [a[0], y, dy], **KW)
    f.op(op, [a, y[0], dy], **KW)
    f.op(op, [a, y, dy[0]], **KW)
    f.op(op, [a, y[:1], dy], **KW)
    f.op(op, [a, y, dy[:1]], **KW)
    f.op(op, [a, y, dy], ksize=[1, 3, 3, 2], strides=[1, 1, 1, 1], padding="SAME")
    f.op(op, [a, y, dy], ksize=[2, 3, 3, 1], strides=[1, 1, 1, 1], padding="SAME")
    f.op(op, [a, y, dy], ksize=[1, 9, 3, 1], strides=[1, 1, 1, 1], padding="VALID")
    f.op(op, [a, y, dy], data_format="NCHW", **KW)
    e = np.zeros((0, 4, 4, 1), np.float32)
    f.op(op, [e, e, e], **KW)
for op in ("MaxPoolGradV2", "MaxPoolGradGradV2"):
    g = dy if op == "MaxPoolGradV2" else a
    for k, s in (([1, 3, 3], [1, 1, 1, 1]), ([1, 3, 3, 1], [1, 1]), ([1, 3, 3, 1], [1, 0, 1, 1]),
                 ([2, 3, 3, 1], [1, 1, 1, 1]), ([1, 3, 3, 3], [1, 1, 1, 1]), ([1, 3, 3, 1], [1, 1, 1, 1])):
        f.op(op, [a, y, g, i32(k), i32(s)], padding="SAME")

for t in NUMBERS:
    big = r.randint(0, 9, few.shape)
    f.op("MaxPoolGradGrad", [few.astype(t), y.astype(t), big.astype(t)], **KW)
f.op("MaxPoolGradGrad", [as_type(v, tf.bfloat16) for v in (few, y, big)], **KW)
f.op("MaxPoolGradGrad", [a, y + 1, big.astype(np.float32)], **KW)
f.op("MaxPoolGradGradV2", [a, y[:, :2, :2], big.astype(np.float32), i32([1, 2, 2, 1]), i32(S)], padding="VALID")

for batch in (False, True):
    for t in NUMBERS if not batch else FLOAT:
        x = r.randint(-5, 5, (2, 7, 6, 3)).astype(np.float32)
        y, at = forward(x, [1, 3, 3, 1], S, "SAME", tf.raw_ops.MaxPoolWithArgmax, include_batch_in_index=batch)
        f.op("MaxPoolGradWithArgmax", [x.astype(t), f.numbers(y.shape, scale=4).astype(t), at], ksize=[1, 3, 3, 1], strides=S,
             padding="SAME", include_batch_in_index=batch)
f.op("MaxPoolGradWithArgmax", [as_type(x, tf.bfloat16), as_type(f.numbers(y.shape), tf.bfloat16), at], ksize=[1, 3, 3, 1],
     strides=S, padding="SAME", include_batch_in_index=True)
KW = dict(ksize=[1, 3, 3, 1], strides=S, padding="SAME", include_batch_in_index=True)
f.op("MaxPoolGradWithArgmax", [x[0], y, at], **KW)
f.op("MaxPoolGradWithArgmax", [x, y[0], at], **KW)
f.op("MaxPoolGradWithArgmax", [x, y, at[:1]], **KW)
f.op("MaxPoolGradWithArgmax", [x, y[:, :3], at[:, :3]], **KW)
f.op("MaxPoolGradWithArgmax", [x[:0], y[:0], at[:0]], **KW)

for t in FLOAT + (tf.bfloat16,):
    for k, s, p, out in (([1, 3, 2, 1], S, "SAME", (2, 4, 3, 4)), ([1, 3, 3, 1], [1, 1, 1, 1], "VALID", (2, 5, 4, 4)),
                         ([1, 2, 2, 1], [1, 3, 3, 1], "VALID", (2, 2, 2, 4))):
        f.op("AvgPoolGrad", [i32(2, 7, 6, 4), as_type(f.numbers(out), t)], ksize=k, strides=s, padding=p)
dy = f.numbers((2, 4, 3, 4))
KW = dict(ksize=[1, 3, 2, 1], strides=S, padding="SAME")
f.op("AvgPoolGrad", [i32(2, 4, 4, 4), f.numbers((2, 4, 4, 4))], ksize=[1, 5, 5, 1], strides=[1, 1, 1, 1], padding="SAME")
f.op("AvgPoolGrad", [i32(2, 7, 6, 4), f.numbers((2, 9, 3, 4))], **KW)
f.op("AvgPoolGrad", [i32(2, 7, 6), dy], **KW)
f.op("AvgPoolGrad", [i32([[2, 7, 6, 4]]), dy], **KW)
f.op("AvgPoolGrad", [i32(2, 7, 6, 4), dy[0]], **KW)
f.op("AvgPoolGrad", [i32(2, -7, 6, 4), dy], **KW)
f.op("AvgPoolGrad", [i32(2, 9, 6, 4), dy], **KW)
f.op("AvgPoolGrad", [i32(0, 7, 6, 4), dy[:0]], **KW)
f.op("AvgPoolGrad", [i32(2, 7, 6, 4), dy], ksize=[1, 3, 2, 2], strides=S, padding="SAME")
f.op("AvgPoolGrad", [i32(2, 7, 6, 4), dy], ksize=[2, 3, 2, 1], strides=S, padding="SAME")
f.op("AvgPoolGrad", [i32(2, 7, 6, 4), dy], ksize=[1, 9, 2, 1], strides=S, padding="VALID")
f.op("AvgPoolGrad", [i32(2, 7, 6, 4), dy], data_format="NCHW", **KW)

v = r.randint(-3, 3, (2, 5, 4, 6, 3)).astype(np.float32)
for k, s, p in (([1, 2, 2, 3, 1], [1, 2, 1, 2, 1], "SAME"), ([1, 2, 2, 2, 1], [1, 2, 2, 2, 1], "VALID"),
                ([1, 3, 3, 3, 1], [1, 1, 1, 1, 1], "SAME")):
    y = forward(v, k, s, p, tf.raw_ops.MaxPool3D)
    dy = f.numbers(y.shape)
    KW = dict(ksize=k, strides=s, padding=p)
    for t in (np.float32, tf.bfloat16):
        a, b, g = (as_type(z, t) for z in (v, y, dy))
        f.op("MaxPool3DGrad", [a, b, g], **KW)
        f.op("AvgPool3DGrad", [i32(v.shape), g], **KW)
        f.op("MaxPool3DGradGrad", [a, b, as_type(f.numbers(v.shape), t)], **KW)
g3 = f.numbers(v.shape)
for op, n in (("MaxPool3DGrad", 3), ("MaxPool3DGradGrad", 3), ("AvgPool3DGrad", 2)):
    def ins(a, b, c):
        return [a, b, c] if n == 3 else [i32(a.shape), c]
    g = dy if op != "MaxPool3DGradGrad" else g3
    f.op(op, ins(v[0], y, g), **KW)
    f.op(op, ins(v, y[0], g), **KW)
    f.op(op, ins(v, y, g[0]), **KW)
    f.op(op, ins(v, y[:1], g), **KW)
    f.op(op, ins(v, y, g[:1]), **KW)
    f.op(op, ins(v, y, g[:, :2]), **KW)
    f.op(op, ins(v, y, g[..., :2]), **KW)
    f.op(op, ins(v, y, g), data_format="NCDHW", **KW)
    f.op(op, ins(v, y, g), ksize=[2, 2, 2, 2, 1], strides=[1, 1, 1, 1, 1], padding="SAME")
    f.op(op, ins(v, y, g), ksize=[1, 2, 2, 2, 2], strides=[1, 1, 1, 1, 1], padding="SAME")
    f.op(op, ins(v, y, g), ksize=[1, 9, 2, 2, 1], strides=[1, 1, 1, 1, 1], padding="VALID")
    f.op(op, ins(v[:0], y[:0], g[:0]), **KW)
f.op("AvgPool3DGrad", [i32(2, 5, 4, 6), dy], **KW)
f.op("MaxPool3DGradGrad", [v, y, g3], ksize=[1, 1, 3, 3, 3], strides=[1] * 5, padding="SAME", data_format="NCDHW")
f.op("AvgPool3DGrad", [i32(2, 5, -4, 6, 3), dy], **KW)
f.write()
