/*
 * Names: tails of paths, looked for among the nodes that a signature may run (following calls into
 * functions) and among the events of a run. One resolver for breakpoints, "until" and tensors.
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

#include "exec/plan.h"
#include "model/callable.h"

bool path_ends(struct sv prefix, struct sv name, struct sv tail)
{
	struct sv head;

	if (tail.n <= name.n)
		return sv_ends(name, tail) &&
		       (tail.n == name.n || name.p[name.n - tail.n - 1] == '/');
	if (!sv_ends(tail, name))
		return false;
	head = sv_sub(tail, 0, tail.n - name.n);
	return head.p[head.n - 1] == '/' && sv_ends(prefix, head) &&
	       (prefix.n == head.n || prefix.p[prefix.n - head.n - 1] == '/');
}

/* ---- among the nodes of the model ---- */

enum { LOOK_MAX = 4000000, NEST_MAX = 40 };

struct search {
	const struct dbg *d;
	struct sv tail;
	struct found *f;
	uint64_t looked;
};

static void found_add(struct search *s, struct sv prefix, struct sv name)
{
	struct found *f = s->f;
	bool exact = prefix.n + name.n == s->tail.n;
	struct str path = STR_INIT;

	if (f->exact || (f->n == FIND_MAX && !exact))
		return;
	if (exact) {
		found_free(f);
		f->exact = true;
	}
	str_add(&path, prefix);
	str_add(&path, name);
	f->path[f->n++] = str_give(&path);
}

void found_free(struct found *f)
{
	while (f->n > 0)
		free(f->path[--f->n]);
}

static void search_graph(struct search *s, const struct graph *g, struct sv prefix,
			 const uint8_t *reached, int nest);

static void search_callees(struct search *s, const struct graph *g, uint32_t i, struct sv prefix,
			   int nest)
{
	const struct node *n = graph_node(g, i, NULL);
	struct callee c[16];
	int count = n ? node_callees(s->d->mg, n, c, 16) : 0;

	for (int k = 0; k < count && k < 16; k++) {
		struct str p = STR_INIT;

		str_add(&p, prefix);
		str_add(&p, n->name);
		str_addf(&p, "/%s%s", c[k].role, c[k].role[0] ? "/" : "");
		search_graph(s, c[k].f->graph, str_sv(&p), NULL, nest + 1);
		str_free(&p);
	}
}

static void search_graph(struct search *s, const struct graph *g, struct sv prefix,
			 const uint8_t *reached, int nest)
{
	s->looked += g->n_nodes;
	if (s->looked > LOOK_MAX || nest > NEST_MAX) {
		s->f->gave_up = true;
		return;
	}
	for (uint32_t i = 0; i < g->n_nodes; i++) {
		struct sv name = graph_node_name(g, i);

		if (reached && !reached[i])
			continue;
		if (path_ends(prefix, name, s->tail))
			found_add(s, prefix, name);
		if (graph_may_call(g, i))
			search_callees(s, g, i, prefix, nest);
	}
}

static void reach_back(const struct graph *g, uint8_t *reached, uint32_t from)
{
	VEC(uint32_t) todo = { 0 };

	vec_push(&todo, from);
	while (todo.n > 0) {
		uint32_t i = todo.p[--todo.n];
		const struct node *n;

		if (i >= g->n_nodes || reached[i])
			continue;
		reached[i] = 1;
		n = graph_node(g, i, NULL);
		for (uint32_t k = 0; n && k < n->n_in; k++)
			vec_push(&todo, n->in[k].node);
		for (uint32_t k = 0; n && k < n->n_ctl; k++)
			vec_push(&todo, n->ctl[k].node);
	}
	vec_free(&todo);
}

