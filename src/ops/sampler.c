/* Random ops that sample one output at a time: Multinomial, gamma, Poisson; see random.h. */
#include <math.h>
#include <string.h>

#include "ops/random.h"

/* ---- multinomial ---- */

/* How likely the classes up to each one are, not normalised; logits that are not finite never come. */
static double cumulate(const struct tensor *logits, int64_t row, double *cdf)
{
	int64_t n = logits->dim[1];
	double most = -INFINITY, total = 0;

	for (int64_t j = 0; j < n; j++) {
		double v = tensor_get_f64(logits, row * n + j);

		if (isfinite(v) && v > most)
			most = v;
	}
	for (int64_t j = 0; j < n; j++) {
		double v = tensor_get_f64(logits, row * n + j);

		if (isfinite(v))
			total += exp(v - most);
		cdf[j] = total;
	}
	return total;
}

static int64_t upper_bound(const double *v, int64_t n, double x)
{
	int64_t lo = 0, hi = n;

	while (lo < hi) {
		int64_t mid = lo + (hi - lo) / 2;

		if (x < v[mid])
			hi = mid;
		else
			lo = mid + 1;
	}
	return lo;
}

static bool sample_classes(struct op_ctx *c, const struct philox *g, struct tensor *out)
{
	const struct tensor *logits = c->in[0];
	double *cdf = op_temp(c, (size_t)logits->dim[1] * sizeof(*cdf));
	struct philox1 s = philox1_new(g);

	for (int64_t b = 0; cdf && b < out->dim[0]; b++) {
		double total = cumulate(logits, b, cdf);

		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		for (int64_t j = 0; j < out->dim[1]; j++) {
			uint32_t x0 = philox1_next(&s), x1 = philox1_next(&s);
			int64_t k = upper_bound(cdf, logits->dim[1], philox_double(x0, x1) * total);

			if (out->dtype == DT_INT32)
				((int32_t *)out->data)[b * out->dim[1] + j] = (int32_t)k;
			else
				((int64_t *)out->data)[b * out->dim[1] + j] = k;
		}
	}
	return cdf != NULL;
}

static bool run_multinomial(struct op_ctx *c)
{
	const struct tensor *logits = c->in[0];
	bool stateless = c->n_in > 2;
	enum dtype t = DT_INT64;
	struct philox g;
	struct tensor *out;
	int64_t n, dim[2];

	if (logits->rank != 2)
		return op_invalid(c, "logits should be a matrix, got shape %s", op_in_shape(c, 0));
	if (c->in[1]->rank != 0)
		return op_invalid(c, "num_samples should be a scalar, got shape %s", op_in_shape(c, 1));
	n = tensor_get_i64(c->in[1], 0);
	if (n < 0)
		return op_invalid(c, "num_samples should be nonnegative, got %lld", (long long)n);
	if (logits->dim[0] > INT32_MAX || logits->dim[1] > INT32_MAX)
		return op_invalid(c, "%s should be less than %d", logits->dim[0] > INT32_MAX ? "batch_size" :
				  "num_classes", INT32_MAX);
	if (logits->dim[1] <= 0)
		return op_invalid(c, "num_classes should be positive, got %lld", (long long)logits->dim[1]);
	node_attr_type(c->node, "output_dtype", &t);
	if (stateless && !random_of_seed(c, 2, &g))
		return false;
	dim[0] = logits->dim[0];
	dim[1] = n;
	out = op_out(c, 0, t, 2, dim);
	if (!out || out->n == 0)
		return out != NULL;
	if (!stateless && !random_reserve(c, (uint64_t)dim[0] * (uint64_t)((n + 3) / 4 * 8), &g))
		return false;
	return sample_classes(c, &g, out);
}

/* ---- gamma and Poisson: for each rate as many samples as the shape says ---- */

enum { SAMPLE_PART = 2048 };	/* samples between two looks at the clock */

struct sampler {
	struct tensor *out;
	const struct tensor *rate;
	struct philox g;
	int64_t rates, samples;
	int64_t start;			/* of the part that is made now */
	double (*one)(double rate, struct philox *g, double limit);
	double limit;			/* the greatest number of the type */
};

/* Marsaglia and Tsang's rejection. */
static double gamma_one(double alpha, struct philox *g, double limit)
{
	struct doubles normal = { .g = g, .normal = true }, uniform = { .g = g };
	double d = alpha + (alpha < 1 ? 2.0 / 3 : -1.0 / 3), k = 1.0 / 3 / sqrt(d);

	(void)limit;
	if (!(d > 0))
		return NAN;	/* nothing would ever fit */
	if (alpha == 1.0)
		return -log1p(-doubles_next(&uniform));
	for (int tries = 0; tries < 100000; tries++) {		/* a NaN never fits */
		double x = doubles_next(&normal), v = 1 + k * x, u, res;

		if (v <= 0)
			continue;
		v = v * v * v;
		u = doubles_next(&uniform);
		if (u < 1 - 0.0331 * (x * x) * (x * x) || log(u) < 0.5 * x * x + d * (1 - v + log(v))) {
			res = d * v;
			return alpha < 1 ? res * pow(doubles_next(&uniform), 1 / alpha) : res;
		}
	}
	return NAN;
}

