"""Makes tests/models/checks: for each rule of smtui check a model with the problem planted, and a healthy twin.

    python tests/recipes/checks.py

NAME/ is a SavedModel (or a folder of versions). cases.tsv says, a line a case: model, rule, more options, and the places
that the rule must name, joined by " | " ("-": none), written down here by who planted the problem. Where a place is a
node, its path is read from the saved graph: the calls that lead from the signature's output to the function, and the
name that the node was given here.
"""
import os
import shutil

from common import MODELS, set_up, write_text, write_versions
import numpy as np
import tensorflow as tf
from tensorflow.core.protobuf import fingerprint_pb2, saved_model_pb2

HOME = os.path.join(MODELS, "checks")
CASES = []
v1 = tf.compat.v1


def folder(name):
    return os.path.join(HOME, name)


def case(name, rule, *places, options=""):
    CASES.append(f"{name}\t{rule}\t{options}\t{' | '.join(places) or '-'}")


def spec(*shape, dtype=tf.float32, name="x"):
    return tf.TensorSpec(shape, dtype, name)


def save(name, module, signatures=None):
    shutil.rmtree(folder(name), ignore_errors=True)
    tf.saved_model.save(module, folder(name), signatures=module.serve if signatures is None else signatures)
    assets = os.path.join(folder(name), "assets")
    if os.path.isdir(assets) and not os.listdir(assets):
        os.rmdir(assets)


def read(name):
    model = saved_model_pb2.SavedModel()
    with open(os.path.join(folder(name), "saved_model.pb"), "rb") as f:
        model.ParseFromString(f.read())
    return model


def write(name, model):
    with open(os.path.join(folder(name), "saved_model.pb"), "wb") as f:
        f.write(model.SerializeToString(deterministic=True))


def copy(name, of="good"):
    """A copy of a model that exists; gives its message."""
    shutil.rmtree(folder(name), ignore_errors=True)
    shutil.copytree(folder(of), folder(name))
    return read(name)


def calls(name, key="serving_default", output=None):
    """"A/B/": the call nodes from the signature's output down to the traced function, as TensorFlow's inliner joins them."""
    graph = read(name).meta_graphs[0]
    signature = graph.signature_def[key]
    tensor = signature.outputs[output or sorted(signature.outputs)[0]].name.split(":")[0]
    wrapper = next(n for n in graph.graph_def.node if n.name == tensor).attr["f"].func.name
    body = next(f for f in graph.graph_def.library.function if f.signature.name == wrapper)
    inner = next(n.name for n in body.node_def if n.op.endswith("PartitionedCall"))
    return f"{tensor}/{inner}/"


def make(name, fn, *specs, **attributes):
    """A module with one function and what it needs."""
    module = tf.Module()
    for key, value in attributes.items():
        setattr(module, key, value)
    module.serve = tf.function(lambda *a: fn(module, *a), input_signature=list(specs))
    save(name, module)
    return module


def shards(name):
    home = os.path.join(folder(name), "variables")
    return [os.path.join(home, f) for f in sorted(os.listdir(home)) if ".data-" in f]


# ---- a model with nothing wrong, and what is planted into copies of it ----


class Good(tf.Module):
    def __init__(self, w=None):
        if w is None:
            w = np.arange(12, dtype=np.float32).reshape(4, 3) / 8
        self.w = tf.Variable(w, name="w")
        self.b = tf.Variable(np.zeros(3, np.float32), name="b")

    @tf.function(input_signature=[spec(None, 4)])
    def serve(self, x):
        return {"y": tf.nn.relu(tf.matmul(x, self.w, name="product") + self.b)}


def good():
    save("good", Good())
    for rule in ALL_RULES:
        case("good", rule)


ALL_RULES = """damage version-folder fingerprint asset-missing asset-outside asset-unused checkpoint shard checksum variable-absent
variable-shape variable-unused weight-nan weight-zero weight-huge dead-constant no-serve-tag no-signature no-serving-default
signature-tensor signature-dtype signature-shape default-value unknown-rank fixed-batch fixed-reshape unused-input constant-output
rest-dtype rest-bytes rest-key rest-row dangling-input missing-function unknown-op removed-op bad-attr bad-edge unfed-placeholder
shape-conflict table-uninitialised dropout batch-norm unseeded-random python-op file-op network-op blocking-op debug-op state-write float64 device
xla no-kernel runtime-op runtime-attr runtime-version""".split()


