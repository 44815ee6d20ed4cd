"""Quantized numbers moved, resized and normalised: tests/ops/cases/quantized_more.*. RequantizePerChannel and
RequantizationRangePerChannel are oneDNN's; the build has them with oneDNN switched off too."""
from cases import *

f = Family("quantized_more")
r = f.rng
LOW = {tf.quint8: (0, 256), tf.qint8: (-128, 128), tf.qint32: (-2 ** 31, 2 ** 31)}


def q(shape, t=tf.quint8):
    return as_type(r.randint(*LOW[t], shape, dtype=np.int64), t)


for t in (tf.quint8, tf.qint32):
    for axis, a, b in ((0, (2, 3), (4, 3)), (1, (2, 3), (2, 1)), (1, (2, 3, 2), (2, 0, 2)), (2, (2, 3, 2), (2, 3, 5))):
        f.op("QuantizedConcat", [i32(axis), [q(a, t), q(b, t)], [f32(-1), f32(-1)], [f32(2), f32(2)]])
        f.op("QuantizedConcat", [i32(axis), [q(a, t), q(b, t)], [f32(-1), f32(0)], [f32(2), f32(6)]])
        f.op("QuantizedConcat", [i32(axis), [q(a, t), q(b, t), q(a, t)], [f32(-3), f32(.5), f32(1)], [f32(2), f32(7), f32(1)]])
ok = [i32(0), [q((2, 3)), q((4, 3))], [f32(-1), f32(0)], [f32(2), f32(6)]]
f.op("QuantizedConcat", [i32(-1)] + ok[1:])
f.op("QuantizedConcat", [i32(2)] + ok[1:])
f.op("QuantizedConcat", [i32(1)] + ok[1:])
f.op("QuantizedConcat", [i32(0, 1)] + ok[1:])
f.op("QuantizedConcat", ok[:1] + [[q((2, 3)), q((4, 3, 1))]] + ok[2:])
f.op("QuantizedConcat", ok[:2] + [[f32(-1, 0), f32(0)]] + ok[3:])
f.op("QuantizedConcat", ok[:3] + [[f32(2), f32(6, 2)]])
f.op("QuantizedConcat", [i32(0), [q(()), q(())]] + ok[2:])

for t in (tf.quint8, tf.qint32):
    for sh in (i32(3, 2), i32(-1), i64(1, -1, 2), i32(6)):
        f.op("QuantizedReshape", [q((2, 3), t), sh, f32(-1), f32(2)])
f.op("QuantizedReshape", [q((2, 3)), i32(3, 2), f32([-1]), f32([2])])
f.op("QuantizedReshape", [q((2, 3)), i32(3, 2), f32(-1, 1), f32(2)])
f.op("QuantizedReshape", [q((2, 3)), i32(3, 2), f32(-1), f32([[2]])])
f.op("QuantizedReshape", [q((2, 3)), i32(4, 2), f32(-1), f32(2)])
f.op("QuantizedReshape", [q((0, 3)), i32(-1, 3), f32(-1), f32(2)])

for t in (tf.quint8, tf.qint32, tf.float32):
    for align, half in ((False, False), (True, False), (False, True), (True, True)):
        for (h, w), (oh, ow), ch in (((5, 4), (9, 11), 3), ((5, 4), (9, 11), 1), ((7, 9), (3, 4), 2), ((1, 1), (3, 3), 3), ((5, 4), (5, 4), 2)):
            x = f.numbers((2, h, w, ch)) if t == tf.float32 else q((2, h, w, ch), t)
            f.op("QuantizedResizeBilinear", [x, i32(oh, ow), f32(-1), f32(2)], align_corners=align, half_pixel_centers=half)
ok = [q((1, 5, 4, 3)), i32(7, 6), f32(-1), f32(2)]
f.op("QuantizedResizeBilinear", [q((5, 4, 3))] + ok[1:])
f.op("QuantizedResizeBilinear", [q((1, 0, 4, 3))] + ok[1:])
f.op("QuantizedResizeBilinear", ok[:1] + [i32(1, 0)] + ok[2:])
f.op("QuantizedResizeBilinear", ok[:1] + [i32(1, 2, 3)] + ok[2:])
f.op("QuantizedResizeBilinear", ok[:2] + [f32(1, 2)] + ok[3:])
f.op("QuantizedResizeBilinear", ok[:3] + [f32(1, 2)])
f.op("QuantizedResizeBilinear", [q((0, 5, 4, 3))] + ok[1:])

