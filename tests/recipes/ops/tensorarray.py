"""TensorArrays in V1 graphs. An error that names the array has a counter in the name, which depends on
what ran before: such errors are not here."""
from cases import *

R = tf.raw_ops
f = Family("tensorarray")
x = f.numbers((4, 2, 3))


class TA:
    """A TensorArray whose operations are in order."""
    def __init__(self, size, dtype=tf.float32, **k):
        r = R.TensorArrayV3(size=size, dtype=dtype, **k)
        self.h, self.flow, self.dtype = r.handle, r.flow, dtype

    def write(self, i, v):
        self.flow = R.TensorArrayWriteV3(handle=self.h, index=i, value=v, flow_in=self.flow)
        return self

    def scatter(self, i, v):
        self.flow = R.TensorArrayScatterV3(handle=self.h, indices=i, value=v, flow_in=self.flow)
        return self

    def split(self, v, n):
        self.flow = R.TensorArraySplitV3(handle=self.h, value=v, lengths=n, flow_in=self.flow)
        return self

    def after(self, t):
        with tf.control_dependencies([t if isinstance(t, tf.Operation) else t.op]):
            self.flow = tf.identity(self.flow)
        return t

    def read(self, i, dtype=None):
        return self.after(R.TensorArrayReadV3(handle=self.h, index=i, flow_in=self.flow, dtype=dtype or self.dtype))

    def gather(self, i, shape=None, dtype=None):
        return self.after(R.TensorArrayGatherV3(handle=self.h, indices=i, flow_in=self.flow, dtype=dtype or self.dtype,
                                                element_shape=shape))

    def concat(self, shape=None, dtype=None):
        r = R.TensorArrayConcatV3(handle=self.h, flow_in=self.flow, dtype=dtype or self.dtype, element_shape_except0=shape)
        self.after(r.value)
        return [r.value, r.lengths]

    def size(self):
        return self.after(R.TensorArraySizeV3(handle=self.h, flow_in=self.flow))

    def close(self):
        self.after(R.TensorArrayCloseV3(handle=self.h))


for dtype in (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.int32, tf.int64, tf.uint8, tf.uint16,
              tf.uint32, tf.uint64, tf.complex64, tf.bool):
    v = as_type(np.arange(6).reshape(3, 2), dtype)
    f.graph("TensorArrayWriteV3", lambda v: (lambda a: [a.read(1), a.gather([0, 2]), a.size()])(
        TA(3, v.dtype).write(0, v[0]).write(2, v[1]).write(1, v[2])), [v])
    f.graph("TensorArrayScatterV3", lambda v: (lambda a: [a.gather([2, 0]), a.read(1)])(
        TA(3, v.dtype).scatter([2, 1, 0], v)), [v], repeat=2)
f.graph("TensorArrayScatterV3", lambda v: TA(3, tf.string).scatter([2, 1, 0], v).gather([0, 1, 2]), [text(b"a", b"", b"c\0")])
for lengths in ([1, 3], [0, 4, 0], [2, 2]):
    f.graph("TensorArraySplitV3", lambda v, n: TA(tf.size(n)).split(v, n).concat(), [x, i64(lengths)])
    f.graph("TensorArrayConcatV3", lambda v, n: TA(tf.size(n)).split(v, n).concat([2, 3]), [x, i64(lengths)])
for lengths, shape in (([4, 1], x.shape), ([1, 2], x.shape), ([4], x.shape), ([1, 1, 2], x.shape), ([1, 1], ())):
    f.graph("TensorArraySplitV3", lambda v, n: TA(2).split(v, n).concat(), [np.zeros(shape, np.float32), i64(lengths)])
f.graph("TensorArraySplitV3", lambda v, n: TA(2).split(v, n).concat(), [x, i64(4)])
f.graph("TensorArraySplitV3", lambda v, n: TA(0, dynamic_size=True).split(v, n).concat(), [x, i64([1, 3])])
f.graph("TensorArraySplitV3", lambda v, n: TA(2, tf.int32).split(v, n).concat(), [x, i64([1, 3])])

