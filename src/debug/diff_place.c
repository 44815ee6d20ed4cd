/*
 * Where two computations part: A's events that have no counterpart yet, in order: by name, by op
 * and where the inputs come from, by the numbers that come out, and last another op in the same
 * place.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/diff_inside.h"

/* B's events by where their inputs come from, with or without their op. */
struct sources {
	bool op;
	struct map map; /* hash -> the first */
	uint64_t *hash;
	uint32_t *next; /* the next of the same hash */
};

enum { FEEDS_NEAR = 512 };

/* Is one of the inputs the same? A constant of the same name is none, where there are others. */
static bool any_same(const struct match *m, uint32_t a, uint32_t b)
{
	const struct tape_event *x = tape_event(m->a.s->tape, a), *y = tape_event(m->b.s->tape, b);
	bool only = true, same = false;

	for (uint32_t i = 0; i < x->n_in && i < y->n_in; i++) {
		const struct tape_value *v = tape_value(m->a.s->tape, x->in[i]);
		bool is = diff_same_source(m->d, x->in[i], y->in[i]);

		if (is && !(v && v->maker < m->a.n && match_is_const(m->a.s->tape, v->maker)))
			return true;
		only &= v && v->maker < m->a.n && match_is_const(m->a.s->tape, v->maker);
		same |= is;
	}
	return (only && same) || (!x->n_in && !y->n_in);
}

/* Op (or, for another op in its place, what comes out) and where its inputs come from, in terms of
 * B's events. */
static uint64_t source_hash(const struct match *m, const struct half *h, uint32_t i, bool op)
{
	const struct tape_event *e = tape_event(h->s->tape, i);
	uint64_t x = diff_mix(op ? map_hash(e->n->op)
				 : diff_hash_type(9, tape_value(h->s->tape, e->out[0])->t),
			      e->n_in);

	for (uint32_t k = 0; k < e->n_in; k++) {
		const struct tape_value *v = tape_value(h->s->tape, diff_behind(h->s, e->in[k]));
		int input = v ? diff_input(h->s, e->in[k]) : -1;
		uint32_t maker = v ? v->maker : TAPE_NONE;

		if (input < 0 && maker < h->n && match_is_const(h->s->tape, maker)) {
			x = diff_mix(x, h->hash[maker]);
			continue;
		}
		if (input < 0 && maker != TAPE_NONE && h == &m->a)
			maker = m->d->ab[maker] == TAPE_NONE ? TAPE_NONE - 1 : m->d->ab[maker];
		x = diff_mix(diff_mix(x, input >= 0 ? (uint64_t)input << 32 : maker),
			     v ? v->slot : 7);
	}
	return x;
}

static void sources_of_b(struct match *m, struct sources *s, bool op)
{
	*s = (struct sources){ .op = op };
	s->hash = xcalloc((size_t)m->b.n + 1, sizeof(*s->hash));
	s->next = xcalloc((size_t)m->b.n + 1, sizeof(*s->next));
	for (uint32_t b = m->b.n; b-- > 0;) {
		uint64_t first = TAPE_NONE;

		if (!match_has_tensor(&m->b, b) || m->d->ba[b] != TAPE_NONE)
			continue;
		s->hash[b] = source_hash(m, &m->b, b, op);
		map_get(&s->map, match_word(&s->hash[b]), &first);
		s->next[b] = (uint32_t)first;
		map_put(&s->map, match_word(&s->hash[b]), b);
	}
}

static void sources_free(struct sources *s)
{
	free(s->hash);
	free(s->next);
	map_free(&s->map);
}

static uint32_t of_sources(const struct match *m, const struct sources *s, uint32_t a)
{
	const struct tape_event *e = tape_event(m->a.s->tape, a);
	uint64_t hash, b;

	if (!e->n_in || !match_has_tensor(&m->a, a))
		return TAPE_NONE;
	hash = source_hash(m, &m->a, a, s->op);
	if (!map_get(&s->map, match_word(&hash), &b))
		return TAPE_NONE;
	while (b != TAPE_NONE && !match_is_free(m, a, (uint32_t)b))
		b = s->next[b];
	return (uint32_t)b;
}

/* Does somebody with that op read what event i made? Then i is a step more rather than another op.
 */
static bool feeds_op(const struct half *h, uint32_t i, struct sv op)
{
	uint32_t v = tape_event(h->s->tape, i)->out[0],
		 end = h->n < i + FEEDS_NEAR ? h->n : i + FEEDS_NEAR;

	for (uint32_t k = i + 1; k < end; k++) {
		const struct tape_event *e = tape_event(h->s->tape, k);

		for (uint32_t n = 0; n < e->n_in && sv_eq(e->n->op, op); n++)
			if (e->in[n] == v)
				return true;
	}
	return false;
}

