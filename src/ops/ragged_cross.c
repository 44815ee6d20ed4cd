/*
 * RaggedCross: for each row all combinations of one feature from each input, as texts joined by _X_
 * or as a hash of them. Inputs are ragged (values, splits), sparse (rows of a list of values, in
 * order) or dense matrices, taken in the order that input_order says.
 */
#include <string.h>

#include "base/str.h"
#include "ops/hash.h"
#include "ops/kernel.h"

struct feature {
	const struct tensor *value;
	const struct tensor *splits; /* ragged */
	const struct tensor *at;     /* sparse: indices */
	int64_t next;		     /* sparse: the first value of a later row */
	int64_t from, n;	     /* this row's values */
};

struct cross {
	struct op_ctx *c;
	int n_ragged, n_sparse, n_dense, n;
	struct feature *f;
	int64_t rows, buckets;
	uint64_t key;
};

static const struct tensor *sparse_in(const struct cross *x, int part, int i)
{
	return x->c->in[2 * x->n_ragged + part * x->n_sparse + i];
}

static const struct tensor *dense_in(const struct cross *x, int i)
{
	return x->c->in[2 * x->n_ragged + 3 * x->n_sparse + i];
}

static bool rank_two(struct cross *x)
{
	return op_invalid(x->c, "tf.ragged.cross only supports inputs with rank=2.");
}

static bool splits_ok(struct cross *x, int i)
{
	const struct tensor *v = x->c->in[i], *s = x->c->in[x->n_ragged + i];

	if (v->rank != 1 || s->rank != 1)
		return rank_two(x);
	if (!s->n)
		return op_invalid(x->c, "Invalid RaggedTensor: Ragged splits must be non-empty.");
	if (tensor_get_i64(s, 0) != 0)
		return op_invalid(x->c, "Invalid RaggedTensor: Ragged splits must start from 0.");
	for (int64_t k = 1; k < s->n; k++)
		if (tensor_get_i64(s, k) < tensor_get_i64(s, k - 1))
			return op_invalid(x->c, "Invalid RaggedTensor: Ragged splits must be "
						"sorted in ascending order.");
	if (tensor_get_i64(s, s->n - 1) != v->n)
		return op_invalid(
			x->c,
			"Invalid RaggedTensor: Ragged splits must end with the number of values.");
	return true;
}

static bool sparse_ok(struct cross *x, int i)
{
	const struct tensor *ix = sparse_in(x, 0, i), *v = sparse_in(x, 1, i),
			    *shape = sparse_in(x, 2, i);

	if (ix->rank != 2 || v->rank != 1 || shape->rank != 1)
		return op_invalid(x->c, "Invalid SparseTensor %d", i);
	if (shape->n != 2)
		return rank_two(x);
	if (v->n && (ix->dim[0] < v->n || ix->dim[1] < 1)) /* TensorFlow reads out of bounds */
		return op_invalid(x->c, "SparseTensor %d has more values than indices", i);
	return true;
}

static bool inputs_ok(struct cross *x)
{
	for (int i = 0; i < x->n_ragged; i++)
		if (!splits_ok(x, i))
			return false;
	for (int i = 0; i < x->n_sparse; i++)
		if (!sparse_ok(x, i))
			return false;
	for (int i = 0; i < x->n_dense; i++)
		if (dense_in(x, i)->rank != 2)
			return rank_two(x);
	return true;
}

static bool rows_ok(struct cross *x)
{
	bool ok = true;

	x->rows = x->n_ragged	? x->c->in[x->n_ragged]->n - 1
		  : x->n_dense	? dense_in(x, 0)->dim[0]
		  : x->n_sparse ? tensor_get_i64(sparse_in(x, 2, 0), 0)
				: 0;
	for (int i = 0; i < x->n_ragged; i++)
		ok &= x->c->in[x->n_ragged + i]->n - 1 == x->rows;
	for (int i = 0; i < x->n_sparse; i++)
		ok &= tensor_get_i64(sparse_in(x, 2, i), 0) == x->rows;
	for (int i = 0; i < x->n_dense; i++)
		ok &= dense_in(x, i)->dim[0] == x->rows;
	if (!ok)
		return op_invalid(x->c, "inputs must all have the same batch dimension size.");
	return (x->rows >= 0 && x->rows < INT64_MAX) ||
	       op_invalid(x->c, "the batch has %lld rows", (long long)x->rows);
}

