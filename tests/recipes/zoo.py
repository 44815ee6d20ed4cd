"""Makes tests/models/zoo, and tests/models/tf1: small models of many kinds with TensorFlow's answers, laid out as a corpus.

    python tests/recipes/zoo.py [NAME ...]

    NAME/model                  the SavedModel
    NAME/expected/SIGNATURE/    in_KEY.npy, out_KEY.npy: what goes in, what TensorFlow 2.15.1 answers
    NAME/expected/fn-F-N/       the same for trace N of the root object's function F
    NAME/expected/meta.json     which ran, which gave the same answer twice

All signatures of a model are called in one session, each twice, in the order of their keys; the first
answers are kept. tests/unit/corpus_run reads it ("make check" runs it).
"""
import os
import shutil
import sys

from common import MODELS, session_config, set_up, versions, write_json
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
K = tf.keras
TF1 = "tf1_branches", "tf1_odd", "tf1_nested", "tf1_recurrent"	# laid into tests/models/tf1
RNG = np.random.RandomState(7)
F32 = tf.float32


def floats(*shape):
    return RNG.uniform(-1, 1, shape).astype(np.float32)


def ints(high, *shape):
    return RNG.randint(0, high, shape).astype(np.int32)


# ---- Keras ----

def keras(layers, shape, dtype=None):
    inputs = K.Input(shape, dtype=dtype, name="x")
    y = inputs
    for layer in layers:
        y = layer(y)
    return K.Model(inputs, y)


def save_keras(model, folder, whole=True):
    """whole: with Keras' own objects and traces (of recurrent layers these are megabytes)."""
    call = tf.function(lambda x: {"y": model(x, training=False)})
    spec = tf.TensorSpec([None] + list(model.input.shape[1:]), model.input.dtype, "x")
    box = model if whole else tf.Module()
    box.kept = model.variables
    box.serve = call
    tf.saved_model.save(box, folder, signatures=call.get_concrete_function(spec))


def conv(folder):
    L = K.layers
    save_keras(keras([
        L.Conv2D(6, 3, strides=2, padding="same", activation="relu"), L.BatchNormalization(),
        L.DepthwiseConv2D(3, padding="same"), L.ReLU(6.0), L.MaxPooling2D(2),
        L.Conv2D(8, 1, use_bias=False), L.LeakyReLU(), L.GlobalAveragePooling2D(),
        L.Dense(5, activation="softmax")], (16, 16, 3)), folder)
    return {"serving_default": {"x": floats(2, 16, 16, 3)}}


def conv_more(folder):
    L = K.layers
    save_keras(keras([
        L.ZeroPadding2D(1), L.SeparableConv2D(4, 3, activation="elu"),
        L.Conv2DTranspose(3, 3, strides=2, padding="same"), L.AveragePooling2D(2),
        L.UpSampling2D(2), L.Cropping2D(1), L.PReLU(shared_axes=[1, 2]),
        L.Conv2D(2, 3, dilation_rate=2, activation="tanh"), L.Flatten(), L.Dense(4, "sigmoid")],
        (8, 8, 2)), folder)
    return {"serving_default": {"x": floats(2, 8, 8, 2)}}


def conv_1d_3d(folder):
    L = K.layers
    save_keras(keras([
        L.Conv1D(4, 3, padding="causal"), L.MaxPooling1D(2), L.Reshape((2, 2, 2, 4)),
        L.Conv3D(3, 2, padding="same", activation="selu"), L.GlobalMaxPooling3D(), L.Dense(2)],
        (16, 3)), folder)
    return {"serving_default": {"x": floats(2, 16, 3)}}


def lstm(folder):
    L = K.layers
    save_keras(keras([L.LSTM(4, return_sequences=True), L.LSTM(3), L.Dense(2)], (5, 3)), folder,
               whole=False)
    return {"serving_default": {"x": floats(2, 5, 3)}}


def gru(folder):
    L = K.layers
    save_keras(keras([L.GRU(4, return_sequences=True), L.GRU(3, reset_after=False), L.Dense(2)],
                     (5, 3)), folder)
    return {"serving_default": {"x": floats(3, 5, 3)}}


def bidirectional(folder):
    L = K.layers
    save_keras(keras([L.Bidirectional(L.LSTM(3, return_sequences=True)),
                      L.Bidirectional(L.GRU(2), merge_mode="sum"), L.Dense(2)],
                     (4, 3)), folder, whole=False)
    return {"serving_default": {"x": floats(2, 4, 3)}}


def attention(folder):
    x = K.Input((6, 8), name="x")
    y = K.layers.MultiHeadAttention(2, 4)(x, x)
    y = K.layers.LayerNormalization()(x + y)
    z = K.layers.Dense(16, activation="gelu")(y)
    y = K.layers.LayerNormalization()(y + K.layers.Dense(8)(z))
    save_keras(K.Model(x, K.layers.GlobalAveragePooling1D()(y)), folder)
    return {"serving_default": {"x": floats(2, 6, 8)}}


def embedding(folder):
    L = K.layers
    save_keras(keras([L.Embedding(20, 4, mask_zero=True), L.LSTM(3), L.Dense(2, "softmax")],
                     (6,), "int32"), folder, whole=False)
    x = ints(20, 3, 6)
    x[0, 4:] = 0
    x[2, 1:] = 0
    return {"serving_default": {"x": x}}


