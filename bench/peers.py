"""smtui's fast mode beside TensorFlow and ONNX Runtime, on the models of bench/models.py: interleaved rounds on one
machine, medians with spread, the ratios and their geometric mean.

    python bench/peers.py build/smtui FOLDER [--threads N] [--rounds 15] [NAME ...]

Each round runs the three one after the other, each for about RUN_SECONDS; a round's figure is the median of its runs.
TensorFlow and ONNX Runtime live in processes of their own that stay; smtui is started each time and counts its runs
after the first. TensorFlow runs as it comes (oneDNN on).
"""
import argparse
import math
import os
import re
import subprocess
import sys
import time

RUN_SECONDS = 0.4
NAMES = ["mobilenet", "mobilenet_v2", "resnet50", "efficientnet_b0", "densenet121", "transformer", "lstm", "unet"]


def worker(kind, model, threads):
    import numpy as np

    x = np.load(model + ".npy")
    if kind == "tf":
        os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
        import tensorflow as tf

        tf.config.threading.set_intra_op_parallelism_threads(threads)
        tf.config.threading.set_inter_op_parallelism_threads(1)
        loaded = tf.saved_model.load(model)
        signature, tensor = loaded.signatures["serving_default"], tf.constant(x)
        version, run = tf.__version__, lambda: signature(x=tensor)["y"].numpy()
    else:
        import onnxruntime as rt

        options = rt.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads, options.log_severity_level = threads, 1, 4
        session = rt.InferenceSession(model + ".onnx", options, providers=["CPUExecutionProvider"])
        key = session.get_inputs()[0].name
        version, run = rt.__version__, lambda: session.run(None, {key: x})
    for _ in range(3):
        run()
    print(version, flush=True)
    for line in sys.stdin:
        times = []
        for _ in range(int(line)):
            begin = time.perf_counter()
            run()
            times.append(time.perf_counter() - begin)
        print(1e3 * median(times), flush=True)


def median(v):
    v = sorted(v)
    return v[len(v) // 2]


class Peer:
    def __init__(self, kind, model, threads):
        self.p = subprocess.Popen([sys.executable, __file__, "--worker", kind, model, str(threads)], text=True,
                                  stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.version = self.p.stdout.readline().strip()

    def run(self, n):
        self.p.stdin.write(f"{n}\n")
        self.p.stdin.flush()
        return float(self.p.stdout.readline())

    def close(self):
        self.p.stdin.close()
        self.p.wait()


def ours(smtui, model, threads, n):
    r = subprocess.run([smtui, "run", model, model + ".npy", "--fast", "--threads", str(threads), "--repeat", str(n),
                        "--json"], capture_output=True, text=True, check=True)
    if "not in the fast mode" in r.stderr:
        sys.exit(r.stderr)
    return float(re.search(r"median ([0-9.]+) ms", r.stderr).group(1))


def text(v):
    v = sorted(v)
    return f"{v[len(v) // 2]:9.3f} ({v[0]:.3f}-{v[-1]:.3f})"


def main():
    a = argparse.ArgumentParser()
    a.add_argument("smtui")
    a.add_argument("folder")
    a.add_argument("names", nargs="*")
    a.add_argument("--threads", type=int, default=1)
    a.add_argument("--rounds", type=int, default=15)
    a = a.parse_intermixed_args()
    ratios = {"tf": [], "ort": []}
    print(f"{a.threads} thread(s), median of {a.rounds} rounds in ms (fastest-slowest round)")
    for name in a.names or NAMES:
        model = os.path.join(a.folder, name)
        peers = {kind: Peer(kind, model, a.threads) for kind in ratios}
        n = max(3, int(1e3 * RUN_SECONDS / ours(a.smtui, model, a.threads, 3)))
        t = {"smtui": [], "tf": [], "ort": []}
        for _ in range(a.rounds):
            t["smtui"].append(ours(a.smtui, model, a.threads, n))
            for kind, peer in peers.items():
                t[kind].append(peer.run(n))
        line = f"{name:16s} smtui {text(t['smtui'])}"
        for kind, peer in peers.items():
            r = median([p / s for p, s in zip(t[kind], t["smtui"])])
            ratios[kind].append(r)
            line += f"  {kind} {peer.version} {text(t[kind])} = {r:.2f} x"
            peer.close()
        print(line, flush=True)
    for kind, r in ratios.items():
        mean = math.exp(sum(map(math.log, r)) / len(r))
        print(f"{kind} takes {mean:.2f} times smtui's time (geometric mean)")


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] == "--worker":
        worker(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        main()
