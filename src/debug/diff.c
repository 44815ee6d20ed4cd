/* Recording both sides, walking A's run for the first tensor that parts them; see diff.h. */
#include "debug/diff.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "debug/fit.h"
#include "debug/gap.h"
#include "exec/exec.h"

struct diff *diff_new(const struct diff_opts *o)
{
	struct diff *d = xcalloc(1, sizeof(*d));

	d->o = *o;
	d->a.label = "A";
	d->b.label = "B";
	d->a.failed = d->b.failed = TAPE_NONE;
	return d;
}

static void side_free(struct diff_side *s)
{
	tape_free(s->tape);
	err_clear(&s->err);
	free(s->out);
	vec_free(&s->key);
	vec_free(&s->full);
	arena_free(s->arena);
}

void diff_free(struct diff *d)
{
	if (!d)
		return;
	side_free(&d->a);
	side_free(&d->b);
	free(d->ab);
	free(d->ba);
	free(d->row_at);
	free(d->row_of);
	free(d->fit);
	map_free(&d->said);
	str_free(&d->node);
	str_free(&d->sentence);
	str_free(&d->evidence);
	str_free(&d->path);
	free(d);
}

/* ---- recording ---- */

/* Calls are left out of the name: which export calls what through which wrapper does not matter. */
static void key_of(struct str *out, const struct frame *f, uint32_t node)
{
	const struct frame *up[64];
	int n = 0;

	for (; f && n < 64; f = frame_parent(f))
		up[n++] = f;
	while (n-- > 0) {
		const struct frame *parent = frame_parent(up[n]);

		if (parent && *frame_role(up[n])) {
			str_add(out, graph_node_name(frame_graph(parent), frame_call_node(up[n])));
			str_addf(out, "/%s/", frame_role(up[n]));
		}
	}
	str_add(out, graph_node_name(frame_graph(up[0]), node));
}

/* "PartitionedCall", "StatefulPartitionedCall_2" ... */
static bool is_wrapper(struct sv name)
{
	struct sv rest = sv_starts(name, SV("Stateful")) ? sv_sub(name, 8, name.n) : name;

	if (!sv_starts(rest, SV("PartitionedCall")))
		return false;
	for (size_t i = 15; i < rest.n; i++)
		if (rest.p[i] != '_' && (rest.p[i] < '0' || rest.p[i] > '9'))
			return false;
	return true;
}

/* How many bytes of a path are calls that exports put around a model. */
static size_t wrappers(const char *path)
{
	struct sv all = sv_of(path);
	size_t at = 0;

	for (;;) {
		long slash = sv_find(sv_sub(all, at, all.n), '/');

		if (slash < 0 || !is_wrapper(sv_sub(all, at, at + (size_t)slash)))
			return at;
		at += (size_t)slash + 1;
	}
}

static void note(struct diff_side *s, struct map *seen, struct exec *x, const struct exec_event *ev)
{
	const struct tape_event *e;
	struct str key = STR_INIT;
	uint64_t n = 0;
	char *base;

	tape_add(s->tape, x, ev);
	key_of(&key, ev->frame, ev->node);
	exec_iter_suffix(ev->frame, &key);
	base = arena_printf(s->arena, "%s", str_z(&key));
	map_get(seen, sv_of(base), &n);
	map_put(seen, sv_of(base), n + 1);
	e = tape_event(s->tape, tape_n(s->tape) - 1);
	vec_push(&s->full, arena_printf(s->arena, "%s%s", e->path + wrappers(e->path), e->iter));
	vec_push(&s->key,
		 n ? arena_printf(s->arena, "%s#%llu", base, (unsigned long long)n) : base);
	str_free(&key);
}

static void outputs(struct diff_side *s, struct exec *x)
{
	s->out = xcalloc((size_t)s->sig->n_out + 1, sizeof(*s->out));
	for (uint32_t i = 0; i < s->sig->n_out; i++)
		s->out[i] = s->stopped ? TAPE_NONE : tape_find(s->tape, exec_fetch(x, i));
}

static bool record(struct diff_side *s, struct map *seen, struct exec *x, struct err *err)
{
	struct exec_event ev;

	do {
		if (!exec_step(x, EV_RAN | EV_FAILED, &ev, err))
			return false;
		if (ev.kind == EV_INTERRUPT)
			return err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
		if (ev.kind == EV_RAN || ev.kind == EV_FAILED)
			note(s, seen, x, &ev);
		s->stopped = ev.kind != EV_DONE && ev.kind != EV_FAILED &&
			     tape_n(s->tape) >= (s->most ? s->most : DIFF_EVENTS);
	} while (ev.kind != EV_DONE && ev.kind != EV_FAILED && !s->stopped);
	if (ev.kind == EV_FAILED) {
		s->failed = tape_n(s->tape) - 1;
		s->err.code = exec_error(x)->code;
		s->err.msg = xstrdup(exec_error(x)->msg ? exec_error(x)->msg : "");
	}
	return true;
}

