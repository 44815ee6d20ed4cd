/* How pt, pf and eval show a value. */
#include "cmd/tfdbg/show.h"

#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "cmd/draw.h"
#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/verbs.h"
#include "tensor/npy.h"
#include "tensor/print.h"
#include "tensor/slice.h"
#include "tensor/stats.h"

/* ---- names and slices ---- */

void tf_name_slice(const char *text, struct sv *name, struct sv *slice)
{
	struct sv s = sv_of(text);
	const char *open = strchr(text, '[');

	*name = s;
	*slice = SV_NULL;
	if (!open || strchr(open + 1, '[') || s.p[s.n - 1] != ']')
		return;
	*name = sv_sub(s, 0, (size_t)(open - text));
	*slice = sv_sub(s, (size_t)(open - text), s.n);
}

struct tensor *tf_slice(struct tensor *v, struct sv slice, struct err *err)
{
	struct err why = { 0 };
	struct tensor *t;

	for (size_t i = 1; i + 1 < slice.n; i++)
		if (!strchr("0123456789,: \t", slice.p[i]) || !slice.p[i] || slice.n < 3) {
			tf_raise(err, "ValueError", "Invalid tensor-slicing string.");
			return NULL;
		}
	if (slice.n == 2) {
		tf_raise(err, "ValueError", "Invalid tensor-slicing string.");
		return NULL;
	}
	t = slice_tensor(v, slice, &why);
	if (!t)
		tf_raise(err, "IndexError", "%s", why.msg);
	err_clear(&why);
	return t;
}

/* ---- ranges ---- */

static bool number_of(const struct val *v, double *d)
{
	if (v->kind == VAL_FLOAT)
		*d = v->f;
	else if (v->kind == VAL_INT || v->kind == VAL_BOOL)
		*d = v->big ? v->f : (double)v->i;
	else
		return false;
	return true;
}

static bool range_of(struct tf_ranges *r, const struct val *v, struct err *err)
{
	static const char *const nth[] = { "1st", "2nd" };
	double d[2];

	if (!val_is_seq(v))
		return tf_raise(err, "TypeError", "object of type '%s' has no len()", val_type_name(v));
	if (v->n != 2)
		return tf_raise(err, "ValueError", "Incorrect number of elements in range");
	for (int k = 0; k < 2; k++)
		if (!number_of(v->item[k], &d[k]))
			return tf_raise(err, "ValueError", "Incorrect type in the %s element of range: <class '%s'>",
					nth[k], val_type_name(v->item[k]));
	vec_push(&r->r, ((struct tf_range){ d[0], d[1] }));
	return true;
}

/* "inf" stands for the largest number, so that an infinity is within no range. */
static void without_inf(const char *text, struct str *out)
{
	for (; *text; text++) {
		if (strncmp(text, "inf", 3)) {
			str_addc(out, *text);
			continue;
		}
		str_addz(out, "1.7976931348623157e+308");
		text += 2;
	}
}

bool tf_ranges_parse(struct tf_ranges *r, const char *text, struct err *err)
{
	struct str s = STR_INIT;
	struct vals *vs;
	struct val *v;
	struct err why = { 0 };
	bool ok = true;

	*r = (struct tf_ranges){ .text = text, .given = text && *text };
	if (!r->given)
		return true;
	vs = vals_new();
	without_inf(text, &s);
	v = expr_literal(vs, str_sv(&s), &why);
	if (!v)
		ok = tf_raise(err, "ValueError", "malformed node or string: %s", text);
	else if (!val_is_seq(v))
		ok = tf_raise(err, "TypeError", "'%s' object is not iterable", val_type_name(v));
	else if (v->kind == VAL_LIST && v->n && v->item[0]->kind != VAL_LIST)
		ok = range_of(r, v, err);
	else
		for (size_t i = 0; ok && i < v->n; i++)
			ok = range_of(r, v->item[i], err);
	err_clear(&why);
	vals_free(vs);
	str_free(&s);
	return ok;
}

static bool is_within(const struct tf_ranges *r, double v)
{
	for (size_t i = 0; i < r->r.n; i++)
		if (v >= r->r.p[i].lo && v <= r->r.p[i].hi)
			return true;
	return false;
}

