/*
 * UniformQuantizedDot, UniformQuantizedConvolution and their hybrids, whose left side is of floats that are
 * quantized row by row (image by image) on the way. Sums are of int32 and wrap.
 */
#include <string.h>

#include "ops/example.h"
#include "ops/uniform.h"

/* A product's two sides and what becomes of its sums. */
struct sums {
	const int8_t *x, *y;
	struct tensor *out;
	const float *row_scale;		/* hybrid: of each row; else NULL */
	const int32_t *row_zero;
	int32_t zero;			/* of all rows */
	struct uq_scales y_of, out_of;
	const struct uq_factor *f;
	bool one;			/* f is one for all */
	int32_t min, max;
};

static int32_t minus(int8_t v, int32_t zero)
{
	return (int32_t)((uint32_t)(int32_t)v - (uint32_t)zero);
}

static void sums_put(const struct sums *s, int64_t at, uint32_t sum, int64_t row, int64_t col)
{
	if (s->row_scale)
		((float *)s->out->data)[at] = (float)(int32_t)sum * s->row_scale[row] * uq_scale(&s->y_of, col);
	else
		((int32_t *)s->out->data)[at] =
			uq_scaled((int32_t)sum, &s->f[s->one ? 0 : col], uq_zero(&s->out_of, col), s->min, s->max);
}

/* The scales of both sides and the result; n columns. */
static bool sums_scales(struct op_ctx *c, struct sums *s, bool hybrid, int64_t n)
{
	int at = hybrid ? 2 : 4;

	s->y_of = uq_of(c, at, c->in[at]->rank ? 1 : -1);
	s->y = c->in[1]->data;
	if (hybrid)
		return true;
	s->out_of = uq_of(c, 6, c->in[6]->rank ? 1 : -1);
	s->one = s->y_of.axis < 0 && s->out_of.axis < 0;
	s->x = c->in[0]->data;
	s->zero = *(const int32_t *)c->in[3]->data;
	s->f = uq_factors(c, *(const float *)c->in[2]->data, &s->y_of, &s->out_of, n);
	return s->f != NULL;
}

/* Floats as int8, each of n rows by its own range. */
static bool sums_dynamic(struct op_ctx *c, struct sums *s, const float *x, int64_t n, int64_t row)
{
	int8_t *q = op_temp(c, (size_t)(n * row) + 1);
	float *scale = q ? op_temp(c, ((size_t)n + 1) * sizeof(*scale)) : NULL;
	int32_t *zero = scale ? op_temp(c, ((size_t)n + 1) * sizeof(*zero)) : NULL;

	for (int64_t i = 0; zero && i < n; i++)
		uq_dynamic(x + i * row, row, q + i * row, &scale[i], &zero[i]);
	s->x = q;
	s->row_scale = scale;
	s->row_zero = zero;
	return zero != NULL;
}

static bool scalars_left(struct op_ctx *c)
{
	return (!c->in[2]->rank && !c->in[3]->rank) ||
	       op_invalid(c, "lhs scales/zero_points must be all scalar tensors. Given: %s%s", op_in_shape(c, 2),
			  op_in_shape(c, 3));
}

static bool positives(struct op_ctx *c)
{
	static const char *const name[] = { "lhs", "rhs", "output" };

	for (int i = 0; i < 3; i++)
		if (!uq_positive(c->in[2 + 2 * i]))
			return op_invalid(c, "%s scales elements must be all positive.", name[i]);
	return true;
}

/* ---- dot ---- */

struct dot {
	struct sums s;
	int64_t m, n, k;
};

static void dot_tile(void *ctx, int64_t from, int64_t to)
{
	const struct dot *d = ctx;

	for (int64_t i = from; i < to; i++) {
		int64_t row = i / d->n, col = i % d->n;
		int32_t zx = d->s.row_zero ? d->s.row_zero[row] : d->s.zero, zy = uq_zero(&d->s.y_of, col);
		uint32_t sum = 0;

		for (int64_t k = 0; k < d->k; k++)
			sum += (uint32_t)minus(d->s.x[row * d->k + k], zx) *
			       (uint32_t)minus(d->s.y[k * d->n + col], zy);
		sums_put(&d->s, i, sum, row, col);
	}
}

