/*
 * The line prompt: reads lines (GNU readline where it is built in), hands them to cmd_line. Borrows
 * the app.
 */
#ifndef CLI_PROMPT_H
#define CLI_PROMPT_H

#include "cmd/cmd.h"

int prompt_run(struct app *app, struct err *err);
/* One screen of the run debugger, line by line: its title, its first answer, then commands until one leaves it
 * (tfdbg_prompt.c). */
bool prompt_tfdbg(struct tfdbg *t, struct err *err);

#endif
