/* JSON in Serving's layout; see jsonpretty.h. */
#include "feed/jsonpretty.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void indent(struct pretty *p)
{
	for (int i = 0; i < p->depth; i++)
		str_addz(p->out, "    ");
}

/* What stands before the next value or key. */
static void before(struct pretty *p)
{
	bool list = p->depth && p->level[p->depth - 1].list;
	uint64_t n = p->depth ? p->level[p->depth - 1].n++ : 0;

	if (!p->depth)
		return;
	if (list) {
		if (n)
			str_addz(p->out, p->one_line ? ", " : ",");
		if (!p->one_line) {
			str_addc(p->out, '\n');
			indent(p);
		}
	} else if (n % 2) {
		str_addz(p->out, ": ");
	} else {
		str_addz(p->out, n ? ",\n" : "\n");
		indent(p);
	}
}

void pretty_open(struct pretty *p, char bracket)
{
	before(p);
	str_addc(p->out, bracket);
	if (p->depth < PRETTY_DEEP) {
		p->level[p->depth].list = bracket == '[';
		p->level[p->depth].n = 0;
	}
	p->depth++;
}

void pretty_close(struct pretty *p, char bracket)
{
	bool empty = !p->level[p->depth - 1].n;

	p->depth--;
	if (!empty && (bracket == '}' || !p->one_line)) {
		str_addc(p->out, '\n');
		indent(p);
	}
	str_addc(p->out, bracket);
}

void pretty_raw(struct pretty *p, struct sv v)
{
	before(p);
	str_add(p->out, v);
}

void pretty_str(struct pretty *p, struct sv v)
{
	static const char short_of[] = "btnvfr"; /* \b to \r, but for \v */

	before(p);
	str_addc(p->out, '"');
	for (size_t i = 0; i < v.n; i++) {
		unsigned char c = (unsigned char)v.p[i];

		if (c == '"' || c == '\\')
			str_addf(p->out, "\\%c", c);
		else if (c >= 8 && c <= 13 && c != 11)
			str_addf(p->out, "\\%c", short_of[c - 8]);
		else if (c < 32)
			str_addf(p->out, "\\u%04X", c);
		else
			str_addc(p->out, (char)c);
	}
	str_addc(p->out, '"');
}

void pretty_float(struct pretty *p, double v, bool is_float)
{
	char text[40];

	if (isnan(v))
		snprintf(text, sizeof(text), "NaN");
	else if (isinf(v))
		snprintf(text, sizeof(text), v < 0 ? "-Infinity" : "Infinity");
	else {
		snprintf(text, sizeof(text), "%g", v);
		if (is_float ? strtof(text, NULL) != (float)v : strtod(text, NULL) != v)
			snprintf(text, sizeof(text), "%.*g", is_float ? 9 : 17, v);
		if (!strpbrk(text, ".e"))
			strcat(text, ".0");
	}
	pretty_raw(p, sv_of(text));
}

/* A double within a value that is quoted: the fewest digits that read the same. */
static void shortest(struct pretty *p, double v)
{
	char text[40];

	for (int digits = 1; digits <= 17; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, v);
		if (strtod(text, NULL) == v)
			break;
	}
	if (!strpbrk(text, ".en"))
		strcat(text, ".0");
	pretty_raw(p, sv_of(text));
}

void pretty_value(struct pretty *p, const struct jsonv *v)
{
	char text[32];

	switch (v->kind) {
	case JSONV_NULL:
		pretty_raw(p, SV("null"));
		break;
	case JSONV_BOOL:
		pretty_raw(p, v->i ? SV("true") : SV("false"));
		break;
	case JSONV_INT:
		snprintf(text, sizeof(text), "%" PRId64, v->i);
		pretty_raw(p, sv_of(text));
		break;
	case JSONV_NUM:
		if (p->depth && isfinite(v->d))
			shortest(p, v->d);
		else
			pretty_float(p, v->d, false);
		break;
	case JSONV_STR:
		pretty_str(p, v->s);
		break;
	case JSONV_LIST:
	case JSONV_OBJECT:
		pretty_open(p, v->kind == JSONV_LIST ? '[' : '{');
		for (const struct jsonv *m = v->first; m; m = m->next) {
			if (v->kind == JSONV_OBJECT)
				pretty_str(p, m->key);
			pretty_value(p, m);
		}
		pretty_close(p, v->kind == JSONV_LIST ? ']' : '}');
	}
}
