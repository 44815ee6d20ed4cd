/*
 * Variables as resources: a name and a value that is replaced, never written in place. Ownership: a
 * handle tensor or the world holds a reference to the object; the object holds one to its value.
 *
 * V1 variables are the same objects. TensorFlow hands a reference (dtype + 100) from VariableV2 to its
 * readers; here the output is an ordinary tensor over the value's bytes whose buffer is bound to the
 * variable ("ref tensor"): it shows what the variable held when the node ran, op_run puts in the value
 * of the moment wherever an op reads it, and Assign and its kin find the variable through it.
 */
#ifndef OPS_VAR_H
#define OPS_VAR_H

#include "ops/op.h"

struct var {
	struct resource r;
	enum dtype dtype;
	struct tensor *value;	/* NULL: uninitialised */
	int64_t *declared;	/* V1: the shape that the node declares, if known: rank, then dims */
};

extern const struct resource_class var_class;

/* A variable without a value; name and container are copied. For op_world's make: arg is a
 * struct var_make. */
struct var_make {
	struct sv container, name;
	enum dtype dtype;
};
struct resource *var_new(void *arg);
/* The variable behind a resource tensor's first element, or NULL with an error. */
struct var *var_of(struct op_ctx *c, int input);
/* The same, with a value; else NOT_FOUND. */
struct var *var_with_value(struct op_ctx *c, int input);
bool var_missing(struct op_ctx *c, const struct var *v);	/* that error; false */
/* The value, made writable in place (a copy when a snapshot or a reader holds it); borrowed. NULL with
 * an error. Tells the world. */
struct tensor *var_own(struct op_ctx *c, struct var *v);
bool var_count_up_to(struct op_ctx *c, struct var *v);
/* Takes the value; the old one is dropped. Tells the world. */
void var_set(struct op_ctx *c, struct var *v, struct tensor *value);

/* The variable that a ref tensor is bound to; NULL for a plain tensor. */
struct var *var_of_ref(const struct tensor *t);
/* The variable behind reference input i, with a value; else NULL with TensorFlow's error. */
struct var *var_ref_with_value(struct op_ctx *c, int i);
bool var_uninitialized(struct op_ctx *c, int i);	/* that error; false */
/* Gives a ref tensor for what v holds now. */
struct tensor *var_ref_tensor(struct var *v, struct shape if_unset, struct err *err);

/* Takes o, which is not NULL: a DT_RESOURCE scalar; NULL with an error. */
struct tensor *handle_tensor(struct object *o, struct err *err);

#endif
