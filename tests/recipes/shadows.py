"""Makes tests/models/shadows: models whose rounding is known, and models on two inputs.

    python tests/recipes/shadows.py

cases.tsv says, a line a case of `smtui shadow`: model, inputs, exit code, the node found ("-": none), then what the
JSON must say: KEY=VALUE, numbers to nine digits. The exact values are NumPy's, in float64, from the same float32
constants; what float32 makes is TensorFlow's. twice.tsv is of `smtui diff --against`: model, inputs, other inputs,
exit code, where the runs part, the nodes where the difference ends (";" between them), the outputs that are the same.
"""
import os

from common import MODELS, save_lean, set_up, spec, write_text, write_versions
import numpy as np
import tensorflow as tf

HOME = os.path.join(MODELS, "shadows")
CASES, TWICE = [], []
INNER = "StatefulPartitionedCall/StatefulPartitionedCall/"
PLAIN = "PartitionedCall/PartitionedCall/"
f32, f64 = np.float32, np.float64


def save(name, f, *signature, state=None):
    m = tf.Module()
    m.state = state
    m.serve = tf.function(f, input_signature=signature)
    save_lean(os.path.join(HOME, name), m)
    return m


def case(model, inputs, code, node="-", **said):
    CASES.append("\t".join([model, inputs, str(code), node] + [f"{k}={v}" for k, v in said.items()]))


def twice(model, inputs, against, code, first, ends=(), same=()):
    TWICE.append("\t".join([model, inputs, against, str(code), first, ";".join(ends) or "-", ";".join(same) or "-"]))


def digits(x):
    return format(float(x), ".9g")


def sums():
    """A million times the same number, added one after the other: the error grows with how many."""
    for name, n in (("sums", 1000000), ("sums_short", 1000)):
        m = save(name, lambda x: {"y": tf.cumsum(tf.fill([n], x), name="running")[-1]}, spec())
        if n == 1000000:
            is_ = m.serve(tf.constant(0.1))["y"].numpy()
            exact = np.cumsum(np.full(n, f32(0.1), f64))[-1]
            case(name, "x=0.1", 1, PLAIN + "running", **{"has": f"{digits(is_)} at [{n - 1}]",
                                                          "has2": f"float64 has {digits(exact)}"})
        else:
            case(name, "x=0.1", 0)


def overflow():
    """300 * 300 is beyond float16's 65504, not beyond float64."""
    def f(x):
        h = tf.cast(x, tf.float16)
        return {"y": tf.cast(tf.multiply(h, h, name="squares"), tf.float32)}
    save("overflow", f, spec(2))
    case("overflow", "x=[300.0,2.0]", 1, PLAIN + "squares", has="overflows: inf at [0], float64 has 90000")
    case("overflow", "x=[200.0,2.0]", 0)
    save("exponent", lambda x: {"y": tf.exp(x, name="grow")}, spec(1))
    case("exponent", "x=[100.0]", 1, PLAIN + "grow", has="overflows: inf", has2=f"float64 has {digits(np.exp(100.0))}")
    case("exponent", "x=[50.0]", 0)


def cancel():
    """Each node rounds once, as it must; together nothing is left."""
    x = np.array([0.3, 1.7, 5.0], f32)
    save("cancel", lambda x: {"y": tf.subtract(tf.add(x, 1e8, name="up"), 1e8, name="down")}, spec(3))
    is_ = (x + f32(1e8)) - f32(1e8)
    exact = (x.astype(f64) + f64(f32(1e8))) - f64(f32(1e8))
    case("cancel", "x=[0.3,1.7,5.0]", 0, **{"piled:y": digits(np.max(np.abs(is_ - exact)))})
    save("decide", lambda x: {"above": tf.greater(tf.subtract(tf.add(x, 1e8), 1e8), 0.25, name="decide")}, spec(3))
    flips = int(np.sum((is_ > f32(0.25)) != (exact > f64(f32(0.25)))))
    case("decide", "x=[0.3,1.7,5.0]", 0, **{"different:above": flips})


def loop():
    """Forty rounds of v * 1.1 + x."""
    def f(x):
        v, _ = tf.while_loop(lambda v, i: i < 40, lambda v, i: (v * 1.1 + x, i + 1), [x, 0], name="loop")
        return {"y": v}
    save("loop", f, spec(2))
    x = np.array([0.7, 1.3], f32)
    a, b = x.copy(), x.astype(f64)
    for _ in range(40):
        a = a * f32(1.1) + x
        b = b * f64(f32(1.1)) + x.astype(f64)
    case("loop", "x=[0.7,1.3]", 0, lost=0, **{"piled:y": digits(np.max(np.abs(a - b)))})


