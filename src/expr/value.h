/*
 * Python values as far as inputs need them: what literals, pickles and numpy expressions give.
 * Ownership: a struct vals owns every value made in it and the tensors in them; vals_free takes it.
 * Values are never changed once they can be seen.
 */
#ifndef EXPR_VALUE_H
#define EXPR_VALUE_H

#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "tensor/tensor.h"

enum val_kind {
	VAL_NONE, VAL_ELLIPSIS, VAL_BOOL, VAL_INT, VAL_FLOAT, VAL_COMPLEX, VAL_STR, VAL_BYTES,
	VAL_LIST, VAL_TUPLE, VAL_SET, VAL_DICT,
	VAL_ARRAY,		/* an ndarray, or a numpy scalar (scalar) */
	VAL_DTYPE,		/* np.float32; i is an enum dtype */
	VAL_SLICE,		/* item: start, stop, step */
	VAL_NAME,		/* a function or a module; p is whose it is, item[0] its "self" */
	VAL_RNG,		/* p: a random generator */
};

struct val {
	enum val_kind kind;
	bool big;		/* INT beyond 127 bits: f has it */
	bool scalar;		/* ARRAY: numpy would give a scalar */
	__int128 i;		/* BOOL, INT */
	double f, im;		/* FLOAT, COMPLEX */
	struct sv s;		/* STR (UTF-8), BYTES */
	struct val **key;	/* DICT */
	struct val **item;
	size_t n;
	struct tensor *t;	/* ARRAY */
	const void *p;
};

enum { VAL_MAX_DEPTH = 64 };

struct vals {
	struct arena *a;
	VEC(struct tensor *) held;
	size_t cells;		/* values made: they are limited */
};

struct vals *vals_new(void);
void vals_free(struct vals *vs);

/* NULL with an error when there are too many. */
struct val *val_new(struct vals *vs, enum val_kind k, struct err *err);
struct val *val_int(struct vals *vs, __int128 i, struct err *err);
struct val *val_float(struct vals *vs, double f, struct err *err);
/* Copies s. */
struct val *val_text(struct vals *vs, enum val_kind k, struct sv s, struct err *err);
/* Room for n items (and keys of a DICT), to be filled by the caller. */
struct val *val_seq(struct vals *vs, enum val_kind k, size_t n, struct err *err);
/* Takes t (NULL gives NULL). */
struct val *val_array(struct vals *vs, struct tensor *t, bool scalar, struct err *err);

static inline bool val_is_seq(const struct val *v)
{
	return v->kind == VAL_LIST || v->kind == VAL_TUPLE;
}

/* Python's == for keys of a dict: numbers, strings, bytes, None, tuples. */
bool val_same(const struct val *a, const struct val *b);
/* The item of a dict by a string; NULL. */
struct val *val_get(const struct val *dict, struct sv key);

/* repr(v) and str(v); "int", "dict", "numpy.ndarray". */
void val_repr(struct str *out, const struct val *v);
void val_str(struct str *out, const struct val *v);
const char *val_type_name(const struct val *v);

/* numpy.asarray(v, dtype): gives. want DT_INVALID: the dtype that numpy finds. Errors are Python's
 * ("ValueError: could not convert string to float: 'abc'"). */
struct tensor *val_to_tensor(const struct val *v, enum dtype want, struct err *err);

#endif
