/* Orders of dimensions, tried on a sample; see fit.h. */
#include "debug/fit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "debug/gap.h"

enum { SAMPLE = 2048 };

/* A shape without its dimensions of 1, and the strides of these. */
struct dims {
	int rank;
	int64_t dim[FIT_RANK], step[FIT_RANK];
	bool too_many;
};

static struct dims dims_of(const struct tensor *t)
{
	struct dims d = {0};
	int64_t step = 1;

	for (int i = t->rank - 1; i >= 0; i--) {
		if (t->dim[i] != 1 && d.rank == FIT_RANK) {
			d.too_many = true;
			return d;
		}
		if (t->dim[i] != 1) {
			memmove(&d.dim[1], &d.dim[0], sizeof(d.dim) - sizeof(d.dim[0]));
			memmove(&d.step[1], &d.step[0], sizeof(d.step) - sizeof(d.step[0]));
			d.dim[0] = t->dim[i];
			d.step[0] = step;
			d.rank++;
		}
		step *= t->dim[i];
	}
	return d;
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

uint64_t fit_class(const struct tensor *t)
{
	struct dims d = dims_of(t);
	uint64_t h = (uint64_t)d.rank + 1;

	if (d.too_many)
		return 0;
	qsort(d.dim, (size_t)d.rank, sizeof(d.dim[0]), by_size);
	for (int i = 0; i < d.rank; i++)
		h = (h ^ (uint64_t)d.dim[i]) * 0xff51afd7ed558ccdu;
	return h | 1;
}

static bool is_number(const struct tensor *t)
{
	enum dtype_kind k = dtype_info(t->dtype)->kind;

	return k == DK_FLOAT || k == DK_INT || k == DK_UINT || k == DK_BOOL;
}

static bool types_fit(const struct tensor *a, const struct tensor *b)
{
	return a->dtype == b->dtype ? dtype_info(a->dtype)->kind != DK_OBJECT
				    : is_number(a) && is_number(b);
}

/* Where their element is for our flat index. */
static int64_t theirs_at(const struct dims *a, const struct dims *b, const int8_t *perm, int64_t i)
{
	int64_t at = 0;

	for (int k = 0; k < a->rank; k++)
		at += i / a->step[k] % a->dim[k] * b->step[perm[k]];
	return at;
}

struct trial {
	const struct tensor *a, *b;
	struct dims da, db;
	double scale;
	int tried;
	struct fit *best;
	bool natural; /* the best is the order as it is */
};

static double distance(const struct trial *t, const int8_t *perm)
{
	int64_t n = t->a->n, step = n > SAMPLE ? n / SAMPLE : 1;
	double far = 0;

	for (int64_t i = 0; i < n; i += step) {
		double x = gap_element(t->a, i),
		       y = gap_element(t->b, theirs_at(&t->da, &t->db, perm, i));
		double off = gap_between(x, y);

		far = fmax(far, isfinite(off) ? off : t->scale > 0 ? t->scale : 1);
	}
	return t->scale > 0 ? far / t->scale : far;
}

/* The order as it is stays, unless another one agrees where this does not. */
static void try_order(struct trial *t, const int8_t *perm)
{
	bool natural = true;
	double far;

	for (int i = 0; i < t->da.rank; i++) {
		natural &= perm[i] == i;
		if (t->da.dim[i] != t->db.dim[perm[i]])
			return;
	}
	if (t->tried++ > 120)
		return;
	far = is_number(t->a) && is_number(t->b) ? distance(t, perm) : natural ? 0 : 1;
	if (t->best->is &&
	    (t->natural ? far > 1e-3 || t->best->far < 10 * far + 1e-3 : far >= t->best->far))
		return;
	t->best->is = true;
	t->best->far = far;
	t->natural = natural;
	memcpy(t->best->perm, perm, sizeof(t->best->perm));
}

/* All orders, the natural one first. */
static void orders(struct trial *t, int8_t *perm, int at)
{
	if (at == t->da.rank) {
		try_order(t, perm);
		return;
	}
	for (int i = at; i < t->da.rank; i++) {
		int8_t keep[FIT_RANK], moved = perm[i];

		memcpy(keep, perm, sizeof(keep));
		memmove(&perm[at + 1], &perm[at], (size_t)(i - at));
		perm[at] = moved;
		if (t->da.dim[at] == t->db.dim[moved])
			orders(t, perm, at + 1);
		memcpy(perm, keep, sizeof(keep));
	}
}

/* ---- words ---- */

static const struct {
	int rank;
	const char *perm, *name;
} layouts[] = {
	{3, "120", "NCHW"},    {4, "0231", "NCHW"},   {3, "201", "NHWC"},  {4, "0312", "NHWC"},
	{4, "2310", "OIHW"},   {4, "2301", "IOHW"},   {4, "3201", "HWIO"}, {5, "02341", "NCDHW"},
	{5, "04123", "NDHWC"}, {5, "23410", "OIDHW"},
};

static void say_order(const struct fit *f, const struct tensor *theirs, struct str *out)
{
	char digits[FIT_RANK + 1] = "";

	for (int i = 0; i < f->rank; i++)
		digits[i] = (char)('0' + f->perm[i]);
	str_addz(out, "transposed");
	if (f->rank == 2)
		return;
	for (size_t i = 0; i < sizeof(layouts) / sizeof(*layouts); i++)
		if (layouts[i].rank == f->rank && !strcmp(layouts[i].perm, digits) &&
		    theirs->rank >= 3) {
			str_addf(out, " from %s", layouts[i].name);
			return;
		}
	for (int i = 0; i < f->rank; i++)
		str_addf(out, "%s%d", i ? "," : " by ", f->perm[i]);
}

static void say(struct fit *f, bool natural, const struct tensor *a, const struct tensor *b)
{
	struct str s = STR_INIT;

	if (!natural)
		say_order(f, b, &s);
	else if (!shape_eq(tensor_shape(a), tensor_shape(b)))
		str_addz(&s, "dimensions of 1 aside");
	if (a->dtype != b->dtype)
		str_addf(&s, "%s%s", s.n ? ", " : "", dtype_info(b->dtype)->name);
	snprintf(f->text, sizeof(f->text), "%s", str_z(&s));
	str_free(&s);
}

/* ---- the whole ---- */

struct fit fit_find(const struct tensor *ours, const struct tensor *theirs)
{
	struct fit f = {.far = INFINITY};
	struct trial t = {
		.a = ours, .b = theirs, .da = dims_of(ours), .db = dims_of(theirs), .best = &f};
	int8_t perm[FIT_RANK] = {0, 1, 2, 3, 4, 5};

