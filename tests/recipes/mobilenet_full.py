"""Makes tests/models/mobilenet_full, a MobileNet of full size, and its expected values.

The network is the one of TensorFlow's SavedModel guide (224x224, 1000 classes); its weights are not
learnt but made so that they compress well: small integers times a power of two for each variable,
in a pattern that repeats every 7919 elements. The power keeps each layer's output near 1.

    python tests/recipes/mobilenet_full.py

Writes mobilenet_full/1 and, under expected/mobilenet_full, input.json (how to make the input),
expected.tsv and predictions.npy (layouts: intermediates.py).
"""
import os
import shutil

from common import EXPECTED, MODELS, set_up, versions, write_json
import intermediates
import numpy as np
import tensorflow as tf

PERIOD = 7919
SIDE = 224


def make_input():
    i = np.arange(SIDE * SIDE * 3, dtype=np.int64)
    level = (i * i % 65521 % 255).astype(np.float32)
    return (level / np.float32(127.5) - np.float32(1)).reshape(1, SIDE, SIDE, 3)


def repeated(rng, shape, choices):
    pattern = rng.choice(np.array(choices, np.float32), PERIOD)
    return np.resize(pattern, shape)


def fill_norm(layer, rng):
    values = ([0.75, 1, 1.25], [-0.125, 0, 0.125, 0.25, 0.5], [-0.25, -0.125, 0, 0.125, 0.25],
              [0.5, 0.75, 1, 1.25])
    layer.set_weights([repeated(rng, w.shape, v) for w, v in zip(layer.weights, values)])


def fill_kernel(model, layer, rng, x, wanted):
    """Integers first; then the power of two that brings the output's deviation to wanted."""
    weights = [repeated(rng, layer.weights[0].shape, range(-3, 4))]
    bias = [repeated(rng, w.shape, [-0.25, 0, 0.25]) for w in layer.weights[1:]]
    layer.set_weights(weights + [0 * b for b in bias])
    deviation = float(np.std(tf.keras.Model(model.input, layer.output)(x)))
    weights[0] *= np.float32(2.0 ** round(np.log2(wanted / deviation)))
    layer.set_weights(weights + bias)


def fill(model, x):
    rng = np.random.default_rng(11)
    for layer in model.layers:
        if isinstance(layer, tf.keras.layers.BatchNormalization):
            fill_norm(layer, rng)
        elif layer.weights:
            fill_kernel(model, layer, rng, x, 2.0 if layer.name == "conv_preds" else 1.0)


def check_sane(result):
    for t in result.tensors:
        if t.op == "Relu6":
            low, high = np.mean(t.value == 0), np.mean(t.value == 6)
            assert 0.05 < low < 0.95 and high < 0.3, (t.name, low, high)
        if t.op == "Softmax":
            top = np.sort(t.value[0])[::-1]
            print("best five:", top[:5], "deviation:", t.value.std())
            assert 0.002 < top[0] < 0.9 and top[0] > top[1] and t.value.std() > 0


def main():
    set_up()
    x = make_input()
    model = tf.keras.applications.MobileNet(weights=None)
    fill(model, tf.constant(x))
    assert (len(model.trainable_variables), len(model.non_trainable_variables)) == (83, 54)
    home = os.path.join(MODELS, "mobilenet_full", "1")
    shutil.rmtree(home, ignore_errors=True)
    tf.saved_model.save(model, home)

    result = intermediates.run(home, "serving_default", {"input_1": x})
    check_sane(result)
    out = os.path.join(EXPECTED, "mobilenet_full")
    intermediates.write_sampled(out, result)
    print(f"{len(result.tensors)} tensors")
    write_json(os.path.join(out, "input.json"), {
        "key": "input_1", "dtype": "float32", "shape": list(x.shape),
        "formula": "v[i] = (float)(i * i % 65521 % 255) / 127.5f - 1.0f, i the flat index, "
                   "64-bit integers, float32 arithmetic",
        "first": [float(v).hex() for v in x.ravel()[:16]],
        "sum": float(x.sum(dtype=np.float64)).hex(), **versions()})


if __name__ == "__main__":
    main()