void find_nodes(const struct dbg *d, struct sv tail, struct found *f)
{
	const struct graph *g = d->trace ? d->trace->f->graph : d->mg->graph;
	struct search s = { .d = d, .tail = tail, .f = f };
	uint8_t *reached = NULL;

	memset(f, 0, sizeof(*f));
	if (tail.n == 0)
		return;
	if (d->sig && !d->trace) {
		reached = xcalloc((size_t)g->n_nodes + 1, 1);
		for (uint32_t i = 0; i < d->sig->n_out; i++) {
			struct edge e;

			if (d->sig->out[i].encoding == TI_NAME &&
			    graph_resolve(g, d->sig->out[i].name, &e, NULL))
				reach_back(g, reached, e.node);
		}
	}
	search_graph(&s, g, SV_NULL, reached, 0);
	if (!d->sig && f->n == 0)	/* no door chosen: any function may still be run */
		for (uint32_t i = 0; i < d->mg->n_funcs; i++)
			search_graph(&s, d->mg->funcs[i].graph, SV_NULL, NULL, 0);
	free(reached);
}

bool found_ambiguous(const struct found *f, struct sv tail, struct err *err)
{
	struct str s = STR_INIT;

	for (int i = 0; i < f->n && i < FIND_MAX - 1; i++)
		str_addf(&s, "%s%s", i ? "\n" : "", f->path[i]);
	if (f->n == FIND_MAX)
		str_addz(&s, "\nand more");
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "%.*s may mean any of these nodes",
		SV_ARG(tail));
	err_note(err, "%s", str_z(&s));
	str_free(&s);
	return false;
}

/* ---- among the events ---- */

struct wanted {
	struct sv path, iter;
	int slot;
};

static bool all_digits(struct sv s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
	return s.n > 0;
}

/* PATH, PATH:SLOT, PATH:SLOT@ITER, PATH@ITER. */
static bool parse(struct sv text, struct wanted *w, struct err *err)
{
	long at = sv_rfind(text, '@'), colon;

	*w = (struct wanted){ .path = text };
	if (at >= 0) {
		struct sv it = sv_sub(text, (size_t)at + 1, text.n);
		bool ok = it.n > 0;

		for (size_t i = 0; i < it.n; i++)
			ok = ok && ((it.p[i] >= '0' && it.p[i] <= '9') || it.p[i] == '.');
		if (ok) {
			w->iter = sv_sub(text, (size_t)at, text.n);
			w->path = sv_sub(text, 0, (size_t)at);
		}
	}
	colon = sv_rfind(w->path, ':');
	if (colon >= 0 && all_digits(sv_sub(w->path, (size_t)colon + 1, w->path.n))) {
		struct sv digits = sv_sub(w->path, (size_t)colon + 1, w->path.n);

		for (size_t i = 0; i < digits.n && w->slot < 100000000; i++)
			w->slot = w->slot * 10 + (digits.p[i] - '0');
		w->path = sv_sub(w->path, 0, (size_t)colon);
	}
	return w->path.n > 0 || err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
					"expected a tensor's name, as in conv1/Conv2D:0");
}

/* Looks through the events, latest first; *hit is the latest that matches. */
static void look(const struct dbg *d, const struct wanted *w, uint64_t from, uint64_t to,
		 struct found *f, uint64_t *hit)
{
	const struct graph *seen_g[FIND_MAX];
	const char *seen_p[FIND_MAX];
	uint32_t seen_n[FIND_MAX];

	memset(f, 0, sizeof(*f));
	for (uint64_t i = to; i-- > from;) {
		const struct event *e = &d->event.p[i];
		struct sv name = graph_node_name(e->fr->graph, e->node), prefix = e->fr->prefix;
		struct str path = STR_INIT;
		int k = 0;

		if (!path_ends(prefix, name, w->path))
			continue;
		if (w->iter.n && !sv_is(w->iter, e->fr->iter))
			continue;
		if (prefix.n + name.n == w->path.n) {
			found_free(f);
			f->exact = true;
			*hit = i;
			return;
		}
		while (k < f->n && (seen_g[k] != e->fr->graph || seen_p[k] != prefix.p ||
				    seen_n[k] != e->node))
			k++;
		if (k < f->n || f->n == FIND_MAX)
			continue;
		if (f->n == 0)
			*hit = i;
		seen_g[f->n] = e->fr->graph;
		seen_p[f->n] = prefix.p;
		seen_n[f->n] = e->node;
		str_add(&path, prefix);
		str_add(&path, name);
		f->path[f->n++] = str_give(&path);
	}
}

