"""RaggedFillEmptyRows and its gradient, RaggedCross, RaggedTensorToVariantGradient, SparseAddGrad, SparseSliceGrad."""
from cases import *

R = tf.raw_ops
f = Family("ragged_grad")
BF = tf.bfloat16

# ---- RaggedFillEmptyRows ----
ids, values = i64([0, 0, 2, 3]), f32([1, 2, 3, 4])
NUMBERS = (np.float32, np.float64, np.float16, np.int32, np.int8, np.uint8, np.int16, np.uint16, np.uint32, np.int64, np.uint64,
           np.complex64, np.complex128)
for t in NUMBERS:
    f.op("RaggedFillEmptyRows", [ids, values.astype(t), np.int64(6), np.array(9, t)])
f.op("RaggedFillEmptyRows", [ids, as_type(values, BF), np.int64(6), as_type(9, BF)])
f.op("RaggedFillEmptyRows", [ids, values > 2, np.int64(6), np.array(True)])
f.op("RaggedFillEmptyRows", [ids, text("a", "", "c\0d", "e"), np.int64(6), text("zz")])
for rows in ([0, 1, 2, 3], [3, 1, 0, 1], [5, 5, 5, 5], [2, 0, 0, 2]):
    f.op("RaggedFillEmptyRows", [i64(rows), values, np.int64(6), f32(-1)])
f.op("RaggedFillEmptyRows", [ids, values, np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [i64([0, 1, 2, 3]), values, np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [i64([3, 2, 1, 0]), values, np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [ids[:0], values[:0], np.int64(3), f32(-1)])
f.op("RaggedFillEmptyRows", [ids[:0], values[:0], np.int64(0), f32(-1)])
f.op("RaggedFillEmptyRows", [ids, values, np.int64(0), f32(-1)])
f.op("RaggedFillEmptyRows", [ids, values, np.int64(3), f32(-1)])
f.op("RaggedFillEmptyRows", [i64([0, -1, 2, 3]), values, np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [i64([3, 1, 9, 0]), values, np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [ids, values[:3], np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [ids[None], values, np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [ids, values[None], np.int64(4), f32(-1)])
f.op("RaggedFillEmptyRows", [ids, values, i64([4]), f32(-1)])
f.op("RaggedFillEmptyRows", [ids, values, np.int64(4), f32([-1])])
f.op("RaggedFillEmptyRows", [ids, values, np.int64(-4), f32(-1)])

# ---- RaggedFillEmptyRowsGrad ----
for t in NUMBERS:
    f.op("RaggedFillEmptyRowsGrad", [i64([0, 1, 3, 4]), f32([1, 2, 3, 4, 5, 6]).astype(t)])
f.op("RaggedFillEmptyRowsGrad", [i64([0, 1, 3, 4]), as_type(f32([1, 2, 3, 4, 5, 6]), BF)])
f.op("RaggedFillEmptyRowsGrad", [i64([1, 1]), f32([1, 2, 3])])
f.op("RaggedFillEmptyRowsGrad", [i64([]).astype(np.int64), f32([1, 2, 3])])
f.op("RaggedFillEmptyRowsGrad", [i64([]).astype(np.int64), np.zeros(0, np.float32)])
f.op("RaggedFillEmptyRowsGrad", [i64([0, 3]), f32([1, 2, 3])])
f.op("RaggedFillEmptyRowsGrad", [i64([0, -1]), f32([1, 2, 3])])
f.op("RaggedFillEmptyRowsGrad", [i64([[0]]), f32([1, 2, 3])])
f.op("RaggedFillEmptyRowsGrad", [i64([0]), f32([[1, 2, 3]])])

# ---- SparseAddGrad ----
a, b = i64([[0, 1], [1, 2], [3, 0]]), i64([[0, 0], [1, 2], [2, 2]])
s = i64([[0, 0], [0, 1], [1, 2], [2, 2], [3, 0]])
for t in (np.float32, np.float64, np.int8, np.int16, np.int32, np.int64, np.complex64, np.complex128):
    f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]).astype(t), a, b, s])
f.op("SparseAddGrad", [f32([1, 3, 5]), a, b, i64([[0, 1], [1, 2], [3, 0]])])
f.op("SparseAddGrad", [f32([1, 3]), a, b, i64([[1, 2], [2, 2]])])
f.op("SparseAddGrad", [np.zeros(0, np.float32), a, b, np.zeros((0, 2), np.int64)])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a[:0], b, s])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a, b[:0], s])
f.op("SparseAddGrad", [f32([1, 2, 3, 4]), a, b, s])
f.op("SparseAddGrad", [f32([[1, 2, 3, 4, 5]]), a, b, s])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a[0], b, s])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a, b[0], s])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a, b, s[0]])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a[:, :1], b, s])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a, b[:, :1], s])
f.op("SparseAddGrad", [f32([1, 2, 3, 4, 5]), a, b, s[:, :1]])

