"""tf.data over files: lines, records, CSV. Writes tests/ops/cases/dataset_file.zip.gz.

The cases write what they read to /tmp/smtui-op-cases, here and where they are run."""
import gzip
import shutil
import struct
import zlib
from pipelines import *
import pipelines

f = Family("dataset_file")
HERE = "/tmp/smtui-op-cases/data"
shutil.rmtree(HERE, ignore_errors=True)
s = lambda b: np.array(b, object)
S = tf.string


def case(op, contents, build, repeat=1, names=None, **k):
    """Files of those contents; build(names) makes the dataset."""
    def make(*c):
        pipelines.count += 1
        paths = [f"{HERE}/{pipelines.count}-{i}" for i in range(len(c))]
        made = [R.WriteFile(filename=p, contents=x) for p, x in zip(paths, c)]
        return iterate(build(hide(names(paths)) if names else tf.constant(paths, tf.string)), after=made, **k)
    f.graph(op, make, [s(c) for c in contents], repeat=repeat)


def scalars(h, *types):
    return D(h, types or [S], [[]] * (len(types) or 1))


def whole(op, contents, build, names=None, repeat=None, all=True):
    """The same in one batch (or the only element), for datasets that TensorFlow cannot write into a graph again, as it does for an iterator."""
    def make(*c):
        pipelines.count += 1
        paths = [f"{HERE}/{pipelines.count}-{i}" for i in range(len(c))]
        with tf.control_dependencies([R.WriteFile(filename=p, contents=x) for p, x in zip(paths, c)]):
            n = tf.identity(hide(names(paths) if names else tf.constant(paths, S)))
        d = build(n)
        return single(d.to("BatchDatasetV2", batch_size=v(99), drop_remainder=False) if all else d)
    f.graph(op, make, [s(c) for c in contents])


def lines(pack="", buffer=0):
    return lambda n: scalars(R.TextLineDataset(filenames=n, compression_type=pack, buffer_size=v(buffer)))


# Lines.
for body in (b"a\nbc\n\nd", b"a\r\nb\r\n", b"a\rb\r\r\nc\r", b"", b"\n", b"\r", b"x\0y\n\xff", b"one", b"a\n\n\n"):
    case("TextLineDataset", [body], lines(), repeat=6)
case("TextLineDataset", [b"a\nb", b"", b"c\n"], lines(), repeat=4)
case("TextLineDataset", [b"long line over buffers\nshort\n"], lines(buffer=3), repeat=3)
case("TextLineDataset", [b"q\nr"], lines(), names=lambda p: tf.constant(p[0]), repeat=3)
case("TextLineDataset", [b"q"], lines(), names=lambda p: tf.constant([p]))
case("TextLineDataset", [b"q"], lines(), names=lambda p: tf.constant([], S))
case("TextLineDataset", [b"q"], lines(), names=lambda p: tf.constant(["/nonexistent/smtui", p[0]]))
case("TextLineDataset", [b"q"], lines(), names=lambda p: tf.constant(["file://" + p[0]]))
case("TextLineDataset", [b"q"], lines(), names=lambda p: tf.constant(["foo://x"]))
case("TextLineDataset", [b"q"], lines(), names=lambda p: tf.constant(["/"]))
case("TextLineDataset", [b"q"], lines(buffer=-1))
case("TextLineDataset", [b"q"], lines("SNAPPY"))
case("TextLineDataset", [b"q"], lambda n: scalars(R.TextLineDataset(filenames=n, compression_type=hide([""]), buffer_size=v(0))))
case("TextLineDataset", [b"q"], lambda n: scalars(R.TextLineDataset(filenames=n, compression_type="", buffer_size=hide([v(0)]))))
text_ = b"".join(b"line %d\n" % i for i in range(40))
gz = gzip.compress(text_, mtime=0)
case("TextLineDataset", [gz], lines("GZIP"), repeat=41)
case("TextLineDataset", [gz + gzip.compress(b"more", mtime=0)], lines("GZIP"), repeat=42)
case("TextLineDataset", [zlib.compress(text_)], lines("ZLIB"), repeat=41)
case("TextLineDataset", [text_], lines("ZLIB"), repeat=2)
case("TextLineDataset", [text_], lines("GZIP"), repeat=2)
case("TextLineDataset", [b""], lines("GZIP"), repeat=2)
case("TextLineDataset", [gz, b"x\n"], lambda n: lines("GZIP")(n[:1]).to("ConcatenateDataset", another_dataset=lines()(n[1:]).h), repeat=42)
case("TextLineDataset", [b"a\nb"], lambda n: lines()(n).to("RepeatDataset", count=v(2)), repeat=5)
case("TextLineDataset", [b"a\nb", b"c\nd\n"], lambda n: D(n, [S]).like(slices(n).h).to(
    "FlatMapDataset", f=fn(lambda p: R.TextLineDataset(filenames=p, compression_type="", buffer_size=v(0)), S), other_arguments=[]), repeat=5)
