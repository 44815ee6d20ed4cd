"""Makes tests/models/tfdbg/steps and tests/cli/stepper.expected: what the node stepper should say.

    python tests/recipes/stepper.py

steps is a TensorFlow 1 graph with reference variables, updates of them, a node with several outputs and a node
without. The stepper itself was removed from TensorFlow before its debugger was last released, so its rules (which
values are fed, which are kept, what an update makes stale) are written down here once more, in Python, and each
continue is a real session.run with these feeds; the values and the state after each command are TensorFlow's.
Lines of stepper.expected: "> COMMAND", then "feed TENSOR KIND", "updated TENSOR", "value TEXT", and, for every node
that is anything but untouched, "state NODE LETTERS".
"""
import os
import shutil
import tempfile

from common import MODELS, session_config
import numpy as np
import tensorflow as tf
from tensorflow.python.debug.lib import debug_data, debug_utils

v1 = tf.compat.v1
FOLDER = os.path.join(MODELS, "tfdbg", "steps")
FEEDS = {"ph:0": np.float32(10), "x:0": np.array([5, 7], "f")}
FETCHES = ["d:0", "e:0", "end:0", "last:0"]
SCENARIOS = [
    # handles and intermediates, the client's feeds
    ["cont c", "cont d", "cont d:0", "cont ph", "cont b/read", "step", "step -t 2"],
    # an update, stale caches without -i, the value once more with it
    ["cont c", "cont inc", "cont a/read", "cont e", "cont inc", "cont last", "cont last -i", "cont last"],
    ["cont e -i", "cont inc -i", "cont last", "cont d"],
    # the variable put back before it is read
    ["cont inc", "cont c", "cont d -r", "cont a/read -r", "cont last -r", "cont e -r", "cont inc -r"],
    # a value injected: what was made of it goes, what comes is made of it
    ["cont d", "inject_value c np.float32(100)", "cont d", "inject c:0 np.float32(1)", "cont e", "cont last",
     "override b/read np.float32(-1)", "cont d", "override_value a np.float32(5)", "cont c", "cont a/read"],
    # several outputs, an operation
    ["cont sp", "cont sp:1", "cont f", "inject sp:1 np.ones(1)", "cont f", "cont done", "cont done -i"],
    ["step -t 4", "step -t 3", "inject d 7", "step"],
]


def graph():
    ph = v1.placeholder(tf.float32, [], name="ph")
    x = v1.placeholder(tf.float32, [2], name="x")
    a = v1.get_variable("a", initializer=np.float32(2), use_resource=False)
    b = v1.get_variable("b", initializer=np.float32(3), use_resource=False)
    c = tf.multiply(a.value(), ph, name="c")
    tf.add(c, b.value(), name="d")
    with tf.control_dependencies([c]):
        inc = v1.assign_add(a, ph, name="inc")
    tf.multiply(inc, c, name="e")
    with tf.control_dependencies([inc]):
        tf.add(tf.identity(a.read_value(), name="again"), 1., name="last")
    parts = tf.split(x, 2, name="sp")
    difference = tf.subtract(parts[0], parts[1], name="f")
    with tf.control_dependencies([inc]):
        done = tf.no_op(name="done")
    with tf.control_dependencies([done]):
        tf.identity(difference, name="end")


