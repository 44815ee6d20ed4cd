"""Ragged tensors in variants, copies, compressed strings. Writes tests/ops/cases/ragged_variant.zip.gz."""
import gzip
import zlib
from cases import *

f = Family("ragged_variant")
R = tf.raw_ops


def there_and_back(splits, values, out_rank, in_rank=-1, take=None, rank0=None, tvalues=None, tsplits=None):
    """A batch in variants, put together again; take: (shape of the variants, ids of those to keep)."""
    def build(*places):
        v = R.RaggedTensorToVariant(rt_nested_splits=list(places[0]), rt_dense_values=places[1], batched_input=rank0 is None)
        if take is not None:
            v = tf.reshape(tf.gather(v, np.array(take[1], np.int32)), np.array(take[0], np.int32))
        v = v1.placeholder_with_default(v, None)
        r = R.RaggedTensorFromVariant(encoded_ragged=v, input_ragged_rank=in_rank, output_ragged_rank=out_rank,
                                      Tvalues=tvalues or places[1].dtype, Tsplits=tsplits or (places[0][0].dtype if places[0] else tf.int64))
        return list(r.output_nested_splits) + [r.output_dense_values]
    f.graph("RaggedTensorToVariant", build, [splits, values])


for t in (np.float32, np.float64, np.float16, np.int8, np.uint8, np.int16, np.uint16, np.int32, np.int64, np.uint32, np.uint64,
          np.complex64, np.complex128):
    if t in (np.uint32, np.uint64):
        continue
    there_and_back([i64(0, 2, 2, 5)], np.arange(5).astype(t), 1)
there_and_back([i64(0, 2, 2, 5)], np.array([True, False, True, True, False]), 1)
there_and_back([i64(0, 2, 2, 5)], as_type(np.arange(5), tf.bfloat16), 1)
there_and_back([i64(0, 2, 2, 5)], text(b"a", b"", b"c\0", b"dd", b"e"), 1)
for t in (np.int32, np.int64):
    s = [np.array([0, 2, 2, 3], t), np.array([0, 1, 3, 4], t)]
    there_and_back(s, f32([[1, 2], [3, 4], [5, 6], [7, 8]]), 2)
    there_and_back(s, f32(1, 2, 3, 4), 2, 1, ([2], [2, 0]))
    there_and_back(s, f32(1, 2, 3, 4), 3, 1, ([2, 2], [2, 0, 1, 1]))
    there_and_back(s, f32(1, 2, 3, 4), 4, -1, ([1, 2, 2], [2, 0, 1, 1]))
    there_and_back(s, f32(1, 2, 3, 4), 2, -1, ([0], []))
    there_and_back(s, f32(1, 2, 3, 4), 1, -1, ([], [0]))
    there_and_back([np.array([0, 1, 1], t)] + s[:0] + [np.array([0, 2], t), np.array([0, 1, 4], t)], f32(1, 2, 3, 4), 3)
there_and_back([i64([0])], np.zeros((0, 3), np.float32), 1)
there_and_back([i64(0, 0, 0)], np.zeros((0, 3), np.float32), 1)
there_and_back([i64(0, 2, 4)], f32([[[1]], [[2]], [[3]], [[4]]]), 1)
there_and_back([i64(0, 2, 4)], f32(1, 2, 3, 4), 1, rank0=True)
there_and_back([], f32(1, 2, 3, 4), 0, rank0=True)
there_and_back([], f32(1), 0, rank0=True)
there_and_back([i64(0, 2, 4)], f32(1, 2, 3, 4), 0)
there_and_back([i64(0, 2, 4)], f32(1, 2, 3, 4), 2)
there_and_back([i64(0, 2, 4)], f32(1, 2, 3, 4), 2, 0)
there_and_back([i64(0, 2, 4)], f32(1, 2, 3, 4), 1, tvalues=tf.int32)
there_and_back([i64(0, 2, 2), i64(0, 1, 4)], f32(1, 2, 3, 4), 2, tsplits=tf.int32)
there_and_back([i64(0, 2, 2), i64(0, 1, 4)], f32(1, 2, 3, 4), 2, 2)

