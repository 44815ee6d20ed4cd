/*
 * SerializeIterator, DeserializeIterator: where an iterator is, in a variant, for another one to go on from. TensorFlow
 * writes the pipeline as a graph besides, into a vector of several variants that it alone can read; here the one variant
 * of the vector holds a copy of the iterator's states, which hold the pipeline.
 */
#include <stdlib.h>

#include "ops/dataset.h"
#include "ops/dsuse.h"
#include "ops/tensorlist.h"

struct place {
	struct object o;
	struct it *root;
};

static void place_destroy(struct object *o)
{
	it_free(((struct place *)o)->root);
	free(o);
}

static void place_describe(const struct object *o, struct str *out)
{
	str_addf(out, "where an iterator over %s was", ((const struct place *)o)->root->d->op);
}

static const struct object_class place_class = {
	.name = "iterator's place", .destroy = place_destroy, .describe = place_describe,
};

static bool run_serialize(struct op_ctx *c)
{
	const struct it *root = iter_root(c, 0);
	struct tensor *out = root ? op_out(c, 0, DT_VARIANT, 1, (int64_t[]){ 1 }) : NULL;
	struct place *p;

	if (!out)
		return false;
	p = xcalloc(1, sizeof(*p));
	atomic_init(&p->o.refs, 1);
	p->o.cls = &place_class;
	p->root = it_copy(root);
	it_begin(p->root);
	object_unref(*(struct object **)out->data);
	*(struct object **)out->data = &p->o;
	return true;
}

static bool run_deserialize(struct op_ctx *c)
{
	const struct tensor *in = c->in[1];
	const struct object *o = in->dtype == DT_VARIANT && in->n > 0 ? *(struct object *const *)in->data : NULL;

	if (in->rank != 1 || !o || o->cls != &place_class)
		return op_fail(c, ERR_INTERNAL,
			       "Invalid serialized iterator: a vector of a variant that SerializeIterator "
			       "made is wanted, got shape %s",
			       op_in_shape(c, 1));
	return iter_restart(c, 0, ((const struct place *)o)->root);
}

static const struct op_row rows[] = {
	{ .name = "SerializeIterator", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_serialize },
	{ .name = "DeserializeIterator", .n_in = 2, .n_out = 0, .flags = OP_STATEFUL, .run = run_deserialize },
};

OP_FAMILY(family_iterator_state, rows);
