"""Requests of TensorFlow Serving's gRPC interface, and what TensorFlow answers to them.

    pip install --no-deps --target DIR tensorflow-serving-api==2.15.1
    PYTHONPATH=DIR python tests/recipes/serving_requests.py		(after serving.py)

writes tests/models/serving/requests: MODEL.NAME.pb and .pbtxt, answers.tsv with a line for each (the outputs as Serving's
REST interface writes them; session.run gets the tensors as Serving hands them over, without a look at the signature's
shapes), and tests/models/serving/warm, half_plus_two with warm-up requests of all kinds, one of them damaged.
"""
import os
import shutil
import struct

from common import MODELS, session_config, set_up, write_text, write_versions
import numpy as np
import tensorflow as tf
from google.protobuf import text_format
from tensorflow.core.protobuf import config_pb2
from tensorflow_serving.apis import classification_pb2, inference_pb2, predict_pb2, prediction_log_pb2, regression_pb2

v1 = tf.compat.v1
HOME = os.path.join(MODELS, "serving")
OUT = os.path.join(HOME, "requests")


def example(**features):
    def feature(v):
        return tf.train.Feature(float_list=tf.train.FloatList(value=v))
    return tf.train.Example(features=tf.train.Features(feature={k: feature(v) for k, v in features.items()}))


def predict(signature="", outputs=(), **inputs):
    r = predict_pb2.PredictRequest()
    r.model_spec.name = "m"
    r.model_spec.signature_name = signature
    for k, v in inputs.items():
        r.inputs[k].CopyFrom(v if isinstance(v, tf.compat.v1.make_tensor_proto(0).__class__) else tf.make_tensor_proto(v))
    r.output_filter.extend(outputs)
    return r


def fields(dtype, shape, **values):
    """A TensorProto with typed fields, as clients in other languages write it."""
    t = tf.make_tensor_proto(0).__class__(dtype=dtype.as_datatype_enum, **values)
    for d in shape:
        t.tensor_shape.dim.add(size=d)
    return t


def classify(kind, signature, examples, context=None):
    r = kind()
    r.model_spec.name = "m"
    r.model_spec.signature_name = signature
    if context:
        r.input.example_list_with_context.examples.extend(examples)
        r.input.example_list_with_context.context.CopyFrom(context)
    else:
        r.input.example_list.examples.extend(examples)
    return r


REG, CLS = regression_pb2.RegressionRequest, classification_pb2.ClassificationRequest
REQUESTS = {
    "half_plus_two": {
        "plain": predict(x=np.float32([1, 2, 5])),
        "named": predict("serving_default", x=np.float32([[1], [2]])),
        "typed_fields": predict(x=fields(tf.float32, [3], float_val=[3.0, 4.0])),
        "regress": classify(REG, "regress_x_to_y", [example(x=[80])]),
        "regress_more": classify(REG, "regress_x_to_y2", [example(x=[4]), example(x=[6])]),
        "regress_context": classify(REG, "regress_x_to_y", [example(x2=[1]), example(x=[2])], example(x=[80])),
        "classify": classify(CLS, "classify_x_to_y", [example(x=[20]), example(x=[10])]),
        "predict_on_regress": predict("regress_x_to_y", inputs=np.array([example(x=[7]).SerializeToString()])),
    },
    "typed": {
        "ints": predict(int_tensor=np.int32([[1, 2], [3, 4]])),
        "two": predict("two", int_tensor=np.int32([1, 2]), str_tensor=np.array([b"a", b"\xff\x00"])),
        "filtered": predict("two", ["str_tensor_bytes"], int_tensor=np.int32([1]), str_tensor=np.array([b"foo"])),
        "all": predict("all", ["long_tensor", "bool_tensor", "dbl_tensor"], int_tensor=np.int32(1), str_tensor=b"x",
                       float_tensor=np.float32([]), dbl_tensor=np.float64([0.5, 2]), bool_tensor=np.array([True, False]),
                       long_tensor=np.int64(9007199254740993)),
    },
}
ERRORS = {
    "half_plus_two": {
        "no_signature": (predict("nope", x=np.float32([1])), 'Serving signature key "nope" not found.'),
        "extra": (predict(x=np.float32([1]), z=np.float32([1])),
                  "input size does not match signature: 2!=1 len({x,z}) != len({x}). Sent extra: {z}. Missing but required: {}."),
        "other_name": (predict(z=np.float32([1])), "input tensor alias not found in request: x."),
        "other_type": (predict(x=np.float64([1])), "to be float but double is provided"),
        "filter_unknown": (predict("", ["q"], x=np.float32([1])),
                           "output tensor alias not found in signature: q Outputs expected to be in the set {y}."),
        "filter_twice": (predict("", ["y", "y"], x=np.float32([1])), "duplicate output tensor alias: y"),
        "short_content": (predict(x=fields(tf.float32, [3], tensor_content=b"\0" * 8)), "tensor parsing error: x"),
        "huge_shape": (predict(x=fields(tf.float32, [1 << 40, 1 << 40], float_val=[1])), "tensor parsing error: x"),
        "no_examples": (classify(REG, "regress_x_to_y", []), "Input is empty."),
        "not_found": (classify(REG, "regress_x_to_y", [example(z=[1])]), "x (data type: float) is required but could not be found."),
    },
    "typed": {
        "missing": (predict("two", int_tensor=np.int32([1])),
                    "input size does not match signature: 1!=2 len({int_tensor}) != len({int_tensor,str_tensor}). Sent extra: {}. Missing but required: {str_tensor}."),
    },
}


