/*
 * The files of a model's folder: what is there and what each is for. Ownership: lists live in the arena handed
 * in; model_file_read gives bytes that big_free(bytes, n + 1) takes.
 */
#ifndef MODEL_FILES_H
#define MODEL_FILES_H

#include "base/mem.h"
#include "model/model.h"

struct model_file {
	struct sv path;			/* below the model's folder */
	int64_t bytes;			/* -1: cannot be looked at */
	const char *what;		/* "variables' index"; "" where smtui knows no use */
	bool known;			/* of the SavedModel format, an asset that a MetaGraph names too */
};

/* Sorted by path; false: some were left out, because there are too many or too deep. */
bool model_files(const struct model *m, struct arena *a, struct model_file **list, uint32_t *n);
/* A file of the folder in memory, NUL behind it. */
bool model_file_read(const struct model *m, struct sv path, char **bytes, size_t *n, struct err *err);
bool model_file_there(const struct model *m, const char *path);

/* Where the requests are with which TensorFlow Serving warms a model up, and the nodes' origins. */
#define MODEL_WARMUP "assets.extra/tf_serving_warmup_requests"
#define MODEL_ORIGINS "debug/saved_model_debug_info.pb"
#define MODEL_KERAS "keras_metadata.pb"

#endif
