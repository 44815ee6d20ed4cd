"""tf.data: datasets, iterators, and the functions that they call."""
from pipelines import *
import pipelines

f = Family("dataset")
x = f.numbers((5, 2))


def case(op, build, inputs=(), repeat=1, **k):
    f.graph(op, lambda *p: iterate(build(*p), **k), list(inputs), repeat=repeat)


# Sources.
case("TensorDataset", lambda a: tensors(a, tf.constant("s")), [x])
case("TensorDataset", lambda a: tensors(a), [x], repeat=2)
for t in (tf.float32, tf.int32, tf.string, tf.bool, tf.bfloat16, tf.uint8, tf.complex64):
    a = text(b"a", b"", b"c") if t == tf.string else as_type([[1, 2], [0, 4], [5, 1]], t)
    case("TensorSliceDataset", lambda a: slices(a), [a], repeat=4)
case("TensorSliceDataset", lambda a: slices(a, tf.range(5)), [x], repeat=2)
case("TensorSliceDataset", lambda a: slices(a, tf.range(4)), [x])
case("TensorSliceDataset", lambda a: slices(a), [f32(3)])
case("TensorSliceDataset", lambda a: slices(a), [x[:0]])
for a, b, s in ((0, 3, 1), (3, 0, -2), (0, 0, 1), (5, 4, 1), (-3, 4, 3), (1, 2, 0)):
    case("RangeDataset", lambda a, b, s: rng(a, b, s), [i64(a), i64(b), i64(s)], repeat=4)
case("RangeDataset", lambda a: rng(v(0), a, v(1), tf.int32), [i64(2)])
case("RangeDataset", lambda a: rng(v(0), a, v(1), tf.float32), [i64(2)], repeat=2)
case("RangeDataset", lambda a: rng(v(0), a, v(1)), [i64([2])])

# Choosing, repeating, joining.
for n in (2, 0, -1, 9):
    case("TakeDataset", lambda n: nums(3).to("TakeDataset", count=n), [i64(n)], repeat=4)
    case("SkipDataset", lambda n: nums(3).to("SkipDataset", count=n), [i64(n)], repeat=4)
    case("RepeatDataset", lambda n: nums(2).to("RepeatDataset", count=n), [i64(n)], repeat=6)
case("TakeDataset", lambda n: nums(3).to("TakeDataset", count=n), [i64([1])])
case("RepeatDataset", lambda n: nums(0).to("RepeatDataset", count=n), [i64(-1)])
case("RepeatDataset", lambda n: nums(2).to("RepeatDataset", count=n).to("RepeatDataset", count=n), [i64(2)], repeat=9)
for n, i in ((2, 0), (2, 1), (3, 4), (0, 0), (2, -1)):
    case("ShardDataset", lambda n, i: nums(5).to("ShardDataset", num_shards=n, index=i), [i64(n), i64(i)], repeat=4)
case("ConcatenateDataset", lambda n: nums(2).to("ConcatenateDataset", another_dataset=rng(v(7), n, v(1)).h), [i64(9)], repeat=5)
case("ConcatenateDataset", lambda a: nums(2).to("ConcatenateDataset", another_dataset=slices(a).h), [x])


