/* Strings as bytes: base64, DecodeRaw, DecodePaddedRaw. */
#include <string.h>

#include "ops/text.h"

/* ---- base64, the web-safe alphabet ---- */

static const char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

static bool encode(struct op_ctx *c, struct sv s, struct str *out)
{
	bool pad = false;

	node_attr_bool(c->node, "pad", &pad);
	for (size_t i = 0; i < s.n; i += 3) {
		size_t k = s.n - i < 3 ? s.n - i : 3;
		uint32_t v = (uint32_t)(unsigned char)s.p[i] << 16;

		v |= k > 1 ? (uint32_t)(unsigned char)s.p[i + 1] << 8 : 0;
		v |= k > 2 ? (unsigned char)s.p[i + 2] : 0;
		for (size_t j = 0; j <= k; j++)
			str_addc(out, alphabet[v >> (18 - 6 * j) & 63]);
		if (pad)
			str_addn(out, '=', 3 - k);
	}
	return true;
}

static int value_of(char ch)
{
	const char *p = ch ? strchr(alphabet, ch) : NULL;

	return p ? (int)(p - alphabet) : -1;
}

static bool decode(struct op_ctx *c, struct sv s, struct str *out)
{
	uint32_t v = 0;

	/* padding counts only where it makes whole fours */
	if (s.n && s.n % 4 == 0 && s.p[s.n - 1] == '=')
		s.n -= s.p[s.n - 2] == '=' ? 2 : 1;
	for (size_t i = 0; i < s.n; i++) {
		int d = value_of(s.p[i]);

		if (i == s.n - 1 && i % 4 == 0)
			return op_invalid(c, "Base64 string length cannot be 1 modulo 4.");
		if (d < 0)
			return op_invalid(c, "Invalid character found in base64.");
		v = v << 6 | (uint32_t)d;
		if (i % 4 == 3)
			for (int k = 16; k >= 0; k -= 8)
				str_addc(out, (char)(v >> k));
	}
	if (s.n % 4 == 2)
		str_addc(out, (char)(v >> 4));
	if (s.n % 4 == 3) {
		str_addc(out, (char)(v >> 10));
		str_addc(out, (char)(v >> 2));
	}
	return true;
}

static bool run_encode(struct op_ctx *c)
{
	return text_map(c, encode);
}

static bool run_decode(struct op_ctx *c)
{
	return text_map(c, decode);
}

/* ---- raw ---- */

/* Turns the bytes of each number around; a complex one is two. */
static void swap(void *p, size_t bytes, enum dtype t)
{
	size_t size = dtype_info(t)->size / (dtype_info(t)->kind == DK_COMPLEX ? 2 : 1);
	uint8_t *b = p, x;

	for (size_t i = 0; i + size <= bytes; i += size)
		for (size_t k = 0; k < size / 2; k++) {
			x = b[i + k];
			b[i + k] = b[i + size - 1 - k];
			b[i + size - 1 - k] = x;
		}
}

static void to_native(struct op_ctx *c, struct tensor *out)
{
	bool little = true;

	node_attr_bool(c->node, "little_endian", &little);
	if (!little)
		swap(out->data, out->bytes, out->dtype);
	for (int64_t i = 0; out->dtype == DT_BOOL && i < out->n; i++)
		((uint8_t *)out->data)[i] = ((uint8_t *)out->data)[i] != 0;
}

static bool run_raw(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	enum dtype t = DT_INVALID;
	int64_t *dim = op_dims(c, in, 1);
	size_t each = in->n ? tensor_str(in, 0).n : 0, size;
	struct tensor *out;

	node_attr_type(c->node, "out_type", &t);
	size = dtype_info(t)->size;
	for (int64_t i = 1; i < in->n; i++)
		if (tensor_str(in, i).n != each)
			return op_invalid(c,
					  "DecodeRaw requires input strings to all be the same "
					  "size, but element "
					  "%lld has size %zu != %zu",
					  (long long)i, each, tensor_str(in, i).n);
	if (each % size)
		return op_invalid(c,
				  "Input to DecodeRaw has length %zu that is not a multiple of "
				  "%zu, the size of %s",
				  each, size, dtype_text(t));
	dim[in->rank] = (int64_t)(each / size);
	out = op_out(c, 0, t, in->rank + 1, dim);
	if (!out)
		return false;
	for (int64_t i = 0; i < in->n && each; i++)
		memcpy((char *)out->data + (size_t)i * each, tensor_str(in, i).p, each);
	to_native(c, out);
	return true;
}

static bool run_padded_raw(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	enum dtype t = DT_INVALID;
	int64_t *dim = op_dims(c, in, 1), len, size;
	struct tensor *out;

	node_attr_type(c->node, "out_type", &t);
	size = dtype_info(t)->size;
	if (c->in[1]->rank != 0)
		return op_invalid(c, "k must be scalar, got shape %s", op_in_shape(c, 1));
	len = tensor_get_i64(c->in[1], 0);
	if (len <= 0)
		return op_invalid(c, "fixed_length (%lld) must be greater than zero.",
				  (long long)len);
	if (len % size)
		return op_invalid(
			c, "fixed_length (%lld) must be a multiple of the size of out_type (%lld)",
			(long long)len, (long long)size);
	dim[in->rank] = len / size;
	if (!in->n)
		dim[in->rank] = len / size;
	out = op_out(c, 0, t, in->rank + 1, dim);
	if (!out)
		return false;
	memset(out->data, 0, out->bytes);
	for (int64_t i = 0; i < in->n; i++) {
		struct sv s = tensor_str(in, i);

		if (s.n)
			memcpy((char *)out->data + i * len, s.p,
			       s.n < (size_t)len ? s.n : (size_t)len);
	}
	to_native(c, out);
	return true;
}

static const struct op_row rows[] = {
	{ .name = "EncodeBase64", .n_in = 1, .n_out = 1, .run = run_encode },
	{ .name = "DecodeBase64", .n_in = 1, .n_out = 1, .run = run_decode },
	{ .name = "DecodeRaw",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "out_type", DM_FLOATS | DM_INTS | DM(DT_UINT8) | DM(DT_UINT16) | DM_COMPLEX |
					   DM(DT_BOOL) } },
	  .run = run_raw },
	{ .name = "DecodePaddedRaw",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "out_type",
		       (DM_FLOATS & ~DM(DT_HALF)) | DM_INTS | DM(DT_UINT8) | DM(DT_UINT16) } },
	  .run = run_padded_raw },
};

OP_FAMILY(family_string_bytes, rows);
