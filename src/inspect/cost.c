/*
 * The nodes upstream of a signature's outputs, each call by itself, each with the shapes of its call; what a node
 * costs is what its op's row says, asked with tensors that have shapes and no values.
 */
#include "inspect/cost.h"

#include <math.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "inspect/size.h"
#include "ops/op.h"

struct costing {
	struct cost *c;
	const struct metagraph *mg;
	struct infer *inf;
	VEC(struct igraph *) ig;	/* by frame */
	struct map seen;		/* variables that were counted, by the node's address */
	VEC(const void **) key;
	struct arena *scratch;
};

/* ---- shapes in a frame ---- */

static struct igraph *shapes_in(struct costing *k, const struct walk_frame *fr)
{
	struct igraph *up, *ig = NULL;

	while (k->ig.n <= fr->id)
		vec_push(&k->ig, NULL);
	if (k->ig.p[fr->id])
		return k->ig.p[fr->id];
	if (fr->up) {
		up = shapes_in(k, fr->up);	/* calls are at most as deep as a walk goes */
		ig = up ? infer_inside(up, fr->node, sv_of(fr->role)) : NULL;
	}
	if (!ig)	/* a limit was reached: the body alone */
		ig = fr->g->func ? infer_function(k->inf, fr->g->func) : infer_root(k->inf);
	return k->ig.p[fr->id] = ig;
}

/* ---- multiply-adds ---- */

static struct tensor *hollow(struct arena *a, const struct iout *o, bool *guess)
{
	int rank = o->shape.rank;
	struct tensor *t;

	if (rank < 0 || o->dtype == DT_INVALID)
		return NULL;
	t = arena_alloc(a, sizeof(*t) + (size_t)rank * sizeof(*t->dim));
	memset(t, 0, sizeof(*t));
	t->dtype = o->dtype;
	t->rank = rank;
	for (int i = 0; i < rank; i++) {
		t->dim[i] = idim_known(o->shape.dim[i]) ? o->shape.dim[i] : 1;
		*guess = *guess || !idim_known(o->shape.dim[i]);
	}
	if (!shape_count(rank, t->dim, &t->n, NULL) || t->n > INT64_MAX / 16)
		return NULL;
	t->bytes = (size_t)t->n * dtype_info(t->dtype)->size;
	return t;
}

/* Only some ops' costs ask for all; false: a tensor's rank is not known. */
static bool hollow_all(struct costing *k, struct igraph *ig, const struct node *n, struct op_ctx *c, bool *guess)
{
	struct tensor **in = arena_array(k->scratch, (size_t)n->n_in + 1, sizeof(*in));

	c->out = arena_array(k->scratch, (size_t)n->n_out + 1, sizeof(*c->out));
	c->in = in;
	for (uint32_t i = 0; i < n->n_in; i++) {
		if (n->in[i].node == NODE_NONE)
			return false;
		in[i] = hollow(k->scratch, infer_out(ig, n->in[i].node, n->in[i].slot), guess);
		if (!in[i])
			return false;
	}
	for (uint32_t i = 0; i < n->n_out; i++)
		c->out[i] = hollow(k->scratch, infer_out(ig, n->index, i), guess);
	return n->n_out && c->out[0];
}

static void macs_of(struct costing *k, struct igraph *ig, const struct node *n, struct cost_row *r)
{
	const struct op_row *row = op_find(n->op);
	struct op_ctx c = {
		.row = row, .node = n, .n_in = (int)n->n_in, .n_out = (int)n->n_out, .scratch = k->scratch
	};
	double bytes = 0;

	if (!row || !row->cost || (row->n_in >= 0 && (uint32_t)row->n_in != n->n_in))
		return;
	if (hollow_all(k, ig, n, &c, &r->guess))
		row->cost(&c, &r->macs, &bytes);
	else
		k->c->n_unknown++;
	arena_reset(k->scratch);
}

/* ---- bytes ---- */

/* What gives nothing of its own. */
static bool passes_on(struct sv op)
{
	static const char *const ops[] = {
		"Const", "VarHandleOp", "VariableV2", "Variable", "ReadVariableOp", "_Arg", "Placeholder",
		"PlaceholderWithDefault", "PlaceholderV2", "Identity", "IdentityN", "StopGradient", "PreventGradient",
		"Snapshot", "Reshape", "ExpandDims", "Squeeze", "Enter", "Exit", "Merge", "Switch", "NextIteration",
		"LoopCond", "RefEnter", "RefExit", "RefMerge", "RefSwitch", "RefNextIteration", "RefIdentity",
	};

	for (size_t i = 0; i < sizeof(ops) / sizeof(*ops); i++)
		if (sv_is(op, ops[i]))
			return true;
	return false;
}

