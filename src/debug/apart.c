/* A node run apart; see apart.h. */
#include "debug/apart.h"

static bool go_on(void *ctx, struct err *err)
{
	(void)ctx;
	(void)err;
	return true;
}

bool node_apart(const struct op_row *row, const struct node *n, struct tensor *const *in, uint32_t n_in,
		struct tensor **out, uint32_t n_out, struct arena *a)
{
	static const struct op_world world = { .go_on = go_on };
	struct err err = { 0 };
	void *state = NULL;
	bool ok = op_check(row, n, &err) && op_prepare(row, n, a, &state, &err);
	struct op_ctx c = {
		.row = row, .node = n, .state = state, .n_in = (int)n_in, .n_out = (int)n_out, .in = in, .out = out,
		.scratch = a, .err = &err, .world = &world,
	};

	ok = ok && op_run(&c);
	err_clear(&err);
	return ok;
}
