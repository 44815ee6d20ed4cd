/* Optionals, and ZerosLike and AddN of what variants hold: lists and optionals, nested ones too. */
#include <stdlib.h>
#include <string.h>

#include "ops/arith.h"
#include "ops/tensorlist.h"

/* ---- optionals ---- */

struct optional {
	struct object o;
	int n;				/* -1: none */
	struct tensor *value[];
};

static void optional_destroy(struct object *o)
{
	struct optional *p = (struct optional *)o;

	for (int i = 0; i < p->n; i++)
		tensor_unref(p->value[i]);
	free(p);
}

static void optional_describe(const struct object *o, struct str *out)
{
	const struct optional *p = (const struct optional *)o;

	if (p->n < 0)
		str_addz(out, "optional without a value");
	else
		str_addf(out, "optional of %d tensors", p->n);
}

static const struct object_class optional_class = {
	.name = "optional", .destroy = optional_destroy, .describe = optional_describe,
};

static struct optional *optional_new(int n)
{
	struct optional *p = xcalloc(1, sizeof(*p) + (size_t)(n > 0 ? n : 0) * sizeof(p->value[0]));

	atomic_init(&p->o.refs, 1);
	p->o.cls = &optional_class;
	p->n = n;
	return p;
}

static struct optional *optional_of(const struct object *o)
{
	return o && o->cls == &optional_class ? (struct optional *)o : NULL;
}

struct tensor *const *optional_tensors(const struct object *o, int *n)
{
	*n = optional_of(o)->n;
	return optional_of(o)->value;
}

struct object *optional_of_tensors(int n, struct tensor *const *t)
{
	struct optional *p = optional_new(n);

	for (int i = 0; i < n; i++)
		p->value[i] = tensor_ref(t[i]);
	return &p->o;
}

bool optional_has_value(const struct object *o)
{
	return optional_of(o) && optional_of(o)->n >= 0;
}

static struct optional *optional_in(struct op_ctx *c)
{
	const struct tensor *t = c->in[0];
	struct optional *p;

	if (t->rank != 0) {
		op_invalid(c, "Input to %s must be a scalar tensor containing an OptionalVariant object.",
			   c->row->name);
		return NULL;
	}
	p = optional_of(*(struct object **)t->data);
	if (!p)
		op_invalid(c, "Input to %s must be an OptionalVariant object.", c->row->name);
	return p;
}

static bool run_none(struct op_ctx *c)
{
	return variant_out(c, 0, &optional_new(-1)->o);
}

static bool run_from_value(struct op_ctx *c)
{
	return variant_out(c, 0, optional_of_tensors(c->n_in, c->in));
}

static bool run_has_value(struct op_ctx *c)
{
	struct optional *p = optional_in(c);
	struct tensor *out = p ? op_out(c, 0, DT_BOOL, 0, NULL) : NULL;

	if (out)
		*(uint8_t *)out->data = p->n >= 0;
	return out != NULL;
}

static bool run_get_value(struct op_ctx *c)
{
	struct optional *p = optional_in(c);
	const struct attr_value *types, *shapes;
	uint32_t n, m;

	if (!p)
		return false;
	if (p->n < 0)
		return op_invalid(c, "The given optional does not have a value.");
	if (p->n != c->n_out)
		return op_invalid(c, "The given optional has %d components, expected %d", p->n, c->n_out);
	if (!node_attr_list(c->node, "output_types", &types, &n) ||
	    !node_attr_list(c->node, "output_shapes", &shapes, &m) || (int)n != p->n || (int)m != p->n)
		return op_invalid(c, "attrs output_types and output_shapes do not fit");
	for (int i = 0; i < p->n; i++) {
		struct tensor *t = p->value[i];

		if (t->dtype != (enum dtype)types[i].i)
			return op_invalid(c, "The given optional does not match the expected type for component "
					  "%d. Expected: %s. Actual: %s.", i,
					  op_type_text(c, (enum dtype)types[i].i), op_type_text(c, t->dtype));
		if (shapes[i].kind == ATTR_SHAPE && !shape_accepts(shapes[i].shape, tensor_shape(t)))
			return op_invalid(c, "The given optional does not match the expected shape for component "
					  "%d. Expected: %s. Actual: %s.", i, pshape_text(c, shapes[i].shape),
					  op_shape(c, t->rank, t->dim));
		op_out_ref(c, i, t);
	}
	return true;
}

/* ---- zeros and sums, element by element ---- */

enum { MAX_NEST = 64 };		/* lists in lists in lists: recursion ends here */

/* a + b, or zeros like a when b is NULL. Gives; NULL with an error. */
static struct tensor *combine(struct op_ctx *c, struct tensor *a, struct tensor *b, bool add, int depth);

static struct object *combine_lists(struct op_ctx *c, struct tlist *a, struct tlist *b, bool add, int depth)
{
	struct shape s = a->shape;
	struct tlist *l;

	if (add && a->dtype != b->dtype) {
		op_invalid(c, "Trying to add two lists of tensors of different dtypes. One is %s and the other is "
			   "%s", op_type_text(c, a->dtype), op_type_text(c, b->dtype));
		return NULL;
	}
	if (add && !shape_accepts(a->shape, b->shape)) {
		op_invalid(c, "Trying to add two lists of tensors with incompatible element shapes. One is %s and "
			   "the other is %s", pshape_text(c, a->shape), pshape_text(c, b->shape));
		return NULL;
	}
	if (add && a->v.n != b->v.n) {
		op_invalid(c, "Trying to add two lists of tensors with different lengths. One is %lld and the "
			   "other is %lld", (long long)a->v.n, (long long)b->v.n);
		return NULL;
	}
	if (add && !pshape_merge(c, a->shape, b->shape, &s))
		return NULL;
	l = tlist_new(a->dtype, s, -1);
	plist_resize(&l->v, a->v.n);
	for (int64_t i = 0; (a->v.root || (add && b->v.root)) && i < a->v.n; i++) {
		struct tensor *x = plist_get(&a->v, i), *y = add ? plist_get(&b->v, i) : NULL, *sum;

		if (!x && !y)
			continue;
		sum = combine(c, x, y, add, depth);
		if (!sum) {
			object_unref(&l->o);
			return NULL;
		}
		plist_set(&l->v, i, sum);
	}
	return &l->o;
}

