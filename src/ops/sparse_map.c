/* Sparse tensors that a session keeps by number, until they are taken: AddSparseToTensorsMap and its kin. */
#include <stdlib.h>
#include <string.h>

#include "ops/plist.h"
#include "ops/sparse.h"

/* Number k's indices, values and shape are elements 3 k and on of v; missing once taken. */
struct kept {
	struct resource r;
	struct plist v;
};

static void kept_destroy(struct object *o)
{
	struct kept *m = (struct kept *)o;

	plist_free(&m->v);
	free(m->r.container);
	free(m->r.name);
	free(m);
}

static void kept_describe(const struct object *o, struct str *out)
{
	const struct kept *m = (const struct kept *)o;

	str_addf(out, "map of sparse tensors, %lld were put in", (long long)(m->v.n / 3));
}

static void *kept_save(struct resource *r)
{
	struct plist *v = xmalloc(sizeof(*v));

	*v = plist_copy(&((struct kept *)r)->v);
	return v;
}

static void kept_load(struct resource *r, const void *saved)
{
	struct kept *m = (struct kept *)r;
	struct plist old = m->v;

	m->v = plist_copy(saved);
	plist_free(&old);
}

static void kept_saved_free(void *saved)
{
	plist_free(saved);
	free(saved);
}

static const struct resource_class kept_class = {
	.object = { .name = "map of sparse tensors", .destroy = kept_destroy, .describe = kept_describe },
	.save = kept_save, .load = kept_load, .saved_free = kept_saved_free,
};

static struct resource *kept_new(void *arg)
{
	struct kept *m = xcalloc(1, sizeof(*m));

	(void)arg;
	atomic_init(&m->r.o.refs, 1);
	m->r.o.cls = &kept_class.object;
	m->r.rcls = &kept_class;
	return &m->r;
}

/* The node's map; the session's table holds it. Who takes without a shared name has one to himself. */
static struct kept *map_of(struct op_ctx *c, bool takes, struct sv *name)
{
	struct sv container = SV("");
	struct kept *m;

	node_attr_str(c->node, "container", &container);
	if (!node_attr_str(c->node, "shared_name", name) || !name->n)
		*name = takes ? sv_of(arena_printf(c->scratch, "_0_%.*s", SV_ARG(c->node->name))) : c->node->name;
	m = (struct kept *)c->world->resource(c->world_ctx, container, *name, &kept_class, kept_new, NULL, c->err);
	if (m)
		object_unref(&m->r.o);
	return m;
}

/* Its number. */
static int64_t map_add(struct op_ctx *c, struct kept *m, struct tensor *ix, struct tensor *val, struct tensor *shape)
{
	plist_push(&m->v, tensor_ref(ix));
	plist_push(&m->v, tensor_ref(val));
	plist_push(&m->v, tensor_ref(shape));
	c->world->wrote(c->world_ctx, &m->r);
	return m->v.n / 3 - 1;
}

static bool run_add(struct op_ctx *c)
{
	struct sv name;
	struct kept *m = map_of(c, false, &name);
	struct tensor *out;
	struct sparse s;
	int64_t unused;

	if (!m || !sparse_ranks(c) || !sparse_dims(c, c->in[2]->n, c->in[2]->data, &unused, DIMS_MAKE) ||
	    !sparse_of(c, &s, 0, 1, 2) || !(out = op_out(c, 0, DT_INT64, 0, NULL)))
		return false;
	*(int64_t *)out->data = map_add(c, m, c->in[0], c->in[1], c->in[2]);
	return true;
}

/* ---- a row each ---- */

static bool many_fit(struct op_ctx *c)
{
	const struct tensor *ix = c->in[0];

	if (!sparse_ranks(c))
		return false;
	if (c->in[1]->n != ix->dim[0])
		return op_invalid(
			c, "Number of values must match first dimension of indices. Got %lld values, indices shape: %s",
			(long long)c->in[1]->n, op_in_shape(c, 0));
	if (c->in[2]->n != ix->dim[1])
		return op_invalid(
			c,
			"Number of dimensions must match second dimension of indices. Got %lld dimensions, indices "
			"shape: %s",
			(long long)c->in[2]->n, op_in_shape(c, 0));
	return c->in[2]->n > 1 ||
	       op_invalid(c, "Rank of input SparseTensor should be > 1, but saw rank: %lld", (long long)c->in[2]->n);
}

/* Values [from, to) as one more of the map; its number, or -1 with an error. */
static int64_t add_row(struct op_ctx *c, struct kept *m, const struct sparse *s, int64_t from, int64_t to,
		       struct tensor *shape)
{
	struct tensor *ix, *val;
	int64_t k = sparse_row(c, s, from, to, &ix, &val) ? map_add(c, m, ix, val, shape) : -1;

	tensor_unref(ix);
	tensor_unref(val);
	return k;
}

