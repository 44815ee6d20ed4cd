/*
 * Nodes and tensors by what people type. A path goes through call nodes, whose names may hold "/"
 * themselves, and through control flow by role: "while/body/add", "if/then/mul".
 */
#include <stdlib.h>

#include "base/vec.h"
#include "cmd/rows.h"

struct hit {
	const struct graph *g;
	uint32_t node;
};

enum { MAX_DEPTH = 64, MAX_SHOWN = 8 };

/* The function that a call node runs in this role; role is empty for plain calls. */
static const struct function *callee(const struct graph *g, uint32_t node, struct sv role)
{
	const struct node *n = graph_node(g, node, NULL);
	const struct attr_value *items;
	uint32_t count;
	struct sv name;
	bool ok = false;

	if (!n)
		return NULL;
	if (n->callee && !role.n)
		return n->callee;
	if (!role.n)
		ok = node_attr_func(n, "f", &name);
	else if (sv_is(role, "cond") || sv_is(role, "body"))
		ok = node_attr_func(n, sv_is(role, "cond") ? "cond" : "body", &name);
	else if (sv_is(role, "then") || sv_is(role, "else"))
		ok = node_attr_func(n, sv_is(role, "then") ? "then_branch" : "else_branch", &name);
	else if (sv_starts(role, SV("branch")) && node_attr_list(n, "branches", &items, &count)) {
		uint64_t k;
		char digits[24] = "";

		if (role.n < sizeof(digits))
			memcpy(digits, role.p + 6, role.n - 6);
		ok = text_u64(digits, &k) && k < count && items[k].kind == ATTR_FUNC;
		if (ok)
			name = items[k].s;
	}
	return ok ? metagraph_function(g->mg, name) : NULL;
}

/* Follows a path down from g. */
static bool descend(const struct graph *g, struct sv path, int depth, struct hit *hit)
{
	uint32_t whole = graph_find(g, path);

	if (whole != NODE_NONE) {
		*hit = (struct hit){ g, whole };
		return true;
	}
	for (size_t i = 0; depth < MAX_DEPTH && i < path.n; i++) {
		struct sv rest = sv_sub(path, i + 1 > path.n ? path.n : i + 1, path.n);
		const struct function *f;
		uint32_t node;
		long slash;

		if (path.p[i] != '/')
			continue;
		node = graph_find(g, sv_sub(path, 0, i));
		if (node == NODE_NONE)
			continue;
		f = callee(g, node, SV_NULL);
		if (f && descend(f->graph, rest, depth + 1, hit))
			return true;
		slash = sv_find(rest, '/');
		if (slash < 0)
			continue;
		f = callee(g, node, sv_sub(rest, 0, (size_t)slash));
		if (f && descend(f->graph, sv_sub(rest, (size_t)slash + 1, rest.n), depth + 1, hit))
			return true;
	}
	return false;
}

typedef VEC(struct hit) hits_t;

static bool is_tail(struct sv name, struct sv tail)
{
	return sv_ends(name, tail) &&
	       (name.n == tail.n || name.p[name.n - tail.n - 1] == '/');
}

/* Every node whose name ends in the words of tail. */
static void tails(const struct metagraph *mg, struct sv tail, hits_t *hits)
{
	for (uint32_t k = 0; k <= mg->n_funcs; k++) {
		const struct graph *g = k ? mg->funcs[k - 1].graph : mg->graph;

		for (uint32_t i = 0; i < g->n_nodes; i++)
			if (is_tail(graph_node_name(g, i), tail))
				vec_push(hits, ((struct hit){ g, i }));
	}
}

/* Exact names before tails, when there is just one. */
static bool only_exact(const hits_t *hits, struct sv name, struct hit *hit)
{
	int n = 0;

	for (size_t i = 0; i < hits->n; i++)
		if (sv_eq(graph_node_name(hits->p[i].g, hits->p[i].node), name)) {
			*hit = hits->p[i];
			n++;
		}
	return n == 1;
}

static bool ambiguous(const hits_t *hits, struct sv name, struct err *err)
{
	struct str s = STR_INIT;

	str_escaped(&s, name);
	err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "\"%s\" could be any of %zu nodes",
		str_z(&s), hits->n);
	for (size_t i = 0; i < hits->n && i < MAX_SHOWN; i++) {
		const struct graph *g = hits->p[i].g;

		str_clear(&s);
		if (g->func) {
			str_escaped(&s, g->func->name);
			str_addc(&s, '/');
		}
		str_escaped(&s, graph_node_name(g, hits->p[i].node));
		err_note(err, "%s", str_z(&s));
	}
	str_free(&s);
	return false;
}

static bool in_function(const struct metagraph *mg, struct sv name, struct hit *hit)
{
	for (size_t i = 0; i < name.n; i++) {
		const struct function *f;

		if (name.p[i] != '/')
			continue;
		f = metagraph_function(mg, sv_sub(name, 0, i));
		if (f && descend(f->graph, sv_sub(name, i + 1, name.n), 0, hit))
			return true;
	}
	return false;
}

/* Where the run stands: the frame that is looked at, then those around it, then the inner ones. */
static bool in_frames(const struct app *app, struct sv name, struct hit *hit)
{
	int n = app->dbg ? dbg_n_frames(app->dbg) : 0;

	for (int k = 0; k < n; k++) {
		int i = (dbg_frame_chosen(app->dbg) + k) % n;
		struct dbg_frame f;

		if (dbg_frame(app->dbg, i, &f) && graph_find(f.graph, name) != NODE_NONE) {
			*hit = (struct hit){ f.graph, graph_find(f.graph, name) };
			return true;
		}
	}
	return false;
}

/* "x:0" is x, when x:0 itself is no node. */
static struct sv without_slot(struct sv name)
{
	long colon = sv_rfind(name, ':');
	uint64_t slot;
	char digits[24] = "";

	if (colon < 1 || name.n - (size_t)colon - 1 >= sizeof(digits))
		return name;
	memcpy(digits, name.p + colon + 1, name.n - (size_t)colon - 1);
	return text_u64(digits, &slot) ? sv_sub(name, 0, (size_t)colon) : name;
}

bool node_find(const struct app *app, struct sv name, const struct graph **g, uint32_t *node,
	       struct err *err)
{
	const struct metagraph *mg = app->mg;
	hits_t hits = { 0 };
	struct hit hit = { 0 };
	bool ok = true;

	name = without_slot(name);
	if (!in_frames(app, name, &hit) && !descend(mg->graph, name, 0, &hit) &&
	    !in_function(mg, name, &hit)) {
		tails(mg, name, &hits);
		if (hits.n == 0) {
			struct str s = STR_INIT;

			str_escaped(&s, name);
			ok = err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no node \"%s\"",
				     str_z(&s));
			str_free(&s);
		} else if (hits.n == 1) {
			hit = hits.p[0];
		} else if (!only_exact(&hits, name, &hit)) {
			ok = ambiguous(&hits, name, err);
		}
	}
	vec_free(&hits);
	*g = hit.g;
	*node = hit.node;
	return ok;
}

void slice_split(struct sv text, struct sv *name, struct sv *slice)
{
	long open = text.n && text.p[text.n - 1] == ']' ? sv_rfind(text, '[') : -1;

	*name = open < 0 ? text : sv_sub(text, 0, (size_t)open);
	*slice = open < 0 ? SV_NULL : sv_sub(text, (size_t)open, text.n);
}
