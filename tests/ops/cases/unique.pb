
9
Unique_000/in0Placeholder*
dtype0*
shape:
?
Unique_000/opUniqueUnique_000/in0*
T0*
out_idx0
3
Unique_000/out0IdentityUnique_000/op*
T0
5
Unique_000/out1IdentityUnique_000/op:1*
T0
;
UniqueV2_000/in0Placeholder*
dtype0*
shape:
;
UniqueV2_000/in1Placeholder*
dtype0*
shape:
d
UniqueV2_000/opUniqueV2UniqueV2_000/in0UniqueV2_000/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_000/out0IdentityUniqueV2_000/op*
T0
9
UniqueV2_000/out1IdentityUniqueV2_000/op:1*
T0	
C
UniqueWithCounts_000/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_000/opUniqueWithCountsUniqueWithCounts_000/in0*
T0*
out_idx0	
G
UniqueWithCounts_000/out0IdentityUniqueWithCounts_000/op*
T0
I
UniqueWithCounts_000/out1IdentityUniqueWithCounts_000/op:1*
T0	
I
UniqueWithCounts_000/out2IdentityUniqueWithCounts_000/op:2*
T0	
E
UniqueWithCountsV2_000/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_000/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_000/opUniqueWithCountsV2UniqueWithCountsV2_000/in0UniqueWithCountsV2_000/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_000/out0IdentityUniqueWithCountsV2_000/op*
T0
M
UniqueWithCountsV2_000/out1IdentityUniqueWithCountsV2_000/op:1*
T0
M
UniqueWithCountsV2_000/out2IdentityUniqueWithCountsV2_000/op:2*
T0
;
ListDiff_000/in0Placeholder*
dtype0*
shape:
;
ListDiff_000/in1Placeholder*
dtype0*
shape:
W
ListDiff_000/opListDiffListDiff_000/in0ListDiff_000/in1*
T0*
out_idx0
7
ListDiff_000/out0IdentityListDiff_000/op*
T0
9
ListDiff_000/out1IdentityListDiff_000/op:1*
T0
9
Unique_001/in0Placeholder*
dtype0*
shape:
?
Unique_001/opUniqueUnique_001/in0*
T0*
out_idx0
3
Unique_001/out0IdentityUnique_001/op*
T0
5
Unique_001/out1IdentityUnique_001/op:1*
T0
;
UniqueV2_001/in0Placeholder*
dtype0*
shape:
;
UniqueV2_001/in1Placeholder*
dtype0*
shape:
d
UniqueV2_001/opUniqueV2UniqueV2_001/in0UniqueV2_001/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_001/out0IdentityUniqueV2_001/op*
T0
9
UniqueV2_001/out1IdentityUniqueV2_001/op:1*
T0	
C
UniqueWithCounts_001/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_001/opUniqueWithCountsUniqueWithCounts_001/in0*
T0*
out_idx0	
G
UniqueWithCounts_001/out0IdentityUniqueWithCounts_001/op*
T0
I
UniqueWithCounts_001/out1IdentityUniqueWithCounts_001/op:1*
T0	
I
UniqueWithCounts_001/out2IdentityUniqueWithCounts_001/op:2*
T0	
E
UniqueWithCountsV2_001/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_001/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_001/opUniqueWithCountsV2UniqueWithCountsV2_001/in0UniqueWithCountsV2_001/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_001/out0IdentityUniqueWithCountsV2_001/op*
T0
M
UniqueWithCountsV2_001/out1IdentityUniqueWithCountsV2_001/op:1*
T0
M
UniqueWithCountsV2_001/out2IdentityUniqueWithCountsV2_001/op:2*
T0
;
ListDiff_001/in0Placeholder*
dtype0*
shape:
;
ListDiff_001/in1Placeholder*
dtype0*
shape:
W
ListDiff_001/opListDiffListDiff_001/in0ListDiff_001/in1*
T0*
out_idx0
7
ListDiff_001/out0IdentityListDiff_001/op*
T0
9
ListDiff_001/out1IdentityListDiff_001/op:1*
T0
9
Unique_002/in0Placeholder*
dtype0*
shape:
?
Unique_002/opUniqueUnique_002/in0*
T0*
out_idx0
3
Unique_002/out0IdentityUnique_002/op*
T0
5
Unique_002/out1IdentityUnique_002/op:1*
T0
;
UniqueV2_002/in0Placeholder*
dtype0*
shape:
;
UniqueV2_002/in1Placeholder*
dtype0*
shape:
d
UniqueV2_002/opUniqueV2UniqueV2_002/in0UniqueV2_002/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_002/out0IdentityUniqueV2_002/op*
T0
9
UniqueV2_002/out1IdentityUniqueV2_002/op:1*
T0	
C
UniqueWithCounts_002/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_002/opUniqueWithCountsUniqueWithCounts_002/in0*
T0*
out_idx0	
G
UniqueWithCounts_002/out0IdentityUniqueWithCounts_002/op*
T0
I
UniqueWithCounts_002/out1IdentityUniqueWithCounts_002/op:1*
T0	
I
UniqueWithCounts_002/out2IdentityUniqueWithCounts_002/op:2*
T0	
E
UniqueWithCountsV2_002/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_002/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_002/opUniqueWithCountsV2UniqueWithCountsV2_002/in0UniqueWithCountsV2_002/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_002/out0IdentityUniqueWithCountsV2_002/op*
T0
M
UniqueWithCountsV2_002/out1IdentityUniqueWithCountsV2_002/op:1*
T0
M
UniqueWithCountsV2_002/out2IdentityUniqueWithCountsV2_002/op:2*
T0
;
ListDiff_002/in0Placeholder*
dtype0*
shape:
;
ListDiff_002/in1Placeholder*
dtype0*
shape:
W
ListDiff_002/opListDiffListDiff_002/in0ListDiff_002/in1*
T0*
out_idx0
7
ListDiff_002/out0IdentityListDiff_002/op*
T0
9
ListDiff_002/out1IdentityListDiff_002/op:1*
T0
9
Unique_003/in0Placeholder*
dtype0*
shape:
?
Unique_003/opUniqueUnique_003/in0*
T0*
out_idx0
3
Unique_003/out0IdentityUnique_003/op*
T0
5
Unique_003/out1IdentityUnique_003/op:1*
T0
;
UniqueV2_003/in0Placeholder*
dtype0*
shape:
;
UniqueV2_003/in1Placeholder*
dtype0*
shape:
d
UniqueV2_003/opUniqueV2UniqueV2_003/in0UniqueV2_003/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_003/out0IdentityUniqueV2_003/op*
T0
9
UniqueV2_003/out1IdentityUniqueV2_003/op:1*
T0	
C
UniqueWithCounts_003/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_003/opUniqueWithCountsUniqueWithCounts_003/in0*
T0*
out_idx0	
G
UniqueWithCounts_003/out0IdentityUniqueWithCounts_003/op*
T0
I
UniqueWithCounts_003/out1IdentityUniqueWithCounts_003/op:1*
T0	
I
UniqueWithCounts_003/out2IdentityUniqueWithCounts_003/op:2*
T0	
E
UniqueWithCountsV2_003/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_003/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_003/opUniqueWithCountsV2UniqueWithCountsV2_003/in0UniqueWithCountsV2_003/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_003/out0IdentityUniqueWithCountsV2_003/op*
T0
M
UniqueWithCountsV2_003/out1IdentityUniqueWithCountsV2_003/op:1*
T0
M
UniqueWithCountsV2_003/out2IdentityUniqueWithCountsV2_003/op:2*
T0
;
ListDiff_003/in0Placeholder*
dtype0*
shape:
;
ListDiff_003/in1Placeholder*
dtype0*
shape:
W
ListDiff_003/opListDiffListDiff_003/in0ListDiff_003/in1*
T0*
out_idx0
7
ListDiff_003/out0IdentityListDiff_003/op*
T0
9
ListDiff_003/out1IdentityListDiff_003/op:1*
T0
9
Unique_004/in0Placeholder*
dtype0*
shape:
?
Unique_004/opUniqueUnique_004/in0*
T0*
out_idx0
3
Unique_004/out0IdentityUnique_004/op*
T0
5
Unique_004/out1IdentityUnique_004/op:1*
T0
;
UniqueV2_004/in0Placeholder*
dtype0*
shape:
;
UniqueV2_004/in1Placeholder*
dtype0*
shape:
d
UniqueV2_004/opUniqueV2UniqueV2_004/in0UniqueV2_004/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_004/out0IdentityUniqueV2_004/op*
T0
9
UniqueV2_004/out1IdentityUniqueV2_004/op:1*
T0	
C
UniqueWithCounts_004/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_004/opUniqueWithCountsUniqueWithCounts_004/in0*
T0*
out_idx0	
G
UniqueWithCounts_004/out0IdentityUniqueWithCounts_004/op*
T0
I
UniqueWithCounts_004/out1IdentityUniqueWithCounts_004/op:1*
T0	
I
UniqueWithCounts_004/out2IdentityUniqueWithCounts_004/op:2*
T0	
E
UniqueWithCountsV2_004/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_004/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_004/opUniqueWithCountsV2UniqueWithCountsV2_004/in0UniqueWithCountsV2_004/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_004/out0IdentityUniqueWithCountsV2_004/op*
T0
M
UniqueWithCountsV2_004/out1IdentityUniqueWithCountsV2_004/op:1*
T0
M
UniqueWithCountsV2_004/out2IdentityUniqueWithCountsV2_004/op:2*
T0
;
ListDiff_004/in0Placeholder*
dtype0*
shape:
;
ListDiff_004/in1Placeholder*
dtype0*
shape:
W
ListDiff_004/opListDiffListDiff_004/in0ListDiff_004/in1*
T0*
out_idx0
7
ListDiff_004/out0IdentityListDiff_004/op*
T0
9
ListDiff_004/out1IdentityListDiff_004/op:1*
T0
9
Unique_005/in0Placeholder*
dtype0*
shape:
?
Unique_005/opUniqueUnique_005/in0*
T0*
out_idx0
3
Unique_005/out0IdentityUnique_005/op*
T0
5
Unique_005/out1IdentityUnique_005/op:1*
T0
;
UniqueV2_005/in0Placeholder*
dtype0*
shape:
;
UniqueV2_005/in1Placeholder*
dtype0*
shape:
d
UniqueV2_005/opUniqueV2UniqueV2_005/in0UniqueV2_005/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_005/out0IdentityUniqueV2_005/op*
T0
9
UniqueV2_005/out1IdentityUniqueV2_005/op:1*
T0	
C
UniqueWithCounts_005/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_005/opUniqueWithCountsUniqueWithCounts_005/in0*
T0*
out_idx0	
G
UniqueWithCounts_005/out0IdentityUniqueWithCounts_005/op*
T0
I
UniqueWithCounts_005/out1IdentityUniqueWithCounts_005/op:1*
T0	
I
UniqueWithCounts_005/out2IdentityUniqueWithCounts_005/op:2*
T0	
E
UniqueWithCountsV2_005/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_005/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_005/opUniqueWithCountsV2UniqueWithCountsV2_005/in0UniqueWithCountsV2_005/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_005/out0IdentityUniqueWithCountsV2_005/op*
T0
M
UniqueWithCountsV2_005/out1IdentityUniqueWithCountsV2_005/op:1*
T0
M
UniqueWithCountsV2_005/out2IdentityUniqueWithCountsV2_005/op:2*
T0
;
ListDiff_005/in0Placeholder*
dtype0*
shape:
;
ListDiff_005/in1Placeholder*
dtype0*
shape:
W
ListDiff_005/opListDiffListDiff_005/in0ListDiff_005/in1*
T0*
out_idx0
7
ListDiff_005/out0IdentityListDiff_005/op*
T0
9
ListDiff_005/out1IdentityListDiff_005/op:1*
T0
9
Unique_006/in0Placeholder*
dtype0*
shape:
?
Unique_006/opUniqueUnique_006/in0*
T0*
out_idx0
3
Unique_006/out0IdentityUnique_006/op*
T0
5
Unique_006/out1IdentityUnique_006/op:1*
T0
;
UniqueV2_006/in0Placeholder*
dtype0*
shape:
;
UniqueV2_006/in1Placeholder*
dtype0*
shape:
d
UniqueV2_006/opUniqueV2UniqueV2_006/in0UniqueV2_006/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_006/out0IdentityUniqueV2_006/op*
T0
9
UniqueV2_006/out1IdentityUniqueV2_006/op:1*
T0	
C
UniqueWithCounts_006/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_006/opUniqueWithCountsUniqueWithCounts_006/in0*
T0*
out_idx0	
G
UniqueWithCounts_006/out0IdentityUniqueWithCounts_006/op*
T0
I
UniqueWithCounts_006/out1IdentityUniqueWithCounts_006/op:1*
T0	
I
UniqueWithCounts_006/out2IdentityUniqueWithCounts_006/op:2*
T0	
E
UniqueWithCountsV2_006/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_006/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_006/opUniqueWithCountsV2UniqueWithCountsV2_006/in0UniqueWithCountsV2_006/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_006/out0IdentityUniqueWithCountsV2_006/op*
T0
M
UniqueWithCountsV2_006/out1IdentityUniqueWithCountsV2_006/op:1*
T0
M
UniqueWithCountsV2_006/out2IdentityUniqueWithCountsV2_006/op:2*
T0
;
ListDiff_006/in0Placeholder*
dtype0*
shape:
;
ListDiff_006/in1Placeholder*
dtype0*
shape:
W
ListDiff_006/opListDiffListDiff_006/in0ListDiff_006/in1*
T0*
out_idx0
7
ListDiff_006/out0IdentityListDiff_006/op*
T0
9
ListDiff_006/out1IdentityListDiff_006/op:1*
T0
9
Unique_007/in0Placeholder*
dtype0	*
shape:
?
Unique_007/opUniqueUnique_007/in0*
T0	*
out_idx0
3
Unique_007/out0IdentityUnique_007/op*
T0	
5
Unique_007/out1IdentityUnique_007/op:1*
T0
;
UniqueV2_007/in0Placeholder*
dtype0	*
shape:
;
UniqueV2_007/in1Placeholder*
dtype0*
shape:
d
UniqueV2_007/opUniqueV2UniqueV2_007/in0UniqueV2_007/in1*
Taxis0*
T0	*
out_idx0	
7
UniqueV2_007/out0IdentityUniqueV2_007/op*
T0	
9
UniqueV2_007/out1IdentityUniqueV2_007/op:1*
T0	
C
UniqueWithCounts_007/in0Placeholder*
dtype0	*
shape:
]
UniqueWithCounts_007/opUniqueWithCountsUniqueWithCounts_007/in0*
T0	*
out_idx0	
G
UniqueWithCounts_007/out0IdentityUniqueWithCounts_007/op*
T0	
I
UniqueWithCounts_007/out1IdentityUniqueWithCounts_007/op:1*
T0	
I
UniqueWithCounts_007/out2IdentityUniqueWithCounts_007/op:2*
T0	
E
UniqueWithCountsV2_007/in0Placeholder*
dtype0	*
shape:
E
UniqueWithCountsV2_007/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_007/opUniqueWithCountsV2UniqueWithCountsV2_007/in0UniqueWithCountsV2_007/in1*
Taxis0	*
T0	*
out_idx0
K
UniqueWithCountsV2_007/out0IdentityUniqueWithCountsV2_007/op*
T0	
M
UniqueWithCountsV2_007/out1IdentityUniqueWithCountsV2_007/op:1*
T0
M
UniqueWithCountsV2_007/out2IdentityUniqueWithCountsV2_007/op:2*
T0
;
ListDiff_007/in0Placeholder*
dtype0	*
shape:
;
ListDiff_007/in1Placeholder*
dtype0	*
shape:
W
ListDiff_007/opListDiffListDiff_007/in0ListDiff_007/in1*
T0	*
out_idx0
7
ListDiff_007/out0IdentityListDiff_007/op*
T0	
9
ListDiff_007/out1IdentityListDiff_007/op:1*
T0
9
Unique_008/in0Placeholder*
dtype0*
shape:
?
Unique_008/opUniqueUnique_008/in0*
T0*
out_idx0
3
Unique_008/out0IdentityUnique_008/op*
T0
5
Unique_008/out1IdentityUnique_008/op:1*
T0
;
UniqueV2_008/in0Placeholder*
dtype0*
shape:
;
UniqueV2_008/in1Placeholder*
dtype0*
shape:
d
UniqueV2_008/opUniqueV2UniqueV2_008/in0UniqueV2_008/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_008/out0IdentityUniqueV2_008/op*
T0
9
UniqueV2_008/out1IdentityUniqueV2_008/op:1*
T0	
C
UniqueWithCounts_008/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_008/opUniqueWithCountsUniqueWithCounts_008/in0*
T0*
out_idx0	
G
UniqueWithCounts_008/out0IdentityUniqueWithCounts_008/op*
T0
I
UniqueWithCounts_008/out1IdentityUniqueWithCounts_008/op:1*
T0	
I
UniqueWithCounts_008/out2IdentityUniqueWithCounts_008/op:2*
T0	
E
UniqueWithCountsV2_008/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_008/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_008/opUniqueWithCountsV2UniqueWithCountsV2_008/in0UniqueWithCountsV2_008/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_008/out0IdentityUniqueWithCountsV2_008/op*
T0
M
UniqueWithCountsV2_008/out1IdentityUniqueWithCountsV2_008/op:1*
T0
M
UniqueWithCountsV2_008/out2IdentityUniqueWithCountsV2_008/op:2*
T0
;
ListDiff_008/in0Placeholder*
dtype0*
shape:
;
ListDiff_008/in1Placeholder*
dtype0*
shape:
W
ListDiff_008/opListDiffListDiff_008/in0ListDiff_008/in1*
T0*
out_idx0
7
ListDiff_008/out0IdentityListDiff_008/op*
T0
9
ListDiff_008/out1IdentityListDiff_008/op:1*
T0
9
Unique_009/in0Placeholder*
dtype0*
shape:
?
Unique_009/opUniqueUnique_009/in0*
T0*
out_idx0
3
Unique_009/out0IdentityUnique_009/op*
T0
5
Unique_009/out1IdentityUnique_009/op:1*
T0
;
UniqueV2_009/in0Placeholder*
dtype0*
shape:
;
UniqueV2_009/in1Placeholder*
dtype0*
shape:
d
UniqueV2_009/opUniqueV2UniqueV2_009/in0UniqueV2_009/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_009/out0IdentityUniqueV2_009/op*
T0
9
UniqueV2_009/out1IdentityUniqueV2_009/op:1*
T0	
C
UniqueWithCounts_009/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_009/opUniqueWithCountsUniqueWithCounts_009/in0*
T0*
out_idx0	
G
UniqueWithCounts_009/out0IdentityUniqueWithCounts_009/op*
T0
I
UniqueWithCounts_009/out1IdentityUniqueWithCounts_009/op:1*
T0	
I
UniqueWithCounts_009/out2IdentityUniqueWithCounts_009/op:2*
T0	
E
UniqueWithCountsV2_009/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_009/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_009/opUniqueWithCountsV2UniqueWithCountsV2_009/in0UniqueWithCountsV2_009/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_009/out0IdentityUniqueWithCountsV2_009/op*
T0
M
UniqueWithCountsV2_009/out1IdentityUniqueWithCountsV2_009/op:1*
T0
M
UniqueWithCountsV2_009/out2IdentityUniqueWithCountsV2_009/op:2*
T0
;
ListDiff_009/in0Placeholder*
dtype0*
shape:
;
ListDiff_009/in1Placeholder*
dtype0*
shape:
W
ListDiff_009/opListDiffListDiff_009/in0ListDiff_009/in1*
T0*
out_idx0
7
ListDiff_009/out0IdentityListDiff_009/op*
T0
9
ListDiff_009/out1IdentityListDiff_009/op:1*
T0
9
Unique_010/in0Placeholder*
dtype0*
shape:
?
Unique_010/opUniqueUnique_010/in0*
T0*
out_idx0
3
Unique_010/out0IdentityUnique_010/op*
T0
5
Unique_010/out1IdentityUnique_010/op:1*
T0
;
UniqueV2_010/in0Placeholder*
dtype0*
shape:
;
UniqueV2_010/in1Placeholder*
dtype0*
shape:
d
UniqueV2_010/opUniqueV2UniqueV2_010/in0UniqueV2_010/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_010/out0IdentityUniqueV2_010/op*
T0
9
UniqueV2_010/out1IdentityUniqueV2_010/op:1*
T0	
C
UniqueWithCounts_010/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_010/opUniqueWithCountsUniqueWithCounts_010/in0*
T0*
out_idx0	
G
UniqueWithCounts_010/out0IdentityUniqueWithCounts_010/op*
T0
I
UniqueWithCounts_010/out1IdentityUniqueWithCounts_010/op:1*
T0	
I
UniqueWithCounts_010/out2IdentityUniqueWithCounts_010/op:2*
T0	
E
UniqueWithCountsV2_010/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_010/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_010/opUniqueWithCountsV2UniqueWithCountsV2_010/in0UniqueWithCountsV2_010/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_010/out0IdentityUniqueWithCountsV2_010/op*
T0
M
UniqueWithCountsV2_010/out1IdentityUniqueWithCountsV2_010/op:1*
T0
M
UniqueWithCountsV2_010/out2IdentityUniqueWithCountsV2_010/op:2*
T0
;
ListDiff_010/in0Placeholder*
dtype0*
shape:
;
ListDiff_010/in1Placeholder*
dtype0*
shape:
W
ListDiff_010/opListDiffListDiff_010/in0ListDiff_010/in1*
T0*
out_idx0
7
ListDiff_010/out0IdentityListDiff_010/op*
T0
9
ListDiff_010/out1IdentityListDiff_010/op:1*
T0
9
Unique_011/in0Placeholder*
dtype0*
shape:
?
Unique_011/opUniqueUnique_011/in0*
T0*
out_idx0
3
Unique_011/out0IdentityUnique_011/op*
T0
5
Unique_011/out1IdentityUnique_011/op:1*
T0
;
UniqueV2_011/in0Placeholder*
dtype0*
shape:
;
UniqueV2_011/in1Placeholder*
dtype0*
shape:
d
UniqueV2_011/opUniqueV2UniqueV2_011/in0UniqueV2_011/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_011/out0IdentityUniqueV2_011/op*
T0
9
UniqueV2_011/out1IdentityUniqueV2_011/op:1*
T0	
C
UniqueWithCounts_011/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_011/opUniqueWithCountsUniqueWithCounts_011/in0*
T0*
out_idx0	
G
UniqueWithCounts_011/out0IdentityUniqueWithCounts_011/op*
T0
I
UniqueWithCounts_011/out1IdentityUniqueWithCounts_011/op:1*
T0	
I
UniqueWithCounts_011/out2IdentityUniqueWithCounts_011/op:2*
T0	
E
UniqueWithCountsV2_011/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_011/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_011/opUniqueWithCountsV2UniqueWithCountsV2_011/in0UniqueWithCountsV2_011/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_011/out0IdentityUniqueWithCountsV2_011/op*
T0
M
UniqueWithCountsV2_011/out1IdentityUniqueWithCountsV2_011/op:1*
T0
M
UniqueWithCountsV2_011/out2IdentityUniqueWithCountsV2_011/op:2*
T0
;
ListDiff_011/in0Placeholder*
dtype0*
shape:
;
ListDiff_011/in1Placeholder*
dtype0*
shape:
W
ListDiff_011/opListDiffListDiff_011/in0ListDiff_011/in1*
T0*
out_idx0
7
ListDiff_011/out0IdentityListDiff_011/op*
T0
9
ListDiff_011/out1IdentityListDiff_011/op:1*
T0
9
Unique_012/in0Placeholder*
dtype0
*
shape:
?
Unique_012/opUniqueUnique_012/in0*
T0
*
out_idx0
3
Unique_012/out0IdentityUnique_012/op*
T0