static double poisson_small(double rate, struct philox *g, double limit)
{
	struct doubles uniform = { .g = g };
	double least = exp(-rate), prod = 1;

	for (double x = 0; x < 100000; x += 1) {
		prod *= doubles_next(&uniform);
		if (prod <= least && x <= limit)
			return x;
	}
	return NAN;
}

/* Hoermann's transformed rejection for great rates, Knuth's product for small ones. */
static double poisson_one(double rate, struct philox *g, double limit)
{
	struct doubles uniform = { .g = g };
	double b = 0.931 + 2.53 * sqrt(rate), a = -0.059 + 0.02483 * b, inverse = 1.1239 + 1.1328 / (b - 3.4);

	if (rate < 10)
		return poisson_small(rate, g, limit);
	if (isinf(rate) && rate > 0)
		return INFINITY;
	if (isnan(rate) || rate - 8 * sqrt(rate) > limit)
		return NAN;	/* nothing would ever fit */
	for (int tries = 0; tries < 100000; tries++) {
		double u = doubles_next(&uniform) - 0.5, v = doubles_next(&uniform);
		double us = 0.5 - fabs(u), k = floor((2 * a / us + b) * u + rate + 0.43), s, t;

		if (k > limit)
			continue;
		if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2))
			return k;
		if (k < 0 || (us < 0.013 && v > us))
			continue;
		s = log(v * inverse / (a / (us * us) + b));
		t = -rate + k * log(rate) - lgamma(k + 1);
		if (s <= t)
			return k;
	}
	return NAN;
}

static void put_sample(struct tensor *t, int64_t at, double v)
{
	switch (t->dtype) {
	case DT_DOUBLE: ((double *)t->data)[at] = v; break;
	case DT_FLOAT: ((float *)t->data)[at] = (float)v; break;
	case DT_HALF: ((uint16_t *)t->data)[at] = half_of_float((float)v); break;
	case DT_BFLOAT16: ((uint16_t *)t->data)[at] = bf16_of_float((float)v); break;
	case DT_INT32: ((int32_t *)t->data)[at] = v >= INT32_MAX ? INT32_MAX : v > 0 ? (int32_t)v : 0; break;
	case DT_INT64: ((int64_t *)t->data)[at] = v >= 0x1p63 ? INT64_MAX : v > 0 ? (int64_t)v : 0; break;
	default: break;
	}
}

static void sample_tile(void *ctx, int64_t from, int64_t to)
{
	const struct sampler *s = ctx;

	for (int64_t i = s->start + from; i < s->start + to;
	     i++) { /* rate by rate; in memory the rates are innermost */
		struct philox g = s->g;
		int64_t r = i / s->samples;

		philox_skip(&g, 256 * (uint64_t)i);
		put_sample(s->out, i % s->samples * s->rates + r, s->one(tensor_get_f64(s->rate, r), &g, s->limit));
	}
}

static double limit_of(enum dtype t)
{
	switch (t) {
	case DT_HALF: return 65504;
	case DT_BFLOAT16: return 3.38953139e38;
	case DT_FLOAT: return 3.40282346638528859812e38;
	case DT_INT32: return INT32_MAX;
	case DT_INT64: return 0x1p63;
	default: return 1.7976931348623157e308;
	}
}

/* With the values, as TensorFlow prints tensors; the older op (data) without. */
static bool bad_shape(struct op_ctx *c)
{
	const struct tensor *t = c->in[0];
	struct str s = STR_INIT;

	if (c->row->data)
		return op_invalid(c, "shape must be a vector of {int32,int64}, got shape %s", op_in_shape(c, 0));
	for (int64_t i = 0; i < t->n && i < 3; i++)
		str_addf(&s, "%s%lld", i ? " " : "", (long long)tensor_get_i64(t, i));
	op_invalid(c, "shape must be a vector of {int32,int64}, got shape: Tensor<type: %s shape: %s values: %s%s%s%s>",
		   dtype_info(t->dtype)->name, op_in_shape(c, 0), t->rank ? "[" : "", str_z(&s),
		   t->n > 3 ? "..." : "", t->rank ? "]" : "");
	str_free(&s);
	return false;
}

static bool sample_all(struct op_ctx *c, struct sampler *s, int64_t n)
{
	for (s->start = 0; s->start < n; s->start += SAMPLE_PART) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		tiles_run(n - s->start < SAMPLE_PART ? n - s->start : SAMPLE_PART, 256, sample_tile, s);
	}
	return true;
}

