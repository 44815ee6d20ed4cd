/*
 * What each node of a run took, for the profiler's verbs. Ownership: costs_make fills, costs_free frees; texts are
 * the model's or the arena's.
 */
#ifndef CMD_TFDBG_COST_H
#define CMD_TFDBG_COST_H

#include "cmd/tfdbg/tfdbg.h"

struct tf_cost {
	const char *node;
	struct sv op, file, func;	/* file: "" when the model does not say */
	int64_t line;
	double start, op_us, exec_us;	/* microseconds: the kernel's; and with what the machine took around it */
};

struct tf_costs {
	struct arena *arena;
	VEC(struct tf_cost) row;	/* as they ran */
};

#define TF_DEVICE "/job:localhost/replica:0/task:0/device:CPU:0"

void costs_make(struct tf_costs *k, struct tfdbg *t);
void costs_free(struct tf_costs *k);
/* "96us", "0.023ms", "0"; false with a page's error: no such unit. unit NULL: us. */
bool cost_unit(const char *unit, double *per, const char **name, struct err *err);
void cost_text(struct str *out, double us, double per, const char *unit);

#endif
