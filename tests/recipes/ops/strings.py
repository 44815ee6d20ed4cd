"""Strings: case, parts, splits, joins, hashes, numbers, bytes. Writes tests/ops/cases/strings.zip.gz."""
from cases import *

f = Family("strings")
words = text([[b"Hello World", b""], [b"\t a b \n", b"\x00Z\xff\x0b"]])
scalar = lambda b: np.array(b, object)
none = np.zeros((0, 2), object)

for op in ("StringLower", "StringUpper"):
    f.op(op, [words])
    f.op(op, [none])
    f.op(op, [scalar(b"aB")])
    f.op(op, [text("Ärger ΑΣ Σ ΑΣΑ ΑΣ. ΑΣ́ İIıi".encode(), "ßﬁŉᾀǰΐ".encode(), b"A\xff\xe2\x82b", "ǅᏸꭰⴀ𐐀𞤀".encode(),
                  "A'Σ B:Σ".encode())], encoding="utf-8")
    f.op(op, [text([b"A"])], encoding="utf8")
f.op("StringStrip", [words])
f.op("StringStrip", [none])
f.op("StringLength", [words])
f.op("StringLength", [text([b"a\xffb\x80", "hé😀".encode(), b"", b"\x80\x80"])], unit="UTF8_CHAR")

for dtype in (i32, i64):
    f.op("Substr", [text(b"hello", b"hi"), dtype(1), dtype(3)])
    f.op("Substr", [text(b"hello", b"hi"), dtype([1, -2]), dtype([2, -1])])
f.op("Substr", [text(b"hello", b"hi"), i32(2), i32(0)])
f.op("Substr", [text(b"hello", b"hi"), i32(3), i32(2)])
f.op("Substr", [text(b"hello", b"hi"), i32([1, -3]), i32([2, 1])])
f.op("Substr", [scalar(b"hello"), i32([1, 4]), i32([2, 9])])
f.op("Substr", [scalar(b"hello"), i32([1, 9]), i32([2, 1])])
f.op("Substr", [scalar(b"hello"), i32(9), i32(1)])
f.op("Substr", [scalar(b"hello"), i64(2**62), i64(1)])
f.op("Substr", [scalar(b"hello"), i64(-2**63), i64(2**62)])
f.op("Substr", [text([[b"ab", b"cd"]]), i32([[0], [1]]), i32([[1], [1]])])
f.op("Substr", [text([[b"ab", b"cd"]]), i32([[0], [7]]), i32([[1], [1]])])
f.op("Substr", [text([[b"ab", b"cd"], [b"e", b"f"]]), i32([0, 1]), i32([1, 1])])
f.op("Substr", [text([[b"ab", b"cd"], [b"e", b"f"]]), i32([0, 2]), i32([1, 1])])
f.op("Substr", [text(b"a", b"b", b"c"), i32([0, 0]), i32([1, 1])])
f.op("Substr", [text([b"a"]), i32([0]), i32([1, 1])])
f.op("Substr", [text([[[b"a"]]]), i32([0, 0]), i32([1, 1])])
f.op("Substr", [none, i32(0), i32(1)])
u = text("hé😀llo".encode(), "日本語".encode())
f.op("Substr", [u, i32(1), i32(2)], unit="UTF8_CHAR")
f.op("Substr", [u, i32(-2), i32(1)], unit="UTF8_CHAR")
f.op("Substr", [u, i32([-2, 3]), i32([9, 1])], unit="UTF8_CHAR")
f.op("Substr", [u, i32([5, 2]), i32([-1, 9])], unit="UTF8_CHAR")
f.op("Substr", [u, i32(4), i32(1)], unit="UTF8_CHAR")
f.op("Substr", [u, i32(-4), i32(1)], unit="UTF8_CHAR")
f.op("Substr", [scalar("héllo".encode()), i32([0, 9]), i32([1, 1])], unit="UTF8_CHAR")

f.op("StringJoin", [[text(b"a", b"b"), text(b"c", b"")]])
f.op("StringJoin", [[scalar(b"x"), text([[b"a", b"b"]]), scalar(b"y")]], separator=", ")
f.op("StringJoin", [[scalar(b"x"), scalar(b"\0y")]], separator="-")
f.op("StringJoin", [[text(b"a", b"b"), text([b"c"])]])
f.op("StringJoin", [[scalar(b"a"), text([[b"b"]]), text(b"c", b"d")]])
f.op("StringJoin", [[none, none]])

# ---- split
lines = text(b" a  b ", b"c", b"", b"a,,b,c", b"x\ty\nz\x0b", b"xxaxxxxb", b",")
for sep, most in ((b"", -1), (b"", 1), (b"", 2), (b"", 0), (b",", -1), (b",", 1), (b",", 0), (b"xx", -1), (b"xx", 1)):
    f.op("StringSplitV2", [lines, scalar(sep)], maxsplit=most)
