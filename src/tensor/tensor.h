/*
 * Tensors: immutable once published, refcounted, row-major, 64-byte aligned where smtui allocated
 * them (mapped or borrowed bytes may have any alignment a dtype's size allows). Header and bytes are
 * separate, so that a reshape shares the bytes.
 *
 *   struct tensor { refs, dtype, rank, n, dim[rank] } --> struct tbuf { refs, data, bytes, release }
 *
 * Ownership: tensor_new and friends give one reference; tensor_ref gives another; tensor_unref takes
 * one. Everything else borrows. A tensor may be written only by whoever made it, before it is
 * published, or when tensor_writable says that nobody else holds header or bytes.
 */
#ifndef TENSOR_TENSOR_H
#define TENSOR_TENSOR_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"
#include "tensor/dtype.h"
#include "tensor/shape.h"

struct tbuf {
	atomic_int refs;
	void *data;
	size_t bytes;
	void (*release)(struct tbuf *b);	/* frees data; NULL: nothing to free */
	void *ctx;				/* release's */
	bool wrapped;				/* somebody else's memory (a mapped file): read only */
};

struct tensor {
	atomic_int refs;
	enum dtype dtype;		/* never a reference type */
	int rank;
	int64_t n;			/* elements */
	size_t bytes;			/* n * element size */
	void *data;			/* == buf->data (+ offset for a view) */
	struct tbuf *buf;
	uint64_t tag;			/* of who looks at a run (the debugger's edits); kernels never ask */
	int64_t dim[];
};

/* An element of a DT_STRING tensor. p is malloc'd and owned by the tensor; NULL when n == 0. */
struct tstr {
	size_t n;
	char *p;
};

/* An element of a DT_RESOURCE or DT_VARIANT tensor is a struct object *, one reference each (NULL
 * for an empty variant). Whoever defines a kind of object embeds this as its first field. */
struct object {
	atomic_int refs;
	const struct object_class *cls;
};

struct object_class {
	const char *name;			/* "variable", "hash table", "TensorList" ... */
	void (*destroy)(struct object *o);	/* called when the last reference goes */
	void (*describe)(const struct object *o, struct str *out);	/* one line; may be NULL */
};

static inline struct object *object_ref(struct object *o)
{
	if (o)
		atomic_fetch_add_explicit(&o->refs, 1, memory_order_relaxed);
	return o;
}
void object_unref(struct object *o);	/* NULL is fine */

/* Fresh, bytes uninitialised (strings, resources and variants: zeroed). rank 0: dim may be NULL.
 * NULL with an error on overflow or when memory is refused. */
struct tensor *tensor_new(enum dtype t, int rank, const int64_t *dim, struct err *err);
struct tensor *tensor_zeros(enum dtype t, int rank, const int64_t *dim, struct err *err);
/* Same bytes under another shape (and possibly another dtype of the same size); n must fit. */
struct tensor *tensor_view(struct tensor *src, enum dtype t, int rank, const int64_t *dim,
			   struct err *err);
/* Rows [from, to) of the first dimension, sharing the bytes. */
struct tensor *tensor_rows(struct tensor *src, int64_t from, int64_t to, struct err *err);
/* Wraps memory that somebody else owns until release(b) is called; it is never written. */
struct tensor *tensor_wrap(enum dtype t, int rank, const int64_t *dim, void *data,
			   void (*release)(struct tbuf *b), void *ctx, struct err *err);
struct tensor *tensor_copy(const struct tensor *src, struct err *err);	/* deep for strings */

static inline struct tensor *tensor_ref(struct tensor *t)
{
	if (t)
		atomic_fetch_add_explicit(&t->refs, 1, memory_order_relaxed);
	return t;
}
void tensor_unref(struct tensor *t);	/* NULL is fine */

static inline bool tensor_writable(const struct tensor *t)
{
	return atomic_load(&t->refs) == 1 && t->buf && !t->buf->wrapped &&
	       atomic_load(&t->buf->refs) == 1;
}

static inline struct shape tensor_shape(const struct tensor *t)
{
	return (struct shape){ t->rank, t->dim };
}

/* Scalars and small helpers. */
struct tensor *tensor_scalar_i64(enum dtype t, int64_t v, struct err *err);	/* any real type */
struct tensor *tensor_scalar_f64(enum dtype t, double v, struct err *err);
struct tensor *tensor_scalar_str(struct sv v, struct err *err);
bool tensor_str_set(struct tensor *t, int64_t i, struct sv v, struct err *err);	/* copies */
struct sv tensor_str(const struct tensor *t, int64_t i);	/* borrows */
/* Element i of a real or bool tensor as double / int64 (complex: real part); 0 for others. */
double tensor_get_f64(const struct tensor *t, int64_t i);
int64_t tensor_get_i64(const struct tensor *t, int64_t i);
/* dtype, shape and every bit equal (strings by content). */
bool tensor_same(const struct tensor *a, const struct tensor *b);
/* Casts as numpy's astype does (float to int truncates, int wraps). strings: only to strings. */
struct tensor *tensor_cast(const struct tensor *src, enum dtype to, struct err *err);

#endif
