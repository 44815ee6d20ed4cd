/*
 * Einsum, of one or two operands. Each operand becomes a view with one stride a label (a label that it
 * has twice takes the diagonal); labels that only it has and that the output lacks are summed away; then
 * both are matrices and the rest is a batch of products:
 *
 *   [broadcast ... batch ... free0 ... contracted ...] x [broadcast ... batch ... contracted ... free1 ...]
 *
 * Labels are numbered: letters as they come, then the dimensions of the ellipsis, right-aligned.
 */
#include <string.h>

#include "ops/kernel.h"
#include "ops/mm.h"

enum { MAX_LABELS = 3 * SHAPE_MAX_RANK, ELLIPSIS = -1 };
enum kind { BROADCAST, BATCH, FREE, CONTRACT, REDUCE };

struct operand {
	int n;				/* labels as written, ELLIPSIS among them */
	int label[SHAPE_MAX_RANK + 1];
	bool has[MAX_LABELS];
	int64_t dim[MAX_LABELS], stride[MAX_LABELS];	/* by label; a broadcast dim of one has stride 0 */
	int n_bcast;
	const void *data;
};

struct einsum {
	int n_in, named, bcast, n_labels;
	struct operand in[2], out;	/* out: labels and, later, strides */
	int64_t size[MAX_LABELS];	/* of each label; -1: not seen */
	enum dtype t;
	int map[256];			/* letter to label, -1 */
};

/* ---- the equation ---- */

static bool labels(struct op_ctx *c, struct einsum *e, struct sv s, struct operand *o)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char ch = (unsigned char)s.p[i];

		if (o->n >= SHAPE_MAX_RANK)
			return op_invalid(c, "Einsum: too many labels in '%.*s'", SV_ARG(s));
		for (int k = 0; ch == '.' && k < o->n; k++)
			if (o->label[k] == ELLIPSIS)
				return op_invalid(c, "Einsum: more than one ellipsis in '%.*s'", SV_ARG(s));
		if (ch == '.') {
			o->label[o->n++] = ELLIPSIS;
			i += 2;
			continue;
		}
		if (e->map[ch] < 0)
			e->map[ch] = e->named++;
		o->label[o->n++] = e->map[ch];
	}
	return true;
}

static size_t find(struct sv s, const char *what, size_t from)
{
	size_t n = strlen(what);

	while (from + n <= s.n && memcmp(s.p + from, what, n) != 0)
		from++;
	return from + n <= s.n ? from : s.n;
}

static bool parse(struct op_ctx *c, struct einsum *e)
{
	struct sv eq, in;
	size_t arrow, comma;

	memset(e->map, 0xff, sizeof(e->map));
	if (!node_attr_str(c->node, "equation", &eq))
		return attr_missing(c->node, "equation", c->err);
	arrow = find(eq, "->", 0);
	if (arrow == eq.n || find(eq, "->", arrow + 2) < eq.n)
		return op_invalid(c, "Expecting exactly one '->' in einsum equation: %.*s", SV_ARG(eq));
	in = sv_sub(eq, 0, arrow);
	comma = find(in, ",", 0);
	e->n_in = comma < in.n ? 2 : 1;
	if (e->n_in == 2 && find(in, ",", comma + 1) < in.n)
		return op_invalid(c, "Expecting 1 or 2 input subscripts in equation '%.*s' but got: more", SV_ARG(eq));
	if (!labels(c, e, sv_sub(in, 0, comma), &e->in[0]) ||
	    (e->n_in == 2 && !labels(c, e, sv_sub(in, comma + 1, in.n), &e->in[1])) ||
	    !labels(c, e, sv_sub(eq, arrow + 2, eq.n), &e->out))
		return false;
	if (e->n_in != c->n_in)
		return op_invalid(c, "Expected %d inputs but got: %d", e->n_in, c->n_in);
	return true;
}

static bool has_ellipsis(const struct operand *o)
{
	for (int i = 0; i < o->n; i++)
		if (o->label[i] == ELLIPSIS)
			return true;
	return false;
}

/* ---- dimensions ---- */

