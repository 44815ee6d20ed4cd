/*
 * Which event of B is which of A. First what computes the same from the run's inputs (a hash over
 * op and makers, blind to values and attributes), names deciding between equals; then, in A's
 * order, by name where at least one input comes from the same place, or by op where all do. A match
 * is carried on to the makers of its inputs, so that weights find their counterpart through who
 * reads them.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "debug/diff_inside.h"

uint64_t diff_mix(uint64_t h, uint64_t v)
{
	h ^= v + 0x9e3779b97f4a7c15u + (h << 6) + (h >> 2);
	return h * 0xff51afd7ed558ccdu;
}

bool diff_given(const struct tape_event *e)
{
	static const char *const names[] = {
		"Const",	  "ReadVariableOp", "VariableV2", "Variable",
		"ImmutableConst", "HostConst",	    "RestoreV2",  NULL,
	};

	return op_is_one(e, names);
}

bool diff_own(const struct tape *t, uint32_t event, uint32_t slot)
{
	const struct tape_event *e = tape_event(t, event);
	const struct tape_value *v = e && slot < e->n_out ? tape_value(t, e->out[slot]) : NULL;

	return v && v->maker == event && v->slot == slot;
}

/* A variable by reference is read by an Identity, which copies: whoever reads the copy reads the
 * variable. */
static bool is_copy(const struct tape *t, uint32_t event)
{
	static const char *const names[] = { "VariableV2", "Variable", NULL };
	const struct tape_event *e = tape_event(t, event);

	return e && sv_is(e->n->op, "Identity") && e->n_in &&
	       op_is_one(tape_maker(t, e->in[0]), names);
}

uint32_t diff_behind(const struct diff_side *s, uint32_t value)
{
	const struct tape_value *v = tape_value(s->tape, value);

	return v && is_copy(s->tape, v->maker) ? tape_event(s->tape, v->maker)->in[0] : value;
}

int diff_input(const struct diff_side *s, uint32_t value)
{
	const struct tape_value *v = tape_value(s->tape, value);

	for (uint32_t i = 0; v && i < s->n_feed; i++)
		if (s->feed[i] && v->t == s->feed[i])
			return (int)i;
	return -1;
}

uint64_t diff_hash_type(uint64_t h, const struct tensor *t)
{
	h = diff_mix(h, t->dtype);
	for (int i = 0; i < t->rank; i++)
		h = diff_mix(h, (uint64_t)t->dim[i]);
	return diff_mix(h, (uint64_t)t->rank);
}

static uint64_t hash_value(struct half *h, uint32_t value, bool *dep)
{
	const struct tape_value *v = tape_value(h->s->tape, diff_behind(h->s, value));
	int input = v ? diff_input(h->s, value) : -1;

	if (!v)
		return 1;
	*dep |= input >= 0;
	if (input >= 0)
		return diff_mix(2, (uint64_t)input);
	if (v->maker == TAPE_NONE || v->maker >= h->n)
		return diff_hash_type(3, v->t);
	*dep |= h->dep[v->maker];
	return diff_mix(h->hash[v->maker], v->slot);
}

static void hash_event(struct half *h, uint32_t i)
{
	const struct tape_event *e = tape_event(h->s->tape, i);
	uint64_t x = map_hash(e->n->op);
	bool dep = false;

	for (uint32_t k = 0; k < e->n_out; k++)
		h->made[i] |= diff_own(h->s->tape, i, k) && !is_copy(h->s->tape, i);
	if (h->made[i] && diff_input(h->s, e->out[0]) >= 0) { /* a placeholder that was fed */
		h->hash[i] = hash_value(h, e->out[0], &dep);
		h->dep[i] = 1;
		return;
	}
	if (diff_given(e) && h->made[i]) {
		h->hash[i] = diff_hash_type(5, tape_value(h->s->tape, e->out[0])->t);
		return;
	}
	for (uint32_t k = 0; k < e->n_in; k++)
		x = diff_mix(x, hash_value(h, e->in[k], &dep));
	h->dep[i] = dep;
	h->hash[i] = x;
}

bool match_has_tensor(const struct half *h, uint32_t i)
{
	const struct tape_event *e = tape_event(h->s->tape, i);

	return h->made[i] && tape_value(h->s->tape, e->out[0]) != NULL;
}

