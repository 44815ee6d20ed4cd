"""Lookup tables: make, fill, find, change, export. Writes tests/ops/cases/table.zip.gz."""
import itertools
from cases import *

f = Family("table")
R = tf.raw_ops
PAIRS = {
    "hash": {np.int32: [np.float32, np.float64, np.int32, bytes],
             np.int64: [np.float32, np.float64, np.int32, np.int64, bytes],
             bytes: [np.bool_, np.float32, np.float64, np.int32, np.int64, bytes]},
    "mutable": {np.int32: [np.float32, np.float64, np.int32],
                np.int64: [np.float32, np.float64, np.int32, np.int64, bytes],
                bytes: [np.bool_, np.float32, np.float64, np.int32, np.int64]},
}
PAIRS["dense"] = {np.int32: [np.float32, np.float64, np.int32],
                  np.int64: [np.bool_, np.float32, np.float64, np.int32, np.int64],
                  bytes: [np.bool_, np.float32, np.float64, np.int32, np.int64]}
count = itertools.count()


def of(dtype, *v):
    v = v[0] if len(v) == 1 else v
    if dtype is bytes:
        return np.vectorize(lambda x: (b"k%d" % x) if x else b"", otypes=[object])(np.array(v))
    return np.array(v).astype(dtype)


def dt(dtype):
    return tf.string if dtype is bytes else tf.as_dtype(dtype)


def table(op, key, value, name=None, **attrs):
    if "Anonymous" not in op:
        attrs["shared_name"] = name or f"t{next(count)}"
    return getattr(R, op)(key_dtype=dt(key), value_dtype=dt(value), **attrs)


def find(t, keys, dflt):
    return R.LookupTableFindV2(table_handle=t, keys=keys, default_value=dflt)


# every pair of types: made, filled, asked
for key, values in PAIRS["hash"].items():
    for value in values:
        def hash_case(k, v, q, d, key=key, value=value):
            t = table("HashTableV2", key, value)
            init = R.InitializeTableV2(table_handle=t, keys=k, values=v)
            return [find(t, q, d), R.LookupTableSizeV2(table_handle=t)], [init]
        f.graph("HashTableV2", hash_case, [of(key, 1, 0, 7), of(value, 1, 0, 3), of(key, [[7, 5], [1, 0]]),
                                           of(value, np.array(2))])
for key, values in PAIRS["mutable"].items():
    for value in values:
        def mutable_case(k, v, q, d, key=key, value=value):
            t = table("MutableHashTableV2", key, value)
            init = R.LookupTableInsertV2(table_handle=t, keys=k, values=v)
            return [find(t, q, d), R.LookupTableSizeV2(table_handle=t)] + list(
                R.LookupTableExportV2(table_handle=t, Tkeys=dt(key), Tvalues=dt(value))), [init]
        f.graph("MutableHashTableV2", mutable_case, [of(key, 1, 0, 7, 1), of(value, 1, 0, 3, 4),
                                                     of(key, [7, 5, 1]), of(value, np.array(2))])

        def vector_case(k, v, q, d, key=key, value=value):
            t = table("MutableHashTableOfTensorsV2", key, value, value_shape=[2])
            init = R.LookupTableInsertV2(table_handle=t, keys=k, values=v)
            return [find(t, q, d), R.LookupTableSizeV2(table_handle=t)] + list(
                R.LookupTableExportV2(table_handle=t, Tkeys=dt(key), Tvalues=dt(value))), [init]
        f.graph("MutableHashTableOfTensorsV2", vector_case,
                [of(key, 1, 0, 7), of(value, [[1, 2], [3, 4], [0, 6]]), of(key, [[7, 5, 1]]),
                 of(value, [2, 9])])
