"""ImageProjectiveTransformV2 and V3, DrawBoundingBoxes and V2."""
from cases import *

f = Family("projective")
x = f.numbers((2, 5, 6, 3))
one = f32([[0.9, 0.2, 0.3, -0.1, 1.1, 0.4, 0.01, -0.02]])
two = f32([[0.9, 0.2, 0.3, -0.1, 1.1, 0.4, 0.01, -0.02], [1, 0, -7.3, 0, 1, 9.6, 0, 0]])
for how in ("NEAREST", "BILINEAR"):
    for mode in ("CONSTANT", "REFLECT", "WRAP", "NEAREST"):
        f.op("ImageProjectiveTransformV3", [x, two, i32([4, 7]), f32(0.5)], ulp=2, rel=2e-7, interpolation=how, fill_mode=mode)
        f.op("ImageProjectiveTransformV2", [x, one, i32([9, 3])], ulp=2, rel=2e-7, interpolation=how, fill_mode=mode)
    for t in (tf.uint8, tf.int32, tf.int64, tf.float16, tf.float64):
        f.op("ImageProjectiveTransformV3", [as_type(np.arange(60).reshape(1, 5, 4, 3) * 3, t), one, i32([4, 5]), f32(7)],
             ulp=1, interpolation=how, fill_mode="REFLECT")
f.op("ImageProjectiveTransformV3", [x[:, :1, :1], two, i32([3, 3]), f32(0)], interpolation="NEAREST", fill_mode="WRAP")
f.op("ImageProjectiveTransformV3", [x[:, :1, :1], two, i32([3, 3]), f32(0)], interpolation="BILINEAR", fill_mode="REFLECT")
f.op("ImageProjectiveTransformV3", [x[:0], one, i32([3, 3]), f32(0)], interpolation="NEAREST")
f.op("ImageProjectiveTransformV3", [x, f32([[0, 0, 0, 0, 0, 0, -1, 0]]), i32([2, 3]), f32(3)], interpolation="NEAREST")
f.op("ImageProjectiveTransformV3", [x, one[:, :7], i32([3, 3]), f32(0)], interpolation="NEAREST")
f.op("ImageProjectiveTransformV3", [x, np.tile(one, (3, 1)), i32([3, 3]), f32(0)], interpolation="NEAREST")
f.op("ImageProjectiveTransformV3", [x, one, i32([0, 3]), f32(0)], interpolation="NEAREST")
f.op("ImageProjectiveTransformV3", [x, one, i32([3, 3, 3]), f32(0)], interpolation="NEAREST")
boxes = f32([[[0.1, 0.1, 0.8, 0.7], [-0.5, 0.2, 1.5, 0.4], [0.9, 0.9, 0.1, 0.1], [2, 2, 3, 3]]])
for depth in (1, 3, 4):
    im = f.numbers((1, 8, 9, depth))
    f.op("DrawBoundingBoxes", [im, boxes])
    f.op("DrawBoundingBoxesV2", [im, boxes, f32([[0.1, 0.2, 0.3, 0.4], [0.5, 0.6, 0.7, 0.8]])])
    f.op("DrawBoundingBoxesV2", [im.astype(np.float16), boxes, np.zeros((0, 4), np.float32)])
im = f.numbers((1, 8, 9, 3))
f.op("DrawBoundingBoxes", [im, boxes[0]])
f.op("DrawBoundingBoxes", [im, np.tile(boxes, (2, 1, 1))])
f.op("DrawBoundingBoxes", [im[..., :2], boxes])
f.op("DrawBoundingBoxes", [im, boxes[..., :3]])
f.op("DrawBoundingBoxesV2", [im, boxes, f32([1, 2, 3])])
f.op("DrawBoundingBoxesV2", [im, boxes, f32([[1, 2]])])
f.write()
