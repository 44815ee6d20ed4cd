/*
 * Which node mixes examples: a batch and another run that holds one of its examples are laid side
 * by side, node by node. A tensor has its examples along the one axis whose length is the number of
 * examples times that of the other run; a node whose inputs agree for the example and whose output
 * does not, mixes.
 */
#include "debug/batch_inside.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "ops/op.h"

enum verdict { UNKNOWN, AGREES, DIFFERS };

/* Two runs: place `at` of a (of n examples) holds what place `at_b` of b does. */
struct pair {
	const struct tape *a, *b;
	int64_t n, n_b, at, at_b;
	uint8_t *plain; /* by event of a: made of shapes and constants alone */
};

static enum verdict verdict_of(const struct tensor *x, const struct tensor *y)
{
	struct diff_off off;

	return batch_differs(batch_share(x, y, &off)) ? DIFFERS : AGREES;
}

enum { NO_AXIS = -1, AXES = -2 };

/* The axis along which x has n times as many as y has n_b times; AXES: several, as when examples
 * are paired. */
static int batch_axis(const struct tensor *x, const struct tensor *y, int64_t n, int64_t n_b)
{
	int axis = NO_AXIS;

	if (x->rank != y->rank)
		return NO_AXIS;
	for (int d = 0; d < x->rank; d++) {
		if (x->dim[d] == y->dim[d] && n != n_b)
			continue;
		if (n == n_b && (x->dim[d] != y->dim[d] || x->dim[d] % n || axis != NO_AXIS))
			continue;
		if (x->dim[d] % n || y->dim[d] % n_b || x->dim[d] / n != y->dim[d] / n_b)
			return NO_AXIS;
		axis = axis == NO_AXIS ? d : AXES;
	}
	return axis;
}

static enum verdict compare_values(const struct pair *p, const struct tensor *x,
				   const struct tensor *y)
{
	enum verdict v = UNKNOWN;
	struct tensor *a, *b;
	int axis;

	if (!x || !y || x->dtype != y->dtype || dtype_info(x->dtype)->kind == DK_OBJECT)
		return UNKNOWN;
	axis = batch_axis(x, y, p->n, p->n_b);
	if (axis == AXES)
		return DIFFERS;
	if (axis == NO_AXIS)
		return shape_eq(tensor_shape(x), tensor_shape(y)) ? verdict_of(x, y) : UNKNOWN;
	a = batch_part(x, axis, p->at * (x->dim[axis] / p->n), x->dim[axis] / p->n);
	b = batch_part(y, axis, p->at_b * (y->dim[axis] / p->n_b), y->dim[axis] / p->n_b);
	if (a && b)
		v = verdict_of(a, b);
	/* as many examples, and no dimension that counts them: then the whole */
	if (v == DIFFERS && p->n == p->n_b && tensor_same(x, y))
		v = AGREES;
	tensor_unref(a);
	tensor_unref(b);
	return v;
}

static const struct tensor *value(const struct tape *t, uint32_t v)
{
	const struct tape_value *x = tape_value(t, v);

	return x ? x->t : NULL;
}

static bool plain_input(const struct pair *p, uint32_t v)
{
	const struct tape_value *x = tape_value(p->a, v);

	return x && p->plain[x->maker];
}

/* Shapes, constants, and what is made of them alone: they follow the batch's size, not its
 * examples. */
static void mark_plain(struct pair *p)
{
	p->plain = xcalloc((size_t)tape_n(p->a) + 1, 1);
	for (uint32_t k = 0; k < tape_n(p->a); k++) {
		const struct tape_event *e = tape_event(p->a, k);
		bool plain = why_shape_only(e->n->op) || (!e->n_in && !why_is_input(e)) ||
			     sv_is(e->n->op, "Const");

		for (uint32_t i = 0; !plain && e->n_in && i < e->n_in; i++) {
			if (!plain_input(p, e->in[i]))
				break;
			plain = i + 1 == e->n_in;
		}
		p->plain[k] = plain;
	}
}

/* Some input that tells of the example agrees, and none differs. */
static bool inputs_agree(const struct pair *p, const struct tape_event *a,
			 const struct tape_event *b)
{
	bool some = false;

	for (uint32_t i = 0; i < a->n_in && i < b->n_in; i++) {
		enum verdict v;

		if (plain_input(p, a->in[i]))
			continue;
		v = compare_values(p, value(p->a, a->in[i]), value(p->b, b->in[i]));
		if (v == DIFFERS)
			return false;
		some |= v == AGREES;
	}
	return some;
}