static bool dot_shapes(struct op_ctx *c)
{
	const struct tensor *x = c->in[0], *y = c->in[1];

	if (x->rank != 2)
		return op_invalid(c, "lhs rank must be 2, but given lhs shape %s", op_in_shape(c, 0));
	if (y->rank != 2)
		return op_invalid(c, "rhs rank must be 2, but given rhs shape %s", op_in_shape(c, 1));
	return x->dim[1] == y->dim[0] ||
	       op_invalid(c,
			  "lhs.dim_size(1) and rhs.dim_size(0) must be equal, but given lhs shape %s and rhs shape %s",
			  op_in_shape(c, 0), op_in_shape(c, 1));
}

static bool axis_is(struct op_ctx *c, const char *name, bool channel)
{
	int64_t axis;

	if (!uq_axis_attr(c, name, &axis))
		return false;
	if (!channel)
		return axis == -1 || op_invalid(c, "%s Attr must be -1 (per-tensor).", name);
	return axis == 1 || axis == -1 || op_invalid(c, "%s Attr must be 1 (per-channel) or -1 (per-tensor).", name);
}

/* Are the right side's scales, from input `at` on, and the result's one for all, or one a column? */
static bool dot_scales(struct op_ctx *c, int at)
{
	int64_t dim[2];

	if (!uq_fits(c, 2, c->in[1]->dim, at, c->in[at]->rank ? 1 : -1))
		return false;
	if (at == 2)
		return true;
	dim[0] = c->in[0]->dim[0];
	dim[1] = c->in[1]->dim[1];
	if (!uq_fits(c, 2, dim, 6, c->in[6]->rank ? 1 : -1))
		return false;
	return c->in[4]->rank || !c->in[6]->rank ||
	       op_invalid(
		       c,
		       "If rhs is per-tensor quantized, output must be also per-tensor quantized. Given rhs scales and "
		       "zero_points of shape %s but given output scales and zero_points of shape %s",
		       op_in_shape(c, 4), op_in_shape(c, 6));
}

static bool dot(struct op_ctx *c, struct dot *d, bool hybrid)
{
	const struct tensor *x = c->in[0];

	d->m = x->dim[0], d->k = x->dim[1], d->n = c->in[1]->dim[1];
	d->s.out = op_out(c, 0, hybrid ? DT_FLOAT : DT_QINT32, 2, (int64_t[]){ d->m, d->n });
	if (!d->s.out || !sums_scales(c, &d->s, hybrid, d->n) ||
	    (hybrid && !sums_dynamic(c, &d->s, x->data, d->m, d->k)))
		return false;
	tiles_run(d->s.out->n, 1 + TILE_ELEMS / (d->k + 1), dot_tile, d);
	return true;
}

static bool run_dot(struct op_ctx *c)
{
	struct dot d = { 0 };

	return uq_attr(c, "output_quantization_min_val", &d.s.min) &&
	       uq_attr(c, "output_quantization_max_val", &d.s.max) && axis_is(c, "lhs_quantization_axis", false) &&
	       axis_is(c, "rhs_quantization_axis", true) && axis_is(c, "output_quantization_axis", true) &&
	       positives(c) && dot_shapes(c) && scalars_left(c) && dot_scales(c, 4) && dot(c, &d, false);
}

static bool run_dot_hybrid(struct op_ctx *c)
{
	struct dot d = { 0 };

	if (!axis_is(c, "rhs_quantization_axis", true) || !dot_shapes(c) || !dot_scales(c, 2))
		return false;
	return uq_positive(c->in[2]) ? dot(c, &d, true) : op_invalid(c, "rhs scales elements must be all positive.");
}

/* ---- convolution ---- */

enum { SPACE = SHAPE_MAX_RANK };

/* One tensor's dims in the order batch (or output feature), feature, then space. */
struct order {
	int64_t at[SPACE];
};

