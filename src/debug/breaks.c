/*
 * Breakpoints: a node by the tail of its path, every node of an op ("op:Conv2D"), every node whose
 * path a regular expression matches ("/relu[0-9]$/"), every node with an output of a type
 * ("dtype:float16"), the nodes of a scope ("scope:conv1"), any node ("any"); "WHERE@3.1" in that iteration only. With "if CONDITION" on a value behind
 * it the run stops after the node, when an output meets the condition.
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

static void break_clear(struct breakpoint *b)
{
	if (b->kind == BREAK_REGEX)
		regfree(&b->re);
	free(b->text);
	free(b->commands);
	free(b->seen);
}

void breaks_free(struct dbg *d)
{
	for (size_t i = 0; i < d->brk.n; i++)
		break_clear(&d->brk.p[i]);
	vec_free(&d->brk);
}

int64_t frec_iter(const struct frec *fr)
{
	const char *p = fr->iter + strlen(fr->iter);

	while (p > fr->iter && p[-1] != '.' && p[-1] != '@')
		p--;
	return p > fr->iter ? strtoll(p, NULL, 10) : -1;
}

/* Is "3.1" what "@3.1" says, or "3" its beginning? */
static bool iter_is(struct sv want, const char *iter)
{
	return want.n == 0 || (*iter == '@' && !strncmp(iter + 1, want.p, want.n) &&
			       (!iter[1 + want.n] || iter[1 + want.n] == '.'));
}

static bool makes_type(const struct graph *g, uint32_t node, enum dtype t)
{
	const struct node *n = graph_node(g, node, NULL);

	for (uint32_t i = 0; n && i < n->n_out; i++)
		if (n->out_type[i] == t)
			return true;
	return false;
}

/* Is scope a run of whole components of prefix + name, with more behind it? */
static bool in_scope(struct sv prefix, struct sv name, struct sv scope)
{
	struct str path = STR_INIT;
	bool yes = false;

	str_add(&path, prefix);
	str_add(&path, name);
	for (size_t i = 0; !yes && i + scope.n < path.n; i++)
		yes = (i == 0 || path.p[i - 1] == '/') && path.p[i + scope.n] == '/' &&
		      !memcmp(path.p + i, scope.p, scope.n);
	str_free(&path);
	return yes;
}

bool break_meets_node(const struct breakpoint *b, const struct frec *fr, uint32_t node)
{
	struct sv name = graph_node_name(fr->graph, node);
	struct str path = STR_INIT;
	bool yes;

	if (!iter_is(b->iter, fr->iter))
		return false;
	switch (b->kind) {
	case BREAK_ANY:
		return true;
	case BREAK_DTYPE:
		return makes_type(fr->graph, node, b->dtype);
	case BREAK_OP:
		return sv_eq(graph_node_op(fr->graph, node), b->what);
	case BREAK_SCOPE:
		return in_scope(fr->prefix, name, b->what);
	case BREAK_NAME:
		return path_ends(fr->prefix, name, b->what);
	case BREAK_REGEX:
		break;
	}
	str_add(&path, fr->prefix);
	str_add(&path, name);
	yes = regexec(&b->re, str_z(&path), 0, NULL, 0) == 0;
	str_free(&path);
	return yes;
}

/* Does it stop before the node? (Not, when it must see what the node makes.) */
static bool stops_before(const struct breakpoint *b, const struct frec *fr, uint32_t node)
{
	return b->enabled && b->role == ROLE_BREAK && !cond_needs_value(&b->cond) &&
	       break_meets_node(b, fr, node) && cond_meets(&b->cond, NULL, NULL, frec_iter(fr), NULL);
}

struct breakpoint *break_at(const struct dbg *d, const struct frec *fr, uint32_t node)
{
	for (size_t i = 0; i < d->brk.n; i++)
		if (stops_before(&d->brk.p[i], fr, node))
			return &d->brk.p[i];
	return NULL;
}

/* A hit: does it stop, or is it one of those to be ignored? */
static bool counts(struct breakpoint *b)
{
	b->hits++;
	if (!b->ignore)
		return true;
	b->ignore--;
	return false;
}

/* Was the node before in the scope already? */
static bool inside_before(const struct dbg *d, const struct breakpoint *b, uint64_t tick)
{
	const struct tick *t = tick > 0 ? &d->tick.p[tick - 1] : NULL;

	return b->kind == BREAK_SCOPE && t && break_meets_node(b, t->fr, t->node);
}

struct breakpoint *break_due(const struct dbg *d, uint64_t tick)
{
	const struct tick *t = &d->tick.p[tick];
	struct breakpoint *first = NULL;

