/*
 * The inside of the room: rows, and what rules are written with. Ownership: every tensor that a helper here
 * gives belongs to the computation (struct gcx) and lives until gcx_free; NULL means that an error is set, and
 * a helper that is handed NULL gives NULL, so that a rule is read like a formula.
 */
#ifndef GRAD_INSIDE_H
#define GRAD_INSIDE_H

#include "grad/grad.h"

struct gcx {
	struct arena *a;
	VEC(struct tensor *) held;
	struct err *err;
	const char *why;	/* GRAD_UNKNOWN: what of it there is no rule for */
};

void gcx_free(struct gcx *c);
struct tensor *g_hold(struct gcx *c, struct tensor *t);		/* takes */
/* No rule for this form of the op; returns false. */
bool g_unknown(struct gcx *c, const char *why);

/* ---- call.c: kernels ---- */

enum { OP_ARGS_MAX = 8 };
struct attr at_int(const char *name, int64_t v);
struct attr at_bool(const char *name, bool v);
struct attr at_type(const char *name, enum dtype v);
struct attr at_str(const char *name, struct sv v);
struct attr at_like(const char *name, const struct node *n);	/* the node's own, or a default */
/* A list of numbers of the computation's memory. */
struct attr at_ints(struct gcx *c, const char *name, const int64_t *v, uint32_t n);

/* Output `which` of an op of the registry. Types and counts are taken from the tensors. */
struct tensor *g_run(struct gcx *c, const char *op, const struct attr *attrs, uint32_t n_attrs,
		     struct tensor *const *in, uint32_t n_in, uint32_t which);
/* The node by itself, in the computation's memory; and running it: out[n->n_out] is held. */
const struct node *g_node(struct gcx *c, const char *op, const struct attr *attrs, uint32_t n_attrs,
			  struct tensor *const *in, uint32_t n_in, uint32_t n_out);
bool g_run_node(struct gcx *c, const struct node *n, struct tensor *const *in, struct tensor **out);
/* The node itself on other inputs, whose types may differ: out[] is held. */
bool g_rerun(struct gcx *c, const struct node *n, struct tensor *const *in, uint32_t n_in, struct tensor **out,
	     uint32_t n_out);
#define N_OF(T, ...) (uint32_t)(sizeof((T[]){ __VA_ARGS__ }) / sizeof(T))
#define G(c, op, ...) \
	g_run(c, op, NULL, 0, (struct tensor *[]){ __VA_ARGS__ }, N_OF(struct tensor *, __VA_ARGS__), 0)
#define ATTRS(...) (struct attr[]){ __VA_ARGS__ }, N_OF(struct attr, __VA_ARGS__)
#define G_WITH(c, op, attrs, ...) \
	g_run(c, op, attrs, (struct tensor *[]){ __VA_ARGS__ }, N_OF(struct tensor *, __VA_ARGS__), 0)

struct tensor *g_mul(struct gcx *c, struct tensor *a, struct tensor *b);
struct tensor *g_add(struct gcx *c, struct tensor *a, struct tensor *b);
struct tensor *g_sub(struct gcx *c, struct tensor *a, struct tensor *b);
struct tensor *g_neg(struct gcx *c, struct tensor *a);
struct tensor *g_num(struct gcx *c, enum dtype t, double v);		/* a scalar */
struct tensor *g_vec(struct gcx *c, const int64_t *v, int64_t n);	/* int64 */
struct tensor *g_vec32(struct gcx *c, const int64_t *v, int64_t n);
struct tensor *g_dims(struct gcx *c, const struct tensor *t);		/* its shape, int32 */
struct tensor *g_zeros(struct gcx *c, const struct tensor *like);
struct tensor *g_cast(struct gcx *c, struct tensor *t, enum dtype to);
struct tensor *g_shaped(struct gcx *c, struct tensor *t, int rank, const int64_t *dim);
struct tensor *g_shaped_like(struct gcx *c, struct tensor *t, const struct tensor *like);
/* The sum over what was broadcast from like's shape. */
struct tensor *g_sum_to(struct gcx *c, struct tensor *t, const struct tensor *like);
struct tensor *g_sum(struct gcx *c, struct tensor *t, struct tensor *axes, bool keep);
struct tensor *g_transpose(struct gcx *c, struct tensor *t, const int64_t *perm);

/* Doubles of t's elements, in a tensor of their own. */
double *g_doubles(struct gcx *c, struct tensor *t);
/* A tensor of zeros as doubles to be filled in, and back to a type. */
struct tensor *g_double_zeros(struct gcx *c, int rank, const int64_t *dim);

/* ---- the rule's results ---- */

static inline bool is_float(enum dtype t)
{
	return t == DT_FLOAT || t == DT_DOUBLE || t == DT_HALF || t == DT_BFLOAT16;
}
/* The gradient by input i is t (borrowed, held by c); false when t is NULL. */
bool v_give(struct gcx *c, struct vjp *v, uint32_t i, struct tensor *t);
/* Upstream of output i; zeros where there is none. */
struct tensor *v_g(struct gcx *c, struct vjp *v, uint32_t i);
/* Is input i wanted, and a float? */
bool v_want(const struct vjp *v, uint32_t i);

/* ---- rows ---- */

enum {
	GRAD_COPY = 1 << 0,	/* moves elements of the inputs in data */
	GRAD_END = 1 << 1,
	GRAD_WRITES = 1 << 2,	/* asks what is known of its resource (vjp.held) */
	GRAD_BEGINS = 1 << 3,
	GRAD_FIRST = 1 << 5,	/* COPY, but a gradient by the first of them only, as TensorFlow has it */
	GRAD_LINEAR = 1 << 4,	/* an element is the sum of input `data`'s times slopes: terms by the vjp */
};

struct grad_row {
	const char *op;
	unsigned flags;
	unsigned data;		/* bits of the inputs that are copied (COPY), or are summed (LINEAR) */
	const char *form;
	bool (*vjp)(struct gcx *c, struct vjp *v);
	bool (*terms)(struct gcx *c, const struct vjp *v, uint32_t slot, int64_t place, struct terms *t);
};

struct grad_family {
	const struct grad_row *row;
	int n;
};
#define GRAD_FAMILY(name) \
	const struct grad_family grad_##name = { rows, (int)(sizeof(rows) / sizeof(rows[0])) }

const struct grad_row *grad_find(struct sv op);

/* form.c: the gradients by all wanted inputs, from the row's text; the node's own is broadcasting. */
bool form_vjp(struct gcx *c, const char *text, struct vjp *v);

/* trace.c: for each element of output `slot`, 1 + its place in its input + (input << TRACE_SHIFT), or 0: of
 * none of them. */
enum { TRACE_SHIFT = 44 };
struct tensor *trace_of(struct gcx *c, const struct vjp *v, unsigned data, uint32_t slot);
bool trace_vjp(struct gcx *c, unsigned data, bool first, struct vjp *v);

/* ---- terms ---- */

/* A product of two elements; the second input may be UINT32_MAX: weight alone. */
void term_product(struct terms *t, const struct vjp *v, uint32_t a, int64_t at, uint32_t b, int64_t bt);
void term_weighed(struct terms *t, const struct vjp *v, uint32_t a, int64_t at, double weight);
struct term *term_plain(struct terms *t, const struct vjp *v, uint32_t a, int64_t at);
/* Row-major coordinates of a flat place, and back. */
void place_split(struct shape s, int64_t place, int64_t *at);
int64_t place_join(struct shape s, const int64_t *at);

#endif
