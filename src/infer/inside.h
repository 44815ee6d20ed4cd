/*
 * What the files of this room share: symbols, instances of graphs, and what a rule sees. Ownership:
 * everything made while inferring lives in the arena of its struct infer.
 */
#ifndef INFER_INSIDE_H
#define INFER_INSIDE_H

#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"
#include "infer/infer.h"

/* ---- symbols (sym.c) ---- */

enum sym_op { SYM_LEAF, SYM_MUL, SYM_ADD, SYM_SUB, SYM_DIV, SYM_CEIL, SYM_MAX, SYM_MIN, SYM_BCAST };

struct sym {
	uint8_t op;
	idim a, b;			/* operands, of all but leaves */
	const char *name;
	uint32_t next;			/* in its hash chain, + 1 */
};

struct syms {
	VEC(struct sym) list;
	uint32_t *bucket;		/* index + 1 */
	uint32_t n_buckets;		/* a power of two */
	uint32_t serial;
	struct map names;
	struct arena *arena;
};

void syms_init(struct syms *s, struct arena *a);
void syms_free(struct syms *s);
idim sym_new(struct syms *s);				/* "?7" */
idim sym_named(struct syms *s, const char *name);	/* made unlike all other names */
/* The size that a loop's variable has in whichever iteration it is; owner tells the loops apart. */
idim sym_wide(struct syms *s, idim owner);
bool sym_is_wide(const struct syms *s, idim d, idim owner);
static inline uint32_t sym_id(idim d)
{
	return (uint32_t)(d - INT64_MIN);
}
static inline idim sym_of(uint32_t id)
{
	return (idim)(INT64_MIN + (int64_t)id);
}
/* Arithmetic on numbers and symbols; what overflows is a new symbol. Divisors are positive. */
idim sym_mul(struct syms *s, idim a, idim b);
idim sym_add(struct syms *s, idim a, idim b);
idim sym_sub(struct syms *s, idim a, idim b);
idim sym_div(struct syms *s, idim a, idim b);		/* floor */
idim sym_ceil(struct syms *s, idim a, idim b);		/* a / b, up */
idim sym_max(struct syms *s, idim a, idim b);
idim sym_min(struct syms *s, idim a, idim b);
idim sym_bcast(struct syms *s, idim a, idim b);		/* what broadcasting two symbols gives */
/* a / b when it is exact for all sizes: common factors cancel. */
bool sym_quotient(struct syms *s, idim a, idim b, idim *q);

/* Symbols made in [lo, hi) become new ones, each the same wherever it appears. */
struct sym_fresh {
	struct syms *s;
	uint32_t lo, hi;
	VEC(struct { uint32_t from; idim to; }) done;
};
idim sym_refresh(struct sym_fresh *f, idim d);

/* ---- instances (engine.c) ---- */

struct icall {				/* a body that a node of this instance calls */
	uint32_t node;
	const char *role;
	struct igraph *body;
};

struct igraph {
	struct infer *inf;
	const struct graph *g;
	const struct iout *args;	/* g->n_args; NULL: as their attributes say */
	struct iout **out;		/* by node; NULL: not yet, or nothing known of it */
	uint8_t *state;
	int depth;
	bool loops, settled, busy;
	uint32_t sym_lo, sym_hi;	/* symbols made while the returns were worked out */
	const struct iout *ret;		/* func->n_rets, once known */
	VEC(struct icall) calls;
	VEC(struct infer_note) notes;
	VEC(struct wide { uint32_t node; struct ishape shape; }) wide;	/* Merges of loops */
};

struct infer {
	const struct metagraph *mg;
	struct arena *arena;
	struct syms syms;
	uint64_t budget;
	size_t max_bytes;
	int max_depth;
	bool limited, own;
	idim owners;			/* counts loops that were worked out */
	int64_t batch;
	VEC(struct iout) known;		/* what signatures or the caller say of nodes of the root */
	VEC(uint32_t) known_node;
	struct map bodies;		/* key of function and arguments: struct igraph * */
	VEC(struct igraph *) all;
};

