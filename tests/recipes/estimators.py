"""TF1 estimators as they are exported: feature columns of all kinds over tf.Example. Makes
tests/models/estimators/NAME/{model,expected}, laid out as a corpus: expected/SIGNATURE/{in,out}_KEY.npy and
meta.json. Run by tests/unit/estimators.sh."""
import os
import shutil
import tempfile

from common import MODELS, session_config, versions, write_json
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
fc = tf.feature_column
HOME = os.path.join(MODELS, "estimators")
rng = np.random.RandomState(3)
COLOURS = ["red", "green", "blue", "white"]


# ---- columns ----

def columns():
    age = fc.numeric_column("age", normalizer_fn=lambda x: (x - 40) / 10)
    size = fc.numeric_column("size", shape=(2,), default_value=[0.5, -0.5])
    ages = fc.bucketized_column(fc.numeric_column("years"), [18, 25, 40, 65])
    name = fc.categorical_column_with_hash_bucket("name", 20)
    colour = fc.categorical_column_with_vocabulary_list("colour", COLOURS, num_oov_buckets=2)
    shop = fc.categorical_column_with_vocabulary_list("shop", [3, 5, 7], dtype=tf.int64, default_value=1)
    level = fc.categorical_column_with_identity("level", 6, default_value=0)
    pair = fc.crossed_column([ages, colour], 30)
    triple = fc.crossed_column(["name", level, "city"], 50, hash_key=77)
    return dict(age=age, size=size, ages=ages, name=name, colour=colour, shop=shop, level=level, pair=pair,
                triple=triple, weighted=fc.weighted_categorical_column(name, "weight"))


def batch(n=64):
    words = ["ada", "bob", "cid", "dot", "eve"]
    f = {"age": rng.uniform(10, 80, (n, 1)).astype(np.float32), "size": rng.normal(size=(n, 2)).astype(np.float32),
         "years": rng.randint(5, 90, (n, 1)).astype(np.float32), "weight": rng.uniform(0, 2, (n, 1)).astype(np.float32),
         "name": rng.choice(words, (n, 1)), "colour": rng.choice(COLOURS + ["black"], (n, 1)),
         "shop": rng.choice([3, 5, 7, 9], (n, 1)), "city": rng.choice(["rome", "oslo"], (n, 1)), "level": rng.randint(0, 6, (n, 1))}
    return f, rng.randint(0, 3, (n, 1))


def feed(labels):
    def fn():
        f, y = batch()
        return tf.data.Dataset.from_tensor_slices((f, labels(y))).batch(16)
    return fn


# ---- examples that a server would get ----

def feature(v):
    if isinstance(v[0], float):
        return tf.train.Feature(float_list=tf.train.FloatList(value=v))
    if isinstance(v[0], int):
        return tf.train.Feature(int64_list=tf.train.Int64List(value=v))
    return tf.train.Feature(bytes_list=tf.train.BytesList(value=v))


def example(**f):
    return tf.train.Example(features=tf.train.Features(feature={k: feature(v) for k, v in f.items()})).SerializeToString(
        deterministic=True)


FULL = dict(age=[31.5], size=[1.0, 2.0], years=[22.0], weight=[0.5], name=[b"ada"], colour=[b"red"], shop=[5], level=[3], city=[b"oslo"])
CASES = [example(**FULL),
         example(**{**FULL, "name": [b"bob", b"zoe", b"ada"], "weight": [1.5, 0.0, 2.0], "colour": [b"mauve"], "level": [5, 1]}),
         example(**{**FULL, "age": [70.0], "years": [65.0], "colour": [b"blue", b"green"], "shop": [11, 3]}),
         example(age=[18.0], years=[18.0]),
         example(**{**FULL, "level": [9], "name": [b""], "weight": [1.0]})]


# ---- models ----

def linear(folder):
    c = columns()
    used = [c["age"], c["size"], c["ages"], c["name"], c["colour"], c["shop"], c["level"], c["pair"], c["triple"]]
    return tf.estimator.LinearClassifier(used, folder, n_classes=3, label_vocabulary=["no", "maybe", "yes"],
                                         optimizer="Ftrl"), used, \
        feed(lambda y: np.array(["no", "maybe", "yes"])[y])


