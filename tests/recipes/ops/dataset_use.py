"""Ops that use datasets, and MapDefun. Writes tests/ops/cases/dataset_use.zip.gz.

The cases write what they read to /tmp/smtui-op-cases, here and where they are run."""
from pipelines import *
import pipelines

f = Family("dataset_use")
S = tf.string
x = f.numbers((5, 2))
add = fn(lambda i, c: i * 2 + c, tf.int64, tf.int64)
odd = fn(lambda i, c: tf.equal(i % 2, c), tf.int64, tf.int64)
tens = lambda n: rng(v(10), v(10 + n), v(1))


# Elements by their number.
def pick(build):
    for at in (0, 2, -1, 99):
        f.graph("GetElementAtIndex", lambda a: (lambda d: R.GetElementAtIndex(dataset=d.h, index=a, **d.k()))(build()), [i64(at)])


pick(lambda: nums(5))
pick(lambda: slices(tf.constant(x), tf.constant(["a", "b", "c", "d", "e"])))
pick(lambda: tensors(tf.constant(x)))
pick(lambda: nums(5).to("TakeDataset", count=v(3)).to("RepeatDataset", count=v(2)))
pick(lambda: nums(5).to("SkipDataset", count=v(1)).to("ShardDataset", num_shards=v(2), index=v(1)))
pick(lambda: nums(5).to("MapDataset", f=add, other_arguments=[v(1)], preserve_cardinality=True).to("PrefetchDataset", buffer_size=v(1)))
pick(lambda: zipped(nums(5), nums(3).to("ConcatenateDataset", another_dataset=tens(2).h)).to("BatchDatasetV2", batch_size=v(2), drop_remainder=False))
pick(lambda: nums(5).to("OptionsDataset", serialized_options="").to("CacheDataset", filename=""))
pick(lambda: nums(5).to("FilterDataset", predicate=odd, other_arguments=[v(1)]))
pick(lambda: nums(5).to("ModelDataset"))
f.graph("GetElementAtIndex", lambda a: R.GetElementAtIndex(dataset=nums(3).h, index=hide([a]), output_types=[tf.int64], output_shapes=[[]]), [i64(1)])
f.graph("GetElementAtIndex", lambda a: R.GetElementAtIndex(dataset=nums(3).h, index=a, output_types=[tf.int32], output_shapes=[[]]), [i64(1)])
f.graph("GetElementAtIndex", lambda a: R.GetElementAtIndex(dataset=nums(3).h, index=a, output_types=[tf.int64], output_shapes=[[2]]), [i64(1)])

# Batch sizes.
batch = lambda n: nums(5).to("BatchDatasetV2", batch_size=n, drop_remainder=False)
for build in (batch, lambda n: batch(n).to("TakeDataset", count=n), lambda n: batch(n).to("MapDataset", f=add, other_arguments=[n]), lambda n: nums(5), lambda n: zipped(batch(n), batch(n)),
              lambda n: zipped(batch(n), batch(n + 1)), lambda n: batch(n).to("ConcatenateDataset", another_dataset=batch(n).h), lambda n: batch(n).to("PrefetchDataset", buffer_size=n),
              lambda n: batch(n).to("OptionsDataset", serialized_options=""), lambda n: batch(n).to("FinalizeDataset"), lambda n: batch(n).to("ShuffleDataset", buffer_size=n, seed=n, seed2=n),
              lambda n: nums(5).to("MapAndBatchDataset", f=add, other_arguments=[n], batch_size=n, num_parallel_calls=v(1), drop_remainder=False),
              lambda n: batch(n).to("RebatchDataset", num_replicas=n), lambda n: batch(n).to("CacheDataset", filename="").to("RepeatDataset", count=n).to("ModelDataset")):
    f.graph("ComputeBatchSize", lambda n: R.ComputeBatchSize(input_dataset=build(n).h), [i64(3)])

# Options.
a = tf.data.Options()
a.deterministic = True
a.threading.private_threadpool_size = 3
b = tf.data.Options()
b.autotune.enabled = False
b.deterministic = False
b.experimental_optimization.map_fusion = True
a, b = (q._to_proto().SerializeToString() for q in (a, b))
with_ = lambda d, *o: d if not o else with_(d.to("OptionsDataset", serialized_options=o[0]), *o[1:])
for build in (lambda n: rng(v(0), n, v(1)), lambda n: with_(nums(3), a), lambda n: with_(nums(3), a, b), lambda n: with_(nums(3), b, a), lambda n: zipped(with_(nums(3), a), with_(nums(3), b)),
              lambda n: with_(nums(3), a).to("TakeDataset", count=n)):
    f.graph("GetOptions", lambda n: [n + 0, R.GetOptions(input_dataset=build(n).h)], [i64(3)])


