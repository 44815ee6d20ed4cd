
6
Pad_000/in0Placeholder*
dtype0*
shape:
6
Pad_000/in1Placeholder*
dtype0*
shape:
E

Pad_000/opPadPad_000/in0Pad_000/in1*
	Tpaddings0*
T0
-
Pad_000/out0Identity
Pad_000/op*
T0
8
PadV2_000/in0Placeholder*
dtype0*
shape:
8
PadV2_000/in1Placeholder*
dtype0*
shape:
8
PadV2_000/in2Placeholder*
dtype0*
shape:
\
PadV2_000/opPadV2PadV2_000/in0PadV2_000/in1PadV2_000/in2*
	Tpaddings0*
T0
1
PadV2_000/out0IdentityPadV2_000/op*
T0
<
MirrorPad_000/in0Placeholder*
dtype0*
shape:
<
MirrorPad_000/in1Placeholder*
dtype0*
shape:
p
MirrorPad_000/op	MirrorPadMirrorPad_000/in0MirrorPad_000/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_000/out0IdentityMirrorPad_000/op*
T0
6
Pad_001/in0Placeholder*
dtype0*
shape:
6
Pad_001/in1Placeholder*
dtype0*
shape:
E

Pad_001/opPadPad_001/in0Pad_001/in1*
	Tpaddings0*
T0
-
Pad_001/out0Identity
Pad_001/op*
T0
8
PadV2_001/in0Placeholder*
dtype0*
shape:
8
PadV2_001/in1Placeholder*
dtype0*
shape:
8
PadV2_001/in2Placeholder*
dtype0*
shape:
\
PadV2_001/opPadV2PadV2_001/in0PadV2_001/in1PadV2_001/in2*
	Tpaddings0*
T0
1
PadV2_001/out0IdentityPadV2_001/op*
T0
<
MirrorPad_001/in0Placeholder*
dtype0*
shape:
<
MirrorPad_001/in1Placeholder*
dtype0*
shape:
p
MirrorPad_001/op	MirrorPadMirrorPad_001/in0MirrorPad_001/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_001/out0IdentityMirrorPad_001/op*
T0
6
Pad_002/in0Placeholder*
dtype0*
shape:
6
Pad_002/in1Placeholder*
dtype0*
shape:
E

Pad_002/opPadPad_002/in0Pad_002/in1*
	Tpaddings0*
T0
-
Pad_002/out0Identity
Pad_002/op*
T0
8
PadV2_002/in0Placeholder*
dtype0*
shape:
8
PadV2_002/in1Placeholder*
dtype0*
shape:
8
PadV2_002/in2Placeholder*
dtype0*
shape:
\
PadV2_002/opPadV2PadV2_002/in0PadV2_002/in1PadV2_002/in2*
	Tpaddings0*
T0
1
PadV2_002/out0IdentityPadV2_002/op*
T0
<
MirrorPad_002/in0Placeholder*
dtype0*
shape:
<
MirrorPad_002/in1Placeholder*
dtype0*
shape:
p
MirrorPad_002/op	MirrorPadMirrorPad_002/in0MirrorPad_002/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_002/out0IdentityMirrorPad_002/op*
T0
6
Pad_003/in0Placeholder*
dtype0*
shape:
6
Pad_003/in1Placeholder*
dtype0*
shape:
E

Pad_003/opPadPad_003/in0Pad_003/in1*
	Tpaddings0*
T0
-
Pad_003/out0Identity
Pad_003/op*
T0
8
PadV2_003/in0Placeholder*
dtype0*
shape:
8
PadV2_003/in1Placeholder*
dtype0*
shape:
8
PadV2_003/in2Placeholder*
dtype0*
shape:
\
PadV2_003/opPadV2PadV2_003/in0PadV2_003/in1PadV2_003/in2*
	Tpaddings0*
T0
1
PadV2_003/out0IdentityPadV2_003/op*
T0
<
MirrorPad_003/in0Placeholder*
dtype0*
shape:
<
MirrorPad_003/in1Placeholder*
dtype0*
shape:
p
MirrorPad_003/op	MirrorPadMirrorPad_003/in0MirrorPad_003/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_003/out0IdentityMirrorPad_003/op*
T0
6
Pad_004/in0Placeholder*
dtype0*
shape:
6
Pad_004/in1Placeholder*
dtype0*
shape:
E

Pad_004/opPadPad_004/in0Pad_004/in1*
	Tpaddings0*
T0
-
Pad_004/out0Identity
Pad_004/op*
T0
8
PadV2_004/in0Placeholder*
dtype0*
shape:
8
PadV2_004/in1Placeholder*
dtype0*
shape:
8
PadV2_004/in2Placeholder*
dtype0*
shape:
\
PadV2_004/opPadV2PadV2_004/in0PadV2_004/in1PadV2_004/in2*
	Tpaddings0*
T0
1
PadV2_004/out0IdentityPadV2_004/op*
T0
<
MirrorPad_004/in0Placeholder*
dtype0*
shape:
<
MirrorPad_004/in1Placeholder*
dtype0*
shape:
p
MirrorPad_004/op	MirrorPadMirrorPad_004/in0MirrorPad_004/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_004/out0IdentityMirrorPad_004/op*
T0
6
Pad_005/in0Placeholder*
dtype0*
shape:
6
Pad_005/in1Placeholder*
dtype0*
shape:
E

Pad_005/opPadPad_005/in0Pad_005/in1*
	Tpaddings0*
T0
-
Pad_005/out0Identity
Pad_005/op*
T0
8
PadV2_005/in0Placeholder*
dtype0*
shape:
8
PadV2_005/in1Placeholder*
dtype0*
shape:
8
PadV2_005/in2Placeholder*
dtype0*
shape:
\
PadV2_005/opPadV2PadV2_005/in0PadV2_005/in1PadV2_005/in2*
	Tpaddings0*
T0
1
PadV2_005/out0IdentityPadV2_005/op*
T0
<
MirrorPad_005/in0Placeholder*
dtype0*
shape:
<
MirrorPad_005/in1Placeholder*
dtype0*
shape:
p
MirrorPad_005/op	MirrorPadMirrorPad_005/in0MirrorPad_005/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_005/out0IdentityMirrorPad_005/op*
T0
6
Pad_006/in0Placeholder*
dtype0*
shape:
6
Pad_006/in1Placeholder*
dtype0*
shape:
E

Pad_006/opPadPad_006/in0Pad_006/in1*
	Tpaddings0*
T0
-
Pad_006/out0Identity
Pad_006/op*
T0
8
PadV2_006/in0Placeholder*
dtype0*
shape:
8
PadV2_006/in1Placeholder*
dtype0*
shape:
8
PadV2_006/in2Placeholder*
dtype0*
shape:
\
PadV2_006/opPadV2PadV2_006/in0PadV2_006/in1PadV2_006/in2*
	Tpaddings0*
T0
1
PadV2_006/out0IdentityPadV2_006/op*
T0
<
MirrorPad_006/in0Placeholder*
dtype0*
shape:
<
MirrorPad_006/in1Placeholder*
dtype0*
shape:
p
MirrorPad_006/op	MirrorPadMirrorPad_006/in0MirrorPad_006/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_006/out0IdentityMirrorPad_006/op*
T0
6
Pad_007/in0Placeholder*
dtype0	*
shape:
6
Pad_007/in1Placeholder*
dtype0*
shape:
E

Pad_007/opPadPad_007/in0Pad_007/in1*
	Tpaddings0*
