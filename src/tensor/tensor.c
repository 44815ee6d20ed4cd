/* Tensors; see tensor.h for the layout. */
#include "tensor/tensor.h"

#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void object_unref(struct object *o)
{
	if (o && atomic_fetch_sub_explicit(&o->refs, 1, memory_order_acq_rel) == 1)
		o->cls->destroy(o);
}

/* ---- buffers ---- */

static void release_plain(struct tbuf *b)
{
	big_free(b->data, b->bytes);
}

static void release_strings(struct tbuf *b)
{
	struct tstr *s = b->data;

	for (size_t i = 0; i < b->bytes / sizeof(*s); i++)
		free(s[i].p);
	big_free(b->data, b->bytes);
}

static void release_objects(struct tbuf *b)
{
	struct object **o = b->data;

	for (size_t i = 0; i < b->bytes / sizeof(*o); i++)
		object_unref(o[i]);
	big_free(b->data, b->bytes);
}

static void buf_unref(struct tbuf *b)
{
	if (atomic_fetch_sub_explicit(&b->refs, 1, memory_order_acq_rel) != 1)
		return;
	if (b->release)
		b->release(b);
	free(b);
}

static struct tbuf *buf_new(void *data, size_t bytes, void (*release)(struct tbuf *), void *ctx)
{
	struct tbuf *b = xmalloc(sizeof(*b));

	atomic_init(&b->refs, 1);
	b->data = data;
	b->bytes = bytes;
	b->release = release;
	b->ctx = ctx;
	b->wrapped = false;
	return b;
}

/* ---- headers ---- */

/* Everything but data and buf. NULL with an error when the shape or the type cannot be. */
static struct tensor *header_new(enum dtype t, int rank, const int64_t *dim, struct err *err)
{
	size_t size = dtype_info(t)->size, bytes;
	struct tensor *h;
	int64_t n;

	if (!size || dtype_is_ref(t)) {
		err_set(err, ERR_KIND_UNSUPPORTED, ERR_UNIMPLEMENTED, "no tensor can have dtype %d", (int)t);
		return NULL;
	}
	if (!shape_count(rank, dim, &n, err))
		return NULL;
	if ((uint64_t)n > SIZE_MAX || !size_mul((size_t)n, size, &bytes) || bytes > INT64_MAX) {
		err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
			"%" PRId64 " elements of %zu bytes are too many", n, size);
		return NULL;
	}
	h = xmalloc(sizeof(*h) + (size_t)rank * sizeof(h->dim[0]));
	atomic_init(&h->refs, 1);
	h->dtype = t;
	h->rank = rank;
	h->n = n;
	h->bytes = bytes;
	h->tag = 0;
	if (rank)
		memcpy(h->dim, dim, (size_t)rank * sizeof(h->dim[0]));
	return h;
}

struct tensor *tensor_new(enum dtype t, int rank, const int64_t *dim, struct err *err)
{
	struct tensor *h = header_new(t, rank, dim, err);
	enum dtype_kind kind = dtype_info(t)->kind;

	if (!h)
		return NULL;
	h->data = big_alloc(h->bytes, err);
	if (!h->data) {
		free(h);
		return NULL;
	}
	if (kind == DK_STRING || kind == DK_OBJECT)
		memset(h->data, 0, h->bytes);
	h->buf = buf_new(h->data, h->bytes, kind == DK_STRING ? release_strings :
			 kind == DK_OBJECT ? release_objects : release_plain, NULL);
	return h;
}

struct tensor *tensor_zeros(enum dtype t, int rank, const int64_t *dim, struct err *err)
{
	struct tensor *h = tensor_new(t, rank, dim, err);

	if (h)
		memset(h->data, 0, h->bytes);
	return h;
}

struct tensor *tensor_wrap(enum dtype t, int rank, const int64_t *dim, void *data,
			   void (*release)(struct tbuf *b), void *ctx, struct err *err)
{
	struct tensor *h = header_new(t, rank, dim, err);

	if (!h)
		return NULL;
	h->data = data;
	h->buf = buf_new(data, h->bytes, release, ctx);
	h->buf->wrapped = true;
	return h;
}