static bool is_output(const struct dbg *d, struct sv key)
{
	for (uint32_t i = 0; d->sig && i < d->sig->n_out; i++)
		if (sv_eq(d->sig->out[i].key, key))
			return true;
	return false;
}

static bool not_found(const struct dbg *d, const struct wanted *w, struct err *err)
{
	struct found f;
	uint64_t later = 0;
	bool there;

	look(d, w, history_seq(d), d->event.n, &f, &later);
	there = f.exact || f.n > 0;
	found_free(&f);
	if (there)
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
			       "%.*s has not run yet at this point (it is event %llu)",
			       SV_ARG(w->path), (unsigned long long)later);
	find_nodes(d, w->path, &f);
	there = f.exact || f.n > 0;
	found_free(&f);
	if (there && w->iter.n)
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
			       "%.*s has not run in iteration %.*s", SV_ARG(w->path),
			       (int)w->iter.n - 1, w->iter.p + 1);
	if (!there && is_output(d, w->path))
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "the output %.*s is not there yet",
			       SV_ARG(w->path));
	return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND,
		       there ? "%.*s has not run yet" : "no node %.*s in this run",
		       SV_ARG(w->path));
}

/* What stands before the names of the chosen frame's nodes. */
static bool frame_prefix(const struct dbg *d, struct dbg_frame *fr, struct str *out)
{
	if (!d->x || !dbg_frame(d, dbg_frame_chosen(d), fr))
		return false;
	str_add(out, sv_sub(sv_of(fr->path), 0, strlen(fr->path) - graph_node_name(fr->graph, fr->node).n));
	return true;
}

bool find_in_frame(const struct dbg *d, struct sv name, struct str *path)
{
	struct dbg_frame fr;

	str_clear(path);
	if (!frame_prefix(d, &fr, path) || graph_find(fr.graph, name) == NODE_NONE)
		return false;
	str_add(path, name);
	return true;
}

/* The name as one of the chosen frame's own nodes (or below a call of it), the latest run of it. */
static bool look_in_frame(const struct dbg *d, const struct wanted *w, uint64_t to, uint64_t *hit)
{
	struct dbg_frame fr;
	struct str full = STR_INIT;
	struct wanted in = *w;
	struct found found;
	bool there;

	if (!frame_prefix(d, &fr, &full))
		return false;
	str_add(&full, w->path);
	in.path = str_sv(&full);
	look(d, &in, 0, to, &found, hit);
	there = found.exact;
	found_free(&found);
	str_free(&full);
	return there;
}

bool dbg_find(const struct dbg *d, struct sv name, uint64_t *event, int *slot, struct err *err)
{
	struct wanted w;
	struct found f;
	uint64_t hit = 0, to;
	bool ok = true, in_frame;

	if (!parse(name, &w, err))
		return false;
	if (!d->x)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION, "there is no run yet");
	to = history_seq(d) < d->event.n ? history_seq(d) : d->event.n;
	in_frame = look_in_frame(d, &w, to, &hit);
	if (!in_frame)
		look(d, &w, 0, to, &f, &hit);
	else
		f = (struct found){ .exact = true };
	if (!f.exact && f.n == 0)
		ok = not_found(d, &w, err);
	else if (!f.exact && f.n > 1)
		ok = found_ambiguous(&f, w.path, err);
	found_free(&f);
	if (!ok)
		return false;
	if (w.slot >= d->event.p[hit].n_out)
		return err_set(err, ERR_KIND_USAGE, ERR_OUT_OF_RANGE, "%.*s has %d output%s",
			       SV_ARG(w.path), d->event.p[hit].n_out,
			       d->event.p[hit].n_out == 1 ? "" : "s");
	*event = hit;
	*slot = w.slot;
	return true;
}
