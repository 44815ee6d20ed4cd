/*
 * Unicode for kernels: decoding and encoding, scripts, categories, case. Pure functions over generated
 * tables (ICU 69's and RE2's data as TensorFlow 2.15 has them).
 */
#ifndef OPS_UNICODE_H
#define OPS_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

enum { UNICODE_MAX = 0x10FFFF, UNICODE_BAD = 0xFFFD };

/* The UTF-8 character at *at, which must be < s.n; *at moves behind it. Of bytes that are none: -1, moved
 * over the longest part that could have begun one (W3C's and ICU's way). */
int32_t utf8_next(struct sv s, size_t *at);
/* cp must be a scalar value. */
void utf8_add(struct str *out, int32_t cp);

/* ---- other encodings ---- */

enum encoding { ENC_NONE, ENC_UTF8, ENC_UTF16, ENC_UTF16BE, ENC_UTF16LE, ENC_UTF32, ENC_UTF32BE, ENC_UTF32LE,
		ENC_LATIN1, ENC_ASCII, ENC_CP1252 };

enum encoding encoding_of(struct sv name);
/* The same as utf8_next; *e changes from ENC_UTF16 and ENC_UTF32 to what the first bytes say. A byte order
 * mark that says it gives -2: no character. */
int32_t encoding_next(enum encoding *e, struct sv s, size_t *at);
/* UTF-8, UTF-16BE or UTF-32BE; surrogates and numbers out of range become U+FFFD. */
void encoding_add(enum encoding e, struct str *out, int32_t cp);

/* ---- properties ---- */

int unicode_script(int32_t cp);			/* ICU's number, -1: no code point */
const char *unicode_category(int32_t cp);	/* "Lu", "" for unassigned */
int unicode_script_by_name(struct sv name);	/* "Greek"; -1 */
int32_t unicode_simple_lower(int32_t cp);
int32_t unicode_simple_upper(int32_t cp);
/* Whole strings, special cases too; bad bytes become U+FFFD. */
void unicode_lower(struct sv s, struct str *out);
void unicode_upper(struct sv s, struct str *out);

#endif
