/*
 * Taps; see tap.h. A tensor of the root graph goes into the request, so that TensorFlow's pruning holds:
 * what feeds cut off never runs. One inside a call is met while the run is watched: a fed node is
 * skipped when all its outputs are fed, else its output is replaced as soon as it was made.
 */
#include "cmd/tap.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "cmd/cmd.h"
#include "exec/paths.h"
#include "feed/feed.h"

struct point {
	struct place at;
	uint32_t slot;
	struct sv iter;			/* borrows from the command line */
	struct tensor *value;		/* a feed's; a fetch's, when it was made */
	char *name;			/* full, for messages */
	bool root;			/* in the request */
};

struct tap {
	const struct metagraph *mg;
	const struct graph *root;
	VEC(struct point) feed, fetch;
	VEC(struct exec_feed) feeds;
	VEC(struct edge) fetches;
	VEC(uint32_t) targets;
	bool all;
};

static void points_free(struct point *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		free(p[i].at.path);
		free(p[i].name);
		tensor_unref(p[i].value);
	}
}

void tap_free(struct tap *t)
{
	if (!t)
		return;
	points_free(t->feed.p, t->feed.n);
	points_free(t->fetch.p, t->fetch.n);
	vec_free(&t->feed);
	vec_free(&t->fetch);
	vec_free(&t->feeds);
	vec_free(&t->fetches);
	vec_free(&t->targets);
	free(t);
}

/* ---- from the command line ---- */

/* In the body of a V1 loop? Then a tensor is made once a round. Walks back: an Enter that no Exit on the
 * way closes is where a loop begins. */
static bool in_loop(const struct graph *g, uint32_t node)
{
	uint8_t *seen = xcalloc((size_t)g->n_nodes + 1, 1);
	VEC(uint32_t) todo = { 0 };
	bool in = false;

	vec_push(&todo, node);
	while (!in && todo.n) {
		uint32_t i = todo.p[--todo.n];
		const struct node *n = i < g->n_nodes && !seen[i] ? graph_node(g, i, NULL) : NULL;

		if (!n)
			continue;
		seen[i] = 1;
		in = sv_is(n->op, "Enter") || sv_is(n->op, "RefEnter");
		/* an Exit's value belongs to the frame around: what the loop's Enters take is there too */
		if (sv_is(n->op, "Exit") || sv_is(n->op, "RefExit"))
			continue;
		for (uint32_t k = 0; k < n->n_in; k++)
			vec_push(&todo, n->in[k].node);
	}
	vec_free(&todo);
	free(seen);
	return in;
}

static bool resolve(struct tap *t, struct sv text, const char *option, struct point *p, struct err *err)
{
	*p = (struct point){ 0 };
	if (!place_resolve(t->mg, t->root, text, &p->at, &p->slot, &p->iter, err))
		return err_note(err, "--%s %.*s", option, SV_ARG(text));
	p->root = p->at.g == t->root && !p->iter.n && !in_loop(p->at.g, p->at.node);
	p->name = xasprintf("%s:%u%.*s", p->at.path, p->slot, SV_ARG(p->iter));
	return true;
}

static bool add_feed(struct tap *t, const char *text, struct err *err)
{
	static const struct shape any = { -1, NULL };
	struct sv all = sv_of(text);
	long eq = sv_find(all, '=');
	const struct node *n;
	struct feed_spec spec;
	struct point p;

	if (eq < 1)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
			       "--feed: PATH:0=VALUE is wanted, not \"%s\"", text);
	if (!resolve(t, sv_sub(all, 0, (size_t)eq), "feed", &p, err))
		return false;
	n = graph_node(p.at.g, p.at.node, NULL);
	spec = (struct feed_spec){
		.key = sv_of(p.name), .tensor_name = sv_of(p.name), .shape = any,
		.dtype = p.slot < n->n_out ? n->out_type[p.slot] : DT_INVALID,
	};
	if (sv_starts(n->op, SV("Placeholder")))
		node_attr_shape(n, "shape", &spec.shape);
	p.value = feed_parse(&spec, text + eq + 1, err);
	vec_push(&t->feed, p);
	return p.value || err_note(err, "--feed %s", text);
}

static bool add_fetch(struct tap *t, const char *text, struct err *err)
{
	struct point p;

	if (!resolve(t, sv_of(text), "fetch", &p, err))
		return false;
	vec_push(&t->fetch, p);
	return true;
}

static void make_request(struct tap *t)
{
	for (size_t i = 0; i < t->feed.n; i++) {
		struct exec_feed f = { { t->feed.p[i].at.node, t->feed.p[i].slot }, t->feed.p[i].value };

		if (t->feed.p[i].root)
			vec_push(&t->feeds, f);
	}
	for (size_t i = 0; i < t->fetch.n; i++) {
		struct edge e = { t->fetch.p[i].at.node, t->fetch.p[i].slot };

		if (t->fetch.p[i].root)
			vec_push(&t->fetches, e);
		else
			vec_push(&t->targets, t->fetch.p[i].at.root);
	}
}

