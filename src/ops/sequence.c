/*
 * ParseSequenceExample, V2, ParseSingleSequenceExample. A SequenceExample holds features of the whole (its context) and lists of
 * features, a step each. As for Examples: first where things are and how many, then the tensors.
 *
 *   SequenceExample { 1: Features { 1: entry } | 2: FeatureLists { 1: entry { 1: key, 2: FeatureList } } }
 *   FeatureList { 1: Feature ... }
 */
#include <string.h>

#include "base/map.h"
#include "ops/example.h"

enum kind { SPARSE, DENSE, RAGGED, KINDS };

struct want {
	enum kind kind;
	enum dtype dtype, split;
	struct shape shape;
	struct sv key;
	const struct tensor *def;	/* context, dense */
	bool optional;			/* list, dense: may be missing */
};

/* Features of the context (0) and lists (1), in the order sparse, dense, ragged. */
struct seq_state {
	bool v2, single;
	int n[2][KINDS], total[2];
	struct want *want[2];
};

struct cell {
	struct sv bytes;
	bool present;
	int64_t n, rows;		/* values, and features of a list */
};

struct seq {
	struct op_ctx *c;
	const struct seq_state *s;
	const struct tensor *in, *names;
	int64_t n;
	bool batch;
	struct want *want[2];
	struct map index[2];
	struct cell *cell[2];
	int out;			/* the next group of outputs */
};

/* ---- attrs ---- */

static const char *const attr_name[2][KINDS] = {
	{ "context_sparse_types", "Tcontext_dense", "context_ragged_value_types" },
	{ "feature_list_sparse_types", "feature_list_dense_types", "feature_list_ragged_value_types" },
};
static const char *const shape_name[2] = { "context_dense_shapes", "feature_list_dense_shapes" };
static const char *const split_name[2] = { "context_ragged_split_types", "feature_list_ragged_split_types" };
static const char *const key_name[2][2] = {
	{ "context_sparse_keys", "context_dense_keys" }, { "feature_list_sparse_keys", "feature_list_dense_keys" },
};

static bool list_of(const struct node *n, const char *name, const struct attr_value **v, int *k, struct err *err)
{
	uint32_t u;

	if (!node_attr_list(n, name, v, &u) || u > 1 << 20)
		return attr_missing(n, name, err);
	*k = (int)u;
	return true;
}

static bool kind_attrs(const struct node *n, struct seq_state *s, int side, enum kind kind, struct want **w,
		       struct err *err)
{
	const struct attr_value *t, *extra = NULL;
	int k = s->n[side][kind], m = k;

	if (!list_of(n, attr_name[side][kind], &t, &k, err) ||
	    (kind == DENSE && !list_of(n, shape_name[side], &extra, &m, err)) ||
	    (kind == RAGGED && !list_of(n, split_name[side], &extra, &m, err)))
		return false;
	if (kind != SPARSE && m != k)
		return attr_missing(n, kind == DENSE ? shape_name[side] : split_name[side], err);
	for (int i = 0; i < k; i++, ++*w) {
		**w = (struct want){ .kind = kind, .dtype = (enum dtype)t[i].i };
		if (kind == DENSE)
			(*w)->shape = extra[i].shape;
		if (kind == RAGGED)
			(*w)->split = (enum dtype)extra[i].i;
		if ((*w)->dtype != DT_INT64 && (*w)->dtype != DT_FLOAT && (*w)->dtype != DT_STRING)
			return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Invalid config dtype: %s",
				       dtype_text((*w)->dtype));
		if (kind == DENSE && !shape_known((*w)->shape))
			return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "%s must be fully defined",
				       shape_name[side]);
	}
	return true;
}

