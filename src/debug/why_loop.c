/*
 * Endless loops. While the run goes on, each loop's rounds and seconds are counted, and the loop variables
 * that the condition depends on (through the body too) are compared with an earlier round's: when they repeat
 * bit for bit, and nothing in the loop can change from call to call, the loop never ends: proved. Else it is
 * given up beyond the limits.
 *
 * Only loops as functions (While, StatelessWhile) are proved; V1 loops are counted.
 */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"
#include "debug/why.h"

struct loop {
	char *path, *iter;
	bool v1;
	uint64_t rounds;
	double since;
	bool judged, provable;		/* deps and provable are known */
	uint8_t *deps;			/* by loop variable */
	uint32_t n_vars;
	struct tensor **kept;		/* an earlier round's variables: those of deps */
	uint64_t kept_at, next_keep;
};

struct why_loop {
	VEC(struct loop) loop;
	struct map by_call;		/* path + iteration of the loop to index + 1 */
	struct arena *arena;
	uint32_t given_up;		/* index */
	bool proved;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* ---- what the condition depends on ---- */

static bool fixed_op(const struct node *n)
{
	return n->def && !n->def->stateful;
}

/* Marks the arguments that `from` depends on; false when something stateful is on the way. */
static bool args_behind(const struct graph *g, uint32_t from, uint8_t *args)
{
	uint8_t *seen = xcalloc((size_t)g->n_nodes + 1, 1);
	VEC(uint32_t) todo = { 0 };
	bool ok = true;

	if (from < g->n_nodes)
		vec_push(&todo, from);
	while (todo.n) {
		uint32_t i = todo.p[--todo.n];
		const struct node *n = seen[i] ? NULL : graph_node(g, i, NULL);

		if (seen[i]++)
			continue;
		if (i < g->n_args) {
			args[i] = 1;
			continue;
		}
		ok = ok && n && fixed_op(n);
		for (uint32_t k = 0; n && k < n->n_in; k++)
			if (n->in[k].node < g->n_nodes)
				vec_push(&todo, n->in[k].node);
	}
	vec_free(&todo);
	free(seen);
	return ok;
}

static const struct function *attr_function(const struct metagraph *mg, const struct node *n, const char *name)
{
	struct sv f;

	return node_attr_func(n, name, &f) ? metagraph_function(mg, f) : NULL;
}

static void judge(struct loop *l, const struct frame *f)
{
	const struct graph *up = frame_graph(frame_parent(f));
	const struct node *n = graph_node(up, frame_call_node(f), NULL);
	const struct function *cond = n ? attr_function(up->mg, n, "cond") : NULL;
	const struct function *body = n ? attr_function(up->mg, n, "body") : NULL;
	bool grown = true;

	l->judged = true;
	if (!cond || !body || cond->n_rets < 1 || body->n_rets != cond->graph->n_args)
		return;
	l->n_vars = cond->graph->n_args;
	l->deps = xcalloc((size_t)l->n_vars + 1, 1);
	l->provable = args_behind(cond->graph, function_rets(cond)[0].node, l->deps);
	while (grown && l->provable) {
		uint8_t *more = xcalloc((size_t)body->graph->n_args + 1, 1);

		grown = false;
		for (uint32_t i = 0; i < l->n_vars; i++)
			if (l->deps[i])
				l->provable &= args_behind(body->graph, function_rets(body)[i].node, more);
		for (uint32_t i = 0; i < l->n_vars && i < body->graph->n_args; i++)
			if (more[i] && !l->deps[i])
				l->deps[i] = grown = true;
		free(more);
	}
}

/* ---- rounds ---- */

static struct tensor *variable(const struct frame *f, uint32_t i)
{
	return frame_arg(f, i);
}

static void keep(struct loop *l, const struct frame *f)
{
	if (!l->kept)
		l->kept = xcalloc((size_t)l->n_vars + 1, sizeof(*l->kept));
	for (uint32_t i = 0; i < l->n_vars; i++) {
		tensor_unref(l->kept[i]);
		l->kept[i] = l->deps[i] ? tensor_ref(variable(f, i)) : NULL;
	}
	l->kept_at = l->rounds;
	l->next_keep = l->rounds * 2 + 1;	/* Brent: a cycle of any length is caught sooner or later */
}

/* Resources and lists are no numbers: nothing is proved by them. */
static bool repeats(const struct loop *l, const struct frame *f)
{
	bool any = false;

	for (uint32_t i = 0; l->kept && i < l->n_vars; i++) {
		struct tensor *a = l->kept[i], *b = l->deps[i] ? variable(f, i) : NULL;

		if (!l->deps[i])
			continue;
		if (!a || !b || dtype_info(a->dtype)->kind == DK_OBJECT || !tensor_same(a, b))
			return false;
		any = true;
	}
	return any || (l->kept && l->rounds > l->kept_at);
}

static struct loop *loop_of(struct why *w, const struct frame *f, bool v1)
{
	struct why_loop *all = w->loop;
	struct str key = STR_INIT, iter = STR_INIT;
	const struct frame *up = frame_parent(f);
	uint64_t at;

