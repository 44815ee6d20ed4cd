/*
 * ParseExample, ParseExampleV2, ParseSingleExample. Two passes: the first notes for each wanted feature
 * of each example where its list is and how many values it has (and finds everything that is wrong, in
 * TensorFlow's order), the second fills in tensors of the right size.
 *
 *   cell[feature * n_examples + example] = { list, n, seen }
 */
#include <string.h>

#include "base/map.h"
#include "ops/example.h"

enum want_kind { WANT_SPARSE, WANT_DENSE, WANT_VARLEN, WANT_RAGGED };

struct want {
	struct sv key;
	enum want_kind kind;
	enum dtype dtype, split;
	struct shape shape;		/* dense: the attr's */
	int64_t stride;			/* dense: elements, of a row where the first dim is open */
	const struct tensor *def;
	int index;			/* among its kind */
};

/* What the attrs say: sparse, dense, ragged features in this order. */
struct parse_state {
	int n_sparse, n_dense, n_ragged, n;
	bool v2, single;
	struct want *want;
};

struct cell {
	struct sv list;
	int64_t n;
	bool seen;
};

struct parse {
	struct op_ctx *c;
	struct want *want;
	const struct parse_state *s;
	struct map index;
	const struct tensor *in, *names;
	int64_t n;			/* examples */
	struct cell *cell;
	bool scalar;
};

/* ---- attrs ---- */

static bool dense_shape(struct want *w, int d, struct arena *a, struct err *err)
{
	struct str text = STR_INIT;
	bool ok = w->shape.rank >= 0;

	for (int i = 1; i < w->shape.rank; i++)
		ok = ok && w->shape.dim[i] >= 0;
	if (!ok) {
		shape_str(&text, w->shape);
		err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
			"dense_shapes[%d] has unknown rank or unknown inner dimensions: %s", d,
			str_z(&text));
		str_free(&text);
		return false;
	}
	(void)a;
	w->kind = w->shape.rank > 0 && w->shape.dim[0] < 0 ? WANT_VARLEN : WANT_DENSE;
	return shape_count(w->shape.rank - (w->kind == WANT_VARLEN),
			   w->shape.dim + (w->kind == WANT_VARLEN), &w->stride, err);
}

static bool list_attr(const struct node *n, const char *name, const struct attr_value **v, int *k,
		      struct err *err)
{
	uint32_t u;

	if (!node_attr_list(n, name, v, &u) || u > INT32_MAX / 4)
		return attr_missing(n, name, err);
	*k = (int)u;
	return true;
}

static bool type_ok(enum dtype t, struct err *err)
{
	if (t == DT_INT64 || t == DT_FLOAT || t == DT_STRING)
		return true;
	return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, "Invalid config dtype: %s",
		       dtype_text(t));
}

static bool prepare(const struct node *n, void *state, struct arena *a, struct err *err)
{
	const struct attr_value *sparse, *dense, *shape, *ragged = NULL, *split = NULL;
	struct parse_state *s = state;
	int n_shapes = 0, n_splits = 0;
	struct attr_value any;
	bool ragged_too;

	s->single = sv_is(n->op, "ParseSingleExample");
	s->v2 = !s->single && !sv_is(n->op, "ParseExample");
	ragged_too = s->v2 && node_attr_value(n, "ragged_value_types", &any);
	if (!list_attr(n, "sparse_types", &sparse, &s->n_sparse, err) ||
	    !list_attr(n, "Tdense", &dense, &s->n_dense, err) ||
	    !list_attr(n, "dense_shapes", &shape, &n_shapes, err) ||
	    (ragged_too && (!list_attr(n, "ragged_value_types", &ragged, &s->n_ragged, err) ||
			    !list_attr(n, "ragged_split_types", &split, &n_splits, err))))
		return false;
	if (n_shapes != s->n_dense)
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
			       "len(dense_keys) != len(dense_shapes)");
	if (n_splits != s->n_ragged)
		return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
			       "len(ragged_value_types) != len(ragged_split_types)");
	s->n = s->n_sparse + s->n_dense + s->n_ragged;
	s->want = arena_array(a, (size_t)s->n + 1, sizeof(*s->want));
	for (int i = 0; i < s->n; i++) {
		int d = i - s->n_sparse, r = d - s->n_dense;
		struct want *w = &s->want[i];

		if (d < 0)
			*w = (struct want){ .kind = WANT_SPARSE, .dtype = (enum dtype)sparse[i].i, .index = i };
		else if (r < 0)
			*w = (struct want){ .dtype = (enum dtype)dense[d].i, .index = d,
					    .shape = shape[d].shape };
		else
			*w = (struct want){ .kind = WANT_RAGGED, .dtype = (enum dtype)ragged[r].i,
					    .split = (enum dtype)split[r].i, .index = r };
		if (!type_ok(w->dtype, err) || (d >= 0 && r < 0 && !dense_shape(w, d, a, err)))
			return false;
		if (w->kind == WANT_RAGGED && w->split != DT_INT32 && w->split != DT_INT64)
			return err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
				       "Invalid ragged_split_type: %s", dtype_text(w->split));
	}
	return true;
}