def two_inputs(folder):
    a, b = K.Input((3,), name="a"), K.Input((4,), name="b")
    c = K.layers.Concatenate()([K.layers.Dense(4, "relu")(a), b])
    d = K.layers.Multiply()([K.layers.Dense(4, "softplus")(c), b])
    model = K.Model([a, b], {"sum": K.layers.Add()([d, b]), "wide": c})
    tf.saved_model.save(model, folder)
    return {"serving_default": {"a": floats(2, 3), "b": floats(2, 4)}}


# ---- TensorFlow 1 ----

def save_v1(folder, build, doors=("serving_default",), **more):
    """doors: signatures; those that build gives no inputs for have theirs in there, by name."""
    v1.disable_control_flow_v2()
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        v1.set_random_seed(3)
        inputs, outputs, options = build()
        session.run([v1.global_variables_initializer(), v1.tables_initializer()])
        info = v1.saved_model.build_tensor_info
        signatures = {}
        for name in doors:
            ins, outs = doors[name] if not inputs else (inputs, outputs)
            signatures[name] = v1.saved_model.build_signature_def(
                {k: info(t) for k, t in ins.items()}, {k: info(t) for k, t in outs.items()},
                "tensorflow/serving/predict")
        builder = v1.saved_model.Builder(folder)
        builder.add_meta_graph_and_variables(session, ["serve"], signatures, **options, **more)
        builder.save()
    v1.enable_control_flow_v2()


def tf1_loops(folder):
    """A loop with a TensorArray, with a conditional in it."""
    def build():
        x = v1.placeholder(F32, [None, 3], "x")
        n = tf.shape(x)[0]
        rows = tf.TensorArray(F32, n)

        def body(i, total, rows):
            row = v1.cond(tf.reduce_sum(x[i]) > 0, lambda: x[i] * 2, lambda: -x[i])
            return i + 1, total + row, rows.write(i, row)
        _, total, rows = v1.while_loop(lambda i, t, r: i < n, body, (0, tf.zeros([3]), rows))
        return {"x": x}, {"total": total, "rows": rows.stack()}, {}
    save_v1(folder, build)
    return {"serving_default": {"x": floats(5, 3)}}


def dynamic_rnn(folder):
    def build():
        x = v1.placeholder(F32, [None, 5, 3], "x")
        length = v1.placeholder(tf.int32, [None], "length")
        cell = v1.nn.rnn_cell.MultiRNNCell([v1.nn.rnn_cell.LSTMCell(4),
                                            v1.nn.rnn_cell.GRUCell(3)])
        y, state = v1.nn.dynamic_rnn(cell, x, length, dtype=F32)
        return {"x": x, "length": length}, {"y": y, "h": state[0].h, "gru": state[1]}, {}
    save_v1(folder, build)
    return {"serving_default": {"x": floats(3, 5, 3), "length": np.array([5, 2, 0], np.int32)}}


