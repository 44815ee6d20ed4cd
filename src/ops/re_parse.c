/* RE2's syntax to a tree; see re.h. Errors are RE2's, with the piece of pattern that it blames. */
#include <string.h>

#include "ops/re_inside.h"
#include "ops/unicode.h"

enum { REPEAT_MAX = 1000 };

bool re_fail(struct re_parser *p, const char *text, struct sv arg)
{
	struct sv z = arena_sv(p->a, arg);

	if (!p->error)
		p->error = arg.n ? arena_printf(p->a, "%s: %s", text, z.p) : text;
	return false;
}

/* From there to where the parser is. */
struct sv re_since(const struct re_parser *p, const char *from)
{
	return (struct sv){ from, (size_t)(p->s.p - from) };
}

void re_skip(struct re_parser *p, size_t n)
{
	p->s = sv_sub(p->s, n, p->s.n);
}

char re_peek(const struct re_parser *p, size_t i)
{
	return i < p->s.n ? p->s.p[i] : 0;
}

bool re_at(const struct re_parser *p, char ch)
{
	return p->s.n && p->s.p[0] == ch;
}

bool re_rune(struct re_parser *p, int32_t *cp)
{
	size_t at = 0;

	*cp = utf8_next(p->s, &at);
	if (*cp < 0)
		return re_fail(p, "invalid UTF-8", SV(""));
	re_skip(p, at);
	return true;
}

/* ---- the tree ---- */

static struct re_node *node_new(struct re_parser *p, enum re_op op)
{
	struct re_node *n = arena_alloc(p->a, sizeof(*n));

	n->op = op;
	return n;
}

static void push(struct re_parser *p, struct re_node *n)
{
	struct re_level *l = p->level;

	l->last = n;
	l->last_link = l->seq_end;
	*l->seq_end = n;
	l->seq_end = &n->next;
}

static void push_op(struct re_parser *p, enum re_op op)
{
	push(p, node_new(p, op));
}

static struct re_node *joined(struct re_parser *p, enum re_op op, struct re_node *list)
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

static void seq_reset(struct re_level *l)
{
	l->seq = l->last = NULL;
	l->seq_end = &l->seq;
}

static void end_alternative(struct re_parser *p)
{
	struct re_level *l = p->level;
	struct re_node *seq = joined(p, RE_CAT, l->seq);

	*l->alts_end = seq;
	l->alts_end = &seq->next;
	seq_reset(l);
}

static void open_level(struct re_parser *p, unsigned flags, int cap)
{
	struct re_level *l = arena_alloc(p->a, sizeof(*l));

	*l = (struct re_level){ .up = p->level, .flags = flags, .cap = cap };
	l->alts_end = &l->alts;
	seq_reset(l);
	p->level = l;
	p->depth++;
}

