"""Compares smtui's show and scan with TensorFlow's saved_model_cli on any models.

    python tests/recipes/against_peer.py SMTUI MODEL ...

Each model is asked for everything that show and scan can say of it: its tag sets, each one's keys and ops, each
signature, --all, scan with the default and with another list. stdout must be the same, byte for byte but for
what Python prints in the order of hashes (tests/cli/sets.awk), and so must the exit code. Names each
difference, ends with the count.
"""
import os
import subprocess
import sys
import tempfile

os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
from common import versions
from tensorflow.python.saved_model import loader_impl as loader
from tensorflow.python.tools import saved_model_cli

SETS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "cli", "sets.awk")


def commands(model):
    yield ["show", "--dir", model]
    yield ["show", "--dir", model, "--all"]
    yield ["scan", "--dir", model]
    yield ["scan", "--dir", model, "--op_denylist", "Const,Identity,NoOp"]
    try:
        saved = loader.parse_saved_model(model)
    except Exception:
        return
    for mg in saved.meta_graphs:
        tags = ",".join(mg.meta_info_def.tags)
        yield ["show", "--dir", model, "--tag_set", tags]
        yield ["show", "--dir", model, "--tag_set", tags, "--list_ops"]
        for key in list(mg.signature_def) + ["no such key"]:
            yield ["show", "--dir", model, "--tag_set", tags, "--signature_def", key]


def peer(args, out, err):
    """In a child, so that nothing that one call leaves behind is there for the next."""
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
            sys.argv = ["saved_model_cli"] + args
            saved_model_cli.main()
            code = 0
        except SystemExit as e:
            code = e.code if isinstance(e.code, int) else int(e.code is not None)
        except BaseException as e:
            print(f"{type(e).__name__}: {e}", file=sys.stderr)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def as_sets(data):
    return subprocess.run(["awk", "-f", SETS], input=data, capture_output=True, check=True).stdout


def main(argv):
    smtui, models = argv[0], argv[1:]
    same = differ = 0
    print("against", versions())
    for model in models:
        for args in commands(model):
            with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
                code = peer(args, out, err)
                out.seek(0)
                want = as_sets(out.read())
                err.seek(0)
                said = err.read().decode(errors="replace").strip().split("\n")[-1]
            ours = subprocess.run([smtui] + args, capture_output=True)
            got = as_sets(ours.stdout)
            if got == want and ours.returncode == code:
                same += 1
                continue
            differ += 1
            print("DIFFERS", " ".join(args), f"(exit {ours.returncode}, the peer's {code}: {said[:200]})")
            a, b = want.split(b"\n"), got.split(b"\n")
            for i in range(max(len(a), len(b))):
                if a[i:i + 1] != b[i:i + 1]:
                    print("   peer ", (a[i:i + 1] or [b"(nothing)"])[0][:160])
                    print("   smtui", (b[i:i + 1] or [b"(nothing)"])[0][:160])
                    break
    print(f"{same} same, {differ} differ")
    return differ > 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
