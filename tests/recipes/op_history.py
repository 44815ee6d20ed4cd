"""Makes src/inspect/runtime.inc: which TensorFlow release first has each op and each attribute.

    python tests/recipes/op_history.py FOLDER

Fetches one wheel of each release with pip into FOLDER, reads from it the generated Python wrappers (each names its op
and its attributes) and the GraphDef versions of its header, and deletes the wheel. The first release of the list
stands for itself and all before it. Ops without a wrapper (a few internal ones) are not in the table: nothing is said
of them. What was read is kept in FOLDER/VERSION.json, so that a second run fetches nothing.
"""
import ast
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile

RELEASES = [("1.12.0", "tensorflow", "36"), ("1.13.1", "tensorflow", "37"), ("1.14.0", "tensorflow", "37"),
            ("1.15.0", "tensorflow-cpu", "37"), ("2.0.0", "tensorflow", "37")] + [
    (f"2.{minor}.{patch}", "tensorflow-cpu", python) for minor, patch, python in [
        (1, 0, "37"), (2, 0, "38"), (3, 0, "38"), (4, 0, "38"), (5, 0, "38"), (6, 0, "38"), (7, 0, "38"),
        (8, 0, "38"), (9, 0, "38"), (10, 0, "38"), (11, 0, "38"), (12, 0, "311"), (13, 0, "311"), (14, 0, "311"),
        (15, 0, "311"), (16, 1, "311"), (17, 0, "311"), (18, 0, "311"), (19, 0, "311"), (20, 0, "311")]]
PLATFORMS = ["manylinux1_x86_64", "manylinux2010_x86_64", "manylinux2014_x86_64", "manylinux_2_12_x86_64",
             "manylinux_2_17_x86_64", "manylinux_2_27_x86_64"]
OUT = os.path.join(os.path.dirname(__file__), "..", "..", "src", "inspect", "runtime.inc")


def fetch(folder, version, package, python):
    target = os.path.join(folder, "wheel")
    shutil.rmtree(target, ignore_errors=True)
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary=:all:", "-d", target,
               "--implementation", "cp", "--python-version", python, "--abi", f"cp{python}"]
    if int(python) < 38:
        command += ["--abi", f"cp{python}m"]
    for platform in PLATFORMS:
        command += ["--platform", platform]
    subprocess.run(command + [f"{package}=={version}"], check=True)
    return os.path.join(target, os.listdir(target)[0])


def wrapper_ops(source, ops):
    """Adds {op: attributes} of the wrappers in one file."""
    for f in ast.walk(ast.parse(source)):
        if not isinstance(f, ast.FunctionDef):
            continue
        op, attrs = None, set()
        for n in ast.walk(f):
            if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute) and n.args and isinstance(
                    n.args[0], ast.Constant) and n.func.attr in ("_apply_op_helper", "execute"):
                op = n.args[0].value
            elif isinstance(n, ast.Assign) and isinstance(n.value, ast.Tuple) and getattr(
                    n.targets[0], "id", "") == "_attrs":
                attrs |= {e.value for e in n.value.elts[::2] if isinstance(e, ast.Constant)}
        if op is not None:
            op = op.decode() if isinstance(op, bytes) else op
            ops[op] = sorted(set(ops.get(op, [])) | attrs)


def read_wheel(path):
    ops, versions = {}, {}
    with zipfile.ZipFile(path) as z:
        for name in z.namelist():
            if re.search(r"/gen_\w+\.py$", name):
                wrapper_ops(z.read(name).decode(), ops)
            elif name.endswith("include/tensorflow/core/public/version.h") or name.endswith(
                    "include/tensorflow/core/public/release_version.h"):
                text = z.read(name).decode()
                for key in ["TF_GRAPH_DEF_VERSION", "TF_GRAPH_DEF_VERSION_MIN_CONSUMER",
                            "TF_GRAPH_DEF_VERSION_MIN_PRODUCER"]:
                    m = re.search(rf"#define {key} (\d+)", text)
                    if m:
                        versions[key] = int(m.group(1))
    return {"ops": ops, **versions}


def release(folder, version, package, python):
    kept = os.path.join(folder, version + ".json")
    if not os.path.exists(kept):
        wheel = fetch(folder, version, package, python)
        got = read_wheel(wheel)
        os.remove(wheel)
        with open(kept, "w", encoding="utf-8") as f:
            json.dump(got, f)
    with open(kept, encoding="utf-8") as f:
        return json.load(f)


def main():
    folder = sys.argv[1]
    os.makedirs(folder, exist_ok=True)
    heads, rows, since = [], {}, {}
    for i, (version, package, python) in enumerate(RELEASES):
        got = release(folder, version, package, python)
        assert len(got["ops"]) > 800 and got["TF_GRAPH_DEF_VERSION"], version
        major, minor, _ = version.split(".")
        heads.append(f'\t{{ {major}, {minor}, {got["TF_GRAPH_DEF_VERSION"]}, '
                     f'{got["TF_GRAPH_DEF_VERSION_MIN_PRODUCER"]} }},\t/* {package} {version}: '
                     f'{len(got["ops"])} ops */\n')
        for op, attrs in got["ops"].items():
            if op not in since:
                since[op] = i
                rows[op] = {a: i for a in attrs}
            for a in attrs:
                rows[op].setdefault(a, i)
        print(version, len(got["ops"]), file=sys.stderr)
    lines = []
    for op in sorted(rows):
        late = sorted((a, i) for a, i in rows[op].items() if i > since[op])
        text = "".join(f"{a}\\0" for a, _ in late)
        number = "".join(f"\\x{i:02x}" for _, i in late)
        lines.append(f'\t{{ "{op}", {since[op]}, {len(late)}, "{text}", "{number}" }},\n')
    with open(OUT, "w", encoding="utf-8") as f:
        f.write("/* Generated by tests/recipes/op_history.py from the wheels named here: do not edit. */\n")
        f.write("static const struct release releases[] = {\n" + "".join(heads) + "};\n\n")
        f.write("static const struct op_since ops_since[] = {\n" + "".join(lines) + "};\n")


main()
