"""Makes tests/models/expected/zoo: every tensor of the zoo's signatures (sampled), by TensorFlow.

    python tests/recipes/zoo_intermediates.py

After tests/recipes/zoo.py. MODEL/SIGNATURE/expected.tsv as tests/recipes/intermediates.py writes it; inputs are
those of tests/models/zoo/MODEL/expected/SIGNATURE. Signatures with V1 loops, with tensors that differ from run
to run, and with strings that end in NUL are left out; what was left out, and why, stands in left_out.txt.
"""
import json
import os
import shutil

from common import MODELS, EXPECTED, set_up, write_text
import numpy as np
import intermediates

OUT = os.path.join(EXPECTED, "zoo")


def file_name(key):
    return key.replace("/", "__").replace(":", "__")


def main():
    set_up()
    shutil.rmtree(OUT, ignore_errors=True)
    left = []
    zoo = os.path.join(MODELS, "zoo")
    for model in sorted(os.listdir(zoo)):
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
            try:
                result = intermediates.run(os.path.join(zoo, model, "model"), signature, inputs)
                out = os.path.join(OUT, model, file_name(signature))
                intermediates.write_sampled(out, result)
                for name in os.listdir(out):
                    if name != "expected.tsv":
                        os.remove(os.path.join(out, name))
                print(f"{model} {signature}: {len(result.tensors)} tensors")
            except Exception as e:                      # left out, and said
                left.append(f"{model} {signature}: {str(e).splitlines()[0][:160]}")
                print("left out", left[-1])
    write_text(os.path.join(OUT, "left_out.txt"), "\n".join(left) + "\n")


if __name__ == "__main__":
    main()