5
Unique_012/out1IdentityUnique_012/op:1*
T0
;
UniqueV2_012/in0Placeholder*
dtype0
*
shape:
;
UniqueV2_012/in1Placeholder*
dtype0*
shape:
d
UniqueV2_012/opUniqueV2UniqueV2_012/in0UniqueV2_012/in1*
Taxis0*
T0
*
out_idx0	
7
UniqueV2_012/out0IdentityUniqueV2_012/op*
T0

9
UniqueV2_012/out1IdentityUniqueV2_012/op:1*
T0	
C
UniqueWithCounts_012/in0Placeholder*
dtype0
*
shape:
]
UniqueWithCounts_012/opUniqueWithCountsUniqueWithCounts_012/in0*
T0
*
out_idx0	
G
UniqueWithCounts_012/out0IdentityUniqueWithCounts_012/op*
T0

I
UniqueWithCounts_012/out1IdentityUniqueWithCounts_012/op:1*
T0	
I
UniqueWithCounts_012/out2IdentityUniqueWithCounts_012/op:2*
T0	
E
UniqueWithCountsV2_012/in0Placeholder*
dtype0
*
shape:
E
UniqueWithCountsV2_012/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_012/opUniqueWithCountsV2UniqueWithCountsV2_012/in0UniqueWithCountsV2_012/in1*
Taxis0	*
T0
*
out_idx0
K
UniqueWithCountsV2_012/out0IdentityUniqueWithCountsV2_012/op*
T0

