/*
 * What the check's files share: the context of a run, what signatures reach, and how findings are made.
 * Ownership: everything here belongs to the struct check.
 */
#ifndef INSPECT_CHECK_INSIDE_H
#define INSPECT_CHECK_INSIDE_H

#include "base/map.h"
#include "base/str.h"
#include "base/vec.h"
#include "inspect/check.h"
#include "model/callees.h"

/* ---- what runs (check_reach.c) ---- */

/* A graph that something wanted reaches: the MetaGraph's, or a function's body, each once. */
struct reached {
	const struct graph *g;
	uint8_t *mark;			/* by node: reached */
	uint32_t *next;			/* by node: the consumer that wanted it first, or NODE_NONE: an end */
	uint32_t up;			/* the graph that calls it; its own index: none */
	uint32_t call;			/* the calling node there */
	char role[24];
	uint32_t root;			/* the signature that reached it first, or NODE_NONE */
	uint32_t *root_of;		/* of the MetaGraph's graph: by node, the signature that wants it first */
};

struct infer;

struct reach {
	VEC(struct reached) graph;	/* [0] is the MetaGraph's own */
	int32_t *by_func;		/* index into graph, or -1 */
};

struct root {
	struct edge e;			/* of the MetaGraph's graph */
	uint32_t sig;			/* or NODE_NONE */
};

void reach_from(struct reach *r, const struct metagraph *mg, const struct root *roots, size_t n);
void reach_free(struct reach *r);
bool reach_has(const struct reach *r, const struct graph *g, uint32_t node);
/* The node's path from the MetaGraph's graph down, as everywhere. */
void reach_path(const struct reach *r, uint32_t gi, uint32_t node, struct str *out);
/* "A (ReadFile) > B (DecodeJpeg) > ... > signature serving_default", shortest first. */
void reach_way(const struct check *c, uint32_t gi, uint32_t node, struct str *out);
/* Is it inside a branch of an If, Case or V1 cond, so that it may never run? */
bool reach_maybe(const struct reach *r, uint32_t gi, uint32_t node);
/* The edge behind Identities and through the arguments of calls: where a value really comes from. */
struct origin {
	uint32_t gi;
	struct edge e;
};
struct origin reach_origin(const struct reach *r, uint32_t gi, struct edge e);

/* ---- which inputs an output depends on (check_depend.c) ---- */

struct depend;
struct depend *depend_new(const struct metagraph *mg);
void depend_free(struct depend *d);
/* Fills hit[i] for each of the n edges `from` of the MetaGraph's graph that `to` depends on. */
void depend_on(struct depend *d, struct edge to, const struct edge *from, uint32_t n, bool *hit);

/* ---- the run ---- */

/* What was counted in a variable's value, or in a constant on the serving path. */
struct weight {
	int64_t var;			/* index, or -1: the constant */
	uint32_t gi, node;
	int rank;
	int64_t n, n_nan, n_inf, n_zero;
	double absmax;
};

struct check {
	const struct metagraph *mg;
	struct check_opts o;
	const struct check_rule *rule;	/* the one that runs */
	VEC(struct finding) found;
	VEC(char *) unjudged;
	struct reach serve;		/* what the signatures run */
	struct reach init;		/* what loading runs: init op and restore op */
	bool stop;
	struct err err;			/* why it stopped */
	bool weighed;			/* check_weights.c: */
	VEC(struct weight) weight;
	struct map read_vars;		/* names of the variables that signatures read */
	struct infer *infer;		/* check_shapes.c: NULL until somebody asks */
	uint32_t kept, dropped;		/* findings of the rule that runs */
};

/* Adds a finding of the rule that runs; place is taken over by the finding (malloc'd). NULL when it is not
 * kept. The answer is valid until the next one is added. */
