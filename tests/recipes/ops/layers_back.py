"""Gradients of layers and small ops of image graphs: recurrent cells, ScaleAndTranslate, patches of volumes, formats,
ApproxTopK, IsotonicRegression."""
from cases import *

f = Family("layers_back")
BF = tf.bfloat16
B, I, C, T = 2, 3, 4, 5


def ints(*shape):
    return f.rng.randint(-3, 4, shape).astype(np.float32)


# ---- LSTMBlockCellGrad, BlockLSTMGrad, BlockLSTMGradV2 ----
def unit(shape, t):
    return f.rng.uniform(0.05, 0.95, shape).astype(t)


def cell(t, **shapes):
    a = dict(x=(B, I), cs=(B, C), h=(B, C), w=(I + C, 4 * C), wci=(C,), wcf=(C,), wco=(C,), b=(4 * C,))
    a.update({k: s for k, s in shapes.items() if k in a})
    first = [f.numbers(s, scale=0.5).astype(t) for s in a.values()]
    b = dict(i=(B, C), cs1=(B, C), f=(B, C), o=(B, C), ci=(B, C), co=(B, C), cs_grad=(B, C), h_grad=(B, C))
    b.update({k: s for k, s in shapes.items() if k in b})
    return first + [(unit(s, t) if k in "ifo" else f.numbers(s, scale=0.5).astype(t)) for k, s in b.items()]


def block(t, steps=T, **shapes):
    seq = (T, B, C)
    a = dict(x=(T, B, I), cs=(B, C), h=(B, C), w=(I + C, 4 * C), wci=(C,), wcf=(C,), wco=(C,), b=(4 * C,),
             i=seq, cs1=seq, f=seq, o=seq, ci=seq, co=seq, h1=seq, cs_grad=seq, h_grad=seq)
    a.update(shapes)
    return [np.int64(steps)] + [(unit(s, t) if k in "ifo" else f.numbers(s, scale=0.5).astype(t)) for k, s in a.items()]


for t, rel in ((np.float32, 1e-6), (np.float16, 2e-2)):
    f.op("LSTMBlockCellGrad", cell(t), use_peephole=True, rel=rel)
    f.op("LSTMBlockCellGrad", cell(t), use_peephole=False, rel=rel, outputs=[0, 1])	# the rest is what was in memory
    for op in ("BlockLSTMGrad", "BlockLSTMGradV2"):
        f.op(op, block(t), use_peephole=True, rel=rel)
        f.op(op, block(t), use_peephole=False, rel=rel, outputs=[0, 1, 2, 3, 7])
        f.op(op, block(t, 3), use_peephole=True, rel=rel, outputs=[1, 2, 3, 4, 5, 6, 7])
f.op("BlockLSTMGrad", block(np.float32, 0), use_peephole=True, outputs=[3, 4, 5, 6, 7])
for bad in (dict(cs=(B + 1, C)), dict(h=(B, C + 1)), dict(w=(I + C + 1, 4 * C)), dict(w=(I + C, C)), dict(b=(C,)),
            dict(i=(B + 1, C)), dict(f=(B, C + 1)), dict(f=(B + 1, C)), dict(cs1=(B, C + 1)), dict(cs1=(B + 1, C)),
            dict(o=(B + 1, C)), dict(ci=(B, C + 1)), dict(co=(B + 1, C)), dict(cs_grad=(B, C + 1)), dict(cs_grad=(B + 1, C)),
            dict(h_grad=(B + 1, C)), dict(h_grad=(B, C + 1))):
    f.op("LSTMBlockCellGrad", cell(np.float32, **bad), use_peephole=True)
for bad in (dict(w=(I + C + 1, 4 * C)), dict(w=(I + C, C)), dict(b=(C,))):	# TensorFlow reads beyond what else is too small
    f.op("BlockLSTMGrad", block(np.float32, **bad), use_peephole=True)
    f.op("BlockLSTMGradV2", block(np.float32, **bad), use_peephole=True)


# ---- GRUBlockCellGrad ----
def gru(**shapes):
    a = dict(x=(B, I), h=(B, C), wru=(I + C, 2 * C), wc=(I + C, C), bru=(2 * C,), bc=(C,), r=(B, C), u=(B, C), c=(B, C), d=(B, C))
    a.update(shapes)
    return [(unit(s, np.float32) if k in "ru" else f.numbers(s, scale=0.5)) for k, s in a.items()]


