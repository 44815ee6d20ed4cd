"""Makes tests/models/flow: tiny models for the executor and the debugger.

    python tests/recipes/flow.py

    v1_flow       TF1 control flow: a conditional, a loop in a loop, a loop on a branch not taken
    functional    If, Case and While as ops with functions, calls nested in them
    counter       a variable that each call changes
    failing       an addition of shapes that do not fit, three calls deep

tests/models/expected/flow.json: for each model the calls (signature, inputs) in order and what
TensorFlow answers, or the code of its error.
"""
import os
import shutil

from common import EXPECTED, MODELS, session_config, set_up, versions, write_json
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
HOME = os.path.join(MODELS, "flow")


def info(tensor):
    return v1.saved_model.build_tensor_info(tensor)


def nested_loops(n):
    """sum over i < n of i * i, the square by adding i times."""
    def outer(i, total):
        _, square = v1.while_loop(lambda j, s: j < i, lambda j, s: (j + 1, s + i),
                                  (tf.constant(0), tf.constant(0)), name="inner")
        return i + 1, total + square
    return v1.while_loop(lambda i, t: i < n, outer, (tf.constant(0), tf.constant(0)),
                         name="outer")


def v1_flow(folder):
    v1.disable_control_flow_v2()
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        n = v1.placeholder(tf.int32, [], name="n")
        last, total = nested_loops(n)
        even = v1.cond(tf.equal(n % 2, 0), lambda: n // 2, lambda: 3 * n + 1, name="collatz")
        branch = v1.cond(n > 2, lambda: v1.while_loop(lambda k: k < 100, lambda k: k * n, [n],
                                                      name="power"),
                         lambda: -n, name="maybe")
        door = v1.saved_model.build_signature_def(
            {"n": info(n)}, {"last": info(tf.identity(last, name="last")),
                             "total": info(tf.identity(total, name="total")),
                             "collatz": info(tf.identity(even, name="next")),
                             "branch": info(tf.identity(branch, name="branch"))},
            "tensorflow/serving/predict")
        builder = v1.saved_model.Builder(folder)
        builder.add_meta_graph_and_variables(session, ["serve"], {"serving_default": door})
        builder.save()
    v1.enable_control_flow_v2()
    return [("serving_default", {"n": np.int32(v)}) for v in (0, 1, 4, 5)]


class Functional(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([], tf.int32, "n")])
    def __call__(self, n):
        def body(i, total):
            add = tf.cond(i % 2 == 0, lambda: self.square(i), lambda: -i)
            return i + 1, total + add
        _, total = tf.while_loop(lambda i, t: i < n, body, (0, 0))
        case = tf.switch_case(n, [lambda: total, lambda: total * 10, lambda: self.square(total)])
        return {"total": total, "case": case}

    @tf.function
    def square(self, x):
        return x * x


class Counter(tf.Module):
    def __init__(self):
        self.count = tf.Variable(10.0, name="count")

    @tf.function(input_signature=[tf.TensorSpec([], tf.float32, "by")])
    def __call__(self, by):
        before = self.count.read_value()
        after = self.count.assign_add(by)
        return {"before": before + 0.0, "after": after}


class Failing(tf.Module):
    @tf.function
    def inner(self, a, b):
        return tf.add(a * 2.0, b, name="sum")

    @tf.function
    def middle(self, a, b):
        return self.inner(a + 1.0, b)

    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32, "a"),
                                  tf.TensorSpec([None], tf.float32, "b")])
    def __call__(self, a, b):
        return {"sum": self.middle(a, b)}


def save(module, folder):
    tf.saved_model.save(module, folder)


def functional(folder):
    save(Functional(), folder)
    return [("serving_default", {"n": np.int32(v)}) for v in (0, 1, 2, 5)]


def counter(folder):
    save(Counter(), folder)
    return [("serving_default", {"by": np.float32(v)}) for v in (1, 2.5)]


def failing(folder):
    save(Failing(), folder)
    three, two = np.float32([1, 2, 3]), np.float32([1, 2])
    return [("serving_default", {"a": three, "b": three}),
            ("serving_default", {"a": three, "b": two})]


def answer(loaded, key, inputs):
    try:
        out = loaded.signatures[key](**{k: tf.constant(v) for k, v in inputs.items()})
        return {"outputs": {k: np.asarray(v).tolist() for k, v in sorted(out.items())}}
    except tf.errors.OpError as e:
        return {"error": e.error_code, "message": e.message.split("\n")[0]}


def main():
    set_up()
    recorded = {}
    for make in (v1_flow, functional, counter, failing):
        folder = os.path.join(HOME, make.__name__)
        shutil.rmtree(folder, ignore_errors=True)
        calls = make(folder)
        loaded = tf.saved_model.load(folder)
        recorded[make.__name__] = [
            {"signature": key, "inputs": {k: v.tolist() for k, v in inputs.items()},
             **answer(loaded, key, inputs)} for key, inputs in calls]
    write_json(os.path.join(EXPECTED, "flow.json"), {"models": recorded, **versions()})


if __name__ == "__main__":
    main()
