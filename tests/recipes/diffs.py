"""Makes tests/models/diffs: pairs of exports of one model, and what parts them.

    python tests/recipes/diffs.py

NAME_a/ and NAME_b/ are SavedModels; cases.tsv says, a line a case: A, B, inputs, what `smtui diff` must answer (exit
code, and the node: A's path as TensorFlow's inliner gives it, B's where only B has the node; written down here by
who made the difference). Inputs "-": the models are compared without a run.
"""
import os
import shutil

from common import MODELS, save_lean, session_config, set_up, spec, write_text, write_versions
import numpy as np
import tensorflow as tf

HOME = os.path.join(MODELS, "diffs")
CASES = []
INNER = "StatefulPartitionedCall/StatefulPartitionedCall/"
PLAIN = "PartitionedCall/PartitionedCall/"


def save(name, module, **signatures):
    save_lean(os.path.join(HOME, name), module, **signatures)


def case(a, b, inputs, code, node="-"):
    CASES.append(f"{a}\t{b}\t{inputs}\t{code}\t{node}")


class Net(tf.Module):
    """Two dense layers; prefix names them, change is put on one weight."""
    def __init__(self, prefix="", change=0.0, scale=0):
        g = np.random.default_rng(3)
        w = g.normal(size=(4, 8)).astype(np.float32)
        v = g.normal(size=(8, 3)).astype(np.float32)
        v[5, 1] += change
        self.prefix = prefix
        self.w = tf.Variable(w, name=prefix + "hidden/kernel")
        self.b = tf.Variable(np.full(8, 0.1, np.float32), name=prefix + "hidden/bias")
        self.v = tf.Variable(v, name=prefix + "out/kernel")

    @tf.function(input_signature=[spec(None, 4)])
    def serve(self, x):
        with tf.name_scope(self.prefix + "hidden"):
            h = tf.nn.relu(tf.nn.bias_add(tf.matmul(x, self.w, name="MatMul"), self.b))
        with tf.name_scope(self.prefix + "out"):
            return {"y": tf.nn.softmax(tf.matmul(h, self.v, name="MatMul"))}


class Picture(tf.Module):
    """The same filter behind another preprocessing."""
    def __init__(self, how):
        self.how = how
        self.k = tf.Variable(np.random.default_rng(4).normal(size=(3, 3, 3, 2)).astype(np.float32), name="kernel")

    @tf.function(input_signature=[spec(None, 6, 6, 3, name="image")])
    def serve(self, image):
        x = image
        if self.how == "signed":
            x = image / 127.5 - 1.0
        elif self.how == "unit":
            x = image / 255.0
        elif self.how == "bgr":
            x = tf.reverse(image, [-1], name="bgr") / 127.5 - 1.0
        y = tf.nn.conv2d(x, self.k, 1, "SAME", name="conv")
        return {"y": tf.reduce_mean(tf.nn.relu(y), [1, 2])}


class Leaky(tf.Module):
    def __init__(self, alpha):
        self.alpha = alpha

    @tf.function(input_signature=[spec(None, 4)])
    def serve(self, x):
        h = tf.nn.leaky_relu(x * 2.0, self.alpha, name="leaky")
        return {"y": tf.reduce_sum(h, 1)}


class Activation(tf.Module):
    def __init__(self, f, name):
        self.f, self.label = f, name

    @tf.function(input_signature=[spec(None, 4)])
    def serve(self, x):
        h = self.f(x * 2.0, name=self.label)
        return {"y": tf.reduce_sum(h, 1)}


class Doors(tf.Module):
    """One model, two doors: training adds a batch's own statistics."""
    def __init__(self):
        self.scale = tf.Variable([1.5, 0.5, 2.0], name="scale")

    @tf.function(input_signature=[spec(None, 3)])
    def serve(self, x):
        return {"y": tf.nn.relu(x) * self.scale}

    @tf.function(input_signature=[spec(None, 3)])
    def train(self, x):
        return {"y": tf.nn.relu(x - tf.reduce_mean(x, 0, name="mean"), name="Relu") * self.scale}

    @tf.function
    def __call__(self, x, training=False):
        h = tf.nn.relu(x)
        if training:
            h = tf.multiply(h, 0.5, name="drop")
        return h * self.scale


