/*
 * The curses terminal. Everything that a canvas holds is written each time; curses itself finds what
 * has changed. Colour pairs come from alloc_pair, which has room for any pair of the 256 colours.
 */
#include "ui/term.h"

#include <curses.h>
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <unistd.h>

#include "base/intr.h"
#include "base/lastwords.h"
#include "base/mem.h"

#define FALLBACK_TERM "xterm-256color"

struct cterm {
	struct tty t;		/* first: a struct tty * is a struct cterm * */
	SCREEN *scr;
	struct sigaction old_term, old_hup, old_int, old_segv, old_abrt;
};

static volatile sig_atomic_t deadly;	/* SIGTERM or SIGHUP came */
static volatile sig_atomic_t interrupts;

static void on_deadly(int sig)
{
	deadly = sig;
	intr_raise();	/* a long command must come back first */
}

static void on_int(int sig)
{
	(void)sig;
	interrupts++;
	intr_raise();
}

/* Leaves the alternate screen with what is allowed in a handler, then dies of the signal. */
static void on_crash(int sig)
{
	static const char leave[] = "\033[?1000l\033[?1049l\033[?25h\033[0m\r\n";
	ssize_t n = write(STDOUT_FILENO, leave, sizeof(leave) - 1);

	(void)n;
	lastwords_modes_back();
	lastwords_write();
	signal(sig, SIG_DFL);
	raise(sig);
}

int term_signal(void)
{
	return deadly;
}

static bool terminfo_knows(const char *name)
{
	int status = 0;
	bool ok = setupterm(name, STDOUT_FILENO, &status) == OK;

	if (ok)
		del_curterm(cur_term);
	return ok;
}

bool term_usable(void)
{
	const char *name = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) || !name || !*name)
		return false;
	return strcmp(name, "dumb") && (terminfo_knows(name) || terminfo_knows(FALLBACK_TERM));
}

static void curses_size(struct tty *t, int *w, int *h)
{
	(void)t;
	*w = COLS;
	*h = LINES;
}

/* Colours of the 256 palette on a terminal with fewer: only the ANSI ones have a meaning there. */
static int color_for(int color, int have)
{
	if (color < 0 || color < have)
		return color;
	return color < 16 ? color & 7 : COLOR_NONE;
}

static attr_t attr_for(uint8_t attr)
{
	return ((attr & LOOK_BOLD) ? A_BOLD : 0) | ((attr & LOOK_DIM) ? A_DIM : 0) |
	       ((attr & LOOK_REVERSE) ? A_REVERSE : 0) |
	       ((attr & LOOK_UNDERLINE) ? A_UNDERLINE : 0);
}

static void show_line(const struct tty *t, const struct canvas *c, int y)
{
	const struct cell *cell = &c->cell[(size_t)y * (size_t)c->w];
	struct look last = { -2, -2, 0 };
	int pair = 0;

	for (int x = 0; x < c->w; x++) {
		wchar_t text[3] = { (wchar_t)cell[x].ch, (wchar_t)cell[x].mark, 0 };
		cchar_t cc;

		if (!cell[x].ch)
			continue;
		if (t->colors && (cell[x].look.fg != last.fg || cell[x].look.bg != last.bg)) {
			int fg = color_for(cell[x].look.fg, t->colors);
			int bg = color_for(cell[x].look.bg, t->colors);

			pair = fg < 0 && bg < 0 ? 0 : alloc_pair(fg, bg);
			if (pair < 0)
				pair = 0;
			last = cell[x].look;
		}
		if (setcchar(&cc, text, attr_for(cell[x].look.attr), 0, &pair) == OK)
			mvadd_wch(y, x, &cc);
	}
}

static void curses_show(struct tty *t, const struct canvas *c)
{
	erase();
	for (int y = 0; y < c->h && y < LINES; y++)
		show_line(t, c, y);
	move(c->cy < LINES ? c->cy : 0, c->cx < COLS ? c->cx : 0);
	refresh();
}

/* ---- keys ---- */

static const struct { int code; const char *name; } key_names[] = {
	{ KEY_UP, "Up" }, { KEY_DOWN, "Down" }, { KEY_LEFT, "Left" }, { KEY_RIGHT, "Right" },
	{ KEY_PPAGE, "PgUp" }, { KEY_NPAGE, "PgDn" }, { KEY_HOME, "Home" }, { KEY_END, "End" },
	{ KEY_BACKSPACE, "Backspace" }, { KEY_DC, "Delete" }, { KEY_BTAB, "S-Tab" },
	{ KEY_ENTER, "Enter" }, { KEY_SLEFT, "S-Left" }, { KEY_SRIGHT, "S-Right" },
};

static bool name_code(wint_t code, char *out, size_t n)
{
	const char *ext;

	for (size_t i = 0; i < sizeof(key_names) / sizeof(*key_names); i++)
		if ((wint_t)key_names[i].code == code)
			return snprintf(out, n, "%s", key_names[i].name) > 0;
	if (code > (wint_t)KEY_F0 && code <= (wint_t)KEY_F(12))
		return snprintf(out, n, "F%d", (int)code - KEY_F0) > 0;
	ext = keyname((int)code);
	if (ext && !strcmp(ext, "kLFT3"))
		return snprintf(out, n, "A-Left") > 0;
	if (ext && !strcmp(ext, "kRIT3"))
		return snprintf(out, n, "A-Right") > 0;
	return false;
}

