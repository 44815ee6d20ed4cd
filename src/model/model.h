/*
 * A SavedModel opened for reading: immutable, decoded lazily, no protobuf type in sight. Ownership:
 * model_open gives, model_close takes; everything reached from a model borrows from it and stays
 * valid until model_close. A slot that is decoded on demand is filled once under a lock, so that
 * all of this may be called from any thread.
 * Sources: tensorflow/core/protobuf/{saved_model,meta_graph,saved_object_graph,fingerprint}.proto,
 * tensorflow/core/framework/{graph,node_def,function,attr_value,tensor}.proto.
 */
#ifndef MODEL_MODEL_H
#define MODEL_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/sv.h"
#include "bundle/bundle.h"
#include "model/opdef.h"
#include "tensor/dtype.h"
#include "tensor/shape.h"
#include "tensor/tensor.h"

struct arena;
struct model;
struct v1;
struct metagraph;
struct graph;
struct function;

/* ---- attributes ---- */

enum attr_kind {
	ATTR_NONE,		/* value missing or of an unknown form */
	ATTR_STRING,		/* s */
	ATTR_INT,		/* i */
	ATTR_FLOAT,		/* f */
	ATTR_BOOL,		/* i */
	ATTR_TYPE,		/* i, an enum dtype */
	ATTR_SHAPE,		/* shape */
	ATTR_TENSOR,		/* s: TensorProto bytes, for tensorproto_decode */
	ATTR_FUNC,		/* s: function's name; items: its attrs' values, names: their names */
	ATTR_PLACEHOLDER,	/* s: name of the enclosing function's attr */
	ATTR_LIST,		/* items */
};

struct attr_value {
	enum attr_kind kind;
	uint32_t n;			/* of items */
	struct sv s;
	int64_t i;
	float f;
	struct shape shape;
	const struct attr_value *items;
	const struct sv *names;
};

struct attr {
	struct sv name;
	struct attr_value v;
};

/* ---- graphs and nodes ---- */

#define NODE_NONE UINT32_MAX
#define SLOT_CONTROL UINT32_MAX

/* An end of an edge: output `slot` of node `node`; NODE_NONE when the name resolves to nothing. */
struct edge {
	uint32_t node;
	uint32_t slot;
};

struct node {
	struct sv name, op, device;
	uint32_t index;
	uint32_t n_in, n_ctl, n_attrs;
	const struct edge *in;		/* data inputs in order */
	const struct edge *ctl;		/* control inputs, slot == SLOT_CONTROL */
	const struct sv *in_text;	/* as written in the file: n_in, then n_ctl ("^a") */
	const struct attr *attrs;	/* sorted by name */
	const struct opdef *def;	/* NULL: an op that nobody knows */
	const struct function *callee;	/* op is a library function's name (legacy call); else NULL */
	uint32_t n_out;			/* by definition and attrs; unknown op: highest slot used + 1 */
	const enum dtype *out_type;	/* n_out base types; DT_INVALID where unknown */
};

/* The body of a MetaGraph or of a function. A function's graph starts with its arguments as nodes of
 * op "_Arg" (name: the argument's; one output; attr T), then the body's nodes in file order. */
struct graph {
	const struct metagraph *mg;
	const struct function *func;	/* NULL: the MetaGraph's own graph */
	uint32_t n_nodes;		/* arguments included */
	uint32_t n_args;
	struct graph_priv *priv;
};

/* Name and op cost no decoding. */
struct sv graph_node_name(const struct graph *g, uint32_t i);
struct sv graph_node_op(const struct graph *g, uint32_t i);
/* NodeDef bytes as they lie in the file; empty for a function's argument. */
struct sv graph_node_bytes(const struct graph *g, uint32_t i);
/* The whole node, decoded on first use. NULL with an error when its bytes are damaged. */
const struct node *graph_node(const struct graph *g, uint32_t i, struct err *err);
/* Index by exact name, or NODE_NONE. */
uint32_t graph_find(const struct graph *g, struct sv name);
/* "name", "name:2", "^name", in function bodies "name:arg:0" too. false with an error if unknown. */
bool graph_resolve(const struct graph *g, struct sv text, struct edge *out, struct err *err);

struct consumer {
	uint32_t node;			/* who takes it */
	uint32_t input;			/* as its in[input], or SLOT_CONTROL */
	uint32_t slot;			/* which of our outputs, or SLOT_CONTROL */
};
/* Who takes node i's outputs; the index over the whole graph is made on first use. */
const struct consumer *graph_consumers(const struct graph *g, uint32_t i, uint32_t *n,
				       struct err *err);

/* The index is there. */
bool graph_indexed(const struct graph *g);
/* Makes a part of it, as much as so many nodes are worth, for who cannot wait for all of it; true: it is there. */
bool graph_index(const struct graph *g, uint32_t nodes);

