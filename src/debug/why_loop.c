/*
 * Endless loops. While the run goes on, each loop's rounds and seconds are counted, and the loop
 * variables that the condition depends on (why_state.h) are compared with an earlier round's: when
 * they repeat bit for bit, and nothing in the loop can change from call to call, the loop never
 * ends: proved. Else it is given up beyond the limits. A round begins when a While's condition is
 * entered, or when a LoopCond says true.
 */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/str.h"
#include "debug/why.h"
#include "debug/why_state.h"
#include "tensor/print.h"

struct loop {
	char *path, *iter;
	uint64_t rounds;
	double since;
	struct loop_state state;
	struct tensor **kept; /* an earlier round's variables */
	uint64_t kept_at, next_keep;
	struct str said; /* evidence: the state when it was given up */
};

struct why_loop {
	VEC(struct loop) loop;
	struct map by_call; /* path + iteration of the loop to index + 1 */
	struct arena *arena;
	uint32_t given_up; /* index */
	bool proved;
};

/* ---- rounds ---- */

static void keep(struct loop *l, const struct frame *f)
{
	if (!l->kept)
		l->kept = xcalloc((size_t)l->state.n + 1, sizeof(*l->kept));
	for (uint32_t i = 0; i < l->state.n; i++) {
		tensor_unref(l->kept[i]);
		l->kept[i] = tensor_ref(state_value(&l->state, f, i));
	}
	l->kept_at = l->rounds;
	l->next_keep =
		l->rounds * 2 + 1; /* Brent: a cycle of any length is caught sooner or later */
}

/* A resource is what it was when it is the same one; lists are no numbers: nothing is proved by
 * them. */
static bool same(const struct tensor *a, const struct tensor *b)
{
	return a && b && (dtype_info(a->dtype)->kind != DK_OBJECT || a->dtype == DT_RESOURCE) &&
	       tensor_same(a, b);
}

static bool repeats(const struct loop *l, const struct frame *f)
{
	for (uint32_t i = 0; l->kept && i < l->state.n; i++)
		if (!same(l->kept[i], state_value(&l->state, f, i)))
			return false;
	return l->kept && l->rounds > l->kept_at;
}

/* The loop that runs in the frames of one id: a V1 loop's own, or the frame around a While. */
static struct loop *loop_of(struct why *w, uint64_t id, const struct frame *f, uint32_t node,
			    bool *fresh)
{
	struct why_loop *all = w->loop;
	struct str key = STR_INIT, path = STR_INIT, iter = STR_INIT;
	uint64_t at;

	str_addf(&key, "%llu %u %lld", (unsigned long long)id, node, (long long)frame_iter(f));
	*fresh = !map_get(&all->by_call, str_sv(&key), &at);
	if (*fresh) {
		struct loop l = {.since = clock_seconds()};

		exec_path(f, node, &path);
		exec_iter_suffix(f, &iter);
		l.path = str_give(&path);
		l.iter = str_give(&iter);
		vec_push(&all->loop, l);
		at = all->loop.n - 1;
		map_add(&all->by_call, arena_sv(all->arena, str_sv(&key)), at);
	}
	str_free(&key);
	return &all->loop.p[at];
}

static struct loop *while_round(struct why *w, const struct frame *f)
{
	const struct frame *up = frame_parent(f);
	bool fresh;
	struct loop *l = loop_of(w, frame_id(up), up, frame_call_node(f), &fresh);

	if (fresh)
		state_of_while(&l->state, f);
	return l;
}

static bool says_true(const struct exec *x, const struct exec_event *ev)
{
	const struct tensor *t = exec_n_out(x) ? exec_out(x, 0) : NULL;

	return sv_is(graph_node_op(frame_graph(ev->frame), ev->node), "LoopCond") && t &&
	       t->n == 1 && tensor_get_i64(t, 0);
}

/* "@3.1" without the loop's own, last round. */
static void drop_round(char *iter)
{
	char *dot = strrchr(iter, '.');

	*(dot ? dot : iter) = '\0';
}

