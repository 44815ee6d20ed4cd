/* Python's spelling; see text.h. */
#include "expr/text.h"

#include <math.h>
#include <stdlib.h>

#include "tensor/number.h"

size_t text_decode(struct sv v, size_t i, uint32_t *cp)
{
	unsigned char c = (unsigned char)v.p[i];
	size_t n = c < 0x80 ? 1 : c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;

	if ((c >= 0x80 && c < 0xc2) || c > 0xf4 || i + n > v.n)
		return 0;
	*cp = n == 1 ? c : n == 2 ? c & 0x1f : n == 3 ? c & 0x0f : c & 0x07;
	for (size_t k = 1; k < n; k++) {
		unsigned char d = (unsigned char)v.p[i + k];

		if ((d & 0xc0) != 0x80)
			return 0;
		*cp = *cp << 6 | (d & 0x3f);
	}
	return n;
}

void text_encode(struct str *out, uint32_t c)
{
	if (c < 0x80) {
		str_addc(out, (char)c);
		return;
	}
	if (c < 0x800) {
		str_addc(out, (char)(0xc0 | c >> 6));
	} else {
		if (c < 0x10000) {
			str_addc(out, (char)(0xe0 | c >> 12));
		} else {
			str_addc(out, (char)(0xf0 | (c >> 18 & 7)));
			str_addc(out, (char)(0x80 | (c >> 12 & 63)));
		}
		str_addc(out, (char)(0x80 | (c >> 6 & 63)));
	}
	str_addc(out, (char)(0x80 | (c & 63)));
}

/* What str.isprintable() says no to, as far as it matters: controls, formats, separators, surrogates,
 * private use. */
static bool printable(uint32_t cp)
{
	static const struct { uint32_t from, to; } no[] = {
		{ 0, 0x1f }, { 0x7f, 0xa0 }, { 0xad, 0xad }, { 0x600, 0x605 }, { 0x61c, 0x61c },
		{ 0x6dd, 0x6dd }, { 0x70f, 0x70f }, { 0x1680, 0x1680 }, { 0x180e, 0x180e },
		{ 0x2000, 0x200f }, { 0x2028, 0x202f }, { 0x205f, 0x206f }, { 0x3000, 0x3000 },
		{ 0xd800, 0xf8ff }, { 0xfeff, 0xfeff }, { 0xfff0, 0xfffb }, { 0xfffe, 0xffff },
		{ 0xe0000, 0x10ffff },
	};

	for (size_t i = 0; i < sizeof(no) / sizeof(*no); i++)
		if (cp >= no[i].from && cp <= no[i].to)
			return false;
	return true;
}

static char quote_for(struct sv v)
{
	return sv_find(v, '\'') >= 0 && sv_find(v, '"') < 0 ? '"' : '\'';
}

/* What both reprs escape by a letter or a backslash. */
static bool escape(struct str *out, uint32_t cp, char quote)
{
	if (cp == (uint32_t)quote || cp == '\\')
		str_addf(out, "\\%c", (char)cp);
	else if (cp == '\n' || cp == '\r' || cp == '\t')
		str_addf(out, "\\%c", cp == '\n' ? 'n' : cp == '\r' ? 'r' : 't');
	else
		return false;
	return true;
}

void text_repr(struct str *out, struct sv v)
{
	char quote = quote_for(v);

	str_addc(out, quote);
	for (size_t i = 0; i < v.n;) {
		uint32_t cp = 0;
		size_t n = text_decode(v, i, &cp);

		if (!n)
			str_addf(out, "\\x%02x", (unsigned char)v.p[i]), n = 1;
		else if (escape(out, cp, quote))
			;
		else if (printable(cp))
			str_add(out, sv_sub(v, i, i + n));
		else if (cp < 0x100)
			str_addf(out, "\\x%02x", cp);
		else if (cp < 0x10000)
			str_addf(out, "\\u%04x", cp);
		else
			str_addf(out, "\\U%08x", cp);
		i += n;
	}
	str_addc(out, quote);
}

void text_bytes_repr(struct str *out, struct sv v)
{
	char quote = quote_for(v);

	str_addc(out, 'b');
	str_addc(out, quote);
	for (size_t i = 0; i < v.n; i++) {
		unsigned char c = (unsigned char)v.p[i];

		if (escape(out, c, quote))
			continue;
		if (c < 0x20 || c >= 0x7f)
			str_addf(out, "\\x%02x", c);
		else
			str_addc(out, (char)c);
	}
	str_addc(out, quote);
}

void text_float_repr(struct str *out, double d)
{
	number_scalar(out, d, DT_DOUBLE, TRIM_ONE_ZERO, false, false);
}

/* Blanks off, "_" out (only between digits); NULL when that is no number's text. */
static char *plain(struct sv s, char *buf, size_t size)
{
	size_t n = 0;

	while (s.n && strchr(" \t\n\r\f\v", s.p[0]))
		s = sv_sub(s, 1, s.n);
	while (s.n && strchr(" \t\n\r\f\v", s.p[s.n - 1]))
		s.n--;
	if (!s.n || s.n >= size)
		return NULL;
	for (size_t i = 0; i < s.n; i++) {
		bool digits = i && i + 1 < s.n && s.p[i - 1] >= '0' && s.p[i - 1] <= '9' &&
			      s.p[i + 1] >= '0' && s.p[i + 1] <= '9';

		if (s.p[i] == '_' && !digits)
			return NULL;
		if (s.p[i] != '_')
			buf[n++] = s.p[i];
		if (!s.p[i])
			return NULL;
	}
	buf[n] = '\0';
	return buf;
}

bool text_to_float(struct sv s, double *v)
{
	char buf[512], *end;

	if (!plain(s, buf, sizeof(buf)) || strpbrk(buf, "xXpP(") || strchr(" \t\n\r\f\v", buf[0]))
		return false;
	*v = strtod(buf, &end);
	return !*end;
}

bool text_to_int(struct sv s, __int128 *v, bool *big)
{
	char buf[512], *p;
	bool neg;

	if (!plain(s, buf, sizeof(buf)))
		return false;
	p = buf;
	neg = *p == '-';
	p += *p == '-' || *p == '+';
	*v = 0;
	*big = false;
	if (!*p)
		return false;
	for (; *p; p++) {
		if (*p < '0' || *p > '9')
			return false;
		*big |= __builtin_mul_overflow(*v, 10, v) || __builtin_add_overflow(*v, *p - '0', v);
	}
	*v = neg && !*big ? -*v : *v;
	return true;
}

bool text_to_complex(struct sv s, double *re, double *im)
{
	char buf[512], *p = plain(s, buf, sizeof(buf)), *end;
	size_t n = p ? strlen(p) : 0;

	if (!p || strpbrk(p, "xXpP"))
		return false;
	if (n > 1 && p[0] == '(' && p[n - 1] == ')') {
		p[--n] = '\0';
		p++, n--;
	}
	*re = strtod(p, &end);
	*im = 0;
	if (end != p && !*end)
		return true;
	if (end != p && (*end | 32) != 'j') {
		p = end;
		if (*p != '+' && *p != '-')
			return false;
	} else {
		*re = 0;
	}
	*im = strtod(p, &end);
	if (end == p) {			/* "j", "+j" */
		*im = *p == '-' ? -1 : 1;
		end += *p == '-' || *p == '+';
	}
	return (*end | 32) == 'j' && !end[1];
}
