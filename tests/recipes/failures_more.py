"""Makes tests/models/failures_more: more models that fail as real ones do, and their healthy twins.

    python tests/recipes/failures_more.py

As failures.py, a function a model; cases.tsv says, a line a case: model, inputs, exit code and node of `smtui why`.
A node that begins with "/" stands in the body that the signature's wrapper calls.
"""
import os
import shutil

from common import MODELS, set_up, write_text, write_versions
import numpy as np
import tensorflow as tf

V1 = tf.compat.v1
HOME = os.path.join(MODELS, "failures_more")
CASES = []
F, I, L, S, B, H = tf.float32, tf.int32, tf.int64, tf.string, tf.bool, tf.half
IN = "serving_default_"
SIX = "[1.0,2.0,3.0,4.0,5.0,6.0]"


def batch(row, n):
    return "[" + ",".join([row] * n) + "]"


def note(name, prefix, cases):
    for inputs, code, node in cases:
        CASES.append(f"{name}\t{inputs}\t{code}\t{prefix + node[1:] if node.startswith('/') else node}")


def clean(folder):
    for extra in ("assets", "keras_metadata.pb"):
        path = os.path.join(folder, extra)
        if os.path.isfile(path):
            os.remove(path)
        elif os.path.isdir(path) and not os.listdir(path):
            os.rmdir(path)


def plant(name, inputs, body, *cases, stateful=False, **tracked):
    """body(module, *inputs) gives the output "y"; inputs: name, shape, type."""
    module = tf.Module()
    for key, value in tracked.items():
        setattr(module, key, value)

    @tf.function(input_signature=[tf.TensorSpec(s, t, n) for n, s, t in inputs])
    def serve(*args):
        return {"y": body(module, *args)}
    module.serve = serve
    folder = os.path.join(HOME, name)
    tf.saved_model.save(module, folder, signatures=serve)
    clean(folder)
    call = "StatefulPartitionedCall/" if stateful or tracked else "PartitionedCall/"
    note(name, call + call, cases)


def plant_keras(name, model, *cases):
    """A model of sequences of pairs; without Keras's own traces, which are large."""
    folder = os.path.join(HOME, name)
    serve = tf.function(lambda x: {"y": model(x)}, input_signature=[tf.TensorSpec((None, None, 2), F, "x")])
    model.save(folder, save_format="tf", save_traces=False, include_optimizer=False, signatures=serve)
    clean(folder)
    note(name, "StatefulPartitionedCall/StatefulPartitionedCall/net/", cases)


def plant_v1(name, build, *cases):
    with tf.Graph().as_default(), V1.Session() as session:
        V1.disable_control_flow_v2()
        inputs, outputs = build()
        V1.enable_control_flow_v2()
        session.run(V1.global_variables_initializer())
        V1.saved_model.simple_save(session, os.path.join(HOME, name), inputs, outputs,
                                   legacy_init_op=V1.tables_initializer())
    clean(os.path.join(HOME, name))
    note(name, "", cases)


def variable(value, name="w"):
    return tf.Variable(np.array(value, np.float32), name=name)


def ones(*shape):
    return variable(np.ones(shape))


def table(words, default):
    keys = tf.constant(list(words))
    return tf.lookup.StaticHashTable(
        tf.lookup.KeyValueTensorInitializer(keys, tf.range(len(words), dtype=L)), default)


def loop(cond, body, start, name="loop"):
    return tf.while_loop(cond, body, start, name=name)


