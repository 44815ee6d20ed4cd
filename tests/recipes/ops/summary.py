"""Summaries as strings, and as events in files.
A file's name has the time and the process in it, an event the time: those are left out."""
import shutil
from cases import *

R = tf.raw_ops
f = Family("summary")
x = f.numbers((3, 2))
D = "/tmp/smtui-op-cases"
s = lambda b: np.array(b, object)
reals = (tf.float32, tf.float64, tf.float16, tf.bfloat16, tf.int8, tf.uint8, tf.int16, tf.uint16, tf.int32, tf.int64, tf.uint32, tf.uint64)

for t in reals:
    f.op("ScalarSummary", [text(b"a", b"", b"c"), as_type([3, 0, 200 if t != tf.int8 else -7], t)])
    f.op("HistogramSummary", [s(b"h"), as_type([3, 0, 1, 7, 7, 100], t)])
f.op("ScalarSummary", [s(b"tag"), f32(np.nan)])
f.op("ScalarSummary", [s(b"tag"), f32(-0.0)])
f.op("ScalarSummary", [text(np.zeros(0, object)), f32(np.zeros(0))])
f.op("ScalarSummary", [text(b"a", b"b"), f32(1)])
f.op("ScalarSummary", [text([b"tag"]), f32(1)])
f.op("HistogramSummary", [s(b"h"), f32(f.numbers((40, 5)))])
f.op("HistogramSummary", [s(b"h"), f64(0, 1e-13, -1e-12, 1e-12, 1.1e-12, -1e20, 1e21, -1e300, 5e-324)])
f.op("HistogramSummary", [s(b""), f32(np.zeros(0))])
f.op("HistogramSummary", [s(b"h"), f32(0, 0, 0)])
f.op("HistogramSummary", [s(b"h"), f32(1, np.nan)])
f.op("HistogramSummary", [s(b"h"), f32(1, -np.inf)])
f.op("HistogramSummary", [text([b"h"]), f32(1, 2)])
for t in reals + (tf.bool, tf.complex64, tf.complex128):
    f.op("TensorSummary", [as_type([[1, 0, 3]], t)])
f.op("TensorSummary", [text(b"a", b"")], description="told", labels=["x", "y"], display_name="shown")
f.op("TensorSummary", [f32(np.zeros((0, 3)))])
meta = v1.SummaryMetadata(display_name="shown", summary_description="told", plugin_data=v1.SummaryMetadata.PluginData(plugin_name="p", content=b"\1"))
for v in (x, f32(2), text([[b"a"]]), np.array([True])):
    f.op("TensorSummaryV2", [s(b"tag"), v, s(meta.SerializeToString())])
f.op("TensorSummaryV2", [s(b""), x, s(b"")])
f.op("TensorSummaryV2", [text([b"tag"]), x, s(b"")])
f.op("TensorSummaryV2", [s(b"tag"), x, text([b""])])

# Pictures.
rng = np.random.RandomState(3)
for t in (tf.uint8, tf.float32, tf.float16, tf.float64):
    for d in (1, 3, 4):
        f.op("ImageSummary", [s(b"pic"), as_type(rng.uniform(0, 255, (2, 5, 4, d)), t)])
    f.op("ImageSummary", [s(b"pic"), as_type(rng.uniform(0, 200, (5, 3, 7, 3)), t)], max_images=2)
for t in (tf.float32, tf.float16, tf.float64):
    f.op("ImageSummary", [s(b"pic"), as_type(rng.standard_normal((1, 9, 8, 3)), t)], max_images=1)
    f.op("ImageSummary", [s(b"pic"), as_type(rng.standard_normal((1, 9, 8, 1)) * 1e-8, t)])
