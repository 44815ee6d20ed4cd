/*
 * The model anew, as it is on disk now: the same path, the same tag set. What the debugger had set
 * is carried over as the session file that save would write; the run itself is given up. When the
 * new model does not open, the old one stays.
 */
#include <stdlib.h>
#include <string.h>

#include "cmd/gaps.h"
#include "cmd/note.h"
#include "cmd/rows.h"
#include "infer/infer.h"

static const struct metagraph *same_tags(const struct model *m, const struct metagraph *old)
{
	struct err none = {0};
	struct str tags = STR_INIT;
	const struct metagraph *mg;

	for (uint32_t i = 0; i < old->n_tags; i++) {
		str_addz(&tags, i ? "," : "");
		str_add(&tags, old->tags[i]);
	}
	mg = model_find(m, str_sv(&tags), &none);
	err_clear(&none);
	str_free(&tags);
	if (!mg && model_n_metagraphs(m))
		mg = model_metagraph(m, 0);
	return mg;
}

/* Each line by itself: a breakpoint at a node that is no more does not keep the others away. */
static void set_again(struct app *app, char *session, struct str *said)
{
	struct sink quiet = sink_null();
	char *save = NULL;

	for (char *line = strtok_r(session, "\n", &save); line;
	     line = strtok_r(NULL, "\n", &save)) {
		struct err err = {0};

		if (*line != '#')
			cmd_line_within(app, line, &quiet, &quiet, &err);
		if (err_is(&err)) {
			char *text = err_text(&err);

			str_addf(said, "%s: %s\n", line, text);
			free(text);
		}
		err_clear(&err);
	}
}

bool app_reload(struct app *app, void (*before)(void *ctx), void *ctx, struct str *said,
		struct err *err)
{
	bool two = app->differ || (app->gaps && !app->gaps_done);
	struct model *m = app->path && !two ? model_open(app->path, err) : NULL;
	const struct metagraph *mg = m ? same_tags(m, app->mg) : NULL;
	char *session;

	if (two)
		return err_set(err, ERR_KIND_USAGE, ERR_FAILED_PRECONDITION,
			       "two are compared here: leave, and compare anew");
	if (!mg) {
		if (m || !app->path)
			err_set(err, ERR_KIND_MODEL, ERR_NOT_FOUND,
				"there is no MetaGraph to show now");
		model_close(m);
		return false;
	}
	before(ctx);
	gaps_drop(app);
	session = app->dbg ? session_text(app) : NULL;
	dbg_free(app->dbg);
	app_call_free(app->call);
	infer_free(app->infer);
	app->dbg = NULL;
	app->call = NULL;
	app->infer = NULL;
	model_close(app->model);
	app->model = m;
	app->mg = mg;
	notes_again(app);
	if (session)
		set_again(app, session, said);
	free(session);
	return true;
}