struct igraph *igraph_new(struct infer *inf, const struct graph *g, int depth);
void igraph_free(struct igraph *ig);
void igraph_demand(struct igraph *ig, uint32_t node);	/* works it out, and what it needs */
const struct iout *igraph_peek(const struct igraph *ig, struct edge e);	/* as far as it is worked out */
/* The body of f with these arguments, its returns worked out: found again for the same arguments. ret has
 * f->n_rets entries, all symbols in it new to the caller. NULL: a limit, or f calls itself. */
struct igraph *body_infer(struct igraph *from, const struct function *f, const struct iout *args,
			  struct iout *ret);
void body_remember(struct igraph *ig, uint32_t node, const char *role, struct igraph *body);
void iout_refresh(struct infer *inf, struct sym_fresh *f, struct iout *o);
bool infer_spend(struct infer *inf, uint64_t work);	/* false: the budget is used up */
/* A small tensor's elements; NULL when it has too many, or no numbers. */
const struct ivalue *infer_value(struct infer *inf, const struct tensor *t);
void igraph_note(struct igraph *ig, const struct infer_note *note);

/* ---- shapes (shape.c) ---- */

struct ishape ishape_unknown(void);
struct ishape ishape_new(struct infer *inf, int rank, const idim *dim);	/* copies; rank <= SHAPE_MAX_RANK */
struct ishape ishape_from(struct infer *inf, struct shape s);		/* each unknown dim a new symbol */
struct ishape ishape_rank(struct infer *inf, int rank);			/* new symbols */
struct ishape ishape_part(struct ishape s, int from, int to);		/* dims [from, to) of a known rank */
struct ishape ishape_cat(struct infer *inf, struct ishape a, struct ishape b);
bool ishape_known(struct ishape s);
bool ishape_same(struct ishape a, struct ishape b);
idim ishape_count(struct infer *inf, struct ishape s);			/* product; a new symbol if unknown */
/* What holds for both: dims that differ become new symbols. */
struct ishape ishape_either(struct infer *inf, struct ishape a, struct ishape b);
/* What a loop's variable has that was `have` and comes back as `back`: dims that differ become the loop's. */
struct ishape ishape_widen(struct infer *inf, struct ishape have, struct ishape back, idim owner);
struct iout iout_widen(struct infer *inf, const struct iout *have, const struct iout *back, idim owner);
/* What both say together; false when they contradict (*dim: where, or -1 for the ranks). */
bool ishape_both(struct infer *inf, struct ishape a, struct ishape b, struct ishape *out, int *dim);
const struct ihandle *ihandle_new(struct infer *inf, uint32_t n, const struct ihandle_item *item);
bool iout_same(const struct iout *a, const struct iout *b);
/* What holds whichever of the two arrives. */
struct iout iout_either(struct infer *inf, const struct iout *a, const struct iout *b);

/* ---- rules (rule.c, registry.c) ---- */

struct rule_ctx {
	struct igraph *ig;
	struct infer *inf;
	const struct node *n;
	const struct iout *in;
	uint32_t n_in, n_out;
	struct iout *out;		/* dtype as the node says, all else unknown before */
	const struct infer_row *row;
	bool bad;			/* a note was made: outputs stay unknown */
};

struct infer_row {
	const char *op;
	void (*rule)(struct rule_ctx *c);
	const char *form;		/* what inputs must be, and for rule_form what comes out: see form.c */
	int p;				/* the rule's own number */
};

struct infer_family {
	const struct infer_row *row;
	int n;
};

#define RULE(op, fn) { op, fn, NULL, 0 }
#define RULE_P(op, fn, p) { op, fn, NULL, p }
#define CHECK(op, fn, text, p) { op, fn, text, p }
#define FORM(op, text) { op, rule_form, text, 0 }
#define RULES(name, ...) \
	static const struct infer_row name##_rows[] = { __VA_ARGS__ }; \
	const struct infer_family rules_##name = { name##_rows, sizeof(name##_rows) / sizeof(name##_rows[0]) }

