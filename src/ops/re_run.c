/*
 * Matching: all ways through the program at once, one character at a time (Pike's machine), so that
 * the time is at most text times program. A list holds the ways in the order in which a
 * backtracking matcher would try them; the first one that ends wins over all behind it.
 */
#include <string.h>

#include "ops/re.h"
#include "ops/unicode.h"

struct list {
	int n;
	int32_t *pc;			/* in order of priority */
	uint64_t *seen;			/* by pc: == gen when in the list */
	uint64_t gen;
	int64_t *cap;			/* n_caps of each */
};

struct todo {
	int32_t pc;			/* -1: put back slot's old value */
	int32_t slot;
	int64_t old;
};

struct re_machine {
	struct op_ctx *c;
	const struct re *r;
	int n_caps;			/* slots that are kept */
	struct list list[2];
	struct todo *todo;
	int64_t cap[RE_MAX_CAPS];
	uint64_t steps;
};

static bool list_alloc(struct op_ctx *c, struct list *l, int n, int n_caps)
{
	size_t m = (size_t)n + 1;

	l->pc = op_temp(c, m * sizeof(*l->pc));
	l->seen = op_temp(c, m * sizeof(*l->seen));
	l->cap = op_temp(c, m * (size_t)(n_caps + 1) * sizeof(*l->cap));
	if (!l->pc || !l->seen || !l->cap)
		return false;
	memset(l->seen, 0, m * sizeof(*l->seen));
	return true;
}

struct re_machine *re_machine_new(struct op_ctx *c, const struct re *r, int n_caps)
{
	struct re_machine *m = arena_alloc(c->scratch, sizeof(*m));

	m->c = c;
	m->r = r;
	m->n_caps = n_caps;
	m->todo = op_temp(c, (3 * (size_t)r->n + 2) * sizeof(*m->todo));
	if (!m->todo || !list_alloc(c, &m->list[0], r->n, n_caps) ||
	    !list_alloc(c, &m->list[1], r->n, n_caps))
		return NULL;
	return m;
}

static void list_clear(struct list *l)
{
	l->n = 0;
	l->gen++;
}

