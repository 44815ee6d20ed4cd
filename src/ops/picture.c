/*
 * Pictures in and out of strings: DecodeJpeg, DecodePng, DecodeGif, DecodeBmp, DecodeImage (any of them by
 * the bytes' own signature), EncodeJpeg, EncodePng. The formats are src/codec's.
 */
#include <string.h>

#include "base/str.h"
#include "codec/picopt.h"
#include "ops/kernel.h"

enum which { JPEG, CROP, PNG, GIF, BMP, IMAGE };

struct decode {
	enum which op;
	enum dtype t;
	int64_t channels;
	bool expand;
	struct jpeg_opt jpeg;
	struct sv in;
};

/* ---- attributes ---- */

static bool jpeg_attrs(struct op_ctx *c, struct jpeg_opt *o)
{
	struct sv method = SV("");
	int64_t ratio = 1;

	node_attr_int(c->node, "ratio", &ratio);
	if (ratio != 1 && ratio != 2 && ratio != 4 && ratio != 8)
		return op_invalid(c, "ratio must be 1, 2, 4, or 8, got %lld", (long long)ratio);
	o->ratio = (int)ratio;
	node_attr_bool(c->node, "fancy_upscaling", &o->fancy);
	node_attr_bool(c->node, "try_recover_truncated", &o->recover);
	node_attr_float(c->node, "acceptable_fraction", &o->fraction);
	node_attr_str(c->node, "dct_method", &method);
	if (method.n && !sv_is(method, "INTEGER_FAST") && !sv_is(method, "INTEGER_ACCURATE"))
		return op_invalid(c, "dct_method must be one of {'', 'INTEGER_FAST', 'INTEGER_ACCURATE'}");
	o->accurate = sv_is(method, "INTEGER_ACCURATE");
	return true;
}

static bool attrs(struct op_ctx *c, struct decode *d)
{
	static const char *const name[] = { "DecodeJpeg", "DecodeAndCropJpeg", "DecodePng", "DecodeGif", "DecodeBmp" };

	d->op = IMAGE;
	for (int i = 0; i < 5; i++)
		if (!strcmp(c->row->name, name[i]))
			d->op = (enum which)i;
	d->t = DT_UINT8;
	d->expand = true;
	d->jpeg = (struct jpeg_opt){ .ratio = 1, .fancy = true, .fraction = 1 };
	if (d->op <= CROP && !jpeg_attrs(c, &d->jpeg))
		return false;
	if (d->op == PNG || d->op == IMAGE)
		node_attr_type(c->node, "dtype", &d->t);
	node_attr_bool(c->node, "expand_animations", &d->expand);
	if (d->op == GIF)
		d->channels = 3;
	else
		node_attr_int(c->node, "channels", &d->channels);
	if (d->channels != 0 && d->channels != 1 && d->channels != 3 && d->channels != 4)
		return op_invalid(c, "`channels` must be 0, 1, 3 or 4 but got %lld", (long long)d->channels);
	return true;
}

/* ---- pixels to the wanted type ---- */

/* n bytes at from become the output's elements. */
static void put(struct tensor *out, const uint8_t *from)
{
	const float scale = (float)(1. / 255);

	if (out->dtype == DT_UINT8)
		memcpy(out->data, from, (size_t)out->n);
	else if (out->dtype == DT_UINT16)
		for (int64_t i = 0; i < out->n; i++)
			((uint16_t *)out->data)[i] = (uint16_t)(from[i] * 256);
	else
		for (int64_t i = 0; i < out->n; i++)
			((float *)out->data)[i] = (float)from[i] * scale;
}

static struct tensor *image_out(struct op_ctx *c, const struct decode *d, int64_t h, int64_t w, int64_t channels)
{
	if (d->op == GIF)
		return op_out(c, 0, d->t, 4, (int64_t[]){ 1, h, w, channels });
	return op_out(c, 0, d->t, 3, (int64_t[]){ h, w, channels });
}

/* DecodeBmp reads nothing else, DecodeAndCropJpeg only JPEG. */
static bool fits(struct op_ctx *c, const struct decode *d, const char *format, const char *lower)
{
	if (d->op == BMP)
		return op_invalid(
			c, "Trying to decode %s format using DecodeBmp op. Use `decode_%s` or `decode_image` instead.",
			format, lower);
	if (d->op == CROP && strcmp(format, "JPEG") != 0)
		return op_invalid(c, "DecodeAndCropJpeg operation can run on JPEG only, but detected %s.", format);
	return true;
}

