"""Ops of the runtime's own and of quantization's calibration. Writes tests/ops/cases/left.npz."""
from internal import internal
from cases import *

f = Family("left")
for t in ("int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"):
    ends = np.iinfo(t)
    internal(f, "_TensorToHashBucketFast", [np.array([[0, 1, 17], [ends.min, ends.max, 100]], t)], T=t, num_buckets=1000)
internal(f, "_TensorToHashBucketFast", [i64([])], T="int64", num_buckets=1)
internal(f, "_TensorToHashBucketFast", [i64(7)], T="int64", num_buckets=2 ** 40)
for x in (f32([[1, np.nan], [np.inf, -0.]]), f32(3), f32(np.zeros((0, 2)))):
    internal(f, "CustomAggregator", [x], id="a", calibration_method=1)
internal(f, "CustomAggregator", [f32([[1, 2], [3, 4]])], id="b", calibration_method=2)
f.write()
