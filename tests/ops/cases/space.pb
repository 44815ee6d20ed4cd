
A
SpaceToBatchND_000/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_000/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_000/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_000/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_000/in0SpaceToBatchND_000/in1SpaceToBatchND_000/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_000/out0Identity!SpaceToBatchND_000/SpaceToBatchND*
T0
A
BatchToSpaceND_000/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_000/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_000/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_000/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_000/in0BatchToSpaceND_000/in1BatchToSpaceND_000/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_000/out0Identity!BatchToSpaceND_000/BatchToSpaceND*
T0
?
SpaceToBatch_000/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_000/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_000/opSpaceToBatchSpaceToBatch_000/in0SpaceToBatch_000/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_000/out0IdentitySpaceToBatch_000/op*
T0
?
BatchToSpace_000/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_000/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_000/opBatchToSpaceBatchToSpace_000/in0BatchToSpace_000/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_000/out0IdentityBatchToSpace_000/op*
T0
A
SpaceToBatchND_001/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_001/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_001/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_001/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_001/in0SpaceToBatchND_001/in1SpaceToBatchND_001/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_001/out0Identity!SpaceToBatchND_001/SpaceToBatchND*
T0
A
BatchToSpaceND_001/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_001/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_001/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_001/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_001/in0BatchToSpaceND_001/in1BatchToSpaceND_001/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_001/out0Identity!BatchToSpaceND_001/BatchToSpaceND*
T0
?
SpaceToBatch_001/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_001/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_001/opSpaceToBatchSpaceToBatch_001/in0SpaceToBatch_001/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_001/out0IdentitySpaceToBatch_001/op*
T0
?
BatchToSpace_001/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_001/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_001/opBatchToSpaceBatchToSpace_001/in0BatchToSpace_001/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_001/out0IdentityBatchToSpace_001/op*
T0
A
SpaceToBatchND_002/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_002/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_002/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_002/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_002/in0SpaceToBatchND_002/in1SpaceToBatchND_002/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_002/out0Identity!SpaceToBatchND_002/SpaceToBatchND*
T0
A
BatchToSpaceND_002/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_002/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_002/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_002/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_002/in0BatchToSpaceND_002/in1BatchToSpaceND_002/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_002/out0Identity!BatchToSpaceND_002/BatchToSpaceND*
T0
?
SpaceToBatch_002/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_002/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_002/opSpaceToBatchSpaceToBatch_002/in0SpaceToBatch_002/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_002/out0IdentitySpaceToBatch_002/op*
T0
?
BatchToSpace_002/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_002/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_002/opBatchToSpaceBatchToSpace_002/in0BatchToSpace_002/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_002/out0IdentityBatchToSpace_002/op*
T0
A
SpaceToBatchND_003/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_003/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_003/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_003/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_003/in0SpaceToBatchND_003/in1SpaceToBatchND_003/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_003/out0Identity!SpaceToBatchND_003/SpaceToBatchND*
T0
A
BatchToSpaceND_003/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_003/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_003/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_003/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_003/in0BatchToSpaceND_003/in1BatchToSpaceND_003/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_003/out0Identity!BatchToSpaceND_003/BatchToSpaceND*
T0
?
SpaceToBatch_003/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_003/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_003/opSpaceToBatchSpaceToBatch_003/in0SpaceToBatch_003/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_003/out0IdentitySpaceToBatch_003/op*
T0
?
BatchToSpace_003/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_003/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_003/opBatchToSpaceBatchToSpace_003/in0BatchToSpace_003/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_003/out0IdentityBatchToSpace_003/op*
T0
A
SpaceToBatchND_004/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_004/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_004/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_004/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_004/in0SpaceToBatchND_004/in1SpaceToBatchND_004/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_004/out0Identity!SpaceToBatchND_004/SpaceToBatchND*
T0
A
BatchToSpaceND_004/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_004/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_004/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_004/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_004/in0BatchToSpaceND_004/in1BatchToSpaceND_004/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_004/out0Identity!BatchToSpaceND_004/BatchToSpaceND*
T0
?
SpaceToBatch_004/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_004/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_004/opSpaceToBatchSpaceToBatch_004/in0SpaceToBatch_004/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_004/out0IdentitySpaceToBatch_004/op*
T0
?
BatchToSpace_004/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_004/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_004/opBatchToSpaceBatchToSpace_004/in0BatchToSpace_004/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_004/out0IdentityBatchToSpace_004/op*
T0
A
SpaceToBatchND_005/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_005/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_005/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_005/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_005/in0SpaceToBatchND_005/in1SpaceToBatchND_005/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_005/out0Identity!SpaceToBatchND_005/SpaceToBatchND*
T0
A
BatchToSpaceND_005/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_005/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_005/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_005/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_005/in0BatchToSpaceND_005/in1BatchToSpaceND_005/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_005/out0Identity!BatchToSpaceND_005/BatchToSpaceND*
T0
?
SpaceToBatch_005/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_005/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_005/opSpaceToBatchSpaceToBatch_005/in0SpaceToBatch_005/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_005/out0IdentitySpaceToBatch_005/op*
T0
?
BatchToSpace_005/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_005/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_005/opBatchToSpaceBatchToSpace_005/in0BatchToSpace_005/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_005/out0IdentityBatchToSpace_005/op*
T0
A
SpaceToBatchND_006/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_006/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_006/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_006/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_006/in0SpaceToBatchND_006/in1SpaceToBatchND_006/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_006/out0Identity!SpaceToBatchND_006/SpaceToBatchND*
T0
A
BatchToSpaceND_006/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_006/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_006/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_006/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_006/in0BatchToSpaceND_006/in1BatchToSpaceND_006/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_006/out0Identity!BatchToSpaceND_006/BatchToSpaceND*
T0
?
SpaceToBatch_006/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_006/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_006/opSpaceToBatchSpaceToBatch_006/in0SpaceToBatch_006/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_006/out0IdentitySpaceToBatch_006/op*
T0
?
BatchToSpace_006/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_006/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_006/opBatchToSpaceBatchToSpace_006/in0BatchToSpace_006/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_006/out0IdentityBatchToSpace_006/op*
T0
A
SpaceToBatchND_007/in0Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_007/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_007/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_007/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_007/in0SpaceToBatchND_007/in1SpaceToBatchND_007/in2*
Tblock_shape0*
	Tpaddings0*
