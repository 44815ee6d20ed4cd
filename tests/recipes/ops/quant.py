"""QuantizeV2, Dequantize, QuantizeAndDequantizeV2 to V4."""
from elementwise import *

f = Family("quant")
x = np.concatenate([f.numbers((3, 4), scale=4), f32([[0, -0.0, 5.5, -5.5], [100, -100, 1.5, 2.5]])])
TYPES = ["qint8", "quint8", "qint16", "quint16", "qint32"]
q = "QuantizeV2"
for t in TYPES:
    T = tf.as_dtype(t)
    for kw in (dict(mode="MIN_COMBINED"), dict(mode="MIN_FIRST"), dict(mode="SCALED"),
               dict(mode="SCALED", round_mode="HALF_TO_EVEN"), dict(mode="SCALED", narrow_range=True)):
        f.op(q, [x, f32(-5), f32(6)], T=T, **kw)
Q = tf.quint8
f.op(q, [x, f32(-5), f32(6)], T=Q, mode="MIN_FIRST", round_mode="HALF_TO_EVEN")
f.op(q, [x, f32(1), f32(1)], T=Q)
f.op(q, [x, f32(-3), f32(-2)], T=Q)
f.op(q, [x, f32(1), f32(1)], T=Q, ensure_minimum_range=0.5)
f.op(q, [x, f32([-1]), f32([[6]])], T=Q)
f.op(q, [np.zeros((0, 2), np.float32), f32(-1), f32(6)], T=Q)
f.op(q, [x, f32(1, 2), f32(6)], T=Q)
f.op(q, [x, f32(1), f32(6, 7)], T=Q)
f.op(q, [x, f32(7), f32(6)], T=Q)
f.op(q, [x, f32(7), f32(8)], T=Q, axis=2)
f.op(q, [x, f32(7), f32(8)], T=Q, axis=1)
f.op(q, [x, f32(7, 8), f32(8, 9)], T=Q, axis=1)
f.op(q, [x, f32(5, 6, 7, 8), f32(8, 9)], T=Q, axis=1)
lo, hi = f32(-1, -2, -3, 0), f32(8, 9, 5, 0.5)
for mode in ("MIN_COMBINED", "SCALED", "MIN_FIRST"):
    f.op(q, [x, lo, hi], T=Q, axis=1, mode=mode)
f.op(q, [x, f32([-1] * 5), f32(1, 2, 3, 4, 5)], T=tf.qint8, axis=0, mode="SCALED")

d = "Dequantize"
for t in TYPES:
    bits = int(t[-2:]) if t[-2:].isdigit() else 8
    top = 2**bits - 1 if t[1] == "u" else 2**(bits - 1) - 1
    v = as_type(np.array([[0, 1, 100, top], [top // 2, top // 3, top - top // 255 - 1, 0 if t[1] == "u" else -top - 1]]), t)
    for mode in ("MIN_COMBINED", "MIN_FIRST", "SCALED"):
        f.op(d, [v, f32(-1), f32(6)], mode=mode)
    f.op(d, [v, f32(-1), f32(6)], mode="MIN_COMBINED", dtype=tf.bfloat16)
    f.op(d, [v, f32(-2), f32(6)], mode="SCALED", narrow_range=True)
b = as_type([[0, 100, 255], [1, 2, 3]], "quint8")
f.op(d, [b, f32(6), f32(-1)])
f.op(d, [b, f32(2), f32(2)], mode="MIN_FIRST")
f.op(d, [b, f32(-1, 0), f32(6)])
f.op(d, [b, f32(-1), f32(6, 2)])
f.op(d, [b, f32(-1), f32(6)], mode="SCALED", dtype=tf.bfloat16)
f.op(d, [as_type(np.zeros((0, 2)), "quint8"), f32(-1), f32(6)])

for op in ("QuantizeAndDequantizeV2", "QuantizeAndDequantizeV4"):
    for t in (np.float32, np.float64):
        for kw in ({}, dict(range_given=True), dict(signed_input=False), dict(round_mode="HALF_UP"),
                   dict(narrow_range=True, num_bits=3), dict(num_bits=16, range_given=True, signed_input=False)):
            f.op(op, [x.astype(t), np.array(-2, t), np.array(3, t)], **kw)
    for kw in (dict(num_bits=0), dict(num_bits=63), dict(axis=2)):
        f.op(op, [x, f32(-2), f32(3)], **kw)
    f.op(op, [x, f32(4), f32(3)], range_given=True)
    f.op(op, [x, f32(0), f32(0)], range_given=True)
    f.op(op, [x, lo, hi], range_given=True, axis=1)
    f.op(op, [x, lo, hi], axis=1)
op = "QuantizeAndDequantizeV3"
for t in (np.float32, np.float64):
    for n in (8, 4):
        f.op(op, [x.astype(t), np.array(-2, t), np.array(3, t), i32(n)])
        f.op(op, [x.astype(t), np.array(-2, t), np.array(3, t), i32(n)], range_given=False, signed_input=False)
for n in (0, 63):
    f.op(op, [x, f32(-1), f32(3), i32(n)])
f.op(op, [x, f32(4), f32(3), i32(8)])
f.op(op, [x, lo, hi, i32(8)], axis=1)
f.write()