def halvings(n):
    """How often n can be halved: a loop that never ends if it runs for 0."""
    return v1.while_loop(lambda m, k: tf.equal(m % 2, 0), lambda m, k: (m // 2, k + 1), (n, tf.constant(0)))[1]


def tf1_branches(folder):
    """Conditionals in conditionals, on one predicate one after another, with constants, with a loop, with a TensorArray and
    with an Assert in a branch; switch and merge by hand, and what a merge says of its choice."""
    from tensorflow.python.ops import control_flow_ops

    def build():
        x = v1.placeholder(F32, [None, 3], "x")
        n = v1.placeholder(tf.int32, [], "n")
        yes = n > 2
        first = v1.cond(yes, lambda: x * 2, lambda: tf.nn.relu(x) + 1)
        second = v1.cond(yes, lambda: first - x, lambda: first * first)
        inner = v1.cond(yes, lambda: v1.cond(n > 4, lambda: tf.constant([5.0]), lambda: x[:, 0] + 1),
                        lambda: v1.cond(n > 0, lambda: tf.constant([1.0, 2.0]), lambda: -x[:, 1]))
        case = v1.case([(tf.equal(n, 1), lambda: tf.constant(10)), (tf.equal(n, 5), lambda: n * 3)],
                       default=lambda: n - 1)
        loop = v1.cond(n > 0, lambda: halvings(n), lambda: tf.constant(-1))
        start = v1.cond(n < 0, lambda: halvings(tf.constant(0)), lambda: tf.constant(7))

        def rows():
            ta = tf.TensorArray(F32, 2).write(0, x[0]).write(1, x[1] * 3)
            return ta.stack()
        array = v1.cond(yes, rows, lambda: x[:1])
        with tf.control_dependencies([v1.Assert(tf.reduce_all(x < 5), [x, n])]):
            safe = v1.cond(yes, lambda: checked(x, n), lambda: x + 0.5)
        no_way, way = control_flow_ops.switch(x, yes)
        _, index = control_flow_ops.merge([tf.exp(way), -no_way])
        training = v1.placeholder_with_default(False, [], "training")
        noisy = v1.cond(training, lambda: x + v1.random_uniform([3]), lambda: x)
        return ({"x": x, "n": n},
                {"second": second, "inner": inner, "case": case, "loop": loop, "start": start, "array": array,
                 "safe": safe, "index": index, "noisy": noisy + 1}, {})

    def checked(x, n):
        with tf.control_dependencies([v1.Assert(n > 2, [n])]):
            return x - tf.cast(n, F32)
    doors = {f"n{n}": {"x": floats(4, 3), "n": np.int32(n)} for n in (0, 1, 4, 5)}
    save_v1(folder, build, doors)
    return doors


def tf1_odd(folder):
    """What no builder writes, and runs: a merge of two predicates' branches, one of which is there; a way that may be dead."""
    from tensorflow.python.ops import control_flow_ops

    def build():
        x = v1.placeholder(F32, [None], "x")
        a = v1.placeholder(tf.bool, [], "a")
        b = v1.placeholder(tf.bool, [], "b")
        _, first = control_flow_ops.switch(x, a)
        second, third = control_flow_ops.switch(x * 2, b)
        merged, index = control_flow_ops.merge([first, second], name="either")
        doors["either"] = ({"x": x, "a": a, "b": b}, {"merged": merged + 1, "index": index})
        doors["way"] = ({"x": x, "b": b}, {"third": third * 3})
        return {}, {}, {}
    doors = {}
    save_v1(folder, build, doors)
    return {"either": {"x": floats(3), "a": np.bool_(True), "b": np.bool_(True)},
            "way": {"x": floats(3), "b": np.bool_(True)}}


def tf1_nested(folder):
    """Loops in loops and branches, branches in loops; values that stay, that grow, that nobody reads."""
    def build():
        x = v1.placeholder(F32, [None, 3], "x")
        n = v1.placeholder(tf.int32, [], "n")
        w = v1.get_variable("w", [3, 3], initializer=v1.random_uniform_initializer(-1, 1, seed=4))

        def outer(i, h, total, grown, stays):
            def inner(j, s):
                s = v1.cond(tf.equal((i + j) % 2, 0), lambda: s + tf.cast(j, F32) * stays, lambda: s * 0.5)
                return j + 1, s
            _, s = v1.while_loop(lambda j, s: tf.logical_and(j < i, tf.reduce_sum(s) < 9), inner, (tf.constant(0), total))
            h = tf.tanh(v1.matmul(h, w) + stays)
            more = v1.cond(i > 1, lambda: tf.cast(halvings((i + 1) * 4), F32), lambda: tf.constant(0.25))
            with tf.control_dependencies([v1.Assert(i < 100, [i])]):
                i = i + 1
            return i, h, s + more, tf.concat([grown, h[:1]], 0), stays
        start = (tf.constant(0), x, tf.constant(0.5), x[:1], tf.reduce_mean(x))
        i, h, total, grown, _ = v1.while_loop(
            lambda i, *_: v1.cond(n > 3, lambda: i < 3, lambda: i < n), outer, start,
            shape_invariants=tuple(v1.TensorShape([None, 3]) if t is start[3] else t.shape for t in start))
        squares = v1.map_fn(lambda r: tf.reduce_sum(r * r) + v1.foldl(lambda a, e: a * e, r), x)
        maybe = v1.cond(n > 1, lambda: v1.while_loop(lambda k, y: k < n, lambda k, y: (k + 1, y + x), (tf.constant(1), x))[1],
                        lambda: tf.zeros_like(x))
        slope = v1.gradients(v1.while_loop(lambda k, y: k < 3, lambda k, y: (k + 1, y * y * w),
                                           (tf.constant(0), w * 0.9))[1], [w])[0]
        return ({"x": x, "n": n}, {"i": i, "h": h, "total": total, "grown": grown, "squares": squares,
                                   "maybe": maybe, "slope": slope}, {})
    doors = {f"n{n}": {"x": floats(4, 3), "n": np.int32(n)} for n in (0, 1, 3, 6)}
    save_v1(folder, build, doors)
    return doors


def tf1_recurrent(folder):
    """dynamic_rnn with the cells of TensorFlow 1, with lengths and without."""
    def build():
        x = v1.placeholder(F32, [None, 6, 3], "x")
        length = v1.placeholder(tf.int32, [None], "length")
        cells = v1.nn.rnn_cell
        basic, (c, h) = v1.nn.dynamic_rnn(cells.BasicLSTMCell(8), x, dtype=F32, scope="basic")
        gru, state = v1.nn.dynamic_rnn(cells.GRUCell(17), basic, length, dtype=F32, scope="gru")
        return {"x": x, "length": length}, {"c": c, "h": h, "gru": gru, "state": state}, {}
    save_v1(folder, build)
    return {"serving_default": {"x": floats(3, 6, 3), "length": np.array([6, 2, 0], np.int32)}}


def tables_v1(folder):
    """A vocabulary file among the assets, filled by the main op."""
    path = os.path.join("/tmp", "vocab.txt")
    with open(path, "w") as f:
        f.write("apple\nbanana\ncherry\n")

    def build():
        words = v1.placeholder(tf.string, [None], "words")
        asset = tf.constant(path, name="vocab")
        v1.add_to_collection(v1.GraphKeys.ASSET_FILEPATHS, asset)
        table = tf.lookup.StaticVocabularyTable(tf.lookup.TextFileInitializer(
            asset, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64,
            tf.lookup.TextFileIndex.LINE_NUMBER), 2)
        ids = table.lookup(words)
        back = tf.lookup.StaticHashTable(tf.lookup.TextFileInitializer(
            asset, tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER, tf.string,
            tf.lookup.TextFileIndex.WHOLE_LINE), "?")
        return ({"words": words}, {"ids": ids, "back": back.lookup(ids)},
                {"main_op": v1.tables_initializer(),
                 "assets_collection": v1.get_collection(v1.GraphKeys.ASSET_FILEPATHS)})
    save_v1(folder, build)
    return {"serving_default": {"words": np.array([b"banana", b"zucchini", b"apple", b""])}}


def init_legacy(folder):
    """A legacy_init_op that changes a variable after the restore."""
    def build():
        x = v1.placeholder(F32, [None], "x")
        v = v1.get_variable("v", initializer=3.0, use_resource=False)
        local = v1.get_local_variable("l", initializer=1.0, use_resource=True)
        init = v1.group(v1.assign(v, 5.0), local.initializer)
        return {"x": x}, {"y": x * v + local}, {"legacy_init_op": init}
    save_v1(folder, build)
    return {"serving_default": {"x": floats(4)}}


def train_and_serve(folder):
    """Two MetaGraphs: tags serve and train,gpu."""
    v1.disable_control_flow_v2()
    builder = v1.saved_model.Builder(folder)
    for tags, factor in ((["serve"], 2.0), (["train", "gpu"], 7.0)):
        with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
            x = v1.placeholder(F32, [None], "x")
            v = v1.get_variable("v", initializer=10.0, use_resource=True)
            session.run(v1.global_variables_initializer())
            info = v1.saved_model.build_tensor_info
            door = v1.saved_model.build_signature_def({"x": info(x)}, {"y": info(x * factor + v)},
                                                      "tensorflow/serving/predict")
            if tags == ["serve"]:
                builder.add_meta_graph_and_variables(session, tags, {"serve_door": door})
            else:
                builder.add_meta_graph(tags, {"train_door": door})
    builder.save()
    v1.enable_control_flow_v2()
    return {"serve_door": {"x": floats(3)}, "train_door": {"x": floats(3)}}


# ---- tf.Module ----

def save_module(module, folder, doors):
    tf.saved_model.save(module, folder, signatures=doors)


def function(*specs, **named):
    specs = [tf.TensorSpec(s, d, n) for s, d, n in specs]
    return tf.function(input_signature=specs)


class Tables(tf.Module):
    def __init__(self, path):
        self.file = tf.saved_model.Asset(path)
        self.ages = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(
            tf.constant(["ann", "bob"]), tf.constant([31, 42], tf.int64)), -1)
        self.lines = tf.lookup.StaticHashTable(tf.lookup.TextFileInitializer(
            self.file, tf.string, 0, tf.float32, 1, delimiter="\t"), np.float32(0.5))
        self.seen = tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, 0)

    @function(([None], tf.string, "k"))
    def look(self, k):
        return {"age": self.ages[k], "line": self.lines[k], "size": self.ages.size()}

    @function(([None], tf.string, "k"))
    def count(self, k):
        self.seen.insert(k, self.seen[k] + 1)
        return {"n": self.seen[k]}


