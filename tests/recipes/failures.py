"""Makes tests/models/failures: models that fail as real ones do, and their healthy twins.

    python tests/recipes/failures.py

NAME/ is a SavedModel; cases.tsv says, a line a case: model, inputs, what `smtui why` must answer (exit code, and
the node: a path as TensorFlow's inliner gives it, written down here by who planted the failure).
"""
import os
import shutil

from common import MODELS, set_up, write_text, write_versions
import numpy as np
import tensorflow as tf

HOME = os.path.join(MODELS, "failures")
CASES = []


def save(name, module, *cases):
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    tf.saved_model.save(module, folder, signatures=module.serve)
    shutil.rmtree(os.path.join(folder, "assets"), ignore_errors=True) if not os.listdir(
        os.path.join(folder, "assets")) else None
    for inputs, code, node in cases:
        CASES.append(f"{name}\t{inputs}\t{code}\t{node}")


def spec(*shape, dtype=tf.float32, name="x"):
    return tf.TensorSpec(shape, dtype, name)


INNER = "StatefulPartitionedCall/"
PLAIN = "PartitionedCall/"


class Normalise(tf.Module):
    """Minus the mean, over the spread: 0/0 for a constant row."""
    @tf.function(input_signature=[spec(None, 4)])
    def serve(self, x):
        mean = tf.reduce_mean(x, axis=1, keepdims=True)
        spread = tf.reduce_max(x, 1, keepdims=True) - tf.reduce_min(x, 1, keepdims=True)
        scaled = tf.divide(x - mean, spread, name="scale")
        return {"y": tf.nn.softmax(scaled * 2.0)}


class ExpOverflow(tf.Module):
    def __init__(self):
        self.w = tf.Variable(np.eye(3, dtype=np.float32) * 50, name="w")

    @tf.function(input_signature=[spec(None, 3)])
    def serve(self, x):
        z = tf.matmul(x, self.w, name="logits")
        e = tf.exp(z, name="e")
        return {"y": tf.divide(e, tf.reduce_sum(e, 1, keepdims=True), name="p")}


class Vocabulary(tf.Module):
    """Five tokens in the vocabulary, three rows in the embedding."""
    def __init__(self, rows, default):
        keys = tf.constant(["a", "b", "c", "d", "e"])
        self.table = tf.lookup.StaticHashTable(
            tf.lookup.KeyValueTensorInitializer(keys, tf.range(5, dtype=tf.int64)), default)
        self.rows = tf.Variable(np.arange(rows * 2, dtype=np.float32).reshape(rows, 2), name="rows")

    @tf.function(input_signature=[spec(None, dtype=tf.string, name="tokens")])
    def serve(self, tokens):
        ids = self.table.lookup(tokens, name="ids")
        return {"y": tf.reduce_sum(tf.gather(self.rows, ids, name="rows_of"), 0)}


class FixedBatch(tf.Module):
    """A reshape that remembers the batch of training."""
    @tf.function(input_signature=[spec(None, 6)])
    def serve(self, x):
        return {"y": tf.reduce_sum(tf.reshape(x, [4, 2, 3], name="pairs"), 1)}


class FixedState(tf.Module):
    """A product that fits one batch size only."""
    def __init__(self):
        self.w = tf.Variable(np.ones((4, 2), np.float32), name="w")

    @tf.function(input_signature=[spec(None, 3)])
    def serve(self, x):
        return {"y": tf.matmul(x, self.w, transpose_a=True, name="mix")}


class Asserted(tf.Module):
    @tf.function(input_signature=[spec(None)])
    def serve(self, x):
        check = tf.debugging.Assert(tf.reduce_all(x > 0), ["x must be positive", x], name="positive")
        with tf.control_dependencies([check]):
            return {"y": tf.math.log(x)}


class Endless(tf.Module):
    """Halves until below 1: 0.5 of NaN or of infinity never is."""
    @tf.function(input_signature=[spec()])
    def serve(self, x):
        y, n = tf.while_loop(lambda y, n: tf.math.logical_not(y < 1.0), lambda y, n: (y * 0.5, n + 1),
                             (x, tf.constant(0)), name="halve")
        return {"y": y, "n": n}


class BadWeight(tf.Module):
    def __init__(self, nan):
        w = np.ones((3, 2), np.float32)
        if nan:
            w[1, 1] = np.nan
        self.w = tf.Variable(w, name="kernel")

    @tf.function(input_signature=[spec(None, 3)])
    def serve(self, x):
        return {"y": tf.nn.relu(tf.matmul(x, self.w, name="dense"))}


class Mask(tf.Module):
    """A -inf mask is no failure; a row that is masked whole is."""
    @tf.function(input_signature=[spec(None, 3), spec(None, 3, dtype=tf.bool, name="keep")])
    def serve(self, x, keep):
        masked = tf.where(keep, x, -np.inf, name="masked")
        shifted = tf.subtract(masked, tf.reduce_max(masked, 1, keepdims=True), name="shifted")
        e = tf.exp(shifted, name="e")
        return {"y": e / tf.reduce_sum(e, 1, keepdims=True)}


class Wraps(tf.Module):
    """A hash of the id in int32."""
    @tf.function(input_signature=[spec(None, dtype=tf.int32, name="ids")])
    def serve(self, ids):
        return {"y": tf.math.floormod(tf.multiply(ids, 100003, name="spread"), 97)}


