/*
 * Iterators over datasets as resources, and the ops that pull them. All that moves is in a tree of plain states
 * (dataset.h), which snapshots copy; a dataset's functions run as calls of the op that pulls.
 */
#include <stdlib.h>
#include <string.h>

#include "ops/dataset.h"
#include "ops/dsuse.h"
#include "ops/stepres.h"
#include "ops/tensorlist.h"
#include "ops/var.h"
#include "proto/wire.h"

struct iter {
	struct resource r;
	const struct node *made_by;	/* its attrs say what the elements are */
	struct it *root;		/* NULL: not initialized */
};

static const char device[] = "/job:localhost/replica:0/task:0/device:CPU:0";

/* ---- the object ---- */

static void iter_destroy(struct object *o)
{
	struct iter *i = (struct iter *)o;

	it_free(i->root);
	free(i->r.container);
	free(i->r.name);
	free(i);
}

static void iter_describe(const struct object *o, struct str *out)
{
	const struct iter *i = (const struct iter *)o;

	str_addf(out, "iterator over %s", i->root ? i->root->d->op : "nothing yet");
}

static void *iter_save(struct resource *r)
{
	const struct it *root = ((struct iter *)r)->root;
	struct it **saved = xmalloc(sizeof(*saved));

	*saved = root ? it_copy(root) : NULL;
	return saved;
}

static void iter_load(struct resource *r, const void *saved)
{
	struct it *const *from = saved, *old = ((struct iter *)r)->root;

	((struct iter *)r)->root = *from ? it_copy(*from) : NULL;
	it_free(old);
}

static void iter_saved_free(void *saved)
{
	it_free(*(struct it **)saved);
	free(saved);
}

static const struct resource_class iter_class = {
	.object = { .name = "iterator", .destroy = iter_destroy, .describe = iter_describe },
	.save = iter_save, .load = iter_load, .saved_free = iter_saved_free,
};

struct iter_make {
	struct sv container, name;
	const struct node *node;
};

static struct resource *iter_new(void *arg)
{
	const struct iter_make *m = arg;
	struct iter *i = xcalloc(1, sizeof(*i));

	atomic_init(&i->r.o.refs, 1);
	i->r.o.cls = &iter_class.object;
	i->r.rcls = &iter_class;
	i->r.container = xsvdup(m->container);
	i->r.name = xsvdup(m->name);
	i->made_by = m->node;
	return &i->r;
}

/* ---- handles ---- */

static struct resource *by_name(struct op_ctx *c)
{
	struct iter_make m = { SV(""), SV(""), c->node };

	node_attr_str(c->node, "container", &m.container);
	if (!node_attr_str(c->node, "shared_name", &m.name) || !m.name.n)
		m.name = c->node->name;
	return c->world->resource(c->world_ctx, m.container, m.name, &iter_class, iter_new, &m, c->err);
}

static bool give_handle(struct op_ctx *c, struct resource *r)
{
	c->out[0] = r ? handle_tensor(&r->o, c->err) : NULL;
	return c->out[0] != NULL;
}

static bool run_handle(struct op_ctx *c)
{
	return give_handle(c, by_name(c));
}

static struct resource *fresh(struct op_ctx *c)
{
	struct iter_make m = { SV("_step"), SV(""), c->node };

	return stepres_make(c, &iter_class, iter_new, &m);
}

/* AnonymousIteratorV2 gives a deleter, too: a variant with nothing in it. */
static bool run_anonymous(struct op_ctx *c)
{
	if (!give_handle(c, fresh(c)))
		return false;
	if (c->n_out > 1)
		c->out[1] = tensor_zeros(DT_VARIANT, 0, NULL, c->err);
	return c->n_out < 2 || c->out[1];
}

static struct iter *iter_in(struct op_ctx *c, int i)
{
	return (struct iter *)stepres_in(c, i, &iter_class);
}

static void pb_str(struct str *s, int field, struct sv v)
{
	size_t n = v.n;

	str_addc(s, (char)(field << 3 | 2));
	for (; n > 127; n >>= 7)
		str_addc(s, (char)((n & 127) | 128));
	str_addc(s, (char)n);
	str_add(s, v);
}

