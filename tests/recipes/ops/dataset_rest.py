"""tf.data: rows of sparse tensors, names of files, elements in variants. Writes tests/ops/cases/dataset_rest.zip.gz."""
import shutil
from pipelines import *
import pipelines

f = Family("dataset_rest")
HERE = "/tmp/smtui-op-cases/names"
shutil.rmtree(HERE, ignore_errors=True)
S = tf.string
x = f.numbers((5, 2))
scalars = lambda h: D(h, [S], [[]])


def case(op, build, inputs=(), repeat=1, **k):
    f.graph(op, lambda *p: iterate(build(*p), **k), list(inputs), repeat=repeat)


def count_of(op, build, inputs=()):
    f.graph(op, lambda *p: R.DatasetCardinality(input_dataset=build(*p).h), list(inputs))


# Names.
def matching(*patterns, op="MatchingFilesDataset"):
    def make(n):
        pipelines.count += 1
        top = f"{HERE}/{pipelines.count}"
        made = [R.WriteFile(filename=f"{top}/{p}", contents="") for p in ("a.txt", "b.txt", ".h", "c/d.txt", "c/e", "c/f/g.txt")]
        p = hide(tf.constant([x.replace("@", top) for x in patterns]))
        if op[0] == "M":
            return iterate(scalars(R.MatchingFilesDataset(patterns=p)), after=made)
        return R.DatasetCardinality(input_dataset=getattr(R, op)(patterns=p))
    f.graph(op, make, [i64(0)], repeat=7)


for p in ("*.txt", "*", "[ab].txt", "?.txt", "*/*.txt", "c/*", "a.txt", "none", "none*", "x/*", "{a,b}.txt", "*/*/*", "c", "c/"):
    matching("@/" + p)
matching("@/*.txt", "@/c/*")
matching("@/zz", "@/a*")
matching("@/a.txt", "@/a.txt")
matching("@/*.txt", op="ExperimentalMatchingFilesDataset")


# Rows of sparse tensors.
def sparse(ix, val, shape):
    t = val.dtype
    return D(R.SparseTensorSliceDataset(indices=ix, values=val, dense_shape=shape), [tf.int64, t, tf.int64])


for ix, val, shape in (([[0, 1], [0, 2], [2, 0]], f32([1, 2, 3]), [4, 3]), ([[1, 0, 1], [1, 1, 0]], text(b"a", b"b"), [2, 2, 2]), ([[0], [2]], i32([5, 6]), [3]), (np.zeros((0, 2)), f32([]), [2, 3]),
                       ([[1, 0], [0, 0]], f32([1, 2]), [2, 2]), ([[5, 0]], f32([1]), [2, 2]), ([[0, 0]], f32([1, 2]), [2, 2]), ([[0, 0]], f32([1]), [2]), ([0], f32([1]), [2]), ([[0]], f32([[1]]), [2]),
                       ([[0]], f32([1]), [[2]]), ([[0, 0]], f32([1]), [-1, 2]), (np.zeros((1, 0)), f32([1]), []), ([[0, 0]], f32([1]), [0, 2]), ([[-1, 0], [0, 1]], f32([1, 2]), [3, 2])):
    case("SparseTensorSliceDataset", sparse, [i64(ix), val, i64(shape)], repeat=5)
count_of("SparseTensorSliceDataset", sparse, [i64([[0, 1]]), f32([1]), i64([4, 3])])

# Elements in variants.
both_ = lambda types, outs: lambda *a: R.UncompressElement(compressed=R.CompressElement(components=list(a)), output_types=types or T(a), output_shapes=[None] * outs)
f.graph("CompressElement", both_(None, 2), [x, text([[b"a", b""]])])
f.graph("CompressElement", both_(None, 1), [i64([])])
f.graph("CompressElement", both_([tf.float32, S], 2), [x])
f.graph("CompressElement", both_([tf.int32], 1), [x])
f.graph("UncompressElement", lambda a: R.UncompressElement(compressed=R.CompressElement(components=[a]), output_types=[tf.bfloat16], output_shapes=[[2]]), [as_type([1, 2], tf.bfloat16)])
f.write()
