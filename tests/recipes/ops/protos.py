"""Messages decoded and encoded by a descriptor: tests/ops/cases/protos.*."""
from cases import *
from google.protobuf import descriptor_pb2 as dp, descriptor_pool, message_factory

f = Family("protos")
r = f.rng
F = dp.FieldDescriptorProto
NAMES = ["double", "float", "int64", "uint64", "int32", "fixed64", "fixed32", "bool", "string", "group", "message", "bytes",
         "uint32", "enum", "sfixed32", "sfixed64", "sint32", "sint64"]
TYPES = {n: getattr(F, "TYPE_" + n.upper()) for n in NAMES}
PLAIN = [n for n in NAMES if n not in ("group", "message")]
OWN = dict(double=tf.float64, float=tf.float32, int64=tf.int64, uint64=tf.uint64, int32=tf.int32, fixed64=tf.uint64,
           fixed32=tf.uint32, bool=tf.bool, string=tf.string, group=tf.string, message=tf.string, bytes=tf.string,
           uint32=tf.uint32, enum=tf.int32, sfixed32=tf.int32, sfixed64=tf.int64, sint32=tf.int32, sint64=tf.int64)
WIDE = dict(float=tf.float64, int32=tf.int64, fixed32=tf.uint64, uint32=tf.uint64, sfixed32=tf.int64, sint32=tf.int64)
PRESET = dict(double="1.5", float="-2.25", int64="-9000000000", uint64="18446744073709551615", int32="-7", fixed64="12",
              fixed32="4000000000", bool="true", string="none", bytes="raw", uint32="77", enum="BLUE", sfixed32="-3",
              sfixed64="-4", sint32="-5", sint64="-6")

file = dp.FileDescriptorProto(name="t.proto", package="some.pkg", syntax="proto2")
file.enum_type.add(name="Color").value.extend([dp.EnumValueDescriptorProto(name="RED", number=3),
                                               dp.EnumValueDescriptorProto(name="BLUE", number=5)])
for name, label, packed, preset in (("One", F.LABEL_OPTIONAL, False, False), ("Many", F.LABEL_REPEATED, False, False),
                                    ("Packed", F.LABEL_REPEATED, True, False), ("Preset", F.LABEL_OPTIONAL, False, True)):
    m = file.message_type.add(name=name)
    for i, n in enumerate(PLAIN):
        x = m.field.add(name="f_" + n, number=(i + 1) * 3, label=label, type=TYPES[n])
        if n == "enum":
            x.type_name = ".some.pkg.Color"
        if packed and n not in ("string", "bytes"):
            x.options.packed = True
        if preset:
            x.default_value = PRESET[n]
    m.field.add(name="sub", number=100, label=label, type=F.TYPE_MESSAGE, type_name=".some.pkg.One.Inner")
one = file.message_type[0]
one.nested_type.add(name="Inner").field.add(name="x", number=1, label=F.LABEL_OPTIONAL, type=F.TYPE_INT32)
one.nested_type.add(name="Grp").field.add(name="y", number=1, label=F.LABEL_OPTIONAL, type=F.TYPE_INT32)
one.field.add(name="grp", number=101, label=F.LABEL_OPTIONAL, type=F.TYPE_GROUP, type_name=".some.pkg.One.Grp")
one.extension_range.add(start=200, end=300)
file.extension.add(name="ext", extendee=".some.pkg.One", number=200, label=F.LABEL_OPTIONAL, type=F.TYPE_INT32)
SET = b"bytes://" + dp.FileDescriptorSet(file=[file]).SerializeToString()
pool = descriptor_pool.DescriptorPool()
pool.Add(file)
CLASS = {n: message_factory.GetMessageClass(pool.FindMessageTypeByName("some.pkg." + n)) for n in ("One", "Many", "Packed", "Preset")}


