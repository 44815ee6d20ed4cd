/*
 * What an op's output is made of, and how it changes with its inputs: a rule an op, one row of a table for
 * both. Ownership: a vjp borrows node, inputs, outputs and upstream gradients; what rules put into it are
 * references that gval_clear takes. What terms hold borrows from the tensors they were asked of.
 *
 * The room knows ops, not runs: it may include base, tensor, model and ops; debug walks a run's tape with it
 * (debug/gradient.h), cmd prints. A row (inside.h) is
 *
 *   a line of text	"g * y; g * x": the gradient by each input, of scalars and their broadcasting (form.c)
 *   GRAD_COPY		the op only moves elements: it is run on the places of its inputs' elements, and
 *			what comes out says where each element came from (trace.c)
 *   vjp		anything else: kernels of the registry, called one after another (call.c)
 *   GRAD_END		TensorFlow calls the op not differentiable: its gradient is None
 *
 * and says how one element of the output is put together (terms.c).
 */
#ifndef GRAD_GRAD_H
#define GRAD_GRAD_H

#include "base/vec.h"
#include "ops/op.h"

/* ---- gradients ---- */

/* The gradient by a value: a tensor, or one for each element of a list (NULL: none). */
struct gval {
	struct tensor *t;
	VEC(struct tensor *) list;
	bool is_list;
};
void gval_clear(struct gval *g);
static inline bool gval_is(const struct gval *g)
{
	return g->t || g->is_list;
}
/* a += b, which is empty afterwards. */
bool gval_add(struct gval *a, struct gval *b, struct err *err);

/* One op of a run, looked at backwards. */
struct vjp {
	const struct node *n;
	uint32_t n_in, n_out;
	struct tensor *const *in, *const *out;
	struct gval *g;			/* by output: upstream; may be taken from */
	const bool *want;		/* by input */
	struct gval *gin;		/* by input: what the rule finds out; of a resource: by what it holds */
	struct gval *held;		/* of the resource that input 0 is: what is known so far, or NULL */
};

enum grad_verdict {
	GRAD_FOUND,
	GRAD_ENDS,		/* not differentiable, as TensorFlow has it */
	GRAD_UNKNOWN,		/* no rule for this op, or not for this type or form of it: *why says */
	GRAD_FAILED,		/* err says */
};
enum grad_verdict grad_run(struct vjp *v, const char **why, struct err *err);

/* Does a rule exist, and does the op write what a resource's gradient must be asked for? */
bool grad_has_rule(struct sv op);
bool grad_is_end(struct sv op);
bool grad_writes(struct sv op);
/* Its output is a value of its own though it is its input's tensor: StopGradient, reading a variable. */
bool grad_begins(struct sv op);
int grad_n_rules(void);
const char *grad_rule_at(int i);

/* ---- what one element is made of ---- */

enum terms_how {
	TERMS_SUM,		/* the sum of the products */
	TERMS_COPY,		/* one element, copied */
	TERMS_WINNER,		/* one of the terms, the others lost */
	TERMS_MADE,		/* a function of the terms: weight is the slope there, where it is known */
	TERMS_SOURCE,		/* made of nothing: an input, a constant, a variable */
};

struct term {
	uint32_t input;
	int64_t place;		/* flat, in that input; -1: no element (a constant of the op) */
	double value;
	bool weighed;		/* weight and product are there */
	double weight, product;
	uint32_t weight_input;	/* where the weight is from, when weight_place >= 0 */
	int64_t weight_place;
	bool won;
	const char *what;	/* "mean", "scale"; NULL: nothing to say */
};

struct terms {
	enum terms_how how;
	VEC(struct term) term;
	double actual, sum;	/* the element; what the terms give (SUM, COPY, WINNER) */
	double bound;		/* rounding explains a difference of so much */
	int64_t n_zero;		/* terms left out because they are 0 */
	int64_t item, within;	/* of a list: which element, and which place in it (the term's own place is -1 then) */
	char *note;		/* one more sentence, or NULL */
};
void terms_free(struct terms *t);

/* What made element `place` of output `slot`. The vjp has node, inputs and outputs only. */
enum grad_verdict terms_of(const struct vjp *v, uint32_t slot, int64_t place, struct terms *t, const char **why,
			   struct err *err);

/* ---- an expression over tensors, and its gradient: a loss ---- */

struct loss;
/* text: names, numbers, + - * / ** ( ), functions (mean sum abs exp log sqrt square max min softmax or an op's
 * name); `lookup` gives a tensor for a name or for what stands in backticks. */
typedef struct tensor *(*loss_lookup)(void *ctx, struct sv name, bool quoted, struct err *err);
struct loss *loss_new(const char *text, loss_lookup lookup, void *ctx, struct err *err);
void loss_free(struct loss *l);
struct tensor *loss_value(const struct loss *l);	/* a scalar */
/* The gradients by the names that were looked up; 0 .. n - 1. */
int loss_n_names(const struct loss *l);
struct sv loss_name(const struct loss *l, int i);
struct tensor *loss_gradient(const struct loss *l, int i);	/* NULL: none */

#endif
