/*
 * GIF: blocks, colour tables and LZW, decoded here; frames drawn over each other as TensorFlow does.
 *
 *   "GIF87a" / "GIF89a"  w:2 h:2 flags:1 background:1 aspect:1  [colour table]
 *   { 21 label blocks | 2c left:2 top:2 w:2 h:2 flags:1 [colour table] bits:1 blocks }*  3b
 *   blocks = { n:1 byte[n] }* 00
 */
#include "codec/picopt.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

struct frame {
	int left, top, w, h;
	int transparent;		/* -1: none */
	const uint8_t *colors;
	int n_colors;
	uint8_t *px;			/* colour numbers */
};

struct gif {
	const uint8_t *p, *end;
	const uint8_t *colors;
	int n_colors, transparent;
	int w, h;			/* of the screen */
	size_t pixels;			/* of all frames so far */
	VEC(struct frame) frames;
};

static bool bad(struct err *err, const char *what)
{
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "%s", what);
}

static int le16(const uint8_t *p)
{
	return p[0] | p[1] << 8;
}

static bool colors(struct gif *g, int flags, const uint8_t **table, int *n)
{
	int count = 2 << (flags & 7);

	*table = NULL;
	*n = 0;
	if (!(flags & 0x80))
		return true;
	if (g->end - g->p < 3 * count)
		return false;
	*table = g->p;
	*n = count;
	g->p += 3 * count;
	return true;
}

/* ---- LZW ---- */

struct bits {
	struct gif *g;
	int left;			/* bytes of the block */
	uint32_t have;
	int n;
};

static int code(struct bits *b, int width)
{
	int c;

	while (b->n < width) {
		if (!b->left) {
			if (b->g->p >= b->g->end || !*b->g->p)
				return -1;
			b->left = *b->g->p++;
		}
		if (b->g->p >= b->g->end)
			return -1;
		b->have |= (uint32_t)*b->g->p++ << b->n;
		b->n += 8;
		b->left--;
	}
	c = (int)(b->have & ((1u << width) - 1));
	b->have >>= width;
	b->n -= width;
	return c;
}

struct lzw {
	uint16_t prefix[4096];
	uint8_t last[4096], stack[4097];
};

/* Code k's string, last byte first, on the stack; its length. */
static int spell(struct lzw *z, int k, int clear)
{
	int n = 0;

	for (; k >= clear && n < 4096; k = z->prefix[k])
		z->stack[n++] = z->last[k];
	z->stack[n++] = (uint8_t)k;
	return n;
}

static bool lzw(struct gif *g, uint8_t *px, size_t want)
{
	struct lzw *z = xcalloc(1, sizeof(*z));
	struct bits b = { .g = g };
	int min, clear, width, next, old = -1, k;
	size_t got = 0;

	if (g->p >= g->end || *g->p < 1 || *g->p > 8) {
		free(z);
		return false;
	}
	min = *g->p++;
	clear = 1 << min;
	width = min + 1;
	next = clear + 2;
	while (got < want && (k = code(&b, width)) >= 0 && k != clear + 1) {
		int n;

		if (k == clear) {
			width = min + 1;
			next = clear + 2;
			old = -1;
			continue;
		}
		if (k > (old < 0 ? clear : next))
			break;
		if (old >= 0 && next < 4096) {	/* old's string and the first byte of this one, or of itself */
			n = spell(z, k < next ? k : old, clear);
			z->prefix[next] = (uint16_t)old;
			z->last[next] = z->stack[n - 1];
			next++;
			if (next == 1 << width && width < 12)
				width++;
		}
		for (n = spell(z, k, clear); n && got < want;)
			px[got++] = z->stack[--n];
		old = k;
	}
	free(z);
	g->p += b.left < g->end - g->p ? b.left : g->end - g->p;
	while (g->p < g->end && *g->p)
		g->p += *g->p + 1 < g->end - g->p ? *g->p + 1 : g->end - g->p;
	g->p += g->p < g->end;
	return got == want;
}

