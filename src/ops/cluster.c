/*
 * Clustering: first centers by k-means++ and by a Markov chain, nearest centers. Distances are
 * float numbers, as TensorFlow's, of sums that are made in double.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ops/random.h"

static float dot(const float *a, const float *b, int64_t n)
{
	double s = 0;

	for (int64_t i = 0; i < n; i++)
		s += (double)a[i] * (double)b[i];
	return (float)s;
}

/* Half the squared length of each row. */
static float *half_norms(struct op_ctx *c, const struct tensor *t)
{
	int64_t n = t->dim[0], dims = t->dim[1];
	float *h = op_temp(c, (size_t)n * sizeof(*h) + 1);

	for (int64_t i = 0; h && i < n; i++)
		h[i] = 0.5f * dot((const float *)t->data + i * dims,
				  (const float *)t->data + i * dims, dims);
	return h;
}

/* The generator of a plain seed. */
static struct philox1 seeded(int64_t seed)
{
	struct philox g = {{(uint32_t)seed, (uint32_t)((uint64_t)seed >> 32)}, {0, 0, 0, 0}};

	return philox1_new(&g);
}

/* ---- k-means++ ---- */

enum { MAX_DRAWS = 1 << 24 };

struct seeds {
	struct op_ctx *c;
	const float *point, *half;
	int64_t n, dims;
	struct philox1 s;
	float *nearest, *sum; /* distances to the nearest center; summed up */
	float *next, *best;   /* the same for a candidate, and the best one so far */
	bool *taken;
	int64_t count;
};

static int64_t upper(const float *v, int64_t n, float x)
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

/* A point that is no center yet, the likelier the farther away; the last one where no distance is
 * left. */
static bool draw(struct seeds *k, int64_t *at)
{
	if (k->count == 0) {
		*at = (int64_t)philox1_below64(&k->s, (uint64_t)k->n);
		return true;
	}
	for (int tries = 0; tries < MAX_DRAWS; tries++) {
		*at = upper(k->sum, k->n, philox1_float(&k->s) * k->sum[k->n - 1]);
		if (*at == k->n) {
			*at = k->n - 1;
			return true;
		}
		if (!k->taken[*at])
			return true;
		if (tries % 65536 == 65535 && !k->c->world->go_on(k->c->world_ctx, k->c->err))
			return false;
	}
	return op_fail(k->c, ERR_INTERNAL,
		       "no point left to draw: all distances but those of chosen ones are 0");
}

/* The distances with point `at` as one center more. */
static void nearer(const struct seeds *k, int64_t at, float *to)
{
	for (int64_t i = 0; i < k->n; i++) {
		float d = k->half[i] -
			  dot(k->point + i * k->dims, k->point + at * k->dims, k->dims) +
			  k->half[at];

		to[i] = d < k->nearest[i] ? d : k->nearest[i];
	}
}

static void swap(float **a, float **b)
{
	float *t = *a;

	*a = *b;
	*b = t;
}

/* The best of so many draws. */
static bool choose(struct seeds *k, int64_t draws, int64_t *at)
{
	float least = INFINITY;
	int64_t i;

	*at = 0;
	for (; draws > 0; draws--) {
		double sum = 0;

		if (!draw(k, &i) || !k->c->world->go_on(k->c->world_ctx, k->c->err))
			return false;
		nearer(k, i, k->next);
		for (int64_t j = 0; j < k->n; j++)
			sum += k->next[j];
		if ((float)sum < least) {
			least = (float)sum;
			*at = i;
			swap(&k->best, &k->next);
		}
	}
	if (least < INFINITY)
		swap(&k->nearest, &k->best);
	return true;
}

static bool seeds_run(struct seeds *k, struct tensor *out, int64_t retries)
{
	for (; k->count < out->dim[0]; k->count++) {
		float sum = 0;
		int64_t at;

		for (int64_t i = 0; k->count && i < k->n; i++)
			k->sum[i] = sum += k->nearest[i];
		if (retries == 0) {
			if (!draw(k, &at) || !k->c->world->go_on(k->c->world_ctx, k->c->err))
				return false;
			nearer(k, at, k->nearest);
		} else if (!choose(k, 1 + retries, &at)) {
			return false;
		}
		k->taken[at] = true;
		if (k->dims)
			memcpy((float *)out->data + k->count * k->dims, k->point + at * k->dims,
			       (size_t)k->dims * sizeof(float));
	}
	return true;
}

