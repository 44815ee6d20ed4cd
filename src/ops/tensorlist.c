/* TensorLists one element at a time; see tensorlist.h. listbulk.c has what handles many. */
#include "ops/tensorlist.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* ---- the object ---- */

static void list_destroy(struct object *o)
{
	struct tlist *l = (struct tlist *)o;

	plist_free(&l->v);
	free(l);
}

static void list_describe(const struct object *o, struct str *out)
{
	const struct tlist *l = (const struct tlist *)o;

	str_addf(out, "TensorList of %lld %s ", (long long)l->v.n, dtype_info(l->dtype)->name);
	shape_str(out, l->shape);
}

static const struct object_class list_class = {
	.name = "TensorList", .destroy = list_destroy, .describe = list_describe,
};

struct tlist *tlist_new(enum dtype t, struct shape s, int64_t max)
{
	size_t rank = s.rank > 0 ? (size_t)s.rank : 0;
	struct tlist *l = xcalloc(1, sizeof(*l) + rank * sizeof(l->dim[0]));

	atomic_init(&l->o.refs, 1);
	l->o.cls = &list_class;
	l->dtype = t;
	l->max = max;
	if (rank)
		memcpy(l->dim, s.dim, rank * sizeof(l->dim[0]));
	l->shape = (struct shape){ s.rank, l->dim };
	return l;
}

struct tlist *tlist_like(const struct tlist *l)
{
	struct tlist *c = tlist_new(l->dtype, l->shape, l->max);

	c->v = plist_copy(&l->v);
	return c;
}

struct tlist *tlist_of(struct object *o)
{
	return o && o->cls == &list_class ? (struct tlist *)o : NULL;
}

bool variant_out(struct op_ctx *c, int i, struct object *o)
{
	struct tensor *t = op_out(c, i, DT_VARIANT, 0, NULL);

	if (t)
		*(struct object **)t->data = o;
	else
		object_unref(o);
	return t != NULL;
}

