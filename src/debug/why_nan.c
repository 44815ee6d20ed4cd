/*
 * Where a NaN or an infinity came from. A bad value is followed back to the node that made it from
 * good inputs. A NaN that a constant, a variable or an input holds is a finding there. An infinity
 * that is given (a mask's -inf) or only moved is none; one that arithmetic made from finite values
 * is, when it or a NaN made of it reaches an output.
 */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "debug/why.h"
#include "tensor/print.h"
#include "tensor/stats.h"

enum { MAX_ASKED = 256 };

static uint8_t bad(const struct why *w, uint32_t v)
{
	const struct tape_value *x = tape_value(w->tape, v);

	return x ? x->bad : 0;
}

/* What an event made, of what it took, of what it found in resources. */
static uint8_t made(const struct why *w, uint32_t event)
{
	const struct tape_event *e = tape_event(w->tape, event);
	uint8_t b = e->put;

	for (uint32_t i = 0; i < e->n_out; i++)
		b |= bad(w, e->out[i]);
	return b;
}

/*
 * Goes up from an event through what is bad as flag says. Where nothing behind is bad any more,
 * leaf is asked for the event that is to blame; the earliest of them is given, or TAPE_NONE.
 */
static uint32_t earliest(const struct why *w, uint32_t event, uint8_t flag,
			 uint32_t (*leaf)(const struct why *w, uint32_t event))
{
	uint8_t *seen = xcalloc((size_t)tape_n(w->tape) + 1, 1);
	VEC(uint32_t) todo = {0};
	uint32_t best = TAPE_NONE, here, asked = 0;

	vec_push(&todo, event);
	while (todo.n) {
		uint32_t at = todo.p[--todo.n];
		const struct tape_event *e = tape_event(w->tape, at);
		bool passed = false;

		if (!e || seen[at])
			continue;
		seen[at] = 1;
		for (uint32_t i = 0; i < tape_n_behind(e); i++) {
			uint32_t up = tape_behind(w->tape, e, i);
			uint8_t b = i < e->n_in ? bad(w, e->in[i]) : tape_event(w->tape, up)->put;

			if (!(b & flag))
				continue;
			passed = true;
			vec_push(&todo, up);
		}
		if (passed)
			continue;
		/* each leaf of a NaN may look for an infinity: in a long loop not all of them */
		here = flag != TV_NAN || asked++ < MAX_ASKED ? leaf(w, at) : at;
		best = here < best ? here : best;
	}
	vec_free(&todo);
	free(seen);
	return best;
}

/* Does it read numbers that somebody stored: a resource, a text, bytes? */
static bool reads(const struct why *w, const struct tape_event *e)
{
	bool yes = why_is_given(e) || sv_is(e->n->op, "Bitcast");

	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tape_value *x = tape_value(w->tape, e->in[i]);

		yes |= x && (x->t->dtype == DT_RESOURCE || x->t->dtype == DT_STRING);
	}
	return yes;
}

/* An infinity that is given is no finding. */
static uint32_t infinity_leaf(const struct why *w, uint32_t event)
{
	return made(w, event) & TV_NAN || reads(w, tape_event(w->tape, event)) ? TAPE_NONE : event;
}

/* The earliest event behind v that made an infinity from finite inputs, or TAPE_NONE. */
static uint32_t made_infinity(const struct why *w, uint32_t v)
{
	const struct tape_value *x = tape_value(w->tape, v);

	return x && x->bad & TV_BAD ? earliest(w, x->maker, TV_BAD, infinity_leaf) : TAPE_NONE;
}

/* A NaN began here, or where arithmetic made the infinity that it was made of. */
static uint32_t nan_leaf(const struct why *w, uint32_t event)
{
	const struct tape_event *e = tape_event(w->tape, event);
	uint32_t here = event;

	for (uint32_t i = 0; i < e->n_in; i++) {
		uint32_t inf = bad(w, e->in[i]) & TV_INF ? made_infinity(w, e->in[i]) : TAPE_NONE;

		if (inf < here)
			here = inf;
	}
	return here;
}

/* The earliest event behind v where its NaN began. */
static uint32_t began(const struct why *w, uint32_t v)
{
	const struct tape_value *x = tape_value(w->tape, v);

	return x && x->bad & TV_NAN ? earliest(w, x->maker, TV_NAN, nan_leaf) : TAPE_NONE;
}

uint32_t why_bad_origin(const struct why *w, uint32_t v)
{
	uint32_t at = began(w, v);

	return at == TAPE_NONE ? made_infinity(w, v) : at;
}

/* ---- saying it ---- */

