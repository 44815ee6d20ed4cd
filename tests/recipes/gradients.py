"""TensorFlow's gradients of the op cases (tests/ops/cases): tests/grad/cases/FAMILY.npz.

usage: gradients.py [FAMILY ...]

For every case that TensorFlow runs and that has a float among its inputs and outputs, tf.gradients of its float
outputs by its float inputs, with this upstream at flat place i of output k: ((37 i + 11 + 5 k) mod 19 - 9) / 8.

FAMILY.npz holds index.txt, a line a case: the case, and for each input "g" (CASE/gI.npy is there), "-" (None) or
"." (no float); or "none" and the op that has no gradient in TensorFlow; or "fails" (its gradient's kernel does).

Bounds: rel times the largest wanted value of the tensor, by type: see BOUND. A NaN must be a NaN, an infinity the
same infinity.
"""
import io
import os
import sys
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "ops"))
from cases import BITS, HOME
from common import ENDING, ROOT, archive, session_config, versions
import numpy as np
import tensorflow as tf
from tensorflow.python.framework import graph_util

v1 = tf.compat.v1
OUT = os.path.join(ROOT, "tests", "grad", "cases")
FLOATS = (tf.float32, tf.float64, tf.float16, tf.bfloat16)
LARGEST = 6000


def upstream(shape, dtype, k):
    n = int(np.prod(shape, dtype=np.int64))
    g = ((37 * np.arange(n, dtype=np.int64) + 11 + 5 * k) % 19 - 9) / 8.0
    return g.reshape(shape).astype(dtype.as_numpy_dtype)


def tensors(z, name, dtype):
    if dtype == tf.string:
        n, data = np.load(io.BytesIO(z[name + ".len.npy"])), np.load(io.BytesIO(z[name + ".bytes.npy"])).tobytes()
        out, at = [], 0
        for k in n.reshape(-1):
            out.append(data[at:at + k])
            at += k
        return np.array(out, object).reshape(n.shape)
    a = np.load(io.BytesIO(z[name + ".npy"]))
    return a.view(dtype.as_numpy_dtype) if dtype in BITS else a


def family(name, home):
    z = archive(os.path.join(home, name + ENDING))
    z = {n: z.read(n) for n in z.namelist()}
    whole = v1.GraphDef.FromString(z["graph.pb"])
    nodes = {n.name: n for n in whole.node}
    index = ["# case\tby each input: g, - (None), . (no float)",
             "# " + " ".join(f"{k} {v}" for k, v in versions().items())]
    files, todo = {}, []
    graph = v1.Graph()
    with graph.as_default():
        for line in z["index.txt"].decode().splitlines():
            case = line.split("\t")
            if line.startswith("#") or len(case) < 7 or case[6] != "-" or case[5] != "1":
                continue
            label, n_in, n_out = case[0], int(case[3]), int(case[4])
            types = [tf.as_dtype(nodes[f"{label}/in{i}"].attr["dtype"].type) for i in range(n_in)]
            if f"{label}/init" in nodes or not any(t in FLOATS for t in types):
                continue
            values = [tensors(z, f"{label}/in{i}", t) for i, t in enumerate(types)]
            if sum(v.size for v in values if v.dtype != object) > LARGEST:
                continue
            part = graph_util.extract_sub_graph(whole, [f"{label}/out{i}" for i in range(n_out)])
            places = [v1.placeholder(t, v.shape) for t, v in zip(types, values)]
            try:
                outs = tf.import_graph_def(part, {f"{label}/in{i}": p for i, p in enumerate(places)
                                                  if any(n.name == f"{label}/in{i}" for n in part.node)},
                                           [f"{label}/out{i}:0" for i in range(n_out)], name=label)
            except (ValueError, TypeError) as e:
                print(label, str(e).splitlines()[0][:90])
                continue
            ys = [(k, o) for k, o in enumerate(outs) if o.dtype in FLOATS]
            if not ys:
                continue
            wants = [np.load(io.BytesIO(z[f"{label}/out{k}.npy"])) for k, _ in ys]
            gs = [tf.constant(upstream(w.shape, o.dtype, k), o.dtype) for (k, o), w in zip(ys, wants)]
            xs = [(i, p) for i, p in enumerate(places) if types[i] in FLOATS]
            try:
                got = tf.gradients([o for _, o in ys], [p for _, p in xs], gs)
                got = [None if g is None else tf.convert_to_tensor(g) for g in got]
            except LookupError as e:
                index.append(f"{label}\tnone\t{str(e).split('op type: ')[-1].rstrip(')')}")
                continue
            except Exception as e:
                print(label, "no gradient:", str(e)[:90])
                continue
            todo.append((label, n_in, dict(zip(places, values)), {i: g for (i, _), g in zip(xs, got)}, types))
    with v1.Session(graph=graph, config=session_config()) as session:
        for label, n_in, feed, got, types in todo:
            try:
                values = session.run({i: g for i, g in got.items() if g is not None}, feed)
            except (tf.errors.OpError, ValueError) as e:
                index.append(f"{label}\tfails")
                continue
            marks = ["." if i not in got else "-" if got[i] is None else "g" for i in range(n_in)]
            for i, g in values.items():
                out = io.BytesIO()
                np.save(out, np.asarray(g).view(np.uint16) if types[i] == tf.bfloat16 else g)
                files[f"{label}/g{i}.npy"] = out.getvalue()
            index.append(f"{label}\t" + "\t".join(marks))
    if len(index) == 2:
        return
    files["index.txt"] = ("\n".join(index) + "\n").encode()
    os.makedirs(OUT, exist_ok=True)
    with zipfile.ZipFile(os.path.join(OUT, name + ".npz"), "w", zipfile.ZIP_DEFLATED) as out:
        for n, data in files.items():
            out.writestr(zipfile.ZipInfo(n, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)
    print(f"{name}: {len(index) - 2} cases")


if __name__ == "__main__":
    names = sys.argv[1:] or sorted(f[:-len(ENDING)] for f in os.listdir(HOME) if f.endswith(ENDING))
    for n in names:
        family(n, HOME)