/* A codec's error becomes TensorFlow's, unless a limit or a missing library is the cause. */
static bool broken(struct op_ctx *c, const char *fmt, long long n)
{
	if (c->err->kind == ERR_KIND_UNSUPPORTED || c->err->kind == ERR_KIND_LIMIT)
		return false;
	err_clear(c->err);
	return op_invalid(c, fmt, n);
}

/* ---- formats ---- */

static bool crop_window(struct op_ctx *c, struct jpeg_opt *o)
{
	const struct tensor *w = c->in[1];
	const int32_t *v = w->data;

	if (w->rank != 1)
		return op_invalid(c, "crop_window must be 1-D, got shape %s", op_in_shape(c, 1));
	if (w->n != 4)
		return op_invalid(c, "crop_size must have four elements %s", op_in_shape(c, 1));
	o->crop = true;
	o->y = v[0], o->x = v[1], o->h = v[2], o->w = v[3];
	return true;
}

static bool from_jpeg(struct op_ctx *c, struct decode *d)
{
	struct tensor *out;
	struct pic p;

	if (d->channels == 4)
		return op_invalid(c, "JPEG does not support 4 channels");
	if (d->op == CROP && !crop_window(c, &d->jpeg))
		return false;
	if (!fits(c, d, "JPEG", "jpeg"))
		return false;
	d->jpeg.channels = (int)d->channels;
	if (!jpeg_decode(d->in, &d->jpeg, &p, c->err))
		return broken(c, "jpeg::Uncompress failed. Invalid JPEG data or crop window.%.0lld", 0);
	out = image_out(c, d, p.h, p.w, p.channels);
	if (out)
		put(out, p.px);
	pic_free(&p);
	return out != NULL;
}

static bool from_png(struct op_ctx *c, struct decode *d)
{
	int bits = d->t == DT_UINT8 ? 8 : 16;
	const float scale = (float)(1. / 65535);
	struct tensor *out;
	struct pic p;
	bool begun;

	if (!png_decode(d->in, (int)d->channels, bits, &p, &begun, c->err)) {
		if (!begun)
			return broken(c, "Invalid PNG. Failed to initialize decoder.%.0lld", 0);
		if (!fits(c, d, "PNG", "png"))
			return false;
		return broken(c, "Invalid PNG data, size %lld", (long long)d->in.n);
	}
	out = fits(c, d, "PNG", "png") ? image_out(c, d, p.h, p.w, p.channels) : NULL;
	if (out && d->t != DT_FLOAT)
		memcpy(out->data, p.px, out->bytes);
	for (int64_t i = 0; out && d->t == DT_FLOAT && i < out->n; i++)
		((float *)out->data)[i] = (float)((const uint16_t *)(const void *)p.px)[i] * scale;
	pic_free(&p);
	return out != NULL;
}

static bool gif_error(struct op_ctx *c, const struct decode *d)
{
	struct sv why = arena_sv(c->scratch, sv_of(c->err->msg ? c->err->msg : ""));

	if (c->err->kind == ERR_KIND_LIMIT)
		return false;
	err_clear(c->err);
	return op_invalid(c, "Invalid GIF data (size %lld), %.*s", (long long)d->in.n, SV_ARG(why));
}

static bool from_gif(struct op_ctx *c, struct decode *d)
{
	struct tensor *out = NULL;
	struct pic p;
	int64_t n;

	if (d->channels != 0 && d->channels != 3)
		return op_invalid(c, "channels must be 0 or 3 for GIF, got %lld", (long long)d->channels);
	if (!fits(c, d, "GIF", "gif"))
		return false;
	if (!gif_decode(d->in, d->expand, &p, &n, c->err))
		return gif_error(c, d);
	if ((d->op == PNG || d->op == JPEG) && n > 1)
		op_invalid(c, "Got %lld frames, but animated gifs can only be decoded by tf.io.decode_gif or "
			   "tf.io.decode_image", (long long)n);
	else if (d->op == GIF || (d->op == IMAGE && d->expand))
		out = op_out(c, 0, d->t, 4, (int64_t[]){ n, p.h, p.w, p.channels });
	else
		out = op_out(c, 0, d->t, 3, (int64_t[]){ p.h, p.w, p.channels });
	if (out)
		put(out, p.px);
	pic_free(&p);
	return out != NULL;
}