for key, values in PAIRS["dense"].items():
    for value in values:
        def dense_case(e, x, k, v, q, d, key=key, value=value):
            t = R.MutableDenseHashTableV2(empty_key=e, deleted_key=x, value_dtype=dt(value),
                                          shared_name=f"t{next(count)}", initial_num_buckets=4)
            init = R.LookupTableInsertV2(table_handle=t, keys=k, values=v)
            return [find(t, q, d), R.LookupTableSizeV2(table_handle=t)] + list(
                R.LookupTableExportV2(table_handle=t, Tkeys=dt(key), Tvalues=dt(value))), [init]
        f.graph("MutableDenseHashTableV2", dense_case,
                [of(key, np.array(0)), of(key, np.array(99)), of(key, 1, 5, 7, 9, 1), of(value, 1, 0, 3, 4, 5),
                 of(key, [7, 6, 1]), of(value, np.array(2))])


def old(q, d):
    """V1: a table by reference."""
    t = R.HashTable(key_dtype=tf.string, value_dtype=tf.int64, shared_name="old")
    init = R.InitializeTable(table_handle=t, keys=["a", "b"], values=tf.constant([1, 2], tf.int64))
    return [R.LookupTableFind(table_handle=t, keys=q, default_value=d), R.LookupTableSize(table_handle=t)], [init]


f.graph("LookupTableFind", old, [text(b"b", b"c"), i64(-1)])


def old_mutable(k, v, q, d):
    t = R.MutableHashTable(key_dtype=tf.int64, value_dtype=tf.float32, shared_name=f"t{next(count)}")
    with tf.control_dependencies([R.LookupTableInsert(table_handle=t, keys=k, values=v)]):
        keys, values = R.LookupTableExport(table_handle=t, Tkeys=tf.int64, Tvalues=tf.float32)
        found = R.LookupTableFind(table_handle=t, keys=q, default_value=d)
        size = R.LookupTableSize(table_handle=t)
    with tf.control_dependencies([keys, found, size]):
        again = R.LookupTableImport(table_handle=t, keys=q, values=tf.cast(q, tf.float32))
    with tf.control_dependencies([again]):
        return [keys, values, found, size, R.LookupTableSize(table_handle=t) + 0]


f.graph("LookupTableImport", old_mutable, [i64([5, 3]), f32([1, 2]), i64([3, 4]), f32(-1)], repeat=2)


def old_vectors(k, v, q, d):
    t = R.MutableHashTableOfTensors(key_dtype=tf.string, value_dtype=tf.float32, value_shape=[2],
                                    shared_name=f"t{next(count)}")
    with tf.control_dependencies([R.LookupTableInsert(table_handle=t, keys=k, values=v)]):
        return [R.LookupTableFind(table_handle=t, keys=q, default_value=d)]


f.graph("MutableHashTableOfTensors", old_vectors, [text([b"a"]), f32([[1, 2]]), text(b"a", b"b"), f32([0, 9])])


def old_dense(e, k, v, q, d):
    """Its definition has no deleted_key, which the kernel wants: TensorFlow cannot make one."""
    t = R.MutableDenseHashTable(empty_key=e, value_dtype=tf.float32, value_shape=[2],
                                shared_name=f"t{next(count)}", initial_num_buckets=8)
    with tf.control_dependencies([R.LookupTableInsert(table_handle=t, keys=k, values=v)]):
        return [R.LookupTableFind(table_handle=t, keys=q, default_value=d)] + list(
            R.LookupTableExport(table_handle=t, Tkeys=tf.int64, Tvalues=tf.float32))


f.graph("MutableDenseHashTable", old_dense, [i64([0, 0]), i64([[1, 2], [3, 4]]),
                                             f32([[1, 2], [3, 4]]), i64([[3, 4], [4, 3]]), f32([8, 9])])


def anonymous(op, **attrs):
    def build(k, v, q, d):
        t = getattr(R, op)(key_dtype=tf.int64, value_dtype=tf.int64, **attrs)
        fill = R.InitializeTableV2 if op == "AnonymousHashTable" else R.LookupTableInsertV2
        with tf.control_dependencies([fill(table_handle=t, keys=k, values=v)]):
            return [find(t, q, d), R.LookupTableSizeV2(table_handle=t)]
    return build


f.graph("AnonymousHashTable", anonymous("AnonymousHashTable"), [i64([1, 2]), i64([3, 4]), i64([2, 3]), i64(0)],
        repeat=2)
