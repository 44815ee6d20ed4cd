
B
SerializeTensor_000/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_000/opSerializeTensorSerializeTensor_000/in0*
T0
E
SerializeTensor_000/out0IdentitySerializeTensor_000/op*
T0
>
ParseTensor_000/in0Placeholder*
dtype0*
shape:
F
ParseTensor_000/opParseTensorParseTensor_000/in0*
out_type0
=
ParseTensor_000/out0IdentityParseTensor_000/op*
T0
F
Serialize_and_parse_000/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_000/SerializeTensorSerializeTensorSerialize_and_parse_000/in0*
T0
k
#Serialize_and_parse_000/ParseTensorParseTensor'Serialize_and_parse_000/SerializeTensor*
out_type0
V
Serialize_and_parse_000/out0Identity#Serialize_and_parse_000/ParseTensor*
T0
B
SerializeTensor_001/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_001/opSerializeTensorSerializeTensor_001/in0*
T0
E
SerializeTensor_001/out0IdentitySerializeTensor_001/op*
T0
>
ParseTensor_001/in0Placeholder*
dtype0*
shape:
F
ParseTensor_001/opParseTensorParseTensor_001/in0*
out_type0
=
ParseTensor_001/out0IdentityParseTensor_001/op*
T0
F
Serialize_and_parse_001/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_001/SerializeTensorSerializeTensorSerialize_and_parse_001/in0*
T0
k
#Serialize_and_parse_001/ParseTensorParseTensor'Serialize_and_parse_001/SerializeTensor*
out_type0
V
Serialize_and_parse_001/out0Identity#Serialize_and_parse_001/ParseTensor*
T0
B
SerializeTensor_002/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_002/opSerializeTensorSerializeTensor_002/in0*
T0
E
SerializeTensor_002/out0IdentitySerializeTensor_002/op*
T0
>
ParseTensor_002/in0Placeholder*
dtype0*
shape:
F
ParseTensor_002/opParseTensorParseTensor_002/in0*
out_type0
=
ParseTensor_002/out0IdentityParseTensor_002/op*
T0
F
Serialize_and_parse_002/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_002/SerializeTensorSerializeTensorSerialize_and_parse_002/in0*
T0
k
#Serialize_and_parse_002/ParseTensorParseTensor'Serialize_and_parse_002/SerializeTensor*
out_type0
V
Serialize_and_parse_002/out0Identity#Serialize_and_parse_002/ParseTensor*
T0
B
SerializeTensor_003/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_003/opSerializeTensorSerializeTensor_003/in0*
T0
E
SerializeTensor_003/out0IdentitySerializeTensor_003/op*
T0
>
ParseTensor_003/in0Placeholder*
dtype0*
shape:
F
ParseTensor_003/opParseTensorParseTensor_003/in0*
out_type0
=
ParseTensor_003/out0IdentityParseTensor_003/op*
T0
F
Serialize_and_parse_003/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_003/SerializeTensorSerializeTensorSerialize_and_parse_003/in0*
T0
k
#Serialize_and_parse_003/ParseTensorParseTensor'Serialize_and_parse_003/SerializeTensor*
out_type0
V
Serialize_and_parse_003/out0Identity#Serialize_and_parse_003/ParseTensor*
T0
B
SerializeTensor_004/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_004/opSerializeTensorSerializeTensor_004/in0*
T0
E
SerializeTensor_004/out0IdentitySerializeTensor_004/op*
T0
>
ParseTensor_004/in0Placeholder*
dtype0*
shape:
F
ParseTensor_004/opParseTensorParseTensor_004/in0*
out_type0
=
ParseTensor_004/out0IdentityParseTensor_004/op*
T0
F
Serialize_and_parse_004/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_004/SerializeTensorSerializeTensorSerialize_and_parse_004/in0*
T0
k
#Serialize_and_parse_004/ParseTensorParseTensor'Serialize_and_parse_004/SerializeTensor*
out_type0
V
Serialize_and_parse_004/out0Identity#Serialize_and_parse_004/ParseTensor*
T0
B
SerializeTensor_005/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_005/opSerializeTensorSerializeTensor_005/in0*
T0
E
SerializeTensor_005/out0IdentitySerializeTensor_005/op*
T0
>
ParseTensor_005/in0Placeholder*
dtype0*
shape:
F
ParseTensor_005/opParseTensorParseTensor_005/in0*
out_type0
=
ParseTensor_005/out0IdentityParseTensor_005/op*
T0
F
Serialize_and_parse_005/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_005/SerializeTensorSerializeTensorSerialize_and_parse_005/in0*
T0
k
#Serialize_and_parse_005/ParseTensorParseTensor'Serialize_and_parse_005/SerializeTensor*
out_type0
V
Serialize_and_parse_005/out0Identity#Serialize_and_parse_005/ParseTensor*
T0
B
SerializeTensor_006/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_006/opSerializeTensorSerializeTensor_006/in0*
T0
E
SerializeTensor_006/out0IdentitySerializeTensor_006/op*
T0
>
ParseTensor_006/in0Placeholder*
dtype0*
shape:
F
ParseTensor_006/opParseTensorParseTensor_006/in0*
out_type0
=
ParseTensor_006/out0IdentityParseTensor_006/op*
T0
F
Serialize_and_parse_006/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_006/SerializeTensorSerializeTensorSerialize_and_parse_006/in0*
T0
k
#Serialize_and_parse_006/ParseTensorParseTensor'Serialize_and_parse_006/SerializeTensor*
out_type0
V
Serialize_and_parse_006/out0Identity#Serialize_and_parse_006/ParseTensor*
T0
B
SerializeTensor_007/in0Placeholder*
dtype0	*
shape:
K
SerializeTensor_007/opSerializeTensorSerializeTensor_007/in0*
T0	
E
SerializeTensor_007/out0IdentitySerializeTensor_007/op*
T0
>
ParseTensor_007/in0Placeholder*
dtype0*
shape:
F
ParseTensor_007/opParseTensorParseTensor_007/in0*
out_type0	
=
ParseTensor_007/out0IdentityParseTensor_007/op*
T0	
F
Serialize_and_parse_007/in0Placeholder*
dtype0	*
shape:
`
'Serialize_and_parse_007/SerializeTensorSerializeTensorSerialize_and_parse_007/in0*
T0	
k
#Serialize_and_parse_007/ParseTensorParseTensor'Serialize_and_parse_007/SerializeTensor*
out_type0	
V
Serialize_and_parse_007/out0Identity#Serialize_and_parse_007/ParseTensor*
T0	
B
SerializeTensor_008/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_008/opSerializeTensorSerializeTensor_008/in0*
T0
E
SerializeTensor_008/out0IdentitySerializeTensor_008/op*
T0
>
ParseTensor_008/in0Placeholder*
dtype0*
shape:
F
ParseTensor_008/opParseTensorParseTensor_008/in0*
out_type0
=
ParseTensor_008/out0IdentityParseTensor_008/op*
T0
F
Serialize_and_parse_008/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_008/SerializeTensorSerializeTensorSerialize_and_parse_008/in0*
T0
k
#Serialize_and_parse_008/ParseTensorParseTensor'Serialize_and_parse_008/SerializeTensor*
out_type0
V
Serialize_and_parse_008/out0Identity#Serialize_and_parse_008/ParseTensor*
T0
B
SerializeTensor_009/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_009/opSerializeTensorSerializeTensor_009/in0*
T0
E
SerializeTensor_009/out0IdentitySerializeTensor_009/op*
T0
>
ParseTensor_009/in0Placeholder*
dtype0*
shape:
F
ParseTensor_009/opParseTensorParseTensor_009/in0*
out_type0
=
ParseTensor_009/out0IdentityParseTensor_009/op*
T0
F
Serialize_and_parse_009/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_009/SerializeTensorSerializeTensorSerialize_and_parse_009/in0*
T0
k
#Serialize_and_parse_009/ParseTensorParseTensor'Serialize_and_parse_009/SerializeTensor*
out_type0
V
Serialize_and_parse_009/out0Identity#Serialize_and_parse_009/ParseTensor*
T0
B
SerializeTensor_010/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_010/opSerializeTensorSerializeTensor_010/in0*
T0
E
SerializeTensor_010/out0IdentitySerializeTensor_010/op*
T0
>
ParseTensor_010/in0Placeholder*
dtype0*
shape:
F
ParseTensor_010/opParseTensorParseTensor_010/in0*
out_type0
=
ParseTensor_010/out0IdentityParseTensor_010/op*
T0
F
Serialize_and_parse_010/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_010/SerializeTensorSerializeTensorSerialize_and_parse_010/in0*
T0
k
#Serialize_and_parse_010/ParseTensorParseTensor'Serialize_and_parse_010/SerializeTensor*
out_type0
V
Serialize_and_parse_010/out0Identity#Serialize_and_parse_010/ParseTensor*
T0
B
SerializeTensor_011/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_011/opSerializeTensorSerializeTensor_011/in0*
T0
E
SerializeTensor_011/out0IdentitySerializeTensor_011/op*
T0
>
ParseTensor_011/in0Placeholder*
dtype0*
shape:
F
ParseTensor_011/opParseTensorParseTensor_011/in0*
out_type0
=
ParseTensor_011/out0IdentityParseTensor_011/op*
T0
F
Serialize_and_parse_011/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_011/SerializeTensorSerializeTensorSerialize_and_parse_011/in0*
T0
k
#Serialize_and_parse_011/ParseTensorParseTensor'Serialize_and_parse_011/SerializeTensor*
out_type0
V
Serialize_and_parse_011/out0Identity#Serialize_and_parse_011/ParseTensor*
T0
B
SerializeTensor_012/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_012/opSerializeTensorSerializeTensor_012/in0*
T0
E
SerializeTensor_012/out0IdentitySerializeTensor_012/op*
T0
>
ParseTensor_012/in0Placeholder*
dtype0*
shape:
F
ParseTensor_012/opParseTensorParseTensor_012/in0*
out_type0
=
ParseTensor_012/out0IdentityParseTensor_012/op*
T0
F
Serialize_and_parse_012/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_012/SerializeTensorSerializeTensorSerialize_and_parse_012/in0*
T0
k
#Serialize_and_parse_012/ParseTensorParseTensor'Serialize_and_parse_012/SerializeTensor*
out_type0
V
Serialize_and_parse_012/out0Identity#Serialize_and_parse_012/ParseTensor*
T0
B
SerializeTensor_013/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_013/opSerializeTensorSerializeTensor_013/in0*
T0
E
SerializeTensor_013/out0IdentitySerializeTensor_013/op*
T0
>
ParseTensor_013/in0Placeholder*
dtype0*
shape:
F
ParseTensor_013/opParseTensorParseTensor_013/in0*
out_type0
=
ParseTensor_013/out0IdentityParseTensor_013/op*
T0
F
Serialize_and_parse_013/in0Placeholder*
dtype0*
shape:
`
'Serialize_and_parse_013/SerializeTensorSerializeTensorSerialize_and_parse_013/in0*
T0
k
#Serialize_and_parse_013/ParseTensorParseTensor'Serialize_and_parse_013/SerializeTensor*
out_type0
V
Serialize_and_parse_013/out0Identity#Serialize_and_parse_013/ParseTensor*
T0
B
SerializeTensor_014/in0Placeholder*
dtype0
*
shape:
K
SerializeTensor_014/opSerializeTensorSerializeTensor_014/in0*
T0

