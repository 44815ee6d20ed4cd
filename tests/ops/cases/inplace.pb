
@
InplaceUpdate_000/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_000/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_000/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_000/opInplaceUpdateInplaceUpdate_000/in0InplaceUpdate_000/in1InplaceUpdate_000/in2*
T0
A
InplaceUpdate_000/out0IdentityInplaceUpdate_000/op*
T0
@
InplaceUpdate_001/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_001/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_001/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_001/opInplaceUpdateInplaceUpdate_001/in0InplaceUpdate_001/in1InplaceUpdate_001/in2*
T0
A
InplaceUpdate_001/out0IdentityInplaceUpdate_001/op*
T0
@
InplaceUpdate_002/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_002/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_002/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_002/opInplaceUpdateInplaceUpdate_002/in0InplaceUpdate_002/in1InplaceUpdate_002/in2*
T0
A
InplaceUpdate_002/out0IdentityInplaceUpdate_002/op*
T0
@
InplaceUpdate_003/in0Placeholder*
dtype0	*
shape:
@
InplaceUpdate_003/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_003/in2Placeholder*
dtype0	*
shape:
s
InplaceUpdate_003/opInplaceUpdateInplaceUpdate_003/in0InplaceUpdate_003/in1InplaceUpdate_003/in2*
T0	
A
InplaceUpdate_003/out0IdentityInplaceUpdate_003/op*
T0	
@
InplaceUpdate_004/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_004/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_004/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_004/opInplaceUpdateInplaceUpdate_004/in0InplaceUpdate_004/in1InplaceUpdate_004/in2*
T0
A
InplaceUpdate_004/out0IdentityInplaceUpdate_004/op*
T0
@
InplaceUpdate_005/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_005/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_005/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_005/opInplaceUpdateInplaceUpdate_005/in0InplaceUpdate_005/in1InplaceUpdate_005/in2*
T0
A
InplaceUpdate_005/out0IdentityInplaceUpdate_005/op*
T0
@
InplaceUpdate_006/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_006/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_006/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_006/opInplaceUpdateInplaceUpdate_006/in0InplaceUpdate_006/in1InplaceUpdate_006/in2*
T0
A
InplaceUpdate_006/out0IdentityInplaceUpdate_006/op*
T0
@
InplaceUpdate_007/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_007/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_007/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_007/opInplaceUpdateInplaceUpdate_007/in0InplaceUpdate_007/in1InplaceUpdate_007/in2*
T0
A
InplaceUpdate_007/out0IdentityInplaceUpdate_007/op*
T0
@
InplaceUpdate_008/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_008/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_008/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_008/opInplaceUpdateInplaceUpdate_008/in0InplaceUpdate_008/in1InplaceUpdate_008/in2*
T0
A
InplaceUpdate_008/out0IdentityInplaceUpdate_008/op*
T0
@
InplaceUpdate_009/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_009/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_009/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_009/opInplaceUpdateInplaceUpdate_009/in0InplaceUpdate_009/in1InplaceUpdate_009/in2*
T0
A
InplaceUpdate_009/out0IdentityInplaceUpdate_009/op*
T0
@
InplaceUpdate_010/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_010/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_010/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_010/opInplaceUpdateInplaceUpdate_010/in0InplaceUpdate_010/in1InplaceUpdate_010/in2*
T0
A
InplaceUpdate_010/out0IdentityInplaceUpdate_010/op*
T0
@
InplaceUpdate_011/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_011/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_011/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_011/opInplaceUpdateInplaceUpdate_011/in0InplaceUpdate_011/in1InplaceUpdate_011/in2*
T0
A
InplaceUpdate_011/out0IdentityInplaceUpdate_011/op*
T0
@
InplaceUpdate_012/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_012/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_012/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_012/opInplaceUpdateInplaceUpdate_012/in0InplaceUpdate_012/in1InplaceUpdate_012/in2*
T0
A
InplaceUpdate_012/out0IdentityInplaceUpdate_012/op*
T0
@
InplaceUpdate_013/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_013/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_013/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_013/opInplaceUpdateInplaceUpdate_013/in0InplaceUpdate_013/in1InplaceUpdate_013/in2*
T0
A
InplaceUpdate_013/out0IdentityInplaceUpdate_013/op*
T0
@
InplaceUpdate_014/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_014/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_014/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_014/opInplaceUpdateInplaceUpdate_014/in0InplaceUpdate_014/in1InplaceUpdate_014/in2*
T0
A
InplaceUpdate_014/out0IdentityInplaceUpdate_014/op*
T0
=
InplaceAdd_000/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_000/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_000/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_000/op
InplaceAddInplaceAdd_000/in0InplaceAdd_000/in1InplaceAdd_000/in2*
T0
;
InplaceAdd_000/out0IdentityInplaceAdd_000/op*
T0
=
InplaceAdd_001/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_001/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_001/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_001/op
InplaceAddInplaceAdd_001/in0InplaceAdd_001/in1InplaceAdd_001/in2*
T0
;
InplaceAdd_001/out0IdentityInplaceAdd_001/op*
T0
=
InplaceAdd_002/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_002/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_002/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_002/op
InplaceAddInplaceAdd_002/in0InplaceAdd_002/in1InplaceAdd_002/in2*
T0
;
InplaceAdd_002/out0IdentityInplaceAdd_002/op*
T0
=
InplaceAdd_003/in0Placeholder*
dtype0	*
shape:
=
InplaceAdd_003/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_003/in2Placeholder*
dtype0	*
shape:
d
InplaceAdd_003/op
InplaceAddInplaceAdd_003/in0InplaceAdd_003/in1InplaceAdd_003/in2*
T0	
;
InplaceAdd_003/out0IdentityInplaceAdd_003/op*
T0	
=
InplaceAdd_004/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_004/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_004/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_004/op
InplaceAddInplaceAdd_004/in0InplaceAdd_004/in1InplaceAdd_004/in2*
T0
;
InplaceAdd_004/out0IdentityInplaceAdd_004/op*
T0
=
InplaceAdd_005/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_005/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_005/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_005/op
InplaceAddInplaceAdd_005/in0InplaceAdd_005/in1InplaceAdd_005/in2*
T0
;
InplaceAdd_005/out0IdentityInplaceAdd_005/op*
T0
=
InplaceAdd_006/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_006/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_006/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_006/op
InplaceAddInplaceAdd_006/in0InplaceAdd_006/in1InplaceAdd_006/in2*
T0
;
InplaceAdd_006/out0IdentityInplaceAdd_006/op*
T0
=
InplaceAdd_007/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_007/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_007/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_007/op
InplaceAddInplaceAdd_007/in0InplaceAdd_007/in1InplaceAdd_007/in2*
T0
;
InplaceAdd_007/out0IdentityInplaceAdd_007/op*
T0
=
InplaceAdd_008/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_008/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_008/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_008/op
InplaceAddInplaceAdd_008/in0InplaceAdd_008/in1InplaceAdd_008/in2*
T0
;
InplaceAdd_008/out0IdentityInplaceAdd_008/op*
T0
=
InplaceAdd_009/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_009/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_009/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_009/op
InplaceAddInplaceAdd_009/in0InplaceAdd_009/in1InplaceAdd_009/in2*
T0
;
InplaceAdd_009/out0IdentityInplaceAdd_009/op*
T0
=
InplaceAdd_010/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_010/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_010/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_010/op
InplaceAddInplaceAdd_010/in0InplaceAdd_010/in1InplaceAdd_010/in2*
T0
;
InplaceAdd_010/out0IdentityInplaceAdd_010/op*
T0
=
InplaceAdd_011/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_011/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_011/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_011/op
InplaceAddInplaceAdd_011/in0InplaceAdd_011/in1InplaceAdd_011/in2*
T0
;
InplaceAdd_011/out0IdentityInplaceAdd_011/op*
T0
=
InplaceAdd_012/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_012/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_012/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_012/op
InplaceAddInplaceAdd_012/in0InplaceAdd_012/in1InplaceAdd_012/in2*
T0
;
InplaceAdd_012/out0IdentityInplaceAdd_012/op*
T0
=
InplaceAdd_013/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_013/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_013/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_013/op
InplaceAddInplaceAdd_013/in0InplaceAdd_013/in1InplaceAdd_013/in2*
T0
;
InplaceAdd_013/out0IdentityInplaceAdd_013/op*
T0
=
InplaceAdd_014/in0Placeholder*
dtype0*
shape:
=
InplaceAdd_014/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_014/in2Placeholder*
dtype0*
shape:
d
InplaceAdd_014/op
InplaceAddInplaceAdd_014/in0InplaceAdd_014/in1InplaceAdd_014/in2*
T0
;
InplaceAdd_014/out0IdentityInplaceAdd_014/op*
T0
=
InplaceSub_000/in0Placeholder*
dtype0*
shape:
=
InplaceSub_000/in1Placeholder*
dtype0*
shape:
=
InplaceSub_000/in2Placeholder*
dtype0*
shape:
d
InplaceSub_000/op
InplaceSubInplaceSub_000/in0InplaceSub_000/in1InplaceSub_000/in2*
T0
;
InplaceSub_000/out0IdentityInplaceSub_000/op*
T0
=
InplaceSub_001/in0Placeholder*
dtype0*
shape:
=
InplaceSub_001/in1Placeholder*
dtype0*
shape:
=
InplaceSub_001/in2Placeholder*
dtype0*
shape:
d
InplaceSub_001/op
InplaceSubInplaceSub_001/in0InplaceSub_001/in1InplaceSub_001/in2*
T0
;
InplaceSub_001/out0IdentityInplaceSub_001/op*
T0
=
InplaceSub_002/in0Placeholder*
dtype0*
shape:
=
InplaceSub_002/in1Placeholder*
dtype0*
shape:
=
InplaceSub_002/in2Placeholder*
dtype0*
shape:
d
InplaceSub_002/op
InplaceSubInplaceSub_002/in0InplaceSub_002/in1InplaceSub_002/in2*
T0
;
InplaceSub_002/out0IdentityInplaceSub_002/op*
T0
=
InplaceSub_003/in0Placeholder*
dtype0	*
shape:
=
InplaceSub_003/in1Placeholder*
dtype0*
shape:
=
InplaceSub_003/in2Placeholder*
dtype0	*
shape:
d
InplaceSub_003/op
InplaceSubInplaceSub_003/in0InplaceSub_003/in1InplaceSub_003/in2*
T0	
;
InplaceSub_003/out0IdentityInplaceSub_003/op*
T0	
=
InplaceSub_004/in0Placeholder*
dtype0*
shape:
=
InplaceSub_004/in1Placeholder*
dtype0*
shape:
=
InplaceSub_004/in2Placeholder*
dtype0*
shape:
d
InplaceSub_004/op
InplaceSubInplaceSub_004/in0InplaceSub_004/in1InplaceSub_004/in2*
T0
;
InplaceSub_004/out0IdentityInplaceSub_004/op*
T0
=
InplaceSub_005/in0Placeholder*
dtype0*
shape:
=
InplaceSub_005/in1Placeholder*
dtype0*
shape:
=
InplaceSub_005/in2Placeholder*
dtype0*
shape:
d
InplaceSub_005/op
InplaceSubInplaceSub_005/in0InplaceSub_005/in1InplaceSub_005/in2*
T0
;
InplaceSub_005/out0IdentityInplaceSub_005/op*
T0
=
InplaceSub_006/in0Placeholder*
dtype0*
shape:
=
InplaceSub_006/in1Placeholder*
dtype0*
shape:
=
InplaceSub_006/in2Placeholder*
dtype0*
shape:
d
InplaceSub_006/op
InplaceSubInplaceSub_006/in0InplaceSub_006/in1InplaceSub_006/in2*
T0
;
InplaceSub_006/out0IdentityInplaceSub_006/op*
T0
=
InplaceSub_007/in0Placeholder*
dtype0*
shape:
=
InplaceSub_007/in1Placeholder*
dtype0*
shape:
=
InplaceSub_007/in2Placeholder*
dtype0*
shape:
d
InplaceSub_007/op
InplaceSubInplaceSub_007/in0InplaceSub_007/in1InplaceSub_007/in2*
T0
;
InplaceSub_007/out0IdentityInplaceSub_007/op*
T0
=
InplaceSub_008/in0Placeholder*
dtype0*
shape:
=
InplaceSub_008/in1Placeholder*
dtype0*
shape:
=
InplaceSub_008/in2Placeholder*
dtype0*
shape:
d
InplaceSub_008/op
InplaceSubInplaceSub_008/in0InplaceSub_008/in1InplaceSub_008/in2*
T0
;
InplaceSub_008/out0IdentityInplaceSub_008/op*
T0
=
InplaceSub_009/in0Placeholder*
dtype0*
shape:
=
InplaceSub_009/in1Placeholder*
dtype0*
shape:
=
InplaceSub_009/in2Placeholder*
dtype0*
shape:
d
InplaceSub_009/op
InplaceSubInplaceSub_009/in0InplaceSub_009/in1InplaceSub_009/in2*
T0
;
InplaceSub_009/out0IdentityInplaceSub_009/op*
T0
=
InplaceSub_010/in0Placeholder*
dtype0*
shape:
=
InplaceSub_010/in1Placeholder*
dtype0*
shape:
=
InplaceSub_010/in2Placeholder*
dtype0*
shape:
d
InplaceSub_010/op
InplaceSubInplaceSub_010/in0InplaceSub_010/in1InplaceSub_010/in2*
T0
;
InplaceSub_010/out0IdentityInplaceSub_010/op*
T0
=
InplaceSub_011/in0Placeholder*
dtype0*
shape:
=
InplaceSub_011/in1Placeholder*
dtype0*
shape:
=
InplaceSub_011/in2Placeholder*
dtype0*
shape:
d
InplaceSub_011/op
InplaceSubInplaceSub_011/in0InplaceSub_011/in1InplaceSub_011/in2*
T0
;
InplaceSub_011/out0IdentityInplaceSub_011/op*
T0
=
InplaceSub_012/in0Placeholder*
dtype0*
shape:
=
InplaceSub_012/in1Placeholder*
dtype0*
shape:
=
InplaceSub_012/in2Placeholder*
dtype0*
shape:
d
InplaceSub_012/op
InplaceSubInplaceSub_012/in0InplaceSub_012/in1InplaceSub_012/in2*
T0
;
InplaceSub_012/out0IdentityInplaceSub_012/op*
T0
=
InplaceSub_013/in0Placeholder*
dtype0*
shape:
=
InplaceSub_013/in1Placeholder*
dtype0*
shape:
=
InplaceSub_013/in2Placeholder*
dtype0*
shape:
d
InplaceSub_013/op
InplaceSubInplaceSub_013/in0InplaceSub_013/in1InplaceSub_013/in2*
T0
;
InplaceSub_013/out0IdentityInplaceSub_013/op*
T0
=
InplaceSub_014/in0Placeholder*
dtype0*
shape:
=
InplaceSub_014/in1Placeholder*
dtype0*
shape:
=
InplaceSub_014/in2Placeholder*
dtype0*
shape:
d
InplaceSub_014/op
InplaceSubInplaceSub_014/in0InplaceSub_014/in1InplaceSub_014/in2*
T0
;
InplaceSub_014/out0IdentityInplaceSub_014/op*
T0
@
InplaceUpdate_015/in0Placeholder*
dtype0
*
shape:
@
InplaceUpdate_015/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_015/in2Placeholder*
dtype0
*
shape:
s
InplaceUpdate_015/opInplaceUpdateInplaceUpdate_015/in0InplaceUpdate_015/in1InplaceUpdate_015/in2*
T0

