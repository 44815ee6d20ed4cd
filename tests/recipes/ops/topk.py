"""TopKV2, InTopK, InTopKV2, NthElement."""
from dtypes import *

f = Family("topk")
x = np.array([[3, 1, 4, 1, 5, 9, 2, 6], [2, 2, 2, 2, 7, 7, 7, 1]])
for t in REAL:
    f.op("TopKV2", [nums(x, t), i32(3)])
    f.op("NthElement", [nums(x, t), i32(2)])
for it in (tf.int16, tf.int32, tf.int64):
    f.op("TopKV2", [f32(x), i32(5)], index_type=it)
f.op("TopKV2", [f32(x), i64(5)])
f.op("TopKV2", [f32(x), as_type(5, tf.int16)])
big = f.numbers((3, 57))
for k in (0, 1, 2, 7, 8, 9, -1):
    f.op("TopKV2", [f32(x), i32(k)])
    f.op("TopKV2", [f32(x), i32(k)], sorted=False)
for k in (1, 5, 20, 56, 57):
    f.op("TopKV2", [big, i32(k)])
    f.op("TopKV2", [big, i32(k)], sorted=False)
    f.op("TopKV2", [np.round(big), i32(k)], sorted=False)
f.op("TopKV2", [f32(3), i32(1)])
f.op("TopKV2", [f32([3]), i32([1])])
f.op("TopKV2", [f32([3]), i32([1, 1])])
f.op("TopKV2", [np.zeros((0, 4), np.float32), i32(2)])
f.op("TopKV2", [np.zeros((2, 0), np.float32), i32(0)])
f.op("TopKV2", [np.zeros((2, 0), np.float32), i32(1)])
f.op("TopKV2", [f32(seq(2, 2, 3)), i32(2)])
f.op("TopKV2", [f32([1, np.inf, -np.inf, 3]), i32(3)])
f.op("TopKV2", [np.array([2**63 - 1, 2**63 - 2, -2**63], np.int64), i32(2)])
f.op("TopKV2", [np.array([2**64 - 1, 2**64 - 2, 0], np.uint64), i32(2)])
p = f32([[0.1, 0.3, 0.2, 0.4], [0.5, 0.5, 0.1, 0.0], [np.nan, 1, 2, 3], [1, 2, np.inf, 0]])
for t in (np.int32, np.int64):
    for k in (0, 1, 2, 3, 4, 9):
        f.op("InTopK", [p, np.array([1, 0, 3, 2], t)], k=k)
        f.op("InTopKV2", [p, np.array([3, 1, 0, 1], t), np.array(k, t)])
    f.op("InTopK", [p, np.array([1, 0, 7, -1], t)], k=2)
    f.op("InTopK", [p, np.array([1, 0, 7], t)], k=2)
    f.op("InTopK", [p[0], np.array([1, 0, 7], t)], k=2)
    f.op("InTopK", [p, np.array([[1, 0, 7]], t)], k=2)
    f.op("InTopKV2", [p, np.array([1, 0, 7, 0], t), np.array([2], t)])
    f.op("InTopKV2", [p, np.array([1, 0, 7, 0], t), np.array([2, 1], t)])
for n in (0, 5, 7, 8, -1):
    f.op("NthElement", [f32(x), i32(n)])
    f.op("NthElement", [f32(x), i32(n)], reverse=True)
f.op("NthElement", [f32(3), i32(0)])
f.op("NthElement", [f32([3, 1]), i32([0])])
f.op("NthElement", [np.zeros((0, 4), np.float32), i32(1)])
f.op("NthElement", [f32(seq(2, 2, 3)), i32(1)])
f.write()
