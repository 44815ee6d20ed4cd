/*
 * BatchNormWithGlobalNormalization, which nobody makes any more, and its gradient: a rank 4 image
 * normalised with means and variances that are given.
 */
#include <math.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

struct global {
	bool scales;
	float epsilon;
	int64_t rows, ch;
	const void *in[5];
};

/* y = (x - m) * rsqrt(v + e) * gamma + beta */
#define NORM(T, SQRT, name)                                                                        \
	static void name(const struct global *g, void *yp)                                         \
	{                                                                                          \
		const T *x = g->in[0], *m = g->in[1], *v = g->in[2], *beta = g->in[3],             \
			*gamma = g->in[4];                                                         \
		T *y = yp;                                                                         \
		for (int64_t i = 0; i < g->rows * g->ch; i++) {                                    \
			int64_t k = i % g->ch;                                                     \
			T by = 1 / SQRT(v[k] + (T)g->epsilon);                                     \
			y[i] = (x[i] - m[k]) * (g->scales ? by * gamma[k] : by) + beta[k];         \
		}                                                                                  \
	}
NORM(float, sqrtf, norm_f32)
NORM(double, sqrt, norm_f64)

/* Sums in double, one rounding each. */
#define GRAD(T, SQRT, name)                                                                        \
	static void name(const struct global *g, void *const *o)                                   \
	{                                                                                          \
		const T *x = g->in[0], *m = g->in[1], *v = g->in[2], *gamma = g->in[3],            \
			*dy = g->in[4];                                                            \
		for (int64_t k = 0; k < g->ch; k++) {                                              \
			T by = 1 / SQRT(v[k] + (T)g->epsilon),                                     \
			  scale = g->scales ? by * gamma[k] : by;                                  \
			double sum = 0, prod = 0;                                                  \
			for (int64_t i = k; i < g->rows * g->ch; i += g->ch) {                     \
				((T *)o[0])[i] = dy[i] * scale;                                    \
				sum += (double)dy[i];                                              \
				prod += (double)(dy[i] * (x[i] - m[k]));                           \
			}                                                                          \
			((T *)o[1])[k] = (T)(-sum * (double)scale);                                \
			((T *)o[2])[k] = (T)(prod * -0.5 * (double)(by / (v[k] + (T)g->epsilon)) * \
					     (g->scales ? (double)gamma[k] : 1));                  \
			((T *)o[3])[k] = (T)sum;                                                   \
			((T *)o[4])[k] = g->scales ? (T)(prod * (double)by) : 0;                   \
		}                                                                                  \
	}
GRAD(float, sqrtf, grad_f32)
GRAD(double, sqrt, grad_f64)

/* TensorFlow reads as many as there are channels, whatever there is. */
static bool checks(struct op_ctx *c, const char *const *name)
{
	if (c->in[0]->rank != 4)
		return op_invalid(c, "input must be 4-dimensional%s", op_in_shape(c, 0));
	for (int i = 1; i < 5; i++) {
		bool image = !strcmp(name[i], "out_backprop");

		if (c->in[i]->rank != (image ? 4 : 1))
			return op_invalid(c, "%s must be %d-dimensional%s", name[i], image ? 4 : 1,
					  op_in_shape(c, i));
	}
	for (int i = 1; i < 5; i++) {
		bool image = c->in[i]->rank == 4;

		if (c->in[i]->n != (image ? c->in[0]->n : c->in[0]->dim[3]))
			return op_invalid(c, "%s of shape %s does not fit an input of shape %s",
					  name[i], op_in_shape(c, i), op_in_shape(c, 0));
	}
	return true;
}

static bool setup(struct op_ctx *c, struct global *g)
{
	*g = (struct global){.ch = c->in[0]->dim[3]};
	g->rows = g->ch ? c->in[0]->n / g->ch : 0;
	node_attr_bool(c->node, "scale_after_normalization", &g->scales);
	node_attr_float(c->node, "variance_epsilon", &g->epsilon);
	for (int i = 0; i < 5; i++)
		if (!(g->in[i] = mm_in(c, i)) && c->in[i]->n)
			return false;
	return true;
}

static bool run_norm(struct op_ctx *c)
{
	static const char *const name[] = {"", "mean", "var", "beta", "gamma"};
	struct tensor *out;
	struct global g;
	void *y;

	if (!checks(c, name) || !setup(c, &g) || !(out = op_out_like(c, 0, c->in[0])))
		return false;
	if (out->n == 0)
		return true;
	y = mm_out(c, out);
	if (!y)
		return false;
	if (out->dtype == DT_DOUBLE)
		norm_f64(&g, y);
	else
		norm_f32(&g, y);
	mm_done(out, y);
	return true;
}

static bool run_grad(struct op_ctx *c)
{
	static const char *const name[] = {"", "mean", "var", "gamma", "out_backprop"};
	struct global g;
	void *o[5];

	if (!checks(c, name) || !setup(c, &g))
		return false;
	for (int i = 0; i < 5; i++) {
		struct tensor *t =
			i ? op_out(c, i, c->in[0]->dtype, 1, &g.ch) : op_out_like(c, 0, c->in[0]);

		if (!t || !(o[i] = mm_out(c, t)))
			return false;
	}
	if (c->in[0]->dtype == DT_DOUBLE)
		grad_f64(&g, o);
	else
		grad_f32(&g, o);
	for (int i = 0; i < 5; i++)
		mm_done(c->out[i], o[i]);
	return true;
}

#define DM_GLOBAL (DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_HALF))
static const struct op_row rows[] = {
	{.name = "BatchNormWithGlobalNormalization",
	 .n_in = 5,
	 .n_out = 1,
	 .types = {{"T", DM_GLOBAL}},
	 .run = run_norm},
	{.name = "BatchNormWithGlobalNormalizationGrad",
	 .n_in = 5,
	 .n_out = 5,
	 .types = {{"T", DM_GLOBAL}},
	 .run = run_grad},
};

OP_FAMILY(family_norm_global, rows);
