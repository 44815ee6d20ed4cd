"""Files, vocabulary files, checkpoints. Writes tests/ops/cases/file.zip.gz.

The cases write what they read to /tmp/smtui-op-cases, here and where they are run."""
import shutil
from cases import *

f = Family("file")
R = tf.raw_ops
D = "/tmp/smtui-op-cases"
shutil.rmtree(D, ignore_errors=True)
os.makedirs(D)
s = lambda b: np.array(b, object)

f.op("ReadFile", [s(b"/dev/null")])
f.op("ReadFile", [s(b"file:///dev/null")])
f.op("ReadFile", [text([b"/dev/null"])])
f.op("ReadFile", [s(b"/nonexistent/smtui")])
f.op("ReadFile", [s(b"/dev/null/x")])
f.op("ReadFile", [s(b"/")])
f.op("ReadFile", [s(b"")])
f.op("ReadFile", [s(b"foo://x/y")])


def write_read(name, contents):
    with tf.control_dependencies([R.WriteFile(filename=name, contents=contents)]):
        return [R.ReadFile(filename=tf.identity(name))]


f.graph("WriteFile", write_read, [s(b"%s/new/deep/a" % D.encode()), s(b"hi\0\xff\n")])
f.graph("WriteFile", write_read, [s(b"%s/new/deep/a" % D.encode()), s(b"")])
f.graph("WriteFile", write_read, [s(b"/dev/null"), s(b"gone")])
f.graph("WriteFile", write_read, [text([b"/dev/null"]), s(b"gone")])
f.graph("WriteFile", write_read, [s(b"/dev/null"), text([b"gone"])])
f.graph("WriteFile", write_read, [s(b"/"), s(b"x")])


def match(*patterns):
    def build(p):
        made = [R.WriteFile(filename=f"{D}/m/{n}", contents="") for n in ("a.txt", "b.txt", ".h", "c/d.txt", "c/e")]
        with tf.control_dependencies(made):
            return [R.MatchingFiles(pattern=tf.identity(p))]
    f.graph("MatchingFiles", build, list(patterns))


for p in ("*.txt", "*", "[ab].txt", "?.txt", "*/*.txt", "c/*", "a.txt", "none", "none*", "x/*", "{a,b}.txt", "[!a].txt", r"\a.txt", "*/"):
    match(s(f"{D}/m/{p}".encode()))
match(text(f"{D}/m/c/*".encode(), f"{D}/m/*.txt".encode(), b"/nonexistent/*"))
match(text([]))
match(text([[b"x"]]))
f.op("ShardedFilename", [s(b"x"), i32(2), i32(10)])
f.op("ShardedFilename", [s(b""), i32(-2), i32(1000000)])
f.op("ShardedFilename", [text([b"x"]), i32(2), i32(10)])
f.op("ShardedFilename", [s(b"x"), i32([2]), i32(10)])
f.op("ShardedFilename", [s(b"x"), i32(2), i32([10])])
f.op("ShardedFilespec", [s(b"x"), i32(10)])
f.op("ShardedFilespec", [s(b"x"), i32([10])])

# ---- vocabulary files
count = 0


def vocab(contents, query, key=tf.string, value=tf.int64, dflt=-1, twice=False, name=None, **attrs):
    global count
    count += 1
    path = name if name is not None else f"{D}/vocab{count}"
    label = f"vocab{count}"

    def build(contents_, query_):
        t = R.HashTableV2(key_dtype=key, value_dtype=value, shared_name=label)
        made = [R.WriteFile(filename=f"{D}/{label}", contents=contents_)]
        with tf.control_dependencies(made):
            init = R.InitializeTableFromTextFileV2(table_handle=t, filename=tf.identity(path), **attrs)
        if twice:
            with tf.control_dependencies([init]):
                init = R.InitializeTableFromTextFileV2(table_handle=t, filename=tf.identity(path), **attrs)
        d = tf.constant(dflt, value)
        return [R.LookupTableFindV2(table_handle=t, keys=query_, default_value=d),
                R.LookupTableSizeV2(table_handle=t)], [init]
    f.graph("InitializeTableFromTextFileV2", build, [s(contents), query])


W, L = -2, -1
words = text(b"the", b"cat", b"sat", b"\xff", b"none")
plain = b"the\ncat\r\nsat\n\xff"
for extra in ({}, dict(vocab_size=4), dict(vocab_size=3), dict(vocab_size=2), dict(offset=10), dict(twice=True)):
    vocab(plain, words, key_index=W, value_index=L, **extra)
