
6
Neg_000/in0Placeholder*
dtype0*
shape:
'

Neg_000/opNegNeg_000/in0*
T0
-
Neg_000/out0Identity
Neg_000/op*
T0
6
Neg_001/in0Placeholder*
dtype0*
shape:
'

Neg_001/opNegNeg_001/in0*
T0
-
Neg_001/out0Identity
Neg_001/op*
T0
6
Neg_002/in0Placeholder*
dtype0*
shape:
'

Neg_002/opNegNeg_002/in0*
T0
-
Neg_002/out0Identity
Neg_002/op*
T0
6
Neg_003/in0Placeholder*
dtype0*
shape:
'

Neg_003/opNegNeg_003/in0*
T0
-
Neg_003/out0Identity
Neg_003/op*
T0
6
Neg_004/in0Placeholder*
dtype0*
shape:
'

Neg_004/opNegNeg_004/in0*
T0
-
Neg_004/out0Identity
Neg_004/op*
T0
6
Neg_005/in0Placeholder*
dtype0*
shape:
'

Neg_005/opNegNeg_005/in0*
T0
-
Neg_005/out0Identity
Neg_005/op*
T0
6
Neg_006/in0Placeholder*
dtype0*
shape:
'

Neg_006/opNegNeg_006/in0*
T0
-
Neg_006/out0Identity
Neg_006/op*
T0
6
Neg_007/in0Placeholder*
dtype0	*
shape:
'

Neg_007/opNegNeg_007/in0*
T0	
-
Neg_007/out0Identity
Neg_007/op*
T0	
6
Neg_008/in0Placeholder*
dtype0*
shape:
'

Neg_008/opNegNeg_008/in0*
T0
-
Neg_008/out0Identity
Neg_008/op*
T0
6
Neg_009/in0Placeholder*
dtype0*
shape:
'

Neg_009/opNegNeg_009/in0*
T0
-
Neg_009/out0Identity
Neg_009/op*
T0
6
Neg_010/in0Placeholder*
dtype0*
shape:
'

Neg_010/opNegNeg_010/in0*
T0
-
Neg_010/out0Identity
Neg_010/op*
T0
6
Neg_011/in0Placeholder*
dtype0*
shape:
'

Neg_011/opNegNeg_011/in0*
T0
-
Neg_011/out0Identity
Neg_011/op*
T0
6
Abs_000/in0Placeholder*
dtype0*
shape:
'

Abs_000/opAbsAbs_000/in0*
T0
-
Abs_000/out0Identity
Abs_000/op*
T0
6
Abs_001/in0Placeholder*
dtype0*
shape:
'

Abs_001/opAbsAbs_001/in0*
T0
-
Abs_001/out0Identity
Abs_001/op*
T0
6
Abs_002/in0Placeholder*
dtype0*
shape:
'

Abs_002/opAbsAbs_002/in0*
T0
-
Abs_002/out0Identity
Abs_002/op*
T0
6
Abs_003/in0Placeholder*
dtype0*
shape:
'

Abs_003/opAbsAbs_003/in0*
T0
-
Abs_003/out0Identity
Abs_003/op*
T0
6
Abs_004/in0Placeholder*
dtype0*
shape:
'

Abs_004/opAbsAbs_004/in0*
T0
-
Abs_004/out0Identity
Abs_004/op*
T0
6
Abs_005/in0Placeholder*
dtype0*
shape:
'

Abs_005/opAbsAbs_005/in0*
T0
-
Abs_005/out0Identity
Abs_005/op*
T0
6
Abs_006/in0Placeholder*
dtype0*
shape:
'

Abs_006/opAbsAbs_006/in0*
T0
-
Abs_006/out0Identity
Abs_006/op*
T0
6
Abs_007/in0Placeholder*
dtype0	*
shape:
'

Abs_007/opAbsAbs_007/in0*
T0	
-
Abs_007/out0Identity
Abs_007/op*
T0	
6
Abs_008/in0Placeholder*
dtype0*
shape:
'

Abs_008/opAbsAbs_008/in0*
T0
-
Abs_008/out0Identity
Abs_008/op*
T0
6
Abs_009/in0Placeholder*
dtype0*
shape:
'

Abs_009/opAbsAbs_009/in0*
T0
-
Abs_009/out0Identity
Abs_009/op*
T0
9
Square_000/in0Placeholder*
dtype0*
shape:
0
Square_000/opSquareSquare_000/in0*
T0
3
Square_000/out0IdentitySquare_000/op*
T0
9
Square_001/in0Placeholder*
dtype0*
shape:
0
Square_001/opSquareSquare_001/in0*
T0
3
Square_001/out0IdentitySquare_001/op*
T0
9
Square_002/in0Placeholder*
dtype0*
shape:
0
Square_002/opSquareSquare_002/in0*
T0
3
Square_002/out0IdentitySquare_002/op*
T0
9
Square_003/in0Placeholder*
dtype0*
shape:
0
Square_003/opSquareSquare_003/in0*
T0
3
Square_003/out0IdentitySquare_003/op*
T0
9
Square_004/in0Placeholder*
dtype0*
shape:
0
Square_004/opSquareSquare_004/in0*
T0
3
Square_004/out0IdentitySquare_004/op*
T0
9
Square_005/in0Placeholder*
dtype0*
shape:
0
Square_005/opSquareSquare_005/in0*
T0
3
Square_005/out0IdentitySquare_005/op*
T0
9
Square_006/in0Placeholder*
dtype0*
shape:
0
Square_006/opSquareSquare_006/in0*
T0
3
Square_006/out0IdentitySquare_006/op*
T0
9
Square_007/in0Placeholder*
dtype0	*
shape:
0
Square_007/opSquareSquare_007/in0*
T0	
3
Square_007/out0IdentitySquare_007/op*
T0	
9
Square_008/in0Placeholder*
dtype0*
shape:
0
Square_008/opSquareSquare_008/in0*
T0
3
Square_008/out0IdentitySquare_008/op*
T0
9
Square_009/in0Placeholder*
dtype0*
shape:
0
Square_009/opSquareSquare_009/in0*
T0
3
Square_009/out0IdentitySquare_009/op*
T0
9
Square_010/in0Placeholder*
dtype0*
shape:
0
Square_010/opSquareSquare_010/in0*
T0
3
Square_010/out0IdentitySquare_010/op*
T0
9
Square_011/in0Placeholder*
dtype0*
shape:
0
Square_011/opSquareSquare_011/in0*
T0
3
Square_011/out0IdentitySquare_011/op*
T0
9
Square_012/in0Placeholder*
dtype0*
shape:
0
Square_012/opSquareSquare_012/in0*
T0
3
Square_012/out0IdentitySquare_012/op*
T0
9
Square_013/in0Placeholder*
dtype0*
shape:
0
Square_013/opSquareSquare_013/in0*
T0
3
Square_013/out0IdentitySquare_013/op*
T0
9
Square_014/in0Placeholder*
dtype0*
shape:
0
Square_014/opSquareSquare_014/in0*
T0
3
Square_014/out0IdentitySquare_014/op*
T0
9
Square_015/in0Placeholder*
dtype0*
shape:
0
Square_015/opSquareSquare_015/in0*
T0
3
Square_015/out0IdentitySquare_015/op*
T0
7
Sqrt_000/in0Placeholder*
dtype0*
shape:
*
Sqrt_000/opSqrtSqrt_000/in0*
T0
/
Sqrt_000/out0IdentitySqrt_000/op*
T0
7
Sqrt_001/in0Placeholder*
dtype0*
shape:
*
Sqrt_001/opSqrtSqrt_001/in0*
T0
/
Sqrt_001/out0IdentitySqrt_001/op*
T0
7
Sqrt_002/in0Placeholder*
dtype0*
shape:
*
Sqrt_002/opSqrtSqrt_002/in0*
T0
/
Sqrt_002/out0IdentitySqrt_002/op*
T0
7
Sqrt_003/in0Placeholder*
dtype0*
shape:
*
Sqrt_003/opSqrtSqrt_003/in0*
T0
/
Sqrt_003/out0IdentitySqrt_003/op*
T0
7
Sqrt_004/in0Placeholder*
dtype0*
shape:
*
Sqrt_004/opSqrtSqrt_004/in0*
T0
/
Sqrt_004/out0IdentitySqrt_004/op*
T0
7
Sqrt_005/in0Placeholder*
dtype0*
shape:
*
Sqrt_005/opSqrtSqrt_005/in0*
T0
/
Sqrt_005/out0IdentitySqrt_005/op*
T0
7
Sqrt_006/in0Placeholder*
dtype0*
shape:
*
Sqrt_006/opSqrtSqrt_006/in0*
T0
/
Sqrt_006/out0IdentitySqrt_006/op*
T0
7
Sqrt_007/in0Placeholder*
dtype0*
shape:
*
Sqrt_007/opSqrtSqrt_007/in0*
T0
/
Sqrt_007/out0IdentitySqrt_007/op*
T0
7
Sqrt_008/in0Placeholder*
dtype0*
shape:
*
Sqrt_008/opSqrtSqrt_008/in0*
T0
/
Sqrt_008/out0IdentitySqrt_008/op*
T0
7
Sqrt_009/in0Placeholder*
dtype0*
shape:
*
Sqrt_009/opSqrtSqrt_009/in0*
T0
/
Sqrt_009/out0IdentitySqrt_009/op*
T0
8
Rsqrt_000/in0Placeholder*
dtype0*
shape:
-
Rsqrt_000/opRsqrtRsqrt_000/in0*
T0
1
Rsqrt_000/out0IdentityRsqrt_000/op*
T0
8
Rsqrt_001/in0Placeholder*
dtype0*
shape:
-
Rsqrt_001/opRsqrtRsqrt_001/in0*
T0
1
Rsqrt_001/out0IdentityRsqrt_001/op*
T0
8
Rsqrt_002/in0Placeholder*
dtype0*
shape:
-
Rsqrt_002/opRsqrtRsqrt_002/in0*
T0
1
Rsqrt_002/out0IdentityRsqrt_002/op*
T0
8
Rsqrt_003/in0Placeholder*
dtype0*
shape:
-
Rsqrt_003/opRsqrtRsqrt_003/in0*
T0
1
Rsqrt_003/out0IdentityRsqrt_003/op*
T0
8
Rsqrt_004/in0Placeholder*
dtype0*
shape:
-
Rsqrt_004/opRsqrtRsqrt_004/in0*
T0
1
Rsqrt_004/out0IdentityRsqrt_004/op*
T0
8
Rsqrt_005/in0Placeholder*
dtype0*
shape:
-
Rsqrt_005/opRsqrtRsqrt_005/in0*
T0
1
Rsqrt_005/out0IdentityRsqrt_005/op*
T0
8
Rsqrt_006/in0Placeholder*
dtype0*
shape:
-
Rsqrt_006/opRsqrtRsqrt_006/in0*
T0
1
Rsqrt_006/out0IdentityRsqrt_006/op*
T0
8
Rsqrt_007/in0Placeholder*
dtype0*
shape:
-
Rsqrt_007/opRsqrtRsqrt_007/in0*
T0
1
Rsqrt_007/out0IdentityRsqrt_007/op*
T0
6
Exp_000/in0Placeholder*
dtype0*
shape:
'

