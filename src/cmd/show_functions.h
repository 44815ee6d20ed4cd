/*
 * The "Concrete Functions" part of show --all. Borrows everything.
 */
#ifndef CMD_SHOW_FUNCTIONS_H
#define CMD_SHOW_FUNCTIONS_H

#include "base/err.h"
#include "base/sink.h"
#include "base/str.h"
#include "model/concrete.h"

/* repr() of a value that the model stores. */
void pyval_repr(struct str *out, const struct pyval *v);
bool show_functions(const struct metagraph *mg, struct sink *out, struct err *err);

#endif
