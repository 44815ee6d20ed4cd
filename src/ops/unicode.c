/* Unicode for kernels; see unicode.h. */
#include "ops/unicode.h"

#include <string.h>
#include <strings.h>

struct run {
	int32_t first;
	int32_t value;
};

struct case_range {
	int32_t first, last, step, delta;
};

struct case_special {
	int32_t cp;
	const char *text;
};

#include "ops/unicode.inc"

#define N(a) (sizeof(a) / sizeof((a)[0]))

/* ---- UTF-8 ---- */

/* Which second bytes may follow a first byte: none shorter than needed, no surrogates, nothing too
 * high. */
static bool second_ok(unsigned char a, unsigned char b)
{
	unsigned lo = 0x80, hi = 0xbf;

	if (a == 0xe0)
		lo = 0xa0;
	else if (a == 0xed)
		hi = 0x9f;
	else if (a == 0xf0)
		lo = 0x90;
	else if (a == 0xf4)
		hi = 0x8f;
	return b >= lo && b <= hi;
}

int32_t utf8_next(struct sv s, size_t *at)
{
	const unsigned char *p = (const unsigned char *)s.p;
	unsigned char a = p[(*at)++];
	int more = a < 0xc2 ? 0 : a < 0xe0 ? 1 : a < 0xf0 ? 2 : a < 0xf5 ? 3 : 0;
	int32_t cp;

	if (a < 0x80)
		return a;
	if (!more)
		return -1;
	cp = a & (0x3f >> more);
	for (int k = 0; k < more; k++) {
		if (*at >= s.n || (k ? (p[*at] & 0xc0) != 0x80 : !second_ok(a, p[*at])))
			return -1;
		cp = cp << 6 | (p[(*at)++] & 0x3f);
	}
	return cp;
}

void utf8_add(struct str *out, int32_t cp)
{
	if (cp < 0x80) {
		str_addc(out, (char)cp);
		return;
	}
	if (cp < 0x800) {
		str_addc(out, (char)(0xc0 | cp >> 6));
	} else {
		if (cp < 0x10000) {
			str_addc(out, (char)(0xe0 | cp >> 12));
		} else {
			str_addc(out, (char)(0xf0 | cp >> 18));
			str_addc(out, (char)(0x80 | (cp >> 12 & 0x3f)));
		}
		str_addc(out, (char)(0x80 | (cp >> 6 & 0x3f)));
	}
	str_addc(out, (char)(0x80 | (cp & 0x3f)));
}

/* ---- other encodings ---- */

static const struct {
	const char *name;
	enum encoding e;
} names[] = {
	{ "utf8", ENC_UTF8 }, { "utf16", ENC_UTF16 }, { "utf16be", ENC_UTF16BE },
	{ "utf16le", ENC_UTF16LE }, { "utf32", ENC_UTF32 }, { "utf32be", ENC_UTF32BE },
	{ "utf32le", ENC_UTF32LE }, { "latin1", ENC_LATIN1 }, { "iso88591", ENC_LATIN1 },
	{ "usascii", ENC_ASCII }, { "ascii", ENC_ASCII }, { "windows1252", ENC_CP1252 },
	{ "cp1252", ENC_CP1252 },
};

/* Case, '-', '_' and ' ' do not matter. */
enum encoding encoding_of(struct sv name)
{
	char z[16];
	size_t n = 0;

	for (size_t i = 0; i < name.n; i++) {
		if (strchr("-_ ", name.p[i]) && name.p[i])
			continue;
		if (n + 1 >= sizeof(z))
			return ENC_NONE;
		z[n++] = name.p[i];
	}
	z[n] = 0;
	for (size_t i = 0; i < N(names); i++)
		if (!strcasecmp(z, names[i].name))
			return names[i].e;
	return ENC_NONE;
}

static uint32_t unit(struct sv s, size_t at, int size, bool little)
{
	uint32_t v = 0;

	for (int k = 0; k < size; k++)
		v = v << 8 |
		    (unsigned char)s.p[little ? at + (size_t)(size - 1 - k) : at + (size_t)k];
	return v;
}

/* The byte order of text without a name for it, by its mark. */
static int32_t order_of(enum encoding *e, struct sv s, size_t *at)
{
	bool wide = *e == ENC_UTF32;
	size_t size = wide ? 4 : 2;

	if (s.n - *at >= size && unit(s, *at, (int)size, true) == 0xFEFF)
		*e = wide ? ENC_UTF32LE : ENC_UTF16LE;
	else if (s.n - *at >= size && unit(s, *at, (int)size, false) == 0xFEFF)
		*e = wide ? ENC_UTF32BE : ENC_UTF16BE;
	else {
		*e = wide ? ENC_UTF32BE : ENC_UTF16BE;
		return encoding_next(e, s, at);
	}
	*at += size;
	return *at < s.n ? encoding_next(e, s, at) : -2;
}

