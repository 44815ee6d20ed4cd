/* RE2's syntax to a tree; see re.h. Errors are RE2's, with the piece of pattern that it blames. */
#include <string.h>

#include "ops/re.h"
#include "ops/unicode.h"

enum { F_FOLD = 1, F_LINES = 2, F_DOT_NL = 4, F_LAZY = 8 };
enum { REPEAT_MAX = 1000 };

/* A group that is open: what was there before it, its alternatives so far, the current sequence. */
struct level {
	struct level *up;
	unsigned flags;			/* to go back to */
	int cap;			/* -1: does not capture */
	struct re_node *alts, **alts_end;
	struct re_node *seq, **seq_end, *last, **last_link;
};

struct parser {
	struct arena *a;
	struct sv all, s;		/* the pattern; what is left of it */
	unsigned flags;
	int groups, depth;
	struct level *level;
	const char *error;
};

static bool fail(struct parser *p, const char *text, struct sv arg)
{
	struct sv z = arena_sv(p->a, arg);

	if (!p->error)
		p->error = arg.n ? arena_printf(p->a, "%s: %s", text, z.p) : text;
	return false;
}

/* From there to where the parser is. */
static struct sv since(const struct parser *p, const char *from)
{
	return (struct sv){ from, (size_t)(p->s.p - from) };
}

static void skip(struct parser *p, size_t n)
{
	p->s = sv_sub(p->s, n, p->s.n);
}

static char peek(const struct parser *p, size_t i)
{
	return i < p->s.n ? p->s.p[i] : 0;
}

static bool at_char(const struct parser *p, char ch)
{
	return p->s.n && p->s.p[0] == ch;
}

static bool next_rune(struct parser *p, int32_t *cp)
{
	size_t at = 0;

	*cp = utf8_next(p->s, &at);
	if (*cp < 0)
		return fail(p, "invalid UTF-8", SV(""));
	skip(p, at);
	return true;
}

/* ---- the tree ---- */

static struct re_node *node_new(struct parser *p, enum re_op op)
{
	struct re_node *n = arena_alloc(p->a, sizeof(*n));

	n->op = op;
	return n;
}

static void push(struct parser *p, struct re_node *n)
{
	struct level *l = p->level;

	l->last = n;
	l->last_link = l->seq_end;
	*l->seq_end = n;
	l->seq_end = &n->next;
}

static void push_op(struct parser *p, enum re_op op)
{
	push(p, node_new(p, op));
}

static struct re_node *joined(struct parser *p, enum re_op op, struct re_node *list)
{
	struct re_node *n;

	if (!list)
		return node_new(p, RE_EMPTY);
	if (!list->next)
		return list;
	n = node_new(p, op);
	n->sub = list;
	return n;
}

static void seq_reset(struct level *l)
{
	l->seq = l->last = NULL;
	l->seq_end = &l->seq;
}

static void end_alternative(struct parser *p)
{
	struct level *l = p->level;
	struct re_node *seq = joined(p, RE_CAT, l->seq);

	*l->alts_end = seq;
	l->alts_end = &seq->next;
	seq_reset(l);
}

static void open_level(struct parser *p, unsigned flags, int cap)
{
	struct level *l = arena_alloc(p->a, sizeof(*l));

	*l = (struct level){ .up = p->level, .flags = flags, .cap = cap };
	l->alts_end = &l->alts;
	seq_reset(l);
	p->level = l;
	p->depth++;
}

static struct re_node *close_level(struct parser *p)
{
	struct level *l = p->level;
	struct re_node *n, *capture;

	end_alternative(p);
	n = joined(p, RE_ALT, l->alts);
	p->level = l->up;
	p->flags = l->flags;
	p->depth--;
	if (l->cap < 0)
		return n;
	capture = node_new(p, RE_CAPTURE);
	capture->cap = l->cap;
	capture->sub = n;
	return capture;
}

/* ---- classes ---- */

static struct re_class *class_new(struct parser *p)
{
	struct re_class *c = arena_alloc(p->a, sizeof(*c));

	c->fold = p->flags & F_FOLD;
	return c;
}

static void class_add(struct parser *p, struct re_class *c, int32_t lo, int32_t hi)
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

