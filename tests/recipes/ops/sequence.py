"""ParseSequenceExample and V2, as tf.io.parse_sequence_example makes them."""
from cases import *

f = Family("sequence")


def feature(v):
    t = tf.train
    if v is None:
        return t.Feature()
    if not v or isinstance(v[0], int):
        return t.Feature(int64_list=t.Int64List(value=v))
    if isinstance(v[0], float):
        return t.Feature(float_list=t.FloatList(value=v))
    return t.Feature(bytes_list=t.BytesList(value=v))


def seq(context={}, **lists):
    t = tf.train
    return t.SequenceExample(context=t.Features(feature={k: feature(v) for k, v in context.items()}),
                             feature_lists=t.FeatureLists(feature_list={
                                 k: t.FeatureList(feature=[feature(x) for x in v]) for k, v in lists.items()})).SerializeToString()


def case(data, context=None, sequence=None, names=None):
    def build(x, *n):
        x.set_shape(np.shape(data))
        fn = tf.io.parse_sequence_example if np.ndim(data) else tf.io.parse_single_sequence_example
        kw = {"example_names" if np.ndim(data) else "example_name": n[0]} if n else {}
        out = fn(x, context, sequence, **kw)
        return [t for t in tf.nest.flatten(out, expand_composites=True) if t is not None]
    f.graph("ParseSequenceExampleV2" if np.ndim(data) else "ParseSingleSequenceExample", build,
            [text(data)] + ([text(names)] if names is not None else []))


F, I, S = tf.float32, tf.int64, tf.string
IO = tf.io
a = seq({"n": [3], "s": [b"x", b"yy"]}, w=[[1, 2], [3, 4]], t=[[b"a"], [b"b", b"c"], None], v=[[0.5], [1.5], [2.5]])
b = seq({"n": [4]}, w=[[5, 6]], t=[], v=[[9.0]])
c = seq({"s": [b"z"], "n": [7]})
L = {"w": IO.FixedLenSequenceFeature([2], I, allow_missing=True), "v": IO.FixedLenSequenceFeature([], F, allow_missing=True)}
case([a, b, c], {"n": IO.FixedLenFeature([], I), "s": IO.VarLenFeature(S)}, L)
case([a, b, c], {"n": IO.FixedLenFeature([1], I, [8]), "q": IO.FixedLenFeature([2], F, [1., 2.])}, {"t": IO.VarLenFeature(S), "w": IO.VarLenFeature(I)})
case([a, b, c], {"s": IO.RaggedFeature(S)}, {"t": IO.RaggedFeature(S), "w": IO.RaggedFeature(I, row_splits_dtype=tf.int64)})
case([a, b], None, {"w": IO.FixedLenSequenceFeature([2], I)})
case([], {"n": IO.FixedLenFeature([], I, 0), "s": IO.VarLenFeature(S)}, {"t": IO.VarLenFeature(S), **L})
case([a], {"s": IO.RaggedFeature(S)}, {"t": IO.RaggedFeature(S)})
case([a, b, c], None, {"w": IO.FixedLenSequenceFeature([2], I)})
case([a, b, c], None, {"w": IO.FixedLenSequenceFeature([2], I)}, [b"one", b"two", b"three"])
case([a], {"n": IO.FixedLenFeature([], F)}, None)
case([a], {"n": IO.FixedLenFeature([2], I)}, None, [b"me"])
case([a], {"gone": IO.FixedLenFeature([], I)}, None)
case([a, b], {"s": IO.FixedLenFeature([2], S)}, None)
case([a], None, {"w": IO.FixedLenSequenceFeature([2], F)})
case([a], None, {"w": IO.FixedLenSequenceFeature([3], I)})
case([a], None, {"t": IO.FixedLenSequenceFeature([], S)})
case([a], None, {"w": IO.VarLenFeature(S)}, [b"me"])
case([b"junk"], None, {"w": IO.VarLenFeature(S)})
case([a[:-3]], None, {"w": IO.VarLenFeature(I)}, [b"me"])


def v1_op(data, names=np.zeros((0,), object), dense=i64(5)):
    f.op("ParseSequenceExample", [text(data), names, [dense]], feature_list_dense_missing_assumed_empty=["w"], context_sparse_keys=["s"],
         context_dense_keys=["n"], feature_list_sparse_keys=["t"], feature_list_dense_keys=["w"], Ncontext_sparse=1, Ncontext_dense=1,
         Nfeature_list_sparse=1, Nfeature_list_dense=1, context_sparse_types=[S], feature_list_dense_types=[I], context_dense_shapes=[[]],
         feature_list_sparse_types=[S], feature_list_dense_shapes=[[2]])


v1_op([a, b, c])
v1_op(a)
v1_op([])
v1_op([a, seq({"n": [1]}, w=[[1, 2, 3]])], text([b"p", b"q"]))
v1_op([a, b], text([b"p"]))
v1_op([[a]])
v1_op([a], dense=i64([5]))

# ---- the op for one example, which tf.io makes no more ----


def single(data, cs=(), cd=(), ls=(), ld=(), missing=(), name="me"):
    """cs, ls: (key, type); cd: (key, default, shape); ld: (key, type, shape)."""
    f.op("ParseSingleSequenceExample", [np.array(data, object), np.array(list(missing), object), [np.array(k, object) for k, *_ in cs],
         [np.array(k, object) for k, *_ in cd], [np.array(k, object) for k, *_ in ls], [np.array(k, object) for k, *_ in ld],
         [v for _, v, _ in cd], np.array(name, object)], context_sparse_types=[t for _, t in cs],
         context_dense_shapes=[s for _, _, s in cd], feature_list_dense_types=[t for _, t, _ in ld],
         feature_list_dense_shapes=[s for _, _, s in ld], feature_list_sparse_types=[t for _, t in ls])


for x in (a, b, c):
    single(x, cs=[("s", S), ("none", F)], cd=[("n", i64(-1), [])], ls=[("t", S), ("w", I)], ld=[("w", I, [2]), ("v", F, [])], missing=("w", "v"))
    single(x, cd=[("n", i64(-1), []), ("q", f32(1, 2), [2])])
    single(x, cs=[("n", I)])
    single(x, ls=[("v", F)])
single(a, ld=[("w", I, [2])])
single(a, ld=[("v", F, [])])
single("", cs=[("s", S)], cd=[("n", i64(5), [])], ls=[("t", S)])
single(a, cd=[("n", i64(1, 2), [])])
f.write()
