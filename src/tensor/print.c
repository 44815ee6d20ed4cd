/*
 * numpy 1.26's str and repr of arrays; see print.h. Two passes, as numpy has: the elements that will
 * be shown decide the format (exponent or not, widths), then lines are laid out.
 */
#include "tensor/print.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "tensor/number.h"

/* How the floats of one array (or the real or imaginary parts of one) are shown. */
struct float_format {
	enum dtype t;			/* of the parts: float, double, half */
	bool exponent, plus;
	int left, right;		/* columns before and after the point */
	struct number_style style;
	bool numpy2;
};

struct format {
	const struct tensor *t;
	struct float_format re, im;
	int width;			/* of integers */
};

static bool is_float(enum dtype t)
{
	return t == DT_FLOAT || t == DT_DOUBLE || t == DT_HALF;
}

static double part(const struct tensor *t, int64_t i, int imag)
{
	if (t->dtype == DT_COMPLEX64)
		return ((const float *)t->data)[2 * i + imag];
	if (t->dtype == DT_COMPLEX128)
		return ((const double *)t->data)[2 * i + imag];
	return tensor_get_f64(t, i);
}

/* ---- which elements are shown ---- */

typedef void (*visit)(void *ctx, int64_t index);

static void each_shown(const struct tensor *t, int axis, int64_t at, int64_t edge, visit fn, void *ctx)
{
	int64_t n;

	if (axis == t->rank) {
		fn(ctx, at);
		return;
	}
	n = t->dim[axis];
	for (int64_t i = 0; i < n; i++) {
		if (edge && n > 2 * edge && i == edge)
			i = n - edge;
		each_shown(t, axis + 1, at * n + i, edge, fn, ctx);
	}
}

/* ---- deciding the format ---- */

struct survey {
	const struct tensor *t;
	struct float_format *f;
	int imag;
	double min, max;		/* of the nonzero finite magnitudes */
	bool any, nonfinite, neginf;
	int int_len, frac_len, exp_len;
};

static void survey_range(void *ctx, int64_t i)
{
	struct survey *s = ctx;
	double v = part(s->t, i, s->imag), a = fabs(v);

	if (!isfinite(v)) {
		s->nonfinite = true;
		s->neginf |= isinf(v) && v < 0;
		return;
	}
	s->any = true;
	if (a == 0)
		return;
	if (s->min == 0 || a < s->min)
		s->min = a;
	if (a > s->max)
		s->max = a;
}

/* The quotient is taken in the array's own type, as numpy does. */
static bool wide_range(const struct survey *s)
{
	double q;

	if (s->max == 0)
		return false;
	if (s->f->t == DT_FLOAT)
		q = (double)((float)s->max / (float)s->min);
	else if (s->f->t == DT_HALF)
		q = (double)half_to_float(half_of_float((float)s->max / (float)s->min));
	else
		q = s->max / s->min;
	if (!s->f->numpy2)
		return s->max >= 1e8 || s->min < 0.0001 || q > 1000;
	return s->max >= (s->f->t == DT_FLOAT ? 1e6 : s->f->t == DT_HALF ? 1e3 : 1e8) || q > 1000 ||
	       s->min < (s->f->t == DT_FLOAT ? (double)1e-4f : s->f->t == DT_HALF ?
			 (double)half_to_float(half_of_float(1e-4f)) : 1e-4);
}

static void survey_widths(void *ctx, int64_t i)
{
	struct survey *s = ctx;
	double v = part(s->t, i, s->imag);
	struct number_style style = { .precision = 8, .trim = TRIM_DOT, .plus = s->f->plus };
	struct str text = STR_INIT;
	int dot, e, len;

	if (!isfinite(v))
		return;
	if (s->f->exponent)
		number_scientific(&text, v, s->f->t, &style);
	else
		number_positional(&text, v, s->f->t, &style);
	len = (int)text.n;
	dot = (int)sv_find(str_sv(&text), '.');
	e = s->f->exponent ? (int)sv_find(str_sv(&text), 'e') : len;
	s->int_len = dot > s->int_len ? dot : s->int_len;
	s->frac_len = e - dot - 1 > s->frac_len ? e - dot - 1 : s->frac_len;
	if (s->f->exponent)
		s->exp_len = len - e - 2 > s->exp_len ? len - e - 2 : s->exp_len;
	str_free(&text);
}

