/*
 * What the object graph says about a model's functions: which hang on the root, how each was traced,
 * in the order in which TensorFlow's loader numbers them. Also sizes that only the raw file knows.
 * Ownership: concretes_new gives, concretes_free takes; strings borrow from the model.
 */
#ifndef MODEL_CONCRETE_H
#define MODEL_CONCRETE_H

#include "model/model.h"

/* Bytes of the GraphDef without its library, and of the library. */
uint64_t metagraph_graph_bytes(const struct metagraph *mg);
uint64_t metagraph_library_bytes(const struct metagraph *mg);

/* A Python value as a SavedModel stores it. */
enum pyval_kind {
	PV_NONE,
	PV_FLOAT,		/* d */
	PV_INT,			/* i */
	PV_STR,			/* s */
	PV_BOOL,		/* i */
	PV_SHAPE,		/* shape */
	PV_DTYPE,		/* i */
	PV_TENSOR_SPEC,		/* s: name (has_name), shape, i: dtype */
	PV_TYPE_SPEC,		/* s: class name, item[0]: its state */
	PV_BOUNDED_SPEC,	/* as PV_TENSOR_SPEC, item[0], item[1]: minimum, maximum's bytes */
	PV_LIST, PV_TUPLE,	/* item */
	PV_DICT,		/* item, key */
	PV_NAMED_TUPLE,		/* s: class name; item, key */
	PV_TENSOR,		/* s: TensorProto bytes */
	PV_OTHER,		/* a kind that this version does not know */
};

struct pyval {
	enum pyval_kind kind;
	bool has_name;
	struct sv s;
	int64_t i;
	double d;
	int type_spec_class;	/* TypeSpecProto.TypeSpecClass */
	struct shape shape;
	uint32_t n;
	struct pyval *item;
	struct sv *key;
};

struct arena;
/* StructuredValue bytes. v borrows from them and from the arena. */
void pyval_decode(struct arena *a, struct sv bytes, struct pyval *v);

/* "__inference_call_12" as "call"; other names stay. */
struct sv concrete_clean_name(struct sv name);

/* One way in which a function was traced. */
struct concrete {
	struct sv name;			/* as in the function library */
	bool has_signature;
	struct pyval signature;		/* (positional, keyword): a tuple of a tuple and a dict */
	bool bare;			/* of a bare concrete function */
	uint32_t n_keywords;		/* bare: argument_keywords */
	struct sv *keyword;
	int64_t allowed_positional;	/* bare: allowed_positional_arguments */
};

/* A function that hangs on the root object. */
struct root_function {
	struct sv name;			/* the attribute's */
	uint32_t n;
	struct concrete *c;		/* in the loader's order */
};

struct concretes {
	uint32_t n;
	struct root_function *f;	/* sorted by name */
	struct arena *arena;
};

/* NULL with an error when the object graph's bytes are damaged; n == 0 without an object graph. */
struct concretes *concretes_new(const struct metagraph *mg, struct err *err);
void concretes_free(struct concretes *c);	/* NULL is fine */

#endif