static bool prepare(const struct node *n, void *state, struct arena *a, struct err *err)
{
	struct seq_state *s = state;
	const struct attr_value *v;
	struct want *w;

	s->v2 = sv_is(n->op, "ParseSequenceExampleV2");
	s->single = sv_is(n->op, "ParseSingleSequenceExample");
	for (int side = 0; side < 2; side++) {
		for (int kind = 0; kind < (s->v2 ? KINDS : RAGGED); kind++) {
			if (!list_of(n, attr_name[side][kind], &v, &s->n[side][kind], err))
				return false;
			s->total[side] += s->n[side][kind];
		}
		s->want[side] = w = arena_array(a, (size_t)s->total[side] + 1, sizeof(*w));
		for (int kind = 0; kind < (s->v2 ? KINDS : RAGGED); kind++)
			if (!kind_attrs(n, s, side, (enum kind)kind, &w, err))
				return false;
	}
	return true;
}

/* ---- inputs ---- */

static const char *const length_text[2][KINDS] = {
	{ "Expected len(context_sparse_keys) to match Ncontext_sparse",
	  "Expected len(context_dense_keys) to match len(Tcontext_dense)",
	  "Expected len(context_ragged_keys) to match len(context_ragged_value_types)" },
	{ "Expected len(feature_list_sparse_keys) to match Nfeature_list_sparse",
	  "Expected len(feature_list_dense_keys) to match Nfeature_list_dense",
	  "Expected len(feature_list_ragged_keys) to match len(feature_list_ragged_value_types)" },
};

static bool keys_v2(struct seq *q)
{
	static const enum kind order[KINDS] = { DENSE, SPARSE, RAGGED };
	const struct tensor *missing = q->c->in[8];

	for (int side = 0; side < 2; side++)
		for (int i = 0; i < KINDS; i++) {
			const struct tensor *t = q->c->in[2 + 3 * side + (int)order[i]];

			if (t->n != q->s->n[side][order[i]])
				return op_invalid(q->c, "%s", length_text[side][order[i]]);
			if (side && i == 0 && missing->n != t->n)
				return op_invalid(q->c,
						  "Expected len(feature_list_dense_missing_assumed_empty to match "
						  "Nfeature_list_dense");
		}
	for (int side = 0; side < 2; side++) {
		struct want *w = q->want[side];

		for (int kind = 0; kind < KINDS; kind++)
			for (int i = 0; i < q->s->n[side][kind]; i++, w++) {
				w->key = tensor_str(q->c->in[2 + 3 * side + kind], i);
				w->optional = side && kind == DENSE && tensor_get_i64(missing, i);
			}
	}
	return true;
}

static bool keys_v1(struct seq *q)
{
	const struct attr_value *v, *missing;
	uint32_t k, n_missing = 0;

	if (!node_attr_list(q->c->node, "feature_list_dense_missing_assumed_empty", &missing, &n_missing))
		n_missing = 0;
	for (int side = 0; side < 2; side++) {
		struct want *w = q->want[side];

		for (int kind = 0; kind < RAGGED; kind++) {
			if (!node_attr_list(q->c->node, key_name[side][kind], &v, &k) ||
			    (int64_t)k != q->s->n[side][kind])
				return op_invalid(q->c, "%s do not fit the types", key_name[side][kind]);
			for (uint32_t i = 0; i < k; i++, w++) {
				w->key = v[i].s;
				for (uint32_t j = 0; j < n_missing && side && kind == DENSE; j++)
					w->optional |= sv_eq(missing[j].s, w->key);
			}
		}
	}
	return true;
}

/* Of one example: an input each. */
static bool keys_single(struct seq *q)
{
	const struct tensor *missing = q->c->in[1];
	int at = 2;

	for (int side = 0; side < 2; side++) {
		struct want *w = q->want[side];

		for (int kind = 0; kind < RAGGED; kind++)
			for (int i = 0; i < q->s->n[side][kind]; i++, w++, at++) {
				if (q->c->in[at]->rank)
					return op_invalid(q->c, "Expected %.*s[%d] to be a scalar, got shape: %s",
							  (int)strlen(key_name[side][kind]) - 1, key_name[side][kind],
							  i, op_in_shape(q->c, at));
				w->key = tensor_str(q->c->in[at], 0);
				for (int64_t j = 0; j < missing->n && side && kind == DENSE; j++)
					w->optional |= sv_eq(tensor_str(missing, j), w->key);
			}
	}
	return true;
}

