/* The rows of all verbs (verbs.def), and what their files share. Ownership: rows are constant. */
#ifndef CMD_TFDBG_VERBS_H
#define CMD_TFDBG_VERBS_H

#include "cmd/tfdbg/tfdbg.h"

#define VERB(id) extern const struct tf_verb id;
#include "cmd/tfdbg/verbs.def"
#undef VERB

/* ---- filters.c ---- */
/* The names that run -f takes, as run_info lists them. */
void tf_filters_list(const struct tfdbg *t, struct rich *out);
bool tf_filter_known(const struct tfdbg *t, const char *name);
/* Has the run made a tensor that passes, of a node that `not` does not match? */
bool tf_filter_any(const struct tfdbg *t, const char *name, const char *not, struct err *err);

#endif
