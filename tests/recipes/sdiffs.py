"""Makes tests/models/sdiffs: pairs of exports, and what tells them apart without a run.

    python tests/recipes/sdiffs.py

cases.tsv, a line a case: A, B, exit code, the verdict's first words, and what must be among the lines, written down here
by who made the difference. "-": nothing more is asked.
"""
import os
import shutil

from common import MODELS, save_lean, session_config, set_up, spec, write_text, write_versions
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
HOME = os.path.join(MODELS, "sdiffs")
CASES = []
SAME = "same computation, same weights"
WEIGHTS = "same computation, other weights"
OTHER = "another computation, same weights"
SIGS = "other signatures, same computation, same weights"


def save(name, module, **signatures):
    save_lean(os.path.join(HOME, name), module, **signatures)


def case(a, b, code, verdict, line="-"):
    CASES.append(f"{a}\t{b}\t{code}\t{verdict}\t{line}")


def weights(seed=3):
    g = np.random.default_rng(seed)
    return {"w": g.normal(size=(6, 8)).astype(np.float32), "b": g.normal(size=8).astype(np.float32),
            "v": g.normal(size=(8, 8)).astype(np.float32), "c": g.normal(size=8).astype(np.float32)}


class Net(tf.Module):
    """Two layers; what a case changes is an argument."""
    def __init__(self, values=None, scope=("one", "two"), act=tf.nn.relu, swap=False, inline=True, drop=False,
                 axis=1, dtype=tf.float32, key="x", out="y", batch=None, extra=False, idle=0):
        values = values or weights()
        self.scope, self.act, self.swap, self.inline, self.drop = scope, act, swap, inline, drop
        self.axis, self.out, self.extra = axis, out, extra
        names = ("kernel", "bias")
        self.p = [[tf.Variable(values[k], name=f"{s}/{n}") for k, n in zip(ks, names)]
                  for s, ks in zip(scope, ("wb", "vc"))]
        self.slots = [tf.Variable(np.full(4, i, np.float32), name=f"Adam/m{i}", trainable=False)
                      for i in range(idle)]
        self.serve = tf.function(self.forward, input_signature=[spec(batch, 6, dtype=dtype, name=key)])

    def layer(self, x, i):
        with tf.name_scope(self.scope[i]):
            return self.act(tf.nn.bias_add(tf.matmul(x, self.p[i][0], name="MatMul"), self.p[i][1]), name="act")

    def forward(self, x):
        x = tf.cast(x, tf.float32)
        layer = self.layer if self.inline else tf.function(self.layer)
        x = layer(x, 0)
        if self.drop:
            x = tf.identity(x, name="dropout")
        if self.extra:
            with tf.name_scope("extra"):
                x = tf.square(x - tf.reduce_mean(x, 0, name="mean"), name="square")
        x = layer(x, 1)
        return {self.out: tf.reduce_sum(x, self.axis, name="sum")}


class Order(tf.Module):
    """Two square layers behind each other, the second first when swapped."""
    def __init__(self, swap):
        values = weights()
        self.a = tf.Variable(values["v"], name="a")
        self.b = tf.Variable(values["v"].T * 2 + 1, name="b")
        self.swap = swap

    @tf.function(input_signature=[spec(None, 8)])
    def serve(self, x):
        p, q = (self.b, self.a) if self.swap else (self.a, self.b)
        return {"y": tf.matmul(tf.nn.relu(tf.matmul(x, p)), q)}


class Conv(tf.Module):
    def __init__(self, padding="SAME", stride=1, dilation=1):
        self.k = tf.Variable(np.random.default_rng(4).normal(size=(3, 3, 1, 2)).astype(np.float32), name="kernel")
        self.how = padding, stride, dilation

    @tf.function(input_signature=[spec(None, 9, 9, 1)])
    def serve(self, x):
        padding, stride, dilation = self.how
        return {"y": tf.nn.conv2d(x, self.k, stride, padding, dilations=dilation, name="conv")}


