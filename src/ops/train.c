/*
 * Optimisers' updates of variables, dense and sparse, through resources and V1 references. The steps
 * themselves are in train.inc, once for each type.
 */
#include <math.h>
#include <string.h>

#include "ops/tensorlist.h"
#include "ops/var.h"

enum { MAX_SLOTS = 4, MAX_SCALARS = 6 };

#define P float
#define T float
#define UP(x) (x)
#define DOWN(x) (x)
#define R(x) (x)
#define SQRT sqrtf
#define POW powf
#define EXP expf
#define NAME(f) f##_f32
#include "ops/train.inc"
#undef P
#undef T
#undef SQRT
#undef POW
#undef EXP
#undef NAME
#define P double
#define T double
#define SQRT sqrt
#define POW pow
#define EXP exp
#define NAME(f) f##_f64
#include "ops/train.inc"
#undef P
#undef T
#undef UP
#undef DOWN
#undef R
#undef SQRT
#undef NAME
#define P uint16_t
#define T float
#define SQRT sqrtf
#define UP(x) half_to_float(x)
#define DOWN(x) half_of_float(x)
#define R(x) half_to_float(half_of_float(x))
#define NAME(f) f##_f16
#include "ops/train.inc"
#undef UP
#undef DOWN
#undef R
#undef NAME
#define UP(x) bf16_to_float(x)
#define DOWN(x) bf16_of_float(x)
#define R(x) bf16_to_float(bf16_of_float(x))
#define NAME(f) f##_bf16
#include "ops/train.inc"

struct step {
	void (*f32)(float *const *p, const float *s, const float *g, int64_t n, bool flag);
	void (*f64)(double *const *p, const double *s, const double *g, int64_t n, bool flag);
	void (*f16)(uint16_t *const *p, const float *s, const uint16_t *g, int64_t n, bool flag);
	void (*bf16)(uint16_t *const *p, const float *s, const uint16_t *g, int64_t n, bool flag);
};

/* What TensorFlow asks of a scalar; no text: nothing. */
struct rate {
	const char *refused;
	enum { RATE_POSITIVE, RATE_NOT_NEGATIVE, RATE_NOT_POSITIVE, RATE_ZERO_BY_FLAG } must;
};

static const struct rate proximal_rates[MAX_SCALARS] = {
	{ "lr is not a positive scalar", RATE_POSITIVE },
	{ "l1 regularization strength is not a non-negative scalar", RATE_NOT_NEGATIVE },
	{ "l2 regularization strength is not a non-negative scalar", RATE_NOT_NEGATIVE },
};

#define FTRL_RATES                                                                                           \
	{ "lr is not a positive scalar (or zero if multiply_linear_by_lr is set)", RATE_ZERO_BY_FLAG },       \
	{ "l1 regularization strength is not a non-negative scalar", RATE_NOT_NEGATIVE },                     \
	{ "l2 regularization strength is not a non-negative scalar", RATE_NOT_NEGATIVE }
#define POWER_RATE { "lr_power is not a non-positive scalar", RATE_NOT_POSITIVE }

static const struct rate ftrl_rates[MAX_SCALARS] = { FTRL_RATES, POWER_RATE };
static const struct rate ftrl2_rates[MAX_SCALARS] = {
	FTRL_RATES, { "l2 shrinkage regularization strength is not a non-negative scalar", RATE_NOT_NEGATIVE },
	POWER_RATE,
};

/* An op: the variable and its slots come first; where the scalars and the gradient are. */
struct optimizer {
	struct step step;
	int slots;
	int8_t scalar[MAX_SCALARS + 1];	/* input numbers, in the order that the step takes; ends with 0 */
	int8_t grad, indices;		/* indices: 0 when dense */
	const char *flag;		/* a bool attr */
	bool ref;
	const struct rate *rate;	/* by scalar; NULL: any will do */
};

struct job {
	const struct optimizer *o;
	struct tensor *t[MAX_SLOTS];
	float s[MAX_SCALARS];
	double sd[MAX_SCALARS];
	bool flag;
};

/* n elements of the variables from `at` on, by the gradient from `from` on. */
static void step(const struct job *j, int64_t at, const struct tensor *g, int64_t from, int64_t n)
{
	size_t size = dtype_info(g->dtype)->size;
	void *p[MAX_SLOTS] = { 0 };
	const void *grad = (const char *)g->data + (size_t)from * size;

	for (int k = 0; k < j->o->slots; k++)
		p[k] = (char *)j->t[k]->data + (size_t)at * size;
	switch (g->dtype) {
	case DT_FLOAT: j->o->step.f32((float *const *)p, j->s, grad, n, j->flag); break;
	case DT_DOUBLE: j->o->step.f64((double *const *)p, j->sd, grad, n, j->flag); break;
	case DT_HALF: j->o->step.f16((uint16_t *const *)p, j->s, grad, n, j->flag); break;
	default: j->o->step.bf16((uint16_t *const *)p, j->s, grad, n, j->flag); break;
	}
}

