/*
 * Where a NaN or an infinity came from. A bad value is followed back to the node that made it from good
 * inputs. A NaN that a constant, a variable or an input holds is a finding there. An infinity that is given
 * (a mask's -inf) or only moved is none; one that arithmetic made from finite values is, when it or a NaN
 * made of it reaches an output.
 */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "debug/why.h"
#include "tensor/print.h"
#include "tensor/stats.h"

static uint8_t bad(const struct why *w, uint32_t v)
{
	const struct tape_value *x = tape_value(w->tape, v);

	return x ? x->bad : 0;
}

/* Ops that hand on or pick elements of an input: what is bad in them was bad before. */
static bool only_moves(const struct tape_event *e)
{
	static const char *const names[] = {
		"Identity", "IdentityN", "Reshape", "Transpose", "ConcatV2", "Concat", "Pack", "Unpack", "Split", "SplitV",
		"Select", "SelectV2", "Slice", "StridedSlice", "GatherV2", "Gather", "GatherNd", "Tile", "Pad", "PadV2",
		"MirrorPad", "ExpandDims", "Squeeze", "BroadcastTo", "Fill", "ReverseV2", "Maximum", "Minimum", "Max", "Min",
		"MaxPool", "Relu", "StopGradient", "Cast", "Where", "TopKV2", "DynamicStitch", "TensorScatterUpdate",
		"ScatterNd", "Abs", "Neg", NULL,
	};

	return op_is_one(e, names);
}

/* The earliest event behind v that made an infinity from finite inputs, or TAPE_NONE. */
static uint32_t made_infinity(const struct why *w, uint32_t v)
{
	uint8_t *seen = xcalloc((size_t)tape_n(w->tape) + 1, 1);
	VEC(uint32_t) todo = { 0 };
	uint32_t best = TAPE_NONE;

	vec_push(&todo, v);
	while (todo.n) {
		const struct tape_value *x = tape_value(w->tape, todo.p[--todo.n]);
		const struct tape_event *e = x ? tape_event(w->tape, x->maker) : NULL;
		bool passed = false;

		if (!e || !(x->bad & TV_BAD) || seen[x->maker] || why_is_given(e))
			continue;
		seen[x->maker] = 1;
		for (uint32_t i = 0; i < e->n_in; i++)
			if (bad(w, e->in[i])) {
				passed = true;
				vec_push(&todo, e->in[i]);
			}
		if (!passed && !only_moves(e) && !(x->bad & TV_NAN) && x->maker < best)
			best = x->maker;
	}
	vec_free(&todo);
	free(seen);
	return best;
}

/* The earliest event behind v where its NaN began. */
static uint32_t began(const struct why *w, uint32_t v)
{
	uint8_t *seen = xcalloc((size_t)tape_n(w->tape) + 1, 1);
	VEC(uint32_t) todo = { 0 };
	uint32_t best = TAPE_NONE;

	vec_push(&todo, v);
	while (todo.n) {
		const struct tape_value *x = tape_value(w->tape, todo.p[--todo.n]);
		const struct tape_event *e = x ? tape_event(w->tape, x->maker) : NULL;
		uint32_t here;
		bool passed = false;

		if (!e || !(x->bad & TV_NAN) || seen[x->maker])
			continue;
		seen[x->maker] = 1;
		for (uint32_t i = 0; i < e->n_in; i++)
			if (bad(w, e->in[i]) & TV_NAN) {
				passed = true;
				vec_push(&todo, e->in[i]);
			}
		if (passed)
			continue;
		here = x->maker;
		for (uint32_t i = 0; i < e->n_in; i++) {
			uint32_t inf = bad(w, e->in[i]) & TV_INF ? made_infinity(w, e->in[i]) : TAPE_NONE;

			if (inf < here)
				here = inf;
		}
		if (here < best)
			best = here;
	}
	vec_free(&todo);
	free(seen);
	return best;
}

/* ---- saying it ---- */

