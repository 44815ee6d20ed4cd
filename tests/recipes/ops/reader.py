"""Readers of V1's input pipelines. The cases write what they read to /tmp/smtui-op-cases, here and where they are
run; what TensorFlow wrote is committed as constants of the graph."""
import gzip
import shutil
import struct
import zlib
from cases import *

R = tf.raw_ops
f = Family("reader")
D = "/tmp/smtui-op-cases"
shutil.rmtree(D, ignore_errors=True)
os.makedirs(D)
count = 0
at = lambda n: tf.constant(n, tf.int64)


def records(*v, pack=""):
    name = f"{D}/made"
    with tf.io.TFRecordWriter(name, pack) as w:
        for r in v:
            w.write(r)
    with open(name, "rb") as g:
        return g.read()


class Reader:
    """A reader whose ops are in order, over files of these contents."""
    def __init__(self, kind, *files, v="V2", names=None, queue=None, close=True, **k):
        global count
        count += 1
        self.v, self.out = v, []
        names = names or [f"{D}/{kind.lower()}{count}.{i}" for i in range(len(files))]
        q = queue if queue is not None else getattr(R, "FIFOQueue" + v)(component_types=[tf.string], shared_name=f"q{count}")
        self.q = q
        self.last = [R.WriteFile(filename=n, contents=tf.constant(b)) for n, b in zip(names, files)]
        self.h = getattr(R, kind + "Reader" + v)(shared_name=f"reader{count}", **k)
        if queue is None:
            self.step(lambda: getattr(R, "QueueEnqueueMany" + v)(handle=q, components=[tf.constant(names)]))
            if close:
                self.step(lambda: getattr(R, "QueueClose" + v)(handle=q))

    def step(self, do):
        with tf.control_dependencies(self.last):
            r = do()
        r = list(r) if isinstance(r, tuple) else [r]
        self.last = [r[0] if isinstance(r[0], tf.Operation) else r[0].op]
        self.out += [t for t in r if isinstance(t, tf.Tensor)]
        return self

    def op(self, name, **k):
        return self.step(lambda: getattr(R, "Reader" + name + self.v)(reader_handle=self.h, **k))

    def read(self, n=1):
        for _ in range(n):
            self.op("Read", queue_handle=self.q)
        return self

    def up_to(self, n):
        return self.op("ReadUpTo", queue_handle=self.q, num_records=at(n))

    def counts(self):
        return self.op("NumRecordsProduced").op("NumWorkUnitsCompleted")

    def state(self):
        return self.op("SerializeState")

    def restore(self, s):
        return self.op("RestoreState", state=s)

    def reset(self):
        return self.op("Reset")

    def all(self):
        with tf.control_dependencies(self.last):
            return self.out + [tf.constant(1) + 0]


two, three = records(b"a", b"bc"), records(b"", b"x" * 300, b"z")
lines = b"head\nfirst\r\nsec\rond\n\nlast"
seen = set()


def case(label, *a, **k):
    """Of the old ops one case of each kind, which are the new ones otherwise."""
    if label.endswith("V2") or label not in seen:
        seen.add(label)
        f.graph(label, *a, **k)


