/* The persistent map; see pmap.h. */
#include "ops/pmap.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "tensor/tensor.h"

enum { BITS = 5, FAN = 1 << BITS, LAST = 60 };	/* at shift LAST and below: lists */

struct pmap_node {
	uint32_t refs;
	uint32_t n;			/* of slots */
	uint32_t map, kids;		/* places taken; those of them that are nodes */
	void *slot[]; /* in the order of the places; lists: entries as they came */
};

/* ---- entries ---- */

static void entry_unref(struct pmap_entry *e)
{
	if (--e->refs)
		return;
	for (uint32_t i = 0; i < e->n_obj; i++)
		object_unref(((struct object **)e->val.p)[i]);
	free(e);
}

static struct pmap_entry *entry_new(struct sv key, struct sv val, struct sv aux, uint32_t n_obj,
				    struct err *err)
{
	size_t head = (sizeof(struct pmap_entry) + 15) & ~(size_t)15, n = head;
	struct pmap_entry *e = NULL;
	char *p;

	if (size_add(n, val.n, &n) && size_add(n, key.n, &n) && size_add(n, aux.n, &n))
		e = malloc(n);
	if (!e) {
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			"no memory for a table's entry");
		return NULL;
	}
	p = (char *)e + head;
	*e = (struct pmap_entry){ .refs = 1, .n_obj = n_obj, .hash = map_hash(key) };
	e->val = (struct sv){ p, val.n };
	e->key = (struct sv){ p + val.n, key.n };
	e->aux = (struct sv){ p + val.n + key.n, aux.n };
	if (val.n)
		memcpy(p, val.p, val.n);
	if (key.n)
		memcpy(p + val.n, key.p, key.n);
	if (aux.n)
		memcpy(p + val.n + key.n, aux.p, aux.n);
	for (uint32_t i = 0; i < n_obj; i++)
		object_ref(((struct object **)p)[i]);
	return e;
}

/* ---- nodes ---- */

static struct pmap_node *node_new(uint32_t n)
{
	struct pmap_node *d = xcalloc(1, sizeof(*d) + n * sizeof(void *));

	d->refs = 1;
	d->n = n;
	return d;
}

/* The place of hash at shift, as a bit. */
static uint32_t place(uint64_t hash, int shift)
{
	return UINT32_C(1) << (hash >> shift & (FAN - 1));
}

static uint32_t index_of(const struct pmap_node *d, uint32_t bit)
{
	return (uint32_t)__builtin_popcount(d->map & (bit - 1));
}

/* Is slot i a node? (Never in lists, whose maps are empty.) */
static bool is_kid(const struct pmap_node *d, uint32_t i)
{
	uint32_t map = d->map;

	for (uint32_t k = 0; k < i && map; k++)
		map &= map - 1;
	return (d->kids & map & -map) != 0;
}

static void node_unref(struct pmap_node *d)
{
	uint32_t map;

	if (!d || --d->refs)
		return;
	map = d->map;
	for (uint32_t i = 0; i < d->n; i++) {
		if (d->kids & map & -map)
			node_unref(d->slot[i]);
		else
			entry_unref(d->slot[i]);
		map &= map - 1;
	}
	free(d);
}

/* Takes d; gives a node that nobody else holds, with room for `extra` more slots. */
static struct pmap_node *node_own(struct pmap_node *d, uint32_t extra)
{
	struct pmap_node *copy;
	uint32_t map = d->map;

	if (d->refs == 1)
		return extra ? xrealloc(d, sizeof(*d) + (d->n + extra) * sizeof(void *)) : d;
	copy = node_new(d->n + extra);
	copy->n = d->n;
	copy->map = d->map;
	copy->kids = d->kids;
	for (uint32_t i = 0; i < d->n; i++) {
		if (d->kids & map & -map)
			((struct pmap_node *)d->slot[i])->refs++;
		else
			((struct pmap_entry *)d->slot[i])->refs++;
		map &= map - 1;
		copy->slot[i] = d->slot[i];
	}
	d->refs--;
	return copy;
}

static struct pmap_node *slot_insert(struct pmap_node *d, uint32_t i, void *p)
{
	d = node_own(d, 1);
	memmove(d->slot + i + 1, d->slot + i, (d->n - i) * sizeof(void *));
	d->slot[i] = p;
	d->n++;
	return d;
}

static void replace(struct pmap_node *d, uint32_t i, struct pmap_entry *e)
{
	struct pmap_entry *old = d->slot[i];

	e->seq = old->seq;
	d->slot[i] = e;
	entry_unref(old);
}