static void class_add_prop(struct parser *p, struct re_class *c, struct re_prop prop)
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
	{ "d", "09" }, { "s", "\t\n\f\r  " }, { "w", "09AZ__az" }, { "alnum", "09AZaz" }, { "alpha", "AZaz" },
	{ "ascii", "\x01\x7f" }, { "blank", "\t\t  " }, { "cntrl", "\x01\x1f\x7f\x7f" }, { "digit", "09" },
	{ "graph", "!~" }, { "lower", "az" }, { "print", " ~" }, { "punct", "!/:@[`{~" }, { "space", "\t\r  " },
	{ "upper", "AZ" }, { "word", "09AZ__az" }, { "xdigit", "09AFaf" },
};

static bool class_add_ascii(struct parser *p, struct re_class *c, struct sv name, bool negated)
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
				class_add(p, c, lo, q[1]);
			else if (lo > from)
				class_add(p, c, from, lo - 1);
			from = q[1] + 1;
		}
		if (negated)
			class_add(p, c, from, UNICODE_MAX);
		return true;
	}
	return false;
}

/* \d \D \s \S \w \W here? */
static bool perl_class(struct parser *p, struct re_class *c)
{
	char ch = peek(p, 1), lower = (char)(ch | 32);

	if (!at_char(p, '\\') || !ch || !strchr("dDsSwW", ch))
		return false;
	skip(p, 2);
	return class_add_ascii(p, c, (struct sv){ &lower, 1 }, ch != lower);
}