static bool outputs_differ(const struct pair *p, const struct tape_event *a,
			   const struct tape_event *b, uint32_t *slot)
{
	for (*slot = 0; *slot < a->n_out && *slot < b->n_out; ++*slot)
		if (compare_values(p, value(p->a, a->out[*slot]), value(p->b, b->out[*slot])) ==
		    DIFFERS)
			return true;
	return false;
}

static void index_events(const struct tape *t, struct map *m, struct arena *names)
{
	for (uint32_t k = 0; k < tape_n(t); k++) {
		const struct tape_event *e = tape_event(t, k);

		map_put(m, sv_of(arena_printf(names, "%s%s", e->path, e->iter)), k);
	}
}

/* The first event of a, of those marked, that mixes: of b's event *eb; TAPE_NONE: none. */
static uint32_t first_mixer(const struct pair *p, const uint8_t *seen, uint32_t *eb, uint32_t *slot)
{
	struct arena *names = arena_new();
	struct map by_name = {0};
	uint32_t found = TAPE_NONE;

	index_events(p->b, &by_name, names);
	for (uint32_t k = 0; k < tape_n(p->a) && found == TAPE_NONE; k++) {
		const struct tape_event *e = tape_event(p->a, k);
		uint64_t other;

		if (!seen[k] || e->call || p->plain[k] || !e->n_in ||
		    !map_get(&by_name, sv_of(arena_printf(names, "%s%s", e->path, e->iter)),
			     &other))
			continue;
		*eb = (uint32_t)other;
		if (inputs_agree(p, e, tape_event(p->b, *eb)) &&
		    outputs_differ(p, e, tape_event(p->b, *eb), slot))
			found = k;
	}
	map_free(&by_name);
	arena_free(names);
	return found;
}

/* ---- what is known of it ---- */

static const char *manner(const struct node *n)
{
	static const char *const reduces[] = {"Mean", "Sum", "Max",	      "Min", "Prod",
					      "All",  "Any", "EuclideanNorm", NULL};
	bool training = false;

	for (const char *const *r = reduces; *r; r++)
		if (sv_is(n->op, *r))
			return "it reduces over the examples";
	if (sv_starts(n->op, SV("FusedBatchNorm")) &&
	    (!node_attr_bool(n, "is_training", &training) || training))
		return "it is batch normalisation in training mode: mean and variance are the "
		       "batch's";
	if (sv_is(n->op, "Softmax") || sv_is(n->op, "LogSoftmax"))
		return "its last dimension holds several examples";
	if (sv_starts(n->op, SV("Cum")))
		return "it accumulates over the examples";
	if (sv_is(n->op, "MatMul") || sv_starts(n->op, SV("BatchMatMul")) || sv_is(n->op, "Einsum"))
		return "examples meet in its sum of products";
	if (sv_is(n->op, "Reshape") || sv_is(n->op, "Transpose") || sv_starts(n->op, SV("Concat")))
		return "it puts elements of several examples together";
	if (sv_starts(n->op, SV("Reverse")) || sv_is(n->op, "Roll"))
		return "it moves elements from example to example";
	return NULL;
}

static void value_line(struct str *s, const char *what, const struct tensor *t)
{
	str_addf(s, "%s: %s ", what, t ? dtype_info(t->dtype)->name : "dead");
	if (t)
		shape_str(s, tensor_shape(t));
	str_addc(s, '\n');
}

static void describe(struct batch_output *o, const struct tape *t, const struct tape_event *e,
		     uint32_t slot)
{
	const char *how = manner(e->n);

	o->node = xasprintf("%s%s", e->path, e->iter);
	o->op = xsvdup(e->n->op);
	if (how)
		str_addf(&o->evidence, "%s\n", how);
	for (uint32_t i = 0; i < e->n_in; i++) {
		char *what = xasprintf("input %u", i);

		value_line(&o->evidence, what, value(t, e->in[i]));
		free(what);
	}
	value_line(&o->evidence, "makes", slot < e->n_out ? value(t, e->out[slot]) : NULL);
}

