"""Op cases: what TensorFlow's own kernels answer, one at a time. Not run by itself.

A family's recipe (tests/recipes/ops/FAMILY.py) looks like this:

    from cases import Family, f32, i32
    f = Family("sort")
    f.op("TopKV2", [f32(1, 3, 2), i32(2)], sorted=True)     # inputs in the op definition's order,
    f.op("ConcatV2", [[a, b], i32(0)])                      # a list for an input of several tensors
    f.op("Exp", [x], ulp=2)                                 # how far we may be off
    f.graph("TensorListStack", build, [x])                  # build(*placeholders) -> tensors
    f.write()

It makes tests/ops/cases/FAMILY.zip.gz (an archive, packed as one): graph.pb, a GraphDef in which each case is a scope (CASE/in0 ...
placeholders, CASE/out0 ... what is fetched, CASE/init a NoOp that runs first, if the case has one);
index.txt (a line a case); CASE/in0.npy ..., CASE/out0.npy ... (CASE/out0.R.npy in run R of a case that is
repeated). Types that numpy lacks are stored as unsigned integers of their size, strings as NAME.len.npy
and NAME.bytes.npy. A case that TensorFlow refuses has its error in index.txt: code and message up to the
node's name.

Bounds: an integer, string or bool must be equal. A float must be equal too unless the case says ulp=N
(N units in the last place of the wanted value), or rel=X (X times the largest wanted value of the
tensor); either one that holds is enough. A NaN must be a NaN, an infinity the same infinity.
"""
import io
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from common import ENDING, ROOT, archive_write, session_config, versions
import numpy as np
import tensorflow as tf
from tensorflow.python.framework import op_def_registry

v1 = tf.compat.v1
HOME = os.path.join(ROOT, "tests", "ops", "cases")
BITS = {tf.bfloat16: np.uint16, tf.qint8: np.int8, tf.quint8: np.uint8, tf.qint16: np.int16,
        tf.quint16: np.uint16, tf.qint32: np.int32}
CODES = {1: "CANCELLED", 2: "UNKNOWN", 3: "INVALID_ARGUMENT", 4: "DEADLINE_EXCEEDED", 5: "NOT_FOUND",
         6: "ALREADY_EXISTS", 7: "PERMISSION_DENIED", 8: "RESOURCE_EXHAUSTED",
         9: "FAILED_PRECONDITION", 10: "ABORTED", 11: "OUT_OF_RANGE", 12: "UNIMPLEMENTED",
         13: "INTERNAL", 14: "UNAVAILABLE", 15: "DATA_LOSS"}


def f32(*v):
    return np.array(v[0] if len(v) == 1 else v, np.float32)


def f64(*v):
    return np.array(v[0] if len(v) == 1 else v, np.float64)


def i32(*v):
    return np.array(v[0] if len(v) == 1 else v, np.int32)


def i64(*v):
    return np.array(v[0] if len(v) == 1 else v, np.int64)


def text(*v):
    return np.array(v[0] if len(v) == 1 else list(v), object)


def as_type(array, dtype):
    """Any TensorFlow dtype, bfloat16 and quantized ones too: a pair of numbers and dtype."""
    return Typed(np.asarray(array), tf.as_dtype(dtype))


class Typed:
    def __init__(self, array, dtype):
        if dtype in BITS and dtype != tf.bfloat16:
            array = array.astype(dtype.as_numpy_dtype)
        else:
            array = array.astype(dtype.as_numpy_dtype)
        self.array, self.dtype = array, dtype


def typed(x):
    if isinstance(x, Typed):
        return x
    x = np.asarray(x)
    if x.dtype.kind in "OSU":
        return Typed(x.astype(object), tf.string)
    return Typed(x, tf.as_dtype(x.dtype))


def escaped(s):
    return s.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


