"""Batch normalisation, biases, LRN, L2Loss."""
from cases import *

f = Family("norm")
x = f.numbers((2, 3, 4, 5))
scale, offset, mean, var = f.numbers(5), f.numbers(5), f.numbers(5), np.abs(f.numbers(5)) + np.float32(0.1)
none = np.zeros(0, np.float32)
OUT = {"FusedBatchNorm": [0, 1, 2], "FusedBatchNormV2": [0, 1, 2], "FusedBatchNormV3": [0, 1, 2]}
for op, out in OUT.items():
    f.op(op, [x, scale, offset, mean, var], is_training=False, epsilon=1e-3, outputs=out, rel=3e-7)
    f.op(op, [x, scale, offset, none, none], is_training=True, outputs=out + [3, 4], rel=6e-7)
for t in (np.float16, tf.bfloat16):
    for op in ("FusedBatchNormV2", "FusedBatchNormV3"):
        f.op(op, [as_type(x, t), scale, offset, mean, var], is_training=False, outputs=[0, 1, 2], ulp=1)
        f.op(op, [as_type(x, t), scale, offset, none, none], is_training=True, outputs=[0, 1, 2], ulp=4)
V3 = "FusedBatchNormV3"
f.op(V3, [x, scale, offset, mean, var], is_training=True, exponential_avg_factor=0.25, outputs=[0, 1, 2, 3, 4], rel=6e-7)
f.op(V3, [x.transpose(0, 3, 1, 2), scale, offset, mean, var], is_training=False, data_format="NCHW", outputs=[0, 1, 2],
     rel=3e-7)
f.op(V3, [x.transpose(0, 3, 1, 2), scale, offset, none, none], is_training=True, data_format="NCHW", outputs=[0, 1, 2],
     rel=6e-7)
f.op(V3, [f32([[[[1, np.nan]]], [[[np.inf, 3]]]]), f32([1, 2]), f32([0, 1]), f32([0, 0]), f32([1, 0])], is_training=False,
     outputs=[0, 1, 2])
f.op(V3, [x[:0], scale, offset, mean, var], is_training=False, outputs=[0, 1, 2])
f.op(V3, [x[:0], scale, offset, none, none], is_training=True, outputs=[0, 1, 2])
f.op(V3, [x[:1, :1, :1], scale, offset, none, none], is_training=True, outputs=[0, 1, 2], rel=6e-7)
f.op(V3, [x[0], scale, offset, mean, var], is_training=False, outputs=[0])
f.op(V3, [f.numbers((1, 2, 3, 4, 5)), scale, offset, mean, var], is_training=False, outputs=[0], data_format="NDHWC", rel=3e-7)
f.op(V3, [x, scale[:4], offset, mean, var], is_training=False, outputs=[0])
f.op(V3, [x, scale, offset[:4], mean, var], is_training=False, outputs=[0])
f.op(V3, [x, scale, offset, mean[:4], var], is_training=False, outputs=[0])
f.op(V3, [x, scale, offset, mean, var[:4]], is_training=False, outputs=[0])
f.op(V3, [x, scale.reshape(1, 5), offset, mean, var], is_training=False, outputs=[0])
f.op(V3, [x, scale, offset.reshape(1, 5), mean, var], is_training=False, outputs=[0])
f.op(V3, [x, scale, offset, mean.reshape(1, 5), var], is_training=False, outputs=[0])
f.op(V3, [x, scale, offset, mean, var.reshape(1, 5)], is_training=False, outputs=[0])

NUMBERS = (np.float32, np.float64, np.float16, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32,
           np.uint64, np.complex64, np.complex128)
b = f.rng.randint(0, 50, (2, 3, 4))
for t in NUMBERS:
    f.op("BiasAdd", [b.astype(t), i32([1, 2, 3, 4]).astype(t)])
    f.op("BiasAddV1", [b.astype(t), i32([1, 2, 3, 4]).astype(t)])
    f.op("BiasAddGrad", [b.astype(t)])
BF = tf.bfloat16
f.op("BiasAdd", [as_type(x, BF), as_type(scale, BF)])
f.op("BiasAddGrad", [as_type(b, BF)])
f.op("BiasAdd", [x.astype(np.float16), scale.astype(np.float16)])
f.op("BiasAdd", [x, f.numbers(3)], data_format="NCHW")
f.op("BiasAdd", [f.numbers((2, 3)), f.numbers(3)], data_format="NCHW")
f.op("BiasAdd", [f.numbers((2, 3, 2, 2, 2)), f.numbers(3)], data_format="NCHW")
f.op("BiasAdd", [f.numbers((2, 3, 5)), f.numbers(3)], data_format="NCHW")
f.op("BiasAdd", [f.numbers((2, 0)), f.numbers(0)])
f.op("BiasAdd", [f.numbers((0, 3)), f.numbers(3)])
f.op("BiasAdd", [f.numbers(3), f.numbers(3)])
f.op("BiasAdd", [f.numbers((2, 3)), f.numbers((1, 3))])
f.op("BiasAdd", [f.numbers((2, 3)), f.numbers(2)])
f.op("BiasAdd", [f.numbers((2, 3, 4)), f.numbers(4)], data_format="NCHW")
f.op("BiasAddV1", [f.numbers(3), f.numbers(3)])
f.op("BiasAddV1", [f.numbers((2, 3)), f.numbers((1, 3))])
f.op("BiasAddV1", [f.numbers((2, 3)), f.numbers(2)])
f.op("BiasAddGrad", [f.numbers((2, 3, 4, 5))], data_format="NCHW", rel=2e-7)
f.op("BiasAddGrad", [f.numbers((2, 3, 4, 5))], rel=2e-7)
f.op("BiasAddGrad", [f.numbers((0, 3))])
f.op("BiasAddGrad", [f.numbers(3)])

for kw in ({}, dict(depth_radius=2, bias=1.5, alpha=0.3, beta=0.75), dict(depth_radius=1, beta=0.5), dict(depth_radius=2, beta=1)):
    f.op("LRN", [x], rel=3e-7, **kw)
f.op("LRN", [x.astype(np.float16)], ulp=2, depth_radius=2)
f.op("LRN", [x[0]])
f.op("LRN", [x[:0]])
for t in (np.float32, np.float64):
    f.op("L2Loss", [x.astype(t)], rel=3e-7 if t == np.float32 else 4e-16)
f.op("L2Loss", [x.astype(np.float16)], ulp=1)
f.op("L2Loss", [as_type(x, BF)], ulp=1)
f.op("L2Loss", [none])
f.write()
