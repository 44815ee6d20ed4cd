/*
 * Search: over the rows of a view, or over more than these where the view says so. It works in slices while
 * nobody presses a key, so that a graph of a million nodes does not hold up the screen: first to the next hit,
 * then on to count them all.
 */
#include <stdlib.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ui/view.h"

enum { SLICE_MS = 15, AT_ONCE = 64 };

struct search {
	struct view *v;
	char *what;
	struct pattern *p;
	int dir;
	size_t n;			/* things to look at */
	size_t at, looked;		/* the next one; how many were */
	bool found;
	size_t hit;			/* where the cursor went */
	size_t hits, before;		/* counted: all; up to the hit */
	bool silent;			/* something else has been said since */
};

void search_stop(struct ui *ui)
{
	struct search *s = ui->searching;

	if (!s)
		return;
	pattern_free(s->p);
	free(s->what);
	free(s);
	ui->searching = NULL;
}

/* ---- what there is to look at ---- */

static size_t things(struct view *v)
{
	return v->ops->search_n && !v->filter ? v->ops->search_n(v) : view_count(v);
}

static size_t here(struct view *v)
{
	return v->ops->search_n && !v->filter ? v->ops->search_here(v) : v->cur;
}

static bool hits(struct search *s, size_t i)
{
	struct view *v = s->v;
	size_t row;

	if (v->ops->search_n && !v->filter)
		return v->ops->search_hit(v, i, s->p);
	return view_row(v, i, &row) && view_row_hits(v, row, s->p);
}

static void go(struct search *s, size_t i)
{
	if (s->v->ops->search_n && !s->v->filter)
		s->v->ops->search_go(s->v, i);
	else
		view_move(s->v, i);
}

/* ---- in slices ---- */

static void say(struct ui *ui, struct search *s)
{
	if (s->silent)
		return;
	if (!s->found)
		ui_say(ui, ST_DIM, "/%s: looking, %d %% (Esc stops)", s->what,
		       (int)(100.0 * (double)s->looked / (double)s->n));
	else if (s->looked < s->n)
		ui_say(ui, ST_TEXT, "/%s", s->what);
	else
		ui_say(ui, ST_TEXT, "/%s: %zu of %zu", s->what, s->before, s->hits);
}

/* true: there is more to do. */
static bool to_the_next(struct ui *ui, struct search *s, double until)
{
	for (int k = 0; s->looked < s->n; k++) {
		if (k % AT_ONCE == AT_ONCE - 1 && clock_ms() > until)
			return true;
		if (hits(s, s->at)) {
			s->found = true;
			s->hit = s->at;
			go(s, s->at);
			s->at = s->looked = 0;
			return true;
		}
		s->at = s->dir > 0 ? (s->at + 1) % s->n : (s->at + s->n - 1) % s->n;
		s->looked++;
	}
	ui_say(ui, ST_WARN, "/%s: not found", s->what);
	return false;
}

static bool count_all(struct search *s, double until)
{
	for (int k = 0; s->looked < s->n; k++) {
		if (k % AT_ONCE == AT_ONCE - 1 && clock_ms() > until)
			return true;
		if (hits(s, s->looked)) {
			s->hits++;
			s->before += s->looked <= s->hit;
		}
		s->looked++;
	}
	return false;
}

void search_step(struct ui *ui)
{
	struct search *s = ui->searching;
	double until = clock_ms() + SLICE_MS;
	bool more = true;

	if (!s)
		return;
	if (!s->found)
		more = to_the_next(ui, s, until);
	if (more && s->found)
		more = count_all(s, until);
	if (more || s->found)
		say(ui, s);
	if (!more)
		search_stop(ui);
}

void view_search(struct view *v, const char *what, int dir, bool from_here)
{
	struct ui *ui = v->ui;
	struct search *s;
	size_t n = things(v);

	search_stop(ui);
	if (!*what)
		return;
	if (!n) {
		ui_say(ui, ST_WARN, "/%s: not found", what);
		return;
	}
	s = xcalloc(1, sizeof(*s));
	s->v = v;
	s->what = xstrdup(what);
	s->p = pattern_new(what);
	if (pattern_bad(s->p, ui)) {
		pattern_free(s->p);
		free(s->what);
		free(s);
		return;
	}
	s->dir = dir;
	s->n = n;
	s->at = here(v);
	if (s->at >= n)
		s->at = dir > 0 ? 0 : n - 1;
	else if (!from_here)
		s->at = dir > 0 ? (s->at + 1) % n : (s->at + n - 1) % n;
	ui->searching = s;
	search_step(ui);
}

/* A key came: a hit that is still looked for is given up, counting goes on unless the view is left. */
void search_key(struct ui *ui)
{
	struct search *s = ui->searching;

	if (!s)
		return;
	if (!s->found)
		search_stop(ui);
	else
		s->silent = true;
}

void search_gone(struct ui *ui, const struct view *v)
{
	if (ui->searching && ui->searching->v == v)
		search_stop(ui);
}
