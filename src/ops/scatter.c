/* ResourceScatter*, ResourceScatterNd*, Scatter*, ScatterNd*: rows and slices of variables; see scatter.h. */
#include "ops/scatter.h"

#include <stdlib.h>
#include <string.h>

#include "ops/tensorlist.h"
#include "ops/var.h"

/* a = b for n elements of any type; step 0: one b for all. */
static bool assign(struct op_ctx *c, enum dtype t, void *a, const void *b, int step, int64_t n)
{
	size_t size = dtype_info(t)->size;

	for (int64_t i = 0; i < n; i++) {
		char *to = (char *)a + (size_t)i * size;
		struct tstr s = { 0, NULL };
		struct object *o = NULL;

		if (t == DT_STRING)
			s = *(struct tstr *)to;
		else
			o = *(struct object **)to;
		if (!el_copy(t, to, (const char *)b + (size_t)(i * step) * size, 1, c->err))
			return false;
		free(s.p);
		object_unref(o);
	}
	return true;
}

static bool update(struct op_ctx *c, enum arith op, struct tensor *t, int64_t at, const void *b, int step, int64_t n)
{
	char *a = (char *)t->data + (size_t)at * dtype_info(t->dtype)->size;

	if (op == ARITH_SET && (t->dtype == DT_STRING || dtype_info(t->dtype)->kind == DK_OBJECT))
		return assign(c, t->dtype, a, b, step, n);
	return arith_run(op, t->dtype, a, b, step, n) || op_invalid(c, "Integer division by zero");
}

/* "[1,0]": where element i of a tensor of this shape is. */
static const char *place_text(struct op_ctx *c, int rank, const int64_t *dim, int64_t i)
{
	int64_t *at = arena_array(c->scratch, (size_t)rank + 1, sizeof(*at));
	struct str s = STR_INIT;
	struct sv copy;

	for (int d = rank - 1; d >= 0; d--) {
		at[d] = dim[d] ? i % dim[d] : 0;
		i = dim[d] ? i / dim[d] : 0;
	}
	for (int d = 0; d < rank; d++)
		str_addf(&s, "%s%lld", d ? "," : "[", (long long)at[d]);
	if (rank)
		str_addc(&s, ']');
	copy = arena_sv(c->scratch, str_sv(&s));
	str_free(&s);
	return rank ? copy.p : "";
}

/* ---- rows ---- */

bool scatter_rows_check(struct op_ctx *c, const struct tensor *t)
{
	const struct tensor *idx = c->in[1], *u = c->in[2];
	bool fits = t->rank > 0 && (u->rank == 0 || u->rank == idx->rank + t->rank - 1);

	if (t->dtype != u->dtype)
		return op_invalid(c, "updates are %s, the variable is %s", op_type_text(c, u->dtype),
				  op_type_text(c, t->dtype));
	if (!fits)
		return op_invalid(c, "Must have updates.shape = indices.shape + params.shape[1:] or updates.shape = "
				  "[], got updates.shape %s, indices.shape %s, params.shape %s", op_in_shape(c, 2),
				  op_in_shape(c, 1), op_shape(c, t->rank, t->dim));
	if (u->rank == 0)
		return true;
	for (int d = 0; d < idx->rank; d++)
		if (u->dim[d] != idx->dim[d])
			return op_invalid(c, "The shape of indices (%s) must be a prefix of the shape of updates (%s)",
					  op_in_shape(c, 1), op_in_shape(c, 2));
	if (!shape_eq((struct shape){ t->rank - 1, t->dim + 1 },
		      (struct shape){ t->rank - 1, u->dim + idx->rank }) && idx->n > 0)
		return op_invalid(c, "Must have updates.shape = indices.shape + params.shape[1:] or updates.shape = "
				  "[], got updates.shape %s, indices.shape %s, params.shape %s", op_in_shape(c, 2),
				  op_in_shape(c, 1), op_shape(c, t->rank, t->dim));
	return true;
}