static struct tensor *share(struct tensor *h, struct tensor *src, size_t offset)
{
	h->data = (char *)src->data + offset;
	h->buf = src->buf;
	atomic_fetch_add_explicit(&src->buf->refs, 1, memory_order_relaxed);
	return h;
}

struct tensor *tensor_view(struct tensor *src, enum dtype t, int rank, const int64_t *dim,
			   struct err *err)
{
	struct tensor *h = header_new(t, rank, dim, err);

	if (!h)
		return NULL;
	if (h->bytes != src->bytes || dtype_info(t)->size != dtype_info(src->dtype)->size ||
	    (dtype_info(t)->kind != dtype_info(src->dtype)->kind &&
	     dtype_info(src->dtype)->kind >= DK_STRING && dtype_info(src->dtype)->kind != DK_QUANT)) {
		err_set(err, ERR_KIND_OP, ERR_INVALID_ARGUMENT,
			"a view of %zu bytes on a tensor of %zu", h->bytes, src->bytes);
		free(h);
		return NULL;
	}
	return share(h, src, 0);
}

struct tensor *tensor_rows(struct tensor *src, int64_t from, int64_t to, struct err *err)
{
	int64_t dim[SHAPE_MAX_RANK];
	struct tensor *h;

	if (src->rank < 1 || from < 0 || to < from || to > src->dim[0]) {
		err_set(err, ERR_KIND_OP, ERR_OUT_OF_RANGE, "rows %" PRId64 " to %" PRId64
			" of a tensor that has %" PRId64, from, to, src->rank ? src->dim[0] : 0);
		return NULL;
	}
	memcpy(dim, src->dim, (size_t)src->rank * sizeof(dim[0]));
	dim[0] = to - from;
	h = header_new(src->dtype, src->rank, dim, err);
	if (!h)
		return NULL;
	return share(h, src, src->dim[0] ? src->bytes / (size_t)src->dim[0] * (size_t)from : 0);
}

void tensor_unref(struct tensor *t)
{
	if (!t || atomic_fetch_sub_explicit(&t->refs, 1, memory_order_acq_rel) != 1)
		return;
	buf_unref(t->buf);
	free(t);
}

struct tensor *tensor_copy(const struct tensor *src, struct err *err)
{
	struct tensor *t = tensor_new(src->dtype, src->rank, src->dim, err);
	enum dtype_kind kind = dtype_info(src->dtype)->kind;

	if (!t)
		return NULL;
	if (kind == DK_STRING) {
		for (int64_t i = 0; i < src->n; i++) {
			if (!tensor_str_set(t, i, tensor_str(src, i), err)) {
				tensor_unref(t);
				return NULL;
			}
		}
	} else if (kind == DK_OBJECT) {
		for (int64_t i = 0; i < src->n; i++)
			((struct object **)t->data)[i] = object_ref(((struct object **)src->data)[i]);
	} else {
		memcpy(t->data, src->data, src->bytes);
	}
	return t;
}

/* ---- strings ---- */

bool tensor_str_set(struct tensor *t, int64_t i, struct sv v, struct err *err)
{
	struct tstr *s = (struct tstr *)t->data + i;
	char *p = NULL;

	if (v.n) {
		p = malloc(v.n);
		if (!p)
			return err_set(err, ERR_KIND_LIMIT, ERR_RESOURCE_EXHAUSTED,
				       "no memory for a string of %zu bytes", v.n);
		memcpy(p, v.p, v.n);
	}
	free(s->p);
	*s = (struct tstr){ v.n, p };
	return true;
}

struct sv tensor_str(const struct tensor *t, int64_t i)
{
	const struct tstr *s = (const struct tstr *)t->data + i;

	return (struct sv){ s->n ? s->p : "", s->n };
}

/* ---- elements ---- */

static float float8_to_float(uint8_t b, int exp_bits)
{
	int man_bits = 7 - exp_bits, bias = (1 << (exp_bits - 1)) - 1;
	int e = b >> man_bits & ((1 << exp_bits) - 1), m = b & ((1 << man_bits) - 1);
	float f;

	if (exp_bits == 5 && e == 31)
		f = m ? NAN : INFINITY;
	else if (exp_bits == 4 && e == 15 && m == 7)
		f = NAN;		/* e4m3fn: finite numbers and NaN only */
	else if (e == 0)
		f = ldexpf((float)m, 1 - bias - man_bits);
	else
		f = ldexpf((float)(m | 1 << man_bits), e - bias - man_bits);
	return b & 0x80 ? -f : f;
}