const struct infer_row *rule_find(struct sv op);

/* ---- for rules ---- */

enum { VALUE_MAX = 256 };		/* elements of a value that are followed */

struct ishape rule_in(const struct rule_ctx *c, uint32_t i);	/* unknown when there is no input i */
void rule_out(struct rule_ctx *c, uint32_t slot, struct ishape s);
void rule_scalar(struct rule_ctx *c, uint32_t slot);
void rule_vec(struct rule_ctx *c, uint32_t slot, idim n);
void rule_dims(struct rule_ctx *c, uint32_t slot, int rank, ...);	/* idims */
idim rule_new(struct rule_ctx *c);				/* a dim that nothing is known of */
/* Records what cannot be. Returns false. */
bool rule_bad(struct rule_ctx *c, int input, int dim, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* Input i as a shape of that rank, new symbols where unknown; false with a note. */
bool rule_rank(struct rule_ctx *c, uint32_t i, int rank, struct ishape *s);
bool rule_min_rank(struct rule_ctx *c, uint32_t i, int rank);	/* true when unknown */
bool rule_max_rank(struct rule_ctx *c, uint32_t i, int rank);
bool rule_merge_dim(struct rule_ctx *c, int input, int dim, idim a, idim b, idim *out);
bool rule_merge(struct rule_ctx *c, int input, struct ishape a, struct ishape b, struct ishape *out);
/* numpy's broadcasting of a and b; false with a note. */
bool rule_broadcast(struct rule_ctx *c, struct ishape a, struct ishape b, struct ishape *out);
/* The elements of integer input i, n of them; NULL when unknown. */
const idim *rule_value(const struct rule_ctx *c, uint32_t i, uint32_t *n);
bool rule_int(const struct rule_ctx *c, uint32_t i, int64_t *v);	/* a known scalar (or one element) */
bool rule_float(const struct rule_ctx *c, uint32_t i, double *v);
/* Integer input i read as a shape, -1 being unknown; of known rank when only its length is known. */
bool rule_shape(struct rule_ctx *c, uint32_t i, struct ishape *out);
/* A size that input i holds, a new symbol when unknown. */
idim rule_size(struct rule_ctx *c, uint32_t i);
void rule_set_value(struct rule_ctx *c, uint32_t slot, uint32_t n, const idim *v);
int64_t rule_attr(const struct rule_ctx *c, const char *name, int64_t otherwise);
bool rule_flag(const struct rule_ctx *c, const char *name);
bool rule_attr_is(const struct rule_ctx *c, const char *name, const char *text);
uint32_t rule_ints(const struct rule_ctx *c, const char *name, int64_t *v, uint32_t max);
bool rule_attr_shape(struct rule_ctx *c, const char *name, struct ishape *out);
void rule_handle(struct rule_ctx *c, uint32_t slot, enum dtype t, struct ishape s);
/* The first thing that resource input i holds; NULL when unknown. */
const struct ihandle_item *rule_held(const struct rule_ctx *c, uint32_t i);
/* An axis counted from the end when negative; false with a note when out of range. */
bool rule_axis(struct rule_ctx *c, int input, int64_t axis, int rank, int *out);

/* Rules that several families use. */
void rule_pass(struct rule_ctx *c);		/* out[i] is in[p + i], value and handle too */
void rule_same(struct rule_ctx *c);		/* out[i] as in[p] */
void rule_scalars(struct rule_ctx *c);		/* every output */
void rule_unknown(struct rule_ctx *c);
void rule_merged(struct rule_ctx *c);		/* out 0: in 0 and in 1, which must agree */
void rule_binary(struct rule_ctx *c);		/* out 0: in 0 and in 1 broadcast */
void rule_said(struct rule_ctx *c);		/* as attr output_shapes says */
void rule_form(struct rule_ctx *c);		/* as row->form says */
bool rule_inputs(struct rule_ctx *c);		/* the part of it before the arrow; false with a note */

#endif
