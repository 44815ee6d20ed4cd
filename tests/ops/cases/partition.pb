
C
DynamicPartition_000/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_000/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_000/opDynamicPartitionDynamicPartition_000/in0DynamicPartition_000/in1*
T0*
num_partitions
G
DynamicPartition_000/out0IdentityDynamicPartition_000/op*
T0
I
DynamicPartition_000/out1IdentityDynamicPartition_000/op:1*
T0
I
DynamicPartition_000/out2IdentityDynamicPartition_000/op:2*
T0
I
DynamicPartition_000/out3IdentityDynamicPartition_000/op:3*
T0
@
DynamicStitch_000/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_000/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_000/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_000/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_000/opDynamicStitchDynamicStitch_000/in0DynamicStitch_000/in1DynamicStitch_000/in2DynamicStitch_000/in3*
N*
T0
A
DynamicStitch_000/out0IdentityDynamicStitch_000/op*
T0
H
ParallelDynamicStitch_000/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_000/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_000/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_000/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_000/opParallelDynamicStitchParallelDynamicStitch_000/in0ParallelDynamicStitch_000/in1ParallelDynamicStitch_000/in2ParallelDynamicStitch_000/in3*
N*
T0
Q
ParallelDynamicStitch_000/out0IdentityParallelDynamicStitch_000/op*
T0
A
GuaranteeConst_000/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_000/opGuaranteeConstGuaranteeConst_000/in0*
T0
C
GuaranteeConst_000/out0IdentityGuaranteeConst_000/op*
T0
C
DynamicPartition_001/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_001/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_001/opDynamicPartitionDynamicPartition_001/in0DynamicPartition_001/in1*
T0*
num_partitions
G
DynamicPartition_001/out0IdentityDynamicPartition_001/op*
T0
I
DynamicPartition_001/out1IdentityDynamicPartition_001/op:1*
T0
I
DynamicPartition_001/out2IdentityDynamicPartition_001/op:2*
T0
I
DynamicPartition_001/out3IdentityDynamicPartition_001/op:3*
T0
@
DynamicStitch_001/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_001/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_001/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_001/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_001/opDynamicStitchDynamicStitch_001/in0DynamicStitch_001/in1DynamicStitch_001/in2DynamicStitch_001/in3*
N*
T0
A
DynamicStitch_001/out0IdentityDynamicStitch_001/op*
T0
H
ParallelDynamicStitch_001/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_001/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_001/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_001/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_001/opParallelDynamicStitchParallelDynamicStitch_001/in0ParallelDynamicStitch_001/in1ParallelDynamicStitch_001/in2ParallelDynamicStitch_001/in3*
N*
T0
Q
ParallelDynamicStitch_001/out0IdentityParallelDynamicStitch_001/op*
T0
A
GuaranteeConst_001/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_001/opGuaranteeConstGuaranteeConst_001/in0*
T0
C
GuaranteeConst_001/out0IdentityGuaranteeConst_001/op*
T0
C
DynamicPartition_002/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_002/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_002/opDynamicPartitionDynamicPartition_002/in0DynamicPartition_002/in1*
T0*
num_partitions
G
DynamicPartition_002/out0IdentityDynamicPartition_002/op*
T0
I
DynamicPartition_002/out1IdentityDynamicPartition_002/op:1*
T0
I
DynamicPartition_002/out2IdentityDynamicPartition_002/op:2*
T0
I
DynamicPartition_002/out3IdentityDynamicPartition_002/op:3*
T0
@
DynamicStitch_002/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_002/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_002/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_002/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_002/opDynamicStitchDynamicStitch_002/in0DynamicStitch_002/in1DynamicStitch_002/in2DynamicStitch_002/in3*
N*
T0
A
DynamicStitch_002/out0IdentityDynamicStitch_002/op*
T0
H
ParallelDynamicStitch_002/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_002/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_002/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_002/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_002/opParallelDynamicStitchParallelDynamicStitch_002/in0ParallelDynamicStitch_002/in1ParallelDynamicStitch_002/in2ParallelDynamicStitch_002/in3*
N*
T0
Q
ParallelDynamicStitch_002/out0IdentityParallelDynamicStitch_002/op*
T0
A
GuaranteeConst_002/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_002/opGuaranteeConstGuaranteeConst_002/in0*
T0
C
GuaranteeConst_002/out0IdentityGuaranteeConst_002/op*
T0
C
DynamicPartition_003/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_003/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_003/opDynamicPartitionDynamicPartition_003/in0DynamicPartition_003/in1*
T0*
num_partitions
G
DynamicPartition_003/out0IdentityDynamicPartition_003/op*
T0
I
DynamicPartition_003/out1IdentityDynamicPartition_003/op:1*
T0
I
DynamicPartition_003/out2IdentityDynamicPartition_003/op:2*
T0
I
DynamicPartition_003/out3IdentityDynamicPartition_003/op:3*
T0
@
DynamicStitch_003/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_003/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_003/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_003/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_003/opDynamicStitchDynamicStitch_003/in0DynamicStitch_003/in1DynamicStitch_003/in2DynamicStitch_003/in3*
N*
T0
A
DynamicStitch_003/out0IdentityDynamicStitch_003/op*
T0
H
ParallelDynamicStitch_003/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_003/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_003/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_003/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_003/opParallelDynamicStitchParallelDynamicStitch_003/in0ParallelDynamicStitch_003/in1ParallelDynamicStitch_003/in2ParallelDynamicStitch_003/in3*
N*
T0
Q
ParallelDynamicStitch_003/out0IdentityParallelDynamicStitch_003/op*
T0
A
GuaranteeConst_003/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_003/opGuaranteeConstGuaranteeConst_003/in0*
T0
C
GuaranteeConst_003/out0IdentityGuaranteeConst_003/op*
T0
C
DynamicPartition_004/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_004/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_004/opDynamicPartitionDynamicPartition_004/in0DynamicPartition_004/in1*
T0*
num_partitions
G
DynamicPartition_004/out0IdentityDynamicPartition_004/op*
T0
I
DynamicPartition_004/out1IdentityDynamicPartition_004/op:1*
T0
I
DynamicPartition_004/out2IdentityDynamicPartition_004/op:2*
T0
I
DynamicPartition_004/out3IdentityDynamicPartition_004/op:3*
T0
@
DynamicStitch_004/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_004/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_004/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_004/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_004/opDynamicStitchDynamicStitch_004/in0DynamicStitch_004/in1DynamicStitch_004/in2DynamicStitch_004/in3*
N*
T0
A
DynamicStitch_004/out0IdentityDynamicStitch_004/op*
T0
H
ParallelDynamicStitch_004/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_004/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_004/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_004/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_004/opParallelDynamicStitchParallelDynamicStitch_004/in0ParallelDynamicStitch_004/in1ParallelDynamicStitch_004/in2ParallelDynamicStitch_004/in3*
N*
T0
Q
ParallelDynamicStitch_004/out0IdentityParallelDynamicStitch_004/op*
T0
A
GuaranteeConst_004/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_004/opGuaranteeConstGuaranteeConst_004/in0*
T0
C
GuaranteeConst_004/out0IdentityGuaranteeConst_004/op*
T0
C
DynamicPartition_005/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_005/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_005/opDynamicPartitionDynamicPartition_005/in0DynamicPartition_005/in1*
T0*
num_partitions
G
DynamicPartition_005/out0IdentityDynamicPartition_005/op*
T0
I
DynamicPartition_005/out1IdentityDynamicPartition_005/op:1*
T0
I
DynamicPartition_005/out2IdentityDynamicPartition_005/op:2*
T0
I
DynamicPartition_005/out3IdentityDynamicPartition_005/op:3*
T0
@
DynamicStitch_005/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_005/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_005/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_005/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_005/opDynamicStitchDynamicStitch_005/in0DynamicStitch_005/in1DynamicStitch_005/in2DynamicStitch_005/in3*
N*
T0
A
DynamicStitch_005/out0IdentityDynamicStitch_005/op*
T0
H
ParallelDynamicStitch_005/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_005/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_005/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_005/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_005/opParallelDynamicStitchParallelDynamicStitch_005/in0ParallelDynamicStitch_005/in1ParallelDynamicStitch_005/in2ParallelDynamicStitch_005/in3*
N*
T0
Q
ParallelDynamicStitch_005/out0IdentityParallelDynamicStitch_005/op*
T0
A
GuaranteeConst_005/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_005/opGuaranteeConstGuaranteeConst_005/in0*
T0
C
GuaranteeConst_005/out0IdentityGuaranteeConst_005/op*
T0
C
DynamicPartition_006/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_006/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_006/opDynamicPartitionDynamicPartition_006/in0DynamicPartition_006/in1*
T0*
num_partitions
G
DynamicPartition_006/out0IdentityDynamicPartition_006/op*
T0
I
DynamicPartition_006/out1IdentityDynamicPartition_006/op:1*
T0
I
DynamicPartition_006/out2IdentityDynamicPartition_006/op:2*
T0
I
DynamicPartition_006/out3IdentityDynamicPartition_006/op:3*
T0
@
DynamicStitch_006/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_006/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_006/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_006/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_006/opDynamicStitchDynamicStitch_006/in0DynamicStitch_006/in1DynamicStitch_006/in2DynamicStitch_006/in3*
N*
T0
A
DynamicStitch_006/out0IdentityDynamicStitch_006/op*
T0
H
ParallelDynamicStitch_006/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_006/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_006/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_006/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_006/opParallelDynamicStitchParallelDynamicStitch_006/in0ParallelDynamicStitch_006/in1ParallelDynamicStitch_006/in2ParallelDynamicStitch_006/in3*
N*
T0
Q
ParallelDynamicStitch_006/out0IdentityParallelDynamicStitch_006/op*
T0
A
GuaranteeConst_006/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_006/opGuaranteeConstGuaranteeConst_006/in0*
T0
C
GuaranteeConst_006/out0IdentityGuaranteeConst_006/op*
T0
C
DynamicPartition_007/in0Placeholder*
dtype0	*
shape:
C
DynamicPartition_007/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_007/opDynamicPartitionDynamicPartition_007/in0DynamicPartition_007/in1*
T0	*
num_partitions
G
DynamicPartition_007/out0IdentityDynamicPartition_007/op*
T0	
I
DynamicPartition_007/out1IdentityDynamicPartition_007/op:1*
T0	
I
DynamicPartition_007/out2IdentityDynamicPartition_007/op:2*
T0	
I
DynamicPartition_007/out3IdentityDynamicPartition_007/op:3*
T0	
@
DynamicStitch_007/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_007/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_007/in2Placeholder*
dtype0	*
shape:
@
DynamicStitch_007/in3Placeholder*
dtype0	*
shape:
“
DynamicStitch_007/opDynamicStitchDynamicStitch_007/in0DynamicStitch_007/in1DynamicStitch_007/in2DynamicStitch_007/in3*
N*
T0	
A
DynamicStitch_007/out0IdentityDynamicStitch_007/op*
T0	
H
ParallelDynamicStitch_007/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_007/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_007/in2Placeholder*
dtype0	*
shape:
H
ParallelDynamicStitch_007/in3Placeholder*
dtype0	*
shape:
Ã
ParallelDynamicStitch_007/opParallelDynamicStitchParallelDynamicStitch_007/in0ParallelDynamicStitch_007/in1ParallelDynamicStitch_007/in2ParallelDynamicStitch_007/in3*
N*
T0	
Q
ParallelDynamicStitch_007/out0IdentityParallelDynamicStitch_007/op*
T0	
A
GuaranteeConst_007/in0Placeholder*
dtype0	*
shape:
H
GuaranteeConst_007/opGuaranteeConstGuaranteeConst_007/in0*
T0	
C
GuaranteeConst_007/out0IdentityGuaranteeConst_007/op*
T0	
C
DynamicPartition_008/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_008/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_008/opDynamicPartitionDynamicPartition_008/in0DynamicPartition_008/in1*
T0*
num_partitions
G
DynamicPartition_008/out0IdentityDynamicPartition_008/op*
T0
I
DynamicPartition_008/out1IdentityDynamicPartition_008/op:1*
T0
I
DynamicPartition_008/out2IdentityDynamicPartition_008/op:2*
T0
I
DynamicPartition_008/out3IdentityDynamicPartition_008/op:3*
T0
@
DynamicStitch_008/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_008/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_008/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_008/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_008/opDynamicStitchDynamicStitch_008/in0DynamicStitch_008/in1DynamicStitch_008/in2DynamicStitch_008/in3*
N*
T0
A
DynamicStitch_008/out0IdentityDynamicStitch_008/op*
T0
H
ParallelDynamicStitch_008/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_008/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_008/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_008/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_008/opParallelDynamicStitchParallelDynamicStitch_008/in0ParallelDynamicStitch_008/in1ParallelDynamicStitch_008/in2ParallelDynamicStitch_008/in3*
N*
T0
Q
ParallelDynamicStitch_008/out0IdentityParallelDynamicStitch_008/op*
T0
A
GuaranteeConst_008/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_008/opGuaranteeConstGuaranteeConst_008/in0*
T0
C
GuaranteeConst_008/out0IdentityGuaranteeConst_008/op*
T0
C
DynamicPartition_009/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_009/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_009/opDynamicPartitionDynamicPartition_009/in0DynamicPartition_009/in1*
T0*
num_partitions
G
DynamicPartition_009/out0IdentityDynamicPartition_009/op*
T0
I
DynamicPartition_009/out1IdentityDynamicPartition_009/op:1*
T0
I
DynamicPartition_009/out2IdentityDynamicPartition_009/op:2*
T0
I
DynamicPartition_009/out3IdentityDynamicPartition_009/op:3*
T0
@
DynamicStitch_009/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_009/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_009/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_009/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_009/opDynamicStitchDynamicStitch_009/in0DynamicStitch_009/in1DynamicStitch_009/in2DynamicStitch_009/in3*
N*
T0
A
DynamicStitch_009/out0IdentityDynamicStitch_009/op*
T0
H
ParallelDynamicStitch_009/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_009/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_009/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_009/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_009/opParallelDynamicStitchParallelDynamicStitch_009/in0ParallelDynamicStitch_009/in1ParallelDynamicStitch_009/in2ParallelDynamicStitch_009/in3*
N*
T0
Q
ParallelDynamicStitch_009/out0IdentityParallelDynamicStitch_009/op*
T0
A
GuaranteeConst_009/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_009/opGuaranteeConstGuaranteeConst_009/in0*
T0
C
GuaranteeConst_009/out0IdentityGuaranteeConst_009/op*
T0
C
DynamicPartition_010/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_010/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_010/opDynamicPartitionDynamicPartition_010/in0DynamicPartition_010/in1*
T0*
num_partitions
G
DynamicPartition_010/out0IdentityDynamicPartition_010/op*
T0
I
DynamicPartition_010/out1IdentityDynamicPartition_010/op:1*
T0
I
DynamicPartition_010/out2IdentityDynamicPartition_010/op:2*
T0
I
DynamicPartition_010/out3IdentityDynamicPartition_010/op:3*
T0
@
DynamicStitch_010/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_010/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_010/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_010/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_010/opDynamicStitchDynamicStitch_010/in0DynamicStitch_010/in1DynamicStitch_010/in2DynamicStitch_010/in3*
N*
T0
A
DynamicStitch_010/out0IdentityDynamicStitch_010/op*
T0
H
ParallelDynamicStitch_010/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_010/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_010/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_010/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_010/opParallelDynamicStitchParallelDynamicStitch_010/in0ParallelDynamicStitch_010/in1ParallelDynamicStitch_010/in2ParallelDynamicStitch_010/in3*
N*
T0
Q
ParallelDynamicStitch_010/out0IdentityParallelDynamicStitch_010/op*
T0
A
GuaranteeConst_010/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_010/opGuaranteeConstGuaranteeConst_010/in0*
T0
C
GuaranteeConst_010/out0IdentityGuaranteeConst_010/op*
T0
C
DynamicPartition_011/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_011/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_011/opDynamicPartitionDynamicPartition_011/in0DynamicPartition_011/in1*
T0*
num_partitions
G
DynamicPartition_011/out0IdentityDynamicPartition_011/op*
T0
I
DynamicPartition_011/out1IdentityDynamicPartition_011/op:1*
T0
I
DynamicPartition_011/out2IdentityDynamicPartition_011/op:2*
T0
I
DynamicPartition_011/out3IdentityDynamicPartition_011/op:3*
T0
@
DynamicStitch_011/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_011/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_011/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_011/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_011/opDynamicStitchDynamicStitch_011/in0DynamicStitch_011/in1DynamicStitch_011/in2DynamicStitch_011/in3*
N*
T0
A
DynamicStitch_011/out0IdentityDynamicStitch_011/op*
T0
H
ParallelDynamicStitch_011/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_011/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_011/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_011/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_011/opParallelDynamicStitchParallelDynamicStitch_011/in0ParallelDynamicStitch_011/in1ParallelDynamicStitch_011/in2ParallelDynamicStitch_011/in3*
N*
T0
Q
ParallelDynamicStitch_011/out0IdentityParallelDynamicStitch_011/op*
T0
A
GuaranteeConst_011/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_011/opGuaranteeConstGuaranteeConst_011/in0*
T0
C
GuaranteeConst_011/out0IdentityGuaranteeConst_011/op*
T0
C
DynamicPartition_012/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_012/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_012/opDynamicPartitionDynamicPartition_012/in0DynamicPartition_012/in1*
T0*
num_partitions
G
DynamicPartition_012/out0IdentityDynamicPartition_012/op*
T0
I
DynamicPartition_012/out1IdentityDynamicPartition_012/op:1*
T0
I
DynamicPartition_012/out2IdentityDynamicPartition_012/op:2*
T0
I
DynamicPartition_012/out3IdentityDynamicPartition_012/op:3*
T0
@
DynamicStitch_012/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_012/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_012/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_012/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_012/opDynamicStitchDynamicStitch_012/in0DynamicStitch_012/in1DynamicStitch_012/in2DynamicStitch_012/in3*
N*
T0
A
DynamicStitch_012/out0IdentityDynamicStitch_012/op*
T0
H
ParallelDynamicStitch_012/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_012/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_012/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_012/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_012/opParallelDynamicStitchParallelDynamicStitch_012/in0ParallelDynamicStitch_012/in1ParallelDynamicStitch_012/in2ParallelDynamicStitch_012/in3*
N*
T0
Q
ParallelDynamicStitch_012/out0IdentityParallelDynamicStitch_012/op*
T0
A
GuaranteeConst_012/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_012/opGuaranteeConstGuaranteeConst_012/in0*
T0
C
GuaranteeConst_012/out0IdentityGuaranteeConst_012/op*
T0
C
DynamicPartition_013/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_013/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_013/opDynamicPartitionDynamicPartition_013/in0DynamicPartition_013/in1*
T0*
num_partitions
G
DynamicPartition_013/out0IdentityDynamicPartition_013/op*
T0
I
DynamicPartition_013/out1IdentityDynamicPartition_013/op:1*
T0
I
DynamicPartition_013/out2IdentityDynamicPartition_013/op:2*
T0
I
DynamicPartition_013/out3IdentityDynamicPartition_013/op:3*
T0
@
DynamicStitch_013/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_013/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_013/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_013/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_013/opDynamicStitchDynamicStitch_013/in0DynamicStitch_013/in1DynamicStitch_013/in2DynamicStitch_013/in3*
N*
T0
A
DynamicStitch_013/out0IdentityDynamicStitch_013/op*
T0
H
ParallelDynamicStitch_013/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_013/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_013/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_013/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_013/opParallelDynamicStitchParallelDynamicStitch_013/in0ParallelDynamicStitch_013/in1ParallelDynamicStitch_013/in2ParallelDynamicStitch_013/in3*
N*
T0
Q
ParallelDynamicStitch_013/out0IdentityParallelDynamicStitch_013/op*
T0
A
GuaranteeConst_013/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_013/opGuaranteeConstGuaranteeConst_013/in0*
T0
C
GuaranteeConst_013/out0IdentityGuaranteeConst_013/op*
T0
C
DynamicPartition_014/in0Placeholder*
dtype0
*
shape:
C
DynamicPartition_014/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_014/opDynamicPartitionDynamicPartition_014/in0DynamicPartition_014/in1*
T0
*
num_partitions
G
DynamicPartition_014/out0IdentityDynamicPartition_014/op*
T0