T0	
-
Pad_007/out0Identity
Pad_007/op*
T0	
8
PadV2_007/in0Placeholder*
dtype0	*
shape:
8
PadV2_007/in1Placeholder*
dtype0*
shape:
8
PadV2_007/in2Placeholder*
dtype0	*
shape:
\
PadV2_007/opPadV2PadV2_007/in0PadV2_007/in1PadV2_007/in2*
	Tpaddings0*
T0	
1
PadV2_007/out0IdentityPadV2_007/op*
T0	
<
MirrorPad_007/in0Placeholder*
dtype0	*
shape:
<
MirrorPad_007/in1Placeholder*
dtype0*
shape:
p
MirrorPad_007/op	MirrorPadMirrorPad_007/in0MirrorPad_007/in1*
	Tpaddings0*
T0	*
mode	REFLECT
9
MirrorPad_007/out0IdentityMirrorPad_007/op*
T0	
6
Pad_008/in0Placeholder*
dtype0*
shape:
6
Pad_008/in1Placeholder*
dtype0*
shape:
E

Pad_008/opPadPad_008/in0Pad_008/in1*
	Tpaddings0*
T0
-
Pad_008/out0Identity
Pad_008/op*
T0
8
PadV2_008/in0Placeholder*
dtype0*
shape:
8
PadV2_008/in1Placeholder*
dtype0*
shape:
8
PadV2_008/in2Placeholder*
dtype0*
shape:
\
PadV2_008/opPadV2PadV2_008/in0PadV2_008/in1PadV2_008/in2*
	Tpaddings0*
T0
1
PadV2_008/out0IdentityPadV2_008/op*
T0
<
MirrorPad_008/in0Placeholder*
dtype0*
shape:
<
MirrorPad_008/in1Placeholder*
dtype0*
shape:
p
MirrorPad_008/op	MirrorPadMirrorPad_008/in0MirrorPad_008/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_008/out0IdentityMirrorPad_008/op*
T0
6
Pad_009/in0Placeholder*
dtype0*
shape:
6
Pad_009/in1Placeholder*
dtype0*
shape:
E

Pad_009/opPadPad_009/in0Pad_009/in1*
	Tpaddings0*
T0
-
Pad_009/out0Identity
Pad_009/op*
T0
8
PadV2_009/in0Placeholder*
dtype0*
shape:
8
PadV2_009/in1Placeholder*
dtype0*
shape:
8
PadV2_009/in2Placeholder*
dtype0*
shape:
\
PadV2_009/opPadV2PadV2_009/in0PadV2_009/in1PadV2_009/in2*
	Tpaddings0*
T0
1
PadV2_009/out0IdentityPadV2_009/op*
T0
<
MirrorPad_009/in0Placeholder*
dtype0*
shape:
<
MirrorPad_009/in1Placeholder*
dtype0*
shape:
p
MirrorPad_009/op	MirrorPadMirrorPad_009/in0MirrorPad_009/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_009/out0IdentityMirrorPad_009/op*
T0
6
Pad_010/in0Placeholder*
dtype0*
shape:
6
Pad_010/in1Placeholder*
dtype0*
shape:
E

Pad_010/opPadPad_010/in0Pad_010/in1*
	Tpaddings0*
T0
-
Pad_010/out0Identity
Pad_010/op*
T0
8
PadV2_010/in0Placeholder*
dtype0*
shape:
8
PadV2_010/in1Placeholder*
dtype0*
shape:
8
PadV2_010/in2Placeholder*
dtype0*
shape:
\
PadV2_010/opPadV2PadV2_010/in0PadV2_010/in1PadV2_010/in2*
	Tpaddings0*
T0
1
PadV2_010/out0IdentityPadV2_010/op*
T0
<
MirrorPad_010/in0Placeholder*
dtype0*
shape:
<
MirrorPad_010/in1Placeholder*
dtype0*
shape:
p
MirrorPad_010/op	MirrorPadMirrorPad_010/in0MirrorPad_010/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_010/out0IdentityMirrorPad_010/op*
T0
6
Pad_011/in0Placeholder*
dtype0*
shape:
6
Pad_011/in1Placeholder*
dtype0*
shape:
E

Pad_011/opPadPad_011/in0Pad_011/in1*
	Tpaddings0*
T0
-
Pad_011/out0Identity
Pad_011/op*
T0
8
PadV2_011/in0Placeholder*
dtype0*
shape:
8
PadV2_011/in1Placeholder*
dtype0*
shape:
8
PadV2_011/in2Placeholder*
dtype0*
shape:
\
PadV2_011/opPadV2PadV2_011/in0PadV2_011/in1PadV2_011/in2*
	Tpaddings0*
T0
1
PadV2_011/out0IdentityPadV2_011/op*
T0
<
MirrorPad_011/in0Placeholder*
dtype0*
shape:
<
MirrorPad_011/in1Placeholder*
dtype0*
shape:
p
MirrorPad_011/op	MirrorPadMirrorPad_011/in0MirrorPad_011/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_011/out0IdentityMirrorPad_011/op*
T0
6
Pad_012/in0Placeholder*
dtype0*
shape:
6
Pad_012/in1Placeholder*
dtype0*
shape:
E

Pad_012/opPadPad_012/in0Pad_012/in1*
	Tpaddings0*
T0
-
Pad_012/out0Identity
Pad_012/op*
T0
8
PadV2_012/in0Placeholder*
dtype0*
shape:
8
PadV2_012/in1Placeholder*
dtype0*
shape:
8
PadV2_012/in2Placeholder*
dtype0*
shape:
\
PadV2_012/opPadV2PadV2_012/in0PadV2_012/in1PadV2_012/in2*
	Tpaddings0*
T0
1
PadV2_012/out0IdentityPadV2_012/op*
T0
<
MirrorPad_012/in0Placeholder*
dtype0*
shape:
<
MirrorPad_012/in1Placeholder*
dtype0*
shape:
p
MirrorPad_012/op	MirrorPadMirrorPad_012/in0MirrorPad_012/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_012/out0IdentityMirrorPad_012/op*
T0
6
Pad_013/in0Placeholder*
dtype0*
shape:
6
Pad_013/in1Placeholder*
dtype0*
shape:
E

Pad_013/opPadPad_013/in0Pad_013/in1*
	Tpaddings0*
T0
-
Pad_013/out0Identity
Pad_013/op*
T0
8
PadV2_013/in0Placeholder*
dtype0*
shape:
8
PadV2_013/in1Placeholder*
dtype0*
shape:
8
PadV2_013/in2Placeholder*
dtype0*
shape:
\
PadV2_013/opPadV2PadV2_013/in0PadV2_013/in1PadV2_013/in2*
	Tpaddings0*
T0
1
PadV2_013/out0IdentityPadV2_013/op*
T0
<
MirrorPad_013/in0Placeholder*
dtype0*
shape:
<
MirrorPad_013/in1Placeholder*
dtype0*
shape:
p
MirrorPad_013/op	MirrorPadMirrorPad_013/in0MirrorPad_013/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_013/out0IdentityMirrorPad_013/op*
T0
6
Pad_014/in0Placeholder*
dtype0
*
shape:
6
Pad_014/in1Placeholder*
dtype0*
shape:
E

Pad_014/opPadPad_014/in0Pad_014/in1*
	Tpaddings0*
T0

-
Pad_014/out0Identity
Pad_014/op*
T0

8
PadV2_014/in0Placeholder*
dtype0
*
shape:
8
PadV2_014/in1Placeholder*
dtype0*
shape:
8
PadV2_014/in2Placeholder*
dtype0
*
shape:
\
PadV2_014/opPadV2PadV2_014/in0PadV2_014/in1PadV2_014/in2*
	Tpaddings0*
T0

1
PadV2_014/out0IdentityPadV2_014/op*
T0

