/*
 * Moving elements of any dtype: copies, fills, and copies between strided blocks, which transposes,
 * slices, pads, tiles and broadcasts are made of.
 */
#include "ops/array.h"

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

/* The move with collapsed dims; strides in bytes. Each element may be several of the tensor's: runs that
 * are contiguous on both sides and as long as some machine words move as one. */
struct plan {
	enum dtype dtype;
	size_t size;
	int rank;
	int64_t *dim, *ds, *ss;
	char *dst;
	const char *src;
	struct op_ctx *c;
	bool slots, squares, failed;
};

#define STRIDED(n_bytes) \
	for (int64_t i = 0; i < n; i++, d += ds, s += ss) \
		memcpy(d, s, n_bytes)

/* One line of n elements. */
static void line(size_t size, int64_t n, char *d, int64_t ds, const char *s, int64_t ss)
{
	if (ds == (int64_t)size && ss == ds) {
		memcpy(d, s, (size_t)n * size);
		return;
	}
	switch (size) {
	case 1: STRIDED(1); break;
	case 2: STRIDED(2); break;
	case 4: STRIDED(4); break;
	case 8: STRIDED(8); break;
	case 16: STRIDED(16); break;
	case 32: STRIDED(32); break;
	case 64: STRIDED(64); break;
	case 128: STRIDED(128); break;
	default: STRIDED(size);
	}
}

/* Blocks of a transpose: the two last dims walked in squares, so that both sides stay in cache. */
static void square(const struct plan *p, char *d, const char *s)
{
	enum { B = 16 };
	int y = p->rank - 2, x = p->rank - 1;

	for (int64_t i = 0; i < p->dim[y]; i += B)
		for (int64_t j = 0; j < p->dim[x]; j += B)
			for (int64_t k = i; k < i + B && k < p->dim[y]; k++)
				line(p->size, p->dim[x] - j < B ? p->dim[x] - j : B,
				     d + k * p->ds[y] + j * p->ds[x], p->ds[x],
				     s + k * p->ss[y] + j * p->ss[x], p->ss[x]);
}

static bool move_one(struct plan *p, char *d, const char *s)
{
	int x = p->rank - 1;

	if (p->slots) {
		for (int64_t i = 0; i < p->dim[x]; i++)
			if (!el_copy(p->dtype, d + i * p->ds[x], s + i * p->ss[x], 1, p->c->err))
				return false;
	} else if (p->squares) {
		square(p, d, s);
	} else {
		line(p->size, p->dim[x], d, p->ds[x], s, p->ss[x]);
	}
	return true;
}

/* Lines (or squares) [from, to), counted over the outer dims. */
static void move_tiles(void *ctx, int64_t from, int64_t to)
{
	struct plan *p = ctx;
	int outer = p->rank - 1 - p->squares;
	int64_t at[SHAPE_MAX_RANK], rest = from;
	char *d = p->dst;
	const char *s = p->src;

	for (int i = outer - 1; i >= 0; i--) {
		at[i] = rest % p->dim[i];
		rest /= p->dim[i];
		d += at[i] * p->ds[i];
		s += at[i] * p->ss[i];
	}
	for (int64_t t = from; t < to; t++) {
		if (!move_one(p, d, s)) {
			p->failed = true;
			return;
		}
		for (int i = outer - 1; i >= 0; i--) {
			d += p->ds[i];
			s += p->ss[i];
			if (++at[i] < p->dim[i])
				break;
			d -= p->dim[i] * p->ds[i];
			s -= p->dim[i] * p->ss[i];
			at[i] = 0;
		}
	}
}

/* Drops dims of one element and joins those that continue each other on both sides. */
static void collapse(struct plan *p, const struct move *m)
{
	int64_t size = (int64_t)p->size;

	for (int i = 0; i < m->rank; i++) {
		int r = p->rank;

		if (m->dim[i] == 1)
			continue;
		if (r && p->ds[r - 1] == m->dim[i] * m->dst_stride[i] * size &&
		    p->ss[r - 1] == m->dim[i] * m->src_stride[i] * size) {
			r = --p->rank;
			p->dim[r] *= m->dim[i];
		} else {
			p->dim[r] = m->dim[i];
		}
		p->ds[r] = m->dst_stride[i] * size;
		p->ss[r] = m->src_stride[i] * size;
		p->rank++;
	}
}

static void widen(struct plan *p)
{
	int x = p->rank - 1;
	size_t run = p->size * (size_t)p->dim[x];

	if (p->rank > 1 && p->ds[x] == (int64_t)p->size && p->ss[x] == p->ds[x] && p->dim[x] <= 128 &&
	    run <= 128 && (run & (run - 1)) == 0) {
		p->size = run;
		p->rank--;
	}
}

bool move_run(struct op_ctx *c, const struct move *m)
{
	struct plan p = { .dtype = m->dtype, .size = dtype_info(m->dtype)->size, .dst = m->dst,
			  .src = m->src, .c = c };
	enum dtype_kind kind = dtype_info(m->dtype)->kind;
	int64_t total = 1, per = 1;
	size_t room = (size_t)m->rank + 1;

	for (int i = 0; i < m->rank; i++)
		if (m->dim[i] == 0)
			return true;
	p.dim = arena_array(c->scratch, room, sizeof(int64_t));
	p.ds = arena_array(c->scratch, room, sizeof(int64_t));
	p.ss = arena_array(c->scratch, room, sizeof(int64_t));
	collapse(&p, m);
	p.slots = kind == DK_STRING || kind == DK_OBJECT;
	if (p.rank == 0) {
		p.dim[0] = 1;
		p.ds[0] = p.ss[0] = (int64_t)p.size;
		p.rank = 1;
	}
	if (!p.slots)
		widen(&p);
	for (int i = 0; i < p.rank; i++)
		total *= p.dim[i];
	p.squares = !p.slots && p.rank >= 2 && p.ss[p.rank - 1] != (int64_t)p.size && p.ss[p.rank - 1] != 0;
	for (int i = p.rank - 1 - p.squares; i < p.rank; i++)
		per *= p.dim[i];
	if (p.slots)
		move_tiles(&p, 0, total / per);
	else
		tiles_run(total / per, TILE_ELEMS * 2 / per, move_tiles, &p);
	return !p.failed;
}

bool rows_copy(struct op_ctx *c, enum dtype t, struct side dst, struct side src, int64_t rows, int64_t n)
{
	return move_run(c, &(struct move){ .dtype = t, .rank = 2, .dim = (int64_t[]){ rows, n },
					   .dst_stride = (int64_t[]){ dst.row, 1 },
					   .src_stride = (int64_t[]){ src.row, 1 },
					   .dst = el_at(t, dst.p, dst.at), .src = el_at(t, src.p, src.at) });
}
