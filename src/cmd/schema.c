/* The notation and its check; see schema.h. One pass over both texts, side by side. */
#include "cmd/schema.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/str.h"

enum { DEPTH = 60 };

static const struct {
	const char *name, *notation;
} shared[] = {
	{ "shape", "[int|null]|null" },
	{ "tensor_info", "{key: str, dtype: str, shape: @shape, name: str}" },
	{ "info", "{key: str, dtype?: str, shape?: @shape, name: str, encoding?: str, components?: [any]}" },
	{ "tensor", "{damaged?: str, dtype?: str, shape?: @shape, value?: str}" },
	{ "caller", "{in: str, node: str, op: str, how: str}" },
	{ "frame", "{file: str, line: int, column?: int, function?: str, code?: str}" },
	{ "signature", "{key: str, method: str, inputs: [@tensor_info], outputs: [@tensor_info]}" },
	{ "profile", "{name: str, what?: str, ms: num, macs: num, bytes: num, of_roof: num}" },
	{ "output", "{key: str, dtype?: str, shape?: [int], value?: any}" },
	{ "statistics",
	  "{values: int, min?: num, min_at?: int, max?: num, max_at?: int, mean?: num, std?: num, absmax?: num, "
	  "quantiles?: {*: num}, sampled?: bool, histogram?: {low: num, high: num, counts: [int]}, zeros?: int, "
	  "negative?: int, positive?: int, nan?: int, positive_infinite?: int, negative_infinite?: int, "
	  "first_not_finite?: int, denormal?: int, shortest?: int, longest?: int, empty?: int, different?: int, "
	  "different_at_least?: bool}" },
	{ "variable",
	  "{name: str, dtype: str, shape: @shape, trainable?: bool, bytes: int, checkpoint_key: str, object?: int, "
	  "slot?: str, slot_of?: str, shard?: int, offset?: int, stored_bytes?: int, crc32c?: str, slices?: [{slice: "
	  "str, shard?: int, offset?: int, stored_bytes?: int, crc32c?: str}], checksum_right?: bool, problem?: str, "
	  "statistics?: @statistics, slice?: str, data_shape?: @shape, data?: any}" },
	{ "argument", "{name?: str, dtype?: str, shape?: @shape, python: str}" },
};

enum { N_SHARED = sizeof(shared) / sizeof(*shared) };

const char *schema_shared(struct sv name)
{
	for (int i = 0; i < N_SHARED; i++)
		if (sv_is(name, shared[i].name))
			return shared[i].notation;
	return NULL;
}

const char *schema_shared_at(int i, const char **name)
{
	if (i < 0 || i >= N_SHARED)
		return NULL;
	*name = shared[i].name;
	return shared[i].notation;
}

/* ---- JSON, read where it stands ---- */

struct reader {
	const char *p, *end;
	struct str path;		/* ".metagraphs[0].tags" */
	struct err *err;
	int depth;
};

static void blanks(struct reader *r)
{
	while (r->p < r->end && strchr(" \t\r\n", *r->p))
		r->p++;
}

static bool bad(struct reader *r, const char *what)
{
	return err_set(r->err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "at %.*s: expected %s, found %.*s",
		       SV_ARG(r->path.n ? str_sv(&r->path) : SV("the top")), what,
		       (int)(r->end - r->p < 20 ? r->end - r->p : 20), r->p);
}

static bool literal(struct reader *r, const char *z)
{
	size_t n = strlen(z);

	if ((size_t)(r->end - r->p) < n || memcmp(r->p, z, n))
		return false;
	r->p += n;
	return true;
}

/* A string's bytes as they stand between the quotes; false: there is none. */
static bool string(struct reader *r, struct sv *out)
{
	const char *p = r->p + 1;

	if (r->p >= r->end || *r->p != '"')
		return false;
	while (p < r->end && *p != '"')
		p += *p == '\\' ? 2 : 1;
	if (p >= r->end)
		return false;
	if (out)
		*out = (struct sv){ r->p + 1, (size_t)(p - r->p - 1) };
	r->p = p + 1;
	return true;
}

static bool number(struct reader *r, bool whole)
{
	const char *p = r->p;

	if (p < r->end && *p == '-')
		p++;
	if (p >= r->end || !isdigit((unsigned char)*p))
		return false;
	while (p < r->end && (isdigit((unsigned char)*p) || (!whole && strchr(".eE+-", *p))))
		p++;
	if (whole && p < r->end && strchr(".eE", *p))
		return false;
	r->p = p;
	return true;
}

/* ---- the notation ---- */

static const char *skip(const char *s)
{
	while (*s == ' ')
		s++;
	return s;
}

/* Behind one alternative (no '|' outside brackets). */
static const char *alternative_end(const char *s)
{
	int depth = 0;

	for (; *s; s++) {
		if (strchr("[{", *s))
			depth++;
		else if (strchr("]}", *s) && depth-- == 0)
			break;
		else if (depth == 0 && strchr("|,", *s))
			break;
	}
	return s;
}

static const char *value_end(const char *s)
{
	s = alternative_end(s);
	while (*s == '|')
		s = alternative_end(s + 1);
	return s;
}

static bool value(struct reader *r, const char *s);

static bool any(struct reader *r);

static bool list(struct reader *r, const char *item)
{
	size_t n = r->path.n;
	int i = 0;

	if (!literal(r, "["))
		return false;
	blanks(r);
	if (literal(r, "]"))
		return true;
	do {
		r->path.n = n;
		str_addf(&r->path, "[%d]", i++);
		if (!(item ? value(r, item) : any(r)))
			return false;
		blanks(r);
	} while (literal(r, ","));
	r->path.n = n;
	return literal(r, "]") || bad(r, "]");
}

