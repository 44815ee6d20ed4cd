"""Makes tests/models/repros: models that fail at nodes which take more than numbers: handles, lists, references.

    python tests/recipes/repro_models.py

cases.tsv says, a line a case: model, inputs, `smtui why`'s exit code, what is planted. repros.py runs what smtui
writes of them.
"""
import os
import shutil

from common import MODELS, set_up, save_lean, spec, write_text, write_versions
import numpy as np
import tensorflow as tf

V1 = tf.compat.v1
HOME = os.path.join(MODELS, "repros")
CASES = []


def plant(name, inputs, body, case, what, **tracked):
    module = tf.Module()
    for key, value in tracked.items():
        setattr(module, key, value)
    module.serve = tf.function(lambda *args: {"y": body(module, *args)}, input_signature=inputs)
    save_lean(os.path.join(HOME, name), module)
    CASES.append(f"{name}\t{case}\t1\t{what}")


def plant_v1(name, build, case, what):
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    with tf.Graph().as_default(), V1.Session() as session:
        V1.disable_control_flow_v2()
        V1.disable_resource_variables()
        inputs, outputs = build()
        V1.enable_control_flow_v2()
        session.run(V1.global_variables_initializer())
        V1.saved_model.simple_save(session, folder, inputs, outputs)
    CASES.append(f"{name}\t{case}\t1\t{what}")


def list_item(m, x):
    """Row 4 of a list of three, in a loop."""
    rows = tf.raw_ops.TensorListFromTensor(tensor=x, element_shape=[2])
    return tf.while_loop(lambda i, a: i < 6, lambda i, a: (i + 2, a + tf.raw_ops.TensorListGetItem(
        input_handle=rows, index=i, element_shape=[2], element_dtype=tf.float32)), (0, tf.zeros([2])))[1]


def ragged_list(m, x):
    """Elements of two shapes, and one that was never set."""
    rows = tf.raw_ops.TensorListReserve(element_shape=-1, num_elements=3, element_dtype=tf.float32)
    rows = tf.raw_ops.TensorListSetItem(input_handle=rows, index=0, item=x)
    rows = tf.raw_ops.TensorListSetItem(input_handle=rows, index=2, item=x[:1])
    return tf.raw_ops.TensorListStack(input_handle=rows, element_shape=-1, element_dtype=tf.float32, num_elements=3)


def scatter(m, i):
    tf.raw_ops.ResourceScatterUpdate(resource=m.w.handle, indices=i, updates=tf.zeros([tf.shape(i)[0], 2]))
    return m.w.read_value()


def array():
    """Element 6 of an array of four."""
    x = V1.placeholder(tf.float32, [None], name="x")
    a = tf.TensorArray(tf.float32, 4, clear_after_read=False).unstack(x)
    return {"x": x}, {"y": a.read(tf.shape(x)[0] - 1 + tf.cast(x[0], tf.int32))}


def stack():
    """Two values are put on a stack, three are taken."""
    x = V1.placeholder(tf.float32, [None], name="x")
    handle = tf.raw_ops.StackV2(max_size=9, elem_type=tf.float32, stack_name="kept")
    last = x
    for _ in range(2):
        last = tf.raw_ops.StackPushV2(handle=handle, elem=last + 1.0)
    for _ in range(3):
        with tf.control_dependencies([last]):
            last = tf.raw_ops.StackPopV2(handle=handle, elem_type=tf.float32)
    return {"x": x}, {"y": last}


def reference():
    i = V1.placeholder(tf.int32, [None], name="i")
    w = V1.get_variable("w", initializer=np.ones((3, 2), np.float32), use_resource=False)
    return {"i": i}, {"y": V1.scatter_update(w, i, tf.zeros([tf.shape(i)[0], 2]))}


def nan_variable():
    x = V1.placeholder(tf.float32, [None], name="x")
    w = V1.get_variable("w", initializer=np.array([1, np.nan], np.float32), use_resource=False)
    return {"x": x}, {"y": x * w}


def nested():
    """A loop in a loop that never ends."""
    x = V1.placeholder(tf.int32, [], name="x")
    inner = lambda k: V1.while_loop(lambda j: j < 3, lambda j: j + 1, [k])
    return {"x": x}, {"y": V1.while_loop(lambda i: i < x, lambda i: tf.minimum(inner(i), 3), [tf.constant(0)])}


def main():
    set_up()
    shutil.rmtree(HOME, ignore_errors=True)
    F, S = tf.float32, tf.string
    plant("list_item", [spec(3, 2)], list_item, "x=[[1.0,2.0],[3.0,4.0],[5.0,6.0]]", "a list's handle, in a loop")
    plant("ragged_list", [spec(2)], ragged_list, "x=[1.0,2.0]", "a list with a hole")
    plant("scatter", [spec(None, dtype=tf.int32, name="i")], scatter, "i=[0,7]", "a variable's handle",
          w=tf.Variable(np.ones((3, 2), np.float32)))
    nans = tf.lookup.StaticHashTable(tf.lookup.KeyValueTensorInitializer(
        tf.constant(["a", "b\0", "c"]), tf.constant([1.0, 2.0, np.nan])), 0.0)
    plant("nan_table", [spec(None, dtype=S, name="t")], lambda m, t: m.t.lookup(t) * 2.0, "t=[\"a\",\"c\"]",
          "a table that holds a NaN, and a key that ends in NUL", t=nans)
    mutable = tf.lookup.experimental.MutableHashTable(tf.int64, F, [0.0, np.inf])
    plant("vector_table", [spec(None, dtype=tf.int64, name="t")],
          lambda m, t: m.t.lookup(t) - m.t.lookup(t), "t=[3]", "inf - inf out of a table of vectors", t=mutable)
    plant("bfloat", [spec(None, 3), spec(None, 2, name="w")],
          lambda m, x, w: tf.matmul(tf.cast(x, tf.bfloat16), tf.cast(w, tf.bfloat16)),
          "x=[[1.0,2.0,3.0]];w=[[1.0,2.0]]", "bfloat16, which no .npy holds")
    plant("parts", [spec(None, 3), spec(None, None, name="z")], lambda m, x, z: tf.concat([x, z, x], 0),
          "x=[[1.0,2.0,3.0]];z=[[1.0,2.0]]", "an argument that is a list")
    plant("texts", [spec(None, dtype=S)], lambda m, x: tf.strings.to_number(x), "x=[\"1\",\"two\"]", "strings")
    plant("branches", [spec(), spec(None, None, name="z")],
          lambda m, x, z: tf.cond(x > 0, lambda: tf.reshape(z, [2, 2]), lambda: tf.zeros([2, 2])),
          "x=1.0;z=[[1.0,2.0,3.0]]", "in a branch")
    plant_v1("array", array, "x=[5.0,2.0]", "a TensorArray's handle")
    plant_v1("stack", stack, "x=[1.0,2.0]", "a stack's handle")
    plant_v1("reference", reference, "i=[0,7]", "a reference to a V1 variable")
    plant_v1("nan_variable", nan_variable, "x=[1.0,2.0]", "a V1 variable that holds a NaN")
    plant_v1("nested", nested, "x=9", "a V1 loop around a loop")
    write_text(os.path.join(HOME, "cases.tsv"), "\n".join(CASES) + "\n")
    write_versions(HOME)


if __name__ == "__main__":
    main()