f.op("GRUBlockCellGrad", gru(), rel=1e-6)
for bad in (dict(h=(B + 1, C)), dict(wru=(I + C + 1, 2 * C)), dict(wru=(I + C, C)), dict(wc=(I, C)), dict(wc=(I + C, C + 1)), dict(bru=(C,)),
            dict(bc=(C + 1,)), dict(r=(B + 1, C)), dict(r=(B, C + 1)), dict(u=(B + 1, C)), dict(u=(B, C + 1)), dict(c=(B + 1, C)),
            dict(c=(B, C + 1)), dict(d=(B + 1, C)), dict(d=(B, C + 1))):
    f.op("GRUBlockCellGrad", gru(**bad))

# ---- ScaleAndTranslateGrad ----
img, g = f.numbers((2, 6, 7, 3)), f.numbers((2, 9, 4, 3))
for kernel in ("lanczos1", "lanczos3", "lanczos5", "gaussian", "box", "triangle", "keyscubic", "mitchellcubic"):
    for anti in (True, False):
        f.op("ScaleAndTranslateGrad", [g, img, f32(1.5, 0.6), f32(0.3, -0.4)], kernel_type=kernel, antialias=anti, rel=2e-6)
f.op("ScaleAndTranslateGrad", [g, img, f32(0.2, 0.1), f32(3, 2)], rel=2e-6)
f.op("ScaleAndTranslateGrad", [g, img, f32(1, 1), f32(100, 0)], rel=2e-6)
f.op("ScaleAndTranslateGrad", [g, img, f32(0, 1), f32(0, 0)])
f.op("ScaleAndTranslateGrad", [g, img, f32(-1, 1), f32(0, 0)])
f.op("ScaleAndTranslateGrad", [g, img, f32([1]), f32(0, 0)])
f.op("ScaleAndTranslateGrad", [g, img, f32(1, 1), f32([0])])
f.op("ScaleAndTranslateGrad", [g, img[0], f32(1, 1), f32(0, 0)])
f.op("ScaleAndTranslateGrad", [g[0], img, f32(1, 1), f32(0, 0)])
f.op("ScaleAndTranslateGrad", [g, img, f32(1, 1), f32(0, 0)], kernel_type="nearest")
f.op("ScaleAndTranslateGrad", [g[:0], img[:0], f32(1, 1), f32(0, 0)])
f.op("ScaleAndTranslateGrad", [g, img[:, :0], f32(1, 1), f32(0, 0)])

# ---- ExtractVolumePatches ----
v = f.rng.randint(0, 100, (2, 4, 5, 6, 2))
K = [1, 2, 3, 2, 1]
for t in (np.float32, np.float64, np.float16, np.int32, np.int8, np.uint8, np.int16, np.uint16, np.uint32, np.int64, np.uint64):
    f.op("ExtractVolumePatches", [v.astype(t)], ksizes=K, strides=[1, 2, 1, 3, 1], padding="VALID")