class Norm(tf.Module):
    """Batch normalisation, in one op or spelt out."""
    def __init__(self, fused=True, epsilon=1e-3):
        g = np.random.default_rng(6)
        self.v = [tf.Variable(np.abs(g.normal(size=3)).astype(np.float32), name=n)
                  for n in ("gamma", "beta", "mean", "variance")]
        self.fused, self.epsilon = fused, epsilon

    @tf.function(input_signature=[spec(None, 4, 4, 3)])
    def serve(self, x):
        g, b, m, v = self.v
        if self.fused:
            return {"y": tf.raw_ops.FusedBatchNormV3(x=x, scale=g, offset=b, mean=m, variance=v, name="bn",
                                                     epsilon=self.epsilon, is_training=False)[0]}
        return {"y": tf.nn.batch_normalization(x, m, v, b, g, self.epsilon)}


class Words(tf.Module):
    """A vocabulary in a file."""
    def __init__(self, words, file="vocab.txt"):
        path = os.path.join("/tmp/sdiffj", file)
        write_text(path, "".join(w + "\n" for w in words))
        init = tf.lookup.TextFileInitializer(path, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64,
                                             tf.lookup.TextFileIndex.LINE_NUMBER)
        self.table = tf.lookup.StaticHashTable(init, -1)

    @tf.function(input_signature=[spec(None, dtype=tf.string, name="word")])
    def serve(self, word):
        return {"id": self.table.lookup(word)}


class Loop(tf.Module):
    def __init__(self, op=tf.nn.relu):
        self.op = op

    @tf.function(input_signature=[spec(None)])
    def serve(self, x):
        return {"y": tf.while_loop(lambda i, y: i < 4, lambda i, y: (i + 1, self.op(y * x, name="act")),
                                   (tf.constant(0), tf.ones_like(x)), name="loop")[1]}


class Square(tf.Module):
    """x times a constant, or times itself, or given as it is."""
    def __init__(self, how):
        self.how = how

    @tf.function(input_signature=[spec(3)])
    def serve(self, x):
        return {"y": {"factor": lambda: tf.multiply(x, [1.0, 2.0, 3.0], name="mul"),
                      "itself": lambda: tf.multiply(x, x, name="mul"), "plain": lambda: x}[self.how]()}


class Two(tf.Module):
    """Two functions; only one is a signature."""
    def __init__(self, factor):
        self.s = tf.Variable([1.0, 2.0, 3.0], name="scale")
        self.factor = factor

    @tf.function(input_signature=[spec(None, 3)])
    def serve(self, x):
        return {"y": x * self.s}

    @tf.function(input_signature=[spec(None, 3)])
    def train(self, x):
        return {"y": x * self.s if self.factor == 1 else tf.exp(x) * self.s}


def changed(name, f):
    values = weights()
    values[name] = f(values[name]).astype(np.float32)
    return values


def row(w):
    w[5] += 1.5
    return w


def noisy(scale):
    g = np.random.default_rng(9)
    return {k: (v + scale * g.normal(size=v.shape)).astype(np.float32) for k, v in weights().items()}


def quantised(w):
    step = (w.max() - w.min()) / 255
    return np.round(w / step) * step


