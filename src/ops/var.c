/* Resource variables and restoring; see var.h. */
#include "ops/var.h"

#include <stdlib.h>
#include <string.h>

#include "ops/arith.h"
#include "ops/tensorlist.h"

/* ---- the object ---- */

static void var_destroy(struct object *o)
{
	struct var *v = (struct var *)o;

	tensor_unref(v->value);
	free(v->r.container);
	free(v->r.name);
	free(v->declared);
	free(v);
}

static void var_describe(const struct object *o, struct str *out)
{
	const struct var *v = (const struct var *)o;

	str_addz(out, "variable ");
	str_escaped(out, sv_of(v->r.name));
	if (!v->value) {
		str_addz(out, ", not initialised");
		return;
	}
	str_addf(out, ", %s ", dtype_info(v->value->dtype)->name);
	shape_str(out, tensor_shape(v->value));
}

static void *var_save(struct resource *r)
{
	return tensor_ref(((struct var *)r)->value);
}

static void var_load(struct resource *r, const void *saved)
{
	struct var *v = (struct var *)r;
	struct tensor *old = v->value;

	v->value = tensor_ref((struct tensor *)saved);
	tensor_unref(old);
}

static void var_saved_free(void *saved)
{
	tensor_unref(saved);
}

const struct resource_class var_class = {
	.object = { .name = "variable", .destroy = var_destroy, .describe = var_describe },
	.save = var_save,
	.load = var_load,
	.saved_free = var_saved_free,
};

struct resource *var_new(void *arg)
{
	const struct var_make *m = arg;
	struct var *v = xcalloc(1, sizeof(*v));

	atomic_init(&v->r.o.refs, 1);
	v->r.o.cls = &var_class.object;
	v->r.rcls = &var_class;
	v->r.container = xsvdup(m->container);
	v->r.name = xsvdup(m->name);
	v->dtype = m->dtype;
	return &v->r;
}

struct var *var_of(struct op_ctx *c, int input)
{
	const struct tensor *t = c->in[input];
	struct object *o = t->dtype == DT_RESOURCE && t->n > 0 ? *(struct object **)t->data : NULL;

	if (o && o->cls == &var_class.object)
		return (struct var *)o;
	op_invalid(c, "input %d is no handle of a variable%s%s", input, o ? " but of a " : "",
		   o ? o->cls->name : "");
	return NULL;
}

static void changed(struct op_ctx *c, struct var *v)
{
	if (c->world && c->world->wrote)
		c->world->wrote(c->world_ctx, &v->r);
	else
		v->r.version++;
}

void var_set(struct op_ctx *c, struct var *v, struct tensor *value)
{
	struct tensor *old = v->value;

	v->value = value;
	tensor_unref(old);
	changed(c, v);
}

struct tensor *var_own(struct op_ctx *c, struct var *v)
{
	struct tensor *copy;

	if (!tensor_writable(v->value)) {
		copy = tensor_copy(v->value, c->err);
		if (!copy)
			return NULL;
		tensor_unref(v->value);
		v->value = copy;
	}
	changed(c, v);
	return v->value;
}

bool var_missing(struct op_ctx *c, const struct var *v)
{
	if (v->r.container && v->r.container[0])
		return op_fail(c, ERR_NOT_FOUND, "Container %s does not exist. (Could not find resource: %s/%s)",
			       v->r.container, v->r.container, v->r.name);
	return op_fail(c, ERR_NOT_FOUND, "Resource localhost/%s/N10tensorflow3VarE does not exist.", v->r.name);
}

struct var *var_with_value(struct op_ctx *c, int input)
{
	struct var *v = var_of(c, input);

	if (v && !v->value) {
		var_missing(c, v);
		return NULL;
	}
	return v;
}

struct tensor *handle_tensor(struct object *o, struct err *err)
{
	struct tensor *t = tensor_new(DT_RESOURCE, 0, NULL, err);

	if (t)
		*(struct object **)t->data = o;
	else
		object_unref(o);
	return t;
}

/* ---- ref tensors (V1) ---- */

struct ref_bind {
	struct var *v;
	struct tensor *shown;		/* the value when the node ran, or NULL */
};

static void ref_release(struct tbuf *b)
{
	struct ref_bind *r = b->ctx;

	tensor_unref(r->shown);
	object_unref(&r->v->r.o);
	free(r);
}

