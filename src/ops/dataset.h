/*
 * tf.data pipelines: a dataset is an immutable object behind a variant scalar, an iterator over one a tree of
 * plain states. Ownership: a dataset owns references to its inputs and tensors; an iterator owns its kids and
 * one reference to its dataset; ds_new, it_new, it_copy give; an elem owns its tensors.
 *
 * An iterator is pulled. Where a stage needs a function called it asks the machine (op_call) and says IT_CALL;
 * once the function has returned, it_returned puts the values where they are waited for and the pull begins
 * again at the top: each stage keeps in its state what it has so far. So a debugger steps into the functions,
 * and a copy of the states is a snapshot at any point.
 */
#ifndef OPS_DATASET_H
#define OPS_DATASET_H

#include "ops/kernel.h"
#include "ops/plist.h"
#include "ops/pmap.h"

enum got { IT_ERR, IT_GOT, IT_END, IT_CALL };

struct elem {
	int n;
	struct tensor **t;
};

enum { CARD_INFINITE = -1, CARD_UNKNOWN = -2 };
enum { DS_FUNCS = 4 };

struct it;
struct ds;

struct ds_kind {
	enum got (*next)(struct op_ctx *c, struct it *i, struct elem *e);
	bool (*make)(struct op_ctx *c, struct ds *d);	/* reads what is its own; NULL: nothing */
	int64_t (*count)(const struct ds *d);		/* elements, CARD_*; NULL: unknown */
	const char *func[DS_FUNCS];			/* the attrs that name its functions */
	const char *role[DS_FUNCS];			/* in the path of what each runs */
	bool keeps;					/* held outlives the end (a cache) once m is set */
	bool ignores;					/* errors below it, also those of functions */
	int ends; /* OUT_OF_RANGE of its function in this phase: the next one begins */
};


struct ds_func {
	const struct function *f;
	int at, n;			/* of val: what it captured, given behind its other arguments */
};

struct ds {
	struct object o;
	const struct ds_kind *kind;
	const char *op;
	int depth;				/* stages below, which recursion goes through */
	int n_types;
	enum dtype *type;			/* of an element's components */
	struct shape *shape;			/* as declared; dims in the same block */
	int n_in, n_val;
	struct ds **in;
	struct tensor **val;			/* components, or what the function captured */
	int64_t a, b, c;			/* counts and sizes, as the kind says */
	int64_t elements;			/* what ds_count found once */
	bool counted;
	struct arena *own;			/* for what the kind keeps besides; NULL: nothing */
	void *more;				/* the same, in own */
	struct ds_func func[DS_FUNCS];
};

struct it {
	struct ds *d;
	int64_t n, m, calls;
	int64_t epoch;				/* how often the source of a repetition was begun before */
	uint64_t seed[2];
	int depth;
	bool started, ended, waiting, has_ret;
	int phase;				/* of kinds with several functions: which one was called */
	struct plist ret;			/* what the function gave */
	struct plist part;			/* gathered for the next element; lost when the run ends before */
	struct plist held;			/* what stays from element to element */
	struct pmap seen;			/* the same, to be looked up */
	int n_kids;
	struct it **kid;
};

struct it *it_new(struct ds *d, int64_t epoch);		/* refs d */
struct it *it_copy(const struct it *i);
/* The same place in another pipeline of the same stages. */
bool it_fits(const struct it *i, const struct ds *d);
struct it *it_copy_over(const struct it *i, struct ds *d);
void it_free(struct it *i);
enum got it_next(struct op_ctx *c, struct it *i, struct elem *e);	/* e: empty before, filled for IT_GOT */
bool it_returned(struct op_ctx *c, struct it *i);	/* false with an error: nobody waits */
/* A function failed that a stage below waits for: does one above that ignore it? it_failed forgets what was under
 * way below, so that the next pull goes on. */
bool it_ignores(const struct it *i, enum err_code code);
void it_failed(struct it *i, enum err_code code);
void it_begin(struct it *i);				/* a new pull: forgets what was under way */
struct it *it_kid(struct it *i, int k, struct ds *d);	/* made when it is not there */
void it_kid_drop(struct it *i, int k);
void it_rewind(struct it *i);				/* to the start, as another repetition */

