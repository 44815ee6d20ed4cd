/*
 * Datasets whose elements are features of serialized tf.Examples: ParseExampleDataset calls what ParseExampleV2 runs.
 *
 *   val: names (none), sparse keys, dense keys, ragged keys, then the dense defaults: the op's inputs but for the first
 */
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "ops/array.h"
#include "ops/boxed.h"
#include "ops/dataset.h"
#include "ops/example.h"
#include "ops/tensorlist.h"

enum { NAMES, SPARSE, DENSE, RAGGED, DEFAULTS };

struct spec {
	const struct parse_state *state;
	struct example_parts parts;
	int n;				/* keys */
	int *place; /* of an element's components: sparse, dense, ragged, in the order of all keys */
};

/* ---- making one ---- */

/* A vector of the attr's strings, as the next of val. */
static bool add_keys(struct op_ctx *c, struct ds *d, const char *attr, int want)
{
	const struct attr_value *v = NULL;
	struct tensor *t;
	uint32_t n = 0;
	bool ok;

	if (attr && (!node_attr_list(c->node, attr, &v, &n) || (int64_t)n != want) && want)
		return op_invalid(c, "attr '%s' has %u keys for %d types", attr, n, want);
	t = tensor_zeros(DT_STRING, 1, (int64_t[]){ n }, c->err);
	ok = t != NULL;
	for (uint32_t i = 0; ok && i < n; i++)
		ok = tensor_str_set(t, i, v[i].s, c->err);
	ok = ok && ds_add_val(c, d, t);
	tensor_unref(t);
	return ok;
}

static struct sv key_at(const struct ds *d, const struct spec *s, int i)
{
	int k = i - s->parts.n_sparse;

	if (k < 0)
		return tensor_str(d->val[SPARSE], i);
	return k < s->parts.n_dense ? tensor_str(d->val[DENSE], k) :
				      tensor_str(d->val[RAGGED], k - s->parts.n_dense);
}

/* TensorFlow looks at dense features, then at sparse ones, then at ragged ones: which is its k-th? */
static int looked_at(const struct example_parts *p, int k)
{
	if (k < p->n_dense)
		return p->n_sparse + k;
	return k < p->n_dense + p->n_sparse ? k - p->n_dense : k;
}

static bool no_twin(struct op_ctx *c, const struct ds *d, const struct spec *s)
{
	struct map seen = MAP_INIT;
	bool ok = true;

	for (int k = 0; ok && k < s->n; k++) {
		struct sv key = key_at(d, s, looked_at(&s->parts, k));

		if (!map_add(&seen, key, (uint64_t)k))
			ok = op_invalid(c, "Duplicate key not allowed: %.*s", SV_ARG(key));
	}
	map_free(&seen);
	return ok;
}

struct ranked {
	struct sv key;
	int i;
};

static int by_key(const void *a, const void *b)
{
	return sv_cmp(((const struct ranked *)a)->key, ((const struct ranked *)b)->key);
}

static void rank_keys(const struct ds *d, struct spec *s, struct arena *scratch)
{
	struct ranked *r = arena_array(scratch, (size_t)s->n + 1, sizeof(*r));

	for (int i = 0; i < s->n; i++)
		r[i] = (struct ranked){ key_at(d, s, i), i };
	qsort(r, (size_t)s->n, sizeof(*r), by_key);
	for (int i = 0; i < s->n; i++)
		s->place[r[i].i] = i;
}

static bool add_defaults(struct op_ctx *c, struct ds *d, const struct spec *s)
{
	int n = c->n_in - 2;

	if (n != s->parts.n_dense)
		return op_invalid(c, "Expected len(dense_defaults) == len(dense_keys) but got: %d vs. %d", n,
				  s->parts.n_dense);
	for (int i = 0; i < n; i++)
		if (!example_default_ok(c, s->state, i, c->in[2 + i]) || !ds_add_val(c, d, c->in[2 + i]))
			return false;
	return true;
}

static bool make_parse(struct op_ctx *c, struct ds *d)
{
	struct spec *s;

	d->own = arena_new();
	d->more = s = arena_alloc(d->own, sizeof(*s));
	s->state = example_parser(c->node, d->own, &s->parts, c->err);
	if (!s->state || !ds_int(c, "num_parallel_calls", &d->a))
		return false;
	if (d->a <= 0 && d->a != -1)
		return op_invalid(c, "num_parallel_calls must be greater than zero.");
	if (!add_keys(c, d, NULL, 0) || !add_keys(c, d, "sparse_keys", s->parts.n_sparse) ||
	    !add_keys(c, d, "dense_keys", s->parts.n_dense) || !add_keys(c, d, "ragged_keys", s->parts.n_ragged) ||
	    !add_defaults(c, d, s))
		return false;
	s->n = s->parts.n_sparse + s->parts.n_dense + s->parts.n_ragged;
	s->place = arena_array(d->own, (size_t)s->n + 1, sizeof(*s->place));
	if (!no_twin(c, d, s))
		return false;
	if (d->n_types != s->n)
		return op_invalid(c, "elements of %d components, %d keys", d->n_types, s->n);
	rank_keys(d, s, c->scratch);
	return true;
}

