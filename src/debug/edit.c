/*
 * The list of edits: what somebody puts in the place of what is there. edit_put.c brings them into
 * a run, edit_again.c runs what depends on them.
 */
#include "debug/inside.h"

#include <stdlib.h>
#include <string.h>

void edit_clear(struct edit *e)
{
	free(e->text);
	free(e->line);
	free(e->path);
	free(e->slice);
	free(e->variable);
	tensor_unref(e->value);
	tensor_unref(e->base);
	arena_free(e->arena);
}

void edits_clear_run(struct dbg *d)
{
	vec_free(&d->edited);
	arena_free(d->edited_arena);
	d->edited_arena = NULL;
	for (size_t i = 0; i < d->edit.n; i++) {
		struct edit *e = &d->edit.p[i];

		tensor_unref(e->base);
		e->base = NULL;
		e->applied = 0;
	}
}

void edits_free(struct dbg *d)
{
	edits_clear_run(d);
	for (size_t i = 0; i < d->edit.n; i++)
		edit_clear(&d->edit.p[i]);
	vec_free(&d->edit);
}

bool edit_meets(const struct edit *e, const struct frec *fr, uint32_t node)
{
	struct sv path, name;

	if (!e->path)
		return e->kind == EDIT_ATTR && e->graph == fr->graph && e->node == node;
	path = (struct sv){ e->path, e->iter ? (size_t)(e->iter - e->path) : strlen(e->path) };
	name = graph_node_name(fr->graph, node);
	return path.n == fr->prefix.n + name.n && sv_starts(path, fr->prefix) &&
	       sv_ends(path, name) && (!e->iter || !strcmp(fr->iter, e->iter));
}

/* ---- coming and going ---- */

static char *dup(const char *z)
{
	return z ? xstrdup(z) : NULL;
}

static struct edit edit_of(const struct dbg_edit_spec *s)
{
	struct edit e = {.kind = s->kind,
			 .how = s->how,
			 .text = dup(s->text),
			 .line = dup(s->line),
			 .path = dup(s->path),
			 .slot = s->slot,
			 .value = tensor_ref(s->value),
			 .slice = dup(s->slice),
			 .variable = dup(s->variable),
			 .graph = s->graph,
			 .node = s->node};
	char *at = e.path ? strrchr(e.path, '@') : NULL;

	e.iter = at && at[1] >= '0' && at[1] <= '9' ? at : NULL;
	return e;
}

/* Of these edits, which are in the list or no longer: the run follows. */
static bool follow(struct dbg *d, const edit_vec *of, struct err *err)
{
	d->rerun = d->depend = 0;
	for (size_t i = 0; i < d->event.n; i++)
		d->event.p[i].again = d->event.p[i].depends = false;
	return d->state == DBG_IDLE || edits_again(d, of, err);
}

bool dbg_edit(struct dbg *d, const struct dbg_edit_spec *spec, int *id, struct err *err)
{
	struct edit e = edit_of(spec);
	edit_vec of = { &e, 1, 1 };
	bool ok;

	if (e.kind == EDIT_ATTR && !edit_attr_parse(&e, spec->key, spec->attr, err)) {
		edit_clear(&e);
		return false;
	}
	*id = e.id = ++d->next_edit;
	vec_push(&d->edit, e);
	ok = follow(d, &of, err);
	vec_last(&d->edit).again = d->rerun;
	vec_last(&d->edit).depend = d->depend;
	if (!ok)
		edit_clear(&d->edit.p[--d->edit.n]);
	return ok;
}

/* Those that are to go, out of the list. */
static void take(struct dbg *d, int id, edit_vec *gone)
{
	size_t n = 0;

	for (size_t i = 0; i < d->edit.n; i++) {
		struct edit e = d->edit.p[i];

		if (id == 0 || e.id == id)
			vec_push(gone, e);
		else
			d->edit.p[n++] = e;
	}
	d->edit.n = n;
}

bool dbg_edit_undo(struct dbg *d, int id, struct err *err)
{
	edit_vec gone = { 0 };
	bool ok;

	take(d, id, &gone);
	if (!gone.n)
		return id ? err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "no edit %d", id) :
			    err_set(err, ERR_KIND_USAGE, ERR_NOT_FOUND, "there are no edits");
	ok = follow(d, &gone, err);
	for (size_t i = 0; i < gone.n; i++)
		edit_clear(&gone.p[i]);
	vec_free(&gone);
	return ok;
}

/* ---- looking ---- */

int dbg_n_edits(const struct dbg *d)
{
	return (int)d->edit.n;
}

bool dbg_edit_at(const struct dbg *d, int i, struct dbg_edit_row *out)
{
	const struct edit *e = i >= 0 && (size_t)i < d->edit.n ? &d->edit.p[i] : NULL;

	if (e)
		*out = (struct dbg_edit_row){
			.id = e->id,
			.kind = e->kind,
			.text = e->text,
			.line = e->line,
			.path = e->path,
			.slot = e->slot,
			.variable = e->variable,
			.value = e->value,
			.applied = e->applied,
			.again = e->again,
			.depend = e->depend,
		};
	return e != NULL;
}

uint64_t dbg_rerun(const struct dbg *d)
{
	return d->rerun;
}

uint64_t dbg_depend(const struct dbg *d)
{
	return d->depend;
}
