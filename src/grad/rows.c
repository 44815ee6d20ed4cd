/*
 * Rules of ops that take or add up whole rows: gathers from large tables (whose gradient touches a few rows
 * only), segments.
 */
#include "grad/inside.h"

#include <math.h>
#include <stdlib.h>

#include "ops/var.h"

static int64_t count(const int64_t *dim, int from, int to)
{
	int64_t n = 1;

	for (int i = from; i < to; i++)
		n *= dim[i];
	return n;
}

static int64_t attr_int(const struct node *n, const char *name)
{
	int64_t v = 0;

	node_attr_int(n, name, &v);
	return v;
}

/* ---- gathering ---- */

struct gather {
	struct shape from; /* what is gathered from */
	enum dtype dtype;
	const struct tensor *index;
	int64_t axis, batch, outer, rows, inner, batches, each; /* each: indices a batch */
};

static bool gather_plan(struct gcx *c, const struct vjp *v, struct shape from, enum dtype t,
			int64_t axis, int64_t batch, struct gather *p)
{
	const struct tensor *index = v->in[1];

	if (axis < 0)
		axis += from.rank;
	if (batch < 0)
		batch += index->rank;
	if (axis < 0 || axis >= from.rank || batch < 0 || batch > axis || batch > index->rank)
		return g_unknown(c, "this axis");
	*p = (struct gather){
		.from = from, .dtype = t, .index = index, .axis = axis, .batch = batch};
	p->batches = count(from.dim, 0, (int)batch);
	p->outer = count(from.dim, (int)batch, (int)axis);
	p->rows = from.dim[axis];
	p->inner = count(from.dim, (int)axis + 1, from.rank);
	p->each = p->batches ? index->n / p->batches : 0;
	return v->out[0]->n == p->batches * p->outer * p->each * p->inner;
}

static struct tensor *gather_back(struct gcx *c, const struct gather *p, struct tensor *up)
{
	const double *g = g_doubles(c, up);
	struct tensor *sum = g_double_zeros(c, p->from.rank, p->from.dim);
	int64_t at = 0;

	if (!g || !sum)
		return NULL;
	for (int64_t b = 0; b < p->batches; b++)
		for (int64_t o = 0; o < p->outer; o++)
			for (int64_t k = 0; k < p->each; k++, at += p->inner) {
				int64_t row = tensor_get_i64(p->index, b * p->each + k);
				double *to = (double *)sum->data +
					     ((b * p->outer + o) * p->rows + row) * p->inner;

				for (int64_t i = 0; i < p->inner && row >= 0 && row < p->rows; i++)
					to[i] += g[at + i];
			}
	return g_cast(c, sum, p->dtype);
}

static bool terms_gathered(const struct vjp *v, const struct gather *p, int64_t place,
			   struct terms *t)
{
	int64_t i = place % p->inner, k = place / p->inner % p->each,
		bo = place / p->inner / p->each;
	int64_t row = tensor_get_i64(p->index, bo / p->outer * p->each + k);

	t->how = TERMS_COPY;
	term_plain(t, v, 0, row < 0 || row >= p->rows ? -1 : (bo * p->rows + row) * p->inner + i);
	return true;
}

static bool plan_of(struct gcx *c, const struct vjp *v, struct gather *p)
{
	bool v2 = v->n_in > 2;

	return gather_plan(c, v, tensor_shape(v->in[0]), v->in[0]->dtype,
			   v2 ? tensor_get_i64(v->in[2], 0) : 0,
			   v2 ? attr_int(v->n, "batch_dims") : 0, p);
}

static bool gather(struct gcx *c, struct vjp *v)
{
	struct gather p;

	return !v_want(v, 0) ||
	       (plan_of(c, v, &p) && v_give(c, v, 0, gather_back(c, &p, v_g(c, v, 0))));
}

static bool terms_gather(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			 struct terms *t)
{
	struct gather p;

	(void)slot;
	return plan_of(c, v, &p) && terms_gathered(v, &p, place, t);
}

/* What the variable that input 0 means holds. */
static const struct tensor *held(const struct tensor *handle)
{
	const struct object *o = handle->dtype == DT_RESOURCE && handle->n == 1
					 ? *(struct object *const *)handle->data
					 : NULL;

	return o && o->cls == &var_class.object ? ((const struct var *)o)->value : NULL;
}

static bool plan_of_variable(struct gcx *c, const struct vjp *v, struct gather *p)
{
	const struct tensor *x = held(v->in[0]);
	int64_t batch = attr_int(v->n, "batch_dims");

	return x ? gather_plan(c, v, tensor_shape(x), x->dtype, batch, batch, p)
		 : g_unknown(c, "a resource without a value");
}

static bool resource_gather(struct gcx *c, struct vjp *v)
{
	struct gather p;

	return !v->g[0].t ||
	       (plan_of_variable(c, v, &p) && v_give(c, v, 0, gather_back(c, &p, v->g[0].t)));
}

static bool terms_resource(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			   struct terms *t)
{
	struct gather p;

	(void)slot;
	return plan_of_variable(c, v, &p) && terms_gathered(v, &p, place, t);
}

static bool resource_gather_nd(struct gcx *c, struct vjp *v)
{
	const struct tensor *x = held(v->in[0]);

	if (!x)
		return g_unknown(c, "a resource without a value");
	return !v->g[0].t || v_give(c, v, 0,
				    G(c, "ScatterNd", g_cast(c, v->in[1], DT_INT64), v->g[0].t,
				      g_vec(c, x->dim, x->rank)));
}

/* ---- segments ---- */

/* Segment of row i of the data, or -1; sparse ones have their rows in input 1, segments in input 2. */
struct segments {
	bool sparse;
	const struct tensor *id, *index;
	int64_t inner, n_out;
	double *rows; /* of each segment: how many rows it has */
};

