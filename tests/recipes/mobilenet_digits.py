"""Makes examples/mobilenet: a small MobileNet that reads handwritten digits, and sample pictures.

The data are the 1797 digits of 8x8 that scikit-learn carries, enlarged to 64x64. Four in five are
learnt (moved about a little each epoch), one in five is held back; the samples are held-back ones.

    python tests/recipes/mobilenet_digits.py

Takes some two minutes on one core. Writes 1/, samples/ and made.json; fails below 95 %.
"""
import os
import shutil

from common import EXAMPLES, set_up, versions, write_json, write_text
import numpy as np
import tensorflow as tf
from PIL import Image
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split

NAMES = "zero one two three four five six seven eight nine".split()
SIDE = 64
HOME = os.path.join(EXAMPLES, "mobilenet")
EPOCHS, BATCH = 40, 32


def enlarge(digit):
    """8x8 of 0..16 to 64x64 of 0..255."""
    small = Image.fromarray(np.rint(digit * (255 / 16)).astype(np.uint8))
    return np.asarray(small.resize((SIDE, SIDE), Image.Resampling.BILINEAR))


def preprocess(pictures):
    """uint8 [n,64,64] to the model's input, as mobilenet.preprocess_input does it."""
    x = pictures.astype(np.float32) / np.float32(127.5) - np.float32(1)
    return np.repeat(x[..., None], 3, axis=-1)


def shifted(pictures, rng, most=5):
    padded = np.pad(pictures, ((0, 0), (most, most), (most, most)))
    at = rng.integers(0, 2 * most + 1, (len(pictures), 2))
    return np.stack([p[y:y + SIDE, x:x + SIDE] for p, (y, x) in zip(padded, at)])


def network():
    return tf.keras.applications.MobileNet(
        input_shape=(SIDE, SIDE, 3), alpha=0.25, weights=None, classes=len(NAMES))


def train(pictures, labels):
    model = network()
    steps = EPOCHS * -(-len(pictures) // BATCH)
    model.compile(tf.keras.optimizers.Adam(tf.keras.optimizers.schedules.CosineDecay(3e-3, steps)),
                  "sparse_categorical_crossentropy", ["accuracy"])
    rng = np.random.default_rng(7)
    for epoch in range(EPOCHS):
        model.fit(preprocess(shifted(pictures, rng)), labels, BATCH, initial_epoch=epoch,
                  epochs=epoch + 1, verbose=2)
    return model.get_weights()


def save_sample(name, picture):
    path = os.path.join(HOME, "samples", name + ".png")
    Image.fromarray(picture).save(path, optimize=True)
    rgb = np.asarray(Image.open(path).convert("RGB"))
    assert (rgb == picture[..., None]).all()
    return (rgb.astype(np.float32) / np.float32(127.5) - np.float32(1))[None]


def main():
    set_up()
    digits = load_digits()
    pictures = np.stack([enlarge(d) for d in digits.images])
    learn_x, held_x, learn_y, held_y = train_test_split(
        pictures, digits.target, test_size=0.2, random_state=1, stratify=digits.target)
    weights = train(learn_x, learn_y)

    # A new model of the same weights: no optimizer, nothing of the training is saved.
    tf.keras.backend.clear_session()
    model = network()
    model.set_weights(weights)
    said = model.predict(preprocess(held_x), verbose=0)
    right = int((said.argmax(1) == held_y).sum())
    accuracy = right / len(held_y)
    print(f"held back: {right} of {len(held_y)} right, {accuracy:.4f}")
    assert accuracy > 0.95

    shutil.rmtree(os.path.join(HOME, "1"), ignore_errors=True)
    tf.saved_model.save(model, os.path.join(HOME, "1"))

    os.makedirs(os.path.join(HOME, "samples"), exist_ok=True)
    infer = tf.saved_model.load(os.path.join(HOME, "1")).signatures["serving_default"]
    for digit, name in enumerate(NAMES):
        of_digit = np.flatnonzero((held_y == digit) & (said.argmax(1) == digit))
        # The one in the middle of the order of certainty: neither the easiest nor a lucky one.
        pick = of_digit[np.argsort(said[of_digit, digit])[len(of_digit) // 2]]
        x = save_sample(name, held_x[pick])
        answer = infer(tf.constant(x))["predictions"].numpy()[0]
        assert answer.argmax() == digit
        print(f"{name}: {answer[digit]:.4f}")
        if name == "seven":
            np.save(os.path.join(HOME, "samples", "seven.npy"), x)
    write_text(os.path.join(HOME, "samples", "labels.txt"), "\n".join(NAMES) + "\n")
    write_json(os.path.join(HOME, "made.json"), {
        "by": "tests/recipes/mobilenet_digits.py", "learnt": len(learn_y), "held_back": len(held_y),
        "right": right, "accuracy": accuracy, **versions()})


if __name__ == "__main__":
    main()