def values():
    same = weights()
    for name, w, verdict, line in (
            ("noise", noisy(1e-3), WEIGHTS + " (noise of size 0.001): 4 of 4 weights differ", "one/kernel: noise of size"),
            ("half", {k: v.astype(np.float16).astype(np.float32) for k, v in same.items()},
             WEIGHTS + " (rounded): 4 of 4", "one/kernel: rounded to half"),
            ("bfloat16", {k: tf.cast(tf.cast(v, tf.bfloat16), tf.float32).numpy() for k, v in same.items()},
             WEIGHTS + " (rounded): 4 of 4", "one/kernel: rounded to bfloat16"),
            ("bits", changed("v", lambda v: (v.view(np.uint32) & np.uint32(0xfffff000)).view(np.float32)),
             WEIGHTS + " (rounded): 1 of 4", "two/kernel: rounded to 12 bits"),
            ("levels", changed("v", quantised), WEIGHTS + " (rounded): 1 of 4", "two/kernel: rounded to levels"),
            ("scaled", changed("w", lambda w: w * np.float32(0.25)), WEIGHTS + " (scaled): 1 of 4",
             "one/kernel: scaled by 0.25"),
            ("channels", changed("w", lambda w: w * np.arange(1, 9, dtype=np.float32)), WEIGHTS + " (scaled): 1 of 4",
             "one/kernel: scaled by a factor for each index of axis 1"),
            ("row", changed("w", row), WEIGHTS + ": 1 of 4", "one/kernel: 8 of 48 elements changed (row 5), by up to 1.5"),
            ("transposed", changed("v", np.transpose), WEIGHTS + " (permuted): 1 of 4", "two/kernel: transposed"),
            ("permuted", changed("w", lambda w: w[:, ::-1]), WEIGHTS + " (permuted): 1 of 4",
             "one/kernel: the same along axis 1 in another order"),
            ("unrelated", changed("w", lambda w: np.random.default_rng(77).normal(size=w.shape)),
             WEIGHTS + " (unrelated): 1 of 4", "one/kernel: unrelated values"),
            ("constant", changed("c", lambda c: c * 0), WEIGHTS + " (unrelated): 1 of 4",
             "two/bias: every element is 0 in B")):
        save("net_" + name, Net(w))
        case("net", "net_" + name, 1, verdict, line)