static struct sv arg_name(struct op_ctx *c, int i)
{
	return c->node->def && i < c->node->def->n_in ? c->node->def->in[i].name : SV("input");
}

static bool vars_in(struct op_ctx *c, const struct optimizer *o, struct var **v)
{
	for (int k = 0; k < o->slots; k++) {
		v[k] = o->ref ? var_ref_with_value(c, k) : var_of(c, k);
		if (!v[k])
			return false;
		if (!v[k]->value)
			return op_fail(c, ERR_INTERNAL, "Invalid variable reference.");
		if (v[k]->value->dtype != c->in[o->grad]->dtype)
			return op_invalid(c, "variable %s is %s, the gradient %s", v[k]->r.name,
					  op_type_text(c, v[k]->value->dtype),
					  op_type_text(c, c->in[o->grad]->dtype));
		for (int m = 0; m < k; m++)
			if (v[m] == v[k])
				return op_invalid(c, "variable %s is given twice", v[k]->r.name);
	}
	return true;
}

static bool rate_ok(struct op_ctx *c, const struct rate *r, const struct tensor *t, bool flag)
{
	double v = t->rank == 0 ? tensor_get_f64(t, 0) : 0;
	bool ok = r->must == RATE_POSITIVE ? v > 0 : r->must == RATE_NOT_NEGATIVE ? v >= 0 :
		  r->must == RATE_NOT_POSITIVE ? v <= 0 : v > 0 || (flag && v >= 0);

	return (ok && t->rank == 0) || op_invalid(c, "%s: %s", r->refused, op_shape(c, t->rank, t->dim));
}

static bool scalars_in(struct op_ctx *c, const struct optimizer *o, struct job *j)
{
	for (int k = 0; k < MAX_SCALARS && o->scalar[k]; k++) {
		const struct tensor *t = c->in[o->scalar[k]];

		if (o->rate && o->rate[k].refused && !rate_ok(c, &o->rate[k], t, j->flag))
			return false;
		if (t->rank != 0)
			return op_invalid(c, "%.*s is not a scalar%s: %s", SV_ARG(arg_name(c, o->scalar[k])),
					  k == 0 && strstr(c->row->name, "RMSProp") ? " " : "",
					  op_in_shape(c, o->scalar[k]));
		j->sd[k] = tensor_get_f64(t, 0);
		j->s[k] = (float)j->sd[k];
	}
	return true;
}

static bool shapes_fit(struct op_ctx *c, const struct optimizer *o, struct var *const *v)
{
	struct shape first = tensor_shape(v[0]->value);

	for (int k = 1; k <= o->slots; k++) {
		int i = k < o->slots ? k : o->grad;
		struct shape s = k < o->slots ? tensor_shape(v[k]->value) : tensor_shape(c->in[i]);

		if (k == o->slots && o->indices)
			break;
		if (!shape_eq(first, s))
			return op_invalid(c, "var and %.*s do not have the same shape%s %s",
					  SV_ARG(sv_is(arg_name(c, i), "gradient_accumulator") ? SV("accum") :
												 arg_name(c, i)),
					  pshape_text(c, first), pshape_text(c, s));
	}
	return true;
}

static bool sparse_fits(struct op_ctx *c, const struct optimizer *o, const struct tensor *var)
{
	const struct tensor *g = c->in[o->grad], *idx = c->in[o->indices];

	if (var->rank < 1)
		return op_invalid(c, "var must be at least 1 dimensional");
	if (idx->rank != 1)
		return op_invalid(c, "indices must be one-dimensional");
	if (g->rank < 1 || g->dim[0] != idx->n)
		return op_invalid(c, "grad must be the same size as indices in the first dimension.");
	if (g->rank != var->rank)
		return op_invalid(c, "var and grad must have the same number of dimensions");
	for (int d = 1; d < var->rank; d++)
		if (var->dim[d] != g->dim[d])
			return op_invalid(c, "var and grad must match in dimension %d", d);
	for (int64_t k = 0; k < idx->n; k++) {
		int64_t i = tensor_get_i64(idx, k);

		if (i >= 0 && i < var->dim[0])
			continue;
		if (strstr(c->row->name, "Keras"))
			return op_invalid(c, "indices[%lld] = %lld is not in [0, %lld)", (long long)k, (long long)i,
					  (long long)var->dim[0]);
		return op_invalid(c, "Index %lld at offset %lld in indices is out of range", (long long)i,
				  (long long)k);
	}
	return true;
}