/* A ResourceHandleProto: device, container, name. */
static bool run_to_string(struct op_ctx *c)
{
	struct iter *i = iter_in(c, 0);
	struct str s = STR_INIT;

	if (!i)
		return false;
	pb_str(&s, 1, SV(device));
	pb_str(&s, 2, i->r.container && *i->r.container ? sv_of(i->r.container) : SV("localhost"));
	pb_str(&s, 3, sv_of(i->r.name));
	pb_str(&s, 5, SV("tensorflow::data::IteratorResource"));
	c->out[0] = tensor_scalar_str(str_sv(&s), c->err);
	str_free(&s);
	return c->out[0] != NULL;
}

static bool handle_fields(struct sv bytes, struct sv field[4])
{
	struct wire w = wire_of(bytes);
	struct wire_field f;

	while (wire_next(&w, &f))
		if (f.num < 4 && f.type == WIRE_LEN)
			field[f.num] = f.s;
	return !w.bad;
}

static bool same_types(struct op_ctx *c, const struct node *want, const struct node *have);

static bool run_from_string(struct op_ctx *c)
{
	struct sv field[4] = { SV(""), SV(""), SV(""), SV("") };
	struct resource *r;
	struct iter *i;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "string_handle must be a scalar");
	if (!handle_fields(tensor_str(c->in[0], 0), field))
		return op_invalid(c, "Could not parse string_handle as a valid ResourceHandle");
	if (!sv_is(field[1], device))
		return op_invalid(c, "Attempted create an iterator on device \"%s\" from handle defined on device "
				  "\"%.*s\"", device, SV_ARG(field[1]));
	r = c->world->resource(c->world_ctx, sv_is(field[2], "localhost") ? SV("") : field[2], field[3],
			       &iter_class, NULL, NULL, c->err);
	if (!r)
		return false;
	i = (struct iter *)r;
	if (i->made_by && !same_types(c, c->node, i->made_by)) {
		object_unref(&r->o);
		return false;
	}
	return give_handle(c, r);
}

static bool run_delete(struct op_ctx *c)
{
	struct iter *i = iter_in(c, 0);
	struct err none = { 0 };

	if (!i)
		return false;
	c->world->resource_drop(c->world_ctx, &i->r, &none);	/* the handle may be all that is left of it */
	err_clear(&none);
	return true;
}

static bool run_device(struct op_ctx *c)
{
	c->out[0] = iter_in(c, 0) ? tensor_scalar_str(SV(device), c->err) : NULL;
	return c->out[0] != NULL;
}

/* ---- types and shapes ---- */

static bool types_differ(struct op_ctx *c, int k, enum dtype want, enum dtype have)
{
	return op_invalid(c, "Data type mismatch at component %d: expected %s but got %s.", k,
			  op_type_text(c, want), op_type_text(c, have));
}

static bool numbers_differ(struct op_ctx *c, uint32_t want, uint32_t have)
{
	return op_invalid(c, "Number of components does not match: expected %u types but got %u.", want, have);
}

static bool shapes_differ(struct op_ctx *c, int k, struct shape want, struct shape have)
{
	return op_invalid(c, "Incompatible shapes at component %d: expected %s but got %s.", k,
			  pshape_text(c, want), pshape_text(c, have));
}

static bool same_types(struct op_ctx *c, const struct node *want, const struct node *have)
{
	const struct attr_value *a, *b;
	uint32_t n = 0, m = 0;

	if (!node_attr_list(want, "output_types", &a, &n) || n == 0 ||
	    !node_attr_list(have, "output_types", &b, &m) || m == 0)
		return true;
	if (n != m)
		return numbers_differ(c, n, m);
	for (uint32_t k = 0; k < n; k++)
		if (a[k].i != b[k].i)
			return types_differ(c, (int)k, (enum dtype)a[k].i, (enum dtype)b[k].i);
	if (!node_attr_list(want, "output_shapes", &a, &n) || !node_attr_list(have, "output_shapes", &b, &m) ||
	    n != m)
		return true;
	for (uint32_t k = 0; k < n; k++)
		if (a[k].kind == ATTR_SHAPE && b[k].kind == ATTR_SHAPE && !shape_accepts(a[k].shape, b[k].shape))
			return shapes_differ(c, (int)k, a[k].shape, b[k].shape);
	return true;
}