bool diff_record(struct diff_side *s, struct exec *x, const struct signature *sig,
		 struct tensor *const *feed, uint32_t n_feed, struct err *err)
{
	struct map seen = MAP_INIT;
	bool ok;

	s->tape = tape_new();
	s->arena = arena_new();
	s->session = exec_session(x);
	s->sig = sig;
	s->feed = feed;
	s->n_feed = n_feed;
	ok = record(s, &seen, x, err);
	map_free(&seen);
	if (ok)
		outputs(s, x);
	return ok;
}

/* ---- comparing ---- */

/* A reference's tensor in the form of ours. */
static struct tensor *fitted(const struct diff *d, uint32_t row, const struct tensor *ours)
{
	struct tensor *t = d->load(d->ctx, row, NULL), *fit;
	struct err err = { 0 };

	fit = t ? fit_apply(&d->fit[row], t, ours, &err) : NULL;
	err_clear(&err);
	tensor_unref(t);
	return fit;
}

struct tensor *diff_other(const struct diff *d, uint32_t a, uint32_t slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a);
	const struct tape_event *f = d->row || !e ? NULL : tape_event(d->b.tape, d->ab[a]);
	uint32_t row;

	if (!e || slot >= e->n_out || e->out[slot] == TAPE_NONE)
		return NULL;
	if (!d->row)
		return f && slot < f->n_out && f->out[slot] != TAPE_NONE
			       ? tensor_ref(tape_value(d->b.tape, f->out[slot])->t)
			       : NULL;
	row = diff_row_of(d, a, slot);
	if (row != TAPE_NONE && d->fit)
		return fitted(d, row, tape_value(d->a.tape, e->out[slot])->t);
	return row == TAPE_NONE ? NULL
				: d->load(d->ctx, row, tape_value(d->a.tape, e->out[slot])->t);
}

struct diff_opts diff_opts_for(const struct diff *d, uint32_t a, uint32_t slot)
{
	double coarse = diff_fit_coarse(d, a, slot);
	struct diff_opts o = d->o;

	if (coarse > 0 && o.rtol < 0)
		o.rtol = 8 * coarse; /* its own rounding, and that of what it was made of */
	return o;
}

/* Do A's and B's output agree? What rounding explains, or what came in, is asked only when they do
 * not. */
static bool agree(struct diff *d, uint32_t a, uint32_t slot, const struct tensor *x,
		  const struct tensor *y)
{
	struct diff_off off;
	struct diff_opts o = diff_opts_for(d, a, slot);
	bool weight = diff_given(tape_event(d->a.tape, a)) && o.rtol == d->o.rtol;
	double extra = weight ? DIFF_WEIGHT : 0;
	bool same = diff_tensors(x, y, &o, extra, &off), carried = false;

	if (!same && !off.type && !off.exact && d->o.rtol < 0 && !weight && !d->parted) {
		extra = 4 * fmax(diff_shadow(d->a.tape, a, slot), 0);
		same = extra > 0 && diff_tensors(x, y, &d->o, extra, &off);
	}
	if (!same && !off.type && d->o.rtol < 0 && !weight && !d->parted)
		carried = diff_carried(d, a, slot);
	d->n_carried += carried;
	if (same)
		d->worst = fmax(d->worst, diff_share(&off));
	return same || carried;
}

static bool compare_event(struct diff *d, uint32_t a, uint32_t *slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a);

	for (*slot = 0; *slot < e->n_out; (*slot)++) {
		struct tensor *y = diff_own(d->a.tape, a, *slot) ? diff_other(d, a, *slot) : NULL;
		bool same = !y || agree(d, a, *slot, tape_value(d->a.tape, e->out[*slot])->t, y);

		tensor_unref(y);
		d->n_same += y && same;
		d->n_differ += !same;
		if (!same)
			return false;
	}
	return true;
}

/* The values that a constant put out, in every round of its loops. */
static struct map values_of(const struct diff *d, uint32_t a)
{
	const char *path = tape_event(d->a.tape, a)->path;
	struct map set = MAP_INIT;

