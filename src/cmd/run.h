/*
 * What run's files share: results as run prints and saves them. Borrows everything.
 */
#ifndef CMD_RUN_H
#define CMD_RUN_H

#include "cmd/args.h"
#include "cmd/json.h"
#include "exec/exec.h"

/* --function, or PATH#NAME where NAME is no signature (function.c). */
bool run_is_call(struct cmd_call *c);
int run_calls(struct cmd_call *c, struct err *err);

/* --feed and --fetch (tap.c). */
bool run_is_tapped(const struct cmd_call *c);

/* Output i of sig as a JSON object. */
void run_json_output(struct json *j, const struct signature *sig, uint32_t i, const struct tensor *t);
/* Writes the outputs to --outdir, if that is given, as DIR/PREFIXKEY.npy; said: says so on c->out. */
bool run_save(struct cmd_call *c, const struct signature *sig, const struct exec *x, const char *prefix,
	      bool said, struct err *err);
/* --top and --labels. */
bool run_top(struct cmd_call *c, const struct signature *sig, struct exec *x, struct err *err);
/* Runs x as the options say: --dump, --compare, or watched. *rc: the exit code that --compare found. */
bool run_go(struct cmd_call *c, struct exec *x, int *rc, struct err *err);

#endif
