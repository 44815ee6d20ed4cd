"""tf.data: elements that are parsed tf.Examples, batches as sparse tensors, generators, iterators put away and taken
up again. Writes tests/ops/cases/dataset_left.npz."""
from pipelines import *
import pipelines

f = Family("dataset_left")
S, F, I, V = tf.string, tf.float32, tf.int64, tf.variant


def ints(*a):
    return tf.train.Feature(int64_list=tf.train.Int64List(value=a))


def floats(*a):
    return tf.train.Feature(float_list=tf.train.FloatList(value=a))


def texts(*a):
    return tf.train.Feature(bytes_list=tf.train.BytesList(value=a))


def example(**k):
    return tf.train.Example(features=tf.train.Features(feature=k)).SerializeToString(deterministic=True)


def case(op, build, inputs=(), repeat=1, **k):
    f.graph(op, lambda *p: build(*p), list(inputs), repeat=repeat)


def count_of(op, build, inputs=()):
    f.graph(op, lambda *p: R.DatasetCardinality(input_dataset=build(*p).h), list(inputs))


def sparse_of(v, t):
    return list(R.DeserializeSparse(serialized_sparse=v, dtype=t))


# ---- parsed examples ----

A = example(a=ints(1, 2), b=floats(1.5), c=texts(b"x", b""))
B = example(a=ints(7), b=floats(2.5), c=texts(b"yy"))
C = example(b=floats(3.5))
NO = {F: np.zeros((0,), np.float32), I: np.zeros((0,), np.int64), S: np.zeros((0,), object)}


def parse(data, sparse=(), dense=(), ragged=(), op="ParseExampleDataset", calls=1, types=None, shapes=None, how="rows", n=2, **k):
    """Keys: (key, type); dense: (key, type, shape, default). A step's outputs, sparse and ragged ones taken apart."""
    def build(x, *defaults):
        src = slices(x) if how == "rows" else tensors(x)
        if how == "batch":
            src = D(R.BatchDatasetV2(input_dataset=slices(x).h, batch_size=v(n), drop_remainder=False, **src.k()), [S])
        kinds = sorted([(q[0], "s", q[1]) for q in sparse] + [(q[0], "d", q[1]) for q in dense] + [(q[0], "r", q[1], q[2]) for q in ragged])
        t = types or [q[2] if q[1] == "d" else V for q in kinds]
        more = {} if op[0] == "E" else dict(ragged_keys=[q[0] for q in ragged], ragged_value_types=[q[1] for q in ragged],
                                            ragged_split_types=[q[2] for q in ragged])
        h = getattr(R, op)(input_dataset=src.h, num_parallel_calls=v(calls), dense_defaults=list(defaults),
                           sparse_keys=[q[0] for q in sparse], dense_keys=[q[0] for q in dense], sparse_types=[q[1] for q in sparse],
                           dense_shapes=[q[2] for q in dense], output_types=t, output_shapes=shapes or [None] * len(t), **more, **k)
        outs, init = iterate(D(h, t))
        flat = []
        for q, o in zip(kinds, outs):
            if q[1] == "s":
                flat += sparse_of(o, q[2])
            elif q[1] == "r":
                r = R.RaggedTensorFromVariant(encoded_ragged=o, input_ragged_rank=1, output_ragged_rank=1, Tvalues=q[2], Tsplits=q[3])
                flat += list(r.output_nested_splits) + [r.output_dense_values]
            else:
                flat.append(o)
        return flat, init
    f.graph(op, build, [text(data)] + [NO[q[1]] if q[3] is None else q[3] for q in dense], repeat=3 if how == "batch" else 2)


three = [A, B, C]
b = ("b", F, [1], None)
for op in ("ParseExampleDataset", "ParseExampleDatasetV2", "ExperimentalParseExampleDataset"):
    parse(three, [("a", I), ("c", S)], [b], op=op, how="batch")
