/* Unicode ops: UnicodeDecode, UnicodeDecodeWithOffsets, UnicodeEncode, UnicodeTranscode,
 * UnicodeScript. */
#include <string.h>

#include "base/vec.h"
#include "ops/text.h"
#include "ops/unicode.h"

/* ---- how errors are treated ---- */

struct on_error {
	bool strict, ignore, controls;
	int32_t subst;
};

static bool error_attrs(struct op_ctx *c, struct on_error *o)
{
	struct sv e = SV("replace");
	int64_t subst = UNICODE_BAD;

	node_attr_str(c->node, "errors", &e);
	node_attr_int(c->node, "replacement_char", &subst);
	node_attr_bool(c->node, "replace_control_characters", &o->controls);
	o->strict = sv_is(e, "strict");
	o->ignore = sv_is(e, "ignore");
	if (subst < 0 || subst > UNICODE_MAX)
		return op_invalid(c, "replacement_char out of unicode codepoint range");
	o->subst = (int32_t)subst;
	return true;
}

static bool input_encoding(struct op_ctx *c, enum encoding *e)
{
	struct sv name = SV("");

	node_attr_str(c->node, "input_encoding", &name);
	*e = encoding_of(name);
	return *e != ENC_NONE ||
	       op_invalid(c, "Could not create converter for input encoding: %.*s", SV_ARG(name));
}

/* Walks a string; fn gets each character that is left once errors are treated, and where it began.
 */
static bool walk(struct op_ctx *c, const struct on_error *o, enum encoding *e, struct sv s,
		 void (*fn)(void *ctx, int32_t cp, size_t at), void *ctx)
{
	for (size_t at = 0, from; at < s.n;) {
		int32_t cp;

		from = at;
		cp = encoding_next(e, s, &at);
		if (cp == -2)
			break;
		if (cp < 0 && o->strict)
			return op_invalid(c, "Invalid formatting on input string");
		if (cp < 0 || (o->controls && cp <= 0x1F)) {
			if (o->ignore)
				continue;
			cp = o->subst;
		}
		fn(ctx, cp, from);
	}
	return true;
}

/* ---- decode ---- */

struct decoded {
	VEC(int32_t) cp;
	VEC(int64_t) at;
};

static void decoded_add(void *ctx, int32_t cp, size_t at)
{
	struct decoded *d = ctx;

	vec_push(&d->cp, cp);
	vec_push(&d->at, (int64_t)at);
}

static bool decode_give(struct op_ctx *c, const struct decoded *d, bool offsets)
{
	int64_t n = (int64_t)d->cp.n, dim[1] = { n };
	struct tensor *cp = op_out(c, 1, DT_INT32, 1, dim);
	struct tensor *at = cp && offsets ? op_out(c, 2, DT_INT64, 1, dim) : NULL;

	if (!cp || (offsets && !at))
		return false;
	if (n)
		memcpy(cp->data, d->cp.p, (size_t)n * 4);
	if (n && at)
		memcpy(at->data, d->at.p, (size_t)n * 8);
	return true;
}

static bool decode(struct op_ctx *c, bool offsets)
{
	const struct tensor *in = c->in[0];
	int64_t dim[1] = { in->n + 1 };
	enum dtype t = DT_INT64;
	struct decoded d = { { 0 }, { 0 } };
	struct on_error o = { 0 };
	struct tensor *splits;
	enum encoding e;
	bool ok;

	node_attr_type(c->node, "Tsplits", &t);
	if (!error_attrs(c, &o) || !input_encoding(c, &e))
		return false;
	splits = op_out(c, 0, t, 1, dim);
	ok = splits != NULL;
	if (ok)
		tensor_set_i64(splits, 0, 0);
	for (int64_t i = 0; ok && i < in->n; i++) {
		ok = walk(c, &o, &e, tensor_str(in, i), decoded_add, &d) &&
		     (i % 1024 || c->world->go_on(c->world_ctx, c->err));
		tensor_set_i64(splits, i + 1, (int64_t)d.cp.n);
	}
	ok = ok && decode_give(c, &d, offsets);
	vec_free(&d.cp);
	vec_free(&d.at);
	return ok;
}

static bool run_decode(struct op_ctx *c)
{
	return decode(c, false);
}

static bool run_decode_offsets(struct op_ctx *c)
{
	return decode(c, true);
}

/* ---- encode ---- */

static bool output_encoding(struct op_ctx *c, enum encoding *e)
{
	struct sv name = SV("");

	node_attr_str(c->node, "output_encoding", &name);
	*e = encoding_of(name);
	return *e == ENC_UTF8 || *e == ENC_UTF16BE || *e == ENC_UTF32BE ||
	       op_invalid(c, "Invalid encoding %.*s", SV_ARG(name));
}

/* Neither a surrogate nor one of the 66 that never will be characters. */
static bool is_character(int32_t cp)
{
	return cp >= 0 && cp <= UNICODE_MAX && !(cp >= 0xD800 && cp <= 0xDFFF) &&
	       !(cp >= 0xFDD0 && cp <= 0xFDEF) && (cp & 0xFFFE) != 0xFFFE;
}

