"""Ops on numbers quantized by scale and zero point: tests/ops/cases/uniform.*."""
from cases import *
from tensorflow.core.util.quantization import uniform_quant_ops_attr_pb2 as pb

f = Family("uniform")
r = f.rng
Q = dict(quantization_min_val=-128, quantization_max_val=127)
Q32 = dict(quantization_min_val=-2 ** 31, quantization_max_val=2 ** 31 - 1)


def q8(*shape):
    return as_type(r.randint(-128, 128, shape), tf.qint8)


def q32(*shape, top=100000):
    return as_type(r.randint(-top, top, shape), tf.qint32)


x = f.numbers((2, 3, 4), scale=3)
for t, kw in ((tf.qint8, Q), (tf.qint32, Q32)):
    for axis, s, z in ((-1, 0.25, 3), (-1, 0.013, -7), (0, [.1, .3], [0, 5]), (1, [.1, .02, 3], [1, -2, 100]),
                       (2, [.5, .25, .125, .3], [0, 1, 2, 3])):
        f.op("UniformQuantize", [x, f32(s), i32(z)], Tout=t, quantization_axis=axis, **kw)
    odd = f32(np.nan, np.inf, -np.inf, 1e30, -1e30, .5, -.5, 1.5, 2.5, -0.0)
    f.op("UniformQuantize", [odd, f32(1), i32(0)], Tout=t, **kw)
    f.op("UniformQuantize", [odd, f32(1), i32(-5)], Tout=t, **kw)
    f.op("UniformQuantize", [odd, f32(-1), i32(0)], Tout=t, **kw)
    f.op("UniformQuantize", [odd, f32(0), i32(0)], Tout=t, **kw)
    f.op("UniformQuantize", [f.numbers((0, 3)), f32(1, 2, 3), i32(0, 0, 0)], Tout=t, quantization_axis=1, **kw)
f.op("UniformQuantize", [x, f32(.01), i32(0)], Tout=tf.qint8, quantization_min_val=-127, quantization_max_val=100)
f.op("UniformQuantize", [x, f32(.01), i32(0)], Tout=tf.qint8, quantization_min_val=-300, quantization_max_val=300)
f.op("UniformQuantize", [f32(2.), f32(.01), i32(0)], Tout=tf.qint8, **Q)
bad = ((x, f32(1, 2), i32(0), -1), (x, f32(1, 2), i32(0, 1), -1), (x, f32(1, 2), i32(0, 1), 1), (x, f32(1), i32(0), 1),
       (x, f32(1), i32(0), 3), (x, f32(1), i32(0), -2), (x, f32([[1, 2]]), i32([[1, 2]]), 0))
for a, s, z, axis in bad:
    f.op("UniformQuantize", [a, s, z], Tout=tf.qint8, quantization_axis=axis, **Q)
    f.op("UniformDequantize", [q8(2, 3, 4), s, z], Tout=tf.float32, quantization_axis=axis, **Q)

for v, kw in ((q8(2, 3, 4), Q), (q32(2, 3, 4), Q32), (q32(2, 3, 4, top=2 ** 31), Q32)):
    for axis, s, z in ((-1, 0.25, 3), (0, [.1, .3], [0, 5]), (1, [.1, .02, 3], [1, -2, 1000]), (2, [.5, .25, .125, .3], [0, 1, 2, 3])):
        f.op("UniformDequantize", [v, f32(s), i32(z)], Tout=tf.float32, quantization_axis=axis, **kw)
        for axis2, s2, z2 in ((-1, .07, 5), (0, [.3, .01], [1, 2]), (1, [.03, .2, 7], [9, -8, 7]), (2, [2, 1e-4, .125, .3], [0, -3, 0, 1])):
            f.op("UniformRequantize", [v, f32(s), i32(z), f32(s2), i32(z2)], Tout=tf.qint8, input_quantization_axis=axis,
                 output_quantization_axis=axis2, input_quantization_min_val=-128, input_quantization_max_val=127,
                 output_quantization_min_val=-128, output_quantization_max_val=127)
R = dict(Tout=tf.qint8, input_quantization_min_val=-128, input_quantization_max_val=127, output_quantization_min_val=-100,
         output_quantization_max_val=90)