def tables_v2(folder):
    path = os.path.join("/tmp", "lines.tsv")
    with open(path, "w") as f:
        f.write("ann\t1.5\nzoe\t-2\n")
    m = Tables(path)
    save_module(m, folder, {"look": m.look, "count": m.count})
    k = np.array([b"ann", b"zoe", b"bob"])
    return {"count": {"k": k}, "look": {"k": k}}


class Counter(tf.Module):
    def __init__(self):
        self.n = tf.Variable(0, dtype=tf.int64)
        self.rows = tf.Variable(tf.zeros([3, 2]))

    @function(([], tf.int64, "by"))
    def add(self, by):
        return {"n": self.n.assign_add(by)}

    @function(([None], tf.int32, "at"), ([None, 2], F32, "rows"))
    def scatter(self, at, rows):
        self.rows.scatter_nd_add(at[:, None], rows)
        self.rows[0, 1].assign(9.0)
        return {"rows": self.rows.read_value()}

    @tf.function(input_signature=[])
    def get(self):
        return {"n": self.n.read_value()}


def counter(folder):
    m = Counter()
    save_module(m, folder, {"add": m.add, "get": m.get, "scatter": m.scatter})
    return {"add": {"by": np.int64(3)}, "get": {},
            "scatter": {"at": np.array([2, 0, 2], np.int32), "rows": floats(3, 2)}}


class Maps(tf.Module):
    @function(([None, 3], F32, "x"))
    def mapped(self, x):
        sums = tf.map_fn(lambda r: tf.reduce_sum(tf.sort(r)[:2]), x)
        scanned = tf.scan(lambda a, r: a * 0.5 + r, x)
        folded = tf.foldl(lambda a, r: tf.maximum(a, r), x)
        pairs = tf.map_fn(lambda r: (tf.argmax(r, output_type=tf.int32), r[0]), x,
                          fn_output_signature=(tf.int32, F32))
        return {"sums": sums, "scanned": scanned, "folded": folded, "at": pairs[0],
                "first": pairs[1]}

    @function(([None, 3], F32, "x"))
    def vectorized(self, x):
        return {"y": tf.vectorized_map(lambda r: tf.linalg.norm(r) + r[1], x)}