# ---- SparseSliceGrad ----
inp = i64([[0, 0], [1, 1], [1, 3], [2, 2], [3, 3]])
out = i64([[0, 0], [0, 2], [1, 1]])		# from [1, 1] on
for t in NUMBERS:
    f.op("SparseSliceGrad", [f32([7, 8, 9]).astype(t), inp, i64([1, 1]), out])
f.op("SparseSliceGrad", [as_type(f32([7, 8, 9]), BF), inp, i64([1, 1]), out])
f.op("SparseSliceGrad", [np.zeros(0, np.float32), inp, i64([1, 1]), out[:0]])
f.op("SparseSliceGrad", [f32([7, 8, 9]), inp, i64([0, 0]), out])
f.op("SparseSliceGrad", [f32([7, 8]), inp, i64([1, 1]), out])
f.op("SparseSliceGrad", [f32([7, 8, 9]), inp, i64([1]), out])
f.op("SparseSliceGrad", [f32([7, 8, 9]), inp, i64([[1, 1]]), out])
f.op("SparseSliceGrad", [f32([7, 8, 9]), inp[0], i64([1, 1]), out])
f.op("SparseSliceGrad", [f32([7, 8, 9]), inp, i64([1, 1]), out[0]])
f.op("SparseSliceGrad", [f32([7, 8, 9]), inp, i64([1, 1]), out[:, :1]])
f.op("SparseSliceGrad", [f32([[7, 8, 9]]), inp, i64([1, 1]), out])
f.op("SparseSliceGrad", [f32([7, 8, 9]), inp, i64([5, 5]), out])

# ---- RaggedTensorToVariantGradient ----
def variant_grad(values, splits, shape, t=None, batched=True):
    """Of the rows, or the whole, of a ragged tensor of one dimension."""
    def build(v, s, d):
        rows = R.RaggedTensorToVariant(rt_nested_splits=[tf.cast(s, tf.int64)] if batched else [], rt_dense_values=v, batched_input=batched)
        return R.RaggedTensorToVariantGradient(encoded_ragged_grad=rows, row_splits=s, dense_values_shape=d, Tvalues=t or typed(values).dtype, name="op")
    f.graph("RaggedTensorToVariantGradient", build, [values, splits, shape])


v = f.numbers((6, 2))
for t in NUMBERS:
    variant_grad(np.abs(v * 20).astype(t), i64([0, 2, 2, 6]), i32([6, 2]))
variant_grad(as_type(v, BF), i64([0, 2, 2, 6]), i32([6, 2]))
variant_grad(v > 0, i64([0, 2, 2, 6]), i32([6, 2]))
variant_grad(text("a", "b", "c"), i64([0, 2, 3]), i32([3]))
variant_grad(v[:, 0], i32([0, 2, 2, 6]), i32([6]))
variant_grad(v, i64([0, 6]), i32([6, 2]))
variant_grad(v[:0], i64([0, 0, 0]), i32([0, 2]))