/* ---- inputs ---- */

static bool key_vec(struct parse *p, int input, int from, int n, const char *what)
{
	const struct tensor *t = p->c->in[input];

	if (t->n != n)
		return op_invalid(p->c, "Expected len(%s but got: %lld vs. %d", what, (long long)t->n, n);
	for (int i = 0; i < n; i++)
		p->want[from + i].key = tensor_str(t, i);
	return true;
}

static bool key_scalars(struct parse *p, int input, int from, int n)
{
	for (int i = 0; i < n; i++) {
		if (p->c->in[input + i]->n != 1)
			return op_invalid(p->c, "input %d must be a scalar, got shape %s", input + i,
					  op_in_shape(p->c, input + i));
		p->want[from + i].key = tensor_str(p->c->in[input + i], 0);
	}
	return true;
}

static bool key_attrs(struct parse *p, const char *name, int from, int n)
{
	const struct attr_value *v;
	uint32_t k;

	if (!node_attr_list(p->c->node, name, &v, &k) || (int64_t)k != n)
		return op_invalid(p->c, "%s do not fit the types", name);
	for (int i = 0; i < n; i++)
		p->want[from + i].key = v[i].s;
	return true;
}

static bool keys(struct parse *p)
{
	int ns = p->s->n_sparse, nd = p->s->n_dense, nr = p->s->n_ragged;

	if (p->s->single)
		return key_attrs(p, "sparse_keys", 0, ns) && key_attrs(p, "dense_keys", ns, nd);
	if (p->s->v2)
		return key_vec(p, 3, ns, nd, "dense_keys) == len(dense_types)") &&
		       key_vec(p, 2, 0, ns, "sparse_keys) == num_sparse") &&
		       key_vec(p, 4, ns + nd, nr, "ragged_keys) == len(ragged_value_types)");
	return key_scalars(p, 2, 0, ns) && key_scalars(p, 2 + ns, ns, nd);
}

static const char *shape_text(struct op_ctx *c, struct shape s)
{
	return op_shape(c, s.rank, s.dim);
}

static bool default_ok(struct op_ctx *c, struct want *w)
{
	const struct tensor *t = w->def;

	if (t->dtype != w->dtype)
		return op_invalid(c, "dense_defaults[%d].dtype() == %s != dense_types_[%d] == %s", w->index,
				  dtype_text(t->dtype), w->index, dtype_text(w->dtype));
	if (w->kind == WANT_VARLEN && t->n != 1)
		return op_invalid(c, "dense_shape[%d] is a variable length shape: %s, therefore def_value[%d] "
				  "must contain a single element (the padding element).  But its shape is: %s",
				  w->index, shape_text(c, w->shape), w->index,
				  shape_text(c, tensor_shape(t)));
	if (w->kind == WANT_DENSE && t->n > 0 && !shape_eq(w->shape, tensor_shape(t)))
		return op_invalid(c, "def_value[%d].shape() == %s is not compatible with dense_shapes_[%d] == %s",
				  w->index, shape_text(c, tensor_shape(t)), w->index,
				  shape_text(c, w->shape));
	return true;
}

