"""Unicode ops. Writes tests/ops/cases/unicode.zip.gz."""
from cases import *

f = Family("unicode")
samples = [b"abc", b"a\xffb", b"\xe2\x82", b"\xe2\x82a", b"\xf0\x90\x80", b"\xed\xa0\x80", b"\xc0\x80",
           b"\xf4\x90\x80\x80", b"\xef\xbb\xbfa", b"\x80\x80", "hé😀".encode(), b"", b"\0\x01\x7f", b"\xf0\x9f\x98\xff",
           b"\xe0\x80\x80", b"\xf8\x88\x80\x80\x80"]
for op in ("UnicodeDecode", "UnicodeDecodeWithOffsets"):
    for errors in ("replace", "ignore"):
        f.op(op, [text(samples)], input_encoding="UTF-8", errors=errors)
    # (with offsets and int32 splits TensorFlow 2.15 aborts)
    f.op(op, [text(samples)], input_encoding="UTF-8", replacement_char=0x41,
         Tsplits=tf.int32 if op == "UnicodeDecode" else tf.int64)
    f.op(op, [text(samples)], input_encoding="UTF-8", replace_control_characters=True)
    f.op(op, [text(samples)], input_encoding="UTF-8", replace_control_characters=True, errors="ignore")
    f.op(op, [text(b"abc", "é".encode())], input_encoding="UTF-8", errors="strict")
    f.op(op, [text(b"abc", b"\xff")], input_encoding="UTF-8", errors="strict")
    f.op(op, [text([[b"ab", b"c"]])], input_encoding="utf8")
    f.op(op, [np.array(b"ab", object)], input_encoding="UTF-8")
    f.op(op, [text([])], input_encoding="UTF-8")
    f.op(op, [text(b"a\xe9")], input_encoding="latin1")
    f.op(op, [text(b"a\xe9", b"\x80\x99")], input_encoding="windows-1252")
    f.op(op, [text(b"a\xe9")], input_encoding="US-ASCII")
    f.op(op, [text([b"a"])], input_encoding="nonsense")
    f.op(op, [text(b"\0a\0b", b"\xd8\x3d\xde\0", b"\xd8\x3d\0a", b"\0", b"\xde\0\0a", b"\xfe\xff\0a")], input_encoding="UTF-16BE")
    f.op(op, [text(b"a\0b\0", b"\xff\xfea\0")], input_encoding="UTF-16LE")
    f.op(op, [text(b"\0a\0b", b"\xd8\x3d\xde\0")], input_encoding="UTF-16")
    f.op(op, [text(b"\0\0\0a", b"\0\x11\0\0", b"\0\0\xd8\0", b"\0\0")], input_encoding="UTF-32BE")

for out in ("UTF-8", "UTF-16-BE", "UTF-32-BE"):
    for errors in ("replace", "ignore"):
        f.op("UnicodeTranscode", [text([samples])], input_encoding="UTF-8", output_encoding=out, errors=errors)
    f.op("UnicodeTranscode", [text([b"a\0b"])], input_encoding="UTF-8", output_encoding=out, replacement_char=0x20AC,
         replace_control_characters=True)
    f.op("UnicodeEncode", [i32([97, 233, 0x1F600, 0x65E5]), i64([0, 2, 2, 4])], output_encoding=out)
f.op("UnicodeTranscode", [text([b"a\xff"])], input_encoding="UTF-8", output_encoding="UTF-8", errors="strict")
f.op("UnicodeTranscode", [np.array(b"\xff", object)], input_encoding="UTF-8", output_encoding="UTF-8", replacement_char=0xD800)
f.op("UnicodeTranscode", [text([b"\0a\xd8\x3d\xde\0"])], input_encoding="UTF-16-BE", output_encoding="UTF-8")
f.op("UnicodeTranscode", [text([b"a"])], input_encoding="nope", output_encoding="UTF-8")
f.op("UnicodeTranscode", [text([b"a"])], input_encoding="UTF-8", output_encoding="UTF-8", replacement_char=0x110000)
f.op("UnicodeTranscode", [text([])], input_encoding="UTF-8", output_encoding="UTF-8")

strange = [0xD800, 0x110000, -1, 0xFFFE, 0xFDD0, 0x10FFFF, 0]
for errors in ("replace", "ignore"):
    f.op("UnicodeEncode", [i32(strange), i32([0, len(strange)])], output_encoding="UTF-8", errors=errors)
for c in strange:
    f.op("UnicodeEncode", [i32([97, c]), i32([0, 2])], output_encoding="UTF-8", errors="strict")
f.op("UnicodeEncode", [i32([97, -1]), i32([0, 2])], output_encoding="UTF-8", replacement_char=0x20AC)
for splits in ([0, 3], [1, 2], [0, 1], [0, 2, 1], [0, 2, 1, 2], [0, 0, 2, 2], [0, 3, 2]):
    f.op("UnicodeEncode", [i32([97, 98]), i32(splits)], output_encoding="UTF-8")
f.op("UnicodeEncode", [i32([]), i64([0, 0])], output_encoding="UTF-8")
f.op("UnicodeScript", [i32([[97, 0x3b1, -1, 0x110000, 0xd800, 0x7fffffff, 0x4e00, 0xe000, 0x10ffff, 0x1f600]])])
f.op("UnicodeScript", [np.arange(0, 0x30000, 97, dtype=np.int32)])
f.write()
