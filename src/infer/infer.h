/*
 * Shape inference: dtype, shape and, where it matters, the value of every output of a model's graphs,
 * through functions and loops, without running anything. Ownership: infer_new gives, infer_free takes;
 * everything reached from a struct infer borrows from it and lives as long. The model must outlive it.
 * Not thread safe: one thread at a time asks one struct infer; it computes what is asked for, once.
 *
 * A dim is a known size or a symbol: the same symbol is the same size wherever it appears. Symbols made by
 * arithmetic (?batch*10) are found again when the same arithmetic is done again.
 */
#ifndef INFER_INFER_H
#define INFER_INFER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/str.h"
#include "model/model.h"
#include "tensor/tensor.h"

/* A dim, or an element of a partly known value: a number, or a symbol (numbers near INT64_MIN stand for
 * those). A dim is never a negative number. */
typedef int64_t idim;
#define IDIM_SYMBOLS ((idim)(INT64_MIN + ((int64_t)1 << 32)))

static inline bool idim_known(idim d)
{
	return d >= IDIM_SYMBOLS;
}

struct ishape {
	int rank;			/* -1: unknown */
	const idim *dim;
};

/* Elements of a small tensor, row-major; the output's shape is known then. */
struct ivalue {
	uint32_t n;
	const idim *v;			/* integers and bools; NULL for floats */
	const double *f;		/* floats */
};

/* What a resource or variant holds: a variable's value, a TensorList's elements, a queue's components. */
struct ihandle_item {
	enum dtype dtype;
	struct ishape shape;
};
struct ihandle {
	uint32_t n;
	const struct ihandle_item *item;
};

struct iout {
	enum dtype dtype;		/* DT_INVALID: unknown */
	struct ishape shape;
	const struct ivalue *value;	/* NULL: unknown */
	const struct ihandle *handle;	/* NULL: unknown, or no handle */
};

struct infer;
struct igraph;				/* a graph or a function's body with certain arguments */

/* A node whose output is known otherwise than by its rule. */
struct infer_given {
	struct sv node;			/* of the MetaGraph's graph; its output 0 */
	bool has_shape;
	struct shape shape;		/* -1 and rank -1: unknown */
	const struct tensor *value;	/* NULL: unknown; borrowed while infer_new runs */
};

struct infer_opts {
	int64_t batch;			/* size of unknown first dims of signature inputs; 0: a symbol */
	const struct infer_given *given;
	uint32_t n_given;
	bool own;			/* rules alone: _output_shapes and the like are not believed */
	uint64_t budget;		/* nodes to work on in all, 0: as many as the model's size warrants */
	int max_depth;			/* of calls, 0: 64 */
};

struct infer *infer_new(const struct metagraph *mg, const struct infer_opts *o);
void infer_free(struct infer *inf);		/* NULL is fine */

/* The MetaGraph's graph; a function's body seen alone, its arguments known by their own attributes. */
struct igraph *infer_root(struct infer *inf);
struct igraph *infer_function(struct infer *inf, const struct function *f);
/* The body as the MetaGraph's graph calls it (the first such call, through other functions too), else seen
 * alone. Works out the whole graph. */
struct igraph *infer_called(struct infer *inf, const struct function *f);
/* The body that a node of ig calls, with the arguments of that call: role as in paths ("" for plain
 * calls, "cond", "body", "then", "else", "branch2"). NULL: no such call, or a limit was reached. */
struct igraph *infer_inside(struct igraph *ig, uint32_t node, struct sv role);

const struct graph *infer_graph(const struct igraph *ig);
const struct infer *infer_of(const struct igraph *ig);
/* Never NULL; slots that do not exist are unknown. */
const struct iout *infer_out(struct igraph *ig, uint32_t node, uint32_t slot);
/* All nodes of ig, so that its notes are complete. */
void infer_all(struct igraph *ig);

/* What cannot be: an op whose inputs do not fit, or an attribute that says otherwise. */
struct infer_note {
	uint32_t node;
	int input, dim;			/* -1: none in particular */
	bool said;			/* _output_shapes or a signature contradicts; else the op must fail */
	const char *text;		/* as TensorFlow's shape functions say it */
};
const struct infer_note *infer_notes(const struct igraph *ig, uint32_t *n);
/* Was anything left unknown because a limit was reached? */
bool infer_limited(const struct infer *inf);

/* Output slot of a node of g that takes these tensors (NULL: unknown): its shape, -1 where nothing tells. dim
 * has room for SHAPE_MAX_RANK. */
struct shape infer_one(const struct graph *g, const struct node *n, struct tensor *const *in, uint32_t n_in,
		       uint32_t slot, int64_t *dim);

/* Is there a rule for this op? */
bool infer_has_rule(struct sv op);

/* "[?batch,224,224,3]", "[]"; "<unknown>" for unknown rank. */
void ishape_str(const struct infer *inf, struct str *out, struct ishape s);
void idim_str(const struct infer *inf, struct str *out, idim d);
/* As a plain shape: -1 for symbols. dim has room for SHAPE_MAX_RANK. */
struct shape ishape_plain(struct ishape s, int64_t *dim);

#endif