T0	
O
SpaceToBatchND_007/out0Identity!SpaceToBatchND_007/SpaceToBatchND*
T0	
A
BatchToSpaceND_007/in0Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_007/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_007/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_007/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_007/in0BatchToSpaceND_007/in1BatchToSpaceND_007/in2*
Tblock_shape0*
Tcrops0*
T0	
O
BatchToSpaceND_007/out0Identity!BatchToSpaceND_007/BatchToSpaceND*
T0	
?
SpaceToBatch_007/in0Placeholder*
dtype0	*
shape:
?
SpaceToBatch_007/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_007/opSpaceToBatchSpaceToBatch_007/in0SpaceToBatch_007/in1*
	Tpaddings0*
T0	*

block_size
?
SpaceToBatch_007/out0IdentitySpaceToBatch_007/op*
T0	
?
BatchToSpace_007/in0Placeholder*
dtype0	*
shape:
?
BatchToSpace_007/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_007/opBatchToSpaceBatchToSpace_007/in0BatchToSpace_007/in1*

Tidx0*
T0	*

block_size
?
BatchToSpace_007/out0IdentityBatchToSpace_007/op*
T0	
A
SpaceToBatchND_008/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_008/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_008/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_008/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_008/in0SpaceToBatchND_008/in1SpaceToBatchND_008/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_008/out0Identity!SpaceToBatchND_008/SpaceToBatchND*
T0
A
BatchToSpaceND_008/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_008/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_008/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_008/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_008/in0BatchToSpaceND_008/in1BatchToSpaceND_008/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_008/out0Identity!BatchToSpaceND_008/BatchToSpaceND*
T0
?
SpaceToBatch_008/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_008/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_008/opSpaceToBatchSpaceToBatch_008/in0SpaceToBatch_008/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_008/out0IdentitySpaceToBatch_008/op*
T0
?
BatchToSpace_008/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_008/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_008/opBatchToSpaceBatchToSpace_008/in0BatchToSpace_008/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_008/out0IdentityBatchToSpace_008/op*
T0
A
SpaceToBatchND_009/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_009/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_009/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_009/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_009/in0SpaceToBatchND_009/in1SpaceToBatchND_009/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_009/out0Identity!SpaceToBatchND_009/SpaceToBatchND*
T0
A
BatchToSpaceND_009/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_009/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_009/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_009/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_009/in0BatchToSpaceND_009/in1BatchToSpaceND_009/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_009/out0Identity!BatchToSpaceND_009/BatchToSpaceND*
T0
?
SpaceToBatch_009/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_009/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_009/opSpaceToBatchSpaceToBatch_009/in0SpaceToBatch_009/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_009/out0IdentitySpaceToBatch_009/op*
T0
?
BatchToSpace_009/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_009/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_009/opBatchToSpaceBatchToSpace_009/in0BatchToSpace_009/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_009/out0IdentityBatchToSpace_009/op*
T0
A
SpaceToBatchND_010/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_010/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_010/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_010/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_010/in0SpaceToBatchND_010/in1SpaceToBatchND_010/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_010/out0Identity!SpaceToBatchND_010/SpaceToBatchND*
T0
A
BatchToSpaceND_010/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_010/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_010/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_010/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_010/in0BatchToSpaceND_010/in1BatchToSpaceND_010/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_010/out0Identity!BatchToSpaceND_010/BatchToSpaceND*
T0
?
SpaceToBatch_010/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_010/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_010/opSpaceToBatchSpaceToBatch_010/in0SpaceToBatch_010/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_010/out0IdentitySpaceToBatch_010/op*
T0
?
BatchToSpace_010/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_010/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_010/opBatchToSpaceBatchToSpace_010/in0BatchToSpace_010/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_010/out0IdentityBatchToSpace_010/op*
T0
A
SpaceToBatchND_011/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_011/in1Placeholder*
dtype0*
shape:
A
SpaceToBatchND_011/in2Placeholder*
dtype0*
shape:
©
!SpaceToBatchND_011/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_011/in0SpaceToBatchND_011/in1SpaceToBatchND_011/in2*
Tblock_shape0*
	Tpaddings0*
