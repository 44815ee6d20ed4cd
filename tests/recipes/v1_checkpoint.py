"""A model whose variables are a V1 checkpoint: makes tests/models/flow/v1_checkpoint. y = 3 x + 0.5.

    python tests/recipes/v1_checkpoint.py
"""
import os
import shutil

from common import MODELS, session_config
import tensorflow as tf

v1 = tf.compat.v1
FOLDER = os.path.join(MODELS, "flow", "v1_checkpoint")

shutil.rmtree(FOLDER, ignore_errors=True)
with v1.Graph().as_default(), v1.Session(config=session_config()) as session:
    x = v1.placeholder(tf.float32, [], name="x")
    a = v1.get_variable("a", initializer=tf.constant(3.0), use_resource=False)
    b = v1.get_variable("b", initializer=tf.constant(0.5), use_resource=True)
    y = v1.add(a * x, b, name="y")
    session.run(v1.global_variables_initializer())
    builder = v1.saved_model.Builder(FOLDER)
    signature = v1.saved_model.predict_signature_def({"x": x}, {"y": y})
    builder.add_meta_graph_and_variables(session, ["serve"], {"serving_default": signature},
                                         saver=v1.train.Saver(write_version=v1.train.SaverDef.V1))
    builder.save()
