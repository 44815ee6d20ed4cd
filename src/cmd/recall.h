/*
 * Values that a model's inputs were given by a person, kept from one start to the next. Ownership:
 * strings are given.
 */
#ifndef CMD_RECALL_H
#define CMD_RECALL_H

#include "base/vec.h"
#include "cmd/cmd.h"

/* Where smtui keeps PREFIX of the open model; NULL: nowhere. */
char *model_state_path(const struct app *app, const char *prefix);

/* Only while a person is at it. */
void recall_put(const struct app *app, const struct signature *sig, struct sv key,
		const char *text);

typedef VEC(char *) recalled;
/* What the input was given, the last one at the end. */
void recall_get(const struct app *app, const struct signature *sig, struct sv key, recalled *list);
/* The last one, or NULL. */
char *recall_last(const struct app *app, const struct signature *sig, struct sv key);
void recalled_free(recalled *list);

#endif