static void name_char(wint_t ch, char *out, size_t n)
{
	mbstate_t st = { 0 };
	char mb[16];
	size_t len;

	if (ch == '\r' || ch == '\n')
		snprintf(out, n, "Enter");
	else if (ch == '\t')
		snprintf(out, n, "Tab");
	else if (ch == 27)
		snprintf(out, n, "Esc");
	else if (ch == ' ')
		snprintf(out, n, "Space");
	else if (ch == 127 || ch == 8)
		snprintf(out, n, "Backspace");
	else if (ch < 27)
		snprintf(out, n, "C-%c", (char)('a' + ch - 1));
	else if ((len = wcrtomb(mb, (wchar_t)ch, &st)) != (size_t)-1 && len < n && ch >= 32)
		snprintf(out, n, "%.*s", (int)len, mb);
}

static bool mouse_event(struct event *ev)
{
	MEVENT m;

	if (getmouse(&m) != OK)
		return false;
	ev->x = m.x;
	ev->y = m.y;
	if (m.bstate & BUTTON4_PRESSED) {
		ev->kind = IN_WHEEL, ev->dir = -1;
	} else if (m.bstate & BUTTON5_PRESSED) {
		ev->kind = IN_WHEEL, ev->dir = 1;
	} else if (m.bstate & BUTTON1_DOUBLE_CLICKED) {
		ev->kind = IN_OPEN;
	} else if (m.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) {
		ev->kind = IN_CLICK;
	} else {
		return false;
	}
	return true;
}

/* Esc followed at once by a key is Alt and that key. */
static void after_escape(struct event *ev)
{
	wint_t ch;
	int r = get_wch(&ch);

	if (r == OK && ch >= 32 && ch != 127) {
		memcpy(ev->key, "A-", 3);
		name_char(ch, ev->key + 2, sizeof(ev->key) - 2);
	} else if (r == KEY_CODE_YES) {
		memcpy(ev->key, "A-", 3);
		name_code(ch, ev->key + 2, sizeof(ev->key) - 2);
	}
}

static bool signal_event(struct event *ev)
{
	if (deadly) {
		ev->kind = IN_HANGUP;
	} else if (interrupts) {
		interrupts = 0;
		intr_clear();
		ev->kind = IN_INTERRUPT;
	} else {
		return false;
	}
	return true;
}

/* What curses has read so far as an event; false: nothing. */
static bool take_event(struct event *ev)
{
	wint_t ch = 0;
	int r = get_wch(&ch);

	if (r == KEY_CODE_YES && ch == KEY_RESIZE)
		ev->kind = IN_RESIZE;
	else if (r == KEY_CODE_YES && ch == KEY_MOUSE)
		ev->kind = IN_NONE, (void)mouse_event(ev);
	else if (r == KEY_CODE_YES)
		ev->kind = name_code(ch, ev->key, sizeof(ev->key)) ? IN_KEY : IN_NONE;
	else if (r == OK) {
		name_char(ch, ev->key, sizeof(ev->key));
		if (ch == 27)
			after_escape(ev);
		ev->kind = ev->key[0] ? IN_KEY : IN_NONE;
	} else
		return false;
	return true;
}

/* Waits for keys and signals alike. Signals are blocked but while ppoll waits, so that none is missed
 * between the look at its flag and the wait. */
static void curses_next(struct tty *t, struct event *ev)
{
	static const struct timespec at_once;
	sigset_t block, before;

	sigemptyset(&block);
	sigaddset(&block, SIGINT);
	sigaddset(&block, SIGTERM);
	sigaddset(&block, SIGHUP);
	sigaddset(&block, SIGWINCH);
	sigprocmask(SIG_BLOCK, &block, &before);
	for (;;) {
		struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
		bool took;

		*ev = (struct event){ .kind = IN_NONE };
		if (signal_event(ev))
			break;
		took = take_event(ev);
		if (ev->kind != IN_NONE)
			break;
		if (took)
			continue;
		/* a terminal that is gone says "input" for ever, and then has none */
		if (ppoll(&in, 1, t->busy ? &at_once : NULL, &before) > 0 &&
		    (in.revents & (POLLHUP | POLLERR | POLLNVAL)) && (!(in.revents & POLLIN) || !take_event(ev))) {
			ev->kind = IN_HANGUP;
			break;
		}
		if (ev->kind == IN_NONE && t->busy && !deadly && !interrupts)
			ev->kind = IN_IDLE;
		if (ev->kind != IN_NONE)
			break;
	}
	sigprocmask(SIG_SETMASK, &before, NULL);
}

static void curses_mouse(struct tty *t, bool on)
{
	(void)t;
	mousemask(on ? BUTTON1_CLICKED | BUTTON1_PRESSED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED |
			       BUTTON5_PRESSED
		     : 0, NULL);
	mouseinterval(on ? 200 : 0);
}

