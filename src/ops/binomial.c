/* Binomial samples, stateless and from a generator in a variable; see random.h. */
#include <math.h>

#include "ops/random.h"
#include "ops/var.h"

enum {
	PART = 2048,	    /* samples between two looks at the clock */
	MAX_TRIES = 100000, /* a NaN is never accepted */
};

/* Geometric steps until they pass count: for few expected. */
static double by_steps(double count, double prob, struct philox *g)
{
	struct doubles uniform = {.g = g};
	double sum = 0;

	for (int n = 0; n < MAX_TRIES; n++) {
		sum += ceil(log(doubles_next(&uniform)) / log1p(-prob));
		if (sum > count)
			return n;
	}
	return NAN;
}

/* What Stirling's formula leaves out of log k!. */
static double stirling_rest(double k)
{
	static const double small[] = {0.0810614667953272,  0.0413406959554092, 0.0276779256849983,
				       0.02079067210376509, 0.0166446911898211, 0.0138761288230707,
				       0.0118967099458917,  0.0104112652619720, 0.00925546218271273,
				       0.00833056343336287};
	double q = (k + 1) * (k + 1);

	if (k <= 9)
		return small[(int)k];
	return (1.0 / 12 - (1.0 / 360 - 1.0 / 1260 / q) / q) / (k + 1);
}

/* Hoermann's transformed rejection, for ten and more expected. */
static double by_rejection(double count, double prob, struct philox *g)
{
	struct doubles uniform = {.g = g};
	double dev = sqrt(count * prob * (1 - prob)), b = 1.15 + 2.53 * dev;
	double a = -0.0873 + 0.0248 * b + 0.01 * prob, c = count * prob + 0.5, v_r = 0.92 - 4.2 / b;
	double r = prob / (1 - prob), alpha = (2.83 + 5.1 / b) * dev, m = floor((count + 1) * prob);

	for (int tries = 0; tries < MAX_TRIES; tries++) {
		double u = doubles_next(&uniform), v = doubles_next(&uniform), us, k, bound;

		u = u - 0.5;
		us = 0.5 - fabs(u);
		k = floor((2 * a / us + b) * u + c);
		if (us >= 0.07 && v <= v_r)
			return k;
		if (!(k >= 0 && k <= count))
			continue;
		v = log(v * alpha / (a / (us * us) + b));
		bound = (m + 0.5) * log((m + 1) / (r * (count - m + 1))) +
			(count + 1) * log((count - m + 1) / (count - k + 1)) +
			(k + 0.5) * log(r * (count - k + 1) / (k + 1)) + stirling_rest(m) +
			stirling_rest(count - m) - stirling_rest(k) - stirling_rest(count - k);
		if (v <= bound)
			return k;
	}
	return NAN;
}

/* ---- over tensors ---- */

struct binomial {
	struct tensor *out;
	const struct tensor *count, *prob;
	struct bcast b; /* of counts and probabilities: the parameters */
	struct philox g;
	int64_t params, samples; /* samples of each */
	int64_t start;
};

/* a * b in type t. */
static double times(enum dtype t, double a, double b)
{
	return t == DT_DOUBLE  ? a * b
	       : t == DT_FLOAT ? (float)a * (float)b
			       : half_to_float(half_of_float((float)a * (float)b));
}

static double sample(const struct binomial *s, double count, double prob, int64_t at)
{
	enum dtype t = s->prob->dtype;
	struct philox g = s->g;
	bool flip = prob > 0.5, many;
	double x, q = flip ? 1 - prob : prob;

	if (count <= 0 || prob <= 0)
		return 0;
	if (prob >= 1)
		return count;
	if (isnan(prob) || isnan(count))
		return NAN;
	q = t == DT_FLOAT ? (float)q : t == DT_HALF ? half_to_float(half_of_float((float)q)) : q;
	many = times(t, count, q) >= 10;
	philox_skip(&g, (many ? 256 : 42) * (uint64_t)at);
	x = many ? by_rejection(count, q, &g) : by_steps(count, q, &g);
	return flip ? count - x : x;
}

static void put(struct tensor *t, int64_t at, double v)
{
	switch (t->dtype) {
	case DT_DOUBLE:
		((double *)t->data)[at] = v;
		break;
	case DT_FLOAT:
		((float *)t->data)[at] = (float)v;
		break;
	case DT_HALF:
		((uint16_t *)t->data)[at] = half_of_float((float)v);
		break;
	case DT_INT32:
		((int32_t *)t->data)[at] = v < 0x1p31 && v >= -0x1p31 ? (int32_t)v : INT32_MIN;
		break;
	default:
		((int64_t *)t->data)[at] = v < 0x1p63 && v >= -0x1p63 ? (int64_t)v : INT64_MIN;
	}
}