def in_files():
    copy("shard_lost")
    os.remove(shards("shard_lost")[0])
    case("shard_lost", "shard", "variables/variables.data-00000-of-00001")
    copy("shard_short")
    with open(shards("shard_short")[0], "r+b") as f:
        f.truncate(20)
    case("shard_short", "shard", "variables/variables.data-00000-of-00001")
    copy("flipped")
    with open(shards("flipped")[0], "r+b") as f:
        data = bytearray(f.read())
        at = bytes(data).index((np.arange(12, dtype=np.float32) / 8)[1:4].tobytes())
        data[at] ^= 1
        f.seek(0)
        f.write(data)
    case("flipped", "checksum", "w/.ATTRIBUTES/VARIABLE_VALUE")
    copy("no_checkpoint")
    shutil.rmtree(os.path.join(folder("no_checkpoint"), "variables"))
    case("no_checkpoint", "checkpoint", "variables")
    copy("bad_index")
    index = os.path.join(folder("bad_index"), "variables", "variables.index")
    with open(index, "r+b") as f:
        f.truncate(os.path.getsize(index) - 9)
    case("bad_index", "checkpoint", "variables/variables.index")
    copy("other_fingerprint")
    path = os.path.join(folder("other_fingerprint"), "fingerprint.pb")
    mark = fingerprint_pb2.FingerprintDef()
    with open(path, "rb") as f:
        mark.ParseFromString(f.read())
    mark.checkpoint_hash ^= 1
    with open(path, "wb") as f:
        f.write(mark.SerializeToString())
    case("other_fingerprint", "fingerprint", "fingerprint.pb")
    model = copy("damaged")
    graph = model.meta_graphs[0].graph_def
    node = graph.node.add(name="torn", op="NoOp")
    data = bytearray(model.SerializeToString(deterministic=True))
    data[data.index(b"torn") + 5] = 120			# a length that leaves its message
    with open(os.path.join(folder("damaged"), "saved_model.pb"), "wb") as f:
        f.write(data)
    case("damaged", "damage", "torn")
    shutil.rmtree(folder("versions"), ignore_errors=True)
    for version in ["1", "2", "002"]:
        shutil.copytree(folder("good"), os.path.join(folder("versions"), version))
    os.makedirs(os.path.join(folder("versions"), "3"))
    write_text(os.path.join(folder("versions"), "3", "README"), "the model was not copied\n")
    shutil.copytree(folder("good"), os.path.join(folder("versions"), "new"))
    case("versions", "version-folder", "2", "3", "new")
    shutil.rmtree(folder("good_versions"), ignore_errors=True)
    for version in ["1", "2"]:
        shutil.copytree(folder("good"), os.path.join(folder("good_versions"), version))
    case("good_versions", "version-folder")


def assets():
    vocabulary = os.path.join(HOME, "words.txt")
    write_text(vocabulary, "a\nb\n")

    class Words(tf.Module):
        def __init__(self):
            file = tf.saved_model.Asset(vocabulary)
            self.file = file
            self.table = tf.lookup.StaticHashTable(tf.lookup.TextFileInitializer(
                file, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE, tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER), -1)

        @tf.function(input_signature=[spec(None, dtype=tf.string)])
        def serve(self, x):
            return {"y": self.table.lookup(x)}

    save("words", Words())
    os.remove(vocabulary)
    for rule in ["asset-missing", "asset-unused", "asset-outside", "table-uninitialised", "damage"]:
        case("words", rule)
    copy("words_lost", "words")
    os.remove(os.path.join(folder("words_lost"), "assets", "words.txt"))
    case("words_lost", "asset-missing", "assets/words.txt")
    copy("words_more", "words")
    write_text(os.path.join(folder("words_more"), "assets", "old.txt"), "a\n")
    case("words_more", "asset-unused", "assets/old.txt")
    model = copy("words_out", "words")
    for asset in model.meta_graphs[0].asset_file_def:
        asset.filename = "../../words.txt"
    write("words_out", model)
    case("words_out", "asset-outside", "assets/../../words.txt")


