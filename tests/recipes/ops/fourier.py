"""Fourier transforms and audio."""
import struct

from cases import *

f = Family("fourier")


def cplx(*shape):
    return (f.numbers(shape) + 1j * f.numbers(shape)).astype(np.complex64)


F, D = 6e-7, 1e-15
for n in (1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 15, 16, 17, 30, 34, 49, 64, 97, 100, 128, 243, 331):
    f.op("FFT", [cplx(2, n)], rel=F)
    f.op("IFFT", [cplx(1, n)], rel=F)
    f.op("RFFT", [f.numbers((2, n)), i32([n])], rel=F)
    f.op("IRFFT", [cplx(2, n // 2 + 1), i32([n])], rel=F)
for op in ("FFT", "IFFT", "FFT2D", "IFFT2D", "FFT3D", "IFFT3D"):
    f.op(op, [cplx(2, 3, 4, 5)], rel=F)
    f.op(op, [cplx(2, 3, 4, 5).astype(np.complex128)], rel=D)
    f.op(op, [cplx(0, 3, 4, 5)])
    f.op(op, [np.complex64(1)])
for op, rank in (("RFFT", 1), ("RFFT2D", 2), ("RFFT3D", 3)):
    n = [4, 5, 6][-rank:]
    f.op(op, [f.numbers((2, 4, 5, 6)), i32(n)], rel=F)
    f.op(op, [f.numbers((2, 4, 5, 6), np.float64), i32(n)], rel=D, Tcomplex=tf.complex128)
    f.op(op, [f.numbers((2, 4, 5, 6)), i32([v - 1 for v in n])], rel=F)
    f.op(op, [f.numbers((2, 4, 5, 6)), i32([v + 1 for v in n])])
    f.op(op, [f.numbers((2, 4, 5, 6)), i32([-1] * rank)])
    f.op(op, [f.numbers((2, 4, 5, 6)), i32([2] * (rank + 1))])
    f.op(op, [f.numbers((0, 4, 5, 6)), i32(n)])
    f.op(op, [f32(1), i32(n)])
    inv = "I" + op
    f.op(inv, [cplx(2, 4, 5, 6), i32(n[:-1] + [10])], rel=F)
    f.op(inv, [cplx(2, 4, 5, 6), i32(n[:-1] + [11])], rel=F)
    f.op(inv, [cplx(2, 4, 5, 6).astype(np.complex128), i32(n[:-1] + [10])], rel=D, Treal=tf.float64)
    f.op(inv, [cplx(2, 4, 5, 6), i32([v - 1 for v in n])], rel=F)
    f.op(inv, [cplx(2, 4, 5, 6), i32(n[:-1] + [12])])
    f.op(inv, [cplx(0, 4, 5, 6), i32(n[:-1] + [10])])

# ---- audio ----
wave = (np.sin(np.arange(700)[:, None] * np.array([0.1, 0.37])) * 0.8).astype(np.float32)
for sq in (False, True):
    f.op("AudioSpectrogram", [wave], window_size=100, stride=77, magnitude_squared=sq, rel=2e-7)
f.op("AudioSpectrogram", [wave[:, :1]], window_size=64, stride=200, rel=2e-7)
f.op("AudioSpectrogram", [wave], window_size=1000, stride=10)
f.op("AudioSpectrogram", [wave[0]], window_size=100, stride=10)
spec = np.abs(f.numbers((2, 3, 257)))
f.op("Mfcc", [spec, i32(16000)], rel=2e-7)
f.op("Mfcc", [spec, i32(8000)], rel=2e-7, upper_frequency_limit=3000, lower_frequency_limit=100, filterbank_channel_count=20,
     dct_coefficient_count=20)
f.op("Mfcc", [spec * 0, i32(16000)], rel=2e-7)
f.op("Mfcc", [spec[0], i32(16000)])
f.op("Mfcc", [spec, i32([16000])])
f.op("Mfcc", [spec, i32(0)])
f.op("Mfcc", [spec, i32(16000)], upper_frequency_limit=10)
f.op("Mfcc", [spec[..., :1], i32(16000)])
f.op("EncodeWav", [wave[:20] * 1.5, i32(8000)])
f.op("EncodeWav", [wave[:20, :1], i32(44100)])
f.op("EncodeWav", [wave[0], i32(8000)])
f.op("EncodeWav", [wave[:5], i32([8000])])
f.op("EncodeWav", [wave[:0], i32(8000)])
f.op("EncodeWav", [wave[:5, :0], i32(8000)])
f.op("EncodeWav", [wave[:5], i32(0)])


def wav(data, ch=1, rate=8000, bits=16, kind=1, size=16, per_second=None, per_sample=None, before=b"", after=b""):
    per_sample = ch * bits // 8 if per_sample is None else per_sample
    fmt = struct.pack("<HHIIHH", kind, ch, rate, rate * per_sample if per_second is None else per_second, per_sample, bits)
    return b"RIFF\0\0\0\0WAVEfmt " + struct.pack("<I", size) + fmt + b"\0" * (size - 16) + before + \
        b"data" + struct.pack("<I", len(data)) + data + after


pcm = f.rng.randint(-32768, 32768, 12).astype("<i2").tobytes()
for w in (wav(pcm), wav(pcm, 2, size=18), wav(pcm, before=b"LIST\4\0\0\0abcd"), wav(b""), wav(pcm[:7]), wav(pcm, 3)):
    for kw in ({}, dict(desired_channels=2), dict(desired_samples=5), dict(desired_samples=20, desired_channels=1)):
        f.op("DecodeWav", [text(w)], **kw)
for w in (b"", b"RIFX", b"RIFF\0", wav(pcm)[:30], wav(pcm, size=20), wav(pcm, kind=3), wav(pcm, 0), wav(pcm, bits=8),
          wav(pcm, per_sample=4), wav(pcm, per_second=3), wav(pcm)[:-3], wav(pcm)[:36], wav(pcm, after=wav(pcm)[36:]),
          wav(pcm, after=b"abc"), b"RIFF\0\0\0\0WAVXfmt "):
    f.op("DecodeWav", [text(w)])
f.op("DecodeWav", [text(wav(pcm), b"")])
f.write()
