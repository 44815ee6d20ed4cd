"""SparseSegmentSum, -Mean, -SqrtN, with and without the number of segments."""
from cases import *

f = Family("sparse_segment")
FLOATS = [tf.float32, tf.float64, tf.float16, tf.bfloat16]
INTS = [tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8, tf.uint16, tf.uint32, tf.uint64]
x = f.numbers((12, 5), scale=2)
# Segments of 1, 2, ... 26 rows: TensorFlow adds them in groups of eight.
many = np.concatenate([np.full(n, n) for n in list(range(1, 12)) + [16, 17, 18, 23, 24, 25, 26]])
pick = f.rng.randint(0, 12, len(many))
for name in ("Sum", "Mean", "SqrtN"):
    for k, t in enumerate(FLOATS + (INTS if name == "Sum" else [])):
        ix, sg = (i32, i64)[k % 2], (i32, i64)[k // 2 % 2]
        data = as_type(x if t.is_floating else f.rng.randint(-90, 90, (12, 5)), t)
        f.op("SparseSegment" + name, [data, ix(pick), sg(many)])
        f.op("SparseSegment" + name + "WithNumSegments", [data, ix(pick[:20]), sg(many[:20]), (i32, i64)[k % 2](9)])
    both = ("SparseSegment" + name, [])
    for ends in ((), (i32(7),)):
        op = "SparseSegment" + name + ("WithNumSegments" if ends else "")
        ends = list(ends)
        f.op(op, [x, i32([]), i32([])] + ends)
        f.op(op, [np.zeros((0, 3), np.float32), i32([]), i32([])] + ends)
        f.op(op, [np.zeros((4, 0), np.float32), i32([0, 3]), i32([1, 3])] + ends)
        f.op(op, [f.numbers((3, 2, 2)), i64([2, 2, 0]), i64([0, 3, 3])] + ends)
        f.op(op, [f32(1, np.nan, np.inf, -0.0), i32(3, 1, 2, 0), i32(0, 1, 2, 2)] + ends)
        bad = [[x, i32([[0]]), i32([0])], [x, i32([0]), i32([[0]])], [x, i32([0, 1]), i32([0])],
               [x, i32([0, 12]), i32([0, 0])], [x, i32([0, 2, -1]), i32([0, 1, 1])],
               [x, i32([0, 1, 2]), i32([1, 0, 2])], [x, i32([0, 1, 2]), i32([1, 5, 2])],
               [x, i32([0, 1, 2]), i32([-1, 0, 2])], [x, i32([0]), i32([-1])], [x, i32([0]), i32([-5])],
               [x, i32(0), i32(0)]]
        for case in bad:
            f.op(op, case + ends)
    f.op("SparseSegment" + name + "WithNumSegments", [x, i32([0]), i32([7]), i32(7)])
    f.op("SparseSegment" + name + "WithNumSegments", [x, i32([0]), i32([0]), i32(0)])
    f.op("SparseSegment" + name + "WithNumSegments", [x, i32([0]), i32([0]), i32(-1)])
    f.op("SparseSegment" + name + "WithNumSegments", [x, i32([0]), i32([0]), i32([1])])
    f.op("SparseSegment" + name + "WithNumSegments", [x, i32([]), i32([]), i32(0)])
f.write()
