/* ComputeAccidentalHits: sampled candidates that are true classes. */
#include <float.h>

#include "ops/weights.h"

/* Open addressing, at least twice as many places as numbers. */
struct seen {
	int64_t *at, places;
};

/* Where in the samples each value stands last. */
static bool places_of(struct op_ctx *c, const struct tensor *t, struct seen *s, int64_t **at)
{
	s->places = sums_leaves(2 * t->n + 1);
	s->at = op_temp(c, (size_t)s->places * 2 * sizeof(*s->at));
	*at = s->at ? s->at + s->places : NULL;
	for (int64_t i = 0; s->at && i < s->places; i++)
		(*at)[i] = -1;
	return s->at != NULL;
}

static int64_t place(const struct seen *s, const int64_t *at, int64_t value)
{
	uint64_t h = (uint64_t)value * UINT64_C(0x9E3779B97F4A7C15);
	int64_t i = (int64_t)(h >> 20) & (s->places - 1);

	while (at[i] >= 0 && s->at[i] != value)
		i = (i + 1) & (s->places - 1);
	return i;
}

static bool hits_put(struct op_ctx *c, const struct seen *s, const int64_t *at, int64_t n)
{
	const struct tensor *truth = c->in[0];
	struct tensor *row = op_out(c, 0, DT_INT32, 1, &n),
		      *id = row ? op_out(c, 1, DT_INT64, 1, &n) : NULL;
	struct tensor *weight = id ? op_out(c, 2, DT_FLOAT, 1, &n) : NULL;
	int64_t k = 0;

	for (int64_t i = 0; weight && i < truth->n; i++) {
		int64_t j = at[place(s, at, tensor_get_i64(truth, i))];

		if (j < 0)
			continue;
		((int32_t *)row->data)[k] = (int32_t)(i / truth->dim[1]);
		((int64_t *)id->data)[k] = j;
		((float *)weight->data)[k++] = -FLT_MAX;
	}
	return weight != NULL;
}

static bool run_hits(struct op_ctx *c)
{
	const struct tensor *truth = c->in[0], *sampled = c->in[1];
	int64_t num_true = 0, n = 0, *at;
	struct seen s;

	node_attr_int(c->node, "num_true", &num_true);
	if (truth->rank != 2 || truth->dim[1] != num_true)
		return op_invalid(c, "true_candidates must be a batch_size * num_true matrix");
	if (sampled->rank != 1)
		return op_invalid(
			c, "sampled_candidates must be a vector, which is typically an output from "
			   "CandidateSampler");
	if (!places_of(c, sampled, &s, &at))
		return false;
	for (int64_t i = 0; i < sampled->n; i++) {
		int64_t v = tensor_get_i64(sampled, i), p = place(&s, at, v);

		s.at[p] = v;
		at[p] = i;
	}
	for (int64_t i = 0; i < truth->n; i++)
		n += at[place(&s, at, tensor_get_i64(truth, i))] >= 0;
	return hits_put(c, &s, at, n);
}

static const struct op_row rows[] = {
	{.name = "ComputeAccidentalHits", .n_in = 2, .n_out = 3, .run = run_hits},
};

OP_FAMILY(family_hits, rows);
