/*
 * Rows of the scalar ops in scalar.def and the drivers that take a loop over whole tensors: floats by
 * the CPU level's loops, half and bfloat16 through float in small chunks, everything else by
 * scalar_int.c.
 */
#include "ops/kernel.h"

#include <string.h>

#include "ops/fused.h"
#include "ops/loops.h"

enum { CHUNK = 512 };

static const uint8_t ids[] = {
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
	28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52,
	53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
};
_Static_assert(UN_N <= 64 && BIN_N <= 64 && CMP_N <= 64 && IS_N <= 64, "ids is too short");

static int id_of(const struct op_ctx *c)
{
	return *(const uint8_t *)c->row->data;
}

static bool is_low(enum dtype t)
{
	return t == DT_HALF || t == DT_BFLOAT16;
}

/* ---- one operand ---- */

struct un_job {
	un_fn fn;
	enum dtype low;			/* half or bfloat16: through float */
	char *out;
	const char *in;
	size_t out_size, in_size;
};

static void un_low(const struct un_job *j, int64_t from, int64_t to)
{
	float a[CHUNK], y[CHUNK];

	for (int64_t i = from; i < to; i += CHUNK) {
		int64_t n = to - i < CHUNK ? to - i : CHUNK;

		low_to_float(j->low, a, j->in + i * 2, n);
		if (j->out_size == 1) {		/* IsNan and its kin */
			j->fn(j->out + i, a, n);
			continue;
		}
		j->fn(y, a, n);
		low_of_float(j->low, j->out + i * 2, y, n);
	}
}

static void un_tile(void *ctx, int64_t from, int64_t to)
{
	const struct un_job *j = ctx;

	if (j->low)
		un_low(j, from, to);
	else
		j->fn(j->out + (size_t)from * j->out_size, j->in + (size_t)from * j->in_size, to - from);
}

static bool run_un_job(struct op_ctx *c, un_fn fn, const struct tensor *x, struct tensor *out)
{
	struct un_job j = { fn, is_low(x->dtype) ? x->dtype : DT_INVALID, out->data, x->data,
			    dtype_info(out->dtype)->size, dtype_info(x->dtype)->size };

	if (!fn)
		return op_fail(c, ERR_UNIMPLEMENTED, "%s has no kernel for %s", c->row->name,
			       dtype_info(x->dtype)->name);
	tiles_run(x->n, TILE_ELEMS, un_tile, &j);
	return true;
}

static un_fn un_of(int id, enum dtype t)
{
	return t == DT_DOUBLE ? loops()->un[id][F64] : t == DT_FLOAT ? loops()->un[id][F32] :
	       is_low(t) ? low_un((enum scalar_un)id, t) : scalar_un((enum scalar_un)id, t);
}

static bool run_un(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct tensor *out = op_out_reuse(c, 0, 0, x->dtype, x->rank, x->dim);

	return out && run_un_job(c, un_of(id_of(c), x->dtype), x, out);
}

bool scalar_apply(struct op_ctx *c, struct sv op, struct tensor *t)
{
	const struct op_row *row = op_find(op);

	if (!row || row->run != run_un)
		return op_fail(c, ERR_UNIMPLEMENTED, "%.*s takes no element by itself", SV_ARG(op));
	return run_un_job(c, un_of(*(const uint8_t *)row->data, t->dtype), t, t);
}

static bool run_is(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct tensor *out = op_out(c, 0, DT_BOOL, x->rank, x->dim);

	return out && run_un_job(c, loops()->is[id_of(c)][x->dtype == DT_DOUBLE ? F64 : F32], x, out);
}

/* ---- two operands ---- */

struct bin_job {
	bin_fn fn;
	enum dtype low;
	bool to_bool;
};

static void bin_inner(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	const struct bin_job *j = ctx;
	float a[CHUNK], b[CHUNK], y[CHUNK];

	if (!j->low) {
		j->fn(p[0], p[1], p[2], n, step[1], step[2]);
		return;
	}
	for (int64_t i = 0; i < n; i += CHUNK) {
		int64_t m = n - i < CHUNK ? n - i : CHUNK;

		low_to_float(j->low, a, p[1] + (step[1] ? i * 2 : 0), step[1] ? m : 1);
		low_to_float(j->low, b, p[2] + (step[2] ? i * 2 : 0), step[2] ? m : 1);
		if (j->to_bool) {
			j->fn(p[0] + i, a, b, m, step[1], step[2]);
			continue;
		}
		j->fn(y, a, b, m, step[1], step[2]);
		low_of_float(j->low, p[0] + i * 2, y, m);
	}
}