	for (uint32_t i = a; i < tape_n(d->a.tape); i++) {
		const struct tape_event *e = tape_event(d->a.tape, i);

		if (e->n_out && e->out[0] != TAPE_NONE && !strcmp(e->path, path))
			map_put(&set, (struct sv){(const char *)&e->out[0], sizeof(e->out[0])}, 1);
	}
	return set;
}

/* Does somebody who reads one of these values make something else of it? Only those count that make
 * a tensor of their own; *n of them. */
static bool readers_part(struct diff *d, const struct map *set, uint32_t from, uint32_t *n)
{
	for (uint32_t i = from + 1; i < tape_n(d->a.tape); i++) {
		const struct tape_event *e = tape_event(d->a.tape, i);
		uint32_t k = 0, slot;
		uint64_t one;

		while (k < e->n_in &&
		       !map_get(set, (struct sv){(const char *)&e->in[k], sizeof(e->in[k])}, &one))
			k++;
		if (k == e->n_in || !e->n_out || !diff_own(d->a.tape, i, 0))
			continue;
		(*n)++;
		if (d->ab[i] == TAPE_NONE || !compare_event(d, i, &slot))
			return true;
	}
	return false;
}

/* An axis of -1 for 1, a size that the rest of the shape gives too: the same said otherwise. */
static bool same_said(struct diff *d, uint32_t a)
{
	const struct tape_event *e = tape_event(d->a.tape, a);
	const struct tensor *t =
		e->n_out && e->out[0] != TAPE_NONE ? tape_value(d->a.tape, e->out[0])->t : NULL;
	struct map set;
	uint32_t n = 0;
	uint64_t same = 0;

	if (!t || d->a.stopped || d->b.stopped || !sv_is(e->n->op, "Const") ||
	    (t->dtype != DT_INT32 && t->dtype != DT_INT64) || t->rank > 1)
		return false;
	if (map_get(&d->said, sv_of(e->path), &same))
		return same;
	set = values_of(d, a);
	same = !readers_part(d, &set, a, &n) && n;
	map_free(&set);
	map_put(&d->said, sv_of(e->path), same);
	return same;
}

/* ---- inputs and outputs of the signature ---- */

static bool has_key(const struct tensor_info *list, uint32_t n, struct sv key)
{
	for (uint32_t i = 0; i < n; i++)
		if (sv_eq(list[i].key, key))
			return true;
	return false;
}

/* Which place i has among those of a that b has no namesake for, as people count ("in_9" before
 * "in_10"). */
static uint32_t place_of(const struct tensor_info *a, uint32_t n_a, const struct tensor_info *b,
			 uint32_t n_b, uint32_t i)
{
	uint32_t place = 0;

	for (uint32_t k = 0; k < n_a; k++)
		place += !has_key(b, n_b, a[k].key) && sv_natcmp(a[k].key, a[i].key) < 0;
	return place;
}

int diff_counterpart(const struct tensor_info *a, uint32_t n_a, const struct tensor_info *b,
		     uint32_t n_b, uint32_t i)
{
	for (uint32_t k = 0; k < n_b; k++)
		if (sv_eq(a[i].key, b[k].key))
			return (int)k;
	if (n_a != n_b)
		return n_b == 1 ? 0 : -1;
	for (uint32_t k = 0; k < n_b; k++)
		if (!has_key(a, n_a, b[k].key) &&
		    place_of(b, n_b, a, n_a, k) == place_of(a, n_a, b, n_b, i))
			return (int)k;
	return -1;
}

static uint32_t other_output(const struct diff *d, uint32_t i)
{
	int k = diff_counterpart(d->a.sig->out, d->a.sig->n_out, d->b.sig->out, d->b.sig->n_out, i);

	return k < 0 ? TAPE_NONE : (uint32_t)k;
}

/* Made by a pair that was found to agree. */
static bool paired(const struct diff *d, const struct tape_value *u, const struct tape_value *v)
{
	return !d->parted && u->maker != TAPE_NONE && v->maker != TAPE_NONE &&
	       d->ab[u->maker] == v->maker && u->slot == v->slot;
}

/* The first output that differs, or TAPE_NONE; *n: how many could be compared. */
static uint32_t output_differs(const struct diff *d, uint32_t *n, uint32_t *other)
{
	struct diff_off off;

	*n = 0;
	for (uint32_t i = 0; !d->row && i < d->a.sig->n_out; i++) {
		const struct tape_value *u = tape_value(d->a.tape, d->a.out[i]), *v;

		*other = other_output(d, i);
		v = *other == TAPE_NONE ? NULL : tape_value(d->b.tape, d->b.out[*other]);
		if (!u || !v)
			continue;
		(*n)++;
		if (!diff_tensors(u->t, v->t, &d->o, 0, &off) && !paired(d, u, v))
			return i;
	}
	return TAPE_NONE;
}

