
=
LogicalAnd_000/in0Placeholder*
dtype0
*
shape:
=
LogicalAnd_000/in1Placeholder*
dtype0
*
shape:
G
LogicalAnd_000/op
LogicalAndLogicalAnd_000/in0LogicalAnd_000/in1
;
LogicalAnd_000/out0IdentityLogicalAnd_000/op*
T0

=
LogicalAnd_001/in0Placeholder*
dtype0
*
shape:
=
LogicalAnd_001/in1Placeholder*
dtype0
*
shape:
G
LogicalAnd_001/op
LogicalAndLogicalAnd_001/in0LogicalAnd_001/in1
;
LogicalAnd_001/out0IdentityLogicalAnd_001/op*
T0

=
LogicalAnd_002/in0Placeholder*
dtype0
*
shape:
=
LogicalAnd_002/in1Placeholder*
dtype0
*
shape:
G
LogicalAnd_002/op
LogicalAndLogicalAnd_002/in0LogicalAnd_002/in1
;
LogicalAnd_002/out0IdentityLogicalAnd_002/op*
T0

=
LogicalAnd_003/in0Placeholder*
dtype0
*
shape:
=
LogicalAnd_003/in1Placeholder*
dtype0
*
shape:
G
LogicalAnd_003/op
LogicalAndLogicalAnd_003/in0LogicalAnd_003/in1
;
LogicalAnd_003/out0IdentityLogicalAnd_003/op*
T0

=
LogicalAnd_004/in0Placeholder*
dtype0
*
shape:
=
LogicalAnd_004/in1Placeholder*
dtype0
*
shape:
G
LogicalAnd_004/op
LogicalAndLogicalAnd_004/in0LogicalAnd_004/in1
;
LogicalAnd_004/out0IdentityLogicalAnd_004/op*
T0

=
LogicalAnd_005/in0Placeholder*
dtype0
*
shape:
=
LogicalAnd_005/in1Placeholder*
dtype0
*
shape:
G
LogicalAnd_005/op
LogicalAndLogicalAnd_005/in0LogicalAnd_005/in1
;
LogicalAnd_005/out0IdentityLogicalAnd_005/op*
T0

<
LogicalOr_000/in0Placeholder*
dtype0
*
shape:
<
LogicalOr_000/in1Placeholder*
dtype0
*
shape:
C
LogicalOr_000/op	LogicalOrLogicalOr_000/in0LogicalOr_000/in1
9
LogicalOr_000/out0IdentityLogicalOr_000/op*
T0

<
LogicalOr_001/in0Placeholder*
dtype0
*
shape:
<
LogicalOr_001/in1Placeholder*
dtype0
*
shape:
C
LogicalOr_001/op	LogicalOrLogicalOr_001/in0LogicalOr_001/in1
9
LogicalOr_001/out0IdentityLogicalOr_001/op*
T0

<
LogicalOr_002/in0Placeholder*
dtype0
*
shape:
<
LogicalOr_002/in1Placeholder*
dtype0
*
shape:
C
LogicalOr_002/op	LogicalOrLogicalOr_002/in0LogicalOr_002/in1
9
LogicalOr_002/out0IdentityLogicalOr_002/op*
T0

<
LogicalOr_003/in0Placeholder*
dtype0
*
shape:
<
LogicalOr_003/in1Placeholder*
dtype0
*
shape:
C
LogicalOr_003/op	LogicalOrLogicalOr_003/in0LogicalOr_003/in1
9
LogicalOr_003/out0IdentityLogicalOr_003/op*
T0

<
LogicalOr_004/in0Placeholder*
dtype0
*
shape:
<
LogicalOr_004/in1Placeholder*
dtype0
*
shape:
C
LogicalOr_004/op	LogicalOrLogicalOr_004/in0LogicalOr_004/in1
9
LogicalOr_004/out0IdentityLogicalOr_004/op*
T0

<
LogicalOr_005/in0Placeholder*
dtype0
*
shape:
<
LogicalOr_005/in1Placeholder*
dtype0
*
shape:
C
LogicalOr_005/op	LogicalOrLogicalOr_005/in0LogicalOr_005/in1
9
LogicalOr_005/out0IdentityLogicalOr_005/op*
T0

=
LogicalNot_000/in0Placeholder*
dtype0
*
shape:
3
LogicalNot_000/op
LogicalNotLogicalNot_000/in0
;
LogicalNot_000/out0IdentityLogicalNot_000/op*
T0

