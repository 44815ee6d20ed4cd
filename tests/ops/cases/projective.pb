
M
"ImageProjectiveTransformV3_000/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_000/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_000/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_000/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_000/opImageProjectiveTransformV3"ImageProjectiveTransformV3_000/in0"ImageProjectiveTransformV3_000/in1"ImageProjectiveTransformV3_000/in2"ImageProjectiveTransformV3_000/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_000/out0Identity!ImageProjectiveTransformV3_000/op*
T0
M
"ImageProjectiveTransformV2_000/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_000/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_000/in2Placeholder*
dtype0*
shape:
Ì
!ImageProjectiveTransformV2_000/opImageProjectiveTransformV2"ImageProjectiveTransformV2_000/in0"ImageProjectiveTransformV2_000/in1"ImageProjectiveTransformV2_000/in2*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV2_000/out0Identity!ImageProjectiveTransformV2_000/op*
T0
M
"ImageProjectiveTransformV3_001/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_001/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_001/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_001/in3Placeholder*
dtype0*
shape:
ê
!ImageProjectiveTransformV3_001/opImageProjectiveTransformV3"ImageProjectiveTransformV3_001/in0"ImageProjectiveTransformV3_001/in1"ImageProjectiveTransformV3_001/in2"ImageProjectiveTransformV3_001/in3*
dtype0*
	fill_mode	REFLECT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_001/out0Identity!ImageProjectiveTransformV3_001/op*
T0
M
"ImageProjectiveTransformV2_001/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_001/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_001/in2Placeholder*
dtype0*
shape:
Ï
!ImageProjectiveTransformV2_001/opImageProjectiveTransformV2"ImageProjectiveTransformV2_001/in0"ImageProjectiveTransformV2_001/in1"ImageProjectiveTransformV2_001/in2*
dtype0*
	fill_mode	REFLECT*
