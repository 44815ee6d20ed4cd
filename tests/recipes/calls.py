"""Makes tests/models/calls: modules whose functions are called in every way that Python knows, and what
TensorFlow answers, as smtui prints it.

    python tests/recipes/calls.py

    NAME/             a SavedModel
    calls.txt         blocks "# NAME: CALL; CALL", then what is printed; an exception is its last lines
"""
import collections
import functools
import os
import shutil

from common import MODELS, set_up, write_text
import numpy as np
import tensorflow as tf

HOME = os.path.join(MODELS, "calls")
F32 = tf.float32
Spec = tf.TensorSpec
Pair = collections.namedtuple("Pair", ["b", "a"])


def defaults(m):
    @tf.function
    def f(x, training=False, abc=7.1, name=None):
        y = x + 1.0 if training else x - 1.0
        return y * abc if name is None else {"y": y, "n": tf.constant(name)}
    f.get_concrete_function(Spec([None], F32, "x"))
    f.get_concrete_function(Spec([], F32, "x"), True)
    f.get_concrete_function(Spec([], F32, "x"), abc=2.0, name="n")
    f.get_concrete_function(5)
    m.f = f
    return ["f([1.0, 2.0])", "f([1, 2])", "f(3.0, True)", "f(3.0, training=1)", "f(3.0, 1.0)",
            "f(3.0, abc=2, name='n')", "f(5)", "f(5.0)", "f(6)", "f(np.float32(3), True)",
            "f(np.float64(3), True)", "f(np.array([1.5], np.float32))", "f(True, True)",
            "f('a')", "f(b'a', True)", "f(None)", "f()", "f(1, 2, 3, 4, 5)", "f(x=1, x2=2)",
            "f(1.0, x=2)", "f([[1.0]])", "f([])", "f([1, 'a'])", "f((1.0, 2.0))", "f([1, 2.5], False)"]


def keywords(m):
    @tf.function
    def k(x, *args, scale=2.0, **more):
        for a in args:
            x = x + a
        return x * scale + sum(more[n] for n in sorted(more))
    k.get_concrete_function(Spec([], F32), Spec([], F32), Spec([], F32))
    k.get_concrete_function(Spec([], F32), scale=3.0, z=Spec([], F32), y=1)
    m.k = k

    @tf.function
    def only(*, a, b=Pair(1, 2)):
        return a + b.a
    only.get_concrete_function(a=Spec([], F32))
    m.only = only
    return ["k(1.0, 2.0, 3.0)", "k(1, 2, 3)", "k(1.0)", "k(1.0, scale=3.0, z=2.0, y=1)",
            "k(1.0, y=1, scale=3.0, z=2.0)", "k(1.0, y=2, scale=3.0, z=2.0)", "only(a=1.0)",
            "only(1.0)", "only()", "only(a=1.0, c=3)"]


def structures(m):
    @tf.function
    def s(first, second):
        return {"sum": first["a"] + second[0], "list": [second[1][0], (first["b"]["c"],)],
                "pair": Pair(b=first["a"], a=second[0] * 2.0)}
    s.get_concrete_function({"a": Spec([], F32, "a"), "b": {"c": Spec([2], tf.int32, "c")}},
                            (Spec([], F32, "x"), [Spec([], tf.string, "t")]))
    m.s = s

    @tf.function
    def tree(x):
        return [x["k"][0]["z"] * 2, []]
    tree.get_concrete_function({"k": ({"z": Spec([None], tf.int64, "z")},), "n": 6})
    m.tree = tree
    return ["s({'a': 1.0, 'b': {'c': [1, 2]}}, (2.0, ['t']))",
            "s({'b': {'c': [1, 2]}, 'a': 1.0}, second=(2.0, ['t']))",
            "s({'a': 1.0, 'b': {'c': [1, 2]}}, [2.0, ['t']])", "s({'a': 1.0}, (2.0, ['t']))",
            "s({'a': 1.0, 'b': {'c': [1, 2, 3]}}, (2.0, ['t']))",
            "tree({'k': ({'z': [1, 2]},), 'n': 6})", "tree({'k': ({'z': [1, 2]},), 'n': 7})"]


def signature(m):
    @tf.function(input_signature=[Spec([None, 2], F32, "x"), Spec([], tf.int32, "n")])
    def sig(x, n):
        return x * tf.cast(n, F32)
    m.sig = sig

    @tf.function(input_signature=[Spec([], F32)])
    def one(x, extra=5.0):
        return x + extra
    m.one = one
    m.none = tf.function(lambda: None, input_signature=[])
    return ["sig([[1, 2]], 3)", "sig([[1.0, 2.0], [3.0, 4.0]], n=2)", "sig(n=2, x=[[1.5, 2]])",
            "sig([1.0, 2.0], 3)", "sig([['a', 'b']], 3)", "sig([[1.0, 2.0]])", "sig([[1.0, 2.0]], 1, 2)",
            "sig(np.array([[1, 2]]), 2)", "sig(np.array([[1.0, 2.0]]), 2)", "one(1.0)", "none()"]


