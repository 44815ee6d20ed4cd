"""Files that people have, and what Keras, PIL, TensorFlow and SciPy read in them.

    pip install --no-deps --target DIR pillow==10.4.0 scipy
    PYTHONPATH=DIR python tests/recipes/inputs.py

(Pillow 13 goes through the two directions of a picture in another order now and then, and rounds otherwise then.)

writes tests/models/inputs: any/, a model whose signatures hand their inputs on; files of many kinds; cases.tsv, a line a
case: signature, inputs as `smtui run any#SIGNATURE --inputs` takes them, output, want/NAME.npy that has to come out.
Pictures by load_img (nearest, bilinear), sounds by tf.audio.decode_wav and scipy, records by tf.io.parse_example,
tables by Python's csv.
"""
import csv
import os
import shutil
import struct

from common import MODELS, save_lean, set_up, versions, write_text
import numpy as np
import PIL
import scipy
import tensorflow as tf
from PIL import Image
from scipy.io import wavfile

HOME = os.path.join(MODELS, "inputs")
CASES = []
H, W = 6, 5


def at(*names):
    path = os.path.join(HOME, *names)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def case(signature, inputs, value, output="y"):
    name = f"{len(CASES):02d}.npy"
    np.save(at("want", name), value)
    CASES.append(f"{signature}\t{inputs}\t{output}\twant/{name}")


def write(name, data):
    with open(at(name), "wb") as f:
        f.write(data)


# ---- the model ----

class Any(tf.Module):
    pass


def identity(**kv):
    return {("y" if len(kv) == 1 else k + "_out"): tf.identity(t) for k, t in kv.items()}


def model():
    f, s, i = tf.float32, tf.string, tf.int64
    doors = {
        "free": {"x": ([None, None, None, 3], f)}, "small": {"x": ([None, H, W, 3], f)}, "gray": {"x": ([None, H, W, 1], f)},
        "flat": {"x": ([None, H, W], f)}, "bytes": {"x": ([None], s)}, "whole": {"x": ([None, H, W, 3], tf.uint8)},
        "wave": {"x": ([None], f)}, "waves": {"x": ([None, None], f)}, "stereo": {"x": ([None, 2], f)},
        "mono": {"x": ([None, None, 1], f)}, "shorts": {"x": ([None], tf.int16)},
        "matrix": {"x": ([None, 3], f)}, "column": {"x": ([None], f)}, "examples": {"examples": ([None], s)},
        "table": {"age": ([None], i), "name": ([None, 1], s), "score": ([None, 1], f), "ok": ([None], tf.bool)},
        "features": {"age": ([None], i), "name": ([None, 1], s), "grid": ([None, 2, None], f)},
    }
    m = Any()
    m.f = {k: tf.function(identity).get_concrete_function(**{n: tf.TensorSpec(d, t, n) for n, (d, t) in v.items()})
           for k, v in doors.items()}
    save_lean(os.path.join(HOME, "any"), m, **m.f)


# ---- pictures ----

def pixels(h, w):
    y, x = np.mgrid[0:h, 0:w]
    return np.stack([(x * 23 + y * 5) % 256, (y * 31 + x * x) % 256, (255 - x * 9 - y * 14) % 256], -1).astype(np.uint8)