	if (v1) {
		str_addf(&key, "v1 %llu %p", (unsigned long long)frame_call_id(f), (const void *)f);
	} else {
		exec_path(up, frame_call_node(f), &key);
		exec_iter_suffix(up, &iter);
		str_addc(&key, '@');
		str_add(&key, str_sv(&iter));
		str_addf(&key, " %llu", (unsigned long long)frame_id(up));
	}
	if (!map_get(&all->by_call, str_sv(&key), &at)) {
		struct loop l = { .v1 = v1, .since = now() };
		struct str path = STR_INIT;

		if (!v1)
			exec_path(up, frame_call_node(f), &path);
		l.path = str_give(&path);
		l.iter = str_give(&iter);
		vec_push(&all->loop, l);
		at = all->loop.n - 1;
		map_add(&all->by_call, arena_sv(all->arena, str_sv(&key)), at);
	}
	str_free(&key);
	str_free(&iter);
	return &all->loop.p[at];
}

/* A V1 loop is named by its LoopCond. */
static void name_v1(struct loop *l, const struct frame *f)
{
	const struct graph *g = frame_graph(f);
	uint32_t n;
	const uint32_t *order = frame_order(f, &n);

	for (uint32_t i = 0; i < n; i++)
		if (sv_is(graph_node_op(g, order[i]), "LoopCond") && frame_done(f, order[i])) {
			struct str path = STR_INIT;

			exec_path(f, order[i], &path);
			free(l->path);
			l->path = str_give(&path);
			return;
		}
}

bool loop_event(struct why *w, const struct exec *x, const struct exec_event *ev, const struct why_opts *o)
{
	bool v1 = ev->kind == EV_ITER;	/* loops of functions are counted when their condition is entered */
	struct loop *l;

	(void)x;
	if (!v1 && (strcmp(frame_role(ev->frame), "cond") || !frame_parent(ev->frame)))
		return true;
	if (!w->loop) {
		w->loop = xcalloc(1, sizeof(*w->loop));
		w->loop->arena = arena_new();
	}
	l = loop_of(w, ev->frame, v1);
	l->rounds++;
	if (!v1 && !l->judged)
		judge(l, ev->frame);
	if (l->provable && repeats(l, ev->frame)) {
		w->loop->given_up = (uint32_t)(l - w->loop->loop.p);
		w->loop->proved = true;
		return false;
	}
	if (l->provable && l->rounds >= l->next_keep)
		keep(l, ev->frame);
	if (l->rounds <= o->max_iterations && (l->rounds % 64 || now() - l->since < o->loop_seconds))
		return true;
	if (v1)
		name_v1(l, ev->frame);
	w->loop->given_up = (uint32_t)(l - w->loop->loop.p);
	return false;
}

void loop_free(struct why *w)
{
	struct why_loop *all = w->loop;

	if (!all)
		return;
	for (size_t i = 0; i < all->loop.n; i++) {
		struct loop *l = &all->loop.p[i];

		for (uint32_t k = 0; l->kept && k < l->n_vars; k++)
			tensor_unref(l->kept[k]);
		free(l->kept);
		free(l->deps);
		free(l->path);
		free(l->iter);
	}
	vec_free(&all->loop);
	map_free(&all->by_call);
	arena_free(all->arena);
	free(all);
	w->loop = NULL;
}

/* ---- the rule ---- */

enum why_verdict why_endless(struct why *w)
{
	const struct loop *l;

	if (!w->stopped)
		return WHY_NOTHING;
	l = &w->loop->loop.p[w->loop->given_up];
	why_say(w, TAPE_NONE, w->loop->proved ?
		"this loop never ends: after %llu rounds all that its condition depends on is what it was %llu round%s before" :
		"this loop was given up after %llu rounds: it may never end",
		(unsigned long long)l->rounds, (unsigned long long)(l->rounds - l->kept_at),
		l->rounds - l->kept_at == 1 ? "" : "s");
	str_escaped(&w->node, sv_of(l->path ? l->path : ""));
	if (l->iter)
		str_addz(&w->node, l->iter);
	return w->loop->proved ? WHY_FOUND : WHY_UNKNOWN;
}
