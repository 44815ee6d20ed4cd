/*
 * Rows and cells. A row is its plain text plus the ends of its spans:
 *
 *   text:  "conv1/Conv2D  float32 [1,32]"
 *   span:  end 12 (link), end 14 (text), end 28 (type)
 *
 * Views write UTF-8 drawing characters; a canvas of an ASCII terminal replaces them when drawing, so
 * that no view has to know.
 */
#include "ui/draw.h"

#include <stdlib.h>
#include <wchar.h>

#include "base/mem.h"

/* ---- UTF-8 ---- */

uint32_t utf8_take(const char **p, const char *end)
{
	const unsigned char *s = (const unsigned char *)*p;
	size_t left = (size_t)(end - *p), n = 1;
	uint32_t c = s[0];

	if (c >= 0xf0 && c < 0xf5)
		n = 4, c &= 7;
	else if (c >= 0xe0)
		n = 3, c &= 15;
	else if (c >= 0xc2)
		n = 2, c &= 31;
	*p += 1;
	if (s[0] < 0x80)
		return c;
	if (n == 1 || s[0] >= 0xf5 || n > left)
		return 0xfffd;
	for (size_t i = 1; i < n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return 0xfffd;
		c = c << 6 | (s[i] & 63);
	}
	*p += n - 1;
	return c;
}

/* Columns of a character: 0 for combining ones, 1 where the C library does not know. */
static int char_columns(uint32_t c)
{
	int w;

	if (c >= 0x20 && c < 0x7f)
		return 1;
	w = wcwidth((wchar_t)c);
	return w < 0 ? 1 : w;
}

int text_columns(struct sv v)
{
	const char *p = v.p, *end = v.p + v.n;
	int n = 0;

	while (p < end)
		n += char_columns(utf8_take(&p, end));
	return n;
}

/* ---- rows ---- */

void row_clear(struct row *r)
{
	str_clear(&r->text);
	r->span.n = 0;
	r->width = 0;
}

void row_free(struct row *r)
{
	str_free(&r->text);
	vec_free(&r->span);
	r->width = 0;
}

static bool look_same(struct look a, struct look b)
{
	return a.fg == b.fg && a.bg == b.bg && a.attr == b.attr;
}

static void span_end(struct row *r, struct look look, bool name)
{
	if (r->span.n && !name && !vec_last(&r->span).name && look_same(vec_last(&r->span).look, look))
		vec_last(&r->span).end = r->text.n;
	else
		vec_push(&r->span, ((struct span){ r->text.n, look, name }));
}

static void add_sv(struct row *r, struct look look, struct sv v)
{
	str_add(&r->text, v);
	r->width += text_columns(v);
	span_end(r, look, false);
}

void row_look(struct row *r, struct look look, const char *z)
{
	add_sv(r, look, sv_of(z));
}

void row_add(struct row *r, enum style st, const char *z)
{
	add_sv(r, style_look(st), sv_of(z));
}

void row_addf(struct row *r, enum style st, const char *fmt, ...)
{
	struct str s = STR_INIT;
	va_list ap;

	va_start(ap, fmt);
	str_vaddf(&s, fmt, ap);
	va_end(ap);
	add_sv(r, style_look(st), str_sv(&s));
	str_free(&s);
}

void row_name(struct row *r, enum style st, struct sv v)
{
	struct str s = STR_INIT;

	str_escaped(&s, v);
	str_add(&r->text, str_sv(&s));
	r->width += text_columns(str_sv(&s));
	span_end(r, style_look(st), true);
	str_free(&s);
}

static struct sv span_text(const struct row *r, size_t i)
{
	return sv_sub(str_sv(&r->text), i ? r->span.p[i - 1].end : 0, r->span.p[i].end);
}

enum { NAME_LEAST = 14 };	/* shorter ones are left whole */

void row_shorten(struct row *r, int width)
{
	struct row cut = { 0 };
	int most = 0, over = r->width - width, left;
	size_t which = 0;

	for (size_t i = 0; i < r->span.n; i++)
		if (r->span.p[i].name && text_columns(span_text(r, i)) > most) {
			most = text_columns(span_text(r, i));
			which = i;
		}
	if (over <= 0 || most <= NAME_LEAST)
		return;
	left = most - over < NAME_LEAST ? NAME_LEAST : most - over;
	for (size_t i = 0; i < r->span.n; i++) {
		struct sv text = span_text(r, i);
		const char *p = text.p, *end = text.p + text.n;

		for (int gone = 0; i == which && gone < most - left + 1 && p < end;)
			gone += char_columns(utf8_take(&p, end));
		if (i == which)
			row_add(&cut, ST_DIM, "…");
		add_sv(&cut, r->span.p[i].look, (struct sv){ p, (size_t)(end - p) });
	}
	row_free(r);
	*r = cut;
}

