/* Logical ops and selection. */
#include "ops/kernel.h"

#include <string.h>

static void and_inner(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	bool is_or = *(const bool *)ctx;

	for (int64_t i = 0; i < n; i++) {
		bool a = p[1][step[1] ? i : 0] != 0, b = p[2][step[2] ? i : 0] != 0;

		p[0][i] = is_or ? a || b : a && b;
	}
}

static bool run_and_or(struct op_ctx *c)
{
	const void *in[2] = { c->in[0]->data, c->in[1]->data };
	bool is_or = !strcmp(c->row->name, "LogicalOr");
	size_t size[3] = { 1, 1, 1 };
	struct tensor *out;
	struct bcast b;

	if (!op_plan_two(c, &b))
		return false;
	out = op_out(c, 0, DT_BOOL, b.out_rank, b.out_dim);
	if (out)
		bcast_run(&b, out->data, in, size, and_inner, &is_or);
	return out != NULL;
}

static bool run_not(struct op_ctx *c)
{
	struct tensor *out = op_out_like(c, 0, c->in[0]);

	for (int64_t i = 0; out && i < out->n; i++)
		((uint8_t *)out->data)[i] = !((const uint8_t *)c->in[0]->data)[i];
	return out != NULL;
}

struct pick {
	enum dtype t;
	size_t size;
	struct err *err;
};

#define PICK_FN(T) \
static void pick_##T(const void *ctx, char *const *p, const uint8_t *step, int64_t n) \
{ \
	const T *a = (const T *)(const void *)p[2], *b = (const T *)(const void *)p[3]; \
	(void)ctx; \
	for (int64_t i = 0; i < n; i++) \
		((T *)(void *)p[0])[i] = p[1][step[1] ? i : 0] ? a[step[2] ? i : 0] : b[step[3] ? i : 0]; \
}
PICK_FN(uint8_t)
PICK_FN(uint16_t)
PICK_FN(uint32_t)
PICK_FN(uint64_t)

/* Plain types by their size; strings, objects and complex128 element by element. */
static void pick_inner(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	const struct pick *k = ctx;

	for (int64_t i = 0; i < n; i++) {
		int from = p[1][step[1] ? i : 0] ? 2 : 3;

		el_copy(k->t, p[0] + (size_t)i * k->size, p[from] + (step[from] ? (size_t)i * k->size : 0), 1,
			k->err);
	}
}

static bcast_fn pick_fn(enum dtype t)
{
	enum dtype_kind kind = dtype_info(t)->kind;
	size_t size = dtype_info(t)->size;

	if (kind == DK_STRING || kind == DK_OBJECT)
		return pick_inner;
	return size == 1 ? pick_uint8_t : size == 2 ? pick_uint16_t : size == 4 ? pick_uint32_t :
	       size == 8 ? pick_uint64_t : pick_inner;
}

static bool pick(struct op_ctx *c, const struct shape *s)
{
	enum dtype t = c->in[1]->dtype;
	struct pick k = { t, dtype_info(t)->size, c->err };
	size_t size[4] = { k.size, 1, k.size, k.size };
	const void *in[3] = { c->in[0]->data, c->in[1]->data, c->in[2]->data };
	struct tensor *out;
	struct bcast b;

	if (!bcast_plan(&b, c->scratch, 3, s))
		return op_invalid(c, "condition %s, then %s, and else %s must be broadcastable",
				  op_in_shape(c, 0), op_in_shape(c, 1), op_in_shape(c, 2));
	if (b.total && b.rank > 8)
		return op_fail(c, ERR_UNIMPLEMENTED, "Broadcast between %s and %s is not supported yet.",
			       op_in_shape(c, 0), op_in_shape(c, 1));
	out = op_out(c, 0, t, b.out_rank, b.out_dim);
	if (out)
		bcast_run(&b, out->data, in, size, pick_fn(t), &k);
	return out && !err_is(c->err);
}

static bool run_select_v2(struct op_ctx *c)
{
	struct shape s[3] = { tensor_shape(c->in[0]), tensor_shape(c->in[1]), tensor_shape(c->in[2]) };

	return pick(c, s);
}

/* V1's Select: then and else alike; the condition is a scalar, the same shape, or one value a row. */
static bool run_select(struct op_ctx *c)
{
	struct shape s[3] = { tensor_shape(c->in[0]), tensor_shape(c->in[1]), tensor_shape(c->in[2]) };
	int64_t *dim = op_dims(c, c->in[1], 0);

	if (!shape_eq(s[1], s[2]))
		return op_invalid(c, "'then' and 'else' must have the same size.  but received: %s vs. %s",
				  op_in_shape(c, 1), op_in_shape(c, 2));
	if (s[0].rank != 0 && !shape_eq(s[0], s[1])) {
		if (s[0].rank != 1)
			return op_same_shapes(c);
		if (s[1].rank < 1)
			return op_invalid(c, "'then' must be at least a vector, but saw shape: %s",
					  op_in_shape(c, 1));
		if (s[0].dim[0] != s[1].dim[0])
			return op_invalid(
				c, "Number of batches of 'then' must match size of 'cond', but saw: %lld vs. %lld",
				(long long)s[1].dim[0], (long long)s[0].dim[0]);
		for (int d = 1; d < s[1].rank; d++)
			dim[d] = 1;
		s[0] = (struct shape){ s[1].rank, dim };
	}
	return pick(c, s);
}

static const struct op_row rows[] = {
	{ .name = "LogicalAnd", .n_in = 2, .n_out = 1, .run = run_and_or },
	{ .name = "LogicalOr", .n_in = 2, .n_out = 1, .run = run_and_or },
	{ .name = "LogicalNot", .n_in = 1, .n_out = 1, .run = run_not },
	{ .name = "Select", .n_in = 3, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_select },
	{ .name = "SelectV2", .n_in = 3, .n_out = 1, .types = { { "T", DM_ANY } }, .run = run_select_v2 },
};

OP_FAMILY(family_logic, rows);
