"""Sparse tensors put by and fetched, and compared: tests/ops/cases/sparse_more.*."""
from cases import *

f = Family("sparse_more")
r = f.rng
raw = tf.raw_ops
IX, SH = i64([[0, 1], [0, 3], [2, 0], [2, 4]]), i64(4, 5)
TYPES = (np.float32, np.float64, np.float16, np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64,
         np.bool_, np.complex64, np.complex128)


def values(t, n=4):
    return (r.standard_normal(n) * 9).astype(t) if t != np.bool_ else r.randint(0, 2, n).astype(bool)


for v in [values(t) for t in TYPES] + [text("a", "", "long\0er", "d"), as_type(values(np.float32), tf.bfloat16)]:
    f.op("SerializeSparse", [IX, v, SH])
    f.op("SerializeManySparse", [IX, v, SH])
    t = typed(v).dtype

    def there(ix, val, sh, t=t, many=False, out=tf.string):
        op = raw.SerializeManySparse if many else raw.SerializeSparse
        return list(raw.DeserializeSparse(serialized_sparse=op(sparse_indices=ix, sparse_values=val, sparse_shape=sh, out_type=out),
                                          dtype=t))
    for out in (tf.string, tf.variant):
        f.graph("DeserializeSparse", lambda a, b, c: there(a, b, c, out=out), [IX, v, SH])
        f.graph("DeserializeSparse_many", lambda a, b, c: there(a, b, c, many=True, out=out), [IX, v, SH])
    f.graph("DeserializeManySparse", lambda a, b, c: list(raw.DeserializeManySparse(
        serialized_sparse=raw.SerializeManySparse(sparse_indices=a, sparse_values=b, sparse_shape=c), dtype=t)), [IX, v, SH])
V = f32(1, 2, 3, 4)
bad = ([i64(1, 2), V, SH], [IX, f32([[1, 2, 3, 4]]), SH], [IX, V, i64([[4, 5]])], [IX, f32(1, 2), SH], [IX, V, i64(4, 5, 6)],
       [i64([[0], [1], [2], [3]]), V, i64([4])], [IX[::-1].copy(), V, SH], [IX, V, i64(1, 5)], [IX, V, i64(-4, 5)],
       [i64([[0, 1], [0, 1], [2, 0], [2, 4]]), V, SH])
ok = [[i64(np.zeros((0, 2))), f32(np.zeros(0)), SH], [i64(np.zeros((0, 2))), f32(np.zeros(0)), i64(0, 5)],
      [i64([[0, 1, 2], [1, 0, 0], [1, 2, 2], [3, 0, 1]]), V, i64(4, 3, 3)]]
for ins in list(bad) + ok:
    f.op("SerializeSparse", ins)
    f.op("SerializeManySparse", ins)
    f.graph("SerializeManySparse_variant", lambda a, b, c: there(a, b, c, t=tf.float32, many=True, out=tf.variant), ins)
    f.graph("AddSparse", lambda a, b, c: raw.AddSparseToTensorsMap(sparse_indices=a, sparse_values=b, sparse_shape=c, shared_name="m1"), ins)
    f.graph("AddManySparse", lambda a, b, c: raw.AddManySparseToTensorsMap(sparse_indices=a, sparse_values=b, sparse_shape=c, shared_name="m2"), ins)