<
MirrorPad_014/in0Placeholder*
dtype0
*
shape:
<
MirrorPad_014/in1Placeholder*
dtype0*
shape:
p
MirrorPad_014/op	MirrorPadMirrorPad_014/in0MirrorPad_014/in1*
	Tpaddings0*
T0
*
mode	REFLECT
9
MirrorPad_014/out0IdentityMirrorPad_014/op*
T0

6
Pad_015/in0Placeholder*
dtype0*
shape:
6
Pad_015/in1Placeholder*
dtype0*
shape:
E

Pad_015/opPadPad_015/in0Pad_015/in1*
	Tpaddings0*
T0
-
Pad_015/out0Identity
Pad_015/op*
T0
8
PadV2_015/in0Placeholder*
dtype0*
shape:
8
PadV2_015/in1Placeholder*
dtype0*
shape:
8
PadV2_015/in2Placeholder*
dtype0*
shape:
\
PadV2_015/opPadV2PadV2_015/in0PadV2_015/in1PadV2_015/in2*
	Tpaddings0*
T0
1
PadV2_015/out0IdentityPadV2_015/op*
T0
<
MirrorPad_015/in0Placeholder*
dtype0*
shape:
<
MirrorPad_015/in1Placeholder*
dtype0*
shape:
p
MirrorPad_015/op	MirrorPadMirrorPad_015/in0MirrorPad_015/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_015/out0IdentityMirrorPad_015/op*
T0
6
Pad_016/in0Placeholder*
dtype0*
shape:
6
Pad_016/in1Placeholder*
dtype0*
shape:
E

Pad_016/opPadPad_016/in0Pad_016/in1*
	Tpaddings0*
T0
-
Pad_016/out0Identity
Pad_016/op*
T0
8
PadV2_016/in0Placeholder*
dtype0*
shape:
8
PadV2_016/in1Placeholder*
dtype0*
shape:
8
PadV2_016/in2Placeholder*
dtype0*
shape:
\
PadV2_016/opPadV2PadV2_016/in0PadV2_016/in1PadV2_016/in2*
	Tpaddings0*
T0
1
PadV2_016/out0IdentityPadV2_016/op*
T0
<
MirrorPad_016/in0Placeholder*
dtype0*
shape:
<
MirrorPad_016/in1Placeholder*
dtype0*
shape:
p
MirrorPad_016/op	MirrorPadMirrorPad_016/in0MirrorPad_016/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_016/out0IdentityMirrorPad_016/op*
T0
6
Pad_017/in0Placeholder*
dtype0*
shape:
6
Pad_017/in1Placeholder*
dtype0*
shape:
E

Pad_017/opPadPad_017/in0Pad_017/in1*
	Tpaddings0*
T0
-
Pad_017/out0Identity
Pad_017/op*
T0
8
PadV2_017/in0Placeholder*
dtype0*
shape:
8
PadV2_017/in1Placeholder*
dtype0*
shape:
8
PadV2_017/in2Placeholder*
dtype0*
shape:
\
PadV2_017/opPadV2PadV2_017/in0PadV2_017/in1PadV2_017/in2*
	Tpaddings0*
T0
1
PadV2_017/out0IdentityPadV2_017/op*
T0
<
MirrorPad_017/in0Placeholder*
dtype0*
shape:
<
MirrorPad_017/in1Placeholder*
dtype0*
shape:
p
MirrorPad_017/op	MirrorPadMirrorPad_017/in0MirrorPad_017/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_017/out0IdentityMirrorPad_017/op*
T0
6
Pad_018/in0Placeholder*
dtype0*
shape:
6
Pad_018/in1Placeholder*
dtype0*
shape:
E

Pad_018/opPadPad_018/in0Pad_018/in1*
	Tpaddings0*
T0
-
Pad_018/out0Identity
Pad_018/op*
T0
8
PadV2_018/in0Placeholder*
dtype0*
shape:
8
PadV2_018/in1Placeholder*
dtype0*
shape:
8
PadV2_018/in2Placeholder*
dtype0*
shape:
\
PadV2_018/opPadV2PadV2_018/in0PadV2_018/in1PadV2_018/in2*
	Tpaddings0*
T0
1
PadV2_018/out0IdentityPadV2_018/op*
T0
<
MirrorPad_018/in0Placeholder*
dtype0*
shape:
<
MirrorPad_018/in1Placeholder*
dtype0*
shape:
p
MirrorPad_018/op	MirrorPadMirrorPad_018/in0MirrorPad_018/in1*
	Tpaddings0*
T0*
mode	REFLECT
9
MirrorPad_018/out0IdentityMirrorPad_018/op*
T0
6
Pad_019/in0Placeholder*
dtype0*
shape:
6
Pad_019/in1Placeholder*
dtype0	*
shape:
E

Pad_019/opPadPad_019/in0Pad_019/in1*
	Tpaddings0	*
T0
-
Pad_019/out0Identity
Pad_019/op*
T0
6
Pad_020/in0Placeholder*
dtype0*
shape:
6
Pad_020/in1Placeholder*
dtype0	*
shape:
E

Pad_020/opPadPad_020/in0Pad_020/in1*
	Tpaddings0	*
T0
-
Pad_020/out0Identity
Pad_020/op*
T0
6
Pad_021/in0Placeholder*
dtype0*
shape:
6
Pad_021/in1Placeholder*
dtype0	*
shape:
E

Pad_021/opPadPad_021/in0Pad_021/in1*
	Tpaddings0	*
T0
-
Pad_021/out0Identity
Pad_021/op*
T0
6
Pad_022/in0Placeholder*
dtype0*
shape:
6
Pad_022/in1Placeholder*
dtype0	*
shape:
E

Pad_022/opPadPad_022/in0Pad_022/in1*
	Tpaddings0	*
T0
-
Pad_022/out0Identity
Pad_022/op*
T0
6
Pad_023/in0Placeholder*
dtype0*
shape:
6
Pad_023/in1Placeholder*
dtype0	*
shape:
E

Pad_023/opPadPad_023/in0Pad_023/in1*
	Tpaddings0	*
T0
-
Pad_023/out0Identity
Pad_023/op*
T0
6
Pad_024/in0Placeholder*
dtype0*
shape:
6
Pad_024/in1Placeholder*
dtype0	*
shape:
E

Pad_024/opPadPad_024/in0Pad_024/in1*
	Tpaddings0	*
T0
-
Pad_024/out0Identity
Pad_024/op*
T0
6
Pad_025/in0Placeholder*
dtype0*
shape:
6
Pad_025/in1Placeholder*
dtype0	*
shape:
E

Pad_025/opPadPad_025/in0Pad_025/in1*
	Tpaddings0	*
T0
-
Pad_025/out0Identity
Pad_025/op*
T0
6
Pad_026/in0Placeholder*
dtype0*
shape:
6
Pad_026/in1Placeholder*
dtype0	*
shape:
E

Pad_026/opPadPad_026/in0Pad_026/in1*
	Tpaddings0	*
T0
-
Pad_026/out0Identity
Pad_026/op*
T0
6
Pad_027/in0Placeholder*
dtype0*
shape:
6
Pad_027/in1Placeholder*
dtype0	*
shape:
E

Pad_027/opPadPad_027/in0Pad_027/in1*
	Tpaddings0	*
T0
-
Pad_027/out0Identity
Pad_027/op*
T0
6
Pad_028/in0Placeholder*
dtype0*
shape:
6
Pad_028/in1Placeholder*
dtype0	*
shape:
E

Pad_028/opPadPad_028/in0Pad_028/in1*
	Tpaddings0	*
T0
-
Pad_028/out0Identity
Pad_028/op*
T0
6
Pad_029/in0Placeholder*
dtype0*
shape:
6
Pad_029/in1Placeholder*
dtype0	*
shape:
E