class Loop(tf.Module):
    """A recurrence; the step's factor is a constant in the loop's body."""
    def __init__(self, factor):
        self.factor = factor

    @tf.function(input_signature=[spec(None)])
    def serve(self, x):
        def body(i, y):
            return i + 1, tf.multiply(y + x, self.factor, name="step")
        _, y = tf.while_loop(lambda i, y: i < 4, body, (tf.constant(0), tf.zeros_like(x)), name="loop")
        return {"y": y}


class Fails(tf.Module):
    def __init__(self, rows):
        self.rows = tf.Variable(np.arange(rows * 2, dtype=np.float32).reshape(rows, 2), name="rows")

    @tf.function(input_signature=[spec(None, dtype=tf.int64, name="ids")])
    def serve(self, ids):
        return {"y": tf.reduce_sum(tf.gather(self.rows, ids, name="take"), 0)}


def keras(prefix="", lost=False, epsilon=1e-3):
    tf.keras.utils.set_random_seed(5)
    m = tf.keras.Sequential([
        tf.keras.layers.Conv2D(4, 3, name=prefix + "conv", input_shape=(6, 6, 3)),
        tf.keras.layers.BatchNormalization(name=prefix + "bn", epsilon=epsilon),
        tf.keras.layers.ReLU(name=prefix + "relu"),
        tf.keras.layers.GlobalAveragePooling2D(name=prefix + "pool"),
        tf.keras.layers.Dropout(0.5, name=prefix + "dropout"),
        tf.keras.layers.Dense(8, name=prefix + "dense"),
        tf.keras.layers.BatchNormalization(name=prefix + "bn2"),
        tf.keras.layers.Dense(3, activation="softmax", name=prefix + "top"),
    ], name="net")
    g = np.random.default_rng(6)
    for layer in m.layers:
        if isinstance(layer, tf.keras.layers.BatchNormalization):
            n = layer.moving_mean.shape[0]
            layer.gamma.assign(g.uniform(0.5, 1.5, n))
            mean, var = g.normal(size=n), g.uniform(0.2, 3, n)
            if not lost:
                layer.moving_mean.assign(mean)
                layer.moving_variance.assign(var)
    inner = tf.Module()
    inner.net = m
    inner.serve = tf.function(lambda image: {"probs": m(image, training=False)},
                              input_signature=[spec(None, 6, 6, 3, name="image")])
    inner.train = tf.function(lambda image: {"probs": m(image, training=True)},
                              input_signature=[spec(None, 6, 6, 3, name="image")])
    return inner


class Bare(tf.Module):
    """A Keras model's computation and weights without the rest of Keras."""
    def __init__(self, model, shape, training=False):
        self.weights = model.variables
        self.serve = tf.function(lambda x: {"y": model(x, training=training)}, input_signature=[spec(None, *shape)])


def vision(prefix="", pool=tf.keras.layers.MaxPooling2D, extra=False, early=False, dropout=False, stride=1):
    """A small network whose weights depend on their layer's name alone."""
    x = image = tf.keras.Input((8, 8, 2), name=prefix + "img")
    x = tf.keras.layers.Conv2D(3, 3, strides=stride, padding="same", name=prefix + "conv")(x)
    relu, bn = tf.keras.layers.ReLU(name=prefix + "relu"), tf.keras.layers.BatchNormalization(name=prefix + "bn")
    x = bn(relu(x)) if early else relu(bn(x))
    x = pool(2, name=prefix + "pool")(x)
    if extra:
        x = tf.keras.layers.Conv2D(3, 1, name=prefix + "more")(x)
    if dropout:
        x = tf.keras.layers.Dropout(0.5, name=prefix + "drop")(x)
    x = tf.keras.layers.Conv2D(2, 3, padding="same", name=prefix + "last")(x)
    return seeded(tf.keras.Model(image, tf.keras.layers.GlobalAveragePooling2D(name=prefix + "gap")(x), name="net"), prefix)


def seeded(model, prefix="", instead=""):
    for v in model.variables:
        g = np.random.default_rng(sum(map(ord, v.name.replace(prefix, instead) if prefix else v.name)))
        v.assign(g.uniform(0.2, 1.0, v.shape) if "variance" in v.name or "gamma" in v.name else g.normal(size=v.shape))
    return model


def recurrent(layer, name="rnn", edit=None, **how):
    x = tf.keras.Input((5, 3), name="seq")
    y = tf.keras.layers.Dense(2, name="top")(layer(3, name=name, **how)(x))
    model = seeded(tf.keras.Model(x, y, name="net"), name, "rnn")
    if edit:
        edit(model)
    return Bare(model, (5, 3))