void row_name_fit(struct row *r, enum style st, struct sv v, int width)
{
	struct str s = STR_INIT;
	const char *p, *end;
	int over;

	str_escaped(&s, v);
	over = text_columns(str_sv(&s)) - width;
	if (over <= 0 || width < 2) {
		add_sv(r, style_look(st), over <= 0 ? str_sv(&s) : SV_NULL);
		str_free(&s);
		return;
	}
	p = s.p;
	end = s.p + s.n;
	for (over++; over > 0 && p < end;)
		over -= char_columns(utf8_take(&p, end));
	row_add(r, ST_DIM, "…");
	add_sv(r, style_look(st), (struct sv){ p, (size_t)(end - p) });
	str_free(&s);
}

void row_pad(struct row *r, int column)
{
	int n = column - r->width;

	if (n <= 0)
		n = r->width > 0 ? 1 : 0;
	str_addn(&r->text, ' ', (size_t)n);
	r->width += n;
	span_end(r, style_look(ST_TEXT), false);
}

void row_right(struct row *r, enum style st, int width, const char *z)
{
	int n = width - text_columns(sv_of(z));

	if (n > 0) {
		str_addn(&r->text, ' ', (size_t)n);
		r->width += n;
		span_end(r, style_look(ST_TEXT), false);
	}
	row_add(r, st, z);
}

/* ---- the canvas ---- */

void canvas_size(struct canvas *c, int w, int h)
{
	free(c->cell);
	c->w = w < 1 ? 1 : w;
	c->h = h < 1 ? 1 : h;
	c->cell = xcalloc((size_t)c->w * (size_t)c->h, sizeof(*c->cell));
	canvas_clear(c);
}

void canvas_free(struct canvas *c)
{
	free(c->cell);
	c->cell = NULL;
}

void canvas_clear(struct canvas *c)
{
	for (size_t i = 0; i < (size_t)c->w * (size_t)c->h; i++)
		c->cell[i] = (struct cell){ ' ', 0, { COLOR_NONE, COLOR_NONE, 0 } };
	c->cx = c->cy = 0;
}

/* An ASCII character that stands for a drawing character; '?' for letters. */
static uint32_t ascii_of(uint32_t ch)
{
	static const struct { uint32_t from; char to; } map[] = {
		{ 0x2500, '-' }, { 0x2502, '|' }, { 0x253c, '+' }, { 0x252c, '+' }, { 0x2534, '+' },
		{ 0x25b8, '+' }, { 0x25be, '-' }, { 0x2026, '~' }, { 0x00b7, '.' }, { 0x00d7, 'x' },
		{ 0x2192, '>' }, { 0x2190, '<' }, { 0x203a, '>' }, { 0x2713, '.' }, { 0x221e, 'I' },
		{ 0x258f, ' ' }, { 0x258e, '.' }, { 0x258d, ':' }, { 0x258c, '-' }, { 0x258b, '=' },
		{ 0x258a, '=' }, { 0x2589, '#' }, { 0x2588, '#' }, { 0x2580, '"' }, { 0x2191, '^' },
		{ 0x2193, 'v' }, { 0x25cf, '*' }, { 0x2022, '*' },
	};

	if (ch < 0x7f)
		return ch;
	for (size_t i = 0; i < sizeof(map) / sizeof(*map); i++)
		if (map[i].from == ch)
			return (uint32_t)map[i].to;
	return '?';
}

static void put_cell(struct canvas *c, int x, int y, uint32_t ch, int columns, struct look look)
{
	struct cell *cell;

	if (x < 0 || y < 0 || x >= c->w || y >= c->h)
		return;
	cell = &c->cell[(size_t)y * (size_t)c->w + (size_t)x];
	if (columns == 0) {
		if (x > 0 && !c->ascii && !cell[-1].mark && cell[-1].ch)
			cell[-1].mark = ch;
		return;
	}
	if (columns == 2 && x + 1 >= c->w)
		ch = ' ', columns = 1;
	*cell = (struct cell){ c->ascii ? ascii_of(ch) : ch, 0, look };
	if (columns == 2)
		cell[1] = (struct cell){ c->ascii ? (uint32_t)'?' : 0, 0, look };
}