static bool segments_of(struct gcx *c, const struct vjp *v, struct segments *s)
{
	bool sparse = sv_starts(v->n->op, SV("Sparse"));
	const struct tensor *id = v->in[sparse ? 2 : 1];
	int skip = sparse ? 1 : id->rank;

	*s = (struct segments){.sparse = sparse, .id = id, .index = sparse ? v->in[1] : NULL};
	s->inner = count(v->in[0]->dim, skip, v->in[0]->rank);
	s->n_out = v->out[0]->rank ? v->out[0]->dim[0] : 0;
	s->rows = arena_array(c->a, (size_t)s->n_out + 1, sizeof(double));
	for (int64_t k = 0; k < id->n; k++) {
		int64_t to = tensor_get_i64(id, k);

		if (to >= 0 && to < s->n_out)
			s->rows[to]++;
	}
	return v->out[0]->n == s->n_out * s->inner;
}

static int64_t row_of(const struct segments *s, int64_t k)
{
	return s->sparse ? tensor_get_i64(s->index, k) : k;
}

/* What a row counts in its segment's result. */
static double share(const struct vjp *v, const struct segments *s, int64_t to)
{
	return sv_ends(v->n->op, SV("Mean")) || sv_ends(v->n->op, SV("MeanWithNumSegments"))
		       ? 1 / s->rows[to]
	       : sv_ends(v->n->op, SV("SqrtN")) || sv_ends(v->n->op, SV("SqrtNWithNumSegments"))
		       ? 1 / sqrt(s->rows[to])
		       : 1;
}

static bool segment_sum(struct gcx *c, struct vjp *v)
{
	const double *g = g_doubles(c, v_g(c, v, 0));
	struct tensor *sum = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	struct segments s;

	if (!g || !sum || !segments_of(c, v, &s))
		return false;
	for (int64_t k = 0; k < s.id->n; k++) {
		int64_t to = tensor_get_i64(s.id, k), row = row_of(&s, k);
		bool in = to >= 0 && to < s.n_out && row >= 0 && (row + 1) * s.inner <= sum->n;

		for (int64_t i = 0; in && i < s.inner; i++)
			((double *)sum->data)[row * s.inner + i] +=
				g[to * s.inner + i] * share(v, &s, to);
	}
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, sum, v->in[0]->dtype));
}

/* The largest or smallest of a segment; those that are equal share. */
static bool segment_best(struct gcx *c, struct vjp *v)
{
	const double *g = g_doubles(c, v_g(c, v, 0)), *x = g_doubles(c, v->in[0]),
		     *o = g_doubles(c, v->out[0]);
	struct tensor *sum = g_double_zeros(c, v->in[0]->rank, v->in[0]->dim);
	struct tensor *same = g_double_zeros(c, v->out[0]->rank, v->out[0]->dim);
	struct segments s;

	if (!g || !x || !o || !sum || !same || !segments_of(c, v, &s))
		return false;
	for (int pass = 0; pass < 2; pass++)
		for (int64_t e = 0; e < v->in[0]->n && s.inner; e++) {
			int64_t to = tensor_get_i64(s.id, e / s.inner),
				at = to * s.inner + e % s.inner;

			if (to < 0 || to >= s.n_out || x[e] != o[at])
				continue;
			if (pass)
				((double *)sum->data)[e] = g[at] / ((double *)same->data)[at];
			else
				((double *)same->data)[at]++;
		}
	return !v_want(v, 0) || v_give(c, v, 0, g_cast(c, sum, v->in[0]->dtype));
}

static bool terms_segment(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place,
			  struct terms *t)
{
	bool best = sv_ends(v->n->op, SV("Max")) || sv_ends(v->n->op, SV("Min"));
	struct segments s;

	(void)slot;
	if (!segments_of(c, v, &s) || !s.inner)
		return false;
	t->how = best ? TERMS_WINNER : TERMS_SUM;
	for (int64_t k = 0; k < s.id->n; k++) {
		int64_t at = row_of(&s, k) * s.inner + place % s.inner;

		if (tensor_get_i64(s.id, k) != place / s.inner || at < 0 || at >= v->in[0]->n)
			continue;
		if (best)
			term_plain(t, v, 0, at)->won = tensor_get_f64(v->in[0], at) == t->actual;
		else
			term_weighed(t, v, 0, at, share(v, &s, place / s.inner));
	}
	return true;
}

#define SEGMENT(name)                                                                              \
	{                                                                                          \
		name, 0, 0, NULL, segment_sum, terms_segment                                       \
	}
#define BEST(name)                                                                                 \
	{                                                                                          \
		name, 0, 0, NULL, segment_best, terms_segment                                      \
	}

static const struct grad_row rows[] = {
	{"Gather", 0, 0, NULL, gather, terms_gather},
	{"GatherV2", 0, 0, NULL, gather, terms_gather},
	{"ResourceGather", 0, 0, NULL, resource_gather, terms_resource},
	{"ResourceGatherNd", 0, 0, NULL, resource_gather_nd, NULL},
	BEST("SegmentMax"),
	SEGMENT("SegmentMean"),
	BEST("SegmentMin"),
	SEGMENT("SegmentSum"),
	SEGMENT("SparseSegmentMean"),
	SEGMENT("SparseSegmentMeanWithNumSegments"),
	SEGMENT("SparseSegmentSqrtN"),
	SEGMENT("SparseSegmentSqrtNWithNumSegments"),
	SEGMENT("SparseSegmentSum"),
	SEGMENT("SparseSegmentSumWithNumSegments"),
	BEST("UnsortedSegmentMax"),
	BEST("UnsortedSegmentMin"),
	SEGMENT("UnsortedSegmentSum"),
};

GRAD_FAMILY(rows);