def attention(causal=True):
    x = tf.keras.Input((4, 6), name="tokens")
    y = tf.keras.layers.MultiHeadAttention(2, 3, name="mha")(x, x, use_causal_mask=causal)
    return Bare(seeded(tf.keras.Model(x, y, name="net")), (4, 6))


class Words(tf.Module):
    """Words to rows: split, look up, take, mean."""
    def __init__(self, words=("the", "cat", "sat"), lower=True, row=None, default=0):
        rows = np.random.default_rng(8).normal(size=(8, 3)).astype(np.float32)
        if row is not None:
            rows[row] += 0.5
        self.rows = tf.Variable(rows, name="rows")
        self.table = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(
            list(words), tf.range(1, len(words) + 1, dtype=tf.int64)), default)
        self.lower = lower

    @tf.function(input_signature=[spec(None, dtype=tf.string, name="text")])
    def serve(self, text):
        if self.lower:
            text = tf.strings.lower(text, name="lower")
        ids = self.table.lookup(tf.strings.split(text).to_tensor(""), name="ids")
        return {"y": tf.reduce_mean(tf.gather(self.rows, ids, name="take"), 1)}


class Dense(tf.Module):
    """A dense layer with something done to what it makes."""
    def __init__(self, f, doubt=0.0):
        w = np.random.default_rng(9).normal(size=(4, 6)).astype(np.float32)
        self.w = tf.Variable(w * np.float32(1 + doubt), name="w")
        self.f = f

    @tf.function(input_signature=[spec(None, 4)])
    def serve(self, x):
        return self.f(tf.matmul(x, self.w, name="MatMul"))


def half(h, down=tf.float16):
    return {"y": tf.nn.relu(tf.cast(tf.cast(h, down, name="down"), tf.float32, name="up"))}


def parts(axis):
    def f(h):
        a, b = tf.split(h, 2, axis=axis, name="split")
        return {"y": a * b}
    return f


class Rounds(tf.Module):
    """A loop with an activation, a bound, a weight."""
    def __init__(self, act=tf.nn.relu, n=6, change=0.0, step=1):
        self.act, self.n, self.step = act, n, step
        self.w = tf.Variable(np.float32([[1.5, 0.1], [0.2 + change, 1.25]]), name="w")

    @tf.function(input_signature=[spec(None, 2)])
    def serve(self, x):
        def body(i, y):
            return tf.add(i, self.step, name="on"), self.act(tf.matmul(y, self.w, name="mm"), name="act")
        _, y = tf.while_loop(lambda i, y: tf.less(i, self.n, name="less"), body, (0, x), name="loop")
        return {"y": y}


class Units(tf.Module):
    """Pixels to units, centred and blown up: how the division rounds is seen in what follows."""
    def __init__(self, how, scale=1e4):
        def f(x):
            h = tf.multiply(x, np.float32(1 / 255), name="units") if how == "multiply" else tf.divide(x, 255.0, name="units")
            h = tf.subtract(h, tf.reduce_mean(h, 1, keepdims=True), name="centred")
            return {"y": tf.tanh(tf.multiply(h, scale, name="blown"), name="squashed")}
        self.serve = tf.function(f, input_signature=[spec(None, 4)])


class Two(tf.Module):
    """Inputs and outputs under other names, the outputs perhaps the other way round."""
    def __init__(self, a="in_1", b="in_2", swap=False, scale=2.0):
        def f(x, y):
            u, v = tf.subtract(x, y, name="u"), tf.multiply(y, scale, name="v")
            return {"first": v, "second": u} if swap else {"first": u, "second": v}
        self.serve = tf.function(f, input_signature=[spec(None, name=a), spec(None, name=b)])


class Given(tf.Module):
    def __init__(self, v):
        self.v = tf.Variable(v, name="v")

    @tf.function(input_signature=[])
    def serve(self):
        return {"y": self.v * 2.0}


