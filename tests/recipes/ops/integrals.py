"""Special functions that are integrals; gradients of the incomplete gamma function.

Ours are computed in double: bounds of float cases are how far TensorFlow's own floats are from the true values, which
for Fresnel integrals of great floats (whose phase they lose) is 1e-4."""
from cases import *

f = Family("integrals")
HARD = [0, -0.0, 1e-300, 1e-10, -1e-10, -0.1, -1, -5, -60, np.inf, -np.inf, np.nan]
near = np.concatenate([np.linspace(0.01, 4, 80), [0.3725074107813666]])
far = np.concatenate([np.linspace(4, 60, 60), [88, 88.5, 100, 700, 709, 710, 1000, 36973, 36975, 1e10, 1e200]])
for op in ("Expint", "Spence", "Dawsn", "FresnelSin", "FresnelCos"):
    signed = op not in ("Expint", "Spence")
    for t, rel, great in ((np.float32, 2e-6, 2e-6), (np.float64, 1e-14, 1e-11)):
        with np.errstate(over="ignore"):
            f.op(op, [np.array(HARD, t)], rel=rel)
            f.op(op, [near.astype(t)], rel=rel)
            # a value at a time: the greatest must not excuse the others
            for x in far.astype(t):
                f.op(op, [t(x)], rel=1e-4 if t == np.float32 and op.startswith("Fresnel") else 2e-5 if t == np.float32 and op == "Expint" else great if abs(x) > 1000 else rel * 10)
            if signed:
                f.op(op, [-near.astype(t)], rel=rel)
    f.op(op, [np.zeros((2, 0), np.float32)])
for op in ("IgammaGradA", "RandomGammaGrad"):
    a = [0, 0.1, 1, 1, 1, 1, 1, -1, np.nan, 1, np.inf, 1, 1e-3, 5, 2, 0.5]
    x = [1, 1, 0, -1, np.inf, np.nan, 3, 1, 1, 1e-10, 1, 100, 0.5, 3, 2, 1.5]
    for t, rel in ((np.float32, 4e-5), (np.float64, 1e-12)):
        for p, q in zip(a, x):
            f.op(op, [t(p), t(q)], rel=rel)
        grid = np.array([[0.05], [0.5], [1], [2.5], [10], [60], [300]], t)
        for ratio in (0.2, 0.9, 1.0, 1.1, 3.0):
            for g in grid:
                f.op(op, [g, (g * ratio).astype(t)], rel=3e-3 if t == np.float32 else 1e-10)
        f.op(op, [grid, np.array([0.5, 3, 20], t)], rel=1e-4 if t == np.float32 else 1e-11)
    f.op(op, [f32(1, 2, 3), f32([[1], [2]])], rel=4e-5)
    f.op(op, [f32(1, 2, 3), f32(1, 2)])
    f.op(op, [f32(np.zeros((0, 3))), f32(1)])
f.write()
