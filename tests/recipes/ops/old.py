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
f.write()
