"""Resizing of images, CropAndResize, ScaleAndTranslate, ExtractImagePatches, ExtractGlimpse, Dilation2D."""
from cases import *

f = Family("resize")
NUMBERS = (np.float32, np.float64, np.float16, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16)
BF = tf.bfloat16
x = f.rng.randint(0, 100, (2, 5, 4, 3))
OPS = {"ResizeNearestNeighbor": 0, "ResizeBilinear": 0, "ResizeBicubic": 4, "ResizeArea": 4}
for op, ulp in OPS.items():
    area = op == "ResizeArea"
    for t in NUMBERS:
        f.op(op, [x[:1].astype(t), i32([3, 7])], ulp=ulp)
    f.op(op, [as_type(x, BF), i32([3, 7])], ulp=ulp)
    y = f.numbers((2, 5, 6, 2))
    rel = 0 if op == "ResizeNearestNeighbor" else 2e-7
    for size in ([10, 12], [3, 4], [1, 1], [5, 6], [7, 3], [5, 3]):
        f.op(op, [y, i32(size)], rel=rel)
        f.op(op, [y, i32(size)], rel=rel, align_corners=True)
        if not area:
            f.op(op, [y, i32(size)], rel=rel, half_pixel_centers=True)
    f.op(op, [f.numbers((1, 3, 3, 3)), i32([8, 9])], rel=rel)
    f.op(op, [f.numbers((1, 1, 1, 1)), i32([2, 3])], rel=rel)
    f.op(op, [f32([1, np.nan, np.inf, 4]).reshape(1, 2, 2, 1), i32([4, 4])])
    if not area:
        f.op(op, [y, i32([3, 4])], align_corners=True, half_pixel_centers=True)
    f.op(op, [y[0], i32([3, 4])])
    f.op(op, [y[:0], i32([3, 4])])
    f.op(op, [y[:, :0], i32([3, 4])])
    f.op(op, [y[..., :0], i32([3, 4])])
    f.op(op, [y, i32([0, 4])])
    f.op(op, [y, i32([4, -1])])
    f.op(op, [y, i32([4])])
    f.op(op, [y, i32([[4, 4]])])

# ---- CropAndResize ----
img = f.numbers((2, 6, 7, 2))
boxes = f32([[0, 0, 1, 1], [0.1, 0.2, 0.7, 0.9], [-0.2, 0.5, 1.3, 0.1], [0.5, 0.5, 0.5, 0.5]])
ind = i32([0, 1, 1, 0])
for m in ("bilinear", "nearest"):
    f.op("CropAndResize", [img, boxes, ind, i32([3, 4])], method=m, rel=2e-7)
    f.op("CropAndResize", [img, boxes, ind, i32([1, 1])], method=m, extrapolation_value=-7.5, rel=2e-7)
for t in NUMBERS + (np.uint8,):
    f.op("CropAndResize", [x.astype(t), boxes, ind, i32([3, 2])], rel=2e-7)
f.op("CropAndResize", [img, boxes, i32([0, 1, 2, 0]), i32([3, 4])])
f.op("CropAndResize", [img, boxes, i32([0, 1]), i32([3, 4])])
f.op("CropAndResize", [img, boxes, i32([0, -1, 0, 0]), i32([3, 4])])
f.op("CropAndResize", [img[0], boxes, ind, i32([3, 4])])
f.op("CropAndResize", [img[:, :0], boxes, ind, i32([3, 4])])
f.op("CropAndResize", [img, boxes[0], ind, i32([3, 4])])
f.op("CropAndResize", [img, boxes[:, :3], ind, i32([3, 4])])
f.op("CropAndResize", [img, boxes, ind.reshape(2, 2), i32([3, 4])])
f.op("CropAndResize", [img, boxes, ind, i32([3])])
f.op("CropAndResize", [img, boxes, ind, i32([0, 4])])
f.op("CropAndResize", [img, boxes[:0], ind[:0], i32([3, 4])])
f.op("CropAndResize", [img, f32([[np.nan, 0, 1, 1]]), i32([0]), i32([2, 2])])

# ---- ScaleAndTranslate ----
for k in ("lanczos1", "lanczos3", "lanczos5", "gaussian", "box", "triangle", "keyscubic", "mitchellcubic"):
    for anti in (True, False):
        f.op("ScaleAndTranslate", [img[:1], i32([4, 9]), f32([0.6, 1.3]), f32([0.5, -1])], kernel_type=k, antialias=anti,
             rel=1e-6)
for t in NUMBERS:
    f.op("ScaleAndTranslate", [x[:1].astype(t), i32([3, 3]), f32([0.6, 0.75]), f32([0, 0])], rel=1e-6)
