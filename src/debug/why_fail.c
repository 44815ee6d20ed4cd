/*
 * Why a node failed. An index out of range is followed up, through what only moves or reshapes numbers, to
 * what made it: a table's default, a vocabulary, the input, a constant. Shapes that do not fit: of two sides
 * the one that no input of the run can change is followed up to the constant or variable that fixed it.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "debug/why.h"
#include "tensor/print.h"

/* ---- following a value up ---- */

/* Which input of an op carries its numbers on; -1: the op makes them. */
static int carrier(const struct tape_event *e)
{
	static const char *const first[] = {
		"Identity", "Cast", "Reshape", "ExpandDims", "Squeeze", "StridedSlice", "Slice", "Unpack", "Transpose",
		"Unique", "StopGradient", "Tile", "BroadcastTo", "ReverseV2", "Split", "Bitcast", "EnsureShape", "Pad",
		"PadV2", "GatherNd", "SparseReshape", "RaggedTensorToTensor", "DynamicPartition", NULL,
	};
	static const char *const gathers[] = { "Gather", "GatherV2", NULL };
	static const char *const second[] = { "SparseToDense", NULL };

	if (op_is_one(e, first) || op_is_one(e, gathers))
		return 0;
	if (op_is_one(e, second))
		return 2;
	return -1;
}

static bool holds(const struct tensor *t, int64_t v)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	if (kind != DK_INT && kind != DK_UINT)
		return false;
	for (int64_t i = 0; i < t->n; i++)
		if (tensor_get_i64(t, i) == v)
			return true;
	return false;
}

/* Of several inputs that are joined, the one that holds the number. */
static uint32_t joined(const struct why *w, const struct tape_event *e, int64_t v)
{
	static const char *const joins[] = { "ConcatV2", "Concat", "Pack", "Select", "SelectV2", "Maximum", "Minimum",
					     "Where", "DynamicStitch", NULL };

	if (!op_is_one(e, joins))
		return TAPE_NONE;
	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *x = tape_value(w->tape, e->in[i]);

		if (x && holds(x->t, v))
			return e->in[i];
	}
	return TAPE_NONE;
}

/* The event that made the number v in a value. */
static uint32_t maker_of(const struct why *w, uint32_t value, int64_t v)
{
	for (int guard = 0; guard < 10000; guard++) {
		const struct tape_value *x = tape_value(w->tape, value);
		const struct tape_event *e = x ? tape_event(w->tape, x->maker) : NULL;
		uint32_t next;
		int c;

		if (!e)
			return TAPE_NONE;
		next = joined(w, e, v);
		c = carrier(e);
		if (next == TAPE_NONE && c >= 0 && (uint32_t)c < e->n_in) {
			const struct tape_value *in = tape_value(w->tape, e->in[c]);

			/* a cast from floating point, or an index that a gather looks up, is its own maker */
			if (in && holds(in->t, v))
				next = e->in[c];
		}
		if (next == TAPE_NONE)
			return x->maker;
		value = next;
	}
	return TAPE_NONE;
}

/* ---- indices ---- */

/* "indices[3] = 7 is not in [0, 5)", "index 7 out of range": the number, and the end of the range. */
static bool bad_index(const char *msg, int64_t *index, int64_t *limit)
{
	const char *p = strstr(msg, "is not in [0, "), *eq;

	*limit = -1;
	if (p) {
		*limit = strtoll(p + 14, NULL, 10);
		for (eq = p; eq > msg && *eq != '='; eq--)
			;
		if (*eq == '=') {
			*index = strtoll(eq + 1, NULL, 10);
			return true;
		}
	}
	return false;
}

/* What a table was asked for where it answered v. */
static void asked_for(const struct why *w, const struct tape_event *e, int64_t v, struct str *s)
{
	const struct tape_value *keys = e->n_in > 1 ? tape_value(w->tape, e->in[1]) : NULL;
	const struct tape_value *out = e->n_out ? tape_value(w->tape, e->out[0]) : NULL;

	if (!keys || !out || keys->t->n != out->t->n)
		return;
	for (int64_t i = 0; i < out->t->n; i++)
		if (tensor_get_i64(out->t, i) == v) {
			if (keys->t->dtype == DT_STRING)
				str_addc(s, '"');
			if (keys->t->dtype == DT_STRING)
				str_escaped(s, tensor_str(keys->t, i));
			else
				print_element(s, keys->t, i);
			if (keys->t->dtype == DT_STRING)
				str_addc(s, '"');
			return;
		}
}

static bool is_default(const struct why *w, const struct tape_event *e, int64_t v)
{
	const struct tape_value *d = e->n_in > 2 ? tape_value(w->tape, e->in[2]) : NULL;

	return d && d->t->n == 1 && tensor_get_i64(d->t, 0) == v;
}

static enum why_verdict index_cause(struct why *w, int64_t index, int64_t limit)
{
	static const char *const lookups[] = { "LookupTableFind", "LookupTableFindV2", NULL };
	const struct tape_event *f = tape_event(w->tape, w->failed), *e;
	uint32_t value = TAPE_NONE, at;
	struct str key = STR_INIT;