static void bytes_of(struct igraph *ig, const struct node *n, struct cost_row *r)
{
	if (passes_on(n->op))
		return;
	for (uint32_t i = 0; i < n->n_out; i++)
		r->bytes += iout_bytes(infer_out(ig, n->index, i), i ? NULL : &r->guess);
}

/* ---- parameters ---- */

static bool first_time(struct costing *k, const void *node)
{
	const void **own;

	if (map_get(&k->seen, (struct sv){ (const char *)&node, sizeof(node) }, NULL))
		return false;
	own = xcalloc(1, sizeof(*own));
	*own = node;
	vec_push(&k->key, own);
	return map_add(&k->seen, (struct sv){ (const char *)own, sizeof(*own) }, 1);
}

enum { MAX_STEPS = 4096 };

/* Where a handle comes from, through calls: the node that makes it, or false. */
static bool handle_maker(struct costing *k, struct spot s)
{
	hops_t hops = { 0 };
	bool found = false;

	for (int step = 0; step < MAX_STEPS && !found; step++) {
		const struct node *n = graph_node(s.fr->g, s.node, NULL);
		double count = 0, bytes;

		if (n && sv_is(n->op, "VarHandleOp")) {
			struct cost_row *r = &vec_last(&k->c->row);

			found = true;
			if (node_weight(s.fr->g, s.node, &count, &bytes) && first_time(k, n)) {
				r->params += count;
				r->variable = true;
			}
			break;
		}
		hops.n = 0;
		walk_sources(k->c->walk, s, &hops);
		if (!hops.n)
			break;
		s = hops.p[0].to;
	}
	vec_free(&hops);
	return found;
}

static void params_of(struct costing *k, struct igraph *ig, const struct node *n, struct cost_row *r)
{
	double count, bytes;
	enum dtype t = DT_INVALID;
	struct spot at = r->at;

	if (node_weight(at.fr->g, n->index, &count, &bytes)) {
		enum dtype_kind kind;
		bool is_const = sv_is(n->op, "Const");

		node_attr_type(n, "dtype", &t);
		kind = dtype_info(t)->kind;
		r->variable = !is_const;
		if (!is_const ? first_time(k, n) : infer_out(ig, n->index, 0)->shape.rank > 0 &&
						   (kind == DK_FLOAT || kind == DK_COMPLEX || kind == DK_QUANT))
			r->params = count;
		return;
	}
	if (passes_on(n->op) && !sv_is(n->op, "ReadVariableOp"))
		return;
	for (uint32_t i = 0; i < n->n_in && n->in[i].node != NODE_NONE; i++)
		if (infer_out(ig, n->in[i].node, n->in[i].slot)->dtype == DT_RESOURCE)
			handle_maker(k, walk_output(k->c->walk, at.fr, n->in[i].node, n->in[i].slot));
}

/* ---- loops ---- */

static bool is_any(struct sv op, const char *a, const char *b)
{
	return sv_is(op, a) || sv_is(op, b);
}

/* How deep in V1 loops each node of a graph is; NULL: there are none. Gives. */
static uint16_t *loop_depths(const struct graph *g)
{
	VEC(uint32_t) todo = { 0 };
	uint16_t *depth = NULL;

	for (uint32_t i = 0; i < g->n_nodes; i++)
		if (is_any(graph_node_op(g, i), "Enter", "RefEnter"))
			vec_push(&todo, i);
	if (todo.n)
		depth = xcalloc(g->n_nodes, sizeof(*depth));
	for (size_t at = 0; at < todo.n; at++) {
		uint32_t i = todo.p[at], n = 0;
		struct sv op = graph_node_op(g, i);
		unsigned d = depth[i] + (is_any(op, "Enter", "RefEnter") ? 1u : 0u);
		const struct consumer *c = graph_consumers(g, i, &n, NULL);

		if (is_any(op, "Exit", "RefExit"))
			d = d ? d - 1 : 0;
		for (uint32_t j = 0; c && d && j < n; j++)
			if (!depth[c[j].node]) {
				depth[c[j].node] = (uint16_t)(d < UINT16_MAX ? d : UINT16_MAX);
				vec_push(&todo, c[j].node);
			}
	}
	vec_free(&todo);
	return depth;
}

static bool loop_around(const struct walk_frame *fr)
{
	for (; fr; fr = fr->up)
		if (!strcmp(fr->role, "body") || !strcmp(fr->role, "cond"))
			return true;
	return false;
}