struct var *var_of_ref(const struct tensor *t)
{
	return t->buf && t->buf->release == ref_release ? ((struct ref_bind *)t->buf->ctx)->v : NULL;
}

struct tensor *var_ref_tensor(struct var *v, struct shape if_unset, struct err *err)
{
	struct ref_bind *r = xcalloc(1, sizeof(*r));
	int64_t none[1] = { 0 };
	struct tensor *t;

	(void)if_unset;
	r->v = v;
	object_ref(&v->r.o);
	r->shown = tensor_ref(v->value);
	t = r->shown ? tensor_wrap(v->dtype, r->shown->rank, r->shown->dim, r->shown->data, ref_release, r, err)
		     : tensor_wrap(v->dtype, 1, none, none, ref_release, r, err);
	if (t && !r->shown)
		t->data = t->buf->data = r;		/* never read: it has no elements */
	if (!t) {
		tensor_unref(r->shown);
		object_unref(&v->r.o);
		free(r);
	}
	return t;
}

struct tensor *op_deref(struct tensor *t)
{
	struct var *v = var_of_ref(t);

	return v ? tensor_ref(v->value) : tensor_ref(t);
}

/* ---- kernels ---- */

#define ANONYMOUS "cd2c89b7-88b7-44c8-ad83-06c2a9158347"	/* a new variable each time */

static struct sv handle_name(const struct node *n)
{
	struct sv name = SV("");

	/* an anonymous handle is one of its own: its node's name serves */
	if (!node_attr_str(n, "shared_name", &name) || !name.n ||
	    sv_is(name, ANONYMOUS))
		return n->name;
	return name;
}

static bool run_handle(struct op_ctx *c)
{
	struct var_make m = { SV(""), handle_name(c->node), DT_INVALID };
	struct sv name = SV("");
	struct resource *r;

	node_attr_str(c->node, "container", &m.container);
	node_attr_type(c->node, "dtype", &m.dtype);
	node_attr_str(c->node, "shared_name", &name);
	if (sv_is(name, ANONYMOUS))
		r = var_new(&m);
	else
		r = c->world->resource(c->world_ctx, m.container, m.name, &var_class, var_new, &m, c->err);
	if (!r)
		return false;
	c->out[0] = handle_tensor(&r->o, c->err);
	return c->out[0] != NULL;
}

/* _VarHandlesOp: a handle for each of the names in the lists. */
static bool run_handles(struct op_ctx *c)
{
	const struct attr_value *box, *name, *type;
	uint32_t n_box, n_name, n_type, n = (uint32_t)c->n_out;

	if (!node_attr_list(c->node, "containers", &box, &n_box) ||
	    !node_attr_list(c->node, "shared_names", &name, &n_name) ||
	    !node_attr_list(c->node, "dtypes", &type, &n_type) || n_box != n || n_name != n || n_type != n)
		return op_invalid(c, "the lists of containers, names and types do not have %d items", c->n_out);
	for (uint32_t i = 0; i < n; i++) {
		struct var_make m = { box[i].s, name[i].s, (enum dtype)type[i].i };
		struct resource *r = c->world->resource(c->world_ctx, m.container, m.name, &var_class, var_new,
							&m, c->err);

		c->out[i] = r ? handle_tensor(&r->o, c->err) : NULL;
		if (!c->out[i])
			return false;
	}
	return true;
}

static bool all_set(struct op_ctx *c)
{
	struct str s = STR_INIT;

	for (int i = 0; i < c->n_in; i++) {
		struct var *v = var_of(c, i);

		if (!v)
			break;
		if (!v->value)
			str_addf(&s, "%s%s", s.n ? ", " : "", v->r.name);
	}
	if (s.n && !err_is(c->err))
		op_fail(c, ERR_FAILED_PRECONDITION, "In ReadVariablesOp the following variables were found "
			"uninitialized: %s", str_z(&s));
	str_free(&s);
	return !err_is(c->err);
}