Exp_000/opExpExp_000/in0*
T0
-
Exp_000/out0Identity
Exp_000/op*
T0
6
Exp_001/in0Placeholder*
dtype0*
shape:
'

Exp_001/opExpExp_001/in0*
T0
-
Exp_001/out0Identity
Exp_001/op*
T0
6
Exp_002/in0Placeholder*
dtype0*
shape:
'

Exp_002/opExpExp_002/in0*
T0
-
Exp_002/out0Identity
Exp_002/op*
T0
6
Exp_003/in0Placeholder*
dtype0*
shape:
'

Exp_003/opExpExp_003/in0*
T0
-
Exp_003/out0Identity
Exp_003/op*
T0
6
Exp_004/in0Placeholder*
dtype0*
shape:
'

Exp_004/opExpExp_004/in0*
T0
-
Exp_004/out0Identity
Exp_004/op*
T0
6
Exp_005/in0Placeholder*
dtype0*
shape:
'

Exp_005/opExpExp_005/in0*
T0
-
Exp_005/out0Identity
Exp_005/op*
T0
6
Exp_006/in0Placeholder*
dtype0*
shape:
'

Exp_006/opExpExp_006/in0*
T0
-
Exp_006/out0Identity
Exp_006/op*
T0
6
Exp_007/in0Placeholder*
dtype0*
shape:
'

Exp_007/opExpExp_007/in0*
T0
-
Exp_007/out0Identity
Exp_007/op*
T0
8
Expm1_000/in0Placeholder*
dtype0*
shape:
-
Expm1_000/opExpm1Expm1_000/in0*
T0
1
Expm1_000/out0IdentityExpm1_000/op*
T0
8
Expm1_001/in0Placeholder*
dtype0*
shape:
-
Expm1_001/opExpm1Expm1_001/in0*
T0
1
Expm1_001/out0IdentityExpm1_001/op*
T0
8
Expm1_002/in0Placeholder*
dtype0*
shape:
-
Expm1_002/opExpm1Expm1_002/in0*
T0
1
Expm1_002/out0IdentityExpm1_002/op*
T0
8
Expm1_003/in0Placeholder*
dtype0*
shape:
-
Expm1_003/opExpm1Expm1_003/in0*
T0
1
Expm1_003/out0IdentityExpm1_003/op*
T0
8
Expm1_004/in0Placeholder*
dtype0*
shape:
-
Expm1_004/opExpm1Expm1_004/in0*
T0
1
Expm1_004/out0IdentityExpm1_004/op*
T0
8
Expm1_005/in0Placeholder*
dtype0*
shape:
-
Expm1_005/opExpm1Expm1_005/in0*
T0
1
Expm1_005/out0IdentityExpm1_005/op*
T0
8
Expm1_006/in0Placeholder*
dtype0*
shape:
-
Expm1_006/opExpm1Expm1_006/in0*
T0
1
Expm1_006/out0IdentityExpm1_006/op*
T0
8
Expm1_007/in0Placeholder*
dtype0*
shape:
-
Expm1_007/opExpm1Expm1_007/in0*
T0
1
Expm1_007/out0IdentityExpm1_007/op*
T0
6
Log_000/in0Placeholder*
dtype0*
shape:
'

Log_000/opLogLog_000/in0*
T0
-
Log_000/out0Identity
Log_000/op*
T0
6
Log_001/in0Placeholder*
dtype0*
shape:
'

Log_001/opLogLog_001/in0*
T0
-
Log_001/out0Identity
Log_001/op*
T0
6
Log_002/in0Placeholder*
dtype0*
shape:
'

Log_002/opLogLog_002/in0*
T0
-
Log_002/out0Identity
Log_002/op*
T0
6
Log_003/in0Placeholder*
dtype0*
shape:
'

Log_003/opLogLog_003/in0*
T0
-
Log_003/out0Identity
Log_003/op*
T0
6
Log_004/in0Placeholder*
dtype0*
shape:
'

Log_004/opLogLog_004/in0*
T0
-
Log_004/out0Identity
Log_004/op*
T0
6
Log_005/in0Placeholder*
dtype0*
shape:
'

Log_005/opLogLog_005/in0*
T0
-
Log_005/out0Identity
Log_005/op*
T0
6
Log_006/in0Placeholder*
dtype0*
shape:
'

Log_006/opLogLog_006/in0*
T0
-
Log_006/out0Identity
Log_006/op*
T0
6
Log_007/in0Placeholder*
dtype0*
shape:
'

