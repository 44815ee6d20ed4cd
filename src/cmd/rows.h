/*
 * What the files of this room share: the rows of all commands and the small things that several of
 * them do. Ownership: as each says; rows are constant.
 */
#ifndef CMD_ROWS_H
#define CMD_ROWS_H

#include "cmd/args.h"
#include "cmd/cmd.h"

#define COMMAND(id) extern const struct cmd id;
#include "cmd/commands.def"
#undef COMMAND

/* The options of the two commands that open the screen, and what they do to the settings. */
#define SCREEN_OPTS \
	{ "theme", 0, OPT_STRING, "NAME", "colours: auto, dark, light, mono, contrast, blue-orange" }, \
	{ "color", 0, OPT_STRING, "WHEN", "auto, never, 8, 16 or 256 colours" }, \
	{ "ascii", 0, OPT_FLAG, NULL, "draw with ASCII characters only" }, \
	{ "linear", 0, OPT_FLAG, NULL, \
	  "no screen: questions and answers, line after line, for screen readers and logs" }
bool screen_options(const struct cmd_call *c, struct err *err);

/* ---- for shell and prompt ---- */

int err_exit(const struct err *err);		/* the exit code for an error */
/* One-line outcome of a command, for status lines. */
void app_note(struct app *app, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* "A#signature" gives path "A" and the signature, when A#signature itself is no file. Gives both;
 * *sig is NULL without one. */
char *path_door(const char *path, char **sig);
/* The signature of that name, or (name NULL) serving_default or the only one; then says so on msg
 * (may be NULL). NULL with an error that lists what there is. */
const struct signature *app_signature(const struct metagraph *mg, const char *name,
				      struct sink *msg, struct err *err);
/* Says on msg which tag set was taken, when the model has several. */
void note_tags(const struct metagraph *mg, struct sink *msg);
void tags_text(struct str *out, const struct metagraph *mg);	/* "serve,gpu", escaped */
bool sig_is_init(const struct signature *s);

/* A node by name or path: in the frame where the run stands, from the MetaGraph's graph down through
 * calls ("call/inner"), from a library function ("function/inner"), or any tail of a name that is
 * unambiguous. false with an error that lists candidates. */
bool node_find(const struct app *app, struct sv name, const struct graph **g, uint32_t *node,
	       struct err *err);
/* "f/x:1[0,:4]" as "f/x:1" and "[0,:4]" (empty without a slice). */
void slice_split(struct sv text, struct sv *name, struct sv *slice);
/* A tensor of the run by name, else an input or output by key; text NULL or only a slice: the one just made.
 * Gives; *slice borrows from text. */
struct named {
	struct tensor *t;
	struct str label;	/* full name */
};
bool named_tensor(struct app *app, const char *text, struct named *out, struct sv *slice, struct err *err);
void named_free(struct named *n);
/* The options of print_tensor, and what it prints by them below a tensor's name; sliced: a scalar stands alone. */
extern const struct cmd_opt pt_opts[];
bool tensor_value_print(struct cmd_call *c, struct tensor *t, bool sliced, struct err *err);
/* The value of an expression over the run's tensors; gives. *whole (may be NULL): it is one tensor, by name. */
struct tensor *tensor_eval(struct app *app, const char *text, struct err *err);
/* Prints what each display line says, after a stop. */
void displays_print(struct app *app, struct sink *out);
const char *display_at(const struct app *app, size_t i);	/* NULL: there are no more */
struct displays;
void displays_free(struct displays *d);		/* NULL is fine */
/* How many elements of t are what is looked for (tensor/seek.h), and where; all: every one. */
bool seek_print(struct sink *out, const struct tensor *t, const char *what, bool all, struct err *err);
/* "float32 [1,64,64,3]", "dead" for NULL. */
void type_text(struct str *out, const struct tensor *t);

void overview_text(const struct app *app, struct sink *out);
void overview_json(const struct app *app, struct sink *out);
void version_print(struct sink *out);
void help_shell(struct sink *out);
void help_prompt(struct sink *out);
/* Where the debugger stands now, after a move. */
void stop_print(struct app *app, struct sink *out);
/* A breakpoint's text for a list: what was recorded stays in the session file. */
struct sv break_short(const struct dbg_break *b);
/* The text of the breakpoint added last: in full, where a name meant a node of the frame. */
struct sv break_added(const struct dbg *d);
void breaks_print(const struct dbg *d, struct sink *out);
/* Operand i as a breakpoint's number. */
bool break_id(struct cmd_call *c, int i, int *id, struct err *err);
/* A session file: reads one into a debugger that has just been opened; runs it to its end and judges what it
 * expects, false when something differs. */
/* Remembers what save would write, for the case that the process dies. */
void session_remember(struct app *app);
/* As one word of a command line, behind a space; false: it holds both quotes, or the end of a line. */
bool word_quoted(struct str *out, const char *z);
char *session_text(struct app *app);	/* the lines that save would write now; gives */
/* A line "VERB "FIRST" "SECOND"" of it; second may be NULL. */
void session_line(struct str *out, struct sink *msg, const char *verb, const char *first, const char *second);
bool session_unsaved(struct app *app);	/* breakpoints, watches or notes that no file has */
bool session_read(struct cmd_call *c, const char *file, struct err *err);
bool session_replay(struct cmd_call *c, bool *same, struct err *err);
void notes_free(struct notes *n);	/* NULL is fine */
/* "f(1.5)" as typed, of the function that the debugger runs; NULL: a signature. *fed: with its arguments. */
const char *app_call_text(const struct app *app, bool *fed);
/* Makes the debugger run a function of the object graph: "NAME(ARGS)". */
bool debug_call(struct app *app, const char *text, struct err *err);
void app_call_free(struct app_call *a);	/* NULL is fine */
/* Sets an input of the debugger's signature from what a person typed. */
bool debug_feed(struct app *app, struct sv key, const char *text, struct err *err);

/* Prints what heads the classes of a probability vector: rank, label, probability. */
struct label_source;
bool top_print(struct sink *out, const struct tensor *t, int64_t k, const struct label_source *from,
	       struct err *err);
struct json;
bool top_json(struct json *j, const struct tensor *t, int64_t k, const struct label_source *from, struct err *err);

#endif
