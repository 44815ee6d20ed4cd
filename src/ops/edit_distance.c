/* EditDistance: how many insertions, deletions and changes make a sequence of another, row by row of two sparse tensors. */
#include <math.h>
#include <string.h>

#include "ops/sparse.h"

struct distance {
	struct sparse hyp, truth;
	bool normalize;
	struct tensor *out;
};

static bool ranks_ok(struct op_ctx *c)
{
	static const char *const name[] = { "hypothesis", "truth" };

	for (int k = 0; k < 3; k++)
		for (int i = 0; i < 2; i++)
			if (c->in[3 * i + k]->rank != (k ? 1 : 2))
				return op_invalid(c, "%s_%s should be a %s, but got shape: %s", name[i],
						  k == 0   ? "indices"
						  : k == 1 ? "values"
							   : "shape",
						  k ? "vector" : "matrix", op_in_shape(c, 3 * i + k));
	return true;
}

static bool shape_fits(struct op_ctx *c, int i)
{
	const char *name = i ? "truth" : "hypothesis";

	if (c->in[3 * i + 2]->n != c->in[3 * i]->dim[1])
		return op_invalid(c, "Expected %s_shape.NumElements == #cols(%s_indices), their shapes are: %s and %s",
				  name, name, op_in_shape(c, 3 * i + 2), op_in_shape(c, 3 * i));
	return true;
}

static bool rows_fit(struct op_ctx *c, int i)
{
	const char *name = i ? "truth" : "hypothesis";

	return c->in[3 * i]->dim[0] == c->in[3 * i + 1]->n ||
	       op_invalid(c, "Expected %s_values.NumElements == #rows(%s_indices), their shapes are: %s and %s", name,
			  name, op_in_shape(c, 3 * i + 1), op_in_shape(c, 3 * i));
}

static bool inputs_ok(struct op_ctx *c)
{
	if (!ranks_ok(c) || !rows_fit(c, 0) || !shape_fits(c, 0))
		return false;
	if (c->in[5]->n < 2)
		return op_invalid(c, "Input SparseTensors must have rank at least 2, but truth_shape rank is: %lld",
				  (long long)c->in[5]->n);
	if (!rows_fit(c, 1) || !shape_fits(c, 1))
		return false;
	return c->in[5]->n == c->in[2]->n ||
	       op_invalid(c, "Expected truth and hypothesis to have matching ranks, but their shapes are: %s and %s",
			  op_in_shape(c, 5), op_in_shape(c, 2));
}

static bool equal(const struct distance *d, int64_t a, int64_t b)
{
	const struct tensor *x = d->truth.val, *y = d->hyp.val;
	enum dtype t = x->dtype;

	if (t == DT_STRING)
		return sv_eq(tensor_str(x, a), tensor_str(y, b));
	if (dtype_info(t)->kind == DK_FLOAT)	/* zeros are equal, NaN is not itself */
		return tensor_get_f64(x, a) == tensor_get_f64(y, b);
	if (t == DT_COMPLEX64)
		return ((const float *)x->data)[2 * a] == ((const float *)y->data)[2 * b] &&
		       ((const float *)x->data)[2 * a + 1] == ((const float *)y->data)[2 * b + 1];
	if (t == DT_COMPLEX128)
		return ((const double *)x->data)[2 * a] == ((const double *)y->data)[2 * b] &&
		       ((const double *)x->data)[2 * a + 1] == ((const double *)y->data)[2 * b + 1];
	return !memcmp(el_at(x, a), el_at(y, b), dtype_info(t)->size);
}

/* Values [a, a + n) of the truth against [b, b + m) of the hypothesis; row has m + 1 places. */
static int64_t levenshtein(const struct distance *d, int64_t a, int64_t n, int64_t b, int64_t m, int64_t *row)
{
	for (int64_t j = 0; j <= m; j++)
		row[j] = j;
	for (int64_t i = 0; i < n; i++) {
		int64_t corner = row[0];

		row[0] = i + 1;
		for (int64_t j = 0; j < m; j++) {
			int64_t best = corner + !equal(d, a + i, b + j);

			corner = row[j + 1];
			best = row[j] + 1 < best ? row[j] + 1 : best;
			row[j + 1] = corner + 1 < best ? corner + 1 : best;
		}
	}
	return row[m];
}