Pad_029/opPadPad_029/in0Pad_029/in1*
	Tpaddings0	*
T0
-
Pad_029/out0Identity
Pad_029/op*
T0
6
Pad_030/in0Placeholder*
dtype0*
shape:
6
Pad_030/in1Placeholder*
dtype0	*
shape:
E

Pad_030/opPadPad_030/in0Pad_030/in1*
	Tpaddings0	*
T0
-
Pad_030/out0Identity
Pad_030/op*
T0
6
Pad_031/in0Placeholder*
dtype0*
shape:
6
Pad_031/in1Placeholder*
dtype0	*
shape:
E

Pad_031/opPadPad_031/in0Pad_031/in1*
	Tpaddings0	*
T0
-
Pad_031/out0Identity
Pad_031/op*
T0
6
Pad_032/in0Placeholder*
dtype0*
shape:
6
Pad_032/in1Placeholder*
dtype0	*
shape:
E

Pad_032/opPadPad_032/in0Pad_032/in1*
	Tpaddings0	*
T0
-
Pad_032/out0Identity
Pad_032/op*
T0
6
Pad_033/in0Placeholder*
dtype0*
shape:
6
Pad_033/in1Placeholder*
dtype0	*
shape:
E

Pad_033/opPadPad_033/in0Pad_033/in1*
	Tpaddings0	*
T0
-
Pad_033/out0Identity
Pad_033/op*
T0
6
Pad_034/in0Placeholder*
dtype0*
shape:
6
Pad_034/in1Placeholder*
dtype0	*
shape:
E

Pad_034/opPadPad_034/in0Pad_034/in1*
	Tpaddings0	*
T0
-
Pad_034/out0Identity
Pad_034/op*
T0
6
Pad_035/in0Placeholder*
dtype0*
shape:
6
Pad_035/in1Placeholder*
dtype0	*
shape:
E

Pad_035/opPadPad_035/in0Pad_035/in1*
	Tpaddings0	*
T0
-
Pad_035/out0Identity
Pad_035/op*
T0
8
PadV2_019/in0Placeholder*
dtype0*
shape:
8
PadV2_019/in1Placeholder*
dtype0	*
shape:
8
PadV2_019/in2Placeholder*
dtype0*
shape:
\
PadV2_019/opPadV2PadV2_019/in0PadV2_019/in1PadV2_019/in2*
	Tpaddings0	*
T0
1
PadV2_019/out0IdentityPadV2_019/op*
T0
8
PadV2_020/in0Placeholder*
dtype0*
shape:
8
PadV2_020/in1Placeholder*
dtype0	*
shape:
8
PadV2_020/in2Placeholder*
dtype0*
shape:
\
PadV2_020/opPadV2PadV2_020/in0PadV2_020/in1PadV2_020/in2*
	Tpaddings0	*
T0
1
PadV2_020/out0IdentityPadV2_020/op*
T0
8
PadV2_021/in0Placeholder*
dtype0*
shape:
8
PadV2_021/in1Placeholder*
dtype0	*
shape:
8
PadV2_021/in2Placeholder*
dtype0*
shape:
\
PadV2_021/opPadV2PadV2_021/in0PadV2_021/in1PadV2_021/in2*
	Tpaddings0	*
T0
1
PadV2_021/out0IdentityPadV2_021/op*
T0
8
PadV2_022/in0Placeholder*
dtype0*
shape:
8
PadV2_022/in1Placeholder*
dtype0	*
shape:
8
PadV2_022/in2Placeholder*
dtype0*
shape:
\
PadV2_022/opPadV2PadV2_022/in0PadV2_022/in1PadV2_022/in2*
	Tpaddings0	*
T0
1
PadV2_022/out0IdentityPadV2_022/op*
T0
8
PadV2_023/in0Placeholder*
dtype0*
shape:
8
PadV2_023/in1Placeholder*
dtype0	*
shape:
8
PadV2_023/in2Placeholder*
dtype0*
shape:
\
PadV2_023/opPadV2PadV2_023/in0PadV2_023/in1PadV2_023/in2*
	Tpaddings0	*
T0
1
PadV2_023/out0IdentityPadV2_023/op*
T0
8
PadV2_024/in0Placeholder*
dtype0*
shape:
8
PadV2_024/in1Placeholder*
dtype0	*
shape:
8
PadV2_024/in2Placeholder*
dtype0*
shape:
\
PadV2_024/opPadV2PadV2_024/in0PadV2_024/in1PadV2_024/in2*
	Tpaddings0	*
T0
1
PadV2_024/out0IdentityPadV2_024/op*
T0
8
PadV2_025/in0Placeholder*
dtype0*
shape:
8
PadV2_025/in1Placeholder*
dtype0	*
shape:
8
PadV2_025/in2Placeholder*
dtype0*
shape:
\
PadV2_025/opPadV2PadV2_025/in0PadV2_025/in1PadV2_025/in2*
	Tpaddings0	*
T0
1
PadV2_025/out0IdentityPadV2_025/op*
T0
8
PadV2_026/in0Placeholder*
dtype0*
shape:
8
PadV2_026/in1Placeholder*
dtype0	*
shape:
8
PadV2_026/in2Placeholder*
dtype0*
shape:
\
PadV2_026/opPadV2PadV2_026/in0PadV2_026/in1PadV2_026/in2*
	Tpaddings0	*
T0
1
PadV2_026/out0IdentityPadV2_026/op*
T0
8
PadV2_027/in0Placeholder*
dtype0*
shape:
8
PadV2_027/in1Placeholder*
dtype0	*
shape:
8
PadV2_027/in2Placeholder*
dtype0*
shape:
\
PadV2_027/opPadV2PadV2_027/in0PadV2_027/in1PadV2_027/in2*
	Tpaddings0	*
T0
1
PadV2_027/out0IdentityPadV2_027/op*
T0
8
PadV2_028/in0Placeholder*
dtype0*
shape:
8
PadV2_028/in1Placeholder*
dtype0	*
shape:
8
PadV2_028/in2Placeholder*
dtype0*
shape:
\
PadV2_028/opPadV2PadV2_028/in0PadV2_028/in1PadV2_028/in2*
	Tpaddings0	*
T0
1
PadV2_028/out0IdentityPadV2_028/op*
T0
8
PadV2_029/in0Placeholder*
dtype0*
shape:
8
PadV2_029/in1Placeholder*
dtype0	*
shape:
8
PadV2_029/in2Placeholder*
dtype0*
shape:
\
PadV2_029/opPadV2PadV2_029/in0PadV2_029/in1PadV2_029/in2*
	Tpaddings0	*
T0
1
PadV2_029/out0IdentityPadV2_029/op*
T0
8
PadV2_030/in0Placeholder*
dtype0*
shape:
8
PadV2_030/in1Placeholder*
dtype0	*
shape:
8
PadV2_030/in2Placeholder*
dtype0*
shape:
\
PadV2_030/opPadV2PadV2_030/in0PadV2_030/in1PadV2_030/in2*
	Tpaddings0	*
T0
1
PadV2_030/out0IdentityPadV2_030/op*
T0
8
PadV2_031/in0Placeholder*
dtype0*
shape:
8
PadV2_031/in1Placeholder*
dtype0	*
shape:
8
PadV2_031/in2Placeholder*
dtype0*
shape:
\
PadV2_031/opPadV2PadV2_031/in0PadV2_031/in1PadV2_031/in2*
	Tpaddings0	*
T0
1
PadV2_031/out0IdentityPadV2_031/op*
T0
8
PadV2_032/in0Placeholder*
dtype0*
shape:
8
PadV2_032/in1Placeholder*
dtype0	*
shape:
8
PadV2_032/in2Placeholder*
dtype0*
shape:
\
PadV2_032/opPadV2PadV2_032/in0PadV2_032/in1PadV2_032/in2*
	Tpaddings0	*