case("ZipDataset", lambda a: zipped(nums(3), slices(a, a)), [x], repeat=4)
case("PrefetchDataset", lambda n: nums(3).to("PrefetchDataset", buffer_size=n), [i64(2)], repeat=4)
case("PrefetchDataset", lambda n: nums(3).to("PrefetchDataset", buffer_size=n), [i64(-3)])
case("OptionsDataset", lambda n: nums(3).to("OptionsDataset", serialized_options=""), [i64(2)], repeat=2)
case("ModelDataset", lambda n: nums(3).to("ModelDataset"), [i64(2)], repeat=2)
case("FinalizeDataset", lambda n: nums(3).to("FinalizeDataset"), [i64(2)], repeat=2)
case("MaxIntraOpParallelismDataset", lambda n: nums(3).to("MaxIntraOpParallelismDataset", max_intra_op_parallelism=n), [i64(2)])
case("PrivateThreadPoolDataset", lambda n: nums(3).to("PrivateThreadPoolDataset", num_threads=n), [i64(2)])
case("ExperimentalMaxIntraOpParallelismDataset", lambda n: nums(3).to("ExperimentalMaxIntraOpParallelismDataset", max_intra_op_parallelism=n), [i64(2)])
case("ExperimentalPrivateThreadPoolDataset", lambda n: nums(3).to("ExperimentalPrivateThreadPoolDataset", num_threads=n), [i64(2)])
case("NonSerializableDataset", lambda n: nums(3).to("NonSerializableDataset"), [i64(2)])
case("ExperimentalNonSerializableDataset", lambda n: nums(3).to("ExperimentalNonSerializableDataset"), [i64(2)])
for n in (3, 2, 4, -1, -2):
    case("AssertCardinalityDataset", lambda n: nums(3).to("AssertCardinalityDataset", cardinality=n), [i64(n)], repeat=4)
case("CacheDataset", lambda n: nums(3).to("CacheDataset", filename="").to("RepeatDataset", count=n), [i64(2)], repeat=7)
case("CacheDataset", lambda n: nums(3).to("CacheDataset", filename="").to("TakeDataset", count=n).to("RepeatDataset", count=n), [i64(2)], repeat=5)

# Shuffles.
for size, seed in ((3, 1), (10, 7), (1, 3), (4, 123456789012)):
    case("ShuffleDataset", lambda b, s: nums(7).to("ShuffleDataset", buffer_size=b, seed=s, seed2=s + 1), [i64(size), i64(seed)], repeat=8)
    case("ShuffleDataset", lambda b, s: nums(7).to("ShuffleDataset", buffer_size=b, seed=s, seed2=v(9)).to("RepeatDataset", count=v(3)),
         [i64(size), i64(seed)], repeat=21)
case("ShuffleDataset", lambda b, s: nums(7).to("ShuffleDataset", buffer_size=b, seed=s, seed2=v(9), reshuffle_each_iteration=False)
     .to("RepeatDataset", count=v(2)), [i64(3), i64(5)], repeat=14)
case("ShuffleDataset", lambda b: nums(7).to("ShuffleDataset", buffer_size=b, seed=v(1), seed2=v(9)), [i64(0)])
case("ShuffleAndRepeatDataset", lambda b: nums(1).to("ShuffleAndRepeatDataset", buffer_size=b, seed=v(1), seed2=v(9), count=v(2)), [i64(1)], repeat=3)


def seeded(op, gen, **k):
    """A shuffle of the newer kinds, with the seed generator in the case's own graph."""
    def build(n):
        g = gen()
        g = g if isinstance(g, tf.Tensor) else g.handle
        return nums(7).to(op, buffer_size=v(3), seed_generator=g,
                          **{q: v(a) if type(a) is int else a for q, a in k.items()})
    return build


some = lambda: R.AnonymousSeedGenerator(seed=v(5), seed2=v(6), reshuffle=True)
same = lambda: R.AnonymousSeedGenerator(seed=v(5), seed2=v(6), reshuffle=False)
case("AnonymousSeedGenerator", seeded("ShuffleDatasetV3", some, seed=1, seed2=2), [i64(1)], repeat=7)
case("AnonymousSeedGenerator", seeded("ShuffleDatasetV3", same, seed=1, seed2=2), [i64(1)], repeat=7)
case("DummySeedGenerator", seeded("ShuffleDatasetV3", R.DummySeedGenerator, seed=1, seed2=2), [i64(1)], repeat=7)
case("DummySeedGenerator", seeded("ShuffleDatasetV3", R.DummySeedGenerator, seed=1, seed2=2, reshuffle_each_iteration=False), [i64(1)], repeat=7)
case("ShuffleAndRepeatDatasetV2", seeded("ShuffleAndRepeatDatasetV2", R.DummySeedGenerator, seed=1, seed2=2, count=1), [i64(1)], repeat=7)
for b in (True, False):
    f.graph("ShuffleDatasetV2", lambda n: single(seeded("ShuffleDatasetV2", lambda: R.AnonymousSeedGenerator(seed=v(5), seed2=v(6), reshuffle=b))(n)
                                                 .to("TakeDataset", count=n)), [i64(1)])