vocab(plain + b"\n", words, key_index=W, value_index=L)
vocab(plain, words, key_index=W, value_index=L, vocab_size=9)
vocab(plain, i64([0, 3, 9]), tf.int64, tf.string, "unk", key_index=L, value_index=W)
cols = b"a\t1\t0.5\nb\t-2\t1e10\n"
q = text(b"a", b"b", b"c")
vocab(cols, q, key_index=0, value_index=1)
vocab(cols, q, value=tf.int32, key_index=0, value_index=1, offset=5)
vocab(cols, q, value=tf.float32, key_index=0, value_index=2)
vocab(cols, q, value=tf.float64, key_index=0, value_index=2)
vocab(cols, q, value=tf.string, dflt="-", key_index=0, value_index=2)
vocab(cols, i64([1, -2]), tf.int64, tf.string, "-", key_index=1, value_index=0)
vocab(cols.replace(b"\t", b","), q, key_index=0, value_index=1, delimiter=",")
vocab(b"1\n2\n", i64([1, 2]), tf.int64, tf.int64, key_index=W, value_index=L)
vocab(b"a b\nc\n", q, key_index=0, value_index=1, delimiter=" ")
vocab(cols, q, key_index=0, value_index=3)
vocab(cols, q, key_index=0, value_index=2)
vocab(cols, q, value=tf.int32, key_index=0, value_index=2)
vocab(cols, q, value=tf.float32, key_index=1, value_index=0)
vocab(cols, q, value=tf.float64, key_index=1, value_index=0)
vocab(b"a\t1\na\t1\n", q, key_index=0, value_index=1)
vocab(b"a\t1\na\t2\n", q, key_index=0, value_index=1)
vocab(b"a\n\nb\n", q, key_index=W, value_index=L)
vocab(b"a\n\r\nb\n", q, key_index=W, value_index=L)
vocab(b"", q, key_index=W, value_index=L)
vocab(b"", q, key_index=W, value_index=L, vocab_size=2)
vocab(b"a", q, key_index=W, value_index=L, name="/nonexistent/smtui")
vocab(b"a", q, key_index=W, value_index=L, name="")
vocab(b"a", q, key_index=L, value_index=L)
vocab(b"a", q, tf.string, tf.int32, key_index=W, value_index=L)
vocab(b"a", q, tf.string, tf.float32, key_index=L, value_index=W)
vocab(b"a", q, tf.string, tf.float32, key_index=W, value_index=W)
vocab(b"a", q, tf.string, tf.bool, False, key_index=0, value_index=0)
vocab(b"a", q, key_index=W, value_index=L, delimiter="ab")


def old(contents, query):
    t = R.HashTable(key_dtype=tf.string, value_dtype=tf.int64, shared_name="vocab_v1")
    with tf.control_dependencies([R.WriteFile(filename=f"{D}/v1", contents=contents)]):
        init = R.InitializeTableFromTextFile(table_handle=t, filename=tf.constant(f"{D}/v1"), key_index=W, value_index=L)
    return [R.LookupTableFind(table_handle=t, keys=query, default_value=tf.constant(-1, tf.int64))], [init]


f.graph("InitializeTableFromTextFile", old, [s(b"a\nb"), q])

# ---- checkpoints: made here, written again by the case that reads them


def checkpoint(tensors, slices=None):
    prefix = f"{D}/made"
    with tf.init_scope():
        R.SaveV2(prefix=prefix, tensor_names=list(tensors), shape_and_slices=slices or [""] * len(tensors),
                 tensors=[tf.constant(v.array, v.dtype) for v in map(typed, tensors.values())])
    return [s(open(prefix + end, "rb").read()) for end in (".index", ".data-00000-of-00001")]


def restore(files, names, slices, dtypes, prefix=None):
    global count
    count += 1
    at = f"{D}/ck{count}"

    def build(index, data, names_, slices_):
        made = [R.WriteFile(filename=at + ".index", contents=index),
                R.WriteFile(filename=at + ".data-00000-of-00001", contents=data)]
        with tf.control_dependencies(made):
            return R.RestoreV2(prefix=tf.constant(prefix or at), tensor_names=tf.identity(names_),
                               shape_and_slices=slices_, dtypes=dtypes)
    f.graph("RestoreV2", build, files + [names, slices])


values = {f"v{i:02}": x for i, x in enumerate(
    [np.arange(6).reshape(2, 3).astype(t) for t in (np.float32, np.float64, np.float16, np.int8, np.int16, np.int32,
                                                    np.int64, np.uint8, np.uint16, np.uint32, np.uint64, np.bool_,
                                                    np.complex64, np.complex128)] +
    [text([[b"a", b""], [b"\0\xff", b"x" * 300]]), np.array(b"one", object), f32(1.5), np.zeros((0, 3), np.float32),
     text([])])}
values["bf"] = as_type([1, 2.5], tf.bfloat16)
made = checkpoint(values)
names = sorted(values)
n = len(names)
types = [typed(values[k]).dtype for k in names]
restore(made, text(names), text([""] * n), types)
restore(made, text(names[::-1]), text([""] * n), types[::-1])
small = checkpoint({"b": f32([[1, 2], [3, 4]]), "s": text(b"x", b"yy", b"zzz")})
one = lambda name, spec, dtype=tf.float32, **kw: restore(small, text([name]), text([spec]), [dtype], **kw)
for spec in ("2 2 0,1:-", "2 2 -:1,1", "2 2 1,1:0,2", "2 2 -:-", "2 3 -:1,1", "2 2 0,3:-", "bad", "2 2 x", "2 2 1:-", "2 2 1,0:-",
             "2 2 -1,1:-", "2 2 1,x:-", "x 2 -:-", "4 0,2", "2 2 -", "2 2 -:-:-", "2 2 5,1:-"):
    one(b"b", spec.encode())
one(b"s", b"3 1,2", tf.string)
one(b"none", b"")
one(b"b", b"", tf.int32)
one(b"s", b"", tf.float32)
one(b"b", b"", prefix="/nonexistent/smtui")
restore(small, text([b"b", b"s"]), text([b"", b""]), [tf.int32, tf.int64])
restore(small, text([b"b", b"none"]), text([b"", b""]), [tf.float32, tf.int64])
restore(small, text([b"b"]), text([b"", b""]), [tf.float32])
restore(small, text([b"b", b"s"]), text([b"", b""]), [tf.float32])
restore(small, text([[b"b"]]), text([b""]), [tf.float32])
part = checkpoint({"b": f32([1, 2])}, ["4 1,2"])
for spec in (b"4 1,2", b"4 2,1"):
    restore(part, text([b"b"]), text([spec]), [tf.float32])
f.write()