static bool dataset_fits(struct op_ctx *c, const struct iter *i, const struct ds *d)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!i->made_by || !node_attr_list(i->made_by, "output_types", &v, &n) || n == 0)
		return true;
	if ((int)n != d->n_types)
		return numbers_differ(c, n, (uint32_t)d->n_types);
	for (int k = 0; k < d->n_types; k++)
		if ((enum dtype)v[k].i != d->type[k])
			return types_differ(c, k, (enum dtype)v[k].i, d->type[k]);
	if (!node_attr_list(i->made_by, "output_shapes", &v, &n) || (int)n != d->n_types)
		return true;
	for (int k = 0; k < d->n_types; k++)
		if (v[k].kind == ATTR_SHAPE && !shape_accepts(v[k].shape, d->shape[k]))
			return shapes_differ(c, k, v[k].shape, d->shape[k]);
	return true;
}

static bool elem_fits(struct op_ctx *c, const struct elem *e)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (!node_attr_list(c->node, "output_types", &v, &n) || (int)n != e->n)
		return numbers_differ(c, n, (uint32_t)e->n);
	for (int k = 0; k < e->n; k++)
		if ((enum dtype)v[k].i != e->t[k]->dtype)
			return types_differ(c, k, (enum dtype)v[k].i, e->t[k]->dtype);
	if (!node_attr_list(c->node, "output_shapes", &v, &n) || (int)n != e->n)
		return true;
	for (int k = 0; k < e->n; k++)
		if (v[k].kind == ATTR_SHAPE && !shape_accepts(v[k].shape, tensor_shape(e->t[k])))
			return shapes_differ(c, k, v[k].shape, tensor_shape(e->t[k]));
	return true;
}

/* ---- pulling ---- */

static bool give_elem(struct op_ctx *c, struct elem *e)
{
	bool ok = elem_fits(c, e);

	if (ok && e->n != c->n_out)
		ok = op_invalid(c, "%d components for %d outputs", e->n, c->n_out);
	for (int k = 0; ok && k < e->n; k++) {
		tensor_unref(c->out[k]);
		c->out[k] = tensor_ref(e->t[k]);
	}
	elem_free(e);
	return ok;
}

static bool give_optional(struct op_ctx *c, struct elem *e, bool some)
{
	bool ok = !some || elem_fits(c, e);

	ok = ok && variant_out(c, 0, optional_of_tensors(some ? e->n : -1, e->t));
	elem_free(e);
	return ok;
}

/* Pulls once. Every outcome but a call is given out. */
static bool pull(struct op_ctx *c, struct iter *i)
{
	bool optional = c->row->data != NULL;
	struct elem e = { 0 };
	enum got g = it_next(c, i->root, &e);

	c->world->wrote(c->world_ctx, &i->r);
	if (g == IT_CALL)
		return true;
	if (g == IT_ERR) {
		elem_free(&e);
		return false;
	}
	if (optional)
		return give_optional(c, &e, g == IT_GOT);
	return g == IT_GOT ? give_elem(c, &e) : op_fail(c, ERR_OUT_OF_RANGE, "End of sequence");
}

static struct iter *ready_in(struct op_ctx *c)
{
	struct iter *i = iter_in(c, 0);

	if (i && !i->root) {
		op_fail(c, ERR_FAILED_PRECONDITION, "GetNext() failed because the iterator has not been initialized. "
			"Ensure that you have run the initializer operation for this iterator before getting the next "
			"element.");
		return NULL;
	}
	return i;
}

static bool run_next(struct op_ctx *c)
{
	struct iter *i = ready_in(c);

	if (!i)
		return false;
	it_begin(i->root);
	return pull(c, i);
}