f.graph("AnonymousMutableHashTable", anonymous("AnonymousMutableHashTable"),
        [i64([1, 2]), i64([3, 4]), i64([2, 3]), i64(0)], repeat=2)
f.graph("AnonymousMutableHashTableOfTensors", anonymous("AnonymousMutableHashTableOfTensors", value_shape=[1]),
        [i64([1, 2]), i64([[3], [4]]), i64([2, 3]), i64([0])])


def anonymous_dense(e, x, k, v, q, d):
    t = R.AnonymousMutableDenseHashTable(empty_key=e, deleted_key=x, value_dtype=tf.int64)
    with tf.control_dependencies([R.LookupTableInsertV2(table_handle=t, keys=k, values=v)]):
        return [find(t, q, d), R.LookupTableSizeV2(table_handle=t)]


f.graph("AnonymousMutableDenseHashTable", anonymous_dense,
        [i64(0), i64(-1), i64([1, 2]), i64([3, 4]), i64([2, 3]), i64(0)])


# mutable tables: order of exports, removal, defaults for each key, growth
def big(k, q):
    t = table("MutableHashTableV2", np.int64 if k.dtype == tf.int64 else bytes, np.int64)
    v = tf.range(tf.size(k, out_type=tf.int64))
    with tf.control_dependencies([R.LookupTableInsertV2(table_handle=t, keys=k, values=v)]):
        return [find(t, q, tf.constant(-5, tf.int64))] + list(
            R.LookupTableExportV2(table_handle=t, Tkeys=k.dtype, Tvalues=tf.int64))


f.graph("LookupTableExportV2", big, [np.arange(400, 0, -3).astype(np.int64), i64([400, 2])])
f.graph("LookupTableExportV2", big, [i64([-1, 5, 2**40, 18, -2**63, 31, 44, 13]), i64([13])])
f.graph("LookupTableExportV2", big, [text([b"w%d" % (i * i) for i in range(60)]), text(b"w4", b"w5")])


def removal(op, n, **attrs):
    def build(k, v, r):
        t = table(op, np.int64, np.int64, **attrs)
        with tf.control_dependencies([R.LookupTableInsertV2(table_handle=t, keys=k, values=v)]):
            gone = R.LookupTableRemoveV2(table_handle=t, keys=r)
        with tf.control_dependencies([gone]):
            return [R.LookupTableSizeV2(table_handle=t),
                    find(t, k, tf.constant(-7, tf.int64) if n == 1 else tf.constant([-7, -8], tf.int64))]
    return build


f.graph("LookupTableRemoveV2", removal("MutableHashTableV2", 1), [i64([1, 2, 3]), i64([4, 5, 6]), i64([2, 9, 2])])
f.graph("LookupTableRemoveV2", removal("MutableHashTableV2", 1), [i64([1, 2, 3]), i64([4, 5, 6]), i64([])])
f.graph("LookupTableRemoveV2", removal("MutableHashTableOfTensorsV2", 2, value_shape=[2]),
        [i64([1, 2]), i64([[4, 5], [6, 7]]), i64([2])])
f.graph("LookupTableFindV2", lambda k, v, q, d: removal("MutableHashTableV2", 1)(k, v, q)[:1] + [
    find(table("MutableHashTableV2", np.int64, np.int64), q, d)], [i64([1]), i64([2]), i64([1, 2]), i64([5, 6])])
f.graph("LookupTableFindV2", lambda q, d: [find(table("MutableHashTableV2", np.int64, np.int64), q, d)],
        [i64(3), i64(4)])
f.graph("LookupTableFindV2", lambda q, d: [find(table("MutableHashTableV2", np.int64, np.int64), q, d)],
        [i64(np.zeros((0, 2))), i64(4)])
f.graph("LookupTableFindV2", lambda q, d: [find(table("MutableHashTableV2", np.int64, np.int64), q, d)],
        [i64([1, 2]), i64([4])])
