"""Makes tests/models/diffs: pairs of exports of one model, and what parts them.

    python tests/recipes/diffs.py

NAME_a/ and NAME_b/ are SavedModels; cases.tsv says, a line a case: A, B, inputs, what `smtui diff` must answer (exit
code, and the node: A's path as TensorFlow's inliner gives it, B's where only B has the node; written down here by
who made the difference). Inputs "-": the models are compared without a run.
"""
import os
import shutil

from common import MODELS, set_up, write_text, write_versions
import numpy as np
import tensorflow as tf

HOME = os.path.join(MODELS, "diffs")
CASES = []
INNER = "StatefulPartitionedCall/StatefulPartitionedCall/"
PLAIN = "PartitionedCall/PartitionedCall/"


def save(name, module, **signatures):
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    tf.saved_model.save(module, folder, signatures=signatures or module.serve)
    for junk in ("assets", "fingerprint.pb", "keras_metadata.pb"):
        path = os.path.join(folder, junk)
        if os.path.isdir(path) and not os.listdir(path):
            os.rmdir(path)
        elif os.path.isfile(path):
            os.remove(path)


def case(a, b, inputs, code, node="-"):
    CASES.append(f"{a}\t{b}\t{inputs}\t{code}\t{node}")


def spec(*shape, dtype=tf.float32, name="x"):
    return tf.TensorSpec(shape, dtype, name)


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

    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