static bool record(struct op_ctx *c, struct einsum *e, int i, int label, int axis)
{
	int64_t d = c->in[i]->dim[axis];

	if (e->size[label] >= 0 && e->size[label] != d)
		return op_invalid(c, "Expected dimension %lld at axis %d of the input shaped %s but got dimension %lld",
				  (long long)e->size[label], axis, op_in_shape(c, i), (long long)d);
	e->size[label] = d;
	return true;
}

static bool check_rank(struct op_ctx *c, struct einsum *e, int i)
{
	struct operand *o = &e->in[i];

	if (!has_ellipsis(o)) {
		if (c->in[i]->rank != o->n)
			return op_invalid(c, "Expected input %d to have rank %d but got: %d", i, o->n, c->in[i]->rank);
		return true;
	}
	if (c->in[i]->rank + 1 < o->n)
		return op_invalid(c, "Expected input %d to have rank at least %d but got: %d", i, o->n - 1,
				  c->in[i]->rank);
	o->n_bcast = c->in[i]->rank - o->n + 1;
	e->bcast = o->n_bcast > e->bcast ? o->n_bcast : e->bcast;
	return true;
}

static bool named_sizes(struct op_ctx *c, struct einsum *e, int i)
{
	const struct operand *o = &e->in[i];
	int shift = 0;

	for (int k = 0; k < o->n; k++) {
		if (o->label[k] == ELLIPSIS)
			shift += o->n_bcast - 1;
		else if (!record(c, e, i, o->label[k], k + shift))
			return false;
	}
	return true;
}

static void put(struct operand *o, int label, int64_t dim, int64_t stride)
{
	o->has[label] = true;
	o->dim[label] = dim;
	o->stride[label] += dim == 1 ? 0 : stride;
}

/* Fills in strides by label, the ellipsis' labels right-aligned. */
static bool strides(struct op_ctx *c, struct einsum *e, int i)
{
	struct operand *o = &e->in[i];
	const int64_t *step = op_strides(c, c->in[i]->rank, c->in[i]->dim);
	int axis = 0;

	for (int k = 0; k < o->n; k++) {
		if (o->label[k] != ELLIPSIS) {
			put(o, o->label[k], c->in[i]->dim[axis], step[axis]);
			axis++;
			continue;
		}
		for (int b = 0; b < o->n_bcast; b++, axis++) {
			int label = e->named + e->bcast - o->n_bcast + b;
			int64_t d = c->in[i]->dim[axis];

			put(o, label, d, step[axis]);
			if (e->size[label] < 0 || e->size[label] == 1)
				e->size[label] = d;
			else if (d != 1 && d != e->size[label])
				return op_invalid(c, "Invalid broadcasting dimensions: %s vs. %s", op_in_shape(c, 0),
						  op_in_shape(c, 1));
		}
	}
	return true;
}

static bool dimensions(struct op_ctx *c, struct einsum *e)
{
	for (int i = 0; i < MAX_LABELS; i++)
		e->size[i] = -1;
	for (int i = 0; i < e->n_in; i++)
		if (!check_rank(c, e, i) || !named_sizes(c, e, i))
			return false;
	e->n_labels = e->named + e->bcast;
	if (e->bcast && !has_ellipsis(&e->out))
		return op_invalid(c,
				  "Output contains %d broadcasting dimension(s) but no ellipsis (...) was found in the "
				  "output subscripts.",
				  e->bcast);
	for (int i = 0; i < e->n_in; i++)
		if (!strides(c, e, i))
			return false;
	return true;
}

/* The output tensor, its strides by label. */
static struct tensor *output(struct op_ctx *c, struct einsum *e)
{
	int64_t dim[SHAPE_MAX_RANK + 1] = { 0 }, *step;
	int label[SHAPE_MAX_RANK + 1], rank = 0;
	struct tensor *out;

	for (int k = 0; k < e->out.n; k++) {
		bool all = e->out.label[k] == ELLIPSIS;

		for (int b = 0; b < (all ? e->bcast : 1); b++) {
			int l = all ? e->named + b : e->out.label[k];

			if (rank >= SHAPE_MAX_RANK || e->size[l] < 0) {
				op_invalid(c, "Einsum: the output has a label that no input has");
				return NULL;
			}
			label[rank] = l;
			dim[rank++] = e->size[l];
		}
	}
	out = op_out(c, 0, c->in[0]->dtype, rank, dim);
	if (!out)
		return NULL;
	step = op_strides(c, rank, dim);
	for (int i = 0; i < rank; i++)
		put(&e->out, label[i], dim[i], step[i]);
	return out;
}

