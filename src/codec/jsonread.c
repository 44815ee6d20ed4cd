/* JSON by recursive descent, as deep as protobuf goes; see jsonread.h. */
#include "codec/jsonread.h"

#include <math.h>
#include <stdlib.h>

enum { DEEPEST = 100, NUMBER_MAX = 63 };

struct reader {
	struct arena *a;
	const char *begin, *p, *end;
	struct err *err;
};

static bool fail(struct reader *r, const char *what)
{
	return err_set(r->err, ERR_KIND_FILE, ERR_DATA_LOSS, "JSON, byte %zu: %s", (size_t)(r->p - r->begin),
		       what);
}

static void blanks(struct reader *r)
{
	while (r->p < r->end && (*r->p == ' ' || *r->p == '\t' || *r->p == '\n' || *r->p == '\r'))
		r->p++;
}

static bool take(struct reader *r, char c)
{
	blanks(r);
	if (r->p == r->end || *r->p != c)
		return false;
	r->p++;
	return true;
}

static bool word(struct reader *r, const char *w)
{
	size_t n = strlen(w);

	if ((size_t)(r->end - r->p) < n || memcmp(r->p, w, n) != 0)
		return false;
	r->p += n;
	return true;
}

/* ---- strings ---- */

static bool hex4(struct reader *r, uint32_t *v)
{
	*v = 0;
	if (r->end - r->p < 4)
		return fail(r, "a \\u escape is cut off");
	for (int i = 0; i < 4; i++, r->p++) {
		char c = *r->p;

		if (c >= '0' && c <= '9')
			*v = *v * 16 + (uint32_t)(c - '0');
		else if ((c | 32) >= 'a' && (c | 32) <= 'f')
			*v = *v * 16 + (uint32_t)((c | 32) - 'a' + 10);
		else
			return fail(r, "no hexadecimal digit in a \\u escape");
	}
	return true;
}

static char *put_utf8(char *o, uint32_t c)
{
	if (c < 0x80) {
		*o++ = (char)c;
	} else if (c < 0x800) {
		*o++ = (char)(0xc0 | c >> 6);
		*o++ = (char)(0x80 | (c & 63));
	} else if (c < 0x10000) {
		*o++ = (char)(0xe0 | c >> 12);
		*o++ = (char)(0x80 | (c >> 6 & 63));
		*o++ = (char)(0x80 | (c & 63));
	} else {
		*o++ = (char)(0xf0 | c >> 18);
		*o++ = (char)(0x80 | (c >> 12 & 63));
		*o++ = (char)(0x80 | (c >> 6 & 63));
		*o++ = (char)(0x80 | (c & 63));
	}
	return o;
}

static bool escape(struct reader *r, char **o)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *k;
	uint32_t c, low;

	if (r->p == r->end)
		return fail(r, "the string is cut off");
	if (*r->p != 'u') {
		k = *r->p ? strchr(from, *r->p) : NULL;
		if (!k)
			return fail(r, "unknown escape");
		*(*o)++ = to[k - from];
		r->p++;
		return true;
	}
	r->p++;
	if (!hex4(r, &c))
		return false;
	if (c >= 0xd800 && c < 0xdc00 && r->end - r->p >= 6 && r->p[0] == '\\' && r->p[1] == 'u') {
		r->p += 2;
		if (!hex4(r, &low))
			return false;
		c = low >= 0xdc00 && low < 0xe000 ? 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00) : 0xfffd;
	}
	*o = put_utf8(*o, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
	return true;
}

/* Behind the opening quote. */
static bool string(struct reader *r, struct sv *out)
{
	const char *from = r->p, *q = from;
	char *made, *o;

	while (q < r->end && *q != '"' && *q != '\\')
		q++;
	if (q < r->end && *q == '"') {
		*out = (struct sv){ from, (size_t)(q - from) };
		r->p = q + 1;
		return true;
	}
	while (q < r->end && *q != '"')
		q += *q == '\\' ? 2 : 1;
	if (q >= r->end)
		return fail(r, "the string is cut off");
	made = o = arena_alloc(r->a, (size_t)(q - from) + 1);	/* escapes only ever shrink */
	while (r->p < q) {
		if (*r->p != '\\') {
			*o++ = *r->p++;
			continue;
		}
		r->p++;
		if (!escape(r, &o))
			return false;
	}
	r->p = q + 1;
	*out = (struct sv){ made, (size_t)(o - made) };
	return true;
}

