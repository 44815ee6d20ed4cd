/*
 * Kernels called by hand: a node is made for the op, its type attributes from the tensors, and run by its row
 * of the registry. So a gradient is made of the same arithmetic as the ops themselves.
 */
#include "grad/inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/intr.h"

enum { ATTRS_MAX = 24, INPUTS_MAX = 1 << 20 };

void gcx_free(struct gcx *c)
{
	for (size_t i = 0; i < c->held.n; i++)
		tensor_unref(c->held.p[i]);
	vec_free(&c->held);
	arena_free(c->a);
	c->a = NULL;
}

struct tensor *g_hold(struct gcx *c, struct tensor *t)
{
	if (t)
		vec_push(&c->held, t);
	return t;
}

bool g_unknown(struct gcx *c, const char *why)
{
	c->why = why;
	return false;
}

/* ---- attributes ---- */

struct attr at_int(const char *name, int64_t v)
{
	return (struct attr){sv_of(name), {.kind = ATTR_INT, .i = v}};
}

struct attr at_bool(const char *name, bool v)
{
	return (struct attr){sv_of(name), {.kind = ATTR_BOOL, .i = v}};
}

struct attr at_type(const char *name, enum dtype v)
{
	return (struct attr){sv_of(name), {.kind = ATTR_TYPE, .i = v}};
}

struct attr at_str(const char *name, struct sv v)
{
	return (struct attr){sv_of(name), {.kind = ATTR_STRING, .s = v}};
}

struct attr at_like(const char *name, const struct node *n)
{
	struct attr a = {sv_of(name), {.kind = ATTR_NONE}};

	if (!node_attr_value(n, name, &a.v))
		a.name.n = 0;
	return a;
}

struct attr at_ints(struct gcx *c, const char *name, const int64_t *v, uint32_t n)
{
	struct attr_value *items = arena_array(c->a, (size_t)n + 1, sizeof(*items));

	for (uint32_t i = 0; i < n; i++)
		items[i] = (struct attr_value){.kind = ATTR_INT, .i = v[i]};
	return (struct attr){sv_of(name), {.kind = ATTR_LIST, .n = n, .items = items}};
}

struct attrs {
	struct attr p[ATTRS_MAX];
	uint32_t n;
};

static bool attrs_have(const struct attrs *a, struct sv name)
{
	for (uint32_t i = 0; i < a->n; i++)
		if (sv_eq(a->p[i].name, name))
			return true;
	return false;
}

static void attrs_add(struct attrs *a, struct sv name, struct attr_value v)
{
	if (name.n && a->n < ATTRS_MAX && !attrs_have(a, name))
		a->p[a->n++] = (struct attr){name, v};
}

/* The attributes that the inputs' types and number say. */
static void attrs_of_inputs(struct gcx *c, struct attrs *a, const struct opdef *def,
			    struct tensor *const *in, uint32_t n_in)
{
	uint32_t lists = 0, rest, at = 0;

	for (int j = 0; j < def->n_in; j++)
		lists += def->in[j].number_attr.n || def->in[j].type_list_attr.n;
	rest = lists && n_in + lists > def->n_in ? (n_in + lists - def->n_in) / lists : 0;
	for (int j = 0; j < def->n_in; j++) {
		const struct opdef_arg *arg = &def->in[j];
		bool several = arg->number_attr.n || arg->type_list_attr.n;
		uint32_t count = several ? rest : 1;

		if (arg->number_attr.n)
			attrs_add(a, arg->number_attr,
				  (struct attr_value){.kind = ATTR_INT, .i = count});
		if (arg->type_list_attr.n) {
			struct attr_value *items =
				arena_array(c->a, (size_t)count + 1, sizeof(*items));

			for (uint32_t i = 0; i < count && at + i < n_in; i++)
				items[i] = (struct attr_value){.kind = ATTR_TYPE,
							       .i = in[at + i]->dtype};
			attrs_add(
				a, arg->type_list_attr,
				(struct attr_value){.kind = ATTR_LIST, .n = count, .items = items});
		}
		if (arg->type_attr.n && at < n_in)
			attrs_add(a, arg->type_attr,
				  (struct attr_value){.kind = ATTR_TYPE, .i = in[at]->dtype});
		at += count;
	}
}

static int by_name(const void *a, const void *b)
{
	return sv_cmp(((const struct attr *)a)->name, ((const struct attr *)b)->name);
}

/* ---- running ---- */

