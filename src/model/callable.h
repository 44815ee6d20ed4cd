/*
 * The functions of the object graph as they are called: found by their Python path from the root, with
 * what the file says of their arguments, of each trace and of what a trace captured. Ownership:
 * callable_find gives, callable_free takes; everything in it borrows from the model or lives as long
 * as the callable.
 */
#ifndef MODEL_CALLABLE_H
#define MODEL_CALLABLE_H

#include "base/mem.h"
#include "base/str.h"
#include "model/concrete.h"

/* A concrete function: what a Python call comes down to. */
struct trace {
	struct sv name;			/* in the library */
	const struct function *f;	/* NULL: the library has no function of that name */
	bool has_in, has_out;
	struct pyval in;		/* canonicalized input signature: (positional, keyword) */
	struct pyval out;
	uint32_t n_bound;		/* captures, behind the arguments in f's signature */
	const int64_t *bound;		/* object ids */
};

struct callable {
	struct arena *arena;
	struct sv path;			/* "layers.3.__call__" */
	int object;
	bool bare;			/* a concrete function kept as an attribute */
	bool has_spec;
	/* the Python function's arguments, without self */
	uint32_t n_args;
	const struct sv *arg;
	bool has_varargs, has_varkw, has_input_signature;
	struct sv varargs, varkw;
	struct pyval defaults;		/* a tuple: of the last arguments; or PV_NONE */
	struct pyval kwonly;		/* a list of PV_STR */
	struct pyval kwdefaults;	/* a dict, or PV_NONE */
	struct pyval input_signature;
	/* bare: */
	uint32_t n_keywords;
	const struct sv *keyword;
	int64_t allowed_positional;
	uint32_t n;
	struct trace *trace;		/* in the file's order, in which TensorFlow tries them */
};

/* By path: names of children joined by "."; "[3]" and "['a']" do for ".3" and ".a". A path that ends
 * at an object which is no function means its __call__; "" is the root. NULL with an error that
 * lists what there is. */
struct callable *callable_find(const struct metagraph *mg, struct sv path, struct err *err);
/* The function that object o is; path: how it is called in texts. */
struct callable *callable_of(const struct metagraph *mg, const struct object_node *o, struct sv path);
/* The trace of that name: what the object graph says of a concrete function. Lives in the arena. */
void trace_read(const struct metagraph *mg, struct arena *a, struct sv name, struct trace *t);
/* The object at a path from the root, as callable_find reads paths; -1: there is none. */
int object_at_path(const struct metagraph *mg, struct sv path);
void callable_free(struct callable *c);	/* NULL is fine */
/* The paths of all functions, shortest first, each object once; sorted as found. add is called for
 * each and stops by returning false. */
void callable_each(const struct metagraph *mg,
		   bool (*add)(void *ctx, struct sv path, const struct object_node *o), void *ctx);
/* A line for each function that people may call, for messages. false: there is none. */
bool callables_text(const struct metagraph *mg, struct str *out);
/* SavedConstant: the node of the MetaGraph's graph that holds the value, or "". */
struct sv object_constant_node(const struct object_node *o);
/* The trace of that library name: what it captured, for whoever calls it. */
bool trace_bound(const struct metagraph *mg, struct sv name, struct arena *a, const int64_t **bound,
		 uint32_t *n);
/* Every trace of the object graph with its captures; bound is valid during the call only. */
void traces_each(const struct metagraph *mg,
		 void (*each)(void *ctx, struct sv name, const int64_t *bound, uint32_t n), void *ctx);
/* The child's object id, or -1. */
int object_child(const struct object_node *o, struct sv name);
/* Is any TensorSpec (or other type) in v? Counts the leaves that are tensors. */
uint32_t pyval_tensors(const struct pyval *v);
/* Items of a dict in the order of their keys, as tf.nest takes them. order has room for v->n. */
void pyval_order(const struct pyval *v, uint32_t *order);

#endif
