"""What TensorFlow's own shape inference says, for tests/infer.

    python shapes.py cases [FAMILY ...]		tests/infer/cases/FAMILY.txt, from tests/ops/cases
    python shapes.py models OUT MODEL ...	OUT/NAME.txt for each SavedModel folder
    python shapes.py fixtures			tests/infer/models/*.txt, for the models of tests/models

cases: each op case is imported five times, its inputs known in full, with an unknown first dim, by rank
alone, not at all, and as constants. A line a tensor: NODE:SLOT, dtype, then what is inferred in each of the
five states. A state that TensorFlow refuses has a line "! CASE STATE message".

models: "graph" or "function NAME" begins a section, then a line a node: name, then "dtype shape" of each
output.

A shape is "[2,?,3]", or "?" for unknown rank; what a handle holds follows behind " of ".
"""
import io
import os
import pickle
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from common import ENDING, MODELS, ROOT, archive, versions, write_text
import numpy as np
import tensorflow as tf
from tensorflow.core.protobuf import saved_model_pb2
from google.protobuf import text_format
from tensorflow.python.framework import function_def_to_graph
from tensorflow.python.ops import handle_data_util

v1 = tf.compat.v1
CASES = os.path.join(ROOT, "tests", "ops", "cases")
HOME = os.path.join(ROOT, "tests", "infer")
STATES = ["full", "first", "rank", "none", "const"]


def shape_text(shape):
    if shape.rank is None:
        return "?"
    return "[" + ",".join("?" if d is None else str(d) for d in shape.as_list()) + "]"


def proto_shape(p):
    return shape_text(tf.TensorShape(p))


def tensor_text(t):
    text = shape_text(t.shape)
    if t.dtype.base_dtype in (tf.resource, tf.variant):
        data = handle_data_util.get_resource_handle_data(t)
        if data is not None and data.is_set and len(data.shape_and_type):
            text += " of " + ",".join(f"{tf.as_dtype(s.dtype).name}{proto_shape(s.shape)}"
                                      for s in data.shape_and_type)
    return text


def dtype_name(t):
    return t.dtype.base_dtype.name


def one_line(text):
    return text.replace("\n", " ").replace("\t", " ")


def header():
    return "# " + " ".join(f"{k} {v}" for k, v in versions().items())


# ---- op cases ----

class Arrays:
    def __init__(self, path):
        self.zip = archive(path)
        self.names = set(self.zip.namelist())

    def load(self, name):
        return np.load(io.BytesIO(self.zip.read(name + ".npy")))

    def get(self, name, dtype):
        if dtype == tf.string:
            lens, data = self.load(name + ".len"), self.load(name + ".bytes").tobytes()
            out, at = np.empty(lens.size, object), 0
            for i, n in enumerate(lens.reshape(-1)):
                out[i] = data[at:at + n]
                at += n
            return out.reshape(lens.shape)
        array = self.load(name)
        want = dtype.as_numpy_dtype
        return array.view(want) if array.dtype != want and array.dtype.itemsize == np.dtype(want).itemsize \
            else array


def input_tensor(array, dtype, state, name):
    shape = list(array.shape)
    if state == "const":
        return tf.constant(array, dtype=dtype, name=name)
    if state == "first" and shape:
        shape[0] = None
    if state == "rank":
        shape = [None] * len(shape)
    return v1.placeholder(dtype, None if state == "none" else shape, name=name)


def import_case(gd, inputs, state):
    """The case's nodes with such inputs: {node:slot: (dtype, text)}."""
    with v1.Graph().as_default() as g:
        mapped = {}
        for name, (array, dtype) in inputs.items():
            mapped[name + ":0"] = input_tensor(array, dtype, state, "given/" + name)
        tf.import_graph_def(gd, input_map=mapped, name="")
        out = {}
        for n in gd.node:
            if n.name in inputs:
                continue
            for t in g.get_operation_by_name(n.name).outputs:
                out[t.name] = (dtype_name(t), tensor_text(t))
        return out


def in_child(fn, *args):
    """fn's answer from a process of its own: some inputs make TensorFlow abort."""
    r, w = os.pipe()
    pid = os.fork()
    if not pid:
        os.close(r)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            answer = (True, fn(*args))
        except Exception as e:
            answer = (False, str(e))
        with os.fdopen(w, "wb") as f:
            pickle.dump(answer, f)
        os._exit(0)
    os.close(w)
    with os.fdopen(r, "rb") as f:
        data = f.read()
    os.waitpid(pid, 0)
    ok, answer = pickle.loads(data) if data else (False, "TensorFlow aborts")
    if not ok:
        raise RuntimeError(answer)
    return answer


