/*
 * Outputs that are not what a served answer should be: they change from call to call, or no input
 * can change them. What the run shows is asked first; then, for the first, another run, for the
 * second the graph itself, where conditions and loops count too.
 */
#include <stdlib.h>
#include <time.h>

#include "base/mem.h"
#include "debug/why.h"
#include "exec/exec.h"
#include "ops/op.h"

enum { TRIES = 12 };

/* ---- answers that change ---- */

static bool answers_same(const struct why *w, struct exec *x)
{
	for (uint32_t i = 0; i < w->sig->n_out; i++) {
		const struct tape_value *v = tape_value(w->tape, w->out[i]);
		const struct tensor *t = exec_fetch(x, i);

		if (v && t && dtype_info(t->dtype)->kind != DK_OBJECT && !tensor_same(v->t, t))
			return false;
	}
	return true;
}

/* Does the answer change? Dropout with nothing to drop, say, changes none. Where it cannot be
 * tried: yes. */
static bool changes(const struct why *w)
{
	clock_t start = clock();

	for (int i = 0; w->again && i < TRIES && clock() - start < CLOCKS_PER_SEC / 2; i++) {
		struct exec *x = w->again(w->ctx, w->in);
		bool same = x && exec_run(x, NULL) && answers_same(w, x);

		exec_free(x);
		if (!same)
			return true;
	}
	return !w->again;
}

static bool draws(const struct tape_event *e)
{
	const struct op_row *row = op_find(e->n->op);

	return (row && row->flags & OP_RANDOM) || sv_is(e->n->op, "RngReadAndSkip") ||
	       (sv_starts(e->n->op, SV("Stateful")) && row && !(row->flags & OP_CALLS));
}

static enum why_verdict changing(struct why *w, uint32_t event, const struct tape_event *e)
{
	int64_t seed = 0, seed2 = 0;

	if (!draws(e) || !changes(w))
		return WHY_NOTHING;
	node_attr_int(e->n, "seed", &seed);
	node_attr_int(e->n, "seed2", &seed2);
	why_say(w, event, "%.*s makes the answer change from call to call%s", SV_ARG(e->n->op),
		seed || seed2 ? " (it is seeded: the sequence repeats after loading)" : "");
	why_notes(w, e);
	return WHY_FOUND;
}

enum why_verdict why_random(struct why *w)
{
	return why_first(w, changing);
}

/* ---- answers that never change ---- */

enum { WORK = 200000, MAX_DEPTH = 64 };

/* What an output needs, by the graph. A root's inputs are its placeholders, a function's its
 * arguments. */
struct need {
	const struct metagraph *mg;
	uint32_t work; /* nodes left to look at */
	bool all;      /* too much, or not understood: it needs everything */
};

static void need_of(struct need *s, const struct graph *g, struct edge from, uint8_t *args,
		    bool *input, int depth);

/* Through call node n's output `slot`, up to the inputs of the call that it needs. */
static void need_call(struct need *s, const struct node *n, struct sv fname, uint32_t slot,
		      uint8_t *in, uint32_t shift, int depth)
{
	const struct function *f = metagraph_function(s->mg, fname);
	uint8_t *args;
	bool input = false;

	if (!f || slot >= f->n_rets || depth > MAX_DEPTH || f->graph->n_args + shift != n->n_in) {
		s->all = true;
		return;
	}
	args = xcalloc((size_t)f->graph->n_args + 1, 1);
	need_of(s, f->graph, function_rets(f)[slot], args, &input, depth + 1);
	for (uint32_t i = 0; i < f->graph->n_args; i++)
		in[i + shift] |= args[i];
	s->all |= input;
	free(args);
}

/* The inputs that a node's output needs. */
static void need_inputs(struct need *s, const struct node *n, uint32_t slot, uint8_t *in, int depth)
{
	struct sv f, g;

	if (why_shape_only(n->op))
		return;
	if ((sv_is(n->op, "PartitionedCall") || sv_is(n->op, "StatefulPartitionedCall")) &&
	    node_attr_func(n, "f", &f)) {
		need_call(s, n, f, slot, in, 0, depth);
	} else if ((sv_is(n->op, "If") || sv_is(n->op, "StatelessIf")) && n->n_in &&
		   node_attr_func(n, "then_branch", &f) && node_attr_func(n, "else_branch", &g)) {
		in[0] = 1;
		need_call(s, n, f, slot, in, 1, depth);
		need_call(s, n, g, slot, in, 1, depth);
	} else {
		for (uint32_t i = 0; i < n->n_in; i++)
			in[i] = 1;
	}
}

static void need_of(struct need *s, const struct graph *g, struct edge from, uint8_t *args,
		    bool *input, int depth)
{
	uint8_t *seen = xcalloc((size_t)g->n_nodes + 1, 1);
	VEC(struct edge) todo = {0};

	vec_push(&todo, from);
	while (todo.n && !s->all) {
		struct edge at = todo.p[--todo.n];
		const struct node *n = at.node < g->n_nodes ? graph_node(g, at.node, NULL) : NULL;
		uint8_t *in;

		if (at.node < g->n_args)
			args[at.node] = 1;
		if (!n || at.node < g->n_args || (seen[at.node] && n->n_out < 2))
			continue;
		if (seen[at.node]++ >= 200 || !s->work-- || n->callee)
			s->all = true;
		if (sv_starts(n->op, SV("Placeholder")))
			*input = true;
		in = xcalloc((size_t)n->n_in + 1, 1);
		need_inputs(s, n, at.slot, in, depth);
		for (uint32_t i = 0; i < n->n_in; i++)
			if (in[i])
				vec_push(&todo, n->in[i]);
		free(in);
	}
	vec_free(&todo);
	free(seen);
}

static bool needs_input(const struct why *w, const struct graph *root,
			const struct tensor_info *out)
{
	struct need s = {.mg = root->mg, .work = WORK};
	bool input = false;
	struct err err = {0};
	struct edge from;
	uint8_t *args;

	if (!exec_info_edge(root->mg, out, "output", &from, &err)) {
		err_clear(&err);
		return true;
	}
	(void)w;
	args = xcalloc((size_t)root->n_args + 1, 1);
	need_of(&s, root, from, args, &input, 0);
	free(args);
	return input || s.all;
}

/* By the run. */
static bool fed_through(const struct why *w, uint32_t output)
{
	uint8_t *reach = why_reaching(w, output);
	bool from = false;

	for (uint32_t k = 0; k < tape_n(w->tape) && !from; k++)
		from = reach[k] && why_is_input(tape_event(w->tape, k));
	free(reach);
	return from;
}

enum why_verdict why_constant(struct why *w)
{
	const struct graph *root = NULL;

	for (uint32_t k = 0; k < tape_n(w->tape) && !root; k++)
		if (!tape_event(w->tape, k)->g->func)
			root = tape_event(w->tape, k)->g;
	for (uint32_t i = 0; root && w->sig->n_in && i < w->sig->n_out; i++) {
		const struct tape_value *v = tape_value(w->tape, w->out[i]);

		if (!v || v->maker == TAPE_NONE || dtype_info(v->t->dtype)->kind != DK_FLOAT ||
		    fed_through(w, i) || needs_input(w, root, &w->sig->out[i]))
			continue;
		why_say(w, v->maker, "the output \"%.*s\" does not depend on the input",
			SV_ARG(w->sig->out[i].key));
		why_note_value(w, "always", w->out[i]);
		return WHY_FOUND;
	}
	return WHY_NOTHING;
}