def map_fn(folder):
    m = Maps()
    save_module(m, folder, {"mapped": m.mapped, "vectorized": m.vectorized})
    x = floats(4, 3)
    return {"mapped": {"x": x}, "vectorized": {"x": x}}


class Flow(tf.Module):
    def __init__(self):
        self.w = tf.Variable(floats(2, 2))

    @tf.function
    def inner(self, x, twice):
        return tf.tanh(x @ self.w) * (2.0 if twice else 1.0)

    @tf.function
    def middle(self, x):
        return self.inner(x, True) + self.inner(x, twice=False)

    @function(([None, 2], F32, "x"))
    def nested(self, x):
        return {"y": self.middle(self.middle(x))}

    @function(([], tf.int32, "n"), ([2, 2], F32, "x"))
    def cond_in_while(self, n, x):
        def body(i, x, odd):
            x, odd = tf.cond(i % 2 == 0, lambda: (self.inner(x, True), odd),
                             lambda: (tf.while_loop(lambda j, v: j < i,
                                                    lambda j, v: (j + 1, v * 0.9), (0, x))[1],
                                      odd + 1))
            return i + 1, x, odd
        _, x, odd = tf.while_loop(lambda i, x, o: i < n, body, (0, x, 0))
        return {"x": x, "odd": odd}

    @function(([], tf.int32, "k"), ([None], F32, "x"))
    def case(self, k, x):
        y = tf.switch_case(k, [lambda: tf.reduce_sum(x), lambda: tf.reduce_max(x),
                               lambda: tf.norm(x)])
        grown = x
        for i in tf.range(3):
            tf.autograph.experimental.set_loop_options(
                shape_invariants=[(grown, tf.TensorShape([None]))])
            grown = tf.concat([grown, x[:1] * tf.cast(i, F32)], 0)
            if tf.size(grown) > 5:
                break
        return {"y": y, "grown": grown}


def flow(folder):
    m = Flow()
    save_module(m, folder, {"nested": m.nested, "cond_in_while": m.cond_in_while, "case": m.case})
    return {"nested": {"x": floats(3, 2)},
            "cond_in_while": {"n": np.int32(5), "x": floats(2, 2)},
            "case": {"k": np.int32(2), "x": floats(4)}}


class Strings(tf.Module):
    @function(([None], tf.string, "s"))
    def clean(self, s):
        low = tf.strings.lower(tf.strings.strip(s))
        words = tf.strings.split(tf.strings.regex_replace(low, "[^a-z ]+", ""))
        return {"low": low, "joined": tf.strings.reduce_join(s, separator="|"),
                "words": words.flat_values, "splits": words.row_splits,
                "padded": words.to_tensor("-"), "length": tf.strings.length(s),
                "bucket": tf.strings.to_hash_bucket_fast(low, 100),
                "sub": tf.strings.substr(tf.strings.join([s, "-----"]), 1, 4)}

    @function(([None], F32, "x"))
    def format(self, x):
        text = tf.strings.as_string(x, precision=3)
        return {"text": text, "back": tf.strings.to_number(text)}


def strings(folder):
    m = Strings()
    save_module(m, folder, {"clean": m.clean, "format": m.format})
    return {"clean": {"s": np.array([b"  Hello, World ", b"", b"a1 b2 C3"])},
            "format": {"x": floats(3)}}


class Ragged(tf.Module):
    @function(([None], F32, "values"), ([None], tf.int64, "splits"))
    def rows(self, values, splits):
        r = tf.RaggedTensor.from_row_splits(values, splits)
        return {"sum": tf.reduce_sum(r, axis=1), "dense": r.to_tensor(-1.0),
                "doubled": (r * 2.0).flat_values, "lengths": r.row_lengths(),
                "mean": tf.reduce_mean(r, axis=1)}

    @function(([None, None], F32, "x"))
    def sparse(self, x):
        s = tf.sparse.from_dense(x)
        return {"n": tf.shape(s.values)[0], "dense": tf.sparse.to_dense(s),
                "times": tf.sparse.sparse_dense_matmul(s, tf.transpose(x)),
                "sum": tf.sparse.reduce_sum(s, 1)}


def ragged(folder):
    m = Ragged()
    save_module(m, folder, {"rows": m.rows, "sparse": m.sparse})
    x = floats(3, 4)
    x[x < 0] = 0
    return {"rows": {"values": floats(6), "splits": np.array([0, 2, 2, 6], np.int64)},
            "sparse": {"x": x}}


class Examples(tf.Module):
    @function(([None], tf.string, "examples"))
    def parse(self, examples):
        f = tf.io.parse_example(examples, {
            "age": tf.io.FixedLenFeature([], tf.int64, 7),
            "xy": tf.io.FixedLenFeature([2], F32),
            "name": tf.io.FixedLenFeature([], tf.string, "nobody"),
            "tags": tf.io.VarLenFeature(tf.string),
            "more": tf.io.RaggedFeature(F32)})
        return {"age": f["age"], "xy": f["xy"] * 2.0, "name": f["name"],
                "tags": tf.sparse.to_dense(f["tags"], ""), "more": f["more"].to_tensor()}