static bool go_on(void *ctx, struct err *err)
{
	(void)ctx;
	return intr_check(err);
}

bool g_run_node(struct gcx *c, const struct node *n, struct tensor *const *in, struct tensor **out)
{
	static const struct op_world world = {.go_on = go_on};
	const struct op_row *row = op_find(n->op);
	struct arena *scratch = arena_new();
	void *state = NULL;
	bool ok = row ? op_check(row, n, c->err) && op_prepare(row, n, c->a, &state, c->err)
		      : err_set(c->err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
				"no kernel for %.*s", SV_ARG(n->op));
	struct op_ctx x = {
		.row = row,
		.node = n,
		.state = state,
		.n_in = (int)n->n_in,
		.n_out = (int)n->n_out,
		.in = in,
		.out = out,
		.scratch = scratch,
		.err = c->err,
		.world = &world,
	};

	ok = ok && op_run(&x);
	for (uint32_t i = 0; i < n->n_out; i++)
		g_hold(c, out[i]);
	arena_free(scratch);
	return ok;
}

static bool all_there(struct gcx *c, struct tensor *const *in, uint32_t n_in)
{
	for (uint32_t i = 0; i < n_in; i++)
		if (!in[i])
			return err_set(c->err, ERR_KIND_OP, ERR_INTERNAL, "an operand is missing");
	return n_in < INPUTS_MAX;
}

const struct node *g_node(struct gcx *c, const char *op, const struct attr *attrs, uint32_t n_attrs,
			  struct tensor *const *in, uint32_t n_in, uint32_t n_out)
{
	struct attrs *a = arena_alloc(c->a, sizeof(*a));
	struct node *n = arena_alloc(c->a, sizeof(*n));

	if (!all_there(c, in, n_in))
		return NULL;
	n->op = arena_sv(c->a, sv_of(op));
	*n = (struct node){.name = n->op,
			   .op = n->op,
			   .n_in = n_in,
			   .n_out = n_out,
			   .def = opdef_find(sv_of(op))};
	if (!n->def) {
		err_set(c->err, ERR_KIND_USAGE, ERR_NOT_FOUND, "there is no op %s", op);
		return NULL;
	}
	for (uint32_t i = 0; i < n_attrs; i++)
		attrs_add(a, attrs[i].name, attrs[i].v);
	attrs_of_inputs(c, a, n->def, in, n_in);
	qsort(a->p, a->n, sizeof(a->p[0]), by_name);
	n->attrs = a->p;
	n->n_attrs = a->n;
	n->out_type = arena_array(c->a, (size_t)n_out + 1, sizeof(enum dtype));
	return n;
}

static uint32_t outputs_of(const char *op, uint32_t at_least)
{
	const struct opdef *def = opdef_find(sv_of(op));

	return def && def->n_out > at_least ? def->n_out : at_least;
}

struct tensor *g_run(struct gcx *c, const char *op, const struct attr *attrs, uint32_t n_attrs,
		     struct tensor *const *in, uint32_t n_in, uint32_t which)
{
	uint32_t n_out = outputs_of(op, which + 1);
	struct tensor **out = arena_array(c->a, n_out, sizeof(*out));
	const struct node *n = g_node(c, op, attrs, n_attrs, in, n_in, n_out);

	return n && g_run_node(c, n, in, out) ? out[which] : NULL;
}

/* The type attribute of each input's argument takes the type of the tensor that is there now. */
bool g_rerun(struct gcx *c, const struct node *of, struct tensor *const *in, uint32_t n_in,
	     struct tensor **out, uint32_t n_out)
{
	struct attrs a = {.n = 0};
	struct node n = *of;
	enum dtype *types = arena_array(c->a, (size_t)n_out + 1, sizeof(*types));

	if (!all_there(c, in, n_in) || !n.def)
		return false;
	attrs_of_inputs(c, &a, n.def, in, n_in);
	for (uint32_t i = 0; i < of->n_attrs; i++)
		attrs_add(&a, of->attrs[i].name, of->attrs[i].v);
	qsort(a.p, a.n, sizeof(a.p[0]), by_name);
	n.attrs = a.p;
	n.n_attrs = a.n;
	n.n_in = n_in;
	n.n_out = n_out;
	n.out_type = types;
	return g_run_node(c, &n, in, out);
}

/* ---- what rules say most ---- */

struct tensor *g_mul(struct gcx *c, struct tensor *a, struct tensor *b)
{
	return G(c, "Mul", a, b);
}