/* The name of a \p class; false: no such class. */
static bool prop_named(struct sv name, struct re_prop *prop)
{
	static const char major[] = "CLMNPSZ", all[] = "CcCfCsCoLlLmLoLtLuMcMeMnNdNlNoPcPdPePfPiPoPsScSkSmSoZlZpZs";

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
static int prop_class(struct parser *p, struct re_class *c)
{
	const char *from = p->s.p;
	struct re_prop prop = { .script = -1 };
	struct sv name;
	int32_t cp;
	long end;

	if (!at_char(p, '\\') || (peek(p, 1) != 'p' && peek(p, 1) != 'P'))
		return 0;
	prop.negated = peek(p, 1) == 'P';
	skip(p, 2);
	if (!p->s.n)
		return fail(p, "invalid character class range", since(p, from)) - 1;
	name.p = p->s.p;
	if (!next_rune(p, &cp))
		return -1;
	name.n = (size_t)(p->s.p - name.p);
	if (cp == '{') {
		end = sv_find(p->s, '}');
		if (end < 0)
			return fail(p, "invalid character class range",
				    (struct sv){ from, (size_t)(p->s.p + p->s.n - from) }) - 1;
		name = sv_sub(p->s, 0, (size_t)end);
		skip(p, (size_t)end + 1);
	}
	if (name.n && name.p[0] == '^') {
		prop.negated = !prop.negated;
		name = sv_sub(name, 1, name.n);
	}
	if (!name.n || !prop_named(name, &prop))
		return fail(p, "invalid character class range", since(p, from)) - 1;
	class_add_prop(p, c, prop);
	return 1;
}

static int hex_value(int32_t c)
{
	return c >= '0' && c <= '9' ? c - '0' : (c | 32) >= 'a' && (c | 32) <= 'f' ? (c | 32) - 'a' + 10 : -1;
}

static bool hex_escape(struct parser *p, int32_t *cp)
{
	int32_t c, d;

	if (!p->s.n || !next_rune(p, &c))
		return false;
	if (c != '{') {
		if (!p->s.n || !next_rune(p, &d))
			return false;
		*cp = hex_value(c) * 16 + hex_value(d);
		return hex_value(c) >= 0 && hex_value(d) >= 0;
	}
	*cp = 0;
	if (!p->s.n || !next_rune(p, &c) || hex_value(c) < 0)
		return false;
	while (c != '}') {
		if (hex_value(c) < 0)
			return false;
		*cp = *cp * 16 + hex_value(c);
		if (*cp > UNICODE_MAX || !p->s.n || !next_rune(p, &c))
			return false;
	}
	return true;
}

/* What comes after a backslash as one character; false: not an escape (the error may be set or not). */
static bool escape_body(struct parser *p, int32_t c, int32_t *cp)
{
	static const char letters[] = "nrtafv", codes[] = "\n\r\t\a\f\v";
	const char *hit;

	if (c >= '1' && c <= '7' && (peek(p, 0) < '0' || peek(p, 0) > '7'))
		return false;
	if (c >= '0' && c <= '7') {
		*cp = c - '0';
		for (int i = 0; i < 2 && peek(p, 0) >= '0' && peek(p, 0) <= '7'; i++, skip(p, 1))
			*cp = *cp * 8 + peek(p, 0) - '0';
		return true;
	}
	if (c == 'x')
		return hex_escape(p, cp);
	hit = c > 0 && c < 128 ? strchr(letters, (int)c) : NULL;
	*cp = hit ? codes[hit - letters] : c;
	return hit || (c < 128 && !((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z')));
}

static bool escape(struct parser *p, int32_t *cp)
{
	const char *from = p->s.p;
	int32_t c;

	skip(p, 1);
	if (!p->s.n)
		return fail(p, "trailing \\", SV(""));
	if (!next_rune(p, &c))
		return false;
	return escape_body(p, c, cp) || fail(p, "invalid escape sequence", since(p, from));
}

static bool class_char(struct parser *p, struct sv whole, int32_t *cp)
{
	if (!p->s.n)
		return fail(p, "missing ]", whole);
	return at_char(p, '\\') ? escape(p, cp) : next_rune(p, cp);
}

static bool class_range(struct parser *p, struct re_class *c, struct sv whole)
{
	const char *from = p->s.p;
	int32_t lo, hi;

	if (!class_char(p, whole, &lo))
		return false;
	hi = lo;
	if (p->s.n >= 2 && p->s.p[0] == '-' && p->s.p[1] != ']') {
		skip(p, 1);
		if (!class_char(p, whole, &hi))
			return false;
		if (hi < lo)
			return fail(p, "invalid character class range", since(p, from));
	}
	class_add(p, c, lo, hi);
	return true;
}

/* [:alpha:] here? 1 read, 0 no, -1 error. */
static int posix_class(struct parser *p, struct re_class *c)
{
	const char *end = p->s.n > 2 && at_char(p, '[') && p->s.p[1] == ':' ?
			  memmem(p->s.p + 2, p->s.n - 2, ":]", 2) : NULL;
	struct sv whole, name;
	bool negated;

	if (!end)
		return 0;
	whole = (struct sv){ p->s.p, (size_t)(end - p->s.p) + 2 };
	negated = whole.p[2] == '^';
	name = sv_sub(whole, negated ? 3 : 2, whole.n - 2);
	skip(p, whole.n);
	if (name.n < 2 || !class_add_ascii(p, c, name, negated))
		return fail(p, "invalid character class range", whole) - 1;
	return 1;
}

/* For code points under 128 the answer is worked out once. */
static void class_finish(struct re_class *c)
{
	uint64_t ascii[2] = { 0, 0 };

	for (int32_t cp = 0; cp < 128; cp++)
		if (re_class_has(c, cp))
			ascii[cp >> 6] |= UINT64_C(1) << (cp & 63);
	memcpy(c->ascii, ascii, sizeof(ascii));
}

static void push_class(struct parser *p, struct re_class *c)
{
	struct re_node *n = node_new(p, RE_CLASS);

	class_finish(c);
	n->cls = c;
	push(p, n);
}

static bool bracket(struct parser *p)
{
	struct sv whole = p->s;
	struct re_class *c = class_new(p);
	bool first = true;
	int r;

	skip(p, 1);
	c->negated = at_char(p, '^');
	skip(p, c->negated);
	for (; p->s.n && (p->s.p[0] != ']' || first); first = false) {
		r = posix_class(p, c);
		if (!r)
			r = prop_class(p, c);
		if (!r)
			r = perl_class(p, c);
		if (r < 0 || (!r && !class_range(p, c, whole)))
			return false;
	}
	if (!p->s.n)
		return fail(p, "missing ]", whole);
	skip(p, 1);
	push_class(p, c);
	return true;
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

		has = in_class(c, lower) || in_class(c, upper) || in_class(c, unicode_simple_lower(upper)) ||
		      (lower == 'k' && in_class(c, 0x212A)) || (lower == 's' && in_class(c, 0x17F)) ||
		      (lower == 0xE5 && in_class(c, 0x212B));
	}
	return has != c->negated;
}

/* ---- repetition ---- */

/* May the copies that nested repetitions make be so many? */
static bool within(const struct re_node *n, int budget)
{
	if (n->op == RE_REPEAT) {
		int m = n->max < 0 ? n->min : n->max;

		budget = m > 0 ? budget / m : budget;
		if (budget == 0)
			return false;
	}
	for (const struct re_node *k = n->sub; k; k = k->next)
		if (!within(k, budget))
			return false;
	return true;
}

static bool repeat(struct parser *p, int min, int max, bool lazy, struct sv op)
{
	struct level *l = p->level;
	struct re_node *n;

	if ((max != -1 && max < min) || min > REPEAT_MAX || max > REPEAT_MAX)
		return fail(p, "invalid repetition size", op);
	if (!l->last)
		return fail(p, "no argument for repetition operator", op);
	n = node_new(p, RE_REPEAT);
	n->min = min;
	n->max = max;
	n->lazy = lazy;
	n->sub = l->last;
	n->sub->next = NULL;
	*l->last_link = n;
	l->seq_end = &n->next;
	l->last = n;
	return (min < 2 && max < 2) || within(n, REPEAT_MAX) || fail(p, "invalid repetition size", op);
}

static bool small_int(struct sv *s, int *v)
{
	int n = 0;

	if (!s->n || s->p[0] < '0' || s->p[0] > '9')
		return false;
	if (s->n > 1 && s->p[0] == '0' && s->p[1] >= '0' && s->p[1] <= '9')
		return false;
	while (s->n && s->p[0] >= '0' && s->p[0] <= '9') {
		if (n >= 100000000)
			return false;
		n = n * 10 + s->p[0] - '0';
		*s = sv_sub(*s, 1, s->n);
	}
	*v = n;
	return true;
}

/* {n}, {n,}, {n,m}: false when it is none (then a brace is a brace). */
static bool counts(struct parser *p, int *min, int *max)
{
	struct sv s = sv_sub(p->s, 1, p->s.n);

	if (!small_int(&s, min) || !s.n)
		return false;
	*max = *min;
	if (s.p[0] == ',') {
		s = sv_sub(s, 1, s.n);
		*max = -1;
		if (s.n && s.p[0] != '}' && !small_int(&s, max))
			return false;
	}
	if (!s.n || s.p[0] != '}')
		return false;
	p->s = sv_sub(s, 1, s.n);
	return true;
}

/* ---- groups ---- */

static bool name_ok(struct sv name)
{
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];

		if (!((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_'))
			return false;
	}
	return name.n > 0;
}

static bool named_group(struct parser *p)
{
	long end = sv_find(p->s, '>');
	struct sv name;

	if (end < 0)
		return fail(p, "invalid named capture group", p->s);
	name = sv_sub(p->s, 4, (size_t)end);
	if (!name_ok(name))
		return fail(p, "invalid named capture group", sv_sub(p->s, 0, (size_t)end + 1));
	skip(p, (size_t)end + 1);
	open_level(p, p->flags, ++p->groups);
	return true;
}

static unsigned flag_of(char c)
{
	return c == 'i' ? F_FOLD : c == 'm' ? F_LINES : c == 's' ? F_DOT_NL : c == 'U' ? F_LAZY : 0;
}

/* "(?i)", "(?i-s:". */
static bool perl_group(struct parser *p)
{
	const char *from = p->s.p;
	unsigned flags = p->flags;
	bool minus = false, some = false;
	int32_t c;

	if (p->s.n > 4 && p->s.p[2] == 'P' && p->s.p[3] == '<')
		return named_group(p);
	skip(p, 2);
	for (;;) {
		if (!p->s.n)
			return fail(p, "invalid perl operator", since(p, from));
		if (!next_rune(p, &c))
			return false;
		if (c < 128 && flag_of((char)c)) {
			flags = minus ? flags & ~flag_of((char)c) : flags | flag_of((char)c);
			some = true;
		} else if (c == '-' && !minus) {
			minus = true;
			some = false;
		} else if ((c == ':' || c == ')') && (some || !minus)) {
			break;
		} else {
			return fail(p, "invalid perl operator", since(p, from));
		}
	}
	if (c == ':')
		open_level(p, p->flags, -1);
	p->flags = flags;
	return true;
}

static bool group(struct parser *p)
{
	if (p->depth >= RE_MAX_DEPTH)
		return fail(p, "expression nests too deeply", SV(""));
	if (p->s.n > 1 && p->s.p[1] == '?')
		return perl_group(p);
	skip(p, 1);
	open_level(p, p->flags, ++p->groups);
	return true;
}

static bool close_group(struct parser *p)
{
	if (!p->level->up)
		return fail(p, "unexpected )", p->all);
	skip(p, 1);
	push(p, close_level(p));
	return true;
}

/* ---- the pattern ---- */

static void push_char(struct parser *p, int32_t cp)
{
	struct re_node *n;
	struct re_class *c;

	if (p->flags & F_FOLD && (unicode_simple_lower(cp) != cp || unicode_simple_upper(cp) != cp)) {
		c = class_new(p);
		class_add(p, c, cp, cp);
		push_class(p, c);
		return;
	}
	n = node_new(p, RE_CHAR);
	n->cp = cp;
	push(p, n);
}

static bool quoted(struct parser *p)
{
	int32_t cp;

	skip(p, 2);
	while (p->s.n) {
		if (p->s.n >= 2 && p->s.p[0] == '\\' && p->s.p[1] == 'E') {
			skip(p, 2);
			break;
		}
		if (!next_rune(p, &cp))
			return false;
		push_char(p, cp);
	}
	return true;
}

static bool backslash(struct parser *p)
{
	static const struct { char ch; enum re_op op; } ops[] = {
		{ 'A', RE_BOT }, { 'z', RE_EOT }, { 'b', RE_WORD }, { 'B', RE_NOT_WORD },
	};
	struct re_class *c;
	int32_t cp;
	int r;

	for (int i = 0; i < 4; i++)
		if (peek(p, 1) == ops[i].ch && p->s.n > 1) {
			push_op(p, ops[i].op);
			skip(p, 2);
			return true;
		}
	if (peek(p, 1) == 'C')
		return fail(p, "smtui has no \\C (a byte of a character)", SV(""));
	if (peek(p, 1) == 'Q')
		return quoted(p);
	c = class_new(p);
	r = prop_class(p, c);
	if (!r)
		r = perl_class(p, c);
	if (r < 0)
		return false;
	if (r) {
		push_class(p, c);
		return true;
	}
	if (!escape(p, &cp))
		return false;
	push_char(p, cp);
	return true;
}

/* One of * + ? {n,m}: 1 read, 0 it is a brace, -1 error. *unary: where the last one began. */
static int repetition(struct parser *p, const char **unary)
{
	const char *from = p->s.p, *before = *unary;
	int min, max;
	bool lazy;

	if (p->s.p[0] == '{') {
		if (!counts(p, &min, &max))
			return 0;
	} else {
		min = p->s.p[0] == '+';
		max = p->s.p[0] == '?' ? 1 : -1;
		skip(p, 1);
	}
	lazy = at_char(p, '?');
	skip(p, lazy);
	if (before)
		return fail(p, "bad repetition operator", since(p, before)) - 1;
	*unary = from;
	return repeat(p, min, max, lazy != !!(p->flags & F_LAZY), since(p, from)) ? 1 : -1;
}

static bool piece(struct parser *p)
{
	int32_t cp;

	switch (p->s.p[0]) {
	case '(':
		return group(p);
	case ')':
		return close_group(p);
	case '|':
		skip(p, 1);
		end_alternative(p);
		return true;
	case '[':
		return bracket(p);
	case '\\':
		return backslash(p);
	case '.':
		push_op(p, p->flags & F_DOT_NL ? RE_ANY_NL : RE_ANY);
		skip(p, 1);
		return true;
	case '^':
		push_op(p, p->flags & F_LINES ? RE_BOL : RE_BOT);
		skip(p, 1);
		return true;
	case '$':
		push_op(p, p->flags & F_LINES ? RE_EOL : RE_EOT);
		skip(p, 1);
		return true;
	default:
		if (!next_rune(p, &cp))
			return false;
		push_char(p, cp);
		return true;
	}
}

struct re_node *re_parse(struct arena *a, struct sv pattern, int *n_groups, const char **error)
{
	struct parser p = { .a = a, .all = pattern, .s = pattern };
	const char *unary = NULL;
	bool ok = true;

	open_level(&p, 0, -1);
	while (ok && p.s.n) {
		int r = strchr("*+?{", p.s.p[0]) && p.s.p[0] ? repetition(&p, &unary) : 0;

		if (r == 0) {
			unary = NULL;
			ok = piece(&p);
		} else {
			ok = r > 0;
		}
	}
	if (ok && p.level->up)
		ok = fail(&p, "missing )", pattern);
	*n_groups = p.groups;
	*error = p.error;
	return ok ? close_level(&p) : NULL;
}