static struct loop *v1_round(struct why *w, const struct frame *f, uint32_t node)
{
	struct why_loop *all = w->loop;
	struct str key = STR_INIT;
	uint64_t at;
	struct loop *l;
	bool fresh;

	str_addf(&key, "v1 %llu %u", (unsigned long long)frame_id(f), node);
	if (map_get(&all->by_call, str_sv(&key), &at)) {
		str_free(&key);
		return &all->loop.p[at];
	}
	l = loop_of(w, frame_id(f), f, node, &fresh);
	drop_round(l->iter);
	state_of_v1(&l->state, f, node);
	map_add(&all->by_call, arena_sv(all->arena, str_sv(&key)), (uint64_t)(l - all->loop.p));
	str_free(&key);
	return l;
}

/* "i (loop/Merge) = 3" */
static void say_state(struct loop *l, const struct exec_event *ev)
{
	for (uint32_t i = 0; i < l->state.n; i++) {
		const struct tensor *t = state_value(&l->state, ev->frame, i);

		str_addz(&l->said, "  ");
		str_escaped(&l->said, graph_node_name(frame_graph(ev->frame), l->state.var[i]));
		str_addz(&l->said, ": ");
		if (t)
			print_type(&l->said, t);
		if (t && t->n > 0 && t->n <= 8 && dtype_info(t->dtype)->kind != DK_OBJECT)
			for (int64_t k = 0; k < t->n; k++) {
				str_addz(&l->said, k ? "," : " = ");
				print_element(&l->said, t, k);
			}
		str_addc(&l->said, '\n');
	}
}

static bool give_up(struct why *w, struct loop *l, const struct exec_event *ev, bool proved)
{
	say_state(l, ev);
	w->loop->given_up = (uint32_t)(l - w->loop->loop.p);
	w->loop->proved = proved;
	return false;
}

bool loop_event(struct why *w, const struct exec *x, const struct exec_event *ev,
		const struct why_opts *o)
{
	bool v1 = ev->kind == EV_RAN;
	struct loop *l;

	if (v1 ? !says_true(x, ev)
	       : strcmp(frame_role(ev->frame), "cond") || !frame_parent(ev->frame))
		return true;
	if (!w->loop) {
		w->loop = xcalloc(1, sizeof(*w->loop));
		w->loop->arena = arena_new();
	}
	l = v1 ? v1_round(w, ev->frame, ev->node) : while_round(w, ev->frame);
	l->rounds++;
	if (l->state.known && repeats(l, ev->frame))
		return give_up(w, l, ev, true);
	if (l->state.known && l->rounds >= l->next_keep)
		keep(l, ev->frame);
	if (l->rounds <= o->max_iterations &&
	    (l->rounds % 64 || clock_seconds() - l->since < o->loop_seconds))
		return true;
	return give_up(w, l, ev, false);
}

void loop_free(struct why *w)
{
	struct why_loop *all = w->loop;

	if (!all)
		return;
	for (size_t i = 0; i < all->loop.n; i++) {
		struct loop *l = &all->loop.p[i];

		for (uint32_t k = 0; l->kept && k < l->state.n; k++)
			tensor_unref(l->kept[k]);
		free(l->kept);
		state_free(&l->state);
		str_free(&l->said);
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
	struct loop *l;

	if (!w->stopped)
		return WHY_NOTHING;
	l = &w->loop->loop.p[w->loop->given_up];
	why_say(w, TAPE_NONE,
		w->loop->proved ? "this loop never ends: after %llu rounds all that its condition "
				  "depends on is what it was %llu round%s before"
				: "this loop was given up after %llu rounds: it may never end",
		(unsigned long long)l->rounds, (unsigned long long)(l->rounds - l->kept_at),
		l->rounds - l->kept_at == 1 ? "" : "s");
	if (l->said.n)
		why_note(w, "  the condition depends on, in round %llu:",
			 (unsigned long long)l->rounds);
	str_add(&w->evidence, str_sv(&l->said));
	str_escaped(&w->node, sv_of(l->path ? l->path : ""));
	if (l->iter)
		str_addz(&w->node, l->iter);
	return w->loop->proved ? WHY_FOUND : WHY_UNKNOWN;
}