static void decide_float(struct float_format *f, const struct tensor *t, int imag, enum dtype type,
			 bool plus, int64_t edge, bool numpy2)
{
	struct survey s = { .t = t, .f = f, .imag = imag };
	int inf_len;

	*f = (struct float_format){ .t = type, .plus = plus, .numpy2 = numpy2 };
	each_shown(t, 0, 0, edge, survey_range, &s);
	f->exponent = wide_range(&s);
	each_shown(t, 0, 0, edge, survey_widths, &s);
	f->style = (struct number_style){ .precision = 8, .trim = TRIM_DOT, .plus = plus, .whole = true };
	f->left = s.int_len;
	f->right = s.frac_len;
	if (f->exponent && s.any) {
		f->style.precision = f->style.min_digits = s.frac_len;
		f->style.trim = TRIM_KEEP;
		f->style.exp_digits = s.exp_len;
		f->right = s.exp_len + 2 + s.frac_len;
	}
	if (!s.nonfinite)
		return;
	inf_len = 3 + (plus || s.neginf) - (f->right + 1);
	f->left = f->left > inf_len ? f->left : inf_len;
	f->left = f->left > 3 - (f->right + 1) ? f->left : 3 - (f->right + 1);
}

static void int_text(struct str *out, const struct tensor *t, int64_t i)
{
	if (t->dtype == DT_UINT64)
		str_addf(out, "%" PRIu64, ((const uint64_t *)t->data)[i]);
	else
		str_addf(out, "%" PRId64, tensor_get_i64(t, i));
}

static void survey_int(void *ctx, int64_t i)
{
	struct format *f = ctx;
	struct str s = STR_INIT;

	int_text(&s, f->t, i);
	if ((int)s.n > f->width)
		f->width = (int)s.n;
	str_free(&s);
}

static void decide(struct format *f, const struct tensor *t, int64_t edge, bool numpy2)
{
	enum dtype_kind kind = dtype_info(t->dtype)->kind;

	*f = (struct format){ .t = t };
	if (is_float(t->dtype)) {
		decide_float(&f->re, t, 0, t->dtype, false, edge, numpy2);
	} else if (kind == DK_COMPLEX) {
		enum dtype p = t->dtype == DT_COMPLEX64 ? DT_FLOAT : DT_DOUBLE;

		decide_float(&f->re, t, 0, p, false, edge, numpy2);
		decide_float(&f->im, t, 1, p, true, edge, numpy2);
	} else if (kind == DK_INT || kind == DK_UINT || kind == DK_QUANT) {
		each_shown(t, 0, 0, edge, survey_int, f);
	}
}

/* ---- one element ---- */

static void put_float(struct str *out, const struct float_format *f, double v)
{
	struct str s = STR_INIT;
	long dot;

	if (!isfinite(v)) {
		const char *text = isnan(v) ? f->plus ? "+nan" : "nan" :
				   v < 0 ? "-inf" : f->plus ? "+inf" : "inf";
		int pad = f->left + f->right + 1 - (int)strlen(text);

		str_addn(out, ' ', (size_t)(pad > 0 ? pad : 0));
		str_addz(out, text);
		return;
	}
	if (f->exponent)
		number_scientific(&s, v, f->t, &f->style);
	else
		number_positional(&s, v, f->t, &f->style);
	dot = sv_find(str_sv(&s), '.');
	str_addn(out, ' ', (size_t)(f->left > dot ? f->left - dot : 0));
	str_add(out, str_sv(&s));
	if (!f->exponent && (long)s.n - dot - 1 < f->right)
		str_addn(out, ' ', (size_t)(f->right - ((long)s.n - dot - 1)));
	str_free(&s);
}

/* Python's repr of bytes. */
static void put_bytes(struct str *out, struct sv v)
{
	char q = sv_find(v, '\'') >= 0 && sv_find(v, '"') < 0 ? '"' : '\'';

	str_addc(out, 'b');
	str_addc(out, q);
	for (size_t i = 0; i < v.n; i++) {
		unsigned char c = (unsigned char)v.p[i];

		if (c == (unsigned char)q || c == '\\')
			str_addf(out, "\\%c", c);
		else if (c == '\n')
			str_addz(out, "\\n");
		else if (c == '\t')
			str_addz(out, "\\t");
		else if (c == '\r')
			str_addz(out, "\\r");
		else if (c < 0x20 || c >= 0x7f)
			str_addf(out, "\\x%02x", c);
		else
			str_addc(out, (char)c);
	}
	str_addc(out, q);
}

static void put_object(struct str *out, const struct tensor *t, int64_t i)
{
	const struct object *o = ((struct object *const *)t->data)[i];

	str_addc(out, '<');
	if (!o)
		str_addz(out, "empty");
	else if (o->cls->describe)
		o->cls->describe(o, out);
	else
		str_addz(out, o->cls->name);
	str_addc(out, '>');
}

