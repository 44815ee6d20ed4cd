"""ScatterNd, ScatterNdNonAliasingAdd, TensorScatterUpdate, Add, Sub, Max, Min."""
from dtypes import *

f = Family("scatter")
TS = ["Update", "Add", "Sub", "Max", "Min"]
I = i32([[2], [0], [2]])
for t in PLAIN:
    f.op("ScatterNd", [I, nums(seq(3, 2), t), i32([4, 2])])
    if t != tf.string:
        f.op("ScatterNdNonAliasingAdd", [nums(seq(4, 2) * 3, t), I, nums(seq(3, 2), t)])
    for s in TS:
        if s in ("Max", "Min") and t not in REAL or s != "Update" and t in (tf.bool, tf.string):
            continue
        f.op("TensorScatter" + s, [nums(seq(4, 2) * 3, t), I, nums(seq(3, 2), t)])
f.op("TensorScatterMax", [f32([1, np.nan, 3]), i32([[0], [1], [2]]), f32([np.nan, 5, np.nan])])
f.op("TensorScatterMin", [f32([1, np.nan, 3]), i32([[0], [1], [2]]), f32([np.nan, 5, np.nan])])
shapes = [
    ((5,), [[1], [4]], (2,)), ((3, 4), [[1, 2], [0, 0]], (2,)), ((3, 4), [[1]], (1, 4)), ((2, 3, 2), [[1, 1], [0, 2]], (2, 2)),
    ((2, 3), [[[0, 1]], [[1, 2]]], (2, 1)), ((3, 4), np.zeros((0, 1)), (0, 4)), ((3, 4), np.zeros((2, 0)), (2, 3, 4)),
    ((0, 4), np.zeros((0, 1)), (0, 4)), ((3, 4), [[3]], (1, 4)), ((3, 4), [[0], [-1]], (2, 4)), ((3, 4), [[1, 4]], (1,)),
    ((3, 4), [[[0, 0]], [[0, 7]]], (2, 1)), ((3, 4), [[1]], (1, 3)), ((3, 4), [[1]], (2, 4)), ((3, 4), [[1]], (4,)),
    ((3, 4), [[1, 2, 3]], (1,)), ((3, 4), [1], (4,)), ((3, 4), [1, 2], ()), ((3, 4), 1, (4,)), ((), [[0]], (1,)),
    ((0, 4), [[0]], (1, 4)), ((2,) * 7, [[1, 0, 1, 0, 1, 0, 1]], (1,)), ((2,) * 8, [[1, 0, 1, 0, 1, 0, 1, 0]], (1,)),
    ((3, 0), [[1]], (1, 0)),
]
for s, i, u in shapes:
    f.op("ScatterNd", [i64(i), f32(seq(*u)), i64(s)])
    f.op("TensorScatterUpdate", [f32(seq(*s)), i64(i), f32(seq(*u) * 10)])
    f.op("TensorScatterAdd", [f32(seq(*s)), i32(i), f32(seq(*u) * 10)])
    if np.ndim(i) and u:        # TensorFlow reads beyond a scalar's dims
        f.op("ScatterNdNonAliasingAdd", [f32(seq(*s)), i32(i), f32(seq(*u) * 10)])
f.op("ScatterNd", [i64([[1]]), f32([1]), i64([[4]])])
f.op("ScatterNd", [i64([[1]]), f32([1]), i64([-4])])
f.op("ScatterNd", [i64([[1]]), f32([1]), i64(4)])
f.op("ScatterNd", [i64([[1]]), text([b"x"]), i64([3])])
f.op("ScatterNd", [i64([[1], [1]]), text([b"x", b"y"]), i64([3])])
f.op("TensorScatterUpdate", [text([b"a", b"b", b"c"]), i64([[1], [1], [2]]), text([b"x", b"y", b""])])
f.op("ScatterNdNonAliasingAdd", [f32(seq(4)), i32([1, 2]), f32([5, 6])])
f.op("ScatterNdNonAliasingAdd", [f32(seq(4, 2)), i32([1]), f32([[5, 6]])])
f.op("ScatterNdNonAliasingAdd", [f32(seq(4, 2)), i32([4]), f32([[5, 6]])])
f.op("ScatterNdNonAliasingAdd", [f32(seq(4, 2)), i32([[[1], [2]]]), f32([[5, 6]])])
f.op("ScatterNdNonAliasingAdd", [f32(seq(4, 2)), i32([[[1], [2]]]), f32(seq(1, 1, 2))])
f.write()
