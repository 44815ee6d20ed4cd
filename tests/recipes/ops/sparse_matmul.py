"""SparseMatMul: tests/ops/cases/sparse_matmul.*."""
from cases import *

f = Family("sparse_matmul")
r = f.rng


def some(shape, t, part):
    x = r.standard_normal(shape).astype(np.float32)
    x[r.uniform(size=shape) > part] = 0
    return as_type(x, t)


B = tf.bfloat16
for ta in (tf.float32, B):
    for tb in (tf.float32, B):
        for xa in (False, True):
            for xb in (False, True):
                for m, k, n, part in ((3, 5, 4, .5), (1, 7, 1, 1), (70, 130, 40, .2)):
                    if m == 70 and (ta != tb or xa != xb):
                        continue
                    for sa, sb in ((True, False), (False, True)):
                        f.op("SparseMatMul", [some((k, m) if xa else (m, k), ta, part), some((n, k) if xb else (k, n), tb, part)],
                             transpose_a=xa, transpose_b=xb, a_is_sparse=sa, b_is_sparse=sb, ulp=4, rel=1e-6)
for a, b in (((0, 3), (3, 2)), ((2, 0), (0, 3)), ((2, 3), (3, 0)), ((2, 3), (4, 2)), ((3,), (3, 2)), ((2, 3), (3,))):
    f.op("SparseMatMul", [f.numbers(a), f.numbers(b)], a_is_sparse=True)
f.write()
