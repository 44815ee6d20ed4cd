"""MatMul, BatchMatMul and Einsum."""
from cases import *

f = Family("matmul")
TYPES = (np.float32, np.float64, np.float16, np.int16, np.int32, np.int64, np.complex64, np.complex128)


def ints(*shape):
    return f.rng.randint(-5, 6, shape)


def cplx(a, t):
    return a.astype(t) + 1j * a[::-1].astype(t) if t in (np.complex64, np.complex128) else a.astype(t)


for t in TYPES:
    for ta in (False, True) if t != np.int16 else ():		# the op definition leaves int16 out
        for tb in (False, True):
            a, b = ints(*((4, 3) if ta else (3, 4))), ints(*((5, 4) if tb else (4, 5)))
            f.op("MatMul", [cplx(a, t).astype(t), cplx(b, t).astype(t)], transpose_a=ta, transpose_b=tb)
    f.op("BatchMatMulV2", [cplx(ints(2, 1, 3, 4), t).astype(t), cplx(ints(3, 4, 2), t).astype(t)])
    f.op("BatchMatMulV2", [cplx(ints(2, 4, 3), t).astype(t), cplx(ints(2, 2, 4), t).astype(t)], adj_x=True, adj_y=True)
    if t != np.int16:
        f.op("BatchMatMul", [cplx(ints(2, 3, 4), t).astype(t), cplx(ints(2, 2, 4), t).astype(t)], adj_y=True)
    if t != np.float16:
        f.op("BatchMatMulV3", [cplx(ints(2, 3, 4), t).astype(t), cplx(ints(2, 4, 2), t).astype(t)], Tout=tf.as_dtype(t))
BF = tf.bfloat16
f.op("MatMul", [as_type(ints(3, 4), BF), as_type(ints(4, 5), BF)])
f.op("BatchMatMulV2", [as_type(ints(2, 3, 4), BF), as_type(ints(4, 5), BF)])
f.op("BatchMatMulV3", [as_type(ints(2, 3, 4), BF), as_type(ints(4, 5), BF)], Tout=BF)
for a, b in ((np.int8, np.int8), (np.int8, np.uint8), (np.uint8, np.int8), (np.uint8, np.uint8)):
    f.op("BatchMatMulV3", [ints(2, 3, 4).astype(a), ints(4, 5).astype(b)], Tout=tf.int32)
f.op("BatchMatMulV3", [as_type(ints(2, 3, 4), BF), ints(4, 5).astype(np.int8)], Tout=BF)
f.op("BatchMatMulV3", [ints(2, 3, 4).astype(np.uint8), as_type(ints(4, 5), BF)], Tout=BF, ulp=2)
f.op("MatMul", [f.numbers((7, 33)), f.numbers((33, 9))], rel=3e-7)
f.op("MatMul", [f.numbers((1, 70)), f.numbers((70, 9))], rel=3e-7)
f.op("MatMul", [f.numbers((9, 70)), f.numbers((70, 1))], rel=3e-7)
f.op("MatMul", [f.numbers((7, 33), np.float64), f.numbers((33, 9), np.float64)], rel=6e-16)
f.op("MatMul", [f.numbers((7, 33), np.float16), f.numbers((33, 9), np.float16)], rel=2e-3)
f.op("MatMul", [np.int32([[2**30, 7]]), np.int32([[4], [2**30]])])
f.op("MatMul", [f32([[np.inf, 0], [np.nan, 1]]), f32([[0, 1], [1, 2]])])
f.op("MatMul", [np.zeros((0, 3), np.float32), np.zeros((3, 2), np.float32)])
f.op("MatMul", [np.zeros((2, 0), np.float32), np.zeros((0, 3), np.float32)])
f.op("MatMul", [np.zeros((2, 0), np.int32), np.zeros((0, 3), np.int32)])
f.op("MatMul", [np.zeros((2, 3), np.float32), np.zeros((3, 0), np.float32)])
f.op("MatMul", [np.zeros((2, 3), np.float32), np.zeros((2, 3), np.float32)])
f.op("MatMul", [np.zeros((2, 3), np.float32), np.zeros((2, 3), np.float32)], transpose_a=True, transpose_b=True)
f.op("MatMul", [np.zeros(3, np.float32), np.zeros((2, 3), np.float32)])
f.op("MatMul", [np.zeros((2, 3), np.float32), np.zeros((2, 2, 3), np.float32)])
f.op("MatMul", [f32(1), f32(2)])
for op in ("BatchMatMul", "BatchMatMulV2"):
    f.op(op, [np.zeros((2, 3), np.float32), np.zeros((2, 3), np.float32)])
    f.op(op, [np.zeros((2, 2, 3), np.float32), np.zeros((2, 3, 0), np.float32)])
    f.op(op, [np.zeros((0, 2, 3), np.float32), np.zeros((0, 3, 1), np.float32)])
    f.op(op, [np.zeros((2, 2, 0), np.float32), np.zeros((2, 0, 1), np.float32)])
    f.op(op, [np.zeros(3, np.float32), np.zeros((3, 1), np.float32)])
    f.op(op, [np.zeros((3, 1), np.float32), np.zeros(3, np.float32)])
    f.op(op, [np.zeros((2, 2, 3), np.float32), np.zeros((3, 3, 2), np.float32)])
    f.op(op, [np.zeros((2, 2, 3), np.float32), np.zeros((3, 2), np.float32)])
    f.op(op, [np.zeros((2, 2, 3), np.float32), np.zeros((2, 2, 3), np.float32)])
