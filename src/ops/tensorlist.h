/*
 * TensorLists: what a variant scalar points to. Immutable once in a tensor; a changed list is a new object
 * over the same persistent vector. Ownership: a list owns its shape and its elements; tlist_new and
 * tlist_like give; tlist_tensor takes.
 */
#ifndef OPS_TENSORLIST_H
#define OPS_TENSORLIST_H

#include "ops/kernel.h"
#include "ops/plist.h"

struct tlist {
	struct object o;
	enum dtype dtype;
	int64_t max;			/* elements it may hold, -1: any number */
	struct plist v;
	struct shape shape;		/* of the elements, as far as known */
	int64_t dim[];
};

/* TF_CALL_POD_STRING_TYPES, quantized types and variant. */
#define DM_LIST                                                                                              \
	(DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_QINT8) | DM(DT_QUINT8) | DM(DT_QINT16) |             \
	 DM(DT_QUINT16) | DM(DT_QINT32) | DM(DT_VARIANT))

struct tlist *tlist_new(enum dtype t, struct shape s, int64_t max);
struct tlist *tlist_like(const struct tlist *l);	/* same elements */
/* The list behind a variant, or NULL. */
struct tlist *tlist_of(struct object *o);
/* Input i as a list; NULL with TensorFlow's error. */
struct tlist *tlist_in(struct op_ctx *c, int i);
/* Output i: a variant scalar that points to o. */
bool variant_out(struct op_ctx *c, int i, struct object *o);
bool tlist_same_type(struct op_ctx *c, const struct tlist *l);
enum dtype tlist_attr_type(struct op_ctx *c);

/* A shape from input i: a vector, -1 is unknown; the scalar -1 is an unknown rank. */
bool pshape_in(struct op_ctx *c, int i, struct shape *s);
bool pshape_merge(struct op_ctx *c, struct shape a, struct shape b, struct shape *out);
/* Input i merged with the list's own. */
bool pshape_of_elements(struct op_ctx *c, const struct tlist *l, int i, struct shape *s);
const char *pshape_text(struct op_ctx *c, struct shape s);

/* For ZerosLike and AddN on variants: output 0 from the inputs, lists and optionals element by element. */
bool variant_zeros_like(struct op_ctx *c);
bool variant_add_n(struct op_ctx *c);

/* Have the first n inputs as many rows each? */
bool batch_inputs_ok(struct op_ctx *c, int n);
/* Input i with rows up to n, the first row repeated behind. Gives. */
struct tensor *rows_padded(struct op_ctx *c, int i, int64_t n);
/* Row i of t, sharing its bytes. NULL with an error. */
struct tensor *row_of(struct tensor *t, int64_t i, struct err *err);
/* "float", "int32": TensorFlow's DataTypeString, in scratch memory. */
const char *op_type_text(struct op_ctx *c, enum dtype t);
/* TensorFlow's DebugString of a variant, in scratch memory. */
const char *variant_text(struct op_ctx *c, const struct object *o);
struct object *optional_of_tensors(int n, struct tensor *const *t);	/* refs t; n = -1: without a value */
struct tensor *const *optional_tensors(const struct object *o, int *n);	/* of one that has; borrowed */
bool optional_has_value(const struct object *o);	/* false too when it is no optional */
/* The first element of an integer tensor that has one. */
int32_t scalar_i32(const struct tensor *t);

#endif