interpolation	NEAREST
[
#ImageProjectiveTransformV2_001/out0Identity!ImageProjectiveTransformV2_001/op*
T0
M
"ImageProjectiveTransformV3_002/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_002/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_002/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_002/in3Placeholder*
dtype0*
shape:
ç
!ImageProjectiveTransformV3_002/opImageProjectiveTransformV3"ImageProjectiveTransformV3_002/in0"ImageProjectiveTransformV3_002/in1"ImageProjectiveTransformV3_002/in2"ImageProjectiveTransformV3_002/in3*
dtype0*
	fill_modeWRAP*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_002/out0Identity!ImageProjectiveTransformV3_002/op*
T0
M
"ImageProjectiveTransformV2_002/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_002/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_002/in2Placeholder*
dtype0*
shape:
È
!ImageProjectiveTransformV2_002/opImageProjectiveTransformV2"ImageProjectiveTransformV2_002/in0"ImageProjectiveTransformV2_002/in1"ImageProjectiveTransformV2_002/in2*
dtype0*
	fill_modeWRAP*
interpolation	NEAREST
[
#ImageProjectiveTransformV2_002/out0Identity!ImageProjectiveTransformV2_002/op*
T0
M
"ImageProjectiveTransformV3_003/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_003/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_003/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_003/in3Placeholder*
dtype0*
shape:
ê
!ImageProjectiveTransformV3_003/opImageProjectiveTransformV3"ImageProjectiveTransformV3_003/in0"ImageProjectiveTransformV3_003/in1"ImageProjectiveTransformV3_003/in2"ImageProjectiveTransformV3_003/in3*
dtype0*
	fill_mode	NEAREST*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_003/out0Identity!ImageProjectiveTransformV3_003/op*
T0
M
"ImageProjectiveTransformV2_003/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_003/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_003/in2Placeholder*
dtype0*
shape:
Ï
!ImageProjectiveTransformV2_003/opImageProjectiveTransformV2"ImageProjectiveTransformV2_003/in0"ImageProjectiveTransformV2_003/in1"ImageProjectiveTransformV2_003/in2*
dtype0*
	fill_mode	NEAREST*
interpolation	NEAREST
[
#ImageProjectiveTransformV2_003/out0Identity!ImageProjectiveTransformV2_003/op*
T0
M
"ImageProjectiveTransformV3_004/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_004/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_004/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_004/in3Placeholder*
dtype0*
shape:
ê
!ImageProjectiveTransformV3_004/opImageProjectiveTransformV3"ImageProjectiveTransformV3_004/in0"ImageProjectiveTransformV3_004/in1"ImageProjectiveTransformV3_004/in2"ImageProjectiveTransformV3_004/in3*
dtype0*
	fill_mode	REFLECT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_004/out0Identity!ImageProjectiveTransformV3_004/op*
T0
M
"ImageProjectiveTransformV3_005/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_005/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_005/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_005/in3Placeholder*
dtype0*
shape:
ê
!ImageProjectiveTransformV3_005/opImageProjectiveTransformV3"ImageProjectiveTransformV3_005/in0"ImageProjectiveTransformV3_005/in1"ImageProjectiveTransformV3_005/in2"ImageProjectiveTransformV3_005/in3*
dtype0*
	fill_mode	REFLECT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_005/out0Identity!ImageProjectiveTransformV3_005/op*
T0
M
"ImageProjectiveTransformV3_006/in0Placeholder*
dtype0	*
shape:
M
"ImageProjectiveTransformV3_006/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_006/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_006/in3Placeholder*
dtype0*
shape:
ê
!ImageProjectiveTransformV3_006/opImageProjectiveTransformV3"ImageProjectiveTransformV3_006/in0"ImageProjectiveTransformV3_006/in1"ImageProjectiveTransformV3_006/in2"ImageProjectiveTransformV3_006/in3*
dtype0	*
	fill_mode	REFLECT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_006/out0Identity!ImageProjectiveTransformV3_006/op*
T0	
M
"ImageProjectiveTransformV3_007/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_007/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_007/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_007/in3Placeholder*
dtype0*
shape:
ê
!ImageProjectiveTransformV3_007/opImageProjectiveTransformV3"ImageProjectiveTransformV3_007/in0"ImageProjectiveTransformV3_007/in1"ImageProjectiveTransformV3_007/in2"ImageProjectiveTransformV3_007/in3*
dtype0*
	fill_mode	REFLECT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_007/out0Identity!ImageProjectiveTransformV3_007/op*
T0
M
"ImageProjectiveTransformV3_008/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_008/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_008/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_008/in3Placeholder*
dtype0*
shape:
ê
!ImageProjectiveTransformV3_008/opImageProjectiveTransformV3"ImageProjectiveTransformV3_008/in0"ImageProjectiveTransformV3_008/in1"ImageProjectiveTransformV3_008/in2"ImageProjectiveTransformV3_008/in3*
dtype0*
	fill_mode	REFLECT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_008/out0Identity!ImageProjectiveTransformV3_008/op*
T0
M
"ImageProjectiveTransformV3_009/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_009/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_009/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_009/in3Placeholder*
dtype0*
shape:
í
!ImageProjectiveTransformV3_009/opImageProjectiveTransformV3"ImageProjectiveTransformV3_009/in0"ImageProjectiveTransformV3_009/in1"ImageProjectiveTransformV3_009/in2"ImageProjectiveTransformV3_009/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_009/out0Identity!ImageProjectiveTransformV3_009/op*
T0
M
"ImageProjectiveTransformV2_004/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_004/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_004/in2Placeholder*
dtype0*
shape:
Ó
!ImageProjectiveTransformV2_004/opImageProjectiveTransformV2"ImageProjectiveTransformV2_004/in0"ImageProjectiveTransformV2_004/in1"ImageProjectiveTransformV2_004/in2*
dtype0*
	fill_mode
CONSTANT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV2_004/out0Identity!ImageProjectiveTransformV2_004/op*
T0
M
"ImageProjectiveTransformV3_010/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_010/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_010/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_010/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_010/opImageProjectiveTransformV3"ImageProjectiveTransformV3_010/in0"ImageProjectiveTransformV3_010/in1"ImageProjectiveTransformV3_010/in2"ImageProjectiveTransformV3_010/in3*
dtype0*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_010/out0Identity!ImageProjectiveTransformV3_010/op*
T0
M
"ImageProjectiveTransformV2_005/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_005/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_005/in2Placeholder*
dtype0*
shape:
Ì
!ImageProjectiveTransformV2_005/opImageProjectiveTransformV2"ImageProjectiveTransformV2_005/in0"ImageProjectiveTransformV2_005/in1"ImageProjectiveTransformV2_005/in2*
dtype0*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV2_005/out0Identity!ImageProjectiveTransformV2_005/op*
T0
M
"ImageProjectiveTransformV3_011/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_011/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_011/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_011/in3Placeholder*
dtype0*
shape:
é
!ImageProjectiveTransformV3_011/opImageProjectiveTransformV3"ImageProjectiveTransformV3_011/in0"ImageProjectiveTransformV3_011/in1"ImageProjectiveTransformV3_011/in2"ImageProjectiveTransformV3_011/in3*
dtype0*
	fill_modeWRAP*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_011/out0Identity!ImageProjectiveTransformV3_011/op*
T0
M
"ImageProjectiveTransformV2_006/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_006/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_006/in2Placeholder*
dtype0*
shape:
Í
!ImageProjectiveTransformV2_006/opImageProjectiveTransformV2"ImageProjectiveTransformV2_006/in0"ImageProjectiveTransformV2_006/in1"ImageProjectiveTransformV2_006/in2*
dtype0*
	fill_modeWRAP*
interpolation
BILINEAR
[
#ImageProjectiveTransformV2_006/out0Identity!ImageProjectiveTransformV2_006/op*
T0
M
"ImageProjectiveTransformV3_012/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_012/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_012/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_012/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_012/opImageProjectiveTransformV3"ImageProjectiveTransformV3_012/in0"ImageProjectiveTransformV3_012/in1"ImageProjectiveTransformV3_012/in2"ImageProjectiveTransformV3_012/in3*
dtype0*
	fill_mode	NEAREST*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_012/out0Identity!ImageProjectiveTransformV3_012/op*
T0
M
"ImageProjectiveTransformV2_007/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_007/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV2_007/in2Placeholder*
dtype0*
shape:
Ì
!ImageProjectiveTransformV2_007/opImageProjectiveTransformV2"ImageProjectiveTransformV2_007/in0"ImageProjectiveTransformV2_007/in1"ImageProjectiveTransformV2_007/in2*
dtype0*
	fill_mode	NEAREST*
interpolation
BILINEAR
[
#ImageProjectiveTransformV2_007/out0Identity!ImageProjectiveTransformV2_007/op*
T0
M
"ImageProjectiveTransformV3_013/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_013/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_013/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_013/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_013/opImageProjectiveTransformV3"ImageProjectiveTransformV3_013/in0"ImageProjectiveTransformV3_013/in1"ImageProjectiveTransformV3_013/in2"ImageProjectiveTransformV3_013/in3*
dtype0*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_013/out0Identity!ImageProjectiveTransformV3_013/op*
T0
M
"ImageProjectiveTransformV3_014/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_014/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_014/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_014/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_014/opImageProjectiveTransformV3"ImageProjectiveTransformV3_014/in0"ImageProjectiveTransformV3_014/in1"ImageProjectiveTransformV3_014/in2"ImageProjectiveTransformV3_014/in3*
dtype0*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_014/out0Identity!ImageProjectiveTransformV3_014/op*
T0
M
"ImageProjectiveTransformV3_015/in0Placeholder*
dtype0	*
shape:
M
"ImageProjectiveTransformV3_015/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_015/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_015/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_015/opImageProjectiveTransformV3"ImageProjectiveTransformV3_015/in0"ImageProjectiveTransformV3_015/in1"ImageProjectiveTransformV3_015/in2"ImageProjectiveTransformV3_015/in3*
dtype0	*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_015/out0Identity!ImageProjectiveTransformV3_015/op*
T0	
M
"ImageProjectiveTransformV3_016/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_016/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_016/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_016/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_016/opImageProjectiveTransformV3"ImageProjectiveTransformV3_016/in0"ImageProjectiveTransformV3_016/in1"ImageProjectiveTransformV3_016/in2"ImageProjectiveTransformV3_016/in3*
dtype0*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_016/out0Identity!ImageProjectiveTransformV3_016/op*
T0
M
"ImageProjectiveTransformV3_017/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_017/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_017/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_017/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_017/opImageProjectiveTransformV3"ImageProjectiveTransformV3_017/in0"ImageProjectiveTransformV3_017/in1"ImageProjectiveTransformV3_017/in2"ImageProjectiveTransformV3_017/in3*
dtype0*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_017/out0Identity!ImageProjectiveTransformV3_017/op*
T0
M
"ImageProjectiveTransformV3_018/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_018/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_018/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_018/in3Placeholder*
dtype0*
shape:
ç
!ImageProjectiveTransformV3_018/opImageProjectiveTransformV3"ImageProjectiveTransformV3_018/in0"ImageProjectiveTransformV3_018/in1"ImageProjectiveTransformV3_018/in2"ImageProjectiveTransformV3_018/in3*
dtype0*
	fill_modeWRAP*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_018/out0Identity!ImageProjectiveTransformV3_018/op*
T0
M
"ImageProjectiveTransformV3_019/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_019/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_019/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_019/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_019/opImageProjectiveTransformV3"ImageProjectiveTransformV3_019/in0"ImageProjectiveTransformV3_019/in1"ImageProjectiveTransformV3_019/in2"ImageProjectiveTransformV3_019/in3*
dtype0*
	fill_mode	REFLECT*
interpolation
BILINEAR
[
#ImageProjectiveTransformV3_019/out0Identity!ImageProjectiveTransformV3_019/op*
T0
M
"ImageProjectiveTransformV3_020/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_020/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_020/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_020/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_020/opImageProjectiveTransformV3"ImageProjectiveTransformV3_020/in0"ImageProjectiveTransformV3_020/in1"ImageProjectiveTransformV3_020/in2"ImageProjectiveTransformV3_020/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_020/out0Identity!ImageProjectiveTransformV3_020/op*
T0
M
"ImageProjectiveTransformV3_021/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_021/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_021/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_021/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_021/opImageProjectiveTransformV3"ImageProjectiveTransformV3_021/in0"ImageProjectiveTransformV3_021/in1"ImageProjectiveTransformV3_021/in2"ImageProjectiveTransformV3_021/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_021/out0Identity!ImageProjectiveTransformV3_021/op*
T0
M
"ImageProjectiveTransformV3_022/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_022/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_022/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_022/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_022/opImageProjectiveTransformV3"ImageProjectiveTransformV3_022/in0"ImageProjectiveTransformV3_022/in1"ImageProjectiveTransformV3_022/in2"ImageProjectiveTransformV3_022/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_022/out0Identity!ImageProjectiveTransformV3_022/op*
T0
M
"ImageProjectiveTransformV3_023/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_023/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_023/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_023/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_023/opImageProjectiveTransformV3"ImageProjectiveTransformV3_023/in0"ImageProjectiveTransformV3_023/in1"ImageProjectiveTransformV3_023/in2"ImageProjectiveTransformV3_023/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_023/out0Identity!ImageProjectiveTransformV3_023/op*
T0
M
"ImageProjectiveTransformV3_024/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_024/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_024/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_024/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_024/opImageProjectiveTransformV3"ImageProjectiveTransformV3_024/in0"ImageProjectiveTransformV3_024/in1"ImageProjectiveTransformV3_024/in2"ImageProjectiveTransformV3_024/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_024/out0Identity!ImageProjectiveTransformV3_024/op*
T0
M
"ImageProjectiveTransformV3_025/in0Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_025/in1Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_025/in2Placeholder*
dtype0*
shape:
M
"ImageProjectiveTransformV3_025/in3Placeholder*
dtype0*
shape:
ë
!ImageProjectiveTransformV3_025/opImageProjectiveTransformV3"ImageProjectiveTransformV3_025/in0"ImageProjectiveTransformV3_025/in1"ImageProjectiveTransformV3_025/in2"ImageProjectiveTransformV3_025/in3*
dtype0*
	fill_mode
CONSTANT*
interpolation	NEAREST
[
#ImageProjectiveTransformV3_025/out0Identity!ImageProjectiveTransformV3_025/op*
T0
D
DrawBoundingBoxes_000/in0Placeholder*
dtype0*
shape:
D
DrawBoundingBoxes_000/in1Placeholder*
dtype0*
shape:
l
DrawBoundingBoxes_000/opDrawBoundingBoxesDrawBoundingBoxes_000/in0DrawBoundingBoxes_000/in1*
T0
I
DrawBoundingBoxes_000/out0IdentityDrawBoundingBoxes_000/op*
T0
F
DrawBoundingBoxesV2_000/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_000/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_000/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_000/opDrawBoundingBoxesV2DrawBoundingBoxesV2_000/in0DrawBoundingBoxesV2_000/in1DrawBoundingBoxesV2_000/in2*
T0
M
DrawBoundingBoxesV2_000/out0IdentityDrawBoundingBoxesV2_000/op*
T0
F
DrawBoundingBoxesV2_001/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_001/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_001/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_001/opDrawBoundingBoxesV2DrawBoundingBoxesV2_001/in0DrawBoundingBoxesV2_001/in1DrawBoundingBoxesV2_001/in2*
T0
M
DrawBoundingBoxesV2_001/out0IdentityDrawBoundingBoxesV2_001/op*
T0
D
DrawBoundingBoxes_001/in0Placeholder*
dtype0*
shape:
D
DrawBoundingBoxes_001/in1Placeholder*
dtype0*
shape:
l
DrawBoundingBoxes_001/opDrawBoundingBoxesDrawBoundingBoxes_001/in0DrawBoundingBoxes_001/in1*
T0
I
DrawBoundingBoxes_001/out0IdentityDrawBoundingBoxes_001/op*
T0
F
DrawBoundingBoxesV2_002/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_002/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_002/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_002/opDrawBoundingBoxesV2DrawBoundingBoxesV2_002/in0DrawBoundingBoxesV2_002/in1DrawBoundingBoxesV2_002/in2*
T0
M
DrawBoundingBoxesV2_002/out0IdentityDrawBoundingBoxesV2_002/op*
T0
F
DrawBoundingBoxesV2_003/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_003/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_003/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_003/opDrawBoundingBoxesV2DrawBoundingBoxesV2_003/in0DrawBoundingBoxesV2_003/in1DrawBoundingBoxesV2_003/in2*
T0
M
DrawBoundingBoxesV2_003/out0IdentityDrawBoundingBoxesV2_003/op*
T0
D
DrawBoundingBoxes_002/in0Placeholder*
dtype0*
shape:
D
DrawBoundingBoxes_002/in1Placeholder*
dtype0*
shape:
l
DrawBoundingBoxes_002/opDrawBoundingBoxesDrawBoundingBoxes_002/in0DrawBoundingBoxes_002/in1*
T0
I
DrawBoundingBoxes_002/out0IdentityDrawBoundingBoxes_002/op*
T0
F
DrawBoundingBoxesV2_004/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_004/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_004/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_004/opDrawBoundingBoxesV2DrawBoundingBoxesV2_004/in0DrawBoundingBoxesV2_004/in1DrawBoundingBoxesV2_004/in2*
T0
M
DrawBoundingBoxesV2_004/out0IdentityDrawBoundingBoxesV2_004/op*
T0
F
DrawBoundingBoxesV2_005/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_005/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_005/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_005/opDrawBoundingBoxesV2DrawBoundingBoxesV2_005/in0DrawBoundingBoxesV2_005/in1DrawBoundingBoxesV2_005/in2*
T0
M
DrawBoundingBoxesV2_005/out0IdentityDrawBoundingBoxesV2_005/op*
T0
D
DrawBoundingBoxes_003/in0Placeholder*
dtype0*
shape:
D
DrawBoundingBoxes_003/in1Placeholder*
dtype0*
shape:
l
DrawBoundingBoxes_003/opDrawBoundingBoxesDrawBoundingBoxes_003/in0DrawBoundingBoxes_003/in1*
T0
I
DrawBoundingBoxes_003/out0IdentityDrawBoundingBoxes_003/op*
T0
D
DrawBoundingBoxes_004/in0Placeholder*
dtype0*
shape:
D
DrawBoundingBoxes_004/in1Placeholder*
dtype0*
shape:
l
DrawBoundingBoxes_004/opDrawBoundingBoxesDrawBoundingBoxes_004/in0DrawBoundingBoxes_004/in1*
T0
I
DrawBoundingBoxes_004/out0IdentityDrawBoundingBoxes_004/op*
T0
D
DrawBoundingBoxes_005/in0Placeholder*
dtype0*
shape:
D
DrawBoundingBoxes_005/in1Placeholder*
dtype0*
shape:
l
DrawBoundingBoxes_005/opDrawBoundingBoxesDrawBoundingBoxes_005/in0DrawBoundingBoxes_005/in1*
T0
I
DrawBoundingBoxes_005/out0IdentityDrawBoundingBoxes_005/op*
T0
D
DrawBoundingBoxes_006/in0Placeholder*
dtype0*
shape:
D
DrawBoundingBoxes_006/in1Placeholder*
dtype0*
shape:
l
DrawBoundingBoxes_006/opDrawBoundingBoxesDrawBoundingBoxes_006/in0DrawBoundingBoxes_006/in1*
T0
I
DrawBoundingBoxes_006/out0IdentityDrawBoundingBoxes_006/op*
T0
F
DrawBoundingBoxesV2_006/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_006/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_006/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_006/opDrawBoundingBoxesV2DrawBoundingBoxesV2_006/in0DrawBoundingBoxesV2_006/in1DrawBoundingBoxesV2_006/in2*
T0
M
DrawBoundingBoxesV2_006/out0IdentityDrawBoundingBoxesV2_006/op*
T0
F
DrawBoundingBoxesV2_007/in0Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_007/in1Placeholder*
dtype0*
shape:
F
DrawBoundingBoxesV2_007/in2Placeholder*
dtype0*
shape:
ë
DrawBoundingBoxesV2_007/opDrawBoundingBoxesV2DrawBoundingBoxesV2_007/in0DrawBoundingBoxesV2_007/in1DrawBoundingBoxesV2_007/in2*
T0
M
DrawBoundingBoxesV2_007/out0IdentityDrawBoundingBoxesV2_007/op*
T0"Ì