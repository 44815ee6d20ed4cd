/* Where the run debugger's screen scrolls to: lines, what is searched for, an array's element. */
#include "ui/tfdbg.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void tf_say(struct tf_screen *s, enum tf_toast kind, const char *fmt, ...)
{
	struct str text = STR_INIT;
	va_list ap;

	free(s->toast);
	s->toast = NULL;
	s->toast_kind = kind;
	if (kind == TOAST_NONE)
		return;
	va_start(ap, fmt);
	str_vaddf(&text, fmt, ap);
	va_end(ap);
	s->toast = str_give(&text);
}

/* The last line may stand at the top. */
void tf_scroll_to(struct tf_screen *s, size_t top)
{
	size_t last = s->seg.n && tf_scrolls(s) ? s->seg.n - 1 : 0;

	s->page[s->at].top = top < last ? top : last;
}

/* ---- /regex ---- */

void tf_search_end(struct tf_screen *s)
{
	if (s->pattern)
		regfree(&s->re);
	free(s->pattern);
	s->pattern = NULL;
}

/* Does a match begin in a wrapped line? */
static bool seg_hits(const struct tf_screen *s, size_t i)
{
	const struct rich_line *l = tf_line(s, i);

	for (size_t from = 0; from < l->text.n;) {
		size_t at;
		regmatch_t m;

		if (regexec(&s->re, l->text.p + from, 1, &m, from ? REG_NOTBOL : 0))
			return false;
		at = from + (size_t)m.rm_so;
		if (at >= s->seg.p[i].from && at < s->seg.p[i].to && m.rm_eo > m.rm_so)
			return true;
		from += (size_t)m.rm_eo + (m.rm_eo == m.rm_so);
	}
	return false;
}

static void hit_from(struct tf_screen *s, size_t from)
{
	for (size_t i = from; i < s->seg.n; i++)
		if (seg_hits(s, i)) {
			tf_scroll_to(s, i);
			return;
		}
	tf_say(s, TOAST_ERROR, "Pattern not found");
}

void tf_search(struct tf_screen *s, const char *what)
{
	if (!*what && !s->pattern)
		return;
	if (!*what) {
		hit_from(s, s->page[s->at].top + 1);
		return;
	}
	tf_search_end(s);
	if (regcomp(&s->re, what, REG_EXTENDED)) {
		tf_say(s, TOAST_ERROR, "ERROR: Invalid regular expression: \"%s\"", what);
		return;
	}
	s->pattern = xstrdup(what);
	hit_from(s, s->page[s->at].top);
}

/* ---- @[i,j] ---- */

enum { MAX_INDICES = 32 };

/* "0,3" with or without blanks; -1: no number. */
static int indices(const char *z, long *out)
{
	int n = 0;

	while (*z) {
		char *end;

		if (n == MAX_INDICES)
			return -1;
		out[n++] = strtol(z, &end, 10);
		if (end == z)
			return -1;
		z = end + strspn(end, " ");
		if (*z == ',')
			z += 1 + strspn(z + 1, " ");
		else if (*z)
			return -1;
	}
	return n;
}

static bool indices_ok(struct tf_screen *s, const struct rich *r, const long *at, int n)
{
	for (int i = 0; i < n && n == r->rank; i++) {
		if (at[i] < 0)
			tf_say(s, TOAST_ERROR, "ERROR: Indices contain negative value(s).");
		else if (at[i] >= r->dim[i])
			tf_say(s, TOAST_ERROR, "ERROR: Indices exceed tensor dimensions.");
		else
			continue;
		return false;
	}
	if (n == r->rank)
		return true;
	tf_say(s, TOAST_ERROR, "ERROR: Dimensions mismatch: requested: %d; actual: %d", n, r->rank);
	return false;
}

/* Does a line that begins with element `first` begin at or before the one wanted? */
static bool reaches(const char *first, const long *want, int n)
{
	long at[MAX_INDICES];

	if (indices(first, at) != n)
		return false;
	for (int i = 0; i < n; i++)
		if (at[i] != want[i])
			return at[i] < want[i];
	return true;
}

/* A "..." between the line that was found and the next: the element is not there. */
static bool is_left_out(const struct tf_screen *s, size_t line)
{
	const struct rich *r = &s->page[s->at].rich;
	const struct rich_line *next = line + 1 < r->line.n ? &r->line.p[line + 1] : NULL;

	return next && !next->index && strstr(next->text.p, "...");
}

void tf_element(struct tf_screen *s, const char *text)
{
	const struct rich *r = &s->page[s->at].rich;
	long want[MAX_INDICES];
	char *z = xstrdup(text), *p = z + strspn(z, " [");
	size_t found = SIZE_MAX;
	int n;

	p[strcspn(p, "]")] = '\0';
	n = indices(p, want);
	if (n <= 0)
		tf_say(s, TOAST_ERROR, n ? "ERROR: Invalid indices: %s" : "ERROR: Empty indices.", text);
	else if (indices_ok(s, r, want, n)) {
		for (size_t i = 0; i < r->line.n; i++)
			if (r->line.p[i].index && reaches(r->line.p[i].index, want, n))
				found = i;
		for (size_t i = 0; found != SIZE_MAX && !is_left_out(s, found) && i < s->seg.n; i++)
			if (s->seg.p[i].line == found) {
				tf_scroll_to(s, i);
				break;
			}
	}
	free(z);
}
