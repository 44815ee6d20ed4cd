"""Candidate samplers, random crops, fractional pooling, first centers and nearest centers."""
from cases import *

R = tf.raw_ops
f = Family("sampling")

# Candidates
SAMPLERS = ("UniformCandidateSampler", "LogUniformCandidateSampler", "LearnedUnigramCandidateSampler", "ThreadUnsafeUnigramCandidateSampler")
K = dict(num_true=2, num_sampled=6, range_max=10, seed=3, seed2=4)
truth = i64([[1, 2], [9, 9], [0, 5]])
for op in SAMPLERS:
    for unique in (False, True):
        f.op(op, [truth], unique=unique, repeat=3, **K)
        f.op(op, [truth], unique=unique, repeat=2, **{**K, "range_max": 1000, "num_sampled": 40})
        f.op(op, [truth], unique=unique, **{**K, "num_sampled": 10})
    f.op(op, [truth], unique=True, **{**K, "num_sampled": 11})
    f.op(op, [truth], unique=False, **{**K, "num_sampled": 30})
    f.op(op, [truth[:0]], unique=True, **K)
    f.op(op, [truth[:, :1]], unique=True, **K)
    f.op(op, [truth[0]], unique=True, **K)
    f.op(op, [i64([[1, 10]])], unique=True, **K)
    f.op(op, [i64([[-1, 1]])], unique=True, **K)
    f.op(op, [i64([[0, 0]])], unique=True, **{**K, "range_max": 1, "num_sampled": 1})
for n in (2**31 - 2, 2**40, 2**62):
    f.op("UniformCandidateSampler", [i64([[1, 2]])], unique=True, **{**K, "range_max": n})
    f.op("LogUniformCandidateSampler", [i64([[1, n - 1]])], unique=True, **{**K, "range_max": n})
F = "FixedUnigramCandidateSampler"
weights = [0.5, 3.0, 0.0, 1.25, 8.0, 2.0, 0.1, 1.0, 1.0, 4.0]
for unique in (False, True):
    for d in (1.0, 0.75, 0.0):
        f.op(F, [truth], unique=unique, unigrams=weights, distortion=d, repeat=2, **K)
    f.op(F, [truth], unique=unique, unigrams=weights[:8], num_reserved_ids=2, repeat=2, **K)
    f.op(F, [truth], unique=unique, unigrams=weights * 2, num_shards=2, shard=1, **K)
    f.op(F, [truth], unique=unique, unigrams=weights * 2, num_shards=2, shard=0, num_reserved_ids=0, **K)
    f.op(F, [truth], unique=unique, unigrams=weights * 2, num_shards=2, shard=1, num_reserved_ids=2, **K)
for k in (dict(), dict(unigrams=[1.0] * 9), dict(unigrams=[1.0] * 10, num_reserved_ids=1), dict(unigrams=[1.0] * 20, num_shards=2, shard=3),
          dict(unigrams=[0.0] * 10), dict(unigrams=[-1.0] * 10), dict(unigrams=[float("nan")] + [1.0] * 9)):
    f.op(F, [truth], unique=False, **{**K, **k})
f.op(F, [truth], unique=False, vocab_file="nowhere.txt", unigrams=[1.0], **K)
f.op(F, [truth], unique=False, vocab_file="nowhere.txt", **K)
for unique in (False, True):
    f.op("AllCandidateSampler", [truth], num_true=2, num_sampled=10, unique=unique, seed=3, seed2=4)
f.op("AllCandidateSampler", [truth], num_true=2, num_sampled=9, unique=True)
f.op("AllCandidateSampler", [truth[0]], num_true=2, num_sampled=9, unique=True)
f.op("ComputeAccidentalHits", [i64([[1, 3], [5, 5], [2, 9]]), i64(3, 5, 3, 9)], num_true=2)
f.op("ComputeAccidentalHits", [i64([[1, 3], [5, 5], [2, 9]]), i64(np.zeros(0))], num_true=2)
f.op("ComputeAccidentalHits", [i64(np.zeros((0, 2))), i64(3, 5)], num_true=2)
f.op("ComputeAccidentalHits", [i64([[-1], [2**60]]), i64(-1, 2**60, 0)], num_true=1)
f.op("ComputeAccidentalHits", [i64([[1], [2]]), i64(3, 5)], num_true=2)
f.op("ComputeAccidentalHits", [i64(1, 2), i64(3, 5)], num_true=2)
f.op("ComputeAccidentalHits", [i64([[1, 2]]), i64([[3, 5]])], num_true=2)

