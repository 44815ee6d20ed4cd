/* The tree shows a place: opens what is above it. And it is searched, its closed branches too. */
#include "cmd/about.h"
#include "ui/tree.h"

enum { OPENED_MAX = 500 };	/* branches for one object: names may lead round in circles */

bool tree_below(struct sv name, struct sv scope, struct sv *rest)
{
	if (!scope.n) {
		*rest = name;
		return true;
	}
	if (name.n <= scope.n + 1 || name.p[scope.n] != '/' || !sv_starts(name, scope))
		return false;
	*rest = sv_sub(name, scope.n + 1, name.n);
	return true;
}

/* ---- showing a place ---- */

static bool is_above(const struct place *up, const struct place *at)
{
	struct sv rest;

	if (up->mg != at->mg)
		return false;
	switch (up->kind) {
	case AT_OVERVIEW:
		return at->kind != AT_OVERVIEW && at->kind != AT_FINDINGS;
	case AT_SIGNATURES:
		return at->kind == AT_SIGNATURE;
	case AT_GRAPH:
		if ((at->kind != AT_NODE && at->kind != AT_GRAPH) || up->g != at->g)
			return false;
		return tree_below(at->kind == AT_NODE ? graph_node_name(at->g, at->i) : at->scope, up->scope,
			     &rest) && rest.n;
	case AT_FUNCTIONS:
		return at->kind == AT_FUNCTION ||
		       ((at->kind == AT_NODE || at->kind == AT_GRAPH) && at->g->func);
	case AT_FUNCTION:
		return (at->kind == AT_NODE || at->kind == AT_GRAPH) &&
		       at->g == up->mg->funcs[up->i].graph;
	case AT_VARIABLES:
		return at->kind == AT_VARIABLE;
	case AT_ASSETS:
		return at->kind == AT_ASSET;
	case AT_OBJECTS:
		return at->kind == AT_OBJECT;
	case AT_COLLECTIONS:
		return at->kind == AT_COLLECTION;
	default:
		return false;
	}
}

/* Is object `up` on the shortest way from the root to object `at`? */
static bool object_above(const struct object_paths *p, const struct place *up, const struct place *at)
{
	int id = (int)at->i;

	while (id >= 0 && id != (int)up->i)
		id = object_parent(p, (uint32_t)id);
	return id >= 0 && up->i != at->i;
}

/* The row's object, where the way from the root to it is the one of the rows above it. */
static bool on_the_way(const struct tree *t, size_t i, const struct object_paths *p)
{
	const struct item *it = &t->item.p[i], *up = &t->item.p[tree_parent(t, i)];
	int parent = up->at.kind == AT_OBJECT ? (int)up->at.i : 0;

	return object_parent(p, it->at.i) == parent;
}

static void reveal_object(struct view *v, const struct place *want)
{
	struct tree *t = tree_of(v);
	struct object_paths *p = object_paths_new(want->mg);
	int opened = 0;
	uint32_t n;

	metagraph_objects(want->mg, &n);
	for (size_t i = 0; want->i < n && i < t->item.n && opened < OPENED_MAX; i++) {
		const struct item *it = &t->item.p[i];
		bool object = it->at.kind == AT_OBJECT;

		if (!it->ti && place_same(&it->at, want)) {
			view_select(v, i);
			break;
		}
		if (!it->branch || it->open || it->at.mg != want->mg)
			continue;
		if (object ? on_the_way(t, i, p) && object_above(p, &it->at, want) : is_above(&it->at, want)) {
			tree_branch_open(t, i);
			opened++;
		}
	}
	object_paths_free(p);
}

void tree_reveal(struct view *v, const struct place *at)
{
	struct tree *t = tree_of(v);
	struct place want = *at;

	want.event = 0;
	if (at->kind == AT_OBJECT) {
		if (v->filter)
			view_filter(v, NULL);
		reveal_object(v, &want);
		return;
	}
	if (v->filter)
		view_filter(v, NULL);
	for (size_t i = 0; i < t->item.n; i++) {
		const struct item *it = &t->item.p[i];

		if (!it->ti && place_same(&it->at, &want)) {
			view_select(v, i);
			return;
		}
		if (it->branch && !it->open && is_above(&it->at, &want))
			tree_branch_open(t, i);
	}
}

