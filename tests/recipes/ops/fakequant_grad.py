"""Gradients of FakeQuantWithMinMax* and QuantizeAndDequantizeV4."""
from elementwise import *

f = Family("fakequant_grad")
x = f.numbers((5, 4), scale=5)
g = f.numbers((5, 4))
special = f32(0, -0.0, 1, -1, 6, -6, 7, -7, INF, -INF, NAN, 5.9, -0.1, 2)
gs = f.numbers(special.shape)
op = "FakeQuantWithMinMaxArgsGradient"
for kw in ({}, dict(num_bits=4), dict(num_bits=16), dict(num_bits=2, narrow_range=True), dict(min=-1.0, max=3.0),
           dict(min=0.5, max=2.0), dict(min=-2.0, max=-0.25), dict(min=0.0, max=0.0), dict(min=1.0, max=0.0), dict(num_bits=1),
           dict(num_bits=17), dict(min=-0.1, max=5.9, narrow_range=True)):
    f.op(op, [g, x], **kw)
    f.op(op, [gs, special], **kw)
f.op(op, [g, x[:3]])
f.op(op, [g.reshape(-1), x])
op = "FakeQuantWithMinMaxVarsGradient"
for a, b in ((-6, 6), (0, 0), (1, 0), (1, 2), (-2, -1), (-1, 0.3), (-5, NAN), (-0.1, 5.9), (0, INF)):
    f.op(op, [g, x, f32(a), f32(b)], rel=1e-6)
    f.op(op, [gs, special, f32(a), f32(b)], num_bits=4, narrow_range=True, rel=1e-6)
f.op(op, [g, x, f32(1, 2), f32(0)])
f.op(op, [g, x, f32(0), f32([1])])
f.op(op, [g, x[:3], f32(0), f32(1)])
f.op(op, [f32(np.zeros(0)), f32(np.zeros(0)), f32(0), f32(2)])
f.op(op, [g, x, f32(0), f32(2)], num_bits=1)
op = "FakeQuantWithMinMaxVarsPerChannelGradient"
lo, hi = f32(-1, 0, -3, 0), f32(1, 2, 0.5, 0)
f.op(op, [g, x, lo, hi], rel=1e-6)
f.op(op, [g, x, lo, hi], num_bits=3, narrow_range=True, rel=1e-6)
f.op(op, [f.numbers((2, 3, 2, 2)), f.numbers((2, 3, 2, 2), scale=5), f32(-1, -4), f32(2, 3)], rel=1e-6)
f.op(op, [f.numbers((2, 3, 2)), f.numbers((2, 3, 2), scale=5), f32(-1, -4), f32(2, 3)], rel=1e-6)
f.op(op, [f.numbers((6,)), f.numbers((6,), scale=5), f32([-1] * 6), f32([2.5] * 6)])
f.op(op, [g, x, f32(0, 0), hi])
f.op(op, [g, x, lo, f32(1, 2)])
f.op(op, [g, x, f32(0), hi])
f.op(op, [g, x, lo, f32(1)])
f.op(op, [g[:3], x, lo, hi])
f.op(op, [g, x, lo, hi], num_bits=20)
op = "QuantizeAndDequantizeV4Grad"
for t in (np.float32, np.float64):
    for a, b in ((-1, 2), (0, 0), (2, -1), (-INF, INF), (NAN, 1)):
        f.op(op, [g.astype(t), x.astype(t), t(a), t(b)])
        f.op(op, [gs.astype(t), special.astype(t), t(a), t(b)])
    f.op(op, [g.astype(t), x.astype(t), lo.astype(t), hi.astype(t)], axis=1)
    f.op(op, [f.numbers((2, 3, 2), t), f.numbers((2, 3, 2), t, 5), t([-1, -2, 0]), t([1, 0, 3])], axis=1)
f.op(op, [g, x[:3], f32(0), f32(1)])
f.op(op, [g, x, f32(0, 1), f32(1)])
f.op(op, [g, x, f32(0), f32(1, 2)])
f.op(op, [g, x, f32([0]), f32([1])])
f.op(op, [g, x, f32(0, 1), f32(1, 2)], axis=1)
f.op(op, [g, x, f32([[0, 0, 0, 0]]), hi], axis=1)
f.op(op, [g, x, lo, hi], axis=2)
f.op(op, [f32(np.zeros((0, 4))), f32(np.zeros((0, 4))), f32(0), f32(1)])
f.write()
