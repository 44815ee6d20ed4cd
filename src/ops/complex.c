/* Complex numbers put together and taken apart: Complex, Real, Imag, Angle, ComplexAbs. */
#include "ops/kernel.h"

#include <math.h>
#include <string.h>

static enum dtype part_type(enum dtype t)
{
	return t == DT_COMPLEX64 ? DT_FLOAT : DT_DOUBLE;
}

/* ---- taking apart ---- */

enum part { PART_REAL, PART_IMAG, PART_ANGLE, PART_ABS };
static const enum part parts[] = { PART_REAL, PART_IMAG, PART_ANGLE, PART_ABS };

struct part_job {
	enum part part;
	const void *in;
	void *out;
};

#define PART_FN(T, HYPOT, ATAN2) \
static void part_##T(void *ctx, int64_t from, int64_t to) \
{ \
	const struct part_job *j = ctx; \
	const T *x = j->in; \
	T *y = j->out; \
	for (int64_t i = from; i < to; i++) { \
		T re = x[2 * i], im = x[2 * i + 1]; \
		y[i] = j->part == PART_REAL ? re : j->part == PART_IMAG ? im : \
		       j->part == PART_ABS ? HYPOT(re, im) : ATAN2(im, re); \
	} \
}
PART_FN(float, hypotf, atan2f)
PART_FN(double, hypot, atan2)

static bool run_part(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct tensor *out = op_out(c, 0, part_type(x->dtype), x->rank, x->dim);
	struct part_job j = { *(const enum part *)c->row->data, x->data, out ? out->data : NULL };

	if (out)
		tiles_run(x->n, TILE_ELEMS, x->dtype == DT_COMPLEX64 ? part_float : part_double, &j);
	return out != NULL;
}

/* ---- putting together ---- */

#define JOIN_FN(T) \
static void join_##T(const void *ctx, char *const *p, const uint8_t *step, int64_t n) \
{ \
	T *y = (void *)p[0]; \
	const T *re = (const void *)p[1], *im = (const void *)p[2]; \
	(void)ctx; \
	for (int64_t i = 0; i < n; i++) { \
		y[2 * i] = re[step[1] ? i : 0]; \
		y[2 * i + 1] = im[step[2] ? i : 0]; \
	} \
}
JOIN_FN(float)
JOIN_FN(double)

static bool run_complex(struct op_ctx *c)
{
	bool wide = c->in[0]->dtype == DT_DOUBLE;
	size_t size[3] = { wide ? 16 : 8, wide ? 8 : 4, wide ? 8 : 4 };
	const void *in[2] = { c->in[0]->data, c->in[1]->data };
	struct tensor *out;
	struct bcast b;

	if (!op_plan_two(c, &b))
		return false;
	out = op_out(c, 0, wide ? DT_COMPLEX128 : DT_COMPLEX64, b.out_rank, b.out_dim);
	if (out)
		bcast_run(&b, out->data, in, size, wide ? join_double : join_float, NULL);
	return out != NULL;
}

/* The result's type must be the one that goes with the input's. */
static bool prepare_pair(const struct node *n, void *state, struct arena *a, struct err *err)
{
	enum dtype t, out;
	bool wide;

	(void)state, (void)a;
	if (!node_attr_type(n, "T", &t) || !node_attr_type(n, "Tout", &out))
		return attr_missing(n, "T", err);
	wide = t == DT_DOUBLE || t == DT_COMPLEX128;
	if (wide == (out == DT_DOUBLE || out == DT_COMPLEX128))
		return true;
	return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		       "%.*s (op %.*s): no kernel for T=%s with Tout=%s", SV_ARG(n->name),
		       SV_ARG(n->op), dtype_enum_name(t), dtype_enum_name(out));
}

#define M_REAL (DM(DT_FLOAT) | DM(DT_DOUBLE))
#define PART(name_, part_) { .name = name_, .n_in = 1, .n_out = 1, \
	.types = { { "T", DM_COMPLEX }, { "Tout", M_REAL } }, .prepare = prepare_pair, \
	.run = run_part, .data = &parts[part_] }

static const struct op_row rows[] = {
	PART("Real", PART_REAL),
	PART("Imag", PART_IMAG),
	PART("Angle", PART_ANGLE),
	PART("ComplexAbs", PART_ABS),
	{ .name = "Complex", .n_in = 2, .n_out = 1, .types = { { "T", M_REAL }, { "Tout", DM_COMPLEX } },
	  .prepare = prepare_pair, .run = run_complex },
};

OP_FAMILY(family_complex, rows);