/* How many inputs of each kind there are; the attrs count them, and must agree with the node's
 * inputs. */
static bool counts(struct cross *x, struct sv *order)
{
	const struct attr_value *v;
	int64_t sparse = 0;
	uint32_t ragged = 0, dense = 0;

	*order = (struct sv){"", 0};
	node_attr_str(x->c->node, "input_order", order);
	node_attr_int(x->c->node, "Nsparse", &sparse);
	node_attr_int(x->c->node, "num_buckets", &x->buckets);
	node_attr_int(x->c->node, "hash_key", (int64_t *)&x->key);
	node_attr_list(x->c->node, "ragged_values_types", &v, &ragged);
	node_attr_list(x->c->node, "dense_types", &v, &dense);
	if (sparse < 0 || sparse > x->c->n_in || ragged > (uint32_t)x->c->n_in ||
	    dense > (uint32_t)x->c->n_in ||
	    2 * (int64_t)ragged + 3 * sparse + (int64_t)dense != x->c->n_in)
		return op_invalid(x->c, "has %d inputs, which its attributes do not account for",
				  x->c->n_in);
	x->n_ragged = (int)ragged, x->n_sparse = (int)sparse, x->n_dense = (int)dense;
	x->n = x->n_ragged + x->n_sparse + x->n_dense;
	return (size_t)x->n == order->n || op_invalid(x->c, "Invalid length for input_order");
}

static bool missing(struct cross *x, struct sv order, const char *what, int at, int n)
{
	return op_invalid(
		x->c,
		"input_order \"%.*s\" specifies reading a %s at index %d from a list of %d %s.",
		SV_ARG(order), what, at, n, strcmp(what, "dense tensor") ? "values" : "tensors");
}

static bool features(struct cross *x, struct sv order)
{
	int r = 0, s = 0, d = 0;

	x->f = arena_array(x->c->scratch, (size_t)x->n + 1, sizeof(*x->f));
	for (int i = 0; i < x->n; i++) {
		char kind = order.p[i];

		if (kind == 'R' && r == x->n_ragged)
			return missing(x, order, "ragged tensor value", r, x->n_ragged);
		if (kind == 'S' && s == x->n_sparse)
			return missing(x, order, "sparse tensor value", s, x->n_sparse);
		if (kind == 'D' && d == x->n_dense)
			return missing(x, order, "dense tensor", d, x->n_dense);
		if (kind == 'R')
			x->f[i] = (struct feature){.value = x->c->in[r],
						   .splits = x->c->in[x->n_ragged + r]},
			r++;
		else if (kind == 'S')
			x->f[i] = (struct feature){.value = sparse_in(x, 1, s),
						   .at = sparse_in(x, 0, s)},
			s++;
		else if (kind == 'D')
			x->f[i] = (struct feature){.value = dense_in(x, d++)};
		else
			return op_invalid(x->c, "Unexpected input_order value.");
		if (x->f[i].value->dtype != DT_INT64 && x->f[i].value->dtype != DT_STRING)
			return op_invalid(x->c, "Unexpected dtype for input %d: %s", i + 1,
					  dtype_info(x->f[i].value->dtype)->name);
	}
	return true;
}

/* Sets each feature to row r, one after the other; gives the number of combinations. */
static bool to_row(struct cross *x, int64_t r, int64_t *n)
{
	*n = 1;
	for (int i = 0; i < x->n; i++) {
		struct feature *f = &x->f[i];

		if (f->splits) {
			f->from = tensor_get_i64(f->splits, r);
			f->n = tensor_get_i64(f->splits, r + 1) - f->from;
		} else if (f->at) {
			const int64_t *at = f->at->data;

			f->from = r ? f->next : 0;
			for (f->next = f->from;
			     f->next < f->value->n && at[f->next * f->at->dim[1]] <= r;)
				f->next++;
			f->n = f->next - f->from;
		} else {
			f->n = f->value->dim[1];
			f->from = r * f->n;
		}
		if (__builtin_mul_overflow(*n, f->n, n))
			return op_fail(x->c, ERR_RESOURCE_EXHAUSTED, "too many combinations");
	}
	return true;
}