static bool defaults(struct seq *q)
{
	int n = q->s->n[0][DENSE], first = q->c->n_in - n - q->s->single;

	for (int d = 0; d < n; d++) {
		struct want *w = &q->want[0][q->s->n[0][SPARSE] + d];
		const struct tensor *t = q->c->in[first + d];

		w->def = t;
		if (t->n > 0 && !shape_eq(tensor_shape(t), w->shape))
			return op_invalid(
				q->c,
				q->s->single ? "def_value[%d].shape() == %s != context_dense_shapes_[%d] == %s"
					     : "default_value[%d].shape() == %s != context_dense_shapes[%d] == %s",
				d, op_shape(q->c, t->rank, t->dim), d, op_shape(q->c, w->shape.rank, w->shape.dim));
	}
	return true;
}

static bool counts_ok(struct op_ctx *c, const struct seq_state *s)
{
	int in = (s->v2 ? 9 : 2) + s->n[0][DENSE];
	int out = 3 * (s->n[0][SPARSE] + s->n[1][SPARSE]) + s->n[0][DENSE] + 2 * s->n[1][DENSE] +
		  2 * s->n[0][RAGGED] + 3 * s->n[1][RAGGED];

	if (s->single) {
		in += s->total[0] + s->total[1] + 1;
		out -= s->n[1][DENSE];
	}
	return (c->n_in == in && c->n_out == out) ||
	       op_invalid(c, "has %d inputs and %d outputs, its attrs say %d and %d", c->n_in, c->n_out, in, out);
}

static bool set_up(struct seq *q)
{
	size_t bytes;

	q->in = q->c->in[0];
	q->names = q->c->in[q->s->single ? q->c->n_in - 1 : 1];
	q->n = q->in->n;
	q->batch = q->in->rank == 1;
	if (q->s->single && q->in->rank)
		return op_invalid(q->c, "Expected serialized to be a scalar, got shape: %s", op_in_shape(q->c, 0));
	if (q->s->single && q->names->rank)
		return op_invalid(q->c, "Expected debug_name to be a scalar, got shape: %s",
				  op_in_shape(q->c, q->c->n_in - 1));
	if (q->in->rank > 1)
		return op_invalid(q->c, "Expected serialized to be a scalar or vector, got shape: %s",
				  op_in_shape(q->c, 0));
	for (int side = 0; side < 2; side++) {
		q->want[side] = arena_array(q->c->scratch, (size_t)q->s->total[side] + 1, sizeof(struct want));
		memcpy(q->want[side], q->s->want[side], (size_t)q->s->total[side] * sizeof(struct want));
		if (!size_mul((size_t)q->n + 1, (size_t)(q->s->total[side] + 1) * sizeof(struct cell), &bytes))
			return op_fail(q->c, ERR_RESOURCE_EXHAUSTED, "too many examples");
		q->cell[side] = op_temp(q->c, bytes);
		if (!q->cell[side])
			return false;
		memset(q->cell[side], 0, bytes);
	}
	if (!(q->s->single ? keys_single(q) : q->s->v2 ? keys_v2(q) : keys_v1(q)) || !defaults(q))
		return false;
	if (q->names->n && q->names->n != q->n)
		return op_invalid(q->c, "example_names must be empty or have the correct number of elements");
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < q->s->total[side]; i++)
			if (!map_add(&q->index[side], q->want[side][i].key, (uint64_t)i) && !q->s->single)
				return op_invalid(q->c, "%s feature %.*s is wanted twice",
						  side ? "Sequence" : "Context", SV_ARG(q->want[side][i].key));
	return true;
}

static const char *name_of(struct seq *q, int64_t e)
{
	struct sv name = q->names->n ? tensor_str(q->names, e) : SV("<unknown>");

	return arena_printf(q->c->scratch, "%.*s", SV_ARG(name));
}