static bool shapes_ok(struct parse *p)
{
	struct op_ctx *c = p->c;

	if (p->s->single && p->in->rank != 0)
		return op_invalid(c, "Expected serialized to be a scalar, got shape: %s", op_in_shape(c, 0));
	if (p->s->v2 && p->in->rank > 1)
		return op_invalid(c, "Expected serialized to be a scalar or vector, got shape: %s",
				  op_in_shape(c, 0));
	if (!p->s->v2 && !p->s->single && p->in->rank != 1)
		return op_invalid(c, "Expected serialized to be a vector, got shape: %s", op_in_shape(c, 0));
	if (p->names && p->names->n > 0 && !shape_eq(tensor_shape(p->names), tensor_shape(p->in)))
		return op_invalid(c, "Expected names have the same shape as serialized: name.shape=%s, "
				  "serialized.shape=%s", op_in_shape(c, 1), op_in_shape(c, 0));
	return true;
}

static bool counts_ok(struct op_ctx *c, const struct parse_state *s)
{
	int64_t in = 1 + (int64_t)s->n_dense, out = 3 * (int64_t)s->n_sparse + s->n_dense;

	if (s->v2) {
		in += 4;
		out += 2 * (int64_t)s->n_ragged;
	} else if (!s->single) {
		in += 1 + (int64_t)s->n_sparse + s->n_dense;
	}
	if (c->n_in != in || c->n_out != out)
		return op_invalid(c, "has %d inputs and %d outputs, its attrs say %lld and %lld", c->n_in,
				  c->n_out, (long long)in, (long long)out);
	return true;
}

/* The wanted features with the keys and defaults of this run. */
static bool set_up(struct parse *p)
{
	struct op_ctx *c = p->c;
	const struct parse_state *s = p->s;

	p->want = arena_array(c->scratch, (size_t)s->n + 1, sizeof(*p->want));
	memcpy(p->want, s->want, (size_t)s->n * sizeof(*p->want));
	p->in = c->in[0];
	p->names = s->single ? NULL : c->in[1];
	p->n = p->in->n;
	p->scalar = p->in->rank == 0;
	if (s->v2 && (!shapes_ok(p) || !keys(p)))
		return false;
	if (!s->v2 && (!keys(p) || !shapes_ok(p)))
		return false;
	for (int d = 0; d < s->n_dense; d++) {
		p->want[s->n_sparse + d].def = c->in[c->n_in - s->n_dense + d];
		if (!default_ok(c, &p->want[s->n_sparse + d]))
			return false;
	}
	for (int i = 0; i < s->n; i++)
		if (!map_add(&p->index, p->want[i].key, (uint64_t)i)) {
			/* TensorFlow gives up its index of keys then, and finds none of them. */
			map_free(&p->index);
			break;
		}
	return true;
}

/* ---- the first pass ---- */

/* "Name: n, Key: k, Index: i.  " of a vector of examples, "Key: k.  " of a single one. */
static const char *where(struct parse *p, int64_t e, struct sv key)
{
	struct sv name = p->names && p->names->n ? tensor_str(p->names, e) : SV("<unknown>");

	if (p->scalar)
		return arena_printf(p->c->scratch, "Key: %.*s.  ", SV_ARG(key));
	return arena_printf(p->c->scratch, "Name: %.*s, Key: %.*s, Index: %lld.  ", SV_ARG(name),
			    SV_ARG(key), (long long)e);
}