const char *op_type_text(struct op_ctx *c, enum dtype t)
{
	const char *name = dtype_enum_name(t);
	char *s = arena_printf(c->scratch, "%s", name ? name + 3 : "unknown");

	for (char *p = s; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	return s;
}

const char *variant_text(struct op_ctx *c, const struct object *o)
{
	if (!o)
		return "<empty>";
	if (o->cls == &list_class)
		return "Variant<type: tensorflow::TensorList value: TensorList>";
	return arena_printf(c->scratch, "Variant<type: tensorflow::data::Optional value: %s>",
			    optional_has_value(o) ? "OptionalVariant<Values: (...)>" : "OptionalVariant<None>");
}

int32_t scalar_i32(const struct tensor *t)
{
	return (int32_t)tensor_get_i64(t, 0);
}

struct tlist *tlist_in(struct op_ctx *c, int i)
{
	const struct tensor *t = c->in[i];
	struct tlist *l;

	if (t->rank != 0) {
		op_invalid(c, "Input list must be a scalar saw: %s", op_in_shape(c, i));
		return NULL;
	}
	l = tlist_of(*(struct object **)t->data);
	if (!l)
		op_invalid(c, "Input handle is not a list. Saw: '%s'",
			   variant_text(c, *(struct object **)t->data));
	return l;
}

enum dtype tlist_attr_type(struct op_ctx *c)
{
	enum dtype t = DT_INVALID;

	node_attr_type(c->node, "element_dtype", &t);
	return t;
}

bool tlist_same_type(struct op_ctx *c, const struct tlist *l)
{
	enum dtype t = tlist_attr_type(c);

	return t == l->dtype || op_invalid(c, "Invalid data types; op elements %s but list elements %s",
					   op_type_text(c, t), op_type_text(c, l->dtype));
}

/* ---- shapes that are known in part ---- */

const char *pshape_text(struct op_ctx *c, struct shape s)
{
	return op_shape(c, s.rank, s.dim);
}

bool pshape_in(struct op_ctx *c, int i, struct shape *s)
{
	const struct tensor *t = c->in[i];
	int64_t *dim;

	if (t->rank == 0) {
		*s = (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
		return tensor_get_i64(t, 0) == -1 ||
		       op_invalid(c, "The only valid scalar shape tensor is the fully unknown shape "
				  "specified as -1.");
	}
	if (t->rank != 1)
		return op_invalid(c, "Shape must be at most rank 1 but is rank %d", t->rank);
	if (t->n > SHAPE_MAX_RANK)
		return op_invalid(c, "Too many dimensions in tensor");
	dim = arena_array(c->scratch, (size_t)t->n + 1, sizeof(*dim));
	for (int64_t k = 0; k < t->n; k++) {
		dim[k] = tensor_get_i64(t, k);
		if (dim[k] < -1)
			return op_invalid(c, "Dimension %lld must be >= -1", (long long)dim[k]);
	}
	*s = (struct shape){ (int)t->n, dim };
	return true;
}

bool pshape_merge(struct op_ctx *c, struct shape a, struct shape b, struct shape *out)
{
	int64_t *dim;

	if (a.rank < 0 || b.rank < 0) {
		*out = a.rank < 0 ? b : a;
		return true;
	}
	if (a.rank != b.rank)
		return op_invalid(c, "PartialTensorShape: Incompatible ranks during merge: %d vs. %d", a.rank,
				  b.rank);
	dim = arena_array(c->scratch, (size_t)a.rank + 1, sizeof(*dim));
	for (int i = 0; i < a.rank; i++) {
		dim[i] = a.dim[i] < 0 ? b.dim[i] : a.dim[i];
		if (b.dim[i] >= 0 && dim[i] != b.dim[i])
			return op_invalid(c, "PartialTensorShape: Incompatible shapes during merge: %s vs. %s",
					  pshape_text(c, a), pshape_text(c, b));
	}
	*out = (struct shape){ a.rank, dim };
	return true;
}

bool pshape_of_elements(struct op_ctx *c, const struct tlist *l, int i, struct shape *s)
{
	return pshape_in(c, i, s) && pshape_merge(c, *s, l->shape, s);
}

struct tensor *row_of(struct tensor *t, int64_t i, struct err *err)
{
	struct tensor *r = tensor_rows(t, i, i + 1, err), *v;

	v = r ? tensor_view(r, t->dtype, t->rank - 1, t->dim + 1, err) : NULL;
	tensor_unref(r);
	return v;
}

/* ---- kernels ---- */

static bool run_empty(struct op_ctx *c)
{
	struct shape s;

	if (c->in[1]->rank != 0)
		return op_invalid(c, "max_num_elements expected to be a scalar but got shape: %s",
				  op_in_shape(c, 1));
	if (!pshape_in(c, 0, &s))
		return false;
	return variant_out(c, 0, &tlist_new(tlist_attr_type(c), s, scalar_i32(c->in[1]))->o);
}

static bool run_reserve(struct op_ctx *c)
{
	struct shape s;
	struct tlist *l;

	if (!pshape_in(c, 0, &s))
		return false;
	if (c->in[1]->rank != 0)
		return op_invalid(c, "The num_elements to reserve must be a tensor size 1, but got %s",
				  op_in_shape(c, 1));
	if (scalar_i32(c->in[1]) < 0)
		return op_invalid(c, "The num_elements to reserve must be a non negative number, but got %d",
				  scalar_i32(c->in[1]));
	l = tlist_new(tlist_attr_type(c), s, -1);
	plist_resize(&l->v, scalar_i32(c->in[1]));
	return variant_out(c, 0, &l->o);
}

static bool run_length(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	struct tensor *out = l ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data = (int32_t)l->v.n;
	return out != NULL;
}

static bool run_element_shape(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	enum dtype t = DT_INT32;
	struct tensor *out;
	int64_t n, unknown = -1;

	if (!l)
		return false;
	node_attr_type(c->node, "shape_type", &t);
	n = l->shape.rank;
	out = l->shape.rank < 0 ? op_out(c, 0, t, 0, NULL) : op_out(c, 0, t, 1, &n);
	for (int64_t i = 0; out && i < out->n; i++) {
		int64_t v = l->shape.rank < 0 ? unknown : l->shape.dim[i];

		if (t == DT_INT32)
			((int32_t *)out->data)[i] = (int32_t)v;
		else
			((int64_t *)out->data)[i] = v;
	}
	return out != NULL;
}

/* Gives a list like input 0's as the output, to be changed through *l: the input itself when nobody else holds it. */
static bool list_give(struct op_ctx *c, struct tlist **l)
{
	if (c->may_reuse && tensor_writable(c->in[0]) && atomic_load(&(*l)->o.refs) == 1)
		return op_out_ref(c, 0, c->in[0]);
	*l = tlist_like(*l);
	return variant_out(c, 0, &(*l)->o);
}

static bool run_push_back(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);

	if (!l)
		return false;
	if (!shape_accepts(l->shape, tensor_shape(c->in[1])))
		return op_invalid(c, "Tried to append a tensor with incompatible shape to a list. Op element "
				  "shape: %s list shape: %s", op_in_shape(c, 1), pshape_text(c, l->shape));
	if (!tlist_same_type(c, l))
		return false;
	if (l->max != -1 && (l->max < 0 ? 0 : l->v.n >= l->max))
		return op_invalid(c, "Tried to push item into a full list list size: %lld max_num_elements: %lld",
				  (long long)l->v.n, (long long)l->max);
	if (l->v.n >= INT32_MAX)
		return op_fail(c, ERR_RESOURCE_EXHAUSTED, "the list is too long");
	if (!list_give(c, &l))
		return false;
	plist_push(&l->v, tensor_ref(c->in[1]));
	return true;
}

static bool run_set_item(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	int32_t i;

	if (!l || !tlist_same_type(c, l))
		return false;
	if (c->in[1]->n != 1)
		return op_invalid(c, "index must be a scalar, got shape %s", op_in_shape(c, 1));
	i = scalar_i32(c->in[1]);
	if (!shape_accepts(l->shape, tensor_shape(c->in[2])))
		return op_invalid(c, "Tried to set a tensor with incompatible shape at a list index. Item element "
				  "shape: %s list shape: %s", op_in_shape(c, 2), pshape_text(c, l->shape));
	if (i < 0 || i >= l->v.n) {
		bool resize = false;

		node_attr_bool(c->node, "resize_if_index_out_of_bounds", &resize);
		if (i < 0 || !resize)
			return op_invalid(c, "Trying to modify element %d in a list with %lld elements.", i,
					  (long long)l->v.n);
	}
	if (!list_give(c, &l))
		return false;
	if (i >= l->v.n)
		plist_resize(&l->v, (int64_t)i + 1);
	plist_set(&l->v, i, tensor_ref(c->in[2]));
	return true;
}

/* Zeros for a missing element; infer: from the shapes of the others. */
static bool give_zeros(struct op_ctx *c, const struct tlist *l, int out, int shape_in, bool infer)
{
	struct shape s;
	bool infer_now;

	if (!pshape_of_elements(c, l, shape_in, &s))
		return false;
	infer_now = infer && !shape_known(s) && l->v.root;
	for (int64_t i = 0; infer_now && i < l->v.n; i++) {
		const struct tensor *t = plist_get(&l->v, i);

		if ((i & 0xffff) == 0xffff && !c->world->go_on(c->world_ctx, c->err))
			return false;
		if (t && !shape_eq(s, tensor_shape(t)) && !pshape_merge(c, s, tensor_shape(t), &s))
			return false;
	}
	if (!shape_known(s))
		return op_invalid(c, infer ? "Trying to read an uninitialized tensor but element_shape is not "
					     "fully defined: %s and no list element is set." :
					     "Trying to read an uninitialized tensor but element_shape is not "
					     "fully defined.%s", pshape_text(c, s));
	tensor_unref(c->out[out]);
	c->out[out] = tensor_zeros(l->dtype, s.rank, s.dim, c->err);
	return c->out[out] != NULL;
}

static bool run_get_item(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	struct tensor *t;
	int32_t i;

	if (!l || !tlist_same_type(c, l))
		return false;
	if (c->in[1]->n != 1)
		return op_invalid(c, "index must be a scalar, got shape %s", op_in_shape(c, 1));
	i = scalar_i32(c->in[1]);
	if (i < 0 || i >= l->v.n)
		return op_invalid(c, "Trying to access element %d in a list with %lld elements.", i,
				  (long long)l->v.n);
	t = plist_get(&l->v, i);
	return t ? op_out_ref(c, 0, t) : give_zeros(c, l, 0, 2, true);
}

static bool run_pop_back(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);
	struct tensor *t;

	if (!l || !tlist_same_type(c, l))
		return false;
	if (l->v.n == 0)
		return op_invalid(c, "Trying to pop from an empty list.");
	t = plist_get(&l->v, l->v.n - 1);
	if (!(t ? op_out_ref(c, 1, t) : give_zeros(c, l, 1, 1, false)))
		return false;
	l = tlist_like(l);
	plist_resize(&l->v, l->v.n - 1);
	return variant_out(c, 0, &l->o);
}