M
UniqueWithCountsV2_012/out1IdentityUniqueWithCountsV2_012/op:1*
T0
M
UniqueWithCountsV2_012/out2IdentityUniqueWithCountsV2_012/op:2*
T0
9
Unique_013/in0Placeholder*
dtype0*
shape:
?
Unique_013/opUniqueUnique_013/in0*
T0*
out_idx0
3
Unique_013/out0IdentityUnique_013/op*
T0
5
Unique_013/out1IdentityUnique_013/op:1*
T0
;
UniqueV2_013/in0Placeholder*
dtype0*
shape:
;
UniqueV2_013/in1Placeholder*
dtype0*
shape:
d
UniqueV2_013/opUniqueV2UniqueV2_013/in0UniqueV2_013/in1*
Taxis0*
T0*
out_idx0	
7
UniqueV2_013/out0IdentityUniqueV2_013/op*
T0
9
UniqueV2_013/out1IdentityUniqueV2_013/op:1*
T0	
C
UniqueWithCounts_013/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_013/opUniqueWithCountsUniqueWithCounts_013/in0*
T0*
out_idx0	
G
UniqueWithCounts_013/out0IdentityUniqueWithCounts_013/op*
T0
I
UniqueWithCounts_013/out1IdentityUniqueWithCounts_013/op:1*
T0	
I
UniqueWithCounts_013/out2IdentityUniqueWithCounts_013/op:2*
T0	
E
UniqueWithCountsV2_013/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_013/in1Placeholder*
dtype0	*
shape:
Œ
UniqueWithCountsV2_013/opUniqueWithCountsV2UniqueWithCountsV2_013/in0UniqueWithCountsV2_013/in1*
Taxis0	*
T0*
out_idx0
K
UniqueWithCountsV2_013/out0IdentityUniqueWithCountsV2_013/op*
T0
M
UniqueWithCountsV2_013/out1IdentityUniqueWithCountsV2_013/op:1*
T0
M
UniqueWithCountsV2_013/out2IdentityUniqueWithCountsV2_013/op:2*
T0
;
ListDiff_012/in0Placeholder*
dtype0*
shape:
;
ListDiff_012/in1Placeholder*
dtype0*
shape:
W
ListDiff_012/opListDiffListDiff_012/in0ListDiff_012/in1*
T0*
out_idx0
7
ListDiff_012/out0IdentityListDiff_012/op*
T0
9
ListDiff_012/out1IdentityListDiff_012/op:1*
T0
;
UniqueV2_014/in0Placeholder*
dtype0*
shape:
;
UniqueV2_014/in1Placeholder*
dtype0*
shape:
d
UniqueV2_014/opUniqueV2UniqueV2_014/in0UniqueV2_014/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_014/out0IdentityUniqueV2_014/op*
T0
9
UniqueV2_014/out1IdentityUniqueV2_014/op:1*
T0
;
UniqueV2_015/in0Placeholder*
dtype0*
shape:
;
UniqueV2_015/in1Placeholder*
dtype0*
shape:
d
UniqueV2_015/opUniqueV2UniqueV2_015/in0UniqueV2_015/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_015/out0IdentityUniqueV2_015/op*
T0
9
UniqueV2_015/out1IdentityUniqueV2_015/op:1*
T0
;
UniqueV2_016/in0Placeholder*
dtype0*
shape:
;
UniqueV2_016/in1Placeholder*
dtype0*
shape:
d
UniqueV2_016/opUniqueV2UniqueV2_016/in0UniqueV2_016/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_016/out0IdentityUniqueV2_016/op*
T0
9
UniqueV2_016/out1IdentityUniqueV2_016/op:1*
T0
;
UniqueV2_017/in0Placeholder*
dtype0*
shape:
;
UniqueV2_017/in1Placeholder*
dtype0*
shape:
d
UniqueV2_017/opUniqueV2UniqueV2_017/in0UniqueV2_017/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_017/out0IdentityUniqueV2_017/op*
T0
9
UniqueV2_017/out1IdentityUniqueV2_017/op:1*
T0
;
UniqueV2_018/in0Placeholder*
dtype0*
shape:
;
UniqueV2_018/in1Placeholder*
dtype0*
shape:
d
UniqueV2_018/opUniqueV2UniqueV2_018/in0UniqueV2_018/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_018/out0IdentityUniqueV2_018/op*
T0
9
UniqueV2_018/out1IdentityUniqueV2_018/op:1*
T0
;
UniqueV2_019/in0Placeholder*
dtype0*
shape:
;
UniqueV2_019/in1Placeholder*
dtype0*
shape:
d
UniqueV2_019/opUniqueV2UniqueV2_019/in0UniqueV2_019/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_019/out0IdentityUniqueV2_019/op*
T0
9
UniqueV2_019/out1IdentityUniqueV2_019/op:1*
T0
;
UniqueV2_020/in0Placeholder*
dtype0*
shape:
;
UniqueV2_020/in1Placeholder*
dtype0*
shape:
d
UniqueV2_020/opUniqueV2UniqueV2_020/in0UniqueV2_020/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_020/out0IdentityUniqueV2_020/op*
T0
9
UniqueV2_020/out1IdentityUniqueV2_020/op:1*
T0
;
UniqueV2_021/in0Placeholder*
dtype0*
shape:
;
UniqueV2_021/in1Placeholder*
dtype0*
shape:
d
UniqueV2_021/opUniqueV2UniqueV2_021/in0UniqueV2_021/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_021/out0IdentityUniqueV2_021/op*
T0
9
UniqueV2_021/out1IdentityUniqueV2_021/op:1*
T0
;
UniqueV2_022/in0Placeholder*
dtype0*
shape:
;
UniqueV2_022/in1Placeholder*
dtype0*
shape:
d
UniqueV2_022/opUniqueV2UniqueV2_022/in0UniqueV2_022/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_022/out0IdentityUniqueV2_022/op*
T0
9
UniqueV2_022/out1IdentityUniqueV2_022/op:1*
T0
;
UniqueV2_023/in0Placeholder*
dtype0*
shape:
;
UniqueV2_023/in1Placeholder*
dtype0*
shape:
d
UniqueV2_023/opUniqueV2UniqueV2_023/in0UniqueV2_023/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_023/out0IdentityUniqueV2_023/op*
T0
9
UniqueV2_023/out1IdentityUniqueV2_023/op:1*
T0
;
UniqueV2_024/in0Placeholder*
dtype0*
shape:
;
UniqueV2_024/in1Placeholder*
dtype0*
shape:
d
UniqueV2_024/opUniqueV2UniqueV2_024/in0UniqueV2_024/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_024/out0IdentityUniqueV2_024/op*
T0
9
UniqueV2_024/out1IdentityUniqueV2_024/op:1*
T0
;
UniqueV2_025/in0Placeholder*
dtype0*
shape:
;
UniqueV2_025/in1Placeholder*
dtype0*
shape:
d
UniqueV2_025/opUniqueV2UniqueV2_025/in0UniqueV2_025/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_025/out0IdentityUniqueV2_025/op*
T0
9
UniqueV2_025/out1IdentityUniqueV2_025/op:1*
T0
;
UniqueV2_026/in0Placeholder*
dtype0*
shape:
;
UniqueV2_026/in1Placeholder*
dtype0*
shape:
d
UniqueV2_026/opUniqueV2UniqueV2_026/in0UniqueV2_026/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_026/out0IdentityUniqueV2_026/op*
T0
9
UniqueV2_026/out1IdentityUniqueV2_026/op:1*
T0
;
UniqueV2_027/in0Placeholder*
dtype0*
shape:
;
UniqueV2_027/in1Placeholder*
dtype0*
shape:
d
UniqueV2_027/opUniqueV2UniqueV2_027/in0UniqueV2_027/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_027/out0IdentityUniqueV2_027/op*
T0
9
UniqueV2_027/out1IdentityUniqueV2_027/op:1*
T0
;
UniqueV2_028/in0Placeholder*
dtype0*
shape:
;
UniqueV2_028/in1Placeholder*
dtype0*
shape:
d
UniqueV2_028/opUniqueV2UniqueV2_028/in0UniqueV2_028/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_028/out0IdentityUniqueV2_028/op*
T0
9
UniqueV2_028/out1IdentityUniqueV2_028/op:1*
T0
;
UniqueV2_029/in0Placeholder*
dtype0*
shape:
;
UniqueV2_029/in1Placeholder*
dtype0*
shape:
d
UniqueV2_029/opUniqueV2UniqueV2_029/in0UniqueV2_029/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_029/out0IdentityUniqueV2_029/op*
T0
9
UniqueV2_029/out1IdentityUniqueV2_029/op:1*
T0
;
UniqueV2_030/in0Placeholder*
dtype0*
shape:
;
UniqueV2_030/in1Placeholder*
dtype0*
shape:
d
UniqueV2_030/opUniqueV2UniqueV2_030/in0UniqueV2_030/in1*
Taxis0*
T0*
out_idx0
7
UniqueV2_030/out0IdentityUniqueV2_030/op*
T0
9
UniqueV2_030/out1IdentityUniqueV2_030/op:1*
T0
E
UniqueWithCountsV2_014/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_014/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_014/opUniqueWithCountsV2UniqueWithCountsV2_014/in0UniqueWithCountsV2_014/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_014/out0IdentityUniqueWithCountsV2_014/op*
T0
M
UniqueWithCountsV2_014/out1IdentityUniqueWithCountsV2_014/op:1*
T0
M
UniqueWithCountsV2_014/out2IdentityUniqueWithCountsV2_014/op:2*
T0
E
UniqueWithCountsV2_015/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_015/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_015/opUniqueWithCountsV2UniqueWithCountsV2_015/in0UniqueWithCountsV2_015/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_015/out0IdentityUniqueWithCountsV2_015/op*
T0
M
UniqueWithCountsV2_015/out1IdentityUniqueWithCountsV2_015/op:1*
T0
M
UniqueWithCountsV2_015/out2IdentityUniqueWithCountsV2_015/op:2*
T0
E
UniqueWithCountsV2_016/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_016/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_016/opUniqueWithCountsV2UniqueWithCountsV2_016/in0UniqueWithCountsV2_016/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_016/out0IdentityUniqueWithCountsV2_016/op*
T0
M
UniqueWithCountsV2_016/out1IdentityUniqueWithCountsV2_016/op:1*
T0
M
UniqueWithCountsV2_016/out2IdentityUniqueWithCountsV2_016/op:2*
T0
E
UniqueWithCountsV2_017/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_017/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_017/opUniqueWithCountsV2UniqueWithCountsV2_017/in0UniqueWithCountsV2_017/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_017/out0IdentityUniqueWithCountsV2_017/op*
T0
M
UniqueWithCountsV2_017/out1IdentityUniqueWithCountsV2_017/op:1*
T0
M
UniqueWithCountsV2_017/out2IdentityUniqueWithCountsV2_017/op:2*
T0
E
UniqueWithCountsV2_018/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_018/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_018/opUniqueWithCountsV2UniqueWithCountsV2_018/in0UniqueWithCountsV2_018/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_018/out0IdentityUniqueWithCountsV2_018/op*
T0
M
UniqueWithCountsV2_018/out1IdentityUniqueWithCountsV2_018/op:1*
T0
M
UniqueWithCountsV2_018/out2IdentityUniqueWithCountsV2_018/op:2*
T0
E
UniqueWithCountsV2_019/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_019/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_019/opUniqueWithCountsV2UniqueWithCountsV2_019/in0UniqueWithCountsV2_019/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_019/out0IdentityUniqueWithCountsV2_019/op*
T0
M
UniqueWithCountsV2_019/out1IdentityUniqueWithCountsV2_019/op:1*
T0
M
UniqueWithCountsV2_019/out2IdentityUniqueWithCountsV2_019/op:2*
T0
E
UniqueWithCountsV2_020/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_020/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_020/opUniqueWithCountsV2UniqueWithCountsV2_020/in0UniqueWithCountsV2_020/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_020/out0IdentityUniqueWithCountsV2_020/op*
T0
M
UniqueWithCountsV2_020/out1IdentityUniqueWithCountsV2_020/op:1*
T0
M
UniqueWithCountsV2_020/out2IdentityUniqueWithCountsV2_020/op:2*
T0
E
UniqueWithCountsV2_021/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_021/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_021/opUniqueWithCountsV2UniqueWithCountsV2_021/in0UniqueWithCountsV2_021/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_021/out0IdentityUniqueWithCountsV2_021/op*
T0
M
UniqueWithCountsV2_021/out1IdentityUniqueWithCountsV2_021/op:1*
T0
M
UniqueWithCountsV2_021/out2IdentityUniqueWithCountsV2_021/op:2*
T0
E
UniqueWithCountsV2_022/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_022/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_022/opUniqueWithCountsV2UniqueWithCountsV2_022/in0UniqueWithCountsV2_022/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_022/out0IdentityUniqueWithCountsV2_022/op*
T0
M
UniqueWithCountsV2_022/out1IdentityUniqueWithCountsV2_022/op:1*
T0
M
UniqueWithCountsV2_022/out2IdentityUniqueWithCountsV2_022/op:2*
T0
E
UniqueWithCountsV2_023/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_023/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_023/opUniqueWithCountsV2UniqueWithCountsV2_023/in0UniqueWithCountsV2_023/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_023/out0IdentityUniqueWithCountsV2_023/op*
T0
M
UniqueWithCountsV2_023/out1IdentityUniqueWithCountsV2_023/op:1*
T0
M
UniqueWithCountsV2_023/out2IdentityUniqueWithCountsV2_023/op:2*
T0
E
UniqueWithCountsV2_024/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_024/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_024/opUniqueWithCountsV2UniqueWithCountsV2_024/in0UniqueWithCountsV2_024/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_024/out0IdentityUniqueWithCountsV2_024/op*
T0
M
UniqueWithCountsV2_024/out1IdentityUniqueWithCountsV2_024/op:1*
T0
M
UniqueWithCountsV2_024/out2IdentityUniqueWithCountsV2_024/op:2*
T0
E
UniqueWithCountsV2_025/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_025/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_025/opUniqueWithCountsV2UniqueWithCountsV2_025/in0UniqueWithCountsV2_025/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_025/out0IdentityUniqueWithCountsV2_025/op*
T0
M
UniqueWithCountsV2_025/out1IdentityUniqueWithCountsV2_025/op:1*
T0
M
UniqueWithCountsV2_025/out2IdentityUniqueWithCountsV2_025/op:2*
T0
E
UniqueWithCountsV2_026/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_026/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_026/opUniqueWithCountsV2UniqueWithCountsV2_026/in0UniqueWithCountsV2_026/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_026/out0IdentityUniqueWithCountsV2_026/op*
T0
M
UniqueWithCountsV2_026/out1IdentityUniqueWithCountsV2_026/op:1*
T0
M
UniqueWithCountsV2_026/out2IdentityUniqueWithCountsV2_026/op:2*
T0
E
UniqueWithCountsV2_027/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_027/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_027/opUniqueWithCountsV2UniqueWithCountsV2_027/in0UniqueWithCountsV2_027/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_027/out0IdentityUniqueWithCountsV2_027/op*
T0
M
UniqueWithCountsV2_027/out1IdentityUniqueWithCountsV2_027/op:1*
T0
M
UniqueWithCountsV2_027/out2IdentityUniqueWithCountsV2_027/op:2*
T0
E
UniqueWithCountsV2_028/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_028/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_028/opUniqueWithCountsV2UniqueWithCountsV2_028/in0UniqueWithCountsV2_028/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_028/out0IdentityUniqueWithCountsV2_028/op*
T0
M
UniqueWithCountsV2_028/out1IdentityUniqueWithCountsV2_028/op:1*
T0
M
UniqueWithCountsV2_028/out2IdentityUniqueWithCountsV2_028/op:2*
T0
E
UniqueWithCountsV2_029/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_029/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_029/opUniqueWithCountsV2UniqueWithCountsV2_029/in0UniqueWithCountsV2_029/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_029/out0IdentityUniqueWithCountsV2_029/op*
T0
M
UniqueWithCountsV2_029/out1IdentityUniqueWithCountsV2_029/op:1*
T0
M
UniqueWithCountsV2_029/out2IdentityUniqueWithCountsV2_029/op:2*
T0
E
UniqueWithCountsV2_030/in0Placeholder*
dtype0*
shape:
E
UniqueWithCountsV2_030/in1Placeholder*
dtype0*
shape:
Œ
UniqueWithCountsV2_030/opUniqueWithCountsV2UniqueWithCountsV2_030/in0UniqueWithCountsV2_030/in1*
Taxis0*
T0*
out_idx0
K
UniqueWithCountsV2_030/out0IdentityUniqueWithCountsV2_030/op*
T0
M
UniqueWithCountsV2_030/out1IdentityUniqueWithCountsV2_030/op:1*
T0
M
UniqueWithCountsV2_030/out2IdentityUniqueWithCountsV2_030/op:2*
T0
9
Unique_014/in0Placeholder*
dtype0*
shape:
?
Unique_014/opUniqueUnique_014/in0*
T0*
out_idx0
3
Unique_014/out0IdentityUnique_014/op*
T0
5
Unique_014/out1IdentityUnique_014/op:1*
T0
9
Unique_015/in0Placeholder*
dtype0*
shape:
?
Unique_015/opUniqueUnique_015/in0*
T0*
out_idx0
3
Unique_015/out0IdentityUnique_015/op*
T0
5
Unique_015/out1IdentityUnique_015/op:1*
T0
9
Unique_016/in0Placeholder*
dtype0*
shape:
?
Unique_016/opUniqueUnique_016/in0*
T0*
out_idx0
3
Unique_016/out0IdentityUnique_016/op*
T0
5
Unique_016/out1IdentityUnique_016/op:1*
T0
9
Unique_017/in0Placeholder*
dtype0*
shape:
?
Unique_017/opUniqueUnique_017/in0*
T0*
out_idx0
3
Unique_017/out0IdentityUnique_017/op*
T0
5
Unique_017/out1IdentityUnique_017/op:1*
T0
9
Unique_018/in0Placeholder*
dtype0*
shape:
?
Unique_018/opUniqueUnique_018/in0*
T0*
out_idx0
3
Unique_018/out0IdentityUnique_018/op*
T0
5
Unique_018/out1IdentityUnique_018/op:1*
T0
9
Unique_019/in0Placeholder*
dtype0	*
shape:
?
Unique_019/opUniqueUnique_019/in0*
T0	*
out_idx0
3
Unique_019/out0IdentityUnique_019/op*
T0	
5
Unique_019/out1IdentityUnique_019/op:1*
T0
9
Unique_020/in0Placeholder*
dtype0*
shape:
?
Unique_020/opUniqueUnique_020/in0*
T0*
out_idx0
3
Unique_020/out0IdentityUnique_020/op*
T0
5
Unique_020/out1IdentityUnique_020/op:1*
T0
C
UniqueWithCounts_014/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_014/opUniqueWithCountsUniqueWithCounts_014/in0*
T0*
out_idx0
G
UniqueWithCounts_014/out0IdentityUniqueWithCounts_014/op*
T0
I
UniqueWithCounts_014/out1IdentityUniqueWithCounts_014/op:1*
T0
I
UniqueWithCounts_014/out2IdentityUniqueWithCounts_014/op:2*
T0
C
UniqueWithCounts_015/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_015/opUniqueWithCountsUniqueWithCounts_015/in0*
T0*
out_idx0
G
UniqueWithCounts_015/out0IdentityUniqueWithCounts_015/op*
T0
I
UniqueWithCounts_015/out1IdentityUniqueWithCounts_015/op:1*
T0
I
UniqueWithCounts_015/out2IdentityUniqueWithCounts_015/op:2*
T0
C
UniqueWithCounts_016/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_016/opUniqueWithCountsUniqueWithCounts_016/in0*
T0*
out_idx0
G
UniqueWithCounts_016/out0IdentityUniqueWithCounts_016/op*
T0
I
UniqueWithCounts_016/out1IdentityUniqueWithCounts_016/op:1*
T0
I
UniqueWithCounts_016/out2IdentityUniqueWithCounts_016/op:2*
T0
C
UniqueWithCounts_017/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_017/opUniqueWithCountsUniqueWithCounts_017/in0*
T0*
out_idx0
G
UniqueWithCounts_017/out0IdentityUniqueWithCounts_017/op*
T0
I
UniqueWithCounts_017/out1IdentityUniqueWithCounts_017/op:1*
T0
I
UniqueWithCounts_017/out2IdentityUniqueWithCounts_017/op:2*
T0
C
UniqueWithCounts_018/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_018/opUniqueWithCountsUniqueWithCounts_018/in0*
T0*
out_idx0
G
UniqueWithCounts_018/out0IdentityUniqueWithCounts_018/op*
T0
I
UniqueWithCounts_018/out1IdentityUniqueWithCounts_018/op:1*
T0
I
UniqueWithCounts_018/out2IdentityUniqueWithCounts_018/op:2*
T0
C
UniqueWithCounts_019/in0Placeholder*
dtype0	*
shape:
]
UniqueWithCounts_019/opUniqueWithCountsUniqueWithCounts_019/in0*
T0	*
out_idx0
G
UniqueWithCounts_019/out0IdentityUniqueWithCounts_019/op*
T0	
I
UniqueWithCounts_019/out1IdentityUniqueWithCounts_019/op:1*
T0
I
UniqueWithCounts_019/out2IdentityUniqueWithCounts_019/op:2*
T0
C
UniqueWithCounts_020/in0Placeholder*
dtype0*
shape:
]
UniqueWithCounts_020/opUniqueWithCountsUniqueWithCounts_020/in0*
T0*
out_idx0
G
UniqueWithCounts_020/out0IdentityUniqueWithCounts_020/op*
T0
I
UniqueWithCounts_020/out1IdentityUniqueWithCounts_020/op:1*
T0
I
UniqueWithCounts_020/out2IdentityUniqueWithCounts_020/op:2*
T0
;
ListDiff_013/in0Placeholder*
dtype0*
shape:
;
ListDiff_013/in1Placeholder*
dtype0*
shape:
W
ListDiff_013/opListDiffListDiff_013/in0ListDiff_013/in1*
T0*
out_idx0	
7
ListDiff_013/out0IdentityListDiff_013/op*
T0
9
ListDiff_013/out1IdentityListDiff_013/op:1*
T0	
;
ListDiff_014/in0Placeholder*
dtype0*
shape:
;
ListDiff_014/in1Placeholder*
dtype0*
shape:
W
ListDiff_014/opListDiffListDiff_014/in0ListDiff_014/in1*
T0*
out_idx0	
7
ListDiff_014/out0IdentityListDiff_014/op*
T0
9
ListDiff_014/out1IdentityListDiff_014/op:1*
T0	
;
ListDiff_015/in0Placeholder*
dtype0*
shape:
;
ListDiff_015/in1Placeholder*
dtype0*
shape:
W
ListDiff_015/opListDiffListDiff_015/in0ListDiff_015/in1*
T0*
out_idx0	
7
ListDiff_015/out0IdentityListDiff_015/op*
T0
9
ListDiff_015/out1IdentityListDiff_015/op:1*
T0	
;
ListDiff_016/in0Placeholder*
dtype0*
shape:
;
ListDiff_016/in1Placeholder*
dtype0*
shape:
W
ListDiff_016/opListDiffListDiff_016/in0ListDiff_016/in1*
T0*
out_idx0	
7
ListDiff_016/out0IdentityListDiff_016/op*
T0
9
ListDiff_016/out1IdentityListDiff_016/op:1*
T0	
;
ListDiff_017/in0Placeholder*
dtype0*
shape:
;
ListDiff_017/in1Placeholder*
dtype0*
shape:
W
ListDiff_017/opListDiffListDiff_017/in0ListDiff_017/in1*
T0*
out_idx0
7
ListDiff_017/out0IdentityListDiff_017/op*
T0
9
ListDiff_017/out1IdentityListDiff_017/op:1*
T0
;
ListDiff_018/in0Placeholder*
dtype0*
shape:
;
ListDiff_018/in1Placeholder*
dtype0*
shape:
W
ListDiff_018/opListDiffListDiff_018/in0ListDiff_018/in1*
T0*
out_idx0
7
ListDiff_018/out0IdentityListDiff_018/op*
T0
9
ListDiff_018/out1IdentityListDiff_018/op:1*
T0
;
ListDiff_019/in0Placeholder*
dtype0*
shape:
;
ListDiff_019/in1Placeholder*
dtype0*
shape:
W
ListDiff_019/opListDiffListDiff_019/in0ListDiff_019/in1*
T0*
out_idx0
7
ListDiff_019/out0IdentityListDiff_019/op*
T0
9
ListDiff_019/out1IdentityListDiff_019/op:1*
T0"í