T0
O
SpaceToBatchND_011/out0Identity!SpaceToBatchND_011/SpaceToBatchND*
T0
A
BatchToSpaceND_011/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_011/in1Placeholder*
dtype0*
shape:
A
BatchToSpaceND_011/in2Placeholder*
dtype0*
shape:
¦
!BatchToSpaceND_011/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_011/in0BatchToSpaceND_011/in1BatchToSpaceND_011/in2*
Tblock_shape0*
Tcrops0*
T0
O
BatchToSpaceND_011/out0Identity!BatchToSpaceND_011/BatchToSpaceND*
T0
?
SpaceToBatch_011/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_011/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_011/opSpaceToBatchSpaceToBatch_011/in0SpaceToBatch_011/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_011/out0IdentitySpaceToBatch_011/op*
T0
?
BatchToSpace_011/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_011/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_011/opBatchToSpaceBatchToSpace_011/in0BatchToSpace_011/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_011/out0IdentityBatchToSpace_011/op*
T0
?
DepthToSpace_000/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_000/opDepthToSpaceDepthToSpace_000/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_000/out0IdentityDepthToSpace_000/op*
T0
?
SpaceToDepth_000/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_000/opSpaceToDepthSpaceToDepth_000/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_000/out0IdentitySpaceToDepth_000/op*
T0
?
DepthToSpace_001/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_001/opDepthToSpaceDepthToSpace_001/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_001/out0IdentityDepthToSpace_001/op*
T0
?
SpaceToDepth_001/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_001/opSpaceToDepthSpaceToDepth_001/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_001/out0IdentitySpaceToDepth_001/op*
T0
?
DepthToSpace_002/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_002/opDepthToSpaceDepthToSpace_002/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_002/out0IdentityDepthToSpace_002/op*
T0
?
SpaceToDepth_002/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_002/opSpaceToDepthSpaceToDepth_002/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_002/out0IdentitySpaceToDepth_002/op*
T0
?
DepthToSpace_003/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_003/opDepthToSpaceDepthToSpace_003/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_003/out0IdentityDepthToSpace_003/op*
T0
?
SpaceToDepth_003/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_003/opSpaceToDepthSpaceToDepth_003/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_003/out0IdentitySpaceToDepth_003/op*
T0
?
DepthToSpace_004/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_004/opDepthToSpaceDepthToSpace_004/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_004/out0IdentityDepthToSpace_004/op*
T0
?
SpaceToDepth_004/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_004/opSpaceToDepthSpaceToDepth_004/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_004/out0IdentitySpaceToDepth_004/op*
T0
?
DepthToSpace_005/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_005/opDepthToSpaceDepthToSpace_005/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_005/out0IdentityDepthToSpace_005/op*
T0
?
SpaceToDepth_005/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_005/opSpaceToDepthSpaceToDepth_005/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_005/out0IdentitySpaceToDepth_005/op*
T0
?
DepthToSpace_006/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_006/opDepthToSpaceDepthToSpace_006/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_006/out0IdentityDepthToSpace_006/op*
T0
?
SpaceToDepth_006/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_006/opSpaceToDepthSpaceToDepth_006/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_006/out0IdentitySpaceToDepth_006/op*
T0
?
DepthToSpace_007/in0Placeholder*
dtype0	*
shape:
k
DepthToSpace_007/opDepthToSpaceDepthToSpace_007/in0*
T0	*