const struct attr *node_attr(const struct node *n, const char *name);	/* NULL: not there */
/* The node's value, else the op definition's default; false when neither is there or of another
 * kind. These do not set errors: the caller knows what to say. */
bool node_attr_value(const struct node *n, const char *name, struct attr_value *v);	/* any kind */
bool node_attr_int(const struct node *n, const char *name, int64_t *v);
bool node_attr_float(const struct node *n, const char *name, float *v);
bool node_attr_bool(const struct node *n, const char *name, bool *v);
bool node_attr_type(const struct node *n, const char *name, enum dtype *v);
bool node_attr_str(const struct node *n, const char *name, struct sv *v);
bool node_attr_shape(const struct node *n, const char *name, struct shape *v);
bool node_attr_tensor(const struct node *n, const char *name, struct sv *proto_bytes);
bool node_attr_func(const struct node *n, const char *name, struct sv *function);
/* Items of a list attribute; n = 0 for an empty one. */
bool node_attr_list(const struct node *n, const char *name, const struct attr_value **items,
		    uint32_t *count);
/* How many tensors an argument of its definition stands for at this node; 0 where its attributes do not say. */
uint32_t node_arg_count(const struct node *n, const struct opdef_arg *arg);
/* An attribute's value as people read it: "SAME", [1, 2, 2, 1], DT_FLOAT, (?, 3), {tensor}. */
void attr_print(struct str *out, const struct attr_value *v);

/* Gives the tensor that TensorProto bytes hold (tensor_content or typed fields, last value repeated
 * as TensorFlow does). Sizes are checked before anything is allocated. */
struct tensor *tensorproto_decode(struct sv bytes, struct err *err);
/* Its type and shape alone; dim has room for SHAPE_MAX_RANK. false when the bytes are damaged. */
bool tensorproto_head(struct sv bytes, enum dtype *type, struct shape *shape, int64_t *dim);

/* Only what it says of its type: dims go to dim, at most SHAPE_MAX_RANK. */
bool tensorproto_type(struct sv bytes, enum dtype *type, struct shape *shape, int64_t *dim, struct err *err);

/* ---- functions ---- */

/* Filled by the model on first use. */
struct function_edges {
	_Atomic bool ready;
	struct sv bytes;		/* FunctionDef */
	struct edge *ret, *ctl;
};

struct function {
	struct sv name;
	const struct opdef *def;	/* signature; arguments keep their order */
	const struct graph *graph;
	uint32_t n_rets, n_ctl_rets;
	const struct sv *ret_name;	/* output arg names */
	const struct sv *ctl_ret_name;
	const struct attr *attrs;
	uint32_t n_attrs;
	struct function_edges edges;	/* ask function_rets */
};

/* What the signature says that argument i's handle holds (handle_data): the first of its types and shapes.
 * false when it says nothing. */
bool function_arg_handle(const struct function *f, uint32_t i, struct arena *a, enum dtype *type,
			 struct shape *shape);
/* Where each output, each control output comes from: n_rets, n_ctl_rets edges in the body. */
const struct edge *function_rets(const struct function *f);
const struct edge *function_ctl_rets(const struct function *f);

/* ---- signatures ---- */

enum tensor_encoding { TI_NAME, TI_COO_SPARSE, TI_COMPOSITE, TI_NONE };

struct tensor_info {
	struct sv key;
	int dtype;			/* the raw number: it may have no name, or be a _REF */
	struct shape shape;		/* rank -1: unknown_rank set */
	bool has_shape;			/* false: no shape message (prints as "()") */
	enum tensor_encoding encoding;
	struct sv name;			/* "x:0"; empty for sparse and composite */
	struct sv coo[3];		/* TI_COO_SPARSE: values, indices, dense_shape */
	uint32_t n_components;		/* TI_COMPOSITE */
	const struct tensor_info *components;
	struct sv type_name;		/* TI_COMPOSITE: "RaggedTensorSpec" when the file says so */
};

struct signature {
	struct sv key;
	struct sv method;
	uint32_t n_in, n_out;
	const struct tensor_info *in, *out;	/* sorted by key, by code point */
	uint32_t n_defaults;			/* keys with a default value */
	const struct sv *default_key;
	const struct sv *default_proto;		/* TensorProto bytes */
};

/* ---- variables, objects, assets ---- */

struct variable {
	struct sv name;			/* "conv1/kernel:0" as Python's v.name */
	struct sv key;			/* checkpoint key; empty: no value in the checkpoint */
	enum dtype dtype;
	struct shape shape;
	bool trainable, trainable_known;	/* unknown in V1 models */
	int slot_of;			/* an optimizer's slot: index of its variable; else -1 */
	struct sv slot;			/* its name: "m", "Adam_1" */
	int64_t bytes;			/* 0 when not known */
	int entry;			/* index in the bundle, or -1 */
	bool in_v1;			/* the value is in the V1 checkpoint, under key */
	int object;			/* node id in the object graph, or -1 */
};

