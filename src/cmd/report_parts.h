/*
 * Values of a model as parts of a report: tensors, types, messages, JSON, Python values. Borrows from the
 * model; what is made lives in the report.
 */
#ifndef CMD_REPORT_PARTS_H
#define CMD_REPORT_PARTS_H

#include "cmd/report.h"
#include "codec/jsonread.h"
#include "model/concrete.h"
#include "proto/type.h"

enum { PARTS_MAX = 5000 };	/* values of one message that are shown */

/* "float32", "float32 ref", "type 77". */
void report_dtype(struct report *r, const char *key, int dtype);
/* A group {dtype, shape, value}, value short and on one line; {damaged} when it cannot be read. */
void report_tensor(struct report *r, const char *key, struct sv proto);
void report_tensor_fields(struct report *r, struct sv proto);	/* into the open group */
/* Inputs or outputs of a signature: a list of {key, dtype, shape, name}, name leading to its node. */
void report_infos(struct report *r, const char *key, const struct metagraph *mg, const struct tensor_info *ti,
		  uint32_t n);
/* A message of our .proto files with all its fields; fields of names of nodes lead to them (mg may be NULL). */
void report_message(struct report *r, const char *key, const struct metagraph *mg, const struct proto_type *t,
		    struct sv bytes);
/* The same into the open group. */
void report_fields(struct report *r, const struct metagraph *mg, const struct proto_type *t, struct sv bytes);
void report_jsonv(struct report *r, const char *key, const struct jsonv *v);
/* As Python writes it. */
void report_pyval(struct report *r, const char *key, const struct pyval *v);

#endif