def stack(*parts, dims=None, t=tf.float32, out=tf.string):
    def build(*p):
        rows = [raw.SerializeSparse(sparse_indices=p[3 * i], sparse_values=p[3 * i + 1], sparse_shape=p[3 * i + 2], out_type=out)
                for i in range(len(p) // 3)]
        s = tf.stack(rows)
        if dims:
            s = tf.reshape(s, dims + [3])
        return list(raw.DeserializeSparse(serialized_sparse=s, dtype=t))
    for o in (tf.string, tf.variant):
        out = o
        f.graph("DeserializeSparse_stack", build, sum(parts, []))


A, B = [IX, V, SH], [i64([[1, 1]]), f32(9), i64(2, 9)]
E = [i64(np.zeros((0, 2))), f32(np.zeros(0)), i64(1, 1)]
B[1] = f32([9])
stack(A, B)
stack(B, E, A)
stack(A, B, E, B, dims=[2, 2])
stack(A, B, E, B, A, A, dims=[3, 1, 2])
stack(A, [i64([[1]]), f32([3]), i64([4])])
stack(A, B, t=tf.int32)
for bad_row in (text("", "", ""), text("x", "y", "z")):
    f.op("DeserializeSparse", [bad_row], dtype=tf.float32)
f.op("DeserializeSparse", [text("a")], dtype=tf.float32)
f.op("DeserializeSparse", [np.array("a", object)], dtype=tf.float32)
f.op("DeserializeSparse", [np.zeros((0, 3), object)], dtype=tf.float32)
P = lambda a: tf.make_tensor_proto(a).SerializeToString()
for row in ((i64([1]), V, SH), (IX, f32([[1]]), SH), (IX, f32(1, 2), SH), (IX, V, i64(1, 2, 3)), (IX, V, i64([[4, 5]])), (IX, i32(1, 2, 3, 4), SH),
            (i64(np.zeros((0, 2))), f32(np.zeros(0)), SH)):
    f.op("DeserializeSparse", [text([P(x) for x in row])], dtype=tf.float32)
    f.op("DeserializeManySparse", [text([[P(x) for x in row]])], dtype=tf.float32)

N = [0]


def kept(handles, t=tf.float32, two=False):
    N[0] += 1
    name = f"kept{N[0]}"

    def build(*p):
        h1 = raw.AddManySparseToTensorsMap(sparse_indices=p[0], sparse_values=p[1], sparse_shape=p[2], shared_name=name)
        with tf.control_dependencies([h1]):
            h2 = raw.AddSparseToTensorsMap(sparse_indices=p[3], sparse_values=p[4], sparse_shape=p[5], shared_name=name)
        with tf.control_dependencies([h2]):
            out = list(raw.TakeManySparseFromTensorsMap(sparse_handles=p[6], dtype=t, shared_name=name))
        if two:
            with tf.control_dependencies(out):
                out += list(raw.TakeManySparseFromTensorsMap(sparse_handles=p[6], dtype=t, shared_name=name))
        return [h1, h2] + out
    f.graph("TakeManySparse", build, [IX, V, SH, i64([[1], [3]]), f32(7, 8), i64([9]), handles])


for h in (i64(0, 1), i64(4), i64([4]), i64(2, 4, 3), i64(1, 1), i64(7, 0), i64([-1]), i64(np.zeros(0))):
    kept(h)
kept(i64(0, 1), t=tf.int32)
kept(i64(0, 1), two=True)
f.graph("TakeManySparse_mixed", lambda a, b, c, d, e, g: list(raw.TakeManySparseFromTensorsMap(sparse_handles=tf.stack([
    raw.AddSparseToTensorsMap(sparse_indices=a, sparse_values=b, sparse_shape=c, shared_name="mixed"),
    raw.AddSparseToTensorsMap(sparse_indices=d, sparse_values=e, sparse_shape=g, shared_name="mixed")]), dtype=tf.float32,
    shared_name="mixed")), [IX, V, SH, i64([[1], [3]]), f32(7, 8), i64([9])])

# ---- EditDistance ----


def seq(rows, dtype=np.int32, width=None):
    ix = [[i, j] for i, x in enumerate(rows) for j in range(len(x))]
    flat = [y for x in rows for y in x]
    v = text(flat) if dtype is object else np.array(flat, dtype)
    return [np.array(ix, np.int64).reshape(-1, 2), v, i64(len(rows), width or max(1, max(len(x) for x in rows)))]


H, T = [[1, 2, 3], [], [4, 5], [1], []], [[1, 3], [1, 2], [], [1], []]
for t in TYPES + (object,):
    conv = (lambda rows: [[str(y) for y in x] for x in rows]) if t is object else (lambda rows: rows)
    for norm in (True, False):
        f.op("EditDistance", seq(conv(H), t) + seq(conv(T), t), normalize=norm)
for _ in range(6):
    h = [list(r.randint(0, 3, r.randint(0, 9))) for _ in range(5)]
    t = [list(r.randint(0, 3, r.randint(0, 9))) for _ in range(7)]
    for norm in (True, False):
        f.op("EditDistance", seq(h) + seq(t), normalize=norm)
        f.op("EditDistance", seq(t) + seq(h), normalize=norm)
f.op("EditDistance", seq([[np.nan, 0.0]], np.float32) + seq([[np.nan, -0.0]], np.float32), normalize=False)
deep = [i64([[0, 0, 0], [0, 0, 1], [1, 1, 0]]), i32(1, 2, 3), i64(2, 2, 2)]
f.op("EditDistance", deep + [i64([[0, 0, 0], [0, 1, 1], [1, 1, 0]]), i32(1, 2, 4), i64(2, 3, 2)])
h, t = seq(H), seq(T)
for ins in (h[:1] + [i32([[1]])] + h[2:] + t, [i64(1)] + h[1:] + t, h + t[:2] + [i64([[5, 2]])], h + [i64([[0, 1, 2]])] + t[1:],
            h[:2] + [i64(5, 3, 2)] + t, h + t[:2] + [i64([5])], deep + t, h + [t[0], t[1][:2], t[2]], h[:2] + [i64(-5, 3)] + t,
            h[:2] + [i64(2, 3)] + t[:2] + [i64(2, 2)]):
    f.op("EditDistance", ins)
f.write()
