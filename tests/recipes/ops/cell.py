"""Fused recurrent cells: LSTMBlockCell, BlockLSTM, BlockLSTMV2, GRUBlockCell."""
from cases import *

f = Family("cell")
B, I, C, T = 2, 3, 4, 5


def lstm(t, forget=None, **shapes):
    a = dict(x=(B, I), cs=(B, C), h=(B, C), w=(I + C, 4 * C), wci=(C,), wcf=(C,), wco=(C,), b=(4 * C,))
    a.update(shapes)
    return [f.numbers(s, t) for s in a.values()]


for t, k in ((np.float32, dict(rel=4e-7)), (np.float16, dict(rel=4e-3))):
    f.op("LSTMBlockCell", lstm(t), **k)
    f.op("LSTMBlockCell", lstm(t), forget_bias=0.5, cell_clip=0.3, use_peephole=True, **k)
    f.op("LSTMBlockCell", lstm(t), cell_clip=-1, **k)
    seq = lstm(t, x=(T, B, I))
    f.op("BlockLSTM", [np.int64(T)] + seq, **k)
    f.op("BlockLSTM", [np.int64(3)] + seq, use_peephole=True, cell_clip=0.5, forget_bias=0, outputs=[1, 6], **k)	# the others' rest is what was in memory
    f.op("BlockLSTMV2", [np.int64(T)] + seq, **k)
    f.op("BlockLSTMV2", [np.int64(3)] + seq, use_peephole=True, cell_clip=0.5, outputs=[1, 6], **k)
f.op("BlockLSTM", [np.int64(0)] + lstm(np.float32, x=(T, B, I)), outputs=[1, 6])
for bad in (dict(cs=(B + 1, C)), dict(h=(B, C + 1)), dict(w=(I + C + 1, 4 * C)), dict(w=(I + C, C)),
            dict(b=(C,))):
    f.op("LSTMBlockCell", lstm(np.float32, **bad))
    f.op("BlockLSTM", [np.int64(T)] + lstm(np.float32, **dict(dict(x=(T, B, I)), **bad)))
f.op("BlockLSTM", [np.int64(T)] + lstm(np.float32))


def gru(**shapes):
    a = dict(x=(B, I), h=(B, C), wru=(I + C, 2 * C), wc=(I + C, C), bru=(2 * C,), bc=(C,))
    a.update(shapes)
    return [f.numbers(s) for s in a.values()]


f.op("GRUBlockCell", gru(), rel=4e-7)
for bad in (dict(h=(B + 1, C)), dict(wru=(I + C + 1, 2 * C)), dict(wru=(I + C, C)),
            dict(wc=(I, C)), dict(wc=(I + C, C + 1)), dict(bru=(C,)), dict(bc=(C + 1,))):
    f.op("GRUBlockCell", gru(**bad))
f.write()