struct finding *check_found(struct check *c, char *place, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));
/* The same with its own severity. */
struct finding *check_found_as(struct check *c, enum check_severity s, char *place, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
/* At a node of a graph that signatures reach: path, way and spot filled in. */
struct finding *check_node(struct check *c, enum check_severity s, uint32_t gi, const struct node *n, const char *fmt,
			   ...) __attribute__((format(printf, 5, 6)));
void check_spot(struct finding *f, enum check_spot_kind kind, uint32_t i);	/* f may be NULL */
void check_say_unjudged(struct check *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* False when the run shall end: ^C or the caller's wish. part: how much of it, 0 to 1. */
bool check_go_on(struct check *c, const char *what, double part);

/* Calls fn for every node that signatures run, graph by graph. */
void check_each(struct check *c, void (*fn)(struct check *c, uint32_t gi, const struct node *n, void *ctx), void *ctx);

/* The same for every node of the graph and of all functions, whether anything reaches it or not. */
void check_every(struct check *c, void (*fn)(struct check *c, const struct graph *g, const struct node *n, void *ctx),
		 void *ctx);
/* At any node: as check_node where signatures reach it, else "function/node". */
struct finding *check_any(struct check *c, enum check_severity s, const struct graph *g, const struct node *n,
			  const char *fmt, ...) __attribute__((format(printf, 5, 6)));

/* One finding for all nodes of a kind (check_kinds.c): is it the first of this key? Others are counted; then add
 * its finding, which may be NULL; at the end finish, which frees. */
struct kind {
	uint32_t count;
	size_t finding;
	char *key;
};
struct kind_found {
	struct map seen;		/* key to index */
	VEC(struct kind) kind;
};
bool kind_first(struct kind_found *k, struct sv key);
void kind_add(struct check *c, struct kind_found *k, struct finding *f);
void kinds_finish(struct check *c, struct kind_found *k);

/* Every tensor of a signature's row, components of sparse and composite ones too. */
typedef void (*info_fn)(void *ctx, const struct tensor_info *ti, struct sv name);
void info_each(const struct tensor_info *ti, info_fn fn, void *ctx);
/* Edges of a row's tensors that are there: at most max are filled, all counted. */
uint32_t info_edges(const struct metagraph *mg, const struct tensor_info *ti, struct edge *e, uint32_t max);
char *sig_place(const struct signature *s, const struct tensor_info *ti);	/* "serving_default/x"; gives */
/* Signatures that make objects for the loader, not for people. */
bool sig_internal(const struct signature *s);
/* Calls fn for every row of the signatures that people call. */
typedef void (*row_fn)(struct check *c, uint32_t sig, const struct tensor_info *ti, bool input);
void each_row(struct check *c, row_fn fn);
struct finding *at_row(struct finding *f, uint32_t sig);	/* its spot is that signature; f may be NULL */
/* Where a V1 variable, a VarHandleOp or a table keeps its name: shared_name, else the node's. */
struct sv resource_name(const struct node *n);

/* ---- the rules' functions, by family ---- */

void rule_serve_tag(struct check *c);
void rule_no_signature(struct check *c);
void rule_no_default(struct check *c);
void rule_signature_tensor(struct check *c);
void rule_signature_dtype(struct check *c);
void rule_signature_shape(struct check *c);
void rule_unknown_rank(struct check *c);
void rule_fixed_batch(struct check *c);
void rule_fixed_reshape(struct check *c);
void rule_unused_input(struct check *c);
void rule_constant_output(struct check *c);
void rule_default_value(struct check *c);
void rule_rest_dtype(struct check *c);
void rule_rest_bytes(struct check *c);
void rule_rest_key(struct check *c);
void rule_rest_row(struct check *c);

void rule_damage(struct check *c);
void rule_asset_missing(struct check *c);
void rule_asset_unused(struct check *c);
void rule_asset_outside(struct check *c);
void rule_fingerprint(struct check *c);
void rule_version_folder(struct check *c);

void rule_checkpoint(struct check *c);
void rule_shard(struct check *c);
void rule_checksum(struct check *c);
/* The variable's name without ":0"; do signatures read one of that name? */
struct sv variable_name(const struct variable *v);
bool variable_is_read(struct check *c, const struct variable *v);
void rule_variable_absent(struct check *c);
void rule_variable_shape(struct check *c);
void rule_variable_unused(struct check *c);
void rule_weight_nan(struct check *c);
void rule_weight_zero(struct check *c);
void rule_weight_huge(struct check *c);
void rule_dead_constant(struct check *c);

void rule_table(struct check *c);
void rule_shape_conflict(struct check *c);
/* What the rules of shape inference find; dim has room for SHAPE_MAX_RANK. */
struct shape infer_signature_shape(struct check *c, struct edge e, int64_t *dim);
void check_infer_free(struct check *c);
void rule_dangling(struct check *c);
void rule_missing_function(struct check *c);
void rule_unknown_op(struct check *c);
void rule_removed_op(struct check *c);
void rule_bad_attr(struct check *c);
void rule_bad_edge(struct check *c);
void rule_placeholder(struct check *c);

void rule_dropout(struct check *c);
void rule_batch_norm(struct check *c);
void rule_random(struct check *c);
void rule_no_kernel(struct check *c);
void rule_file_op(struct check *c);
void rule_network_op(struct check *c);
void rule_python_op(struct check *c);
void rule_blocking_op(struct check *c);
void rule_debug_op(struct check *c);
void rule_state_write(struct check *c);
void rule_float64(struct check *c);
void rule_device(struct check *c);
void rule_xla(struct check *c);

void rule_runtime_op(struct check *c);
void rule_runtime_attr(struct check *c);
void rule_runtime_version(struct check *c);

/* The release of TensorFlow that first had the op; false: not in the table. */
bool op_first_release(struct sv op, int *major, int *minor);
/* Is this node's random number the mask of a dropout? */
bool is_dropout_noise(const struct graph *g, const struct node *n);

#endif