T0
1
PadV2_032/out0IdentityPadV2_032/op*
T0
8
PadV2_033/in0Placeholder*
dtype0*
shape:
8
PadV2_033/in1Placeholder*
dtype0	*
shape:
8
PadV2_033/in2Placeholder*
dtype0*
shape:
\
PadV2_033/opPadV2PadV2_033/in0PadV2_033/in1PadV2_033/in2*
	Tpaddings0	*
T0
1
PadV2_033/out0IdentityPadV2_033/op*
T0
8
PadV2_034/in0Placeholder*
dtype0*
shape:
8
PadV2_034/in1Placeholder*
dtype0	*
shape:
8
PadV2_034/in2Placeholder*
dtype0*
shape:
\
PadV2_034/opPadV2PadV2_034/in0PadV2_034/in1PadV2_034/in2*
	Tpaddings0	*
T0
1
PadV2_034/out0IdentityPadV2_034/op*
T0
8
PadV2_035/in0Placeholder*
dtype0*
shape:
8
PadV2_035/in1Placeholder*
dtype0	*
shape:
8
PadV2_035/in2Placeholder*
dtype0*
shape:
\
PadV2_035/opPadV2PadV2_035/in0PadV2_035/in1PadV2_035/in2*
	Tpaddings0	*
T0
1
PadV2_035/out0IdentityPadV2_035/op*
T0
<
MirrorPad_019/in0Placeholder*
dtype0*
shape:
<
MirrorPad_019/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_019/op	MirrorPadMirrorPad_019/in0MirrorPad_019/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_019/out0IdentityMirrorPad_019/op*
T0
<
MirrorPad_020/in0Placeholder*
dtype0*
shape:
<
MirrorPad_020/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_020/op	MirrorPadMirrorPad_020/in0MirrorPad_020/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_020/out0IdentityMirrorPad_020/op*
T0
<
MirrorPad_021/in0Placeholder*
dtype0*
shape:
<
MirrorPad_021/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_021/op	MirrorPadMirrorPad_021/in0MirrorPad_021/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_021/out0IdentityMirrorPad_021/op*
T0
<
MirrorPad_022/in0Placeholder*
dtype0*
shape:
<
MirrorPad_022/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_022/op	MirrorPadMirrorPad_022/in0MirrorPad_022/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_022/out0IdentityMirrorPad_022/op*
T0
<
MirrorPad_023/in0Placeholder*
dtype0*
shape:
<
MirrorPad_023/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_023/op	MirrorPadMirrorPad_023/in0MirrorPad_023/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_023/out0IdentityMirrorPad_023/op*
T0
<
MirrorPad_024/in0Placeholder*
dtype0*
shape:
<
MirrorPad_024/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_024/op	MirrorPadMirrorPad_024/in0MirrorPad_024/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_024/out0IdentityMirrorPad_024/op*
T0
<
MirrorPad_025/in0Placeholder*
dtype0*
shape:
<
MirrorPad_025/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_025/op	MirrorPadMirrorPad_025/in0MirrorPad_025/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_025/out0IdentityMirrorPad_025/op*
T0
<
MirrorPad_026/in0Placeholder*
dtype0*
shape:
<
MirrorPad_026/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_026/op	MirrorPadMirrorPad_026/in0MirrorPad_026/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_026/out0IdentityMirrorPad_026/op*
T0
<
MirrorPad_027/in0Placeholder*
dtype0*
shape:
<
MirrorPad_027/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_027/op	MirrorPadMirrorPad_027/in0MirrorPad_027/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_027/out0IdentityMirrorPad_027/op*
T0
<
MirrorPad_028/in0Placeholder*
dtype0*
shape:
<
MirrorPad_028/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_028/op	MirrorPadMirrorPad_028/in0MirrorPad_028/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_028/out0IdentityMirrorPad_028/op*
T0
<
MirrorPad_029/in0Placeholder*
dtype0*
shape:
<
MirrorPad_029/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_029/op	MirrorPadMirrorPad_029/in0MirrorPad_029/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_029/out0IdentityMirrorPad_029/op*
T0
<
MirrorPad_030/in0Placeholder*
dtype0*
shape:
<
MirrorPad_030/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_030/op	MirrorPadMirrorPad_030/in0MirrorPad_030/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_030/out0IdentityMirrorPad_030/op*
T0
<
MirrorPad_031/in0Placeholder*
dtype0*
shape:
<
MirrorPad_031/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_031/op	MirrorPadMirrorPad_031/in0MirrorPad_031/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_031/out0IdentityMirrorPad_031/op*
T0
<
MirrorPad_032/in0Placeholder*
dtype0*
shape:
<
MirrorPad_032/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_032/op	MirrorPadMirrorPad_032/in0MirrorPad_032/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_032/out0IdentityMirrorPad_032/op*
T0
<
MirrorPad_033/in0Placeholder*
dtype0*
shape:
<
MirrorPad_033/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_033/op	MirrorPadMirrorPad_033/in0MirrorPad_033/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_033/out0IdentityMirrorPad_033/op*
T0
<
MirrorPad_034/in0Placeholder*
dtype0*
shape:
<
MirrorPad_034/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_034/op	MirrorPadMirrorPad_034/in0MirrorPad_034/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_034/out0IdentityMirrorPad_034/op*
T0
<
MirrorPad_035/in0Placeholder*
dtype0*
shape:
<
MirrorPad_035/in1Placeholder*
dtype0	*
shape:
r
MirrorPad_035/op	MirrorPadMirrorPad_035/in0MirrorPad_035/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
9
MirrorPad_035/out0IdentityMirrorPad_035/op*
T0
<
MirrorPad_036/in0Placeholder*
dtype0*
shape:
<
MirrorPad_036/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_036/op	MirrorPadMirrorPad_036/in0MirrorPad_036/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_036/out0IdentityMirrorPad_036/op*
T0
<
MirrorPad_037/in0Placeholder*
dtype0*
shape:
<
MirrorPad_037/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_037/op	MirrorPadMirrorPad_037/in0MirrorPad_037/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_037/out0IdentityMirrorPad_037/op*
T0
<
MirrorPad_038/in0Placeholder*
dtype0*
shape:
<
MirrorPad_038/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_038/op	MirrorPadMirrorPad_038/in0MirrorPad_038/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_038/out0IdentityMirrorPad_038/op*
T0
<
MirrorPad_039/in0Placeholder*
dtype0*
shape:
<
MirrorPad_039/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_039/op	MirrorPadMirrorPad_039/in0MirrorPad_039/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_039/out0IdentityMirrorPad_039/op*
T0
<
MirrorPad_040/in0Placeholder*
dtype0*
shape:
<
MirrorPad_040/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_040/op	MirrorPadMirrorPad_040/in0MirrorPad_040/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_040/out0IdentityMirrorPad_040/op*
T0
<
MirrorPad_041/in0Placeholder*
dtype0*
shape:
<
MirrorPad_041/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_041/op	MirrorPadMirrorPad_041/in0MirrorPad_041/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_041/out0IdentityMirrorPad_041/op*
T0
<
MirrorPad_042/in0Placeholder*
dtype0*
shape:
<
MirrorPad_042/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_042/op	MirrorPadMirrorPad_042/in0MirrorPad_042/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_042/out0IdentityMirrorPad_042/op*
T0
<
MirrorPad_043/in0Placeholder*
dtype0*
shape:
<
MirrorPad_043/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_043/op	MirrorPadMirrorPad_043/in0MirrorPad_043/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_043/out0IdentityMirrorPad_043/op*
T0
<
MirrorPad_044/in0Placeholder*
dtype0*
shape:
<
MirrorPad_044/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_044/op	MirrorPadMirrorPad_044/in0MirrorPad_044/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_044/out0IdentityMirrorPad_044/op*
T0
<
MirrorPad_045/in0Placeholder*
dtype0*
shape:
<
MirrorPad_045/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_045/op	MirrorPadMirrorPad_045/in0MirrorPad_045/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_045/out0IdentityMirrorPad_045/op*
T0
<
MirrorPad_046/in0Placeholder*
dtype0*
shape:
<
MirrorPad_046/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_046/op	MirrorPadMirrorPad_046/in0MirrorPad_046/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_046/out0IdentityMirrorPad_046/op*
T0
<
MirrorPad_047/in0Placeholder*
dtype0*
shape:
<
MirrorPad_047/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_047/op	MirrorPadMirrorPad_047/in0MirrorPad_047/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_047/out0IdentityMirrorPad_047/op*
T0
<
MirrorPad_048/in0Placeholder*
dtype0*
shape:
<
MirrorPad_048/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_048/op	MirrorPadMirrorPad_048/in0MirrorPad_048/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_048/out0IdentityMirrorPad_048/op*
T0
<
MirrorPad_049/in0Placeholder*
dtype0*
shape:
<
MirrorPad_049/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_049/op	MirrorPadMirrorPad_049/in0MirrorPad_049/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_049/out0IdentityMirrorPad_049/op*
T0
<
MirrorPad_050/in0Placeholder*
dtype0*
shape:
<
MirrorPad_050/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_050/op	MirrorPadMirrorPad_050/in0MirrorPad_050/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_050/out0IdentityMirrorPad_050/op*
T0
<
MirrorPad_051/in0Placeholder*
dtype0*
shape:
<
MirrorPad_051/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_051/op	MirrorPadMirrorPad_051/in0MirrorPad_051/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_051/out0IdentityMirrorPad_051/op*
T0
<
MirrorPad_052/in0Placeholder*
dtype0*
shape:
<
MirrorPad_052/in1Placeholder*
dtype0	*
shape:
p
MirrorPad_052/op	MirrorPadMirrorPad_052/in0MirrorPad_052/in1*
	Tpaddings0	*
