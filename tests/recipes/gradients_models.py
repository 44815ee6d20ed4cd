"""TensorFlow's gradients of whole signatures of tests/models/zoo, grads and tf1: tests/grad/models/MODEL/SIGNATURE.npz.

    python tests/recipes/gradients_models.py

Inputs are those of MODEL/expected/SIGNATURE. After zoo.py and grads.py. Upstream of a float output, in the order of the sorted
keys k = 0, 1, ...: ((37 i + 11 + 5 k) mod 19 - 9) / 8 at flat place i. By the float inputs (in.KEY.npy) and the
variables (var.NAME.npy); index.txt says "in KEY g", "var NAME g", or "-" for None. V2 models by a GradientTape, V1
models by tf.gradients in a session. Gradients of more than 4000 elements are left out (marked "large"). What TensorFlow
itself refuses stands in left_out.txt.
"""
import io
import json
import os
import shutil
import zipfile

from common import MODELS, ROOT, session_config, set_up, versions, write_text
import numpy as np
import tensorflow as tf

v1 = tf.compat.v1
OUT = os.path.join(ROOT, "tests", "grad", "models")
FLOATS = (tf.float32, tf.float64, tf.float16)
LARGEST = 4000


def file_name(key):
    return key.replace("/", "__").replace(":", "__")


def upstream(shape, dtype, k):
    n = int(np.prod(shape, dtype=np.int64))
    return (((37 * np.arange(n, dtype=np.int64) + 11 + 5 * k) % 19 - 9) / 8.0).reshape(shape).astype(dtype.as_numpy_dtype)


def by_tape(path, signature, inputs):
    loaded = tf.saved_model.load(path)
    fn = loaded.signatures[signature]
    given = {k: tf.constant(v) for k, v in inputs.items()}
    watched = {k: t for k, t in given.items() if t.dtype in FLOATS}
    variables = [v for v in getattr(loaded, "variables", None) or fn.variables if v.dtype in FLOATS]
    with tf.GradientTape() as tape:
        for t in watched.values():
            tape.watch(t)
        for v in variables:
            tape.watch(v)
        outs = fn(**given)
    ys = [outs[k] for k in sorted(outs)]
    ys = [(k, y) for k, y in enumerate(ys) if y.dtype in FLOATS]
    got = tape.gradient([y for _, y in ys], [list(watched.values()), list(variables)],
                        output_gradients=[tf.constant(upstream(y.shape, y.dtype, k)) for k, y in ys])
    found = {("in", k): g for k, g in zip(watched, got[0])}
    found.update({("var", v.name[:-2]): g for v, g in zip(variables, got[1])})
    return {k: None if g is None else tf.convert_to_tensor(g).numpy() for k, g in found.items()}


def by_session(path, signature, inputs):
    with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
        meta = v1.saved_model.load(session, ["serve"], path)
        sig = meta.signature_def[signature]
        graph = v1.get_default_graph()
        given = {k: graph.get_tensor_by_name(t.name) for k, t in sig.inputs.items()}
        feed = {given[k]: v for k, v in inputs.items()}
        outs = [graph.get_tensor_by_name(sig.outputs[k].name) for k in sorted(sig.outputs)]
        ys = [(k, o) for k, o in enumerate(outs) if o.dtype in FLOATS]
        values = session.run([y for _, y in ys], feed)
        watched = {k: t for k, t in given.items() if t.dtype in FLOATS and k in inputs}
        variables = [v for v in v1.global_variables() if v.dtype.base_dtype in FLOATS]
        xs = list(watched.values()) + [v.handle if hasattr(v, "handle") else v._ref() for v in variables]
        got = tf.gradients([y for _, y in ys], list(watched.values()) + variables,
                           [tf.constant(upstream(np.shape(w), y.dtype, k)) for (k, y), w in zip(ys, values)])
        got = [None if g is None else tf.convert_to_tensor(g) for g in got]
        run = iter(session.run([g for g in got if g is not None], feed))
        got = [None if g is None else next(run) for g in got]
        keys = [("in", k) for k in watched] + [("var", v.name[:-2]) for v in variables]
        return dict(zip(keys, got))


def main():
    set_up()
    shutil.rmtree(OUT, ignore_errors=True)
    left = []
    folders = [(model, os.path.join(MODELS, where)) for where in ("zoo", "grads", "tf1")
               for model in sorted(os.listdir(os.path.join(MODELS, where)))]
    for model, zoo in folders:
        meta = os.path.join(zoo, model, "expected", "meta.json")
        if not os.path.exists(meta):
            continue
        with open(meta) as f:
            signatures = json.load(f).get("signatures") or {}
        for signature, info in sorted(signatures.items()):
            folder = os.path.join(zoo, model, "expected", file_name(signature))
            if signature.startswith("fn-") or not os.path.isdir(folder) or not info.get("repeatable"):
                continue
            inputs = {}
            for key in info.get("inputs") or {}:
                path = os.path.join(folder, "in_" + file_name(key) + ".npy")
                if os.path.exists(path):
                    value = np.load(path)
                    inputs[key] = value.astype(object) if value.dtype.kind == "S" else value
            path = os.path.join(zoo, model, "model")
            found = None
            for how in (by_tape, by_session):
                try:
                    found = how(path, signature, inputs)
                    break
                except Exception as e:
                    why = f"{how.__name__}: {str(e).splitlines()[0][:120] if str(e) else type(e).__name__}"
            if not found or all(g is None for g in found.values()):
                left.append(f"{model} {signature}: {why if found is None else 'no float in it'}")
                print("left out", left[-1])
                continue
            lines = ["# " + " ".join(f"{k} {v}" for k, v in versions().items())]
            files = {}
            for (kind, name), g in sorted(found.items()):
                mark = "-" if g is None else "large" if g.size > LARGEST else "g"
                lines.append(f"{kind}\t{name}\t{mark}")
                if mark == "g":
                    out = io.BytesIO()
                    np.save(out, np.ascontiguousarray(g).reshape(g.shape))
                    files[f"{kind}.{name}.npy"] = out.getvalue()
            files["index.txt"] = ("\n".join(lines) + "\n").encode()
            os.makedirs(os.path.join(OUT, model), exist_ok=True)
            with zipfile.ZipFile(os.path.join(OUT, model, file_name(signature) + ".npz"), "w") as z:
                for n, data in files.items():
                    z.writestr(zipfile.ZipInfo(n, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED, 9)
            print(f"{model} {signature}: {how.__name__}, {len(found)} gradients")
    write_text(os.path.join(OUT, "left_out.txt"), "\n".join(left) + "\n")


if __name__ == "__main__":
    main()