static void half_init(struct half *h, const struct diff_side *s)
{
	*h = (struct half){ .s = s, .n = tape_n(s->tape) };
	h->hash = xcalloc((size_t)h->n + 1, sizeof(*h->hash));
	h->dep = xcalloc((size_t)h->n + 1, 1);
	h->made = xcalloc((size_t)h->n + 1, 1);
	for (uint32_t i = 0; i < h->n; i++) {
		hash_event(h, i);
		map_add(&h->by_key, sv_of(s->key.p[i]), i);
		map_add(&h->by_full, sv_of(s->full.p[i]), i);
	}
}

static void half_free(struct half *h)
{
	free(h->hash);
	free(h->dep);
	free(h->made);
	map_free(&h->by_key);
	map_free(&h->by_full);
}

/* ---- pairs ---- */

bool match_is_free(const struct match *m, uint32_t a, uint32_t b)
{
	return a < m->a.n && b < m->b.n && m->d->ab[a] == TAPE_NONE && m->d->ba[b] == TAPE_NONE &&
	       m->a.made[a] && m->b.made[b];
}

bool match_same_op(const struct match *m, uint32_t a, uint32_t b)
{
	const struct tape_event *x = tape_event(m->a.s->tape, a), *y = tape_event(m->b.s->tape, b);

	return sv_eq(x->n->op, y->n->op) || (diff_given(x) && diff_given(y));
}

/* Names that are equal but for Keras' numbers: "model_6/dense_1/MatMul" and "model/dense/MatMul".
 */
static bool alike(const char *x, const char *y)
{
	for (;;) {
		const char *z[] = { x, y };

		for (int i = 0; i < 2; i++)
			if (*z[i] == '_') {
				size_t n = strspn(z[i] + 1, "0123456789");

				if (n && (z[i][1 + n] == '/' || !z[i][1 + n]))
					z[i] += 1 + n;
			}
		x = z[0];
		y = z[1];
		if (*x != *y || !*x)
			return *x == *y;
		x++;
		y++;
	}
}

static void pair(struct match *m, uint32_t a, uint32_t b)
{
	m->d->ab[a] = b;
	m->d->ba[b] = a;
	vec_push(&m->todo, a);
}

bool match_is_const(const struct tape *t, uint32_t event)
{
	return sv_is(tape_event(t, event)->n->op, "Const");
}

/* The makers of what a pair reads are pairs too, where they compute the same or have one name. What
 * a constant means to another op is something else: x/255 and x*(1/255). */
void match_makers(struct match *m, uint32_t a)
{
	const struct tape_event *x = tape_event(m->a.s->tape, a),
				*y = tape_event(m->b.s->tape, m->d->ab[a]);
	bool same = sv_eq(x->n->op, y->n->op);

	for (uint32_t i = 0; i < x->n_in && i < y->n_in; i++) {
		const struct tape_value *u =
			tape_value(m->a.s->tape, diff_behind(m->a.s, x->in[i]));
		const struct tape_value *v =
			tape_value(m->b.s->tape, diff_behind(m->b.s, y->in[i]));

		if (u && v && u->slot == v->slot && match_is_free(m, u->maker, v->maker) &&
		    match_same_op(m, u->maker, v->maker) &&
		    (same || !match_is_const(m->a.s->tape, u->maker)) &&
		    (m->a.hash[u->maker] == m->b.hash[v->maker] ||
		     alike(m->a.s->key.p[u->maker], m->b.s->key.p[v->maker])))
			pair(m, u->maker, v->maker);
	}
}

void match_join(struct match *m, uint32_t a, uint32_t b)
{
	pair(m, a, b);
	while (m->todo.n)
		match_makers(m, m->todo.p[--m->todo.n]);
}

/* B's event of the same name: in the same calls, or, where neither has such a one, whatever the
 * calls. */
uint32_t match_of_key(const struct match *m, uint32_t a)
{
	uint64_t b, own;

	if (map_get(&m->b.by_full, sv_of(m->a.s->full.p[a]), &b))
		return match_is_free(m, a, (uint32_t)b) ? (uint32_t)b : TAPE_NONE;
	if (!map_get(&m->b.by_key, sv_of(m->a.s->key.p[a]), &b) ||
	    !match_is_free(m, a, (uint32_t)b))
		return TAPE_NONE;
	return map_get(&m->a.by_full, sv_of(m->b.s->full.p[b]), &own) ? TAPE_NONE : (uint32_t)b;
}