class Stepper:
    def __init__(self, session, order):
        self.session = session
        self.graph = session.graph
        self.order = order
        self.used = set(FETCHES)
        for name in order:
            op = self.graph.get_operation_by_name(name)
            self.used.update(t.name for t in op.inputs)
        self.handle, self.dump, self.override = {}, {}, {}
        self.first, self.dirty, self.completed = {}, set(), set()
        self.load = {name: self.graph.get_operation_by_name(name + "/Assign") for name in ("a", "b")}

    def next(self):
        done = [i for i, n in enumerate(self.order)
                if n in self.completed or any(t.split(":")[0] == n for t in self.override)]
        return max(done) + 1 if done else 0

    def op(self, name):
        return self.graph.get_operation_by_name(name.split(":")[0])

    def variable(self, name):
        return self.session.run(name + ":0")

    def put_back(self, name):
        assign = self.load[name]
        self.session.run(assign, {assign.inputs[1]: self.first[name]})

    def outputs(self, op):
        return [t.name for t in op.outputs if t.name in self.used]

    def forget(self, tensor):
        """What was made of the tensor: through data and control edges."""
        gone, seen = [tensor], set()
        while gone:
            name = gone.pop()
            self.handle.pop(name, None)
            self.dump.pop(name, None)
            consumers = set(self.graph.get_tensor_by_name(name).consumers())
            for op in consumers - seen:
                seen.add(op)
                todo = [op]
                while todo:
                    o = todo.pop()
                    gone += [t.name for t in o.outputs]
                    fresh = [k for k in o._control_outputs if k not in seen]
                    seen.update(fresh)
                    todo += fresh

    def feeds(self, target, restore):
        feeds, kinds, touched, restored = {}, {}, set(), set()
        todo, seen = [target], {target.name}
        while todo:
            op = todo.pop()
            for tensor in op.inputs:
                name, made = tensor.name, tensor.op
                if made.type == "VariableV2":
                    if restore and made.name in self.dirty and made.name not in touched | restored:
                        self.put_back(made.name)
                        restored.add(made.name)
                    if op.type != "Identity":
                        touched.add(made.name)
                        self.first.setdefault(made.name, self.variable(made.name))
                ref = tensor.dtype._is_ref_dtype
                for kind, values in (("override", self.override), ("handle", self.handle),
                                     ("dumped_intermediate", self.dump), ("client", FEEDS)):
                    if name in values and (kind == "client" or not ref):
                        feeds[name], kinds[name] = values[name], kind
                        break
                else:
                    if made.name not in seen:
                        seen.add(made.name)
                        todo.append(made)
            for made in op.control_inputs:
                if made.name not in seen:
                    seen.add(made.name)
                    todo.append(made)
        self.dirty = (self.dirty | touched) - (restored - touched)
        return feeds, kinds, touched

    def cont(self, name, invalidate=False, restore=False):
        """Feed kinds, updated variables, the value."""
        op, extra = self.op(name), []
        self.completed.add(op.name)
        target = name
        if ":" not in name and self.outputs(op):
            target, *extra = self.outputs(op)
        if target in FEEDS:
            return {target: "client"}, set(), FEEDS[target]
        for kind, values in (("handle", self.handle), ("dumped_intermediate", self.dump),
                             ("override", self.override)):
            if target in values:
                return {target: kind}, set(), values[target]
        feeds, kinds, touched = self.feeds(op, restore)
        values, dumped = self.run([target] + extra, feeds)
        for t, value in zip([target] + extra if ":" in target else [], values):
            self.handle[t] = value
        for t, value in dumped.items():
            if t not in self.handle and t not in self.override and t != target:
                self.dump[t] = value
        if invalidate:
            for variable in touched:
                self.forget(variable + ":0")
        return kinds, {t + ":0" for t in touched}, values[0]

    def run(self, fetch, feeds):
        """The values of fetch (None: an operation), and what else was made, as TensorFlow's debugger dumps it."""
        tensor = self.graph.get_tensor_by_name
        feeds = {k: np.asarray(v, tensor(k).dtype.base_dtype.as_numpy_dtype) for k, v in feeds.items()}
        with tempfile.TemporaryDirectory() as folder:
            options = v1.RunOptions()
            for name in sorted(self.used):
                if not tensor(name).dtype._is_ref_dtype:
                    node, slot = name.split(":")
                    debug_utils.add_debug_tensor_watch(options, node, int(slot), debug_urls=["file://" + folder])
            values = self.session.run([tensor(f) if ":" in f else self.op(f) for f in fetch], feeds, options=options)
            dumps = debug_data.DebugDumpDir(folder, validate=False)
            return values, {d.tensor_name: d.get_tensor() for d in dumps.dumped_tensor_data
                            if d.tensor_name in self.used}

    def inject(self, name, value):
        if ":" not in name:
            name, = self.outputs(self.op(name))
        self.override[name] = value
        self.forget(name)

    def state(self, name):
        op = self.op(name)
        outs = [t.name for t in op.outputs]
        return "".join([
            "P" if op.type == "Placeholder" else " ", " ",
            "H" if any(t in self.handle for t in outs) else " ",
            "I" if any(t in self.dump for t in outs) else " ",
            "O" if any(t in self.override for t in outs) else " ",
            "D" if name in self.dirty else " "])