A
InplaceUpdate_015/out0IdentityInplaceUpdate_015/op*
T0

@
InplaceUpdate_016/in0Placeholder*
dtype0*
shape:
@
InplaceUpdate_016/in1Placeholder*
dtype0*
shape:
@
InplaceUpdate_016/in2Placeholder*
dtype0*
shape:
s
InplaceUpdate_016/opInplaceUpdateInplaceUpdate_016/in0InplaceUpdate_016/in1InplaceUpdate_016/in2*
T0
A
InplaceUpdate_016/out0IdentityInplaceUpdate_016/op*
T0
=
InplaceAdd_015/in0Placeholder*
dtype0
*
shape:
=
InplaceAdd_015/in1Placeholder*
dtype0*
shape:
=
InplaceAdd_015/in2Placeholder*
dtype0
*
shape:
d
InplaceAdd_015/op
InplaceAddInplaceAdd_015/in0InplaceAdd_015/in1InplaceAdd_015/in2*
T0

;
InplaceAdd_015/out0IdentityInplaceAdd_015/op*
T0

?
UnravelIndex_000/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_000/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_000/opUnravelIndexUnravelIndex_000/in0UnravelIndex_000/in1*

Tidx0
?
UnravelIndex_000/out0IdentityUnravelIndex_000/op*
T0
?
UnravelIndex_001/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_001/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_001/opUnravelIndexUnravelIndex_001/in0UnravelIndex_001/in1*

