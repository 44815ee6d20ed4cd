/*
 * Edits: values that somebody puts in the place of what a node made. An edit of what was made already takes the
 * run back to there and on to where it stood, and runs only what depends on it: every other node gives what it
 * gave before.
 *
 *   fresh	tensors that differ from the run before: what takes one of them runs again
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

#include "ops/op.h"

static void edit_clear(struct edit *e)
{
	free(e->text);
	free(e->path);
	tensor_unref(e->value);
}

void edits_free(struct dbg *d)
{
	for (size_t i = 0; i < d->edit.n; i++)
		edit_clear(&d->edit.p[i]);
	vec_free(&d->edit);
	map_free(&d->fresh_tensors);
}

/* ---- while a run goes on ---- */

static bool meets(const struct edit *e, const struct frec *fr, uint32_t node)
{
	struct sv path = { e->path, e->iter ? (size_t)(e->iter - e->path) : strlen(e->path) };
	struct sv name = graph_node_name(fr->graph, node);

	return path.n == fr->prefix.n + name.n && sv_starts(path, fr->prefix) && sv_ends(path, name) &&
	       (!e->iter || !strcmp(fr->iter, e->iter));
}

/* The edit of a node's output, or NULL. The last one counts. */
static struct edit *edit_of(struct dbg *d, const struct frec *fr, uint32_t node, int slot)
{
	for (size_t i = d->edit.n; i-- > 0;)
		if (d->edit.p[i].slot == slot && meets(&d->edit.p[i], fr, node))
			return &d->edit.p[i];
	return NULL;
}

bool edit_meets(struct dbg *d, const struct frec *fr, uint32_t node, int slot)
{
	return edit_of(d, fr, node, slot) != NULL;
}

void edits_skip(struct dbg *d)
{
	const struct tick *t = &d->tick.p[d->here];
	int n = exec_n_out(d->x);
	struct tensor **out;
	bool all = n > 0 && d->edit.n > 0;

	if (!all)
		return;
	out = xcalloc((size_t)n, sizeof(*out));
	for (int k = 0; all && k < n; k++) {
		struct edit *e = edit_of(d, t->fr, t->node, k);

		out[k] = e ? e->value : NULL;
		all = e != NULL;
	}
	if (all)
		exec_skip(d->x, out, n, NULL);
	free(out);
}

void edits_apply(struct dbg *d, const struct exec_event *ev)
{
	struct frec *fr = d->edit.n ? history_frec(d, ev->frame, ev->node) : NULL;

	for (int k = 0; fr && k < exec_n_out(d->x); k++) {
		struct edit *e = edit_of(d, fr, ev->node, k);

		if (e && exec_out(d->x, k) != e->value && exec_set_out(d->x, k, e->value, NULL))
			e->applied++;
	}
}

/* ---- running what depends on an edit ---- */

static struct sv key_of(struct tensor *const *t)
{
	return (struct sv){ (const char *)t, sizeof(*t) };
}

/* The map's key is the pointer, kept in the arena of the run. */
static void mark_fresh(struct dbg *d, struct tensor *t)
{
	if (t)
		map_put(&d->fresh_tensors, arena_sv(d->names, key_of(&t)), 1);
}

static bool takes_fresh(const struct dbg *d)
{
	for (int i = 0; i < exec_n_in(d->x); i++) {
		struct tensor *t = exec_in(d->x, i);

		if (t && map_get(&d->fresh_tensors, key_of(&t), NULL))
			return true;
	}
	return false;
}

static bool is_edited(struct dbg *d, const struct tick *t)
{
	for (int k = 0; k < exec_n_out(d->x); k++)
		if (edit_of(d, t->fr, t->node, k))
			return true;
	return false;
}

/* The node here: does it run again? */
static bool runs_again(struct dbg *d, uint64_t first)
{
	const struct tick *t = &d->tick.p[d->here];

	return d->here == first || t->event < 0 || takes_fresh(d) || is_edited(d, t);
}

