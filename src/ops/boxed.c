/* See boxed.h. */
#include "ops/boxed.h"

#include <stdlib.h>

struct boxed {
	struct object o;
	struct tensor *t;
};

static void boxed_destroy(struct object *o)
{
	tensor_unref(((struct boxed *)o)->t);
	free(o);
}

static void boxed_describe(const struct object *o, struct str *out)
{
	const struct tensor *t = ((const struct boxed *)o)->t;

	str_addf(out, "tensor of %s ", dtype_info(t->dtype)->name);
	shape_str(out, tensor_shape(t));
}

static const struct object_class boxed_class = {
	.name = "tensor", .destroy = boxed_destroy, .describe = boxed_describe,
};

void boxed_put(struct tensor *variants, int64_t i, struct tensor *t)
{
	struct object **at = (struct object **)variants->data + i;
	struct boxed *b = xcalloc(1, sizeof(*b));

	atomic_init(&b->o.refs, 1);
	b->o.cls = &boxed_class;
	b->t = tensor_ref(t);
	object_unref(*at);
	*at = &b->o;
}

struct tensor *boxed_tensor(const struct object *o)
{
	return o && o->cls == &boxed_class ? ((const struct boxed *)o)->t : NULL;
}

struct tensor *boxed_vec(int64_t n, struct tensor *const *t, struct err *err)
{
	struct tensor *v = tensor_zeros(DT_VARIANT, 1, &n, err);

	for (int64_t i = 0; v && i < n; i++)
		boxed_put(v, i, t[i]);
	return v;
}
