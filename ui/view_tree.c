/*
 * The tree: tag sets > signatures > inputs and outputs; graph by name scopes; functions; variables; objects;
 * assets; collections; files; info. One list of the rows that are open; a branch is made when it is opened, by
 * one pass over what it holds, so that a graph of a million nodes costs nothing until somebody looks.
 */
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "cmd/about.h"
#include "cmd/note.h"
#include "inspect/calls.h"
#include "inspect/cost.h"
#include "inspect/size.h"
#include "ui/tree.h"

enum { MAX_OBJECT_DEPTH = 60, MAX_UNFOLD = 5000 };

static void put(struct tree *t, size_t at, const struct item *items, size_t n)
{
	vec_reserve(&t->item, t->item.n + n);
	memmove(t->item.p + at + n, t->item.p + at, (t->item.n - at) * sizeof(*t->item.p));
	memcpy(t->item.p + at, items, n * sizeof(*items));
	t->item.n += n;
}

/* ---- children ---- */

typedef VEC(struct item) items_t;

static void child(items_t *out, const struct item *up, struct place at, bool branch)
{
	vec_push(out, ((struct item){ .at = at, .depth = up->depth + 1, .branch = branch }));
}

static struct place at_of(const struct item *up, enum place_kind kind, uint32_t i)
{
	return (struct place){ .kind = kind, .mg = up->at.mg, .i = i };
}

static void metagraph_children(items_t *out, const struct item *up)
{
	const struct metagraph *mg = up->at.mg;
	struct place graph = { .kind = AT_GRAPH, .mg = mg, .g = mg->graph };
	uint32_t n;

	child(out, up, at_of(up, AT_SIGNATURES, 0), mg->n_sigs > 0);
	child(out, up, graph, mg->graph->n_nodes > 0);
	child(out, up, at_of(up, AT_FUNCTIONS, 0), mg->n_funcs > 0);
	metagraph_variables(mg, &n);
	child(out, up, at_of(up, AT_VARIABLES, 0), n > 0);
	metagraph_objects(mg, &n);
	if (n)
		child(out, up, at_of(up, AT_OBJECTS, 0), true);
	child(out, up, at_of(up, AT_ASSETS, 0), mg->n_assets > 0);
	metagraph_collections(mg, &n);
	if (n)
		child(out, up, at_of(up, AT_COLLECTIONS, 0), true);
	if (model_form(mg->model) < MODEL_CHECKPOINT)
		child(out, up, at_of(up, AT_FILES, 0), false);
	child(out, up, at_of(up, AT_META, 0), false);
}

static void info_child(items_t *out, const struct item *up, const struct tensor_info *ti, bool output)
{
	struct place to = { .kind = AT_SIGNATURE, .mg = up->at.mg, .i = up->at.i };
	struct edge e;

	if (ti->encoding == TI_NAME && graph_resolve(up->at.mg->graph, ti->name, &e, NULL))
		to = (struct place){ .kind = AT_NODE, .mg = up->at.mg, .g = up->at.mg->graph, .i = e.node };
	vec_push(out, ((struct item){ .at = to, .depth = up->depth + 1, .ti = ti, .output = output }));
}

static void signature_children(items_t *out, const struct item *up)
{
	const struct signature *s = &up->at.mg->sigs[up->at.i];

	for (uint32_t i = 0; i < s->n_in; i++)
		info_child(out, up, &s->in[i], false);
	for (uint32_t i = 0; i < s->n_out; i++)
		info_child(out, up, &s->out[i], true);
}

static int by_name(const void *a, const void *b)
{
	const struct item *x = a, *y = b;
	int c;

	if ((x->at.kind == AT_GRAPH) != (y->at.kind == AT_GRAPH))
		return x->at.kind == AT_GRAPH ? -1 : 1;
	c = sv_natcmp(x->name, y->name);
	return c ? c : (x->at.i > y->at.i) - (x->at.i < y->at.i);
}

static double variable_elements(const struct graph *g, uint32_t i)
{
	double count, bytes;

	return !sv_is(graph_node_op(g, i), "Const") && node_weight(g, i, &count, &bytes) ? count : 0;
}

