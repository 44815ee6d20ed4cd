/* Text over the screen: what a command printed; and the help, from the key table. */
#include <stdlib.h>

#include "ui/page.h"

struct text {
	struct page page;	/* first */
	char *title, *text;
	int width;		/* that its lines are broken for */
};

/* A long line goes on below, further in. */
static void line_add(struct page *p, struct sv line, int width)
{
	int indent = 0;

	if (width <= 0 || text_columns(line) <= width) {
		row_name(page_add(p), ST_TEXT, line);
		return;
	}
	while ((size_t)indent < line.n && line.p[indent] == ' ' && indent < width / 2)
		indent++;
	page_wrap(p, ST_TEXT, indent, indent + 4, width, sv_sub(line, (size_t)indent, line.n));
}

static void lines_make(struct text *t, int width)
{
	struct sv rest = sv_of(t->text);

	page_clear(&t->page);
	t->width = width;
	while (rest.n) {
		long nl = sv_find(rest, '\n');
		size_t end = nl < 0 ? rest.n : (size_t)nl;

		line_add(&t->page, sv_sub(rest, 0, end), width);
		rest = sv_sub(rest, nl < 0 ? end : end + 1, rest.n);
	}
}

void text_view_set(struct view *v, char *title, char *text)
{
	struct text *t = v->priv;

	free(t->title);
	free(t->text);
	t->title = title;
	t->text = text;
	lines_make(t, v->w);
}

static void text_shown(struct view *v)
{
	struct text *t = v->priv;

	if (v->h > 0 && t->text && t->width != v->w) {
		lines_make(t, v->w);
		view_refilter(v);
	}
}

static void text_close(struct view *v)
{
	struct text *t = v->priv;

	free(t->title);
	free(t->text);
	page_clear(&t->page);
}

static void text_title(struct view *v, struct row *r)
{
	const struct text *t = v->priv;

	row_name(r, ST_TITLE, sv_of(t->title ? t->title : ""));
}

const struct view_ops view_text = {
	.kind = AT_TEXT, .size = sizeof(struct text), .ctx = CTX_TEXT, .close = text_close,
	.title = text_title, .count = page_count, .draw = page_draw, .shown = text_shown,
};

/* ---- help ---- */

enum { KEYS_COLUMN = 24 };

/* Goes on below where it does not fit. */
static void help_add(struct page *p, struct row *r, const char *text, int width)
{
	struct sv rest = sv_of(text);
	size_t end = page_line_end(rest, width - KEYS_COLUMN);

	row_name(r, ST_TEXT, sv_sub(rest, 0, end));
	if (end < rest.n)
		page_wrap(p, ST_TEXT, KEYS_COLUMN, KEYS_COLUMN, width, sv_sub(rest, end + 1, rest.n));
}

static void help_line(struct view *v, const struct key_row *k, int width)
{
	struct page *p = v->priv;
	struct str names = STR_INIT;
	struct row *r;

	key_names_text(&v->ui->keys, k, &names);
	if (!names.n)
		return;
	r = page_add(p);
	row_add(r, ST_TEXT, "  ");
	row_add(r, ST_KEY, str_z(&names));
	row_pad(r, KEYS_COLUMN);
	help_add(p, r, k->help, width);
	if (k->action[0] == ':' && strcmp(k->action, k->help))
		row_addf(&vec_last(&p->line).row, ST_DIM, "  (%s)", k->action);
	str_free(&names);
}

static void help_part(struct view *v, const char *title, unsigned ctx, unsigned not_ctx, int width)
{
	const struct keymap *m = &v->ui->keys;
	const struct key_row *k;
	struct page *p = v->priv;
	bool any = false;

	for (size_t i = m->own.n; (k = key_row_at(m, i)); i++) {
		if (!(k->where & ctx) || (not_ctx && (k->where & not_ctx)))
			continue;
		if (!any)
			page_head(p, "%s", title);
		any = true;
		help_line(v, k, width);
	}
}

static void own_part(struct view *v, int width)
{
	const struct keymap *m = &v->ui->keys;

	if (m->own.n)
		page_head(v->priv, "yours, from the settings file, before all others");
	for (size_t i = 0; i < m->own.n; i++)
		help_line(v, &m->own.p[i], width);
}

/* Marks: what stands before and behind names on the screens. */
static void marks_part(struct page *p)
{
	static const char *const marks[][2] = {
		{ ">", "the node about to run" }, { "!", "the node that failed" },
		{ "✓", "has run" }, { "*", "breakpoint" }, { "▸ ▾", "closed and open branch" },
	};

	page_head(p, "marks");
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		struct row *r = page_add(p);

		row_add(r, ST_TEXT, "  ");
		row_add(r, ST_KEY, marks[i][0]);
		row_pad(r, KEYS_COLUMN);
		row_add(r, ST_TEXT, marks[i][1]);
	}
}

static void help_open(struct view *v)
{
	struct ui *ui = v->ui;
	struct page *p = v->priv;
	int w = ui->cv.w > 2 * KEYS_COLUMN ? ui->cv.w : 2 * KEYS_COLUMN;
	unsigned below = ui_focused(ui) ? ui_focused(ui)->ops->ctx : 0;
	unsigned here = ui->mode == MODE_RUN ? CTX_RUN | CTX_STEPS | CTX_FORM : CTX_BROWSE | CTX_TREE |
			CTX_PAGE | CTX_VARIABLES;

	page_wrap(p, ST_TEXT, 0, 0, ui->cv.w,
		  ui->mode == MODE_RUN
			  ? SV("Running and stepping. \\ filters this list; q leaves it; :help: the commands.")
			  : SV("Browsing. \\ filters this list; q leaves it; :help: the commands."));
	own_part(v, w);
	/* of the view that it was asked from, first */
	if (below & CTX_DIFF)
		help_part(v, "two models side by side", CTX_DIFF, CTX_TEXT | here, w);
	if (below & CTX_GAPS)
		help_part(v, "two runs, tensor by tensor", CTX_GAPS, CTX_TEXT | here, w);
	if (below & CTX_TERMS)
		help_part(v, "terms of an element", CTX_TERMS, CTX_TEXT | here, w);
	if (below & (CTX_TENSOR | CTX_PULSE))
		help_part(v, below & CTX_TENSOR ? "in this tensor" : "along the pulse", below, CTX_TEXT | here, w);
	help_part(v, "here", here, CTX_TEXT, w);
	help_part(v, "everywhere", CTX_TEXT, 0, w);
	if (!(below & CTX_TENSOR))
		help_part(v, "in a tensor (Tab goes to its panel, Enter opens it)", CTX_TENSOR, CTX_TEXT | here, w);
	if (!(below & CTX_PULSE))
		help_part(v, "along the pulse", CTX_PULSE, CTX_TEXT | here, w);
	help_part(v, "in lists of breakpoints and edits and in the history", CTX_BREAKS | CTX_EDITS | CTX_HISTORY,
		  CTX_TEXT | here, w);
	marks_part(p);
}

const struct view_ops view_help = {
	.kind = AT_HELP, .size = sizeof(struct page), .ctx = CTX_TEXT, .open = help_open,
	.close = page_close, .count = page_count, .draw = page_draw,
};
