/*
 * JSON read into a tree. Ownership: everything lives in the arena handed in; numbers and strings without
 * escapes borrow from the text.
 */
#ifndef CODEC_JSONREAD_H
#define CODEC_JSONREAD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/err.h"
#include "base/mem.h"
#include "base/sv.h"

enum jsonv_kind { JSONV_NULL, JSONV_BOOL, JSONV_INT, JSONV_NUM, JSONV_STR, JSONV_LIST, JSONV_OBJECT };

struct jsonv {
	enum jsonv_kind kind;
	struct sv key;			/* of a member */
	struct sv s;			/* STR */
	int64_t i;			/* INT, BOOL */
	double d;			/* INT, NUM */
	uint32_t n;
	struct jsonv *first, *next;	/* items, members in the text's order */
};

/* As Python's json.loads: NaN and Infinity are numbers. NULL with an error that says where. */
struct jsonv *jsonv_read(struct arena *a, struct sv text, struct err *err);
/* The member of that name; NULL: none, or v is no object (or NULL). */
const struct jsonv *jsonv_get(const struct jsonv *v, const char *key);
struct sv jsonv_str(const struct jsonv *v, const char *key);	/* the member, when a string; else "" */

#endif
