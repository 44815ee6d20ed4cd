"""Ops of graphs that were made long ago: TensorArrays that go by strings. TensorFlow runs them only where the graph
says that it is as old."""
from cases import *

R = tf.raw_ops
f = Family("old")
with f.graph_.as_default():
    old = v1.GraphDef()
    old.versions.producer = 6
    v1.import_graph_def(old, name="")
x = f.numbers((5, 2))


class TA:
    """A TensorArray of an older kind."""
    def __init__(self, v, size, dtype=tf.float32, **k):
        self.v, self.dtype = v, dtype
        self.h = getattr(R, "TensorArray" + v)(size=size, dtype=dtype, **k)
        self.flow = tf.constant(0.0)

    def op(self, name, **k):
        return getattr(R, "TensorArray" + name + self.v)(handle=self.h, flow_in=self.flow, **k)

    def write(self, i, a):
        self.flow = self.op("Write", index=i, value=a)
        return self

    def scatter(self, i, a):
        self.flow = self.op("Scatter", indices=i, value=a)
        return self

    def split(self, a, n):
        self.flow = self.op("Split", value=a, lengths=n)
        return self

    def after(self, t):
        with tf.control_dependencies([t.op]):
            self.flow = tf.identity(self.flow)
        return t

    def read(self, i):
        return self.after(self.op("Read", index=i, dtype=self.dtype))

    def gather(self, i):
        return self.after(self.op("Gather", indices=i, dtype=self.dtype))

    def concat(self):
        r = self.op("Concat", dtype=self.dtype)
        self.after(r.value)
        return [r.value, r.lengths]

    def size(self):
        return self.after(self.op("Size"))

    def close(self):
        with tf.control_dependencies([self.flow]):
            c = getattr(R, "TensorArrayClose" + self.v)(handle=self.h)
        with tf.control_dependencies([c]):
            return tf.constant(1) + 0


for v in ("V2", ""):
    f.graph("TensorArray" + v, lambda a: (lambda t: [t.read(1), t.gather([0, 2]), t.size()])(TA(v, 3).write(0, a[0]).write(2, a[1]).write(1, a[2])), [x], repeat=2)
    f.graph("TensorArrayScatter" + v, lambda a: TA(v, 5).scatter([4, 3, 2, 1, 0], a).gather([0, 1]), [x])
    f.graph("TensorArraySplit" + v, lambda a: TA(v, 2).split(a, tf.constant([1, 4], tf.int64)).concat(), [x])
    f.graph("TensorArrayClose" + v, lambda a: TA(v, 2).write(0, a).close(), [x])
    f.graph("TensorArrayRead" + v, lambda a: TA(v, 2).write(0, a).read(3), [x])


def unpacked(a, n=5, **k):
    t = TA("", n, **k)
    t.flow = R.TensorArrayUnpack(handle=t.h, value=a, flow_in=t.flow)
    return t


def packed(t, **k):
    return t.after(R.TensorArrayPack(handle=t.h, flow_in=t.flow, dtype=t.dtype, **k))


f.graph("TensorArrayPack", lambda a: [packed(TA("", 3).write(0, a[0]).write(2, a[1]).write(1, a[2]))], [x], repeat=2)
f.graph("TensorArrayPack", lambda a: [packed(TA("", 0), element_shape=[2]), a], [x])
f.graph("TensorArrayPack", lambda a: [packed(TA("", 0)), a], [x])
f.graph("TensorArrayPack", lambda a: [packed(TA("", 2).write(0, a).write(1, a[0]))], [x])
f.graph("TensorArrayPack", lambda a: [packed(TA("", 2).write(0, a).write(1, a), element_shape=[5, 3])], [x])
for t in (tf.string, tf.bool, tf.complex64):
    f.graph("TensorArrayPack", lambda a: [packed(TA("", 1, t).write(0, tf.as_string(a) if t == tf.string else tf.cast(a, t)))], [x])
f.graph("TensorArrayUnpack", lambda a: [unpacked(a).read(3), unpacked(a).size()], [x])
f.graph("TensorArrayUnpack", lambda a: [unpacked(a, 2, dynamic_size=True).read(3)], [x])
f.graph("TensorArrayUnpack", lambda a: [unpacked(a, 2).read(0)], [x])
f.graph("TensorArrayUnpack", lambda a: [unpacked(a, 7).read(4)], [x])
f.graph("TensorArrayUnpack", lambda a: [unpacked(a).read(0)], [f32(2)])
f.graph("TensorArrayUnpack", lambda a: [unpacked(a).read(0)], [i32(2, 1)])


def grads(v, a, again=False, **k):
    """What is written to the gradients' array of one with three elements, and what was not."""
    t = TA(v, 3, **k).write(0, a[0]).write(1, a[1])
    g = TA(v, 1)
    with tf.control_dependencies([t.flow]):
        g.h = getattr(R, "TensorArrayGrad" + v)(handle=t.h if v else tf.identity(t.h), flow_in=t.flow, source="grads")
    g.flow = t.flow
    g.write(0, a[2])
    if again:
        g.write(0, a[3])
    return [g.read(0), g.read(1), g.size()]


for v in ("V2", ""):
    f.graph("TensorArrayGrad" + v, lambda a: grads(v, a), [x], repeat=2)
    f.graph("TensorArrayGrad" + v, lambda a: grads(v, a, True), [x])


def grads_shaped(a, first):
    h, flow = R.TensorArrayV3(size=3, dtype=tf.float32)
    flow = R.TensorArrayWriteV3(handle=h, index=0, value=a[0], flow_in=flow)
    flow = R.TensorArrayWriteV3(handle=h, index=1, value=a[1], flow_in=flow)
    g, flow = R.TensorArrayGradWithShape(handle=h, flow_in=flow, shape_to_prepend=first, source="grads")
    flow = R.TensorArrayWriteV3(handle=g, index=0, value=tf.stack([a[2], a[3]]), flow_in=flow)
    with tf.control_dependencies([flow]):
        return [R.TensorArrayReadV3(handle=g, index=i, flow_in=flow, dtype=tf.float32) for i in (0, 1)]


f.graph("TensorArrayGradWithShape", grads_shaped, [x, i32([2])], repeat=2)
f.graph("TensorArrayGradWithShape", grads_shaped, [x, i32([-1])])
wave = f.numbers((4, 30, 2)) / 2
f.op("AudioSummary", [np.array(b"snd", object), wave], sample_rate=44100.0)
f.op("AudioSummary", [np.array(b"snd", object), wave[..., 0]], sample_rate=0.2, max_outputs=1)
f.op("AudioSummary", [np.array(b"snd", object), wave], sample_rate=-1.0)
f.write()
