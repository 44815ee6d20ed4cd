/*
 * A growable byte string. Ownership: the holder of the struct owns p; str_free frees it. Always
 * NUL-terminated behind n once anything was added.
 */
#ifndef BASE_STR_H
#define BASE_STR_H

#include <stdarg.h>
#include <stddef.h>

#include "base/sv.h"

struct str {
	char *p;
	size_t n;
	size_t cap;
};

#define STR_INIT { NULL, 0, 0 }

void str_add(struct str *s, struct sv v);
void str_addz(struct str *s, const char *z);
void str_addc(struct str *s, char c);
void str_addn(struct str *s, char c, size_t n);		/* n times c */
void str_addf(struct str *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void str_vaddf(struct str *s, const char *fmt, va_list ap);
/* Adds text from a model so that it is safe on a terminal: control bytes and bad UTF-8 as \xHH,
 * \n \t \r as such escapes, backslash unchanged. */
void str_escaped(struct str *s, struct sv v);
void str_clear(struct str *s);				/* n = 0, keeps the memory */
void str_free(struct str *s);
char *str_give(struct str *s);				/* gives the malloc'd bytes, s is empty after */
const char *str_z(const struct str *s);			/* never NULL */

static inline struct sv str_sv(const struct str *s)
{
	return (struct sv){ s->p, s->n };
}

#endif