bad = f32(rng.uniform(0, 9, (1, 3, 3, 3)))
bad[0, 1, 1, 2] = np.nan
bad[0, 0, 2, 0] = np.inf
f.op("ImageSummary", [s(b"pic"), bad])
f.op("ImageSummary", [s(b"pic"), bad * np.float32(np.nan)])
f.op("ImageSummary", [s(b"pic"), bad], bad_color=v1.make_tensor_proto([1, 2, 3], tf.uint8))
f.op("ImageSummary", [s(b"pic"), bad], bad_color=v1.make_tensor_proto([1, 2], tf.uint8))
f.op("ImageSummary", [s(b"pic"), bad], bad_color=v1.make_tensor_proto([[1, 2, 3]], tf.uint8))
f.op("ImageSummary", [s(b"pic"), bad], bad_color=v1.make_tensor_proto([1.0, 2, 3], tf.float32))
f.op("ImageSummary", [text([b"pic"]), bad])
f.op("ImageSummary", [text(b"a", b"b"), bad])
f.op("ImageSummary", [s(b"pic"), bad[0]])
f.op("ImageSummary", [s(b"pic"), bad[..., :2]])
f.op("ImageSummary", [s(b"pic"), bad[:0]])
f.op("ImageSummary", [s(b"pic"), bad[:, :0]])

# Sound.
wave = f32(rng.uniform(-1.1, 1.1, (4, 30, 2)))
for rate in (8000, 44100.4, 0, -2):
    f.op("AudioSummaryV2", [s(b"snd"), wave, f32(rate)])
f.op("AudioSummaryV2", [s(b"snd"), wave, f32(8000)], max_outputs=1)
f.op("AudioSummaryV2", [s(b"snd"), wave[0, :, 0], f32(8000)])
f.op("AudioSummaryV2", [text(b"a", b"b"), wave, f32(8000)])
f.op("AudioSummaryV2", [text([b"a"]), wave, f32(8000)])
f.op("AudioSummaryV2", [s(b"snd"), wave[:0], f32(8000)])
f.op("AudioSummaryV2", [s(b"snd"), wave[:, :, :0], f32(8000)])

# Together.
one = lambda tag, v: v1.Summary(value=[v1.Summary.Value(tag=tag, simple_value=v)]).SerializeToString()
f.op("MergeSummary", [[s(one("a", 1)), s(one("b", 2))]])
f.op("MergeSummary", [[s(one("a", 1)), text(one("b", 0), one("c", 3), b"")]])
f.op("MergeSummary", [[s(one("a", 1)), s(one("a", 2))]])
f.op("MergeSummary", [[s(one("", 1)), s(one("", 2))]])
f.op("MergeSummary", [[s(b"\xff\xff")]])
f.op("MergeSummary", [[s(b"\x0a\x03ab")]])
f.graph("MergeSummary", lambda a: [R.MergeSummary(inputs=[R.ScalarSummary(tags="s", values=a[0, 0]), R.HistogramSummary(tag="h", values=a),
                                                          R.TensorSummary(tensor=a)])], [x])


# Writers: the events but for the time, which comes first.
count = 0


def events(*steps, create=True, flush=True):
    global count
    count += 1
    folder = f"{D}/events{count}"
    w = R.SummaryWriter(shared_name=f"writer{count}")
    last = []
    if create:
        last = [R.CreateSummaryFileWriter(writer=w, logdir=folder, max_queue=0, flush_millis=1, filename_suffix=".end")]
    for step in steps:
        with tf.control_dependencies(last):
            last = [step(w)]
    if flush:
        with tf.control_dependencies(last):
            last = [R.FlushSummaryWriter(writer=w)]
    with tf.control_dependencies(last):
        found = R.MatchingFiles(pattern=folder + "/events.out.tfevents.*.end")
    q = R.FIFOQueueV2(component_types=[tf.string], shared_name=f"files{count}")
    with tf.control_dependencies([R.QueueEnqueueManyV2(handle=q, components=[found])]):
        _, v = R.ReaderReadUpToV2(reader_handle=R.TFRecordReaderV2(shared_name=f"reader{count}"), queue_handle=q, num_records=tf.constant(100, tf.int64))
    return [tf.strings.substr(v, 9, -1)]


