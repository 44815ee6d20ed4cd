"""What goes with the SDCA optimizer: tests/ops/cases/sdca.*."""
from cases import *

f = Family("sdca")
f.op("SdcaFprint", [text([""] + ["abcdefghijklmnopqrstuvwxyz0123456789" * 20][0:0] + [("abcdefghijklmnopqrstuvwxyz0123456789" * 20)[:n] for n in
                         list(range(1, 70)) + [95, 96, 127, 128, 129, 143, 144, 145, 159, 160, 175, 176, 177, 271, 272, 273, 300, 500, 700]])])
f.op("SdcaFprint", [np.zeros((0,), object)])
f.op("SdcaFprint", [np.array("x", object)])
f.op("SdcaFprint", [text([["x"]])])


def shrink(values, l1, l2):
    def build(*p):
        v = [v1.Variable(x, use_resource=False, validate_shape=False, collections=[]) for x in values]
        init = [x.initializer for x in v]
        with tf.control_dependencies([tf.raw_ops.SdcaShrinkL1(weights=[x._ref() if hasattr(x, "_ref") else x for x in v], l1=l1, l2=l2)]):
            return [tf.identity(x.read_value()) for x in v], init
    f.graph("SdcaShrinkL1", build, [])


shrink([f32(1, -2, .3, -.3, 0, .5, -.5, 7)], 1., 2.)
shrink([f32([[1, 2], [3, -4]]), f.numbers((7,)), f32(.1)], .3, 1.)
shrink([f32(np.inf, -np.inf, 1e-30)], 0., 2.)
f.write()
