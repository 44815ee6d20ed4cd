"""Makes src/model/opdef_table.inc: every op of TensorFlow's registry.

Run from the repository's top: python tests/recipes/opdefs.py

The table holds each OpDef as its own wire bytes without texts that only describe, sorted by name: one
pool of bytes and an array of offsets, so that the program decodes what it looks up and nothing else.
"""
import sys

import tensorflow as tf
from tensorflow.core.framework import op_def_pb2
from tensorflow.python.framework import c_api_util  # noqa: F401  (registers the C API)
from tensorflow.python.client import pywrap_tf_session as c_api

OUT = "src/model/opdef_table.inc"


def registry():
    buf = c_api.TF_GetAllOpList()
    ops = op_def_pb2.OpList()
    ops.ParseFromString(c_api.TF_GetBuffer(buf))
    return sorted(ops.op, key=lambda op: op.name.encode())


def stripped(op):
    out = op_def_pb2.OpDef()
    out.CopyFrom(op)
    out.ClearField("summary")
    out.ClearField("description")
    if out.HasField("deprecation"):
        out.deprecation.ClearField("explanation")
    for arg in list(out.input_arg) + list(out.output_arg):
        arg.ClearField("description")
        arg.ClearField("experimental_full_type")
        arg.ClearField("handle_data")
    for attr in out.attr:
        attr.ClearField("description")
    return out.SerializeToString(deterministic=True)


def literal(data):
    """C string literals, 24 bytes a line; octal escapes cannot run into the next character."""
    for i in range(0, len(data), 24):
        yield '\t"' + "".join("\\%03o" % b for b in data[i:i + 24]) + '"'


def main():
    ops = registry()
    pool = b""
    offsets = []
    for op in ops:
        offsets.append(len(pool))
        pool += stripped(op)
    offsets.append(len(pool))
    with open(OUT, "w") as f:
        f.write("/* Made by tests/recipes/opdefs.py with TensorFlow %s: %d ops, %d bytes. */\n"
                % (tf.__version__, len(ops), len(pool)))
        f.write("enum { OPDEF_N = %d };\n" % len(ops))
        f.write("static const unsigned opdef_offset[] = {\n")
        for i in range(0, len(offsets), 12):
            f.write("\t" + " ".join("%d," % o for o in offsets[i:i + 12]) + "\n")
        f.write("};\nstatic const char opdef_pool[] =\n")
        f.write("\n".join(literal(pool)) + ";\n")
    print("%d ops, %d bytes" % (len(ops), len(pool)))


if __name__ == "__main__":
    sys.exit(main())