def values():
    w = np.arange(12, dtype=np.float32).reshape(4, 3)
    for name, rule, change in [("nan", "weight-nan", lambda a: a.__setitem__((1, 1), np.nan)),
                               ("infinite", "weight-nan", lambda a: a.__setitem__((3, 2), np.inf)),
                               ("zero", "weight-zero", lambda a: a.fill(0)),
                               ("huge", "weight-huge", lambda a: a.__setitem__((0, 0), 3e9))]:
        bad = w.copy()
        change(bad)
        save(name, Good(bad))
        case(name, rule, "w:0")
    frozen = w.repeat(2, axis=1)
    frozen[2, 2] = np.nan
    make("nan_constant", lambda m, x: {"y": tf.matmul(x, tf.constant(frozen, name="kernel"))}, spec(None, 4))
    case("nan_constant", "weight-nan", calls("nan_constant") + "kernel")
    module = Good()
    module.slot = tf.Variable(np.ones(5, np.float32), name="slot")
    save("spare", module)
    case("spare", "variable-unused", "slot:0")
    case("spare", "weight-zero")
    module = Good()
    module.b = tf.Variable(np.zeros((1, 3), np.float32), name="gru/bias")
    save("zero_bias", module)
    case("zero_bias", "weight-zero")
    model = copy("dead_constant")
    node = model.meta_graphs[0].graph_def.node.add(name="forgotten", op="Const")
    node.attr["dtype"].type = 1
    node.attr["value"].tensor.CopyFrom(tf.make_tensor_proto(np.zeros(300000, np.float32)))
    node.attr["value"].tensor.tensor_content = np.zeros(300000, np.float32).tobytes()
    write("dead_constant", model)
    case("dead_constant", "dead-constant", "forgotten")
    model = copy("other_shape")
    for node in model.meta_graphs[0].object_graph_def.nodes:
        if node.variable.name == "b":
            node.variable.shape.dim[0].size = 7
    write("other_shape", model)
    case("other_shape", "variable-shape", "b:0")


def v1_model(name, build, saver=True, **kwargs):
    shutil.rmtree(folder(name), ignore_errors=True)
    with tf.Graph().as_default(), v1.Session(config=v1.ConfigProto(allow_soft_placement=True)) as session:
        inputs, outputs, main_op = build()
        session.run([v1.global_variables_initializer(), v1.tables_initializer()])
        builder = v1.saved_model.Builder(folder(name))
        signature = v1.saved_model.predict_signature_def(inputs, outputs)
        builder.add_meta_graph_and_variables(session, ["serve"], {"serving_default": signature}, main_op=main_op, **kwargs)
        builder.save()


def old_models():
    def plain():
        x = v1.placeholder(tf.float32, [None, 4], name="x")
        w = v1.get_variable("w", [4, 3], initializer=v1.ones_initializer(), use_resource=False)
        return {"x": x}, {"y": tf.matmul(x, w, name="y")}, None

    v1_model("old", plain)
    for rule in ["variable-absent", "variable-shape", "unfed-placeholder", "checkpoint", "dangling-input", "damage"]:
        case("old", rule)
    model = copy("old_absent", "old")
    for node in model.meta_graphs[0].graph_def.node:
        if node.name == "save/RestoreV2/tensor_names":
            node.attr["value"].tensor.string_val[0] = b"weights"
            node.attr["value"].tensor.tensor_content = b""
    write("old_absent", model)
    case("old_absent", "variable-absent", "weights")
    model = copy("old_shape", "old")
    for node in model.meta_graphs[0].graph_def.node:
        if node.name == "w":
            node.attr["shape"].shape.dim[0].size = 5
    write("old_shape", model)
    case("old_shape", "variable-shape", "w:0")

    def table(init):
        def build():
            x = v1.placeholder(tf.string, [None], name="x")
            t = v1.lookup.StaticHashTable(v1.lookup.KeyValueTensorInitializer(["a", "b"], tf.constant([1, 2], tf.int64)), -1, name="words")
            return {"x": x}, {"y": t.lookup(x, name="look")}, v1.tables_initializer() if init else None
        return build

    v1_model("old_table", table(True))
    case("old_table", "table-uninitialised")
    v1_model("old_empty_table", table(False))
    case("old_empty_table", "table-uninitialised", first_node("old_empty_table", lambda n: n.op == "HashTableV2"))

    def unfed():
        x = v1.placeholder(tf.float32, [None, 4], name="x")
        keep = v1.placeholder(tf.float32, [], name="keep")
        spare = v1.placeholder_with_default(1.0, [], name="spare")
        return {"x": x}, {"y": tf.multiply(x * spare, keep, name="y")}, None

    v1_model("unfed", unfed)
    case("unfed", "unfed-placeholder", "keep")

    def queue():
        x = v1.placeholder(tf.float32, [None], name="x")
        q = v1.FIFOQueue(4, [tf.float32], [[]], name="line")
        return {"x": x}, {"y": tf.add(x, q.dequeue(name="next"), name="y")}, None

    v1_model("queue", queue)
    case("queue", "blocking-op", "next")

    def device():
        x = v1.placeholder(tf.float32, [None], name="x")
        with tf.device("/device:GPU:0"):
            y = tf.add(x, 1.0, name="y")
        return {"x": x}, {"y": y}, None

    v1_model("device", device)
    case("device", "device", first_node("device", lambda n: "GPU" in n.device))

    def training():
        x = v1.placeholder(tf.float32, [None, 2, 2, 3], name="x")
        y, _, _ = v1.nn.fused_batch_norm(x, tf.ones(3), tf.zeros(3), is_training=True, name="norm")
        return {"x": x}, {"y": tf.identity(y, name="y")}, None

    v1_model("old_norm", training)
    case("old_norm", "batch-norm", "norm")