def example(**features):
    def feature(v):
        if isinstance(v[0], bytes):
            return tf.train.Feature(bytes_list=tf.train.BytesList(value=v))
        if isinstance(v[0], int):
            return tf.train.Feature(int64_list=tf.train.Int64List(value=v))
        return tf.train.Feature(float_list=tf.train.FloatList(value=v))
    return tf.train.Example(features=tf.train.Features(
        feature={k: feature(v) for k, v in features.items()})).SerializeToString(deterministic=True)


def examples(folder):
    m = Examples()
    save_module(m, folder, {"parse": m.parse})
    rows = [example(age=[3], xy=[1.5, -2.0], name=[b"ann"], tags=[b"a", b"b"], more=[1.0]),
            example(xy=[0.0, 4.0], more=[1.0, 2.0, 3.0]), example(xy=[0.5, 0.25], tags=[b"c"])]
    return {"parse": {"examples": np.array(rows, object)}}


def estimator_like(folder):
    """Several doors on one graph, fed by tf.Example, as estimators export them."""
    v1.disable_control_flow_v2()
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        v1.set_random_seed(5)
        serialized = v1.placeholder(tf.string, [None], "input_example_tensor")
        f = v1.parse_example(serialized, {"x": v1.FixedLenFeature([2], F32),
                                          "kind": v1.VarLenFeature(tf.string)})
        ids = v1.string_to_hash_bucket_fast(v1.sparse_tensor_to_dense(f["kind"], ""), 5)
        table = v1.get_variable("table", [5, 3], initializer=v1.random_normal_initializer())
        kind = tf.reduce_mean(tf.nn.embedding_lookup(table, ids), 1)
        logits = v1.layers.dense(tf.concat([f["x"], kind], 1), 2, name="logits")
        scores = tf.nn.softmax(logits)
        classes = tf.tile(tf.constant([["no", "yes"]]), [tf.shape(scores)[0], 1])
        session.run(v1.global_variables_initializer())
        info = v1.saved_model.build_tensor_info
        make = v1.saved_model.build_signature_def
        doors = {
            "classification": make({"inputs": info(serialized)},
                                   {"classes": info(classes), "scores": info(scores)},
                                   "tensorflow/serving/classify"),
            "predict": make({"x": info(f["x"])}, {"first": info(f["x"][:, 0])},
                            "tensorflow/serving/predict"),
            "serving_default": make({"inputs": info(serialized)},
                                    {"logits": info(logits), "best": info(tf.argmax(logits, 1))},
                                    "tensorflow/serving/predict")}
        builder = v1.saved_model.Builder(folder)
        builder.add_meta_graph_and_variables(session, ["serve"], doors)
        builder.save()
    v1.enable_control_flow_v2()
    rows = np.array([example(x=[1.0, 2.0], kind=[b"a", b"bb"]), example(x=[-1.0, 0.5], kind=[b"c"])],
                    object)
    return {"classification": {"inputs": rows}, "predict": {"x": floats(2, 2)},
            "serving_default": {"inputs": rows}}


class Maths(tf.Module):
    @function(([3, 4], F32, "x"), ([4, 3], F32, "y"))
    def linear(self, x, y):
        s = x @ y + 3.0 * tf.eye(3)
        return {"einsum": tf.einsum("ij,jk->ki", x, y), "inv": tf.linalg.inv(s),
                "det": tf.linalg.det(s), "top": tf.math.top_k(x, 2).values,
                "at": tf.math.top_k(x, 2).indices, "cum": tf.cumsum(x, 1, exclusive=True),
                "band": tf.linalg.band_part(s, 1, 0), "solve": tf.linalg.solve(s, x)}

    @function(([None], F32, "x"))
    def scalar(self, x):
        return {"erf": tf.math.erf(x), "lgamma": tf.math.lgamma(tf.abs(x) + 0.5),
                "where": tf.where(x > 0), "unique": tf.unique(tf.cast(x * 3, tf.int32))[0],
                "hist": tf.histogram_fixed_width(x, [-1.0, 1.0], 4),
                "seg": tf.math.unsorted_segment_sum(x, tf.cast(x > 0, tf.int32), 2),
                "mask": tf.boolean_mask(x, x < 0.5), "round": tf.round(x * 10),
                "hot": tf.one_hot(tf.cast(tf.abs(x) * 3, tf.int32), 3)}

    @function(([2], tf.int32, "seed"))
    def random(self, seed):
        return {"u": tf.random.stateless_uniform([4], seed),
                "n": tf.random.stateless_normal([3], seed),
                "i": tf.random.stateless_uniform([5], seed, 0, 10, tf.int32)}


def maths(folder):
    m = Maths()
    save_module(m, folder, {"linear": m.linear, "scalar": m.scalar, "random": m.random})
    return {"linear": {"x": floats(3, 4), "y": floats(4, 3)}, "scalar": {"x": floats(7)},
            "random": {"seed": np.array([1, 2], np.int32)}}


