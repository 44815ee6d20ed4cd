/* CSVDataset: records of files as scalars, read as TensorFlow's own reader does, which is not DecodeCSV's. */
#include <string.h>

#include "ops/dsfile.h"
#include "ops/text.h"

/*
 * ds.val: the files, what stands for a missing value, columns to take, columns to leave out, then a default a
 * component. a: how the files are packed, b: the delimiter, c: CSV_*.
 */
enum { V_FILES, V_NA, V_TAKE, V_LEAVE, V_DEFAULTS };
enum { CSV_HEADER = 1, CSV_QUOTES = 2 };

struct csv {
	struct op_ctx *c;
	struct it *i;
	struct sv all;
	size_t at;
	struct elem *e;			/* NULL: nothing is taken, as in a header */
	struct str text;		/* of a quoted field */
	struct err err;			/* the record's first error; it is read to its end nevertheless */
	int n;				/* fields taken */
};

#define BAD(f, ...)                                                                                          \
	((void)(err_is(&(f)->err) || err_set(&(f)->err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, __VA_ARGS__)))

static bool at_end(const struct csv *f)
{
	return f->at >= f->all.n;
}

/* ---- a field as a component ---- */

static struct tensor *value(struct csv *f, int k, struct sv v)
{
	const struct ds *d = f->i->d;
	struct tensor *def = d->val[V_DEFAULTS + k], *t;

	if (v.n == 0 || sv_eq(v, tensor_str(d->val[V_NA], 0))) {
		if (def->n == 1)
			return tensor_view(def, def->dtype, 0, NULL, f->c->err);
		BAD(f, "Field %d is required but missing in record!", k);
		return NULL;
	}
	if (d->type[k] == DT_STRING)
		return tensor_scalar_str(v, f->c->err);
	t = tensor_zeros(d->type[k], 0, NULL, f->c->err);
	if (t && !text_number(d->type[k], v, t->data)) {
		BAD(f, "Field %d in record is not a valid %s: %.*s", k, dtype_text(d->type[k]), SV_ARG(v));
		tensor_unref(t);
		return NULL;
	}
	return t;
}

static void take(struct csv *f, struct sv v)
{
	const struct ds *d = f->i->d;
	struct tensor *t;

	if (f->n >= d->n_types) {
		BAD(f, "Expect %d fields but have more in record", d->n_types);
		return;
	}
	t = value(f, f->n, v);
	f->n++;
	if (t)
		elem_add(f->e, t);
}

/* ---- fields ---- */

/* Behind a field's end: the delimiter or a line's end, both of whose characters belong together. */
static bool line_ends(struct csv *f, char ch)
{
	f->at++;
	if (ch == '\r' && !at_end(f) && f->all.p[f->at] == '\n')
		f->at++;
	return true;
}

static bool is_line_end(char ch)
{
	return ch == '\n' || ch == '\r';
}

/* true: the record is at its end. */
static bool plain(struct csv *f, bool wanted)
{
	size_t from = f->at;
	bool quote = false, last;
	char ch = '\n';

	while (!at_end(f)) {
		ch = f->all.p[f->at];
		if (ch == (char)f->i->d->b || is_line_end(ch))
			break;
		quote |= (f->i->d->c & CSV_QUOTES) && ch == '"';
		f->at++;
	}
	if (quote)
		BAD(f, "Unquoted fields cannot have quotes inside");
	if (wanted)
		take(f, sv_sub(f->all, from, f->at));
	last = at_end(f) || ch != (char)f->i->d->b;
	if (at_end(f))
		return true;
	if (!last)
		f->at++;
	return last && line_ends(f, ch);
}

/* What the quotes hold goes into text; false: the file ends in them. */
static bool unquote(struct csv *f, bool *escaped)
{
	str_clear(&f->text);
	for (f->at++; !at_end(f);) {
		char ch = f->all.p[f->at++];

		if (ch == '"' && (at_end(f) || f->all.p[f->at] == (char)f->i->d->b || is_line_end(f->all.p[f->at])))
			return true;
		str_addc(&f->text, ch);
		if (ch == '"')
			*escaped &= f->all.p[f->at++] == '"';
	}
	return false;
}

