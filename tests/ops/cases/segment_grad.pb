
G
SparseSegmentSumGrad_000/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_000/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_000/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_000/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_000/opSparseSegmentSumGradSparseSegmentSumGrad_000/in0SparseSegmentSumGrad_000/in1SparseSegmentSumGrad_000/in2SparseSegmentSumGrad_000/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_000/out0IdentitySparseSegmentSumGrad_000/op*
T0
G
SparseSegmentSumGrad_001/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_001/in1Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_001/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_001/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_001/opSparseSegmentSumGradSparseSegmentSumGrad_001/in0SparseSegmentSumGrad_001/in1SparseSegmentSumGrad_001/in2SparseSegmentSumGrad_001/in3*

Tidx0	*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_001/out0IdentitySparseSegmentSumGrad_001/op*
T0
G
SparseSegmentSumGrad_002/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_002/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_002/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_002/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_002/opSparseSegmentSumGradSparseSegmentSumGrad_002/in0SparseSegmentSumGrad_002/in1SparseSegmentSumGrad_002/in2SparseSegmentSumGrad_002/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_002/out0IdentitySparseSegmentSumGrad_002/op*
T0
G
SparseSegmentSumGrad_003/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_003/in1Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_003/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_003/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_003/opSparseSegmentSumGradSparseSegmentSumGrad_003/in0SparseSegmentSumGrad_003/in1SparseSegmentSumGrad_003/in2SparseSegmentSumGrad_003/in3*

Tidx0	*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_003/out0IdentitySparseSegmentSumGrad_003/op*
T0
G
SparseSegmentSumGrad_004/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_004/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_004/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_004/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_004/opSparseSegmentSumGradSparseSegmentSumGrad_004/in0SparseSegmentSumGrad_004/in1SparseSegmentSumGrad_004/in2SparseSegmentSumGrad_004/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_004/out0IdentitySparseSegmentSumGrad_004/op*
T0
G
SparseSegmentSumGrad_005/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_005/in1Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_005/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_005/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_005/opSparseSegmentSumGradSparseSegmentSumGrad_005/in0SparseSegmentSumGrad_005/in1SparseSegmentSumGrad_005/in2SparseSegmentSumGrad_005/in3*

Tidx0	*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_005/out0IdentitySparseSegmentSumGrad_005/op*
T0
G
SparseSegmentSumGrad_006/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_006/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_006/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_006/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_006/opSparseSegmentSumGradSparseSegmentSumGrad_006/in0SparseSegmentSumGrad_006/in1SparseSegmentSumGrad_006/in2SparseSegmentSumGrad_006/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_006/out0IdentitySparseSegmentSumGrad_006/op*
T0
G
SparseSegmentSumGrad_007/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_007/in1Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_007/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_007/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_007/opSparseSegmentSumGradSparseSegmentSumGrad_007/in0SparseSegmentSumGrad_007/in1SparseSegmentSumGrad_007/in2SparseSegmentSumGrad_007/in3*

Tidx0	*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_007/out0IdentitySparseSegmentSumGrad_007/op*
T0
G
SparseSegmentSumGrad_008/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_008/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_008/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_008/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_008/opSparseSegmentSumGradSparseSegmentSumGrad_008/in0SparseSegmentSumGrad_008/in1SparseSegmentSumGrad_008/in2SparseSegmentSumGrad_008/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_008/out0IdentitySparseSegmentSumGrad_008/op*
T0
G
SparseSegmentSumGrad_009/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_009/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_009/in2Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_009/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_009/opSparseSegmentSumGradSparseSegmentSumGrad_009/in0SparseSegmentSumGrad_009/in1SparseSegmentSumGrad_009/in2SparseSegmentSumGrad_009/in3*

Tidx0*
Tsegmentids0	*
T0
O
SparseSegmentSumGrad_009/out0IdentitySparseSegmentSumGrad_009/op*
T0
G
SparseSegmentSumGrad_010/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_010/in1Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_010/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_010/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_010/opSparseSegmentSumGradSparseSegmentSumGrad_010/in0SparseSegmentSumGrad_010/in1SparseSegmentSumGrad_010/in2SparseSegmentSumGrad_010/in3*

Tidx0	*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_010/out0IdentitySparseSegmentSumGrad_010/op*
T0
G
SparseSegmentSumGrad_011/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_011/in1Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_011/in2Placeholder*
dtype0	*
shape:
G
SparseSegmentSumGrad_011/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_011/opSparseSegmentSumGradSparseSegmentSumGrad_011/in0SparseSegmentSumGrad_011/in1SparseSegmentSumGrad_011/in2SparseSegmentSumGrad_011/in3*

Tidx0	*
Tsegmentids0	*
T0
O
SparseSegmentSumGrad_011/out0IdentitySparseSegmentSumGrad_011/op*
T0
G
SparseSegmentSumGrad_012/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_012/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_012/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_012/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_012/opSparseSegmentSumGradSparseSegmentSumGrad_012/in0SparseSegmentSumGrad_012/in1SparseSegmentSumGrad_012/in2SparseSegmentSumGrad_012/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_012/out0IdentitySparseSegmentSumGrad_012/op*
T0
G
SparseSegmentSumGrad_013/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_013/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_013/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_013/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_013/opSparseSegmentSumGradSparseSegmentSumGrad_013/in0SparseSegmentSumGrad_013/in1SparseSegmentSumGrad_013/in2SparseSegmentSumGrad_013/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_013/out0IdentitySparseSegmentSumGrad_013/op*
T0
G
SparseSegmentSumGrad_014/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_014/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_014/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_014/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_014/opSparseSegmentSumGradSparseSegmentSumGrad_014/in0SparseSegmentSumGrad_014/in1SparseSegmentSumGrad_014/in2SparseSegmentSumGrad_014/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_014/out0IdentitySparseSegmentSumGrad_014/op*
T0
G
SparseSegmentSumGrad_015/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_015/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_015/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_015/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_015/opSparseSegmentSumGradSparseSegmentSumGrad_015/in0SparseSegmentSumGrad_015/in1SparseSegmentSumGrad_015/in2SparseSegmentSumGrad_015/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_015/out0IdentitySparseSegmentSumGrad_015/op*
T0
G
SparseSegmentSumGrad_016/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_016/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_016/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_016/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_016/opSparseSegmentSumGradSparseSegmentSumGrad_016/in0SparseSegmentSumGrad_016/in1SparseSegmentSumGrad_016/in2SparseSegmentSumGrad_016/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_016/out0IdentitySparseSegmentSumGrad_016/op*
T0
G
SparseSegmentSumGrad_017/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_017/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_017/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_017/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_017/opSparseSegmentSumGradSparseSegmentSumGrad_017/in0SparseSegmentSumGrad_017/in1SparseSegmentSumGrad_017/in2SparseSegmentSumGrad_017/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_017/out0IdentitySparseSegmentSumGrad_017/op*
T0
G
SparseSegmentSumGrad_018/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_018/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_018/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_018/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_018/opSparseSegmentSumGradSparseSegmentSumGrad_018/in0SparseSegmentSumGrad_018/in1SparseSegmentSumGrad_018/in2SparseSegmentSumGrad_018/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_018/out0IdentitySparseSegmentSumGrad_018/op*
T0
G
SparseSegmentSumGrad_019/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_019/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_019/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_019/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_019/opSparseSegmentSumGradSparseSegmentSumGrad_019/in0SparseSegmentSumGrad_019/in1SparseSegmentSumGrad_019/in2SparseSegmentSumGrad_019/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_019/out0IdentitySparseSegmentSumGrad_019/op*
T0
G
SparseSegmentSumGrad_020/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_020/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_020/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_020/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_020/opSparseSegmentSumGradSparseSegmentSumGrad_020/in0SparseSegmentSumGrad_020/in1SparseSegmentSumGrad_020/in2SparseSegmentSumGrad_020/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_020/out0IdentitySparseSegmentSumGrad_020/op*
T0
G
SparseSegmentSumGrad_021/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_021/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_021/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_021/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_021/opSparseSegmentSumGradSparseSegmentSumGrad_021/in0SparseSegmentSumGrad_021/in1SparseSegmentSumGrad_021/in2SparseSegmentSumGrad_021/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_021/out0IdentitySparseSegmentSumGrad_021/op*
T0
G
SparseSegmentSumGrad_022/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_022/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_022/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_022/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_022/opSparseSegmentSumGradSparseSegmentSumGrad_022/in0SparseSegmentSumGrad_022/in1SparseSegmentSumGrad_022/in2SparseSegmentSumGrad_022/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_022/out0IdentitySparseSegmentSumGrad_022/op*
T0
G
SparseSegmentSumGrad_023/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_023/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_023/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_023/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_023/opSparseSegmentSumGradSparseSegmentSumGrad_023/in0SparseSegmentSumGrad_023/in1SparseSegmentSumGrad_023/in2SparseSegmentSumGrad_023/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_023/out0IdentitySparseSegmentSumGrad_023/op*
T0
G
SparseSegmentSumGrad_024/in0Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_024/in1Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_024/in2Placeholder*
dtype0*
shape:
G
SparseSegmentSumGrad_024/in3Placeholder*
dtype0*
shape:
Ó
SparseSegmentSumGrad_024/opSparseSegmentSumGradSparseSegmentSumGrad_024/in0SparseSegmentSumGrad_024/in1SparseSegmentSumGrad_024/in2SparseSegmentSumGrad_024/in3*

