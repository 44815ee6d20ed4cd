/*
 * Tab completion at the prompt, from the rows: command names, options, and by each row's kind of
 * operand nodes, tensors, signatures, breakpoints. A node is offered by its whole name and by every
 * tail of it that starts as the word does.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "cmd/gdb.h"
#include "cmd/line.h"
#include "cmd/rows.h"

enum { MAX_WORDS = 500 };

struct adder {
	void (*add)(void *ctx, const char *word);
	void *ctx;
	struct sv word;		/* what stands before the cursor */
	struct map seen;
	struct arena *arena;
};

static void offer(struct adder *a, struct sv text)
{
	if (a->seen.n >= MAX_WORDS || !sv_starts(text, a->word) || memchr(text.p, '\0', text.n))
		return;
	text = arena_sv(a->arena, text);
	if (map_add(&a->seen, text, 0))
		a->add(a->ctx, text.p);
}

static void offer_tails(struct adder *a, struct sv path)
{
	offer(a, path);
	for (size_t i = 0; a->word.n && i + 1 < path.n; i++)
		if (path.p[i] == '/')
			offer(a, sv_sub(path, i + 1, path.n));
}

static void offer_commands(struct adder *a)
{
	int n;
	const struct cmd *const *all = cmd_list(&n);

	for (int i = 0; i < n; i++) {
		if (!(all[i]->where & CMD_PROMPT))
			continue;
		offer(a, sv_of(all[i]->name));
		if (a->word.n && all[i]->alias)
			offer(a, sv_of(all[i]->alias));
		if (a->word.n && all[i]->alias2)
			offer(a, sv_of(all[i]->alias2));
	}
}

static void offer_options(struct adder *a, const struct cmd *c)
{
	for (const struct cmd_opt *o = c->opts; o && o->name; o++)
		offer(a, sv_of(arena_printf(a->arena, "--%s", o->name)));
	offer(a, SV("--help"));
}

static void offer_nodes(struct adder *a, const struct app *app)
{
	for (int k = 0; app->dbg && k < dbg_n_frames(app->dbg); k++) {
		struct dbg_frame f;

		for (uint32_t i = 0; dbg_frame(app->dbg, k, &f) && i < f.graph->n_nodes; i++)
			offer_tails(a, graph_node_name(f.graph, i));
	}
	for (uint32_t k = 0; app->mg && k <= app->mg->n_funcs; k++) {
		const struct graph *g = k ? app->mg->funcs[k - 1].graph : app->mg->graph;

		for (uint32_t i = 0; i < g->n_nodes && a->seen.n < MAX_WORDS; i++)
			offer_tails(a, graph_node_name(g, i));
	}
}

static void offer_variables(struct adder *a, const struct app *app)
{
	uint32_t n = 0;
	const struct variable *v = app->mg ? metagraph_variables(app->mg, &n) : NULL;

	for (uint32_t i = 0; i < n && a->seen.n < MAX_WORDS; i++) {
		struct sv name = v[i].name;

		if (name.n > 2 && sv_ends(name, SV(":0")))
			name.n -= 2;
		offer_tails(a, name);
	}
}

static void offer_keys(struct adder *a, const struct tensor_info *ti, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		offer(a, ti[i].key);
}

static void offer_tensors(struct adder *a, const struct app *app)
{
	const struct signature *sig = app->dbg ? dbg_signature(app->dbg) : NULL;

	if (sig) {
		offer_keys(a, sig->in, sig->n_in);
		offer_keys(a, sig->out, sig->n_out);
	}
	for (uint64_t i = 0; app->dbg && i < dbg_n_events(app->dbg) && a->seen.n < MAX_WORDS; i++) {
		struct dbg_event e;

		for (int k = 0; dbg_event(app->dbg, i, &e) && k < e.n_out; k++)
			offer_tails(a, sv_of(arena_printf(a->arena, "%s:%d%s", e.path, k, e.iter)));
	}
}

static struct sv next_word(struct sv s, struct sv *word)
{
	size_t from = 0, to;