Log_007/opLogLog_007/in0*
T0
-
Log_007/out0Identity
Log_007/op*
T0
8
Log1p_000/in0Placeholder*
dtype0*
shape:
-
Log1p_000/opLog1pLog1p_000/in0*
T0
1
Log1p_000/out0IdentityLog1p_000/op*
T0
8
Log1p_001/in0Placeholder*
dtype0*
shape:
-
Log1p_001/opLog1pLog1p_001/in0*
T0
1
Log1p_001/out0IdentityLog1p_001/op*
T0
8
Log1p_002/in0Placeholder*
dtype0*
shape:
-
Log1p_002/opLog1pLog1p_002/in0*
T0
1
Log1p_002/out0IdentityLog1p_002/op*
T0
8
Log1p_003/in0Placeholder*
dtype0*
shape:
-
Log1p_003/opLog1pLog1p_003/in0*
T0
1
Log1p_003/out0IdentityLog1p_003/op*
T0
8
Log1p_004/in0Placeholder*
dtype0*
shape:
-
Log1p_004/opLog1pLog1p_004/in0*
T0
1
Log1p_004/out0IdentityLog1p_004/op*
T0
8
Log1p_005/in0Placeholder*
dtype0*
shape:
-
Log1p_005/opLog1pLog1p_005/in0*
T0
1
Log1p_005/out0IdentityLog1p_005/op*
T0
8
Log1p_006/in0Placeholder*
dtype0*
shape:
-
Log1p_006/opLog1pLog1p_006/in0*
T0
1
Log1p_006/out0IdentityLog1p_006/op*
T0
8
Log1p_007/in0Placeholder*
dtype0*
shape:
-
Log1p_007/opLog1pLog1p_007/in0*
T0
1
Log1p_007/out0IdentityLog1p_007/op*
T0
8
Floor_000/in0Placeholder*
dtype0*
shape:
-
Floor_000/opFloorFloor_000/in0*
T0
1
Floor_000/out0IdentityFloor_000/op*
T0
8
Floor_001/in0Placeholder*
dtype0*
shape:
-
Floor_001/opFloorFloor_001/in0*
T0
1
Floor_001/out0IdentityFloor_001/op*
T0
8
Floor_002/in0Placeholder*
dtype0*
shape:
-
Floor_002/opFloorFloor_002/in0*
T0
1
Floor_002/out0IdentityFloor_002/op*
T0
8
Floor_003/in0Placeholder*
dtype0*
shape:
-
Floor_003/opFloorFloor_003/in0*
T0
1
Floor_003/out0IdentityFloor_003/op*
T0
8
Floor_004/in0Placeholder*
dtype0*
shape:
-
Floor_004/opFloorFloor_004/in0*
T0
1
Floor_004/out0IdentityFloor_004/op*
T0
8
Floor_005/in0Placeholder*
dtype0*
shape:
-
Floor_005/opFloorFloor_005/in0*
T0
1
Floor_005/out0IdentityFloor_005/op*
T0
7
Ceil_000/in0Placeholder*
dtype0*
shape:
*
Ceil_000/opCeilCeil_000/in0*
T0
/
Ceil_000/out0IdentityCeil_000/op*
T0
7
Ceil_001/in0Placeholder*
dtype0*
shape:
*
Ceil_001/opCeilCeil_001/in0*
T0
/
Ceil_001/out0IdentityCeil_001/op*
T0
7
Ceil_002/in0Placeholder*
dtype0*
shape:
*
Ceil_002/opCeilCeil_002/in0*
T0
/
Ceil_002/out0IdentityCeil_002/op*
T0
7
Ceil_003/in0Placeholder*
dtype0*
shape:
*
Ceil_003/opCeilCeil_003/in0*
T0
/
Ceil_003/out0IdentityCeil_003/op*
T0
7
Ceil_004/in0Placeholder*
dtype0*
shape:
*
Ceil_004/opCeilCeil_004/in0*
T0
/
Ceil_004/out0IdentityCeil_004/op*
T0
7
Ceil_005/in0Placeholder*
dtype0*
shape:
*
Ceil_005/opCeilCeil_005/in0*
T0
/
Ceil_005/out0IdentityCeil_005/op*
T0
8
Round_000/in0Placeholder*
dtype0*
shape:
-
Round_000/opRoundRound_000/in0*
T0
1
Round_000/out0IdentityRound_000/op*
T0
8
Round_001/in0Placeholder*
dtype0*
shape:
-
Round_001/opRoundRound_001/in0*
T0
1
Round_001/out0IdentityRound_001/op*
T0
8
Round_002/in0Placeholder*
dtype0*
shape:
-
Round_002/opRoundRound_002/in0*
T0
1
Round_002/out0IdentityRound_002/op*
T0
8
Round_003/in0Placeholder*
dtype0*
shape:
-
Round_003/opRoundRound_003/in0*
T0
1
Round_003/out0IdentityRound_003/op*
T0
8
Round_004/in0Placeholder*
dtype0*
shape:
-
Round_004/opRoundRound_004/in0*
T0
1
Round_004/out0IdentityRound_004/op*
T0
8
Round_005/in0Placeholder*
dtype0	*
shape:
-
Round_005/opRoundRound_005/in0*
T0	
1
Round_005/out0IdentityRound_005/op*
T0	
8
Round_006/in0Placeholder*
dtype0*
shape:
-
Round_006/opRoundRound_006/in0*
T0
1
Round_006/out0IdentityRound_006/op*
T0
8
Round_007/in0Placeholder*
dtype0*
shape:
-
Round_007/opRoundRound_007/in0*
T0
1
Round_007/out0IdentityRound_007/op*
T0
7
Rint_000/in0Placeholder*
dtype0*
shape:
*
Rint_000/opRintRint_000/in0*
T0
/
Rint_000/out0IdentityRint_000/op*
T0
7
Rint_001/in0Placeholder*
dtype0*
shape:
*
Rint_001/opRintRint_001/in0*
T0
/
Rint_001/out0IdentityRint_001/op*
T0
7
Rint_002/in0Placeholder*
dtype0*
shape:
*
Rint_002/opRintRint_002/in0*
T0
/
Rint_002/out0IdentityRint_002/op*
T0
7
Rint_003/in0Placeholder*
dtype0*
shape:
*
Rint_003/opRintRint_003/in0*
T0
/
Rint_003/out0IdentityRint_003/op*
T0
7
Sign_000/in0Placeholder*
dtype0*
shape:
*
Sign_000/opSignSign_000/in0*
T0
/
Sign_000/out0IdentitySign_000/op*
T0
7
Sign_001/in0Placeholder*
dtype0*
shape:
*
Sign_001/opSignSign_001/in0*
T0
/
Sign_001/out0IdentitySign_001/op*
T0
7
Sign_002/in0Placeholder*
dtype0*
shape:
*
Sign_002/opSignSign_002/in0*
T0
/
Sign_002/out0IdentitySign_002/op*
T0
7
Sign_003/in0Placeholder*
dtype0*
shape:
*
Sign_003/opSignSign_003/in0*
T0
/
Sign_003/out0IdentitySign_003/op*
T0
7
Sign_004/in0Placeholder*
dtype0*
shape:
*
Sign_004/opSignSign_004/in0*
T0
/
Sign_004/out0IdentitySign_004/op*
T0
7
Sign_005/in0Placeholder*
dtype0*
shape:
*
Sign_005/opSignSign_005/in0*
T0
/
Sign_005/out0IdentitySign_005/op*
T0
7
Sign_006/in0Placeholder*
dtype0*
shape:
*
Sign_006/opSignSign_006/in0*
T0
/
Sign_006/out0IdentitySign_006/op*
T0
7
Sign_007/in0Placeholder*
dtype0	*
shape:
*
Sign_007/opSignSign_007/in0*
T0	
/
Sign_007/out0IdentitySign_007/op*
T0	
7
Sign_008/in0Placeholder*
dtype0*
shape:
*
Sign_008/opSignSign_008/in0*
T0
/
Sign_008/out0IdentitySign_008/op*
T0
7
Sign_009/in0Placeholder*
dtype0*
shape:
*
Sign_009/opSignSign_009/in0*
T0
/
Sign_009/out0IdentitySign_009/op*
T0
7
Sign_010/in0Placeholder*
dtype0*
shape:
*
Sign_010/opSignSign_010/in0*
T0
/
Sign_010/out0IdentitySign_010/op*
T0
7
Sign_011/in0Placeholder*
dtype0*
shape:
*
Sign_011/opSignSign_011/in0*
T0
/
Sign_011/out0IdentitySign_011/op*
T0
7
Sign_012/in0Placeholder*
dtype0*
shape:
*
Sign_012/opSignSign_012/in0*
T0
/
Sign_012/out0IdentitySign_012/op*
T0
7
Sign_013/in0Placeholder*
dtype0*
shape:
*
Sign_013/opSignSign_013/in0*
T0
/
Sign_013/out0IdentitySign_013/op*
T0
=
Reciprocal_000/in0Placeholder*
dtype0*
shape:
<
Reciprocal_000/op
ReciprocalReciprocal_000/in0*
T0
;
Reciprocal_000/out0IdentityReciprocal_000/op*
T0
=
Reciprocal_001/in0Placeholder*
dtype0*
shape:
<
Reciprocal_001/op
ReciprocalReciprocal_001/in0*
T0
;
Reciprocal_001/out0IdentityReciprocal_001/op*
T0
=
Reciprocal_002/in0Placeholder*
dtype0*
shape:
<
Reciprocal_002/op
ReciprocalReciprocal_002/in0*
T0
;
Reciprocal_002/out0IdentityReciprocal_002/op*
T0
=
Reciprocal_003/in0Placeholder*
dtype0*
shape:
<
Reciprocal_003/op
ReciprocalReciprocal_003/in0*
T0
;
Reciprocal_003/out0IdentityReciprocal_003/op*
T0
=
Reciprocal_004/in0Placeholder*
dtype0*
shape:
<
Reciprocal_004/op
ReciprocalReciprocal_004/in0*
T0
;
Reciprocal_004/out0IdentityReciprocal_004/op*
T0
=
Reciprocal_005/in0Placeholder*
dtype0*
shape:
<
Reciprocal_005/op
ReciprocalReciprocal_005/in0*
T0
;
Reciprocal_005/out0IdentityReciprocal_005/op*
T0
=
Reciprocal_006/in0Placeholder*
dtype0*
shape:
<
Reciprocal_006/op
ReciprocalReciprocal_006/in0*
T0
;
Reciprocal_006/out0IdentityReciprocal_006/op*
T0
=
Reciprocal_007/in0Placeholder*
dtype0*
shape:
<
Reciprocal_007/op
ReciprocalReciprocal_007/in0*
T0
;
Reciprocal_007/out0IdentityReciprocal_007/op*
T0
6
Inv_000/in0Placeholder*
dtype0*
shape:
'