struct conv {
	struct sums s;
	int rank;
	int64_t groups, batch_groups;
	struct order x_at, y_at, out_at;
	int64_t stride[SPACE], x_step[SPACE], y_step[SPACE], pad[2 * SPACE];
	int64_t xd[SPACE], yd[SPACE], od[SPACE];	/* dims in that order */
	int64_t xs[SPACE], ys[SPACE], os[SPACE];	/* strides of the tensors as they lie */
	bool same;
};

/* A list of `want` ints, each at least `least`; ones where it is empty. */
static bool list_of(struct op_ctx *c, const char *name, int64_t want, int64_t *to)
{
	const struct attr_value *v;
	uint32_t n = 0;
	bool small = false;
	int64_t *all;

	if (!node_attr_list(c->node, name, &v, &n) || n == 0) {
		for (int64_t i = 0; i < want; i++)
			to[i] = 1;
		return true;
	}
	if (n != want)
		return op_invalid(c, "Size of %s Attr must be dims - 2.", name);
	all = arena_array(c->scratch, n, sizeof(*all));
	for (uint32_t i = 0; i < n; i++) {
		to[i] = all[i] = v[i].i;
		small |= v[i].i < 1;
		if (v[i].i > INT32_MAX)
			return op_invalid(c, "Attr %s has value %lld out of range for an int32", name,
					  (long long)v[i].i);
	}
	return !small || op_invalid(c, "All elements of %s must be >= 1. Given %s", name, op_list(c, all, n, ", "));
}

/* The message of dimension numbers: three tensors' batch and feature dims, each before a list of space dims. */
struct numbers {
	int64_t one[10];		/* by field, 1..9 */
	int64_t space[3][SPACE];
	int n_space[3];
};

/* Which tensor's list a field is, or -1. */
static int space_field(uint32_t field)
{
	return field == 3 ? 0 : field == 6 ? 1 : field == 9 ? 2 : -1;
}

static bool space_add(struct numbers *n, int which, int64_t v)
{
	if (n->n_space[which] >= SPACE)
		return false;
	n->space[which][n->n_space[which]++] = v;
	return true;
}

static bool numbers_field(struct numbers *n, struct scan *s)
{
	uint64_t v;
	struct scan sub;
	int which = space_field(*s->p >> 3);

	if (which >= 0 && *s->p == TAG_LEN(*s->p >> 3)) {
		s->p++;
		if (!scan_len(s, &sub))
			return false;
		while (!scan_end(&sub))
			if (!scan_u64(&sub, &v) || !space_add(n, which, (int64_t)v))
				return false;
		return true;
	}
	if (*s->p >> 3 >= 1 && *s->p >> 3 <= 9 && (*s->p & 7) == 0) {
		uint32_t field = *s->p++ >> 3;

		if (!scan_u64(s, &v))
			return false;
		if (which >= 0)
			return space_add(n, which, (int64_t)v);
		n->one[field] = (int64_t)v;
		return true;
	}
	return scan_skip(s);
}

static bool numbers_parse(struct op_ctx *c, struct sv text, struct numbers *n)
{
	struct scan s = scan_of(text);

	while (!scan_end(&s))
		if (!numbers_field(n, &s))
			return op_invalid(c, "Error parsing convolution dimension numbers.");
	return true;
}

static bool dim_ok(struct op_ctx *c, int rank, int64_t v)
{
	return (v >= 0 && v < rank) ||
	       op_invalid(
		       c,
		       "Each dimension number must be in region [0, rank). Given rank %d and dimension number value %lld",
		       rank, (long long)v);
}

static bool order_of(struct op_ctx *c, const struct numbers *n, int which, int rank, int64_t batch, int64_t feature,
		     struct order *o)
{
	bool seen[SPACE] = { false };