def value(n):
    return dict(double=r.standard_normal(), float=float(np.float32(r.standard_normal())), int64=int(r.randint(-2 ** 62, 2 ** 62)),
                uint64=int(r.randint(0, 2 ** 62)) * 4 + 3, int32=int(r.randint(-2 ** 31, 2 ** 31)), fixed64=int(r.randint(0, 2 ** 62)),
                fixed32=int(r.randint(0, 2 ** 32)), bool=bool(r.randint(2)), string="s%d" % r.randint(1000), bytes=b"b\x00%d" % r.randint(1000),
                uint32=int(r.randint(0, 2 ** 32)), enum=int(r.choice([3, 5])), sfixed32=int(r.randint(-2 ** 31, 2 ** 31)),
                sfixed64=int(r.randint(-2 ** 62, 2 ** 62)), sint32=int(r.randint(-2 ** 31, 2 ** 31)), sint64=int(r.randint(-2 ** 62, 2 ** 62)))[n]


def message(name, part=.7):
    m = CLASS[name]()
    for n in PLAIN:
        if name in ("One", "Preset"):
            if r.uniform() < part:
                setattr(m, "f_" + n, value(n))
        else:
            getattr(m, "f_" + n).extend(value(n) for _ in range(r.randint(0, 4)))
    if name == "One":
        if r.uniform() < part:
            m.sub.x = 7
        if r.uniform() < part:
            m.grp.y = -8
    elif name != "Preset":
        for _ in range(r.randint(0, 3)):
            m.sub.add().x = 5
    return m.SerializeToString()


def decode(buf, name, fields, types, **kw):
    kw = dict(dict(descriptor_source=SET), **kw)
    f.op("DecodeProtoV2", [buf], message_type=name if "." in name else "some.pkg." + name, field_names=fields, output_types=types, **kw)


ALL = ["f_" + n for n in PLAIN] + ["sub"]
OWNS = [OWN[n] for n in PLAIN] + [tf.string]
WIDES = [WIDE.get(n, OWN[n]) for n in PLAIN] + [tf.string]
for name in CLASS:
    for types in (OWNS, WIDES):
        if name == "Preset" or name == "One" or types is OWNS or True:
            keep = [(a, b) for a, b in zip(ALL, types) if a != "f_enum"]	# an enum's default is no number in TensorFlow
            decode(text([message(name) for _ in range(3)]), name, [a for a, _ in keep], [b for _, b in keep])
            order = r.permutation(len(keep))
            decode(text([[message(name)], [message(name)]]), name, [keep[i][0] for i in order], [keep[i][1] for i in order])
            decode(text([[message(name)], [message(name)]]), name, ["f_int32", "f_string"], [types[ALL.index("f_int32")], tf.string], sanitize=True)
m = CLASS["Many"]()
m.f_enum.extend([3, 5, 3])
decode(text([m.SerializeToString()]), "Many", ["f_enum"], [tf.int32])
m = CLASS["Packed"]()
m.f_enum.extend([3, 5, 3])
decode(text([m.SerializeToString()]), "Packed", ["f_enum"], [tf.int32])
one = CLASS["One"]()
one.grp.y = 9
one.sub.x = 3
decode(text([one.SerializeToString()]), "One", ["grp", "sub"], [tf.string, tf.string])
decode(np.array(message("One", 1), object), "One", ["f_int64", "f_bytes"], [tf.int64, tf.string])
# int32 is field 15, uint32 field 33 of Many and Packed (numbers 3 apart, in PLAIN's order)
N32 = 3 * (PLAIN.index("int32") + 1)
tag = lambda n, w: bytes([n << 3 & 127 | w | 128, n >> 4]) if n > 15 else bytes([n << 3 | w])
pk = tag(N32, 2) + b"\x03\x05\xff\x01"
sg = tag(N32, 0) + b"\x07"
other = tag(3 * (PLAIN.index("bool") + 1), 0) + b"\x01"
for name in ("One", "Many"):
    for buf in (pk, sg + pk, pk + sg, sg + sg + tag(N32, 2) + b"\x00", tag(N32, 5) + b"\x01\x02\x03\x04" + sg, other + sg, sg + other + sg, other + sg + other,
                b"", tag(N32, 0), tag(N32, 2) + b"\x03\x05", tag(N32, 2) + b"\x02\x05\x85", b"\x00", b"\x0c", b"\xff", sg + b"\x0c", tag(90, 3) + b"\x08\x01" + tag(90, 4) + sg,
                tag(90, 3) + b"\x08\x01", tag(90, 7) + b"\x01", tag(N32, 0) + b"\xff" * 9 + b"\x01", tag(N32, 0) + b"\xff" * 10 + b"\x01"):
        decode(text([buf]), name, ["f_int32", "f_bool"], [tf.int32, tf.bool])
        decode(text([buf]), name, ["f_int32"], [tf.int64])