Tidx0*
Tsegmentids0*
T0
O
SparseSegmentSumGrad_024/out0IdentitySparseSegmentSumGrad_024/op*
T0
I
SparseSegmentSumGradV2_000/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_000/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_000/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_000/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_000/opSparseSegmentSumGradV2SparseSegmentSumGradV2_000/in0SparseSegmentSumGradV2_000/in1SparseSegmentSumGradV2_000/in2SparseSegmentSumGradV2_000/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_000/out0IdentitySparseSegmentSumGradV2_000/op*
T0
U
SparseSegmentSumGradV2_000/out1IdentitySparseSegmentSumGradV2_000/op:1*
T0
I
SparseSegmentSumGradV2_001/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_001/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_001/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_001/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_001/opSparseSegmentSumGradV2SparseSegmentSumGradV2_001/in0SparseSegmentSumGradV2_001/in1SparseSegmentSumGradV2_001/in2SparseSegmentSumGradV2_001/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_001/out0IdentitySparseSegmentSumGradV2_001/op*
T0
U
SparseSegmentSumGradV2_001/out1IdentitySparseSegmentSumGradV2_001/op:1*
T0	
I
SparseSegmentSumGradV2_002/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_002/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_002/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_002/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_002/opSparseSegmentSumGradV2SparseSegmentSumGradV2_002/in0SparseSegmentSumGradV2_002/in1SparseSegmentSumGradV2_002/in2SparseSegmentSumGradV2_002/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_002/out0IdentitySparseSegmentSumGradV2_002/op*
T0
U
SparseSegmentSumGradV2_002/out1IdentitySparseSegmentSumGradV2_002/op:1*
T0
I
SparseSegmentSumGradV2_003/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_003/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_003/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_003/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_003/opSparseSegmentSumGradV2SparseSegmentSumGradV2_003/in0SparseSegmentSumGradV2_003/in1SparseSegmentSumGradV2_003/in2SparseSegmentSumGradV2_003/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_003/out0IdentitySparseSegmentSumGradV2_003/op*
T0
U
SparseSegmentSumGradV2_003/out1IdentitySparseSegmentSumGradV2_003/op:1*
T0	
I
SparseSegmentSumGradV2_004/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_004/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_004/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_004/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_004/opSparseSegmentSumGradV2SparseSegmentSumGradV2_004/in0SparseSegmentSumGradV2_004/in1SparseSegmentSumGradV2_004/in2SparseSegmentSumGradV2_004/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_004/out0IdentitySparseSegmentSumGradV2_004/op*
T0
U
SparseSegmentSumGradV2_004/out1IdentitySparseSegmentSumGradV2_004/op:1*
T0
I
SparseSegmentSumGradV2_005/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_005/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_005/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_005/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_005/opSparseSegmentSumGradV2SparseSegmentSumGradV2_005/in0SparseSegmentSumGradV2_005/in1SparseSegmentSumGradV2_005/in2SparseSegmentSumGradV2_005/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_005/out0IdentitySparseSegmentSumGradV2_005/op*
T0
U
SparseSegmentSumGradV2_005/out1IdentitySparseSegmentSumGradV2_005/op:1*
T0	
I
SparseSegmentSumGradV2_006/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_006/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_006/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_006/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_006/opSparseSegmentSumGradV2SparseSegmentSumGradV2_006/in0SparseSegmentSumGradV2_006/in1SparseSegmentSumGradV2_006/in2SparseSegmentSumGradV2_006/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_006/out0IdentitySparseSegmentSumGradV2_006/op*
T0
U
SparseSegmentSumGradV2_006/out1IdentitySparseSegmentSumGradV2_006/op:1*
T0
I
SparseSegmentSumGradV2_007/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_007/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_007/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_007/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_007/opSparseSegmentSumGradV2SparseSegmentSumGradV2_007/in0SparseSegmentSumGradV2_007/in1SparseSegmentSumGradV2_007/in2SparseSegmentSumGradV2_007/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_007/out0IdentitySparseSegmentSumGradV2_007/op*
T0
U
SparseSegmentSumGradV2_007/out1IdentitySparseSegmentSumGradV2_007/op:1*
T0	
I
SparseSegmentSumGradV2_008/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_008/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_008/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_008/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_008/opSparseSegmentSumGradV2SparseSegmentSumGradV2_008/in0SparseSegmentSumGradV2_008/in1SparseSegmentSumGradV2_008/in2SparseSegmentSumGradV2_008/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_008/out0IdentitySparseSegmentSumGradV2_008/op*
T0
U
SparseSegmentSumGradV2_008/out1IdentitySparseSegmentSumGradV2_008/op:1*
T0
I
SparseSegmentSumGradV2_009/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_009/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_009/in2Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_009/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_009/opSparseSegmentSumGradV2SparseSegmentSumGradV2_009/in0SparseSegmentSumGradV2_009/in1SparseSegmentSumGradV2_009/in2SparseSegmentSumGradV2_009/in3*

Tidx0*
Tsegmentids0	*
T0
S
SparseSegmentSumGradV2_009/out0IdentitySparseSegmentSumGradV2_009/op*
T0
U
SparseSegmentSumGradV2_009/out1IdentitySparseSegmentSumGradV2_009/op:1*
T0
I
SparseSegmentSumGradV2_010/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_010/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_010/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_010/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_010/opSparseSegmentSumGradV2SparseSegmentSumGradV2_010/in0SparseSegmentSumGradV2_010/in1SparseSegmentSumGradV2_010/in2SparseSegmentSumGradV2_010/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_010/out0IdentitySparseSegmentSumGradV2_010/op*
T0
U
SparseSegmentSumGradV2_010/out1IdentitySparseSegmentSumGradV2_010/op:1*
T0	
I
SparseSegmentSumGradV2_011/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_011/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_011/in2Placeholder*
dtype0	*
shape:
I
SparseSegmentSumGradV2_011/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_011/opSparseSegmentSumGradV2SparseSegmentSumGradV2_011/in0SparseSegmentSumGradV2_011/in1SparseSegmentSumGradV2_011/in2SparseSegmentSumGradV2_011/in3*

