/* The run debugger's screen as cells: rows from top to bottom, and what stands behind a place of it. */
#include "ui/tfdbg.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

enum { WHITE = 7, BLACK = 0, BAR = 2 };

static int width(const struct tf_screen *s)
{
	return s->cv.w < TF_WIDTH ? s->cv.w : TF_WIDTH;
}

static const struct tf_page *page(const struct tf_screen *s)
{
	return &s->page[s->at];
}

int tf_text_top(const struct tf_screen *s)
{
	return s->n_pages && page(s)->rich.menu.n ? 3 : 2;
}

int tf_text_rows(const struct tf_screen *s)
{
	int h = s->cv.h - 3 - tf_text_top(s);

	return h > 1 ? h : 1;
}

bool tf_scrolls(const struct tf_screen *s)
{
	return s->seg.n > (size_t)tf_text_rows(s);
}

/* ---- wrapping ---- */

/* Where the columns end that fit from a byte on. */
static uint32_t fits(struct sv text, uint32_t from, int columns)
{
	const char *p = text.p + from, *end = text.p + text.n;
	int used = 0;

	while (p < end) {
		const char *q = p;
		int n;

		utf8_take(&q, end);
		n = text_columns((struct sv){ p, (size_t)(q - p) });
		if (used + n > columns)
			break;
		used += n;
		p = q;
	}
	return p == text.p + from && p < end ? from + 1 : (uint32_t)(p - text.p);
}

void tf_wrap(struct tf_screen *s)
{
	int columns = width(s) - BAR > 8 ? width(s) - BAR : 8;
	const struct rich *r = s->n_pages ? &page(s)->rich : NULL;

	s->seg.n = 0;
	s->cut = false;
	for (size_t i = 0; r && i < r->line.n && !s->cut; i++) {
		struct sv text = r->line.p[i].text;
		uint32_t from = 0;

		do {
			struct tf_seg g = { (uint32_t)i, from, fits(text, from, columns) };

			vec_push(&s->seg, g);
			from = g.to;
			s->cut = s->seg.n == TF_LINES;
		} while (from < text.n && !s->cut);
		s->cut = s->cut && (from < text.n || i + 1 < r->line.n);
		if (s->seg.n == TF_LINES)
			break;
	}
}

const struct rich_line *tf_line(const struct tf_screen *s, size_t seg)
{
	return seg < s->seg.n ? &page(s)->rich.line.p[s->seg.p[seg].line] : NULL;
}

/* ---- looks ---- */

static struct look on_white(int color)
{
	return (struct look){ (int16_t)color, WHITE, 0 };
}

static struct look look_of(unsigned style)
{
	static const int16_t color[] = {
		[RT_RED >> 4] = 1, [RT_GREEN >> 4] = 2, [RT_YELLOW >> 4] = 3, [RT_BLUE >> 4] = 4,
		[RT_CYAN >> 4] = 6, [RT_MAGENTA >> 4] = 5, [RT_GRAY >> 4] = 8,
	};
	unsigned c = (style & RT_COLOUR) >> 4;
	struct look l = { COLOR_NONE, COLOR_NONE, 0 };

	if (c && c < sizeof(color) / sizeof(*color))
		l.fg = color[c];
	l.attr |= style & (RT_BOLD | RT_MARK | RT_BLINK) ? LOOK_BOLD : 0;
	l.attr |= style & RT_UNDERLINE ? LOOK_UNDERLINE : 0;
	return l;
}

/* A bar over the whole width; where there are no colours it is reversed. */
static void bar(struct tf_screen *s, int y, struct look l, const char *text)
{
	struct row r = { 0 };

	if (!s->cv.colors)
		l = (struct look){ COLOR_NONE, COLOR_NONE, LOOK_REVERSE };
	row_look(&r, l, text);
	canvas_row(&s->cv, 0, y, width(s), &r, 0, 0, false);
	row_free(&r);
}

/* "--- text ------" */
static void dashes(struct str *out, const char *text, int w)
{
	str_addf(out, "--- %s ", text);
	while (out->n < (size_t)w)
		str_addc(out, '-');
}

static void title_draw(struct tf_screen *s)
{
	static const int color[] = { [TITLE_START] = 4, [TITLE_END] = BLACK, [TITLE_BAD] = 1 };
	struct str text = STR_INIT;

	dashes(&text, s->t->title, width(s));
	bar(s, 0, on_white(color[s->t->title_kind]), str_z(&text));
	str_free(&text);
}