static struct re_node *close_level(struct re_parser *p)
{
	struct re_level *l = p->level;
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

static bool repeat(struct re_parser *p, int min, int max, bool lazy, struct sv op)
{
	struct re_level *l = p->level;
	struct re_node *n;

	if ((max != -1 && max < min) || min > REPEAT_MAX || max > REPEAT_MAX)
		return re_fail(p, "invalid repetition size", op);
	if (!l->last)
		return re_fail(p, "no argument for repetition operator", op);
	n = node_new(p, RE_REPEAT);
	n->min = min;
	n->max = max;
	n->lazy = lazy;
	n->sub = l->last;
	n->sub->next = NULL;
	*l->last_link = n;
	l->seq_end = &n->next;
	l->last = n;
	return (min < 2 && max < 2) || within(n, REPEAT_MAX) ||
	       re_fail(p, "invalid repetition size", op);
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
static bool counts(struct re_parser *p, int *min, int *max)
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

static bool named_group(struct re_parser *p)
{
	long end = sv_find(p->s, '>');
	struct sv name;

	if (end < 0)
		return re_fail(p, "invalid named capture group", p->s);
	name = sv_sub(p->s, 4, (size_t)end);
	if (!name_ok(name))
		return re_fail(p, "invalid named capture group", sv_sub(p->s, 0, (size_t)end + 1));
	re_skip(p, (size_t)end + 1);
	open_level(p, p->flags, ++p->groups);
	return true;
}

static unsigned flag_of(char c)
{
	return c == 'i' ? F_FOLD : c == 'm' ? F_LINES : c == 's' ? F_DOT_NL : c == 'U' ? F_LAZY : 0;
}

/* "(?i)", "(?i-s:". */
static bool perl_group(struct re_parser *p)
{
	const char *from = p->s.p;
	unsigned flags = p->flags;
	bool minus = false, some = false;
	int32_t c;

	if (p->s.n > 4 && p->s.p[2] == 'P' && p->s.p[3] == '<')
		return named_group(p);
	re_skip(p, 2);
	for (;;) {
		if (!p->s.n)
			return re_fail(p, "invalid perl operator", re_since(p, from));
		if (!re_rune(p, &c))
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
			return re_fail(p, "invalid perl operator", re_since(p, from));
		}
	}
	if (c == ':')
		open_level(p, p->flags, -1);
	p->flags = flags;
	return true;
}

static bool group(struct re_parser *p)
{
	if (p->depth >= RE_MAX_DEPTH)
		return re_fail(p, "expression nests too deeply", SV(""));
	if (p->s.n > 1 && p->s.p[1] == '?')
		return perl_group(p);
	re_skip(p, 1);
	open_level(p, p->flags, ++p->groups);
	return true;
}

static bool close_group(struct re_parser *p)
{
	if (!p->level->up)
		return re_fail(p, "unexpected )", p->all);
	re_skip(p, 1);
	push(p, close_level(p));
	return true;
}

/* ---- the pattern ---- */

static void push_class(struct re_parser *p, struct re_class *c)
{
	struct re_node *n = node_new(p, RE_CLASS);

	re_class_finish(c);
	n->cls = c;
	push(p, n);
}

static void push_char(struct re_parser *p, int32_t cp)
{
	struct re_node *n;
	struct re_class *c;

	if (p->flags & F_FOLD &&
	    (unicode_simple_lower(cp) != cp || unicode_simple_upper(cp) != cp)) {
		c = re_class_new(p);
		re_class_add(p, c, cp, cp);
		push_class(p, c);
		return;
	}
	n = node_new(p, RE_CHAR);
	n->cp = cp;
	push(p, n);
}

static bool quoted(struct re_parser *p)
{
	int32_t cp;

	re_skip(p, 2);
	while (p->s.n) {
		if (p->s.n >= 2 && p->s.p[0] == '\\' && p->s.p[1] == 'E') {
			re_skip(p, 2);
			break;
		}
		if (!re_rune(p, &cp))
			return false;
		push_char(p, cp);
	}
	return true;
}

static bool backslash(struct re_parser *p)
{
	static const struct { char ch; enum re_op op; } ops[] = {
		{ 'A', RE_BOT }, { 'z', RE_EOT }, { 'b', RE_WORD }, { 'B', RE_NOT_WORD },
	};
	struct re_class *c;
	int32_t cp;
	int r;

	for (int i = 0; i < 4; i++)
		if (re_peek(p, 1) == ops[i].ch && p->s.n > 1) {
			push_op(p, ops[i].op);
			re_skip(p, 2);
			return true;
		}
	if (re_peek(p, 1) == 'C')
		return re_fail(p, "smtui has no \\C (a byte of a character)", SV(""));
	if (re_peek(p, 1) == 'Q')
		return quoted(p);
	c = re_class_new(p);
	r = re_prop_class(p, c);
	if (!r)
		r = re_perl_class(p, c);
	if (r < 0)
		return false;
	if (r) {
		push_class(p, c);
		return true;
	}
	if (!re_escape(p, &cp))
		return false;
	push_char(p, cp);
	return true;
}

/* One of * + ? {n,m}: 1 read, 0 it is a brace, -1 error. *unary: where the last one began. */
static int repetition(struct re_parser *p, const char **unary)
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
		re_skip(p, 1);
	}
	lazy = re_at(p, '?');
	re_skip(p, lazy);
	if (before)
		return re_fail(p, "bad repetition operator", re_since(p, before)) - 1;
	*unary = from;
	return repeat(p, min, max, lazy != !!(p->flags & F_LAZY), re_since(p, from)) ? 1 : -1;
}

static bool piece(struct re_parser *p)
{
	struct re_class *c;
	int32_t cp;

	switch (p->s.p[0]) {
	case '(':
		return group(p);
	case ')':
		return close_group(p);
	case '|':
		re_skip(p, 1);
		end_alternative(p);
		return true;
	case '[':
		c = re_bracket(p);
		if (c)
			push_class(p, c);
		return c != NULL;
	case '\\':
		return backslash(p);
	case '.':
		push_op(p, p->flags & F_DOT_NL ? RE_ANY_NL : RE_ANY);
		re_skip(p, 1);
		return true;
	case '^':
		push_op(p, p->flags & F_LINES ? RE_BOL : RE_BOT);
		re_skip(p, 1);
		return true;
	case '$':
		push_op(p, p->flags & F_LINES ? RE_EOL : RE_EOT);
		re_skip(p, 1);
		return true;
	default:
		if (!re_rune(p, &cp))
			return false;
		push_char(p, cp);
		return true;
	}
}

struct re_node *re_parse(struct arena *a, struct sv pattern, int *n_groups, const char **error)
{
	struct re_parser p = { .a = a, .all = pattern, .s = pattern };
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
		ok = re_fail(&p, "missing )", pattern);
	*n_groups = p.groups;
	*error = p.error;
	return ok ? close_level(&p) : NULL;
}
