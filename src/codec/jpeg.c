/* JPEG through libjpeg-turbo, as TensorFlow uses it; see picopt.h. The library reports errors by longjmp. */
#include "config.h"

#include "codec/picopt.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef HAVE_JPEG
#include <jpeglib.h>

#include "base/mem.h"

struct job {
	struct jpeg_error_mgr mgr;
	struct jpeg_source_mgr src;
	jmp_buf back;
	struct err *err;
	bool recover, ended;
};

static void fail(j_common_ptr c)
{
	struct job *j = (struct job *)c->err;
	char text[JMSG_LENGTH_MAX];

	c->err->format_message(c, text);
	err_set(j->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "JPEG: %s", text);
	longjmp(j->back, 1);
}

static void quiet(j_common_ptr c)
{
	(void)c;
}

/* ---- the source: memory that may end too early ---- */

static void src_nothing(j_decompress_ptr d)
{
	(void)d;
}

/* Past the end: one end marker when the rest shall be made up, else an error. */
static boolean src_fill(j_decompress_ptr d)
{
	static const JOCTET end[] = { 0xff, JPEG_EOI };
	struct job *j = (struct job *)d->err;

	if (d->src->bytes_in_buffer)
		return j->recover;
	if (!j->recover || j->ended) {
		err_set(j->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "JPEG: the data end too early");
		longjmp(j->back, 1);
	}
	j->ended = true;
	d->src->next_input_byte = end;
	d->src->bytes_in_buffer = sizeof(end);
	return TRUE;
}

static void src_skip(j_decompress_ptr d, long n)
{
	if (n <= 0)
		return;
	if ((unsigned long)n > d->src->bytes_in_buffer)
		n = (long)d->src->bytes_in_buffer;
	d->src->next_input_byte += n;
	d->src->bytes_in_buffer -= (size_t)n;
}

static void open_source(struct jpeg_decompress_struct *d, struct job *j, struct sv bytes)
{
	jpeg_create_decompress(d);
	j->src = (struct jpeg_source_mgr){ .next_input_byte = (const JOCTET *)bytes.p, .bytes_in_buffer = bytes.n,
					   .init_source = src_nothing, .fill_input_buffer = src_fill,
					   .skip_input_data = src_skip, .resync_to_restart = jpeg_resync_to_restart,
					   .term_source = src_nothing };
	d->src = &j->src;
}

static void errors_to(struct job *j, struct jpeg_error_mgr **mgr, struct err *err)
{
	*mgr = jpeg_std_error(&j->mgr);
	j->mgr.error_exit = fail;
	j->mgr.output_message = quiet;
	j->err = err;
}

/* ---- decoding ---- */

static bool window_ok(const struct jpeg_opt *o, const struct jpeg_decompress_struct *d)
{
	return o->w > 0 && o->h > 0 && o->x >= 0 && o->y >= 0 && (int64_t)o->y + o->h <= (int64_t)d->output_height &&
	       (int64_t)o->x + o->w <= (int64_t)d->output_width;
}

static bool no(struct job *j, const char *what)
{
	return err_set(j->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "JPEG: %s", what);
}

static void choose(struct jpeg_decompress_struct *d, const struct jpeg_opt *o, int channels)
{
	bool cmyk = d->jpeg_color_space == JCS_CMYK || d->jpeg_color_space == JCS_YCCK;

	d->out_color_space = channels == 1 ? JCS_GRAYSCALE : cmyk ? JCS_CMYK : JCS_RGB;
	d->do_fancy_upsampling = o->fancy;
	d->scale_num = 1;
	d->scale_denom = (unsigned)o->ratio;
	d->dct_method = o->accurate ? JDCT_ISLOW : JDCT_IFAST;
}

static void cmyk_line(const struct jpeg_decompress_struct *d, const uint8_t *in, uint8_t *out, int w)
{
	for (int i = 0; i < w; i++, in += 4, out += 3)
		for (int k = 0; k < 3; k++)
			out[k] = (uint8_t)(d->saw_Adobe_marker ? in[3] * in[k] / 255
							       : (255 - in[3]) * (255 - in[k]) / 255);
}

