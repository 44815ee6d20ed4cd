/* Growable strings and the escaping of text that came out of a model; see str.h, sv.h, vec.h. */
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/vec.h"

void *vec_grow_(void *p, size_t *cap, size_t need, size_t size)
{
	size_t n = *cap ? *cap : 8, bytes;

	while (n < need && n <= SIZE_MAX / 2)
		n *= 2;
	if (n < need || !size_mul(n, size, &bytes))
		bytes = SIZE_MAX;	/* xrealloc then ends with its sentence */
	*cap = n;
	return xrealloc(p, bytes);
}

static void grow(struct str *s, size_t more)
{
	size_t need;

	if (!size_add(s->n, more, &need) || !size_add(need, 1, &need))
		need = SIZE_MAX;
	if (need <= s->cap)
		return;
	s->p = vec_grow_(s->p, &s->cap, need < 32 ? 32 : need, 1);
}

void str_add(struct str *s, struct sv v)
{
	grow(s, v.n);
	if (v.n)
		memcpy(s->p + s->n, v.p, v.n);
	s->n += v.n;
	s->p[s->n] = '\0';
}

void str_addz(struct str *s, const char *z)
{
	str_add(s, sv_of(z));
}

void str_addc(struct str *s, char c)
{
	str_add(s, (struct sv){ &c, 1 });
}

void str_addn(struct str *s, char c, size_t n)
{
	grow(s, n);
	memset(s->p + s->n, c, n);
	s->n += n;
	s->p[s->n] = '\0';
}

void str_vaddf(struct str *s, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	if (n > 0) {
		grow(s, (size_t)n);
		vsnprintf(s->p + s->n, (size_t)n + 1, fmt, again);
		s->n += (size_t)n;
	} else {
		str_add(s, SV_NULL);
	}
	va_end(again);
}

void str_addf(struct str *s, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(s, fmt, ap);
	va_end(ap);
}

/* Length of the valid UTF-8 sequence at p (1..4), or 0. Overlong forms, surrogates and everything
 * over U+10FFFF are not valid. */
static size_t utf8_len(const unsigned char *p, size_t n)
{
	unsigned c = p[0], min;
	size_t len, i;

	if (c < 0x80)
		return 1;
	if (c >= 0xc2 && c <= 0xdf)
		len = 2, min = 0x80, c &= 0x1f;
	else if ((c & 0xf0) == 0xe0)
		len = 3, min = 0x800, c &= 0x0f;
	else if (c >= 0xf0 && c <= 0xf4)
		len = 4, min = 0x10000, c &= 0x07;
	else
		return 0;
	if (len > n)
		return 0;
	for (i = 1; i < len; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < min || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0;
	/* C1 controls (U+0080..9F) and the bidirectional overrides can fool a terminal. */
	if (c < 0xa0 || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return 0;
	return len;
}

void str_escaped(struct str *s, struct sv v)
{
	const unsigned char *p = (const unsigned char *)v.p;

	for (size_t i = 0; i < v.n;) {
		size_t len = utf8_len(p + i, v.n - i);

		if (p[i] == '\n')
			str_addz(s, "\\n"), i++;
		else if (p[i] == '\t')
			str_addz(s, "\\t"), i++;
		else if (p[i] == '\r')
			str_addz(s, "\\r"), i++;
		else if (len == 0 || p[i] < 0x20 || p[i] == 0x7f)
			str_addf(s, "\\x%02x", p[i]), i++;
		else
			str_add(s, (struct sv){ v.p + i, len }), i += len;
	}
	str_add(s, SV_NULL);
}

void str_clear(struct str *s)
{
	s->n = 0;
	if (s->p)
		s->p[0] = '\0';
}

void str_free(struct str *s)
{
	free(s->p);
	*s = (struct str)STR_INIT;
}

char *str_give(struct str *s)
{
	char *p = s->p ? s->p : xstrdup("");

	*s = (struct str)STR_INIT;
	return p;
}

const char *str_z(const struct str *s)
{
	return s->p ? s->p : "";
}

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

int sv_natcmp(struct sv a, struct sv b)
{
	size_t i = 0, j = 0;

	while (i < a.n && j < b.n) {
		if (is_digit(a.p[i]) && is_digit(b.p[j])) {
			size_t i0, j0;

			while (i < a.n && a.p[i] == '0')
				i++;
			while (j < b.n && b.p[j] == '0')
				j++;
			for (i0 = i; i < a.n && is_digit(a.p[i]); i++)
				;
			for (j0 = j; j < b.n && is_digit(b.p[j]); j++)
				;
			if (i - i0 != j - j0)
				return i - i0 < j - j0 ? -1 : 1;
			int c = memcmp(a.p + i0, b.p + j0, i - i0);
			if (c)
				return c < 0 ? -1 : 1;
			continue;
		}
		if (a.p[i] != b.p[j])
			return (unsigned char)a.p[i] < (unsigned char)b.p[j] ? -1 : 1;
		i++;
		j++;
	}
	if ((a.n - i) != (b.n - j) && (i == a.n || j == b.n))
		return i == a.n ? (j == b.n ? 0 : -1) : 1;
	return sv_cmp(a, b) < 0 ? -1 : sv_cmp(a, b) > 0;
}
