"""Ops that compute on quantized numbers: layers, sums, products, and new ranges."""
from cases import *

f = Family("quantized")
r = f.rng
RANGES = ((-1.0, 3.0), (0.0, 6.0), (-2.5, -0.5), (0.5, 4.0), (-8.0, 8.0))
LOW = {tf.quint8: (0, 256), tf.qint8: (-128, 128), tf.qint32: (-2 ** 31, 2 ** 31)}


def q(shape, t=tf.quint8):
    return as_type(r.randint(*LOW[t], shape, dtype=np.int64), t)


for op in ("QuantizedRelu", "QuantizedRelu6"):
    for t in (tf.quint8, tf.qint32):
        for a, b in RANGES:
            f.op(op, [q((3, 5), t), f32(a), f32(b)], out_type=t)
    f.op(op, [q((2, 2)), f32(0, 1), f32(1)], out_type=tf.quint8)
    f.op(op, [q((2, 2)), f32(0), f32(1, 2)], out_type=tf.quint8)
    f.op(op, [q((2, 2)), f32(1), f32(1)], out_type=tf.quint8)
    f.op(op, [q((0, 2)), f32(0), f32(1)], out_type=tf.quint8)

for op in ("QuantizedMaxPool", "QuantizedAvgPool"):
    for t in (tf.quint8, tf.qint8):
        for k, s, p in (([1, 3, 2, 1], [1, 2, 2, 1], "SAME"), ([1, 2, 2, 1], [1, 1, 1, 1], "VALID"), ([1, 5, 5, 1], [1, 1, 1, 1], "SAME")):
            f.op(op, [q((2, 7, 6, 3), t), f32(-1), f32(2)], ksize=k, strides=s, padding=p)
    KW = dict(ksize=[1, 2, 2, 1], strides=[1, 1, 1, 1], padding="VALID")
    f.op(op, [q((7, 6, 3)), f32(-1), f32(2)], **KW)
    f.op(op, [q((1, 7, 6, 3)), f32(-1, 0), f32(2)], **KW)
    f.op(op, [q((1, 7, 6, 3)), f32(-1), f32(2, 3)], **KW)
    f.op(op, [q((0, 7, 6, 3)), f32(-1), f32(2)], **KW)
    if op == "QuantizedAvgPool":
        f.op(op, [q((1, 7, 6, 4)), f32(-1), f32(2)], ksize=[1, 1, 1, 2], strides=[1, 1, 1, 2], padding="VALID")
    f.op(op, [q((1, 7, 6, 3)), f32(-1), f32(2)], ksize=[2, 2, 2, 1], strides=[1, 1, 1, 1], padding="VALID")
    f.op(op, [q((1, 7, 6, 3)), f32(-1), f32(2)], ksize=[1, 9, 2, 1], strides=[1, 1, 1, 1], padding="VALID")

for t in (tf.quint8, tf.qint8):
    for a, b in RANGES[:2] + RANGES[4:]:
        f.op("QuantizedBiasAdd", [q((3, 4), t), q((4,), t), f32(a), f32(b), f32(-0.5), f32(0.25)], out_type=tf.qint32)
        f.op("QuantizedBiasAdd", [q((2, 3, 2, 5), t), q((5,), t), f32(a), f32(b), f32(-9), f32(70)], out_type=tf.qint32)
ok = [q((3, 4)), q((4,)), f32(-1), f32(2), f32(-3), f32(4)]
f.op("QuantizedBiasAdd", [q((4,))] + ok[1:], out_type=tf.qint32)
f.op("QuantizedBiasAdd", ok[:1] + [q((3,))] + ok[2:], out_type=tf.qint32)
f.op("QuantizedBiasAdd", ok[:1] + [q((1, 4))] + ok[2:], out_type=tf.qint32)
f.op("QuantizedBiasAdd", [q((0, 4))] + ok[1:], out_type=tf.qint32)
for i in range(2, 6):
    f.op("QuantizedBiasAdd", ok[:i] + [f32(0, 1)] + ok[i + 1:], out_type=tf.qint32)

for op in ("QuantizedAdd", "QuantizedMul"):
    for x, y in (((3, 4), (3, 4)), ((3, 4), (4,)), ((4,), (3, 4)), ((3, 4), ()), ((), (5,)), ((2, 3, 4), (4,)), ((6,), (6,))):
        for (a, b), (c, d) in ((RANGES[0], RANGES[1]), (RANGES[2], RANGES[4])):
            f.op(op, [q(x), q(y), f32(a), f32(b), f32(c), f32(d)], Toutput=tf.qint32)
    ok = [q((3, 4)), q((3, 4)), f32(-1), f32(2), f32(-3), f32(4)]
    f.op(op, [q((3, 1))] + ok[1:], Toutput=tf.qint32)
    f.op(op, [q((3, 3))] + ok[1:], Toutput=tf.qint32)
    f.op(op, [q((2, 1, 4)), q((2, 3, 1))] + ok[2:], Toutput=tf.qint32)
    f.op(op, ok[:3] + [f32(-1)] + ok[4:], Toutput=tf.qint32)
    f.op(op, ok[:5] + [f32(-3)], Toutput=tf.qint32)
    for i in range(2, 6):
        f.op(op, ok[:i] + [f32(0, 1)] + ok[i + 1:], Toutput=tf.qint32)

