/* Strings and numbers: StringToNumber, AsString, StringFormat. */
#include <stdio.h>
#include <string.h>

#include "ops/text.h"

/* ---- StringToNumber ---- */

static bool run_to_number(struct op_ctx *c)
{
	const struct tensor *in = c->in[0];
	enum dtype t = DT_FLOAT;
	struct tensor *out;

	node_attr_type(c->node, "out_type", &t);
	out = op_out(c, 0, t, in->rank, in->dim);
	for (int64_t i = 0; out && i < in->n; i++)
		if (!text_number(t, tensor_str(in, i),
				 (char *)out->data + (size_t)i * dtype_info(t)->size))
			return op_invalid(
				c, "StringToNumberOp could not correctly convert string: %.*s",
				SV_ARG(tensor_str(in, i)));
	return out != NULL;
}

/* ---- AsString ---- */

struct as_string {
	char num[32];			/* "%-8.3f" and so on; of an integer with ll */
	int64_t width;
	bool left;			/* strings: to the left */
	enum err_code code;		/* what the kernel says when it runs */
	const char *message;
};

enum { NUMBER_MAX = 65536 };		/* characters of one number */

static bool as_string_attrs(const struct node *n, struct as_string *s, struct arena *a,
			    enum dtype t)
{
	enum dtype_kind kind = dtype_info(t)->kind;
	bool floats = kind == DK_FLOAT || kind == DK_COMPLEX, sci = false, shortest = false;
	int64_t precision = -1;
	struct sv fill = SV("");
	int at;

	s->width = -1;
	node_attr_bool(n, "scientific", &sci);
	node_attr_bool(n, "shortest", &shortest);
	node_attr_int(n, "precision", &precision);
	node_attr_int(n, "width", &s->width);
	node_attr_str(n, "fill", &fill);
	s->code = ERR_INVALID_ARGUMENT;
	if (!floats && t != DT_STRING && (sci || shortest))
		s->message = arena_printf(
			a, "scientific and shortest format not supported for datatype %s",
			dtype_text(t));
	else if (!floats && t != DT_STRING && precision >= 0)
		s->message =
			arena_printf(a, "precision not supported for datatype %s", dtype_text(t));
	else if (fill.n > 1)
		s->message = "Fill string must be one or fewer characters";
	else if (sci && shortest)
		s->message = "Cannot select both scientific and shortest notation";
	else if (fill.n && (!fill.p[0] || !strchr(" +-0#", fill.p[0])))
		s->message = arena_printf(a, "Fill argument not supported: \"%.*s\"", SV_ARG(fill));
	if (!s->message && (s->width > NUMBER_MAX || precision > NUMBER_MAX)) {
		s->code = ERR_RESOURCE_EXHAUSTED;
		s->message = "a number of too many characters";
	}
	if (s->message)
		return true;
	s->left = fill.n && fill.p[0] == '-';
	at = snprintf(s->num, sizeof(s->num), "%%%.*s", SV_ARG(fill));
	if (s->width >= 0)
		at += snprintf(s->num + at, sizeof(s->num) - (size_t)at, "%lld",
			       (long long)s->width);
	if (precision >= 0)
		at += snprintf(s->num + at, sizeof(s->num) - (size_t)at, ".%lld",
			       (long long)precision);
	snprintf(s->num + at, sizeof(s->num) - (size_t)at, "%s",
		 floats ? sci ? "e" : shortest ? "g" : "f" : kind == DK_UINT ? "llu" : "lld");
	return true;
}

static bool prepare_as_string(const struct node *n, void *state, struct arena *a, struct err *err)
{
	enum dtype t;

	return node_attr_type(n, "T", &t) ? as_string_attrs(n, state, a, t)
					  : attr_missing(n, "T", err);
}