# Boxes
box = f32([[[0.1, 0.2, 0.5, 0.9], [0, 0, 1, 1]], [[0.5, 0.5, 0.6, 0.6], [0.9, 0.9, 0.1, 0.1]]])
B = dict(seed=3, seed2=4)
for size in (i32(40, 50, 3), i32(600, 37, 1), i64(2, 3, 3), i32(1, 1, 1), i32(2000, 3000, 3), i32(0, 50, 3)):
    for k in (dict(), dict(aspect_ratio_range=[0.2, 5.0]), dict(area_range=[0.9, 1.0]), dict(aspect_ratio_range=[1.0, 1.0], area_range=[0.01, 0.02])):
        f.op("SampleDistortedBoundingBox", [size, box], repeat=3, **k, **B)
        f.op("SampleDistortedBoundingBoxV2", [size, box[:1, :1], f32(0.7)], repeat=2, **k, **B)
        f.op("StatelessSampleDistortedBoundingBox", [size, box[1:], f32(0.3), i64(3, -4)], **k)
for t in (np.uint8, np.int8, np.int16):
    f.op("SampleDistortedBoundingBox", [np.array([100, 90, 3], t), box], **B)
none = np.zeros((1, 0, 4), np.float32)
f.op("SampleDistortedBoundingBox", [i32(40, 50, 3), none], use_image_if_no_bounding_boxes=True, **B)
f.op("SampleDistortedBoundingBox", [i32(40, 50, 3), none], **B)
for k in (dict(min_object_covered=-1.0), dict(min_object_covered=0.0), dict(min_object_covered=2.0, max_attempts=2), dict(aspect_ratio_range=[1.0]), dict(aspect_ratio_range=[1.0, -2.0]),
          dict(aspect_ratio_range=[3.0, 2.0]), dict(area_range=[1.0]), dict(area_range=[0.5, -2.0]), dict(area_range=[0.5, 2.0]), dict(area_range=[0.5, 0.1]),
          dict(max_attempts=0), dict(max_attempts=-1), dict(max_attempts=1)):
    f.op("SampleDistortedBoundingBox", [i32(40, 50, 3), box], **k, **B)
for size, b in ((i32(40, 50), box), (i32([[40, 50, 3]]), box), (i32(40, 50, 3), box[0, 0]), (i32(40, 50, 3), box[:, :, :3]), (i32(40, 50, 3), box + 0.15), (i32(40, 50, 3), box * np.nan),
                (i32(-40, 50, 3), box), (i32(40, -50, 3), box), (i64(2**31, 50, 3), box), (i64(2**31 - 2, 2**31 - 2, 3), box)):
    f.op("SampleDistortedBoundingBox", [size, b], **B)
f.op("SampleDistortedBoundingBoxV2", [i32(40, 50, 3), box, f32([0.5])], **B)
f.op("SampleDistortedBoundingBoxV2", [i32(40, 50, 3), box, f32(-0.5)], **B)
f.op("StatelessSampleDistortedBoundingBox", [i32(40, 50, 3), box, f32(0.5), i32(1, 2, 3)])