/* The end of the values from i on that differ in their last index only. */
static int64_t run_end(const struct sparse *s, int64_t i)
{
	int64_t to = i + 1;

	while (to < s->n && !index_cmp(s->at + to * s->rank, s->at + i * s->rank, s->rank - 1))
		to++;
	return to;
}

/* A group's row in the output; its indices may point anywhere. */
static bool set(struct op_ctx *c, const struct distance *d, const struct sparse *s, int64_t i, float v)
{
	uint64_t at = 0;

	for (int k = 0; k < d->out->rank; k++)
		at = at * (uint64_t)d->out->dim[k] + (uint64_t)s->at[i * s->rank + k];
	if (at >= (uint64_t)d->out->n)
		return op_fail(c, ERR_INTERNAL,
			       "Got an inner product %lld which would require writing to outside of the buffer for "
			       "the output tensor (max elements %lld)",
			       (long long)at, (long long)d->out->n);
	((float *)d->out->data)[at] = v;
	return true;
}

/* One group: of both where they have it in common. */
static bool step(struct op_ctx *c, const struct distance *d, int64_t *h, int64_t *t)
{
	const struct sparse *hyp = &d->hyp, *truth = &d->truth;
	int cmp = *h >= hyp->n ? 1 : *t >= truth->n ? -1 :
		  index_cmp(hyp->at + *h * hyp->rank, truth->at + *t * truth->rank, hyp->rank - 1);
	int64_t h_end = cmp <= 0 ? run_end(hyp, *h) : *h, t_end = cmp >= 0 ? run_end(truth, *t) : *t;
	int64_t n = t_end - *t, m = h_end - *h, *row;
	bool ok;

	if (cmp < 0) {
		ok = set(c, d, hyp, *h, d->normalize ? INFINITY : (float)m);
	} else if (cmp > 0) {
		ok = set(c, d, truth, *t, d->normalize ? 1 : (float)n);
	} else {
		row = op_temp(c, ((size_t)m + 1) * sizeof(*row));
		ok = row && c->world->go_on(c->world_ctx, c->err) &&
		     set(c, d, truth, *t, (float)levenshtein(d, *t, n, *h, m, row) / (d->normalize ? (float)n : 1));
	}
	*h = h_end;
	*t = t_end;
	return ok;
}

static bool run_distance(struct op_ctx *c)
{
	struct distance d = { .normalize = true };
	int64_t *dim, unused, h = 0, t = 0;

	node_attr_bool(c->node, "normalize", &d.normalize);
	if (!inputs_ok(c) || !sparse_of(c, &d.hyp, 0, 1, 2) || !sparse_of(c, &d.truth, 3, 4, 5) ||
	    !sparse_dims(c, d.hyp.rank, d.hyp.shape, &unused, DIMS_MAKE) ||
	    !sparse_dims(c, d.truth.rank, d.truth.shape, &unused, DIMS_MAKE))
		return false;
	dim = arena_array(c->scratch, (size_t)d.truth.rank, sizeof(*dim));
	for (int k = 0; k < d.truth.rank - 1; k++)
		dim[k] = d.hyp.shape[k] > d.truth.shape[k] ? d.hyp.shape[k] : d.truth.shape[k];
	d.out = op_out(c, 0, DT_FLOAT, d.truth.rank - 1, dim);
	if (!d.out)
		return false;
	memset(d.out->data, 0, d.out->bytes);
	while (h < d.hyp.n || t < d.truth.n)
		if (!step(c, &d, &h, &t))
			return false;
	return true;
}

static const struct op_row rows[] = {
	{ .name = "EditDistance", .n_in = 6, .n_out = 1, .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) } },
	  .run = run_distance },
};

OP_FAMILY(family_edit_distance, rows);
