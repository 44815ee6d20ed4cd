/* What is wrong with a JSON text, in the words of the parser that Serving uses, and where. */
#include "feed/jsonpretty.h"

#include <string.h>

enum { DEEPEST = 100 };

struct scan {
	const char *p, *begin, *end;
	const char *why;
	int depth;
};

static bool fail(struct scan *s, const char *why)
{
	s->why = s->why ? s->why : why;
	return false;
}

static char at(const struct scan *s)
{
	return s->p < s->end ? *s->p : 0;
}

static void blanks(struct scan *s)
{
	while (s->p < s->end && strchr(" \t\n\r", *s->p) && *s->p)
		s->p++;
}

static bool word(struct scan *s, const char *w)
{
	for (; *w; w++, s->p++)
		if (at(s) != *w)
			return fail(s, "Invalid value.");
	return true;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool digits(struct scan *s, const char *why)
{
	if (!is_digit(at(s)))
		return fail(s, why);
	while (is_digit(at(s)))
		s->p++;
	return true;
}

static bool number(struct scan *s)
{
	if (at(s) == '-')
		s->p++;
	if (at(s) == 'I')
		return word(s, "Inf") && (at(s) != 'i' || word(s, "inity"));
	if (at(s) == 'N')
		return word(s, "NaN");
	if (at(s) == '0')
		s->p++;
	else if (!digits(s, "Invalid value."))
		return false;
	if (at(s) == '.') {
		s->p++;
		if (!digits(s, "Miss fraction part in number."))
			return false;
	}
	if (at(s) == 'e' || at(s) == 'E') {
		s->p++;
		if (at(s) == '+' || at(s) == '-')
			s->p++;
		return digits(s, "Miss exponent in number.");
	}
	return true;
}

static bool escape(struct scan *s)
{
	const char *begin = s->p++;

	if (at(s) == 'u') {
		s->p++;
		for (int i = 0; i < 4; i++, s->p++)
			if (!is_digit(at(s)) && !((at(s) | 32) >= 'a' && (at(s) | 32) <= 'f')) {
				s->p = begin;
				return fail(s, "Incorrect hex digit after \\u escape in string.");
			}
		return true;
	}
	if (!at(s) || !strchr("\"\\/bfnrt", at(s))) {
		s->p = begin;
		return fail(s, "Invalid escape character in string.");
	}
	s->p++;
	return true;
}

static bool string(struct scan *s)
{
	const char *begin = s->p++;

	while (s->p < s->end && *s->p != '"') {
		if ((unsigned char)*s->p < 32)
			return fail(s, "Invalid encoding in string.");
		if (*s->p == '\\') {
			if (!escape(s))
				return false;
		} else {
			s->p++;
		}
	}
	if (s->p == s->end) {
		s->p = begin;
		return fail(s, "Missing a closing quotation mark in string.");
	}
	s->p++;
	return true;
}

static bool value(struct scan *s);

static bool list(struct scan *s)
{
	s->p++;
	blanks(s);
	if (at(s) == ']') {
		s->p++;
		return true;
	}
	while (value(s)) {
		blanks(s);
		if (at(s) == ']') {
			s->p++;
			return true;
		}
		if (at(s) != ',')
			return fail(s, "Missing a comma or ] after an array element.");
		s->p++;
		blanks(s);
	}
	return false;
}

static bool object(struct scan *s)
{
	s->p++;
	blanks(s);
	if (at(s) == '}') {
		s->p++;
		return true;
	}
	for (;;) {
		if (at(s) != '"')
			return fail(s, "Missing a name for object member.");
		if (!string(s))
			return false;
		blanks(s);
		if (at(s) != ':')
			return fail(s, "Missing a colon after a name of object member.");
		s->p++;
		blanks(s);
		if (!value(s))
			return false;
		blanks(s);
		if (at(s) == '}') {
			s->p++;
			return true;
		}
		if (at(s) != ',')
			return fail(s, "Missing a comma or } after an object member.");
		s->p++;
		blanks(s);
	}
}

static bool value(struct scan *s)
{
	bool ok;

	if (++s->depth > DEEPEST)
		return fail(s, "Terminate parsing due to Handler error.");
	switch (at(s)) {
	case 'n':
		ok = word(s, "null");
		break;
	case 't':
		ok = word(s, "true");
		break;
	case 'f':
		ok = word(s, "false");
		break;
	case '"':
		ok = string(s);
		break;
	case '{':
		ok = object(s);
		break;
	case '[':
		ok = list(s);
		break;
	default:
		ok = number(s);
	}
	s->depth--;
	return ok;
}

const char *json_complaint(struct sv text, size_t *offset)
{
	struct scan s = {.p = text.p, .begin = text.p, .end = text.p + text.n};

	blanks(&s);
	if (s.p == s.end) {
		fail(&s, "The document is empty.");
	} else if (value(&s)) {
		blanks(&s);
		if (s.p < s.end)
			fail(&s, "The document root must not be followed by other values.");
	}
	*offset = (size_t)(s.p - s.begin);
	return s.why;
}
