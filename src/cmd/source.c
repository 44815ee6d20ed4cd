/* source FILE: the commands of a file, one a line, until one of them fails. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/rows.h"

enum { DEPTH_MAX = 16 }; /* files that source files */

static int lines(struct cmd_call *c, FILE *f, struct err *err)
{
	char *text = NULL;
	size_t cap = 0;
	int rc = EXIT_FINE;

	for (int n = 1; !rc && !c->app->quit && getline(&text, &cap, f) >= 0; n++) {
		text[strcspn(text, "\n")] = '\0';
		rc = cmd_line_within(c->app, text, c->out, c->msg, err);
		if (rc || err_is(err)) {
			rc = rc ? rc : err_exit(err);
			err_note(err, "%s:%d: %s", c->argv[0], n, text);
		}
	}
	free(text);
	return rc;
}

static int source_exec(struct cmd_call *c, struct err *err)
{
	FILE *f = fopen(c->argv[0], "r");
	int rc;

	if (!f) {
		err_set(err, ERR_KIND_FILE, err_code_of_errno(errno), "%s", strerror(errno));
		err_at(err, "%s", c->argv[0]);
		return EXIT_ERROR;
	}
	if (c->app->sourcing >= DEPTH_MAX) {
		fclose(f);
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			"source: files within files, more than %d deep", DEPTH_MAX);
		return EXIT_ERROR;
	}
	c->app->sourcing++;
	rc = lines(c, f, err);
	c->app->sourcing--;
	fclose(f);
	return rc;
}

const struct cmd cmd_source = {
	.name = "source",
	.where = CMD_PROMPT,
	.operands = "FILE",
	.min_args = 1,
	.max_args = 1,
	.arg = ARG_PATH,
	.group = "Running",
	.brief = "Run the commands in a file, such as a session that save wrote.",
	.help = "One command or several with \";\" a line; a line that fails is named, and ends "
		"it.",
	.exec = source_exec,
};
