/* Character classes and escapes of regular expressions; see re_inside.h. */
#include "ops/re_inside.h"

#include <string.h>

#include "ops/unicode.h"

struct re_class *re_class_new(struct re_parser *p)
{
	struct re_class *c = arena_alloc(p->a, sizeof(*c));

	c->fold = p->flags & F_FOLD;
	return c;
}

void re_class_add(struct re_parser *p, struct re_class *c, int32_t lo, int32_t hi)
{
	if (c->n_range == c->cap_range) {
		int cap = c->cap_range ? 2 * c->cap_range : 4;
		struct re_range *r = arena_array(p->a, (size_t)cap, sizeof(*r));

		if (c->n_range)
			memcpy(r, c->range, (size_t)c->n_range * sizeof(*r));
		c->range = r;
		c->cap_range = cap;
	}
	c->range[c->n_range++] = (struct re_range){ lo, hi };
}

static void class_add_prop(struct re_parser *p, struct re_class *c, struct re_prop prop)
{
	if (c->n_prop == c->cap_prop) {
		int cap = c->cap_prop ? 2 * c->cap_prop : 4;
		struct re_prop *r = arena_array(p->a, (size_t)cap, sizeof(*r));

		if (c->n_prop)
			memcpy(r, c->prop, (size_t)c->n_prop * sizeof(*r));
		c->prop = r;
		c->cap_prop = cap;
	}
	c->prop[c->n_prop++] = prop;
}

/* Classes of ASCII bytes: pairs of first and last, in order. */
static const struct {
	const char *name;		/* of POSIX, or the letter of Perl's */
	const char *pairs;
} ascii_classes[] = {
	{ "d", "09" },		 { "s", "\t\n\f\r  " },
	{ "w", "09AZ__az" },	 { "alnum", "09AZaz" },
	{ "alpha", "AZaz" },	 { "ascii", "\x01\x7f" },
	{ "blank", "\t\t  " },	 { "cntrl", "\x01\x1f\x7f\x7f" },
	{ "digit", "09" },	 { "graph", "!~" },
	{ "lower", "az" },	 { "print", " ~" },
	{ "punct", "!/:@[`{~" }, { "space", "\t\r  " },
	{ "upper", "AZ" },	 { "word", "09AZ__az" },
	{ "xdigit", "09AFaf" },
};

static bool class_add_ascii(struct re_parser *p, struct re_class *c, struct sv name, bool negated)
{
	for (size_t i = 0; i < sizeof(ascii_classes) / sizeof(ascii_classes[0]); i++) {
		const char *q = ascii_classes[i].pairs;
		int32_t from = 0;

		if (!sv_is(name, ascii_classes[i].name))
			continue;
		for (; *q; q += 2) {
			/* a NUL cannot stand in the string above: 1 at the start means 0 */
			int32_t lo = q[0] == 1 ? 0 : q[0];

			if (!negated)
				re_class_add(p, c, lo, q[1]);
			else if (lo > from)
				re_class_add(p, c, from, lo - 1);
			from = q[1] + 1;
		}
		if (negated)
			re_class_add(p, c, from, UNICODE_MAX);
		return true;
	}
	return false;
}

/* \d \D \s \S \w \W here? */
bool re_perl_class(struct re_parser *p, struct re_class *c)
{
	char ch = re_peek(p, 1), lower = (char)(ch | 32);

	if (!re_at(p, '\\') || !ch || !strchr("dDsSwW", ch))
		return false;
	re_skip(p, 2);
	return class_add_ascii(p, c, (struct sv){ &lower, 1 }, ch != lower);
}

/* The name of a \p class; false: no such class. */
static bool prop_named(struct sv name, struct re_prop *prop)
{
	static const char major[] = "CLMNPSZ",
			  all[] = "CcCfCsCoLlLmLoLtLuMcMeMnNdNlNoPcPdPePfPiPoPsScSkSmSoZlZpZs";

	prop->script = -1;
	if (sv_is(name, "Any"))
		return true;
	if (name.n == 1 && strchr(major, name.p[0])) {
		prop->category[0] = name.p[0];
		return true;
	}
	for (size_t i = 0; name.n == 2 && all[i]; i += 2)
		if (!memcmp(name.p, all + i, 2)) {
			memcpy(prop->category, name.p, 2);
			return true;
		}
	prop->script = unicode_script_by_name(name);
	return prop->script >= 0;
}

