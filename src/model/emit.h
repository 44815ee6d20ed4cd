/*
 * A small SavedModel written from scratch: nodes of one's own, nodes copied from an open model, one
 * signature. Ownership: the caller owns the struct str that is added to; everything else is
 * borrowed.
 */
#ifndef MODEL_EMIT_H
#define MODEL_EMIT_H

#include "base/str.h"
#include "model/model.h"

/* NodeDef bytes, one node: emit_node begins it; inputs ("x:0", "^x") and attributes are added to
 * it. */
void emit_node(struct str *node, const char *name, const char *op);
void emit_input(struct str *node, const char *text);
void emit_attr_type(struct str *node, const char *name, enum dtype t);
void emit_attr_int(struct str *node, const char *name, int64_t v);
void emit_attr_bool(struct str *node, const char *name, bool v);
void emit_attr_float(struct str *node, const char *name, float v);
void emit_attr_str(struct str *node, const char *name, struct sv v);
void emit_attr_shape(struct str *node, const char *name, struct shape v); /* rank -1: unknown */
bool emit_attr_tensor(struct str *node, const char *name, const struct tensor *t, struct err *err);
/* The attributes that node i has in its file, but for marks of tools ("_class", "_output_shapes").
 * false: one of them stands for an attribute of its function, or the node's bytes are damaged. */
bool emit_attrs_of(struct str *node, const struct graph *g, uint32_t i, struct err *err);

/* An input or output of the signature, field 1 or 2 of a SignatureDef. */
void emit_info(struct str *sig, int field, const char *key, const char *tensor, enum dtype t,
	       struct shape s);

struct emit_model {
	struct str nodes;     /* GraphDef's nodes, by emit_graph_node */
	struct str library;   /* FunctionDefs, by emit_function */
	struct str signature; /* by emit_info */
	int64_t producer, min_consumer;
	struct sv tf_version;
};

void emit_graph_node(struct emit_model *m, const struct str *node);
void emit_function(struct emit_model *m, const struct function *f);
/* SavedModel bytes, tagged "serve", the signature "serving_default". false: beyond protobuf's 2
 * GiB. */
bool emit_model(struct str *out, const struct emit_model *m, struct err *err);
void emit_model_free(struct emit_model *m);

#endif