static bool encode_row(struct op_ctx *c, const struct on_error *o, enum encoding e, int64_t from,
		       int64_t to, struct str *out)
{
	for (int64_t i = from; i < to; i++) {
		int32_t cp = ((const int32_t *)c->in[0]->data)[i];

		if (!is_character(cp)) {
			if (o->strict)
				return op_invalid(c, "Code point is out of range for Unicode, or a "
						     "noncharacter.");
			if (o->ignore && (cp < 0 || cp > UNICODE_MAX))
				continue;
			if (!o->ignore)
				cp = o->subst;
		}
		encoding_add(e, out, cp);
	}
	return true;
}

static bool splits_ok(struct op_ctx *c, const struct tensor *values, const struct tensor *splits)
{
	int64_t prev = 0;

	if (splits->rank != 1 || values->rank > 1)
		return op_invalid(c, "input_values and input_splits must be vectors, got %s and %s",
				  op_in_shape(c, 0), op_in_shape(c, 1));
	if (splits->n == 0)
		return op_invalid(c, "Input_splits should contain elements, but given input_values "
				     "has 0 elements");
	if (tensor_get_i64(splits, 0) != 0)
		return op_invalid(c, "First value in input_splits must be zero.");
	if (tensor_get_i64(splits, splits->n - 1) != values->n)
		return op_invalid(
			c, "Last value in input_splits must be equal to length of input_tensor.");
	for (int64_t i = 1; i < splits->n; i++) {
		int64_t v = tensor_get_i64(splits, i);

		if (v < prev)
			return op_invalid(
				c, "Values in input_splits must be equal or in ascending order.");
		if (v > values->n)
			return op_invalid(c, "Values in input_splits must be less than or equal to "
					     "input_tensor length.");
		prev = v;
	}
	return true;
}

static bool run_encode(struct op_ctx *c)
{
	const struct tensor *splits = c->in[1];
	struct on_error o = { 0 };
	struct str s = STR_INIT;
	struct tensor *out;
	enum encoding e;
	int64_t dim[1];
	bool ok;

	if (!error_attrs(c, &o) || !output_encoding(c, &e) || !splits_ok(c, c->in[0], splits))
		return false;
	dim[0] = splits->n - 1;
	out = op_out(c, 0, DT_STRING, 1, dim);
	ok = out != NULL;
	for (int64_t i = 0; ok && i < dim[0]; i++) {
		str_clear(&s);
		ok = encode_row(c, &o, e, tensor_get_i64(splits, i), tensor_get_i64(splits, i + 1),
				&s) &&
		     tensor_str_set(out, i, str_sv(&s), c->err);
	}
	str_free(&s);
	return ok;
}

/* ---- transcode ---- */

struct transcoder {
	struct on_error o;
	enum encoding from, to;
	struct str *out;
};

static void transcode_add(void *ctx, int32_t cp, size_t at)
{
	struct transcoder *t = ctx;

	(void)at;
	encoding_add(t->to, t->out, cp);
}

static bool run_transcode(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct tensor *out = op_out_like(c, 0, in);
	struct str s = STR_INIT;
	struct transcoder t = { .out = &s };
	bool ok = out && error_attrs(c, &t.o) && output_encoding(c, &t.to) &&
		  input_encoding(c, &t.from);

	for (int64_t i = 0; ok && i < in->n; i++) {
		str_clear(&s);
		ok = walk(c, &t.o, &t.from, tensor_str(in, i), transcode_add, &t) &&
		     tensor_str_set(out, i, str_sv(&s), c->err) &&
		     (i % 1024 || c->world->go_on(c->world_ctx, c->err));
	}
	str_free(&s);
	return ok;
}

static bool run_script(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct tensor *out = op_out_like(c, 0, in);

	for (int64_t i = 0; out && i < in->n; i++)
		((int32_t *)out->data)[i] = unicode_script(((const int32_t *)in->data)[i]);
	return out != NULL;
}

static const struct op_row rows[] = {
	{ .name = "UnicodeDecode",
	  .n_in = 1,
	  .n_out = 2,
	  .types = { { "Tsplits", DM_INDEX } },
	  .run = run_decode },
	{ .name = "UnicodeDecodeWithOffsets",
	  .n_in = 1,
	  .n_out = 3,
	  .types = { { "Tsplits", DM_INDEX } },
	  .run = run_decode_offsets },
	{ .name = "UnicodeEncode",
	  .n_in = 2,
	  .n_out = 1,
	  .types = { { "Tsplits", DM_INDEX } },
	  .run = run_encode },
	{ .name = "UnicodeTranscode", .n_in = 1, .n_out = 1, .run = run_transcode },
	{ .name = "UnicodeScript", .n_in = 1, .n_out = 1, .run = run_script },
};

OP_FAMILY(family_string_unicode, rows);
