/* TensorArrays, one element at a time; see tensorarray.h. arraybulk.c has what handles many. */
#include "ops/tensorarray.h"

#include <stdlib.h>
#include <string.h>

#include "ops/arith.h"
#include "ops/var.h"

/* ---- the object ---- */

static void state_free(struct ta_state *s)
{
	plist_free(&s->value);
	plist_free(&s->read);
}

static struct ta_state state_copy(const struct ta_state *s)
{
	struct ta_state c = *s;

	c.value = plist_copy(&s->value);
	c.read = plist_copy(&s->read);
	return c;
}

static void ta_destroy(struct object *o)
{
	struct ta *a = (struct ta *)o;

	state_free(&a->s);
	free(a->shown);
	free(a->r.container);
	free(a->r.name);
	free(a);
}

static void ta_describe(const struct object *o, struct str *out)
{
	const struct ta *a = (const struct ta *)o;

	str_addf(out, "TensorArray of %lld %s", (long long)a->s.value.n, dtype_info(a->dtype)->name);
}

static void *ta_save(struct resource *r)
{
	struct ta_state *s = xmalloc(sizeof(*s));

	*s = state_copy(&((struct ta *)r)->s);
	return s;
}

static void ta_load(struct resource *r, const void *saved)
{
	struct ta *a = (struct ta *)r;
	struct ta_state old = a->s;

	a->s = state_copy(saved);
	state_free(&old);
}

static void ta_saved_free(void *saved)
{
	state_free(saved);
	free(saved);
}

const struct resource_class ta_class = {
	.object = { .name = "TensorArray", .destroy = ta_destroy, .describe = ta_describe },
	.save = ta_save, .load = ta_load, .saved_free = ta_saved_free,
};

/* ---- elements ---- */

struct ta *ta_in(struct op_ctx *c)
{
	struct ta *a = (struct ta *)stepres_in(c, 0, &ta_class);

	if (a && a->s.closed) {
		op_invalid(c, "TensorArray %s has already been closed.", a->shown);
		return NULL;
	}
	return a;
}

void ta_changed(struct op_ctx *c, struct ta *a)
{
	c->world->wrote(c->world_ctx, &a->r);
}

bool ta_type(struct op_ctx *c, const struct ta *a, enum dtype t, bool writes)
{
	return a->dtype == t || op_invalid(c, writes ? "TensorArray dtype is %s but Op is trying to write dtype %s." :
						       "TensorArray dtype is %s but Op requested dtype %s.",
					   op_type_text(c, a->dtype), op_type_text(c, t));
}

bool ta_merge_shape(struct op_ctx *c, struct ta *a, struct shape s)
{
	struct shape m;

	if (!pshape_merge(c, (struct shape){ a->s.rank, a->s.dim }, s, &m))
		return false;
	a->s.rank = m.rank;
	if (m.rank > 0)
		memmove(a->s.dim, m.dim, (size_t)m.rank * sizeof(*m.dim));
	return true;
}

/* The sum of writes to one element. */
static bool add_to(struct op_ctx *c, struct ta *a, int64_t i, const struct tensor *old, struct tensor *t)
{
	struct tensor *sum;

	if (!shape_eq(tensor_shape(old), tensor_shape(t)))
		return op_invalid(c, "TensorArray %s: Could not aggregate to TensorArray index %lld because the "
				  "existing shape is %s but the new input shape is %s.", a->shown, (long long)i,
				  op_shape(c, old->rank, old->dim), op_shape(c, t->rank, t->dim));
	sum = tensor_copy(old, c->err);
	if (!sum)
		return false;
	if (!arith_run(ARITH_ADD, sum->dtype, sum->data, t->data, 1, t->n)) {
		tensor_unref(sum);
		return op_invalid(c, "tensor_array::AddToTensor type not supported: %s", op_type_text(c, t->dtype));
	}
	plist_set(&a->s.value, i, sum);
	a->s.summed = true;
	return true;
}

