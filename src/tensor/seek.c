/* Looking for values in a tensor; see seek.h. */
#include "tensor/seek.h"

#include <inttypes.h>
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tensor/stats.h"

/* ---- what is looked for ---- */

static void blanks(const char **p)
{
	while (**p == ' ')
		++*p;
}

static bool number(const char **p, double *v)
{
	char *end;

	blanks(p);
	*v = strtod(*p, &end);
	if (end == *p || isnan(*v))
		return false;
	*p = end;
	blanks(p);
	return true;
}

static bool range(const char **p, struct seek *s)
{
	double lo, hi;

	blanks(p);
	if (*(*p)++ != '[' || !number(p, &lo) || *(*p)++ != ',' || !number(p, &hi) ||
	    *(*p)++ != ']')
		return false;
	blanks(p);
	if (s->n == SEEK_RANGES)
		return false;
	s->lo[s->n] = lo;
	s->hi[s->n++] = hi;
	return true;
}

/* "[lo,hi]" or "[[lo,hi],...]" */
static bool ranges(const char *p, struct seek *s)
{
	const char *one = p;

	if (range(&one, s))
		return !*one;
	s->n = 0;
	for (p++; range(&p, s); p++)
		if (*p != ',')
			return *p == ']' && !p[1];
	return false;
}

/* "> 3", ">= 3", "< 3", "<= 3", "= 3", "== 3", "3" */
static bool comparison(const char *p, struct seek *s)
{
	char op = *p;
	bool equal;
	double v;

	if (strchr("<>=", op))
		p++;
	equal = *p == '=';
	p += equal;
	if (!number(&p, &v) || *p)
		return false;
	s->n = 1;
	s->lo[0] = op == '>' ? (equal ? v : nextafter(v, INFINITY)) : op == '<' ? -INFINITY : v;
	s->hi[0] = op == '<' ? (equal ? v : nextafter(v, -INFINITY)) : op == '>' ? INFINITY : v;
	s->single = op != '<' && op != '>';
	return true;
}

static bool word(const char *p, struct seek *s)
{
	static const struct {
		const char *name;
		enum seek_kind kind;
		double v;
	} words[] = {
		{ "bad", SEEK_BAD, 0 }, { "nan", SEEK_NAN, 0 }, { "inf", SEEK_INF, 0 },
		{ "max", SEEK_MAX, 0 }, { "min", SEEK_MIN, 0 }, { "absmax", SEEK_ABSMAX, 0 },
		{ "zero", SEEK_RANGE, 0 }, { "true", SEEK_RANGE, 1 }, { "false", SEEK_RANGE, 0 },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (!strcasecmp(p, words[i].name)) {
			s->kind = words[i].kind;
			s->n = 1;
			s->lo[0] = s->hi[0] = words[i].v;
			return true;
		}
	return false;
}

/* Text in quotes is what the quotes hold. */
static void unquote(struct seek *s)
{
	struct sv v = str_sv(&s->text);
	struct str in = STR_INIT;

	s->kind = SEEK_TEXT;
	if (v.n < 2 || (v.p[0] != '"' && v.p[0] != '\'') || v.p[v.n - 1] != v.p[0])
		return;
	str_add(&in, sv_sub(v, 1, v.n - 1));
	str_free(&s->text);
	s->text = in;
}

bool seek_parse(struct seek *s, struct sv text, struct err *err)
{
	const char *p;

	*s = (struct seek){ 0 };
	while (text.n && text.p[0] == ' ')
		text = sv_sub(text, 1, text.n);
	while (text.n && text.p[text.n - 1] == ' ')
		text.n--;
	if (!text.n)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "what is to be looked for?");
	str_add(&s->text, text);
	p = str_z(&s->text);
	if (word(p, s))
		return true;
	s->kind = SEEK_RANGE;
	if (*p == '[' ? ranges(p, s) : comparison(p, s))
		return true;
	if (*p != '[') {
		unquote(s);
		return true;
	}
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		"%s is no range: [LOW,HIGH] or [[LOW,HIGH],[LOW,HIGH]], at most %d, such as "
		"[-inf,-0.1]",
		p, SEEK_RANGES);
	seek_free(s);
	return false;
}

