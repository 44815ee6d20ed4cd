/*
 * Literals as Python writes them: numbers, True and False, strings in quotes, nested lists. Parsed
 * twice: once for the shape and the type, once for the values. Nothing is ever evaluated.
 */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/vec.h"
#include "feed/feed.h"

enum { MAX_DEPTH = 32 };
enum leaf { LEAF_INT, LEAF_FLOAT, LEAF_BOOL, LEAF_STRING };

struct value {
	enum leaf kind;
	int64_t i;
	double f;
	struct sv s;		/* owned: malloc'd */
};

struct parser {
	const char *p, *end;
	struct err *err;
	int rank;		/* of the leaves, -1 before the first */
	int64_t dim[MAX_DEPTH];
	bool known[MAX_DEPTH];
	VEC(struct value) list;
};

static bool fail(struct parser *p, const char *what)
{
	return err_set(p->err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "not a literal at \"%.20s\": %s",
		       p->p < p->end ? p->p : "the end", what);
}

static void blanks(struct parser *p)
{
	while (p->p < p->end && (*p->p == ' ' || *p->p == '\t' || *p->p == '\n'))
		p->p++;
}

static bool string(struct parser *p, struct value *v)
{
	struct str s = STR_INIT;
	char q = *p->p++;

	while (p->p < p->end && *p->p != q) {
		char c = *p->p++;

		if (c == '\\' && p->p < p->end) {
			static const char from[] = "ntr0\\'\"", to[] = "\n\t\r\0\\'\"";
			const char *at;

			c = *p->p++;
			if (c == 'x' && p->end - p->p >= 2) {
				char hex[3] = { p->p[0], p->p[1], 0 }, *stop;

				c = (char)strtol(hex, &stop, 16);
				if (*stop) {
					str_free(&s);
					return fail(p, "a bad \\x escape");
				}
				p->p += 2;
			} else if (c && (at = strchr(from, c))) {
				c = to[at - from];
			} else {
				str_addc(&s, '\\');
			}
		}
		str_addc(&s, c);
	}
	if (p->p == p->end) {
		str_free(&s);
		return fail(p, "the string is not closed");
	}
	p->p++;
	v->kind = LEAF_STRING;
	v->s.n = s.n;
	v->s.p = str_give(&s);
	return true;
}

static bool word_is(struct sv w, const char *a, const char *b)
{
	return sv_is(w, a) || sv_is(w, b);
}

static bool number(struct parser *p, struct value *v)
{
	const char *begin = p->p;
	char buf[64], *end;
	struct sv w;

	while (p->p < p->end && !strchr(" \t\n,]()[", *p->p))
		p->p++;
	w = (struct sv){ begin, (size_t)(p->p - begin) };
	*v = (struct value){ .kind = LEAF_BOOL };
	if (word_is(w, "True", "true") || word_is(w, "False", "false")) {
		v->i = w.p[0] == 'T' || w.p[0] == 't';
		v->f = (double)v->i;
		return true;
	}
	p->p = begin;
	if (!w.n || w.n >= sizeof(buf))
		return fail(p, "a number, a list or a string in quotes was expected");
	memcpy(buf, w.p, w.n);
	buf[w.n] = '\0';
	errno = 0;
	v->kind = LEAF_INT;
	v->i = strtoll(buf, &end, strncmp(buf, "0x", 2) ? 10 : 16);
	v->f = (double)v->i;
	if (*end || errno) {
		v->kind = LEAF_FLOAT;
		v->f = strtod(buf, &end);
		v->i = isfinite(v->f) && fabs(v->f) < 0x1p63 ? (int64_t)v->f : 0;
		if (*end || end == buf)
			return fail(p, "a number, a list or a string in quotes was expected");
	}
	p->p = begin + w.n;
	return true;
}

static bool leaf(struct parser *p, int depth)
{
	struct value v = { 0 };
	bool ok;

	if (p->p < p->end && (*p->p == 'b' || *p->p == 'u') && p->p + 1 < p->end &&
	    (p->p[1] == '"' || p->p[1] == '\''))
		p->p++;
	ok = p->p < p->end && (*p->p == '"' || *p->p == '\'') ? string(p, &v) : number(p, &v);
	if (!ok)
		return false;
	vec_push(&p->list, v);
	if (p->rank < 0)
		p->rank = depth;
	return p->rank == depth || fail(p, "the nested lists are uneven");
}

static bool value(struct parser *p, int depth)
{
	int64_t n = 0;
	char close;

	blanks(p);
	if (p->p == p->end || (*p->p != '[' && *p->p != '('))
		return leaf(p, depth);
	close = *p->p == '[' ? ']' : ')';
	if (depth == MAX_DEPTH)
		return fail(p, "nested too deep");
	p->p++;
	for (;;) {
		blanks(p);
		if (p->p < p->end && *p->p == close)
			break;
		if (!value(p, depth + 1))
			return false;
		n++;
		blanks(p);
		if (p->p < p->end && *p->p == ',')
			p->p++;
		else if (p->p == p->end || *p->p != close)
			return fail(p, "a comma or a closing bracket was expected");
	}
	p->p++;
	if (p->known[depth] && p->dim[depth] != n)
		return err_set(p->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT,
			       "the nested lists have rows of %" PRId64 " and of %" PRId64 " elements",
			       p->dim[depth], n);
	p->known[depth] = true;
	p->dim[depth] = n;
	return true;
}

static enum dtype natural_type(const struct parser *p)
{
	bool has[4] = { false };

	for (size_t i = 0; i < p->list.n; i++)
		has[p->list.p[i].kind] = true;
	return has[LEAF_STRING] ? DT_STRING : has[LEAF_FLOAT] || !p->list.n ? DT_DOUBLE :
	       has[LEAF_INT] ? DT_INT64 : DT_BOOL;
}

static struct tensor *build(struct parser *p, enum dtype want)
{
	enum dtype natural = natural_type(p);
	int rank = 0;
	struct tensor *t, *out;

	while (rank < MAX_DEPTH && p->known[rank])
		rank++;
	if (p->rank >= 0 && p->rank != rank) {
		fail(p, "the nested lists are uneven");
		return NULL;
	}
	t = tensor_new(natural, rank, p->dim, p->err);
	for (int64_t i = 0; t && i < t->n; i++) {
		const struct value *v = &p->list.p[i];
		bool ok = true;

		if (natural == DT_STRING)
			ok = v->kind == LEAF_STRING ? tensor_str_set(t, i, v->s, p->err) :
				err_set(p->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "strings and numbers are mixed");
		else if (natural == DT_DOUBLE)
			((double *)t->data)[i] = v->f;
		else if (natural == DT_INT64)
			((int64_t *)t->data)[i] = v->i;
		else
			((uint8_t *)t->data)[i] = v->i != 0;
		if (!ok) {
			tensor_unref(t);
			return NULL;
		}
	}
	if (!t || want == DT_INVALID || want == natural)
		return t;
	out = tensor_cast(t, want, p->err);
	tensor_unref(t);
	return out;
}

struct tensor *feed_literal(enum dtype want, struct sv text, struct err *err)
{
	struct parser p = { .p = text.p, .end = text.p + text.n, .err = err, .rank = -1 };
	struct tensor *t = NULL;
	bool ok = value(&p, 0);

	blanks(&p);
	if (ok && p.p != p.end)
		ok = fail(&p, "something is left over");
	if (ok)
		t = build(&p, want);
	for (size_t i = 0; i < p.list.n; i++)
		free((char *)p.list.p[i].s.p);
	vec_free(&p.list);
	return t;
}