def number(v):
    return str(int(v)) if np.issubdtype(v.dtype, np.integer) else repr(float(str(v)))


def json_of(a, b64):
    import base64
    if a.ndim:
        return "[" + ",".join(json_of(x if isinstance(x, np.ndarray) else np.asarray(x, a.dtype), b64) for x in a) + "]"
    if a.dtype == object or a.dtype.kind == "S":
        s = a.item()
        return '{"b64":"%s"}' % base64.b64encode(s).decode() if b64 else '"%s"' % s.decode()
    if a.dtype == bool:
        return "true" if a else "false"
    return number(a)


def call(s, names, fetches, values):
    options = config_pb2.CallableOptions(feed=names, fetch=fetches)
    return s._make_callable_from_options(options)(*values)


def answer(s, signatures, r):
    sig = signatures[r.model_spec.signature_name or "serving_default"]
    if isinstance(r, predict_pb2.PredictRequest):
        keys = sorted(r.output_filter) or sorted(sig.outputs)
        names = sorted(r.inputs)
        out = call(s, [sig.inputs[k].name for k in names], [sig.outputs[k].name for k in keys],
                   [tf.make_ndarray(r.inputs[k]) for k in names])
        text = [json_of(np.asarray(o), k.endswith("_bytes")) for k, o in zip(keys, out)]
        if len(sig.outputs) == 1 or len(keys) == 1:
            return '{"outputs":' + text[0] + "}"
        return '{"outputs":{' + ",".join(f'"{k}":{t}' for k, t in zip(keys, text)) + "}}"
    wide = r.input.WhichOneof("kind") == "example_list_with_context"
    examples = (r.input.example_list_with_context if wide else r.input.example_list).examples
    context = r.input.example_list_with_context.context.SerializeToString() if wide else b""
    values = np.array([context + e.SerializeToString() for e in examples], object)
    key = "outputs" if isinstance(r, REG) else "scores"
    out = np.asarray(call(s, [sig.inputs["inputs"].name], [sig.outputs[key].name], [values])[0])
    if isinstance(r, REG):
        return '{"results":' + json_of(out.reshape(-1), False) + "}"
    return '{"results":[' + ",".join("[" + ",".join(f'["",{number(v)}]' for v in row) + "]" for row in out) + "]}"


def records(path, data, damaged):
    with tf.io.TFRecordWriter(path) as w:
        for d in data:
            w.write(d)
    with open(path, "rb") as f:
        b = bytearray(f.read())
    at = 0
    for _ in range(damaged):
        at += 16 + struct.unpack_from("<Q", b, at)[0]
    b[at + 12] ^= 1
    with open(path, "wb") as f:
        f.write(b)


def warm():
    folder = os.path.join(HOME, "warm")
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(os.path.join(HOME, "half_plus_two"), folder)
    os.makedirs(os.path.join(folder, "assets.extra"))
    logs = [prediction_log_pb2.PredictionLog() for _ in range(8)]
    r = REQUESTS["half_plus_two"]
    logs[0].predict_log.request.CopyFrom(r["plain"])
    logs[1].classify_log.request.CopyFrom(r["classify"])
    logs[2].regress_log.request.CopyFrom(r["regress_context"])
    multi = logs[3].multi_inference_log.request
    for signature, method in (("regress_x_to_y", "regress"), ("classify_x_to_y", "classify")):
        task = multi.tasks.add()
        task.model_spec.name = "m"
        task.model_spec.signature_name = signature
        task.method_name = "tensorflow/serving/" + method
    multi.input.example_list.examples.extend([example(x=[2]), example(x=[4])])
    logs[4].session_run_log.request.fetch.append("y:0")
    logs[5].predict_log.request.CopyFrom(ERRORS["half_plus_two"]["other_type"][0])
    logs[6].predict_log.request.CopyFrom(r["named"])
    logs[7].predict_streamed_log.request.extend([r["plain"], r["named"]])
    records(os.path.join(folder, "assets.extra", "tf_serving_warmup_requests"),
            [x.SerializeToString(deterministic=True) for x in logs], 6)


def main():
    set_up()
    shutil.rmtree(OUT, ignore_errors=True)
    os.makedirs(OUT)
    lines = []
    for model, requests in REQUESTS.items():
        with tf.Graph().as_default(), v1.Session(config=session_config()) as s:
            meta = v1.saved_model.load(s, ["serve"], os.path.join(HOME, model))
            for name, r in requests.items():
                with open(os.path.join(OUT, f"{model}.{name}.pb"), "wb") as f:
                    f.write(r.SerializeToString(deterministic=True))
                write_text(os.path.join(OUT, f"{model}.{name}.pbtxt"), text_format.MessageToString(r))
                lines.append(f"{model}\t{name}\t{answer(s, meta.signature_def, r)}")
        for name, (r, message) in ERRORS[model].items():
            with open(os.path.join(OUT, f"{model}.{name}.pb"), "wb") as f:
                f.write(r.SerializeToString(deterministic=True))
            lines.append(f"{model}\t{name}\t!{message}")
    write_text(os.path.join(OUT, "answers.tsv"), "\n".join(lines) + "\n")
    warm()
    write_versions(OUT)


if __name__ == "__main__":
    main()