	if (!dim_ok(c, rank, batch) || !dim_ok(c, rank, feature))
		return false;
	if (n->n_space[which] != rank - 2)
		return op_invalid(
			c, "Spatial dimensions size must be rank - 2. Given rank %d and spatial dimensions size %d",
			rank, n->n_space[which]);
	o->at[0] = batch;
	o->at[1] = feature;
	for (int i = 0; i < rank - 2; i++) {
		o->at[2 + i] = n->space[which][i];
		if (!dim_ok(c, rank, o->at[2 + i]))
			return false;
	}
	for (int i = 0; i < rank; i++)
		seen[o->at[i]] = true;
	for (int i = 0; i < rank; i++)
		if (!seen[i])
			return op_invalid(c, "dimension number %d is missing", i);
	return true;
}

static bool orders(struct op_ctx *c, struct conv *v)
{
	struct numbers n = { 0 };
	struct sv text = { NULL, 0 };

	node_attr_str(c->node, "dimension_numbers", &text);
	if (!numbers_parse(c, text, &n))
		return false;
	if (n.n_space[0] == 0) {
		for (int i = 0; i < v->rank; i++)
			v->x_at.at[i] = v->y_at.at[i] = v->out_at.at[i] = i;
		return true;
	}
	return order_of(c, &n, 0, v->rank, n.one[1], n.one[2], &v->x_at) &&
	       order_of(c, &n, 1, v->rank, n.one[5], n.one[4], &v->y_at) &&
	       order_of(c, &n, 2, v->rank, n.one[7], n.one[8], &v->out_at);
}

static bool conv_lists(struct op_ctx *c, struct conv *v)
{
	return list_of(c, "window_strides", v->rank - 2, v->stride) &&
	       list_of(c, "lhs_dilation", v->rank - 2, v->x_step) && list_of(c, "rhs_dilation", v->rank - 2, v->y_step);
}

/* What is said of padding before anything is looked at. */
static bool pad_attr(struct op_ctx *c, struct sv *kind, uint32_t *n)
{
	const struct attr_value *v;

	node_attr_str(c->node, "padding", kind);
	if (!node_attr_list(c->node, "explicit_padding", &v, n))
		*n = 0;
	if (!sv_is(*kind, "EXPLICIT") && !sv_is(*kind, "SAME") && !sv_is(*kind, "VALID"))
		return op_invalid(c, "padding Attr must be one of [EXPLICIT | SAME | VALID], but given: %.*s",
				  (int)kind->n, kind->p);
	return sv_is(*kind, "EXPLICIT") || !*n ||
	       op_invalid(
		       c,
		       "If padding Attr is not 'EXPLICIT', explicit_padding Attr must be empty. Given padding %.*s and "
		       "explicit_padding of size %u",
		       (int)kind->n, kind->p, *n);
}

static bool pad_given(struct op_ctx *c, struct conv *v)
{
	const struct attr_value *a;
	bool negative = false;
	uint32_t n = 0;

	node_attr_list(c->node, "explicit_padding", &a, &n);
	if (n != 2 * (uint32_t)(v->rank - 2))
		return op_invalid(
			c,
			"Size of explicit_padding Attr must be 2 * (rank - 2). Given rank %d and explicit_padding of "
			"size %u",
			v->rank, n);
	for (uint32_t i = 0; i < n; i++) {
		v->pad[i] = a[i].i;
		negative |= a[i].i < 0;
		if (a[i].i > INT32_MAX)
			return op_invalid(c, "Attr explicit_padding has value %lld out of range for an int32",
					  (long long)a[i].i);
	}
	return !negative ||
	       op_invalid(c, "All explicit_padding elems must be >= 0, Given %s", op_list(c, v->pad, n, ", "));
}

/* How far n elements reach with gaps between; false when too far. */
static bool reach(int64_t n, int64_t step, int64_t *out)
{
	if (n == 0) {
		*out = 0;
		return true;
	}
	return !__builtin_mul_overflow(n - 1, step, out) && *out < INT64_MAX / 4 && (++*out, true);
}

