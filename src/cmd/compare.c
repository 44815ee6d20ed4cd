/*
 * Comparing with a dump. DIR/tensors.json is a list of objects {"name", "iter", "file", ...}; a tensor of
 * the run is looked up by name and iteration, its file read and forgotten at once, so that memory does not
 * grow with the dump. Differences are kept as sentences, in the order of the run.
 */
#include "cmd/compare.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"
#include "debug/gap.h"
#include "feed/refs.h"
#include "tensor/npy.h"
#include "tensor/print.h"
#include "tensor/seek.h"

enum { SHOW = 10 };

struct row {
	char *key;		/* name + iter */
	char *name, *iter, *op;
	char *type;		/* "float32[2,3]" */
	char *file;		/* NULL: not stored */
	bool seen;
};

struct compare {
	char *dir;
	double rtol, atol;
	VEC(struct row) row;
	struct map index;
	struct str text;	/* the first SHOW differences */
	uint64_t n_same, n_differ, n_extra, n_unread;
	char *unread;		/* why the first one could not be read */
};

/* ---- tensors.json ---- */

struct reader {
	const char *p, *end;
	int depth;
};

static char peek(struct reader *r)
{
	while (r->p < r->end && strchr(" \t\r\n", *r->p))
		r->p++;
	return r->p < r->end ? *r->p : '\0';
}

static bool eat(struct reader *r, char c)
{
	if (peek(r) != c || r->p == r->end)
		return false;
	r->p++;
	return true;
}

static void add_utf8(struct str *s, unsigned v)
{
	if (v >= 0xdc80 && v <= 0xdcff) {	/* surrogateescape: a byte that is no UTF-8 */
		str_addc(s, (char)(v - 0xdc00));
	} else if (v < 0x80) {
		str_addc(s, (char)v);
	} else if (v < 0x800) {
		str_addc(s, (char)(0xc0 | v >> 6));
		str_addc(s, (char)(0x80 | (v & 63)));
	} else {
		str_addc(s, (char)(0xe0 | v >> 12));
		str_addc(s, (char)(0x80 | (v >> 6 & 63)));
		str_addc(s, (char)(0x80 | (v & 63)));
	}
}

static bool escape(struct reader *r, struct str *s)
{
	static const char from[] = "nrtbf\"\\/", to[] = "\n\r\t\b\f\"\\/";
	char c = r->p < r->end ? *r->p++ : '\0';
	const char *at = c ? strchr(from, c) : NULL;
	char hex[5] = { 0 }, *stop;

	if (at) {
		str_addc(s, to[at - from]);
		return true;
	}
	if (c != 'u' || r->end - r->p < 4)
		return false;
	memcpy(hex, r->p, 4);
	add_utf8(s, (unsigned)strtoul(hex, &stop, 16));
	r->p += 4;
	return !*stop;
}

static bool string(struct reader *r, struct str *s)
{
	str_clear(s);
	str_addz(s, "");
	if (!eat(r, '"'))
		return false;
	while (r->p < r->end && *r->p != '"') {
		char c = *r->p++;

		if (c != '\\')
			str_addc(s, c);
		else if (!escape(r, s))
			return false;
	}
	return eat(r, '"');
}

/* Any value that nobody asks for. */
static bool skip(struct reader *r)
{
	struct str s = STR_INIT;
	char c = peek(r);
	bool ok = true;

	if (c == '"') {
		ok = string(r, &s);
	} else if (c == '[') {
		ok = r->depth++ < 64;
		r->p++;
		while (ok && peek(r) != ']')
			ok = skip(r) && (eat(r, ',') || peek(r) == ']');
		ok = ok && eat(r, ']');
		r->depth--;
	} else {
		const char *from = r->p;

		while (r->p < r->end && !strchr(",]} \t\r\n", *r->p))
			r->p++;
		ok = r->p > from;
	}
	str_free(&s);
	return ok;
}