/* ---- the lines of an array ---- */

/* Which elements stand in the text, in its order. */
struct shown {
	const struct tensor *t;
	int64_t edge;		/* 0: all */
	VEC(int64_t) index;
};

static void shown_walk(struct shown *s, int axis, int64_t at)
{
	int64_t n;

	if (axis == s->t->rank) {
		vec_push(&s->index, at);
		return;
	}
	n = s->t->dim[axis];
	for (int64_t i = 0; i < n; i++) {
		if (s->edge && n > 2 * s->edge && i == s->edge)
			i = n - s->edge;
		shown_walk(s, axis + 1, at * n + i);
	}
}

/* "1,0" */
static void index_text(struct str *out, const struct tensor *t, int64_t flat)
{
	int64_t rest[16];
	int rank = t->rank > 16 ? 16 : t->rank;

	for (int d = rank; d-- > 0;) {
		rest[d] = t->dim[d] ? flat % t->dim[d] : 0;
		flat = t->dim[d] ? flat / t->dim[d] : 0;
	}
	for (int d = 0; d < rank; d++)
		str_addf(out, "%s%" PRId64, d ? "," : "", rest[d]);
}

/* The next element's text from *at on; false: no more on this line. */
static bool next_token(struct sv line, size_t *at, size_t *end)
{
	size_t i = *at;

	while (i < line.n && strchr(" [](,", line.p[i]))
		i++;
	if (i + 3 <= line.n && !strncmp(line.p + i, "...", 3))
		return *at = i + 3, next_token(line, at, end);
	if (i >= line.n || !strncmp(line.p + i, "dtype=", 6) || !strncmp(line.p + i, "shape=", 6))
		return false;
	*at = i;
	while (i < line.n && !strchr(",])", line.p[i]))
		i++;
	*end = i;
	return true;
}

/* Marks the elements within ranges, and notes on each line which element comes first. */
static void place_elements(struct rich *out, size_t from, const struct tensor *t, const struct tf_show *s,
			   int64_t threshold)
{
	struct shown shown = { .t = t, .edge = threshold >= 0 && t->n > threshold ? 3 : 0 };
	size_t k = 0;
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	if (!t->n || kind == DK_STRING || kind == DK_OBJECT || kind == DK_COMPLEX)
		return;
	out->rank = t->rank;
	memcpy(out->dim, t->dim, (size_t)t->rank * sizeof(*t->dim));
	shown_walk(&shown, 0, 0);
	for (size_t i = from; i < out->line.n; i++) {
		struct rich_line *l = &out->line.p[i];
		size_t at = i == from ? sizeof("array(") - 1 : 0, end;

		for (bool first = true; k < shown.index.n && next_token(l->text, &at, &end); at = end, k++) {
			if (first) {
				struct str index = STR_INIT;

				index_text(&index, t, shown.index.p[k]);
				l->index = arena_sv(out->arena, str_sv(&index)).p;
				str_free(&index);
				first = false;
			}
			if (s->ranges && is_within(s->ranges, stats_value(t, shown.index.p[k])))
				vec_push(&l->span, ((struct rich_span){ (uint32_t)at, (uint32_t)end,
									RT_BOLD | RT_MARK, NULL }));
		}
	}
	vec_free(&shown.index);
}

static void array_lines(struct tf_call *c, const struct tensor *t, const struct tf_show *s)
{
	struct str text = STR_INIT;
	struct sink sink = sink_mem(&text);
	size_t from = c->out->line.n;
	struct print_opts o = {
		.repr = true, .threshold = s->all ? -1 : 2000, .width = c->width,
		.numpy2 = c->t->app->compat_2_21,
	};

	print_tensor(&sink, t, &o);
	rich_text(c->out, str_sv(&text));
	place_elements(c->out, from, t, s, o.threshold);
	str_free(&text);
}

