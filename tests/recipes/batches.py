"""Makes tests/models/batches: models that mix the examples of a batch or take some sizes only, and healthy twins.

    python tests/recipes/batches.py

cases.tsv says, a line a case: model, options, exit code of `smtui batch`, "size" or the output that mixes, the node
that is named (the end of its path). expected.tsv: what TensorFlow makes of four examples together and of the second
one alone, for each output that mixes (the largest difference there).
"""
import os
import shutil

from common import MODELS, set_up, save_lean, spec, write_text, write_versions
import numpy as np
import tensorflow as tf

HOME = os.path.join(MODELS, "batches")
CASES, EXPECTED = [], []
X = np.random.default_rng(5).standard_normal((4, 6)).astype(np.float32)
GIVEN = "--inputs x=" + str(X.round(3).tolist()).replace(" ", "")
X = X.round(3).astype(np.float32)


def plant(name, body, code, what, node, shape=(None, 6), **tracked):
    module = tf.Module()
    for key, value in tracked.items():
        setattr(module, key, value)
    module.serve = tf.function(lambda x: {k: v for k, v in body(module, x).items()},
                               input_signature=[spec(*shape)])
    save_lean(os.path.join(HOME, name), module)
    CASES.append(f"{name}\t{GIVEN}\t{code}\t{what}\t{node}")
    if what not in ("-", "size", "random") and shape[0] is None:
        both = module.serve(tf.constant(X))[what].numpy()[1]
        alone = module.serve(tf.constant(X[1:2]))[what].numpy()[0]
        EXPECTED.append(f"{name}\t{what}\t{np.abs(both.astype(np.float64) - alone).max():.6g}")


def norm(training):
    def body(m, x):
        y, _, _, _, _, _ = tf.raw_ops.FusedBatchNormV3(
            x=tf.reshape(x, [-1, 1, 2, 3]), scale=m.g, offset=m.b, mean=[] if training else m.b,
            variance=[] if training else m.g, is_training=training, name="bn")
        return {"y": tf.reshape(y, [-1, 6])}
    return body


def pair(x, across):
    """Attention among the examples, or among the three pairs of an example."""
    p = x if across else tf.reshape(x, [-1, 3, 2])
    a = tf.nn.softmax(tf.matmul(p, p, transpose_b=True))
    return tf.reshape(tf.matmul(a, p), [-1, 6])


def scan(x, major):
    """A running sum over three steps; time first inside."""
    t = tf.transpose(tf.reshape(x, [-1, 3, 2]), [1, 0, 2])
    y = tf.scan(lambda a, r: a * 0.5 + r, t, name="steps")
    return tf.reshape(tf.transpose(y, [1, 0, 2] if major else [0, 1, 2]), [-1, 6], name="back")


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    ones, zeros = tf.Variable(np.ones(3, np.float32)), tf.Variable(np.zeros(3, np.float32))
    plant("norm_training", norm(True), 1, "y", "bn", g=ones, b=zeros)
    plant("norm_serving", norm(False), 0, "-", "-", g=ones, b=zeros)
    plant("softmax_wrong", lambda m, x: {"y": tf.nn.softmax(x, axis=0)}, 1, "y", "Softmax")
    plant("softmax_right", lambda m, x: {"y": tf.nn.softmax(x, axis=1)}, 0, "-", "-")
    plant("centred_wrong", lambda m, x: {"y": x - tf.reduce_mean(x, 0, name="mean")}, 1, "y", "mean")
    plant("centred_right", lambda m, x: {"y": x - tf.reduce_mean(x, 1, keepdims=True)}, 0, "-", "-")
    plant("cumsum_wrong", lambda m, x: {"y": tf.cumsum(x, 0, reverse=True, name="sums")}, 1, "y", "sums")
    plant("cumsum_right", lambda m, x: {"y": tf.cumsum(x, 1)}, 0, "-", "-")
    plant("attention_wrong", lambda m, x: {"y": pair(x, True)}, 1, "y", "MatMul")
    plant("attention_right", lambda m, x: {"y": pair(x, False)}, 0, "-", "-")
    plant("reversed", lambda m, x: {"y": tf.reverse(x, [0], name="turn")}, 1, "y", "turn")
    plant("ranked", lambda m, x: {"y": tf.sort(x, axis=0)}, 1, "y", "sort/TopKV2")
    plant("argmax_wrong", lambda m, x: {"y": tf.cast(x >= tf.reduce_max(x, 0, name="best"), tf.int32)}, 1, "y", "best")
    plant("fixed_wrong", lambda m, x: {"y": tf.reshape(x, [4, 3, 2], name="pairs")}, 1, "size", "pairs/shape")
    plant("fixed_right", lambda m, x: {"y": tf.reshape(x, [-1, 3, 2])}, 0, "-", "-")
    plant("pairwise", lambda m, x: {"y": tf.reshape(tf.reshape(x, [-1, 12], name="two"), [-1, 6])}, 1, "size",
          "two/shape")
    plant("scan_wrong", lambda m, x: {"y": scan(x, False)}, 1, "y", "back")
    plant("scan_right", lambda m, x: {"y": scan(x, True)}, 0, "-", "-")
    plant("loss_beside", lambda m, x: {"y": tf.nn.relu(x), "loss": tf.reduce_mean(x)}, 0, "-", "-")
    plant("mixed_and_not", lambda m, x: {"a": tf.exp(x), "b": x / tf.norm(x, axis=0, name="len")}, 1, "b", "len/Sum")
    plant("flat_and_back", lambda m, x: {"y": tf.reshape(tf.matmul(tf.reshape(x, [-1, 2]), m.w), [-1, 9])}, 0, "-",
          "-", w=tf.Variable(np.arange(6, dtype=np.float32).reshape(2, 3)))
    plant("four_wrong", lambda m, x: {"y": x - tf.reduce_max(x, 0, name="most")}, 1, "y", "most", shape=(4, 6))
    plant("four_right", lambda m, x: {"y": x - tf.reduce_max(x, 1, keepdims=True)}, 0, "-", "-", shape=(4, 6))
    plant("noise", lambda m, x: {"y": x + tf.random.normal(tf.shape(x), name="noise")}, 3, "random",
          "noise/RandomStandardNormal")
    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_text(os.path.join(HOME, "expected.tsv"), "\n".join(EXPECTED) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
