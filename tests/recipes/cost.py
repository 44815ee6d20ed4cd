"""What TensorFlow's profiler counts for models of this tree: tests/cli/costs.tsv.

usage: cost.py            (from the top of the tree; writes the file)

A signature is frozen with inputs of a fixed batch, loops become V1 loops, so that the profiler sees a body once, as
smtui counts it. Two float operations are a multiply-add. Parameters are the elements of the variables that the frozen
function captures.
"""
import os

os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf
from tensorflow.python.framework.convert_to_constants import convert_variables_to_constants_v2

tf.config.threading.set_inter_op_parallelism_threads(1)
tf.config.threading.set_intra_op_parallelism_threads(1)

# "matrices": the profiler does not look into the functions of recurrent layers; there a step of a loop multiplies a
# row by each matrix of the model once.
MODELS = [
    ("tests/models/mobilenet_full/1", 1, None),
    ("tests/models/mobilenet_full/1", 8, None),
    ("examples/mobilenet/1", 2, None),
    ("tests/models/zoo/conv/model", 3, None),
    ("tests/models/zoo/conv_1d_3d/model", 2, None),
    ("tests/models/zoo/two_inputs/model", 4, None),
    ("tests/models/zoo/lstm/model", 1, "matrices"),
    ("tests/models/zoo/gru/model", 1, "matrices"),
    ("tests/models/zoo/bidirectional/model", 1, "matrices"),
    ("tests/models/zoo/attention/model", 2, None),
]
COUNTED = {"Conv2D", "Conv3D", "DepthwiseConv2dNative", "MatMul", "BatchMatMulV2", "Conv2DBackpropInput"}


def static(spec, batch):
    dims = [batch if i == 0 and d is None else d for i, d in enumerate(spec.shape)]
    return tf.TensorSpec(dims, spec.dtype, spec.name)


def main():
    rows = []
    for path, batch, how in MODELS:
        model = tf.saved_model.load(path)
        sig = model.signatures["serving_default"]
        spec = {k: static(v, batch) for k, v in sig.structured_input_signature[1].items()}
        if any(d is None for s in spec.values() for d in s.shape):
            rows.append((path, batch, "-", "-", "a dim besides the batch is not known"))
            continue
        fn = tf.function(lambda **kw: sig(**kw)).get_concrete_function(**spec)
        variables = {v.ref(): v for v in sig.variables}
        params = sum(int(np.prod(v.deref().shape)) for v in variables)
        if how == "matrices":
            matrices = [v.deref() for v in variables if len(v.deref().shape) == 2]
            sizes = [int(np.prod(v.shape)) for v in matrices if "bias" not in v.name]  # a GRU's bias has two rows
            rows.append((path, batch, batch * sum(sizes), params, "MatMul"))
            continue
        frozen = convert_variables_to_constants_v2(fn, lower_control_flow=True, aggressive_inlining=True)
        macs = 0
        with tf.Graph().as_default() as g:
            tf.import_graph_def(frozen.graph.as_graph_def(), name="")
            run_meta = tf.compat.v1.RunMetadata()
            opts = tf.compat.v1.profiler.ProfileOptionBuilder.float_operation()
            opts["output"] = "none"
            prof = tf.compat.v1.profiler.profile(g, run_meta, cmd="op", options=opts)
            stack = [prof]
            seen = {}
            while stack:
                p = stack.pop()
                stack.extend(p.children)
                if p.name in COUNTED:
                    seen[p.name] = p.float_ops
            macs = sum(seen.values()) // 2
        rows.append((path, batch, macs, params, " ".join(sorted(seen))))
    with open("tests/cli/costs.tsv", "w") as f:
        f.write(f"# by tests/recipes/cost.py, TensorFlow {tf.__version__}, NumPy {np.__version__}\n")
        f.write("# model, batch, multiply-adds, parameters, ops\n")
        for r in rows:
            f.write("\t".join(map(str, r)) + "\n")


main()
