/*
 * The themes: one row a style, one column a theme. Numbers are of the terminal's 16 colours (and, where
 * it has 256, of the xterm palette); NONE is the terminal's own foreground. Backgrounds are never set:
 * selection is reverse video on every one. No style differs from plain text by colour alone where it
 * carries a meaning: a mark or a word stands beside it. With xterm's colours each has a contrast of 3.5
 * or more to the backgrounds that its theme is for: "auto" and "blue-orange" to white and to black.
 */
#include "ui/draw.h"

#include <stdlib.h>
#include <string.h>

enum { NONE = COLOR_NONE, B = LOOK_BOLD, D = LOOK_DIM, U = LOOK_UNDERLINE };

enum theme_no { THEME_ANY, THEME_DARK, THEME_LIGHT, THEME_MONO, THEME_CONTRAST, THEME_BLUE_ORANGE, THEMES };

static const char *const names[THEMES] = { "auto", "dark", "light", "mono", "contrast", "blue-orange" };

struct tint { int16_t fg; uint8_t attr; };

static const struct tint tints[ST_COUNT][THEMES] = {
	/*		auto		dark		light		mono		contrast	blue-orange */
	[ST_TEXT] = { { NONE, 0 }, { NONE, 0 }, { NONE, 0 }, { NONE, 0 }, { NONE, B }, { NONE, 0 } },
	[ST_TITLE] = { { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B } },
	[ST_HEAD] = { { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B | U }, { NONE, B } },
	[ST_DIM] = { { NONE, D }, { NONE, D }, { 8, 0 }, { NONE, D }, { NONE, 0 }, { NONE, D } },
	[ST_LINK] = { { NONE, 0 }, { NONE, 0 }, { NONE, 0 }, { NONE, 0 }, { NONE, B }, { NONE, 0 } },
	[ST_OP] = { { 5, 0 }, { 14, 0 }, { 4, 0 }, { NONE, 0 }, { NONE, B }, { 12, 0 } },
	[ST_TYPE] = { { 12, 0 }, { 12, 0 }, { 5, 0 }, { NONE, 0 }, { NONE, B }, { NONE, 0 } },
	[ST_NUM] = { { NONE, 0 }, { NONE, 0 }, { NONE, 0 }, { NONE, 0 }, { NONE, B }, { NONE, 0 } },
	[ST_GOOD] = { { NONE, B }, { 10, 0 }, { 28, 0 }, { NONE, 0 }, { NONE, B }, { 12, B } },
	[ST_WARN] = { { 5, B }, { 11, B }, { 130, B }, { NONE, B }, { NONE, B | U }, { 130, B } },
	[ST_BAD] = { { 1, B }, { 9, B }, { 1, B }, { NONE, B }, { NONE, B | U }, { 166, B | U } },
	[ST_KEY] = { { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B }, { NONE, B } },
	[ST_HERE] = { { 12, B }, { 10, B }, { 28, B }, { NONE, B }, { NONE, B | U }, { 12, B } },
	[ST_BREAK] = { { 1, B }, { 9, B }, { 1, B }, { NONE, B }, { NONE, B }, { 166, B } },
};

const char *theme_name(int theme)
{
	return names[theme];
}

/* "15;0" or "0;default;15": foreground first, background last; 7 and 9 to 15 are light. */
static bool background_is_light(void)
{
	const char *both = getenv("COLORFGBG"), *bg = both ? strrchr(both, ';') : NULL;
	char *end;
	long n;

	if (!bg || !bg[1])
		return false;
	n = strtol(bg + 1, &end, 10);
	return !*end && (n == 7 || (n >= 9 && n <= 15));
}

int theme_find(const char *name)
{
	for (int i = 0; i < THEMES; i++)
		if (!strcmp(names[i], name))
			return i == THEME_ANY && background_is_light() ? THEME_LIGHT : i;
	return THEME_ANY;
}

int theme_after(int theme)
{
	return (theme + 1) % THEMES;
}

struct look style_look(enum style st)
{
	return (struct look){ (int16_t)(COLOR_STYLE - st), COLOR_NONE, 0 };
}

struct look theme_look(int theme, struct look l)
{
	const struct tint *t;

	if (l.fg > COLOR_STYLE || l.fg <= COLOR_STYLE - ST_COUNT)
		return l;
	t = &tints[COLOR_STYLE - l.fg][theme];
	return (struct look){ t->fg, l.bg, l.attr | t->attr };
}
