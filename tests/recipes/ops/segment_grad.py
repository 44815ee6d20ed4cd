"""Gradients of SparseSegmentSum, -Mean, -SqrtN."""
from cases import *

f = Family("segment_grad")
T = (np.float32, np.float64, np.float16, tf.bfloat16)
for kind in ("Sum", "Mean", "SqrtN"):
    for v2 in ("", "V2"):
        op = f"SparseSegment{kind}Grad{v2}"
        g = f.numbers((3, 4))
        for t in T:
            f.op(op, [as_type(g, t), i32(0, 2, 5, 2, 1), i32(0, 0, 1, 2, 2), i32(7)])
            f.op(op, [as_type(f.numbers((2, 2, 2)), t), i64(3, 3, 0), i32(0, 1, 1), i32(4)])
        for a in (i32, i64):
            for b in (i32, i64):
                f.op(op, [g, a(0, 2, 5, 2, 1, 2), b(0, 0, 1, 2, 2, 2), i32(7)])
        f.op(op, [f.numbers((3,)), i32(4, 1), i32(0, 2), i32(5)])
        f.op(op, [g, i32(0, 1), i32(0), i32(3)])
        f.op(op, [g, i32([[0, 1]]), i32(0, 1), i32(3)])
        f.op(op, [g, i32(0, 1), i32([[0, 1]]), i32(3)])
        f.op(op, [g, i32(0, 1), i32(0, 1), i32(3, 4)])
        f.op(op, [g, i32(0, 1), i32(0, 3), i32(3)])
        f.op(op, [g, i32(0, 1), i32(0, -1), i32(3)])
        f.op(op, [g, i32(0, 5), i32(0, 1), i32(3)])
        f.op(op, [g, i32(0, -5), i32(0, 1), i32(3)])
        f.op(op, [g, i32(0, 1, 1), i32(1, 0, 2), i32(3)])
        f.op(op, [g, i32(0, 1), i32(0, 1), i32(-1)])
        f.op(op, [g, i32([]), i32([]), i32(3)])
        f.op(op, [f32(2), i32(0), i32(0), i32(3)])
f.write()
