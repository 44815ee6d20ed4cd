"""Makes the expected values of examples/: every tensor, answers for all samples, function calls.

    python tests/recipes/expected_examples.py

Writes tests/models/expected/mobilenet_digits and tests/models/expected/modules. Layouts are those
of intermediates.py; outputs.tsv holds sample, label index, its probability, then all ten;
calls.json holds calls of functions that no signature leads to, made one after the other.
"""
import os

from common import EXAMPLES, EXPECTED, set_up, versions, write_json, write_text, write_versions
import intermediates
import numpy as np
import tensorflow as tf
from PIL import Image

MODULES = [  # module, signature, folder, x
    ("with_signature", "serving_default", "serving_default", 3.0),
    ("with_signature", "serving_default", "serving_default_2x2", [[1, 2], [3, 4]]),
    ("with_multiple_signatures", "serving_default", "serving_default", 3.0),
    ("with_multiple_signatures", "serving_default", "serving_default_2x2", [[1, 2], [3, 4]]),
    ("with_multiple_signatures", "array_input", "array_input", [1, 2, 3]),
    ("with_output_name", "serving_default", "serving_default", 3.0),
]


def dump(model, signature, inputs, folder):
    result = intermediates.run(model, signature, inputs)
    intermediates.write_full(folder, result, signature)
    print(f"{os.path.relpath(folder, EXPECTED)}: {len(result.tensors)} tensors")


def mobilenet():
    model = os.path.join(EXAMPLES, "mobilenet", "1")
    samples = os.path.join(EXAMPLES, "mobilenet", "samples")
    out = os.path.join(EXPECTED, "mobilenet_digits")
    dump(model, "serving_default", {"input_1": np.load(os.path.join(samples, "seven.npy"))},
         os.path.join(out, "seven"))
    infer = tf.saved_model.load(model).signatures["serving_default"]
    with open(os.path.join(samples, "labels.txt"), encoding="utf-8") as f:
        names = f.read().split()
    rows = []
    for i, name in enumerate(names):
        rgb = np.asarray(Image.open(os.path.join(samples, name + ".png")).convert("RGB"))
        x = rgb[None].astype(np.float32) / np.float32(127.5) - np.float32(1)
        answer = [float(p) for p in infer(tf.constant(x))["predictions"].numpy()[0]]
        top = int(np.argmax(answer))
        assert top == i
        rows.append("\t".join([name, str(top), *(p.hex() for p in [answer[top], *answer])]) + "\n")
    write_text(os.path.join(out, "outputs.tsv"), "".join(rows))
    write_versions(out)


def modules():
    out = os.path.join(EXPECTED, "modules")
    for module, signature, folder, x in MODULES:
        dump(os.path.join(EXAMPLES, "modules", module), signature,
             {"x": np.array(x, np.float32)}, os.path.join(out, module, folder))
    module = tf.saved_model.load(os.path.join(EXAMPLES, "modules", "no_signatures"))
    calls = []
    for function, x in (("__call__", 3.0), ("mutate", 2.0), ("__call__", 3.0)):
        said = getattr(module, function)(tf.constant(x))
        calls.append({"function": function, "args": [{"dtype": "float32", "shape": [],
                                                      "value": x.hex()}],
                      "results": [] if said is None else [
                          {"dtype": "float32", "shape": [], "value": float(said).hex()}]})
    write_json(os.path.join(out, "no_signatures", "calls.json"), {"calls": calls, **versions()})


if __name__ == "__main__":
    set_up()
    mobilenet()
    modules()