op = "QuantizedMatMul"
for ta in (False, True):
    for tb in (False, True):
        for (a, b), (c, d) in ((RANGES[0], RANGES[1]), (RANGES[4], RANGES[3])):
            f.op(op, [q((5, 3) if ta else (3, 5)), q((4, 5) if tb else (5, 4)), f32(a), f32(b), f32(c), f32(d)],
                 transpose_a=ta, transpose_b=tb, Toutput=tf.qint32)
ok = [q((3, 5)), q((5, 4)), f32(-1), f32(2), f32(-3), f32(4)]
f.op(op, [q((3, 4))] + ok[1:], Toutput=tf.qint32)
f.op(op, [q((5,))] + ok[1:], Toutput=tf.qint32)
f.op(op, ok[:1] + [q((5,))] + ok[2:], Toutput=tf.qint32)
f.op(op, ok[:3] + [f32(-1)] + ok[4:], Toutput=tf.qint32)
f.op(op, ok[:5] + [f32(-3)], Toutput=tf.qint32)
for i in range(2, 6):
    f.op(op, ok[:i] + [f32(0, 1)] + ok[i + 1:], Toutput=tf.qint32)

op = "QuantizedConv2D"
for t in (tf.quint8,):		# with qint8 filters it has no answer without oneDNN
    for s, p in ((1, "SAME"), (2, "SAME"), (1, "VALID"), (2, "VALID"), (3, "VALID")):
        for (a, b), (c, d) in ((RANGES[0], RANGES[1]), (RANGES[4], RANGES[4])):
            f.op(op, [q((2, 7, 6, 3)), q((2, 3, 3, 4), t), f32(a), f32(b), f32(c), f32(d)], strides=[1, s, s, 1], padding=p,
                 out_type=tf.qint32)
f.op(op, [q((2, 7, 6, 3)), q((2, 3, 3, 4), t), f32(0.5), f32(4), f32(-1), f32(1)], strides=[1] * 4, padding="SAME", out_type=tf.qint32)
ok = [q((1, 7, 6, 3)), q((2, 3, 3, 4)), f32(-1), f32(2), f32(-3), f32(4)]
KW = dict(strides=[1] * 4, padding="SAME", out_type=tf.qint32)
f.op(op, [q((7, 6, 3))] + ok[1:], **KW)
f.op(op, ok[:1] + [q((3, 3, 4))] + ok[2:], **KW)
f.op(op, ok[:1] + [q((2, 3, 2, 4))] + ok[2:], **KW)
for s in ([1, 1, 2, 1], [2, 1, 1, 1]):
    f.op(op, ok, strides=s, padding="SAME", out_type=tf.qint32)
f.op(op, ok, strides=[1] * 4, padding="SAME", out_type=tf.qint32, dilations=[1, 2, 2, 1])
for i in range(2, 6):
    f.op(op, ok[:i] + [f32(0, 1)] + ok[i + 1:], **KW)

x = as_type(r.randint(-2 ** 20, 2 ** 20, (3, 7)), tf.qint32)
wide = q((3, 7), tf.qint32)
for v in (x, wide, as_type(np.abs(x.array.astype(np.int64)), tf.qint32)):
    for a, b in ((-128, 128), (-1e6, 1e6), (0, 50), (-3, 7)):
        f.op("RequantizationRange", [v, f32(a), f32(b)], ulp=1)
        f.op("QuantizeDownAndShrinkRange", [v, f32(a), f32(b)], out_type=tf.quint8, ulp=1)
        for t in (tf.quint8, tf.qint8):
            f.op("Requantize", [v, f32(a), f32(b), f32(-a * 0 - 0.75), f32(b / 3)], out_type=t)
            f.op("Requantize", [v, f32(a), f32(b), f32(0), f32(0)], out_type=t)
f.op("Requantize", [x, f32(-1), f32(1), f32(0.5), f32(1)], out_type=tf.quint8)
f.op("Requantize", [x, f32(-1), f32(1), f32(-0.5), f32(-1)], out_type=tf.quint8)
for i in range(1, 5):
    ok = [x, f32(-1), f32(1), f32(-0.5), f32(0.5)]
    f.op("Requantize", ok[:i] + [f32(-1, 1)] + ok[i + 1:], out_type=tf.quint8)
    if i < 3:
        f.op("RequantizationRange", (ok[:i] + [f32(-1, 1)] + ok[i + 1:])[:3])
        f.op("QuantizeDownAndShrinkRange", (ok[:i] + [f32(-1, 1)] + ok[i + 1:])[:3], out_type=tf.quint8)
e = as_type(np.zeros((0, 2)), tf.qint32)
f.op("Requantize", [e, f32(-1), f32(1), f32(-0.5), f32(1)], out_type=tf.quint8)
f.op("RequantizationRange", [e, f32(-1), f32(1)])
f.op("QuantizeDownAndShrinkRange", [e, f32(-1), f32(1)], out_type=tf.quint8)
f.write()
