/*
 * An index out of range, followed up to what made it: a table's default, a vocabulary, an input, a
 * constant. The number is looked for in what each op took: ops that move numbers hold it
 * themselves, arithmetic made it of another one, which is followed on; a Range or a Shape leads to
 * the size of an input.
 */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "debug/why.h"
#include "tensor/print.h"

/* ---- following a number up ---- */

/* Ops that hand numbers on, and the inputs that they may come from, in the order to look in. */
static const struct {
	const char *op;
	int8_t from, n; /* n < 0: to the last */
} movers[] = {
	{"Identity", 0, 1},
	{"Cast", 0, 1},
	{"Reshape", 0, 1},
	{"ExpandDims", 0, 1},
	{"Squeeze", 0, 1},
	{"StridedSlice", 0, 1},
	{"Slice", 0, 1},
	{"Unpack", 0, 1},
	{"Transpose", 0, 1},
	{"Unique", 0, 1},
	{"UniqueV2", 0, 1},
	{"StopGradient", 0, 1},
	{"Tile", 0, 1},
	{"BroadcastTo", 0, 1},
	{"ReverseV2", 0, 1},
	{"ReverseSequence", 0, 1},
	{"Split", 1, 1},
	{"SplitV", 0, 1},
	{"Bitcast", 0, 1},
	{"EnsureShape", 0, 1},
	{"Pad", 0, 1},
	{"PadV2", 0, 3},
	{"GatherNd", 0, 1},
	{"Gather", 0, 1},
	{"GatherV2", 0, 1},
	{"RaggedTensorToTensor", 1, 2},
	{"DynamicPartition", 0, 1},
	{"SparseToDense", 2, 2},
	{"Floor", 0, 1},
	{"SparseFillEmptyRows", 1, 3},
	{"Round", 0, 1},
	{"Rint", 0, 1},
	{"Ceil", 0, 1},
	{"Abs", 0, 1},
	{"ConcatV2", 0, -1},
	{"Concat", 1, -1},
	{"Pack", 0, -1},
	{"Select", 1, 2},
	{"SelectV2", 1, 2},
	{"Maximum", 0, 2},
	{"Minimum", 0, 2},
	{"ClipByValue", 0, 3},
	{"DynamicStitch", 0, -1},
	{"Fill", 1, 1},
	{"TensorScatterUpdate", 0, 3},
	{"TopKV2", 0, 1},
	{"Max", 0, 1},
	{"Min", 0, 1},
	{"SparseReorder", 1, 1},
	{"TensorListStack", 0, 1},
	{"Relu", 0, 1},
};

static bool numeric(const struct tensor *t)
{
	enum dtype_kind k = dtype_info(t->dtype)->kind;

	return k == DK_INT || k == DK_UINT || k == DK_FLOAT;
}

/* Where t holds v, or -1. */
static int64_t holds(const struct tensor *t, int64_t v)
{
	for (int64_t i = 0; numeric(t) && i < t->n; i++)
		if (dtype_info(t->dtype)->kind == DK_FLOAT ? tensor_get_f64(t, i) == (double)v
							   : tensor_get_i64(t, i) == v)
			return i;
	return -1;
}

/* Output `slot` of an op that also says where its values stood: those numbers are its own. */
static bool own_numbers(const struct tape_event *e, uint32_t slot)
{
	static const char *const names[] = {"TopKV2", "TopK", "Unique", "UniqueV2", NULL};

	return slot && op_is_one(e, names);
}

static uint32_t moved(const struct why *w, const struct tape_event *e, int64_t v)
{
	for (size_t k = 0; k < sizeof(movers) / sizeof(movers[0]); k++) {
		uint32_t from = (uint32_t)movers[k].from;
		uint32_t end = movers[k].n < 0 ? e->n_in : from + (uint32_t)movers[k].n;

		if (!sv_is(e->n->op, movers[k].op))
			continue;
		if (sv_is(e->n->op, "DynamicStitch"))
			from = e->n_in / 2; /* where they go comes first */
		for (uint32_t i = from; i < end && i < e->n_in; i++)
			if (why_in(w, e, i) && holds(why_in(w, e, i), v) >= 0)
				return e->in[i];
	}
	return TAPE_NONE;
}

static bool arithmetic(const struct tape_event *e)
{
	static const char *const names[] = {"Add", "AddV2", "Sub", "Mul", "FloorDiv", "Div", NULL};

	return op_is_one(e, names);
}