static bool bad_type(struct parse *p, int64_t e, const struct want *w, enum dtype got)
{
	const char *at = where(p, e, w->key), *want = dtype_text(w->dtype);

	if (w->kind == WANT_DENSE || w->kind == WANT_VARLEN)
		return op_invalid(p->c, "%sData types don't match. Data type: %s but expected type: %s", at,
				  dtype_text(got), want);
	return op_invalid(p->c, "%sData types don't match. Expected type: %s, Actual type: %s", at, want,
			  dtype_text(got));
}

static const char *list_word(enum dtype t)
{
	return t == DT_STRING ? "bytes" : t == DT_FLOAT ? "float" : "int64";
}

static bool bad_list(struct parse *p, int64_t e, const struct want *w)
{
	return op_invalid(p->c, "%sCan't parse serialized Example.", where(p, e, w->key));
}

/* TensorFlow parses in up to 64 batches and counts what a batch has seen so far. */
static int64_t batch_start(struct parse *p, int64_t e)
{
	int64_t batches = 0, bytes = 0, least = p->n < 8 ? p->n : 8, i;

	for (i = 0; i < p->n; i++) {
		if (bytes == 0)
			batches++;
		bytes += (int64_t)tensor_str(p->in, i).n + 1;
		if (bytes > 50000)
			bytes = 0;
	}
	if (batches > 64)
		batches = 64;
	if (batches < least)
		batches = least;
	for (i = batches; i > 0 && p->n * i / batches > e; i--)
		;
	return p->n * i / batches;
}

static bool bad_count(struct parse *p, int64_t e, const struct want *w, const struct cell *row)
{
	const char *word = list_word(w->dtype);
	int64_t n = row[e].n;

	if (p->scalar)
		return bad_list(p, e, w);
	if (w->kind == WANT_DENSE)
		return op_invalid(p->c, "%sNumber of %s values != expected.  Values size: %lld but output shape: %s",
				  where(p, e, w->key), word, (long long)n, shape_text(p->c, w->shape));
	for (int64_t i = batch_start(p, e); i < e; i++)
		n += row[i].n;
	return op_invalid(p->c, "%sNumber of %s values is not a multiple of stride length. Saw %lld values but "
			  "output shape is: %s", where(p, e, w->key), word, (long long)n,
			  shape_text(p->c, w->shape));
}

static bool feature(struct parse *p, int64_t e, struct sv bytes, int i)
{
	struct want *w = &p->want[i];
	struct cell *row = p->cell + (int64_t)i * p->n, *cell = row + e;
	bool dense = w->kind == WANT_DENSE || w->kind == WANT_VARLEN;
	enum dtype t;
	struct sv list;

	if (!example_type(bytes, &t, &list))
		return op_invalid(p->c, "Unsupported datatype.");
	if (t == DT_INVALID) {
		/* Nothing is set: it is as if missing, but for a batch's sparse ones it still counts. */
		cell->seen |= !dense && !p->scalar;
		return true;
	}
	if (cell->seen)
		return true;
	cell->seen = true;
	if (t != w->dtype)
		return bad_type(p, e, w, t);
	cell->list = list;
	if (!example_count(t, list, w->kind == WANT_DENSE ? w->stride : -1, &cell->n))
		return bad_list(p, e, w);
	if (w->kind == WANT_DENSE && cell->n != w->stride)
		return bad_count(p, e, w, row);
	if (w->kind == WANT_VARLEN && (w->stride == 0 || cell->n % w->stride != 0))
		return bad_count(p, e, w, row);
	return true;
}

static bool missing(struct parse *p, int64_t e)
{
	struct sv name = p->names && p->names->n ? tensor_str(p->names, e) : SV("<unknown>");

	for (int i = 0; i < p->s->n; i++) {
		const struct want *w = &p->want[i];

		if (w->kind != WANT_DENSE || w->def->n || p->cell[(int64_t)i * p->n + e].seen)
			continue;
		return op_invalid(p->c, "%sFeature: %.*s (data type: %s) is required but could not be found.",
				  p->scalar ? "" : arena_printf(p->c->scratch, "Name: %.*s, ", SV_ARG(name)),
				  SV_ARG(w->key), dtype_text(w->dtype));
	}
	return true;
}