# Fractional pooling
MAX, AVG = "FractionalMaxPool", "FractionalAvgPool"
D = dict(deterministic=True, seed=3, seed2=4)
for op in (MAX, AVG):
    for t in (np.float32, np.float64, np.int32, np.int64):
        x = f.numbers((2, 7, 9, 3), scale=50.0).astype(t)
        for pseudo in (False, True):
            for overlap in (False, True):
                f.op(op, [x], pooling_ratio=[1.0, 1.4, 1.7, 1.0], pseudo_random=pseudo, overlapping=overlap, repeat=2, **D)
    x = f.numbers((1, 8, 12, 1))
    for ratio in ((1.0, 2.0, 3.0, 1.0), (1.0, 1.0, 1.0, 1.0), (1.0, 8.0, 12.0, 1.0), (1.0, 3.5, 5.5, 1.0)):
        for pseudo in (False, True):
            f.op(op, [x], pooling_ratio=list(ratio), pseudo_random=pseudo, **D)
    f.op(op, [f32([np.nan, 1, np.nan, 2, 3, np.nan]).reshape(1, 2, 3, 1)], pooling_ratio=[1.0, 2.0, 1.5, 1.0], **D)
    f.op(op, [x], pooling_ratio=[1.0, 1.5, 1.5, 1.0], seed=3, seed2=4)
    for ratio in ([1.2, 1.4, 1.5, 1.0], [1.0, 1.4, 1.5, 1.5], [1.0, 8.5, 1.5, 1.0]):
        f.op(op, [x], pooling_ratio=ratio, **D)
    for shape in ((0, 3, 4, 1), (1, 3, 0, 1), (1, 3, 4, 0), (3, 4, 1)):
        f.op(op, [np.zeros(shape, np.float32)], pooling_ratio=[1.0, 1.4, 1.5, 1.0], **D)


def max_grad(x, g, **k):
    def build(x, g):
        p = R.FractionalMaxPool(value=x, pooling_ratio=[1.0, 1.4, 1.7, 1.0], **k, **D)
        return R.FractionalMaxPoolGrad(orig_input=x, orig_output=p.output, out_backprop=g, row_pooling_sequence=p.row_pooling_sequence,
                                       col_pooling_sequence=p.col_pooling_sequence, overlapping=k.get("overlapping", False))
    f.graph("FractionalMaxPoolGrad", build, [x, g])


for t in (np.float32, np.float64, np.int32, np.int64):
    x, g = f.numbers((2, 7, 9, 3), scale=50.0).astype(t), f.numbers((2, 5, 5, 3), scale=50.0).astype(t)
    for overlap in (False, True):
        max_grad(x, g, overlapping=overlap)
        f.op("FractionalAvgPoolGrad", [i64(2, 7, 9, 3), g, i64(0, 1, 3, 4, 6, 7), i64(0, 2, 4, 5, 7, 9)], overlapping=overlap)
x, g, most = f32(np.arange(20)).reshape(1, 4, 5, 1), f32(np.arange(6)).reshape(1, 2, 3, 1), f32(5, 7, 9, 15, 17, 19).reshape(1, 2, 3, 1)
G = [x, most, g, i64(0, 2, 4), i64(0, 1, 3, 5)]
most = f32(x[0, [1, 1, 1, 3, 3, 3], [0, 2, 4, 0, 2, 4], 0]).reshape(1, 2, 3, 1)


def mg(**k):
    a = dict(x=x, y=most, g=g, r=i64(0, 2, 4), c=i64(0, 1, 3, 5))
    a.update(k)
    f.op("FractionalMaxPoolGrad", [a["x"], a["y"], a["g"], a["r"], a["c"]])


mg()
mg(y=most + 1)
mg(x=f32([1]))
mg(x=x[:0])
mg(y=f32(1, 2, 3))
mg(y=most[:, :0])
mg(r=i64(3))
mg(r=i64([[0, 2, 4]]))
mg(c=i64([[0, 1, 3, 5]]))
mg(r=i64(0, 2))
mg(r=i64(0, 2, 9))
mg(r=i64(0, 9, 10))
mg(r=i64(4, 2, 0))
mg(x=x * np.nan)


def ag(**k):
    a = dict(s=i64(1, 4, 5, 1), g=g, r=i64(0, 2, 4), c=i64(0, 1, 3, 5))
    a.update(k)
    f.op("FractionalAvgPoolGrad", [a["s"], a["g"], a["r"], a["c"]])