/* Another op in the same place: tanh for relu. Not where either has a counterpart by name. */
static uint32_t in_place(const struct match *m, const struct sources *s, uint32_t a)
{
	uint32_t b = of_sources(m, s, a), other;
	uint64_t back;

	if (b == TAPE_NONE || diff_given(tape_event(m->a.s->tape, a)) ||
	    diff_given(tape_event(m->b.s->tape, b)))
		return TAPE_NONE;
	other = match_of_key(m, a);
	if (other != TAPE_NONE && other != b && match_same_op(m, a, other))
		return TAPE_NONE;
	if (map_get(&m->a.by_key, sv_of(m->b.s->key.p[b]), &back) && back != a &&
	    match_is_free(m, (uint32_t)back, b) && match_same_op(m, (uint32_t)back, b))
		return TAPE_NONE;
	if (feeds_op(&m->a, a, tape_event(m->b.s->tape, b)->n->op) ||
	    feeds_op(&m->b, b, tape_event(m->a.s->tape, a)->n->op))
		return TAPE_NONE;
	return b;
}

/* What an event put out, bit by bit; 0 when that tells nothing: no floats, or all the same number.
 */
static uint64_t value_hash(const struct half *h, uint32_t i)
{
	const struct tape_event *e = tape_event(h->s->tape, i);
	uint64_t x = diff_mix(11, e->n_out);
	bool tells = false;

	for (uint32_t k = 0; k < e->n_out; k++) {
		const struct tape_value *v =
			diff_own(h->s->tape, i, k) ? tape_value(h->s->tape, e->out[k]) : NULL;
		size_t size = v ? dtype_info(v->t->dtype)->size : 0;

		if (!v || (dtype_info(v->t->dtype)->kind != DK_FLOAT &&
			   dtype_info(v->t->dtype)->kind != DK_COMPLEX))
			return 0;
		tells |= v->t->bytes > size &&
			 memcmp(v->t->data, (const char *)v->t->data + size, v->t->bytes - size);
		x = diff_mix(diff_hash_type(x, v->t),
			     map_hash((struct sv){v->t->data, v->t->bytes}));
	}
	return tells ? x : 0;
}

static void values_of_b(struct match *m, struct sources *s)
{
	*s = (struct sources){ .hash = xcalloc((size_t)m->b.n + 1, sizeof(*s->hash)) };
	s->next = xcalloc((size_t)m->b.n + 1, sizeof(*s->next));
	for (uint32_t b = m->b.n; b-- > 0;) {
		uint64_t first = TAPE_NONE;

		s->hash[b] = m->b.dep[b] && match_has_tensor(&m->b, b) && m->d->ba[b] == TAPE_NONE
				     ? value_hash(&m->b, b)
				     : 0;
		if (!s->hash[b])
			continue;
		map_get(&s->map, match_word(&s->hash[b]), &first);
		s->next[b] = (uint32_t)first;
		map_put(&s->map, match_word(&s->hash[b]), b);
	}
}

/* The same numbers by other ops: Split for SplitV. */
static uint32_t of_value(const struct match *m, const struct sources *s, uint32_t a)
{
	uint64_t hash = m->a.dep[a] && match_has_tensor(&m->a, a) ? value_hash(&m->a, a) : 0, b;

	if (!hash || !map_get(&s->map, match_word(&hash), &b))
		return TAPE_NONE;
	while (b != TAPE_NONE && !match_is_free(m, a, (uint32_t)b))
		b = s->next[b];
	return (uint32_t)b;
}

/* Is a handle matched with a handle, a tensor with a tensor? */
static bool same_kind(const struct match *m, uint32_t a, uint32_t b)
{
	const struct tape_event *x = tape_event(m->a.s->tape, a), *y = tape_event(m->b.s->tape, b);
	const struct tape_value *u = x->n_out ? tape_value(m->a.s->tape, x->out[0]) : NULL;
	const struct tape_value *v = y->n_out ? tape_value(m->b.s->tape, y->out[0]) : NULL;

	return u && v && (u->t->dtype == DT_RESOURCE) == (v->t->dtype == DT_RESOURCE);
}

void match_in_order(struct match *m)
{
	struct sources by_op, by_place, by_value;

	sources_of_b(m, &by_op, true);
	sources_of_b(m, &by_place, false);
	values_of_b(m, &by_value);
	for (uint32_t a = 0; a < m->a.n; a++) {
		uint32_t b = match_of_key(m, a), c;

		if (!m->a.made[a] || m->d->ab[a] != TAPE_NONE)
			continue;
		if (b == TAPE_NONE || !match_same_op(m, a, b) || !any_same(m, a, b)) {
			c = of_sources(m, &by_op, a);
			/* the same name with another op, where nothing else stands for it */
			b = c != TAPE_NONE						? c
			    : b != TAPE_NONE && any_same(m, a, b) && same_kind(m, a, b) ? b
											: TAPE_NONE;
			b = b != TAPE_NONE ? b : of_value(m, &by_value, a);
			b = b != TAPE_NONE ? b : in_place(m, &by_place, a);
		}
		if (b != TAPE_NONE)
			match_join(m, a, b);
	}
	sources_free(&by_op);
	sources_free(&by_place);
	sources_free(&by_value);
}
