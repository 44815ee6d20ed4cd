/*
 * Op definitions: arguments, attributes and flags of every TensorFlow op, from a generated table, and
 * of the functions of a model, which have the same form. Ownership: rows of the built-in table live
 * for the whole run; a function's definition lives as long as its model.
 * Source of the table: TensorFlow's op registry, by tests/recipes/opdefs.py.
 */
#ifndef MODEL_OPDEF_H
#define MODEL_OPDEF_H

#include <stdbool.h>
#include <stdint.h>

#include "base/sv.h"
#include "tensor/dtype.h"

struct attr_value;

struct opdef_arg {
	struct sv name;
	enum dtype type;		/* fixed type, or DT_INVALID: see the attrs below */
	struct sv type_attr;		/* attr that holds the type */
	struct sv number_attr;		/* attr that holds how many (n copies of one type) */
	struct sv type_list_attr;	/* attr that holds the list of types */
	bool is_ref;
};

struct opdef_attr {
	struct sv name;
	struct sv type;			/* "int", "list(type)", "func" ... */
	bool has_default;
	struct sv default_value;	/* AttrValue bytes, for attr_decode */
	bool has_minimum;
	int64_t minimum;		/* of an int, or of a list's length */
	struct sv allowed;		/* AttrValue bytes: the list of allowed strings or types; empty: all */
};

struct opdef {
	struct sv name;
	uint16_t n_in, n_out, n_attrs;
	const struct opdef_arg *in, *out;
	const struct opdef_attr *attrs;
	bool stateful, commutative, aggregate, allows_uninitialized;
	bool is_function;		/* the signature of a FunctionDef */
	int32_t deprecated_version;	/* 0: not deprecated */
};

/* The built-in op of that name, or NULL. Thread safe. */
const struct opdef *opdef_find(struct sv name);
/* The decoded default of a built-in op's attribute, or NULL. Lives for the whole run. */
const struct attr_value *opdef_attr_default(const struct opdef_attr *d);
/* The allowed values of a built-in op's attr, decoded once; NULL: everything is allowed. */
const struct attr_value *opdef_attr_allowed(const struct opdef_attr *d);
int opdef_n(void);
const struct opdef *opdef_at(int i);	/* sorted by name */

#endif