f.graph("LookupTableFindV2", lambda q, d: [find(table("MutableHashTableOfTensorsV2", np.int64, np.int64,
                                                      value_shape=[2]), q, d)],
        [i64([1, 2]), i64([[4, 5], [6, 7]])])
f.graph("LookupTableFindV2", lambda q, d: [find(table("MutableHashTableOfTensorsV2", np.int64, np.int64,
                                                      value_shape=[2]), q, d)], [i64([1, 2]), i64([4, 5, 6])])
f.graph("LookupTableFindV2", lambda q, d: [find(table("HashTableV2", np.int64, np.int64), q, d)],
        [i64([1, 2]), i64(4)])


# dense tables
def dense(e, x, *steps, value_shape=(), buckets=4, load=0.8, value=np.int64):
    t = R.MutableDenseHashTableV2(empty_key=e, deleted_key=x, value_dtype=dt(value), value_shape=value_shape,
                                  shared_name=f"t{next(count)}", initial_num_buckets=buckets,
                                  max_load_factor=load)
    last, out = [t], []
    for op, a, b in steps:
        with tf.control_dependencies(last):
            if op == "insert":
                last = [R.LookupTableInsertV2(table_handle=t, keys=a, values=b)]
            elif op == "remove":
                last = [R.LookupTableRemoveV2(table_handle=t, keys=a)]
            elif op == "import":
                last = [R.LookupTableImportV2(table_handle=t, keys=a, values=b)]
            else:
                last = [find(t, a, b)]
                out += last
    with tf.control_dependencies(last):
        return out + [R.LookupTableSizeV2(table_handle=t)] + list(
            R.LookupTableExportV2(table_handle=t, Tkeys=e.dtype, Tvalues=dt(value)))


D = "MutableDenseHashTableV2"
f.graph(D, lambda e, x, a, b, r: dense(e, x, ("insert", a, b), ("remove", r, None), ("insert", r + 1, r)),
        [i64(0), i64(-1), np.arange(1, 30, dtype=np.int64), np.arange(1, 30, dtype=np.int64), i64([4, 8, 12, 77])])
f.graph(D, lambda e, x, a, b, r: dense(e, x, ("insert", a, b), ("remove", r, None), value_shape=[2]),
        [np.array(b"", object), np.array(b"x", object), text(b"a", b"b", b"cc", b"ddd", b"e" * 20),
         np.arange(10, dtype=np.int64).reshape(5, 2), text([b"b"])])
f.graph(D, lambda e, x, a, b: dense(e, x, ("import", a, b), ("find", a[:1, 0], b[0, 0])),
        [i64(0), i64(-1), i64([[4], [5], [0], [-1]]), i64([[1], [2], [3], [4]])])
f.graph(D, lambda e, x, a, b: dense(e, x, ("import", a, b)), [i64(0), i64(-1), i64([[4], [5]]), i64([[1, 2], [2, 3]])])
# (a scalar key in insert and remove: TensorFlow's message has a random number in it)
f.graph(D, lambda e, x, a, b: dense(e, x, ("insert", a, b)), [i64(0), i64(-1), i64([3, 0]), i64([4, 5])])
f.graph(D, lambda e, x, a, b: dense(e, x, ("insert", a, b)), [i64(0), i64(-1), i64([3, -1]), i64([4, 5])])
f.graph(D, lambda e, x, a, b: dense(e, x, ("insert", a, b)), [i64(0), i64(-1), i64([[3, 1]]), i64([[4, 5]])])
f.graph(D, lambda e, x, a, b: dense(e, x, ("find", a, b)), [i64(0), i64(-1), i64([3, 0]), i64(4)])
f.graph(D, lambda e, x, a, b: dense(e, x, ("find", a, b)), [i64(0), i64(-1), i64([-1]), i64(4)])
f.graph(D, lambda e, x, a, b: dense(e, x, ("find", a, b)), [i64(0), i64(-1), i64([[3, 1], [1, 1]]), i64(4)])
f.graph(D, lambda e, x, a, b: dense(e, x, ("find", a, b)), [i64([0, 0]), i64([0, -1]), i64([3, 1, 2]), i64(4)])
f.graph(D, lambda e, x, a, b: dense(e, x, ("remove", a, b)), [i64(0), i64(-1), i64([0]), i64(4)])
f.graph(D, lambda e, x: dense(e, x), [i64(0), i64(0)])
f.graph(D, lambda e, x: dense(e, x), [i64(0), i64([0])])
f.graph(D, lambda e, x: dense(e, x), [i64([[0]]), i64([[0]])])
f.graph(D, lambda e, x: dense(e, x, buckets=6), [i64(0), i64(1)])
f.graph(D, lambda e, x: dense(e, x, buckets=2), [i64(0), i64(1)])
f.graph(D, lambda e, x: dense(e, x, load=1.5), [i64(0), i64(1)])
f.graph(D, lambda e, x: dense(e, x, load=0.0), [i64(0), i64(1)])
f.graph(D, lambda e, x: dense(e, x, value_shape=[2, 2]), [i64(0), i64(1)])


