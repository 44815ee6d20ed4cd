/* Python's spelling of text and numbers. Borrows everything. */
#ifndef EXPR_TEXT_H
#define EXPR_TEXT_H

#include <stdint.h>

#include "base/str.h"

/* One code point of UTF-8 at i: its bytes, 0 for a bad sequence. */
size_t text_decode(struct sv v, size_t i, uint32_t *cp);
void text_encode(struct str *out, uint32_t cp);

/* repr(str), repr(bytes), repr(float): quotes as Python chooses them, escapes, shortest digits. */
void text_repr(struct str *out, struct sv v);
void text_bytes_repr(struct str *out, struct sv v);
void text_float_repr(struct str *out, double d);
/* float(text) and int(text, 10) as Python reads them: blanks around, "_" between digits, nan, inf. */
bool text_to_float(struct sv s, double *v);
bool text_to_complex(struct sv s, double *re, double *im);	/* "1+2j", "(3j)" */
bool text_to_int(struct sv s, __int128 *v, bool *big);

#endif