static void outputs_note(struct diff *d)
{
	uint32_t n, other, at = output_differs(d, &n, &other);

	if (at != TAPE_NONE)
		str_addf(&d->evidence, "  the output \"%.*s\" differs too\n",
			 SV_ARG(d->a.sig->out[at].key));
	else if (n)
		str_addf(&d->evidence, "  the outputs agree all the same\n");
}

/* No pair of nodes parts them, yet the outputs differ: whoever made them has no counterpart. */
static enum why_verdict judge_outputs(struct diff *d)
{
	uint32_t n, other, at = output_differs(d, &n, &other);
	const struct tape_value *u, *v;

	if (at == TAPE_NONE)
		return n || (d->n_same && !d->a.sig->n_out) ? WHY_NOTHING : WHY_UNKNOWN;
	u = tape_value(d->a.tape, d->a.out[at]);
	v = tape_value(d->b.tape, d->b.out[other]);
	if (u->maker == TAPE_NONE || v->maker == TAPE_NONE) {
		diff_say(d, &d->a, u->maker, "output", "the output \"%.*s\" differs",
			 SV_ARG(d->a.sig->out[at].key));
		return WHY_FOUND;
	}
	if (d->ab[u->maker] != TAPE_NONE && d->ab[u->maker] != v->maker &&
	    d->ba[v->maker] != TAPE_NONE) {
		diff_say(d, &d->a, u->maker, "output", "the output \"%.*s\" is this in A, %s in B",
			 SV_ARG(d->a.sig->out[at].key), tape_event(d->b.tape, v->maker)->path);
		diff_tensor_line(d, "A", u->t);
		diff_tensor_line(d, "B", v->t);
		return WHY_FOUND;
	}
	diff_explain(d, u->maker, v->maker, u->slot);
	return WHY_FOUND;
}

/* ---- runs that fail ---- */

static enum why_verdict judge_failure(struct diff *d)
{
	const struct diff_side *s = d->a.failed != TAPE_NONE ? &d->a : &d->b,
			       *o = s == &d->a ? &d->b : &d->a;
	uint32_t at = s->failed;

	if (o->failed != TAPE_NONE && !strcmp(s->key.p[at], o->key.p[o->failed])) {
		diff_say(d, &d->a, d->a.failed, "failure", "fails on both sides: %s", s->err.msg);
		return WHY_UNKNOWN;
	}
	if (d->row) {
		diff_say(d, &d->a, at, "failure", "the run fails: %s", s->err.msg);
		return WHY_UNKNOWN;
	}
	diff_say(d, s, at, "failure", "fails in %s only: %s", s->label, s->err.msg);
	for (uint32_t i = 0; s == &d->b && i < tape_n(d->a.tape); i++)
		if (!strcmp(d->a.key.p[i], s->key.p[at]))
			diff_say(d, &d->a, i, "failure", "fails in B only: %s", s->err.msg);
	return WHY_FOUND;
}

/* A loop that does not end, on one side or both. */
static enum why_verdict judge_stopped(struct diff *d)
{
	const struct diff_side *s = d->a.stopped ? &d->a : &d->b;

	diff_say(d, s, tape_n(s->tape) - 1, "limit",
		 "%s was given up here, after %u nodes; up to there the runs agree (with "
		 "--max_iterations it goes on)",
		 s->label, tape_n(s->tape));
	return WHY_UNKNOWN;
}

enum why_verdict diff_judge(struct diff *d)
{
	uint32_t n = tape_n(d->a.tape), slot, first = TAPE_NONE, first_slot = 0;

	if (d->reference)
		diff_match_ref(d);
	else if (d->row)
		diff_match_dump(d);
	else
		diff_match(d);
	for (uint32_t i = 0; i < n; i++) {
		if (compare_event(d, i, &slot) || first != TAPE_NONE || same_said(d, i))
			continue;
		first = i;
		first_slot = slot;
		d->parted = true;
	}
	if (first != TAPE_NONE) {
		diff_explain(d, first, d->row ? TAPE_NONE : d->ab[first], first_slot);
		outputs_note(d);
		return WHY_FOUND;
	}
	if (d->a.stopped || d->b.stopped)
		return judge_stopped(d);
	if (d->a.failed != TAPE_NONE || d->b.failed != TAPE_NONE)
		return judge_failure(d);
	if (d->row)
		return d->n_same ? WHY_NOTHING : WHY_UNKNOWN;
	diff_note_idle(d);
	return judge_outputs(d);
}