/* A node that calls opens to its functions. */
static bool node_calls(const struct graph *g, uint32_t i)
{
	const struct node *n = calls_may(g->mg, graph_node_op(g, i)) ? graph_node(g, i, NULL) : NULL;

	return n && calls_first(g->mg, n);
}

static void call_children(items_t *out, const struct item *up)
{
	const struct node *n = graph_node(up->at.g, up->at.i, NULL);
	calls_t c = { 0 };

	if (n)
		calls_of(up->at.mg, n, &c);
	for (size_t i = 0; i < c.n; i++)
		child(out, up, at_of(up, AT_FUNCTION, (uint32_t)(c.p[i].f - up->at.mg->funcs)),
		      c.p[i].f->graph->n_nodes > 0 && up->depth < MAX_OBJECT_DEPTH);
	vec_free(&c);
}

static void scope_children(items_t *out, const struct item *up)
{
	const struct graph *g = up->at.g;
	struct map seen = MAP_INIT;
	size_t first = out->n;

	for (uint32_t i = 0; i < g->n_nodes; i++) {
		struct sv name = graph_node_name(g, i), rest;
		struct place at = { .kind = AT_NODE, .mg = up->at.mg, .g = g, .i = i };
		uint64_t k;
		long slash;

		if (!tree_below(name, up->at.scope, &rest))
			continue;
		slash = sv_find(rest, '/');
		if (slash <= 0) {
			child(out, up, at, node_calls(g, i));
			vec_last(out).name = rest;
			continue;
		}
		if (map_get(&seen, sv_sub(rest, 0, (size_t)slash), &k)) {
			out->p[k].count++;
			out->p[k].params += variable_elements(g, i);
			continue;
		}
		map_add(&seen, sv_sub(rest, 0, (size_t)slash), out->n);
		at.kind = AT_GRAPH;
		at.i = 0;
		at.scope = sv_sub(name, 0, name.n - rest.n + (size_t)slash);
		child(out, up, at, true);
		vec_last(out).name = sv_sub(rest, 0, (size_t)slash);
		vec_last(out).count = 1;
		vec_last(out).params = variable_elements(g, i);
	}
	map_free(&seen);
	if (out->n > first)
		qsort(out->p + first, out->n - first, sizeof(*out->p), by_name);
}

static void object_children(items_t *out, const struct item *up, uint32_t id)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(up->at.mg, &n);

	for (uint32_t i = 0; id < n && i < o[id].n_children; i++) {
		const struct object_child *c = &o[id].children[i];

		if (c->id < 0 || (uint32_t)c->id >= n)
			continue;
		child(out, up, at_of(up, AT_OBJECT, (uint32_t)c->id),
		      o[c->id].n_children > 0 && up->depth < MAX_OBJECT_DEPTH);
		vec_last(out).name = c->name;
	}
}

static void children(items_t *out, const struct item *up)
{
	const struct metagraph *mg = up->at.mg;
	uint32_t n = 0;

	switch (up->at.kind) {
	case AT_OVERVIEW:
		metagraph_children(out, up);
		break;
	case AT_SIGNATURES:
		for (uint32_t i = 0; i < mg->n_sigs; i++)
			child(out, up, at_of(up, AT_SIGNATURE, i), mg->sigs[i].n_in + mg->sigs[i].n_out > 0);
		break;
	case AT_SIGNATURE:
		signature_children(out, up);
		break;
	case AT_GRAPH:
		scope_children(out, up);
		break;
	case AT_FUNCTIONS:
		for (uint32_t i = 0; i < mg->n_funcs; i++)
			child(out, up, at_of(up, AT_FUNCTION, i), mg->funcs[i].graph->n_nodes > 0);
		break;
	case AT_FUNCTION: {
		struct item body = *up;

		body.at.kind = AT_GRAPH;
		body.at.g = mg->funcs[up->at.i].graph;
		scope_children(out, &body);
		break;
	}
	case AT_NODE:
		call_children(out, up);
		break;
	case AT_VARIABLES:
		metagraph_variables(mg, &n);
		for (uint32_t i = 0; i < n; i++)
			child(out, up, at_of(up, AT_VARIABLE, i), false);
		break;
	case AT_OBJECTS:
		object_children(out, up, 0);
		break;
	case AT_OBJECT:
		object_children(out, up, up->at.i);
		break;
	case AT_ASSETS:
		for (uint32_t i = 0; i < mg->n_assets; i++)
			child(out, up, at_of(up, AT_ASSET, i), false);
		break;
	case AT_COLLECTIONS:
		metagraph_collections(mg, &n);
		for (uint32_t i = 0; i < n; i++)
			child(out, up, at_of(up, AT_COLLECTION, i), false);
		break;
	default:
		break;
	}
}

