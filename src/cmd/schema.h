/*
 * What a command's --json prints, in a short notation that people and programs can read:
 *
 *	str int num bool null any	a value; num is a number, or "NaN", "Infinity", "-Infinity"
 *	[X]				a list of X
 *	{a: X, b?: Y}			an object; b may be missing
 *	{*: X}				an object with keys that the model chose
 *	X|Y				one or the other
 *	@NAME				one of the shared ones below
 *
 * A command's own notation is in its row (cmd.json). Ownership: nothing is given.
 */
#ifndef CMD_SCHEMA_H
#define CMD_SCHEMA_H

#include "base/err.h"
#include "base/sv.h"

/* The shared notation of that name, or NULL. */
const char *schema_shared(struct sv name);
/* The shared ones in order: i from 0; NULL at the end. */
const char *schema_shared_at(int i, const char **name);
/* Does a JSON text follow the notation? Else an error that says where and how. */
bool schema_holds(const char *notation, struct sv json, struct err *err);

#endif