I
DynamicPartition_014/out1IdentityDynamicPartition_014/op:1*
T0

I
DynamicPartition_014/out2IdentityDynamicPartition_014/op:2*
T0

I
DynamicPartition_014/out3IdentityDynamicPartition_014/op:3*
T0

@
DynamicStitch_014/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_014/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_014/in2Placeholder*
dtype0
*
shape:
@
DynamicStitch_014/in3Placeholder*
dtype0
*
shape:
“
DynamicStitch_014/opDynamicStitchDynamicStitch_014/in0DynamicStitch_014/in1DynamicStitch_014/in2DynamicStitch_014/in3*
N*
T0

A
DynamicStitch_014/out0IdentityDynamicStitch_014/op*
T0

H
ParallelDynamicStitch_014/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_014/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_014/in2Placeholder*
dtype0
*
shape:
H
ParallelDynamicStitch_014/in3Placeholder*
dtype0
*
shape:
Ã
ParallelDynamicStitch_014/opParallelDynamicStitchParallelDynamicStitch_014/in0ParallelDynamicStitch_014/in1ParallelDynamicStitch_014/in2ParallelDynamicStitch_014/in3*
N*
T0

Q
ParallelDynamicStitch_014/out0IdentityParallelDynamicStitch_014/op*
T0