decode(text([tag(3, 2) + b"\x07abcdefg"]), "Many", ["f_double"], [tf.float64])
decode(np.zeros((0,), object), "One", ["f_int32"], [tf.int32])
ok = text([message("One")])
decode(ok, "None", ["f_int32"], [tf.int32])
decode(ok, "other.One", ["f_int32"], [tf.int32])
decode(ok, "One", ["f_int31"], [tf.int32])
decode(ok, "One", ["f_int32"], [tf.float32])
decode(ok, "One", ["f_string"], [tf.int32])
decode(ok, "One", ["f_int32", "f_bool"], [tf.int32])
decode(ok, "One", ["some.pkg.ext"], [tf.int32])
decode(text([tag(200, 0) + b"\x07" if False else b"\xc0\x0c\x07"]), "One", ["some.pkg.ext"], [tf.int32])
decode(ok, "One", ["f_int32"], [tf.int32], message_format="json")
decode(ok, "One", ["f_int32"], [tf.int32], descriptor_source=b"bytes://\x0a\x7f")
decode(text([message("One")]), "some.pkg.One.Inner", ["x"], [tf.int32])


def encode(sizes, values, name, fields, **kw):
    kw = dict(dict(descriptor_source=SET), **kw)
    f.op("EncodeProto", [sizes, values], message_type="some.pkg." + name, field_names=fields, **kw)


def column(n, t, shape):
    k = int(np.prod(shape))
    v = [value(n) for _ in range(k)]
    return np.array(v, object).reshape(shape) if t == tf.string else as_type(np.array(v).reshape(shape), t)


for name in ("One", "Many", "Packed", "Preset"):
    for types in (OWNS, WIDES):
        for shape in ((3,), (2, 2)):
            width = 1 if name in ("One", "Preset") else 3
            cols = [column(n, t, shape + (width,)) for n, t in zip(PLAIN, types)]
            sizes = r.randint(0, width + 1, shape + (len(PLAIN),)).astype(np.int32)
            encode(sizes, cols, name, ALL[:-1])
            order = r.permutation(len(PLAIN))
            encode(sizes, [cols[i] for i in order], name, [ALL[i] for i in order])
encode(i32([[1, 1]]), [text([["\x08\x07"]]), text([["\x08\x01"]])], "One", ["grp", "sub"])
encode(i32([[2]]), [i64([[-1, 2 ** 40 + 5]])], "Many", ["f_int32"])
encode(i32([[2]]), [i64([[-1, 2 ** 40 + 5]])], "Packed", ["f_sint32"])
for s, v, n, fl in ((i32([[2]]), [i32([[1]])], "Many", ["f_int32"]), (i32([2]), [i32([[1]])], "Many", ["f_int32"]), (i32([[1]]), [i32([1])], "Many", ["f_int32"]),
                    (i32([[1]]), [f32([[1]])], "Many", ["f_int32"]), (i32([[1, 1]]), [i32([[1]]), i32([[1], [2]])], "Many", ["f_int32", "f_int32"]),
                    (i32([[1]]), [i32([[1]]), i32([[1]])], "Many", ["f_int32"]), (i32([[1]]), [i32([[1]])], "Many", ["nope"]),
                    (i32([[1]]), [i32([[1]])], "Nope", ["f_int32"]), (i32(np.zeros((0, 1))), [i32(np.zeros((0, 1)))], "Many", ["f_int32"])):
    encode(s, v, n, fl)
f.write()
