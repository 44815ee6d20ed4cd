"""Makes tests/models/around: models with much around their graphs.

    pip install --no-deps --target DIR tensorflow-serving-api==2.15.1
    PYTHONPATH=DIR python tests/recipes/around.py

    served      TensorFlow 2: a table made of an asset, another asset with all oddities of text, defaults of a signature, the nodes' origins
                (debug/), warm-up requests of every kind (assets.extra/), all parts of fingerprint.pb
    collected   TensorFlow 1: collections of every kind that TensorFlow writes: variables, branches and
                loops, savers, queue runners, an asset, a training op, strings, numbers, bytes
    collected_text  the same as saved_model.pbtxt
    layered     Keras: layers with a configuration, an optimizer with slot variables, a loss, keras_metadata.pb

For each, expected/around/NAME.json: the same read by TensorFlow's own classes.
"""
import os
import shutil
import tempfile

from common import EXPECTED, MODELS, session_config, set_up, versions, write_json
import numpy as np
import tensorflow as tf
from google.protobuf import json_format, text_format
from tensorflow.core.framework import graph_debug_info_pb2, variable_pb2
from tensorflow.core.protobuf import control_flow_pb2, meta_graph_pb2, queue_runner_pb2, saved_model_pb2, saver_pb2
from tensorflow_serving.apis import prediction_log_pb2

v1 = tf.compat.v1
HOME = os.path.join(MODELS, "around")


def read(folder):
    out = saved_model_pb2.SavedModel()
    with open(os.path.join(folder, "saved_model.pb"), "rb") as f:
        out.ParseFromString(f.read())
    return out


def write(folder, model):
    with open(os.path.join(folder, "saved_model.pb"), "wb") as f:
        f.write(model.SerializeToString(deterministic=True))


# ---- served ----

class Served(tf.Module):
    def __init__(self, vocabulary, odd):
        self.odd = tf.saved_model.Asset(odd)
        self.words = tf.saved_model.Asset(vocabulary)
        self.table = tf.lookup.StaticHashTable(
            tf.lookup.TextFileInitializer(self.words, tf.string, tf.lookup.TextFileIndex.WHOLE_LINE,
                                          tf.int64, tf.lookup.TextFileIndex.LINE_NUMBER), -1)
        self.scale = tf.Variable(2.0, name="scale")

    @tf.function(input_signature=[tf.TensorSpec([None], tf.string, "words"), tf.TensorSpec([], tf.float32, "by")])
    def look_up(self, words, by):
        ids = tf.cast(self.table.lookup(words), tf.float32)
        out, _ = tf.while_loop(lambda v, i: i < 2, lambda v, i: (v * self.scale, i + 1), (ids * by, 0))
        return {"ids": out}


def example():
    feature = {"age": tf.train.Feature(int64_list=tf.train.Int64List(value=[29, -1])),
               "name": tf.train.Feature(bytes_list=tf.train.BytesList(value=[b"Ada", b"\x00\xff"])),
               "weight": tf.train.Feature(float_list=tf.train.FloatList(value=[0.5]))}
    return tf.train.Example(features=tf.train.Features(feature=feature))


def requests():
    logs = [prediction_log_pb2.PredictionLog() for _ in range(5)]
    predict = logs[0].predict_log.request
    predict.model_spec.name = "served"
    predict.model_spec.signature_name = "serving_default"
    predict.model_spec.version.value = 3
    predict.inputs["words"].CopyFrom(tf.make_tensor_proto([b"red", b"green"]))
    predict.inputs["by"].CopyFrom(tf.make_tensor_proto(1.5))
    predict.output_filter.append("ids")
    classify = logs[1].classify_log.request
    classify.model_spec.name = "served"
    classify.input.example_list.examples.append(example())
    regress = logs[2].regress_log.request
    regress.model_spec.name = "served"
    regress.input.example_list_with_context.examples.append(example())
    regress.input.example_list_with_context.context.CopyFrom(example())
    multi = logs[3].multi_inference_log.request
    task = multi.tasks.add()
    task.model_spec.name = "served"
    task.method_name = "tensorflow/serving/regress"
    multi.input.example_list.examples.append(example())
    run = logs[4].session_run_log.request
    run.model_spec.name = "served"
    feed = run.feed.add()
    feed.name = "x:0"
    feed.tensor.CopyFrom(tf.make_tensor_proto(np.arange(60, dtype=np.float32).reshape(3, 20)))
    run.fetch.append("y:0")
    return logs


