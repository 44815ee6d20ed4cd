
7
Diag_000/in0Placeholder*
dtype0*
shape:
*
Diag_000/opDiagDiag_000/in0*
T0
/
Diag_000/out0IdentityDiag_000/op*
T0
;
DiagPart_000/in0Placeholder*
dtype0*
shape:
6
DiagPart_000/opDiagPartDiagPart_000/in0*
T0
7
DiagPart_000/out0IdentityDiagPart_000/op*
T0
7
Diag_001/in0Placeholder*
dtype0*
shape:
*
Diag_001/opDiagDiag_001/in0*
T0
/
Diag_001/out0IdentityDiag_001/op*
T0
;
DiagPart_001/in0Placeholder*
dtype0*
shape:
6
DiagPart_001/opDiagPartDiagPart_001/in0*
T0
7
DiagPart_001/out0IdentityDiagPart_001/op*
T0
7
Diag_002/in0Placeholder*
dtype0*
shape:
*
Diag_002/opDiagDiag_002/in0*
T0
/
Diag_002/out0IdentityDiag_002/op*
T0
;
DiagPart_002/in0Placeholder*
dtype0*
shape:
6
DiagPart_002/opDiagPartDiagPart_002/in0*
T0
7
DiagPart_002/out0IdentityDiagPart_002/op*
T0
7
Diag_003/in0Placeholder*
dtype0	*
shape:
*
Diag_003/opDiagDiag_003/in0*
T0	
/
Diag_003/out0IdentityDiag_003/op*
T0	
;
DiagPart_003/in0Placeholder*
dtype0	*
shape:
6
DiagPart_003/opDiagPartDiagPart_003/in0*
T0	
7
DiagPart_003/out0IdentityDiagPart_003/op*
T0	
7
Diag_004/in0Placeholder*
dtype0*
shape:
*
Diag_004/opDiagDiag_004/in0*
T0
/
Diag_004/out0IdentityDiag_004/op*
T0
;
DiagPart_004/in0Placeholder*
dtype0*
shape:
6
DiagPart_004/opDiagPartDiagPart_004/in0*
T0
7
DiagPart_004/out0IdentityDiagPart_004/op*
T0
7
Diag_005/in0Placeholder*
dtype0*
shape:
*
Diag_005/opDiagDiag_005/in0*
T0
/
Diag_005/out0IdentityDiag_005/op*
T0
;
DiagPart_005/in0Placeholder*
dtype0*
shape:
6
DiagPart_005/opDiagPartDiagPart_005/in0*
T0
7
DiagPart_005/out0IdentityDiagPart_005/op*
T0
7
Diag_006/in0Placeholder*
dtype0*
shape:
*
Diag_006/opDiagDiag_006/in0*
T0
/
Diag_006/out0IdentityDiag_006/op*
T0
;
DiagPart_006/in0Placeholder*
dtype0*
shape:
6
DiagPart_006/opDiagPartDiagPart_006/in0*
T0
7
DiagPart_006/out0IdentityDiagPart_006/op*
T0
7
Diag_007/in0Placeholder*
dtype0*
shape:
*
Diag_007/opDiagDiag_007/in0*
T0
/
Diag_007/out0IdentityDiag_007/op*
T0
7
Diag_008/in0Placeholder*
dtype0*
shape:
*
Diag_008/opDiagDiag_008/in0*
T0
/
Diag_008/out0IdentityDiag_008/op*
T0
7
Diag_009/in0Placeholder*
dtype0*
shape:
*
Diag_009/opDiagDiag_009/in0*
T0
/
Diag_009/out0IdentityDiag_009/op*
T0
7
Diag_010/in0Placeholder*
dtype0*
shape:
*
Diag_010/opDiagDiag_010/in0*
T0
/
Diag_010/out0IdentityDiag_010/op*
T0
7
Diag_011/in0Placeholder*
dtype0*
shape:
*
Diag_011/opDiagDiag_011/in0*
T0
/
Diag_011/out0IdentityDiag_011/op*
T0
;
DiagPart_007/in0Placeholder*
dtype0*
shape:
6
DiagPart_007/opDiagPartDiagPart_007/in0*
T0
7
DiagPart_007/out0IdentityDiagPart_007/op*
T0
;
DiagPart_008/in0Placeholder*
dtype0*
shape:
6
DiagPart_008/opDiagPartDiagPart_008/in0*
T0
7
DiagPart_008/out0IdentityDiagPart_008/op*
T0
;
DiagPart_009/in0Placeholder*
dtype0*
shape:
6
DiagPart_009/opDiagPartDiagPart_009/in0*
T0
7
DiagPart_009/out0IdentityDiagPart_009/op*
T0
;
DiagPart_010/in0Placeholder*
dtype0*
shape:
6
DiagPart_010/opDiagPartDiagPart_010/in0*
T0
7
DiagPart_010/out0IdentityDiagPart_010/op*
T0
;
DiagPart_011/in0Placeholder*
dtype0*
shape:
6
DiagPart_011/opDiagPartDiagPart_011/in0*
T0
7
DiagPart_011/out0IdentityDiagPart_011/op*
T0
;
DiagPart_012/in0Placeholder*
dtype0*
shape:
6
DiagPart_012/opDiagPartDiagPart_012/in0*
T0
7
DiagPart_012/out0IdentityDiagPart_012/op*
T0
;
DiagPart_013/in0Placeholder*
dtype0*
shape:
6
DiagPart_013/opDiagPartDiagPart_013/in0*
T0
7
DiagPart_013/out0IdentityDiagPart_013/op*
T0
=
MatrixDiag_000/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_000/op
MatrixDiagMatrixDiag_000/in0*
T0
;
MatrixDiag_000/out0IdentityMatrixDiag_000/op*
T0
A
MatrixDiagPart_000/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_000/opMatrixDiagPartMatrixDiagPart_000/in0*
T0
C
MatrixDiagPart_000/out0IdentityMatrixDiagPart_000/op*
T0
@
MatrixSetDiag_000/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_000/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_000/opMatrixSetDiagMatrixSetDiag_000/in0MatrixSetDiag_000/in1*
T0
A
MatrixSetDiag_000/out0IdentityMatrixSetDiag_000/op*
T0
A
MatrixBandPart_000/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_000/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_000/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_000/opMatrixBandPartMatrixBandPart_000/in0MatrixBandPart_000/in1MatrixBandPart_000/in2*
Tindex0	*
T0
C
MatrixBandPart_000/out0IdentityMatrixBandPart_000/op*
T0
?
MatrixDiagV2_000/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_000/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_000/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_000/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_000/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_000/opMatrixDiagV2MatrixDiagV2_000/in0MatrixDiagV2_000/in1MatrixDiagV2_000/in2MatrixDiagV2_000/in3MatrixDiagV2_000/in4*
T0
?
MatrixDiagV2_000/out0IdentityMatrixDiagV2_000/op*
T0
?
MatrixDiagV3_000/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_000/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_000/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_000/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_000/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_000/opMatrixDiagV3MatrixDiagV3_000/in0MatrixDiagV3_000/in1MatrixDiagV3_000/in2MatrixDiagV3_000/in3MatrixDiagV3_000/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_000/out0IdentityMatrixDiagV3_000/op*
T0
C
MatrixDiagPartV2_000/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_000/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_000/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_000/opMatrixDiagPartV2MatrixDiagPartV2_000/in0MatrixDiagPartV2_000/in1MatrixDiagPartV2_000/in2*
T0
G
MatrixDiagPartV2_000/out0IdentityMatrixDiagPartV2_000/op*
T0
C
MatrixDiagPartV3_000/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_000/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_000/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_000/opMatrixDiagPartV3MatrixDiagPartV3_000/in0MatrixDiagPartV3_000/in1MatrixDiagPartV3_000/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_000/out0IdentityMatrixDiagPartV3_000/op*
T0
B
MatrixSetDiagV2_000/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_000/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_000/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_000/opMatrixSetDiagV2MatrixSetDiagV2_000/in0MatrixSetDiagV2_000/in1MatrixSetDiagV2_000/in2*
T0
E
MatrixSetDiagV2_000/out0IdentityMatrixSetDiagV2_000/op*
T0
B
MatrixSetDiagV3_000/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_000/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_000/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_000/opMatrixSetDiagV3MatrixSetDiagV3_000/in0MatrixSetDiagV3_000/in1MatrixSetDiagV3_000/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_000/out0IdentityMatrixSetDiagV3_000/op*
T0
=
MatrixDiag_001/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_001/op
MatrixDiagMatrixDiag_001/in0*
T0
;
MatrixDiag_001/out0IdentityMatrixDiag_001/op*
T0
A
MatrixDiagPart_001/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_001/opMatrixDiagPartMatrixDiagPart_001/in0*
T0
C
MatrixDiagPart_001/out0IdentityMatrixDiagPart_001/op*
T0
@
MatrixSetDiag_001/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_001/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_001/opMatrixSetDiagMatrixSetDiag_001/in0MatrixSetDiag_001/in1*
T0
A
MatrixSetDiag_001/out0IdentityMatrixSetDiag_001/op*
T0
A
MatrixBandPart_001/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_001/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_001/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_001/opMatrixBandPartMatrixBandPart_001/in0MatrixBandPart_001/in1MatrixBandPart_001/in2*
Tindex0	*
T0
C
MatrixBandPart_001/out0IdentityMatrixBandPart_001/op*
T0
?
MatrixDiagV2_001/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_001/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_001/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_001/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_001/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_001/opMatrixDiagV2MatrixDiagV2_001/in0MatrixDiagV2_001/in1MatrixDiagV2_001/in2MatrixDiagV2_001/in3MatrixDiagV2_001/in4*
T0
?
MatrixDiagV2_001/out0IdentityMatrixDiagV2_001/op*
T0
?
MatrixDiagV3_001/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_001/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_001/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_001/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_001/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_001/opMatrixDiagV3MatrixDiagV3_001/in0MatrixDiagV3_001/in1MatrixDiagV3_001/in2MatrixDiagV3_001/in3MatrixDiagV3_001/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_001/out0IdentityMatrixDiagV3_001/op*
T0
C
MatrixDiagPartV2_001/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_001/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_001/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_001/opMatrixDiagPartV2MatrixDiagPartV2_001/in0MatrixDiagPartV2_001/in1MatrixDiagPartV2_001/in2*
T0
G
MatrixDiagPartV2_001/out0IdentityMatrixDiagPartV2_001/op*
T0
C
MatrixDiagPartV3_001/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_001/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_001/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_001/opMatrixDiagPartV3MatrixDiagPartV3_001/in0MatrixDiagPartV3_001/in1MatrixDiagPartV3_001/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_001/out0IdentityMatrixDiagPartV3_001/op*
T0
B
MatrixSetDiagV2_001/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_001/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_001/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_001/opMatrixSetDiagV2MatrixSetDiagV2_001/in0MatrixSetDiagV2_001/in1MatrixSetDiagV2_001/in2*
T0
E
MatrixSetDiagV2_001/out0IdentityMatrixSetDiagV2_001/op*
T0
B
MatrixSetDiagV3_001/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_001/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_001/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_001/opMatrixSetDiagV3MatrixSetDiagV3_001/in0MatrixSetDiagV3_001/in1MatrixSetDiagV3_001/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_001/out0IdentityMatrixSetDiagV3_001/op*
T0
=
MatrixDiag_002/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_002/op
MatrixDiagMatrixDiag_002/in0*
T0
;
MatrixDiag_002/out0IdentityMatrixDiag_002/op*
T0
A
MatrixDiagPart_002/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_002/opMatrixDiagPartMatrixDiagPart_002/in0*
T0
C
MatrixDiagPart_002/out0IdentityMatrixDiagPart_002/op*
T0
@
MatrixSetDiag_002/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_002/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_002/opMatrixSetDiagMatrixSetDiag_002/in0MatrixSetDiag_002/in1*
T0
A
MatrixSetDiag_002/out0IdentityMatrixSetDiag_002/op*
T0
A
MatrixBandPart_002/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_002/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_002/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_002/opMatrixBandPartMatrixBandPart_002/in0MatrixBandPart_002/in1MatrixBandPart_002/in2*
Tindex0	*
T0
C
MatrixBandPart_002/out0IdentityMatrixBandPart_002/op*
T0
?
MatrixDiagV2_002/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_002/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_002/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_002/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_002/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_002/opMatrixDiagV2MatrixDiagV2_002/in0MatrixDiagV2_002/in1MatrixDiagV2_002/in2MatrixDiagV2_002/in3MatrixDiagV2_002/in4*
T0
?
MatrixDiagV2_002/out0IdentityMatrixDiagV2_002/op*
T0
?
MatrixDiagV3_002/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_002/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_002/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_002/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_002/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_002/opMatrixDiagV3MatrixDiagV3_002/in0MatrixDiagV3_002/in1MatrixDiagV3_002/in2MatrixDiagV3_002/in3MatrixDiagV3_002/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_002/out0IdentityMatrixDiagV3_002/op*
T0
C
MatrixDiagPartV2_002/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_002/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_002/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_002/opMatrixDiagPartV2MatrixDiagPartV2_002/in0MatrixDiagPartV2_002/in1MatrixDiagPartV2_002/in2*
T0
G
MatrixDiagPartV2_002/out0IdentityMatrixDiagPartV2_002/op*
T0
C
MatrixDiagPartV3_002/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_002/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_002/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_002/opMatrixDiagPartV3MatrixDiagPartV3_002/in0MatrixDiagPartV3_002/in1MatrixDiagPartV3_002/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_002/out0IdentityMatrixDiagPartV3_002/op*
T0
B
MatrixSetDiagV2_002/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_002/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_002/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_002/opMatrixSetDiagV2MatrixSetDiagV2_002/in0MatrixSetDiagV2_002/in1MatrixSetDiagV2_002/in2*
T0
E
MatrixSetDiagV2_002/out0IdentityMatrixSetDiagV2_002/op*
T0
B
MatrixSetDiagV3_002/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_002/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_002/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_002/opMatrixSetDiagV3MatrixSetDiagV3_002/in0MatrixSetDiagV3_002/in1MatrixSetDiagV3_002/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_002/out0IdentityMatrixSetDiagV3_002/op*
T0
=
MatrixDiag_003/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_003/op
MatrixDiagMatrixDiag_003/in0*
T0
;
MatrixDiag_003/out0IdentityMatrixDiag_003/op*
T0
A
MatrixDiagPart_003/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_003/opMatrixDiagPartMatrixDiagPart_003/in0*
T0
C
MatrixDiagPart_003/out0IdentityMatrixDiagPart_003/op*
T0
@
MatrixSetDiag_003/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_003/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_003/opMatrixSetDiagMatrixSetDiag_003/in0MatrixSetDiag_003/in1*
T0
A
MatrixSetDiag_003/out0IdentityMatrixSetDiag_003/op*
T0
A
MatrixBandPart_003/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_003/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_003/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_003/opMatrixBandPartMatrixBandPart_003/in0MatrixBandPart_003/in1MatrixBandPart_003/in2*
Tindex0	*
T0
C
MatrixBandPart_003/out0IdentityMatrixBandPart_003/op*
T0
?
MatrixDiagV2_003/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_003/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_003/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_003/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_003/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_003/opMatrixDiagV2MatrixDiagV2_003/in0MatrixDiagV2_003/in1MatrixDiagV2_003/in2MatrixDiagV2_003/in3MatrixDiagV2_003/in4*
T0
?
MatrixDiagV2_003/out0IdentityMatrixDiagV2_003/op*
T0
?
MatrixDiagV3_003/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_003/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_003/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_003/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_003/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_003/opMatrixDiagV3MatrixDiagV3_003/in0MatrixDiagV3_003/in1MatrixDiagV3_003/in2MatrixDiagV3_003/in3MatrixDiagV3_003/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_003/out0IdentityMatrixDiagV3_003/op*
T0
C
MatrixDiagPartV2_003/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_003/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_003/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_003/opMatrixDiagPartV2MatrixDiagPartV2_003/in0MatrixDiagPartV2_003/in1MatrixDiagPartV2_003/in2*
T0
G
MatrixDiagPartV2_003/out0IdentityMatrixDiagPartV2_003/op*
T0
C
MatrixDiagPartV3_003/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_003/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_003/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_003/opMatrixDiagPartV3MatrixDiagPartV3_003/in0MatrixDiagPartV3_003/in1MatrixDiagPartV3_003/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_003/out0IdentityMatrixDiagPartV3_003/op*
T0
B
MatrixSetDiagV2_003/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_003/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_003/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_003/opMatrixSetDiagV2MatrixSetDiagV2_003/in0MatrixSetDiagV2_003/in1MatrixSetDiagV2_003/in2*
T0
E
MatrixSetDiagV2_003/out0IdentityMatrixSetDiagV2_003/op*
T0
B
MatrixSetDiagV3_003/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_003/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_003/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_003/opMatrixSetDiagV3MatrixSetDiagV3_003/in0MatrixSetDiagV3_003/in1MatrixSetDiagV3_003/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_003/out0IdentityMatrixSetDiagV3_003/op*
T0
=
MatrixDiag_004/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_004/op
MatrixDiagMatrixDiag_004/in0*
T0
;
MatrixDiag_004/out0IdentityMatrixDiag_004/op*
T0
A
MatrixDiagPart_004/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_004/opMatrixDiagPartMatrixDiagPart_004/in0*
T0
C
MatrixDiagPart_004/out0IdentityMatrixDiagPart_004/op*
T0
@
MatrixSetDiag_004/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_004/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_004/opMatrixSetDiagMatrixSetDiag_004/in0MatrixSetDiag_004/in1*
T0
A
MatrixSetDiag_004/out0IdentityMatrixSetDiag_004/op*
T0
A
MatrixBandPart_004/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_004/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_004/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_004/opMatrixBandPartMatrixBandPart_004/in0MatrixBandPart_004/in1MatrixBandPart_004/in2*
Tindex0	*
T0
C
MatrixBandPart_004/out0IdentityMatrixBandPart_004/op*
T0
?
MatrixDiagV2_004/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_004/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_004/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_004/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_004/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_004/opMatrixDiagV2MatrixDiagV2_004/in0MatrixDiagV2_004/in1MatrixDiagV2_004/in2MatrixDiagV2_004/in3MatrixDiagV2_004/in4*
T0
?
MatrixDiagV2_004/out0IdentityMatrixDiagV2_004/op*
T0
?
MatrixDiagV3_004/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_004/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_004/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_004/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_004/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_004/opMatrixDiagV3MatrixDiagV3_004/in0MatrixDiagV3_004/in1MatrixDiagV3_004/in2MatrixDiagV3_004/in3MatrixDiagV3_004/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_004/out0IdentityMatrixDiagV3_004/op*
T0
C
MatrixDiagPartV2_004/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_004/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_004/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_004/opMatrixDiagPartV2MatrixDiagPartV2_004/in0MatrixDiagPartV2_004/in1MatrixDiagPartV2_004/in2*
T0
G
MatrixDiagPartV2_004/out0IdentityMatrixDiagPartV2_004/op*
T0
C
MatrixDiagPartV3_004/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_004/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_004/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_004/opMatrixDiagPartV3MatrixDiagPartV3_004/in0MatrixDiagPartV3_004/in1MatrixDiagPartV3_004/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_004/out0IdentityMatrixDiagPartV3_004/op*
T0
B
MatrixSetDiagV2_004/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_004/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_004/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_004/opMatrixSetDiagV2MatrixSetDiagV2_004/in0MatrixSetDiagV2_004/in1MatrixSetDiagV2_004/in2*
T0
E
MatrixSetDiagV2_004/out0IdentityMatrixSetDiagV2_004/op*
T0
B
MatrixSetDiagV3_004/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_004/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_004/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_004/opMatrixSetDiagV3MatrixSetDiagV3_004/in0MatrixSetDiagV3_004/in1MatrixSetDiagV3_004/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_004/out0IdentityMatrixSetDiagV3_004/op*
T0
=
MatrixDiag_005/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_005/op
MatrixDiagMatrixDiag_005/in0*
T0
;
MatrixDiag_005/out0IdentityMatrixDiag_005/op*
T0
A
MatrixDiagPart_005/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_005/opMatrixDiagPartMatrixDiagPart_005/in0*
T0
C
MatrixDiagPart_005/out0IdentityMatrixDiagPart_005/op*
T0
@
MatrixSetDiag_005/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_005/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_005/opMatrixSetDiagMatrixSetDiag_005/in0MatrixSetDiag_005/in1*
T0
A
MatrixSetDiag_005/out0IdentityMatrixSetDiag_005/op*
T0
A
MatrixBandPart_005/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_005/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_005/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_005/opMatrixBandPartMatrixBandPart_005/in0MatrixBandPart_005/in1MatrixBandPart_005/in2*
Tindex0	*
T0
C
MatrixBandPart_005/out0IdentityMatrixBandPart_005/op*
T0
?
MatrixDiagV2_005/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_005/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_005/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_005/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_005/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_005/opMatrixDiagV2MatrixDiagV2_005/in0MatrixDiagV2_005/in1MatrixDiagV2_005/in2MatrixDiagV2_005/in3MatrixDiagV2_005/in4*
T0
?
MatrixDiagV2_005/out0IdentityMatrixDiagV2_005/op*
T0
?
MatrixDiagV3_005/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_005/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_005/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_005/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_005/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_005/opMatrixDiagV3MatrixDiagV3_005/in0MatrixDiagV3_005/in1MatrixDiagV3_005/in2MatrixDiagV3_005/in3MatrixDiagV3_005/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_005/out0IdentityMatrixDiagV3_005/op*
T0
C
MatrixDiagPartV2_005/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_005/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_005/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_005/opMatrixDiagPartV2MatrixDiagPartV2_005/in0MatrixDiagPartV2_005/in1MatrixDiagPartV2_005/in2*
T0
G
MatrixDiagPartV2_005/out0IdentityMatrixDiagPartV2_005/op*
T0
C
MatrixDiagPartV3_005/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_005/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_005/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_005/opMatrixDiagPartV3MatrixDiagPartV3_005/in0MatrixDiagPartV3_005/in1MatrixDiagPartV3_005/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_005/out0IdentityMatrixDiagPartV3_005/op*
T0
B
MatrixSetDiagV2_005/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_005/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_005/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_005/opMatrixSetDiagV2MatrixSetDiagV2_005/in0MatrixSetDiagV2_005/in1MatrixSetDiagV2_005/in2*
T0
E
MatrixSetDiagV2_005/out0IdentityMatrixSetDiagV2_005/op*
T0
B
MatrixSetDiagV3_005/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_005/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_005/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_005/opMatrixSetDiagV3MatrixSetDiagV3_005/in0MatrixSetDiagV3_005/in1MatrixSetDiagV3_005/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_005/out0IdentityMatrixSetDiagV3_005/op*
T0
=
MatrixDiag_006/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_006/op
MatrixDiagMatrixDiag_006/in0*
T0
;
MatrixDiag_006/out0IdentityMatrixDiag_006/op*
T0
A
MatrixDiagPart_006/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_006/opMatrixDiagPartMatrixDiagPart_006/in0*
T0
C
MatrixDiagPart_006/out0IdentityMatrixDiagPart_006/op*
T0
@
MatrixSetDiag_006/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_006/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_006/opMatrixSetDiagMatrixSetDiag_006/in0MatrixSetDiag_006/in1*
T0
A
MatrixSetDiag_006/out0IdentityMatrixSetDiag_006/op*
T0
A
MatrixBandPart_006/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_006/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_006/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_006/opMatrixBandPartMatrixBandPart_006/in0MatrixBandPart_006/in1MatrixBandPart_006/in2*
Tindex0	*
T0
C
MatrixBandPart_006/out0IdentityMatrixBandPart_006/op*
T0
?
MatrixDiagV2_006/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_006/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_006/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_006/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_006/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_006/opMatrixDiagV2MatrixDiagV2_006/in0MatrixDiagV2_006/in1MatrixDiagV2_006/in2MatrixDiagV2_006/in3MatrixDiagV2_006/in4*
T0
?
MatrixDiagV2_006/out0IdentityMatrixDiagV2_006/op*
T0
?
MatrixDiagV3_006/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_006/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_006/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_006/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_006/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_006/opMatrixDiagV3MatrixDiagV3_006/in0MatrixDiagV3_006/in1MatrixDiagV3_006/in2MatrixDiagV3_006/in3MatrixDiagV3_006/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_006/out0IdentityMatrixDiagV3_006/op*
T0
C
MatrixDiagPartV2_006/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_006/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_006/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_006/opMatrixDiagPartV2MatrixDiagPartV2_006/in0MatrixDiagPartV2_006/in1MatrixDiagPartV2_006/in2*
T0
G
MatrixDiagPartV2_006/out0IdentityMatrixDiagPartV2_006/op*
T0
C
MatrixDiagPartV3_006/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_006/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_006/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_006/opMatrixDiagPartV3MatrixDiagPartV3_006/in0MatrixDiagPartV3_006/in1MatrixDiagPartV3_006/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_006/out0IdentityMatrixDiagPartV3_006/op*
T0
B
MatrixSetDiagV2_006/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_006/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_006/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_006/opMatrixSetDiagV2MatrixSetDiagV2_006/in0MatrixSetDiagV2_006/in1MatrixSetDiagV2_006/in2*
T0
E
MatrixSetDiagV2_006/out0IdentityMatrixSetDiagV2_006/op*
T0
B
MatrixSetDiagV3_006/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_006/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_006/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_006/opMatrixSetDiagV3MatrixSetDiagV3_006/in0MatrixSetDiagV3_006/in1MatrixSetDiagV3_006/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_006/out0IdentityMatrixSetDiagV3_006/op*
T0
=
MatrixDiag_007/in0Placeholder*
dtype0	*
shape:
<
MatrixDiag_007/op
MatrixDiagMatrixDiag_007/in0*
T0	
;
MatrixDiag_007/out0IdentityMatrixDiag_007/op*
T0	
A
MatrixDiagPart_007/in0Placeholder*
dtype0	*
shape:
H
MatrixDiagPart_007/opMatrixDiagPartMatrixDiagPart_007/in0*
T0	
C
MatrixDiagPart_007/out0IdentityMatrixDiagPart_007/op*
T0	
@
MatrixSetDiag_007/in0Placeholder*
dtype0	*
shape:
@
MatrixSetDiag_007/in1Placeholder*
dtype0	*
shape:
\
MatrixSetDiag_007/opMatrixSetDiagMatrixSetDiag_007/in0MatrixSetDiag_007/in1*
T0	
A
MatrixSetDiag_007/out0IdentityMatrixSetDiag_007/op*
T0	
A
MatrixBandPart_007/in0Placeholder*
dtype0	*
shape:
A
MatrixBandPart_007/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_007/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_007/opMatrixBandPartMatrixBandPart_007/in0MatrixBandPart_007/in1MatrixBandPart_007/in2*
Tindex0	*
T0	
C
MatrixBandPart_007/out0IdentityMatrixBandPart_007/op*
T0	
?
MatrixDiagV2_007/in0Placeholder*
dtype0	*
shape:
?
MatrixDiagV2_007/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_007/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_007/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_007/in4Placeholder*
dtype0	*
shape:
š
MatrixDiagV2_007/opMatrixDiagV2MatrixDiagV2_007/in0MatrixDiagV2_007/in1MatrixDiagV2_007/in2MatrixDiagV2_007/in3MatrixDiagV2_007/in4*
T0	
?
MatrixDiagV2_007/out0IdentityMatrixDiagV2_007/op*
T0	
?
MatrixDiagV3_007/in0Placeholder*
dtype0	*
shape:
?
MatrixDiagV3_007/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_007/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_007/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_007/in4Placeholder*
dtype0	*
shape:
±
MatrixDiagV3_007/opMatrixDiagV3MatrixDiagV3_007/in0MatrixDiagV3_007/in1MatrixDiagV3_007/in2MatrixDiagV3_007/in3MatrixDiagV3_007/in4*
T0	*
align
RIGHT_LEFT
?
MatrixDiagV3_007/out0IdentityMatrixDiagV3_007/op*
T0	
C
MatrixDiagPartV2_007/in0Placeholder*
dtype0	*
shape:
C
MatrixDiagPartV2_007/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_007/in2Placeholder*
dtype0	*
shape:
‚
MatrixDiagPartV2_007/opMatrixDiagPartV2MatrixDiagPartV2_007/in0MatrixDiagPartV2_007/in1MatrixDiagPartV2_007/in2*
T0	
G
MatrixDiagPartV2_007/out0IdentityMatrixDiagPartV2_007/op*
T0	
C
MatrixDiagPartV3_007/in0Placeholder*
dtype0	*
shape:
C
MatrixDiagPartV3_007/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_007/in2Placeholder*
dtype0	*
shape:
™
MatrixDiagPartV3_007/opMatrixDiagPartV3MatrixDiagPartV3_007/in0MatrixDiagPartV3_007/in1MatrixDiagPartV3_007/in2*
T0	*
align
RIGHT_LEFT
G
MatrixDiagPartV3_007/out0IdentityMatrixDiagPartV3_007/op*
T0	
B
MatrixSetDiagV2_007/in0Placeholder*
dtype0	*
shape:
B
MatrixSetDiagV2_007/in1Placeholder*
dtype0	*
shape:
B
MatrixSetDiagV2_007/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_007/opMatrixSetDiagV2MatrixSetDiagV2_007/in0MatrixSetDiagV2_007/in1MatrixSetDiagV2_007/in2*
T0	
E
MatrixSetDiagV2_007/out0IdentityMatrixSetDiagV2_007/op*
T0	
B
MatrixSetDiagV3_007/in0Placeholder*
dtype0	*
shape:
B
MatrixSetDiagV3_007/in1Placeholder*
dtype0	*
shape:
B
MatrixSetDiagV3_007/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_007/opMatrixSetDiagV3MatrixSetDiagV3_007/in0MatrixSetDiagV3_007/in1MatrixSetDiagV3_007/in2*
T0	*
align
RIGHT_LEFT
E
MatrixSetDiagV3_007/out0IdentityMatrixSetDiagV3_007/op*
T0	
=
MatrixDiag_008/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_008/op
MatrixDiagMatrixDiag_008/in0*
T0
;
MatrixDiag_008/out0IdentityMatrixDiag_008/op*
T0
A
MatrixDiagPart_008/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_008/opMatrixDiagPartMatrixDiagPart_008/in0*
T0
C
MatrixDiagPart_008/out0IdentityMatrixDiagPart_008/op*
T0
@
MatrixSetDiag_008/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_008/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_008/opMatrixSetDiagMatrixSetDiag_008/in0MatrixSetDiag_008/in1*
T0
A
MatrixSetDiag_008/out0IdentityMatrixSetDiag_008/op*
T0
A
MatrixBandPart_008/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_008/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_008/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_008/opMatrixBandPartMatrixBandPart_008/in0MatrixBandPart_008/in1MatrixBandPart_008/in2*
Tindex0	*
T0
C
MatrixBandPart_008/out0IdentityMatrixBandPart_008/op*
T0
?
MatrixDiagV2_008/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_008/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_008/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_008/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_008/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_008/opMatrixDiagV2MatrixDiagV2_008/in0MatrixDiagV2_008/in1MatrixDiagV2_008/in2MatrixDiagV2_008/in3MatrixDiagV2_008/in4*
T0
?
MatrixDiagV2_008/out0IdentityMatrixDiagV2_008/op*
T0
?
MatrixDiagV3_008/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_008/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_008/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_008/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_008/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_008/opMatrixDiagV3MatrixDiagV3_008/in0MatrixDiagV3_008/in1MatrixDiagV3_008/in2MatrixDiagV3_008/in3MatrixDiagV3_008/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_008/out0IdentityMatrixDiagV3_008/op*
T0
C
MatrixDiagPartV2_008/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_008/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_008/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_008/opMatrixDiagPartV2MatrixDiagPartV2_008/in0MatrixDiagPartV2_008/in1MatrixDiagPartV2_008/in2*
T0
G
MatrixDiagPartV2_008/out0IdentityMatrixDiagPartV2_008/op*
T0
C
MatrixDiagPartV3_008/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_008/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_008/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_008/opMatrixDiagPartV3MatrixDiagPartV3_008/in0MatrixDiagPartV3_008/in1MatrixDiagPartV3_008/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_008/out0IdentityMatrixDiagPartV3_008/op*
T0
B
MatrixSetDiagV2_008/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_008/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_008/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_008/opMatrixSetDiagV2MatrixSetDiagV2_008/in0MatrixSetDiagV2_008/in1MatrixSetDiagV2_008/in2*
T0
E
MatrixSetDiagV2_008/out0IdentityMatrixSetDiagV2_008/op*
T0
B
MatrixSetDiagV3_008/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_008/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_008/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_008/opMatrixSetDiagV3MatrixSetDiagV3_008/in0MatrixSetDiagV3_008/in1MatrixSetDiagV3_008/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_008/out0IdentityMatrixSetDiagV3_008/op*
T0
=
MatrixDiag_009/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_009/op
MatrixDiagMatrixDiag_009/in0*
T0
;
MatrixDiag_009/out0IdentityMatrixDiag_009/op*
T0
A
MatrixDiagPart_009/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_009/opMatrixDiagPartMatrixDiagPart_009/in0*
T0
C
MatrixDiagPart_009/out0IdentityMatrixDiagPart_009/op*
T0
@
MatrixSetDiag_009/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_009/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_009/opMatrixSetDiagMatrixSetDiag_009/in0MatrixSetDiag_009/in1*
T0
A
MatrixSetDiag_009/out0IdentityMatrixSetDiag_009/op*
T0
A
MatrixBandPart_009/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_009/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_009/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_009/opMatrixBandPartMatrixBandPart_009/in0MatrixBandPart_009/in1MatrixBandPart_009/in2*
Tindex0	*
T0
C
MatrixBandPart_009/out0IdentityMatrixBandPart_009/op*
T0
?
MatrixDiagV2_009/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_009/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_009/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_009/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_009/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_009/opMatrixDiagV2MatrixDiagV2_009/in0MatrixDiagV2_009/in1MatrixDiagV2_009/in2MatrixDiagV2_009/in3MatrixDiagV2_009/in4*
T0
?
MatrixDiagV2_009/out0IdentityMatrixDiagV2_009/op*
T0
?
MatrixDiagV3_009/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_009/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_009/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_009/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_009/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_009/opMatrixDiagV3MatrixDiagV3_009/in0MatrixDiagV3_009/in1MatrixDiagV3_009/in2MatrixDiagV3_009/in3MatrixDiagV3_009/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_009/out0IdentityMatrixDiagV3_009/op*
T0
C
MatrixDiagPartV2_009/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_009/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_009/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_009/opMatrixDiagPartV2MatrixDiagPartV2_009/in0MatrixDiagPartV2_009/in1MatrixDiagPartV2_009/in2*
T0
G
MatrixDiagPartV2_009/out0IdentityMatrixDiagPartV2_009/op*
T0
C
MatrixDiagPartV3_009/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_009/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_009/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_009/opMatrixDiagPartV3MatrixDiagPartV3_009/in0MatrixDiagPartV3_009/in1MatrixDiagPartV3_009/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_009/out0IdentityMatrixDiagPartV3_009/op*
T0
B
MatrixSetDiagV2_009/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_009/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_009/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_009/opMatrixSetDiagV2MatrixSetDiagV2_009/in0MatrixSetDiagV2_009/in1MatrixSetDiagV2_009/in2*
T0
E
MatrixSetDiagV2_009/out0IdentityMatrixSetDiagV2_009/op*
T0
B
MatrixSetDiagV3_009/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_009/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_009/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_009/opMatrixSetDiagV3MatrixSetDiagV3_009/in0MatrixSetDiagV3_009/in1MatrixSetDiagV3_009/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_009/out0IdentityMatrixSetDiagV3_009/op*
T0
=
MatrixDiag_010/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_010/op
MatrixDiagMatrixDiag_010/in0*
T0
;
MatrixDiag_010/out0IdentityMatrixDiag_010/op*
T0
A
MatrixDiagPart_010/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_010/opMatrixDiagPartMatrixDiagPart_010/in0*
T0
C
MatrixDiagPart_010/out0IdentityMatrixDiagPart_010/op*
T0
@
MatrixSetDiag_010/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_010/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_010/opMatrixSetDiagMatrixSetDiag_010/in0MatrixSetDiag_010/in1*
T0
A
MatrixSetDiag_010/out0IdentityMatrixSetDiag_010/op*
T0
A
MatrixBandPart_010/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_010/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_010/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_010/opMatrixBandPartMatrixBandPart_010/in0MatrixBandPart_010/in1MatrixBandPart_010/in2*
Tindex0	*
T0
C
MatrixBandPart_010/out0IdentityMatrixBandPart_010/op*
T0
?
MatrixDiagV2_010/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_010/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_010/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_010/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_010/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_010/opMatrixDiagV2MatrixDiagV2_010/in0MatrixDiagV2_010/in1MatrixDiagV2_010/in2MatrixDiagV2_010/in3MatrixDiagV2_010/in4*
T0
?
MatrixDiagV2_010/out0IdentityMatrixDiagV2_010/op*
T0
?
MatrixDiagV3_010/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_010/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_010/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_010/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_010/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_010/opMatrixDiagV3MatrixDiagV3_010/in0MatrixDiagV3_010/in1MatrixDiagV3_010/in2MatrixDiagV3_010/in3MatrixDiagV3_010/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_010/out0IdentityMatrixDiagV3_010/op*
T0
C
MatrixDiagPartV2_010/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_010/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_010/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_010/opMatrixDiagPartV2MatrixDiagPartV2_010/in0MatrixDiagPartV2_010/in1MatrixDiagPartV2_010/in2*
T0
G
MatrixDiagPartV2_010/out0IdentityMatrixDiagPartV2_010/op*
T0
C
MatrixDiagPartV3_010/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_010/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_010/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_010/opMatrixDiagPartV3MatrixDiagPartV3_010/in0MatrixDiagPartV3_010/in1MatrixDiagPartV3_010/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_010/out0IdentityMatrixDiagPartV3_010/op*
T0
B
MatrixSetDiagV2_010/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_010/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_010/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_010/opMatrixSetDiagV2MatrixSetDiagV2_010/in0MatrixSetDiagV2_010/in1MatrixSetDiagV2_010/in2*
T0
E
MatrixSetDiagV2_010/out0IdentityMatrixSetDiagV2_010/op*
T0
B
MatrixSetDiagV3_010/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_010/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_010/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_010/opMatrixSetDiagV3MatrixSetDiagV3_010/in0MatrixSetDiagV3_010/in1MatrixSetDiagV3_010/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_010/out0IdentityMatrixSetDiagV3_010/op*
T0
=
MatrixDiag_011/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_011/op
MatrixDiagMatrixDiag_011/in0*
T0
;
MatrixDiag_011/out0IdentityMatrixDiag_011/op*
T0
A
MatrixDiagPart_011/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_011/opMatrixDiagPartMatrixDiagPart_011/in0*
T0
C
MatrixDiagPart_011/out0IdentityMatrixDiagPart_011/op*
T0
@
MatrixSetDiag_011/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_011/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_011/opMatrixSetDiagMatrixSetDiag_011/in0MatrixSetDiag_011/in1*
T0
A
MatrixSetDiag_011/out0IdentityMatrixSetDiag_011/op*
T0
A
MatrixBandPart_011/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_011/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_011/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_011/opMatrixBandPartMatrixBandPart_011/in0MatrixBandPart_011/in1MatrixBandPart_011/in2*
Tindex0	*
T0
C
MatrixBandPart_011/out0IdentityMatrixBandPart_011/op*
T0
?
MatrixDiagV2_011/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_011/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_011/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_011/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_011/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_011/opMatrixDiagV2MatrixDiagV2_011/in0MatrixDiagV2_011/in1MatrixDiagV2_011/in2MatrixDiagV2_011/in3MatrixDiagV2_011/in4*
T0
?
MatrixDiagV2_011/out0IdentityMatrixDiagV2_011/op*
T0
?
MatrixDiagV3_011/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_011/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_011/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_011/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_011/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_011/opMatrixDiagV3MatrixDiagV3_011/in0MatrixDiagV3_011/in1MatrixDiagV3_011/in2MatrixDiagV3_011/in3MatrixDiagV3_011/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_011/out0IdentityMatrixDiagV3_011/op*
T0
C
MatrixDiagPartV2_011/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_011/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_011/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_011/opMatrixDiagPartV2MatrixDiagPartV2_011/in0MatrixDiagPartV2_011/in1MatrixDiagPartV2_011/in2*
T0
G
MatrixDiagPartV2_011/out0IdentityMatrixDiagPartV2_011/op*
T0
C
MatrixDiagPartV3_011/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_011/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_011/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_011/opMatrixDiagPartV3MatrixDiagPartV3_011/in0MatrixDiagPartV3_011/in1MatrixDiagPartV3_011/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_011/out0IdentityMatrixDiagPartV3_011/op*
T0
B
MatrixSetDiagV2_011/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_011/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_011/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_011/opMatrixSetDiagV2MatrixSetDiagV2_011/in0MatrixSetDiagV2_011/in1MatrixSetDiagV2_011/in2*
T0
E
MatrixSetDiagV2_011/out0IdentityMatrixSetDiagV2_011/op*
T0
B
MatrixSetDiagV3_011/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_011/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_011/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_011/opMatrixSetDiagV3MatrixSetDiagV3_011/in0MatrixSetDiagV3_011/in1MatrixSetDiagV3_011/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_011/out0IdentityMatrixSetDiagV3_011/op*
T0
=
MatrixDiag_012/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_012/op
MatrixDiagMatrixDiag_012/in0*
T0
;
MatrixDiag_012/out0IdentityMatrixDiag_012/op*
T0
A
MatrixDiagPart_012/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_012/opMatrixDiagPartMatrixDiagPart_012/in0*
T0
C
MatrixDiagPart_012/out0IdentityMatrixDiagPart_012/op*
T0
@
MatrixSetDiag_012/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_012/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_012/opMatrixSetDiagMatrixSetDiag_012/in0MatrixSetDiag_012/in1*
T0
A
MatrixSetDiag_012/out0IdentityMatrixSetDiag_012/op*
T0
A
MatrixBandPart_012/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_012/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_012/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_012/opMatrixBandPartMatrixBandPart_012/in0MatrixBandPart_012/in1MatrixBandPart_012/in2*
Tindex0	*
T0
C
MatrixBandPart_012/out0IdentityMatrixBandPart_012/op*
T0
?
MatrixDiagV2_012/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_012/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_012/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_012/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_012/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_012/opMatrixDiagV2MatrixDiagV2_012/in0MatrixDiagV2_012/in1MatrixDiagV2_012/in2MatrixDiagV2_012/in3MatrixDiagV2_012/in4*
T0
?
MatrixDiagV2_012/out0IdentityMatrixDiagV2_012/op*
T0
?
MatrixDiagV3_012/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_012/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_012/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_012/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_012/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_012/opMatrixDiagV3MatrixDiagV3_012/in0MatrixDiagV3_012/in1MatrixDiagV3_012/in2MatrixDiagV3_012/in3MatrixDiagV3_012/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_012/out0IdentityMatrixDiagV3_012/op*
T0
C
MatrixDiagPartV2_012/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_012/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_012/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_012/opMatrixDiagPartV2MatrixDiagPartV2_012/in0MatrixDiagPartV2_012/in1MatrixDiagPartV2_012/in2*
T0
G
MatrixDiagPartV2_012/out0IdentityMatrixDiagPartV2_012/op*
T0
C
MatrixDiagPartV3_012/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_012/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_012/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_012/opMatrixDiagPartV3MatrixDiagPartV3_012/in0MatrixDiagPartV3_012/in1MatrixDiagPartV3_012/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_012/out0IdentityMatrixDiagPartV3_012/op*
T0
B
MatrixSetDiagV2_012/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_012/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_012/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_012/opMatrixSetDiagV2MatrixSetDiagV2_012/in0MatrixSetDiagV2_012/in1MatrixSetDiagV2_012/in2*
T0
E
MatrixSetDiagV2_012/out0IdentityMatrixSetDiagV2_012/op*
T0
B
MatrixSetDiagV3_012/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_012/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_012/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_012/opMatrixSetDiagV3MatrixSetDiagV3_012/in0MatrixSetDiagV3_012/in1MatrixSetDiagV3_012/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_012/out0IdentityMatrixSetDiagV3_012/op*
T0
=
MatrixDiag_013/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_013/op
MatrixDiagMatrixDiag_013/in0*
T0
;
MatrixDiag_013/out0IdentityMatrixDiag_013/op*
T0
A
MatrixDiagPart_013/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_013/opMatrixDiagPartMatrixDiagPart_013/in0*
T0
C
MatrixDiagPart_013/out0IdentityMatrixDiagPart_013/op*
T0
@
MatrixSetDiag_013/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_013/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_013/opMatrixSetDiagMatrixSetDiag_013/in0MatrixSetDiag_013/in1*
T0
A
MatrixSetDiag_013/out0IdentityMatrixSetDiag_013/op*
T0
A
MatrixBandPart_013/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_013/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_013/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_013/opMatrixBandPartMatrixBandPart_013/in0MatrixBandPart_013/in1MatrixBandPart_013/in2*
Tindex0	*
T0
C
MatrixBandPart_013/out0IdentityMatrixBandPart_013/op*
T0
?
MatrixDiagV2_013/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_013/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_013/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_013/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_013/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_013/opMatrixDiagV2MatrixDiagV2_013/in0MatrixDiagV2_013/in1MatrixDiagV2_013/in2MatrixDiagV2_013/in3MatrixDiagV2_013/in4*
T0
?
MatrixDiagV2_013/out0IdentityMatrixDiagV2_013/op*
T0
?
MatrixDiagV3_013/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_013/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_013/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_013/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_013/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_013/opMatrixDiagV3MatrixDiagV3_013/in0MatrixDiagV3_013/in1MatrixDiagV3_013/in2MatrixDiagV3_013/in3MatrixDiagV3_013/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_013/out0IdentityMatrixDiagV3_013/op*
T0
C
MatrixDiagPartV2_013/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_013/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_013/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_013/opMatrixDiagPartV2MatrixDiagPartV2_013/in0MatrixDiagPartV2_013/in1MatrixDiagPartV2_013/in2*
T0
G
MatrixDiagPartV2_013/out0IdentityMatrixDiagPartV2_013/op*
T0
C
MatrixDiagPartV3_013/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_013/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_013/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_013/opMatrixDiagPartV3MatrixDiagPartV3_013/in0MatrixDiagPartV3_013/in1MatrixDiagPartV3_013/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_013/out0IdentityMatrixDiagPartV3_013/op*
T0
B
MatrixSetDiagV2_013/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_013/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV2_013/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_013/opMatrixSetDiagV2MatrixSetDiagV2_013/in0MatrixSetDiagV2_013/in1MatrixSetDiagV2_013/in2*
T0
E
MatrixSetDiagV2_013/out0IdentityMatrixSetDiagV2_013/op*
T0
B
MatrixSetDiagV3_013/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_013/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_013/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_013/opMatrixSetDiagV3MatrixSetDiagV3_013/in0MatrixSetDiagV3_013/in1MatrixSetDiagV3_013/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_013/out0IdentityMatrixSetDiagV3_013/op*
T0
=
MatrixDiag_014/in0Placeholder*
dtype0
*
shape:
<
MatrixDiag_014/op
MatrixDiagMatrixDiag_014/in0*
T0

