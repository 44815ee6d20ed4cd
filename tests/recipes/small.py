"""Makes tests/models/small: tiny models, each with one thing that a reader may trip on.

    python tests/recipes/small.py

    v1_variable   TF1 simple_save: VariableV2, no resource, no object graph
    partitioned   variables that lie in the checkpoint as slices, by rows and by columns
    dtypes        a variable of every dtype that can have one
    checkpoint    no model, only variables/, with dtypes that no variable has (qint16, quint16)
    sharded       variables on two devices, hence two data files
    tag_sets      three MetaGraphs of one checkpoint, sparse TensorInfos (coo_sparse)
    ragged        a composite TensorInfo (RaggedTensorSpec)
    table         a hash table filled from an asset

For each, expected/small/NAME.json: what TensorFlow reads from its checkpoint and what it answers.
Values are flat lists; floats as %a, complex numbers as pairs of them, strings as hex bytes;
those of a quantized type are the integers underneath.
"""
import contextlib
import os
import shutil
import tempfile

from common import EXPECTED, MODELS, session_config, set_up, versions, write_json, write_text
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
HOME = os.path.join(MODELS, "small")
BUILDERS = []


def recipe(make):
    """make(folder) saves a model and gives the calls to record: (tags, signature, inputs)."""
    BUILDERS.append(make)
    return make


def info(tensor):
    return v1.saved_model.build_tensor_info(tensor)


def predict(inputs, outputs):
    return v1.saved_model.build_signature_def(
        {k: info(t) for k, t in inputs.items()}, {k: info(t) for k, t in outputs.items()},
        "tensorflow/serving/predict")


def save_graph(folder, session, signatures):
    session.run(v1.global_variables_initializer())
    builder = v1.saved_model.Builder(folder)
    builder.add_meta_graph_and_variables(session, ["serve"], signatures, clear_devices=True)
    builder.save()


@recipe
def v1_variable(folder):
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        x = v1.placeholder(tf.float32, [None], name="x")
        a = v1.Variable(0.5, use_resource=False, name="a")
        b = v1.Variable([2.0], use_resource=False, name="b")
        y = v1.add(a * x, b, name="y")
        session.run(v1.global_variables_initializer())
        v1.saved_model.simple_save(session, folder, {"x": x}, {"y": y})
    return [(["serve"], "serving_default", {"x": [np.array([1, 2, 3], np.float32)]})]


@recipe
def partitioned(folder):
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        x = v1.placeholder(tf.float32, [None, 10], name="x")
        rows = v1.get_variable(
            "rows", initializer=tf.reshape(tf.range(30, dtype=tf.float32), [10, 3]),
            partitioner=v1.fixed_size_partitioner(3), use_resource=False)
        columns = v1.get_variable(
            "columns", initializer=tf.reshape(tf.range(21, dtype=tf.float32), [3, 7]) / 8,
            partitioner=v1.fixed_size_partitioner(3, axis=1), use_resource=True)
        y = tf.matmul(tf.matmul(x, tf.convert_to_tensor(rows)), tf.convert_to_tensor(columns))
        save_graph(folder, session, {"serving_default": predict({"x": x}, {"y": y})})
    x = (np.arange(20, dtype=np.float32) / 4).reshape(2, 10)
    return [(["serve"], "serving_default", {"x": [x]})]


