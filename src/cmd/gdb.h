/*
 * gdb's words as other names of this debugger's commands. Borrows everything.
 */
#ifndef CMD_GDB_H
#define CMD_GDB_H

#include "cmd/cmd.h"
#include "cmd/line.h"

struct gdb_word {
	const char *word, *second;	/* "set" "var"; second may be NULL */
	const char *means;		/* the command */
	bool preset;			/* only with "keys = gdb": it means something else otherwise */
};
const struct gdb_word *gdb_words(size_t *n);

/* Reads a line's first word or two, and x/8, through the table. */
void gdb_line(struct app *app, struct words *w);
/* The command that a first word alone means, or the word; gives. */
char *gdb_means(struct app *app, struct sv word);
/* Is it a command that an empty line repeats? */
bool gdb_repeats(const struct cmd *c);
/* info WHAT. */
int gdb_info(struct cmd_call *c, const char *what, struct err *err);

#endif