T0*
mode	REFLECT
9
MirrorPad_052/out0IdentityMirrorPad_052/op*
T0
@
MirrorPadGrad_000/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_000/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_000/opMirrorPadGradMirrorPadGrad_000/in0MirrorPadGrad_000/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_000/out0IdentityMirrorPadGrad_000/op*
T0
@
MirrorPadGrad_001/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_001/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_001/opMirrorPadGradMirrorPadGrad_001/in0MirrorPadGrad_001/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_001/out0IdentityMirrorPadGrad_001/op*
T0
@
MirrorPadGrad_002/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_002/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_002/opMirrorPadGradMirrorPadGrad_002/in0MirrorPadGrad_002/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_002/out0IdentityMirrorPadGrad_002/op*
T0
@
MirrorPadGrad_003/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_003/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_003/opMirrorPadGradMirrorPadGrad_003/in0MirrorPadGrad_003/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_003/out0IdentityMirrorPadGrad_003/op*
T0
@
MirrorPadGrad_004/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_004/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_004/opMirrorPadGradMirrorPadGrad_004/in0MirrorPadGrad_004/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_004/out0IdentityMirrorPadGrad_004/op*
T0
@
MirrorPadGrad_005/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_005/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_005/opMirrorPadGradMirrorPadGrad_005/in0MirrorPadGrad_005/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_005/out0IdentityMirrorPadGrad_005/op*
T0
@
MirrorPadGrad_006/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_006/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_006/opMirrorPadGradMirrorPadGrad_006/in0MirrorPadGrad_006/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_006/out0IdentityMirrorPadGrad_006/op*
T0
@
MirrorPadGrad_007/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_007/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_007/opMirrorPadGradMirrorPadGrad_007/in0MirrorPadGrad_007/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_007/out0IdentityMirrorPadGrad_007/op*
T0
@
MirrorPadGrad_008/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_008/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_008/opMirrorPadGradMirrorPadGrad_008/in0MirrorPadGrad_008/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_008/out0IdentityMirrorPadGrad_008/op*
T0
@
MirrorPadGrad_009/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_009/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_009/opMirrorPadGradMirrorPadGrad_009/in0MirrorPadGrad_009/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_009/out0IdentityMirrorPadGrad_009/op*
T0
@
MirrorPadGrad_010/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_010/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_010/opMirrorPadGradMirrorPadGrad_010/in0MirrorPadGrad_010/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_010/out0IdentityMirrorPadGrad_010/op*
T0
@
MirrorPadGrad_011/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_011/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_011/opMirrorPadGradMirrorPadGrad_011/in0MirrorPadGrad_011/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_011/out0IdentityMirrorPadGrad_011/op*
T0
@
MirrorPadGrad_012/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_012/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_012/opMirrorPadGradMirrorPadGrad_012/in0MirrorPadGrad_012/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_012/out0IdentityMirrorPadGrad_012/op*
T0
@
MirrorPadGrad_013/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_013/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_013/opMirrorPadGradMirrorPadGrad_013/in0MirrorPadGrad_013/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_013/out0IdentityMirrorPadGrad_013/op*
T0
@
MirrorPadGrad_014/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_014/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_014/opMirrorPadGradMirrorPadGrad_014/in0MirrorPadGrad_014/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_014/out0IdentityMirrorPadGrad_014/op*
T0
@
MirrorPadGrad_015/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_015/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_015/opMirrorPadGradMirrorPadGrad_015/in0MirrorPadGrad_015/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_015/out0IdentityMirrorPadGrad_015/op*
T0
@
MirrorPadGrad_016/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_016/in1Placeholder*
dtype0	*
shape:
€
MirrorPadGrad_016/opMirrorPadGradMirrorPadGrad_016/in0MirrorPadGrad_016/in1*
	Tpaddings0	*