bool ta_write(struct op_ctx *c, struct ta *a, int64_t i, struct tensor *t)
{
	struct shape known = { a->s.rank, a->s.dim };
	struct tensor *old;

	if (i < 0 || (!a->s.dynamic && i >= a->s.value.n))
		return op_invalid(c, "TensorArray %s: Tried to write to index %lld but array is not resizeable and "
				  "size is: %lld", a->shown, (long long)i, (long long)a->s.value.n);
	if (i >= a->s.value.n) {
		plist_resize(&a->s.value, i + 1);
		plist_resize(&a->s.read, i + 1);
	}
	if (!shape_accepts(known, tensor_shape(t)))
		return op_invalid(c, "TensorArray %s: Could not write to TensorArray index %lld because the value "
				  "shape is %s which is incompatible with the TensorArray's inferred element shape: "
				  "%s (consider setting infer_shape=False).", a->shown, (long long)i,
				  op_shape(c, t->rank, t->dim), pshape_text(c, known));
	if (a->same_shape && !shape_known(known) && !ta_merge_shape(c, a, tensor_shape(t)))
		return false;
	old = plist_get(&a->s.value, i);
	if (plist_get(&a->s.read, i))
		return op_invalid(c, "TensorArray %s: Could not write to TensorArray index %lld because it has "
				  "already been read.", a->shown, (long long)i);
	if (old && !a->sums)
		return op_invalid(c, "TensorArray %s: Could not write to TensorArray index %lld because it has "
				  "already been written to.", a->shown, (long long)i);
	if (old)
		return add_to(c, a, i, old, t);
	plist_set(&a->s.value, i, tensor_ref(t));
	return true;
}

/* Zeros for what was never written, when the shape is known. */
static struct tensor *never_written(struct op_ctx *c, struct ta *a, int64_t i)
{
	struct shape known = { a->s.rank, a->s.dim };
	struct tensor *t;

	if (!shape_known(known)) {
		op_invalid(c, "TensorArray %s: Could not read from TensorArray index %lld.  Furthermore, the element "
			   "shape is not fully defined: %s.  It is possible you are working with a resizeable "
			   "TensorArray and stop_gradients is not allowing the gradients to be written.  If you set "
			   "the full element_shape property on the forward TensorArray, the proper all-zeros tensor "
			   "will be returned instead of incurring this error.", a->shown, (long long)i,
			   pshape_text(c, known));
		return NULL;
	}
	t = tensor_zeros(a->dtype, known.rank, known.dim, c->err);
	if (t)
		plist_set(&a->s.value, i, t);
	return t;
}

struct tensor *ta_read(struct op_ctx *c, struct ta *a, int64_t i)
{
	struct tensor *t;

	if (i < 0 || i >= a->s.value.n) {
		op_invalid(c, "Tried to read from index %lld but array size is: %lld", (long long)i,
			   (long long)a->s.value.n);
		return NULL;
	}
	t = plist_get(&a->s.value, i);
	if (!t && plist_get(&a->s.read, i)) {
		op_invalid(c, "TensorArray %s: Could not read index %lld twice because it was cleared after a "
			   "previous read (perhaps try setting clear_after_read = false?).", a->shown, (long long)i);
		return NULL;
	}
	if (!t)
		t = never_written(c, a, i);
	if (!t)
		return NULL;
	op_hold(c, tensor_ref(t));
	plist_set(&a->s.read, i, tensor_ref(t));
	if (a->clears) {
		struct tensor *mark = tensor_zeros(DT_BOOL, 0, NULL, c->err);

		if (!mark)
			return NULL;
		plist_set(&a->s.read, i, mark);
		plist_set(&a->s.value, i, NULL);
	}
	return t;
}

/* ---- kernels ---- */

static char *shown_name(struct op_ctx *c)
{
	struct sv name = SV("");

	if (!node_attr_str(c->node, "tensor_array_name", &name) || !name.n)
		name = c->node->name;
	return xasprintf("%.*s_0", SV_ARG(name));
}

static struct ta *ta_alloc(enum dtype t)
{
	struct ta *a = xcalloc(1, sizeof(*a));

	atomic_init(&a->r.o.refs, 1);
	a->r.o.cls = &ta_class.object;
	a->r.rcls = &ta_class;
	a->dtype = t;
	a->s.rank = SHAPE_UNKNOWN_RANK;
	return a;
}

static struct resource *ta_new(void *arg)
{
	struct op_ctx *c = arg;
	struct shape s = { SHAPE_UNKNOWN_RANK, NULL };
	enum dtype t = DT_INVALID;
	struct ta *a;

	node_attr_type(c->node, "dtype", &t);
	a = ta_alloc(t);
	a->shown = shown_name(c);
	a->clears = true;
	node_attr_bool(c->node, "dynamic_size", &a->s.dynamic);
	node_attr_bool(c->node, "clear_after_read", &a->clears);
	node_attr_bool(c->node, "identical_element_shapes", &a->same_shape);
	if (node_attr_shape(c->node, "element_shape", &s) && s.rank >= 0) {
		a->s.rank = s.rank;
		if (s.rank)
			memcpy(a->s.dim, s.dim, (size_t)s.rank * sizeof(*s.dim));
	}
	return &a->r;
}

