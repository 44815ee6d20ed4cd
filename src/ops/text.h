/*
 * What the families about text share: names of types in error texts, numbers out of strings, UTF-8.
 * Ownership: everything is borrowed.
 */
#ifndef OPS_TEXT_H
#define OPS_TEXT_H

#include "ops/kernel.h"

/* TensorFlow's short names: "float", "double", "half", "int32" ... */

/* Without the blanks (as C's isspace) at both ends. */
struct sv text_trimmed(struct sv s);
/* A whole string as a number of type t (int32, int64, float, double), blanks around it allowed; v
 * is where the number goes. */
bool text_number(enum dtype t, struct sv s, void *v);
/* A number as TensorFlow's StrCat writes it: the shorter of %.6g and %.9g (double: 15 and 17
 * digits). */
void text_of_float(struct str *out, double v, bool is_double);

/* Element i of an int32 or int64 tensor. */
static inline void tensor_set_i64(struct tensor *t, int64_t i, int64_t v)
{
	if (t->dtype == DT_INT32)
		((int32_t *)t->data)[i] = (int32_t)v;
	else
		((int64_t *)t->data)[i] = v;
}

/* A tensor as StringFormat and PrintV2 write it: at most `ends` items at each end of a dimension;
 * -1: all. */
void text_summary(struct str *out, const struct tensor *t, int64_t ends);

/* Bytes of the UTF-8 character at p as TensorFlow's byte-wise code counts them: everything but
 * continuation bytes begins one. */
static inline bool utf8_trail(char c)
{
	return ((unsigned char)c & 0xc0) == 0x80;
}
int64_t utf8_count(struct sv s);

/* False with an error when a text has grown beyond what any op may make: separators and rewrites
 * multiply. */
bool text_fits(struct op_ctx *c, size_t bytes);

/* Calls fn for each element of input i (strings): out is output 0, of the same shape. Asks go_on.
 */
bool text_map(struct op_ctx *c, bool (*fn)(struct op_ctx *c, struct sv s, struct str *out));

#endif