static bool add_rows(struct op_ctx *c, struct kept *m, const struct sparse *s, struct tensor *out, struct tensor *shape)
{
	int64_t *number = out->data;

	for (int64_t i = 0; i < out->n; i++)
		number[i] = -1;
	for (int64_t i = 0, to; i < s->n; i = to) {
		int64_t row = s->at[i * s->rank];

		to = sparse_group(s, i);
		number[row] = add_row(c, m, s, i, to, shape);
		if (number[row] < 0)
			return false;
	}
	for (int64_t i = 0; i < out->n; i++) {	/* those of which there is nothing come last */
		if (number[i] >= 0)
			continue;
		number[i] = add_row(c, m, s, 0, 0, shape);
		if (number[i] < 0 || !c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

static bool run_add_many(struct op_ctx *c)
{
	struct sv name;
	struct kept *m = map_of(c, false, &name);
	struct tensor *out, *shape;
	struct sparse s;
	int64_t unused;

	if (!m || !many_fit(c) || !sparse_of(c, &s, 0, 1, 2) || !sparse_dims(c, s.rank, s.shape, &unused, DIMS_BUILD) ||
	    !sparse_valid(c, &s))
		return false;
	out = op_out(c, 0, DT_INT64, 1, &s.shape[0]);
	shape = out ? tensor_new(DT_INT64, 1, (int64_t[]){ s.rank - 1 }, c->err) : NULL;
	if (!shape)
		return false;
	op_hold(c, shape);
	memcpy(shape->data, s.shape + 1, shape->bytes);
	return add_rows(c, m, &s, out, shape);
}

/* ---- taking ---- */

/* The three tensors of a number, held by the node, out of the map; false with an error. */
static bool take(struct op_ctx *c, struct kept *m, struct sv name, int64_t k, struct tensor **t)
{
	if (k < 0 || k >= m->v.n / 3 || !plist_get(&m->v, 3 * k))
		return op_invalid(c, "Unable to find SparseTensor: %lld in map: %.*s", (long long)k, SV_ARG(name));
	for (int i = 0; i < 3; i++) {
		t[i] = tensor_ref(plist_get(&m->v, 3 * k + i));
		op_hold(c, t[i]);
		plist_set(&m->v, 3 * k + i, NULL);
	}
	c->world->wrote(c->world_ctx, &m->r);
	return true;
}

static bool taken_fits(struct op_ctx *c, struct tensor *const *t, int64_t i, int64_t rank)
{
	enum dtype want = DT_INVALID;

	node_attr_type(c->node, "dtype", &want);
	if (t[1]->dtype != want)
		return op_invalid(c, "Requested SparseTensor of type %s but SparseTensor[%lld].values.dtype() == %s",
				  dtype_text(want), (long long)i, dtype_text(t[1]->dtype));
	return t[2]->n == rank ||
	       op_invalid(
		       c,
		       "Inconsistent rank across SparseTensors: rank prior to SparseTensor[%lld] was: %lld but rank of "
		       "SparseTensor[%lld] is: %lld",
		       (long long)i, (long long)rank + 1, (long long)i, (long long)t[2]->n + 1);
}

static bool taken_out(struct op_ctx *c, struct tensor **t, int64_t n, int64_t total, int64_t rank)
{
	struct tensor *ix = op_out(c, 0, DT_INT64, 2, (int64_t[]){ total, rank + 1 });
	struct tensor *val = ix ? op_out(c, 1, t[1]->dtype, 1, &total) : NULL;
	struct tensor *shape = val ? op_out(c, 2, DT_INT64, 1, (int64_t[]){ rank + 1 }) : NULL;
	int64_t *dim = shape ? shape->data : NULL, at = 0;

	if (!shape)
		return false;
	memset(dim, 0, shape->bytes);
	dim[0] = n;
	for (int64_t i = 0; i < n; i++, t += 3) {
		for (int64_t k = 0; k < t[1]->n; k++) {
			int64_t *to = (int64_t *)ix->data + (at + k) * (rank + 1);

			to[0] = i;
			memcpy(to + 1, (const int64_t *)t[0]->data + k * rank, (size_t)rank * sizeof(*to));
		}
		for (int64_t d = 0; d < rank; d++) {
			int64_t v = ((const int64_t *)t[2]->data)[d];

			dim[d + 1] = v > dim[d + 1] ? v : dim[d + 1];
		}
		if (!el_copy(val->dtype, el_at(val, at), t[1]->data, t[1]->n, c->err))
			return false;
		at += t[1]->n;
	}
	return true;
}

static bool run_take(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct sv name;
	struct kept *m = map_of(c, true, &name);
	struct tensor **t = op_temp(c, ((size_t)in->n + 1) * 3 * sizeof(*t));
	int64_t total = 0;

	if (!m || !t)
		return false;
	if (in->rank != 1)
		return op_invalid(c, "sparse_handles should be a vector but received shape %s", op_in_shape(c, 0));
	if (in->n < 1)
		return op_invalid(c, "Must have at least 1 serialized SparseTensor, but input matrix has 0 rows");
	for (int64_t i = 0; i < in->n; i++)
		if (!take(c, m, name, ((const int64_t *)in->data)[i], &t[3 * i]))
			return false;
	for (int64_t i = 0; i < in->n; i++) {
		if (!taken_fits(c, &t[3 * i], i, t[2]->n))
			return false;
		total += t[3 * i + 1]->n;
	}
	return taken_out(c, t, in->n, total, t[2]->n);
}

static const struct op_row rows[] = {
	{ .name = "AddManySparseToTensorsMap",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL,
	  .run = run_add_many },
	{ .name = "AddSparseToTensorsMap", .n_in = 3, .n_out = 1, .flags = OP_STATEFUL, .run = run_add },
	{ .name = "TakeManySparseFromTensorsMap",
	  .n_in = 1,
	  .n_out = 3,
	  .types = { { "dtype", DM_ANY } },
	  .flags = OP_STATEFUL,
	  .run = run_take },
};

OP_FAMILY(family_sparse_map, rows);