/* The format was put together above from checked parts. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static void add_double(struct str *out, const char *fmt, double v)
{
	str_addf(out, fmt, v);
}

static void add_int(struct str *out, const char *fmt, long long v)
{
	str_addf(out, fmt, v);
}
#pragma GCC diagnostic pop

static void padded(struct str *out, struct sv v, int64_t width, bool left)
{
	size_t pad = width > 0 && (uint64_t)width > v.n ? (size_t)width - v.n : 0;

	if (!left)
		str_addn(out, ' ', pad);
	str_add(out, v);
	if (left)
		str_addn(out, ' ', pad);
}

static void as_string_one(const struct as_string *s, const struct tensor *t, int64_t i,
			  struct str *out)
{
	double re, im;

	switch (dtype_info(t->dtype)->kind) {
	case DK_STRING:
		padded(out, tensor_str(t, i), s->width, s->left);
		break;
	case DK_BOOL:
		str_addz(out, tensor_get_i64(t, i) ? "true" : "false");
		break;
	case DK_COMPLEX:
		re = t->dtype == DT_COMPLEX64 ? ((float *)t->data)[2 * i]
					      : ((double *)t->data)[2 * i];
		im = t->dtype == DT_COMPLEX64 ? ((float *)t->data)[2 * i + 1]
					      : ((double *)t->data)[2 * i + 1];
		str_addc(out, '(');
		add_double(out, s->num, re);
		str_addc(out, ',');
		add_double(out, s->num, im);
		str_addc(out, ')');
		break;
	case DK_FLOAT:
		add_double(out, s->num, tensor_get_f64(t, i));
		break;
	default:
		add_int(out, s->num, (long long)tensor_get_i64(t, i));
	}
}

static bool run_as_string(struct op_ctx *c)
{
	const struct as_string *s = c->state;
	const struct tensor *in = c->in[0];
	struct tensor *out;
	struct str text = STR_INIT;
	bool ok;

	if (s->message)
		return op_fail(c, s->code, "%s", s->message);
	out = op_out(c, 0, DT_STRING, in->rank, in->dim);
	ok = out != NULL;
	for (int64_t i = 0; ok && i < in->n; i++) {
		str_clear(&text);
		as_string_one(s, in, i, &text);
		ok = tensor_str_set(out, i, str_sv(&text), c->err) &&
		     (i % 4096 || c->world->go_on(c->world_ctx, c->err));
	}
	str_free(&text);
	return ok;
}

/* ---- StringFormat ---- */

/* The next placeholder in s from `at` on, or -1. An empty one is found everywhere. */
static int64_t find(struct sv s, size_t at, struct sv what)
{
	const char *hit = what.n && at < s.n ? memmem(s.p + at, s.n - at, what.p, what.n) : NULL;

	return hit ? (int64_t)(hit - s.p) : -1;
}

static bool run_format(struct op_ctx *c)
{
	struct sv form = SV("%s"), mark = SV("%s");
	int64_t summarize = 3, hit, n = 0;
	struct str s = STR_INIT;
	struct tensor *out;
	size_t at = 0;
	bool ok;

	node_attr_str(c->node, "template", &form);
	node_attr_str(c->node, "placeholder", &mark);
	node_attr_int(c->node, "summarize", &summarize);
	for (; (hit = find(form, at, mark)) >= 0; at = (size_t)hit + mark.n)
		n++;
	if (n != c->n_in)
		return op_invalid(
			c, "num placeholders in template and num inputs must match: %lld vs. %d",
			(long long)n, c->n_in);
	at = 0;
	for (int i = 0; i < c->n_in; i++) {
		hit = find(form, at, mark);
		str_add(&s, sv_sub(form, at, (size_t)hit));
		text_summary(&s, c->in[i], summarize);
		at = (size_t)hit + mark.n;
	}
	str_add(&s, sv_sub(form, at, form.n));
	out = op_out(c, 0, DT_STRING, 0, NULL);
	ok = out && tensor_str_set(out, 0, str_sv(&s), c->err);
	str_free(&s);
	return ok;
}

static const struct op_row rows[] = {
	{ .name = "StringToNumber",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "out_type", DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_INT32) | DM(DT_INT64) } },
	  .run = run_to_number },
	{ .name = "AsString",
	  .n_in = 1,
	  .n_out = 1,
	  .types = { { "T", DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) } },
	  .state_size = sizeof(struct as_string),
	  .prepare = prepare_as_string,
	  .run = run_as_string },
	{ .name = "StringFormat", .n_in = -1, .n_out = 1, .run = run_format },
};

OP_FAMILY(family_string_number, rows);