# Sizes, reading out of range, what was never written.
for n in (0, 3):
    f.graph("TensorArrayV3", lambda n: TA(n).size(), [i32(n)])
f.graph("TensorArrayV3", lambda n: TA(n).size(), [i32([3])])
f.graph("TensorArraySizeV3", lambda i: TA(1, dynamic_size=True).write(i, 1.0).size(), [i32(6)])
for i in (3, -1):
    f.graph("TensorArrayReadV3", lambda i: TA(3).read(i), [i32(i)])
f.graph("TensorArrayReadV3", lambda i: TA(3).read(i), [i32([1])])
f.graph("TensorArrayReadV3", lambda i: TA(3, element_shape=[2]).read(i), [i32(1)])
f.graph("TensorArrayReadV3", lambda i, v: TA(3, identical_element_shapes=True).write(0, v).read(i), [i32(1), f32(1, 2)])
f.graph("TensorArrayReadV3", lambda v: TA(3).write(0, v).read(0, tf.int32), [f32(1, 2)])
f.graph("TensorArrayReadV3", lambda v: (lambda a: [a.read(0), a.read(0)])(TA(3, clear_after_read=False).write(0, v)), [f32(1, 2)])
f.graph("TensorArrayWriteV3", lambda v: TA(3, tf.int32).write(0, v).size(), [f32(1, 2)])
f.graph("TensorArrayWriteV3", lambda i, v: TA(3).write(i, v).size(), [i32([1]), f32(1, 2)])
f.graph("TensorArrayWriteV3", lambda v: TA(2).write(0, v).write(1, v[:1]).read(1), [f32(1, 2)])

# Gather and scatter.
f.graph("TensorArrayGatherV3", lambda i: TA(3, element_shape=[2]).gather(i, [2]), [i32([0, 1])])
f.graph("TensorArrayGatherV3", lambda i: TA(3).gather(i, [2]), [i32([])])
f.graph("TensorArrayGatherV3", lambda i: TA(3).gather(i), [i32([])])
f.graph("TensorArrayGatherV3", lambda i: TA(3).gather(i, [None, 2]), [i32([])])
f.graph("TensorArrayGatherV3", lambda i, v: TA(2).scatter([0, 1], v).gather(i), [i32([0, 2]), f32(1, 2)])
f.graph("TensorArrayGatherV3", lambda i, v: TA(2).scatter([0, 1], v).gather(i), [i32([[0]]), f32(1, 2)])
f.graph("TensorArrayGatherV3", lambda v: TA(2).scatter([0, 1], v).gather([1], [3]), [x])
f.graph("TensorArrayGatherV3", lambda v: TA(2).scatter([0, 1], v[:2]).gather([1], [3, 3]), [x])
f.graph("TensorArrayGatherV3", lambda v: TA(2).scatter([0, 1], v[:2]).gather([1], [None, 3]), [x])
f.graph("TensorArrayGatherV3", lambda v: TA(2, element_shape=[2, 4]).gather([1], [2, 3]), [x])
f.graph("TensorArrayGatherV3", lambda v: TA(2).write(0, v).write(1, v[:1]).gather([0, 1]), [f32(1, 2)])
f.graph("TensorArrayGatherV3", lambda v: TA(2).scatter([0, 1], v[:2]).gather([1], None, tf.int32), [x])
f.graph("TensorArrayScatterV3", lambda i, v: TA(2).scatter(i, v).size(), [i32([0, 2]), f32(1, 2)])
f.graph("TensorArrayScatterV3", lambda i, v: TA(2, dynamic_size=True).scatter(i, v).size(), [i32([0, 7]), f32(1, 2)])
f.graph("TensorArrayScatterV3", lambda i, v: TA(2).scatter(i, v).size(), [i32([0]), f32(1, 2)])
f.graph("TensorArrayScatterV3", lambda i, v: TA(2).scatter(i, v).size(), [i32([0]), f32(1)])
f.graph("TensorArrayScatterV3", lambda i, v: TA(2).scatter(i, v).size(), [i32(0), f32([1])])
f.graph("TensorArrayScatterV3", lambda i, v: TA(2, tf.int32).scatter(i, v).size(), [i32([0, 1]), f32(1, 2)])

