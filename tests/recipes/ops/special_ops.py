"""Special functions. Ours are computed in double: the bounds are what TensorFlow's are off."""
from elementwise import *

f = Family("special_ops")


def un(op, values, rel, half=True):
    """Positive and moderate values; then the corners, which are exact."""
    for t in FLOATS[:3] if half else FLOATS[:2]:
        f.op(op, [cast(values, t)], rel=rel.get(t, 0))
    f.op(op, [f32(np.zeros((0, 2)))])


R = {"float32": 5e-7, "float64": 1e-14, "float16": 1e-3}
un("Digamma", [0.1, 0.5, 1, 1.46, 2, 3.5, 10, 25, 1.5e3, -0.5, -1.3, -7.9], R)
un("Erfinv", [0.0, 0.1, -0.1, 0.3, 0.5, -0.77, 0.9, 0.99, -0.999, 0.9999], R, False)
un("Ndtri", [0.5, 0.1, 0.9, 1e-3, 1e-6, 1e-12, 0.3, 0.999, 0.77], R, False)
b = [0.0, 0.1, 0.5, 1, 2, 3.7, 7.9, 8.1, 11, -0.5, -3, -9]
for op in ("BesselI0", "BesselI1", "BesselI0e", "BesselI1e", "BesselJ0", "BesselJ1"):
    un(op, b + ([30, 700] if op.endswith("e") else []), R)
for op in ("BesselK0", "BesselK1", "BesselK0e", "BesselK1e", "BesselY0", "BesselY1"):
    un(op, [0.1, 0.5, 1, 1.9, 2.1, 4.9, 5.1, 8, 30, 60], R)
for op in ("Digamma", "BesselK0", "BesselK1", "BesselK0e", "BesselK1e", "BesselY0", "BesselY1", "BesselI0", "BesselI1",
           "BesselI0e", "BesselI1e"):
    f.op(op, [f32(0, NAN)])
f.op("Digamma", [f32(-1, -2, INF)])
for op in ("BesselK0", "BesselK1", "BesselY0", "BesselY1"):
    f.op(op, [f32(-1, -2.5)])
f.op("Erfinv", [f32(1, -1, 1.5, -2, NAN, INF)])
f.op("Ndtri", [f32(0, 1, -0.5, 2, NAN)])


def two(op, a, b, rel):
    for t in FLOATS[:2]:
        f.op(op, [cast(a, t), cast(b, t)], rel=rel[t])
    f.op(op, [cast([[a[0]], [a[1]]], "float32"), cast(b[:3], "float32")], rel=rel["float32"])
    f.op(op, [f32(1, 2, 3), f32(1, 2)])


two("Zeta", [2, 3, 1.5, 4, 10, 2, 3], [1, 0.5, 2, 10, 3, -0.5, -1.5], {"float32": 1e-6, "float64": 1e-14})
two("Polygamma", [0, 1, 2, 3, 5], [0.5, 1, 2, 3.3, 7], {"float32": 1e-6, "float64": 1e-14})
two("Igamma", [0.5, 1, 2, 5, 10, 30], [0.1, 1, 3, 4, 12, 25], {"float32": 3e-6, "float64": 1e-13})
two("Igammac", [0.5, 1, 2, 5, 10, 30], [0.1, 1, 3, 4, 12, 25], {"float32": 3e-6, "float64": 1e-13})
f.op("Zeta", [f32(1, 0.5, 2, 3, 2.5, 2), f32(2, 1, 0, -1, -1.5, NAN)])
f.op("Polygamma", [f32(-1, 1.5, 1), f32(1, 1, 0)])
for op in ("Igamma", "Igammac"):
    f.op(op, [f32(1, 0, -1, 1, INF, 1, NAN), f32(0, 1, 1, -1, 1, INF, 1)])
for t in FLOATS[:2]:
    f.op("Betainc", [cast([1, 2, 0.5, 10, 3], t), cast([2, 2, 0.5, 3, 8], t), cast([0.5, 0.1, 0.3, 0.8, 0.9], t)],
         rel={"float32": 3e-6, "float64": 1e-13}[t])
f.op("Betainc", [f32(1, 2), f32(2), f32(0.5)], rel=1e-6)
f.op("Betainc", [f32(1), f32(2), f32(0.5, 0.25)], rel=1e-6)
f.op("Betainc", [f32(1, 1, 1, 0, 1, 1, 1), f32(1, 1, 1, 1, 0, 1, 1), f32(0, 1, 2, 0.5, 0.5, -1, NAN)])
f.op("Betainc", [f32(1, 2), f32(2, 3, 4), f32(.5)])
f.op("Betainc", [f32(1, 2), f32([[2, 3]]), f32(.5)])
f.op("Betainc", [f32(1, 2), f32(3), f32(.5, .6, .7)])
f.op("Betainc", [f32(1), f32(1, 3), f32(.5, .6, .7)])
f.write()
