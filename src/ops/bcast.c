/*
 * Broadcasting: up to four operands over one output. Dims are collapsed wherever every operand walks
 * them evenly, so that the inner loop sees a contiguous or a constant operand and no index is ever
 * divided per element:
 *
 *   [8,16,16,32] + [32]   ->   [2048,32] with strides (32,1) and (0,1)
 */
#include "ops/kernel.h"

#include <string.h>

bool bcast_plan(struct bcast *b, struct arena *a, int n, const struct shape *s)
{
	int rank = 0, r = 0;
	int64_t *st;

	for (int k = 0; k < n; k++)
		rank = s[k].rank > rank ? s[k].rank : rank;
	*b = (struct bcast){ .n = n, .total = 1, .out_rank = rank };
	b->out_dim = arena_array(a, (size_t)rank + 1, sizeof(int64_t));
	b->dim = arena_array(a, (size_t)rank + 1, sizeof(int64_t));
	for (int k = 0; k < n; k++)
		b->stride[k] = arena_array(a, (size_t)rank + 1, sizeof(int64_t));
	st = arena_array(a, (size_t)n, sizeof(int64_t));
	for (int i = 0; i < rank; i++) {
		int64_t d = 1;

		for (int k = 0; k < n; k++) {
			int j = i - (rank - s[k].rank);
			int64_t dk = j < 0 ? 1 : s[k].dim[j];

			if (dk != 1 && d != 1 && dk != d)
				return false;
			d = d == 1 ? dk : d;
		}
		b->out_dim[i] = d;
		if (__builtin_mul_overflow(b->total, d, &b->total))
			return false;
	}
	/* from the innermost out, kept reversed in b->dim and b->stride until the end */
	for (int k = 0; k < n; k++)
		st[k] = 1;
	for (int i = rank - 1; i >= 0; i--) {
		int64_t d = b->out_dim[i];
		bool merge = r > 0;
		int64_t now[BCAST_MAX];

		for (int k = 0; k < n; k++) {
			int j = i - (rank - s[k].rank);
			int64_t dk = j < 0 ? 1 : s[k].dim[j];

			now[k] = dk == 1 ? 0 : st[k];
			st[k] *= dk;
		}
		if (d == 1)
			continue;
		for (int k = 0; k < n && merge; k++)
			merge = now[k] == b->stride[k][r - 1] * b->dim[r - 1];
		if (merge) {
			b->dim[r - 1] *= d;
			continue;
		}
		b->dim[r] = d;
		for (int k = 0; k < n; k++)
			b->stride[k][r] = now[k];
		r++;
	}
	if (r == 0)
		b->dim[r++] = 1;	/* strides are 0 already */
	b->rank = r;
	for (int i = 0; i < r / 2; i++) {
		int64_t t = b->dim[i];

		b->dim[i] = b->dim[r - 1 - i];
		b->dim[r - 1 - i] = t;
		for (int k = 0; k < n; k++) {
			t = b->stride[k][i];
			b->stride[k][i] = b->stride[k][r - 1 - i];
			b->stride[k][r - 1 - i] = t;
		}
	}
	return true;
}

struct run {
	const struct bcast *b;
	char *out;
	const void *const *in;
	const size_t *size;
	bcast_fn fn;
	const void *ctx;
	int64_t inner, chunks;	/* chunks of TILE_ELEMS a row */
};

/* Tiles are numbered by row, then by chunk of the row. */
static void run_tiles(void *ctx, int64_t from, int64_t to)
{
	const struct run *r = ctx;
	const struct bcast *b = r->b;
	int last = b->rank - 1;
	uint8_t step[BCAST_MAX + 1] = { 1 };

	for (int k = 0; k < b->n; k++)
		step[k + 1] = (uint8_t)b->stride[k][last];
	for (int64_t t = from; t < to; t++) {
		int64_t row = t / r->chunks, at = t % r->chunks * TILE_ELEMS, rest = row;
		int64_t n = r->inner - at;
		char *p[BCAST_MAX + 1] = { r->out + (row * r->inner + at) * (int64_t)r->size[0] };
		int64_t off[BCAST_MAX] = { 0 };

		if (r->chunks > 1 && n > TILE_ELEMS)
			n = TILE_ELEMS;
		for (int i = last - 1; i >= 0; i--) {
			int64_t at_i = rest % b->dim[i];

			rest /= b->dim[i];
			for (int k = 0; k < b->n; k++)
				off[k] += at_i * b->stride[k][i];
		}
		for (int k = 0; k < b->n; k++)
			p[k + 1] = (char *)r->in[k] +
				   (off[k] + at * b->stride[k][last]) * (int64_t)r->size[k + 1];
		r->fn(r->ctx, p, step, n);
	}
}

void bcast_run(const struct bcast *b, void *out, const void *const *in, const size_t *size,
	       bcast_fn fn, const void *ctx)
{
	struct run r = { .b = b, .out = out, .in = in, .size = size, .fn = fn, .ctx = ctx };

	if (b->total == 0)
		return;
	r.inner = b->dim[b->rank - 1];
	r.chunks = (r.inner + TILE_ELEMS - 1) / TILE_ELEMS;
	/* rows shorter than a tile go several to a tile */
	tiles_run(b->total / r.inner * r.chunks, r.chunks > 1 ? 1 : TILE_ELEMS / r.inner, run_tiles,
		  &r);
}
