/*
 * Base64 as RFC 4648 has it, with padding. Ownership: gives into a struct str.
 */
#ifndef CODEC_BASE64_H
#define CODEC_BASE64_H

#include <stdbool.h>

#include "base/str.h"
#include "base/sv.h"

/* false: another letter, or a length that cannot be; out is then not all of it. */
bool base64_decode(struct sv text, struct str *out);

#endif
