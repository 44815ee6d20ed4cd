
<
ScatterNd_000/in0Placeholder*
dtype0*
shape:
<
ScatterNd_000/in1Placeholder*
dtype0*
shape:
<
ScatterNd_000/in2Placeholder*
dtype0*
shape:
o
ScatterNd_000/op	ScatterNdScatterNd_000/in0ScatterNd_000/in1ScatterNd_000/in2*
Tindices0*
T0
9
ScatterNd_000/out0IdentityScatterNd_000/op*
T0
J
ScatterNdNonAliasingAdd_000/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_000/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_000/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_000/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_000/in0ScatterNdNonAliasingAdd_000/in1ScatterNdNonAliasingAdd_000/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_000/out0IdentityScatterNdNonAliasingAdd_000/op*
T0
F
TensorScatterUpdate_000/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_000/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_000/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_000/opTensorScatterUpdateTensorScatterUpdate_000/in0TensorScatterUpdate_000/in1TensorScatterUpdate_000/in2*
Tindices0*
T0
M
TensorScatterUpdate_000/out0IdentityTensorScatterUpdate_000/op*
T0
C
TensorScatterAdd_000/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_000/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_000/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_000/opTensorScatterAddTensorScatterAdd_000/in0TensorScatterAdd_000/in1TensorScatterAdd_000/in2*
Tindices0*
T0
G
TensorScatterAdd_000/out0IdentityTensorScatterAdd_000/op*
T0
C
TensorScatterSub_000/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_000/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_000/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_000/opTensorScatterSubTensorScatterSub_000/in0TensorScatterSub_000/in1TensorScatterSub_000/in2*
Tindices0*
T0
G
TensorScatterSub_000/out0IdentityTensorScatterSub_000/op*
T0
C
TensorScatterMax_000/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_000/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_000/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_000/opTensorScatterMaxTensorScatterMax_000/in0TensorScatterMax_000/in1TensorScatterMax_000/in2*
Tindices0*
T0
G
TensorScatterMax_000/out0IdentityTensorScatterMax_000/op*
T0
C
TensorScatterMin_000/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_000/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_000/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_000/opTensorScatterMinTensorScatterMin_000/in0TensorScatterMin_000/in1TensorScatterMin_000/in2*
Tindices0*
T0
G
TensorScatterMin_000/out0IdentityTensorScatterMin_000/op*
T0
<
ScatterNd_001/in0Placeholder*
dtype0*
shape:
<
ScatterNd_001/in1Placeholder*
dtype0*
shape:
<
ScatterNd_001/in2Placeholder*
dtype0*
shape:
o
ScatterNd_001/op	ScatterNdScatterNd_001/in0ScatterNd_001/in1ScatterNd_001/in2*
Tindices0*
T0
9
ScatterNd_001/out0IdentityScatterNd_001/op*
T0
J
ScatterNdNonAliasingAdd_001/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_001/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_001/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_001/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_001/in0ScatterNdNonAliasingAdd_001/in1ScatterNdNonAliasingAdd_001/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_001/out0IdentityScatterNdNonAliasingAdd_001/op*
T0
F
TensorScatterUpdate_001/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_001/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_001/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_001/opTensorScatterUpdateTensorScatterUpdate_001/in0TensorScatterUpdate_001/in1TensorScatterUpdate_001/in2*
Tindices0*
T0
M
TensorScatterUpdate_001/out0IdentityTensorScatterUpdate_001/op*
T0
C
TensorScatterAdd_001/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_001/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_001/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_001/opTensorScatterAddTensorScatterAdd_001/in0TensorScatterAdd_001/in1TensorScatterAdd_001/in2*
Tindices0*
T0
G
TensorScatterAdd_001/out0IdentityTensorScatterAdd_001/op*
T0
C
TensorScatterSub_001/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_001/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_001/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_001/opTensorScatterSubTensorScatterSub_001/in0TensorScatterSub_001/in1TensorScatterSub_001/in2*
Tindices0*
T0
G
TensorScatterSub_001/out0IdentityTensorScatterSub_001/op*
T0
C
TensorScatterMax_001/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_001/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_001/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_001/opTensorScatterMaxTensorScatterMax_001/in0TensorScatterMax_001/in1TensorScatterMax_001/in2*
Tindices0*
T0
G
TensorScatterMax_001/out0IdentityTensorScatterMax_001/op*
T0
C
TensorScatterMin_001/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_001/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_001/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_001/opTensorScatterMinTensorScatterMin_001/in0TensorScatterMin_001/in1TensorScatterMin_001/in2*
Tindices0*
T0
G
TensorScatterMin_001/out0IdentityTensorScatterMin_001/op*
T0
<
ScatterNd_002/in0Placeholder*
dtype0*
shape:
<
ScatterNd_002/in1Placeholder*
dtype0*
shape:
<
ScatterNd_002/in2Placeholder*
dtype0*
shape:
o
ScatterNd_002/op	ScatterNdScatterNd_002/in0ScatterNd_002/in1ScatterNd_002/in2*
Tindices0*
T0
9
ScatterNd_002/out0IdentityScatterNd_002/op*
T0
J
ScatterNdNonAliasingAdd_002/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_002/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_002/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_002/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_002/in0ScatterNdNonAliasingAdd_002/in1ScatterNdNonAliasingAdd_002/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_002/out0IdentityScatterNdNonAliasingAdd_002/op*
T0
F
TensorScatterUpdate_002/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_002/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_002/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_002/opTensorScatterUpdateTensorScatterUpdate_002/in0TensorScatterUpdate_002/in1TensorScatterUpdate_002/in2*
Tindices0*
T0
M
TensorScatterUpdate_002/out0IdentityTensorScatterUpdate_002/op*
T0
C
TensorScatterAdd_002/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_002/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_002/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_002/opTensorScatterAddTensorScatterAdd_002/in0TensorScatterAdd_002/in1TensorScatterAdd_002/in2*
Tindices0*
T0
G
TensorScatterAdd_002/out0IdentityTensorScatterAdd_002/op*
T0
C
TensorScatterSub_002/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_002/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_002/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_002/opTensorScatterSubTensorScatterSub_002/in0TensorScatterSub_002/in1TensorScatterSub_002/in2*
Tindices0*
T0
G
TensorScatterSub_002/out0IdentityTensorScatterSub_002/op*
T0
C
TensorScatterMax_002/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_002/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_002/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_002/opTensorScatterMaxTensorScatterMax_002/in0TensorScatterMax_002/in1TensorScatterMax_002/in2*
Tindices0*
T0
G
TensorScatterMax_002/out0IdentityTensorScatterMax_002/op*
T0
C
TensorScatterMin_002/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_002/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_002/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_002/opTensorScatterMinTensorScatterMin_002/in0TensorScatterMin_002/in1TensorScatterMin_002/in2*
Tindices0*
T0
G
TensorScatterMin_002/out0IdentityTensorScatterMin_002/op*
T0
<
ScatterNd_003/in0Placeholder*
dtype0*
shape:
<
ScatterNd_003/in1Placeholder*
dtype0*
shape:
<
ScatterNd_003/in2Placeholder*
dtype0*
shape:
o
ScatterNd_003/op	ScatterNdScatterNd_003/in0ScatterNd_003/in1ScatterNd_003/in2*
Tindices0*
T0
9
ScatterNd_003/out0IdentityScatterNd_003/op*
T0
J
ScatterNdNonAliasingAdd_003/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_003/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_003/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_003/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_003/in0ScatterNdNonAliasingAdd_003/in1ScatterNdNonAliasingAdd_003/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_003/out0IdentityScatterNdNonAliasingAdd_003/op*
T0
F
TensorScatterUpdate_003/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_003/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_003/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_003/opTensorScatterUpdateTensorScatterUpdate_003/in0TensorScatterUpdate_003/in1TensorScatterUpdate_003/in2*
Tindices0*
T0
M
TensorScatterUpdate_003/out0IdentityTensorScatterUpdate_003/op*
T0
C
TensorScatterAdd_003/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_003/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_003/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_003/opTensorScatterAddTensorScatterAdd_003/in0TensorScatterAdd_003/in1TensorScatterAdd_003/in2*
Tindices0*
T0
G
TensorScatterAdd_003/out0IdentityTensorScatterAdd_003/op*
T0
C
TensorScatterSub_003/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_003/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_003/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_003/opTensorScatterSubTensorScatterSub_003/in0TensorScatterSub_003/in1TensorScatterSub_003/in2*
Tindices0*
T0
G
TensorScatterSub_003/out0IdentityTensorScatterSub_003/op*
T0
C
TensorScatterMax_003/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_003/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_003/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_003/opTensorScatterMaxTensorScatterMax_003/in0TensorScatterMax_003/in1TensorScatterMax_003/in2*
Tindices0*
T0
G
TensorScatterMax_003/out0IdentityTensorScatterMax_003/op*
T0
C
TensorScatterMin_003/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_003/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_003/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_003/opTensorScatterMinTensorScatterMin_003/in0TensorScatterMin_003/in1TensorScatterMin_003/in2*
Tindices0*
T0
G
TensorScatterMin_003/out0IdentityTensorScatterMin_003/op*
T0
<
ScatterNd_004/in0Placeholder*
dtype0*
shape:
<
ScatterNd_004/in1Placeholder*
dtype0*
shape:
<
ScatterNd_004/in2Placeholder*
dtype0*
shape:
o
ScatterNd_004/op	ScatterNdScatterNd_004/in0ScatterNd_004/in1ScatterNd_004/in2*
Tindices0*
T0
9
ScatterNd_004/out0IdentityScatterNd_004/op*
T0
J
ScatterNdNonAliasingAdd_004/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_004/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_004/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_004/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_004/in0ScatterNdNonAliasingAdd_004/in1ScatterNdNonAliasingAdd_004/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_004/out0IdentityScatterNdNonAliasingAdd_004/op*
T0
F
TensorScatterUpdate_004/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_004/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_004/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_004/opTensorScatterUpdateTensorScatterUpdate_004/in0TensorScatterUpdate_004/in1TensorScatterUpdate_004/in2*
Tindices0*
T0
M
TensorScatterUpdate_004/out0IdentityTensorScatterUpdate_004/op*
T0
C
TensorScatterAdd_004/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_004/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_004/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_004/opTensorScatterAddTensorScatterAdd_004/in0TensorScatterAdd_004/in1TensorScatterAdd_004/in2*
Tindices0*
T0
G
TensorScatterAdd_004/out0IdentityTensorScatterAdd_004/op*
T0
C
TensorScatterSub_004/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_004/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_004/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_004/opTensorScatterSubTensorScatterSub_004/in0TensorScatterSub_004/in1TensorScatterSub_004/in2*
Tindices0*
T0
G
TensorScatterSub_004/out0IdentityTensorScatterSub_004/op*
T0
C
TensorScatterMax_004/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_004/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_004/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_004/opTensorScatterMaxTensorScatterMax_004/in0TensorScatterMax_004/in1TensorScatterMax_004/in2*
Tindices0*
T0
G
TensorScatterMax_004/out0IdentityTensorScatterMax_004/op*
T0
C
TensorScatterMin_004/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_004/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_004/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_004/opTensorScatterMinTensorScatterMin_004/in0TensorScatterMin_004/in1TensorScatterMin_004/in2*
Tindices0*
T0
G
TensorScatterMin_004/out0IdentityTensorScatterMin_004/op*
T0
<
ScatterNd_005/in0Placeholder*
dtype0*
shape:
<
ScatterNd_005/in1Placeholder*
dtype0*
shape:
<
ScatterNd_005/in2Placeholder*
dtype0*
shape:
o
ScatterNd_005/op	ScatterNdScatterNd_005/in0ScatterNd_005/in1ScatterNd_005/in2*
Tindices0*
T0
9
ScatterNd_005/out0IdentityScatterNd_005/op*
T0
J
ScatterNdNonAliasingAdd_005/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_005/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_005/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_005/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_005/in0ScatterNdNonAliasingAdd_005/in1ScatterNdNonAliasingAdd_005/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_005/out0IdentityScatterNdNonAliasingAdd_005/op*
T0
F
TensorScatterUpdate_005/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_005/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_005/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_005/opTensorScatterUpdateTensorScatterUpdate_005/in0TensorScatterUpdate_005/in1TensorScatterUpdate_005/in2*
Tindices0*
T0
M
TensorScatterUpdate_005/out0IdentityTensorScatterUpdate_005/op*
T0
C
TensorScatterAdd_005/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_005/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_005/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_005/opTensorScatterAddTensorScatterAdd_005/in0TensorScatterAdd_005/in1TensorScatterAdd_005/in2*
Tindices0*
T0
G
TensorScatterAdd_005/out0IdentityTensorScatterAdd_005/op*
T0
C
TensorScatterSub_005/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_005/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_005/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_005/opTensorScatterSubTensorScatterSub_005/in0TensorScatterSub_005/in1TensorScatterSub_005/in2*
Tindices0*
T0
G
TensorScatterSub_005/out0IdentityTensorScatterSub_005/op*
T0
C
TensorScatterMax_005/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_005/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_005/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_005/opTensorScatterMaxTensorScatterMax_005/in0TensorScatterMax_005/in1TensorScatterMax_005/in2*
Tindices0*
T0
G
TensorScatterMax_005/out0IdentityTensorScatterMax_005/op*
T0
C
TensorScatterMin_005/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_005/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_005/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_005/opTensorScatterMinTensorScatterMin_005/in0TensorScatterMin_005/in1TensorScatterMin_005/in2*
Tindices0*
T0
G
TensorScatterMin_005/out0IdentityTensorScatterMin_005/op*
T0
<
ScatterNd_006/in0Placeholder*
dtype0*
shape:
<
ScatterNd_006/in1Placeholder*
dtype0*
shape:
<
ScatterNd_006/in2Placeholder*
dtype0*
shape:
o
ScatterNd_006/op	ScatterNdScatterNd_006/in0ScatterNd_006/in1ScatterNd_006/in2*
Tindices0*
T0
9
ScatterNd_006/out0IdentityScatterNd_006/op*
T0
J
ScatterNdNonAliasingAdd_006/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_006/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_006/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_006/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_006/in0ScatterNdNonAliasingAdd_006/in1ScatterNdNonAliasingAdd_006/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_006/out0IdentityScatterNdNonAliasingAdd_006/op*
T0
F
TensorScatterUpdate_006/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_006/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_006/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_006/opTensorScatterUpdateTensorScatterUpdate_006/in0TensorScatterUpdate_006/in1TensorScatterUpdate_006/in2*
Tindices0*
T0
M
TensorScatterUpdate_006/out0IdentityTensorScatterUpdate_006/op*
T0
C
TensorScatterAdd_006/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_006/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_006/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_006/opTensorScatterAddTensorScatterAdd_006/in0TensorScatterAdd_006/in1TensorScatterAdd_006/in2*
Tindices0*
T0
G
TensorScatterAdd_006/out0IdentityTensorScatterAdd_006/op*
T0
C
TensorScatterSub_006/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_006/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_006/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_006/opTensorScatterSubTensorScatterSub_006/in0TensorScatterSub_006/in1TensorScatterSub_006/in2*
Tindices0*
T0
G
TensorScatterSub_006/out0IdentityTensorScatterSub_006/op*
T0
C
TensorScatterMax_006/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_006/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_006/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_006/opTensorScatterMaxTensorScatterMax_006/in0TensorScatterMax_006/in1TensorScatterMax_006/in2*
Tindices0*
T0
G
TensorScatterMax_006/out0IdentityTensorScatterMax_006/op*
T0
C
TensorScatterMin_006/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_006/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_006/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_006/opTensorScatterMinTensorScatterMin_006/in0TensorScatterMin_006/in1TensorScatterMin_006/in2*
Tindices0*
T0
G
TensorScatterMin_006/out0IdentityTensorScatterMin_006/op*
T0
<
ScatterNd_007/in0Placeholder*
dtype0*
shape:
<
ScatterNd_007/in1Placeholder*
dtype0	*
shape:
<
ScatterNd_007/in2Placeholder*
dtype0*
shape:
o
ScatterNd_007/op	ScatterNdScatterNd_007/in0ScatterNd_007/in1ScatterNd_007/in2*
Tindices0*
T0	
9
ScatterNd_007/out0IdentityScatterNd_007/op*
T0	
J
ScatterNdNonAliasingAdd_007/in0Placeholder*
dtype0	*
shape:
J
ScatterNdNonAliasingAdd_007/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_007/in2Placeholder*
dtype0	*
shape:
µ
ScatterNdNonAliasingAdd_007/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_007/in0ScatterNdNonAliasingAdd_007/in1ScatterNdNonAliasingAdd_007/in2*
Tindices0*
T0	
U
 ScatterNdNonAliasingAdd_007/out0IdentityScatterNdNonAliasingAdd_007/op*
