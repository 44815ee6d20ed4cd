/*
 * Base64 as RFC 4648 section 4 has it. Ownership: plain buffers; the caller gives room.
 */
#ifndef CODEC_BASE64_H
#define CODEC_BASE64_H

#include <stdbool.h>
#include <stddef.h>

#include "base/sv.h"

/* Into out, with room for 3 bytes to each 4 of the text; padding may be missing, white space is skipped. false: it is no
 * base64. */
bool base64_read(struct sv text, char *out, size_t *n);
/* Into out, with room for 4 bytes to each 3 begun; gives how many were written. */
size_t base64_write(struct sv bytes, char *out);

#endif
