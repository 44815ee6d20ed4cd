/*
 * Breakpoints: a node by the tail of its path, every node of an op ("op:Conv2D"), every node whose
 * path a regular expression matches ("/relu[0-9]$/"), every node with an output of a type
 * ("dtype:float16"), any node ("any"). With "if CONDITION" behind it the run stops after the node, when an
 * output meets the condition.
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

static void break_clear(struct breakpoint *b)
{
	if (b->kind == BREAK_REGEX)
		regfree(&b->re);
	free(b->text);
}

void breaks_free(struct dbg *d)
{
	for (size_t i = 0; i < d->brk.n; i++)
		break_clear(&d->brk.p[i]);
	vec_free(&d->brk);
}

static bool meets(const struct breakpoint *b, const struct frec *fr, uint32_t node)
{
	struct sv name = graph_node_name(fr->graph, node);
	struct str path = STR_INIT;
	bool yes;

	if (b->kind == BREAK_ANY)
		return true;
	if (b->kind == BREAK_DTYPE) {
		const struct node *n = graph_node(fr->graph, node, NULL);

		for (uint32_t i = 0; n && i < n->n_out; i++)
			if (n->out_type[i] == b->dtype)
				return true;
		return false;
	}
	if (b->kind == BREAK_OP)
		return sv_eq(graph_node_op(fr->graph, node), b->what);
	if (b->kind == BREAK_NAME)
		return path_ends(fr->prefix, name, b->what);
	str_add(&path, fr->prefix);
	str_add(&path, name);
	yes = regexec(&b->re, str_z(&path), 0, NULL, 0) == 0;
	str_free(&path);
	return yes;
}

struct breakpoint *break_at(const struct dbg *d, const struct frec *fr, uint32_t node)
{
	for (size_t i = 0; i < d->brk.n; i++)
		if (d->brk.p[i].enabled && !d->brk.p[i].cond.n && meets(&d->brk.p[i], fr, node))
			return &d->brk.p[i];
	return NULL;
}

/* The same output the time before that the node ran, or NULL. */
static struct tensor *time_before(const struct dbg *d, const struct event *e, int slot)
{
	const struct event *p = e->prev >= 0 ? &d->event.p[e->prev] : NULL;

	return p && slot < p->n_out ? p->out[slot] : NULL;
}

struct breakpoint *break_after(struct dbg *d, uint64_t event, struct str *why)
{
	const struct event *e = &d->event.p[event];

	for (size_t i = 0; i < d->brk.n; i++) {
		struct breakpoint *b = &d->brk.p[i];

		if (!b->enabled || !b->cond.n || e->call || !meets(b, e->fr, e->node))
			continue;
		for (int k = 0; k < e->n_out; k++) {
			str_clear(why);
			if (e->out[k] && cond_meets(&b->cond, e->out[k], time_before(d, e, k), why))
				return b;
		}
	}
	return NULL;
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

/* An ambiguous tail is refused with what it may mean; an unknown one too. */
static bool check_name(const struct dbg *d, struct sv *name, struct err *err)
{
	struct found f;
	bool ok = true;

	find_nodes(d, *name, &f);
	if (f.n == 0 && !f.gave_up)
		ok = err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no node %.*s", SV_ARG(*name));
	else if (f.n > 1 && !f.exact)
		ok = found_ambiguous(&f, *name, err);
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

/* "NODE:0" names the node that makes the tensor. */
static struct sv without_slot(struct sv s)
{
	long c = sv_rfind(s, ':');

	if (c < 0 || (size_t)c + 1 == s.n)
		return s;
	for (size_t i = (size_t)c + 1; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return s;
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

bool dbg_break_add(struct dbg *d, struct sv text, bool temporary, int *id, struct err *err)
{
	struct breakpoint b = { .enabled = true, .temporary = temporary };
	struct sv s;
	bool ok;

	b.text = xsvdup(text);
	s = condition(sv_of(b.text), &b, &ok, err);
	if (!ok) {
		free(b.text);
		return false;
	}
	if (s.n == 0 || sv_is(s, "any")) {
		b.kind = BREAK_ANY;
		ok = b.cond.n || err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "any node needs a condition: any if nan");
	} else if (sv_starts(s, SV("dtype:"))) {
		b.kind = BREAK_DTYPE;
		b.dtype = dtype_parse(sv_sub(s, 6, s.n));
		ok = b.dtype != DT_INVALID || err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no type \"%.*s\"",
						      SV_ARG(sv_sub(s, 6, s.n)));
	} else if (s.n > 2 && s.p[0] == '/' && s.p[s.n - 1] == '/') {
		b.kind = BREAK_REGEX;
		ok = compile(&b, sv_sub(s, 1, s.n - 1), err);
	} else if (sv_starts(s, SV("op:"))) {
		b.kind = BREAK_OP;
		b.what = sv_sub(s, 3, s.n);
		ok = check_op(d, b.what, err);
	} else {
		b.what = without_slot(s);
		ok = check_name(d, &b.what, err);
	}
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
	*b = (struct dbg_break){ p->id, p->text, p->enabled, p->temporary, p->hits };
	return true;
}
