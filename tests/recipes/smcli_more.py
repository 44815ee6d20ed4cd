"""Makes tests/cli/smcli/more.tsv: further commands of saved_model_cli run, with what the tool says.

    python tests/recipes/smcli_more.py

Runs TensorFlow 2.15.1's tool (in this process, a child a case) in tests/cli/smcli/models on the models that
are there. Cases that more.tsv has already are kept (two seconds a case: delete it to start anew). Writes the input files of the pickle cases too (tests/cli/smcli/inputs/pickles). Columns: model,
case, exit code, command, last message, stdout with \\n and \\\\ escaped.
"""
import collections
import os
import pickle
import re
import shlex
import sys
import traceback

from common import ROOT

import numpy as np
import tensorflow as tf
from tensorflow.python.tools import saved_model_cli

SMCLI = os.path.join(ROOT, "tests", "cli", "smcli")
PICKLES = os.path.join(SMCLI, "inputs", "pickles")

LITERALS = {
    "i8": ['300', '[300]', '128', '"3"', '["3","4"]', '"abc"', '1.5', 'None', '[None]', '1+2j', 'True',
           '[True,2]', '1e30', '[1e400]', '2**3', 'b"5"', '{1:2}', '{1,2}', '(1,2)', '[99999999999999999999]',
           '99999999999999999999', '[-1]', '1_000', '0x10', '0b11', '0o17', '[]', '...', '1,2', '[(1),(2)]',
           '[[1],[2]]', '[1,[2]]', '[[1,2],[3]]', '[0X1F,-0x1]', '[1.9,-1.9]', '["1.5"]', '[b"7"]', '[""]'],
    "b": ['300', 'None', '"a"', '[0,2]', '[0.0,1.5]', '["",""]', '1j', '[]', '["x"]', '[None,1]', '[1j]'],
    "u8": ['300', '-1', '[-1]', '1.5', '[256]', '[1e3]'],
    "s": ['1', '1.5', 'None', '[1,"a"]', 'b"a"', '"a" "b"', '["a",b"b"]', 'True', '[["a"],["b","c"]]', '{"a":1}',
          '("a","b")', 'u"x"', 'r"\\n"', '"\\u00e9\\x41\\101"', '"""a"b"""', '""', '[]', '"\\\\"', 'f"a"', 'rb"\\x"',
          'b"\\x41\\n\\0"', '"\\q"', '"é"', '["é","日本"]', 'b"é"', '"a" b"b"', '"\\x4"', '"abc', "'it\"s'",
          '"tab\\t"', '"\\U0001F600"', 'br"\\t"', 'B"x"', 'bu"x"', '"a"*2', '[b"\\xff\\x00"]', '"\\ud800"'],
    "c64": ['1', '1.5', '"1+2j"', 'None', '[1,2j]', '1-2j', '-1-2j', '+5', '- 5', '[ 1 ,2 , ]', '1 + 2j', '1+2',
            '(1)', '((1),)', '1j+1', '--5', 'True+1j', 'not True', '[1,2', '1]', ' 1', '1 ', '#c', '1#c',
            '[1+2j,-1-2j]', '[(1+2j)]', '(1)+2j', '(-1)+2j', '-(1)', '-(-1)', '1+2j+3j', '[1,,2]', '[,]', '(,)',
            '1 if 1 else 2', '[1 2]', 'set()', '{}', '[1.5e3j,2J]', '[None]'],
    "f64": ['0.1', '1e-7', '123456789012345680', '[1e15,1]', '"nan"', '"inf"', '"-Infinity"', '"1_0"', '"0x1"',
            '[1.0,"2"]', '1e16', '00', '07', '0_7', '1__0', '1.', '.5', '1e5', '1E+5', '1e', '5.j', '1_0.5',
            '1_', '1e1_0', '0x', '0b2', '1.e3', '0.', '1.5.2', '1e400', '-1e400', 'inf', 'nan', 'float("nan")',
            '[None,1]', '9007199254740993', '9007199254740992', '1e22', '0xFFFFFFFFFFFFFFFFFF', '1a', '0_0',
            '[1e-4,1e-3]', '[0.1,0.25,1e10]', '{}', 'lambda: 1', '[*[1]]', '"1.5 "', '"1e3"', 'b"2.5"'],
    "i64": ['9223372036854775807', '9223372036854775808', '[9223372036854775808]', '1e10', '[1e19]',
            '-9223372036854775808', '"99999999999999999999"', '"1.5"', '[9223372036854775807]',
            '[-9223372036854775808]', '["9223372036854775807"]', '[1e15]'],
    "f16": ['[1e5,0.1]', '[65519,65520]', '[1e-8]', '["1"]'],
    "bf16": ['[1e5,0.1]', '[1,2.5]', '[1e39]'],
    "f32": ['16777217', '300', '[[1,2,3]]', '[["1",2,3]]', '[[1e39,-1e39,1e-46]]', '[[16777217,0.1,1]]'],
}

