"""ParseExample, ParseExampleV2, ParseSingleExample: well-formed examples, every encoding that TensorFlow's
parser takes, and what it refuses."""
from cases import *

f = Family("example")
F, I, S = tf.float32, tf.int64, tf.string
none = np.zeros((0,), object)
NO = {F: np.zeros((0,), np.float32), I: np.zeros((0,), np.int64), S: none}


# ---- bytes by hand ----

def varint(n):
    out = b""
    n &= (1 << 64) - 1
    while n > 127:
        out += bytes([n & 127 | 128])
        n >>= 7
    return out + bytes([n])


def part(num, body):
    return bytes([num << 3 | 2]) + varint(len(body)) + body


def floats(*v, packed=True):
    raw = [np.float32(x).tobytes() for x in v]
    body = part(1, b"".join(raw)) if packed else b"".join(b"\x0d" + x for x in raw)
    return part(2, body)


def ints(*v, packed=True):
    body = part(1, b"".join(varint(x) for x in v)) if packed else b"".join(b"\x08" + varint(x) for x in v)
    return part(3, body)


def texts(*v):
    return part(1, b"".join(part(1, x) for x in v))


def entry(key, feature, swapped=False):
    a, b = part(1, key), part(2, feature)
    return part(1, b + a if swapped else a + b)


def example(**features):
    return part(1, b"".join(entry(k.encode(), v) for k, v in features.items()))


# ---- ops ----

def v1_op(data, sparse=(), dense=(), names=none):
    """sparse: (key, dtype); dense: (key, dtype, shape, default or None)"""
    f.op("ParseExample", [text(data) if isinstance(data, list) else data, names, [text(k) for k, _ in sparse],
                          [text(k) for k, *_ in dense],
                          [NO[t] if d is None else d for _, t, _, d in dense]],
         sparse_types=[t for _, t in sparse], dense_shapes=[s for _, _, s, _ in dense])


def v2_op(data, sparse=(), dense=(), ragged=(), names=none, num_sparse=None, dense_keys=None, ragged_keys=None):
    keys = [text([k for k, *_ in x]) if x else none for x in (sparse, dense, ragged)]
    f.op("ParseExampleV2", [data if isinstance(data, np.ndarray) else text(data), names, keys[0],
                            keys[1] if dense_keys is None else dense_keys,
                            keys[2] if ragged_keys is None else ragged_keys,
                            [NO[t] if d is None else d for _, t, _, d in dense]],
         num_sparse=len(sparse) if num_sparse is None else num_sparse,
         sparse_types=[t for _, t in sparse], ragged_value_types=[t for _, t, _ in ragged],
         ragged_split_types=[s for *_, s in ragged], dense_shapes=[s for _, _, s, _ in dense])


def single(data, sparse=(), dense=()):
    f.op("ParseSingleExample", [data if isinstance(data, np.ndarray) else text(data),
                                [NO[t] if d is None else d for _, t, _, d in dense]],
         num_sparse=len(sparse), sparse_keys=[k for k, _ in sparse], dense_keys=[k for k, *_ in dense],
         sparse_types=[t for _, t in sparse], dense_shapes=[s for _, _, s, _ in dense])


turn = [0]
full = "--full" in sys.argv         # four times the cases: for a look, not to be committed


def all_ops(data, sparse=(), dense=()):
    """A vector by V1 or V2, its first element by V2 or alone, in turn."""
    one = data if isinstance(data, bytes) else data[0]
    data = [data] if isinstance(data, bytes) else data
    ways = [lambda: v1_op(data, sparse, dense), lambda: single(one, sparse, dense),
            lambda: v2_op(data, sparse, dense), lambda: v2_op(text(one), sparse, dense)]
    for i in range(4):
        if full or i == turn[0] % 4:
            ways[i]()
    turn[0] += 1


a = example(x=floats(1, 2.5), n=ints(-1, 0, 2**63 - 1), s=texts(b"a", b"", b"b\xff"), y=floats(7))
b = example(x=floats(3, 4, packed=False), n=ints(5, packed=False), s=texts(), y=floats(-0.0))
c = example(n=b"", y=floats(np.nan), x=floats(9, 9))
d = b""
SP = [("x", F), ("n", I), ("s", S)]
RG = [("x", F, tf.int64), ("n", I, tf.int32), ("s", S, tf.int64)]