static bool seeds_in(struct op_ctx *c)
{
	static const char *const scalar[] = {"num_to_sample", "seed", "num_retries_per_sample"};
	int64_t n, want;

	if (c->in[0]->rank != 2)
		return op_invalid(c, "Input points should be a matrix.");
	for (int i = 0; i < 3; i++)
		if (c->in[i + 1]->rank != 0)
			return op_invalid(c, "Input %s should be a scalar.", scalar[i]);
	n = c->in[0]->dim[0];
	want = tensor_get_i64(c->in[1], 0);
	if (n <= 0)
		return op_invalid(c, "Expected points.rows() > 0.");
	if (want <= 0)
		return op_invalid(c, "Expected num_to_sample > 0.");
	return want <= n || op_invalid(c, "Expected num_to_sample <= points.rows(). %lld vs %lld.",
				       (long long)want, (long long)n);
}

static bool run_kmeans(struct op_ctx *c)
{
	const struct tensor *points = c->in[0];
	struct seeds k = {.c = c, .point = points->data};
	int64_t dim[2], retries;
	struct tensor *out;

	if (!seeds_in(c))
		return false;
	dim[0] = tensor_get_i64(c->in[1], 0);
	dim[1] = k.dims = points->dim[1];
	k.n = points->dim[0];
	k.s = seeded(tensor_get_i64(c->in[2], 0));
	retries = tensor_get_i64(c->in[3], 0);
	if (retries < 0)
		retries = 2 + (int64_t)log((double)dim[0]);
	out = op_out(c, 0, DT_FLOAT, 2, dim);
	k.half = out ? half_norms(c, points) : NULL;
	k.nearest = k.half ? op_temp(c, (size_t)k.n * 4 * sizeof(float)) : NULL;
	k.taken = k.nearest ? op_temp(c, (size_t)k.n) : NULL;
	if (!k.taken)
		return false;
	memset(k.taken, 0, (size_t)k.n);
	k.sum = k.nearest + k.n;
	k.next = k.sum + k.n;
	k.best = k.next + k.n;
	for (int64_t i = 0; i < k.n; i++)
		k.nearest[i] = INFINITY;
	return seeds_run(&k, out, retries < INT32_MAX ? retries : INT32_MAX - 1);
}

/* ---- a Markov chain over distances ---- */

static bool run_chain(struct op_ctx *c)
{
	const struct tensor *d = c->in[0];
	const float *v = d->data;
	struct philox1 s;
	struct tensor *out;
	int64_t at = 0;

	if (d->rank != 1)
		return op_invalid(c, "Input distances should be a vector.");
	if (c->in[1]->rank != 0)
		return op_invalid(c, "Input seed should be a scalar.");
	if (d->n == 0)
		return op_invalid(c, "Expected distances_tensor.size() > 0.");
	s = seeded(tensor_get_i64(c->in[1], 0));
	for (int64_t i = 1; i < d->n; i++)
		if (v[i] > philox1_float(&s) * v[at])
			at = i;
	out = op_out(c, 0, DT_INT64, 0, NULL);
	if (out)
		*(int64_t *)out->data = at;
	return out != NULL;
}

/* ---- nearest centers ---- */

struct one {
	float d;
	int64_t i;
};

struct near {
	const float *point, *center, *point_half, *center_half;
	int64_t dims, centers, k, from;
	int64_t *index;
	float *distance;
	struct one *list; /* for each point of a part, its k nearest so far, a heap */
};

/* By distance, then by number; what is not a number is farthest. */
static bool farther(struct one a, struct one b)
{
	if (a.d == b.d || (isnan(a.d) && isnan(b.d)))
		return a.i > b.i;
	return isnan(a.d) || a.d > b.d;
}