static struct cell *cell_at(struct seq *q, int side, int64_t i, int64_t e)
{
	return q->cell[side] + i * q->n + e;
}

/* ---- the first pass ---- */

static bool entries(struct seq *q, int side, struct scan m, int64_t e)
{
	struct sv key = SV_NULL, value = SV_NULL;
	struct scan sub;
	uint64_t i;

	while (!scan_end(&m)) {
		if (!scan_tag(&m, TAG_LEN(1)) || !scan_len(&m, &sub) || !scan_tag(&sub, TAG_LEN(1)) ||
		    !scan_str(&sub, &key) || !scan_tag(&sub, TAG_LEN(2)) || !scan_str(&sub, &value) ||
		    !scan_end(&sub))
			return false;
		if (!map_get(&q->index[side], key, &i))
			continue;
		*cell_at(q, side, (int64_t)i, e) = (struct cell){ .bytes = value, .present = true };
		for (int k = (int)i + 1; q->s->single && k < q->s->total[side]; k++)	/* more may want it */
			if (sv_eq(q->want[side][k].key, key))
				*cell_at(q, side, k, e) = *cell_at(q, side, (int64_t)i, e);
	}
	return true;
}

static bool example(struct seq *q, int64_t e)
{
	struct scan s = scan_of(tensor_str(q->in, e)), sub;

	while (!scan_end(&s)) {
		int side = scan_tag(&s, TAG_LEN(1)) ? 0 : scan_tag(&s, TAG_LEN(2)) ? 1 : -1;

		if (side < 0 ? !scan_skip(&s) : !scan_len(&s, &sub) || !entries(q, side, sub, e))
			return op_invalid(q->c, "Invalid protocol message input, example id: %s", name_of(q, e));
	}
	return true;
}

/* A feature's list if it has the type that is wanted. */
static bool list_in(struct sv feature, enum dtype want, struct sv *list, int64_t *n)
{
	enum dtype t;

	return example_type(feature, &t, list) && t == want && example_count(t, *list, -1, n);
}

static bool wrong_step(struct seq *q, const struct want *w, int64_t e, int64_t step)
{
	return op_invalid(q->c, "Name: %s, Feature list: %.*s, Index: %lld.  Data types don't match. Expected type: %s",
			  name_of(q, e), SV_ARG(w->key), (long long)step, dtype_text(w->dtype));
}

static bool step_error(struct seq *q, const struct want *w, int64_t e)
{
	return op_invalid(q->c, "Error in sequence feature %.*s in example %s", SV_ARG(w->key), name_of(q, e));
}

/* The next step of a list: its feature's list and length; empty ones of two bytes or none. */
static bool step(struct seq *q, const struct want *w, struct scan *s, int64_t e, int64_t at, struct sv *list,
		 int64_t *n)
{
	struct scan sub;
	uint32_t bytes;
	struct scan look;

	*n = 0;
	*list = SV_NULL;
	if (!scan_tag(s, TAG_LEN(1)))
		return step_error(q, w, e);
	look = *s;
	if (!scan_u32(&look, &bytes) || !scan_len(s, &sub))
		return step_error(q, w, e);
	if (bytes == 1)
		return step_error(q, w, e);
	if (bytes && !list_in((struct sv){ (const char *)sub.p, scan_left(&sub) }, w->dtype, list, n))
		return wrong_step(q, w, e, at);
	return true;
}

static bool lengths(struct seq *q, int side, int i, int64_t e)
{
	const struct want *w = &q->want[side][i];
	struct cell *cell = cell_at(q, side, i, e);
	struct scan s = scan_of(cell->bytes);
	struct sv list;
	int64_t n;

	if (!side) {
		if (cell->bytes.n && !list_in(cell->bytes, w->dtype, &list, &cell->n))
			return op_invalid(q->c,
					  "Name: %s, Context feature: %.*s.  Data types don't match. Expected type: %s",
					  name_of(q, e), SV_ARG(w->key), dtype_text(w->dtype));
		return true;
	}
	for (; !scan_end(&s); cell->rows++) {
		if (!step(q, w, &s, e, cell->rows, &list, &n))
			return false;
		cell->n += n;
	}
	return true;
}

