"""Diag, DiagPart, MatrixDiag, MatrixDiagPart, MatrixSetDiag (and V2, V3), MatrixBandPart."""
from dtypes import *

f = Family("diag")
for t in (tf.float32, tf.float64, tf.int32, tf.int64, tf.complex64, tf.complex128, tf.float16):
    f.op("Diag", [nums(seq(3), t)])
    f.op("DiagPart", [nums(seq(3, 3), t)])
for s in ((2, 2), (2, 1, 2), (0,), (2, 0), ()):
    f.op("Diag", [f32(seq(*s))])
for s in ((2, 3, 2, 3), (2, 1, 2, 2, 1, 2), (0, 0), (2, 3), (3,), (), (2, 2, 2)):
    f.op("DiagPart", [f32(seq(*s))])
for t in POD:
    f.op("MatrixDiag", [nums(seq(2, 2), t)])
    f.op("MatrixDiagPart", [nums(seq(2, 2, 3), t)])
    f.op("MatrixSetDiag", [nums(seq(2, 2, 3), t), nums(seq(2, 2) * 7, t)])
    f.op("MatrixBandPart", [nums(seq(3, 4), t), i64(1), i64(0)])
    z = nums(np.array(9), t)
    f.op("MatrixDiagV2", [nums(seq(2, 3), t), i32([0, 1]), i32(-1), i32(-1), z])
    f.op("MatrixDiagV3", [nums(seq(2, 3), t), i32(1), i32(4), i32(4), z])
    f.op("MatrixDiagPartV2", [nums(seq(3, 4), t), i32([-1, 1]), z])
    f.op("MatrixDiagPartV3", [nums(seq(3, 4), t), i32([-1, 2]), z])
    f.op("MatrixSetDiagV2", [nums(seq(3, 4), t), nums(seq(2, 3) * 7, t), i32([0, 1])])
    f.op("MatrixSetDiagV3", [nums(seq(3, 4), t), nums(seq(2, 3) * 7, t), i32([0, 1])])
for s in ((3,), (), (0,), (2, 0), (2, 1, 3)):
    f.op("MatrixDiag", [f32(seq(*s))])
for s in ((3, 3), (2, 4, 3), (3,), (), (0, 3), (2, 3, 0), (2, 1, 1)):
    f.op("MatrixDiagPart", [f32(seq(*s))])
    d = s[:-2] + (min(s[-2:]),) if len(s) > 1 else s
    f.op("MatrixSetDiag", [f32(seq(*s)), f32(seq(*d) * 10)])
f.op("MatrixSetDiag", [f32(seq(2, 3)), f32(seq(3))])
f.op("MatrixSetDiag", [f32(seq(2, 3)), f32(seq(1, 2))])
for lo, hi in ((0, 0), (-1, 0), (0, -1), (-1, -1), (2, 1), (3, 4), (9, 0), (0, 9), (-2, 0)):
    f.op("MatrixBandPart", [f32(seq(2, 3, 4)), i64(lo), i64(hi)])
    f.op("MatrixBandPart", [f32(seq(4, 3)), i32(lo), i32(hi)])
f.op("MatrixBandPart", [f32(seq(3)), i32(0), i32(0)])
f.op("MatrixBandPart", [f32(seq(3, 3)), i32([0]), i32(0)])
f.op("MatrixBandPart", [f32(seq(3, 3)), i32([0, 1]), i32(0)])
f.op("MatrixBandPart", [f32(seq(3, 3)), i32(0), i32([0, 1])])
f.op("MatrixBandPart", [np.zeros((0, 3, 3), np.float32), i32(0), i32(0)])
ALIGN = ["LEFT_RIGHT", "RIGHT_LEFT", "LEFT_LEFT", "RIGHT_RIGHT"]
for al in ALIGN:
    for k in (-1, 0, 2, [-1, 1], [-2, -1], [1, 2], [-2, 3]):
        f.op("MatrixDiagPartV3", [f32(seq(2, 3, 4)), i32(k), f32(0.5)], align=al)
        n = np.ravel(k)[-1] - np.ravel(k)[0] + 1
        f.op("MatrixDiagV3", [f32(seq(2, n, 3) if n > 1 else seq(2, 3)), i32(k), i32(-1), i32(-1), f32(0.5)], align=al)
        lens = [min(3 + min(d, 0), 4 - max(d, 0)) for d in range(np.ravel(k)[0], np.ravel(k)[-1] + 1)]
        f.op("MatrixSetDiagV3", [f32(seq(2, 3, 4)), f32(seq(2, n, max(lens)) if n > 1 else seq(2, lens[0])) * 10, i32(k)],
             align=al)
for k in ([1, 0], 9, -9, [0, 1, 2], [[0]], [-3, 0], [0, 4], np.zeros(0), [3, 4]):
    f.op("MatrixDiagPartV3", [f32(seq(3, 4)), i32(k), f32(0.5)])
    f.op("MatrixDiagPartV2", [f32(seq(3, 4)), i32(k), f32(0.5)])
    f.op("MatrixSetDiagV3", [f32(seq(3, 4)), f32(seq(3)), i32(k)])
    f.op("MatrixSetDiagV3", [f32(seq(3, 4)), f32(seq(2, 3)), i32(k)])
f.op("MatrixDiagPartV3", [f32(3), i32(0), f32(0.5)])
f.op("MatrixDiagPartV3", [f32([3]), i32(0), f32(0.5)])
f.op("MatrixDiagPartV3", [f32(seq(3, 4)), i32(0), f32([0.5])])
f.op("MatrixDiagPartV3", [np.zeros((0, 3, 4), np.float32), i32([0, 1]), f32(0.5)])
f.op("MatrixSetDiagV3", [f32([3]), f32(1), i32(0)])
f.op("MatrixSetDiagV3", [f32(seq(3, 4)), f32(1), i32(0)])
for r, c in ((3, 4), (4, 3), (3, -1), (-1, 5), (2, 3), (3, 2), (9, 9), (3, 3)):
    f.op("MatrixDiagV3", [f32(seq(3)), i32(0), i32(r), i32(c), f32(0.5)])
    f.op("MatrixDiagV3", [f32(seq(2, 3)), i32([-1, 0]), i32(r), i32(c), f32(0.5)])
    f.op("MatrixDiagV2", [f32(seq(3)), i32(-1), i32(r), i32(c), f32(0.5)])
f.op("MatrixDiagV3", [f32([3]), i32(0), i32(-1), i32(-1), f32([0.5])])
f.write()