enum object_kind {
	OBJ_USER, OBJ_ASSET, OBJ_FUNCTION, OBJ_VARIABLE, OBJ_BARE_FUNCTION, OBJ_CONSTANT,
	OBJ_RESOURCE, OBJ_CAPTURED, OBJ_NONE,
};

struct object_child {
	struct sv name;
	int id;
};

struct object_node {
	int id;
	enum object_kind kind;
	struct sv label;		/* user object: identifier ("_tf_keras_layer"); else what it is */
	struct sv metadata;		/* Keras' JSON, when stored */
	uint32_t n_children, n_slots, n_functions;
	const struct object_child *children;	/* in file order */
	const struct sv *functions;		/* concrete functions of a function object */
	const struct variable *variable;	/* OBJ_VARIABLE */
	int asset;				/* OBJ_ASSET: index, else -1 */
	struct sv raw;				/* SavedObject bytes, for what is decoded elsewhere */
};

struct asset {
	struct sv tensor;		/* "filename_tensor:0"; empty for assets of the object graph */
	struct sv filename;		/* as stored, relative to assets/ */
	char *path;			/* file on disk, inside the model's folder; NULL: name refused */
	int64_t bytes;			/* -1: missing */
};

/* ---- metagraphs ---- */

struct metagraph {
	const struct model *model;
	int index;
	uint32_t n_tags, n_sigs, n_funcs, n_assets;
	const struct sv *tags;			/* as stored */
	struct sv tf_version, tf_git_version;
	bool stripped_defaults;
	int64_t producer, min_consumer;		/* GraphDef versions; 0: not said */
	const struct signature *sigs;		/* sorted by key */
	const struct graph *graph;
	const struct function *funcs;		/* library, file order */
	const struct asset *assets;
	bool has_object_graph;			/* V2 */
	struct sv saver_filename, saver_restore;	/* "saver_filename:0", restore op's name; empty: none */
	struct sv init_op;			/* node to run after the restore; empty: none */
	struct metagraph_priv *priv;
};

const struct function *metagraph_function(const struct metagraph *mg, struct sv name);
const struct signature *metagraph_signature(const struct metagraph *mg, struct sv key);
/* Variables: from the object graph (V2, by object id) or the checkpoint's keys (V1). Reads
 * variables.index on first use; without one the names still come, with no values. A damaged index is
 * no error here: see model_damage. */
const struct variable *metagraph_variables(const struct metagraph *mg, uint32_t *n);
/* Object graph; n = 0 for V1. Node 0 is the root. */
const struct object_node *metagraph_objects(const struct metagraph *mg, uint32_t *n);
/* Collection names with what they hold as text, sorted: for showing. */
struct collection { struct sv name; uint32_t n; const char *kind; const struct sv *items; };
const struct collection *metagraph_collections(const struct metagraph *mg, uint32_t *n);

/* ---- the model ---- */

enum model_form { MODEL_PB, MODEL_PBTXT, MODEL_CPB, MODEL_CHECKPOINT, MODEL_GRAPHDEF };

struct fingerprint {
	uint64_t checksum, program_hash, signature_hash, object_graph_hash, checkpoint_hash;
	struct sv uuid;
};

/* PATH as DESIGN's "Opening" says: a SavedModel folder, its .pb/.pbtxt, a folder of version folders
 * (the highest), a checkpoint prefix or .index, a bare GraphDef. */
struct model *model_open(const char *path, struct err *err);
/* As saved_model_cli: exactly DIR/saved_model.pb or .pbtxt, its error texts. */
struct model *model_open_dir(const char *dir, struct err *err);
void model_close(struct model *m);

const char *model_dir(const struct model *m);	/* the SavedModel's folder, no slash at the end */
const char *model_file(const struct model *m);	/* the file that was read */
enum model_form model_form(const struct model *m);
uint64_t model_file_bytes(const struct model *m);
int model_n_metagraphs(const struct model *m);
const struct metagraph *model_metagraph(const struct model *m, int i);	/* file order */
/* By comma-separated tags, as a set. NULL with saved_model_cli's error listing what there is. */
const struct metagraph *model_find(const struct model *m, struct sv tags, struct err *err);
/* The one tagged "serve", or the only one. NULL with an error that lists the tag sets. */
const struct metagraph *model_default(const struct model *m, struct err *err);
const struct fingerprint *model_fingerprint(const struct model *m);	/* NULL: no fingerprint.pb */
/* The checkpoint, opened on first use; NULL (with an error) when there is none or it is damaged. */
struct bundle *model_bundle(const struct model *m, struct err *err);
/* The V1 checkpoint of a model that has no bundle; NULL when there is none either. */
struct v1 *model_v1(const struct model *m);

/* What is damaged though the model opened: lines that name file, offset, what is lost. */
uint32_t model_n_damage(const struct model *m);
const char *model_damage(const struct model *m, uint32_t i);

#endif