def norms():
    def layer(m, x):
        mean = tf.reduce_mean(x, -1, keepdims=True)
        d = tf.subtract(x, mean)
        return tf.divide(d, tf.sqrt(tf.reduce_mean(tf.square(d), -1, keepdims=True)), name="norm")

    def masked_mean(m, x, keep):
        k = tf.cast(keep, F)
        return tf.divide(tf.reduce_sum(x * k, 1), tf.reduce_sum(k, 1), name="mean")

    def guarded(m, x):
        unit = tf.divide(x, tf.norm(x, axis=1, keepdims=True))
        return tf.where(tf.reduce_sum(tf.abs(x), 1, keepdims=True) > 0, unit, 0.0)
    plant("layer_norm", [("x", (None, 4), F)], layer,
          ("x=[[1.0,2.0,3.0,4.0],[7.0,7.0,7.0,7.0]]", 1, "/norm"), ("x=[[1.0,2.0,3.0,4.0]]", 0, "-"))
    plant("masked_mean", [("x", (None, 3), F), ("keep", (None, 3), B)], masked_mean,
          ("x=[[1.0,2.0,3.0]];keep=[[False,False,False]]", 1, "/mean"),
          ("x=[[1.0,2.0,3.0]];keep=[[True,False,False]]", 0, "-"))
    plant("empty_mean", [("x", (None,), F)],
          lambda m, x: tf.reduce_mean(tf.boolean_mask(x, x > 0), name="mean"),
          ("x=[-1.0,-2.0]", 1, "/mean"), ("x=[1.0,2.0]", 0, "-"))
    plant("masked_softmax", [("x", (None, 3), F), ("keep", (None, 3), B)],
          lambda m, x, keep: tf.nn.softmax(tf.where(keep, x, -np.inf), name="p"),
          ("x=[[1.0,2.0,3.0]];keep=[[False,False,False]]", 1, "/p"),
          ("x=[[1.0,2.0,3.0]];keep=[[True,False,False]]", 0, "-"))
    plant("guarded", [("x", (None, 3), F)], guarded, ("x=[[0.0,0.0,0.0],[1.0,2.0,3.0]]", 0, "-"))
    plant("imputed", [("x", (None,), F)], lambda m, x: tf.where(tf.math.is_nan(x), tf.zeros_like(x), x) * 2.0,
          ("x=np.array([np.nan,1.0],np.float32)", 0, "-"))
    plant("hidden_nan", [("x", (None, 3), F)],
          lambda m, x: tf.argmax(tf.divide(x, tf.reduce_sum(x, 1, keepdims=True), name="p"), 1),
          ("x=[[0.0,0.0,0.0]]", 1, "/p"), ("x=[[1.0,2.0,0.0]]", 0, "-"))
    plant("checked", [("x", (None,), F)],
          lambda m, x: tf.debugging.check_numerics(tf.math.log(x, name="lg"), "bad"),
          ("x=[1.0,-2.0]", 1, "/lg"), ("x=[1.0,2.0]", 0, "-"), stateful=True)


def infinities():
    plant("softplus_half", [("x", (None,), F)],
          lambda m, x: tf.cast(tf.math.log(tf.cast(1, H) + tf.exp(tf.cast(x, H), name="e")), F),
          ("x=[1.0,12.0]", 1, "/e"), ("x=[1.0,5.0]", 0, "-"))
    plant("cast_half", [("x", (None,), F)], lambda m, x: tf.cast(tf.cast(x, H, name="h"), F) * 2.0,
          ("x=[1.0,70000.0]", 1, "/h"), ("x=[1.0,2.0]", 0, "-"))
    plant("empty_max", [("x", (None,), F)], lambda m, x: tf.reduce_max(tf.boolean_mask(x, x > 0), name="top"),
          ("x=[-1.0]", 1, "/top"), ("x=[1.0]", 0, "-"))
    plant("clipped", [("x", (None,), F)], lambda m, x: tf.minimum(tf.exp(x), 1e6), ("x=[1.0,100.0]", 0, "-"))
    plant("log_mask", [("x", (None, 3), F), ("keep", (None, 3), B)],
          lambda m, x, keep: tf.nn.softmax(x + tf.math.log(tf.cast(keep, F))),
          ("x=[[1.0,2.0,3.0]];keep=[[True,True,False]]", 0, "-"))