=
LogicalNot_001/in0Placeholder*
dtype0
*
shape:
3
LogicalNot_001/op
LogicalNotLogicalNot_001/in0
;
LogicalNot_001/out0IdentityLogicalNot_001/op*
T0

=
LogicalNot_002/in0Placeholder*
dtype0
*
shape:
3
LogicalNot_002/op
LogicalNotLogicalNot_002/in0
;
LogicalNot_002/out0IdentityLogicalNot_002/op*
T0

9
Select_000/in0Placeholder*
dtype0
*
shape:
9
Select_000/in1Placeholder*
dtype0*
shape:
9
Select_000/in2Placeholder*
dtype0*
shape:
P
Select_000/opSelectSelect_000/in0Select_000/in1Select_000/in2*
T0
3
Select_000/out0IdentitySelect_000/op*
T0
;
SelectV2_000/in0Placeholder*
dtype0
*
shape:
;
SelectV2_000/in1Placeholder*
dtype0*
shape:
;
SelectV2_000/in2Placeholder*
dtype0*
shape:
Z
SelectV2_000/opSelectV2SelectV2_000/in0SelectV2_000/in1SelectV2_000/in2*
T0
7
SelectV2_000/out0IdentitySelectV2_000/op*
T0
9
Select_001/in0Placeholder*
dtype0
*
shape:
9
Select_001/in1Placeholder*
dtype0*
shape:
9
Select_001/in2Placeholder*
dtype0*
shape:
P
Select_001/opSelectSelect_001/in0Select_001/in1Select_001/in2*
T0
3
Select_001/out0IdentitySelect_001/op*
T0
;
SelectV2_001/in0Placeholder*
dtype0
*
shape:
;
SelectV2_001/in1Placeholder*
dtype0*
shape:
;
SelectV2_001/in2Placeholder*
dtype0*
shape:
Z
SelectV2_001/opSelectV2SelectV2_001/in0SelectV2_001/in1SelectV2_001/in2*
T0
7
SelectV2_001/out0IdentitySelectV2_001/op*
T0
9
Select_002/in0Placeholder*
dtype0
*
shape:
9
Select_002/in1Placeholder*
dtype0*
shape:
9
Select_002/in2Placeholder*
dtype0*
shape:
P
Select_002/opSelectSelect_002/in0Select_002/in1Select_002/in2*
T0
3
Select_002/out0IdentitySelect_002/op*
T0
;
SelectV2_002/in0Placeholder*
dtype0
*
shape:
;
SelectV2_002/in1Placeholder*
dtype0*
shape:
;
SelectV2_002/in2Placeholder*
dtype0*
shape:
Z
SelectV2_002/opSelectV2SelectV2_002/in0SelectV2_002/in1SelectV2_002/in2*
T0
7
SelectV2_002/out0IdentitySelectV2_002/op*
T0
9
Select_003/in0Placeholder*
dtype0
*
shape:
9
Select_003/in1Placeholder*
dtype0*
shape:
9
Select_003/in2Placeholder*
dtype0*
shape:
P
Select_003/opSelectSelect_003/in0Select_003/in1Select_003/in2*
T0
3
Select_003/out0IdentitySelect_003/op*
T0
;
SelectV2_003/in0Placeholder*
dtype0
*
shape:
;
SelectV2_003/in1Placeholder*
dtype0*
shape:
;
SelectV2_003/in2Placeholder*
dtype0*
shape:
Z
SelectV2_003/opSelectV2SelectV2_003/in0SelectV2_003/in1SelectV2_003/in2*
T0
7
SelectV2_003/out0IdentitySelectV2_003/op*
T0
9
Select_004/in0Placeholder*
dtype0
*
shape:
9
Select_004/in1Placeholder*
dtype0*
shape:
9
Select_004/in2Placeholder*
dtype0*
shape:
P
Select_004/opSelectSelect_004/in0Select_004/in1Select_004/in2*
T0
3
Select_004/out0IdentitySelect_004/op*
T0
;
SelectV2_004/in0Placeholder*
dtype0
*
shape:
;
SelectV2_004/in1Placeholder*
dtype0*
shape:
;
SelectV2_004/in2Placeholder*
dtype0*
shape:
Z
SelectV2_004/opSelectV2SelectV2_004/in0SelectV2_004/in1SelectV2_004/in2*
T0
7
SelectV2_004/out0IdentitySelectV2_004/op*
T0
9
Select_005/in0Placeholder*
dtype0
*
shape:
9
Select_005/in1Placeholder*
dtype0*
shape:
9
Select_005/in2Placeholder*
dtype0*
shape:
P
Select_005/opSelectSelect_005/in0Select_005/in1Select_005/in2*
T0
3
Select_005/out0IdentitySelect_005/op*
T0
;
SelectV2_005/in0Placeholder*
dtype0
*
shape:
;
SelectV2_005/in1Placeholder*
dtype0*
shape:
;
SelectV2_005/in2Placeholder*
dtype0*
shape:
Z
SelectV2_005/opSelectV2SelectV2_005/in0SelectV2_005/in1SelectV2_005/in2*
T0
7
SelectV2_005/out0IdentitySelectV2_005/op*
T0
9
Select_006/in0Placeholder*
dtype0
*
shape:
9
Select_006/in1Placeholder*
dtype0*
shape:
9
Select_006/in2Placeholder*
dtype0*
shape:
P
Select_006/opSelectSelect_006/in0Select_006/in1Select_006/in2*
T0
3
Select_006/out0IdentitySelect_006/op*
T0
;
SelectV2_006/in0Placeholder*
dtype0
*
shape:
;
SelectV2_006/in1Placeholder*
dtype0*
shape:
;
SelectV2_006/in2Placeholder*
dtype0*
shape:
Z
SelectV2_006/opSelectV2SelectV2_006/in0SelectV2_006/in1SelectV2_006/in2*
T0
7
SelectV2_006/out0IdentitySelectV2_006/op*
T0
9
Select_007/in0Placeholder*
dtype0
*
shape:
9
Select_007/in1Placeholder*
dtype0	*
shape:
9
Select_007/in2Placeholder*
dtype0	*
shape:
P
Select_007/opSelectSelect_007/in0Select_007/in1Select_007/in2*
T0	
3
Select_007/out0IdentitySelect_007/op*
T0	
;
SelectV2_007/in0Placeholder*
dtype0
*
shape:
;
SelectV2_007/in1Placeholder*
dtype0	*
shape:
;
SelectV2_007/in2Placeholder*
dtype0	*
shape:
Z
SelectV2_007/opSelectV2SelectV2_007/in0SelectV2_007/in1SelectV2_007/in2*
T0	
7
SelectV2_007/out0IdentitySelectV2_007/op*
T0	
9
Select_008/in0Placeholder*
dtype0
*
shape:
9
Select_008/in1Placeholder*
dtype0*
shape:
9
Select_008/in2Placeholder*
dtype0*
shape:
P
Select_008/opSelectSelect_008/in0Select_008/in1Select_008/in2*
T0
3
Select_008/out0IdentitySelect_008/op*
T0
;
SelectV2_008/in0Placeholder*
dtype0
*
shape:
;
SelectV2_008/in1Placeholder*
dtype0*
shape:
;
SelectV2_008/in2Placeholder*
dtype0*
shape:
Z
SelectV2_008/opSelectV2SelectV2_008/in0SelectV2_008/in1SelectV2_008/in2*
T0
7
SelectV2_008/out0IdentitySelectV2_008/op*
T0
9
Select_009/in0Placeholder*
dtype0
*
shape:
9
Select_009/in1Placeholder*
dtype0*
shape:
9
Select_009/in2Placeholder*
dtype0*
shape:
P
Select_009/opSelectSelect_009/in0Select_009/in1Select_009/in2*
T0
3
Select_009/out0IdentitySelect_009/op*
T0
;
SelectV2_009/in0Placeholder*
dtype0
*
shape:
;
SelectV2_009/in1Placeholder*
dtype0*
shape:
;
SelectV2_009/in2Placeholder*
dtype0*
shape:
Z
SelectV2_009/opSelectV2SelectV2_009/in0SelectV2_009/in1SelectV2_009/in2*
T0
7
SelectV2_009/out0IdentitySelectV2_009/op*
T0
9
Select_010/in0Placeholder*
dtype0
*
shape:
9
Select_010/in1Placeholder*
dtype0*
shape:
9
Select_010/in2Placeholder*
dtype0*
shape:
P
Select_010/opSelectSelect_010/in0Select_010/in1Select_010/in2*
T0
3
Select_010/out0IdentitySelect_010/op*
T0
;
SelectV2_010/in0Placeholder*
dtype0
*
shape:
;
SelectV2_010/in1Placeholder*
dtype0*
shape:
;
SelectV2_010/in2Placeholder*
dtype0*
shape:
Z
SelectV2_010/opSelectV2SelectV2_010/in0SelectV2_010/in1SelectV2_010/in2*
T0
7
SelectV2_010/out0IdentitySelectV2_010/op*
T0
9
Select_011/in0Placeholder*
dtype0
*
shape:
9
Select_011/in1Placeholder*
dtype0*
shape:
9
Select_011/in2Placeholder*
dtype0*
shape:
P
Select_011/opSelectSelect_011/in0Select_011/in1Select_011/in2*
T0
3
Select_011/out0IdentitySelect_011/op*
T0
;
SelectV2_011/in0Placeholder*
dtype0
*
shape:
;
SelectV2_011/in1Placeholder*
dtype0*
shape:
;
SelectV2_011/in2Placeholder*
dtype0*
shape:
Z
SelectV2_011/opSelectV2SelectV2_011/in0SelectV2_011/in1SelectV2_011/in2*
T0
7
SelectV2_011/out0IdentitySelectV2_011/op*
T0
9
Select_012/in0Placeholder*
dtype0
*
shape:
9
Select_012/in1Placeholder*
dtype0*
shape:
9
Select_012/in2Placeholder*
dtype0*
shape:
P
Select_012/opSelectSelect_012/in0Select_012/in1Select_012/in2*
T0
3
Select_012/out0IdentitySelect_012/op*
T0
;
SelectV2_012/in0Placeholder*
dtype0
*
shape:
;
SelectV2_012/in1Placeholder*
dtype0*
shape:
;
SelectV2_012/in2Placeholder*
dtype0*
shape:
Z
SelectV2_012/opSelectV2SelectV2_012/in0SelectV2_012/in1SelectV2_012/in2*
T0
7
SelectV2_012/out0IdentitySelectV2_012/op*
T0
9
Select_013/in0Placeholder*
dtype0
*
shape:
9
Select_013/in1Placeholder*
dtype0*
shape:
9
Select_013/in2Placeholder*
dtype0*
shape:
P
Select_013/opSelectSelect_013/in0Select_013/in1Select_013/in2*
T0
3
Select_013/out0IdentitySelect_013/op*
T0
;
SelectV2_013/in0Placeholder*
dtype0
*
shape:
;
SelectV2_013/in1Placeholder*
dtype0*
shape:
;
SelectV2_013/in2Placeholder*
dtype0*
shape:
Z
SelectV2_013/opSelectV2SelectV2_013/in0SelectV2_013/in1SelectV2_013/in2*
T0
7
SelectV2_013/out0IdentitySelectV2_013/op*
T0
9
Select_014/in0Placeholder*
dtype0
*
shape:
9
Select_014/in1Placeholder*
dtype0
*
shape:
9
Select_014/in2Placeholder*
dtype0
*
shape:
P
Select_014/opSelectSelect_014/in0Select_014/in1Select_014/in2*
T0