static int32_t next16(struct sv s, size_t *at, bool little)
{
	uint32_t a, b;

	if (s.n - *at < 2) {
		*at = s.n;
		return -1;
	}
	a = unit(s, *at, 2, little);
	*at += 2;
	if (a < 0xD800 || a > 0xDFFF)
		return (int32_t)a;
	if (a > 0xDBFF)
		return -1;
	if (s.n - *at < 2) {
		*at = s.n;
		return -1;
	}
	b = unit(s, *at, 2, little);
	if (b < 0xDC00 || b > 0xDFFF)
		return -1;
	*at += 2;
	return (int32_t)(0x10000 + ((a - 0xD800) << 10) + (b - 0xDC00));
}

static int32_t next32(struct sv s, size_t *at, bool little)
{
	uint32_t v;

	if (s.n - *at < 4) {
		*at = s.n;
		return -1;
	}
	v = unit(s, *at, 4, little);
	*at += 4;
	return v > UNICODE_MAX || (v >= 0xD800 && v <= 0xDFFF) ? -1 : (int32_t)v;
}

/* 0x80 to 0x9f of Windows-1252. */
static const uint16_t cp1252[32] = {
	0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
	0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
	0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
};

int32_t encoding_next(enum encoding *e, struct sv s, size_t *at)
{
	unsigned char b;

	switch (*e) {
	case ENC_UTF16: case ENC_UTF32:
		return order_of(e, s, at);
	case ENC_UTF16BE: case ENC_UTF16LE:
		return next16(s, at, *e == ENC_UTF16LE);
	case ENC_UTF32BE: case ENC_UTF32LE:
		return next32(s, at, *e == ENC_UTF32LE);
	case ENC_LATIN1: case ENC_ASCII: case ENC_CP1252:
		b = (unsigned char)s.p[(*at)++];
		if (*e == ENC_ASCII && b >= 0x80)
			return -1;
		return *e == ENC_CP1252 && b >= 0x80 && b < 0xa0 ? cp1252[b - 0x80] : b;
	default:
		return utf8_next(s, at);
	}
}

static void add16(struct str *out, int32_t v)
{
	str_addc(out, (char)(v >> 8));
	str_addc(out, (char)v);
}

void encoding_add(enum encoding e, struct str *out, int32_t cp)
{
	if (cp < 0 || cp > UNICODE_MAX || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = UNICODE_BAD;
	if (e == ENC_UTF8) {
		utf8_add(out, cp);
	} else if (e == ENC_UTF32BE) {
		add16(out, cp >> 16);
		add16(out, cp & 0xffff);
	} else if (cp < 0x10000) {
		add16(out, cp);
	} else {
		add16(out, 0xD800 + ((cp - 0x10000) >> 10));
		add16(out, 0xDC00 + ((cp - 0x10000) & 0x3ff));
	}
}

/* ---- properties ---- */

static int32_t run_value(const struct run *r, size_t n, int32_t cp)
{
	size_t lo = 0, hi = n;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (r[mid].first <= cp)
			lo = mid;
		else
			hi = mid;
	}
	return r[lo].value;
}

int unicode_script(int32_t cp)
{
	return cp < 0 || cp > UNICODE_MAX ? -1 : run_value(scripts, N(scripts), cp);
}

const char *unicode_category(int32_t cp)
{
	int32_t v = cp < 0 || cp > UNICODE_MAX ? 0 : run_value(categories, N(categories), cp);

	return v ? category_names[v - 1] : "";
}