static bool in_range(int64_t v, int64_t limit)
{
	return v >= 0 && (limit < 0 || v < limit);
}

/* What arithmetic made its number at `at` of; false: another op, or shapes that do not say. */
static bool operands(const struct why *w, const struct tape_event *e, int64_t at, int64_t v[2])
{
	const struct tensor *o = why_out(w, e);

	for (uint32_t i = 0; i < 2; i++) {
		const struct tensor *x = arithmetic(e) ? why_in(w, e, i) : NULL;
		int64_t from = x && o && at >= 0 ? why_source(o, x, at) : -1;

		if (from < 0 || !numeric(x))
			return false;
		v[i] = tensor_get_i64(x, from);
	}
	return true;
}

static bool wraps(const struct why *w, const struct tape_event *e, int64_t made)
{
	const struct tensor *o = why_out(w, e);
	int64_t v[2];
	__int128 r;

	return o && dtype_info(o->dtype)->kind != DK_FLOAT && operands(w, e, holds(o, made), v) &&
	       why_exact(e, v[0], v[1], &r) && r != made;
}

/*
 * Of arithmetic on two numbers, the one that the data decide, and what it was; when they decide
 * both, the one that was out of range already.
 */
static uint32_t computed(const struct why *w, const struct tape_event *e, int64_t *made,
			 int64_t limit)
{
	const struct tensor *o = why_out(w, e);
	int64_t v[2];
	bool left, right;

	if (!o || !operands(w, e, holds(o, *made), v) || wraps(w, e, *made))
		return TAPE_NONE;
	left = why_from_input(w, e->in[0]);
	right = why_from_input(w, e->in[1]);
	if (left && right) {
		left = !in_range(v[0], limit);
		right = !in_range(v[1], limit);
	}
	if (left == right)
		return TAPE_NONE;
	*made = v[left ? 0 : 1];
	return e->in[left ? 0 : 1];
}

/* A modulus that is a constant makes any number of its own range. */
static uint32_t modulus(const struct why *w, const struct tape_event *e, int64_t limit)
{
	static const char *const names[] = {"FloorMod", "Mod", "TruncateMod", NULL};
	const struct tensor *m = why_in(w, e, 1);

	return op_is_one(e, names) && m && m->n == 1 && limit >= 0 &&
			       tensor_get_i64(m, 0) > limit && !why_from_input(w, e->in[1])
		       ? e->in[1]
		       : TAPE_NONE;
}

struct chase {
	uint32_t event; /* that made the number */
	int64_t v;	/* as it was there */
	int size_of;	/* a dimension of the input event's value, or -1 */
};

static struct chase chase(const struct why *w, uint32_t value, int64_t v, int64_t limit);

/* An input of the run with a dimension of n, from which value comes. */
static bool sized_input(const struct why *w, uint32_t value, int64_t n, struct chase *c)
{
	uint8_t *seen = calloc((size_t)tape_n(w->tape) + 1, 1);
	bool found = false;

	if (seen)
		tape_mark(w->tape, value, seen, NULL, NULL);
	for (uint32_t k = 0; seen && k < tape_n(w->tape) && !found; k++) {
		const struct tape_event *e = tape_event(w->tape, k);
		const struct tensor *t = seen[k] && why_is_input(e) ? why_out(w, e) : NULL;

		for (int d = 0; t && d < t->rank && !found; d++)
			if (t->dim[d] == n) {
				*c = (struct chase){k, n, d};
				found = true;
			}
	}
	free(seen);
	return found;
}

static struct chase chase(const struct why *w, uint32_t value, int64_t v, int64_t limit)
{
	struct chase c = {TAPE_NONE, v, -1};

	for (int guard = 0; guard < 10000; guard++) {
		const struct tape_value *x = tape_value(w->tape, value);
		const struct tape_event *e = x ? tape_event(w->tape, x->maker) : NULL;
		const struct tensor *end = e ? why_in(w, e, 1) : NULL;
		uint32_t next;

		if (!e)
			return c;
		c.event = x->maker;
		c.v = v;
		if (sv_is(e->n->op, "Shape") || sv_is(e->n->op, "Size")) {
			sized_input(w, e->in[0], v, &c);
			return c;
		}
		next = own_numbers(e, x->slot) ? TAPE_NONE : moved(w, e, v);
		if (next == TAPE_NONE)
			next = computed(w, e, &v, limit);
		if (next == TAPE_NONE && (next = modulus(w, e, limit)) != TAPE_NONE)
			v = tensor_get_i64(end, 0);
		if (next == TAPE_NONE && sv_is(e->n->op, "Range") && end && end->n == 1) {
			next = e->in[1];
			v = tensor_get_i64(end, 0);
		}
		if (next == TAPE_NONE)
			return c;
		value = next;
	}
	return c;
}

