/*
 * From one run to the next: which screens are shown, how each run is made, when the session is over.
 */
#include <inttypes.h>
#include <stdlib.h>

#include "base/mem.h"
#include "cmd/rows.h"
#include "cmd/tfdbg/dumps.h"
#include "cmd/tfdbg/filters.h"
#include "cmd/tfdbg/graph.h"
#include "cmd/tfdbg/verbs.h"
#include "debug/stepper.h"

struct tfdbg *tfdbg_new(struct app *app, struct err *err)
{
	struct tfdbg *t;

	if (!app->dbg && !(app->dbg = dbg_new(app->mg, err)))
		return NULL;
	t = xcalloc(1, sizeof(*t));
	t->app = app;
	t->dbg = app->dbg;
	tf_cfg_read(&t->cfg);
	return t;
}

static void run_forget(struct tfdbg *t)
{
	dumps_free(t->dumps);
	t->dumps = NULL;
	tf_graph_free(t->graph);
	t->graph = NULL;
	t->failed = NULL;
}

void tfdbg_free(struct tfdbg *t)
{
	if (!t)
		return;
	run_forget(t);
	tf_filters_free(t->filters);
	free(t->title);
	free(t->first);
	free(t->till);
	free(t->till_not);
	free(t->watch.node);
	free(t->watch.op);
	free(t->watch.dtype);
	free(t);
}

/* ---- screens ---- */

static bool show(struct tfdbg *t, struct err *err)
{
	struct app *app = t->app;

	t->answer = DO_NOTHING;
	if (t->curses && app->screen && app->screen->tfdbg)
		return app->screen->tfdbg(t, err);
	return app->prompt && app->prompt->tfdbg ? app->prompt->tfdbg(t, err) : (t->answer = DO_RUN, true);
}

static void stand(struct tfdbg *t, unsigned at, enum tf_title kind, const char *prefix, char *first)
{
	struct str s = STR_INIT;

	t->at = at;
	t->title_kind = kind;
	str_addz(&s, prefix);
	tf_run_text(t, &s);
	free(t->title);
	t->title = str_give(&s);
	free(t->first);
	t->first = first;
}

static bool show_start(struct tfdbg *t, struct err *err)
{
	stand(t, AT_START, TITLE_START, "run-start: ", xstrdup("run_info"));
	return show(t, err);
}

/* passed: the filter that stopped it, or NULL. */
static bool show_end(struct tfdbg *t, const char *passed, const char *not, struct err *err)
{
	char *first;

	if (t->failed)
		first = xstrdup("help");
	else if (passed && not)
		first = xasprintf("lt -f %s --filter_exclude_node_names %s", passed, not);
	else
		first = passed ? xasprintf("lt -f %s", passed) : xstrdup("lt");
	stand(t, AT_END, t->failed || passed ? TITLE_BAD : TITLE_END, "run-end: ", first);
	return show(t, err);
}

static bool show_profile(struct tfdbg *t, struct err *err)
{
	stand(t, AT_PROFILE, TITLE_END, "run-end (profiler mode): ", xstrdup("lp"));
	return show(t, err);
}

/* The node stepper before the run; afterwards that runs for real, with what it was fed at first. */
static bool show_stepper(struct tfdbg *t, struct err *err)
{
	bool ok;

	t->stepper = stepper_new(t->dbg, err);
	if (!t->stepper)
		return false;
	stand(t, AT_STEPPER, TITLE_START, "Node Stepper: ", xstrdup("lt"));
	ok = show(t, err);
	stepper_free(t->stepper);
	t->stepper = NULL;
	t->answer = DO_RUN_PLAIN;
	return ok;
}

/* ---- what to do with the next run ---- */

/* pending: the answer of the last run-end screen. false: the screen could not be shown. */
static bool decide(struct tfdbg *t, enum tf_do pending, enum tf_do *how, struct err *err)
{
	if (t->times > 0)
		t->times--;
	*how = DO_RUN;
	if (t->till || t->exiting)
		return true;
	if (t->number > 1 && !t->skip && t->began) {
		*how = t->times > 0 ? DO_RUN_PLAIN : pending ? pending : DO_RUN;
		if (*how == DO_RUN_PLAIN && t->times == 0)
			*how = DO_RUN;
		return true;
	}
	*how = pending;
	if (pending)
		return true;
	if (!show_start(t, err) || (t->answer == DO_STEPPER && !show_stepper(t, err)))
		return false;
	t->began = true;
	if (t->times > 1)
		t->times--;
	t->exiting = t->answer == DO_EXIT;
	*how = t->answer;
	return true;
}

/* After a watched run: its screen, unless a filter is waited for and nothing passes it. */
static bool ended(struct tfdbg *t, enum tf_do *pending, struct err *err)
{
	char *passed = NULL, *not = NULL;
	bool ok;

	*pending = DO_NOTHING;
	if (t->till && !t->failed && !tf_filter_any(t, t->till, t->till_not, err))
		return !err_is(err);
	if (!t->failed) {
		passed = t->till;
		not = t->till_not;
	} else {
		free(t->till);
		free(t->till_not);
	}
	t->till = t->till_not = NULL;
	ok = show_end(t, passed, not, err);
	free(passed);
	free(not);
	t->exiting = t->answer == DO_EXIT;
	*pending = t->exiting ? DO_NOTHING : t->answer;
	return ok;
}

static bool run_it(struct tfdbg *t, enum tf_do how, enum tf_do *pending, struct err *err)
{
	run_forget(t);
	if (!dbg_start(t->dbg, err) || !dbg_continue(t->dbg, err))
		return false;
	if (dbg_state(t->dbg) == DBG_STOPPED)
		return err_set(err, ERR_KIND_INTERRUPT, ERR_CANCELLED, "interrupted");
	t->failed = dbg_error(t->dbg);
	*pending = DO_NOTHING;
	if (how == DO_RUN)
		return ended(t, pending, err);
	if (how != DO_PROFILE || t->failed)
		return true;
	if (!show_profile(t, err))
		return false;
	t->exiting = t->answer == DO_EXIT;
	*pending = t->exiting ? DO_NOTHING : t->answer;
	return true;
}

/* ^C on a screen ends it all. */
static bool killed(const struct tfdbg *t, struct sink *msg)
{
	if (t->killed)
		sink_puts(msg, "tfdbg: caught SIGINT; calling sys.exit(1).\n");
	return t->killed;
}

int tfdbg_session(struct tfdbg *t, const struct tf_host *host, struct sink *msg, struct err *err)
{
	enum tf_do pending = DO_NOTHING, how;

	for (int i = 0; i < host->n; i++) {
		t->sig = host->signature(host->ctx, i);
		t->number = (uint64_t)i + 1;
		if (!host->feed(host->ctx, i, t->dbg, err) || !decide(t, pending, &how, err))
			return err_exit(err);
		if (killed(t, msg))
			return EXIT_ERROR;
		if (t->exiting) {
			sink_puts(msg, "Note: user exited from debugger CLI: Calling sys.exit(1).\n");
			return EXIT_ERROR;
		}
		if (!run_it(t, how, &pending, err))
			return err_exit(err);
		if (killed(t, msg))
			return EXIT_ERROR;
		if (!host->results(host->ctx, i, t->dbg, how == DO_RUN, err))
			return err_exit(err);
	}
	return EXIT_FINE;
}
