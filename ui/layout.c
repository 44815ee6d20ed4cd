/*
 * Where the panels are:
 *
 *   under 70 columns, or zoomed    the panel in focus alone
 *   under 150                      left | middle over right
 *   wider                          left | middle | right
 *
 * Line 0 is the title, the last two are status (or prompt) and keys.
 */
#include "ui/view.h"

enum { NARROW = 70, WIDE = 150, MIN_W = 20, MIN_H = 6 };

bool ui_too_small(const struct ui *ui)
{
	return ui->cv.w < MIN_W || ui->cv.h < MIN_H;
}

static void panels_choose(struct ui *ui)
{
	struct view **p = ui->panel;
	bool values = ui->tensor != NULL;

	p[PANEL_LEFT] = p[PANEL_MID] = p[PANEL_RIGHT] = NULL;
	if (ui->mode == MODE_BROWSE) {
		p[PANEL_LEFT] = ui->tree;
		p[PANEL_MID] = ui->detail;
		if (values)
			p[PANEL_RIGHT] = ui->tensor;
		return;
	}
	if (ui->form) {
		p[PANEL_LEFT] = ui->form;
		p[PANEL_RIGHT] = ui->tensor;
		return;
	}
	p[PANEL_LEFT] = ui->steps;
	p[PANEL_MID] = ui->about;
	p[PANEL_RIGHT] = ui->tensor;
}

static int left_width(const struct ui *ui)
{
	int w = ui->cv.w;

	if (ui->mode == MODE_RUN && ui->form)
		return w / 2;
	if (w >= WIDE)
		return ui->panel[PANEL_RIGHT] ? w * 30 / 100 : w * 32 / 100;
	return ui->mode == MODE_RUN ? w * 44 / 100 : w * 40 / 100;
}

static void columns(struct ui *ui, int y, int h)
{
	struct view **p = ui->panel;
	int w = ui->cv.w, lw = p[PANEL_LEFT] ? left_width(ui) : 0, x = lw ? lw + 1 : 0;
	struct rect *r = ui->rect;

	r[PANEL_LEFT] = (struct rect){ 0, y, lw, h };
	if (!p[PANEL_RIGHT] || !p[PANEL_MID]) {
		r[p[PANEL_MID] ? PANEL_MID : PANEL_RIGHT] = (struct rect){ x, y, w - x, h };
		return;
	}
	if (w >= WIDE) {
		int mw = (w - x) * 45 / 100;

		r[PANEL_MID] = (struct rect){ x, y, mw, h };
		r[PANEL_RIGHT] = (struct rect){ x + mw + 1, y, w - x - mw - 1, h };
	} else {
		int mh = h * (ui_failing(ui) ? 72 : 42) / 100;	/* a failure has much to say */

		r[PANEL_MID] = (struct rect){ x, y, w - x, mh };
		r[PANEL_RIGHT] = (struct rect){ x, y + mh, w - x, h - mh };
	}
}

static void view_place(struct view *v, const struct rect *r)
{
	int heads = v->ops->heads ? v->ops->heads(v) : 0;

	v->x = r->x;
	v->w = r->w;
	v->y = r->y + 1 + heads;
	v->h = r->h - 1 - heads;
	if (r->h == 0 || v->h < 0)
		v->h = 0;
	if (v->ops->shown)
		v->ops->shown(v);
	if (!(v->ops->flags & VIEW_WHOLE))
		view_fit(v);
}

static int first_panel(const struct ui *ui)
{
	for (int i = 0; i < PANEL_N; i++)
		if (ui->panel[i])
			return i;
	return 0;
}

void ui_layout(struct ui *ui)
{
	int y = 1, h = ui->cv.h - 3;

	panels_choose(ui);	/* views may be gone, however small the window is */
	if (!ui->panel[ui->focus])
		ui->focus = first_panel(ui);
	if (ui_too_small(ui))
		return;
	for (int i = 0; i < PANEL_N; i++)
		ui->rect[i] = (struct rect){ 0, 0, 0, 0 };
	if (ui->zoom || ui->cv.w < NARROW || h < 9)
		ui->rect[ui->focus] = (struct rect){ 0, y, ui->cv.w, h };
	else
		columns(ui, y, h);
	for (int i = 0; i < PANEL_N; i++)
		if (ui->panel[i])
			view_place(ui->panel[i], &ui->rect[i]);
	for (size_t i = 0; i < ui->popup.n; i++)
		view_place(ui->popup.p[i], &(struct rect){ 0, y, ui->cv.w, h });
}