def first_node(name, is_it):
    """The first node in the graph's order that is such a one."""
    return next(n.name for n in read(name).meta_graphs[0].graph_def.node if is_it(n))


# ---- signatures ----


def signatures():
    make("rankless", lambda m, x: {"y": x * 2.0}, tf.TensorSpec(None, tf.float32, "x"))
    case("rankless", "unknown-rank", "serving_default/x", "serving_default/y")
    make("fixed", lambda m, x: {"y": x * 2.0}, spec(8, 4))
    case("fixed", "fixed-batch", "serving_default/x")
    make("reshaped", lambda m, x: {"y": tf.reshape(tf.nn.relu(x) + 1.0, [2, 12], name="pairs")}, spec(None, 6))
    case("reshaped", "fixed-reshape", calls("reshaped") + "pairs")
    make("reshaped_well", lambda m, x: {"y": tf.reshape(tf.nn.relu(x) + 1.0, [-1, 12], name="pairs"),
                                        "z": tf.reshape(tf.reduce_sum(x, 0), [2, 3])}, spec(None, 6))
    case("reshaped_well", "fixed-reshape")
    make("deaf", lambda m, x, u: {"y": x * 2.0}, spec(None, 2), spec(None, 2, name="u"))
    case("deaf", "unused-input", "serving_default/u")
    make("const", lambda m, x: {"y": x * 2.0, "version": tf.constant([3, 1])}, spec(None, 2))
    case("const", "constant-output", "serving_default/version")

    @tf.function
    def swap(a, b):
        return b + 0.0, a + 0.0

    # u goes through a call, a loop and a branch and is dropped on the way each time; x goes through all of them
    def through(m, x, u, n):
        first, second = swap(x, u)
        del first
        total, _, _ = tf.while_loop(lambda t, v, i: i < n, lambda t, v, i: (t + second, v * 2.0, i + 1), (x, u, 0))
        return {"y": tf.cond(tf.reduce_sum(total) > 0, lambda: total, lambda: total - second)}

    make("through", through, spec(None, 2), spec(None, 2, name="u"), spec(dtype=tf.int32, name="n"))
    case("through", "unused-input", "serving_default/u")
    case("through", "constant-output")

    def through_loop(m, x, u, n):
        # after three rounds u has come through v to t: nothing is unused
        t, _, _, _ = tf.while_loop(lambda t, v, w, i: i < n, lambda t, v, w, i: (t + v, w + 0.0, w, i + 1), (x, x, u, 0))
        return {"y": t}

    make("through_loop", through_loop, spec(None, 2), spec(None, 2, name="u"), spec(dtype=tf.int32, name="n"))
    case("through_loop", "unused-input")

    def kept(m, x):
        m.sum.assign_add(tf.reduce_sum(x))
        return {"y": m.sum.read_value()[None]}

    make("kept", kept, spec(None), sum=tf.Variable(0.0, name="sum"))
    case("kept", "unused-input")
    case("kept", "constant-output")

    make("complex", lambda m, x: {"y": tf.math.real(x), "half": tf.cast(tf.math.real(x), tf.float16)}, spec(None, 2, dtype=tf.complex64))
    case("complex", "rest-dtype", "serving_default/x", "serving_default/half")
    make("text", lambda m, x: {"label": tf.strings.upper(x), "raw_bytes": x}, spec(None, dtype=tf.string))
    case("text", "rest-bytes", "serving_default/label")
    case("text", "rest-dtype")
    make("b64", lambda m, b64: {"y": tf.strings.length(b64)}, spec(None, dtype=tf.string, name="b64"))
    case("b64", "rest-key", "serving_default/b64")
    make("scalar", lambda m, x: {"y": x * 2.0, "mean": tf.reduce_mean(x)}, spec(None, 2))
    case("scalar", "rest-row", "serving_default/mean")

    module = Good()
    save("two_doors", module, {"a": module.serve.get_concrete_function(), "b": module.serve.get_concrete_function()})
    case("two_doors", "no-serving-default", "signatures")
    save("two_doors_one_default", module, {"serving_default": module.serve, "b": module.serve})
    case("two_doors_one_default", "no-serving-default")
    save("no_door", module, {})
    case("no_door", "no-signature", "signatures")

    model = copy("other_tag")
    del model.meta_graphs[0].meta_info_def.tags[:]
    model.meta_graphs[0].meta_info_def.tags.append("train")
    write("other_tag", model)
    case("other_tag", "no-serve-tag", "tags")
    model = copy("no_tensor")
    model.meta_graphs[0].signature_def["serving_default"].outputs["y"].name = "softmax:0"
    model.meta_graphs[0].signature_def["serving_default"].inputs["x"].name = "serving_default_x:1"
    write("no_tensor", model)
    case("no_tensor", "signature-tensor", "serving_default/x", "serving_default/y")
    model = copy("other_dtype")
    model.meta_graphs[0].signature_def["serving_default"].inputs["x"].dtype = 9
    write("other_dtype", model)
    case("other_dtype", "signature-dtype", "serving_default/x")
    model = copy("other_dims")
    model.meta_graphs[0].signature_def["serving_default"].inputs["x"].tensor_shape.dim[1].size = 5
    write("other_dims", model)
    case("other_dims", "signature-shape", "serving_default/x")
    model = copy("other_output")
    model.meta_graphs[0].signature_def["serving_default"].outputs["y"].tensor_shape.dim[1].size = 5
    write("other_output", model)
    case("other_output", "signature-shape", "serving_default/y")
    model = copy("default")
    model.meta_graphs[0].signature_def["serving_default"].defaults["x"].CopyFrom(tf.make_tensor_proto(np.ones((2, 4), np.float32)))
    write("default", model)
    case("default", "default-value")
    model.meta_graphs[0].signature_def["serving_default"].defaults["x"].CopyFrom(tf.make_tensor_proto([1, 2]))
    model.meta_graphs[0].signature_def["serving_default"].defaults["z"].CopyFrom(tf.make_tensor_proto([1, 2]))
    shutil.copytree(folder("default"), folder("bad_default"), dirs_exist_ok=True)
    write("bad_default", model)
    case("bad_default", "default-value", "serving_default/x", "serving_default/z")