static void put_element(struct str *out, const struct format *f, int64_t i)
{
	const struct tensor *t = f->t;
	struct str s = STR_INIT;

	switch (dtype_info(t->dtype)->kind) {
	case DK_FLOAT:
		if (is_float(t->dtype))
			put_float(out, &f->re, part(t, i, 0));
		else		/* bfloat16 and float8 print as C++ streams do */
			str_addf(out, "%g", tensor_get_f64(t, i));
		break;
	case DK_COMPLEX:
		put_float(out, &f->re, part(t, i, 0));
		put_float(&s, &f->im, part(t, i, 1));
		{
			size_t n = s.n;

			while (n && s.p[n - 1] == ' ')
				n--;
			str_add(out, (struct sv){ s.p, n });
			str_addc(out, 'j');
			str_addn(out, ' ', s.n - n);
		}
		str_free(&s);
		break;
	case DK_BOOL:
		str_addz(out, ((const uint8_t *)t->data)[i] ? t->rank ? " True" : "True" : "False");
		break;
	case DK_STRING:
		put_bytes(out, tensor_str(t, i));
		break;
	case DK_OBJECT:
		put_object(out, t, i);
		break;
	default:
		int_text(&s, t, i);
		str_addn(out, ' ', (size_t)(f->width > (int)s.n ? f->width - (int)s.n : 0));
		str_add(out, str_sv(&s));
		str_free(&s);
	}
}

void print_element(struct str *out, const struct tensor *t, int64_t i)
{
	print_element_as(out, t, i, false);
}

void print_element_as(struct str *out, const struct tensor *t, int64_t i, bool numpy2)
{
	enum dtype p = t->dtype == DT_COMPLEX64 ? DT_FLOAT : DT_DOUBLE;
	struct format f = { .t = t };
	double re;

	switch (dtype_info(t->dtype)->kind) {
	case DK_FLOAT:
		if (is_float(t->dtype)) {
			number_scalar(out, tensor_get_f64(t, i), t->dtype, TRIM_ONE_ZERO, false, numpy2);
			break;
		}
		put_element(out, &f, i);
		break;
	case DK_COMPLEX:
		re = part(t, i, 0);
		if (re == 0 && !signbit(re)) {
			number_scalar(out, part(t, i, 1), p, TRIM_ALL, false, numpy2);
			str_addc(out, 'j');
			break;
		}
		str_addc(out, '(');
		number_scalar(out, re, p, TRIM_ALL, false, numpy2);
		number_scalar(out, part(t, i, 1), p, TRIM_ALL, true, numpy2);
		str_addz(out, "j)");
		break;
	case DK_BOOL:
		str_addz(out, ((const uint8_t *)t->data)[i] ? "True" : "False");
		break;
	default:
		put_element(out, &f, i);
	}
}

/* ---- lines ---- */

struct layout {
	const struct format *f;
	struct str *out;
	const char *sep;		/* " " or ", " */
	int64_t edge;			/* 0: nothing is left out */
};

/* A row of elements: words are added to a line until it is full. Columns count characters. */
struct line {
	struct layout *l;
	struct str text;
	int indent, width;
};

static void line_word(struct line *ln, struct sv word)
{
	struct str *out = ln->l->out;

	if ((int)(ln->text.n + word.n) > ln->width && (int)ln->text.n > ln->indent) {
		while (ln->text.n && ln->text.p[ln->text.n - 1] == ' ')
			ln->text.n--;
		str_add(out, str_sv(&ln->text));
		str_addc(out, '\n');
		str_clear(&ln->text);
		str_addn(&ln->text, ' ', (size_t)ln->indent);
	}
	str_add(&ln->text, word);
}

static void row(struct layout *l, int64_t at, int64_t n, int indent, int width)
{
	struct line ln = { .l = l, .indent = indent, .width = width };
	bool summary = l->edge && n > 2 * l->edge;
	size_t begin = l->out->n;
	struct str word = STR_INIT;

	ln.width = width - 1;		/* room for "]" or the comma */
	str_addn(&ln.text, ' ', (size_t)indent);
	for (int64_t i = 0; i < n; i++) {
		if (summary && i == l->edge) {
			line_word(&ln, SV("..."));
			str_addz(&ln.text, l->sep);
			i = n - l->edge;
		}
		str_clear(&word);
		put_element(&word, l->f, at + i);
		line_word(&ln, str_sv(&word));
		if (i < n - 1)
			str_addz(&ln.text, l->sep);
	}
	str_add(l->out, str_sv(&ln.text));
	str_free(&ln.text);
	str_free(&word);
	/* the hanging indent of the first line gives way to the bracket */
	memmove(l->out->p + begin, l->out->p + begin + indent, l->out->n - begin - (size_t)indent);
	l->out->n -= (size_t)indent;
	l->out->p[l->out->n] = '\0';
}

