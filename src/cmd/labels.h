/*
 * Names of classes: of a file that the user names, else of a text among the model's assets that has
 * one line a class. Ownership: labels_find fills, labels_free frees.
 */
#ifndef CMD_LABELS_H
#define CMD_LABELS_H

#include "base/err.h"
#include "base/vec.h"
#include "model/model.h"

struct label_source {
	const char *file;	    /* NULL: the assets */
	const struct metagraph *mg; /* NULL: no assets are looked at */
	char *const *example;	    /* names of the n_examples examples, or NULL */
	size_t n_examples;
};

struct labels {
	VEC(char *) line;
	char *asset; /* the asset's name, or NULL */
};

/* For n classes. An asset counts when it has n lines; of several the one that is named after labels
 * or classes. No labels are no error. */
bool labels_find(const struct label_source *from, int64_t n, struct labels *l, struct err *err);
const char *labels_at(const struct labels *l, int64_t i); /* NULL: none */
void labels_free(struct labels *l);

#endif
