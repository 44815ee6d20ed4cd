/*
 * What a verb of the run debugger answers: lines with styled spans, some of which are doors to other command
 * lines, a menu, and where to scroll. A line prompt prints the plain text; a screen draws all of it. Ownership:
 * rich_init fills, rich_free frees; every text handed in is copied.
 */
#ifndef CMD_TFDBG_RICH_H
#define CMD_TFDBG_RICH_H

#include "base/mem.h"
#include "base/sink.h"
#include "base/vec.h"
#include "tensor/shape.h"

enum {
	RT_PLAIN = 0,
	RT_BOLD = 1 << 0, RT_UNDERLINE = 1 << 1, RT_BLINK = 1 << 2, RT_MARK = 1 << 3,	/* MARK: a -r hit */
	/* one colour at most: */
	RT_RED = 1 << 4, RT_GREEN = 2 << 4, RT_YELLOW = 3 << 4, RT_BLUE = 4 << 4, RT_CYAN = 5 << 4,
	RT_MAGENTA = 6 << 4, RT_GRAY = 7 << 4, RT_COLOUR = 15 << 4,
};

struct rich_span {
	uint32_t from, to;	/* bytes of the line */
	unsigned style;
	const char *link;	/* a command line, or NULL */
};

struct rich_line {
	struct sv text;		/* NUL-terminated, safe for a terminal */
	VEC(struct rich_span) span;
	const char *index;	/* "0,0": indices of the array's element that stands first in it; or NULL */
};

struct rich_menu {
	const char *label, *command;	/* command NULL: disabled */
};

struct rich {
	struct arena *arena;
	VEC(struct rich_line) line;
	VEC(struct rich_menu) menu;
	size_t scroll_to;	/* first line to be seen */
	int rank;		/* of the array in it, whose lines have an index */
	int64_t dim[SHAPE_MAX_RANK];
	const char *toast;	/* what is said once, beside the text: "Wrote output to F"; or NULL */
	bool toast_bad;
};

void rich_init(struct rich *r);
void rich_free(struct rich *r);
void rich_clear(struct rich *r);	/* as after rich_init */
/* A new line at the end. */
void rich_add(struct rich *r, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void rich_sv(struct rich *r, struct sv text);
/* Several lines: text is cut at its line ends. */
void rich_text(struct rich *r, struct sv text);
/* Bytes from..to of the last line look so, and lead there (NULL: nowhere). */
void rich_span(struct rich *r, size_t from, size_t to, unsigned style, const char *link);
/* The whole last line. */
void rich_style(struct rich *r, unsigned style);
void rich_index(struct rich *r, const char *index);
void rich_menu(struct rich *r, const char *label, const char *command);
void rich_toast(struct rich *r, bool bad, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Every line as plain text. */
void rich_print(const struct rich *r, struct sink *out);

#endif
