"""MaxPool, AvgPool and their 3-D and argmax forms."""
from cases import *

f = Family("pool")
x = f.rng.randint(-60, 60, (2, 7, 6, 4))
NUMBERS = (np.float32, np.float64, np.float16, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32,
           np.uint64)
S = [1, 2, 2, 1]
for t in NUMBERS:
    if t not in (np.uint32, np.uint64):		# the op definitions leave them out
        f.op("MaxPool", [x.astype(t)], ksize=[1, 3, 2, 1], strides=S, padding="SAME")
        f.op("MaxPoolV2", [x.astype(t), i32([1, 3, 2, 1]), i32(S)], padding="VALID")
    f.op("MaxPoolWithArgmax", [x.astype(t)], ksize=[1, 2, 2, 1], strides=S, padding="SAME")
f.op("MaxPool", [as_type(x, tf.bfloat16)], ksize=[1, 3, 2, 1], strides=S, padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 3, 3, 1], strides=[1, 1, 2, 1], padding="EXPLICIT",
     explicit_paddings=[0, 0, 1, 2, 2, 1, 0, 0])
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 1, 1, 2], strides=[1, 1, 1, 2], padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 1, 1, 3], strides=[1, 1, 1, 3], padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 2, 1, 2], strides=[1, 1, 1, 2], padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 1, 1, 2], strides=[1, 1, 1, 1], padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[2, 1, 1, 1], strides=[1, 1, 1, 1], padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 2, 2, 1], strides=[2, 1, 1, 1], padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 9, 9, 1], strides=S, padding="VALID")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 9, 9, 1], strides=S, padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 1, 1, 1], strides=[1, 3, 3, 1], padding="VALID")
f.op("MaxPool", [x[0].astype(np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME")
f.op("MaxPool", [x.astype(np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME", data_format="NCHW")
f.op("MaxPool", [np.zeros((0, 4, 4, 1), np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME")
f.op("MaxPool", [np.zeros((1, 4, 4, 0), np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME")
f.op("MaxPool", [f32([1, np.nan, -np.inf, 2, -np.inf, -np.inf, np.inf, np.nan]).reshape(1, 2, 4, 1)],
     ksize=[1, 2, 2, 1], strides=S, padding="SAME")
f.op("MaxPoolV2", [x.astype(np.float32), i32([1, 2, 2]), i32(S)], padding="VALID")
f.op("MaxPoolV2", [x.astype(np.float32), i32([1, 2, 2, 1]), i32([1, 2])], padding="VALID")
f.op("MaxPoolV2", [x.astype(np.float32), i32([1, 0, 2, 1]), i32(S)], padding="VALID")
f.op("MaxPoolV2", [x.astype(np.float32), i32([1, 2, 2, 1]), i32([1, 0, 2, 1])], padding="VALID")
f.op("MaxPoolV2", [x.astype(np.float32), i32([1, 2, 2, 1]), i32([2, 1, 2, 1])], padding="VALID")
f.op("MaxPoolWithArgmax", [x.astype(np.float32)], ksize=[1, 3, 3, 1], strides=S, padding="VALID", Targmax=tf.int32)
f.op("MaxPoolWithArgmax", [x.astype(np.float32)], ksize=[1, 3, 3, 1], strides=S, padding="SAME",
     include_batch_in_index=True)
f.op("MaxPoolWithArgmax", [x[0].astype(np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME")

for t in (np.float32, np.float64):
    f.op("AvgPool", [x.astype(t)], ksize=[1, 3, 2, 1], strides=S, padding="SAME")
    f.op("AvgPool", [x.astype(t)], ksize=[1, 2, 2, 1], strides=S, padding="VALID")
f.op("AvgPool", [x.astype(np.float16)], ksize=[1, 2, 2, 1], strides=S, padding="VALID")
f.op("AvgPool", [as_type(x, tf.bfloat16)], ksize=[1, 2, 2, 1], strides=S, padding="VALID", ulp=1)
f.op("AvgPool", [f.numbers((1, 7, 7, 5))], ksize=[1, 7, 7, 1], strides=[1, 1, 1, 1], padding="VALID", rel=1e-7)
f.op("AvgPool", [x[0].astype(np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME")
f.op("AvgPool", [x.astype(np.float32)], ksize=[1, 2, 2, 2], strides=S, padding="SAME")
f.op("AvgPool", [x.astype(np.float32)], ksize=[1, 1, 1, 2], strides=[1, 1, 1, 2], padding="SAME")
f.op("AvgPool", [x.astype(np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME", data_format="NCHW")
f.op("AvgPool", [x.astype(np.float32)], ksize=[1, 9, 9, 1], strides=S, padding="VALID")
f.op("AvgPool", [np.zeros((0, 4, 4, 1), np.float32)], ksize=[1, 2, 2, 1], strides=S, padding="SAME")

v = f.rng.randint(-60, 60, (2, 5, 4, 6, 3)).astype(np.float32)
for op in ("MaxPool3D", "AvgPool3D"):
    f.op(op, [v], ksize=[1, 2, 2, 3, 1], strides=[1, 2, 1, 2, 1], padding="SAME", rel=1e-7)
    f.op(op, [v], ksize=[1, 2, 2, 2, 1], strides=[1, 2, 2, 2, 1], padding="VALID", rel=1e-7)
    f.op(op, [as_type(v, tf.bfloat16)], ksize=[1, 2, 2, 2, 1], strides=[1, 2, 2, 2, 1], padding="VALID", ulp=1)
    f.op(op, [v[0]], ksize=[1, 2, 2, 2, 1], strides=[1, 2, 2, 2, 1], padding="VALID")
    f.op(op, [v], ksize=[1, 2, 2, 2, 2], strides=[1, 2, 2, 2, 1], padding="VALID")
    f.op(op, [v], ksize=[1, 9, 2, 2, 1], strides=[1, 2, 2, 2, 1], padding="VALID")
    f.op(op, [v], ksize=[1, 2, 2, 2, 1], strides=[1, 2, 2, 2, 1], padding="VALID", data_format="NCDHW")
    f.op(op, [np.zeros((0, 4, 4, 4, 1), np.float32)], ksize=[1, 2, 2, 2, 1], strides=[1, 2, 2, 2, 1], padding="SAME")
f.write()
