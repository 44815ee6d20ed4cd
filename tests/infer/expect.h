/*
 * Shapes as tests/recipes/shapes.py writes them, compared with inferred ones. Everything borrows.
 */
#ifndef TESTS_INFER_EXPECT_H
#define TESTS_INFER_EXPECT_H

#include "base/sv.h"
#include "infer/infer.h"

enum verdict { SAME, FINER, COARSER, AGAINST, UNREADABLE };

/* "[2,?] of float32[3]", or "?" for unknown rank, with what was inferred. FINER: we know more; COARSER: they
 * know a rank, a dim or a handle's shape that we don't; AGAINST: one of us is wrong. */
enum verdict expect_compare(struct sv text, const struct iout *got);
bool expect_rank_known(struct sv text);
/* Takes the text before the next `end` off s (all of it when there is none); false when s is empty. */
bool expect_cut(struct sv *s, char end, struct sv *out);
/* The file's text, to be freed; exits when it cannot be read. */
char *expect_read(const char *path, size_t *n);

#endif