/* Why ops make NaN or infinities out of finite numbers. */
static const struct {
	const char *op, *nan, *inf;
} reasons[] = {
	{"RealDiv", "0/0", "a division by 0, or a quotient beyond the type"},
	{"Div", "0/0", "a division by 0, or a quotient beyond the type"},
	{"Xdivy", "0/0", "a division by 0"},
	{"Reciprocal", "1/NaN", "1/0"},
	{"Inv", "1/NaN", "1/0"},
	{"Log", "the logarithm of a negative number", "the logarithm of 0"},
	{"Log1p", "the logarithm of a negative number", "the logarithm of 0"},
	{"Sqrt", "the square root of a negative number", "a value beyond the type"},
	{"Rsqrt", "the square root of a negative number", "1 / the square root of 0"},
	{"Pow", "a power of a negative number that is no real number", "a power beyond the type"},
	{"Exp", "an exponential", "an exponential beyond the type"},
	{"Expm1", "an exponential", "an exponential beyond the type"},
	{"Sinh", "a hyperbolic sine", "an exponential beyond the type"},
	{"Cosh", "a hyperbolic cosine", "an exponential beyond the type"},
	{"Mul", "a product", "a product beyond the type"},
	{"Square", "a square", "a square beyond the type"},
	{"Sum", "a sum", "a sum beyond the type"},
	{"MatMul", "a product of matrices", "a product of matrices beyond the type"},
	{"Mean", "the mean of nothing", "a sum beyond the type"},
	{"FusedBatchNormV3", "the square root of a negative variance",
	 "a division by a variance of 0"},
	{"Max", "", "the largest of nothing"},
	{"Min", "", "the smallest of nothing"},
	{"Prod", "a product", "a product beyond the type"},
	{"Cumsum", "a sum", "a sum beyond the type"},
	{"Cumprod", "a product", "a product beyond the type"},
	{"Add", "a sum", "a sum beyond the type"},
	{"AddV2", "a sum", "a sum beyond the type"},
	{"AddN", "a sum", "a sum beyond the type"},
	{"Sub", "a difference", "a difference beyond the type"},
	{"Conv2D", "a sum of products", "a sum of products beyond the type"},
	{"_FusedConv2D", "a sum of products", "a sum of products beyond the type"},
	{"_FusedMatMul", "a product of matrices", "a product of matrices beyond the type"},
	{"BatchMatMulV2", "a product of matrices", "a product of matrices beyond the type"},
	{"Einsum", "a sum of products", "a sum of products beyond the type"},
	{"Acos", "an arc cosine outside -1..1", ""},
	{"Asin", "an arc sine outside -1..1", ""},
	{"Atanh", "an inverse hyperbolic tangent outside -1..1",
	 "an inverse hyperbolic tangent of 1"},
	{"Cast", "a cast", "a value beyond the narrower type"},
	{"Softmax", "a softmax over a row without a finite value", ""},
};

static bool takes_infinity(const struct why *w, const struct tape_event *e)
{
	bool yes = false;

	for (uint32_t i = 0; i < e->n_in; i++)
		yes |= bad(w, e->in[i]) & TV_INF;
	return yes;
}

/* Why ops make NaN out of infinities. */
static const char *reason_infinite(const struct tape_event *e)
{
	static const char *const differences[] = {"Sub",    "Add",     "AddV2",
						  "AddN",   "Sum",     "Mean",
						  "Cumsum", "BiasAdd", "SquaredDifference",
						  NULL};
	static const char *const products[] = {
		"Mul",		 "MatMul", "BatchMatMul", "BatchMatMulV2",
		"BatchMatMulV3", "Conv2D", "Einsum",	  "_FusedConv2D",
		"_FusedMatMul",	 NULL};
	static const char *const quotients[] = {"RealDiv", "Div", NULL};

	return op_is_one(e, differences) ? "inf - inf"
	       : op_is_one(e, products)	 ? "0 * inf, or inf - inf"
	       : op_is_one(e, quotients) ? "inf/inf"
	       : sv_is(e->n->op, "Softmax") || sv_is(e->n->op, "LogSoftmax")
		       ? "a row without a finite largest value"
		       : "";
}