f.graph("CacheDatasetV2", lambda n: single(rng(v(0), n, v(1)).to("CacheDatasetV2", filename="", cache=R.DummyMemoryCache())), [i64(1)])
f.graph("CacheDatasetV2", lambda n: single(rng(v(0), n, v(1)).to("CacheDatasetV2", filename="", cache=R.AnonymousMemoryCache().handle)), [i64(1)])
case("CacheDatasetV2", lambda n: nums(3).to("CacheDatasetV2", filename="", cache=R.DummyMemoryCache()).to("RepeatDataset", count=n), [i64(2)], repeat=7)
case("OptimizeDataset", lambda n: nums(3).to("OptimizeDataset", optimizations=tf.constant([], tf.string)), [i64(2)], repeat=4)
case("OptimizeDatasetV2", lambda n: nums(3).to("OptimizeDatasetV2", optimizations_enabled=tf.constant([], tf.string),
     optimizations_disabled=tf.constant([], tf.string), optimizations_default=tf.constant([], tf.string)), [i64(2)], repeat=4)


# Batches.
for n, drop in ((2, False), (2, True), (5, False), (6, True), (0, False)):
    case("BatchDatasetV2", lambda n, d: zipped(slices(tf.constant(x)), nums(5)).to("BatchDatasetV2", batch_size=n, drop_remainder=d),
         [i64(n), np.bool_(drop)], repeat=4)
case("BatchDatasetV2", lambda n: slices(tf.constant(["a", "bc", ""])).to("BatchDatasetV2", batch_size=n, drop_remainder=False), [i64(2)], repeat=3)
# TensorFlow cannot write these three into a graph again, as it does for an iterator; without one they work.
for n in (5, 7, 3):
    f.graph("BatchDataset", lambda n: single(slices(tf.constant(x)).to("BatchDataset", batch_size=n)), [i64(n)])
f.graph("ExperimentalUnbatchDataset", lambda n: single(slices(tf.constant(x[:1, :1])).to("ExperimentalUnbatchDataset")), [i64(2)])
case("ParallelBatchDataset", lambda n: slices(tf.constant(x)).to("ParallelBatchDataset", batch_size=n, num_parallel_calls=v(2), drop_remainder=False),
     [i64(3)], repeat=3)
uneven = lambda: nums(4).to("MapDataset", f=fn(lambda i: tf.range(i), tf.int64), other_arguments=[])
turned = fn(lambda i: tf.reshape(tf.range(2), tf.stack([i + 1, 2 - i])), tf.int64)
case("BatchDatasetV2", lambda n: nums(2).to("MapDataset", [tf.int32], f=turned, other_arguments=[]).to("PrefetchDataset", buffer_size=v(1)).to("BatchDatasetV2", batch_size=n, drop_remainder=False), [i64(2)])
case("BatchDatasetV2", lambda n: uneven().to("PrefetchDataset", buffer_size=v(1)).to("BatchDatasetV2", batch_size=n, drop_remainder=False), [i64(2)])


def padded(d, n, shapes, values, drop=None):
    a = dict(input_dataset=d.h, batch_size=n, padded_shapes=shapes, padding_values=values, output_shapes=[None] * len(d.types))
    r = R.PaddedBatchDataset(**a) if drop is None else R.PaddedBatchDatasetV2(**a, drop_remainder=drop)
    return D(r, d.types)


for shape in ([-1], [5], [2], [-1, -1]):
    case("PaddedBatchDatasetV2", lambda n: padded(uneven(), n, [tf.constant(shape, tf.int64)], [v(7)], False), [i64(3)], repeat=3)
    f.graph("PaddedBatchDataset", lambda n: single(padded(uneven(), n, [tf.constant(shape, tf.int64)], [v(7)])), [i64(4)])
