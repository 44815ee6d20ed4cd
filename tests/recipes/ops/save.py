"""Checkpoints written and read, old form and new. Writes tests/ops/cases/save.zip.gz.

The cases write to /tmp/smtui-op-cases-save, here and where they are run."""
import shutil
from cases import *

f = Family("save")
R = tf.raw_ops
D = b"/tmp/smtui-op-cases-save/"
shutil.rmtree(D.decode(), ignore_errors=True)
os.makedirs(D)
count = 0
CHAR = [f32([[1, -2, np.nan], [np.inf, 0.5, -0.0]]), text([b"", b"a\0b", b"\xff" * 300]), i64(-5), f64([]),
        np.array([True, False]), np.array([[1, 200]], np.uint8), np.array([-3, 4], np.int8),
        np.array([-300, 4], np.int16), np.array([65535], np.uint16), np.array([1 + 2j, -1j], np.complex64),
        np.array([1 + 2j], np.complex128), np.array([1.5, -2], np.float16), i32([2 ** 31 - 1, -2 ** 31])]
NEW = [as_type([1.5, -2, 3], tf.bfloat16), np.array([2 ** 32 - 1], np.uint32), np.array([2 ** 64 - 1], np.uint64),
       as_type([1, -2], tf.qint8), as_type([7], tf.quint8), as_type([[-9]], tf.qint32), as_type([1, 2], tf.quint16), as_type([-1], tf.qint16)]
OLD = [as_type([1, -2], tf.qint8), as_type([7], tf.quint8), as_type([[-9]], tf.qint32)]


def fresh():
    global count
    count += 1
    return D + b"%03d" % count


def after(op, x):
    with tf.control_dependencies([op]):
        return tf.identity(x)


def unknown(x):
    """A constant that shape inference does not look into."""
    return v1.placeholder_with_default(np.asarray(x, object), None)


def v2(values, names, slices, read=None, prefix=None, want=None):
    """Saves values; restores the names and slices of `read`."""
    path = fresh() if prefix is None else prefix
    rn, rs = read or (names, slices)

    def build(p, n, s, v, n2, s2):
        save = R.SaveV2(prefix=p, tensor_names=n, shape_and_slices=s, tensors=v)
        types = want or [x.dtype for x in v]
        return R.RestoreV2(prefix=after(save, p), tensor_names=n2, shape_and_slices=s2, dtypes=types)
    f.graph("SaveV2", build, [np.array(path, object), text(names), text(slices), list(values), text(rn), text(rs)])


names = lambda n: [b"k%02d" % i for i in range(n)][::-1]
v2(CHAR + NEW, names(len(CHAR + NEW)), [b""] * len(CHAR + NEW))
v2([f32(1, 2)] * 40, [b"layer/%d/kernel" % i for i in range(40)], [b""] * 40)
v2([f32(1, 2), f32(3, 4), i32(7)], [b"x", b"x", b"y"], [b"4 0,2", b"4 2,2", b""], ([b"x", b"y", b"x"], [b"", b"", b"4 1,2"]),
   want=[tf.float32, tf.int32, tf.float32])
v2([f32([[1, 2]]), f32([[3, 4]])], [b"x", b"x"], [b"2 2 0,1:-", b"2 2 1,1:-"], ([b"x", b"x"], [b"", b"2 2 -:1,1"]))
v2([f32([[1, 2, 3], [4, 5, 6]])], [b"x"], [b"2 3 -:-"])
v2([f32([1, 2])], [b"x"], [b"2 0,2"], ([b"x"], [b""]))
v2([f32([1, 2])], [b"x\0y\xff"], [b"3 0,2"], ([b"x\0y\xff"], [b"3 0,2"]))
v2([f32([1, 2])], [b"x"], [b""], prefix=D + b"new/a")
v2([f32([1, 2])], [b"x"], [b""], prefix=D + b"no/new/a")
v2([f32([1, 2]), f32([1, 2])], [b"x", b"x"], [b"", b""])
v2([f32([1, 2])], [b"x", b"y"], [b"", b""])
v2([f32([1, 2])], [b"x"], [b"", b""])
v2([f32([1, 2])], [b"x"], [[b""]])
v2([f32([1, 2])], [b"x"], [b""], prefix=[D + b"a", b"b"])
for s in (b"4 0,3", b"4 3,2", b"4", b"a 0,2", b"4 0", b"4 0,0", b"2 2 0,2"):
    v2([f32([1, 2])], [b"x"], [s])
v2([f32([1, 2])], [b"x"], [b""], ([b"q"], [b""]))


def merge(parts, read, dest=None, prefixes=None, types=None, **attrs):
    where = fresh()

    def build(p, d, n, s, *v):
        saves = []
        for i, (nn, ss, vv) in enumerate(parts):
            saves.append(R.SaveV2(prefix=where + b"/p%d" % i if i else where + b"p/q", tensor_names=nn, shape_and_slices=ss,
                                  tensors=[tf.constant(x) for x in vv]))
        with tf.control_dependencies(saves):
            m = R.MergeV2Checkpoints(checkpoint_prefixes=tf.identity(p), destination_prefix=tf.identity(d), **attrs)
        return R.RestoreV2(prefix=after(m, d), tensor_names=n, shape_and_slices=s, dtypes=types or [tf.float32] * len(read))
    if prefixes is None:
        prefixes = [where + b"/p%d" % i if i else where + b"p/q" for i in range(len(parts))]
    f.graph("MergeV2Checkpoints", build, [text(prefixes), np.array(dest or where + b"/m", object), text(read), text([b""] * len(read))])