/* "[2, 3]" as "[2,3]". */
static bool dims(struct reader *r, struct str *s)
{
	bool ok = eat(r, '['), first = true;

	str_addc(s, '[');
	while (ok && !eat(r, ']')) {
		const char *from;

		peek(r);
		from = r->p;
		while (r->p < r->end && *r->p >= '0' && *r->p <= '9')
			r->p++;
		ok = r->p > from;
		str_addz(s, first ? "" : ",");
		str_add(s, (struct sv){ from, (size_t)(r->p - from) });
		ok = ok && (eat(r, ',') || peek(r) == ']');
		first = false;
	}
	str_addc(s, ']');
	return ok;
}

/* What a row says, as text. */
struct fields {
	struct str name, iter, file, op, dtype, shape;
};

static void fields_free(struct fields *f)
{
	str_free(&f->name);
	str_free(&f->iter);
	str_free(&f->file);
	str_free(&f->op);
	str_free(&f->dtype);
	str_free(&f->shape);
}

static bool object(struct reader *r, struct fields *f)
{
	const struct {
		const char *key;
		struct str *to;
	} text[] = { { "name", &f->name },
		     { "iter", &f->iter },
		     { "file", &f->file },
		     { "op", &f->op },
		     { "dtype", &f->dtype } };
	struct str key = STR_INIT;
	bool ok = eat(r, '{');

	fields_free(f);
	while (ok && !eat(r, '}')) {
		struct str *to = NULL;

		ok = string(r, &key) && eat(r, ':');
		for (size_t i = 0; ok && i < sizeof(text) / sizeof(*text); i++)
			if (sv_is(str_sv(&key), text[i].key) && peek(r) == '"')
				to = text[i].to;
		if (ok && sv_is(str_sv(&key), "shape") && peek(r) == '[')
			ok = dims(r, &f->shape);
		else
			ok = ok && (to ? string(r, to) : skip(r));
		ok = ok && (eat(r, ',') || peek(r) == '}');
	}
	str_free(&key);
	return ok;
}

/* A file of the dump: relative, and not out of it. */
static bool stays_inside(const struct str *file)
{
	struct sv rest = str_sv(file);

	if (sv_find(rest, '\0') >= 0 || sv_starts(rest, SV("/")))
		return false;
	for (long slash; rest.p; rest = slash < 0 ? SV_NULL : sv_sub(rest, (size_t)slash + 1, rest.n)) {
		slash = sv_find(rest, '/');
		if (sv_is(slash < 0 ? rest : sv_sub(rest, 0, (size_t)slash), ".."))
			return false;
	}
	return true;
}

static void row_add(struct compare *m, struct fields *f)
{
	struct row w = {
		.key = xasprintf("%s%s", str_z(&f->name), str_z(&f->iter)),
		.name = xstrdup(str_z(&f->name)), .iter = xstrdup(str_z(&f->iter)), .op = xstrdup(str_z(&f->op)),
		.type = xasprintf("%s%s", str_z(&f->dtype), str_z(&f->shape)),
		.file = f->file.n && stays_inside(&f->file) ? xstrdup(f->file.p) : NULL,
	};

	vec_push(&m->row, w);
	map_add(&m->index, sv_of(w.key), m->row.n - 1);
}

static bool rows(struct compare *m, struct reader *r)
{
	struct fields f = { 0 };
	bool ok = eat(r, '[');

	while (ok && peek(r) != ']') {
		ok = object(r, &f);
		if (ok) {
			row_add(m, &f);
			ok = eat(r, ',') || peek(r) == ']';
		}
	}
	fields_free(&f);
	return ok && eat(r, ']');
}

struct compare *compare_new(const char *dir, double rtol, double atol, struct err *err)
{
	struct compare *m = xcalloc(1, sizeof(*m));
	char *path = xasprintf("%s/tensors.json", dir);
	FILE *f = fopen(path, "r");
	struct reader r = { 0 };
	char *text = NULL;
	size_t cap = 0;
	ssize_t n = f ? getdelim(&text, &cap, 0, f) : -1;
	bool ok = n >= 0;