	if (ours->n != theirs->n || !types_fit(ours, theirs))
		return f;
	if (shape_eq(tensor_shape(ours), tensor_shape(theirs)) && t.da.too_many) {
		f.is = true;
		t.natural = true;
	} else if (t.da.too_many || t.da.rank != t.db.rank) {
		return f;
	}
	f.rank = t.da.rank;
	t.scale =
		is_number(ours) && is_number(theirs) ? fmax(gap_scale(ours), gap_scale(theirs)) : 1;
	if (!f.is)
		orders(&t, perm, 0);
	if (!f.is)
		return f;
	if (dtype_info(theirs->dtype)->kind == DK_FLOAT &&
	    gap_unit(theirs->dtype) > gap_unit(ours->dtype))
		f.coarse = gap_unit(theirs->dtype);
	say(&f, t.natural, ours, theirs);
	return f;
}

static bool is_natural(const struct fit *f)
{
	for (int i = 0; i < f->rank; i++)
		if (f->perm[i] != i)
			return false;
	return true;
}

static struct tensor *reordered(const struct fit *f, const struct tensor *theirs,
				const struct tensor *ours, struct err *err)
{
	struct tensor *t = tensor_new(theirs->dtype, ours->rank, ours->dim, err);
	struct dims a = dims_of(ours), b = dims_of(theirs);
	size_t size = dtype_info(theirs->dtype)->size;

	for (int64_t i = 0; t && i < t->n; i++) {
		int64_t from = theirs_at(&a, &b, f->perm, i);

		if (t->dtype == DT_STRING)
			tensor_str_set(t, i, tensor_str(theirs, from), NULL);
		else
			memcpy((char *)t->data + (size_t)i * size,
			       (const char *)theirs->data + (size_t)from * size, size);
	}
	return t;
}

struct tensor *fit_apply(const struct fit *f, struct tensor *theirs, const struct tensor *ours,
			 struct err *err)
{
	struct tensor *t, *cast;

	if (!f->is)
		return tensor_ref(theirs);
	t = is_natural(f) ? tensor_view(theirs, theirs->dtype, ours->rank, ours->dim, err)
			  : reordered(f, theirs, ours, err);
	if (!t || t->dtype == ours->dtype)
		return t;
	cast = tensor_cast(t, ours->dtype, err);
	tensor_unref(t);
	return cast;
}
