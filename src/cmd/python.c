/* Python's sets and protobuf's maps, in order; see python.h. */
#include "cmd/python.h"

#include <stdlib.h>

/* ---- sets ---- */

void pyset_init(struct pyset *s)
{
	*s = (struct pyset){ .sorted = true };
}

void pyset_free(struct pyset *s)
{
	vec_free(&s->key);
	map_free(&s->index);
}

bool pyset_add(struct pyset *s, struct sv key)
{
	if (pyset_has(s, key))
		return false;
	map_put(&s->index, key, 1);
	vec_push(&s->key, key);
	s->sorted = false;
	return true;
}

bool pyset_has(const struct pyset *s, struct sv key)
{
	return map_get(&s->index, key, NULL);
}

static int by_key(const void *a, const void *b)
{
	return sv_cmp(*(const struct sv *)a, *(const struct sv *)b);
}

bool pyset_next(const struct pyset *s, size_t *i, struct sv *key)
{
	struct pyset *cache = (struct pyset *)s;	/* callers see no change */

	if (!s->sorted && s->key.n)
		qsort(cache->key.p, s->key.n, sizeof(*s->key.p), by_key);
	cache->sorted = true;
	if (*i >= s->key.n)
		return false;
	*key = s->key.p[(*i)++];
	return true;
}

void pyset_repr(struct str *out, const struct pyset *s)
{
	struct sv key;
	size_t i = 0;

	if (!s->key.n) {
		str_addz(out, "set()");
		return;
	}
	str_addc(out, '{');
	while (pyset_next(s, &i, &key)) {
		if (i > 1)
			str_addz(out, ", ");
		py_repr(out, key);
	}
	str_addc(out, '}');
}

/* ---- maps ---- */

struct item {
	struct sv key;
	uint32_t i;
};

static int by_item(const void *a, const void *b)
{
	return sv_cmp(((const struct item *)a)->key, ((const struct item *)b)->key);
}

void pymap_order(const struct sv *key, size_t n, uint32_t *out)
{
	struct item *item = xcalloc(n + 1, sizeof(*item));

	for (size_t i = 0; i < n; i++)
		item[i] = (struct item){ key[i], (uint32_t)i };
	qsort(item, n, sizeof(*item), by_item);
	for (size_t i = 0; i < n; i++)
		out[i] = item[i].i;
	free(item);
}
