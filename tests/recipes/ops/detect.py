"""Non-maximum suppression."""
from cases import *

f = Family("detect")
a = f.rng.uniform(0, 1, (12, 2)).astype(np.float32)
boxes = np.concatenate([a, a + f.rng.uniform(0.1, 0.5, (12, 2)).astype(np.float32)], 1)
scores = np.round(f.rng.uniform(0, 1, 12), 2).astype(np.float32)
scores[3] = scores[7]
N = "NonMaxSuppression"
f.op(N, [boxes, scores, i32(5)])
f.op(N, [boxes, scores, i32(50)], iou_threshold=0.1)
f.op(N, [boxes[:, [2, 3, 0, 1]], scores, i32(5)], iou_threshold=0.2)
f.op(N, [boxes, scores, i32(0)])
f.op(N, [boxes, scores, i32(-1)])
f.op(N, [boxes[:0], scores[:0], i32(3)])
for t in (np.float32, np.float16):
    f.op(N + "V2", [boxes.astype(t), scores.astype(t), i32(5), np.array(0.3, t)])
    f.op(N + "V3", [boxes.astype(t), scores.astype(t), i32(5), np.array(0.3, t), np.array(0.4, t)])
    f.op(N + "V4", [boxes.astype(t), scores.astype(t), i32(8), np.array(0.3, t), np.array(0.4, t)])
    f.op(N + "V4", [boxes.astype(t), scores.astype(t), i32(8), np.array(0.3, t), np.array(0.4, t)], pad_to_max_output_size=True)
    f.op(N + "V5", [boxes.astype(t), scores.astype(t), i32(8), np.array(0.3, t), np.array(0.1, t), np.array(0, t)])
    f.op(N + "V5", [boxes.astype(t), scores.astype(t), i32(8), np.array(0.3, t), np.array(0.1, t), np.array(0.5, t)], ulp=2)
    f.op(N + "V5", [boxes.astype(t), scores.astype(t), i32(20), np.array(0.3, t), np.array(0.1, t), np.array(0.5, t)],
         pad_to_max_output_size=True, ulp=2)
f.op(N + "V2", [boxes[0], scores, i32(5), f32(0.3)])
f.op(N + "V2", [boxes[:, :3], scores, i32(5), f32(0.3)])
f.op(N + "V2", [boxes, scores[:5], i32(5), f32(0.3)])
f.op(N + "V2", [boxes, scores.reshape(3, 4), i32(5), f32(0.3)])
f.op(N + "V2", [boxes, scores, i32([5]), f32(0.3)])
f.op(N + "V2", [boxes, scores, i32([5, 6]), f32(0.3)])
f.op(N + "V2", [boxes, scores, i32(5), f32([0.3, 0.2])])
f.op(N + "V2", [boxes, scores, i32(5), f32(1.3)])
f.op(N + "V3", [boxes, scores, i32(5), f32(-1), f32(0)])
f.op(N + "V3", [boxes, scores, i32(5), f32(0.5), f32([0, 1])])
f.op(N + "V5", [boxes, scores, i32(5), f32(0.5), f32(0), f32(-1)])
f.op(N + "V3", [boxes, np.where(scores > 0.5, np.nan, scores).astype(np.float32), i32(5), f32(0.3), f32(0.1)])

C = "CombinedNonMaxSuppression"
b4 = np.stack([boxes, boxes[::-1]]).reshape(2, 12, 1, 4)
s3 = np.round(f.rng.uniform(0, 1, (2, 12, 3)), 3).astype(np.float32)
for kw in ({}, dict(pad_per_class=True), dict(clip_boxes=False)):
    f.op(C, [b4, s3, i32(4), i32(6), f32(0.4), f32(0.2)], **kw)
f.op(C, [np.repeat(b4, 3, 2) + f32([0, 0.1, 0.2]).reshape(3, 1), s3, i32(4), i32(20), f32(0.4), f32(0.2)])
f.op(C, [b4 * 3, s3, i32(20), i32(60), f32(0.4), f32(0.9)])
f.op(C, [b4, s3, i32(4), i32(6), f32(0.4), f32(2)])
f.op(C, [b4[0], s3, i32(4), i32(6), f32(0.4), f32(0.2)])
f.op(C, [b4, s3[0], i32(4), i32(6), f32(0.4), f32(0.2)])
f.op(C, [np.repeat(b4, 2, 2), s3, i32(4), i32(6), f32(0.4), f32(0.2)])
f.op(C, [b4, s3, i32(0), i32(6), f32(0.4), f32(0.2)])
f.op(C, [b4, s3, i32(4), i32(0), f32(0.4), f32(0.2)])
f.op(C, [b4, s3, i32(4), i32(6), f32(1.4), f32(0.2)])
f.op(C, [b4, s3, i32([4]), i32(6), f32(0.4), f32(0.2)])
f.op(C, [b4, s3[:, :5], i32(4), i32(6), f32(0.4), f32(0.2)])

M = "NonMaxSuppressionWithOverlaps"
ov = np.abs(f.numbers((6, 6)))
f.op(M, [ov, scores[:6], i32(4), f32(0.6), f32(0.2)])
f.op(M, [ov[:5], scores[:6], i32(4), f32(0.6), f32(0.2)])
f.op(M, [ov[0], scores[:6], i32(4), f32(0.6), f32(0.2)])
f.write()
