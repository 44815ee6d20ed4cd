/*
 * Every verb of smtui: one const struct a command, one line in a list. Parser, usage, completion,
 * help and the man page come from it. A command writes to sinks and never knows who asked: the shell,
 * the line prompt, a script, the curses prompt, a key. Ownership: an app owns the model and the
 * debugger that commands open; calls borrow.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sink.h"
#include "debug/debug.h"
#include "model/model.h"

/* DESIGN's exit codes. */
enum { EXIT_FINE = 0, EXIT_ERROR = 1, EXIT_USAGE = 2, EXIT_NO_JUDGEMENT = 3, EXIT_INTERRUPTED = 130 };

enum {
	CMD_SHELL = 1 << 0,	/* smtui VERB ... */
	CMD_PROMPT = 1 << 1,	/* in the debugger: line prompt, script, curses prompt, keys */
};

enum cmd_need {
	NEED_NOTHING,
	NEED_MODEL,		/* app->mg is there */
	NEED_DEBUGGER,		/* app->dbg is there, a signature chosen */
	NEED_RUN,		/* a run was started */
	NEED_STOPPED,		/* and can go on */
};

enum opt_kind {
	OPT_FLAG,
	OPT_STRING,
	OPT_INT,
	OPT_LIST,		/* may be repeated */
	OPT_WHICH,		/* a number or "all"; "0" when neither follows */
};

struct cmd_opt {
	const char *name;	/* "tag_set": --tag_set V, --tag_set=V */
	char letter;		/* 's': -s, or 0 */
	enum opt_kind kind;
	const char *arg;	/* "TAGS" in the usage */
	const char *help;	/* one sentence */
};

/* What an operand is: for completion. */
enum cmd_arg { ARG_NONE, ARG_PATH, ARG_NODE, ARG_TENSOR, ARG_SIGNATURE, ARG_COMMAND, ARG_BREAK, ARG_VARIABLE };

struct app;
struct settings;
struct tfdbg;

struct cmd_val {		/* value of the option of the same index in cmd->opts */
	bool given;
	const char *s;		/* last one */
	int64_t i;
	const char **list;	/* OPT_LIST */
	int n;
};

struct cmd_call {
	struct app *app;
	const struct cmd *cmd;
	const struct cmd_val *opt;
	int argc;		/* operands */
	const char *const *argv;
	struct sink *out;	/* the answer */
	struct sink *msg;	/* warnings and notes: stderr in the shell */
};

struct cmd {
	const char *name, *alias, *alias2;
	unsigned where;
	const struct cmd_opt *opts;	/* ends with a row without a name */
	const char *operands;		/* "PATH [FILE ...]" for the usage */
	int min_args, max_args;		/* -1: any number */
	enum cmd_arg arg;
	bool rest;		/* what follows the first operand is one more, as typed, ";" and all */
	enum cmd_need need;
	const char *group;		/* "Looking", "Stepping", ... for help */
	const char *brief;		/* one line */
	const char *help;		/* paragraphs, may be NULL */
	const char *json;		/* what --json prints (schema.h); NULL: it has no --json */
	/* Returns an exit code; on an error sets err and returns EXIT_ERROR (or another). */
	int (*exec)(struct cmd_call *c, struct err *err);
};

/* The screen as cmd sees it: cli hands it in, so that cmd never includes ui. */
struct cmd_screen {
	/* Shows the browser (debug = false) or the debugger; returns an exit code. */
	int (*run)(struct app *app, bool debug, struct err *err);
	bool (*usable)(void);		/* is there a terminal that curses can use? */
	/* One screen of the run debugger (tfdbg/tfdbg.h), until t->answer is there; NULL: there is none. */
	bool (*tfdbg)(struct tfdbg *t, struct err *err);
	bool (*tfdbg_end)(struct tfdbg *t);	/* after the last of them; false: a script's expectation was not met */
	void (*check)(struct settings *s);	/* notes keys that mean nothing in s->wrong */
};
/* The line prompt, likewise. */
struct cmd_prompt {
	int (*run)(struct app *app, struct err *err);
	bool (*tfdbg)(struct tfdbg *t, struct err *err);
};

struct differ;
struct gaps;

