/*
 * What kinds of requests share: the options, the model, a session for all, answers in both forms.
 * Ownership: serve_options fills, serve_end frees; serve_run gives.
 */
#ifndef CMD_SERVING_H
#define CMD_SERVING_H

#include "cmd/args.h"
#include "exec/exec.h"
#include "feed/serving.h"

struct serve {
	struct cmd_call *c;
	bool as_serving; /* --output serving */
	struct session_opts opts;
	struct session *s;
	char *door;
	const char *name; /* the signature that is asked for, or NULL: the request says */
	int rc;
};

bool serve_options(struct serve *v, struct cmd_call *c, struct err *err);
/* A request's bytes: a file, "-"; itself: JSON may stand there too. */
bool serve_read(const char *text, const char *option, bool itself, struct str *body,
		struct err *err);
bool serve_open(struct serve *v, struct err *err);
bool serve_session(struct serve *v, struct err *err);
/* Runs a request, as the fast mode's options say; NULL with an error. */
struct exec *serve_run(struct serve *v, const struct serving *q, struct err *err);
/* Runs and answers it. */
bool serve_call(struct serve *v, const struct serving *q, struct err *err);
/* The exit code; opened: an error from then on is told as Serving tells it, if that is asked for.
 */
int serve_end(struct serve *v, bool opened, bool ok, struct err *err);

#endif
