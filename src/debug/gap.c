/* Two tensors, element by element; see gap.h. */
#include "debug/gap.h"

#include <float.h>
#include <math.h>

struct format {
	int digits, least; /* of the significand; exponent of the smallest normal number, as frexp
			      has it */
};

static struct format format_of(enum dtype t)
{
	switch (t) {
	case DT_HALF:
		return (struct format){11, -13};
	case DT_BFLOAT16:
		return (struct format){8, -125};
	case DT_DOUBLE:
	case DT_COMPLEX128:
		return (struct format){DBL_MANT_DIG, DBL_MIN_EXP};
	default:
		return (struct format){FLT_MANT_DIG, FLT_MIN_EXP};
	}
}

double gap_ulp(enum dtype t, double x)
{
	struct format f = format_of(t);
	int e;

	frexp(isfinite(x) ? x : 0, &e);
	if (x == 0 || e < f.least)
		e = f.least;
	return ldexp(1, e - f.digits);
}

double gap_unit(enum dtype t)
{
	return ldexp(1, -format_of(t).digits);
}

double gap_element(const struct tensor *t, int64_t i)
{
	if (t->dtype == DT_FLOAT || t->dtype == DT_COMPLEX64)
		return ((const float *)t->data)[i];
	if (t->dtype == DT_DOUBLE || t->dtype == DT_COMPLEX128)
		return ((const double *)t->data)[i];
	return tensor_get_f64(t, i);
}

static bool is_complex(const struct tensor *t)
{
	return dtype_info(t->dtype)->kind == DK_COMPLEX;
}

int64_t gap_elements(const struct tensor *t)
{
	return t->n * (is_complex(t) ? 2 : 1);
}

double gap_scale(const struct tensor *t)
{
	double most = 0;

	for (int64_t i = 0; i < gap_elements(t); i++) {
		double x = fabs(gap_element(t, i));

		most = isfinite(x) ? fmax(most, x) : most;
	}
	return most;
}

double gap_between(double x, double y)
{
	if (x == y || (isnan(x) && isnan(y)))
		return 0;
	return isfinite(x) && isfinite(y) ? fabs(x - y) : INFINITY;
}

static bool is_number(const struct tensor *t)
{
	enum dtype_kind k = dtype_info(t->dtype)->kind;

	return k != DK_STRING && k != DK_OBJECT && k != DK_NONE;
}

static bool is_float(const struct tensor *t)
{
	return dtype_info(t->dtype)->kind == DK_FLOAT || is_complex(t);
}

static void strings(const struct tensor *a, const struct tensor *b, struct gap *g)
{
	for (int64_t i = 0; i < a->n; i++) {
		bool same = sv_eq(tensor_str(a, i), tensor_str(b, i));

		g->n_out += !same;
		g->at = !same && g->at < 0 ? i : g->at;
	}
}

/* The sums of a cosine, by numbers that neither overflow nor vanish: shares of the scale. */
struct angle {
	double ab, aa, bb;
	bool none;
};

static void turn(struct angle *w, double x, double y, double scale)
{
	if (!isfinite(x) || !isfinite(y)) {
		w->none = true;
		return;
	}
	x = scale > 0 ? x / scale : 0;
	y = scale > 0 ? y / scale : 0;
	w->ab += x * y;
	w->aa += x * x;
	w->bb += y * y;
}

static double angle_cosine(const struct angle *w)
{
	if (w->none)
		return NAN;
	if (w->aa == 0 || w->bb == 0)
		return w->aa == w->bb ? 1 : 0;
	return fmax(-1, fmin(1, w->ab / sqrt(w->aa) / sqrt(w->bb)));
}

static void numbers(const struct tensor *a, const struct tensor *b, struct gap *g)
{
	int64_t n = gap_elements(a), per = a->n ? n / a->n : 1;
	struct angle w = {0};
	double ulps = 0;

	g->scale = fmax(gap_scale(a), gap_scale(b));
	for (int64_t i = 0; i < n; i++) {
		double x = gap_element(a, i), y = gap_element(b, i), off = gap_between(x, y);

		turn(&w, x, y, g->scale);
		if (off == 0)
			continue;
		if (g->at < 0 || i / per != g->at)
			g->n_out++;
		if (off > g->most || g->at < 0) {
			g->most = off;
			g->at = i / per;
		}
		if (!g->exact)
			ulps = fmax(ulps, off / gap_ulp(a->dtype, isfinite(y) ? y : x));
	}
	g->ulps = g->exact ? NAN : ulps;
	g->cosine = n > 0 ? angle_cosine(&w) : NAN;
	g->rel = g->most == 0 ? 0 : g->scale >= DBL_MIN ? g->most / g->scale : INFINITY;
}

void gap_measure(const struct tensor *a, const struct tensor *b, struct gap *g)
{
	*g = (struct gap){.at = -1, .n = a->n, .ulps = NAN, .cosine = NAN};
	g->exact = !is_float(a);
	g->type = !shape_eq(tensor_shape(a), tensor_shape(b)) || is_number(a) != is_number(b) ||
		  is_complex(a) != is_complex(b) ||
		  (!is_number(a) && (a->dtype != b->dtype || a->dtype != DT_STRING));
	if (g->type)
		return;
	if (a->dtype == DT_STRING)
		strings(a, b, g);
	else
		numbers(a, b, g);
}
