/*
 * What vars, var, const and consts share: summaries as text and as JSON, looking at all bytes with progress and
 * Ctrl-C, files for numpy. Borrows everything.
 */
#ifndef CMD_WEIGHTS_H
#define CMD_WEIGHTS_H

#include "cmd/cmd.h"
#include "cmd/json_model.h"
#include "cmd/meter.h"
#include "cmd/table.h"
#include "inspect/weights.h"

/* Steps to the end; meter may be NULL. before: bytes done earlier that the meter counts. */
bool look_run(struct weight_look *l, struct meter *m, int64_t before, struct err *err);
/* A flat index as "[0,3]". */
void index_text(struct str *out, int64_t i, struct shape s);
void summary_text(struct sink *out, const struct summary *s, struct shape shape);
void summary_json(struct json *j, const struct summary *s);	/* the fields of an open object */
void summary_bars(struct sink *out, const struct summary *s);	/* the histogram */

/* FILE.npy of a value that is stored, by blocks where that is possible. */
bool weight_npy(const struct weight *w, const char *file, struct meter *m, struct err *err);
/* One .npz with all of them. */
bool weights_npz(const struct weight *w, size_t n, const char *file, struct meter *m, struct err *err);

#endif
