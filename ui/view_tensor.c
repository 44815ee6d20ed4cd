/* A tensor in a panel or over the screen: tensorview.h's rows under the engine. */
#include <stdlib.h>
#include <string.h>

#include "cmd/settings.h"
#include "ui/tensorview.h"
#include "ui/view.h"

static struct tview *tv_of(struct view *v)
{
	return v->priv;
}

void tensor_view_set(struct view *v, struct tensor *t, const char *label)
{
	tview_set(tv_of(v), t, label);
}

static void tensor_close(struct view *v)
{
	tview_free(tv_of(v));
}

static void tensor_title(struct view *v, struct row *r)
{
	struct sv label = str_sv(&tv_of(v)->label), rest = label;
	int wide = v->w > 24 ? v->w - 3 : 21;

	if (!tv_of(v)->t) {
		row_add(r, ST_TITLE, "value");
		return;
	}
	/* "input 2: a/long/name" keeps its beginning */
	for (size_t i = 0; i + 1 < label.n && i < 16; i++)
		if (label.p[i] == ':' && label.p[i + 1] == ' ') {
			rest = sv_sub(label, i + 2, label.n);
			row_name(r, ST_TITLE, sv_sub(label, 0, i + 2));
			break;
		}
	row_name_fit(r, ST_TITLE, rest, wide - r->width);
}

static void tensor_shown(struct view *v)
{
	struct tview *t = tv_of(v);

	if (v->h <= 0)
		return;
	t->digits = (int)strtol(setting(app_settings(v->ui->app), SET_DIGITS), NULL, 10);
	tview_layout(t, v->w, v->h, v->ui->cv.ascii, v->ui->cv.colors);
	v->cx = t->cx;
	v->cy = t->cy;
}

static size_t tensor_count(struct view *v)
{
	return v->h > 0 ? (size_t)v->h : 1;
}

static void tensor_draw(struct view *v, size_t i, struct row *r)
{
	tview_row(tv_of(v), (int)i, r);
}

bool tensor_view_seek(struct view *v, const char *text, int dir, struct str *said, struct err *err)
{
	return tview_seek(tv_of(v), text, dir, said, err);
}

bool tensor_view_at(struct view *v, const char *text, struct err *err)
{
	return tview_at(tv_of(v), text, err);
}

bool tensor_view_text(const struct view *v)
{
	const struct tview *t = v->priv;

	return t->t && t->t->dtype == DT_STRING;
}

/* A panel's tensor on the whole screen. */
static void tensor_enlarge(struct view *v)
{
	const struct tview *t = tv_of(v);
	struct place at = { .kind = AT_TENSOR };

	if (v->ui->popup.n || !t->t)
		return;
	ui_popup(v->ui, &at);
	tensor_view_set(vec_last(&v->ui->popup), t->t, str_z(&t->label));
	tview_look_like(tv_of(vec_last(&v->ui->popup)), t);
}

static void seek_move(struct view *v, int dir)
{
	struct str said = STR_INIT;
	struct err err = { 0 };

	if (tview_seek(tv_of(v), NULL, dir, &said, &err))
		ui_say(v->ui, ST_TEXT, "%s", str_z(&said));
	else
		ui_fail(v->ui, &err);
	str_free(&said);
}

static bool tensor_action(struct view *v, const char *a)
{
	struct tview *t = tv_of(v);

	if (tview_action(t, a))
		return true;
	if (!strcmp(a, "open"))
		tensor_enlarge(v);
	else if (!strcmp(a, "seek-next") || !strcmp(a, "seek-prev"))
		seek_move(v, a[5] == 'n' ? 1 : -1);
	else if (!strcmp(a, "escape") && t->seek.kind)
		tview_seek_end(t);
	else
		return tensor_origin(v, a);
	return true;
}

static void tensor_click(struct view *v, int x, int y)
{
	if (tv_of(v)->t && v->h > 0)
		tview_click(tv_of(v), x, y);
}

const struct view_ops view_tensor = {
	.kind = AT_TENSOR, .size = sizeof(struct tview), .flags = VIEW_WHOLE, .ctx = CTX_TENSOR,
	.close = tensor_close, .title = tensor_title, .count = tensor_count, .draw = tensor_draw,
	.action = tensor_action, .click = tensor_click, .shown = tensor_shown,
};