/* _ReadVariablesOp: the values of all the handles. */
static bool run_read_many(struct op_ctx *c)
{
	if (!all_set(c))
		return false;
	for (int i = 0; i < c->n_in; i++) {
		struct var *v = var_of(c, i);

		if (v->value->dtype != c->node->out_type[i])
			return op_invalid(c, "Trying to read variable %s from Container: %s with wrong dtype. "
					  "Expected %s got %s", v->r.name,
					  v->r.container[0] ? v->r.container : "localhost",
					  op_type_text(c, c->node->out_type[i]), op_type_text(c, v->value->dtype));
		if (!op_out_ref(c, i, v->value))
			return false;
	}
	return true;
}

static bool run_read(struct op_ctx *c)
{
	struct var *v = var_of(c, 0);
	struct err why = { 0 }, *err = c->err;
	enum dtype want;

	if (!v)
		return false;
	if (!v->value) {
		c->err = &why;
		var_missing(c, v);
		c->err = err;
		op_fail(c, ERR_FAILED_PRECONDITION,
			"Could not find variable %s. This could mean that the variable has been deleted. "
			"In TF1, it can also mean the variable is uninitialized. Debug info: container=%s, "
			"status error message=%s", v->r.name,
			v->r.container[0] ? v->r.container : "localhost", why.msg);
		err_clear(&why);
		return false;
	}
	if (node_attr_type(c->node, "dtype", &want) && want != v->value->dtype)
		return op_invalid(c, "Trying to read variable with wrong dtype. Expected %s got %s",
				  op_type_text(c, want), op_type_text(c, v->value->dtype));
	return op_out_ref(c, 0, v->value);
}

static struct resource *same_again(void *arg)
{
	object_ref(arg);
	return arg;
}

static bool run_assign(struct op_ctx *c)
{
	struct var *v = var_of(c, 0);
	enum dtype t = c->in[1]->dtype;
	struct resource *r;
	bool validate = false;

	if (!v)
		return false;
	if (v->value && v->value->dtype != t)
		return op_invalid(c, "Trying to assign variable with wrong dtype. Expected %s got %s",
				  op_type_text(c, v->value->dtype), op_type_text(c, t));
	node_attr_bool(c->node, "validate_shape", &validate);
	if (validate && v->value && !shape_eq(tensor_shape(v->value), tensor_shape(c->in[1])))
		return op_invalid(c, "Trying to assign to variable with tensor with wrong shape. Expected %s got %s",
				  op_shape(c, v->value->rank, v->value->dim), op_in_shape(c, 1));
	if (!v->value) {		/* destroyed before: its name is known again */
		r = c->world->resource(c->world_ctx, sv_of(v->r.container), sv_of(v->r.name), &var_class,
				       same_again, v, c->err);
		if (!r)
			return false;
		object_unref(&r->o);
	}
	v->dtype = t;
	var_set(c, v, tensor_ref(c->in[1]));
	return true;
}

static bool run_assign_add(struct op_ctx *c)
{
	struct var *v = var_with_value(c, 0);
	const struct tensor *d = c->in[1];
	struct tensor *t;

	if (!v)
		return false;
	if (!shape_eq(tensor_shape(v->value), tensor_shape(d)))
		return op_invalid(c, "Cannot update variable with shape %s using a Tensor with shape %s, shapes "
				  "must be equal.", op_shape(c, v->value->rank, v->value->dim), op_in_shape(c, 1));
	if (v->value->dtype != d->dtype)
		return op_invalid(c, "Trying to update a variable of %s with %s", op_type_text(c, v->value->dtype),
				  op_type_text(c, d->dtype));
	t = var_own(c, v);
	return t && (arith_run(c->row->data ? ARITH_SUB : ARITH_ADD, t->dtype, t->data, d->data, 1, t->n) ||
		     op_fail(c, ERR_UNIMPLEMENTED, "no update of %s variables", op_type_text(c, t->dtype)));
}

static bool run_is_initialized(struct op_ctx *c)
{
	struct var *v = var_of(c, 0);
	struct tensor *out = v ? op_out(c, 0, DT_BOOL, 0, NULL) : NULL;

	if (out)
		*(uint8_t *)out->data = v->value != NULL;
	return out != NULL;
}