class Family:
    def __init__(self, name, seed=1):
        self.name, self.cases, self.count = name, [], {}
        self.extra, self.instead = [], {}	# nodes only of what is written; what is fetched from them
        self.graph_ = v1.Graph()
        self.rng = np.random.RandomState(seed)
        with self.graph_.as_default():
            v1.set_random_seed(seed)

    def numbers(self, shape, dtype=np.float32, scale=1.0):
        """Seeded normal numbers of any dtype."""
        return (self.rng.standard_normal(shape) * scale).astype(dtype)

    def _case(self, label, inputs, build, ulp, rel, repeat):
        k = self.count.get(label, 0)
        self.count[label] = k + 1
        name = f"{label}_{k:03d}"
        flat = []

        def place(x):
            if isinstance(x, list):
                return [place(y) for y in x]
            x = typed(x)
            p = v1.placeholder(x.dtype, None, name=f"in{len(flat)}")
            flat.append((p, x))
            return p

        with self.graph_.as_default(), v1.name_scope(name + "/"):
            places = [place(x) for x in inputs]
            out = build(*places)
            init = None
            if isinstance(out, tuple):
                out, init = out
            if not isinstance(out, list):
                out = [out]
            outs = [v1.identity(o, name=f"out{i}") for i, o in enumerate(out)]
            if init is not None:
                init = v1.group(*init, name="init")
        for i, o in enumerate(outs):
            assert o.op.name == f"{name}/out{i}", o.op.name
        self.cases.append((name, flat, outs, init, ulp, rel, repeat))

    def op(self, op, inputs=(), ulp=0, rel=0, repeat=1, outputs=None, **attrs):
        """One op. outputs: indices of those to compare (all of them else)."""
        def build(*places):
            args = [a.name for a in op_def_registry.get(op).input_arg]
            assert len(args) == len(places), f"{op} takes {args}"
            r = getattr(tf.raw_ops, op)(**dict(zip(args, places)), **attrs, name="op")
            r = list(r) if isinstance(r, (list, tuple)) else [r]
            flat = []
            for x in r:
                flat += x if isinstance(x, list) else [x]
            return flat if outputs is None else [flat[i] for i in outputs]
        self._case(op, list(inputs), build, ulp, rel, repeat)

    def graph(self, label, build, inputs=(), ulp=0, rel=0, repeat=1):
        """Several ops: build(*placeholders) -> what to fetch, or (what to fetch, what to run first)."""
        self._case(label, list(inputs), build, ulp, rel, repeat)

    def write(self):
        os.makedirs(HOME, exist_ok=True)
        index = ["# case\tulp\trel\tinputs\toutputs\truns\tfailing run or -\tcode\tmessage",
                 "# " + " ".join(f"{k} {v}" for k, v in versions().items())]
        files = {}

        def put(name, array, dtype):
            if dtype == tf.string:
                flat = [x if isinstance(x, bytes) else str(x).encode() for x in
                        np.asarray(array, object).reshape(-1)]
                put(name + ".len", np.array([len(x) for x in flat], np.int64)
                    .reshape(np.shape(array)), tf.int64)
                put(name + ".bytes", np.frombuffer(b"".join(flat), np.uint8), tf.uint8)
                return
            array = np.asarray(array)
            if dtype in BITS:
                array = array.view(BITS[dtype])
            out = io.BytesIO()
            np.save(out, array)
            files[name + ".npy"] = out.getvalue()

        with v1.Session(graph=self.graph_, config=session_config()) as session:
            for name, flat, outs, init, ulp, rel, repeat in self.cases:
                feed = {p: x.array for p, x in flat}
                for i, (p, x) in enumerate(flat):
                    put(f"{name}/in{i}", x.array, x.dtype)
                failed = "-\t-\t-"
                try:
                    run = -1
                    if init is not None:
                        session.run(init, feed)
                    for run in range(repeat):
                        got = session.run(outs, feed)
                        for i, (o, g) in enumerate(zip(outs, got)):
                            put(f"{name}/out{i}" + (f".{run}" if run else ""), g, o.dtype)
                except tf.errors.OpError as e:
                    message = re.sub(r"^Graph execution error:.*?\nNode: '[^']*'\n", "", e.message,
                                     flags=re.DOTALL)
                    message = re.sub(r"^Graph execution error:\n\n", "", message)
                    message = message.split("\n\t [[{{node")[0]
                    message = message.split("\n\nOriginal stack trace")[0]
                    failed = f"{run}\t{CODES[e.error_code]}\t{escaped(message)}"
                index.append(f"{name}\t{ulp}\t{rel}\t{len(flat)}\t{len(outs)}\t{repeat}\t{failed}")
        files["index.txt"] = ("\n".join(index) + "\n").encode()
        graph = self.graph_.as_graph_def()
        for n in graph.node:
            if n.name in self.instead:
                n.input[0] = self.instead[n.name]
        graph.node.extend(self.extra)
        files["graph.pb"] = graph.SerializeToString(deterministic=True)
        archive_write(os.path.join(HOME, self.name + ENDING), files)
        errors = sum("\t-\t-\t-" not in x for x in index[2:])
        print(f"{self.name}: {len(self.cases)} cases, {errors} of them errors")
