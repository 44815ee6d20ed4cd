"""DecodeCSV."""
from cases import *

f = Family("decode_csv")
I, F, S = i32([]), f32([]), text(np.zeros((0,), object))


def csv(records, defaults, **k):
    f.op("DecodeCSV", [records, defaults], **k)


csv(text(b"1,2.5,abc,7,1e3", b"-4,-0,,9,nan"), [I, F, text([b"d"]), i64([5]), np.float64([1])])
csv(text(b'1,"a,b ""q"" c",3', b' 2 ,x y,"4"'), [I, S, I])
csv(text([[b"1,2"], [b"3,4"]]), [I, I])
csv(text(b"1,2"), [I, I])
csv(text(b"1;2", b";"), [i32([8]), i32([9])], field_delim=";")
csv(text(b"NA,2", b"3,NA"), [i32([8]), i32([9])], na_value="NA")
csv(text(b'a"b,c"'), [S, S], use_quote_delim=False)
csv(text(b"1,2,3,4", b"5,6,7,8"), [I, S], select_cols=[1, 3])
csv(text(b"1,2,", b"5,6,7"), [I, i32([1])], select_cols=[0, 2])
csv(text(b"1,2,", b",,"), [i32([7])] * 3)
csv(text(b"\n1,2\r\n"[:4], b"\r\n3,4"), [I, I])
csv(text([]).reshape(0), [I, I])
csv(text(b"0,1", b"2147483647,-2147483648"), [I, I])
csv(text(b'"",2'), [S, I])
csv(text(b'"",2'), [text([b"z"]), I])
csv(text(b'"a\nb",2'), [S, I])
for records, defaults in (([b"1"], [I, I]), ([b"1,2,3"], [I, I]), ([b""], [I]), ([b"1,2", b",2"], [I, I]), ([b"x,2"], [I, I]), ([b"1,2.5"], [I, I]), ([b"1,zz"], [I, F]),
                          ([b"1,zz"], [I, np.float64([])]), ([b"1,99999999999999999999"], [I, i64([])]), ([b"1,2147483648"], [I, I]), ([b'1,a"b'], [I, S]), ([b"1,a\nb"], [I, S]), ([b'1,"a'], [I, S]),
                          ([b'1,"a"b"'], [I, S]), ([b'1,"a"b'], [I, S]), ([b"1,2"], [I, i32([1, 2])]), ([b"1,2"], [I, i32([[1]])])):
    csv(text(records), defaults)
csv(text(b"1,2"), [I, I], select_cols=[0, 5])
f.write()
