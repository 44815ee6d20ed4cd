/*
 * Text as inputs: a file's lines as strings; tables of comma- or tab-separated values, with or
 * without a line of names, quoted as spreadsheets do it ("a ""b"", c").
 */
#include "feed/kinds.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "expr/text.h"

static bool is_kind(const char *text, const char *const *tails)
{
	struct feed_name n;
	bool yes;

	feed_name_split(&n, text);
	yes = feed_ends(n.path, tails);
	feed_name_free(&n);
	return yes;
}

bool feed_is_lines(const char *text)
{
	static const char *const tails[] = {".txt", ".text", NULL};

	return is_kind(text, tails);
}

bool feed_is_table(const char *text)
{
	static const char *const tails[] = {".csv", ".tsv", NULL};

	return is_kind(text, tails);
}

/* ---- lines ---- */

typedef VEC(struct sv) svs;

/* A UTF-8 mark at the beginning is no text. */
static struct sv body_of(const struct str *bytes)
{
	struct sv all = str_sv(bytes);

	return sv_starts(all, SV("\xef\xbb\xbf")) ? sv_sub(all, 3, all.n) : all;
}

static void lines_split(struct sv all, svs *out)
{
	while (all.n) {
		long end = sv_find(all, '\n');
		struct sv line = end < 0 ? all : sv_sub(all, 0, (size_t)end);

		all = end < 0 ? SV_NULL : sv_sub(all, (size_t)end + 1, all.n);
		if (line.n && line.p[line.n - 1] == '\r')
			line.n--;
		vec_push(out, line);
	}
}

static struct tensor *strings(const struct sv *s, size_t n, struct err *err)
{
	int64_t dim = (int64_t)n;
	struct tensor *t = tensor_new(DT_STRING, 1, &dim, err);

	for (int64_t i = 0; t && i < dim; i++)
		if (!tensor_str_set(t, i, s[i], err)) {
			tensor_unref(t);
			return NULL;
		}
	return t;
}

struct tensor *feed_lines(const struct feed_spec *spec, const char *text, struct err *err)
{
	struct str bytes = STR_INIT;
	struct tensor *t = NULL;
	struct feed_name name;
	svs line = {0};
	int64_t from = 0, to;

	feed_name_split(&name, text);
	if (spec->dtype != DT_STRING && spec->dtype != DT_INVALID) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			"%s: lines of text feed strings, not %s; numbers come from "
			".csv or .npy",
			name.path, dtype_info(spec->dtype)->name);
	} else if (feed_bytes(name.path, &bytes, err)) {
		lines_split(body_of(&bytes), &line);
		to = (int64_t)line.n;
		if (!name.part || feed_slice(name.part, (int64_t)line.n, &from, &to, err))
			t = feed_shaped(
				spec,
				strings(line.n ? line.p + from : NULL, (size_t)(to - from), err),
				err);
	}
	vec_free(&line);
	str_free(&bytes);
	feed_name_free(&name);
	return t;
}

/* ---- tables ---- */

struct grid {
	struct str text; /* cells without their quotes, end to end */
	VEC(size_t) end; /* of each cell in it */
	size_t n_cols, n_rows;
	bool headed;
};

static struct sv cell(const struct grid *g, size_t row, size_t col)
{
	size_t i = row * g->n_cols + col, from = i ? g->end.p[i - 1] : 0;

	return (struct sv){str_z(&g->text) + from, g->end.p[i] - from};
}

/* One cell from *at on; *last: the line ends behind it. */
static bool cell_read(struct grid *g, struct sv all, size_t *at, char comma, bool *last,
		      struct err *err)
{
	size_t i = *at;

	if (i < all.n && all.p[i] == '"') {
		for (i++;; i++) {
			if (i >= all.n)
				return err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS,
					       "a quote is not closed");
			if (all.p[i] == '"' && (i + 1 >= all.n || all.p[i + 1] != '"'))
				break;
			i += all.p[i] == '"';
			str_addc(&g->text, all.p[i]);
		}
		i++;
	}
	while (i < all.n && all.p[i] != comma && all.p[i] != '\n' && all.p[i] != '\r')
		str_addc(&g->text, all.p[i++]);
	vec_push(&g->end, g->text.n);
	*last = i >= all.n || all.p[i] != comma;
	if (*last && i < all.n && all.p[i] == '\r')
		i++;
	*at = i + (i < all.n && (!*last || all.p[i] == '\n'));
	return true;
}

static bool row_read(struct grid *g, struct sv all, size_t *at, char comma, struct err *err)
{
	size_t before = g->end.n, n;
	bool last = false;

	while (!last)
		if (!cell_read(g, all, at, comma, &last, err))
			return err_note(err, "row %zu", g->n_rows + 1);
	n = g->end.n - before;
	if (!g->n_rows)
		g->n_cols = n;
	g->n_rows++;
	return n == g->n_cols ||
	       err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT,
		       "row %zu has %zu columns, the first %zu", g->n_rows, n, g->n_cols);
}

static bool is_number(struct sv s)
{
	double d;

	return text_to_float(s, &d);
}

/* A first row without any number names the columns. */
static bool has_head(const struct grid *g)
{
	for (size_t c = 0; c < g->n_cols; c++)
		if (is_number(cell(g, 0, c)))
			return false;
	return true;
}

static bool grid_read(struct grid *g, struct sv all, char comma, struct err *err)
{
	for (size_t at = 0; at < all.n;) {
		if (all.p[at] == '\n' ||
		    (all.p[at] == '\r' && at + 1 < all.n && all.p[at + 1] == '\n')) {
			at += all.p[at] == '\n' ? 1 : 2; /* an empty line */
			continue;
		}
		if (!row_read(g, all, &at, comma, err))
			return false;
	}
	if (!g->n_rows)
		return err_set(err, ERR_KIND_FILE, ERR_INVALID_ARGUMENT, "no rows");
	g->headed = has_head(g);
	return true;
}