bool ui_panel_at(struct ui *ui, int x, int y, int *panel)
{
	for (int i = 0; i < PANEL_N; i++) {
		const struct rect *r = &ui->rect[i];

		if (ui->panel[i] && r->h && x >= r->x && x < r->x + r->w && y >= r->y &&
		    y < r->y + r->h) {
			*panel = i;
			return true;
		}
	}
	return false;
}

/* ---- drawing ---- */

static void title_draw(struct ui *ui, struct view *v, const struct rect *r, bool focused)
{
	struct row t = { 0 };

	row_add(&t, ST_TITLE, focused ? "> " : "  ");
	if (v->ops->title)
		v->ops->title(v, &t);
	else
		place_title(&v->at, &t);
	if (v->filter) {
		row_add(&t, ST_WARN, "  filter: ");
		row_name(&t, ST_WARN, sv_of(v->filter));
		row_addf(&t, ST_WARN, "  %zu of %zu", view_count(v), v->ops->count(v));
	}
	row_shorten(&t, r->w);
	canvas_row(&ui->cv, r->x, r->y, r->w, &t, 0, focused ? LOOK_REVERSE : LOOK_UNDERLINE, true);
	row_free(&t);
}

/* Says that a row goes on to the left or to the right of what is seen. */
static void cut_marks(struct ui *ui, const struct view *v, int y, const struct row *r)
{
	if (r->width - v->left > v->w && v->w > 0)
		canvas_mark(&ui->cv, v->x + v->w - 1, y);
	if (v->left > 0 && r->width > 0)
		canvas_mark(&ui->cv, v->x, y);
}

static void rows_draw(struct ui *ui, struct view *v, bool focused)
{
	struct row r = { 0 };

	if (!(v->ops->flags & VIEW_WHOLE) && v->h > 0 && !view_count(v))
		canvas_text(&ui->cv, v->x, v->y, v->w, ST_DIM,
			    v->filter ? "nothing passes the filter" : "none");

	for (int i = 0; i < v->h; i++) {
		bool whole = v->ops->flags & VIEW_WHOLE;
		size_t row = (size_t)i;
		bool here = !whole && v->top + (size_t)i == v->cur;

		if (whole ? row >= v->ops->count(v) : !view_row(v, v->top + (size_t)i, &row))
			break;
		row_clear(&r);
		v->ops->draw(v, row, &r);
		if ((v->ops->ctx & CTX_TREE) && !v->left)	/* there, left and right fold */
			row_shorten(&r, v->w);
		canvas_row(&ui->cv, v->x, v->y + i, v->w, &r, v->left,
			   here ? (focused ? LOOK_REVERSE : LOOK_UNDERLINE) : 0, here);
		if (!whole)
			cut_marks(ui, v, v->y + i, &r);
	}
	row_free(&r);
}

static void view_draw(struct ui *ui, struct view *v, const struct rect *rect, bool focused)
{
	struct row r = { 0 };

	title_draw(ui, v, rect, focused);
	for (int i = 0; v->ops->heads && i < v->ops->heads(v); i++) {
		row_clear(&r);
		v->ops->head(v, i, &r);
		canvas_row(&ui->cv, v->x, rect->y + 1 + i, v->w, &r, v->left, 0, false);
		cut_marks(ui, v, rect->y + 1 + i, &r);
	}
	row_free(&r);
	rows_draw(ui, v, focused);
	if (!focused)
		return;
	ui->cv.cx = v->ops->flags & VIEW_WHOLE ? v->x + v->cx : v->x;
	ui->cv.cy = v->ops->flags & VIEW_WHOLE ? v->y + v->cy : v->y + (int)(v->cur - v->top);
}

void ui_draw_panels(struct ui *ui)
{
	if (ui->popup.n) {
		view_draw(ui, vec_last(&ui->popup), &(struct rect){ 0, 1, ui->cv.w, ui->cv.h - 3 }, true);
		return;
	}
	for (int i = 0; i < PANEL_N; i++) {
		const struct rect *r = &ui->rect[i];

		if (!ui->panel[i] || !r->h)
			continue;
		view_draw(ui, ui->panel[i], r, i == ui->focus);
		for (int y = r->y; r->x > 0 && y < r->y + r->h; y++)
			canvas_text(&ui->cv, r->x - 1, y, 1, ST_DIM, "│");
	}
}
