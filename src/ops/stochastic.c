/*
 * StochasticCastToInt: rounds up as often as the fraction says. TensorFlow's build casts float to
 * int32 eight at a time, double four at a time, with one draw for them (four numbers, of doubles
 * two) that is used twice; all else, and what eights leave over, one by one, where only what lies
 * between two integers takes a draw.
 */
#include <math.h>

#include "ops/random.h"

struct caster {
	enum dtype from, to;
	struct philox g;
	double least, most;
};

/* x as the source's type has it. */
static double in(enum dtype t, double x)
{
	switch (t) {
	case DT_HALF:
		return half_to_float(half_of_float((float)x));
	case DT_BFLOAT16:
		return bf16_to_float(bf16_of_float((float)x));
	case DT_FLOAT:
		return (float)x;
	default:
		return x;
	}
}

static double rounded(const struct caster *k, double x, double r)
{
	if (isnan(x))
		return 0;
	if (x >= k->most)
		return k->most;
	if (x <= k->least)
		return k->least;
	if (floor(x) == x)
		return x;
	return floor(x < 0 ? in(k->from, x + r) : in(k->from, in(k->from, x + 1) - r));
}

static bool between(const struct caster *k, double x)
{
	return x < k->most && x > k->least && floor(x) != x;
}

static void put(struct tensor *t, int64_t i, double v)
{
	int32_t n = v >= 0x1p31 ? INT32_MIN : (int32_t)v; /* the greatest int32 is no float */

	switch (t->dtype) {
	case DT_INT8:
		((int8_t *)t->data)[i] = (int8_t)n;
		break;
	case DT_INT16:
		((int16_t *)t->data)[i] = (int16_t)n;
		break;
	default:
		((int32_t *)t->data)[i] = n;
	}
}

static bool run_cast(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	struct caster k = {.from = x->dtype, .to = DT_INT32};
	struct tensor *out;
	double r[4] = {0};
	int64_t i = 0, group;

	if (!random_of_swapped_key(c, 1, &k.g))
		return false;
	node_attr_type(c->node, "Tout", &k.to);
	out = op_out(c, 0, k.to, x->rank, x->dim);
	if (!out)
		return false;
	k.most = in(k.from, k.to == DT_INT8 ? INT8_MAX : k.to == DT_INT16 ? INT16_MAX : INT32_MAX);
	k.least = in(k.from, k.to == DT_INT8 ? INT8_MIN : k.to == DT_INT16 ? INT16_MIN : INT32_MIN);
	group = k.to != DT_INT32 ? 0 : k.from == DT_FLOAT ? 8 : k.from == DT_DOUBLE ? 4 : 0;
	for (; group && i < x->n / 8 * 8; i++) {
		if (i % group == 0)
			philox_four(&k.g, k.from, false, r);
		put(out, i, rounded(&k, tensor_get_f64(x, i), r[i % (group / 2)]));
	}
	for (; i < x->n; i++) {
		double v = tensor_get_f64(x, i);

		if (between(&k, v))
			philox_four(&k.g, k.from, false, r);
		put(out, i, rounded(&k, v, r[0]));
	}
	return true;
}

#define DM_CAST_TO (DM(DT_INT8) | DM(DT_INT16) | DM(DT_INT32))

static const struct op_row rows[] = {
	{.name = "StochasticCastToInt",
	 .n_in = 4,
	 .n_out = 1,
	 .types = {{"Tin", DM_RANDOM}, {"Tout", DM_CAST_TO}},
	 .run = run_cast},
};

OP_FAMILY(family_stochastic, rows);
