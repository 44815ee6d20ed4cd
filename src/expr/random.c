/*
 * np.random's legacy functions: the same numbers as numpy's RandomState for the same seed. Slot 0 is the
 * generator: a RandomState, or np.random itself, whose generator the whole command shares.
 */
#include <math.h>
#include <stdlib.h>

#include "expr/eval.h"

static struct mt19937 *rng_of(struct ev *e, const struct val *v)
{
	return v && v->kind == VAL_RNG ? (struct mt19937 *)(uintptr_t)v->p : &e->env->global;
}

/* ---- seeds ---- */

static bool seed_number(struct ev *e, __int128 i, uint32_t *seed)
{
	if (i < 0 || i > UINT32_MAX)
		return ev_fail(e, "Seed must be between 0 and 2**32 - 1") != NULL;
	*seed = (uint32_t)i;
	return true;
}

static bool seed_array(struct ev *e, struct mt19937 *m, struct tensor *t)
{
	uint32_t *seed = NULL;
	bool ok = t && dtype_integral(t->dtype) && t->n > 0 && t->n < 1 << 20;

	if (t && !ok)
		ev_fail(e, "a seed is a whole number, or a list of them");
	if (ok)
		seed = xcalloc((size_t)t->n, sizeof(*seed));
	for (int64_t i = 0; ok && i < t->n; i++)
		ok = seed_number(e, num_get(t, i).i, &seed[i]);
	if (ok)
		mt_seed_array(m, seed, (size_t)t->n);
	free(seed);
	tensor_unref(t);
	return ok;
}

static bool seed(struct ev *e, struct mt19937 *m, struct val *v)
{
	uint32_t n = 0;
	int64_t i;

	if (!ev_given(v)) {
		struct expr_env *fresh = expr_env_new();

		*m = fresh->global;
		expr_env_free(fresh);
		return true;
	}
	if (val_is_seq(v) || (v->kind == VAL_ARRAY && v->t->n != 1))
		return seed_array(e, m, ev_tensor(e, v));
	if (!ev_int(e, v, &i) || !seed_number(e, i, &n))
		return false;
	mt_seed(m, n);
	return true;
}

static struct val *fn_seed(struct ev *e, struct val **a, const struct fn_row *row)
{
	(void)row;
	return seed(e, rng_of(e, a[0]), a[1]) ? val_new(e->vs, VAL_NONE, e->err) : NULL;
}

static struct val *fn_state(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct mt19937 *m;
	struct val *v;

	(void)row;
	if (e->env->more.n >= 1000)
		return ev_fail(e, "too many random generators");
	m = xcalloc(1, sizeof(*m));
	vec_push(&e->env->more, m);
	if (!seed(e, m, a[1]))
		return NULL;
	v = val_new(e->vs, VAL_RNG, e->err);
	if (v)
		v->p = m;
	return v;
}

/* ---- floats ---- */

/* The result's shape; no size: a scalar. */
static struct tensor *room(struct ev *e, const struct val *size, enum dtype t, bool *scalar)
{
	int64_t dim[SHAPE_MAX_RANK];
	int rank = 0;

	*scalar = !ev_given(size);
	if (!*scalar && !ev_shape(e, size, &rank, dim))
		return NULL;
	for (int d = 0; d < rank; d++)
		if (dim[d] < 0) {
			ev_fail(e, "negative dimensions are not allowed");
			return NULL;
		}
	return tensor_new(t, rank, dim, e->err);
}

/* A Python float when there is no size. */
static struct val *give(struct ev *e, struct tensor *t, bool scalar)
{
	struct val *v;

	if (!t || !scalar)
		return val_array(e->vs, t, false, e->err);
	v = dtype_integral(t->dtype) ? val_int(e->vs, num_get(t, 0).i, e->err) :
				       val_float(e->vs, num_get(t, 0).re, e->err);
	tensor_unref(t);
	return v;
}