# ---- RaggedCross ----
def cross(order, ragged=(), sparse=(), dense=(), hashed=False, buckets=0, key=0, out=None, splits=tf.int64):
    """ragged: values and splits; sparse: indices, values, shape; dense: arrays."""
    as_is = splits.as_numpy_dtype		# TensorFlow aborts where the inputs have other splits than the output
    inputs = [[r[0] for r in ragged], [r[1].astype(as_is) for r in ragged], [s[0] for s in sparse], [s[1] for s in sparse],
              [s[2] for s in sparse], list(dense)]
    names = ["ragged_values", "ragged_row_splits", "sparse_indices", "sparse_values", "sparse_shape", "dense_inputs"]

    def build(*places):
        r = R.RaggedCross(**dict(zip(names, places)), input_order=order, hashed_output=hashed, num_buckets=buckets, hash_key=key,
                          out_values_type=out or (tf.int64 if hashed else tf.string), out_row_splits_type=splits, name="op")
        return [r.output_values, r.output_row_splits]
    try:
        f.graph("RaggedCross", build, inputs)
    except (ValueError, TypeError) as e:
        print("left out, as TensorFlow cannot make it: RaggedCross", str(e)[:60])


RT = (text("a", "b", "c", "d"), i64([0, 2, 2, 4]))
RN = (i64([7, -8, 9]), i32([0, 1, 2, 3]))
SP = (i64([[0, 0], [0, 1], [2, 0]]), text("x", "y", "z"), i64([3, 2]))
SN = (i64([[1, 0], [2, 1]]), i64([5, 6]), i64([3, 2]))
DT = text(["p", "q", "r", "s", "t", "u"]).reshape(3, 2)
DN = i64([[1, 2, 3], [4, 5, 6], [7, 8, 9]])
for k in (dict(), dict(hashed=True, key=956888297470), dict(hashed=True, buckets=10, key=956888297470), dict(splits=tf.int32)):
    cross("RR", [RT, RN], **k)
    cross("RSD", [RT], [SP], [DT], **k)
    cross("DDS", [], [SN], [DT, DN], **k)
    cross("SDRDSR", [RT, RN], [SP, SN], [DN, DT], **k)
    cross("R", [RN], **k)
    cross("D", [], [], [DN], **k)
    cross("S", [], [SP], **k)
cross("RD", [(text("a", "b", "c", "d"), i32([0, 2, 2, 4]))], [], [DT])
cross("DD", [], [], [DT[:0], DN[:0]])
cross("RR", [(np.zeros(0, object), i64([0, 0, 0, 0])), RN])
cross("RD", [RT], [], [DT[:2]])
cross("RS", [RT], [(SP[0], SP[1], i64([4, 2]))])
cross("RR", [RT, (RN[0], i32([0, 1, 3]))])
cross("R", [(RT[0], i64([0, 2, 1, 4]))])
cross("R", [(RT[0], i64([1, 2, 2, 4]))])
cross("R", [(RT[0], i64([0, 2, 2, 5]))])
cross("R", [(RT[0], i64([0, 2, 2, 3]))])
cross("R", [(RT[0], np.zeros(0, np.int64))])
cross("R", [(RT[0][None], RT[1])])
cross("R", [(RT[0], RT[1][None])])
cross("R", [(RT[0], i64(0))])
cross("S", [], [(SP[0][0], SP[1], SP[2])])
cross("S", [], [(SP[0], SP[1][:2], SP[2])])
cross("S", [], [(SP[0], SP[1], i64([3]))])
cross("S", [], [(SP[0], SP[1], i64([3, 2, 2]))])
cross("S", [], [(SP[0], SP[1], i64([[3, 2]]))])
cross("S", [], [(SP[0], SP[1][None], SP[2])])
cross("S", [], [(i64([[2, 0], [0, 1], [0, 0]]), SP[1], SP[2])])
cross("S", [], [(i64([[0, 0], [0, 1], [3, 0]]), SP[1], SP[2])])
cross("S", [], [(i64([[0, 0], [0, 1], [-1, 0]]), SP[1], SP[2])])
cross("D", [], [], [DT[0]])
cross("D", [], [], [DT[None]])
cross("RRR", [RT, RN])
cross("X", [RT])
cross("", [])
cross("RD", [RT], [], [])
cross("RR", [RT, RN], hashed=True, buckets=-1)
cross("RR", [RT, RN], hashed=True, out=tf.string)
cross("RR", [RT, RN], hashed=False, out=tf.int64)
f.write()
