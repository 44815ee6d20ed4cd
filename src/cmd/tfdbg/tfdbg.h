/*
 * The run debugger, `run --tf_debug`: stops before each run of a signature (run-start) and after it (run-end),
 * where its own verbs look at what the run's nodes made. Its line syntax, verbs, flags and texts are tfdbg's.
 * Ownership: tfdbg_new gives, tfdbg_free takes; everything reached from it is its own or borrowed from the app.
 *
 *   one run  =  run-start screen -> (answer: run so) -> dbg runs to its end -> run-end screen -> answer ...
 *
 * A verb: one const struct tf_verb in the file with its exec, and one line in verbs.def. Parsing, help, aliases,
 * where it may be used and Tab follow from the row. Its exec writes to c->out; tf_error for what the user got
 * wrong ("ERROR: ..." as the whole answer), an err for what shows as an exception page: its message is
 * "ValueError: text".
 */
#ifndef CMD_TFDBG_TFDBG_H
#define CMD_TFDBG_TFDBG_H

#include "cmd/cmd.h"
#include "cmd/tfdbg/rich.h"

/* At which screens a verb is there. */
enum {
	AT_START = 1 << 0, AT_END = 1 << 1, AT_PROFILE = 1 << 2, AT_STEPPER = 1 << 3,
	AT_RUN = AT_START | AT_END | AT_PROFILE,
};

/* What Tab offers behind a verb's name. */
enum tf_words { TF_NOTHING, TF_NODES, TF_TENSORS, TF_FILTERS, TF_FEEDS, TF_VERBS, TF_STEPS };

struct tf_flag {
	const char *letters;	/* "f", "fenn": -f, -fenn; or NULL */
	const char *name;	/* "tensor_filter": --tensor_filter; or NULL */
	enum opt_kind kind;	/* OPT_FLAG, OPT_STRING, OPT_INT */
	const char *help;
	const char *choices;	/* "a|b", or NULL */
};

struct tf_call;

struct tf_verb {
	const char *name;
	const char *const *aliases;	/* NULL-ended, or NULL */
	unsigned where;
	const struct tf_flag *flags;	/* ends with a row of zeros; or NULL */
	const char *operand;		/* its name in the help, NULL: none */
	const char *operand_help;
	int min_args, max_args;		/* operands */
	bool raw;			/* words come as they are: flags are operands too */
	const char *brief;
	enum tf_words words;
	bool (*exec)(struct tf_call *c, struct err *err);
};

struct tf_val {
	bool given;
	const char *s;
	int64_t i;
};

struct tfdbg;

struct tf_call {
	struct tfdbg *t;
	const struct tf_verb *verb;
	const char *as;			/* the word that named it: "lt" */
	const struct tf_val *opt;	/* by row of verb->flags */
	int argc;
	const char *const *argv;	/* operands */
	struct rich *out;
	int width;			/* columns for arrays */
};

/* What a screen came back with. */
enum tf_do { DO_NOTHING, DO_RUN, DO_RUN_PLAIN, DO_PROFILE, DO_STEPPER, DO_EXIT };

enum tf_title { TITLE_START, TITLE_END, TITLE_BAD };	/* blue, black or red on white */

struct tf_cfg {
	int64_t depth;		/* graph_recursion_depth */
	bool mouse;		/* mouse_mode */
};

struct tf_watch {		/* run --node_name_filter ...: what is kept of a run; NULL: all */
	char *node, *op, *dtype;
};

struct stepper;
struct tf_dumps;
struct tf_graph;
struct tf_filters;

struct tfdbg {
	struct app *app;
	struct dbg *dbg;		/* app->dbg */
	const struct signature *sig;	/* of this run */
	uint64_t number;		/* of this run, from 1 */

	/* the screen that is to be shown */
	unsigned at;			/* AT_START, AT_END ... */
	char *title;
	enum tf_title title_kind;
	char *first;			/* command line that it shows first */
	enum tf_do answer;		/* when it is to be left; DO_NOTHING before */

	/* what the answer asked for besides */
	int64_t times;			/* runs until one stops */
	bool skip;			/* run -n */
	char *till, *till_not;		/* run -f FILTER -fenn RE */
	struct tf_watch watch;
	bool exiting, began;
	bool curses;			/* the screen, not the line prompt */
	void *screen;			/* what the screen keeps from one time to the next, or NULL */
	bool killed;			/* ^C on the screen: the session is over */
	struct stepper *stepper;	/* AT_STEPPER */

	const struct err *failed;	/* of the run that has just ended, or NULL */
	struct tf_cfg cfg;
	struct tf_filters *filters;
	struct tf_dumps *dumps;		/* of the run that has just ended; made when first asked for */
	struct tf_graph *graph;		/* likewise: the nodes that the run's fetches reach */
};

/* ---- life.c: the app is open; inputs are chosen by the host before each run ---- */

/* One run as the host has it: sets the inputs of t->dbg for the signature; prints the results, or keeps the error of
 * a run that failed: shown on a screen already, so that others may follow (false ends the session). */
struct tf_host {
	void *ctx;
	int n;
	const struct signature *(*signature)(void *ctx, int i);
	bool (*feed)(void *ctx, int i, struct dbg *d, struct err *err);
	bool (*results)(void *ctx, int i, struct dbg *d, bool shown, struct err *err);
};
struct tfdbg *tfdbg_new(struct app *app, struct err *err);
void tfdbg_free(struct tfdbg *t);
/* All runs of the host, screens between them. Gives an exit code. */
int tfdbg_session(struct tfdbg *t, const struct tf_host *host, struct sink *msg, struct err *err);

/* ---- dispatch.c ---- */

/* Runs one typed line; the answer goes to out. Afterwards t->answer says whether the screen is to be left. */
void tf_dispatch(struct tfdbg *t, const char *line, int width, struct rich *out);
const struct tf_verb *tf_find(const struct tfdbg *t, const char *name);	/* here; name or alias */
const struct tf_verb *const *tf_verbs(int *n);				/* all, sorted */

/* "ERROR: text" as a line of the answer; returns true, for exec's return. */
bool tf_error(struct tf_call *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* err as an exception page; class "ValueError". Returns false. */
bool tf_raise(struct err *err, const char *class, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
const struct tf_val *tf_opt(const struct tf_call *c, const char *name);	/* by long name; the row must have it */
bool tf_flag(const struct tf_call *c, const char *name);
const char *tf_str(const struct tf_call *c, const char *name);

/* ---- words.c ---- */

struct tf_words_list {
	VEC(char *) word;
	char *redirect;		/* > FILE, or NULL */
};
/* false: "> " without a file. */
bool tf_split(const char *line, struct tf_words_list *out);
void tf_words_free(struct tf_words_list *w);
/* By the verb's row; false: a syntax error. opt has room for each flag; argv for each word. */
bool tf_parse(const struct tf_verb *v, int n, char *const *word, struct tf_val *opt, const char **argv, int *argc,
	      bool *help);
int tf_n_flags(const struct tf_verb *v);

/* ---- info.c ---- */
/* "run #1: 1 fetch (y:0); 1 feed (x:0)" */
void tf_run_text(const struct tfdbg *t, struct str *out);

#endif
