"""SparseCross, SparseCrossV2, SparseCrossHashed."""
from cases import *

f = Family("sparse_cross")
one = ([[0, 0], [0, 1], [2, 0]], [b"a", b"bb", b"c"], [3, 2])
two = ([[0, 0], [1, 0], [2, 0], [2, 1]], [5, 6, -7, 2**40], [3, 2])
dense_n = i64([[1, 2], [3, 4], [5, 6]])
dense_s = text([[b"x", b"y"], [b"z", b""], [b"w", b"\xff"]])
STYPES = {"a": lambda c: (i64(c[0]), text(c[1]) if isinstance(c[1][0], bytes) else i64(c[1]), i64(c[2]))}


def parts(sparse):
    cols = [STYPES["a"](c) for c in sparse]
    return [c[0] for c in cols], [c[1] for c in cols], [c[2] for c in cols]


def v1_cross(sparse, dense, hashed, internal, buckets=0, key=0xDECAFCAFFE):
    f.op("SparseCross", [*parts(sparse), dense], hashed_output=hashed, num_buckets=buckets, hash_key=key,
         out_type=tf.int64 if hashed else tf.string, internal_type=internal)


def v2_cross(sparse, dense, sep=text(b"_")):
    f.op("SparseCrossV2", [*parts(sparse), dense, sep])


def hashed(sparse, dense, buckets=0, strong=False, salt=i64(137, 9)):
    f.op("SparseCrossHashed", [*parts(sparse), dense, i64(buckets), np.bool_(strong), salt])


N, S = tf.int64, tf.string
for sparse, dense, internal in (([one, two], [], N), ([one, one], [], S), ([one], [dense_s], S), ([two, one], [dense_n, dense_s], N),
                                ([], [dense_s, dense_n], N), ([one], [], S), ([two], [], N), ([one, two, one], [], N)):
    v1_cross(sparse, dense, False, internal)
    v1_cross(sparse, dense, True, internal)
    v1_cross(sparse, dense, True, internal, 1000, -5)
    v2_cross(sparse, dense)
    hashed(sparse, dense)
    if not any(d is dense_n for d in dense):
        hashed(sparse, dense, 1000, True)
v2_cross([one, one], [], text(b""))
hashed([one, one], [], 7, False)
late = ([[1, 0], [2, 0]], [b"p", b"q"], [3, 1])
v2_cross([one, late], [])
v2_cross([late, late], [])
v2_cross([([[1, 0], [0, 0]], [b"p", b"q"], [3, 1])], [])
empty = (np.zeros((0, 2)), [b""][:0], [3, 0])
f.op("SparseCrossV2", [[i64(np.zeros((0, 2)))], [text(np.zeros((0,), object))], [i64(3, 0)], [], text(b"_")])
f.op("SparseCrossV2", [[i64(np.zeros((0, 2)))], [text(np.zeros((0,), object))], [i64(0, 0)], [], text(b"_")])
f.op("SparseCrossV2", [[], [], [], [text(np.zeros((0, 2), object))], text(b"_")])
f.op("SparseCrossV2", [[], [], [], [text(np.zeros((2, 0), object))], text(b"_")])
# refused
t2 = text(b"a", b"b")
for case in ([[i64(0, 1)], [t2], [i64(2, 2)], []], [[i64([[0], [1]])], [t2], [i64(2, 2)], []], [[i64([[0, 0], [1, 0]])], [text([[b"a", b"b"]])], [i64(2, 2)], []],
             [[i64([[0, 0], [1, 0]])], [text([b"a"])], [i64(2, 2)], []], [[i64([[0, 0], [1, 0]])], [t2], [i64([[2, 2]])], []],
             [[i64([[0, 0], [1, 0]])], [t2], [i64(2, 2, 2)], []], [[i64([[0, 0], [1, 0]])], [t2], [i64(2, 2)], [t2]],
             [[i64([[0, 0], [1, 0]])] * 2, [t2] * 2, [i64(2, 2), i64(3, 2)], []], [[i64([[0, 0], [1, 0]])], [t2], [i64(2, 2)], [dense_s]],
             [[], [], [], [dense_s, text([[b"a"]])]]):
    f.op("SparseCrossV2", case + [text(b"_")])
    f.op("SparseCrossHashed", case + [i64(10), np.bool_(False), i64(1, 2)])
f.op("SparseCrossHashed", [[], [], [], [dense_s], i64(10), np.bool_(False), i64(1, 2, 3)])
f.op("SparseCross", [[i64([[0, 0]])], [i64([3])], [i64(1, 1)], []], hashed_output=True, num_buckets=0, hash_key=1, out_type=N, internal_type=S)
f.op("SparseCross", [[], [], [], [dense_n]], hashed_output=True, num_buckets=0, hash_key=1, out_type=N, internal_type=S)
f.write()