;
MatrixDiag_014/out0IdentityMatrixDiag_014/op*
T0

A
MatrixDiagPart_014/in0Placeholder*
dtype0
*
shape:
H
MatrixDiagPart_014/opMatrixDiagPartMatrixDiagPart_014/in0*
T0

C
MatrixDiagPart_014/out0IdentityMatrixDiagPart_014/op*
T0

@
MatrixSetDiag_014/in0Placeholder*
dtype0
*
shape:
@
MatrixSetDiag_014/in1Placeholder*
dtype0
*
shape:
\
MatrixSetDiag_014/opMatrixSetDiagMatrixSetDiag_014/in0MatrixSetDiag_014/in1*
T0

A
MatrixSetDiag_014/out0IdentityMatrixSetDiag_014/op*
T0

A
MatrixBandPart_014/in0Placeholder*
dtype0
*
shape:
A
MatrixBandPart_014/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_014/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_014/opMatrixBandPartMatrixBandPart_014/in0MatrixBandPart_014/in1MatrixBandPart_014/in2*
Tindex0	*
T0

C
MatrixBandPart_014/out0IdentityMatrixBandPart_014/op*
T0

?
MatrixDiagV2_014/in0Placeholder*
dtype0
*
shape:
?
MatrixDiagV2_014/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_014/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_014/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_014/in4Placeholder*
dtype0
*
shape:
š
MatrixDiagV2_014/opMatrixDiagV2MatrixDiagV2_014/in0MatrixDiagV2_014/in1MatrixDiagV2_014/in2MatrixDiagV2_014/in3MatrixDiagV2_014/in4*
T0

