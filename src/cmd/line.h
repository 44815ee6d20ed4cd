/*
 * A prompt line as words. Ownership: split_free frees what split_* gave.
 */
#ifndef CMD_LINE_H
#define CMD_LINE_H

#include "base/err.h"
#include "base/sv.h"
#include "base/vec.h"

struct words {
	VEC(char *) word;
	char *redirect;		/* > FILE, or NULL */
	bool append;		/* >> FILE */
};

/* Where the command that starts at `from` ends: at a ";" outside quotes, brackets and backticks, or
 * at the end of the line. */
size_t line_end(struct sv line, size_t from);
/* Splits one command at blanks outside quotes, brackets and backticks. A word that is in matching
 * quotes as a whole loses them. A "#" that starts a word starts a comment. */
bool line_split(struct sv cmd, struct words *out, struct err *err);
void words_free(struct words *w);

#endif
