"""tf.data: datasets that pass on, look on, or pass errors over. Writes tests/ops/cases/dataset_through.zip.gz."""
from pipelines import *
import pipelines

f = Family("dataset_through")
S = tf.string


def case(op, build, inputs=(), repeat=1, **k):
    f.graph(op, lambda *p: iterate(build(*p), **k), list(inputs), repeat=repeat)


def once(op, build, inputs=()):
    f.graph(op, lambda *p: single(build(*p).to("BatchDatasetV2", batch_size=v(99), drop_remainder=False)), list(inputs))


def count_of(op, build, inputs=()):
    f.graph(op, lambda *p: R.DatasetCardinality(input_dataset=build(*p).h), list(inputs))


def both(op, build, inputs=(), old=None):
    case(op, lambda *p: build(op, *p), inputs, repeat=4)
    once(old or "Experimental" + op, lambda *p: build(old or "Experimental" + op, *p), inputs)
    count_of(op, lambda *p: build(op, *p), inputs)


both("SleepDataset", lambda op, n: nums(3).to(op, sleep_microseconds=n), [i64(1)])
case("SleepDataset", lambda n: nums(3).to("SleepDataset", sleep_microseconds=n), [i64(-1)])
case("SleepDataset", lambda n: nums(3).to("SleepDataset", sleep_microseconds=hide([n])), [i64(1)])


def threaded(op, handle):
    return lambda n: rng(v(0), n, v(1)).to(op, thread_pool=getattr(R, handle)(num_threads=2, display_name="p", shared_name="p"))


once("ThreadPoolDataset", threaded("ThreadPoolDataset", "ThreadPoolHandle"), [i64(3)])
once("ExperimentalThreadPoolDataset", threaded("ExperimentalThreadPoolDataset", "ExperimentalThreadPoolHandle"), [i64(3)])
f.graph("ThreadPoolHandle", lambda n: single(rng(v(0), n, v(1)).to("ThreadPoolDataset", thread_pool=R.ThreadPoolHandle(num_threads=0, display_name="p"))), [i64(1)])
for op in ("BytesProducedStatsDataset", "LatencyStatsDataset"):
    both(op, lambda op, t: nums(3).to(op, tag=t), [text(b"tag")])
    case(op, lambda t: nums(3).to(op, tag=hide([t])), [text(b"tag")])
for op, handle in (("SetStatsAggregatorDataset", "StatsAggregatorHandle"), ("SetStatsAggregatorDataset", "StatsAggregatorHandleV2"),
                   ("ExperimentalSetStatsAggregatorDataset", "ExperimentalStatsAggregatorHandle")):
    once(op, lambda t: nums(3).to(op, stats_aggregator=getattr(R, handle)(), tag=t, counter_prefix=""), [text(b"tag")])
for op, handle in (("StatsAggregatorSummary", "StatsAggregatorHandle"), ("StatsAggregatorSummary", "StatsAggregatorHandleV2"), ("ExperimentalStatsAggregatorSummary", "ExperimentalStatsAggregatorHandle")):
    f.graph(op, lambda n: [n + 1, getattr(R, op)(iterator=getattr(R, handle)())], [i64(1)])
for name in (b"", b"replicate_on_split", b"x"):
    case("RewriteDataset", lambda n: nums(3).to("RewriteDataset", rewrite_name=n), [text(name)], repeat=4)
both("AssertNextDataset", lambda op, n: rng(v(0), n, v(1)).to(op, transformations=tf.constant([], S)), [i64(3)])
case("AssertNextDataset", lambda n: rng(v(0), n, v(1)).to("AssertNextDataset", transformations=hide("x")), [i64(3)])
for t in ([], ['name: "RangeDataset"'], ["name: 'Range'"], ['name: "Map"'], ["bad"], ['name: "RangeDataset"'] * 2):
    case("AssertPrevDataset", lambda n: rng(v(0), n, v(1)).to("AssertPrevDataset", transformations=tf.constant(t, S)), [i64(3)], repeat=4)
case("AssertPrevDataset", lambda n: rng(v(0), n, v(1)).to("TakeDataset", count=n).to("AssertPrevDataset", transformations=tf.constant(['name: "TakeDataset"', 'name: "RangeDataset"'], S)), [i64(3)], repeat=4)
case("AssertPrevDataset", lambda n: rng(v(0), n, v(1)).to("BatchDatasetV2", batch_size=n, drop_remainder=True).to("AssertPrevDataset", transformations=tf.constant(['name: "BatchDataset"'], S)), [i64(3)], repeat=2)
for n, i in ((2, 0), (2, 1), (3, 2), (1, 0), (0, 0), (2, 2), (2, -1)):
    for policy in (-1, 0, 2, 3):
        case("AutoShardDataset", lambda n, i: nums(5).to("AutoShardDataset", num_workers=n, index=i, auto_shard_policy=policy), [i64(n), i64(i)], repeat=6)