/* A NumPy scalar's repr: NumPy 2 says its type. */
static void scalar_line(struct tf_call *c, const struct tensor *t)
{
	bool numpy2 = c->t->app->compat_2_21;
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	struct str s = STR_INIT, v = STR_INIT;

	print_element_as(&v, t, 0, numpy2);
	if (numpy2 && kind != DK_STRING && kind != DK_OBJECT && kind != DK_BOOL)
		str_addf(&s, "np.%s(%s)", dtype_info(t->dtype)->name, str_z(&v));
	else if (numpy2 && kind == DK_BOOL)
		str_addf(&s, "np.%s_", str_z(&v));
	else
		str_add(&s, str_sv(&v));
	rich_sv(c->out, str_sv(&s));
	str_free(&s);
	str_free(&v);
}

/* A resource or a variant: what it is. */
static void object_lines(struct tf_call *c, const struct tensor *t)
{
	for (int64_t i = 0; i < t->n && i < 1000; i++) {
		struct str s = STR_INIT, safe = STR_INIT;

		print_element(&s, t, i);
		str_escaped(&safe, str_sv(&s));
		rich_sv(c->out, str_sv(&safe));
		str_free(&s);
		str_free(&safe);
	}
}

/* ---- what stands above it ---- */

static void label_line(struct tf_call *c, const struct tensor *t, const struct tf_show *s)
{
	struct str line = STR_INIT;
	int64_t n = 0;

	str_addz(&line, "Tensor \"");
	str_escaped(&line, sv_of(s->label));
	str_addz(&line, "\":");
	for (int64_t i = 0; s->ranges && s->ranges->given && i < t->n; i++)
		n += is_within(s->ranges, stats_value(t, i));
	if (s->ranges && s->ranges->given)
		str_addf(&line, " Highlighted(%s): %" PRId64 " of %" PRId64 " element(s) (%.2f%%)", s->ranges->text,
			 n, t->n, t->n ? 100.0 * (double)n / (double)t->n : NAN);
	rich_sv(c->out, str_sv(&line));
	rich_span(c->out, 8, 8 + strlen(s->label), RT_BOLD, NULL);
	str_free(&line);
}

static void type_lines(struct tf_call *c, const struct tensor *t)
{
	bool object = dtype_info(t->dtype)->kind == DK_STRING;
	struct str s = STR_INIT;

	shape_str_py(&s, tensor_shape(t));
	rich_add(c->out, "  dtype: %s", object ? "object" : dtype_info(t->dtype)->name);
	rich_add(c->out, "  shape: %s", str_z(&s));
	rich_add(c->out, "%s", "");
	str_free(&s);
}

static bool save(struct tf_call *c, const struct tensor *t, const char *path, struct err *err)
{
	struct str bytes = STR_INIT, size = STR_INIT;
	bool ok = npy_write(&bytes, t, false, err) && npy_write_file(path, t, err);

	if (ok) {
		size_text(&size, bytes.n);
		rich_add(c->out, "Saved value to: %s (%sB)", path, str_z(&size));
		rich_add(c->out, "%s", "");
	}
	str_free(&bytes);
	str_free(&size);
	return ok;
}

static bool summary(struct tf_call *c, const struct tensor *t, struct err *err)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;
	struct str s = STR_INIT;
	struct sink sink = sink_mem(&s);

	if (kind == DK_COMPLEX && t->n)
		return tf_raise(err, "TypeError",
				"This operation is not supported for %s values because it would be ambiguous.",
				dtype_info(t->dtype)->name);
	draw_summary(&sink, t, c->t->app->compat_2_21);
	if (strncmp(str_z(&s), "Numeric summary:", 16))
		rich_add(c->out, "Numeric summary:");
	rich_text(c->out, sv_sub(str_sv(&s), 0, s.n - (s.n > 0)));
	str_free(&s);
	return true;
}

bool tf_show(struct tf_call *c, struct tensor *v, const struct tf_show *s, struct err *err)
{
	label_line(c, v, s);
	if (dtype_info(v->dtype)->kind == DK_OBJECT) {
		rich_add(c->out, "%s", "");
		object_lines(c, v);
		return true;
	}
	if (s->scalar) {
		rich_add(c->out, "%s", "");
		if (s->write_path && !save(c, v, s->write_path, err))
			return false;
		scalar_line(c, v);
		return true;
	}
	type_lines(c, v);
	if (s->write_path && !save(c, v, s->write_path, err))
		return false;
	if (s->summary && !summary(c, v, err))
		return false;
	array_lines(c, v, s);
	return true;
}
