"""Makes tests/unit/data/numpy_print.tsv: arrays and what numpy prints of them.

Run from the repository's top with NumPy 1.26.4: python tests/recipes/numpy_print.py
With NumPy 2.4 it makes numpy2_print.tsv: str of the floats alone, which that prints otherwise.

A line a case: "str" or "repr" (or "bf16": str of a bfloat16, from ml_dtypes), the array's .npy bytes in hex, the text with \\n and \\\\ escaped.
"""
import io
import itertools
import sys

import numpy as np

OUT = "tests/unit/data/numpy_print.tsv"
OUT2 = "tests/unit/data/numpy2_print.tsv"


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


def more():
    """Small arrays at the edges of every rule."""
    r = np.random.RandomState(11)
    edges = [[65504], [10008, 3], [99999992.0, 5], [33554436.0, 0.5], [1e8 - 8, 1], [1e8], [9.9999e-5, 1],
             [1e-4, 0.0999], [1e-4, 0.1001], [1, 999], [1, 1000], [1, 1001], [0.5, 500], [1e16, 1e15], [1e15],
             [1e-5], [0, 0.1], [-0.0], [0.0, -0.0], [np.nan], [np.nan, -1], [-np.inf, 1], [np.inf, np.nan, 1e-9],
             [np.nan, 1e9], [-np.inf, 1e9, -2], [np.inf, -0.5], [1e100, 1], [1e-300, 1], [1e300, -1e-300],
             [1.0, 10.0, 100.0], [0.1, 0.25, 0.125], [1 / 3], [2 / 3, 100], [1e5 + 1 / 3, 1], [123456789.123, 1.5],
             [0.00010001, 0.1], [3.0000001, 1], [1.00000001, 1], [5e-324, 1], [1e22, 1e23], [-1, -10, -100.5],
             [0.1] * 12, [1e-8] * 9, [1234.5678] * 8, [-1e10] * 7, [99999.99, 0.01], [1e7, 1e4], [1e7, 9999]]
    for t in (np.float16, np.float32, np.float64):
        for v in edges:
            with np.errstate(all="ignore"):
                yield np.array(v, t)
        for _ in range(60):
            with np.errstate(all="ignore"):
                n = r.randint(1, 9)
                yield (r.randn(n) * 10.0 ** r.randint(-6, 10) * 10.0 ** r.randint(-2, 3, n)).astype(t)
        for _ in range(15):
            with np.errstate(all="ignore"):
                a = np.round(r.randn(r.randint(1, 4), r.randint(1, 5)) * 10.0 ** r.randint(0, 5), r.randint(0, 4))
                a[r.rand(*a.shape) < 0.1] = r.choice([np.nan, np.inf, -np.inf, 0])
                yield a.astype(t)
        yield r.rand(1001).astype(t)
        yield r.rand(1000).astype(t)[:30]
        yield r.rand(11, 7, 15).astype(t)
        yield r.rand(2, 2, 2, 2).astype(t)
        yield r.rand(1, 1, 1, 1, 2).astype(t)
        yield r.rand(2, 0).astype(t)
        yield r.rand(1, 0, 3).astype(t)
        yield (r.rand(3, 12) - 0.5).astype(t)
        with np.errstate(all="ignore"):
            yield (r.rand(3, 12) * 1e9).astype(t)
    for t in (np.complex64, np.complex128):
        for v in (1e-5 + 1j, 1e16 + 0j, complex(np.nan, 1), complex(1, np.inf), complex(-np.inf, np.nan), -0.0 + 0j,
                  0.1 + 0.2j, 1e20j, complex(0, -0.0), 123456789 + 1e-3j, -1.5 - 2.25j):
            yield np.array(v, t)
        for v in ([0], [1j, 100], [1e-9 + 1j, 1], [1 + 1e9j, 2], [complex(np.nan, np.nan), 1], [complex(0, np.inf), -1j],
                  [-1 - 1j, 10 + 10.5j], [0.1 + 0.25j, 3], [complex(-np.inf, 1e10)]):
            yield np.array(v, t)
        for _ in range(15):
            n = r.randint(1, 6)
            yield ((r.randn(n) + 1j * r.randn(n)) * 10.0 ** r.randint(-5, 9, n)).astype(t)
        yield (r.rand(4, 5) + 1j * r.rand(4, 5)).astype(t)
        yield (r.rand(1100) + 1j).astype(t)
        yield np.zeros((0, 2), t)
    for t in (np.int8, np.uint8, np.int16, np.uint16, np.int32, np.uint32, np.int64, np.uint64):
        i = np.iinfo(t)
        yield np.array([[i.min, 1], [i.max, 0]], t)
        yield np.array(i.min, t)
        yield (np.arange(40) * 3 % 100).astype(t)
        yield np.arange(2 * 3 * 4).astype(t).reshape(2, 3, 4)
        yield np.zeros((0, 3), t)
    yield (np.arange(1001) % 3 == 0)
    yield np.ones((3, 30), bool)
    yield np.zeros((2, 2, 2), bool)
    yield np.zeros((0,), bool)
    yield np.array([b"x" * 80, b"y", b"z" * 70], object)
    yield np.array([b"a" * 30, b"b" * 30, b"c" * 30], object)
    yield np.array([[b"a" * 40, b"b"], [b"c", b"d" * 40]], object)
    yield np.array([b"%d" % i for i in range(1001)], object)
    yield np.array([[b"%d" % (i * j) for i in range(40)] for j in range(30)], object)
    yield np.array([[[b"a"], [b"b"]], [[b"c"], [b"'"]]], object)
    yield np.array([b"\xc3\xa9", b"\\", b"\r\n", b"'\""], object)
    yield np.zeros((0, 2), object)


def bfloat16s():
    import ml_dtypes
    r = np.random.RandomState(5)
    for v in ([0.1, 1.5, 3], [1e10, 1], [np.nan, np.inf, -np.inf], [-0.0, 0], [1e-10], [65504], [[1, 2], [3.25, 100]]):
        yield np.array(v, ml_dtypes.bfloat16)
    yield np.array(0.1, ml_dtypes.bfloat16)
    yield np.array(1e30, ml_dtypes.bfloat16)
    yield r.rand(1001).astype(ml_dtypes.bfloat16)
    yield r.rand(30).astype(ml_dtypes.bfloat16)
    for _ in range(10):
        yield (r.randn(5) * 10.0 ** r.randint(-9, 9)).astype(ml_dtypes.bfloat16)


def escaped(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def main_2():
    n = 0
    with open(OUT2, "w") as f:
        f.write("# numpy %s, python %s\n" % (np.__version__, sys.version.split()[0]))
        for a in itertools.chain(arrays(), more()):
            if a.dtype.kind in "fc" and a.size <= 60:
                f.write("str\t%s\t%s\n" % (npy(a), escaped(str(a[()]))))
                n += 1
    print("%d cases" % n)


def main():
    if np.__version__.startswith("2.4."):
        return main_2()
    assert np.__version__ == "1.26.4", np.__version__
    n = 0
    with open(OUT, "w") as f:
        f.write("# numpy %s, python %s\n" % (np.__version__, sys.version.split()[0]))
        for a in bfloat16s():       # numpy has no name for these: "str" of another kind
            f.write("bf16\t%s\t%s\n" % (npy(a), str(a[()]).replace("\\", "\\\\").replace("\n", "\\n")))
            n += 1
        for a in itertools.chain(arrays(), more()):
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