/* \pN, \p{Name}, \P...: 1 read, 0 not here, -1 error. */
int re_prop_class(struct re_parser *p, struct re_class *c)
{
	const char *from = p->s.p;
	struct re_prop prop = { .script = -1 };
	struct sv name;
	int32_t cp;
	long end;

	if (!re_at(p, '\\') || (re_peek(p, 1) != 'p' && re_peek(p, 1) != 'P'))
		return 0;
	prop.negated = re_peek(p, 1) == 'P';
	re_skip(p, 2);
	if (!p->s.n)
		return re_fail(p, "invalid character class range", re_since(p, from)) - 1;
	name.p = p->s.p;
	if (!re_rune(p, &cp))
		return -1;
	name.n = (size_t)(p->s.p - name.p);
	if (cp == '{') {
		end = sv_find(p->s, '}');
		if (end < 0)
			return re_fail(p, "invalid character class range",
				    (struct sv){ from, (size_t)(p->s.p + p->s.n - from) }) - 1;
		name = sv_sub(p->s, 0, (size_t)end);
		re_skip(p, (size_t)end + 1);
	}
	if (name.n && name.p[0] == '^') {
		prop.negated = !prop.negated;
		name = sv_sub(name, 1, name.n);
	}
	if (!name.n || !prop_named(name, &prop))
		return re_fail(p, "invalid character class range", re_since(p, from)) - 1;
	class_add_prop(p, c, prop);
	return 1;
}

static int hex_value(int32_t c)
{
	return c >= '0' && c <= '9'		    ? c - '0'
	       : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10
						    : -1;
}

static bool hex_escape(struct re_parser *p, int32_t *cp)
{
	int32_t c, d;

	if (!p->s.n || !re_rune(p, &c))
		return false;
	if (c != '{') {
		if (!p->s.n || !re_rune(p, &d))
			return false;
		*cp = hex_value(c) * 16 + hex_value(d);
		return hex_value(c) >= 0 && hex_value(d) >= 0;
	}
	*cp = 0;
	if (!p->s.n || !re_rune(p, &c) || hex_value(c) < 0)
		return false;
	while (c != '}') {
		if (hex_value(c) < 0)
			return false;
		*cp = *cp * 16 + hex_value(c);
		if (*cp > UNICODE_MAX || !p->s.n || !re_rune(p, &c))
			return false;
	}
	return true;
}

/* What comes after a backslash as one character; false: not an escape (the error may be set or
 * not). */
