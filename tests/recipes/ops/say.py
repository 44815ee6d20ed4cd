"""CheckNumerics, Assert, Print."""
from elementwise import *

f = Family("say")
for op in ("CheckNumerics", "CheckNumericsV2"):
    for t in FLOATS:
        f.op(op, [cast([1, -2, 0], t)], message="fine")
        f.op(op, [cast([1, NAN, 0], t)], message="broken")
    for v in ([INF], [-INF], [INF, -INF], [INF, NAN], [-INF, NAN], [NAN, INF, -INF], []):
        f.op(op, [f32(np.array(v))], message="msg 'x'")
VALUES = [f32(1.5, 2, 3, 4), f32(1 / 3, 1e-7, 1e10, NAN), f64(1 / 3, 1e20, -INF), i32(1, 2, 3, 4, 5), text(b"abc\n\"x'\\\t\x01", b"d"),
          text(b""), np.array([True, False]), f32([[1, 2], [3, 4]]), np.zeros((0, 2), np.float32),
          np.array([1 + 2j, 3]), np.arange(24, dtype=np.int64).reshape(2, 3, 4), as_type([1.5, 0.1], "float16"),
          as_type([1, 0.1], "bfloat16"), as_type([200, 2], "uint8"), i64(-2**60), as_type([2**64 - 1], "uint64"),
          f32(0.1), text(b"scalar"), np.zeros((2, 0), np.float32)]


def check(summarize):
    def build(cond, *data):
        with v1.control_dependencies([tf.raw_ops.Assert(condition=cond, data=list(data), summarize=summarize)]):
            return tf.identity(cond)
    return build


for v in VALUES:
    for n in (3, -1, 1, 7):
        f.graph("Assert", check(n), [np.array(False), v])
f.graph("Assert", check(3), [np.array(True), f32(1)])
f.graph("Assert", check(3), [np.array(False), f32(1, 2), text(b"then", b"else"), i32(7)])
f.graph("Assert", check(3), [np.array([True]), f32(1)])
f.graph("Assert", check(3), [np.array([False, True]), f32(1)])
f.op("Print", [f32(1, 2), [f32(3, 4), text(b"x")]], message="says ")


def print_v2(s):
    with v1.control_dependencies([tf.raw_ops.PrintV2(input=s)]):
        return tf.identity(s)


f.graph("PrintV2", print_v2, [text(b"hello")])
f.graph("PrintV2", print_v2, [text([b"a", b"b"])])
f.write()
