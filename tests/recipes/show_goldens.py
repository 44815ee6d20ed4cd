"""Makes the outputs of `saved_model_cli show` that smtui's own must equal, byte for byte.

    python tests/recipes/show_goldens.py

Runs TensorFlow's tool in the root of the repository, with PYTHONHASHSEED=0 (the ops of --all are a
set, printed in the order of their hashes). Writes tests/models/expected/show: NAME.CASE.txt
(stdout), cmds.tsv (name, case, exit code, command); and expected/mobilenet_full/show_all.txt.
"""
import os
import subprocess
import sys

from common import EXPECTED, ROOT, write_text, write_versions
from intermediates import read_meta

MODULES = "no_signatures with_signature with_multiple_signatures with_output_name".split()
MODELS = {"mobilenet": "examples/mobilenet/1", **{m: f"examples/modules/{m}" for m in MODULES}}
SMALL = "v1_variable partitioned dtypes sharded tag_sets ragged table".split()
OUT = os.path.join(EXPECTED, "show")


def show(options):
    """Exit code and stdout."""
    tool = os.path.join(os.path.dirname(sys.executable), "saved_model_cli")
    done = subprocess.run([sys.executable, tool, "show", *options], cwd=ROOT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
                          env={**os.environ, "PYTHONHASHSEED": "0"})
    return done.returncode, done.stdout


def cases(folder):
    yield "dir", []
    yield "all", ["--all"]
    yield "tags", ["--tag_set", "serve"]
    for key in sorted(read_meta(os.path.join(ROOT, folder), ["serve"]).signature_def):
        yield f"sig.{key}", ["--tag_set", "serve", "--signature_def", key]
    yield "list_ops", ["--tag_set", "serve", "--list_ops"]


def main():
    runs = [(name, folder, *case) for name, folder in MODELS.items() for case in cases(folder)]
    runs += [(f"small_{name}", f"tests/models/small/{name}", case, options)
             for name in SMALL for case, options in (("dir", []), ("all", ["--all"]))]
    rows = []
    for name, folder, case, options in runs:
        options = ["--dir", folder, *options]
        code, said = show(options)
        write_text(os.path.join(OUT, f"{name}.{case}.txt"), said)
        rows.append(f"{name}\t{case}\t{code}\tsaved_model_cli show {' '.join(options)}\n")
    write_text(os.path.join(OUT, "cmds.tsv"), "".join(rows))
    write_versions(OUT)
    code, said = show(["--dir", "tests/models/mobilenet_full/1", "--all"])
    assert code == 0
    write_text(os.path.join(EXPECTED, "mobilenet_full", "show_all.txt"), said)


if __name__ == "__main__":
    main()
