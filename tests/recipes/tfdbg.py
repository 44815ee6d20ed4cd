"""Makes tests/models/tfdbg: the graphs of the recorded tfdbg sessions (tests/cli/tfdbg/session*.txt) as SavedModels.

    python tests/recipes/tfdbg.py

layers: 2 x 3 inputs through a matmul, its log, a text and a large constant range, with reference variables.
mixed: a V1 while loop, a split, several types, a check that fails; one signature for each run of the session.
Both were recorded without graph optimisation. The inputs of each run are in NAME.npz.
"""
import os
import shutil

from common import MODELS, session_config, write_versions
import numpy as np
import tensorflow as tf

HOME = os.path.join(MODELS, "tfdbg")
v1 = tf.compat.v1


def save(name, session, signatures):
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    builder = v1.saved_model.Builder(folder)
    defs = {key: v1.saved_model.predict_signature_def(inputs, outputs)
            for key, (inputs, outputs) in signatures.items()}
    builder.add_meta_graph_and_variables(session, ["serve"], signature_def_map=defs)
    builder.save()


def layers():
    with tf.Graph().as_default():
        x = v1.placeholder(tf.float32, [None, 3], name="x")
        w = v1.get_variable("w", initializer=np.array([[1., 2.], [3., 4.], [5., 6.]], "f"), use_resource=False)
        b = v1.get_variable("b", initializer=np.array([0.5, -0.5], "f"), use_resource=False)
        product = tf.matmul(x, w, name="layer/mm")
        y = tf.add(product, b, name="layer/y")
        with tf.control_dependencies([tf.identity(b, name="ctl")]):
            logarithm = tf.math.log(y, name="lg")
        big = tf.reshape(tf.range(3000., name="rng"), [1000, 3], name="big")
        big_sum = tf.reduce_sum(big, name="bs")
        flag = tf.greater(y, 0., name="flag")
        text = tf.as_string(y, name="st")
        out = tf.add(tf.reduce_sum(logarithm, name="ls"), big_sum, name="out")
        with v1.Session(config=session_config()) as session:
            session.run(v1.global_variables_initializer())
            save("layers", session, {"serving_default": ({"x": x}, {"out": out, "flag": flag, "st": text})})
    np.savez(os.path.join(HOME, "layers.npz"), x=np.array([[1, 2, 3], [-1, -2, -3.]], "f"))


def mixed():
    v1.disable_control_flow_v2()
    with tf.Graph().as_default():
        x = v1.placeholder(tf.float32, [3], name="x")
        _, acc = v1.while_loop(
            lambda i, a: i < 3,
            lambda i, a: (tf.add(i, 1, name="inc"), tf.multiply(a, 2., name="dbl")),
            [tf.constant(0), x], name="loop")
        parts = tf.split(x, 3, name="sp")
        both = tf.add(parts[0], parts[2], name="both")
        empty = tf.zeros([0, 2], name="em")
        cx = tf.cast(tf.identity(x, name="xid"), tf.complex64, name="cx")
        ii = tf.identity(tf.constant([-3, 0, 5], name="ii"), name="ii2")
        checked = tf.raw_ops.CheckNumerics(tensor=x, message="boom", name="chk")
        with v1.Session(config=session_config()) as session:
            save("mixed", session, {
                "loop": ({"x": x}, {"acc": acc}),
                "types": ({"x": x}, {"both": both, "em": empty, "cx": cx, "ii": ii}),
                "check": ({"x": x}, {"chk": checked}),
                "again": ({"x": x}, {"a": acc, "b": both})})
    np.savez(os.path.join(HOME, "mixed.npz"), x=np.array([1, 2, 3], "f"))
    np.savez(os.path.join(HOME, "mixed_bad.npz"), x=np.array([np.nan, 1, 2], "f"))


os.makedirs(HOME, exist_ok=True)
v1.disable_eager_execution()
v1.disable_resource_variables()
layers()
mixed()
write_versions(HOME)
