"""Softmax and its kin, LeakyRelu, losses."""
from elementwise import *

f = Family("act")
x = f.numbers((3, 5), scale=3)
for op in ("Softmax", "LogSoftmax"):
    for t in FLOATS:
        f.op(op, [cast(x, t)], rel={"float32": 2e-7, "float64": 5e-16, "float16": 1e-3, "bfloat16": 8e-3}[t])
    f.op(op, [f.numbers((2, 2, 9))], rel=2e-7)
    f.op(op, [f.numbers((7,), scale=40)], rel=2e-7)
    f.op(op, [f32(1)])
    f.op(op, [np.zeros((2, 0), np.float32)])
    f.op(op, [np.zeros((0, 2), np.float32)])
    f.op(op, [f32([[INF, 1, 2], [NAN, 0, 1], [-INF, -INF, -INF]])])
    f.op(op, [f32([[-INF, 1, 2], [3e38, -3e38, 3e38], [88, -88, 0]])], rel=2e-7)
for t in FLOATS:
    f.op("LeakyRelu", [one(f, t, tiny=False)])
    f.op("LeakyRelu", [one(f, t, tiny=False)], alpha=0.3)
    f.op("LeakyReluGrad", pair(f, t), alpha=0.3)
f.op("LeakyRelu", [f32(-1, 2, -3)], alpha=1.5)
f.op("LeakyRelu", [f32(np.zeros((0, 2)))])
f.op("LeakyReluGrad", [f32(1, 2, 3), f32(1, 2)])
f.op("LeakyReluGrad", [f32(1, 2, 3), f32(-1, 2, -3)], alpha=0.0)

REL = {"float32": 3e-7, "float64": 1e-15, "float16": 3e-3, "bfloat16": 2e-2}
p = np.abs(f.numbers((3, 5)))
for t in FLOATS:
    f.op("SoftmaxCrossEntropyWithLogits", [cast(x, t), cast(p, t)], rel=REL[t])
    for i in (np.int32, np.int64):
        f.op("SparseSoftmaxCrossEntropyWithLogits", [cast(x, t), np.array([0, 4, 2], i)], rel=REL[t])
f.op("SoftmaxCrossEntropyWithLogits", [x, p[:1]], rel=3e-7)
f.op("SoftmaxCrossEntropyWithLogits", [x[:1], p], rel=3e-7)
f.op("SoftmaxCrossEntropyWithLogits", [x, p[:, :1]], rel=3e-7)
f.op("SoftmaxCrossEntropyWithLogits", [x, p[0]], rel=3e-7)
f.op("SoftmaxCrossEntropyWithLogits", [x, f32(1)], rel=3e-7)
f.op("SoftmaxCrossEntropyWithLogits", [x, p[:2]])
f.op("SoftmaxCrossEntropyWithLogits", [x[0], p[0]])
f.op("SoftmaxCrossEntropyWithLogits", [x[None], p])
f.op("SoftmaxCrossEntropyWithLogits", [np.zeros((2, 0), np.float32), np.zeros((2, 0), np.float32)])
f.op("SoftmaxCrossEntropyWithLogits", [np.zeros((0, 3), np.float32), np.zeros((0, 3), np.float32)])
f.op("SoftmaxCrossEntropyWithLogits", [f32([[-INF, 0, 1]]), f32([[0, 0, 1]])], rel=3e-7)
s = "SparseSoftmaxCrossEntropyWithLogits"
for labels in ([0, 5, 1], [0, -1, 2], [[1, 2, 3]], [1, 2], 0):
    f.op(s, [x, i32(labels)])
f.op(s, [x[0], i32(0, 1, 2, 3, 4)])
f.op(s, [np.zeros((2, 0), np.float32), i32(0, 0)])
f.op(s, [np.zeros((0, 3), np.float32), i32(np.zeros(0))])
f.write()
