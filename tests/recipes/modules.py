"""Makes examples/modules: the custom modules of TensorFlow's SavedModel guide.

Where TensorFlow 2.15 no longer does what the guide shows, a comment below says so.

    python tests/recipes/modules.py
"""
import os
import shutil

from common import EXAMPLES, set_up, write_versions
import tensorflow as tf

HOME = os.path.join(EXAMPLES, "modules")


class CustomModule(tf.Module):

    def __init__(self):
        super(CustomModule, self).__init__()
        self.v = tf.Variable(1.)

    @tf.function
    def __call__(self, x):
        return x * self.v

    @tf.function(input_signature=[tf.TensorSpec([], tf.float32)])
    def mutate(self, new_v):
        self.v.assign(new_v)


class CustomModuleWithOutputName(tf.Module):

    def __init__(self):
        super(CustomModuleWithOutputName, self).__init__()
        self.v = tf.Variable(1.)

    @tf.function(input_signature=[tf.TensorSpec([], tf.float32)])
    def __call__(self, x):
        return {"custom_output_name": x * self.v}


def save(module, name, signatures=None):
    folder = os.path.join(HOME, name)
    shutil.rmtree(folder, ignore_errors=True)
    tf.saved_model.save(module, folder, signatures=signatures)


def main():
    set_up()
    anything = tf.TensorSpec(None, tf.float32)
    module = CustomModule()
    module(tf.constant(0.))
    save(module, "no_signatures")
    save(module, "with_signature", module.__call__.get_concrete_function(anything))

    # TensorFlow 2.15 takes the trace for any shape for an array too, where the guide shows a new
    # trace. So that array_input has the guide's shape, it is traced first, on a fresh module.
    module = CustomModule()
    module(tf.constant(0.))
    array = module.__call__.get_concrete_function(tf.TensorSpec([None], tf.float32))
    call = module.__call__.get_concrete_function(anything)
    save(module, "with_multiple_signatures", {"serving_default": call, "array_input": array})

    # The guide asks for any shape here, which 2.15 refuses beside the input_signature.
    named = CustomModuleWithOutputName()
    save(named, "with_output_name", {"serving_default": named.__call__.get_concrete_function()})
    write_versions(HOME)


if __name__ == "__main__":
    main()