case("PaddedBatchDatasetV2", lambda n: padded(uneven(), n, [tf.constant([-1], tf.int64)], [v(7)], True), [i64(3)], repeat=2)
case("PaddedBatchDatasetV2", lambda n: padded(uneven(), n, [tf.constant([-1], tf.int64)], [tf.constant([7], tf.int64)], True), [i64(3)])
case("PaddedBatchDatasetV2", lambda n: padded(uneven(), n, [v(1)], [v(7)], True), [i64(3)])
two = lambda: slices(tf.constant(["ab", "c"])).to("MapDataset", f=fn(lambda s: tf.fill([2, 1], s), tf.string), other_arguments=[])
case("PaddedBatchDatasetV2", lambda n: padded(two(), n, [tf.constant([3, -1], tf.int64)], [tf.constant("-")], False), [i64(2)])
case("UnbatchDataset", lambda n: slices(tf.constant(x)).to("BatchDatasetV2", batch_size=n, drop_remainder=False).to("UnbatchDataset"), [i64(2)], repeat=6)
case("UnbatchDataset", lambda n: slices(tf.constant(x)).to("BatchDatasetV2", batch_size=n, drop_remainder=False).to("UnbatchDataset"), [i64(2)], repeat=6)
case("UnbatchDataset", lambda a: tensors(a, a[:2]).to("UnbatchDataset"), [x])
case("UnbatchDataset", lambda a: tensors(a[0, 0]).to("UnbatchDataset"), [x])


def windows(n, size, shift, stride, drop):
    d = nums(n)
    w = d.to("WindowDataset", [tf.variant], size=size, shift=shift, stride=stride, drop_remainder=drop)
    return w.to("FlatMapDataset", [tf.int64], other_arguments=[], f=fn(
        lambda h: R.BatchDataset(input_dataset=h, batch_size=v(9), output_types=[tf.int64], output_shapes=[None]), tf.variant))


for a in ((7, 3, 3, 1, False), (7, 3, 2, 2, False), (7, 3, 2, 2, True), (7, 2, 4, 1, False), (4, 3, 1, 1, True), (5, 2, 6, 1, False)):
    case("WindowDataset", lambda s, t, r: windows(a[0], s, t, r, a[4]), [i64(a[1]), i64(a[2]), i64(a[3])], repeat=6)
case("WindowDataset", lambda s: windows(5, s, v(1), v(1), False), [i64(0)])

# Functions.
add = fn(lambda i, c: i * 2 + c, tf.int64, tf.int64)
case("MapDataset", lambda c: nums(3).to("MapDataset", f=add, other_arguments=[c]), [i64(5)], repeat=4)
case("MapDataset", lambda c: nums(3).to("MapDataset", f=add, other_arguments=[c]).to("MapDataset", f=add, other_arguments=[c]), [i64(5)], repeat=3)
case("ParallelMapDataset", lambda c: nums(3).to("ParallelMapDataset", f=add, other_arguments=[c], num_parallel_calls=2), [i64(5)], repeat=4)
case("ParallelMapDatasetV2", lambda c: nums(3).to("ParallelMapDatasetV2", f=add, other_arguments=[c], num_parallel_calls=v(2)), [i64(5)], repeat=4)
case("MapDataset", lambda c: nums(3).to("MapDataset", [tf.int64, tf.float32], f=fn(lambda i: (i, tf.cast(i, tf.float32) / 2), tf.int64), other_arguments=[])
     .to("BatchDatasetV2", batch_size=c, drop_remainder=False), [i64(2)], repeat=3)


def loops(i):
    return tf.while_loop(lambda k, s: k < i, lambda k, s: (k + 1, s + k * k), [tf.constant(0, tf.int64), tf.constant(0, tf.int64)])[1]


