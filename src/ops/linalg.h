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

#endif