static bool run_destroy(struct op_ctx *c)
{
	struct object *o = c->in[0]->n ? *(struct object **)c->in[0]->data : NULL;
	struct var *v = o && o->cls == &var_class.object ? (struct var *)o : NULL;
	bool ignore = true;

	node_attr_bool(c->node, "ignore_lookup_error", &ignore);
	if (!o)
		return op_invalid(c, "input 0 is no handle of a resource");
	if (v && !v->value)
		return ignore || op_fail(c, ERR_NOT_FOUND, "Resource %s/%s/<unknown> does not exist.",
					 v->r.container[0] ? v->r.container : "localhost", v->r.name);
	if (v)
		var_set(c, v, NULL);
	if (!c->world->resource_drop(c->world_ctx, (struct resource *)o, c->err)) {
		if (ignore)
			err_clear(c->err);
		return ignore;
	}
	return true;
}

static bool run_variable_shape(struct op_ctx *c)
{
	struct var *v = var_with_value(c, 0);
	int64_t dim[1];
	struct tensor *out;
	enum dtype t = DT_INT32;

	if (!v)
		return false;
	node_attr_type(c->node, "out_type", &t);
	dim[0] = v->value->rank;
	out = op_out(c, 0, t, 1, dim);
	for (int d = 0; out && d < v->value->rank; d++) {
		if (t == DT_INT32)
			((int32_t *)out->data)[d] = (int32_t)v->value->dim[d];
		else
			((int64_t *)out->data)[d] = v->value->dim[d];
	}
	return out != NULL;
}

bool var_count_up_to(struct op_ctx *c, struct var *v)
{
	int64_t limit = 0, now;
	struct tensor *next;

	node_attr_int(c->node, "limit", &limit);
	if (v->value->n != 1 || v->value->rank != 0 ||
	    (v->value->dtype != DT_INT32 && v->value->dtype != DT_INT64))
		return op_invalid(c, "input is not a scalar: %s", op_shape(c, v->value->rank, v->value->dim));
	now = tensor_get_i64(v->value, 0);
	if (now >= limit)
		return op_fail(c, ERR_OUT_OF_RANGE, "Reached limit of %lld", (long long)limit);
	op_out_ref(c, 0, v->value);
	next = tensor_scalar_i64(v->value->dtype, now + 1, c->err);
	if (next)
		var_set(c, v, next);
	return next != NULL;
}

static bool run_count_up_to(struct op_ctx *c)
{
	struct var *v = var_with_value(c, 0);

	return v && var_count_up_to(c, v);
}

/* What AssignVariableOp is registered for. */
#define DM_ASSIGN                                                                                            \
	(DM_ANY | DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT32) | DM(DT_FLOAT8_E5M2) | DM(DT_FLOAT8_E4M3FN) | \
	 DM(DT_INT4) | DM(DT_UINT4))

static const struct op_row rows[] = {
	{ .name = "VarHandleOp", .n_in = 0, .n_out = 1, .flags = OP_STATEFUL, .run = run_handle },
	{ .name = "_VarHandlesOp", .n_in = 0, .n_out = -1, .flags = OP_STATEFUL, .run = run_handles },
	{ .name = "_ReadVariablesOp", .n_in = -1, .n_out = -1, .flags = OP_STATEFUL, .run = run_read_many },
	{ .name = "ReadVariableOp", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_read },
	{ .name = "AssignVariableOp", .n_in = 2, .n_out = 0, .types = { { "dtype", DM_ASSIGN } },
	  .flags = OP_STATEFUL, .run = run_assign },
	{ .name = "AssignAddVariableOp", .n_in = 2, .n_out = 0, .types = { { "dtype", DM_NUMBER } },
	  .flags = OP_STATEFUL, .run = run_assign_add },
	{ .name = "AssignSubVariableOp", .n_in = 2, .n_out = 0, .types = { { "dtype", DM_NUMBER } },
	  .flags = OP_STATEFUL, .run = run_assign_add, .data = "sub" },
	{ .name = "VarIsInitializedOp", .n_in = 1, .n_out = 1, .flags = OP_STATEFUL, .run = run_is_initialized },
	{ .name = "DestroyResourceOp", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_destroy },
	{ .name = "VariableShape", .n_in = 1, .n_out = 1, .types = { { "out_type", DM_INDEX } },
	  .flags = OP_STATEFUL, .run = run_variable_shape },
	{ .name = "ResourceCountUpTo", .n_in = 1, .n_out = 1, .types = { { "T", DM_INDEX } },
	  .flags = OP_STATEFUL, .run = run_count_up_to },
};

OP_FAMILY(family_var, rows);
