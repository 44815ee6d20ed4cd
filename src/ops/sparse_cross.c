/*
 * SparseCross, SparseCrossV2, SparseCrossHashed: for each row all combinations of one feature from each
 * column, as joined texts or as one hash. Columns are sparse (rows of a list of values, in order) or dense
 * matrices.
 */
#include <string.h>

#include "base/str.h"
#include "ops/hash.h"
#include "ops/sparse.h"

struct column {
	const struct tensor *value;
	const int64_t *at;		/* sparse: [n, 2] indices, else NULL */
	int64_t next;			/* sparse: the first value of a later row */
	int64_t from, n;		/* this row's values */
};

struct cross {
	struct op_ctx *c;
	int n_sparse, n;
	struct column *col;
	int64_t rows;
	bool hashed, chained, strong;	/* chained: the old op, whose hash starts with hash_key */
	uint64_t key[2];
	int64_t buckets;
	struct sv sep;
};

/* ---- inputs ---- */

static bool sparse_ok(struct cross *x, int i)
{
	struct op_ctx *c = x->c;
	const struct tensor *ix = c->in[i];

	if (ix->rank != 2)
		return op_invalid(c, "Input indices should be a matrix but received shape %s at position %d",
				  op_in_shape(c, i), i);
	if (ix->dim[1] != 2)
		return op_invalid(c, "Expected D2 of index to be 2 got %lld at position %d", (long long)ix->dim[1], i);
	return true;
}

/* What the declared internal type forbids: "string" with int64 values. */
static bool type_ok(struct cross *x, enum dtype internal, enum dtype t, const char *what)
{
	if (internal != DT_STRING || t != DT_INT64)
		return true;
	return op_invalid(x->c, "%s should be of internal type 7 but received 9", what);
}

static bool values_ok(struct cross *x, int i, enum dtype internal)
{
	struct op_ctx *c = x->c;
	const struct tensor *ix = c->in[i], *v = c->in[x->n_sparse + i];

	if (!type_ok(x, internal, v->dtype, "Input values"))
		return false;
	if (v->rank != 1)
		return op_invalid(c, "Input values should be a vector but received shape %s at position %d",
				  op_in_shape(c, x->n_sparse + i), i);
	if (v->n != ix->dim[0])
		return op_invalid(c, "Expected size of values to be %lld got %lld at position %d",
				  (long long)ix->dim[0], (long long)v->n, i);
	return true;
}

static bool shape_ok(struct cross *x, int i)
{
	const struct tensor *s = x->c->in[2 * x->n_sparse + i];
	const char *text = op_in_shape(x->c, 2 * x->n_sparse + i);

	if (s->rank != 1)
		return op_invalid(x->c, "Input shapes should be a vector but received shape %s at position %d", text,
				  i);
	if (s->n != 2)
		return op_invalid(x->c, "shape should imply a 2D tensor, but got %s at position %d", text, i);
	return true;
}

static bool rows_ok(struct cross *x)
{
	struct tensor *const *shape = x->c->in + 2 * x->n_sparse, *const *dense = shape + x->n_sparse;
	int n_dense = x->n - x->n_sparse;

	x->rows = x->n_sparse ? ((int64_t *)shape[0]->data)[0] : n_dense ? dense[0]->dim[0] : 0;
	for (int i = 0; i < x->n_sparse; i++)
		if (((int64_t *)shape[i]->data)[0] != x->rows)
			return op_invalid(x->c, "Expected batch size %lld got %lld at position %d", (long long)x->rows,
					  (long long)((int64_t *)shape[i]->data)[0], i);
	for (int i = 0; i < n_dense; i++)
		if (dense[i]->dim[0] != x->rows)
			return op_invalid(x->c, "Expected batch size %lld got %lld at dense tensor %d",
					  (long long)x->rows, (long long)dense[i]->dim[0], i);
	return x->rows >= 0 || op_invalid(x->c, DIMS_BUILD, (long long)x->rows);
}

static bool check(struct cross *x, enum dtype internal)
{
	struct op_ctx *c = x->c;

	for (int i = 0; i < x->n_sparse; i++)
		if (!sparse_ok(x, i))
			return false;
	for (int i = 0; i < x->n_sparse; i++)
		if (!values_ok(x, i, internal))
			return false;
	for (int i = 0; i < x->n_sparse; i++)
		if (!shape_ok(x, i))
			return false;
	for (int i = 0; i < x->n - x->n_sparse; i++) {
		const struct tensor *d = c->in[3 * x->n_sparse + i];

		if (!type_ok(x, internal, d->dtype, "Dense inputs"))
			return false;
		if (d->rank != 2)
			return op_invalid(c, "Dense inputs should be a matrix but received shape %s at position %d",
					  op_in_shape(c, 3 * x->n_sparse + i), i);
	}
	return rows_ok(x);
}