f.op("UniformDequantize", [q8(3), f32(0), i32(0)], Tout=tf.float32, **Q)
f.op("UniformDequantize", [q8(0, 3), f32(1, 2, 3), i32(0, 0, 0)], Tout=tf.float32, quantization_axis=1, **Q)
f.op("UniformRequantize", [q8(7), f32(1e30), i32(0), f32(1e-30), i32(0)], **R)
f.op("UniformRequantize", [q8(7), f32(1e-30), i32(0), f32(1e30), i32(0)], **R)
f.op("UniformRequantize", [q8(7), f32(np.inf), i32(0), f32(1), i32(0)], **R)
f.op("UniformRequantize", [q8(7), f32(1), i32(0), f32(np.inf), i32(0)], **R)
f.op("UniformRequantize", [q8(7), f32(np.nan), i32(0), f32(1), i32(0)], **R)
f.op("UniformRequantize", [q8(7), f32(1), i32(0), f32(-1), i32(0)], **R)
f.op("UniformRequantize", [q8(0), f32(1), i32(0), f32(3), i32(0)], **R)
f.op("UniformRequantize", [q8(2, 2), f32(1, 2), i32(0, 1), f32(3), i32(0)], input_quantization_axis=2, **R)
f.op("UniformRequantize", [q8(2, 2), f32(1), i32(0), f32(1, 2, 3), i32(0, 1, 2)], output_quantization_axis=0, **R)
f.op("UniformRequantize", [q8(2, 2), f32(1), i32(0), f32(1), i32(0)], output_quantization_axis=-2, **R)
f.op("UniformRequantize", [q8(2, 2), f32(1), i32(0), f32(1), i32(0)], input_quantization_axis=-3, **R)

v = q32(2, 3, top=50)
f.op("UniformQuantizedClipByValue", [v, as_type(-20, tf.qint32), as_type(30, tf.qint32), f32(1), i32(0)], **Q32)
f.op("UniformQuantizedClipByValue", [v, as_type(30, tf.qint32), as_type(-20, tf.qint32), f32(1), i32(0)], **Q32)
lo, hi = as_type([-9, -20, 3], tf.qint32), as_type([9, 20, 33], tf.qint32)
f.op("UniformQuantizedClipByValue", [v, lo, hi, f32(1, 1, 1), i32(0, 0, 0)], quantization_axis=1, **Q32)
f.op("UniformQuantizedClipByValue", [v, lo, hi, f32(1, 1), i32(0, 0)], quantization_axis=0, **Q32)
f.op("UniformQuantizedClipByValue", [v, as_type(3, tf.qint32), hi, f32(1, 1, 1), i32(0, 0, 0)], quantization_axis=1, **Q32)
f.op("UniformQuantizedClipByValue", [v, lo, lo, f32(1), i32(0)], quantization_axis=-1, **Q32)
f.op("UniformQuantizedClipByValue", [q32(0, 3), lo, hi, f32(1, 1, 1), i32(0, 0, 0)], quantization_axis=1, **Q32)

A = {f"{s}_quantization_{e}_val": v for s in ("lhs", "rhs", "output") for e, v in (("min", -2 ** 31), ("max", 2 ** 31 - 1))}
for a, b in (((2, 3), (2, 3)), ((2, 3), (3,)), ((3,), (2, 3)), ((2, 1, 3), (4, 1)), ((), (2, 3)), ((2, 3), ()), ((0, 3), (3,))):
    f.op("UniformQuantizedAdd", [q32(*a), q32(*b), f32(.3), i32(4), f32(.02), i32(-9), f32(.11), i32(77)], **A)
one, three, z3 = [f32(.3), i32(4)], f32(.3, .1, .02), i32(1, -2, 50)
for la, ra, oa in ((1, -1, -1), (-1, 1, -1), (1, 1, -1), (1, 1, 1), (1, -1, 1)):
    ins = [q32(2, 3), q32(2, 3)]
    for ax in (la, ra, oa):
        ins += [three, z3] if ax >= 0 else one
    f.op("UniformQuantizedAdd", ins, lhs_quantization_axis=la, rhs_quantization_axis=ra, output_quantization_axis=oa, **A)
B = dict(A, output_quantization_min_val=-1000, output_quantization_max_val=2000)
f.op("UniformQuantizedAdd", [q32(2, 3), q32(2, 3)] + one * 3, **B)
f.op("UniformQuantizedAdd", [q32(2, 3), q32(2, 4)] + one * 3, **B)
f.op("UniformQuantizedAdd", [q32(2, 3), q32(2, 3), f32(0), i32(0)] + one * 2, **B)
f.op("UniformQuantizedAdd", [q32(2, 3), q32(2, 3), three, z3] + one * 2, **B)
f.op("UniformQuantizedAdd", [q32(3, 3), q32(3, 3)] + [three, z3] + one + [three, z3], lhs_quantization_axis=1, output_quantization_axis=0, **B)
f.op("UniformQuantizedAdd", [q32(3, 3), q32(3, 3)] + one * 3, lhs_quantization_axis=-2, **B)

