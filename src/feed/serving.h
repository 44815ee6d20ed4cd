/*
 * TensorFlow Serving's REST bodies: predict's "instances" and "inputs", classify's and regress'
 * "examples", and the answers in its form, with its texts where something is wrong. Ownership:
 * serving_read fills, serving_free frees; tensors belong to the struct; signatures are the model's.
 */
#ifndef FEED_SERVING_H
#define FEED_SERVING_H

#include "base/str.h"
#include "model/model.h"
#include "tensor/tensor.h"

enum serving_form { SERVING_ROW, SERVING_COLUMN, SERVING_CLASSIFY, SERVING_REGRESS };

struct serving {
	enum serving_form form;
	const struct signature *sig;
	struct tensor **in;		/* by input of sig */
	struct signature *own;		/* sig, where a request asks for some of the outputs; or NULL */
};

/* name: a signature that is wanted whatever the body says, or NULL. */
bool serving_read(struct serving *s, struct sv body, const struct metagraph *mg, const char *name, struct err *err);
void serving_free(struct serving *s);

/* The answer; out by output of sig. */
bool serving_answer(const struct serving *s, struct tensor *const *out, struct str *text, struct err *err);
/* {"error": ...} */
void serving_error(struct str *text, struct sv message);

#endif
