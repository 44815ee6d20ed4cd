/* See keyed.h. */
#include "ops/keyed.h"

static int64_t slot(const struct keyed *k, int64_t i)
{
	return i * (k->width + 1);
}

struct keyed keyed_copy(const struct keyed *k)
{
	return (struct keyed){plist_copy(&k->v), k->width};
}

void keyed_clear(struct keyed *k)
{
	plist_free(&k->v);
}

struct tensor *keyed_key(const struct keyed *k, int64_t i)
{
	return plist_get(&k->v, slot(k, i));
}

struct tensor *keyed_at(const struct keyed *k, int64_t i, int part)
{
	return plist_get(&k->v, slot(k, i) + 1 + part);
}

void keyed_set(struct keyed *k, int64_t i, int part, struct tensor *t)
{
	plist_set(&k->v, slot(k, i) + 1 + part, tensor_ref(t));
}

int64_t keyed_find(const struct keyed *k, const struct tensor *key)
{
	for (int64_t i = keyed_n(k); i-- > 0;)
		if (tensor_same(keyed_key(k, i), key))
			return i;
	return -1;
}

int64_t keyed_above(const struct keyed *k, const struct tensor *key)
{
	int64_t lo = 0, hi = keyed_n(k), want = tensor_get_i64(key, 0);

	while (lo < hi) {
		int64_t mid = lo + (hi - lo) / 2;

		if (tensor_get_i64(keyed_key(k, mid), 0) <= want)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* n slots move from one place to another; those that they leave keep what they had. */
static void move_down(struct keyed *k, int64_t to, int64_t from, int64_t n)
{
	for (int64_t i = 0; i < n; i++)
		plist_set(&k->v, to + i, tensor_ref(plist_get(&k->v, from + i)));
}

static void move_up(struct keyed *k, int64_t to, int64_t from, int64_t n)
{
	while (n-- > 0)
		plist_set(&k->v, to + n, tensor_ref(plist_get(&k->v, from + n)));
}

void keyed_insert(struct keyed *k, int64_t i, struct tensor *key)
{
	int64_t old = k->v.n, step = k->width + 1;

	plist_resize(&k->v, old + step);
	move_up(k, slot(k, i) + step, slot(k, i), old - slot(k, i));
	plist_set(&k->v, slot(k, i), tensor_ref(key));
	for (int p = 0; p < k->width; p++)
		keyed_set(k, i, p, NULL);
}

void keyed_remove(struct keyed *k, int64_t i)
{
	int64_t step = k->width + 1;

	move_down(k, slot(k, i), slot(k, i) + step, k->v.n - slot(k, i) - step);
	plist_resize(&k->v, k->v.n - step);
}

bool keyed_full(const struct keyed *k, int64_t i)
{
	for (int p = 0; p < k->width; p++)
		if (!keyed_at(k, i, p))
			return false;
	return true;
}

bool keyed_empty(const struct keyed *k, int64_t i)
{
	for (int p = 0; p < k->width; p++)
		if (keyed_at(k, i, p))
			return false;
	return true;
}