/* A constant's name tells little: only in the same function it is the same. */
bool match_name_tells(const struct match *m, uint32_t a, uint32_t b)
{
	const struct tape_event *x = tape_event(m->a.s->tape, a), *y = tape_event(m->b.s->tape, b);

	return m->a.dep[a] || x->n_in || !strcmp(x->path, y->path);
}

/* Same computation and same name. */
static void by_both(struct match *m, bool dep)
{
	for (uint32_t a = 0; a < m->a.n; a++) {
		uint32_t b = m->a.dep[a] == dep ? match_of_key(m, a) : TAPE_NONE;

		if (b != TAPE_NONE && m->a.hash[a] == m->b.hash[b] && match_same_op(m, a, b) &&
		    match_name_tells(m, a, b))
			match_join(m, a, b);
	}
}

struct seat {
	uint32_t a, b, n_a, n_b;
};

struct sv match_word(const uint64_t *x)
{
	return (struct sv){(const char *)x, sizeof(*x)};
}

static struct seat *seat_of(struct map *map, void *list, const uint64_t *hash)
{
	VEC(struct seat) *v = list;
	uint64_t at = v->n;

	if (!map_get(map, match_word(hash), &at)) {
		struct seat fresh = { TAPE_NONE, TAPE_NONE, 0, 0 };

		map_add(map, match_word(hash), at);
		vec_push(v, fresh);
	}
	return &v->p[at];
}

/* The same computation from the inputs, which each side does once only. */
static void by_hash(struct match *m)
{
	struct map map = MAP_INIT;
	VEC(struct seat) seat = { 0 };

	for (uint32_t a = 0; a < m->a.n; a++)
		if (m->a.dep[a] && m->a.made[a] && m->d->ab[a] == TAPE_NONE) {
			struct seat *s = seat_of(&map, &seat, &m->a.hash[a]);

			s->a = a;
			s->n_a++;
		}
	for (uint32_t b = 0; b < m->b.n; b++)
		if (m->b.dep[b] && m->b.made[b] && m->d->ba[b] == TAPE_NONE) {
			struct seat *s = seat_of(&map, &seat, &m->b.hash[b]);

			s->b = b;
			s->n_b++;
		}
	for (size_t i = 0; i < seat.n; i++)
		if (seat.p[i].n_a == 1 && seat.p[i].n_b == 1 &&
		    match_is_free(m, seat.p[i].a, seat.p[i].b))
			match_join(m, seat.p[i].a, seat.p[i].b);
	map_free(&map);
	vec_free(&seat);
}

bool diff_same_source(const struct diff *d, uint32_t va, uint32_t vb)
{
	const struct tape_value *u = tape_value(d->a.tape, diff_behind(&d->a, va)),
				*v = tape_value(d->b.tape, diff_behind(&d->b, vb));
	int input = diff_input(&d->a, va);

	if (!u || !v)
		return u == v;
	if (input >= 0 || u->maker == TAPE_NONE)
		return input == diff_input(&d->b, vb) && (input >= 0 || v->maker == TAPE_NONE);
	return d->ab[u->maker] == v->maker && v->maker != TAPE_NONE && u->slot == v->slot;
}

/* ---- weights by the variable's name, and who reads them ---- */

static struct sv variable_name(const struct half *h, uint32_t i)
{
	const struct tape_event *e = tape_event(h->s->tape, i);
	struct sv name = SV_NULL;

	if (h->made[i] && diff_given(e) && e->n_in)
		tensor_unref(diff_variable(h->s, e->in[0], &name));
	else if (h->made[i] && (sv_is(e->n->op, "VariableV2") || sv_is(e->n->op, "Variable")))
		name = e->n->name;
	return name;
}