static bool run_train(struct op_ctx *c)
{
	const struct optimizer *o = c->row->data;
	const struct tensor *g = c->in[o->grad];
	struct var *v[MAX_SLOTS];
	struct job j = { .o = o, .flag = true };

	if (o->flag)
		node_attr_bool(c->node, o->flag, &j.flag);
	if (!vars_in(c, o, v) || !scalars_in(c, o, &j) || !shapes_fit(c, o, v) ||
	    (o->indices && !sparse_fits(c, o, v[0]->value)))
		return false;
	for (int k = 0; k < o->slots; k++) {
		j.t[k] = var_own(c, v[k]);
		if (!j.t[k])
			return false;
	}
	if (!o->indices) {
		step(&j, 0, g, 0, g->n);
	} else {
		int64_t n = c->in[o->indices]->n, row = n ? g->n / n : 0;

		for (int64_t k = 0; k < n; k++)
			step(&j, tensor_get_i64(c->in[o->indices], k) * row, g, k * row, row);
	}
	if (!o->ref)
		return true;
	c->out[0] = var_ref_tensor(v[0], tensor_shape(v[0]->value), c->err);
	return c->out[0] != NULL;
}

#define STEP(f) { f##_f32, f##_f64, f##_f16, f##_bf16 }
#define SCALARS(...) { __VA_ARGS__, 0 }
#define ROW(what, in, out, types_, ...)                                                                      \
	{ .name = what, .n_in = in, .n_out = out, .types = types_, .flags = OP_STATEFUL, .run = run_train,   \
	  .data = &(const struct optimizer){ __VA_ARGS__ } }
#define TYPES { { "T", DM_TRAIN } }
#define SPARSE_TYPES { { "T", DM_TRAIN }, { "Tindices", DM_INDEX } }
#define DM_TRAIN (DM(DT_HALF) | DM(DT_BFLOAT16) | DM(DT_FLOAT) | DM(DT_DOUBLE))
/* The resource op and the V1 one. */
#define BOTH(what, in, f, slots, scalars, grad, flag)                                                        \
	ROW("ResourceApply" what, in, 0, TYPES, STEP(f), slots, scalars, grad, 0, flag, false, NULL),              \
	ROW("Apply" what, in, 1, TYPES, STEP(f), slots, scalars, grad, 0, flag, true, NULL)
#define SPARSE(what, in, f, slots, scalars, grad, indices, flag)                                             \
	ROW("ResourceSparseApply" what, in, 0, SPARSE_TYPES, STEP(f), slots, scalars, grad, indices, flag,    \
	    false, NULL),                                                                                    \
	ROW("SparseApply" what, in, 1, SPARSE_TYPES, STEP(f), slots, scalars, grad, indices, flag, true, NULL)
#define L(...) __VA_ARGS__

/* The same with rates that are looked at. */
#define RATED(what, in, f, slots, scalars, grad, flag, rates)                                                \
	ROW("ResourceApply" what, in, 0, TYPES, STEP(f), slots, scalars, grad, 0, flag, false, rates),        \
	ROW("Apply" what, in, 1, TYPES, STEP(f), slots, scalars, grad, 0, flag, true, rates)
#define SPARSE_RATED(what, in, f, slots, scalars, grad, indices, flag, rates)                                \
	ROW("ResourceSparseApply" what, in, 0, SPARSE_TYPES, STEP(f), slots, scalars, grad, indices, flag,    \
	    false, rates),                                                                                   \
	ROW("SparseApply" what, in, 1, SPARSE_TYPES, STEP(f), slots, scalars, grad, indices, flag, true, rates)