Tidx0	*
Tsegmentids0	*
T0
S
SparseSegmentSumGradV2_011/out0IdentitySparseSegmentSumGradV2_011/op*
T0
U
SparseSegmentSumGradV2_011/out1IdentitySparseSegmentSumGradV2_011/op:1*
T0	
I
SparseSegmentSumGradV2_012/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_012/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_012/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_012/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_012/opSparseSegmentSumGradV2SparseSegmentSumGradV2_012/in0SparseSegmentSumGradV2_012/in1SparseSegmentSumGradV2_012/in2SparseSegmentSumGradV2_012/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_012/out0IdentitySparseSegmentSumGradV2_012/op*
T0
U
SparseSegmentSumGradV2_012/out1IdentitySparseSegmentSumGradV2_012/op:1*
T0
I
SparseSegmentSumGradV2_013/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_013/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_013/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_013/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_013/opSparseSegmentSumGradV2SparseSegmentSumGradV2_013/in0SparseSegmentSumGradV2_013/in1SparseSegmentSumGradV2_013/in2SparseSegmentSumGradV2_013/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_013/out0IdentitySparseSegmentSumGradV2_013/op*
T0
U
SparseSegmentSumGradV2_013/out1IdentitySparseSegmentSumGradV2_013/op:1*
T0
I
SparseSegmentSumGradV2_014/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_014/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_014/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_014/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_014/opSparseSegmentSumGradV2SparseSegmentSumGradV2_014/in0SparseSegmentSumGradV2_014/in1SparseSegmentSumGradV2_014/in2SparseSegmentSumGradV2_014/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_014/out0IdentitySparseSegmentSumGradV2_014/op*
T0
U
SparseSegmentSumGradV2_014/out1IdentitySparseSegmentSumGradV2_014/op:1*
T0
I
SparseSegmentSumGradV2_015/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_015/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_015/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_015/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_015/opSparseSegmentSumGradV2SparseSegmentSumGradV2_015/in0SparseSegmentSumGradV2_015/in1SparseSegmentSumGradV2_015/in2SparseSegmentSumGradV2_015/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_015/out0IdentitySparseSegmentSumGradV2_015/op*
T0
U
SparseSegmentSumGradV2_015/out1IdentitySparseSegmentSumGradV2_015/op:1*
T0
I
SparseSegmentSumGradV2_016/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_016/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_016/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_016/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_016/opSparseSegmentSumGradV2SparseSegmentSumGradV2_016/in0SparseSegmentSumGradV2_016/in1SparseSegmentSumGradV2_016/in2SparseSegmentSumGradV2_016/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_016/out0IdentitySparseSegmentSumGradV2_016/op*
T0
U
SparseSegmentSumGradV2_016/out1IdentitySparseSegmentSumGradV2_016/op:1*
T0
I
SparseSegmentSumGradV2_017/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_017/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_017/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_017/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_017/opSparseSegmentSumGradV2SparseSegmentSumGradV2_017/in0SparseSegmentSumGradV2_017/in1SparseSegmentSumGradV2_017/in2SparseSegmentSumGradV2_017/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_017/out0IdentitySparseSegmentSumGradV2_017/op*
T0
U
SparseSegmentSumGradV2_017/out1IdentitySparseSegmentSumGradV2_017/op:1*
T0
I
SparseSegmentSumGradV2_018/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_018/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_018/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_018/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_018/opSparseSegmentSumGradV2SparseSegmentSumGradV2_018/in0SparseSegmentSumGradV2_018/in1SparseSegmentSumGradV2_018/in2SparseSegmentSumGradV2_018/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_018/out0IdentitySparseSegmentSumGradV2_018/op*
T0
U
SparseSegmentSumGradV2_018/out1IdentitySparseSegmentSumGradV2_018/op:1*
T0
I
SparseSegmentSumGradV2_019/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_019/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_019/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_019/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_019/opSparseSegmentSumGradV2SparseSegmentSumGradV2_019/in0SparseSegmentSumGradV2_019/in1SparseSegmentSumGradV2_019/in2SparseSegmentSumGradV2_019/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_019/out0IdentitySparseSegmentSumGradV2_019/op*
T0
U
SparseSegmentSumGradV2_019/out1IdentitySparseSegmentSumGradV2_019/op:1*
T0
I
SparseSegmentSumGradV2_020/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_020/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_020/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_020/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_020/opSparseSegmentSumGradV2SparseSegmentSumGradV2_020/in0SparseSegmentSumGradV2_020/in1SparseSegmentSumGradV2_020/in2SparseSegmentSumGradV2_020/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_020/out0IdentitySparseSegmentSumGradV2_020/op*
T0
U
SparseSegmentSumGradV2_020/out1IdentitySparseSegmentSumGradV2_020/op:1*
T0
I
SparseSegmentSumGradV2_021/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_021/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_021/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_021/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_021/opSparseSegmentSumGradV2SparseSegmentSumGradV2_021/in0SparseSegmentSumGradV2_021/in1SparseSegmentSumGradV2_021/in2SparseSegmentSumGradV2_021/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_021/out0IdentitySparseSegmentSumGradV2_021/op*
T0
U
SparseSegmentSumGradV2_021/out1IdentitySparseSegmentSumGradV2_021/op:1*
T0
I
SparseSegmentSumGradV2_022/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_022/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_022/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_022/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_022/opSparseSegmentSumGradV2SparseSegmentSumGradV2_022/in0SparseSegmentSumGradV2_022/in1SparseSegmentSumGradV2_022/in2SparseSegmentSumGradV2_022/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_022/out0IdentitySparseSegmentSumGradV2_022/op*
T0
U
SparseSegmentSumGradV2_022/out1IdentitySparseSegmentSumGradV2_022/op:1*
T0
I
SparseSegmentSumGradV2_023/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_023/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_023/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_023/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_023/opSparseSegmentSumGradV2SparseSegmentSumGradV2_023/in0SparseSegmentSumGradV2_023/in1SparseSegmentSumGradV2_023/in2SparseSegmentSumGradV2_023/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_023/out0IdentitySparseSegmentSumGradV2_023/op*
T0
U
SparseSegmentSumGradV2_023/out1IdentitySparseSegmentSumGradV2_023/op:1*
T0
I
SparseSegmentSumGradV2_024/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_024/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_024/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSumGradV2_024/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSumGradV2_024/opSparseSegmentSumGradV2SparseSegmentSumGradV2_024/in0SparseSegmentSumGradV2_024/in1SparseSegmentSumGradV2_024/in2SparseSegmentSumGradV2_024/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSumGradV2_024/out0IdentitySparseSegmentSumGradV2_024/op*
T0
U
SparseSegmentSumGradV2_024/out1IdentitySparseSegmentSumGradV2_024/op:1*
T0
H
SparseSegmentMeanGrad_000/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_000/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_000/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_000/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_000/opSparseSegmentMeanGradSparseSegmentMeanGrad_000/in0SparseSegmentMeanGrad_000/in1SparseSegmentMeanGrad_000/in2SparseSegmentMeanGrad_000/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_000/out0IdentitySparseSegmentMeanGrad_000/op*
T0
H
SparseSegmentMeanGrad_001/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_001/in1Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_001/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_001/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_001/opSparseSegmentMeanGradSparseSegmentMeanGrad_001/in0SparseSegmentMeanGrad_001/in1SparseSegmentMeanGrad_001/in2SparseSegmentMeanGrad_001/in3*

Tidx0	*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_001/out0IdentitySparseSegmentMeanGrad_001/op*
T0
H
SparseSegmentMeanGrad_002/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_002/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_002/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_002/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_002/opSparseSegmentMeanGradSparseSegmentMeanGrad_002/in0SparseSegmentMeanGrad_002/in1SparseSegmentMeanGrad_002/in2SparseSegmentMeanGrad_002/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_002/out0IdentitySparseSegmentMeanGrad_002/op*
T0
H
SparseSegmentMeanGrad_003/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_003/in1Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_003/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_003/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_003/opSparseSegmentMeanGradSparseSegmentMeanGrad_003/in0SparseSegmentMeanGrad_003/in1SparseSegmentMeanGrad_003/in2SparseSegmentMeanGrad_003/in3*

Tidx0	*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_003/out0IdentitySparseSegmentMeanGrad_003/op*
T0
H
SparseSegmentMeanGrad_004/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_004/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_004/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_004/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_004/opSparseSegmentMeanGradSparseSegmentMeanGrad_004/in0SparseSegmentMeanGrad_004/in1SparseSegmentMeanGrad_004/in2SparseSegmentMeanGrad_004/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_004/out0IdentitySparseSegmentMeanGrad_004/op*
T0
H
SparseSegmentMeanGrad_005/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_005/in1Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_005/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_005/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_005/opSparseSegmentMeanGradSparseSegmentMeanGrad_005/in0SparseSegmentMeanGrad_005/in1SparseSegmentMeanGrad_005/in2SparseSegmentMeanGrad_005/in3*

Tidx0	*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_005/out0IdentitySparseSegmentMeanGrad_005/op*
T0
H
SparseSegmentMeanGrad_006/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_006/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_006/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_006/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_006/opSparseSegmentMeanGradSparseSegmentMeanGrad_006/in0SparseSegmentMeanGrad_006/in1SparseSegmentMeanGrad_006/in2SparseSegmentMeanGrad_006/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_006/out0IdentitySparseSegmentMeanGrad_006/op*
T0
H
SparseSegmentMeanGrad_007/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_007/in1Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_007/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_007/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_007/opSparseSegmentMeanGradSparseSegmentMeanGrad_007/in0SparseSegmentMeanGrad_007/in1SparseSegmentMeanGrad_007/in2SparseSegmentMeanGrad_007/in3*

