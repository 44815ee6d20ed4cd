
@
CheckNumerics_000/in0Placeholder*
dtype0*
shape:
X
CheckNumerics_000/opCheckNumericsCheckNumerics_000/in0*
T0*
messagefine
A
CheckNumerics_000/out0IdentityCheckNumerics_000/op*
T0
@
CheckNumerics_001/in0Placeholder*
dtype0*
shape:
Z
CheckNumerics_001/opCheckNumericsCheckNumerics_001/in0*
T0*
messagebroken
A
CheckNumerics_001/out0IdentityCheckNumerics_001/op*
T0
@
CheckNumerics_002/in0Placeholder*
dtype0*
shape:
X
CheckNumerics_002/opCheckNumericsCheckNumerics_002/in0*
T0*
messagefine
A
CheckNumerics_002/out0IdentityCheckNumerics_002/op*
T0
@
CheckNumerics_003/in0Placeholder*
dtype0*
shape:
Z
CheckNumerics_003/opCheckNumericsCheckNumerics_003/in0*
T0*
messagebroken
A
CheckNumerics_003/out0IdentityCheckNumerics_003/op*
T0
@
CheckNumerics_004/in0Placeholder*
dtype0*
shape:
X
CheckNumerics_004/opCheckNumericsCheckNumerics_004/in0*
T0*
messagefine
A
CheckNumerics_004/out0IdentityCheckNumerics_004/op*
T0
@
CheckNumerics_005/in0Placeholder*
dtype0*
shape:
Z
CheckNumerics_005/opCheckNumericsCheckNumerics_005/in0*
T0*
messagebroken
A
CheckNumerics_005/out0IdentityCheckNumerics_005/op*
T0
@
CheckNumerics_006/in0Placeholder*
dtype0*
shape:
X
CheckNumerics_006/opCheckNumericsCheckNumerics_006/in0*
T0*
messagefine
A
CheckNumerics_006/out0IdentityCheckNumerics_006/op*
T0
@
CheckNumerics_007/in0Placeholder*
dtype0*
shape:
Z
CheckNumerics_007/opCheckNumericsCheckNumerics_007/in0*
T0*
messagebroken
A
CheckNumerics_007/out0IdentityCheckNumerics_007/op*
T0
@
CheckNumerics_008/in0Placeholder*
dtype0*
shape:
[
CheckNumerics_008/opCheckNumericsCheckNumerics_008/in0*
T0*
message	msg 'x'
A
CheckNumerics_008/out0IdentityCheckNumerics_008/op*
T0
@
CheckNumerics_009/in0Placeholder*
dtype0*
shape:
[
CheckNumerics_009/opCheckNumericsCheckNumerics_009/in0*
T0*
message	msg 'x'
A
CheckNumerics_009/out0IdentityCheckNumerics_009/op*
T0
@
CheckNumerics_010/in0Placeholder*
dtype0*
shape:
[
CheckNumerics_010/opCheckNumericsCheckNumerics_010/in0*
T0*
message	msg 'x'
A
CheckNumerics_010/out0IdentityCheckNumerics_010/op*
T0
@
CheckNumerics_011/in0Placeholder*
dtype0*
shape:
[
CheckNumerics_011/opCheckNumericsCheckNumerics_011/in0*
T0*
message	msg 'x'
A
CheckNumerics_011/out0IdentityCheckNumerics_011/op*
T0
@
CheckNumerics_012/in0Placeholder*
dtype0*
shape:
[
CheckNumerics_012/opCheckNumericsCheckNumerics_012/in0*
T0*
message	msg 'x'
A
CheckNumerics_012/out0IdentityCheckNumerics_012/op*
T0
@
CheckNumerics_013/in0Placeholder*
dtype0*
shape:
[
CheckNumerics_013/opCheckNumericsCheckNumerics_013/in0*
T0*
message	msg 'x'
A
CheckNumerics_013/out0IdentityCheckNumerics_013/op*
T0
@
CheckNumerics_014/in0Placeholder*
dtype0*
shape:
[
CheckNumerics_014/opCheckNumericsCheckNumerics_014/in0*
T0*
message	msg 'x'
A
CheckNumerics_014/out0IdentityCheckNumerics_014/op*
T0
B
CheckNumericsV2_000/in0Placeholder*
dtype0*
shape:
^
CheckNumericsV2_000/opCheckNumericsV2CheckNumericsV2_000/in0*
T0*
messagefine
E
CheckNumericsV2_000/out0IdentityCheckNumericsV2_000/op*
T0
B
CheckNumericsV2_001/in0Placeholder*
dtype0*
shape:
`
CheckNumericsV2_001/opCheckNumericsV2CheckNumericsV2_001/in0*
T0*
messagebroken
E
CheckNumericsV2_001/out0IdentityCheckNumericsV2_001/op*
T0
B
CheckNumericsV2_002/in0Placeholder*
dtype0*
shape:
^
CheckNumericsV2_002/opCheckNumericsV2CheckNumericsV2_002/in0*
T0*
messagefine
E
CheckNumericsV2_002/out0IdentityCheckNumericsV2_002/op*
T0
B
CheckNumericsV2_003/in0Placeholder*
dtype0*
shape:
`
CheckNumericsV2_003/opCheckNumericsV2CheckNumericsV2_003/in0*
T0*
messagebroken
E
CheckNumericsV2_003/out0IdentityCheckNumericsV2_003/op*
T0
B
CheckNumericsV2_004/in0Placeholder*
dtype0*
shape:
^
CheckNumericsV2_004/opCheckNumericsV2CheckNumericsV2_004/in0*
T0*
messagefine
E
CheckNumericsV2_004/out0IdentityCheckNumericsV2_004/op*
T0
B
CheckNumericsV2_005/in0Placeholder*
dtype0*
shape:
`
CheckNumericsV2_005/opCheckNumericsV2CheckNumericsV2_005/in0*
T0*
messagebroken
E
CheckNumericsV2_005/out0IdentityCheckNumericsV2_005/op*
T0
B
CheckNumericsV2_006/in0Placeholder*
dtype0*
shape:
^
CheckNumericsV2_006/opCheckNumericsV2CheckNumericsV2_006/in0*
T0*
messagefine
E
CheckNumericsV2_006/out0IdentityCheckNumericsV2_006/op*
T0
B
CheckNumericsV2_007/in0Placeholder*
dtype0*
shape:
`
CheckNumericsV2_007/opCheckNumericsV2CheckNumericsV2_007/in0*
T0*
messagebroken
E
CheckNumericsV2_007/out0IdentityCheckNumericsV2_007/op*
T0
B
CheckNumericsV2_008/in0Placeholder*
dtype0*
shape:
a
CheckNumericsV2_008/opCheckNumericsV2CheckNumericsV2_008/in0*
T0*
message	msg 'x'
E
CheckNumericsV2_008/out0IdentityCheckNumericsV2_008/op*
T0
B
CheckNumericsV2_009/in0Placeholder*
dtype0*
shape:
a
CheckNumericsV2_009/opCheckNumericsV2CheckNumericsV2_009/in0*
T0*
message	msg 'x'
E
CheckNumericsV2_009/out0IdentityCheckNumericsV2_009/op*
T0
B
CheckNumericsV2_010/in0Placeholder*
dtype0*
shape:
a
CheckNumericsV2_010/opCheckNumericsV2CheckNumericsV2_010/in0*
T0*
message	msg 'x'
E
CheckNumericsV2_010/out0IdentityCheckNumericsV2_010/op*
T0
B
CheckNumericsV2_011/in0Placeholder*
dtype0*
shape:
a
CheckNumericsV2_011/opCheckNumericsV2CheckNumericsV2_011/in0*
T0*
message	msg 'x'
E
CheckNumericsV2_011/out0IdentityCheckNumericsV2_011/op*
T0
B
CheckNumericsV2_012/in0Placeholder*
dtype0*
shape:
a
CheckNumericsV2_012/opCheckNumericsV2CheckNumericsV2_012/in0*
T0*
message	msg 'x'
E
CheckNumericsV2_012/out0IdentityCheckNumericsV2_012/op*
T0
B
CheckNumericsV2_013/in0Placeholder*
dtype0*
shape:
a
CheckNumericsV2_013/opCheckNumericsV2CheckNumericsV2_013/in0*
T0*
message	msg 'x'
E
CheckNumericsV2_013/out0IdentityCheckNumericsV2_013/op*
T0
B
CheckNumericsV2_014/in0Placeholder*
dtype0*
shape:
a
CheckNumericsV2_014/opCheckNumericsV2CheckNumericsV2_014/in0*
T0*
message	msg 'x'
E
CheckNumericsV2_014/out0IdentityCheckNumericsV2_014/op*
T0
9
Assert_000/in0Placeholder*
dtype0
*
shape:
9
Assert_000/in1Placeholder*
dtype0*
shape:
€
Assert_000/AssertAssertAssert_000/in0Assert_000/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_000/IdentityIdentityAssert_000/in0^Assert_000/Assert*
T0

9
Assert_000/out0IdentityAssert_000/Identity*
T0

9
Assert_001/in0Placeholder*
dtype0
*
shape:
9
Assert_001/in1Placeholder*
dtype0*
shape:
‰
Assert_001/AssertAssertAssert_001/in0Assert_001/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_001/IdentityIdentityAssert_001/in0^Assert_001/Assert*
T0

9
Assert_001/out0IdentityAssert_001/Identity*
T0

9
Assert_002/in0Placeholder*
dtype0
*
shape:
9
Assert_002/in1Placeholder*
dtype0*
shape:
€
Assert_002/AssertAssertAssert_002/in0Assert_002/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_002/IdentityIdentityAssert_002/in0^Assert_002/Assert*
T0

9
Assert_002/out0IdentityAssert_002/Identity*
T0

9
Assert_003/in0Placeholder*
dtype0
*
shape:
9
Assert_003/in1Placeholder*
dtype0*
shape:
€
Assert_003/AssertAssertAssert_003/in0Assert_003/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_003/IdentityIdentityAssert_003/in0^Assert_003/Assert*
T0

9
Assert_003/out0IdentityAssert_003/Identity*
T0

9
Assert_004/in0Placeholder*
dtype0
*
shape:
9
Assert_004/in1Placeholder*
dtype0*
shape:
€
Assert_004/AssertAssertAssert_004/in0Assert_004/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_004/IdentityIdentityAssert_004/in0^Assert_004/Assert*
T0

9
Assert_004/out0IdentityAssert_004/Identity*
T0

9
Assert_005/in0Placeholder*
dtype0
*
shape:
9
Assert_005/in1Placeholder*
dtype0*
shape:
‰
Assert_005/AssertAssertAssert_005/in0Assert_005/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_005/IdentityIdentityAssert_005/in0^Assert_005/Assert*
T0

9
Assert_005/out0IdentityAssert_005/Identity*
T0

9
Assert_006/in0Placeholder*
dtype0
*
shape:
9
Assert_006/in1Placeholder*
dtype0*
shape:
€
Assert_006/AssertAssertAssert_006/in0Assert_006/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_006/IdentityIdentityAssert_006/in0^Assert_006/Assert*
T0

9
Assert_006/out0IdentityAssert_006/Identity*
T0

9
Assert_007/in0Placeholder*
dtype0
*
shape:
9
Assert_007/in1Placeholder*
dtype0*
shape:
€
Assert_007/AssertAssertAssert_007/in0Assert_007/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_007/IdentityIdentityAssert_007/in0^Assert_007/Assert*
T0

9
Assert_007/out0IdentityAssert_007/Identity*
T0

9
Assert_008/in0Placeholder*
dtype0
*
shape:
9
Assert_008/in1Placeholder*
dtype0*
shape:
€
Assert_008/AssertAssertAssert_008/in0Assert_008/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_008/IdentityIdentityAssert_008/in0^Assert_008/Assert*
T0

9
Assert_008/out0IdentityAssert_008/Identity*
T0

9
Assert_009/in0Placeholder*
dtype0
*
shape:
9
Assert_009/in1Placeholder*
dtype0*
shape:
‰
Assert_009/AssertAssertAssert_009/in0Assert_009/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_009/IdentityIdentityAssert_009/in0^Assert_009/Assert*
T0

9
Assert_009/out0IdentityAssert_009/Identity*
T0

9
Assert_010/in0Placeholder*
dtype0
*
shape:
9
Assert_010/in1Placeholder*
dtype0*
shape:
€
Assert_010/AssertAssertAssert_010/in0Assert_010/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_010/IdentityIdentityAssert_010/in0^Assert_010/Assert*
T0

9
Assert_010/out0IdentityAssert_010/Identity*
T0

9
Assert_011/in0Placeholder*
dtype0
*
shape:
9
Assert_011/in1Placeholder*
dtype0*
shape:
€
Assert_011/AssertAssertAssert_011/in0Assert_011/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_011/IdentityIdentityAssert_011/in0^Assert_011/Assert*
T0

9
Assert_011/out0IdentityAssert_011/Identity*
T0

9
Assert_012/in0Placeholder*
dtype0
*
shape:
9
Assert_012/in1Placeholder*
dtype0*
shape:
€
Assert_012/AssertAssertAssert_012/in0Assert_012/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_012/IdentityIdentityAssert_012/in0^Assert_012/Assert*
T0

9
Assert_012/out0IdentityAssert_012/Identity*
T0

9
Assert_013/in0Placeholder*
dtype0
*
shape:
9
Assert_013/in1Placeholder*
dtype0*
shape:
‰
Assert_013/AssertAssertAssert_013/in0Assert_013/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_013/IdentityIdentityAssert_013/in0^Assert_013/Assert*
T0

9
Assert_013/out0IdentityAssert_013/Identity*
T0

9
Assert_014/in0Placeholder*
dtype0
*
shape:
9
Assert_014/in1Placeholder*
dtype0*
shape:
€
Assert_014/AssertAssertAssert_014/in0Assert_014/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_014/IdentityIdentityAssert_014/in0^Assert_014/Assert*
T0

9
Assert_014/out0IdentityAssert_014/Identity*
T0

9
Assert_015/in0Placeholder*
dtype0
*
shape:
9
Assert_015/in1Placeholder*
dtype0*
shape:
€
Assert_015/AssertAssertAssert_015/in0Assert_015/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_015/IdentityIdentityAssert_015/in0^Assert_015/Assert*
T0

9
Assert_015/out0IdentityAssert_015/Identity*
T0

9
Assert_016/in0Placeholder*
dtype0
*
shape:
9
Assert_016/in1Placeholder*
dtype0*
shape:
€
Assert_016/AssertAssertAssert_016/in0Assert_016/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_016/IdentityIdentityAssert_016/in0^Assert_016/Assert*
T0

9
Assert_016/out0IdentityAssert_016/Identity*
T0

9
Assert_017/in0Placeholder*
dtype0
*
shape:
9
Assert_017/in1Placeholder*
dtype0*
shape:
‰
Assert_017/AssertAssertAssert_017/in0Assert_017/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_017/IdentityIdentityAssert_017/in0^Assert_017/Assert*
T0

9
Assert_017/out0IdentityAssert_017/Identity*
T0

9
Assert_018/in0Placeholder*
dtype0
*
shape:
9
Assert_018/in1Placeholder*
dtype0*
shape:
€
Assert_018/AssertAssertAssert_018/in0Assert_018/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_018/IdentityIdentityAssert_018/in0^Assert_018/Assert*
T0

9
Assert_018/out0IdentityAssert_018/Identity*
T0

9
Assert_019/in0Placeholder*
dtype0
*
shape:
9
Assert_019/in1Placeholder*
dtype0*
shape:
€
Assert_019/AssertAssertAssert_019/in0Assert_019/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_019/IdentityIdentityAssert_019/in0^Assert_019/Assert*
T0

9
Assert_019/out0IdentityAssert_019/Identity*
T0

9
Assert_020/in0Placeholder*
dtype0
*
shape:
9
Assert_020/in1Placeholder*
dtype0*
shape:
€
Assert_020/AssertAssertAssert_020/in0Assert_020/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_020/IdentityIdentityAssert_020/in0^Assert_020/Assert*
T0

9
Assert_020/out0IdentityAssert_020/Identity*
T0

9
Assert_021/in0Placeholder*
dtype0
*
shape:
9
Assert_021/in1Placeholder*
dtype0*
shape:
‰
Assert_021/AssertAssertAssert_021/in0Assert_021/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_021/IdentityIdentityAssert_021/in0^Assert_021/Assert*
T0

9
Assert_021/out0IdentityAssert_021/Identity*
T0

9
Assert_022/in0Placeholder*
dtype0
*
shape:
9
Assert_022/in1Placeholder*
dtype0*
shape:
€
Assert_022/AssertAssertAssert_022/in0Assert_022/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_022/IdentityIdentityAssert_022/in0^Assert_022/Assert*
T0

9
Assert_022/out0IdentityAssert_022/Identity*
T0

9
Assert_023/in0Placeholder*
dtype0
*
shape:
9
Assert_023/in1Placeholder*
dtype0*
shape:
€
Assert_023/AssertAssertAssert_023/in0Assert_023/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_023/IdentityIdentityAssert_023/in0^Assert_023/Assert*
T0

9
Assert_023/out0IdentityAssert_023/Identity*
T0

9
Assert_024/in0Placeholder*
dtype0
*
shape:
9
Assert_024/in1Placeholder*
dtype0
*
shape:
€
Assert_024/AssertAssertAssert_024/in0Assert_024/in1*

T
2
*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_024/IdentityIdentityAssert_024/in0^Assert_024/Assert*
T0

9
Assert_024/out0IdentityAssert_024/Identity*
T0

9
Assert_025/in0Placeholder*
dtype0
*
shape:
9
Assert_025/in1Placeholder*
dtype0
*
shape:
‰
Assert_025/AssertAssertAssert_025/in0Assert_025/in1*

T
2
*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_025/IdentityIdentityAssert_025/in0^Assert_025/Assert*
T0

9
Assert_025/out0IdentityAssert_025/Identity*
T0

9
Assert_026/in0Placeholder*
dtype0
*
shape:
9
Assert_026/in1Placeholder*
dtype0
*
shape:
€
Assert_026/AssertAssertAssert_026/in0Assert_026/in1*

T
2
*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_026/IdentityIdentityAssert_026/in0^Assert_026/Assert*
T0

9
Assert_026/out0IdentityAssert_026/Identity*
T0

9
Assert_027/in0Placeholder*
dtype0
*
shape:
9
Assert_027/in1Placeholder*
dtype0
*
shape:
€
Assert_027/AssertAssertAssert_027/in0Assert_027/in1*

T
2
*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_027/IdentityIdentityAssert_027/in0^Assert_027/Assert*
T0

9
Assert_027/out0IdentityAssert_027/Identity*
T0

9
Assert_028/in0Placeholder*
dtype0
*
shape:
9
Assert_028/in1Placeholder*
dtype0*
shape:
€
Assert_028/AssertAssertAssert_028/in0Assert_028/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_028/IdentityIdentityAssert_028/in0^Assert_028/Assert*
T0

9
Assert_028/out0IdentityAssert_028/Identity*
T0

9
Assert_029/in0Placeholder*
dtype0
*
shape:
9
Assert_029/in1Placeholder*
dtype0*
shape:
‰
Assert_029/AssertAssertAssert_029/in0Assert_029/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_029/IdentityIdentityAssert_029/in0^Assert_029/Assert*
T0

9
Assert_029/out0IdentityAssert_029/Identity*
T0

9
Assert_030/in0Placeholder*
dtype0
*
shape:
9
Assert_030/in1Placeholder*
dtype0*
shape:
€
Assert_030/AssertAssertAssert_030/in0Assert_030/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_030/IdentityIdentityAssert_030/in0^Assert_030/Assert*
T0

9
Assert_030/out0IdentityAssert_030/Identity*
T0

9
Assert_031/in0Placeholder*
dtype0
*
shape:
9
Assert_031/in1Placeholder*
dtype0*
shape:
€
Assert_031/AssertAssertAssert_031/in0Assert_031/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_031/IdentityIdentityAssert_031/in0^Assert_031/Assert*
T0

9
Assert_031/out0IdentityAssert_031/Identity*
T0

9
Assert_032/in0Placeholder*
dtype0
*
shape:
9
Assert_032/in1Placeholder*
dtype0*
shape:
€
Assert_032/AssertAssertAssert_032/in0Assert_032/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_032/IdentityIdentityAssert_032/in0^Assert_032/Assert*
T0

9
Assert_032/out0IdentityAssert_032/Identity*
T0

9
Assert_033/in0Placeholder*
dtype0
*
shape:
9
Assert_033/in1Placeholder*
dtype0*
shape:
‰
Assert_033/AssertAssertAssert_033/in0Assert_033/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_033/IdentityIdentityAssert_033/in0^Assert_033/Assert*
T0

9
Assert_033/out0IdentityAssert_033/Identity*
T0

9
Assert_034/in0Placeholder*
dtype0
*
shape:
9
Assert_034/in1Placeholder*
dtype0*
shape:
€
Assert_034/AssertAssertAssert_034/in0Assert_034/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_034/IdentityIdentityAssert_034/in0^Assert_034/Assert*
T0

9
Assert_034/out0IdentityAssert_034/Identity*
T0

9
Assert_035/in0Placeholder*
dtype0
*
shape:
9
Assert_035/in1Placeholder*
dtype0*
shape:
€
Assert_035/AssertAssertAssert_035/in0Assert_035/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_035/IdentityIdentityAssert_035/in0^Assert_035/Assert*
T0

9
Assert_035/out0IdentityAssert_035/Identity*
T0

9
Assert_036/in0Placeholder*
dtype0
*
shape:
9
Assert_036/in1Placeholder*
dtype0*
shape:
€
Assert_036/AssertAssertAssert_036/in0Assert_036/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_036/IdentityIdentityAssert_036/in0^Assert_036/Assert*
T0

9
Assert_036/out0IdentityAssert_036/Identity*
T0

9
Assert_037/in0Placeholder*
dtype0
*
shape:
9
Assert_037/in1Placeholder*
dtype0*
shape:
‰
Assert_037/AssertAssertAssert_037/in0Assert_037/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_037/IdentityIdentityAssert_037/in0^Assert_037/Assert*
T0

9
Assert_037/out0IdentityAssert_037/Identity*
T0

9
Assert_038/in0Placeholder*
dtype0
*
shape:
9
Assert_038/in1Placeholder*
dtype0*
shape:
€
Assert_038/AssertAssertAssert_038/in0Assert_038/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_038/IdentityIdentityAssert_038/in0^Assert_038/Assert*
T0

9
Assert_038/out0IdentityAssert_038/Identity*
T0

9
Assert_039/in0Placeholder*
dtype0
*
shape:
9
Assert_039/in1Placeholder*
dtype0*
shape:
€
Assert_039/AssertAssertAssert_039/in0Assert_039/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_039/IdentityIdentityAssert_039/in0^Assert_039/Assert*
T0

9
Assert_039/out0IdentityAssert_039/Identity*
T0

9
Assert_040/in0Placeholder*
dtype0
*
shape:
9
Assert_040/in1Placeholder*
dtype0	*
shape:
€
Assert_040/AssertAssertAssert_040/in0Assert_040/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_040/IdentityIdentityAssert_040/in0^Assert_040/Assert*
T0

9
Assert_040/out0IdentityAssert_040/Identity*
T0

9
Assert_041/in0Placeholder*
dtype0
*
shape:
9
Assert_041/in1Placeholder*
dtype0	*
shape:
‰
Assert_041/AssertAssertAssert_041/in0Assert_041/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_041/IdentityIdentityAssert_041/in0^Assert_041/Assert*
T0

9
Assert_041/out0IdentityAssert_041/Identity*
T0

9
Assert_042/in0Placeholder*
dtype0
*
shape:
9
Assert_042/in1Placeholder*
dtype0	*
shape:
€
Assert_042/AssertAssertAssert_042/in0Assert_042/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_042/IdentityIdentityAssert_042/in0^Assert_042/Assert*
T0

9
Assert_042/out0IdentityAssert_042/Identity*
T0

9
Assert_043/in0Placeholder*
dtype0
*
shape:
9
Assert_043/in1Placeholder*
dtype0	*
shape:
€
Assert_043/AssertAssertAssert_043/in0Assert_043/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_043/IdentityIdentityAssert_043/in0^Assert_043/Assert*
T0

9
Assert_043/out0IdentityAssert_043/Identity*
T0

9
Assert_044/in0Placeholder*
dtype0
*
shape:
9
Assert_044/in1Placeholder*
dtype0*
shape:
€
Assert_044/AssertAssertAssert_044/in0Assert_044/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_044/IdentityIdentityAssert_044/in0^Assert_044/Assert*
T0

9
Assert_044/out0IdentityAssert_044/Identity*
T0

9
Assert_045/in0Placeholder*
dtype0
*
shape:
9
Assert_045/in1Placeholder*
dtype0*
shape:
‰
Assert_045/AssertAssertAssert_045/in0Assert_045/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_045/IdentityIdentityAssert_045/in0^Assert_045/Assert*
T0

9
Assert_045/out0IdentityAssert_045/Identity*
T0

9
Assert_046/in0Placeholder*
dtype0
*
shape:
9
Assert_046/in1Placeholder*
dtype0*
shape:
€
Assert_046/AssertAssertAssert_046/in0Assert_046/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_046/IdentityIdentityAssert_046/in0^Assert_046/Assert*
T0

9
Assert_046/out0IdentityAssert_046/Identity*
T0

9
Assert_047/in0Placeholder*
dtype0
*
shape:
9
Assert_047/in1Placeholder*
dtype0*
shape:
€
Assert_047/AssertAssertAssert_047/in0Assert_047/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_047/IdentityIdentityAssert_047/in0^Assert_047/Assert*
T0

9
Assert_047/out0IdentityAssert_047/Identity*
T0

9
Assert_048/in0Placeholder*
dtype0
*
shape:
9
Assert_048/in1Placeholder*
dtype0*
shape:
€
Assert_048/AssertAssertAssert_048/in0Assert_048/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_048/IdentityIdentityAssert_048/in0^Assert_048/Assert*
T0

9
Assert_048/out0IdentityAssert_048/Identity*
T0

9
Assert_049/in0Placeholder*
dtype0
*
shape:
9
Assert_049/in1Placeholder*
dtype0*
shape:
‰
Assert_049/AssertAssertAssert_049/in0Assert_049/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_049/IdentityIdentityAssert_049/in0^Assert_049/Assert*
T0

9
Assert_049/out0IdentityAssert_049/Identity*
T0

9
Assert_050/in0Placeholder*
dtype0
*
shape:
9
Assert_050/in1Placeholder*
dtype0*
shape:
€
Assert_050/AssertAssertAssert_050/in0Assert_050/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_050/IdentityIdentityAssert_050/in0^Assert_050/Assert*
T0

9
Assert_050/out0IdentityAssert_050/Identity*
T0

9
Assert_051/in0Placeholder*
dtype0
*
shape:
9
Assert_051/in1Placeholder*
dtype0*
shape:
€
Assert_051/AssertAssertAssert_051/in0Assert_051/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_051/IdentityIdentityAssert_051/in0^Assert_051/Assert*
T0

9
Assert_051/out0IdentityAssert_051/Identity*
T0

9
Assert_052/in0Placeholder*
dtype0
*
shape:
9
Assert_052/in1Placeholder*
dtype0*
shape:
€
Assert_052/AssertAssertAssert_052/in0Assert_052/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_052/IdentityIdentityAssert_052/in0^Assert_052/Assert*
T0

9
Assert_052/out0IdentityAssert_052/Identity*
T0

9
Assert_053/in0Placeholder*
dtype0
*
shape:
9
Assert_053/in1Placeholder*
dtype0*
shape:
‰
Assert_053/AssertAssertAssert_053/in0Assert_053/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_053/IdentityIdentityAssert_053/in0^Assert_053/Assert*
T0

9
Assert_053/out0IdentityAssert_053/Identity*
T0

9
Assert_054/in0Placeholder*
dtype0
*
shape:
9
Assert_054/in1Placeholder*
dtype0*
shape:
€
Assert_054/AssertAssertAssert_054/in0Assert_054/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_054/IdentityIdentityAssert_054/in0^Assert_054/Assert*
T0

9
Assert_054/out0IdentityAssert_054/Identity*
T0

9
Assert_055/in0Placeholder*
dtype0
*
shape:
9
Assert_055/in1Placeholder*
dtype0*
shape:
€
Assert_055/AssertAssertAssert_055/in0Assert_055/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_055/IdentityIdentityAssert_055/in0^Assert_055/Assert*
T0

9
Assert_055/out0IdentityAssert_055/Identity*
T0

9
Assert_056/in0Placeholder*
dtype0
*
shape:
9
Assert_056/in1Placeholder*
dtype0	*
shape:
€
Assert_056/AssertAssertAssert_056/in0Assert_056/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_056/IdentityIdentityAssert_056/in0^Assert_056/Assert*
T0

9
Assert_056/out0IdentityAssert_056/Identity*
T0

9
Assert_057/in0Placeholder*
dtype0
*
shape:
9
Assert_057/in1Placeholder*
dtype0	*
shape:
‰
Assert_057/AssertAssertAssert_057/in0Assert_057/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_057/IdentityIdentityAssert_057/in0^Assert_057/Assert*
T0

9
Assert_057/out0IdentityAssert_057/Identity*
T0

9
Assert_058/in0Placeholder*
dtype0
*
shape:
9
Assert_058/in1Placeholder*
dtype0	*
shape:
€
Assert_058/AssertAssertAssert_058/in0Assert_058/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_058/IdentityIdentityAssert_058/in0^Assert_058/Assert*
T0

9
Assert_058/out0IdentityAssert_058/Identity*
T0

9
Assert_059/in0Placeholder*
dtype0
*
shape:
9
Assert_059/in1Placeholder*
dtype0	*
shape:
€
Assert_059/AssertAssertAssert_059/in0Assert_059/in1*

T
2	*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_059/IdentityIdentityAssert_059/in0^Assert_059/Assert*
T0

9
Assert_059/out0IdentityAssert_059/Identity*
T0

9
Assert_060/in0Placeholder*
dtype0
*
shape:
9
Assert_060/in1Placeholder*
dtype0*
shape:
€
Assert_060/AssertAssertAssert_060/in0Assert_060/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_060/IdentityIdentityAssert_060/in0^Assert_060/Assert*
T0

9
Assert_060/out0IdentityAssert_060/Identity*
T0

9
Assert_061/in0Placeholder*
dtype0
*
shape:
9
Assert_061/in1Placeholder*
dtype0*
shape:
‰
Assert_061/AssertAssertAssert_061/in0Assert_061/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_061/IdentityIdentityAssert_061/in0^Assert_061/Assert*
T0

9
Assert_061/out0IdentityAssert_061/Identity*
T0

9
Assert_062/in0Placeholder*
dtype0
*
shape:
9
Assert_062/in1Placeholder*
dtype0*
shape:
€
Assert_062/AssertAssertAssert_062/in0Assert_062/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_062/IdentityIdentityAssert_062/in0^Assert_062/Assert*
T0

9
Assert_062/out0IdentityAssert_062/Identity*
T0

9
Assert_063/in0Placeholder*
dtype0
*
shape:
9
Assert_063/in1Placeholder*
dtype0*
shape:
€
Assert_063/AssertAssertAssert_063/in0Assert_063/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_063/IdentityIdentityAssert_063/in0^Assert_063/Assert*
T0

9
Assert_063/out0IdentityAssert_063/Identity*
T0

9
Assert_064/in0Placeholder*
dtype0
*
shape:
9
Assert_064/in1Placeholder*
dtype0*
shape:
€
Assert_064/AssertAssertAssert_064/in0Assert_064/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_064/IdentityIdentityAssert_064/in0^Assert_064/Assert*
T0

9
Assert_064/out0IdentityAssert_064/Identity*
T0

9
Assert_065/in0Placeholder*
dtype0
*
shape:
9
Assert_065/in1Placeholder*
dtype0*
shape:
‰
Assert_065/AssertAssertAssert_065/in0Assert_065/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_065/IdentityIdentityAssert_065/in0^Assert_065/Assert*
T0

9
Assert_065/out0IdentityAssert_065/Identity*
T0

9
Assert_066/in0Placeholder*
dtype0
*
shape:
9
Assert_066/in1Placeholder*
dtype0*
shape:
€
Assert_066/AssertAssertAssert_066/in0Assert_066/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_066/IdentityIdentityAssert_066/in0^Assert_066/Assert*
T0

9
Assert_066/out0IdentityAssert_066/Identity*
T0

9
Assert_067/in0Placeholder*
dtype0
*
shape:
9
Assert_067/in1Placeholder*
dtype0*
shape:
€
Assert_067/AssertAssertAssert_067/in0Assert_067/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_067/IdentityIdentityAssert_067/in0^Assert_067/Assert*
T0

9
Assert_067/out0IdentityAssert_067/Identity*
T0

9
Assert_068/in0Placeholder*
dtype0
*
shape:
9
Assert_068/in1Placeholder*
dtype0*
shape:
€
Assert_068/AssertAssertAssert_068/in0Assert_068/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_068/IdentityIdentityAssert_068/in0^Assert_068/Assert*
T0

9
Assert_068/out0IdentityAssert_068/Identity*
T0

9
Assert_069/in0Placeholder*
dtype0
*
shape:
9
Assert_069/in1Placeholder*
dtype0*
shape:
‰
Assert_069/AssertAssertAssert_069/in0Assert_069/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_069/IdentityIdentityAssert_069/in0^Assert_069/Assert*
T0

9
Assert_069/out0IdentityAssert_069/Identity*
T0

9
Assert_070/in0Placeholder*
dtype0
*
shape:
9
Assert_070/in1Placeholder*
dtype0*
shape:
€
Assert_070/AssertAssertAssert_070/in0Assert_070/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_070/IdentityIdentityAssert_070/in0^Assert_070/Assert*
T0

9
Assert_070/out0IdentityAssert_070/Identity*
T0

9
Assert_071/in0Placeholder*
dtype0
*
shape:
9
Assert_071/in1Placeholder*
dtype0*
shape:
€
Assert_071/AssertAssertAssert_071/in0Assert_071/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_071/IdentityIdentityAssert_071/in0^Assert_071/Assert*
T0

9
Assert_071/out0IdentityAssert_071/Identity*
T0

9
Assert_072/in0Placeholder*
dtype0
*
shape:
9
Assert_072/in1Placeholder*
dtype0*
shape:
€
Assert_072/AssertAssertAssert_072/in0Assert_072/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_072/IdentityIdentityAssert_072/in0^Assert_072/Assert*
T0

9
Assert_072/out0IdentityAssert_072/Identity*
T0

9
Assert_073/in0Placeholder*
dtype0
*
shape:
9
Assert_073/in1Placeholder*
dtype0*
shape:
‰
Assert_073/AssertAssertAssert_073/in0Assert_073/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarizeÿÿÿÿÿÿÿÿÿ
L
Assert_073/IdentityIdentityAssert_073/in0^Assert_073/Assert*
T0

9
Assert_073/out0IdentityAssert_073/Identity*
T0

9
Assert_074/in0Placeholder*
dtype0
*
shape:
9
Assert_074/in1Placeholder*
dtype0*
shape:
€
Assert_074/AssertAssertAssert_074/in0Assert_074/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_074/IdentityIdentityAssert_074/in0^Assert_074/Assert*
T0

9
Assert_074/out0IdentityAssert_074/Identity*
T0

9
Assert_075/in0Placeholder*
dtype0
*
shape:
9
Assert_075/in1Placeholder*
dtype0*
shape:
€
Assert_075/AssertAssertAssert_075/in0Assert_075/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_075/IdentityIdentityAssert_075/in0^Assert_075/Assert*
T0

9
Assert_075/out0IdentityAssert_075/Identity*
T0

9
Assert_076/in0Placeholder*
dtype0
*
shape:
9
Assert_076/in1Placeholder*
dtype0*
shape:
€
Assert_076/AssertAssertAssert_076/in0Assert_076/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_076/IdentityIdentityAssert_076/in0^Assert_076/Assert*
T0

9
Assert_076/out0IdentityAssert_076/Identity*
T0

9
Assert_077/in0Placeholder*
dtype0
*
shape:
9
Assert_077/in1Placeholder*
dtype0*
shape:
9
Assert_077/in2Placeholder*
dtype0*
shape:
9
Assert_077/in3Placeholder*
dtype0*
shape:
¢
Assert_077/AssertAssertAssert_077/in0Assert_077/in1Assert_077/in2Assert_077/in3*
T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_077/IdentityIdentityAssert_077/in0^Assert_077/Assert*
T0

9
Assert_077/out0IdentityAssert_077/Identity*
T0

9
Assert_078/in0Placeholder*
dtype0
*
shape:
9
Assert_078/in1Placeholder*
dtype0*
shape:
€
Assert_078/AssertAssertAssert_078/in0Assert_078/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_078/IdentityIdentityAssert_078/in0^Assert_078/Assert*
T0

9
Assert_078/out0IdentityAssert_078/Identity*
T0

9
Assert_079/in0Placeholder*
dtype0
*
shape:
9
Assert_079/in1Placeholder*
dtype0*
shape:
€
Assert_079/AssertAssertAssert_079/in0Assert_079/in1*

T
2*&
 _has_manual_control_dependencies(*
	summarize
L
Assert_079/IdentityIdentityAssert_079/in0^Assert_079/Assert*
T0

9
Assert_079/out0IdentityAssert_079/Identity*
T0

8
Print_000/in0Placeholder*
dtype0*
shape:
8
Print_000/in1Placeholder*
dtype0*
shape:
8
Print_000/in2Placeholder*
dtype0*
shape:
•
Print_000/opPrintPrint_000/in0Print_000/in1Print_000/in2*
T0*
U
2*
first_nÿÿÿÿÿÿÿÿÿ*
messagesays *
	summarize
1
Print_000/out0IdentityPrint_000/op*
T0
:
PrintV2_000/in0Placeholder*
dtype0*
shape:
~
PrintV2_000/PrintV2PrintV2PrintV2_000/in0*&
 _has_manual_control_dependencies(*

end
*
output_streamstderr
P
PrintV2_000/IdentityIdentityPrintV2_000/in0^PrintV2_000/PrintV2*
T0
;
PrintV2_000/out0IdentityPrintV2_000/Identity*
T0
:
PrintV2_001/in0Placeholder*
dtype0*
shape:
~
PrintV2_001/PrintV2PrintV2PrintV2_001/in0*&
 _has_manual_control_dependencies(*

end
*
output_streamstderr
P
PrintV2_001/IdentityIdentityPrintV2_001/in0^PrintV2_001/PrintV2*
T0
;
PrintV2_001/out0IdentityPrintV2_001/Identity*
T0"í