	for (size_t i = 0; i < d->brk.n; i++) {
		struct breakpoint *b = &d->brk.p[i];

		if (stops_before(b, t->fr, t->node) && !inside_before(d, b, tick) && counts(b) && !first)
			first = b;
	}
	return first;
}

struct tensor *event_before(const struct dbg *d, const struct event *e, int slot)
{
	const struct event *p = e->prev >= 0 ? &d->event.p[e->prev] : NULL;

	return p && slot < p->n_out ? p->out[slot] : NULL;
}

/* Does an output of the event meet the condition? What was seen is added to why only then. */
static bool output_meets(const struct dbg *d, const struct breakpoint *b, const struct event *e, struct str *why)
{
	for (int k = 0; k < e->n_out; k++) {
		struct tensor *before;

		if ((b->slot >= 0 && b->slot != k) || !e->out[k])
			continue;
		before = event_before(d, e, k);
		if (!cond_meets(&b->cond, e->out[k], before, frec_iter(e->fr), NULL))
			continue;
		str_clear(why);
		return cond_meets(&b->cond, e->out[k], before, frec_iter(e->fr), why);
	}
	return false;
}

struct breakpoint *break_after(struct dbg *d, uint64_t event, struct str *why)
{
	const struct event *e = &d->event.p[event];
	struct breakpoint *first = NULL;
	struct str seen = STR_INIT;

	for (size_t i = 0; i < d->brk.n; i++) {
		struct breakpoint *b = &d->brk.p[i];

		if (!b->enabled || !b->cond.n || b->role == ROLE_EXPECT || e->call ||
		    (b->role == ROLE_BREAK && !cond_needs_value(&b->cond)) ||
		    !break_meets_node(b, e->fr, e->node) || !output_meets(d, b, e, &seen) || !counts(b) || first)
			continue;
		first = b;
		str_clear(why);
		str_add(why, str_sv(&seen));
	}
	str_free(&seen);
	return first;
}

/* ---- adding ---- */

static bool op_occurs(const struct graph *g, struct sv op)
{
	for (uint32_t i = 0; i < g->n_nodes; i++)
		if (sv_eq(graph_node_op(g, i), op))
			return true;
	return false;
}

static bool check_op(const struct dbg *d, struct sv op, struct err *err)
{
	bool there = op_occurs(d->mg->graph, op);

	for (uint32_t i = 0; i < d->mg->n_funcs && !there; i++)
		there = op_occurs(d->mg->funcs[i].graph, op);
	return there || err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
				"no node of this model is a %.*s", SV_ARG(op));
}

/* Some node's name has the scope's first component, or is it: a call, a loop. */
static bool scope_in(const struct graph *g, struct sv scope)
{
	long slash = sv_find(scope, '/');
	struct sv first = slash < 0 ? scope : sv_sub(scope, 0, (size_t)slash);

	for (uint32_t i = 0; i < g->n_nodes; i++)
		if (sv_eq(graph_node_name(g, i), first) || in_scope(SV(""), graph_node_name(g, i), first))
			return true;
	return false;
}

static bool check_scope(const struct dbg *d, struct breakpoint *b, struct sv scope, struct err *err)
{
	bool there;

	while (scope.n && scope.p[scope.n - 1] == '/')
		scope.n--;
	b->kind = BREAK_SCOPE;
	b->what = scope;
	there = scope.n && scope_in(d->mg->graph, scope);
	for (uint32_t i = 0; i < d->mg->n_funcs && !there && scope.n; i++)
		there = scope_in(d->mg->funcs[i].graph, scope);
	return there || err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no scope %.*s in this model", SV_ARG(scope));
}

/* An ambiguous tail is refused with what it may mean, unless the frame that is looked at has a node of that
 * very name (its path is given in full); an unknown one too. */
static bool check_name(const struct dbg *d, struct breakpoint *b, struct str *full, struct err *err)
{
	struct found f;
	bool ok = true;

	find_nodes(d, b->what, &f);
	if (f.n == 0 && !f.gave_up) {
		ok = err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no node %.*s", SV_ARG(b->what));
	} else if (f.n > 1 && !f.exact && !find_in_frame(d, b->what, full)) {
		ok = found_ambiguous(&f, b->what, err);
	}
	found_free(&f);
	return ok;
}

static bool compile(struct breakpoint *b, struct sv pattern, struct err *err)
{
	char *z = xsvdup(pattern), why[128];
	int rc = regcomp(&b->re, z, REG_EXTENDED | REG_NOSUB);

	free(z);
	if (rc == 0)
		return true;
	regerror(rc, &b->re, why, sizeof(why));
	return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "/%.*s/: %s", SV_ARG(pattern),
		       why);
}

