"""ReverseV2, Reverse, ReverseSequence, Roll, InvertPermutation."""
from dtypes import *

f = Family("reverse")
x = seq(2, 3, 4)
for t in PLAIN:
    f.op("ReverseV2", [nums(seq(2, 3), t), i32([1])])
    f.op("Reverse", [nums(seq(2, 3), t), np.array([True, False])])
    f.op("ReverseSequence", [nums(seq(3, 4), t), i32([2, 4, 1])], seq_dim=1, batch_dim=0)
    f.op("Roll", [nums(seq(2, 3), t), i32(1), i32(1)])
for a in ([0], [1], [2], [-1], [0, 2], [0, 1, 2], np.zeros(0), [0, 0], [0, -3], [3], [-4], 0, [[0]]):
    f.op("ReverseV2", [x, i32(a)])
    f.op("ReverseV2", [f32(x), i64(a)])
f.op("ReverseV2", [f32(3), i32(np.zeros(0))])
f.op("ReverseV2", [f32(3), i32([0])])
f.op("ReverseV2", [np.zeros((0, 3), np.float32), i32([0])])
f.op("ReverseV2", [f32(seq(2, 1, 1, 2, 1, 1, 1, 2)), i32([0, 7])])
f.op("ReverseV2", [f32(seq(2, 1, 1, 2, 1, 1, 1, 2, 1)), i32([0, 7])])
f.op("ReverseV2", [nums(seq(5, 3), tf.uint8), i32([1])])
f.op("ReverseV2", [nums(seq(5, 7, 3), tf.uint8), i32([1])])
for d in ([True, True, False], [False] * 3, [True] * 3, [True], [[True]], True):
    f.op("Reverse", [x, np.array(d)])
f.op("Reverse", [f32(3), np.zeros(0, bool)])
f.op("Reverse", [f32(seq(*(1,) * 9)), np.array([True] * 9)])
for b, s, n in ((0, 1, [2, 0]), (1, 0, [1, 2, 0]), (2, 1, [3, 2, 1, 0]), (0, 2, [4, 4]), (0, 1, [4, 0]), (0, 1, [-1, 0]),
                (0, 1, [1]), (0, 1, [[1, 1]]), (0, 3, [1, 1]), (3, 0, [1, 1]), (1, 1, [1, 1, 1]), (0, 2, [1, 3])):
    f.op("ReverseSequence", [x, i64(n)], seq_dim=s, batch_dim=b)
    f.op("ReverseSequence", [f32(x), i32(n)], seq_dim=s, batch_dim=b)
f.op("ReverseSequence", [np.zeros((0, 3), np.float32), i32(np.zeros(0))], seq_dim=1, batch_dim=0)
f.op("ReverseSequence", [f32([1, 2]), i32([1, 2])], seq_dim=1, batch_dim=0)
f.op("ReverseSequence", [f32(seq(1, 2, 1, 1, 1, 2)), i32([2])], seq_dim=1, batch_dim=0)
for s, a in ((1, 0), (-1, 0), (5, 1), ([1, 2], [0, 2]), ([1, 1], [0, 0]), ([1, -1], [-1, 1]), (0, 0), (1, 3), (1, -4),
             ([1, 2], [0]), ([[1]], [0]), ([1], [[0]]), (1, [0]), ([1], 0), (-7, 2)):
    f.op("Roll", [x, i32(s), i64(a)])
f.op("Roll", [f32(3), i32(1), i32(0)])
f.op("Roll", [np.zeros((0, 3), np.float32), i32(1), i32(0)])
f.op("Roll", [np.zeros((3, 0), np.float32), i32(1), i32(0)])
for t in (np.int32, np.int64):
    for v in ([2, 0, 1], [], [0], [3, 0, 1], [0, 0], [-1, 0], 0, [[0]]):
        f.op("InvertPermutation", [np.array(v, t)])
f.write()
