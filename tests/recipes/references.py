"""Makes tests/models/references: a small picture model, and what other programs write of the same model.

    python tests/recipes/references.py model     with TensorFlow (requirements.txt)
    python tests/recipes/references.py dumps     with ONNX Runtime and Polygraphy (requirements_onnx.txt)

net/ is a SavedModel in NHWC. The dumps are of the same network in ONNX: NCHW, weights OIHW, other names, run by ONNX
Runtime with every intermediate as an output. "broken" means: the second convolution's bias of channel 2 is 0.5 more.

    named.npz           Keras' and TensorFlow's names with "_" for "/", ":0" behind; NHWC, as float16
    arrays/             an .npy for each, folders by "/", layers' names only; NCHW, float64
    renamed.npz         ONNX's own names, NCHW                          renamed_broken.npz
    node_dump/          ONNX Runtime's node dump: .tensorproto files    node_dump_broken/
    test_data_set_0/    input_0.pb, output_0.pb
    outputs.json, inputs.json    polygraphy run --save-outputs, --save-inputs    outputs_broken.json
    typed.pb            a TensorProto whose values stand in its typed field, one by one

Node dumps need a build of ONNX Runtime of one's own: the files are made here by its rules (the tensor's name with "_"
for whatever is no letter or digit, ".tensorproto"; a TensorProto with name and raw data).
"""
import os
import shutil
import sys

import numpy as np

HOME = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "models", "references")


def weights():
    g = np.random.default_rng(11)
    draw = lambda *shape: g.normal(size=shape).astype(np.float32)
    return {"k1": draw(3, 3, 3, 8) / 3, "b1": draw(8), "k2": draw(3, 3, 8, 5) / 6, "b2": draw(5),
            "k3": draw(5, 4), "b3": draw(4)}


def picture():
    return np.random.default_rng(12).normal(size=(1, 8, 8, 3)).astype(np.float32)


def make_model():
    from common import save_lean, set_up, spec, write_text, versions
    import tensorflow as tf
    set_up()

    class Net(tf.Module):
        def __init__(self):
            names = {"k1": "first/kernel", "b1": "first/bias", "k2": "second/kernel", "b2": "second/bias",
                     "k3": "scores/kernel", "b3": "scores/bias"}
            self.w = {k: tf.Variable(v, name=names[k]) for k, v in weights().items()}

        @tf.function(input_signature=[spec(None, 8, 8, 3, name="image")])
        def serve(self, image):
            w = self.w
            with tf.name_scope("first"):
                x = tf.nn.relu(tf.nn.bias_add(tf.nn.conv2d(image, w["k1"], 1, "SAME"), w["b1"]))
            x = tf.nn.max_pool2d(x, 2, 2, "VALID", name="pool")
            with tf.name_scope("second"):
                x = tf.nn.sigmoid(tf.nn.bias_add(tf.nn.conv2d(x, w["k2"], 1, "VALID"), w["b2"]))
            x = tf.reduce_mean(x, [1, 2], name="average")
            with tf.name_scope("scores"):
                x = tf.nn.bias_add(tf.matmul(x, w["k3"]), w["b3"])
            return {"probabilities": tf.nn.softmax(x, name="probabilities")}

    save_lean(os.path.join(HOME, "net"), Net())
    np.save(os.path.join(HOME, "picture.npy"), picture())
    write_text(os.path.join(HOME, "versions_model.txt"), "".join(f"{k} {v}\n" for k, v in versions().items()))


def network(broken):
    from onnx import TensorProto, helper, numpy_helper
    w = weights()
    if broken:
        w["b2"] = w["b2"].copy()
        w["b2"][2] += 0.5
    given = {"first.weight": w["k1"].transpose(3, 2, 0, 1), "first.bias": w["b1"],
             "second.weight": w["k2"].transpose(3, 2, 0, 1), "second.bias": w["b2"],
             "fc.weight": np.ascontiguousarray(w["k3"].T), "fc.bias": w["b3"]}
    node = helper.make_node
    nodes = [
        node("Conv", ["input", "first.weight", "first.bias"], ["/a/Conv_output_0"], pads=[1, 1, 1, 1]),
        node("Relu", ["/a/Conv_output_0"], ["/b/Relu_output_0"]),
        node("MaxPool", ["/b/Relu_output_0"], ["/c/MaxPool_output_0"], kernel_shape=[2, 2], strides=[2, 2]),
        node("Conv", ["/c/MaxPool_output_0", "second.weight", "second.bias"], ["/d/Conv_output_0"]),
        node("Sigmoid", ["/d/Conv_output_0"], ["/e/Sigmoid_output_0"]),
        node("GlobalAveragePool", ["/e/Sigmoid_output_0"], ["/f/GlobalAveragePool_output_0"]),
        node("Flatten", ["/f/GlobalAveragePool_output_0"], ["/g/Flatten_output_0"]),
        node("Gemm", ["/g/Flatten_output_0", "fc.weight", "fc.bias"], ["/h/Gemm_output_0"], transB=1),
        node("Softmax", ["/h/Gemm_output_0"], ["output"], axis=1),
    ]
    outs = [helper.make_tensor_value_info(n.output[0], TensorProto.FLOAT, None) for n in nodes]
    graph = helper.make_graph(nodes, "net", [helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, 8, 8])],
                              outs, [numpy_helper.from_array(np.ascontiguousarray(v), k) for k, v in given.items()])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)])
    model.ir_version = 8
    return model, given