void tree_branch_open(struct tree *t, size_t i)
{
	items_t kids = { 0 };

	if (i >= t->item.n || !t->item.p[i].branch || t->item.p[i].open)
		return;
	t->item.p[i].open = true;
	children(&kids, &t->item.p[i]);
	if (kids.n)
		put(t, i + 1, kids.p, kids.n);
	vec_free(&kids);
}

static void branch_close(struct tree *t, size_t i)
{
	size_t end = i + 1;

	if (!t->item.p[i].open)
		return;
	while (end < t->item.n && t->item.p[end].depth > t->item.p[i].depth)
		end++;
	memmove(t->item.p + i + 1, t->item.p + end, (t->item.n - end) * sizeof(*t->item.p));
	t->item.n -= end - i - 1;
	t->item.p[i].open = false;
}

/* ---- life ---- */

static void tree_open(struct view *v)
{
	const struct model *m = v->ui->app->model;
	struct tree *t = tree_of(v);
	int n = model_n_metagraphs(m);

	for (int i = 0; i < n; i++) {
		struct place at = { .kind = AT_OVERVIEW, .mg = model_metagraph(m, i) };
		struct item it = { .at = at, .branch = true };

		vec_push(&t->item, it);
	}
	if (model_n_damage(m) && n) {
		struct place at = { .kind = AT_FINDINGS, .mg = model_metagraph(m, 0) };

		vec_push(&t->item, ((struct item){ .at = at }));
	}
	for (size_t i = t->item.n; i-- > 0;)
		if (t->item.p[i].at.mg == v->ui->app->mg)
			tree_branch_open(t, i);
	for (size_t i = t->item.n; i-- > 0;)
		if (t->item.p[i].at.kind == AT_SIGNATURES && t->item.p[i].at.mg->n_sigs < 12)
			tree_branch_open(t, i);
}

static void tree_close(struct view *v)
{
	vec_free(&tree_of(v)->item);
	vec_free(&tree_of(v)->part);
}

static size_t tree_count(struct view *v)
{
	return tree_of(v)->item.n;
}

/* ---- drawing ---- */

static void count_add(struct row *r, uint64_t n)
{
	struct str s = STR_INIT;

	text_count(&s, n);
	row_addf(r, ST_DIM, "  %s", str_z(&s));
	str_free(&s);
}

static void params_add(struct row *r, double n)
{
	struct str s = STR_INIT;

	if (n <= 0)
		return;
	cost_number(&s, n);
	row_addf(r, ST_DIM, ", %s params", str_z(&s));
	str_free(&s);
}

static void info_draw(const struct item *it, struct row *r)
{
	struct str s = STR_INIT;
	const struct tensor_info *ti = it->ti;

	row_add(r, ST_DIM, it->output ? "out " : "in  ");
	row_name(r, ST_TEXT, ti->key);
	if (ti->dtype != DT_INVALID && dtype_enum_name(ti->dtype))
		row_addf(r, ST_TYPE, "  %s", dtype_info(dtype_base((enum dtype)ti->dtype))->name);
	if (ti->dtype != DT_INVALID && ti->encoding == TI_NAME && ti->has_shape) {
		shape_str_py(&s, ti->shape);
		row_addf(r, ST_TEXT, " %s", str_z(&s));
	} else if (ti->encoding == TI_COO_SPARSE || ti->encoding == TI_COMPOSITE) {
		row_add(r, ST_DIM, ti->encoding == TI_COMPOSITE ? " composite" : " sparse");
	}
	str_free(&s);
}

