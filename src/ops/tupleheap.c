/* See tupleheap.h. */
#include "ops/tupleheap.h"

static int64_t number(const struct tupleheap *h, int64_t i)
{
	return tensor_get_i64(plist_get(h->v, h->base + i * h->step), 0);
}

static void swap(const struct tupleheap *h, int64_t i, int64_t j)
{
	for (int k = 0; k < h->step; k++) {
		int64_t a = h->base + i * h->step + k, b = h->base + j * h->step + k;
		struct tensor *t = tensor_ref(plist_get(h->v, a));

		plist_set(h->v, a, tensor_ref(plist_get(h->v, b)));
		plist_set(h->v, b, t);
	}
}

static void rise(const struct tupleheap *h, int64_t i)
{
	for (int64_t up; i > 0 && number(h, up = (i - 1) / 2) > number(h, i); i = up)
		swap(h, i, up);
}

void tupleheap_push(const struct tupleheap *h)
{
	rise(h, h->n - 1);
}

/* The one that was last sinks to a leaf, whatever it is, and rises from there. */
void tupleheap_pop(const struct tupleheap *h)
{
	int64_t n = h->n - 1, i = 0;

	swap(h, 0, n);
	while (2 * i + 2 < n) {
		int64_t child = 2 * i + 2;

		child -= number(h, child) > number(h, child - 1);
		swap(h, i, child);
		i = child;
	}
	if (2 * i + 2 == n) {
		swap(h, i, n - 1);
		i = n - 1;
	}
	rise(h, i);
}
