/* Tab at the run debugger's prompt. Borrows. */
#ifndef CMD_TFDBG_COMPLETE_H
#define CMD_TFDBG_COMPLETE_H

#include "cmd/tfdbg/tfdbg.h"

enum { TF_OFFERS = 2000 };

/* Calls add for each word that may stand where the cursor is, behind the first `at` bytes of line. Gives where that
 * word begins. */
size_t tf_complete(struct tfdbg *t, const char *line, size_t at, void (*add)(void *ctx, const char *word), void *ctx);

#endif
