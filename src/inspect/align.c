/* Passes from the surest sign to the weakest; see align.h. */
#include "inspect/align.h"

#include <stdlib.h>

#include "base/intr.h"

struct keyed {
	uint64_t key;
	uint32_t item;
};

struct keys {
	VEC(struct keyed) k;
};

struct user {
	uint32_t item, input;
};

struct side {
	struct flat *f;
	struct keys keys;
	uint64_t *name, *path; /* hashes, by item */
	uint32_t *first;       /* users of item i: user[first[i] .. first[i + 1]) */
	struct user *user;
};

struct align {
	struct side a, b;
	VEC(struct flat_ref) pairs; /* (item of A, item of B), to go on from */
};

typedef uint64_t (*key_of)(const struct side *s, uint32_t i);

static void match(struct align *al, uint32_t a, uint32_t b)
{
	struct item *x = &al->a.f->item.p[a], *y = &al->b.f->item.p[b];

	if (x->match != ITEM_NONE || y->match != ITEM_NONE)
		return;
	x->match = b;
	y->match = a;
	vec_push(&al->pairs, ((struct flat_ref){ a, b }));
}

/* ---- the same structure: both walked in step ---- */

static void lockstep(struct align *al, uint32_t a, uint32_t b)
{
	VEC(struct flat_ref) todo = { 0 };

	vec_push(&todo, ((struct flat_ref){ a, b }));
	while (todo.n) {
		struct flat_ref at = todo.p[--todo.n];
		const struct item *x, *y;

		if (at.item == ITEM_NONE || at.slot == ITEM_NONE)
			continue;
		x = &al->a.f->item.p[at.item];
		y = &al->b.f->item.p[at.slot];
		if (x->match != ITEM_NONE || y->match != ITEM_NONE || x->weak != y->weak)
			continue;
		match(al, at.item, at.slot);
		for (uint32_t i = 0; i < x->n_in && i < y->n_in; i++)
			vec_push(&todo, ((struct flat_ref){ al->a.f->ref.p[x->in + i].item,
							    al->b.f->ref.p[y->in + i].item }));
	}
	vec_free(&todo);
}

static int by_token(const void *p, const void *q)
{
	const struct keyed *x = p, *y = q;

	return x->key != y->key ? (x->key > y->key ? 1 : -1)
				: (x->item > y->item) - (x->item < y->item);
}

static void keys_sort(struct keys *k)
{
	if (k->k.n)
		qsort(k->k.p, k->k.n, sizeof(*k->k.p), by_token);
}

static void root_keys(struct side *s, bool effects)
{
	s->keys.k.n = 0;
	for (size_t i = 0; i < s->f->root.n; i++) {
		const struct flat_root *r = &s->f->root.p[i];

		if (r->ref.item != ITEM_NONE && r->effect == effects)
			vec_push(&s->keys.k,
				 ((struct keyed){ effects ? s->f->item.p[r->ref.item].strong : r->token,
						  r->ref.item }));
	}
	keys_sort(&s->keys);
}

/* Roots of the same door and key. */
static void roots(struct align *al, bool effects)
{
	size_t i = 0, k = 0;

	root_keys(&al->a, effects);
	root_keys(&al->b, effects);
	while (i < al->a.keys.k.n && k < al->b.keys.k.n) {
		struct keyed x = al->a.keys.k.p[i], y = al->b.keys.k.p[k];

		if (x.key == y.key)
			lockstep(al, x.item, y.item);
		i += x.key <= y.key;
		k += y.key <= x.key;
	}
}

/* ---- buckets ---- */

static void bucket_keys(struct side *s, key_of key)
{
	s->keys.k.n = 0;
	for (uint32_t i = 0; i < s->f->item.n; i++) {
		struct keyed one = { 0, i };

		if (s->f->item.p[i].match != ITEM_NONE)
			continue;
		one.key = key(s, i);
		if (one.key)
			vec_push(&s->keys.k, one);
	}
	keys_sort(&s->keys);
}

static size_t run_length(const struct keys *k, size_t from)
{
	size_t n = from;

	while (n < k->k.n && k->k.p[n].key == k->k.p[from].key)
		n++;
	return n - from;
}

/* Items with the same key, as many on both sides (loose: as many as go), in order. */
static void bucket(struct align *al, key_of key, bool loose)
{
	const struct keys *x = &al->a.keys, *y = &al->b.keys;
	size_t i = 0, k = 0;

	bucket_keys(&al->a, key);
	bucket_keys(&al->b, key);
	while (i < x->k.n && k < y->k.n) {
		uint64_t p = x->k.p[i].key, q = y->k.p[k].key;
		size_t n, m;

		if (p != q) {
			i += p < q;
			k += q < p;
			continue;
		}
		n = run_length(x, i);
		m = run_length(y, k);
		for (size_t j = 0; (n == m || loose) && j < n && j < m; j++)
			match(al, x->k.p[i + j].item, y->k.p[k + j].item);
		i += n;
		k += m;
	}
}