shutil.rmtree(D, ignore_errors=True)
os.makedirs(D)
at = lambda n: tf.constant(n, tf.int64)
for t in reals:
    f.graph("WriteScalarSummary", lambda a: events(lambda w: R.WriteScalarSummary(writer=w, step=at(3), tag="s", value=a)), [as_type(5, t)])
f.graph("WriteHistogramSummary", lambda a: events(lambda w: R.WriteHistogramSummary(writer=w, step=at(3), tag="h", values=a)), [x])
for v in (f32(np.nan), f32(np.inf), as_type([1, 2], tf.bfloat16), as_type([1, 2], tf.int8)):
    f.graph("WriteHistogramSummary", lambda a: events(lambda w: R.WriteHistogramSummary(writer=w, step=at(3), tag="h", values=a)), [v])
for t in (tf.uint8, tf.float32, tf.float16):
    f.graph("WriteImageSummary", lambda a: events(lambda w: R.WriteImageSummary(writer=w, step=at(1), tag="p", tensor=a, bad_color=tf.constant([1, 2, 3], tf.uint8))),
            [as_type(rng.uniform(0, 255, (2, 5, 4, 3)), t)])
f.graph("WriteImageSummary", lambda a: events(lambda w: R.WriteImageSummary(writer=w, step=at(1), tag="p", tensor=a, bad_color=tf.constant(1, tf.uint8))), [bad])
f.graph("WriteAudioSummary", lambda a: events(lambda w: R.WriteAudioSummary(writer=w, step=at(1), tag="p", tensor=a, sample_rate=tf.constant(8000.0))), [wave])
for v in (x, text([b"a"]), np.array(True)):
    f.graph("WriteSummary", lambda a: events(lambda w: R.WriteSummary(writer=w, step=at(-1), tensor=a, tag="t", summary_metadata=meta.SerializeToString())), [v])
f.graph("WriteSummary", lambda a: events(lambda w: R.WriteSummary(writer=w, step=at(0), tensor=a, tag="", summary_metadata="")), [x])
f.graph("WriteRawProtoSummary", lambda a: events(lambda w: R.WriteRawProtoSummary(writer=w, step=at(2), tensor=a)), [text(one("a", 1), one("b", 2))])
f.graph("WriteRawProtoSummary", lambda a: events(lambda w: R.WriteRawProtoSummary(writer=w, step=at(2), tensor=a)), [text(one("a", 1), b"\xff")])
f.graph("WriteGraphSummary", lambda a: events(lambda w: R.WriteGraphSummary(writer=w, step=at(2), tensor=a)), [s(v1.GraphDef(node=[v1.NodeDef(name="a", op="b")]).SerializeToString())])
f.graph("WriteGraphSummary", lambda a: events(lambda w: R.WriteGraphSummary(writer=w, step=at(2), tensor=a)), [s(b"\xff")])
event = v1.Event(wall_time=1.5, step=7, file_version="x").SerializeToString()
f.graph("ImportEvent", lambda a: events(lambda w: R.ImportEvent(writer=w, event=a), lambda w: R.ImportEvent(writer=w, event=a)), [s(event)])
f.graph("ImportEvent", lambda a: events(lambda w: R.ImportEvent(writer=w, event=a)), [s(b"\xff")])
f.graph("FlushSummaryWriter", lambda a: events() + [a], [x])
f.graph("FlushSummaryWriter", lambda a: events(create=False) + [a], [x])
f.graph("WriteScalarSummary", lambda a: events(lambda w: R.WriteScalarSummary(writer=w, step=at(3), tag="s", value=a), create=False), [f32(2)])
f.graph("CloseSummaryWriter", lambda a: events(lambda w: R.CloseSummaryWriter(writer=w), flush=False) + [a], [x])
f.graph("CloseSummaryWriter", lambda a: events(lambda w: R.CloseSummaryWriter(writer=w)) + [a], [x])
f.write()
