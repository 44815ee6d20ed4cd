"""Decoding and encoding of pictures; the files are made here, byte by byte where TensorFlow has no writer."""
import struct
import zlib

from cases import *

f = Family("picture")


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(w, h, depth, color, rows, extra=b"", interlace=0):
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", w, h, depth, color, 0, 0, interlace)) + extra +
            chunk(b"IDAT", zlib.compress(b"".join(b"\0" + r for r in rows))) + chunk(b"IEND", b""))


def lzw(data, bits):
    out, acc, n = bytearray(), 0, 0
    clear, width, table = 1 << bits, bits + 1, {}

    def emit(c):
        nonlocal acc, n
        acc |= c << n
        n += width
        while n >= 8:
            out.append(acc & 255)
            acc >>= 8
            n -= 8
    emit(clear)
    table = {bytes([i]): i for i in range(clear)}
    nxt, cur = clear + 2, b""
    for b in data:
        if cur + bytes([b]) in table:
            cur += bytes([b])
            continue
        emit(table[cur])
        if nxt < 4096:
            table[cur + bytes([b])] = nxt
            nxt += 1
            if nxt > 1 << width and width < 12:
                width += 1
        else:
            emit(clear)
            table, nxt, width = {bytes([i]): i for i in range(clear)}, clear + 2, bits + 1
        cur = bytes([b])
    emit(table[cur])
    emit(clear + 1)
    if n:
        out.append(acc & 255)
    return bytes([bits]) + b"".join(bytes([len(out[i:i + 255])]) + bytes(out[i:i + 255]) for i in range(0, len(out), 255)) + b"\0"


def gif(w, h, frames, palette=True, end=b";"):
    colors = f.rng.randint(0, 256, 48).astype(np.uint8).tobytes()
    s = b"GIF89a" + struct.pack("<HHBBB", w, h, 0xf3 if palette else 0x70, 0, 0) + (colors if palette else b"")
    for left, top, a, transparent, local, interlaced in frames:
        if transparent is not None:
            s += b"\x21\xf9\x04" + bytes([1, 0, 0, transparent]) + b"\0"
        s += b"\x2c" + struct.pack("<HHHHB", left, top, a.shape[1], a.shape[0], (0x83 if local else 0) | (0x40 if interlaced else 0))
        s += colors[::-1] if local else b""
        s += lzw(a.astype(np.uint8).tobytes(), 4)
    return s + end