enum draw { DRAW_DOUBLE, DRAW_GAUSS, DRAW_EXPONENTIAL };

static double draw(struct mt19937 *m, int what)
{
	return what == DRAW_DOUBLE ? mt_double(m) : what == DRAW_GAUSS ? mt_gauss(m) : mt_exponential(m);
}

/* loc + scale * draw for each element; loc and scale numbers, or arrays that broadcast. */
static struct val *drawn(struct ev *e, struct val **a, int what, struct val *loc, struct val *scale,
			 struct val *size)
{
	struct mt19937 *m = rng_of(e, a[0]);
	double l = 0, s = 1;
	struct tensor *t;
	bool scalar;

	if ((ev_given(loc) && !ev_double(e, loc, &l)) || (ev_given(scale) && !ev_double(e, scale, &s)))
		return NULL;
	t = room(e, size, DT_DOUBLE, &scalar);
	for (int64_t i = 0; t && i < t->n; i++) {
		double x = draw(m, what);

		((double *)t->data)[i] = ev_given(loc) || ev_given(scale) ? l + s * x : x;
	}
	return give(e, t, scalar);
}

/* rng size: random_sample, standard_normal ... */
static struct val *fn_draw(struct ev *e, struct val **a, const struct fn_row *row)
{
	return drawn(e, a, row->op, NULL, NULL, a[1]);
}

/* rand(2, 3), randn(2, 3) */
static struct val *fn_dims(struct ev *e, struct val **a, const struct fn_row *row)
{
	return drawn(e, a, row->op, NULL, NULL, a[1]);
}

/* rng low high size */
static struct val *fn_uniform(struct ev *e, struct val **a, const struct fn_row *row)
{
	double low = 0, high = 1;
	struct val *l, *range;

	(void)row;
	if ((ev_given(a[1]) && !ev_double(e, a[1], &low)) || (ev_given(a[2]) && !ev_double(e, a[2], &high)))
		return NULL;
	if (!isfinite(high - low))
		return ev_fail(e, "OverflowError: Range exceeds valid bounds");
	l = val_float(e->vs, low, e->err);
	range = l ? val_float(e->vs, high - low, e->err) : NULL;
	return range ? drawn(e, a, DRAW_DOUBLE, l, range, a[3]) : NULL;
}

/* rng loc scale size */
static struct val *fn_normal(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct val *l = ev_given(a[1]) ? a[1] : val_float(e->vs, 0, e->err);
	struct val *s = ev_given(a[2]) ? a[2] : val_float(e->vs, 1, e->err);
	double scale;

	(void)row;
	if (!l || !s || !ev_double(e, s, &scale))
		return NULL;
	if (scale < 0 || signbit(scale))
		return ev_fail(e, "scale < 0");
	return drawn(e, a, DRAW_GAUSS, l, s, a[3]);
}

/* rng scale size */
static struct val *fn_exponential(struct ev *e, struct val **a, const struct fn_row *row)
{
	double scale = 1;
	struct val *s;

	(void)row;
	if (ev_given(a[1]) && !ev_double(e, a[1], &scale))
		return NULL;
	if (scale < 0 || signbit(scale))
		return ev_fail(e, "scale < 0");
	s = val_float(e->vs, scale, e->err);
	return s ? drawn(e, a, DRAW_EXPONENTIAL, NULL, s, a[2]) : NULL;
}

/* ---- whole numbers ---- */

/* Small types take several numbers from one word: the lowest bits first. */
struct words {
	uint32_t word;
	int left;
};

static uint32_t piece(struct mt19937 *m, struct words *w, int bits)
{
	if (!w->left) {
		w->word = mt_next32(m);
		w->left = 32 / bits;
	} else {
		w->word >>= bits;
	}
	w->left--;
	return bits == 32 ? w->word : w->word & ((1u << bits) - 1);
}

