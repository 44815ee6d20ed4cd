"""Makes tests/models/grads: small models, each signature of which shows one habit of TensorFlow's gradients.

    python tests/recipes/grads.py

A folder as those of tests/models/zoo: model, expected/SIGNATURE/in_x.npy, expected/meta.json; what TensorFlow's
gradients are is asked by gradients_models.py.
"""
import os
import shutil

from common import MODELS, set_up, spec, versions, write_json, write_versions
import numpy as np
import tensorflow as tf

OUT = os.path.join(MODELS, "grads")
X = np.array([[1.0, -2.0, 0.0, 0.5], [3.0, 3.0, -1.5, 2.0], [0.25, 1.75, 3.0, -0.5]], np.float32)


class Habits(tf.Module):
    def __init__(self):
        self.w = tf.Variable(np.linspace(-1, 1, 16, dtype=np.float32).reshape(4, 4), name="w")
        self.b = tf.Variable([0.5, -0.25, 1.0, 2.0], name="b")
        self.table = tf.Variable(np.arange(20, dtype=np.float32).reshape(5, 4) / 10, name="table")
        self.count = tf.Variable(0.0, name="count", trainable=False)


def signatures(m):
    def stopped(x):                         # a part that counts as a constant
        return x * tf.stop_gradient(tf.tanh(x)) + tf.stop_gradient(x @ m.w)

    def twice(x):                           # one variable, read again and again
        return tf.tanh(x @ m.w + m.b) @ m.w + m.b * m.b

    def kinks(x):                           # at 0, and where several are largest
        return tf.nn.relu(x) + tf.nn.relu6(x * 3) + tf.abs(x) + tf.reduce_max(x, 0) + tf.maximum(x, 0.5) + \
            tf.sign(x) * x

    def shapes(x):                          # broadcasting, and everything that moves elements
        y = tf.concat([x[:, ::2], tf.reverse(x, [0])[:, 1:3]], 1)
        y = tf.transpose(tf.reshape(tf.pad(y, [[1, 0], [0, 1]]), [5, 4]))
        return tf.stack(tf.unstack(y, axis=1)[1:4], 1) * m.b[:, None] + tf.tile(x[:1, :3], [4, 1])

    def looked_up(x):                       # the same row twice
        ids = tf.cast(tf.abs(x[:, :3]), tf.int32)
        return tf.nn.embedding_lookup(m.table, ids) + tf.gather(m.table, [[1, 1, 4]])

    def loop(x):                            # a while loop, its lists, a variable in it
        def body(i, h, hs):
            h = tf.tanh(h @ m.w + x)
            return i + 1, h, hs.write(i, h)
        hs = tf.TensorArray(tf.float32, 4)
        _, h, hs = tf.while_loop(lambda i, h, hs: i < 4, body, [0, x * m.b, hs])
        return h + tf.reduce_sum(hs.stack() * hs.read(2), 0)

    def branch(x):                          # the branch that is taken
        return tf.cond(x[0, 0] > 0, lambda: x * m.b, lambda: x @ m.w) + \
            tf.switch_case(tf.cast(x[1, 3], tf.int32), [lambda: x, lambda: x * x, lambda: m.b * tf.exp(x)])

    def whole(x):                           # through whole numbers there is none
        n = tf.cast(tf.cast(x * 4, tf.int32), tf.float32)
        return n * m.b + tf.round(x) @ m.w + tf.cast(tf.argmax(x, 1), tf.float32)[:, None]

    def written(x):                         # what is written is not followed, what is read then is
        m.count.assign(tf.reduce_sum(x))
        return x * m.count + m.b

    def known(x):                           # custom_gradient is not in the graph: what is there counts
        return tf.nn.softmax(x) * tf.nn.log_softmax(x * 2) + tf.nn.moments(x, 1, keepdims=True)[1]

    return [stopped, twice, kinks, shapes, looked_up, loop, branch, whole, written, known]


def main():
    set_up()
    shutil.rmtree(OUT, ignore_errors=True)
    m = Habits()
    functions = {f.__name__: tf.function(f, input_signature=[spec(3, 4)]) for f in signatures(m)}
    m.functions = list(functions.values())
    folder = os.path.join(OUT, "habits")
    tf.saved_model.save(m, os.path.join(folder, "model"), signatures={
        k: tf.function(lambda x, f=f: {"y": f(x)}, input_signature=[spec(3, 4)]).get_concrete_function()
        for k, f in functions.items()})
    for junk in ("assets", "fingerprint.pb"):
        path = os.path.join(folder, "model", junk)
        shutil.rmtree(path) if os.path.isdir(path) else os.path.exists(path) and os.remove(path)
    for k in functions:
        os.makedirs(os.path.join(folder, "expected", k))
        np.save(os.path.join(folder, "expected", k, "in_x.npy"), X)
    write_json(os.path.join(folder, "expected", "meta.json"),
               {"versions": versions(), "signatures": {k: {"inputs": {"x": "float32"}, "repeatable": True}
                                                       for k in sorted(functions)}})
    write_versions(OUT)


if __name__ == "__main__":
    main()
