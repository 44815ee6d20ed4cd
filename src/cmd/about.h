/*
 * Reports on the parts of a model: what the commands print and the screen shows. Each fills the open group of
 * a report; they borrow from the model.
 */
#ifndef CMD_ABOUT_H
#define CMD_ABOUT_H

#include "cmd/report.h"
#include "model/callers.h"

void about_meta(struct report *r, const struct metagraph *mg);
void about_defaults(struct report *r, const struct signature *s);	/* of its inputs; nothing without one */
void about_signature(struct report *r, const struct metagraph *mg, uint32_t i);
void about_function(struct report *r, const struct metagraph *mg, uint32_t i);
void about_object(struct report *r, const struct metagraph *mg, uint32_t id);
bool about_node(struct report *r, const struct graph *g, uint32_t i, struct err *err);
void about_collection(struct report *r, const struct metagraph *mg, uint32_t i);
void about_asset(struct report *r, const struct metagraph *mg, uint32_t i);
/* The same without its first and last lines. */
void about_asset_facts(struct report *r, const struct metagraph *mg, uint32_t i);
/* Every file of the model's folder, as a list; one of them in full, where smtui can read it. */
void about_files(struct report *r, const struct model *m);
void about_file(struct report *r, const struct model *m, struct sv path);
void about_fingerprint(struct report *r, const struct model *m);
void about_warmup(struct report *r, const struct model *m);
/* Where a node was made, as a list of stack frames; nothing when the model does not say. */
void about_origin(struct report *r, const struct graph *g, uint32_t node);

/* ---- the object graph ---- */

const char *object_kind_name(enum object_kind k);
/* How objects hang together: for each the shortest way from the root. */
struct object_paths;
struct object_paths *object_paths_new(const struct metagraph *mg);
void object_paths_free(struct object_paths *p);
/* "layers.0.kernel", "" for the root; false: not reachable from it. */
bool object_path(const struct object_paths *p, uint32_t id, struct str *out);
int object_parent(const struct object_paths *p, uint32_t id);	/* -1: the root, or not reachable */
/* "Dense dense_1": what Keras calls the object; nothing for others. */
void object_keras_name(const struct object_node *o, struct str *out);

#endif