static bool first_pass(struct seq *q)
{
	for (int64_t e = 0; e < q->n; e++)
		if (((e & 255) == 0 && !q->c->world->go_on(q->c->world_ctx, q->c->err)) || !example(q, e))
			return false;
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < q->s->total[side]; i++)
			for (int64_t e = 0; e < q->n; e++)
				if (!lengths(q, side, i, e))
					return false;
	return true;
}

/* ---- the second pass ---- */

static struct tensor *batch_out(struct seq *q, int out, enum dtype t, const int64_t *lead, int n_lead,
				struct shape s)
{
	int64_t *dim = arena_array(q->c->scratch, (size_t)(n_lead + s.rank) + 1, sizeof(*dim));

	for (int i = 0; i < n_lead; i++)
		dim[i] = lead[i];
	for (int i = 0; i < s.rank; i++)
		dim[n_lead + i] = s.dim[i];
	return op_out(q->c, out, t, n_lead + s.rank, dim);
}

static bool copy_el(struct seq *q, struct tensor *to, int64_t at, const struct tensor *from)
{
	return el_copy(to->dtype, (char *)to->data + (size_t)at * dtype_info(to->dtype)->size, from->data, from->n,
		       q->c->err);
}

static int64_t elements(struct shape s)
{
	int64_t n = 1;

	for (int i = 0; i < s.rank; i++)
		n *= s.dim[i];
	return n;
}

static bool context_dense(struct seq *q, int i, int out)
{
	const struct want *w = &q->want[0][i];
	int64_t each = elements(w->shape), most = w->def->n, e;
	struct tensor *t;

	for (e = 0; e < q->n; e++)
		most = cell_at(q, 0, i, e)->n > most ? cell_at(q, 0, i, e)->n : most;
	if (most != each)
		return op_invalid(q->c,
				  "Inconsistent max number of elements for feature %.*s: expected %lld, but found "
				  "%lld",
				  SV_ARG(w->key), (long long)each, (long long)most);
	t = batch_out(q, out, w->dtype, &q->n, q->batch, w->shape);
	for (e = 0; t && e < q->n; e++) {
		const struct cell *c = cell_at(q, 0, i, e);
		struct sv list = c->bytes.n ? sv_sub(c->bytes, 1, c->bytes.n) : SV_NULL;

		if (!c->present && w->def->n == 0)
			return op_invalid(q->c, "Feature: %.*s (data type: %s) is required but could not be found.",
					  SV_ARG(w->key), dtype_text(w->dtype));
		if (c->present && c->n != each)
			return op_invalid(q->c, "Unexpected number of elements in example %s", name_of(q, e));
		if (c->present ? !example_values(w->dtype, list, t, e * each, each, q->c->err) :
				 !copy_el(q, t, e * each, w->def))
			return false;
	}
	return t != NULL;
}

/* Values of one example from `at` on; fn(ctx, row, n) for each step. */
static bool values(struct seq *q, int side, const struct want *w, int64_t e, struct cell *c, struct tensor *to,
		   int64_t *at, bool (*fn)(void *ctx, int64_t e, int64_t row, int64_t n), void *ctx)
{
	struct scan s = scan_of(c->bytes);
	struct sv list = c->bytes.n && !side ? sv_sub(c->bytes, 1, c->bytes.n) : SV_NULL;
	int64_t n = c->n;

	for (int64_t row = 0; side ? !scan_end(&s) : row < 1; row++) {
		if (side && !step(q, w, &s, e, row, &list, &n))
			return false;
		if (!example_values(w->dtype, list, to, *at, n, q->c->err) || (fn && !fn(ctx, e, row, n)))
			return false;
		*at += n;
	}
	return true;
}