A
GuaranteeConst_014/in0Placeholder*
dtype0
*
shape:
H
GuaranteeConst_014/opGuaranteeConstGuaranteeConst_014/in0*
T0

C
GuaranteeConst_014/out0IdentityGuaranteeConst_014/op*
T0

C
DynamicPartition_015/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_015/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_015/opDynamicPartitionDynamicPartition_015/in0DynamicPartition_015/in1*
T0*
num_partitions
G
DynamicPartition_015/out0IdentityDynamicPartition_015/op*
T0
I
DynamicPartition_015/out1IdentityDynamicPartition_015/op:1*
T0
I
DynamicPartition_015/out2IdentityDynamicPartition_015/op:2*
T0
I
DynamicPartition_015/out3IdentityDynamicPartition_015/op:3*
T0
@
DynamicStitch_015/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_015/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_015/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_015/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_015/opDynamicStitchDynamicStitch_015/in0DynamicStitch_015/in1DynamicStitch_015/in2DynamicStitch_015/in3*
N*
T0
A
DynamicStitch_015/out0IdentityDynamicStitch_015/op*
T0
H
ParallelDynamicStitch_015/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_015/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_015/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_015/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_015/opParallelDynamicStitchParallelDynamicStitch_015/in0ParallelDynamicStitch_015/in1ParallelDynamicStitch_015/in2ParallelDynamicStitch_015/in3*
N*
T0
Q
ParallelDynamicStitch_015/out0IdentityParallelDynamicStitch_015/op*
T0
A
GuaranteeConst_015/in0Placeholder*
dtype0*
shape:
H
GuaranteeConst_015/opGuaranteeConstGuaranteeConst_015/in0*
T0
C
GuaranteeConst_015/out0IdentityGuaranteeConst_015/op*
T0
@
DynamicStitch_016/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_016/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_016/opDynamicStitchDynamicStitch_016/in0DynamicStitch_016/in1*
N*
T0
A
DynamicStitch_016/out0IdentityDynamicStitch_016/op*
T0
@
DynamicStitch_017/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_017/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_017/opDynamicStitchDynamicStitch_017/in0DynamicStitch_017/in1*
N*
T0
A
DynamicStitch_017/out0IdentityDynamicStitch_017/op*
T0
@
DynamicStitch_018/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_018/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_018/opDynamicStitchDynamicStitch_018/in0DynamicStitch_018/in1*
N*
T0
A
DynamicStitch_018/out0IdentityDynamicStitch_018/op*
T0
C
DynamicPartition_016/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_016/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_016/opDynamicPartitionDynamicPartition_016/in0DynamicPartition_016/in1*
T0*
num_partitions
G
DynamicPartition_016/out0IdentityDynamicPartition_016/op*
T0
I
DynamicPartition_016/out1IdentityDynamicPartition_016/op:1*
T0
C
DynamicPartition_017/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_017/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_017/opDynamicPartitionDynamicPartition_017/in0DynamicPartition_017/in1*
T0*
num_partitions
G
DynamicPartition_017/out0IdentityDynamicPartition_017/op*
T0
I
DynamicPartition_017/out1IdentityDynamicPartition_017/op:1*
T0
C
DynamicPartition_018/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_018/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_018/opDynamicPartitionDynamicPartition_018/in0DynamicPartition_018/in1*
T0*
num_partitions
G
DynamicPartition_018/out0IdentityDynamicPartition_018/op*
T0
I
DynamicPartition_018/out1IdentityDynamicPartition_018/op:1*
T0
I
DynamicPartition_018/out2IdentityDynamicPartition_018/op:2*
T0
C
DynamicPartition_019/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_019/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_019/opDynamicPartitionDynamicPartition_019/in0DynamicPartition_019/in1*
T0*
num_partitions
G
DynamicPartition_019/out0IdentityDynamicPartition_019/op*
T0
I
DynamicPartition_019/out1IdentityDynamicPartition_019/op:1*
T0
I
DynamicPartition_019/out2IdentityDynamicPartition_019/op:2*
T0
C
DynamicPartition_020/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_020/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_020/opDynamicPartitionDynamicPartition_020/in0DynamicPartition_020/in1*
T0*
num_partitions
G
DynamicPartition_020/out0IdentityDynamicPartition_020/op*
T0
I
DynamicPartition_020/out1IdentityDynamicPartition_020/op:1*
T0
C
DynamicPartition_021/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_021/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_021/opDynamicPartitionDynamicPartition_021/in0DynamicPartition_021/in1*
T0*
num_partitions
G
DynamicPartition_021/out0IdentityDynamicPartition_021/op*
T0
I
DynamicPartition_021/out1IdentityDynamicPartition_021/op:1*
T0
C
DynamicPartition_022/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_022/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_022/opDynamicPartitionDynamicPartition_022/in0DynamicPartition_022/in1*
T0*
num_partitions
G
DynamicPartition_022/out0IdentityDynamicPartition_022/op*
T0
I
DynamicPartition_022/out1IdentityDynamicPartition_022/op:1*
T0
C
DynamicPartition_023/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_023/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_023/opDynamicPartitionDynamicPartition_023/in0DynamicPartition_023/in1*
T0*
num_partitions
G
DynamicPartition_023/out0IdentityDynamicPartition_023/op*
T0
I
DynamicPartition_023/out1IdentityDynamicPartition_023/op:1*
T0
C
DynamicPartition_024/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_024/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_024/opDynamicPartitionDynamicPartition_024/in0DynamicPartition_024/in1*
T0*
num_partitions
G
DynamicPartition_024/out0IdentityDynamicPartition_024/op*
T0
I
DynamicPartition_024/out1IdentityDynamicPartition_024/op:1*
T0
C
DynamicPartition_025/in0Placeholder*
dtype0*
shape:
C
DynamicPartition_025/in1Placeholder*
dtype0*
shape:
~
DynamicPartition_025/opDynamicPartitionDynamicPartition_025/in0DynamicPartition_025/in1*
T0*
num_partitions
G
DynamicPartition_025/out0IdentityDynamicPartition_025/op*
T0
I
DynamicPartition_025/out1IdentityDynamicPartition_025/op:1*
T0
@
DynamicStitch_019/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_019/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_019/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_019/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_019/opDynamicStitchDynamicStitch_019/in0DynamicStitch_019/in1DynamicStitch_019/in2DynamicStitch_019/in3*
N*
T0
A
DynamicStitch_019/out0IdentityDynamicStitch_019/op*
T0
@
DynamicStitch_020/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_020/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_020/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_020/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_020/opDynamicStitchDynamicStitch_020/in0DynamicStitch_020/in1DynamicStitch_020/in2DynamicStitch_020/in3*
N*
T0
A
DynamicStitch_020/out0IdentityDynamicStitch_020/op*
T0
@
DynamicStitch_021/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_021/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_021/opDynamicStitchDynamicStitch_021/in0DynamicStitch_021/in1*
N*
T0
A
DynamicStitch_021/out0IdentityDynamicStitch_021/op*
T0
@
DynamicStitch_022/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_022/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_022/opDynamicStitchDynamicStitch_022/in0DynamicStitch_022/in1*
N*
T0
A
DynamicStitch_022/out0IdentityDynamicStitch_022/op*
T0
@
DynamicStitch_023/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_023/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_023/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_023/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_023/opDynamicStitchDynamicStitch_023/in0DynamicStitch_023/in1DynamicStitch_023/in2DynamicStitch_023/in3*
N*
T0
A
DynamicStitch_023/out0IdentityDynamicStitch_023/op*
T0
@
DynamicStitch_024/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_024/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_024/opDynamicStitchDynamicStitch_024/in0DynamicStitch_024/in1*
N*
T0
A
DynamicStitch_024/out0IdentityDynamicStitch_024/op*
T0
@
DynamicStitch_025/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_025/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_025/opDynamicStitchDynamicStitch_025/in0DynamicStitch_025/in1*
N*
T0
A
DynamicStitch_025/out0IdentityDynamicStitch_025/op*
T0
@
DynamicStitch_026/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_026/in1Placeholder*
dtype0*
shape:
e
DynamicStitch_026/opDynamicStitchDynamicStitch_026/in0DynamicStitch_026/in1*
N*
T0
A
DynamicStitch_026/out0IdentityDynamicStitch_026/op*
T0
@
DynamicStitch_027/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_027/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_027/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_027/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_027/opDynamicStitchDynamicStitch_027/in0DynamicStitch_027/in1DynamicStitch_027/in2DynamicStitch_027/in3*
N*
T0
A
DynamicStitch_027/out0IdentityDynamicStitch_027/op*
T0
@
DynamicStitch_028/in0Placeholder*
dtype0*
shape:
@
DynamicStitch_028/in1Placeholder*
dtype0*
shape:
@
DynamicStitch_028/in2Placeholder*
dtype0*
shape:
@
DynamicStitch_028/in3Placeholder*
dtype0*
shape:
“
DynamicStitch_028/opDynamicStitchDynamicStitch_028/in0DynamicStitch_028/in1DynamicStitch_028/in2DynamicStitch_028/in3*
N*
T0
A
DynamicStitch_028/out0IdentityDynamicStitch_028/op*
T0
H
ParallelDynamicStitch_016/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_016/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_016/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_016/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_016/opParallelDynamicStitchParallelDynamicStitch_016/in0ParallelDynamicStitch_016/in1ParallelDynamicStitch_016/in2ParallelDynamicStitch_016/in3*
N*
T0
Q
ParallelDynamicStitch_016/out0IdentityParallelDynamicStitch_016/op*
T0
H
ParallelDynamicStitch_017/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_017/in1Placeholder*
dtype0*
shape:
…
ParallelDynamicStitch_017/opParallelDynamicStitchParallelDynamicStitch_017/in0ParallelDynamicStitch_017/in1*
N*
T0
Q
ParallelDynamicStitch_017/out0IdentityParallelDynamicStitch_017/op*
T0
H
ParallelDynamicStitch_018/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_018/in1Placeholder*
dtype0*
shape:
…
ParallelDynamicStitch_018/opParallelDynamicStitchParallelDynamicStitch_018/in0ParallelDynamicStitch_018/in1*
N*
T0
Q
ParallelDynamicStitch_018/out0IdentityParallelDynamicStitch_018/op*
T0
H
ParallelDynamicStitch_019/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_019/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_019/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_019/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_019/opParallelDynamicStitchParallelDynamicStitch_019/in0ParallelDynamicStitch_019/in1ParallelDynamicStitch_019/in2ParallelDynamicStitch_019/in3*
N*
T0
Q
ParallelDynamicStitch_019/out0IdentityParallelDynamicStitch_019/op*
T0
H
ParallelDynamicStitch_020/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_020/in1Placeholder*
dtype0*
shape:
…
ParallelDynamicStitch_020/opParallelDynamicStitchParallelDynamicStitch_020/in0ParallelDynamicStitch_020/in1*
N*
T0
Q
ParallelDynamicStitch_020/out0IdentityParallelDynamicStitch_020/op*
T0
H
ParallelDynamicStitch_021/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_021/in1Placeholder*
dtype0*
shape:
…
ParallelDynamicStitch_021/opParallelDynamicStitchParallelDynamicStitch_021/in0ParallelDynamicStitch_021/in1*
N*
T0
Q
ParallelDynamicStitch_021/out0IdentityParallelDynamicStitch_021/op*
T0
H
ParallelDynamicStitch_022/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_022/in1Placeholder*
dtype0*
shape:
…
ParallelDynamicStitch_022/opParallelDynamicStitchParallelDynamicStitch_022/in0ParallelDynamicStitch_022/in1*
N*
T0
Q
ParallelDynamicStitch_022/out0IdentityParallelDynamicStitch_022/op*
T0
H
ParallelDynamicStitch_023/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_023/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_023/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_023/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_023/opParallelDynamicStitchParallelDynamicStitch_023/in0ParallelDynamicStitch_023/in1ParallelDynamicStitch_023/in2ParallelDynamicStitch_023/in3*
N*
T0
Q
ParallelDynamicStitch_023/out0IdentityParallelDynamicStitch_023/op*
T0
H
ParallelDynamicStitch_024/in0Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_024/in1Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_024/in2Placeholder*
dtype0*
shape:
H
ParallelDynamicStitch_024/in3Placeholder*
dtype0*
shape:
Ã
ParallelDynamicStitch_024/opParallelDynamicStitchParallelDynamicStitch_024/in0ParallelDynamicStitch_024/in1ParallelDynamicStitch_024/in2ParallelDynamicStitch_024/in3*
N*
T0
Q
ParallelDynamicStitch_024/out0IdentityParallelDynamicStitch_024/op*
T0
;
DeepCopy_000/in0Placeholder*
dtype0*
shape:
6
DeepCopy_000/opDeepCopyDeepCopy_000/in0*
T0
7
DeepCopy_000/out0IdentityDeepCopy_000/op*
T0"í