case("MapDataset", lambda c: nums(4).to("MapDataset", f=fn(loops, tf.int64), other_arguments=[]).to("SkipDataset", count=c), [i64(2)], repeat=3)
case("MapDataset", lambda c: nums(3).to("MapDataset", f=fn(lambda i: tf.gather(tf.constant([1, 2], tf.int64), i), tf.int64), other_arguments=[])
     .to("SkipDataset", count=c), [i64(1)], repeat=2)
odd = fn(lambda i, c: tf.equal(i % 2, c), tf.int64, tf.int64)
case("FilterDataset", lambda c: nums(6).to("FilterDataset", predicate=odd, other_arguments=[c]), [i64(1)], repeat=4)
f.graph("ParallelFilterDataset", lambda c: single(nums(3).to("ParallelFilterDataset", predicate=odd, other_arguments=[c], num_parallel_calls=v(2))), [i64(1)])
case("TakeWhileDataset", lambda c: nums(6).to("TakeWhileDataset", predicate=fn(lambda i: tf.stack([i > 1, i > 2]), tf.int64), other_arguments=[]), [i64(1)])
case("FilterDataset", lambda c: nums(6).to("FilterDataset", predicate=fn(lambda i: tf.stack([i > 1, i > 2]), tf.int64), other_arguments=[]), [i64(1)])
case("FilterDataset", lambda c: nums(6).to("FilterDataset", predicate=odd, other_arguments=[c]).to("MapDataset", f=add, other_arguments=[c])
     .to("BatchDatasetV2", batch_size=v(2), drop_remainder=False), [i64(1)], repeat=3)
for op in ("TakeWhileDataset", "ExperimentalTakeWhileDataset"):
    case(op, lambda c: nums(6).to(op, predicate=fn(lambda i, c: i < c, tf.int64, tf.int64), other_arguments=[c]), [i64(2)], repeat=3)
upto = lambda g: fn(lambda i: R.RangeDataset(start=v(0), stop=i, step=v(1), output_types=[tf.int64], output_shapes=[[]]), tf.int64)
case("FlatMapDataset", lambda c: nums(4).to("FlatMapDataset", f=upto(0), other_arguments=[]).to("SkipDataset", count=c), [i64(1)], repeat=6)
case("FlatMapDataset", lambda c: nums(4).to("FlatMapDataset", f=upto(0), other_arguments=[]).to("RepeatDataset", count=c), [i64(2)], repeat=13)
case("FlatMapDataset", lambda c: nums(4).to("FlatMapDataset", f=fn(lambda i: i, tf.int64), other_arguments=[]).to("SkipDataset", count=c), [i64(0)])
tens = lambda: fn(lambda i: R.RangeDataset(start=i * 10, stop=i * 10 + i + 2, step=v(1), output_types=[tf.int64], output_shapes=[[]]), tf.int64)
for cycle, block in ((2, 1), (3, 2), (1, 1), (5, 3), (0, 1), (2, 0)):
    case("InterleaveDataset", lambda c, b: nums(4).to("InterleaveDataset", f=tens(), other_arguments=[], cycle_length=c, block_length=b),
         [i64(cycle), i64(block)], repeat=15)
for op, more in (("ParallelInterleaveDatasetV2", ()), ("ParallelInterleaveDatasetV3", ()),
                 ("ParallelInterleaveDatasetV4", ("buffer_output_elements", "prefetch_input_elements"))):
    k = dict(deterministic="true") if op[-1] in "34" else {}
    case(op, lambda c: nums(4).to(op, f=tens(), other_arguments=[], cycle_length=c, block_length=v(1), num_parallel_calls=v(1),
                                  **{m: v(1) for m in more}, **k), [i64(2)], repeat=15)
run = fn(lambda s, i: (s + i, s * 10 + i), tf.int64, tf.int64)
for op in ("ScanDataset", "ExperimentalScanDataset"):
    case(op, lambda c: nums(4).to(op, f=run, initial_state=[c], other_arguments=[]).to("RepeatDataset", count=v(2)), [i64(3)], repeat=9)