Tidx0
?
UnravelIndex_001/out0IdentityUnravelIndex_001/op*
T0
?
UnravelIndex_002/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_002/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_002/opUnravelIndexUnravelIndex_002/in0UnravelIndex_002/in1*

Tidx0
?
UnravelIndex_002/out0IdentityUnravelIndex_002/op*
T0
?
UnravelIndex_003/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_003/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_003/opUnravelIndexUnravelIndex_003/in0UnravelIndex_003/in1*

Tidx0
?
UnravelIndex_003/out0IdentityUnravelIndex_003/op*
T0
?
UnravelIndex_004/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_004/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_004/opUnravelIndexUnravelIndex_004/in0UnravelIndex_004/in1*

Tidx0
?
UnravelIndex_004/out0IdentityUnravelIndex_004/op*
T0
?
UnravelIndex_005/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_005/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_005/opUnravelIndexUnravelIndex_005/in0UnravelIndex_005/in1*

Tidx0
?
UnravelIndex_005/out0IdentityUnravelIndex_005/op*
T0
?
UnravelIndex_006/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_006/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_006/opUnravelIndexUnravelIndex_006/in0UnravelIndex_006/in1*

Tidx0
?
UnravelIndex_006/out0IdentityUnravelIndex_006/op*
T0
?
UnravelIndex_007/in0Placeholder*
dtype0*
shape:
?
UnravelIndex_007/in1Placeholder*
dtype0*
shape:
[
UnravelIndex_007/opUnravelIndexUnravelIndex_007/in0UnravelIndex_007/in1*

Tidx0
?
UnravelIndex_007/out0IdentityUnravelIndex_007/op*
T0
?
UnravelIndex_008/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_008/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_008/opUnravelIndexUnravelIndex_008/in0UnravelIndex_008/in1*

Tidx0	
?
UnravelIndex_008/out0IdentityUnravelIndex_008/op*
T0	
?
UnravelIndex_009/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_009/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_009/opUnravelIndexUnravelIndex_009/in0UnravelIndex_009/in1*

Tidx0	
?
UnravelIndex_009/out0IdentityUnravelIndex_009/op*
T0	
?
UnravelIndex_010/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_010/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_010/opUnravelIndexUnravelIndex_010/in0UnravelIndex_010/in1*

Tidx0	
?
UnravelIndex_010/out0IdentityUnravelIndex_010/op*
T0	
?
UnravelIndex_011/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_011/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_011/opUnravelIndexUnravelIndex_011/in0UnravelIndex_011/in1*

Tidx0	
?
UnravelIndex_011/out0IdentityUnravelIndex_011/op*
T0	
?
UnravelIndex_012/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_012/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_012/opUnravelIndexUnravelIndex_012/in0UnravelIndex_012/in1*

Tidx0	
?
UnravelIndex_012/out0IdentityUnravelIndex_012/op*
T0	
?
UnravelIndex_013/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_013/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_013/opUnravelIndexUnravelIndex_013/in0UnravelIndex_013/in1*

Tidx0	
?
UnravelIndex_013/out0IdentityUnravelIndex_013/op*
T0	
?
UnravelIndex_014/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_014/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_014/opUnravelIndexUnravelIndex_014/in0UnravelIndex_014/in1*

Tidx0	
?
UnravelIndex_014/out0IdentityUnravelIndex_014/op*
T0	
?
UnravelIndex_015/in0Placeholder*
dtype0	*
shape:
?
UnravelIndex_015/in1Placeholder*
dtype0	*
shape:
[
UnravelIndex_015/opUnravelIndexUnravelIndex_015/in0UnravelIndex_015/in1*

Tidx0	
?
UnravelIndex_015/out0IdentityUnravelIndex_015/op*
T0	"í