class Narrow(tf.Module):
    @tf.function(input_signature=[spec(None, dtype=tf.int64, name="ids")])
    def serve(self, ids):
        return {"y": tf.cast(ids, tf.int32, name="narrow") + 1}


class Layers(tf.Module):
    """A relu that the bias keeps below 0."""
    def __init__(self):
        self.w = tf.Variable(np.ones((3, 8), np.float32), name="w")
        self.b = tf.Variable(np.full(8, -10, np.float32), name="b")

    @tf.function(input_signature=[spec(None, 3)])
    def serve(self, x):
        h = tf.nn.relu(tf.matmul(x, self.w) + self.b, name="hidden")
        return {"y": tf.reduce_sum(h, 1) + tf.reduce_sum(x, 1)}


class Noise(tf.Module):
    def __init__(self, training):
        self.training = training

    @tf.function(input_signature=[spec(None)])
    def serve(self, x):
        if self.training:
            x = x + tf.random.normal(tf.shape(x), name="noise")
        return {"y": x * 2.0}


class Deaf(tf.Module):
    @tf.function(input_signature=[spec(None, 3)])
    def serve(self, x):
        return {"y": tf.fill([tf.shape(x)[0], 2], 0.5, name="half"), "n": tf.shape(x)[0]}


class Tiny(tf.Module):
    """A product of probabilities without logarithms."""
    @tf.function(input_signature=[spec(None, 40, name="p")])
    def serve(self, p):
        return {"y": tf.reduce_prod(p, axis=1, name="joint")}


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    save("normalise", Normalise(),
         ("x=[[1.0,2.0,3.0,4.0],[5.0,5.0,5.0,5.0]]", 1, PLAIN + PLAIN + "scale"),
         ("x=[[1.0,2.0,3.0,4.0],[5.0,6.0,5.0,5.0]]", 0, "-"))
    save("exp_overflow", ExpOverflow(),
         ("x=[[1.0,2.0,0.5]]", 1, INNER + INNER + "e"),
         ("x=[[0.1,0.2,0.5]]", 0, "-"))
    save("vocabulary", Vocabulary(3, 0),
         ("tokens=[\"a\",\"e\"]", 1, INNER + INNER + "ids/LookupTableFindV2"),
         ("tokens=[\"a\",\"c\",\"zzz\"]", 0, "-"))
    save("table_default", Vocabulary(5, -1),
         ("tokens=[\"a\",\"zzz\"]", 1, INNER + INNER + "ids/LookupTableFindV2"),
         ("tokens=[\"a\",\"e\"]", 0, "-"))
    save("fixed_batch", FixedBatch(),
         ("x=[[1.0,2.0,3.0,4.0,5.0,6.0]]", 1, PLAIN + PLAIN + "pairs/shape"),
         ("x=[[1.0,2.0,3.0,4.0,5.0,6.0],[1.0,2.0,3.0,4.0,5.0,6.0],[1.0,2.0,3.0,4.0,5.0,6.0],"
          "[1.0,2.0,3.0,4.0,5.0,6.0]]", 0, "-"))
    save("fixed_state", FixedState(),
         ("x=[[1.0,2.0,3.0]]", 1, INNER + INNER + "mix/ReadVariableOp"),
         ("x=[[1.0,2.0,3.0],[1.0,2.0,3.0],[1.0,2.0,3.0],[1.0,2.0,3.0]]", 0, "-"))
    save("asserted", Asserted(),
         ("x=[1.0,-2.0]", 1, INNER + INNER + "positive/AssertGuard/else/positive/AssertGuard/Assert"),
         ("x=[1.0,2.0]", 0, "-"))
    save("endless", Endless(),
         ("x=inf", 1, PLAIN + PLAIN + "halve"),
         ("x=100.0", 0, "-"))
    save("bad_weight", BadWeight(True),
         ("x=[[1.0,2.0,3.0]]", 1, INNER + INNER + "dense/ReadVariableOp"))
    save("good_weight", BadWeight(False), ("x=[[1.0,2.0,3.0]]", 0, "-"))
    save("mask", Mask(),
         ("x=[[1.0,2.0,3.0]];keep=[[False,False,False]]", 1, PLAIN + PLAIN + "shifted"),
         ("x=[[1.0,2.0,3.0]];keep=[[True,False,True]]", 0, "-"))
    save("wraps", Wraps(), ("ids=[1,50000]", 1, PLAIN + PLAIN + "spread"), ("ids=[1,2]", 0, "-"))
    save("narrow", Narrow(), ("ids=[1,5000000000]", 1, PLAIN + PLAIN + "narrow"), ("ids=[1,2]", 0, "-"))
    save("layers", Layers(), ("x=[[1.0,2.0,3.0]]", 1, INNER + INNER + "hidden"), ("x=[[9.0,2.0,3.0]]", 0, "-"))
    save("noise", Noise(True), ("x=[1.0]", 1, INNER + INNER + "noise/RandomStandardNormal"))
    save("quiet", Noise(False), ("x=[1.0]", 0, "-"))
    save("deaf", Deaf(), ("x=[[1.0,2.0,3.0]]", 1, PLAIN + PLAIN + "half"))
    save("tiny", Tiny(), ("p=[[" + ",".join(["0.01"] * 40) + "]]", 1, PLAIN + PLAIN + "joint"),
         ("p=[[" + ",".join(["0.9"] * 40) + "]]", 0, "-"))
    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
