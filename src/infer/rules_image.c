/* Pictures: decoding, resizing, cropping, boxes, sound. */
#include "infer/inside.h"

#include <string.h>

static void resize(struct rule_ctx *c)
{
	struct ishape in, size;
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);

	if (!rule_rank(c, 0, 4, &in) || !rule_rank(c, 1, 1, &size))
		return;
	if ((v && n != 2) || (!v && idim_known(size.dim[0]) && size.dim[0] != 2)) {
		rule_bad(c, 1, 0, "Dimension must be 2 but is %lld", (long long)(v ? (int64_t)n : size.dim[0]));
		return;
	}
	rule_dims(c, 0, 4, in.dim[0], v ? v[0] : rule_new(c), v ? v[1] : rule_new(c), in.dim[3]);
}

static void quantized_resize(struct rule_ctx *c)
{
	resize(c);
	rule_scalar(c, 1);
	rule_scalar(c, 2);
}

static void crop_and_resize(struct rule_ctx *c)
{
	struct ishape in, boxes, size;
	uint32_t n;
	const idim *v = rule_value(c, 3, &n);
	idim many;

	if (!rule_rank(c, 0, 4, &in) || !rule_rank(c, 1, 2, &boxes) || !rule_rank(c, 2, 1, &size) ||
	    !rule_merge_dim(c, 2, 0, boxes.dim[0], size.dim[0], &many))
		return;
	if (v && n != 2) {
		rule_bad(c, 3, 0, "Dimension must be 2 but is %u", n);
		return;
	}
	rule_dims(c, 0, 4, many, v ? v[0] : rule_new(c), v ? v[1] : rule_new(c), in.dim[3]);
}

static void glimpse(struct rule_ctx *c)
{
	struct ishape in, offsets;
	uint32_t n;
	const idim *v = rule_value(c, 1, &n);
	idim many;

	if (!rule_rank(c, 0, 4, &in) || !rule_rank(c, 2, 2, &offsets) ||
	    !rule_merge_dim(c, 2, 0, in.dim[0], offsets.dim[0], &many))
		return;
	v = v && n == 2 ? v : NULL;
	rule_dims(c, 0, 4, many, v ? v[0] : rule_new(c), v ? v[1] : rule_new(c), in.dim[3]);
}

static void projective(struct rule_ctx *c)
{
	struct ishape in;
	uint32_t n;
	const idim *v = rule_value(c, 2, &n);

	if (!rule_rank(c, 0, 4, &in))
		return;
	v = v && n == 2 ? v : NULL;
	rule_dims(c, 0, 4, in.dim[0], v ? v[0] : rule_new(c), v ? v[1] : rule_new(c), in.dim[3]);
}

/* channels 0: as the file has them. */
static void decode(struct rule_ctx *c)
{
	int64_t channels = rule_attr(c, "channels", 0);

	rule_dims(c, 0, 3, rule_new(c), rule_new(c), channels > 0 ? channels : rule_new(c));
}

static void decode_and_crop(struct rule_ctx *c)
{
	int64_t channels = rule_attr(c, "channels", 0);
	uint32_t n;
	const idim *window = rule_value(c, 1, &n);	/* y, x, height, width */

	window = window && n == 4 ? window : NULL;
	rule_dims(c, 0, 3, window ? window[2] : rule_new(c), window ? window[3] : rule_new(c),
		  channels > 0 ? channels : rule_new(c));
}

static void decode_image(struct rule_ctx *c)
{
	int64_t channels = rule_attr(c, "channels", 0);

	if (!rule_flag(c, "expand_animations"))
		rule_dims(c, 0, 3, rule_new(c), rule_new(c), channels > 0 ? channels : rule_new(c));
}

static void encode_png(struct rule_ctx *c)
{
	struct ishape s = rule_in(c, 0);

	if (s.rank >= 0 && rule_min_rank(c, 0, 3))
		rule_out(c, 0, ishape_part(s, 0, s.rank - 3));
}

static void suppress_padded(struct rule_ctx *c)
{
	bool pad = rule_flag(c, "pad_to_max_output_size");
	idim n = pad ? rule_size(c, (uint32_t)c->row->p) : rule_new(c);

	rule_vec(c, 0, n);
	if (c->n_out == 3)
		rule_vec(c, 1, n);
	rule_scalar(c, c->n_out - 1);
}

static void combined(struct rule_ctx *c)
{
	struct ishape boxes, scores;
	idim batch, n, each = rule_size(c, 2), total = rule_size(c, 3);
	int64_t classes;

	if (!rule_rank(c, 0, 4, &boxes) || !rule_rank(c, 1, 3, &scores) ||
	    !rule_merge_dim(c, 1, 0, boxes.dim[0], scores.dim[0], &batch))
		return;
	n = total;
	if (rule_flag(c, "pad_per_class")) {
		n = rule_new(c);
		classes = idim_known(scores.dim[2]) ? scores.dim[2] : -1;
		if (idim_known(each) && idim_known(total) && classes >= 0)
			n = sym_min(&c->inf->syms, total, sym_mul(&c->inf->syms, each, classes));
	}
	rule_dims(c, 0, 3, batch, n, (idim)4);
	rule_dims(c, 1, 2, batch, n);
	rule_dims(c, 2, 2, batch, n);
	rule_vec(c, 3, batch);
}