struct bmp {
	int32_t header, w, h;
	int in;				/* channels of the file */
	int64_t row;
	bool top_down;
};

static int32_t le32(const char *p)
{
	const uint8_t *b = (const uint8_t *)p;

	return (int32_t)((uint32_t)b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24);
}

static bool bmp_header(struct op_ctx *c, struct sv in, struct bmp *b)
{
	int64_t height;

	if (in.n < 32)
		return op_invalid(c,
				  "Incomplete bmp content, requires at least 32 bytes to find the header size, width, "
				  "height, and bpp, got %zu bytes",
				  in.n);
	b->header = le32(in.p + 10);
	b->w = le32(in.p + 18);
	b->h = le32(in.p + 22);
	b->in = (int16_t)((uint8_t)in.p[28] | (uint8_t)in.p[29] << 8) / 8;
	if (b->in != 1 && b->in != 3 && b->in != 4)
		return op_invalid(c, "Number of channels inherent in the image must be 1, 3 or 4, was %d", b->in);
	if (b->w <= 0)
		return op_invalid(c, "Width must be positive");
	if (b->h == 0)
		return op_invalid(c, "Height must be nonzero");
	if (b->header < 0)
		return op_invalid(c, "header size must be nonnegative");
	b->top_down = b->h < 0;
	height = b->h < 0 ? -(int64_t)b->h : b->h;
	if (b->w * height >= INT32_MAX / 8)
		return op_invalid(c, "Total possible pixel bytes must be less than 2^30");
	b->h = (int32_t)height;
	b->row = ((int64_t)b->in * b->w + 3) / 4 * 4;
	if ((int64_t)in.n - b->header - b->row * height != 0)
		return op_invalid(c,
				  "Input size should match (header_size + row_size * abs_height) but they differ by %d",
				  (int)(in.n - (uint64_t)b->header - (uint64_t)(b->row * height)));
	return true;
}

static void bmp_pixel(const uint8_t *from, int in, uint8_t *to, int out)
{
	for (int k = 0; k < 3 && (k == 0 || out >= 3); k++)
		to[k] = in == 1 ? from[0] : from[2 - k];
	if (out == 4)
		to[3] = in == 4 ? from[3] : 255;
}

static bool from_bmp(struct op_ctx *c, struct decode *d)
{
	int channels = (int)d->channels;
	struct tensor *out;
	struct bmp b = { 0 };
	uint8_t *px;

	if (channels == 1)
		return op_invalid(c, "`channels` must be 0, 3 or 4 for BMP, but got 1");
	if (d->op == CROP)
		return op_invalid(c, "DecodeAndCropJpeg operation can run on JPEG only, but detected BMP.");
	if (d->op != BMP && d->op != IMAGE)
		return op_invalid(
			c,
			"Trying to decode BMP format using a wrong op. Use `decode_bmp` or `decode_image` instead. "
			"Op used: %s",
			c->row->name);
	if (!bmp_header(c, d->in, &b))
		return false;
	channels = channels ? channels : b.in;
	out = op_out(c, 0, d->t, 3, (int64_t[]){ b.h, b.w, channels });
	px = out ? op_temp(c, (size_t)out->n) : NULL;
	if (!px)
		return false;
	for (int64_t y = 0; y < b.h; y++)
		for (int64_t x = 0; x < b.w; x++)
			bmp_pixel((const uint8_t *)d->in.p + b.header + (b.top_down ? y : b.h - 1 - y) * b.row +
					  x * b.in,
				  b.in, px + (y * b.w + x) * channels, channels);
	put(out, px);
	return true;
}

static bool run_decode(struct op_ctx *c)
{
	struct decode d = { 0 };

	if (!attrs(c, &d))
		return false;
	if (c->in[0]->rank != 0)
		return op_invalid(c, "`contents` must be scalar but got shape%s", op_in_shape(c, 0));
	d.in = tensor_str(c->in[0], 0);
	if (!d.in.n)
		return op_invalid(c, "Input is empty.");
	if (sv_starts(d.in, SV("\xff\xd8\xff")))
		return from_jpeg(c, &d);
	if (sv_starts(d.in, SV("\x89PNG\r\n\x1a\n")))
		return from_png(c, &d);
	if (sv_starts(d.in, SV("GIF8")))
		return from_gif(c, &d);
	if (sv_starts(d.in, SV("BM")))
		return from_bmp(c, &d);
	return op_invalid(c, "Unknown image file format. One of JPEG, PNG, GIF, BMP required.");
}