def v1_save(name, build, freeze=False):
    """As TensorFlow 1 exports; freeze: with the variables as constants."""
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    with tf.Graph().as_default() as graph, tf.compat.v1.Session(graph=graph, config=session_config()) as s:
        x, y = build()
        s.run(tf.compat.v1.global_variables_initializer())
        if not freeze:
            tf.compat.v1.saved_model.simple_save(s, folder, {"x": x}, {"y": y})
            return
        frozen = tf.compat.v1.graph_util.convert_variables_to_constants(s, graph.as_graph_def(), [y.op.name])
    with tf.Graph().as_default() as graph, tf.compat.v1.Session(graph=graph, config=session_config()) as s:
        tf.import_graph_def(frozen, name="")
        tf.compat.v1.saved_model.simple_save(s, folder, {"x": graph.get_tensor_by_name(x.name)},
                                             {"y": graph.get_tensor_by_name(y.name)})


def v1_net(ref=True, change=0.0, lost=False, scope="net"):
    def build():
        g = np.random.default_rng(10)
        w, mean, var = (g.uniform(0.2, 1, n).astype(np.float32) for n in ((4, 3), 3, 3))
        w[1, 2] += change
        x = tf.compat.v1.placeholder(tf.float32, [None, 4], "x")
        with tf.compat.v1.variable_scope(scope, use_resource=not ref):
            get = tf.compat.v1.get_variable
            y = tf.matmul(x, get("w", initializer=w), name="mm")
            mean = get("moving_mean", initializer=np.zeros_like(mean) if lost else mean)
            var = get("moving_variance", initializer=np.ones_like(var) if lost else var)
            return x, tf.nn.relu(tf.nn.batch_normalization(y, mean, var, None, None, 1e-3, name="norm"))
    return build


def v1_loop():
    x = tf.compat.v1.placeholder(tf.float32, [None], "x")
    tf.compat.v1.disable_control_flow_v2()
    _, y = tf.compat.v1.while_loop(lambda i, y: i < 4, lambda i, y: (i + 1, tf.multiply(y + x, 0.5, name="step")),
                                   (tf.constant(0), tf.zeros_like(x)), name="loop")
    tf.compat.v1.enable_control_flow_v2()
    return x, y


def pair(name, a, b, twin, inputs, node):
    """a against b: parted at node; a against its healthy twin: nothing."""
    for suffix, module in (("", a), ("_other", b), ("_twin", twin)):
        save(name + suffix, module)
    case(name, name + "_other", inputs, 1, node)
    case(name, name + "_twin", inputs, 0)


def layers():
    """A layer more, less, moved, or another one in its place; what is left on from training."""
    x = "x=random:1"
    net = INNER + "net/"
    save("vision", Bare(vision(), (8, 8, 2)))
    save("vision_twin", Bare(vision("again_"), (8, 8, 2)))
    save("vision_average", Bare(vision(pool=tf.keras.layers.AveragePooling2D), (8, 8, 2)))
    save("vision_more", Bare(vision(extra=True), (8, 8, 2)))
    save("vision_early", Bare(vision(early=True), (8, 8, 2)))
    save("vision_stride", Bare(vision(stride=2), (8, 8, 2)))
    save("vision_drop", Bare(vision("again_", dropout=True), (8, 8, 2)))
    save("vision_drops", Bare(vision(dropout=True), (8, 8, 2), training=True))
    case("vision", "vision_twin", x, 0)
    case("vision", "vision_average", x, 1, net + "pool/MaxPool")
    case("vision", "vision_more", x, 1, net + "more/Conv2D")
    case("vision_more", "vision", x, 1, net + "more/Conv2D")
    case("vision", "vision_early", x, 1, net + "bn/FusedBatchNormV3")
    case("vision_early", "vision", x, 1, net + "relu/Relu")
    case("vision", "vision_stride", x, 1, net + "conv/Conv2D")
    case("vision", "vision_drop", x, 0)
    case("vision_drop", "vision_drops", x, 1, net + "again_bn/FusedBatchNormV3")
    case("vision_drops", "vision_drops", x, 0)
    save("mask", attention())
    save("mask_lost", attention(False))
    case("mask", "mask_lost", x, 1, net + "mha/softmax/add")