/* Rows came in four passes. */
static void deinterlace(struct frame *f)
{
	static const int start[] = { 0, 4, 2, 1 }, step[] = { 8, 8, 4, 2 };
	size_t w = (size_t)f->w;
	uint8_t *to = xmalloc(w * (size_t)f->h + 1), *from = f->px;

	for (int pass = 0; pass < 4; pass++)
		for (int y = start[pass]; y < f->h; y += step[pass], from += w)
			memcpy(to + (size_t)y * w, from, w);
	free(f->px);
	f->px = to;
}

/* ---- blocks ---- */

static bool image(struct gif *g)
{
	struct frame f = { .transparent = g->transparent };
	int flags;
	bool ok;

	if (g->end - g->p < 9)
		return false;
	f.left = le16(g->p);
	f.top = le16(g->p + 2);
	f.w = le16(g->p + 4);
	f.h = le16(g->p + 6);
	flags = g->p[8];
	g->p += 9;
	g->transparent = -1;
	if (f.w <= 0 || f.h <= 0 || (int64_t)f.w * f.h > 100000000 || !colors(g, flags, &f.colors, &f.n_colors))
		return false;
	if (!f.colors) {
		f.colors = g->colors;
		f.n_colors = g->n_colors;
	}
	g->pixels += (size_t)f.w * (size_t)f.h;
	if (g->pixels > (size_t)1 << 30)
		return false;
	f.px = calloc((size_t)f.w * (size_t)f.h, 1);
	if (!f.px)
		return false;
	ok = lzw(g, f.px, (size_t)f.w * (size_t)f.h);
	if (!ok) {
		free(f.px);
		return false;
	}
	if (flags & 0x40)
		deinterlace(&f);
	vec_push(&g->frames, f);
	return true;
}

static bool extension(struct gif *g)
{
	bool control;

	if (g->p >= g->end)
		return false;
	control = *g->p++ == 0xf9;
	while (g->p < g->end && *g->p) {
		int n = *g->p;

		if (g->end - g->p <= n)
			return false;
		if (control && n == 4)
			g->transparent = g->p[1] & 1 ? g->p[4] : -1;
		g->p += n + 1;
	}
	g->p++;
	return g->p <= g->end;
}

/* What is wrong with a file that has no whole image, in giflib's words. */
static const char *parse(struct gif *g)
{
	int flags;

	if (g->end - g->p < 13)
		return "failed to open gif file: Failed to read from given file";
	if (memcmp(g->p, "GIF", 3) != 0)
		return "failed to open gif file: Data is not in GIF format";
	g->w = le16(g->p + 6);
	g->h = le16(g->p + 8);
	flags = g->p[10];
	g->p += 13;
	g->transparent = -1;
	if (!colors(g, flags, &g->colors, &g->n_colors))
		return "failed to open gif file: Failed to read from given file";
	while (g->p < g->end && g->frames.n < 1 << 20)
		switch (*g->p++) {
		case 0x3b:
			return "failed to slurp gif file: No Image Descriptor detected";
		case 0x21:
			if (!extension(g))
				return "failed to slurp gif file: Failed to read from given file";
			break;
		case 0x2c:
			if (!image(g))
				return "failed to slurp gif file: Failed to read from given file";
			break;
		default:
			return "failed to slurp gif file: Wrong record type detected";
		}
	return "failed to slurp gif file: Failed to read from given file";
}

static bool draw(const struct gif *g, size_t k, struct pic *p, uint8_t *to, struct err *err)
{
	const struct frame *f = &g->frames.p[k];
	size_t bytes = (size_t)p->w * (size_t)p->h * 3;

	if (k)
		memcpy(to, to - bytes, bytes);
	if (!f->colors)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "missing color map for frame %zu", k);
	for (int y = f->top; y < f->top + f->h && y < p->h; y++)
		for (int x = f->left; x < f->left + f->w && x < p->w; x++) {
			int c = f->px[(size_t)(y - f->top) * (size_t)f->w + (size_t)(x - f->left)];
			uint8_t *px = to + ((size_t)y * (size_t)p->w + (size_t)x) * 3;

			if (c == f->transparent) {
				if (!k)
					memset(px, 0, 3);
				continue;
			}
			if (c >= f->n_colors)
				return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
					       "found color index %d outside of color map range %d", c, f->n_colors);
			memcpy(px, f->colors + 3 * c, 3);
		}
	return true;
}