# Everything at once.
v1_op([a, b, c, d], SP, [("y", F, [], f32(0.5)), ("z", I, [2], i64([8, 9]))])
v2_op([a, b, c, d], [("x", F)], [("y", F, [1], f32([0.5])), ("z", S, [], text(b"dflt"))],
      [("n", I, tf.int32), ("s", S, tf.int64)])
v2_op([a, b, c, d], [], [], RG)
v2_op(text(a), [("x", F), ("gone", I)], [("y", F, [1, 1], None)], [("n", I, tf.int32), ("s", S, tf.int64), ("no", F, tf.int64)])
single(a, SP, [("y", F, [], None)])
v1_op([], SP, [("y", F, [2], None), ("v", F, [None, 2], f32(0))])
v1_op(none, SP)
v2_op(none, SP, [("v", F, [None], f32(0))], RG)
v1_op([a])
v2_op([a, b])
single(a)

# Dense of fixed shape.
for t, good, empty in ((F, floats(1, 2, 3, 4), floats()), (I, ints(1, 2, 3, 4), ints()),
                       (S, texts(b"p", b"q", b"", b"s"), texts())):
    dflt = {F: f32([[5, 6], [7, 8]]), I: i64([[5, 6], [7, 8]]), S: text([[b"5", b"6"], [b"7", b"8"]])}[t]
    all_ops(example(k=good), [], [("k", t, [2, 2], None)])
    all_ops(example(j=good), [], [("k", t, [2, 2], dflt)])
    all_ops(example(j=good), [], [("k", t, [2, 2], None)])
    all_ops(example(k=b""), [], [("k", t, [2, 2], dflt)])
    all_ops(example(k=empty), [], [("k", t, [2, 2], dflt)])
    all_ops(example(k=empty), [("k", t)])
    all_ops(example(k=b""), [("k", t)])
    all_ops(example(k=good), [], [("k", t, [3], None)])
    all_ops(example(k=good), [], [("k", t, [5], None)])
    all_ops(example(k=empty), [], [("k", t, [], None)])
    # Variable length with padding.
    pad = {F: f32(-1), I: i64(-1), S: text(b"pad")}[t]
    more = {F: floats(9, 8), I: ints(9, 8), S: texts(b"n", b"m")}[t]
    odd = {F: floats(9), I: ints(9), S: texts(b"n")}[t]
    all_ops([example(k=more), example(k=good), b"", example(k=b"")], [], [("k", t, [None], pad)])
    all_ops([example(k=good), example(k=more), b""], [], [("k", t, [None, 2], pad)])
    all_ops([example(k=more), example(k=good), example(k=odd)], [], [("k", t, [None, 2], pad)])
    all_ops([example(k=odd)], [], [("k", t, [None, 2], pad)])
    all_ops([b""], [], [("k", t, [None, 2], pad)])
    # The wrong type.
    for wrong in (floats(1), ints(1), texts(b"1")):
        if wrong[0] != good[0]:
            all_ops([example(k=wrong)], [("k", t)])
            all_ops([example(k=wrong)], [], [("k", t, [], None)])
            all_ops([example(k=wrong)], [], [("k", t, [None], pad)])
    # Broken lists.
    for broken in (good[:-1], good[:1], good[:1] + b"\xff" * 10, good[:1] + b"\x03\x1a\x01\x00",
                   good[:1] + b"\x05\x0a\xff\xff\xff\x0f", good + b"junk", good[:2] + b"\x0a"):
        all_ops([example(k=broken)], [("k", t)])
        all_ops([example(k=broken)], [], [("k", t, [4], None)])
all_ops([example(k=b"\x22\x00")], [("k", F)])
all_ops([example(k=b"\x22\x00")], [], [("k", I, [1], None)])
all_ops([example(k=part(2, part(1, b"\0" * 10)))], [("k", F)])         # half a float at the end is ignored
all_ops([example(k=part(2, part(1, b"\0" * 4) + part(1, b"\1" * 4)))], [("k", F)])
all_ops([example(k=part(3, part(1, b"\1") + b"\x08\x02"))], [("k", I)])
all_ops([example(k=part(3, b"\x08\x01" + part(1, b"\2")))], [("k", I)])
all_ops([example(k=part(2, part(1, b"\0" * 4) + b"zz"))], [], [("k", F, [], None)])
all_ops([example(k=ints(*range(300)))], [("k", I)])
all_ops([example(k=floats(1) + ints(3))], [("k", F)])

