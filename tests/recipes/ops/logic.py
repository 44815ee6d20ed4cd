"""LogicalAnd, LogicalOr, LogicalNot, Select, SelectV2."""
from elementwise import *

f = Family("logic")


def select(c, x, y):
    return tf.raw_ops.Select(condition=c, x=x, y=y, name="op")


b = np.array([True, False, True, True])
for op in ("LogicalAnd", "LogicalOr"):
    f.op(op, [b, np.array([False, False, True, True])])
    f.op(op, [b, np.array([[True], [False]])])
    f.op(op, [np.array(True), np.array(False)])
    f.op(op, [np.zeros((0, 1), bool), b])
    f.op(op, [b, np.array([True, False])])
    f.op(op, [np.ones((2, 1, 2, 1, 2, 1), bool), np.ones((1, 2, 1, 2, 1, 2), bool)])
for x in (b, np.array(False), np.zeros((2, 0), bool)):
    f.op("LogicalNot", [x])
TYPES = FLOATS + INTS + UINTS + COMPLEX + ["bool"]
for t in TYPES:
    x, y = as_type(np.arange(4), t), as_type(np.arange(4)[::-1], t)
    f.graph("Select", select, [b, x, y])
    f.op("SelectV2", [b, x, as_type(1, t)])
f.graph("Select", select, [b, text(b"a", b"b\0", b"", b"d"), text(b"w", b"x", b"y", b"z")])
f.op("SelectV2", [b[:2], text(b"a", b"b\0"), text([[b"w"], [b"x"]])])
r = f.numbers((2, 3))
q = f.numbers((2, 3))
c = np.array([True, False])
f.graph("Select", select, [c, r, q])
f.graph("Select", select, [np.array(True), r, q])
f.graph("Select", select, [np.array(False), r, q])
f.graph("Select", select, [np.array([True, False, True]), r, q])
f.graph("Select", select, [np.array([[True, False, True]]), r, q])
f.graph("Select", select, [np.ones((2, 3, 1), bool), r, q])
f.graph("Select", select, [c, r, q[:1]])
f.graph("Select", select, [np.ones((3, 2), bool), r, q])
f.graph("Select", select, [np.array([True]), f32(1), f32(2)])
f.graph("Select", select, [np.array(True), f32(1), f32(2)])
f.graph("Select", select, [np.array([True]), f32([1]), f32([2])])
f.graph("Select", select, [np.zeros((0,), bool), np.zeros((0, 2), np.float32), np.zeros((0, 2), np.float32)])
f.graph("Select", select, [np.array([True, False]), np.zeros((2, 0), np.float32), np.zeros((2, 0), np.float32)])
f.op("SelectV2", [np.array([[True], [False]]), r, f32(7)])
f.op("SelectV2", [c, r, q])
f.op("SelectV2", [np.array(True), r, f32(1)])
f.op("SelectV2", [np.ones((2, 1, 2), bool), f.numbers((3, 1)), f.numbers((2, 1, 1))])
f.op("SelectV2", [np.array([True, False, True]), r, q[:, :2]])
f.op("SelectV2", [np.array([True, False, True]), f32(1, 2), f32(3)])
f.op("SelectV2", [np.array([True]), r, f.numbers((3, 3))])
f.op("SelectV2", [np.zeros((0, 1), bool), f32(1, 2), f32(3)])
one6 = np.ones((2, 1, 2, 1, 2, 1), bool)
f.op("SelectV2", [one6, f.numbers((1, 2, 1, 2, 1, 2)), f32(3)])
f.op("SelectV2", [np.ones((2, 1) * 4, bool), f.numbers((1, 2) * 4), f32(3)])
f.op("SelectV2", [np.ones((2, 1) * 4 + (2,), bool), f.numbers((1, 2) * 4 + (1,)), f32(3)])
f.write()
