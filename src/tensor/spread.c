/*
 * See spread.h. A value becomes a 64-bit key whose unsigned order is that of the values: of a double its
 * bits, turned over when it is negative; of a 64-bit integer itself. So one radix sort serves all.
 */
#include "tensor/spread.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { EXACT_MAX = 1000000, SAMPLE = 200000, SLOTS = 2 * SPREAD_FEW };

#define SIGN (UINT64_C(1) << 63)
#define KEY_NAN UINT64_MAX

static bool is_long(enum dtype t)
{
	return t == DT_INT64 || t == DT_UINT64;
}

static uint64_t key_of(double v)
{
	uint64_t k;

	if (isnan(v))
		return KEY_NAN;
	v += 0.0;			/* -0 is 0 */
	memcpy(&k, &v, sizeof(k));
	return k & SIGN ? ~k : k | SIGN;
}

static double value_of(const struct spread *s, uint64_t k)
{
	double v;

	if (s->dtype == DT_INT64)
		return (double)(int64_t)(k ^ SIGN);
	if (s->dtype == DT_UINT64)
		return (double)k;
	if (k == KEY_NAN)
		return NAN;
	k = k & SIGN ? k ^ SIGN : ~k;
	memcpy(&v, &k, sizeof(v));
	return v;
}

/* Strings are told apart only. */
static uint64_t hash_of(struct sv v)
{
	uint64_t h = UINT64_C(0xcbf29ce484222325) ^ v.n;

	for (size_t i = 0; i < v.n; i++)
		h = (h ^ (unsigned char)v.p[i]) * UINT64_C(0x100000001b3);
	return h;
}

void spread_init(struct spread *s, enum dtype t, int64_t total)
{
	*s = (struct spread){ .dtype = t, .step = total > EXACT_MAX ? total / SAMPLE : 1 };
	s->cap = (size_t)(total / s->step + 1);
	s->key = malloc(s->cap * sizeof(*s->key));
	if (!s->key)
		s->cap = 0;
	if (s->step > 1)
		s->set = calloc(SLOTS, sizeof(*s->set));
}

void spread_free(struct spread *s)
{
	free(s->key);
	free(s->set);
	*s = (struct spread){ 0 };
}

static void set_add(struct spread *s, uint64_t k)
{
	size_t i = (size_t)((k * UINT64_C(0x9e3779b97f4a7c15)) >> 40) % SLOTS;

	if (!k) {
		s->n_set += !s->zero;
		s->zero = true;
		return;
	}
	while (s->set[i] && s->set[i] != k)
		i = (i + 1) % SLOTS;
	if (s->set[i])
		return;
	if (s->n_set == SPREAD_FEW) {
		s->many = true;
		return;
	}
	s->set[i] = k;
	s->n_set++;
}

static void add_keys(struct spread *s, const uint64_t *k, int n)
{
	if (s->set && !s->many) {
		set_add(s, k[0]);
		for (int i = 1; i < n && !s->many; i++)
			if (k[i] != k[i - 1])
				set_add(s, k[i]);
	}
	for (int64_t i = (s->step - s->seen % s->step) % s->step; i < n && s->n < s->cap; i += s->step)
		s->key[s->n++] = k[i];
	s->seen += n;
}

/* Once there are too many to tell apart, only the sample is looked at. */
static void add_sample(struct spread *s, const struct tensor *t)
{
	for (int64_t i = (s->step - s->seen % s->step) % s->step; i < t->n && s->n < s->cap; i += s->step) {
		uint64_t k = 0;
		double v;

		if (is_long(t->dtype)) {
			k = ((const uint64_t *)t->data)[i] ^ (t->dtype == DT_INT64 ? SIGN : 0);
		} else if (t->dtype != DT_STRING) {
			stats_values(t, i, 1, &v);
			k = key_of(v);
		}
		s->key[s->n++] = k;
	}
	s->seen += t->n;
}

void spread_add(struct spread *s, const struct tensor *t)
{
	enum { BLOCK = 512 };
	uint64_t k[BLOCK];
	double v[BLOCK];

	if (s->many) {
		add_sample(s, t);
		return;
	}
	for (int64_t at = 0; at < t->n; at += BLOCK) {
		int n = t->n - at < BLOCK ? (int)(t->n - at) : BLOCK;

		if (t->dtype == DT_STRING) {
			for (int i = 0; i < n; i++)
				k[i] = hash_of(tensor_str(t, at + i));
		} else if (is_long(t->dtype)) {
			for (int i = 0; i < n; i++)
				k[i] = ((const uint64_t *)t->data)[at + i] ^ (t->dtype == DT_INT64 ? SIGN : 0);
		} else {
			stats_values(t, at, n, v);
			for (int i = 0; i < n; i++)
				k[i] = key_of(v[i]);
		}
		add_keys(s, k, n);
	}
}

/* By one byte after the other, from the lowest; a byte that is the same everywhere needs no pass. */
void spread_end(struct spread *s)
{
	uint64_t *from = s->key, *to = malloc((s->n + 1) * sizeof(*to)), *swap;

	for (int shift = 0; to && shift < 64; shift += 8) {
		size_t at[256] = { 0 }, sum = 0;

		for (size_t i = 0; i < s->n; i++)
			at[from[i] >> shift & 255]++;
		if (!s->n || at[from[0] >> shift & 255] == s->n)
			continue;
		for (int b = 0; b < 256; b++) {
			size_t count = at[b];

			at[b] = sum;
			sum += count;
		}
		for (size_t i = 0; i < s->n; i++)
			to[at[from[i] >> shift & 255]++] = from[i];
		swap = from;
		from = to;
		to = swap;
	}
	if (!to) {			/* no memory: nothing was kept */
		s->n = 0;
		return;
	}
	s->key = from;
	free(to);
}

/* The finite ones stand in the middle: [from, to). */
static void finite_part(const struct spread *s, size_t *from, size_t *to)
{
	*from = 0;
	*to = s->n;
	while (*from < *to && !isfinite(value_of(s, s->key[*from])))
		++*from;
	while (*to > *from && !isfinite(value_of(s, s->key[*to - 1])))
		--*to;
}

void spread_quantiles(const struct spread *s, double q[7])
{
	static const double at[7] = { 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99 };
	size_t from, to;

	finite_part(s, &from, &to);
	for (int i = 0; i < 7 && to > from; i++)
		q[i] = value_of(s, s->key[from + (size_t)(at[i] * (double)(to - from - 1) + 0.5)]);
}

int64_t spread_unique(const struct spread *s, bool *many)
{
	enum dtype_kind kind = dtype_info(s->dtype)->kind;
	int64_t n = 0;

	*many = false;
	if (kind == DK_COMPLEX || kind == DK_OBJECT || kind == DK_NONE || !s->cap)
		return -1;		/* magnitudes do not tell complex numbers apart */
	if (s->step > 1) {
		*many = s->many;
		return s->set ? (int64_t)s->n_set : -1;
	}
	for (size_t i = 0; i < s->n; i++)
		n += i == 0 || s->key[i] != s->key[i - 1];
	return n;
}

void spread_histogram(const struct spread *s, int n_bins, double lo, double hi, struct histogram *h)
{
	size_t from, to;

	memset(h, 0, sizeof(*h));
	h->n_bins = n_bins < 1 ? 1 : n_bins > HIST_MAX ? HIST_MAX : n_bins;
	h->lo = lo;
	h->hi = hi;
	finite_part(s, &from, &to);
	for (size_t i = from; i < to; i++)
		h->count[histogram_bin(h, value_of(s, s->key[i]))]++;
}
