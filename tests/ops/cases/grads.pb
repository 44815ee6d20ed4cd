
;
ReluGrad_000/in0Placeholder*
dtype0*
shape:
;
ReluGrad_000/in1Placeholder*
dtype0*
shape:
H
ReluGrad_000/opReluGradReluGrad_000/in0ReluGrad_000/in1*
T0
7
ReluGrad_000/out0IdentityReluGrad_000/op*
T0
;
ReluGrad_001/in0Placeholder*
dtype0*
shape:
;
ReluGrad_001/in1Placeholder*
dtype0*
shape:
H
ReluGrad_001/opReluGradReluGrad_001/in0ReluGrad_001/in1*
T0
7
ReluGrad_001/out0IdentityReluGrad_001/op*
T0
;
ReluGrad_002/in0Placeholder*
dtype0*
shape:
;
ReluGrad_002/in1Placeholder*
dtype0*
shape:
H
ReluGrad_002/opReluGradReluGrad_002/in0ReluGrad_002/in1*
T0
7
ReluGrad_002/out0IdentityReluGrad_002/op*
T0
;
ReluGrad_003/in0Placeholder*
dtype0*
shape:
;
ReluGrad_003/in1Placeholder*
dtype0*
shape:
H
ReluGrad_003/opReluGradReluGrad_003/in0ReluGrad_003/in1*
T0
7
ReluGrad_003/out0IdentityReluGrad_003/op*
T0
;
ReluGrad_004/in0Placeholder*
dtype0*
shape:
;
ReluGrad_004/in1Placeholder*
dtype0*
shape:
H
ReluGrad_004/opReluGradReluGrad_004/in0ReluGrad_004/in1*
T0
7
ReluGrad_004/out0IdentityReluGrad_004/op*
T0
;
ReluGrad_005/in0Placeholder*
dtype0*
shape:
;
ReluGrad_005/in1Placeholder*
dtype0*
shape:
H
ReluGrad_005/opReluGradReluGrad_005/in0ReluGrad_005/in1*
T0
7
ReluGrad_005/out0IdentityReluGrad_005/op*
T0
;
ReluGrad_006/in0Placeholder*
dtype0*
shape:
;
ReluGrad_006/in1Placeholder*
dtype0*
shape:
H
ReluGrad_006/opReluGradReluGrad_006/in0ReluGrad_006/in1*
T0
7
ReluGrad_006/out0IdentityReluGrad_006/op*
T0
;
ReluGrad_007/in0Placeholder*
dtype0	*
shape:
;
ReluGrad_007/in1Placeholder*
dtype0	*
shape:
H
ReluGrad_007/opReluGradReluGrad_007/in0ReluGrad_007/in1*
T0	
7
ReluGrad_007/out0IdentityReluGrad_007/op*
T0	
;
ReluGrad_008/in0Placeholder*
dtype0*
shape:
;
ReluGrad_008/in1Placeholder*
dtype0*
shape:
H
ReluGrad_008/opReluGradReluGrad_008/in0ReluGrad_008/in1*
T0
7
ReluGrad_008/out0IdentityReluGrad_008/op*
T0
;
ReluGrad_009/in0Placeholder*
dtype0*
shape:
;
ReluGrad_009/in1Placeholder*
dtype0*
shape:
H
ReluGrad_009/opReluGradReluGrad_009/in0ReluGrad_009/in1*
T0
7
ReluGrad_009/out0IdentityReluGrad_009/op*
T0
;
ReluGrad_010/in0Placeholder*
dtype0*
shape:
;
ReluGrad_010/in1Placeholder*
dtype0*
shape:
H
ReluGrad_010/opReluGradReluGrad_010/in0ReluGrad_010/in1*
T0
7
ReluGrad_010/out0IdentityReluGrad_010/op*
T0
;
ReluGrad_011/in0Placeholder*
dtype0*
shape:
;
ReluGrad_011/in1Placeholder*
dtype0*
shape:
H
ReluGrad_011/opReluGradReluGrad_011/in0ReluGrad_011/in1*
T0
7
ReluGrad_011/out0IdentityReluGrad_011/op*
T0
;
ReluGrad_012/in0Placeholder*
dtype0*
shape:
;
ReluGrad_012/in1Placeholder*
dtype0*
shape:
H
ReluGrad_012/opReluGradReluGrad_012/in0ReluGrad_012/in1*
T0
7
ReluGrad_012/out0IdentityReluGrad_012/op*
T0
;
ReluGrad_013/in0Placeholder*
dtype0*
shape:
;
ReluGrad_013/in1Placeholder*
dtype0*
shape:
H
ReluGrad_013/opReluGradReluGrad_013/in0ReluGrad_013/in1*
T0
7
ReluGrad_013/out0IdentityReluGrad_013/op*
T0
;
ReluGrad_014/in0Placeholder*
dtype0*
shape:
;
ReluGrad_014/in1Placeholder*
dtype0*
shape:
H
ReluGrad_014/opReluGradReluGrad_014/in0ReluGrad_014/in1*
T0
7
ReluGrad_014/out0IdentityReluGrad_014/op*
T0
;
ReluGrad_015/in0Placeholder*
dtype0*
shape:
;
ReluGrad_015/in1Placeholder*
dtype0*
shape:
H
ReluGrad_015/opReluGradReluGrad_015/in0ReluGrad_015/in1*
T0
7
ReluGrad_015/out0IdentityReluGrad_015/op*
T0
<
Relu6Grad_000/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_000/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_000/op	Relu6GradRelu6Grad_000/in0Relu6Grad_000/in1*
T0
9
Relu6Grad_000/out0IdentityRelu6Grad_000/op*
T0
<
Relu6Grad_001/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_001/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_001/op	Relu6GradRelu6Grad_001/in0Relu6Grad_001/in1*
T0
9
Relu6Grad_001/out0IdentityRelu6Grad_001/op*
T0
<
Relu6Grad_002/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_002/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_002/op	Relu6GradRelu6Grad_002/in0Relu6Grad_002/in1*
T0
9
Relu6Grad_002/out0IdentityRelu6Grad_002/op*
T0
<
Relu6Grad_003/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_003/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_003/op	Relu6GradRelu6Grad_003/in0Relu6Grad_003/in1*
T0
9
Relu6Grad_003/out0IdentityRelu6Grad_003/op*
T0
<
Relu6Grad_004/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_004/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_004/op	Relu6GradRelu6Grad_004/in0Relu6Grad_004/in1*
T0
9
Relu6Grad_004/out0IdentityRelu6Grad_004/op*
T0
<
Relu6Grad_005/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_005/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_005/op	Relu6GradRelu6Grad_005/in0Relu6Grad_005/in1*
T0
9
Relu6Grad_005/out0IdentityRelu6Grad_005/op*
T0
<
Relu6Grad_006/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_006/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_006/op	Relu6GradRelu6Grad_006/in0Relu6Grad_006/in1*
T0
9
Relu6Grad_006/out0IdentityRelu6Grad_006/op*
T0
<
Relu6Grad_007/in0Placeholder*
dtype0	*
shape:
<
Relu6Grad_007/in1Placeholder*
dtype0	*
shape:
L
Relu6Grad_007/op	Relu6GradRelu6Grad_007/in0Relu6Grad_007/in1*
T0	
9
Relu6Grad_007/out0IdentityRelu6Grad_007/op*
T0	
<
Relu6Grad_008/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_008/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_008/op	Relu6GradRelu6Grad_008/in0Relu6Grad_008/in1*
T0
9
Relu6Grad_008/out0IdentityRelu6Grad_008/op*
T0
<
Relu6Grad_009/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_009/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_009/op	Relu6GradRelu6Grad_009/in0Relu6Grad_009/in1*
T0
9
Relu6Grad_009/out0IdentityRelu6Grad_009/op*
T0
<
Relu6Grad_010/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_010/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_010/op	Relu6GradRelu6Grad_010/in0Relu6Grad_010/in1*
T0
9
Relu6Grad_010/out0IdentityRelu6Grad_010/op*
T0
<
Relu6Grad_011/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_011/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_011/op	Relu6GradRelu6Grad_011/in0Relu6Grad_011/in1*
T0
9
Relu6Grad_011/out0IdentityRelu6Grad_011/op*
T0
<
Relu6Grad_012/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_012/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_012/op	Relu6GradRelu6Grad_012/in0Relu6Grad_012/in1*
T0
9
Relu6Grad_012/out0IdentityRelu6Grad_012/op*
T0
<
Relu6Grad_013/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_013/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_013/op	Relu6GradRelu6Grad_013/in0Relu6Grad_013/in1*
T0
9
Relu6Grad_013/out0IdentityRelu6Grad_013/op*
T0
<
Relu6Grad_014/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_014/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_014/op	Relu6GradRelu6Grad_014/in0Relu6Grad_014/in1*
T0
9
Relu6Grad_014/out0IdentityRelu6Grad_014/op*
T0
<
Relu6Grad_015/in0Placeholder*
dtype0*
shape:
<
Relu6Grad_015/in1Placeholder*
dtype0*
shape:
L
Relu6Grad_015/op	Relu6GradRelu6Grad_015/in0Relu6Grad_015/in1*
T0
9
Relu6Grad_015/out0IdentityRelu6Grad_015/op*
T0
:
EluGrad_000/in0Placeholder*
dtype0*
shape:
:
EluGrad_000/in1Placeholder*
dtype0*
shape:
D
EluGrad_000/opEluGradEluGrad_000/in0EluGrad_000/in1*
T0
5
EluGrad_000/out0IdentityEluGrad_000/op*
T0
:
EluGrad_001/in0Placeholder*
dtype0*
shape:
:
EluGrad_001/in1Placeholder*
dtype0*
shape:
D
EluGrad_001/opEluGradEluGrad_001/in0EluGrad_001/in1*
T0
5
EluGrad_001/out0IdentityEluGrad_001/op*
T0
:
EluGrad_002/in0Placeholder*
dtype0*
shape:
:
EluGrad_002/in1Placeholder*
dtype0*
shape:
D
EluGrad_002/opEluGradEluGrad_002/in0EluGrad_002/in1*
T0
5
EluGrad_002/out0IdentityEluGrad_002/op*
T0
:
EluGrad_003/in0Placeholder*
dtype0*
shape:
:
EluGrad_003/in1Placeholder*
dtype0*
shape:
D
EluGrad_003/opEluGradEluGrad_003/in0EluGrad_003/in1*
T0
5
EluGrad_003/out0IdentityEluGrad_003/op*
T0
:
EluGrad_004/in0Placeholder*
dtype0*
shape:
:
EluGrad_004/in1Placeholder*
dtype0*
shape:
D
EluGrad_004/opEluGradEluGrad_004/in0EluGrad_004/in1*
T0
5
EluGrad_004/out0IdentityEluGrad_004/op*
T0
:
EluGrad_005/in0Placeholder*
dtype0*
shape:
:
EluGrad_005/in1Placeholder*
dtype0*
shape:
D
EluGrad_005/opEluGradEluGrad_005/in0EluGrad_005/in1*
T0
5
EluGrad_005/out0IdentityEluGrad_005/op*
T0
:
EluGrad_006/in0Placeholder*
dtype0*
shape:
:
EluGrad_006/in1Placeholder*
dtype0*
shape:
D
EluGrad_006/opEluGradEluGrad_006/in0EluGrad_006/in1*
T0
5
EluGrad_006/out0IdentityEluGrad_006/op*
T0
:
EluGrad_007/in0Placeholder*
dtype0*
shape:
:
EluGrad_007/in1Placeholder*
dtype0*
shape:
D
EluGrad_007/opEluGradEluGrad_007/in0EluGrad_007/in1*
T0
5
EluGrad_007/out0IdentityEluGrad_007/op*
T0
;
SeluGrad_000/in0Placeholder*
dtype0*
shape:
;
SeluGrad_000/in1Placeholder*
dtype0*
shape:
H
SeluGrad_000/opSeluGradSeluGrad_000/in0SeluGrad_000/in1*
T0
7
SeluGrad_000/out0IdentitySeluGrad_000/op*
T0
;
SeluGrad_001/in0Placeholder*
dtype0*
shape:
;
SeluGrad_001/in1Placeholder*
dtype0*
shape:
H
SeluGrad_001/opSeluGradSeluGrad_001/in0SeluGrad_001/in1*
T0
7
SeluGrad_001/out0IdentitySeluGrad_001/op*
T0
;
SeluGrad_002/in0Placeholder*
dtype0*
shape:
;
SeluGrad_002/in1Placeholder*
dtype0*
shape:
H
SeluGrad_002/opSeluGradSeluGrad_002/in0SeluGrad_002/in1*
T0
7
SeluGrad_002/out0IdentitySeluGrad_002/op*
T0
;
SeluGrad_003/in0Placeholder*
dtype0*
shape:
;
SeluGrad_003/in1Placeholder*
dtype0*
shape:
H
SeluGrad_003/opSeluGradSeluGrad_003/in0SeluGrad_003/in1*
T0
7
SeluGrad_003/out0IdentitySeluGrad_003/op*
T0
;
SeluGrad_004/in0Placeholder*
dtype0*
shape:
;
SeluGrad_004/in1Placeholder*
dtype0*
shape:
H
SeluGrad_004/opSeluGradSeluGrad_004/in0SeluGrad_004/in1*
T0
7
SeluGrad_004/out0IdentitySeluGrad_004/op*
T0
;
SeluGrad_005/in0Placeholder*
dtype0*
shape:
;
SeluGrad_005/in1Placeholder*
dtype0*
shape:
H
SeluGrad_005/opSeluGradSeluGrad_005/in0SeluGrad_005/in1*
T0
7
SeluGrad_005/out0IdentitySeluGrad_005/op*
T0
;
SeluGrad_006/in0Placeholder*
dtype0*
shape:
;
SeluGrad_006/in1Placeholder*
dtype0*
shape:
H
SeluGrad_006/opSeluGradSeluGrad_006/in0SeluGrad_006/in1*
T0
7
SeluGrad_006/out0IdentitySeluGrad_006/op*
T0
;
SeluGrad_007/in0Placeholder*
dtype0*
shape:
;
SeluGrad_007/in1Placeholder*
dtype0*
shape:
H
SeluGrad_007/opSeluGradSeluGrad_007/in0SeluGrad_007/in1*
T0
7
SeluGrad_007/out0IdentitySeluGrad_007/op*
T0
?
SoftplusGrad_000/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_000/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_000/opSoftplusGradSoftplusGrad_000/in0SoftplusGrad_000/in1*
T0
?
SoftplusGrad_000/out0IdentitySoftplusGrad_000/op*
T0
?
SoftplusGrad_001/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_001/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_001/opSoftplusGradSoftplusGrad_001/in0SoftplusGrad_001/in1*
T0
?
SoftplusGrad_001/out0IdentitySoftplusGrad_001/op*
T0
?
SoftplusGrad_002/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_002/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_002/opSoftplusGradSoftplusGrad_002/in0SoftplusGrad_002/in1*
T0
?
SoftplusGrad_002/out0IdentitySoftplusGrad_002/op*
T0
?
SoftplusGrad_003/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_003/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_003/opSoftplusGradSoftplusGrad_003/in0SoftplusGrad_003/in1*
T0
?
SoftplusGrad_003/out0IdentitySoftplusGrad_003/op*
T0
?
SoftplusGrad_004/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_004/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_004/opSoftplusGradSoftplusGrad_004/in0SoftplusGrad_004/in1*
T0
?
SoftplusGrad_004/out0IdentitySoftplusGrad_004/op*
T0
?
SoftplusGrad_005/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_005/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_005/opSoftplusGradSoftplusGrad_005/in0SoftplusGrad_005/in1*
T0
?
SoftplusGrad_005/out0IdentitySoftplusGrad_005/op*
T0
?
SoftplusGrad_006/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_006/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_006/opSoftplusGradSoftplusGrad_006/in0SoftplusGrad_006/in1*
T0
?
SoftplusGrad_006/out0IdentitySoftplusGrad_006/op*
T0
?
SoftplusGrad_007/in0Placeholder*
dtype0*
shape:
?
SoftplusGrad_007/in1Placeholder*
dtype0*
shape:
X
SoftplusGrad_007/opSoftplusGradSoftplusGrad_007/in0SoftplusGrad_007/in1*
T0
?
SoftplusGrad_007/out0IdentitySoftplusGrad_007/op*
T0
?
SoftsignGrad_000/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_000/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_000/opSoftsignGradSoftsignGrad_000/in0SoftsignGrad_000/in1*
T0
?
SoftsignGrad_000/out0IdentitySoftsignGrad_000/op*
T0
?
SoftsignGrad_001/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_001/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_001/opSoftsignGradSoftsignGrad_001/in0SoftsignGrad_001/in1*
T0
?
SoftsignGrad_001/out0IdentitySoftsignGrad_001/op*
T0
?
SoftsignGrad_002/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_002/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_002/opSoftsignGradSoftsignGrad_002/in0SoftsignGrad_002/in1*
T0
?
SoftsignGrad_002/out0IdentitySoftsignGrad_002/op*
T0
?
SoftsignGrad_003/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_003/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_003/opSoftsignGradSoftsignGrad_003/in0SoftsignGrad_003/in1*
T0
?
SoftsignGrad_003/out0IdentitySoftsignGrad_003/op*
T0
?
SoftsignGrad_004/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_004/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_004/opSoftsignGradSoftsignGrad_004/in0SoftsignGrad_004/in1*
T0
?
SoftsignGrad_004/out0IdentitySoftsignGrad_004/op*
T0
?
SoftsignGrad_005/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_005/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_005/opSoftsignGradSoftsignGrad_005/in0SoftsignGrad_005/in1*
T0
?
SoftsignGrad_005/out0IdentitySoftsignGrad_005/op*
T0
?
SoftsignGrad_006/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_006/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_006/opSoftsignGradSoftsignGrad_006/in0SoftsignGrad_006/in1*
T0
?
SoftsignGrad_006/out0IdentitySoftsignGrad_006/op*
T0
?
SoftsignGrad_007/in0Placeholder*
dtype0*
shape:
?
SoftsignGrad_007/in1Placeholder*
dtype0*
shape:
X
SoftsignGrad_007/opSoftsignGradSoftsignGrad_007/in0SoftsignGrad_007/in1*
T0
?
SoftsignGrad_007/out0IdentitySoftsignGrad_007/op*
T0
>
SigmoidGrad_000/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_000/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_000/opSigmoidGradSigmoidGrad_000/in0SigmoidGrad_000/in1*
T0
=
SigmoidGrad_000/out0IdentitySigmoidGrad_000/op*
T0
>
SigmoidGrad_001/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_001/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_001/opSigmoidGradSigmoidGrad_001/in0SigmoidGrad_001/in1*
T0
=
SigmoidGrad_001/out0IdentitySigmoidGrad_001/op*
T0
>
SigmoidGrad_002/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_002/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_002/opSigmoidGradSigmoidGrad_002/in0SigmoidGrad_002/in1*
T0
=
SigmoidGrad_002/out0IdentitySigmoidGrad_002/op*
T0
>
SigmoidGrad_003/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_003/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_003/opSigmoidGradSigmoidGrad_003/in0SigmoidGrad_003/in1*
T0
=
SigmoidGrad_003/out0IdentitySigmoidGrad_003/op*
T0
>
SigmoidGrad_004/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_004/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_004/opSigmoidGradSigmoidGrad_004/in0SigmoidGrad_004/in1*
T0
=
SigmoidGrad_004/out0IdentitySigmoidGrad_004/op*
T0
>
SigmoidGrad_005/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_005/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_005/opSigmoidGradSigmoidGrad_005/in0SigmoidGrad_005/in1*
T0
=
SigmoidGrad_005/out0IdentitySigmoidGrad_005/op*
T0
>
SigmoidGrad_006/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_006/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_006/opSigmoidGradSigmoidGrad_006/in0SigmoidGrad_006/in1*
T0
=
SigmoidGrad_006/out0IdentitySigmoidGrad_006/op*
T0
>
SigmoidGrad_007/in0Placeholder*
dtype0*
shape:
>
SigmoidGrad_007/in1Placeholder*
dtype0*
shape:
T
SigmoidGrad_007/opSigmoidGradSigmoidGrad_007/in0SigmoidGrad_007/in1*
T0
=
SigmoidGrad_007/out0IdentitySigmoidGrad_007/op*
T0
;
TanhGrad_000/in0Placeholder*
dtype0*
shape:
;
TanhGrad_000/in1Placeholder*
dtype0*
shape:
H
TanhGrad_000/opTanhGradTanhGrad_000/in0TanhGrad_000/in1*
T0
7
TanhGrad_000/out0IdentityTanhGrad_000/op*
T0
;
TanhGrad_001/in0Placeholder*
dtype0*
shape:
;
TanhGrad_001/in1Placeholder*
dtype0*
shape:
H
TanhGrad_001/opTanhGradTanhGrad_001/in0TanhGrad_001/in1*
T0
7
TanhGrad_001/out0IdentityTanhGrad_001/op*
T0
;
TanhGrad_002/in0Placeholder*
dtype0*
shape:
;
TanhGrad_002/in1Placeholder*
dtype0*
shape:
H
TanhGrad_002/opTanhGradTanhGrad_002/in0TanhGrad_002/in1*
T0
7
TanhGrad_002/out0IdentityTanhGrad_002/op*
T0
;
TanhGrad_003/in0Placeholder*
dtype0*
shape:
;
TanhGrad_003/in1Placeholder*
dtype0*
shape:
H
TanhGrad_003/opTanhGradTanhGrad_003/in0TanhGrad_003/in1*
T0
7
TanhGrad_003/out0IdentityTanhGrad_003/op*
T0
;
TanhGrad_004/in0Placeholder*
dtype0*
shape:
;
TanhGrad_004/in1Placeholder*
dtype0*
shape:
H
TanhGrad_004/opTanhGradTanhGrad_004/in0TanhGrad_004/in1*
T0
7
TanhGrad_004/out0IdentityTanhGrad_004/op*
T0
;
TanhGrad_005/in0Placeholder*
dtype0*
shape:
;
TanhGrad_005/in1Placeholder*
dtype0*
shape:
H
TanhGrad_005/opTanhGradTanhGrad_005/in0TanhGrad_005/in1*
T0
7
TanhGrad_005/out0IdentityTanhGrad_005/op*
T0
;
TanhGrad_006/in0Placeholder*
dtype0*
shape:
;
TanhGrad_006/in1Placeholder*
dtype0*
shape:
H
TanhGrad_006/opTanhGradTanhGrad_006/in0TanhGrad_006/in1*
T0
7
TanhGrad_006/out0IdentityTanhGrad_006/op*
T0
;
TanhGrad_007/in0Placeholder*
dtype0*
shape:
;
TanhGrad_007/in1Placeholder*
dtype0*
shape:
H
TanhGrad_007/opTanhGradTanhGrad_007/in0TanhGrad_007/in1*
T0
7
TanhGrad_007/out0IdentityTanhGrad_007/op*
T0
;
SqrtGrad_000/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_000/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_000/opSqrtGradSqrtGrad_000/in0SqrtGrad_000/in1*
T0
7
SqrtGrad_000/out0IdentitySqrtGrad_000/op*
T0
;
SqrtGrad_001/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_001/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_001/opSqrtGradSqrtGrad_001/in0SqrtGrad_001/in1*
T0
7
SqrtGrad_001/out0IdentitySqrtGrad_001/op*
T0
;
SqrtGrad_002/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_002/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_002/opSqrtGradSqrtGrad_002/in0SqrtGrad_002/in1*
T0
7
SqrtGrad_002/out0IdentitySqrtGrad_002/op*
T0
;
SqrtGrad_003/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_003/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_003/opSqrtGradSqrtGrad_003/in0SqrtGrad_003/in1*
T0
7
SqrtGrad_003/out0IdentitySqrtGrad_003/op*
T0
;
SqrtGrad_004/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_004/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_004/opSqrtGradSqrtGrad_004/in0SqrtGrad_004/in1*
T0
7
SqrtGrad_004/out0IdentitySqrtGrad_004/op*
T0
;
SqrtGrad_005/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_005/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_005/opSqrtGradSqrtGrad_005/in0SqrtGrad_005/in1*
T0
7
SqrtGrad_005/out0IdentitySqrtGrad_005/op*
T0
;
SqrtGrad_006/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_006/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_006/opSqrtGradSqrtGrad_006/in0SqrtGrad_006/in1*
T0
7
SqrtGrad_006/out0IdentitySqrtGrad_006/op*
T0
;
SqrtGrad_007/in0Placeholder*
dtype0*
shape:
;
SqrtGrad_007/in1Placeholder*
dtype0*
shape:
H
SqrtGrad_007/opSqrtGradSqrtGrad_007/in0SqrtGrad_007/in1*
T0
7
SqrtGrad_007/out0IdentitySqrtGrad_007/op*
T0
<
RsqrtGrad_000/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_000/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_000/op	RsqrtGradRsqrtGrad_000/in0RsqrtGrad_000/in1*
T0
9
RsqrtGrad_000/out0IdentityRsqrtGrad_000/op*
T0
<
RsqrtGrad_001/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_001/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_001/op	RsqrtGradRsqrtGrad_001/in0RsqrtGrad_001/in1*
T0
9
RsqrtGrad_001/out0IdentityRsqrtGrad_001/op*
T0
<
RsqrtGrad_002/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_002/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_002/op	RsqrtGradRsqrtGrad_002/in0RsqrtGrad_002/in1*
T0
9
RsqrtGrad_002/out0IdentityRsqrtGrad_002/op*
T0
<
RsqrtGrad_003/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_003/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_003/op	RsqrtGradRsqrtGrad_003/in0RsqrtGrad_003/in1*
T0
9
RsqrtGrad_003/out0IdentityRsqrtGrad_003/op*
T0
<
RsqrtGrad_004/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_004/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_004/op	RsqrtGradRsqrtGrad_004/in0RsqrtGrad_004/in1*
T0
9
RsqrtGrad_004/out0IdentityRsqrtGrad_004/op*
T0
<
RsqrtGrad_005/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_005/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_005/op	RsqrtGradRsqrtGrad_005/in0RsqrtGrad_005/in1*
T0
9
RsqrtGrad_005/out0IdentityRsqrtGrad_005/op*
T0
<
RsqrtGrad_006/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_006/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_006/op	RsqrtGradRsqrtGrad_006/in0RsqrtGrad_006/in1*
T0
9
RsqrtGrad_006/out0IdentityRsqrtGrad_006/op*
T0
<
RsqrtGrad_007/in0Placeholder*
dtype0*
shape:
<
RsqrtGrad_007/in1Placeholder*
dtype0*
shape:
L
RsqrtGrad_007/op	RsqrtGradRsqrtGrad_007/in0RsqrtGrad_007/in1*
T0
9
RsqrtGrad_007/out0IdentityRsqrtGrad_007/op*
T0
:
InvGrad_000/in0Placeholder*
dtype0*
shape:
:
InvGrad_000/in1Placeholder*
dtype0*
shape:
D
InvGrad_000/opInvGradInvGrad_000/in0InvGrad_000/in1*
T0
5
InvGrad_000/out0IdentityInvGrad_000/op*
T0
:
InvGrad_001/in0Placeholder*
dtype0*
shape:
:
InvGrad_001/in1Placeholder*
dtype0*
shape:
D
InvGrad_001/opInvGradInvGrad_001/in0InvGrad_001/in1*
T0
5
InvGrad_001/out0IdentityInvGrad_001/op*
T0
:
InvGrad_002/in0Placeholder*
dtype0*
shape:
:
InvGrad_002/in1Placeholder*
dtype0*
shape:
D
InvGrad_002/opInvGradInvGrad_002/in0InvGrad_002/in1*
T0
5
InvGrad_002/out0IdentityInvGrad_002/op*
T0
:
InvGrad_003/in0Placeholder*
dtype0*
shape:
:
InvGrad_003/in1Placeholder*
dtype0*
shape:
D
InvGrad_003/opInvGradInvGrad_003/in0InvGrad_003/in1*
T0
5
InvGrad_003/out0IdentityInvGrad_003/op*
T0
:
InvGrad_004/in0Placeholder*
dtype0*
shape:
:
InvGrad_004/in1Placeholder*
dtype0*
shape:
D
InvGrad_004/opInvGradInvGrad_004/in0InvGrad_004/in1*
T0
5
InvGrad_004/out0IdentityInvGrad_004/op*
T0
:
InvGrad_005/in0Placeholder*
dtype0*
shape:
:
InvGrad_005/in1Placeholder*
dtype0*
shape:
D
InvGrad_005/opInvGradInvGrad_005/in0InvGrad_005/in1*
T0
5
InvGrad_005/out0IdentityInvGrad_005/op*
T0
:
InvGrad_006/in0Placeholder*
dtype0*
shape:
:
InvGrad_006/in1Placeholder*
dtype0*
shape:
D
InvGrad_006/opInvGradInvGrad_006/in0InvGrad_006/in1*
T0
5
InvGrad_006/out0IdentityInvGrad_006/op*
T0
:
InvGrad_007/in0Placeholder*
dtype0*
shape:
:
InvGrad_007/in1Placeholder*
dtype0*
shape:
D
InvGrad_007/opInvGradInvGrad_007/in0InvGrad_007/in1*
T0
5
InvGrad_007/out0IdentityInvGrad_007/op*
T0
A
ReciprocalGrad_000/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_000/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_000/opReciprocalGradReciprocalGrad_000/in0ReciprocalGrad_000/in1*
T0
C
ReciprocalGrad_000/out0IdentityReciprocalGrad_000/op*
T0
A
ReciprocalGrad_001/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_001/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_001/opReciprocalGradReciprocalGrad_001/in0ReciprocalGrad_001/in1*
T0
C
ReciprocalGrad_001/out0IdentityReciprocalGrad_001/op*
T0
A
ReciprocalGrad_002/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_002/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_002/opReciprocalGradReciprocalGrad_002/in0ReciprocalGrad_002/in1*
T0
C
ReciprocalGrad_002/out0IdentityReciprocalGrad_002/op*
T0
A
ReciprocalGrad_003/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_003/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_003/opReciprocalGradReciprocalGrad_003/in0ReciprocalGrad_003/in1*
T0
C
ReciprocalGrad_003/out0IdentityReciprocalGrad_003/op*
T0
A
ReciprocalGrad_004/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_004/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_004/opReciprocalGradReciprocalGrad_004/in0ReciprocalGrad_004/in1*
T0
C
ReciprocalGrad_004/out0IdentityReciprocalGrad_004/op*
T0
A
ReciprocalGrad_005/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_005/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_005/opReciprocalGradReciprocalGrad_005/in0ReciprocalGrad_005/in1*
T0
C
ReciprocalGrad_005/out0IdentityReciprocalGrad_005/op*
T0
A
ReciprocalGrad_006/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_006/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_006/opReciprocalGradReciprocalGrad_006/in0ReciprocalGrad_006/in1*
T0
C
ReciprocalGrad_006/out0IdentityReciprocalGrad_006/op*
T0
A
ReciprocalGrad_007/in0Placeholder*
dtype0*
shape:
A
ReciprocalGrad_007/in1Placeholder*
dtype0*
shape:
`
ReciprocalGrad_007/opReciprocalGradReciprocalGrad_007/in0ReciprocalGrad_007/in1*
T0
C
ReciprocalGrad_007/out0IdentityReciprocalGrad_007/op*
T0"í