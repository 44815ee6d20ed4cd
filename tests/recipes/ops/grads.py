"""Gradients of scalar ops (src/ops/scalar.def): two operands of one shape or size."""
from elementwise import *

f = Family("grads")
RELU = FLOATS + INTS + UINTS
for op in ("ReluGrad", "Relu6Grad", "EluGrad", "SeluGrad", "SoftplusGrad", "SoftsignGrad"):
    for t in RELU if op.startswith("Relu") else FLOATS:
        x = pair(f, t)
        f.op(op, x, ulp=2 if op == "SoftplusGrad" and t in FLOATS[:2] else 0)
    f.op(op, [f32(np.zeros((0, 2))), f32(np.zeros((0, 2)))])
    f.op(op, [f32(1), f32(2)], ulp=2)
    f.op(op, [f32(1, 2, 3), f32(1, 2)])
    f.op(op, [f32(1, 2, 3, 4), f32([[1, 2], [3, 4]])])
for op in ("SigmoidGrad", "TanhGrad", "SqrtGrad", "RsqrtGrad", "InvGrad", "ReciprocalGrad"):
    for t in FLOATS + COMPLEX:
        f.op(op, pair(f, t), rel=0 if t in FLOATS else 1e-6 if t == "complex64" else 1e-15)
    f.op(op, [f32(1, 2, 3, 4), f32([[1, 2], [3, 4]])])
    f.op(op, [f32(1, 2, 3), f32(1)])
f.write()