/* Outputs: the handle and a flow. */
static bool give(struct op_ctx *c, struct resource *r)
{
	struct tensor *flow;

	if (!stepres_give(c, 0, r) || c->n_out < 2)
		return c->out[0] != NULL;
	flow = op_out(c, 1, DT_FLOAT, 0, NULL);
	if (flow)
		*(float *)flow->data = 0;
	return flow != NULL;
}

static bool run_make(struct op_ctx *c)
{
	struct resource *r;
	int32_t n;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "TensorArray size must be scalar, but had shape: %s", op_in_shape(c, 0));
	n = scalar_i32(c->in[0]);
	if (n < 0)
		return op_invalid(c, "Size should be >= 0.");
	r = stepres_make(c, &ta_class, ta_new, c);
	if (!r)
		return false;
	plist_resize(&((struct ta *)r)->s.value, n);
	plist_resize(&((struct ta *)r)->s.read, n);
	return give(c, r);
}

/* What gradients are of; the shape comes before that of each element. */
struct grad_of {
	const struct ta *of;
	struct sv source;
	struct shape first;
};

/* The gradients' array: as long, zeros where the other was written, writes are added up. */
static struct resource *grad_new(void *arg)
{
	const struct grad_of *g = arg;
	const struct ta *of = g->of;
	struct ta *a = ta_alloc(of->dtype);

	a->shown = xasprintf("%s@%.*s", of->shown, SV_ARG(g->source));
	a->sums = true;
	a->same_shape = of->same_shape;
	if (of->s.rank >= 0 && g->first.rank >= 0) {
		a->s.rank = g->first.rank + of->s.rank;
		memcpy(a->s.dim, g->first.dim, (size_t)g->first.rank * sizeof(*a->s.dim));
		memcpy(a->s.dim + g->first.rank, of->s.dim, (size_t)of->s.rank * sizeof(*a->s.dim));
	}
	plist_resize(&a->s.value, of->s.value.n);
	plist_resize(&a->s.read, of->s.value.n);
	return &a->r;
}

static bool zeros_where_written(struct op_ctx *c, const struct grad_of *g, struct ta *a)
{
	const struct ta *of = g->of;
	int64_t dim[SHAPE_MAX_RANK];

	memcpy(dim, g->first.dim, (size_t)g->first.rank * sizeof(*dim));
	for (int64_t i = 0; of->s.value.root && i < of->s.value.n; i++) {
		const struct tensor *t = plist_get(&of->s.value, i);
		struct tensor *z = NULL;

		if (t && t->rank + g->first.rank > SHAPE_MAX_RANK)
			return op_invalid(c, "gradients of too many dims");
		if (t && t->rank)
			memcpy(dim + g->first.rank, t->dim, (size_t)t->rank * sizeof(*dim));
		if (t && dtype_info(t->dtype)->kind != DK_STRING && dtype_info(t->dtype)->kind != DK_OBJECT)
			z = tensor_zeros(t->dtype, g->first.rank + t->rank, dim, c->err);
		if (z)
			plist_set(&a->s.value, i, z);
		else if (t)
			return op_fail(c, ERR_UNIMPLEMENTED, "no gradients of this type");
	}
	return true;
}

/* The shape that TensorArrayGradWithShape puts before the elements' own. */
static bool shape_before(struct op_ctx *c, const struct ta *of, struct shape *s)
{
	static const int64_t nothing[1];

	*s = (struct shape){ 0, nothing };
	if (c->n_in < 3)
		return true;
	if (!pshape_in(c, 2, s))
		return false;
	if (!shape_known(*s))
		return op_invalid(c, "Dimension -1 must be >= 0");
	return s->rank + (of->s.rank > 0 ? of->s.rank : 0) <= SHAPE_MAX_RANK ||
	       op_invalid(c, "shape_to_prepend has too many dims");
}