def loops():
    x = "x=[[[0.1,0.2,0.3],[0.4,-0.5,0.6],[1,2,-1],[0,1,0.5],[0.3,0.2,0.1]]]"
    gru, lstm = tf.keras.layers.GRU, tf.keras.layers.LSTM
    pair("gru", recurrent(gru), recurrent(gru, activation="relu"), recurrent(gru, name="other"), x,
         INNER + "net/rnn/PartitionedCall/while/body/while/Tanh@0")
    save("gru_back", recurrent(gru, go_backwards=True))
    case("gru", "gru_back", x, 1, INNER + "net/rnn/PartitionedCall/ReverseV2")
    pair("lstm", recurrent(lstm), recurrent(lstm, edit=lambda m: m.variables[1].assign(m.variables[1] * 1.01)),
         recurrent(lstm), x, INNER + "net/rnn/Read_1/ReadVariableOp")
    x = "x=[[1.0,0.5]]"
    body = INNER + "loop/body/loop/"
    save("rounds", Rounds())
    save("rounds_relu6", Rounds(tf.nn.relu6))
    save("rounds_short", Rounds(n=5))
    save("rounds_weight", Rounds(change=0.5))
    case("rounds", "rounds_relu6", x, 1, body + "act@3")
    case("rounds", "rounds_short", x, 1, INNER + "loop/cond/loop/less/y@0")
    case("rounds", "rounds_weight", x, 1, body + "mm/ReadVariableOp@0")
    save("rounds_more", Rounds(lambda y, name: tf.nn.relu(tf.minimum(y, 5.0, name="cap"), name=name)))
    case("rounds", "rounds_more", x, 1, body + "cap@3")
    save("rounds_endless", Rounds(step=0))
    case("rounds", "rounds_endless", x, 1, body + "on/y@0")
    case("rounds_endless", "rounds", x, 1, body + "on/y@0")


def texts():
    text = 'text=["The cat sat","a cat"]'
    save("words", Words())
    save("words_order", Words(words=("cat", "the", "sat")))
    save("words_short", Words(words=("the", "cat")))
    save("words_case", Words(lower=False))
    save("words_row", Words(row=2))
    save("words_idle", Words(row=7))
    for other in ("order", "short"):
        case("words", "words_" + other, text, 1, INNER + "ids/LookupTableFindV2")
    case("words", "words_case", text, 1, INNER + "lower")
    case("words_case", "words", text, 1, INNER + "lower")
    case("words", "words_row", text, 1, INNER + "take")
    case("words", "words_idle", text, 0)


def numbers():
    x = "x=[[1.0,-2.0,3.0,0.5],[0.1,0.2,-0.3,0.4]]"
    relu = lambda h: {"y": tf.nn.relu(h)}
    save("dense", Dense(relu))
    save("dense_rounded", Dense(relu, doubt=2e-7))
    save("dense_half", Dense(half))
    save("dense_bfloat16", Dense(lambda h: half(h, tf.bfloat16)))
    case("dense", "dense_rounded", x, 0)
    case("dense", "dense_half", x, 1, INNER + "down")
    case("dense_half", "dense_bfloat16", x, 1, INNER + "down")
    pair("axis", Dense(parts(1)), Dense(parts(0)), Dense(parts(-1)), x, INNER + "split/split_dim")
    pair("units", Units("multiply"), Units("divide", 9e3), Units("divide"), "x=[[123.456,123.4561,123.4562,123.4569]]",
         PLAIN + "blown/y")
    both = "in_9=[1.0,2.0];in_10=[5.0,7.0]"
    pair("two", Two("in_9", "in_10"), Two("in_1", "in_2", scale=3.0), Two("in_1", "in_2"), both, PLAIN + "v/y")
    save("two_swapped", Two("in_9", "in_10", swap=True))
    case("two", "two_swapped", both, 1, PLAIN + "u")
    save("given", Given(1.0))
    save("given_other", Given(2.0))
    case("given#serving_default", "given_other#serving_default", "-", 1, INNER + "ReadVariableOp")