	for (uint32_t i = f->n_in; i-- > 0 && value == TAPE_NONE;) {
		const struct tape_value *x = tape_value(w->tape, f->in[i]);

		if (x && holds(x->t, index))
			value = f->in[i];
	}
	at = value == TAPE_NONE ? w->failed : maker_of(w, value, index);
	e = tape_event(w->tape, at);
	if (!e)
		return WHY_NOTHING;
	if (op_is_one(e, lookups)) {
		asked_for(w, e, index, &key);
		if (is_default(w, e, index))
			why_say(w, at, "the table does not know %s and answers its default %" PRId64
				", but %s takes indices from 0 to %" PRId64, key.n ? str_z(&key) : "a key", index,
				f->path, limit - 1);
		else
			why_say(w, at, "the table answers %s with %" PRId64 ", but %s takes indices from 0 to %" PRId64
				": the vocabulary is larger than what it indexes", key.n ? str_z(&key) : "a key",
				index, f->path, limit - 1);
	} else if (why_is_input(e)) {
		why_say(w, at, "the input holds %" PRId64 ", but %s takes indices from 0 to %" PRId64, index, f->path,
			limit - 1);
	} else if (why_is_given(e)) {
		why_say(w, at, "this %.*s holds %" PRId64 ", but %s takes indices from 0 to %" PRId64, SV_ARG(e->n->op),
			index, f->path, limit - 1);
	} else {
		why_say(w, at, "%.*s makes the index %" PRId64 ", but %s takes indices from 0 to %" PRId64,
			SV_ARG(e->n->op), index, f->path, limit - 1);
	}
	str_free(&key);
	return WHY_FOUND;
}

/* ---- shapes ---- */

/* The input that decides an op's shape; -1: none does more than another. */
static int shaper(const struct tape_event *e)
{
	static const char *const first[] = { "Fill", "StridedSlice", "Slice", "Transpose", "Identity", "Cast", "Relu",
					     "ZerosLike", "OnesLike", "RandomUniform", "RandomStandardNormal", "Neg",
					     "Tanh", "Sigmoid", "Const", NULL };
	static const char *const second[] = { "Reshape", "BroadcastTo", "Tile", NULL };

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

		if (x && !why_from_input(w, e->in[i]) && x->t->n == 1 && tensor_get_i64(x->t, 0) > 0)
			return x->maker;
	}
	return TAPE_NONE;
}

static bool is_shape_op(const struct tape_event *f)
{
	static const char *const names[] = { "Reshape", "BroadcastTo", "Tile", "Slice", "Fill", "Split", "SplitV",
					     "EnsureShape", NULL };

	return op_is_one(f, names);
}

static enum why_verdict fixed_side(struct why *w, uint32_t at, const struct tape_event *f, uint32_t side)
{
	const struct tape_event *e = tape_event(w->tape, at);
	const struct tape_value *x = tape_value(w->tape, side);
	struct str s = STR_INIT;

	print_type(&s, x->t);
	if (x->t->rank <= 1 && x->t->n && x->t->n <= 16 && dtype_info(x->t->dtype)->kind == DK_INT) {
		str_addz(&s, " = [");
		for (int64_t i = 0; i < x->t->n; i++) {
			str_addz(&s, i ? "," : "");
			print_element(&s, x->t, i);
		}
		str_addc(&s, ']');
	}
	why_say(w, at, "this %.*s fixes %s, whatever the input, and %s cannot take it with this input: %s",
		SV_ARG(e->n->op), str_z(&s), f->path, w->err.msg);
	str_free(&s);
	return WHY_FOUND;
}

static enum why_verdict shape_cause(struct why *w)
{
	const struct tape_event *f = tape_event(w->tape, w->failed);
	uint32_t fixed = TAPE_NONE, moving = 0;

	if (is_shape_op(f) && f->n_in > 1) {
		uint32_t at = why_from_input(w, f->in[1]) ? packed_constant(w, f->in[1]) : fixed_by(w, f->in[1]);

		if (at != TAPE_NONE)
			return fixed_side(w, at, f, f->in[1]);
	}
	for (uint32_t i = 0; i < f->n_in; i++) {
		const struct tape_value *x = tape_value(w->tape, f->in[i]);

		if (!x || (x->t->rank == 0 && x->t->n == 1))
			continue;	/* an axis, a scalar */
		if (why_from_input(w, f->in[i]))
			moving++;
		else if (fixed == TAPE_NONE)
			fixed = f->in[i];
	}
	if (fixed != TAPE_NONE && moving) {
		uint32_t at = fixed_by(w, fixed);

		if (at != TAPE_NONE)
			return fixed_side(w, at, f, fixed);
	}
	return why_say(w, w->failed, "%s", w->err.msg);
}

/* ---- the rule ---- */

static bool about_shapes(const char *msg)
{
	static const char *const words[] = { "shape", "Shape", "dimension", "Dimension", "size", "rank", "Matrix",
					     "ConcatOp", "slice index", "Input to reshape", "multiple of", NULL };

	for (int i = 0; words[i]; i++)
		if (strstr(msg, words[i]))
			return true;
	return false;
}

static void data_of_assert(struct why *w, const struct tape_event *f)
{
	for (uint32_t i = 0; i < f->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), i ? "data %u" : "condition", i);
		why_note_value(w, what, f->in[i]);
	}
}

enum why_verdict why_failure(struct why *w)
{
	const struct tape_event *f = tape_event(w->tape, w->failed);
	enum why_verdict v = WHY_NOTHING;
	int64_t index, limit;

	if (!f)
		return WHY_NOTHING;
	if (sv_is(f->n->op, "Assert")) {
		why_say(w, w->failed, "%s", w->err.msg);
		data_of_assert(w, f);
		return WHY_FOUND;
	}
	if (bad_index(w->err.msg, &index, &limit))
		v = index_cause(w, index, limit);
	else if (w->err.code == ERR_INVALID_ARGUMENT && about_shapes(w->err.msg))
		v = shape_cause(w);
	if (v == WHY_NOTHING)
		v = why_say(w, w->failed, "%s", w->err.msg);
	why_note(w, "  fails: %s%s (%.*s): %s: %s", f->path, f->iter, SV_ARG(f->n->op), err_code_name(w->err.code),
		 w->err.msg);
	for (uint32_t i = 0; i < f->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), "input %u", i);
		why_note_value(w, what, f->in[i]);
	}
	return v;
}