def structure():
    save("net", Net())
    save("net_again", Net())
    case("net", "net", 0, SAME + "; nothing differs")
    case("net", "net_again", 0, SAME + "; only generated names differ")
    save("net_renamed", Net(scope=("first", "second")))
    case("net", "net_renamed", 0, SAME + "; only generated names and names of variables differ")
    save("net_renamed_noise", Net(noisy(1e-2), scope=("first", "second")))
    case("net", "net_renamed_noise", 1, WEIGHTS + " (noise of size 0.01): 4 of 4", "called first/kernel in B")
    save("net_tanh", Net(act=tf.nn.tanh))
    case("net", "net_tanh", 1, OTHER + ": 2 ops differ", "one/act: Relu in A, Tanh in B")
    save("net_inline", Net(inline=False))
    case("net", "net_inline", 0, SAME + "; only generated names and where functions are cut differ")
    save("net_dropout", Net(drop=True))
    case("net", "net_dropout", 0, SAME + "; only generated names and nodes that hand on differ")
    save("net_extra", Net(extra=True))
    case("net", "net_extra", 1, OTHER + ": 1 part differs", "extra: only B has this part (3 nodes: Mean, Sub, Square)")
    case("net_extra", "net", 1, OTHER + ": 1 part differs", "extra: only A has this part (3 nodes: Mean, Sub, Square)")
    save("net_axis", Net(axis=0))
    case("net", "net_axis", 1, "other signatures, " + OTHER + ": 1 signature and 1 constant differ", "sum/reduction_indices: the constant is 1 in A, 0 in B")
    save("net_slots", Net(idle=5))
    case("net", "net_slots", 0, SAME + "; only ", "variables: only B has 5 that no signature or function reads")
    save("net_key", Net(key="image"))
    case("net", "net_key", 1, SIGS + ": 1 signature differs", 'serving_default: the input "x" is called "image" in B')
    save("net_out", Net(out="scores"))
    case("net", "net_out", 1, SIGS + ": 1 signature differs", 'the output "y" is called "scores" in B')
    save("net_batch", Net(batch=4))
    case("net", "net_batch", 1, "other signatures, same computation, same weights",
         'the input "x" is float32 (None, 6) in A, float32 (4, 6) in B')
    save("net_double", Net(dtype=tf.float64))
    case("net", "net_double", 1, "other signatures, another computation, same weights",
         'the input "x" is float32 (None, 6) in A, float64 (None, 6) in B')
    two = Net()
    save("net_two", two, serving_default=two.serve, more=two.serve)
    case("net", "net_two", 1, SIGS, "more: only B has this signature")
    case("net_two#serving_default", "net_two#more", 0, SAME)
    other = Net()
    save("net_door", other, predict=other.serve)
    case("net", "net_door", 1, SIGS + ": 1 signature differs", 'serving_default: is called "predict" in B')
    case("net#serving_default", "net_door#predict", 0, SAME)

    save("order", Order(False))
    save("order_swapped", Order(True))
    case("order", "order_swapped", 1, OTHER + ": 2 edges differ", "a: is read where B reads b")
    for name, conv, line in (("valid", Conv("VALID"), 'padding is "SAME" in A, "VALID" in B'),
                             ("stride", Conv(stride=2), "strides is [1, 1, 1, 1] in A, [1, 2, 2, 1] in B"),
                             ("dilated", Conv(dilation=2), "dilations is [1, 1, 1, 1] in A, [1, 2, 2, 1] in B")):
        save("conv_" + name, conv)
        verdict = "other signatures, " + OTHER + ": 1 signature and 1 attribute differ"  # the output's shape, too
        case("conv", "conv_" + name, 1, OTHER + ": 1 attribute differs" if name == "dilated" else verdict,
             "conv: " + line)
    save("conv", Conv())
    save("norm", Norm())
    save("norm_epsilon", Norm(epsilon=1e-2))
    save("norm_unfused", Norm(fused=False))
    case("norm", "norm_epsilon", 1, OTHER + ": 1 attribute differs", "bn: epsilon is 0.001 in A, 0.01 in B (FusedBatchNormV3)")
    case("norm", "norm_unfused", 1, OTHER + ": ", "only A has this node (1 node: FusedBatchNormV3)")

    save("words", Words(["zero", "one", "two", "three"]))
    save("words_file", Words(["zero", "one", "two", "three"], "tokens.txt"))
    save("words_more", Words(["zero", "one", "2", "three", "four"]))
    case("words", "words_file", 0, "same computation, no weights; only ", "vocab.txt: is called tokens.txt in B, with the same content")
    case("words", "words_more", 1, "same computation, other assets, no weights: 1 asset differs",
         'vocab.txt: 4 lines in A, 5 in B: 2 added, 1 gone, 0 on another line; line 2 is "two" in A, "2" in B')
    save("loop", Loop())
    save("loop_again", Loop())
    save("loop_tanh", Loop(tf.nn.tanh))
    case("loop", "loop_again", 0, "same computation, no weights")
    case("loop", "loop_tanh", 1, "another computation, no weights: 1 op differs", "loop/body/loop/act: Relu in A, Tanh in B")
    for how in ("factor", "itself", "plain"):
        save("square_" + how, Square(how))
    case("square_factor", "square_itself", 1, "another computation, no weights: 1 edge differs",
         "mul: input 1 comes from mul/y in A, from serving_default_x in B")
    case("square_itself", "square_plain", 1, "another computation, no weights", "mul: only A has this node (1 node: Mul)")
    save("two", Two(1))
    save("two_train", Two(2))
    case("two", "two_train", 1, "same computation behind the signatures, other functions, same weights: 1 function differs",
         "train: computes otherwise")
    case("two#serving_default", "two_train#serving_default", 0, SAME)
    case("two#serve", "two#serving_default", 0, SAME)
    case("two#train", "two_train#train", 1, OTHER, "only B has this node (1 node: Exp)")