A = ([b"x"], [b"4 0,2"], [f32(1, 2)])
B = ([b"x", b"y"], [b"4 2,2", b""], [f32(3, 4), f32(7)])
merge([A, B], [b"x", b"y"])
merge([A], [b"x"], allow_missing_files=True, prefixes=[D + b"none"])
merge([B], [b"y"], delete_old_dirs=False)
merge([B[:1] + ([b""] * 2,) + B[2:]] * 2, [b"y"])
merge([A], [b"x"], prefixes=[D + b"none"])
merge([A], [b"x"], prefixes=[])
merge([A], [b"x"], prefixes=b"x")
merge([A], [b"x"], dest=[b"x"])


def v1f(values, names, read, want, slices=None, rs=None, path=None, pattern=None, reader=None):
    path = fresh() if path is None else path

    def build(p, q, n, s, v):
        save = (R.Save(filename=p, tensor_names=n, data=v) if slices is None else
                R.SaveSlices(filename=p, tensor_names=n, shapes_and_slices=s, data=v))
        q = after(save, q)
        if reader == "v2":
            return R.RestoreV2(prefix=q, tensor_names=text(read).tolist(), shape_and_slices=[b""] * len(read), dtypes=want)
        out = []
        for i, (name, t) in enumerate(zip(read, want)):
            if rs is None:
                out.append(R.Restore(file_pattern=q, tensor_name=unknown(name), dt=t))
            else:
                out.append(R.RestoreSlice(file_pattern=q, tensor_name=unknown(name), shape_and_slice=unknown(rs[i]), dt=t))
        return out
    f.graph("Save" if slices is None else "SaveSlices", build,
            [np.array(path, object), np.array(path if pattern is None else pattern, object), text(names), text(slices or []), list(values)])


V = [f32(1, 2), text([b"a", b"bc"])]
ALL = CHAR + OLD
v1f(ALL, names(len(ALL)), names(len(ALL)), [typed(x).dtype for x in ALL])
v1f(ALL, names(len(ALL)), names(len(ALL)), [typed(x).dtype for x in ALL], reader="v2")
v1f(V, [b"x", b"y"], [b"x", b"y"], [tf.float32, tf.string], pattern=D + b"0[0-9]?x*", path=D + b"099xyz")
v1f([f32(1, 2), f32(3, 4), i32(1)], [b"x", b"x", b"y"], [b"x", b"x", b"y"], [tf.float32, tf.float32, tf.int32],
    slices=[b"4 0,2", b"4 2,2", b""], rs=[b"", b"4 1,2", b""])
v1f([f32([[1, 2]]), f32([[3, 4]])], [b"x", b"x"], [b"x", b"x"], [tf.float32] * 2, slices=[b"2 2 0,1:-", b"2 2 1,1:-"],
    rs=[b"2 2 -:1,1", b"2 2 1,1:-"])
v1f([f32(1, 2)], [b"x"], [b"x"], [tf.float32], slices=[b"4 0,2"], rs=[b"4 0,1"])
v1f([f32(1, 2)], [b"x"], [b"x"], [tf.float32], slices=[b"4 0,2"], rs=[b"4 1,2"])
v1f([f32(1, 2)], [b"x"], [b"x"], [tf.float32], slices=[b"4 0,2"], rs=[b"5 1,2"])
v1f([f32(1, 2)], [b"x"], [b"x"], [tf.float32], slices=[b"4 0,2"], rs=[b"5"])
v1f([f32(1, 2)], [b"x"], [b"x"], [tf.float32], slices=[b"4 0,3"], rs=[b""])
v1f([f32(1, 2)], [b"x"], [b"x"], [tf.float32], slices=[b"", b""], rs=[b""])
v1f([f32(1, 2), f32(3, 4)], [b"x", b"x"], [b"x"], [tf.float32], slices=[b"4 0,2", b"4 1,2"], rs=[b""])
v1f([f32(1, 2), f32(3, 4)], [b"x", b"x"], [b"x"], [tf.float32])
v1f([f32(1, 2), f32(3)], [b"x", b"x"], [b"x"], [tf.float32])
v1f([f32(1, 2), i32(3, 4)], [b"x", b"x"], [b"x"], [tf.float32])
v1f(V, [b"x"], [b"x"], [tf.float32])
v1f(V, [b"x", b"y"], [b"q"], [tf.float32])
v1f(V, [b"x", b"y"], [b"x"], [tf.int32])
v1f(V, [b"x", b"y"], [b"x", b"y"], [tf.float32, tf.int32], reader="v2")
v1f(V, [b"x", b"y"], [b"q", b"y"], [tf.float32, tf.int32], reader="v2")
v1f(V, [b"x", b"y"], [[b"y", b"x"]], [tf.string])
v1f(V, [b"x", b"y"], [np.array([], object)], [tf.string])
v1f(V, [b"x", b"y"], [b"x"], [tf.float32], path=[D + b"a", b"b"])
v1f(V, [b"x", b"y"], [b"x"], [tf.float32], pattern=[D + b"a", b"b"])
v1f(V, [b"x", b"y"], [b"x"], [tf.float32], pattern=D + b"none")
for contents in (b"", b"x" * 100):
    f.graph("Restore", lambda p, c: R.Restore(file_pattern=after(R.WriteFile(filename=p, contents=c), p), tensor_name="x", dt=tf.float32),
            [np.array(fresh(), object), np.array(contents, object)])
v1f([np.array([1], np.uint32)], [b"x"], [b"x"], [tf.uint32])
v1f([np.array([1], np.uint64)], [b"x"], [b"x"], [tf.uint64])
v1f([as_type([1], tf.bfloat16)], [b"x"], [b"x"], [tf.bfloat16])
f.write()