Inv_000/opInvInv_000/in0*
T0
-
Inv_000/out0Identity
Inv_000/op*
T0
6
Inv_001/in0Placeholder*
dtype0*
shape:
'

Inv_001/opInvInv_001/in0*
T0
-
Inv_001/out0Identity
Inv_001/op*
T0
6
Inv_002/in0Placeholder*
dtype0*
shape:
'

Inv_002/opInvInv_002/in0*
T0
-
Inv_002/out0Identity
Inv_002/op*
T0
6
Inv_003/in0Placeholder*
dtype0*
shape:
'

Inv_003/opInvInv_003/in0*
T0
-
Inv_003/out0Identity
Inv_003/op*
T0
6
Inv_004/in0Placeholder*
dtype0*
shape:
'

Inv_004/opInvInv_004/in0*
T0
-
Inv_004/out0Identity
Inv_004/op*
T0
6
Inv_005/in0Placeholder*
dtype0*
shape:
'

Inv_005/opInvInv_005/in0*
T0
-
Inv_005/out0Identity
Inv_005/op*
T0
6
Inv_006/in0Placeholder*
dtype0*
shape:
'

Inv_006/opInvInv_006/in0*
T0
-
Inv_006/out0Identity
Inv_006/op*
T0
6
Inv_007/in0Placeholder*
dtype0*
shape:
'

Inv_007/opInvInv_007/in0*
T0
-
Inv_007/out0Identity
Inv_007/op*
T0
6
Sin_000/in0Placeholder*
dtype0*
shape:
'

Sin_000/opSinSin_000/in0*
T0
-
Sin_000/out0Identity
Sin_000/op*
T0
6
Sin_001/in0Placeholder*
dtype0*
shape:
'

Sin_001/opSinSin_001/in0*
T0
-
Sin_001/out0Identity
Sin_001/op*
T0
6
Sin_002/in0Placeholder*
dtype0*
shape:
'

Sin_002/opSinSin_002/in0*
T0
-
Sin_002/out0Identity
Sin_002/op*
T0
6
Sin_003/in0Placeholder*
dtype0*
shape:
'

Sin_003/opSinSin_003/in0*
T0
-
Sin_003/out0Identity
Sin_003/op*
T0
6
Sin_004/in0Placeholder*
dtype0*
shape:
'

Sin_004/opSinSin_004/in0*
T0
-
Sin_004/out0Identity
Sin_004/op*
T0
6
Sin_005/in0Placeholder*
dtype0*
shape:
'

Sin_005/opSinSin_005/in0*
T0
-
Sin_005/out0Identity
Sin_005/op*
T0
6
Sin_006/in0Placeholder*
dtype0*
shape:
'

Sin_006/opSinSin_006/in0*
T0
-
Sin_006/out0Identity
Sin_006/op*
T0
6
Sin_007/in0Placeholder*
dtype0*
shape:
'

Sin_007/opSinSin_007/in0*
T0
-
Sin_007/out0Identity
Sin_007/op*
T0
6
Cos_000/in0Placeholder*
dtype0*
shape:
'

Cos_000/opCosCos_000/in0*
T0
-
Cos_000/out0Identity
Cos_000/op*
T0
6
Cos_001/in0Placeholder*
dtype0*
shape:
'

Cos_001/opCosCos_001/in0*
T0
-
Cos_001/out0Identity
Cos_001/op*
T0
6
Cos_002/in0Placeholder*
dtype0*
shape:
'

Cos_002/opCosCos_002/in0*
T0
-
Cos_002/out0Identity
Cos_002/op*
T0
6
Cos_003/in0Placeholder*
dtype0*
shape:
'

Cos_003/opCosCos_003/in0*
T0
-
Cos_003/out0Identity
Cos_003/op*
T0
6
Cos_004/in0Placeholder*
dtype0*
shape:
'

Cos_004/opCosCos_004/in0*
T0
-
Cos_004/out0Identity
Cos_004/op*
T0
6
Cos_005/in0Placeholder*
dtype0*
shape:
'

Cos_005/opCosCos_005/in0*
T0
-
Cos_005/out0Identity
Cos_005/op*
T0
6
Cos_006/in0Placeholder*
dtype0*
shape:
'

Cos_006/opCosCos_006/in0*
T0
-
Cos_006/out0Identity
Cos_006/op*
T0
6
Cos_007/in0Placeholder*
dtype0*
shape:
'

Cos_007/opCosCos_007/in0*
T0
-
Cos_007/out0Identity
Cos_007/op*
T0
6
Tan_000/in0Placeholder*
dtype0*
shape:
'

Tan_000/opTanTan_000/in0*
T0
-
Tan_000/out0Identity
Tan_000/op*
T0
6
Tan_001/in0Placeholder*
dtype0*
shape:
'

Tan_001/opTanTan_001/in0*
T0
-
Tan_001/out0Identity
Tan_001/op*
T0
6
Tan_002/in0Placeholder*
dtype0*
shape:
'

Tan_002/opTanTan_002/in0*
T0
-
Tan_002/out0Identity
Tan_002/op*
T0
6
Tan_003/in0Placeholder*
dtype0*
shape:
'

Tan_003/opTanTan_003/in0*
T0
-
Tan_003/out0Identity
Tan_003/op*
T0
6
Tan_004/in0Placeholder*
dtype0*
shape:
'

Tan_004/opTanTan_004/in0*
T0
-
Tan_004/out0Identity
Tan_004/op*
T0
6
Tan_005/in0Placeholder*
dtype0*
shape:
'

Tan_005/opTanTan_005/in0*
T0
-
Tan_005/out0Identity
Tan_005/op*
T0
6
Tan_006/in0Placeholder*
dtype0*
shape:
'

Tan_006/opTanTan_006/in0*
T0
-
Tan_006/out0Identity
Tan_006/op*
T0
6
Tan_007/in0Placeholder*
dtype0*
shape:
'