/* The shape of a binary op's output; TensorFlow has no kernel for more than 5 dims that do not collapse. */
bool op_plan_two(struct op_ctx *c, struct bcast *b)
{
	struct shape s[2] = { tensor_shape(c->in[0]), tensor_shape(c->in[1]) };

	if (!bcast_plan(b, c->scratch, 2, s))
		return op_invalid(c, "Incompatible shapes: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	if (b->total && b->rank > 5)
		return op_fail(c, ERR_UNIMPLEMENTED, "Broadcast between %s and %s is not supported yet.",
			       op_in_shape(c, 0), op_in_shape(c, 1));
	return true;
}

static bool run_bin_job(struct op_ctx *c, const struct bcast *b, bin_fn fn, struct tensor *out)
{
	enum dtype t = c->in[0]->dtype;
	struct bin_job j = { fn, is_low(t) ? t : DT_INVALID, out->dtype == DT_BOOL && t != DT_BOOL };
	size_t size[3] = { dtype_info(out->dtype)->size, dtype_info(t)->size, dtype_info(t)->size };
	const void *in[2] = { c->in[0]->data, c->in[1]->data };

	if (!fn)
		return op_fail(c, ERR_UNIMPLEMENTED, "%s has no kernel for %s", c->row->name, dtype_info(t)->name);
	bcast_run(b, out->data, in, size, bin_inner, &j);
	return true;
}

/* Integer division asks first: the error is the op's, whatever element it is. */
static bool zero_divisor(struct op_ctx *c)
{
	static const char *const dividing[] = { "Div", "FloorDiv", "FloorMod", "Mod", "TruncateDiv",
						"TruncateMod" };
	const struct tensor *b = c->in[1];
	enum dtype_kind kind = dtype_info(b->dtype)->kind;
	bool divides = false;

	if (kind != DK_INT && kind != DK_UINT)
		return false;
	for (size_t i = 0; i < sizeof(dividing) / sizeof(dividing[0]); i++)
		divides |= !strcmp(c->row->name, dividing[i]);
	for (int64_t i = 0; divides && i < b->n; i++)
		if (tensor_get_i64(b, i) == 0)
			return true;
	return false;
}

static bool negative_power(struct op_ctx *c)
{
	const struct tensor *b = c->in[1];

	if (strcmp(c->row->name, "Pow") || dtype_info(b->dtype)->kind != DK_INT)
		return false;
	for (int64_t i = 0; i < b->n; i++)
		if (tensor_get_i64(b, i) < 0)
			return true;
	return false;
}

static bin_fn bin_of(const struct op_ctx *c)
{
	enum scalar_bin id = (enum scalar_bin)id_of(c);
	enum dtype t = c->in[0]->dtype;

	if (is_low(t))
		return low_bin(id, t);
	return t == DT_DOUBLE ? loops()->bin[id][F64] : t == DT_FLOAT ? loops()->bin[id][F32] :
	       scalar_bin(id, t);
}

/* TensorFlow knows the cause of a failure by the op's name, and forgot TruncateDiv and TruncateMod. */
static bool divided_by_zero(struct op_ctx *c)
{
	if (!strncmp(c->row->name, "Truncate", 8))
		return op_fail(c, ERR_INTERNAL, "Unexpected error in binary operator (only integer div "
			       "and mod should have errors)");
	return op_invalid(c, "Integer division by zero");
}

static bool run_bin(struct op_ctx *c)
{
	enum dtype t = c->in[0]->dtype;
	struct tensor *out;
	struct bcast b;

	if (!op_plan_two(c, &b))
		return false;
	if (b.total && zero_divisor(c))
		return divided_by_zero(c);
	if (b.total && negative_power(c))
		return op_invalid(c, "Integers to negative integer powers are not allowed");
	if (t == DT_STRING)
		return op_concat_strings(c, &b);
	if (shape_eq(tensor_shape(c->in[0]), (struct shape){ b.out_rank, b.out_dim }))
		out = op_out_reuse(c, 0, 0, t, b.out_rank, b.out_dim);
	else
		out = op_out(c, 0, t, b.out_rank, b.out_dim);
	return out && run_bin_job(c, &b, bin_of(c), out);
}

/* Operands of the same number of elements, side by side. */
static bool run_flat(struct op_ctx *c)
{
	const struct tensor *a = c->in[0];
	struct shape flat = { 1, &a->n }, s[2] = { flat, flat };
	struct tensor *out;
	struct bcast b;

	bcast_plan(&b, c->scratch, 2, s);
	out = op_out_reuse(c, 0, 0, a->dtype, a->rank, a->dim);
	return out && run_bin_job(c, &b, bin_of(c), out);
}

static bool run_cgrad(struct op_ctx *c)
{
	if (c->in[0]->n != c->in[1]->n)
		return op_invalid(c, "The two arguments to a cwise op must have same number of elements, "
				  "got %lld and %lld", (long long)c->in[0]->n, (long long)c->in[1]->n);
	return run_flat(c);
}

static bool run_grad(struct op_ctx *c)
{
	return op_same_shapes(c) && run_flat(c);
}

/* ---- comparisons ---- */

struct str_cmp {
	bool equal;
};

static void str_inner(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	const struct str_cmp *s = ctx;
	const struct tstr *a = (const void *)p[1], *b = (const void *)p[2];

	for (int64_t i = 0; i < n; i++) {
		const struct tstr *x = a + (step[1] ? i : 0), *y = b + (step[2] ? i : 0);
		bool same = x->n == y->n && (x->n == 0 || memcmp(x->p, y->p, x->n) == 0);

		p[0][i] = same == s->equal;
	}
}

static bool cmp_strings(struct op_ctx *c, const struct bcast *b, struct tensor *out)
{
	struct str_cmp s = { id_of(c) == CMP_Equal };
	size_t size[3] = { 1, sizeof(struct tstr), sizeof(struct tstr) };
	const void *in[2] = { c->in[0]->data, c->in[1]->data };

	bcast_run(b, out->data, in, size, str_inner, &s);
	return true;
}

static bool run_cmp(struct op_ctx *c)
{
	enum dtype t = c->in[0]->dtype;
	bin_fn fn = t == DT_DOUBLE ? loops()->cmp[id_of(c)][F64] : t == DT_FLOAT || is_low(t) ?
		loops()->cmp[id_of(c)][F32] : t == DT_STRING ? NULL :
		scalar_cmp((enum scalar_cmp)id_of(c), t);
	bool lax = false;
	struct tensor *out;
	struct shape s[2] = { tensor_shape(c->in[0]), tensor_shape(c->in[1]) };
	struct bcast b;

	/* Equal with incompatible_shape_error=false: shapes that do not fit are simply not equal */
	if ((id_of(c) == CMP_Equal || id_of(c) == CMP_NotEqual) &&
	    node_attr_bool(c->node, "incompatible_shape_error", &lax) && !lax &&
	    !bcast_plan(&b, c->scratch, 2, s)) {
		out = op_out(c, 0, DT_BOOL, 0, NULL);
		if (out)
			*(uint8_t *)out->data = id_of(c) == CMP_NotEqual;
		return out != NULL;
	}
	if (!op_plan_two(c, &b))
		return false;
	out = op_out(c, 0, DT_BOOL, b.out_rank, b.out_dim);
	if (!out)
		return false;
	return t == DT_STRING ? cmp_strings(c, &b, out) : run_bin_job(c, &b, fn, out);
}

static const struct op_row rows[] = {
#define UN(name_, mask_, f, i, c) \
	{ .name = #name_, .n_in = 1, .n_out = 1, .types = { { "T", mask_ } }, .run = run_un, \
	  .data = &ids[UN_##name_] },
#define BIN(name_, mask_, f, i, c) \
	{ .name = #name_, .n_in = 2, .n_out = 1, .types = { { "T", mask_ } }, .run = run_bin, \
	  .data = &ids[BIN_##name_] },
#define GRAD(name_, mask_, f, i, c) \
	{ .name = #name_, .n_in = 2, .n_out = 1, .types = { { "T", mask_ } }, .run = run_grad, \
	  .data = &ids[BIN_##name_] },
#define CGRAD(name_, mask_, f, i, c) \
	{ .name = #name_, .n_in = 2, .n_out = 1, .types = { { "T", mask_ } }, .run = run_cgrad, \
	  .data = &ids[BIN_##name_] },
#define CMP(name_, mask_, e, c) \
	{ .name = #name_, .n_in = 2, .n_out = 1, .types = { { "T", mask_ } }, .run = run_cmp, \
	  .data = &ids[CMP_##name_] },
#define IS(name_, e) \
	{ .name = #name_, .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } }, .run = run_is, \
	  .data = &ids[IS_##name_] },
#include "ops/scalar.def"
};

OP_FAMILY(family_scalar, rows);