def reduce(d, init, g, args=(), types=None):
    types = types or T(init)
    return R.ReduceDataset(input_dataset=d.h, initial_state=init, other_arguments=list(args), f=g, output_types=types,
                           output_shapes=[None] * len(types))


f.graph("ReduceDataset", lambda c: reduce(nums(5), [c], fn(lambda s, i: s + i, tf.int64, tf.int64)), [i64(3)], repeat=2)
f.graph("ReduceDataset", lambda c: reduce(nums(0), [c], fn(lambda s, i: s + i, tf.int64, tf.int64)), [i64(3)])
f.graph("ReduceDataset", lambda c: reduce(nums(5).to("FilterDataset", predicate=odd, other_arguments=[c]), [c, tf.constant(0.5)], fn(
    lambda s, q, i, a: (s + i * a, q * 2), tf.int64, tf.float32, tf.int64, tf.int64), [c]), [i64(1)])


for n in (0, 1, 2):
    f.graph("DatasetToSingleElement", lambda n: single(rng(v(0), n, v(1))), [i64(n)], repeat=2)
f.graph("DatasetToSingleElement", lambda n: single(nums(1).to("MapDataset", f=add, other_arguments=[n])), [i64(4)])
for op in ("DatasetCardinality", "ExperimentalDatasetCardinality"):
    for build in (lambda n: nums(5), lambda n: nums(5).to("TakeDataset", count=n), lambda n: nums(5).to("SkipDataset", count=n),
                  lambda n: nums(5).to("RepeatDataset", count=n), lambda n: nums(5).to("RepeatDataset", count=-n),
                  lambda n: nums(5).to("BatchDatasetV2", batch_size=n, drop_remainder=False), lambda n: nums(5).to("BatchDatasetV2", batch_size=n, drop_remainder=True),
                  lambda n: zipped(nums(5), nums(3)), lambda n: nums(5).to("ConcatenateDataset", another_dataset=nums(2).h),
                  lambda n: nums(5).to("FilterDataset", predicate=odd, other_arguments=[n]), lambda n: nums(5).to("MapDataset", f=add, other_arguments=[n]),
                  lambda n: nums(5).to("FlatMapDataset", f=upto(0), other_arguments=[]), lambda n: nums(5).to("ShardDataset", num_shards=n, index=v(0)),
                  lambda n: nums(5).to("AssertCardinalityDataset", cardinality=n), lambda n: nums(5).to("CacheDataset", filename=""),
                  lambda n: tensors(n), lambda n: nums(5).to("ShuffleDataset", buffer_size=n, seed=n, seed2=n)):
        f.graph(op, lambda n: getattr(R, op)(input_dataset=build(n).h), [i64(2)])

# Iterators.
def none(n, **k):
    pipelines.count += 1
    it = R.IteratorV2(shared_name=f"it{pipelines.count}", container="", output_types=[tf.int64], output_shapes=[[]])
    return R.IteratorGetNext(iterator=it, output_types=[tf.int64], output_shapes=[[]]) + [n]


f.graph("IteratorGetNext", none, [i64(1)])
case("IteratorGetNextSync", lambda n: rng(v(0), n, v(1)), [i64(2)], repeat=3, get="IteratorGetNextSync")
case("MakeIterator", lambda n: rng(v(0), n, v(1)), [i64(2)], made=D(None, [tf.float32]))
case("MakeIterator", lambda n: rng(v(0), n, v(1)), [i64(2)], made=D(None, [tf.int64, tf.int64]))
case("MakeIterator", lambda n: rng(v(0), n, v(1)), [i64(2)], made=D(None, [tf.int64], [[3]]))
case("IteratorGetNext", lambda n: D(rng(v(0), n, v(1)).h, [tf.int64], [[3]]), [i64(2)], made=D(None, [tf.int64]))


def optional(n):
    out, init = iterate(rng(v(0), n, v(1)), get="IteratorGetNextAsOptional")
    o = R.OptionalHasValue(optional=out)
    return [o], init