there_and_back([], f32(1, 2, 3, 4), 0)
there_and_back([], f32([[1, 2], [3, 4]]), 0)
there_and_back([], f32([[1, 2], [3, 4]]), 1)
there_and_back([], f32(1, 2), 0, 1)
there_and_back([i64(0, 2, 4)], f32(1, 2, 3, 4), 0, 1)
there_and_back([i64(0, 1, 4)], f32(1, 2, 3, 4), 0)
there_and_back([], f32(1), 0)
for s, v in (([i64([])], f32([1])), ([i64(1, 2)], f32(1, 2)), ([i64(0, 3)], f32(1, 2)), ([i64(0, 2, 1, 2)], f32(1, 2)), ([i64(0, 2)], f32(1)),
             ([i64(0, 2), i64(0, 1)], f32([1])), ([i64(0, 5), i64(1, 0, 3)], f32(1, 2)), ([i64(0, 5), i64(0, 3), i64(1, 2)], f32(1, 2)),
             ([i64([[0, 2]])], f32(1, 2)), ([i64(0, 2), i64([])], f32([1])), ([i64(0, 2)], f32([[1, 2]]))):
    there_and_back(s, v, len(s))
    there_and_back(s, v, len(s), rank0=True)

f.graph("RaggedTensorFromVariant", lambda x, y: list(R.RaggedTensorFromVariant(
    encoded_ragged=tf.stack([R.RaggedTensorToVariant(rt_nested_splits=[], rt_dense_values=v, batched_input=False) for v in (x, y)]),
    input_ragged_rank=0, output_ragged_rank=1, Tvalues=tf.float32, Tsplits=tf.int64)[0]), [f32([1, 2]), f32([[3]])])
f.graph("RaggedTensorFromVariant", lambda x, y: list(R.RaggedTensorFromVariant(
    encoded_ragged=tf.stack([R.RaggedTensorToVariant(rt_nested_splits=[], rt_dense_values=v, batched_input=False) for v in (x, y)]),
    input_ragged_rank=0, output_ragged_rank=1, Tvalues=tf.float32, Tsplits=tf.int64)[0]), [f32([[1, 2]]), f32([[3]])])
f.graph("RaggedTensorFromVariant", lambda x, y: R.RaggedTensorFromVariant(
    encoded_ragged=v1.placeholder_with_default(tf.stack([R.RaggedTensorToVariant(rt_nested_splits=[], rt_dense_values=v, batched_input=False) for v in (x, y)]), None),
    input_ragged_rank=0, output_ragged_rank=0, Tvalues=tf.float32, Tsplits=tf.int64)[1], [f32([1, 2]), f32([3])])
f.graph("RaggedTensorFromVariant", lambda x: R.RaggedTensorFromVariant(
    encoded_ragged=R.EmptyTensorList(element_shape=[-1], max_num_elements=x, element_dtype=tf.float32),
    input_ragged_rank=0, output_ragged_rank=0, Tvalues=tf.float32, Tsplits=tf.int64)[1], [i32(3)])
f.op("Copy", [f32(1, 2)])
f.op("Copy", [text(b"a", b"b")], tensor_name="x", debug_ops_spec=[])
f.op("CopyHost", [i32(1)])


def parallel(rows):
    shape = list(typed(rows[0]).array.shape)
    f.graph("ParallelConcat", lambda v: R.ParallelConcat(values=[tf.ensure_shape(x, shape) for x in v], shape=[len(rows)] + shape[1:]), [rows])


for t in (np.float32, np.int8, np.uint64, np.complex128, np.float16, bool):
    parallel([np.array([[1, 2]]).astype(t), np.array([[3, 0]]).astype(t)])
parallel([text([b"a"]), text([b"bc"]), text([b""])])
parallel([as_type([1], tf.bfloat16)])
text1 = b"hello " * 30 + b"\0\xff"
z, g = zlib.compress(text1), gzip.compress(text1, mtime=0)
for kind, data in (("ZLIB", z), ("GZIP", g), ("", z)):
    f.op("DecodeCompressed", [text([[data], [data]])], compression_type=kind)
    f.op("DecodeCompressed", [np.array(data, object)], compression_type=kind)
    f.op("DecodeCompressed", [text([])], compression_type=kind)
for kind, data in (("ZLIB", z), ("GZIP", g)):
    for bad in (b"", data[:-1], data[:-4], data[:20], data[:1], data + b"tail", data + data, b"x" * 40, data[:15] + b"\xff\xff\xff" + data[18:],
                data[:-1] + b"\x01", zlib.compress(b"y" * 600000) if kind == "ZLIB" else gzip.compress(b"y" * 600000, mtime=0)):
        f.op("DecodeCompressed", [text(bad)] if 0 else [np.array(bad, object)], compression_type=kind)
f.write()