static uint64_t key_token(const struct side *s, uint32_t i)
{
	const struct item *it = &s->f->item.p[i];

	return it->kind == ITEM_INPUT ? flat_mix(5, it->token) : 0;
}

static uint64_t key_weak_path(const struct side *s, uint32_t i)
{
	return flat_mix(s->f->item.p[i].weak, s->path[i]);
}

static uint64_t key_strong_down(const struct side *s, uint32_t i)
{
	return flat_mix(s->f->item.p[i].strong, s->f->item.p[i].down);
}

static uint64_t key_weak_down(const struct side *s, uint32_t i)
{
	return flat_mix(s->f->item.p[i].weak, s->f->item.p[i].down);
}

static uint64_t key_strong(const struct side *s, uint32_t i)
{
	return s->f->item.p[i].strong;
}

static uint64_t key_down_path(const struct side *s, uint32_t i)
{
	return flat_mix(s->f->item.p[i].down, s->path[i]);
}

static uint64_t key_down(const struct side *s, uint32_t i)
{
	return s->f->item.p[i].kind == ITEM_NODE ? s->f->item.p[i].down : 0;
}

static uint64_t op_key(const struct side *s, uint32_t i)
{
	const struct item *it = &s->f->item.p[i];

	return it->kind == ITEM_NODE ? flat_text(flat_op_name(flat_op(s->f, it))) : (uint64_t)it->kind;
}

static uint64_t key_path_op(const struct side *s, uint32_t i)
{
	return flat_mix(s->path[i], op_key(s, i));
}

static uint64_t key_name_local(const struct side *s, uint32_t i)
{
	return flat_mix(s->name[i], flat_mix(op_key(s, i), s->f->item.p[i].local));
}

static uint64_t key_weak(const struct side *s, uint32_t i)
{
	return s->f->item.p[i].kind == ITEM_NODE ? s->f->item.p[i].weak : 0;
}

/* ---- along edges ---- */

static bool same_sort(struct align *al, uint32_t a, uint32_t b)
{
	return al->a.f->item.p[a].kind == al->b.f->item.p[b].kind && op_key(&al->a, a) == op_key(&al->b, b);
}

static bool is_leaf(enum item_kind k)
{
	return k == ITEM_CONST || k == ITEM_VARIABLE;
}

static void along_inputs(struct align *al, const struct item *x, const struct item *y)
{
	for (uint32_t i = 0; i < x->n_in && i < y->n_in; i++) {
		uint32_t a = al->a.f->ref.p[x->in + i].item, b = al->b.f->ref.p[y->in + i].item;

		if (a == ITEM_NONE || b == ITEM_NONE || al->a.f->item.p[a].match != ITEM_NONE ||
		    al->b.f->item.p[b].match != ITEM_NONE)
			continue;
		if (same_sort(al, a, b) || (is_leaf(al->a.f->item.p[a].kind) &&
					    is_leaf(al->b.f->item.p[b].kind)))
			match(al, a, b);
	}
}

/* The only user without a match; ITEM_NONE: none, or several. */
static struct user free_user(const struct side *s, uint32_t i)
{
	struct user u = { ITEM_NONE, 0 };

	for (uint32_t k = s->first[i]; k < s->first[i + 1]; k++) {
		if (s->f->item.p[s->user[k].item].match != ITEM_NONE)
			continue;
		if (u.item != ITEM_NONE)
			return (struct user){ ITEM_NONE, 0 };
		u = s->user[k];
	}
	return u;
}

static void along_users(struct align *al, uint32_t a, uint32_t b)
{
	struct user u = free_user(&al->a, a), v = free_user(&al->b, b);

	if (u.item != ITEM_NONE && v.item != ITEM_NONE && u.input == v.input &&
	    same_sort(al, u.item, v.item))
		match(al, u.item, v.item);
}

static void along(struct align *al)
{
	for (size_t i = 0; i < al->pairs.n && !intr_pending(); i++) {
		struct flat_ref p = al->pairs.p[i];

		along_inputs(al, &al->a.f->item.p[p.item], &al->b.f->item.p[p.slot]);
	}
	for (size_t i = 0; i < al->pairs.n && !intr_pending(); i++) {
		struct flat_ref p = al->pairs.p[i];

		along_users(al, p.item, p.slot);
		along_inputs(al, &al->a.f->item.p[p.item], &al->b.f->item.p[p.slot]);
	}
}