Tan_007/opTanTan_007/in0*
T0
-
Tan_007/out0Identity
Tan_007/op*
T0
7
Sinh_000/in0Placeholder*
dtype0*
shape:
*
Sinh_000/opSinhSinh_000/in0*
T0
/
Sinh_000/out0IdentitySinh_000/op*
T0
7
Sinh_001/in0Placeholder*
dtype0*
shape:
*
Sinh_001/opSinhSinh_001/in0*
T0
/
Sinh_001/out0IdentitySinh_001/op*
T0
7
Sinh_002/in0Placeholder*
dtype0*
shape:
*
Sinh_002/opSinhSinh_002/in0*
T0
/
Sinh_002/out0IdentitySinh_002/op*
T0
7
Sinh_003/in0Placeholder*
dtype0*
shape:
*
Sinh_003/opSinhSinh_003/in0*
T0
/
Sinh_003/out0IdentitySinh_003/op*
T0
7
Sinh_004/in0Placeholder*
dtype0*
shape:
*
Sinh_004/opSinhSinh_004/in0*
T0
/
Sinh_004/out0IdentitySinh_004/op*
T0
7
Sinh_005/in0Placeholder*
dtype0*
shape:
*
Sinh_005/opSinhSinh_005/in0*
T0
/
Sinh_005/out0IdentitySinh_005/op*
T0
7
Sinh_006/in0Placeholder*
dtype0*
shape:
*
Sinh_006/opSinhSinh_006/in0*
T0
/
Sinh_006/out0IdentitySinh_006/op*
T0
7
Sinh_007/in0Placeholder*
dtype0*
shape:
*
Sinh_007/opSinhSinh_007/in0*
T0
/
Sinh_007/out0IdentitySinh_007/op*
T0
7
Cosh_000/in0Placeholder*
dtype0*
shape:
*
Cosh_000/opCoshCosh_000/in0*
T0
/
Cosh_000/out0IdentityCosh_000/op*
T0
7
Cosh_001/in0Placeholder*
dtype0*
shape:
*
Cosh_001/opCoshCosh_001/in0*
T0
/
Cosh_001/out0IdentityCosh_001/op*
T0
7
Cosh_002/in0Placeholder*
dtype0*
shape:
*
Cosh_002/opCoshCosh_002/in0*
T0
/
Cosh_002/out0IdentityCosh_002/op*
T0
7
Cosh_003/in0Placeholder*
dtype0*
shape:
*
Cosh_003/opCoshCosh_003/in0*
T0
/
Cosh_003/out0IdentityCosh_003/op*
T0
7
Cosh_004/in0Placeholder*
dtype0*
shape:
*
Cosh_004/opCoshCosh_004/in0*
T0
/
Cosh_004/out0IdentityCosh_004/op*
T0
7
Cosh_005/in0Placeholder*
dtype0*
shape:
*
Cosh_005/opCoshCosh_005/in0*
T0
/
Cosh_005/out0IdentityCosh_005/op*
T0
7
Cosh_006/in0Placeholder*
dtype0*
shape:
*
Cosh_006/opCoshCosh_006/in0*
T0
/
Cosh_006/out0IdentityCosh_006/op*
T0
7
Cosh_007/in0Placeholder*
dtype0*
shape:
*
Cosh_007/opCoshCosh_007/in0*
T0
/
Cosh_007/out0IdentityCosh_007/op*
T0
8
Asinh_000/in0Placeholder*
dtype0*
shape:
-
Asinh_000/opAsinhAsinh_000/in0*
T0
1
Asinh_000/out0IdentityAsinh_000/op*
T0
8
Asinh_001/in0Placeholder*
dtype0*
shape:
-
Asinh_001/opAsinhAsinh_001/in0*
T0
1
Asinh_001/out0IdentityAsinh_001/op*
T0
8
Asinh_002/in0Placeholder*
dtype0*
shape:
-
Asinh_002/opAsinhAsinh_002/in0*
T0
1
Asinh_002/out0IdentityAsinh_002/op*
T0
8
Asinh_003/in0Placeholder*
dtype0*
shape:
-
Asinh_003/opAsinhAsinh_003/in0*
T0
1
Asinh_003/out0IdentityAsinh_003/op*
T0
8
Asinh_004/in0Placeholder*
dtype0*
shape:
-
Asinh_004/opAsinhAsinh_004/in0*
T0
1
Asinh_004/out0IdentityAsinh_004/op*
T0
8
Asinh_005/in0Placeholder*
dtype0*
shape:
-
Asinh_005/opAsinhAsinh_005/in0*
T0
1
Asinh_005/out0IdentityAsinh_005/op*
T0
8
Asinh_006/in0Placeholder*
dtype0*
shape:
-
Asinh_006/opAsinhAsinh_006/in0*
T0
1
Asinh_006/out0IdentityAsinh_006/op*
T0
8
Asinh_007/in0Placeholder*
dtype0*
shape:
-
Asinh_007/opAsinhAsinh_007/in0*
T0
1
Asinh_007/out0IdentityAsinh_007/op*
T0
8
Acosh_000/in0Placeholder*
dtype0*
shape:
-
Acosh_000/opAcoshAcosh_000/in0*
T0
1
Acosh_000/out0IdentityAcosh_000/op*
T0
8
Acosh_001/in0Placeholder*
dtype0*
shape:
-
Acosh_001/opAcoshAcosh_001/in0*
T0
1
Acosh_001/out0IdentityAcosh_001/op*
T0
8
Acosh_002/in0Placeholder*
dtype0*
shape:
-
Acosh_002/opAcoshAcosh_002/in0*
T0
1
Acosh_002/out0IdentityAcosh_002/op*
T0
8
Acosh_003/in0Placeholder*
dtype0*
shape:
-
Acosh_003/opAcoshAcosh_003/in0*
T0
1
Acosh_003/out0IdentityAcosh_003/op*
T0
8
Acosh_004/in0Placeholder*
dtype0*
shape:
-
Acosh_004/opAcoshAcosh_004/in0*
T0
1
Acosh_004/out0IdentityAcosh_004/op*
T0
8
Acosh_005/in0Placeholder*
dtype0*
shape:
-
Acosh_005/opAcoshAcosh_005/in0*
T0
1
Acosh_005/out0IdentityAcosh_005/op*
T0
8
Acosh_006/in0Placeholder*
dtype0*
shape:
-
Acosh_006/opAcoshAcosh_006/in0*
T0
1
Acosh_006/out0IdentityAcosh_006/op*
T0
8
Acosh_007/in0Placeholder*
dtype0*
shape:
-
Acosh_007/opAcoshAcosh_007/in0*
T0
1
Acosh_007/out0IdentityAcosh_007/op*
T0
7
Asin_000/in0Placeholder*
dtype0*
shape:
*
Asin_000/opAsinAsin_000/in0*
T0
/
Asin_000/out0IdentityAsin_000/op*
T0
7
Asin_001/in0Placeholder*
dtype0*
shape:
*
Asin_001/opAsinAsin_001/in0*
T0
/
Asin_001/out0IdentityAsin_001/op*
T0
7
Asin_002/in0Placeholder*
dtype0*
shape:
*
Asin_002/opAsinAsin_002/in0*
T0
/
Asin_002/out0IdentityAsin_002/op*
T0
7
Asin_003/in0Placeholder*
dtype0*
shape:
*
Asin_003/opAsinAsin_003/in0*
T0
/
Asin_003/out0IdentityAsin_003/op*
T0
7
Asin_004/in0Placeholder*
dtype0*
shape:
*
Asin_004/opAsinAsin_004/in0*
T0
/
Asin_004/out0IdentityAsin_004/op*
T0
7
Asin_005/in0Placeholder*
dtype0*
shape:
*
Asin_005/opAsinAsin_005/in0*
T0
/
Asin_005/out0IdentityAsin_005/op*
T0
7
Asin_006/in0Placeholder*
dtype0*
shape:
*
Asin_006/opAsinAsin_006/in0*
T0
/
Asin_006/out0IdentityAsin_006/op*
T0
7
Asin_007/in0Placeholder*
dtype0*
shape:
*
Asin_007/opAsinAsin_007/in0*
T0
/
Asin_007/out0IdentityAsin_007/op*
T0
8
Atanh_000/in0Placeholder*
dtype0*
shape:
-
Atanh_000/opAtanhAtanh_000/in0*
T0
1
Atanh_000/out0IdentityAtanh_000/op*
T0
8
Atanh_001/in0Placeholder*
dtype0*
shape:
-
Atanh_001/opAtanhAtanh_001/in0*
T0
1
Atanh_001/out0IdentityAtanh_001/op*
T0
8
Atanh_002/in0Placeholder*
dtype0*
shape:
-
Atanh_002/opAtanhAtanh_002/in0*
T0
1
Atanh_002/out0IdentityAtanh_002/op*
T0
8
Atanh_003/in0Placeholder*
dtype0*
shape:
-
Atanh_003/opAtanhAtanh_003/in0*
T0
1
Atanh_003/out0IdentityAtanh_003/op*
T0
8
Atanh_004/in0Placeholder*
dtype0*
shape:
-
Atanh_004/opAtanhAtanh_004/in0*
T0
1
Atanh_004/out0IdentityAtanh_004/op*
T0
8
Atanh_005/in0Placeholder*
dtype0*
shape:
-
Atanh_005/opAtanhAtanh_005/in0*
T0
1
Atanh_005/out0IdentityAtanh_005/op*
T0
8
Atanh_006/in0Placeholder*
dtype0*
shape:
-
Atanh_006/opAtanhAtanh_006/in0*
T0
1
Atanh_006/out0IdentityAtanh_006/op*
T0
8
Atanh_007/in0Placeholder*
dtype0*
shape:
-
Atanh_007/opAtanhAtanh_007/in0*
T0
1
Atanh_007/out0IdentityAtanh_007/op*
T0
7
Acos_000/in0Placeholder*
dtype0*
shape:
*
Acos_000/opAcosAcos_000/in0*
T0
/
Acos_000/out0IdentityAcos_000/op*
T0
7
Acos_001/in0Placeholder*
dtype0*
shape:
*
Acos_001/opAcosAcos_001/in0*
T0
/
Acos_001/out0IdentityAcos_001/op*
T0
7
Acos_002/in0Placeholder*
dtype0*
shape:
*
Acos_002/opAcosAcos_002/in0*
T0
/
Acos_002/out0IdentityAcos_002/op*
T0
7
Acos_003/in0Placeholder*
dtype0*
shape:
*
Acos_003/opAcosAcos_003/in0*
T0
/
Acos_003/out0IdentityAcos_003/op*
T0
7
Acos_004/in0Placeholder*
dtype0*
shape:
*
Acos_004/opAcosAcos_004/in0*
T0
/
Acos_004/out0IdentityAcos_004/op*
T0
7
Acos_005/in0Placeholder*
dtype0*
shape:
*
Acos_005/opAcosAcos_005/in0*
T0
/
Acos_005/out0IdentityAcos_005/op*
T0
7
Acos_006/in0Placeholder*
dtype0*
shape:
*
Acos_006/opAcosAcos_006/in0*
T0
/
Acos_006/out0IdentityAcos_006/op*
T0
7
Acos_007/in0Placeholder*
dtype0*
shape:
*
Acos_007/opAcosAcos_007/in0*
T0
/
Acos_007/out0IdentityAcos_007/op*
T0
7
Atan_000/in0Placeholder*
dtype0*
shape:
*
Atan_000/opAtanAtan_000/in0*
T0
/
Atan_000/out0IdentityAtan_000/op*
T0
7
Atan_001/in0Placeholder*
dtype0*
shape:
*
Atan_001/opAtanAtan_001/in0*
T0
/
Atan_001/out0IdentityAtan_001/op*
T0
7
Atan_002/in0Placeholder*
dtype0*
shape:
*
Atan_002/opAtanAtan_002/in0*
T0
/
Atan_002/out0IdentityAtan_002/op*
T0
7
Atan_003/in0Placeholder*
dtype0*
shape:
*
Atan_003/opAtanAtan_003/in0*
T0
/
Atan_003/out0IdentityAtan_003/op*
T0
7
Atan_004/in0Placeholder*
dtype0*
shape:
*
Atan_004/opAtanAtan_004/in0*
T0
/
Atan_004/out0IdentityAtan_004/op*
T0
7
Atan_005/in0Placeholder*
dtype0*
shape:
*
Atan_005/opAtanAtan_005/in0*
T0
/
Atan_005/out0IdentityAtan_005/op*
T0
7
Atan_006/in0Placeholder*
dtype0*
shape:
*
Atan_006/opAtanAtan_006/in0*
T0
/
Atan_006/out0IdentityAtan_006/op*
T0
7
Atan_007/in0Placeholder*
dtype0*
shape:
*
Atan_007/opAtanAtan_007/in0*
T0
/
Atan_007/out0IdentityAtan_007/op*
T0
6
Erf_000/in0Placeholder*
dtype0*
shape:
'