block_size*
data_formatNHWC
?
DepthToSpace_007/out0IdentityDepthToSpace_007/op*
T0	
?
SpaceToDepth_007/in0Placeholder*
dtype0	*
shape:
k
SpaceToDepth_007/opSpaceToDepthSpaceToDepth_007/in0*
T0	*

block_size*
data_formatNHWC
?
SpaceToDepth_007/out0IdentitySpaceToDepth_007/op*
T0	
?
DepthToSpace_008/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_008/opDepthToSpaceDepthToSpace_008/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_008/out0IdentityDepthToSpace_008/op*
T0
?
SpaceToDepth_008/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_008/opSpaceToDepthSpaceToDepth_008/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_008/out0IdentitySpaceToDepth_008/op*
T0
?
DepthToSpace_009/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_009/opDepthToSpaceDepthToSpace_009/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_009/out0IdentityDepthToSpace_009/op*
T0
?
SpaceToDepth_009/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_009/opSpaceToDepthSpaceToDepth_009/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_009/out0IdentitySpaceToDepth_009/op*
T0
?
DepthToSpace_010/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_010/opDepthToSpaceDepthToSpace_010/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_010/out0IdentityDepthToSpace_010/op*
T0
?
SpaceToDepth_010/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_010/opSpaceToDepthSpaceToDepth_010/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_010/out0IdentitySpaceToDepth_010/op*
T0
?
DepthToSpace_011/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_011/opDepthToSpaceDepthToSpace_011/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_011/out0IdentityDepthToSpace_011/op*
T0
?
SpaceToDepth_011/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_011/opSpaceToDepthSpaceToDepth_011/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_011/out0IdentitySpaceToDepth_011/op*
T0
?
DepthToSpace_012/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_012/opDepthToSpaceDepthToSpace_012/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_012/out0IdentityDepthToSpace_012/op*
T0
?
SpaceToDepth_012/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_012/opSpaceToDepthSpaceToDepth_012/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_012/out0IdentitySpaceToDepth_012/op*
T0
?
DepthToSpace_013/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_013/opDepthToSpaceDepthToSpace_013/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_013/out0IdentityDepthToSpace_013/op*
T0
?
SpaceToDepth_013/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_013/opSpaceToDepthSpaceToDepth_013/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_013/out0IdentitySpaceToDepth_013/op*
T0
?
DepthToSpace_014/in0Placeholder*
dtype0
*
shape:
k
DepthToSpace_014/opDepthToSpaceDepthToSpace_014/in0*
T0
*