static bool run_sampler(struct op_ctx *c, double (*one)(double, struct philox *, double))
{
	const struct tensor *shape = c->in[0];
	struct sampler s = { .rate = c->in[1], .one = one };
	int64_t dim[2 * SHAPE_MAX_RANK], n;
	enum dtype t = s.rate->dtype;
	int rank = 0;

	if (shape->rank != 1)
		return bad_shape(c);
	if (shape->n + s.rate->rank > SHAPE_MAX_RANK)
		return op_invalid(c, "Too many dimensions in tensor");
	for (; rank < shape->n; rank++) {
		dim[rank] = tensor_get_i64(shape, rank);
		if (dim[rank] < 0)
			return op_invalid(c, "Dimension %lld must be >= 0", (long long)dim[rank]);
	}
	if (!shape_count(rank, dim, &s.samples, c->err))
		return false;
	for (int d = 0; d < s.rate->rank; d++)
		dim[rank++] = s.rate->dim[d];
	if (!shape_count(rank, dim, &n, c->err))
		return false;
	node_attr_type(c->node, one == poisson_one ? "dtype" : "T", &t);
	s.out = op_out(c, 0, t, rank, dim);
	if (!s.out || n == 0)
		return s.out != NULL;
	s.rates = s.rate->n;
	s.limit = limit_of(t);
	if (!random_reserve(c, (uint64_t)n, &s.g))
		return false;
	return sample_all(c, &s, n);
}

static bool run_gamma(struct op_ctx *c)
{
	return run_sampler(c, gamma_one);
}

static bool run_poisson(struct op_ctx *c)
{
	return run_sampler(c, poisson_one);
}

/* The stateless ones have the whole shape, whose end is the rates'. */
static bool sample_shape(struct op_ctx *c, struct sampler *s)
{
	const struct tensor *rate = s->rate;

	for (int d = 0; d < rate->rank; d++)
		if (rate->rank > s->out->rank || rate->dim[d] != s->out->dim[s->out->rank - rate->rank + d])
			return op_invalid(c, "Shape passed in must end with broadcasted shape.");
	if (s->out->n == 0)
		return true;
	s->rates = rate->n;
	s->samples = s->out->n / s->rates;
	s->limit = limit_of(s->out->dtype);
	return sample_all(c, s, s->out->n);
}

static bool run_stateless_poisson(struct op_ctx *c)
{
	struct sampler s = { .rate = c->in[2], .one = poisson_one };
	enum dtype t = DT_INT64;

	node_attr_type(c->node, "dtype", &t);
	s.out = random_out(c, 0, t);
	return s.out && random_of_seed(c, 1, &s.g) && sample_shape(c, &s);
}

/* By a seed, or by key, counter and algorithm. Nothing is asked of alphas that no sample is wanted of. */
static bool run_stateless_gamma(struct op_ctx *c)
{
	bool keyed = c->n_in > 3;
	struct sampler s = { .rate = c->in[keyed ? 4 : 2], .one = gamma_one };

	if (keyed && !random_of_key(c, 1, &s.g))
		return false;
	s.out = random_out(c, 0, s.rate->dtype);
	if (!s.out || (!keyed && !random_of_seed(c, 1, &s.g)))
		return false;
	return s.out->n == 0 || sample_shape(c, &s);
}

#define DM_OLD_RATE (DM(DT_HALF) | DM(DT_FLOAT) | DM(DT_DOUBLE))
#define DM_RATE (DM(DT_HALF) | DM(DT_FLOAT) | DM(DT_DOUBLE) | DM_INDEX)

static const struct op_row rows[] = {
	{ .name = "Multinomial", .n_in = 2, .n_out = 1, .types = { { "T", DM_RANDOM }, { "output_dtype", DM_INDEX } },
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_multinomial },
	{ .name = "StatelessMultinomial", .n_in = 3, .n_out = 1,
	  .types = { { "T", DM_RANDOM }, { "output_dtype", DM_INDEX }, { "Tseed", DM_INDEX } },
	  .run = run_multinomial },
	{ .name = "RandomGamma", .n_in = 2, .n_out = 1,
	  .types = { { "S", DM_INDEX }, { "T", DM_RANDOM } },
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_gamma },
	{ .name = "RandomPoissonV2", .n_in = 2, .n_out = 1,
	  .types = { { "S", DM_INDEX }, { "R", DM_RATE }, { "dtype", DM_RATE } },
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_poisson },
	{ .name = "StatelessRandomPoisson", .n_in = 3, .n_out = 1,
	  .types = { { "Rtype", DM_RATE }, { "dtype", DM_RATE }, { "T", DM_INDEX }, { "Tseed", DM_INDEX } },
	  .run = run_stateless_poisson },
	{ .name = "RandomPoisson", .n_in = 2, .n_out = 1, .types = { { "S", DM_INDEX }, { "dtype", DM_OLD_RATE } },
	  .flags = OP_RANDOM | OP_STATEFUL, .run = run_poisson, .data = "older" },
	{ .name = "StatelessRandomGammaV2", .n_in = 3, .n_out = 1,
	  .types = { { "dtype", DM_RANDOM }, { "T", DM_INDEX }, { "Tseed", DM_INDEX } }, .run = run_stateless_gamma },
	{ .name = "StatelessRandomGammaV3", .n_in = 5, .n_out = 1,
	  .types = { { "dtype", DM_RANDOM }, { "shape_dtype", DM_INDEX } }, .run = run_stateless_gamma },
};

OP_FAMILY(family_sampler, rows);
