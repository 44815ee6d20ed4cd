"""Makes expected values: every tensor that a signature of a SavedModel computes, by TensorFlow.

    python tests/recipes/intermediates.py MODEL OUT [--signature KEY] [--tags serve]
        [--input KEY=FILE.npy]... [--sampled]

Calls (PartitionedCall, StatefulPartitionedCall, library functions called as ops) are inlined here,
so that each node has the name by which smtui knows it: the calls from the MetaGraph's graph down,
joined by `/`, then its own name. A call's outputs stay under the call's own path, a function's
arguments are nodes `<call path>/<argument>` (op `_Arg`). Functional control flow stays whole; V1
loops are refused. Variables come from TensorFlow's own restore op, tables from the init op. The
outputs must be the same bits as those of tf.saved_model.load. Slots that TensorFlow allocates and
never fills (3 and 4 of a FusedBatchNorm that does not train) are left out: they hold old memory.

OUT, in full: PATH:SLOT.npy in folders that follow the path, tensors.json (`seq` is a topological
order, by which nothing should be compared), io.json (which of the tensors go in and come out).

OUT, sampled: expected.tsv, a line a tensor, between tabs
    path:slot  op  dtype  d0,d1,..  sum  sum of magnitudes  greatest magnitude  i:v i:v ...
with up to 64 elements, evenly spread by flat index, first and last among them. Floats as %a. The
three figures are of the finite elements, sums exact, rounded once to a double; they are 0 for
strings. Complex numbers as re,im, strings as hex bytes. Outputs in full as KEY.npy.
"""
import argparse
import cmath
import heapq
import json
import math
import os
import re
import shutil
from collections import namedtuple

from common import session_config, set_up, versions, write_json, write_text, write_versions
import numpy as np
import tensorflow as tf
from tensorflow.core.protobuf import saved_model_pb2
from tensorflow.python.framework import op_def_registry

v1 = tf.compat.v1
CALLS = ("PartitionedCall", "StatefulPartitionedCall")
Tensor = namedtuple("Tensor", "name op dtype value")
Run = namedtuple("Run", "tensors inputs outputs")


def read_meta(model, tags):
    saved = saved_model_pb2.SavedModel()
    with open(os.path.join(model, "saved_model.pb"), "rb") as f:
        saved.ParseFromString(f.read())
    return next(m for m in saved.meta_graphs if set(m.meta_info_def.tags) == set(tags))


def node_of(ref):
    return ref.lstrip("^").split(":")[0]


def topological(nodes):
    """Nodes in an order of dependencies, ties by their order in the graph."""
    index = {n.name: i for i, n in enumerate(nodes)}
    needs = [{index[node_of(r)] for r in n.input if node_of(r) in index} for n in nodes]
    users = [[] for _ in nodes]
    for i, wanted in enumerate(needs):
        for j in wanted:
            users[j].append(i)
    ready = [i for i, wanted in enumerate(needs) if not wanted]
    done = 0
    while ready:
        i = heapq.heappop(ready)
        done += 1
        yield nodes[i]
        for j in users[i]:
            needs[j].remove(i)
            if not needs[j]:
                heapq.heappush(ready, j)
    if done != len(nodes):
        raise NotImplementedError("the graph has a loop of V1 control flow")