# ---- graphs that do not load ----


def function_node(model, name):
    for function in model.meta_graphs[0].graph_def.library.function:
        for node in function.node_def:
            if node.name == name and function.signature.name.startswith("__inference_serve"):
                return node
    raise KeyError(name)


def function_node_of(graph, name):
    return next(n for f in graph.graph_def.library.function for n in f.node_def if n.name == name)


def broken():
    inner = calls("good")

    def change(name, rule, fn, *places, options=""):
        model = copy(name)
        fn(model.meta_graphs[0], function_node(model, "product"))
        write(name, model)
        case(name, rule, *places, options=options)

    def narrow(g, n):
        read_w = function_node_of(g, "product/ReadVariableOp")
        read_w.attr["dtype"].type = 1
        for object_node in g.object_graph_def.nodes:
            if object_node.variable.name == "w":
                object_node.variable.shape.dim[0].size = 5
        for k in g.graph_def.node:
            if k.name == "w":
                k.attr["shape"].shape.dim[0].size = 5
        for f in g.graph_def.library.function:
            for k in f.node_def:
                k.attr.pop("_output_shapes", None)

    change("narrow", "shape-conflict", narrow, inner + "product")
    change("dangling", "dangling-input", lambda g, n: n.input.__setitem__(0, "nowhere:out:0"), inner + "product")
    change("wrong_op", "unknown-op", lambda g, n: setattr(n, "op", "ZeroOut"), inner + "product")
    change("wrong_attr", "bad-attr", lambda g, n: setattr(n.attr["T"], "type", 7), inner + "product")
    change("lost_attr", "bad-attr", lambda g, n: n.attr.pop("T"), inner + "product")
    change("more_inputs", "bad-edge", lambda g, n: n.input.append(n.input[0]), inner + "product")
    change("wrong_type", "bad-edge", lambda g, n: setattr(n.attr["T"], "type", 2), inner + "product",
           inner + "product", inner + "add")

    def call_nobody(g, n):
        call = next(k for k in g.graph_def.node if k.name == inner.split("/")[0])
        call.attr["f"].func.name = "nobody"

    change("no_function", "missing-function", call_nobody, inner.split("/")[0])

    def removed(g, n):
        node = g.graph_def.node.add(name="old", op="BatchNormWithGlobalNormalization", input=["c"] * 5)
        node.attr["T"].type = 1
        node.attr["variance_epsilon"].f = 0.1
        node.attr["scale_after_normalization"].b = True
        c = g.graph_def.node.add(name="c", op="Const")
        c.attr["dtype"].type = 1
        c.attr["value"].tensor.CopyFrom(tf.make_tensor_proto(np.zeros(1, np.float32)))

    change("removed", "removed-op", removed, "old")
    change("newer_graph", "runtime-version", lambda g, n: setattr(g.graph_def.versions, "min_consumer", 1500), "versions",
           options="--runtime 2.11 --severity error")


