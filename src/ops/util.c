/*
 * Helpers of kernels: outputs, errors, integer inputs, windows, tiles. See op.h and kernel.h.
 */
#include "ops/array.h"

#include <stdlib.h>
#include <string.h>

#include "base/pool.h"
#include "base/str.h"
#include "ops/loops.h"

bool op_fail(struct op_ctx *c, enum err_code code, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(c->err, ERR_KIND_OP, code, fmt, ap);
	va_end(ap);
	return false;
}

bool op_invalid(struct op_ctx *c, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	err_vset(c->err, ERR_KIND_OP, ERR_INVALID_ARGUMENT, fmt, ap);
	va_end(ap);
	return false;
}

const char *op_shape(struct op_ctx *c, int rank, const int64_t *dim)
{
	struct str s = STR_INIT;
	struct sv copy;

	shape_str(&s, (struct shape){ rank, dim });
	copy = arena_sv(c->scratch, str_sv(&s));
	str_free(&s);
	return copy.p;
}

const char *op_in_shape(struct op_ctx *c, int i)
{
	return op_shape(c, c->in[i]->rank, c->in[i]->dim);
}

int64_t *op_dims(struct op_ctx *c, const struct tensor *t, int extra)
{
	int64_t *d = arena_array(c->scratch, (size_t)(t->rank + extra + 1), sizeof(*d));

	if (t->rank)
		memcpy(d, t->dim, (size_t)t->rank * sizeof(*d));
	return d;
}

int64_t *op_strides(struct op_ctx *c, int rank, const int64_t *dim)
{
	int64_t *s = arena_array(c->scratch, (size_t)rank + 1, sizeof(*s));
	uint64_t step = 1;		/* wraps only where a tensor has no elements */

	for (int i = rank - 1; i >= 0; i--) {
		s[i] = (int64_t)step;
		step *= (uint64_t)dim[i];
	}
	return s;
}

const char *op_list(struct op_ctx *c, const int64_t *v, int64_t n, const char *between)
{
	struct str s = STR_INIT;
	struct sv copy;

	for (int64_t i = 0; i < n; i++)
		str_addf(&s, "%s%lld", i ? between : "", (long long)v[i]);
	copy = arena_sv(c->scratch, str_sv(&s));
	str_free(&s);
	return copy.p ? copy.p : "";
}

const char *op_place(struct op_ctx *c, int rank, const int64_t *dim, int64_t i)
{
	int64_t at[SHAPE_MAX_RANK];

	if (rank == 0)
		return "";
	for (int d = rank - 1; d >= 0; d--) {
		at[d] = i % dim[d];
		i /= dim[d];
	}
	return arena_printf(c->scratch, "[%s]", op_list(c, at, rank, ","));
}

struct tensor *op_out(struct op_ctx *c, int i, enum dtype t, int rank, const int64_t *dim)
{
	struct tensor *o;

	if (rank > SHAPE_MAX_RANK) {
		op_invalid(c, "Shape must be at most rank %d but is rank %d", SHAPE_MAX_RANK, rank);
		return NULL;
	}
	o = tensor_new(t, rank, dim, c->err);
	tensor_unref(c->out[i]);
	c->out[i] = o;
	return o;
}

struct tensor *op_out_like(struct op_ctx *c, int i, const struct tensor *like)
{
	return op_out(c, i, like->dtype, like->rank, like->dim);
}

struct tensor *op_out_reuse(struct op_ctx *c, int i, int j, enum dtype t, int rank,
			    const int64_t *dim)
{
	struct tensor *in = c->in[j];
	if (!c->may_reuse || in->dtype != t || in->n != dims_mul(dim, 0, rank) || !tensor_writable(in) ||
	    dtype_info(t)->kind == DK_STRING || dtype_info(t)->kind == DK_OBJECT)
		return op_out(c, i, t, rank, dim);
	if (shape_eq(tensor_shape(in), (struct shape){ rank, dim }))
		return c->out[i] = tensor_ref(in);
	return c->out[i] = tensor_view(in, t, rank, dim, c->err);
}