parse(three, [("c", S), ("a", I)], [b, ("zz", F, [], f32(9))], [("rag", I, tf.int32)], how="batch", n=3)
parse(three, [], [b], [("c", S, I), ("a", I, tf.int32)], op="ParseExampleDatasetV2", how="batch", deterministic="true")
parse(three, [], [("a", I, [None], i64(-1)), b], how="batch", n=3)
parse(three, [], [b], how="whole")
parse(three, [("q", F)], [], how="batch", calls=-1)
parse([A, B], [], [("a", I, [2], None)], how="batch")
parse([A, B], [], [("a", F, [2], None)], how="batch")
parse([b"zz", A], [("a", I)], how="batch", n=1)
parse([A, C, B], [], [("c", S, [1], None)], how="batch", n=1)
parse([A], [("a", I)], [b], calls=0, how="batch")
parse([A], [("b", F)], [b], how="batch")
parse([A], [("a", I), ("a", I)], how="batch", types=[V, V])
parse([A], [], [("b", F, [1], f32(1, 2))], how="batch")
parse([A], [], [("a", I, [None], i64(1, 2))], how="batch")
parse([A], [], [("b", F, [None, None], f32(1))], how="batch")
parse([A], [], [b], how="batch", types=[I])
parse([A], [], [b], how="batch", shapes=[[3, 3]])
parse([A], [("a", I)], how="batch", shapes=[[2]])
parse([A], [], [], [("a", I, I)], how="batch", shapes=[[2]])
parse([], [("a", I)], [b], how="whole")

# ---- sparse batches ----


def sparse_batch(x, size=2, row=(-1,), op="DenseToSparseBatchDataset", src=None, take=None, shape=None):
    def build(a, n, r):
        d = (src or slices)(a)
        h = getattr(R, op)(input_dataset=d.h, batch_size=n, row_shape=r, output_types=[V], output_shapes=[None])
        out, init = iterate(D(h, [V], [shape]))
        return sparse_of(out[0], take or a.dtype), init
    f.graph(op, build, [x, i64(size), i64(row)], repeat=3)


x = f.numbers((3, 2))
for op in ("DenseToSparseBatchDataset", "ExperimentalDenseToSparseBatchDataset"):
    sparse_batch(x, op=op)
sparse_batch(text([b"a", b"b", b"c"]), row=np.zeros((0,)))
sparse_batch(f.numbers((3, 2, 3)), row=(-1, 4))
sparse_batch(i32(np.arange(6).reshape(3, 2)), row=(3,))
sparse_batch(f32(np.zeros((2, 0))), row=(-1,))
sparse_batch(np.array([[True, False], [False, True]]), size=5)
sparse_batch(as_type([[1, 2]], tf.qint8))
sparse_batch(as_type([[1, 2]], tf.qint16), take=tf.int32)
sparse_batch(x, row=(1,))
sparse_batch(x, row=(-1, -1))
sparse_batch(x, row=(-2,))
sparse_batch(x, row=3)
sparse_batch(x, size=0)
sparse_batch(x, size=(1, 2))
sparse_batch(x, shape=[3])
sparse_batch(x, src=lambda a: tensors(a, a))
f.graph("DenseToSparseBatchDataset", lambda a: R.DatasetCardinality(input_dataset=R.DenseToSparseBatchDataset(
    input_dataset=slices(a).h, batch_size=v(2), row_shape=[-1], output_types=[V], output_shapes=[None])), [x])

# ---- generators ----


def generator(init, step, last, t=I, repeat=4, over=None, init_args=(), step_args=()):
    def build(*a):
        d = D(R.GeneratorDataset(init_func_other_args=list(init_args), next_func_other_args=list(a[:1]) if step_args else [],
                                 finalize_func_other_args=[], init_func=init, next_func=step, finalize_func=last,
                                 output_types=[t], output_shapes=[None]), [t])
        return iterate(over(d) if over else d)
    f.graph("GeneratorDataset", build, list(step_args), repeat=repeat)


def counter(limit, name):
    """A variable counts; OUT_OF_RANGE behind the limit."""
    def step(state):
        n = R.AssignAddVariableOp
        h = R.VarHandleOp(dtype=tf.int64, shape=[], shared_name=name)
        with tf.control_dependencies([R.AssignAddVariableOp(resource=h, value=v(1))]):
            x = R.ReadVariableOp(resource=h, dtype=tf.int64)
        with tf.control_dependencies([x]):
            # a slice that is out of range: OUT_OF_RANGE comes of a dataset at its end
            d = R.RangeDataset(start=x, stop=v(limit), step=v(1), output_types=[tf.int64], output_shapes=[[]])
            it = R.IteratorV2(shared_name=name + "it", container="", output_types=[tf.int64], output_shapes=[[]])
            with tf.control_dependencies([R.MakeIterator(dataset=d, iterator=it)]):
                got = R.IteratorGetNext(iterator=it, output_types=[tf.int64], output_shapes=[[]])[0]
        return got * 10 + state
    return step


