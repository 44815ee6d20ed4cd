/* list_tensors: what the run's nodes made, in the order of time. */
#include <inttypes.h>

#include "cmd/tfdbg/verbs.h"

static bool lt_exec(struct tf_call *c, struct err *err)
{
	uint64_t n = 0;

	(void)err;
	for (uint64_t i = 0; i < dbg_n_events(c->t->dbg); i++) {
		struct dbg_event e;

		for (int k = 0; dbg_event(c->t->dbg, i, &e) && k < e.n_out; k++)
			n++;
	}
	rich_add(c->out, "%" PRIu64 " dumped tensor(s):", n);
	return true;
}

const struct tf_verb tf_list_tensors = {
	.name = "list_tensors", .aliases = (const char *const[]){ "lt", NULL }, .where = AT_END,
	.exec = lt_exec, .brief = "List dumped intermediate tensors.",
};