class Dtypes(tf.Module):
    FLOATS = "float16 bfloat16 float32 float64 float8_e5m2 float8_e4m3fn".split()
    INTS = "int8 uint8 int16 uint16 int32 uint32 int64 uint64".split()
    QUANTIZED = {"qint8": "int8", "quint8": "uint8", "qint32": "int32"}

    def __init__(self):
        super().__init__()
        for name in self.FLOATS:
            values = tf.constant([1.5, -2, 0.25, 0, -0.0, np.inf, np.nan], tf.float32)
            self.add(name, tf.cast(values, name))
        for name in self.INTS:
            dtype = tf.as_dtype(name)
            self.add(name, tf.constant([[dtype.min, 0], [7, dtype.max]], dtype))
        for name, base in self.QUANTIZED.items():
            dtype = tf.as_dtype(base)
            self.add(name, tf.bitcast(tf.constant([dtype.min, 1, dtype.max], dtype), name))
        for name in ("int4", "uint4"):
            self.add(name, tf.cast(tf.constant([-8, 7] if name == "int4" else [0, 15]), name))
        self.add("bool", tf.constant([True, False, True]))
        self.add("complex64", tf.constant([1 + 2j, -0.5j], tf.complex64))
        self.add("complex128", tf.constant([[0.1 - 3j]], tf.complex128))
        self.add("string", tf.constant([[b"", b"smtui", b"a\0b\0"],
                                        ["\u00e9\u732b".encode(), b"\xff", b"x" * 300]]))
        self.add("scalar", tf.constant(42, tf.int64))
        self.add("empty", tf.zeros([0, 3]))

    def add(self, name, value):
        setattr(self, name, tf.Variable(value, name=name))

    @tf.function(input_signature=[])
    def __call__(self):
        return {name: getattr(self, name).read_value()
                for name in ["float32", "float64", "int32", "int64", "bool", "string", "empty"]}


@recipe
def dtypes(folder):
    module = Dtypes()
    tf.saved_model.save(module, folder, module.__call__.get_concrete_function())
    return [(["serve"], "serving_default", {})]


@recipe
def checkpoint(folder):
    prefix = os.path.join(folder, "variables", "variables")
    os.makedirs(os.path.dirname(prefix))
    values = [tf.bitcast(tf.constant([dtype.min, 1, dtype.max], dtype), quantized)
              for dtype, quantized in ((tf.int16, tf.qint16), (tf.uint16, tf.quint16))]
    tf.raw_ops.SaveV2(prefix=prefix, tensor_names=["qint16", "quint16"], shape_and_slices=["", ""],
                      tensors=values)
    return []


@recipe
def sharded(folder):
    with v1.Graph().as_default(), v1.Session(config=session_config(cpus=2)) as session:
        x = v1.placeholder(tf.float32, [None, 4], name="x")
        with tf.device("/cpu:0"):
            w = v1.get_variable("w", initializer=tf.eye(4) * 3, use_resource=True)
        with tf.device("/cpu:1"):
            b = v1.get_variable("b", initializer=tf.range(4.0), use_resource=True)
            step = v1.get_variable("step", initializer=np.int64(7), use_resource=True)
        y = tf.matmul(x, w) + b
        save_graph(folder, session, {"serving_default": predict(
            {"x": x}, {"y": y, "step": step.read_value()})})
    return [(["serve"], "serving_default", {"x": [np.ones((1, 4), np.float32)]})]


@recipe
def tag_sets(folder):
    builder = v1.saved_model.Builder(folder)
    for factor, tags in enumerate((["serve"], ["serve", "gpu"], ["train"]), 1):
        with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
            x = v1.sparse_placeholder(tf.float32, [None, 4], name="x")
            w = v1.get_variable("w", initializer=tf.constant([[1.], [2.], [3.], [4.]]),
                                use_resource=False)
            sparse = v1.SparseTensor(x.indices, x.values * factor, x.dense_shape)
            y = v1.sparse_tensor_dense_matmul(sparse, w, name="y")
            doors = {"serving_default": predict({"x": x}, {"y": y}),
                     "sparse_out": predict({"x": x}, {"scaled": sparse})}
            session.run(v1.global_variables_initializer())
            if factor == 1:
                builder.add_meta_graph_and_variables(session, tags, doors)
            else:
                builder.add_meta_graph(tags, doors)
    builder.save()
    x = {"x": [np.array([[0, 1], [1, 3]], np.int64), np.array([5, 7], np.float32),
               np.array([2, 4], np.int64)]}
    return [(["serve"], "serving_default", x), (["serve", "gpu"], "serving_default", x),
            (["train"], "sparse_out", x)]


