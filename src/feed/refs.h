/*
 * Tensors that other programs have written, by name: .npz and .npy files, folders of them, ONNX's
 * TensorProto files (test_data_set_N, the node dumps of ONNX Runtime) and Polygraphy's
 * --save-inputs and --save-outputs. A tensor is read when asked for. Ownership: refs_open gives,
 * refs_free takes; names are the refs'; refs_load gives.
 */
#ifndef FEED_REFS_H
#define FEED_REFS_H

#include "base/err.h"
#include "base/str.h"
#include "tensor/tensor.h"

struct refs;

enum ref_role { REF_ANY, REF_INPUT, REF_OUTPUT };

struct ref {
	const char *name;   /* without .npy, folders by "/" */
	enum ref_role role; /* what its file's name says */
	int place;	    /* which input or output, or -1 */
};

/* Is there something at that path that refs_open would read? A SavedModel is none. */
bool refs_are(const char *path);
/* Behind "#": the runner of a Polygraphy file, else its first. NULL with an error. */
struct refs *refs_open(const char *path, struct err *err);
void refs_free(struct refs *r); /* NULL is fine */
size_t refs_n(const struct refs *r);
struct ref refs_at(const struct refs *r, size_t i);
struct tensor *refs_load(const struct refs *r, size_t i, struct err *err);
/* "an npz file", "a folder of arrays"; what was left out, or "". */
const char *refs_kind(const struct refs *r);
const char *refs_said(const struct refs *r);

#endif
