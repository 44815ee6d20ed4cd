/* See gaps_run.h. */
#include "cmd/gaps_run.h"

#include <stdlib.h>

#include "base/mem.h"
#include "cmd/rows.h"
#include "cmd/watch.h"
#include "debug/diff.h"
#include "exec/exec.h"

enum { SEED = 1 }; /* every side draws the same random numbers */

bool gaps_record(struct gaps_run *r, struct cmd_call *c, struct diff_side *side,
		 struct tensor *const *in, struct err *err)
{
	const struct signature *sig = dbg_signature(c->app->dbg);
	struct session_opts o = {.seed = SEED};

	r->in = xcalloc((size_t)sig->n_in + 1, sizeof(*r->in));
	for (uint32_t i = 0; i < sig->n_in; i++)
		r->in[i] = in ? in[i] : dbg_input(c->app->dbg, i);
	if (!limits_read(c, &o, err))
		return false;
	r->s = session_new(c->app->mg, &o, err);
	r->x = r->s ? exec_new_signature(r->s, sig, r->in, err) : NULL;
	return r->x && diff_record(side, r->x, sig, r->in, sig->n_in, err);
}

void gaps_run_free(struct gaps_run *r)
{
	exec_free(r->x);
	session_free(r->s);
	free(r->in);
}

int gaps_show(struct cmd_call *c, struct gaps *t, struct err *err)
{
	int rc;

	if (!(c->cmd->where & CMD_SHELL) || !call_flag(c, "ui") || !c->app->screen ||
	    !c->app->screen->usable())
		return -1;
	c->app->gaps = t;
	rc = c->app->screen->run(c->app, false, err);
	c->app->gaps = NULL;
	return rc;
}
