"""Runs every reproducer with TensorFlow and writes what it shows: tests/cli/repros.tsv, the versions on top.

    python tests/recipes/repros.py build/smtui [MODEL ...]

The cases are the planted failures of failures.py, failures_more.py and repro_models.py. `smtui why --repro` writes
the folder; its repro.py is run as it is, in a process of its own. A line of the table: model, inputs, what
TensorFlow showed (an error's code and first line; for values, each output's type, shape and, NaN and infinities
counted, its sum; "changes" when it is another one each time; "runs on" when time was over), a hash of the folder's saved_model.pb,
repro.py and inputs.
"""
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile

from common import MODELS, ROOT, versions, write_text

SETS = ("failures", "failures_more", "repros")
RUNNER = r'''
import json, os, runpy, sys
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
import numpy as np
def value(v):
    v = np.asarray(v)
    text = f"{v.dtype.name} {list(v.shape)}".replace(" ", "")
    if v.dtype.kind == "f" or v.dtype.name == "bfloat16":
        w = v.astype(np.float64)
        fine = w[np.isfinite(w)]
        return f"{text} nan={int(np.isnan(w).sum())} inf={int(np.isinf(w).sum())} sum={fine.sum():.6g}"
    if v.dtype.kind in "iub":
        return f"{text} sum={int(v.astype(object).sum()) if v.size else 0}"
    return text
try:
    sys.stdout = open(os.devnull, "w")
    out = runpy.run_path(sys.argv[1])["out"]
    again = runpy.run_path(sys.argv[1])["out"]
    same = all(np.asarray(out[k]).tobytes() == np.asarray(again[k]).tobytes() for k in out)
    show = value if same else lambda v: value(v).split(" nan=")[0].split(" sum=")[0]
    shown = ("" if same else "changes: ") + "; ".join(f"{k} {show(out[k])}" for k in sorted(out))
except Exception as e:
    if type(e).__name__ == "DeadlineExceededError":
        shown = "runs on"
    elif hasattr(e, "error_code"):
        lines = [l for l in e.message.replace("Graph execution error:", "").split("\n") if l.strip()]
        lines = [l for l in lines if not l.startswith(("Detected at", "Node:"))]
        text = lines[0]
        while text.startswith("{{"):
            text = text[text.index("}}") + 2:].strip()
        shown = f"error {e.error_code}: " + text.split("\n")[0]
    else:
        shown = f"python {type(e).__name__}: {e}".split("\n")[0]
sys.stderr.write("SHOWN " + json.dumps(shown) + "\n")
'''


def cases():
    for name in SETS:
        path = os.path.join(MODELS, name, "cases.tsv")
        for line in open(path, encoding="utf-8"):
            model, inputs, code, _ = line.rstrip("\n").split("\t")
            if code != "0":
                yield f"{name}/{model}", inputs


def hashed(folder):
    h = hashlib.sha256()
    names = ["saved_model.pb", "repro.py"]
    inputs = os.path.join(folder, "inputs")
    if os.path.isdir(inputs):
        names += ["inputs/" + n for n in sorted(os.listdir(inputs))]
    for n in names:
        h.update(open(os.path.join(folder, n), "rb").read())
    return h.hexdigest()[:32]


def main():
    smtui = os.path.abspath(sys.argv[1])
    env = dict(os.environ, SMTUI_CPU="baseline", OPENBLAS_CORETYPE="Prescott")
    out = []
    only = sys.argv[2:]
    with tempfile.TemporaryDirectory() as tmp:
        runner = os.path.join(tmp, "runner.py")
        write_text(runner, RUNNER)
        for model, inputs in cases():
            if only and model not in only:
                continue
            folder = os.path.join(tmp, "repro")
            shutil.rmtree(folder, ignore_errors=True)
            got = subprocess.run([smtui, "why", os.path.join("tests/models", model), "--inputs", inputs, "--repro", folder],
                                 cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            script = os.path.join(folder, "repro.py")
            if not os.path.exists(script):
                print("NOT WRITTEN", model, got.stderr)
                continue
            ran = subprocess.run([sys.executable, runner, script], stderr=subprocess.PIPE, text=True)
            shown = [json.loads(l[6:]) for l in ran.stderr.split("\n") if l.startswith("SHOWN ")]
            shown = shown[0] if shown else "crashed: " + ran.stderr[-200:]
            print(model, "|", shown, flush=True)
            out.append(f"{model}\t{inputs}\t{shown}\t{hashed(folder)}")
    path = os.path.join(ROOT, "tests", "cli", "repros.tsv")
    if only:
        new = {tuple(line.split("\t")[:2]): line for line in out}
        old = [line for line in open(path, encoding="utf-8").read().splitlines() if not line.startswith("#")]
        out = [new.pop(tuple(line.split("\t")[:2]), line) for line in old] + list(new.values())
    head = ["# " + ", ".join(f"{k} {v}" for k, v in versions().items())]
    write_text(path, "\n".join(head + out) + "\n")


if __name__ == "__main__":
    main()