case("TextLineDataset", [b"1\n2\n3"], lambda n: lines()(n).to("MapDataset", [tf.int32], f=fn(lambda x: tf.strings.to_number(x, tf.int32), S), other_arguments=[]), repeat=4)


# TFRecords.
def masked(b):
    table = []
    for i in range(256):
        c = i
        for _ in range(8):
            c = c >> 1 ^ (0x82f63b78 if c & 1 else 0)
        table.append(c)
    c = 0xffffffff
    for x in b:
        c = c >> 8 ^ table[(c ^ x) & 255]
    c ^= 0xffffffff
    return struct.pack("<I", ((c >> 15 | c << 17) + 0xa282ead8) & 0xffffffff)


def rec(*data):
    return b"".join(struct.pack("<Q", len(d)) + masked(struct.pack("<Q", len(d))) + d + masked(d) for d in data)


def records(pack="", buffer=0, **k):
    op = R.TFRecordDatasetV2 if k else R.TFRecordDataset
    return lambda n: scalars(op(filenames=n, compression_type=pack, buffer_size=v(buffer), **{a: hide(tf.constant(b, tf.int64)) for a, b in k.items()}))


three = rec(b"first", b"", b"third\0\xff")
case("TFRecordDataset", [three], records(), repeat=4)
case("TFRecordDataset", [b"", three, rec(b"x" * 300)], records(buffer=7), repeat=5)
case("TFRecordDataset", [three], records(), names=lambda p: tf.constant(p[0]), repeat=2)
case("TFRecordDataset", [three], records(), names=lambda p: tf.constant([p]))
case("TFRecordDataset", [three], records(buffer=-1))
case("TFRecordDataset", [three], records(), names=lambda p: tf.constant(["/nonexistent/smtui"]))
case("TFRecordDataset", [b"no record at all"], records())
case("TFRecordDataset", [b"short"], records())
for cut in (len(rec(b"first")), len(rec(b"first")) + 5, len(three) - 1, len(three) - 4, len(three) - 8, 12, 14):
    case("TFRecordDataset", [three[:cut]], records(), repeat=4)
    case("TFRecordDataset", [three[:cut]], records(buffer=9), repeat=4)
for at in (0, 8, 12, 17, len(rec(b"first")), len(rec(b"first", b"")) + 13):
    case("TFRecordDataset", [three[:at] + bytes([three[at] ^ 1]) + three[at + 1:]], records(), repeat=4)
for pack, data in (("ZLIB", zlib.compress(three)), ("GZIP", gzip.compress(three, mtime=0)), ("ZLIB", three), ("GZIP", gzip.compress(three, mtime=0)[:-20]),
                   ("SNAPPY", struct.pack(">I", len(three) + 2) + bytes([len(three), (len(three) - 1) << 2]) + three)):
    case("TFRecordDataset", [data], records(pack), repeat=4)
case("TFRecordDataset", [three], records("OTHER"), repeat=2)
for off in ([len(rec(b"first"))], [0], [5], [1000], [-1]):
    whole("TFRecordDatasetV2", [three], records(byte_offsets=off), repeat=3)