/* Digits (and dots, where they may be) behind the last `mark`? Gives where that is, else -1. */
static long number_behind(struct sv s, char mark, bool dots)
{
	long c = sv_rfind(s, mark);

	if (c < 0 || (size_t)c + 1 == s.n || s.n - (size_t)c > 40)
		return -1;
	for (size_t i = (size_t)c + 1; i < s.n; i++)
		if ((s.p[i] < '0' || s.p[i] > '9') && !(dots && s.p[i] == '.'))
			return -1;
	return c;
}

/* "NODE:0" names the node that makes the tensor, and the slot. */
static struct sv take_slot(struct breakpoint *b, struct sv s)
{
	long c = number_behind(s, ':', false);

	if (c < 0)
		return s;
	b->slot = (int)strtol(s.p + c + 1, NULL, 10);
	return sv_sub(s, 0, (size_t)c);
}

/* "WHERE@3.1": in that iteration only. */
static struct sv take_iter(struct breakpoint *b, struct sv s)
{
	long c = number_behind(s, '@', true);

	if (c < 0)
		return s;
	b->iter = sv_sub(s, (size_t)c + 1, s.n);
	return sv_sub(s, 0, (size_t)c);
}

/* Splits "WHERE if CONDITION"; gives WHERE. */
static struct sv condition(struct sv s, struct breakpoint *b, bool *ok, struct err *err)
{
	*ok = true;
	for (size_t i = 0; i + 3 <= s.n; i++) {
		if (memcmp(s.p + i, "if ", 3) || (i && s.p[i - 1] != ' '))
			continue;
		*ok = cond_parse(sv_sub(s, i + 3, s.n), &b->cond, err);
		while (i && s.p[i - 1] == ' ')
			i--;
		return sv_sub(s, 0, i);
	}
	return s;
}

static bool any_node(struct breakpoint *b, struct err *err)
{
	b->kind = BREAK_ANY;
	return b->cond.n || b->iter.n || b->role == ROLE_WATCH ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "any node needs a condition: any if nan");
}

static bool a_type(struct breakpoint *b, struct sv name, struct err *err)
{
	b->kind = BREAK_DTYPE;
	b->dtype = dtype_parse(name);
	return b->dtype != DT_INVALID ||
	       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no type \"%.*s\"", SV_ARG(name));
}

static long output_of(const struct dbg *d, struct sv key)
{
	for (uint32_t i = 0; d->sig && i < d->sig->n_out; i++)
		if (sv_eq(d->sig->out[i].key, key))
			return (long)i;
	return -1;
}

/* WHERE, without its condition. full: the path of a name that only the frame makes clear. */
static bool parse_where(const struct dbg *d, struct breakpoint *b, struct sv s, struct str *full, struct err *err)
{
	bool regex = s.n > 2 && s.p[0] == '/' && s.p[s.n - 1] == '/';

	if (b->role == ROLE_EXPECT && (b->output = output_of(d, s)) >= 0)
		return true;
	if (b->role == ROLE_EXPECT && sv_is(s, "failure") && b->like.n) {
		b->output = OUTPUT_FAILURE;
		return true;
	}
	if (!regex)
		s = take_iter(b, s);
	if (s.n == 0 || sv_is(s, "any"))
		return any_node(b, err);
	if (sv_starts(s, SV("dtype:")))
		return a_type(b, sv_sub(s, 6, s.n), err);
	if (s.n > 2 && s.p[0] == '/' && s.p[s.n - 1] == '/') {
		b->kind = BREAK_REGEX;
		return compile(b, sv_sub(s, 1, s.n - 1), err);
	}
	if (sv_starts(s, SV("op:"))) {
		b->kind = BREAK_OP;
		b->what = sv_sub(s, 3, s.n);
		return check_op(d, b->what, err);
	}
	if (sv_starts(s, SV("scope:")))
		return check_scope(d, b, sv_sub(s, 6, s.n), err);
	b->what = take_slot(b, s);
	return check_name(d, b, full, err);
}

static bool add(struct dbg *d, enum break_role role, struct sv text, bool temporary, int *id, struct err *err)
{
	struct breakpoint b = {
		.role = role, .enabled = true, .temporary = temporary, .slot = -1, .last = -1, .output = -1,
	};
	struct str full = STR_INIT;
	long like = -1;
	struct sv s;
	bool ok;

	b.text = xsvdup(text);
	s = sv_of(b.text);
	for (size_t i = 1; role == ROLE_EXPECT && like < 0 && i + 6 <= s.n; i++)
		if (!memcmp(s.p + i, " like ", 6))
			like = (long)i;
	if (like >= 0) {
		b.like = sv_sub(s, (size_t)like + 6, s.n);
		s = sv_sub(s, 0, (size_t)like);
		ok = true;
	} else {
		s = condition(s, &b, &ok, err);
	}
	ok = ok && parse_where(d, &b, s, &full, err);
	if (ok && full.n) {	/* once more, with the name that means the same everywhere */
		str_add(&full, sv_sub(text, b.what.n, text.n));
		ok = add(d, role, str_sv(&full), temporary, id, err);
		str_free(&full);
		free(b.text);
		return ok;
	}
	str_free(&full);
	if (!ok) {
		free(b.text);
		return false;
	}
	b.id = d->next_break++;
	vec_push(&d->brk, b);
	if (id)
		*id = b.id;
	return true;
}