/* Counts columns by the attrs; extra inputs come last. */
static bool columns(struct cross *x, int extra, enum dtype internal)
{
	int64_t n = -1;

	node_attr_int(x->c->node, "N", &n);
	if (n < 0 || n > x->c->n_in || 3 * n > x->c->n_in - extra)
		return op_invalid(x->c, "has %d inputs, too few for %lld sparse columns", x->c->n_in, (long long)n);
	x->n_sparse = (int)n;
	x->n = x->c->n_in - extra - 2 * x->n_sparse;
	if (!check(x, internal))
		return false;
	x->col = arena_array(x->c->scratch, (size_t)x->n + 1, sizeof(*x->col));
	for (int i = 0; i < x->n; i++) {
		bool sparse = i < x->n_sparse;

		x->col[i].value = x->c->in[x->n_sparse + i + (sparse ? 0 : x->n_sparse)];
		x->col[i].at = sparse ? x->c->in[i]->data : NULL;
		if (x->col[i].value->dtype != DT_STRING && x->col[i].value->dtype != DT_INT64)
			return op_invalid(x->c, "columns must be int64 or string");
	}
	return true;
}

/* ---- rows ---- */

/* Sets each column to row r; gives the number of combinations. */
static bool to_row(struct cross *x, int64_t r, int64_t *n)
{
	*n = 1;
	for (int i = 0; i < x->n; i++) {
		struct column *col = &x->col[i];

		if (col->at) {
			col->from = col->next;
			while (col->next < col->value->n && col->at[2 * col->next] == r)
				col->next++;
			col->n = col->next - col->from;
		} else {
			col->n = col->value->dim[1];
			col->from = r * col->n;
		}
		if (__builtin_mul_overflow(*n, col->n, n))
			return op_fail(x->c, ERR_RESOURCE_EXHAUSTED, "too many combinations");
	}
	return true;
}

static uint64_t fingerprint(const struct cross *x, const struct column *col, int64_t i)
{
	const int64_t *v = (int64_t *)col->value->data + i;

	if (col->value->dtype == DT_STRING)
		return x->strong ? hash_sip(x->key, tensor_str(col->value, i)) : hash_farm64(tensor_str(col->value, i));
	/* TensorFlow hashes the first four bytes of a number, and a dense one not at all unless strongly. */
	if (x->strong)
		return hash_sip(x->key, (struct sv){ (const char *)v, 4 });
	return x->chained || !col->at ? (uint64_t)*v : hash_farm64((struct sv){ (const char *)v, 4 });
}

static int64_t hash_of(const struct cross *x, const int64_t *pick)
{
	uint64_t h = x->chained ? x->key[0] : fingerprint(x, &x->col[0], x->col[0].from + pick[0]);

	for (int i = x->chained ? 0 : 1; i < x->n; i++)
		h = hash_concat64(h, fingerprint(x, &x->col[i], x->col[i].from + pick[i]));
	return (int64_t)(h % (x->buckets > 0 ? (uint64_t)x->buckets : (uint64_t)INT64_MAX));
}

static bool text_of(const struct cross *x, const int64_t *pick, struct tensor *out, int64_t to)
{
	struct str s = STR_INIT;
	bool ok;

	for (int i = 0; i < x->n; i++) {
		const struct column *col = &x->col[i];

		if (i)
			str_add(&s, x->sep);
		if (col->value->dtype == DT_STRING)
			str_add(&s, tensor_str(col->value, col->from + pick[i]));
		else
			str_addf(&s, "%lld", ((long long *)col->value->data)[col->from + pick[i]]);
	}
	ok = tensor_str_set(out, to, str_sv(&s), x->c->err);
	str_free(&s);
	return ok;
}

/* The next combination: the last column runs fastest. */
static void step(const struct cross *x, int64_t *pick)
{
	for (int i = x->n - 1; i >= 0 && ++pick[i] == x->col[i].n; i--)
		pick[i] = 0;
}

