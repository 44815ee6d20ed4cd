
=
SegmentSum_000/in0Placeholder*
dtype0*
shape:
=
SegmentSum_000/in1Placeholder*
dtype0*
shape:
`
SegmentSum_000/op
SegmentSumSegmentSum_000/in0SegmentSum_000/in1*
Tindices0*
T0
;
SegmentSum_000/out0IdentitySegmentSum_000/op*
T0
=
SegmentSum_001/in0Placeholder*
dtype0*
shape:
=
SegmentSum_001/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_001/op
SegmentSumSegmentSum_001/in0SegmentSum_001/in1*
Tindices0	*
T0
;
SegmentSum_001/out0IdentitySegmentSum_001/op*
T0
=
SegmentSum_002/in0Placeholder*
dtype0*
shape:
=
SegmentSum_002/in1Placeholder*
dtype0*
shape:
`
SegmentSum_002/op
SegmentSumSegmentSum_002/in0SegmentSum_002/in1*
Tindices0*
T0
;
SegmentSum_002/out0IdentitySegmentSum_002/op*
T0
=
SegmentSum_003/in0Placeholder*
dtype0*
shape:
=
SegmentSum_003/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_003/op
SegmentSumSegmentSum_003/in0SegmentSum_003/in1*
Tindices0	*
T0
;
SegmentSum_003/out0IdentitySegmentSum_003/op*
T0
=
SegmentSum_004/in0Placeholder*
dtype0*
shape:
=
SegmentSum_004/in1Placeholder*
dtype0*
shape:
`
SegmentSum_004/op
SegmentSumSegmentSum_004/in0SegmentSum_004/in1*
Tindices0*
T0
;
SegmentSum_004/out0IdentitySegmentSum_004/op*
T0
=
SegmentSum_005/in0Placeholder*
dtype0*
shape:
=
SegmentSum_005/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_005/op
SegmentSumSegmentSum_005/in0SegmentSum_005/in1*
Tindices0	*
T0
;
SegmentSum_005/out0IdentitySegmentSum_005/op*
T0
=
SegmentSum_006/in0Placeholder*
dtype0*
shape:
=
SegmentSum_006/in1Placeholder*
dtype0*
shape:
`
SegmentSum_006/op
SegmentSumSegmentSum_006/in0SegmentSum_006/in1*
Tindices0*
T0
;
SegmentSum_006/out0IdentitySegmentSum_006/op*
T0
=
SegmentSum_007/in0Placeholder*
dtype0	*
shape:
=
SegmentSum_007/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_007/op
SegmentSumSegmentSum_007/in0SegmentSum_007/in1*
Tindices0	*
T0	
;
SegmentSum_007/out0IdentitySegmentSum_007/op*
T0	
=
SegmentSum_008/in0Placeholder*
dtype0*
shape:
=
SegmentSum_008/in1Placeholder*
dtype0*
shape:
`
SegmentSum_008/op
SegmentSumSegmentSum_008/in0SegmentSum_008/in1*
Tindices0*
T0
;
SegmentSum_008/out0IdentitySegmentSum_008/op*
T0
=
SegmentSum_009/in0Placeholder*
dtype0*
shape:
=
SegmentSum_009/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_009/op
SegmentSumSegmentSum_009/in0SegmentSum_009/in1*
Tindices0	*
T0
;
SegmentSum_009/out0IdentitySegmentSum_009/op*
T0
=
SegmentSum_010/in0Placeholder*
dtype0*
shape:
=
SegmentSum_010/in1Placeholder*
dtype0*
shape:
`
SegmentSum_010/op
SegmentSumSegmentSum_010/in0SegmentSum_010/in1*
Tindices0*
T0
;
SegmentSum_010/out0IdentitySegmentSum_010/op*
T0
=
SegmentSum_011/in0Placeholder*
dtype0*
shape:
=
SegmentSum_011/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_011/op
SegmentSumSegmentSum_011/in0SegmentSum_011/in1*
Tindices0	*
T0
;
SegmentSum_011/out0IdentitySegmentSum_011/op*
T0
=
SegmentSum_012/in0Placeholder*
dtype0*
shape:
=
SegmentSum_012/in1Placeholder*
dtype0*
shape:
`
SegmentSum_012/op
SegmentSumSegmentSum_012/in0SegmentSum_012/in1*
Tindices0*
T0
;
SegmentSum_012/out0IdentitySegmentSum_012/op*
T0
=
SegmentSum_013/in0Placeholder*
dtype0*
shape:
=
SegmentSum_013/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_013/op
SegmentSumSegmentSum_013/in0SegmentSum_013/in1*
Tindices0	*
T0
;
SegmentSum_013/out0IdentitySegmentSum_013/op*
T0
E
UnsortedSegmentSum_000/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_000/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_000/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_000/opUnsortedSegmentSumUnsortedSegmentSum_000/in0UnsortedSegmentSum_000/in1UnsortedSegmentSum_000/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_000/out0IdentityUnsortedSegmentSum_000/op*
T0
E
UnsortedSegmentSum_001/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_001/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_001/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_001/opUnsortedSegmentSumUnsortedSegmentSum_001/in0UnsortedSegmentSum_001/in1UnsortedSegmentSum_001/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentSum_001/out0IdentityUnsortedSegmentSum_001/op*
T0
E
UnsortedSegmentSum_002/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_002/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_002/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_002/opUnsortedSegmentSumUnsortedSegmentSum_002/in0UnsortedSegmentSum_002/in1UnsortedSegmentSum_002/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_002/out0IdentityUnsortedSegmentSum_002/op*
T0
E
UnsortedSegmentSum_003/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_003/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_003/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_003/opUnsortedSegmentSumUnsortedSegmentSum_003/in0UnsortedSegmentSum_003/in1UnsortedSegmentSum_003/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentSum_003/out0IdentityUnsortedSegmentSum_003/op*
T0
E
UnsortedSegmentSum_004/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_004/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_004/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_004/opUnsortedSegmentSumUnsortedSegmentSum_004/in0UnsortedSegmentSum_004/in1UnsortedSegmentSum_004/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_004/out0IdentityUnsortedSegmentSum_004/op*
T0
E
UnsortedSegmentSum_005/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_005/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_005/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_005/opUnsortedSegmentSumUnsortedSegmentSum_005/in0UnsortedSegmentSum_005/in1UnsortedSegmentSum_005/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentSum_005/out0IdentityUnsortedSegmentSum_005/op*
T0
E
UnsortedSegmentSum_006/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_006/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_006/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_006/opUnsortedSegmentSumUnsortedSegmentSum_006/in0UnsortedSegmentSum_006/in1UnsortedSegmentSum_006/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_006/out0IdentityUnsortedSegmentSum_006/op*
T0
E
UnsortedSegmentSum_007/in0Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_007/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_007/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_007/opUnsortedSegmentSumUnsortedSegmentSum_007/in0UnsortedSegmentSum_007/in1UnsortedSegmentSum_007/in2*
Tindices0	*
Tnumsegments0	*
T0	
K
UnsortedSegmentSum_007/out0IdentityUnsortedSegmentSum_007/op*
T0	
E
UnsortedSegmentSum_008/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_008/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_008/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_008/opUnsortedSegmentSumUnsortedSegmentSum_008/in0UnsortedSegmentSum_008/in1UnsortedSegmentSum_008/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_008/out0IdentityUnsortedSegmentSum_008/op*
T0
E
UnsortedSegmentSum_009/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_009/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_009/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_009/opUnsortedSegmentSumUnsortedSegmentSum_009/in0UnsortedSegmentSum_009/in1UnsortedSegmentSum_009/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentSum_009/out0IdentityUnsortedSegmentSum_009/op*
T0
E
UnsortedSegmentSum_010/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_010/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_010/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_010/opUnsortedSegmentSumUnsortedSegmentSum_010/in0UnsortedSegmentSum_010/in1UnsortedSegmentSum_010/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_010/out0IdentityUnsortedSegmentSum_010/op*
T0
E
UnsortedSegmentSum_011/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_011/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_011/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_011/opUnsortedSegmentSumUnsortedSegmentSum_011/in0UnsortedSegmentSum_011/in1UnsortedSegmentSum_011/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentSum_011/out0IdentityUnsortedSegmentSum_011/op*
T0
E
UnsortedSegmentSum_012/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_012/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_012/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_012/opUnsortedSegmentSumUnsortedSegmentSum_012/in0UnsortedSegmentSum_012/in1UnsortedSegmentSum_012/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_012/out0IdentityUnsortedSegmentSum_012/op*
T0
E
UnsortedSegmentSum_013/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_013/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentSum_013/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_013/opUnsortedSegmentSumUnsortedSegmentSum_013/in0UnsortedSegmentSum_013/in1UnsortedSegmentSum_013/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentSum_013/out0IdentityUnsortedSegmentSum_013/op*
T0
=
SegmentSum_014/in0Placeholder*
dtype0*
shape:
=
SegmentSum_014/in1Placeholder*
dtype0*
shape:
`
SegmentSum_014/op
SegmentSumSegmentSum_014/in0SegmentSum_014/in1*
Tindices0*
T0
;
SegmentSum_014/out0IdentitySegmentSum_014/op*
T0
=
SegmentSum_015/in0Placeholder*
dtype0*
shape:
=
SegmentSum_015/in1Placeholder*
dtype0*
shape:
`
SegmentSum_015/op
SegmentSumSegmentSum_015/in0SegmentSum_015/in1*
Tindices0*
T0
;
SegmentSum_015/out0IdentitySegmentSum_015/op*
T0
=
SegmentSum_016/in0Placeholder*
dtype0*
shape:
=
SegmentSum_016/in1Placeholder*
dtype0*
shape:
`
SegmentSum_016/op
SegmentSumSegmentSum_016/in0SegmentSum_016/in1*
Tindices0*
T0
;
SegmentSum_016/out0IdentitySegmentSum_016/op*
T0
=
SegmentSum_017/in0Placeholder*
dtype0*
shape:
=
SegmentSum_017/in1Placeholder*
dtype0	*
shape:
`
SegmentSum_017/op
SegmentSumSegmentSum_017/in0SegmentSum_017/in1*
Tindices0	*
T0
;
SegmentSum_017/out0IdentitySegmentSum_017/op*
T0
>
SegmentMean_000/in0Placeholder*
dtype0*
shape:
>
SegmentMean_000/in1Placeholder*
dtype0*
shape:
d
SegmentMean_000/opSegmentMeanSegmentMean_000/in0SegmentMean_000/in1*
Tindices0*
T0
=
SegmentMean_000/out0IdentitySegmentMean_000/op*
T0
>
SegmentMean_001/in0Placeholder*
dtype0*
shape:
>
SegmentMean_001/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_001/opSegmentMeanSegmentMean_001/in0SegmentMean_001/in1*
Tindices0	*
T0
=
SegmentMean_001/out0IdentitySegmentMean_001/op*
T0
>
SegmentMean_002/in0Placeholder*
dtype0*
shape:
>
SegmentMean_002/in1Placeholder*
dtype0*
shape:
d
SegmentMean_002/opSegmentMeanSegmentMean_002/in0SegmentMean_002/in1*
Tindices0*
T0
=
SegmentMean_002/out0IdentitySegmentMean_002/op*
T0
>
SegmentMean_003/in0Placeholder*
dtype0*
shape:
>
SegmentMean_003/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_003/opSegmentMeanSegmentMean_003/in0SegmentMean_003/in1*
Tindices0	*
T0
=
SegmentMean_003/out0IdentitySegmentMean_003/op*
T0
>
SegmentMean_004/in0Placeholder*
dtype0*
shape:
>
SegmentMean_004/in1Placeholder*
dtype0*
shape:
d
SegmentMean_004/opSegmentMeanSegmentMean_004/in0SegmentMean_004/in1*
Tindices0*
T0
=
SegmentMean_004/out0IdentitySegmentMean_004/op*
T0
>
SegmentMean_005/in0Placeholder*
dtype0*
shape:
>
SegmentMean_005/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_005/opSegmentMeanSegmentMean_005/in0SegmentMean_005/in1*
Tindices0	*
T0
=
SegmentMean_005/out0IdentitySegmentMean_005/op*
T0
>
SegmentMean_006/in0Placeholder*
dtype0*
shape:
>
SegmentMean_006/in1Placeholder*
dtype0*
shape:
d
SegmentMean_006/opSegmentMeanSegmentMean_006/in0SegmentMean_006/in1*
Tindices0*
T0
=
SegmentMean_006/out0IdentitySegmentMean_006/op*
T0
>
SegmentMean_007/in0Placeholder*
dtype0	*
shape:
>
SegmentMean_007/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_007/opSegmentMeanSegmentMean_007/in0SegmentMean_007/in1*
Tindices0	*
T0	
=
SegmentMean_007/out0IdentitySegmentMean_007/op*
T0	
>
SegmentMean_008/in0Placeholder*
dtype0*
shape:
>
SegmentMean_008/in1Placeholder*
dtype0*
shape:
d
SegmentMean_008/opSegmentMeanSegmentMean_008/in0SegmentMean_008/in1*
Tindices0*
T0
=
SegmentMean_008/out0IdentitySegmentMean_008/op*
T0
>
SegmentMean_009/in0Placeholder*
dtype0*
shape:
>
SegmentMean_009/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_009/opSegmentMeanSegmentMean_009/in0SegmentMean_009/in1*
Tindices0	*
T0
=
SegmentMean_009/out0IdentitySegmentMean_009/op*
T0
>
SegmentMean_010/in0Placeholder*
dtype0*
shape:
>
SegmentMean_010/in1Placeholder*
dtype0*
shape:
d
SegmentMean_010/opSegmentMeanSegmentMean_010/in0SegmentMean_010/in1*
Tindices0*
T0
=
SegmentMean_010/out0IdentitySegmentMean_010/op*
T0
>
SegmentMean_011/in0Placeholder*
dtype0*
shape:
>
SegmentMean_011/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_011/opSegmentMeanSegmentMean_011/in0SegmentMean_011/in1*
Tindices0	*
T0
=
SegmentMean_011/out0IdentitySegmentMean_011/op*
T0
>
SegmentMean_012/in0Placeholder*
dtype0*
shape:
>
SegmentMean_012/in1Placeholder*
dtype0*
shape:
d
SegmentMean_012/opSegmentMeanSegmentMean_012/in0SegmentMean_012/in1*
Tindices0*
T0
=
SegmentMean_012/out0IdentitySegmentMean_012/op*
T0
>
SegmentMean_013/in0Placeholder*
dtype0*
shape:
>
SegmentMean_013/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_013/opSegmentMeanSegmentMean_013/in0SegmentMean_013/in1*
Tindices0	*
T0
=
SegmentMean_013/out0IdentitySegmentMean_013/op*
T0
>
SegmentMean_014/in0Placeholder*
dtype0*
shape:
>
SegmentMean_014/in1Placeholder*
dtype0*
shape:
d
SegmentMean_014/opSegmentMeanSegmentMean_014/in0SegmentMean_014/in1*
Tindices0*
T0
=
SegmentMean_014/out0IdentitySegmentMean_014/op*
T0
>
SegmentMean_015/in0Placeholder*
dtype0*
shape:
>
SegmentMean_015/in1Placeholder*
dtype0*
shape:
d
SegmentMean_015/opSegmentMeanSegmentMean_015/in0SegmentMean_015/in1*
Tindices0*
T0
=
SegmentMean_015/out0IdentitySegmentMean_015/op*
T0
>
SegmentMean_016/in0Placeholder*
dtype0*
shape:
>
SegmentMean_016/in1Placeholder*
dtype0*
shape:
d
SegmentMean_016/opSegmentMeanSegmentMean_016/in0SegmentMean_016/in1*
Tindices0*
T0
=
SegmentMean_016/out0IdentitySegmentMean_016/op*
T0
>
SegmentMean_017/in0Placeholder*
dtype0*
shape:
>
SegmentMean_017/in1Placeholder*
dtype0	*
shape:
d
SegmentMean_017/opSegmentMeanSegmentMean_017/in0SegmentMean_017/in1*
Tindices0	*
T0
=
SegmentMean_017/out0IdentitySegmentMean_017/op*
T0
>
SegmentProd_000/in0Placeholder*
dtype0*
shape:
>
SegmentProd_000/in1Placeholder*
dtype0*
shape:
d
SegmentProd_000/opSegmentProdSegmentProd_000/in0SegmentProd_000/in1*
Tindices0*
T0
=
SegmentProd_000/out0IdentitySegmentProd_000/op*
T0
>
SegmentProd_001/in0Placeholder*
dtype0*
shape:
>
SegmentProd_001/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_001/opSegmentProdSegmentProd_001/in0SegmentProd_001/in1*
Tindices0	*
T0
=
SegmentProd_001/out0IdentitySegmentProd_001/op*
T0
>
SegmentProd_002/in0Placeholder*
dtype0*
shape:
>
SegmentProd_002/in1Placeholder*
dtype0*
shape:
d
SegmentProd_002/opSegmentProdSegmentProd_002/in0SegmentProd_002/in1*
Tindices0*
T0
=
SegmentProd_002/out0IdentitySegmentProd_002/op*
T0
>
SegmentProd_003/in0Placeholder*
dtype0*
shape:
>
SegmentProd_003/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_003/opSegmentProdSegmentProd_003/in0SegmentProd_003/in1*
Tindices0	*
T0
=
SegmentProd_003/out0IdentitySegmentProd_003/op*
T0
>
SegmentProd_004/in0Placeholder*
dtype0*
shape:
>
SegmentProd_004/in1Placeholder*
dtype0*
shape:
d
SegmentProd_004/opSegmentProdSegmentProd_004/in0SegmentProd_004/in1*
Tindices0*
T0
=
SegmentProd_004/out0IdentitySegmentProd_004/op*
T0
>
SegmentProd_005/in0Placeholder*
dtype0*
shape:
>
SegmentProd_005/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_005/opSegmentProdSegmentProd_005/in0SegmentProd_005/in1*
Tindices0	*
T0
=
SegmentProd_005/out0IdentitySegmentProd_005/op*
T0
>
SegmentProd_006/in0Placeholder*
dtype0*
shape:
>
SegmentProd_006/in1Placeholder*
dtype0*
shape:
d
SegmentProd_006/opSegmentProdSegmentProd_006/in0SegmentProd_006/in1*
Tindices0*
T0
=
SegmentProd_006/out0IdentitySegmentProd_006/op*
T0
>
SegmentProd_007/in0Placeholder*
dtype0	*
shape:
>
SegmentProd_007/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_007/opSegmentProdSegmentProd_007/in0SegmentProd_007/in1*
Tindices0	*
T0	
=
SegmentProd_007/out0IdentitySegmentProd_007/op*
T0	
>
SegmentProd_008/in0Placeholder*
dtype0*
shape:
>
SegmentProd_008/in1Placeholder*
dtype0*
shape:
d
SegmentProd_008/opSegmentProdSegmentProd_008/in0SegmentProd_008/in1*
Tindices0*
T0
=
SegmentProd_008/out0IdentitySegmentProd_008/op*
T0
>
SegmentProd_009/in0Placeholder*
dtype0*
shape:
>
SegmentProd_009/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_009/opSegmentProdSegmentProd_009/in0SegmentProd_009/in1*
Tindices0	*
T0
=
SegmentProd_009/out0IdentitySegmentProd_009/op*
T0
>
SegmentProd_010/in0Placeholder*
dtype0*
shape:
>
SegmentProd_010/in1Placeholder*
dtype0*
shape:
d
SegmentProd_010/opSegmentProdSegmentProd_010/in0SegmentProd_010/in1*
Tindices0*
T0
=
SegmentProd_010/out0IdentitySegmentProd_010/op*
T0
>
SegmentProd_011/in0Placeholder*
dtype0*
shape:
>
SegmentProd_011/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_011/opSegmentProdSegmentProd_011/in0SegmentProd_011/in1*
Tindices0	*
T0
=
SegmentProd_011/out0IdentitySegmentProd_011/op*
T0
>
SegmentProd_012/in0Placeholder*
dtype0*
shape:
>
SegmentProd_012/in1Placeholder*
dtype0*
shape:
d
SegmentProd_012/opSegmentProdSegmentProd_012/in0SegmentProd_012/in1*
Tindices0*
T0
=
SegmentProd_012/out0IdentitySegmentProd_012/op*
T0
>
SegmentProd_013/in0Placeholder*
dtype0*
shape:
>
SegmentProd_013/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_013/opSegmentProdSegmentProd_013/in0SegmentProd_013/in1*
Tindices0	*
T0
=
SegmentProd_013/out0IdentitySegmentProd_013/op*
T0
F
UnsortedSegmentProd_000/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_000/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_000/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_000/opUnsortedSegmentProdUnsortedSegmentProd_000/in0UnsortedSegmentProd_000/in1UnsortedSegmentProd_000/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_000/out0IdentityUnsortedSegmentProd_000/op*
T0
F
UnsortedSegmentProd_001/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_001/in1Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_001/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_001/opUnsortedSegmentProdUnsortedSegmentProd_001/in0UnsortedSegmentProd_001/in1UnsortedSegmentProd_001/in2*
Tindices0	*
Tnumsegments0	*
T0
M
UnsortedSegmentProd_001/out0IdentityUnsortedSegmentProd_001/op*
T0
F
UnsortedSegmentProd_002/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_002/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_002/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_002/opUnsortedSegmentProdUnsortedSegmentProd_002/in0UnsortedSegmentProd_002/in1UnsortedSegmentProd_002/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_002/out0IdentityUnsortedSegmentProd_002/op*
T0
F
UnsortedSegmentProd_003/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_003/in1Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_003/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_003/opUnsortedSegmentProdUnsortedSegmentProd_003/in0UnsortedSegmentProd_003/in1UnsortedSegmentProd_003/in2*
Tindices0	*
Tnumsegments0	*
T0
M
UnsortedSegmentProd_003/out0IdentityUnsortedSegmentProd_003/op*
T0
F
UnsortedSegmentProd_004/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_004/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_004/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_004/opUnsortedSegmentProdUnsortedSegmentProd_004/in0UnsortedSegmentProd_004/in1UnsortedSegmentProd_004/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_004/out0IdentityUnsortedSegmentProd_004/op*
T0
F
UnsortedSegmentProd_005/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_005/in1Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_005/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_005/opUnsortedSegmentProdUnsortedSegmentProd_005/in0UnsortedSegmentProd_005/in1UnsortedSegmentProd_005/in2*
Tindices0	*
Tnumsegments0	*
T0
M
UnsortedSegmentProd_005/out0IdentityUnsortedSegmentProd_005/op*
T0
F
UnsortedSegmentProd_006/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_006/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_006/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_006/opUnsortedSegmentProdUnsortedSegmentProd_006/in0UnsortedSegmentProd_006/in1UnsortedSegmentProd_006/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_006/out0IdentityUnsortedSegmentProd_006/op*
T0
F
UnsortedSegmentProd_007/in0Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_007/in1Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_007/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_007/opUnsortedSegmentProdUnsortedSegmentProd_007/in0UnsortedSegmentProd_007/in1UnsortedSegmentProd_007/in2*
Tindices0	*
Tnumsegments0	*
T0	
M
UnsortedSegmentProd_007/out0IdentityUnsortedSegmentProd_007/op*
T0	
F
UnsortedSegmentProd_008/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_008/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_008/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_008/opUnsortedSegmentProdUnsortedSegmentProd_008/in0UnsortedSegmentProd_008/in1UnsortedSegmentProd_008/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_008/out0IdentityUnsortedSegmentProd_008/op*
T0
F
UnsortedSegmentProd_009/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_009/in1Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_009/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_009/opUnsortedSegmentProdUnsortedSegmentProd_009/in0UnsortedSegmentProd_009/in1UnsortedSegmentProd_009/in2*
Tindices0	*
Tnumsegments0	*
T0
M
UnsortedSegmentProd_009/out0IdentityUnsortedSegmentProd_009/op*
T0
F
UnsortedSegmentProd_010/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_010/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_010/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_010/opUnsortedSegmentProdUnsortedSegmentProd_010/in0UnsortedSegmentProd_010/in1UnsortedSegmentProd_010/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_010/out0IdentityUnsortedSegmentProd_010/op*
T0
F
UnsortedSegmentProd_011/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_011/in1Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_011/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_011/opUnsortedSegmentProdUnsortedSegmentProd_011/in0UnsortedSegmentProd_011/in1UnsortedSegmentProd_011/in2*
Tindices0	*
Tnumsegments0	*
T0
M
UnsortedSegmentProd_011/out0IdentityUnsortedSegmentProd_011/op*
T0
F
UnsortedSegmentProd_012/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_012/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_012/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_012/opUnsortedSegmentProdUnsortedSegmentProd_012/in0UnsortedSegmentProd_012/in1UnsortedSegmentProd_012/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_012/out0IdentityUnsortedSegmentProd_012/op*
T0
F
UnsortedSegmentProd_013/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_013/in1Placeholder*
dtype0	*
shape:
F
UnsortedSegmentProd_013/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_013/opUnsortedSegmentProdUnsortedSegmentProd_013/in0UnsortedSegmentProd_013/in1UnsortedSegmentProd_013/in2*
Tindices0	*
Tnumsegments0	*
T0
M
UnsortedSegmentProd_013/out0IdentityUnsortedSegmentProd_013/op*
T0
>
SegmentProd_014/in0Placeholder*
dtype0*
shape:
>
SegmentProd_014/in1Placeholder*
dtype0*
shape:
d
SegmentProd_014/opSegmentProdSegmentProd_014/in0SegmentProd_014/in1*
Tindices0*
T0
=
SegmentProd_014/out0IdentitySegmentProd_014/op*
T0
>
SegmentProd_015/in0Placeholder*
dtype0*
shape:
>
SegmentProd_015/in1Placeholder*
dtype0*
shape:
d
SegmentProd_015/opSegmentProdSegmentProd_015/in0SegmentProd_015/in1*
Tindices0*
T0
=
SegmentProd_015/out0IdentitySegmentProd_015/op*
T0
>
SegmentProd_016/in0Placeholder*
dtype0*
shape:
>
SegmentProd_016/in1Placeholder*
dtype0*
shape:
d
SegmentProd_016/opSegmentProdSegmentProd_016/in0SegmentProd_016/in1*
Tindices0*
T0
=
SegmentProd_016/out0IdentitySegmentProd_016/op*
T0
>
SegmentProd_017/in0Placeholder*
dtype0*
shape:
>
SegmentProd_017/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_017/opSegmentProdSegmentProd_017/in0SegmentProd_017/in1*
Tindices0	*
T0
=
SegmentProd_017/out0IdentitySegmentProd_017/op*
T0
=
SegmentMin_000/in0Placeholder*
dtype0*
shape:
=
SegmentMin_000/in1Placeholder*
dtype0*
shape:
`
SegmentMin_000/op
SegmentMinSegmentMin_000/in0SegmentMin_000/in1*
Tindices0*
T0
;
SegmentMin_000/out0IdentitySegmentMin_000/op*
T0
=
SegmentMin_001/in0Placeholder*
dtype0*
shape:
=
SegmentMin_001/in1Placeholder*
dtype0	*
shape:
`
SegmentMin_001/op
SegmentMinSegmentMin_001/in0SegmentMin_001/in1*
Tindices0	*
T0
;
SegmentMin_001/out0IdentitySegmentMin_001/op*
T0
=
SegmentMin_002/in0Placeholder*
dtype0*
shape:
=
SegmentMin_002/in1Placeholder*
dtype0*
shape:
`
SegmentMin_002/op
SegmentMinSegmentMin_002/in0SegmentMin_002/in1*
Tindices0*
T0
;
SegmentMin_002/out0IdentitySegmentMin_002/op*
T0
=
SegmentMin_003/in0Placeholder*
dtype0*
shape:
=
SegmentMin_003/in1Placeholder*
dtype0	*
shape:
`
SegmentMin_003/op
SegmentMinSegmentMin_003/in0SegmentMin_003/in1*
Tindices0	*
T0
;
SegmentMin_003/out0IdentitySegmentMin_003/op*
T0
=
SegmentMin_004/in0Placeholder*
dtype0*
shape:
=
SegmentMin_004/in1Placeholder*
dtype0*
shape:
`
SegmentMin_004/op
SegmentMinSegmentMin_004/in0SegmentMin_004/in1*
Tindices0*
T0
;
SegmentMin_004/out0IdentitySegmentMin_004/op*
T0
=
SegmentMin_005/in0Placeholder*
dtype0*
shape:
=
SegmentMin_005/in1Placeholder*
dtype0	*
shape:
`
SegmentMin_005/op
SegmentMinSegmentMin_005/in0SegmentMin_005/in1*
Tindices0	*
T0
;
SegmentMin_005/out0IdentitySegmentMin_005/op*
T0
=
SegmentMin_006/in0Placeholder*
dtype0*
shape:
=
SegmentMin_006/in1Placeholder*
dtype0*
shape:
`
SegmentMin_006/op
SegmentMinSegmentMin_006/in0SegmentMin_006/in1*
Tindices0*
T0
;
SegmentMin_006/out0IdentitySegmentMin_006/op*
T0
=
SegmentMin_007/in0Placeholder*
dtype0	*
shape:
=
SegmentMin_007/in1Placeholder*
dtype0	*
shape:
`
SegmentMin_007/op
SegmentMinSegmentMin_007/in0SegmentMin_007/in1*
Tindices0	*
T0	
;
SegmentMin_007/out0IdentitySegmentMin_007/op*
T0	
=
SegmentMin_008/in0Placeholder*
dtype0*
shape:
=
SegmentMin_008/in1Placeholder*
dtype0*
shape:
`
SegmentMin_008/op
SegmentMinSegmentMin_008/in0SegmentMin_008/in1*
Tindices0*
T0
;
SegmentMin_008/out0IdentitySegmentMin_008/op*
T0
=
SegmentMin_009/in0Placeholder*
dtype0*
shape:
=
SegmentMin_009/in1Placeholder*
dtype0	*
shape:
`
SegmentMin_009/op
SegmentMinSegmentMin_009/in0SegmentMin_009/in1*
Tindices0	*
T0
;
SegmentMin_009/out0IdentitySegmentMin_009/op*
T0
=
SegmentMin_010/in0Placeholder*
dtype0*
shape:
=
SegmentMin_010/in1Placeholder*
dtype0*
shape:
`
SegmentMin_010/op
SegmentMinSegmentMin_010/in0SegmentMin_010/in1*
Tindices0*
T0
;
SegmentMin_010/out0IdentitySegmentMin_010/op*
T0
=
SegmentMin_011/in0Placeholder*
dtype0*
shape:
=
SegmentMin_011/in1Placeholder*
dtype0	*
shape:
`
SegmentMin_011/op
SegmentMinSegmentMin_011/in0SegmentMin_011/in1*
Tindices0	*
T0
;
SegmentMin_011/out0IdentitySegmentMin_011/op*
T0
E
UnsortedSegmentMin_000/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_000/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_000/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_000/opUnsortedSegmentMinUnsortedSegmentMin_000/in0UnsortedSegmentMin_000/in1UnsortedSegmentMin_000/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_000/out0IdentityUnsortedSegmentMin_000/op*
T0
E
UnsortedSegmentMin_001/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_001/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMin_001/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMin_001/opUnsortedSegmentMinUnsortedSegmentMin_001/in0UnsortedSegmentMin_001/in1UnsortedSegmentMin_001/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMin_001/out0IdentityUnsortedSegmentMin_001/op*
T0
E
UnsortedSegmentMin_002/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_002/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_002/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_002/opUnsortedSegmentMinUnsortedSegmentMin_002/in0UnsortedSegmentMin_002/in1UnsortedSegmentMin_002/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_002/out0IdentityUnsortedSegmentMin_002/op*
T0
E
UnsortedSegmentMin_003/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_003/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMin_003/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMin_003/opUnsortedSegmentMinUnsortedSegmentMin_003/in0UnsortedSegmentMin_003/in1UnsortedSegmentMin_003/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMin_003/out0IdentityUnsortedSegmentMin_003/op*
T0
E
UnsortedSegmentMin_004/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_004/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_004/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_004/opUnsortedSegmentMinUnsortedSegmentMin_004/in0UnsortedSegmentMin_004/in1UnsortedSegmentMin_004/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_004/out0IdentityUnsortedSegmentMin_004/op*
T0
E
UnsortedSegmentMin_005/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_005/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMin_005/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMin_005/opUnsortedSegmentMinUnsortedSegmentMin_005/in0UnsortedSegmentMin_005/in1UnsortedSegmentMin_005/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMin_005/out0IdentityUnsortedSegmentMin_005/op*
T0
E
UnsortedSegmentMin_006/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_006/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_006/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_006/opUnsortedSegmentMinUnsortedSegmentMin_006/in0UnsortedSegmentMin_006/in1UnsortedSegmentMin_006/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_006/out0IdentityUnsortedSegmentMin_006/op*
T0
E
UnsortedSegmentMin_007/in0Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMin_007/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMin_007/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMin_007/opUnsortedSegmentMinUnsortedSegmentMin_007/in0UnsortedSegmentMin_007/in1UnsortedSegmentMin_007/in2*
Tindices0	*
Tnumsegments0	*
T0	
K
UnsortedSegmentMin_007/out0IdentityUnsortedSegmentMin_007/op*
T0	
E
UnsortedSegmentMin_008/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_008/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_008/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_008/opUnsortedSegmentMinUnsortedSegmentMin_008/in0UnsortedSegmentMin_008/in1UnsortedSegmentMin_008/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_008/out0IdentityUnsortedSegmentMin_008/op*
T0
E
UnsortedSegmentMin_009/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_009/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMin_009/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMin_009/opUnsortedSegmentMinUnsortedSegmentMin_009/in0UnsortedSegmentMin_009/in1UnsortedSegmentMin_009/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMin_009/out0IdentityUnsortedSegmentMin_009/op*
T0
E
UnsortedSegmentMin_010/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_010/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_010/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_010/opUnsortedSegmentMinUnsortedSegmentMin_010/in0UnsortedSegmentMin_010/in1UnsortedSegmentMin_010/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_010/out0IdentityUnsortedSegmentMin_010/op*
T0
E
UnsortedSegmentMin_011/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_011/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMin_011/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMin_011/opUnsortedSegmentMinUnsortedSegmentMin_011/in0UnsortedSegmentMin_011/in1UnsortedSegmentMin_011/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMin_011/out0IdentityUnsortedSegmentMin_011/op*
T0
=
SegmentMin_012/in0Placeholder*
dtype0*
shape:
=
SegmentMin_012/in1Placeholder*
dtype0*
shape:
`
SegmentMin_012/op
SegmentMinSegmentMin_012/in0SegmentMin_012/in1*
Tindices0*
T0
;
SegmentMin_012/out0IdentitySegmentMin_012/op*
T0
=
SegmentMin_013/in0Placeholder*
dtype0*
shape:
=
SegmentMin_013/in1Placeholder*
dtype0*
shape:
`
SegmentMin_013/op
SegmentMinSegmentMin_013/in0SegmentMin_013/in1*
Tindices0*
T0
;
SegmentMin_013/out0IdentitySegmentMin_013/op*
T0
=
SegmentMin_014/in0Placeholder*
dtype0*
shape:
=
SegmentMin_014/in1Placeholder*
dtype0*
shape:
`
SegmentMin_014/op
SegmentMinSegmentMin_014/in0SegmentMin_014/in1*
Tindices0*
T0
;
SegmentMin_014/out0IdentitySegmentMin_014/op*
T0
=
SegmentMin_015/in0Placeholder*
dtype0*
shape:
=
SegmentMin_015/in1Placeholder*
dtype0	*
shape:
`
SegmentMin_015/op
SegmentMinSegmentMin_015/in0SegmentMin_015/in1*
Tindices0	*
T0
;
SegmentMin_015/out0IdentitySegmentMin_015/op*
T0
=
SegmentMax_000/in0Placeholder*
dtype0*
shape:
=
SegmentMax_000/in1Placeholder*
dtype0*
shape:
`
SegmentMax_000/op
SegmentMaxSegmentMax_000/in0SegmentMax_000/in1*
Tindices0*
T0
;
SegmentMax_000/out0IdentitySegmentMax_000/op*
T0
=
SegmentMax_001/in0Placeholder*
dtype0*
shape:
=
SegmentMax_001/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_001/op
SegmentMaxSegmentMax_001/in0SegmentMax_001/in1*
Tindices0	*
T0
;
SegmentMax_001/out0IdentitySegmentMax_001/op*
T0
=
SegmentMax_002/in0Placeholder*
dtype0*
shape:
=
SegmentMax_002/in1Placeholder*
dtype0*
shape:
`
SegmentMax_002/op
SegmentMaxSegmentMax_002/in0SegmentMax_002/in1*
Tindices0*
T0
;
SegmentMax_002/out0IdentitySegmentMax_002/op*
T0
=
SegmentMax_003/in0Placeholder*
dtype0*
shape:
=
SegmentMax_003/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_003/op
SegmentMaxSegmentMax_003/in0SegmentMax_003/in1*
Tindices0	*
T0
;
SegmentMax_003/out0IdentitySegmentMax_003/op*
T0
=
SegmentMax_004/in0Placeholder*
dtype0*
shape:
=
SegmentMax_004/in1Placeholder*
dtype0*
shape:
`
SegmentMax_004/op
SegmentMaxSegmentMax_004/in0SegmentMax_004/in1*
Tindices0*
T0
;
SegmentMax_004/out0IdentitySegmentMax_004/op*
T0
=
SegmentMax_005/in0Placeholder*
dtype0*
shape:
=
SegmentMax_005/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_005/op
SegmentMaxSegmentMax_005/in0SegmentMax_005/in1*
Tindices0	*
T0
;
SegmentMax_005/out0IdentitySegmentMax_005/op*
T0
=
SegmentMax_006/in0Placeholder*
dtype0*
shape:
=
SegmentMax_006/in1Placeholder*
dtype0*
shape:
`
SegmentMax_006/op
SegmentMaxSegmentMax_006/in0SegmentMax_006/in1*
Tindices0*
T0
;
SegmentMax_006/out0IdentitySegmentMax_006/op*
T0
=
SegmentMax_007/in0Placeholder*
dtype0	*
shape:
=
SegmentMax_007/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_007/op
SegmentMaxSegmentMax_007/in0SegmentMax_007/in1*
Tindices0	*
T0	
;
SegmentMax_007/out0IdentitySegmentMax_007/op*
T0	
=
SegmentMax_008/in0Placeholder*
dtype0*
shape:
=
SegmentMax_008/in1Placeholder*
dtype0*
shape:
`
SegmentMax_008/op
SegmentMaxSegmentMax_008/in0SegmentMax_008/in1*
Tindices0*
T0
;
SegmentMax_008/out0IdentitySegmentMax_008/op*
T0
=
SegmentMax_009/in0Placeholder*
dtype0*
shape:
=
SegmentMax_009/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_009/op
SegmentMaxSegmentMax_009/in0SegmentMax_009/in1*
Tindices0	*
T0
;
SegmentMax_009/out0IdentitySegmentMax_009/op*
T0
=
SegmentMax_010/in0Placeholder*
dtype0*
shape:
=
SegmentMax_010/in1Placeholder*
dtype0*
shape:
`
SegmentMax_010/op
SegmentMaxSegmentMax_010/in0SegmentMax_010/in1*
Tindices0*
T0
;
SegmentMax_010/out0IdentitySegmentMax_010/op*
T0
=
SegmentMax_011/in0Placeholder*
dtype0*
shape:
=
SegmentMax_011/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_011/op
SegmentMaxSegmentMax_011/in0SegmentMax_011/in1*
Tindices0	*
T0
;
SegmentMax_011/out0IdentitySegmentMax_011/op*
T0
E
UnsortedSegmentMax_000/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_000/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_000/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_000/opUnsortedSegmentMaxUnsortedSegmentMax_000/in0UnsortedSegmentMax_000/in1UnsortedSegmentMax_000/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_000/out0IdentityUnsortedSegmentMax_000/op*
T0
E
UnsortedSegmentMax_001/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_001/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMax_001/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMax_001/opUnsortedSegmentMaxUnsortedSegmentMax_001/in0UnsortedSegmentMax_001/in1UnsortedSegmentMax_001/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMax_001/out0IdentityUnsortedSegmentMax_001/op*
T0
E
UnsortedSegmentMax_002/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_002/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_002/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_002/opUnsortedSegmentMaxUnsortedSegmentMax_002/in0UnsortedSegmentMax_002/in1UnsortedSegmentMax_002/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_002/out0IdentityUnsortedSegmentMax_002/op*
T0
E
UnsortedSegmentMax_003/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_003/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMax_003/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMax_003/opUnsortedSegmentMaxUnsortedSegmentMax_003/in0UnsortedSegmentMax_003/in1UnsortedSegmentMax_003/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMax_003/out0IdentityUnsortedSegmentMax_003/op*
T0
E
UnsortedSegmentMax_004/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_004/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_004/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_004/opUnsortedSegmentMaxUnsortedSegmentMax_004/in0UnsortedSegmentMax_004/in1UnsortedSegmentMax_004/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_004/out0IdentityUnsortedSegmentMax_004/op*
T0
E
UnsortedSegmentMax_005/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_005/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMax_005/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMax_005/opUnsortedSegmentMaxUnsortedSegmentMax_005/in0UnsortedSegmentMax_005/in1UnsortedSegmentMax_005/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMax_005/out0IdentityUnsortedSegmentMax_005/op*
T0
E
UnsortedSegmentMax_006/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_006/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_006/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_006/opUnsortedSegmentMaxUnsortedSegmentMax_006/in0UnsortedSegmentMax_006/in1UnsortedSegmentMax_006/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_006/out0IdentityUnsortedSegmentMax_006/op*
T0
E
UnsortedSegmentMax_007/in0Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMax_007/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMax_007/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMax_007/opUnsortedSegmentMaxUnsortedSegmentMax_007/in0UnsortedSegmentMax_007/in1UnsortedSegmentMax_007/in2*
Tindices0	*
Tnumsegments0	*
T0	
K
UnsortedSegmentMax_007/out0IdentityUnsortedSegmentMax_007/op*
T0	
E
UnsortedSegmentMax_008/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_008/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_008/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_008/opUnsortedSegmentMaxUnsortedSegmentMax_008/in0UnsortedSegmentMax_008/in1UnsortedSegmentMax_008/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_008/out0IdentityUnsortedSegmentMax_008/op*
T0
E
UnsortedSegmentMax_009/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_009/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMax_009/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMax_009/opUnsortedSegmentMaxUnsortedSegmentMax_009/in0UnsortedSegmentMax_009/in1UnsortedSegmentMax_009/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMax_009/out0IdentityUnsortedSegmentMax_009/op*
T0
E
UnsortedSegmentMax_010/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_010/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_010/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_010/opUnsortedSegmentMaxUnsortedSegmentMax_010/in0UnsortedSegmentMax_010/in1UnsortedSegmentMax_010/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_010/out0IdentityUnsortedSegmentMax_010/op*
T0
E
UnsortedSegmentMax_011/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_011/in1Placeholder*
dtype0	*
shape:
E
UnsortedSegmentMax_011/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMax_011/opUnsortedSegmentMaxUnsortedSegmentMax_011/in0UnsortedSegmentMax_011/in1UnsortedSegmentMax_011/in2*
Tindices0	*
Tnumsegments0	*
T0
K
UnsortedSegmentMax_011/out0IdentityUnsortedSegmentMax_011/op*
T0
=
SegmentMax_012/in0Placeholder*
dtype0*
shape:
=
SegmentMax_012/in1Placeholder*
dtype0*
shape:
`
SegmentMax_012/op
SegmentMaxSegmentMax_012/in0SegmentMax_012/in1*
Tindices0*
T0
;
SegmentMax_012/out0IdentitySegmentMax_012/op*
T0
=
SegmentMax_013/in0Placeholder*
dtype0*
shape:
=
SegmentMax_013/in1Placeholder*
dtype0*
shape:
`
SegmentMax_013/op
SegmentMaxSegmentMax_013/in0SegmentMax_013/in1*
Tindices0*
T0
;
SegmentMax_013/out0IdentitySegmentMax_013/op*
T0
=
SegmentMax_014/in0Placeholder*
dtype0*
shape:
=
SegmentMax_014/in1Placeholder*
dtype0*
shape:
`
SegmentMax_014/op
SegmentMaxSegmentMax_014/in0SegmentMax_014/in1*
Tindices0*
T0
;
SegmentMax_014/out0IdentitySegmentMax_014/op*
T0
=
SegmentMax_015/in0Placeholder*
dtype0*
shape:
=
SegmentMax_015/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_015/op
SegmentMaxSegmentMax_015/in0SegmentMax_015/in1*
Tindices0	*
T0
;
SegmentMax_015/out0IdentitySegmentMax_015/op*
T0
=
SegmentSum_018/in0Placeholder*
dtype0*
shape:
=
SegmentSum_018/in1Placeholder*
dtype0*
shape:
`
SegmentSum_018/op
SegmentSumSegmentSum_018/in0SegmentSum_018/in1*
Tindices0*
T0
;
SegmentSum_018/out0IdentitySegmentSum_018/op*
T0
E
UnsortedSegmentSum_014/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_014/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_014/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_014/opUnsortedSegmentSumUnsortedSegmentSum_014/in0UnsortedSegmentSum_014/in1UnsortedSegmentSum_014/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_014/out0IdentityUnsortedSegmentSum_014/op*
T0
E
UnsortedSegmentSum_015/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_015/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_015/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_015/opUnsortedSegmentSumUnsortedSegmentSum_015/in0UnsortedSegmentSum_015/in1UnsortedSegmentSum_015/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_015/out0IdentityUnsortedSegmentSum_015/op*
T0
E
UnsortedSegmentSum_016/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_016/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_016/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_016/opUnsortedSegmentSumUnsortedSegmentSum_016/in0UnsortedSegmentSum_016/in1UnsortedSegmentSum_016/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_016/out0IdentityUnsortedSegmentSum_016/op*
T0
E
UnsortedSegmentSum_017/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_017/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_017/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentSum_017/opUnsortedSegmentSumUnsortedSegmentSum_017/in0UnsortedSegmentSum_017/in1UnsortedSegmentSum_017/in2*
Tindices0*
Tnumsegments0	*
T0
K
UnsortedSegmentSum_017/out0IdentityUnsortedSegmentSum_017/op*
T0
E
UnsortedSegmentSum_018/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_018/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_018/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_018/opUnsortedSegmentSumUnsortedSegmentSum_018/in0UnsortedSegmentSum_018/in1UnsortedSegmentSum_018/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_018/out0IdentityUnsortedSegmentSum_018/op*
T0
F
UnsortedSegmentProd_014/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_014/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_014/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_014/opUnsortedSegmentProdUnsortedSegmentProd_014/in0UnsortedSegmentProd_014/in1UnsortedSegmentProd_014/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_014/out0IdentityUnsortedSegmentProd_014/op*
T0
F
UnsortedSegmentProd_015/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_015/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_015/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_015/opUnsortedSegmentProdUnsortedSegmentProd_015/in0UnsortedSegmentProd_015/in1UnsortedSegmentProd_015/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_015/out0IdentityUnsortedSegmentProd_015/op*
T0
F
UnsortedSegmentProd_016/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_016/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_016/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_016/opUnsortedSegmentProdUnsortedSegmentProd_016/in0UnsortedSegmentProd_016/in1UnsortedSegmentProd_016/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_016/out0IdentityUnsortedSegmentProd_016/op*
T0
F
UnsortedSegmentProd_017/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_017/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_017/in2Placeholder*
dtype0	*
shape:
µ
UnsortedSegmentProd_017/opUnsortedSegmentProdUnsortedSegmentProd_017/in0UnsortedSegmentProd_017/in1UnsortedSegmentProd_017/in2*
Tindices0*
Tnumsegments0	*
T0
M
UnsortedSegmentProd_017/out0IdentityUnsortedSegmentProd_017/op*
T0
F
UnsortedSegmentProd_018/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_018/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_018/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_018/opUnsortedSegmentProdUnsortedSegmentProd_018/in0UnsortedSegmentProd_018/in1UnsortedSegmentProd_018/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_018/out0IdentityUnsortedSegmentProd_018/op*
T0
E
UnsortedSegmentMin_012/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_012/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_012/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_012/opUnsortedSegmentMinUnsortedSegmentMin_012/in0UnsortedSegmentMin_012/in1UnsortedSegmentMin_012/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_012/out0IdentityUnsortedSegmentMin_012/op*
T0
E
UnsortedSegmentMin_013/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_013/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_013/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_013/opUnsortedSegmentMinUnsortedSegmentMin_013/in0UnsortedSegmentMin_013/in1UnsortedSegmentMin_013/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_013/out0IdentityUnsortedSegmentMin_013/op*
T0
E
UnsortedSegmentMin_014/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_014/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_014/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_014/opUnsortedSegmentMinUnsortedSegmentMin_014/in0UnsortedSegmentMin_014/in1UnsortedSegmentMin_014/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_014/out0IdentityUnsortedSegmentMin_014/op*
T0
E
UnsortedSegmentMin_015/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_015/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_015/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMin_015/opUnsortedSegmentMinUnsortedSegmentMin_015/in0UnsortedSegmentMin_015/in1UnsortedSegmentMin_015/in2*
Tindices0*
Tnumsegments0	*
T0
K
UnsortedSegmentMin_015/out0IdentityUnsortedSegmentMin_015/op*
T0
E
UnsortedSegmentMin_016/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_016/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_016/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_016/opUnsortedSegmentMinUnsortedSegmentMin_016/in0UnsortedSegmentMin_016/in1UnsortedSegmentMin_016/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_016/out0IdentityUnsortedSegmentMin_016/op*
T0
E
UnsortedSegmentMax_012/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_012/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_012/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_012/opUnsortedSegmentMaxUnsortedSegmentMax_012/in0UnsortedSegmentMax_012/in1UnsortedSegmentMax_012/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_012/out0IdentityUnsortedSegmentMax_012/op*
T0
E
UnsortedSegmentMax_013/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_013/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_013/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_013/opUnsortedSegmentMaxUnsortedSegmentMax_013/in0UnsortedSegmentMax_013/in1UnsortedSegmentMax_013/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_013/out0IdentityUnsortedSegmentMax_013/op*
T0
E
UnsortedSegmentMax_014/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_014/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_014/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_014/opUnsortedSegmentMaxUnsortedSegmentMax_014/in0UnsortedSegmentMax_014/in1UnsortedSegmentMax_014/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_014/out0IdentityUnsortedSegmentMax_014/op*
T0
E
UnsortedSegmentMax_015/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_015/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_015/in2Placeholder*
dtype0	*
shape:
°
UnsortedSegmentMax_015/opUnsortedSegmentMaxUnsortedSegmentMax_015/in0UnsortedSegmentMax_015/in1UnsortedSegmentMax_015/in2*
Tindices0*
Tnumsegments0	*
T0
K
UnsortedSegmentMax_015/out0IdentityUnsortedSegmentMax_015/op*
T0
E
UnsortedSegmentMax_016/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_016/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_016/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_016/opUnsortedSegmentMaxUnsortedSegmentMax_016/in0UnsortedSegmentMax_016/in1UnsortedSegmentMax_016/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_016/out0IdentityUnsortedSegmentMax_016/op*
T0
=
SegmentSum_019/in0Placeholder*
dtype0*
shape:
=
SegmentSum_019/in1Placeholder*
dtype0*
shape:
`
SegmentSum_019/op
SegmentSumSegmentSum_019/in0SegmentSum_019/in1*
Tindices0*
T0
;
SegmentSum_019/out0IdentitySegmentSum_019/op*
T0
>
SegmentProd_018/in0Placeholder*
dtype0*
shape:
>
SegmentProd_018/in1Placeholder*
dtype0*
shape:
d
SegmentProd_018/opSegmentProdSegmentProd_018/in0SegmentProd_018/in1*
Tindices0*
T0
=
SegmentProd_018/out0IdentitySegmentProd_018/op*
T0
>
SegmentMean_018/in0Placeholder*
dtype0*
shape:
>
SegmentMean_018/in1Placeholder*
dtype0*
shape:
d
SegmentMean_018/opSegmentMeanSegmentMean_018/in0SegmentMean_018/in1*
Tindices0*
T0
=
SegmentMean_018/out0IdentitySegmentMean_018/op*
T0
=
SegmentMin_016/in0Placeholder*
dtype0*
shape:
=
SegmentMin_016/in1Placeholder*
dtype0*
shape:
`
SegmentMin_016/op
SegmentMinSegmentMin_016/in0SegmentMin_016/in1*
Tindices0*
T0
;
SegmentMin_016/out0IdentitySegmentMin_016/op*
T0
>
SegmentProd_019/in0Placeholder*
dtype0*
shape:
>
SegmentProd_019/in1Placeholder*
dtype0*
shape:
d
SegmentProd_019/opSegmentProdSegmentProd_019/in0SegmentProd_019/in1*
Tindices0*
T0
=
SegmentProd_019/out0IdentitySegmentProd_019/op*
T0
=
SegmentMax_016/in0Placeholder*
dtype0*
shape:
=
SegmentMax_016/in1Placeholder*
dtype0*
shape:
`
SegmentMax_016/op
SegmentMaxSegmentMax_016/in0SegmentMax_016/in1*
Tindices0*
T0
;
SegmentMax_016/out0IdentitySegmentMax_016/op*
T0
=
SegmentMin_017/in0Placeholder*
dtype0*
shape:
=
SegmentMin_017/in1Placeholder*
dtype0*
shape:
`
SegmentMin_017/op
SegmentMinSegmentMin_017/in0SegmentMin_017/in1*
Tindices0*
T0
;
SegmentMin_017/out0IdentitySegmentMin_017/op*
T0
=
SegmentSum_020/in0Placeholder*
dtype0*
shape:
=
SegmentSum_020/in1Placeholder*
dtype0*
shape:
`
SegmentSum_020/op
SegmentSumSegmentSum_020/in0SegmentSum_020/in1*
Tindices0*
T0
;
SegmentSum_020/out0IdentitySegmentSum_020/op*
T0
=
SegmentMax_017/in0Placeholder*
dtype0*
shape:
=
SegmentMax_017/in1Placeholder*
dtype0*
shape:
`
SegmentMax_017/op
SegmentMaxSegmentMax_017/in0SegmentMax_017/in1*
Tindices0*
T0
;
SegmentMax_017/out0IdentitySegmentMax_017/op*
T0
>
SegmentMean_019/in0Placeholder*
dtype0*
shape:
>
SegmentMean_019/in1Placeholder*
dtype0*
shape:
d
SegmentMean_019/opSegmentMeanSegmentMean_019/in0SegmentMean_019/in1*
Tindices0*
T0
=
SegmentMean_019/out0IdentitySegmentMean_019/op*
T0
=
SegmentSum_021/in0Placeholder*
dtype0*
shape:
=
SegmentSum_021/in1Placeholder*
dtype0*
shape:
`
SegmentSum_021/op
SegmentSumSegmentSum_021/in0SegmentSum_021/in1*
Tindices0*
T0
;
SegmentSum_021/out0IdentitySegmentSum_021/op*
T0
>
SegmentProd_020/in0Placeholder*
dtype0*
shape:
>
SegmentProd_020/in1Placeholder*
dtype0*
shape:
d
SegmentProd_020/opSegmentProdSegmentProd_020/in0SegmentProd_020/in1*
Tindices0*
T0
=
SegmentProd_020/out0IdentitySegmentProd_020/op*
T0
>
SegmentMean_020/in0Placeholder*
dtype0*
shape:
>
SegmentMean_020/in1Placeholder*
dtype0*
shape:
d
SegmentMean_020/opSegmentMeanSegmentMean_020/in0SegmentMean_020/in1*
Tindices0*
T0
=
SegmentMean_020/out0IdentitySegmentMean_020/op*
T0
=
SegmentMin_018/in0Placeholder*
dtype0*
shape:
=
SegmentMin_018/in1Placeholder*
dtype0*
shape:
`
SegmentMin_018/op
SegmentMinSegmentMin_018/in0SegmentMin_018/in1*
Tindices0*
T0
;
SegmentMin_018/out0IdentitySegmentMin_018/op*
T0
>
SegmentProd_021/in0Placeholder*
dtype0*
shape:
>
SegmentProd_021/in1Placeholder*
dtype0	*
shape:
d
SegmentProd_021/opSegmentProdSegmentProd_021/in0SegmentProd_021/in1*
Tindices0	*
T0
=
SegmentProd_021/out0IdentitySegmentProd_021/op*
T0
=
SegmentMax_018/in0Placeholder*
dtype0*
shape:
=
SegmentMax_018/in1Placeholder*
dtype0	*
shape:
`
SegmentMax_018/op
SegmentMaxSegmentMax_018/in0SegmentMax_018/in1*
Tindices0	*
T0
;
SegmentMax_018/out0IdentitySegmentMax_018/op*
T0
=
SegmentMin_019/in0Placeholder*
dtype0*
shape:
=
SegmentMin_019/in1Placeholder*
dtype0*
shape:
`
SegmentMin_019/op
SegmentMinSegmentMin_019/in0SegmentMin_019/in1*
Tindices0*
T0
;
SegmentMin_019/out0IdentitySegmentMin_019/op*
T0
=
SegmentSum_022/in0Placeholder*
dtype0*
shape:
=
SegmentSum_022/in1Placeholder*
dtype0*
shape:
`
SegmentSum_022/op
SegmentSumSegmentSum_022/in0SegmentSum_022/in1*
Tindices0*
T0
;
SegmentSum_022/out0IdentitySegmentSum_022/op*
T0
=
SegmentMax_019/in0Placeholder*
dtype0*
shape:
=
SegmentMax_019/in1Placeholder*
dtype0*
shape:
`
SegmentMax_019/op
SegmentMaxSegmentMax_019/in0SegmentMax_019/in1*
Tindices0*
T0
;
SegmentMax_019/out0IdentitySegmentMax_019/op*
T0
>
SegmentMean_021/in0Placeholder*
dtype0*
shape:
>
SegmentMean_021/in1Placeholder*
dtype0*
shape:
d
SegmentMean_021/opSegmentMeanSegmentMean_021/in0SegmentMean_021/in1*
Tindices0*
T0
=
SegmentMean_021/out0IdentitySegmentMean_021/op*
T0
E
UnsortedSegmentSum_019/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_019/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_019/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_019/opUnsortedSegmentSumUnsortedSegmentSum_019/in0UnsortedSegmentSum_019/in1UnsortedSegmentSum_019/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_019/out0IdentityUnsortedSegmentSum_019/op*
T0
F
UnsortedSegmentProd_019/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_019/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_019/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_019/opUnsortedSegmentProdUnsortedSegmentProd_019/in0UnsortedSegmentProd_019/in1UnsortedSegmentProd_019/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_019/out0IdentityUnsortedSegmentProd_019/op*
T0
E
UnsortedSegmentMin_017/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_017/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_017/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_017/opUnsortedSegmentMinUnsortedSegmentMin_017/in0UnsortedSegmentMin_017/in1UnsortedSegmentMin_017/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_017/out0IdentityUnsortedSegmentMin_017/op*
T0
E
UnsortedSegmentMax_017/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_017/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMax_017/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMax_017/opUnsortedSegmentMaxUnsortedSegmentMax_017/in0UnsortedSegmentMax_017/in1UnsortedSegmentMax_017/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMax_017/out0IdentityUnsortedSegmentMax_017/op*
T0
E
UnsortedSegmentSum_020/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_020/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentSum_020/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentSum_020/opUnsortedSegmentSumUnsortedSegmentSum_020/in0UnsortedSegmentSum_020/in1UnsortedSegmentSum_020/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentSum_020/out0IdentityUnsortedSegmentSum_020/op*
T0
F
UnsortedSegmentProd_020/in0Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_020/in1Placeholder*
dtype0*
shape:
F
UnsortedSegmentProd_020/in2Placeholder*
dtype0*
shape:
µ
UnsortedSegmentProd_020/opUnsortedSegmentProdUnsortedSegmentProd_020/in0UnsortedSegmentProd_020/in1UnsortedSegmentProd_020/in2*
Tindices0*
Tnumsegments0*
T0
M
UnsortedSegmentProd_020/out0IdentityUnsortedSegmentProd_020/op*
T0
E
UnsortedSegmentMin_018/in0Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_018/in1Placeholder*
dtype0*
shape:
E
UnsortedSegmentMin_018/in2Placeholder*
dtype0*
shape:
°
UnsortedSegmentMin_018/opUnsortedSegmentMinUnsortedSegmentMin_018/in0UnsortedSegmentMin_018/in1UnsortedSegmentMin_018/in2*
Tindices0*
Tnumsegments0*
T0
K
UnsortedSegmentMin_018/out0IdentityUnsortedSegmentMin_018/op*
T0"í