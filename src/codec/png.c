/* PNG through libpng, as TensorFlow uses it; see picopt.h. The library reports errors by longjmp. */
#include "config.h"

#include "codec/picopt.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_PNG
#include <png.h>

#include "base/mem.h"

struct job {
	struct sv in;
	struct str *out;
	struct err *err;
	bool short_read;
};

/* As TensorFlow's reader: what is missing is zeros, and the picture counts as broken. */
static void take(png_structp png, png_bytep to, png_size_t n)
{
	struct job *j = png_get_io_ptr(png);

	if (n > j->in.n) {
		j->short_read = true;
		memset(to, 0, n);
		png_error(png, "the data end too early");
	}
	memcpy(to, j->in.p, n);
	j->in = sv_sub(j->in, n, j->in.n);
}

static void fail(png_structp png, png_const_charp msg)
{
	struct job *j = png_get_error_ptr(png);

	err_set(j->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "PNG: %s", msg);
	png_longjmp(png, 1);
}

static void quiet(png_structp png, png_const_charp msg)
{
	(void)png, (void)msg;
}

/* The transformations that lead from the file's kind of pixel to the wanted one. */
static bool header(png_structp png, png_infop info, int want, int bits, struct pic *p)
{
	png_uint_32 w, h;
	int depth, type;
	bool has_trns, has_alpha, is_gray;

	png_read_info(png, info);
	png_get_IHDR(png, info, &w, &h, &depth, &type, NULL, NULL, NULL);
	has_trns = png_get_valid(png, info, PNG_INFO_tRNS) != 0;
	has_alpha = type & PNG_COLOR_MASK_ALPHA;
	is_gray = !(type & PNG_COLOR_MASK_COLOR);
	if (!want)
		want = type == PNG_COLOR_TYPE_PALETTE ? has_trns ? 4 : 3 : png_get_channels(png, info);
	*p = (struct pic){ .w = (int)w, .h = (int)h, .channels = want };
	if (want & 1) {
		if (has_alpha || has_trns)
			png_set_strip_alpha(png);
	} else if (!has_alpha && has_trns) {
		png_set_tRNS_to_alpha(png);
	} else if (!has_alpha) {
		png_set_add_alpha(png, (1u << depth) - 1, PNG_FILLER_AFTER);
	}
	if (depth > 8 && bits <= 8)
		png_set_strip_16(png);
	png_set_packing(png);
	png_set_interlace_handling(png);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	if (bits > 8)
		png_set_swap(png);
#endif
	if (type == PNG_COLOR_TYPE_PALETTE)
		png_set_palette_to_rgb(png);
	if (is_gray && depth < 8)
		png_set_expand_gray_1_2_4_to_8(png);
	if (want < 3 && !is_gray)
		png_set_rgb_to_gray(png, 1, 0.299, 0.587);
	if (want >= 3 && is_gray)
		png_set_gray_to_rgb(png);
	png_read_update_info(png, info);
	return depth <= 8 && bits == 16;
}

/* 8 bits to 16 in place, from the back: v * 257. */
static void widen(struct pic *p)
{
	uint16_t *to = (uint16_t *)(void *)p->px;

	for (size_t i = p->bytes / 2; i-- > 0;)
		to[i] = (uint16_t)(p->px[i] * 257);
}

static bool room(png_structp png, png_infop info, struct pic *p, int bits, png_bytep **rows, struct err *err)
{
	size_t line = (size_t)p->w * (size_t)p->channels, file = png_get_rowbytes(png, info);

	if (p->w <= 0 || p->h <= 0 || p->w >= 1 << 27 || p->h >= 1 << 27 || (int64_t)p->w * p->h >= INT64_C(1) << 29)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "PNG size too large for int: %d by %d", p->w,
			       p->h);
	p->bytes = line * (size_t)p->h * (size_t)(bits / 8);
	p->px = big_alloc(p->bytes, err);
	if (!p->px)
		return false;
	memset(p->px, 0, p->bytes);
	if (file > line * (size_t)(bits / 8))
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "PNG: rows are longer than expected");
	*rows = xcalloc((size_t)p->h, sizeof(**rows));
	for (int y = 0; y < p->h; y++)
		(*rows)[y] = p->px + (size_t)y * file;
	return true;
}

bool png_decode(struct sv bytes, int channels, int bits, struct pic *p, bool *begun, struct err *err)
{
	struct job job = { .in = bytes, .err = err };
	png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &job, fail, quiet);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	png_bytep **rows = xcalloc(1, sizeof(*rows));
	volatile bool ok = false;

	memset(p, 0, sizeof(*p));
	*begun = false;
	if (info && !setjmp(png_jmpbuf(png))) {
		bool wide;

		png_set_read_fn(png, &job, take);
		wide = header(png, info, channels, bits, p);
		*begun = true;
		if (room(png, info, p, bits, rows, err)) {
			png_read_image(png, *rows);
			png_read_end(png, info);
			if (wide)
				widen(p);
			ok = true;
		}
	}
	png_destroy_read_struct(&png, &info, NULL);
	free(*rows);
	free(rows);
	if (!ok)
		pic_free(p);
	return ok;
}

static void give(png_structp png, png_bytep from, png_size_t n)
{
	struct job *j = png_get_io_ptr(png);

	str_add(j->out, (struct sv){ (char *)from, n });
}

static void flush(png_structp png)
{
	(void)png;
}

bool png_encode(const void *px, int w, int h, int channels, int bits, int level, struct str *to, struct err *err)
{
	static const int type[] = { 0, PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
				    PNG_COLOR_TYPE_RGB_ALPHA };
	struct job job = { .out = to, .err = err };
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &job, fail, quiet);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	volatile bool ok = false;

	if (info && !setjmp(png_jmpbuf(png))) {
		png_set_write_fn(png, &job, give, flush);
		png_set_compression_level(png, level);
		png_set_compression_mem_level(png, 9);
		png_set_IHDR(png, info, (png_uint_32)w, (png_uint_32)h, bits, type[channels], PNG_INTERLACE_NONE,
			     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
		png_write_info(png, info);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
		if (bits > 8)
			png_set_swap(png);
#endif
		for (int y = 0; y < h; y++)
			png_write_row(png, (png_const_bytep)px + (size_t)y * (size_t)w * (size_t)(channels * bits / 8));
		png_write_end(png, NULL);
		ok = true;
	}
	png_destroy_write_struct(&png, &info);
	return ok;
}

#else

static bool none(struct err *err)
{
	return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		       "a PNG, and smtui was built without libpng (Debian: libpng-dev)");
}

bool png_decode(struct sv bytes, int channels, int bits, struct pic *p, bool *begun, struct err *err)
{
	(void)bytes, (void)channels, (void)bits, (void)p;
	*begun = false;
	return none(err);
}

bool png_encode(const void *px, int w, int h, int channels, int bits, int level, struct str *to, struct err *err)
{
	(void)px, (void)w, (void)h, (void)channels, (void)bits, (void)level, (void)to;
	return none(err);
}
#endif