static bool combine(struct cross *x, struct tensor *ix, struct tensor *v)
{
	int64_t *pick = arena_array(x->c->scratch, (size_t)x->n + 1, sizeof(*pick)), to = 0, n;

	for (int64_t r = 0; r < x->rows; r++) {
		memset(pick, 0, (size_t)x->n * sizeof(*pick));
		if (!to_row(x, r, &n))
			return false;
		for (int64_t k = 0; k < n; k++, to++) {
			((int64_t *)ix->data)[2 * to] = r;
			((int64_t *)ix->data)[2 * to + 1] = k;
			if (x->hashed)
				((int64_t *)v->data)[to] = hash_of(x, pick);
			else if (!text_of(x, pick, v, to))
				return false;
			if ((to & 4095) == 0 && !x->c->world->go_on(x->c->world_ctx, x->c->err))
				return false;
			step(x, pick);
		}
	}
	return true;
}

static bool cross(struct cross *x)
{
	int64_t total = 0, most = 0, n, two = 2;
	struct tensor *ix, *v, *shape;

	for (int64_t r = 0; r < x->rows; r++) {
		if (!to_row(x, r, &n) || __builtin_add_overflow(total, n, &total))
			return err_is(x->c->err) ? false :
			       op_fail(x->c, ERR_RESOURCE_EXHAUSTED, "too many combinations");
		most = n > most ? n : most;
		if ((r & 4095) == 0 && !x->c->world->go_on(x->c->world_ctx, x->c->err))
			return false;
	}
	for (int i = 0; i < x->n; i++)
		x->col[i].next = 0;
	ix = op_out(x->c, 0, DT_INT64, 2, (int64_t[]){ total, 2 });
	v = ix ? op_out(x->c, 1, x->hashed ? DT_INT64 : DT_STRING, 1, &total) : NULL;
	shape = v ? op_out(x->c, 2, DT_INT64, 1, &two) : NULL;
	if (!shape)
		return false;
	((int64_t *)shape->data)[0] = x->rows;
	((int64_t *)shape->data)[1] = most;
	return combine(x, ix, v);
}

static bool run_v1(struct op_ctx *c)
{
	struct cross x = { .c = c, .chained = true, .sep = SV("_X_") };
	enum dtype internal = DT_INVALID, out = DT_INT64;
	int64_t key = 0;

	node_attr_int(c->node, "num_buckets", &x.buckets);
	node_attr_int(c->node, "hash_key", &key);
	node_attr_type(c->node, "internal_type", &internal);
	node_attr_type(c->node, "out_type", &out);
	x.key[0] = (uint64_t)key;
	x.hashed = out == DT_INT64;
	return columns(&x, 0, internal) && cross(&x);
}

static bool run_v2(struct op_ctx *c)
{
	struct cross x = { .c = c };
	const struct tensor *sep = c->n_in ? c->in[c->n_in - 1] : NULL;

	if (!columns(&x, 1, DT_INVALID))
		return false;
	if (sep->rank != 0)
		return op_invalid(c, "Input separator should be a scalar.");
	x.sep = tensor_str(sep, 0);
	return cross(&x);
}

static bool run_hashed(struct op_ctx *c)
{
	struct cross x = { .c = c, .hashed = true };
	const struct tensor *salt;

	if (!columns(&x, 3, DT_INVALID))
		return false;
	if (x.n == 0)
		return op_invalid(c, "has no columns");
	salt = c->in[c->n_in - 1];
	if (c->in[c->n_in - 3]->n != 1 || c->in[c->n_in - 2]->n != 1)
		return op_invalid(c, "num_buckets and strong_hash must be scalars");
	x.buckets = tensor_get_i64(c->in[c->n_in - 3], 0);
	x.strong = tensor_get_i64(c->in[c->n_in - 2], 0) != 0;
	if (salt->n != 2)
		return op_invalid(c, "Input \"salt\" must have length 2 but has length %lld", (long long)salt->n);
	memcpy(x.key, salt->data, sizeof(x.key));
	return cross(&x);
}

static const struct op_row rows[] = {
	{ .name = "SparseCross", .n_in = -1, .n_out = 3, .run = run_v1 },
	{ .name = "SparseCrossHashed", .n_in = -1, .n_out = 3, .run = run_hashed },
	{ .name = "SparseCrossV2", .n_in = -1, .n_out = 3, .run = run_v2 },
};

OP_FAMILY(family_sparse_cross, rows);
