/* --outdir: an output as KEY.npy, as saved_model_cli writes it. Borrows everything. */
#ifndef CMD_SAVE_H
#define CMD_SAVE_H

#include "base/err.h"
#include "base/sink.h"
#include "tensor/tensor.h"

/* As DIR/PREFIXKEY.npy. t NULL: an output that is an operation, which numpy saves as None. Says so on say. */
bool save_output(const char *dir, const char *prefix, struct sv key, const struct tensor *t, bool overwrite,
		 struct sink *say, struct err *err);

#endif
