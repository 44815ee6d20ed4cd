/* Reproducers for run and why. Borrows everything. */
#ifndef CMD_REPRO_H
#define CMD_REPRO_H

#include "cmd/cmd.h"
#include "debug/repro.h"
#include "debug/why.h"

#define REPRO_OPT                                                                                  \
	{                                                                                          \
		"repro", 0, OPT_STRING, "FOLDER",                                                  \
			"write what goes wrong as a folder that TensorFlow runs"                   \
	}

/* Of what why found, by a run of the app's debugger; says so on c->msg. */
bool repro_of_why(struct cmd_call *c, const struct why *w, enum why_verdict v, const char *dir,
		  struct err *err);
/* Judges the app's debugger's signature and inputs, without a word, and writes the reproducer. */
bool repro_judged(struct cmd_call *c, const char *dir, struct err *err);
/* The node that why finds, by a run of its own: gives; NULL: none. */
char *why_found_at(struct cmd_call *c);

#endif
