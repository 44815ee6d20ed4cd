/*
 * What the model's files share: decoding of messages from the wire. Everything borrows from the bytes;
 * what must be built goes into the arena handed in.
 */
#ifndef MODEL_DECODE_H
#define MODEL_DECODE_H

#include "base/mem.h"
#include "model/model.h"

/* What is said of arguments beside their types is looked for in at most so many: each is a walk over the
 * function. */
enum { ARGS_LOOKED_AT = 4096 };

/* A node of the body for one look, without its inputs, in the caller's arena: for counting over all nodes of
 * a library, which need not stay. */
bool graph_node_apart(const struct graph *g, uint32_t i, struct arena *a, struct node *n);
/* The NodeDef's bytes; none for an argument. */
struct sv graph_node_bytes(const struct graph *g, uint32_t i);
/* The graph's own lock (recursive), for what is filled in beside its nodes. */
void graph_lock(const struct graph *g);
void graph_unlock(const struct graph *g);

/* All fields `num` of a message that are messages or strings, in the arena. */
struct sv *decode_list(struct arena *a, struct sv bytes, uint32_t num, uint32_t *n);
/* The last value of a number field; fallback when it is not there. */
uint64_t decode_number(struct sv bytes, uint32_t num, uint64_t fallback);

/* TensorShapeProto. dim has room for max. */
bool shape_decode(struct sv bytes, struct shape *out, int64_t *dim, int max, struct err *err);
/* The same into the arena; a damaged shape becomes unknown rank. */
struct shape shape_decode_arena(struct arena *a, struct sv bytes);
/* AttrValue. depth counts nesting; 0 to begin with. */
bool attr_decode(struct arena *a, struct sv bytes, struct attr_value *v, int depth, struct err *err);
/* OpDef into *def. */
bool opdef_decode(struct arena *a, struct sv bytes, struct opdef *def, struct err *err);
/* A map<string, message> entry. */
bool entry_decode(struct sv bytes, struct sv *key, struct sv *value);

/* Fills *g with what `field` of the bytes holds (GraphDef: 1, FunctionDef: 3): nodes are indexed by
 * name and op only. def: a function's signature, whose arguments become the first nodes. */
bool graph_open(struct graph *g, const struct metagraph *mg, const struct function *func,
		const struct opdef *def, struct arena *a, struct sv bytes, uint32_t field,
		struct err *err);
void graph_close(struct graph *g);

/* A function of the library: first every head, so that bodies can call any of them, then bodies. */
bool function_head(struct function *f, struct arena *a, struct sv bytes, struct err *err);
bool function_body(struct function *f, const struct metagraph *mg, struct arena *a, struct sv bytes,
		   struct err *err);

/* The index of callers (callers.h); NULL is fine. */
struct callers;
void callers_free(struct callers *c);

#endif