/* Why ops make NaN or infinities out of finite numbers. */
static const struct {
	const char *op, *nan, *inf;
} reasons[] = {
	{ "RealDiv", "0/0", "a division by 0, or a quotient beyond the type" },
	{ "Div", "0/0", "a division by 0, or a quotient beyond the type" },
	{ "Xdivy", "0/0", "a division by 0" },
	{ "Reciprocal", "1/NaN", "1/0" },
	{ "Inv", "1/NaN", "1/0" },
	{ "Log", "the logarithm of a negative number", "the logarithm of 0" },
	{ "Log1p", "the logarithm of a negative number", "the logarithm of 0" },
	{ "Sqrt", "the square root of a negative number", "a value beyond the type" },
	{ "Rsqrt", "the square root of a negative number", "1 / the square root of 0" },
	{ "Pow", "a power of a negative number that is no real number", "a power beyond the type" },
	{ "Exp", "an exponential", "an exponential beyond the type" },
	{ "Expm1", "an exponential", "an exponential beyond the type" },
	{ "Sinh", "a hyperbolic sine", "an exponential beyond the type" },
	{ "Cosh", "a hyperbolic cosine", "an exponential beyond the type" },
	{ "Mul", "a product", "a product beyond the type" },
	{ "Square", "a square", "a square beyond the type" },
	{ "Sum", "a sum", "a sum beyond the type" },
	{ "MatMul", "a product of matrices", "a product of matrices beyond the type" },
	{ "Mean", "the mean of nothing", "a sum beyond the type" },
	{ "FusedBatchNormV3", "the square root of a negative variance", "a division by a variance of 0" },
	{ "Acos", "an arc cosine outside -1..1", "" },
	{ "Asin", "an arc sine outside -1..1", "" },
	{ "Atanh", "an inverse hyperbolic tangent outside -1..1", "an inverse hyperbolic tangent of 1" },
	{ "Cast", "a cast", "a value beyond the narrower type" },
	{ "Softmax", "a softmax over a row without a finite value", "" },
};

static const char *reason(const struct tape_event *e, bool nan)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (sv_is(e->n->op, reasons[i].op))
			return nan ? reasons[i].nan : reasons[i].inf;
	return "";
}

static void index_text(struct str *s, const struct tensor *t, int64_t flat)
{
	int64_t at[SHAPE_MAX_RANK];

	if (!t->rank)
		return;
	for (int d = t->rank - 1; d >= 0; d--) {
		at[d] = flat % t->dim[d];
		flat /= t->dim[d];
	}
	for (int d = 0; d < t->rank; d++)
		str_addf(s, "%s%lld", d ? "," : "[", (long long)at[d]);
	str_addc(s, ']');
}

/* The element of an input that stands behind element `flat` of an elementwise output; -1: not so simple. */
static int64_t behind(const struct tensor *out, const struct tensor *in, int64_t flat)
{
	int64_t at = 0, step = 1;

	if (in->rank > out->rank)
		return -1;
	for (int d = out->rank - 1, k = in->rank - 1; k >= 0; d--, k--) {
		int64_t i = flat % out->dim[d];

		flat /= out->dim[d];
		if (in->dim[k] != out->dim[d] && in->dim[k] != 1)
			return -1;
		at += in->dim[k] == 1 ? 0 : i * step;
		step *= in->dim[k];
	}
	return at;
}

static void samples(struct why *w, const struct tensor *t)
{
	struct str s = STR_INIT;
	int64_t per = t->rank && t->dim[0] ? t->n / t->dim[0] : 0, n = 0;

	if (t->rank < 2 || t->dim[0] < 2)
		return;
	for (int64_t b = 0; b < t->dim[0]; b++) {
		bool hit = false;

		for (int64_t k = 0; k < per && !hit; k++)
			hit = !isfinite(tensor_get_f64(t, b * per + k));
		if (hit && n++ < 20)
			str_addf(&s, "%s%lld", s.n ? ", " : "", (long long)b);
	}
	if (n && n < t->dim[0])
		why_note(w, "  of the batch of %lld, bad: %s%s", (long long)t->dim[0], str_z(&s), n > 20 ? " ..." : "");
	str_free(&s);
}

static int64_t first_bad(const struct tensor *t, bool nan)
{
	for (int64_t i = 0; i < t->n; i++) {
		double v = tensor_get_f64(t, i);

		if (nan ? isnan(v) : isinf(v))
			return i;
	}
	return -1;
}

