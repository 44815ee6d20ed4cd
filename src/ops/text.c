/* Helpers of the families about text; see text.h. */
#include "ops/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { FLOAT_TEXT_MAX = 32, TEXT_MAX = 1 << 30 };

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

struct sv text_trimmed(struct sv s)
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

/* Does s follow double-conversion's grammar: digits with a point and an exponent, or a hex integer?
 */
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

/* Text without blanks, sign taken off. */
static bool parse_float(struct sv s, bool is_double, bool minus, void *v)
{
	char z[FLOAT_TEXT_MAX];
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
		memcpy(z, s.p, s.n);
		z[s.n] = 0;
		d = strtod(z, NULL);
		f = strtof(z, NULL);
	}
	if (is_double)
		*(double *)v = minus ? -d : d;
	else
		*(float *)v = minus ? -f : f;
	return true;
}

bool text_number(enum dtype t, struct sv s, void *v)
{
	struct sv whole = s;
	int64_t i;
	bool minus;

	s = text_trimmed(s);
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
	if (whole.n >= FLOAT_TEXT_MAX)	/* TensorFlow's buffer */
		return false;
	if (!s.n && whole.n) {		/* only blanks: double-conversion's "empty string" is 0 */
		memset(v, 0, dtype_info(t)->size);
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

bool text_fits(struct op_ctx *c, size_t bytes)
{
	return bytes <= TEXT_MAX ||
	       op_fail(c, ERR_RESOURCE_EXHAUSTED, "a string of over %d MiB", TEXT_MAX >> 20);
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

/* ---- tensors as text ---- */

static void summary_string(struct str *out, struct sv s)
{
	static const char plain[] = "\n\r\t\"'\\", name[] = "nrt\"'\\";

	str_addc(out, '"');
	for (size_t i = 0; i < s.n; i++) {
		const char *hit = s.p[i] ? strchr(plain, s.p[i]) : NULL;

		if (hit)
			str_addf(out, "\\%c", name[hit - plain]);
		else if ((unsigned char)s.p[i] < 0x20 || s.p[i] == 0x7f)
			str_addf(out, "\\%03o", (unsigned char)s.p[i]);
		else
			str_addc(out, s.p[i]);
	}
	str_addc(out, '"');
}

static void summary_element(struct str *out, const struct tensor *t, int64_t i)
{
	switch (dtype_info(t->dtype)->kind) {
	case DK_STRING:
		summary_string(out, tensor_str(t, i));
		break;
	case DK_FLOAT:
		text_of_float(out, tensor_get_f64(t, i), t->dtype == DT_DOUBLE);
		break;
	case DK_UINT:
		str_addf(out, "%llu", (unsigned long long)tensor_get_i64(t, i));
		break;
	case DK_INT: case DK_BOOL: case DK_QUANT:
		str_addf(out, "%lld", (long long)tensor_get_i64(t, i));
		break;
	default:
		str_addc(out, '?');
	}
}

static void summary_space(struct str *out, const struct tensor *t, int d)
{
	if (d == t->rank - 1) {
		str_addc(out, ' ');
		return;
	}
	str_addn(out, '\n', (size_t)(t->rank - d - 1));
	str_addn(out, ' ', (size_t)d + 1);
}

/* Dimension d from element `at` on; recursion is as deep as the rank. */
static void summary_dim(struct str *out, const struct tensor *t, int d, int64_t at, int64_t ends)
{
	int64_t n, per = 1, from;

	if (d == t->rank) {
		summary_element(out, t, at);
		return;
	}
	n = t->dim[d];
	for (int k = d + 1; k < t->rank; k++)
		per *= t->dim[k];
	str_addc(out, '[');
	for (int64_t i = 0; i < ends && i < n; i++) {
		if (i)
			summary_space(out, t, d);
		summary_dim(out, t, d + 1, at + i * per, ends);
	}
	if (n / 2 >= ends && n > 2 * ends) {
		summary_space(out, t, d);
		str_addz(out, "...");
	}
	from = n - ends > ends ? n - ends : ends;
	for (int64_t i = from; i < n; i++) {
		summary_space(out, t, d);
		summary_dim(out, t, d + 1, at + i * per, ends);
	}
	str_addc(out, ']');
}

void text_summary(struct str *out, const struct tensor *t, int64_t ends)
{
	summary_dim(out, t, 0, 0, ends < 0 || ends > t->n ? t->n : ends);
}