Erf_000/opErfErf_000/in0*
T0
-
Erf_000/out0Identity
Erf_000/op*
T0
6
Erf_001/in0Placeholder*
dtype0*
shape:
'

Erf_001/opErfErf_001/in0*
T0
-
Erf_001/out0Identity
Erf_001/op*
T0
6
Erf_002/in0Placeholder*
dtype0*
shape:
'

Erf_002/opErfErf_002/in0*
T0
-
Erf_002/out0Identity
Erf_002/op*
T0
6
Erf_003/in0Placeholder*
dtype0*
shape:
'

Erf_003/opErfErf_003/in0*
T0
-
Erf_003/out0Identity
Erf_003/op*
T0
6
Erf_004/in0Placeholder*
dtype0*
shape:
'

Erf_004/opErfErf_004/in0*
T0
-
Erf_004/out0Identity
Erf_004/op*
T0
6
Erf_005/in0Placeholder*
dtype0*
shape:
'

Erf_005/opErfErf_005/in0*
T0
-
Erf_005/out0Identity
Erf_005/op*
T0
7
Erfc_000/in0Placeholder*
dtype0*
shape:
*
Erfc_000/opErfcErfc_000/in0*
T0
/
Erfc_000/out0IdentityErfc_000/op*
T0
7
Erfc_001/in0Placeholder*
dtype0*
shape:
*
Erfc_001/opErfcErfc_001/in0*
T0
/
Erfc_001/out0IdentityErfc_001/op*
T0
7
Erfc_002/in0Placeholder*
dtype0*
shape:
*
Erfc_002/opErfcErfc_002/in0*
T0
/
Erfc_002/out0IdentityErfc_002/op*
T0
7
Erfc_003/in0Placeholder*
dtype0*
shape:
*
Erfc_003/opErfcErfc_003/in0*
T0
/
Erfc_003/out0IdentityErfc_003/op*
T0
7
Erfc_004/in0Placeholder*
dtype0*
shape:
*
Erfc_004/opErfcErfc_004/in0*
T0
/
Erfc_004/out0IdentityErfc_004/op*
T0
7
Erfc_005/in0Placeholder*
dtype0*
shape:
*
Erfc_005/opErfcErfc_005/in0*
T0
/
Erfc_005/out0IdentityErfc_005/op*
T0
9
Lgamma_000/in0Placeholder*
dtype0*
shape:
0
Lgamma_000/opLgammaLgamma_000/in0*
T0
3
Lgamma_000/out0IdentityLgamma_000/op*
T0
9
Lgamma_001/in0Placeholder*
dtype0*
shape:
0
Lgamma_001/opLgammaLgamma_001/in0*
T0
3
Lgamma_001/out0IdentityLgamma_001/op*
T0
9
Lgamma_002/in0Placeholder*
dtype0*
shape:
0
Lgamma_002/opLgammaLgamma_002/in0*
T0
3
Lgamma_002/out0IdentityLgamma_002/op*
T0
9
Lgamma_003/in0Placeholder*
dtype0*
shape:
0
Lgamma_003/opLgammaLgamma_003/in0*
T0
3
Lgamma_003/out0IdentityLgamma_003/op*
T0
9
Lgamma_004/in0Placeholder*
dtype0*
shape:
0
Lgamma_004/opLgammaLgamma_004/in0*
T0
3
Lgamma_004/out0IdentityLgamma_004/op*
T0
:
Sigmoid_000/in0Placeholder*
dtype0*
shape:
3
Sigmoid_000/opSigmoidSigmoid_000/in0*
T0
5
Sigmoid_000/out0IdentitySigmoid_000/op*
T0
:
Sigmoid_001/in0Placeholder*
dtype0*
shape:
3
Sigmoid_001/opSigmoidSigmoid_001/in0*
T0
5
Sigmoid_001/out0IdentitySigmoid_001/op*
T0
:
Sigmoid_002/in0Placeholder*
dtype0*
shape:
3
Sigmoid_002/opSigmoidSigmoid_002/in0*
T0
5
Sigmoid_002/out0IdentitySigmoid_002/op*
T0
:
Sigmoid_003/in0Placeholder*
dtype0*
shape:
3
Sigmoid_003/opSigmoidSigmoid_003/in0*
T0
5
Sigmoid_003/out0IdentitySigmoid_003/op*
T0
:
Sigmoid_004/in0Placeholder*
dtype0*
shape:
3
Sigmoid_004/opSigmoidSigmoid_004/in0*
T0
5
Sigmoid_004/out0IdentitySigmoid_004/op*
T0
:
Sigmoid_005/in0Placeholder*
dtype0*
shape:
3
Sigmoid_005/opSigmoidSigmoid_005/in0*
T0
5
Sigmoid_005/out0IdentitySigmoid_005/op*
T0
:
Sigmoid_006/in0Placeholder*
dtype0*
shape:
3
Sigmoid_006/opSigmoidSigmoid_006/in0*
T0
5
Sigmoid_006/out0IdentitySigmoid_006/op*
T0
:
Sigmoid_007/in0Placeholder*
dtype0*
shape:
3
Sigmoid_007/opSigmoidSigmoid_007/in0*
T0
5
Sigmoid_007/out0IdentitySigmoid_007/op*
T0
7
Tanh_000/in0Placeholder*
dtype0*
shape:
*
Tanh_000/opTanhTanh_000/in0*
T0
/
Tanh_000/out0IdentityTanh_000/op*
T0
7
Tanh_001/in0Placeholder*
dtype0*
shape:
*
Tanh_001/opTanhTanh_001/in0*
T0
/
Tanh_001/out0IdentityTanh_001/op*
T0
7
Tanh_002/in0Placeholder*
dtype0*
shape:
*
Tanh_002/opTanhTanh_002/in0*
T0
/
Tanh_002/out0IdentityTanh_002/op*
T0
7
Tanh_003/in0Placeholder*
dtype0*
shape:
*
Tanh_003/opTanhTanh_003/in0*
T0
/
Tanh_003/out0IdentityTanh_003/op*
T0
7
Tanh_004/in0Placeholder*
dtype0*
shape:
*
Tanh_004/opTanhTanh_004/in0*
T0
/
Tanh_004/out0IdentityTanh_004/op*
T0
7
Tanh_005/in0Placeholder*
dtype0*
shape:
*
Tanh_005/opTanhTanh_005/in0*
T0
/
Tanh_005/out0IdentityTanh_005/op*
T0
7
Tanh_006/in0Placeholder*
dtype0*
shape:
*
Tanh_006/opTanhTanh_006/in0*
T0
/
Tanh_006/out0IdentityTanh_006/op*
T0
7
Tanh_007/in0Placeholder*
dtype0*
shape:
*
Tanh_007/opTanhTanh_007/in0*
T0
/
Tanh_007/out0IdentityTanh_007/op*
T0
9
Invert_000/in0Placeholder*
dtype0*
shape:
0
Invert_000/opInvertInvert_000/in0*
T0
3
Invert_000/out0IdentityInvert_000/op*
T0
9
Invert_001/in0Placeholder*
dtype0*
shape:
0
Invert_001/opInvertInvert_001/in0*
T0
3
Invert_001/out0IdentityInvert_001/op*
T0
9
Invert_002/in0Placeholder*
dtype0*
shape:
0
Invert_002/opInvertInvert_002/in0*
T0
3
Invert_002/out0IdentityInvert_002/op*
T0
9
Invert_003/in0Placeholder*
dtype0	*
shape:
0
Invert_003/opInvertInvert_003/in0*
T0	
3
Invert_003/out0IdentityInvert_003/op*
T0	
9
Invert_004/in0Placeholder*
dtype0*
shape:
0
Invert_004/opInvertInvert_004/in0*
T0
3
Invert_004/out0IdentityInvert_004/op*
T0
9
Invert_005/in0Placeholder*
dtype0*
shape:
0
Invert_005/opInvertInvert_005/in0*
T0
3
Invert_005/out0IdentityInvert_005/op*
T0
9
Invert_006/in0Placeholder*
dtype0*
shape:
0
Invert_006/opInvertInvert_006/in0*
T0
3
Invert_006/out0IdentityInvert_006/op*
T0
9
Invert_007/in0Placeholder*
dtype0*
shape:
0
Invert_007/opInvertInvert_007/in0*
T0
3
Invert_007/out0IdentityInvert_007/op*
T0
9
Invert_008/in0Placeholder*
dtype0*
shape:
0
Invert_008/opInvertInvert_008/in0*
T0
3
Invert_008/out0IdentityInvert_008/op*
T0
9
Invert_009/in0Placeholder*
dtype0*
shape:
0
Invert_009/opInvertInvert_009/in0*
T0
3
Invert_009/out0IdentityInvert_009/op*
T0
7
Conj_000/in0Placeholder*
dtype0*
shape:
*
Conj_000/opConjConj_000/in0*
T0
/
Conj_000/out0IdentityConj_000/op*
T0
7
Conj_001/in0Placeholder*
dtype0*
shape:
*
Conj_001/opConjConj_001/in0*
T0
/
Conj_001/out0IdentityConj_001/op*
T0
7
Conj_002/in0Placeholder*
dtype0*
shape:
*
Conj_002/opConjConj_002/in0*
T0
/
Conj_002/out0IdentityConj_002/op*
T0
7
Conj_003/in0Placeholder*
dtype0*
shape:
*
Conj_003/opConjConj_003/in0*
T0
/
Conj_003/out0IdentityConj_003/op*
T0
7
Relu_000/in0Placeholder*
dtype0*
shape:
*
Relu_000/opReluRelu_000/in0*
T0
/
Relu_000/out0IdentityRelu_000/op*
T0
7
Relu_001/in0Placeholder*
dtype0*
shape:
*
Relu_001/opReluRelu_001/in0*
T0
/
Relu_001/out0IdentityRelu_001/op*
T0
7
Relu_002/in0Placeholder*
dtype0*
shape:
*
Relu_002/opReluRelu_002/in0*
T0
/
Relu_002/out0IdentityRelu_002/op*
T0
7
Relu_003/in0Placeholder*
dtype0*
shape:
*
Relu_003/opReluRelu_003/in0*
T0
/
Relu_003/out0IdentityRelu_003/op*
T0
7
Relu_004/in0Placeholder*
dtype0*
shape:
*
Relu_004/opReluRelu_004/in0*
T0
/
Relu_004/out0IdentityRelu_004/op*
T0
7
Relu_005/in0Placeholder*
dtype0*
shape:
*
Relu_005/opReluRelu_005/in0*
T0
/
Relu_005/out0IdentityRelu_005/op*
T0
7
Relu_006/in0Placeholder*
dtype0*
shape:
*
Relu_006/opReluRelu_006/in0*
T0
/
Relu_006/out0IdentityRelu_006/op*
T0
7
Relu_007/in0Placeholder*
dtype0*
shape:
*
Relu_007/opReluRelu_007/in0*
T0
/
Relu_007/out0IdentityRelu_007/op*
T0
7
Relu_008/in0Placeholder*
dtype0*
shape:
*
Relu_008/opReluRelu_008/in0*
T0
/
Relu_008/out0IdentityRelu_008/op*
T0
7
Relu_009/in0Placeholder*
dtype0*
shape:
*
Relu_009/opReluRelu_009/in0*
T0
/
Relu_009/out0IdentityRelu_009/op*
T0
7
Relu_010/in0Placeholder*
dtype0	*
shape:
*
Relu_010/opReluRelu_010/in0*
T0	
/
Relu_010/out0IdentityRelu_010/op*
T0	
7
Relu_011/in0Placeholder*
dtype0*
shape:
*
Relu_011/opReluRelu_011/in0*
T0
/
Relu_011/out0IdentityRelu_011/op*
T0
7
Relu_012/in0Placeholder*
dtype0*
shape:
*
Relu_012/opReluRelu_012/in0*
T0
/
Relu_012/out0IdentityRelu_012/op*
T0
7
Relu_013/in0Placeholder*
dtype0*
shape:
*
Relu_013/opReluRelu_013/in0*
T0
/
Relu_013/out0IdentityRelu_013/op*
T0
8
Relu6_000/in0Placeholder*
dtype0*
shape:
-
Relu6_000/opRelu6Relu6_000/in0*
T0
1
Relu6_000/out0IdentityRelu6_000/op*
T0
8
Relu6_001/in0Placeholder*
dtype0*
shape:
-
Relu6_001/opRelu6Relu6_001/in0*
T0
1
Relu6_001/out0IdentityRelu6_001/op*
T0
8
Relu6_002/in0Placeholder*
dtype0*
shape:
-
Relu6_002/opRelu6Relu6_002/in0*
T0
1
Relu6_002/out0IdentityRelu6_002/op*
T0
8
Relu6_003/in0Placeholder*
dtype0*
shape:
-
Relu6_003/opRelu6Relu6_003/in0*
T0
1
Relu6_003/out0IdentityRelu6_003/op*
T0
8
Relu6_004/in0Placeholder*
dtype0*
shape:
-
Relu6_004/opRelu6Relu6_004/in0*
T0
1
Relu6_004/out0IdentityRelu6_004/op*
T0
8
Relu6_005/in0Placeholder*
dtype0*
shape:
-
Relu6_005/opRelu6Relu6_005/in0*
T0
1
Relu6_005/out0IdentityRelu6_005/op*
T0
8
Relu6_006/in0Placeholder*
dtype0*
shape:
-
Relu6_006/opRelu6Relu6_006/in0*
T0
1
Relu6_006/out0IdentityRelu6_006/op*
T0
8
Relu6_007/in0Placeholder*
dtype0*
shape:
-
Relu6_007/opRelu6Relu6_007/in0*
T0
1
Relu6_007/out0IdentityRelu6_007/op*
T0
8
Relu6_008/in0Placeholder*
dtype0*
shape:
-
Relu6_008/opRelu6Relu6_008/in0*
T0
1
Relu6_008/out0IdentityRelu6_008/op*
T0
8
Relu6_009/in0Placeholder*
dtype0*
shape:
-
Relu6_009/opRelu6Relu6_009/in0*
T0
1
Relu6_009/out0IdentityRelu6_009/op*
T0
8
Relu6_010/in0Placeholder*
dtype0	*
shape:
-
Relu6_010/opRelu6Relu6_010/in0*
T0	
1
Relu6_010/out0IdentityRelu6_010/op*
T0	
8
Relu6_011/in0Placeholder*
dtype0*
shape:
-
Relu6_011/opRelu6Relu6_011/in0*
T0
1
Relu6_011/out0IdentityRelu6_011/op*
T0
8
Relu6_012/in0Placeholder*
dtype0*
shape:
-
Relu6_012/opRelu6Relu6_012/in0*
T0
1
Relu6_012/out0IdentityRelu6_012/op*
T0
8
Relu6_013/in0Placeholder*
dtype0*
shape:
-
Relu6_013/opRelu6Relu6_013/in0*
T0
1
Relu6_013/out0IdentityRelu6_013/op*
T0
6
Elu_000/in0Placeholder*
dtype0*
shape:
'

