/*
 * Pages of nodes and ops (inspect/oppage.h) as text and JSON. Ownership: borrows all it is given.
 */
#ifndef CMD_NODE_PAGE_H
#define CMD_NODE_PAGE_H

#include "base/sink.h"
#include "cmd/report.h"
#include "inspect/oppage.h"

/* What node_page_report adds to a report, for cmd.json. */
#define NODE_PAGE_JSON "does?: str, traps: [str], rule?: str, here?: str, dims?: str, problems?: [str], " \
	"arguments: [{name?: str, type?: str, shape?: str, from?: str}], " \
	"results: [{name?: str, type?: str, shape?: str}], " \
	"settings: [{name: str, type?: str, value?: str, default?: str, allowed?: str, given: bool, state: str}]"

/* Sentence, traps, rule, the rule with the node's dims. */
void node_page_doc(struct sink *out, const struct oppage *p);
void node_page_args(struct sink *out, const struct oppage *p, const struct graph *g, const struct node *n);
void node_page_attrs(struct sink *out, const struct oppage *p);
/* The same, with each attribute the op defines or the node has. The page must outlive the report. */
void node_page_report(struct report *r, const struct oppage *p);

#endif
