/*
 * A terminal as the screen sees it: a size, a canvas to show, events. Two kinds: curses (term.c, the
 * only file that knows it) and a scripted one for tests that shows on nothing (script.c).
 * Ownership: term_curses and term_script give, term_close takes.
 */
#ifndef UI_TERM_H
#define UI_TERM_H

#include <stdbool.h>

#include "base/err.h"
#include "ui/draw.h"

enum event_kind {
	IN_NONE, IN_KEY, IN_RESIZE, IN_CLICK, IN_OPEN, IN_WHEEL, IN_INTERRUPT, IN_HANGUP, IN_END,
	IN_IDLE,		/* nothing came, and the screen is busy: it may go on */
};

struct event {
	enum event_kind kind;
	/* IN_KEY: a character as UTF-8, or a name: Enter Tab S-Tab Esc Space Backspace Delete Up Down
	 * Left Right PgUp PgDn Home End F1..F12, with C- (control) or A- (alt) in front. */
	char key[24];
	int x, y;		/* IN_CLICK, IN_OPEN (double click), IN_WHEEL */
	int dir;		/* IN_WHEEL: -1 up, 1 down */
};

struct tty {
	void (*size)(struct tty *t, int *w, int *h);
	void (*show)(struct tty *t, const struct canvas *c);
	void (*next)(struct tty *t, struct event *ev);		/* waits */
	void (*mouse)(struct tty *t, bool on);
	void (*repaint)(struct tty *t);			/* the terminal may show garbage */
	void (*suspend)(struct tty *t);
	bool (*copy)(struct tty *t, struct sv text);	/* to the clipboard; false: there is none */
	int (*close)(struct tty *t);				/* frees; 0, or 1 when a script failed */
	bool busy;		/* next need not wait: the screen has work of its own */
	bool utf8;
	int colors;		/* 0, 8, 16, 256 */
	char note[120];		/* something to say at the start, or "" */
};

/* Is there a terminal that curses can use? Sets nothing up. */
bool term_usable(void);
/* colors: how many to use at most; -1: what the terminal has. */
struct tty *term_curses(int colors, struct err *err);
struct tty *term_script(const char *path, int colors, struct err *err);
/* After term_close: a deadly signal that came while curses held the terminal, or 0. */
int term_signal(void);

#endif