/* ICU's numbers of the scripts that regular expressions name most. */
static const struct {
	const char *name;
	int script;
} script_names[] = {
	{ "Common", 0 }, { "Inherited", 1 }, { "Arabic", 2 }, { "Armenian", 3 },
	{ "Bengali", 4 }, { "Bopomofo", 5 }, { "Cherokee", 6 }, { "Coptic", 7 },
	{ "Cyrillic", 8 }, { "Deseret", 9 }, { "Devanagari", 10 }, { "Ethiopic", 11 },
	{ "Georgian", 12 }, { "Gothic", 13 }, { "Greek", 14 }, { "Gujarati", 15 },
	{ "Gurmukhi", 16 }, { "Han", 17 }, { "Hangul", 18 }, { "Hebrew", 19 },
	{ "Hiragana", 20 }, { "Kannada", 21 }, { "Katakana", 22 }, { "Khmer", 23 },
	{ "Lao", 24 }, { "Latin", 25 }, { "Malayalam", 26 }, { "Mongolian", 27 },
	{ "Myanmar", 28 }, { "Ogham", 29 }, { "Old_Italic", 30 }, { "Oriya", 31 },
	{ "Runic", 32 }, { "Sinhala", 33 }, { "Syriac", 34 }, { "Tamil", 35 }, { "Telugu", 36 },
	{ "Thaana", 37 }, { "Thai", 38 }, { "Tibetan", 39 }, { "Canadian_Aboriginal", 40 },
	{ "Yi", 41 }, { "Tagalog", 42 }, { "Hanunoo", 43 }, { "Buhid", 44 }, { "Tagbanwa", 45 },
	{ "Braille", 46 }, { "Cypriot", 47 }, { "Limbu", 48 }, { "Linear_B", 49 },
	{ "Osmanya", 50 }, { "Shavian", 51 }, { "Tai_Le", 52 }, { "Ugaritic", 53 },
};

int unicode_script_by_name(struct sv name)
{
	for (size_t i = 0; i < N(script_names); i++)
		if (sv_is(name, script_names[i].name))
			return script_names[i].script;
	return -1;
}

static int32_t mapped(const struct case_range *r, size_t n, int32_t cp)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (r[mid].last < cp)
			lo = mid + 1;
		else
			hi = mid;
	}
	/* runs with step 2 may lie inside one another */
	for (; lo < n && r[lo].first <= cp; lo++)
		if ((cp - r[lo].first) % r[lo].step == 0)
			return cp + r[lo].delta;
	return cp;
}

int32_t unicode_simple_lower(int32_t cp)
{
	return mapped(lower_ranges, N(lower_ranges), cp);
}

int32_t unicode_simple_upper(int32_t cp)
{
	return mapped(upper_ranges, N(upper_ranges), cp);
}

static bool add_special(const struct case_special *s, size_t n, int32_t cp, struct str *out)
{
	for (size_t i = 0; i < n && s[i].cp <= cp; i++)
		if (s[i].cp == cp) {
			str_addz(out, s[i].text);
			return true;
		}
	return false;
}

void unicode_upper(struct sv s, struct str *out)
{
	for (size_t at = 0; at < s.n;) {
		int32_t cp = utf8_next(s, &at);

		if (cp < 0)
			cp = UNICODE_BAD;
		if (cp < 0xdf || !add_special(upper_specials, N(upper_specials), cp, out))
			utf8_add(out, unicode_simple_upper(cp));
	}
}

static bool cased(int32_t cp)
{
	const char *c = unicode_category(cp);

	return !strcmp(c, "Lu") || !strcmp(c, "Ll") || !strcmp(c, "Lt") ||
	       unicode_simple_lower(cp) != cp || unicode_simple_upper(cp) != cp;
}

static bool case_ignorable(int32_t cp)
{
	static const char *const kinds[] = { "Mn", "Me", "Cf", "Lm", "Sk" };
	const char *c = unicode_category(cp);

	for (size_t i = 0; i < N(kinds); i++)
		if (!strcmp(c, kinds[i]))
			return true;
	return cp == '\'' || cp == '.' || cp == ':' || cp == 0xB7 || cp == 0x2018 || cp == 0x2019 ||
	       cp == 0x2024 || cp == 0x2027;
}

/* Is the letter after it (ignorable ones apart) cased? Then a sigma is not the last of its word. */
static bool cased_follows(struct sv s, size_t at)
{
	while (at < s.n) {
		int32_t cp = utf8_next(s, &at);

		if (!case_ignorable(cp))
			return cased(cp);
	}
	return false;
}

void unicode_lower(struct sv s, struct str *out)
{
	bool before = false;		/* a cased letter, ignorable ones apart */

	for (size_t at = 0; at < s.n;) {
		int32_t cp = utf8_next(s, &at);

		if (cp < 0)
			cp = UNICODE_BAD;
		if (cp == 0x3A3 && before && !cased_follows(s, at))
			utf8_add(out, 0x3C2);
		else if (cp < 0x80 || !add_special(lower_specials, N(lower_specials), cp, out))
			utf8_add(out, unicode_simple_lower(cp));
		if (!case_ignorable(cp))
			before = cased(cp);
	}
}
