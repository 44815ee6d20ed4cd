/*
 * Moving elements of any dtype: copies, fills, and copies between strided blocks, which transposes,
 * slices, pads, tiles and broadcasts are made of.
 */
#include "ops/kernel.h"

#include <stdlib.h>
#include <string.h>

bool el_copy(enum dtype t, void *dst, const void *src, int64_t n, struct err *err)
{
	enum dtype_kind kind = dtype_info(t)->kind;

	if (kind == DK_STRING) {
		const struct tstr *s = src;
		struct tstr *d = dst;

		for (int64_t i = 0; i < n; i++) {
			d[i] = (struct tstr){ 0, NULL };
			if (s[i].n == 0)
				continue;
			d[i].p = malloc(s[i].n);
			if (!d[i].p)
				return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
					       "out of memory for a string of %zu bytes", s[i].n);
			d[i].n = s[i].n;
			memcpy(d[i].p, s[i].p, s[i].n);
		}
	} else if (kind == DK_OBJECT) {
		struct object *const *s = src;
		struct object **d = dst;

		for (int64_t i = 0; i < n; i++)
			d[i] = object_ref(s[i]);
	} else if (n > 0) {
		memcpy(dst, src, (size_t)n * dtype_info(t)->size);
	}
	return true;
}

bool el_fill(enum dtype t, void *dst, const void *src, int64_t n, struct err *err)
{
	size_t size = dtype_info(t)->size, done, all = (size_t)n * size;
	enum dtype_kind kind = dtype_info(t)->kind;

	if (n == 0)
		return true;
	if (kind == DK_STRING || kind == DK_OBJECT) {
		for (int64_t i = 0; i < n; i++)
			if (!el_copy(t, (char *)dst + (size_t)i * size, src, 1, err))
				return false;
		return true;
	}
	memmove(dst, src, size);
	for (done = size; done < all;) {
		size_t k = done < all - done ? done : all - done;

		if (k > 1 << 14)
			k = (1 << 14) / size * size;
		memcpy((char *)dst + done, dst, k);
		done += k;
	}
	return true;
}

/* ---- strided copies ---- */

/* The move with collapsed dims; strides in bytes. */
struct plan {
	enum dtype dtype;
	size_t size;
	int rank;
	int64_t *dim, *ds, *ss;
	char *dst;
	const char *src;
	struct op_ctx *c;
	bool failed;
};

#define STRIDED(T) \
	for (int64_t i = 0; i < n; i++, d += ds, s += ss) \
		memcpy(d, s, sizeof(T))

/* One line of n elements. */
static void line(const struct plan *p, char *d, const char *s)
{
	int64_t n = p->dim[p->rank - 1], ds = p->ds[p->rank - 1], ss = p->ss[p->rank - 1];

	if (ds == (int64_t)p->size && ss == ds) {
		memcpy(d, s, (size_t)n * p->size);
		return;
	}
	switch (p->size) {
	case 1: STRIDED(uint8_t); break;
	case 2: STRIDED(uint16_t); break;
	case 4: STRIDED(uint32_t); break;
	case 8: STRIDED(uint64_t); break;
	default:
		for (int64_t i = 0; i < n; i++, d += ds, s += ss)
			memcpy(d, s, p->size);
	}
}

/* Blocks of a transpose: the two last dims walked in squares, so that both sides stay in cache. */
static void square(const struct plan *p, char *d, const char *s)
{
	enum { B = 16 };
	int y = p->rank - 2, x = p->rank - 1;

	for (int64_t i = 0; i < p->dim[y]; i += B)
		for (int64_t j = 0; j < p->dim[x]; j += B)
			for (int64_t k = i; k < i + B && k < p->dim[y]; k++) {
				int64_t n = p->dim[x] - j < B ? p->dim[x] - j : B;
				int64_t ds = p->ds[x], ss = p->ss[x];
				char *dk = d + k * p->ds[y] + j * ds;
				const char *sk = s + k * p->ss[y] + j * ss;

				if (p->size == 4)
					for (int64_t q = 0; q < n; q++, dk += ds, sk += ss)
						memcpy(dk, sk, 4);
				else
					for (int64_t q = 0; q < n; q++, dk += ds, sk += ss)
						memcpy(dk, sk, p->size);
			}
}

static void move_tiles(void *ctx, int64_t from, int64_t to)
{
	const struct plan *p = ctx;
	int outer = p->rank - 1;
	bool sq = p->rank >= 2 && p->ss[outer] != (int64_t)p->size && p->dim[outer] > 1;

	if (sq)
		outer--;
	for (int64_t t = from; t < to; t++) {
		int64_t rest = t;
		char *d = p->dst;
		const char *s = p->src;

		for (int i = outer - 1; i >= 0; i--) {
			int64_t k = rest % p->dim[i];

			rest /= p->dim[i];
			d += k * p->ds[i];
			s += k * p->ss[i];
		}
		if (sq)
			square(p, d, s);
		else
			line(p, d, s);
	}
}

static bool move_slots(struct plan *p)
{
	int64_t n = 1;

	for (int i = 0; i < p->rank; i++)
		n *= p->dim[i];
	for (int64_t t = 0; t < n; t++) {
		int64_t rest = t;
		char *d = p->dst;
		const char *s = p->src;

		for (int i = p->rank - 1; i >= 0; i--) {
			int64_t k = rest % p->dim[i];

			rest /= p->dim[i];
			d += k * p->ds[i];
			s += k * p->ss[i];
		}
		if (!el_copy(p->dtype, d, s, 1, p->c->err))
			return false;
	}
	return true;
}

bool move_run(struct op_ctx *c, const struct move *m)
{
	struct plan p = { .dtype = m->dtype, .size = dtype_info(m->dtype)->size, .dst = m->dst,
			  .src = m->src, .c = c };
	enum dtype_kind kind = dtype_info(m->dtype)->kind;
	int64_t size = (int64_t)p.size, total = 1, per;
	size_t room = (size_t)m->rank + 1;

	p.dim = arena_array(c->scratch, room, sizeof(int64_t));
	p.ds = arena_array(c->scratch, room, sizeof(int64_t));
	p.ss = arena_array(c->scratch, room, sizeof(int64_t));
	for (int i = 0; i < m->rank; i++) {
		int r = p.rank;

		total *= m->dim[i];
		if (m->dim[i] == 1)
			continue;
		if (r && p.ds[r - 1] == m->dim[i] * m->dst_stride[i] * size &&
		    p.ss[r - 1] == m->dim[i] * m->src_stride[i] * size) {
			r = --p.rank;
			p.dim[r] *= m->dim[i];
		} else {
			p.dim[r] = m->dim[i];
		}
		p.ds[r] = m->dst_stride[i] * size;
		p.ss[r] = m->src_stride[i] * size;
		p.rank++;
	}
	if (total == 0)
		return true;
	if (p.rank == 0) {
		p.dim[0] = 1;
		p.ds[0] = p.ss[0] = size;
		p.rank = 1;
	}
	if (kind == DK_STRING || kind == DK_OBJECT)
		return move_slots(&p);
	per = p.dim[p.rank - 1];
	if (p.rank >= 2 && p.ss[p.rank - 1] != size && per > 1)
		per *= p.dim[p.rank - 2];
	tiles_run(total / per, TILE_ELEMS * 2 / per, move_tiles, &p);
	return true;
}