struct coords {
	int64_t *to;
	bool batch, list;
	int64_t cols;
};

static bool add_coords(void *ctx, int64_t e, int64_t row, int64_t n)
{
	struct coords *k = ctx;

	for (int64_t i = 0; i < n; i++) {
		if (k->batch)
			*k->to++ = e;
		if (k->list)
			*k->to++ = row;
		*k->to++ = i;
	}
	k->cols = n > k->cols ? n : k->cols;
	return true;
}

static bool sparse(struct seq *q, int side, int i, int out)
{
	const struct want *w = &q->want[side][i];
	int64_t total = 0, rows = 0, at = 0, cols = 1 + side + q->batch, *shape;
	int step_out = q->s->n[side][SPARSE];
	struct tensor *ix, *v, *sh;
	struct coords k;

	for (int64_t e = 0; e < q->n; e++) {
		total += cell_at(q, side, i, e)->n;
		rows = cell_at(q, side, i, e)->rows > rows ? cell_at(q, side, i, e)->rows : rows;
	}
	ix = op_out(q->c, out, DT_INT64, 2, (int64_t[]){ total, cols });
	v = ix ? op_out(q->c, out + step_out, w->dtype, 1, &total) : NULL;
	sh = v ? op_out(q->c, out + 2 * step_out, DT_INT64, 1, &cols) : NULL;
	if (!sh)
		return false;
	k = (struct coords){ .to = ix->data, .batch = q->batch, .list = side };
	for (int64_t e = 0; e < q->n; e++)
		if (!values(q, side, w, e, cell_at(q, side, i, e), v, &at, add_coords, &k))
			return false;
	shape = sh->data;
	if (q->batch)
		*shape++ = q->n;
	if (side)
		*shape++ = rows;
	*shape = k.cols;
	return true;
}

static void split_set(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_INT64)
		((int64_t *)t->data)[i] = v;
	else
		((int32_t *)t->data)[i] = (int32_t)v;
}

struct inner {
	struct tensor *split;
	int64_t k, sum;
};

static bool add_split(void *ctx, int64_t e, int64_t row, int64_t n)
{
	struct inner *in = ctx;

	(void)e;
	(void)row;
	in->sum += n;
	split_set(in->split, ++in->k, in->sum);
	return true;
}

static bool ragged(struct seq *q, int side, int i, int out)
{
	const struct want *w = &q->want[side][i];
	int64_t total = 0, rows = 0, at = 0, n = q->n + 1;
	int step_out = q->s->n[side][RAGGED];
	struct tensor *v, *outer, *in = NULL;
	struct inner k = { 0 };

	for (int64_t e = 0; e < q->n; e++) {
		total += cell_at(q, side, i, e)->n;
		rows += cell_at(q, side, i, e)->rows;
	}
	v = op_out(q->c, out, w->dtype, 1, &total);
	outer = v ? op_out(q->c, out + step_out, w->split, q->batch, &n) : NULL;
	if (side && outer)
		in = op_out(q->c, out + 2 * step_out, w->split, 1, (int64_t[]){ rows + 1 });
	if (!outer || (side && !in))
		return false;
	split_set(outer, 0, 0);
	if (in)
		split_set(in, 0, 0);
	k.split = in;
	for (int64_t e = 0; e < q->n; e++) {
		if (!values(q, side, w, e, cell_at(q, side, i, e), v, &at, in ? add_split : NULL, &k))
			return false;
		if (q->batch)
			split_set(outer, e + 1, side ? k.k : at);
	}
	return true;
}

static bool list_missing(struct seq *q, const struct want *w, int64_t e)
{
	return op_invalid(q->c, "Name: %s, Feature list '%.*s' is required but could not be found.  Did you mean to "
			  "include it in feature_list_dense_missing_assumed_empty or feature_list_dense_defaults?",
			  name_of(q, e), SV_ARG(w->key));
}

