/*
 * Python values as people type them in a call: mutate(2.0), f([1, 2], training=True),
 * g({'a': x.npy}, name='b'). Nothing is evaluated. Ownership: a pybag owns everything that was made in
 * it, tensors too; pybag_free frees.
 */
#ifndef CMD_PYVALUE_H
#define CMD_PYVALUE_H

#include "base/mem.h"
#include "base/str.h"
#include "base/vec.h"
#include "model/concrete.h"
#include "tensor/tensor.h"

enum pykind {
	PY_NONE,
	PY_BOOL,		/* i */
	PY_INT,			/* i; d when it does not fit (big) */
	PY_FLOAT,		/* d */
	PY_STR, PY_BYTES,	/* s */
	PY_TENSOR,		/* t; array: numpy's, which an input signature may convert */
	PY_LIST, PY_TUPLE,	/* item */
	PY_DICT,		/* item, key */
	PY_OTHER,		/* pv: a value of the model that cannot be typed (TensorShape ...) */
};

struct pyobj {
	enum pykind kind;
	bool array, big;
	int64_t i;
	double d;
	struct sv s;
	struct tensor *t;
	const struct pyval *pv;
	uint32_t n;
	struct pyobj *item;
	struct sv *key;
};

struct pybag {
	struct arena *arena;
	VEC(struct tensor *) tensors;
};

void pybag_init(struct pybag *b);
void pybag_free(struct pybag *b);
/* Takes t. */
struct pyobj pyobj_tensor(struct pybag *b, struct tensor *t);

struct pycall {
	struct sv name;			/* borrows from the text */
	bool has_args;			/* parentheses (or a value behind a blank) were there */
	struct pyobj args, kwargs;	/* a tuple, a dict */
};
/* "NAME", "NAME(ARGS)", "NAME VALUE, ..."; to the end of text. */
bool pycall_parse(struct pybag *b, struct sv text, struct pycall *out, struct err *err);
/* One value. */
bool pyobj_parse(struct pybag *b, struct sv text, struct pyobj *out, struct err *err);
/* A value that the model stores (a default argument). */
struct pyobj pyobj_of(struct pybag *b, const struct pyval *v);
/* Adds key to a dict; replaces. */
void pydict_put(struct pybag *b, struct pyobj *dict, struct sv key, struct pyobj v);
void pylist_push(struct pybag *b, struct pyobj *list, struct pyobj v);

/* As Python's repr; a tensor as TensorFlow shows one in a message, under that name. */
void pyobj_repr(struct str *out, const struct pyobj *v, const char *tensor_name);
/* As Python's pprint.pformat: dicts by key, lines up to 80 columns. */
void pyobj_pretty(struct str *out, const struct pyobj *v, const char *tensor_name);
/* Numbers and lists of them as a tensor of that type, as tf.convert_to_tensor does with a dtype
 * hint. Borrowed from the bag; NULL: TensorFlow would not convert it to that type. */
struct tensor *pyobj_convert(struct pybag *b, const struct pyobj *v, enum dtype want);
/* a == b in Python. */
bool pyobj_equals(const struct pyobj *a, const struct pyval *b);

#endif