Elu_000/opEluElu_000/in0*
T0
-
Elu_000/out0Identity
Elu_000/op*
T0
6
Elu_001/in0Placeholder*
dtype0*
shape:
'

Elu_001/opEluElu_001/in0*
T0
-
Elu_001/out0Identity
Elu_001/op*
T0
6
Elu_002/in0Placeholder*
dtype0*
shape:
'

Elu_002/opEluElu_002/in0*
T0
-
Elu_002/out0Identity
Elu_002/op*
T0
6
Elu_003/in0Placeholder*
dtype0*
shape:
'

Elu_003/opEluElu_003/in0*
T0
-
Elu_003/out0Identity
Elu_003/op*
T0
6
Elu_004/in0Placeholder*
dtype0*
shape:
'

Elu_004/opEluElu_004/in0*
T0
-
Elu_004/out0Identity
Elu_004/op*
T0
6
Elu_005/in0Placeholder*
dtype0*
shape:
'

Elu_005/opEluElu_005/in0*
T0
-
Elu_005/out0Identity
Elu_005/op*
T0
7
Selu_000/in0Placeholder*
dtype0*
shape:
*
Selu_000/opSeluSelu_000/in0*
T0
/
Selu_000/out0IdentitySelu_000/op*
T0
7
Selu_001/in0Placeholder*
dtype0*
shape:
*
Selu_001/opSeluSelu_001/in0*
T0
/
Selu_001/out0IdentitySelu_001/op*
T0
7
Selu_002/in0Placeholder*
dtype0*
shape:
*
Selu_002/opSeluSelu_002/in0*
T0
/
Selu_002/out0IdentitySelu_002/op*
T0
7
Selu_003/in0Placeholder*
dtype0*
shape:
*
Selu_003/opSeluSelu_003/in0*
T0
/
Selu_003/out0IdentitySelu_003/op*
T0
7
Selu_004/in0Placeholder*
dtype0*
shape:
*
Selu_004/opSeluSelu_004/in0*
T0
/
Selu_004/out0IdentitySelu_004/op*
T0
7
Selu_005/in0Placeholder*
dtype0*
shape:
*
Selu_005/opSeluSelu_005/in0*
T0
/
Selu_005/out0IdentitySelu_005/op*
T0
;
Softplus_000/in0Placeholder*
dtype0*
shape:
6
Softplus_000/opSoftplusSoftplus_000/in0*
T0
7
Softplus_000/out0IdentitySoftplus_000/op*
T0
;
Softplus_001/in0Placeholder*
dtype0*
shape:
6
Softplus_001/opSoftplusSoftplus_001/in0*
T0
7
Softplus_001/out0IdentitySoftplus_001/op*
T0
;
Softplus_002/in0Placeholder*
dtype0*
shape:
6
Softplus_002/opSoftplusSoftplus_002/in0*
T0
7
Softplus_002/out0IdentitySoftplus_002/op*
T0
;
Softplus_003/in0Placeholder*
dtype0*
shape:
6
Softplus_003/opSoftplusSoftplus_003/in0*
T0
7
Softplus_003/out0IdentitySoftplus_003/op*
T0
;
Softplus_004/in0Placeholder*
dtype0*
shape:
6
Softplus_004/opSoftplusSoftplus_004/in0*
T0
7
Softplus_004/out0IdentitySoftplus_004/op*
T0
;
Softplus_005/in0Placeholder*
dtype0*
shape:
6
Softplus_005/opSoftplusSoftplus_005/in0*
T0
7
Softplus_005/out0IdentitySoftplus_005/op*
T0
;
Softsign_000/in0Placeholder*
dtype0*
shape:
6
Softsign_000/opSoftsignSoftsign_000/in0*
T0
7
Softsign_000/out0IdentitySoftsign_000/op*
T0
;
Softsign_001/in0Placeholder*
dtype0*
shape:
6
Softsign_001/opSoftsignSoftsign_001/in0*
T0
7
Softsign_001/out0IdentitySoftsign_001/op*
T0
;
Softsign_002/in0Placeholder*
dtype0*
shape:
6
Softsign_002/opSoftsignSoftsign_002/in0*
T0
7
Softsign_002/out0IdentitySoftsign_002/op*
T0
;
Softsign_003/in0Placeholder*
dtype0*
shape:
6
Softsign_003/opSoftsignSoftsign_003/in0*
T0
7
Softsign_003/out0IdentitySoftsign_003/op*
T0
;
Softsign_004/in0Placeholder*
dtype0*
shape:
6
Softsign_004/opSoftsignSoftsign_004/in0*
T0
7
Softsign_004/out0IdentitySoftsign_004/op*
T0
;
Softsign_005/in0Placeholder*
dtype0*
shape:
6
Softsign_005/opSoftsignSoftsign_005/in0*
T0
7
Softsign_005/out0IdentitySoftsign_005/op*
T0
8
IsNan_000/in0Placeholder*
dtype0*
shape:
-
IsNan_000/opIsNanIsNan_000/in0*
T0
1
IsNan_000/out0IdentityIsNan_000/op*
T0