f.op("StringSplitV2", [text([]), scalar(b",")])
f.op("StringSplitV2", [scalar(b"a"), scalar(b",")])
f.op("StringSplitV2", [lines, text([b","])])
for sep in (b" ", b"", b",", b", x", b"\0"):
    for skip in (True, False):
        f.op("StringSplit", [lines, scalar(sep)], skip_empty=skip)
f.op("StringSplit", [text([]), scalar(b" ")])
f.op("StringSplit", [scalar(b"a"), scalar(b",")])
f.op("StringSplit", [lines, text([b","])])


def grams(data, splits, widths, left=b"<", right=b">", pad=0, short=False, sep=b"|"):
    f.op("StringNGrams", [data, splits], separator=sep, ngram_widths=widths, left_pad=left, right_pad=right,
         pad_width=pad, preserve_short_sequences=short)


abcd = text(b"a", b"b", b"c", b"d")
for pad in (0, 1, 2, -1):
    for short in (True, False):
        grams(abcd, i64([0, 3, 3, 4]), [2], pad=pad, short=short)
        grams(abcd, i32([0, 1, 1, 4]), [4, 5, 1], pad=pad, short=short)
grams(abcd, i64([0, 1, 1, 4]), [7], pad=2, short=True)
grams(text([]), i64([0, 0, 0]), [2], pad=1, short=True)
grams(abcd, i64([]), [2])
for splits in ([0, 3, 5], [1, 4], [0, 3, 2], [0, 3], [0, -1, 4]):
    grams(abcd, i64(splits), [2])
grams(abcd, i64([0, 4]), [0])
grams(abcd, i64([0, 4]), [2, -1])
grams(abcd, i64([0, 4]), [])

# ---- reduce
x = text([[[b"a", b"b", b"c"], [b"d", b"e", b"f"]], [[b"g", b"h", b"i"], [b"j", b"k", b"l"]]])
for axes in ([0], [1], [2], [0, 1], [1, 0], [2, 0, 1], [-1], [-1, 0], []):
    f.op("ReduceJoin", [x, i32(axes)], separator=".")
    f.op("ReduceJoin", [x, i32(axes)], keep_dims=True)
f.op("ReduceJoin", [x, i32(1)])
f.op("ReduceJoin", [x, i32([[0], [2]])])
f.op("ReduceJoin", [scalar(b"a"), i32([])])
f.op("ReduceJoin", [none, i32(0)])
f.op("ReduceJoin", [none, i32(1)])
f.op("ReduceJoin", [x, i32(3)])
f.op("ReduceJoin", [x, i32([0, -4])])
f.op("ReduceJoin", [x, i32([0, 0])])
f.op("ReduceJoin", [x, i32([0, -3])])
f.op("ReduceJoin", [scalar(b"a"), i32(0)])
for a in (i32, i64):
    for b in (i32, i64):
        f.op("UnsortedSegmentJoin", [text(b"a", b"b", b"", b"d"), a([0, 2, 0, 0]), b(4)], separator=":")
f.op("UnsortedSegmentJoin", [text([[b"a", b"b"], [b"c", b"d"]]), i32([1, 1]), i32(2)], separator="")
f.op("UnsortedSegmentJoin", [text([[b"a", b"b"], [b"c", b"d"]]), i32([[1, 0], [1, 1]]), i32(2)], separator="+")
f.op("UnsortedSegmentJoin", [text([]), i32([]), i32(2)])
f.op("UnsortedSegmentJoin", [text(b"a", b"b"), i32([0, 2]), i32(2)])
f.op("UnsortedSegmentJoin", [text(b"a", b"b"), i32([0, -1]), i32(2)])
f.op("UnsortedSegmentJoin", [text(b"a", b"b"), i32([0]), i32(2)])
f.op("UnsortedSegmentJoin", [text(b"a", b"b"), i32([0, 1]), i32([2])])
f.op("UnsortedSegmentJoin", [text(b"a", b"b"), i32([0, 1]), i32(-1)])
f.op("UnsortedSegmentJoin", [scalar(b"a"), i32(0), i32(1)])
f.op("UnsortedSegmentJoin", [text(b"a", b"b"), i32([[0, 1]]), i32(1)])

# ---- hashes
blob = bytes(range(256)) * 2
keys = text([blob[3:3 + n] for n in list(range(0, 70)) + [95, 96, 97, 127, 128, 129, 191, 192, 193, 300]] + [b"\0", "é".encode()])
for op in ("StringToHashBucketFast", "StringToHashBucket"):
    arg = dict(num_buckets=2**62 + 12345)
    f.op(op, [keys], **arg)
    f.op(op, [text([[b"a", b"b"]])], num_buckets=10)
    f.op(op, [scalar(b"a")], num_buckets=1)
    f.op(op, [none], num_buckets=5)
