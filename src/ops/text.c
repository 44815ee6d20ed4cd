/* Helpers of the families about text; see text.h. */
#include "ops/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

const char *dtype_text(enum dtype t)
{
	switch (t) {
	case DT_FLOAT:
		return "float";
	case DT_DOUBLE:
		return "double";
	case DT_HALF:
		return "half";
	case DT_INVALID:
		return "INVALID";
	default:
		return dtype_info(t)->name;
	}
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct sv trimmed(struct sv s)
{
	while (s.n && is_blank(s.p[0]))
		s = sv_sub(s, 1, s.n);
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	return s;
}

static bool parse_int(struct sv s, int64_t min, int64_t max, int64_t *out)
{
	bool minus = s.n && s.p[0] == '-';
	int64_t v = 0;

	if (minus)
		s = sv_sub(s, 1, s.n);
	if (!s.n)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		int d = s.p[i] - '0';

		if (d < 0 || d > 9 || __builtin_mul_overflow(v, 10, &v) ||
		    __builtin_sub_overflow(v, d, &v))	/* downwards: the minimum fits */
			return false;
	}
	if (minus ? v < min : v < -max)
		return false;
	*out = minus ? v : -v;
	return true;
}

/* The first index from `at` on whose byte is not in set. */
static size_t strspn_sv(struct sv s, size_t at, const char *set)
{
	while (at < s.n && s.p[at] && strchr(set, s.p[at]))
		at++;
	return at;
}

/* Does s follow double-conversion's grammar: digits with a point and an exponent, or a hex integer? */
static bool float_form(struct sv s, bool *hex)
{
	size_t i = 0, digits = 0, e;

	*hex = s.n > 2 && s.p[0] == '0' && (s.p[1] | 32) == 'x';
	if (*hex)
		return strspn_sv(s, 2, "0123456789abcdefABCDEF") == s.n;
	for (; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
		digits++;
	if (i < s.n && s.p[i] == '.')
		for (i++; i < s.n && s.p[i] >= '0' && s.p[i] <= '9'; i++)
			digits++;
	if (!digits)
		return false;
	if (i < s.n && (s.p[i] | 32) == 'e') {
		i++;
		if (i < s.n && (s.p[i] == '+' || s.p[i] == '-'))
			i++;
		e = i;
		i = strspn_sv(s, i, "0123456789");
		if (i == e)
			return false;
	}
	return i == s.n;
}

/* Text without blanks, sign taken off; long ones are copied to the heap for strtod's NUL. */
static bool parse_float(struct sv s, bool is_double, bool minus, void *v)
{
	char small[128], *z = small;
	bool hex;
	double d;
	float f;

	if (s.n == 3 && !strncasecmp(s.p, "inf", 3)) {
		d = f = INFINITY;
	} else if (s.n == 3 && !strncasecmp(s.p, "nan", 3)) {
		d = f = NAN;
	} else {
		if (!float_form(s, &hex))
			return false;
		if (s.n >= sizeof(small))
			z = malloc(s.n + 1);
		if (!z)
			return false;
		memcpy(z, s.p, s.n);
		z[s.n] = 0;
		d = strtod(z, NULL);
		f = strtof(z, NULL);
		if (z != small)
			free(z);
	}
	if (is_double)
		*(double *)v = minus ? -d : d;
	else
		*(float *)v = minus ? -f : f;
	return true;
}

bool text_number(enum dtype t, struct sv s, void *v)
{
	int64_t i;
	bool minus;

	s = trimmed(s);
	if (t == DT_INT32 || t == DT_INT64) {
		if (!parse_int(s, t == DT_INT32 ? INT32_MIN : INT64_MIN,
			       t == DT_INT32 ? INT32_MAX : INT64_MAX, &i))
			return false;
		if (t == DT_INT32)
			*(int32_t *)v = (int32_t)i;
		else
			*(int64_t *)v = i;
		return true;
	}
	minus = s.n && s.p[0] == '-';
	if (s.n && (s.p[0] == '-' || s.p[0] == '+'))
		s = sv_sub(s, 1, s.n);
	return parse_float(s, t == DT_DOUBLE, minus, v);
}

void text_of_float(struct str *out, double v, bool is_double)
{
	char buf[40];

	snprintf(buf, sizeof(buf), is_double ? "%.15g" : "%.6g", v);
	if (is_double ? strtod(buf, NULL) != v : strtof(buf, NULL) != (float)v)
		snprintf(buf, sizeof(buf), is_double ? "%.17g" : "%.9g", v);
	str_addz(out, isnan(v) ? "nan" : buf);
}

int64_t utf8_count(struct sv s)
{
	int64_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n += !utf8_trail(s.p[i]);
	return n;
}

bool text_map(struct op_ctx *c, bool (*fn)(struct op_ctx *c, struct sv s, struct str *out))
{
	const struct tensor *in = c->in[0];
	struct tensor *out = op_out_like(c, 0, in);
	struct str s = STR_INIT;
	bool ok = out != NULL;

	for (int64_t i = 0; ok && i < in->n; i++) {
		str_clear(&s);
		ok = fn(c, tensor_str(in, i), &s) && tensor_str_set(out, i, str_sv(&s), c->err) &&
		     (i % 4096 || !c->world || c->world->go_on(c->world_ctx, c->err));
	}
	str_free(&s);
	return ok;
}
