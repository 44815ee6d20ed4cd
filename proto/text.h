/*
 * Protobuf's text format to the wire format, driven by the descriptors of our .proto files. The bytes
 * are appended to *out, which the caller owns.
 */
#ifndef PROTO_TEXT_H
#define PROTO_TEXT_H

#include "base/err.h"
#include "base/str.h"
#include "base/sv.h"

/* A tensorflow.SavedModel in text form. Errors say LINE:COLUMN and what was expected. */
bool text_saved_model(struct sv text, struct str *out, struct err *err);
struct proto_type;
/* Any message of type.h. */
bool text_message(struct sv text, const struct proto_type *t, struct str *out, struct err *err);

#endif
