"""Gradients of batch normalisation and LRN."""
from cases import *

f = Family("norm_grad")


def norm(op, shape, t=np.float32, ch=None, like=lambda v: v, rel=1e-6, **kw):
    ch = ch or shape[-1]
    x, dy = f.numbers(shape) * 2 + 1, f.numbers(shape)
    vecs = [f.numbers(ch), f.numbers(ch), np.abs(f.numbers(ch)) + 0.5]
    ins = [as_type(dy, t), as_type(x, t)] + vecs + ([f.numbers(())] if op.endswith("V3") else [])
    f.op(op, like(ins), rel=rel, outputs=[0, 1, 2], **kw)


for op in ("FusedBatchNormGrad", "FusedBatchNormGradV2", "FusedBatchNormGradV3"):
    for training in (True, False):
        norm(op, (2, 4, 3, 5), is_training=training)
        norm(op, (3, 1, 1, 2), is_training=training, epsilon=0.01)
        if op != "FusedBatchNormGrad":
            norm(op, (2, 4, 3, 5), np.float16, is_training=training, rel=2e-3)
            norm(op, (2, 4, 3, 5), tf.bfloat16, is_training=training, rel=1e-2)
    norm(op, (2, 5, 4, 3), ch=5, data_format="NCHW")
    norm(op, (2, 5, 4, 3), ch=5, data_format="NCHW", is_training=False)
    norm(op, (0, 4, 3, 5))
    for k in range(2):
        norm(op, (2, 4, 3, 5), like=lambda v: v[:k] + [as_type(v[k].array[0], np.float32)] + v[k + 1:])
    for k in range(2, 5):
        norm(op, (2, 4, 3, 5), like=lambda v: v[:k] + [v[k].reshape(1, 5)] + v[k + 1:])
        norm(op, (2, 4, 3, 5), like=lambda v: v[:k] + [v[k][:3]] + v[k + 1:])
    norm(op, (2, 4, 3, 5), like=lambda v: [as_type(v[0].array[:1], np.float32)] + v[1:])
norm("FusedBatchNormGradV3", (2, 2, 4, 3, 5), data_format="NDHWC")
norm("FusedBatchNormGradV3", (2, 5, 2, 4, 3), ch=5, data_format="NCDHW")

x = f.numbers((2, 3, 2, 9))
for kw in ({}, dict(depth_radius=2), dict(depth_radius=1, bias=2.0, alpha=0.5, beta=0.75), dict(beta=1.0), dict(depth_radius=0)):
    y = f.numbers(x.shape)
    f.op("LRNGrad", [f.numbers(x.shape), x, y], rel=1e-6, **kw)
    f.op("LRNGrad", [v.astype(np.float16) for v in (f.numbers(x.shape), x, y)], rel=2e-2, **kw)
f.op("LRNGrad", [x[0], x, x])
f.op("LRNGrad", [x, x[0], x])
f.op("LRNGrad", [x, x, x[0]])
f.op("LRNGrad", [x[:1], x, x])
f.op("LRNGrad", [x, x, x[:1]])
f.op("LRNGrad", [x[:0], x[:0], x[:0]])
f.write()
