"""Makes tests/models/around/renamed from tests/models/around/served: as graph rewriting leaves it, nodes bear other
names than the Python that made them gave, and say which (experimental_debug_info).

    python tests/recipes/renamed.py
"""
import os
import shutil

from common import EXPECTED, MODELS, versions, write_text
from tensorflow.core.protobuf import saved_model_pb2

FROM = os.path.join(MODELS, "around", "served")
TO = os.path.join(MODELS, "around", "renamed")


def main():
    shutil.rmtree(TO, ignore_errors=True)
    shutil.copytree(FROM, TO)
    shutil.rmtree(os.path.join(TO, "assets.extra"), ignore_errors=True)
    path = os.path.join(TO, "saved_model.pb")
    model = saved_model_pb2.SavedModel()
    with open(path, "rb") as f:
        model.ParseFromString(f.read())
    for function in model.meta_graphs[0].graph_def.library.function:
        for node in function.node_def:
            if node.name != "mul" or node.op != "Mul":
                continue
            node.name = "fused"
            node.experimental_debug_info.original_node_names.append("mul")
            node.experimental_debug_info.original_func_names.append(function.signature.name)
            for other in function.node_def:
                for i, name in enumerate(other.input):
                    if name.split(":")[0] == "mul":
                        other.input[i] = "fused" + name[3:]
    with open(path, "wb") as f:
        f.write(model.SerializeToString(deterministic=True))
    write_text(os.path.join(EXPECTED, "around", "renamed.versions.txt"),
               "".join(f"{k} {v}\n" for k, v in versions().items()))


main()