static bool example(struct parse *p, int64_t e, struct example_entries *list)
{
	struct sv bytes = tensor_str(p->in, e);
	uint64_t i;

	list->v.n = 0;
	if (!example_entries(bytes, list))
		return op_invalid(p->c, "Could not parse example input, value: '%.*s'", SV_ARG(bytes));
	/* The last of several entries with one key counts. */
	for (size_t k = list->v.n; k-- > 0;)
		if (map_get(&p->index, list->v.p[k].key, &i) &&
		    !feature(p, e, list->v.p[k].feature, (int)i))
			return false;
	return missing(p, e);
}

static bool examples(struct parse *p)
{
	struct example_entries list = { 0 };
	bool ok = true;
	size_t bytes;

	if (!size_mul((size_t)p->n, (size_t)p->s->n, &bytes) ||
	    !size_mul(bytes, sizeof(*p->cell), &bytes))
		return op_fail(p->c, ERR_RESOURCE_EXHAUSTED, "too many examples");
	p->cell = op_temp(p->c, bytes);
	if (!p->cell)
		return false;
	memset(p->cell, 0, bytes);
	for (int64_t e = 0; e < p->n && ok; e++)
		ok = ((e & 255) || p->c->world->go_on(p->c->world_ctx, p->c->err)) && example(p, e, &list);
	vec_free(&list.v);
	return ok;
}

/* ---- the second pass ---- */

static bool fill_values(struct parse *p, const struct want *w, const struct cell *row,
			struct tensor *to, int64_t per, const struct tensor *pad)
{
	int64_t at = 0;

	for (int64_t e = 0; e < p->n; e++, at += per > 0 ? per : row[e - 1].n) {
		size_t size = dtype_info(w->dtype)->size;

		if (!example_values(w->dtype, row[e].list, to, at, row[e].n, p->c->err))
			return false;
		for (int64_t k = row[e].n; k < per; k++)
			if (!el_copy(w->dtype, (char *)to->data + (size_t)(at + k) * size, pad->data, 1,
				     p->c->err))
				return false;
	}
	return true;
}

static bool out_dense(struct parse *p, const struct want *w, const struct cell *row, int out)
{
	int64_t *dim = arena_array(p->c->scratch, (size_t)w->shape.rank + 2, sizeof(*dim));
	struct tensor *t;

	dim[0] = p->n;
	for (int i = 0; i < w->shape.rank; i++)
		dim[i + 1] = w->shape.dim[i];
	t = op_out(p->c, out, w->dtype, w->shape.rank + !p->scalar, dim + p->scalar);
	if (!t)
		return false;
	for (int64_t e = 0; e < p->n; e++) {
		char *to = (char *)t->data + (size_t)(e * w->stride) * dtype_info(w->dtype)->size;

		if (row[e].seen ? !example_values(w->dtype, row[e].list, t, e * w->stride, w->stride, p->c->err) :
				  !el_copy(w->dtype, to, w->def->data, w->stride, p->c->err))
			return false;
	}
	return true;
}

static int64_t longest(const struct parse *p, const struct cell *row, int64_t *total)
{
	int64_t most = 0;

	*total = 0;
	for (int64_t e = 0; e < p->n; e++) {
		*total += row[e].n;
		most = row[e].n > most ? row[e].n : most;
	}
	return most;
}

static bool out_varlen(struct parse *p, const struct want *w, const struct cell *row, int out)
{
	int64_t *dim = arena_array(p->c->scratch, (size_t)w->shape.rank + 2, sizeof(*dim)), total;
	int64_t most = longest(p, row, &total);
	struct tensor *t;

	dim[0] = p->n;
	dim[1] = w->stride ? most / w->stride : 0;
	for (int i = 1; i < w->shape.rank; i++)
		dim[i + 1] = w->shape.dim[i];
	t = op_out(p->c, out, w->dtype, w->shape.rank + !p->scalar, dim + p->scalar);
	return t && (!t->n || fill_values(p, w, row, t, most, w->def));
}

