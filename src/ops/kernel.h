/*
 * What kernels share inside src/ops: families, broadcasting, moving elements, tiling. Ownership:
 * plans live in the node's scratch arena; everything is borrowed.
 */
#ifndef OPS_KERNEL_H
#define OPS_KERNEL_H

#include "ops/op.h"

/* ---- families ---- */

struct op_family {
	const struct op_row *row;
	int n;
};

#define OP_FAMILY(id, rows) \
	const struct op_family id = { rows, (int)(sizeof(rows) / sizeof((rows)[0])) }

#define FAMILY(name) extern const struct op_family family_##name;
#include "ops/families.def"
#undef FAMILY

/* TensorFlow's TF_CALL_ALL_TYPES: numbers, bool, string, resource, variant. */
#define DM_ANY (DM_NUMBER | DM(DT_BOOL) | DM(DT_STRING) | DM(DT_RESOURCE) | DM(DT_VARIANT))
#define DM_INDEX (DM(DT_INT32) | DM(DT_INT64))

/* Work of less than this many elements stays on one thread. */
enum { TILE_ELEMS = 16384 };

/* ---- shapes in error texts ---- */

/* "[2,3]" in scratch memory. */
const char *op_shape(struct op_ctx *c, int rank, const int64_t *dim);
const char *op_in_shape(struct op_ctx *c, int i);
/* "3,5": numbers with something between, in scratch memory. */
const char *op_list(struct op_ctx *c, const int64_t *v, int64_t n, const char *between);
/* A tensor's first values (all for max < 0) as TensorFlow's messages show them: "[1 2][3...]...". */
void op_summarize(struct str *s, const struct tensor *t, int64_t max);
/* A copy of the dims with room for `extra` more, in scratch memory. */
int64_t *op_dims(struct op_ctx *c, const struct tensor *t, int extra);

/* Output i shares input j's bytes under another shape (OP_VIEW). */
bool op_out_view(struct op_ctx *c, int i, int j, int rank, const int64_t *dim);
/* Output i is t itself (borrowed). */
bool op_out_ref(struct op_ctx *c, int i, struct tensor *t);
void op_temps_free(struct op_ctx *c);

/* ---- elements of any dtype ---- */

/* Copies n elements, strings and objects properly; dst's old content is dropped without freeing. */
bool el_copy(enum dtype t, void *dst, const void *src, int64_t n, struct err *err);
/* Sets n elements to the one at src. */
bool el_fill(enum dtype t, void *dst, const void *src, int64_t n, struct err *err);

/* A copy between two strided blocks of the same extents: strides in elements, negative and zero
 * allowed on the source's side. Tiled over threads for plain types. */
struct move {
	enum dtype dtype;
	int rank;
	const int64_t *dim, *dst_stride, *src_stride;
	void *dst;
	const void *src;
};
bool move_run(struct op_ctx *c, const struct move *m);
/* Row-major strides of dims, in scratch memory. */
int64_t *op_strides(struct op_ctx *c, int rank, const int64_t *dim);

/* ---- broadcasting ---- */

enum { BCAST_MAX = 4 };

/* n operands over one output: dims collapsed, so that the innermost is contiguous or constant for
 * every operand (stride 1 or 0). */
struct bcast {
	int n, rank;			/* rank >= 1 after collapsing */
	int64_t total;			/* elements of the output */
	int64_t *dim;
	int64_t *stride[BCAST_MAX];	/* of each operand, in elements; 0: repeated */
	int out_rank;
	int64_t *out_dim;
};

/* False when the shapes do not fit (no error set), with the output shape otherwise. */
bool bcast_plan(struct bcast *b, struct arena *a, int n, const struct shape *s);

/* Inner loop: n elements; p[0] is the output, p[1..] the operands; step[k] is 0 or 1. */
typedef void (*bcast_fn)(const void *ctx, char *const *p, const uint8_t *step, int64_t n);
/* size[0] is the output's element size, size[1..] the operands'. */
void bcast_run(const struct bcast *b, void *out, const void *const *in, const size_t *size,
	       bcast_fn fn, const void *ctx);

/* Inputs 0 and 1 broadcast, as TensorFlow's binary ops do; false with an error. */
bool op_plan_two(struct op_ctx *c, struct bcast *b);
/* Inputs 0 and 1 must have one shape (gradients of activations); false with an error. */
bool op_same_shapes(struct op_ctx *c);
/* Output 0: input 0's strings followed by input 1's, broadcast. */
bool op_concat_strings(struct op_ctx *c, const struct bcast *b);

/* ---- common checks ---- */

/* An axis input or attr in [-rank, rank) made non-negative. */
static inline bool axis_norm(int64_t *axis, int rank)
{
	if (*axis < -rank || *axis >= rank)
		return false;
	if (*axis < 0)
		*axis += rank;
	return true;
}

/* Padding of one spatial dimension as TensorFlow computes it. */
enum padding { PAD_VALID, PAD_SAME, PAD_EXPLICIT };
bool padding_attr(const struct node *n, enum padding *p, struct err *err);
/* out and before from the input's extent; with EXPLICIT before and after are given. */
bool window_size(struct op_ctx *c, int64_t in, int64_t filter, int64_t dilation, int64_t stride,
		 enum padding p, int64_t *out, int64_t *before, int64_t *after);

/* Prepare's complaint about an attr; returns false. */
bool attr_missing(const struct node *n, const char *name, struct err *err);
/* The int64s of a list attr in the plan's arena. */
bool attr_ints(const struct node *n, const char *name, struct arena *a, const int64_t **v,
	       int *count, struct err *err);

/* Runs fn over tiles [from, to) of n items; `grain` items a tile at least, by the shape alone. */
void tiles_run(int64_t n, int64_t grain, void (*fn)(void *ctx, int64_t from, int64_t to), void *ctx);

/* Converts n half or bfloat16 values to float and back. */
void low_to_float(enum dtype t, float *dst, const void *src, int64_t n);
void low_of_float(enum dtype t, void *dst, const float *src, int64_t n);
/* Input i as float: itself when it is float, else converted into scratch memory. NULL with an error. */
const float *op_in_float(struct op_ctx *c, int i);

#endif