f.op("ScaleAndTranslate", [img[0], i32([4, 9]), f32([0.6, 1.3]), f32([0.5, -1])])
f.op("ScaleAndTranslate", [img, i32([4]), f32([0.6, 1.3]), f32([0.5, -1])])
f.op("ScaleAndTranslate", [img, i32([4, 0]), f32([0.6, 1.3]), f32([0.5, -1])])
f.op("ScaleAndTranslate", [img, i32([4, 4]), f32([0, 1.3]), f32([0.5, -1])])
f.op("ScaleAndTranslate", [img, i32([4, 4]), f32([1, 1.3, 2]), f32([0.5, -1])])

# ---- ExtractImagePatches ----
for t in NUMBERS + (np.uint32, np.uint64, np.complex64, np.complex128):
    f.op("ExtractImagePatches", [x.astype(t)], ksizes=[1, 3, 2, 1], strides=[1, 2, 1, 1], rates=[1, 1, 1, 1],
         padding="SAME")
f.op("ExtractImagePatches", [as_type(x, BF)], ksizes=[1, 2, 2, 1], strides=[1, 1, 1, 1], rates=[1, 2, 1, 1], padding="VALID")
f.op("ExtractImagePatches", [img], ksizes=[1, 2, 3, 1], strides=[1, 2, 2, 1], rates=[1, 2, 2, 1], padding="SAME")
f.op("ExtractImagePatches", [img], ksizes=[1, 2, 3, 1], strides=[1, 1, 2, 1], rates=[1, 1, 2, 1], padding="VALID")
f.op("ExtractImagePatches", [img[0]], ksizes=[1, 2, 3, 1], strides=[1, 1, 2, 1], rates=[1, 1, 2, 1], padding="VALID")
f.op("ExtractImagePatches", [img], ksizes=[2, 2, 3, 1], strides=[1, 1, 2, 1], rates=[1, 1, 2, 1], padding="VALID")
f.op("ExtractImagePatches", [img], ksizes=[1, 2, 3, 1], strides=[1, 1, 2, 2], rates=[1, 1, 2, 1], padding="VALID")
f.op("ExtractImagePatches", [img], ksizes=[1, 9, 9, 1], strides=[1, 1, 2, 1], rates=[1, 1, 2, 1], padding="VALID")
f.op("ExtractImagePatches", [img[:0]], ksizes=[1, 2, 2, 1], strides=[1, 1, 2, 1], rates=[1, 1, 2, 1], padding="VALID")

# ---- ExtractGlimpse ----
offsets = f32([[0, 0], [0.4, -0.7]])
for op in ("ExtractGlimpse", "ExtractGlimpseV2"):
    for kw in ({}, dict(centered=False), dict(normalized=False), dict(centered=False, normalized=False)):
        f.op(op, [img, i32([3, 3]), offsets], noise="zero", uniform_noise=False, **kw)
    f.op(op, [img, i32([3]), offsets], noise="zero", uniform_noise=False)
    f.op(op, [img, i32([3, 3]), offsets[0]], noise="zero", uniform_noise=False)
    f.op(op, [img, i32([3, 3]), offsets[:1]], noise="zero", uniform_noise=False)
    f.op(op, [img[0], i32([3, 3]), offsets], noise="zero", uniform_noise=False)
    f.op(op, [img, i32([3, -3]), offsets], noise="zero", uniform_noise=False)

# ---- Dilation2D ----
k = f.rng.randint(-3, 4, (2, 3, 3))
for t in NUMBERS + (np.uint32, np.uint64):
    f.op("Dilation2D", [x.astype(t), abs(k).astype(t)], strides=[1, 1, 1, 1], rates=[1, 1, 1, 1], padding="SAME")
f.op("Dilation2D", [as_type(x, BF), as_type(k, BF)], strides=[1, 1, 1, 1], rates=[1, 1, 1, 1], padding="SAME")
f.op("Dilation2D", [x.astype(np.float32), k.astype(np.float32)], strides=[1, 2, 1, 1], rates=[1, 2, 1, 1], padding="VALID")
f.op("Dilation2D", [x.astype(np.float32), k[:, :, :2].astype(np.float32)], strides=[1, 2, 1, 1], rates=[1, 2, 1, 1],
     padding="VALID")
f.op("Dilation2D", [x[0].astype(np.float32), k.astype(np.float32)], strides=[1, 2, 1, 1], rates=[1, 2, 1, 1], padding="VALID")
f.op("Dilation2D", [x.astype(np.float32), k[0].astype(np.float32)], strides=[1, 2, 1, 1], rates=[1, 2, 1, 1], padding="VALID")
f.write()