for k in (dict(), dict(s=i64(1, 2, 3)), dict(s=i64([[1, 4, 5, 1]])), dict(s=i64(1, -4, 5, 1)), dict(s=i64(0, 4, 5, 1)), dict(s=i64(1, 0, 5, 1)), dict(s=i64(1, 4, 0, 1)),
          dict(s=i64(1, 4, 5, 0)), dict(g=f32([1])), dict(g=g[:0]), dict(r=i64(0, 2)), dict(c=i64(0, 2)), dict(r=i64(0, 2, 9)), dict(r=i64(0, 9, 10)), dict(r=i64(-3, 2, 4)),
          dict(r=i64(4, 2, 0)), dict(c=i64(0, 1, -3, 5)), dict(c=i64(0, 9, 9, 10)), dict(s=i64(2, 4, 5, 1)), dict(s=i64(1, 4, 5, 2)), dict(r=i64(0, 2, 4, 4)), dict(r=i64([[0, 2, 4]]))):
    ag(**k)

# Centers. Distances that rounding alone parts may come in another order, so these points keep apart
points = f32(np.round(f.numbers((30, 3), scale=40.0)))
for retries in (0, 2, -1):
    f.op("KmeansPlusPlusInitialization", [points, i64(6), i64(3), i64(retries)])
    f.op("KmeansPlusPlusInitialization", [points[:7], i64(7), i64(2**40 + 1), i64(retries)])
same = f32(np.ones((3, 2)))
for p, n, s, r in ((points, i64(1), i64(0), i64(0)), (points[:1], i64(1), i64(0), i64(4)), (points[0], i64(1), i64(0), i64(0)), (points, i64([1]), i64(0), i64(0)), (points, i64(1), i64([0]), i64(0)),
                   (points, i64(1), i64(0), i64([0])), (points, i64(0), i64(0), i64(0)), (points, i64(31), i64(0), i64(0)), (points[:0], i64(1), i64(0), i64(0)), (same, i64(2), i64(3), i64(0)),
                   (np.zeros((3, 0), np.float32), i64(2), i64(3), i64(0))):
    f.op("KmeansPlusPlusInitialization", [p, n, s, r])
for n in (1, 2, 10, 300):
    f.op("KMC2ChainInitialization", [np.abs(f.numbers((n,), scale=9.0)), i64(n)])
f.op("KMC2ChainInitialization", [f32(np.zeros(5)), i64(1)])
f.op("KMC2ChainInitialization", [f32(1, np.nan, 3, np.inf, 2), i64(1)])
f.op("KMC2ChainInitialization", [f32(np.zeros(0)), i64(1)])
f.op("KMC2ChainInitialization", [f32([[1]]), i64(1)])
f.op("KMC2ChainInitialization", [f32([1]), i64([1])])
centers = f32(np.round(f.numbers((8, 3), scale=40.0)))
for k in (0, 1, 2, 5, 8, 20):
    f.op("NearestNeighbors", [points, centers, i64(k)])
f.op("NearestNeighbors", [f.numbers((20, 6)), f.numbers((1500, 6)), i64(1)], rel=4e-6)
f.op("NearestNeighbors", [f.numbers((20, 6)), f.numbers((1500, 6)), i64(3)], rel=4e-6)
f.op("NearestNeighbors", [points, centers[:0], i64(1)])
f.op("NearestNeighbors", [f32([[np.nan, 0, 1]]), centers, i64(2)])
for p, c, k in ((points[0], centers, i64(1)), (points, centers[0], i64(1)), (points, centers, i64([1])), (points[:0], centers, i64(1)), (points, centers[:, :2], i64(1))):
    f.op("NearestNeighbors", [p, c, k])
# Sobol's points
for t in (tf.float32, tf.float64):
    for dim, n, skip in ((1, 1, 0), (3, 10, 0), (3, 10, 1), (7, 5, 12), (40, 600, 3), (1111, 3, 0), (1111, 2, 2**13 - 1), (300, 3, 2**20 - 1), (5, 4, 2**30 - 2), (5, 4, 2**31 - 10)):
        f.op("SobolSample", [i32(dim), i32(n), i32(skip)], dtype=t)
for dim, n, skip in ((i32([5]), i32(3), i32(0)), (i32(5), i32([3]), i32(0)), (i32(5), i32(3), i32([0])), (i32(0), i32(3), i32(0)), (i32(21201), i32(3), i32(0)), (i32(5), i32(0), i32(0)),
                     (i32(5), i32(1), i32(-1)), (i32(5), i32(2**31 - 1), i32(0)), (i32(5), i32(4), i32(2**31 - 5))):
    f.op("SobolSample", [dim, n, skip])
f.write()