static bool out_sparse(struct parse *p, const struct want *w, const struct cell *row)
{
	int cols = p->scalar ? 1 : 2, step = p->s->n_sparse;
	int64_t total, most = longest(p, row, &total), *ix;
	struct tensor *at = op_out(p->c, w->index, DT_INT64, 2, (int64_t[]){ total, cols });
	struct tensor *v = at ? op_out(p->c, w->index + step, w->dtype, 1, &total) : NULL;
	struct tensor *shape = v ? op_out(p->c, w->index + 2 * step, DT_INT64, 1, (int64_t[]){ cols }) : NULL;

	if (!shape)
		return false;
	ix = at->data;
	for (int64_t e = 0; e < p->n; e++)
		for (int64_t k = 0; k < row[e].n; k++) {
			if (!p->scalar)
				*ix++ = e;
			*ix++ = k;
		}
	((int64_t *)shape->data)[0] = p->n;
	((int64_t *)shape->data)[cols - 1] = most;
	return fill_values(p, w, row, v, 0, NULL);
}

static bool out_ragged(struct parse *p, const struct want *w, const struct cell *row)
{
	int at = 3 * p->s->n_sparse + p->s->n_dense + w->index;
	int64_t total, n = p->scalar ? 0 : p->n + 1;
	struct tensor *v, *split;

	longest(p, row, &total);
	v = op_out(p->c, at, w->dtype, 1, &total);
	split = v ? op_out(p->c, at + p->s->n_ragged, w->split, 1, &n) : NULL;
	if (!split)
		return false;
	total = 0;
	for (int64_t e = 0; e < n; e++) {
		if (w->split == DT_INT64)
			((int64_t *)split->data)[e] = total;
		else
			((int32_t *)split->data)[e] = (int32_t)total;
		total += e < p->n ? row[e].n : 0;
	}
	return fill_values(p, w, row, v, 0, NULL);
}

static bool outputs(struct parse *p)
{
	for (int i = 0; i < p->s->n; i++) {
		const struct want *w = &p->want[i];
		const struct cell *row = p->cell + (int64_t)i * p->n;
		int out = 3 * p->s->n_sparse + w->index;
		bool ok = false;

		switch (w->kind) {
		case WANT_SPARSE:
			ok = out_sparse(p, w, row);
			break;
		case WANT_DENSE:
			ok = out_dense(p, w, row, out);
			break;
		case WANT_VARLEN:
			ok = out_varlen(p, w, row, out);
			break;
		case WANT_RAGGED:
			ok = out_ragged(p, w, row);
			break;
		}
		if (!ok)
			return false;
	}
	return true;
}

bool example_parse(struct op_ctx *c)
{
	struct parse p = { .c = c, .s = c->state, .index = MAP_INIT };
	bool ok = counts_ok(c, p.s) && set_up(&p) && examples(&p) && outputs(&p);

	map_free(&p.index);
	return ok;
}

const struct parse_state *example_parser(const struct node *n, struct arena *a, struct example_parts *parts,
					 struct err *err)
{
	struct parse_state *s = arena_alloc(a, sizeof(*s));

	if (!prepare(n, s, a, err))
		return NULL;
	*parts = (struct example_parts){ s->n_sparse, s->n_dense, s->n_ragged };
	return s;
}

bool example_default_ok(struct op_ctx *c, const struct parse_state *s, int i, const struct tensor *def)
{
	struct want w = s->want[s->n_sparse + i];

	w.def = def;
	return default_ok(c, &w);
}

#define PARSE .n_in = -1, .n_out = -1, .state_size = sizeof(struct parse_state), .prepare = prepare, .run = example_parse
static const struct op_row rows[] = {
	{ .name = "ParseExample", PARSE },
	{ .name = "ParseExampleV2", PARSE },
	{ .name = "ParseSingleExample", PARSE },
};

OP_FAMILY(family_example, rows);