class Images(tf.Module):
    @function(([None, 4, 6, 3], F32, "x"))
    def resize(self, x):
        return {"bilinear": tf.image.resize(x, [8, 5]),
                "nearest": tf.image.resize(x, [2, 9], "nearest"),
                "flip": tf.image.flip_left_right(x), "gray": tf.image.rgb_to_grayscale(x),
                "std": tf.image.per_image_standardization(x)}

    @function(([], tf.string, "png"))
    def decode(self, png):
        return {"pixels": tf.image.decode_png(png, 3),
                "floats": tf.image.convert_image_dtype(tf.image.decode_png(png, 1), F32)}


def images(folder):
    m = Images()
    save_module(m, folder, {"resize": m.resize, "decode": m.decode})
    png = tf.io.encode_png(RNG.randint(0, 255, (3, 4, 3)).astype(np.uint8)).numpy()
    return {"resize": {"x": floats(1, 4, 6, 3)}, "decode": {"png": np.array(png, object)}}


class Functions(tf.Module):
    """No signatures: called by name only."""

    def __init__(self):
        self.w = tf.Variable([2.0, 3.0])
        self.scale = tf.constant(10.0)
        self.child = tf.Module()
        self.child.half = tf.function(lambda x: x / 2.0)
        self.child.half.get_concrete_function(tf.TensorSpec([], F32, "x"))
        self.losses = [tf.function(lambda: tf.reduce_sum(self.w), input_signature=[])]

    @tf.function
    def call(self, x, training=False, name="a"):
        y = x * self.w * (self.scale if training else 1.0)
        return y if name == "a" else (y, {"b": y + 1.0})

    @tf.function
    def pair(self, first, pair, *, factor=1.0):
        return [first + pair["b"], (pair["a"] * factor,)]

    @tf.function
    def swap(self, w):
        old = self.w.read_value()
        self.w.assign(w)
        return old


def functions(folder):
    m = Functions()
    spec = tf.TensorSpec([2], F32, "x")
    m.call.get_concrete_function(spec)
    m.call.get_concrete_function(spec, training=True)
    m.call.get_concrete_function(spec, name="b")
    m.pair.get_concrete_function(tf.TensorSpec([], F32, "first"),
                                 {"a": tf.TensorSpec([], F32, "a"), "b": tf.TensorSpec([], F32, "b")})
    m.swap.get_concrete_function(tf.TensorSpec([2], F32, "w"))
    tf.saved_model.save(m, folder)
    x = floats(2)
    return {"fn-call-0": ((x,), {}, {"x": x}), "fn-call-1": ((x,), {"training": True}, {"x": x}),
            "fn-call-2": ((x,), {"name": "b"}, {"x": x}),
            "fn-child.half-0": ((np.float32(3),), {}, {"x": np.float32(3)}),
            "fn-losses.0-0": ((), {}, {}),
            "fn-pair-0": ((np.float32(1), {"a": np.float32(2), "b": np.float32(3)}), {},
                          {"first": np.float32(1), "a": np.float32(2), "b": np.float32(3)}),
            "fn-swap-0": ((x,), {}, {"w": x})}


class Walk(tf.Module):
    """All that a step back must bring back at once: variables, random ops, a table and loops within loops."""

    def __init__(self):
        super().__init__()
        self.at = tf.Variable([0.0, 0.0], name="at")
        self.steps = tf.Variable(0, dtype=tf.int64, name="steps")
        self.rng = tf.random.Generator.from_seed(5)
        self.seen = tf.lookup.experimental.MutableHashTable(tf.int64, F32, -1.0)

    @function(([], tf.int32, "n"))
    def walk(self, n):
        trail = tf.TensorArray(F32, size=0, dynamic_size=True)
        for i in tf.range(n):
            step = tf.random.uniform([2], -1.0, 1.0) + tf.random.normal([2], stddev=0.1)
            tries = 0
            while tf.reduce_sum(step * step) > 0.5 and tries < 3:
                step = step * self.rng.uniform([], 0.5, 0.9)
                tries += 1
            if step[0] > 0.0:
                self.at.assign_add(step)
            else:
                self.at.assign_sub(step * 0.5)
            self.steps.assign_add(1)
            self.seen.insert(self.steps.read_value(), tf.reduce_max(self.at))
            trail = trail.write(i, self.at.read_value())
        keys = tf.range(1, tf.cast(n, tf.int64) + 2)
        return {"trail": trail.stack(), "steps": self.steps.read_value(), "seen": self.seen.lookup(keys)}


def walk(folder):
    m = Walk()
    save_module(m, folder, {"walk": m.walk})
    return {"walk": {"n": np.int32(6)}}


# ---- what the fast mode does together ----