/* A random op behind event `at` of t: its path, given; NULL: none. */
static char *random_behind(const struct tape *t, uint32_t at)
{
	const struct tape_event *e = tape_event(t, at);
	uint8_t *seen = xcalloc((size_t)tape_n(t) + 1, 1);
	char *path = NULL;

	for (uint32_t i = 0; i < e->n_out; i++)
		tape_mark(t, e->out[i], seen, NULL, NULL);
	for (uint32_t k = 0; k < tape_n(t) && !path; k++) {
		const struct op_row *row = seen[k] ? op_find(tape_event(t, k)->n->op) : NULL;

		if (row && row->flags & OP_RANDOM)
			path = xasprintf("%s%s", tape_event(t, k)->path, tape_event(t, k)->iter);
	}
	free(seen);
	return path;
}

/* Numbers that are drawn one after the other fall on other examples in another batch: that mixes
 * nothing. */
static bool by_chance(struct look *l, struct batch_output *o, const struct tape *t, uint32_t event)
{
	char *path = random_behind(t, event);

	if (!path)
		return false;
	o->mixes = false;
	o->random = true;
	if (l->b->random)
		free(path);
	else
		l->b->random = path;
	return true;
}

/* ---- finding it ---- */

/* The run that differed once more, with its tape; the place that the example has there. */
static int64_t rows_of(const struct batch_output *o, int64_t n, int64_t *row, int64_t *at)
{
	*at = o->example;
	switch (o->how) {
	case BATCH_ALONE:
		row[0] = o->example;
		*at = 0;
		return 1;
	case BATCH_ORDER:
		for (int64_t i = 0; i < n; i++)
			row[i] = n - 1 - i;
		*at = n - 1 - o->example;
		return n;
	case BATCH_OTHERS:
		for (int64_t i = 0; i < n; i++)
			row[i] = i ? n + i : 0;
		return n;
	default:
		for (int64_t i = 0; i < n + 2; i++)
			row[i] = i < n ? i : BATCH_PADDING;
		return n + 2;
	}
}

bool batch_find_node(struct look *l, const struct answer *full, uint32_t i, struct err *err)
{
	struct batch_output *o = &l->b->out.p[i];
	int64_t row[BATCH_MAX + 2], at, n = rows_of(o, full->n, row, &at);
	struct answer other = {0};
	struct pair p = {.n = full->n, .n_b = n, .at = o->example, .at_b = at};
	bool ok = batch_run(l, row, n, true, &other, err);
	uint32_t event, eb = 0, slot = 0;
	uint8_t *seen;

	if (ok && other.ok) {
		p.a = full->w.tape;
		p.b = other.w.tape;
		mark_plain(&p);
		seen = xcalloc((size_t)tape_n(p.a) + 1, 1);
		tape_mark(p.a, full->w.out[i], seen, NULL, NULL);
		event = first_mixer(&p, seen, &eb, &slot);
		if (event != TAPE_NONE && !by_chance(l, o, p.a, event))
			describe(o, p.a, tape_event(p.a, event), slot);
		free(seen);
		free(p.plain);
	}
	batch_answer_free(&other, l->sig->n_out);
	return ok;
}

static bool same_inputs(const struct tape *a, const struct tape_event *e, const struct tape *b,
			const struct tape_event *f)
{
	for (uint32_t i = 0; i < e->n_in && i < f->n_in; i++) {
		const struct tensor *x = value(a, e->in[i]), *y = value(b, f->in[i]);

		if (x && y && dtype_info(x->dtype)->kind != DK_OBJECT && !tensor_same(x, y))
			return false;
	}
	return true;
}

char *batch_random_node(const struct answer *a, const struct answer *b)
{
	const struct tape *s = a->w.tape, *t = b->w.tape;

	for (uint32_t k = 0; s && t && k < tape_n(s) && k < tape_n(t); k++) {
		const struct tape_event *e = tape_event(s, k), *f = tape_event(t, k);
		const struct tensor *x, *y;

		if (strcmp(e->path, f->path) || !same_inputs(s, e, t, f) || e->call)
			continue;
		for (uint32_t i = 0; i < e->n_out && i < f->n_out; i++) {
			x = value(s, e->out[i]);
			y = value(t, f->out[i]);
			if (x && y && dtype_info(x->dtype)->kind != DK_OBJECT && !tensor_same(x, y))
				return xasprintf("%s%s", e->path, e->iter);
		}
	}
	return NULL;
}