struct even {
	struct seq *q;
	const struct want *w;
	int64_t each;
};

static bool even_step(void *ctx, int64_t e, int64_t row, int64_t n)
{
	struct even *v = ctx;

	if (n == v->each)
		return true;
	return op_invalid(v->q->c,
			  "Name: %s, Key: %.*s, Index: %lld.  Number of values != expected.  values size: %lld "
			  "but output shape: %s",
			  name_of(v->q, e), SV_ARG(v->w->key), (long long)row, (long long)n,
			  op_shape(v->q->c, v->w->shape.rank, v->w->shape.dim));
}

static bool list_dense(struct seq *q, int i, int out)
{
	const struct want *w = &q->want[1][i];
	struct even v = { q, w, elements(w->shape) };
	int64_t most = 0, lead[2] = { q->n, 0 };
	struct tensor *t, *len;

	for (int64_t e = 0; e < q->n; e++)
		most = cell_at(q, 1, i, e)->n > most ? cell_at(q, 1, i, e)->n : most;
	if (v.each == 0 || most % v.each) {
		const char *s = op_shape(q->c, w->shape.rank, w->shape.dim);

		return op_invalid(q->c,
				  "Feature list '%.*s' has an unexpected number of values.  Total values size: %lld is "
				  "not consistent with output shape: [?%s%s",
				  SV_ARG(w->key), (long long)most, w->shape.rank ? "," : "", s + 1);
	}
	lead[1] = most / v.each;
	t = batch_out(q, out, w->dtype, lead + !q->batch, 1 + q->batch, w->shape);
	len = t && !q->s->single ? op_out(q->c, out + q->s->n[1][DENSE], DT_INT64, q->batch, &q->n) : NULL;
	if (!t || (!len && !q->s->single))
		return false;
	if (w->dtype != DT_STRING)
		memset(t->data, 0, t->bytes);
	for (int64_t e = 0; e < q->n; e++) {
		struct cell *c = cell_at(q, 1, i, e);
		int64_t at = e * most;

		if (!c->present && !w->optional)
			return list_missing(q, w, e);
		if (!values(q, 1, w, e, c, t, &at, even_step, &v))
			return false;
		if (len)
			((int64_t *)len->data)[e] = c->rows;
	}
	return true;
}

/* Each kind of a side: where its outputs start. */
static bool side_out(struct seq *q, int side, int at)
{
	int ns = q->s->n[side][SPARSE], nd = q->s->n[side][DENSE], nr = q->s->n[side][RAGGED];
	int dense = at + 3 * ns, rag = dense + nd * (1 + side);

	for (int i = 0; i < nd; i++)
		if (!(side ? list_dense(q, ns + i, dense + i) : context_dense(q, ns + i, dense + i)))
			return false;
	for (int i = 0; i < ns; i++)
		if (!sparse(q, side, i, at + i))
			return false;
	for (int i = 0; i < nr; i++)
		if (!ragged(q, side, ns + nd + i, rag + i))
			return false;
	return true;
}

static bool run(struct op_ctx *c)
{
	struct seq q = { .c = c, .s = c->state, .index = { MAP_INIT, MAP_INIT } };
	const struct seq_state *s = q.s;
	int lists = 3 * s->n[0][SPARSE] + s->n[0][DENSE] + 2 * s->n[0][RAGGED];
	bool ok = counts_ok(c, s) && set_up(&q) && first_pass(&q) && side_out(&q, 0, 0) && side_out(&q, 1, lists);

	map_free(&q.index[0]);
	map_free(&q.index[1]);
	return ok;
}

#define PARSE .n_in = -1, .n_out = -1, .state_size = sizeof(struct seq_state), .prepare = prepare, .run = run
static const struct op_row rows[] = {
	{ .name = "ParseSequenceExample", PARSE },
	{ .name = "ParseSequenceExampleV2", PARSE },
	{ .name = "ParseSingleSequenceExample", PARSE },
};

OP_FAMILY(family_sequence, rows);