static void nav_draw(struct tf_screen *s)
{
	bool old = s->at + 1 < s->n_pages;
	struct look l = old ? on_white(5) : on_white(BLACK), dim = { 8, COLOR_NONE, 0 };
	struct look link = { COLOR_NONE, COLOR_NONE, LOOK_UNDERLINE };
	struct str text = STR_INIT;
	struct row r = { 0 };

	row_add(&r, ST_TEXT, "| ");
	row_look(&r, s->at > 0 ? link : dim, "<--");
	row_add(&r, ST_TEXT, " ");
	row_look(&r, old ? link : dim, "-->");
	row_add(&r, ST_TEXT, " | ");
	if (old)
		str_addf(&text, "(-%d) ", s->n_pages - 1 - s->at);
	str_escaped(&text, sv_of(s->n_pages ? page(s)->command : ""));
	if (!s->cv.colors)
		l = (struct look){ COLOR_NONE, COLOR_NONE, LOOK_REVERSE };
	row_look(&r, l, str_z(&text));
	canvas_row(&s->cv, 0, 1, width(s), &r, 0, 0, false);
	row_free(&r);
	str_free(&text);
}

/* Blanks beside the menu's items: none where they would not fit. */
static int menu_blanks(const struct tf_screen *s)
{
	const struct rich *rich = &page(s)->rich;
	int w = 2;

	for (size_t i = 0; i < rich->menu.n; i++)
		w += 3 + text_columns(sv_of(rich->menu.p[i].label));
	return w <= width(s);
}

static void menu_draw(struct tf_screen *s)
{
	const struct rich *rich = &page(s)->rich;
	const char *blank = menu_blanks(s) ? " " : "";
	struct row r = { 0 };

	for (size_t i = 0; i < rich->menu.n; i++) {
		const struct rich_menu *m = &rich->menu.p[i];
		struct look l = { COLOR_NONE, COLOR_NONE, m->command ? LOOK_UNDERLINE : LOOK_DIM };

		row_add(&r, ST_TEXT, "|");
		row_add(&r, ST_TEXT, blank);
		row_look(&r, l, m->label);
		row_add(&r, ST_TEXT, blank);
	}
	row_add(&r, ST_TEXT, "|");
	canvas_row(&s->cv, 0, 2, width(s), &r, 0, 0, false);
	row_free(&r);
}

/* ---- the text ---- */

/* The look of each byte of a segment: the spans', then what is searched for. */
static void looks(struct tf_screen *s, const struct tf_seg *g, const struct rich_line *l, struct look *look)
{
	for (uint32_t i = g->from; i < g->to; i++)
		look[i - g->from] = (struct look){ COLOR_NONE, COLOR_NONE, 0 };
	for (size_t k = 0; k < l->span.n; k++)
		for (uint32_t i = l->span.p[k].from; i < l->span.p[k].to && i < g->to; i++)
			if (i >= g->from) {
				look[i - g->from] = look_of(l->span.p[k].style);
				if (l->span.p[k].link)
					look[i - g->from].attr |= LOOK_UNDERLINE;
			}
	for (size_t from = 0; s->pattern && from < l->text.n;) {
		regmatch_t m;

		if (regexec(&s->re, l->text.p + from, 1, &m, from ? REG_NOTBOL : 0))
			break;
		for (size_t i = from + (size_t)m.rm_so; i < from + (size_t)m.rm_eo && i < g->to; i++)
			if (i >= g->from)
				look[i - g->from] = s->cv.colors ? on_white(BLACK) :
						    (struct look){ COLOR_NONE, COLOR_NONE, LOOK_REVERSE };
		from += (size_t)m.rm_eo + (m.rm_eo == m.rm_so);
	}
}

static bool look_same(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attr == b.attr;
}

static void seg_draw(struct tf_screen *s, size_t i, int y)
{
	const struct tf_seg *g = &s->seg.p[i];
	const struct rich_line *l = tf_line(s, i);
	uint32_t n = g->to - g->from;
	struct look *look = xcalloc((size_t)n + 1, sizeof(*look));
	struct row r = { 0 };

	looks(s, g, l, look);
	for (uint32_t k = 0; k < n;) {
		uint32_t to = k + 1;
		char *z;

		while (to < n && look_same(look[k], look[to]))
			to++;
		z = xsvdup(sv_sub(l->text, g->from + k, g->from + to));
		row_look(&r, look[k], z);
		free(z);
		k = to;
	}
	canvas_row(&s->cv, 0, y, width(s) - BAR, &r, 0, 0, false);
	row_free(&r);
	free(look);
}

