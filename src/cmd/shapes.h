/*
 * Inferred shapes as commands show them. Ownership: the app owns the inference; all else borrows from it.
 */
#ifndef CMD_SHAPES_H
#define CMD_SHAPES_H

#include "cmd/cmd.h"
#include "cmd/json.h"
#include "infer/infer.h"

struct infer *app_infer(struct app *app, int64_t batch);	/* batch 0: unknown */
/* The MetaGraph's graph, or a function's body as it is called. */
struct igraph *app_shapes(struct app *app, const struct graph *g, int64_t batch);
/* "float32 [?batch,10]; int32 []": the node's outputs. */
void shapes_text(struct str *s, struct igraph *ig, uint32_t node);
/* ["?batch", 10], or null for an unknown rank. */
void ishape_json(struct json *j, const struct infer *inf, struct ishape shape);
void output_text(struct str *s, struct igraph *ig, uint32_t node, uint32_t slot);	/* one of them */
/* "outputs": [{"dtype": "float32", "shape": ["?batch", 10]}] */
void shapes_json(struct json *j, struct igraph *ig, uint32_t node);

#endif