static enum kind kind_of(const struct einsum *e, int label)
{
	bool unique = e->n_in == 1 || !e->in[0].has[label] || !e->in[1].has[label];

	if (label >= e->named)
		return BROADCAST;
	if (e->out.has[label])
		return unique ? FREE : BATCH;
	return unique ? REDUCE : CONTRACT;
}

/* ---- one operand as a matrix ---- */

/* Labels of the kinds in the order given, of those that the operand has. */
static int pick(const struct einsum *e, const struct operand *o, const enum kind *kinds, int n, int *to)
{
	int k = 0;

	for (int i = 0; i < n; i++)
		for (int l = 0; l < e->n_labels; l++)
			if (kind_of(e, l) == kinds[i] && o->has[l])
				to[k++] = l;
	return k;
}

/* Do the labels lie in that order without gaps? Then nothing has to be copied. */
static bool in_order(const struct operand *o, const int *label, int n)
{
	int64_t step = 1;

	for (int i = n - 1; i >= 0; i--) {
		if (o->dim[label[i]] != 1 && o->stride[label[i]] != step)
			return false;
		step *= o->dim[label[i]];
	}
	return true;
}

#define SUM(T, name) \
	static void name(const struct einsum *e, const struct operand *o, const int *red, int n, const void *at, void *to) \
	{ \
		int64_t total = 1; \
		T sum = 0; \
		for (int i = 0; i < n; i++) \
			total *= e->size[red[i]]; \
		for (int64_t k = 0; k < total; k++) { \
			int64_t rest = k, off = 0; \
			for (int i = n - 1; i >= 0; i--) { \
				off += rest % e->size[red[i]] * o->stride[red[i]]; \
				rest /= e->size[red[i]]; \
			} \
			sum += ((const T *)at)[off]; \
		} \
		*(T *)to = sum; \
	}
SUM(float, sum_f32)
SUM(double, sum_f64)
SUM(uint32_t, sum_i32)
SUM(uint64_t, sum_i64)
SUM(_Complex float, sum_c64)
SUM(_Complex double, sum_c128)

static void sum_one(const struct einsum *e, const struct operand *o, const int *red, int n, const void *at, void *to)
{
	switch (e->t) {
	case DT_FLOAT:
		sum_f32(e, o, red, n, at, to);
		break;
	case DT_DOUBLE:
		sum_f64(e, o, red, n, at, to);
		break;
	case DT_INT32:
		sum_i32(e, o, red, n, at, to);
		break;
	case DT_INT64:
		sum_i64(e, o, red, n, at, to);
		break;
	case DT_COMPLEX64:
		sum_c64(e, o, red, n, at, to);
		break;
	default:
		sum_c128(e, o, red, n, at, to);
	}
}

/* Copies the operand, summed over REDUCE labels, so that the labels lie in that order. */
static bool pack(struct op_ctx *c, const struct einsum *e, struct operand *o, const int *label, int n)
{
	size_t size = dtype_info(e->t)->size;
	const enum kind reduce = REDUCE;
	int red[MAX_LABELS], n_red = pick(e, o, &reduce, 1, red);
	int64_t *dim = arena_array(c->scratch, (size_t)n + 1, sizeof(*dim)), *src = op_strides(c, 0, NULL), *dst,
		total = 1;
	char *to;

	src = arena_array(c->scratch, (size_t)n + 1, sizeof(*src));
	for (int i = 0; i < n; i++) {
		dim[i] = o->dim[label[i]];
		src[i] = o->stride[label[i]];
		total *= dim[i];
	}
	dst = op_strides(c, n, dim);
	to = op_temp(c, (size_t)total * size + 1);
	if (!to)
		return false;
	if (!n_red) {
		struct move m = { e->t, n, dim, dst, src, to, o->data };

		if (total && !move_run(c, &m))
			return false;
	}
	for (int64_t k = 0; n_red && k < total; k++) {
		int64_t rest = k, off = 0;

		for (int i = n - 1; i >= 0; i--) {
			off += rest % dim[i] * src[i];
			rest /= dim[i];
		}
		sum_one(e, o, red, n_red, (const char *)o->data + off * (int64_t)size, to + (size_t)k * size);
	}
	for (int i = 0; i < n; i++)
		o->stride[label[i]] = dst[i];
	o->data = to;
	return true;
}