static bool is_word(struct sv s, size_t at)
{
	char c = at < s.n ? s.p[at] : 0;

	return at < s.n &&
	       ((c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_');
}

static bool holds(enum re_op op, struct sv s, size_t at)
{
	switch (op) {
	case RE_BOL:
		return at == 0 || s.p[at - 1] == '\n';
	case RE_EOL:
		return at == s.n || s.p[at] == '\n';
	case RE_BOT:
		return at == 0;
	case RE_EOT:
		return at == s.n;
	default:
		return ((at > 0 && is_word(s, at - 1)) != is_word(s, at)) == (op == RE_WORD);
	}
}

/* Adds pc and all it leads to without a character, in order; m->cap are its captures. */
static void add(struct re_machine *m, struct list *l, int32_t start, struct sv s, size_t at)
{
	int n = 0;

	m->todo[n++] = (struct todo){ .pc = start };
	while (n) {
		struct todo t = m->todo[--n];
		const struct re_inst *i;

		if (t.pc < 0) {
			m->cap[t.slot] = t.old;
			continue;
		}
		if (l->seen[t.pc] == l->gen)
			continue;
		l->seen[t.pc] = l->gen;
		i = &m->r->inst[t.pc];
		switch (i->code) {
		case RI_SPLIT:
			m->todo[n++] = (struct todo){ .pc = i->y };
			/* fall through */
		case RI_JUMP:
			m->todo[n++] = (struct todo){ .pc = i->x };
			break;
		case RI_SAVE:
			if (i->cp < m->n_caps) {
				m->todo[n++] = (struct todo){ -1, i->cp, m->cap[i->cp] };
				m->cap[i->cp] = (int64_t)at;
			}
			m->todo[n++] = (struct todo){ .pc = i->x };
			break;
		case RI_ASSERT:
			if (holds((enum re_op)i->assert, s, at))
				m->todo[n++] = (struct todo){ .pc = i->x };
			break;
		default:
			l->pc[l->n] = t.pc;
			if (m->n_caps)
				memcpy(l->cap + (size_t)l->n * (size_t)m->n_caps, m->cap,
				       (size_t)m->n_caps * sizeof(*m->cap));
			l->n++;
		}
	}
}

static void add_start(struct re_machine *m, struct list *l, struct sv s, size_t at)
{
	for (int k = 0; k < m->n_caps; k++)
		m->cap[k] = -1;
	if (m->n_caps)
		m->cap[0] = (int64_t)at;
	add(m, l, 0, s, at);
}

static bool takes(const struct re_inst *i, int32_t cp)
{
	switch (i->code) {
	case RI_CHAR:
		return cp == i->cp;
	case RI_ANY:
		return cp != '\n';
	case RI_ANY_NL:
		return true;
	default:
		return cp < 128 ? i->cls->ascii[cp >> 6] >> (cp & 63) & 1
				: re_class_has(i->cls, cp);
	}
}

/* One step of every way in `from`; true when one has ended: out holds it, those behind it are gone.
 */
static bool step(struct re_machine *m, struct list *from, struct list *to, struct sv s, size_t at,
		 int32_t cp, size_t next, bool full, struct re_match *out)
{
	for (int k = 0; k < from->n; k++) {
		const struct re_inst *i = &m->r->inst[from->pc[k]];
		int64_t *cap = from->cap + (size_t)k * (size_t)m->n_caps;

		if (i->code == RI_MATCH) {
			if (full && at != s.n)
				continue;
			if (m->n_caps) {
				memcpy(out->cap, cap, (size_t)m->n_caps * sizeof(*cap));
				out->cap[1] = (int64_t)at;
			}
			return true;
		}
		if (cp < 0 || !takes(i, cp))
			continue;
		if (m->n_caps)
			memcpy(m->cap, cap, (size_t)m->n_caps * sizeof(*cap));
		add(m, to, i->x, s, next);
	}
	return false;
}

/* Can a match begin and end, empty, at a byte inside a character? The ways in flight go first. */
static bool empty_inside(struct re_machine *m, struct list *spare, struct sv s, size_t at,
			 struct re_match *out)
{
	list_clear(spare);
	add_start(m, spare, s, at);
	return step(m, spare, NULL, s, at, -1, at, false, out);
}

enum { ASK = 1 << 16 };

static bool may_go_on(struct re_machine *m, int work)
{
	m->steps += (uint64_t)work + 1;
	if (m->steps < ASK)
		return true;
	m->steps = 0;
	return m->c->world->go_on(m->c->world_ctx, m->c->err);
}

enum re_found re_search(struct re_machine *m, struct sv text, size_t at, bool full,
			struct re_match *out)
{
	struct list *now = &m->list[0], *then = &m->list[1], *swap;
	bool found = false;

	list_clear(now);
	for (size_t begin = at;;) {
		size_t next = at;
		int32_t cp = -1;

		if (!now->n && !found && !full && !m->r->any_first)
			while (at < text.n && !m->r->first[(unsigned char)text.p[at]])
				at++;
		next = at;
		if (at < text.n) {
			cp = utf8_next(text, &next);
			if (cp < 0)	/* bad bytes are passed one by one */
				next = at + 1;
		}
		if (!found && (!full || at == begin))
			add_start(m, now, text, at);
		list_clear(then);
		found = step(m, now, then, text, at, cp, next, full, out) || found;
		if (at >= text.n || (found && !then->n) || (full && !then->n))
			break;
		if (!may_go_on(m, now->n))
			return RE_STOPPED;
		for (size_t k = at + 1; k < next && !found && !full && m->r->any_first; k++)
			found = empty_inside(m, now, text, k, out);
		swap = now;
		now = then;
		then = swap;
		at = next;
	}
	return found ? RE_YES : RE_NO;
}