Tidx0	*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_007/out0IdentitySparseSegmentMeanGrad_007/op*
T0
H
SparseSegmentMeanGrad_008/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_008/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_008/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_008/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_008/opSparseSegmentMeanGradSparseSegmentMeanGrad_008/in0SparseSegmentMeanGrad_008/in1SparseSegmentMeanGrad_008/in2SparseSegmentMeanGrad_008/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_008/out0IdentitySparseSegmentMeanGrad_008/op*
T0
H
SparseSegmentMeanGrad_009/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_009/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_009/in2Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_009/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_009/opSparseSegmentMeanGradSparseSegmentMeanGrad_009/in0SparseSegmentMeanGrad_009/in1SparseSegmentMeanGrad_009/in2SparseSegmentMeanGrad_009/in3*

Tidx0*
Tsegmentids0	*
T0
Q
SparseSegmentMeanGrad_009/out0IdentitySparseSegmentMeanGrad_009/op*
T0
H
SparseSegmentMeanGrad_010/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_010/in1Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_010/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_010/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_010/opSparseSegmentMeanGradSparseSegmentMeanGrad_010/in0SparseSegmentMeanGrad_010/in1SparseSegmentMeanGrad_010/in2SparseSegmentMeanGrad_010/in3*

Tidx0	*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_010/out0IdentitySparseSegmentMeanGrad_010/op*
T0
H
SparseSegmentMeanGrad_011/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_011/in1Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_011/in2Placeholder*
dtype0	*
shape:
H
SparseSegmentMeanGrad_011/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_011/opSparseSegmentMeanGradSparseSegmentMeanGrad_011/in0SparseSegmentMeanGrad_011/in1SparseSegmentMeanGrad_011/in2SparseSegmentMeanGrad_011/in3*

Tidx0	*
Tsegmentids0	*
T0
Q
SparseSegmentMeanGrad_011/out0IdentitySparseSegmentMeanGrad_011/op*
T0
H
SparseSegmentMeanGrad_012/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_012/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_012/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_012/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_012/opSparseSegmentMeanGradSparseSegmentMeanGrad_012/in0SparseSegmentMeanGrad_012/in1SparseSegmentMeanGrad_012/in2SparseSegmentMeanGrad_012/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_012/out0IdentitySparseSegmentMeanGrad_012/op*
T0
H
SparseSegmentMeanGrad_013/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_013/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_013/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_013/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_013/opSparseSegmentMeanGradSparseSegmentMeanGrad_013/in0SparseSegmentMeanGrad_013/in1SparseSegmentMeanGrad_013/in2SparseSegmentMeanGrad_013/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_013/out0IdentitySparseSegmentMeanGrad_013/op*
T0
H
SparseSegmentMeanGrad_014/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_014/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_014/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_014/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_014/opSparseSegmentMeanGradSparseSegmentMeanGrad_014/in0SparseSegmentMeanGrad_014/in1SparseSegmentMeanGrad_014/in2SparseSegmentMeanGrad_014/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_014/out0IdentitySparseSegmentMeanGrad_014/op*
T0
H
SparseSegmentMeanGrad_015/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_015/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_015/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_015/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_015/opSparseSegmentMeanGradSparseSegmentMeanGrad_015/in0SparseSegmentMeanGrad_015/in1SparseSegmentMeanGrad_015/in2SparseSegmentMeanGrad_015/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_015/out0IdentitySparseSegmentMeanGrad_015/op*
T0
H
SparseSegmentMeanGrad_016/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_016/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_016/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_016/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_016/opSparseSegmentMeanGradSparseSegmentMeanGrad_016/in0SparseSegmentMeanGrad_016/in1SparseSegmentMeanGrad_016/in2SparseSegmentMeanGrad_016/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_016/out0IdentitySparseSegmentMeanGrad_016/op*
T0
H
SparseSegmentMeanGrad_017/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_017/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_017/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_017/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_017/opSparseSegmentMeanGradSparseSegmentMeanGrad_017/in0SparseSegmentMeanGrad_017/in1SparseSegmentMeanGrad_017/in2SparseSegmentMeanGrad_017/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_017/out0IdentitySparseSegmentMeanGrad_017/op*
T0
H
SparseSegmentMeanGrad_018/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_018/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_018/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_018/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_018/opSparseSegmentMeanGradSparseSegmentMeanGrad_018/in0SparseSegmentMeanGrad_018/in1SparseSegmentMeanGrad_018/in2SparseSegmentMeanGrad_018/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_018/out0IdentitySparseSegmentMeanGrad_018/op*
T0
H
SparseSegmentMeanGrad_019/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_019/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_019/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_019/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_019/opSparseSegmentMeanGradSparseSegmentMeanGrad_019/in0SparseSegmentMeanGrad_019/in1SparseSegmentMeanGrad_019/in2SparseSegmentMeanGrad_019/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_019/out0IdentitySparseSegmentMeanGrad_019/op*
T0
H
SparseSegmentMeanGrad_020/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_020/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_020/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_020/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_020/opSparseSegmentMeanGradSparseSegmentMeanGrad_020/in0SparseSegmentMeanGrad_020/in1SparseSegmentMeanGrad_020/in2SparseSegmentMeanGrad_020/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_020/out0IdentitySparseSegmentMeanGrad_020/op*
T0
H
SparseSegmentMeanGrad_021/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_021/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_021/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_021/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_021/opSparseSegmentMeanGradSparseSegmentMeanGrad_021/in0SparseSegmentMeanGrad_021/in1SparseSegmentMeanGrad_021/in2SparseSegmentMeanGrad_021/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_021/out0IdentitySparseSegmentMeanGrad_021/op*
T0
H
SparseSegmentMeanGrad_022/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_022/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_022/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_022/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_022/opSparseSegmentMeanGradSparseSegmentMeanGrad_022/in0SparseSegmentMeanGrad_022/in1SparseSegmentMeanGrad_022/in2SparseSegmentMeanGrad_022/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_022/out0IdentitySparseSegmentMeanGrad_022/op*
T0
H
SparseSegmentMeanGrad_023/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_023/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_023/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_023/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_023/opSparseSegmentMeanGradSparseSegmentMeanGrad_023/in0SparseSegmentMeanGrad_023/in1SparseSegmentMeanGrad_023/in2SparseSegmentMeanGrad_023/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_023/out0IdentitySparseSegmentMeanGrad_023/op*
T0
H
SparseSegmentMeanGrad_024/in0Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_024/in1Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_024/in2Placeholder*
dtype0*
shape:
H
SparseSegmentMeanGrad_024/in3Placeholder*
dtype0*
shape:
Ù
SparseSegmentMeanGrad_024/opSparseSegmentMeanGradSparseSegmentMeanGrad_024/in0SparseSegmentMeanGrad_024/in1SparseSegmentMeanGrad_024/in2SparseSegmentMeanGrad_024/in3*

Tidx0*
Tsegmentids0*
T0
Q
SparseSegmentMeanGrad_024/out0IdentitySparseSegmentMeanGrad_024/op*
T0
J
SparseSegmentMeanGradV2_000/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_000/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_000/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_000/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_000/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_000/in0SparseSegmentMeanGradV2_000/in1SparseSegmentMeanGradV2_000/in2SparseSegmentMeanGradV2_000/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_000/out0IdentitySparseSegmentMeanGradV2_000/op*
T0
W
 SparseSegmentMeanGradV2_000/out1Identity SparseSegmentMeanGradV2_000/op:1*
T0
J
SparseSegmentMeanGradV2_001/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_001/in1Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_001/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_001/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_001/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_001/in0SparseSegmentMeanGradV2_001/in1SparseSegmentMeanGradV2_001/in2SparseSegmentMeanGradV2_001/in3*

Tidx0	*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_001/out0IdentitySparseSegmentMeanGradV2_001/op*
T0
W
 SparseSegmentMeanGradV2_001/out1Identity SparseSegmentMeanGradV2_001/op:1*