/* "@[0,3]" at the end of the first or the last line that is seen, where an array's line is there. */
static void tag_draw(struct tf_screen *s, size_t seg, int y)
{
	const struct rich_line *l = tf_line(s, seg);
	char *tag;
	int x;

	if (!l || !l->index || !tf_scrolls(s))
		return;
	tag = xasprintf(" @[%s]", l->index);
	x = width(s) - BAR - (int)strlen(tag) - 1;
	if (x > 0) {
		struct row r = { 0 };

		row_look(&r, (struct look){ COLOR_NONE, COLOR_NONE, LOOK_DIM }, tag);
		canvas_row(&s->cv, x, y, width(s) - BAR - x, &r, 0, 0, false);
		row_free(&r);
	}
	free(tag);
}

static size_t last_seen(const struct tf_screen *s)
{
	size_t last = page(s)->top + (size_t)tf_text_rows(s) - 1;

	return last < s->seg.n ? last : s->seg.n ? s->seg.n - 1 : 0;
}

static void text_draw(struct tf_screen *s)
{
	int top = tf_text_top(s), rows = tf_text_rows(s);
	size_t first = page(s)->top;

	for (int y = 0; y < rows && first + (size_t)y < s->seg.n; y++)
		seg_draw(s, first + (size_t)y, top + y);
	if (s->cut && first + (size_t)rows > s->seg.n) {
		struct row r = { 0 };

		row_look(&r, look_of(RT_MAGENTA), "Output cut off at 10000 lines!");
		canvas_row(&s->cv, 0, top + (int)(s->seg.n - first), width(s) - BAR, &r, 0, 0, true);
		row_free(&r);
	}
	tag_draw(s, first, top);
	if (last_seen(s) != first)
		tag_draw(s, last_seen(s), top + (int)(last_seen(s) - first));
}

static int block_row(const struct tf_screen *s, int rows)
{
	size_t n = s->seg.n > 1 ? s->seg.n - 1 : 1;

	return 1 + (int)((double)page(s)->top / (double)n * (rows - 3));
}

static void scroll_bar_draw(struct tf_screen *s)
{
	int top = tf_text_top(s), rows = tf_text_rows(s), x = width(s) - BAR;
	struct row r = { 0 };

	if (!tf_scrolls(s) || rows < 3)
		return;
	for (int y = 0; y < rows; y++) {
		bool block = y == block_row(s, rows), end = y == 0 || y == rows - 1;
		struct look l = s->cv.colors ? on_white(BLACK) : (struct look){ COLOR_NONE, COLOR_NONE, LOOK_REVERSE };

		if (!block && !end)
			continue;
		row_clear(&r);
		row_look(&r, l, y == 0 ? "UP" : end ? "DN" : "  ");
		canvas_row(&s->cv, x, top + y, BAR, &r, 0, 0, false);
	}
	row_free(&r);
}

/* ---- below the text ---- */

static void status_draw(struct tf_screen *s)
{
	const char *mouse = s->mouse ? " Mouse: ON ---" : " Mouse: OFF ---";
	const struct rich_line *a = tf_line(s, page(s)->top), *b = tf_line(s, last_seen(s));
	struct str text = STR_INIT;
	size_t top = page(s)->top;

	str_addz(&text, "--- ");
	if (tf_scrolls(s))
		str_addf(&text, "Scroll (%s): %.2f%% ", top == 0 ? "PgDn" : top + 1 >= s->seg.n ? "PgUp" : "PgDn/PgUp",
			 100.0 * (double)top / (double)(s->seg.n - 1));
	if (a && a->index)
		str_addf(&text, "[%s]%s", a->index, b && b->index ? "-" : "");
	if (b && b->index)
		str_addf(&text, "[%s]", b->index);
	str_addz(&text, (a && a->index) || (b && b->index) ? " " : "");
	while (text.n + strlen(mouse) < (size_t)width(s))
		str_addc(&text, '-');
	str_addz(&text, mouse);
	bar(s, s->cv.h - 3, on_white(BLACK), str_z(&text));
	str_free(&text);
}

static void toast_draw(struct tf_screen *s)
{
	static const int color[] = { [TOAST_BUSY] = 5, [TOAST_INFO] = 4, [TOAST_ERROR] = 1 };
	struct str text = STR_INIT;

	if (!s->toast)
		return;
	str_escaped(&text, sv_of(s->toast));
	bar(s, s->cv.h - 4, on_white(color[s->toast_kind]), str_z(&text));
	str_free(&text);
}

/* "Candidates: a b c", in as many lines as they need, at most half of the text's. */
static void candidates_draw(struct tf_screen *s)
{
	struct str all = STR_INIT;
	int most = tf_text_rows(s) / 2, n = 0;
	uint32_t at[64];

	if (!s->candidate.n)
		return;
	str_addz(&all, "Candidates:");
	for (size_t i = 0; i < s->candidate.n; i++) {
		str_addc(&all, ' ');
		str_escaped(&all, sv_of(s->candidate.p[i]));
	}
	for (uint32_t from = 0; from < all.n && n < most && n < 63; n++) {
		at[n] = from;
		from = fits(str_sv(&all), from, width(s));
		at[n + 1] = from;
	}
	for (int i = 0; i < n; i++) {
		struct row r = { 0 };
		char *z = xsvdup(sv_sub(str_sv(&all), at[i], at[i + 1]));

		row_look(&r, look_of(RT_YELLOW), z);
		canvas_row(&s->cv, 0, s->cv.h - 3 - n + i, width(s), &r, 0, 0, true);
		row_free(&r);
		free(z);
	}
	str_free(&all);
}