static struct object *combine_optionals(struct op_ctx *c, struct optional *a, struct optional *b, bool add,
					int depth)
{
	struct optional *p;

	if (add && (a->n < 0) != (b->n < 0)) {
		op_invalid(c, "Cannot add optionals because one has a value and the other doesn't.");
		return NULL;
	}
	if (add && a->n != b->n) {
		op_invalid(c, "Cannot add optionals because they have different numbers of components (%d vs. "
			   "%d).", a->n, b->n);
		return NULL;
	}
	p = optional_new(a->n);
	for (int i = 0; i < a->n; i++) {
		p->value[i] = combine(c, a->value[i], add ? b->value[i] : NULL, add, depth);
		if (!p->value[i]) {
			object_unref(&p->o);
			return NULL;
		}
	}
	return &p->o;
}

static struct object *combine_objects(struct op_ctx *c, struct object *a, struct object *b, bool add, int depth)
{
	if (depth > MAX_NEST)
		op_fail(c, ERR_UNIMPLEMENTED, "variants nested deeper than %d", MAX_NEST);
	else if (tlist_of(a) && (!add || tlist_of(b)))
		return combine_lists(c, tlist_of(a), tlist_of(b), add, depth + 1);
	else if (optional_of(a) && (!add || optional_of(b)))
		return combine_optionals(c, optional_of(a), optional_of(b), add, depth + 1);
	else if (add)
		op_fail(c, ERR_INTERNAL, "No binary variant binary_op function found for these variants");
	else
		op_fail(c, ERR_INTERNAL, "No unary variant unary_op function found for this variant");
	return NULL;
}

static struct tensor *combine_variants(struct op_ctx *c, struct tensor *a, struct tensor *b, bool add, int depth)
{
	struct tensor *t = tensor_new(DT_VARIANT, a->rank, a->dim, c->err);

	for (int64_t i = 0; t && i < t->n; i++) {
		struct object *x = ((struct object **)a->data)[i];
		struct object *y = add ? ((struct object **)b->data)[i] : NULL, *o;

		if (!add && !x)
			continue;
		o = combine_objects(c, x, y, add, depth);
		if (!o) {
			tensor_unref(t);
			return NULL;
		}
		((struct object **)t->data)[i] = o;
	}
	return t;
}

static struct tensor *combine(struct op_ctx *c, struct tensor *a, struct tensor *b, bool add, int depth)
{
	struct tensor *t;

	if (add && (!a || !b))
		return tensor_ref(a ? a : b);
	if (add && !shape_eq(tensor_shape(a), tensor_shape(b))) {
		op_invalid(c, "Trying to add two tensors with incompatible element shapes. One is %s and the other "
			   "is %s", op_shape(c, a->rank, a->dim), op_shape(c, b->rank, b->dim));
		return NULL;
	}
	if (add && a->dtype != b->dtype) {
		op_invalid(c, "Trying to add two tensors with incompatible element types. One is %s and the other "
			   "is %s", op_type_text(c, a->dtype), op_type_text(c, b->dtype));
		return NULL;
	}
	if (a->dtype == DT_VARIANT)
		return combine_variants(c, a, b, add, depth);
	if (!add && a->dtype == DT_STRING) {
		op_invalid(c, "Trying to compute zeros_like for unsupported dtype string");
		return NULL;
	}
	if (!add)
		return tensor_zeros(a->dtype, a->rank, a->dim, c->err);
	t = tensor_copy(a, c->err);
	if (t && !arith_run(ARITH_ADD, t->dtype, t->data, b->data, 1, t->n)) {
		op_invalid(c, "Trying to add unsupported dtype %s", op_type_text(c, t->dtype));
		tensor_unref(t);
		return NULL;
	}
	return t;
}

bool variant_zeros_like(struct op_ctx *c)
{
	c->out[0] = combine_variants(c, c->in[0], NULL, false, 0);
	return c->out[0] != NULL;
}

bool variant_add_n(struct op_ctx *c)
{
	struct tensor *sum = tensor_ref(c->in[0]);

	for (int i = 0; i < c->n_in; i++)
		if (c->in[i]->rank != 0) {
			tensor_unref(sum);
			return op_invalid(c, "AddN of non-scalar Tensor with dtype=DT_VARIANT is not supported; "
					  "inputs[%d] has shape: %s.", i, op_in_shape(c, i));
		}
	for (int i = 1; i < c->n_in && sum; i++) {
		struct tensor *next = combine_variants(c, sum, c->in[i], true, 0);

		tensor_unref(sum);
		sum = next;
	}
	c->out[0] = sum;
	return sum != NULL;
}

static const struct op_row rows[] = {
	{ .name = "OptionalNone", .n_in = 0, .n_out = 1, .run = run_none },
	{ .name = "OptionalFromValue", .n_in = -1, .n_out = 1, .run = run_from_value },
	{ .name = "OptionalHasValue", .n_in = 1, .n_out = 1, .run = run_has_value },
	{ .name = "OptionalGetValue", .n_in = 1, .n_out = -1, .run = run_get_value },
};

OP_FAMILY(family_variant, rows);
