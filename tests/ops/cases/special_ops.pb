
:
Digamma_000/in0Placeholder*
dtype0*
shape:
3
Digamma_000/opDigammaDigamma_000/in0*
T0
5
Digamma_000/out0IdentityDigamma_000/op*
T0
:
Digamma_001/in0Placeholder*
dtype0*
shape:
3
Digamma_001/opDigammaDigamma_001/in0*
T0
5
Digamma_001/out0IdentityDigamma_001/op*
T0
:
Digamma_002/in0Placeholder*
dtype0*
shape:
3
Digamma_002/opDigammaDigamma_002/in0*
T0
5
Digamma_002/out0IdentityDigamma_002/op*
T0
:
Digamma_003/in0Placeholder*
dtype0*
shape:
3
Digamma_003/opDigammaDigamma_003/in0*
T0
5
Digamma_003/out0IdentityDigamma_003/op*
T0
9
Erfinv_000/in0Placeholder*
dtype0*
shape:
0
Erfinv_000/opErfinvErfinv_000/in0*
T0
3
Erfinv_000/out0IdentityErfinv_000/op*
T0
9
Erfinv_001/in0Placeholder*
dtype0*
shape:
0
Erfinv_001/opErfinvErfinv_001/in0*
T0
3
Erfinv_001/out0IdentityErfinv_001/op*
T0
9
Erfinv_002/in0Placeholder*
dtype0*
shape:
0
Erfinv_002/opErfinvErfinv_002/in0*
T0
3
Erfinv_002/out0IdentityErfinv_002/op*
T0
8
Ndtri_000/in0Placeholder*
dtype0*
shape:
-
Ndtri_000/opNdtriNdtri_000/in0*
T0
1
Ndtri_000/out0IdentityNdtri_000/op*
T0
8
Ndtri_001/in0Placeholder*
dtype0*
shape:
-
Ndtri_001/opNdtriNdtri_001/in0*
T0
1
Ndtri_001/out0IdentityNdtri_001/op*
T0
8
Ndtri_002/in0Placeholder*
dtype0*
shape:
-
Ndtri_002/opNdtriNdtri_002/in0*
T0
1
Ndtri_002/out0IdentityNdtri_002/op*
T0
;
BesselI0_000/in0Placeholder*
dtype0*
shape:
6
BesselI0_000/opBesselI0BesselI0_000/in0*
T0
7
BesselI0_000/out0IdentityBesselI0_000/op*
T0
;
BesselI0_001/in0Placeholder*
dtype0*
shape:
6
BesselI0_001/opBesselI0BesselI0_001/in0*
T0
7
BesselI0_001/out0IdentityBesselI0_001/op*
T0
;
BesselI0_002/in0Placeholder*
dtype0*
shape:
6
BesselI0_002/opBesselI0BesselI0_002/in0*
T0
7
BesselI0_002/out0IdentityBesselI0_002/op*
T0
;
BesselI0_003/in0Placeholder*
dtype0*
shape:
6
BesselI0_003/opBesselI0BesselI0_003/in0*
T0
7
BesselI0_003/out0IdentityBesselI0_003/op*
T0
;
BesselI1_000/in0Placeholder*
dtype0*
shape:
6
BesselI1_000/opBesselI1BesselI1_000/in0*
T0
7
BesselI1_000/out0IdentityBesselI1_000/op*
T0
;
BesselI1_001/in0Placeholder*
dtype0*
shape:
6
BesselI1_001/opBesselI1BesselI1_001/in0*
T0
7
BesselI1_001/out0IdentityBesselI1_001/op*
T0
;
BesselI1_002/in0Placeholder*
dtype0*
shape:
6
BesselI1_002/opBesselI1BesselI1_002/in0*
T0
7
BesselI1_002/out0IdentityBesselI1_002/op*
T0
;
BesselI1_003/in0Placeholder*
dtype0*
shape:
6
BesselI1_003/opBesselI1BesselI1_003/in0*
T0
7
BesselI1_003/out0IdentityBesselI1_003/op*
T0
<
BesselI0e_000/in0Placeholder*
dtype0*
shape:
9
BesselI0e_000/op	BesselI0eBesselI0e_000/in0*
T0
9
BesselI0e_000/out0IdentityBesselI0e_000/op*
T0
<
BesselI0e_001/in0Placeholder*
dtype0*
shape:
9
BesselI0e_001/op	BesselI0eBesselI0e_001/in0*
T0
9
BesselI0e_001/out0IdentityBesselI0e_001/op*
T0
<
BesselI0e_002/in0Placeholder*
dtype0*
shape:
9
BesselI0e_002/op	BesselI0eBesselI0e_002/in0*
T0
9
BesselI0e_002/out0IdentityBesselI0e_002/op*
T0
<
BesselI0e_003/in0Placeholder*
dtype0*
shape:
9
BesselI0e_003/op	BesselI0eBesselI0e_003/in0*
T0
9
BesselI0e_003/out0IdentityBesselI0e_003/op*
T0
<
BesselI1e_000/in0Placeholder*
dtype0*
shape:
9
BesselI1e_000/op	BesselI1eBesselI1e_000/in0*
T0
9
BesselI1e_000/out0IdentityBesselI1e_000/op*
T0
<
BesselI1e_001/in0Placeholder*
dtype0*
shape:
9
BesselI1e_001/op	BesselI1eBesselI1e_001/in0*
T0
9
BesselI1e_001/out0IdentityBesselI1e_001/op*
T0
<
BesselI1e_002/in0Placeholder*
dtype0*
shape:
9
BesselI1e_002/op	BesselI1eBesselI1e_002/in0*
T0
9
BesselI1e_002/out0IdentityBesselI1e_002/op*
T0
<
BesselI1e_003/in0Placeholder*
dtype0*
shape:
9
BesselI1e_003/op	BesselI1eBesselI1e_003/in0*
T0
9
BesselI1e_003/out0IdentityBesselI1e_003/op*
T0
;
BesselJ0_000/in0Placeholder*
dtype0*
shape:
6
BesselJ0_000/opBesselJ0BesselJ0_000/in0*
T0
7
BesselJ0_000/out0IdentityBesselJ0_000/op*
T0
;
BesselJ0_001/in0Placeholder*
dtype0*
shape:
6
BesselJ0_001/opBesselJ0BesselJ0_001/in0*
T0
7
BesselJ0_001/out0IdentityBesselJ0_001/op*
T0
;
BesselJ0_002/in0Placeholder*
dtype0*
shape:
6
BesselJ0_002/opBesselJ0BesselJ0_002/in0*
T0
7
BesselJ0_002/out0IdentityBesselJ0_002/op*
T0
;
BesselJ0_003/in0Placeholder*
dtype0*
shape:
6
BesselJ0_003/opBesselJ0BesselJ0_003/in0*
T0
7
BesselJ0_003/out0IdentityBesselJ0_003/op*
T0
;
BesselJ1_000/in0Placeholder*
dtype0*
shape:
6
BesselJ1_000/opBesselJ1BesselJ1_000/in0*
T0
7
BesselJ1_000/out0IdentityBesselJ1_000/op*
T0
;
BesselJ1_001/in0Placeholder*
dtype0*
shape:
6
BesselJ1_001/opBesselJ1BesselJ1_001/in0*
T0
7
BesselJ1_001/out0IdentityBesselJ1_001/op*
T0
;
BesselJ1_002/in0Placeholder*
dtype0*
shape:
6
BesselJ1_002/opBesselJ1BesselJ1_002/in0*
T0
7
BesselJ1_002/out0IdentityBesselJ1_002/op*
T0
;
BesselJ1_003/in0Placeholder*
dtype0*
shape:
6
BesselJ1_003/opBesselJ1BesselJ1_003/in0*
T0
7
BesselJ1_003/out0IdentityBesselJ1_003/op*
T0
;
BesselK0_000/in0Placeholder*
dtype0*
shape:
6
BesselK0_000/opBesselK0BesselK0_000/in0*
T0
7
BesselK0_000/out0IdentityBesselK0_000/op*
T0
;
BesselK0_001/in0Placeholder*
dtype0*
shape:
6
BesselK0_001/opBesselK0BesselK0_001/in0*
T0
7
BesselK0_001/out0IdentityBesselK0_001/op*
T0
;
BesselK0_002/in0Placeholder*
dtype0*
shape:
6
BesselK0_002/opBesselK0BesselK0_002/in0*
T0
7
BesselK0_002/out0IdentityBesselK0_002/op*
T0
;
BesselK0_003/in0Placeholder*
dtype0*
shape:
6
BesselK0_003/opBesselK0BesselK0_003/in0*
T0
7
BesselK0_003/out0IdentityBesselK0_003/op*
T0
;
BesselK1_000/in0Placeholder*
dtype0*
shape:
6
BesselK1_000/opBesselK1BesselK1_000/in0*
T0
7
BesselK1_000/out0IdentityBesselK1_000/op*
T0
;
BesselK1_001/in0Placeholder*
dtype0*
shape:
6
BesselK1_001/opBesselK1BesselK1_001/in0*
T0
7
BesselK1_001/out0IdentityBesselK1_001/op*
T0
;
BesselK1_002/in0Placeholder*
dtype0*
shape:
6
BesselK1_002/opBesselK1BesselK1_002/in0*
T0
7
BesselK1_002/out0IdentityBesselK1_002/op*
T0
;
BesselK1_003/in0Placeholder*
dtype0*
shape:
6
BesselK1_003/opBesselK1BesselK1_003/in0*
T0
7
BesselK1_003/out0IdentityBesselK1_003/op*
T0
<
BesselK0e_000/in0Placeholder*
dtype0*
shape:
9
BesselK0e_000/op	BesselK0eBesselK0e_000/in0*
T0
9
BesselK0e_000/out0IdentityBesselK0e_000/op*
T0
<
BesselK0e_001/in0Placeholder*
dtype0*
shape:
9
BesselK0e_001/op	BesselK0eBesselK0e_001/in0*
T0
9
BesselK0e_001/out0IdentityBesselK0e_001/op*
T0
<
BesselK0e_002/in0Placeholder*
dtype0*
shape:
9
BesselK0e_002/op	BesselK0eBesselK0e_002/in0*
T0
9
BesselK0e_002/out0IdentityBesselK0e_002/op*
T0
<
BesselK0e_003/in0Placeholder*
dtype0*
shape:
9
BesselK0e_003/op	BesselK0eBesselK0e_003/in0*
T0
9
BesselK0e_003/out0IdentityBesselK0e_003/op*
T0
<
BesselK1e_000/in0Placeholder*
dtype0*
shape:
9
BesselK1e_000/op	BesselK1eBesselK1e_000/in0*
T0
9
BesselK1e_000/out0IdentityBesselK1e_000/op*
T0
<
BesselK1e_001/in0Placeholder*
dtype0*
shape:
9
BesselK1e_001/op	BesselK1eBesselK1e_001/in0*
T0
9
BesselK1e_001/out0IdentityBesselK1e_001/op*
T0
<
BesselK1e_002/in0Placeholder*
dtype0*
shape:
9
BesselK1e_002/op	BesselK1eBesselK1e_002/in0*
T0
9
BesselK1e_002/out0IdentityBesselK1e_002/op*
T0
<
BesselK1e_003/in0Placeholder*
dtype0*
shape:
9
BesselK1e_003/op	BesselK1eBesselK1e_003/in0*
T0
9
BesselK1e_003/out0IdentityBesselK1e_003/op*
T0
;
BesselY0_000/in0Placeholder*
dtype0*
shape:
6
BesselY0_000/opBesselY0BesselY0_000/in0*
T0
7
BesselY0_000/out0IdentityBesselY0_000/op*
T0
;
BesselY0_001/in0Placeholder*
dtype0*
shape:
6
BesselY0_001/opBesselY0BesselY0_001/in0*
T0
7
BesselY0_001/out0IdentityBesselY0_001/op*
T0
;
BesselY0_002/in0Placeholder*
dtype0*
shape:
6
BesselY0_002/opBesselY0BesselY0_002/in0*
T0
7
BesselY0_002/out0IdentityBesselY0_002/op*
T0
;
BesselY0_003/in0Placeholder*
dtype0*
shape:
6
BesselY0_003/opBesselY0BesselY0_003/in0*
T0
7
BesselY0_003/out0IdentityBesselY0_003/op*
T0
;
BesselY1_000/in0Placeholder*
dtype0*
shape:
6
BesselY1_000/opBesselY1BesselY1_000/in0*
T0
7
BesselY1_000/out0IdentityBesselY1_000/op*
T0
;
BesselY1_001/in0Placeholder*
dtype0*
shape:
6
BesselY1_001/opBesselY1BesselY1_001/in0*
T0
7
BesselY1_001/out0IdentityBesselY1_001/op*
T0
;
BesselY1_002/in0Placeholder*
dtype0*
shape:
6
BesselY1_002/opBesselY1BesselY1_002/in0*
T0
7
BesselY1_002/out0IdentityBesselY1_002/op*
T0
;
BesselY1_003/in0Placeholder*
dtype0*
shape:
6
BesselY1_003/opBesselY1BesselY1_003/in0*
T0
7
BesselY1_003/out0IdentityBesselY1_003/op*
T0
:
Digamma_004/in0Placeholder*
dtype0*
shape:
3
Digamma_004/opDigammaDigamma_004/in0*
T0
5
Digamma_004/out0IdentityDigamma_004/op*
T0
;
BesselK0_004/in0Placeholder*
dtype0*
shape:
6
BesselK0_004/opBesselK0BesselK0_004/in0*
T0
7
BesselK0_004/out0IdentityBesselK0_004/op*
T0
;
BesselK1_004/in0Placeholder*
dtype0*
shape:
6
BesselK1_004/opBesselK1BesselK1_004/in0*
T0
7
BesselK1_004/out0IdentityBesselK1_004/op*
T0
<
BesselK0e_004/in0Placeholder*
dtype0*
shape:
9
BesselK0e_004/op	BesselK0eBesselK0e_004/in0*
T0
9
BesselK0e_004/out0IdentityBesselK0e_004/op*
T0
<
BesselK1e_004/in0Placeholder*
dtype0*
shape:
9
BesselK1e_004/op	BesselK1eBesselK1e_004/in0*
T0
9
BesselK1e_004/out0IdentityBesselK1e_004/op*
T0
;
BesselY0_004/in0Placeholder*
dtype0*
shape:
6
BesselY0_004/opBesselY0BesselY0_004/in0*
T0
7
BesselY0_004/out0IdentityBesselY0_004/op*
T0
;
BesselY1_004/in0Placeholder*
dtype0*
shape:
6
BesselY1_004/opBesselY1BesselY1_004/in0*
T0
7
BesselY1_004/out0IdentityBesselY1_004/op*
T0
;
BesselI0_004/in0Placeholder*
dtype0*
shape:
6
BesselI0_004/opBesselI0BesselI0_004/in0*
T0
7
BesselI0_004/out0IdentityBesselI0_004/op*
T0
;
BesselI1_004/in0Placeholder*
dtype0*
shape:
6
BesselI1_004/opBesselI1BesselI1_004/in0*
T0
7
BesselI1_004/out0IdentityBesselI1_004/op*
T0
<
BesselI0e_004/in0Placeholder*
dtype0*
shape:
9
BesselI0e_004/op	BesselI0eBesselI0e_004/in0*
T0
9
BesselI0e_004/out0IdentityBesselI0e_004/op*
T0
<
BesselI1e_004/in0Placeholder*
dtype0*
shape:
9
BesselI1e_004/op	BesselI1eBesselI1e_004/in0*
T0
9
BesselI1e_004/out0IdentityBesselI1e_004/op*
T0
:
Digamma_005/in0Placeholder*
dtype0*
shape:
3
Digamma_005/opDigammaDigamma_005/in0*
T0
5
Digamma_005/out0IdentityDigamma_005/op*
T0
;
BesselK0_005/in0Placeholder*
dtype0*
shape:
6
BesselK0_005/opBesselK0BesselK0_005/in0*
T0
7
BesselK0_005/out0IdentityBesselK0_005/op*
T0
;
BesselK1_005/in0Placeholder*
dtype0*
shape:
6
BesselK1_005/opBesselK1BesselK1_005/in0*
T0
7
BesselK1_005/out0IdentityBesselK1_005/op*
T0
;
BesselY0_005/in0Placeholder*
dtype0*
shape:
6
BesselY0_005/opBesselY0BesselY0_005/in0*
T0
7
BesselY0_005/out0IdentityBesselY0_005/op*
T0
;
BesselY1_005/in0Placeholder*
dtype0*
shape:
6
BesselY1_005/opBesselY1BesselY1_005/in0*
T0
7
BesselY1_005/out0IdentityBesselY1_005/op*
T0
9
Erfinv_003/in0Placeholder*
dtype0*
shape:
0
Erfinv_003/opErfinvErfinv_003/in0*
T0
3
Erfinv_003/out0IdentityErfinv_003/op*
T0
8
Ndtri_003/in0Placeholder*
dtype0*
shape:
-
Ndtri_003/opNdtriNdtri_003/in0*
T0
1
Ndtri_003/out0IdentityNdtri_003/op*
T0
7
Zeta_000/in0Placeholder*
dtype0*
shape:
7
Zeta_000/in1Placeholder*
dtype0*
shape:
8
Zeta_000/opZetaZeta_000/in0Zeta_000/in1*
T0
/
Zeta_000/out0IdentityZeta_000/op*
T0
7
Zeta_001/in0Placeholder*
dtype0*
shape:
7
Zeta_001/in1Placeholder*
dtype0*
shape:
8
Zeta_001/opZetaZeta_001/in0Zeta_001/in1*
T0
/
Zeta_001/out0IdentityZeta_001/op*
T0
7
Zeta_002/in0Placeholder*
dtype0*
shape:
7
Zeta_002/in1Placeholder*
dtype0*
shape:
8
Zeta_002/opZetaZeta_002/in0Zeta_002/in1*
T0
/
Zeta_002/out0IdentityZeta_002/op*
T0
7
Zeta_003/in0Placeholder*
dtype0*
shape:
7
Zeta_003/in1Placeholder*
dtype0*
shape:
8
Zeta_003/opZetaZeta_003/in0Zeta_003/in1*
T0
/
Zeta_003/out0IdentityZeta_003/op*
T0
<
Polygamma_000/in0Placeholder*
dtype0*
shape:
<
Polygamma_000/in1Placeholder*
dtype0*
shape:
L
Polygamma_000/op	PolygammaPolygamma_000/in0Polygamma_000/in1*
T0
9
Polygamma_000/out0IdentityPolygamma_000/op*
T0
<
Polygamma_001/in0Placeholder*
dtype0*
shape:
<
Polygamma_001/in1Placeholder*
dtype0*
shape:
L
Polygamma_001/op	PolygammaPolygamma_001/in0Polygamma_001/in1*
T0
9
Polygamma_001/out0IdentityPolygamma_001/op*
T0
<
Polygamma_002/in0Placeholder*
dtype0*
shape:
<
Polygamma_002/in1Placeholder*
dtype0*
shape:
L
Polygamma_002/op	PolygammaPolygamma_002/in0Polygamma_002/in1*
T0
9
Polygamma_002/out0IdentityPolygamma_002/op*
T0
<
Polygamma_003/in0Placeholder*
dtype0*
shape:
<
Polygamma_003/in1Placeholder*
dtype0*
shape:
L
Polygamma_003/op	PolygammaPolygamma_003/in0Polygamma_003/in1*
T0
9
Polygamma_003/out0IdentityPolygamma_003/op*
T0
9
Igamma_000/in0Placeholder*
dtype0*
shape:
9
Igamma_000/in1Placeholder*
dtype0*
shape:
@
Igamma_000/opIgammaIgamma_000/in0Igamma_000/in1*
T0
3
Igamma_000/out0IdentityIgamma_000/op*
T0
9
Igamma_001/in0Placeholder*
dtype0*
shape:
9
Igamma_001/in1Placeholder*
dtype0*
shape:
@
Igamma_001/opIgammaIgamma_001/in0Igamma_001/in1*
T0
3
Igamma_001/out0IdentityIgamma_001/op*
T0
9
Igamma_002/in0Placeholder*
dtype0*
shape:
9
Igamma_002/in1Placeholder*
dtype0*
shape:
@
Igamma_002/opIgammaIgamma_002/in0Igamma_002/in1*
T0
3
Igamma_002/out0IdentityIgamma_002/op*
T0
9
Igamma_003/in0Placeholder*
dtype0*
shape:
9
Igamma_003/in1Placeholder*
dtype0*
shape:
@
Igamma_003/opIgammaIgamma_003/in0Igamma_003/in1*
T0
3
Igamma_003/out0IdentityIgamma_003/op*
T0
:
Igammac_000/in0Placeholder*
dtype0*
shape:
:
Igammac_000/in1Placeholder*
dtype0*
shape:
D
Igammac_000/opIgammacIgammac_000/in0Igammac_000/in1*
T0
5
Igammac_000/out0IdentityIgammac_000/op*
T0
:
Igammac_001/in0Placeholder*
dtype0*
shape:
:
Igammac_001/in1Placeholder*
dtype0*
shape:
D
Igammac_001/opIgammacIgammac_001/in0Igammac_001/in1*
T0
5
Igammac_001/out0IdentityIgammac_001/op*
T0
:
Igammac_002/in0Placeholder*
dtype0*
shape:
:
Igammac_002/in1Placeholder*
dtype0*
shape:
D
Igammac_002/opIgammacIgammac_002/in0Igammac_002/in1*
T0
5
Igammac_002/out0IdentityIgammac_002/op*
T0
:
Igammac_003/in0Placeholder*
dtype0*
shape:
:
Igammac_003/in1Placeholder*
dtype0*
shape:
D
Igammac_003/opIgammacIgammac_003/in0Igammac_003/in1*
T0
5
Igammac_003/out0IdentityIgammac_003/op*
T0
7
Zeta_004/in0Placeholder*
dtype0*
shape:
7
Zeta_004/in1Placeholder*
dtype0*
shape:
8
Zeta_004/opZetaZeta_004/in0Zeta_004/in1*
T0
/
Zeta_004/out0IdentityZeta_004/op*
T0
<
Polygamma_004/in0Placeholder*
dtype0*
shape:
<
Polygamma_004/in1Placeholder*
dtype0*
shape:
L
Polygamma_004/op	PolygammaPolygamma_004/in0Polygamma_004/in1*
T0
9
Polygamma_004/out0IdentityPolygamma_004/op*
T0
9
Igamma_004/in0Placeholder*
dtype0*
shape:
9
Igamma_004/in1Placeholder*
dtype0*
shape:
@
Igamma_004/opIgammaIgamma_004/in0Igamma_004/in1*
T0
3
Igamma_004/out0IdentityIgamma_004/op*
T0
:
Igammac_004/in0Placeholder*
dtype0*
shape:
:
Igammac_004/in1Placeholder*
dtype0*
shape:
D
Igammac_004/opIgammacIgammac_004/in0Igammac_004/in1*
T0
5
Igammac_004/out0IdentityIgammac_004/op*
T0
:
Betainc_000/in0Placeholder*
dtype0*
shape:
:
Betainc_000/in1Placeholder*
dtype0*
shape:
:
Betainc_000/in2Placeholder*
dtype0*
shape:
U
Betainc_000/opBetaincBetainc_000/in0Betainc_000/in1Betainc_000/in2*
T0
5
Betainc_000/out0IdentityBetainc_000/op*
T0
:
Betainc_001/in0Placeholder*
dtype0*
shape:
:
Betainc_001/in1Placeholder*
dtype0*
shape:
:
Betainc_001/in2Placeholder*
dtype0*
shape:
U
Betainc_001/opBetaincBetainc_001/in0Betainc_001/in1Betainc_001/in2*
T0
5
Betainc_001/out0IdentityBetainc_001/op*
T0
:
Betainc_002/in0Placeholder*
dtype0*
shape:
:
Betainc_002/in1Placeholder*
dtype0*
shape:
:
Betainc_002/in2Placeholder*
dtype0*
shape:
U
Betainc_002/opBetaincBetainc_002/in0Betainc_002/in1Betainc_002/in2*
T0
5
Betainc_002/out0IdentityBetainc_002/op*
T0
:
Betainc_003/in0Placeholder*
dtype0*
shape:
:
Betainc_003/in1Placeholder*
dtype0*
shape:
:
Betainc_003/in2Placeholder*
dtype0*
shape:
U
Betainc_003/opBetaincBetainc_003/in0Betainc_003/in1Betainc_003/in2*
T0
5
Betainc_003/out0IdentityBetainc_003/op*
T0
:
Betainc_004/in0Placeholder*
dtype0*
shape:
:
Betainc_004/in1Placeholder*
dtype0*
shape:
:
Betainc_004/in2Placeholder*
dtype0*
shape:
U
Betainc_004/opBetaincBetainc_004/in0Betainc_004/in1Betainc_004/in2*
T0
5
Betainc_004/out0IdentityBetainc_004/op*
T0
:
Betainc_005/in0Placeholder*
dtype0*
shape:
:
Betainc_005/in1Placeholder*
dtype0*
shape:
:
Betainc_005/in2Placeholder*
dtype0*
shape:
U
Betainc_005/opBetaincBetainc_005/in0Betainc_005/in1Betainc_005/in2*
T0
5
Betainc_005/out0IdentityBetainc_005/op*
T0
:
Betainc_006/in0Placeholder*
dtype0*
shape:
:
Betainc_006/in1Placeholder*
dtype0*
shape:
:
Betainc_006/in2Placeholder*
dtype0*
shape:
U
Betainc_006/opBetaincBetainc_006/in0Betainc_006/in1Betainc_006/in2*
T0
5
Betainc_006/out0IdentityBetainc_006/op*
T0
:
Betainc_007/in0Placeholder*
dtype0*
shape:
:
Betainc_007/in1Placeholder*
dtype0*
shape:
:
Betainc_007/in2Placeholder*
dtype0*
shape:
U
Betainc_007/opBetaincBetainc_007/in0Betainc_007/in1Betainc_007/in2*
T0
5
Betainc_007/out0IdentityBetainc_007/op*
T0
:
Betainc_008/in0Placeholder*
dtype0*
shape:
:
Betainc_008/in1Placeholder*
dtype0*
shape:
:
Betainc_008/in2Placeholder*
dtype0*
shape:
U
Betainc_008/opBetaincBetainc_008/in0Betainc_008/in1Betainc_008/in2*
T0
5
Betainc_008/out0IdentityBetainc_008/op*
T0"í