static void curses_repaint(struct tty *t)
{
	(void)t;
	clearok(curscr, TRUE);
}

static void curses_suspend(struct tty *t)
{
	(void)t;
	raise(SIGTSTP);		/* curses' own handler gives the terminal back, and takes it again */
}

/* ---- the clipboard: OSC 52, base64 ---- */

static void base64_add(struct str *out, struct sv v)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < v.n; i += 3) {
		uint32_t b = 0;

		for (size_t k = 0; k < 3; k++)
			b = b << 8 | (i + k < v.n ? (unsigned char)v.p[i + k] : 0);
		for (size_t k = 0; k < 4; k++)
			str_addc(out, i + k > v.n ? '=' : digit[b >> (18 - 6 * k) & 63]);
	}
}

/* Terminals that are known to print what they do not know, instead of dropping it. */
static bool prints_osc(void)
{
	static const char *const simple[] = { "linux", "vt", "ansi", "cons", "dumb", "sun" };
	const char *name = getenv("TERM");

	for (size_t i = 0; name && i < sizeof(simple) / sizeof(*simple); i++)
		if (!strncmp(name, simple[i], strlen(simple[i])))
			return true;
	return !name;
}

static bool curses_copy(struct tty *t, struct sv text)
{
	struct str s = STR_INIT;
	bool ok = !prints_osc();

	(void)t;
	str_addz(&s, "\033]52;c;");
	base64_add(&s, text);
	str_addz(&s, "\a");
	for (size_t at = 0; ok && at < s.n;) {
		ssize_t n = write(STDOUT_FILENO, s.p + at, s.n - at);

		ok = n > 0 || (n < 0 && errno == EINTR);
		at += n > 0 ? (size_t)n : 0;
	}
	str_free(&s);
	return ok;
}

static int curses_close(struct tty *t)
{
	struct cterm *c = (struct cterm *)t;

	curses_mouse(t, false);
	endwin();
	sigaction(SIGTERM, &c->old_term, NULL);
	sigaction(SIGHUP, &c->old_hup, NULL);
	sigaction(SIGINT, &c->old_int, NULL);
	sigaction(SIGSEGV, &c->old_segv, NULL);
	sigaction(SIGABRT, &c->old_abrt, NULL);
	delscreen(c->scr);
	free(c);
	return 0;
}

/* old may be NULL: it is known already. */
static void catch(int sig, void (*fn)(int), struct sigaction *old)
{
	struct sigaction sa = { .sa_handler = fn };

	sigemptyset(&sa.sa_mask);
	sigaction(sig, &sa, old);
}

/* Only where a crash does what it does anyway, or leaves last words: a sanitizer that watches is left alone. */
static void catch_crash(int sig, struct sigaction *old)
{
	bool ours = lastwords_handles(sig);

	sigaction(sig, NULL, old);
	if (ours || old->sa_handler == SIG_DFL)
		catch(sig, on_crash, old);
}

static int colors_wanted(int most)
{
	int have;

	if (most == 0 || !has_colors())
		return 0;
	start_color();
	use_default_colors();
	have = COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : COLORS >= 8 ? 8 : 0;
	return most > 0 && most < have ? most : have;
}

struct tty *term_curses(int colors, struct err *err)
{
	const char *name = getenv("TERM");
	struct cterm *c = xcalloc(1, sizeof(*c));

	setlocale(LC_CTYPE, "");
	lastwords_modes();
	if (name && !terminfo_knows(name)) {
		snprintf(c->t.note, sizeof(c->t.note),
			 "terminal \"%.40s\" is not in terminfo here: taken as " FALLBACK_TERM, name);
		name = FALLBACK_TERM;
	}
	/* before curses sets its own, which would leave with 1 instead of dying of the signal */
	sigaction(SIGTERM, NULL, &c->old_term);
	sigaction(SIGINT, NULL, &c->old_int);
	c->scr = newterm(name, stdout, stdin);
	if (!c->scr) {
		err_set(err, ERR_KIND_FILE, ERR_UNAVAILABLE, "curses cannot use this terminal");
		free(c);
		return NULL;
	}
	set_escdelay(25);
	cbreak();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	c->t.colors = colors_wanted(colors);
	c->t.utf8 = !strcmp(nl_langinfo(CODESET), "UTF-8");
	c->t.size = curses_size;
	c->t.show = curses_show;
	c->t.next = curses_next;
	c->t.mouse = curses_mouse;
	c->t.repaint = curses_repaint;
	c->t.suspend = curses_suspend;
	c->t.copy = curses_copy;
	c->t.close = curses_close;
	deadly = interrupts = 0;
	catch(SIGTERM, on_deadly, NULL);
	catch(SIGHUP, on_deadly, &c->old_hup);
	catch(SIGINT, on_int, NULL);
	catch_crash(SIGSEGV, &c->old_segv);
	catch_crash(SIGABRT, &c->old_abrt);
	return &c->t;
}