T0*
mode	REFLECT
A
MirrorPadGrad_016/out0IdentityMirrorPadGrad_016/op*
T0
@
MirrorPadGrad_017/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_017/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_017/opMirrorPadGradMirrorPadGrad_017/in0MirrorPadGrad_017/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_017/out0IdentityMirrorPadGrad_017/op*
T0
@
MirrorPadGrad_018/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_018/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_018/opMirrorPadGradMirrorPadGrad_018/in0MirrorPadGrad_018/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_018/out0IdentityMirrorPadGrad_018/op*
T0
@
MirrorPadGrad_019/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_019/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_019/opMirrorPadGradMirrorPadGrad_019/in0MirrorPadGrad_019/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_019/out0IdentityMirrorPadGrad_019/op*
T0
@
MirrorPadGrad_020/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_020/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_020/opMirrorPadGradMirrorPadGrad_020/in0MirrorPadGrad_020/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_020/out0IdentityMirrorPadGrad_020/op*
T0
@
MirrorPadGrad_021/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_021/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_021/opMirrorPadGradMirrorPadGrad_021/in0MirrorPadGrad_021/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_021/out0IdentityMirrorPadGrad_021/op*
T0
@
MirrorPadGrad_022/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_022/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_022/opMirrorPadGradMirrorPadGrad_022/in0MirrorPadGrad_022/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_022/out0IdentityMirrorPadGrad_022/op*
T0
@
MirrorPadGrad_023/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_023/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_023/opMirrorPadGradMirrorPadGrad_023/in0MirrorPadGrad_023/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_023/out0IdentityMirrorPadGrad_023/op*
T0
@
MirrorPadGrad_024/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_024/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_024/opMirrorPadGradMirrorPadGrad_024/in0MirrorPadGrad_024/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_024/out0IdentityMirrorPadGrad_024/op*
T0
@
MirrorPadGrad_025/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_025/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_025/opMirrorPadGradMirrorPadGrad_025/in0MirrorPadGrad_025/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_025/out0IdentityMirrorPadGrad_025/op*
T0
@
MirrorPadGrad_026/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_026/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_026/opMirrorPadGradMirrorPadGrad_026/in0MirrorPadGrad_026/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_026/out0IdentityMirrorPadGrad_026/op*
T0
@
MirrorPadGrad_027/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_027/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_027/opMirrorPadGradMirrorPadGrad_027/in0MirrorPadGrad_027/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_027/out0IdentityMirrorPadGrad_027/op*
T0
@
MirrorPadGrad_028/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_028/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_028/opMirrorPadGradMirrorPadGrad_028/in0MirrorPadGrad_028/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_028/out0IdentityMirrorPadGrad_028/op*
T0
@
MirrorPadGrad_029/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_029/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_029/opMirrorPadGradMirrorPadGrad_029/in0MirrorPadGrad_029/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_029/out0IdentityMirrorPadGrad_029/op*
T0
@
MirrorPadGrad_030/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_030/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_030/opMirrorPadGradMirrorPadGrad_030/in0MirrorPadGrad_030/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_030/out0IdentityMirrorPadGrad_030/op*
T0
@
MirrorPadGrad_031/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_031/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_031/opMirrorPadGradMirrorPadGrad_031/in0MirrorPadGrad_031/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_031/out0IdentityMirrorPadGrad_031/op*
T0
@
MirrorPadGrad_032/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_032/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_032/opMirrorPadGradMirrorPadGrad_032/in0MirrorPadGrad_032/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_032/out0IdentityMirrorPadGrad_032/op*
T0
@
MirrorPadGrad_033/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_033/in1Placeholder*
dtype0	*
shape:
‚
MirrorPadGrad_033/opMirrorPadGradMirrorPadGrad_033/in0MirrorPadGrad_033/in1*
	Tpaddings0	*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_033/out0IdentityMirrorPadGrad_033/op*
T0
8
PadV2_036/in0Placeholder*
dtype0*
shape:
8
PadV2_036/in1Placeholder*
dtype0*
shape:
8
PadV2_036/in2Placeholder*
dtype0*
shape:
\
PadV2_036/opPadV2PadV2_036/in0PadV2_036/in1PadV2_036/in2*
	Tpaddings0*
T0
1
PadV2_036/out0IdentityPadV2_036/op*
T0
8
PadV2_037/in0Placeholder*
dtype0*
shape:
8
PadV2_037/in1Placeholder*
dtype0*
shape:
8
PadV2_037/in2Placeholder*
dtype0*
shape:
\
PadV2_037/opPadV2PadV2_037/in0PadV2_037/in1PadV2_037/in2*
	Tpaddings0*
T0
1
PadV2_037/out0IdentityPadV2_037/op*
T0
@
MirrorPadGrad_034/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_034/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_034/opMirrorPadGradMirrorPadGrad_034/in0MirrorPadGrad_034/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_034/out0IdentityMirrorPadGrad_034/op*
T0
@
MirrorPadGrad_035/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_035/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_035/opMirrorPadGradMirrorPadGrad_035/in0MirrorPadGrad_035/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_035/out0IdentityMirrorPadGrad_035/op*
T0
@
MirrorPadGrad_036/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_036/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_036/opMirrorPadGradMirrorPadGrad_036/in0MirrorPadGrad_036/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_036/out0IdentityMirrorPadGrad_036/op*
T0
@
MirrorPadGrad_037/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_037/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_037/opMirrorPadGradMirrorPadGrad_037/in0MirrorPadGrad_037/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_037/out0IdentityMirrorPadGrad_037/op*
T0
@
MirrorPadGrad_038/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_038/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_038/opMirrorPadGradMirrorPadGrad_038/in0MirrorPadGrad_038/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_038/out0IdentityMirrorPadGrad_038/op*
T0
@
MirrorPadGrad_039/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_039/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_039/opMirrorPadGradMirrorPadGrad_039/in0MirrorPadGrad_039/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_039/out0IdentityMirrorPadGrad_039/op*
T0
@
MirrorPadGrad_040/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_040/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_040/opMirrorPadGradMirrorPadGrad_040/in0MirrorPadGrad_040/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_040/out0IdentityMirrorPadGrad_040/op*
T0
@
MirrorPadGrad_041/in0Placeholder*
dtype0	*
shape:
@
MirrorPadGrad_041/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_041/opMirrorPadGradMirrorPadGrad_041/in0MirrorPadGrad_041/in1*
	Tpaddings0*
T0	*
mode	SYMMETRIC
A
MirrorPadGrad_041/out0IdentityMirrorPadGrad_041/op*
T0	
@
MirrorPadGrad_042/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_042/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_042/opMirrorPadGradMirrorPadGrad_042/in0MirrorPadGrad_042/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_042/out0IdentityMirrorPadGrad_042/op*
T0
@
MirrorPadGrad_043/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_043/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_043/opMirrorPadGradMirrorPadGrad_043/in0MirrorPadGrad_043/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_043/out0IdentityMirrorPadGrad_043/op*
T0
@
MirrorPadGrad_044/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_044/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_044/opMirrorPadGradMirrorPadGrad_044/in0MirrorPadGrad_044/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_044/out0IdentityMirrorPadGrad_044/op*
T0
@
MirrorPadGrad_045/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_045/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_045/opMirrorPadGradMirrorPadGrad_045/in0MirrorPadGrad_045/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_045/out0IdentityMirrorPadGrad_045/op*
T0
@
MirrorPadGrad_046/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_046/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_046/opMirrorPadGradMirrorPadGrad_046/in0MirrorPadGrad_046/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_046/out0IdentityMirrorPadGrad_046/op*
T0
@
MirrorPadGrad_047/in0Placeholder*
dtype0*
shape:
@
MirrorPadGrad_047/in1Placeholder*
dtype0*
shape:
‚
MirrorPadGrad_047/opMirrorPadGradMirrorPadGrad_047/in0MirrorPadGrad_047/in1*
	Tpaddings0*
T0*
mode	SYMMETRIC
A
MirrorPadGrad_047/out0IdentityMirrorPadGrad_047/op*
T0
7
Tile_000/in0Placeholder*
dtype0*
shape:
7
Tile_000/in1Placeholder*
dtype0*
shape:
J
Tile_000/opTileTile_000/in0Tile_000/in1*

Tmultiples0*
T0
/
Tile_000/out0IdentityTile_000/op*
T0
7
Tile_001/in0Placeholder*
dtype0*
shape:
7
Tile_001/in1Placeholder*
dtype0*
shape:
J
Tile_001/opTileTile_001/in0Tile_001/in1*

Tmultiples0*
T0
/
Tile_001/out0IdentityTile_001/op*
T0
7
Tile_002/in0Placeholder*
dtype0*
shape:
7
Tile_002/in1Placeholder*
dtype0*
shape:
J
Tile_002/opTileTile_002/in0Tile_002/in1*

Tmultiples0*
T0
/
Tile_002/out0IdentityTile_002/op*
T0
7
Tile_003/in0Placeholder*
dtype0*
shape:
7
Tile_003/in1Placeholder*
dtype0*
shape:
J
Tile_003/opTileTile_003/in0Tile_003/in1*

Tmultiples0*
T0
/
Tile_003/out0IdentityTile_003/op*
T0
7
Tile_004/in0Placeholder*
dtype0*
shape:
7
Tile_004/in1Placeholder*
dtype0*
shape:
J
Tile_004/opTileTile_004/in0Tile_004/in1*