# ---- what runs ----


def running():
    noise = lambda m, x: {"y": tf.nn.dropout(x, 0.5, seed=3, name="drop")}
    make("dropout", noise, spec(None, 4))
    case("dropout", "dropout", calls("dropout") + "drop/random_uniform/RandomUniform")
    case("dropout", "unseeded-random")
    make("norm", lambda m, x: {"y": tf.compat.v1.nn.fused_batch_norm(x, tf.ones(3), tf.zeros(3), is_training=True, name="norm")[0]},
         spec(None, 2, 2, 3))
    case("norm", "batch-norm", calls("norm") + "norm")
    make("norm_well", lambda m, x: {"y": tf.compat.v1.nn.fused_batch_norm(
        x, tf.ones(3), tf.zeros(3), tf.zeros(3), tf.ones(3), is_training=False, name="norm")[0]}, spec(None, 2, 2, 3))
    case("norm_well", "batch-norm")
    layer = tf.keras.layers.LayerNormalization()
    layer.build([None, 5])
    make("layer_norm", lambda m, x: {"y": m.layer(x)}, spec(None, 5), layer=layer)
    assert any(n.op == "FusedBatchNormV3" for f in read("layer_norm").meta_graphs[0].graph_def.library.function for n in f.node_def)
    case("layer_norm", "batch-norm")
    make("noisy", lambda m, x: {"y": x + tf.raw_ops.RandomStandardNormal(
        shape=[4], dtype=tf.float32, seed=0, seed2=0, name="noise")}, spec(None, 4))
    case("noisy", "unseeded-random", calls("noisy") + "noise")
    make("seeded", lambda m, x: {"y": x + tf.random.stateless_normal([4], seed=[1, 2], name="noise")}, spec(None, 4))
    case("seeded", "unseeded-random")
    make("python", lambda m, x: {"y": tf.ensure_shape(tf.py_function(lambda v: v * 2, [x], tf.float32, name="twice"), [None, 4])},
         spec(None, 4))
    case("python", "python-op", calls("python") + "twice")
    make("reader", lambda m, x: {"y": tf.map_fn(lambda f: tf.io.read_file(f, name="read"), x)}, spec(None, dtype=tf.string))
    case("reader", "file-op", in_loop("reader", "read"))
    make("merger", lambda m, x: {"y": x, "done": merged(x)}, spec(None, dtype=tf.string))
    case("merger", "file-op", calls("merger") + "merge")
    make("printer", lambda m, x: {"y": printed(x)}, spec(None, 4))
    case("printer", "debug-op", calls("printer") + "PrintV2")

    def count(m, x):
        m.n.assign_add(1.0)
        return {"y": x + m.n}

    make("counter", count, spec(None), n=tf.Variable(0.0, name="n"))
    case("counter", "state-write", calls("counter") + "AssignAddVariableOp")
    make("double", lambda m, x: {"y": tf.cast(tf.multiply(tf.cast(x, tf.float64), 2.0, name="wide"), tf.float32)}, spec(None))
    case("double", "float64", calls("double") + "wide")
    fast = tf.function(lambda x: x * 2.0, jit_compile=True, autograph=False)
    make("compiled", lambda m, x: {"y": fast(x)}, spec(None))
    case("compiled", "xla", calls("compiled") + inner_call("compiled"))
    make("einsum", lambda m, x: {"y": tf.raw_ops.Bitcast(input=tf.raw_ops.BatchMatMulV3(x=x, y=x, Tout=tf.float32, name="new"),
                                                             type=tf.int32)}, spec(None, 2, 2))
    case("einsum", "runtime-op", calls("einsum") + "new", options="--runtime 2.5")
    case("einsum", "runtime-op", options="--runtime 2.6")
    case("einsum", "runtime-op", options="--runtime 2.15")

    make("rpc", lambda m, x: {"y": tf.raw_ops.CollectiveReduce(input=x, group_size=1, group_key=1, instance_key=1, merge_op="Add",
                                                                 final_op="Id", subdiv_offsets=[0], name="all")}, spec(None))
    case("rpc", "network-op", calls("rpc") + "all")
    make("no_kernel", lambda m, x: {"y": tf.raw_ops.CollectiveReduce(input=x, group_size=1, group_key=1, instance_key=1, merge_op="Add",
                                                                       final_op="Id", subdiv_offsets=[0], name="all")}, spec(None))
    case("no_kernel", "no-kernel", calls("no_kernel") + "all")

    def late(g, n):
        n.attr["grad_a"].b = True

    model = copy("late_attr")
    late(model.meta_graphs[0], function_node(model, "product"))
    write("late_attr", model)
    case("late_attr", "runtime-attr", calls("late_attr") + "product", options="--runtime 2.15")
    case("late_attr", "runtime-attr", options="--runtime 2.15 --severity error")	# TensorFlow 2.15 leaves it out
    case("late_attr", "runtime-attr", options="--runtime 2.20")