/* Rows are in the order of their graphs. */
static void loops_mark(struct cost *c)
{
	const struct graph *g = NULL;
	uint16_t *depth = NULL;

	for (size_t i = 0; i < c->row.n; i++) {
		struct cost_row *r = &c->row.p[i];
		struct sv op = graph_node_op(r->at.fr->g, r->at.node);

		if (r->at.fr->g != g) {
			free(depth);
			g = r->at.fr->g;
			depth = loop_depths(g);
		}
		r->in_loop = (depth && depth[r->at.node]) || loop_around(r->at.fr);
		c->n_loops += sv_is(op, "LoopCond");
	}
	free(depth);
	for (uint32_t i = 0; i < walk_n_frames(c->walk); i++)
		c->n_loops += !strcmp(walk_frame(c->walk, i)->role, "body");
}

/* ---- all of it ---- */

static void starts(struct costing *k, struct ripple *r, const struct tensor_info *ti, int depth)
{
	struct sv names[4] = { ti->name, ti->coo[0], ti->coo[1], ti->coo[2] };
	struct edge e;

	for (int i = 0; i < 4; i++)
		if (names[i].n && graph_resolve(k->mg->graph, names[i], &e, NULL) && e.node != NODE_NONE)
			ripple_start(r, walk_output(k->c->walk, walk_base(k->c->walk, k->mg->graph), e.node, e.slot));
	for (uint32_t i = 0; depth < 8 && i < ti->n_components; i++)
		starts(k, r, &ti->components[i], depth + 1);
}

static int by_place(const void *a, const void *b)
{
	const struct cost_row *x = a, *y = b;
	uint32_t fx = x->at.fr->id, fy = y->at.fr->id;

	return fx != fy ? (fx > fy) - (fx < fy) : (x->at.node > y->at.node) - (x->at.node < y->at.node);
}

static void total_add(struct cost_group *t, const struct cost_row *r)
{
	t->n++;
	t->macs += r->macs;
	t->params += r->params;
	t->bytes += r->bytes;
	t->guess = t->guess || r->guess;
	t->in_loop = t->in_loop || r->in_loop;
}

static bool rows_fill(struct costing *k, struct ripple *r, struct err *err)
{
	struct cost *c = k->c;
	VEC(struct cost_row) all = { 0 };
	bool ok = true;

	for (size_t i = 0; i < r->at.n; i++)	/* nodes that call stand for what is in them */
		if (r->at.p[i].at.port == PORT_NODE)
			vec_push(&all, ((struct cost_row){ .at = r->at.p[i].at }));
	if (all.n)
		qsort(all.p, all.n, sizeof(*all.p), by_place);
	for (size_t i = 0; ok && i < all.n; i++) {
		struct spot at = all.p[i].at;
		const struct node *n = graph_node(at.fr->g, at.node, NULL);
		struct igraph *ig = shapes_in(k, at.fr);

		if (i % 4096 == 4095 && r->go_on)
			ok = r->go_on(r->ctx, r->at.n + i, err);
		if (!n || at.node < at.fr->g->n_args || sv_is(n->op, "VarHandleOp"))
			continue;	/* variables count where they are read */
		vec_push(&c->row, all.p[i]);
		macs_of(k, ig, n, &vec_last(&c->row));
		bytes_of(ig, n, &vec_last(&c->row));
		params_of(k, ig, n, &vec_last(&c->row));
	}
	vec_free(&all);
	return ok;
}

struct cost *cost_new(struct infer *inf, const struct metagraph *mg, const struct signature *sig,
		      bool (*go_on)(void *ctx, size_t n, struct err *err), void *ctx, struct err *err)
{
	struct cost *c = xcalloc(1, sizeof(*c));
	struct costing k = { .c = c, .mg = mg, .inf = inf, .scratch = arena_new() };
	struct ripple r;
	bool ok;

	c->walk = walk_new(mg, &(struct walk_opts){ 0 });
	ripple_init(&r, c->walk, false);
	r.go_on = go_on;
	r.ctx = ctx;
	for (uint32_t i = 0; i < sig->n_out; i++)
		starts(&k, &r, &sig->out[i], 0);
	ok = ripple_all(&r, NULL, NULL, err) && rows_fill(&k, &r, err);
	if (ok)
		loops_mark(c);
	c->limited = r.full || walk_limited(c->walk) || infer_limited(inf);
	for (size_t i = 0; i < c->row.n; i++) {
		total_add(&c->total, &c->row.p[i]);
		c->variables += c->row.p[i].variable ? c->row.p[i].params : 0;
	}
	ripple_free(&r);
	vec_free(&k.ig);
	map_free(&k.seen);
	for (size_t i = 0; i < k.key.n; i++)
		free(k.key.p[i]);
	vec_free(&k.key);
	arena_free(k.scratch);
	if (ok)
		return c;
	cost_free(c);
	return NULL;
}

