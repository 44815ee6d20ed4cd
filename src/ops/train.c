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
#define NAME(f) f##_f32
#include "ops/train.inc"
#undef P
#undef T
#undef SQRT
#undef NAME
#define P double
#define T double
#define SQRT sqrt
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

/* An op: the variable and its slots come first; where the scalars and the gradient are. */
struct optimizer {
	struct step step;
	int slots;
	int8_t scalar[MAX_SCALARS + 1];	/* input numbers, in the order that the step takes; ends with 0 */
	int8_t grad, indices;		/* indices: 0 when dense */
	const char *flag;		/* a bool attr */
	bool ref;
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

static bool scalars_in(struct op_ctx *c, const struct optimizer *o, struct job *j)
{
	for (int k = 0; k < MAX_SCALARS && o->scalar[k]; k++) {
		const struct tensor *t = c->in[o->scalar[k]];

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
			return op_invalid(c, "var and %.*s do not have the same shape%s %s", SV_ARG(arg_name(c, i)),
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

	if (!vars_in(c, o, v) || !scalars_in(c, o, &j) || !shapes_fit(c, o, v) ||
	    (o->indices && !sparse_fits(c, o, v[0]->value)))
		return false;
	if (o->flag)
		node_attr_bool(c->node, o->flag, &j.flag);
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
	ROW("ResourceApply" what, in, 0, TYPES, STEP(f), slots, scalars, grad, 0, flag, false),              \
	ROW("Apply" what, in, 1, TYPES, STEP(f), slots, scalars, grad, 0, flag, true)
#define SPARSE(what, in, f, slots, scalars, grad, indices, flag)                                             \
	ROW("ResourceSparseApply" what, in, 0, SPARSE_TYPES, STEP(f), slots, scalars, grad, indices, flag, false), \
	ROW("SparseApply" what, in, 1, SPARSE_TYPES, STEP(f), slots, scalars, grad, indices, flag, true)
#define L(...) __VA_ARGS__

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
	    "use_nesterov", false),
	ROW("ResourceApplyAdamWithAmsgrad", 11, 0, TYPES, STEP(amsgrad), 4, L(SCALARS(4, 5, 6, 7, 8, 9)), 10, 0,
	    NULL, false),
	SPARSE("Momentum", 6, momentum, 2, L(SCALARS(2, 5)), 3, 4, "use_nesterov"),
	SPARSE("Adagrad", 5, adagrad, 2, L(SCALARS(2)), 3, 4, "update_slots"),
	SPARSE("AdagradV2", 6, adagrad2, 2, L(SCALARS(2, 3)), 4, 5, "update_slots"),
	ROW("ResourceSparseApplyKerasMomentum", 6, 0, SPARSE_TYPES, STEP(keras_momentum), 2, L(SCALARS(2, 5)), 3, 4,
	    "use_nesterov", false),
#undef TYPES			/* no bfloat16 here */
#undef SPARSE_TYPES
#define TYPES { { "T", DM_TRAIN & ~DM(DT_BFLOAT16) } }
#define SPARSE_TYPES { { "T", DM_TRAIN & ~DM(DT_BFLOAT16) }, { "Tindices", DM_INDEX } }
	BOTH("AdaMax", 9, adamax, 3, L(SCALARS(3, 4, 5, 6, 7)), 8, NULL),
	SPARSE("RMSProp", 9, rmsprop, 3, L(SCALARS(3, 4, 5, 6)), 7, 8, NULL),
};

OP_FAMILY(family_train, rows);