/* The function that was called is done, or failed and somebody says that this does not matter. */
static bool go_on(struct op_ctx *c, struct iter *i)
{
	if (c->failed)
		it_failed(i->root, c->failed);
	else if (!it_returned(c, i->root))
		return false;
	return pull(c, i);
}

static bool resume_next(struct op_ctx *c)
{
	struct iter *i = ready_in(c);

	return i && go_on(c, i);
}

static bool forgives_next(struct op_ctx *c)
{
	struct iter *i = ready_in(c);

	return i && it_ignores(i->root, c->failed);
}

static void start(struct op_ctx *c, struct iter *i, struct ds *d)
{
	struct it *old = i->root;

	i->root = it_new(d, 0);
	it_free(old);
	c->world->wrote(c->world_ctx, &i->r);
}

static bool run_make(struct op_ctx *c)
{
	struct iter *i = iter_in(c, 1);
	struct ds *d = i ? ds_in(c, 0) : NULL;

	if (!d || !dataset_fits(c, i, d))
		return false;
	start(c, i, d);
	return true;
}

#define RESTORING "Failed to restore dataset iterator from checkpoint: "
#define RESTORED                                                                                             \
	". Make sure the dataset definition has not changed between the process that saved the checkpoint and the "   \
	"process that is restoring it."

struct it *iter_root(struct op_ctx *c, int i)
{
	struct iter *r = iter_in(c, i);

	if (r && !r->root)
		op_fail(c, ERR_FAILED_PRECONDITION,
			"Save() failed because the iterator has not been initialized. Ensure "
			"that you have run the initializer operation for this iterator before saving it.");
	return r ? r->root : NULL;
}

bool iter_restart(struct op_ctx *c, int i, const struct it *place)
{
	struct iter *r = iter_in(c, i);
	struct it *old = r ? r->root : NULL;

	if (!r)
		return false;
	if (!old)
		return op_fail(
			c, ERR_FAILED_PRECONDITION,
			RESTORING
			"Restore() failed because the iterator has not been "
			"initialized. Ensure that you have run the initializer operation for this iterator before "
			"restoring it." RESTORED);
	if (!it_fits(place, old->d))
		return op_fail(c, ERR_NOT_FOUND, RESTORING "%s is not the pipeline that was saved" RESTORED,
			       old->d->op);
	r->root = it_copy_over(place, old->d);
	it_free(old);
	c->world->wrote(c->world_ctx, &r->r);
	return true;
}

/* ---- OneShotIterator: a function makes its dataset, once ---- */

static bool run_one_shot(struct op_ctx *c)
{
	const struct function *f;
	struct sv name;

	if (node_attr_str(c->node, "shared_name", &name) && name.n)
		return op_invalid(c, "OneShotIteratorOp does not currently support the 'shared_name' attr.");
	if (!give_handle(c, by_name(c)))
		return false;
	if ((*(struct iter **)c->out[0]->data)->root)
		return true;
	if (!node_attr_func(c->node, "dataset_factory", &name))
		return op_invalid(c, "attr 'dataset_factory' names no function");
	f = c->world->function(c->world_ctx, name, c->err);
	return f && op_call(c, f, NULL, 0, "dataset_factory", -1);
}

static bool resume_one_shot(struct op_ctx *c)
{
	struct iter *i = *(struct iter **)c->out[0]->data;
	struct ds *d = c->n_ret == 1 && c->ret[0] && c->ret[0]->rank == 0 ? ds_of(c->ret[0]) : NULL;

	if (!d)
		return op_invalid(c, "The `dataset_factory` function must return a single scalar of dtype DT_VARIANT.");
	if (!dataset_fits(c, i, d))
		return false;
	start(c, i, d);
	return true;
}

/* ---- DatasetToSingleElement, ReduceDataset: an iterator of their own, which waits in output 0 ---- */

static bool own_pull(struct op_ctx *c)
{
	return pull(c, *(struct iter **)c->out[0]->data);
}

static bool own_begin(struct op_ctx *c, struct ds *d)
{
	struct resource *r = fresh(c);

	if (!give_handle(c, r))
		return false;
	start(c, (struct iter *)r, d);
	return own_pull(c);
}

