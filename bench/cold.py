"""One inference of the full-size MobileNet from process start to answer: smtui beside saved_model_cli run, medians of
interleaved rounds, their ratio, and the ratio of the largest resident memory.

    python bench/cold.py build/smtui PATH/TO/saved_model_cli [MODEL]
"""
import os
import subprocess
import sys
import tempfile
import time

ROUNDS = 5
HERE = os.path.dirname(os.path.abspath(__file__))


def run(command):
    begin = time.perf_counter()
    p = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(p.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)} fails")
    return time.perf_counter() - begin, usage.ru_maxrss / 1024


def zeros(path):
    head = "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 224, 224, 3), }".ljust(117) + "\n"
    with open(path, "wb") as f:
        f.write(b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little") + head.encode() + bytes(4 * 224 * 224 * 3))


def main():
    smtui, peer = sys.argv[1:3]
    model = sys.argv[3] if len(sys.argv) > 3 else os.path.join(HERE, "../tests/models/mobilenet_full/1")
    scratch = tempfile.TemporaryDirectory()
    image = os.path.join(scratch.name, "zeros.npy")
    zeros(image)
    args = ["run", "--dir", model, "--tag_set", "serve", "--signature_def", "serving_default", "--inputs",
            "input_1=" + image]
    took = {"smtui": [], "smtui --fast": [], "saved_model_cli": []}
    for _ in range(ROUNDS):
        for _ in range(3):
            took["smtui"].append(run([smtui] + args))
            took["smtui --fast"].append(run([smtui] + args + ["--fast"]))
        took["saved_model_cli"].append(run([peer] + args))
    peer_s, peer_mb = (sorted(x[i] for x in took["saved_model_cli"])[ROUNDS // 2] for i in (0, 1))
    for name, v in took.items():
        s, mb = (sorted(x[i] for x in v)[len(v) // 2] for i in (0, 1))
        print(f"{name:16s} {1e3 * s:8.1f} ms {mb:7.1f} MB   {peer_s / s:6.1f} times faster, {peer_mb / mb:5.1f} times less memory")


main()