int canvas_row(struct canvas *c, int x, int y, int w, const struct row *r, int skip, uint8_t attr,
	       bool fill)
{
	const char *p = r->text.p, *end = p + r->text.n;
	int at = -skip;
	size_t span = 0;

	if (y < 0 || y >= c->h || w <= 0)
		return 0;
	while (p && p < end && at < w) {
		struct look look;
		uint32_t ch;
		int n;

		while (span + 1 < r->span.n && (size_t)(p - r->text.p) >= r->span.p[span].end)
			span++;
		look = theme_look(c->theme, r->span.n ? r->span.p[span].look : style_look(ST_TEXT));
		if (!c->colors)
			look.fg = look.bg = COLOR_NONE;
		look.attr |= attr;
		if (look.attr & LOOK_REVERSE)
			look.attr &= (uint8_t)~LOOK_DIM;	/* grey on grey */
		ch = utf8_take(&p, end);
		n = char_columns(ch);
		if (at + n > w)
			break;
		if (at >= 0)
			put_cell(c, x + at, y, ch, n, look);
		at += n;
	}
	if (at < 0)
		at = 0;
	for (int i = at; fill && i < w; i++)
		put_cell(c, x + i, y, ' ', 1, (struct look){ COLOR_NONE, COLOR_NONE, attr });
	return at;
}

void canvas_mark(struct canvas *c, int x, int y)
{
	struct cell *cell = &c->cell[(size_t)y * (size_t)c->w + (size_t)x];

	if (x < 0 || y < 0 || x >= c->w || y >= c->h)
		return;
	if (x > 0 && !cell->ch)		/* the right half of a wide character */
		cell[-1].ch = ' ', cell[-1].mark = 0;
	if (x + 1 < c->w && !cell[1].ch && cell->ch)
		cell[1].ch = ' ';
	put_cell(c, x, y, 0x2026, 1, (struct look){ cell->look.fg, cell->look.bg, cell->look.attr });
}

int canvas_text(struct canvas *c, int x, int y, int w, enum style st, const char *z)
{
	struct row r = { 0 };
	int n;

	row_add(&r, st, z);
	n = canvas_row(c, x, y, w, &r, 0, 0, false);
	row_free(&r);
	return n;
}

static void add_char(struct str *s, uint32_t c)
{
	if (c < 0x80) {
		str_addc(s, (char)c);
	} else if (c < 0x800) {
		str_addc(s, (char)(0xc0 | c >> 6));
		str_addc(s, (char)(0x80 | (c & 63)));
	} else if (c < 0x10000) {
		str_addc(s, (char)(0xe0 | c >> 12));
		str_addc(s, (char)(0x80 | (c >> 6 & 63)));
		str_addc(s, (char)(0x80 | (c & 63)));
	} else {
		str_addc(s, (char)(0xf0 | c >> 18));
		str_addc(s, (char)(0x80 | (c >> 12 & 63)));
		str_addc(s, (char)(0x80 | (c >> 6 & 63)));
		str_addc(s, (char)(0x80 | (c & 63)));
	}
}

void canvas_line_text(const struct canvas *c, int y, struct str *out)
{
	const struct cell *cell = &c->cell[(size_t)y * (size_t)c->w];
	size_t from = out->n;

	for (int x = 0; x < c->w; x++) {
		if (cell[x].ch)
			add_char(out, cell[x].ch);
		if (cell[x].mark)
			add_char(out, cell[x].mark);
	}
	while (out->n > from && out->p[out->n - 1] == ' ')
		out->p[--out->n] = '\0';
}

void canvas_dump(const struct canvas *c, struct str *out)
{
	for (int y = 0; y < c->h; y++) {
		canvas_line_text(c, y, out);
		str_addc(out, '\n');
	}
}

bool canvas_row_has(const struct canvas *c, int y, uint8_t attr)
{
	for (int x = 0; x < c->w; x++)
		if (c->cell[(size_t)y * (size_t)c->w + (size_t)x].look.attr & attr)
			return true;
	return false;
}