f.op("StringToHashBucketStrong", [keys], num_buckets=2**61, key=[123, -456])
f.op("StringToHashBucketStrong", [keys[:3]], num_buckets=7, key=[0, 0])
f.op("StringToHashBucketStrong", [keys[:3]], num_buckets=7, key=[1])
fh = scalar(b"farmhash64")
f.op("Fingerprint", [keys, fh])
f.op("Fingerprint", [text([[b"abc", b"d"], [b"", b"f" * 50]]), fh])
for dtype in (np.float32, np.float64, np.int8, np.int64, np.bool_, np.uint16, np.complex64, np.float16):
    f.op("Fingerprint", [(np.arange(12) % 5).reshape(2, 3, 2).astype(dtype), fh])
f.op("Fingerprint", [as_type([[1, 2]], tf.bfloat16), fh])
f.op("Fingerprint", [i32([1, 2]), fh])
f.op("Fingerprint", [np.zeros((0, 3), np.float32), fh])
f.op("Fingerprint", [np.zeros((2, 0), np.float32), fh])
f.op("Fingerprint", [scalar(b"abc"), fh])
f.op("Fingerprint", [text([b"abc"]), scalar(b"md5")])
f.op("Fingerprint", [text([b"abc"]), text([b"farmhash64"])])

# ---- numbers
good = [b"0", b"-1", b" 7 ", b"\t12\n", b"007", b"-0"]
floats = good + [b"1.5", b"-2.5e3", b".5", b"5.e3", b"+5", b"0x10", b"0x10000000000000001", b"inf", b"-INF", b"NaN",
                 b"1e-400", b"1e400", b"3.4028236e38", b"3.4028235e38", b" ", b"1e5 ", b"0.1", b"1.17549435e-38", b"4.9e-324",
                 b"16777217", b"123456789012345678901234567890", b"0." + b"1" * 29]
for t, values in ((tf.float32, floats), (tf.float64, floats), (tf.int32, good + [b"2147483647", b"-2147483648"]),
                  (tf.int64, good + [b"9223372036854775807", b"-9223372036854775808"])):
    f.op("StringToNumber", [text(values)], out_type=t)
    f.op("StringToNumber", [none], out_type=t)
    for bad in (b"", b"x", b"1 2", b"1e", b"--1", b"1_0", b"- 1"):
        f.op("StringToNumber", [text(b"1", bad)], out_type=t)
for bad in (b"1e+", b".", b"0x", b"0xg", b"0x1.8", b"+-1", b"infinity", b"1,5", b"1.5f", b"nan1", b"0x1p3", b"0." + b"1" * 30):
    f.op("StringToNumber", [scalar(bad)], out_type=tf.float32)
for t, bad in ((tf.int32, b"2147483648"), (tf.int32, b"-2147483649"), (tf.int64, b"9223372036854775808"),
               (tf.int64, b"-9223372036854775809"), (tf.int32, b"+5"), (tf.int32, b"1.0"), (tf.int64, b" ")):
    f.op("StringToNumber", [text([bad])], out_type=t)

reals = np.array([1.5, -2.25, 1e10, np.nan, np.inf, -np.inf, 0, -0.0, 1e-7, 123456.789, 1 / 3])
ints = np.array([1, -2, 100, 0, 127, -128])
for dtype in (np.float32, np.float64, np.float16):
    with np.errstate(all="ignore"):
        v = reals.astype(dtype)
    for kw in ({}, dict(precision=3), dict(scientific=True), dict(scientific=True, precision=2), dict(shortest=True),
               dict(shortest=True, precision=2), dict(width=12), dict(width=12, fill="0"), dict(width=12, fill="-"),
               dict(precision=2, width=12, fill="+"), dict(fill=" "), dict(precision=0, fill="#"), dict(width=-8),
               dict(precision=0), dict(precision=20)):
        f.op("AsString", [v], **kw)
f.op("AsString", [as_type([1, 2.5], tf.bfloat16)])
for dtype in (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, np.uint32, np.uint64):
    f.op("AsString", [ints.astype(dtype)])
    f.op("AsString", [ints.astype(dtype)], width=6, fill="0")
for kw in (dict(width=6), dict(width=6, fill="-"), dict(fill="+"), dict(fill=" "), dict(width=5, fill="+")):
    f.op("AsString", [np.array([[2**62, -2**63]])], **kw)
for dtype in (np.complex64, np.complex128):
    f.op("AsString", [np.array([1 + 2j, -2.5 - 0j]).astype(dtype)])
    f.op("AsString", [np.array([1 + 2j, -2.5 - 0j]).astype(dtype)], precision=1, width=8, fill="0")