def vocabularies():
    e = np.arange(6).reshape(3, 2)
    plant("offset_ids", [("t", (None,), S)], lambda m, t: tf.gather(m.e, m.t.lookup(t, name="ids") + 1),
          ("t=[\"c\"]", 1, "/ids/LookupTableFindV2"), ("t=[\"a\"]", 0, "-"), t=table("abc", 0), e=variable(e))
    plant("padded_ids", [("t", (None,), S)],
          lambda m, t: tf.gather(m.e, tf.ragged.map_flat_values(m.t.lookup, tf.strings.split(t)).to_tensor(0)),
          ("t=[\"a b\",\"d\"]", 1, "/None_Lookup/LookupTableFindV2"), ("t=[\"a b\"]", 0, "-"),
          t=table("abcd", 0), e=variable(e))
    plant("gather_nd", [("t", (None,), S)],
          lambda m, t: tf.gather_nd(m.e, m.t.lookup(t, name="ids")[:, None]),
          ("t=[\"zz\"]", 1, "/ids/LookupTableFindV2"), ("t=[\"b\"]", 0, "-"), t=table("abc", -1), e=variable(e))
    plant("segments", [("x", (None,), F), ("seg", (None,), I)],
          lambda m, x, seg: tf.math.unsorted_segment_sum(x, seg, 2),
          ("x=[1.0,2.0];seg=[1,2]", 1, IN + "seg"), ("x=[1.0,2.0];seg=[1,0]", 0, "-"))
    plant("sparse_range", [("i", (None, 2), L), ("v", (None,), F)],
          lambda m, i, v: tf.sparse.to_dense(tf.sparse.SparseTensor(i, v, [3, 3])),
          ("i=[[0,5]];v=[1.0]", 1, IN + "i"), ("i=[[0,1]];v=[1.0]", 0, "-"))
    plant("positions", [("x", (None, None), F)],
          lambda m, x: x + tf.gather(m.e, tf.range(tf.shape(x)[1]))[:, 0],
          ("x=[[1.0,2.0,3.0,4.0]]", 1, IN + "x"), ("x=[[1.0,2.0,3.0]]", 0, "-"), e=variable(e))
    plant("buckets", [("ids", (None,), I)], lambda m, ids: tf.gather(m.e, tf.math.floormod(ids, tf.constant(8, name="n"))),
          ("ids=[1,7]", 1, "/n"), ("ids=[1,2]", 0, "-"), e=variable(e))
    plant("wrapped_cell", [("ij", (None, 2), I)],
          lambda m, ij: tf.gather(m.e, tf.add(tf.multiply(ij[:, 0], 100000, name="row"), ij[:, 1])),
          ("ij=[[50000,1]]", 1, "/row"), ("ij=[[0,1]]", 0, "-"), e=variable(e))
    plant("nan_index", [("x", (None,), F)],
          lambda m, x: tf.gather(m.e, tf.cast(tf.divide(x, tf.reduce_max(x), name="rel") * 2.0, I)),
          ("x=[0.0,0.0]", 1, "/rel"), ("x=[0.0,1.0]", 0, "-"), e=variable(e))
    plant("unused_nan", [("ids", (None,), I)],
          lambda m, ids: tf.gather(tf.constant([[1.0], [np.nan]], name="rows"), ids) * 2.0,
          ("ids=[0,1]", 1, "/rows"), ("ids=[0]", 0, "-"))