def bmp(bits, rows, w, h, palette=b"", compression=0, masks=b"", top_down=False):
    at_pixels = 54 + len(masks) + len(palette)
    body = b"".join(rows if top_down else rows[::-1]) if isinstance(rows, list) else rows
    return (b"BM" + struct.pack("<IHHI", at_pixels + len(body), 0, 0, at_pixels) +
            struct.pack("<IiiHHIIiiII", 40, w, -h if top_down else h, 1, bits, compression, len(body), 2835, 2835,
                        len(palette) // 4, 0) + masks + palette + body)


def padded(b):
    return b + bytes(-len(b) % 4)


def bitmaps():
    h, w = 7, 9
    rgb = pixels(h, w)
    index = (np.add.outer(np.arange(h) * 3, np.arange(w) * 2) % 16).astype(np.uint8)
    palette = b"".join(bytes([i * 16, 255 - i * 7, i * 5 % 256, 0]) for i in range(16))
    Image.fromarray(rgb).save(at("pics", "rgb.bmp"))
    Image.fromarray(rgb[..., 0] > 100).save(at("pics", "one.bmp"))
    Image.fromarray(rgb[..., 1]).save(at("pics", "eight.bmp"))
    Image.fromarray(rgb).quantize(20).save(at("pics", "palette.bmp"))
    Image.fromarray(np.dstack([rgb, rgb[..., :1]])).save(at("pics", "alpha.bmp"))
    write("pics/four.bmp", bmp(4, [padded(bytes((a << 4 | b) for a, b in zip(r[::2], list(r[1::2]) + [0])))
                                   for r in index.tolist()], w, h, palette))
    v = rgb.astype(np.uint16)
    five = (v[..., 0] >> 3) << 10 | (v[..., 1] >> 3) << 5 | v[..., 2] >> 3
    six = (v[..., 0] >> 3) << 11 | (v[..., 1] >> 2) << 5 | v[..., 2] >> 3
    write("pics/fifteen.bmp", bmp(16, [padded(r.astype("<u2").tobytes()) for r in five], w, h))
    write("pics/sixteen.bmp", bmp(16, [padded(r.astype("<u2").tobytes()) for r in six], w, h, compression=3,
                                  masks=struct.pack("<III", 0xf800, 0x7e0, 0x1f)))
    write("pics/down.bmp", bmp(24, [padded(r[:, ::-1].tobytes()) for r in rgb], w, h, top_down=True))
    runs = b"".join(bytes([3, r[0], 0, w - 3]) + padded2(bytes(r[3:])) + b"\0\0" for r in index[::-1].tolist())
    write("pics/runs.bmp", bmp(8, runs + b"\0\1", w, h, palette, compression=1))


def padded2(b):
    return b + bytes(-len(b) % 2)


def gifs():
    im = Image.fromarray(pixels(7, 9)).quantize(12)
    im.save(at("pics", "plain.gif"))
    Image.fromarray(pixels(20, 17)).quantize(30).save(at("pics", "interlaced.gif"), interlace=1)
    im.save(at("pics", "transparent.gif"), transparency=3)
    im.save(at("pics", "moving.gif"), save_all=True, append_images=[im.transpose(Image.Transpose.ROTATE_180)])
    with open(at("pics", "transparent.gif"), "rb") as f:
        b = bytearray(f.read())
    d = b.index(b"\x2c" + struct.pack("<HHHH", 0, 0, 9, 7))
    b[6:10] = struct.pack("<HH", 12, 11)
    b[d + 1:d + 5] = struct.pack("<HH", 2, 3)
    write("pics/offset.gif", bytes(b))


def load(path, size=None, how="nearest", mode="rgb"):
    im = tf.keras.utils.load_img(path, color_mode=mode, target_size=size, interpolation=how)
    return tf.keras.utils.img_to_array(im)[None]


def pictures():
    bitmaps()
    gifs()
    Image.fromarray(pixels(13, 11)).save(at("pics", "big.png"))
    for name in sorted(os.listdir(at("pics", ""))):
        path = at("pics", name)
        case("small", f"x=pics/{name}:0..255", load(path, (H, W)))
        case("small", f"x=pics/{name}:0..255,pil", load(path, (H, W), "bilinear"))
        if name in ("rgb.bmp", "plain.gif", "big.png"):
            case("free", f"x=pics/{name}:0..255", load(path))
            case("gray", f"x=pics/{name}:0..255", load(path, (H, W), mode="grayscale"))
            case("gray", f"x=pics/{name}:0..255,pil", load(path, (H, W), "bilinear", "grayscale"))
            case("flat", f"x=pics/{name}:0..255", load(path, (H, W), mode="grayscale")[..., 0])
    with open(at("pics", "plain.gif"), "rb") as f:
        case("bytes", "x=pics/plain.gif", np.array([f.read()], object))
    large = at("large.bmp")
    Image.fromarray(pixels(40, 3)).save(large)
    case("small", "x=large.bmp:0..255,pil", load(large, (H, W), "bilinear"))
    for i in range(3):
        Image.fromarray(pixels(H, W)[:, ::1 if i else -1] // (i + 1)).save(at("batch", f"p{i}.png"))
    many = np.concatenate([load(at("batch", f"p{i}.png")) for i in range(3)])
    for form in ("x=batch/:0..255", "x=batch/*.png:0..255", "x=batch/p[0-2].png:0..255")[:2]:
        case("small", form, many)
        case("free", form, many)
    case("whole", "x=batch/*", many.astype(np.uint8))
    case("bytes", "x=batch/*", np.array([open(at("batch", f"p{i}.png"), "rb").read() for i in range(3)], object))


# ---- sounds ----

def wav(fmt, channels, bits, data, rate=16000, extensible=False, more=b""):
    head = struct.pack("<HHIIHH", 0xfffe if extensible else fmt, channels, rate, rate * channels * bits // 8,
                       channels * bits // 8, bits)
    if extensible:
        head += struct.pack("<HHIH", 22, bits, 3, fmt) + b"\0\0\0\0\x10\0\x80\0\0\xaa\0\x38\x9b\x71"
    chunks = b"fmt " + struct.pack("<I", len(head)) + head + more + b"data" + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


def sounds():
    n = 50
    wave = np.sin(np.arange(n) * 0.37) * 0.9
    two = np.stack([wave, -wave[::-1] * 0.5], -1)
    shorts = np.round(wave * 32767).astype("<i2")
    write("s8.wav", wav(1, 1, 8, np.round(wave * 127 + 128).astype(np.uint8).tobytes()))
    write("s16.wav", wav(1, 1, 16, shorts.tobytes(), more=b"LIST" + struct.pack("<I", 4) + b"abcd"))
    write("s24.wav", wav(1, 1, 24, b"".join(struct.pack("<i", int(v * 8388607))[:3] for v in wave), more=b"LIST" + struct.pack("<I", 3) + b"abc\0"))
    write("s32.wav", wav(1, 1, 32, np.round(wave * 2147483647).astype("<i4").tobytes()))
    write("f32.wav", wav(3, 1, 32, wave.astype("<f4").tobytes()))
    write("f64.wav", wav(3, 1, 64, wave.astype("<f8").tobytes()))
    write("e16.wav", wav(1, 2, 16, np.round(two * 32767).astype("<i2").tobytes(), extensible=True))
    with open(at("s16.wav"), "rb") as f:
        decoded = tf.audio.decode_wav(f.read()).audio.numpy()
    case("wave", "x=s16.wav", decoded[:, 0])
    case("waves", "x=s16.wav", decoded[:, 0][None])
    case("mono", "x=s16.wav", decoded[None])
    case("stereo", "x=s16.wav", np.repeat(decoded, 2, 1))
    case("shorts", "x=s16.wav", shorts.astype(np.int16))
    scale = {"s8": 128, "s24": 2147483648, "s32": 2147483648, "f32": 1, "f64": 1, "e16": 32768}
    for name, by in scale.items():
        data = wavfile.read(at(name + ".wav"))[1]
        values = ((data.astype(np.float64) - (128 if name == "s8" else 0)) / by).astype(np.float32)
        if name == "e16":
            case("stereo", "x=e16.wav", values)
            case("wave", "x=e16.wav", ((data.astype(np.float64) / by).sum(1) / 2).astype(np.float32))
        else:
            case("wave", f"x={name}.wav", values)
    case("waves", "x=s*.wav", np.stack([{"s16": decoded[:, 0]}.get(n) if n == "s16" else
         ((wavfile.read(at(n + ".wav"))[1].astype(np.float64) - (128 if n == "s8" else 0)) / scale[n]).astype(np.float32)
         for n in ("s16", "s24", "s32", "s8")]))


# ---- records ----

def records():
    def feature(kind, v):
        return tf.train.Feature(**{kind: tf.train.Feature.FromString(b"").__getattribute__(kind).__class__(value=v)})
    rows = []
    for i in range(5):
        rows.append(tf.train.Example(features=tf.train.Features(feature={
            "age": feature("int64_list", [20 + i]), "name": feature("bytes_list", [b"n%d\0x" % i]),
            "grid": feature("float_list", [i + k / 8 for k in range(6)])})).SerializeToString(deterministic=True))
    for name, kind in (("e.tfrecord", None), ("e.tfrecord.gz", "GZIP"), ("e.tfrecord.zlib", "ZLIB")):
        with tf.io.TFRecordWriter(at(name), kind) as w:
            for r in rows:
                w.write(r)
        case("examples", f"examples={name}", np.array(rows, object))
    case("examples", "examples=e.tfrecord[1:3]", np.array(rows[1:3], object))
    case("examples", "examples=e.tfrecord[-2:]", np.array(rows[-2:], object))
    parsed = tf.io.parse_example(rows, {"age": tf.io.FixedLenFeature([], tf.int64), "name": tf.io.FixedLenFeature([1], tf.string),
                                        "grid": tf.io.FixedLenFeature([2, 3], tf.float32)})
    each = "age=e.tfrecord;name=e.tfrecord;grid=e.tfrecord"
    for k in ("age", "name", "grid"):
        case("features", each, parsed[k].numpy(), k + "_out")
        case("features", "e.tfrecord.gz", parsed[k].numpy(), k + "_out")
    with open(at("e.tfrecord"), "rb") as f:
        b = bytearray(f.read())
    b[40] ^= 4
    write("bad.tfrecord", bytes(b))


# ---- text ----

def text():
    write("people.csv", b'age,name,score,ok\r\n31,"Ada, ""A.""",1.5,true\r\n-4,"two\nlines",,0\r\n9007199254740993,\xc3\xa9,1e-3,Yes\r\n')
    with open(at("people.csv"), newline="", encoding="utf-8") as f:
        rows = list(csv.DictReader(f))
    want = {"age": np.array([int(r["age"]) for r in rows]),
            "name": np.array([[r["name"].encode()] for r in rows], object),
            "score": np.array([[float(r["score"] or "nan")] for r in rows], np.float32),
            "ok": np.array([r["ok"].lower() in ("true", "yes", "1") for r in rows])}
    for k, v in want.items():
        case("table", "people.csv", v, k + "_out")
        case("table", ";".join(f"{n}=people.csv" for n in want), v, k + "_out")
    case("column", "x=people.csv[score]", want["score"][:, 0])
    m = np.float32([[1, 2.5, -3], [4e3, 0, 6], [7, 8, 9]])
    write("plain.csv", "".join(",".join(map(repr, map(float, r))) + "\n" for r in m).encode())
    write("named.tsv", ("a\tb\tc\n" + "".join("\t".join(map(repr, map(float, r))) + "\n" for r in m)).encode())
    case("matrix", "x=plain.csv", m)
    case("matrix", "x=plain.csv[1:]", m[1:])
    case("matrix", "x=named.tsv", m)
    case("matrix", "x=named.tsv[0:2]", m[:2])
    case("column", "x=named.tsv[b]", m[:, 1])
    write("lines.txt", b"\xef\xbb\xbffirst\r\nsecond, \"quoted\"\n\n\xff last")
    lines = [b"first", b'second, "quoted"', b"", b"\xff last"]
    case("bytes", "x=lines.txt", np.array(lines, object))
    case("bytes", "x=lines.txt[1:3]", np.array(lines[1:3], object))


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    os.makedirs(HOME)
    model()
    pictures()
    sounds()
    records()
    text()
    write_text(at("cases.tsv"), "\n".join(CASES) + "\n")
    write_text(at("versions.txt"), "".join(f"{k} {v}\n" for k, v in
               {**versions(), "pillow": PIL.__version__, "scipy": scipy.__version__}.items()))


if __name__ == "__main__":
    main()
