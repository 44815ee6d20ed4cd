"""Models for request bodies of TensorFlow Serving: the numbers of its own testdata (half of x, plus two or three), and
identities with inputs of several types.

    python tests/recipes/serving.py		(TensorFlow 2.15.1)

writes tests/models/serving/{half_plus_two,typed}.
"""
import os
import shutil

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import tensorflow as tf

HOME = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "models", "serving")
v1 = tf.compat.v1


def half_plus_two():
    path = os.path.join(HOME, "half_plus_two")
    shutil.rmtree(path, ignore_errors=True)
    with tf.Graph().as_default(), v1.Session() as s:
        a = v1.Variable(0.5, name="a", use_resource=False)
        b = v1.Variable(2.0, name="b", use_resource=False)
        c = v1.Variable(3.0, name="c", use_resource=False)
        examples = v1.placeholder(tf.string, name="tf_example")
        fixed = v1.io.parse_example(examples, {
            "x": v1.io.FixedLenFeature([1], tf.float32), "x2": v1.io.FixedLenFeature([1], tf.float32, [0.0])})
        x = tf.identity(fixed["x"], name="x")
        y = tf.add(tf.multiply(a, x), b, name="y")
        y2 = tf.add(tf.multiply(a, x), c, name="y2")
        s.run(v1.global_variables_initializer())

        def info(**kv):
            return {k: v1.saved_model.build_tensor_info(t) for k, t in kv.items()}

        def sig(ins, outs, method):
            return v1.saved_model.build_signature_def(ins, outs, "tensorflow/serving/" + method)

        builder = v1.saved_model.Builder(path)
        builder.add_meta_graph_and_variables(s, ["serve"], {
            "serving_default": sig(info(x=x), info(y=y), "predict"),
            "regress_x_to_y": sig(info(inputs=examples), info(outputs=y), "regress"),
            "regress_x_to_y2": sig(info(inputs=examples), info(outputs=y2), "regress"),
            "classify_x_to_y": sig(info(inputs=examples), info(scores=y), "classify"),
        })
        builder.save()


def typed():
    path = os.path.join(HOME, "typed")
    shutil.rmtree(path, ignore_errors=True)
    spec = {"int_tensor": tf.int32, "str_tensor": tf.string, "float_tensor": tf.float32, "dbl_tensor": tf.float64,
            "bool_tensor": tf.bool, "long_tensor": tf.int64}
    m = tf.Module()

    def identity(**kv):
        return {(k + "_bytes" if k == "str_tensor" else k): tf.identity(t) for k, t in kv.items()}

    def make(*names):
        return tf.function(identity).get_concrete_function(**{n: tf.TensorSpec(None, spec[n], name=n) for n in names})

    m.f = make(*spec)
    sigs = {"serving_default": make("int_tensor"), "all": m.f, "two": make("int_tensor", "str_tensor"),
            "floats": make("float_tensor"), "strings": make("str_tensor"), "doubles": make("dbl_tensor")}
    tf.saved_model.save(m, path, signatures=sigs)


if __name__ == "__main__":
    half_plus_two()
    typed()
    with open(os.path.join(HOME, "README"), "w") as f:
        f.write(f"Made by tests/recipes/serving.py with TensorFlow {tf.__version__}.\n")
