/* Sampling by weight; see weights.h. */
#include "ops/weights.h"

/* ---- a table of two choices ---- */

/* Pairs places that are likelier than 1 / n with less likely ones: each of the latter leaves the
 * rest of its place to one of the former. low and high have room for n numbers each. */
static void pair_up(struct alias *a, double *p, int32_t *low, int32_t *high)
{
	int lows = 0, highs = 0;

	for (int i = 0; i < a->n; i++)
		if (p[i] < 1.0)
			low[lows++] = i;
		else
			high[highs++] = i;
	while (lows && highs) {
		int l = low[--lows], h = high[--highs];

		a->other[l] = h;
		p[h] -= 1.0 - p[l];
		if (p[h] < 1.0)
			low[lows++] = h;
		else
			high[highs++] = h;
	}
	for (int i = 0; i < a->n; i++)
		a->prob[i] = (float)p[i];
	while (lows + highs) { /* what rounding left over: sure of itself */
		int i = highs ? high[--highs] : low[--lows];

		a->prob[i] = 1;
		a->other[i] = i;
	}
}

static size_t table_bytes(int n)
{
	return (size_t)n * (sizeof(float) + sizeof(int32_t));
}

bool alias_make(struct alias *a, const float *weight, int n, struct err *err)
{
	size_t bytes = (size_t)n * (sizeof(double) + 2 * sizeof(int32_t));
	double sum = 0, *p = big_alloc(bytes, err);

	*a = (struct alias){.n = n, .prob = p ? big_alloc(table_bytes(n), err) : NULL};
	if (!a->prob) {
		big_free(p, bytes);
		return false;
	}
	a->other = (int32_t *)(a->prob + n);
	for (int i = 0; i < n; i++)
		sum += weight[i];
	for (int i = 0; i < n; i++)
		p[i] = weight[i] * (float)n / sum;
	pair_up(a, p, (int32_t *)(p + n), (int32_t *)(p + n) + n);
	big_free(p, bytes);
	return true;
}

void alias_free(struct alias *a)
{
	if (a->prob)
		big_free(a->prob, table_bytes(a->n));
	a->prob = NULL;
}

int alias_sample(const struct alias *a, struct philox1 *s)
{
	float r = philox1_float(s);
	int i = (int)philox1_below(s, (uint32_t)a->n);

	return r < a->prob[i] ? i : a->other[i];
}

/* ---- a tree of sums ---- */

int64_t sums_leaves(int64_t n)
{
	int64_t leaves = 1;

	while (leaves < n)
		leaves *= 2;
	return leaves;
}

void sums_ones(int32_t *tree, int64_t leaves, int64_t n)
{
	tree[0] = 0;
	for (int64_t i = 0; i < leaves; i++)
		tree[leaves + i] = i < n;
	for (int64_t i = leaves - 1; i > 0; i--)
		tree[i] = tree[2 * i] + tree[2 * i + 1];
}

void sums_add(int32_t *tree, int64_t leaves, int64_t i)
{
	for (i += leaves; i > 0; i /= 2)
		tree[i]++;
}

int64_t sums_pick(const int32_t *tree, int64_t leaves, struct philox1 *s)
{
	int32_t at;
	int64_t i = 1;

	if (tree[1] == 0)
		return -1;
	at = (int32_t)philox1_below(s, (uint32_t)tree[1]);
	while (i < leaves) {
		i *= 2;
		if (at >= tree[i])
			at -= tree[i++];
	}
	return i - leaves;
}