def state(m):
    m.v = tf.Variable(1.0, name="same")
    m.w = tf.Variable([2.0, 3.0], name="same")
    m.const = tf.constant([10.0, 20.0])

    @tf.function(input_signature=[Spec([], F32, "x")])
    def add(x):
        m.v.assign_add(x)
        m.w.assign(m.w * 2.0)

    @tf.function(input_signature=[])
    def get():
        return m.v.read_value(), m.w.read_value(), m.const
    m.add, m.get = add, get
    m.deep = tf.Module()
    m.deep.layers = [tf.Module(), tf.Module()]
    m.deep.layers[1].call = tf.function(lambda x: inner(x) + m.v, input_signature=[Spec([], F32, "x")])
    inner = tf.function(lambda x: x * m.w[0])
    m.deep.table = {"a": tf.function(lambda: m.w, input_signature=[])}
    return ["get()", "add(5.0); get(); add(x=1); get()", "deep.layers[1].call(3.0)",
            "add(1.0); deep.layers[1].call(3.0)", "deep.table['a']()"]


def partials(m):
    def base(x, y, z=1.0, *, w=2.0):
        return x + y * z * w
    m.p = tf.function(functools.partial(base, y=3.0))
    m.p.get_concrete_function(Spec([], F32, "x"))
    m.q = tf.function(functools.partial(base, 10.0))
    m.q.get_concrete_function(Spec([], F32, "y"), z=2.0)
    m.untraced = tf.function(lambda x: x)
    m.concrete = tf.function(base).get_concrete_function(Spec([], F32, "x"), Spec([], F32, "y"))
    return ["p(1.0)", "p(1.0, y=3.0)", "q(1.0, z=2.0)", "q(1.0)", "untraced(1.0)",
            "concrete(tf.constant(1.0), tf.constant(2.0))"]


def tensors(m):
    @tf.function
    def g(x, y=tf.constant([1.0, 2.0]), dtype=tf.int32, shape=tf.TensorShape([2, None])):
        return tf.cast(x * y, dtype)
    g.get_concrete_function(Spec([], F32, "x"))
    g.get_concrete_function(Spec([], F32, "x"), dtype=tf.int64)
    m.g = g

    @tf.function(input_signature=[Spec([], F32, "x")])
    def through(x):
        return tf.raw_ops.ReadVariableOp(resource=tf.identity(m.v.handle), dtype=F32) + x
    m.v = tf.Variable(4.0)
    m.through = through
    return ["g(2.5)", "g(2.5, [3.0, 4.0])", "g(2.5, np.array([1.0, 1.0], np.float32))", "g('a')",
            "through(1.0)"]


class Tables(tf.Module):
    def __init__(self, path):
        self.t = tf.lookup.StaticHashTable(tf.lookup.TextFileInitializer(
            path, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64,
            tf.lookup.TextFileIndex.LINE_NUMBER), -1)
        self.n = tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, 0)
        self.path = tf.saved_model.Asset(path)

    @tf.function(input_signature=[Spec([None], tf.string, "k")])
    def look(self, k):
        return self.t[k]

    @tf.function(input_signature=[Spec([None], tf.string, "k")])
    def count(self, k):
        self.n.insert(k, self.n[k] + 1)
        return self.n[k]


def tables(m):
    with open("/tmp/words.txt", "w") as f:
        f.write("one\ntwo\n")
    t = Tables("/tmp/words.txt")
    t.n.insert(tf.constant(["kept"]), tf.constant([41], tf.int64))
    m.t = t
    return ["t.look(['two', 'three', 'one'])", "t.count(['a']); t.count(['a', 'b'])",
            "t.count(['kept'])"]


MAKERS = [defaults, keywords, structures, signature, state, partials, tensors, tables]


def show(name, value, label=""):
    if isinstance(value, dict):
        return "".join(show(name, value[k], f"{label}[{k!r}]") for k in sorted(value))
    if hasattr(value, "_fields"):
        return "".join(show(name, getattr(value, k), f"{label}.{k}") for k in value._fields)
    if isinstance(value, (list, tuple)):
        return "".join(show(name, v, f"{label}[{i}]") for i, v in enumerate(value))
    text = str(value.numpy()) if value is not None else "None"
    return f"Result of {name}{label}:\n{text}\n"


def answer(folder, calls):
    loaded = tf.saved_model.load(folder)
    text = ""
    for call in calls.split("; "):
        path = call[:call.index("(")]
        plain = path.replace("['", ".").replace("']", "").replace("[", ".").replace("]", "")
        try:
            text += show(plain, eval("loaded." + call, {"loaded": loaded, "np": np, "tf": tf}))
        except (TypeError, ValueError) as e:
            text += f"{type(e).__name__}: {e}\n"
    return text


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    blocks = []
    for maker in MAKERS:
        module = tf.Module()
        calls = maker(module)
        folder = os.path.join(HOME, maker.__name__)
        tf.saved_model.save(module, folder)
        blocks += [f"# {maker.__name__}: {c}\n{answer(folder, c)}" for c in calls]
    write_text(os.path.join(HOME, "calls.txt"), "".join(blocks))


if __name__ == "__main__":
    main()