EXAMPLES = [
    '[{"id":[26],"w":[0.5,0.25],"name":["hi"]},{"id":[7]}]', '[]', '[{}]', '[{"a":[]}]', '[{"a":["x",b"y"]}]',
    '[{"a":[b"x","y"]}]', '[{"a":[1,"x"]}]', '[{"a":[0.5,"x"]}]', '[{"a":["x",1]}]', '[{1:[1]}]', '[1]',
    '[{"a":(1,)}]', '[{"a":[9223372036854775808]}]', '[{"a":[-1,9223372036854775807]}]', '[{"a":[1e400,1e39]}]',
    '[{"a":[1],"a":[2]}]', '[{"a":[True,False]}]', '[{"a":[None]}]', '[{"a":[[1]]}]', '[{"a":[1j]}]',
    '[{"a":["é"]}]', '[{"é":[1]}]', '{"a":[1]}', '({"a":[1]},)', '"x"', '5', '[{"a":1}]', '[{"a":"x"}]',
    '[{"a":{"b":1}}]', '[{b"k":[1]}]', '[{"a":[0.1,0.2,0.3]}]', '[{"a":[300,70000,5000000000,-1]}]',
    '[{"age":[22],"education":["BS"],"income":[100.5],"b":[b"\\x00\\xff"],"city":["Rome","Oslo"]}]',
    '[{"a":[1],"b":[2],"c":[3],"d":[4],"e":[5],"f":[6],"g":[7],"h":[8],"i":[9]}]', '[{"":[1]}]', '[{"a":[1.5,True]}]',
    '[{"a":[1,1.0]}]', '[{"a":[""]}]', 'np.ones(2)', '[{"a":[99999999999999999999999]}]', '[{(1,2):[1]}]',
    '[[{"a":[1]}]]', '[None]',
]


def pickles():
    f = np.array([[1.5, 2.5, -3]], np.float32)
    for p in range(6):
        yield "f32_p%d" % p, f, p
        yield "dict_p%d" % p, {"a": f, "b": [1, 2], 3: None, "s": ["x", b"y"]}, p
        yield "list_p%d" % p, [[1, 2.5, True]], p
        yield "plain_p%d" % p, (None, True, -5, 2**40, 2**70, 1.25, "té\n", b"\x00\xff", [], {}, 1 + 2j), p
        yield "text_p%d" % p, ["a", "b\\u", "日本", b"q"], p
        yield "scalar_p%d" % p, [[np.float32(1.5), np.float64(2), np.int8(3)]], p
        yield "objects_p%d" % p, np.array(["a", b"bc", "é"], object), p
        yield "fortran_p%d" % p, np.asfortranarray(np.arange(6, dtype=np.float32).reshape(2, 3)), p
    yield "big_endian", f.astype(">f4"), 4
    yield "bytes_array", np.array([b"a", b"bcd"]), 4
    yield "text_array", np.array(["a", "bcd", "é"]), 4
    yield "ints", np.array([[1, 2, 3]]), 2
    yield "bools", np.array([True, False]), 4
    yield "complexes", np.array([1 + 2j, 3]), 4
    yield "halves", np.array([0.5, 1.5], np.float16), 4
    yield "empty", np.zeros((0, 3), np.float32), 4
    yield "zero_d", np.array(2.5), 4
    yield "ordered", collections.OrderedDict(a=f), 4
    yield "set", {"a": {1}, "f": frozenset([2])}, 4
    yield "many", {"a": [[float(i)] * 3 for i in range(1200)]}, 4
    yield "shared", (lambda x: {"a": [x, x]})([1.0, 2.0, 3.0]), 4
    yield "bytearray", bytearray(b"xyz"), 4
    yield "long_bytes", [b"x" * 300, "y" * 300], 4
    yield "record", np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f4")]), 4
    yield "dates", np.array(["2020-01-01"], dtype="M8[D]"), 4
    yield "path", {"a": np.ufunc, "b": f}, 4


class Evil:
    def __reduce__(self):
        return os.getcwd, ()


