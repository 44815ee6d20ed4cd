/*
 * The fast mode of a run: a plan that only reads becomes a flat program, with calls inlined,
 * constants and variables folded, batch norms, biases and activations fused into the products and
 * convolutions before them, and weights packed once. Ownership: fast_new gives, fast_free takes;
 * the exec it was made from is borrowed and must outlive it.
 *
 * The answers differ from the faithful mode's by rounding only. What the program cannot do as well,
 * or what fails in it, is left to the faithful mode, whose answers and errors are TensorFlow's.
 */
#ifndef FAST_FAST_H
#define FAST_FAST_H

#include "base/str.h"
#include "exec/exec.h"

struct fast;

/* Before x has run. NULL with the reason added to why: x must run faithfully. */
struct fast *fast_new(struct exec *x, struct str *why);
void fast_free(struct fast *f);

/* Runs on x's feeds, as often as wanted; the results are x's (exec_fetch). false: x must run faithfully, nothing has
 * been changed; ^C and a run out of time are errors. */
bool fast_run(struct fast *f, struct str *why, struct err *err);

/* What became of the plan's nodes. */
struct fast_count {
	uint32_t nodes;			/* of the plan, calls inlined */
	uint32_t folded;		/* computed once */
	uint32_t fused;			/* done by another node's kernel */
	uint32_t steps;			/* that are left, loops' bodies included */
	size_t packed_bytes;		/* of weights; at most about FAST_PACK_BYTES */
};
/* More weights than this are not packed once but piece by piece as they are used: a large model is not in memory
 * twice. */
#define FAST_PACK_BYTES ((size_t)256 << 20)
struct fast_count fast_count(const struct fast *f);

/* Nanoseconds of each step, summed over the runs since fast_profile; the node that a step is
 * named after. */
void fast_profile(struct fast *f, bool on);
struct fast_step {
	const struct node *node;
	const char *what;		/* "Conv2D+BiasAdd+Relu" */
	uint64_t ns, runs;
	double macs, bytes;		/* of all runs: multiply-adds where the kernel counts them; read and written */
};
uint32_t fast_n_steps(const struct fast *f);
bool fast_step(const struct fast *f, uint32_t i, struct fast_step *out);

/* What this machine can do with the threads at hand: floating point operations and bytes from and to memory in a
 * second. Takes some milliseconds. */
struct fast_roof {
	double flops, bytes;
};
struct fast_roof fast_roof(void);

#endif