struct app {
	struct model *model;
	char *path;		/* as given, for reload */
	const struct metagraph *mg;
	struct dbg *dbg;
	const struct cmd_screen *screen;
	const struct cmd_prompt *prompt;
	const char *argv0;
	bool compat_2_21;	/* show, run, scan do as TensorFlow 2.21's tool, not as 2.15.1's */
	bool quit;		/* a prompt command asked to leave */
	int exit_code;		/* what quit wants */
	bool failed;		/* some prompt command failed: -c / --batch exit 1 */
	uint64_t changes;	/* counts changes that screens must redraw for */
	struct app_call *call;	/* the function that the debugger runs, or NULL (debug_call.c) */
	bool linear;		/* --linear: line after line, nothing is written over */
	bool interactive;	/* a person is at it: what is set is remembered against a crash */
	int sourcing;		/* how deep in source's files */
	bool on_hit;		/* the commands of a breakpoint are being run */
	const struct differ *differ;	/* two models that the screen shows side by side (diff --ui), or NULL */
	struct gaps *gaps;	/* a table of two runs that the screen shows (--ui), or NULL */
	void (*gaps_done)(void *ctx);	/* frees what a command left there (gaps_keep); NULL: not the app's */
	void *gaps_ctx;
	uint64_t gaps_seq;	/* counts tables */
	bool on_screen;		/* the screen is shown: commands may leave it a table */
	struct notes *notes;	/* on nodes (session.c), or NULL */
	char *pictures;		/* how pixels become numbers where a picture's own words do not say, or NULL */
	struct displays *displays;	/* what is said at each stop (display.c), or NULL */
	char *saved;		/* stops and notes as they were when last saved or read, or NULL */
	struct settings *settings;	/* loaded when first asked for: app_settings() */
	struct infer *infer;	/* shapes, or NULL (shapes.c) */
	const struct metagraph *infer_of;
	int64_t infer_batch;
	struct terms_trail *terms;	/* the way from element to element (terms.c), or NULL */
	struct grad_kept *grad;	/* what the last grad left (grad.h), or NULL */
	const char *last_note;	/* owned by app: one-line outcome of the last command, or NULL */
};

void app_init(struct app *app);
void app_free(struct app *app);
/* What the person has chosen (settings.h); the app's. */
struct settings *app_settings(struct app *app);
/* Opens the model (once); picks the MetaGraph (tags NULL: default) and, for the debugger, the
 * signature (NULL: serving_default or the only one; says which on msg when it chose). */
bool app_open(struct app *app, const char *path, const char *tags, struct err *err);
bool app_debugger(struct app *app, const char *signature, struct sink *msg, struct err *err);

/* The model as it is on disk now. before is called when the old one is about to go: whatever borrows from
 * it must let go. said: a line for each thing that could not be set again. false: nothing has changed. */
struct str;
bool app_reload(struct app *app, void (*before)(void *ctx), void *ctx, struct str *said,
		struct err *err);

/* All commands, sorted by name; where is a mask. */
const struct cmd *const *cmd_list(int *n);
const struct cmd *cmd_find(const char *name, unsigned where);

/* smtui's main after start-up: argv as given. Errors are printed to stderr here. */
int cmd_shell(struct app *app, int argc, char **argv);

/* One line of the prompt: commands separated by ";" outside quotes, brackets and backticks;
 * redirection with > FILE. An error ends the line, never the session. Returns the exit code. */
int cmd_line(struct app *app, const char *line, struct sink *out, struct sink *msg,
	     struct err *err);
/* Only the command at *at of the line, which moves to the next one, behind the line's end after the last. */
int cmd_line_next(struct app *app, const char *line, size_t *at, struct sink *out, struct sink *msg, struct err *err);
/* The same for commands that run within a command: ^C and what was said before stay. */
int cmd_line_within(struct app *app, const char *line, struct sink *out, struct sink *msg, struct err *err);
/* Is the line a move that an empty line after it repeats, as in gdb? */
bool cmd_line_repeats(struct app *app, const char *line);
/* Completions of the word that ends at `at`: calls add for each. */
void cmd_complete(struct app *app, const char *line, size_t at,
		  void (*add)(void *ctx, const char *word), void *ctx);

/* "usage: ..." and the help text, from the row. */
void cmd_usage(const struct cmd *c, struct sink *out);
void cmd_help(const struct cmd *c, struct sink *out);

#endif
