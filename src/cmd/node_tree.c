/*
 * What goes into a node, or who takes what it gives, as a tree in list_inputs' layout; and all that an output
 * depends on. Both go through calls: a call's line is followed by what is in it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/map.h"
#include "base/mem.h"
#include "cmd/find_nodes.h"
#include "cmd/slow.h"
#include "cmd/table.h"
#include "inspect/ripple.h"

struct tree {
	struct cmd_call *c;
	struct walk *w;
	struct tree_opts *o;
	struct json *j;
	struct err *err;
	struct str hang;	/* "|  " or blanks for each level above */
	struct ripple seen;	/* as a set: what has been shown with what is below it */
	size_t lines;
};

static void line_text(struct tree *t, int depth, const struct hop *h, bool again)
{
	struct sink *out = t->c->out;
	struct str s = STR_INIT;

	sink_put(out, str_sv(&t->hang));
	sink_printf(out, "|- (%d) %s[", depth, h->control ? "(Ctrl) " : "");
	sink_escaped(out, graph_node_op(h->to.fr->g, h->to.node));
	sink_puts(out, "] ");
	spot_path(&s, h->to);
	sink_put(out, str_sv(&s));
	if (h->to.port != PORT_NODE)
		sink_printf(out, h->to.port % 2 ? ":%u" : " input %u", (h->to.port - 1) / 2);
	sink_puts(out, again ? "  (above)\n" : "\n");
	str_free(&s);
}

static void line_json(struct json *j, int depth, struct spot s, bool control, bool again)
{
	struct str path = STR_INIT;

	spot_path(&path, s);
	json_open(j, '{');
	json_kint(j, "depth", depth);
	json_kstr(j, "name", str_sv(&path));
	json_kstr(j, "op", graph_node_op(s.fr->g, s.node));
	json_kbool(j, "control", control);
	json_kbool(j, "again", again);
	json_close(j, '}');
	str_free(&path);
}

static bool below(struct tree *t, struct spot s, int depth)
{
	hops_t hops = { 0 };
	bool ok = true;

	if (t->o->outputs)
		walk_takers(t->w, s, &hops);
	else
		walk_sources(t->w, s, &hops);
	for (size_t i = 0; ok && i < hops.n && t->o->left; i++) {
		size_t before = t->hang.n, n = t->seen.at.n;
		bool again;

		ripple_start(&t->seen, hops.p[i].to);
		again = t->seen.at.n == n;
		t->o->left--;
		if (t->j)
			line_json(t->j, depth, hops.p[i].to, hops.p[i].control, again);
		else
			line_text(t, depth, &hops.p[i], again);
		if (again || depth >= t->o->depth)
			continue;
		str_addz(&t->hang, i + 1 < hops.n ? "|  " : "   ");
		ok = intr_check(t->err) &&
		     below(t, hops.p[i].to, depth + 1);
		t->hang.n = before;
	}
	if (!hops.n && depth == 1 && !t->j)
		sink_puts(t->c->out, "  [None]\n");
	vec_free(&hops);
	return ok;
}

bool node_tree(struct cmd_call *c, struct walk *w, const struct graph *g, uint32_t node, struct tree_opts *o,
	       struct json *j, struct err *err)
{
	struct tree t = { .c = c, .w = w, .o = o, .j = j, .err = err };
	struct spot s = { walk_base(w, g), node, PORT_NODE };
	struct str name = STR_INIT;
	bool ok;

	if (!s.fr || !o->left)
		return true;
	ripple_init(&t.seen, w, o->outputs);
	ripple_start(&t.seen, s);
	str_addz(&t.hang, "");
	node_text(&name, g, node);
	if (j) {
		line_json(j, 0, s, false, false);
	} else {
		sink_puts(c->out, o->outputs ? "Recipients of node \"" : "Inputs to node \"");
		sink_put(c->out, str_sv(&name));
		sink_printf(c->out, "\" (Depth limit = %d%s):\n", o->depth,
			    !o->control	 ? ""
			    : o->outputs ? ", control recipients included"
					 : ", control inputs included");
	}
	ok = below(&t, s, 1);
	str_free(&name);
	str_free(&t.hang);
	ripple_free(&t.seen);
	return ok;
}

/* ---- upstream ---- */

static bool in_signature(const struct signature *s, struct sv key, struct ripple *r, const struct graph *g)
{
	struct edge e;

	for (uint32_t i = 0; s && i < s->n_out; i++)
		if (sv_eq(s->out[i].key, key) && graph_resolve(g, s->out[i].name, &e, NULL) && e.node != NODE_NONE) {
			ripple_start(r, walk_output(r->w, walk_base(r->w, g), e.node, e.slot));
			return true;
		}
	return false;
}

