/*
 * What show, scan and run --dir share: saved_model_cli's way of opening a model, picking a MetaGraph,
 * collecting ops, and its error texts. Borrows everything.
 */
#ifndef CMD_PEER_H
#define CMD_PEER_H

#include "cmd/cmd.h"
#include "cmd/python.h"

/* An error whose text is the last line that Python would print. Returns false. */
bool peer_fail(struct err *err, enum err_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* "InvalidArgumentError"; NULL: TensorFlow has none for it. */
const char *peer_error_class(enum err_code code);
/* Puts the Python exception before run's errors, those of nodes as TensorFlow's sessions raise them. */
void peer_exception(struct err *err);
/* Words that 2.21's tool puts otherwise. */
void peer_newly(struct err *err);
/* --compat 2.15 (the default) or 2.21: whose ways to follow, where the two differ. */
#define PEER_OPTS { "compat", 0, OPT_STRING, "VERSION", "do as TensorFlow 2.15's tool (default) or as 2.21's" }
bool peer_compat(struct cmd_call *c, struct err *err);
/* Opens DIR into app->model. */
bool peer_open(struct app *app, const char *dir, struct err *err);
/* The MetaGraph whose tags equal the comma-separated ones as a set; NULL with the peer's error. */
const struct metagraph *peer_find(const struct model *m, const char *tags, struct err *err);
/* The same; as 2.21's tool, where the app says so: tags are trimmed, and one must be left. */
const struct metagraph *peer_find_tags(const struct app *app, const char *tags, struct err *err);
/* Would the peer's loader take the model at DIR? Else its error. ops_only: 2.21's does not read variables. */
bool peer_loads(const struct metagraph *mg, const char *dir, bool ops_only, struct err *err);
/* A comma-separated list's items, without empty ones; trim: blanks around them do not count. */
void peer_list(const char *text, bool trim, struct pyset *out);
/* No such signature: the peer's error. */
bool peer_no_signature(const struct metagraph *mg, const char *key, struct err *err);
/* Op names of the graph and of the functions that it reaches through PartitionedCall or their names. */
bool peer_ops(const struct metagraph *mg, struct pyset *ops, struct err *err);
/* repr(list of tags) as stored. */
void peer_tags_repr(struct str *out, const struct metagraph *mg);
/* Text from a model: raw for files and pipes, as the peer; escaped for a terminal. */
void peer_put(struct sink *out, struct sv text);
/* The same for text that was put together from a model's strings and our own line ends. */
void peer_lines(struct sink *out, const struct str *text);

#endif
