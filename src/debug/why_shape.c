/*
 * Shapes that do not fit: of two sides the one that no input of the run can change is followed up
 * to the constant or variable that fixed it; then other sizes of the inputs are tried, to say which
 * would work.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/why.h"
#include "tensor/print.h"

/* The input that decides an op's shape; -1: none does more than another. */
static int shaper(const struct tape_event *e)
{
	static const char *const first[] = {"Fill",
					    "StridedSlice",
					    "Slice",
					    "Transpose",
					    "Identity",
					    "Cast",
					    "Relu",
					    "ZerosLike",
					    "OnesLike",
					    "RandomUniform",
					    "RandomStandardNormal",
					    "Neg",
					    "Tanh",
					    "Sigmoid",
					    "Const",
					    NULL};
	static const char *const second[] = {"Reshape", "BroadcastTo", "Tile", NULL};

	return op_is_one(e, second) ? 1 : op_is_one(e, first) ? 0 : -1;
}

/* Up to the constant or variable that fixed a value's shape (or, for a shape, its numbers). */
static uint32_t fixed_by(const struct why *w, uint32_t value)
{
	for (int guard = 0; guard < 10000; guard++) {
		const struct tape_value *x = tape_value(w->tape, value);
		const struct tape_event *e = x ? tape_event(w->tape, x->maker) : NULL;
		int k;

		if (!e || why_is_given(e) || !e->n_in)
			return x ? x->maker : TAPE_NONE;
		k = shaper(e);
		value = e->in[k >= 0 && (uint32_t)k < e->n_in ? k : 0];
	}
	return TAPE_NONE;
}

/* Of a shape that is packed from several numbers, the constant one that is no -1. */
static uint32_t packed_constant(const struct why *w, uint32_t value)
{
	const struct tape_event *e = tape_maker(w->tape, value);

	if (!e || !sv_is(e->n->op, "Pack"))
		return TAPE_NONE;
	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *x = tape_value(w->tape, e->in[i]);

		if (x && !why_from_input(w, e->in[i]) && x->t->n == 1 &&
		    tensor_get_i64(x->t, 0) > 0)
			return x->maker;
	}
	return TAPE_NONE;
}

static bool is_shape_op(const struct tape_event *f)
{
	static const char *const names[] = {"Reshape", "BroadcastTo", "Tile",
					    "Slice",   "Fill",	      "Split",
					    "SplitV",  "EnsureShape", NULL};

	return op_is_one(f, names);
}

static enum why_verdict fixed_side(struct why *w, uint32_t at, const struct tape_event *f,
				   uint32_t side)
{
	const struct tape_event *e = tape_event(w->tape, at);
	const struct tape_value *x = tape_value(w->tape, side);
	struct str s = STR_INIT;

	if (x->t->rank > 1 || !x->t->n || x->t->n > 16 || dtype_info(x->t->dtype)->kind != DK_INT) {
		print_type(&s, x->t);
	} else {
		str_addc(&s, '[');
		for (int64_t i = 0; i < x->t->n; i++) {
			str_addz(&s, i ? "," : "");
			print_element(&s, x->t, i);
		}
		str_addc(&s, ']');
	}
	why_say(w, at,
		"this %.*s is %s whatever the input, and %s cannot take that with this input: %s",
		SV_ARG(e->n->op), str_z(&s), f->path, w->err.msg);
	str_free(&s);
	return WHY_FOUND;
}

/* Ops of which not all inputs have shapes that must fit: those that do, by what the message says.
 */
static const struct {
	const char *op, *word;
	int8_t in[3]; /* -1: no more */
} fights[] = {
	{"Slice", "size[", {2, -1, -1}},
	{"Slice", "begin[", {1, -1, -1}},
	{"ScatterNd", "indices and updates", {0, 1, -1}},
	{"ScatterNd", "update", {0, 1, -1}},
	{"TensorScatterUpdate", "update", {1, 2, -1}},
	{"TensorScatterAdd", "update", {1, 2, -1}},
	{"TensorScatterSub", "update", {1, 2, -1}},
};

static bool fights_here(const struct why *w, const struct tape_event *f, uint32_t input)
{
	for (size_t k = 0; k < sizeof(fights) / sizeof(fights[0]); k++)
		if (sv_is(f->n->op, fights[k].op) && strstr(w->err.msg, fights[k].word))
			return (int)input == fights[k].in[0] || (int)input == fights[k].in[1];
	return true;
}

