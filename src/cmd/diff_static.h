/*
 * smtui diff without inputs: two models compared without a run (inspect/differ.h), as text, as JSON, or
 * on the screen. Borrows everything.
 */
#ifndef CMD_DIFF_STATIC_H
#define CMD_DIFF_STATIC_H

#include "cmd/cmd.h"
#include "inspect/differ.h"

/* What --json prints of it (schema.h). */
#define DIFF_STATIC_SCHEMA                                                                         \
	"{verdict: str, sentence: str, differences: int, nodes_a: int, nodes_b: int, weights: int, " \
	"weights_same: int, unread: int, changes: [{kind: str, matters: bool, subject: str, text: str, " \
	"a?: str, b?: str, node_a?: str, node_b?: str, variable_a?: str, variable_b?: str, " \
	"weight?: str, size?: num}]}"

/* Doors NULL: all of both models. Returns DESIGN's exit code for diff. */
int diff_static(struct cmd_call *c, const struct metagraph *a, const struct metagraph *b,
		const struct differ_door *door_a, const struct differ_door *door_b, struct err *err);

#endif