/* ---- values ---- */

static bool number(struct reader *r, struct jsonv *v)
{
	const char *from = r->p;
	char buf[NUMBER_MAX + 1], *end;
	bool whole = true;
	size_t n;

	while (r->p < r->end && *r->p && strchr("+-.0123456789eE", *r->p))
		whole &= *r->p != '.' && (*r->p | 32) != 'e', r->p++;
	n = (size_t)(r->p - from);
	if (!n || n > NUMBER_MAX)
		return fail(r, n ? "a number of more than 63 characters" : "no value");
	memcpy(buf, from, n);
	buf[n] = '\0';
	v->kind = whole ? JSONV_INT : JSONV_NUM;
	v->d = strtod(buf, &end);
	if (*end)
		return fail(r, "no number");
	if (whole && fabs(v->d) < 9e18)
		v->i = strtoll(buf, NULL, 10);
	else
		v->kind = JSONV_NUM;
	return true;
}

static bool value(struct reader *r, struct jsonv *v, int depth);

static bool items(struct reader *r, struct jsonv *v, char close, int depth)
{
	struct jsonv **tail = &v->first;

	if (take(r, close))
		return true;
	do {
		struct jsonv *k = arena_alloc(r->a, sizeof(*k));

		blanks(r);
		if (close == '}') {
			if (!take(r, '"'))
				return fail(r, "a member's name is missing");
			if (!string(r, &k->key))
				return false;
			if (!take(r, ':'))
				return fail(r, "\":\" is missing");
		}
		if (!value(r, k, depth + 1))
			return false;
		*tail = k;
		tail = &k->next;
		v->n++;
	} while (take(r, ','));
	return take(r, close) || fail(r, close == '}' ? "\"}\" is missing" : "\"]\" is missing");
}

static bool value(struct reader *r, struct jsonv *v, int depth)
{
	if (depth > DEEPEST)
		return fail(r, "nested too deeply");
	blanks(r);
	if (take(r, '{')) {
		v->kind = JSONV_OBJECT;
		return items(r, v, '}', depth);
	}
	if (take(r, '[')) {
		v->kind = JSONV_LIST;
		return items(r, v, ']', depth);
	}
	if (take(r, '"')) {
		v->kind = JSONV_STR;
		return string(r, &v->s);
	}
	v->kind = JSONV_NUM;
	if (word(r, "NaN"))
		v->d = (double)NAN;
	else if (word(r, "Infinity"))
		v->d = (double)INFINITY;
	else if (word(r, "-Infinity"))
		v->d = -(double)INFINITY;
	else if (word(r, "null"))
		v->kind = JSONV_NULL;
	else if (word(r, "true"))
		v->kind = JSONV_BOOL, v->i = 1;
	else if (word(r, "false"))
		v->kind = JSONV_BOOL;
	else
		return number(r, v);
	return true;
}

struct jsonv *jsonv_read(struct arena *a, struct sv text, struct err *err)
{
	struct reader r = { a, text.p, text.p, text.p ? text.p + text.n : text.p, err };
	struct jsonv *v = arena_alloc(a, sizeof(*v));

	if (!value(&r, v, 0))
		return NULL;
	blanks(&r);
	if (r.p != r.end) {
		fail(&r, "more text behind the value");
		return NULL;
	}
	return v;
}

const struct jsonv *jsonv_get(const struct jsonv *v, const char *key)
{
	for (const struct jsonv *k = v && v->kind == JSONV_OBJECT ? v->first : NULL; k; k = k->next)
		if (sv_is(k->key, key))
			return k;
	return NULL;
}

struct sv jsonv_str(const struct jsonv *v, const char *key)
{
	const struct jsonv *k = jsonv_get(v, key);

	return k && k->kind == JSONV_STR ? k->s : SV("");
}