static bool conv_sizes(struct op_ctx *c, struct conv *v)
{
	for (int i = 0; i < v->rank - 2; i++) {
		int64_t x, y, n, st = v->stride[i];

		if (!reach(v->xd[2 + i], v->x_step[i], &x) || !reach(v->yd[2 + i], v->y_step[i], &y))
			return op_invalid(c, "the convolution's window is too large");
		if (v->same) {
			int64_t all = ((x + st - 1) / st - 1) * st + y - x;

			all = all > 0 ? all : 0;
			v->pad[2 * i] = all / 2;
			v->pad[2 * i + 1] = all - all / 2;
		}
		n = x + v->pad[2 * i] + v->pad[2 * i + 1] - y + 1;
		v->od[2 + i] = (n + st - 1) / st;
		if (v->od[2 + i] < 0)
			return op_invalid(c, "Expected shape dimensions to be non-negative, got %lld",
					  (long long)v->od[2 + i]);
	}
	v->od[0] = v->xd[0] / v->batch_groups;
	v->od[1] = v->yd[0];
	return true;
}

static bool group_sizes(struct op_ctx *c, const struct conv *v)
{
	long long g = v->groups, x = v->xd[1], y = v->yd[1], o = v->yd[0], b = v->batch_groups;

	if (g <= 0)
		return op_invalid(c, "feature_group_count must be a positive integer, given: %lld", g);
	if (x % g)
		return op_invalid(
			c, "feature_group_count must divide lhs feature dimension size, but %lld does not divide %lld",
			g, x);
	if (y == 0 || x % y)	/* TensorFlow divides by it */
		return op_invalid(
			c,
			"rhs input feature dimension must divide lhs feature dimension size, but %lld does not divide "
			"%lld",
			y, x);
	if (x / g != y)
		return op_invalid(
			c,
			"lhs feature dimension size divided by feature_group_count must equal the rhs input feature "
			"dimension size, but %lld / %lld != %lld",
			x, g, y);
	if (o % g)
		return op_invalid(
			c,
			"rhs output dimension size must be a multiple of feature_group_count, but %lld is not a multiple "
			"of %lld",
			o, g);
	if (b <= 0)
		return op_invalid(c, "batch_group_count Attr must be a positive integer. Given: %lld", b);
	if (v->xd[0] % b)
		return op_invalid(
			c, "batch_group_count must divide lhs batch dimension size, but %lld does not divide %lld", b,
			(long long)v->xd[0]);
	return !(o % b) ||
	       op_invalid(c,
			  "rhs output dimension size must be a multiple of batch_group_count, but %lld is not a "
			  "multiple of %lld",
			  o, b);
}

static void lay(const struct op_ctx *c, struct conv *v)
{
	const int64_t *x = op_strides((struct op_ctx *)c, v->rank, c->in[0]->dim);
	const int64_t *y = op_strides((struct op_ctx *)c, v->rank, c->in[1]->dim);

	for (int i = 0; i < v->rank; i++) {
		v->xd[i] = c->in[0]->dim[v->x_at.at[i]];
		v->xs[i] = x[v->x_at.at[i]];
		v->yd[i] = c->in[1]->dim[v->y_at.at[i]];
		v->ys[i] = y[v->y_at.at[i]];
	}
}

static bool conv_shape(struct op_ctx *c, struct conv *v, struct sv pad)
{
	const struct tensor *x = c->in[0], *y = c->in[1];

	if (x->rank != y->rank)
		return op_invalid(c, "lhs and rhs must have same dims. Given lhs and rhs of shapes: %s%s",
				  op_in_shape(c, 0), op_in_shape(c, 1));
	if (x->rank <= 2)
		return op_invalid(c, "lhs and rhs shape dims must be at least 3. Given: %d", x->rank);
	v->rank = x->rank;
	node_attr_int(c->node, "feature_group_count", &v->groups);
	node_attr_int(c->node, "batch_group_count", &v->batch_groups);
	if (!conv_lists(c, v) || !orders(c, v))
		return false;
	lay(c, v);
	v->same = sv_is(pad, "SAME");
	return group_sizes(c, v) && (!sv_is(pad, "EXPLICIT") || pad_given(c, v));
}