/* ---- what the error says ---- */

struct complaint {
	int64_t index, limit; /* limit -1: not said */
};

/* "[3, 7]" or "7" to numbers. */
static int numbers(const char *p, int64_t *v, int max)
{
	int n = 0;

	for (p += *p == '['; n < max;) {
		char *end;

		v[n] = strtoll(p, &end, 10);
		if (end == p)
			break;
		n++;
		for (p = end; *p == ',' || *p == ' '; p++)
			;
	}
	return n;
}

/* "indices[3] = 7 is not in [0, 5)", "indices[0] = [0, 3] does not index into param shape [2,2]"
 * ... */
static bool complaint(const char *msg, struct complaint *c)
{
	static const char *const ends[] = {
		"is not in [0, ", "out of range [0, ", "shape [", "index < [",
		"index < ",	  "range: [0, ",       NULL};
	const char *eq = strstr(msg, "] = "), *end = NULL;
	int64_t at[8], to[8];
	int n, m = 0;

	if (!eq ||
	    !(strstr(msg, "is not in") || strstr(msg, "does not index") || strstr(msg, "out of")))
		return false;
	n = numbers(eq + 4, at, 8);
	for (int i = 0; ends[i] && !end; i++)
		if ((end = strstr(eq, ends[i])))
			m = numbers(end + strlen(ends[i]), to, 8);
	for (int i = 0; i < n; i++)
		if (m <= i || at[i] < 0 || at[i] >= to[i]) {
			*c = (struct complaint){at[i], i < m ? to[i] : -1};
			return true;
		}
	if (n)
		*c = (struct complaint){at[0], -1};
	return n > 0;
}

/* ---- saying it ---- */

/* What a table was asked for where it answered v. */
static void asked_for(const struct why *w, const struct tape_event *e, int64_t v, struct str *s)
{
	const struct tensor *keys = why_in(w, e, 1), *o = why_out(w, e);
	int64_t i = keys && o && keys->n == o->n ? holds(o, v) : -1;

	if (i < 0) {
		str_addz(s, "a key");
	} else if (keys->dtype == DT_STRING) {
		str_addc(s, '"');
		str_escaped(s, tensor_str(keys, i));
		str_addc(s, '"');
	} else {
		print_element(s, keys, i);
	}
}

static bool is_default(const struct why *w, const struct tape_event *e, int64_t v)
{
	const struct tensor *d = why_in(w, e, 2);

	return d && d->n == 1 && tensor_get_i64(d, 0) == v;
}

static enum why_verdict say(struct why *w, const struct chase *c, const char *wants)
{
	static const char *const lookups[] = {"LookupTableFind", "LookupTableFindV2", NULL};
	const struct tape_event *e = tape_event(w->tape, c->event);
	struct str key = STR_INIT;

	if (op_is_one(e, lookups)) {
		asked_for(w, e, c->v, &key);
		if (is_default(w, e, c->v))
			why_say(w, c->event,
				"the table does not know %s and answers its default %" PRId64
				", %s",
				str_z(&key), c->v, wants);
		else
			why_say(w, c->event,
				"the table answers %s with %" PRId64
				", %s: the vocabulary is larger than "
				"what it indexes",
				str_z(&key), c->v, wants);
	} else if (c->size_of >= 0) {
		why_say(w, c->event, "dimension %d of the input is %" PRId64 ", %s", c->size_of,
			c->v, wants);
	} else if (why_is_input(e)) {
		why_say(w, c->event, "the input holds %" PRId64 ", %s", c->v, wants);
	} else if (why_is_given(e)) {
		why_say(w, c->event, "this %.*s holds %" PRId64 ", %s", SV_ARG(e->n->op), c->v,
			wants);
	} else {
		why_say(w, c->event,
			wraps(w, e, c->v) ? "%.*s wraps and makes %" PRId64 ", %s"
					  : "%.*s makes %" PRId64 ", %s",
			SV_ARG(e->n->op), c->v, wants);
	}
	str_free(&key);
	return WHY_FOUND;
}