/* ---- elements ---- */

/* All strings of all components as one vector; NULL with an error. */
static struct tensor *strings_of(struct op_ctx *c, const struct elem *e)
{
	int64_t n = 0, at = 0;
	struct tensor *t;

	for (int k = 0; k < e->n; k++) {
		if (e->t[k]->dtype != DT_STRING) {
			op_invalid(c, "component %d of what is to be parsed is %s, string is wanted", k,
				   op_type_text(c, e->t[k]->dtype));
			return NULL;
		}
		n += e->t[k]->n;
	}
	t = tensor_zeros(DT_STRING, 1, &n, c->err);
	for (int k = 0; t && k < e->n; at += e->t[k++]->n)
		if (!el_copy(DT_STRING, el_at(DT_STRING, t->data, at), e->t[k]->data, e->t[k]->n, c->err)) {
			tensor_unref(t);
			return NULL;
		}
	return t;
}

static struct tensor *component(struct op_ctx *c, const struct example_parts *p, struct tensor **out, int i)
{
	int ns = p->n_sparse, nd = p->n_dense, r = 3 * ns + i - ns;

	if (i < ns)
		return boxed_vec(3, (struct tensor *[]){ out[i], out[ns + i], out[2 * ns + i] }, c->err);
	if (i < ns + nd)
		return tensor_ref(out[r]);
	return ragged_scalar(out[r + p->n_ragged], out[r], c->err);
}

static bool fits(struct op_ctx *c, const struct ds *d, const struct tensor *t, int value, int at)
{
	if (t->dtype != d->type[at])
		return op_invalid(c, "Got wrong type for FastParseExample return value %d (expected %s, got %s).",
				  value, op_type_text(c, d->type[at]), op_type_text(c, t->dtype));
	return shape_accepts(d->shape[at], tensor_shape(t)) ||
	       op_invalid(c, "Got wrong shape for FastParseExample return value %d (expected %s, got %s).", value,
			  pshape_text(c, d->shape[at]), op_shape(c, t->rank, t->dim));
}

static bool gather(struct op_ctx *c, const struct ds *d, struct tensor **out, struct tensor **part)
{
	const struct spec *s = d->more;
	int ns = s->parts.n_sparse, nd = s->parts.n_dense;

	for (int k = 0; k < s->n; k++) {
		int i = looked_at(&s->parts, k), at = s->place[i];

		part[at] = component(c, &s->parts, out, i);
		if (!part[at] || !fits(c, d, part[at], i < ns ? i : i < ns + nd ? i - ns : i - ns - nd, at))
			return false;
	}
	return true;
}

/* The outputs of ParseExampleV2 for these strings; the caller's out is to be freed in any case. */
static bool parse(struct op_ctx *c, const struct ds *d, struct tensor *strings, struct tensor **out, int n_out)
{
	const struct spec *s = d->more;
	struct op_ctx sub = *c;
	struct tensor **in = arena_array(c->scratch, (size_t)d->n_val + 1, sizeof(*in));
	bool ok;

	in[0] = strings;
	memcpy(in + 1, d->val, (size_t)d->n_val * sizeof(*in));
	sub.in = in;
	sub.n_in = d->n_val + 1;
	sub.out = out;
	sub.n_out = n_out;
	sub.state = s->state;
	sub.may_reuse = false;
	ok = example_parse(&sub);
	c->temps = sub.temps;
	return ok;
}

static void unref_all(struct tensor **t, int n)
{
	for (int i = 0; i < n; i++)
		tensor_unref(t[i]);
}

static enum got next_parse(struct op_ctx *c, struct it *i, struct elem *e)
{
	const struct ds *d = i->d;
	const struct spec *s = d->more;
	int n_out = 3 * s->parts.n_sparse + s->parts.n_dense + 2 * s->parts.n_ragged;
	struct tensor **out = arena_array(c->scratch, (size_t)n_out + 1, sizeof(*out));
	struct tensor **part = arena_array(c->scratch, (size_t)s->n + 1, sizeof(*part)), *strings;
	struct elem x = { 0 };
	enum got g = it_pull(c, i, 0, &x);
	bool ok;

	if (g != IT_GOT)
		return g;
	strings = strings_of(c, &x);
	elem_free(&x);
	ok = strings && parse(c, d, strings, out, n_out) && gather(c, d, out, part);
	tensor_unref(strings);
	unref_all(out, n_out);
	if (!ok) {
		unref_all(part, s->n);
		return IT_ERR;
	}
	for (int k = 0; k < s->n; k++)
		elem_add(e, part[k]);
	return IT_GOT;
}

#define ROW(what)                                                                                            \
	{ .name = what, .n_in = -1, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                         \
	  .data = &(const struct ds_kind){ .next = next_parse, .make = make_parse, .count = ds_count_input } }

static const struct op_row rows[] = {
	ROW("ParseExampleDataset"),
	ROW("ParseExampleDatasetV2"),
	ROW("ExperimentalParseExampleDataset"),
};

OP_FAMILY(family_dataset_example, rows);