for v in ("V2", ""):
    K = lambda kind, *files, **k: Reader(kind, *files, v=v, **k)
    if not v:			# these ops are of graphs that were made long ago
        f = Family("reader_old")
        with f.graph_.as_default():
            old = v1.GraphDef()
            old.versions.producer = 25
            v1.import_graph_def(old, name="")
    case("TFRecordReader" + v, lambda: K("TFRecord", two, three).read(2).counts().read(3).counts().all())
    case("ReaderReadUpTo" + v, lambda: K("TFRecord", two, b"", three).up_to(9).up_to(2).up_to(9).counts().all())
    case("TFRecordReader" + v, lambda: K("TFRecord", records(b"a", b"bc", pack="GZIP"), compression_type="GZIP").read(2).all())
    case("TFRecordReader" + v, lambda: K("TFRecord", records(b"a", b"bc", pack="ZLIB"), compression_type="ZLIB").read(2).all())
    case("TFRecordReader" + v, lambda: K("TFRecord", two[:-3]).read(2).all())
    case("TFRecordReader" + v, lambda: K("TFRecord", two[:20]).read(2).all())
    case("TFRecordReader" + v, lambda: K("TFRecord", b"this is no file of records").read(1).all())
    case("TFRecordReader" + v, lambda: K("TFRecord", two[:-2] + b"xy").read(2).all())
    case("TFRecordReader" + v, lambda: K("TFRecord", names=["/nonexistent/smtui"]).read(1).all())
    case("TextLineReader" + v, lambda: K("TextLine", lines, b"one\n").read(6).counts().all())
    case("TextLineReader" + v, lambda: K("TextLine", lines, lines, skip_header_lines=2).read(4).all())
    case("TextLineReader" + v, lambda: K("TextLine", lines, b"a", skip_header_lines=9).up_to(3).all())
    case("TextLineReader" + v, lambda: K("TextLine", lines).up_to(3).up_to(9).counts().all())
    case("WholeFileReader" + v, lambda: K("WholeFile", two, b"").read(2).counts().all())
    case("WholeFileReader" + v, lambda: K("WholeFile", two, b"", b"c").up_to(2).up_to(2).counts().all())
    case("WholeFileReader" + v, lambda: K("WholeFile", names=["/nonexistent/smtui"]).read(1).all())
    for k in (dict(record_bytes=4), dict(record_bytes=4, header_bytes=3), dict(record_bytes=4, footer_bytes=3),
              dict(record_bytes=4, header_bytes=1, footer_bytes=2), dict(record_bytes=4, hop_bytes=2), dict(record_bytes=2, hop_bytes=5)):
        case("FixedLengthRecordReader" + v, lambda: K("FixedLengthRecord", bytes(range(65, 65 + 14)), b"0123456789AB", **k).read(3).counts().up_to(9).all())
    for k in (dict(record_bytes=0), dict(record_bytes=-1), dict(record_bytes=4, header_bytes=-1), dict(record_bytes=4, footer_bytes=-1), dict(record_bytes=4, hop_bytes=-1)):
        case("FixedLengthRecordReader" + v, lambda: K("FixedLengthRecord", b"abcdefgh", **k).read(1).all())
    if v:
        for pack, how in (("GZIP", gzip.compress(b"abcdefghijkl", mtime=0)), ("ZLIB", zlib.compress(b"abcdefghijkl"))):
            case("FixedLengthRecordReader" + v, lambda: K("FixedLengthRecord", how, record_bytes=4, header_bytes=1, encoding=pack).read(2).all())
    names = dict(names=["a", "b", ""])
    case("IdentityReader" + v, lambda: K("Identity", **names).read(1).counts().state().read(2).counts().state().all())
    case("IdentityReader" + v, lambda: K("Identity", **names).up_to(2).reset().counts().state().read(1).all())
    case("ReaderRestoreState" + v, lambda s: K("Identity", **names).restore(s).counts().state().read(1).counts().all(),
            [np.array(b"\x08\x03\x10\x03\x18\x07\x22\x02wo", object)])
    for s in (b"\xff", b"\x08\x03\x10\x01\x22\x02w\n", b"\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"):
        case("ReaderRestoreState" + v, lambda s: K("Identity", **names).restore(s).all(), [np.array(s, object)])
    case("ReaderRestoreState" + v, lambda s: K("Identity", **names).restore(s).all(), [text([b""])])
    case("ReaderRestoreState" + v, lambda s: K("TextLine", lines).restore(s).all(), [np.array(b"", object)])
    case("ReaderSerializeState" + v, lambda: K("TextLine", lines).state().all())
    case("ReaderSerializeState" + v, lambda: K("WholeFile", two).read(1).state().all())
    if not v:			# read after a reset by string, TensorFlow waits for ever
        case("ReaderReset", lambda: K("TextLine", lines).reset().counts().all())
        f.write()
        break
    case("ReaderReset" + v, lambda: K("TextLine", lines, lines).read(3).reset().counts().read(1).counts().all())
    queue = getattr(R, "FIFOQueue" + v)
    put = getattr(R, "QueueEnqueue" + v)

    def other(types, values):
        q = queue(component_types=types, shared_name=f"other{count}")
        with tf.control_dependencies([put(handle=q, components=values)]):
            q2 = tf.identity(q) if v else q
        return K("Identity", queue=q2).read(1).all()

    case("ReaderRead" + v, lambda: other([tf.string, tf.string], ["a", "b"]))
    case("ReaderRead" + v, lambda: other([tf.int32], [1]))
    case("ReaderRead" + v, lambda: other([tf.string], [["a", "b"]]))
    f.write()
