"""Sets along the last dimension. Writes tests/ops/cases/set.zip.gz."""
from cases import *

f = Family("set")
OPS = ("a-b", "b-a", "intersection", "union")
TYPES = (np.int8, np.int16, np.int32, np.int64, np.uint8, np.uint16, object)


def values(shape, dtype, top=5):
    x = f.rng.randint(-2 if np.dtype(dtype).kind == "i" else 0, top, shape)
    return np.array([b"%d" % v * 3 for v in x.reshape(-1)], object).reshape(shape) if dtype is object else x.astype(dtype)


def sparse(shape, n, dtype):
    flat = np.sort(f.rng.choice(int(np.prod(shape)), n, replace=False))
    return [np.stack(np.unravel_index(flat, shape), 1).astype(np.int64), values((n,), dtype), np.array(shape, np.int64)]


DD, DS, SS = "DenseToDenseSetOperation", "DenseToSparseSetOperation", "SparseToSparseSetOperation"
for t in TYPES:
    f.op("SetSize", sparse((3, 2, 6), 14, t))
    for op in OPS:
        f.op(DD, [values((3, 4), t), values((3, 5), t)], set_operation=op)
        f.op(DS, [values((3, 4), t)] + sparse((3, 6), 7, t), set_operation=op)
        f.op(SS, sparse((5, 6), 9, t) + sparse((5, 8), 7, t), set_operation=op)
for op in OPS:
    f.op(DD, [values((2, 0), np.int32), values((2, 3), np.int32)], set_operation=op)
    f.op(DD, [values((0, 2), np.int32), values((0, 3), np.int32)], set_operation=op)
    f.op(DD, [values((2, 2, 3), object), values((2, 2, 1), object)], set_operation=op.upper(), validate_indices=False)
    f.op(DS, [values((4, 0), np.int32)] + sparse((4, 6), 5, np.int32), set_operation=op)
    f.op(DS, [values((4, 2), np.int32)] + sparse((4, 6), 0, np.int32), set_operation=op)
    f.op(SS, sparse((2, 3, 6), 9, np.int64) + sparse((2, 3, 2), 0, np.int64), set_operation=op)
    f.op(SS, sparse((2, 3, 6), 0, np.int64) + sparse((2, 3, 2), 0, np.int64), set_operation=op)
    f.op(SS, [i64([[2, 0], [0, 1], [0, 0], [1, 1]]), i32(1, 2, 3, 4), i64(3, 2)] + sparse((3, 4), 6, np.int32), set_operation=op, validate_indices=False)
    f.op(DS, [values((3, 2), np.int32)] + [i64([[2, 0], [0, 1], [0, 0], [1, 1]]), i32(1, 2, 3, 4), i64(3, 2)], set_operation=op, validate_indices=False)
a, b, s = values((2, 3), np.int32), values((2, 3), np.int32), sparse((2, 4), 4, np.int32)
f.op(DD, [a, b], set_operation="xor")
f.op(DD, [a[0], b], set_operation="union")
f.op(DD, [a, b[0]], set_operation="union")
f.op(DD, [i32(1), b], set_operation="union")
f.op(DD, [a, b[:1]], set_operation="union")
f.op(DD, [a, b[None]], set_operation="union")
f.op(DS, [a[0]] + s, set_operation="union")
f.op(DS, [a[:1]] + s, set_operation="union")
for label, pre, end, kw in (("SetSize", [], [], {}), (DS, [a], [], {"set_operation": "union"}), (SS, s, [], {"set_operation": "union"}),
                            (SS, [], s, {"set_operation": "union"})):
    for bad in ([i64([[0, 0]]), i32([1]), i64([[2, 4]])], [i64([[0]]), i32([1]), i64([2])], [i64([[0, 0]]), i32([1]), i64([-2, 4])],
                [i64([[0, 0]]), i32([1]), i64([2 ** 40, 2 ** 40])], [i64([[0, 0]]), i32([1, 2]), i64([2, 4])], [i64([0, 0]), i32([1, 2]), i64([2, 4])],
                [i64([[0, 0]]), i32([[1]]), i64([2, 4])], [i64([[0, 0, 0]]), i32([1]), i64([2, 4])], [i64([[2, 0]]), i32([1]), i64([2, 4])],
                [i64([[0, 4]]), i32([1]), i64([2, 4])], [i64([[-1, 0]]), i32([1]), i64([2, 4])], [i64([[1, 0], [0, 1]]), i32([1, 2]), i64([2, 4])],
                [i64([[1, 0], [1, 0]]), i32([1, 2]), i64([2, 4])]):
        f.op(label, pre + bad + end, **kw)
f.op("SetSize", [i64([[0, 4]]), i32([1]), i64([2, 4])], validate_indices=False)
f.op("SetSize", [i64([[1, 0], [0, 1], [1, 2], [1, 1]]), i32([1, 2, 3, 3]), i64([2, 4])], validate_indices=False)
f.op(SS, [i64([[0, 0], [0, 4]]), i32([1, 2]), i64([2, 4])] + s, set_operation="union", validate_indices=False)
f.op("SetSize", sparse((2, 3), 0, np.int32))
f.op("SetSize", [np.zeros((0, 2), np.int64), i32([]), i64([3, 0])])
f.op("SetSize", [np.zeros((0, 2), np.int64), i32([]), i64([0, 3])])
f.write()