T0	
J
SparseSegmentMeanGradV2_002/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_002/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_002/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_002/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_002/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_002/in0SparseSegmentMeanGradV2_002/in1SparseSegmentMeanGradV2_002/in2SparseSegmentMeanGradV2_002/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_002/out0IdentitySparseSegmentMeanGradV2_002/op*
T0
W
 SparseSegmentMeanGradV2_002/out1Identity SparseSegmentMeanGradV2_002/op:1*
T0
J
SparseSegmentMeanGradV2_003/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_003/in1Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_003/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_003/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_003/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_003/in0SparseSegmentMeanGradV2_003/in1SparseSegmentMeanGradV2_003/in2SparseSegmentMeanGradV2_003/in3*

Tidx0	*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_003/out0IdentitySparseSegmentMeanGradV2_003/op*
T0
W
 SparseSegmentMeanGradV2_003/out1Identity SparseSegmentMeanGradV2_003/op:1*
T0	
J
SparseSegmentMeanGradV2_004/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_004/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_004/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_004/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_004/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_004/in0SparseSegmentMeanGradV2_004/in1SparseSegmentMeanGradV2_004/in2SparseSegmentMeanGradV2_004/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_004/out0IdentitySparseSegmentMeanGradV2_004/op*
T0
W
 SparseSegmentMeanGradV2_004/out1Identity SparseSegmentMeanGradV2_004/op:1*
T0
J
SparseSegmentMeanGradV2_005/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_005/in1Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_005/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_005/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_005/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_005/in0SparseSegmentMeanGradV2_005/in1SparseSegmentMeanGradV2_005/in2SparseSegmentMeanGradV2_005/in3*

Tidx0	*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_005/out0IdentitySparseSegmentMeanGradV2_005/op*
T0
W
 SparseSegmentMeanGradV2_005/out1Identity SparseSegmentMeanGradV2_005/op:1*
T0	
J
SparseSegmentMeanGradV2_006/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_006/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_006/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_006/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_006/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_006/in0SparseSegmentMeanGradV2_006/in1SparseSegmentMeanGradV2_006/in2SparseSegmentMeanGradV2_006/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_006/out0IdentitySparseSegmentMeanGradV2_006/op*
T0
W
 SparseSegmentMeanGradV2_006/out1Identity SparseSegmentMeanGradV2_006/op:1*
T0
J
SparseSegmentMeanGradV2_007/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_007/in1Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_007/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_007/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_007/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_007/in0SparseSegmentMeanGradV2_007/in1SparseSegmentMeanGradV2_007/in2SparseSegmentMeanGradV2_007/in3*

Tidx0	*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_007/out0IdentitySparseSegmentMeanGradV2_007/op*
T0
W
 SparseSegmentMeanGradV2_007/out1Identity SparseSegmentMeanGradV2_007/op:1*
T0	
J
SparseSegmentMeanGradV2_008/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_008/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_008/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_008/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_008/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_008/in0SparseSegmentMeanGradV2_008/in1SparseSegmentMeanGradV2_008/in2SparseSegmentMeanGradV2_008/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_008/out0IdentitySparseSegmentMeanGradV2_008/op*
T0
W
 SparseSegmentMeanGradV2_008/out1Identity SparseSegmentMeanGradV2_008/op:1*
T0
J
SparseSegmentMeanGradV2_009/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_009/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_009/in2Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_009/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_009/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_009/in0SparseSegmentMeanGradV2_009/in1SparseSegmentMeanGradV2_009/in2SparseSegmentMeanGradV2_009/in3*

Tidx0*
Tsegmentids0	*
T0
U
 SparseSegmentMeanGradV2_009/out0IdentitySparseSegmentMeanGradV2_009/op*
T0
W
 SparseSegmentMeanGradV2_009/out1Identity SparseSegmentMeanGradV2_009/op:1*
T0
J
SparseSegmentMeanGradV2_010/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_010/in1Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_010/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_010/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_010/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_010/in0SparseSegmentMeanGradV2_010/in1SparseSegmentMeanGradV2_010/in2SparseSegmentMeanGradV2_010/in3*

Tidx0	*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_010/out0IdentitySparseSegmentMeanGradV2_010/op*
T0
W
 SparseSegmentMeanGradV2_010/out1Identity SparseSegmentMeanGradV2_010/op:1*
T0	
J
SparseSegmentMeanGradV2_011/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_011/in1Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_011/in2Placeholder*
dtype0	*
shape:
J
SparseSegmentMeanGradV2_011/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_011/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_011/in0SparseSegmentMeanGradV2_011/in1SparseSegmentMeanGradV2_011/in2SparseSegmentMeanGradV2_011/in3*

Tidx0	*
Tsegmentids0	*
T0
U
 SparseSegmentMeanGradV2_011/out0IdentitySparseSegmentMeanGradV2_011/op*
T0
W
 SparseSegmentMeanGradV2_011/out1Identity SparseSegmentMeanGradV2_011/op:1*
T0	
J
SparseSegmentMeanGradV2_012/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_012/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_012/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_012/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_012/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_012/in0SparseSegmentMeanGradV2_012/in1SparseSegmentMeanGradV2_012/in2SparseSegmentMeanGradV2_012/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_012/out0IdentitySparseSegmentMeanGradV2_012/op*
T0
W
 SparseSegmentMeanGradV2_012/out1Identity SparseSegmentMeanGradV2_012/op:1*
T0
J
SparseSegmentMeanGradV2_013/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_013/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_013/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_013/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_013/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_013/in0SparseSegmentMeanGradV2_013/in1SparseSegmentMeanGradV2_013/in2SparseSegmentMeanGradV2_013/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_013/out0IdentitySparseSegmentMeanGradV2_013/op*
T0
W
 SparseSegmentMeanGradV2_013/out1Identity SparseSegmentMeanGradV2_013/op:1*
T0
J
SparseSegmentMeanGradV2_014/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_014/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_014/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_014/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_014/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_014/in0SparseSegmentMeanGradV2_014/in1SparseSegmentMeanGradV2_014/in2SparseSegmentMeanGradV2_014/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_014/out0IdentitySparseSegmentMeanGradV2_014/op*
T0
W
 SparseSegmentMeanGradV2_014/out1Identity SparseSegmentMeanGradV2_014/op:1*
T0
J
SparseSegmentMeanGradV2_015/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_015/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_015/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_015/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_015/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_015/in0SparseSegmentMeanGradV2_015/in1SparseSegmentMeanGradV2_015/in2SparseSegmentMeanGradV2_015/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_015/out0IdentitySparseSegmentMeanGradV2_015/op*
T0
W
 SparseSegmentMeanGradV2_015/out1Identity SparseSegmentMeanGradV2_015/op:1*
T0
J
SparseSegmentMeanGradV2_016/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_016/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_016/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_016/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_016/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_016/in0SparseSegmentMeanGradV2_016/in1SparseSegmentMeanGradV2_016/in2SparseSegmentMeanGradV2_016/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_016/out0IdentitySparseSegmentMeanGradV2_016/op*
T0
W
 SparseSegmentMeanGradV2_016/out1Identity SparseSegmentMeanGradV2_016/op:1*
T0
J
SparseSegmentMeanGradV2_017/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_017/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_017/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_017/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_017/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_017/in0SparseSegmentMeanGradV2_017/in1SparseSegmentMeanGradV2_017/in2SparseSegmentMeanGradV2_017/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_017/out0IdentitySparseSegmentMeanGradV2_017/op*
T0
W
 SparseSegmentMeanGradV2_017/out1Identity SparseSegmentMeanGradV2_017/op:1*
T0
J
SparseSegmentMeanGradV2_018/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_018/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_018/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_018/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_018/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_018/in0SparseSegmentMeanGradV2_018/in1SparseSegmentMeanGradV2_018/in2SparseSegmentMeanGradV2_018/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_018/out0IdentitySparseSegmentMeanGradV2_018/op*
T0
W
 SparseSegmentMeanGradV2_018/out1Identity SparseSegmentMeanGradV2_018/op:1*
T0
J
SparseSegmentMeanGradV2_019/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_019/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_019/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_019/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_019/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_019/in0SparseSegmentMeanGradV2_019/in1SparseSegmentMeanGradV2_019/in2SparseSegmentMeanGradV2_019/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_019/out0IdentitySparseSegmentMeanGradV2_019/op*
T0
W
 SparseSegmentMeanGradV2_019/out1Identity SparseSegmentMeanGradV2_019/op:1*