def shapes():
    plant("zero_state", [("x", (None, 3), F)], lambda m, x: tf.concat([x, tf.zeros([4, 2], name="h0")], 1),
          ("x=[[1.0,2.0,3.0]]", 1, "/h0"), ("x=" + batch("[1.0,2.0,3.0]", 4), 0, "-"))
    plant("folded", [("x", (None, 2, 3), F)],
          lambda m, x: tf.matmul(tf.reshape(x, [2, -1], name="flat"), m.w, name="dense"),
          ("x=[[[1.0,2.0,3.0],[4.0,5.0,6.0]]]", 1, "/flat/shape"),
          ("x=" + batch("[[1.0,2.0,3.0],[4.0,5.0,6.0]]", 2), 0, "-"), w=ones(6, 2))
    plant("sliced", [("x", (None, 3), F)], lambda m, x: tf.slice(x, [0, 0], [4, 2], name="head"),
          ("x=" + batch("[1.0,2.0,3.0]", 3), 1, "/head/size"), ("x=" + batch("[1.0,2.0,3.0]", 4), 0, "-"))
    plant("chosen", [("x", (None, 3), F)],
          lambda m, x: tf.where(tf.constant([[True], [False], [True], [False]], name="rows"), x, 0.0),
          ("x=" + batch("[1.0,2.0,3.0]", 3), 1, "/rows"), ("x=" + batch("[1.0,2.0,3.0]", 4), 0, "-"))
    plant("packed", [("x", (None, 6), F)],
          lambda m, x: tf.reshape(x, tf.stack([4, tf.shape(x)[1] // 2, 2], name="dims")),
          (f"x=[{SIX}]", 1, "/dims/0"), ("x=" + batch(SIX, 4), 0, "-"))
    plant("two_images", [("x", (None, None, None, 3), F)],
          lambda m, x: tf.matmul(tf.reshape(tf.nn.conv2d(x, m.k, 1, "SAME"), [-1, 32], name="flat"), m.w),
          ("x=np.ones((1,5,5,3),np.float32)", 1, "/flat/shape"),
          ("x=np.ones((1,4,4,3),np.float32)", 0, "-"), k=ones(3, 3, 3, 2), w=ones(32, 2))
    plant("channels", [("x", (None, 4, 4, None), F)], lambda m, x: tf.nn.conv2d(x, m.k, 1, "SAME", name="conv"),
          ("x=np.ones((1,4,4,1),np.float32)", 1, "/conv/ReadVariableOp"),
          ("x=np.ones((1,4,4,3),np.float32)", 0, "-"), k=ones(3, 3, 3, 2))
    plant("batch_product", [("x", (None, 2, 3), F)], lambda m, x: tf.matmul(x, m.w, name="mix"),
          ("x=" + batch("[[1.0,2.0,3.0],[4.0,5.0,6.0]]", 2), 1, "/mix/ReadVariableOp"),
          ("x=" + batch("[[1.0,2.0,3.0],[4.0,5.0,6.0]]", 4), 0, "-"), w=ones(4, 3, 2))
    plant("running_sum", [("x", (None, 3), F)], lambda m, x: tf.identity(m.w.assign_add(x, name="keep")),
          ("x=" + batch("[1.0,2.0,3.0]", 4), 0, "-"), w=ones(4, 3))


def loops():
    plant("stuck", [("n", (), I)], lambda m, n: loop(lambda i, a: i < n, lambda i, a: (i, a + 1.0), (0, 0.0))[1],
          ("n=3", 1, "/loop"), ("n=0", 0, "-"))
    plant("big_float", [("x", (), F)], lambda m, x: loop(lambda i: i < x, lambda i: (i + 1.0,), (16777210.0,))[0],
          ("x=16777300.0", 1, "/loop"), ("x=16777212.0", 0, "-"))
    plant("newton", [("x", (), F)],
          lambda m, x: loop(lambda y: tf.abs(y * y - x) > 0.0, lambda y: ((y + x / y) / 2.0,), (1.0,))[0],
          ("x=3.0", 1, "/loop"), ("x=4.0", 0, "-"))
    plant("through_body", [("n", (), I)],
          lambda m, n: loop(lambda i, d, v: i < n, lambda i, d, v: (i + d, tf.constant(0), v * 1.5), (0, 1, 1.0))[2],
          ("n=8", 1, "/loop"), ("n=1", 0, "-"))
    plant("dice", [("n", (), F)], lambda m, n: loop(lambda y: y < n, lambda y: (tf.random.uniform([]),), (0.0,))[0],
          ("n=2.0", 3, "/loop"), stateful=True)
    plant("mapped", [("x", (None, 2), F)], lambda m, x: tf.map_fn(lambda r: r / tf.reduce_sum(r), x, name="map"),
          ("x=[[1.0,2.0],[0.0,0.0]]", 1, "/map/while/body/map/while/truediv@1"), ("x=[[1.0,2.0]]", 0, "-"))

    plant("turning", [("x", (None, 2), F)],
          lambda m, x: loop(lambda h: tf.reduce_max(tf.abs(h)) > 0.001, lambda h: (tf.matmul(h, m.w),), (x,))[0],
          ("x=[[1.0,2.0]]", 1, "/loop"), ("x=[[0.0,0.0]]", 0, "-"), w=variable([[0, 1], [1, 0]]))

    def v1(kind, cond, body, start):
        def build():
            x = V1.placeholder(kind, [], name="x")
            y = V1.while_loop(lambda *a: cond(x, *a), lambda *a: body(x, *a), start(), name="loop")
            return {"x": x}, {"y": y[-1] if isinstance(y, (list, tuple)) else y}
        return build
    plant_v1("v1_stuck", v1(I, lambda x, i, a: i < x, lambda x, i, a: (tf.minimum(i + 1, 5), a * 1.001),
                            lambda: [tf.constant(0), tf.constant(1.0)]),
             ("x=9", 1, "loop/LoopCond"), ("x=4", 0, "-"))
    plant_v1("v1_swings", v1(I, lambda x, i: tf.not_equal(i, x), lambda x, i: 5 - i, lambda: [tf.constant(2)]),
             ("x=4", 1, "loop/LoopCond"), ("x=3", 0, "-"))
    plant_v1("v1_through", v1(I, lambda x, i, d, a: i < x, lambda x, i, d, a: (i + d, tf.constant(0), a + 1.0),
                              lambda: [tf.constant(0), tf.constant(1), tf.constant(0.0)]),
             ("x=3", 1, "loop/LoopCond"), ("x=1", 0, "-"))
    plant_v1("v1_dice", v1(F, lambda x, i: i < x, lambda x, i: tf.random.uniform([]), lambda: [tf.constant(0.0)]),
             ("x=3.0", 3, "loop/LoopCond"))

    def array():
        x = V1.placeholder(F, [None], name="x")
        n = tf.shape(x)[0]
        y = V1.while_loop(lambda i, a: i < n, lambda i, a: (i + 1, a.write(i, tf.math.log(x[i], name="lg"))),
                          [0, tf.TensorArray(F, n)], name="loop")
        return {"x": x}, {"y": y[1].stack()}
    plant_v1("v1_array", array, ("x=[1.0,-1.0,2.0]", 1, "loop/lg@1"), ("x=[1.0,2.0]", 0, "-"))


def numbers():
    big = "a=[2000000000,2000000000]"
    plant("sums", [("a", (None,), I)], lambda m, a: tf.reduce_sum(a, name="total"),
          (big, 1, "/total"), ("a=[1,2]", 0, "-"))
    plant("running", [("a", (None,), I)], lambda m, a: tf.cumsum(a, name="total"), (big, 1, "/total"), ("a=[1,2]", 0, "-"))
    plant("squares", [("a", (None,), I)], lambda m, a: tf.sqrt(tf.cast(tf.square(a, name="sq"), F)),
          ("a=[65536]", 1, "/sq"), ("a=[3]", 0, "-"))
    plant("brighter", [("a", (None,), tf.uint8)], lambda m, a: tf.add(a, tf.constant(100, tf.uint8), name="up"),
          ("a=[200]", 1, "/up"), ("a=[20]", 0, "-"))
    plant("factorial", [("n", (), I)],
          lambda m, n: loop(lambda i, f: i <= n, lambda i, f: (i + 1, tf.multiply(f, i, name="fact")), (1, 1))[1],
          ("n=15", 1, "/loop/body/loop/fact@12"), ("n=5", 0, "-"))
    plant("rounded_id", [("x", (None,), L)], lambda m, x: tf.cast(tf.cast(x, F, name="f") / 2.0, L),
          ("x=[16777217]", 1, "/f"), ("x=[16777216]", 0, "-"))
    plant("pixels", [("x", (None,), F)], lambda m, x: tf.cast(x, tf.uint8, name="pix"),
          ("x=[1.0,300.0]", 1, "/pix"), ("x=[1.0,200.5]", 0, "-"))
    plant("half_zero", [("x", (None,), F)], lambda m, x: tf.cast(tf.cast(x, H, name="h"), F) * 1.0,
          ("x=[1e-9]", 1, "/h"), ("x=[0.1]", 0, "-"))
    plant("decay", [("x", (None,), F)], lambda m, x: 1.0 * tf.pow(x, 50.0, name="p"),
          ("x=[0.01,0.9]", 1, "/p"), ("x=[0.9]", 0, "-"))
    plant("no_weights", [("x", (None, 3), F)],
          lambda m, x: tf.nn.relu(tf.matmul(x, m.w), name="act") + x[:, :1],
          ("x=[[1.0,2.0,3.0]]", 1, "/act"), ("x=[[0.0,0.0,0.0]]", 0, "-"), w=variable(np.zeros((3, 4))))
    plant("gate", [("x", (None, 3), F)],
          lambda m, x: tf.reduce_sum(tf.sigmoid(tf.matmul(x, m.w), name="gate"), 1),
          ("x=[[1.0,2.0,3.0]]", 1, "/gate"), ("x=[[0.01,0.02,0.01]]", 0, "-"), w=variable(np.full((3, 4), 100)))


def answers():
    plant("generator", [("x", (None, 4), F)], lambda m, x: x + m.g.normal([4], name="gn"),
          ("x=[[1.0,2.0,3.0,4.0]]", 1, "/gn/RngReadAndSkip"), g=tf.random.Generator.from_seed(3))
    plant("one_seed", [("x", (None, 4), F)], lambda m, x: x + tf.random.stateless_uniform([4], [1, 2]),
          ("x=[[1.0,2.0,3.0,4.0]]", 0, "-"))

    def dropout(keep):
        def build():
            x = V1.placeholder(F, [None, 4], name="x")
            p = V1.placeholder_with_default(np.float32(keep), [], name="keep")
            return {"x": x}, {"y": V1.nn.dropout(x, keep_prob=p, name="drop")}
        return build
    plant_v1("keeps_half", dropout(0.5), ("x=[[1.0,2.0,3.0,4.0]]", 1, "drop/random_uniform/RandomUniform"))
    plant_v1("keeps_all", dropout(1.0), ("x=[[1.0,2.0,3.0,4.0]]", 0, "-"))
    x = tf.keras.Input((None, 2), name="x")
    lstm = tf.keras.layers.LSTM(3, name="lstm", bias_initializer="zeros", kernel_initializer="ones",
                                recurrent_initializer="ones")
    net = tf.keras.Model(x, lstm(x), name="net")
    weights = lstm.get_weights()
    weights[1][0, 0] = np.nan
    lstm.set_weights(weights)
    plant_keras("lstm_nan", net, ("x=[[[0.1,0.2],[0.3,0.4]]]", 1, "/lstm/Read_1/ReadVariableOp"))


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    for part in (norms, infinities, vocabularies, shapes, loops, numbers, answers):
        part()
    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
