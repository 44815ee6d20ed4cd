/*
 * What the readers of reference tensors share. Ownership: entries and their names live in the refs'
 * arena, files stay open as long.
 */
#ifndef FEED_REFS_INSIDE_H
#define FEED_REFS_INSIDE_H

#include "base/fmap.h"
#include "base/mem.h"
#include "base/vec.h"
#include "codec/zip.h"
#include "feed/refs.h"

enum ref_form { REF_NPY, REF_MEMBER, REF_PROTO, REF_TEXT };

struct ref_entry {
	struct ref r;
	enum ref_form form;
	const struct fmap *file; /* MEMBER: the archive that is open */
	const char *path;	 /* NPY, PROTO: opened when asked for */
	struct zip_member member;
	struct sv text; /* TEXT: base64 */
};

struct refs {
	struct arena *arena;
	VEC(struct ref_entry) entry;
	VEC(struct fmap *) file;
	uint32_t rounds; /* JSON files of a folder: one an iteration */
	const char *kind;
	struct str said;
};

/* Takes a copy of the name. */
void refs_add(struct refs *r, const struct ref_entry *e, struct sv name);

/* refs_onnx.c: the name in a TensorProto (empty: none); its tensor, which is given. */
bool onnx_name(struct sv bytes, struct sv *name, struct err *err);
struct tensor *onnx_tensor(struct sv bytes, struct err *err);

/* refs_json.c: what Polygraphy wrote. runner: NULL, or how its name begins. */
bool polygraphy_is(struct sv text);
bool polygraphy_read(struct refs *r, struct sv text, const char *runner, struct err *err);
struct tensor *polygraphy_tensor(struct sv text, struct err *err);

#endif