D = {f"{s}_quantization_{e}_val": v for s in ("lhs", "rhs") for e, v in (("min", -128), ("max", 127))}
D.update(Tout=tf.qint32, output_quantization_min_val=-2 ** 31, output_quantization_max_val=2 ** 31 - 1)
two, z2 = f32(.3, .01), i32(3, -4)
s1 = [f32(.1), i32(5)]
for rs, os in ((s1, s1), ([two, z2], s1), ([two, z2], [two, z2])):
    kw = dict(rhs_quantization_axis=1 if rs is not s1 else -1, output_quantization_axis=1 if os is not s1 else -1, **D)
    f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 2)] + s1 + rs + os, **kw)
    f.op("UniformQuantizedDot", [q8(0, 3), q8(3, 2)] + s1 + rs + os, **kw)
    f.op("UniformQuantizedDot", [q8(4, 0), q8(0, 2)] + s1 + rs + os, **kw)
f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 2)] + s1 * 3, **dict(D, output_quantization_min_val=-500, output_quantization_max_val=600))
f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 2)] + s1 * 2 + [two, z2], **D)
f.op("UniformQuantizedDot", [q8(4, 3), q8(2, 2)] + s1 * 3, **D)
f.op("UniformQuantizedDot", [q8(4), q8(2, 2)] + s1 * 3, **D)
f.op("UniformQuantizedDot", [q8(4, 3), q8(2)] + s1 * 3, **D)
f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 2)] + [two, z2] + s1 * 2, **D)
f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 3)] + s1 + [two, z2] + s1, **D)
for i in (2, 4, 6):
    ins = [q8(4, 3), q8(3, 2)] + s1 * 3
    ins[i] = f32(-1)
    f.op("UniformQuantizedDot", ins, **D)
f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 2)] + s1 * 3, lhs_quantization_axis=0, **D)
f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 2)] + s1 * 3, rhs_quantization_axis=0, **D)
f.op("UniformQuantizedDot", [q8(4, 3), q8(3, 2)] + s1 * 3, output_quantization_axis=0, **D)

H = dict(Tout=tf.float32, rhs_quantization_min_val=-128, rhs_quantization_max_val=127)
for scale in (1, 30, 1e-3):
    for m, k, n in ((4, 3, 2), (5, 17, 2), (1, 64, 2)):
        a = f.numbers((m, k), scale=scale)
        f.op("UniformQuantizedDotHybrid", [a, q8(k, n)] + s1, **H)
        f.op("UniformQuantizedDotHybrid", [np.abs(a), q8(k, n), two, z2], rhs_quantization_axis=1, **H)
f.op("UniformQuantizedDotHybrid", [f32(np.zeros((2, 3))), q8(3, 2)] + s1, **H)
f.op("UniformQuantizedDotHybrid", [f32(np.full((2, 3), 1e-44)), q8(3, 2)] + s1, **H)
f.op("UniformQuantizedDotHybrid", [f32(np.full((2, 3), -7)), q8(3, 2)] + s1, **H)
f.op("UniformQuantizedDotHybrid", [f.numbers((0, 3)), q8(3, 2)] + s1, **H)
f.op("UniformQuantizedDotHybrid", [f.numbers((2, 3)), q8(2, 2)] + s1, **H)
f.op("UniformQuantizedDotHybrid", [f.numbers((2, 3)), q8(3, 2), f32(0), i32(1)], **H)
f.op("UniformQuantizedDotHybrid", [f.numbers((2, 3)), q8(3, 2)] + s1, rhs_quantization_axis=0, **H)


def numbers(b, c, s, ki, ko, ks, ob, oc, os):
    return pb.UniformQuantizedConvolutionDimensionNumbersAttr(
        input_batch_dimension=b, input_feature_dimension=c, input_spatial_dimensions=s, kernel_input_feature_dimension=ki,
        kernel_output_feature_dimension=ko, kernel_spatial_dimensions=ks, output_batch_dimension=ob,
        output_feature_dimension=oc, output_spatial_dimensions=os).SerializeToString()


NHWC = numbers(0, 3, [1, 2], 2, 3, [0, 1], 0, 3, [1, 2])