T0
J
SparseSegmentMeanGradV2_020/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_020/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_020/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_020/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_020/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_020/in0SparseSegmentMeanGradV2_020/in1SparseSegmentMeanGradV2_020/in2SparseSegmentMeanGradV2_020/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_020/out0IdentitySparseSegmentMeanGradV2_020/op*
T0
W
 SparseSegmentMeanGradV2_020/out1Identity SparseSegmentMeanGradV2_020/op:1*
T0
J
SparseSegmentMeanGradV2_021/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_021/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_021/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_021/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_021/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_021/in0SparseSegmentMeanGradV2_021/in1SparseSegmentMeanGradV2_021/in2SparseSegmentMeanGradV2_021/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_021/out0IdentitySparseSegmentMeanGradV2_021/op*
T0
W
 SparseSegmentMeanGradV2_021/out1Identity SparseSegmentMeanGradV2_021/op:1*
T0
J
SparseSegmentMeanGradV2_022/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_022/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_022/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_022/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_022/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_022/in0SparseSegmentMeanGradV2_022/in1SparseSegmentMeanGradV2_022/in2SparseSegmentMeanGradV2_022/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_022/out0IdentitySparseSegmentMeanGradV2_022/op*
T0
W
 SparseSegmentMeanGradV2_022/out1Identity SparseSegmentMeanGradV2_022/op:1*
T0
J
SparseSegmentMeanGradV2_023/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_023/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_023/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_023/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_023/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_023/in0SparseSegmentMeanGradV2_023/in1SparseSegmentMeanGradV2_023/in2SparseSegmentMeanGradV2_023/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_023/out0IdentitySparseSegmentMeanGradV2_023/op*
T0
W
 SparseSegmentMeanGradV2_023/out1Identity SparseSegmentMeanGradV2_023/op:1*
T0
J
SparseSegmentMeanGradV2_024/in0Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_024/in1Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_024/in2Placeholder*
dtype0*
shape:
J
SparseSegmentMeanGradV2_024/in3Placeholder*
dtype0*
shape:
å
SparseSegmentMeanGradV2_024/opSparseSegmentMeanGradV2SparseSegmentMeanGradV2_024/in0SparseSegmentMeanGradV2_024/in1SparseSegmentMeanGradV2_024/in2SparseSegmentMeanGradV2_024/in3*

Tidx0*
Tsegmentids0*
T0
U
 SparseSegmentMeanGradV2_024/out0IdentitySparseSegmentMeanGradV2_024/op*
T0
W
 SparseSegmentMeanGradV2_024/out1Identity SparseSegmentMeanGradV2_024/op:1*
T0
I
SparseSegmentSqrtNGrad_000/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_000/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_000/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_000/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_000/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_000/in0SparseSegmentSqrtNGrad_000/in1SparseSegmentSqrtNGrad_000/in2SparseSegmentSqrtNGrad_000/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_000/out0IdentitySparseSegmentSqrtNGrad_000/op*
T0
I
SparseSegmentSqrtNGrad_001/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_001/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_001/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_001/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_001/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_001/in0SparseSegmentSqrtNGrad_001/in1SparseSegmentSqrtNGrad_001/in2SparseSegmentSqrtNGrad_001/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_001/out0IdentitySparseSegmentSqrtNGrad_001/op*
T0
I
SparseSegmentSqrtNGrad_002/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_002/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_002/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_002/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_002/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_002/in0SparseSegmentSqrtNGrad_002/in1SparseSegmentSqrtNGrad_002/in2SparseSegmentSqrtNGrad_002/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_002/out0IdentitySparseSegmentSqrtNGrad_002/op*
T0
I
SparseSegmentSqrtNGrad_003/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_003/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_003/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_003/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_003/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_003/in0SparseSegmentSqrtNGrad_003/in1SparseSegmentSqrtNGrad_003/in2SparseSegmentSqrtNGrad_003/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_003/out0IdentitySparseSegmentSqrtNGrad_003/op*
T0
I
SparseSegmentSqrtNGrad_004/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_004/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_004/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_004/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_004/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_004/in0SparseSegmentSqrtNGrad_004/in1SparseSegmentSqrtNGrad_004/in2SparseSegmentSqrtNGrad_004/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_004/out0IdentitySparseSegmentSqrtNGrad_004/op*
T0
I
SparseSegmentSqrtNGrad_005/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_005/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_005/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_005/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_005/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_005/in0SparseSegmentSqrtNGrad_005/in1SparseSegmentSqrtNGrad_005/in2SparseSegmentSqrtNGrad_005/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_005/out0IdentitySparseSegmentSqrtNGrad_005/op*
T0
I
SparseSegmentSqrtNGrad_006/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_006/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_006/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_006/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_006/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_006/in0SparseSegmentSqrtNGrad_006/in1SparseSegmentSqrtNGrad_006/in2SparseSegmentSqrtNGrad_006/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_006/out0IdentitySparseSegmentSqrtNGrad_006/op*
T0
I
SparseSegmentSqrtNGrad_007/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_007/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_007/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_007/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_007/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_007/in0SparseSegmentSqrtNGrad_007/in1SparseSegmentSqrtNGrad_007/in2SparseSegmentSqrtNGrad_007/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_007/out0IdentitySparseSegmentSqrtNGrad_007/op*
T0
I
SparseSegmentSqrtNGrad_008/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_008/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_008/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_008/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_008/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_008/in0SparseSegmentSqrtNGrad_008/in1SparseSegmentSqrtNGrad_008/in2SparseSegmentSqrtNGrad_008/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_008/out0IdentitySparseSegmentSqrtNGrad_008/op*
T0
I
SparseSegmentSqrtNGrad_009/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_009/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_009/in2Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_009/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_009/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_009/in0SparseSegmentSqrtNGrad_009/in1SparseSegmentSqrtNGrad_009/in2SparseSegmentSqrtNGrad_009/in3*

Tidx0*
Tsegmentids0	*
T0
S
SparseSegmentSqrtNGrad_009/out0IdentitySparseSegmentSqrtNGrad_009/op*
T0
I
SparseSegmentSqrtNGrad_010/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_010/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_010/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_010/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_010/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_010/in0SparseSegmentSqrtNGrad_010/in1SparseSegmentSqrtNGrad_010/in2SparseSegmentSqrtNGrad_010/in3*

Tidx0	*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_010/out0IdentitySparseSegmentSqrtNGrad_010/op*
T0
I
SparseSegmentSqrtNGrad_011/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_011/in1Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_011/in2Placeholder*
dtype0	*
shape:
I
SparseSegmentSqrtNGrad_011/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_011/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_011/in0SparseSegmentSqrtNGrad_011/in1SparseSegmentSqrtNGrad_011/in2SparseSegmentSqrtNGrad_011/in3*