class Inliner:
    """graph: the flat graph; ops: path > op in the model; args: call path > its arguments."""

    def __init__(self, meta):
        source = meta.graph_def
        self.library = {f.signature.name: f for f in source.library.function}
        self.graph = v1.GraphDef(versions=source.versions, library=source.library)
        self.ops, self.args = {}, {}
        self.expand(source.node, "", lambda ref: ref, [])

    def emit(self, path, op, inputs, shown_op=None, attrs=()):
        node = self.graph.node.add(name=path, op=op)
        # Control inputs go last, and each once.
        data = [r for r in inputs if r[0] != "^"]
        node.input.extend(data + sorted({r for r in inputs if r[0] == "^"}))
        for key, value in attrs:
            node.attr[key].CopyFrom(value)
        self.ops[path] = shown_op or op

    def expand(self, nodes, prefix, resolve, controls):
        for node in topological(nodes):
            inputs = [resolve(r) for r in node.input] or controls
            function = node.attr["f"].func.name if node.op in CALLS else node.op
            if function in self.library:
                self.call(node, prefix + node.name, self.library[function], inputs)
            else:
                attrs = [(k, v) for k, v in node.attr.items()
                         if k not in ("_class", "_output_shapes")]
                self.emit(prefix + node.name, node.op, inputs, attrs=attrs)

    def call(self, node, path, function, inputs):
        controls = [r for r in inputs if r[0] == "^"]
        signature = function.signature
        self.args[path] = [f"{path}/{arg.name}" for arg in signature.input_arg]
        for arg, ref, name in zip(signature.input_arg, inputs, self.args[path]):
            self.emit(name, "Identity", [ref] + controls, "_Arg",
                      [("T", v1.AttrValue(type=arg.type))])

        resolve = self.resolver(function, path + "/")
        self.expand(function.node_def, path + "/", resolve, controls)

        returned = [resolve(function.ret[out.name]) for out in signature.output_arg]
        effects = [f"^{path}/{name}" for name in function.control_ret.values()]
        types = v1.AttrValue()
        types.list.type.extend(out.type for out in signature.output_arg)
        self.emit(path, "IdentityN" if returned else "NoOp", returned + effects + controls,
                  node.op, [("T", types)] if returned else [])

    def resolver(self, function, prefix):
        """References of a function body (`arg`, `node:out:i`, `^node`) to `path:slot`."""
        starts = {}
        for node in function.node_def:
            at = 0
            for out in self.output_args(node.op):
                starts[node.name, out.name] = at
                at += self.width(out, node)

        def resolve(ref):
            if ref[0] == "^":
                return "^" + prefix + ref[1:]
            if ":" not in ref:
                return prefix + ref
            name, out, i = ref.split(":")
            return f"{prefix}{name}:{starts[name, out] + int(i)}"

        return resolve

    def output_args(self, op):
        if op in self.library:
            return self.library[op].signature.output_arg
        return op_def_registry.get(op).output_arg

    @staticmethod
    def width(out, node):
        if out.number_attr:
            return node.attr[out.number_attr].i
        if out.type_list_attr:
            return len(node.attr[out.type_list_attr].list.type)
        return 1


def needed(flat, outputs, fed):
    """Paths of the nodes that outputs depend on, arguments of every entered call among them.

    What lies behind a fed tensor is not needed."""
    fed = {node_of(ref) for ref in fed}
    inputs = {n.name: [node_of(r) for r in n.input] for n in flat.graph.node}
    seen, todo = set(), [node_of(r) for r in outputs]
    while todo:
        path = todo.pop()
        if path not in seen:
            seen.add(path)
            if path not in fed:
                todo += inputs[path] + flat.args.get(path, [])
    return seen


def has_value(tensor):
    op = tensor.op
    unfilled = op.type.startswith("FusedBatchNorm") and not op.type.endswith("Grad") \
        and tensor.value_index in (3, 4) and not op.get_attr("is_training")
    return not unfilled and tensor.dtype.base_dtype not in (tf.resource, tf.variant)


def load(session, meta, model):
    """Restores and initialises as TensorFlow's loader does."""
    saver = meta.saver_def
    variables = os.path.join(model, "variables", "variables")
    if os.path.exists(variables + ".index"):
        session.run(saver.restore_op_name, {saver.filename_tensor_name: variables})
    assets = {a.tensor_info.name: os.path.join(model, "assets", a.filename)
              for a in meta.asset_file_def}
    if "__saved_model_init_op" in meta.signature_def:
        outputs = meta.signature_def["__saved_model_init_op"].outputs.values()
        session.run([node_of(t.name) for t in outputs], assets)
    for key in ("saved_model_main_op", "legacy_init_op"):
        session.run(list(meta.collection_def[key].node_list.value), assets)


def run(model, signature, inputs, tags=("serve",)):
    """Every tensor of the signature, in order; keys to tensor names of its inputs and outputs."""
    meta = read_meta(model, tags)
    door = meta.signature_def[signature]
    ins = {k: t.name for k, t in door.inputs.items()}
    outs = {k: t.name for k, t in door.outputs.items()}
    flat = Inliner(meta)
    with v1.Graph().as_default() as graph:
        tf.graph_util.import_graph_def(flat.graph, name="")
        wanted = needed(flat, outs.values(), ins.values())
        tensors = [t for n in flat.graph.node if n.name in wanted
                   for t in graph.get_operation_by_name(n.name).outputs if has_value(t)]
        with v1.Session(graph=graph, config=session_config()) as session:
            load(session, meta, model)
            feed = {ins[k]: v for k, v in inputs.items()}
            values = session.run(tensors, feed)
    found = [Tensor(t.name, flat.ops[t.op.name], t.dtype.base_dtype, np.asarray(v))
             for t, v in zip(tensors, values)]
    check(model, signature, inputs, tags, outs, {t.name: t.value for t in found})
    return Run(found, ins, outs)


