/* Parts of a model as JSON, in the same words for every command. Borrows everything. */
#ifndef CMD_JSON_MODEL_H
#define CMD_JSON_MODEL_H

#include "cmd/json.h"
#include "model/model.h"

/* [1, null, 3]; null: unknown rank. */
void json_kshape(struct json *j, const char *key, struct shape s);
/* An object: key, dtype, shape, name. */
void json_tensor_info(struct json *j, const struct tensor_info *ti);
/* An object: key, method, inputs, outputs. */
void json_signature(struct json *j, const struct signature *s);
void json_ktags(struct json *j, const char *key, const struct metagraph *mg);

#endif
