"""Makes the eight models of the comparison of speed: random weights from a fixed seed, as SavedModels and as ONNX files
(tf2onnx), with an input each.

    pip install tensorflow-cpu==2.15.1 onnxruntime onnx==1.16.2 tf2onnx "numpy<2"
    python bench/models.py FOLDER [NAME ...]
"""
import os
import subprocess
import sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf

K = tf.keras
A = K.applications


def transformer(t=16, d=64, h=4, ff=128, n=2):
    x = first = K.Input((t, d), name="x")
    for _ in range(n):
        a = K.layers.MultiHeadAttention(h, d // h)(x, x)
        x = K.layers.LayerNormalization()(x + a)
        f = K.layers.Dense(d)(K.layers.Dense(ff, activation="gelu")(x))
        x = K.layers.LayerNormalization()(x + f)
    x = K.layers.GlobalAveragePooling1D()(x)
    return K.Model(first, K.layers.Dense(10, activation="softmax")(x))


def lstm(t=16, d=8, u=16):
    first = K.Input((t, d), name="x")
    x = K.layers.LSTM(u, return_sequences=True)(first)
    return K.Model(first, K.layers.Dense(4)(K.layers.LSTM(u)(x)))


def unet(s=32):
    def conv(x, f):
        return K.layers.Conv2D(f, 3, padding="same", activation="relu")(x)

    def up(x, f):
        return K.layers.Conv2DTranspose(f, 2, strides=2, padding="same")(x)

    first = K.Input((s, s, 1), name="x")
    a = conv(first, 8)
    b = conv(K.layers.MaxPool2D()(a), 16)
    m = conv(K.layers.MaxPool2D()(b), 32)
    u = conv(K.layers.Concatenate()([up(m, 16), b]), 16)
    v = conv(K.layers.Concatenate()([up(u, 8), a]), 8)
    return K.Model(first, K.layers.Conv2D(1, 1, activation="sigmoid")(v))


MAKE = {
    "mobilenet": lambda: A.MobileNet(weights=None),
    "mobilenet_v2": lambda: A.MobileNetV2(weights=None),
    "resnet50": lambda: A.ResNet50(weights=None),
    "efficientnet_b0": lambda: A.EfficientNetB0(weights=None),
    "densenet121": lambda: A.DenseNet121(weights=None),
    "transformer": transformer,
    "lstm": lstm,
    "unet": unet,
}


def make(name, folder):
    K.backend.clear_session()
    tf.keras.utils.set_random_seed(7)
    model = MAKE[name]()
    rng = np.random.default_rng(3)
    for layer in model.layers:  # batch norms as of a trained model, not the identity
        if isinstance(layer, K.layers.BatchNormalization):
            n = layer.gamma.shape[0]
            layer.set_weights([rng.uniform(0.8, 1.2, n), rng.normal(0, 0.1, n), rng.normal(0, 0.1, n),
                               rng.uniform(0.5, 1.5, n)])
    shape = [1] + list(model.input_shape[1:])
    spec = tf.TensorSpec(shape, tf.float32, name="x")
    run = tf.function(lambda x: {"y": model(x, training=False)}).get_concrete_function(spec)
    path = os.path.join(folder, name)
    tf.saved_model.save(model, path, signatures=run)
    np.save(path + ".npy", rng.normal(0, 1, shape).astype("f"))
    subprocess.run([sys.executable, "-m", "tf2onnx.convert", "--saved-model", path, "--output", path + ".onnx",
                    "--opset", "17"], check=True, capture_output=True)
    print(name, shape, model.count_params(), flush=True)


if __name__ == "__main__":
    os.makedirs(sys.argv[1], exist_ok=True)
    for wanted in sys.argv[2:] or MAKE:
        make(wanted, sys.argv[1])
