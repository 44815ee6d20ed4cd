"""OneHot, Where."""
from dtypes import *

f = Family("onehot")
for t in POD:
    f.op("OneHot", [i32([0, 2, -1, 3, 1]), i32(3), nums(np.array(5), t), nums(np.array(-7), t)])
    f.op("Where", [nums(seq(2, 3) * [0, 1, 2], t)])
for t in (tf.uint8, tf.int8, tf.int32, tf.int64):
    for a in (0, 1, -1, 2, 3):
        f.op("OneHot", [nums(np.array([[0, 3], [1, 5]]), t), i32(4), f32(1), f32(0)], axis=a)
for i, d in ((2, 3), (np.zeros(0), 3), ([1, 0], 0), ([[]], 2), ([5], 1)):
    f.op("OneHot", [i64(i), i32(d), i64(9), i64(1)])
f.op("OneHot", [i64(2), i32(3), f32(1), f32(0)], axis=0)
f.op("OneHot", [i64(2), i32(3), f32(1), f32(0)], axis=1)
f.op("OneHot", [i64(2), i32(-3), f32(1), f32(0)])
f.op("OneHot", [i64(2), i32([3]), f32(1), f32(0)])
f.op("OneHot", [i64(2), i32([3, 4]), f32(1), f32(0)])
f.op("OneHot", [i64(2), i32(3), f32([1]), f32(0)])
f.op("OneHot", [i64(2), i32(3), f32(1), f32([0, 1])])
f.op("OneHot", [i64([1 << 40, -1 << 40]), i32(3), f32(1), f32(0)])
f.op("OneHot", [i64(seq(2, 3, 1) % 4), i32(3), f32(1), f32(0)], axis=1)
for s in ((), (0,), (7,), (2, 0, 3), (2, 3, 4), (1, 2, 1, 2), (2, 1, 2, 1, 2), (1, 2, 1, 2, 1, 2), (1,) * 7, (2,) * 8):
    f.op("Where", [f32(seq(*s) % 3)])
f.op("Where", [f32(seq(*(1,) * 9))])
f.op("Where", [f32([0.0, -0.0, np.nan, np.inf, 1e-30])])
f.op("Where", [np.array([0j, 1j, -0.0, np.nan * 1j], np.complex128)])
f.op("Where", [np.array([False] * 70 + [True] * 3)])
f.write()