static void sample_tile(void *ctx, int64_t from, int64_t to)
{
	const struct binomial *s = ctx;

	for (int64_t i = s->start + from; i < s->start + to; i++) {
		int64_t p = i / s->samples, rest = p, ct = 0, pt = 0;

		for (int d = s->b.rank - 1; d >= 0; d--) {
			ct += rest % s->b.dim[d] * s->b.stride[0][d];
			pt += rest % s->b.dim[d] * s->b.stride[1][d];
			rest /= s->b.dim[d];
		}
		put(s->out, i % s->samples * s->params + p,
		    sample(s, tensor_get_f64(s->count, ct), tensor_get_f64(s->prob, pt), i));
	}
}

static bool sample_all(struct op_ctx *c, struct binomial *s)
{
	int64_t n = s->out->n;

	for (s->start = 0; s->start < n; s->start += PART) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		tiles_run(n - s->start < PART ? n - s->start : PART, 256, sample_tile, s);
	}
	return true;
}

/* The shape at input i, counts and probabilities behind (`at` and the next). */
static bool binomial_in(struct op_ctx *c, int i, int at, struct binomial *s)
{
	enum dtype t = DT_INT64;
	int head;

	struct shape two[2] = {tensor_shape(c->in[at]), tensor_shape(c->in[at + 1])};

	s->count = c->in[at];
	s->prob = c->in[at + 1];
	if (!bcast_plan(&s->b, c->scratch, 2, two))
		return op_invalid(
			c, "counts and probs must have compatible batch dimensions: %s vs. %s",
			op_in_shape(c, at), op_in_shape(c, at + 1));
	if (c->in[i]->rank != 1)
		return op_invalid(c, "Input shape should be a vector, got shape: %s",
				  op_in_shape(c, i));
	node_attr_type(c->node, "dtype", &t);
	s->out = random_out(c, i, t);
	if (!s->out)
		return false;
	head = s->out->rank - s->b.out_rank;
	for (int d = 0; d < s->b.out_rank; d++)
		if (head < 0 || s->out->dim[head + d] != s->b.out_dim[d])
			return op_invalid(c, "Shape passed in must end with broadcasted shape.");
	s->params = s->b.total;
	s->samples = s->params ? s->out->n / s->params : 0;
	return true;
}

static bool run_stateless(struct op_ctx *c)
{
	struct binomial s = {0};

	if (c->in[1]->rank != 1 || c->in[1]->n != 2)
		return op_invalid(c, "seed must have shape [2], not %s", op_in_shape(c, 1));
	if (!binomial_in(c, 0, 2, &s))
		return false;
	return s.out->n == 0 || (random_of_seed(c, 1, &s.g) && sample_all(c, &s));
}

static bool run_stateful(struct op_ctx *c)
{
	struct binomial s = {0};
	struct var *v;
	uint64_t n;

	if (!binomial_in(c, 2, 3, &s))
		return false;
	if (c->in[1]->rank != 0)
		return op_invalid(c, "algorithm must be of shape [], not %s", op_in_shape(c, 1));
	v = var_with_value(c, 0);
	if (v && v->value->dtype == DT_INT64 && v->value->rank == 1) {
		int64_t alg = tensor_get_i64(c->in[1], 0);

		if (alg != 1)
			return op_invalid(c, "Unsupported algorithm id: %lld", (long long)alg);
		if (v->value->n < 3)
			return op_invalid(c,
					  "For Philox algorithm, the size of state must be at "
					  "least 3; got %lld",
					  (long long)v->value->n);
	}
	n = (uint64_t)s.params * 2 * 100 * (uint64_t)(s.samples + 3) / 4;
	return v && random_of_var(c, v, tensor_get_i64(c->in[1], 0), n * 256, &s.g) &&
	       sample_all(c, &s);
}

#define DM_PARAM (DM(DT_HALF) | DM(DT_FLOAT) | DM(DT_DOUBLE))
#define TYPES                                                                                      \
	{"dtype", DM_PARAM | DM_INDEX}, {"T", DM_PARAM},                                           \
	{                                                                                          \
		"S", DM_INDEX                                                                      \
	}

static const struct op_row rows[] = {
	{.name = "StatelessRandomBinomial",
	 .n_in = 4,
	 .n_out = 1,
	 .types = {TYPES, {"Tseed", DM_INDEX}},
	 .run = run_stateless},
	{.name = "StatefulRandomBinomial",
	 .n_in = 5,
	 .n_out = 1,
	 .types = {TYPES},
	 .flags = OP_STATEFUL,
	 .run = run_stateful},
};

OP_FAMILY(family_binomial, rows);
