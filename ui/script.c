/*
 * A terminal for tests: keys come from a file, the screen goes to nothing, and lines of the file say
 * what must be seen. After each key the screen has been painted before the next line is looked at, so
 * nothing ever waits. Lines:
 *
 *   size W H          the window's size
 *   key K ...         keys by name: j Enter C-l Space ...
 *   type TEXT         each character as a key
 *   click X Y         of the mouse; dclick: twice
 *   wheel X Y DIR     -1 up, 1 down
 *   see TEXT          some line of the screen holds TEXT
 *   not TEXT          no line does
 *   at TEXT           the line with the terminal's cursor holds TEXT
 *   copied TEXT       the clipboard holds TEXT
 *   look LOOK TEXT    TEXT is there and its first letter drawn so: a colour's number, or - for the
 *                     terminal's own, then b, d, r, u for bold, dim, reversed, underlined: 9b
 *   dump FILE         writes the screen to FILE ("-": stdout)
 *   # ...             a comment
 *
 * An expectation that is not met prints the line and the screen to stderr and makes the exit code 1.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"
#include "ui/term.h"

struct script {
	struct tty t;		/* first */
	FILE *f;
	char *path;
	char *line;
	size_t cap;
	int number;
	bool times;		/* say how long each key took */
	double since;		/* ms; when the last key was given, 0: none */
	char timed[32];		/* which one */
	char *keys;		/* still to come, space separated; or typed text */
	bool typing;
	int w, h;
	struct str shown;	/* the screen as text */
	struct str cursor;	/* its line with the cursor */
	struct str copied;	/* what the clipboard holds */
	struct canvas cells;	/* what was shown, for looks */
	int failed;
};

static struct script *script_of(struct tty *t)
{
	return (struct script *)t;
}

static void script_size(struct tty *t, int *w, int *h)
{
	*w = script_of(t)->w;
	*h = script_of(t)->h;
}

static void script_show(struct tty *t, const struct canvas *c)
{
	struct script *s = script_of(t);

	str_clear(&s->shown);
	str_clear(&s->cursor);
	canvas_dump(c, &s->shown);
	if (s->cells.w != c->w || s->cells.h != c->h)
		canvas_size(&s->cells, c->w, c->h);
	memcpy(s->cells.cell, c->cell, (size_t)c->w * (size_t)c->h * sizeof(*c->cell));
	if (c->cy >= 0 && c->cy < c->h)
		canvas_line_text(c, c->cy, &s->cursor);
}

static void failure(struct script *s, const char *what)
{
	fprintf(stderr, "%s:%d: %s\n--- cursor on: %s\n%s---\n", s->path, s->number, what,
		str_z(&s->cursor), str_z(&s->shown));
	s->failed++;
}

static bool next_key(struct script *s, struct event *ev)
{
	char *p = s->keys;
	size_t n;

	if (!p || !*p)
		return false;
	*ev = (struct event){ .kind = IN_KEY };
	if (s->typing) {
		n = 1;
		while (((unsigned char)p[n] & 0xc0) == 0x80)
			n++;
		snprintf(ev->key, sizeof(ev->key), "%.*s", (int)n, *p == ' ' ? "Space" : p);
		if (*p == ' ')
			snprintf(ev->key, sizeof(ev->key), "Space");
	} else {
		n = strcspn(p, " ");
		snprintf(ev->key, sizeof(ev->key), "%.*s", (int)n, p);
		n += strspn(p + n, " ");
	}
	memmove(p, p + n, strlen(p + n) + 1);
	return true;
}

static void keys_set(struct script *s, const char *text, bool typing)
{
	free(s->keys);
	s->keys = xstrdup(text);
	s->typing = typing;
}

static void dump_to(struct script *s, const char *path)
{
	FILE *f = strcmp(path, "-") ? fopen(path, "w") : stdout;

	if (!f) {
		failure(s, strerror(errno));
		return;
	}
	fputs(str_z(&s->shown), f);
	if (f != stdout)
		fclose(f);
}

static void look_text(struct look l, struct str *out)
{
	static const struct { uint8_t attr; char letter; } letters[] = {
		{ LOOK_BOLD, 'b' }, { LOOK_DIM, 'd' }, { LOOK_REVERSE, 'r' }, { LOOK_UNDERLINE, 'u' },
	};

	if (l.fg == COLOR_NONE)
		str_addc(out, '-');
	else
		str_addf(out, "%d", l.fg);
	for (size_t i = 0; i < sizeof(letters) / sizeof(*letters); i++)
		if (l.attr & letters[i].attr)
			str_addc(out, letters[i].letter);
}

/* Texts of one-column characters. */
static bool text_is_at(const struct cell *cell, int room, const char *text)
{
	const char *p = text, *end = text + strlen(text);

	for (int k = 0; p < end; k++)
		if (k >= room || cell[k].ch != utf8_take(&p, end))
			return false;
	return true;
}

/* Its column on a line; -1: it is not there. */
static int text_column(const struct canvas *c, int y, const char *text)
{
	for (int x = 0; x < c->w; x++)
		if (text_is_at(&c->cell[(size_t)y * (size_t)c->w + (size_t)x], c->w - x, text))
			return x;
	return -1;
}

/* "9b TEXT" */
static void look_line(struct script *s, const char *rest)
{
	size_t n = strcspn(rest, " ");
	struct str is = STR_INIT;

	for (int y = 0; y < s->cells.h && rest[n]; y++) {
		int x = text_column(&s->cells, y, rest + n + 1);

		if (x < 0)
			continue;
		look_text(s->cells.cell[(size_t)y * (size_t)s->cells.w + (size_t)x].look, &is);
		if (is.n != n || strncmp(is.p, rest, n))
			failure(s, str_z(&is));
		str_free(&is);
		return;
	}
	failure(s, "not on the screen");
}