Tmultiples0*
T0
/
Tile_004/out0IdentityTile_004/op*
T0
7
Tile_005/in0Placeholder*
dtype0*
shape:
7
Tile_005/in1Placeholder*
dtype0*
shape:
J
Tile_005/opTileTile_005/in0Tile_005/in1*

Tmultiples0*
T0
/
Tile_005/out0IdentityTile_005/op*
T0
7
Tile_006/in0Placeholder*
dtype0*
shape:
7
Tile_006/in1Placeholder*
dtype0*
shape:
J
Tile_006/opTileTile_006/in0Tile_006/in1*

Tmultiples0*
T0
/
Tile_006/out0IdentityTile_006/op*
T0
7
Tile_007/in0Placeholder*
dtype0	*
shape:
7
Tile_007/in1Placeholder*
dtype0*
shape:
J
Tile_007/opTileTile_007/in0Tile_007/in1*

Tmultiples0*
T0	
/
Tile_007/out0IdentityTile_007/op*
T0	
7
Tile_008/in0Placeholder*
dtype0*
shape:
7
Tile_008/in1Placeholder*
dtype0*
shape:
J
Tile_008/opTileTile_008/in0Tile_008/in1*

Tmultiples0*
T0
/
Tile_008/out0IdentityTile_008/op*
T0
7
Tile_009/in0Placeholder*
dtype0*
shape:
7
Tile_009/in1Placeholder*
dtype0*
shape:
J
Tile_009/opTileTile_009/in0Tile_009/in1*

Tmultiples0*
T0
/
Tile_009/out0IdentityTile_009/op*
T0
7
Tile_010/in0Placeholder*
dtype0*
shape:
7
Tile_010/in1Placeholder*
dtype0*
shape:
J
Tile_010/opTileTile_010/in0Tile_010/in1*

Tmultiples0*
T0
/
Tile_010/out0IdentityTile_010/op*
T0
7
Tile_011/in0Placeholder*
dtype0*
shape:
7
Tile_011/in1Placeholder*
dtype0*
shape:
J
Tile_011/opTileTile_011/in0Tile_011/in1*

Tmultiples0*
T0
/
Tile_011/out0IdentityTile_011/op*
T0
7
Tile_012/in0Placeholder*
dtype0*
shape:
7
Tile_012/in1Placeholder*
dtype0*
shape:
J
Tile_012/opTileTile_012/in0Tile_012/in1*

Tmultiples0*
T0
/
Tile_012/out0IdentityTile_012/op*
T0
7
Tile_013/in0Placeholder*
dtype0*
shape:
7
Tile_013/in1Placeholder*
dtype0*
shape:
J
Tile_013/opTileTile_013/in0Tile_013/in1*

Tmultiples0*
T0
/
Tile_013/out0IdentityTile_013/op*
T0
7
Tile_014/in0Placeholder*
dtype0
*
shape:
7
Tile_014/in1Placeholder*
dtype0*
shape:
J
Tile_014/opTileTile_014/in0Tile_014/in1*

Tmultiples0*
T0

/
Tile_014/out0IdentityTile_014/op*
T0

7
Tile_015/in0Placeholder*
dtype0*
shape:
7
Tile_015/in1Placeholder*
dtype0*
shape:
J
Tile_015/opTileTile_015/in0Tile_015/in1*

Tmultiples0*
T0
/
Tile_015/out0IdentityTile_015/op*
T0
7
Tile_016/in0Placeholder*
dtype0*
shape:
7
Tile_016/in1Placeholder*
dtype0	*
shape:
J
Tile_016/opTileTile_016/in0Tile_016/in1*

Tmultiples0	*
T0
/
Tile_016/out0IdentityTile_016/op*
T0
7
Tile_017/in0Placeholder*
dtype0*
shape:
7
Tile_017/in1Placeholder*
dtype0	*
shape:
J
Tile_017/opTileTile_017/in0Tile_017/in1*

Tmultiples0	*
T0
/
Tile_017/out0IdentityTile_017/op*
T0
7
Tile_018/in0Placeholder*
dtype0*
shape:
7
Tile_018/in1Placeholder*
dtype0	*
shape:
J
Tile_018/opTileTile_018/in0Tile_018/in1*

Tmultiples0	*
T0
/
Tile_018/out0IdentityTile_018/op*
T0
7
Tile_019/in0Placeholder*
dtype0*
shape:
7
Tile_019/in1Placeholder*
dtype0	*
shape:
J
Tile_019/opTileTile_019/in0Tile_019/in1*

Tmultiples0	*
T0
/
Tile_019/out0IdentityTile_019/op*
T0
7
Tile_020/in0Placeholder*
dtype0*
shape:
7
Tile_020/in1Placeholder*
dtype0	*
shape:
J
Tile_020/opTileTile_020/in0Tile_020/in1*

Tmultiples0	*
T0
/
Tile_020/out0IdentityTile_020/op*
T0
7
Tile_021/in0Placeholder*
dtype0*
shape:
7
Tile_021/in1Placeholder*
dtype0	*
shape:
J
Tile_021/opTileTile_021/in0Tile_021/in1*

Tmultiples0	*
T0
/
Tile_021/out0IdentityTile_021/op*
T0
7
Tile_022/in0Placeholder*
dtype0*
shape:
7
Tile_022/in1Placeholder*
dtype0	*
shape:
J
Tile_022/opTileTile_022/in0Tile_022/in1*

Tmultiples0	*
T0
/
Tile_022/out0IdentityTile_022/op*
T0
7
Tile_023/in0Placeholder*
dtype0*
shape:
7
Tile_023/in1Placeholder*
dtype0	*
shape:
J
Tile_023/opTileTile_023/in0Tile_023/in1*

Tmultiples0	*
T0
/
Tile_023/out0IdentityTile_023/op*
T0
7
Tile_024/in0Placeholder*
dtype0*
shape:
7
Tile_024/in1Placeholder*
dtype0	*
shape:
J
Tile_024/opTileTile_024/in0Tile_024/in1*

Tmultiples0	*
T0
/
Tile_024/out0IdentityTile_024/op*
T0
7
Tile_025/in0Placeholder*
dtype0*
shape:
7
Tile_025/in1Placeholder*
dtype0	*
shape:
J
Tile_025/opTileTile_025/in0Tile_025/in1*

Tmultiples0	*
T0
/
Tile_025/out0IdentityTile_025/op*
T0
7
Tile_026/in0Placeholder*
dtype0*
shape:
7
Tile_026/in1Placeholder*
dtype0	*
shape:
J
Tile_026/opTileTile_026/in0Tile_026/in1*

Tmultiples0	*
T0
/
Tile_026/out0IdentityTile_026/op*
T0
7
Tile_027/in0Placeholder*
dtype0*
shape:
7
Tile_027/in1Placeholder*
dtype0	*
shape:
J
Tile_027/opTileTile_027/in0Tile_027/in1*

Tmultiples0	*
T0
/
Tile_027/out0IdentityTile_027/op*
T0
7
Tile_028/in0Placeholder*
dtype0*
shape:
7
Tile_028/in1Placeholder*
dtype0	*
shape:
J
Tile_028/opTileTile_028/in0Tile_028/in1*

Tmultiples0	*
T0
/
Tile_028/out0IdentityTile_028/op*
T0
7
Tile_029/in0Placeholder*
dtype0*
shape:
7
Tile_029/in1Placeholder*
dtype0	*
shape:
J
Tile_029/opTileTile_029/in0Tile_029/in1*

Tmultiples0	*
T0
/
Tile_029/out0IdentityTile_029/op*
T0"í