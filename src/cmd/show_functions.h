/*
 * The "Concrete Functions" part of show --all. Borrows everything.
 */
#ifndef CMD_SHOW_FUNCTIONS_H
#define CMD_SHOW_FUNCTIONS_H

#include "base/err.h"
#include "base/sink.h"
#include "model/model.h"

bool show_functions(const struct metagraph *mg, struct sink *out, struct err *err);

#endif