bool op_out_view(struct op_ctx *c, int i, int j, int rank, const int64_t *dim)
{
	struct tensor *in = c->in[j];

	if (rank > SHAPE_MAX_RANK)
		return op_invalid(c, "Shape must be at most rank %d but is rank %d", SHAPE_MAX_RANK,
				  rank);
	if (shape_eq(tensor_shape(in), (struct shape){ rank, dim }))
		c->out[i] = tensor_ref(in);
	else
		c->out[i] = tensor_view(in, in->dtype, rank, dim, c->err);
	return c->out[i] != NULL;
}

bool op_out_ref(struct op_ctx *c, int i, struct tensor *t)
{
	c->out[i] = tensor_ref(t);
	return true;
}

const int64_t *op_ints(struct op_ctx *c, int i)
{
	const struct tensor *t = c->in[i];
	size_t bytes;
	int64_t *v;

	if (t->dtype == DT_INT64)
		return t->data;
	if (!size_mul((size_t)t->n, sizeof(*v), &bytes)) {
		op_invalid(c, "input %d is too large", i);
		return NULL;
	}
	v = op_temp(c, bytes);
	if (v && t->dtype == DT_INT32)
		for (int64_t k = 0; k < t->n; k++)
			v[k] = ((const int32_t *)t->data)[k];
	else if (v)
		for (int64_t k = 0; k < t->n; k++)
			v[k] = tensor_get_i64(t, k);
	return v;
}

const int64_t *op_shape_in(struct op_ctx *c, int i)
{
	const int64_t *dim;
	int64_t n = 1;

	if (c->in[i]->n > SHAPE_MAX_RANK) {
		op_invalid(c, "Too many dimensions in tensor");
		return NULL;
	}
	dim = op_ints(c, i);
	for (int64_t d = 0; dim && d < c->in[i]->n; d++) {
		if (dim[d] < 0) {
			op_invalid(c, "Dimension %lld must be >= 0", (long long)dim[d]);
			return NULL;
		}
		if (__builtin_mul_overflow(n, dim[d], &n)) {
			op_invalid(c, "Shape [%s] would have more than 2**63 - 1 elements",
				   op_list(c, dim, c->in[i]->n, ","));
			return NULL;
		}
	}
	return dim;
}

bool op_int_vec(struct op_ctx *c, int i, const int64_t **v, int64_t *n)
{
	if (c->in[i]->rank > 1)
		return op_invalid(c, "input %d must be a scalar or a vector, got shape %s", i,
				  op_in_shape(c, i));
	*n = c->in[i]->n;
	*v = op_ints(c, i);
	return *v != NULL;
}

bool op_int_scalar(struct op_ctx *c, int i, int64_t *v)
{
	if (c->in[i]->n != 1)
		return op_invalid(c, "input %d must be a scalar, got shape %s", i, op_in_shape(c, i));
	*v = tensor_get_i64(c->in[i], 0);
	return true;
}

/* ---- memory until the kernel returns ---- */

struct op_temp {
	struct op_temp *next;
	void *p;
	size_t bytes;
	struct tensor *t;
};

void *op_temp(struct op_ctx *c, size_t bytes)
{
	void *p = big_alloc(bytes, c->err);
	struct op_temp *m;

	if (!p)
		return NULL;
	m = xcalloc(1, sizeof(*m));
	*m = (struct op_temp){ .next = c->temps, .p = p, .bytes = bytes };
	c->temps = m;
	return p;
}

void op_hold(struct op_ctx *c, struct tensor *t)
{
	struct op_temp *m = xcalloc(1, sizeof(*m));

	*m = (struct op_temp){ .next = c->temps, .t = t };
	c->temps = m;
}

void op_temps_free(struct op_ctx *c)
{
	while (c->temps) {
		struct op_temp *m = c->temps;

		c->temps = m->next;
		if (m->p)
			big_free(m->p, m->bytes);
		tensor_unref(m->t);
		free(m);
	}
}

/* ---- attributes ---- */

bool attr_missing(const struct node *n, const char *name, struct err *err)
{
	return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT,
		       "%.*s: attr '%s' is missing or of another type", SV_ARG(n->op), name);
}

bool attr_ints(const struct node *n, const char *name, struct arena *a, const int64_t **v,
	       int *count, struct err *err)
{
	const struct attr_value *items;
	uint32_t k;
	int64_t *copy;

	if (!node_attr_list(n, name, &items, &k))
		return attr_missing(n, name, err);
	copy = arena_array(a, (size_t)k + 1, sizeof(*copy));
	for (uint32_t i = 0; i < k; i++)
		copy[i] = items[i].i;
	*v = copy;
	*count = (int)k;
	return true;
}