static bool has_reduce(const struct einsum *e, const struct operand *o)
{
	for (int l = 0; l < e->n_labels; l++)
		if (o->has[l] && kind_of(e, l) == REDUCE)
			return true;
	return false;
}

/* Makes the operand [..., rows, columns] with contracted labels last (or first: transposed), whichever
 * needs no copy. */
static bool matrix(struct op_ctx *c, const struct einsum *e, struct operand *o, bool *contract_first)
{
	static const enum kind last[] = { BROADCAST, BATCH, FREE, CONTRACT },
			       first[] = { BROADCAST, BATCH, CONTRACT, FREE };
	int label[MAX_LABELS], n;

	if (!has_reduce(e, o)) {
		n = pick(e, o, first, 4, label);
		*contract_first = true;
		if (in_order(o, label, n))
			return true;
		n = pick(e, o, last, 4, label);
		*contract_first = false;
		if (in_order(o, label, n))
			return true;
	}
	n = pick(e, o, last, 4, label);
	*contract_first = false;
	return pack(c, e, o, label, n);
}

static int64_t extent(const struct einsum *e, const struct operand *o, enum kind k)
{
	int64_t n = 1;

	for (int l = 0; l < e->n_labels; l++)
		if (o->has[l] && kind_of(e, l) == k)
			n *= o->dim[l];
	return n;
}

/* ---- products ---- */

/* Result r holds labels in the order given; moves it into the output's order, along its diagonals. */
static bool place(struct op_ctx *c, const struct einsum *e, const int *label, int n, const void *r, void *to)
{
	int64_t *dim = arena_array(c->scratch, (size_t)n + 1, sizeof(*dim)), *dst, *src;
	struct move m = { .dtype = e->t, .rank = n, .dim = dim, .dst = to, .src = r };

	dst = arena_array(c->scratch, (size_t)n + 1, sizeof(*dst));
	for (int i = 0; i < n; i++) {
		dim[i] = e->size[label[i]];
		dst[i] = e->out.stride[label[i]];
	}
	src = op_strides(c, n, dim);
	m.dst_stride = dst;
	m.src_stride = src;
	return move_run(c, &m);
}

struct job {
	struct mm mm;
	const struct einsum *e;
	const int *lead;		/* broadcast and batch labels */
	int n_lead;
	int64_t a_size, b_size;
	void *out;
	size_t size;
};

static void product(const struct job *j, int64_t i, bool tiled)
{
	const struct operand *a = &j->e->in[0], *b = &j->e->in[1];
	int64_t at = 0, bt = 0, rest = i;
	const char *x, *y;
	char *z = (char *)j->out + (size_t)(i * j->mm.m * j->mm.n) * j->size;

	for (int k = j->n_lead - 1; k >= 0; k--) {
		int l = j->lead[k];

		at += rest % j->e->size[l] * a->stride[l];
		bt += rest % j->e->size[l] * b->stride[l];
		rest /= j->e->size[l];
	}
	x = (const char *)a->data + (size_t)at * j->size;
	y = (const char *)b->data + (size_t)bt * j->size;
	if (tiled)
		mm_run_tiled(&j->mm, x, y, z);
	else
		mm_run(&j->mm, x, y, z, false);
}

static void tile(void *ctx, int64_t from, int64_t to)
{
	for (int64_t i = from; i < to; i++)
		product(ctx, i, false);
}

static bool products(struct op_ctx *c, struct job *j, int64_t batch)
{
	double each = (double)j->mm.m * (double)j->mm.n * (double)(j->mm.k + 1);

	if (each < 4e6) {
		tiles_run(batch, (int64_t)(1e6 / (each + 1)) + 1, tile, j);
		return true;
	}
	for (int64_t i = 0; i < batch; i++) {
		if (!c->world->go_on(c->world_ctx, c->err))
			return false;
		product(j, i, true);
	}
	return true;
}

