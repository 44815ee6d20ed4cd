"""tf.data: groups, mixtures, random numbers, batches cut anew. Writes tests/ops/cases/dataset_more.zip.gz."""
from pipelines import *
import pipelines

f = Family("dataset_more")
S = tf.string
x = f.numbers((5, 2))


def case(op, build, inputs=(), repeat=1, **k):
    f.graph(op, lambda *p: iterate(build(*p), **k), list(inputs), repeat=repeat)


def once(op, build, inputs=()):
    """All elements in one batch, for datasets that TensorFlow cannot write into a graph again, as it does for an iterator."""
    f.graph(op, lambda *p: single(build(*p).to("BatchDatasetV2", batch_size=v(99), drop_remainder=False)), list(inputs))


def count_of(op, build, inputs=()):
    f.graph(op, lambda *p: R.DatasetCardinality(input_dataset=build(*p).h), list(inputs))


# Random numbers.
for a, b in ((1, 2), (0, 5), (123456789012, -7)):
    case("RandomDataset", lambda a, b: D(R.RandomDataset(seed=a, seed2=b, output_types=[tf.int64], output_shapes=[[]]), [tf.int64]), [i64(a), i64(b)], repeat=9)
    case("RandomDataset", lambda a, b: D(R.RandomDataset(seed=a, seed2=b, output_types=[tf.int64], output_shapes=[[]]), [tf.int64])
         .to("TakeDataset", count=v(3)).to("RepeatDataset", count=v(3)), [i64(a), i64(b)], repeat=10)
once("ExperimentalRandomDataset", lambda a: D(R.ExperimentalRandomDataset(seed=a, seed2=v(2), output_types=[tf.int64], output_shapes=[[]]), [tf.int64])
     .to("TakeDataset", count=v(3)), [i64(1)])
count_of("RandomDataset", lambda a: D(R.RandomDataset(seed=a, seed2=a, output_types=[tf.int64], output_shapes=[[]]), [tf.int64]), [i64(1)])
case("RandomDataset", lambda a: D(R.RandomDataset(seed=hide([a]), seed2=a, output_types=[tf.int64], output_shapes=[[]]), [tf.int64]), [i64(1)])


def random2(gen, again, rounds):
    def build(n):
        g = gen()
        g = g if isinstance(g, tf.Tensor) else g.handle
        return D(R.RandomDatasetV2(seed=n, seed2=v(3), seed_generator=g, rerandomize_each_iteration=again, output_types=[tf.int64], output_shapes=[[]]),
                 [tf.int64]).to("TakeDataset", count=v(3)).to("RepeatDataset", count=v(rounds))
    return build


for again in (True, False):
    case("RandomDatasetV2", random2(R.DummySeedGenerator, again, 3), [i64(1)], repeat=10)
    case("AnonymousRandomSeedGenerator", random2(lambda: R.AnonymousSeedGenerator(seed=v(5), seed2=v(6), reshuffle=again), False, 3), [i64(1)], repeat=9)
once("AnonymousRandomSeedGenerator", random2(lambda: R.AnonymousRandomSeedGenerator(seed=v(5), seed2=v(6)), False, 1), [i64(1)])


def deleted(make, delete):
    def build(n):
        g = make()
        with tf.control_dependencies([delete(handle=g.handle, deleter=g.deleter)]):
            return n + 1
    return build


class dummy:
    def __init__(self, handle):
        self.handle, self.deleter = handle, R.AnonymousSeedGenerator(seed=v(5), seed2=v(6), reshuffle=True).deleter


f.graph("DeleteSeedGenerator", deleted(lambda: dummy(R.DummySeedGenerator()), R.DeleteSeedGenerator), [i64(1)])
f.graph("DeleteRandomSeedGenerator", deleted(lambda: dummy(R.DummySeedGenerator()), R.DeleteRandomSeedGenerator), [i64(1)])
f.graph("DeleteMemoryCache", deleted(lambda: dummy(R.DummyMemoryCache()), R.DeleteMemoryCache), [i64(1)])
f.graph("DummyIterationCounter", lambda n: [n + 1, R.PlaceholderWithDefault(input=n, shape=None)] if R.DummyIterationCounter() is not None else n, [i64(1)])


