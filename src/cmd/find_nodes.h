/*
 * What the commands over nodes share: which graphs, which query, a tree of what goes in or comes out, what is
 * upstream. Borrows everything.
 */
#ifndef CMD_FIND_NODES_H
#define CMD_FIND_NODES_H

#include "cmd/json.h"
#include "cmd/rows.h"
#include "inspect/query.h"
#include "inspect/walk.h"

/* The query's world: shapes of the app's model. */
struct query_world app_world(struct app *app);
/* The operands from `first` on as one query. NULL with an error. */
struct query *call_query(struct cmd_call *c, int first, struct err *err);
/* The graph (i == 0) and the functions, or only that of --function; NULL at the end. */
bool call_graphs(struct cmd_call *c, const struct graph **only, struct err *err);
const struct graph *graph_at(const struct metagraph *mg, const struct graph *only, uint32_t i);
/* "function/name", as node_find takes it. */
void node_text(struct str *out, const struct graph *g, uint32_t node);

/* nodes --inputs, --outputs: lines for one node; *left counts lines down. */
struct tree_opts {
	bool outputs, control;
	int depth;
	size_t left;
};
/* false with an error when ^C came. */
bool node_tree(struct cmd_call *c, struct walk *w, const struct graph *g, uint32_t node, struct tree_opts *o,
	       struct json *j, struct err *err);
/* nodes --upstream. */
int upstream_exec(struct cmd_call *c, const char *output, const struct query *q, struct err *err);

#endif
