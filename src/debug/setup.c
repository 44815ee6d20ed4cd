/* A debugger before its runs: what is to be run, with which inputs, within which limits. */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

struct dbg *dbg_new(const struct metagraph *mg, struct err *err)
{
	struct dbg *d;

	if (!mg->graph) {
		err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "the MetaGraph has no graph");
		return NULL;
	}
	d = xcalloc(1, sizeof(*d));
	d->mg = mg;
	d->budget = (size_t)1 << 30;
	d->next_break = 1;
	history_clear(d);
	dbg_stop(d, DBG_IDLE, "no run yet");
	return d;
}

void dbg_reset(struct dbg *d)
{
	exec_free(d->x);
	d->x = NULL;
	history_clear(d);
	edits_clear_run(d);
	d->was_done = false;
	err_clear(&d->err);
	str_clear(&d->printed);
	str_clear(&d->log);
	dbg_stop(d, DBG_IDLE, "no run yet");
}

static void inputs_free(struct dbg *d)
{
	for (uint32_t i = 0; d->sig && i < d->sig->n_in; i++) {
		tensor_unref(d->in[i]);
		free(d->in_text[i]);
	}
	free(d->in);
	free(d->in_text);
	d->in = NULL;
	d->in_text = NULL;
}

void dbg_free(struct dbg *d)
{
	if (!d)
		return;
	dbg_reset(d);
	history_free(d);
	inputs_free(d);
	breaks_free(d);
	edits_free(d);
	snapshot_free(d->fresh);
	snapshot_free(d->loaded);
	session_free(d->s);
	arena_free(d->names);
	str_free(&d->path);
	str_free(&d->printed);
	str_free(&d->log);
	free(d->on_hit);
	free(d->why);
	free(d);
}

bool dbg_choose(struct dbg *d, const struct signature *sig, struct err *err)
{
	if (!sig)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no signature is given");
	dbg_reset(d);
	inputs_free(d);
	d->sig = sig;
	d->trace = NULL;
	d->in = xcalloc((size_t)sig->n_in + 1, sizeof(struct tensor *));
	d->in_text = xcalloc((size_t)sig->n_in + 1, sizeof(char *));
	return true;
}

void dbg_keep(struct dbg *d)
{
	if (d->s && d->state == DBG_DONE && !err_is(&d->err)) {
		edits_take_out(d);
		snapshot_free(d->fresh);
		d->fresh = session_save(d->s);
	}
}

bool dbg_choose_call(struct dbg *d, const struct signature *sig, const struct trace *t, struct err *err)
{
	dbg_keep(d);
	if (!dbg_choose(d, sig, err))
		return false;
	d->trace = t;
	return true;
}

bool dbg_set_input(struct dbg *d, uint32_t i, struct tensor *t, const char *text, struct err *err)
{
	if (!d->sig || i >= d->sig->n_in)
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "no such input");
	tensor_ref(t);
	tensor_unref(d->in[i]);
	d->in[i] = t;
	free(d->in_text[i]);
	d->in_text[i] = text ? xstrdup(text) : NULL;
	return true;
}

void dbg_limits(struct dbg *d, const struct session_opts *o)
{
	d->limits = *o;
	d->limits.timeout = 0;
}

void dbg_budget_set(struct dbg *d, size_t bytes)
{
	d->budget = bytes;
	history_trim(d);
}

size_t dbg_budget(const struct dbg *d)
{
	return d->budget;
}