void seek_free(struct seek *s)
{
	str_free(&s->text);
	*s = (struct seek){ 0 };
}

/* ---- in a tensor ---- */

enum { BLOCK = 4096 };

bool seek_aim(struct seek *s, const struct tensor *t, struct err *err)
{
	enum dtype_kind k = dtype_info(t->dtype)->kind;
	bool numbers = k != DK_STRING && k != DK_OBJECT && k != DK_NONE;
	struct stats st;

	if (s->kind == SEEK_TEXT && k == DK_STRING)
		return true;
	if (s->kind == SEEK_TEXT && numbers)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "\"%s\": numbers are looked for with nan, inf, bad, max, min, absmax, "
			       "zero, a number, \"> 3\" or [LOW,HIGH]", str_z(&s->text));
	if (k == DK_STRING) {	/* "3", "max" and "[1,2]" are words too */
		s->kind = SEEK_TEXT;
		return true;
	}
	if (!numbers)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "%s has no values to look for", dtype_info(t->dtype)->name);
	if (s->kind < SEEK_MAX || s->kind > SEEK_ABSMAX)
		return true;
	stats_look(t, 0, &st);
	s->aim = s->kind == SEEK_MAX ? st.max : s->kind == SEEK_MIN ? st.min : st.absmax;
	if (!st.n_finite)	/* nothing is equal to this */
		s->aim = NAN;
	return true;
}

static bool in_range(const struct seek *s, const struct tensor *t, double v)
{
	if (s->single && (t->dtype == DT_FLOAT || t->dtype == DT_COMPLEX64))
		return v == (double)(float)s->lo[0];
	for (int i = 0; i < s->n; i++)
		if (v >= s->lo[i] && v <= s->hi[i])
			return true;
	return false;
}

static bool holds(struct sv in, struct sv what)
{
	return what.n && in.n >= what.n && memmem(in.p, in.n, what.p, what.n) != NULL;
}

bool seek_hit(const struct seek *s, const struct tensor *t, int64_t i)
{
	double v;

	if (i < 0 || s->kind == SEEK_NOTHING)
		return false;
	if (s->kind == SEEK_TEXT)
		return t->dtype == DT_STRING && holds(tensor_str(t, i), str_sv(&s->text));
	v = t->dtype == DT_FLOAT ? (double)((const float *)t->data)[i] : stats_value(t, i);
	switch (s->kind) {
	case SEEK_BAD: return !isfinite(v);
	case SEEK_NAN: return isnan(v);
	case SEEK_INF: return isinf(v);
	case SEEK_MAX: case SEEK_MIN: return v == s->aim;
	case SEEK_ABSMAX: return fabs(v) == s->aim;
	default: return in_range(s, t, v);
	}
}

#define COUNT(is) \
	do { \
		for (int64_t i = 0; i < n; i++) { \
			float v = f[i]; \
			hits += (is); \
		} \
	} while (0)

/* Most tensors are floats, and large ones are looked through often: plain loops. */
static int64_t count_floats(const struct seek *s, const float *f, int64_t n)
{
	double lo = s->lo[0], hi = s->hi[0];
	float aim = (float)s->aim;
	int64_t hits = 0;

	switch (s->kind) {
	case SEEK_BAD: COUNT(!(fabsf(v) <= FLT_MAX)); break;
	case SEEK_NAN: COUNT(v != v); break;
	case SEEK_INF: COUNT(fabsf(v) > FLT_MAX); break;
	case SEEK_MAX: case SEEK_MIN: COUNT(v == aim); break;
	case SEEK_ABSMAX: COUNT(fabsf(v) == aim); break;
	default: COUNT((double)v >= lo && (double)v <= hi); break;
	}
	return hits;
}

