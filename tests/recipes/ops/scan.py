"""Cumsum, Cumprod, CumulativeLogsumexp."""
from dtypes import *

f = Family("scan")
x = seq(2, 3, 4)
KINDS = [dict(), dict(exclusive=True), dict(reverse=True), dict(exclusive=True, reverse=True)]
for op in ("Cumsum", "Cumprod", "CumulativeLogsumexp"):
    types = FLOATS if op == "CumulativeLogsumexp" else NUMBER
    ulp = 4 if op == "CumulativeLogsumexp" else 0
    for i, t in enumerate(types):
        f.op(op, [nums(seq(3, 5), t), i32(1)], ulp=ulp, **KINDS[i % 4])
        f.op(op, [nums(seq(3, 5), t), i32(0)], ulp=ulp, **KINDS[(i + 1) % 4])
    for k in KINDS:
        for a in (0, 1, 2, -1):
            f.op(op, [f32(x), i64(a)], ulp=ulp, **k)
        f.op(op, [f.numbers((2, 19)), i32(1)], ulp=2 * ulp, **k)
        f.op(op, [f.numbers((19, 2), np.float64), i32(0)], ulp=2 * ulp, **k)
        f.op(op, [f.numbers((2, 19), np.float16), i32(1)], ulp=ulp, rel=1e-3 if ulp else 0, **k)
        f.op(op, [as_type(f.numbers((2, 19)), tf.bfloat16), i32(1)], ulp=ulp, rel=4e-3 if ulp else 0, **k)
        f.op(op, [f32([1, np.inf, 2, -np.inf, np.nan, 3]), i32(0)], ulp=ulp, **k)
        f.op(op, [f32([-np.inf, -np.inf, 0]), i32(0)], ulp=ulp, **k)
    f.op(op, [f32(x), i32(3)])
    f.op(op, [f32(x), i32(-4)])
    f.op(op, [f32(x), i32([0])])
    f.op(op, [f32(3), i32(0)])
    f.op(op, [np.zeros((0, 3), np.float32), i32(0)])
    f.op(op, [np.zeros((3, 0), np.float32), i32(0)], exclusive=True)
f.op("Cumsum", [np.array([2**63 - 1, 1, 1], np.int64), i32(0)])
f.op("Cumprod", [np.array([200, 2, 3], np.uint8), i32(0)])
f.write()