void cost_free(struct cost *c)
{
	if (!c)
		return;
	for (size_t i = 0; i < c->name.n; i++)
		free(c->name.p[i]);
	vec_free(&c->name);
	vec_free(&c->row);
	walk_free(c->walk);
	free(c);
}

/* ---- groups ---- */

/* A plain call gives the scope that it is in, its node's own name says nothing; loops and branches stay. */
static void scope_prefix(struct str *out, const struct walk_frame *fr)
{
	struct sv call;
	long slash;

	if (!fr->up)
		return;
	scope_prefix(out, fr->up);
	call = graph_node_name(fr->up->g, fr->node);
	slash = sv_rfind(call, '/');
	if (!*fr->role)
		call.n = slash < 0 ? 0 : (size_t)slash;
	str_escaped(out, call);
	if (call.n)
		str_addc(out, '/');
	if (*fr->role)
		str_addf(out, "%s/", fr->role);
}

static void scope_name(struct str *out, struct spot s, int depth)
{
	scope_prefix(out, s.fr);
	str_escaped(out, graph_node_name(s.fr->g, s.node));
	while (out->n && out->p[out->n - 1] != '/')
		out->n--;
	if (out->n)
		out->n--;
	for (size_t i = 0; depth > 0 && i < out->n; i++)
		if (out->p[i] == '/' && --depth == 0)
			out->n = i;
	if (!out->n)
		str_addz(out, ".");
	out->p[out->n] = '\0';
}

static void group_name(struct str *out, const struct cost_row *r, enum cost_by by, int depth)
{
	str_clear(out);
	if (by == COST_BY_NODE)
		spot_path(out, r->at);
	else if (by == COST_BY_OP)
		str_escaped(out, graph_node_op(r->at.fr->g, r->at.node));
	else
		scope_name(out, r->at, depth);
}

#define BY_FALLING(fn, what) \
	static int fn(const void *a, const void *b) \
	{ \
		const struct cost_group *x = a, *y = b; \
		return x->what != y->what ? (x->what < y->what) - (x->what > y->what) : sv_natcmp(x->name, y->name); \
	}

BY_FALLING(by_macs, macs)
BY_FALLING(by_params, params)
BY_FALLING(by_bytes, bytes)

static int by_name(const void *a, const void *b)
{
	return sv_natcmp(((const struct cost_group *)a)->name, ((const struct cost_group *)b)->name);
}

struct cost_group *cost_groups(struct cost *c, enum cost_by by, int depth, enum cost_sort sort, size_t *n)
{
	static int (*const order[])(const void *, const void *) = {
		[COST_SORT_MACS] = by_macs, [COST_SORT_PARAMS] = by_params, [COST_SORT_BYTES] = by_bytes,
		[COST_SORT_NAME] = by_name,
	};
	VEC(struct cost_group) g = { 0 };
	struct map at = MAP_INIT;
	struct str s = STR_INIT;

	for (size_t i = 0; i < c->row.n; i++) {
		const struct cost_row *r = &c->row.p[i];
		uint64_t k;

		group_name(&s, r, by, depth);
		if (by == COST_BY_NODE || !map_get(&at, str_sv(&s), &k)) {
			vec_push(&c->name, xsvdup(str_sv(&s)));
			k = g.n;
			vec_push(&g, ((struct cost_group){ .name = { vec_last(&c->name), s.n }, .node = (uint32_t)i }));
			if (by != COST_BY_NODE)
				map_add(&at, g.p[k].name, k);
		}
		total_add(&g.p[k], r);
	}
	str_free(&s);
	map_free(&at);
	if (order[sort] && g.n)
		qsort(g.p, g.n, sizeof(*g.p), order[sort]);
	*n = g.n;
	return g.p;
}

void cost_number(struct str *out, double v)
{
	static const char unit[] = { ' ', 'K', 'M', 'G', 'T', 'P' };
	size_t u = 0;

	for (; v >= 999.95 && u + 1 < sizeof(unit); u++)
		v /= 1000;
	if (!u)
		str_addf(out, "%.0f", v);
	else
		str_addf(out, "%.1f%c", v, unit[u]);
}