double tensor_get_f64(const struct tensor *t, int64_t i)
{
	const void *d = t->data;

	switch (t->dtype) {
	case DT_FLOAT:
	case DT_COMPLEX64:
		return ((const float *)d)[t->dtype == DT_FLOAT ? i : 2 * i];
	case DT_DOUBLE:
	case DT_COMPLEX128:
		return ((const double *)d)[t->dtype == DT_DOUBLE ? i : 2 * i];
	case DT_HALF:
		return (double)half_to_float(((const uint16_t *)d)[i]);
	case DT_BFLOAT16:
		return (double)bf16_to_float(((const uint16_t *)d)[i]);
	case DT_FLOAT8_E5M2:
		return (double)float8_to_float(((const uint8_t *)d)[i], 5);
	case DT_FLOAT8_E4M3FN:
		return (double)float8_to_float(((const uint8_t *)d)[i], 4);
	case DT_UINT64:
		return (double)((const uint64_t *)d)[i];
	default:
		return (double)tensor_get_i64(t, i);
	}
}

/* Truncates; NaN and what does not fit give the nearest end or 0, never undefined behaviour. */
static int64_t i64_of(double v)
{
	if (isnan(v))
		return 0;
	if (v >= 0x1p63)
		return INT64_MAX;
	return v < -0x1p63 ? INT64_MIN : (int64_t)v;
}

int64_t tensor_get_i64(const struct tensor *t, int64_t i)
{
	const void *d = t->data;

	switch (t->dtype) {
	case DT_INT8:
	case DT_QINT8:
		return ((const int8_t *)d)[i];
	case DT_INT4:			/* in the low bits of a byte; the others may be anything */
		return ((((const uint8_t *)d)[i] & 15) ^ 8) - 8;
	case DT_UINT4:
		return ((const uint8_t *)d)[i] & 15;
	case DT_UINT8:
	case DT_QUINT8:
	case DT_BOOL:
		return ((const uint8_t *)d)[i];
	case DT_INT16:
	case DT_QINT16:
		return ((const int16_t *)d)[i];
	case DT_UINT16:
	case DT_QUINT16:
		return ((const uint16_t *)d)[i];
	case DT_INT32:
	case DT_QINT32:
		return ((const int32_t *)d)[i];
	case DT_UINT32:
		return ((const uint32_t *)d)[i];
	case DT_INT64:
	case DT_UINT64:
		return ((const int64_t *)d)[i];
	case DT_FLOAT:
	case DT_DOUBLE:
	case DT_HALF:
	case DT_BFLOAT16:
	case DT_FLOAT8_E5M2:
	case DT_FLOAT8_E4M3FN:
	case DT_COMPLEX64:
	case DT_COMPLEX128:
		return i64_of(tensor_get_f64(t, i));
	default:
		return 0;
	}
}

static bool set_i64(struct tensor *t, int64_t i, int64_t v)
{
	void *d = t->data;

	switch (t->dtype) {
	case DT_INT8: case DT_UINT8: case DT_QINT8: case DT_QUINT8: case DT_INT4: case DT_UINT4:
		((uint8_t *)d)[i] = (uint8_t)v;
		return true;
	case DT_BOOL:
		((uint8_t *)d)[i] = v != 0;
		return true;
	case DT_INT16: case DT_UINT16: case DT_QINT16: case DT_QUINT16:
		((uint16_t *)d)[i] = (uint16_t)v;
		return true;
	case DT_INT32: case DT_UINT32: case DT_QINT32:
		((uint32_t *)d)[i] = (uint32_t)v;
		return true;
	case DT_INT64: case DT_UINT64:
		((int64_t *)d)[i] = v;
		return true;
	default:
		return false;
	}
}

