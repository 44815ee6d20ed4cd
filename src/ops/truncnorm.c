/*
 * Normal samples between bounds, each batch with its own mean, deviation and bounds. Computed in
 * the tensor's type, rounded at each step, for what is accepted hangs on the last bit. Batches come
 * one after another from one generator, as in TensorFlow with one thread.
 */
#include <math.h>

#include "ops/random.h"

enum { ITERATIONS = 1000, BATCH = 100 };

/* n samples go to out[at], out[at + step] ...; the bounds are in deviations from the mean. */
struct batch {
	struct op_ctx *c;
	enum dtype t;
	struct philox *g;
	double mean, dev, lo, hi;
	struct tensor *out;
	int64_t at, step, n;
	int tries; /* since the last sample */
};

/* v as the type has it. */
static double in(enum dtype t, double v)
{
	return t == DT_DOUBLE  ? v
	       : t == DT_FLOAT ? (float)v
			       : half_to_float(half_of_float((float)v));
}

static double fn(enum dtype t, double (*wide)(double), float (*narrow)(float), double v)
{
	return t == DT_DOUBLE ? wide(v) : in(t, narrow((float)v));
}

/* The sample x, in deviations. True while more are wanted. */
static bool give(struct batch *b, double x)
{
	double v = in(b->t, in(b->t, x * b->dev) + b->mean);

	switch (b->t) {
	case DT_DOUBLE:
		((double *)b->out->data)[b->at] = v;
		break;
	case DT_FLOAT:
		((float *)b->out->data)[b->at] = (float)v;
		break;
	default:
		((uint16_t *)b->out->data)[b->at] = half_of_float((float)v);
	}
	b->at += b->step;
	b->tries = 0;
	return --b->n > 0;
}

static bool stuck(struct batch *b, const char *text)
{
	return op_fail(b->c, ERR_INTERNAL, "%s", text);
}

/* Normal numbers, those within the bounds. */
static bool by_normal(struct batch *b)
{
	double x[4];

	while (b->n > 0) {
		int size = philox_four(b->g, b->t, true, x);

		for (int i = 0; i < size; i++)
			if (!(x[i] >= b->lo && x[i] <= b->hi)) {
				if (++b->tries > ITERATIONS)
					return stuck(b, "TruncatedNormal randn rejection sampler "
							"failed to accept a "
							"sample.");
			} else if (!give(b, x[i])) {
				break;
			}
	}
	return true;
}

/* Uniform ones between the bounds, kept as likely as the normal density there. */
static bool by_uniform(struct batch *b)
{
	enum dtype t = b->t;
	double plus = b->lo < 0 ? 0 : in(t, b->lo * b->lo), diff = in(t, b->hi - b->lo), z[4], u[4];

	while (b->n > 0) {
		int size = philox_four(b->g, t, false, z);

		philox_four(b->g, t, false, u);
		for (int i = 0; i < size; i++) {
			double x = in(t, in(t, z[i] * diff) + b->lo);
			double g = in(t, in(t, plus - in(t, x * x)) / 2);

			if (!(u[i] <= fn(t, exp, expf, g))) {
				if (++b->tries >= ITERATIONS)
					return stuck(b, "TruncatedNormal uniform rejection sampler "
							"failed to  accept "
							"a sample.");
			} else if (!give(b, x)) {
				break;
			}
		}
	}
	return true;
}

/* Exponential ones from the lower bound on. */
static bool by_exponential(struct batch *b)
{
	enum dtype t = b->t;
	double root = fn(t, sqrt, sqrtf, in(t, in(t, b->lo * b->lo) + 4)),
	       alpha = in(t, in(t, b->lo + root) / 2);
	double r[4];

	while (b->n > 0) {
		int size = philox_four(b->g, t, false, r);

		for (int i = 0; i < size; i += 2) {
			double z = in(t, in(t, -fn(t, log, logf, r[i]) / alpha) + b->lo);
			double x = in(t, b->lo < alpha ? alpha - z : b->lo - alpha);
			double g = fn(t, exp, expf, in(t, in(t, -x * x) / 2));

			if (!(r[i + 1] <= g && z < b->hi)) {
				if (++b->tries >= ITERATIONS)
					return stuck(b, "TruncatedNormal exponential distribution "
							"rejection sampler "
							"failed to accept a sample.");
			} else if (!give(b, z)) {
				break;
			}
		}
	}
	return true;
}

/* lo and hi are the bounds as given. */
static bool batch_run(struct batch *b, double lo, double hi)
{
	enum dtype t = b->t;
	double enough = in(t, 1.3), root, cutoff;

	if (!(b->dev > 0 && lo < hi && (isfinite(lo) || isfinite(hi))))
		return op_invalid(b->c, "Invalid parameters");
	if ((isinf(lo) && lo < 0) || hi < b->mean) { /* mirrored */
		double swap = lo;

		lo = hi;
		hi = swap;
		b->dev = -b->dev;
	}
	b->lo = in(t, in(t, lo - b->mean) / b->dev);
	b->hi = in(t, in(t, hi - b->mean) / b->dev);
	root = fn(t, sqrt, sqrtf, in(t, in(t, b->lo * b->lo) + 4));
	cutoff = fn(t, exp, expf, in(t, 0.5 + in(t, in(t, b->lo * in(t, b->lo - root)) / 4)));
	cutoff = in(t, in(t, 2 * cutoff) / in(t, b->lo + root));
	if ((b->lo < -enough && b->hi >= 0) || (b->hi > enough && b->lo <= 0))
		return by_normal(b);
	return in(t, b->hi - b->lo) < cutoff ? by_uniform(b) : by_exponential(b);
}

