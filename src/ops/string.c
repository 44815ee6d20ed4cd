/* Strings one at a time: case, blanks, length, parts, joins. */
#include <string.h>

#include "ops/text.h"
#include "ops/unicode.h"

/* ---- case and blanks ---- */

static bool case_encoding(struct op_ctx *c, bool *utf8)
{
	struct sv e = SV("");

	node_attr_str(c->node, "encoding", &e);
	*utf8 = sv_is(e, "utf-8");
	return !e.n || *utf8 ||
	       op_invalid(c, "only utf-8 or '' (no encoding) is supported, received %.*s",
			  SV_ARG(e));
}

static bool lower_ascii(struct op_ctx *c, struct sv s, struct str *out)
{
	(void)c;
	str_add(out, s);
	for (size_t i = 0; i < out->n; i++)
		if (out->p[i] >= 'A' && out->p[i] <= 'Z')
			out->p[i] = (char)(out->p[i] + 32);
	return true;
}

static bool upper_ascii(struct op_ctx *c, struct sv s, struct str *out)
{
	(void)c;
	str_add(out, s);
	for (size_t i = 0; i < out->n; i++)
		if (out->p[i] >= 'a' && out->p[i] <= 'z')
			out->p[i] = (char)(out->p[i] - 32);
	return true;
}

static bool lower_utf8(struct op_ctx *c, struct sv s, struct str *out)
{
	(void)c;
	unicode_lower(s, out);
	return true;
}

static bool upper_utf8(struct op_ctx *c, struct sv s, struct str *out)
{
	(void)c;
	unicode_upper(s, out);
	return true;
}

static bool run_lower(struct op_ctx *c)
{
	bool utf8;

	return case_encoding(c, &utf8) && text_map(c, utf8 ? lower_utf8 : lower_ascii);
}

static bool run_upper(struct op_ctx *c)
{
	bool utf8;

	return case_encoding(c, &utf8) && text_map(c, utf8 ? upper_utf8 : upper_ascii);
}

static bool strip(struct op_ctx *c, struct sv s, struct str *out)
{
	(void)c;
	str_add(out, text_trimmed(s));
	return true;
}

static bool run_strip(struct op_ctx *c)
{
	return text_map(c, strip);
}

/* ---- length ---- */

static bool unit_attr(struct op_ctx *c, bool *chars)
{
	struct sv unit = SV("BYTE");

	node_attr_str(c->node, "unit", &unit);
	*chars = sv_is(unit, "UTF8_CHAR");
	return *chars || sv_is(unit, "BYTE") ||
	       op_invalid(c,
			  "Value for attr 'unit' of \"%.*s\" is not in the list of allowed values: "
			  "\"BYTE\", \"UTF8_CHAR\"",
			  SV_ARG(unit));
}

static bool run_length(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	struct tensor *out = op_out(c, 0, DT_INT32, in->rank, in->dim);
	bool chars;

	if (!out || !unit_attr(c, &chars))
		return false;
	for (int64_t i = 0; i < in->n; i++) {
		struct sv s = tensor_str(in, i);

		((int32_t *)out->data)[i] = (int32_t)(chars ? utf8_count(s) : (int64_t)s.n);
	}
	return true;
}

/* ---- substr ---- */

/* Moves at n characters on; false when there are not so many. */
static bool chars_forward(struct sv s, int64_t n, size_t *at)
{
	int64_t k = 0;

	for (; k < n && *at < s.n; k++)
		do
			++*at;
		while (*at < s.n && utf8_trail(s.p[*at]));
	return k >= n;
}

static bool chars_back(struct sv s, int64_t n, size_t *at)
{
	int64_t k = 0;

	for (; k < n && *at > 0; k++)
		do
			--*at;
		while (*at > 0 && utf8_trail(s.p[*at]));
	return k >= n;
}

/* false: pos is out of range. */
static bool part_of(struct sv s, int64_t pos, int64_t len, bool chars, struct sv *out)
{
	size_t from = pos < 0 ? s.n : 0, to;

	if (chars) {
		if (!(pos < 0 ? chars_back(s, pos < -INT64_MAX ? INT64_MAX : -pos, &from) :
				chars_forward(s, pos, &from)))
			return false;
		to = from;
		chars_forward(s, len, &to);
		*out = sv_sub(s, from, to);
		return true;
	}
	if (pos > (int64_t)s.n || pos < -(int64_t)s.n)
		return false;
	from = (size_t)(pos < 0 ? (int64_t)s.n + pos : pos);
	to = (uint64_t)len < s.n - from ? from + (size_t)len : s.n;	/* a negative length: all */
	*out = sv_sub(s, from, to);
	return true;
}