def more_files():
    yield "evil.pkl", pickle.dumps({"a": Evil(), "b": 1})
    yield "evil0.pkl", pickle.dumps(Evil(), 0)
    yield "cycle.pkl", b"\x80\x04]\x94h\x00a."
    yield "truncated.pkl", pickle.dumps([1, 2, 3])[:-2]
    yield "deep.pkl", b"(" * 500 + b"t" * 500 + b"."


def write_files():
    os.makedirs(PICKLES, exist_ok=True)
    for name, value, protocol in pickles():
        with open(os.path.join(PICKLES, name + ".pkl"), "wb") as f:
            pickle.dump(value, f, protocol)
    for name, data in more_files():
        with open(os.path.join(PICKLES, name), "wb") as f:
            f.write(data)
    np.save(os.path.join(PICKLES, "objects.npy"), np.array(["a", b"bc"], object))
    np.savez(os.path.join(PICKLES, "objects.npz"), o=np.array(["a", "é"], object), n=np.ones((1, 3)))


def q(text):
    return "'" + text.replace("'", "'\"'\"'") + "'"


def cases():
    run = "run --dir dtypes --tag_set serve --signature_def one_%s "
    for sig, values in LITERALS.items():
        for i, v in enumerate(values):
            yield "lit_%s_%02d" % (sig, i), run % sig + "--input_exprs " + q("%s=%s" % (sig, v))
    for i, v in enumerate(EXAMPLES):
        yield "example_%02d" % i, run % "s" + "--input_examples " + q("s=" + v)
    for name, value, _ in pickles():
        for sig in ("f32", "s"):
            for member in ("", "[a]") if isinstance(value, dict) else ("",):
                yield ("pkl_%s_%s%s" % (name, sig, "_a" if member else ""),
                       run % sig + "--inputs " + q("%s=../inputs/pickles/%s.pkl%s" % (sig, name, member)))
    for name in ("f32_p4", "plain_p4", "list_p4", "text_p4"):
        yield "pkl_key_" + name, run % "f32" + "--inputs " + q("f32=../inputs/pickles/%s.pkl[zz]" % name)
    for file in ("objects.npy", "objects.npz[o]", "objects.npz[n]", "objects.npz"):
        for sig in ("s", "f32"):
            yield "npy_%s_%s" % (sig, re.sub(r"\W", "_", file)), run % sig + "--inputs " + q(
                "%s=../inputs/pickles/%s" % (sig, file))
    yield "order_expr_file", run % "s" + "--inputs s=/nonexistent --input_exprs 's=1+1'"
    yield "order_example_expr", run % "s" + "--input_examples 's=1+1' --input_exprs 's=1+2'"
    yield "three", run % "s" + "--inputs s=../inputs/str.npy --input_exprs 's=\"x\"' --input_examples 's=[]'"
    yield "exprs_semicolons", run % "s" + "--input_exprs ';;s=\"x\";;'"
    yield "examples_noeq", run % "s" + "--input_examples 'abc'"


def child(command, out, err):
    os.chdir(os.path.join(SMCLI, "models"))
    os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 1)
    os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 2)
    sys.argv = ["saved_model_cli"] + shlex.split(command)
    try:
        saved_model_cli.main()
        code = 0
    except SystemExit as e:
        code = e.code if isinstance(e.code, int) else int(e.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def message(text, code):
    lines = [x for x in text.split("\n") if x.strip()]
    if code == 0:
        return " | ".join(x for x in lines if x.startswith("WARNING:tensorflow:") and "deprecated" not in x)
    at = [i for i, x in enumerate(lines) if re.match(r"^[A-Za-z_.]+(Error|Exception)\b", x)]
    return " \\n ".join(lines[at[-1]:])[:1500].replace("\t", " ") if at else lines[-1]


def main():
    write_files()
    out, err = "/tmp/smcli_more.out", "/tmp/smcli_more.err"
    table = os.path.join(SMCLI, "more.tsv")
    done = {x.split("\t")[1] for x in open(table, encoding="utf-8")} if os.path.exists(table) else ()
    with open(table, "a", encoding="utf-8") as f:
        for name, command in cases():
            if name in done:
                continue
            f.flush()
            pid = os.fork()
            if pid == 0:
                child(command, out, err)
            code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            said = open(out, encoding="utf-8").read().replace("\\", "\\\\").replace("\n", "\\n")
            f.write("\t".join(["more", name, str(code), "saved_model_cli " + command,
                               message(open(err, encoding="utf-8", errors="replace").read(), code), said]) + "\n")


if __name__ == "__main__":
    assert tf.__version__ == "2.15.1"
    main()
