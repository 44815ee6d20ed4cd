/*
 * IsotonicRegression: the nearest row (by least squares) that never rises, and which runs of it are
 * one number. Pools adjacent violators: a run that a higher one follows takes it in.
 */
#include "ops/arith.h"
#include "ops/kernel.h"

struct run {
	double sum;
	int64_t from, n;
};

static double mean(const struct run *r)
{
	return r->sum / (double)r->n;
}

/* As TensorFlow compares them: in the output's own precision. */
static bool rises(const struct run *a, const struct run *b, enum dtype t)
{
	return t == DT_DOUBLE ? mean(a) < mean(b) : (float)mean(a) < (float)mean(b);
}

static int64_t pool(const struct tensor *x, int64_t row, int64_t n, enum dtype t, struct run *r)
{
	int64_t runs = 0;

	for (int64_t i = 0; i < n; i++) {
		r[runs++] = (struct run){tensor_get_f64(x, row * n + i), i, 1};
		for (; runs > 1 && rises(&r[runs - 2], &r[runs - 1], t); runs--) {
			r[runs - 2].sum += r[runs - 1].sum;
			r[runs - 2].n += r[runs - 1].n;
		}
	}
	return runs;
}

static void put(struct tensor *t, int64_t i, double v)
{
	float low = (float)v;

	if (t->dtype == DT_DOUBLE)
		((double *)t->data)[i] = v;
	else if (t->dtype == DT_FLOAT)
		((float *)t->data)[i] = low;
	else
		low_of_float(t->dtype, (char *)t->data + 2 * i, &low, 1);
}

static bool run(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t n = x->rank ? x->dim[x->rank - 1] : 1;
	enum dtype t = DT_FLOAT;
	struct tensor *y, *segment;
	struct run *r;

	node_attr_type(c->node, "output_dtype", &t);
	y = op_out(c, 0, t, x->rank, x->dim);
	segment = op_out(c, 1, DT_INT32, x->rank, x->dim);
	r = y && segment ? op_temp(c, (size_t)n * sizeof(*r) + 1) : NULL;
	for (int64_t row = 0; r && x->n && row < x->n / n; row++) {
		int64_t runs = pool(x, row, n, t, r);

		if (row % 64 == 0 && !c->world->go_on(c->world_ctx, c->err))
			return false;
		for (int64_t k = 0; k < runs; k++)
			for (int64_t i = 0; i < r[k].n; i++) {
				put(y, row * n + r[k].from + i, mean(&r[k]));
				((int32_t *)segment->data)[row * n + r[k].from + i] = (int32_t)k;
			}
	}
	return r != NULL;
}

static const struct op_row rows[] = {
	{.name = "IsotonicRegression",
	 .n_in = 1,
	 .n_out = 2,
	 .run = run,
	 .types = {{"T", DM_FLOATS | DM_INTS}, {"output_dtype", DM_FLOATS}}},
};

OP_FAMILY(family_isotonic, rows);