Tidx0	*
Tsegmentids0	*
T0
S
SparseSegmentSqrtNGrad_011/out0IdentitySparseSegmentSqrtNGrad_011/op*
T0
I
SparseSegmentSqrtNGrad_012/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_012/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_012/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_012/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_012/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_012/in0SparseSegmentSqrtNGrad_012/in1SparseSegmentSqrtNGrad_012/in2SparseSegmentSqrtNGrad_012/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_012/out0IdentitySparseSegmentSqrtNGrad_012/op*
T0
I
SparseSegmentSqrtNGrad_013/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_013/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_013/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_013/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_013/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_013/in0SparseSegmentSqrtNGrad_013/in1SparseSegmentSqrtNGrad_013/in2SparseSegmentSqrtNGrad_013/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_013/out0IdentitySparseSegmentSqrtNGrad_013/op*
T0
I
SparseSegmentSqrtNGrad_014/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_014/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_014/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_014/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_014/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_014/in0SparseSegmentSqrtNGrad_014/in1SparseSegmentSqrtNGrad_014/in2SparseSegmentSqrtNGrad_014/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_014/out0IdentitySparseSegmentSqrtNGrad_014/op*
T0
I
SparseSegmentSqrtNGrad_015/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_015/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_015/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_015/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_015/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_015/in0SparseSegmentSqrtNGrad_015/in1SparseSegmentSqrtNGrad_015/in2SparseSegmentSqrtNGrad_015/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_015/out0IdentitySparseSegmentSqrtNGrad_015/op*
T0
I
SparseSegmentSqrtNGrad_016/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_016/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_016/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_016/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_016/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_016/in0SparseSegmentSqrtNGrad_016/in1SparseSegmentSqrtNGrad_016/in2SparseSegmentSqrtNGrad_016/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_016/out0IdentitySparseSegmentSqrtNGrad_016/op*
T0
I
SparseSegmentSqrtNGrad_017/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_017/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_017/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_017/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_017/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_017/in0SparseSegmentSqrtNGrad_017/in1SparseSegmentSqrtNGrad_017/in2SparseSegmentSqrtNGrad_017/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_017/out0IdentitySparseSegmentSqrtNGrad_017/op*
T0
I
SparseSegmentSqrtNGrad_018/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_018/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_018/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_018/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_018/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_018/in0SparseSegmentSqrtNGrad_018/in1SparseSegmentSqrtNGrad_018/in2SparseSegmentSqrtNGrad_018/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_018/out0IdentitySparseSegmentSqrtNGrad_018/op*
T0
I
SparseSegmentSqrtNGrad_019/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_019/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_019/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_019/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_019/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_019/in0SparseSegmentSqrtNGrad_019/in1SparseSegmentSqrtNGrad_019/in2SparseSegmentSqrtNGrad_019/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_019/out0IdentitySparseSegmentSqrtNGrad_019/op*
T0
I
SparseSegmentSqrtNGrad_020/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_020/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_020/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_020/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_020/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_020/in0SparseSegmentSqrtNGrad_020/in1SparseSegmentSqrtNGrad_020/in2SparseSegmentSqrtNGrad_020/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_020/out0IdentitySparseSegmentSqrtNGrad_020/op*
T0
I
SparseSegmentSqrtNGrad_021/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_021/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_021/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_021/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_021/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_021/in0SparseSegmentSqrtNGrad_021/in1SparseSegmentSqrtNGrad_021/in2SparseSegmentSqrtNGrad_021/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_021/out0IdentitySparseSegmentSqrtNGrad_021/op*
T0
I
SparseSegmentSqrtNGrad_022/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_022/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_022/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_022/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_022/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_022/in0SparseSegmentSqrtNGrad_022/in1SparseSegmentSqrtNGrad_022/in2SparseSegmentSqrtNGrad_022/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_022/out0IdentitySparseSegmentSqrtNGrad_022/op*
T0
I
SparseSegmentSqrtNGrad_023/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_023/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_023/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_023/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_023/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_023/in0SparseSegmentSqrtNGrad_023/in1SparseSegmentSqrtNGrad_023/in2SparseSegmentSqrtNGrad_023/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_023/out0IdentitySparseSegmentSqrtNGrad_023/op*
T0
I
SparseSegmentSqrtNGrad_024/in0Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_024/in1Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_024/in2Placeholder*
dtype0*
shape:
I
SparseSegmentSqrtNGrad_024/in3Placeholder*
dtype0*
shape:
ß
SparseSegmentSqrtNGrad_024/opSparseSegmentSqrtNGradSparseSegmentSqrtNGrad_024/in0SparseSegmentSqrtNGrad_024/in1SparseSegmentSqrtNGrad_024/in2SparseSegmentSqrtNGrad_024/in3*

Tidx0*
Tsegmentids0*
T0
S
SparseSegmentSqrtNGrad_024/out0IdentitySparseSegmentSqrtNGrad_024/op*
T0
K
 SparseSegmentSqrtNGradV2_000/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_000/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_000/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_000/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_000/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_000/in0 SparseSegmentSqrtNGradV2_000/in1 SparseSegmentSqrtNGradV2_000/in2 SparseSegmentSqrtNGradV2_000/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_000/out0IdentitySparseSegmentSqrtNGradV2_000/op*
T0
Y
!SparseSegmentSqrtNGradV2_000/out1Identity!SparseSegmentSqrtNGradV2_000/op:1*
T0
K
 SparseSegmentSqrtNGradV2_001/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_001/in1Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_001/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_001/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_001/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_001/in0 SparseSegmentSqrtNGradV2_001/in1 SparseSegmentSqrtNGradV2_001/in2 SparseSegmentSqrtNGradV2_001/in3*

Tidx0	*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_001/out0IdentitySparseSegmentSqrtNGradV2_001/op*
T0
Y
!SparseSegmentSqrtNGradV2_001/out1Identity!SparseSegmentSqrtNGradV2_001/op:1*
T0	
K
 SparseSegmentSqrtNGradV2_002/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_002/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_002/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_002/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_002/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_002/in0 SparseSegmentSqrtNGradV2_002/in1 SparseSegmentSqrtNGradV2_002/in2 SparseSegmentSqrtNGradV2_002/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_002/out0IdentitySparseSegmentSqrtNGradV2_002/op*
T0
Y
!SparseSegmentSqrtNGradV2_002/out1Identity!SparseSegmentSqrtNGradV2_002/op:1*
T0
K
 SparseSegmentSqrtNGradV2_003/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_003/in1Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_003/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_003/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_003/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_003/in0 SparseSegmentSqrtNGradV2_003/in1 SparseSegmentSqrtNGradV2_003/in2 SparseSegmentSqrtNGradV2_003/in3*

Tidx0	*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_003/out0IdentitySparseSegmentSqrtNGradV2_003/op*
T0
Y
!SparseSegmentSqrtNGradV2_003/out1Identity!SparseSegmentSqrtNGradV2_003/op:1*
T0	
K
 SparseSegmentSqrtNGradV2_004/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_004/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_004/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_004/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_004/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_004/in0 SparseSegmentSqrtNGradV2_004/in1 SparseSegmentSqrtNGradV2_004/in2 SparseSegmentSqrtNGradV2_004/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_004/out0IdentitySparseSegmentSqrtNGradV2_004/op*
T0
Y
!SparseSegmentSqrtNGradV2_004/out1Identity!SparseSegmentSqrtNGradV2_004/op:1*
T0
K
 SparseSegmentSqrtNGradV2_005/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_005/in1Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_005/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_005/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_005/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_005/in0 SparseSegmentSqrtNGradV2_005/in1 SparseSegmentSqrtNGradV2_005/in2 SparseSegmentSqrtNGradV2_005/in3*

Tidx0	*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_005/out0IdentitySparseSegmentSqrtNGradV2_005/op*
T0
Y
!SparseSegmentSqrtNGradV2_005/out1Identity!SparseSegmentSqrtNGradV2_005/op:1*
T0	
K
 SparseSegmentSqrtNGradV2_006/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_006/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_006/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_006/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_006/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_006/in0 SparseSegmentSqrtNGradV2_006/in1 SparseSegmentSqrtNGradV2_006/in2 SparseSegmentSqrtNGradV2_006/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_006/out0IdentitySparseSegmentSqrtNGradV2_006/op*
T0
Y
!SparseSegmentSqrtNGradV2_006/out1Identity!SparseSegmentSqrtNGradV2_006/op:1*
T0
K
 SparseSegmentSqrtNGradV2_007/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_007/in1Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_007/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_007/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_007/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_007/in0 SparseSegmentSqrtNGradV2_007/in1 SparseSegmentSqrtNGradV2_007/in2 SparseSegmentSqrtNGradV2_007/in3*

Tidx0	*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_007/out0IdentitySparseSegmentSqrtNGradV2_007/op*
T0
Y
!SparseSegmentSqrtNGradV2_007/out1Identity!SparseSegmentSqrtNGradV2_007/op:1*
T0	
K
 SparseSegmentSqrtNGradV2_008/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_008/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_008/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_008/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_008/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_008/in0 SparseSegmentSqrtNGradV2_008/in1 SparseSegmentSqrtNGradV2_008/in2 SparseSegmentSqrtNGradV2_008/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_008/out0IdentitySparseSegmentSqrtNGradV2_008/op*
T0
Y
!SparseSegmentSqrtNGradV2_008/out1Identity!SparseSegmentSqrtNGradV2_008/op:1*
T0
K
 SparseSegmentSqrtNGradV2_009/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_009/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_009/in2Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_009/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_009/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_009/in0 SparseSegmentSqrtNGradV2_009/in1 SparseSegmentSqrtNGradV2_009/in2 SparseSegmentSqrtNGradV2_009/in3*

