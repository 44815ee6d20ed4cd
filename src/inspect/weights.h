/*
 * The numbers that a model holds: variables, what else is in its checkpoint, constants; how one is found by name,
 * read, and looked at block by block. Ownership: a struct weight borrows from the model; weight_read and
 * weight_look_new give.
 */
#ifndef INSPECT_WEIGHTS_H
#define INSPECT_WEIGHTS_H

#include "base/vec.h"
#include "bundle/scan.h"
#include "model/model.h"
#include "tensor/gather.h"

enum weight_kind { WEIGHT_VARIABLE, WEIGHT_ENTRY /* in the checkpoint, no variable's */, WEIGHT_CONST };

struct weight {
	enum weight_kind kind;
	const struct metagraph *mg;
	uint32_t i;			/* WEIGHT_VARIABLE: index */
	const struct graph *g;		/* WEIGHT_CONST */
	uint32_t node;
	struct sv name, key;		/* key: empty for constants, and where no value is stored */
	struct sv proto;		/* WEIGHT_CONST: TensorProto */
	enum dtype dtype;		/* as stored */
	struct shape shape;
	int64_t bytes;			/* as stored */
	int entry;			/* in the bundle, or -1 */
	bool in_v1;
};

struct weight weight_variable(const struct metagraph *mg, uint32_t i);
/* dims: where the shape's are put. false: no Const, or one whose value is damaged. */
bool weight_const(const struct graph *g, uint32_t node, int64_t dims[SHAPE_MAX_RANK], struct weight *out);
/* By the variable's name (":0" may be left out) or its key in the checkpoint, or any unambiguous tail of one of
 * them; then by the key of anything in the checkpoint. false with an error that lists what it may be; an
 * error of ERR_NOT_FOUND when there is nothing of that name. */
bool weight_find(const struct metagraph *mg, struct sv name, struct weight *out, struct err *err);
bool weight_stored(const struct weight *w);		/* is there a value? */
/* The value; bytes that are mapped are not read, and no checksum is verified. */
struct tensor *weight_read(const struct weight *w, struct err *err);

/* ---- a look at all of its bytes: statistics and checksum ---- */

struct weight_look {
	const struct weight *w;
	struct bundle_scan *scan;	/* NULL: it is read as a whole */
	struct gather gather;
	bool gathering, stats;
	int64_t done, total;		/* bytes */
	/* at the end */
	struct summary sum;		/* with stats */
	bool has_sum;
	bool crc_known, crc_bad;	/* crc_known: the checkpoint has one */
	struct str crc_text;		/* what is wrong: "stored 1a2b3c4d, the bytes give ..." */
};

/* stats: not only the checksum. */
struct weight_look *weight_look_new(const struct weight *w, bool stats, struct err *err);
void weight_look_free(struct weight_look *l);	/* NULL is fine */
/* Goes on for about `bytes`; *more: there is more to do. */
bool weight_look_step(struct weight_look *l, size_t bytes, bool *more, struct err *err);

#endif