/* Lines into p; false when the data end early and that is not to be mended. */
static bool lines(struct jpeg_decompress_struct *d, const struct jpeg_opt *o, struct pic *p, uint8_t *line, int skipped)
{
	size_t stride = (size_t)p->w * (size_t)p->channels;
	bool cmyk = d->out_color_space == JCS_CMYK;
	int each = cmyk ? 4 : p->channels;
	size_t shift = (size_t)((int)d->output_width - p->w) * (size_t)each;

	for (int y = 0; y < p->h; y++) {
		uint8_t *to = p->px + (size_t)y * stride;
		JSAMPROW row = line;

		if (jpeg_read_scanlines(d, &row, 1) == 0) {
			float got = (float)((int)d->output_scanline - skipped) / (float)p->h;

			for (; o->recover && y < p->h; y++, to += stride)
				if (y)
					memcpy(to, to - stride, stride);
			return o->recover || got >= o->fraction;
		}
		if (cmyk)
			cmyk_line(d, line + shift, to, p->w);
		else
			memcpy(to, line + shift, stride);
	}
	return true;
}

/* Moves to the crop window; p's extent is then the window's. */
static bool crop(struct jpeg_decompress_struct *d, struct job *j, const struct jpeg_opt *o, struct pic *p)
{
	JDIMENSION x = (JDIMENSION)o->x, w = (JDIMENSION)o->w;

	if (!window_ok(o, d))
		return no(j, "the crop window is outside the picture");
	jpeg_crop_scanline(d, &x, &w);
	if (jpeg_skip_scanlines(d, (JDIMENSION)o->y) != (JDIMENSION)o->y)
		return no(j, "the data end before the crop window");
	p->w = o->w;
	p->h = o->h;
	return true;
}

static bool decode(struct jpeg_decompress_struct *d, struct job *j, const struct jpeg_opt *o, struct pic *p,
		   uint8_t **line)
{
	int channels = o->channels;

	if (jpeg_read_header(d, TRUE) != JPEG_HEADER_OK)
		return no(j, "the header is not whole");
	if (!channels)
		channels = d->num_components < 3 ? d->num_components : 3;
	if (channels == 2)
		return no(j, "two components");
	choose(d, o, channels);
	jpeg_calc_output_dimensions(d);
	if (!d->output_width || !d->output_height ||
	    (int64_t)d->output_width * d->output_height * d->num_components >= INT64_C(1) << 29)
		return no(j, "the picture is too large");
	if (!jpeg_start_decompress(d))
		return no(j, "the data are not whole");
	*p = (struct pic){ .w = (int)d->output_width, .h = (int)d->output_height, .channels = channels };
	if (o->crop && !crop(d, j, o, p))
		return false;
	p->bytes = (size_t)p->w * (size_t)p->h * (size_t)channels;
	p->px = big_alloc(p->bytes, j->err);
	if (!p->px)
		return false;
	memset(p->px, 0, p->bytes);
	*line = xmalloc((size_t)d->output_width * 4 + 64);
	return lines(d, o, p, *line, o->crop ? o->y : 0) || no(j, "the data end too early");
}

bool jpeg_decode(struct sv bytes, const struct jpeg_opt *o, struct pic *p, struct err *err)
{
	struct jpeg_decompress_struct d;
	struct job *j = xcalloc(1, sizeof(*j));
	uint8_t **line = xcalloc(1, sizeof(*line));
	volatile bool ok = false;

	memset(p, 0, sizeof(*p));
	memset(&d, 0, sizeof(d));
	errors_to(j, &d.err, err);
	j->recover = o->recover;
	if (!setjmp(j->back)) {
		open_source(&d, j, bytes);
		ok = decode(&d, j, o, p, line);
	}
	jpeg_destroy_decompress(&d);
	if (!ok)
		pic_free(p);
	free(*line);
	free(line);
	free(j);
	return ok;
}