static uint64_t bounded(struct mt19937 *m, struct words *w, enum dtype t, uint64_t range)
{
	int bits = t == DT_BOOL ? 1 : dtype_info(t)->size * 8;
	uint64_t mask = range, v;

	if (!range)
		return 0;
	if (bits == 32 && range == UINT32_MAX)
		return mt_next32(m);
	if (bits == 64)
		return range == UINT64_MAX ? mt_next64(m) : mt_interval(m, range);
	if (bits == 32)
		return mt_interval(m, range);
	if (bits == 1 || range == (1u << bits) - 1)
		return piece(m, w, bits);
	for (int s = 1; s < 32; s *= 2)
		mask |= mask >> s;
	while ((v = piece(m, w, bits) & mask) > range)
		;
	return v;
}

static bool limits(enum dtype t, __int128 *least, __int128 *most)
{
	int bits = dtype_info(t)->size * 8;
	bool u = dtype_info(t)->kind == DK_UINT;

	if (!dtype_integral(t))
		return false;
	*least = t == DT_BOOL || u ? 0 : -((__int128)1 << (bits - 1));
	*most = t == DT_BOOL ? 1 : u ? ((__int128)1 << bits) - 1 : ((__int128)1 << (bits - 1)) - 1;
	return true;
}

static bool whole(struct ev *e, const struct val *v, __int128 *out)
{
	double d;

	if (v->kind == VAL_INT && !v->big) {
		*out = v->i;
		return true;
	}
	if (!ev_double(e, v, &d))
		return false;
	*out = fabs(d) < 0x1p100 ? (__int128)d : 0;
	return true;
}

static struct tensor *integers(struct ev *e, struct mt19937 *m, __int128 low, __int128 high,
			       struct val *size, enum dtype t, bool *scalar)
{
	struct words w = { 0 };
	struct tensor *out = room(e, size, t, scalar);

	for (int64_t i = 0; out && i < out->n; i++) {
		uint64_t v = bounded(m, &w, t, (uint64_t)(high - low));

		num_put(out, i, (struct num){ .i = (int64_t)((uint64_t)low + v) });
	}
	return out;
}

/* rng low high size dtype */
static struct val *fn_randint(struct ev *e, struct val **a, const struct fn_row *row)
{
	enum dtype t = DT_INT64;
	__int128 low = 0, high, least, most;
	struct tensor *out;
	bool scalar;

	(void)row;
	if (!ev_dtype(e, a[4], &t) || !whole(e, a[1], &high))
		return NULL;
	if (ev_given(a[2])) {
		low = high;
		if (!whole(e, a[2], &high))
			return NULL;
	}
	high--;
	if (!limits(t, &least, &most))
		return ev_fail(e, "Unsupported dtype for randint");
	if (low < least)
		return ev_fail(e, "low is out of bounds for %s", dtype_info(t)->name);
	if (high > most)
		return ev_fail(e, "high is out of bounds for %s", dtype_info(t)->name);
	if (low > high)
		return ev_fail(e, "low >= high");
	out = integers(e, rng_of(e, a[0]), low, high, a[3], t, &scalar);
	if (out && scalar && ev_given(a[4]))
		return ev_give(e, out);
	return give(e, out, scalar);
}

/* ---- permutations and choices ---- */

/* [0, n) shuffled, from the end down. */
static struct tensor *shuffled(struct ev *e, struct mt19937 *m, int64_t n)
{
	struct tensor *t = tensor_new(DT_INT64, 1, &n, e->err);
	int64_t *p = t ? t->data : NULL;

	for (int64_t i = 0; t && i < n; i++)
		p[i] = i;
	for (int64_t i = n - 1; t && i > 0; i--) {
		int64_t j = (int64_t)mt_interval(m, (uint64_t)i), x = p[i];

		p[i] = p[j];
		p[j] = x;
	}
	return t;
}

/* The rows of v (an array) by index, or the indices themselves (v a number). */
static struct val *rows_by(struct ev *e, struct val *v, struct tensor *index, bool scalar)
{
	struct val *ix = val_array(e->vs, index, false, e->err);