static const char *reason(const struct tape_event *e, bool nan, bool infinite)
{
	if (infinite && nan)
		return reason_infinite(e);
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (sv_is(e->n->op, reasons[i].op))
			return nan ? reasons[i].nan : reasons[i].inf;
	return "";
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

static bool not_finite(const void *ctx, const struct tensor *t, int64_t i)
{
	(void)ctx;
	return dtype_info(t->dtype)->kind == DK_FLOAT && !isfinite(tensor_get_f64(t, i));
}

static const char *variable_name(const struct tape_event *e, const struct why *w, struct str *s)
{
	const struct tape_value *v = e->n_in ? tape_value(w->tape, e->in[0]) : NULL;

	struct str text = STR_INIT;

	if (v && v->t->dtype == DT_RESOURCE && v->t->n == 1)
		print_element(&text, v->t, 0);
	if (text.n > 2 && str_z(&text)[0] == '<') /* "<variable w, float32 [3]>" */
		str_addf(s, "the %.*s,", (int)text.n - 2, str_z(&text) + 1);
	else
		str_addz(s, "the resource");
	str_free(&text);
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
		str_addf(&where, "; it reaches the output \"%.*s\"",
			 SV_ARG(w->sig->out[reached].key));
	if (why_is_input(e)) {
		str_addf(&s, "the input itself holds %lld NaN%s", (long long)st.n_nan,
			 str_z(&where));
	} else if (e->n_in && tape_value(w->tape, e->in[0]) &&
		   tape_value(w->tape, e->in[0])->t->dtype == DT_RESOURCE) {
		str_addf(&s, "%s holds %lld NaN%s", variable_name(e, w, &name), (long long)st.n_nan,
			 str_z(&where));
	} else if (why_is_given(e)) {
		str_addf(&s, "this %.*s holds %lld NaN%s", SV_ARG(e->n->op), (long long)st.n_nan,
			 str_z(&where));
	} else {
		bool infinite = takes_infinity(w, e);
		const char *because = reason(e, nan, infinite);

		str_addf(&s, "%.*s makes the first %s here, of %s%s%s%s", SV_ARG(e->n->op),
			 nan ? "NaN" : "infinity", infinite ? "infinities" : "finite inputs",
			 *because ? ": " : "", because, str_z(&where));
	}
	why_say(w, event, "%s", str_z(&s));
	why_note_value(w, "makes", e->out[out->slot]);
	for (uint32_t i = 0; i < e->n_in; i++) {
		char what[32];

		snprintf(what, sizeof(what), "input %u", i);
		why_note_value(w, what, e->in[i]);
	}
	why_note_element(w, e, out->t, first_bad(out->t, nan));
	why_note_samples(w, reached == TAPE_NONE ? out->t : tape_value(w->tape, w->out[reached])->t,
			 not_finite, NULL);
	str_free(&s);
	str_free(&name);
	str_free(&where);
	return WHY_FOUND;
}

/* ---- the rule ---- */

/* Ops that leave a NaN out on purpose, or pick other elements. */
static bool leaves_out(const struct tape_event *e)
{
	static const char *const names[] = {
		"Select",
		"SelectV2",
		"Where",
		"Slice",
		"StridedSlice",
		"GatherV2",
		"Gather",
		"GatherNd",
		"Unpack",
		"Split",
		"SplitV",
		"DynamicPartition",
		"BatchToSpaceND",
		"TensorListGetItem",
		"TensorListPopBack",
		"TensorArrayReadV3",
		"IsNan",
		"IsFinite",
		"IsInf",
		"MulNoNan",
		"DivNoNan",
		"Xlogy",
		"Xlog1py",
		"Xdivy",
		"Shape",
		"ShapeN",
		"Size",
		"Rank",
		"ZerosLike",
		"OnesLike",
		"TensorScatterUpdate",
		"Switch",
		"Merge",
		"MatrixBandPart",
		"MatrixSetDiagV3",
		"MatrixDiagPartV3",
		NULL,
	};

	return op_is_one(e, names);
}

static bool cut_masked(void *ctx, const struct tape_event *e, uint32_t input)
{
	const struct why *w = ctx;
	uint8_t b = 0;

	for (uint32_t i = 0; i < e->n_out; i++)
		b |= bad(w, e->out[i]);
	return bad(w, e->in[input]) & TV_NAN && !(b & TV_NAN) && leaves_out(e);
}

/*
 * A NaN among the marked events that an op took for something else: a class, a count, a number it
 * was cast to, the largest of a window. Gives where it began, or TAPE_NONE.
 */
static uint32_t hidden(const struct why *w, const uint8_t *seen)
{
	for (uint32_t k = 0; k < tape_n(w->tape); k++) {
		const struct tape_event *e = tape_event(w->tape, k);

		for (uint32_t i = 0; seen[k] && i < e->n_in; i++)
			if (bad(w, e->in[i]) & TV_NAN && !(made(w, k) & TV_NAN) && !leaves_out(e))
				return began(w, e->in[i]);
	}
	return TAPE_NONE;
}

enum why_verdict why_nan(struct why *w)
{
	uint8_t *seen = xcalloc((size_t)tape_n(w->tape) + 1, 1);
	uint32_t best = TAPE_NONE, reached = TAPE_NONE, before;

	for (uint32_t i = 0; i < w->sig->n_out; i++) {
		uint32_t at = why_bad_origin(w, w->out[i]);

		if (at < best)
			best = at, reached = i;
	}
	for (uint32_t i = 0; best == TAPE_NONE && i < w->sig->n_out; i++)
		tape_mark(w->tape, w->out[i], seen, cut_masked, w);
	for (uint32_t i = 0; best != TAPE_NONE && i < tape_event(w->tape, best)->n_out; i++)
		tape_mark(w->tape, tape_event(w->tape, best)->out[i], seen, cut_masked, w);
	before = hidden(w, seen);
	free(seen);
	if (before < best)
		best = before;
	return best == TAPE_NONE ? WHY_NOTHING : say(w, best, reached);
}