/* The prompt and what is typed, over two rows. */
static void input_draw(struct tf_screen *s)
{
	const int w = width(s) > 12 ? width(s) : 12, label = 7;
	struct row r = { 0 };
	int cursor;

	row_look(&r, (struct look){ COLOR_NONE, COLOR_NONE, LOOK_BOLD }, "tfdbg> ");
	row_name(&r, ST_TEXT, (struct sv){ str_z(&s->prompt.text), s->prompt.at });
	cursor = r.width;
	row_name(&r, ST_TEXT, sv_of(str_z(&s->prompt.text) + s->prompt.at));
	if (cursor < 2 * w) {
		canvas_row(&s->cv, 0, s->cv.h - 2, w, &r, 0, 0, true);
		canvas_row(&s->cv, 0, s->cv.h - 1, w, &r, w, 0, true);
	} else {		/* longer than two rows: its end */
		canvas_row(&s->cv, 0, s->cv.h - 2, w, &r, cursor - 2 * w + label, 0, true);
		canvas_row(&s->cv, 0, s->cv.h - 1, w, &r, cursor - w + label, 0, true);
		cursor = 2 * w - label;
	}
	s->cv.cx = cursor % w;
	s->cv.cy = s->cv.h - 2 + cursor / w;
	row_free(&r);
}

void tf_paint(struct tf_screen *s)
{
	canvas_clear(&s->cv);
	if (s->cv.h < 10 || s->cv.w < 24) {
		canvas_text(&s->cv, 0, 0, s->cv.w, ST_TEXT, "window too small");
		return;
	}
	title_draw(s);
	nav_draw(s);
	if (s->n_pages) {
		if (page(s)->rich.menu.n)
			menu_draw(s);
		text_draw(s);
		scroll_bar_draw(s);
		status_draw(s);
	}
	toast_draw(s);
	candidates_draw(s);
	input_draw(s);
}

/* ---- the mouse ---- */

static char *nav_click(const struct tf_screen *s, int x)
{
	if (x >= 2 && x < 5 && s->at > 0)
		return xstrdup("prev");
	return x >= 6 && x < 9 && s->at + 1 < s->n_pages ? xstrdup("next") : NULL;
}

static char *menu_click(const struct tf_screen *s, int x)
{
	int blanks = menu_blanks(s), at = 1 + blanks;

	for (size_t i = 0; i < page(s)->rich.menu.n; i++) {
		const struct rich_menu *m = &page(s)->rich.menu.p[i];
		int n = text_columns(sv_of(m->label));

		if (x >= at && x < at + n)
			return m->command ? xstrdup(m->command) : NULL;
		at += n + 1 + 2 * blanks;
	}
	return NULL;
}

static char *text_click(const struct tf_screen *s, int x, size_t seg)
{
	const struct rich_line *l = tf_line(s, seg);
	uint32_t at;

	if (!l)
		return NULL;
	at = s->seg.p[seg].from;
	if (text_columns(sv_sub(l->text, at, s->seg.p[seg].to)) <= x)
		return NULL;
	at = x ? fits(l->text, at, x) : at;
	for (size_t k = l->span.n; k-- > 0;)
		if (at >= l->span.p[k].from && at < l->span.p[k].to && l->span.p[k].link)
			return xstrdup(l->span.p[k].link);
	return NULL;
}

char *tf_click(struct tf_screen *s, int x, int y, long *scroll)
{
	int top = tf_text_top(s), rows = tf_text_rows(s);

	*scroll = 0;
	if (y == 1)
		return nav_click(s, x);
	if (y == 2 && top == 3)
		return menu_click(s, x);
	y -= top;
	if (y < 0 || y >= rows)
		return NULL;
	if (x < width(s) - BAR || !tf_scrolls(s))
		return x < width(s) - BAR && x >= 0 ? text_click(s, x, page(s)->top + (size_t)y) : NULL;
	if (y == 0 || y == rows - 1)
		*scroll = y ? 1 : -1;
	else if (y != block_row(s, rows))
		*scroll = (rows / 3 ? rows / 3 : 1) * (y < block_row(s, rows) ? -1 : 1);
	return NULL;
}
