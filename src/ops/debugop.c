/*
 * What debuggers put into graphs: identities that are watched, counts of NaNs, summaries of
 * numbers. TensorFlow sends what they see to the attr's debug_urls; here nothing leaves the run:
 * dumps and breakpoints are for that.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ops/kernel.h"
#include "ops/tensorlist.h"

static bool run_pass(struct op_ctx *c)
{
	return op_out_ref(c, 0, c->in[0]);
}

/* "NODE" or "NODE:SLOT". */
static bool name_ok(struct op_ctx *c)
{
	struct sv name = SV(""), slot;
	char *end, *z;
	int colons = 0;
	bool ok;

	node_attr_str(c->node, "tensor_name", &name);
	for (size_t i = 0; i < name.n; i++)
		colons += name.p[i] == ':';
	if (!name.n || colons > 1)
		return op_invalid(c, "Failed to parse tensor name: \"%.*s\"", SV_ARG(name));
	if (!colons)
		return true;
	slot = sv_sub(name, (size_t)sv_find(name, ':') + 1, name.n);
	z = xsvdup(slot);
	strtol(z, &end, 10);
	ok = slot.n && !*end;
	free(z);
	return ok || op_invalid(c, "Invalid string value for output_slot: \"%.*s\"", SV_ARG(slot));
}

static bool run_watched(struct op_ctx *c)
{
	return name_ok(c) && op_out_ref(c, 0, c->in[0]);
}

static bool run_nans(struct op_ctx *c)
{
	int64_t one = 1, n = 0;
	struct tensor *out = name_ok(c) ? op_out(c, 0, DT_INT64, 1, &one) : NULL;

	for (int64_t i = 0; out && i < c->in[0]->n; i++)
		n += isnan(tensor_get_f64(c->in[0], i));
	if (out)
		*(int64_t *)out->data = n;
	return out != NULL;
}

/* ---- what there is to be counted ---- */

struct counts {
	int64_t nan, below, negative, zero, positive, above, finite;
	double min, max, sum;
};

static void count(struct counts *k, double x, double low, double high)
{
	if (isnan(x)) {
		k->nan++;
		return;
	}
	if (x <= low)
		k->below++;
	else if (x >= high)
		k->above++;
	else if (x < 0)
		k->negative++;
	else if (x > 0)
		k->positive++;
	else
		k->zero++;
	if (isinf(x))
		return;
	k->min = x < k->min ? x : k->min;
	k->max = x > k->max ? x : k->max;
	k->finite++;
	k->sum += x;
}

static struct counts count_all(const struct tensor *t, double low, double high)
{
	struct counts k = {.min = INFINITY, .max = -INFINITY};

	for (int64_t i = 0; i < t->n; i++)
		count(&k, tensor_get_f64(t, i), low, high);
	return k;
}

static double variance(const struct tensor *t, const struct counts *k)
{
	double mean = k->sum / (double)k->finite, v = 0;

	for (int64_t i = 0; i < t->n; i++) {
		double x = tensor_get_f64(t, i);

		if (isfinite(x))
			v += (x - mean) * (x - mean);
	}
	return v / (double)k->finite;
}

static bool run_summary(struct op_ctx *c)
{
	const struct tensor *t = c->in[0];
	float low = -INFINITY, high = INFINITY;
	int64_t n = 14 + t->rank;
	struct tensor *out = name_ok(c) ? op_out(c, 0, DT_DOUBLE, 1, &n) : NULL;
	struct counts k;

	if (!out)
		return false;
	node_attr_float(c->node, "lower_bound", &low);
	node_attr_float(c->node, "upper_bound", &high);
	k = count_all(t, low, high);
	memcpy(out->data,
	       (double[]){1, (double)t->n, (double)k.nan, (double)k.below, (double)k.negative,
			  (double)k.zero, (double)k.positive, (double)k.above, k.min, k.max,
			  k.finite ? k.sum / (double)k.finite : NAN,
			  k.finite ? variance(t, &k) : NAN, t->dtype, t->rank},
	       14 * sizeof(double));
	for (int i = 0; i < t->rank; i++)
		((double *)out->data)[14 + i] = (double)t->dim[i];
	return true;
}

