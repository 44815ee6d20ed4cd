/* Breadth first over spots; the spots seen are in an open hash table of indices, so that a million cost little. */
#include "inspect/ripple.h"

#include <stdlib.h>

#include "base/mem.h"

enum { MAX_SPOTS = 1 << 28, LOOK_EVERY = 4096 };

void ripple_init(struct ripple *r, struct walk *w, bool down)
{
	*r = (struct ripple){ .w = w, .down = down };
}

void ripple_free(struct ripple *r)
{
	vec_free(&r->at);
	free(r->slot);
	r->slot = NULL;
	r->cap = 0;
}

static size_t hash(struct spot s)
{
	uint64_t h = ((uint64_t)s.fr->id << 32 | s.node) * 0x9e3779b97f4a7c15u;

	h = (h ^ (h >> 29) ^ s.port) * 0xbf58476d1ce4e5b9u;
	return (size_t)(h ^ (h >> 32));
}

static bool same(struct spot a, struct spot b)
{
	return a.fr == b.fr && a.node == b.node && a.port == b.port;
}

/* Where it is in the table, or where it belongs. */
static uint32_t *find(struct ripple *r, struct spot s)
{
	size_t i = hash(s) & (r->cap - 1);

	while (r->slot[i] && !same(r->at.p[r->slot[i] - 1].at, s))
		i = (i + 1) & (r->cap - 1);
	return &r->slot[i];
}

static void grow(struct ripple *r)
{
	free(r->slot);
	r->cap = r->cap ? r->cap * 2 : 1024;
	r->slot = xcalloc(r->cap, sizeof(*r->slot));
	for (size_t i = 0; i < r->at.n; i++)
		*find(r, r->at.p[i].at) = (uint32_t)i + 1;
}

static void arrive(struct ripple *r, struct spot s, uint32_t from)
{
	uint32_t dist = from == UINT32_MAX ? 0 : r->at.p[from].dist + 1;
	uint64_t ways = from == UINT32_MAX ? 1 : r->at.p[from].ways;
	uint32_t *at;

	if (r->at.n * 2 >= r->cap)
		grow(r);
	at = find(r, s);
	if (*at) {
		struct reached *x = &r->at.p[*at - 1];

		if (from != UINT32_MAX && x->dist == dist)
			x->ways = ways > UINT64_MAX - x->ways ? UINT64_MAX : x->ways + ways;
		return;
	}
	if (r->at.n >= MAX_SPOTS) {
		r->full = true;
		return;
	}
	if (from == UINT32_MAX)
		from = (uint32_t)r->at.n;
	*at = (uint32_t)r->at.n + 1;
	vec_push(&r->at, ((struct reached){ s, from, dist, ways }));
}

void ripple_start(struct ripple *r, struct spot s)
{
	arrive(r, s, UINT32_MAX);
}

bool ripple_all(struct ripple *r, bool (*stop)(void *ctx, struct spot s), void *ctx, struct err *err)
{
	uint32_t end = UINT32_MAX;
	hops_t hops = { 0 };
	bool ok = true;

	for (; ok && r->next < r->at.n && r->at.p[r->next].dist < end; r->next++) {
		struct spot s = r->at.p[r->next].at;

		if (r->next % LOOK_EVERY == LOOK_EVERY - 1 && r->go_on)
			ok = r->go_on(r->ctx, r->next, err);
		if (stop && stop(ctx, s)) {	/* its neighbours are no nearer */
			end = r->at.p[r->next].dist;
			continue;
		}
		hops.n = 0;
		if (r->down)
			walk_takers(r->w, s, &hops);
		else
			walk_sources(r->w, s, &hops);
		for (size_t i = 0; i < hops.n; i++)
			arrive(r, hops.p[i].to, (uint32_t)r->next);
	}
	vec_free(&hops);
	return ok;
}
