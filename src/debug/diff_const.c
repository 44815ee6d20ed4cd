/* Constants: their names tell little, so they are counterparts where counterparts read them. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/diff_inside.h"

struct reader {
	uint32_t event, in, next;
};

struct readers {
	VEC(struct reader) list;
	uint32_t *first; /* by event of A */
};

static void readers_of(const struct half *h, struct readers *r)
{
	*r = (struct readers){ .first = xmalloc(((size_t)h->n + 1) * sizeof(*r->first)) };
	memset(r->first, 0xff, ((size_t)h->n + 1) * sizeof(*r->first));
	for (uint32_t i = 0; i < h->n; i++) {
		const struct tape_event *e = tape_event(h->s->tape, i);

		for (uint32_t k = 0; k < e->n_in; k++) {
			const struct tape_value *v = tape_value(h->s->tape, e->in[k]);
			struct reader one = { .event = i, .in = k };

			if (!v || v->maker >= h->n || !match_is_const(h->s->tape, v->maker))
				continue;
			one.next = r->first[v->maker];
			r->first[v->maker] = (uint32_t)r->list.n;
			vec_push(&r->list, one);
		}
	}
}

static void readers_free(struct readers *r)
{
	vec_free(&r->list);
	free(r->first);
}

static bool any_paired(const struct readers *r, const uint32_t *pairs, uint32_t constant)
{
	for (uint32_t i = r->first[constant]; i != TAPE_NONE; i = r->list.p[i].next)
		if (pairs[r->list.p[i].event] != TAPE_NONE)
			return true;
	return false;
}

/* Does one of a's readers have a counterpart that reads b, or no reader of either a counterpart at
 * all? */
static bool read_alike(const struct match *m, const struct readers *ra, const struct readers *rb,
		       uint32_t a, uint32_t b)
{
	for (uint32_t i = ra->first[a]; i != TAPE_NONE; i = ra->list.p[i].next) {
		uint32_t in = ra->list.p[i].in;
		const struct tape_event *e = tape_event(m->a.s->tape, ra->list.p[i].event);
		const struct tape_event *f =
			tape_event(m->b.s->tape, m->d->ab[ra->list.p[i].event]);
		const struct tape_value *v =
			f && in < f->n_in ? tape_value(m->b.s->tape, f->in[in]) : NULL;

		if (v && v->maker == b && sv_eq(e->n->op, f->n->op))
			return true;
	}
	return !any_paired(ra, m->d->ab, a) &&
	       (!match_is_const(m->b.s->tape, b) || !any_paired(rb, m->d->ba, b));
}

/* Constants that were paired by their names while others read them are set free, then go by their
 * readers. */
void match_constants(struct match *m)
{
	struct readers ra, rb;

	readers_of(&m->a, &ra);
	readers_of(&m->b, &rb);
	for (uint32_t a = 0; a < m->a.n; a++) {
		uint32_t b = m->d->ab[a];

		if (b == TAPE_NONE || !match_is_const(m->a.s->tape, a) ||
		    read_alike(m, &ra, &rb, a, b))
			continue;
		m->d->ab[a] = m->d->ba[b] = TAPE_NONE;
	}
	for (uint32_t a = 0; a < m->a.n; a++)
		if (m->d->ab[a] != TAPE_NONE)
			vec_push(&m->todo, a);
	while (m->todo.n)
		match_makers(m, m->todo.p[--m->todo.n]);
	for (uint32_t a = 0; a < m->a.n; a++) {
		uint32_t b = match_of_key(m, a);

		if (b != TAPE_NONE && match_same_op(m, a, b) && !m->a.dep[a] &&
		    match_name_tells(m, a, b) && read_alike(m, &ra, &rb, a, b))
			match_join(m, a, b);
	}
	readers_free(&ra);
	readers_free(&rb);
}