/* The farthest of a heap of n sinks from the root to its place. */
static void sink(struct one *h, int64_t n, int64_t i)
{
	for (;;) {
		int64_t most = i;
		struct one t = h[i];

		for (int64_t j = 2 * i + 1; j <= 2 * i + 2 && j < n; j++)
			most = farther(h[j], h[most]) ? j : most;
		if (most == i)
			return;
		h[i] = h[most];
		h[most] = t;
		i = most;
	}
}

static void near_tile(void *ctx, int64_t from, int64_t to)
{
	const struct near *m = ctx;

	for (int64_t p = from; p < to; p++) {
		int64_t row = m->from + p, k = m->k;
		struct one *h = m->list + p * k;

		for (int64_t j = 0; j < m->centers; j++) {
			struct one o = {m->center_half[j] - dot(m->point + row * m->dims,
								m->center + j * m->dims, m->dims),
					j};

			if (j < k) {
				h[j] = o;
				for (int64_t i = k / 2; j == k - 1 && i >= 0; i--)
					sink(h, k, i);
			} else if (farther(h[0], o)) {
				h[0] = o;
				sink(h, k, 0);
			}
		}
		for (int64_t n = k - 1; n >= 0; n--) { /* the farthest goes last */
			struct one o = h[0];

			h[0] = h[n];
			sink(h, n, 0);
			m->index[row * k + n] = o.i;
			m->distance[row * k + n] = 2 * (m->point_half[row] + o.d);
		}
	}
}

static bool near_in(struct op_ctx *c)
{
	const struct tensor *p = c->in[0], *q = c->in[1];

	if (p->rank != 2)
		return op_invalid(c, "Input points should be a matrix.");
	if (q->rank != 2)
		return op_invalid(c, "Input centers should be a matrix.");
	if (c->in[2]->rank != 0)
		return op_invalid(c, "Input k should be a scalar.");
	if (p->dim[0] == 0)
		return op_invalid(c, "Expected points.rows() > 0.");
	if (p->dim[1] != q->dim[1])
		return op_invalid(c,
				  "Expected point_dimensions == center_dimensions: %lld vs %lld.",
				  (long long)p->dim[1], (long long)q->dim[1]);
	return tensor_get_i64(c->in[2], 0) >= 0 || op_invalid(c, "Expected k >= 0.");
}

static bool run_near(struct op_ctx *c)
{
	enum { PART = 256 };
	const struct tensor *p = c->in[0], *q = c->in[1];
	struct near m = {.point = p->data, .center = q->data};
	struct tensor *index, *distance;
	int64_t dim[2];

	if (!near_in(c))
		return false;
	m.dims = p->dim[1];
	m.centers = q->dim[0];
	m.k = tensor_get_i64(c->in[2], 0);
	m.k = m.k < m.centers ? m.k : m.centers;
	dim[0] = p->dim[0];
	dim[1] = m.k;
	index = op_out(c, 0, DT_INT64, 2, dim);
	distance = index ? op_out(c, 1, DT_FLOAT, 2, dim) : NULL;
	if (!distance || index->n == 0)
		return distance != NULL;
	m.index = index->data;
	m.distance = distance->data;
	m.point_half = half_norms(c, p);
	m.center_half = m.point_half ? half_norms(c, q) : NULL;
	m.list = m.center_half ? op_temp(c, (size_t)m.k * PART * sizeof(*m.list)) : NULL;
	for (; m.list && m.from < dim[0]; m.from += PART) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		tiles_run(dim[0] - m.from < PART ? dim[0] - m.from : PART, 32, near_tile, &m);
	}
	return m.list != NULL;
}

static const struct op_row rows[] = {
	{.name = "KmeansPlusPlusInitialization", .n_in = 4, .n_out = 1, .run = run_kmeans},
	{.name = "KMC2ChainInitialization", .n_in = 2, .n_out = 1, .run = run_chain},
	{.name = "NearestNeighbors", .n_in = 3, .n_out = 2, .run = run_near},
};

OP_FAMILY(family_cluster, rows);
