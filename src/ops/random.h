/*
 * Philox 4x32-10 as TensorFlow uses it, and its distributions, bit for bit. Ownership: a philox is a plain
 * value; fills borrow the tensor that they write.
 */
#ifndef OPS_RANDOM_H
#define OPS_RANDOM_H

#include "ops/kernel.h"

struct var;

struct philox {
	uint32_t key[2], ctr[4];
};

void philox_skip(struct philox *p, uint64_t n);	/* n times four numbers */
void philox_next(struct philox *p, uint32_t out[4]);

/* One 32-bit number at a time. */
struct philox1 {
	struct philox g;
	uint32_t have[4];
	int used;
};
struct philox1 philox1_new(const struct philox *g);
uint32_t philox1_next(struct philox1 *s);
uint64_t philox1_next64(struct philox1 *s);
float philox1_float(struct philox1 *s);			/* [0, 1) */
double philox1_double(struct philox1 *s);
/* [0, n), exactly even: what would tilt it is drawn again. */
uint32_t philox1_below(struct philox1 *s, uint32_t n);
uint64_t philox1_below64(struct philox1 *s, uint64_t n);

/* Doubles one at a time as TensorFlow's samplers take them: pairs, the second first. */
struct doubles {
	struct philox *g;
	double have[2];
	int left;
	bool normal;
};
double doubles_next(struct doubles *d);
double philox_double(uint32_t hi, uint32_t lo);

/* Samples of the standard normal (or of uniform numbers) as a tensor of that type gets them: all that one draw
 * gives, four or, of doubles, two, rounded to the type. How many. */
int philox_four(struct philox *g, enum dtype t, bool normal, double out[4]);

enum fill { FILL_UNIFORM, FILL_NORMAL, FILL_TRUNCATED, FILL_INT, FILL_BITS };
/* Fills t; lo and hi as 64-bit numbers for FILL_INT: [lo, hi). */
void random_fill(struct tensor *t, enum fill how, const struct philox *g, uint64_t lo, uint64_t hi);

/* The generator of this node, by attrs seed and seed2, which goes on from call to call: gives the state now
 * and skips what n outputs may take (256 times four numbers each), or (exactly) n numbers. */
bool random_reserve(struct op_ctx *c, uint64_t n, struct philox *g);
bool random_reserve_exact(struct op_ctx *c, uint64_t n, struct philox *g);
/* What else this node keeps between calls, a resource of that class; made by make(arg) at first (NULL: only what is
 * there, without an error). Gives a reference. */
struct resource *random_own(struct op_ctx *c, const struct resource_class *cls,
			    struct resource *(*make)(void *arg), void *arg);
/* Key, counter and algorithm at inputs i, i + 1, i + 2. */
bool random_of_key(struct op_ctx *c, int i, struct philox *g);
/* The same inputs, of which the counter's first word serves as the key, and the key as the counter. */
bool random_of_swapped_key(struct op_ctx *c, int i, struct philox *g);
/* A generator in the variable at input 0, whose algorithm is `alg`; n times four numbers are taken from it. */
bool random_of_var(struct op_ctx *c, struct var *v, int64_t alg, uint64_t n, struct philox *g);
/* Output 0: input 0's rows in another order. */
bool random_shuffle(struct op_ctx *c, const struct philox *g);
/* A seed vector of two, scrambled into key and counter. */
bool random_of_seed(struct op_ctx *c, int i, struct philox *g);
/* Output 0 of the shape that input i says. */
struct tensor *random_out(struct op_ctx *c, int i, enum dtype t);

#define DM_RANDOM (DM(DT_HALF) | DM(DT_BFLOAT16) | DM(DT_FLOAT) | DM(DT_DOUBLE))

#endif
