/*
 * What a person has chosen once: $XDG_CONFIG_HOME/smtui/config, overruled by the environment and by
 * options. One row an option in the table of settings.c; the file's lines are "NAME = VALUE",
 * "key NAME = ACTION" and "filter NAME = CONDITION". Ownership: settings_load gives, settings_free takes; texts are the settings'.
 */
#ifndef CMD_SETTINGS_H
#define CMD_SETTINGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/vec.h"

enum setting {
	SET_THEME, SET_COLOR, SET_ASCII, SET_MOUSE, SET_KEYS, SET_DIGITS, SET_COPY, SET_MAX_MEMORY,
	SET_COUNT,
};

struct setting_row {
	const char *name;
	const char *values;	/* "auto|never": one of these; "1..17": a number; NULL: "" or a size */
	const char *def;
	const char *help;
};

struct binding {
	char *key;		/* as events name keys: "C-p", "F2", "x" */
	char *action;		/* ":command line", an action's name, or "none" */
	char *from;		/* "FILE:LINE" */
};

struct settings {
	char *path;		/* of the file, there or not; NULL: there is no home */
	char *value[SET_COUNT];	/* NULL: the default */
	char *from[SET_COUNT];	/* who says so; NULL: the default */
	VEC(struct binding) key;
	VEC(struct binding) filter;	/* of the run debugger: its name, a condition (debug/cond.h) */
	bool checked;		/* its keys too */
	VEC(char *) wrong;	/* "FILE:LINE: what": such a line is passed over */
};

const struct setting_row *setting_rows(int *n);
struct settings *settings_load(void);
void settings_free(struct settings *s);		/* NULL is fine */
const char *setting(const struct settings *s, enum setting which);
/* from: "command line"; false with an error that lists the values there are. */
bool setting_set(struct settings *s, enum setting which, const char *value, const char *from,
		 struct err *err);
/* For a binding that turns out to mean nothing. */
void settings_wrong(struct settings *s, const char *from, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

#endif
