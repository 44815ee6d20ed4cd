/*
 * diff --against: one model on two inputs. Borrows everything.
 */
#ifndef CMD_DIFF_TWICE_H
#define CMD_DIFF_TWICE_H

#include "cmd/diff_sides.h"

/* Both sides of p->d are recorded. Prints; the exit code. */
int diff_twice(struct sides *p, struct err *err);

#define DIFF_TWICE_SCHEMA                                                                          \
	"{verdict: str, inputs: [{key: str, different: int, abs?: num, rel?: num}], node?: str, "  \
	"sentence?: str, "                                                                         \
	"differ: int, ends: int, untouched: int, only_a: int, only_b: int, "                       \
	"ends_at: [{node: str, op: str, different: int, in_rel?: num, rel?: num}], "               \
	"outputs: [{key: str, different: int, abs?: num, rel?: num}], rows?: " GAPS_SCHEMA "}"

#endif
