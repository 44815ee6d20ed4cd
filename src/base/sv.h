/*
 * String views: bytes with a length, NULs and bad UTF-8 allowed, as names in models are. A view
 * borrows; whoever made it says how long the bytes live.
 */
#ifndef BASE_SV_H
#define BASE_SV_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct sv {
	const char *p;
	size_t n;
};

#define SV(lit) ((struct sv){ (lit), sizeof(lit) - 1 })
#define SV_NULL ((struct sv){ NULL, 0 })
/* printf("%.*s", SV_ARG(s)); stops at a NUL, so for text that goes to a person use sink_escaped. */
#define SV_ARG(s) (int)(s).n, (s).n ? (s).p : ""

static inline struct sv sv_of(const char *z)
{
	return (struct sv){ z, z ? strlen(z) : 0 };
}

static inline bool sv_eq(struct sv a, struct sv b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

static inline bool sv_is(struct sv a, const char *z)
{
	return sv_eq(a, sv_of(z));
}

static inline bool sv_starts(struct sv a, struct sv prefix)
{
	return a.n >= prefix.n && (prefix.n == 0 || memcmp(a.p, prefix.p, prefix.n) == 0);
}

static inline bool sv_ends(struct sv a, struct sv tail)
{
	return a.n >= tail.n && (tail.n == 0 || memcmp(a.p + a.n - tail.n, tail.p, tail.n) == 0);
}

static inline struct sv sv_sub(struct sv a, size_t from, size_t to)
{
	return (struct sv){ a.p + from, to - from };
}

/* Order by bytes, which for UTF-8 is order by code point. */
static inline int sv_cmp(struct sv a, struct sv b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = n ? memcmp(a.p, b.p, n) : 0;

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* Index of byte c, or -1. */
static inline long sv_find(struct sv a, char c)
{
	const char *q = a.n ? memchr(a.p, c, a.n) : NULL;

	return q ? (long)(q - a.p) : -1;
}

static inline long sv_rfind(struct sv a, char c)
{
	for (size_t i = a.n; i-- > 0;)
		if (a.p[i] == c)
			return (long)i;
	return -1;
}

/* -1, 0, 1: digits compare as numbers ("layer_2" before "layer_10"). */
int sv_natcmp(struct sv a, struct sv b);

#endif