static bool escape_body(struct re_parser *p, int32_t c, int32_t *cp)
{
	static const char letters[] = "nrtafv", codes[] = "\n\r\t\a\f\v";
	const char *hit;

	if (c >= '1' && c <= '7' && (re_peek(p, 0) < '0' || re_peek(p, 0) > '7'))
		return false;
	if (c >= '0' && c <= '7') {
		*cp = c - '0';
		for (int i = 0; i < 2 && re_peek(p, 0) >= '0' && re_peek(p, 0) <= '7';
		     i++, re_skip(p, 1))
			*cp = *cp * 8 + re_peek(p, 0) - '0';
		return true;
	}
	if (c == 'x')
		return hex_escape(p, cp);
	hit = c > 0 && c < 128 ? strchr(letters, (int)c) : NULL;
	*cp = hit ? codes[hit - letters] : c;
	return hit ||
	       (c < 128 && !((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')));
}

bool re_escape(struct re_parser *p, int32_t *cp)
{
	const char *from = p->s.p;
	int32_t c;

	re_skip(p, 1);
	if (!p->s.n)
		return re_fail(p, "trailing \\", SV(""));
	if (!re_rune(p, &c))
		return false;
	return escape_body(p, c, cp) || re_fail(p, "invalid escape sequence", re_since(p, from));
}

static bool class_char(struct re_parser *p, struct sv whole, int32_t *cp)
{
	if (!p->s.n)
		return re_fail(p, "missing ]", whole);
	return re_at(p, '\\') ? re_escape(p, cp) : re_rune(p, cp);
}

static bool class_range(struct re_parser *p, struct re_class *c, struct sv whole)
{
	const char *from = p->s.p;
	int32_t lo, hi;

	if (!class_char(p, whole, &lo))
		return false;
	hi = lo;
	if (p->s.n >= 2 && p->s.p[0] == '-' && p->s.p[1] != ']') {
		re_skip(p, 1);
		if (!class_char(p, whole, &hi))
			return false;
		if (hi < lo)
			return re_fail(p, "invalid character class range", re_since(p, from));
	}
	re_class_add(p, c, lo, hi);
	return true;
}

/* [:alpha:] here? 1 read, 0 no, -1 error. */
static int posix_class(struct re_parser *p, struct re_class *c)
{
	const char *end = p->s.n > 2 && re_at(p, '[') && p->s.p[1] == ':' ?
			  memmem(p->s.p + 2, p->s.n - 2, ":]", 2) : NULL;
	struct sv whole, name;
	bool negated;

	if (!end)
		return 0;
	whole = (struct sv){ p->s.p, (size_t)(end - p->s.p) + 2 };
	negated = whole.p[2] == '^';
	name = sv_sub(whole, negated ? 3 : 2, whole.n - 2);
	re_skip(p, whole.n);
	if (name.n < 2 || !class_add_ascii(p, c, name, negated))
		return re_fail(p, "invalid character class range", whole) - 1;
	return 1;
}

/* For code points under 128 the answer is worked out once. */
void re_class_finish(struct re_class *c)
{
	uint64_t ascii[2] = { 0, 0 };

	for (int32_t cp = 0; cp < 128; cp++)
		if (re_class_has(c, cp))
			ascii[cp >> 6] |= UINT64_C(1) << (cp & 63);
	memcpy(c->ascii, ascii, sizeof(ascii));
}

struct re_class *re_bracket(struct re_parser *p)
{
	struct sv whole = p->s;
	struct re_class *c = re_class_new(p);
	bool first = true;
	int r;

	re_skip(p, 1);
	c->negated = re_at(p, '^');
	re_skip(p, c->negated);
	for (; p->s.n && (p->s.p[0] != ']' || first); first = false) {
		r = posix_class(p, c);
		if (!r)
			r = re_prop_class(p, c);
		if (!r)
			r = re_perl_class(p, c);
		if (r < 0 || (!r && !class_range(p, c, whole)))
			return NULL;
	}
	if (!p->s.n) {
		re_fail(p, "missing ]", whole);
		return NULL;
	}
	re_skip(p, 1);
	return c;
}

static bool in_class(const struct re_class *c, int32_t cp)
{
	for (int i = 0; i < c->n_range; i++)
		if (cp >= c->range[i].lo && cp <= c->range[i].hi)
			return true;
	for (int i = 0; i < c->n_prop; i++) {
		const struct re_prop *q = &c->prop[i];
		bool has = q->script >= 0 ? unicode_script(cp) == q->script :
			   !strncmp(unicode_category(cp), q->category, strlen(q->category));

		if (has != q->negated)
			return true;
	}
	return false;
}

bool re_class_has(const struct re_class *c, int32_t cp)
{
	bool has = in_class(c, cp);

	if (!has && c->fold) {
		int32_t lower = unicode_simple_lower(cp), upper = unicode_simple_upper(cp);

		has = in_class(c, lower) || in_class(c, upper) ||
		      in_class(c, unicode_simple_lower(upper)) ||
		      (lower == 'k' && in_class(c, 0x212A)) ||
		      (lower == 's' && in_class(c, 0x17F)) ||
		      (lower == 0xE5 && in_class(c, 0x212B));
	}
	return has != c->negated;
}