bool scatter_rows(struct op_ctx *c, enum arith op, struct tensor *t)
{
	const struct tensor *idx = c->in[1], *u = c->in[2];
	int64_t row = t->n && t->dim[0] ? t->n / t->dim[0] : 0;
	size_t step = u->rank ? (size_t)row * dtype_info(t->dtype)->size : 0;

	for (int64_t k = 0; k < idx->n; k++) {
		int64_t i = tensor_get_i64(idx, k);

		if (i < 0 || i >= t->dim[0])
			return op_invalid(c, "indices%s = %lld is not in [0, %lld)",
					  place_text(c, idx->rank, idx->dim, k), (long long)i,
					  (long long)t->dim[0]);
		if (row && !update(c, op, t, i * row, (const char *)u->data + (size_t)k * step, u->rank > 0, row))
			return false;
		if ((k & 0xffff) == 0xffff && !c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

/* ---- slices ---- */

bool scatter_nd_check(struct op_ctx *c, const struct tensor *t)
{
	const struct tensor *idx = c->in[1], *u = c->in[2];
	int batch = idx->rank > 1 ? idx->rank - 1 : 1;
	int64_t depth = idx->rank > 1 ? idx->dim[idx->rank - 1] : 1;
	bool fits;

	if (t->dtype != u->dtype)
		return op_invalid(c, "updates are %s, the variable is %s", op_type_text(c, u->dtype),
				  op_type_text(c, t->dtype));
	if (t->rank < 1)
		return op_invalid(c, "Output must be at least 1-D, got shape: %s", op_shape(c, t->rank, t->dim));
	if ((t->n == 0 && (idx->n || u->n)) || (idx->n == 0) != (u->n == 0))
		return op_invalid(c, "Indices and updates specified for empty output.  indices shape: %s",
				  op_in_shape(c, 1));
	for (int d = 0; d < batch; d++) {
		int64_t a = d < idx->rank ? idx->dim[d] : 1, b = d < u->rank ? u->dim[d] : 1;

		if (d >= u->rank || d >= idx->rank || a != b)
			return op_invalid(c, "Dimensions [0,%d) of indices[shape=%s] = %lld must match dimensions "
					  "[0,%d) of updates[shape=%s] = %lld", batch, op_in_shape(c, 1),
					  (long long)a, batch, op_in_shape(c, 2), (long long)b);
	}
	fits = depth <= t->rank && u->rank - batch == t->rank - depth;
	for (int d = batch; fits && d < u->rank; d++)
		fits = u->dim[d] == t->dim[d - batch + depth];
	return fits || op_invalid(c, "Dimensions [%lld,%d) of input[shape=%s] must match dimensions [%lld,%d) of "
				  "updates[shape=%s]", (long long)depth, t->rank, op_shape(c, t->rank, t->dim),
				  (long long)depth, u->rank, op_in_shape(c, 2));
}

static bool bad_slice(struct op_ctx *c, const struct tensor *t, int64_t k, int64_t depth)
{
	const struct tensor *idx = c->in[1];
	struct str s = STR_INIT;

	for (int64_t d = 0; d < depth; d++)
		str_addf(&s, "%s%lld", d ? ", " : "", (long long)tensor_get_i64(idx, k * depth + d));
	op_invalid(c, "indices%s = [%s] does not index into shape %s",
		   place_text(c, idx->rank > 0 ? idx->rank - 1 : 0, idx->dim, k), str_z(&s),
		   op_shape(c, t->rank, t->dim));
	str_free(&s);
	return false;
}

bool scatter_nd(struct op_ctx *c, enum arith op, struct tensor *t)
{
	const struct tensor *idx = c->in[1], *u = c->in[2];
	int64_t depth = idx->rank > 1 ? idx->dim[idx->rank - 1] : 1, row = 1;
	int64_t n = depth ? idx->n / depth : 0, *stride = op_strides(c, t->rank, t->dim);

	for (int64_t d = depth; d < t->rank; d++)
		row *= t->dim[d];
	for (int64_t k = 0; k < n && u->n; k++) {
		int64_t at = 0;

		for (int64_t d = 0; d < depth; d++) {
			int64_t i = tensor_get_i64(idx, k * depth + d);

			if (i < 0 || i >= t->dim[d])
				return bad_slice(c, t, k, depth);
			at += i * stride[d];
		}
		if (!update(c, op, t, at, (const char *)u->data + (size_t)(k * row) * dtype_info(t->dtype)->size, 1,
			    row))
			return false;
		if ((k & 0xffff) == 0xffff && !c->world->go_on(c->world_ctx, c->err))
			return false;
	}
	return true;
}

/* ---- kernels ---- */

struct kind {
	enum arith op;
	bool nd, ref;
};

static bool run_scatter(struct op_ctx *c)
{
	const struct kind *k = c->row->data;
	struct var *v = k->ref ? var_ref_with_value(c, 0) : var_with_value(c, 0);
	struct tensor *t;

	if (!v)
		return false;
	if (!(k->nd ? scatter_nd_check(c, v->value) : scatter_rows_check(c, v->value)))
		return false;
	t = var_own(c, v);
	if (!t || !(k->nd ? scatter_nd(c, k->op, t) : scatter_rows(c, k->op, t)))
		return false;
	if (!k->ref)
		return true;
	c->out[0] = var_ref_tensor(v, tensor_shape(v->value), c->err);
	return c->out[0] != NULL;
}

#define DM_UPDATE (DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_VARIANT))
#define DATA(op, nd, ref) .data = &(const struct kind){ ARITH_##op, nd, ref }
#define ROW(prefix, what, type, op, nd, ref, mask)                                                           \
	{ .name = prefix what, .n_in = 3, .n_out = ref, .types = { { type, mask }, { "Tindices", DM_INDEX } }, \
	  .flags = OP_STATEFUL, .run = run_scatter, DATA(op, nd, ref) }
#define FOUR(prefix, type, nd, ref)                                                                          \
	ROW(prefix, "Add", type, ADD, nd, ref, DM_NUMBER), ROW(prefix, "Sub", type, SUB, nd, ref, DM_NUMBER), \
	ROW(prefix, "Min", type, MIN, nd, ref, DM_REAL), ROW(prefix, "Max", type, MAX, nd, ref, DM_REAL)

#define FOUR_ND(prefix, ref)                                                                                 \
	ROW(prefix, "Add", "T", ADD, true, ref, DM_NUMBER | DM(DT_BOOL)),                                    \
	ROW(prefix, "Sub", "T", SUB, true, ref, DM_NUMBER | DM(DT_BOOL)),                                    \
	ROW(prefix, "Min", "T", MIN, true, ref, DM_REAL), ROW(prefix, "Max", "T", MAX, true, ref, DM_REAL)

static const struct op_row rows[] = {
	FOUR("ResourceScatter", "dtype", false, 0),
	ROW("ResourceScatter", "Mul", "dtype", MUL, false, 0, DM_NUMBER),
	ROW("ResourceScatter", "Div", "dtype", DIV, false, 0, DM_NUMBER),
	ROW("ResourceScatter", "Update", "dtype", SET, false, 0, DM_UPDATE),
	FOUR_ND("ResourceScatterNd", 0),
	ROW("ResourceScatterNd", "Update", "T", SET, true, 0, DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING)),
	FOUR("Scatter", "T", false, 1),
	ROW("Scatter", "Mul", "T", MUL, false, 1, DM_NUMBER),
	ROW("Scatter", "Div", "T", DIV, false, 1, DM_NUMBER),
	ROW("Scatter", "Update", "T", SET, false, 1, DM_ANY),
	FOUR_ND("ScatterNd", 1),
	ROW("ScatterNd", "Update", "T", SET, true, 1, DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING)),
};

OP_FAMILY(family_scatter, rows);