def dnn(folder):
    c = columns()
    used = [c["age"], c["size"], fc.indicator_column(c["ages"]), fc.embedding_column(c["name"], 4),
            fc.embedding_column(c["colour"], 3, combiner="sqrtn"), fc.indicator_column(c["shop"]),
            fc.indicator_column(c["weighted"]), fc.embedding_column(c["pair"], 2, combiner="sum", max_norm=0.5)]
    return tf.estimator.DNNClassifier([8, 5], used, folder, batch_norm=True, dropout=0.2), used, feed(lambda y: y % 2)


def wide_deep(folder):
    c = columns()
    wide, deep = [c["pair"], c["weighted"], c["level"]], [c["age"], fc.embedding_column(c["colour"], 3), fc.indicator_column(c["triple"])]
    return tf.estimator.DNNLinearCombinedRegressor(folder, linear_feature_columns=wide, dnn_feature_columns=deep,
                                                   dnn_hidden_units=[6]), wide + deep, feed(lambda y: y.astype(np.float32))


# ---- export and answers ----

def put(path, value):
    value = np.asarray(value)
    if value.dtype.kind == "O" and not any(x.endswith(b"\0") for x in value.reshape(-1)):
        value = value.astype("S")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    np.save(path, value)


def file_name(key):
    return key.replace("/", "__").replace(":", "__")


def answer(home, inputs):
    """Every signature of a model, as a session runs it."""
    meta = {"signatures": {}, **versions()}
    with v1.Session(graph=v1.Graph(), config=session_config()) as session:
        mg = v1.saved_model.load(session, ["serve"], os.path.join(home, "model"))
        for name, sig in sorted(mg.signature_def.items()):
            data = {k: inputs(k) for k in sig.inputs}
            out = session.run({k: v.name for k, v in sig.outputs.items()},
                              {sig.inputs[k].name: v for k, v in data.items()})
            for side, values in (("in", data), ("out", out)):
                for k, v in values.items():
                    put(os.path.join(home, "expected", file_name(name), f"{side}_{file_name(k)}.npy"), v)
            meta["signatures"][name] = {"ran": True, "repeatable": True}
    write_json(os.path.join(home, "expected", "meta.json"), meta)


def export(name, make, raw=False):
    home = os.path.join(HOME, name)
    shutil.rmtree(home, ignore_errors=True)
    with tempfile.TemporaryDirectory() as tmp:
        tf.random.set_seed(5)
        estimator, used, data = make(os.path.join(tmp, "train"))
        estimator.train(data, steps=40)
        spec = fc.make_parse_example_spec(used)
        if raw:
            f, _ = batch(3)
            with v1.Graph().as_default():
                places = {k: v1.placeholder(tf.string if v.dtype.kind == "U" else
                                            {"f": tf.float32, "i": tf.int64}[v.dtype.kind], (None, *v.shape[1:]), name=k)
                          for k, v in f.items()}
                receiver = tf.estimator.export.build_raw_serving_input_receiver_fn(places)
                made = estimator.export_saved_model(tmp, receiver)
            answers = {k: v.astype(object) if v.dtype.kind == "U" else v for k, v in f.items()}
            answers = {k: np.vectorize(str.encode, otypes=[object])(v) if v.dtype.kind == "O" else v for k, v in answers.items()}
        else:
            made = estimator.export_saved_model(tmp, tf.estimator.export.build_parsing_serving_input_receiver_fn(spec))
            answers = None
        shutil.copytree(made.decode(), os.path.join(home, "model"))
    answer(home, (lambda k: answers[k]) if raw else lambda k: np.array(CASES, object))
    size = sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk(home) for f in fs)
    print(f"{name}: {size} bytes")


if __name__ == "__main__":
    export("linear_classifier", linear)
    export("dnn_classifier", dnn)
    export("wide_deep_regressor", wide_deep)
    export("wide_deep_raw", wide_deep, raw=True)
