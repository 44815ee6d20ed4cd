/* A tensor in a panel or over the screen: tensorview.h's rows under the engine. */
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

static bool tensor_action(struct view *v, const char *a)
{
	return tview_action(tv_of(v), a);
}

const struct view_ops view_tensor = {
	.kind = AT_TENSOR, .size = sizeof(struct tview), .flags = VIEW_WHOLE, .ctx = CTX_TENSOR,
	.close = tensor_close, .title = tensor_title, .count = tensor_count, .draw = tensor_draw,
	.action = tensor_action, .shown = tensor_shown,
};