/* ---- the second version: as much as its mode asks for ---- */

enum { CURT_HEALTH = 2, CONCISE_HEALTH = 3, FULL_HEALTH = 4, SHAPE = 5, REDUCE_INF_NAN = 8 };

static bool give(struct op_ctx *c, const double *v, int64_t n)
{
	enum dtype t = c->node->out_type[0];
	struct tensor *out = op_out(c, 0, t, 1, &n);

	for (int64_t i = 0; out && i < n; i++) {
		if (t == DT_FLOAT)
			((float *)out->data)[i] = (float)v[i];
		else
			((double *)out->data)[i] = v[i];
	}
	return out != NULL;
}

/* Identifier, type, rank, size, then the last six dims, zeros behind. */
static bool give_shape(struct op_ctx *c, double id)
{
	const struct tensor *t = c->in[0];
	double v[10] = {id, t->dtype, t->rank, (double)t->n};
	int from = t->rank > 6 ? t->rank - 6 : 0;

	for (int i = from; i < t->rank; i++)
		v[4 + i - from] = (double)t->dim[i];
	return give(c, v, 10);
}

static bool run_summary_2(struct op_ctx *c)
{
	const struct tensor *t = c->in[0];
	struct counts k = count_all(t, -INFINITY, INFINITY);
	double n = (double)t->n, below = (double)k.below, above = (double)k.above,
	       nan = (double)k.nan;
	int64_t mode = -1, id = -1,
		most = c->node->out_type[0] == DT_FLOAT ? INT64_C(1) << 24 : INT64_C(1) << 53;

	node_attr_int(c->node, "tensor_debug_mode", &mode);
	node_attr_int(c->node, "tensor_id", &id);
	if (id > most && mode != REDUCE_INF_NAN)
		return op_invalid(c,
				  "DebugNumericSummaryV2Op requires tensor_id to be less than or "
				  "equal to (2^%s). "
				  "Given tensor_id:%lld",
				  most == INT64_C(1) << 24 ? "24" : "53", (long long)id);
	switch (mode) {
	case CURT_HEALTH:
		return give(c, (double[]){(double)id, below + above + nan > 0}, 2);
	case CONCISE_HEALTH:
		return give(c, (double[]){(double)id, n, below, above, nan}, 5);
	case FULL_HEALTH:
		return give(c,
			    (double[]){(double)id, -1, t->dtype, t->rank, n, below, above, nan,
				       (double)k.negative, (double)k.zero, (double)k.positive},
			    11);
	case SHAPE:
		return give_shape(c, (double)id);
	case REDUCE_INF_NAN:
		return give(c,
			    (double[]){below > 0 ? -INFINITY : 0, above > 0 ? INFINITY : 0,
				       nan > 0 ? NAN : 0},
			    3);
	default:
		return op_fail(c, ERR_UNIMPLEMENTED, "Unimplemented tensor debug mode: %lld",
			       (long long)mode);
	}
}

#define DM_COUNTED (DM_INTS | DM_UINTS | DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_BOOL))
#define PASS(what, fn)                                                                             \
	{                                                                                          \
		.name = what, .n_in = 1, .n_out = 1, .flags = OP_VIEW, .run = fn                   \
	}

static const struct op_row rows[] = {
	PASS("DebugIdentity", run_watched),
	PASS("DebugIdentityV2", run_pass),
	PASS("DebugIdentityV3", run_pass),
	PASS("DebugGradientIdentity", run_pass),
	PASS("DebugGradientRefIdentity", run_pass),
	{.name = "DebugNanCount",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_REAL}},
	 .run = run_nans},
	{.name = "DebugNumericSummary",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_COUNTED}},
	 .run = run_summary},
	{.name = "DebugNumericSummaryV2",
	 .n_in = 1,
	 .n_out = 1,
	 .types = {{"T", DM_REAL | DM(DT_BOOL)}, {"output_dtype", DM(DT_FLOAT) | DM(DT_DOUBLE)}},
	 .run = run_summary_2},
};

OP_FAMILY(family_debugop, rows);
