/*
 * Words to options and operands, by a command's row. Ownership: args_parse fills, args_free frees;
 * strings are borrowed from the words.
 */
#ifndef CMD_ARGS_H
#define CMD_ARGS_H

#include "cmd/cmd.h"

struct args {
	struct cmd_val *opt;	/* one for each row of cmd->opts */
	const char **argv;
	int argc;
	bool help;		/* --help or -h was among them */
};

/* words: without the command's own name. extra: operands more than the row says (PATH in the shell).
 * false with a usage error. */
bool args_parse(const struct cmd *c, int extra, int n, const char *const *words, struct args *out,
		struct err *err);
void args_free(const struct cmd *c, struct args *a);

/* The value of an option by name; the row must have it. */
const struct cmd_val *call_opt(const struct cmd_call *c, const char *name);
bool call_flag(const struct cmd_call *c, const char *name);
const char *call_str(const struct cmd_call *c, const char *name);	/* NULL: not given */

/* A count such as step's operand: 1 when there is none; an error when it is not one. */
bool call_count(const struct cmd_call *c, int i, uint64_t *n, struct err *err);
bool text_u64(const char *z, uint64_t *v);

#endif
