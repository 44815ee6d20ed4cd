"""Optimisers' updates, dense and sparse, by resource and by reference."""
from cases import *

R = tf.raw_ops
f = Family("train")
FLOATS = (tf.float32, tf.float64, tf.float16, tf.bfloat16)
count = 0
# op: slots, values of the scalars by name, flag
OPS = {
    "GradientDescent": (0, dict(alpha=0.1), None),
    "Momentum": (1, dict(lr=0.1, momentum=0.9), "use_nesterov"),
    "KerasMomentum": (1, dict(lr=0.1, momentum=0.9), "use_nesterov"),
    "Adam": (2, dict(beta1_power=0.81, beta2_power=0.99, lr=0.01, beta1=0.9, beta2=0.995, epsilon=1e-3), "use_nesterov"),
    "AdamWithAmsgrad": (3, dict(beta1_power=0.81, beta2_power=0.99, lr=0.01, beta1=0.9, beta2=0.995, epsilon=1e-3), None),
    "Adagrad": (1, dict(lr=0.1), "update_slots"),
    "AdagradV2": (1, dict(lr=0.1, epsilon=1e-3), "update_slots"),
    "RMSProp": (2, dict(lr=0.1, rho=0.9, momentum=0.5, epsilon=1e-3), None),
    "CenteredRMSProp": (3, dict(lr=0.1, rho=0.9, momentum=0.5, epsilon=1e-2), None),
    "Adadelta": (2, dict(lr=0.1, rho=0.9, epsilon=1e-3), None),
    "ProximalGradientDescent": (0, dict(alpha=0.1, l1=0.2, l2=0.3), None),
    "ProximalAdagrad": (1, dict(lr=0.1, l1=0.2, l2=0.3), None),
    "AdagradDA": (2, dict(lr=0.1, l1=0.05, l2=0.3, global_step=3), None),
    "AddSign": (1, dict(lr=0.1, alpha=1.0, sign_decay=0.9, beta=0.8), None),
    "PowerSign": (1, dict(lr=0.1, logbase=1.0, sign_decay=0.9, beta=0.8), None),
    "Ftrl": (2, dict(lr=0.1, l1=0.6, l2=0.3, lr_power=-0.5), "multiply_linear_by_lr"),
    "FtrlV2": (2, dict(lr=0.1, l1=0.6, l2=0.3, l2_shrinkage=0.2, lr_power=-0.5), "multiply_linear_by_lr"),
    "AdaMax": (2, dict(beta1_power=0.81, lr=0.1, beta1=0.9, beta2=0.99, epsilon=1e-3), None),
}
NO_BFLOAT16 = {("RMSProp", True), ("CenteredRMSProp", True), ("AdaMax", False)}
LARGE_ONLY = ("ProximalGradientDescent", "ProximalAdagrad", "AdagradDA")
SPARSE = ("Momentum", "KerasMomentum", "Adagrad", "AdagradV2", "RMSProp", "ProximalGradientDescent", "ProximalAdagrad", "AdagradDA", "Ftrl", "FtrlV2", "Adadelta",
          "CenteredRMSProp")


def apply(name, ref, sparse, v, slots, g, i=None, scalars=None, skip=None, **flags):
    """Runs the op; gives the variable and its slots afterwards."""
    global count
    op = ("" if ref else "Resource") + ("SparseApply" if sparse else "Apply") + name
    if not hasattr(R, op):
        return None
    made, init = [], []
    for k, x in enumerate([v] + slots):
        count += 1
        if ref:
            h = R.VariableV2(dtype=x.dtype, shape=None, shared_name=f"t{count}")
            init.append(R.Assign(ref=h, value=x, validate_shape=False))
        else:
            h = R.VarHandleOp(dtype=x.dtype, shape=None, shared_name=f"t{count}")
            if skip != k:
                init.append(R.AssignVariableOp(resource=h, value=x))
            h = R.PlaceholderWithDefault(input=h, shape=None)
        made.append(h)
    given = dict(OPS[name][1], **(scalars or {}))
    names = [a.name for a in op_def_registry.get(op).input_arg]
    args, at = {}, 0
    for n in names:
        if n in given:
            args[n] = R.PlaceholderWithDefault(input=tf.cast(given[n], tf.int64 if n == "global_step" else v.dtype), shape=None)
        elif n in ("grad", "delta"):
            args[n] = g
        elif n == "indices":
            args[n] = i
        else:
            args[n] = made[at]
            at += 1
    r = getattr(R, op)(**args, **flags)
    with tf.control_dependencies([r if not isinstance(r, tf.Tensor) else r.op]):
        if ref:
            return [R.Identity(input=h) for h in made], init
        return [R.ReadVariableOp(resource=h, dtype=v.dtype) for h in made], init


