/*
 * What a MetaGraph says of itself: who made it, with which ops and versions, how it is saved and restored.
 * Ownership: metagraph_meta fills; everything lives in the arena handed in or borrows from the model.
 */
#ifndef MODEL_META_H
#define MODEL_META_H

#include "base/mem.h"
#include "model/model.h"

struct name_pair { struct sv a, b; };

struct saver {
	bool there;
	struct sv filename, save, restore;	/* tensor, tensor, op */
	int64_t max_to_keep, version;		/* version: 0 legacy, 1 V1, 2 V2 */
	bool sharded;
	float keep_hours;
};

struct metagraph_meta {
	struct sv graph_version, any_type;	/* meta_graph_version, any_info's type; "" */
	uint64_t op_list_bytes;
	uint32_t n_ops;
	const struct sv *op;			/* stripped_op_list, as stored */
	uint32_t n_aliases;
	const struct name_pair *alias;		/* function, alias */
	bool has_versions;
	int64_t producer, min_consumer;		/* GraphDef's */
	uint32_t n_bad;
	const int64_t *bad;			/* bad_consumers */
	uint32_t n_gradients;
	const struct name_pair *gradient;	/* function, its gradient */
	uint32_t n_registered;
	const struct name_pair *registered;	/* op type, gradient function */
	struct saver saver;
	/* loading: nodes; "" where there is none */
	struct sv init_op, train_op, main_op, legacy_init_op;
};

void metagraph_meta(const struct metagraph *mg, struct arena *a, struct metagraph_meta *out);

#endif
