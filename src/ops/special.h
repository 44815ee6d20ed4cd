/*
 * Special functions as plain numbers to numbers; see special.c. Nothing is owned. Values outside a
 * function's domain give NaN or the infinity that TensorFlow gives.
 */
#ifndef OPS_SPECIAL_H
#define OPS_SPECIAL_H

#include <stdbool.h>

double sp_digamma(double x);
double sp_zeta(double s, double q);
double sp_polygamma(double n, double x);
double sp_igamma(double a, double x);
double sp_igammac(double a, double x);
double sp_betainc(double a, double b, double x);
double sp_erfinv(double x);
double sp_ndtri(double p);
double sp_i0(double x);
double sp_i1(double x);
double sp_i0e(double x);
double sp_i1e(double x);
double sp_k0(double x);
double sp_k1(double x);
double sp_k0e(double x);
double sp_k1e(double x);
double sp_y0(double x);
double sp_y1(double x);
double sp_expint(double x);
double sp_spence(double x);
double sp_dawson(double x);
double sp_fresnel_sin(double x);
double sp_fresnel_cos(double x);
/* The derivative of sp_igamma by a; how a gamma sample x moves with a. `least`: below which logarithm of the density
 * times x the answer is 0. */
double sp_igamma_grad(double a, double x, double least);
double sp_gamma_sample_grad(double a, double x, double least);

#endif