static void spectrogram(struct rule_ctx *c)
{
	struct ishape in;
	int64_t window = rule_attr(c, "window_size", 0), stride = rule_attr(c, "stride", 0), bins = 1;
	struct syms *s = &c->inf->syms;
	idim rows;

	if (!rule_rank(c, 0, 2, &in) || window < 2 || stride < 1 || window > INT32_MAX)
		return;
	while (bins < window)
		bins *= 2;
	rows = idim_known(in.dim[0]) && in.dim[0] < window ? 0
		: sym_add(s, sym_div(s, sym_sub(s, in.dim[0], window), stride), 1);
	rule_dims(c, 0, 3, in.dim[1], rows, bins / 2 + 1);
}

static void mfcc(struct rule_ctx *c)
{
	struct ishape in;

	if (rule_rank(c, 0, 3, &in))
		rule_dims(c, 0, 3, in.dim[0], in.dim[1], (idim)rule_attr(c, "dct_coefficient_count", 13));
}

static void decode_wav(struct rule_ctx *c)
{
	int64_t samples = rule_attr(c, "desired_samples", -1), channels = rule_attr(c, "desired_channels", -1);

	rule_dims(c, 0, 2, samples >= 0 ? samples : rule_new(c), channels >= 0 ? channels : rule_new(c));
	rule_scalar(c, 1);
}

RULES(image,
	RULE("ResizeArea", resize),
	RULE("ResizeBicubic", resize),
	RULE("ResizeBilinear", resize),
	RULE("QuantizedResizeBilinear", quantized_resize),
	RULE("ResizeNearestNeighbor", resize),
	RULE("ResizeNearestNeighborGrad", resize),
	RULE("ScaleAndTranslate", resize),
	CHECK("CropAndResize", crop_and_resize, "[?,?,?,?] [n,4] [n] [2]", 0),
	CHECK("ExtractGlimpse", glimpse, "[?,?,?,?] [2] [?,2]", 0),
	CHECK("ExtractGlimpseV2", glimpse, "[?,?,?,?] [2] [?,2]", 0),
	RULE("ImageProjectiveTransformV2", projective),
	RULE("ImageProjectiveTransformV3", projective),
	FORM("AdjustContrastv2", "[*b,h,w,c] -> [*b,h,w,c]"),
	FORM("AdjustHue", "[*b,h,w,c] -> [*b,h,w,c]"),
	FORM("AdjustSaturation", "[*b,h,w,c] -> [*b,h,w,c]"),
	FORM("HSVToRGB", "[*b,3] -> [*b,3]"),
	FORM("RGBToHSV", "[*b,3] -> [*b,3]"),
	FORM("DrawBoundingBoxes", "[n,h,w,c] [n,b,4] -> [n,h,w,c]"),
	FORM("DrawBoundingBoxesV2", "[n,h,w,c] [n,b,4] -> [n,h,w,c]"),
	CHECK("DecodeJpeg", decode, "[]", 0),
	RULE("DecodePng", decode),
	CHECK("DecodeBmp", decode, "[]", 0),
	CHECK("DecodeAndCropJpeg", decode_and_crop, "[] [4]", 0),
	RULE("DecodeImage", decode_image),
	FORM("DecodeGif", "[] -> [?,?,?,3]"),
	FORM("EncodeJpeg", "[?,?,?] -> []"),
	FORM("EncodeJpegVariableQuality", "[?,?,?] [] -> []"),
	CHECK("EncodePng", encode_png, "[*b,?,?,?]", 0),
	FORM("ExtractJpegShape", "[] -> [3]"),
	FORM("NonMaxSuppression", "[n,4] [n] [] -> [k]"),
	FORM("NonMaxSuppressionV2", "[n,4] [n] [] [] -> [k]"),
	FORM("NonMaxSuppressionV3", "[n,4] [n] [] [] [] -> [k]"),
	CHECK("NonMaxSuppressionV4", suppress_padded, "[n,4] [n] [] [] []", 2),
	CHECK("NonMaxSuppressionV5", suppress_padded, "[n,4] [n] [] [] [] []", 2),
	FORM("NonMaxSuppressionWithOverlaps", "[n,n] [n] [] [] [] -> [k]"),
	CHECK("CombinedNonMaxSuppression", combined, "[?,?,?,4] [?,?,?] [] [] [] []", 0),
	RULE("AudioSpectrogram", spectrogram),
	CHECK("Mfcc", mfcc, "[?,?,?] []", 0),
	CHECK("DecodeWav", decode_wav, "[]", 0),
	FORM("EncodeWav", "[n,c] [] -> []"));