f.graph("IteratorGetNextAsOptional", optional, [i64(2)], repeat=4)


def by_string(n, types=None, op="IteratorFromStringHandle"):
    pipelines.count += 1
    k = rng(v(0), n, v(1)).k()
    it = R.IteratorV2(shared_name=f"it{pipelines.count}", container="", **k)
    init = R.MakeIterator(dataset=rng(v(0), n, v(1)).h, iterator=it)
    s = R.PlaceholderWithDefault(input=R.IteratorToStringHandle(resource_handle=it), shape=None)
    back = getattr(R, op)(string_handle=s, output_types=types or k["output_types"], output_shapes=[[]])
    return R.IteratorGetNext(iterator=back, **k), [init]


f.graph("IteratorFromStringHandle", by_string, [i64(2)], repeat=3)
f.graph("IteratorFromStringHandleV2", lambda n: by_string(n, op="IteratorFromStringHandleV2"), [i64(2)], repeat=3)
f.graph("Iterator", lambda n: R.IteratorGetDevice(resource=R.Iterator(shared_name="old", container="", output_types=[tf.int64], output_shapes=[[]])), [i64(3)])
f.graph("IteratorFromStringHandle", lambda n: by_string(n, [tf.float32]), [i64(2)])
f.graph("IteratorFromStringHandle", lambda s: R.IteratorGetNext(iterator=R.IteratorFromStringHandle(
    string_handle=s, output_types=[tf.int64], output_shapes=[[]]), output_types=[tf.int64], output_shapes=[[]]), [text(b"nonsense")])
f.graph("IteratorFromStringHandle", lambda s: R.IteratorGetNext(iterator=R.IteratorFromStringHandle(
    string_handle=s, output_types=[tf.int64], output_shapes=[[]]), output_types=[tf.int64], output_shapes=[[]]), [text([b"a"])])


def anonymous(op):
    def build(n):
        d = rng(v(0), n, v(1))
        r = getattr(R, op)(**d.k())
        it = r if isinstance(r, tf.Tensor) else r.handle
        with tf.control_dependencies([R.MakeIterator(dataset=d.h, iterator=it)]):
            a = R.IteratorGetNext(iterator=it, **d.k())
        with tf.control_dependencies(a):
            return a + R.IteratorGetNext(iterator=it, **d.k())
    return build


for op in ("AnonymousIterator", "AnonymousIteratorV2", "AnonymousIteratorV3"):
    f.graph(op, anonymous(op), [i64(3)], repeat=2)


def deleted(n):
    d = rng(v(0), n, v(1))
    r = R.AnonymousIteratorV2(**d.k())
    with tf.control_dependencies([R.DeleteIterator(handle=r.handle, deleter=r.deleter)]):
        return n + 1


f.graph("DeleteIterator", deleted, [i64(3)])


def one_shot(n):
    pipelines.count += 1
    g = tf.function(lambda: nums(2).to("MapDataset", f=add, other_arguments=[v(3)]).h).get_concrete_function()
    it = R.OneShotIterator(dataset_factory=g, output_types=[tf.int64], output_shapes=[None])
    return R.IteratorGetNext(iterator=it, output_types=[tf.int64], output_shapes=[None]) + [n]


f.graph("OneShotIterator", one_shot, [i64(3)], repeat=3)
for op in ("IteratorGetDevice", "ExperimentalIteratorGetDevice"):
    f.graph(op, lambda n: getattr(R, op)(resource=R.IteratorV2(shared_name="dev", container="", output_types=[tf.int64], output_shapes=[[]])), [i64(3)])
for t in (lambda h: R.WrapDatasetVariant(input_handle=h), lambda h: R.UnwrapDatasetVariant(input_handle=R.WrapDatasetVariant(input_handle=h))):
    f.graph("WrapDatasetVariant", lambda n: R.DatasetCardinality(input_dataset=R.UnwrapDatasetVariant(
        input_handle=R.WrapDatasetVariant(input_handle=rng(v(0), n, v(1)).h))), [i64(3)])
f.write()
