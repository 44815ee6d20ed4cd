/* The run debugger's screen: its loop, its own commands, pages. The rest is the verbs'. */
#include "ui/tfdbg.h"

#include <stdlib.h>
#include <string.h>

#include "base/intr.h"
#include "base/mem.h"
#include "cmd/settings.h"
#include "ui/ui.h"

enum { WHEEL_LINES = 3 };

static void show(struct tf_screen *s)
{
	tf_paint(s);
	s->tty->show(s->tty, &s->cv);
}

/* ---- pages ---- */

static void page_free(struct tf_page *p)
{
	free(p->command);
	rich_free(&p->rich);
}

static void page_seen(struct tf_screen *s, int at)
{
	s->at = at;
	tf_wrap(s);
}

/* The newest page; those after the one that is seen go, and the oldest when there are too many. */
static struct tf_page *page_new(struct tf_screen *s, const char *command)
{
	while (s->n_pages && s->n_pages - 1 > s->at)
		page_free(&s->page[--s->n_pages]);
	if (s->n_pages == TF_PAGES) {
		page_free(&s->page[0]);
		memmove(s->page, s->page + 1, (size_t)--s->n_pages * sizeof(*s->page));
	}
	s->page[s->n_pages] = (struct tf_page){ .command = xstrdup(command) };
	rich_init(&s->page[s->n_pages].rich);
	return &s->page[s->n_pages++];
}

static void page_go(struct tf_screen *s, int dir)
{
	int to = s->at + dir;

	if (to < 0)
		tf_say(s, TOAST_INFO, "At the OLDEST in navigation history!");
	else if (to >= s->n_pages)
		tf_say(s, TOAST_INFO, "At the LATEST in navigation history!");
	else
		page_seen(s, to);
}

/* ---- command lines ---- */

static void mouse_set(struct tf_screen *s, bool on)
{
	s->mouse = on;
	s->t->cfg.mouse = on;
	s->tty->mouse(s->tty, on);
}

static void mouse_command(struct tf_screen *s, const char *arg)
{
	arg += strspn(arg, " ");
	if (strchr(arg, ' '))
		tf_say(s, TOAST_ERROR, "ERROR: mouse_mode: syntax error");
	else if (*arg && strcmp(arg, "on") && strcmp(arg, "off"))
		tf_say(s, TOAST_ERROR, "ERROR: Invalid mouse mode: %s", arg);
	else {
		if (*arg)
			mouse_set(s, !strcmp(arg, "on"));
		tf_say(s, TOAST_INFO, "INFO: Mouse mode: %s", s->mouse ? "on" : "off");
	}
}

static bool is_word(const char *line, const char *word)
{
	size_t n = strlen(word);

	return !strncmp(line, word, n) && (!line[n] || line[n] == ' ');
}

/* What the screen does by itself. */
static bool own_command(struct tf_screen *s, const char *line)
{
	if (is_word(line, "prev") || is_word(line, "next"))
		page_go(s, *line == 'p' ? -1 : 1);
	else if (is_word(line, "mouse") || is_word(line, "m"))
		mouse_command(s, line + strcspn(line, " "));
	else if (*line == '/')
		tf_search(s, line + 1);
	else if (*line == '@')
		tf_element(s, line + 1);
	else
		return false;
	return true;
}

/* First line to be seen, as the verb asks. */
static size_t scroll_wanted(const struct tf_screen *s)
{
	size_t want = s->page[s->at].rich.scroll_to;

	for (size_t i = 0; i < s->seg.n; i++)
		if (s->seg.p[i].line >= want)
			return i;
	return 0;
}

static void verb(struct tf_screen *s, const char *line)
{
	struct tf_page *p;
	int columns = s->cv.w < TF_WIDTH ? s->cv.w : TF_WIDTH;

	tf_say(s, TOAST_BUSY, "Processing... ");
	show(s);
	tf_say(s, TOAST_NONE, " ");
	p = page_new(s, line);
	tf_dispatch(s->t, line, columns - 2, &p->rich);
	intr_clear();
	tf_search_end(s);
	page_seen(s, s->n_pages - 1);
	tf_scroll_to(s, scroll_wanted(s));
	if (p->rich.toast)
		tf_say(s, p->rich.toast_bad ? TOAST_ERROR : TOAST_INFO, "%s: %s", p->rich.toast_bad ? "ERROR" : "INFO",
		       p->rich.toast);
	s->done = s->t->answer != DO_NOTHING;
}

static void command(struct tf_screen *s, const char *line)
{
	tf_say(s, TOAST_NONE, " ");
	line += strspn(line, " \t");
	if (*line && !own_command(s, line))
		verb(s, line);
}

/* ---- events ---- */

static void entered(struct tf_screen *s)
{
	char *line = xstrdup(str_z(&s->prompt.text));

	str_clear(&s->prompt.text);
	s->prompt.at = 0;
	if (*line && !is_word(line, "prev") && !is_word(line, "next"))
		tf_history_add(s, line);
	command(s, line);
	free(line);
}