static bool run_resize(struct op_ctx *c)
{
	struct tlist *l = tlist_in(c, 0);

	if (!l)
		return false;
	if (c->in[1]->n != 1)
		return op_invalid(c, "size must be a scalar");
	if (scalar_i32(c->in[1]) < 0)
		return op_invalid(c, "TensorListSlice expects size to be non-negative. Got: %d",
				  scalar_i32(c->in[1]));
	l = tlist_like(l);
	plist_resize(&l->v, scalar_i32(c->in[1]));
	return variant_out(c, 0, &l->o);
}

#define SHAPE_TYPE { "shape_type", DM_INDEX }
#define ELEMENT { "element_dtype", DM_LIST }

static const struct op_row rows[] = {
	{ .name = "EmptyTensorList", .n_in = 2, .n_out = 1, .types = { SHAPE_TYPE }, .run = run_empty },
	{ .name = "TensorListReserve", .n_in = 2, .n_out = 1, .types = { SHAPE_TYPE }, .run = run_reserve },
	{ .name = "TensorListLength", .n_in = 1, .n_out = 1, .run = run_length },
	{ .name = "TensorListElementShape", .n_in = 1, .n_out = 1, .types = { SHAPE_TYPE },
	  .run = run_element_shape },
	{ .name = "TensorListPushBack", .n_in = 2, .n_out = 1, .run = run_push_back },
	{ .name = "TensorListSetItem", .n_in = 3, .n_out = 1, .run = run_set_item },
	{ .name = "TensorListGetItem", .n_in = 3, .n_out = 1, .types = { ELEMENT }, .run = run_get_item },
	{ .name = "TensorListPopBack", .n_in = 2, .n_out = 2, .types = { ELEMENT }, .run = run_pop_back },
	{ .name = "TensorListResize", .n_in = 2, .n_out = 1, .run = run_resize },
};

OP_FAMILY(family_tensorlist, rows);