/* The column of that name, or -1. */
static long column_of(const struct grid *g, struct sv name)
{
	for (size_t c = 0; g->headed && c < g->n_cols; c++)
		if (sv_eq(cell(g, 0, c), name))
			return (long)c;
	return -1;
}

static bool no_column(const struct grid *g, struct sv name, struct err *err)
{
	struct str names = STR_INIT;

	for (size_t c = 0; g->headed && c < g->n_cols; c++) {
		str_addz(&names, c ? ", " : "");
		str_escaped(&names, cell(g, 0, c));
	}
	err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND, "no column \"%.*s\"%s%s", SV_ARG(name),
		g->headed ? "; there are " : ", the first row names none", str_z(&names));
	str_free(&names);
	return false;
}

/* What numbers become on the way: whole ones stay exact. */
static enum dtype kind_of(const struct feed_spec *spec)
{
	switch (dtype_info(spec->dtype)->kind) {
	case DK_STRING:
		return DT_STRING;
	case DK_INT:
		return DT_INT64;
	case DK_BOOL:
		return DT_BOOL;
	default:
		return DT_DOUBLE;
	}
}

static bool bool_of(struct sv s, uint8_t *v)
{
	static const char *const words[] = {"0", "false", "no", "1", "true", "yes"};

	for (size_t i = 0; i < 6; i++)
		if (s.n == strlen(words[i]) && !strncasecmp(s.p, words[i], s.n)) {
			*v = i >= 3;
			return true;
		}
	return false;
}

/* An empty cell is NaN where there is such a thing. */
static bool number_put(struct tensor *t, int64_t i, struct sv s)
{
	__int128 whole;
	double d = NAN;
	bool big = false;

	if (t->dtype == DT_BOOL)
		return bool_of(s, &((uint8_t *)t->data)[i]);
	if (t->dtype == DT_DOUBLE) {
		if (s.n && !text_to_float(s, &d))
			return false;
		((double *)t->data)[i] = d;
		return true;
	}
	if (text_to_int(s, &whole, &big) && !big && whole >= INT64_MIN && whole <= INT64_MAX) {
		((int64_t *)t->data)[i] = (int64_t)whole;
		return true;
	}
	if (!text_to_float(s, &d) || d != floor(d) || fabs(d) > 0x1p53)
		return false;
	((int64_t *)t->data)[i] = (int64_t)d; /* "3.0" */
	return true;
}

static bool put(struct tensor *t, int64_t i, const struct grid *g, size_t row, size_t col,
		struct err *err)
{
	struct sv s = cell(g, row, col), name = g->headed ? cell(g, 0, col) : SV("");

	if (t->dtype == DT_STRING)
		return tensor_str_set(t, i, s, err);
	return number_put(t, i, s) ||
	       err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
		       "row %zu, column %zu%s%.*s%s: \"%.*s\" is no %s", row + 1, col + 1,
		       name.n ? " (" : "", SV_ARG(name), name.n ? ")" : "", SV_ARG(s),
		       t->dtype == DT_BOOL    ? "truth value"
		       : t->dtype == DT_INT64 ? "whole number"
					      : "number");
}

/* Rows [from, to) of n columns from `first` on. */
static struct tensor *part(const struct feed_spec *spec, const struct grid *g, int64_t from,
			   int64_t to, size_t first, size_t n, bool flat, struct err *err)
{
	int64_t dim[2] = {to - from, (int64_t)n}, at = 0;
	struct tensor *t = tensor_new(kind_of(spec), flat ? 1 : 2, dim, err);

	for (int64_t r = from; t && r < to; r++)
		for (size_t c = first; c < first + n; c++)
			if (!put(t, at++, g, (size_t)r, c, err)) {
				tensor_unref(t);
				return NULL;
			}
	return t;
}

/* "[age]" names a column, "[2:7]" rows. */
static struct tensor *pick(const struct feed_spec *spec, const struct grid *g, const char *brackets,
			   struct err *err)
{
	int64_t head = g->headed, from = head, to = (int64_t)g->n_rows;
	bool slice = brackets && strchr(brackets, ':');
	struct sv name = brackets && !slice ? sv_of(brackets) : spec->key;
	long c = column_of(g, name);

	if (slice) {
		if (!feed_slice(brackets, to - head, &from, &to, err))
			return NULL;
		from += head;
		to += head;
	}
	if (c < 0 && brackets && !slice) {
		no_column(g, name, err);
		return NULL;
	}
	if (c >= 0)
		return feed_shaped(spec, part(spec, g, from, to, (size_t)c, 1, true, err), err);
	if (spec->shape.rank == 1 && g->n_cols == 1)
		return part(spec, g, from, to, 0, 1, true, err);
	if (g->headed && spec->shape.rank == 1) {
		no_column(g, name, err);
		return NULL;
	}
	return part(spec, g, from, to, 0, g->n_cols, false, err);
}

struct tensor *feed_table(const struct feed_spec *spec, const char *text, struct err *err)
{
	static const char *const tabs[] = {".tsv", NULL};
	struct str bytes = STR_INIT;
	struct tensor *t = NULL;
	struct feed_name name;
	struct grid g = {0};

	feed_name_split(&name, text);
	if (feed_bytes(name.path, &bytes, err)) {
		if (grid_read(&g, body_of(&bytes), feed_ends(name.path, tabs) ? '\t' : ',', err))
			t = pick(spec, &g, name.part, err);
		if (!t)
			err_at(err, "%s", name.path);
	}
	str_free(&g.text);
	vec_free(&g.end);
	str_free(&bytes);
	feed_name_free(&name);
	return t;
}
