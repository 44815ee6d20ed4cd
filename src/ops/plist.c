/* Persistent vectors; see plist.h. A node is written in place when it has one holder, else copied. */
#include "ops/plist.h"

#include <stdlib.h>

#include "base/mem.h"

enum { BITS = 5, WIDTH = 1 << BITS };

struct plist_node {
	atomic_int refs;
	void *slot[WIDTH];		/* nodes, in a leaf tensors */
};

/* The height is at most 13, so recursion over it is bounded. */

static void *slot_ref(void *p, int shift)
{
	if (p && shift == 0)
		tensor_ref(p);
	else if (p)
		atomic_fetch_add_explicit(&((struct plist_node *)p)->refs, 1, memory_order_relaxed);
	return p;
}

static void node_unref(struct plist_node *nd, int shift)
{
	if (!nd || atomic_fetch_sub(&nd->refs, 1) != 1)
		return;
	for (int i = 0; i < WIDTH; i++) {
		if (shift == 0)
			tensor_unref(nd->slot[i]);
		else
			node_unref(nd->slot[i], shift - BITS);
	}
	free(nd);
}

static struct plist_node *node_new(void)
{
	struct plist_node *nd = xcalloc(1, sizeof(*nd));

	atomic_init(&nd->refs, 1);
	return nd;
}

/* *p made writable: a node of its own. */
static struct plist_node *node_own(struct plist_node **p, int shift)
{
	struct plist_node *old = *p, *nd;

	if (old && atomic_load(&old->refs) == 1)
		return old;
	nd = node_new();
	for (int i = 0; old && i < WIDTH; i++)
		nd->slot[i] = slot_ref(old->slot[i], shift);
	node_unref(old, shift);
	return *p = nd;
}

struct plist plist_copy(const struct plist *l)
{
	struct plist c = *l;

	if (c.root)
		atomic_fetch_add_explicit(&c.root->refs, 1, memory_order_relaxed);
	return c;
}

void plist_free(struct plist *l)
{
	struct plist old = *l;

	*l = (struct plist){ 0, 0, NULL };
	node_unref(old.root, old.shift);
}

struct tensor *plist_get(const struct plist *l, int64_t i)
{
	struct plist_node *nd = l->root;

	for (int s = l->shift; nd && s > 0; s -= BITS)
		nd = nd->slot[i >> s & (WIDTH - 1)];
	return nd ? nd->slot[i & (WIDTH - 1)] : NULL;
}

void plist_set(struct plist *l, int64_t i, struct tensor *t)
{
	struct plist_node **p = &l->root, *nd;
	struct tensor *old;

	for (int s = l->shift; s > 0; s -= BITS) {
		nd = node_own(p, s);
		p = (struct plist_node **)&nd->slot[i >> s & (WIDTH - 1)];
	}
	nd = node_own(p, 0);
	old = nd->slot[i & (WIDTH - 1)];
	nd->slot[i & (WIDTH - 1)] = t;
	tensor_unref(old);
}

/* Drops the elements from n on below a node of the given height. */
static void cut(struct plist_node **p, int shift, int64_t n)
{
	struct plist_node *nd;
	int64_t at = n >> shift;

	if (!*p)
		return;
	nd = node_own(p, shift);
	if (shift > 0 && at < WIDTH && (n & ((INT64_C(1) << shift) - 1))) {
		cut((struct plist_node **)&nd->slot[at], shift - BITS, n & ((INT64_C(1) << shift) - 1));
		at++;
	}
	for (; at < WIDTH; at++) {
		void *old = nd->slot[at];

		nd->slot[at] = NULL;
		if (shift == 0)
			tensor_unref(old);
		else
			node_unref(old, shift - BITS);
	}
}

void plist_resize(struct plist *l, int64_t n)
{
	if (n <= 0) {
		plist_free(l);
		return;
	}
	if (n < l->n)
		cut(&l->root, l->shift, n);
	l->n = n;
	while (((n - 1) >> l->shift) >= WIDTH) {
		struct plist_node *up = l->root ? node_new() : NULL;

		if (up)
			up->slot[0] = l->root;
		l->root = up;
		l->shift += BITS;
	}
}

void plist_push(struct plist *l, struct tensor *t)
{
	plist_resize(l, l->n + 1);
	plist_set(l, l->n - 1, t);
}
