"""src/ops/sobol.inc: the first direction numbers of Sobol sequences as TensorFlow's SobolSample has them.

    python sobol.py

A dimension's numbers follow from its first s by the recurrence of a primitive polynomial of degree s; polynomials
come by degree, then by value. Degrees up to 13 are kept, of which there are 1110, and a dimension before them that is
all ones. The k-th number (from 0) is odd and below 2^(k+1): its k upper bits are stored, lowest first.
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from common import ROOT, versions, write_text
import numpy as np
import tensorflow as tf

COUNT = {1: 1, 2: 1, 3: 2, 4: 2, 5: 6, 6: 6, 7: 18, 8: 16, 9: 48, 10: 60, 11: 176, 12: 144, 13: 630}
DIMS = 1 + sum(COUNT.values())


def sample(n, skip):
    return tf.raw_ops.SobolSample(dim=DIMS, num_results=n, skip=skip, dtype=tf.float64).numpy()


def numbers(k):
    """The k-th direction number of every dimension: what the step to point 2^k changes."""
    if k == 0:
        return (sample(1, 0)[0] * 2).astype(np.int64)
    p = (sample(2, 2**k - 2) * 2.0**32).astype(np.int64)
    return (p[0] ^ p[1]) >> (32 - k - 1)


all_numbers = [numbers(k) for k in range(max(COUNT))]
bits = []
dim = 1
for degree, count in COUNT.items():
    for _ in range(count):
        for k in range(1, degree):
            m = int(all_numbers[k][dim])
            bits += [m >> (b + 1) & 1 for b in range(k)]
        dim += 1
data = bytes(sum(b << j for j, b in enumerate(bits[i:i + 8])) for i in range(0, len(bits), 8))
lines = ["/* Made by tests/recipes/sobol.py: " + " ".join(f"{k} {v}" for k, v in versions().items()) + " */"]
lines += ["\t" + ", ".join(f"0x{b:02x}" for b in data[i:i + 15]) + "," for i in range(0, len(data), 15)]
write_text(os.path.join(ROOT, "src", "ops", "sobol.inc"), "\n".join(lines) + "\n")