def served(folder, scratch):
    vocabulary = os.path.join(scratch, "words.txt")
    with open(vocabulary, "wb") as f:
        f.write(b"red\ngreen\nblue\n")
    odd = os.path.join(scratch, "odd.txt")
    with open(odd, "wb") as f:
        f.write(b"\xef\xbb\xbfred\ngreen\r\n\nblue \nred\ngreen\r\n\xff\xfe\nthe longest and the last")
    module = Served(vocabulary, odd)
    tf.saved_model.save(module, folder, signatures=module.look_up,
                        options=tf.saved_model.SaveOptions(save_debug_info=True))
    model = read(folder)
    signature = model.meta_graphs[0].signature_def["serving_default"]
    signature.defaults["by"].CopyFrom(tf.make_tensor_proto(1.0))
    model.meta_graphs[0].meta_info_def.meta_graph_version = "around"
    model.meta_graphs[0].graph_def.versions.bad_consumers.extend([7, 9])
    write(folder, model)
    extra = os.path.join(folder, "assets.extra")
    os.makedirs(extra)
    logs = requests()
    with tf.io.TFRecordWriter(os.path.join(extra, "tf_serving_warmup_requests")) as w:
        for log in logs:
            w.write(log.SerializeToString(deterministic=True))
    info = graph_debug_info_pb2.GraphDebugInfo()
    path = os.path.join(folder, "debug", "saved_model_debug_info.pb")
    with open(path, "rb") as f:
        info.ParseFromString(f.read())
    shorten(info)
    with open(path, "wb") as f:
        f.write(info.SerializeToString(deterministic=True))
    return {"requests": [json_format.MessageToDict(m, preserving_proto_field_name=True) for m in logs],
            "origins": origins(info)}


def shorten(info):
    """No machine's paths in a fixture: file names from their last folder on."""
    for i, name in enumerate(info.files):
        info.files[i] = "/".join(name.split("/")[-2:])


def origins(info):
    out = {}
    for name, trace in list(info.traces.items()) + [
            (n, info.traces_by_id[i]) for n, i in info.name_to_trace_id.items()]:
        lines = list(trace.file_line_cols) + [info.frames_by_id[i] for i in trace.frame_id]
        out[name] = [[info.files[f.file_index], f.line, f.func] for f in lines]
    return out


# ---- collected ----

COLLECTED = {"variables": variable_pb2.VariableDef, "trainable_variables": variable_pb2.VariableDef,
             "cond_context": control_flow_pb2.CondContextDef, "while_context": control_flow_pb2.WhileContextDef,
             "queue_runners": queue_runner_pb2.QueueRunnerDef, "savers": saver_pb2.SaverDef}