def old(name, kind="ref", op=tf.nn.relu, order=False, loop=False):
    """The net as TensorFlow 1 saves it."""
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    values_ = weights()
    with tf.Graph().as_default(), v1.Session(config=session_config()) as session:
        x = v1.placeholder(tf.float32, [None, 6], name="x")
        y = x
        for scope, (k, b) in (("one", "wb"), ("two", "vc")):
            with v1.variable_scope(scope, use_resource=kind == "resource"):
                if kind == "frozen":
                    w, c = tf.constant(values_[k], name="kernel"), tf.constant(values_[b], name="bias")
                else:
                    w = v1.get_variable("kernel", initializer=values_[k])
                    c = v1.get_variable("bias", initializer=values_[b])
                y = op(tf.nn.bias_add(tf.matmul(y, w, name="MatMul"), c), name="act")
        if loop:
            y = v1.while_loop(lambda i, y: i < 3, lambda i, y: (i + 1, op(y) * 0.5), (0, y), name="loop")[1]
        y = tf.reduce_sum(y, 1, name="sum")
        session.run(v1.global_variables_initializer())
        builder = v1.saved_model.Builder(folder)
        sig = v1.saved_model.predict_signature_def({"x": x}, {"y": y})
        builder.add_meta_graph_and_variables(session, ["serve"], {"serving_default": sig})
        builder.save()
    for junk in ("fingerprint.pb",):
        if os.path.exists(os.path.join(folder, junk)):
            os.remove(os.path.join(folder, junk))
    if kind == "frozen":
        shutil.rmtree(os.path.join(folder, "variables"), ignore_errors=True)


def version(name, source, text):
    """The same export with another version written into it."""
    from tensorflow.core.protobuf import saved_model_pb2
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(HOME, source), folder)
    m = saved_model_pb2.SavedModel()
    path = os.path.join(folder, "saved_model.pb")
    with open(path, "rb") as f:
        m.ParseFromString(f.read())
    m.meta_graphs[0].meta_info_def.tensorflow_version = text
    nodes = list(m.meta_graphs[0].graph_def.node)
    del m.meta_graphs[0].graph_def.node[:]
    m.meta_graphs[0].graph_def.node.extend(reversed(nodes))
    with open(path, "wb") as f:
        f.write(m.SerializeToString(deterministic=True))


def olds():
    old("old")
    old("old_resource", "resource")
    old("old_frozen", "frozen")
    old("old_tanh", op=tf.nn.tanh)
    case("old", "old_resource", 0, SAME)
    case("old", "old_frozen", 0, SAME + "; only weights kept as constants")
    case("old", "old_tanh", 1, OTHER + ": 2 ops differ", "two/act: Relu in A, Tanh in B")
    case("old", "net", 0, SAME)
    old("old_loop", loop=True)
    old("old_loop_tanh", loop=True, op=tf.nn.tanh)
    case("old_loop", "old_loop", 0, SAME)
    case("old_loop", "old_loop_tanh", 1, OTHER + ": 3 ops differ", "loop/Relu: Relu in A, Tanh in B")
    version("net_version", "net", "2.9.1")
    case("net", "net_version", 0, SAME + "; only ", "TensorFlow: 2.15.1 in A, 2.9.1 in B")


def keras(name, dropout=0.0, prefix="", units=4, norm=False):
    tf.keras.utils.set_random_seed(5)
    k = tf.keras.layers
    m = tf.keras.Sequential([tf.keras.Input([5], name="x")] + [k.Dense(units, activation="relu", name=prefix + "hidden")] +
                            ([k.BatchNormalization(name=prefix + "bn")] if norm else []) +
                            ([k.Dropout(dropout, name=prefix + "drop")] if dropout else []) +
                            [k.Dense(2, name=prefix + "out")], name="net")
    path = os.path.join(HOME, name)
    shutil.rmtree(path, ignore_errors=True)
    m.export(path)
    for junk in ("fingerprint.pb", "keras_metadata.pb"):
        if os.path.exists(os.path.join(path, junk)):
            os.remove(os.path.join(path, junk))


def layers():
    keras("keras")
    keras("keras_dropout", dropout=0.5)
    keras("keras_norm", norm=True)
    keras("keras_units", units=6)
    case("keras", "keras_dropout", 0, SAME)
    case("keras", "keras_norm", 1, "another computation", "net/bn/batchnorm: only B has this part")
    case("keras", "keras_units", 1, "same computation, other weights",
         "hidden/kernel: is float32 (5, 4) in A, float32 (5, 6) in B")


def main():
    os.makedirs("/tmp/sdiffj", exist_ok=True)
    set_up()
    v1.disable_control_flow_v2()  # of graphs of their own; functions keep theirs
    shutil.rmtree(HOME, ignore_errors=True)
    structure()
    values()
    olds()
    layers()
    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