static const struct tape_event *reshaped(const struct why *w, uint32_t value)
{
	for (int guard = 0; guard < 100; guard++) {
		const struct tape_event *e = tape_maker(w->tape, value);

		if (!e || !e->n_in || sv_is(e->n->op, "Reshape"))
			return e && e->n_in > 1 ? e : NULL;
		if (!op_is_one(e, (const char *const[]){"Identity", "Cast", "Relu", "Tanh",
							"Sigmoid", "Neg", NULL}))
			return NULL;
		value = e->in[0];
	}
	return NULL;
}

/* "[2,-1]": numbers that hold for one size of the input only. */
static bool half_fixed(const struct tensor *t)
{
	bool open = false, fixed = false;

	for (int64_t i = 0; t && i < t->n; i++) {
		open |= tensor_get_i64(t, i) == -1;
		fixed |= tensor_get_i64(t, i) > 0;
	}
	return open && fixed;
}

/*
 * A product with weights that got rows of another length because a Reshape before fixed how many
 * there are, though all its numbers would make whole rows: the Reshape's constant is to blame, not
 * the weights.
 */
static uint32_t folded_wrong(const struct why *w, const struct tape_event *f, uint32_t moving,
			     uint32_t fixed)
{
	static const char *const products[] = {"MatMul", "BatchMatMulV2", NULL};
	const struct tensor *weights = tape_value(w->tape, fixed)->t, *all;
	const struct tape_event *e = reshaped(w, moving);
	bool transposed = false;
	int64_t rows;

	if (!op_is_one(f, products) || !e || weights->rank != 2 || why_from_input(w, e->in[1]) ||
	    !half_fixed(why_in(w, e, 1)) || !(all = why_in(w, e, 0)))
		return TAPE_NONE;
	node_attr_bool(f->n, "transpose_b", &transposed);
	rows = weights->dim[transposed];
	return rows > 0 && all->n % rows == 0 ? fixed_by(w, e->in[1]) : TAPE_NONE;
}

/* Both sides come from inputs: the one whose shape a constant decided on the way. */
static enum why_verdict fixed_on_the_way(struct why *w, const struct tape_event *f)
{
	uint32_t at = TAPE_NONE, side = TAPE_NONE, n = 0;

	for (uint32_t i = 0; i < f->n_in; i++) {
		const struct tape_event *e = fights_here(w, f, i) ? reshaped(w, f->in[i]) : NULL;
		uint32_t c = e && sv_is(e->n->op, "Reshape") && !why_from_input(w, e->in[1])
				     ? fixed_by(w, e->in[1])
				     : TAPE_NONE;

		if (c == TAPE_NONE)
			continue;
		at = c;
		side = f->in[i];
		n++;
	}
	return n == 1 ? fixed_side(w, at, f, side) : WHY_NOTHING;
}

/* The sides that must fit: those that the input moves, and the first that it does not. */
static void sides(const struct why *w, const struct tape_event *f, uint32_t *fixed,
		  uint32_t *moving)
{
	*fixed = *moving = TAPE_NONE;
	for (uint32_t i = 0; i < f->n_in; i++) {
		const struct tensor *t = why_in(w, f, i);

		if (!t || (t->rank == 0 && t->n == 1) || !fights_here(w, f, i))
			continue; /* an axis, a scalar */
		if (why_from_input(w, f->in[i]))
			*moving = f->in[i];
		else if (*fixed == TAPE_NONE)
			*fixed = f->in[i];
	}
}

static enum why_verdict shape_operand(struct why *w, const struct tape_event *f)
{
	uint32_t k = 1, at;

	if (f->n_in < 2 || !is_shape_op(f))
		return WHY_NOTHING;
	while (k + 1 < f->n_in && !fights_here(w, f, k))
		k++;
	at = why_from_input(w, f->in[k]) ? packed_constant(w, f->in[k]) : fixed_by(w, f->in[k]);
	return at == TAPE_NONE ? WHY_NOTHING : fixed_side(w, at, f, f->in[k]);
}

enum why_verdict why_shape(struct why *w)
{
	const struct tape_event *f = tape_event(w->tape, w->failed);
	enum why_verdict v = shape_operand(w, f);
	uint32_t fixed, moving, at = TAPE_NONE;

	sides(w, f, &fixed, &moving);
	if (v == WHY_NOTHING && fixed != TAPE_NONE && moving != TAPE_NONE) {
		at = folded_wrong(w, f, moving, fixed);
		if (at != TAPE_NONE)
			fixed = reshaped(w, moving)->in[1];
		else
			at = fixed_by(w, fixed);
		if (at != TAPE_NONE)
			v = fixed_side(w, at, f, fixed);
	}
	if (v == WHY_NOTHING && moving != TAPE_NONE && fixed == TAPE_NONE)
		v = fixed_on_the_way(w, f);
	return v == WHY_NOTHING ? why_say(w, w->failed, "%s", w->err.msg) : v;
}