8
IsNan_001/in0Placeholder*
dtype0*
shape:
-
IsNan_001/opIsNanIsNan_001/in0*
T0
1
IsNan_001/out0IdentityIsNan_001/op*
T0

8
IsNan_002/in0Placeholder*
dtype0*
shape:
-
IsNan_002/opIsNanIsNan_002/in0*
T0
1
IsNan_002/out0IdentityIsNan_002/op*
T0

8
IsNan_003/in0Placeholder*
dtype0*
shape:
-
IsNan_003/opIsNanIsNan_003/in0*
T0
1
IsNan_003/out0IdentityIsNan_003/op*
T0

8
IsNan_004/in0Placeholder*
dtype0*
shape:
-
IsNan_004/opIsNanIsNan_004/in0*
T0
1
IsNan_004/out0IdentityIsNan_004/op*
T0

8
IsNan_005/in0Placeholder*
dtype0*
shape:
-
IsNan_005/opIsNanIsNan_005/in0*
T0
1
IsNan_005/out0IdentityIsNan_005/op*
T0

8
IsInf_000/in0Placeholder*
dtype0*
shape:
-
IsInf_000/opIsInfIsInf_000/in0*
T0
1
IsInf_000/out0IdentityIsInf_000/op*
T0

8
IsInf_001/in0Placeholder*
dtype0*
shape:
-
IsInf_001/opIsInfIsInf_001/in0*
T0
1
IsInf_001/out0IdentityIsInf_001/op*
T0

8
IsInf_002/in0Placeholder*
dtype0*
shape:
-
IsInf_002/opIsInfIsInf_002/in0*
T0
1
IsInf_002/out0IdentityIsInf_002/op*
T0

8
IsInf_003/in0Placeholder*
dtype0*
shape:
-
IsInf_003/opIsInfIsInf_003/in0*
T0
1
IsInf_003/out0IdentityIsInf_003/op*
T0

8
IsInf_004/in0Placeholder*
dtype0*
shape:
-
IsInf_004/opIsInfIsInf_004/in0*
T0
1
IsInf_004/out0IdentityIsInf_004/op*
T0

8
IsInf_005/in0Placeholder*
dtype0*
shape:
-
IsInf_005/opIsInfIsInf_005/in0*
T0
1
IsInf_005/out0IdentityIsInf_005/op*
T0

;
IsFinite_000/in0Placeholder*
dtype0*
shape:
6
IsFinite_000/opIsFiniteIsFinite_000/in0*
T0
7
IsFinite_000/out0IdentityIsFinite_000/op*
T0

;
IsFinite_001/in0Placeholder*
dtype0*
shape:
6
IsFinite_001/opIsFiniteIsFinite_001/in0*
T0
7
IsFinite_001/out0IdentityIsFinite_001/op*
T0

;
IsFinite_002/in0Placeholder*
dtype0*
shape:
6
IsFinite_002/opIsFiniteIsFinite_002/in0*
T0
7
IsFinite_002/out0IdentityIsFinite_002/op*
T0

;
IsFinite_003/in0Placeholder*
dtype0*
shape:
6
IsFinite_003/opIsFiniteIsFinite_003/in0*
T0
7
IsFinite_003/out0IdentityIsFinite_003/op*
T0

;
IsFinite_004/in0Placeholder*
dtype0*
shape:
6
IsFinite_004/opIsFiniteIsFinite_004/in0*
T0
7
IsFinite_004/out0IdentityIsFinite_004/op*
T0

;
IsFinite_005/in0Placeholder*
dtype0*
shape:
6
IsFinite_005/opIsFiniteIsFinite_005/in0*
T0
7
IsFinite_005/out0IdentityIsFinite_005/op*
T0
"í