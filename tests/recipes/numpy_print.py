"""Makes tests/unit/data/numpy_print.tsv: arrays and what numpy prints of them.

Run from the repository's top with NumPy 1.26.4: python tests/recipes/numpy_print.py

A line a case: "str" or "repr", the array's .npy bytes in hex, the text with \\n and \\\\ escaped.
"""
import io
import sys

import numpy as np

OUT = "tests/unit/data/numpy_print.tsv"


def npy(a):
    b = io.BytesIO()
    if a.dtype == object:
        a = a.astype("S")
    np.save(b, a)
    return b.getvalue().hex()


def arrays():
    r = np.random.RandomState(7)
    scalars = [0.0, -0.0, 1.0, 0.1, 1e-4, 9.99e-5, 1e-5, 1e16, 9.9e15, 1e20, 123456789.0, 3.14159265358979,
               1 / 3, 2 / 3, 5e-324, 1.7976931348623157e308, np.nan, np.inf, -np.inf, 100.0, 12345.678,
               1e6, 16777217.0, 0.30000000000000004, -2.5e-8]
    for t in (np.float32, np.float64, np.float16):
        for v in scalars:
            with np.errstate(all="ignore"):
                yield np.array(v, t)
        for v in ([1, 2], [2.5, 3], [0.1, 1e20], [1e-4, 1e-3], [1, 1000], [1, 1000.5], [99999999.0, 1],
                  [1e8, 1], [np.nan, 1.5], [np.inf, -np.inf, 1, 0.001], [-1, 1], [0, 0], [1e-8, 0],
                  [np.nan, np.nan], [np.inf], [-0.0, 1], [1 / 3, 2 / 3, 1], [123456.789, 1],
                  [1.4142135623, 2.1], [1e10, 1.5, -0.0, 123456.789], [1e-10, 1e-12], [65504, 0.1],
                  [0.00012345678, 0.5], [1e-30, 1e30]):
            with np.errstate(all="ignore"):
                yield np.array(v, t)
        with np.errstate(all="ignore"):
            yield r.randn(5).astype(t)
            yield r.randn(3, 4).astype(t)
            yield (r.randn(2, 3, 4) * 100).astype(t)
            yield (r.randn(40) * 10.0 ** r.randint(-6, 6, 40)).astype(t)
            yield r.rand(30).astype(t)
            yield r.rand(7, 33).astype(t)
            yield r.rand(50, 50).astype(t)
            yield r.rand(2000).astype(t)
            yield r.rand(1, 64, 64, 3).astype(t)
            yield r.rand(4, 300).astype(t)
            yield np.zeros((2, 0, 3), t)
            yield np.zeros((0,), t)
            yield (np.arange(21) / 10).astype(t)
    for t in (np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64):
        i = np.iinfo(t)
        yield np.array(i.max, t)
        yield np.array([i.min, i.max, 0], t)
        yield np.arange(100).astype(t)
        yield np.arange(1200).astype(t).reshape(3, 400)
        yield np.zeros((2, 2), t)
    yield np.array(True)
    yield np.array([True, False])
    yield np.ones((3, 2), bool)
    for t in (np.complex64, np.complex128):
        for v in (1 + 2j, 0.5, 2j, -1 - 1j, 1e20 + 1e-5j, complex(-0.0, 1), 0):
            yield np.array(v, t)
        yield np.array([1 + 2j, 0.5], t)
        yield np.array([1 + 2j, -0.5j, 1e10], t)
        yield np.array([np.nan + 1j, 1 - np.inf * 1j], t)
        yield (r.randn(3, 3) + 1j * r.randn(3, 3)).astype(t)
    for v in ([b"a", b"it's", b"\x00\xff", b'q"q'], [b"both'\""], [b"tab\t", b"nl\n", b"back\\"],
              [b"word%d" % i for i in range(40)], [[b"x", b"yy"], [b"", b"zzz"]]):
        yield np.array(v, object)
    for _ in range(60):
        t = r.choice([np.float32, np.float64])
        n = r.randint(1, 12)
        yield (r.randn(n) * 10.0 ** r.randint(-5, 9)).astype(t)
    for _ in range(20):
        shape = tuple(r.randint(1, 5, r.randint(1, 5)))
        yield np.round(r.randn(*shape) * 10, r.randint(0, 4)).astype(np.float32)


def main():
    assert np.__version__ == "1.26.4", np.__version__
    n = 0
    with open(OUT, "w") as f:
        f.write("# numpy %s, python %s\n" % (np.__version__, sys.version.split()[0]))
        for a in arrays():
            for kind, text in (("str", str(a[()])), ("repr", repr(a))):
                if a.dtype == object and a.shape == ():
                    continue
                if len(npy(a)) > 12000 and kind == "repr":
                    continue
                text = text.replace("\\", "\\\\").replace("\n", "\\n")
                f.write("%s\t%s\t%s\n" % (kind, npy(a), text))
                n += 1
    print("%d cases" % n)


if __name__ == "__main__":
    main()
