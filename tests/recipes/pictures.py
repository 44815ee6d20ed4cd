"""Makes tests/models/pictures: a picture, what Keras and TensorFlow make of it, and a model that knows one way.

    python tests/recipes/pictures.py

photo.png is 9 x 7 in colour. prepared/WORDS.npy is it at 5 x 4 as `smtui run MODEL photo.png:WORDS` has to feed it:
pixels by keras.applications' preprocess_input, sizes by load_img (nearest) or tf.image.resize (bilinear), the middle
by tf.image.central cropping. same/ hands its input on; first/ wants channels first (first.npy: torch). classes/ knows the picture as
caffe prepares it, and has labels among its assets; ways.tsv says what it answers to each way: entropy in bits, the
most likely class and its probability.
"""
import os
import shutil

from common import MODELS, save_lean, set_up, write_text, write_versions
import numpy as np
import tensorflow as tf
from tensorflow.keras.applications.imagenet_utils import preprocess_input

HOME = os.path.join(MODELS, "pictures")
H, W = 4, 5
SCALES = {"0..1": lambda x: x / np.float32(255), "-1..1": lambda x: preprocess_input(x.copy(), mode="tf"),
          "0..255": lambda x: x, "caffe": None, "torch": lambda x: preprocess_input(x.copy(), mode="torch")}


def photo():
    y, x = np.mgrid[0:7, 0:9]
    return np.stack([x * 28 + y, y * 36, 255 - x * 20 - y * 9], -1).astype(np.uint8)


def nearest(path):
    image = tf.keras.utils.load_img(path, target_size=(H, W), interpolation="nearest")
    return tf.keras.utils.img_to_array(image)


def bilinear(pixels):
    return tf.image.resize(pixels.astype(np.float32), (H, W)).numpy()


def middle(pixels):
    """The widest part of the form 5 : 4 out of the middle."""
    h, w = pixels.shape[:2]
    if w * H > h * W:
        part = h * W // H
        return pixels[:, (w - part) // 2:][:, :part]
    part = w * H // W
    return pixels[(h - part) // 2:][:part]


def prepared(pixels, scale, order):
    """keras' caffe turns RGB round itself: its means go with the colours."""
    if scale == "caffe":
        bgr = preprocess_input(pixels.copy(), mode="caffe")
        return bgr if order == "bgr" else bgr[..., ::-1]
    y = SCALES[scale](pixels.astype(np.float32))
    return y if order == "rgb" else y[..., ::-1]


class Same(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec((1, H, W, 3), tf.float32, "x")])
    def serve(self, x):
        return {"y": tf.identity(x)}


class First(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec((1, 3, H, W), tf.float32, "x")])
    def serve(self, x):
        return {"y": tf.identity(x)}


class Classes(tf.Module):
    """Probabilities by the distance from what each class looks like."""
    def __init__(self, looks, labels):
        self.looks = tf.Variable(looks)
        self.labels = tf.saved_model.Asset(labels)

    @tf.function(input_signature=[tf.TensorSpec((None, H, W, 3), tf.float32, "image")])
    def serve(self, image):
        d = tf.reduce_mean(tf.square(image[:, None] - self.looks), [2, 3, 4])
        return {"probabilities": tf.nn.softmax(-d / 1000.0), "distance": d}


def entropy(p):
    p = p.astype(np.float64)
    return float(-(p[p > 0] * np.log2(p[p > 0])).sum())


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    os.makedirs(os.path.join(HOME, "prepared"))
    path = os.path.join(HOME, "photo.png")
    tf.keras.utils.save_img(path, photo(), scale=False)
    pixels = {"nearest": nearest(path), "bilinear": bilinear(photo()), "crop,bilinear": bilinear(middle(photo()))}
    for fit, p in pixels.items():
        for scale in SCALES:
            for order in ("rgb", "bgr"):
                if fit == "nearest" or (scale, order) in (("caffe", "bgr"), ("torch", "rgb")):
                    name = f"{scale},{order},{fit}.npy"
                    np.save(os.path.join(HOME, "prepared", name), prepared(p, scale, order)[None])
    first = prepared(pixels["nearest"], "torch", "rgb")[None].transpose(0, 3, 1, 2)
    np.save(os.path.join(HOME, "first.npy"), np.ascontiguousarray(first))
    save_lean(os.path.join(HOME, "same"), Same())
    save_lean(os.path.join(HOME, "first"), First())
    rng = np.random.default_rng(3)
    right = prepared(pixels["nearest"], "caffe", "bgr")
    looks = np.stack([right + 20, right + rng.standard_normal(right.shape) * 40,
                      right + rng.standard_normal(right.shape) * 60, right + 90]).astype(np.float32)
    labels = os.path.join(HOME, "class_names.txt")
    write_text(labels, "heron\negret\nbittern\nstork\n")
    classes = Classes(looks, labels)
    folder = os.path.join(HOME, "classes")
    tf.saved_model.save(classes, folder, signatures=classes.serve)
    os.remove(os.path.join(folder, "fingerprint.pb"))
    os.remove(labels)
    lines = []
    for scale in SCALES:
        for order in ("rgb", "bgr"):
            p = classes.serve(tf.constant(prepared(pixels["nearest"], scale, order)[None]))["probabilities"].numpy()[0]
            lines.append(f"{scale}\t{order}\t{entropy(p):.3f}\t{int(p.argmax())}\t{p.max():.3f}")
    write_text(os.path.join(HOME, "ways.tsv"), "\n".join(lines) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
