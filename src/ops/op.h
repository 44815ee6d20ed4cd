/*
 * Ops: one row a TensorFlow op, in its family's table; a kernel holds arithmetic only. Ownership: rows
 * are constant; a kernel borrows its inputs and gives one reference for each output it fills in.
 *
 * A kernel asks the world (resources, files, functions, random state) only through struct op_world,
 * which src/exec implements; so kernels can be tested alone.
 */
#ifndef OPS_OP_H
#define OPS_OP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "model/model.h"
#include "tensor/tensor.h"

struct op_ctx;

/* Flags of a row. */
enum {
	OP_STATEFUL = 1 << 0,	/* reads or writes a resource, files, or prints: never folded */
	OP_RANDOM = 1 << 1,	/* answers differ from run to run unless seeded */
	OP_CALLS = 1 << 2,	/* may ask for a function call (op_call) and has a resume */
	OP_MERGE = 1 << 3,	/* V1: runs as soon as one input is alive */
	OP_SWITCH = 1 << 4,	/* V1: leaves outputs NULL = dead */
	OP_ENTER = 1 << 5, OP_EXIT = 1 << 6, OP_NEXT = 1 << 7, OP_LOOPCOND = 1 << 8,
	OP_FEED = 1 << 9,	/* Placeholder, _Arg: must be fed, its run says that it was not */
	OP_VIEW = 1 << 10,	/* the output may share the input's bytes */
};

/* A type attribute and the dtypes that the kernel takes for it (TensorFlow's CPU registrations). */
struct op_type {
	const char *attr;
	dtype_mask mask;
};

struct op_row {
	const char *name;
	int8_t n_in, n_out;		/* -1: as the op definition's attrs say */
	struct op_type types[4];
	unsigned flags;
	size_t state_size;		/* bytes of the state that prepare fills, zeroed before */
	/* Once per node of a plan: reads attrs into state (arena memory lives as long as the plan). */
	bool (*prepare)(const struct node *n, void *state, struct arena *a, struct err *err);
	bool (*run)(struct op_ctx *c);
	bool (*resume)(struct op_ctx *c);	/* OP_CALLS: after the called function returned */
	/* May be NULL. OP_CALLS: a node of the called function failed; true: resume is called with failed set. */
	bool (*forgives)(struct op_ctx *c);
	/* Multiply-adds and bytes touched for this node with the inputs at hand; may be NULL. */
	void (*cost)(const struct op_ctx *c, double *macs, double *bytes);
	const void *data;		/* the kernel's own constant (say, a row of elementwise code) */
};

/* ---- the world as kernels see it ---- */

/* A named, mutable thing that a resource handle points to: variables, tables, stacks. The value is
 * what snapshots copy: save gives a cheap copy (references only), load puts one back. */
struct resource {
	struct object o;		/* o.cls is its class's object_class */
	const struct resource_class *rcls;
	char *container, *name;
	uint64_t version;		/* counts writes */
};

struct resource_class {
	struct object_class object;
	void *(*save)(struct resource *r);
	void (*load)(struct resource *r, const void *saved);
	void (*saved_free)(void *saved);
};

/* What SaveV2, Save and SaveSlices write. */
struct op_save {
	struct sv path;			/* the prefix; the file's name for v1 */
	bool v1;
	const struct tensor *names, *slices;	/* slices: NULL for none */
	struct tensor *const *value;
	int n;
};

struct op_world {
	/* The resource of that name; made by make(arg) when there is none yet and make is not NULL.
	 * Gives a reference. NULL with an error when missing, or of another class. */
	struct resource *(*resource)(void *ctx, struct sv container, struct sv name,
				     const struct resource_class *cls,
				     struct resource *(*make)(void *arg), void *arg,
				     struct err *err);
	/* Drops the name (DestroyResourceOp); handles that exist keep the object alive. */
	bool (*resource_drop)(void *ctx, struct resource *r, struct err *err);
	/* Must be called after every change of a resource's value. */
	void (*wrote)(void *ctx, struct resource *r);
	/* RestoreV2: prefix as fed; gives the tensor. Where prefix names no V2 checkpoint it does what
	 * restore_v1 does; a V2 checkpoint's type is for the caller to check. */
	struct tensor *(*restore)(void *ctx, struct sv prefix, struct sv key, struct sv slice,
				  enum dtype t, enum dtype said, struct err *err);
	/* Restore, RestoreSlice: files of the old form, which must hold type t; the error says `said`. */
	struct tensor *(*restore_v1)(void *ctx, struct sv pattern, struct sv key, struct sv slice,
				     enum dtype t, enum dtype said, struct err *err);
	bool (*save)(void *ctx, const struct op_save *what, struct err *err);
	bool (*merge)(void *ctx, const struct tensor *prefixes, struct sv dest, bool delete_dirs,
		      bool allow_missing, struct err *err);
	/* A library function, or NULL with an error naming it. */
	const struct function *(*function)(void *ctx, struct sv name, struct err *err);
	/* May this file be read (true) or written? Inside the model's folder reading is allowed. */
	bool (*file_ok)(void *ctx, struct sv path, bool write, struct err *err);
	/* PrintV2 and logging ops. */
	void (*print)(void *ctx, struct sv text);
	/* Adds the path of the node that runs, without iterations: what its own state goes by. */
	void (*path)(void *ctx, struct str *out);
	/* The version of the GraphDef that the model's nodes were written for. */
	int64_t (*graph_version)(void *ctx);
	/* A fresh seed for an unseeded random op. */
	uint64_t (*seed)(void *ctx);
	/* False with an error when ^C came or time is up; long kernels ask now and then. */
	bool (*go_on)(void *ctx, struct err *err);
};