whole("TFRecordDatasetV2", [three], records(byte_offsets=0))
whole("TFRecordDatasetV2", [three], records(byte_offsets=[]), repeat=2)
whole("TFRecordDatasetV2", [three], records(byte_offsets=[[0]]))
case("TFRecordDataset", [three], lambda n: records()(n).to("ShuffleDataset", buffer_size=v(2), seed=v(1), seed2=v(2)), repeat=4)


# Records of one length.
def fixed(h, r, o, buffer=0, pack=None):
    a = dict(header_bytes=h, record_bytes=r, footer_bytes=o, buffer_size=buffer)
    if pack is None:
        return lambda n: scalars(R.FixedLengthRecordDataset(filenames=n, **a))
    return lambda n: scalars(R.FixedLengthRecordDatasetV2(filenames=n, **a, compression_type=pack))


for h, r, o, b in ((0, 2, 0, 0), (1, 3, 2, 0), (0, 4, 0, 0), (0, 6, 0, 1), (6, 2, 0, 0), (7, 1, 0, 0), (3, 1, 3, 0), (5, 2, 3, 0), (2, 7, 0, 0),
                   (-1, 1, 0, 0), (0, 0, 0, 0), (0, 1, -1, 0), (0, 1, 0, -1), (8, 1, 8, 0)):
    if h < 7:
        whole("FixedLengthRecordDataset", [b"abcdef", b"ghijkl"], fixed(h, r, o, b))
    case("FixedLengthRecordDatasetV2", [b"abcdef", b"ghijkl"], fixed(h, r, o, b, ""), repeat=8)
    if h + o <= 6:
        case("FixedLengthRecordDatasetV2", [zlib.compress(b"abcdef"), zlib.compress(b"ghijkl")], fixed(h, r, o, b, "ZLIB"), repeat=8)
case("FixedLengthRecordDatasetV2", [gzip.compress(b"abcdef", mtime=0)], fixed(0, 3, 0, 0, "GZIP"), repeat=3)
case("FixedLengthRecordDatasetV2", [b"abcdef"], fixed(0, 3, 0, 0, "GZIP"), repeat=3)
case("FixedLengthRecordDatasetV2", [b"abcdef"], fixed(2, 3, 0, 0, "GZIP"), repeat=3)
case("FixedLengthRecordDatasetV2", [b"abcdef"], fixed(0, 3, 0, 0, "XZ"), repeat=3)
case("FixedLengthRecordDatasetV2", [b"", b"ab"], fixed(0, 2, 0, 0, ""), repeat=3)
whole("FixedLengthRecordDataset", [b"ab"], fixed(0, 2, 0), names=lambda p: tf.constant(["/nonexistent/smtui"]))


# CSV.
def csv(defaults, header=False, delim=",", quotes=True, na="", cols=(), leave=None, pack="", buffer=1000, op=None):
    op = op or ("CSVDataset" if leave is None else "CSVDatasetV2")
    a = dict(compression_type=pack, buffer_size=buffer, header=header, field_delim=delim, use_quote_delim=quotes, na_value=na,
             select_cols=cols)
    if leave is not None:
        a["exclude_cols"] = leave

    def build(n):
        d = [hide(tf.constant(x, t)) for t, x in defaults]
        b = {k: hide(tf.constant(x, tf.int64)) if k.endswith("_cols") else x for k, x in a.items()}
        return scalars(getattr(R, op)(filenames=n, record_defaults=d, output_shapes=[[]] * len(d), **b), *T(d))
    return build


need = lambda t: (t, [])
two = [need(S), (tf.int32, [7])]
for body in (b"a,1\nb,2\n", b"a,1\r\nb,\r\n,3", b"a,1\rb,2", b'"q,x",1\n"a""b",2\n"l\nm",3', b'"a"x,1\nb,2\n', b'a"b,1\nc,2', b'"open,1\n', b"a\nb,2\n",
             b"a,1,2\nb,2\n", b",1\n", b"a,x\nb,2", b"a,1\n\nb,2", b"", b"\n", b"a, 5 \n", b"a,99999999999\n", b'"",1\n', b'"a",1', b'"a"\r\n"b","2"\r\n', b'a,"1"',
             b'"a"",1\nb,2'):
    case("CSVDataset", [body], csv(two), repeat=4)
    case("CSVDatasetV2", [body], csv(two, quotes=False, leave=[]), repeat=4)