def merged(x):
    merge = tf.raw_ops.MergeV2Checkpoints(checkpoint_prefixes=x, destination_prefix="/tmp/merged", name="merge")
    with tf.control_dependencies([merge] if merge is not None else []):
        return tf.identity(x)


def printed(x):
    tf.print(x)
    return x * 2.0


def in_loop(name, node):
    """The path of a node in the body of the one loop of the traced function."""
    path = calls(name)
    graph = read(name).meta_graphs[0].graph_def
    for f in graph.library.function:
        for n in f.node_def:
            if n.op in ("While", "StatelessWhile") and f.signature.name.startswith("__inference_") and "wrapper" not in f.signature.name:
                body = next(b for b in graph.library.function if b.signature.name == n.attr["body"].func.name)
                return path + n.name + "/body/" + next(k.name for k in body.node_def if k.name.endswith(node))
    raise KeyError(node)


def inner_call(name):
    for f in read(name).meta_graphs[0].graph_def.library.function:
        if f.signature.name.startswith("__inference_") and "wrapper" not in f.signature.name:
            for n in f.node_def:
                if n.op.endswith("PartitionedCall"):
                    return n.name
    raise KeyError(name)


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    os.makedirs(HOME)
    for part in [good, in_files, assets, values, old_models, signatures, broken, running]:
        part()
    write_text(os.path.join(HOME, "cases.tsv"), "".join(line + "\n" for line in CASES))
    write_versions(HOME)


main()
