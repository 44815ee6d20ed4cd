/* Rows of the special functions: one line each, on special.c and libm. */
#include "ops/kernel.h"

#include <float.h>
#include <math.h>

#include "ops/special.h"

enum { TILE = 1024 };	/* these functions are slow */

struct fn {
	double (*un)(double x);
	double (*bin)(double a, double b);
	double (*bin_least)(double a, double b, double least);
	float over;			/* floats above give infinity, as where TensorFlow's exp overflows */
};

static double load(const void *p, enum dtype t, int64_t i)
{
	return t == DT_FLOAT ? (double)((const float *)p)[i] : t == DT_DOUBLE ? ((const double *)p)[i] :
	       (double)half_to_float(((const uint16_t *)p)[i]);
}

static void store(void *p, enum dtype t, int64_t i, double v)
{
	if (t == DT_FLOAT)
		((float *)p)[i] = (float)v;
	else if (t == DT_DOUBLE)
		((double *)p)[i] = v;
	else
		((uint16_t *)p)[i] = half_of_float((float)v);
}

struct job {
	const struct fn *fn;
	enum dtype t;
	const void *in;
	void *out;
};

static void un_tile(void *ctx, int64_t from, int64_t to)
{
	const struct job *j = ctx;

	for (int64_t i = from; i < to; i++) {
		double x = load(j->in, j->t, i);
		bool over = j->t == DT_FLOAT && j->fn->over > 0 && x > (double)j->fn->over && isfinite(x);

		store(j->out, j->t, i, over ? INFINITY : j->fn->un(x));
	}
}

static bool run_un(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct job j = { c->row->data, x->dtype, x->data, NULL };
	struct tensor *out = op_out_like(c, 0, x);

	if (!out)
		return false;
	j.out = out->data;
	tiles_run(x->n, TILE, un_tile, &j);
	return true;
}

static void bin_inner(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	const struct job *j = ctx;

	for (int64_t i = 0; i < n; i++) {
		double a = load(p[1], j->t, step[1] ? i : 0), b = load(p[2], j->t, step[2] ? i : 0);

		store(p[0], j->t, i, j->fn->bin ? j->fn->bin(a, b) :
		      j->fn->bin_least(a, b, j->t == DT_FLOAT ? -log((double)FLT_MAX) : -log(DBL_MAX)));
	}
}

static bool run_bin(struct op_ctx *c)
{
	const void *in[2] = { c->in[0]->data, c->in[1]->data };
	struct job j = { .fn = c->row->data, .t = c->in[0]->dtype };
	size_t e = dtype_info(j.t)->size, size[3] = { e, e, e };
	struct tensor *out;
	struct bcast b;

	if (!op_plan_two(c, &b))
		return false;
	out = op_out(c, 0, j.t, b.out_rank, b.out_dim);
	if (out)
		bcast_run(&b, out->data, in, size, bin_inner, &j);
	return out != NULL;
}

/* ---- Betainc: three operands of one shape, or scalars ---- */

static void beta_inner(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	enum dtype t = *(const enum dtype *)ctx;

	for (int64_t i = 0; i < n; i++)
		store(p[0], t, i, sp_betainc(load(p[1], t, step[1] ? i : 0), load(p[2], t, step[2] ? i : 0),
					     load(p[3], t, step[3] ? i : 0)));
}

static bool run_betainc(struct op_ctx *c)
{
	static const char *const names[] = { "a", "b", "x" };
	const void *in[3] = { c->in[0]->data, c->in[1]->data, c->in[2]->data };
	struct shape s[3];
	enum dtype t = c->in[0]->dtype;
	size_t e = dtype_info(t)->size, size[4] = { e, e, e, e };
	struct tensor *out;
	struct bcast b;

	for (int k = 0; k < 3; k++)
		s[k] = tensor_shape(c->in[k]);
	for (int k = 0; k < 3; k++)
		for (int l = k + 1; l < 3; l++)
			if (s[k].rank && s[l].rank && !shape_eq(s[k], s[l]))
				return op_invalid(c, "Shapes of %s and %s are inconsistent: %s vs. %s",
						  names[k], names[l], op_in_shape(c, k), op_in_shape(c, l));
	bcast_plan(&b, c->scratch, 3, s);
	out = op_out(c, 0, t, b.out_rank, b.out_dim);
	if (out)
		bcast_run(&b, out->data, in, size, beta_inner, &t);
	return out != NULL;
}

#define M_FD (DM(DT_FLOAT) | DM(DT_DOUBLE))
#define M_FDH (M_FD | DM(DT_HALF))
#define UN(name_, mask, f) \
	{ .name = name_, .n_in = 1, .n_out = 1, .types = { { "T", mask } }, .run = run_un, \
	  .data = &(const struct fn){ .un = f } }
#define BIN(name_, f) \
	{ .name = name_, .n_in = 2, .n_out = 1, .types = { { "T", M_FD } }, .run = run_bin, \
	  .data = &(const struct fn){ .bin = f } }

#define GRAD(name_, f) \
	{ .name = name_, .n_in = 2, .n_out = 1, .types = { { "T", M_FD } }, .run = run_bin, \
	  .data = &(const struct fn){ .bin_least = f } }

static const struct op_row rows[] = {
	UN("Dawsn", M_FD, sp_dawson),
	{ .name = "Expint", .n_in = 1, .n_out = 1, .types = { { "T", M_FD } }, .run = run_un,
	  .data = &(const struct fn){ .un = sp_expint, .over = 88.7228394f } },
	UN("FresnelCos", M_FD, sp_fresnel_cos),
	UN("FresnelSin", M_FD, sp_fresnel_sin),
	UN("Spence", M_FD, sp_spence),
	UN("Digamma", M_FDH, sp_digamma),
	UN("Erfinv", M_FD, sp_erfinv),
	UN("Ndtri", M_FD, sp_ndtri),
	UN("BesselI0", M_FDH, sp_i0),
	UN("BesselI1", M_FDH, sp_i1),
	UN("BesselI0e", M_FDH, sp_i0e),
	UN("BesselI1e", M_FDH, sp_i1e),
	UN("BesselK0", M_FDH, sp_k0),
	UN("BesselK1", M_FDH, sp_k1),
	UN("BesselK0e", M_FDH, sp_k0e),
	UN("BesselK1e", M_FDH, sp_k1e),
	UN("BesselJ0", M_FDH, j0),
	UN("BesselJ1", M_FDH, j1),
	UN("BesselY0", M_FDH, sp_y0),
	UN("BesselY1", M_FDH, sp_y1),
	BIN("Zeta", sp_zeta),
	BIN("Polygamma", sp_polygamma),
	BIN("Igamma", sp_igamma),
	BIN("Igammac", sp_igammac),
	GRAD("IgammaGradA", sp_igamma_grad),
	GRAD("RandomGammaGrad", sp_gamma_sample_grad),
	{ .name = "Betainc", .n_in = 3, .n_out = 1, .types = { { "T", M_FD } }, .run = run_betainc },
};

OP_FAMILY(family_special_ops, rows);