static const struct op_row rows[] = {
	BOTH("GradientDescent", 3, sgd, 1, L(SCALARS(1)), 2, NULL),
	BOTH("Momentum", 5, momentum, 2, L(SCALARS(2, 4)), 3, "use_nesterov"),
	BOTH("Adam", 10, adam, 3, L(SCALARS(3, 4, 5, 6, 7, 8)), 9, "use_nesterov"),
	BOTH("Adagrad", 4, adagrad, 2, L(SCALARS(2)), 3, "update_slots"),
	BOTH("AdagradV2", 5, adagrad2, 2, L(SCALARS(2, 3)), 4, "update_slots"),
	BOTH("RMSProp", 8, rmsprop, 3, L(SCALARS(3, 4, 5, 6)), 7, NULL),
	BOTH("CenteredRMSProp", 9, centered, 4, L(SCALARS(4, 5, 6, 7)), 8, NULL),
	BOTH("Adadelta", 7, adadelta, 3, L(SCALARS(3, 4, 5)), 6, NULL),
	ROW("ResourceApplyKerasMomentum", 5, 0, TYPES, STEP(keras_momentum), 2, L(SCALARS(2, 4)), 3, 0,
	    "use_nesterov", false, NULL),
	ROW("ResourceApplyAdamWithAmsgrad", 11, 0, TYPES, STEP(amsgrad), 4, L(SCALARS(4, 5, 6, 7, 8, 9)), 10, 0,
	    NULL, false, NULL),
	SPARSE("Momentum", 6, momentum, 2, L(SCALARS(2, 5)), 3, 4, "use_nesterov"),
	SPARSE("Adagrad", 5, adagrad, 2, L(SCALARS(2)), 3, 4, "update_slots"),
	SPARSE("AdagradV2", 6, adagrad2, 2, L(SCALARS(2, 3)), 4, 5, "update_slots"),
	ROW("ResourceSparseApplyKerasMomentum", 6, 0, SPARSE_TYPES, STEP(keras_momentum), 2, L(SCALARS(2, 5)), 3, 4,
	    "use_nesterov", false, NULL),
	BOTH("AddSign", 7, add_sign, 2, L(SCALARS(2, 3, 4, 5)), 6, NULL),
	BOTH("PowerSign", 7, power_sign, 2, L(SCALARS(2, 3, 4, 5)), 6, NULL),
	BOTH("Ftrl", 8, ftrl, 3, L(SCALARS(4, 5, 6, 7)), 3, "multiply_linear_by_lr"),
	BOTH("FtrlV2", 9, ftrl2, 3, L(SCALARS(4, 5, 6, 7, 8)), 3, "multiply_linear_by_lr"),
	SPARSE_RATED("Ftrl", 9, ftrl, 3, L(SCALARS(5, 6, 7, 8)), 3, 4, "multiply_linear_by_lr",
	      ftrl_rates),
	SPARSE_RATED("FtrlV2", 10, ftrl2, 3, L(SCALARS(5, 6, 7, 8, 9)), 3, 4,
	      "multiply_linear_by_lr", ftrl2_rates),
	SPARSE("Adadelta", 8, adadelta, 3, L(SCALARS(3, 4, 5)), 6, 7, NULL),
#undef TYPES			/* no bfloat16 here */
#undef SPARSE_TYPES
#define TYPES { { "T", DM_TRAIN & ~DM(DT_BFLOAT16) } }
#define SPARSE_TYPES { { "T", DM_TRAIN & ~DM(DT_BFLOAT16) }, { "Tindices", DM_INDEX } }
	BOTH("AdaMax", 9, adamax, 3, L(SCALARS(3, 4, 5, 6, 7)), 8, NULL),
	SPARSE("CenteredRMSProp", 10, centered, 4, L(SCALARS(4, 5, 6, 7)), 8, 9, NULL),
	SPARSE("RMSProp", 9, rmsprop, 3, L(SCALARS(3, 4, 5, 6)), 7, 8, NULL),
#undef TYPES			/* none of 16 bits */
#undef SPARSE_TYPES
#define TYPES { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) } }
#define SPARSE_TYPES { { "T", DM(DT_FLOAT) | DM(DT_DOUBLE) }, { "Tindices", DM_INDEX } }
	BOTH("ProximalGradientDescent", 5, proximal_sgd, 1, L(SCALARS(1, 2, 3)), 4, NULL),
	RATED("ProximalAdagrad", 6, proximal_adagrad, 2, L(SCALARS(2, 3, 4)), 5, NULL, proximal_rates),
	BOTH("AdagradDA", 8, adagrad_da, 3, L(SCALARS(4, 5, 6, 7)), 3, NULL),
	SPARSE("ProximalGradientDescent", 6, proximal_sgd, 1, L(SCALARS(1, 2, 3)), 4, 5, NULL),
	SPARSE_RATED("ProximalAdagrad", 7, proximal_adagrad, 2, L(SCALARS(2, 3, 4)), 5, 6, NULL,
	      proximal_rates),
	SPARSE("AdagradDA", 9, adagrad_da, 3, L(SCALARS(5, 6, 7, 8)), 3, 4, NULL),
};

OP_FAMILY(family_train, rows);