E
SerializeTensor_014/out0IdentitySerializeTensor_014/op*
T0
>
ParseTensor_014/in0Placeholder*
dtype0*
shape:
F
ParseTensor_014/opParseTensorParseTensor_014/in0*
out_type0

=
ParseTensor_014/out0IdentityParseTensor_014/op*
T0

F
Serialize_and_parse_014/in0Placeholder*
dtype0
*
shape:
`
'Serialize_and_parse_014/SerializeTensorSerializeTensorSerialize_and_parse_014/in0*
T0

k
#Serialize_and_parse_014/ParseTensorParseTensor'Serialize_and_parse_014/SerializeTensor*
out_type0

V
Serialize_and_parse_014/out0Identity#Serialize_and_parse_014/ParseTensor*
T0

B
SerializeTensor_015/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_015/opSerializeTensorSerializeTensor_015/in0*
T0
E
SerializeTensor_015/out0IdentitySerializeTensor_015/op*
T0
B
SerializeTensor_016/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_016/opSerializeTensorSerializeTensor_016/in0*
T0
E
SerializeTensor_016/out0IdentitySerializeTensor_016/op*
T0
B
SerializeTensor_017/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_017/opSerializeTensorSerializeTensor_017/in0*
T0
E
SerializeTensor_017/out0IdentitySerializeTensor_017/op*
T0
B
SerializeTensor_018/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_018/opSerializeTensorSerializeTensor_018/in0*
T0
E
SerializeTensor_018/out0IdentitySerializeTensor_018/op*
T0
B
SerializeTensor_019/in0Placeholder*
dtype0*
shape:
K
SerializeTensor_019/opSerializeTensorSerializeTensor_019/in0*
T0
E
SerializeTensor_019/out0IdentitySerializeTensor_019/op*
T0
>
ParseTensor_015/in0Placeholder*
dtype0*
shape:
F
ParseTensor_015/opParseTensorParseTensor_015/in0*
out_type0
=
ParseTensor_015/out0IdentityParseTensor_015/op*
T0
>
ParseTensor_016/in0Placeholder*
dtype0*
shape:
F
ParseTensor_016/opParseTensorParseTensor_016/in0*
out_type0
=
ParseTensor_016/out0IdentityParseTensor_016/op*
T0
>
ParseTensor_017/in0Placeholder*
dtype0*
shape:
F
ParseTensor_017/opParseTensorParseTensor_017/in0*
out_type0
=
ParseTensor_017/out0IdentityParseTensor_017/op*
T0
>
ParseTensor_018/in0Placeholder*
dtype0*
shape:
F
ParseTensor_018/opParseTensorParseTensor_018/in0*
out_type0
=
ParseTensor_018/out0IdentityParseTensor_018/op*
T0
>
ParseTensor_019/in0Placeholder*
dtype0*
shape:
F
ParseTensor_019/opParseTensorParseTensor_019/in0*
out_type0
=
ParseTensor_019/out0IdentityParseTensor_019/op*
T0"í