class Fusions(tf.Module):
    """Few and odd channels, zeros around images, every kind of pooling and convolution, up and down."""

    def __init__(self):
        shapes = {"first": (5, 5, 3, 24), "deep": (5, 5, 24, 1), "down": (3, 3, 24, 1), "wide": (3, 3, 24, 17),
                  "up": (2, 2, 8, 17), "over": (3, 3, 5, 8), "last": (1, 1, 13, 40), "dense": (40, 70)}
        for name, shape in shapes.items():
            n = shape[-2] if name in ("deep", "down", "up", "over") else shape[-1]
            setattr(self, name, tf.Variable(floats(*shape) / 2, name=name))
            setattr(self, name + "_b", tf.Variable(floats(n), name=name + "_b"))

    @function(([2, 13, 18, 3], F32, "x"))
    def run(self, x):
        x = tf.nn.relu6(tf.nn.conv2d(tf.pad(x, [[0, 0], [2, 2], [1, 3], [0, 0]]), self.first, 2, "VALID") + self.first_b)
        x = tf.nn.max_pool2d(tf.pad(x, [[0, 0], [1, 1], [2, 1], [0, 0]]), 3, 1, "VALID")
        x = tf.nn.depthwise_conv2d(x, self.deep, [1, 1, 1, 1], "SAME") + self.deep_b
        x = x * tf.sigmoid(x)
        x = tf.nn.relu(tf.nn.depthwise_conv2d(x, self.down, [1, 2, 2, 1], "SAME") + self.down_b)
        x = tf.nn.conv2d(x, self.wide, 1, "SAME", dilations=2) + self.wide_b
        up = tf.nn.relu(tf.nn.conv2d_transpose(x, self.up, [2, 8, 10, 8], 2, "VALID") + self.up_b)
        over = tf.nn.conv2d_transpose(up, self.over, [2, 8, 10, 5], 1, "SAME") + self.over_b
        y = tf.nn.conv2d(tf.concat([up, over], 3), self.last, 1, "VALID") + self.last_b
        y = tf.nn.avg_pool2d(y, 2, 2, "VALID")
        return {"y": tf.tanh(tf.matmul(tf.reshape(y, [-1, 40]), self.dense) + self.dense_b)}


def fusions(folder):
    m = Fusions()
    save_module(m, folder, {"serving_default": m.run})
    return {"serving_default": {"x": floats(2, 13, 18, 3)}}


MAKERS = [conv, conv_more, conv_1d_3d, lstm, gru, bidirectional, attention, embedding, two_inputs,
          tf1_loops, tf1_branches, tf1_odd, tf1_nested, tf1_recurrent, dynamic_rnn, tables_v1, init_legacy, train_and_serve, tables_v2, counter,
          map_fn, flow, strings, ragged, examples, estimator_like, maths, images, functions, walk, fusions]


# ---- TensorFlow's answers ----

def label(path):
    """output_0 for a single tensor, dict keys, output_N of tuples; what is deeper behind a dot."""
    if not path:
        return "output_0"
    first = path[0] if isinstance(path[0], str) else f"output_{path[0]}"
    return ".".join([first] + [str(p) for p in path[1:]])


def leaves(value, path=()):
    if isinstance(value, dict):
        for k in sorted(value):
            yield from leaves(value[k], path + (k,))
    elif isinstance(value, (list, tuple)):
        for i, v in enumerate(value):
            yield from leaves(v, path + (i,))
    elif value is not None:
        yield label(path), np.asarray(value.numpy())


def save_array(folder, name, array):
    array = np.asarray(array)
    if array.dtype == object:
        fixed = array.astype(bytes)
        if all(a == b for a, b in zip(array.ravel(), fixed.ravel())):
            array = fixed
    np.save(os.path.join(folder, name.replace("/", "__").replace(":", "__") + ".npy"), array,
            allow_pickle=array.dtype == object)


def same(a, b):
    return all(np.array_equal(a[k], b[k], equal_nan=a[k].dtype.kind in "fc") for k in a)


def record(expected, entry, call, inputs):
    folder = os.path.join(expected, entry)
    os.makedirs(folder)
    first = dict(leaves(call()))
    second = dict(leaves(call()))
    for k, v in inputs.items():
        save_array(folder, "in_" + k, v)
    for k, v in first.items():
        save_array(folder, "out_" + k, v)
    return {"ran": True, "inputs": sorted(inputs), "outputs": sorted(first),
            "repeatable": same(first, second)}


def attribute(root, path):
    for part in path.split("."):
        root = root[int(part)] if part.isdigit() else getattr(root, part)
    return root


def answers(folder, inputs):
    expected = os.path.join(folder, "expected")
    os.makedirs(expected)
    entries = {}
    tags = [["serve"]] if "train_door" not in inputs else [["serve"], ["train", "gpu"]]
    for tag in tags:
        loaded = tf.saved_model.load(os.path.join(folder, "model"), tags=tag)
        for entry in sorted(inputs):
            given = inputs[entry]
            if entry.startswith("fn-"):
                args, kwargs, given = given
                f = attribute(loaded, entry[3:entry.rindex("-")])
                call = lambda f=f, a=args, k=kwargs: f(*tf.nest.map_structure(tf.constant, a), **k)
            elif entry not in loaded.signatures:
                continue
            else:
                f = loaded.signatures[entry]
                call = lambda f=f, g=given: f(**{k: tf.constant(v) for k, v in g.items()})
            entries[entry] = record(expected, entry, call, given)
    write_json(os.path.join(expected, "meta.json"),
               {"model": os.path.basename(folder), **versions(), "signatures": entries})


def main(names):
    set_up()
    for maker in MAKERS:
        name = maker.__name__
        if names and name not in names:
            continue
        folder = os.path.join(MODELS, "tf1" if name in TF1 else "zoo", name)
        shutil.rmtree(folder, ignore_errors=True)
        K.backend.clear_session()
        RNG.seed(7)
        tf.keras.utils.set_random_seed(1)
        inputs = maker(os.path.join(folder, "model"))
        answers(folder, inputs)
        print(name, "done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
