"""Scalar ops of one operand (src/ops/scalar.def)."""
from elementwise import *

f = Family("scalar")
ALL = FLOATS + COMPLEX


def bound(t, ulp):
    """ulp: in float, double (half and bfloat16: 1 when it is not 0), complex numbers by their size."""
    if t in COMPLEX:
        return dict(rel=0 if ulp == (0, 0) else 2.5e-7 if t == "complex64" else 1e-15)
    return dict(ulp=ulp[0] if t == "float32" else ulp[1] if t == "float64" else ulp[2] if len(ulp) > 2 else 0)


def sweep(op, dtypes, ulp=(0, 0), **how):
    for t in dtypes:
        f.op(op, [one(f, t, **how)], **bound(t, ulp))
    f.op(op, [cast(np.zeros((0, 3)), dtypes[0])])
    f.op(op, [cast(np.float32(1.25), dtypes[0])], **bound(dtypes[0], ulp))


sweep("Neg", FLOATS + INTS + COMPLEX)
sweep("Abs", FLOATS + INTS)
sweep("Square", FLOATS + INTS + UINTS + COMPLEX)
sweep("Sqrt", FLOATS)
sweep("Sqrt", COMPLEX, ulp=(1, 1))
sweep("Rsqrt", ALL, ulp=(1, 1, 1))
sweep("Exp", ALL, ulp=(1, 1), extra=[88.5, 89, -87, -103, 709, -745])
sweep("Expm1", ALL, ulp=(2, 0), tiny=False, extra=[1e-3, -1e-3, 1e-8, 88])
sweep("Log", ALL, tiny=False, ulp=(1, 1))
sweep("Log1p", ALL, tiny=False, ulp=(2, 0), extra=[1e-3, -1e-3, 1e-8, -0.999])
sweep("Floor", FLOATS)
sweep("Ceil", FLOATS)
sweep("Round", FLOATS + ["int32", "int64"])
sweep("Rint", FLOATS[:2])
sweep("Sign", FLOATS + INTS, tiny=False)
sweep("Sign", COMPLEX, ulp=(1, 1))
sweep("Reciprocal", ALL, ulp=(1, 0))
sweep("Inv", ALL, ulp=(1, 0))
for op in ("Sin", "Cos", "Tan", "Sinh", "Cosh", "Asinh", "Acosh"):
    sweep(op, ALL, ulp=(1, 1), tiny=False, extra=[10.0, -20.0, 0.01])
for op in ("Asin", "Atanh", "Acos", "Atan"):
    sweep(op, ALL, ulp=(2, 1), lo=-1, hi=1, extra=[0.999, -0.999, 1e-3])
for op in ("Erf", "Erfc"):
    sweep(op, FLOATS, ulp=(2, 0), tiny=False, extra=[0.01, 6, -6, 9])
sweep("Lgamma", FLOATS[:3], extra=[0.01, 3, 30, 100, -30.5])
sweep("Sigmoid", ALL, ulp=(2, 1), extra=[10, -10, 20, -20, 100, -100])
sweep("Tanh", ALL, ulp=(2, 1), tiny=False, extra=[1e-4, 10, -10, 0.7, 0.3])
sweep("Invert", INTS + UINTS)
sweep("Conj", COMPLEX)
RELU = FLOATS + ["int32", "int8", "uint8", "int16", "uint16", "uint32", "int64", "uint64"]
sweep("Relu", RELU, tiny=False, extra=[5.9, 6.1])
sweep("Relu6", RELU, tiny=False, extra=[5.9, 6.1])
sweep("Elu", FLOATS, ulp=(2, 1), extra=[-10, -1e-4])
sweep("Selu", FLOATS, ulp=(2, 1), extra=[-10, -1e-4])
sweep("Softplus", FLOATS, ulp=(1, 0), extra=[10, 14, -14, 35, -35, 100])
sweep("Softsign", FLOATS, tiny=False)
for op in ("IsNan", "IsInf", "IsFinite"):
    sweep(op, FLOATS)
f.write()
