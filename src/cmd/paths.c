/* paths: a shortest way from one node to another, and how many there are. */
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/find_nodes.h"
#include "cmd/slow.h"
#include "inspect/ripple.h"

struct target {
	const struct graph *g;
	uint32_t node;
	uint32_t port;		/* only there; PORT_NODE: anywhere */
};

static bool is_target(void *ctx, struct spot s)
{
	const struct target *t = ctx;

	return s.fr->g == t->g && s.node == t->node && (t->port == PORT_NODE || t->port == s.port);
}

/* The node as a whole; one that calls: what comes out of it. */
static void start(struct ripple *r, const struct target *from)
{
	const struct walk_frame *fr = walk_base(r->w, from->g);

	if (fr)
		ripple_start(r, (struct spot){ fr, from->node, PORT_NODE });
}

static uint32_t out_port(const struct metagraph *mg, struct edge e)
{
	struct walk *w = walk_new(mg, &(struct walk_opts){ 0 });
	uint32_t port = walk_output(w, walk_base(w, mg->graph), e.node, e.slot).port;

	walk_free(w);
	return port;
}

/* A key of the signature first, where no node of the graph has that name. */
static bool end_find(struct cmd_call *c, const char *text, bool output, struct target *t, struct err *err)
{
	const struct metagraph *mg = c->app->mg;
	const struct signature *s = app_signature(mg, NULL, NULL, NULL);
	uint32_t n = !s || graph_find(mg->graph, sv_of(text)) != NODE_NONE ? 0 : output ? s->n_out : s->n_in;
	struct edge e;

	for (uint32_t i = 0; i < n; i++) {
		const struct tensor_info *ti = output ? &s->out[i] : &s->in[i];

		if (sv_is(ti->key, text) && graph_resolve(mg->graph, ti->name, &e, NULL) && e.node != NODE_NONE) {
			*t = (struct target){ mg->graph, e.node, output ? out_port(mg, e) : PORT_NODE };
			return true;
		}
	}
	t->port = PORT_NODE;
	return node_find(c->app, sv_of(text), &t->g, &t->node, err);
}

struct found {
	uint32_t end, dist;
	uint64_t ways;
};

/* The first spot of the target, and the ways to all at its distance. */
static bool find_end(const struct ripple *r, struct target *to, struct found *f)
{
	bool any = false;

	for (uint32_t i = 0; i < r->at.n; i++) {
		const struct reached *x = &r->at.p[i];

		if (!is_target(to, x->at) || (any && x->dist != f->dist))
			continue;
		if (!any)
			*f = (struct found){ .end = i, .dist = x->dist };
		any = true;
		f->ways = x->ways > UINT64_MAX - f->ways ? UINT64_MAX : f->ways + x->ways;
	}
	return any;
}

static void chain(const struct ripple *r, uint32_t end, uint32_t *at, uint32_t n)
{
	for (uint32_t i = end, k = n; k-- > 0; i = r->at.p[i].from)
		at[k] = i;
}

static const char *port_text(struct spot s, char *buf, size_t n)
{
	if (s.port == PORT_NODE)
		return "";
	snprintf(buf, n, s.port % 2 ? " output %u" : " input %u", (s.port - 1) / 2);
	return buf;
}

static void path_text(struct cmd_call *c, const struct ripple *r, const struct found *f, const uint32_t *at)
{
	struct str s = STR_INIT;
	char port[40];

	for (uint32_t i = 0; i <= f->dist; i++) {
		struct spot x = r->at.p[at[i]].at;

		str_clear(&s);
		spot_path(&s, x);
		sink_printf(c->out, "%4u  ", i);
		sink_put(c->out, str_sv(&s));
		sink_puts(c->out, "  [");
		sink_escaped(c->out, graph_node_op(x.fr->g, x.node));
		sink_printf(c->out, "]%s\n", port_text(x, port, sizeof(port)));
	}
	str_free(&s);
	if (f->ways == UINT64_MAX)
		sink_printf(c->out, "%u steps; more shortest paths than can be counted\n", f->dist);
	else
		sink_printf(c->out, "%u step%s; %llu shortest path%s\n", f->dist, f->dist == 1 ? "" : "s",
			    (unsigned long long)f->ways, f->ways == 1 ? "" : "s");
}

