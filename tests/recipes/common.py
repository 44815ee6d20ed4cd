"""What every recipe of smtui shares; not run by itself.

Import it before tensorflow: it turns off oneDNN, whose kernels round otherwise on each CPU.
"""
import gzip
import io
import json
import os
import platform
import shutil
import sys
import zipfile

os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import numpy as np
import tensorflow as tf

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
MODELS = os.path.join(ROOT, "tests", "models")
EXPECTED = os.path.join(MODELS, "expected")
EXAMPLES = os.path.join(ROOT, "examples")


def set_up(seed=1):
    """One thread, fixed seeds, no graph rewriting: the same bits on every run."""
    tf.config.threading.set_inter_op_parallelism_threads(1)
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
    tf.keras.utils.set_random_seed(seed)


def session_config(cpus=1):
    """The same for a tf.compat.v1.Session."""
    config = tf.compat.v1.ConfigProto(
        inter_op_parallelism_threads=1, intra_op_parallelism_threads=1,
        device_count={"CPU": cpus})
    options = config.graph_options
    options.rewrite_options.disable_meta_optimizer = True
    options.optimizer_options.opt_level = tf.compat.v1.OptimizerOptions.L0
    return config


def versions():
    return {"tensorflow": tf.__version__, "numpy": np.__version__,
            "python": platform.python_version()}


def write_text(path, text):
    os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def write_json(path, value):
    write_text(path, json.dumps(value, indent=1, ensure_ascii=False) + "\n")


def write_versions(folder):
    write_text(os.path.join(folder, "versions.txt"),
               "".join(f"{k} {v}\n" for k, v in versions().items()))


def save_lean(folder, module, **signatures):
    """A SavedModel without what no test reads."""
    shutil.rmtree(folder, ignore_errors=True)
    tf.saved_model.save(module, folder, signatures=signatures or module.serve)
    for junk in ("assets", "fingerprint.pb", "keras_metadata.pb"):
        path = os.path.join(folder, junk)
        if os.path.isdir(path) and not os.listdir(path):
            os.rmdir(path)
        elif os.path.isfile(path):
            os.remove(path)


def spec(*shape, dtype=tf.float32, name="x"):
    return tf.TensorSpec(shape, dtype, name)


# ---- archives of many small files: stored one by one, packed as one ----

ENDING = ".zip.gz"


def archive(path):
    with gzip.open(path) as f:
        return zipfile.ZipFile(io.BytesIO(f.read()))


def archive_write(path, files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as z:
        for name, data in files.items():
            z.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data)
    with open(path, "wb") as f:
        f.write(gzip.compress(out.getvalue(), 9, mtime=0))