?
MatrixDiagV2_014/out0IdentityMatrixDiagV2_014/op*
T0

?
MatrixDiagV3_014/in0Placeholder*
dtype0
*
shape:
?
MatrixDiagV3_014/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_014/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_014/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_014/in4Placeholder*
dtype0
*
shape:
±
MatrixDiagV3_014/opMatrixDiagV3MatrixDiagV3_014/in0MatrixDiagV3_014/in1MatrixDiagV3_014/in2MatrixDiagV3_014/in3MatrixDiagV3_014/in4*
T0
*
align
RIGHT_LEFT
?
MatrixDiagV3_014/out0IdentityMatrixDiagV3_014/op*
T0

C
MatrixDiagPartV2_014/in0Placeholder*
dtype0
*
shape:
C
MatrixDiagPartV2_014/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_014/in2Placeholder*
dtype0
*
shape:
‚
MatrixDiagPartV2_014/opMatrixDiagPartV2MatrixDiagPartV2_014/in0MatrixDiagPartV2_014/in1MatrixDiagPartV2_014/in2*
T0

G
MatrixDiagPartV2_014/out0IdentityMatrixDiagPartV2_014/op*
T0

C
MatrixDiagPartV3_014/in0Placeholder*
dtype0
*
shape:
C
MatrixDiagPartV3_014/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_014/in2Placeholder*
dtype0
*
shape:
™
MatrixDiagPartV3_014/opMatrixDiagPartV3MatrixDiagPartV3_014/in0MatrixDiagPartV3_014/in1MatrixDiagPartV3_014/in2*
T0
*
align
RIGHT_LEFT
G
MatrixDiagPartV3_014/out0IdentityMatrixDiagPartV3_014/op*
T0