case("CSVDataset", [b"n,v\na,1\n", b"n,v\nb,2\n"], csv(two, header=True), repeat=3)
case("CSVDataset", [b'"n\nv",v\na,1\n'], csv(two, header=True), repeat=2)
case("CSVDataset", [b"", b"n,v\nb,2\n"], csv(two, header=True), repeat=2)
case("CSVDataset", [b'"n,v\nb,2\n'], csv(two, header=True), repeat=2)
case("CSVDataset", [b'n"x,v\nb,2\n'], csv(two, header=True), repeat=2)
case("CSVDataset", [b"a;1\n"], csv(two, delim=";"), repeat=2)
case("CSVDataset", [b"a,NA\nNA,2\n"], csv(two, na="NA"), repeat=2)
case("CSVDataset", [b"x,a,y,1,z\nx,b\n"], csv(two, cols=[1, 3]), repeat=2)
case("CSVDataset", [b"a,1,2\n"], csv(two, cols=[0]))
case("CSVDataset", [b"a,1,2\n"], csv(two, cols=[1, 0]))
case("CSVDataset", [b"a,1,2\n"], csv(two, cols=[-1, 0]))
case("CSVDataset", [b"a,1,2\n"], csv(two, cols=[0, 5]), repeat=2)
case("CSVDatasetV2", [b"x,a,1\n"], csv(two, leave=[0]), repeat=2)
case("CSVDatasetV2", [b"a,q,1\nb,q,2,r\n"], csv(two, leave=[1]), repeat=2)
case("CSVDatasetV2", [b"a,q,1\n"], csv(two, leave=[1, 1]), repeat=2)
case("CSVDatasetV2", [b"a,q,1\n"], csv(two, leave=[-2, 1]), repeat=2)
case("CSVDatasetV2", [b"a,q,1\n"], csv(two, cols=[0, 2], leave=[1]), repeat=2)
case("CSVDatasetV2", [b"a,q,1\n"], csv(two, leave=[[1]]), repeat=2)
case("CSVDataset", [b"a,q,1\n"], csv(two, cols=[[1]]), repeat=2)
case("CSVDataset", [b"1,2,3.5,-1e300,x\n,,,,\n"], csv([(tf.int32, [1]), (tf.int64, [2]), (tf.float32, [0.5]), (tf.float64, 1.5), (S, ["d"])]), repeat=3)
case("CSVDataset", [b"nan,inf\n-inf,1e999\nx,1\n"], csv([(tf.float32, [1]), (tf.float64, [1])]), repeat=3)
case("CSVDataset", [b"1\n"], csv([(tf.int32, [1, 2])]))
case("CSVDataset", [b"1\n"], csv([(tf.int32, [[1]])]))
for k in (dict(buffer=0), dict(delim=",,"), dict(delim=""), dict(pack="X"), dict(buffer=2), dict(buffer=1)):
    case("CSVDataset", [b'a,1\r\n"bcd",2\n'], csv(two, **k), repeat=3)
case("CSVDataset", [gzip.compress(b"a,1\nb,2", mtime=0)], csv(two, pack="GZIP"), repeat=3)
case("CSVDataset", [zlib.compress(b"a,1\nb,2")], csv(two, pack="ZLIB"), repeat=3)
case("CSVDataset", [b"a,1\nb,2"], csv(two, pack="ZLIB"), repeat=3)
case("CSVDataset", [b"a,1"], csv(two), names=lambda p: tf.constant(["/nonexistent/smtui"]))
case("CSVDataset", [b"a,1"], csv(two), names=lambda p: tf.constant([p]))
f.graph("ExperimentalCSVDataset", lambda n: single(csv(two, op="ExperimentalCSVDataset")(n)), [s(b"/nonexistent/smtui")])
f.write()