/* The first bad element and the elements that it was made of. */
static void element(struct why *w, const struct tape_event *e, const struct tensor *t, bool nan)
{
	int64_t i = first_bad(t, nan);
	struct str s = STR_INIT;

	if (i < 0)
		return;
	str_addz(&s, "  element ");
	index_text(&s, t, i);
	str_addz(&s, " is ");
	print_element(&s, t, i);
	for (uint32_t k = 0; k < e->n_in; k++) {
		const struct tape_value *v = tape_value(w->tape, e->in[k]);
		int64_t at = v && dtype_info(v->t->dtype)->kind == DK_FLOAT ? behind(t, v->t, i) : -1;

		if (at < 0 || at >= v->t->n)
			continue;
		str_addf(&s, "%s input %u: ", k ? "," : ", made of", k);
		print_element(&s, v->t, at);
	}
	why_note(w, "%s", str_z(&s));
	str_free(&s);
}

static const char *variable_name(const struct tape_event *e, const struct why *w, struct str *s)
{
	const struct tape_value *v = e->n_in ? tape_value(w->tape, e->in[0]) : NULL;

	if (v && v->t->dtype == DT_RESOURCE && v->t->n == 1)
		print_element(s, v->t, 0);
	return str_z(s);
}

static enum why_verdict say(struct why *w, uint32_t event, uint32_t reached)
{
	const struct tape_event *e = tape_event(w->tape, event);
	const struct tape_value *out = NULL;
	struct str s = STR_INIT, name = STR_INIT, where = STR_INIT;
	struct stats st;
	bool nan;

	for (uint32_t i = 0; i < e->n_out && !out; i++)
		if (bad(w, e->out[i]) && tape_value(w->tape, e->out[i])->maker == event)
			out = tape_value(w->tape, e->out[i]);
	if (!out)
		return WHY_NOTHING;
	nan = out->bad & TV_NAN;
	stats_of(out->t, &st);
	if (reached != TAPE_NONE)
		str_addf(&where, "; it reaches the output \"%.*s\"", SV_ARG(w->sig->out[reached].key));
	if (why_is_input(e)) {
		str_addf(&s, "the input itself holds %lld NaN%s", (long long)st.n_nan, str_z(&where));
	} else if (e->n_in && tape_value(w->tape, e->in[0]) && tape_value(w->tape, e->in[0])->t->dtype == DT_RESOURCE) {
		str_addf(&s, "%s holds %lld NaN%s", variable_name(e, w, &name), (long long)st.n_nan, str_z(&where));
	} else if (why_is_given(e)) {
		str_addf(&s, "this %.*s holds %lld NaN%s", SV_ARG(e->n->op), (long long)st.n_nan, str_z(&where));
	} else {
		const char *because = reason(e, nan);

		str_addf(&s, "%.*s makes the first %s here, of %s inputs%s%s%s", SV_ARG(e->n->op),
			 nan ? "NaN" : "infinity", "finite", *because ? ": " : "", because, str_z(&where));
	}
	why_say(w, event, "%s", str_z(&s));
	why_note_value(w, "makes", e->out[out->slot]);
	for (uint32_t i = 0; i < e->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), "input %u", i);
		why_note_value(w, what, e->in[i]);
	}
	if (!why_is_given(e))
		element(w, e, out->t, nan);
	samples(w, out->t);
	str_free(&s);
	str_free(&name);
	str_free(&where);
	return WHY_FOUND;
}

/* ---- the rule ---- */

static enum why_verdict from_outputs(struct why *w)
{
	uint32_t best = TAPE_NONE, reached = TAPE_NONE;

	for (uint32_t i = 0; i < w->sig->n_out; i++) {
		uint8_t b = bad(w, w->out[i]);
		uint32_t at = b & TV_NAN ? began(w, w->out[i]) : b ? made_infinity(w, w->out[i]) : TAPE_NONE;

		if (at < best)
			best = at, reached = i;
	}
	return best == TAPE_NONE ? WHY_NOTHING : say(w, best, reached);
}

enum why_verdict why_nan(struct why *w)
{
	enum why_verdict v = from_outputs(w);

	for (uint32_t k = 0; v == WHY_NOTHING && k < tape_n(w->tape); k++) {
		const struct tape_event *e = tape_event(w->tape, k);

		for (uint32_t i = 0; i < e->n_out && v == WHY_NOTHING; i++)
			if (bad(w, e->out[i]) & TV_NAN)
				v = say(w, began(w, e->out[i]), TAPE_NONE);
	}
	return v;
}