/* ---- parameters for each row ---- */

static const char *const names[] = {"means", "stddevs", "minvals", "maxvals"};

static bool rows_fit(struct op_ctx *c, int64_t rows)
{
	for (int i = 1; i < 5; i++)
		if (c->in[i]->rank == 1 && c->in[i]->n != 1 && c->in[i]->n != rows)
			return op_invalid(
				c, "Input %s should have length 1 or shape[0], got shape: %s",
				names[i - 1], op_in_shape(c, i));
	return true;
}

static bool run_rows(struct op_ctx *c)
{
	const struct tensor *shape = c->in[0];
	struct tensor *out;
	int64_t each, rows;
	struct philox g;

	if (shape->rank != 1)
		return op_invalid(c, "Input shape should be a vector, got shape: %s",
				  op_in_shape(c, 0));
	if (shape->n == 0)
		return op_invalid(
			c,
			"Shape tensor must not be empty, got Tensor<type: %s shape: [0] values: >",
			dtype_info(shape->dtype)->name);
	out = random_out(c, 0, c->in[1]->dtype);
	if (!out)
		return false;
	for (int i = 1; i < 5; i++)
		if (c->in[i]->rank > 1)
			return op_invalid(c, "Input %s should be a scalar or vector, got shape: %s",
					  names[i - 1], op_in_shape(c, i));
	rows = out->dim[0];
	each = rows ? out->n / rows : 0;
	if (c->in[1]->n == 1 && c->in[2]->n == 1 && c->in[3]->rank == 0 && c->in[4]->rank == 0) {
		rows = (out->n + BATCH - 1) / BATCH;
		each = BATCH;
	} else if (!rows_fit(c, rows)) {
		return false;
	}
	if (!random_reserve_exact(c, (uint64_t)rows * 2 * ITERATIONS * (uint64_t)(each + 3) / 4 * 4,
				  &g))
		return false;
	for (int64_t r = 0; r < rows; r++) {
		int64_t at = r * each, n = out->n - at < each ? out->n - at : each;
		double p[4];
		struct batch b = {
			.c = c, .t = out->dtype, .g = &g, .out = out, .at = at, .step = 1, .n = n};

		for (int i = 0; i < 4; i++)
			p[i] = tensor_get_f64(c->in[1 + i], c->in[1 + i]->n == 1 ? 0 : r);
		b.mean = p[0];
		b.dev = p[1];
		if (!batch_run(&b, p[2], p[3]) || !c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

/* ---- parameters broadcast; the shape ends with theirs ---- */

static bool run_broadcast(struct op_ctx *c)
{
	struct shape s[4];
	struct tensor *out;
	struct philox g;
	struct bcast b;
	int head;

	for (int i = 0; i < 4; i++)
		s[i] = tensor_shape(c->in[2 + i]);
	if (c->in[1]->rank != 1 || c->in[1]->n != 2)
		return op_invalid(c, "seed must have shape [2], not %s", op_in_shape(c, 1));
	if (!bcast_plan(&b, c->scratch, 4, s))
		return op_invalid(
			c,
			"means, stddevs, minvals, maxvals must have compatible batch dimensions: "
			"%s vs. %s vs. %s vs. %s",
			op_in_shape(c, 2), op_in_shape(c, 3), op_in_shape(c, 4), op_in_shape(c, 5));
	if (c->in[0]->rank != 1)
		return op_invalid(c, "Input shape should be a vector, got shape: %s",
				  op_in_shape(c, 0));
	out = random_out(c, 0, c->in[2]->dtype);
	if (!out)
		return false;
	head = out->rank - b.out_rank;
	for (int d = 0; d < b.out_rank; d++)
		if (head < 0 || out->dim[head + d] != b.out_dim[d])
			return op_invalid(c, "Shape passed in must end with broadcasted shape.");
	if (out->n && !random_of_seed(c, 1, &g))
		return false;
	for (int64_t r = 0; out->n && r < b.total; r++) {
		struct batch k = {.c = c,
				  .t = out->dtype,
				  .g = &g,
				  .out = out,
				  .at = r,
				  .step = b.total,
				  .n = out->n / b.total};
		double p[4];

		for (int i = 0; i < 4; i++) {
			int64_t rest = r, at = 0;

			for (int d = b.rank - 1; d >= 0; d--) {
				at += rest % b.dim[d] * b.stride[i][d];
				rest /= b.dim[d];
			}
			p[i] = tensor_get_f64(c->in[2 + i], at);
		}
		k.mean = p[0];
		k.dev = p[1];
		if (!batch_run(&k, p[2], p[3]) || !c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

#define DM_BOUNDED (DM(DT_HALF) | DM(DT_FLOAT) | DM(DT_DOUBLE))

static const struct op_row rows[] = {
	{.name = "ParameterizedTruncatedNormal",
	 .n_in = 5,
	 .n_out = 1,
	 .types = {{"dtype", DM_BOUNDED}, {"T", DM_INDEX}},
	 .flags = OP_RANDOM | OP_STATEFUL,
	 .run = run_rows},
	{.name = "StatelessParameterizedTruncatedNormal",
	 .n_in = 6,
	 .n_out = 1,
	 .types = {{"dtype", DM_BOUNDED}, {"S", DM_INDEX}, {"Tseed", DM_INDEX}},
	 .run = run_broadcast},
};

OP_FAMILY(family_truncnorm, rows);