	m->dir = xstrdup(dir);
	m->rtol = rtol;
	m->atol = atol;
	if (f)
		fclose(f);
	if (!ok)
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "no dump: %s", strerror(errno));
	if (!ok && refs_are(dir))
		err_note(err, "what other programs wrote is compared by: smtui diff MODEL %s", dir);
	r.p = text;
	r.end = ok ? text + n : text;
	if (ok && !rows(m, &r))
		ok = err_set(err, ERR_KIND_FILE, ERR_DATA_LOSS, "byte %zu: not as --dump writes it",
			     (size_t)(r.p - text));
	if (!ok) {
		err_at(err, "%s", path);
		compare_free(m);
		m = NULL;
	}
	free(text);
	free(path);
	return m;
}

void compare_free(struct compare *m)
{
	if (!m)
		return;
	for (size_t i = 0; i < m->row.n; i++) {
		free(m->row.p[i].key);
		free(m->row.p[i].name);
		free(m->row.p[i].iter);
		free(m->row.p[i].op);
		free(m->row.p[i].type);
		free(m->row.p[i].file);
	}
	vec_free(&m->row);
	map_free(&m->index);
	str_free(&m->text);
	free(m->dir);
	free(m->unread);
	free(m);
}

/* ---- two tensors ---- */

static bool close_to(double a, double b, const struct compare *m)
{
	if (a == b || (isnan(a) && isnan(b)))
		return true;
	return isfinite(a) && isfinite(b) && fabs(a - b) <= m->atol + m->rtol * fabs(b);
}

static bool element_same(const struct tensor *a, const struct tensor *b, int64_t i,
			 const struct compare *m)
{
	switch (dtype_info(a->dtype)->kind) {
	case DK_STRING:
		return sv_eq(tensor_str(a, i), tensor_str(b, i));
	case DK_FLOAT:
		return close_to(gap_element(a, i), gap_element(b, i), m);
	case DK_COMPLEX:
		return close_to(gap_element(a, 2 * i), gap_element(b, 2 * i), m) &&
		       close_to(gap_element(a, 2 * i + 1), gap_element(b, 2 * i + 1), m);
	default:
		return !memcmp((const char *)a->data + (size_t)i * dtype_info(a->dtype)->size,
			       (const char *)b->data + (size_t)i * dtype_info(a->dtype)->size,
			       dtype_info(a->dtype)->size);
	}
}

/* The element that is furthest off (the first one of strings and integers). */
static int64_t worst(const struct tensor *a, const struct tensor *b, const struct compare *m, int64_t *n)
{
	int64_t at = -1;
	double most = -1;

	*n = 0;
	for (int64_t i = 0; i < a->n; i++) {
		double off;

		if (element_same(a, b, i, m))
			continue;
		off = dtype_info(a->dtype)->kind == DK_FLOAT ? fabs(gap_element(a, i) - gap_element(b, i)) : 0;
		off = isnan(off) ? INFINITY : off;
		if (off > most) {
			most = off;
			at = i;
		}
		(*n)++;
	}
	return at;
}

/* "" when they are the same. */
static void difference(struct str *s, const struct tensor *a, const struct tensor *b,
		       const struct compare *m)
{
	int64_t n, at;

	if (a->dtype != b->dtype || !shape_eq(tensor_shape(a), tensor_shape(b))) {
		str_addf(s, "is %s ", dtype_info(a->dtype)->name);
		shape_str_py(s, tensor_shape(a));
		str_addf(s, ", the dump has %s ", dtype_info(b->dtype)->name);
		shape_str_py(s, tensor_shape(b));
		return;
	}
	at = worst(a, b, m, &n);
	if (at < 0)
		return;
	if (a->n > 1)
		str_addf(s, "%" PRId64 " of %" PRId64 " elements differ, most at ", n, a->n);
	if (a->n > 1)
		seek_index_text(a, at, s);
	str_addz(s, a->n > 1 ? ": " : "differs: ");
	print_element(s, a, at);
	str_addz(s, ", the dump has ");
	print_element(s, b, at);
}

/* ---- a run ---- */

static struct tensor *load(struct compare *m, const struct row *w)
{
	char *path = w->file ? xasprintf("%s/%s", m->dir, w->file) : NULL;
	struct err err = { 0 };
	struct tensor *t = path ? npy_read_file(path, &err) : NULL;

