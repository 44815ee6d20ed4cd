"""SegmentSum, -Mean, -Prod, -Min, -Max and the unsorted ones: every type, gaps, empty inputs, errors."""
from cases import *

f = Family("segment")
TYPES = [tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8,
         tf.uint16, tf.uint32, tf.uint64]
COMPLEX = [tf.complex64, tf.complex128]
x = f.numbers((9, 3), scale=3)
whole = f.rng.randint(-300, 300, (9, 3))
ids = [1, 1, 1, 2, 4, 4, 4, 4, 4]
NAMES = ["Sum", "Mean", "Prod", "Min", "Max"]


def of(t, k=0):
    if t.is_floating:
        return as_type(np.roll(x, k, 0), t)
    if t.is_complex:
        return as_type(x + 1j * np.roll(x, 1, 0), t)
    return as_type(whole, t)


for n, name in enumerate(NAMES):
    for k, t in enumerate(TYPES + (COMPLEX if name in ("Sum", "Mean", "Prod") else [])):
        bound = dict(rel=1e-6) if t.is_complex else {}
        f.op("Segment" + name, [of(t, k), (i32, i64)[k % 2](ids)], **bound)
    for k, t in enumerate(TYPES + (COMPLEX if name in ("Sum", "Prod") else [])):
        if name == "Mean":
            break
        bound = dict(rel=1e-6) if t.is_complex else {}
        f.op("UnsortedSegment" + name, [of(t, k), (i32, i64)[k % 2]([4, 0, 0, -1, 4, 4, 2, 0, -7]),
                                       (i32, i64)[k % 2](6)], **bound)
    op = "Segment" + name
    f.op(op, [f32(5, 6, np.nan, 7, -0.0, np.inf), i32(0, 0, 1, 1, 2, 2)] if name in ("Sum", "Mean", "Prod") else [f32(5, 6, -np.inf, 7, -0.0, np.inf), i32(0, 0, 1, 1, 2, 2)])
    f.op(op, [np.zeros((0, 3), np.float32), i32([])])
    f.op(op, [np.zeros((2, 0), np.float32), i32([0, 3])])
    f.op(op, [f.numbers((3, 2, 2)), i64([0, 0, 2])])
f.op("SegmentSum", [f32(1, 2), i32(0, 2**21)])
for u in ("Sum", "Prod", "Min", "Max"):
    op = "UnsortedSegment" + u
    f.op(op, [f32(1, 2, 3), i32(0, 1, 1), i32(0)])
    f.op(op, [np.zeros((0,), np.float32), i32([]), i32(3)])
    f.op(op, [f.numbers((2, 3, 2)), i32([[0, 1, 0], [3, 3, -1]]), i32(4)])
    f.op(op, [f.numbers((2, 3)), i32([[0, 1, 0], [3, 3, -1]]), i64(4)])
    f.op(op, [f32(2), i32(1), i32(2)])

bad = [([x, i32([[0]])]), ([x, i32(0, 1)]), ([f32(1), i32([0])]), ([x, i32(0, 0, 1, 1, 0, 0, 1, 1, 1)]),
       ([x, i32(-1, 0, 0, 0, 0, 1, 1, 1, 1)]), ([x, i32(0, 0, 0, 0, 0, 1, 1, 1, -2)]),
       ([x, i32(0, 0, 0, 0, 0, 7, 1, 1, 2)]), ([x, i64(0, 0, 0, 0, 0, 2, 2, 5, 3)]), ([x, i32(0)]),
       ([x, i32(-3, -2, -2, -2, -2, -2, -2, -2, -1)])]
for k, case in enumerate(bad):
    f.op("Segment" + NAMES[k % 5], case)
    f.op("Segment" + NAMES[(k + 2) % 5], case)
for k, case in enumerate([[x, i32([0, 1]), i32(3)], [x, i32([0] * 9), i32([3])], [x, i32([0] * 9), i32(-1)],
                          [x, i32([0, 1, 2, 3] + [0] * 5), i32(3)], [f.numbers((2, 2)), i32([[0, 1], [5, 1]]), i32(5)],
                          [x, i32([0] * 9), i32(0)], [f32(1), i32([1]), i32(1)]]):
    f.op("UnsortedSegment" + ("Sum", "Prod", "Min", "Max")[k % 4], case)
f.write()
