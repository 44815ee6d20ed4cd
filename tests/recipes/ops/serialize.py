"""SerializeTensor and ParseTensor."""
from cases import *

f = Family("serialize")
x = f.numbers((2, 3), scale=5)
for t in (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8, tf.uint16,
          tf.uint32, tf.uint64, tf.complex64, tf.complex128, tf.bool):
    v = as_type(np.abs(x) if t.is_unsigned else x, t)
    f.op("SerializeTensor", [v])
    p = tf.make_tensor_proto(tf.cast(x, t)).SerializeToString()
    f.op("ParseTensor", [text(p)], out_type=t)
    f.graph("Serialize_and_parse", lambda a: [tf.raw_ops.ParseTensor(serialized=tf.raw_ops.SerializeTensor(tensor=a), out_type=a.dtype)], [v])
f.op("SerializeTensor", [text([[b"a", b""], [b"\0\xff", b"long" * 50]])])
f.op("SerializeTensor", [text(b"one")])
f.op("SerializeTensor", [f32(3)])
f.op("SerializeTensor", [np.zeros((0, 3), np.float32)])
f.op("SerializeTensor", [np.zeros((3, 0), object)])
f.op("ParseTensor", [text(tf.make_tensor_proto([b"a", b"", b"\0\xff"]).SerializeToString())], out_type=tf.string)
f.op("ParseTensor", [text(tf.make_tensor_proto(7, tf.int32, (2, 2)).SerializeToString())], out_type=tf.int32)
f.op("ParseTensor", [text(tf.make_tensor_proto(np.zeros((0, 2), np.float32)).SerializeToString())], out_type=tf.float32)
f.op("ParseTensor", [text(tf.make_tensor_proto(7.0).SerializeToString())], out_type=tf.int32)
f.op("ParseTensor", [text([tf.make_tensor_proto(7.0).SerializeToString()])], out_type=tf.float32)
f.write()