def run(broken):
    import onnxruntime
    model, given = network(broken)
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    s = onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
    names = [o.name for o in s.get_outputs()]
    return dict(zip(names, s.run(names, {"input": picture().transpose(0, 3, 1, 2)}))), given


def save_proto(path, array, name):
    from onnx import numpy_helper
    with open(path, "wb") as f:
        f.write(numpy_helper.from_array(np.ascontiguousarray(array), name).SerializeToString())


def node_dump(folder, tensors):
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, array in tensors.items():
        plain = "".join(c if c.isalnum() else "_" for c in name)
        save_proto(os.path.join(folder, plain + ".tensorproto"), array, name)


def polygraphy_outputs(path, broken):
    from polygraphy.backend.onnxrt import OnnxrtRunner, SessionFromOnnx
    from polygraphy.comparator import Comparator
    model, _ = network(broken)
    results = Comparator.run([OnnxrtRunner(SessionFromOnnx(model.SerializeToString()), name="onnxrt-runner")],
                             data_loader=[{"input": picture().transpose(0, 3, 1, 2)}])
    for _, rounds in results.items():
        for r in rounds:
            r.runtime = 0.0     # the only thing that is another on each run
    results.save(path)


def nhwc(x):
    return np.ascontiguousarray(x.transpose(0, 2, 3, 1)) if x.ndim == 4 else x


def make_dumps():
    import onnx
    import onnxruntime
    import polygraphy
    from onnx import helper, TensorProto
    from polygraphy.json import save_json
    out, given = run(False)
    bad, _ = run(True)
    np.savez(os.path.join(HOME, "named.npz"), **{
        "first_BiasAdd:0": nhwc(out["/a/Conv_output_0"]).astype(np.float16),
        "first_Relu:0": nhwc(out["/b/Relu_output_0"]).astype(np.float16),
        "pool:0": nhwc(out["/c/MaxPool_output_0"]).astype(np.float16),
        "import__second__Sigmoid:0": nhwc(out["/e/Sigmoid_output_0"]).astype(np.float16),
        "second_kernel:0": weights()["k2"].astype(np.float16),
        "probabilities": out["output"].astype(np.float16)})
    arrays = os.path.join(HOME, "arrays")
    shutil.rmtree(arrays, ignore_errors=True)
    for name, array in {"first": out["/b/Relu_output_0"], "model/second": out["/e/Sigmoid_output_0"],
                        "model/scores": out["/h/Gemm_output_0"], "model/second/kernel": given["second.weight"],
                        "average": out["/g/Flatten_output_0"][0]}.items():
        os.makedirs(os.path.join(arrays, os.path.dirname(name)), exist_ok=True)
        np.save(os.path.join(arrays, name + ".npy"), array.astype(np.float64))
    np.savez_compressed(os.path.join(HOME, "renamed.npz"), **out)
    np.savez_compressed(os.path.join(HOME, "renamed_broken.npz"), **bad)
    node_dump(os.path.join(HOME, "node_dump"), {**given, **out})
    node_dump(os.path.join(HOME, "node_dump_broken"), bad)
    data = os.path.join(HOME, "test_data_set_0")
    shutil.rmtree(data, ignore_errors=True)
    os.makedirs(data)
    save_proto(os.path.join(data, "input_0.pb"), picture().transpose(0, 3, 1, 2), "input")
    save_proto(os.path.join(data, "output_0.pb"), out["output"], "output")
    polygraphy_outputs(os.path.join(HOME, "outputs.json"), False)
    polygraphy_outputs(os.path.join(HOME, "outputs_broken.json"), True)
    save_json([{"image": picture()}], os.path.join(HOME, "inputs.json"))
    typed = helper.make_tensor("probabilities", TensorProto.FLOAT, [4], [float(x) for x in out["output"][0]])
    with open(os.path.join(HOME, "typed.pb"), "wb") as f:
        f.write(typed.SerializeToString())
    with open(os.path.join(HOME, "versions_dumps.txt"), "w") as f:
        for m in (onnx, onnxruntime, polygraphy, np):
            f.write(f"{m.__name__} {m.__version__}\n")


if __name__ == "__main__":
    os.makedirs(HOME, exist_ok=True)
    {"model": make_model, "dumps": make_dumps}[sys.argv[1]]()