def collected(folder, scratch):
    vocabulary = os.path.join(scratch, "tokens.txt")
    with open(vocabulary, "wb") as f:
        f.write(b"a\nb\n")
    with v1.Graph().as_default() as graph, v1.Session(config=session_config()) as session:
        v1.disable_control_flow_v2()
        x = v1.placeholder(tf.float32, [], name="x")
        a = v1.get_variable("a", initializer=0.5, use_resource=False)
        b = v1.get_variable("b", [4], initializer=v1.zeros_initializer(), trainable=False,
                            partitioner=v1.fixed_size_partitioner(2))
        y = v1.cond(x > 0, lambda: x * a, lambda: x - a)
        z = v1.while_loop(lambda i, v: i < 3, lambda i, v: (i + 1, v + y), [0, y], name="rounds")[1]
        file_name = tf.constant(vocabulary, name="vocabulary")
        v1.add_to_collection(v1.GraphKeys.ASSET_FILEPATHS, file_name)
        table = v1.lookup.StaticHashTable(v1.lookup.TextFileInitializer(
            file_name, tf.string, v1.lookup.TextFileIndex.WHOLE_LINE, tf.int64,
            v1.lookup.TextFileIndex.LINE_NUMBER), -1)
        found = table.lookup(tf.constant(["a"]))
        queue = v1.FIFOQueue(2, [tf.float32], name="queue")
        v1.train.add_queue_runner(v1.train.QueueRunner(queue, [queue.enqueue(x)]))
        v1.add_to_collection(v1.GraphKeys.SAVERS, v1.train.Saver())
        v1.add_to_collection("kept", x)
        v1.add_to_collection("names", b"bytes \x00\xff of anybody")
        graph.add_to_collections("numbers", 1)
        v1.add_to_collection("numbers", -2)
        v1.add_to_collection("rates", 0.25)
        v1.add_to_collection("saved_model_train_op", v1.assign_add(a, 1.0, name="train").op)
        session.run(v1.global_variables_initializer())
        builder = v1.saved_model.Builder(folder)
        signature = v1.saved_model.build_signature_def(
            {"x": v1.saved_model.build_tensor_info(x)},
            {"z": v1.saved_model.build_tensor_info(z), "found": v1.saved_model.build_tensor_info(found)},
            "tensorflow/serving/predict")
        builder.add_meta_graph_and_variables(
            session, ["serve"], {"serving_default": signature},
            assets_collection=v1.get_collection(v1.GraphKeys.ASSET_FILEPATHS), main_op=v1.tables_initializer())
        builder.save()
        v1.enable_control_flow_v2()
    model = read(folder)
    out = {}
    for name, c in model.meta_graphs[0].collection_def.items():
        kind = c.WhichOneof("kind")
        if name in COLLECTED and kind == "bytes_list":
            out[name] = [json_format.MessageToDict(COLLECTED[name].FromString(b), preserving_proto_field_name=True)
                         for b in c.bytes_list.value]
        else:
            out[name] = json_format.MessageToDict(c, preserving_proto_field_name=True)
    return {"collections": out}


def collected_text(folder, scratch):
    """The same model as text, in which protobuf writes an Any out."""
    source = os.path.join(HOME, "collected")
    shutil.copytree(os.path.join(source, "assets"), os.path.join(folder, "assets"))
    shutil.copytree(os.path.join(source, "variables"), os.path.join(folder, "variables"))
    text = text_format.MessageToString(read(source))
    with open(os.path.join(folder, "saved_model.pbtxt"), "w") as f:
        f.write(text)
    return {"any_written_out": text.count("[type.googleapis.com/")}


# ---- layered ----

def layered(folder, scratch):
    inner = tf.keras.Sequential([tf.keras.Input([4], name="x"),
                                 tf.keras.layers.Dense(3, "relu", name="hidden",
                                                       kernel_regularizer=tf.keras.regularizers.L2(0.01)),
                                 tf.keras.layers.BatchNormalization(name="norm"),
                                 tf.keras.layers.Dense(1, name="out")])
    inner.compile(tf.keras.optimizers.legacy.Adam(0.1), "mse", ["mae"])
    inner.fit(np.ones([4, 4], np.float32), np.ones([4, 1], np.float32), verbose=0)
    inner.save(folder, save_format="tf")
    graph = read(folder).meta_graphs[0].object_graph_def
    return {"objects": [{"kind": n.WhichOneof("kind"),
                         "children": [[c.local_name, c.node_id] for c in n.children],
                         "slots": [[s.slot_name, s.original_variable_node_id, s.slot_variable_node_id]
                                   for s in n.slot_variables]} for n in graph.nodes]}


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    for make in (served, collected, collected_text, layered):
        with tempfile.TemporaryDirectory() as scratch:
            facts = make(os.path.join(HOME, make.__name__), scratch)
        facts["versions"] = versions()
        write_json(os.path.join(EXPECTED, "around", make.__name__ + ".json"), facts)


if __name__ == "__main__":
    main()
