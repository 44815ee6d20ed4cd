/*
 * Ops that look at values and speak: CheckNumerics, Assert, Print. Tensors in messages are written as
 * TensorFlow's Tensor::SummarizeValue does.
 */
#include "ops/kernel.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- a tensor's first values as text ---- */

/* A string as C would write it. */
static void add_escaped(struct str *s, struct sv v)
{
	for (size_t i = 0; i < v.n; i++) {
		unsigned char ch = (unsigned char)v.p[i];

		if (ch == '\n' || ch == '\r' || ch == '\t')
			str_addf(s, "\\%c", ch == '\n' ? 'n' : ch == '\r' ? 'r' : 't');
		else if (ch == '"' || ch == '\'' || ch == '\\')
			str_addf(s, "\\%c", ch);
		else if (ch < 32 || ch > 126)
			str_addf(s, "\\%03o", ch);
		else
			str_addc(s, (char)ch);
	}
}

/* As few digits as the type promises, all of them when those do not read back. */
static void add_float(struct str *s, double v, bool wide)
{
	char buf[40];

	if (v != v || v - v != 0) {
		str_addz(s, v != v ? "nan" : v < 0 ? "-inf" : "inf");
		return;
	}
	snprintf(buf, sizeof(buf), "%.*g", wide ? DBL_DIG : FLT_DIG, v);
	if (wide ? strtod(buf, NULL) != v : strtof(buf, NULL) != (float)v)
		snprintf(buf, sizeof(buf), "%.*g", wide ? 17 : 9, v);
	str_addz(s, buf);
}

static void add_element(struct str *s, const struct tensor *t, int64_t i)
{
	switch (dtype_info(t->dtype)->kind) {
	case DK_STRING:
		add_escaped(s, tensor_str(t, i));
		break;
	case DK_FLOAT:
		add_float(s, tensor_get_f64(t, i), t->dtype == DT_DOUBLE);
		break;
	case DK_INT: case DK_BOOL: case DK_QUANT:
		str_addf(s, "%lld", (long long)tensor_get_i64(t, i));
		break;
	case DK_UINT:
		str_addf(s, "%llu", (unsigned long long)tensor_get_i64(t, i));
		break;
	default:
		str_addc(s, '?');
	}
}

/* Depth is the rank, which is bounded. */
static void add_dim(struct str *s, const struct tensor *t, int d, int64_t limit, int64_t *at)
{
	for (int64_t i = 0; i < t->dim[d]; i++) {
		if (*at >= limit) {
			if (d == t->rank - 1 && d != 0 && i > 0)
				str_addz(s, "...");
			return;
		}
		if (d == t->rank - 1) {
			if (i > 0)
				str_addc(s, ' ');
			add_element(s, t, (*at)++);
		} else {
			str_addc(s, '[');
			add_dim(s, t, d + 1, limit, at);
			str_addc(s, ']');
		}
	}
}

void op_summarize(struct str *s, const struct tensor *t, int64_t max)
{
	int64_t limit = max < 0 || max > t->n ? t->n : max, at = 0;

	if (t->rank == 0 && limit)
		add_element(s, t, 0);
	else if (limit)
		add_dim(s, t, 0, limit, &at);
	if (t->n > limit)
		str_addz(s, "...");
}

/* ---- Assert, Print ---- */

static void add_inputs(struct str *s, struct op_ctx *c, const char *gap)
{
	int64_t max = 3;

	node_attr_int(c->node, "summarize", &max);
	for (int i = 1; i < c->n_in; i++) {
		str_addz(s, gap);
		str_addc(s, '[');
		op_summarize(s, c->in[i], max);
		str_addc(s, ']');
	}
}

static bool run_assert(struct op_ctx *c)
{
	struct str s = STR_INIT;

	if (c->in[0]->rank != 0)
		return op_invalid(c, "In[0] should be a scalar: %s", op_in_shape(c, 0));
	if (*(const uint8_t *)c->in[0]->data)
		return true;
	add_inputs(&s, c, " ");
	op_invalid(c, "assertion failed:%s", str_z(&s));
	str_free(&s);
	return false;
}

static bool run_print(struct op_ctx *c)
{
	struct str s = STR_INIT;
	struct sv message = SV("");

	node_attr_str(c->node, "message", &message);
	str_add(&s, message);
	add_inputs(&s, c, "");
	str_addc(&s, '\n');
	if (c->world && c->world->print)
		c->world->print(c->world_ctx, str_sv(&s));
	str_free(&s);
	return op_out_ref(c, 0, c->in[0]);
}

static bool run_print_v2(struct op_ctx *c)
{
	struct str s = STR_INIT;
	struct sv end = SV("\n");

	if (c->in[0]->rank != 0)
		return op_invalid(c, "Input is expected to be scalar, but got %s", op_in_shape(c, 0));
	node_attr_str(c->node, "end", &end);
	str_add(&s, tensor_str(c->in[0], 0));
	str_add(&s, end);
	if (c->world && c->world->print)
		c->world->print(c->world_ctx, str_sv(&s));
	str_free(&s);
	return true;
}

/* ---- CheckNumerics ---- */

enum { SEEN_NAN = 1, SEEN_POS = 2, SEEN_NEG = 4 };

static int look(const struct tensor *t)
{
	int seen = 0;

	for (int64_t i = 0; i < t->n; i++) {
		double v = tensor_get_f64(t, i);

		if (v - v != 0)
			seen |= v != v ? SEEN_NAN : v > 0 ? SEEN_POS : SEEN_NEG;
	}
	return seen;
}

static const char *const what_v1[8] = { "", "NaN", "Inf", "Inf and NaN", "Inf", "Inf and NaN", "Inf",
					"Inf and NaN" };
static const char *const what_v2[8] = { "", "NaN", "+Inf", "+Inf and NaN", "-Inf", "-Inf and NaN",
					"-Inf and +Inf", "-Inf, +Inf, and NaN" };

static bool run_check(struct op_ctx *c)
{
	const char *const *what = c->row->data;
	struct sv message = SV("");
	int seen = look(c->in[0]);

	if (!seen)
		return op_out_ref(c, 0, c->in[0]);
	node_attr_str(c->node, "message", &message);
	return op_invalid(c, "%.*s : Tensor had %s values", SV_ARG(message), what[seen]);
}

static const struct op_row rows[] = {
	{ .name = "Assert", .n_in = -1, .n_out = 0, .flags = OP_STATEFUL, .run = run_assert },
	{ .name = "Print", .n_in = -1, .n_out = 1, .flags = OP_STATEFUL | OP_VIEW, .run = run_print },
	{ .name = "PrintV2", .n_in = 1, .n_out = 0, .flags = OP_STATEFUL, .run = run_print_v2 },
	{ .name = "CheckNumerics", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } },
	  .flags = OP_VIEW, .run = run_check, .data = what_v1 },
	{ .name = "CheckNumericsV2", .n_in = 1, .n_out = 1, .types = { { "T", DM_FLOATS } },
	  .flags = OP_VIEW | OP_STATEFUL, .run = run_check, .data = what_v2 },
};

OP_FAMILY(family_say, rows);