static bool put_split(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_INT64)
		((int64_t *)t->data)[i] = v;
	else
		((int32_t *)t->data)[i] = (int32_t)v;
	return t->dtype == DT_INT64 || v <= INT32_MAX;
}

static bool count_rows(struct cross *x, struct tensor *splits, int64_t *total)
{
	*total = 0;
	put_split(splits, 0, 0);
	for (int64_t r = 0; r < x->rows; r++) {
		int64_t n;

		if (!to_row(x, r, &n))
			return false;
		if (__builtin_add_overflow(*total, n, total) || !put_split(splits, r + 1, *total))
			return op_fail(x->c, ERR_RESOURCE_EXHAUSTED, "too many combinations");
		if ((r & 0xfff) == 0xfff && !x->c->world->go_on(x->c->world_ctx, x->c->err))
			return false;
	}
	return true;
}

static int64_t hash_of(const struct cross *x, const int64_t *pick)
{
	uint64_t h = x->key;

	for (int i = 0; i < x->n; i++) {
		const struct tensor *v = x->f[i].value;
		int64_t at = x->f[i].from + pick[i];

		h = hash_concat64(h, v->dtype == DT_STRING ? hash_farm64(tensor_str(v, at))
							   : ((uint64_t *)v->data)[at]);
	}
	return (int64_t)(h % (x->buckets > 0 ? (uint64_t)x->buckets : (uint64_t)INT64_MAX));
}

static bool text_of(const struct cross *x, const int64_t *pick, struct tensor *out, int64_t to)
{
	struct str s = STR_INIT;
	bool ok;

	for (int i = 0; i < x->n; i++) {
		const struct tensor *v = x->f[i].value;
		int64_t at = x->f[i].from + pick[i];

		if (i)
			str_addz(&s, "_X_");
		if (v->dtype == DT_STRING)
			str_add(&s, tensor_str(v, at));
		else
			str_addf(&s, "%lld", ((long long *)v->data)[at]);
	}
	ok = tensor_str_set(out, to, str_sv(&s), x->c->err);
	str_free(&s);
	return ok;
}

/* The next combination: the last feature runs fastest. */
static void step(const struct cross *x, int64_t *pick)
{
	for (int i = x->n - 1; i >= 0 && ++pick[i] == x->f[i].n; i--)
		pick[i] = 0;
}

static bool combine(struct cross *x, struct tensor *out)
{
	int64_t *pick = arena_array(x->c->scratch, (size_t)x->n + 1, sizeof(*pick)), to = 0, n;

	for (int64_t r = 0; r < x->rows; r++) {
		memset(pick, 0, (size_t)x->n * sizeof(*pick));
		if (!to_row(x, r, &n))
			return false;
		for (int64_t k = 0; k < n; k++, to++, step(x, pick)) {
			if ((to & 0xfff) == 0xfff &&
			    !x->c->world->go_on(x->c->world_ctx, x->c->err))
				return false;
			if (out->dtype == DT_INT64)
				((int64_t *)out->data)[to] = hash_of(x, pick);
			else if (!text_of(x, pick, out, to))
				return false;
		}
	}
	return true;
}

static bool run(struct op_ctx *c)
{
	struct cross x = {.c = c};
	enum dtype values = DT_STRING, splits = DT_INT64;
	struct tensor *s, *out;
	struct sv order;
	int64_t n;

	node_attr_type(c->node, "out_values_type", &values);
	node_attr_type(c->node, "out_row_splits_type", &splits);
	if (!counts(&x, &order) || !inputs_ok(&x) || !rows_ok(&x) || !features(&x, order))
		return false;
	s = op_out(c, 1, splits, 1, (int64_t[]){x.rows + 1});
	if (!s || !count_rows(&x, s, &n))
		return false;
	out = op_out(c, 0, values, 1, &n);
	return out && combine(&x, out);
}

static const struct op_row rows[] = {
	{.name = "RaggedCross",
	 .n_in = -1,
	 .n_out = 2,
	 .run = run,
	 .types = {{"out_values_type", DM(DT_INT64) | DM(DT_STRING)},
		   {"out_row_splits_type", DM_INDEX}}},
};

OP_FAMILY(family_ragged_cross, rows);
