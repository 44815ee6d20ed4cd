/*
 * What is drawn, before any terminal: rows of styled text, and a canvas of cells that a terminal (or
 * a test) shows. Ownership: row_free and canvas_free free; everything passed in is borrowed. Text
 * from a model goes through row_name, which escapes; the other row_ functions take our own words.
 */
#ifndef UI_DRAW_H
#define UI_DRAW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"
#include "base/sv.h"
#include "base/vec.h"

enum style {
	ST_TEXT, ST_TITLE, ST_HEAD, ST_DIM, ST_LINK, ST_OP, ST_TYPE, ST_NUM, ST_GOOD, ST_WARN, ST_BAD,
	ST_KEY, ST_HERE, ST_BREAK, ST_COUNT,
};

enum { LOOK_BOLD = 1, LOOK_DIM = 2, LOOK_REVERSE = 4, LOOK_UNDERLINE = 8 };
enum {
	COLOR_NONE = -1,	/* the terminal's own */
	COLOR_STYLE = -2,	/* and below: of the style ST_TEXT, the next one, ...; a theme knows */
};

struct look {
	int16_t fg, bg;		/* COLOR_NONE, or 0..255 of the xterm palette; fg: a style's */
	uint8_t attr;
};

/* theme.c: what a style looks like is said when it is drawn on a canvas, by the canvas' theme. */
struct look style_look(enum style st);
struct look theme_look(int theme, struct look l);
int theme_find(const char *name);	/* "auto" may become light; an unknown name is auto */
const char *theme_name(int theme);
int theme_after(int theme);

struct span {
	size_t end;		/* byte of the row's text where this span ends */
	struct look look;
	bool name;		/* of row_name: may lose its beginning */
};

struct row {
	struct str text;	/* plain, UTF-8, no control bytes: what search and filter see */
	VEC(struct span) span;
	int width;		/* columns so far */
};

void row_clear(struct row *r);
void row_free(struct row *r);
void row_add(struct row *r, enum style st, const char *z);
void row_addf(struct row *r, enum style st, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
void row_look(struct row *r, struct look look, const char *z);
void row_name(struct row *r, enum style st, struct sv v);
/* In at most width columns; what is too long loses its beginning, since names differ at their ends. */
void row_name_fit(struct row *r, enum style st, struct sv v, int width);
/* Cuts the longest name so that the row fits; what still is too long stays so. */
void row_shorten(struct row *r, int width);
void row_pad(struct row *r, int column);	/* blanks up to that column; one at least, if r is not empty */
void row_right(struct row *r, enum style st, int width, const char *z);	/* flush right in width */

/* Next character of UTF-8 text that may be broken; 0xfffd for what is no character. */
uint32_t utf8_take(const char **p, const char *end);
int text_columns(struct sv v);

struct cell {
	uint32_t ch;		/* 0: right half of the wide character before it */
	uint32_t mark;		/* a combining character on top, or 0 */
	struct look look;
};

struct canvas {
	int w, h;
	struct cell *cell;	/* w * h */
	int cx, cy;		/* where the terminal's cursor belongs */
	bool ascii;		/* drawing characters become ASCII, other letters '?' */
	int colors;		/* 0: none, else what the terminal has */
	int theme;
};

void canvas_size(struct canvas *c, int w, int h);
void canvas_free(struct canvas *c);
void canvas_clear(struct canvas *c);
/* Draws r at x, y in w columns, `skip` columns scrolled away, attr or-ed to every look (and to the
 * blanks up to w when fill is set). Out-of-canvas parts are dropped. Returns the columns drawn. */
int canvas_row(struct canvas *c, int x, int y, int w, const struct row *r, int skip, uint8_t attr,
	       bool fill);
int canvas_text(struct canvas *c, int x, int y, int w, enum style st, const char *z);
void canvas_mark(struct canvas *c, int x, int y);	/* "…": something is cut off there */
void canvas_dump(const struct canvas *c, struct str *out);	/* lines, right-trimmed */
bool canvas_row_has(const struct canvas *c, int y, uint8_t attr);	/* any cell with it? */
void canvas_line_text(const struct canvas *c, int y, struct str *out);

#endif