T0	
F
TensorScatterUpdate_007/in0Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_007/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_007/in2Placeholder*
dtype0	*
shape:
¡
TensorScatterUpdate_007/opTensorScatterUpdateTensorScatterUpdate_007/in0TensorScatterUpdate_007/in1TensorScatterUpdate_007/in2*
Tindices0*
T0	
M
TensorScatterUpdate_007/out0IdentityTensorScatterUpdate_007/op*
T0	
C
TensorScatterAdd_007/in0Placeholder*
dtype0	*
shape:
C
TensorScatterAdd_007/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_007/in2Placeholder*
dtype0	*
shape:
’
TensorScatterAdd_007/opTensorScatterAddTensorScatterAdd_007/in0TensorScatterAdd_007/in1TensorScatterAdd_007/in2*
Tindices0*
T0	
G
TensorScatterAdd_007/out0IdentityTensorScatterAdd_007/op*
T0	
C
TensorScatterSub_007/in0Placeholder*
dtype0	*
shape:
C
TensorScatterSub_007/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_007/in2Placeholder*
dtype0	*
shape:
’
TensorScatterSub_007/opTensorScatterSubTensorScatterSub_007/in0TensorScatterSub_007/in1TensorScatterSub_007/in2*
Tindices0*
T0	
G
TensorScatterSub_007/out0IdentityTensorScatterSub_007/op*
T0	
C
TensorScatterMax_007/in0Placeholder*
dtype0	*
shape:
C
TensorScatterMax_007/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_007/in2Placeholder*
dtype0	*
shape:
’
TensorScatterMax_007/opTensorScatterMaxTensorScatterMax_007/in0TensorScatterMax_007/in1TensorScatterMax_007/in2*
Tindices0*
T0	
G
TensorScatterMax_007/out0IdentityTensorScatterMax_007/op*
T0	
C
TensorScatterMin_007/in0Placeholder*
dtype0	*
shape:
C
TensorScatterMin_007/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_007/in2Placeholder*
dtype0	*
shape:
’
TensorScatterMin_007/opTensorScatterMinTensorScatterMin_007/in0TensorScatterMin_007/in1TensorScatterMin_007/in2*
Tindices0*
T0	
G
TensorScatterMin_007/out0IdentityTensorScatterMin_007/op*
T0	
<
ScatterNd_008/in0Placeholder*
dtype0*
shape:
<
ScatterNd_008/in1Placeholder*
dtype0*
shape:
<
ScatterNd_008/in2Placeholder*
dtype0*
shape:
o
ScatterNd_008/op	ScatterNdScatterNd_008/in0ScatterNd_008/in1ScatterNd_008/in2*
Tindices0*
T0
9
ScatterNd_008/out0IdentityScatterNd_008/op*
T0
J
ScatterNdNonAliasingAdd_008/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_008/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_008/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_008/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_008/in0ScatterNdNonAliasingAdd_008/in1ScatterNdNonAliasingAdd_008/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_008/out0IdentityScatterNdNonAliasingAdd_008/op*
T0
F
TensorScatterUpdate_008/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_008/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_008/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_008/opTensorScatterUpdateTensorScatterUpdate_008/in0TensorScatterUpdate_008/in1TensorScatterUpdate_008/in2*
Tindices0*
T0
M
TensorScatterUpdate_008/out0IdentityTensorScatterUpdate_008/op*
T0
C
TensorScatterAdd_008/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_008/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_008/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_008/opTensorScatterAddTensorScatterAdd_008/in0TensorScatterAdd_008/in1TensorScatterAdd_008/in2*
Tindices0*
T0
G
TensorScatterAdd_008/out0IdentityTensorScatterAdd_008/op*
T0
C
TensorScatterSub_008/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_008/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_008/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_008/opTensorScatterSubTensorScatterSub_008/in0TensorScatterSub_008/in1TensorScatterSub_008/in2*
Tindices0*
T0
G
TensorScatterSub_008/out0IdentityTensorScatterSub_008/op*
T0
C
TensorScatterMax_008/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_008/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_008/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_008/opTensorScatterMaxTensorScatterMax_008/in0TensorScatterMax_008/in1TensorScatterMax_008/in2*
Tindices0*
T0
G
TensorScatterMax_008/out0IdentityTensorScatterMax_008/op*
T0
C
TensorScatterMin_008/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_008/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_008/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_008/opTensorScatterMinTensorScatterMin_008/in0TensorScatterMin_008/in1TensorScatterMin_008/in2*
Tindices0*
T0
G
TensorScatterMin_008/out0IdentityTensorScatterMin_008/op*
T0
<
ScatterNd_009/in0Placeholder*
dtype0*
shape:
<
ScatterNd_009/in1Placeholder*
dtype0*
shape:
<
ScatterNd_009/in2Placeholder*
dtype0*
shape:
o
ScatterNd_009/op	ScatterNdScatterNd_009/in0ScatterNd_009/in1ScatterNd_009/in2*
Tindices0*
T0
9
ScatterNd_009/out0IdentityScatterNd_009/op*
T0
J
ScatterNdNonAliasingAdd_009/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_009/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_009/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_009/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_009/in0ScatterNdNonAliasingAdd_009/in1ScatterNdNonAliasingAdd_009/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_009/out0IdentityScatterNdNonAliasingAdd_009/op*
T0
F
TensorScatterUpdate_009/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_009/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_009/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_009/opTensorScatterUpdateTensorScatterUpdate_009/in0TensorScatterUpdate_009/in1TensorScatterUpdate_009/in2*
Tindices0*
T0
M
TensorScatterUpdate_009/out0IdentityTensorScatterUpdate_009/op*
T0
C
TensorScatterAdd_009/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_009/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_009/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_009/opTensorScatterAddTensorScatterAdd_009/in0TensorScatterAdd_009/in1TensorScatterAdd_009/in2*
Tindices0*
T0
G
TensorScatterAdd_009/out0IdentityTensorScatterAdd_009/op*
T0
C
TensorScatterSub_009/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_009/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_009/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_009/opTensorScatterSubTensorScatterSub_009/in0TensorScatterSub_009/in1TensorScatterSub_009/in2*
Tindices0*
T0
G
TensorScatterSub_009/out0IdentityTensorScatterSub_009/op*
T0
C
TensorScatterMax_009/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_009/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_009/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_009/opTensorScatterMaxTensorScatterMax_009/in0TensorScatterMax_009/in1TensorScatterMax_009/in2*
Tindices0*
T0
G
TensorScatterMax_009/out0IdentityTensorScatterMax_009/op*
T0
C
TensorScatterMin_009/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_009/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_009/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_009/opTensorScatterMinTensorScatterMin_009/in0TensorScatterMin_009/in1TensorScatterMin_009/in2*
Tindices0*
T0
G
TensorScatterMin_009/out0IdentityTensorScatterMin_009/op*
T0
<
ScatterNd_010/in0Placeholder*
dtype0*
shape:
<
ScatterNd_010/in1Placeholder*
dtype0*
shape:
<
ScatterNd_010/in2Placeholder*
dtype0*
shape:
o
ScatterNd_010/op	ScatterNdScatterNd_010/in0ScatterNd_010/in1ScatterNd_010/in2*
Tindices0*
T0
9
ScatterNd_010/out0IdentityScatterNd_010/op*
T0
J
ScatterNdNonAliasingAdd_010/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_010/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_010/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_010/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_010/in0ScatterNdNonAliasingAdd_010/in1ScatterNdNonAliasingAdd_010/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_010/out0IdentityScatterNdNonAliasingAdd_010/op*
T0
F
TensorScatterUpdate_010/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_010/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_010/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_010/opTensorScatterUpdateTensorScatterUpdate_010/in0TensorScatterUpdate_010/in1TensorScatterUpdate_010/in2*
Tindices0*
T0
M
TensorScatterUpdate_010/out0IdentityTensorScatterUpdate_010/op*
T0
C
TensorScatterAdd_010/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_010/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_010/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_010/opTensorScatterAddTensorScatterAdd_010/in0TensorScatterAdd_010/in1TensorScatterAdd_010/in2*
Tindices0*
T0
G
TensorScatterAdd_010/out0IdentityTensorScatterAdd_010/op*
T0
C
TensorScatterSub_010/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_010/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_010/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_010/opTensorScatterSubTensorScatterSub_010/in0TensorScatterSub_010/in1TensorScatterSub_010/in2*
Tindices0*
T0
G
TensorScatterSub_010/out0IdentityTensorScatterSub_010/op*
T0
C
TensorScatterMax_010/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_010/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_010/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_010/opTensorScatterMaxTensorScatterMax_010/in0TensorScatterMax_010/in1TensorScatterMax_010/in2*
Tindices0*
T0
G
TensorScatterMax_010/out0IdentityTensorScatterMax_010/op*
T0
C
TensorScatterMin_010/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_010/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_010/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_010/opTensorScatterMinTensorScatterMin_010/in0TensorScatterMin_010/in1TensorScatterMin_010/in2*
Tindices0*
T0
G
TensorScatterMin_010/out0IdentityTensorScatterMin_010/op*
T0
<
ScatterNd_011/in0Placeholder*
dtype0*
shape:
<
ScatterNd_011/in1Placeholder*
dtype0*
shape:
<
ScatterNd_011/in2Placeholder*
dtype0*
shape:
o
ScatterNd_011/op	ScatterNdScatterNd_011/in0ScatterNd_011/in1ScatterNd_011/in2*
Tindices0*
T0
9
ScatterNd_011/out0IdentityScatterNd_011/op*
T0
J
ScatterNdNonAliasingAdd_011/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_011/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_011/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_011/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_011/in0ScatterNdNonAliasingAdd_011/in1ScatterNdNonAliasingAdd_011/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_011/out0IdentityScatterNdNonAliasingAdd_011/op*
T0
F
TensorScatterUpdate_011/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_011/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_011/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_011/opTensorScatterUpdateTensorScatterUpdate_011/in0TensorScatterUpdate_011/in1TensorScatterUpdate_011/in2*
Tindices0*
T0
M
TensorScatterUpdate_011/out0IdentityTensorScatterUpdate_011/op*
T0
C
TensorScatterAdd_011/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_011/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_011/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_011/opTensorScatterAddTensorScatterAdd_011/in0TensorScatterAdd_011/in1TensorScatterAdd_011/in2*
Tindices0*
T0
G
TensorScatterAdd_011/out0IdentityTensorScatterAdd_011/op*
T0
C
TensorScatterSub_011/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_011/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_011/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_011/opTensorScatterSubTensorScatterSub_011/in0TensorScatterSub_011/in1TensorScatterSub_011/in2*
Tindices0*
T0
G
TensorScatterSub_011/out0IdentityTensorScatterSub_011/op*
T0
C
TensorScatterMax_011/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_011/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_011/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_011/opTensorScatterMaxTensorScatterMax_011/in0TensorScatterMax_011/in1TensorScatterMax_011/in2*
Tindices0*
T0
G
TensorScatterMax_011/out0IdentityTensorScatterMax_011/op*
T0
C
TensorScatterMin_011/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_011/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_011/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_011/opTensorScatterMinTensorScatterMin_011/in0TensorScatterMin_011/in1TensorScatterMin_011/in2*
Tindices0*
T0
G
TensorScatterMin_011/out0IdentityTensorScatterMin_011/op*
T0
<
ScatterNd_012/in0Placeholder*
dtype0*
shape:
<
ScatterNd_012/in1Placeholder*
dtype0*
shape:
<
ScatterNd_012/in2Placeholder*
dtype0*
shape:
o
ScatterNd_012/op	ScatterNdScatterNd_012/in0ScatterNd_012/in1ScatterNd_012/in2*
Tindices0*
T0
9
ScatterNd_012/out0IdentityScatterNd_012/op*
T0
J
ScatterNdNonAliasingAdd_012/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_012/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_012/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_012/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_012/in0ScatterNdNonAliasingAdd_012/in1ScatterNdNonAliasingAdd_012/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_012/out0IdentityScatterNdNonAliasingAdd_012/op*
T0
F
TensorScatterUpdate_012/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_012/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_012/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_012/opTensorScatterUpdateTensorScatterUpdate_012/in0TensorScatterUpdate_012/in1TensorScatterUpdate_012/in2*
Tindices0*
T0
M
TensorScatterUpdate_012/out0IdentityTensorScatterUpdate_012/op*
T0
C
TensorScatterAdd_012/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_012/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_012/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_012/opTensorScatterAddTensorScatterAdd_012/in0TensorScatterAdd_012/in1TensorScatterAdd_012/in2*
Tindices0*
T0
G
TensorScatterAdd_012/out0IdentityTensorScatterAdd_012/op*
T0
C
TensorScatterSub_012/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_012/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_012/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_012/opTensorScatterSubTensorScatterSub_012/in0TensorScatterSub_012/in1TensorScatterSub_012/in2*
Tindices0*
T0
G
TensorScatterSub_012/out0IdentityTensorScatterSub_012/op*
T0
<
ScatterNd_013/in0Placeholder*
dtype0*
shape:
<
ScatterNd_013/in1Placeholder*
dtype0*
shape:
<
ScatterNd_013/in2Placeholder*
dtype0*
shape:
o
ScatterNd_013/op	ScatterNdScatterNd_013/in0ScatterNd_013/in1ScatterNd_013/in2*
Tindices0*
T0
9
ScatterNd_013/out0IdentityScatterNd_013/op*
T0
J
ScatterNdNonAliasingAdd_013/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_013/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_013/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_013/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_013/in0ScatterNdNonAliasingAdd_013/in1ScatterNdNonAliasingAdd_013/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_013/out0IdentityScatterNdNonAliasingAdd_013/op*
T0
F
TensorScatterUpdate_013/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_013/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_013/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_013/opTensorScatterUpdateTensorScatterUpdate_013/in0TensorScatterUpdate_013/in1TensorScatterUpdate_013/in2*
Tindices0*
T0
M
TensorScatterUpdate_013/out0IdentityTensorScatterUpdate_013/op*
T0
C
TensorScatterAdd_013/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_013/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_013/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_013/opTensorScatterAddTensorScatterAdd_013/in0TensorScatterAdd_013/in1TensorScatterAdd_013/in2*
Tindices0*
T0
G
TensorScatterAdd_013/out0IdentityTensorScatterAdd_013/op*
T0
C
TensorScatterSub_013/in0Placeholder*
dtype0*
shape:
C
TensorScatterSub_013/in1Placeholder*
dtype0*
shape:
C
TensorScatterSub_013/in2Placeholder*
dtype0*
shape:
’
TensorScatterSub_013/opTensorScatterSubTensorScatterSub_013/in0TensorScatterSub_013/in1TensorScatterSub_013/in2*
Tindices0*
T0
G
TensorScatterSub_013/out0IdentityTensorScatterSub_013/op*
T0
<
ScatterNd_014/in0Placeholder*
dtype0*
shape:
<
ScatterNd_014/in1Placeholder*
dtype0
*
shape:
<
ScatterNd_014/in2Placeholder*
dtype0*
shape:
o
ScatterNd_014/op	ScatterNdScatterNd_014/in0ScatterNd_014/in1ScatterNd_014/in2*
Tindices0*
T0