void elem_free(struct elem *e);
void elem_add(struct elem *e, struct tensor *t);	/* takes t */
void elem_keep(struct plist *l, struct elem *e);	/* moves its tensors to the list's end */

struct ds *ds_new(const struct ds_kind *k, const char *op);
bool ds_types(struct op_ctx *c, struct ds *d, int n, const enum dtype *type);	/* shapes unknown */
const char *ds_types_text(struct op_ctx *c, const struct ds *d);
bool ds_types_like(struct op_ctx *c, struct ds *d, const struct ds *other, int more);
bool ds_types_said(struct op_ctx *c, struct ds *d, const char *attr);
void ds_shapes_said(struct op_ctx *c, struct ds *d);
bool ds_add_in(struct op_ctx *c, struct ds *d, struct ds *in);		/* refs in */
bool ds_add_val(struct op_ctx *c, struct ds *d, struct tensor *t);	/* refs t */
struct ds *ds_of(const struct tensor *t);		/* borrowed; NULL: no dataset */
struct ds *ds_in(struct op_ctx *c, int i);		/* the same with an error */
bool ds_fill(struct op_ctx *c, struct ds *d);	/* all of it, from the node and its inputs */
bool ds_run(struct op_ctx *c);				/* the run of all rows that make one */
int64_t ds_count(const struct ds *d);
bool ds_is_version(struct sv prefix, struct sv op);	/* op is prefix, or prefix and V2, V3 ... */
/* For kinds that only pass on what their first input gives. */
enum got ds_next_input(struct op_ctx *c, struct it *i, struct elem *e);
int64_t ds_count_input(const struct ds *d);
enum got it_pull(struct op_ctx *c, struct it *i, int k, struct elem *e);	/* of input k */
/* Component k of n rows of w tensors as one tensor along a new first dim; step: every so many rows. Gives. */
struct tensor *ds_stack(struct op_ctx *c, const struct plist *rows, int w, int k, int64_t n, int64_t step);
/* A dataset of rows that are there: n of them in v, w tensors each, every step-th, from component k on. Gives. */
struct tensor *ds_of_rows(struct op_ctx *c, const struct ds *like, int from, int w, const struct plist *rows,
			  int64_t n, int64_t step);

/* The first input of the op's argument of that name, or -1; a scalar of it. */
int ds_arg(struct op_ctx *c, const char *name);
bool ds_int(struct op_ctx *c, const char *name, int64_t *v);
bool ds_bool(struct op_ctx *c, const char *name, bool *v);

/* What the op's input seed_generator says; a dummy, or none, says nothing. */
struct ds_seed {
	bool given, again;		/* again: other seeds for each repetition */
	int64_t seed, seed2;
};
bool ds_seed_in(struct op_ctx *c, struct ds_seed *s);
bool ds_aside(struct op_ctx *c, int i);		/* input i is a handle to such a resource; else an error */
/* The seeds of d into b and c: the generator's, the arguments', or fresh ones for 0 and 0. *again as the generator
 * has it, if there is one. */
bool ds_seeds(struct op_ctx *c, struct ds *d, bool *again);
/* Number n (from 0) of the 32-bit numbers that a generator with these seeds gives one at a time. */
uint32_t ds_random(uint64_t seed, uint64_t seed2, uint64_t n);
/* i.seed: d's, or (again) those of the repetition. */
void ds_seeds_begin(struct it *i, bool again);

/* Calls i's function k with part of its state, the elem, then what it captured. Says IT_CALL or IT_ERR. */
enum got ds_call_func(struct op_ctx *c, struct it *i, int k, const struct plist *first, const struct elem *e);
static inline enum got ds_call(struct op_ctx *c, struct it *i, const struct plist *first, const struct elem *e)
{
	return ds_call_func(c, i, 0, first, e);
}
/* The values that came back, moved out; checked against the declared types. */
bool ds_ret(struct op_ctx *c, struct it *i, int n, const enum dtype *type, struct elem *e);

extern const struct ds_kind ds_nth;		/* one element, behind the first a; OUT_OF_RANGE else */
extern const struct ds_kind ds_gather;		/* all elements into held, then one of no components */
extern const struct ds_kind ds_single;		/* the only element of its input */
extern const struct ds_kind ds_reduce;		/* one element: the function's state at the end */

#endif
