/*
 * Inside expr: the evaluator that the parser drives and the table of numpy's functions. A function gets
 * its arguments by the slots that its row names; what is not given is NULL.
 */
#ifndef EXPR_EVAL_H
#define EXPR_EVAL_H

#include "expr/cast.h"
#include "expr/expr.h"
#include "expr/mt19937.h"

struct expr_env {
	struct mt19937 global;
	VEC(struct mt19937 *) more;	/* RandomState(seed) */
};

struct ev {
	struct vals *vs;
	struct expr_env *env;
	struct err *err;
};

enum {
	FN_NUMPY = 1 << 0,	/* np.NAME */
	FN_METHOD = 1 << 1,	/* array.NAME: slot 0 is the array */
	FN_RANDOM = 1 << 2,	/* np.random.NAME and a RandomState's: slot 0 is the generator */
	FN_REST = 1 << 3,	/* several positional arguments in the last named slot make a tuple */
};
enum { FN_MAX_ARGS = 10 };

struct fn_row {
	const char *name, *alias;
	unsigned where;
	const char *params;	/* "a axis dtype": names of the slots in their order */
	int min;		/* slots that must be given (without a generator's) */
	struct val *(*fn)(struct ev *e, struct val **a, const struct fn_row *row);
	int op;
};

/* Tables end with a row without a name. */
extern const struct fn_row fn_make[], fn_shape[], fn_math[], fn_reduce[], fn_random[];

/* Sets the error, returns NULL. */
struct val *ev_fail(struct ev *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The attribute of an array or of np, np.random (module "numpy", "random"); NULL with an error. */
struct val *ev_attribute(struct ev *e, struct val *of, struct sv name);
struct val *ev_call(struct ev *e, struct val *fn, struct val **pos, size_t n_pos, const struct sv *kw,
		    struct val **kw_val, size_t n_kw);
struct val *ev_index(struct ev *e, struct val *of, struct val *index);

/* Operators. */
enum op {
	OP_ADD, OP_SUB, OP_MUL, OP_DIV, OP_FLOORDIV, OP_MOD, OP_POW, OP_MATMUL,
	OP_AND, OP_OR, OP_XOR, OP_SHL, OP_SHR,
	OP_LT, OP_LE, OP_GT, OP_GE, OP_EQ, OP_NE, OP_MAX, OP_MIN, OP_LAND, OP_LOR, OP_LXOR, OP_ATAN2,
	/* unary */
	OP_NEG, OP_POS, OP_INVERT, OP_ABS, OP_SQRT, OP_SQUARE, OP_SIGN, OP_EXP, OP_EXPM1, OP_EXP2,
	OP_LOG, OP_LOG2, OP_LOG10, OP_LOG1P, OP_SIN, OP_COS, OP_TAN, OP_ASIN, OP_ACOS, OP_ATAN,
	OP_SINH, OP_COSH, OP_TANH, OP_FLOOR, OP_CEIL, OP_TRUNC, OP_RINT, OP_ISNAN, OP_ISINF,
	OP_ISFINITE, OP_LNOT, OP_RECIPROCAL,
};
struct val *ev_binary(struct ev *e, enum op op, struct val *a, struct val *b);
struct val *ev_unary(struct ev *e, enum op op, struct val *a);
/* out = a op b in dtype t (of both operands), with broadcasting; gives. */
struct tensor *ev_loop(struct ev *e, enum op op, struct tensor *a, struct tensor *b, enum dtype t);
/* numpy.result_type of values: 0-d ones count by their value when arrays are of their kind. */
enum dtype ev_result_type(struct ev *e, struct tensor *const *t, size_t n);

/* Arguments. Each is false (or NULL) with an error when the value will not do. */
struct tensor *ev_tensor(struct ev *e, struct val *v);		/* numpy.asarray; gives */
bool ev_int(struct ev *e, const struct val *v, int64_t *out);
bool ev_double(struct ev *e, const struct val *v, double *out);
bool ev_shape(struct ev *e, const struct val *v, int *rank, int64_t *dim);	/* an int or ints */
bool ev_dtype(struct ev *e, const struct val *v, enum dtype *out);	/* NULL, None leave *out */
bool ev_axis(struct ev *e, const struct val *v, int rank, int *axis);
/* One axis or several: marks them in axis[rank]; twice the same: an error with numpy's words for it. */
bool ev_axes(struct ev *e, const struct val *v, int rank, bool *axis, const char *twice);
static inline bool ev_given(const struct val *v)
{
	return v && v->kind != VAL_NONE;
}
bool ev_true(const struct val *v);
/* Takes t. A rank-0 result of a ufunc or a reduction is a scalar. */
struct val *ev_give(struct ev *e, struct tensor *t);
struct tensor *ev_transpose(struct ev *e, const struct tensor *t, const int *perm);	/* gives */
struct tensor *ev_broadcast(struct ev *e, struct tensor *t, int rank, const int64_t *dim); /* gives */
/* Sums etc. over the dims whose bit is set (all when t is reduced whole); gives. */
struct tensor *ev_sum(struct ev *e, struct tensor *t, const bool *axis, bool keep);
/* Copies element k of src to out's at. */
bool ev_copy(struct ev *e, struct tensor *out, int64_t at, const struct tensor *src, int64_t k);

#endif
