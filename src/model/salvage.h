/*
 * A SavedModel whose file ends too early: what is whole in it can be read all the same. Ownership: the bytes are
 * the caller's and are changed in place; the text is static.
 */
#ifndef MODEL_SALVAGE_H
#define MODEL_SALVAGE_H

#include <stdbool.h>
#include <stddef.h>

/* Makes the first *n bytes a sound SavedModel again by leaving off the field that is not whole: lengths around it
 * are made smaller. *n: the bytes that are left; lost: what is no longer there. False: nothing is to be done, or
 * nothing can be. */
bool salvage_cut(char *bytes, size_t *n, const char **lost);

#endif