/* A stage of that kind over `in`. Gives; NULL with an error. */
static struct ds *stage_over(struct op_ctx *c, const struct ds_kind *kind, struct ds *in)
{
	struct ds *d = in ? ds_new(kind, c->row->name) : NULL;

	if (d && (!ds_add_in(c, d, in) || !ds_types_like(c, d, in, 0))) {
		object_unref(&d->o);
		d = NULL;
	}
	return d;
}

static bool run_single(struct op_ctx *c)
{
	struct ds *d = stage_over(c, &ds_single, ds_in(c, 0));
	bool ok = d && own_begin(c, d);

	if (d)
		object_unref(&d->o);
	return ok;
}

static bool run_nth(struct op_ctx *c)
{
	struct ds *in = ds_in(c, 0), *d;
	int64_t at;
	bool ok;

	if (!in || !ds_int(c, "index", &at) || !ds_may_pick(c, in, at))
		return false;
	d = stage_over(c, &ds_nth, in);
	if (!d)
		return false;
	d->a = at;
	ok = own_begin(c, d);
	object_unref(&d->o);
	return ok;
}

static bool run_reduce(struct op_ctx *c)
{
	struct ds *d = ds_new(&ds_reduce, c->row->name);
	bool ok = ds_fill(c, d) && own_begin(c, d);

	object_unref(&d->o);
	return ok;
}

static bool resume_own(struct op_ctx *c)
{
	struct iter *i = *(struct iter **)c->out[0]->data;

	return go_on(c, i);
}

static bool forgives_own(struct op_ctx *c)
{
	return it_ignores((*(struct iter **)c->out[0]->data)->root, c->failed);
}

/* ---- ops that take all elements and give nothing: their iterator waits under the node's path; act says which one
 * it is where several run at a time ---- */

static bool sink_name(struct op_ctx *c, struct str *name)
{
	if (c->world->path)
		c->world->path(c->world_ctx, name);
	else
		str_add(name, c->node->name);
	return true;
}

static bool sink_pull(struct op_ctx *c, struct iter *i)
{
	bool (*const *done)(struct op_ctx *, const struct plist *) = c->row->data;
	struct err none = { 0 };
	struct elem e = { 0 };
	enum got g = it_next(c, i->root, &e);
	bool ok;

	c->world->wrote(c->world_ctx, &i->r);
	elem_free(&e);
	if (g == IT_CALL)
		return true;
	ok = g == IT_GOT && (*done)(c, &i->root->held);
	object_ref(&i->r.o);
	c->world->resource_drop(c->world_ctx, &i->r, &none);
	err_clear(&none);
	object_unref(&i->r.o);
	return ok;
}

static bool run_sink(struct op_ctx *c)
{
	struct ds *d = stage_over(c, &ds_gather, ds_in(c, c->row->n_in == 2));
	struct resource *r = d ? fresh(c) : NULL;
	struct str name = STR_INIT;
	int *which;
	bool ok;

	if (r) {
		which = *c->act = xcalloc(1, OP_ACT_BYTES);
		sink_name(c, &name);
		*which = strlen(r->name) > name.n ? atoi(r->name + name.n + 1) : 0;
		start(c, (struct iter *)r, d);
	}
	ok = r && sink_pull(c, (struct iter *)r);
	if (d)
		object_unref(&d->o);
	if (r)
		object_unref(&r->o);
	str_free(&name);
	return ok;
}

static bool run_table(struct op_ctx *c)
{
	return ds_fits_table(c) && run_sink(c);
}

static bool run_records(struct op_ctx *c)
{
	return ds_fits_records(c) && run_sink(c);
}

static struct iter *sink(struct op_ctx *c)
{
	struct str name = STR_INIT;
	struct resource *r;

	sink_name(c, &name);
	if (*(const int *)*c->act)
		str_addf(&name, "@%d", *(const int *)*c->act);
	r = c->world->resource(c->world_ctx, SV("_step"), str_sv(&name), &iter_class, NULL, NULL, c->err);
	str_free(&name);
	if (r)
		object_unref(&r->o);	/* the session's table holds it */
	return (struct iter *)r;
}