enum { OP_ACT_BYTES = 64 };

struct op_ctx {
	const struct op_row *row;
	const struct node *node;
	const void *state;
	int n_in, n_out;
	struct tensor *const *in;	/* borrowed; NULL for a dead input (OP_MERGE only) */
	struct tensor **out;		/* all NULL before */
	struct arena *scratch;		/* forgotten after the node */
	struct err *err;
	const struct op_world *world;
	void *world_ctx;
	bool may_reuse;			/* in[] entries whose only holder is the machine may be taken */
	/* OP_CALLS: */
	void **act;			/* the op's own memory between run and resume calls, malloc'd
					 * with OP_ACT_BYTES, plain numbers only, so that a copy of the
					 * machine's state can copy it; freed by the machine with free()
					 * when the node is done. Tensors that live from call to call (a
					 * loop's variables) wait in out[], which the machine keeps */
	struct op_call_req *call;	/* filled by op_call */
	struct tensor *const *ret;	/* in resume: the called function's returns, borrowed */
	int n_ret;
	enum err_code failed;		/* in forgives: how the called function did; in resume: it did, and
					 * row->forgives said yes */
	struct op_temp *temps;		/* what op_temp and op_hold gave; freed by op_run, op_resume */
};

/* Asks the machine to call f with args (it takes one reference of each) once this run or resume
 * returns true; resume is called with the returns. role is a path component ("" for plain calls,
 * "cond", "body", "then", "else", "branch2"), iter the iteration or -1. */
struct op_call_req {
	const struct function *f;
	struct tensor **args;
	int n_args;
	const char *role;
	int64_t iter;
};
bool op_call(struct op_ctx *c, const struct function *f, struct tensor *const *args, int n,
	     const char *role, int64_t iter);

/* ---- helpers for kernels ---- */

/* Output i, allocated; false with an error. dim is copied. */
struct tensor *op_out(struct op_ctx *c, int i, enum dtype t, int rank, const int64_t *dim);
struct tensor *op_out_like(struct op_ctx *c, int i, const struct tensor *like);
/* Takes over input j's memory for output i when nobody else holds it and type and size agree; else
 * allocates. */
struct tensor *op_out_reuse(struct op_ctx *c, int i, int j, enum dtype t, int rank,
			    const int64_t *dim);
/* An error of this node: TensorFlow's code and text. Returns false. */
bool op_fail(struct op_ctx *c, enum err_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
bool op_invalid(struct op_ctx *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* 64-byte aligned memory until the kernel returns, for sizes that a shape decides; NULL with an error
 * when refused. op_hold takes a tensor that shall live as long. */
void *op_temp(struct op_ctx *c, size_t bytes);
void op_hold(struct op_ctx *c, struct tensor *t);
/* A scalar or 1-D integer input (int32 or int64) as int64s in scratch memory. */
bool op_int_vec(struct op_ctx *c, int i, const int64_t **v, int64_t *n);
bool op_int_scalar(struct op_ctx *c, int i, int64_t *v);

/* ---- the registry ---- */

/* The row for an op, or NULL: smtui has no kernel for it. */
const struct op_row *op_find(struct sv op);
/* Why smtui will not have a kernel for it; NULL: nothing is said. */
const char *op_refusal(struct sv op);
int op_n(void);
const struct op_row *op_at(int i);	/* sorted by name */
/* Does this node's kernel take its types? false with an UNIMPLEMENTED error that names op and node. */
bool op_check(const struct op_row *row, const struct node *n, struct err *err);
/* prepare with state allocated in a; *state may be NULL when there is none. */
bool op_prepare(const struct op_row *row, const struct node *n, struct arena *a, void **state,
		struct err *err);

/* What the machine calls for a node: checks that the inputs at hand have the types that the node's
 * definition and attrs promise (a damaged graph may wire anything to anything), puts the current value
 * of a V1 variable in the place of a reference to it, then calls row->run. */
bool op_run(struct op_ctx *c);
bool op_resume(struct op_ctx *c);	/* the same before row->resume */
/* V1 reference edges: what VariableV2 and Assign put out is the value of that moment, bound to the
 * variable. Gives a reference to the variable's value now (of a plain tensor: to itself); NULL: the
 * variable has no value yet. */
struct tensor *op_deref(struct tensor *t);
/* The row for a node whose op is a library function's name (node->callee). */
const struct op_row *op_call_row(void);

/* Which BLAS is in use, for --version: "OpenBLAS 0.3.21 (SkylakeX)", "built-in (AVX2)". Loads it. */
const char *op_blas_name(void);
/* Which of our own kernels: "baseline", "avx2", "avx512". */
const char *op_cpu_name(void);

#endif
