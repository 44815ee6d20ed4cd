/* Conditions on tensors; see cond.h. */
#include "debug/cond.h"

#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tensor/stats.h"

static const struct {
	const char *word;
	enum cond_what what;
	bool alone;
} words[] = {
	{ "nan", COND_NAN, true }, { "inf", COND_INF, true }, { "bad", COND_BAD, true },
	{ "changed", COND_CHANGED, true }, { "min", COND_MIN, false }, { "max", COND_MAX, false },
	{ "mean", COND_MEAN, false }, { "std", COND_STD, false }, { "absmax", COND_ABSMAX, false },
	{ "zeros", COND_ZEROS, false }, { "nans", COND_NANS, false }, { "infs", COND_INFS, false },
	{ "size", COND_SIZE, false }, { "rank", COND_RANK, false }, { "shape", COND_SHAPE, false },
	{ "iter", COND_ITER, false }, { "float", COND_FLOAT, true },
};

enum { N_WORDS = sizeof(words) / sizeof(words[0]) };

/* ---- parsing ---- */

static void blanks(const char **p)
{
	while (isspace((unsigned char)**p))
		(*p)++;
}

static bool word_of(const char **p, char *to, size_t size)
{
	size_t n = 0;

	blanks(p);
	while (isalpha((unsigned char)**p) && n + 1 < size)
		to[n++] = *(*p)++;
	to[n] = 0;
	return n > 0;
}

static bool comparison(const char **p, struct cond_term *t)
{
	static const char *const ops[] = { "<=", ">=", "==", "!=", "<", ">", "=" };
	char *end;

	blanks(p);
	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++) {
		size_t n = strlen(ops[i]);

		if (strncmp(*p, ops[i], n))
			continue;
		strcpy(t->op, strcmp(ops[i], "=") ? ops[i] : "==");
		*p += n;
		t->v = strtod(*p, &end);
		if (end == *p)
			return false;
		*p = end;
		if (**p == '%') {
			t->percent = true;
			(*p)++;
		}
		return true;
	}
	return false;
}

static bool term_parse(const char **p, struct cond_term *t)
{
	char name[16], *end;
	int i = 0;

	memset(t, 0, sizeof(*t));
	if (!word_of(p, name, sizeof(name)))
		return false;
	while (i < N_WORDS && strcmp(words[i].word, name))
		i++;
	if (i == N_WORDS)
		return false;
	t->what = words[i].what;
	if (words[i].alone)
		return true;
	if (t->what == COND_SHAPE) {
		if (**p != '[')
			return false;
		t->dim = (int)strtol(*p + 1, &end, 10);
		if (end == *p + 1 || *end != ']')
			return false;
		*p = end + 1;
	}
	return comparison(p, t);
}

bool cond_parse(struct sv text, struct cond *c, struct err *err)
{
	char buf[256], name[16];
	const char *p = buf;

	c->n = 0;
	if (text.n >= sizeof(buf))
		return err_set(err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT, "the condition is too long");
	memcpy(buf, text.p, text.n);
	buf[text.n] = 0;
	for (;;) {
		if (c->n == COND_TERMS || !term_parse(&p, &c->term[c->n]))
			break;
		c->n++;
		blanks(&p);
		if (!*p)
			return true;
		if (!word_of(&p, name, sizeof(name)) || strcmp(name, "and"))
			break;
	}
	return err_set(
		err, ERR_KIND_USAGE, ERR_INVALID_ARGUMENT,
		"\"%.*s\" is no condition: nan, inf, bad, changed, float, or min, max, mean, std, absmax, zeros, nans, infs, "
		"size, rank, shape[K], iter compared with a number (a %% for zeros, nans, infs), joined by and",
		SV_ARG(text));
}

/* ---- asking ---- */

static bool compare(double a, const char *op, double b)
{
	switch (op[0]) {
	case '<': return op[1] ? a <= b : a < b;
	case '>': return op[1] ? a >= b : a > b;
	case '!': return a != b;
	default: return a == b;
	}
}

static double counted(const struct cond_term *t, int64_t k, int64_t n)
{
	return t->percent ? n ? 100.0 * (double)k / (double)n : 0 : (double)k;
}

