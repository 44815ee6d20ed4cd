/*
 * Where one has been: the marks (m LETTER), then the stops of the browser's history, oldest first,
 * with the place that is shown now between those to go back to and those to go forward to.
 */
#include "ui/view.h"

#include <ctype.h>
#include <string.h>

/* ---- marks ---- */

static struct mark *mark_find(struct ui *ui, char letter)
{
	for (size_t i = 0; i < ui->marks.n; i++)
		if (ui->marks.p[i].letter == letter)
			return &ui->marks.p[i];
	return NULL;
}

static void mark_set(struct ui *ui, char letter)
{
	struct mark m = {letter, ui_visit_now(ui)}, *old = mark_find(ui, letter);

	if (ui->mode == MODE_RUN && (!ui->about || ui->about->at.kind != AT_NODE)) {
		ui_say(ui, ST_WARN, "no node under the cursor to mark");
		return;
	}
	if (ui->mode == MODE_RUN)
		m.at = (struct visit){.at = ui->about->at, .in_detail = true};
	if (old)
		*old = m;
	else
		vec_push(&ui->marks, m);
	ui_say(ui, ST_TEXT, "marked: '%c comes back here", letter);
}

static void mark_jump(struct ui *ui, char letter)
{
	const struct mark *m = mark_find(ui, letter);
	struct visit to;

	if (!m) {
		ui_say(ui, ST_WARN, "there is no mark %c; H lists the marks", letter);
		return;
	}
	to = m->at;
	if (ui->mode == MODE_RUN && ui->steps && to.at.kind == AT_NODE &&
	    steps_reveal(ui->steps, to.at.g, to.at.i, to.at.event))
		return;
	to.at.event = 0; /* the run may be another one by now */
	ui_go(ui, &to.at);
	ui_visit(ui, &to);
}

void ui_letter(struct ui *ui, const char *key)
{
	bool mark = !strcmp(ui->letter_for, "mark");

	ui->letter_for = NULL;
	if (!isalnum((unsigned char)key[0]) || key[1])
		ui_say(ui, ST_DIM, "a mark is a letter or a digit");
	else if (mark)
		mark_set(ui, key[0]);
	else
		mark_jump(ui, key[0]);
}

/* ---- the list ---- */

static size_t n_stops(const struct ui *ui)
{
	return ui->back.n + 1 + ui->forward.n;
}

static struct visit stop_at(const struct ui *ui, size_t i)
{
	if (i < ui->back.n)
		return ui->back.p[i];
	if (i == ui->back.n)
		return ui_visit_now(ui);
	return ui->forward.p[ui->forward.n - (i - ui->back.n)];
}

static size_t places_count(struct view *v)
{
	return v->ui->marks.n + n_stops(v->ui);
}

static void place_draw(const struct place *at, struct row *r)
{
	struct row title = {0};

	place_title(at, &title);
	row_add(r, ST_TEXT, str_z(&title.text));
	row_free(&title);
	if (at->kind == AT_NODE && at->g->func) {
		row_add(r, ST_DIM, "  in function ");
		row_name(r, ST_DIM, at->g->func->name);
	}
}

static void places_draw(struct view *v, size_t i, struct row *r)
{
	const struct ui *ui = v->ui;
	struct visit to;

	if (i < ui->marks.n) {
		row_addf(r, ST_KEY, " '%c  ", ui->marks.p[i].letter);
		place_draw(&ui->marks.p[i].at.at, r);
		return;
	}
	i -= ui->marks.n;
	to = stop_at(ui, i);
	row_add(r, ST_HERE, i == ui->back.n ? "  > " : "    ");
	row_add(r, ST_TEXT, " ");
	place_draw(&to.at, r);
}

static void places_open(struct view *v)
{
	v->cur = v->ui->marks.n + v->ui->back.n;
}

static bool places_action(struct view *v, const char *a)
{
	struct ui *ui = v->ui;
	size_t row;
	long by;

	if (strcmp(a, "open") || !view_cur(v, &row))
		return false;
	if (row < ui->marks.n) {
		char letter = ui->marks.p[row].letter;

		ui_close(ui);
		mark_jump(ui, letter);
		return true;
	}
	by = (long)(row - ui->marks.n) - (long)ui->back.n;
	ui_close(ui);
	for (; by; by += by < 0 ? 1 : -1)
		ui_history(ui, by < 0 ? -1 : 1);
	return true;
}

const struct view_ops view_places = {
	.kind = AT_PLACES,
	.ctx = CTX_TEXT | CTX_PLACES,
	.open = places_open,
	.count = places_count,
	.draw = places_draw,
	.action = places_action,
};
