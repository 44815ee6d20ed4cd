/* MapDefun: a function over the rows of its arguments, each result a row of an output. */
#include <stdlib.h>
#include <string.h>

#include "ops/tensorlist.h"

struct rows_done {
	int64_t i, n;
};

_Static_assert(sizeof(struct rows_done) <= OP_ACT_BYTES, "fits in act");

static int n_arguments(struct op_ctx *c)
{
	const struct attr_value *v;
	uint32_t n = 0;

	return node_attr_list(c->node, "Targuments", &v, &n) && n >= 1 && (int)n <= c->n_in ? (int)n : 0;
}

static struct shape declared(struct op_ctx *c, int k)
{
	const struct attr_value *v;
	uint32_t n = 0;

	if (node_attr_list(c->node, "output_shapes", &v, &n) && k < (int)n && v[k].kind == ATTR_SHAPE)
		return v[k].shape;
	return (struct shape){ SHAPE_UNKNOWN_RANK, NULL };
}

static bool ask(struct op_ctx *c, const struct rows_done *r)
{
	struct tensor **args = arena_array(c->scratch, (size_t)c->n_in + 1, sizeof(*args));
	int n = n_arguments(c);
	const struct function *f;
	struct sv name;

	if (!node_attr_func(c->node, "f", &name))
		return op_invalid(c, "attr 'f' names no function");
	f = c->world->function(c->world_ctx, name, c->err);
	if (!f)
		return false;
	for (int k = 0; k < c->n_in; k++)
		args[k] = c->in[k];
	for (int k = 0; k < n; k++) {
		args[k] = row_of(c->in[k], r->i, c->err);
		if (!args[k])
			return false;
		op_hold(c, args[k]);
	}
	return op_call(c, f, args, c->n_in, "map", r->i);
}

/* No rows at all: what the node declares, open dims as nothing. */
static bool give_empty(struct op_ctx *c)
{
	for (int k = 0; k < c->n_out; k++) {
		struct shape s = declared(c, k);
		int64_t dim[SHAPE_MAX_RANK + 1] = { 0 };

		for (int r = 0; r < s.rank && r < SHAPE_MAX_RANK; r++)
			dim[r + 1] = s.dim[r] > 0 ? s.dim[r] : 0;
		if (!op_out(c, k, c->node->out_type[k], s.rank > 0 ? s.rank + 1 : 1, dim))
			return false;
	}
	return true;
}

static bool run(struct op_ctx *c)
{
	int n = n_arguments(c);
	struct rows_done *r;

	if (!n)
		return op_invalid(c, "attr 'Targuments' is missing or does not fit");
	for (int k = 0; k < n; k++) {
		if (c->in[k]->rank == 0)
			return op_invalid(c, "All inputs must have rank at least 1. Input %d has a rank of 0.", k);
		if (c->in[k]->dim[0] != c->in[0]->dim[0])
			return op_invalid(c,
					  "All inputs must have the same dimension 0. Input %d has leading dimension "
					  "%lld, while all previous inputs have leading dimension %lld",
					  k, (long long)c->in[k]->dim[0], (long long)c->in[0]->dim[0]);
	}
	r = *c->act = xcalloc(1, OP_ACT_BYTES);
	r->n = c->in[0]->dim[0];
	return r->n ? ask(c, r) : give_empty(c);
}

/* Room for all rows, once the first one's shape is known. */
static bool make_room(struct op_ctx *c, int k, int64_t rows, const struct tensor *t)
{
	int64_t *dim = arena_array(c->scratch, (size_t)t->rank + 1, sizeof(*dim));

	if (t->rank + 1 > SHAPE_MAX_RANK)
		return op_invalid(c, "rows of rank %d", t->rank);
	dim[0] = rows;
	if (t->rank)
		memcpy(dim + 1, t->dim, (size_t)t->rank * sizeof(*dim));
	c->out[k] = tensor_zeros(t->dtype, t->rank + 1, dim, c->err);
	return c->out[k] != NULL;
}

/* A snapshot may hold what is there so far: then it stays, and a copy is written. */
static bool own_out(struct op_ctx *c, int k)
{
	struct tensor *copy;

	if (tensor_writable(c->out[k]))
		return true;
	copy = tensor_copy(c->out[k], c->err);
	if (!copy)
		return false;
	tensor_unref(c->out[k]);
	c->out[k] = copy;
	return true;
}

static bool put_row(struct op_ctx *c, int k, const struct rows_done *r, const struct tensor *t)
{
	struct shape want = declared(c, k);
	struct tensor *out = c->out[k];

	if (t->dtype != c->node->out_type[k])
		return op_invalid(c, "Mismatch in function return type and expected output type for output: %d", k);
	if (out)
		want = (struct shape){ out->rank - 1, out->dim + 1 };
	if (!shape_accepts(want, tensor_shape(t)))
		return op_invalid(c, "Mismatch in function retval shape, %s, and expected output shape, %s.",
				  op_shape(c, t->rank, t->dim), pshape_text(c, want));
	if (!out && !make_room(c, k, r->n, t))
		return false;
	if (!own_out(c, k))
		return false;
	out = c->out[k];
	return el_copy(out->dtype, (char *)out->data + (size_t)(r->i * t->n) * dtype_info(out->dtype)->size, t->data,
		       t->n, c->err);
}

static bool resume(struct op_ctx *c)
{
	struct rows_done *r = *c->act;

	if (c->n_ret != c->n_out)
		return op_invalid(c, "the function returned %d values, the node has %d outputs", c->n_ret, c->n_out);
	for (int k = 0; k < c->n_out; k++)
		if (!c->ret[k] || !put_row(c, k, r, c->ret[k]))
			return err_is(c->err) ? false : op_fail(c, ERR_INTERNAL, "return value %d is missing", k);
	return ++r->i < r->n ? ask(c, r) : true;
}

static const struct op_row rows[] = {
	{ .name = "MapDefun", .n_in = -1, .n_out = -1, .flags = OP_CALLS | OP_STATEFUL, .run = run, .resume = resume },
};

OP_FAMILY(family_mapdefun, rows);
