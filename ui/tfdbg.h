/*
 * The run debugger's screen: one of its own, beside the browser's views. A page is a command line and what its verb
 * answered; what is seen of it is a window over its lines, wrapped. Ownership: tfdbg_screen gives nothing; the
 * terminal of a script stays open from one screen to the next in t->screen, until tfdbg_screen_end.
 *
 *   --- run-end: run #1: ... ------------------
 *   | <-- --> | lt
 *   | list_tensors | node_info | ...				where the answer has a menu
 *   the answer, wrapped						 UP
 *   ...							 DN
 *   --- Scroll (PgDn): 0.00% ------ Mouse: ON ---
 *   tfdbg> what is being typed
 */
#ifndef UI_TFDBG_H
#define UI_TFDBG_H

#include <regex.h>

#include "base/err.h"
#include "cmd/tfdbg/complete.h"
#include "cmd/tfdbg/tfdbg.h"
#include "ui/prompt.h"
#include "ui/term.h"

enum { TF_PAGES = 10, TF_LINES = 10000, TF_WIDTH = 220, TF_HISTORY = 100 };

struct tf_page {
	char *command;
	struct rich rich;
	size_t top;		/* first wrapped line that is seen */
};

struct tf_seg {			/* a wrapped line: bytes of a line */
	uint32_t line, from, to;
};

enum tf_toast { TOAST_NONE, TOAST_BUSY, TOAST_INFO, TOAST_ERROR };

struct tf_screen {
	struct tfdbg *t;
	struct tty *tty;
	struct canvas cv;
	struct tf_page page[TF_PAGES];
	int n_pages, at;	/* at: the page that is seen */
	VEC(struct tf_seg) seg;
	bool cut;		/* its last line says that there were more than TF_LINES */
	bool mouse, done;
	bool interrupted;
	char *toast;
	enum tf_toast toast_kind;
	VEC(char *) candidate;
	char *pattern;		/* searched for, or NULL */
	regex_t re;
	struct prompt prompt;	/* text and cursor only */
	VEC(char *) history;
	size_t recall;		/* place in the history; history.n: what is typed */
	char *typed;		/* before the history was gone into; NULL */
	bool changed;		/* the history has new lines */
};

/* ---- tfdbg_draw.c ---- */
void tf_wrap(struct tf_screen *s);		/* the page's lines to s->seg */
void tf_paint(struct tf_screen *s);
int tf_text_rows(const struct tf_screen *s);
int tf_text_top(const struct tf_screen *s);
/* The command behind a place of the screen, or NULL: gives. scroll: lines to move instead, 0: none. */
char *tf_click(struct tf_screen *s, int x, int y, long *scroll);
bool tf_scrolls(const struct tf_screen *s);	/* more lines than rows */
const struct rich_line *tf_line(const struct tf_screen *s, size_t seg);

/* ---- tfdbg_input.c ---- */
void tf_history_read(struct tf_screen *s);
void tf_history_write(const struct tf_screen *s);
void tf_history_add(struct tf_screen *s, const char *line);
/* A key of the input line; true: Enter. */
bool tf_input_key(struct tf_screen *s, const char *key);

/* ---- tfdbg_find.c ---- */
void tf_say(struct tf_screen *s, enum tf_toast kind, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
void tf_scroll_to(struct tf_screen *s, size_t top);
void tf_search(struct tf_screen *s, const char *what);		/* "/" and behind */
void tf_search_end(struct tf_screen *s);
void tf_element(struct tf_screen *s, const char *indices);	/* "@" and behind */

/* For the command room's table. */
bool tfdbg_screen(struct tfdbg *t, struct err *err);
bool tfdbg_screen_end(struct tfdbg *t);		/* false: a script's expectation was not met */

#endif