static bool frames(struct gif *g, bool all, struct pic *p, int64_t *n, struct err *err)
{
	size_t each, total;

	p->channels = 3;
	for (size_t k = 0; k < g->frames.n; k++) {
		p->w = g->frames.p[k].w > p->w ? g->frames.p[k].w : p->w;
		p->h = g->frames.p[k].h > p->h ? g->frames.p[k].h : p->h;
	}
	*n = all ? (int64_t)g->frames.n : 1;
	if (!size_mul((size_t)p->w * (size_t)p->h, 3, &each) || !size_mul(each, (size_t)*n, &total))
		return bad(err, "the picture is too large");
	p->bytes = total;
	p->px = big_alloc(total, err);
	if (!p->px)
		return false;
	memset(p->px, 0, total);
	for (int64_t k = 0; k < *n; k++)
		if (!draw(g, (size_t)k, p, p->px + (size_t)k * each, err))
			return false;
	return true;
}

bool gif_decode(struct sv bytes, bool all, struct pic *p, int64_t *n, struct err *err)
{
	struct gif g = { .p = (const uint8_t *)bytes.p, .end = (const uint8_t *)bytes.p + bytes.n };
	const char *why;
	bool ok;

	memset(p, 0, sizeof(*p));
	*n = 0;
	why = parse(&g);	/* what is whole of a broken file is shown */
	ok = g.frames.n ? frames(&g, all, p, n, err) : bad(err, why);
	for (size_t k = 0; k < g.frames.n; k++)
		free(g.frames.p[k].px);
	vec_free(&g.frames);
	if (!ok)
		pic_free(p);
	return ok;
}

/* ---- as PIL ---- */

static void paint(uint8_t *px, const struct frame *f, int c)
{
	for (int i = 0; i < 3; i++)
		px[i] = f->colors && c >= 0 && c < f->n_colors ? f->colors[3 * c + i] : 0;
}

static bool first(const struct gif *g, struct pic *p, struct err *err)
{
	const struct frame *f = &g->frames.p[0];

	p->channels = 3;
	p->w = g->w;
	p->h = g->h;
	if (!g->w || !g->h || (int64_t)g->w * g->h > 100000000)
		return bad(err, "the screen's size makes no sense");
	p->bytes = (size_t)p->w * (size_t)p->h * 3;
	p->px = big_alloc(p->bytes, err);
	if (!p->px)
		return false;
	for (int y = 0; y < p->h; y++)
		for (int x = 0; x < p->w; x++) {
			bool in = x >= f->left && y >= f->top && x - f->left < f->w && y - f->top < f->h;
			int c = in ? f->px[(size_t)(y - f->top) * (size_t)f->w + (size_t)(x - f->left)] :
				f->transparent >= 0 ? f->transparent : 0;

			paint(p->px + ((size_t)y * (size_t)p->w + (size_t)x) * 3, f, c);
		}
	return true;
}

bool gif_first(struct sv bytes, struct pic *p, struct err *err)
{
	struct gif g = { .p = (const uint8_t *)bytes.p, .end = (const uint8_t *)bytes.p + bytes.n };
	const char *why;
	bool ok;

	memset(p, 0, sizeof(*p));
	why = parse(&g);
	ok = g.frames.n ? first(&g, p, err) : err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "GIF: %s", why);
	for (size_t k = 0; k < g.frames.n; k++)
		free(g.frames.p[k].px);
	vec_free(&g.frames);
	if (!ok)
		pic_free(p);
	return ok;
}