/* Takes d (NULL: empty) and e; recursion is as deep as a hash has groups of bits. */
static struct pmap_node *put(struct pmap_node *d, int shift, struct pmap_entry *e, bool *added)
{
	uint32_t bit = place(e->hash, shift), i = 0;
	struct pmap_entry *there;
	struct pmap_node *kid;

	if (!d)
		d = node_new(0);
	if (shift >= LAST) {
		while (i < d->n && !sv_eq(((struct pmap_entry *)d->slot[i])->key, e->key))
			i++;
		if (i == d->n)
			return slot_insert(d, i, e);
		*added = false;
		d = node_own(d, 0);
		replace(d, i, e);
		return d;
	}
	i = index_of(d, bit);
	if (!(d->map & bit)) {
		d = slot_insert(d, i, e);
		d->map |= bit;
		return d;
	}
	d = node_own(d, 0);
	if (d->kids & bit) {
		d->slot[i] = put(d->slot[i], shift + BITS, e, added);
		return d;
	}
	there = d->slot[i];
	if (there->hash == e->hash && sv_eq(there->key, e->key)) {
		*added = false;
		replace(d, i, e);
		return d;
	}
	kid = put(NULL, shift + BITS, there, added);
	d->slot[i] = put(kid, shift + BITS, e, added);
	d->kids |= bit;
	return d;
}

static bool del(struct pmap_node **dp, int shift, uint64_t hash, struct sv key)
{
	struct pmap_node *d = *dp;
	uint32_t bit = place(hash, shift), i = 0;
	bool list = shift >= LAST;

	if (!list && !(d->map & bit))
		return false;
	d = *dp = node_own(d, 0);
	i = list ? 0 : index_of(d, bit);
	if (!list && d->kids & bit)
		return del((struct pmap_node **)&d->slot[i], shift + BITS, hash, key);
	while (list && i < d->n && !sv_eq(((struct pmap_entry *)d->slot[i])->key, key))
		i++;
	if (i == d->n || !sv_eq(((struct pmap_entry *)d->slot[i])->key, key))
		return false;
	entry_unref(d->slot[i]);
	memmove(d->slot + i, d->slot + i + 1, (d->n - i - 1) * sizeof(void *));
	d->n--;
	if (!list)
		d->map &= ~bit;
	return true;
}

/* ---- maps ---- */

struct pmap pmap_ref(const struct pmap *m)
{
	if (m->root)
		m->root->refs++;
	return *m;
}

void pmap_clear(struct pmap *m)
{
	node_unref(m->root);
	*m = (struct pmap)PMAP_INIT;
}

const struct pmap_entry *pmap_get(const struct pmap *m, struct sv key)
{
	uint64_t hash = map_hash(key);
	const struct pmap_node *d = m->root;
	const struct pmap_entry *e;
	int shift = 0;

	for (; d && shift < LAST; shift += BITS) {
		uint32_t bit = place(hash, shift);

		if (!(d->map & bit))
			return NULL;
		e = d->slot[index_of(d, bit)];
		if (!(d->kids & bit))
			return e->hash == hash && sv_eq(e->key, key) ? e : NULL;
		d = (const void *)e;
	}
	for (uint32_t i = 0; d && i < d->n; i++) {
		e = d->slot[i];
		if (sv_eq(e->key, key))
			return e;
	}
	return NULL;
}

bool pmap_put(struct pmap *m, struct sv key, struct sv val, struct sv aux, uint32_t n_obj,
	      struct err *err)
{
	struct pmap_entry *e = entry_new(key, val, aux, n_obj, err);
	bool added = true;

	if (!e)
		return false;
	e->seq = m->seq;
	m->root = put(m->root, 0, e, &added);
	m->n += added;
	m->seq += added;
	return true;
}

bool pmap_del(struct pmap *m, struct sv key)
{
	if (!m->root || !del(&m->root, 0, map_hash(key), key))
		return false;
	m->n--;
	return true;
}

static void collect(const struct pmap_node *d, const struct pmap_entry **list, int64_t *at)
{
	for (uint32_t i = 0; d && i < d->n; i++) {
		if (is_kid(d, i))
			collect(d->slot[i], list, at);
		else
			list[(*at)++] = d->slot[i];
	}
}

static int by_seq(const void *a, const void *b)
{
	const struct pmap_entry *x = *(const struct pmap_entry *const *)a;
	const struct pmap_entry *y = *(const struct pmap_entry *const *)b;

	return (x->seq > y->seq) - (x->seq < y->seq);
}

const struct pmap_entry **pmap_list(const struct pmap *m)
{
	const struct pmap_entry **list = malloc(((size_t)m->n + 1) * sizeof(*list));
	int64_t at = 0;

	if (list) {
		collect(m->root, list, &at);
		qsort(list, (size_t)at, sizeof(*list), by_seq);
	}
	return list;
}