case("AutoShardDataset", lambda n, i: nums(9).to("BatchDatasetV2", batch_size=v(2), drop_remainder=False).to("PrefetchDataset", buffer_size=v(1)).to("AutoShardDataset", num_workers=n, index=i), [i64(2), i64(1)], repeat=4)
once("ExperimentalAutoShardDataset", lambda n: nums(5).to("ExperimentalAutoShardDataset", num_workers=n, index=v(1)), [i64(2)])
count_of("AutoShardDataset", lambda n: nums(5).to("AutoShardDataset", num_workers=n, index=v(0)), [i64(2)])

# Errors that are passed over.
checked = fn(lambda i, a: tf.gather(a, i), tf.int64, tf.int64)
bad = lambda a: slices(tf.constant([0, 7, 1, -1, 9, 2], tf.int64)).to("MapDataset", f=checked, other_arguments=[a])
ignoring = lambda d: d.to("IgnoreErrorsDataset")
case("IgnoreErrorsDataset", lambda a: ignoring(bad(a)), [i64([5, 6, 7])], repeat=4)
case("IgnoreErrorsDataset", lambda a: ignoring(bad(a)).to("RepeatDataset", count=v(2)), [i64([5, 6, 7])], repeat=7)
case("IgnoreErrorsDataset", lambda a: ignoring(bad(a).to("TakeDataset", count=v(6)).to("BatchDatasetV2", batch_size=v(2), drop_remainder=False)), [i64([5, 6, 7])], repeat=4)
case("IgnoreErrorsDataset", lambda a: ignoring(bad(a)).to("MapDataset", f=fn(lambda i: tf.gather(tf.constant([1], tf.int64), i), tf.int64), other_arguments=[]), [i64([0, 6, 7])], repeat=4)
case("IgnoreErrorsDataset", lambda a: ignoring(bad(a)).to("MapDataset", f=fn(lambda i: i + 1, tf.int64), other_arguments=[]).to("BatchDatasetV2", batch_size=v(2), drop_remainder=False), [i64([5, 6, 7])], repeat=4)
case("IgnoreErrorsDataset", lambda a: ignoring(slices(tf.constant([0, 7, 1, -1, 9, 2, 1, 2], tf.int64)).to("MapAndBatchDataset", f=checked, other_arguments=[a], batch_size=v(2), num_parallel_calls=v(1),
     drop_remainder=False)), [i64([5, 6, 7])], repeat=4)
case("IgnoreErrorsDataset", lambda a: ignoring(ignoring(bad(a)).to("MapDataset", f=checked, other_arguments=[a])), [i64([0, 6, 1])], repeat=4)
deep = fn(lambda i, a: tf.while_loop(lambda k: k < i, lambda k: tf.reshape(k + tf.gather(a, k), []), [tf.constant(0, tf.int64)])[0], tf.int64, tf.int64)
case("IgnoreErrorsDataset", lambda a: ignoring(slices(tf.constant([1, 9, 2, 3], tf.int64)).to("MapDataset", f=deep, other_arguments=[a])), [i64([1, 1, 1])], repeat=5)
case("IgnoreErrorsDataset", lambda a: ignoring(slices(a).to("FlatMapDataset", f=fn(lambda n: R.RangeDataset(start=v(0), stop=v(2), step=n, output_types=[tf.int64], output_shapes=[[]]), tf.int64), other_arguments=[])),
     [i64([1, 0, 1])], repeat=5)
once("ExperimentalIgnoreErrorsDataset", lambda a: bad(a).to("ExperimentalIgnoreErrorsDataset"), [i64([5, 6, 7])])
f.graph("IgnoreErrorsDataset", lambda a: R.ReduceDataset(input_dataset=ignoring(bad(a)).h, initial_state=[v(0)], other_arguments=[], f=fn(lambda s, i: s * 10 + i, tf.int64, tf.int64),
                                                        output_types=[tf.int64], output_shapes=[None]), [i64([5, 6, 7])])
f.graph("IgnoreErrorsDataset", lambda a: R.ReduceDataset(input_dataset=ignoring(bad(a)).h, initial_state=[v(0)], other_arguments=[], f=fn(lambda s, i: tf.gather([i], i), tf.int64, tf.int64),
                                                        output_types=[tf.int64], output_shapes=[None]), [i64([5, 6, 7])])
count_of("IgnoreErrorsDataset", lambda a: ignoring(rng(v(0), a, v(1))), [i64(3)])
f.write()
