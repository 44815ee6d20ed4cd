/*
 * Shortest digits; see number.h. Precisions are tried from 1 up: the first whose correctly rounded
 * text reads back as the same number of that type is the shortest. Where a style allows fewer digits
 * than that, the exact value is rounded to them (half to even, as printf does).
 */
#include "tensor/number.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct digits {
	bool neg;
	char d[24];		/* without the point, no zeros at the end; "0" for zero */
	int n;
	int exp;		/* of the first digit */
};

static bool reads_back(const char *text, double v, enum dtype t)
{
	if (t == DT_DOUBLE)
		return strtod(text, NULL) == v;
	if (t == DT_HALF)
		return (double)half_to_float(half_of_float(strtof(text, NULL))) == v;
	return (double)strtof(text, NULL) == v;
}

static void from_text(struct digits *g, const char *text)
{
	const char *e = strchr(text, 'e');

	g->n = 0;
	for (const char *p = text; p < e; p++)
		if (*p >= '0' && *p <= '9' && g->n < 20)
			g->d[g->n++] = *p;
	while (g->n > 1 && g->d[g->n - 1] == '0')
		g->n--;
	g->exp = atoi(e + 1);
}

static void shortest(struct digits *g, double v, enum dtype t)
{
	char text[48];

	g->neg = signbit(v);
	v = fabs(v);
	for (int p = 0; p < 17; p++) {
		snprintf(text, sizeof(text), "%.*e", p, v);
		if (reads_back(text, v, t))
			break;
	}
	from_text(g, text);
}

static void put_sign(struct str *out, bool neg, bool plus)
{
	if (neg)
		str_addc(out, '-');
	else if (plus)
		str_addc(out, '+');
}

/* Everything after the point: frac digits, then zeros or trimming as the style says. */
static void put_fraction(struct str *out, const char *frac, int n, const struct number_style *s)
{
	while (n && frac[n - 1] == '0')
		n--;
	if (s->trim == TRIM_ALL && n == 0)
		return;
	str_addc(out, '.');
	str_add(out, (struct sv){ frac, (size_t)n });
	if (s->trim == TRIM_KEEP && n < s->min_digits)
		str_addn(out, '0', (size_t)(s->min_digits - n));
	else if (s->trim == TRIM_ONE_ZERO && n == 0)
		str_addc(out, '0');
}

void number_positional(struct str *out, double v, enum dtype t, const struct number_style *s)
{
	struct digits g;
	char text[512], *dot;
	int after;

	shortest(&g, v, t);
	after = g.n - 1 - g.exp;
	put_sign(out, g.neg, s->plus);
	if (s->precision >= 0 && after > s->precision) {
		snprintf(text, sizeof(text), "%.*f", s->precision, fabs(v));
	} else if (s->whole && after < 0) {
		snprintf(text, sizeof(text), "%.0f.", fabs(v));
	} else {
		int len = 0;

		for (int i = 0; i <= (g.exp > 0 ? g.exp : 0) && len < 400; i++)
			text[len++] = g.exp < 0 || i >= g.n ? '0' : g.d[i];
		text[len++] = '.';
		for (int k = -1; k >= -after && len < 500; k--) {
			int i = g.exp - k;	/* digit that stands for 10^k */

			text[len++] = i < 0 || i >= g.n ? '0' : g.d[i];
		}
		text[len] = '\0';
	}
	dot = strchr(text, '.');
	if (!dot)
		dot = text + strlen(text);
	str_add(out, (struct sv){ text, (size_t)(dot - text) });
	put_fraction(out, *dot ? dot + 1 : dot, *dot ? (int)strlen(dot + 1) : 0, s);
}

void number_scientific(struct str *out, double v, enum dtype t, const struct number_style *s)
{
	struct digits g;
	char text[64];
	int want;

	shortest(&g, v, t);
	want = s->precision >= 0 && g.n - 1 > s->precision ? s->precision :
	       s->trim == TRIM_KEEP && g.n - 1 < s->min_digits ? s->min_digits : -1;
	if (want >= 0) {
		/* also when more are asked for than the shortest form has: numpy then goes on with
		 * the exact value's digits, not with zeros */
		snprintf(text, sizeof(text), "%.*e", want, fabs(v));
		from_text(&g, text);
	}
	put_sign(out, g.neg, s->plus);
	str_addc(out, g.d[0]);
	put_fraction(out, g.d + 1, g.n - 1, s);
	str_addf(out, "e%c%0*d", g.exp < 0 ? '-' : '+', s->exp_digits < 2 ? 2 : s->exp_digits, abs(g.exp));
}

void number_scalar(struct str *out, double v, enum dtype t, enum number_trim trim, bool plus, bool numpy2)
{
	struct number_style s = { .precision = -1, .trim = trim, .plus = plus };
	double a = fabs(v), most = !numpy2 ? 1e16 : t == DT_FLOAT ? 1e6 : t == DT_HALF ? 1e3 : 1e16;

	if (isnan(v)) {
		str_addz(out, plus ? "+nan" : "nan");
	} else if (isinf(v)) {
		str_addz(out, v < 0 ? "-inf" : plus ? "+inf" : "inf");
	} else if (a == 0 || (a >= 1e-4 && a < most)) {
		number_positional(out, v, t, &s);
	} else {
		s.trim = TRIM_ALL;
		number_scientific(out, v, t, &s);
	}
}
