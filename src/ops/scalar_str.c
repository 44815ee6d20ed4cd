/* Scalar ops on strings, and the checks that scalar families share. */
#include "ops/kernel.h"

#include "base/str.h"

bool op_same_shapes(struct op_ctx *c)
{
	if (shape_eq(tensor_shape(c->in[0]), tensor_shape(c->in[1])))
		return true;
	return op_invalid(c, "Inputs to operation %.*s of type %s must have the same size and shape.  "
			  "Input 0: %s != input 1: %s", SV_ARG(c->node->name), c->row->name,
			  op_in_shape(c, 0), op_in_shape(c, 1));
}

struct concat {
	struct tensor *out;
	struct err *err;
};

static void concat_inner(const void *ctx, char *const *p, const uint8_t *step, int64_t n)
{
	const struct concat *k = ctx;
	const struct tstr *a = (const void *)p[1], *b = (const void *)p[2];
	int64_t at = (struct tstr *)(void *)p[0] - (struct tstr *)k->out->data;
	struct str s = STR_INIT;

	for (int64_t i = 0; i < n && !err_is(k->err); i++) {
		const struct tstr *x = a + (step[1] ? i : 0), *y = b + (step[2] ? i : 0);

		str_clear(&s);
		str_add(&s, (struct sv){ x->p, x->n });
		str_add(&s, (struct sv){ y->p, y->n });
		tensor_str_set(k->out, at + i, str_sv(&s), k->err);
	}
	str_free(&s);
}

bool op_concat_strings(struct op_ctx *c, const struct bcast *b)
{
	size_t size[3] = { sizeof(struct tstr), sizeof(struct tstr), sizeof(struct tstr) };
	const void *in[2] = { c->in[0]->data, c->in[1]->data };
	struct concat k = { op_out(c, 0, DT_STRING, b->out_rank, b->out_dim), c->err };

	if (k.out)
		bcast_run(b, k.out->data, in, size, concat_inner, &k);
	return k.out && !err_is(c->err);
}
