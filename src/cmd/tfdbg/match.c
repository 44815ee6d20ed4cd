/* Python's patterns in POSIX's words: what only Python has and what does not change whether there is a match. */
#include "cmd/tfdbg/match.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/str.h"
#include "cmd/tfdbg/tfdbg.h"

/* "\d" and its kin, as they stand in [...] or outside. */
static const char *class_of(char c, bool inside)
{
	switch (c) {
	case 'd': return inside ? "0-9" : "[0-9]";
	case 'D': return inside ? NULL : "[^0-9]";
	case 'w': return inside ? "A-Za-z0-9_" : NULL;
	case 's': return inside ? "[:space:]" : NULL;
	case 'A': return "^";
	case 'Z': return "$";
	default: return NULL;
	}
}

static void translate(const char *p, struct str *out)
{
	bool inside = false;

	for (; *p; p++) {
		if (*p == '\\' && p[1]) {
			const char *as = class_of(p[1], inside);

			if (as)
				str_addz(out, as);
			else
				str_addf(out, inside ? "%.*s" : "\\%.*s", 1, p + 1);
			p++;
			continue;
		}
		if (*p == '[' && !inside) {
			inside = true;
			str_addc(out, *p);
			if (p[1] == '^')
				str_addc(out, *++p);
			if (p[1] == ']')
				str_addc(out, *++p);
			continue;
		}
		inside = inside && *p != ']';
		str_addc(out, *p);
		if (!inside && *p == '(' && p[1] == '?' && p[2] == ':')
			p += 2;
		else if (!inside && strchr("*+?}", *p) && p[1] == '?')
			p++;		/* lazy: finds the same texts */
	}
}

bool match_make(struct match *m, const char *text, struct err *err)
{
	struct str s = STR_INIT;
	char why[200];
	int rc;

	*m = (struct match){ 0 };
	if (!text)
		return true;
	str_addz(&s, "^(");
	translate(text, &s);
	str_addz(&s, ")");
	rc = regcomp(&m->re, str_z(&s), REG_EXTENDED | REG_NOSUB);
	str_free(&s);
	if (rc) {
		regerror(rc, &m->re, why, sizeof(why));
		return tf_raise(err, "re.error", "%s: %s", why, text);
	}
	m->on = true;
	return true;
}

bool match_is(const struct match *m, struct sv text)
{
	char *z;
	bool yes;

	if (!m->on)
		return true;
	z = xsvdup(text);
	yes = !regexec(&m->re, z, 0, NULL, 0);
	free(z);
	return yes;
}

void match_free(struct match *m)
{
	if (m->on)
		regfree(&m->re);
	m->on = false;
}