static bool substr_error(struct op_ctx *c, int64_t pos, struct sv s, bool chars, const char *index)
{
	if (chars)
		return op_invalid(c, "pos %lld out of range for string at index %s", (long long)pos,
				  index);
	return op_invalid(c, "pos %lld out of range for string b'%.*s' at index %s", (long long)pos,
			  SV_ARG(s), index);
}

static const char *where(struct op_ctx *c, const struct bcast *b, int64_t i)
{
	if (b->out_rank == 2)
		return arena_printf(c->scratch, "(%lld, %lld)", (long long)(i / b->out_dim[1]),
				    (long long)(i % b->out_dim[1]));
	return arena_printf(c->scratch, "%lld", (long long)i);
}

/* Flat index into operand k of element i of the output. */
static int64_t operand_at(const struct bcast *b, int k, int64_t i)
{
	int64_t at = 0;

	for (int d = b->rank - 1; d >= 0; d--) {
		at += i % b->dim[d] * b->stride[k][d];
		i /= b->dim[d];
	}
	return at;
}

static bool run_substr(struct op_ctx *c)
{
	const struct tensor *in = c->in[0], *pos = c->in[1], *len = c->in[2];
	struct shape s[2] = { tensor_shape(in), tensor_shape(pos) };
	struct bcast b;
	struct tensor *out;
	bool chars, plain = pos->rank == 0 || shape_eq(s[0], s[1]);

	if (!shape_eq(tensor_shape(pos), tensor_shape(len)))
		return op_invalid(c, "pos and len should have the same shape, got: %s vs. %s",
				  op_in_shape(c, 1), op_in_shape(c, 2));
	if (!unit_attr(c, &chars))
		return false;
	if (!bcast_plan(&b, c->scratch, 2, s))
		return op_invalid(c, "Incompatible shapes: %s vs. %s", op_in_shape(c, 0),
				  op_in_shape(c, 1));
	if (!plain && b.out_rank > 2)
		return op_fail(c, ERR_UNIMPLEMENTED,
			       "Substr broadcast not implemented for %d dimensions", b.out_rank);
	out = op_out(c, 0, DT_STRING, b.out_rank, b.out_dim);
	for (int64_t i = 0; out && i < out->n; i++) {
		int64_t at = operand_at(&b, 1, i), p = tensor_get_i64(pos, at),
			l = tensor_get_i64(len, at);
		struct sv str = tensor_str(in, operand_at(&b, 0, i)), part;

		if (!part_of(str, p, l, chars, &part))
			return substr_error(c, p, str, chars,
					    plain ? arena_printf(c->scratch, "%lld", (long long)i)
						  : where(c, &b, i));
		if (!tensor_str_set(out, i, part, c->err))
			return false;
	}
	return out != NULL;
}

/* ---- joins of several tensors ---- */

static bool run_join(struct op_ctx *c)
{
	const struct tensor *shaped = NULL;
	struct sv sep = SV("");
	struct tensor *out;
	struct str s = STR_INIT;
	bool ok;

	node_attr_str(c->node, "separator", &sep);
	for (int k = 0; k < c->n_in; k++) {
		if (c->in[k]->rank == 0)
			continue;
		if (shaped && !shape_eq(tensor_shape(shaped), tensor_shape(c->in[k])))
			return op_invalid(c, "Input shapes do not match: %s vs. %s",
					  op_shape(c, shaped->rank, shaped->dim),
					  op_in_shape(c, k));
		if (!shaped)
			shaped = c->in[k];
	}
	out = shaped ? op_out_like(c, 0, shaped) : op_out(c, 0, DT_STRING, 0, NULL);
	ok = out != NULL;
	for (int64_t i = 0; ok && i < out->n; i++) {
		str_clear(&s);
		for (int k = 0; ok && k < c->n_in; k++) {
			if (k)
				str_add(&s, sep);
			str_add(&s, tensor_str(c->in[k], c->in[k]->rank ? i : 0));
			ok = ok && text_fits(c, s.n);
		}
		ok = ok && tensor_str_set(out, i, str_sv(&s), c->err) &&
		     (i % 4096 || c->world->go_on(c->world_ctx, c->err));
	}
	str_free(&s);
	return ok;
}

static const struct op_row rows[] = {
	{ .name = "StringLower", .n_in = 1, .n_out = 1, .run = run_lower },
	{ .name = "StringUpper", .n_in = 1, .n_out = 1, .run = run_upper },
	{ .name = "StringStrip", .n_in = 1, .n_out = 1, .run = run_strip },
	{ .name = "StringLength", .n_in = 1, .n_out = 1, .run = run_length },
	{ .name = "Substr",
	  .n_in = 3,
	  .n_out = 1,
	  .types = { { "T", DM_INDEX } },
	  .run = run_substr },
	{ .name = "StringJoin", .n_in = -1, .n_out = 1, .run = run_join },
};

OP_FAMILY(family_string, rows);
