/* Tests from the closest kinship to none; see near.h. */
#include "inspect/near.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>

#include "base/intr.h"
#include "base/map.h"
#include "base/mem.h"

enum { LEVELS = 256, PLACES = 5 };

const char *near_name(enum near_kind k)
{
	static const char *const name[] = {
		"identical", "rounded", "scaled", "permuted", "partly", "grown", "noise", "unrelated",
		"unknown",
	};

	return name[k];
}

static void found(struct near *n, enum near_kind kind, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
static void found(struct near *n, enum near_kind kind, const char *fmt, ...)
{
	va_list ap;

	n->kind = kind;
	va_start(ap, fmt);
	str_vaddf(&n->text, fmt, ap);
	va_end(ap);
}

/* ---- by the element ---- */

static bool is_number(const struct tensor *t)
{
	enum dtype_kind k = dtype_info(t->dtype)->kind;

	return k == DK_FLOAT || k == DK_INT || k == DK_UINT || k == DK_BOOL || k == DK_QUANT;
}

static bool is_float(const struct tensor *t)
{
	return dtype_info(t->dtype)->kind == DK_FLOAT;
}

static bool element_same(const struct tensor *a, const struct tensor *b, int64_t i)
{
	size_t size = dtype_info(a->dtype)->size;

	if (a->dtype == DT_STRING)
		return sv_eq(tensor_str(a, i), tensor_str(b, i));
	return !memcmp((const char *)a->data + (size_t)i * size,
		       (const char *)b->data + (size_t)i * size, size);
}

struct sums {
	double aa, bb, ab, dd; /* of finite pairs */
	int64_t odd;	       /* one of the two is not finite */
};

static void measure(struct near *n, const struct tensor *a, const struct tensor *b, struct sums *s)
{
	bool numbers = is_number(a) && is_number(b);

	*s = (struct sums){ 0 };
	for (int64_t i = 0; i < a->n && ((i & 0xfffff) || !intr_pending()); i++) {
		double x, y;

		n->n_differ += a->dtype == b->dtype ? !element_same(a, b, i) : 0;
		if (!numbers)
			continue;
		x = tensor_get_f64(a, i);
		y = tensor_get_f64(b, i);
		if (a->dtype != b->dtype)
			n->n_differ += x != y && !(isnan(x) && isnan(y));
		if (!isfinite(x) || !isfinite(y)) {
			s->odd += !(x == y || (isnan(x) && isnan(y)));
			continue;
		}
		s->aa += x * x;
		s->bb += y * y;
		s->ab += x * y;
		s->dd += (x - y) * (x - y);
		n->most = fmax(n->most, fabs(x - y));
	}
	n->noise = s->aa > 0 ? sqrt(s->dd / s->aa) : s->dd > 0 ? INFINITY : 0;
}

/* ---- rounded ---- */

static bool cast_is(const struct tensor *a, const struct tensor *b, enum dtype by)
{
	for (int64_t i = 0; i < a->n; i++) {
		float x = (float)tensor_get_f64(a, i);
		double y = tensor_get_f64(b, i);
		double r = by == DT_HALF ? half_to_float(half_of_float(x))
					 : (double)bf16_to_float(bf16_of_float(x));

		if (r != y && !(isnan(r) && isnan(y)))
			return false;
	}
	return true;
}

/* Zero bits at the end of every float32's mantissa. */
static int spare_bits(const struct tensor *t)
{
	uint32_t all = 0;

	for (int64_t i = 0; i < t->n; i++) {
		float x = (float)tensor_get_f64(t, i);
		uint32_t bits;

		memcpy(&bits, &x, sizeof(bits));
		all |= isfinite(x) ? bits & 0x7fffff : 0;
	}
	return all ? __builtin_ctz(all) : 23;
}

static bool within_bits(const struct tensor *a, const struct tensor *b, int bits)
{
	for (int64_t i = 0; i < a->n; i++) {
		double x = tensor_get_f64(a, i), y = tensor_get_f64(b, i);

		if (isfinite(x) ? !(fabs(x - y) <= ldexp(fabs(x), -bits) + 1e-45) : x != y && !isnan(x))
			return false;
	}
	return true;
}

static int double_cmp(const void *p, const void *q)
{
	double x = *(const double *)p, y = *(const double *)q;

	return (x > y) - (x < y);
}

/* The values of t, if they are few and evenly spaced: how many steps from the least to the largest. */
static int levels(const struct tensor *t, double *step)
{
	double v[LEVELS + 1], least;
	int n = 0;

	for (int64_t i = 0; i < t->n; i++) {
		double x = tensor_get_f64(t, i), *at;

		if (!isfinite(x))
			return 0;
		at = n ? bsearch(&x, v, (size_t)n, sizeof(*v), double_cmp) : NULL;
		if (at)
			continue;
		if (n == LEVELS)
			return 0;
		v[n++] = x;
		qsort(v, (size_t)n, sizeof(*v), double_cmp);
	}
	least = INFINITY;
	for (int i = 1; i < n; i++)
		least = fmin(least, v[i] - v[i - 1]);
	for (int i = 1; i < n; i++) {
		double k = (v[i] - v[0]) / least;

		if (fabs(k - rint(k)) > 1e-3 * fmax(1, k) || k > LEVELS)
			return 0;
	}
	*step = least;
	return n;
}

static bool is_rounded(struct near *n, const struct tensor *a, const struct tensor *b)
{
	int bits = 23 - spare_bits(b);
	double step;

	if (a->dtype == DT_FLOAT || a->dtype == DT_DOUBLE) {
		if (cast_is(a, b, DT_HALF))
			return found(n, NEAR_ROUNDED, "rounded to half"), true;
		if (cast_is(a, b, DT_BFLOAT16))
			return found(n, NEAR_ROUNDED, "rounded to bfloat16"), true;
		if (a->dtype == DT_DOUBLE && n->noise < 6e-8)
			return found(n, NEAR_ROUNDED, "rounded to float32"), true;
	}
	if (b->n >= 8 && bits >= 2 && bits < 20 && bits < 23 - spare_bits(a) && within_bits(a, b, bits))
		return found(n, NEAR_ROUNDED, "rounded to %d bits", bits + 1), true;
	if (b->n >= 32 && levels(b, &step) > 1 && n->most <= step * 0.501 && !levels(a, &(double){ 0 }))
		return found(n, NEAR_ROUNDED, "rounded to levels %.3g apart", step), true;
	return false;
}

/* ---- scaled ---- */

static double unit(const struct tensor *t)
{
	return t->dtype == DT_HALF ? 2e-3 : t->dtype == DT_BFLOAT16 ? 1.6e-2 : t->dtype == DT_DOUBLE ? 1e-12 : 1e-6;
}

static bool by_factor(const struct tensor *a, const struct tensor *b, const double *f, int64_t inner,
		      int64_t n_f)
{
	double u = unit(b);

	for (int64_t i = 0; i < a->n; i++) {
		double x = tensor_get_f64(a, i) * f[i / inner % n_f], y = tensor_get_f64(b, i);

		if (!(fabs(x - y) <= u * fmax(fabs(x), fabs(y)) + 1e-40))
			return false;
	}
	return true;
}

/* One factor for each index of an axis. */
static bool by_channel(const struct tensor *a, const struct tensor *b, int axis)
{
	int64_t k = a->dim[axis], inner = 1;
	double *f, *aa;
	bool ok;

	for (int i = axis + 1; i < a->rank; i++)
		inner *= a->dim[i];
	if (k < 2 || a->n / k < 3)
		return false;
	f = xcalloc((size_t)k, sizeof(*f));
	aa = xcalloc((size_t)k, sizeof(*aa));
	for (int64_t i = 0; i < a->n; i++) {
		double x = tensor_get_f64(a, i);

		f[i / inner % k] += x * tensor_get_f64(b, i);
		aa[i / inner % k] += x * x;
	}
	for (int64_t i = 0; i < k; i++)
		f[i] = aa[i] > 0 ? f[i] / aa[i] : 0;
	ok = by_factor(a, b, f, inner, k);
	free(f);
	free(aa);
	return ok;
}

static bool is_scaled(struct near *n, const struct tensor *a, const struct tensor *b,
		      const struct sums *s)
{
	double f = s->aa > 0 ? s->ab / s->aa : 0;

	if (a->n < 2 || !(s->aa > 0) || f == 0 || s->odd)
		return false;
	if (by_factor(a, b, &f, 1, 1)) {
		n->factor = f;
		return found(n, NEAR_SCALED, "scaled by %.6g", f), true;
	}
	if (a->rank >= 2 && by_channel(a, b, a->rank - 1))
		return found(n, NEAR_SCALED, "scaled by a factor for each index of axis %d", a->rank - 1), true;
	if (a->rank >= 2 && by_channel(a, b, 0))
		return found(n, NEAR_SCALED, "scaled by a factor for each index of axis 0"), true;
	return false;
}

/* ---- permuted ---- */

/* A hash for each index of an axis, over all that is at it. */
static uint64_t *slabs(const struct tensor *t, int axis)
{
	int64_t k = t->dim[axis], inner = 1;
	size_t size = dtype_info(t->dtype)->size;
	uint64_t *h = xcalloc((size_t)k + 1, sizeof(*h));

	for (int i = axis + 1; i < t->rank; i++)
		inner *= t->dim[i];
	for (int64_t i = 0; i < t->n; i++) {
		struct sv v = t->dtype == DT_STRING
				      ? tensor_str(t, i)
				      : (struct sv){ (const char *)t->data + (size_t)i * size, size };
		uint64_t *at = &h[i / inner % k];

		*at = (*at ^ map_hash(v)) * 0x9e3779b97f4a7c15u;
		*at ^= *at >> 29;
	}
	return h;
}

static int hash_cmp(const void *p, const void *q)
{
	uint64_t x = *(const uint64_t *)p, y = *(const uint64_t *)q;

	return (x > y) - (x < y);
}

static bool reordered(const struct tensor *a, const struct tensor *b, int axis)
{
	size_t k = (size_t)a->dim[axis];
	uint64_t *x = slabs(a, axis), *y = slabs(b, axis);
	bool same;

	qsort(x, k, sizeof(*x), hash_cmp);
	qsort(y, k, sizeof(*y), hash_cmp);
	same = !memcmp(x, y, k * sizeof(*x));
	free(x);
	free(y);
	return same;
}

static bool transposed(const struct tensor *a, const struct tensor *b)
{
	int64_t r, c;
	size_t size = dtype_info(a->dtype)->size;

	if (a->rank != 2 || b->rank != 2 || a->dim[0] != b->dim[1] || a->dim[1] != b->dim[0] ||
	    a->dtype != b->dtype || a->dtype == DT_STRING)
		return false;
	r = a->dim[0];
	c = a->dim[1];
	for (int64_t i = 0; i < r; i++)
		for (int64_t k = 0; k < c; k++)
			if (memcmp((const char *)a->data + (size_t)(i * c + k) * size,
				   (const char *)b->data + (size_t)(k * r + i) * size, size))
				return false;
	return true;
}

static bool is_permuted(struct near *n, const struct tensor *a, const struct tensor *b)
{
	if (transposed(a, b))
		return found(n, NEAR_PERMUTED, "transposed"), true;
	for (int axis = 0; a->dtype == b->dtype && axis < a->rank && axis < 4; axis++)
		if (a->dim[axis] > 1 && reordered(a, b, axis))
			return found(n, NEAR_PERMUTED, "the same along axis %d in another order", axis), true;
	return false;
}

/* ---- in part ---- */

static void places(struct str *out, const struct tensor *a, const struct tensor *b)
{
	int64_t row = a->rank ? a->n / (a->dim[0] ? a->dim[0] : 1) : 1, rows = 0, last = -1;
	struct str list = STR_INIT;

	for (int64_t i = 0; row && i < a->n; i++) {
		if (i / row == last || element_same(a, b, i))
			continue;
		last = i / row;
		if (rows++ < PLACES)
			str_addf(&list, "%s%" PRId64, list.n ? ", " : "", last);
	}
	str_addf(out, "%s %s", rows == 1 ? "row" : "rows", str_z(&list));
	if (rows > PLACES)
		str_addf(out, " and %" PRId64 " more", rows - PLACES);
	str_free(&list);
}

static int64_t rows_changed(const struct tensor *a, const struct tensor *b)
{
	int64_t row = a->rank ? a->n / (a->dim[0] ? a->dim[0] : 1) : 1, rows = 0, last = -1;

	for (int64_t i = 0; row && i < a->n; i++)
		if (i / row != last && !element_same(a, b, i)) {
			last = i / row;
			rows++;
		}
	return rows;
}

static bool is_partly(struct near *n, const struct tensor *a, const struct tensor *b)
{
	struct str where = STR_INIT;

	if (a->dtype != b->dtype || a->n < 4 || a->rank == 0 ||
	    (n->n_differ > a->n / 4 && (a->rank < 2 || rows_changed(a, b) > a->dim[0] / 2)))
		return false;
	places(&where, a, b);
	found(n, NEAR_PARTLY, "%" PRId64 " of %" PRId64 " elements changed (%s)", n->n_differ, a->n,
	      str_z(&where));
	if (is_number(a))
		str_addf(&n->text, ", by up to %.3g", n->most);
	str_free(&where);
	return true;
}

/* ---- other shapes ---- */

static bool is_grown(struct near *n, const struct tensor *a, const struct tensor *b)
{
	int64_t rows, row = 1;

	if (a->rank != b->rank || !a->rank || a->dtype != b->dtype)
		return false;
	for (int i = 1; i < a->rank; i++) {
		if (a->dim[i] != b->dim[i])
			return false;
		row *= a->dim[i];
	}
	rows = a->dim[0] < b->dim[0] ? a->dim[0] : b->dim[0];
	for (int64_t i = 0; i < rows * row; i++)
		if (!element_same(a, b, i))
			return false;
	found(n, NEAR_GROWN, "%" PRId64 " rows %s, the others identical",
	      a->dim[0] < b->dim[0] ? b->dim[0] - rows : a->dim[0] - rows,
	      a->dim[0] < b->dim[0] ? "added at the end" : "cut off at the end");
	return rows > 0;
}

/* Every element the same, which was not so in A: lost, or reset. */
static bool is_flat(struct near *n, const struct tensor *a, const struct tensor *b)
{
	bool a_too = true;

	for (int64_t i = 1; i < b->n; i++) {
		if (tensor_get_f64(b, i) != tensor_get_f64(b, 0))
			return false;
		a_too = a_too && tensor_get_f64(a, i) == tensor_get_f64(a, 0);
	}
	if (b->n < 2 || a_too)
		return false;
	found(n, NEAR_UNRELATED, "every element is %.6g in B", tensor_get_f64(b, 0) + 0.0); /* no -0 */
	return true;
}

static void judge_numbers(struct near *n, const struct tensor *a, const struct tensor *b,
			  const struct sums *s)
{
	double r = s->aa > 0 && s->bb > 0 ? s->ab / sqrt(s->aa * s->bb) : 0;

	if (is_flat(n, a, b) || (is_float(a) && is_float(b) && is_scaled(n, a, b, s) && fabs(n->factor - 1) > 1e-6))
		return;
	n->kind = NEAR_UNRELATED;
	str_clear(&n->text);
	if (is_float(a) && is_float(b) && (is_rounded(n, a, b) || is_scaled(n, a, b, s)))
		return;
	if (is_permuted(n, a, b) || is_partly(n, a, b))
		return;
	if (a->n == 1)
		found(n, NEAR_NOISE, "%.6g in A, %.6g in B", tensor_get_f64(a, 0), tensor_get_f64(b, 0));
	else if (n->noise < 0.7 && r > 0.7)
		found(n, NEAR_NOISE, "noise of size %.2g (relative)", n->noise);
	else
		found(n, NEAR_UNRELATED, "unrelated values (correlation %.2f)", r);
}

void near_tensors(struct near *n, const struct tensor *a, const struct tensor *b)
{
	struct sums s;

	*n = (struct near){ .kind = NEAR_UNRELATED };
	if (!shape_eq(tensor_shape(a), tensor_shape(b))) {
		if (transposed(a, b))
			found(n, NEAR_PERMUTED, "transposed");
		else if (!is_grown(n, a, b))
			n->kind = NEAR_UNRELATED;
		return;
	}
	if (tensor_same(a, b)) {
		n->kind = NEAR_SAME;
		return;
	}
	measure(n, a, b, &s);
	if (is_number(a) && is_number(b)) {
		if (a->dtype != b->dtype && !n->n_differ) {
			found(n, NEAR_ROUNDED, "the same numbers");
			return;
		}
		judge_numbers(n, a, b, &s);
	} else if (a->dtype != b->dtype || (!is_permuted(n, a, b) && !is_partly(n, a, b))) {
		found(n, NEAR_UNRELATED, "%" PRId64 " of %" PRId64 " elements differ", n->n_differ, a->n);
	}
}

void near_free(struct near *n)
{
	str_free(&n->text);
}