def variable():
    """What piles up in a variable: each round adds a tenth of x."""
    v = tf.Variable(np.zeros(2, f32), name="sum")

    def f(x):
        v.assign(tf.zeros_like(x))
        for _ in range(10):
            v.assign_add(x * 0.1)
        return {"y": v.read_value() + 0.0}
    save("variable", f, spec(2), state=v)
    x = np.array([0.7, 1.3], f32)
    a, b = np.zeros(2, f32), np.zeros(2)
    for _ in range(10):
        a = a + x * f32(0.1)
        b = b + x.astype(f64) * f64(f32(0.1))
    case("variable", "x=[0.7,1.3]", 0, lost=0, **{"piled:y": digits(np.max(np.abs(a - b)))})


def listed():
    """Running products in a TensorArray, through a call."""
    @tf.function
    def inner(x):
        ta = tf.TensorArray(tf.float32, 8, element_shape=())
        v = x
        for i in tf.range(8):
            v = v * 1.3
            ta = ta.write(i, v)
        return ta.stack()
    save("listed", lambda x: {"y": tf.identity(inner(x) / 3.0)}, spec())
    a, b, all_a, all_b = f32(0.7), f64(f32(0.7)), [], []
    for _ in range(8):
        a, b = a * f32(1.3), b * f64(f32(1.3))
        all_a.append(a / f32(3))
        all_b.append(b / 3.0)
    case("listed", "x=0.7", 0, lost=0, **{"piled:y": digits(np.max(np.abs(np.array(all_a) - np.array(all_b))))})


def norm():
    """Batch normalisation has no float64 kernel anywhere."""
    x = np.random.default_rng(5).normal(size=(1, 4, 4, 3)).astype(f32)
    scale, offset, mean, var = (np.array(v, f32) for v in ([1, 2, 3], [0.5, 0, -1], [0.1, 0.2, 0.3], [1, 0.5, 2]))

    def f(x):
        y = tf.compat.v1.nn.fused_batch_norm(x, scale, offset, mean, var, 0.001, is_training=False, name="norm")[0]
        return {"y": y * 1.0}
    m = save("norm", f, spec(1, 4, 4, 3))
    np.save(os.path.join(HOME, "norm.npy"), x)
    is_ = m.serve(x)["y"].numpy()
    w = [v.astype(f64) for v in (scale, offset, mean, var)]
    exact = (x.astype(f64) - w[2]) * w[0] / np.sqrt(w[3] + f64(f32(0.001))) + w[1]
    case("norm", "x=" + "norm.npy", 0, around=0, lost=0, **{"piled~y": digits(np.max(np.abs(is_ - exact)))})


def two_inputs():
    def f(x, y):
        low = tf.nn.relu(tf.subtract(x, 10.0, name="minus"), name="floor")
        kept = tf.multiply(y, 2.0, name="twice")
        most = tf.reduce_max(x, name="most")
        branch = tf.cond(tf.reduce_sum(x, name="sum") > 0, lambda: tf.sin(y), lambda: tf.cos(y), name="choice")
        return {"low": low + 1.0, "kept": kept, "most": most, "branch": branch}
    save("two", f, spec(3, name="x"), spec(3, name="y"))
    base = "x=[1.0,2.0,3.0];y=[1.0,2.0,3.0]"
    ends = [PLAIN + "floor", PLAIN + "most", PLAIN + "Greater"]
    twice("two", base, "x=[1.5,2.0,3.0]", 1, PLAIN + "minus", ends, ["branch", "kept", "low", "most"])
    twice("two", base, "x=[1.0,2.0,3.0]", 0, "-", [], ["branch", "kept", "low", "most"])
    twice("two", base, "x=[-9.0,2.0,3.0]", 1, PLAIN + "minus", [PLAIN + "floor", PLAIN + "most"], ["kept", "low", "most"])
    twice("two", base, "x=[1.0,2.0,30.0]", 1, PLAIN + "minus", [PLAIN + "Greater"], ["branch", "kept"])
    twice("two", base, "y=[1.0,2.0,4.0]", 1, PLAIN + "twice", [], ["low", "most"])


if __name__ == "__main__":
    set_up()
    os.makedirs(HOME, exist_ok=True)
    for make in (sums, overflow, cancel, loop, variable, listed, norm, two_inputs):
        make()
    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_text(os.path.join(HOME, "twice.tsv"), "\n".join(TWICE) + "\n")
    write_versions(HOME)
