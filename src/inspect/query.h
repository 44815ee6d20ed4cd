/*
 * The search language over nodes: terms joined by blanks (and), "or", "not", parentheses. Ownership: query_new
 * gives, query_free takes; a query borrows the world that it is asked in.
 *
 *	conv1 /conv[0-9]$/  op:Conv*  dtype:half  shape:?,*,224,*  attr:padding=SAME  bytes:>1M
 *	in:TERM  out:TERM  func:NAME  scope:NAME  device:NAME  calls:NAME
 */
#ifndef INSPECT_QUERY_H
#define INSPECT_QUERY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "model/model.h"

struct query;
struct igraph;

/* Where shapes come from; asked only by terms that need them. */
struct query_world {
	struct igraph *(*shapes)(void *ctx, const struct graph *g);
	void *ctx;
	/* The query's own; zero at first, query_world_done frees. */
	const struct graph *shapes_of;
	struct igraph *ig;
};

/* NULL with an error that points at the term. */
struct query *query_new(const char *text, struct err *err);
void query_free(struct query *q);		/* NULL is fine */
bool query_hits(const struct query *q, struct query_world *w, const struct graph *g, uint32_t node);
/* Does a text have a term that only queries have ("op:Conv2D")? Else it is a name or a regular expression. */
bool query_is(const char *text);

/* The terms, one after the other, for help: "op:TYPE" and what it means; NULL at the end. */
const char *query_term(int i, const char **help);

/* Does text match a pattern in which * stands for anything? Case counts when the pattern has a capital. */
bool glob_hits(struct sv pattern, struct sv text);

#endif
