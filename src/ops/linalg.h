/* What the files of matrix decompositions share. Everything is borrowed; la_temp lives as long as the
 * kernel runs. */
#ifndef OPS_LINALG_H
#define OPS_LINALG_H

#include "ops/kernel.h"

typedef _Complex double z;

struct la {
	int rank;			/* leading dimensions */
	int64_t batch, m, n;		/* matrices of m x n */
};

/* The input's matrices; la_square: they must be square. */
bool la_any(struct op_ctx *c, struct la *l);
bool la_square(struct op_ctx *c, struct la *l);
/* n elements from number `at` on, as complex double and back (rounded once). */
void la_load(const struct tensor *t, int64_t at, int64_t n, z *to);
void la_store(struct tensor *t, int64_t at, int64_t n, const z *from);
z *la_temp(struct op_ctx *c, int64_t rows, int64_t cols);
/* Output i: the leading dimensions and `extra` (0 to 2) of a, b. */
struct tensor *la_out(struct op_ctx *c, const struct la *l, int i, enum dtype t, int extra, int64_t a, int64_t b);

/* ---- on matrices of n x n, row by row ---- */

/* a becomes L below and U on and above the diagonal; row[i] is where row i came from. The sign of the exchange; 0 when
 * a pivot is zero. */
int la_lu(z *a, int64_t n, int64_t *row);
/* x (n x m) = A^-1 b from la_lu's result. */
void la_lu_solve(const z *a, const int64_t *row, int64_t n, int64_t m, const z *b, z *x);
void la_adjoint(z *a, int64_t n);
/* a's lower triangle becomes L; false when it is not positive definite. */
bool la_cholesky(z *a, int64_t n);
/* a (m x n, m >= n) = U diag(s) V': a's columns become U s, sorted; v is set. False: gone on long enough. */
bool la_svd(struct op_ctx *c, z *a, int64_t m, int64_t n, z *v, double *s);
/* a = Q T Q': a becomes T, upper triangular, q is set. False without an error when that does not settle, with one when
 * it shall not go on. */
bool la_schur(struct op_ctx *c, z *a, int64_t n, z *q);
/* No infinity and no NaN. */
bool la_finite(const z *a, int64_t n);
/* c = a b, all different. */
void la_mul(const z *a, const z *b, z *c, int64_t n);

#endif