/* Another op at the same place: between the same neighbours. */
static void replaced(struct align *al)
{
	for (size_t i = 0; i < al->pairs.n && !intr_pending(); i++) {
		struct flat_ref p = al->pairs.p[i];
		const struct item *x = &al->a.f->item.p[p.item], *y = &al->b.f->item.p[p.slot];
		struct user u = free_user(&al->a, p.item), v = free_user(&al->b, p.slot);

		for (uint32_t k = 0; k < x->n_in && k < y->n_in; k++) {
			uint32_t a = al->a.f->ref.p[x->in + k].item, b = al->b.f->ref.p[y->in + k].item;

			/* this pair's inputs are no pair: are what they read first one? */
			if (a != ITEM_NONE && b != ITEM_NONE && al->a.f->item.p[a].n_data &&
			    al->b.f->item.p[b].n_data && u.item == ITEM_NONE && v.item == ITEM_NONE) {
				uint32_t c = al->a.f->ref.p[al->a.f->item.p[a].in].item,
					 d = al->b.f->ref.p[al->b.f->item.p[b].in].item;

				if (c != ITEM_NONE && d != ITEM_NONE && al->a.f->item.p[c].match == d)
					match(al, a, b);
			}
		}
		if (u.item != ITEM_NONE && v.item != ITEM_NONE && u.input == v.input &&
		    al->a.path[u.item] == al->b.path[v.item])
			match(al, u.item, v.item);
	}
}

/* A door's output that another op computes now, from the same. */
static void replaced_roots(struct align *al)
{
	size_t i = 0, k = 0;

	root_keys(&al->a, false);
	root_keys(&al->b, false);
	while (i < al->a.keys.k.n && k < al->b.keys.k.n) {
		struct keyed x = al->a.keys.k.p[i], y = al->b.keys.k.p[k];
		const struct item *p = &al->a.f->item.p[x.item], *q = &al->b.f->item.p[y.item];

		if (x.key == y.key && p->kind == ITEM_NODE && q->kind == ITEM_NODE && p->n_data && q->n_data) {
			uint32_t c = al->a.f->ref.p[p->in].item, d = al->b.f->ref.p[q->in].item;

			if (same_sort(al, x.item, y.item) ||
			    (c != ITEM_NONE && d != ITEM_NONE && al->a.f->item.p[c].match == d))
				match(al, x.item, y.item);
		}
		i += x.key <= y.key;
		k += y.key <= x.key;
	}
}

/* ---- preparing ---- */

static void side_names(struct side *s)
{
	struct str path = STR_INIT;
	size_t n = s->f->item.n;

	s->name = xcalloc(n + 1, sizeof(*s->name));
	s->path = xcalloc(n + 1, sizeof(*s->path));
	for (uint32_t i = 0; i < n; i++) {
		const struct item *it = &s->f->item.p[i];

		str_clear(&path);
		flat_path(s->f, i, &path);
		s->path[i] = flat_text(str_sv(&path));
		s->name[i] = flat_text(graph_node_name(s->f->frame.p[it->frame].g, it->node));
	}
	str_free(&path);
}

static void side_users(struct side *s)
{
	size_t n = s->f->item.n;
	uint32_t *at;

	s->first = xcalloc(n + 2, sizeof(*s->first));
	s->user = xcalloc(s->f->ref.n + 1, sizeof(*s->user));
	for (size_t i = 0; i < s->f->ref.n; i++)
		if (s->f->ref.p[i].item != ITEM_NONE)
			s->first[s->f->ref.p[i].item + 1]++;
	for (size_t i = 0; i < n; i++)
		s->first[i + 1] += s->first[i];
	at = xcalloc(n + 1, sizeof(*at));
	memcpy(at, s->first, n * sizeof(*at));
	for (uint32_t i = 0; i < n; i++)
		for (uint32_t k = 0; k < s->f->item.p[i].n_in; k++) {
			uint32_t to = s->f->ref.p[s->f->item.p[i].in + k].item;

			if (to != ITEM_NONE)
				s->user[at[to]++] = (struct user){ i, k };
		}
	free(at);
}

static void side_free(struct side *s)
{
	vec_free(&s->keys.k);
	free(s->name);
	free(s->path);
	free(s->first);
	free(s->user);
}

static bool all_matched(const struct flat *f)
{
	for (size_t i = 0; i < f->item.n; i++)
		if (f->item.p[i].match == ITEM_NONE)
			return false;
	return true;
}

static void passes(struct align *al)
{
	bucket(al, key_token, true);
	bucket(al, key_weak_path, false);
	bucket(al, key_strong_down, false);
	bucket(al, key_weak_down, false);
	bucket(al, key_strong, false);
	bucket(al, key_down_path, false);
	bucket(al, key_down, false);
	bucket(al, key_path_op, false);
	along(al);
	bucket(al, key_name_local, false);
	bucket(al, key_weak, true);
	replaced_roots(al);
	along(al);
	replaced(al);
	along(al);
}

bool align_items(struct flat *a, struct flat *b, struct err *err)
{
	struct align al = { .a.f = a, .b.f = b };

	roots(&al, false);
	roots(&al, true);
	if (!all_matched(a) || !all_matched(b)) {
		side_names(&al.a);
		side_names(&al.b);
		side_users(&al.a);
		side_users(&al.b);
		if (!intr_pending())
			passes(&al);
	}
	side_free(&al.a);
	side_free(&al.b);
	vec_free(&al.pairs);
	return intr_check(err);
}