	while (from < s.n && s.p[from] == ' ')
		from++;
	for (to = from; to < s.n && s.p[to] != ' ';)
		to++;
	*word = sv_sub(s, from, to);
	return sv_sub(s, to, s.n);
}

static void offer_operand(struct adder *a, const struct app *app, const struct cmd *c)
{
	const struct signature *sig = app->dbg ? dbg_signature(app->dbg) : NULL;

	switch (c->arg) {
	case ARG_NODE:
		offer_nodes(a, app);
		break;
	case ARG_TENSOR:
		offer_tensors(a, app);
		break;
	case ARG_VARIABLE:
		offer_variables(a, app);
		break;
	case ARG_SIGNATURE:
		for (uint32_t i = 0; app->mg && i < app->mg->n_sigs; i++)
			offer(a, app->mg->sigs[i].key);
		break;
	case ARG_COMMAND:
		offer_commands(a);
		break;
	case ARG_BREAK:
		for (int i = 0; app->dbg && i < dbg_n_breaks(app->dbg); i++) {
			struct dbg_break b;

			if (dbg_break(app->dbg, i, &b))
				offer(a, sv_of(arena_printf(a->arena, "%d", b.id)));
		}
		break;
	case ARG_NONE:
	case ARG_PATH:
		if (sig && !strcmp(c->name, "feed"))
			offer_keys(a, sig->in, sig->n_in);
		break;
	}
}

/* edit takes a tensor, "var" VARIABLE, or "attr" NODE KEY; before: what stands before the word. */
static void offer_edit(struct adder *a, const struct app *app, struct sv before)
{
	struct sv kind, node, more;
	const struct graph *g;
	const struct node *n;
	struct err none = { 0 };
	uint32_t i;

	before = next_word(before, &kind);	/* the verb */
	before = next_word(before, &kind);
	next_word(next_word(before, &node), &more);
	if (!kind.n) {
		offer(a, SV("var"));
		offer(a, SV("attr"));
		offer_tensors(a, app);
	} else if (sv_is(kind, "var") && !node.n) {
		offer_variables(a, app);
	} else if (sv_is(kind, "attr") && !node.n) {
		offer_nodes(a, app);
	} else if (sv_is(kind, "attr") && !more.n && node_find(app, node, &g, &i, &none)) {
		n = graph_node(g, i, NULL);
		for (int k = 0; n && n->def && k < n->def->n_attrs; k++)
			offer(a, n->def->attrs[k].name);
	}
	err_clear(&none);
}

/* Where the command that the cursor stands in starts. */
static size_t command_start(struct sv line)
{
	size_t from = 0, end;

	while ((end = line_end(line, from)) < line.n)
		from = end + 1;
	while (from < line.n && (line.p[from] == ' ' || line.p[from] == '\t'))
		from++;
	return from;
}

void cmd_complete(struct app *app, const char *line, size_t at,
		  void (*add)(void *ctx, const char *word), void *ctx)
{
	struct sv all = { line, at }, cmd, first;
	struct adder a = { .add = add, .ctx = ctx, .seen = MAP_INIT, .arena = arena_new() };
	size_t word = at;
	const struct cmd *c;
	long blank;

	cmd = sv_sub(all, command_start(all), at);
	while (word > (size_t)(cmd.p - line) && line[word - 1] != ' ' && line[word - 1] != '\t')
		word--;
	a.word = sv_sub(all, word, at);
	blank = sv_find(cmd, ' ');
	if (word == (size_t)(cmd.p - line) || blank < 0) {
		offer_commands(&a);
	} else {
		char *name;

		first = sv_sub(cmd, 0, (size_t)blank);
		name = gdb_means(app, first);
		c = cmd_find(name, CMD_PROMPT);
		free(name);
		if (c && a.word.n && a.word.p[0] == '-')
			offer_options(&a, c);
		else if (c == &cmd_edit)
			offer_edit(&a, app, sv_sub(cmd, 0, cmd.n - a.word.n));
		else if (c)
			offer_operand(&a, app, c);
	}
	map_free(&a.seen);
	arena_free(a.arena);
}
