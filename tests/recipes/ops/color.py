"""Colours and contrast, CTC, Cross, DrawBoundingBoxes."""
from cases import *

f = Family("color")
x = f.rng.uniform(0, 1, (2, 3, 4, 3)).astype(np.float32)
edge = f32([[0, 0, 0], [1, 1, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [0.5, 0.5, 0.5], [2, -1, 0.5], [0.2, 0.2, 0.7]])
for op in ("RGBToHSV", "HSVToRGB"):
    for v in (x, edge):
        f.op(op, [v], rel=2e-7)
        f.op(op, [v.astype(np.float64)], rel=4e-16)
        f.op(op, [v.astype(np.float16)], rel=2e-3)
        f.op(op, [as_type(v, tf.bfloat16)], rel=2e-2)
    f.op(op, [x[..., :2]])
    f.op(op, [f32(1)])
    f.op(op, [x[:0]])
for k in (0, 0.5, 1.7, -1):
    f.op("AdjustContrastv2", [x, f32(k)], rel=3e-7)
    f.op("AdjustSaturation", [x, f32(k)], rel=3e-7)
    f.op("AdjustHue", [x, f32(k)], rel=5e-7)
f.op("AdjustHue", [edge, f32(0.3)], rel=5e-7)
f.op("AdjustSaturation", [edge, f32(1.3)], rel=3e-7)
f.op("AdjustContrastv2", [f.numbers((3, 4, 5)), f32(2)], rel=3e-7)
for op in ("AdjustContrastv2", "AdjustSaturation", "AdjustHue"):
    f.op(op, [x[0, 0, 0], f32(1)])
    f.op(op, [x, f32([1])])
    f.op(op, [x[..., :2], f32(1)], rel=3e-7)
    f.op(op, [x[:0], f32(1)])
f.op("AdjustContrastv2", [x[:, :0], f32(1)])

# ---- CTC ----
lp = f.numbers((6, 3, 5), scale=2)
for t in (np.float32, np.float64):
    for kw in ({}, dict(merge_repeated=True), dict(blank_index=0)):
        f.op("CTCGreedyDecoder", [lp.astype(t), i32([6, 4, 1])], **kw)
    labels = [i64([[0, 0], [0, 1], [1, 0], [2, 0], [2, 1]]), i32([1, 3, 2, 0, 1])]
    rel = 2e-6 if t == np.float32 else 1e-7		# TensorFlow adds logarithms in float
    f.op("CTCLoss", [lp.astype(t)] + labels + [i32([6, 4, 3])], rel=rel)
    f.op("CTCLoss", [lp.astype(t)] + labels + [i32([6, 4, 3])], rel=rel, preprocess_collapse_repeated=True)
    f.op("CTCLoss", [lp.astype(t)] + labels + [i32([6, 4, 3])], rel=rel, ctc_merge_repeated=False)
    f.op("CTCLoss", [lp.astype(t)] + labels + [i32([6, 4, 1])], rel=rel, ignore_longer_outputs_than_inputs=True)
    f.op("CTCBeamSearchDecoder", [lp.astype(t), i32([6, 4, 3])], beam_width=4, top_paths=2, rel=1e-6)
    f.op("CTCBeamSearchDecoder", [lp.astype(t), i32([6, 4, 3])], beam_width=20, top_paths=1, merge_repeated=False, rel=1e-6)
rep = [i64([[0, 0], [0, 1], [0, 2], [1, 0], [2, 0]]), i32([1, 1, 1, 2, 3])]
f.op("CTCLoss", [lp] + rep + [i32([6, 4, 3])], rel=2e-6)
f.op("CTCLoss", [lp] + rep + [i32([6, 4, 3])], rel=1e-6, preprocess_collapse_repeated=True)
f.op("CTCLoss", [lp] + rep + [i32([3, 4, 3])], rel=2e-6)
f.op("CTCLoss", [lp] + labels + [i32([7, 4, 3])])
f.op("CTCLoss", [lp] + labels + [i32([6, 4])])
f.op("CTCLoss", [lp[0]] + labels + [i32([6, 4, 3])])
f.op("CTCLoss", [lp, labels[0], i32([1, 3, 2, 0, 4]), i32([6, 4, 3])], rel=2e-6)
f.op("CTCLoss", [lp, labels[0], i32([1, 3, 2, -1, 1]), i32([6, 4, 3])])
f.op("CTCLoss", [lp, labels[0], labels[1][:3], i32([6, 4, 3])])
f.op("CTCLoss", [lp, labels[0][:, 0], labels[1], i32([6, 4, 3])])
f.op("CTCGreedyDecoder", [lp, i32([7, 4, 1])])
f.op("CTCGreedyDecoder", [lp, i32([6, 4])])
f.op("CTCGreedyDecoder", [lp[0], i32([6, 4])])
f.op("CTCGreedyDecoder", [lp, i32([6, 4, 1])], blank_index=7)
f.op("CTCBeamSearchDecoder", [lp, i32([6, 4, 3])], beam_width=2, top_paths=3)
f.op("CTCBeamSearchDecoder", [lp, i32([6, 4, 8])], beam_width=2, top_paths=1)

for t in (np.float32, np.float64, np.float16, np.int32, np.int64, np.uint8):
    f.op("Cross", [f.rng.randint(0, 9, (4, 3)).astype(t), f.rng.randint(0, 9, (4, 3)).astype(t)])
f.op("Cross", [f.numbers((4, 2)), f.numbers((4, 2))])
f.op("Cross", [f.numbers((4, 3)), f.numbers((2, 3))])
f.op("Cross", [f32(1), f32(1)])
f.write()