/* One line; true: an event came of it. */
static bool do_line(struct script *s, char *line, struct event *ev)
{
	char *word = line + strspn(line, " \t"), *rest;

	rest = word + strcspn(word, " ");
	if (*rest)
		*rest++ = '\0';
	if (!*word || *word == '#')
		return false;
	if (!strcmp(word, "key") || !strcmp(word, "type")) {
		keys_set(s, rest, *word == 't');
		return next_key(s, ev);
	}
	if (!strcmp(word, "size") && sscanf(rest, "%d %d", &s->w, &s->h) == 2) {
		*ev = (struct event){ .kind = IN_RESIZE };
		return true;
	}
	if (!strcmp(word, "click") || !strcmp(word, "dclick")) {
		*ev = (struct event){ .kind = *word == 'c' ? IN_CLICK : IN_OPEN };
		return sscanf(rest, "%d %d", &ev->x, &ev->y) == 2;
	}
	if (!strcmp(word, "wheel")) {
		*ev = (struct event){ .kind = IN_WHEEL };
		return sscanf(rest, "%d %d %d", &ev->x, &ev->y, &ev->dir) == 3;
	}
	if (!strcmp(word, "see")) {
		if (!strstr(str_z(&s->shown), rest))
			failure(s, "not on the screen");
	} else if (!strcmp(word, "not")) {
		if (strstr(str_z(&s->shown), rest))
			failure(s, "is on the screen");
	} else if (!strcmp(word, "at")) {
		if (!strstr(str_z(&s->cursor), rest))
			failure(s, "the cursor is elsewhere");
	} else if (!strcmp(word, "copied")) {
		if (strcmp(str_z(&s->copied), rest))
			failure(s, str_z(&s->copied));
	} else if (!strcmp(word, "look")) {
		look_line(s, rest);
	} else if (!strcmp(word, "dump")) {
		dump_to(s, rest);
	} else {
		failure(s, "no such line in a script");
	}
	return false;
}

/* ---- how long each key took, up to the next one (SMTUI_SCRIPT_TIMES) ---- */

static void time_start(struct script *s, const struct event *ev)
{
	snprintf(s->timed, sizeof(s->timed), "%s",
		 ev->kind == IN_KEY    ? ev->key
		 : ev->kind == IN_IDLE ? "(idle)"
				       : "(resize)");
	s->since = clock_ms();
}

static void time_said(struct script *s)
{
	if (s->times && s->since > 0)
		fprintf(stderr, "%9.3f ms  %s\n", clock_ms() - s->since, s->timed);
}

static void script_next(struct tty *t, struct event *ev)
{
	struct script *s = script_of(t);
	ssize_t n;

	time_said(s);
	if (t->busy) {	/* a script goes on when nothing moves any more */
		*ev = (struct event){ .kind = IN_IDLE };
		time_start(s, ev);
		return;
	}
	if (next_key(s, ev)) {
		time_start(s, ev);
		return;
	}
	while ((n = getline(&s->line, &s->cap, s->f)) >= 0) {
		s->number++;
		while (n > 0 && (s->line[n - 1] == '\n' || s->line[n - 1] == '\r'))
			s->line[--n] = '\0';
		if (do_line(s, s->line, ev)) {
			time_start(s, ev);
			return;
		}
	}
	*ev = (struct event){ .kind = IN_END };
}

static void script_mouse(struct tty *t, bool on)
{
	(void)t;
	(void)on;
}

static void script_nothing(struct tty *t)
{
	(void)t;
}

static bool script_copy(struct tty *t, struct sv text)
{
	struct script *s = script_of(t);

	str_clear(&s->copied);
	str_add(&s->copied, text);
	return true;
}

static int script_close(struct tty *t)
{
	struct script *s = script_of(t);
	int failed = s->failed;

	fclose(s->f);
	free(s->path);
	free(s->line);
	free(s->keys);
	str_free(&s->shown);
	str_free(&s->cursor);
	str_free(&s->copied);
	canvas_free(&s->cells);
	free(s);
	return failed ? 1 : 0;
}

struct tty *term_script(const char *path, int colors, struct err *err)
{
	struct script *s = xcalloc(1, sizeof(*s));

	s->times = getenv("SMTUI_SCRIPT_TIMES") != NULL;
	s->since = s->times ? clock_ms() : 0;	/* the first screen */
	snprintf(s->timed, sizeof(s->timed), "(first screen)");
	s->f = fopen(path, "r");
	if (!s->f) {
		err_set(err, ERR_KIND_FILE, ERR_NOT_FOUND, "%s", strerror(errno));
		err_at(err, "%s", path);
		free(s);
		return NULL;
	}
	s->path = xstrdup(path);
	s->w = 80;
	s->h = 24;
	if (getenv("SMTUI_SCRIPT_SIZE"))
		sscanf(getenv("SMTUI_SCRIPT_SIZE"), "%dx%d", &s->w, &s->h);
	s->t = (struct tty){
		.size = script_size, .show = script_show, .next = script_next, .mouse = script_mouse,
		.repaint = script_nothing, .suspend = script_nothing, .close = script_close,
		.utf8 = !getenv("SMTUI_ASCII"), .colors = colors >= 0 ? colors : 256, .copy = script_copy,
	};
	return &s->t;
}