# filling a table: what goes wrong
def init(k, v, key=bytes, value=np.int64, op="HashTableV2", then=None):
    t = table(op, key, value)
    first = R.InitializeTableV2(table_handle=t, keys=k, values=v)
    if then:
        with tf.control_dependencies([first]):
            first = then(t)
    with tf.control_dependencies([first]):
        return [R.LookupTableSizeV2(table_handle=t)]


I = "InitializeTableV2"
f.graph(I, init, [text(b"a", b"b", b"a"), i64([1, 2, 1])])
f.graph(I, init, [text(b"a", b"b", b"a"), i64([1, 2, 3])])
f.graph(I, lambda k, v: init(k, v, np.int64, bytes), [i64([1, 1]), text(b"x", b"y")])
f.graph(I, lambda k, v: init(k, v, np.int64, np.float32), [i64([1, 1]), f32([0.1, 1e20])])
f.graph(I, lambda k, v: init(k, v, np.int64, np.float64), [i64([1, 1]), f64([0.1, 1 / 3])])
f.graph(I, lambda k, v: init(k, v, np.int64, np.float64), [i64([1, 1]), f64([np.inf, -1e300])])
f.graph(I, lambda k, v: init(k, v, np.int64, np.float32), [i64([1, 1]), f32([np.nan, -np.inf])])
f.graph(I, lambda k, v: init(k, v, np.int64, np.float32), [i64([1, 1]), f32([-0.0, 0.0])])
f.graph(I, lambda k, v: init(k, v, bytes, np.bool_), [text(b"q", b"q"), np.array([True, False])])
f.graph(I, lambda k, v: init(k, v, np.int32, np.int32), [i32([4, 4]), i32([-1, 2])])
f.graph(I, init, [text([]), i64([])])
f.graph(I, init, [text(b"a", b"b"), i64([1])])
f.graph(I, init, [np.array(b"a", object), i64([1])])
f.graph(I, init, [text([b"a"]), i64([[1]])])
f.graph(I, init, [i64([1]), i64([1])])
f.graph(I, lambda k, v: init(k, v, op="MutableHashTableV2"), [text([b"a"]), i64([1])])
again = lambda k, v: lambda t: R.InitializeTableV2(table_handle=t, keys=k, values=tf.constant(v, tf.int64))
f.graph(I, lambda k, v: init(k, v, then=again(["c"], [1])), [text([b"a"]), i64([1])])
f.graph(I, lambda k, v: init(k, v, then=again(["c", "d"], [1, 2])), [text([b"a"]), i64([1])])
f.graph(I, lambda k, v: init(k, v, then=lambda t: R.LookupTableInsertV2(table_handle=t, keys=k, values=v)),
        [text([b"a"]), i64([1])])
f.graph(I, lambda k, v: init(k, v, then=lambda t: R.LookupTableRemoveV2(table_handle=t, keys=k)),
        [text([b"a"]), i64([1])])
f.graph(I, lambda k, v: init(k, v, then=lambda t: R.LookupTableImportV2(table_handle=t, keys=k, values=v)),
        [text([b"a"]), i64([1])])
