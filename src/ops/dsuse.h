/*
 * What ops that are handed a dataset ask of it, beside pulling it. Ownership: everything is borrowed.
 */
#ifndef OPS_DSUSE_H
#define OPS_DSUSE_H

#include "ops/dataset.h"

/* May the element at that place be had by its number? Else TensorFlow's error. */
bool ds_may_pick(struct op_ctx *c, const struct ds *d, int64_t at);

/* Input 1 as pairs for the table behind input 0; then the pairs, key by value, into it. */
bool ds_fits_table(struct op_ctx *c);
bool ds_fill_table(struct op_ctx *c, const struct plist *pairs);

/* Input 0 as records of a file; then the records into the file that input 1 names. */
bool ds_fits_records(struct op_ctx *c);
bool ds_write_records(struct op_ctx *c, const struct plist *records);

/* Where the iterator of input i is, borrowed; NULL with an error. And to such a place in its own pipeline. */
struct it *iter_root(struct op_ctx *c, int i);
bool iter_restart(struct op_ctx *c, int i, const struct it *place);

#endif