v0 = f.numbers((3, 4))
g0 = f.numbers((3, 4), scale=0.5)
slots0 = [np.abs(f.numbers((3, 4))) + 0.5 for _ in range(3)]
slots0[1] += 2.0
BOUND = {tf.float32: 3, tf.float64: 3, tf.float16: 2, tf.bfloat16: 2}
for name, (n, scalars, flag) in OPS.items():
    for ref in (False, True):
        for sparse in (False, True):
            op = ("" if ref else "Resource") + ("SparseApply" if sparse else "Apply") + name
            if not hasattr(R, op) or (sparse and name not in SPARSE):
                continue
            for dtype in FLOATS:
                if name in LARGE_ONLY and dtype.size < 4 or dtype == tf.bfloat16 and (name, sparse) in NO_BFLOAT16 or ref and dtype != tf.float32:
                    continue
                for value in ((False, True) if flag else (None,)):
                    k = {} if flag is None else {flag: value}
                    ins = [as_type(x, dtype) for x in [v0] + slots0[:n]]
                    if sparse:
                        f.graph(op, lambda v, *a: apply(name, ref, True, v, list(a[:n]), a[n], a[n + 1], **k),
                                ins + [as_type(g0[[1, 0, 1]], dtype), i32([2, 0, 2])], ulp=BOUND[dtype])
                    else:
                        f.graph(op, lambda v, *a: apply(name, ref, False, v, list(a[:n]), a[n], **k),
                                ins + [as_type(g0, dtype)], ulp=BOUND[dtype])
            ins = [v0] + slots0[:n]
            if ref:
                continue
            if not sparse:
                f.graph(op, lambda v, *a: apply(name, ref, False, v, list(a[:n]), a[n]), ins + [g0[:2]])
                if n and name != "CenteredRMSProp":
                    f.graph(op, lambda v, *a: apply(name, ref, False, v, list(a[:n]), a[n]), [v0, slots0[0][:1]] + slots0[1:n] + [g0])
                f.graph(op, lambda v, *a: apply(name, ref, False, v, list(a[:n]), a[n], scalars={list(scalars)[0]: [0.5]}), ins + [g0])
                f.graph(op, lambda v, *a: apply(name, ref, False, v, list(a[:n]), a[n], skip=0), ins + [g0])
            else:
                for i, g in ((i32([2, 3]), g0[:2]), (i32([[1]]), g0[:1]), (i64([1, 2, 0]), g0[:2]), (i32([1]), g0[:1, :3]),
                             (i64([]), g0[:0]), (i32([-1]), g0[:1])):
                    f.graph(op, lambda v, *a: apply(name, ref, True, v, list(a[:n]), a[n], a[n + 1]), ins + [g, i], ulp=3)
# What the rates may be.
for name, key, value in (("Ftrl", "lr", 0.0), ("Ftrl", "l1", -1.0), ("Ftrl", "l2", -1.0), ("Ftrl", "lr_power", 0.5), ("Ftrl", "lr_power", -0.7),
                         ("FtrlV2", "lr", 0.0), ("FtrlV2", "l2_shrinkage", -1.0), ("FtrlV2", "lr_power", 0.5), ("FtrlV2", "lr_power", -0.7),
                         ("ProximalAdagrad", "lr", 0.0), ("ProximalAdagrad", "l1", -1.0), ("ProximalAdagrad", "l2", -1.0), ("ProximalAdagrad", "l1", 0.0),
                         ("ProximalGradientDescent", "alpha", 0.0), ("ProximalGradientDescent", "l1", -1.0), ("ProximalGradientDescent", "l2", -1.0),
                         ("ProximalGradientDescent", "l1", 0.0), ("AdagradDA", "lr", 0.0), ("AdagradDA", "l1", 0.0), ("AdagradDA", "l1", -1.0),
                         ("Adadelta", "lr", 0.0), ("AddSign", "lr", -1.0)):
    n = OPS[name][0]
    for sparse in (False, True):
        op = "Resource" + ("SparseApply" if sparse else "Apply") + name
        if not hasattr(R, op):
            continue
        ins = [v0] + slots0[:n] + ([g0[[1, 0]], i32([2, 1])] if sparse else [g0])
        f.graph(op, lambda v, *a: apply(name, False, sparse, v, list(a[:n]), a[n], a[n + 1] if sparse else None, scalars={key: value}), ins, ulp=4)
f.write()