for sh in ((1, 5, 4, 3), (2, 3, 3, 1), (2, 4, 4, 16), (1, 7, 7, 9)):
    for lo, hi in ((-1, 1), (0, 6), (-3, 100)):
        f.op("QuantizedInstanceNorm", [q(sh), f32(lo), f32(hi)], ulp=8)
        f.op("QuantizedInstanceNorm", [q(sh), f32(lo), f32(hi)], output_range_given=True, given_y_min=-2, given_y_max=1.5, ulp=8)
f.op("QuantizedInstanceNorm", [q((1, 4, 4, 2)), f32(-1), f32(1)], variance_epsilon=.5, min_separation=20., ulp=8)
f.op("QuantizedInstanceNorm", [as_type(np.full((1, 4, 4, 2), 7), tf.quint8), f32(-1), f32(1)], ulp=8)
f.op("QuantizedInstanceNorm", [q((1, 4, 4, 2)), f32(1), f32(1)])
f.op("QuantizedInstanceNorm", [q((1, 4, 4, 2)), f32(1, 2), f32(1)])
f.op("QuantizedInstanceNorm", [q((1, 4, 4, 2)), f32(1), f32(1, 2)])
f.op("QuantizedInstanceNorm", [q((1, 4, 4, 2)), f32(0), f32(1)], output_range_given=True, given_y_min=2, given_y_max=1.5)

B = dict(out_type=tf.qint32, variance_epsilon=.01)
for after in (True, False):
    for sh in ((1, 4, 3, 2), (2, 3, 3, 5), (0, 3, 3, 2)):
        ins = [q(sh), f32(-2), f32(3)]
        for lo, hi in ((-1, 1), (0, 4), (-.5, 2), (.2, 3)):
            ins += [q((sh[3],)), f32(lo), f32(hi)]
        f.op("QuantizedBatchNormWithGlobalNormalization", ins, scale_after_normalization=after, **B)
for i in range(0, 15, 3):
    f.op("QuantizedBatchNormWithGlobalNormalization", ins[:i] + [q((3, 1))] + ins[i + 1:], scale_after_normalization=True, **B)
    f.op("QuantizedBatchNormWithGlobalNormalization", ins[:i + 1] + [f32(1, 2)] + ins[i + 2:], scale_after_normalization=True, **B)
    if i:
        f.op("QuantizedBatchNormWithGlobalNormalization", ins[:i] + [q((5,))] + ins[i + 1:], scale_after_normalization=True, **B)

x = as_type(r.randint(-2 ** 28, 2 ** 28, (2, 3, 3, 4)), tf.qint32)
pos = as_type(r.randint(0, 2 ** 28, (2, 3, 3, 4)), tf.qint32)
lo, hi = f32(-1, -2, -.5, 0), f32(1, 3, .25, 8)
for v in (x, pos):
    for clip in (1e30, .05):
        f.op("RequantizationRangePerChannel", [v, lo, hi], clip_value_max=clip)
    for t in (tf.qint8, tf.quint8):
        f.op("RequantizePerChannel", [v, lo, hi, f32(-.3), f32(.2)], out_type=t)
        f.op("RequantizePerChannel", [v, lo, hi, f32(-.01), f32(.02)], out_type=t)
K = dict(clip_value_max=1.)
f.op("RequantizationRangePerChannel", [x, lo[:3], hi], **K)
f.op("RequantizationRangePerChannel", [x, lo[:3], hi[:3]], **K)
f.op("RequantizationRangePerChannel", [q((0, 1, 1, 4), tf.qint32), lo, hi], **K)
f.op("RequantizationRangePerChannel", [q((3, 4), tf.qint32), lo, hi], **K)
f.op("RequantizePerChannel", [x, lo, hi[:3], f32(-1), f32(1)], out_type=tf.qint8)
f.op("RequantizePerChannel", [x, lo, hi, f32(-1, 1), f32(1)], out_type=tf.qint8)
f.op("RequantizePerChannel", [x, lo, hi, f32(1), f32(1)], out_type=tf.qint8)
f.write()