#undef COUNT

/* Hits of elements [from, to). */
static int64_t count_in(const struct seek *s, const struct tensor *t, int64_t from, int64_t to)
{
	int64_t n = 0;

	if (t->dtype == DT_FLOAT && (s->kind != SEEK_RANGE || (s->n == 1 && !s->single)))
		return count_floats(s, (const float *)t->data + from, to - from);
	for (int64_t i = from; i < to; i++)
		n += seek_hit(s, t, i);
	return n;
}

int64_t seek_count(const struct seek *s, const struct tensor *t)
{
	return count_in(s, t, 0, t->n);
}

/* The first hit of [from, to), or (dir -1) the last one; -1: none. */
static int64_t find_in(const struct seek *s, const struct tensor *t, int64_t from, int64_t to,
		       int dir)
{
	while (from < to) {
		int64_t a = dir > 0 ? from : to - BLOCK > from ? to - BLOCK : from;
		int64_t b = dir > 0 ? (from + BLOCK < to ? from + BLOCK : to) : to;

		if (count_in(s, t, a, b) > 0)
			for (int64_t i = dir > 0 ? a : b - 1; i >= a && i < b; i += dir)
				if (seek_hit(s, t, i))
					return i;
		from = dir > 0 ? b : from;
		to = dir > 0 ? to : a;
	}
	return -1;
}

int64_t seek_next(const struct seek *s, const struct tensor *t, int64_t from, int dir,
		  int64_t *rank)
{
	int64_t after = dir > 0 ? from + 1 : from, found;

	after = after < 0 ? 0 : after > t->n ? t->n : after;
	if (dir > 0)
		found = find_in(s, t, after, t->n, 1);
	else
		found = find_in(s, t, 0, after, -1);
	if (found < 0)	/* round the end */
		found = dir > 0 ? find_in(s, t, 0, after, 1) : find_in(s, t, after, t->n, -1);
	if (rank)
		*rank = count_in(s, t, 0, found + 1);
	return found;
}

/* ---- indices ---- */

void seek_index_text(const struct tensor *t, int64_t flat, struct str *out)
{
	int64_t at[SHAPE_MAX_RANK];

	for (int d = t->rank - 1; d >= 0; d--) {
		at[d] = flat % t->dim[d];
		flat /= t->dim[d];
	}
	str_addc(out, '[');
	for (int d = 0; d < t->rank; d++)
		str_addf(out, "%s%" PRId64, d ? "," : "", at[d]);
	str_addc(out, ']');
}

static bool index_number(const char **p, int64_t n, int64_t *at, struct err *err)
{
	char *end;
	long long v = strtoll(*p, &end, 10);

	if (end == *p)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "an index is numbers with commas, not \"%s\"", *p);
	*at = v < 0 && v >= -n ? v + n : v;
	if (*at < 0 || *at >= n)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE,
			       "index %lld is out of bounds for an axis of size %" PRId64, v, n);
	*p = end;
	blanks(p);
	return true;
}

bool seek_index(const struct tensor *t, struct sv text, int64_t *at, struct err *err)
{
	struct str s = STR_INIT;
	const char *p;
	bool open, ok = true;
	int d = 0;

	str_add(&s, text);
	p = str_z(&s);
	blanks(&p);
	open = *p == '[';
	p += open;
	for (; ok && *p && *p != ']'; d++) {
		if (d == t->rank) {
			ok = err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				     "too many indices: the tensor has rank %d", t->rank);
			break;
		}
		blanks(&p);
		if (*p == ':') {	/* the axis stays as it is */
			p++;
			blanks(&p);
		} else {
			ok = index_number(&p, t->dim[d], &at[d], err);
		}
		if (ok && *p && *p != ',' && *p != ']')
			ok = err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				     "an index is numbers with commas, not \"%s\"", p);
		p += *p == ',';
	}
	str_free(&s);
	return ok;
}