/* Complex types get a zero imaginary part. */
static bool set_f64(struct tensor *t, int64_t i, double v)
{
	switch (t->dtype) {
	case DT_FLOAT:
		((float *)t->data)[i] = (float)v;
		return true;
	case DT_DOUBLE:
		((double *)t->data)[i] = v;
		return true;
	case DT_HALF:
		((uint16_t *)t->data)[i] = half_of_float((float)v);
		return true;
	case DT_BFLOAT16:
		((uint16_t *)t->data)[i] = bf16_of_float((float)v);
		return true;
	case DT_COMPLEX64:
		((float *)t->data)[2 * i] = (float)v;
		((float *)t->data)[2 * i + 1] = 0;
		return true;
	case DT_COMPLEX128:
		((double *)t->data)[2 * i] = v;
		((double *)t->data)[2 * i + 1] = 0;
		return true;
	case DT_BOOL:
		((uint8_t *)t->data)[i] = v != 0;
		return true;
	case DT_UINT64:
		((uint64_t *)t->data)[i] = v >= 0x1p63 && v < 0x1p64 ? (uint64_t)v : (uint64_t)i64_of(v);
		return true;
	default:
		return set_i64(t, i, i64_of(v));
	}
}

struct tensor *tensor_scalar_i64(enum dtype t, int64_t v, struct err *err)
{
	struct tensor *s = tensor_new(t, 0, NULL, err);

	if (s && !set_i64(s, 0, v) && !set_f64(s, 0, (double)v)) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "an integer is no %s", dtype_info(t)->name);
		tensor_unref(s);
		return NULL;
	}
	return s;
}

struct tensor *tensor_scalar_f64(enum dtype t, double v, struct err *err)
{
	struct tensor *s = tensor_new(t, 0, NULL, err);

	if (s && !set_f64(s, 0, v)) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "a number is no %s", dtype_info(t)->name);
		tensor_unref(s);
		return NULL;
	}
	return s;
}

struct tensor *tensor_scalar_str(struct sv v, struct err *err)
{
	struct tensor *s = tensor_new(DT_STRING, 0, NULL, err);

	if (s && !tensor_str_set(s, 0, v, err)) {
		tensor_unref(s);
		return NULL;
	}
	return s;
}

bool tensor_same(const struct tensor *a, const struct tensor *b)
{
	if (a->dtype != b->dtype || !shape_eq(tensor_shape(a), tensor_shape(b)))
		return false;
	if (a->dtype != DT_STRING)
		return a->bytes == 0 || memcmp(a->data, b->data, a->bytes) == 0;
	for (int64_t i = 0; i < a->n; i++)
		if (!sv_eq(tensor_str(a, i), tensor_str(b, i)))
			return false;
	return true;
}

static bool is_integral(enum dtype t)
{
	enum dtype_kind k = dtype_info(t)->kind;

	return k == DK_INT || k == DK_UINT || k == DK_BOOL || k == DK_QUANT;
}

struct tensor *tensor_cast(const struct tensor *src, enum dtype to, struct err *err)
{
	enum dtype_kind from_kind = dtype_info(src->dtype)->kind, to_kind = dtype_info(to)->kind;
	struct tensor *t;
	bool ok = true;

	if (src->dtype == to)
		return tensor_copy(src, err);
	if (from_kind >= DK_STRING || to_kind >= DK_STRING || from_kind == DK_NONE) {
		if (from_kind != DK_QUANT && to_kind != DK_QUANT) {
			err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "cannot convert %s to %s",
				dtype_info(src->dtype)->name, dtype_info(to)->name);
			return NULL;
		}
	}
	t = tensor_new(to, src->rank, src->dim, err);
	if (!t)
		return NULL;
	if (from_kind == DK_COMPLEX && to_kind == DK_COMPLEX) {
		for (int64_t i = 0; i < 2 * src->n; i++) {
			if (to == DT_COMPLEX64)
				((float *)t->data)[i] = (float)((const double *)src->data)[i];
			else
				((double *)t->data)[i] = (double)((const float *)src->data)[i];
		}
		return t;
	}
	for (int64_t i = 0; i < src->n && ok; i++)
		ok = is_integral(src->dtype) && is_integral(to) ?
			set_i64(t, i, tensor_get_i64(src, i)) : set_f64(t, i, tensor_get_f64(src, i));
	if (!ok) {
		err_set(err, ERR_KIND_INPUT, ERR_INVALID_ARGUMENT, "cannot convert %s to %s",
			dtype_info(src->dtype)->name, dtype_info(to)->name);
		tensor_unref(t);
		return NULL;
	}
	return t;
}