static void path_json(struct cmd_call *c, const struct ripple *r, const struct found *f, const uint32_t *at)
{
	struct str s = STR_INIT;
	struct json j;

	json_start(&j, c->out);
	json_open(&j, '{');
	json_kint(&j, "steps", f->dist);
	json_key(&j, "shortest_paths");
	if (f->ways > INT64_MAX)
		json_null(&j);
	else
		json_int(&j, (int64_t)f->ways);
	json_key(&j, "path");
	json_open(&j, '[');
	for (uint32_t i = 0; i <= f->dist; i++) {
		struct spot x = r->at.p[at[i]].at;

		str_clear(&s);
		spot_path(&s, x);
		json_open(&j, '{');
		json_kstr(&j, "name", str_sv(&s));
		json_kstr(&j, "op", graph_node_op(x.fr->g, x.node));
		if (x.port != PORT_NODE)
			json_kint(&j, x.port % 2 ? "output" : "input", (x.port - 1) / 2);
		json_close(&j, '}');
	}
	json_close(&j, ']');
	json_close(&j, '}');
	json_end(&j);
	str_free(&s);
}

/* false: there is none, or (err) it could not be judged. */
static bool search(struct cmd_call *c, struct ripple *r, struct target *from, struct target *to, struct found *f,
		   struct err *err)
{
	struct slow slow;
	bool ok;

	slow_start(&slow, c, "going downstream", 0);
	r->go_on = slow_go_on;
	r->ctx = &slow;
	start(r, from);
	ok = ripple_all(r, is_target, to, err);
	slow_end(&slow);
	return ok && find_end(r, to, f);
}

static int none(struct cmd_call *c, struct walk *w, struct target *from, struct target *to, bool limited,
		struct err *err)
{
	struct found f;
	struct ripple back;
	bool other;

	ripple_init(&back, w, true);
	other = search(c, &back, to, from, &f, err);
	ripple_free(&back);
	if (err_is(err))
		return err_exit(err);
	err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND, limited ? "no path found before a limit was reached"
						  : "no path from %s to %s", c->argv[0], c->argv[1]);
	if (other)
		err_note(err, "there is one the other way round, %u steps long", f.dist);
	else if (!call_flag(c, "control"))
		err_note(err, "-c goes along control edges too");
	return EXIT_ERROR;
}

static int paths_exec(struct cmd_call *c, struct err *err)
{
	struct target from, to;
	struct walk *w;
	struct ripple r;
	struct found f;
	uint32_t *at;
	int rc = EXIT_FINE;

	if (!end_find(c, c->argv[0], false, &from, err) || !end_find(c, c->argv[1], true, &to, err))
		return EXIT_ERROR;
	w = walk_new(c->app->mg, &(struct walk_opts){ .control = call_flag(c, "control") });
	ripple_init(&r, w, true);
	if (search(c, &r, &from, &to, &f, err)) {
		at = xcalloc((size_t)f.dist + 1, sizeof(*at));
		chain(&r, f.end, at, f.dist + 1);
		(call_flag(c, "json") ? path_json : path_text)(c, &r, &f, at);
		free(at);
	} else {
		rc = err_is(err) ? err_exit(err) : none(c, w, &from, &to, r.full || walk_limited(w), err);
	}
	ripple_free(&r);
	walk_free(w);
	return rc;
}

static const struct cmd_opt paths_opts[] = {
	{ "tag_set", 0, OPT_STRING, "TAGS", "the MetaGraph with these tags" },
	{ "control", 'c', OPT_FLAG, NULL, "along control edges too" },
	{ "json", 0, OPT_FLAG, NULL, "print JSON" },
	{ 0 },
};

const struct cmd cmd_paths = {
	.name = "paths",
	.where = CMD_SHELL | CMD_PROMPT,
	.opts = paths_opts,
	.operands = "FROM TO",
	.min_args = 2,
	.max_args = 2,
	.arg = ARG_NODE,
	.group = "Looking",
	.need = NEED_MODEL,
	.exec = paths_exec,
	.brief = "A shortest way along the edges from one node to another, and how many there are.",
	.json = "{steps: int, shortest_paths: int|null, path: [{name: str, op: str, input?: int, output?: int}]}",
	.help = "FROM may be a key of the signature's inputs, TO one of its outputs. The way goes through calls, branches\n"
		"and loops; a call counts a step where it is entered and one where it is left. It ends with 1 when there\n"
		"is none.",
};