/* The number that a term looks at; NaN: the tensor has none. */
static double number(const struct cond_term *t, const struct tensor *x, int64_t iter, const struct stats *s)
{
	int d = x && t->dim < 0 ? t->dim + x->rank : t->dim;

	switch (t->what) {
	case COND_MIN: return s->n_finite ? s->min : NAN;
	case COND_MAX: return s->n_finite ? s->max : NAN;
	case COND_MEAN: return s->n_finite ? s->mean : NAN;
	case COND_STD: return s->n_finite ? s->std : NAN;
	case COND_ABSMAX: return s->n_finite ? s->absmax : NAN;
	case COND_ZEROS: return s->numeric ? counted(t, s->n_zero, s->n) : NAN;
	case COND_NANS: return counted(t, s->n_nan, s->n);
	case COND_INFS: return counted(t, s->n_pinf + s->n_ninf, s->n);
	case COND_SIZE: return (double)x->n;
	case COND_RANK: return x->rank;
	case COND_SHAPE: return d >= 0 && d < x->rank ? (double)x->dim[d] : NAN;
	case COND_ITER: return iter >= 0 ? (double)iter : NAN;
	default: return NAN;
	}
}

static bool term_meets(const struct cond_term *t, const struct tensor *x, const struct tensor *before,
		       int64_t iter, const struct stats *s)
{
	double v;

	switch (t->what) {
	case COND_NAN:
		return s->n_nan > 0;
	case COND_INF:
		return s->n_pinf + s->n_ninf > 0;
	case COND_BAD:
		return s->n_nan + s->n_pinf + s->n_ninf > 0;
	case COND_CHANGED:
		return before && !tensor_same(before, x);
	case COND_FLOAT:
		return dtype_info(x->dtype)->kind == DK_FLOAT;
	default:
		v = number(t, x, iter, s);
		return !isnan(v) && compare(v, t->op, t->v);
	}
}

static void term_say(const struct cond_term *t, const struct tensor *x, int64_t iter, const struct stats *s,
		     struct str *why)
{
	switch (t->what) {
	case COND_NAN:
		str_addf(why, "%lld NaN", (long long)s->n_nan);
		break;
	case COND_INF:
		str_addf(why, "%lld infinite", (long long)(s->n_pinf + s->n_ninf));
		break;
	case COND_BAD:
		str_addf(why, "%lld NaN or infinite", (long long)(s->n_nan + s->n_pinf + s->n_ninf));
		break;
	case COND_CHANGED:
		str_addz(why, "it changed");
		break;
	case COND_FLOAT:
		str_addf(why, "it is %s", dtype_info(x->dtype)->name);
		break;
	default:
		for (int i = 0; i < N_WORDS; i++)
			if (words[i].what == t->what)
				str_addz(why, words[i].word);
		if (t->what == COND_SHAPE)
			str_addf(why, "[%d]", t->dim);
		str_addf(why, " is %.6g%s", number(t, x, iter, s), t->percent ? " %" : "");
	}
}

static bool is_moment(const struct cond_term *t)
{
	return t->what == COND_MEAN || t->what == COND_STD;
}

/* Looks at the tensor's values as far as the terms ask for them. */
static void look(const struct cond *c, const struct tensor *t, struct stats *s)
{
	bool any = false, moments = false;

	for (int i = 0; i < c->n; i++) {
		any |= c->term[i].what != COND_CHANGED && c->term[i].what < COND_SIZE;
		moments |= is_moment(&c->term[i]);
	}
	if (any)
		stats_look(t, moments ? STATS_MOMENTS : 0, s);
}

bool cond_needs_value(const struct cond *c)
{
	for (int i = 0; i < c->n; i++)
		if (c->term[i].what != COND_ITER)
			return true;
	return false;
}

bool cond_meets(const struct cond *c, const struct tensor *t, const struct tensor *before, int64_t iter,
		struct str *why)
{
	struct stats s = { 0 };

	look(c, t, &s);
	for (int i = 0; i < c->n; i++) {
		bool meets = term_meets(&c->term[i], t, before, iter, &s);

		if (why) {
			str_addz(why, i ? ", " : "");
			term_say(&c->term[i], t, iter, &s, why);
		}
		if (!meets)
			return false;
	}
	return true;
}