def cases(family):
    gd = v1.GraphDef()
    arrays = Arrays(os.path.join(CASES, family + ENDING))
    gd.ParseFromString(arrays.zip.read("graph.pb"))
    by_case = {}
    for n in gd.node:
        by_case.setdefault(n.name.split("/")[0], []).append(n)
    lines = [header(), "# tensor\tdtype\t" + "\t".join(STATES)]
    for case, nodes in by_case.items():
        part = v1.GraphDef(versions=gd.versions, library=gd.library)
        part.node.extend(nodes)
        inputs = {}
        for n in nodes:
            if n.op == "Placeholder" and re.search(r"/in\d+$", n.name) and \
                    (n.name + ".npy" in arrays.names or n.name + ".len.npy" in arrays.names):
                dtype = tf.as_dtype(n.attr["dtype"].type)
                inputs[n.name] = (arrays.get(n.name, dtype), dtype)
        seen = {}
        for k, state in enumerate(STATES):
            try:
                got = in_child(import_case, part, inputs, state)
            except Exception as e:
                lines.append(f"! {case}\t{state}\t{one_line(str(e))[:160]}")
                continue
            for name, (dtype, text) in got.items():
                seen.setdefault(name, [dtype] + ["-"] * len(STATES))[k + 1] = text
        lines += [name + "\t" + "\t".join(row) for name, row in seen.items()
                  if not re.search(r"/out\d+:0$", name)]
    write_text(os.path.join(HOME, "cases", family + ".txt"), "\n".join(lines) + "\n")
    print(f"{family}: {len(by_case)} cases, {len(lines) - 2} lines")


# ---- models ----

def graph_lines(g, names):
    for name in names:
        outs = g.get_operation_by_name(name).outputs
        if outs:
            yield name + "\t" + "\t".join(f"{dtype_name(t)} {tensor_text(t)}" for t in outs)


def load(path):
    sm = saved_model_pb2.SavedModel()
    if os.path.exists(os.path.join(path, "saved_model.pb")):
        with open(os.path.join(path, "saved_model.pb"), "rb") as f:
            sm.ParseFromString(f.read())
    else:
        with open(os.path.join(path, "saved_model.pbtxt"), encoding="utf-8") as f:
            text_format.Parse(f.read(), sm)
    return sm


def model(path, said):
    lines = [header(), f"# model {said}"]
    for k, mg in enumerate(load(path).meta_graphs):
        gd = mg.graph_def
        lines.append(f"metagraph {k}")
        try:
            with v1.Graph().as_default() as g:
                tf.import_graph_def(gd, name="")
            lines.append("graph")
            lines += graph_lines(g, [n.name for n in gd.node])
        except Exception as e:
            lines.append("! graph\t" + one_line(str(e))[:160])
        for f in gd.library.function:
            try:
                with v1.Graph().as_default():
                    tf.import_graph_def(v1.GraphDef(library=gd.library, versions=gd.versions), name="")
                    fg = function_def_to_graph.function_def_to_graph(f)
                lines.append(f"function {f.signature.name}")
                lines += graph_lines(fg, [a.name for a in f.signature.input_arg] +
                                     [n.name for n in f.node_def])
            except Exception as e:
                lines.append(f"! function {f.signature.name}\t{one_line(str(e))[:160]}")
    return "\n".join(lines) + "\n"


def folders(root):
    for at, dirs, files in sorted(os.walk(root)):
        dirs.sort()
        if "saved_model.pb" in files or "saved_model.pbtxt" in files:
            yield at


def models(out, paths, root):
    for p in paths:
        for at in folders(p):
            said = os.path.relpath(at, root)
            try:
                text = model(at, said)
            except Exception as e:
                print(f"{said}: {one_line(str(e))[:100]}")
                continue
            write_text(os.path.join(out, said.replace(os.sep, "+") + ".txt"), text)
            print(f"{said}: {text.count(chr(10))} lines")


def main(argv):
    if argv[0] == "cases":
        for family in argv[1:] or sorted(x[:-len(ENDING)] for x in os.listdir(CASES) if x.endswith(ENDING)):
            cases(family)
    elif argv[0] == "models":
        models(argv[1], argv[2:], os.getcwd())
    elif argv[0] == "fixtures":
        models(os.path.join(HOME, "models"), [MODELS], MODELS)


if __name__ == "__main__":
    main(sys.argv[1:])
