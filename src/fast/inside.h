/*
 * The fast program's inside. Ownership: a program owns its nodes, values, packed weights and the
 * programs of its loops and branches; a value owns one reference to its tensor (a constant two, so
 * that no kernel writes into it).
 *
 *   prog --> val[]   one for each tensor: constants are there from the start, arguments are put in
 *        --> node[]  in the order in which they run; in[] and out[] are indices of val
 *                    FK_OP       a kernel as it is
 *                    FK_CONV ..  weights packed, with what came after it
 *                    FK_UP       a transposed convolution without overlap
 *                    FK_CHAIN    elementwise ops, a block of elements at a time through all of them
 *                    FK_POOL     the largest of windows of an image with zeros around it
 *                    FK_MEAN     over the pixels of channels-last images
 *                    FK_CELL     of an LSTM layer
 *                    FK_WHILE    cond and body, programs of their own; FK_IF: branches
 *                    FK_SWITCH   TensorFlow 1's branches: of a Switch one output is there, a FK_MERGE takes
 *                                what is there, FK_GUARD hands in[0] on when in[1] is there; flow.h says more
 */
#ifndef FAST_INSIDE_H
#define FAST_INSIDE_H

#include "base/mem.h"
#include "base/vec.h"
#include "exec/machine.h"
#include "fast/fast.h"
#include "ops/packed.h"

#define VAL_NONE UINT32_MAX

/* FK_OPs that mostly count a loop's rounds. */
enum { COUNT_NO, COUNT_ADD, COUNT_SUB, COUNT_LESS };

enum fkind { FK_OP, FK_CONV, FK_DEPTHWISE, FK_PRODUCT, FK_UP, FK_CHAIN, FK_POOL, FK_MEAN, FK_CELL, FK_WHILE, FK_IF,
	     FK_SWITCH, FK_MERGE, FK_GUARD };

struct fval {
	struct tensor *t;
	bool konst;
	bool kept;		/* a result, or what a result is: lives to the end of the run */
	uint32_t last;		/* the node that reads it last; VAL_NONE: none does */
	uint32_t reads;		/* how often it is read, results included */
	uint32_t from;		/* the node that makes it; VAL_NONE: none */
	struct tensor *spare[2];	/* small ones that it was before, to be used again; see fresh() */
};

struct fnode {
	enum fkind kind;
	bool dead;		/* its work is done by another one */
	uint8_t counter;	/* COUNT_ADD ... */
	const struct pnode *pn;
	uint32_t n_in, n_out;
	uint32_t *in, *out;
	enum dtype *seen;	/* types of the inputs that the kernel has accepted */
	bool proved;
	void *x;		/* struct fconv, fchain, floop; FK_MERGE: which inputs, uint32_t */
	struct str what;	/* "Conv2D+BiasAdd", when more than its op */
	uint64_t ns, runs;
	double macs, bytes;
};

struct fprog {
	VEC(struct fval) val;
	VEC(struct fnode) node;
	bool acts;		/* holds something that is done for its effect: an Assert */
	bool again;		/* runs many times in a run: a loop's */
	bool ways;		/* a value may be NULL: what reads it is left out */
	uint32_t n_args, n_rets;
	uint32_t *arg, *ret;
	struct tensor **in, **out;	/* the node at hand's, as many as any node has */
	bool *hold;
	uint32_t widest;
	struct arena *arena;		/* small things of the nodes */
};

/* Products and convolutions. in[0] is the image or the rows, in[1], if there, what is added. */
struct fconv {
	struct packed *w;
	struct packed **line;	/* transposed: each line of the filter */
	float *filter, *bias;	/* depthwise; n floats, in the program's arena */
	int64_t fh, fw, channels, n;
	int64_t stride_h, stride_w, dil_h, dil_w;
	int64_t pad[4];		/* top, bottom, left, right, before what same adds */
	bool same;
	int contract;		/* product: so many trailing dims of in[0] are summed over */
	int rank;		/* that in[0] must have; -1: two or more */
	int n_tail;		/* and these take their place */
	int64_t tail[8];
	struct pk_after after;
	const struct pnode *add;	/* the addition, for operands that are not alike */
};

enum { CHAIN_STEPS = 24, CHAIN_INS = 12 };

/* One operation of a chain: operands below CHAIN_INS are the node's inputs, others results of
 * steps before. */
struct fstep {
	un_fn un;		/* or */
	bin_fn bin;		/* or neither: clamp(a * b + c), a batch norm */
	uint8_t a, b, c;
	float lo, hi;
	const struct pnode *pn;	/* when the shapes do not fit the chain */
};

struct fchain {
	uint32_t n;
	struct fstep step[CHAIN_STEPS];
};

struct floop {
	struct fprog *cond, *body;	/* of If: else, then */
	bool *same;			/* the body hands the variable on as it is */
};

/* What a program runs in. */
struct frun {
	struct exec *x;
	struct session *s;
	struct op_world world;
	struct arena *scratch;
	struct err err;
	bool profile, timed;
	double inner;		/* seconds of the nodes within the loop or branch at hand */
};

struct fast {
	struct exec *x;
	struct fprog *root;
	VEC(struct fprog *) all;	/* the programs of loops too */
	struct fast_count count;
	bool profile;
	struct arena *scratch;	/* of its runs */
	struct op_world world;
};

/* ---- build.c ---- */

struct build {
	struct fast *f;
	struct fprog *p;
	struct frun r;
	struct str *why;
	int depth;
	uint32_t guard;		/* VAL_NONE, or a value without which nothing of the plan at hand runs */
};