bool edit_kept(struct dbg *d, struct event *e)
{
	const struct op_row *row = exec_row(d->x);
	bool random = row && row->flags & OP_RANDOM;

	/* what does not depend on the edit is as it was, whatever a random op draws now */
	for (int i = 0; i < e->n_out; i++) {
		struct tensor *now = exec_out(d->x, i), *was = e->out[i];
		bool object = was && dtype_info(was->dtype)->kind == DK_OBJECT;

		if (!was || now == was)
			continue;
		if (object && now)
			session_again(d->s, now, was);
		if (object || (random && !d->again) || (now && tensor_same(now, was)))
			exec_set_out(d->x, i, was, NULL);
	}
	for (int i = 0; i < e->n_out; i++)
		if (exec_out(d->x, i) != e->out[i])
			return false;
	return true;
}

void edit_changed(struct dbg *d, const struct event *e)
{
	for (int i = 0; i < e->n_out; i++)
		mark_fresh(d, e->out[i]);
}

/* From before tick `from` on, to before tick `to` (or the end). */
static bool run_again(struct dbg *d, uint64_t from, uint64_t to, struct err *err)
{
	enum got got = GOT_NODE;

	if (!machine_goto(d, from, err))
		return false;
	map_free(&d->fresh_tensors);
	d->rerun = 0;
	d->editing = true;
	while (got == GOT_NODE && d->here < to) {
		d->again = runs_again(d, from);
		if (d->again) {
			d->rerun += !tick_is_arg(d, d->here);
			edits_skip(d);
		} else {
			give_recorded(d);
		}
		got = machine_next(d);
		if (got == GOT_INTERRUPT)
			break;
	}
	d->editing = false;
	map_free(&d->fresh_tensors);
	if (got == GOT_FAILED)
		stop_failed(d);
	else if (got == GOT_DONE || got == GOT_ERROR)
		stop_ended(d);
	else
		dbg_stop(d, DBG_STOPPED, got == GOT_INTERRUPT ? "interrupted" : "edited");
	return true;
}

/* The run stands where it stood, with the edits as they are now. */
static bool refresh(struct dbg *d, int64_t event, struct err *err)
{
	uint64_t to = d->state == DBG_DONE ? UINT64_MAX : d->here;

	if (event < 0 || (uint64_t)event >= history_seq(d))
		return true;		/* it comes when the run gets there */
	return run_again(d, d->event.p[event].tick, to, err);
}

/* ---- the list ---- */

static int64_t event_met(const struct dbg *d, const struct edit *e)
{
	for (size_t i = 0; i < d->event.n; i++)
		if (meets(e, d->event.p[i].fr, d->event.p[i].node))
			return (int64_t)i;
	return -1;
}

bool dbg_edit(struct dbg *d, const char *text, const char *path, int slot, struct tensor *value, int *id,
	      struct err *err)
{
	struct edit e = { .id = ++d->next_edit, .slot = slot, .value = tensor_ref(value), .text = xstrdup(text),
			  .path = xstrdup(path) };
	char *at = strrchr(e.path, '@');

	e.iter = at && at[1] >= '0' && at[1] <= '9' ? at : NULL;
	vec_push(&d->edit, e);
	*id = e.id;
	return d->state == DBG_IDLE || refresh(d, event_met(d, &e), err);
}

bool dbg_edit_undo(struct dbg *d, int id, struct err *err)
{
	struct edit gone;
	size_t i = 0;
	int64_t event;
	bool ok;

	while (i < d->edit.n && d->edit.p[i].id != id)
		i++;
	if (i == d->edit.n)
		return err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no edit %d", id);
	gone = d->edit.p[i];
	memmove(&d->edit.p[i], &d->edit.p[i + 1], (d->edit.n - i - 1) * sizeof(gone));
	d->edit.n--;
	event = event_met(d, &gone);
	ok = d->state == DBG_IDLE || refresh(d, event, err);
	edit_clear(&gone);
	return ok;
}

int dbg_n_edits(const struct dbg *d)
{
	return (int)d->edit.n;
}

bool dbg_edit_at(const struct dbg *d, int i, struct dbg_edit_row *out)
{
	const struct edit *e = i >= 0 && (size_t)i < d->edit.n ? &d->edit.p[i] : NULL;

	if (e)
		*out = (struct dbg_edit_row){ e->id, e->text, e->path, e->slot, e->value, e->applied };
	return e != NULL;
}

uint64_t dbg_rerun(const struct dbg *d)
{
	return d->rerun;
}