Tidx0*
Tsegmentids0	*
T0
W
!SparseSegmentSqrtNGradV2_009/out0IdentitySparseSegmentSqrtNGradV2_009/op*
T0
Y
!SparseSegmentSqrtNGradV2_009/out1Identity!SparseSegmentSqrtNGradV2_009/op:1*
T0
K
 SparseSegmentSqrtNGradV2_010/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_010/in1Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_010/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_010/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_010/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_010/in0 SparseSegmentSqrtNGradV2_010/in1 SparseSegmentSqrtNGradV2_010/in2 SparseSegmentSqrtNGradV2_010/in3*

Tidx0	*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_010/out0IdentitySparseSegmentSqrtNGradV2_010/op*
T0
Y
!SparseSegmentSqrtNGradV2_010/out1Identity!SparseSegmentSqrtNGradV2_010/op:1*
T0	
K
 SparseSegmentSqrtNGradV2_011/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_011/in1Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_011/in2Placeholder*
dtype0	*
shape:
K
 SparseSegmentSqrtNGradV2_011/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_011/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_011/in0 SparseSegmentSqrtNGradV2_011/in1 SparseSegmentSqrtNGradV2_011/in2 SparseSegmentSqrtNGradV2_011/in3*

Tidx0	*
Tsegmentids0	*
T0
W
!SparseSegmentSqrtNGradV2_011/out0IdentitySparseSegmentSqrtNGradV2_011/op*
T0
Y
!SparseSegmentSqrtNGradV2_011/out1Identity!SparseSegmentSqrtNGradV2_011/op:1*
T0	
K
 SparseSegmentSqrtNGradV2_012/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_012/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_012/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_012/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_012/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_012/in0 SparseSegmentSqrtNGradV2_012/in1 SparseSegmentSqrtNGradV2_012/in2 SparseSegmentSqrtNGradV2_012/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_012/out0IdentitySparseSegmentSqrtNGradV2_012/op*
T0
Y
!SparseSegmentSqrtNGradV2_012/out1Identity!SparseSegmentSqrtNGradV2_012/op:1*
T0
K
 SparseSegmentSqrtNGradV2_013/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_013/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_013/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_013/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_013/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_013/in0 SparseSegmentSqrtNGradV2_013/in1 SparseSegmentSqrtNGradV2_013/in2 SparseSegmentSqrtNGradV2_013/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_013/out0IdentitySparseSegmentSqrtNGradV2_013/op*
T0
Y
!SparseSegmentSqrtNGradV2_013/out1Identity!SparseSegmentSqrtNGradV2_013/op:1*
T0
K
 SparseSegmentSqrtNGradV2_014/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_014/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_014/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_014/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_014/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_014/in0 SparseSegmentSqrtNGradV2_014/in1 SparseSegmentSqrtNGradV2_014/in2 SparseSegmentSqrtNGradV2_014/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_014/out0IdentitySparseSegmentSqrtNGradV2_014/op*
T0
Y
!SparseSegmentSqrtNGradV2_014/out1Identity!SparseSegmentSqrtNGradV2_014/op:1*
T0
K
 SparseSegmentSqrtNGradV2_015/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_015/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_015/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_015/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_015/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_015/in0 SparseSegmentSqrtNGradV2_015/in1 SparseSegmentSqrtNGradV2_015/in2 SparseSegmentSqrtNGradV2_015/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_015/out0IdentitySparseSegmentSqrtNGradV2_015/op*
T0
Y
!SparseSegmentSqrtNGradV2_015/out1Identity!SparseSegmentSqrtNGradV2_015/op:1*
T0
K
 SparseSegmentSqrtNGradV2_016/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_016/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_016/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_016/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_016/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_016/in0 SparseSegmentSqrtNGradV2_016/in1 SparseSegmentSqrtNGradV2_016/in2 SparseSegmentSqrtNGradV2_016/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_016/out0IdentitySparseSegmentSqrtNGradV2_016/op*
T0
Y
!SparseSegmentSqrtNGradV2_016/out1Identity!SparseSegmentSqrtNGradV2_016/op:1*
T0
K
 SparseSegmentSqrtNGradV2_017/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_017/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_017/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_017/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_017/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_017/in0 SparseSegmentSqrtNGradV2_017/in1 SparseSegmentSqrtNGradV2_017/in2 SparseSegmentSqrtNGradV2_017/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_017/out0IdentitySparseSegmentSqrtNGradV2_017/op*
T0
Y
!SparseSegmentSqrtNGradV2_017/out1Identity!SparseSegmentSqrtNGradV2_017/op:1*
T0
K
 SparseSegmentSqrtNGradV2_018/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_018/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_018/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_018/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_018/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_018/in0 SparseSegmentSqrtNGradV2_018/in1 SparseSegmentSqrtNGradV2_018/in2 SparseSegmentSqrtNGradV2_018/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_018/out0IdentitySparseSegmentSqrtNGradV2_018/op*
T0
Y
!SparseSegmentSqrtNGradV2_018/out1Identity!SparseSegmentSqrtNGradV2_018/op:1*
T0
K
 SparseSegmentSqrtNGradV2_019/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_019/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_019/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_019/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_019/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_019/in0 SparseSegmentSqrtNGradV2_019/in1 SparseSegmentSqrtNGradV2_019/in2 SparseSegmentSqrtNGradV2_019/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_019/out0IdentitySparseSegmentSqrtNGradV2_019/op*
T0
Y
!SparseSegmentSqrtNGradV2_019/out1Identity!SparseSegmentSqrtNGradV2_019/op:1*
T0
K
 SparseSegmentSqrtNGradV2_020/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_020/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_020/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_020/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_020/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_020/in0 SparseSegmentSqrtNGradV2_020/in1 SparseSegmentSqrtNGradV2_020/in2 SparseSegmentSqrtNGradV2_020/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_020/out0IdentitySparseSegmentSqrtNGradV2_020/op*
T0
Y
!SparseSegmentSqrtNGradV2_020/out1Identity!SparseSegmentSqrtNGradV2_020/op:1*
T0
K
 SparseSegmentSqrtNGradV2_021/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_021/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_021/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_021/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_021/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_021/in0 SparseSegmentSqrtNGradV2_021/in1 SparseSegmentSqrtNGradV2_021/in2 SparseSegmentSqrtNGradV2_021/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_021/out0IdentitySparseSegmentSqrtNGradV2_021/op*
T0
Y
!SparseSegmentSqrtNGradV2_021/out1Identity!SparseSegmentSqrtNGradV2_021/op:1*
T0
K
 SparseSegmentSqrtNGradV2_022/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_022/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_022/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_022/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_022/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_022/in0 SparseSegmentSqrtNGradV2_022/in1 SparseSegmentSqrtNGradV2_022/in2 SparseSegmentSqrtNGradV2_022/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_022/out0IdentitySparseSegmentSqrtNGradV2_022/op*
T0
Y
!SparseSegmentSqrtNGradV2_022/out1Identity!SparseSegmentSqrtNGradV2_022/op:1*
T0
K
 SparseSegmentSqrtNGradV2_023/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_023/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_023/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_023/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_023/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_023/in0 SparseSegmentSqrtNGradV2_023/in1 SparseSegmentSqrtNGradV2_023/in2 SparseSegmentSqrtNGradV2_023/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_023/out0IdentitySparseSegmentSqrtNGradV2_023/op*
T0
Y
!SparseSegmentSqrtNGradV2_023/out1Identity!SparseSegmentSqrtNGradV2_023/op:1*
T0
K
 SparseSegmentSqrtNGradV2_024/in0Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_024/in1Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_024/in2Placeholder*
dtype0*
shape:
K
 SparseSegmentSqrtNGradV2_024/in3Placeholder*
dtype0*
shape:
ë
SparseSegmentSqrtNGradV2_024/opSparseSegmentSqrtNGradV2 SparseSegmentSqrtNGradV2_024/in0 SparseSegmentSqrtNGradV2_024/in1 SparseSegmentSqrtNGradV2_024/in2 SparseSegmentSqrtNGradV2_024/in3*

Tidx0*
Tsegmentids0*
T0
W
!SparseSegmentSqrtNGradV2_024/out0IdentitySparseSegmentSqrtNGradV2_024/op*
T0
Y
!SparseSegmentSqrtNGradV2_024/out1Identity!SparseSegmentSqrtNGradV2_024/op:1*
T0"í