def sampled(rate, s, s2):
    return nums(30).to("SamplingDataset", rate=rate, seed=s, seed2=s2)


for rate in (0.3, 0.8, 0.0, 1.0, np.nan, 2.0):
    case("SamplingDataset", lambda r: sampled(r, v(1), v(2)), [f32(rate)], repeat=31)
case("SamplingDataset", lambda r: nums(9).to("SamplingDataset", rate=r, seed=v(3), seed2=v(4)).to("RepeatDataset", count=v(2)), [f32(0.5)], repeat=12)
case("SamplingDataset", lambda r: sampled(hide([r]), v(1), v(2)), [f32(1)])


# Mixtures.
def directed(selector, *d, op="DirectedInterleaveDataset", **k):
    return D(getattr(R, op)(selector_input_dataset=selector.h, data_input_datasets=[q.h for q in d], output_types=d[0].types,
                            output_shapes=[None] * len(d[0].types), **k), d[0].types)


tens = lambda n: rng(v(10), v(10 + n), v(1))
for s in ([0, 1, 0, 1, 0, 1], [1, 1, 1, 1, 0, 0], [0, 0, 0], [0, 1, 2], [-1], [1, 0, 0, 0, 0, 1, 1, 1]):
    for stop in (False, True):
        case("DirectedInterleaveDataset", lambda s: directed(slices(s), nums(3), tens(2), stop_on_empty_dataset=stop), [i64(s)], repeat=8)
once("ExperimentalDirectedInterleaveDataset", lambda s: directed(slices(s), nums(3), tens(2), op="ExperimentalDirectedInterleaveDataset"), [i64([0, 1, 1, 1, 0])])
case("DirectedInterleaveDataset", lambda s: directed(slices(s), nums(3), tens(2)), [i32([0])])
case("DirectedInterleaveDataset", lambda s: directed(slices(s), nums(3), slices(tf.constant(x))), [i64([0])])
case("DirectedInterleaveDataset", lambda s: directed(D(slices(s).h, [tf.int64]).to("RepeatDataset", count=v(2)), nums(3).to("MapDataset", f=fn(lambda i: i * i, tf.int64), other_arguments=[]), tens(2)),
     [i64([0, 1])], repeat=5)
count_of("DirectedInterleaveDataset", lambda s: directed(slices(s), nums(3), tens(2)), [i64([0])])
count_of("DirectedInterleaveDataset", lambda s: directed(slices(s), nums(3), tens(2).to("RepeatDataset", count=v(-1))), [i64([0])])


def fastest(*d, op="ChooseFastestDataset", types=None):
    types = types or d[0].types
    return D(getattr(R, op)(input_datasets=[q.h for q in d], num_experiments=2, output_types=types, output_shapes=[None] * len(types)), types)


for op in ("ChooseFastestDataset", "ExperimentalChooseFastestDataset"):
    once(op, lambda n: fastest(nums(3), rng(v(0), n, v(1)), op=op), [i64(3)])
    once(op, lambda n: fastest(nums(3), rng(v(0), n, v(1)), op=op), [i64(4)])
    once(op, lambda n: fastest(nums(3), slices(n), op=op), [x])
    count_of(op, lambda n: fastest(nums(3), rng(v(0), n, v(1)), op=op), [i64(3)])

for a in (i64([3, 1, 3, 2, 1]), i32([1, 1, 1]), text(b"a", b"", b"a", b"b", b""), i64([[1, 2], [1, 2], [2, 1]]), text([[b"ab", b"c"], [b"a", b"bc"]])):
    case("UniqueDataset", lambda a: slices(a).to("UniqueDataset"), [a], repeat=6)
case("UniqueDataset", lambda a: slices(a).to("UniqueDataset").to("RepeatDataset", count=v(2)), [i64([3, 1, 3])], repeat=5)
case("UniqueDataset", lambda a: slices(a).to("UniqueDataset"), [x])
case("UniqueDataset", lambda a: slices(a, a).to("UniqueDataset"), [i64([1, 2])])
once("ExperimentalUniqueDataset", lambda a: slices(a).to("ExperimentalUniqueDataset"), [i64([3, 1, 3])])

