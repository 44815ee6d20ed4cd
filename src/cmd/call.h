/*
 * A call of a function of the object graph, bound to a trace as TensorFlow's restored functions do.
 * Ownership: call_bind fills, call_free frees; the callable and the values are borrowed and must
 * outlive it.
 */
#ifndef CMD_CALL_H
#define CMD_CALL_H

#include "cmd/pyvalue.h"
#include "model/callable.h"

struct call {
	const struct callable *c;
	const struct trace *trace;
	size_t n_args;
	struct tensor **arg;		/* borrowed from the bag */
	struct arena *arena;
	/* What goes in and comes out, as a signature: in for the debugger's forms, out in the order of
	 * the function's returns. */
	struct signature *sig;
	struct sv *label;		/* of each output: ['a'][0], or nothing */
	bool none;			/* the function returns None */
};

/* The trace that args and kwargs choose, and its tensors. An error in TensorFlow's words lists what
 * there is. */
bool call_bind(struct call *call, const struct callable *c, struct pybag *bag,
	       const struct pyobj *args, const struct pyobj *kwargs, struct err *err);
/* Trace i as a signature, without arguments yet: arg is NULL. */
bool call_of_trace(struct call *call, const struct callable *c, uint32_t i, struct err *err);
void call_free(struct call *call);

#endif
