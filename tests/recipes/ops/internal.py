"""Ops that Python has no functions for: a case's node made by hand. Not run by itself."""
from tensorflow.core.framework import attr_value_pb2
import tensorflow as tf

from cases import op_def_registry, v1


def _attr(kind, v):
    a = attr_value_pb2.AttrValue()
    if kind.startswith("list("):
        a.list.SetInParent()
        for x in v:
            y = _attr(kind[5:-1], x)
            field = y.WhichOneof("value")
            getattr(a.list, field).append(getattr(y, field))
    elif kind == "string":
        a.s = v.encode()
    elif kind == "type":
        a.type = tf.as_dtype(v).as_datatype_enum
    else:
        setattr(a, {"int": "i", "float": "f", "bool": "b"}[kind], v)
    return a


def _node(op, name, inputs, attrs):
    d = op_def_registry.get(op)
    node = v1.NodeDef(name=name, op=op, input=inputs)
    for a in d.attr:
        if a.name in attrs:
            node.attr[a.name].CopyFrom(_attr(a.type, attrs[a.name]))
        elif a.HasField("default_value"):
            node.attr[a.name].CopyFrom(a.default_value)
    return node


def _made(node, places, scope):
    graph = v1.GraphDef()
    for i, p in enumerate(places):
        n = graph.node.add(name=f"place{i}", op="Placeholder")
        n.attr["dtype"].type = p.dtype.as_datatype_enum
    graph.node.append(node)
    names = {f"place{i}": p for i, p in enumerate(places)}
    made, = v1.import_graph_def(graph, input_map=names, return_elements=["op"], name=scope + "/")
    return list(made.outputs)


def internal(family, op, inputs, ulp=0, rel=0, outputs=None, means=None, **attrs):
    """One op whose attributes are all given, or have defaults. means(*inputs): the ops that it stands for, where
    TensorFlow itself runs it only as a part of another library, or not at all."""
    def build(*places):
        scope = v1.get_default_graph().get_name_scope()
        if means is None:
            flat = _made(_node(op, "op", [f"place{i}" for i, _ in enumerate(places)], attrs), places, scope)
            return flat if outputs is None else [flat[i] for i in outputs]
        wanted = means(*places)
        family.extra.append(_node(op, scope + "/op", [p.name for p in places], attrs))
        for i, _ in enumerate(wanted):
            family.instead[f"{scope}/out{i}"] = f"{scope}/op:{i}"
        return wanted
    family._case(op.lstrip("_"), list(inputs), build, ulp, rel, 1)
