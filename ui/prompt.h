/*
 * The one-line editor: commands, search, filter, values of the form. Ownership: prompt_free frees.
 */
#ifndef UI_PROMPT_H
#define UI_PROMPT_H

#include <stdbool.h>

#include "base/str.h"
#include "base/vec.h"

struct app;
struct row;

enum prompt_kind {
	PROMPT_NONE,
	PROMPT_COMMAND,
	PROMPT_SEARCH,
	PROMPT_FILTER,
	PROMPT_VALUE,
	PROMPT_PALETTE,
	PROMPT_KINDS
};

struct prompt {
	enum prompt_kind kind;
	char *label;			/* PROMPT_VALUE: "x: " */
	char *before;			/* PROMPT_VALUE: the command that takes the value, "feed x " */
	struct str text;
	size_t at;			/* byte where the cursor is */
	VEC(char *) history[PROMPT_KINDS];
	size_t recall;			/* place in the history; == n: what is being typed */
	char *typed;			/* what was being typed before going into the history */
	struct str words;		/* completions to show, or empty */
};

enum prompt_done { PROMPT_GOES_ON, PROMPT_CHANGED, PROMPT_ENTER, PROMPT_CANCEL };

void prompt_open(struct prompt *p, enum prompt_kind kind, const char *label, const char *text);
void prompt_close(struct prompt *p);		/* keeps the history */
void prompt_free(struct prompt *p);
/* One key. On PROMPT_ENTER the text is in p->text and in the history. */
enum prompt_done prompt_key(struct prompt *p, struct app *app, const char *key);
/* Becomes the newest line of that kind's history; borrows it. */
void prompt_recallable(struct prompt *p, enum prompt_kind kind, const char *line);
/* Lines typed before, shared with the line prompt; a file that is not there is no error. */
void prompt_history_read(struct prompt *p, const char *path);
void prompt_history_write(const struct prompt *p, const char *path);
void prompt_hints(const struct prompt *p, struct row *r);	/* the keys that matter */
void prompt_draw(const struct prompt *p, struct row *r, int *cursor);

#endif