static bool two(struct op_ctx *c, struct einsum *e, void *to, int64_t n_out, bool plain)
{
	struct operand *a = &e->in[0], *b = &e->in[1];
	struct job j = { .e = e, .out = to, .size = dtype_info(e->t)->size, .mm = { .t = e->t } };
	int label[MAX_LABELS], n = 0;
	int64_t batch = 1;
	bool a_first, b_first;

	for (int k = BROADCAST; k <= BATCH; k++)
		for (int l = 0; l < e->n_labels; l++)
			if (kind_of(e, l) == (enum kind)k)
				label[n++] = l, batch *= e->size[l];
	j.lead = label;
	j.n_lead = n;
	for (int i = 0; i < 2; i++)
		for (int l = 0; l < e->n_labels; l++)
			if (kind_of(e, l) == FREE && e->in[i].has[l])
				label[n++] = l;
	if (!matrix(c, e, a, &a_first) || !matrix(c, e, b, &b_first))
		return false;
	j.mm.m = extent(e, a, FREE);
	j.mm.n = extent(e, b, FREE);
	j.mm.k = extent(e, a, CONTRACT);
	j.mm.ta = a_first;
	j.mm.tb = !b_first;
	j.mm.lda = a_first ? j.mm.m : j.mm.k;
	j.mm.ldb = b_first ? j.mm.n : j.mm.k;
	j.mm.ldc = j.mm.n;
	plain = plain && in_order(&e->out, label, n);
	if (!plain && !(j.out = op_temp(c, (size_t)(batch * j.mm.m * j.mm.n) * j.size + 1)))
		return false;
	if (!products(c, &j, batch))
		return false;
	if (plain)
		return true;
	memset(to, 0, (size_t)n_out * j.size);
	return place(c, e, label, n, j.out, to);
}

static bool single(struct op_ctx *c, struct einsum *e, void *to, int64_t n_out)
{
	static const enum kind kept[] = { BROADCAST, BATCH, FREE };
	int label[MAX_LABELS], n = pick(e, &e->in[0], kept, 3, label);

	memset(to, 0, (size_t)n_out * dtype_info(e->t)->size);
	return pack(c, e, &e->in[0], label, n) && place(c, e, label, n, e->in[0].data, to);
}

static bool run_einsum(struct op_ctx *c)
{
	struct einsum *e = arena_alloc(c->scratch, sizeof(*e));
	struct tensor *out;
	int64_t once = 1;
	void *to;

	e->t = mm_type(c->in[0]->dtype);
	if (!parse(c, e) || !dimensions(c, e) || !(out = output(c, e)))
		return false;
	if (out->n == 0)
		return true;
	for (int i = 0; i < e->n_in; i++)
		if (!(e->in[i].data = mm_in(c, i)))
			return false;
	if (!(to = mm_out(c, out)))
		return false;
	for (int l = 0; l < e->n_labels; l++)
		if (e->out.has[l])
			once *= e->size[l];
	if (e->n_in == 1 ? !single(c, e, to, out->n) : !two(c, e, to, out->n, once == out->n))
		return false;
	mm_done(out, to);
	return true;
}

/* Two operands: once for each combination of labels. */
static void einsum_cost(const struct op_ctx *c, double *macs, double *bytes)
{
	struct err err = { 0 };
	struct op_ctx probe = *c;
	struct einsum *e = arena_alloc(c->scratch, sizeof(*e));

	memset(e, 0, sizeof(*e));
	probe.err = &err;
	*macs = 0;
	for (int i = 0; i < c->n_in; i++)
		*bytes += (double)c->in[i]->bytes;
	if (parse(&probe, e) && dimensions(&probe, e) && e->n_in == 2) {
		*macs = 1;
		for (int l = 0; l < e->n_labels; l++)
			*macs *= (double)e->size[l];
	}
	err_clear(&err);
}

static const struct op_row rows[] = {
	{ .name = "Einsum", .n_in = -1, .n_out = 1, .types = { { "T", DM_FLOATS | DM_INDEX | DM_COMPLEX } },
	  .run = run_einsum, .cost = einsum_cost },
};

OP_FAMILY(family_einsum, rows);
