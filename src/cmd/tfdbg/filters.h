/* The filters of a run debugger. Ownership: the tfdbg owns them; names are borrowed. */
#ifndef CMD_TFDBG_FILTERS_H
#define CMD_TFDBG_FILTERS_H

#include "cmd/tfdbg/tfdbg.h"
#include "debug/cond.h"

struct tf_dump;

/* In the place of one of that name. */
bool tf_filter_add(struct tfdbg *t, struct sv name, struct sv words, struct err *err);
/* "gt100=float and max > 100", as --filter has it. */
bool tf_filter_option(struct tfdbg *t, const char *text, struct err *err);
/* Those of the settings file; what is wrong with one is said on msg. */
void tf_filters_read(struct tfdbg *t, struct sink *msg);
void tf_filters_free(struct tf_filters *f);	/* NULL is fine */
/* The built-in one, then people's own; NULL: there are no more. */
const char *tf_filter_name(const struct tfdbg *t, size_t i);
/* The names that run -f takes, as run_info lists them. */
void tf_filters_list(const struct tfdbg *t, struct rich *out);
bool tf_filter_known(const struct tfdbg *t, const char *name);
bool tf_filter_passes(struct tfdbg *t, const char *name, const struct tf_dump *d, struct err *err);
/* Has the run made a tensor that passes, of a node that `not` does not match? */
bool tf_filter_any(struct tfdbg *t, const char *name, const char *not, struct err *err);

#endif