9
ScatterNd_014/out0IdentityScatterNd_014/op*
T0

J
ScatterNdNonAliasingAdd_014/in0Placeholder*
dtype0
*
shape:
J
ScatterNdNonAliasingAdd_014/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_014/in2Placeholder*
dtype0
*
shape:
µ
ScatterNdNonAliasingAdd_014/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_014/in0ScatterNdNonAliasingAdd_014/in1ScatterNdNonAliasingAdd_014/in2*
Tindices0*
T0

U
 ScatterNdNonAliasingAdd_014/out0IdentityScatterNdNonAliasingAdd_014/op*
T0

F
TensorScatterUpdate_014/in0Placeholder*
dtype0
*
shape:
F
TensorScatterUpdate_014/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_014/in2Placeholder*
dtype0
*
shape:
¡
TensorScatterUpdate_014/opTensorScatterUpdateTensorScatterUpdate_014/in0TensorScatterUpdate_014/in1TensorScatterUpdate_014/in2*
Tindices0*
T0

M
TensorScatterUpdate_014/out0IdentityTensorScatterUpdate_014/op*
T0

<
ScatterNd_015/in0Placeholder*
dtype0*
shape:
<
ScatterNd_015/in1Placeholder*
dtype0*
shape:
<
ScatterNd_015/in2Placeholder*
dtype0*
shape:
o
ScatterNd_015/op	ScatterNdScatterNd_015/in0ScatterNd_015/in1ScatterNd_015/in2*
Tindices0*
T0
9
ScatterNd_015/out0IdentityScatterNd_015/op*
T0
F
TensorScatterUpdate_015/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_015/in1Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_015/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_015/opTensorScatterUpdateTensorScatterUpdate_015/in0TensorScatterUpdate_015/in1TensorScatterUpdate_015/in2*
Tindices0*
T0
M
TensorScatterUpdate_015/out0IdentityTensorScatterUpdate_015/op*
T0
C
TensorScatterMax_012/in0Placeholder*
dtype0*
shape:
C
TensorScatterMax_012/in1Placeholder*
dtype0*
shape:
C
TensorScatterMax_012/in2Placeholder*
dtype0*
shape:
’
TensorScatterMax_012/opTensorScatterMaxTensorScatterMax_012/in0TensorScatterMax_012/in1TensorScatterMax_012/in2*
Tindices0*
T0
G
TensorScatterMax_012/out0IdentityTensorScatterMax_012/op*
T0
C
TensorScatterMin_012/in0Placeholder*
dtype0*
shape:
C
TensorScatterMin_012/in1Placeholder*
dtype0*
shape:
C
TensorScatterMin_012/in2Placeholder*
dtype0*
shape:
’
TensorScatterMin_012/opTensorScatterMinTensorScatterMin_012/in0TensorScatterMin_012/in1TensorScatterMin_012/in2*
Tindices0*
T0
G
TensorScatterMin_012/out0IdentityTensorScatterMin_012/op*
T0
<
ScatterNd_016/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_016/in1Placeholder*
dtype0*
shape:
<
ScatterNd_016/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_016/op	ScatterNdScatterNd_016/in0ScatterNd_016/in1ScatterNd_016/in2*
Tindices0	*
T0
9
ScatterNd_016/out0IdentityScatterNd_016/op*
T0
F
TensorScatterUpdate_016/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_016/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_016/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_016/opTensorScatterUpdateTensorScatterUpdate_016/in0TensorScatterUpdate_016/in1TensorScatterUpdate_016/in2*
Tindices0	*
T0
M
TensorScatterUpdate_016/out0IdentityTensorScatterUpdate_016/op*
T0
C
TensorScatterAdd_014/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_014/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_014/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_014/opTensorScatterAddTensorScatterAdd_014/in0TensorScatterAdd_014/in1TensorScatterAdd_014/in2*
Tindices0*
T0
G
TensorScatterAdd_014/out0IdentityTensorScatterAdd_014/op*
T0
J
ScatterNdNonAliasingAdd_015/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_015/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_015/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_015/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_015/in0ScatterNdNonAliasingAdd_015/in1ScatterNdNonAliasingAdd_015/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_015/out0IdentityScatterNdNonAliasingAdd_015/op*
T0
<
ScatterNd_017/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_017/in1Placeholder*
dtype0*
shape:
<
ScatterNd_017/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_017/op	ScatterNdScatterNd_017/in0ScatterNd_017/in1ScatterNd_017/in2*
Tindices0	*
T0
9
ScatterNd_017/out0IdentityScatterNd_017/op*
T0
F
TensorScatterUpdate_017/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_017/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_017/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_017/opTensorScatterUpdateTensorScatterUpdate_017/in0TensorScatterUpdate_017/in1TensorScatterUpdate_017/in2*
Tindices0	*
T0
M
TensorScatterUpdate_017/out0IdentityTensorScatterUpdate_017/op*
T0
C
TensorScatterAdd_015/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_015/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_015/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_015/opTensorScatterAddTensorScatterAdd_015/in0TensorScatterAdd_015/in1TensorScatterAdd_015/in2*
Tindices0*
T0
G
TensorScatterAdd_015/out0IdentityTensorScatterAdd_015/op*
T0
J
ScatterNdNonAliasingAdd_016/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_016/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_016/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_016/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_016/in0ScatterNdNonAliasingAdd_016/in1ScatterNdNonAliasingAdd_016/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_016/out0IdentityScatterNdNonAliasingAdd_016/op*
T0
<
ScatterNd_018/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_018/in1Placeholder*
dtype0*
shape:
<
ScatterNd_018/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_018/op	ScatterNdScatterNd_018/in0ScatterNd_018/in1ScatterNd_018/in2*
Tindices0	*
T0
9
ScatterNd_018/out0IdentityScatterNd_018/op*
T0
F
TensorScatterUpdate_018/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_018/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_018/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_018/opTensorScatterUpdateTensorScatterUpdate_018/in0TensorScatterUpdate_018/in1TensorScatterUpdate_018/in2*
Tindices0	*
T0
M
TensorScatterUpdate_018/out0IdentityTensorScatterUpdate_018/op*
T0
C
TensorScatterAdd_016/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_016/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_016/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_016/opTensorScatterAddTensorScatterAdd_016/in0TensorScatterAdd_016/in1TensorScatterAdd_016/in2*
Tindices0*
T0
G
TensorScatterAdd_016/out0IdentityTensorScatterAdd_016/op*
T0
J
ScatterNdNonAliasingAdd_017/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_017/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_017/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_017/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_017/in0ScatterNdNonAliasingAdd_017/in1ScatterNdNonAliasingAdd_017/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_017/out0IdentityScatterNdNonAliasingAdd_017/op*
T0
<
ScatterNd_019/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_019/in1Placeholder*
dtype0*
shape:
<
ScatterNd_019/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_019/op	ScatterNdScatterNd_019/in0ScatterNd_019/in1ScatterNd_019/in2*
Tindices0	*
T0
9
ScatterNd_019/out0IdentityScatterNd_019/op*
T0
F
TensorScatterUpdate_019/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_019/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_019/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_019/opTensorScatterUpdateTensorScatterUpdate_019/in0TensorScatterUpdate_019/in1TensorScatterUpdate_019/in2*
Tindices0	*
T0
M
TensorScatterUpdate_019/out0IdentityTensorScatterUpdate_019/op*
T0
C
TensorScatterAdd_017/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_017/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_017/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_017/opTensorScatterAddTensorScatterAdd_017/in0TensorScatterAdd_017/in1TensorScatterAdd_017/in2*
Tindices0*
T0
G
TensorScatterAdd_017/out0IdentityTensorScatterAdd_017/op*
T0
J
ScatterNdNonAliasingAdd_018/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_018/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_018/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_018/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_018/in0ScatterNdNonAliasingAdd_018/in1ScatterNdNonAliasingAdd_018/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_018/out0IdentityScatterNdNonAliasingAdd_018/op*
T0
<
ScatterNd_020/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_020/in1Placeholder*
dtype0*
shape:
<
ScatterNd_020/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_020/op	ScatterNdScatterNd_020/in0ScatterNd_020/in1ScatterNd_020/in2*
Tindices0	*
T0
9
ScatterNd_020/out0IdentityScatterNd_020/op*
T0
F
TensorScatterUpdate_020/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_020/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_020/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_020/opTensorScatterUpdateTensorScatterUpdate_020/in0TensorScatterUpdate_020/in1TensorScatterUpdate_020/in2*
Tindices0	*
T0
M
TensorScatterUpdate_020/out0IdentityTensorScatterUpdate_020/op*
T0
C
TensorScatterAdd_018/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_018/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_018/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_018/opTensorScatterAddTensorScatterAdd_018/in0TensorScatterAdd_018/in1TensorScatterAdd_018/in2*
Tindices0*
T0
G
TensorScatterAdd_018/out0IdentityTensorScatterAdd_018/op*
T0
J
ScatterNdNonAliasingAdd_019/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_019/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_019/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_019/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_019/in0ScatterNdNonAliasingAdd_019/in1ScatterNdNonAliasingAdd_019/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_019/out0IdentityScatterNdNonAliasingAdd_019/op*
T0
<
ScatterNd_021/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_021/in1Placeholder*
dtype0*
shape:
<
ScatterNd_021/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_021/op	ScatterNdScatterNd_021/in0ScatterNd_021/in1ScatterNd_021/in2*
Tindices0	*
T0
9
ScatterNd_021/out0IdentityScatterNd_021/op*
T0
F
TensorScatterUpdate_021/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_021/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_021/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_021/opTensorScatterUpdateTensorScatterUpdate_021/in0TensorScatterUpdate_021/in1TensorScatterUpdate_021/in2*
Tindices0	*
T0
M
TensorScatterUpdate_021/out0IdentityTensorScatterUpdate_021/op*
T0
C
TensorScatterAdd_019/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_019/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_019/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_019/opTensorScatterAddTensorScatterAdd_019/in0TensorScatterAdd_019/in1TensorScatterAdd_019/in2*
Tindices0*
T0
G
TensorScatterAdd_019/out0IdentityTensorScatterAdd_019/op*
T0
J
ScatterNdNonAliasingAdd_020/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_020/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_020/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_020/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_020/in0ScatterNdNonAliasingAdd_020/in1ScatterNdNonAliasingAdd_020/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_020/out0IdentityScatterNdNonAliasingAdd_020/op*
T0
<
ScatterNd_022/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_022/in1Placeholder*
dtype0*
shape:
<
ScatterNd_022/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_022/op	ScatterNdScatterNd_022/in0ScatterNd_022/in1ScatterNd_022/in2*
Tindices0	*
T0
9
ScatterNd_022/out0IdentityScatterNd_022/op*
T0
F
TensorScatterUpdate_022/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_022/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_022/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_022/opTensorScatterUpdateTensorScatterUpdate_022/in0TensorScatterUpdate_022/in1TensorScatterUpdate_022/in2*
Tindices0	*
T0
M
TensorScatterUpdate_022/out0IdentityTensorScatterUpdate_022/op*
T0
C
TensorScatterAdd_020/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_020/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_020/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_020/opTensorScatterAddTensorScatterAdd_020/in0TensorScatterAdd_020/in1TensorScatterAdd_020/in2*
Tindices0*
T0
G
TensorScatterAdd_020/out0IdentityTensorScatterAdd_020/op*
T0
J
ScatterNdNonAliasingAdd_021/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_021/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_021/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_021/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_021/in0ScatterNdNonAliasingAdd_021/in1ScatterNdNonAliasingAdd_021/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_021/out0IdentityScatterNdNonAliasingAdd_021/op*
T0
<
ScatterNd_023/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_023/in1Placeholder*
dtype0*
shape:
<
ScatterNd_023/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_023/op	ScatterNdScatterNd_023/in0ScatterNd_023/in1ScatterNd_023/in2*
Tindices0	*
T0
9
ScatterNd_023/out0IdentityScatterNd_023/op*
T0
F
TensorScatterUpdate_023/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_023/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_023/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_023/opTensorScatterUpdateTensorScatterUpdate_023/in0TensorScatterUpdate_023/in1TensorScatterUpdate_023/in2*
Tindices0	*
T0
M
TensorScatterUpdate_023/out0IdentityTensorScatterUpdate_023/op*
T0
C
TensorScatterAdd_021/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_021/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_021/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_021/opTensorScatterAddTensorScatterAdd_021/in0TensorScatterAdd_021/in1TensorScatterAdd_021/in2*
Tindices0*
T0
G
TensorScatterAdd_021/out0IdentityTensorScatterAdd_021/op*
T0
J
ScatterNdNonAliasingAdd_022/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_022/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_022/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_022/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_022/in0ScatterNdNonAliasingAdd_022/in1ScatterNdNonAliasingAdd_022/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_022/out0IdentityScatterNdNonAliasingAdd_022/op*
T0
<
ScatterNd_024/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_024/in1Placeholder*
dtype0*
shape:
<
ScatterNd_024/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_024/op	ScatterNdScatterNd_024/in0ScatterNd_024/in1ScatterNd_024/in2*
Tindices0	*
T0
9
ScatterNd_024/out0IdentityScatterNd_024/op*
T0
F
TensorScatterUpdate_024/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_024/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_024/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_024/opTensorScatterUpdateTensorScatterUpdate_024/in0TensorScatterUpdate_024/in1TensorScatterUpdate_024/in2*
Tindices0	*
T0
M
TensorScatterUpdate_024/out0IdentityTensorScatterUpdate_024/op*
T0
C
TensorScatterAdd_022/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_022/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_022/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_022/opTensorScatterAddTensorScatterAdd_022/in0TensorScatterAdd_022/in1TensorScatterAdd_022/in2*
Tindices0*
T0
G
TensorScatterAdd_022/out0IdentityTensorScatterAdd_022/op*
T0
J
ScatterNdNonAliasingAdd_023/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_023/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_023/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_023/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_023/in0ScatterNdNonAliasingAdd_023/in1ScatterNdNonAliasingAdd_023/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_023/out0IdentityScatterNdNonAliasingAdd_023/op*
T0
<
ScatterNd_025/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_025/in1Placeholder*
dtype0*
shape:
<
ScatterNd_025/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_025/op	ScatterNdScatterNd_025/in0ScatterNd_025/in1ScatterNd_025/in2*
Tindices0	*
T0
9
ScatterNd_025/out0IdentityScatterNd_025/op*
T0
F
TensorScatterUpdate_025/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_025/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_025/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_025/opTensorScatterUpdateTensorScatterUpdate_025/in0TensorScatterUpdate_025/in1TensorScatterUpdate_025/in2*
Tindices0	*
T0
M
TensorScatterUpdate_025/out0IdentityTensorScatterUpdate_025/op*
T0
C
TensorScatterAdd_023/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_023/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_023/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_023/opTensorScatterAddTensorScatterAdd_023/in0TensorScatterAdd_023/in1TensorScatterAdd_023/in2*
Tindices0*
T0
G
TensorScatterAdd_023/out0IdentityTensorScatterAdd_023/op*
T0
J
ScatterNdNonAliasingAdd_024/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_024/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_024/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_024/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_024/in0ScatterNdNonAliasingAdd_024/in1ScatterNdNonAliasingAdd_024/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_024/out0IdentityScatterNdNonAliasingAdd_024/op*
T0
<
ScatterNd_026/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_026/in1Placeholder*
dtype0*
shape:
<
ScatterNd_026/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_026/op	ScatterNdScatterNd_026/in0ScatterNd_026/in1ScatterNd_026/in2*
Tindices0	*
T0
9
ScatterNd_026/out0IdentityScatterNd_026/op*
T0
F
TensorScatterUpdate_026/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_026/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_026/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_026/opTensorScatterUpdateTensorScatterUpdate_026/in0TensorScatterUpdate_026/in1TensorScatterUpdate_026/in2*
Tindices0	*
T0
M
TensorScatterUpdate_026/out0IdentityTensorScatterUpdate_026/op*
T0
C
TensorScatterAdd_024/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_024/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_024/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_024/opTensorScatterAddTensorScatterAdd_024/in0TensorScatterAdd_024/in1TensorScatterAdd_024/in2*
Tindices0*
T0
G
TensorScatterAdd_024/out0IdentityTensorScatterAdd_024/op*
T0
J
ScatterNdNonAliasingAdd_025/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_025/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_025/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_025/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_025/in0ScatterNdNonAliasingAdd_025/in1ScatterNdNonAliasingAdd_025/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_025/out0IdentityScatterNdNonAliasingAdd_025/op*
T0
<
ScatterNd_027/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_027/in1Placeholder*
dtype0*
shape:
<
ScatterNd_027/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_027/op	ScatterNdScatterNd_027/in0ScatterNd_027/in1ScatterNd_027/in2*
Tindices0	*
T0
9
ScatterNd_027/out0IdentityScatterNd_027/op*
T0
F
TensorScatterUpdate_027/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_027/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_027/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_027/opTensorScatterUpdateTensorScatterUpdate_027/in0TensorScatterUpdate_027/in1TensorScatterUpdate_027/in2*
Tindices0	*
T0
M
TensorScatterUpdate_027/out0IdentityTensorScatterUpdate_027/op*
T0
C
TensorScatterAdd_025/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_025/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_025/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_025/opTensorScatterAddTensorScatterAdd_025/in0TensorScatterAdd_025/in1TensorScatterAdd_025/in2*
Tindices0*
T0
G
TensorScatterAdd_025/out0IdentityTensorScatterAdd_025/op*
T0
J
ScatterNdNonAliasingAdd_026/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_026/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_026/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_026/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_026/in0ScatterNdNonAliasingAdd_026/in1ScatterNdNonAliasingAdd_026/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_026/out0IdentityScatterNdNonAliasingAdd_026/op*
T0
<
ScatterNd_028/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_028/in1Placeholder*
dtype0*
shape:
<
ScatterNd_028/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_028/op	ScatterNdScatterNd_028/in0ScatterNd_028/in1ScatterNd_028/in2*
Tindices0	*
T0
9
ScatterNd_028/out0IdentityScatterNd_028/op*
T0
F
TensorScatterUpdate_028/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_028/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_028/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_028/opTensorScatterUpdateTensorScatterUpdate_028/in0TensorScatterUpdate_028/in1TensorScatterUpdate_028/in2*
Tindices0	*
T0
M
TensorScatterUpdate_028/out0IdentityTensorScatterUpdate_028/op*
T0
C
TensorScatterAdd_026/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_026/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_026/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_026/opTensorScatterAddTensorScatterAdd_026/in0TensorScatterAdd_026/in1TensorScatterAdd_026/in2*
Tindices0*
T0
G
TensorScatterAdd_026/out0IdentityTensorScatterAdd_026/op*
T0
J
ScatterNdNonAliasingAdd_027/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_027/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_027/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_027/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_027/in0ScatterNdNonAliasingAdd_027/in1ScatterNdNonAliasingAdd_027/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_027/out0IdentityScatterNdNonAliasingAdd_027/op*
T0
<
ScatterNd_029/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_029/in1Placeholder*
dtype0*
shape:
<
ScatterNd_029/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_029/op	ScatterNdScatterNd_029/in0ScatterNd_029/in1ScatterNd_029/in2*
Tindices0	*
T0
9
ScatterNd_029/out0IdentityScatterNd_029/op*
T0
F
TensorScatterUpdate_029/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_029/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_029/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_029/opTensorScatterUpdateTensorScatterUpdate_029/in0TensorScatterUpdate_029/in1TensorScatterUpdate_029/in2*
Tindices0	*
T0
M
TensorScatterUpdate_029/out0IdentityTensorScatterUpdate_029/op*
T0
C
TensorScatterAdd_027/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_027/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_027/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_027/opTensorScatterAddTensorScatterAdd_027/in0TensorScatterAdd_027/in1TensorScatterAdd_027/in2*
Tindices0*
T0
G
TensorScatterAdd_027/out0IdentityTensorScatterAdd_027/op*
T0
J
ScatterNdNonAliasingAdd_028/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_028/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_028/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_028/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_028/in0ScatterNdNonAliasingAdd_028/in1ScatterNdNonAliasingAdd_028/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_028/out0IdentityScatterNdNonAliasingAdd_028/op*
T0
<
ScatterNd_030/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_030/in1Placeholder*
dtype0*
shape:
<
ScatterNd_030/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_030/op	ScatterNdScatterNd_030/in0ScatterNd_030/in1ScatterNd_030/in2*
Tindices0	*
T0
9
ScatterNd_030/out0IdentityScatterNd_030/op*
T0
F
TensorScatterUpdate_030/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_030/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_030/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_030/opTensorScatterUpdateTensorScatterUpdate_030/in0TensorScatterUpdate_030/in1TensorScatterUpdate_030/in2*
Tindices0	*
T0
M
TensorScatterUpdate_030/out0IdentityTensorScatterUpdate_030/op*
T0
C
TensorScatterAdd_028/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_028/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_028/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_028/opTensorScatterAddTensorScatterAdd_028/in0TensorScatterAdd_028/in1TensorScatterAdd_028/in2*
Tindices0*
T0
G
TensorScatterAdd_028/out0IdentityTensorScatterAdd_028/op*
T0
J
ScatterNdNonAliasingAdd_029/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_029/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_029/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_029/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_029/in0ScatterNdNonAliasingAdd_029/in1ScatterNdNonAliasingAdd_029/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_029/out0IdentityScatterNdNonAliasingAdd_029/op*
T0
<
ScatterNd_031/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_031/in1Placeholder*
dtype0*
shape:
<
ScatterNd_031/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_031/op	ScatterNdScatterNd_031/in0ScatterNd_031/in1ScatterNd_031/in2*
Tindices0	*
T0
9
ScatterNd_031/out0IdentityScatterNd_031/op*
T0
F
TensorScatterUpdate_031/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_031/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_031/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_031/opTensorScatterUpdateTensorScatterUpdate_031/in0TensorScatterUpdate_031/in1TensorScatterUpdate_031/in2*
Tindices0	*
T0
M
TensorScatterUpdate_031/out0IdentityTensorScatterUpdate_031/op*
T0
C
TensorScatterAdd_029/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_029/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_029/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_029/opTensorScatterAddTensorScatterAdd_029/in0TensorScatterAdd_029/in1TensorScatterAdd_029/in2*
Tindices0*
T0
G
TensorScatterAdd_029/out0IdentityTensorScatterAdd_029/op*
T0
J
ScatterNdNonAliasingAdd_030/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_030/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_030/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_030/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_030/in0ScatterNdNonAliasingAdd_030/in1ScatterNdNonAliasingAdd_030/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_030/out0IdentityScatterNdNonAliasingAdd_030/op*
T0
<
ScatterNd_032/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_032/in1Placeholder*
dtype0*
shape:
<
ScatterNd_032/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_032/op	ScatterNdScatterNd_032/in0ScatterNd_032/in1ScatterNd_032/in2*
Tindices0	*
T0
9
ScatterNd_032/out0IdentityScatterNd_032/op*
T0
F
TensorScatterUpdate_032/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_032/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_032/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_032/opTensorScatterUpdateTensorScatterUpdate_032/in0TensorScatterUpdate_032/in1TensorScatterUpdate_032/in2*
Tindices0	*
T0
M
TensorScatterUpdate_032/out0IdentityTensorScatterUpdate_032/op*
T0
C
TensorScatterAdd_030/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_030/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_030/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_030/opTensorScatterAddTensorScatterAdd_030/in0TensorScatterAdd_030/in1TensorScatterAdd_030/in2*
Tindices0*
T0
G
TensorScatterAdd_030/out0IdentityTensorScatterAdd_030/op*
T0
J
ScatterNdNonAliasingAdd_031/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_031/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_031/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_031/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_031/in0ScatterNdNonAliasingAdd_031/in1ScatterNdNonAliasingAdd_031/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_031/out0IdentityScatterNdNonAliasingAdd_031/op*
T0
<
ScatterNd_033/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_033/in1Placeholder*
dtype0*
shape:
<
ScatterNd_033/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_033/op	ScatterNdScatterNd_033/in0ScatterNd_033/in1ScatterNd_033/in2*
Tindices0	*
T0
9
ScatterNd_033/out0IdentityScatterNd_033/op*
T0
F
TensorScatterUpdate_033/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_033/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_033/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_033/opTensorScatterUpdateTensorScatterUpdate_033/in0TensorScatterUpdate_033/in1TensorScatterUpdate_033/in2*
Tindices0	*
T0
M
TensorScatterUpdate_033/out0IdentityTensorScatterUpdate_033/op*
T0
C
TensorScatterAdd_031/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_031/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_031/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_031/opTensorScatterAddTensorScatterAdd_031/in0TensorScatterAdd_031/in1TensorScatterAdd_031/in2*
Tindices0*
T0
G
TensorScatterAdd_031/out0IdentityTensorScatterAdd_031/op*
T0
<
ScatterNd_034/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_034/in1Placeholder*
dtype0*
shape:
<
ScatterNd_034/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_034/op	ScatterNdScatterNd_034/in0ScatterNd_034/in1ScatterNd_034/in2*
Tindices0	*
T0
9
ScatterNd_034/out0IdentityScatterNd_034/op*
T0
F
TensorScatterUpdate_034/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_034/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_034/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_034/opTensorScatterUpdateTensorScatterUpdate_034/in0TensorScatterUpdate_034/in1TensorScatterUpdate_034/in2*
Tindices0	*
T0
M
TensorScatterUpdate_034/out0IdentityTensorScatterUpdate_034/op*
T0
C
TensorScatterAdd_032/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_032/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_032/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_032/opTensorScatterAddTensorScatterAdd_032/in0TensorScatterAdd_032/in1TensorScatterAdd_032/in2*
Tindices0*
T0
G
TensorScatterAdd_032/out0IdentityTensorScatterAdd_032/op*
T0
<
ScatterNd_035/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_035/in1Placeholder*
dtype0*
shape:
<
ScatterNd_035/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_035/op	ScatterNdScatterNd_035/in0ScatterNd_035/in1ScatterNd_035/in2*
Tindices0	*
T0
9
ScatterNd_035/out0IdentityScatterNd_035/op*
T0
F
TensorScatterUpdate_035/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_035/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_035/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_035/opTensorScatterUpdateTensorScatterUpdate_035/in0TensorScatterUpdate_035/in1TensorScatterUpdate_035/in2*
Tindices0	*
T0
M
TensorScatterUpdate_035/out0IdentityTensorScatterUpdate_035/op*
T0
C
TensorScatterAdd_033/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_033/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_033/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_033/opTensorScatterAddTensorScatterAdd_033/in0TensorScatterAdd_033/in1TensorScatterAdd_033/in2*
Tindices0*
T0
G
TensorScatterAdd_033/out0IdentityTensorScatterAdd_033/op*
T0
J
ScatterNdNonAliasingAdd_032/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_032/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_032/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_032/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_032/in0ScatterNdNonAliasingAdd_032/in1ScatterNdNonAliasingAdd_032/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_032/out0IdentityScatterNdNonAliasingAdd_032/op*
T0
<
ScatterNd_036/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_036/in1Placeholder*
dtype0*
shape:
<
ScatterNd_036/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_036/op	ScatterNdScatterNd_036/in0ScatterNd_036/in1ScatterNd_036/in2*
Tindices0	*
T0
9
ScatterNd_036/out0IdentityScatterNd_036/op*
T0
F
TensorScatterUpdate_036/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_036/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_036/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_036/opTensorScatterUpdateTensorScatterUpdate_036/in0TensorScatterUpdate_036/in1TensorScatterUpdate_036/in2*
Tindices0	*
T0
M
TensorScatterUpdate_036/out0IdentityTensorScatterUpdate_036/op*
T0
C
TensorScatterAdd_034/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_034/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_034/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_034/opTensorScatterAddTensorScatterAdd_034/in0TensorScatterAdd_034/in1TensorScatterAdd_034/in2*
Tindices0*
T0
G
TensorScatterAdd_034/out0IdentityTensorScatterAdd_034/op*
T0
J
ScatterNdNonAliasingAdd_033/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_033/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_033/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_033/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_033/in0ScatterNdNonAliasingAdd_033/in1ScatterNdNonAliasingAdd_033/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_033/out0IdentityScatterNdNonAliasingAdd_033/op*
T0
<
ScatterNd_037/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_037/in1Placeholder*
dtype0*
shape:
<
ScatterNd_037/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_037/op	ScatterNdScatterNd_037/in0ScatterNd_037/in1ScatterNd_037/in2*
Tindices0	*
T0
9
ScatterNd_037/out0IdentityScatterNd_037/op*
T0
F
TensorScatterUpdate_037/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_037/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_037/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_037/opTensorScatterUpdateTensorScatterUpdate_037/in0TensorScatterUpdate_037/in1TensorScatterUpdate_037/in2*
Tindices0	*
T0
M
TensorScatterUpdate_037/out0IdentityTensorScatterUpdate_037/op*
T0
C
TensorScatterAdd_035/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_035/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_035/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_035/opTensorScatterAddTensorScatterAdd_035/in0TensorScatterAdd_035/in1TensorScatterAdd_035/in2*
Tindices0*
T0
G
TensorScatterAdd_035/out0IdentityTensorScatterAdd_035/op*
T0
J
ScatterNdNonAliasingAdd_034/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_034/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_034/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_034/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_034/in0ScatterNdNonAliasingAdd_034/in1ScatterNdNonAliasingAdd_034/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_034/out0IdentityScatterNdNonAliasingAdd_034/op*
T0
<
ScatterNd_038/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_038/in1Placeholder*
dtype0*
shape:
<
ScatterNd_038/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_038/op	ScatterNdScatterNd_038/in0ScatterNd_038/in1ScatterNd_038/in2*
Tindices0	*
T0
9
ScatterNd_038/out0IdentityScatterNd_038/op*
T0
F
TensorScatterUpdate_038/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_038/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_038/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_038/opTensorScatterUpdateTensorScatterUpdate_038/in0TensorScatterUpdate_038/in1TensorScatterUpdate_038/in2*
Tindices0	*
T0
M
TensorScatterUpdate_038/out0IdentityTensorScatterUpdate_038/op*
T0
C
TensorScatterAdd_036/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_036/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_036/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_036/opTensorScatterAddTensorScatterAdd_036/in0TensorScatterAdd_036/in1TensorScatterAdd_036/in2*
Tindices0*
T0
G
TensorScatterAdd_036/out0IdentityTensorScatterAdd_036/op*
T0
J
ScatterNdNonAliasingAdd_035/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_035/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_035/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_035/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_035/in0ScatterNdNonAliasingAdd_035/in1ScatterNdNonAliasingAdd_035/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_035/out0IdentityScatterNdNonAliasingAdd_035/op*
T0
<
ScatterNd_039/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_039/in1Placeholder*
dtype0*
shape:
<
ScatterNd_039/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_039/op	ScatterNdScatterNd_039/in0ScatterNd_039/in1ScatterNd_039/in2*
Tindices0	*
T0
9
ScatterNd_039/out0IdentityScatterNd_039/op*
T0
F
TensorScatterUpdate_039/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_039/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_039/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_039/opTensorScatterUpdateTensorScatterUpdate_039/in0TensorScatterUpdate_039/in1TensorScatterUpdate_039/in2*
Tindices0	*
T0
M
TensorScatterUpdate_039/out0IdentityTensorScatterUpdate_039/op*
T0
C
TensorScatterAdd_037/in0Placeholder*
dtype0*
shape:
C
TensorScatterAdd_037/in1Placeholder*
dtype0*
shape:
C
TensorScatterAdd_037/in2Placeholder*
dtype0*
shape:
’
TensorScatterAdd_037/opTensorScatterAddTensorScatterAdd_037/in0TensorScatterAdd_037/in1TensorScatterAdd_037/in2*
Tindices0*
T0
G
TensorScatterAdd_037/out0IdentityTensorScatterAdd_037/op*
T0
J
ScatterNdNonAliasingAdd_036/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_036/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_036/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_036/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_036/in0ScatterNdNonAliasingAdd_036/in1ScatterNdNonAliasingAdd_036/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_036/out0IdentityScatterNdNonAliasingAdd_036/op*
T0
<
ScatterNd_040/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_040/in1Placeholder*
dtype0*
shape:
<
ScatterNd_040/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_040/op	ScatterNdScatterNd_040/in0ScatterNd_040/in1ScatterNd_040/in2*
Tindices0	*
T0
9
ScatterNd_040/out0IdentityScatterNd_040/op*
T0
<
ScatterNd_041/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_041/in1Placeholder*
dtype0*
shape:
<
ScatterNd_041/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_041/op	ScatterNdScatterNd_041/in0ScatterNd_041/in1ScatterNd_041/in2*
Tindices0	*
T0
9
ScatterNd_041/out0IdentityScatterNd_041/op*
T0
<
ScatterNd_042/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_042/in1Placeholder*
dtype0*
shape:
<
ScatterNd_042/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_042/op	ScatterNdScatterNd_042/in0ScatterNd_042/in1ScatterNd_042/in2*
Tindices0	*
T0
9
ScatterNd_042/out0IdentityScatterNd_042/op*
T0
<
ScatterNd_043/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_043/in1Placeholder*
dtype0*
shape:
<
ScatterNd_043/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_043/op	ScatterNdScatterNd_043/in0ScatterNd_043/in1ScatterNd_043/in2*
Tindices0	*
T0
9
ScatterNd_043/out0IdentityScatterNd_043/op*
T0
<
ScatterNd_044/in0Placeholder*
dtype0	*
shape:
<
ScatterNd_044/in1Placeholder*
dtype0*
shape:
<
ScatterNd_044/in2Placeholder*
dtype0	*
shape:
o
ScatterNd_044/op	ScatterNdScatterNd_044/in0ScatterNd_044/in1ScatterNd_044/in2*
Tindices0	*
T0
9
ScatterNd_044/out0IdentityScatterNd_044/op*
T0
F
TensorScatterUpdate_040/in0Placeholder*
dtype0*
shape:
F
TensorScatterUpdate_040/in1Placeholder*
dtype0	*
shape:
F
TensorScatterUpdate_040/in2Placeholder*
dtype0*
shape:
¡
TensorScatterUpdate_040/opTensorScatterUpdateTensorScatterUpdate_040/in0TensorScatterUpdate_040/in1TensorScatterUpdate_040/in2*
Tindices0	*
T0
M
TensorScatterUpdate_040/out0IdentityTensorScatterUpdate_040/op*
T0
J
ScatterNdNonAliasingAdd_037/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_037/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_037/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_037/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_037/in0ScatterNdNonAliasingAdd_037/in1ScatterNdNonAliasingAdd_037/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_037/out0IdentityScatterNdNonAliasingAdd_037/op*
T0
J
ScatterNdNonAliasingAdd_038/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_038/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_038/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_038/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_038/in0ScatterNdNonAliasingAdd_038/in1ScatterNdNonAliasingAdd_038/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_038/out0IdentityScatterNdNonAliasingAdd_038/op*
T0
J
ScatterNdNonAliasingAdd_039/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_039/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_039/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_039/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_039/in0ScatterNdNonAliasingAdd_039/in1ScatterNdNonAliasingAdd_039/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_039/out0IdentityScatterNdNonAliasingAdd_039/op*
T0
J
ScatterNdNonAliasingAdd_040/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_040/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_040/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_040/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_040/in0ScatterNdNonAliasingAdd_040/in1ScatterNdNonAliasingAdd_040/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_040/out0IdentityScatterNdNonAliasingAdd_040/op*
T0
J
ScatterNdNonAliasingAdd_041/in0Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_041/in1Placeholder*
dtype0*
shape:
J
ScatterNdNonAliasingAdd_041/in2Placeholder*
dtype0*
shape:
µ
ScatterNdNonAliasingAdd_041/opScatterNdNonAliasingAddScatterNdNonAliasingAdd_041/in0ScatterNdNonAliasingAdd_041/in1ScatterNdNonAliasingAdd_041/in2*
Tindices0*
T0
U
 ScatterNdNonAliasingAdd_041/out0IdentityScatterNdNonAliasingAdd_041/op*
T0"í