static void by_variable(struct match *m)
{
	struct map map = MAP_INIT;
	uint64_t b;

	for (uint32_t i = 0; i < m->b.n; i++) {
		struct sv name = m->d->ba[i] == TAPE_NONE ? variable_name(&m->b, i) : SV_NULL;

		if (name.p)
			map_add(&map, name, i);
	}
	for (uint32_t a = 0; a < m->a.n; a++) {
		struct sv name = m->d->ab[a] == TAPE_NONE ? variable_name(&m->a, a) : SV_NULL;

		if (name.p && map_get(&map, name, &b) && match_is_free(m, a, (uint32_t)b))
			match_join(m, a, (uint32_t)b);
	}
	map_free(&map);
}

/* Op and which weights it reads, in terms of B's events; 0: none. */
static uint64_t weights_hash(const struct match *m, const struct half *h, uint32_t i)
{
	const struct tape_event *e = tape_event(h->s->tape, i);
	uint64_t x = 0;

	for (uint32_t k = 0; h->made[i] && k < e->n_in; k++) {
		const struct tape_value *v = tape_value(h->s->tape, diff_behind(h->s, e->in[k]));
		uint32_t maker = v ? v->maker : TAPE_NONE;

		if (maker == TAPE_NONE || !variable_name(h, maker).p)
			continue;
		if (h == &m->a)
			maker = m->d->ab[maker];
		x = maker == TAPE_NONE ? x : diff_mix(diff_mix(x + map_hash(e->n->op), k), maker);
	}
	return x;
}

/* The only two that do the same with the same weights. */
static void by_weights(struct match *m)
{
	uint64_t *x = xcalloc((size_t)m->a.n + 1, sizeof(*x)),
		 *y = xcalloc((size_t)m->b.n + 1, sizeof(*y));
	struct map map = MAP_INIT;
	uint64_t b;

	for (uint32_t i = 0; i < m->b.n; i++) {
		y[i] = weights_hash(m, &m->b, i);
		if (y[i] && !map_add(&map, match_word(&y[i]), i))
			map_put(&map, match_word(&y[i]), TAPE_NONE);
	}
	for (uint32_t a = 0; a < m->a.n; a++)
		x[a] = weights_hash(m, &m->a, a);
	for (uint32_t a = 0; a < m->a.n; a++)
		if (x[a] && map_get(&map, match_word(&x[a]), &b) &&
		    match_is_free(m, a, (uint32_t)b))
			match_join(m, a, (uint32_t)b);
	map_free(&map);
	free(x);
	free(y);
}

/* The makers of the signature's outputs, by key or place. */
static void by_outputs(struct match *m)
{
	const struct diff_side *x = m->a.s, *y = m->b.s;

	for (uint32_t i = 0; i < x->sig->n_out; i++) {
		int k = diff_counterpart(x->sig->out, x->sig->n_out, y->sig->out, y->sig->n_out, i);
		const struct tape_value *u = tape_value(x->tape, x->out[i]),
					*v = k < 0 ? NULL : tape_value(y->tape, y->out[k]);

		if (u && v && u->slot == v->slot && match_is_free(m, u->maker, v->maker) &&
		    match_same_op(m, u->maker, v->maker))
			match_join(m, u->maker, v->maker);
	}
}

void diff_match(struct diff *d)
{
	struct match m = { .d = d };

	half_init(&m.a, &d->a);
	half_init(&m.b, &d->b);
	d->ab = xmalloc(((size_t)m.a.n + 1) * sizeof(*d->ab));
	d->ba = xmalloc(((size_t)m.b.n + 1) * sizeof(*d->ba));
	memset(d->ab, 0xff, ((size_t)m.a.n + 1) * sizeof(*d->ab));
	memset(d->ba, 0xff, ((size_t)m.b.n + 1) * sizeof(*d->ba));
	by_both(&m, true);
	by_hash(&m);
	by_both(&m, false);
	by_variable(&m);
	by_weights(&m);
	match_in_order(&m);
	by_outputs(&m);
	match_constants(&m);
	for (uint32_t i = 0; i < m.a.n; i++)
		d->n_only_a += m.a.made[i] && d->ab[i] == TAPE_NONE;
	for (uint32_t i = 0; i < m.b.n; i++)
		d->n_only_b += m.b.made[i] && d->ba[i] == TAPE_NONE;
	half_free(&m.a);
	half_free(&m.b);
	vec_free(&m.todo);
}
