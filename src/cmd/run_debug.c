/*
 * run --tf_debug: the same inputs, outputs and exit codes as run, with the run debugger around each run of a
 * signature. --signature_def A,B runs A, then B, in one session.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "cmd/inputs.h"
#include "cmd/peer.h"
#include "cmd/rows.h"
#include "cmd/run.h"
#include "cmd/tfdbg/filters.h"
#include "cmd/watch.h"

bool run_debug_ok(const struct cmd_call *c, struct err *err)
{
	static const char *const other[] = {
		"dump", "compare", "feed", "fetch", "function", "json_input", "output", "timeout", "fast", "verify",
		"repeat", "profile", "threads",
	};

	if (!call_flag(c, "tf_debug"))
		return (!call_str(c, "ui") && !call_opt(c, "filter")->given) ||
		       err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--%s goes with --tf_debug",
			       call_str(c, "ui") ? "ui" : "filter");
	for (size_t i = 0; i < sizeof(other) / sizeof(*other); i++)
		if (call_opt(c, other[i])->given)
			return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
				       "--%s does not go with --tf_debug", other[i]);
	return true;
}

bool run_signatures(struct run *r, const struct metagraph *mg, const char *names)
{
	struct sv all = sv_of(names);

	if (metagraph_signature(mg, all) || sv_find(all, ',') < 0)
		return false;
	for (size_t i = 0; i <= all.n;) {
		struct sv rest = sv_sub(all, i, all.n);
		long comma = sv_find(rest, ',');
		size_t n = comma < 0 ? rest.n : (size_t)comma;
		const struct signature *sig = metagraph_signature(mg, sv_sub(rest, 0, n));

		if (!sig) {
			free(r->sigs);
			r->sigs = NULL;
			r->n_sigs = 0;
			return false;
		}
		r->sigs = xrealloc(r->sigs, ((size_t)r->n_sigs + 1) * sizeof(*r->sigs));
		r->sigs[r->n_sigs++] = sig;
		i += n + 1;
	}
	return true;
}

bool run_elsewhere(const struct run *r, struct sv key)
{
	for (int i = 0; i < r->n_sigs; i++)
		if (input_find(r->sigs[i], key, NULL) >= 0)
			return true;
	return false;
}

void run_feed_free(struct run *r)
{
	for (uint32_t i = 0; r->feed && i < r->sig->n_in; i++)
		tensor_unref(r->feed[i]);
	free(r->feed);
	r->feed = NULL;
}

/* ---- what the run debugger asks ---- */

struct host {
	struct run *r;
	run_part feed, results;
	struct err failed;	/* of the first run that did */
};

static const struct signature *host_signature(void *ctx, int i)
{
	const struct run *r = ((struct host *)ctx)->r;

	return r->n_sigs ? r->sigs[i] : r->sig;
}

static bool host_feed(void *ctx, int i, struct dbg *d, struct err *err)
{
	struct host *h = ctx;
	struct run *r = h->r;

	run_feed_free(r);
	r->sig = host_signature(ctx, i);
	if (!h->feed(r, err) || !dbg_choose(d, r->sig, err))
		return false;
	for (uint32_t k = 0; k < r->sig->n_in; k++)
		if (r->feed[k] && !dbg_set_input(d, k, r->feed[k], NULL, err))
			return false;
	return true;
}

/* A run that failed before a person's eyes does not end the session, but makes its exit code. */
static bool host_failed(struct host *h, const struct err *why, bool shown, struct err *err)
{
	struct err *to = shown ? &h->failed : err;

	err_set(to, why->kind, why->code, "%s", why->msg);
	if (why->site)
		err_at(to, "%s", why->site);
	return shown;
}

static bool host_results(void *ctx, int i, struct dbg *d, bool shown, struct err *err)
{
	struct host *h = ctx;
	bool ok;

	(void)i;
	sink_puts(h->r->c->msg, dbg_printed(d));
	if (dbg_error(d))
		return host_failed(h, dbg_error(d), shown, err);
	h->r->dbg = d;
	ok = h->results(h->r, err);
	dbg_keep(d);
	return ok;
}

/* The filters; "--ui readline", the screen where there is one, plain lines elsewhere. */
static bool set_up(struct cmd_call *c, struct tfdbg *t, struct err *err)
{
	const char *ui = call_str(c, "ui") ? call_str(c, "ui") : call_flag(c, "linear") ? "readline" : NULL;
	bool screen = c->app->screen && c->app->screen->usable();

	if (ui && strcmp(ui, "curses") && strcmp(ui, "readline"))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "--ui is curses or readline, not \"%s\"",
			       ui);
	if (ui && !strcmp(ui, "curses") && !screen)
		sink_puts(c->msg, "no terminal that the screen can use: the line prompt instead\n");
	tf_filters_read(t, c->msg);
	for (int i = 0; i < call_opt(c, "filter")->n; i++)
		if (!tf_filter_option(t, call_opt(c, "filter")->list[i], err))
			return false;
	t->curses = screen && (!ui || !strcmp(ui, "curses"));
	return true;
}

bool run_debugged(struct run *r, run_part feed, run_part results, struct err *err)
{
	struct host h = { .r = r, .feed = feed, .results = results };
	struct tf_host host = {
		.ctx = &h, .n = r->n_sigs ? r->n_sigs : 1, .signature = host_signature, .feed = host_feed,
		.results = host_results,
	};
	struct session_opts o = { 0 };
	struct tfdbg *t = limits_read(r->c, &o, err) ? tfdbg_new(r->c->app, err) : NULL;
	bool ok;

	if (!t)
		return false;
	dbg_limits(t->dbg, &o);
	ok = set_up(r->c, t, err);
	if (ok) {
		r->rc = tfdbg_session(t, &host, r->c->msg, err);
		if (err_is(&h.failed))
			err_move(err, &h.failed);
		ok = !err_is(err);
		if (r->c->app->screen && r->c->app->screen->tfdbg_end && !r->c->app->screen->tfdbg_end(t))
			r->rc = EXIT_ERROR;
	}
	err_clear(&h.failed);
	tfdbg_free(t);
	return ok;
}