f.graph(I, lambda k, v: init(k, v, then=lambda t: R.LookupTableImportV2(table_handle=t, keys=k, values=v)),
        [text(b"a", b"a"), i64([1, 1])])
f.graph("LookupTableExportV2", lambda k, v: init(k, v, then=lambda t: R.LookupTableExportV2(
    table_handle=t, Tkeys=tf.string, Tvalues=tf.int64)[0]), [text([b"a"]), i64([1])])


def one(k, v):
    t = table("HashTableV2", bytes, np.int64)
    with tf.control_dependencies([R.InitializeTableV2(table_handle=t, keys=k, values=v)]):
        return list(R.LookupTableExportV2(table_handle=t, Tkeys=tf.string, Tvalues=tf.int64))


f.graph("LookupTableExportV2", one, [text([b"a"]), i64([1])])


def empty_table(fn, key=bytes, value=np.int64, op="HashTableV2", **attrs):
    def build(*args):
        r = fn(table(op, key, value, **attrs), *args)
        r = r if isinstance(r, (list, tuple)) else [r]
        with tf.control_dependencies([x if isinstance(x, tf.Operation) else x.op for x in r]):
            return [tf.constant(1)]
    return build


f.graph("LookupTableFindV2", empty_table(find), [text([b"a"]), i64(1)])
f.graph("LookupTableFindV2", empty_table(find), [i32([1]), i64(1)])
f.graph("LookupTableFindV2", empty_table(find), [text([b"a"]), i32(1)])
f.graph("LookupTableInsertV2", empty_table(lambda t, k, v: R.LookupTableInsertV2(table_handle=t, keys=k, values=v),
                                           op="MutableHashTableV2"), [text([b"a"]), i64([1, 2])])
f.graph("LookupTableInsertV2", empty_table(lambda t, k, v: R.LookupTableInsertV2(table_handle=t, keys=k, values=v),
                                           op="MutableHashTableOfTensorsV2", value_shape=[3]),
        [text([b"a"]), i64([[1, 2]])])
f.graph("LookupTableInsertV2", empty_table(lambda t, k, v: R.LookupTableInsertV2(table_handle=t, keys=k, values=v),
                                           op="MutableHashTableV2"), [text([b"a"]), i32([1])])
f.graph("LookupTableRemoveV2", empty_table(lambda t, k: R.LookupTableRemoveV2(table_handle=t, keys=k),
                                           op="MutableHashTableV2"), [i32([1])])
f.graph("LookupTableImportV2", empty_table(lambda t, k, v: R.LookupTableImportV2(table_handle=t, keys=k, values=v),
                                           op="MutableHashTableV2"), [text([b"a"]), i64([1, 2])])
f.graph("LookupTableExportV2", empty_table(lambda t: R.LookupTableExportV2(
    table_handle=t, Tkeys=tf.string, Tvalues=tf.int64)), [])
f.graph("MutableHashTableOfTensorsV2", empty_table(lambda t: t, op="MutableHashTableOfTensorsV2"), [])
f.graph("MutableHashTableOfTensorsV2", empty_table(lambda t: t, op="MutableHashTableOfTensorsV2",
                                                   value_shape=[2, 3]), [])


def two_types():
    a = table("HashTableV2", bytes, np.int64, name="two_types")
    with tf.control_dependencies([a]):
        b = table("HashTableV2", bytes, bytes, name="two_types")
    return [R.LookupTableSizeV2(table_handle=b)]


f.graph("HashTableV2", two_types)


def destroyed(k, v):
    t = table("MutableHashTableV2", bytes, np.int64, name="destroyed")
    with tf.control_dependencies([R.LookupTableInsertV2(table_handle=t, keys=k, values=v)]):
        gone = R.DestroyResourceOp(resource=t)
    with tf.control_dependencies([gone]):
        return [R.LookupTableSizeV2(table_handle=t)]


f.graph("LookupTableSizeV2", destroyed, [text([b"a"]), i64([1])])
f.write()