def closure(graph_):
    """Names as this program's own stepper sorts them, so that a step goes to the same node."""
    need, todo = set(), [n.split(":")[0] for n in FETCHES]
    while todo:
        op = graph_.get_operation_by_name(todo.pop())
        if op.name not in need:
            need.add(op.name)
            todo += [t.op.name for t in op.inputs] + [o.name for o in op.control_inputs]
    nodes = [o for o in graph_.get_operations() if o.name in need]
    waits = {o.name: len(o.inputs) + len(o.control_inputs) for o in nodes}
    ready, order = [o for o in reversed(nodes) if not waits[o.name]], []
    while ready:
        op = ready.pop()
        order.append(op.name)
        for to in nodes:    # each in the order of the graph
            edges = sum(t.op is op for t in to.inputs) + sum(c is op for c in to.control_inputs)
            if edges:
                waits[to.name] -= edges
                if not waits[to.name]:
                    ready.append(to)
    return order


def text(value):
    if value is None:
        return "None"
    lines = repr(np.asarray(value)).split("\n")
    return " ".join(line.strip() for line in lines)


def play(stepper, command, out):
    word, *rest = command.split()
    kinds, updated, value = {}, set(), None
    if word == "step":
        for _ in range(int(rest[1]) if rest else 1):
            kinds, updated, value = stepper.cont(stepper.order[stepper.next()])
    elif word == "cont":
        kinds, updated, value = stepper.cont(rest[0], "-i" in rest, "-r" in rest)
    else:
        value = eval(rest[1])
        stepper.inject(rest[0], value)
    out.append("> " + command)
    out += sorted("feed %s %s" % pair for pair in kinds.items())
    out += sorted("updated " + name for name in updated)
    out.append("value " + text(value))
    out += sorted("state %s %s" % (n, stepper.state(n).replace(" ", ".")) for n in stepper.order
                  if stepper.state(n).strip())


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    out = []
    with tf.Graph().as_default() as g:
        graph()
        with v1.Session(config=session_config()) as session:
            session.run(v1.global_variables_initializer())
            builder = v1.saved_model.Builder(FOLDER)
            tensor = g.get_tensor_by_name
            info = v1.saved_model.utils.build_tensor_info
            signature = v1.saved_model.build_signature_def(
                {k: info(tensor(k + ":0")) for k in ("ph", "x")},
                {k[:-2]: info(tensor(k)) for k in FETCHES}, "steps")
            builder.add_meta_graph_and_variables(session, ["serve"], {"serving_default": signature})
            builder.save()
        for commands in SCENARIOS:
            with v1.Session(config=session_config()) as session:
                session.run(v1.global_variables_initializer())
                stepper = Stepper(session, closure(g))
                out.append("scenario")
                for command in commands:
                    play(stepper, command, out)
    np.savez(os.path.join(MODELS, "tfdbg", "steps.npz"), **{k[:-2]: v for k, v in FEEDS.items()})
    with open(os.path.join(MODELS, "..", "cli", "stepper.expected"), "w") as f:
        f.write("# by tests/recipes/stepper.py, tensorflow %s, numpy %s\n" % (tf.__version__, np.__version__))
        f.write("\n".join(out) + "\n")


main()
