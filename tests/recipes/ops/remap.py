"""Warm starts: vocabularies and a checkpoint's matrix in another order. The cases write what they read to
/tmp/smtui-op-cases, here and where they are run."""
import shutil
from cases import *

R = tf.raw_ops
f = Family("remap")
D = "/tmp/smtui-op-cases"
shutil.rmtree(D, ignore_errors=True)
os.makedirs(D)
s = lambda b: np.array(b, object)
new, old = b"b\nx\na\nc\n", b"a\nb\nc\nd"


def vocab(n, o, **k):
    here = len(f.cases)
    names = [f"{D}/vocab{here}.{i}" for i in (0, 1)]
    with tf.control_dependencies([R.WriteFile(filename=a, contents=b) for a, b in zip(names, (n, o))]):
        return list(R.GenerateVocabRemapping(new_vocab_file=tf.identity(names[0]), old_vocab_file=tf.identity(names[1]), **k))


for k in (dict(new_vocab_offset=0, num_new_vocab=4), dict(new_vocab_offset=1, num_new_vocab=2), dict(new_vocab_offset=0, num_new_vocab=4, old_vocab_size=2),
          dict(new_vocab_offset=0, num_new_vocab=0), dict(new_vocab_offset=1, num_new_vocab=4), dict(new_vocab_offset=0, num_new_vocab=1, old_vocab_size=5)):
    f.graph("GenerateVocabRemapping", lambda n, o: vocab(n, o, **k), [s(new), s(old)])
f.graph("GenerateVocabRemapping", lambda n, o: vocab(n, o, new_vocab_offset=0, num_new_vocab=2), [s(b"b\r\n\xc3\xa4"), s(b"\xc3\xa4\nb\n")])
for n, o in ((s(b""), s(b"/dev/null")), (s(b"/dev/null"), s(b"")), (text([b"a"]), s(b"a")), (s(b"/nonexistent/smtui"), s(b"a"))):
    f.op("GenerateVocabRemapping", [n, o], new_vocab_offset=0, num_new_vocab=1)


def loaded(m, r, c, i, name=b"m", n_rows=3, n_cols=2, **k):
    prefix = f"{D}/remap{len(f.cases)}"
    with tf.control_dependencies([R.SaveV2(prefix=prefix, tensor_names=["m", "i"], shape_and_slices=["", ""], tensors=[m, tf.constant([1, 2])])]):
        return [R.LoadAndRemapMatrix(ckpt_path=tf.identity(prefix), old_tensor_name=name, row_remapping=r, col_remapping=c, initializing_values=i,
                                     num_rows=n_rows, num_cols=n_cols, **k)]


m = f.numbers((4, 3))
none = i64(np.zeros(0))
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, 0, 3), i64(2, 0), f32(np.zeros(0))])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, -1, 3), i64(-1, 0), f32(1, 2, 3, 4)])
f.graph("LoadAndRemapMatrix", lambda *a: loaded(*a, n_cols=3, max_rows_in_memory=1), [m, i64(2, -1, 0), none, f32(1, 2, 3)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(-1, -1, -1), i64(1, 0), f32(1, 2, 3, 4, 5, 6)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, -1, 3), i64(-1, 0), f32(1, 2, 3)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, -1, 3), i64(-1, 0), f32(1, 2, 3, 4, 5)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, 2, 3), i64(1, 0), f32(1, 2)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, 1, 3), i64(1, 1), f32(1, 2)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, 1), i64(1, 0), f32(1, 2)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, 1, 0), i64([1]), f32(1, 2)])
f.graph("LoadAndRemapMatrix", loaded, [m, i64(2, 1, 0), none, f32(1, 2)])
f.graph("LoadAndRemapMatrix", loaded, [m[0], i64(2, 1, 0), i64(1, 0), f32(1, 2)])
f.graph("LoadAndRemapMatrix", lambda *a: loaded(*a, name=b"i"), [m, i64(2, 1, 0), i64(1, 0), f32(1, 2)])
f.graph("LoadAndRemapMatrix", lambda *a: loaded(*a, name=b"none"), [m, i64(2, 1, 0), i64(1, 0), f32(1, 2)])
f.write()
