"""DynamicPartition, DynamicStitch, ParallelDynamicStitch, GuaranteeConst, Copy and kin."""
from dtypes import *

f = Family("partition")
P = i32([2, 0, 2, 1, 0])
for t in PLAIN:
    f.op("DynamicPartition", [nums(seq(5, 2), t), P], num_partitions=4)
    for op in ("DynamicStitch", "ParallelDynamicStitch"):
        f.op(op, [[i32([0, 3]), i32([[2], [1]])], [nums(seq(2, 2), t), nums(seq(2, 1, 2) * 3, t)]])
    f.op("GuaranteeConst", [nums(seq(2), t)])
for t in QUANT:
    f.op("DynamicStitch", [[i32([0, 1])], [nums(seq(2), t)]])
f.op("DynamicPartition", [f32(seq(2, 2, 3)), i32([[0, 1], [1, 0]])], num_partitions=2)
f.op("DynamicPartition", [f32(seq(2, 2)), i32([[0, 1], [1, 0]])], num_partitions=2)
f.op("DynamicPartition", [f32(5), i32(1)], num_partitions=3)
f.op("DynamicPartition", [f32(seq(3)), i32(1)], num_partitions=3)
f.op("DynamicPartition", [np.zeros((0, 3), np.float32), i32(np.zeros(0))], num_partitions=2)
f.op("DynamicPartition", [np.zeros((2, 0), np.float32), i32([1, 0])], num_partitions=2)
f.op("DynamicPartition", [f32(seq(3)), i32([0, 2, 1])], num_partitions=2)
f.op("DynamicPartition", [f32(seq(3)), i32([0, -1, 1])], num_partitions=2)
f.op("DynamicPartition", [f32(seq(3)), i32([0, 1])], num_partitions=2)
f.op("DynamicPartition", [f32(seq(3)), i32([[0, 1, 0]])], num_partitions=2)
for op in ("DynamicStitch", "ParallelDynamicStitch"):
    f.op(op, [[i32(1), i32([0, 2])], [f32([1, 2]), f32(seq(2, 2) * 5)]])
    if op == "DynamicStitch":
        f.op(op, [[i32([0, 1]), i32([1, 0])], [f32([1, 2]), f32([3, 4])]])
    f.op(op, [[i32([0, 0])], [f32([1, 2])]])
    f.op(op, [[i32(np.zeros(0))], [f32(np.zeros((0, 3)))]])
    f.op(op, [[i32(np.zeros(0)), i32([0])], [f32(np.zeros((0, 3))), f32(seq(1, 3))]])
    f.op(op, [[i32([0, 1])], [f32(seq(2, 0))]])
    f.op(op, [[i32([0, -1])], [f32([1, 2])]])
    f.op(op, [[i32([0, 1])], [f32([1])]])
    f.op(op, [[i32([0, 1]), i32([2])], [f32(seq(2, 2)), f32(seq(1, 3))]])
    f.op(op, [[i32([0, 1]), i32(2)], [f32(seq(2)), f32(seq(1))]])
f.op("DeepCopy", [f32(seq(2, 2))])
f.write()
