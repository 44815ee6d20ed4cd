/*
 * Requests of TensorFlow Serving's gRPC interface: PredictRequest, ClassificationRequest and
 * RegressionRequest, binary or in text form, and the records of a model's warm-up file. Ownership:
 * the readers fill, request_free frees; signatures are the model's.
 */
#ifndef FEED_REQUEST_H
#define FEED_REQUEST_H

#include "feed/serving.h"

struct request {
	const char *kind;     /* "predict", "classify", "regress", "multi-inference", "streamed",
				 "session", "none" */
	struct serving *call; /* several for a multi-inference's tasks and for what was streamed */
	size_t n;
};

/* name: a signature that is wanted whatever the request says, or NULL. text: the text form. */
bool request_read(struct request *r, struct sv bytes, bool text, const struct metagraph *mg,
		  const char *name, struct err *err);
/* A PredictionLog; kind is set on an error too. */
bool request_of_log(struct request *r, struct sv log, const struct metagraph *mg, const char *name,
		    struct err *err);
void request_free(struct request *r);

#endif