def bmp(a, bpp, top_down=False):
    h, w = a.shape[:2]
    row = (w * bpp // 8 + 3) // 4 * 4
    rows = [r.tobytes().ljust(row, b"\0") for r in (a if top_down else a[::-1])]
    return (b"BM" + struct.pack("<IHHI", 54 + row * h, 0, 0, 54) +
            struct.pack("<IiiHHIIiiII", 40, w, -h if top_down else h, 1, bpp, 0, 0, 0, 0, 0, 0) + b"".join(rows))


y, x = np.mgrid[0:19, 0:27]
img = np.stack([x * 9, y * 13, (x * y) % 256], -1).astype(np.uint8) + f.rng.randint(0, 20, (19, 27, 3)).astype(np.uint8)
gray = img[..., :1]
with tf.Graph().as_default(), v1.Session() as s:
    def run(t):
        return s.run(t)
    jpegs = {"rgb": run(tf.io.encode_jpeg(img)), "gray": run(tf.io.encode_jpeg(gray)),
             "progressive": run(tf.io.encode_jpeg(img, progressive=True, quality=60)),
             "full": run(tf.io.encode_jpeg(img, chroma_downsampling=False, quality=80))}
    pngs = {k: run(tf.io.encode_png(v)) for k, v in {
        "rgb": img, "gray": gray, "rgba": np.concatenate([img, 255 - gray], -1), "ga": np.concatenate([gray, 255 - gray], -1),
        "rgb16": img.astype(np.uint16) * 251, "gray16": gray.astype(np.uint16) * 199}.items()}
pngs["bit1"] = png(10, 3, 1, 0, [b"\xa5\x40", b"\x0f\xc0", b"\xff\x00"])
pngs["bit4"] = png(3, 2, 4, 0, [b"\x12\x30", b"\xfa\x70"])
pngs["palette"] = png(4, 2, 8, 3, [b"\0\1\2\1", b"\2\2\0\1"], chunk(b"PLTE", bytes(range(10, 19))))
pngs["palette_trns"] = png(4, 2, 2, 3, [b"\x1b", b"\xb1"], chunk(b"PLTE", bytes(range(10, 22))) + chunk(b"tRNS", b"\x80\0"))
pngs["gray_trns"] = png(3, 2, 8, 0, [b"\1\2\3", b"\3\2\1"], chunk(b"tRNS", b"\0\2"))
pngs["rgb_trns"] = png(2, 1, 8, 2, [b"\1\2\3\4\5\6"], chunk(b"tRNS", b"\0\1\0\2\0\3"))
adam7 = png(3, 3, 8, 0, [b"\1", b"\2", b"\3\4", b"\5", b"\6", b"\7\x08\x09"], interlace=1)



def op(name, inputs, **kw):
    """numpy would drop a string's last NULs."""
    f.op(name, [text(i) if isinstance(i, bytes) else i for i in inputs], **kw)


J = "DecodeJpeg"
for k, v in jpegs.items():
    for c in (0, 1, 3):
        op(J, [v], channels=c)
    for r in (2, 4, 8):
        op(J, [v], ratio=r)
    op(J, [v], fancy_upscaling=False)
    op(J, [v], dct_method="INTEGER_ACCURATE")
op(J, [jpegs["rgb"]], channels=4)
op(J, [jpegs["rgb"][:len(jpegs["rgb"]) * 3 // 4]])
op(J, [jpegs["rgb"][:len(jpegs["rgb"]) * 3 // 4]], try_recover_truncated=True)
op(J, [jpegs["rgb"][:len(jpegs["rgb"]) * 3 // 4]], acceptable_fraction=0.2)
op(J, [jpegs["rgb"][:100]])
op(J, [jpegs["rgb"][:4]])
op(J, [b"\xff\xd8\xff\xe0 no"])
op(J, [b""])
op(J, [b"hello"])
op(J, [text(jpegs["rgb"], b"")])
op(J, [pngs["rgb"]])
for w in ([2, 3, 10, 12], [0, 0, 19, 27], [5, 17, 1, 1], [0, 0, 20, 27], [-1, 0, 3, 3], [0, 0, 0, 3]):
    op("DecodeAndCropJpeg", [jpegs["rgb"], i32(w)])
op("DecodeAndCropJpeg", [jpegs["full"], i32([3, 9, 7, 11])], fancy_upscaling=False)
op("DecodeAndCropJpeg", [jpegs["gray"], i32([3, 9, 7, 11])], channels=3)
op("DecodeAndCropJpeg", [jpegs["rgb"], i32([3, 9, 7])])
op("DecodeAndCropJpeg", [jpegs["rgb"], i32([[3, 9, 7, 1]])])
op("DecodeAndCropJpeg", [pngs["rgb"], i32([3, 9, 7, 1])])
for t in (tf.int32, tf.int64):
    op("ExtractJpegShape", [jpegs["rgb"]], output_type=t)
op("ExtractJpegShape", [jpegs["gray"]])
op("ExtractJpegShape", [b"no"])
op("ExtractJpegShape", [text(b"no", b"")])

for k, v in pngs.items():
    for c in (0, 1, 3, 4):
        if k not in ("bit1", "bit4") or c != 4:
            op("DecodePng", [v], channels=c)
    op("DecodePng", [v], dtype=tf.uint16)
    op("DecodeImage", [v], dtype=tf.float32)
op("DecodePng", [adam7])
op("DecodePng", [pngs["rgb"][:len(pngs["rgb"]) // 2]])
op("DecodePng", [pngs["rgb"][:20]])
op("DecodePng", [pngs["rgb"][:-10]])
op("DecodePng", [jpegs["rgb"]])

a, b, c = (f.rng.randint(0, 16, s) for s in ((6, 7), (6, 7), (3, 4)))
gifs = {"one": gif(7, 6, [(0, 0, a, None, False, False)]), "interlaced": gif(7, 6, [(0, 0, a, None, True, True)]),
        "two": gif(7, 6, [(0, 0, a, None, False, False), (0, 0, b, 3, True, False)]),
        "part": gif(7, 6, [(0, 0, a, 5, False, False), (2, 1, c, None, False, False)]),
        "shifted": gif(7, 6, [(2, 1, c, None, False, False), (0, 0, a, 1, False, False)]),
        "long": gif(60, 50, [(0, 0, f.rng.randint(0, 16, (50, 60)), None, False, False)]),
        "no_palette": gif(7, 6, [(0, 0, a, None, False, False)], palette=False),
        "none": gif(7, 6, []), "open": gif(7, 6, [(0, 0, a, None, False, False)], end=b"")}
for k, v in gifs.items():
    op("DecodeGif", [v])
    op("DecodeImage", [v])
    op("DecodeImage", [v], expand_animations=False, dtype=tf.uint16)
op("DecodeJpeg", [gifs["one"]])
op("DecodePng", [gifs["two"]])
op("DecodeImage", [gifs["two"]], channels=1)
op("DecodeGif", [jpegs["rgb"]])
op("DecodeGif", [pngs["gray"]])
op("DecodeBmp", [gifs["one"]])

bmps = {"rgb": bmp(img, 24), "top": bmp(img, 24, True), "gray": bmp(gray[..., 0], 8),
        "rgba": bmp(np.concatenate([img, gray], -1), 32)}
for k, v in bmps.items():
    for ch in (0, 3, 4):
        op("DecodeBmp", [v], channels=ch)
    if k != "top":
        op("DecodeImage", [v], dtype=tf.float32)
        op("DecodeImage", [v], dtype=tf.uint16, channels=3)
op("DecodeBmp", [bmps["rgb"][:-1]])
op("DecodeBmp", [bmps["rgb"][:31]])
op("DecodeBmp", [bmps["rgb"]], channels=1)
op("DecodeBmp", [bmps["rgb"][:28] + b"\x10" + bmps["rgb"][29:]])
op("DecodeBmp", [bmps["rgb"][:18] + b"\0\0\0\0" + bmps["rgb"][22:]])
op("DecodeBmp", [bmps["rgb"][:22] + b"\0\0\0\0" + bmps["rgb"][26:]])
op("DecodeBmp", [jpegs["rgb"]])
op("DecodeBmp", [pngs["rgb"]])
op("DecodePng", [bmps["rgb"]])
op("DecodeImage", [jpegs["rgb"]])
op("DecodeImage", [jpegs["rgb"]], dtype=tf.float32)
op("DecodeImage", [jpegs["rgb"]], dtype=tf.uint16, channels=1)
op("DecodeImage", [b"what"])

op("EncodeJpeg", [img])
op("EncodeJpeg", [gray], quality=30)
op("EncodeJpeg", [img], progressive=True, optimize_size=True, chroma_downsampling=False, density_unit="cm", x_density=72,
     xmp_metadata="<x/>")
op("EncodeJpeg", [gray], format="grayscale")
op("EncodeJpeg", [gray], format="rgb")
op("EncodeJpeg", [img[0]])
op("EncodeJpeg", [img[..., :2]])
op("EncodeJpeg", [img], quality=101)
op("EncodeJpegVariableQuality", [img, i32(40)])
op("EncodeJpegVariableQuality", [img, i32(101)])
op("EncodeJpegVariableQuality", [img, i32([10])])
for v in (img, gray, np.concatenate([img, gray], -1), img.astype(np.uint16) * 77):
    op("EncodePng", [v])
    op("EncodePng", [v], compression=9)
op("EncodePng", [img], compression=11)
op("EncodePng", [np.zeros((2, 2, 5), np.uint8)])
op("EncodePng", [img[0]])
op("EncodePng", [np.stack([img, img[::-1]])[None]])
op("EncodePng", [img[:0]])
f.write()
