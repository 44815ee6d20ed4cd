/* Every colour of every theme can be read on the backgrounds that it is for, with xterm's palette.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "ui/draw.h"

static double linear(int v)
{
	double c = v / 255.0;

	return c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4);
}

/* Relative luminance of a colour of the 256. */
static double luminance(int color)
{
	static const unsigned char ansi[16][3] = {
		{0, 0, 0},	 {205, 0, 0},	{0, 205, 0},   {205, 205, 0},
		{0, 0, 238},	 {205, 0, 205}, {0, 205, 205}, {229, 229, 229},
		{127, 127, 127}, {255, 0, 0},	{0, 255, 0},   {255, 255, 0},
		{92, 92, 255},	 {255, 0, 255}, {0, 255, 255}, {255, 255, 255},
	};
	int rgb[3];

	for (int i = 0; i < 3; i++) {
		static const int step[3] = {36, 6, 1};
		int k = (color - 16) / step[i] % 6;

		rgb[i] = color < 16	? ansi[color][i]
			 : color >= 232 ? 8 + 10 * (color - 232)
			 : k		? 55 + 40 * k
					: 0;
	}
	return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

static double contrast(double a, double b)
{
	return a > b ? (a + 0.05) / (b + 0.05) : (b + 0.05) / (a + 0.05);
}

struct theme {
	const char *name;
	bool on_black, on_white;
	bool coloured;
};

static bool readable(const struct theme *t, struct look l)
{
	double y;

	if (l.bg != COLOR_NONE || l.fg == COLOR_NONE)
		return l.bg == COLOR_NONE;
	y = luminance(l.fg);
	if (t->coloured && (!t->on_black || contrast(y, 0) >= 3.5) &&
	    (!t->on_white || contrast(y, 1) >= 3.5))
		return true;
	printf("FAIL %s: colour %d: %.1f on black, %.1f on white\n", t->name, l.fg, contrast(y, 0),
	       contrast(y, 1));
	return false;
}

int main(void)
{
	static const struct theme themes[] = {
		{"auto", true, true, true},	 {"dark", true, false, true},
		{"light", false, true, true},	 {"mono", true, true, false},
		{"contrast", true, true, false}, {"blue-orange", true, true, true},
	};
	int failed = 0, passed = 0;

	unsetenv("COLORFGBG");
	for (size_t t = 0; t < sizeof(themes) / sizeof(*themes); t++)
		for (int st = 0; st < ST_COUNT; st++) {
			struct look l =
				theme_look(theme_find(themes[t].name), style_look((enum style)st));

			if (readable(&themes[t], l))
				passed++;
			else
				failed++;
		}
	printf("%d passed, %d failed\n", passed, failed);
	return failed || passed < 6 * ST_COUNT;
}