# Tables.
def table(d, query, key=S, value=tf.int64, dflt=-1, twice=None):
    def build(q):
        pipelines.count += 1
        t = R.HashTableV2(key_dtype=key, value_dtype=value, shared_name=f"ds{pipelines.count}")
        init = R.InitializeTableFromDataset(table_handle=t, dataset=d().h)
        if twice:
            with tf.control_dependencies([init]):
                init = R.InitializeTableFromDataset(table_handle=t, dataset=twice().h)
        return [R.LookupTableFindV2(table_handle=t, keys=q, default_value=tf.constant(dflt, value)), R.LookupTableSizeV2(table_handle=t)], [init]
    f.graph("InitializeTableFromDataset", build, [query])


words = lambda *w: slices(tf.constant(w))
q = text(b"a", b"b", b"none")
table(lambda: zipped(words("a", "b", "c"), nums(9)), q)
table(lambda: zipped(words("a", "b", "a"), nums(9)), q)
table(lambda: zipped(words("a", "b", "a"), nums(9).to("MapDataset", f=fn(lambda i: i * 0, tf.int64), other_arguments=[])), q)
table(lambda: zipped(words("a", "b"), nums(9).to("MapDataset", f=fn(lambda i: i * i + 3, tf.int64), other_arguments=[])), q)
table(lambda: zipped(words("a", "b"), nums(9).to("MapDataset", f=fn(lambda i: tf.gather(tf.constant([1], tf.int64), i), tf.int64), other_arguments=[])), q)
table(lambda: zipped(words("a", "b"), slices(tf.constant([0, 9, 0, 0], tf.int64)).to("MapDataset", f=fn(lambda i: tf.gather(tf.constant([1], tf.int64), i), tf.int64), other_arguments=[]).to("IgnoreErrorsDataset")), q)
table(lambda: zipped(nums(3), words("a", "b")), i64([0, 1, 7]), tf.int64, S, "-")
table(lambda: zipped(words("a", "b"), nums(0)), q)
# (A dataset of other types makes TensorFlow abort here.)
table(lambda: zipped(words("a", "b"), nums(3)), q, twice=lambda: zipped(words("a", "b"), nums(3)))
table(lambda: zipped(words("a", "b"), nums(3)), q, twice=lambda: zipped(words("a", "b", "c"), nums(3)))


# Records into files.
def written(d, op="DatasetToTFRecord", pack="", name=None):
    def build(n):
        pipelines.count += 1
        path = name or f"/tmp/smtui-op-cases/to{pipelines.count}"
        with tf.control_dependencies([R.WriteFile(filename=f"/tmp/smtui-op-cases/to{pipelines.count}", contents="")]):
            w = getattr(R, op)(input_dataset=d(n).h, filename=tf.identity(path), compression_type=pack)
        with tf.control_dependencies([w]):
            return [R.ReadFile(filename=tf.identity(path))]
    f.graph(op, build, [i64(3)])


texts = lambda n: rng(v(0), n, v(1)).to("MapDataset", [S], f=fn(lambda i: tf.strings.join(["rec", tf.as_string(i * 7)]), tf.int64), other_arguments=[])
written(texts)
written(texts, "ExperimentalDatasetToTFRecord")
written(lambda n: texts(n).to("TakeDataset", count=v(0)))
written(lambda n: rng(v(0), n, v(1)))
written(lambda n: zipped(texts(n), texts(n)))
written(texts, pack="OTHER")
written(texts, name="/nonexistent/smtui/x")


# MapDefun.
def defun(build, args, types, captured=(), shapes=None):
    g = lambda a: fn(build, *[t.dtype for t in a])
    f.graph("MapDefun", lambda *a: R.MapDefun(arguments=list(a[:len(args)]), captured_inputs=list(a[len(args):]), f=g(a), output_types=types,
                                              output_shapes=shapes or [None] * len(types)), list(args) + list(captured))


defun(lambda a: a * 2, [x], [tf.float32])
defun(lambda a: (a[0], tf.strings.as_string(a)), [x], [tf.float32, S])
defun(lambda a, b, c: a + c * tf.cast(b, tf.float32), [x, i32([0, 1, 2, 3, 4])], [tf.float32], captured=[f32(10)])
defun(lambda a: a * 2, [x], [tf.float32], shapes=[[2]])
defun(lambda a: a * 2, [x], [tf.float32], shapes=[[3]])
defun(lambda a: tf.range(a), [i32([2, 2])], [tf.int32])
defun(lambda a: a * 2, [f32(3)], [tf.float32])
defun(lambda a, b: a, [x, i32([1, 2])], [tf.float32])
defun(lambda a: a * 2, [x[:0]], [tf.float32], shapes=[[2]])
defun(lambda a: tf.gather([1, 2], a), [i32([0, 1, 5])], [tf.int32])
defun(lambda a: tf.while_loop(lambda k: k < 3, lambda k: k + 1, [tf.reshape(a, [])])[0], [i32([0, 1, 5])], [tf.int32])
f.write()