static bool run_shape(struct op_ctx *c)
{
	enum dtype t = DT_INT32;
	struct tensor *out;
	struct pic p;

	node_attr_type(c->node, "output_type", &t);
	if (c->in[0]->rank != 0)
		return op_invalid(c, "contents must be scalar, got shape %s", op_in_shape(c, 0));
	if (!jpeg_header(tensor_str(c->in[0], 0), &p, c->err))
		return broken(c, "Invalid JPEG data, size %lld", (long long)tensor_str(c->in[0], 0).n);
	out = op_out(c, 0, t, 1, (int64_t[]){ 3 });
	for (int i = 0; out && i < 3; i++) {
		int v = i == 0 ? p.h : i == 1 ? p.w : p.channels;

		if (t == DT_INT64)
			((int64_t *)out->data)[i] = v;
		else
			((int32_t *)out->data)[i] = v;
	}
	return out != NULL;
}

/* ---- encoding ---- */

static bool string_out(struct op_ctx *c, struct str *s)
{
	struct tensor *out = op_out(c, 0, DT_STRING, 0, NULL);
	bool ok = out && tensor_str_set(out, 0, str_sv(s), c->err);

	str_free(s);
	return ok;
}

static bool enc_attrs(struct op_ctx *c, struct jpeg_enc *e, int64_t *channels)
{
	struct sv format = SV(""), unit = SV("in");
	int64_t quality = 95, x = 300, y = 300;

	e->downsample = true;
	node_attr_str(c->node, "format", &format);
	node_attr_int(c->node, "quality", &quality);
	node_attr_bool(c->node, "progressive", &e->progressive);
	node_attr_bool(c->node, "optimize_size", &e->optimize);
	node_attr_bool(c->node, "chroma_downsampling", &e->downsample);
	node_attr_str(c->node, "density_unit", &unit);
	node_attr_int(c->node, "x_density", &x);
	node_attr_int(c->node, "y_density", &y);
	node_attr_str(c->node, "xmp_metadata", &e->xmp);
	*channels = sv_is(format, "grayscale") ? 1 : sv_is(format, "rgb") ? 3 : 0;
	if (!*channels && format.n)
		return op_invalid(c, "format must be '', grayscale or rgb, got %.*s", SV_ARG(format));
	if (quality < 0 || quality > 100)
		return op_invalid(c, "quality must be in [0,100], got %lld", (long long)quality);
	if (!sv_is(unit, "in") && !sv_is(unit, "cm"))
		return op_invalid(c, "density_unit must be 'in' or 'cm'%.*s", SV_ARG(unit));
	e->quality = (int)quality;
	e->density_unit = sv_is(unit, "in") ? 1 : 2;
	e->x_density = (int)x;
	e->y_density = (int)y;
	return true;
}

static bool run_encode_jpeg(struct op_ctx *c)
{
	static const char *const name[] = { "", "grayscale", "", "rgb" };
	const struct tensor *x = c->in[0];
	struct jpeg_enc e = { 0 };
	struct str s = STR_INIT;
	int64_t channels;

	if (!enc_attrs(c, &e, &channels))
		return false;
	if (x->rank != 3)
		return op_invalid(c, "image must be 3-dimensional%s", op_in_shape(c, 0));
	if (x->n >= INT32_MAX)
		return op_invalid(c, "Cannot encode images with >= max int32 elements");
	if (c->n_in > 1) {		/* EncodeJpegVariableQuality */
		if (c->in[1]->rank != 0)
			return op_invalid(c, "quality must be scalar: %s", op_in_shape(c, 1));
		e.quality = (int)tensor_get_i64(c->in[1], 0);
		if (e.quality < 0 || e.quality > 100)
			return op_invalid(c, "quality must be in [0,100], got %d", e.quality);
	}
	if (!channels && x->dim[2] != 1 && x->dim[2] != 3)
		return op_invalid(c, "image must have 1 or 3 channels, got %s", op_in_shape(c, 0));
	if (channels && channels != x->dim[2])
		return op_invalid(c, "format %s expects %lld channels, got %s", name[channels], (long long)channels,
				  op_in_shape(c, 0));
	if (x->dim[0] <= 0 || x->dim[1] <= 0 || x->dim[0] > 65500 || x->dim[1] > 65500 ||
	    !jpeg_encode(x->data, (int)x->dim[1], (int)x->dim[0], (int)x->dim[2], &e, &s, c->err)) {
		str_free(&s);
		if (c->err->kind == ERR_KIND_UNSUPPORTED)
			return false;
		err_clear(c->err);
		return op_fail(c, ERR_INTERNAL, "JPEG encoding failed");
	}
	return string_out(c, &s);
}

