/*
 * Notes on nodes: kept by the app, in session files, and (where a person is at it) in a file of the
 * model's own below smtui's state folder, written with each change and read when first asked for.
 * Ownership: the app owns them; texts are borrowed until the next change.
 */
#ifndef CMD_NOTE_H
#define CMD_NOTE_H

#include "cmd/cmd.h"

/* The note on a node of a graph, or NULL. */
const char *note_at(struct app *app, const struct graph *g, uint32_t node);
/* The note under exactly that name, or NULL. */
const char *note_named(struct app *app, const char *name);
int note_n(struct app *app);
/* The i-th: the name it was written under, and the text. */
void note_get(struct app *app, int i, const char **node, const char **text);
/* Are they in a file already? */
bool note_kept(const struct app *app);
/* The model was read anew: which nodes they are on is looked up again. */
void notes_again(struct app *app);

#endif