# The same key more than once, Examples one after the other, entries the other way round, other fields.
twice = part(1, entry(b"k", ints(1)) + entry(b"k", ints(2, 3)))
all_ops([twice, a], [("k", I)])
all_ops([twice], [], [("k", I, [2], None)])
all_ops([twice], [], [("k", I, [None], i64(0))])
all_ops([part(1, entry(b"k", ints(1)) + entry(b"k", b""))], [("k", I)])
all_ops([part(1, entry(b"k", ints(1)) + entry(b"k", b""))], [], [("k", I, [1], None)])
all_ops([part(1, entry(b"k", floats(1)) + entry(b"k", ints(4)))], [("k", I)])
all_ops([example(k=ints(1)) + example(k=ints(4), x=floats(1))], [("k", I), ("x", F)])
all_ops([part(1, entry(b"k", ints(4), True))], [("k", I)])
all_ops([b"\x10\x05" + example(k=ints(4)) + b"\x1a\x02hi" + b"\x25abcd" + b"\x29abcdefgh"], [("k", I)])
all_ops([part(1, b"") + part(1, b"")], [("k", I)])
all_ops([example(k=ints(4)) + b"\x1a\x7fhi"], [("k", I)])
v1_op([example(k=ints(1)), example(k=floats(1), j=texts(b"2")), b"\x0a"], [("k", I), ("j", S)])

# No Example at all, and lengths that lie.
for junk in (b"junk", b"\x0a\x02\x0a", b"\x0b", b"\x0c", b"\x0e",
             
             example(k=ints(1))[:-1],
             b"\x0a\x7f" + example(k=ints(1))[2:], part(1, b"\x0a\x7f" + part(1, b"k") + part(2, ints(1))),
             part(1, part(1, b"\x0a\x7fk")), part(1, part(1, part(1, b"k") + part(1, b"j") + b"\x18\x01"))):
    all_ops([junk], [("k", I)])

# Names in messages; errors of the later of several examples; which one comes first.
v1_op([a, b"", c], [], [("x", F, [2], None)], names=text([b"one", b"two", b"three"]))
v1_op([a, example(x=ints(1))], [], [("x", F, [2], None)], names=text([b"one", b"two"]))
v1_op([a, example(x=ints(1))], [("x", F)], names=text([b"one", b"two"]))
v2_op([a, example(x=floats(1))], [], [("x", F, [2], None)], names=text([b"one", b"two"]))
v2_op([a, b], [("x", F)], names=text([b"one"]))
v1_op([a, b], [("x", F)], names=text([[b"one", b"two"]]))
v2_op(text(a), [("x", I)], names=text(b"me"))
v1_op([example(x=floats(1), y=floats(1))], [], [("y", I, [], None), ("x", I, [], None)])
v1_op([example(x=floats(1))], [("x", I)], [("y", I, [], None)])
v1_op([example(k=ints(*range(n))) for n in (2, 4, 2, 6, 2, 2, 2, 2, 4, 4, 2, 3, 2)], [], [("k", I, [None, 2], i64(0))])

# Shapes and keys that do not fit.
v1_op(text([[a, b]]), [("x", F)])
v1_op(text(a), [("x", F)])
v2_op(text([[a, b]]), [("x", F)])
single(text([a]), [("x", F)])
v1_op([a], [], [("y", F, [1], f32(1))])
v1_op([a], [], [("y", F, [2], f32([1]))])
v2_op([a], [], [("y", F, [], f32([1, 2]))])
single(a, [], [("y", F, [1], f32([[1]]))])
v1_op([a], [], [("y", F, [None], None)])
v2_op([a], [], [("y", F, [None, 3], f32([1, 2]))])
single(a, [], [("y", F, [None, 3], f32([1, 2]))])
v1_op([a], [("x", F), ("x", F)])
v1_op([a], [("x", F)], [("x", F, [2], None)])
v2_op([a], [], [("y", F, [1], None)], dense_keys=text([b"y", b"x"]))
v2_op([a], [], [], [("y", F, tf.int32)], ragged_keys=none)
v2_op([a], [("", F)], [("", I, [], None)])
v2_op([example(**{"": ints(3)})], [("", I)])
f.write()