static bool resume_sink(struct op_ctx *c)
{
	struct iter *i = sink(c);

	if (!i)
		return false;
	if (c->failed)
		it_failed(i->root, c->failed);
	else if (!it_returned(c, i->root))
		return false;
	return sink_pull(c, i);
}

static bool forgives_sink(struct op_ctx *c)
{
	struct iter *i = sink(c);

	return i && it_ignores(i->root, c->failed);
}

#define S .flags = OP_STATEFUL
#define CALLS .flags = OP_STATEFUL | OP_CALLS
#define SINK(fn, then)                                                                                       \
	CALLS, .run = fn, .resume = resume_sink, .forgives = forgives_sink,                                  \
	.data = &(bool (*const)(struct op_ctx *, const struct plist *)){ then }

static const struct op_row rows[] = {
	{ .name = "Iterator", .n_in = 0, .n_out = 1, S, .run = run_handle },
	{ .name = "IteratorV2", .n_in = 0, .n_out = 1, S, .run = run_handle },
	{ .name = "AnonymousIterator", .n_in = 0, .n_out = 1, S, .run = run_anonymous },
	{ .name = "AnonymousIteratorV2", .n_in = 0, .n_out = 2, S, .run = run_anonymous },
	{ .name = "AnonymousIteratorV3", .n_in = 0, .n_out = 1, S, .run = run_anonymous },
	{ .name = "OneShotIterator", .n_in = 0, .n_out = 1, CALLS, .run = run_one_shot, .resume = resume_one_shot },
	{ .name = "MakeIterator", .n_in = 2, .n_out = 0, S, .run = run_make },
	{ .name = "DeleteIterator", .n_in = 2, .n_out = 0, S, .run = run_delete },
	{ .name = "IteratorToStringHandle", .n_in = 1, .n_out = 1, S, .run = run_to_string },
	{ .name = "IteratorFromStringHandle", .n_in = 1, .n_out = 1, S, .run = run_from_string },
	{ .name = "IteratorFromStringHandleV2", .n_in = 1, .n_out = 1, S, .run = run_from_string },
	{ .name = "IteratorGetDevice", .n_in = 1, .n_out = 1, S, .run = run_device },
	{ .name = "ExperimentalIteratorGetDevice", .n_in = 1, .n_out = 1, S, .run = run_device },
	{ .name = "IteratorGetNext",
	  .n_in = 1,
	  .n_out = -1,
	  CALLS,
	  .run = run_next,
	  .resume = resume_next,
	  .forgives = forgives_next },
	{ .name = "IteratorGetNextSync",
	  .n_in = 1,
	  .n_out = -1,
	  CALLS,
	  .run = run_next,
	  .resume = resume_next,
	  .forgives = forgives_next },
	{ .name = "IteratorGetNextAsOptional",
	  .n_in = 1,
	  .n_out = 1,
	  CALLS,
	  .run = run_next,
	  .resume = resume_next,
	  .forgives = forgives_next,
	  .data = "optional" },
	{ .name = "DatasetToSingleElement",
	  .n_in = 1,
	  .n_out = -1,
	  CALLS,
	  .run = run_single,
	  .resume = resume_own,
	  .forgives = forgives_own },
	{ .name = "GetElementAtIndex",
	  .n_in = 2,
	  .n_out = -1,
	  CALLS,
	  .run = run_nth,
	  .resume = resume_own,
	  .forgives = forgives_own },
	{ .name = "InitializeTableFromDataset", .n_in = 2, .n_out = 0, SINK(run_table, ds_fill_table) },
	{ .name = "DatasetToTFRecord", .n_in = 3, .n_out = 0, SINK(run_records, ds_write_records) },
	{ .name = "ExperimentalDatasetToTFRecord", .n_in = 3, .n_out = 0, SINK(run_records, ds_write_records) },
	{ .name = "ReduceDataset",
	  .n_in = -1,
	  .n_out = -1,
	  CALLS,
	  .run = run_reduce,
	  .resume = resume_own,
	  .forgives = forgives_own },
};

OP_FAMILY(family_iterator, rows);