static void group_draw(const struct item *it, struct row *r)
{
	const struct metagraph *mg = it->at.mg;
	uint32_t n = 0;

	switch (it->at.kind) {
	case AT_SIGNATURES:
		row_add(r, ST_TEXT, "signatures");
		count_add(r, mg->n_sigs);
		break;
	case AT_FUNCTIONS:
		row_add(r, ST_TEXT, "functions");
		count_add(r, mg->n_funcs);
		break;
	case AT_VARIABLES:
		metagraph_variables(mg, &n);
		row_add(r, ST_TEXT, "variables");
		count_add(r, n);
		break;
	case AT_OBJECTS:
		metagraph_objects(mg, &n);
		row_add(r, ST_TEXT, "objects");
		count_add(r, n);
		break;
	case AT_ASSETS:
		row_add(r, ST_TEXT, "assets");
		count_add(r, mg->n_assets);
		break;
	case AT_COLLECTIONS:
		metagraph_collections(mg, &n);
		row_add(r, ST_TEXT, "collections");
		count_add(r, n);
		break;
	case AT_FILES:
		row_add(r, ST_TEXT, "files");
		break;
	case AT_META:
		row_add(r, ST_TEXT, "info");
		break;
	case AT_FINDINGS:
		row_add(r, ST_BAD, "damaged");
		count_add(r, model_n_damage(mg->model));
		break;
	default:
		break;
	}
}

/* Python's name, then what Keras calls it or what it is. A big model's JSON is left to its page. */
static void object_draw(const struct item *it, struct row *r)
{
	enum { JSON_MAX = 16384 };
	uint32_t n;
	const struct object_node *o = &metagraph_objects(it->at.mg, &n)[it->at.i];
	struct str keras = STR_INIT;

	row_name(r, ST_TEXT, it->name);
	row_add(r, ST_TEXT, "  ");
	if (o->metadata.n && o->metadata.n < JSON_MAX)
		object_keras_name(o, &keras);
	if (keras.n)
		row_name(r, ST_OP, str_sv(&keras));
	else if (o->variable)
		row_name(r, ST_LINK, o->variable->name);
	else if (o->label.n)
		row_name(r, ST_DIM, o->label);
	else
		row_add(r, ST_DIM, object_kind_name(o->kind));
	str_free(&keras);
}

static void leaf_draw(struct view *v, const struct item *it, struct row *r)
{
	const struct metagraph *mg = it->at.mg;
	const struct variable *vars;
	uint32_t n;

	switch (it->at.kind) {
	case AT_OVERVIEW:
		row_add(r, ST_TEXT, "tag set ");
		for (uint32_t i = 0; i < mg->n_tags; i++) {
			row_add(r, ST_DIM, i ? "," : "");
			row_name(r, ST_HEAD, mg->tags[i]);
		}
		if (!mg->n_tags)
			row_add(r, ST_DIM, "(no tags)");
		break;
	case AT_SIGNATURE:
		row_name(r, ST_TEXT, mg->sigs[it->at.i].key);
		break;
	case AT_GRAPH:
		if (!it->name.n) {
			row_add(r, ST_TEXT, "graph");
			count_add(r, it->at.g->n_nodes);
			break;
		}
		row_name(r, ST_TEXT, it->name);
		row_add(r, ST_TEXT, "/");
		count_add(r, it->count);
		params_add(r, it->params);
		break;
	case AT_NODE:
		row_name(r, ST_TEXT, it->name);
		row_add(r, ST_WARN, note_at(v->ui->app, it->at.g, it->at.i) ? " ; " : "  ");
		row_name(r, ST_OP, graph_node_op(it->at.g, it->at.i));
		break;
	case AT_FUNCTION:
		row_name(r, ST_TEXT, mg->funcs[it->at.i].name);
		break;
	case AT_VARIABLE:
		vars = metagraph_variables(mg, &n);
		row_name(r, ST_TEXT, vars[it->at.i].name);
		break;
	case AT_OBJECT:
		object_draw(it, r);
		break;
	case AT_ASSET:
		row_name(r, ST_TEXT, mg->assets[it->at.i].filename);
		break;
	case AT_COLLECTION:
		row_name(r, ST_TEXT, metagraph_collections(mg, &n)[it->at.i].name);
		break;
	default:
		group_draw(it, r);
	}
}