def old():
    """Exports of TensorFlow 1: variables by reference, frozen ones, loops of Enter and Exit."""
    x = "x=[[1.0,-2.0,3.0,0.5],[0.1,0.2,-0.3,0.4]]"
    v1_save("old", v1_net())
    v1_save("old_resource", v1_net(ref=False, scope="net"))
    v1_save("old_frozen", v1_net(), freeze=True)
    v1_save("old_weight", v1_net(ref=False, change=0.5, scope="tower"))
    v1_save("old_lost", v1_net(lost=True), freeze=True)
    case("old", "old_resource", x, 0)
    case("old", "old_frozen", x, 0)
    case("old", "old_weight", x, 1, "net/w")
    case("old_resource", "old_weight", x, 1, "net/mm/ReadVariableOp")
    case("old", "old_lost", x, 1, "net/moving_mean")
    v1_save("old_loop", v1_loop)
    case("old_loop", "loop", "x=[1.0,2.0]", 0)
    case("old_loop", "loop_other", "x=[1.0,2.0]", 1, "loop/step/y@0")


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    x4 = "x=[[1.0,-2.0,3.0,0.5],[0.1,0.2,-0.3,0.4]]"
    image = "image=random:1"

    save("net", Net())
    save("net_twin", Net())
    save("net_weight", Net(change=0.25))
    save("net_tiny", Net(change=1e-9))
    save("net_renamed", Net(prefix="first_"))
    save("net_renamed_weight", Net(prefix="first_", change=0.25))
    case("net", "net_twin", x4, 0)
    case("net", "net_tiny", x4, 0)
    case("net", "net_weight", x4, 1, INNER + "out/MatMul/ReadVariableOp")
    case("net", "net_renamed", x4, 0)
    case("net", "net_renamed_weight", x4, 1, INNER + "out/MatMul/ReadVariableOp")
    case("net", "net_twin", "-", 0)
    case("net", "net_weight", "-", 1, "out/kernel")

    save("picture", Picture("signed"))
    save("picture_unit", Picture("unit"))
    save("picture_bgr", Picture("bgr"))
    save("picture_raw", Picture("raw"))
    image0 = "image=random:1"
    case("picture", "picture_unit", image0, 1, INNER + "truediv/y")
    case("picture", "picture_bgr", image0, 1, INNER + "bgr")
    case("picture", "picture_raw", image0, 1, INNER + "truediv")
    case("picture_raw", "picture", image0, 1, INNER + "truediv")

    save("leaky", Leaky(0.2))
    save("leaky_other", Leaky(0.3))
    case("leaky", "leaky_other", x4, 1, PLAIN + "leaky")
    case("leaky", "leaky_other", "x=[[1.0,2.0,3.0,0.5]]", 0)
    save("act", Activation(tf.nn.relu, "act"))
    save("act_tanh", Activation(tf.nn.tanh, "act"))
    save("act_named", Activation(tf.nn.relu6, "Relu6"))
    case("act", "act_tanh", x4, 1, PLAIN + "act")
    case("act", "act_named", "x=[[1.0,-2.0,3.0,7.5]]", 1, PLAIN + "act")
    case("act", "act_named", x4, 0)

    doors = Doors()
    doors(tf.zeros([2, 3]), training=False)
    doors(tf.zeros([2, 3]), training=True)
    doors.__call__.get_concrete_function(spec(None, 3), training=False)
    doors.__call__.get_concrete_function(spec(None, 3), training=True)
    save("doors", doors, serving_default=doors.serve, train=doors.train)
    xd = "x=[[1.0,-2.0,3.0],[0.5,0.25,-1.0]]"
    case("doors#serving_default", "doors#train", xd, 1, INNER.replace("Call/", "Call_1/", 1) + "mean")
    case("doors#serving_default", "doors#__call__", xd, 0)
    case("doors", "doors#__call__(training=True)", xd, 1, "drop")
    case("doors#__call__(training=True)", "doors#__call__(training=False)", xd, 1, "drop")

    save("loop", Loop(0.5))
    save("loop_other", Loop(0.75))
    save("loop_twin", Loop(0.5))
    case("loop", "loop_twin", "x=[1.0,2.0]", 0)
    case("loop", "loop_other", "x=[1.0,2.0]", 1, PLAIN + "loop/body/loop/step/y@0")

    save("rows", Fails(5))
    save("rows_short", Fails(3))
    case("rows", "rows_short", "ids=[1,4]", 1, INNER + "take")

    for name, module in (("bn", keras()), ("bn_lost", keras(lost=True)), ("bn_renamed", keras("other_")),
                         ("bn_epsilon", keras(epsilon=1e-2))):
        save(name, module, serving_default=module.serve, train=module.train)
    case("bn", "bn_renamed", image, 0)
    case("bn", "bn_lost", image, 1, INNER + "net/bn/FusedBatchNormV3/ReadVariableOp")
    case("bn", "bn_epsilon", image, 1, INNER + "net/bn/FusedBatchNormV3")
    case("bn#serving_default", "bn#train", image, 1, INNER + "net/bn/FusedBatchNormV3")

    layers()
    loops()
    texts()
    numbers()
    old()
    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