block_size*
data_formatNHWC
?
DepthToSpace_014/out0IdentityDepthToSpace_014/op*
T0

?
SpaceToDepth_014/in0Placeholder*
dtype0
*
shape:
k
SpaceToDepth_014/opSpaceToDepthSpaceToDepth_014/in0*
T0
*

block_size*
data_formatNHWC
?
SpaceToDepth_014/out0IdentitySpaceToDepth_014/op*
T0

?
DepthToSpace_015/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_015/opDepthToSpaceDepthToSpace_015/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_015/out0IdentityDepthToSpace_015/op*
T0
?
SpaceToDepth_015/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_015/opSpaceToDepthSpaceToDepth_015/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_015/out0IdentitySpaceToDepth_015/op*
T0
?
SpaceToDepth_016/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_016/opSpaceToDepthSpaceToDepth_016/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_016/out0IdentitySpaceToDepth_016/op*
T0
A
SpaceToBatchND_012/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_012/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_012/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_012/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_012/in0SpaceToBatchND_012/in1SpaceToBatchND_012/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_012/out0Identity!SpaceToBatchND_012/SpaceToBatchND*
T0
A
SpaceToBatchND_013/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_013/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_013/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_013/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_013/in0SpaceToBatchND_013/in1SpaceToBatchND_013/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_013/out0Identity!SpaceToBatchND_013/SpaceToBatchND*
T0
A
SpaceToBatchND_014/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_014/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_014/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_014/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_014/in0SpaceToBatchND_014/in1SpaceToBatchND_014/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_014/out0Identity!SpaceToBatchND_014/SpaceToBatchND*
T0
A
SpaceToBatchND_015/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_015/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_015/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_015/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_015/in0SpaceToBatchND_015/in1SpaceToBatchND_015/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_015/out0Identity!SpaceToBatchND_015/SpaceToBatchND*
T0
A
SpaceToBatchND_016/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_016/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_016/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_016/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_016/in0SpaceToBatchND_016/in1SpaceToBatchND_016/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_016/out0Identity!SpaceToBatchND_016/SpaceToBatchND*
T0
A
SpaceToBatchND_017/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_017/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_017/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_017/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_017/in0SpaceToBatchND_017/in1SpaceToBatchND_017/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_017/out0Identity!SpaceToBatchND_017/SpaceToBatchND*
T0
A
SpaceToBatchND_018/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_018/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_018/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_018/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_018/in0SpaceToBatchND_018/in1SpaceToBatchND_018/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_018/out0Identity!SpaceToBatchND_018/SpaceToBatchND*
T0
A
SpaceToBatchND_019/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_019/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_019/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_019/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_019/in0SpaceToBatchND_019/in1SpaceToBatchND_019/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_019/out0Identity!SpaceToBatchND_019/SpaceToBatchND*
T0
A
SpaceToBatchND_020/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_020/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_020/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_020/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_020/in0SpaceToBatchND_020/in1SpaceToBatchND_020/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_020/out0Identity!SpaceToBatchND_020/SpaceToBatchND*
T0
A
SpaceToBatchND_021/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_021/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_021/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_021/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_021/in0SpaceToBatchND_021/in1SpaceToBatchND_021/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_021/out0Identity!SpaceToBatchND_021/SpaceToBatchND*
T0
A
SpaceToBatchND_022/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_022/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_022/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_022/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_022/in0SpaceToBatchND_022/in1SpaceToBatchND_022/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_022/out0Identity!SpaceToBatchND_022/SpaceToBatchND*
T0
A
SpaceToBatchND_023/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_023/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_023/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_023/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_023/in0SpaceToBatchND_023/in1SpaceToBatchND_023/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_023/out0Identity!SpaceToBatchND_023/SpaceToBatchND*
T0
A
SpaceToBatchND_024/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_024/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_024/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_024/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_024/in0SpaceToBatchND_024/in1SpaceToBatchND_024/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_024/out0Identity!SpaceToBatchND_024/SpaceToBatchND*
T0
A
SpaceToBatchND_025/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_025/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_025/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_025/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_025/in0SpaceToBatchND_025/in1SpaceToBatchND_025/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_025/out0Identity!SpaceToBatchND_025/SpaceToBatchND*
T0
A
SpaceToBatchND_026/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_026/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_026/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_026/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_026/in0SpaceToBatchND_026/in1SpaceToBatchND_026/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_026/out0Identity!SpaceToBatchND_026/SpaceToBatchND*
T0
A
SpaceToBatchND_027/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_027/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_027/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_027/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_027/in0SpaceToBatchND_027/in1SpaceToBatchND_027/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_027/out0Identity!SpaceToBatchND_027/SpaceToBatchND*
T0
A
SpaceToBatchND_028/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_028/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_028/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_028/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_028/in0SpaceToBatchND_028/in1SpaceToBatchND_028/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_028/out0Identity!SpaceToBatchND_028/SpaceToBatchND*
T0
A
SpaceToBatchND_029/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_029/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_029/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_029/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_029/in0SpaceToBatchND_029/in1SpaceToBatchND_029/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_029/out0Identity!SpaceToBatchND_029/SpaceToBatchND*
T0
A
SpaceToBatchND_030/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_030/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_030/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_030/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_030/in0SpaceToBatchND_030/in1SpaceToBatchND_030/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_030/out0Identity!SpaceToBatchND_030/SpaceToBatchND*
T0
A
SpaceToBatchND_031/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_031/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_031/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_031/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_031/in0SpaceToBatchND_031/in1SpaceToBatchND_031/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_031/out0Identity!SpaceToBatchND_031/SpaceToBatchND*
T0
A
SpaceToBatchND_032/in0Placeholder*
dtype0*
shape:
A
SpaceToBatchND_032/in1Placeholder*
dtype0	*
shape:
A
SpaceToBatchND_032/in2Placeholder*
dtype0	*
shape:
©
!SpaceToBatchND_032/SpaceToBatchNDSpaceToBatchNDSpaceToBatchND_032/in0SpaceToBatchND_032/in1SpaceToBatchND_032/in2*
Tblock_shape0	*
	Tpaddings0	*
