/* Names of places, and short texts that several views need. */
#include "ui/view.h"

#include <stdlib.h>

#include "cmd/table.h"

bool place_same(const struct place *a, const struct place *b)
{
	return a->kind == b->kind && a->mg == b->mg && a->g == b->g && a->i == b->i &&
	       a->event == b->event && sv_eq(a->scope, b->scope);
}

static const struct object_node *object_of(const struct place *at)
{
	uint32_t n;
	const struct object_node *o = metagraph_objects(at->mg, &n);

	return at->i < n ? &o[at->i] : NULL;
}

static void graph_title(const struct place *at, struct row *r)
{
	row_add(r, ST_TITLE, at->g->func ? "function " : "graph");
	if (at->g->func)
		row_name(r, ST_TITLE, at->g->func->name);
	if (at->scope.n) {
		row_add(r, ST_TITLE, ": ");
		row_name(r, ST_TITLE, at->scope);
		row_add(r, ST_TITLE, "/");
	}
}

static void item_title(const struct place *at, struct row *r)
{
	const struct variable *v;
	uint32_t n;

	switch (at->kind) {
	case AT_SIGNATURE:
		row_add(r, ST_TITLE, "signature ");
		row_name(r, ST_TITLE, at->mg->sigs[at->i].key);
		break;
	case AT_NODE:
		row_name(r, ST_TITLE, graph_node_name(at->g, at->i));
		break;
	case AT_FUNCTION:
		row_add(r, ST_TITLE, "function ");
		row_name(r, ST_TITLE, at->mg->funcs[at->i].name);
		break;
	case AT_VARIABLE:
		v = metagraph_variables(at->mg, &n);
		row_add(r, ST_TITLE, "variable ");
		row_name(r, ST_TITLE, v[at->i].name);
		break;
	case AT_OBJECT:
		row_addf(r, ST_TITLE, "object %u ", at->i);
		if (object_of(at))
			row_name(r, ST_TITLE, object_of(at)->label);
		break;
	case AT_ASSET:
		row_add(r, ST_TITLE, "asset ");
		row_name(r, ST_TITLE, at->mg->assets[at->i].filename);
		break;
	case AT_COLLECTION: {
		const struct collection *c = metagraph_collections(at->mg, &n);

		row_add(r, ST_TITLE, "collection ");
		row_name(r, ST_TITLE, c[at->i].name);
		break;
	}
	default:
		break;
	}
}

void place_title(const struct place *at, struct row *r)
{
	static const char *const fixed[] = {
		[AT_OVERVIEW] = "overview", [AT_SIGNATURES] = "signatures", [AT_FUNCTIONS] = "functions",
		[AT_VARIABLES] = "variables", [AT_OBJECTS] = "objects", [AT_ASSETS] = "assets",
		[AT_META] = "info", [AT_COLLECTIONS] = "collections", [AT_FILES] = "files",
		[AT_FILE] = "file", [AT_FINDINGS] = "findings", [AT_DIFF] = "two models",
		[AT_GAPS] = "two runs", [AT_GAP] = "a tensor of both", [AT_TREE] = "model", [AT_FORM] = "run",
		[AT_STEPS] = "nodes", [AT_TENSOR] = "tensor", [AT_BREAKS] = "breakpoints", [AT_EDITS] = "edits",
		[AT_HISTORY] = "history", [AT_HELP] = "help", [AT_TEXT] = "", [AT_PLACES] = "places and marks",
	};

	if (at->kind == AT_GRAPH)
		graph_title(at, r);
	else if (at->kind < sizeof(fixed) / sizeof(*fixed) && fixed[at->kind])
		row_add(r, ST_TITLE, fixed[at->kind]);
	else
		item_title(at, r);
}

/* The name of what a place stands for, as commands take it; false: it has none. */
bool place_name(const struct place *at, struct str *out)
{
	const struct variable *v;
	uint32_t n;

	switch (at->kind) {
	case AT_NODE:
		str_add(out, graph_node_name(at->g, at->i));
		return true;
	case AT_SIGNATURE:
		str_add(out, at->mg->sigs[at->i].key);
		return true;
	case AT_FUNCTION:
		str_add(out, at->mg->funcs[at->i].name);
		return true;
	case AT_ASSET:
		str_add(out, at->mg->assets[at->i].filename);
		return true;
	case AT_VARIABLE:
		v = metagraph_variables(at->mg, &n);
		str_add(out, v[at->i].name);
		return true;
	default:
		return false;
	}
}

void text_count(struct str *out, uint64_t n)
{
	char *z = text_thousands((int64_t)n);

	str_addz(out, z);
	free(z);
}

void text_size(struct str *out, uint64_t bytes)
{
	char *z = text_bytes(bytes);

	str_addz(out, z);
	free(z);
}

/* The shape that the file gives for an output, when it does. */
static bool out_shape(const struct graph *g, const struct node *n, uint32_t slot, struct shape *s)
{
	const struct attr_value *items;
	uint32_t count;

	if (node_attr_list(n, "_output_shapes", &items, &count) && slot < count &&
	    items[slot].kind == ATTR_SHAPE) {
		*s = items[slot].shape;
		return true;
	}
	(void)g;
	return slot == 0 &&
	       (sv_is(n->op, "Placeholder") || sv_is(n->op, "VarHandleOp") || sv_is(n->op, "VariableV2")) &&
	       node_attr_shape(n, "shape", s);
}

void node_out_text(const struct graph *g, const struct node *n, uint32_t slot, struct row *r)
{
	struct str s = STR_INIT;
	struct shape shape;

	if (slot >= n->n_out || n->out_type[slot] == DT_INVALID)
		row_add(r, ST_DIM, "?");
	else
		row_add(r, ST_TYPE, dtype_info(n->out_type[slot])->name);
	if (out_shape(g, n, slot, &shape)) {
		shape_str_py(&s, shape);
		row_addf(r, ST_TEXT, " %s", str_z(&s));
	}
	str_free(&s);
}