	if (!ix || v->kind == VAL_INT)
		return ix && scalar ? val_int(e->vs, num_get(index, 0).i, e->err) : ix;
	if (v->kind != VAL_ARRAY)
		v = val_array(e->vs, ev_tensor(e, v), false, e->err);
	return v ? ev_index(e, v, ix) : NULL;
}

static bool population(struct ev *e, struct val *v, int64_t *n)
{
	struct tensor *t;

	if (v->kind == VAL_INT)
		return ev_int(e, v, n) && (*n >= 0 || ev_fail(e, "a must be greater than 0"));
	t = ev_tensor(e, v);
	*n = t && t->rank ? t->dim[0] : 0;
	if (t && !t->rank)
		ev_fail(e, "a must be a number or a list");
	tensor_unref(t);
	return t && !err_is(e->err);
}

static struct val *fn_permutation(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct tensor *p;
	int64_t n;

	(void)row;
	if (!population(e, a[1], &n))
		return NULL;
	p = shuffled(e, rng_of(e, a[0]), n);
	return p ? rows_by(e, a[1], p, false) : NULL;
}

/* The running sums of p, the last one made 1. */
static void cumulate(const double *p, double *cdf, int64_t n)
{
	double sum = 0;

	for (int64_t i = 0; i < n; i++)
		cdf[i] = i ? (sum += p[i]) : (sum = p[0]);
	for (int64_t i = 0; i < n; i++)
		cdf[i] /= sum;
}