T0
O
SpaceToBatchND_032/out0Identity!SpaceToBatchND_032/SpaceToBatchND*
T0
A
BatchToSpaceND_012/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_012/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_012/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_012/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_012/in0BatchToSpaceND_012/in1BatchToSpaceND_012/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_012/out0Identity!BatchToSpaceND_012/BatchToSpaceND*
T0
A
BatchToSpaceND_013/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_013/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_013/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_013/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_013/in0BatchToSpaceND_013/in1BatchToSpaceND_013/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_013/out0Identity!BatchToSpaceND_013/BatchToSpaceND*
T0
A
BatchToSpaceND_014/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_014/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_014/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_014/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_014/in0BatchToSpaceND_014/in1BatchToSpaceND_014/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_014/out0Identity!BatchToSpaceND_014/BatchToSpaceND*
T0
A
BatchToSpaceND_015/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_015/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_015/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_015/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_015/in0BatchToSpaceND_015/in1BatchToSpaceND_015/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_015/out0Identity!BatchToSpaceND_015/BatchToSpaceND*
T0
A
BatchToSpaceND_016/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_016/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_016/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_016/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_016/in0BatchToSpaceND_016/in1BatchToSpaceND_016/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_016/out0Identity!BatchToSpaceND_016/BatchToSpaceND*
T0
A
BatchToSpaceND_017/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_017/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_017/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_017/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_017/in0BatchToSpaceND_017/in1BatchToSpaceND_017/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_017/out0Identity!BatchToSpaceND_017/BatchToSpaceND*
T0
A
BatchToSpaceND_018/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_018/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_018/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_018/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_018/in0BatchToSpaceND_018/in1BatchToSpaceND_018/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_018/out0Identity!BatchToSpaceND_018/BatchToSpaceND*
T0
A
BatchToSpaceND_019/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_019/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_019/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_019/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_019/in0BatchToSpaceND_019/in1BatchToSpaceND_019/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_019/out0Identity!BatchToSpaceND_019/BatchToSpaceND*
T0
A
BatchToSpaceND_020/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_020/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_020/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_020/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_020/in0BatchToSpaceND_020/in1BatchToSpaceND_020/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_020/out0Identity!BatchToSpaceND_020/BatchToSpaceND*
T0
A
BatchToSpaceND_021/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_021/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_021/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_021/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_021/in0BatchToSpaceND_021/in1BatchToSpaceND_021/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_021/out0Identity!BatchToSpaceND_021/BatchToSpaceND*
T0
A
BatchToSpaceND_022/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_022/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_022/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_022/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_022/in0BatchToSpaceND_022/in1BatchToSpaceND_022/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_022/out0Identity!BatchToSpaceND_022/BatchToSpaceND*
T0
A
BatchToSpaceND_023/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_023/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_023/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_023/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_023/in0BatchToSpaceND_023/in1BatchToSpaceND_023/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_023/out0Identity!BatchToSpaceND_023/BatchToSpaceND*
T0
A
BatchToSpaceND_024/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_024/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_024/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_024/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_024/in0BatchToSpaceND_024/in1BatchToSpaceND_024/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_024/out0Identity!BatchToSpaceND_024/BatchToSpaceND*
T0
A
BatchToSpaceND_025/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_025/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_025/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_025/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_025/in0BatchToSpaceND_025/in1BatchToSpaceND_025/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_025/out0Identity!BatchToSpaceND_025/BatchToSpaceND*
T0
A
BatchToSpaceND_026/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_026/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_026/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_026/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_026/in0BatchToSpaceND_026/in1BatchToSpaceND_026/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_026/out0Identity!BatchToSpaceND_026/BatchToSpaceND*
T0
A
BatchToSpaceND_027/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_027/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_027/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_027/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_027/in0BatchToSpaceND_027/in1BatchToSpaceND_027/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_027/out0Identity!BatchToSpaceND_027/BatchToSpaceND*
T0
A
BatchToSpaceND_028/in0Placeholder*
dtype0*
shape:
A
BatchToSpaceND_028/in1Placeholder*
dtype0	*
shape:
A
BatchToSpaceND_028/in2Placeholder*
dtype0	*
shape:
¦
!BatchToSpaceND_028/BatchToSpaceNDBatchToSpaceNDBatchToSpaceND_028/in0BatchToSpaceND_028/in1BatchToSpaceND_028/in2*
Tblock_shape0	*
Tcrops0	*
T0
O
BatchToSpaceND_028/out0Identity!BatchToSpaceND_028/BatchToSpaceND*
T0
?
SpaceToBatch_012/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_012/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_012/opSpaceToBatchSpaceToBatch_012/in0SpaceToBatch_012/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_012/out0IdentitySpaceToBatch_012/op*
T0
?
BatchToSpace_012/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_012/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_012/opBatchToSpaceBatchToSpace_012/in0BatchToSpace_012/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_012/out0IdentityBatchToSpace_012/op*
T0
?
SpaceToBatch_013/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_013/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_013/opSpaceToBatchSpaceToBatch_013/in0SpaceToBatch_013/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_013/out0IdentitySpaceToBatch_013/op*
T0
?
BatchToSpace_013/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_013/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_013/opBatchToSpaceBatchToSpace_013/in0BatchToSpace_013/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_013/out0IdentityBatchToSpace_013/op*
T0
?
SpaceToBatch_014/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_014/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_014/opSpaceToBatchSpaceToBatch_014/in0SpaceToBatch_014/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_014/out0IdentitySpaceToBatch_014/op*
T0
?
BatchToSpace_014/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_014/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_014/opBatchToSpaceBatchToSpace_014/in0BatchToSpace_014/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_014/out0IdentityBatchToSpace_014/op*
T0
?
SpaceToBatch_015/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_015/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_015/opSpaceToBatchSpaceToBatch_015/in0SpaceToBatch_015/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_015/out0IdentitySpaceToBatch_015/op*
T0
?
BatchToSpace_015/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_015/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_015/opBatchToSpaceBatchToSpace_015/in0BatchToSpace_015/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_015/out0IdentityBatchToSpace_015/op*
T0
?
SpaceToBatch_016/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_016/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_016/opSpaceToBatchSpaceToBatch_016/in0SpaceToBatch_016/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_016/out0IdentitySpaceToBatch_016/op*
T0
?
BatchToSpace_016/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_016/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_016/opBatchToSpaceBatchToSpace_016/in0BatchToSpace_016/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_016/out0IdentityBatchToSpace_016/op*
T0
?
SpaceToBatch_017/in0Placeholder*
dtype0*
shape:
?
SpaceToBatch_017/in1Placeholder*
dtype0*
shape:
{
SpaceToBatch_017/opSpaceToBatchSpaceToBatch_017/in0SpaceToBatch_017/in1*
	Tpaddings0*
T0*

block_size
?
SpaceToBatch_017/out0IdentitySpaceToBatch_017/op*
T0
?
BatchToSpace_017/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_017/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_017/opBatchToSpaceBatchToSpace_017/in0BatchToSpace_017/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_017/out0IdentityBatchToSpace_017/op*
T0
?
BatchToSpace_018/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_018/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_018/opBatchToSpaceBatchToSpace_018/in0BatchToSpace_018/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_018/out0IdentityBatchToSpace_018/op*
T0
?
BatchToSpace_019/in0Placeholder*
dtype0*
shape:
?
BatchToSpace_019/in1Placeholder*
dtype0*
shape:
v
BatchToSpace_019/opBatchToSpaceBatchToSpace_019/in0BatchToSpace_019/in1*

Tidx0*
T0*

block_size
?
BatchToSpace_019/out0IdentityBatchToSpace_019/op*
T0
?
DepthToSpace_016/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_016/opDepthToSpaceDepthToSpace_016/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_016/out0IdentityDepthToSpace_016/op*
T0
?
DepthToSpace_017/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_017/opDepthToSpaceDepthToSpace_017/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_017/out0IdentityDepthToSpace_017/op*
T0
?
DepthToSpace_018/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_018/opDepthToSpaceDepthToSpace_018/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_018/out0IdentityDepthToSpace_018/op*
T0
?
DepthToSpace_019/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_019/opDepthToSpaceDepthToSpace_019/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_019/out0IdentityDepthToSpace_019/op*
T0
?
DepthToSpace_020/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_020/opDepthToSpaceDepthToSpace_020/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_020/out0IdentityDepthToSpace_020/op*
T0
?
DepthToSpace_021/in0Placeholder*
dtype0*
shape:
k
DepthToSpace_021/opDepthToSpaceDepthToSpace_021/in0*
T0*

block_size*
data_formatNHWC
?
DepthToSpace_021/out0IdentityDepthToSpace_021/op*
T0
?
SpaceToDepth_017/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_017/opSpaceToDepthSpaceToDepth_017/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_017/out0IdentitySpaceToDepth_017/op*
T0
?
SpaceToDepth_018/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_018/opSpaceToDepthSpaceToDepth_018/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_018/out0IdentitySpaceToDepth_018/op*
T0
?
SpaceToDepth_019/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_019/opSpaceToDepthSpaceToDepth_019/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_019/out0IdentitySpaceToDepth_019/op*
T0
?
SpaceToDepth_020/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_020/opSpaceToDepthSpaceToDepth_020/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_020/out0IdentitySpaceToDepth_020/op*
T0
?
SpaceToDepth_021/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_021/opSpaceToDepthSpaceToDepth_021/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_021/out0IdentitySpaceToDepth_021/op*
T0
?
SpaceToDepth_022/in0Placeholder*
dtype0*
shape:
k
SpaceToDepth_022/opSpaceToDepthSpaceToDepth_022/in0*
T0*

block_size*
data_formatNHWC
?
SpaceToDepth_022/out0IdentitySpaceToDepth_022/op*
T0"í