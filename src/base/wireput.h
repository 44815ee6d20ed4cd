/*
 * Writing protobuf's wire format into a text: numbers, and fields that are bytes. Ownership: borrows
 * the text it adds to.
 */
#ifndef BASE_WIREPUT_H
#define BASE_WIREPUT_H

#include <stdint.h>

#include "base/str.h"

void put_varint(struct str *s, uint64_t v);
void put_int(struct str *s, int field, uint64_t v);	/* nothing for 0 */
void put_len(struct str *s, int field, struct sv bytes);
void put_fixed32(struct str *s, uint32_t v);		/* the four bytes alone */

#endif
