/*
 * Windows bitmaps as programs that draw write them: 1, 4, 8, 16, 24 or 32 bits a pixel, with a
 * palette, with bit masks or run lengths; rows from the bottom unless the height is negative, each
 * row a multiple of 4 bytes.
 *
 *   "BM" size:4 0:4 pixels_at:4 | header size:4 w:4 h:4 planes:2 bits:2 compression:4 bytes:4 dpi:8
 * used:4 important:4 (size 12: w:2 h:2 planes:2 bits:2, palette entries of 3 bytes) | masks |
 * palette, b g r 0 | pixels
 */
#include "codec/picopt.h"

#include <string.h>

#include "base/mem.h"

enum { RGB = 0, RLE8 = 1, RLE4 = 2, FIELDS = 3, ALPHA_FIELDS = 6 };

struct bmp {
	const uint8_t *p;
	size_t n, at; /* at: where the pixels begin */
	int64_t w, h;
	bool top_down, core;
	int bits;
	uint32_t compression, mask[4]; /* red, green, blue, alpha */
	const uint8_t *palette;
	int n_colors;
};

static bool bad(struct err *err, const char *what)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "BMP: %s", what);
}

static uint32_t le16(const uint8_t *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t le32(const uint8_t *p)
{
	return le16(p) | le16(p + 2) << 16;
}

/* ---- header ---- */

static bool sizes(struct bmp *b, size_t header, struct err *err)
{
	if (b->core) {
		b->w = le16(b->p + 18);
		b->h = le16(b->p + 20);
		b->bits = (int)le16(b->p + 24);
	} else {
		b->w = (int32_t)le32(b->p + 18);
		b->h = (int32_t)le32(b->p + 22);
		b->bits = (int)le16(b->p + 28);
		b->compression = le32(b->p + 30);
	}
	b->top_down = b->h < 0;
	b->h = b->h < 0 ? -b->h : b->h;
	if (b->w <= 0 || b->h <= 0 || b->w > 65536 || b->h > 65536 || b->w * b->h > 100000000)
		return bad(err, "its size makes no sense");
	if (b->bits != 1 && b->bits != 4 && b->bits != 8 && b->bits != 16 && b->bits != 24 &&
	    b->bits != 32)
		return bad(err, "a pixel has neither 1, 4, 8, 16, 24 nor 32 bits");
	return header <= b->n - 14 || bad(err, "the header is cut off");
}

/* Masks stand behind a header of 40 bytes, or in a longer one at the same place. */
static bool masks(struct bmp *b, size_t header, size_t *at, struct err *err)
{
	static const uint32_t of16[4] = {0x7c00, 0x3e0, 0x1f, 0},
			      of32[4] = {0xff0000, 0xff00, 0xff, 0};
	int n = b->compression == ALPHA_FIELDS || header >= 56 ? 4 : 3;

	*at = 14 + header;
	memcpy(b->mask, b->bits == 16 ? of16 : of32, sizeof(b->mask));
	if (b->compression != FIELDS && b->compression != ALPHA_FIELDS)
		return true;
	if (b->bits != 16 && b->bits != 32)
		return bad(err, "bit masks without 16 or 32 bits a pixel");
	if (b->n < 54 + 4 * (size_t)n)
		return bad(err, "the masks are cut off");
	for (int i = 0; i < n; i++)
		b->mask[i] = le32(b->p + 54 + 4 * i);
	if (header < 52)
		*at += 4 * (size_t)n;
	return true;
}

static bool palette(struct bmp *b, size_t at, struct err *err)
{
	size_t each = b->core ? 3 : 4, room;
	uint32_t used = b->core ? 0 : le32(b->p + 46);

	if (b->bits > 8)
		return true;
	if (!used || used > 256)
		used = 1u << b->bits;
	room = b->n > at ? (b->n - at) / each : 0;
	b->palette = b->p + at;
	b->n_colors = (int)(used < room ? used : room);
	return b->n_colors || bad(err, "the palette is cut off");
}

static bool header(struct bmp *b, struct err *err)
{
	size_t n, at;

	if (b->n < 26)
		return bad(err, "the header is cut off");
	n = le32(b->p + 14);
	b->at = le32(b->p + 10);
	b->core = n == 12;
	if (!b->core && (n < 40 || b->n < 54))
		return bad(err, "the header is cut off");
	if (!sizes(b, n, err) || !masks(b, n, &at, err) || !palette(b, at, err))
		return false;
	if (b->compression > FIELDS && b->compression != ALPHA_FIELDS)
		return bad(err, "a compression that is not known");
	if ((b->compression == RLE8 && b->bits != 8) || (b->compression == RLE4 && b->bits != 4))
		return bad(err, "run lengths of other bits than a pixel's");
	return b->at <= b->n || bad(err, "the pixels are cut off");
}

/* ---- pixels ---- */

static uint8_t *pixel(const struct bmp *b, struct pic *p, int64_t x, int64_t y)
{
	int64_t row = b->top_down ? y : b->h - 1 - y;

	return p->px + ((size_t)row * (size_t)b->w + (size_t)x) * (size_t)p->channels;
}

static void put_color(const struct bmp *b, uint8_t *to, int k)
{
	const uint8_t *c = b->palette + (size_t)k * (b->core ? 3 : 4);

	for (int i = 0; i < 3; i++)
		to[i] = k < b->n_colors ? c[2 - i] : 0;
}

/* What a mask shows of v, brought to 0..255. */
static uint8_t masked(uint32_t v, uint32_t mask)
{
	uint32_t most = mask ? mask >> __builtin_ctz(mask) : 0;

	return most ? (uint8_t)((uint64_t)((v & mask) >> __builtin_ctz(mask)) * 255 / most) : 0;
}

static void plain_pixel(const struct bmp *b, const uint8_t *row, int64_t x, struct pic *p,
			uint8_t *to)
{
	uint32_t v;

	switch (b->bits) {
	case 1:
	case 4:
	case 8: {
		int per = 8 / b->bits, shift = (int)(per - 1 - x % per) * b->bits;

		put_color(b, to, row[x / per] >> shift & ((1 << b->bits) - 1));
		return;
	}
	case 24:
		for (int i = 0; i < 3; i++)
			to[i] = row[3 * x + 2 - i];
		return;
	default:
		v = b->bits == 16 ? le16(row + 2 * x) : le32(row + 4 * x);
		for (int i = 0; i < p->channels; i++)
			to[i] = masked(v, b->mask[i]);
	}
}

static bool plain(const struct bmp *b, struct pic *p, struct err *err)
{
	size_t row = ((size_t)b->w * (size_t)b->bits + 31) / 32 * 4;

	if (row * (size_t)b->h > b->n - b->at)
		return bad(err, "the pixels are cut off");
	for (int64_t y = 0; y < b->h; y++)
		for (int64_t x = 0; x < b->w; x++)
			plain_pixel(b, b->p + b->at + (size_t)y * row, x, p, pixel(b, p, x, y));
	return true;
}

/* Of the run's bytes, color k: whole bytes, or halves, the upper first. */
static int run_color(const struct bmp *b, const uint8_t *bytes, int k)
{
	return b->bits == 8 ? bytes[k] : bytes[k / 2] >> (k % 2 ? 0 : 4) & 15;
}

static void run_put(const struct bmp *b, struct pic *p, int64_t *x, int64_t y, int color)
{
	if (*x < b->w && y < b->h)
		put_color(b, pixel(b, p, *x, y), color);
	++*x;
}

/* Pairs: n color, or 0 and what to do: 0 next row, 1 the end, 2 a jump, more: so many colors as
 * they are. What is skipped has color 0, as in programs that fill first. */
static bool runs(const struct bmp *b, struct pic *p, struct err *err)
{
	const uint8_t *q = b->p + b->at, *end = b->p + b->n;
	int64_t x = 0, y = 0;

	for (int64_t i = 0; i < b->w * b->h; i++)
		put_color(b, p->px + i * 3, 0);
	while (end - q >= 2 && y < b->h) {
		int n = q[0], what = q[1], bytes = b->bits == 8 ? what : (what + 1) / 2;

		q += 2;
		if (n) {
			for (int k = 0; k < n; k++)
				run_put(b, p, &x, y,
					run_color(b, (const uint8_t[]){(uint8_t)what},
						  b->bits == 8 ? 0 : k % 2));
		} else if (what == 0) {
			x = 0;
			y++;
		} else if (what == 1) {
			return true;
		} else if (what == 2) {
			if (end - q < 2)
				break;
			x += q[0];
			y += q[1];
			q += 2;
		} else {
			if (end - q < bytes)
				break;
			for (int k = 0; k < what; k++)
				run_put(b, p, &x, y, run_color(b, q, k));
			q += (bytes + 1) / 2 * 2 < end - q ? (bytes + 1) / 2 * 2 : end - q;
		}
	}
	return y >= b->h || bad(err, "the pixels are cut off");
}

bool bmp_decode(struct sv bytes, struct pic *p, struct err *err)
{
	struct bmp b = {.p = (const uint8_t *)bytes.p, .n = bytes.n};
	bool ok;

	memset(p, 0, sizeof(*p));
	if (!header(&b, err))
		return false;
	p->w = (int)b.w;
	p->h = (int)b.h;
	p->channels = b.bits >= 16 && b.mask[3] ? 4 : 3;
	p->bytes = (size_t)b.w * (size_t)b.h * (size_t)p->channels;
	p->px = big_alloc(p->bytes, err);
	if (!p->px)
		return false;
	memset(p->px, 0, p->bytes);
	ok = b.compression == RLE8 || b.compression == RLE4 ? runs(&b, p, err) : plain(&b, p, err);
	if (!ok)
		pic_free(p);
	return ok;
}