# Concat.
f.graph("TensorArrayConcatV3", lambda: TA(0).concat([2]))
f.graph("TensorArrayConcatV3", lambda: TA(0).concat())
f.graph("TensorArrayConcatV3", lambda: TA(0).concat([None, 2]))
f.graph("TensorArrayConcatV3", lambda v: TA(2).scatter([0, 1], v).concat(), [f32(1, 2)])
f.graph("TensorArrayConcatV3", lambda v: TA(2).write(0, v).write(1, v[:, :1]).concat(), [x[0]])
f.graph("TensorArrayConcatV3", lambda v: TA(2).write(0, v).write(1, v[:1]).concat([4]), [x[0]])
f.graph("TensorArrayConcatV3", lambda v: TA(2).write(0, v).write(1, v[:1]).concat([3]), [x[0]])
f.graph("TensorArrayConcatV3", lambda v: TA(1).write(0, v).concat(None, tf.int32), [x[0]])


def gradient(v):
    a = TA(3, clear_after_read=False).scatter([0, 1], v[:2])
    g = R.TensorArrayGradV3(handle=a.h, flow_in=a.flow, source="g")
    b = TA.__new__(TA)
    b.h, b.flow, b.dtype = g.grad_handle, g.flow_out, v.dtype
    b.write(0, v[0]).write(0, v[1]).write(2, v[2])
    return [b.read(0), b.read(1), b.read(2), b.size()]


f.graph("TensorArrayGradV3", gradient, [x], repeat=2)


def loop(v):
    v = tf.reshape(v, [4, 2, 3])
    a = v1.TensorArray(tf.float32, 4, name="in").unstack(v)
    b = v1.TensorArray(tf.float32, 0, dynamic_size=True, name="out")
    _, _, b = v1.while_loop(lambda i, s, b: i < 4, lambda i, s, b: (i + 1, s + a.read(i), b.write(i, s * 2)),
                            [0, tf.zeros([2, 3]), b])
    return [b.stack(), b.size()]


f.graph("TensorArrayWriteV3", loop, [x], repeat=2)


def nested(v):
    v = tf.reshape(v, [4, 2, 3])

    def body(i, s):
        a = v1.TensorArray(tf.float32, 3).write(i, v[i])
        _, a2 = v1.while_loop(lambda j, a: j < 2, lambda j, a: (j + 1, a.write((i + j + 1) % 3, v[j])), [0, a])
        return i + 1, s + tf.reduce_sum(a2.stack(), 0)
    return v1.while_loop(lambda i, s: i < 3, body, [0, tf.zeros([2, 3])])[1]


f.graph("TensorArrayWriteV3", nested, [x], ulp=1)
f.graph("TensorArrayCloseV3", lambda v: (lambda a: (a.close(), v)[1])(TA(2).write(0, v)), [f32(1)])


def stack(*build):
    s = R.StackV2(max_size=2, elem_type=tf.float32, stack_name="st")
    out = []
    for b in build:
        with tf.control_dependencies(out[-1:]):
            out.append(b(s))
    return [o for o in out if isinstance(o, tf.Tensor)]


push = lambda v: lambda s: R.StackPushV2(handle=s, elem=v)
pop = lambda s: R.StackPopV2(handle=s, elem_type=tf.float32)
close = lambda s: R.StackCloseV2(handle=s)
f.graph("StackV2", lambda v: stack(push(v), push(v * 2), pop, pop, push(v * 3), pop), [x], repeat=2)
f.graph("StackCloseV2", lambda v: stack(push(v), close), [x])
f.graph("StackV2", lambda n, v: R.StackPushV2(handle=R.StackV2(max_size=n, elem_type=tf.float32), elem=v), [i32([1]), x])
f.graph("StackV2", lambda n, v: R.StackPushV2(handle=R.StackV2(max_size=n, elem_type=tf.float32), elem=v), [i32(-1), x])
f.write()