3
Select_014/out0IdentitySelect_014/op*
T0

;
SelectV2_014/in0Placeholder*
dtype0
*
shape:
;
SelectV2_014/in1Placeholder*
dtype0
*
shape:
;
SelectV2_014/in2Placeholder*
dtype0
*
shape:
Z
SelectV2_014/opSelectV2SelectV2_014/in0SelectV2_014/in1SelectV2_014/in2*
T0

7
SelectV2_014/out0IdentitySelectV2_014/op*
T0

9
Select_015/in0Placeholder*
dtype0
*
shape:
9
Select_015/in1Placeholder*
dtype0*
shape:
9
Select_015/in2Placeholder*
dtype0*
shape:
P
Select_015/opSelectSelect_015/in0Select_015/in1Select_015/in2*
T0
3
Select_015/out0IdentitySelect_015/op*
T0
;
SelectV2_015/in0Placeholder*
dtype0
*
shape:
;
SelectV2_015/in1Placeholder*
dtype0*
shape:
;
SelectV2_015/in2Placeholder*
dtype0*
shape:
Z
SelectV2_015/opSelectV2SelectV2_015/in0SelectV2_015/in1SelectV2_015/in2*
T0
7
SelectV2_015/out0IdentitySelectV2_015/op*
T0
9
Select_016/in0Placeholder*
dtype0
*
shape:
9
Select_016/in1Placeholder*
dtype0*
shape:
9
Select_016/in2Placeholder*
dtype0*
shape:
P
Select_016/opSelectSelect_016/in0Select_016/in1Select_016/in2*
T0
3
Select_016/out0IdentitySelect_016/op*
T0
9
Select_017/in0Placeholder*
dtype0
*
shape:
9
Select_017/in1Placeholder*
dtype0*
shape:
9
Select_017/in2Placeholder*
dtype0*
shape:
P
Select_017/opSelectSelect_017/in0Select_017/in1Select_017/in2*
T0
3
Select_017/out0IdentitySelect_017/op*
T0
9
Select_018/in0Placeholder*
dtype0
*
shape:
9
Select_018/in1Placeholder*
dtype0*
shape:
9
Select_018/in2Placeholder*
dtype0*
shape:
P
Select_018/opSelectSelect_018/in0Select_018/in1Select_018/in2*
T0
3
Select_018/out0IdentitySelect_018/op*
T0
9
Select_019/in0Placeholder*
dtype0
*
shape:
9
Select_019/in1Placeholder*
dtype0*
shape:
9
Select_019/in2Placeholder*
dtype0*
shape:
P
Select_019/opSelectSelect_019/in0Select_019/in1Select_019/in2*
T0
3
Select_019/out0IdentitySelect_019/op*
T0
9
Select_020/in0Placeholder*
dtype0
*
shape:
9
Select_020/in1Placeholder*
dtype0*
shape:
9
Select_020/in2Placeholder*
dtype0*
shape:
P
Select_020/opSelectSelect_020/in0Select_020/in1Select_020/in2*
T0
3
Select_020/out0IdentitySelect_020/op*
T0
9
Select_021/in0Placeholder*
dtype0
*
shape:
9
Select_021/in1Placeholder*
dtype0*
shape:
9
Select_021/in2Placeholder*
dtype0*
shape:
P
Select_021/opSelectSelect_021/in0Select_021/in1Select_021/in2*
T0
3
Select_021/out0IdentitySelect_021/op*
T0
9
Select_022/in0Placeholder*
dtype0
*
shape:
9
Select_022/in1Placeholder*
dtype0*
shape:
9
Select_022/in2Placeholder*
dtype0*
shape:
P
Select_022/opSelectSelect_022/in0Select_022/in1Select_022/in2*
T0
3
Select_022/out0IdentitySelect_022/op*
T0
9
Select_023/in0Placeholder*
dtype0
*
shape:
9
Select_023/in1Placeholder*
dtype0*
shape:
9
Select_023/in2Placeholder*
dtype0*
shape:
P
Select_023/opSelectSelect_023/in0Select_023/in1Select_023/in2*
T0
3
Select_023/out0IdentitySelect_023/op*
T0
9
Select_024/in0Placeholder*
dtype0
*
shape:
9
Select_024/in1Placeholder*
dtype0*
shape:
9
Select_024/in2Placeholder*
dtype0*
shape:
P
Select_024/opSelectSelect_024/in0Select_024/in1Select_024/in2*
T0
3
Select_024/out0IdentitySelect_024/op*
T0
9
Select_025/in0Placeholder*
dtype0
*
shape:
9
Select_025/in1Placeholder*
dtype0*
shape:
9
Select_025/in2Placeholder*
dtype0*
shape:
P
Select_025/opSelectSelect_025/in0Select_025/in1Select_025/in2*
T0
3
Select_025/out0IdentitySelect_025/op*
T0
9
Select_026/in0Placeholder*
dtype0
*
shape:
9
Select_026/in1Placeholder*
dtype0*
shape:
9
Select_026/in2Placeholder*
dtype0*
shape:
P
Select_026/opSelectSelect_026/in0Select_026/in1Select_026/in2*
T0
3
Select_026/out0IdentitySelect_026/op*
T0
9
Select_027/in0Placeholder*
dtype0
*
shape:
9
Select_027/in1Placeholder*
dtype0*
shape:
9
Select_027/in2Placeholder*
dtype0*
shape:
P
Select_027/opSelectSelect_027/in0Select_027/in1Select_027/in2*
T0
3
Select_027/out0IdentitySelect_027/op*
T0
9
Select_028/in0Placeholder*
dtype0
*
shape:
9
Select_028/in1Placeholder*
dtype0*
shape:
9
Select_028/in2Placeholder*
dtype0*
shape:
P
Select_028/opSelectSelect_028/in0Select_028/in1Select_028/in2*
T0
3
Select_028/out0IdentitySelect_028/op*
T0
;
SelectV2_016/in0Placeholder*
dtype0
*
shape:
;
SelectV2_016/in1Placeholder*
dtype0*
shape:
;
SelectV2_016/in2Placeholder*
dtype0*
shape:
Z
SelectV2_016/opSelectV2SelectV2_016/in0SelectV2_016/in1SelectV2_016/in2*
T0
7
SelectV2_016/out0IdentitySelectV2_016/op*
T0
;
SelectV2_017/in0Placeholder*
dtype0
*
shape:
;
SelectV2_017/in1Placeholder*
dtype0*
shape:
;
SelectV2_017/in2Placeholder*
dtype0*
shape:
Z
SelectV2_017/opSelectV2SelectV2_017/in0SelectV2_017/in1SelectV2_017/in2*
T0
7
SelectV2_017/out0IdentitySelectV2_017/op*
T0
;
SelectV2_018/in0Placeholder*
dtype0
*
shape:
;
SelectV2_018/in1Placeholder*
dtype0*
shape:
;
SelectV2_018/in2Placeholder*
dtype0*
shape:
Z
SelectV2_018/opSelectV2SelectV2_018/in0SelectV2_018/in1SelectV2_018/in2*
T0
7
SelectV2_018/out0IdentitySelectV2_018/op*
T0
;
SelectV2_019/in0Placeholder*
dtype0
*
shape:
;
SelectV2_019/in1Placeholder*
dtype0*
shape:
;
SelectV2_019/in2Placeholder*
dtype0*
shape:
Z
SelectV2_019/opSelectV2SelectV2_019/in0SelectV2_019/in1SelectV2_019/in2*
T0
7
SelectV2_019/out0IdentitySelectV2_019/op*
T0
;
SelectV2_020/in0Placeholder*
dtype0
*
shape:
;
SelectV2_020/in1Placeholder*
dtype0*
shape:
;
SelectV2_020/in2Placeholder*
dtype0*
shape:
Z
SelectV2_020/opSelectV2SelectV2_020/in0SelectV2_020/in1SelectV2_020/in2*
T0
7
SelectV2_020/out0IdentitySelectV2_020/op*
T0
;
SelectV2_021/in0Placeholder*
dtype0
*
shape:
;
SelectV2_021/in1Placeholder*
dtype0*
shape:
;
SelectV2_021/in2Placeholder*
dtype0*
shape:
Z
SelectV2_021/opSelectV2SelectV2_021/in0SelectV2_021/in1SelectV2_021/in2*
T0
7
SelectV2_021/out0IdentitySelectV2_021/op*
T0
;
SelectV2_022/in0Placeholder*
dtype0
*
shape:
;
SelectV2_022/in1Placeholder*
dtype0*
shape:
;
SelectV2_022/in2Placeholder*
dtype0*
shape:
Z
SelectV2_022/opSelectV2SelectV2_022/in0SelectV2_022/in1SelectV2_022/in2*
T0
7
SelectV2_022/out0IdentitySelectV2_022/op*
T0
;
SelectV2_023/in0Placeholder*
dtype0
*
shape:
;
SelectV2_023/in1Placeholder*
dtype0*
shape:
;
SelectV2_023/in2Placeholder*
dtype0*
shape:
Z
SelectV2_023/opSelectV2SelectV2_023/in0SelectV2_023/in1SelectV2_023/in2*
T0
7
SelectV2_023/out0IdentitySelectV2_023/op*
T0
;
SelectV2_024/in0Placeholder*
dtype0
*
shape:
;
SelectV2_024/in1Placeholder*
dtype0*
shape:
;
SelectV2_024/in2Placeholder*
dtype0*
shape:
Z
SelectV2_024/opSelectV2SelectV2_024/in0SelectV2_024/in1SelectV2_024/in2*
T0
7
SelectV2_024/out0IdentitySelectV2_024/op*
T0
;
SelectV2_025/in0Placeholder*
dtype0
*
shape:
;
SelectV2_025/in1Placeholder*
dtype0*
shape:
;
SelectV2_025/in2Placeholder*
dtype0*
shape:
Z
SelectV2_025/opSelectV2SelectV2_025/in0SelectV2_025/in1SelectV2_025/in2*
T0
7
SelectV2_025/out0IdentitySelectV2_025/op*
T0
;
SelectV2_026/in0Placeholder*
dtype0
*
shape:
;
SelectV2_026/in1Placeholder*
dtype0*
shape:
;
SelectV2_026/in2Placeholder*
dtype0*
shape:
Z
SelectV2_026/opSelectV2SelectV2_026/in0SelectV2_026/in1SelectV2_026/in2*
T0
7
SelectV2_026/out0IdentitySelectV2_026/op*
T0"í