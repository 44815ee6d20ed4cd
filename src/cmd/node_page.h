/*
 * Pages of nodes and ops (inspect/oppage.h) as text and JSON. Ownership: borrows all it is given.
 */
#ifndef CMD_NODE_PAGE_H
#define CMD_NODE_PAGE_H

#include "cmd/json.h"
#include "inspect/oppage.h"

/* What --json prints for node and op. */
#define PAGE_JSON_DOC "does: str|null, traps: [str], rule: str|null"
#define PAGE_JSON_ATTRS "attributes: [{name: str, type: str|null, value: str|null, default: str|null, " \
	"allowed: str|null, given: bool, state: str}]"
#define PAGE_JSON_NODE "{name: str, op: str, known: bool, device: str, function: str|null, " PAGE_JSON_DOC \
	", here: str|null, dims: str|null, problems: [str], inputs: [{name: str|null, type: str|null, shape: [int|str]|null, from: str}], " \
	"control_inputs: [str], outputs: [{name: str|null, type: str|null, shape: [int|str]|null}], " \
	"recipients: [{node: str, op: str, output: int|null, input: int|null}], " PAGE_JSON_ATTRS "}"
#define PAGE_JSON_OP "{op: str, known: bool, kernel: bool, stateful: bool, deprecated: int|null, " PAGE_JSON_DOC \
	", inputs: [{name: str, type: str}], outputs: [{name: str, type: str}], " PAGE_JSON_ATTRS "}"

/* Sentence, traps, rule, the rule with the node's dims. */
void page_doc_print(struct sink *out, const struct oppage *p);
void page_args_print(struct sink *out, const struct oppage *p, const struct graph *g, const struct node *n);
void page_attrs_print(struct sink *out, const struct oppage *p);
/* ig: as the page was made. */
bool page_node_json(struct sink *out, const struct oppage *p, const struct graph *g, const struct node *n,
		    struct igraph *ig, struct err *err);
void page_op_json(struct sink *out, const struct oppage *p, struct sv op);

#endif
