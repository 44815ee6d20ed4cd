/* An integer node once more in float64; see why_wide.h. */
#include "debug/why_wide.h"

#include <math.h>

#include "base/mem.h"
#include "debug/apart.h"
#include "ops/op.h"

/* Ops whose first n inputs (-1: all) and output have the type that attr T names. */
static const struct {
	const char *op;
	int n;
} rows[] = {
	{"Sum", 1},
	{"Prod", 1},
	{"Mean", 1},
	{"Cumsum", 1},
	{"Cumprod", 1},
	{"Square", 1},
	{"Abs", 1},
	{"Neg", 1},
	{"Pow", 2},
	{"MatMul", 2},
	{"BatchMatMulV2", 2},
	{"BatchMatMul", 2},
	{"Einsum", -1},
	{"AddN", -1},
	{"SquaredDifference", 2},
	{"UnsortedSegmentSum", 1},
	{"UnsortedSegmentProd", 1},
	{"SegmentSum", 1},
	{"SegmentProd", 1},
};

static int typed_inputs(const struct tape_event *e)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (sv_is(e->n->op, rows[i].op))
			return rows[i].n < 0 ? (int)e->n_in : rows[i].n;
	return 0;
}

static void as_double(const struct node *from, struct node *to, struct arena *a)
{
	struct attr *attrs = arena_array(a, from->n_attrs + 1u, sizeof(*attrs));
	enum dtype *out = arena_array(a, from->n_out + 1u, sizeof(*out));

	*to = *from;
	for (uint32_t i = 0; i < from->n_attrs; i++) {
		attrs[i] = from->attrs[i];
		if (sv_is(attrs[i].name, "T") && attrs[i].v.kind == ATTR_TYPE)
			attrs[i].v.i = DT_DOUBLE;
	}
	for (uint32_t i = 0; i < from->n_out; i++)
		out[i] = DT_DOUBLE;
	to->attrs = attrs;
	to->out_type = out;
}

/* The node's first output in float64, or NULL. */
static struct tensor *run_wide(const struct why *w, const struct tape_event *e, int typed,
			       struct arena *a)
{
	const struct op_row *row = op_find(e->n->op);
	struct tensor **in = arena_array(a, e->n_in + 1u, sizeof(*in)), *out[1] = {NULL};
	struct node n;
	bool ok = row && !row->resume && e->n_out == 1;

	for (uint32_t i = 0; i < e->n_in; i++) {
		const struct tensor *t = why_in(w, e, i);

		in[i] = !t		 ? NULL
			: (int)i < typed ? tensor_cast(t, DT_DOUBLE, NULL)
					 : tensor_ref((struct tensor *)t);
		ok = ok && in[i];
	}
	if (ok)
		as_double(e->n, &n, a);
	if (ok && !node_apart(row, &n, in, e->n_in, out, 1, a)) {
		tensor_unref(out[0]);
		out[0] = NULL;
	}
	for (uint32_t i = 0; i < e->n_in; i++)
		tensor_unref(in[i]);
	return out[0];
}

enum why_verdict wide_differs(struct why *w, uint32_t event)
{
	const struct tape_event *e = tape_event(w->tape, event);
	const struct tensor *o = why_out(w, e);
	int typed = typed_inputs(e);
	struct arena *a;
	struct tensor *d;
	enum why_verdict v = WHY_NOTHING;

	if (!typed || !o || !o->n)
		return WHY_NOTHING;
	a = arena_new();
	d = run_wide(w, e, typed, a);
	for (int64_t i = 0;
	     d && d->n == o->n && d->dtype == DT_DOUBLE && i < o->n && v == WHY_NOTHING; i++) {
		double is = tensor_get_f64(o, i), true_one = tensor_get_f64(d, i);

		if (fabs(is - true_one) < fmax(1, fabs(true_one) * 1e-9))
			continue;
		v = why_say(w, event, "%.*s is beyond %s and wraps: %.17g becomes %lld",
			    SV_ARG(e->n->op), dtype_info(o->dtype)->name, true_one,
			    (long long)tensor_get_i64(o, i));
		why_notes(w, e);
		why_note_element(w, e, o, i);
	}
	tensor_unref(d);
	arena_free(a);
	return v;
}