f.op("AsString", [np.array([True, False])])
f.op("AsString", [np.array([True, False])], width=8)
for kw in ({}, dict(width=8), dict(width=8, fill="-"), dict(width=8, fill="0"), dict(precision=1), dict(scientific=True)):
    f.op("AsString", [text(b"ab", b"c", b"longer than eight")], **kw)
for v in (i32([1]), np.array([True]), f32([1]), np.array([1j]), text([b"a"])):
    for kw in (dict(precision=2), dict(scientific=True), dict(shortest=True), dict(scientific=True, shortest=True),
               dict(fill="x"), dict(fill="00"), dict(scientific=True, precision=1)):
        f.op("AsString", [v], **kw)
f.op("AsString", [np.zeros((0, 2), np.float32)])
f.op("AsString", [f32(1)])


def form(inputs, template, **kw):
    f.graph("StringFormat", lambda *v: [tf.raw_ops.StringFormat(inputs=list(v), template=template, **kw)], inputs)


form([i32([1, 2, 3])], "x{}y", placeholder="{}")
form([text(b"a\nb", b"q\"'\\"), scalar(b"s\x01\x7f\t\r"), text([])], "{}{}{}", placeholder="{}")
form([f32(1.5), np.array(True), np.array([True, False]), f32(0.1), f64(1 / 3), np.array(2, np.int8)], "%s" * 6)
form([as_type(3.14159, tf.float16), as_type(3.14159, tf.bfloat16), np.array([1, 200], np.uint8)], "%s %s%s.")
form([f32([1.5, np.nan, np.inf, -np.inf, 1e20, 1e-7, 123456789.])], "%s", summarize=-1)
form([np.zeros((0, 3)), np.zeros((2, 0)), np.arange(8).reshape(2, 2, 2)], "%s|%s|%s")
form([np.arange(100).reshape(10, 10)], "%s", summarize=1)
for n in (0, 2, 3, 5):
    form([np.arange(7), np.arange(6).reshape(2, 3)], "%s%s", summarize=n)
form([np.array(1 + 2j)], "%s")
form([], "nothing")

# ---- bytes
f.op("EncodeBase64", [text(b"", b"a", b"ab", b"abc", b"\xff\xfe\xfd\xfc", bytes(range(256)))])
f.op("EncodeBase64", [text([[b"", b"a", b"ab", b"abc", b"\xff\xfe"]])], pad=True)
f.op("DecodeBase64", [text(b"", b"YQ", b"YQ==", b"YWI", b"YWI=", b"YWJj", b"YR", b"Y_-a", b"YWJjZA==")])
for bad in (b"YW=", b"Y", b"a+/b", b"YWJj\n", b"=", b"====", b"YQ===", b"YWJj====", b"Y\0Jj", b"Y=Jj", b"==", b"Y==="):
    f.op("DecodeBase64", [text([bad])])
raw = text([[bytes(range(16)), bytes(range(100, 116))]])
for t in (tf.float16, tf.bfloat16, tf.float32, tf.float64, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8,
          tf.uint16, tf.complex64, tf.complex128, tf.bool):
    f.op("DecodeRaw", [raw], out_type=t)
    if t not in (tf.int8, tf.uint8, tf.bool):
        f.op("DecodeRaw", [raw], out_type=t, little_endian=False)
f.op("DecodeRaw", [none], out_type=tf.int16)
f.op("DecodeRaw", [scalar(b"")], out_type=tf.int16)
f.op("DecodeRaw", [text(b"abcd", b"efg")], out_type=tf.int16)
f.op("DecodeRaw", [text(b"abc", b"efg")], out_type=tf.int16)
f.op("DecodeRaw", [text(b"abcd", b"efgh")], out_type=tf.complex64)
for t in (tf.bfloat16, tf.float32, tf.float64, tf.int8, tf.int16, tf.int32, tf.int64, tf.uint8, tf.uint16):
    f.op("DecodePaddedRaw", [text(b"abc", b"efghijklmnopqrstuv", b""), i32(16)], out_type=t)
    f.op("DecodePaddedRaw", [text(b"abc", b"efghijklmnopqrstuv", b""), i32(8)], out_type=t, little_endian=False)
f.op("DecodePaddedRaw", [none, i32(4)], out_type=tf.int16)
f.op("DecodePaddedRaw", [text([b"abc"]), i32(3)], out_type=tf.int16)
f.op("DecodePaddedRaw", [text([b"abc"]), i32(0)], out_type=tf.int16)
f.op("DecodePaddedRaw", [text([b"abc"]), i32(-2)], out_type=tf.int16)
f.op("DecodePaddedRaw", [text([b"abc"]), i32([4])], out_type=tf.int16)
f.write()
