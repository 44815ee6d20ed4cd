/* The model's insides, shared by src/model's own files only. */
#ifndef MODEL_PRIV_H
#define MODEL_PRIV_H

#include <pthread.h>

#include "base/fmap.h"
#include "base/map.h"
#include "base/mem.h"
#include "base/vec.h"
#include "model/decode.h"

struct metagraph_priv {
	struct map functions;		/* name to index */
	struct sv object_graph;		/* SavedObjectGraph bytes */
	struct sv collections;		/* MetaGraphDef bytes */
	pthread_mutex_t lock;
	bool objects_done, variables_done, collections_done;
	struct object_node *objects;
	uint32_t n_objects;
	struct variable *variables;
	uint32_t n_variables;
	struct map traces;		/* name of a concrete function to its bytes, once asked for */
	bool traces_done;
	struct collection *coll;
	uint32_t n_coll;
	struct callers *callers;
};

struct model {
	char *dir, *file;
	enum model_form form;
	char *bytes;			/* the file, in memory: it may be replaced while we look */
	size_t n_bytes;
	struct arena *arena;
	struct metagraph *mg;
	int n_mg;
	struct fingerprint fp;
	bool has_fp;
	pthread_mutex_t lock;		/* the bundle and the damage list */
	bool bundle_tried;
	struct bundle *bundle;
	struct err bundle_err;
	bool origins_tried;
	struct origins *origins;
	struct err origins_err;
	bool v1_tried;
	struct v1 *v1;
	VEC(char *) damage;
};

/* The whole file in memory, NUL behind it; big_free(bytes, n + 1) takes it. A mapped one could shrink while
 * names in it are still borrowed. */
bool file_slurp(const char *path, char **bytes, size_t *n, struct err *err);
/* Adds a line to the list of what is damaged; takes err's text. */
void model_add_damage(struct model *m, struct err *err);
/* shards.c: adds a line for each data file that lacks what the index says it holds. */
void shards_look(struct model *m, const struct bundle *b);
/* metagraph.c: everything of MetaGraphDef bytes. Damage goes to the model's list. */
void metagraph_decode(struct metagraph *mg, struct model *m, struct sv bytes);
void metagraph_close(struct metagraph *mg);

#endif
