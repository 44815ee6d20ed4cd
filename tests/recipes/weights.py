"""Makes tests/models/weights (checkpoints to look into) and tests/unit/data/weight_stats.tsv (what numpy says
of every tensor in them and in other models' checkpoints).

    python tests/recipes/weights.py

    special     a bare checkpoint: NaN, infinities, denormal numbers, -0, bfloat16 and half, empty tensors, a
                constant one, strings, slices
    adam        a Keras model with a legacy Adam, whose slots are in the object graph
    adam_v1     a bare TF1 checkpoint with the slots of tf.compat.v1's Adam
    adam_object a bare tf.train.Checkpoint with .OPTIMIZER_SLOT keys
"""
import os
import shutil

from common import EXAMPLES, MODELS, ROOT, session_config, set_up, versions, write_text
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
HOME = os.path.join(MODELS, "weights")


def special(folder):
    rng = np.random.default_rng(7)
    tiny = np.float32(1e-40)
    wide = rng.normal(size=(40, 25)).astype(np.float32)
    wide[3, 4], wide[20, 0], wide[39, 24] = np.nan, np.inf, -np.inf
    values = {
        "wide": wide,
        "denormal": np.array([0.0, -0.0, tiny, -tiny, 1.0, 2.0 ** -126], np.float32),
        "all_nan": np.full((3,), np.nan, np.float64),
        "zeros": np.zeros((5, 3), np.float32),
        "half": np.array([1.5, np.inf, -2.0, 6e-8, 65504.0], np.float16),
        "bfloat16": tf.cast(tf.constant([1.5, np.nan, -3.0, 1e-39, 3e38]), tf.bfloat16),
        "huge": np.array([1e308, -1e308, 1.7e308], np.float64),
        "long": np.array([2 ** 53 + 1, 2 ** 53, -2 ** 62, 2 ** 53], np.int64),
        "steps": np.repeat(np.arange(6, dtype=np.int32), 7).reshape(6, 7),
        "empty": np.zeros((0, 4), np.float32),
        "text": np.array([[b"", b"one"], [b"two\0", b"one"]], object),
        "flags": np.array([True, False, True]),
    }
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        for name, value in values.items():
            v1.get_variable(name, initializer=tf.constant(value), use_resource=name != "text")
        with v1.variable_scope("", partitioner=v1.fixed_size_partitioner(3)):
            v1.get_variable("sliced", shape=(8, 5), initializer=v1.random_normal_initializer(seed=5),
                            use_resource=False)
        session.run(v1.global_variables_initializer())
        v1.train.Saver().save(session, os.path.join(folder, "model"), write_meta_graph=False, write_state=False)


def adam(folder):
    model = tf.keras.Sequential([tf.keras.layers.Dense(3, input_shape=(2,), name="first"),
                                 tf.keras.layers.Dense(1, name="second")])
    model.compile(optimizer=tf.keras.optimizers.legacy.Adam(0.1), loss="mse")
    model.fit(np.ones((4, 2), np.float32), np.ones((4, 1), np.float32), epochs=1, verbose=0)
    model.save(folder, save_format="tf")


def adam_v1(folder):
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        with v1.variable_scope("dense"):
            kernel = v1.get_variable("kernel", initializer=tf.constant([[1.0, 2.0]]))
            bias = v1.get_variable("bias", initializer=tf.constant([0.5, 0.5]))
        loss = tf.reduce_sum(tf.square(kernel + bias))
        train = v1.train.AdamOptimizer(0.1).minimize(loss)
        session.run(v1.global_variables_initializer())
        session.run(train)
        v1.train.Saver().save(session, os.path.join(folder, "model"), write_meta_graph=False, write_state=False)


def adam_object(folder):
    kernel = tf.Variable([[1.0, 2.0]], name="kernel")
    optimizer = tf.keras.optimizers.legacy.SGD(0.1, momentum=0.9)
    optimizer.minimize(lambda: tf.reduce_sum(kernel * kernel), [kernel])
    tf.train.Checkpoint(kernel=kernel, optimizer=optimizer).write(os.path.join(folder, "model"))


def flat(value):
    """The numbers that statistics are about; None for strings."""
    value = np.asarray(value)
    if value.dtype == object or value.dtype.kind == "S":
        return None
    if value.dtype.kind == "c":
        return np.abs(value.astype(np.complex128)).ravel()
    return value.astype(np.float64).ravel()


def unique(value):
    value = np.asarray(value)
    if value.dtype.kind == "c":
        return -1
    if value.dtype.kind == "V" or value.dtype.name in ("bfloat16", "float8_e5m2", "float8_e4m3fn", "int4", "uint4"):
        value = value.astype(np.float64)
    return len(np.unique(value.ravel()))


TINY = {"float32": 2.0 ** -126, "bfloat16": 2.0 ** -126, "complex64": 2.0 ** -126, "float16": 2.0 ** -14,
        "float64": 2.0 ** -1022, "complex128": 2.0 ** -1022}


def line(path, key, value):
    v = flat(value)
    if v is None:
        v = np.asarray(value).ravel()
        return [path, key, "text", v.size, min(map(len, v)), max(map(len, v)), sum(not x for x in v), len(set(v))]
    finite = np.sort(v[np.isfinite(v)])
    row = [path, key, "numbers", v.size, finite.size, (v == 0).sum(), np.isnan(v).sum(), np.isposinf(v).sum(),
           np.isneginf(v).sum(), (v > 0).sum(), (v < 0).sum()]
    tiny = TINY.get(np.asarray(value).dtype.name, 0)
    row += [((np.abs(v) < tiny) & (v != 0)).sum(), unique(value)]
    if finite.size:
        with np.errstate(all="ignore"):
            row += [x.hex() for x in (finite[0], finite[-1], finite.mean(), finite.std())]
        at = [finite[int(q * (finite.size - 1) + 0.5)] for q in (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)]
        row += [x.hex() for x in at]
    return row


def main():
    set_up()
    for build in (special, adam, adam_v1, adam_object):
        folder = os.path.join(HOME, build.__name__)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        build(folder)
    v = versions()
    lines = ["# tests/recipes/weights.py, numpy %(numpy)s, tensorflow %(tensorflow)s, python %(python)s" % v]
    prefixes = ["tests/models/weights/special/model", "tests/models/weights/adam/variables/variables",
                "tests/models/small/dtypes/variables/variables", "tests/models/small/partitioned/variables/variables",
                "tests/models/small/sharded/variables/variables", "examples/mobilenet/1/variables/variables"]
    for prefix in prefixes:
        reader = tf.train.load_checkpoint(os.path.join(ROOT, prefix))
        for key in sorted(reader.get_variable_to_shape_map()):
            if key == "_CHECKPOINTABLE_OBJECT_GRAPH":
                continue
            value = reader.get_tensor(key)
            if np.asarray(value).dtype.names:      # quantized ones: a field
                value = value[np.asarray(value).dtype.names[0]]
            lines.append("\t".join(str(x) for x in line(prefix, key, value)))
    write_text(os.path.join(ROOT, "tests", "unit", "data", "weight_stats.tsv"), "\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
