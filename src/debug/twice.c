/* See twice.h. */
#include "debug/twice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void match(struct diff *d)
{
	uint32_t n = tape_n(d->a.tape), m = tape_n(d->b.tape);
	struct map by_name = MAP_INIT;

	d->ab = xmalloc(((size_t)n + 1) * sizeof(*d->ab));
	d->ba = xmalloc(((size_t)m + 1) * sizeof(*d->ba));
	memset(d->ab, 0xff, ((size_t)n + 1) * sizeof(*d->ab));
	memset(d->ba, 0xff, ((size_t)m + 1) * sizeof(*d->ba));
	for (uint32_t b = 0; b < m; b++)
		map_add(&by_name, sv_of(d->b.full.p[b]), b);
	for (uint32_t a = 0; a < n; a++) {
		uint64_t b;

		if (!map_get(&by_name, sv_of(d->a.full.p[a]), &b) || d->ba[b] != TAPE_NONE)
			continue;
		d->ab[a] = (uint32_t)b;
		d->ba[b] = a;
	}
	map_free(&by_name);
}

/* ---- one pair ---- */

/* How far apart two values are; of lists and handles only whether. */
static struct gap apart(const struct tensor *x, const struct tensor *y)
{
	static const struct diff_opts exact = {0, 0};
	struct diff_off off;
	struct gap g = {.at = -1};

	if (!x || !y || x == y)
		return g;
	if (dtype_info(x->dtype)->kind != DK_OBJECT) {
		gap_measure(x, y, &g);
		g.n_out = g.type ? 1 : g.n_out;
		return g;
	}
	g.n_out = !diff_tensors(x, y, &exact, 0, &off);
	g.rel = g.n_out ? diff_share(&off) : 0;
	g.most = off.most;
	return g;
}

static const struct tensor *value(const struct tape *t, uint32_t v)
{
	const struct tape_value *x = tape_value(t, v);

	return x ? x->t : NULL;
}

static struct gap inputs_apart(const struct diff *d, const struct tape_event *e,
			       const struct tape_event *f)
{
	struct gap most = {.at = -1};

	for (uint32_t i = 0; i < e->n_in && i < f->n_in; i++) {
		struct gap g = apart(value(d->a.tape, e->in[i]), value(d->b.tape, f->in[i]));

		if (g.n_out && (!most.n_out || g.rel > most.rel))
			most = g;
	}
	return most;
}

static struct gap outputs_apart(const struct diff *d, uint32_t a, uint32_t *slot)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, d->ab[a]);
	struct gap most = {.at = -1};

	*slot = 0;
	for (uint32_t i = 0; i < e->n_out && i < f->n_out; i++) {
		struct gap g = apart(value(d->a.tape, e->out[i]), value(d->b.tape, f->out[i]));

		if (g.n_out && (!most.n_out || g.rel > most.rel)) {
			most = g;
			*slot = i;
		}
	}
	return most;
}

static bool makes(const struct tape *t, uint32_t event)
{
	for (uint32_t i = 0; i < tape_event(t, event)->n_out; i++)
		if (diff_own(t, event, i))
			return true;
	return false;
}

static void look(struct twice *w, const struct diff *d, uint32_t a)
{
	const struct tape_event *e = tape_event(d->a.tape, a), *f = tape_event(d->b.tape, d->ab[a]);
	struct twice_end end = {.event = a};
	uint32_t slot;

	if (!f) {
		w->n_only_a++;
		return;
	}
	end.in = inputs_apart(d, e, f);
	end.out = outputs_apart(d, a, &slot);
	if (end.out.n_out) {
		w->n_differ++;
		if (w->first == TAPE_NONE && e->n_in) {
			w->first = a;
			w->slot = slot;
		}
	} else if (end.in.n_out) {
		w->n_end++;
	} else {
		w->n_untouched++;
	}
	/* what tells the shape alone was never to hand it on */
	if (end.in.n_out && !why_shape_only(e->n->op) &&
	    (!end.out.n_out || end.out.rel < 1e-3 * end.in.rel))
		vec_push(&w->end, end);
}

void twice_find(struct twice *w, struct diff *d)
{
	*w = (struct twice){.first = TAPE_NONE};
	match(d);
	for (uint32_t a = 0; a < tape_n(d->a.tape); a++)
		if (makes(d->a.tape, a))
			look(w, d, a);
	for (uint32_t b = 0; b < tape_n(d->b.tape); b++)
		w->n_only_b += makes(d->b.tape, b) && d->ba[b] == TAPE_NONE;
}

void twice_free(struct twice *w)
{
	vec_free(&w->end);
}

void twice_output(const struct diff *d, uint32_t i, const struct tensor **x,
		  const struct tensor **y)
{
	*x = value(d->a.tape, d->a.out[i]);
	*y = value(d->b.tape, d->b.out[i]);
	if (!*x || !*y)
		*x = *y = NULL;
}
