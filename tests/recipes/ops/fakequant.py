"""FakeQuantWithMinMaxArgs, Vars and VarsPerChannel."""
from elementwise import *

f = Family("fakequant")
x = f.numbers((5, 4), scale=5)
special = f32(0, -0.0, 1, -1, 6, -6, 7, -7, INF, -INF, NAN, 1e-30, 0.0235, 0.0236)
for kw in ({}, dict(num_bits=4), dict(num_bits=16), dict(num_bits=2, narrow_range=True), dict(min=-1.0, max=3.0),
           dict(min=0.5, max=2.0), dict(min=-2.0, max=-0.25), dict(min=0.0, max=0.0), dict(min=1.0, max=0.0),
           dict(num_bits=1), dict(num_bits=17), dict(min=-0.1, max=5.9, narrow_range=True), dict(min=-1e-3, max=1e3)):
    f.op("FakeQuantWithMinMaxArgs", [x], **kw)
    f.op("FakeQuantWithMinMaxArgs", [special], **kw)
op = "FakeQuantWithMinMaxVars"
for a, b in ((-6, 6), (0, 0), (1, 0), (1, 2), (-2, -1), (-1, 0.3), (-5, NAN), (-0.1, 5.9), (0, INF)):
    f.op(op, [x, f32(a), f32(b)])
    f.op(op, [special, f32(a), f32(b)], num_bits=4, narrow_range=True)
f.op(op, [x, f32(1, 2), f32(0)])
f.op(op, [x, f32(0), f32([1])])
f.op(op, [f32(np.zeros(0)), f32(0), f32(2)])
f.op(op, [x, f32(0), f32(2)], num_bits=1)
op = "FakeQuantWithMinMaxVarsPerChannel"
f.op(op, [x, f32(-1, 0, -3, 0), f32(1, 2, 0.5, 0)])
f.op(op, [x, f32(-1, 0, -3, 0), f32(1, 2, 0.5, 0)], num_bits=3, narrow_range=True)
f.op(op, [f.numbers((2, 3, 2, 2), scale=5), f32(-1, -4), f32(2, 3)])
f.op(op, [f.numbers((6,), scale=5), f32([-1] * 6), f32([2.5] * 6)])
f.op(op, [x, f32(0, 0), f32(1, 2, 3, 4)])
f.op(op, [x, f32(0, 0, 0, 0), f32(1, 2)])
f.op(op, [x, f32(0), f32(1, 2, 3, 4)])
f.op(op, [x, f32(0, 0, 0, 0), f32(1)])
f.op(op, [x, f32(0, 0, 0, 0), f32(1, 1, 1, 1)], num_bits=20)
f.write()