/* KEY, SIGNATURE:KEY, a tensor, a node. */
static bool output_start(struct cmd_call *c, const char *text, struct ripple *r, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	struct sv t = sv_of(text);
	long colon = sv_find(t, ':');
	const struct graph *g;
	uint32_t node;
	struct edge e;

	if (in_signature(app_signature(mg, NULL, NULL, NULL), t, r, mg->graph))
		return true;
	if (colon > 0 && in_signature(metagraph_signature(mg, sv_sub(t, 0, (size_t)colon)),
				      sv_sub(t, (size_t)colon + 1, t.n), r, mg->graph))
		return true;
	if (graph_resolve(mg->graph, t, &e, NULL) && e.node != NODE_NONE) {
		ripple_start(
			r, walk_output(r->w, walk_base(r->w, mg->graph), e.node, e.slot == SLOT_CONTROL ? 0 : e.slot));
		return true;
	}
	if (!node_find(c->app, t, &g, &node, err))
		return err_note(err, "nor is it an output of a signature");
	ripple_start(r, (struct spot){ walk_base(r->w, g), node, PORT_NODE });
	return true;
}

struct op_count {
	struct sv op;
	uint64_t n;
};

static int by_count(const void *a, const void *b)
{
	const struct op_count *x = a, *y = b;

	return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : sv_cmp(x->op, y->op);
}

typedef VEC(struct op_count) ops_t;

/* Each node once, however many calls lead to it. */
static uint64_t ops_count(struct cmd_call *c, const struct ripple *r, const struct query *q, ops_t *ops)
{
	const struct metagraph *mg = c->app->mg;
	struct query_world world = app_world(c->app);
	uint8_t **seen = xcalloc((size_t)mg->n_funcs + 1, sizeof(*seen));
	struct map at = MAP_INIT;
	uint64_t total = 0, k;

	for (size_t i = 0; i < r->at.n; i++) {
		struct spot s = r->at.p[i].at;
		const struct graph *g = s.fr->g;
		size_t which = g->func ? (size_t)(g->func - mg->funcs) + 1 : 0;
		struct sv op = graph_node_op(g, s.node);

		if (!seen[which])
			seen[which] = xcalloc((size_t)g->n_nodes + 1, 1);
		if (seen[which][s.node] || !query_hits(q, &world, g, s.node))
			continue;
		seen[which][s.node] = 1;
		total++;
		if (!map_get(&at, op, &k)) {
			k = ops->n;
			vec_push(ops, ((struct op_count){ op, 0 }));
			map_add(&at, op, k);
		}
		ops->p[k].n++;
	}
	for (size_t i = 0; i <= mg->n_funcs; i++)
		free(seen[i]);
	free(seen);
	map_free(&at);
	if (ops->n)
		qsort(ops->p, ops->n, sizeof(*ops->p), by_count);
	return total;
}

static void upstream_json(struct cmd_call *c, const char *output, uint64_t total, const ops_t *ops)
{
	struct json j;

	json_start(&j, c->out);
	json_open(&j, '{');
	json_kstr(&j, "output", sv_of(output));
	json_kint(&j, "nodes", (int64_t)total);
	json_key(&j, "ops");
	json_open(&j, '[');
	for (size_t i = 0; i < ops->n; i++) {
		json_open(&j, '{');
		json_kstr(&j, "op", ops->p[i].op);
		json_kint(&j, "nodes", (int64_t)ops->p[i].n);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
}

static void upstream_print(struct cmd_call *c, uint64_t total, const ops_t *ops)
{
	struct table t;

	if (call_flag(c, "count")) {
		sink_printf(c->out, "%llu\n", (unsigned long long)total);
		return;
	}
	table_init(&t, "rl");
	for (size_t i = 0; i < ops->n; i++) {
		table_printf(&t, "%llu", (unsigned long long)ops->p[i].n);
		table_sv(&t, ops->p[i].op);
	}
	table_printf(&t, "%llu", (unsigned long long)total);
	table_text(&t, "nodes in all");
	table_print(&t, c->out, 0);
}

int upstream_exec(struct cmd_call *c, const char *output, const struct query *q, struct err *err)
{
	struct walk *w = walk_new(c->app->mg, &(struct walk_opts){ .control = call_flag(c, "control") });
	struct slow slow;
	struct ripple r;
	ops_t ops = { 0 };
	uint64_t total;
	bool ok;

	ripple_init(&r, w, false);
	slow_start(&slow, c, "going upstream", 0);
	r.go_on = slow_go_on;
	r.ctx = &slow;
	ok = output_start(c, output, &r, err) && ripple_all(&r, NULL, NULL, err);
	slow_end(&slow);
	if (ok) {
		total = ops_count(c, &r, q, &ops);
		if (call_flag(c, "json"))
			upstream_json(c, output, total, &ops);
		else
			upstream_print(c, total, &ops);
		if (r.full || walk_limited(w))
			sink_puts(c->msg, "a limit was reached: there is more\n");
	}
	vec_free(&ops);
	ripple_free(&r);
	walk_free(w);
	return ok ? EXIT_FINE : err_exit(err);
}
