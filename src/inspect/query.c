/*
 * Parsing: text to a tree of struct query, the operands of an `and` in the order of what they cost, so that a
 * node is decoded or its shape worked out only where its name and op say so. What terms mean is in query_term.c.
 */
#include "inspect/query_term.h"

#include <ctype.h>
#include <stdlib.h>

#include "base/mem.h"

enum { MAX_DEPTH = 100 };

struct parser {
	const char *text, *p;
	int depth;
	struct err *err;
};

static struct query *or_parse(struct parser *ps);

static struct query *fail(struct parser *ps, const char *at, size_t n, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* The text once more, with a line that marks what is wrong. */
static struct query *fail(struct parser *ps, const char *at, size_t n, const char *fmt, ...)
{
	struct str s = STR_INIT, line = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	err_set(ps->err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "%s", str_z(&s));
	str_escaped(&line, sv_of(ps->text));
	err_note(ps->err, "%s", str_z(&line));
	str_clear(&line);
	str_escaped(&line, (struct sv){ ps->text, (size_t)(at - ps->text) });
	str_clear(&s);
	str_addn(&s, ' ', line.n);
	str_addn(&s, '^', n ? n : 1);
	err_note(ps->err, "%s", str_z(&s));
	str_free(&s);
	str_free(&line);
	return NULL;
}

static void blanks(struct parser *ps)
{
	while (isspace((unsigned char)*ps->p))
		ps->p++;
}

static size_t word_n(const char *p)
{
	size_t n = 0;

	while (p[n] && !isspace((unsigned char)p[n]) && p[n] != '(' && p[n] != ')')
		n++;
	return n;
}

static bool keyword(const struct parser *ps, const char *word)
{
	size_t n = word_n(ps->p);

	return n == strlen(word) && !strncmp(ps->p, word, n);
}

static struct query *new(enum query_kind kind)
{
	struct query *q = xcalloc(1, sizeof(*q));

	q->kind = kind;
	return q;
}

void query_free(struct query *q)
{
	if (!q)
		return;
	for (size_t i = 0; i < q->sub.n; i++)
		query_free(q->sub.p[i]);
	vec_free(&q->sub);
	if (q->regex)
		regfree(&q->re);
	free(q->text);
	free(q->value);
	free(q);
}

/* ---- terms ---- */

/* The value behind "key:": up to a blank or a parenthesis that it did not open; in quotes up to the quote. */
static char *value_take(struct parser *ps)
{
	const char *from = ps->p;
	int open = 0;

	if (*from == '"') {
		const char *end = strchr(from + 1, '"');

		if (!end) {
			fail(ps, from, strlen(from), "the quotes have no end");
			return NULL;
		}
		ps->p = end + 1;
		return xsvdup((struct sv){ from + 1, (size_t)(end - from - 1) });
	}
	for (; *ps->p && !isspace((unsigned char)*ps->p); ps->p++) {
		open += (*ps->p == '(') - (*ps->p == ')');
		if (open < 0)
			break;
	}
	return xsvdup((struct sv){ from, (size_t)(ps->p - from) });
}

static bool regex_take(struct parser *ps, struct query *q)
{
	const char *from = ps->p++, *end;
	struct str s = STR_INIT;
	char what[200];
	int rc;

	for (end = ps->p; *end && *end != '/'; end++)
		if (*end == '\\' && end[1])
			end++;
	if (*end != '/') {
		fail(ps, from, strlen(from), "the regular expression has no / at its end");
		return false;
	}
	str_add(&s, (struct sv){ ps->p, (size_t)(end - ps->p) });
	ps->p = end + 1;
	q->fold = !text_has_capital(str_sv(&s));
	rc = regcomp(&q->re, str_z(&s), REG_EXTENDED | REG_NOSUB | (q->fold ? REG_ICASE : 0));
	str_free(&s);
	if (!rc)
		return q->regex = true;
	regerror(rc, &q->re, what, sizeof(what));
	fail(ps, from, (size_t)(ps->p - from), "regular expression: %s", what);
	return false;
}

static bool starts_regex(const char *p)
{
	return *p == '/' && p[1] && !isspace((unsigned char)p[1]) && strchr(p + 1, '/');
}

static struct query *name_parse(struct parser *ps)
{
	struct query *q = new(Q_NAME);
	const char *from = ps->p;

	if (starts_regex(ps->p)) {
		if (regex_take(ps, q))
			return q;
	} else if ((q->text = value_take(ps)) && *q->text) {
		q->fold = !text_has_capital(sv_of(q->text));
		return q;
	} else {
		fail(ps, from, 1, "a term is missing here");
	}
	query_free(q);
	return NULL;
}

static struct query *primary(struct parser *ps);

static struct query *term_parse(struct parser *ps, const struct query_row *row)
{
	const char *from = ps->p, *value;
	struct query *q = new(row->kind);
	struct str why = STR_INIT;

	ps->p += strlen(row->key);
	value = ps->p;
	if (row->kind == Q_IN || row->kind == Q_OUT) {
		struct query *sub =
			isspace((unsigned char)*value) || !*value
				? fail(ps, from, strlen(row->key), "%s wants a term right behind it", row->key)
				: primary(ps);

		if (sub)
			vec_push(&q->sub, sub);
		q->cost = sub ? sub->cost + 8 : 0;
		if (sub)
			return q;
	} else if ((q->text = value_take(ps))) {
		q->cost = row->cost;
		q->fold = !text_has_capital(sv_of(q->text));
		if (!*q->text)
			str_addf(&why, "%s wants %s", row->key, row->wants);
		if (*q->text && (!row->prepare || row->prepare(q, &why)))
			return q;
		fail(ps, *value ? value : from, *value ? (size_t)(ps->p - value) : strlen(row->key), "%s", str_z(&why));
	}
	str_free(&why);
	query_free(q);
	return NULL;
}

/* "opp:Conv2D": names have no colons. */
static struct query *no_such_key(struct parser *ps)
{
	struct str s = STR_INIT;
	const char *colon = strchr(ps->p, ':');

	for (const struct query_row *r = query_rows; r->key; r++)
		str_addf(&s, "%s%s", r == query_rows ? "" : " ", r->key);
	fail(ps, ps->p, (size_t)(colon - ps->p) + 1, "no such term; there are %s", str_z(&s));
	str_free(&s);
	return NULL;
}

static const struct query_row *row_at(const char *p)
{
	for (const struct query_row *r = query_rows; r->key; r++)
		if (!strncmp(p, r->key, strlen(r->key)))
			return r;
	return NULL;
}

static bool has_key(const char *p)
{
	const char *q = p;

	while (isalpha((unsigned char)*q) || *q == '_')
		q++;
	return q > p && *q == ':';
}

static struct query *group(struct parser *ps)
{
	const char *from = ps->p++;
	struct query *q;

	if (++ps->depth > MAX_DEPTH)
		return fail(ps, from, 1, "parentheses are nested too deeply");
	q = or_parse(ps);
	ps->depth--;
	blanks(ps);
	if (q && *ps->p != ')') {
		query_free(q);
		return fail(ps, from, 1, "this parenthesis is not closed");
	}
	ps->p++;
	return q;
}

static struct query *primary(struct parser *ps)
{
	const struct query_row *row;
	struct query *q;

	if (*ps->p == '(')
		return group(ps);
	if (!*ps->p || *ps->p == ')')
		return fail(ps, ps->p, 1, "a term is missing here");
	row = row_at(ps->p);
	if (!row && has_key(ps->p))
		return no_such_key(ps);
	if (!row)
		return name_parse(ps);
	if (++ps->depth > MAX_DEPTH)
		return fail(ps, ps->p, 1, "terms are nested too deeply");
	q = term_parse(ps, row);
	ps->depth--;
	return q;
}

/* ---- or, and, not ---- */

static struct query *not_parse(struct parser *ps)
{
	bool no = false;
	struct query *q, *sub;

	for (blanks(ps); keyword(ps, "not"); blanks(ps)) {
		no = !no;
		ps->p += 3;
	}
	sub = primary(ps);
	if (!sub || !no)
		return sub;
	q = new(Q_NOT);
	q->cost = sub->cost;
	vec_push(&q->sub, sub);
	return q;
}

/* Cheap ones first; those of equal cost as they were written. */
static void order(struct query *q)
{
	for (size_t i = 1; i < q->sub.n; i++)
		for (size_t k = i; k > 0 && q->sub.p[k]->cost < q->sub.p[k - 1]->cost; k--) {
			struct query *t = q->sub.p[k];

			q->sub.p[k] = q->sub.p[k - 1];
			q->sub.p[k - 1] = t;
		}
}

/* One operand is itself. */
static struct query *joined(struct query *q)
{
	struct query *only;

	if (q->sub.n != 1) {
		for (size_t i = 0; i < q->sub.n; i++)
			q->cost = q->sub.p[i]->cost > q->cost ? q->sub.p[i]->cost : q->cost;
		order(q);
		return q;
	}
	only = q->sub.p[0];
	q->sub.n = 0;
	query_free(q);
	return only;
}

static struct query *and_parse(struct parser *ps)
{
	struct query *q = new(Q_AND), *sub;

	for (;;) {
		if (!(sub = not_parse(ps))) {
			query_free(q);
			return NULL;
		}
		vec_push(&q->sub, sub);
		blanks(ps);
		if (keyword(ps, "and")) {
			ps->p += 3;
			continue;
		}
		if (!*ps->p || *ps->p == ')' || keyword(ps, "or"))
			return joined(q);
	}
}

static struct query *or_parse(struct parser *ps)
{
	struct query *q = new(Q_OR), *sub;

	for (;;) {
		if (!(sub = and_parse(ps))) {
			query_free(q);
			return NULL;
		}
		vec_push(&q->sub, sub);
		blanks(ps);
		if (!keyword(ps, "or"))
			return joined(q);
		ps->p += 2;
	}
}

struct query *query_new(const char *text, struct err *err)
{
	struct parser ps = { .text = text, .p = text, .err = err };
	struct query *q;

	blanks(&ps);
	if (!*ps.p)
		return new(Q_AND);	/* nothing asked: every node */
	q = or_parse(&ps);
	if (q && *ps.p) {
		query_free(q);
		return fail(&ps, ps.p, 1, "this parenthesis was never opened");
	}
	return q;
}

bool query_is(const char *text)
{
	for (const char *p = text; *p; p++)
		if ((p == text || isspace((unsigned char)p[-1]) || p[-1] == '(') && row_at(p))
			return true;
	return false;
}