f.op("ExtractVolumePatches", [as_type(v, BF)], ksizes=K, strides=[1, 1, 1, 1, 1], padding="SAME")
x = v.astype(np.float32)
f.op("ExtractVolumePatches", [x], ksizes=K, strides=[1, 2, 2, 2, 1], padding="SAME")
f.op("ExtractVolumePatches", [x[:0]], ksizes=K, strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("ExtractVolumePatches", [x[:, :, :0]], ksizes=K, strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("ExtractVolumePatches", [x], ksizes=[1, 5, 3, 2, 1], strides=[1, 1, 1, 1, 1], padding="VALID")
f.op("ExtractVolumePatches", [x], ksizes=[1, 9, 3, 2, 1], strides=[1, 1, 1, 1, 1], padding="VALID")
f.op("ExtractVolumePatches", [x], ksizes=[1, 2, 3, 2, 2], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("ExtractVolumePatches", [x], ksizes=K, strides=[1, 1, 1, 1, 2], padding="SAME")
f.op("ExtractVolumePatches", [x], ksizes=[1, 0, 2, 2, 1], strides=[1, 1, 1, 1, 1], padding="SAME")
f.op("ExtractVolumePatches", [x], ksizes=K, strides=[1, 0, 1, 1, 1], padding="SAME")
f.op("ExtractVolumePatches", [x[0]], ksizes=K, strides=[1, 1, 1, 1, 1], padding="SAME")

# ---- DataFormatDimMap, DataFormatVecPermute ----
for it in (np.int32, np.int64):
    f.op("DataFormatDimMap", [np.array([0, 1, 2, 3, -1, -4], it)])
    f.op("DataFormatDimMap", [np.array([[3, 1], [-2, 0]], it)], src_format="NCHW", dst_format="NHWC")
    f.op("DataFormatDimMap", [np.array([0, 4, -5], it)], src_format="NDHWC", dst_format="NCDHW")
    f.op("DataFormatVecPermute", [np.array([7, 8, 9, 10], it)])
    f.op("DataFormatVecPermute", [np.array([[1, 2], [3, 4], [5, 6], [7, 8]], it)], src_format="NCHW", dst_format="NHWC")
    f.op("DataFormatVecPermute", [np.array([7, 8, 9, 10, 11], it)], src_format="NDHWC", dst_format="NCDHW")
    f.op("DataFormatVecPermute", [np.array([7, 8], it)])
    f.op("DataFormatVecPermute", [np.array([7, 8, 9], it)], src_format="NDHWC", dst_format="NCDHW")
    f.op("DataFormatVecPermute", [np.array([[7, 8], [9, 10]], it)], src_format="NHWC", dst_format="HWNC")
f.op("DataFormatDimMap", [i32(2)])
f.op("DataFormatDimMap", [i32([4])])
f.op("DataFormatDimMap", [i32([-5])])
f.op("DataFormatDimMap", [np.zeros((0,), np.int32)])
f.op("DataFormatDimMap", [i32([0])], src_format="NHW", dst_format="NCH")
f.op("DataFormatDimMap", [i32([0])], src_format="NHWC", dst_format="NHW")
f.op("DataFormatDimMap", [i32([0])], src_format="NHWC", dst_format="NHWX")
f.op("DataFormatDimMap", [i32([0, 1])], src_format="ABCD", dst_format="DCBA")
for x in (i32(1), i32([1]), i32([1, 2, 3]), i32([[1, 2, 3]] * 4), i32([[1, 2]] * 3), np.zeros((4, 2, 2), np.int32), i32([1, 2, 3, 4, 5])):
    f.op("DataFormatVecPermute", [x])
for a, b in (("NHW", "NCH"), ("NHWC", "NHW"), ("NHWC", "NCHX"), ("NHHC", "NCHH"), ("NHWC", "NHWC"), ("NHWC", "CNHW"), ("NCHW", "WHCN")):
    f.op("DataFormatVecPermute", [i32([1, 2, 3, 4])], src_format=a, dst_format=b)
    f.op("DataFormatVecPermute", [i32([1, 2])], src_format=a, dst_format=b)

# ---- ApproxTopK ----
def approx(x, **k):
    """TensorFlow makes the node only where it knows the shape."""
    def build(p):
        return list(tf.raw_ops.ApproxTopK(input=tf.ensure_shape(p, typed(x).array.shape), **k, name="op"))
    try:
        f.graph("ApproxTopK", build, [x])
    except (ValueError, TypeError) as e:
        print("left out, as TensorFlow cannot make it: ApproxTopK", typed(x).dtype.name, str(e)[:50])


x = f.numbers((3, 4, 7))
for t in (np.float32, np.float16):
    approx(np.abs(x * 30).astype(t), k=3)
approx(as_type(x, BF), k=3)
approx(f.numbers((2, 300)), k=5, recall_target=0.5)
approx(f.numbers((2, 300)), k=5, aggregate_to_topk=False)
approx(f.numbers((2, 300)), k=5, aggregate_to_topk=False, recall_target=0.5)
approx(np.round(x), k=5)
approx(x, k=7)
approx(x, k=0)
approx(x[:0], k=2)
approx(f32([np.nan, 1, np.inf, -np.inf, 2]), k=3)

# ---- IsotonicRegression ----
for t, o in ((np.float32, tf.float32), (np.float64, tf.float64), (np.float16, tf.float16), (np.int32, tf.float64), (np.int64, tf.float64),
             (np.int16, tf.float32), (np.int8, tf.float32)):
    f.op("IsotonicRegression", [f.rng.randint(-9, 10, (3, 8)).astype(t)], output_dtype=o)
f.op("IsotonicRegression", [as_type(f.rng.randint(-9, 10, (3, 8)), BF)], output_dtype=BF)
f.op("IsotonicRegression", [f.numbers((2, 3, 5))], rel=1e-7)
f.op("IsotonicRegression", [f.numbers((40,))], rel=1e-7)
f.op("IsotonicRegression", [f32([3, 2, 1])])
f.op("IsotonicRegression", [f32([1, 2, 3])])
f.op("IsotonicRegression", [f32([2, 2, 2])])
f.op("IsotonicRegression", [f32([1, np.nan, 3, 2])])
f.op("IsotonicRegression", [f32([1, np.inf, 3, 2])])
f.op("IsotonicRegression", [np.zeros((2, 0), np.float32)])
f.op("IsotonicRegression", [np.zeros((0, 2), np.float32)])
f.op("IsotonicRegression", [f32(3)])
f.write()