def begun(name, value):
    def init():
        h = R.VarHandleOp(dtype=tf.int64, shape=[], shared_name=name)
        with tf.control_dependencies([R.AssignVariableOp(resource=h, value=v(0))]):
            return tf.constant(value, tf.int64)
    return init


def put_away(name, fails=False):
    def last(state):
        h = R.VarHandleOp(dtype=tf.int64, shape=[], shared_name=name)
        with tf.control_dependencies([R.AssignAddVariableOp(resource=h, value=v(100))]):
            return R.CheckNumerics(tensor=tf.constant(np.nan), message="put away") if fails else state
    return last


def of(name, limit=3, fails=False, **k):
    generator(fn(begun(name, 5)), fn(counter(limit, name), tf.int64), fn(put_away(name, fails), tf.int64), **k)


of("g1")
of("g2", limit=1)
of("g3", over=lambda d: d.to("BatchDatasetV2", batch_size=v(2), drop_remainder=False))
of("g4", repeat=7, over=lambda d: d.to("RepeatDataset", count=v(2)))
of("g5", fails=True)
of("g6", t=F)
of("g7", over=lambda d: d.to("IgnoreErrorsDataset"))
generator(fn(lambda: tf.constant(1.)), fn(lambda s: R.CheckNumerics(tensor=s / 0., message="never"), F), fn(lambda s: s, F), t=F)
generator(fn(lambda: R.CheckNumerics(tensor=tf.constant(np.nan), message="at once")), fn(lambda s: s, F), fn(lambda s: s, F), t=F)
generator(fn(lambda: tf.constant(2.)), fn(lambda s, x: s * x, F, F), fn(lambda s: s, F), t=F, step_args=[f32(1, 2)])

# ---- iterators put away and taken up again ----


def resumed(d, pulls=2, n=2, other=None, same=False, begun=True, begun_too=True):
    """pulls elements of one iterator, then one more of another after the first one's place went through a variant."""
    def build(*p):
        q = [d(*p), (other or d)(*p)]
        its = [R.IteratorV2(shared_name=f"s{pipelines.count}{i}", container="", **x.k()) for i, x in enumerate(q)]
        pipelines.count += 1
        init = [R.MakeIterator(dataset=x.h, iterator=i) for x, i, yes in zip(q, its, (begun, begun_too)) if yes]
        got, last = [], []
        for _ in range(pulls):
            with tf.control_dependencies(last):
                got.append(R.IteratorGetNext(iterator=its[0], **q[0].k())[0])
            last = [got[-1]]
        with tf.control_dependencies(last):
            place = R.SerializeIterator(resource_handle=its[0])
        to = 0 if same else 1
        with tf.control_dependencies([R.DeserializeIterator(resource_handle=its[to], serialized=place)]):
            more = R.IteratorGetNext(iterator=its[to], **q[to].k())[0]
        return got + [more], init + [tf.no_op()]
    f.graph("SerializeIterator", build, [], repeat=n)


batches = lambda n: nums(n).to("BatchDatasetV2", batch_size=v(2), drop_remainder=False)
resumed(lambda: nums(6))
resumed(lambda: nums(4), n=3)
resumed(lambda: batches(9))
resumed(lambda: nums(3).to("RepeatDataset", count=v(-1)), n=3)
resumed(lambda: nums(4).to("SkipDataset", count=v(1)), same=True)
resumed(lambda: nums(6), begun_too=False)
resumed(lambda: nums(6), pulls=0, begun=False)
resumed(lambda: nums(6), pulls=0)
resumed(lambda: nums(4), pulls=4)
resumed(lambda: zipped(nums(5), slices(f.numbers((5, 2)))), same=True)
resumed(lambda: zipped(nums(5), nums(7)))
f.write()