uint32_t prog_val(struct fprog *p);
/* A value that is there from the start; takes t. */
uint32_t prog_const(struct fprog *p, struct tensor *t);
struct fprog *prog_new(struct fast *f);
void prog_free(struct fprog *p);
/* Not in the fast mode: why. Returns false. */
bool slow(struct build *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
struct fnode *fast_add_node(struct build *b, enum fkind kind, const struct pnode *pn, const uint32_t *in,
			    uint32_t n_in, const uint32_t *out, uint32_t n_out);
/* The body of a function as a program; konst[i]: argument i's value for good, or NULL. */
struct fprog *build_function(struct build *b, const struct function *f, struct tensor *const *konst, uint32_t n);
/* Counts readers anew. */
void prog_count(struct fprog *p);
/* Arguments; as in build_function. */
void prog_args(struct fprog *p, struct tensor *const *konst, uint32_t n);
/* All nodes are there: fuses, packs, drops. */
void prog_finish(struct fast *f, struct fprog *p);
/* A node whose inputs are there: folded, inlined or added. */
bool fast_put_node(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out);
/* The outputs of a node that is an argument or fed, as far as they are. */
bool build_given(struct build *b, const struct plan *p, uint32_t pos, const uint32_t *args, uint32_t n_args,
		 uint32_t *out);
/* Its outputs are its inputs. */
bool node_hands_on(const struct pnode *pn);

/* ---- fold.c ---- */

/* What a node that reads or makes something outside of the program may do. */
enum touch { TOUCH_NONE, TOUCH_ONCE, TOUCH_READ, TOUCH_RUN, TOUCH_NEVER };
enum touch op_touch(const struct pnode *pn);

/* ---- flow.c, ways.c ---- */

/* Whether p has, or runs in, a branch or a loop of TensorFlow 1; then flow_emit brings it out. */
bool flow_needed(const struct build *b, const struct plan *p);
bool flow_emit(struct build *b, const struct plan *p, const uint32_t *args, uint32_t n_args, uint32_t *rets);
bool run_switch_node(struct frun *r, struct fprog *p, const struct fnode *n);
bool run_merge_node(struct frun *r, struct fprog *p, const struct fnode *n);

/* ---- loop.c ---- */

bool build_while(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out);
bool build_if(struct build *b, const struct pnode *pn, const uint32_t *in, uint32_t *out);
bool run_while_node(struct frun *r, struct fprog *p, struct fnode *n);
bool run_if_node(struct frun *r, struct fprog *p, struct fnode *n);

/* ---- fuse.c, chain.c, cell.c ---- */

void fuse_products(struct fast *f, struct fprog *p);
void fuse_chains(struct fast *f, struct fprog *p);
void find_means(struct fprog *p);
void fuse_cells(struct fast *f, struct fprog *p);
bool run_cell(struct frun *r, struct fprog *p, const struct fnode *n);
/* y = x * factor + shift, for a batch norm whose numbers are known and of which only y is read. */
bool batch_norm_known(const struct fprog *p, const struct fnode *n, double *factor, double *shift, int64_t channels);
bool run_chain(struct frun *r, struct fprog *p, struct fnode *n);

/* ---- conv.c ---- */

bool run_conv_node(struct frun *r, struct fprog *p, struct fnode *n);
bool run_product_node(struct frun *r, struct fprog *p, struct fnode *n);
bool run_mean_node(struct frun *r, struct fprog *p, struct fnode *n);

/* How the windows of c lie on image x; false: they do not. c->channels of 0 are any. */
bool conv_geometry(const struct fconv *c, const struct tensor *x, struct pk_conv *g);

/* ---- pool.c ---- */

bool run_pool(struct frun *r, struct fprog *p, const struct fnode *n);

/* ---- upconv.c ---- */

/* Whether node n with the strides and pads in c can be one; then n and channels are set. */
bool upconv_start(const struct fnode *n, struct fconv *c, const struct tensor *w);
bool upconv_pack(struct fprog *p, struct fconv *c, const struct tensor *w, const float *scale, const float *shift);
void upconv_free(struct fconv *c);
size_t upconv_bytes(const struct fconv *c);
bool run_upconv(struct frun *r, struct fprog *p, const struct fnode *n);

/* ---- run.c ---- */

/* Runs one kernel on in[0 .. n_in), gives out[0 .. n_out). */
bool kernel(struct frun *r, const struct pnode *pn, struct tensor *const *in, int n_in, struct tensor **out,
	    int n_out, bool proved);
/* args are borrowed, rets given. */
bool prog_run(struct frun *r, struct fprog *p, struct tensor *const *args, struct tensor **rets);
/* As prog_run, but takes the args that it reads, which are NULL afterwards; not those that keep[] names. */
bool prog_run_take(struct frun *r, struct fprog *p, struct tensor **args, const bool *keep, struct tensor **rets);
/* A tensor for the node's output k, its contents undefined. In a loop's program a small one of a round before that
 * nobody holds any more comes back. Gives a reference; NULL with r's error. */
struct tensor *fresh(struct frun *r, struct fprog *p, const struct fnode *n, int k, enum dtype t, int rank,
		     const int64_t *dim);
/* Something that the program does not do: the faithful mode shall. Returns false. */
bool give_up(struct frun *r, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Who reads what a node makes, when it is one node; NULL otherwise. */
struct fnode *only_reader(struct fprog *p, uint32_t val);
bool node_is(const struct fnode *n, const char *op);
/* The node's work is done by n: it is named in its text. */
void fuse_into(struct fast *f, struct fnode *n, struct fnode *done);

#endif