B
MatrixSetDiagV2_014/in0Placeholder*
dtype0
*
shape:
B
MatrixSetDiagV2_014/in1Placeholder*
dtype0
*
shape:
B
MatrixSetDiagV2_014/in2Placeholder*
dtype0*
shape:
}
MatrixSetDiagV2_014/opMatrixSetDiagV2MatrixSetDiagV2_014/in0MatrixSetDiagV2_014/in1MatrixSetDiagV2_014/in2*
T0

E
MatrixSetDiagV2_014/out0IdentityMatrixSetDiagV2_014/op*
T0

B
MatrixSetDiagV3_014/in0Placeholder*
dtype0
*
shape:
B
MatrixSetDiagV3_014/in1Placeholder*
dtype0
*
shape:
B
MatrixSetDiagV3_014/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_014/opMatrixSetDiagV3MatrixSetDiagV3_014/in0MatrixSetDiagV3_014/in1MatrixSetDiagV3_014/in2*
T0
*
align
RIGHT_LEFT
E
MatrixSetDiagV3_014/out0IdentityMatrixSetDiagV3_014/op*
T0

=
MatrixDiag_015/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_015/op
MatrixDiagMatrixDiag_015/in0*
T0
;
MatrixDiag_015/out0IdentityMatrixDiag_015/op*
T0
=
MatrixDiag_016/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_016/op
MatrixDiagMatrixDiag_016/in0*
T0
;
MatrixDiag_016/out0IdentityMatrixDiag_016/op*
T0
=
MatrixDiag_017/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_017/op
MatrixDiagMatrixDiag_017/in0*
T0
;
MatrixDiag_017/out0IdentityMatrixDiag_017/op*
T0
=
MatrixDiag_018/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_018/op
MatrixDiagMatrixDiag_018/in0*
T0
;
MatrixDiag_018/out0IdentityMatrixDiag_018/op*
T0
=
MatrixDiag_019/in0Placeholder*
dtype0*
shape:
<
MatrixDiag_019/op
MatrixDiagMatrixDiag_019/in0*
T0
;
MatrixDiag_019/out0IdentityMatrixDiag_019/op*
T0
A
MatrixDiagPart_015/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_015/opMatrixDiagPartMatrixDiagPart_015/in0*
T0
C
MatrixDiagPart_015/out0IdentityMatrixDiagPart_015/op*
T0
@
MatrixSetDiag_015/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_015/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_015/opMatrixSetDiagMatrixSetDiag_015/in0MatrixSetDiag_015/in1*
T0
A
MatrixSetDiag_015/out0IdentityMatrixSetDiag_015/op*
T0
A
MatrixDiagPart_016/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_016/opMatrixDiagPartMatrixDiagPart_016/in0*
T0
C
MatrixDiagPart_016/out0IdentityMatrixDiagPart_016/op*
T0
@
MatrixSetDiag_016/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_016/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_016/opMatrixSetDiagMatrixSetDiag_016/in0MatrixSetDiag_016/in1*
T0
A
MatrixSetDiag_016/out0IdentityMatrixSetDiag_016/op*
T0
A
MatrixDiagPart_017/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_017/opMatrixDiagPartMatrixDiagPart_017/in0*
T0
C
MatrixDiagPart_017/out0IdentityMatrixDiagPart_017/op*
T0
@
MatrixSetDiag_017/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_017/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_017/opMatrixSetDiagMatrixSetDiag_017/in0MatrixSetDiag_017/in1*
T0
A
MatrixSetDiag_017/out0IdentityMatrixSetDiag_017/op*
T0
A
MatrixDiagPart_018/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_018/opMatrixDiagPartMatrixDiagPart_018/in0*
T0
C
MatrixDiagPart_018/out0IdentityMatrixDiagPart_018/op*
T0
@
MatrixSetDiag_018/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_018/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_018/opMatrixSetDiagMatrixSetDiag_018/in0MatrixSetDiag_018/in1*
T0
A
MatrixSetDiag_018/out0IdentityMatrixSetDiag_018/op*
T0
A
MatrixDiagPart_019/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_019/opMatrixDiagPartMatrixDiagPart_019/in0*
T0
C
MatrixDiagPart_019/out0IdentityMatrixDiagPart_019/op*
T0
@
MatrixSetDiag_019/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_019/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_019/opMatrixSetDiagMatrixSetDiag_019/in0MatrixSetDiag_019/in1*
T0
A
MatrixSetDiag_019/out0IdentityMatrixSetDiag_019/op*
T0
A
MatrixDiagPart_020/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_020/opMatrixDiagPartMatrixDiagPart_020/in0*
T0
C
MatrixDiagPart_020/out0IdentityMatrixDiagPart_020/op*
T0
@
MatrixSetDiag_020/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_020/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_020/opMatrixSetDiagMatrixSetDiag_020/in0MatrixSetDiag_020/in1*
T0
A
MatrixSetDiag_020/out0IdentityMatrixSetDiag_020/op*
T0
A
MatrixDiagPart_021/in0Placeholder*
dtype0*
shape:
H
MatrixDiagPart_021/opMatrixDiagPartMatrixDiagPart_021/in0*
T0
C
MatrixDiagPart_021/out0IdentityMatrixDiagPart_021/op*
T0
@
MatrixSetDiag_021/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_021/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_021/opMatrixSetDiagMatrixSetDiag_021/in0MatrixSetDiag_021/in1*
T0
A
MatrixSetDiag_021/out0IdentityMatrixSetDiag_021/op*
T0
@
MatrixSetDiag_022/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_022/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_022/opMatrixSetDiagMatrixSetDiag_022/in0MatrixSetDiag_022/in1*
T0
A
MatrixSetDiag_022/out0IdentityMatrixSetDiag_022/op*
T0
@
MatrixSetDiag_023/in0Placeholder*
dtype0*
shape:
@
MatrixSetDiag_023/in1Placeholder*
dtype0*
shape:
\
MatrixSetDiag_023/opMatrixSetDiagMatrixSetDiag_023/in0MatrixSetDiag_023/in1*
T0
A
MatrixSetDiag_023/out0IdentityMatrixSetDiag_023/op*
T0
A
MatrixBandPart_015/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_015/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_015/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_015/opMatrixBandPartMatrixBandPart_015/in0MatrixBandPart_015/in1MatrixBandPart_015/in2*
Tindex0	*
T0
C
MatrixBandPart_015/out0IdentityMatrixBandPart_015/op*
T0
A
MatrixBandPart_016/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_016/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_016/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_016/opMatrixBandPartMatrixBandPart_016/in0MatrixBandPart_016/in1MatrixBandPart_016/in2*
Tindex0*
T0
C
MatrixBandPart_016/out0IdentityMatrixBandPart_016/op*
T0
A
MatrixBandPart_017/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_017/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_017/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_017/opMatrixBandPartMatrixBandPart_017/in0MatrixBandPart_017/in1MatrixBandPart_017/in2*
Tindex0	*
T0
C
MatrixBandPart_017/out0IdentityMatrixBandPart_017/op*
T0
A
MatrixBandPart_018/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_018/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_018/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_018/opMatrixBandPartMatrixBandPart_018/in0MatrixBandPart_018/in1MatrixBandPart_018/in2*
Tindex0*
T0
C
MatrixBandPart_018/out0IdentityMatrixBandPart_018/op*
T0
A
MatrixBandPart_019/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_019/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_019/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_019/opMatrixBandPartMatrixBandPart_019/in0MatrixBandPart_019/in1MatrixBandPart_019/in2*
Tindex0	*
T0
C
MatrixBandPart_019/out0IdentityMatrixBandPart_019/op*
T0
A
MatrixBandPart_020/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_020/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_020/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_020/opMatrixBandPartMatrixBandPart_020/in0MatrixBandPart_020/in1MatrixBandPart_020/in2*
Tindex0*
T0
C
MatrixBandPart_020/out0IdentityMatrixBandPart_020/op*
T0
A
MatrixBandPart_021/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_021/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_021/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_021/opMatrixBandPartMatrixBandPart_021/in0MatrixBandPart_021/in1MatrixBandPart_021/in2*
Tindex0	*
T0
C
MatrixBandPart_021/out0IdentityMatrixBandPart_021/op*
T0
A
MatrixBandPart_022/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_022/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_022/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_022/opMatrixBandPartMatrixBandPart_022/in0MatrixBandPart_022/in1MatrixBandPart_022/in2*
Tindex0*
T0
C
MatrixBandPart_022/out0IdentityMatrixBandPart_022/op*
T0
A
MatrixBandPart_023/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_023/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_023/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_023/opMatrixBandPartMatrixBandPart_023/in0MatrixBandPart_023/in1MatrixBandPart_023/in2*
Tindex0	*
T0
C
MatrixBandPart_023/out0IdentityMatrixBandPart_023/op*
T0
A
MatrixBandPart_024/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_024/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_024/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_024/opMatrixBandPartMatrixBandPart_024/in0MatrixBandPart_024/in1MatrixBandPart_024/in2*
Tindex0*
T0
C
MatrixBandPart_024/out0IdentityMatrixBandPart_024/op*
T0
A
MatrixBandPart_025/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_025/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_025/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_025/opMatrixBandPartMatrixBandPart_025/in0MatrixBandPart_025/in1MatrixBandPart_025/in2*
Tindex0	*
T0
C
MatrixBandPart_025/out0IdentityMatrixBandPart_025/op*
T0
A
MatrixBandPart_026/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_026/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_026/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_026/opMatrixBandPartMatrixBandPart_026/in0MatrixBandPart_026/in1MatrixBandPart_026/in2*
Tindex0*
T0
C
MatrixBandPart_026/out0IdentityMatrixBandPart_026/op*
T0
A
MatrixBandPart_027/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_027/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_027/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_027/opMatrixBandPartMatrixBandPart_027/in0MatrixBandPart_027/in1MatrixBandPart_027/in2*
Tindex0	*
T0
C
MatrixBandPart_027/out0IdentityMatrixBandPart_027/op*
T0
A
MatrixBandPart_028/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_028/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_028/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_028/opMatrixBandPartMatrixBandPart_028/in0MatrixBandPart_028/in1MatrixBandPart_028/in2*
Tindex0*
T0
C
MatrixBandPart_028/out0IdentityMatrixBandPart_028/op*
T0
A
MatrixBandPart_029/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_029/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_029/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_029/opMatrixBandPartMatrixBandPart_029/in0MatrixBandPart_029/in1MatrixBandPart_029/in2*
Tindex0	*
T0
C
MatrixBandPart_029/out0IdentityMatrixBandPart_029/op*
T0
A
MatrixBandPart_030/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_030/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_030/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_030/opMatrixBandPartMatrixBandPart_030/in0MatrixBandPart_030/in1MatrixBandPart_030/in2*
Tindex0*
T0
C
MatrixBandPart_030/out0IdentityMatrixBandPart_030/op*
T0
A
MatrixBandPart_031/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_031/in1Placeholder*
dtype0	*
shape:
A
MatrixBandPart_031/in2Placeholder*
dtype0	*
shape:
†
MatrixBandPart_031/opMatrixBandPartMatrixBandPart_031/in0MatrixBandPart_031/in1MatrixBandPart_031/in2*
Tindex0	*
T0
C
MatrixBandPart_031/out0IdentityMatrixBandPart_031/op*
T0
A
MatrixBandPart_032/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_032/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_032/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_032/opMatrixBandPartMatrixBandPart_032/in0MatrixBandPart_032/in1MatrixBandPart_032/in2*
Tindex0*
T0
C
MatrixBandPart_032/out0IdentityMatrixBandPart_032/op*
T0
A
MatrixBandPart_033/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_033/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_033/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_033/opMatrixBandPartMatrixBandPart_033/in0MatrixBandPart_033/in1MatrixBandPart_033/in2*
Tindex0*
T0
C
MatrixBandPart_033/out0IdentityMatrixBandPart_033/op*
T0
A
MatrixBandPart_034/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_034/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_034/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_034/opMatrixBandPartMatrixBandPart_034/in0MatrixBandPart_034/in1MatrixBandPart_034/in2*
Tindex0*
T0
C
MatrixBandPart_034/out0IdentityMatrixBandPart_034/op*
T0
A
MatrixBandPart_035/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_035/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_035/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_035/opMatrixBandPartMatrixBandPart_035/in0MatrixBandPart_035/in1MatrixBandPart_035/in2*
Tindex0*
T0
C
MatrixBandPart_035/out0IdentityMatrixBandPart_035/op*
T0
A
MatrixBandPart_036/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_036/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_036/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_036/opMatrixBandPartMatrixBandPart_036/in0MatrixBandPart_036/in1MatrixBandPart_036/in2*
Tindex0*
T0
C
MatrixBandPart_036/out0IdentityMatrixBandPart_036/op*
T0
A
MatrixBandPart_037/in0Placeholder*
dtype0*
shape:
A
MatrixBandPart_037/in1Placeholder*
dtype0*
shape:
A
MatrixBandPart_037/in2Placeholder*
dtype0*
shape:
†
MatrixBandPart_037/opMatrixBandPartMatrixBandPart_037/in0MatrixBandPart_037/in1MatrixBandPart_037/in2*
Tindex0*
T0
C
MatrixBandPart_037/out0IdentityMatrixBandPart_037/op*
T0
C
MatrixDiagPartV3_015/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_015/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_015/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_015/opMatrixDiagPartV3MatrixDiagPartV3_015/in0MatrixDiagPartV3_015/in1MatrixDiagPartV3_015/in2*
T0*
align
LEFT_RIGHT
G
MatrixDiagPartV3_015/out0IdentityMatrixDiagPartV3_015/op*
T0
?
MatrixDiagV3_015/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_015/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_015/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_015/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_015/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_015/opMatrixDiagV3MatrixDiagV3_015/in0MatrixDiagV3_015/in1MatrixDiagV3_015/in2MatrixDiagV3_015/in3MatrixDiagV3_015/in4*
T0*
align
LEFT_RIGHT
?
MatrixDiagV3_015/out0IdentityMatrixDiagV3_015/op*
T0
B
MatrixSetDiagV3_015/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_015/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_015/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_015/opMatrixSetDiagV3MatrixSetDiagV3_015/in0MatrixSetDiagV3_015/in1MatrixSetDiagV3_015/in2*
T0*
align
LEFT_RIGHT
E
MatrixSetDiagV3_015/out0IdentityMatrixSetDiagV3_015/op*
T0
C
MatrixDiagPartV3_016/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_016/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_016/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_016/opMatrixDiagPartV3MatrixDiagPartV3_016/in0MatrixDiagPartV3_016/in1MatrixDiagPartV3_016/in2*
T0*
align
LEFT_RIGHT
G
MatrixDiagPartV3_016/out0IdentityMatrixDiagPartV3_016/op*
T0
?
MatrixDiagV3_016/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_016/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_016/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_016/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_016/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_016/opMatrixDiagV3MatrixDiagV3_016/in0MatrixDiagV3_016/in1MatrixDiagV3_016/in2MatrixDiagV3_016/in3MatrixDiagV3_016/in4*
T0*
align
LEFT_RIGHT
?
MatrixDiagV3_016/out0IdentityMatrixDiagV3_016/op*
T0
B
MatrixSetDiagV3_016/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_016/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_016/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_016/opMatrixSetDiagV3MatrixSetDiagV3_016/in0MatrixSetDiagV3_016/in1MatrixSetDiagV3_016/in2*
T0*
align
LEFT_RIGHT
E
MatrixSetDiagV3_016/out0IdentityMatrixSetDiagV3_016/op*
T0
C
MatrixDiagPartV3_017/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_017/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_017/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_017/opMatrixDiagPartV3MatrixDiagPartV3_017/in0MatrixDiagPartV3_017/in1MatrixDiagPartV3_017/in2*
T0*
align
LEFT_RIGHT
G
MatrixDiagPartV3_017/out0IdentityMatrixDiagPartV3_017/op*
T0
?
MatrixDiagV3_017/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_017/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_017/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_017/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_017/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_017/opMatrixDiagV3MatrixDiagV3_017/in0MatrixDiagV3_017/in1MatrixDiagV3_017/in2MatrixDiagV3_017/in3MatrixDiagV3_017/in4*
T0*
align
LEFT_RIGHT
?
MatrixDiagV3_017/out0IdentityMatrixDiagV3_017/op*
T0
B
MatrixSetDiagV3_017/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_017/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_017/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_017/opMatrixSetDiagV3MatrixSetDiagV3_017/in0MatrixSetDiagV3_017/in1MatrixSetDiagV3_017/in2*
T0*
align
LEFT_RIGHT
E
MatrixSetDiagV3_017/out0IdentityMatrixSetDiagV3_017/op*
T0
C
MatrixDiagPartV3_018/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_018/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_018/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_018/opMatrixDiagPartV3MatrixDiagPartV3_018/in0MatrixDiagPartV3_018/in1MatrixDiagPartV3_018/in2*
T0*
align
LEFT_RIGHT
G
MatrixDiagPartV3_018/out0IdentityMatrixDiagPartV3_018/op*
T0
?
MatrixDiagV3_018/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_018/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_018/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_018/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_018/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_018/opMatrixDiagV3MatrixDiagV3_018/in0MatrixDiagV3_018/in1MatrixDiagV3_018/in2MatrixDiagV3_018/in3MatrixDiagV3_018/in4*
T0*
align
LEFT_RIGHT
?
MatrixDiagV3_018/out0IdentityMatrixDiagV3_018/op*
T0
B
MatrixSetDiagV3_018/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_018/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_018/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_018/opMatrixSetDiagV3MatrixSetDiagV3_018/in0MatrixSetDiagV3_018/in1MatrixSetDiagV3_018/in2*
T0*
align
LEFT_RIGHT
E
MatrixSetDiagV3_018/out0IdentityMatrixSetDiagV3_018/op*
T0
C
MatrixDiagPartV3_019/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_019/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_019/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_019/opMatrixDiagPartV3MatrixDiagPartV3_019/in0MatrixDiagPartV3_019/in1MatrixDiagPartV3_019/in2*
T0*
align
LEFT_RIGHT
G
MatrixDiagPartV3_019/out0IdentityMatrixDiagPartV3_019/op*
T0
?
MatrixDiagV3_019/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_019/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_019/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_019/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_019/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_019/opMatrixDiagV3MatrixDiagV3_019/in0MatrixDiagV3_019/in1MatrixDiagV3_019/in2MatrixDiagV3_019/in3MatrixDiagV3_019/in4*
T0*
align
LEFT_RIGHT
?
MatrixDiagV3_019/out0IdentityMatrixDiagV3_019/op*
T0
B
MatrixSetDiagV3_019/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_019/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_019/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_019/opMatrixSetDiagV3MatrixSetDiagV3_019/in0MatrixSetDiagV3_019/in1MatrixSetDiagV3_019/in2*
T0*
align
LEFT_RIGHT
E
MatrixSetDiagV3_019/out0IdentityMatrixSetDiagV3_019/op*
T0
C
MatrixDiagPartV3_020/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_020/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_020/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_020/opMatrixDiagPartV3MatrixDiagPartV3_020/in0MatrixDiagPartV3_020/in1MatrixDiagPartV3_020/in2*
T0*
align
LEFT_RIGHT
G
MatrixDiagPartV3_020/out0IdentityMatrixDiagPartV3_020/op*
T0
?
MatrixDiagV3_020/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_020/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_020/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_020/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_020/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_020/opMatrixDiagV3MatrixDiagV3_020/in0MatrixDiagV3_020/in1MatrixDiagV3_020/in2MatrixDiagV3_020/in3MatrixDiagV3_020/in4*
T0*
align
LEFT_RIGHT
?
MatrixDiagV3_020/out0IdentityMatrixDiagV3_020/op*
T0
B
MatrixSetDiagV3_020/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_020/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_020/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_020/opMatrixSetDiagV3MatrixSetDiagV3_020/in0MatrixSetDiagV3_020/in1MatrixSetDiagV3_020/in2*
T0*
align
LEFT_RIGHT
E
MatrixSetDiagV3_020/out0IdentityMatrixSetDiagV3_020/op*
T0
C
MatrixDiagPartV3_021/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_021/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_021/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_021/opMatrixDiagPartV3MatrixDiagPartV3_021/in0MatrixDiagPartV3_021/in1MatrixDiagPartV3_021/in2*
T0*
align
LEFT_RIGHT
G
MatrixDiagPartV3_021/out0IdentityMatrixDiagPartV3_021/op*
T0
?
MatrixDiagV3_021/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_021/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_021/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_021/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_021/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_021/opMatrixDiagV3MatrixDiagV3_021/in0MatrixDiagV3_021/in1MatrixDiagV3_021/in2MatrixDiagV3_021/in3MatrixDiagV3_021/in4*
T0*
align
LEFT_RIGHT
?
MatrixDiagV3_021/out0IdentityMatrixDiagV3_021/op*
T0
B
MatrixSetDiagV3_021/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_021/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_021/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_021/opMatrixSetDiagV3MatrixSetDiagV3_021/in0MatrixSetDiagV3_021/in1MatrixSetDiagV3_021/in2*
T0*
align
LEFT_RIGHT
E
MatrixSetDiagV3_021/out0IdentityMatrixSetDiagV3_021/op*
T0
C
MatrixDiagPartV3_022/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_022/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_022/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_022/opMatrixDiagPartV3MatrixDiagPartV3_022/in0MatrixDiagPartV3_022/in1MatrixDiagPartV3_022/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_022/out0IdentityMatrixDiagPartV3_022/op*
T0
?
MatrixDiagV3_022/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_022/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_022/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_022/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_022/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_022/opMatrixDiagV3MatrixDiagV3_022/in0MatrixDiagV3_022/in1MatrixDiagV3_022/in2MatrixDiagV3_022/in3MatrixDiagV3_022/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_022/out0IdentityMatrixDiagV3_022/op*
T0
B
MatrixSetDiagV3_022/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_022/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_022/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_022/opMatrixSetDiagV3MatrixSetDiagV3_022/in0MatrixSetDiagV3_022/in1MatrixSetDiagV3_022/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_022/out0IdentityMatrixSetDiagV3_022/op*
T0
C
MatrixDiagPartV3_023/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_023/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_023/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_023/opMatrixDiagPartV3MatrixDiagPartV3_023/in0MatrixDiagPartV3_023/in1MatrixDiagPartV3_023/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_023/out0IdentityMatrixDiagPartV3_023/op*
T0
?
MatrixDiagV3_023/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_023/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_023/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_023/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_023/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_023/opMatrixDiagV3MatrixDiagV3_023/in0MatrixDiagV3_023/in1MatrixDiagV3_023/in2MatrixDiagV3_023/in3MatrixDiagV3_023/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_023/out0IdentityMatrixDiagV3_023/op*
T0
B
MatrixSetDiagV3_023/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_023/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_023/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_023/opMatrixSetDiagV3MatrixSetDiagV3_023/in0MatrixSetDiagV3_023/in1MatrixSetDiagV3_023/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_023/out0IdentityMatrixSetDiagV3_023/op*
T0
C
MatrixDiagPartV3_024/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_024/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_024/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_024/opMatrixDiagPartV3MatrixDiagPartV3_024/in0MatrixDiagPartV3_024/in1MatrixDiagPartV3_024/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_024/out0IdentityMatrixDiagPartV3_024/op*
T0
?
MatrixDiagV3_024/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_024/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_024/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_024/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_024/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_024/opMatrixDiagV3MatrixDiagV3_024/in0MatrixDiagV3_024/in1MatrixDiagV3_024/in2MatrixDiagV3_024/in3MatrixDiagV3_024/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_024/out0IdentityMatrixDiagV3_024/op*
T0
B
MatrixSetDiagV3_024/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_024/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_024/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_024/opMatrixSetDiagV3MatrixSetDiagV3_024/in0MatrixSetDiagV3_024/in1MatrixSetDiagV3_024/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_024/out0IdentityMatrixSetDiagV3_024/op*
T0
C
MatrixDiagPartV3_025/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_025/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_025/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_025/opMatrixDiagPartV3MatrixDiagPartV3_025/in0MatrixDiagPartV3_025/in1MatrixDiagPartV3_025/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_025/out0IdentityMatrixDiagPartV3_025/op*
T0
?
MatrixDiagV3_025/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_025/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_025/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_025/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_025/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_025/opMatrixDiagV3MatrixDiagV3_025/in0MatrixDiagV3_025/in1MatrixDiagV3_025/in2MatrixDiagV3_025/in3MatrixDiagV3_025/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_025/out0IdentityMatrixDiagV3_025/op*
T0
B
MatrixSetDiagV3_025/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_025/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_025/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_025/opMatrixSetDiagV3MatrixSetDiagV3_025/in0MatrixSetDiagV3_025/in1MatrixSetDiagV3_025/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_025/out0IdentityMatrixSetDiagV3_025/op*
T0
C
MatrixDiagPartV3_026/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_026/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_026/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_026/opMatrixDiagPartV3MatrixDiagPartV3_026/in0MatrixDiagPartV3_026/in1MatrixDiagPartV3_026/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_026/out0IdentityMatrixDiagPartV3_026/op*
T0
?
MatrixDiagV3_026/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_026/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_026/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_026/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_026/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_026/opMatrixDiagV3MatrixDiagV3_026/in0MatrixDiagV3_026/in1MatrixDiagV3_026/in2MatrixDiagV3_026/in3MatrixDiagV3_026/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_026/out0IdentityMatrixDiagV3_026/op*
T0
B
MatrixSetDiagV3_026/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_026/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_026/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_026/opMatrixSetDiagV3MatrixSetDiagV3_026/in0MatrixSetDiagV3_026/in1MatrixSetDiagV3_026/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_026/out0IdentityMatrixSetDiagV3_026/op*
T0
C
MatrixDiagPartV3_027/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_027/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_027/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_027/opMatrixDiagPartV3MatrixDiagPartV3_027/in0MatrixDiagPartV3_027/in1MatrixDiagPartV3_027/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_027/out0IdentityMatrixDiagPartV3_027/op*
T0
?
MatrixDiagV3_027/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_027/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_027/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_027/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_027/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_027/opMatrixDiagV3MatrixDiagV3_027/in0MatrixDiagV3_027/in1MatrixDiagV3_027/in2MatrixDiagV3_027/in3MatrixDiagV3_027/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_027/out0IdentityMatrixDiagV3_027/op*
T0
B
MatrixSetDiagV3_027/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_027/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_027/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_027/opMatrixSetDiagV3MatrixSetDiagV3_027/in0MatrixSetDiagV3_027/in1MatrixSetDiagV3_027/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_027/out0IdentityMatrixSetDiagV3_027/op*
T0
C
MatrixDiagPartV3_028/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_028/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_028/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_028/opMatrixDiagPartV3MatrixDiagPartV3_028/in0MatrixDiagPartV3_028/in1MatrixDiagPartV3_028/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_028/out0IdentityMatrixDiagPartV3_028/op*
T0
?
MatrixDiagV3_028/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_028/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_028/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_028/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_028/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_028/opMatrixDiagV3MatrixDiagV3_028/in0MatrixDiagV3_028/in1MatrixDiagV3_028/in2MatrixDiagV3_028/in3MatrixDiagV3_028/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_028/out0IdentityMatrixDiagV3_028/op*
T0
B
MatrixSetDiagV3_028/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_028/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_028/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_028/opMatrixSetDiagV3MatrixSetDiagV3_028/in0MatrixSetDiagV3_028/in1MatrixSetDiagV3_028/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_028/out0IdentityMatrixSetDiagV3_028/op*
T0
C
MatrixDiagPartV3_029/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_029/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_029/in2Placeholder*
dtype0*
shape:
˜
MatrixDiagPartV3_029/opMatrixDiagPartV3MatrixDiagPartV3_029/in0MatrixDiagPartV3_029/in1MatrixDiagPartV3_029/in2*
T0*
align	LEFT_LEFT
G
MatrixDiagPartV3_029/out0IdentityMatrixDiagPartV3_029/op*
T0
?
MatrixDiagV3_029/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_029/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_029/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_029/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_029/in4Placeholder*
dtype0*
shape:
°
MatrixDiagV3_029/opMatrixDiagV3MatrixDiagV3_029/in0MatrixDiagV3_029/in1MatrixDiagV3_029/in2MatrixDiagV3_029/in3MatrixDiagV3_029/in4*
T0*
align	LEFT_LEFT
?
MatrixDiagV3_029/out0IdentityMatrixDiagV3_029/op*
T0
B
MatrixSetDiagV3_029/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_029/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_029/in2Placeholder*
dtype0*
shape:
“
MatrixSetDiagV3_029/opMatrixSetDiagV3MatrixSetDiagV3_029/in0MatrixSetDiagV3_029/in1MatrixSetDiagV3_029/in2*
T0*
align	LEFT_LEFT
E
MatrixSetDiagV3_029/out0IdentityMatrixSetDiagV3_029/op*
T0
C
MatrixDiagPartV3_030/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_030/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_030/in2Placeholder*
dtype0*
shape:
˜
MatrixDiagPartV3_030/opMatrixDiagPartV3MatrixDiagPartV3_030/in0MatrixDiagPartV3_030/in1MatrixDiagPartV3_030/in2*
T0*
align	LEFT_LEFT
G
MatrixDiagPartV3_030/out0IdentityMatrixDiagPartV3_030/op*
T0
?
MatrixDiagV3_030/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_030/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_030/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_030/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_030/in4Placeholder*
dtype0*
shape:
°
MatrixDiagV3_030/opMatrixDiagV3MatrixDiagV3_030/in0MatrixDiagV3_030/in1MatrixDiagV3_030/in2MatrixDiagV3_030/in3MatrixDiagV3_030/in4*
T0*
align	LEFT_LEFT
?
MatrixDiagV3_030/out0IdentityMatrixDiagV3_030/op*
T0
B
MatrixSetDiagV3_030/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_030/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_030/in2Placeholder*
dtype0*
shape:
“
MatrixSetDiagV3_030/opMatrixSetDiagV3MatrixSetDiagV3_030/in0MatrixSetDiagV3_030/in1MatrixSetDiagV3_030/in2*
T0*
align	LEFT_LEFT
E
MatrixSetDiagV3_030/out0IdentityMatrixSetDiagV3_030/op*
T0
C
MatrixDiagPartV3_031/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_031/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_031/in2Placeholder*
dtype0*
shape:
˜
MatrixDiagPartV3_031/opMatrixDiagPartV3MatrixDiagPartV3_031/in0MatrixDiagPartV3_031/in1MatrixDiagPartV3_031/in2*
T0*
align	LEFT_LEFT
G
MatrixDiagPartV3_031/out0IdentityMatrixDiagPartV3_031/op*
T0
?
MatrixDiagV3_031/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_031/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_031/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_031/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_031/in4Placeholder*
dtype0*
shape:
°
MatrixDiagV3_031/opMatrixDiagV3MatrixDiagV3_031/in0MatrixDiagV3_031/in1MatrixDiagV3_031/in2MatrixDiagV3_031/in3MatrixDiagV3_031/in4*
T0*
align	LEFT_LEFT
?
MatrixDiagV3_031/out0IdentityMatrixDiagV3_031/op*
T0
B
MatrixSetDiagV3_031/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_031/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_031/in2Placeholder*
dtype0*
shape:
“
MatrixSetDiagV3_031/opMatrixSetDiagV3MatrixSetDiagV3_031/in0MatrixSetDiagV3_031/in1MatrixSetDiagV3_031/in2*
T0*
align	LEFT_LEFT
E
MatrixSetDiagV3_031/out0IdentityMatrixSetDiagV3_031/op*
T0
C
MatrixDiagPartV3_032/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_032/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_032/in2Placeholder*
dtype0*
shape:
˜
MatrixDiagPartV3_032/opMatrixDiagPartV3MatrixDiagPartV3_032/in0MatrixDiagPartV3_032/in1MatrixDiagPartV3_032/in2*
T0*
align	LEFT_LEFT
G
MatrixDiagPartV3_032/out0IdentityMatrixDiagPartV3_032/op*
T0
?
MatrixDiagV3_032/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_032/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_032/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_032/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_032/in4Placeholder*
dtype0*
shape:
°
MatrixDiagV3_032/opMatrixDiagV3MatrixDiagV3_032/in0MatrixDiagV3_032/in1MatrixDiagV3_032/in2MatrixDiagV3_032/in3MatrixDiagV3_032/in4*
T0*
align	LEFT_LEFT
?
MatrixDiagV3_032/out0IdentityMatrixDiagV3_032/op*
T0
B
MatrixSetDiagV3_032/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_032/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_032/in2Placeholder*
dtype0*
shape:
“
MatrixSetDiagV3_032/opMatrixSetDiagV3MatrixSetDiagV3_032/in0MatrixSetDiagV3_032/in1MatrixSetDiagV3_032/in2*
T0*
align	LEFT_LEFT
E
MatrixSetDiagV3_032/out0IdentityMatrixSetDiagV3_032/op*
T0
C
MatrixDiagPartV3_033/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_033/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_033/in2Placeholder*
dtype0*
shape:
˜
MatrixDiagPartV3_033/opMatrixDiagPartV3MatrixDiagPartV3_033/in0MatrixDiagPartV3_033/in1MatrixDiagPartV3_033/in2*
T0*
align	LEFT_LEFT
G
MatrixDiagPartV3_033/out0IdentityMatrixDiagPartV3_033/op*
T0
?
MatrixDiagV3_033/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_033/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_033/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_033/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_033/in4Placeholder*
dtype0*
shape:
°
MatrixDiagV3_033/opMatrixDiagV3MatrixDiagV3_033/in0MatrixDiagV3_033/in1MatrixDiagV3_033/in2MatrixDiagV3_033/in3MatrixDiagV3_033/in4*
T0*
align	LEFT_LEFT
?
MatrixDiagV3_033/out0IdentityMatrixDiagV3_033/op*
T0
B
MatrixSetDiagV3_033/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_033/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_033/in2Placeholder*
dtype0*
shape:
“
MatrixSetDiagV3_033/opMatrixSetDiagV3MatrixSetDiagV3_033/in0MatrixSetDiagV3_033/in1MatrixSetDiagV3_033/in2*
T0*
align	LEFT_LEFT
E
MatrixSetDiagV3_033/out0IdentityMatrixSetDiagV3_033/op*
T0
C
MatrixDiagPartV3_034/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_034/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_034/in2Placeholder*
dtype0*
shape:
˜
MatrixDiagPartV3_034/opMatrixDiagPartV3MatrixDiagPartV3_034/in0MatrixDiagPartV3_034/in1MatrixDiagPartV3_034/in2*
T0*
align	LEFT_LEFT
G
MatrixDiagPartV3_034/out0IdentityMatrixDiagPartV3_034/op*
T0
?
MatrixDiagV3_034/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_034/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_034/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_034/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_034/in4Placeholder*
dtype0*
shape:
°
MatrixDiagV3_034/opMatrixDiagV3MatrixDiagV3_034/in0MatrixDiagV3_034/in1MatrixDiagV3_034/in2MatrixDiagV3_034/in3MatrixDiagV3_034/in4*
T0*
align	LEFT_LEFT
?
MatrixDiagV3_034/out0IdentityMatrixDiagV3_034/op*
T0
B
MatrixSetDiagV3_034/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_034/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_034/in2Placeholder*
dtype0*
shape:
“
MatrixSetDiagV3_034/opMatrixSetDiagV3MatrixSetDiagV3_034/in0MatrixSetDiagV3_034/in1MatrixSetDiagV3_034/in2*
T0*
align	LEFT_LEFT
E
MatrixSetDiagV3_034/out0IdentityMatrixSetDiagV3_034/op*
T0
C
MatrixDiagPartV3_035/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_035/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_035/in2Placeholder*
dtype0*
shape:
˜
MatrixDiagPartV3_035/opMatrixDiagPartV3MatrixDiagPartV3_035/in0MatrixDiagPartV3_035/in1MatrixDiagPartV3_035/in2*
T0*
align	LEFT_LEFT
G
MatrixDiagPartV3_035/out0IdentityMatrixDiagPartV3_035/op*
T0
?
MatrixDiagV3_035/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_035/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_035/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_035/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_035/in4Placeholder*
dtype0*
shape:
°
MatrixDiagV3_035/opMatrixDiagV3MatrixDiagV3_035/in0MatrixDiagV3_035/in1MatrixDiagV3_035/in2MatrixDiagV3_035/in3MatrixDiagV3_035/in4*
T0*
align	LEFT_LEFT
?
MatrixDiagV3_035/out0IdentityMatrixDiagV3_035/op*
T0
B
MatrixSetDiagV3_035/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_035/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_035/in2Placeholder*
dtype0*
shape:
“
MatrixSetDiagV3_035/opMatrixSetDiagV3MatrixSetDiagV3_035/in0MatrixSetDiagV3_035/in1MatrixSetDiagV3_035/in2*
T0*
align	LEFT_LEFT
E
MatrixSetDiagV3_035/out0IdentityMatrixSetDiagV3_035/op*
T0
C
MatrixDiagPartV3_036/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_036/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_036/in2Placeholder*
dtype0*
shape:
š
MatrixDiagPartV3_036/opMatrixDiagPartV3MatrixDiagPartV3_036/in0MatrixDiagPartV3_036/in1MatrixDiagPartV3_036/in2*
T0*
alignRIGHT_RIGHT
G
MatrixDiagPartV3_036/out0IdentityMatrixDiagPartV3_036/op*
T0
?
MatrixDiagV3_036/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_036/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_036/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_036/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_036/in4Placeholder*
dtype0*
shape:
²
MatrixDiagV3_036/opMatrixDiagV3MatrixDiagV3_036/in0MatrixDiagV3_036/in1MatrixDiagV3_036/in2MatrixDiagV3_036/in3MatrixDiagV3_036/in4*
T0*
alignRIGHT_RIGHT
?
MatrixDiagV3_036/out0IdentityMatrixDiagV3_036/op*
T0
B
MatrixSetDiagV3_036/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_036/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_036/in2Placeholder*
dtype0*
shape:
•
MatrixSetDiagV3_036/opMatrixSetDiagV3MatrixSetDiagV3_036/in0MatrixSetDiagV3_036/in1MatrixSetDiagV3_036/in2*
T0*
alignRIGHT_RIGHT
E
MatrixSetDiagV3_036/out0IdentityMatrixSetDiagV3_036/op*
T0
C
MatrixDiagPartV3_037/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_037/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_037/in2Placeholder*
dtype0*
shape:
š
MatrixDiagPartV3_037/opMatrixDiagPartV3MatrixDiagPartV3_037/in0MatrixDiagPartV3_037/in1MatrixDiagPartV3_037/in2*
T0*
alignRIGHT_RIGHT
G
MatrixDiagPartV3_037/out0IdentityMatrixDiagPartV3_037/op*
T0
?
MatrixDiagV3_037/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_037/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_037/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_037/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_037/in4Placeholder*
dtype0*
shape:
²
MatrixDiagV3_037/opMatrixDiagV3MatrixDiagV3_037/in0MatrixDiagV3_037/in1MatrixDiagV3_037/in2MatrixDiagV3_037/in3MatrixDiagV3_037/in4*
T0*
alignRIGHT_RIGHT
?
MatrixDiagV3_037/out0IdentityMatrixDiagV3_037/op*
T0
B
MatrixSetDiagV3_037/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_037/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_037/in2Placeholder*
dtype0*
shape:
•
MatrixSetDiagV3_037/opMatrixSetDiagV3MatrixSetDiagV3_037/in0MatrixSetDiagV3_037/in1MatrixSetDiagV3_037/in2*
T0*
alignRIGHT_RIGHT
E
MatrixSetDiagV3_037/out0IdentityMatrixSetDiagV3_037/op*
T0
C
MatrixDiagPartV3_038/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_038/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_038/in2Placeholder*
dtype0*
shape:
š
MatrixDiagPartV3_038/opMatrixDiagPartV3MatrixDiagPartV3_038/in0MatrixDiagPartV3_038/in1MatrixDiagPartV3_038/in2*
T0*
alignRIGHT_RIGHT
G
MatrixDiagPartV3_038/out0IdentityMatrixDiagPartV3_038/op*
T0
?
MatrixDiagV3_038/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_038/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_038/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_038/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_038/in4Placeholder*
dtype0*
shape:
²
MatrixDiagV3_038/opMatrixDiagV3MatrixDiagV3_038/in0MatrixDiagV3_038/in1MatrixDiagV3_038/in2MatrixDiagV3_038/in3MatrixDiagV3_038/in4*
T0*
alignRIGHT_RIGHT
?
MatrixDiagV3_038/out0IdentityMatrixDiagV3_038/op*
T0
B
MatrixSetDiagV3_038/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_038/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_038/in2Placeholder*
dtype0*
shape:
•
MatrixSetDiagV3_038/opMatrixSetDiagV3MatrixSetDiagV3_038/in0MatrixSetDiagV3_038/in1MatrixSetDiagV3_038/in2*
T0*
alignRIGHT_RIGHT
E
MatrixSetDiagV3_038/out0IdentityMatrixSetDiagV3_038/op*
T0
C
MatrixDiagPartV3_039/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_039/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_039/in2Placeholder*
dtype0*
shape:
š
MatrixDiagPartV3_039/opMatrixDiagPartV3MatrixDiagPartV3_039/in0MatrixDiagPartV3_039/in1MatrixDiagPartV3_039/in2*
T0*
alignRIGHT_RIGHT
G
MatrixDiagPartV3_039/out0IdentityMatrixDiagPartV3_039/op*
T0
?
MatrixDiagV3_039/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_039/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_039/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_039/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_039/in4Placeholder*
dtype0*
shape:
²
MatrixDiagV3_039/opMatrixDiagV3MatrixDiagV3_039/in0MatrixDiagV3_039/in1MatrixDiagV3_039/in2MatrixDiagV3_039/in3MatrixDiagV3_039/in4*
T0*
alignRIGHT_RIGHT
?
MatrixDiagV3_039/out0IdentityMatrixDiagV3_039/op*
T0
B
MatrixSetDiagV3_039/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_039/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_039/in2Placeholder*
dtype0*
shape:
•
MatrixSetDiagV3_039/opMatrixSetDiagV3MatrixSetDiagV3_039/in0MatrixSetDiagV3_039/in1MatrixSetDiagV3_039/in2*
T0*
alignRIGHT_RIGHT
E
MatrixSetDiagV3_039/out0IdentityMatrixSetDiagV3_039/op*
T0
C
MatrixDiagPartV3_040/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_040/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_040/in2Placeholder*
dtype0*
shape:
š
MatrixDiagPartV3_040/opMatrixDiagPartV3MatrixDiagPartV3_040/in0MatrixDiagPartV3_040/in1MatrixDiagPartV3_040/in2*
T0*
alignRIGHT_RIGHT
G
MatrixDiagPartV3_040/out0IdentityMatrixDiagPartV3_040/op*
T0
?
MatrixDiagV3_040/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_040/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_040/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_040/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_040/in4Placeholder*
dtype0*
shape:
²
MatrixDiagV3_040/opMatrixDiagV3MatrixDiagV3_040/in0MatrixDiagV3_040/in1MatrixDiagV3_040/in2MatrixDiagV3_040/in3MatrixDiagV3_040/in4*
T0*
alignRIGHT_RIGHT
?
MatrixDiagV3_040/out0IdentityMatrixDiagV3_040/op*
T0
B
MatrixSetDiagV3_040/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_040/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_040/in2Placeholder*
dtype0*
shape:
•
MatrixSetDiagV3_040/opMatrixSetDiagV3MatrixSetDiagV3_040/in0MatrixSetDiagV3_040/in1MatrixSetDiagV3_040/in2*
T0*
alignRIGHT_RIGHT
E
MatrixSetDiagV3_040/out0IdentityMatrixSetDiagV3_040/op*
T0
C
MatrixDiagPartV3_041/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_041/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_041/in2Placeholder*
dtype0*
shape:
š
MatrixDiagPartV3_041/opMatrixDiagPartV3MatrixDiagPartV3_041/in0MatrixDiagPartV3_041/in1MatrixDiagPartV3_041/in2*
T0*
alignRIGHT_RIGHT
G
MatrixDiagPartV3_041/out0IdentityMatrixDiagPartV3_041/op*
T0
?
MatrixDiagV3_041/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_041/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_041/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_041/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_041/in4Placeholder*
dtype0*
shape:
²
MatrixDiagV3_041/opMatrixDiagV3MatrixDiagV3_041/in0MatrixDiagV3_041/in1MatrixDiagV3_041/in2MatrixDiagV3_041/in3MatrixDiagV3_041/in4*
T0*
alignRIGHT_RIGHT
?
MatrixDiagV3_041/out0IdentityMatrixDiagV3_041/op*
T0
B
MatrixSetDiagV3_041/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_041/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_041/in2Placeholder*
dtype0*
shape:
•
MatrixSetDiagV3_041/opMatrixSetDiagV3MatrixSetDiagV3_041/in0MatrixSetDiagV3_041/in1MatrixSetDiagV3_041/in2*
T0*
alignRIGHT_RIGHT
E
MatrixSetDiagV3_041/out0IdentityMatrixSetDiagV3_041/op*
T0
C
MatrixDiagPartV3_042/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_042/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_042/in2Placeholder*
dtype0*
shape:
š
MatrixDiagPartV3_042/opMatrixDiagPartV3MatrixDiagPartV3_042/in0MatrixDiagPartV3_042/in1MatrixDiagPartV3_042/in2*
T0*
alignRIGHT_RIGHT
G
MatrixDiagPartV3_042/out0IdentityMatrixDiagPartV3_042/op*
T0
?
MatrixDiagV3_042/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_042/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_042/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_042/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_042/in4Placeholder*
dtype0*
shape:
²
MatrixDiagV3_042/opMatrixDiagV3MatrixDiagV3_042/in0MatrixDiagV3_042/in1MatrixDiagV3_042/in2MatrixDiagV3_042/in3MatrixDiagV3_042/in4*
T0*
alignRIGHT_RIGHT
?
MatrixDiagV3_042/out0IdentityMatrixDiagV3_042/op*
T0
B
MatrixSetDiagV3_042/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_042/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_042/in2Placeholder*
dtype0*
shape:
•
MatrixSetDiagV3_042/opMatrixSetDiagV3MatrixSetDiagV3_042/in0MatrixSetDiagV3_042/in1MatrixSetDiagV3_042/in2*
T0*
alignRIGHT_RIGHT
E
MatrixSetDiagV3_042/out0IdentityMatrixSetDiagV3_042/op*
T0
C
MatrixDiagPartV3_043/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_043/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_043/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_043/opMatrixDiagPartV3MatrixDiagPartV3_043/in0MatrixDiagPartV3_043/in1MatrixDiagPartV3_043/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_043/out0IdentityMatrixDiagPartV3_043/op*
T0
C
MatrixDiagPartV2_015/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_015/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_015/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_015/opMatrixDiagPartV2MatrixDiagPartV2_015/in0MatrixDiagPartV2_015/in1MatrixDiagPartV2_015/in2*
T0
G
MatrixDiagPartV2_015/out0IdentityMatrixDiagPartV2_015/op*
T0
B
MatrixSetDiagV3_043/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_043/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_043/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_043/opMatrixSetDiagV3MatrixSetDiagV3_043/in0MatrixSetDiagV3_043/in1MatrixSetDiagV3_043/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_043/out0IdentityMatrixSetDiagV3_043/op*
T0
B
MatrixSetDiagV3_044/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_044/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_044/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_044/opMatrixSetDiagV3MatrixSetDiagV3_044/in0MatrixSetDiagV3_044/in1MatrixSetDiagV3_044/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_044/out0IdentityMatrixSetDiagV3_044/op*
T0
C
MatrixDiagPartV3_044/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_044/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_044/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_044/opMatrixDiagPartV3MatrixDiagPartV3_044/in0MatrixDiagPartV3_044/in1MatrixDiagPartV3_044/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_044/out0IdentityMatrixDiagPartV3_044/op*
T0
C
MatrixDiagPartV2_016/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_016/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_016/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_016/opMatrixDiagPartV2MatrixDiagPartV2_016/in0MatrixDiagPartV2_016/in1MatrixDiagPartV2_016/in2*
T0
G
MatrixDiagPartV2_016/out0IdentityMatrixDiagPartV2_016/op*
T0
B
MatrixSetDiagV3_045/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_045/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_045/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_045/opMatrixSetDiagV3MatrixSetDiagV3_045/in0MatrixSetDiagV3_045/in1MatrixSetDiagV3_045/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_045/out0IdentityMatrixSetDiagV3_045/op*
T0
B
MatrixSetDiagV3_046/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_046/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_046/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_046/opMatrixSetDiagV3MatrixSetDiagV3_046/in0MatrixSetDiagV3_046/in1MatrixSetDiagV3_046/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_046/out0IdentityMatrixSetDiagV3_046/op*
T0
C
MatrixDiagPartV3_045/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_045/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_045/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_045/opMatrixDiagPartV3MatrixDiagPartV3_045/in0MatrixDiagPartV3_045/in1MatrixDiagPartV3_045/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_045/out0IdentityMatrixDiagPartV3_045/op*
T0
C
MatrixDiagPartV2_017/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_017/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_017/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_017/opMatrixDiagPartV2MatrixDiagPartV2_017/in0MatrixDiagPartV2_017/in1MatrixDiagPartV2_017/in2*
T0
G
MatrixDiagPartV2_017/out0IdentityMatrixDiagPartV2_017/op*
T0
B
MatrixSetDiagV3_047/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_047/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_047/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_047/opMatrixSetDiagV3MatrixSetDiagV3_047/in0MatrixSetDiagV3_047/in1MatrixSetDiagV3_047/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_047/out0IdentityMatrixSetDiagV3_047/op*
T0
B
MatrixSetDiagV3_048/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_048/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_048/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_048/opMatrixSetDiagV3MatrixSetDiagV3_048/in0MatrixSetDiagV3_048/in1MatrixSetDiagV3_048/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_048/out0IdentityMatrixSetDiagV3_048/op*
T0
C
MatrixDiagPartV3_046/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_046/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_046/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_046/opMatrixDiagPartV3MatrixDiagPartV3_046/in0MatrixDiagPartV3_046/in1MatrixDiagPartV3_046/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_046/out0IdentityMatrixDiagPartV3_046/op*
T0
C
MatrixDiagPartV2_018/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_018/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_018/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_018/opMatrixDiagPartV2MatrixDiagPartV2_018/in0MatrixDiagPartV2_018/in1MatrixDiagPartV2_018/in2*
T0
G
MatrixDiagPartV2_018/out0IdentityMatrixDiagPartV2_018/op*
T0
B
MatrixSetDiagV3_049/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_049/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_049/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_049/opMatrixSetDiagV3MatrixSetDiagV3_049/in0MatrixSetDiagV3_049/in1MatrixSetDiagV3_049/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_049/out0IdentityMatrixSetDiagV3_049/op*
T0
B
MatrixSetDiagV3_050/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_050/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_050/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_050/opMatrixSetDiagV3MatrixSetDiagV3_050/in0MatrixSetDiagV3_050/in1MatrixSetDiagV3_050/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_050/out0IdentityMatrixSetDiagV3_050/op*
T0
C
MatrixDiagPartV3_047/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_047/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_047/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_047/opMatrixDiagPartV3MatrixDiagPartV3_047/in0MatrixDiagPartV3_047/in1MatrixDiagPartV3_047/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_047/out0IdentityMatrixDiagPartV3_047/op*
T0
C
MatrixDiagPartV2_019/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_019/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_019/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_019/opMatrixDiagPartV2MatrixDiagPartV2_019/in0MatrixDiagPartV2_019/in1MatrixDiagPartV2_019/in2*
T0
G
MatrixDiagPartV2_019/out0IdentityMatrixDiagPartV2_019/op*
T0
B
MatrixSetDiagV3_051/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_051/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_051/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_051/opMatrixSetDiagV3MatrixSetDiagV3_051/in0MatrixSetDiagV3_051/in1MatrixSetDiagV3_051/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_051/out0IdentityMatrixSetDiagV3_051/op*
T0
B
MatrixSetDiagV3_052/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_052/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_052/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_052/opMatrixSetDiagV3MatrixSetDiagV3_052/in0MatrixSetDiagV3_052/in1MatrixSetDiagV3_052/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_052/out0IdentityMatrixSetDiagV3_052/op*
T0
C
MatrixDiagPartV3_048/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_048/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_048/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_048/opMatrixDiagPartV3MatrixDiagPartV3_048/in0MatrixDiagPartV3_048/in1MatrixDiagPartV3_048/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_048/out0IdentityMatrixDiagPartV3_048/op*
T0
C
MatrixDiagPartV2_020/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_020/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_020/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_020/opMatrixDiagPartV2MatrixDiagPartV2_020/in0MatrixDiagPartV2_020/in1MatrixDiagPartV2_020/in2*
T0
G
MatrixDiagPartV2_020/out0IdentityMatrixDiagPartV2_020/op*
T0
B
MatrixSetDiagV3_053/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_053/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_053/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_053/opMatrixSetDiagV3MatrixSetDiagV3_053/in0MatrixSetDiagV3_053/in1MatrixSetDiagV3_053/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_053/out0IdentityMatrixSetDiagV3_053/op*
T0
B
MatrixSetDiagV3_054/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_054/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_054/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_054/opMatrixSetDiagV3MatrixSetDiagV3_054/in0MatrixSetDiagV3_054/in1MatrixSetDiagV3_054/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_054/out0IdentityMatrixSetDiagV3_054/op*
T0
C
MatrixDiagPartV3_049/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_049/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_049/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_049/opMatrixDiagPartV3MatrixDiagPartV3_049/in0MatrixDiagPartV3_049/in1MatrixDiagPartV3_049/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_049/out0IdentityMatrixDiagPartV3_049/op*
T0
C
MatrixDiagPartV2_021/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_021/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_021/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_021/opMatrixDiagPartV2MatrixDiagPartV2_021/in0MatrixDiagPartV2_021/in1MatrixDiagPartV2_021/in2*
T0
G
MatrixDiagPartV2_021/out0IdentityMatrixDiagPartV2_021/op*
T0
B
MatrixSetDiagV3_055/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_055/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_055/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_055/opMatrixSetDiagV3MatrixSetDiagV3_055/in0MatrixSetDiagV3_055/in1MatrixSetDiagV3_055/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_055/out0IdentityMatrixSetDiagV3_055/op*
T0
B
MatrixSetDiagV3_056/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_056/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_056/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_056/opMatrixSetDiagV3MatrixSetDiagV3_056/in0MatrixSetDiagV3_056/in1MatrixSetDiagV3_056/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_056/out0IdentityMatrixSetDiagV3_056/op*
T0
C
MatrixDiagPartV3_050/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_050/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_050/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_050/opMatrixDiagPartV3MatrixDiagPartV3_050/in0MatrixDiagPartV3_050/in1MatrixDiagPartV3_050/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_050/out0IdentityMatrixDiagPartV3_050/op*
T0
C
MatrixDiagPartV2_022/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_022/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_022/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_022/opMatrixDiagPartV2MatrixDiagPartV2_022/in0MatrixDiagPartV2_022/in1MatrixDiagPartV2_022/in2*
T0
G
MatrixDiagPartV2_022/out0IdentityMatrixDiagPartV2_022/op*
T0
B
MatrixSetDiagV3_057/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_057/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_057/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_057/opMatrixSetDiagV3MatrixSetDiagV3_057/in0MatrixSetDiagV3_057/in1MatrixSetDiagV3_057/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_057/out0IdentityMatrixSetDiagV3_057/op*
T0
B
MatrixSetDiagV3_058/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_058/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_058/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_058/opMatrixSetDiagV3MatrixSetDiagV3_058/in0MatrixSetDiagV3_058/in1MatrixSetDiagV3_058/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_058/out0IdentityMatrixSetDiagV3_058/op*
T0
C
MatrixDiagPartV3_051/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_051/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_051/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_051/opMatrixDiagPartV3MatrixDiagPartV3_051/in0MatrixDiagPartV3_051/in1MatrixDiagPartV3_051/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_051/out0IdentityMatrixDiagPartV3_051/op*
T0
C
MatrixDiagPartV2_023/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_023/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV2_023/in2Placeholder*
dtype0*
shape:
‚
MatrixDiagPartV2_023/opMatrixDiagPartV2MatrixDiagPartV2_023/in0MatrixDiagPartV2_023/in1MatrixDiagPartV2_023/in2*
T0
G
MatrixDiagPartV2_023/out0IdentityMatrixDiagPartV2_023/op*
T0
B
MatrixSetDiagV3_059/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_059/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_059/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_059/opMatrixSetDiagV3MatrixSetDiagV3_059/in0MatrixSetDiagV3_059/in1MatrixSetDiagV3_059/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_059/out0IdentityMatrixSetDiagV3_059/op*
T0
B
MatrixSetDiagV3_060/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_060/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_060/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_060/opMatrixSetDiagV3MatrixSetDiagV3_060/in0MatrixSetDiagV3_060/in1MatrixSetDiagV3_060/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_060/out0IdentityMatrixSetDiagV3_060/op*
T0
C
MatrixDiagPartV3_052/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_052/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_052/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_052/opMatrixDiagPartV3MatrixDiagPartV3_052/in0MatrixDiagPartV3_052/in1MatrixDiagPartV3_052/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_052/out0IdentityMatrixDiagPartV3_052/op*
T0
C
MatrixDiagPartV3_053/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_053/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_053/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_053/opMatrixDiagPartV3MatrixDiagPartV3_053/in0MatrixDiagPartV3_053/in1MatrixDiagPartV3_053/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_053/out0IdentityMatrixDiagPartV3_053/op*
T0
C
MatrixDiagPartV3_054/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_054/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_054/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_054/opMatrixDiagPartV3MatrixDiagPartV3_054/in0MatrixDiagPartV3_054/in1MatrixDiagPartV3_054/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_054/out0IdentityMatrixDiagPartV3_054/op*
T0
C
MatrixDiagPartV3_055/in0Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_055/in1Placeholder*
dtype0*
shape:
C
MatrixDiagPartV3_055/in2Placeholder*
dtype0*
shape:
™
MatrixDiagPartV3_055/opMatrixDiagPartV3MatrixDiagPartV3_055/in0MatrixDiagPartV3_055/in1MatrixDiagPartV3_055/in2*
T0*
align
RIGHT_LEFT
G
MatrixDiagPartV3_055/out0IdentityMatrixDiagPartV3_055/op*
T0
B
MatrixSetDiagV3_061/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_061/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_061/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_061/opMatrixSetDiagV3MatrixSetDiagV3_061/in0MatrixSetDiagV3_061/in1MatrixSetDiagV3_061/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_061/out0IdentityMatrixSetDiagV3_061/op*
T0
B
MatrixSetDiagV3_062/in0Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_062/in1Placeholder*
dtype0*
shape:
B
MatrixSetDiagV3_062/in2Placeholder*
dtype0*
shape:
”
MatrixSetDiagV3_062/opMatrixSetDiagV3MatrixSetDiagV3_062/in0MatrixSetDiagV3_062/in1MatrixSetDiagV3_062/in2*
T0*
align
RIGHT_LEFT
E
MatrixSetDiagV3_062/out0IdentityMatrixSetDiagV3_062/op*
T0
?
MatrixDiagV3_043/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_043/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_043/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_043/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_043/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_043/opMatrixDiagV3MatrixDiagV3_043/in0MatrixDiagV3_043/in1MatrixDiagV3_043/in2MatrixDiagV3_043/in3MatrixDiagV3_043/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_043/out0IdentityMatrixDiagV3_043/op*
T0
?
MatrixDiagV3_044/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_044/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_044/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_044/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_044/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_044/opMatrixDiagV3MatrixDiagV3_044/in0MatrixDiagV3_044/in1MatrixDiagV3_044/in2MatrixDiagV3_044/in3MatrixDiagV3_044/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_044/out0IdentityMatrixDiagV3_044/op*
T0
?
MatrixDiagV2_015/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_015/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_015/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_015/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_015/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_015/opMatrixDiagV2MatrixDiagV2_015/in0MatrixDiagV2_015/in1MatrixDiagV2_015/in2MatrixDiagV2_015/in3MatrixDiagV2_015/in4*
T0
?
MatrixDiagV2_015/out0IdentityMatrixDiagV2_015/op*
T0
?
MatrixDiagV3_045/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_045/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_045/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_045/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_045/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_045/opMatrixDiagV3MatrixDiagV3_045/in0MatrixDiagV3_045/in1MatrixDiagV3_045/in2MatrixDiagV3_045/in3MatrixDiagV3_045/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_045/out0IdentityMatrixDiagV3_045/op*
T0
?
MatrixDiagV3_046/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_046/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_046/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_046/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_046/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_046/opMatrixDiagV3MatrixDiagV3_046/in0MatrixDiagV3_046/in1MatrixDiagV3_046/in2MatrixDiagV3_046/in3MatrixDiagV3_046/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_046/out0IdentityMatrixDiagV3_046/op*
T0
?
MatrixDiagV2_016/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_016/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_016/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_016/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_016/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_016/opMatrixDiagV2MatrixDiagV2_016/in0MatrixDiagV2_016/in1MatrixDiagV2_016/in2MatrixDiagV2_016/in3MatrixDiagV2_016/in4*
T0
?
MatrixDiagV2_016/out0IdentityMatrixDiagV2_016/op*
T0
?
MatrixDiagV3_047/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_047/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_047/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_047/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_047/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_047/opMatrixDiagV3MatrixDiagV3_047/in0MatrixDiagV3_047/in1MatrixDiagV3_047/in2MatrixDiagV3_047/in3MatrixDiagV3_047/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_047/out0IdentityMatrixDiagV3_047/op*
T0
?
MatrixDiagV3_048/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_048/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_048/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_048/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_048/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_048/opMatrixDiagV3MatrixDiagV3_048/in0MatrixDiagV3_048/in1MatrixDiagV3_048/in2MatrixDiagV3_048/in3MatrixDiagV3_048/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_048/out0IdentityMatrixDiagV3_048/op*
T0
?
MatrixDiagV2_017/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_017/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_017/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_017/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_017/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_017/opMatrixDiagV2MatrixDiagV2_017/in0MatrixDiagV2_017/in1MatrixDiagV2_017/in2MatrixDiagV2_017/in3MatrixDiagV2_017/in4*
T0
?
MatrixDiagV2_017/out0IdentityMatrixDiagV2_017/op*
T0
?
MatrixDiagV3_049/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_049/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_049/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_049/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_049/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_049/opMatrixDiagV3MatrixDiagV3_049/in0MatrixDiagV3_049/in1MatrixDiagV3_049/in2MatrixDiagV3_049/in3MatrixDiagV3_049/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_049/out0IdentityMatrixDiagV3_049/op*
T0
?
MatrixDiagV3_050/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_050/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_050/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_050/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_050/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_050/opMatrixDiagV3MatrixDiagV3_050/in0MatrixDiagV3_050/in1MatrixDiagV3_050/in2MatrixDiagV3_050/in3MatrixDiagV3_050/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_050/out0IdentityMatrixDiagV3_050/op*
T0
?
MatrixDiagV2_018/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_018/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_018/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_018/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_018/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_018/opMatrixDiagV2MatrixDiagV2_018/in0MatrixDiagV2_018/in1MatrixDiagV2_018/in2MatrixDiagV2_018/in3MatrixDiagV2_018/in4*
T0
?
MatrixDiagV2_018/out0IdentityMatrixDiagV2_018/op*
T0
?
MatrixDiagV3_051/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_051/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_051/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_051/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_051/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_051/opMatrixDiagV3MatrixDiagV3_051/in0MatrixDiagV3_051/in1MatrixDiagV3_051/in2MatrixDiagV3_051/in3MatrixDiagV3_051/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_051/out0IdentityMatrixDiagV3_051/op*
T0
?
MatrixDiagV3_052/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_052/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_052/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_052/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_052/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_052/opMatrixDiagV3MatrixDiagV3_052/in0MatrixDiagV3_052/in1MatrixDiagV3_052/in2MatrixDiagV3_052/in3MatrixDiagV3_052/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_052/out0IdentityMatrixDiagV3_052/op*
T0
?
MatrixDiagV2_019/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_019/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_019/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_019/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_019/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_019/opMatrixDiagV2MatrixDiagV2_019/in0MatrixDiagV2_019/in1MatrixDiagV2_019/in2MatrixDiagV2_019/in3MatrixDiagV2_019/in4*
T0
?
MatrixDiagV2_019/out0IdentityMatrixDiagV2_019/op*
T0
?
MatrixDiagV3_053/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_053/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_053/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_053/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_053/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_053/opMatrixDiagV3MatrixDiagV3_053/in0MatrixDiagV3_053/in1MatrixDiagV3_053/in2MatrixDiagV3_053/in3MatrixDiagV3_053/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_053/out0IdentityMatrixDiagV3_053/op*
T0
?
MatrixDiagV3_054/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_054/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_054/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_054/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_054/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_054/opMatrixDiagV3MatrixDiagV3_054/in0MatrixDiagV3_054/in1MatrixDiagV3_054/in2MatrixDiagV3_054/in3MatrixDiagV3_054/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_054/out0IdentityMatrixDiagV3_054/op*
T0
?
MatrixDiagV2_020/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_020/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_020/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_020/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_020/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_020/opMatrixDiagV2MatrixDiagV2_020/in0MatrixDiagV2_020/in1MatrixDiagV2_020/in2MatrixDiagV2_020/in3MatrixDiagV2_020/in4*
T0
?
MatrixDiagV2_020/out0IdentityMatrixDiagV2_020/op*
T0
?
MatrixDiagV3_055/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_055/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_055/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_055/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_055/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_055/opMatrixDiagV3MatrixDiagV3_055/in0MatrixDiagV3_055/in1MatrixDiagV3_055/in2MatrixDiagV3_055/in3MatrixDiagV3_055/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_055/out0IdentityMatrixDiagV3_055/op*
T0
?
MatrixDiagV3_056/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_056/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_056/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_056/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_056/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_056/opMatrixDiagV3MatrixDiagV3_056/in0MatrixDiagV3_056/in1MatrixDiagV3_056/in2MatrixDiagV3_056/in3MatrixDiagV3_056/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_056/out0IdentityMatrixDiagV3_056/op*
T0
?
MatrixDiagV2_021/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_021/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_021/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_021/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_021/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_021/opMatrixDiagV2MatrixDiagV2_021/in0MatrixDiagV2_021/in1MatrixDiagV2_021/in2MatrixDiagV2_021/in3MatrixDiagV2_021/in4*
T0
?
MatrixDiagV2_021/out0IdentityMatrixDiagV2_021/op*
T0
?
MatrixDiagV3_057/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_057/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_057/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_057/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_057/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_057/opMatrixDiagV3MatrixDiagV3_057/in0MatrixDiagV3_057/in1MatrixDiagV3_057/in2MatrixDiagV3_057/in3MatrixDiagV3_057/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_057/out0IdentityMatrixDiagV3_057/op*
T0
?
MatrixDiagV3_058/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_058/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_058/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_058/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_058/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_058/opMatrixDiagV3MatrixDiagV3_058/in0MatrixDiagV3_058/in1MatrixDiagV3_058/in2MatrixDiagV3_058/in3MatrixDiagV3_058/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_058/out0IdentityMatrixDiagV3_058/op*
T0
?
MatrixDiagV2_022/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV2_022/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV2_022/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV2_022/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV2_022/in4Placeholder*
dtype0*
shape:
š
MatrixDiagV2_022/opMatrixDiagV2MatrixDiagV2_022/in0MatrixDiagV2_022/in1MatrixDiagV2_022/in2MatrixDiagV2_022/in3MatrixDiagV2_022/in4*
T0
?
MatrixDiagV2_022/out0IdentityMatrixDiagV2_022/op*
T0
?
MatrixDiagV3_059/in0Placeholder*
dtype0*
shape:
?
MatrixDiagV3_059/in1Placeholder*
dtype0*
shape:
?
MatrixDiagV3_059/in2Placeholder*
dtype0*
shape:
?
MatrixDiagV3_059/in3Placeholder*
dtype0*
shape:
?
MatrixDiagV3_059/in4Placeholder*
dtype0*
shape:
±
MatrixDiagV3_059/opMatrixDiagV3MatrixDiagV3_059/in0MatrixDiagV3_059/in1MatrixDiagV3_059/in2MatrixDiagV3_059/in3MatrixDiagV3_059/in4*
T0*
align
RIGHT_LEFT
?
MatrixDiagV3_059/out0IdentityMatrixDiagV3_059/op*
T0"í