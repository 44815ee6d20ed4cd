"""Gradients of resizing and of CropAndResize. (Not here: a gradient of another batch or depth than the image, which TensorFlow
takes as it comes, against its own shape inference; smtui refuses it.)"""
from cases import *

f = Family("resize_grad")
SIZES = (((3, 4), (7, 9)), ((7, 9), (3, 4)), ((5, 5), (5, 5)), ((1, 1), (4, 3)), ((4, 3), (1, 1)), ((2, 6), (8, 2)))
WAYS = ({}, dict(align_corners=True), dict(half_pixel_centers=True))
for kw in WAYS:
    for image, out in SIZES:
        g = f.numbers((2,) + out + (2,))
        x = np.zeros((2,) + image + (2,))
        for op in ("ResizeBilinearGrad", "ResizeBicubicGrad"):
            f.op(op, [g, x.astype(np.float32)], rel=1e-6, **kw)
        f.op("ResizeNearestNeighborGrad", [g, i32(image)], rel=1e-6, **kw)
g = f.numbers((2, 6, 7, 3))
for t in (np.float64, np.float16, tf.bfloat16):
    for kw in WAYS:
        x = as_type(np.zeros((2, 4, 3, 3)), t)
        f.op("ResizeBilinearGrad", [g, x], rel={np.float64: 1e-6, np.float16: 3e-3}.get(t, 2e-2), **kw)
        if t == np.float64:
            f.op("ResizeBicubicGrad", [g, x], rel=1e-6, **kw)
for t in (np.float64, np.float16, np.int8, np.int32, np.uint8):
    f.op("ResizeNearestNeighborGrad", [f.rng.randint(0, 9, (1, 5, 6, 2)).astype(t), i32(3, 2)])
f.op("ResizeNearestNeighborGrad", [as_type(f.rng.randint(0, 9, (1, 5, 6, 2)), tf.bfloat16), i32(3, 2)])
x = np.zeros((2, 4, 3, 3), np.float32)
for op in ("ResizeBilinearGrad", "ResizeBicubicGrad"):
    f.op(op, [g[0], x])
    f.op(op, [g, x[0]])
    f.op(op, [g, x], align_corners=True, half_pixel_centers=True)
    f.op(op, [g, x[:, :0]])
    f.op(op, [g[:, :0], x])
    f.op(op, [g[..., :0], x[..., :0]])
    f.op(op, [g[:0], x[:0]])
op = "ResizeNearestNeighborGrad"
f.op(op, [g[0], i32(4, 3)])
f.op(op, [g, i32([[4, 3]])])
f.op(op, [g, i32(4, 3, 1)])
f.op(op, [g, i32(0, 3)])
f.op(op, [g, i32(-1, 3)])
f.op(op, [g, i32(4, 3)], align_corners=True, half_pixel_centers=True)
f.op(op, [g[:, :0], i32(4, 3)])
f.op(op, [g[:0], i32(4, 3)])

boxes = f32([[0, 0, 1, 1], [0.1, 0.2, 0.7, 0.6], [-0.3, 0.4, 1.4, 0.9], [0.8, 0.9, 0.2, 0.1]])
ind = i32(0, 1, 1, 0)
g = f.numbers((4, 3, 5, 2))
one = f.numbers((4, 1, 1, 2))
for method in ("bilinear", "nearest"):
    for d in (g, one):
        for t in (np.float32, np.float64, np.float16):
            f.op("CropAndResizeGradImage", [d, boxes, ind, i32(2, 6, 7, 2)], T=t, method=method,
                 rel=1e-6 if t != np.float16 else 3e-3)
KW = dict(T=tf.float32)
op = "CropAndResizeGradImage"
f.op(op, [g[0], boxes, ind, i32(2, 6, 7, 2)], **KW)
f.op(op, [g[:, :0], boxes, ind, i32(2, 6, 7, 2)], **KW)
f.op(op, [g, boxes[:3], ind, i32(2, 6, 7, 2)], **KW)
f.op(op, [g, boxes[:, :3], ind, i32(2, 6, 7, 2)], **KW)
f.op(op, [g, boxes, ind[:3], i32(2, 6, 7, 2)], **KW)
f.op(op, [g, boxes, ind, i32(2, 6, 7)], **KW)
f.op(op, [g, boxes, ind, i32([[2, 6, 7, 2]])], **KW)
f.op(op, [g, boxes, ind, i32(2, 0, 7, 2)], **KW)
f.op(op, [g, boxes, ind, i32(2, 6, 7, 3)], **KW)
f.op(op, [g, boxes, ind, i32(1, 6, 7, 2)], **KW)
f.op(op, [g, boxes, i32(0, -1, 0, 0), i32(2, 6, 7, 2)], **KW)
f.op(op, [g[:0], boxes[:0], ind[:0], i32(2, 6, 7, 2)], **KW)
op = "CropAndResizeGradBoxes"
x = f.rng.randint(0, 50, (2, 6, 7, 2))
for t in (np.float32, np.float64, np.float16, np.uint8, np.int32):
    f.op(op, [g, x.astype(t), boxes, ind], rel=1e-6)
    f.op(op, [one, x.astype(t), boxes, ind], rel=1e-6)
x = x.astype(np.float32)
f.op(op, [g[0], x, boxes, ind])
f.op(op, [g[:, :0], x, boxes, ind])
f.op(op, [g, x[0], boxes, ind])
f.op(op, [g, x[:, :0], boxes, ind])
f.op(op, [g, x[..., :1], boxes, ind])
f.op(op, [g, x, boxes[:3], ind])
f.op(op, [g, x, boxes[:, :3], ind])
f.op(op, [g, x, boxes, ind[:3]])
f.op(op, [g, x[:1], boxes, ind])
f.op(op, [g[:0], x, boxes[:0], ind[:0]])
f.write()