static bool run_grad(struct op_ctx *c)
{
	struct ta *of = ta_in(c);
	struct grad_of g = { of, SV(""), { 0, NULL } };
	struct str name = STR_INIT;
	struct resource *r;
	struct err none = { 0 };

	if (!of || !shape_before(c, of, &g.first))
		return false;
	if (of->s.summed)
		return op_invalid(c, "Unable to create a gradients TensorArray for %s.  Perhaps you used the "
				  "multiple_writes_aggregate flag on a previous write?  Gradient calculation is "
				  "impossible when multiple writes are performed to the same index.", of->shown);
	node_attr_str(c->node, "source", &g.source);
	str_addf(&name, "%s@%.*s", of->r.name, SV_ARG(g.source));
	of->s.dynamic = false;
	ta_changed(c, of);
	r = c->world->resource(c->world_ctx, SV("_step"), str_sv(&name), &ta_class, NULL, NULL, &none);
	err_clear(&none);
	if (r && atomic_load(&r->o.refs) <= 2) {	/* a former run's: only the table has it */
		c->world->resource_drop(c->world_ctx, r, &none);
		err_clear(&none);
		object_unref(&r->o);
		r = NULL;
	}
	if (!r) {
		r = c->world->resource(c->world_ctx, SV("_step"), str_sv(&name), &ta_class, grad_new, &g, c->err);
		if (r && !zeros_where_written(c, &g, (struct ta *)r)) {
			object_unref(&r->o);
			r = NULL;
		}
	}
	str_free(&name);
	return r && give(c, r);
}

static bool index_in(struct op_ctx *c, int64_t *i)
{
	if (c->in[1]->rank != 0)
		return op_invalid(c, "TensorArray index must be scalar, but had shape: %s", op_in_shape(c, 1));
	*i = scalar_i32(c->in[1]);
	return true;
}

static bool run_write(struct op_ctx *c)
{
	struct ta *a;
	int64_t i = 0;

	if (!index_in(c, &i) || !(a = ta_in(c)) || !ta_type(c, a, c->in[2]->dtype, true))
		return false;
	ta_changed(c, a);
	return ta_write(c, a, i, c->in[2]) && op_out_ref(c, 0, c->in[3]);
}

static bool run_read(struct op_ctx *c)
{
	enum dtype t = DT_INVALID;
	struct tensor *v;
	struct ta *a;
	int64_t i = 0;

	node_attr_type(c->node, "dtype", &t);
	if (!index_in(c, &i) || !(a = ta_in(c)) || !ta_type(c, a, t, false))
		return false;
	ta_changed(c, a);
	v = ta_read(c, a, i);
	return v && op_out_ref(c, 0, v);
}

static bool run_size(struct op_ctx *c)
{
	struct ta *a = ta_in(c);
	struct tensor *out = a ? op_out(c, 0, DT_INT32, 0, NULL) : NULL;

	if (out)
		*(int32_t *)out->data = (int32_t)a->s.value.n;
	return out != NULL;
}

static bool run_close(struct op_ctx *c)
{
	struct ta *a = (struct ta *)stepres_in(c, 0, &ta_class);

	if (!a)
		return false;
	state_free(&a->s);
	a->s.closed = true;
	ta_changed(c, a);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "TensorArray", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_make },
	{ .name = "TensorArrayV2", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_make },
	{ .name = "TensorArrayWrite", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_write },
	{ .name = "TensorArrayWriteV2", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_write },
	{ .name = "TensorArrayRead", .n_in = 3, .n_out = 1, .types = { { "dtype", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_read },
	{ .name = "TensorArrayReadV2", .n_in = 3, .n_out = 1, .types = { { "dtype", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_read },
	{ .name = "TensorArraySize", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_size },
	{ .name = "TensorArraySizeV2", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_size },
	{ .name = "TensorArrayClose", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_close },
	{ .name = "TensorArrayCloseV2", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_close },
	{ .name = "TensorArrayV3", .n_in = 1, .n_out = 2, .flags = OP_STATEFUL, .run = run_make },
	{ .name = "TensorArrayGrad", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_grad },
	{ .name = "TensorArrayGradV2", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_grad },
	{ .name = "TensorArrayGradWithShape", .n_in = 3, .n_out = 2, .flags = OP_STATEFUL, .run = run_grad },
	{ .name = "TensorArrayGradV3", .n_in = 2, .n_out = 2, .flags = OP_STATEFUL, .run = run_grad },
	{ .name = "TensorArrayWriteV3", .n_in = 4, .n_out = 1, .types = { { "T", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_write },
	{ .name = "TensorArrayReadV3", .n_in = 3, .n_out = 1, .types = { { "dtype", DM_ANY } },
	  .flags = OP_STATEFUL, .run = run_read },
	{ .name = "TensorArraySizeV3", .n_in = 2, .n_out = 1, .flags = OP_STATEFUL, .run = run_size },
	{ .name = "TensorArrayCloseV3", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_close },
};

OP_FAMILY(family_tensorarray, rows);