	if (!t) {
		m->n_unread++;
		if (!m->unread && path)
			m->unread = err_text(&err);
	}
	err_clear(&err);
	free(path);
	return t;
}

size_t compare_n(const struct compare *m)
{
	return m->row.n;
}

struct compare_row compare_row(const struct compare *m, size_t i)
{
	const struct row *w = &m->row.p[i];

	return (struct compare_row){ w->name, w->iter, w->op, w->type, w->file != NULL };
}

struct tensor *compare_load(struct compare *m, size_t i)
{
	return i < m->row.n ? load(m, &m->row.p[i]) : NULL;
}

/* npy files know no bfloat16: a dump holds it as float32. */
static struct tensor *as_stored(struct tensor *t)
{
	return t->dtype == DT_BFLOAT16 ? tensor_cast(t, DT_FLOAT, NULL) : tensor_ref(t);
}

static void compare_one(struct compare *m, struct sv key, struct sv name, struct tensor *t)
{
	struct tensor *a, *b;
	struct str s = STR_INIT;
	uint64_t i;

	if (!map_get(&m->index, key, &i)) {
		m->n_extra++;
		return;
	}
	m->row.p[i].seen = true;
	b = load(m, &m->row.p[i]);
	a = b ? as_stored(t) : NULL;
	if (a) {
		str_addz(&s, "");
		difference(&s, a, b, m);
		m->n_same += s.n == 0;
		if (s.n && m->n_differ++ < SHOW) {
			str_escaped(&m->text, name);
			str_addf(&m->text, ": %s\n", s.p);
		}
	}
	str_free(&s);
	tensor_unref(a);
	tensor_unref(b);
}

static bool on_event(void *ctx, struct exec *x, const struct exec_event *ev, struct err *err)
{
	struct compare *m = ctx;
	struct str key = STR_INIT, iter = STR_INIT;
	size_t base;

	(void)err;
	if (ev->kind != EV_RAN)
		return true;
	exec_path(ev->frame, ev->node, &key);
	exec_iter_suffix(ev->frame, &iter);
	base = key.n;
	for (int i = 0; i < exec_n_out(x); i++) {
		struct tensor *t = exec_out(x, i);

		if (!t || dtype_info(t->dtype)->kind == DK_OBJECT)
			continue;
		key.n = base;
		str_addf(&key, ":%d", i);
		str_add(&key, str_sv(&iter));
		compare_one(m, str_sv(&key), str_sv(&key), t);
	}
	str_free(&key);
	str_free(&iter);
	return true;
}

struct watcher compare_watcher(struct compare *m)
{
	return (struct watcher){ .mask = EV_RAN, .event = on_event, .ctx = m };
}

int compare_print(const struct compare *m, bool ran, struct sink *out)
{
	uint64_t missing = 0, n = m->n_same + m->n_differ;

	for (size_t i = 0; i < m->row.n; i++)
		missing += !m->row.p[i].seen;
	if (m->n_differ) {
		sink_puts(out, m->text.p);
		if (m->n_differ > SHOW)
			sink_printf(out, "and %" PRIu64 " more\n", m->n_differ - SHOW);
	} else {
		sink_puts(out, n ? "no difference\n" : "nothing could be compared\n");
	}
	sink_printf(out, "%" PRIu64 " of %" PRIu64 " tensors differ (rtol %g, atol %g)", m->n_differ, n,
		    m->rtol, m->atol);
	if (m->n_extra)
		sink_printf(out, "; %" PRIu64 " of this run are not in the dump", m->n_extra);
	if (missing)
		sink_printf(out, "; %" PRIu64 " of the dump were not made", missing);
	if (m->n_unread)
		sink_printf(out, "; %" PRIu64 " could not be read", m->n_unread);
	sink_puts(out, m->unread ? ", first:\n" : "\n");
	if (m->unread)
		sink_printf(out, "%s\n", m->unread);
	if (m->n_differ)
		return 1;
	return n && ran ? 0 : 3;
}
