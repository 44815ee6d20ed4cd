"""Datasets of raw ops, for the families about tf.data. Not run by itself."""
from cases import *

R = tf.raw_ops
count = 0


def T(d):
    return [v.dtype for v in d]


class D:
    """A dataset of raw ops, with what its elements are."""
    def __init__(self, h, types, shapes=None):
        self.h, self.types = h, list(types)
        self.shapes = shapes if shapes else [None] * len(self.types)

    def like(self, h):
        return D(h, self.types)

    def k(self):
        return dict(output_types=self.types, output_shapes=self.shapes)

    def to(self, op, types=None, **a):
        types = types or self.types
        r = getattr(R, op)(input_dataset=self.h, output_types=types, output_shapes=[None] * len(types), **a)
        return D(r, types)


def slices(*v):
    return D(R.TensorSliceDataset(components=list(v), output_shapes=[None] * len(v)), T(v))


def tensors(*v):
    return D(R.TensorDataset(components=list(v), output_shapes=[None] * len(v)), T(v))


def rng(a, b, s, t=tf.int64):
    return D(R.RangeDataset(start=a, stop=b, step=s, output_types=[t], output_shapes=[[]]), [t])


def fn(build, *types):
    g = tf.function(build, input_signature=[tf.TensorSpec(None, t) for t in types])
    return g.get_concrete_function()


def iterate(d, n=1, get="IteratorGetNext", made=None, after=()):
    """An iterator in a variable of its own, begun by the case's init op; run after run goes on."""
    global count
    count += 1
    it = R.IteratorV2(shared_name=f"it{count}", container="", **(made or d).k())
    with tf.control_dependencies(list(after)):
        init = R.MakeIterator(dataset=d.h, iterator=it)
    out = getattr(R, get)(iterator=it, **d.k())
    return out, [init]


def hide(t):
    """t, of which no shape is known before the run."""
    return R.PlaceholderWithDefault(input=t, shape=None)


def single(d):
    return R.DatasetToSingleElement(dataset=d.h, **d.k())


def v(*a):
    return tf.constant(a if len(a) > 1 else a[0], tf.int64)


def zipped(*d):
    types = sum((q.types for q in d), [])
    return D(R.ZipDataset(input_datasets=[q.h for q in d], output_types=types, output_shapes=[None] * len(types)), types)


def nums(n):
    return rng(v(0), v(n), v(1))