static void scroll_by(struct tf_screen *s, long by)
{
	size_t top = s->page[s->at].top;

	tf_scroll_to(s, by < 0 && top < (size_t)-by ? 0 : top + (size_t)by);
}

static bool scroll_key(struct tf_screen *s, const char *key)
{
	if (!strcmp(key, "PgUp"))
		scroll_by(s, -1);
	else if (!strcmp(key, "PgDn"))
		scroll_by(s, 1);
	else if (!strcmp(key, "Home"))
		tf_scroll_to(s, 0);
	else if (!strcmp(key, "End"))
		tf_scroll_to(s, SIZE_MAX);
	else
		return false;
	return true;
}

static void click(struct tf_screen *s, int x, int y)
{
	long scroll;
	char *line = s->mouse && s->n_pages ? tf_click(s, x, y, &scroll) : NULL;

	if (line) {
		if (!is_word(line, "prev") && !is_word(line, "next"))
			tf_history_add(s, line);
		command(s, line);
	} else if (s->mouse && s->n_pages && scroll) {
		scroll_by(s, scroll);
	}
	free(line);
}

static void resized(struct tf_screen *s)
{
	const struct tf_page *p = &s->page[s->at];
	uint32_t line = s->n_pages && p->top < s->seg.n ? s->seg.p[p->top].line : 0;
	int w, h;

	s->tty->size(s->tty, &w, &h);
	canvas_size(&s->cv, w, h);
	tf_wrap(s);
	for (size_t i = 0; s->n_pages && i < s->seg.n; i++)
		if (s->seg.p[i].line == line) {
			tf_scroll_to(s, i);
			break;
		}
}

static void event(struct tf_screen *s, const struct event *ev)
{
	switch (ev->kind) {
	case IN_KEY:
		if (!strcmp(ev->key, "C-l"))
			s->tty->repaint(s->tty);
		else if (!strcmp(ev->key, "C-z"))
			s->tty->suspend(s->tty);
		else if (!scroll_key(s, ev->key) && tf_input_key(s, ev->key))
			entered(s);
		break;
	case IN_RESIZE:
		resized(s);
		break;
	case IN_CLICK:
	case IN_OPEN:
		click(s, ev->x, ev->y);
		break;
	case IN_WHEEL:
		if (s->mouse && s->n_pages)
			scroll_by(s, ev->dir * WHEEL_LINES);
		break;
	case IN_INTERRUPT:
	case IN_HANGUP:
		s->interrupted = true;
		/* fall through */
	case IN_END:
		s->done = true;
		break;
	case IN_IDLE:
	case IN_NONE:
		break;
	}
}

/* ---- the door ---- */

static struct tty *terminal(struct tfdbg *t, struct err *err)
{
	const char *script = getenv("SMTUI_SCRIPT"), *v = setting(app_settings(t->app), SET_COLOR);
	int colors = !strcmp(v, "auto") ? -1 : !strcmp(v, "never") ? 0 : (int)strtol(v, NULL, 10);

	if (!script || !*script)
		return term_curses(colors, err);
	if (!t->screen)
		t->screen = term_script(script, colors, err);
	return t->screen;
}

static void screen_free(struct tf_screen *s)
{
	while (s->n_pages)
		page_free(&s->page[--s->n_pages]);
	for (size_t i = 0; i < s->history.n; i++)
		free(s->history.p[i]);
	for (size_t i = 0; i < s->candidate.n; i++)
		free(s->candidate.p[i]);
	vec_free(&s->history);
	vec_free(&s->candidate);
	vec_free(&s->seg);
	tf_search_end(s);
	tf_say(s, TOAST_NONE, " ");
	prompt_free(&s->prompt);
	free(s->typed);
	canvas_free(&s->cv);
}

bool tfdbg_screen(struct tfdbg *t, struct err *err)
{
	struct tf_screen s = { .t = t };
	const char *ascii = setting(app_settings(t->app), SET_ASCII);

	s.tty = terminal(t, err);
	if (!s.tty)
		return false;
	s.cv.ascii = !strcmp(ascii, "auto") ? !s.tty->utf8 : !strcmp(ascii, "on");
	s.cv.colors = s.tty->colors;
	s.cv.theme = theme_find(setting(app_settings(t->app), SET_THEME));
	s.prompt.kind = PROMPT_COMMAND;
	resized(&s);
	tf_history_read(&s);
	mouse_set(&s, t->cfg.mouse);
	command(&s, t->first);
	while (!s.done) {
		struct event ev = { 0 };

		show(&s);
		s.tty->next(s.tty, &ev);
		event(&s, &ev);
	}
	tf_history_write(&s);
	screen_free(&s);
	if (s.tty != t->screen)
		s.tty->close(s.tty);
	if (t->answer == DO_NOTHING)
		t->answer = DO_EXIT;
	t->killed = s.interrupted;
	return true;
}

bool tfdbg_screen_end(struct tfdbg *t)
{
	struct tty *tty = t->screen;

	t->screen = NULL;
	return !tty || !tty->close(tty);
}
