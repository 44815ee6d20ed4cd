"""Makes tests/ops/kernels.txt: the ops that TensorFlow has a CPU kernel for, a name a line.

    python tests/recipes/kernels.py
"""
import os

os.environ["TF_ENABLE_ONEDNN_OPTS"] = "0"
from common import ROOT, versions, write_text
from tensorflow.python.framework import kernels, op_def_registry

names = {k.op for k in kernels.get_all_registered_kernels().kernel if k.device_type in ("CPU", "DEFAULT")}
names = sorted(n for n in names if op_def_registry.get(n) is not None)
head = "# " + " ".join(f"{k} {v}" for k, v in versions().items()) + "\n"
write_text(os.path.join(ROOT, "tests", "ops", "kernels.txt"), head + "\n".join(names) + "\n")
print(len(names))