bool jpeg_header(struct sv bytes, struct pic *p, struct err *err)
{
	struct jpeg_decompress_struct d;
	struct job *j = xcalloc(1, sizeof(*j));
	volatile bool ok = false;

	memset(p, 0, sizeof(*p));
	memset(&d, 0, sizeof(d));
	errors_to(j, &d.err, err);
	if (!setjmp(j->back)) {
		open_source(&d, j, bytes);
		ok = jpeg_read_header(&d, TRUE) == JPEG_HEADER_OK;
		if (ok) {
			jpeg_calc_output_dimensions(&d);
			*p = (struct pic){ .w = (int)d.output_width, .h = (int)d.output_height,
					   .channels = d.num_components };
		} else {
			no(j, "the header is not whole");
		}
	}
	jpeg_destroy_decompress(&d);
	free(j);
	return ok;
}

/* ---- encoding ---- */

static void encode(struct jpeg_compress_struct *z, const uint8_t *px, const struct jpeg_enc *e)
{
	static const char space[] = "http://ns.adobe.com/xap/1.0/";

	jpeg_set_defaults(z);
	z->optimize_coding = e->optimize;
	z->density_unit = (UINT8)e->density_unit;
	z->X_density = (UINT16)e->x_density;
	z->Y_density = (UINT16)e->y_density;
	jpeg_set_quality(z, e->quality, TRUE);
	if (e->progressive)
		jpeg_simple_progression(z);
	for (int i = 0; i < z->num_components && !e->downsample; i++)
		z->comp_info[i].h_samp_factor = z->comp_info[i].v_samp_factor = 1;
	jpeg_start_compress(z, TRUE);
	if (e->xmp.n) {
		uint8_t *tag = xmalloc(sizeof(space) + e->xmp.n);

		memcpy(tag, space, sizeof(space));
		memcpy(tag + sizeof(space), e->xmp.p, e->xmp.n);
		jpeg_write_marker(z, JPEG_APP0 + 1, tag, (unsigned)(sizeof(space) + e->xmp.n));
		free(tag);
	}
	while (z->next_scanline < z->image_height) {
		JSAMPROW row = (JSAMPROW)(uintptr_t)(px + (size_t)z->next_scanline * z->image_width *
						     (size_t)z->input_components);

		jpeg_write_scanlines(z, &row, 1);
	}
	jpeg_finish_compress(z);
}

bool jpeg_encode(const uint8_t *px, int w, int h, int channels, const struct jpeg_enc *e, struct str *to,
		 struct err *err)
{
	struct jpeg_compress_struct z;
	struct job *j = xcalloc(1, sizeof(*j));
	unsigned char **out = xcalloc(1, sizeof(*out));
	unsigned long *n = xcalloc(1, sizeof(*n));
	volatile bool ok = false;

	memset(&z, 0, sizeof(z));
	errors_to(j, &z.err, err);
	if (e->xmp.n > 65000) {
		no(j, "xmp_metadata does not fit into a marker");
	} else if (!setjmp(j->back)) {
		jpeg_create_compress(&z);
		jpeg_mem_dest(&z, out, n);
		z.image_width = (JDIMENSION)w;
		z.image_height = (JDIMENSION)h;
		z.input_components = channels;
		z.in_color_space = channels == 1 ? JCS_GRAYSCALE : JCS_RGB;
		encode(&z, px, e);
		str_add(to, (struct sv){ (char *)*out, *n });
		ok = true;
	}
	jpeg_destroy_compress(&z);
	free(*out);
	free(out);
	free(n);
	free(j);
	return ok;
}

#else

static bool none(struct err *err)
{
	return err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED,
		       "a JPEG, and smtui was built without libjpeg (Debian: libjpeg-dev)");
}

bool jpeg_decode(struct sv bytes, const struct jpeg_opt *o, struct pic *p, struct err *err)
{
	(void)bytes, (void)o, (void)p;
	return none(err);
}

bool jpeg_header(struct sv bytes, struct pic *p, struct err *err)
{
	(void)bytes, (void)p;
	return none(err);
}

bool jpeg_encode(const uint8_t *px, int w, int h, int channels, const struct jpeg_enc *e, struct str *to,
		 struct err *err)
{
	(void)px, (void)w, (void)h, (void)channels, (void)e, (void)to;
	return none(err);
}
#endif