/* Where in space the window's tap t at place p reads; false: beside the image, or between its pixels. */
static bool tap(const struct conv *v, int64_t p, int64_t t, int64_t *x, int64_t *y)
{
	bool in = true;

	*x = *y = 0;
	for (int d = v->rank - 1; d >= 2; d--) {
		int64_t k = t % v->yd[d],
			at = p % v->od[d] * v->stride[d - 2] + k * v->y_step[d - 2] - v->pad[2 * (d - 2)];

		*y += k * v->ys[d];
		in = in && at >= 0 && at % v->x_step[d - 2] == 0 && at / v->x_step[d - 2] < v->xd[d];
		*x += in ? at / v->x_step[d - 2] * v->xs[d] : 0;
		t /= v->yd[d];
		p /= v->od[d];
	}
	return in;
}

static int64_t space_of(const int64_t *dim, int rank)
{
	int64_t n = 1;

	for (int d = 2; d < rank; d++)
		n *= dim[d];
	return n;
}

/* The sum of one output; zeros beside the image add nothing. TensorFlow lays them there as int8, so that a zero
 * point beyond that is another one there. */
static uint32_t conv_sum(const struct conv *v, int64_t batch, int64_t feature, int64_t place)
{
	int32_t zx = v->s.row_zero ? v->s.row_zero[batch] : v->s.zero, zy = uq_zero(&v->s.y_of, feature);
	int64_t taps = space_of(v->yd, v->rank), first = feature / (v->od[1] / v->groups) * v->yd[1];
	uint32_t sum = 0, beside = (uint32_t)minus((int8_t)(uint8_t)(uint32_t)zx, zx);

	for (int64_t t = 0; t < taps; t++) {
		int64_t x, y;
		bool in = tap(v, place, t, &x, &y);
		const int8_t *px = v->s.x + batch * v->xs[0] + first * v->xs[1] + x,
			     *py = v->s.y + feature * v->ys[0] + y;

		for (int64_t k = 0; k < v->yd[1]; k++)
			sum += (in ? (uint32_t)minus(px[k * v->xs[1]], zx) : beside) *
			       (uint32_t)minus(py[k * v->ys[1]], zy);
	}
	return sum;
}

static void conv_tile(void *ctx, int64_t from, int64_t to)
{
	const struct conv *v = ctx;
	int64_t space = space_of(v->od, v->rank);

	for (int64_t i = from; i < to; i++) {
		int64_t place = i % space, left = place, feature = i / space % v->od[1], batch = i / space / v->od[1];
		int64_t row = feature / (v->od[1] / v->batch_groups) * v->od[0] + batch,
			at = batch * v->os[0] + feature * v->os[1];

		for (int d = v->rank - 1; d >= 2; d--) {
			at += left % v->od[d] * v->os[d];
			left /= v->od[d];
		}
		sums_put(&v->s, at, conv_sum(v, row, feature, place), row, feature);
	}
}

static bool conv_axis(struct op_ctx *c, const char *name, int64_t want, const char *what, int64_t *axis)
{
	return uq_axis_attr(c, name, axis) &&
	       (*axis == -1 || *axis == want ||
		op_invalid(c, "%s Attr must be -1 (per-tensor) or dimension_numbers.%s (per-channel).", name, what));
}

/* Floats of the image as int8; the rows that share a scale are the images, however their dims lie. */
static bool conv_dynamic(struct op_ctx *c, struct conv *v)
{
	const struct tensor *x = c->in[0];
	int64_t n = v->xd[0], row = n ? x->n / n : 0, *dim = op_dims(c, x, 0), *stride = op_dims(c, x, 0);
	float *moved = op_temp(c, x->bytes + 1);

	for (int i = 0; i < v->rank; i++) {
		dim[i] = v->xd[i];
		stride[i] = v->xs[i];
	}
	if (!moved || !move_run(c, &(struct move){ .dtype = DT_FLOAT, .rank = v->rank, .dim = dim,
						   .dst_stride = op_strides(c, v->rank, dim), .src_stride = stride,
						   .dst = moved, .src = x->data }))
		return false;
	memcpy(v->xs, op_strides(c, v->rank, dim), (size_t)v->rank * sizeof(*v->xs));
	return sums_dynamic(c, &v->s, moved, n, row);
}

