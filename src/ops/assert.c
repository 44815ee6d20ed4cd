/* Assert, with the data as TensorFlow summarises tensors: "[[1 2...]...]". */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/str.h"
#include "ops/kernel.h"

/* The fewest digits of 6 and 9 (15 and 17) that read back as the same number. */
static void add_real(struct str *out, double v, bool wide)
{
	char buf[40];

	if (isnan(v) || isinf(v)) {
		str_addz(out, isnan(v) ? "nan" : v < 0 ? "-inf" : "inf");
		return;
	}
	snprintf(buf, sizeof(buf), "%.*g", wide ? 15 : 6, v);
	if (wide ? strtod(buf, NULL) != v : strtof(buf, NULL) != (float)v)
		snprintf(buf, sizeof(buf), "%.*g", wide ? 17 : 9, v);
	str_addz(out, buf);
}

static void add_element(struct str *out, const struct tensor *t, int64_t i)
{
	const struct dtype_info *d = dtype_info(t->dtype);

	if (t->dtype == DT_STRING)
		str_add(out, tensor_str(t, i));
	else if (d->kind == DK_FLOAT)
		add_real(out, tensor_get_f64(t, i), t->dtype == DT_DOUBLE);
	else if (d->kind == DK_UINT)
		str_addf(out, "%" PRIu64, (uint64_t)tensor_get_i64(t, i));
	else if (d->kind == DK_OBJECT || d->kind == DK_COMPLEX)
		str_addz(out, "?");
	else
		str_addf(out, "%" PRId64, tensor_get_i64(t, i));
}

/* One dim and those in it; depth is bounded by the rank. */
static void add_dim(struct str *out, const struct tensor *t, int dim, int64_t limit, int64_t *at)
{
	for (int64_t i = 0; i < t->dim[dim] && *at <= limit; i++) {
		bool open = *at < limit;

		if (dim == t->rank - 1) {
			if (!open) {
				str_addz(out, dim ? "..." : "");
				return;
			}
			if (i)
				str_addc(out, ' ');
			add_element(out, t, (*at)++);
			continue;
		}
		if (!open)
			return;
		str_addc(out, '[');
		add_dim(out, t, dim + 1, limit, at);
		str_addc(out, ']');
	}
}

static void summarize(struct str *out, const struct tensor *t, int64_t limit)
{
	int64_t at = 0;

	if (limit < 0 || limit > t->n)
		limit = t->n;
	if (t->rank == 0 && limit > 0)
		add_element(out, t, 0);
	else if (t->n > 0 && t->rank > 0)
		add_dim(out, t, 0, limit, &at);
	if (t->n > limit)
		str_addz(out, "...");
}

static bool run_assert(struct op_ctx *c)
{
	struct str s = STR_INIT;
	int64_t limit = 3;

	if (c->n_in < 1 || c->in[0]->rank != 0)
		return op_invalid(c, "In[0] should be a scalar: %s", c->n_in ? op_in_shape(c, 0) : "");
	if (*(const uint8_t *)c->in[0]->data)
		return true;
	node_attr_int(c->node, "summarize", &limit);
	str_addz(&s, "assertion failed:");
	for (int i = 1; i < c->n_in; i++) {
		str_addz(&s, " [");
		summarize(&s, c->in[i], limit);
		str_addc(&s, ']');
	}
	op_invalid(c, "%s", str_z(&s));
	str_free(&s);
	return false;
}

static const struct op_row rows[] = {
	{ .name = "Assert", .n_in = -1, .n_out = 0, .flags = OP_STATEFUL, .run = run_assert },
};

OP_FAMILY(family_assert, rows);