for types in ([tf.int32], [tf.int32, tf.int32]):
    for op, arg in (("ListDataset", "tensors"), ("WindowOp", "inputs")):
        build = lambda a, b: D(getattr(R, op)(**{arg: [a, b, b + 1, a * 2]}, output_types=types, output_shapes=[None] * len(types)), types)
        f.graph(op, lambda a, b: single(build(a, b).to("SkipDataset", count=v(4 // len(types) - 1))), [i32(1), i32([2, 3])])
        count_of(op, build, [i32(1), i32([2, 3])])
case("ListDataset", lambda a, b: D(R.ListDataset(tensors=[a, b, a, b], output_types=[tf.int32, S], output_shapes=[None] * 2), [tf.int32, S]), [i32(1), text([b"x"])], repeat=3)

# Batches cut anew.
batched = lambda n: zipped(nums(7), slices(tf.constant([b"a", b"b", b"c", b"d", b"e", b"f", b"g"]))).to("BatchDatasetV2", batch_size=n, drop_remainder=False)
for n, r in ((4, 2), (4, 3), (3, 5), (7, 1), (4, 0), (4, -1)):
    case("RebatchDataset", lambda n, r: batched(n).to("RebatchDataset", num_replicas=r), [i64(n), i64(r)], repeat=11)
case("RebatchDataset", lambda n: nums(3).to("RebatchDataset", num_replicas=n), [i64(2)])
once("ExperimentalRebatchDataset", lambda n: slices(tf.constant(x[:4])).to("BatchDatasetV2", batch_size=n, drop_remainder=False).to("ExperimentalRebatchDataset", num_replicas=v(2)), [i64(4)])
for n, sizes, drop in ((4, [2, 3], False), (4, [2, 3], True), (2, [5], False), (2, [5], True), (7, [1, 0, 2], False), (3, [20], False), (3, [20], True), (3, 3, False), (3, [[1]], False)):
    case("RebatchDatasetV2", lambda n, s: batched(n).to("RebatchDatasetV2", batch_sizes=s, drop_remainder=drop), [i64(n), i64(sizes)], repeat=9)
case("RebatchDatasetV2", lambda s: nums(3).to("RebatchDatasetV2", batch_sizes=s, drop_remainder=False), [i64([2])])
case("RebatchDatasetV2", lambda s: tensors(s, s[:1]).to("RebatchDatasetV2", batch_sizes=s, drop_remainder=False), [i64([2, 2])])
for size, shift, stride, drop in ((2, 2, 1, True), (3, 2, 1, True), (3, 2, 1, False), (3, 1, 2, True), (3, 1, 2, False), (2, 4, 1, True), (9, 1, 1, True), (9, 3, 1, False), (0, 1, 1, True), (1, 0, 1, True),
                                  (1, 1, 0, True), (2, 9, 1, False)):
    case("SlidingWindowDataset", lambda a, b, c: nums(7).to("SlidingWindowDataset", window_size=a, window_shift=b, window_stride=c, drop_remainder=drop), [i64(size), i64(shift), i64(stride)], repeat=8)
    count_of("SlidingWindowDataset", lambda a, b, c: nums(7).to("SlidingWindowDataset", window_size=a, window_shift=b, window_stride=c, drop_remainder=drop), [i64(size), i64(shift), i64(stride)])
turned = fn(lambda i: tf.reshape(tf.range(2), tf.stack([i + 1, 2 - i])), tf.int64)
grow = fn(lambda i: tf.range(i), tf.int64)
case("SlidingWindowDataset", lambda n: nums(3).to("MapDataset", f=grow, other_arguments=[]).to("SlidingWindowDataset", window_size=n, window_shift=v(1), window_stride=v(1)), [i64(2)])
once("ExperimentalSlidingWindowDataset", lambda n: nums(7).to("ExperimentalSlidingWindowDataset", window_size=n, window_shift=v(2), window_stride=v(1)), [i64(3)])

# Map and batch.
add = fn(lambda i, c: i * 2 + c, tf.int64, tf.int64)
for op in ("MapAndBatchDataset", "ExperimentalMapAndBatchDataset"):
    run = case if op[0] == "M" else lambda o, b, i, repeat=1: f.graph(o, lambda *p: single(b(*p).to("TakeDataset", count=v(1))), i)
    for n, drop in ((2, False), (2, True), (5, False), (9, False), (9, True), (0, False)):
        run(op, lambda n, c: nums(5).to(op, f=add, other_arguments=[c], batch_size=n, num_parallel_calls=v(1), drop_remainder=drop), [i64(n), i64(7)], repeat=4)
        count_of(op, lambda n, c: nums(5).to(op, f=add, other_arguments=[c], batch_size=n, num_parallel_calls=v(1), drop_remainder=drop, preserve_cardinality=True), [i64(n), i64(7)])
    run(op, lambda n: nums(2).to(op, [tf.int32], f=turned, other_arguments=[], batch_size=n, num_parallel_calls=v(1), drop_remainder=False), [i64(2)])
    run(op, lambda n: nums(3).to(op, f=grow, other_arguments=[], batch_size=n, num_parallel_calls=v(1), drop_remainder=False), [i64(2)])
    run(op, lambda n: nums(3).to(op, f=grow, other_arguments=[], batch_size=v(2), num_parallel_calls=n, drop_remainder=False), [i64(0)])
case("MapAndBatchDataset", lambda n: nums(3).to("MapAndBatchDataset", [tf.int64, S], f=fn(lambda i: (i, tf.as_string(i)), tf.int64), other_arguments=[], batch_size=n,
     num_parallel_calls=v(2), drop_remainder=False), [i64(2)], repeat=3)

# Interleaving of old.
some = fn(lambda i: R.RangeDataset(start=i * 10, stop=i * 10 + 3, step=v(1), output_types=[tf.int64], output_shapes=[[]]), tf.int64)
for cycle, block, buf, pre in ((2, 1, 1, 1), (3, 1, 2, 0), (1, 2, 1, 1), (5, 3, 1, 1), (0, 1, 1, 1), (2, 0, 1, 1), (2, 1, 0, 1), (2, 1, 1, -1)):
    case("ParallelInterleaveDataset", lambda a, b, c, d: nums(4).to("ParallelInterleaveDataset", f=some, other_arguments=[], cycle_length=a, block_length=b, sloppy=False,
         buffer_output_elements=c, prefetch_input_elements=d), [i64(cycle), i64(block), i64(buf), i64(pre)], repeat=13)
    case("LegacyParallelInterleaveDatasetV2", lambda a, b, c, d: nums(4).to("LegacyParallelInterleaveDatasetV2", f=some, other_arguments=[], cycle_length=a, block_length=b,
         buffer_output_elements=c, prefetch_input_elements=d, deterministic="true"), [i64(cycle), i64(block), i64(buf), i64(pre)], repeat=13)
once("ExperimentalParallelInterleaveDataset", lambda a: nums(4).to("ExperimentalParallelInterleaveDataset", f=some, other_arguments=[], cycle_length=a, block_length=v(1), sloppy=False,
     buffer_output_elements=v(1), prefetch_input_elements=v(1)), [i64(2)])
case("ParallelInterleaveDataset", lambda a: nums(4).to("ParallelInterleaveDataset", f=fn(lambda i: i, tf.int64), other_arguments=[], cycle_length=a, block_length=a, sloppy=False,
     buffer_output_elements=a, prefetch_input_elements=a), [i64(1)])


# Groups.
def windows(d, key, size, reduce=None, op="GroupByWindowDataset", types=None, k_args=(), r_args=(), s_args=()):
    n = len(d.types)
    reduce = reduce or fn(lambda k, h, *a: R.BatchDatasetV2(input_dataset=h, batch_size=v(9), drop_remainder=False, output_types=d.types, output_shapes=[None] * n),
                          tf.int64, tf.variant, *T(r_args))
    types = types or d.types
    return D(getattr(R, op)(input_dataset=d.h, key_func_other_arguments=list(k_args), reduce_func_other_arguments=list(r_args), window_size_func_other_arguments=list(s_args),
                            key_func=key, reduce_func=reduce, window_size_func=size, output_types=types, output_shapes=[None] * len(types)), types)


mod = lambda m: fn(lambda i, *r: i % m, tf.int64)
size_of = lambda n: fn(lambda k: tf.constant(n, tf.int64), tf.int64)
for m, n in ((2, 2), (3, 1), (3, 3), (1, 20)):
    case("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), mod(m), size_of(n)), [i64(9)], repeat=10)
    case("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), mod(-m), size_of(n)).to("RepeatDataset", count=v(2)), [i64(5)], repeat=10)
case("GroupByWindowDataset", lambda a: windows(nums(9), fn(lambda i, c: i % c - 1, tf.int64, tf.int64), fn(lambda k, c: k + c, tf.int64, tf.int64), k_args=[a], s_args=[a]), [i64(3)], repeat=8)
case("GroupByWindowDataset", lambda a: windows(zipped(nums(5), slices(a)), fn(lambda i, s: tf.cast(tf.strings.length(s), tf.int64), tf.int64, S), size_of(2)),
     [text(b"a", b"bb", b"c", b"", b"dd")], repeat=5)
case("GroupByWindowDataset", lambda a: windows(nums(6), mod(2), size_of(2), fn(lambda k, h, c: R.MapDataset(input_dataset=h, other_arguments=[k, c], f=fn(
    lambda i, k, c: i * 100 + k * 10 + c, tf.int64, tf.int64, tf.int64), output_types=[tf.int64], output_shapes=[None]), tf.int64, tf.variant, tf.int64), r_args=[a]), [i64(3)], repeat=7)
case("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), fn(lambda i: tf.stack([i, i]), tf.int64), size_of(1)), [i64(3)])
case("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), fn(lambda i: tf.cast(i, tf.int32), tf.int64), size_of(1)), [i64(3)])
case("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), mod(2), size_of(0)), [i64(3)])
case("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), mod(2), fn(lambda k: tf.cast(k, tf.int32), tf.int64)), [i64(3)])
case("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), mod(2), size_of(1), fn(lambda k, h: k, tf.int64, tf.variant)), [i64(3)])
once("ExperimentalGroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), mod(2), size_of(2), op="ExperimentalGroupByWindowDataset"), [i64(4)])
count_of("GroupByWindowDataset", lambda a: windows(rng(v(0), a, v(1)), mod(2), size_of(2)), [i64(4)])


def reducer(d, key, init, reduce, final, types, op="GroupByReducerDataset", args=((), (), (), ())):
    return D(getattr(R, op)(input_dataset=d.h, key_func_other_arguments=list(args[0]), init_func_other_arguments=list(args[1]), reduce_func_other_arguments=list(args[2]),
                            finalize_func_other_arguments=list(args[3]), key_func=key, init_func=init, reduce_func=reduce, finalize_func=final, output_types=types,
                            output_shapes=[None] * len(types)), types)


total = fn(lambda s, n, i: (s + i, n + 1), tf.int64, tf.int64, tf.int64)
start = fn(lambda k: (k * 100, tf.constant(0, tf.int64)), tf.int64)
both = fn(lambda s, n: (s, n), tf.int64, tf.int64)
for op in ("GroupByReducerDataset", "ExperimentalGroupByReducerDataset"):
    for m in (1, 3, -2):
        once(op, lambda a: reducer(rng(v(0), a, v(1)), mod(m), start, total, both, [tf.int64, tf.int64], op=op), [i64(8)])
    once(op, lambda a: reducer(rng(v(0), a, v(1)), mod(2), start, total, both, [tf.int64, tf.int64], op=op), [i64(0)])
case("GroupByReducerDataset", lambda a: reducer(nums(7), fn(lambda i, c: i % c, tf.int64, tf.int64), fn(lambda k, c: k + c, tf.int64, tf.int64), fn(lambda s, i, c: s * c + i, tf.int64, tf.int64, tf.int64),
     fn(lambda s, c: s - c, tf.int64, tf.int64), [tf.int64], args=([a], [a], [a], [a])).to("RepeatDataset", count=v(2)), [i64(3)], repeat=7)
case("GroupByReducerDataset", lambda a: reducer(rng(v(0), a, v(1)), fn(lambda i: tf.stack([i, i]), tf.int64), start, total, both, [tf.int64, tf.int64]), [i64(3)])
f.write()