static bool conv(struct op_ctx *c, struct conv *v, const int64_t *dim, bool hybrid)
{
	const int64_t *stride = op_strides(c, v->rank, dim);

	v->s.out = op_out(c, 0, hybrid ? DT_FLOAT : DT_QINT32, v->rank, dim);
	for (int i = 0; i < v->rank; i++)
		v->os[i] = stride[v->out_at.at[i]];
	if (!v->s.out || !sums_scales(c, &v->s, hybrid, v->od[1]) || (hybrid && !conv_dynamic(c, v)))
		return false;
	tiles_run(v->s.out->n, 1 + TILE_ELEMS / (space_of(v->yd, v->rank) * v->yd[1] + 1), conv_tile, v);
	return true;
}

/* Shapes, axes and scales, in TensorFlow's order; at: where the right side's scales are. */
static bool conv_checked(struct op_ctx *c, struct conv *v, struct sv pad, int at, int64_t *dim)
{
	int64_t axis, out_axis;

	if (!conv_shape(c, v, pad) || (at == 4 && !scalars_left(c)) ||
	    !conv_axis(c, "rhs_quantization_axis", v->y_at.at[0], "kernel_output_feature_dimension", &axis) ||
	    !uq_fits(c, v->rank, c->in[1]->dim, at, axis))
		return false;
	if (at == 4 &&
	    !conv_axis(c, "output_quantization_axis", v->out_at.at[1], "output_feature_dimension", &out_axis))
		return false;
	if (!conv_sizes(c, v))
		return false;
	for (int i = 0; i < v->rank; i++)
		dim[v->out_at.at[i]] = v->od[i];
	if (at != 4)
		return true;
	return uq_fits(c, v->rank, dim, 6, out_axis) &&
	       (c->in[4]->rank || !c->in[6]->rank ||
		op_invalid(c, "If rhs is per-tensor quantized, output must be also per-tensor quantized. Given output "
			   "scales/zero_points of rank %d", c->in[6]->rank));
}

static bool run_conv(struct op_ctx *c)
{
	struct conv v = { 0 };
	int64_t dim[SPACE];
	struct sv pad = { NULL, 0 };
	uint32_t n;

	return pad_attr(c, &pad, &n) && uq_attr(c, "output_quantization_min_val", &v.s.min) &&
	       uq_attr(c, "output_quantization_max_val", &v.s.max) && axis_is(c, "lhs_quantization_axis", false) &&
	       positives(c) && conv_checked(c, &v, pad, 4, dim) && conv(c, &v, dim, false);
}

static bool run_conv_hybrid(struct op_ctx *c)
{
	struct conv v = { 0 };
	int64_t dim[SPACE];
	struct sv pad = { NULL, 0 };
	uint32_t n;

	if (!pad_attr(c, &pad, &n))
		return false;
	if (!uq_positive(c->in[2]))
		return op_invalid(c, "rhs scales elements must be all positive.");
	return conv_checked(c, &v, pad, 2, dim) && conv(c, &v, dim, true);
}

#define Q8 DM(DT_QINT8)
#define F32 DM(DT_FLOAT)
static const struct op_row rows[] = {
	{ .name = "UniformQuantizedConvolution", .n_in = 8, .n_out = 1,
	  .types = { { "Tin", Q8 }, { "Tout", DM(DT_QINT32) } }, .run = run_conv },
	{ .name = "UniformQuantizedConvolutionHybrid", .n_in = 4, .n_out = 1,
	  .types = { { "Tlhs", F32 }, { "Trhs", Q8 }, { "Tout", F32 } }, .run = run_conv_hybrid },
	{ .name = "UniformQuantizedDot", .n_in = 8, .n_out = 1,
	  .types = { { "Tin", Q8 }, { "Tout", DM(DT_QINT32) } }, .run = run_dot },
	{ .name = "UniformQuantizedDotHybrid", .n_in = 4, .n_out = 1,
	  .types = { { "Tlhs", F32 }, { "Trhs", Q8 }, { "Tout", F32 } }, .run = run_dot_hybrid },
};

OP_FAMILY(family_uniform_conv, rows);