/* ---- search over everything, open or not ---- */

static void part_add(struct tree *t, enum place_kind kind, const struct metagraph *mg, const struct graph *g,
		     uint32_t i, uint32_t n)
{
	if (n)
		vec_push(&t->part, ((struct part){ { .kind = kind, .mg = mg, .g = g, .i = i }, t->n_all, n }));
	t->n_all += n;
}

static void parts_of(struct tree *t, const struct metagraph *mg)
{
	uint32_t n;

	part_add(t, AT_SIGNATURE, mg, NULL, 0, mg->n_sigs);
	part_add(t, AT_NODE, mg, mg->graph, 0, mg->graph->n_nodes);
	metagraph_variables(mg, &n);
	part_add(t, AT_VARIABLE, mg, NULL, 0, n);
	part_add(t, AT_ASSET, mg, NULL, 0, mg->n_assets);
	metagraph_collections(mg, &n);
	part_add(t, AT_COLLECTION, mg, NULL, 0, n);
	for (uint32_t i = 0; i < mg->n_funcs; i++) {
		part_add(t, AT_FUNCTION, mg, NULL, i, 1);
		part_add(t, AT_NODE, mg, mg->funcs[i].graph, 0, mg->funcs[i].graph->n_nodes);
	}
}

size_t tree_search_n(struct view *v)
{
	struct tree *t = tree_of(v);

	for (int i = 0; !t->part.n && i < model_n_metagraphs(v->ui->app->model); i++)
		parts_of(t, model_metagraph(v->ui->app->model, i));
	return t->n_all;
}

/* Thing i of all: its part is found by halving. */
static struct place thing(const struct tree *t, size_t i)
{
	size_t lo = 0, hi = t->part.n;
	struct place at;

	while (hi - lo > 1) {
		size_t mid = lo + (hi - lo) / 2;

		if (t->part.p[mid].first <= i)
			lo = mid;
		else
			hi = mid;
	}
	at = t->part.p[lo].at;
	at.i += (uint32_t)(i - t->part.p[lo].first);
	return at;
}

size_t tree_search_here(struct view *v)
{
	struct tree *t = tree_of(v);
	struct place at;
	size_t row;

	if (!view_cur(v, &row) || !tree_place(v, row, &at))
		return t->n_all;
	for (size_t k = 0; k < t->part.n; k++) {
		const struct part *p = &t->part.p[k];

		if (p->at.kind == at.kind && p->at.mg == at.mg && (at.kind != AT_NODE || p->at.g == at.g) &&
		    at.i >= p->at.i && at.i - p->at.i < p->n)
			return p->first + (at.i - p->at.i);
	}
	return t->n_all;
}

static struct sv thing_name(const struct place *at)
{
	const struct metagraph *mg = at->mg;
	uint32_t n;

	switch (at->kind) {
	case AT_SIGNATURE:
		return mg->sigs[at->i].key;
	case AT_VARIABLE:
		return metagraph_variables(mg, &n)[at->i].name;
	case AT_ASSET:
		return mg->assets[at->i].filename;
	case AT_COLLECTION:
		return metagraph_collections(mg, &n)[at->i].name;
	case AT_FUNCTION:
		return mg->funcs[at->i].name;
	default:
		return graph_node_name(at->g, at->i);
	}
}

bool tree_search_hit(struct view *v, size_t i, const struct pattern *p)
{
	struct place at = thing(tree_of(v), i);

	if (at.kind == AT_NODE)
		return pattern_node(p, v->ui, &at);
	return !pattern_query(p) && pattern_names(p, thing_name(&at));
}

void tree_search_go(struct view *v, size_t i)
{
	struct place at = thing(tree_of(v), i);

	tree_reveal(v, &at);
}