def bits(value):
    return value.shape, value.tolist() if value.dtype == object else value.tobytes()


def check(model, signature, inputs, tags, outs, found):
    infer = tf.saved_model.load(model, tags).signatures[signature]
    for key, value in infer(**{k: tf.constant(v) for k, v in inputs.items()}).items():
        same = bits(np.asarray(value.numpy())) == bits(found[outs[key]])
        assert same, f"{key}: not the same bits"


def component(name):
    """A part of a path as a file name."""
    if not name or len(name.encode()) > 200:
        raise NotImplementedError(f"no file name for {name!r}")
    if name in (".", ".."):
        return name.replace(".", "%2E")
    return re.sub(rb"[^A-Za-z0-9_.:@ +-]", lambda m: b"%%%02X" % m[0], name.encode()).decode()


def storable(value):
    """A value as .npy holds it: bfloat16 widened, strings of fixed width if that loses nothing."""
    if value.dtype == tf.bfloat16.as_numpy_dtype:
        return value.astype(np.float32)
    if value.dtype == object and not any(s.endswith(b"\0") for s in value.flat):
        return value.astype("S") if value.size else np.zeros(value.shape, "S1")
    return value


def write_full(folder, result, signature):
    shutil.rmtree(folder, ignore_errors=True)
    rows, files = [], {}
    for seq, t in enumerate(result.tensors):
        file = "/".join(component(part) for part in t.name.split("/")) + ".npy"
        path = os.path.join(folder, file)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        np.save(path, storable(t.value))
        rows.append({"name": t.name, "iter": "", "op": t.op, "dtype": t.dtype.name,
                     "shape": list(t.value.shape), "file": file, "seq": seq})
        files[t.name] = file
    write_text(os.path.join(folder, "tensors.json"),
               "[\n" + ",\n".join(json.dumps(r) for r in rows) + "\n]\n")
    sides = {side: {k: {"tensor": name, "file": files.get(name)} for k, name in names.items()}
             for side, names in (("inputs", result.inputs), ("outputs", result.outputs))}
    write_json(os.path.join(folder, "io.json"), {"signature": signature, **sides, **versions()})


def text(x):
    if isinstance(x, bytes):
        return x.hex()
    if isinstance(x, complex):
        return f"{x.real.hex()},{x.imag.hex()}"
    return x.hex() if isinstance(x, float) else str(int(x))


def plain(array):
    """A flat list of Python's own numbers, wide enough to be exact."""
    flat = storable(array).ravel()
    if flat.dtype == np.float16:
        flat = flat.astype(np.float32)
    return flat.tolist()


def sample(t):
    flat, n = plain(t.value), t.value.size
    sums = [0, 0, 0]
    finite = [] if n and isinstance(flat[0], bytes) else [x for x in flat if cmath.isfinite(x)]
    if finite:
        size = [abs(x) for x in finite]
        add = math.fsum if isinstance(size[0], float) else sum
        total = complex(add(x.real for x in finite), add(x.imag for x in finite)) \
            if isinstance(finite[0], complex) else add(finite)
        sums = [total, add(size), max(size)]
    spread = range(n) if n <= 64 else [i * (n - 1) // 63 for i in range(64)]
    return "\t".join([t.name, t.op, t.dtype.name, ",".join(map(str, t.value.shape)),
                      *map(text, sums), " ".join(f"{i}:{text(flat[i])}" for i in spread)]) + "\n"


def write_sampled(folder, result):
    values = {t.name: t.value for t in result.tensors}
    write_text(os.path.join(folder, "expected.tsv"), "".join(map(sample, result.tensors)))
    for key, name in result.outputs.items():
        np.save(os.path.join(folder, component(key) + ".npy"), storable(values[name]))
    write_versions(folder)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("--signature", default="serving_default")
    parser.add_argument("--tags", default="serve")
    parser.add_argument("--input", action="append", default=[], metavar="KEY=FILE.npy")
    parser.add_argument("--sampled", action="store_true")
    args = parser.parse_args()
    set_up()
    inputs = {k: np.load(file) for k, file in (i.split("=", 1) for i in args.input)}
    result = run(args.model, args.signature, inputs, args.tags.split(","))
    if args.sampled:
        write_sampled(args.out, result)
    else:
        write_full(args.out, result, args.signature)
    print(f"{args.out}: {len(result.tensors)} tensors")


if __name__ == "__main__":
    main()