def conv(x, y, hybrid=True, per=-1, both=False, **kw):
    n = y[per] if per >= 0 else 0
    sc = [as_type(r.uniform(.01, .4, n), tf.float32), as_type(r.randint(-9, 9, n), tf.int32)] if per >= 0 else s1
    oa = kw.pop("oa", -1)
    f.op("UniformQuantizedConvolution", [q8(*x), q8(*y)] + s1 + sc + (sc if both else s1), rhs_quantization_axis=per,
         output_quantization_axis=oa, **dict(D, **kw))
    if hybrid:
        f.op("UniformQuantizedConvolutionHybrid", [f.numbers(x, scale=4), q8(*y)] + sc, rhs_quantization_axis=per, **dict(H, **kw))


for pad in ("SAME", "VALID"):
    conv((2, 3, 6, 5), (4, 3, 2, 3), padding=pad)
    conv((2, 3, 6, 5), (4, 3, 2, 3), padding=pad, window_strides=[2, 3])
    conv((2, 3, 6, 5), (4, 3, 2, 3), padding=pad, lhs_dilation=[2, 1], rhs_dilation=[1, 2])
    conv((2, 6, 5, 3), (2, 3, 3, 4), padding=pad, dimension_numbers=NHWC)
    conv((2, 6, 5, 3), (2, 3, 3, 4), padding=pad, dimension_numbers=NHWC, per=3)
    conv((2, 6, 5, 3), (2, 3, 3, 4), padding=pad, dimension_numbers=NHWC, per=3, both=True, oa=3, hybrid=False)
    conv((2, 4, 7), (6, 2, 3), padding=pad, feature_group_count=2)
    conv((4, 2, 7), (6, 2, 3), padding=pad, batch_group_count=2)
    conv((2, 2, 3, 4, 3), (3, 2, 2, 2, 2), padding=pad)
    conv((2, 3, 6, 5), (4, 3, 2, 3), padding=pad, per=0, both=True, oa=1, hybrid=False)
conv((2, 3, 6, 5), (4, 3, 2, 3), padding="EXPLICIT", explicit_padding=[1, 0, 2, 3])
conv((0, 3, 6, 5), (4, 3, 2, 3), padding="SAME")
conv((2, 3, 2, 2), (4, 3, 3, 3), padding="VALID")
conv((2, 3, 1, 1), (4, 3, 4, 4), padding="VALID", window_strides=[2, 2])
f.op("UniformQuantizedConvolution", [q8(1, 1, 4), q8(1, 1, 3), f32(.1), i32(300)] + s1 * 2, padding="SAME", **D)
ok = ((2, 3, 6, 5), (4, 3, 2, 3))
for kw in (dict(padding="NONE"), dict(padding="SAME", explicit_padding=[1, 1, 1, 1]), dict(padding="EXPLICIT", explicit_padding=[1, 1]),
           dict(padding="EXPLICIT", explicit_padding=[1, 1, -1, 1]), dict(padding="SAME", window_strides=[1]),
           dict(padding="SAME", window_strides=[1, 0]), dict(padding="SAME", lhs_dilation=[1]), dict(padding="SAME", rhs_dilation=[0, 1]),
           dict(padding="SAME", feature_group_count=2), dict(padding="SAME", feature_group_count=0), dict(padding="SAME", feature_group_count=3),
           dict(padding="SAME", batch_group_count=0), dict(padding="SAME", batch_group_count=3), dict(padding="SAME", dimension_numbers=b"\xff"),
           dict(padding="SAME", dimension_numbers=numbers(0, 3, [1, 4], 2, 3, [0, 1], 0, 3, [1, 2])),
           dict(padding="SAME", dimension_numbers=numbers(0, 3, [1], 2, 3, [0, 1], 0, 3, [1, 2]))):
    conv(*ok, **kw)
conv((2, 3), (4, 3), padding="SAME")
conv((2, 3, 4), (4, 3, 4, 4), padding="SAME")
conv((2, 3, 6, 5), (4, 3, 2, 3), padding="SAME", per=1)
f.op("UniformQuantizedConvolution", [q8(*ok[0]), q8(*ok[1])] + s1 * 3, padding="SAME", output_quantization_axis=0, **D)
f.op("UniformQuantizedConvolution", [q8(*ok[0]), q8(*ok[1])] + s1 * 3, padding="SAME", lhs_quantization_axis=0, **D)
f.op("UniformQuantizedConvolution", [q8(*ok[0]), q8(*ok[1])] + [two, z2] + s1 * 2, padding="SAME", **D)
f.op("UniformQuantizedConvolution", [q8(*ok[0]), q8(*ok[1])] + s1 * 2 + [f32(1, 1, 1, 1), i32(0, 0, 0, 0)], padding="SAME",
     output_quantization_axis=1, **D)
f.write()