f.op("BatchMatMulV2", [f.numbers((2, 3, 17)), f.numbers((4, 1, 17, 5))], rel=3e-7)

# ---- Einsum ----
for t in (np.float32, np.float64, np.float16, np.int32, np.int64, np.complex64, np.complex128):
    f.op("Einsum", [[ints(2, 3, 4).astype(t), ints(4, 5).astype(t)]], equation="bij,jk->bik")
    f.op("Einsum", [[ints(3, 4).astype(t)]], equation="ij->ji")
    f.op("Einsum", [[ints(3, 4).astype(t)]], equation="ij->j")
f.op("Einsum", [[as_type(ints(3, 4), BF), as_type(ints(4, 2), BF)]], equation="ij,jk->ik")
for eq, shapes in {
        "ab,bc->ac": [(2, 3), (3, 4)], "ab,cb->ca": [(2, 3), (4, 3)], "abc,abd->acd": [(2, 3, 4), (2, 3, 5)],
        "abcd,adec->abe": [(2, 3, 2, 4), (2, 4, 5, 2)], "a,b->ab": [(3,), (4,)], "a,a->": [(3,), (3,)],
        "a,a->a": [(3,), (3,)], "ab,ab->": [(2, 3), (2, 3)], "->": [()], ",->": [(), ()], ",a->a": [(), (3,)],
        "aa->a": [(3, 3)], "aa->": [(3, 3)], "a->aa": [(3,)], "abb->ba": [(2, 3, 3)], "ab->aabb": [(2, 3)],
        "aab,bc->ca": [(2, 2, 3), (3, 4)], "ab,bcc->ac": [(2, 3), (3, 2, 2)],
        "...ab,...bc->...ac": [(5, 1, 2, 3), (4, 3, 2)], "...a->a...": [(2, 3, 4)], "a...->...": [(2, 3, 4)],
        "ab...,b->a...": [(2, 3, 4, 1), (3,)], "...,...->...": [(2, 3), (3,)], "a...b,bc...->...ac": [(2, 4, 3), (3, 5, 4)],
        "BTNH,BFNH->BNFT": [(2, 3, 2, 4), (2, 5, 2, 4)], "BNFT,BTNH->BFNH": [(2, 2, 5, 3), (2, 3, 2, 4)],
        "abc->b": [(2, 3, 4)], "ab,c->ac": [(2, 3), (4,)], "ab,bc->cab": [(2, 3), (3, 4)],
        "ab,b->": [(2, 3), (3,)], "abc,cde->abde": [(2, 3, 4), (4, 2, 3)], "...->...": [(2, 3)],
        "ab,a->ba": [(2, 3), (2,)], "a,ab,->b".replace(",->", "->"): [(2,), (2, 3)]}.items():
    f.op("Einsum", [[ints(*s).astype(np.float32) for s in shapes]], equation=eq)
f.op("Einsum", [[f.numbers((2, 8, 16)), f.numbers((16, 3, 4))]], equation="abc,cde->abde", rel=3e-7)
f.op("Einsum", [[np.zeros((0, 3), np.float32), np.zeros((3, 2), np.float32)]], equation="ab,bc->ac")
f.op("Einsum", [[np.zeros((2, 0), np.float32), np.zeros((0, 2), np.float32)]], equation="ab,bc->ac")
f.op("Einsum", [[ints(2, 3).astype(np.float32), ints(4, 2).astype(np.float32)]], equation="ab,bc->ac")
f.op("Einsum", [[ints(2, 3).astype(np.float32), ints(4).astype(np.float32)]], equation="ab,bc->ac")
f.op("Einsum", [[ints(2, 3).astype(np.float32)]], equation="aa->a")
f.op("Einsum", [[ints(2).astype(np.float32)]], equation="ab...->a")
f.op("Einsum", [[ints(2, 3, 4).astype(np.float32)]], equation="a...->a")
f.op("Einsum", [[ints(2, 3, 4).astype(np.float32), ints(2, 3).astype(np.float32)]], equation="...a,...a->...")
f.write()