/* The notation of a key's value in "{a: X, b?: Y}" (s is behind the brace) and its place there, or NULL. */
static const char *key_notation(const char *s, struct sv key, int *at)
{
	*at = 0;
	for (s = skip(s); *s && *s != '}'; s = skip(*s == ',' ? s + 1 : s), ++*at) {
		size_t n = strcspn(s, "?:");
		bool it = (n == key.n && !memcmp(s, key.p, n)) || (n == 1 && *s == '*');

		s = skip(s + n + (s[n] == '?') + 1);
		if (it)
			return s;
		s = value_end(s);
	}
	return NULL;
}

/* Are all keys there that must be? met: a bit for each one that was. */
static bool all_keys(struct reader *r, const char *s, uint64_t met)
{
	for (int i = 0; *(s = skip(*s == ',' ? s + 1 : s)) && *s != '}'; i++) {
		size_t n = strcspn(s, "?:");

		if (*s != '*' && s[n] != '?' && !(met >> i & 1)) {
			char *want = xasprintf("the key %.*s", (int)n, s);

			bad(r, want);
			free(want);
			return false;
		}
		s = value_end(skip(s + n + (s[n] == '?') + 1));
	}
	return true;
}

/* One "key: value" of an object. */
static bool member(struct reader *r, const char *keys, uint64_t *met)
{
	const char *s = NULL;
	struct sv key;
	int at = 0;

	if (!string(r, &key))
		return bad(r, "a key");
	blanks(r);
	if (!literal(r, ":"))
		return bad(r, ":");
	str_addf(&r->path, ".%.*s", SV_ARG(key));
	if (keys && !(s = key_notation(keys, key, &at)))
		return bad(r, "no such key");
	*met |= (uint64_t)1 << (at & 63);
	return keys ? value(r, s) : any(r);
}

static bool object(struct reader *r, const char *keys)
{
	size_t n = r->path.n;
	uint64_t met = 0;

	if (!literal(r, "{"))
		return false;
	blanks(r);
	if (!literal(r, "}")) {
		do {
			r->path.n = n;
			blanks(r);
			if (!member(r, keys, &met))
				return false;
			blanks(r);
		} while (literal(r, ","));
		if (!literal(r, "}"))
			return bad(r, "}");
	}
	r->path.n = n;
	return !keys || all_keys(r, keys, met);
}

static bool any(struct reader *r)
{
	bool ok;

	blanks(r);
	if (r->depth++ > DEPTH)
		return bad(r, "less nesting");
	ok = string(r, NULL) || literal(r, "true") || literal(r, "false") || literal(r, "null") || number(r, false) ||
	     (r->p < r->end && *r->p == '[' ? list(r, NULL) : r->p < r->end && *r->p == '{' ? object(r, NULL) :
	      bad(r, "a value"));
	r->depth--;
	return ok;
}

static bool word_is(const char *s, size_t n, const char *word)
{
	return n == strlen(word) && !memcmp(s, word, n);
}

static bool one(struct reader *r, const char *s)
{
	size_t n = (size_t)(alternative_end(s) - s);
	struct sv text;

	while (n && s[n - 1] == ' ')
		n--;
	if (*s == '[' || *s == '{')
		return r->p < r->end && *r->p == *s && (*s == '[' ? list(r, s + 1) : object(r, s + 1));
	if (*s == '@') {
		const char *to = schema_shared((struct sv){ s + 1, n - 1 });

		return to ? value(r, to) : bad(r, s);
	}
	if (word_is(s, n, "str"))
		return string(r, NULL);
	if (word_is(s, n, "int"))
		return number(r, true);
	if (word_is(s, n, "num")) {
		const char *at = r->p;

		if (number(r, false))
			return true;
		if (string(r, &text) && (sv_is(text, "NaN") || sv_is(text, "Infinity") || sv_is(text, "-Infinity")))
			return true;
		r->p = at;
		return false;
	}
	if (word_is(s, n, "bool"))
		return literal(r, "true") || literal(r, "false");
	if (word_is(s, n, "null"))
		return literal(r, "null");
	return word_is(s, n, "any") && any(r);
}

/* The alternatives one after the other; when none holds, the error of the one that got furthest. */
static bool value(struct reader *r, const char *s)
{
	struct err best = { 0 }, *err = r->err;
	const char *all = s = skip(s), *at, *far = NULL;
	size_t n = r->path.n;
	bool ok = false;

	blanks(r);
	at = r->p;
	if (r->depth++ > DEPTH)
		return bad(r, "less nesting");
	for (;; s = skip(s + 1)) {
		struct err why = { 0 };

		r->err = &why;
		r->path.n = n;
		ok = one(r, s);
		s = alternative_end(s);
		if (!ok && err_is(&why) && (!far || r->p > far)) {
			err_clear(&best);
			best = why;
			far = r->p;
		} else {
			err_clear(&why);
		}
		if (ok || *s != '|')
			break;
		r->p = at;
	}
	r->err = err;
	r->depth--;
	if (!ok && err_is(&best)) {
		*err = best;
		return false;
	}
	err_clear(&best);
	if (!ok) {
		char *want = xsvdup((struct sv){ all, (size_t)(value_end(all) - all) });

		bad(r, want);
		free(want);
	}
	return ok;
}

bool schema_holds(const char *notation, struct sv json, struct err *err)
{
	struct reader r = { .p = json.p, .end = json.p + json.n, .err = err };
	bool ok = value(&r, notation);

	blanks(&r);
	if (ok && r.p < r.end)
		ok = bad(&r, "the end");
	str_free(&r.path);
	return ok;
}