static void tree_draw(struct view *v, size_t i, struct row *r)
{
	const struct item *it = &tree_of(v)->item.p[i];

	for (int k = 0; k < it->depth && k < v->w / 5; k++)
		row_add(r, ST_TEXT, "  ");
	if (it->depth > v->w / 5)	/* no room to go further in: the level as a number */
		row_addf(r, ST_DIM, "%d ", it->depth);
	row_add(r, ST_DIM, it->branch ? (it->open ? "▾ " : "▸ ") : "  ");
	if (it->ti)
		info_draw(it, r);
	else
		leaf_draw(v, it, r);
}

bool tree_place(struct view *v, size_t i, struct place *out)
{
	*out = tree_of(v)->item.p[i].at;
	return true;
}

static struct tensor *tree_tensor(struct view *v, size_t i, struct str *label)
{
	const struct item *it = &tree_of(v)->item.p[i];

	return it->at.kind == AT_VARIABLE ? variable_value(it->at.mg, it->at.i, label) : NULL;
}

/* ---- folding ---- */

size_t tree_parent(const struct tree *t, size_t i)
{
	int depth = t->item.p[i].depth;

	while (i > 0 && t->item.p[i].depth >= depth)
		i--;
	return i;
}

/* Everything below a branch, down to where the tree would get too long; or nothing. */
static void unfold_all(struct view *v, size_t row)
{
	struct tree *t = tree_of(v);
	int depth = t->item.p[row].depth;
	size_t room = t->item.n + MAX_UNFOLD;

	tree_branch_open(t, row);
	for (size_t i = row + 1; i < t->item.n && t->item.p[i].depth > depth && t->item.n < room; i++)
		if (t->item.p[i].at.kind != AT_NODE)	/* functions stay folded: they may call themselves */
			tree_branch_open(t, i);
	if (t->item.n >= room)
		ui_say(v->ui, ST_DIM, "unfolded as far as %d rows go", MAX_UNFOLD);
}

static bool tree_action(struct view *v, const char *a)
{
	struct tree *t = tree_of(v);
	size_t row;

	if (!view_cur(v, &row))
		return false;
	if (!strcmp(a, "right")) {
		if (t->item.p[row].branch && !t->item.p[row].open)
			tree_branch_open(t, row);
		else if (t->item.p[row].open && row + 1 < t->item.n)
			view_select(v, row + 1);
	} else if (!strcmp(a, "left")) {
		if (t->item.p[row].open)
			branch_close(t, row);
		else
			view_select(v, tree_parent(t, row));
	} else if (!strcmp(a, "unfold-all")) {
		unfold_all(v, row);
	} else if (!strcmp(a, "fold-all")) {
		if (!t->item.p[row].branch)
			row = tree_parent(t, row);
		branch_close(t, row);
		view_select(v, row);
	} else if (!strcmp(a, "open") && t->item.p[row].at.kind == AT_NODE && t->item.p[row].branch) {
		ui_go(v->ui, &t->item.p[row].at);
	} else if (!strcmp(a, "open") && t->item.p[row].branch && !t->item.p[row].open) {
		tree_branch_open(t, row);
	} else if (!strcmp(a, "open") && t->item.p[row].branch && t->item.p[row].at.kind != AT_FUNCTION &&
		   t->item.p[row].at.kind != AT_SIGNATURE) {
		branch_close(t, row);
	} else if (!strcmp(a, "open")) {
		ui_go(v->ui, &t->item.p[row].at);
	} else {
		return false;
	}
	view_refilter(v);
	return true;
}

const struct view_ops view_tree = {
	.kind = AT_TREE, .size = sizeof(struct tree), .ctx = CTX_TREE,
	.open = tree_open, .close = tree_close, .count = tree_count, .draw = tree_draw,
	.place = tree_place, .tensor = tree_tensor, .action = tree_action, .search_n = tree_search_n,
	.search_here = tree_search_here, .search_hit = tree_search_hit, .search_go = tree_search_go,
};