bool padding_attr(const struct node *n, enum padding *p, struct err *err)
{
	struct sv s;

	if (!node_attr_str(n, "padding", &s))
		return attr_missing(n, "padding", err);
	if (sv_is(s, "SAME"))
		*p = PAD_SAME;
	else if (sv_is(s, "VALID"))
		*p = PAD_VALID;
	else if (sv_is(s, "EXPLICIT"))
		*p = PAD_EXPLICIT;
	else
		return err_set(err, ERR_KIND_MODEL, ERR_INVALID_ARGUMENT, "Invalid padding '%.*s'",
			       SV_ARG(s));
	return true;
}

/* No extent, stride or padding beyond this, so that sums of a few of them cannot overflow. */
#define WINDOW_MAX (INT64_C(1) << 58)

bool window_size(struct op_ctx *c, int64_t in, int64_t filter, int64_t dilation, int64_t stride,
		 enum padding p, int64_t *out, int64_t *before, int64_t *after)
{
	int64_t span, need;

	if (stride <= 0)
		return op_invalid(c, "Stride must be > 0, but got %lld", (long long)stride);
	if (dilation < 1)
		return op_invalid(c, "Dilation rate must be >= 1, but got %lld", (long long)dilation);
	if (filter < 1 || stride > WINDOW_MAX || in > WINDOW_MAX ||
	    __builtin_mul_overflow(filter - 1, dilation, &span) || ++span > WINDOW_MAX)
		return op_invalid(c, "window of %lld with dilation %lld is out of range",
				  (long long)filter, (long long)dilation);
	switch (p) {
	case PAD_VALID:
		*before = *after = 0;
		/* fall through */
	case PAD_EXPLICIT:
		if (*before < 0 || *after < 0 || *before > WINDOW_MAX || *after > WINDOW_MAX)
			return op_invalid(c, "padding is out of range");
		*out = (in + *before + *after - span + stride) / stride;
		break;
	case PAD_SAME:
		*out = in / stride + (in % stride != 0);
		need = (*out - 1) * stride + span - in;
		if (need < 0 || *out == 0)
			need = 0;
		*before = need / 2;
		*after = need - *before;
		break;
	}
	if (*out < 0)
		return op_invalid(c, "Computed output size would be negative: %lld [input_size: %lld, "
				  "effective_filter_size: %lld, stride: %lld]", (long long)*out,
				  (long long)in, (long long)span, (long long)stride);
	return true;
}

/* ---- tiles ---- */

struct tiles {
	int64_t n, per;
	void (*fn)(void *ctx, int64_t from, int64_t to);
	void *ctx;
};

static void tiles_one(void *ctx, size_t i)
{
	const struct tiles *t = ctx;
	int64_t from = (int64_t)i * t->per, to = from + t->per;

	t->fn(t->ctx, from, to < t->n ? to : t->n);
}

void tiles_run(int64_t n, int64_t grain, void (*fn)(void *ctx, int64_t from, int64_t to), void *ctx)
{
	struct tiles t = { n, grain < 1 ? 1 : grain, fn, ctx };

	if (n <= 0)
		return;
	if (n <= t.per)
		fn(ctx, 0, n);
	else
		pool_run((size_t)((n + t.per - 1) / t.per), tiles_one, &t);
}

/* ---- half and bfloat16 ---- */

void low_to_float(enum dtype t, float *dst, const void *src, int64_t n)
{
	if (t == DT_HALF)
		loops()->half_to_f32(dst, src, n);
	else
		loops()->bf16_to_f32(dst, src, n);
}

void low_of_float(enum dtype t, void *dst, const float *src, int64_t n)
{
	if (t == DT_HALF)
		loops()->f32_to_half(dst, src, n);
	else
		loops()->f32_to_bf16(dst, src, n);
}

const float *op_in_float(struct op_ctx *c, int i)
{
	const struct tensor *t = c->in[i];
	struct tensor *f;

	if (t->dtype == DT_FLOAT)
		return t->data;
	f = tensor_new(DT_FLOAT, t->rank, t->dim, c->err);
	if (!f)
		return NULL;
	low_to_float(t->dtype, f->data, t->data, t->n);
	op_hold(c, f);
	return f->data;
}