static bool quoted(struct csv *f, bool wanted)
{
	bool escaped = true;
	char ch;

	if (!unquote(f, &escaped)) {
		BAD(f, "Reached end of file without closing quoted field in record");
		return false;
	}
	if (!escaped)
		BAD(f, "Quote inside a string has to be escaped by another quote");
	else if (wanted)
		take(f, str_sv(&f->text));
	if (at_end(f))
		return true;
	ch = f->all.p[f->at];
	if (is_line_end(ch))
		return line_ends(f, ch);
	f->at++;
	return false;
}

static bool field(struct csv *f, bool wanted)
{
	if (at_end(f)) {
		if (wanted)
			take(f, SV(""));
		return true;
	}
	if ((f->i->d->c & CSV_QUOTES) && f->all.p[f->at] == '"')
		return quoted(f, wanted);
	return plain(f, wanted);
}

/* ---- records ---- */

static bool listed(const struct tensor *t, int64_t k, int64_t col)
{
	return k < t->n && tensor_get_i64(t, k) == col;
}

static void fields(struct csv *f)
{
	const struct tensor *only = f->i->d->val[V_TAKE], *not = f->i->d->val[V_LEAVE];
	int64_t n_took = 0, n_left = 0;
	bool last = false;

	for (int64_t col = 0; !last; col++) {
		bool leave = listed(not, n_left, col);
		bool wanted = (!only->n && !not->n) || listed(only, n_took, col) || (not->n && !leave);

		last = field(f, wanted && f->e);
		n_took += wanted;
		n_left += leave;
	}
}

/* Reads a record at it.m; false with its error. The header's fields are looked at, but not taken. */
static bool read_fields(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct csv f = { .c = c, .i = i, .all = dsfile_bytes(i), .at = (size_t)i->m, .e = e, .text = STR_INIT };
	bool ok;

	fields(&f);
	i->m = (int64_t)f.at;
	str_free(&f.text);
	if (err_is(&f.err) && !err_is(c->err))
		op_invalid(c, "%s", f.err.msg);
	err_clear(&f.err);
	ok = !err_is(c->err);
	if (ok && e && f.n != i->d->n_types)
		ok = op_invalid(c, "Expect %d fields but have %d in record", i->d->n_types, f.n);
	return ok;
}

static enum got record(struct op_ctx *c, struct it *i, struct elem *e)
{
	if ((size_t)i->m >= dsfile_bytes(i).n)
		return IT_END;
	return read_fields(c, i, e) ? IT_GOT : IT_ERR;
}

static enum got begin(struct op_ctx *c, struct it *i)
{
	struct err err = { 0 }, *outer = c->err;
	bool ok = dsfile_bytes(i).n > 0;

	if (!(i->d->c & CSV_HEADER))
		return IT_GOT;
	c->err = &err;
	ok = ok && read_fields(c, i, NULL);
	c->err = outer;
	err_clear(&err);
	if (!ok)
		op_invalid(c, "Can't read header of file");
	return ok ? IT_GOT : IT_ERR;
}

static enum got next(struct op_ctx *c, struct it *i, struct elem *e)
{
	struct dsfile_reader r = { .pack = (enum dsfile_pack)i->d->a, .begin = begin, .record = record };

	return dsfile_next(c, i, e, &r);
}

/* ---- arguments ---- */