struct tap *tap_new(const struct cmd_call *c, const struct metagraph *mg, const struct graph *root,
		    struct err *err)
{
	const struct cmd_val *feed = call_opt(c, "feed"), *fetch = call_opt(c, "fetch");
	struct tap *t = xcalloc(1, sizeof(*t));
	bool ok = true;

	t->mg = mg;
	t->root = root;
	for (int i = 0; ok && i < feed->n; i++)
		ok = add_feed(t, feed->list[i], err);
	for (int i = 0; ok && i < fetch->n; i++)
		ok = add_fetch(t, fetch->list[i], err);
	if (ok) {
		make_request(t);
		return t;
	}
	tap_free(t);
	return NULL;
}

void tap_watch_all(struct tap *t)
{
	t->all = true;
	for (size_t i = 0; i < t->feed.n; i++)
		t->feed.p[i].root = false;
	for (size_t i = 0; i < t->fetch.n; i++)
		t->fetch.p[i].root = false;
}

size_t tap_n_fetches(const struct tap *t)
{
	return t->fetch.n;
}

const struct exec_feed *tap_feeds(const struct tap *t, size_t *n)
{
	*n = t->feeds.n;
	return t->feeds.p;
}

const struct edge *tap_fetches(const struct tap *t, size_t *n)
{
	*n = t->fetches.n;
	return t->fetches.p;
}

const uint32_t *tap_targets(const struct tap *t, size_t *n)
{
	*n = t->targets.n;
	return t->targets.p;
}

/* ---- while it runs ---- */

static bool is_at(const struct point *p, const struct exec_event *ev)
{
	struct str path = STR_INIT, iter = STR_INIT;
	bool same = frame_graph(ev->frame) == p->at.g && ev->node == p->at.node;

	if (!same || p->root)
		return false;
	exec_path(ev->frame, ev->node, &path);
	exec_iter_suffix(ev->frame, &iter);
	same = sv_is(str_sv(&path), p->at.path) && (!p->iter.n || sv_eq(p->iter, str_sv(&iter)));
	str_free(&path);
	str_free(&iter);
	return same;
}

/* Before a node: skips it when every output is fed. */
static bool skip_fed(struct tap *t, struct exec *x, const struct exec_event *ev, struct err *err)
{
	struct tensor *out[8] = { 0 };
	int n = exec_n_out(x), have = 0;

	if (n < 1 || n > 8)
		return true;
	for (size_t i = 0; i < t->feed.n; i++)
		if (is_at(&t->feed.p[i], ev) && !out[t->feed.p[i].slot]) {
			out[t->feed.p[i].slot] = t->feed.p[i].value;
			have++;
		}
	return have < n || exec_skip(x, out, n, err);
}

static bool on_event(void *ctx, struct exec *x, const struct exec_event *ev, struct err *err)
{
	struct tap *t = ctx;

	if (ev->kind == EV_BEFORE)
		return skip_fed(t, x, ev, err);
	for (size_t i = 0; i < t->feed.n; i++)
		if (is_at(&t->feed.p[i], ev) &&
		    !exec_set_out(x, (int)t->feed.p[i].slot, t->feed.p[i].value, err))
			return err_note(err, "--feed %s", t->feed.p[i].name);
	for (size_t i = 0; i < t->fetch.n; i++)
		if (is_at(&t->fetch.p[i], ev)) {
			struct tensor *old = t->fetch.p[i].value;

			t->fetch.p[i].value = tensor_ref(exec_out(x, (int)t->fetch.p[i].slot));
			tensor_unref(old);
		}
	return true;
}

struct watcher tap_watcher(struct tap *t)
{
	bool inner = false, inner_feed = false;

	for (size_t i = 0; i < t->feed.n; i++)
		inner_feed |= !t->feed.p[i].root;
	for (size_t i = 0; i < t->fetch.n; i++)
		inner |= !t->fetch.p[i].root;
	return (struct watcher){
		.mask = (inner_feed ? EV_BEFORE : 0) | (inner || inner_feed ? EV_RAN : 0),
		.event = on_event, .ctx = t,
	};
}

bool tap_collect(struct tap *t, const struct exec *x, struct err *err)
{
	size_t k = 0;

	for (size_t i = 0; i < t->fetch.n; i++) {
		if (t->fetch.p[i].root)
			t->fetch.p[i].value = tensor_ref(exec_fetch(x, k++));
		if (!t->fetch.p[i].value)
			return err_set(err, ERR_KIND_INPUT, ERR_NOT_FOUND,
				       "%s was not made in this run: its node did not run, or it was on "
				       "a branch that was not taken", t->fetch.p[i].name);
	}
	return true;
}

const char *tap_name(const struct tap *t, size_t i)
{
	return t->fetch.p[i].name;
}

struct tensor *tap_value(const struct tap *t, size_t i)
{
	return t->fetch.p[i].value;
}