static void nest(struct layout *l, int axis, int64_t at, int indent, int width)
{
	const struct tensor *t = l->f->t;
	int left = t->rank - axis;
	int64_t n, i;

	if (left == 0) {
		put_element(l->out, l->f, at);
		return;
	}
	n = t->dim[axis];
	str_addc(l->out, '[');
	if (left == 1) {
		row(l, at * n, n, indent, width);
	} else {
		for (i = 0; i < n; i++) {
			if (i)
				str_addn(l->out, ' ', (size_t)indent);
			if (l->edge && n > 2 * l->edge && i == l->edge) {
				str_addz(l->out, "...");
				i = n - l->edge - 1;
			} else {
				nest(l, axis + 1, at * n + i, indent + 1, width - 1);
			}
			if (i < n - 1) {
				if (l->sep[0] == ',')
					str_addc(l->out, ',');
				str_addn(l->out, '\n', (size_t)left - 1);
			}
		}
	}
	str_addc(l->out, ']');
}

static void array_text(struct str *out, const struct tensor *t, const struct print_opts *o, int prefix)
{
	int64_t threshold = o->threshold ? o->threshold : 1000;
	int64_t edge = threshold >= 0 && t->n > threshold ? o->edge ? o->edge : 3 : 0;
	struct format f;
	struct layout l = { &f, out, o->repr ? ", " : " ", edge };

	if (t->n == 0) {
		str_addz(out, "[]");
		return;
	}
	decide(&f, t, edge, o->numpy2);
	nest(&l, 0, 0, 1 + prefix, (o->width ? o->width : 75) - (o->repr ? 1 : 0));
}

static const char *repr_dtype(enum dtype t)
{
	return t == DT_STRING || dtype_info(t)->kind == DK_OBJECT ? "object" : dtype_info(t)->name;
}

/* What repr says behind the elements: numpy 2 the shape too where some are left out. */
static void repr_extras(struct str *out, const struct tensor *t, const struct print_opts *o)
{
	bool implied = t->n > 0 && (t->dtype == DT_INT64 || t->dtype == DT_DOUBLE ||
				    t->dtype == DT_COMPLEX128 || t->dtype == DT_BOOL);
	int64_t threshold = o->threshold ? o->threshold : 1000;

	if ((t->n == 0 && t->rank != 1) || (o->numpy2 && threshold >= 0 && t->n > threshold)) {
		str_addz(out, "shape=");
		shape_str_py(out, tensor_shape(t));
		str_addz(out, implied ? "" : ", ");
	}
	if (!implied)
		str_addf(out, "dtype=%s", repr_dtype(t->dtype));
}

static void repr(struct str *out, const struct tensor *t, const struct print_opts *o)
{
	int width = o->width ? o->width : 75;
	struct str extras = STR_INIT;
	long newline;

	str_addz(out, "array(");
	array_text(out, t, o, 6);
	repr_extras(&extras, t, o);
	if (extras.n) {
		newline = sv_rfind(str_sv(out), '\n');
		str_addc(out, ',');
		str_addz(out, (int)out->n - (int)(newline + 1) + (int)extras.n + 2 > width ? "\n      " : " ");
		str_add(out, str_sv(&extras));
	}
	str_addc(out, ')');
	str_free(&extras);
}

void print_tensor(struct sink *out, const struct tensor *t, const struct print_opts *o)
{
	static const struct print_opts defaults = { 0 };
	struct str s = STR_INIT;

	if (!o)
		o = &defaults;
	if (o->repr)
		repr(&s, t, o);
	else if (t->rank == 0)
		print_element_as(&s, t, 0, o->numpy2);
	else
		array_text(&s, t, o, 0);
	sink_put(out, str_sv(&s));
	str_free(&s);
}

void print_type(struct str *out, const struct tensor *t)
{
	str_addz(out, dtype_info(t->dtype)->name);
	str_addc(out, ' ');
	shape_str(out, tensor_shape(t));
}

void print_brief(struct str *out, const struct tensor *t, int64_t most)
{
	print_type(out, t);
	for (int64_t i = 0; i < t->n && i < most; i++) {
		str_addz(out, i ? ", " : " ");
		print_element(out, t, i);
	}
	if (t->n > most)
		str_addz(out, " ...");
}