struct tensor *g_add(struct gcx *c, struct tensor *a, struct tensor *b)
{
	return G(c, "AddV2", a, b);
}

struct tensor *g_sub(struct gcx *c, struct tensor *a, struct tensor *b)
{
	return G(c, "Sub", a, b);
}

struct tensor *g_neg(struct gcx *c, struct tensor *a)
{
	return G(c, "Neg", a);
}

struct tensor *g_num(struct gcx *c, enum dtype t, double v)
{
	return g_hold(c, tensor_scalar_f64(t, v, c->err));
}

struct tensor *g_vec(struct gcx *c, const int64_t *v, int64_t n)
{
	struct tensor *t = g_hold(c, tensor_new(DT_INT64, 1, &n, c->err));

	if (t && n)
		memcpy(t->data, v, (size_t)n * sizeof(*v));
	return t;
}

struct tensor *g_vec32(struct gcx *c, const int64_t *v, int64_t n)
{
	return g_cast(c, g_vec(c, v, n), DT_INT32);
}

struct tensor *g_dims(struct gcx *c, const struct tensor *t)
{
	return g_vec32(c, t->dim, t->rank);
}

struct tensor *g_zeros(struct gcx *c, const struct tensor *like)
{
	return g_hold(c, tensor_zeros(like->dtype, like->rank, like->dim, c->err));
}

struct tensor *g_cast(struct gcx *c, struct tensor *t, enum dtype to)
{
	return !t || t->dtype == to ? t : G_WITH(c, "Cast", ATTRS(at_type("DstT", to)), t);
}

struct tensor *g_shaped(struct gcx *c, struct tensor *t, int rank, const int64_t *dim)
{
	return t ? g_hold(c, tensor_view(t, t->dtype, rank, dim, c->err)) : NULL;
}

struct tensor *g_shaped_like(struct gcx *c, struct tensor *t, const struct tensor *like)
{
	return t && shape_eq(tensor_shape(t), tensor_shape(like))
		       ? t
		       : g_shaped(c, t, like->rank, like->dim);
}

struct tensor *g_sum(struct gcx *c, struct tensor *t, struct tensor *axes, bool keep)
{
	return G_WITH(c, "Sum", ATTRS(at_bool("keep_dims", keep)), t, axes);
}

struct tensor *g_sum_to(struct gcx *c, struct tensor *t, const struct tensor *like)
{
	int64_t axis[SHAPE_MAX_RANK];
	int n = 0, more = t ? t->rank - like->rank : 0;

	if (!t || shape_eq(tensor_shape(t), tensor_shape(like)))
		return t;
	for (int i = 0; i < t->rank; i++)
		if (i < more || (like->dim[i - more] == 1 && t->dim[i] != 1))
			axis[n++] = i;
	if (n)
		t = g_sum(c, t, g_vec32(c, axis, n), false);
	return g_shaped(c, t, like->rank, like->dim);
}

struct tensor *g_transpose(struct gcx *c, struct tensor *t, const int64_t *perm)
{
	return t ? G(c, "Transpose", t, g_vec32(c, perm, t->rank)) : NULL;
}

double *g_doubles(struct gcx *c, struct tensor *t)
{
	t = g_cast(c, t, DT_DOUBLE);
	return t ? t->data : NULL;
}

struct tensor *g_double_zeros(struct gcx *c, int rank, const int64_t *dim)
{
	return g_hold(c, tensor_zeros(DT_DOUBLE, rank, dim, c->err));
}

/* ---- results ---- */

bool v_give(struct gcx *c, struct vjp *v, uint32_t i, struct tensor *t)
{
	const struct tensor *x = v->in[i];

	if (!t)
		return false;
	if (x->dtype != DT_RESOURCE && x->dtype != DT_VARIANT &&
	    (t->dtype != x->dtype || !shape_eq(tensor_shape(t), tensor_shape(x))))
		return err_set(c->err, ERR_KIND_OP, ERR_INTERNAL,
			       "the rule of %.*s gave a gradient of another shape",
			       SV_ARG(v->n->op));
	tensor_unref(v->gin[i].t);
	v->gin[i].t = tensor_ref(t);
	return true;
}

struct tensor *v_g(struct gcx *c, struct vjp *v, uint32_t i)
{
	return v->g[i].t ? v->g[i].t : g_zeros(c, v->out[i]);
}

bool v_want(const struct vjp *v, uint32_t i)
{
	return i < v->n_in && v->want[i] && v->in[i] && is_float(v->in[i]->dtype);
}