/* How many of cdf are <= x: searchsorted(side='right'). */
static int64_t search(const double *cdf, int64_t n, double x)
{
	int64_t lo = 0, hi = n;

	while (lo < hi) {
		int64_t mid = lo + (hi - lo) / 2;

		if (cdf[mid] <= x)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Draws until size different ones are there; each is then out of the game. */
static void without_return(struct mt19937 *m, double *p, double *cdf, int64_t n, int64_t *out, int64_t size)
{
	for (int64_t got = 0; got < size;) {
		int64_t begin = got, more = size - got;
		double *x = xcalloc((size_t)more, sizeof(*x));

		for (int64_t i = 0; i < more; i++)
			x[i] = mt_double(m);
		for (int64_t i = 0; i < begin; i++)
			p[out[i]] = 0;
		cumulate(p, cdf, n);
		for (int64_t i = 0; i < more; i++) {
			int64_t k = search(cdf, n, x[i]);
			bool had = k >= n;

			for (int64_t j = begin; j < got; j++)
				had |= out[j] == k;
			if (!had)
				out[got++] = k;
		}
		free(x);
	}
}

static bool probabilities(struct ev *e, struct tensor *t, int64_t n, int64_t need)
{
	double sum = 0;
	int64_t nonzero = 0;

	if (t->rank != 1 || t->n != n)
		return ev_fail(e, "'a' and 'p' must have same size") != NULL;
	for (int64_t i = 0; i < n; i++) {
		double p = ((double *)t->data)[i];

		if (!(p >= 0))
			return ev_fail(e, "probabilities are not non-negative") != NULL;
		sum += p;
		nonzero += p > 0;
	}
	if (!(fabs(sum - 1) <= 1e-8))
		return ev_fail(e, "probabilities do not sum to 1") != NULL;
	return nonzero >= need || ev_fail(e, "Fewer non-zero entries in p than size");
}

static struct tensor *weighted(struct ev *e, struct mt19937 *m, struct val *pv, int64_t n, struct val *size,
			       bool replace, bool *scalar)
{
	struct tensor *t = ev_tensor(e, pv), *p = t ? numpy_cast(t, DT_DOUBLE, e->err) : NULL;
	struct tensor *out = p ? room(e, size, DT_INT64, scalar) : NULL, *cdf = NULL;

	if (out && !replace && out->n > n)
		ev_fail(e, "Cannot take a larger sample than population when replace is False");
	else if (out && n > 0 && probabilities(e, p, n, replace ? 0 : out->n))
		cdf = tensor_new(DT_DOUBLE, 1, &n, e->err);
	if (cdf && !replace)
		without_return(m, p->data, cdf->data, n, out->data, out->n);
	else if (cdf)
		cumulate(p->data, cdf->data, n);
	for (int64_t i = 0; cdf && replace && i < out->n; i++)
		((int64_t *)out->data)[i] = search(cdf->data, n, mt_double(m));
	if (!cdf) {
		tensor_unref(out);
		out = NULL;
	}
	tensor_unref(t);
	tensor_unref(p);
	tensor_unref(cdf);
	return out;
}

/* The first ones of a permutation. */
static struct tensor *sample(struct ev *e, struct mt19937 *m, int64_t n, struct val *size, bool *scalar)
{
	struct tensor *out = room(e, size, DT_INT64, scalar), *p = NULL;

	if (out && out->n > n)
		ev_fail(e, "Cannot take a larger sample than population when 'replace=False'");
	else if (out)
		p = shuffled(e, m, n);
	if (p)
		memcpy(out->data, p->data, out->bytes);
	else {
		tensor_unref(out);
		out = NULL;
	}
	tensor_unref(p);
	return out;
}

/* rng a size replace p */
static struct val *fn_choice(struct ev *e, struct val **a, const struct fn_row *row)
{
	struct mt19937 *m = rng_of(e, a[0]);
	bool replace = !a[3] || ev_true(a[3]), scalar = false;
	struct tensor *ix;
	int64_t n;

	(void)row;
	if (!population(e, a[1], &n))
		return NULL;
	if (ev_given(a[4]))
		ix = weighted(e, m, a[4], n, a[2], replace, &scalar);
	else if (!replace)
		ix = sample(e, m, n, a[2], &scalar);
	else if (n < 1)
		return ev_fail(e, "'a' cannot be empty unless no samples are taken");
	else
		ix = integers(e, m, 0, n - 1, a[2], DT_INT64, &scalar);
	return ix ? rows_by(e, a[1], ix, scalar) : NULL;
}

const struct fn_row fn_random[] = {
	{ "seed", NULL, FN_RANDOM, "rng seed", 1, fn_seed, 0 },
	{ "RandomState", NULL, FN_RANDOM, "rng seed", 1, fn_state, 0 },
	{ "rand", NULL, FN_RANDOM | FN_REST, "rng size", 1, fn_dims, DRAW_DOUBLE },
	{ "randn", NULL, FN_RANDOM | FN_REST, "rng size", 1, fn_dims, DRAW_GAUSS },
	{ "random_sample", "random", FN_RANDOM, "rng size", 1, fn_draw, DRAW_DOUBLE },
	{ "ranf", "sample", FN_RANDOM, "rng size", 1, fn_draw, DRAW_DOUBLE },
	{ "standard_normal", NULL, FN_RANDOM, "rng size", 1, fn_draw, DRAW_GAUSS },
	{ "standard_exponential", NULL, FN_RANDOM, "rng size", 1, fn_draw, DRAW_EXPONENTIAL },
	{ "uniform", NULL, FN_RANDOM, "rng low high size", 1, fn_uniform, 0 },
	{ "normal", NULL, FN_RANDOM, "rng loc scale size", 1, fn_normal, 0 },
	{ "exponential", NULL, FN_RANDOM, "rng scale size", 1, fn_exponential, 0 },
	{ "randint", NULL, FN_RANDOM, "rng low high size dtype", 2, fn_randint, 0 },
	{ "permutation", NULL, FN_RANDOM, "rng x", 2, fn_permutation, 0 },
	{ "choice", NULL, FN_RANDOM, "rng a size replace p", 2, fn_choice, 0 },
	{ 0 },
};
