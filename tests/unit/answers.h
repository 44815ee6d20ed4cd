/*
 * Folders of models with recorded answers: NAME/model, NAME/expected/SIGNATURE/{in,out}_KEY.npy and
 * NAME/expected/meta.json. Ownership: what is returned is given.
 */
#ifndef TESTS_ANSWERS_H
#define TESTS_ANSWERS_H

#include <stdbool.h>

#include "base/sv.h"
#include "tensor/tensor.h"

char *answers_slurp(const char *path);	/* NULL: cannot be read */
/* A flag of a signature in meta.json: the first one behind the signature's name. */
bool answers_flag(const char *meta, struct sv sig, const char *name);
/* dir: the expected folder; side: "in" or "out"; NULL: not recorded. */
struct tensor *answers_read(const char *dir, struct sv sig, const char *side, struct sv key);

#endif
