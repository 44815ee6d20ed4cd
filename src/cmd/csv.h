/*
 * Fields of comma-separated values (RFC 4180), from text of a model. Borrows everything.
 */
#ifndef CMD_CSV_H
#define CMD_CSV_H

#include "base/sink.h"

/* In quotes where needed, control bytes escaped; then `end`: a comma or a newline. */
void csv_field(struct sink *out, struct sv v, char end);

#endif