static bool defaults(struct op_ctx *c, struct ds *d)
{
	int at = ds_arg(c, "record_defaults");

	if (at < 0 || at + d->n_types > c->n_in)
		return op_invalid(c, "%d components, but fewer defaults", d->n_types);
	for (int k = 0; k < d->n_types; k++) {
		const struct tensor *t = c->in[at + k];

		if (t->rank > 1)
			return op_invalid(c, "Each record default should be at most rank 1");
		if (t->n >= 2)
			return op_invalid(c, "There should only be 1 default per field but field %d has %lld", k,
					  (long long)t->n);
		if (t->dtype != d->type[k] ||
		    !((DM_INDEX | DM(DT_FLOAT) | DM(DT_DOUBLE) | DM(DT_STRING)) & DM(t->dtype)))
			return op_invalid(c, "csv: data type %s not supported in field %d", dtype_text(t->dtype), k);
		if (!ds_add_val(c, d, c->in[at + k]))
			return false;
	}
	return true;
}

static bool rising(struct op_ctx *c, const struct tensor *t, const char *name)
{
	for (int64_t k = 1; k < t->n; k++)
		if (tensor_get_i64(t, k - 1) >= tensor_get_i64(t, k))
			return op_invalid(c, "%s should be strictly increasing indices", name);
	return !t->n || tensor_get_i64(t, 0) >= 0 ||
	       op_invalid(c, "%s should be non-negative indices", name);
}

/* The columns of input `name`; none where the op has no such input. */
static bool columns(struct op_ctx *c, struct ds *d, const char *name, const char *full_stop)
{
	int i = ds_arg(c, name);
	int64_t none = 0;
	struct tensor *t;
	bool ok;

	if (i >= 0 && c->in[i]->rank != 1)
		return op_invalid(c, "`%s` must be a vector%s", name, full_stop);
	if (i >= 0)
		return ds_add_val(c, d, c->in[i]);
	t = tensor_zeros(DT_INT64, 1, &none, c->err);
	ok = t && ds_add_val(c, d, t);
	tensor_unref(t);
	return ok;
}

static bool columns_ok(struct op_ctx *c, const struct ds *d)
{
	const struct tensor *take = d->val[V_TAKE], *leave = d->val[V_LEAVE];

	if (take->n && take->n != d->n_types)
		return op_invalid(c, "select_cols should match output size");
	if (!rising(c, take, "select_cols"))
		return false;
	if (take->n && leave->n)
		return op_invalid(c, "Either select_cols or exclude_cols should be empty");
	return rising(c, leave, "exclude_cols");
}

static bool options(struct op_ctx *c, struct ds *d)
{
	struct sv pack, delim, na;
	bool header, quotes;
	int64_t buffer;

	if (!ds_int(c, "buffer_size", &buffer))
		return false;
	if (buffer <= 0)
		return op_invalid(c, "buffer_size should be positive");
	if (!dsfile_string(c, "field_delim", &delim))
		return false;
	if (delim.n != 1)
		return op_invalid(c, "field_delim should be only 1 char");
	if (!ds_bool(c, "header", &header) || !ds_bool(c, "use_quote_delim", &quotes) ||
	    !dsfile_string(c, "na_value", &na) || !dsfile_string(c, "compression_type", &pack))
		return false;
	d->a = dsfile_pack_of(pack);
	d->b = delim.p[0];
	d->c = (header ? CSV_HEADER : 0) | (quotes ? CSV_QUOTES : 0);
	return d->a < PACK_SNAPPY || op_invalid(c, "Unsupported compression_type: %.*s.", SV_ARG(pack));
}

static bool make(struct op_ctx *c, struct ds *d)
{
	int na = ds_arg(c, "na_value");

	return dsfile_names(c, d) && (na < 0 || ds_add_val(c, d, c->in[na])) &&
	       columns(c, d, "select_cols", ".") && columns(c, d, "exclude_cols", "") && defaults(c, d) &&
	       options(c, d) && columns_ok(c, d);
}

#define ROW(what)                                                                                            \
	{ .name = what, .n_in = -1, .n_out = 1, .flags = OP_STATEFUL, .run = ds_run,                         \
	  .data = &(const struct ds_kind){ .next = next, .make = make } }

static const struct op_row rows[] = {
	ROW("CSVDataset"),
	ROW("CSVDatasetV2"),
	ROW("ExperimentalCSVDataset"),
};

OP_FAMILY(family_dataset_csv, rows);