@recipe
def ragged(folder):
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        x = v1.ragged.placeholder(tf.float32, 1, value_shape=(), name="x")
        w = v1.get_variable("w", initializer=tf.constant(10.0), use_resource=True)
        doors = predict({"x": x}, {"scaled": x * w, "sums": tf.reduce_sum(x, axis=1)})
        save_graph(folder, session, {"serving_default": doors})
    x = [np.array([1, 2, 3], np.float32), np.array([0, 2, 2, 3], np.int64)]
    return [(["serve"], "serving_default", {"x": x})]


class Vocabulary(tf.Module):

    def __init__(self, file):
        super().__init__()
        self.table = tf.lookup.StaticHashTable(
            tf.lookup.TextFileInitializer(
                file, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE,
                tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER), default_value=-1)

    @tf.function(input_signature=[tf.TensorSpec([None], tf.string)])
    def __call__(self, words):
        return {"ids": self.table.lookup(words), "size": self.table.size()}


@recipe
def table(folder):
    # The file's path becomes part of the table's name, so it is a short and relative one.
    with tempfile.TemporaryDirectory() as scratch, contextlib.chdir(scratch):
        write_text("vocabulary.txt", "smtui\ntensor\n\u732b\nflow\n")
        tf.saved_model.save(Vocabulary("vocabulary.txt"), folder)
    words = np.array([b"flow", b"smtui", b"nobody", "\u732b".encode()], object)
    return [(["serve"], "serving_default", {"words": [words]})]


def plain(x):
    if isinstance(x, bytes):
        return x.hex()
    if isinstance(x, complex):
        return [x.real.hex(), x.imag.hex()]
    return x.hex() if isinstance(x, float) else x


def described(dtype, value):
    value = np.asarray(value)
    if value.dtype.names:
        value = value.view(value.dtype[0])
    elif dtype.name in ("int4", "uint4"):
        value = value.astype(np.int8)
    elif dtype.name in ("bfloat16", "float8_e5m2", "float8_e4m3fn"):
        value = value.astype(np.float32)
    flat = value.ravel().tolist()
    return {"dtype": dtype.name, "shape": list(value.shape), "values": [plain(x) for x in flat]}


def variables(folder):
    prefix = os.path.join(folder, "variables", "variables")
    if not os.path.exists(prefix + ".index"):
        return []
    reader = tf.train.load_checkpoint(prefix)
    types = reader.get_variable_to_dtype_map()
    return [{"name": name, **described(types[name], reader.get_tensor(name))}
            for name in sorted(types)]


def tensors(tensor_info):
    """Names of the tensors behind a TensorInfo."""
    kind = tensor_info.WhichOneof("encoding")
    if kind == "coo_sparse":
        sparse = tensor_info.coo_sparse
        return [sparse.indices_tensor_name, sparse.values_tensor_name,
                sparse.dense_shape_tensor_name]
    if kind == "composite_tensor":
        return [c.name for c in tensor_info.composite_tensor.components]
    return [tensor_info.name]


def answer(folder, tags, signature, inputs):
    with v1.Graph().as_default() as graph, v1.Session(config=session_config()) as session:
        door = v1.saved_model.load(session, tags, folder).signature_def[signature]

        def end(name, value):
            dtype = graph.get_tensor_by_name(name).dtype.base_dtype
            return {"tensor": name, **described(dtype, value)}

        def ends(side, values):
            return {key: list(map(end, tensors(side[key]), values[key])) for key in values}

        feed = {t: v for key, values in inputs.items()
                for t, v in zip(tensors(door.inputs[key]), values)}
        said = session.run({key: tensors(out) for key, out in door.outputs.items()}, feed)
        return {"tags": tags, "signature": signature, "inputs": ends(door.inputs, inputs),
                "outputs": ends(door.outputs, said)}


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    for make in BUILDERS:
        folder = os.path.join(HOME, make.__name__)
        calls = [answer(folder, *call) for call in make(folder)]
        write_json(os.path.join(EXPECTED, "small", make.__name__ + ".json"),
                   {"variables": variables(folder), "calls": calls, **versions()})
        print(make.__name__)


if __name__ == "__main__":
    main()