/* ---- the rule ---- */

/* The input that holds an op's indices; -1: not known. */
static int index_input(const struct tape_event *f)
{
	static const char *const first[] = {
		"SparseToDense",   "ScatterNd",	    "SparseTensorDenseMatMul",
		"SparseReorder",   "SparseReshape", "SparseFillEmptyRows",
		"SparseReduceSum", "DenseBincount", NULL};
	static const char *const second[] = {
		"Gather",
		"GatherV2",
		"GatherNd",
		"ResourceGather",
		"ResourceGatherNd",
		"SegmentSum",
		"SegmentMean",
		"SegmentMax",
		"SegmentMin",
		"SegmentProd",
		"UnsortedSegmentSum",
		"UnsortedSegmentMax",
		"UnsortedSegmentMin",
		"UnsortedSegmentProd",
		"TensorScatterUpdate",
		"TensorScatterAdd",
		"TensorScatterSub",
		"TensorListGetItem",
		"TensorArrayReadV3",
		"ResourceScatterUpdate",
		"ResourceScatterAdd",
		NULL,
	};

	return op_is_one(f, first) ? 0 : op_is_one(f, second) ? 1 : -1;
}

static uint32_t index_value(const struct why *w, const struct tape_event *f, int64_t v)
{
	int known = index_input(f);

	if (known >= 0 && (uint32_t)known < f->n_in)
		return f->in[known];
	for (uint32_t i = f->n_in; i-- > 0;)
		if (why_in(w, f, i) && holds(why_in(w, f, i), v) >= 0)
			return f->in[i];
	return TAPE_NONE;
}

/* Indices in the wrong order: of what only moves them, the first that is no mover's work. */
static enum why_verdict order(struct why *w, const struct tape_event *f)
{
	int known = index_input(f);
	const struct tensor *t = known >= 0 ? why_in(w, f, (uint32_t)known) : NULL;
	struct chase c;

	if (!t || !t->n ||
	    !(strstr(w->err.msg, "increasing") || strstr(w->err.msg, "out of order") ||
	      strstr(w->err.msg, "sorted") || strstr(w->err.msg, "repeated")))
		return WHY_NOTHING;
	c = chase(w, f->in[known], tensor_get_i64(t, t->n - 1), -1);
	if (c.event == TAPE_NONE || c.size_of >= 0)
		return WHY_NOTHING;
	return why_say(w, c.event,
		       "the indices that come from here are not in order, as %s wants them: %s",
		       f->path, w->err.msg);
}

/* A cast that made a number of a NaN: where the NaN began. */
static uint32_t from_nan(const struct why *w, uint32_t event)
{
	const struct tape_event *e = tape_event(w->tape, event);
	const struct tape_value *v = e->n_in ? tape_value(w->tape, e->in[0]) : NULL;

	return sv_is(e->n->op, "Cast") && v && v->bad & TV_NAN ? why_bad_origin(w, e->in[0])
							       : TAPE_NONE;
}

enum why_verdict why_index(struct why *w)
{
	const struct tape_event *f = tape_event(w->tape, w->failed);
	struct complaint bad;
	struct chase c = {TAPE_NONE, 0, -1};
	struct str wants = STR_INIT;
	enum why_verdict v;

	if (!complaint(w->err.msg, &bad))
		return order(w, f);
	if (strstr(w->err.msg, "out of order"))
		return order(w, f);
	if (index_value(w, f, bad.index) != TAPE_NONE)
		c = chase(w, index_value(w, f, bad.index), bad.index, bad.limit);
	if (c.event == TAPE_NONE)
		return WHY_NOTHING;
	if (from_nan(w, c.event) != TAPE_NONE)
		return why_say(w, from_nan(w, c.event),
			       "a NaN that begins here becomes the index %" PRId64 ": %s",
			       bad.index, w->err.msg);
	if (c.v != bad.index)
		str_addf(&wants, "which becomes the index %" PRId64 ", but ", bad.index);
	else
		str_addz(&wants, "but ");
	if (bad.limit >= 0)
		str_addf(&wants, "%s takes indices from 0 to %" PRId64, f->path, bad.limit - 1);
	else
		str_addf(&wants, "%s says: %s", f->path, w->err.msg);
	v = say(w, &c, str_z(&wants));
	w->sizes = c.size_of >= 0;
	str_free(&wants);
	return v;
}