/* Every picture of the leading dimensions; the string has their shape. */
static bool encode_pngs(struct op_ctx *c, const struct tensor *x, int64_t level)
{
	const int64_t *hwc = x->dim + x->rank - 3;
	size_t each = (size_t)(hwc[0] * hwc[1] * hwc[2]) * dtype_info(x->dtype)->size;
	struct tensor *out = op_out(c, 0, DT_STRING, x->rank - 3, x->dim);
	struct str s = STR_INIT;
	bool ok = out != NULL;

	for (int64_t i = 0; ok && i < out->n; i++) {
		str_clear(&s);
		if (!each || !png_encode((const char *)x->data + (size_t)i * each, (int)hwc[1], (int)hwc[0],
					 (int)hwc[2], (int)dtype_info(x->dtype)->size * 8, (int)level, &s, c->err)) {
			ok = c->err->kind == ERR_KIND_UNSUPPORTED
				     ? false
				     : (err_clear(c->err),
					op_fail(c, ERR_INTERNAL,
						"PNG encoding failed at the following flattened batch indices: %lld",
						(long long)i));
			break;
		}
		ok = tensor_str_set(out, i, str_sv(&s), c->err);
	}
	str_free(&s);
	return ok;
}

static bool run_encode_png(struct op_ctx *c)
{
	const struct tensor *x = c->in[0];
	int64_t level = -1;

	node_attr_int(c->node, "compression", &level);
	if (level < -1 || level > 9)
		return op_invalid(c, "compression should be in [-1,9], got %lld", (long long)level);
	if (x->rank < 3)
		return op_invalid(c, "images must be at least rank 3%s", op_in_shape(c, 0));
	if (x->n >= INT32_MAX)
		return op_invalid(c, "Cannot encode images with >= max int32 elements");
	if (x->dim[x->rank - 1] < 1 || x->dim[x->rank - 1] > 4)
		return op_invalid(c, "image must have 1, 2, 3, or 4 channels, got %lld",
				  (long long)x->dim[x->rank - 1]);
	return encode_pngs(c, x, level);
}

#define DM_PIXEL (DM(DT_UINT8) | DM(DT_UINT16))
static const struct op_row rows[] = {
	{ .name = "DecodeAndCropJpeg", .n_in = 2, .n_out = 1, .run = run_decode },
	{ .name = "DecodeBmp", .n_in = 1, .n_out = 1, .run = run_decode },
	{ .name = "DecodeGif", .n_in = 1, .n_out = 1, .run = run_decode },
	{ .name = "DecodeImage",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "dtype", DM_PIXEL | DM(DT_FLOAT) } },
	  .run = run_decode },
	{ .name = "DecodeJpeg", .n_in = 1, .n_out = 1, .run = run_decode },
	{ .name = "DecodePng", .n_in = 1, .n_out = 1, .types = { { "dtype", DM_PIXEL } }, .run = run_decode },
	{ .name = "EncodeJpeg", .n_in = 1, .n_out = 1, .run = run_encode_jpeg },
	{ .name = "EncodeJpegVariableQuality", .n_in = 2, .n_out = 1, .run = run_encode_jpeg },
	{ .name = "EncodePng", .n_in = 1, .n_out = 1, .types = { { "T", DM_PIXEL } }, .run = run_encode_png },
	{ .name = "ExtractJpegShape",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "output_type", DM_INDEX } },
	  .run = run_shape },
};

OP_FAMILY(family_picture, rows);