bool dbg_break_add(struct dbg *d, struct sv text, bool temporary, int *id, struct err *err)
{
	return add(d, ROLE_BREAK, text, temporary, id, err);
}

bool dbg_watch_add(struct dbg *d, struct sv text, int *id, struct err *err)
{
	return add(d, ROLE_WATCH, text, false, id, err);
}

bool dbg_expect_add(struct dbg *d, struct sv text, int *id, struct err *err)
{
	return add(d, ROLE_EXPECT, text, false, id, err);
}

static struct breakpoint *break_find(struct dbg *d, int id, struct err *err)
{
	for (size_t i = 0; i < d->brk.n; i++)
		if (d->brk.p[i].id == id)
			return &d->brk.p[i];
	err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no breakpoint %d", id);
	return NULL;
}

bool dbg_break_del(struct dbg *d, int id, struct err *err)
{
	struct breakpoint *b;
	size_t i;

	if (id == 0) {
		breaks_free(d);
		return true;
	}
	b = break_find(d, id, err);
	if (!b)
		return false;
	i = (size_t)(b - d->brk.p);
	break_clear(b);
	memmove(b, b + 1, (d->brk.n - i - 1) * sizeof(*b));
	d->brk.n--;
	return true;
}

bool dbg_break_enable(struct dbg *d, int id, bool on, struct err *err)
{
	struct breakpoint *b;

	for (size_t i = 0; id == 0 && i < d->brk.n; i++)
		d->brk.p[i].enabled = on;
	if (id == 0)
		return true;
	b = break_find(d, id, err);
	if (b)
		b->enabled = on;
	return b != NULL;
}

bool dbg_break_ignore(struct dbg *d, int id, uint64_t n, struct err *err)
{
	struct breakpoint *b = break_find(d, id, err);

	if (b)
		b->ignore = n;
	return b != NULL;
}

bool dbg_break_commands(struct dbg *d, int id, struct sv text, struct err *err)
{
	struct breakpoint *b = break_find(d, id, err);

	if (!b)
		return false;
	free(b->commands);
	b->commands = text.n ? xsvdup(text) : NULL;
	return true;
}

/* The same part of another copy of the text. */
static struct sv moved(struct sv part, const char *from, const char *to)
{
	return part.n ? (struct sv){ to + (part.p - from), part.n } : part;
}

bool dbg_break_condition(struct dbg *d, int id, struct sv text, struct err *err)
{
	struct breakpoint *b = break_find(d, id, err), old = { 0 };
	struct cond c = { 0 };
	struct sv where;
	char *whole;
	bool ok;

	if (!b || (text.n && !cond_parse(text, &c, err)))
		return false;
	if (b->role == ROLE_EXPECT || (!text.n && b->kind == BREAK_ANY && b->role == ROLE_BREAK && !b->iter.n))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       b->role == ROLE_EXPECT ? "%d is an expectation: expect it anew"
						      : "breakpoint %d is at any node: it needs a condition",
			       id);
	where = condition(sv_of(b->text), &old, &ok, NULL);
	whole = text.n ? xasprintf("%.*s if %.*s", SV_ARG(where), SV_ARG(text)) : xsvdup(where);
	b->what = moved(b->what, b->text, whole);
	b->iter = moved(b->iter, b->text, whole);
	free(b->text);
	b->text = whole;
	b->cond = c;
	return true;
}

char *dbg_take_commands(struct dbg *d)
{
	char *z = d->on_hit;

	d->on_hit = NULL;
	return z;
}

int dbg_n_breaks(const struct dbg *d)
{
	return (int)d->brk.n;
}

bool dbg_break(const struct dbg *d, int i, struct dbg_break *b)
{
	const struct breakpoint *p;

	if (i < 0 || (size_t)i >= d->brk.n)
		return false;
	p = &d->brk.p[i];
	*b = (struct dbg_break){
		.id = p->id, .text = p->text, .enabled = p->enabled, .temporary = p->temporary,
		.watch = p->role == ROLE_WATCH, .expect = p->role == ROLE_EXPECT, .hits = p->hits,
		.ignore = p->ignore, .commands = p->commands, .made = p->made, .failed = p->failed,
		.seen = p->seen,
	};
	return true;
}
