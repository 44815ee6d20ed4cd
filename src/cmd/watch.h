/*
 * A run that is watched: limits from the command line, progress on a terminal, ^C. Borrows everything.
 */
#ifndef CMD_WATCH_H
#define CMD_WATCH_H

#include "cmd/args.h"
#include "exec/exec.h"

/* The rows of the options, for the commands that run something; debug has no timeout. */
#define LIMIT_OPTS \
	{ "timeout", 0, OPT_STRING, "SECONDS", "stop a run that takes longer" }, \
	LIMIT_OPTS_DEBUG
#define LIMIT_OPTS_DEBUG \
	{ "max_memory", 0, OPT_STRING, "BYTES", "refuse tensors beyond so much memory: 500M, 2G" }, \
	{ "max_iterations", 0, OPT_INT, "N", "stop a loop that goes round more than N times" }, \
	{ "max_depth", 0, OPT_INT, "N", "stop when function calls are nested deeper than N (500)" }, \
	{ "allow_file_io", 0, OPT_FLAG, NULL, "let the model read and write files outside its folder" }

/* Reads the options into *o; sets the memory limit for the process. */
bool limits_read(const struct cmd_call *c, struct session_opts *o, struct err *err);

/* "500M", "2G"; who asks, for the error. */
bool bytes_parse(const char *text, const char *who, size_t *bytes, struct err *err);

/* Called for each event of the mask; false stops the run with an error. */
struct watcher {
	unsigned mask;
	bool (*event)(void *ctx, struct exec *x, const struct exec_event *ev, struct err *err);
	void *ctx;
};
/* Runs to the end; n watchers, asked in their order. Says how far it is once a second has gone by, when stderr is a
 * terminal. After ^C the error says where the run was. */
bool watch_run(struct cmd_call *c, struct exec *x, const struct watcher *w, int n, struct err *err);

#endif
