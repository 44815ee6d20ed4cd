/*
 * JSON as Serving writes it: four blanks a level, and lists on one line where that is asked for.
 * Ownership: borrows the text it adds to.
 */
#ifndef FEED_JSONPRETTY_H
#define FEED_JSONPRETTY_H

#include "base/str.h"
#include "codec/jsonread.h"

enum { PRETTY_DEEP = 320 };

struct pretty {
	struct str *out;
	bool one_line;			/* for lists, from now on */
	int depth;
	struct {
		bool list;
		uint64_t n;		/* values so far; of an object keys too */
	} level[PRETTY_DEEP];
};

void pretty_open(struct pretty *p, char bracket);
void pretty_close(struct pretty *p, char bracket);
void pretty_raw(struct pretty *p, struct sv v);		/* a number, true, false, null */
void pretty_str(struct pretty *p, struct sv v);		/* a string, or a key */
/* Six digits, or as many as it takes to read the same number again; NaN and Infinity as such. */
void pretty_float(struct pretty *p, double v, bool is_float);
void pretty_value(struct pretty *p, const struct jsonv *v);

/* Why a text is no JSON, and at which byte; NULL: nothing is wrong. */
const char *json_complaint(struct sv text, size_t *offset);

#endif
