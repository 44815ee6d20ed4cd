/* Pictures through libpng and libjpeg, GIF and BMP by our own; see pic.h. Both libraries report errors by longjmp. */
#include "config.h"

#include "codec/pic.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_PNG
#include <png.h>
#endif
#ifdef HAVE_JPEG
#include <jpeglib.h>
#endif

#include "base/mem.h"
#include "codec/picopt.h"

enum { MAX_SIDE = 1 << 16, MAX_PIXELS = 100000000 };

void pic_free(struct pic *p)
{
	if (p->px)
		big_free(p->px, p->bytes);
	p->px = NULL;
}

#if defined(HAVE_PNG) || defined(HAVE_JPEG)
static bool room(struct pic *p, uint32_t w, uint32_t h, int channels, struct err *err)
{
	if (!w || !h || w > MAX_SIDE || h > MAX_SIDE || (uint64_t)w * h > MAX_PIXELS)
		return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "a picture of %u x %u pixels", w, h);
	p->w = (int)w;
	p->h = (int)h;
	p->channels = channels;
	p->bytes = (size_t)w * h * (size_t)channels;
	p->px = big_alloc(p->bytes, err);
	if (p->px)
		memset(p->px, 0, p->bytes);	/* a picture that breaks off leaves black, not old memory */
	return p->px != NULL;
}
#endif

#ifdef HAVE_PNG
struct png_job {
	struct sv in;
	struct err *err;
};

static void png_take(png_structp png, png_bytep to, png_size_t n)
{
	struct png_job *j = png_get_io_ptr(png);

	if (n > j->in.n)
		png_error(png, "the file ends too early");
	memcpy(to, j->in.p, n);
	j->in = sv_sub(j->in, n, j->in.n);
}

static void png_fail(png_structp png, png_const_charp msg)
{
	struct png_job *j = png_get_error_ptr(png);

	err_set(j->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "PNG: %s", msg);
	png_longjmp(png, 1);
}

static void png_quiet(png_structp png, png_const_charp msg)
{
	(void)png, (void)msg;
}

/* Everything to 8 bits, palettes and small depths expanded. */
static int png_setup(png_structp png, png_infop info)
{
	png_read_info(png, info);
	png_set_expand(png);
	png_set_scale_16(png);
	png_set_interlace_handling(png);
	png_read_update_info(png, info);
	return png_get_channels(png, info);
}

static bool decode_png(struct sv bytes, struct pic *p, struct err *err)
{
	struct png_job job = { bytes, err };
	png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &job, png_fail, png_quiet);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	uint8_t *volatile two = NULL;
	png_bytep *volatile rows = NULL;
	volatile bool ok = false;

	if (!info) {
		png_destroy_read_struct(&png, NULL, NULL);
		return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED, "no memory for a picture");
	}
	png_set_read_fn(png, &job, png_take);
	png_set_user_limits(png, MAX_SIDE, MAX_SIDE);
	if (!setjmp(png_jmpbuf(png))) {
		int channels = png_setup(png, info), shown = channels == 2 ? 4 : channels;
		uint32_t w = png_get_image_width(png, info), h = png_get_image_height(png, info);

		if (room(p, w, h, shown, err)) {
			size_t stride = (size_t)w * (size_t)channels;

			rows = xcalloc(h, sizeof(*rows));
			if (channels == 2)
				two = xmalloc(stride * h);
			for (uint32_t y = 0; y < h; y++)
				rows[y] = (two ? two : p->px) + y * stride;
			png_read_image(png, rows);
			for (size_t i = 0; two && i < (size_t)w * h; i++) {	/* gray with alpha */
				memset(p->px + 4 * i, two[2 * i], 3);
				p->px[4 * i + 3] = two[2 * i + 1];
			}
			ok = true;
		}
	}
	png_destroy_read_struct(&png, &info, NULL);
	free(rows);
	free(two);
	if (!ok)
		pic_free(p);
	return ok;
}
#endif

#ifdef HAVE_JPEG
struct jpeg_job {
	struct jpeg_error_mgr mgr;
	jmp_buf back;
	struct err *err;
};

static void jpeg_fail(j_common_ptr c)
{
	struct jpeg_job *j = (struct jpeg_job *)c->err;
	char text[JMSG_LENGTH_MAX];

	c->err->format_message(c, text);
	err_set(j->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "JPEG: %s", text);
	longjmp(j->back, 1);
}

static void jpeg_quiet(j_common_ptr c)
{
	(void)c;
}

static bool decode_jpeg(struct sv bytes, struct pic *p, struct err *err)
{
	struct jpeg_decompress_struct d;
	struct jpeg_job job = { .err = err };
	volatile bool ok = false;

	memset(&d, 0, sizeof(d));
	d.err = jpeg_std_error(&job.mgr);
	job.mgr.error_exit = jpeg_fail;
	job.mgr.output_message = jpeg_quiet;
	if (!setjmp(job.back)) {
		jpeg_create_decompress(&d);
		jpeg_mem_src(&d, (const unsigned char *)bytes.p, (unsigned long)bytes.n);
		jpeg_read_header(&d, TRUE);
		d.out_color_space = d.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
		jpeg_start_decompress(&d);
		if (room(p, d.output_width, d.output_height, d.output_components, err)) {
			while (d.output_scanline < d.output_height) {
				JSAMPROW row = p->px + (size_t)d.output_scanline * (size_t)p->w * (size_t)p->channels;

				jpeg_read_scanlines(&d, &row, 1);
			}
			ok = true;
			jpeg_finish_decompress(&d);
		}
	}
	jpeg_destroy_decompress(&d);
	if (!ok || err_is(err))
		pic_free(p);
	return ok && !err_is(err);
}
#endif

bool pic_decode(struct sv bytes, struct pic *p, struct err *err)
{
	memset(p, 0, sizeof(*p));
	if (sv_starts(bytes, SV("\211PNG\r\n\032\n"))) {
#ifdef HAVE_PNG
		return decode_png(bytes, p, err);
#else
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "a PNG, and smtui was built without libpng (Debian: libpng-dev)");
#endif
	}
	if (sv_starts(bytes, SV("\377\330\377"))) {
#ifdef HAVE_JPEG
		return decode_jpeg(bytes, p, err);
#else
		return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
			       "a JPEG, and smtui was built without libjpeg (Debian: libjpeg-dev)");
#endif
	}
	if (sv_starts(bytes, SV("GIF8")))
		return gif_first(bytes, p, err);
	if (sv_starts(bytes, SV("BM")))
		return bmp_decode(bytes, p, err);
	return err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "neither a PNG, a JPEG, a GIF nor a BMP");
}
